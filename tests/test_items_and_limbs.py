"""Items and the parts of resolutions: lost, moved, cut another way."""

from __future__ import annotations

import pytest

from compare.api import compare_texts
from compare.values import Comparison, Gate, Severity

_SHEDS = "SHEDS\n\nThe shed in the lower yard had a hole in the roof.\n\nRESOLVED:\n\n1. That the shed be sold."
_PATHS = "PATHS\n\nThe path along the river was flooded in March.\n\nRESOLVED:\n\n1. That the path be closed."
_TREES = "TREES\n\nThe oak had lost a limb in the storm of last week.\n\nRESOLVED: That the oak be cut."
_TALK = "TALK\n\nThe warden spoke about the birds of the estuary and showed slides."


def _compared(draft: str, final: str) -> Comparison:
    return compare_texts(draft, final, use_model=False)


def _numbered(*texts: str, first: int = 4) -> str:
    return "\n\n".join(f"{number}. {text}" for number, text in enumerate(texts, first))


@pytest.mark.parametrize("held", ["RESOLVED: That the oak be cut.", "On a vote: 4 in favour, 2 against."])
def test_an_item_that_is_lost_with_a_decision_is_critical(held: str) -> None:
    """Not so an item in which nobody decided anything; and the same of one that was put in."""
    item = f"OAK\n\nThe oak had lost a limb in the storm of last week.\n\n{held}"
    whole, rest = _numbered(_SHEDS, _PATHS, item), _numbered(_SHEDS, _PATHS)
    for pair in ((whole, rest), (rest, whole)):
        assert [finding.severity for finding in _compared(*pair).findings] == [Severity.CRITICAL]
    talked = _numbered(_SHEDS, _PATHS, _TALK)
    assert [finding.severity for finding in _compared(talked, rest).findings] == [Severity.MAJOR]


@pytest.mark.parametrize("renumbered", [True, False])
def test_two_items_that_changed_places_are_one_finding(*, renumbered: bool) -> None:
    """Whether or not they took each other's number; their headings are not missing on one side and new on the other."""
    draft = _numbered(_SHEDS, _PATHS, _TREES)
    final = _numbered(_PATHS, _SHEDS, _TREES) if renumbered else f"5. {_PATHS}\n\n4. {_SHEDS}\n\n6. {_TREES}"
    for pair in ((draft, final), (final, draft)):
        comparison = _compared(*pair)
        assert [finding.rule for finding in comparison.findings] == ["structure.paragraph-moved"]
        assert comparison.gate is Gate.SIGN_OFF


def test_numbers_that_changed_without_an_item_moving_are_told() -> None:
    """Two items that exchanged numbers and stayed where they are did not move."""
    draft = f"4. {_SHEDS}\n\n5. {_PATHS}\n\n6. {_TREES}"
    final = f"5. {_SHEDS}\n\n4. {_PATHS}\n\n6. {_TREES}"
    assert {finding.rule for finding in _compared(draft, final).findings} == {"structure.item-renumbered"}


@pytest.mark.parametrize(
    "resolution", ["RESOLVED: That the shed be sold.", "RESOLVED:\n\n1. That it be sold.\n\n2. That he go."]
)
def test_a_resolution_that_stands_under_another_item_is_critical(resolution: str) -> None:
    """Its words are the same, what it is about is not: one finding that names both items, header and limbs together."""
    first = "SHEDS\n\nThe shed in the lower yard had a hole in the roof."
    draft, final = (
        _numbered(f"{first}\n\n{resolution}", _TALK, _TREES),
        _numbered(first, f"{_TALK}\n\n{resolution}", _TREES),
    )
    for pair, words in (((draft, final), "now stands under item 5"), ((final, draft), "now stands under item 4")):
        findings = _compared(*pair).findings
        assert [finding.severity for finding in findings] == [Severity.CRITICAL]
        assert words in findings[0].reason


def test_a_paragraph_that_moved_under_another_item_decides_nothing() -> None:
    """It is major, as any paragraph at another place."""
    first, said = (
        "SHEDS\n\nThe shed in the lower yard had a hole in the roof.",
        "The clerk had asked a builder to look at it.",
    )
    draft, final = _numbered(f"{first}\n\n{said}", _TALK, _TREES), _numbered(first, f"{_TALK}\n\n{said}", _TREES)
    assert [finding.severity for finding in _compared(draft, final).findings] == [Severity.MAJOR]
