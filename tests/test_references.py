"""Numbers and letters that name a thing are references, however short the word before them is written."""

from __future__ import annotations

import pytest

from compare.api import compare_texts
from compare.values import Finding, Severity

_MINUTES = "Harbour Board\n\nMinutes of the meeting held on 4 May 2023\n\n1. Trees\n\n{}\n\nThe meeting closed.\n"


def only_finding(draft: str, final: str) -> Finding:
    """The one finding of two paragraphs in the same minutes."""
    (one,) = compare_texts(_MINUTES.format(draft), _MINUTES.format(final), use_model=False).findings
    return one


@pytest.mark.parametrize(
    ("words", "number", "other"),
    [
        ("The tree at {} was to be cut.", "No.7", "No.8"),
        ("It stood by the house at {} Mill Lane.", "No.7", "No.8"),
        ("Nobody had seen {} for a year.", "Nº 7", "Nº 8"),
        ("Nobody had seen {} for a year.", "N°7", "N°8"),
        ("Nobody had seen {} for a year.", "№ 7", "№ 8"),
        ("The list stood in {} to the report.", "App.A", "App.B"),
        ("The list stood in {} to the report.", "Sch. A", "Sch. B"),
        ("{} Who pays for the fence?", "Q3.", "Q4."),
        ("{} Who pays for the fence?", "Q.3", "Q.4"),
        ("It went on from {} of the last meeting.", "Minute 24", "Minute 24(a)"),
        ("It went on from {} of the last meeting.", "Minute 24(a)", "Minute 24(b)"),
        ("The case {} was still open.", "EN/22/0432", "EN/22/0432A"),
        ("The case {} was still open.", "C-24", "C-24b"),
        ("The case {} was still open.", "22/0432", "22/0432a"),
    ],
)
def test_another_number_is_another_reference(words: str, number: str, other: str) -> None:
    """Another house, tree, question, appendix or case is a reference that changed, in a resolution a grave one."""
    found = only_finding(words.format(number), words.format(other))
    decided = only_finding(*(f"Resolved: That it be noted. {words.format(one)}" for one in (number, other)))
    assert (found.rule, found.severity) == ("reference.changed", Severity.MAJOR)
    if not words.startswith("{"):
        assert (decided.rule, decided.severity) == ("reference.changed", Severity.CRITICAL)


def test_a_quarter_in_running_text_is_a_time() -> None:
    """Within a sentence "Q3" is a quarter of a year."""
    assert only_finding("The figures for Q3 were good.", "The figures for Q4 were good.").rule == "date.changed"


@pytest.mark.parametrize(
    ("paragraph", "other"),
    [
        ("2.5 Tonnes of grit were bought.", "2.6 Tonnes of grit were bought."),
        ("1.5 Million was spent on the pier.", "1.6 Million was spent on the pier."),
        ("2.5 FTE posts were vacant.", "2.6 FTE posts were vacant."),
    ],
)
def test_an_amount_at_the_head_of_a_paragraph_is_no_item(paragraph: str, other: str) -> None:
    """A decimal number before a unit or a scale is an amount, with a capital as well."""
    assert only_finding(paragraph, other).rule == "number.changed"
