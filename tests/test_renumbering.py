"""Numbers that follow from counting are nothing to report; a number that says something else is a finding."""

from __future__ import annotations

import pytest

from compare.api import compare_texts

_LIST = (
    "Harbour Board\n\nMinutes of the meeting held on 4 May 2023\n\n1. Roads\n\n{} That the lane be mended;\n"
    "{} That the gate be mended;\n{} That the wall be mended.\n\nThe meeting closed.\n"
)


def numbers(draft: str, final: str) -> list[tuple[str, str]]:
    """The numbers that are reported as changed, of both sides."""
    findings = compare_texts(draft, final, use_model=False).findings
    assert {finding.rule for finding in findings} <= {"structure.item-renumbered"}
    return [(one.draft.text, one.final.text) for one in findings if one.draft and one.final]


@pytest.mark.parametrize(
    ("draft", "final", "changed"),
    [
        ("(a) (b) (c)", "(a) (d) (c)", [("(b)", "(d)")]),
        ("12a) 12b) 12c)", "12a) 12d) 12c)", [("12b)", "12d)")]),
    ],
)
def test_a_number_that_no_count_explains_is_found(draft: str, final: str, changed: list[tuple[str, str]]) -> None:
    """A number, a letter or a part of a reference that nothing counts up to is a finding, one for each."""
    assert numbers(_LIST.format(*draft.split()), _LIST.format(*final.split())) == changed


@pytest.mark.parametrize("other", ["22/0432/LICENCE", "22/0432", "22/0442/LIC", "21/0432/LIC", "22/0432/FUL"])
def test_the_reference_at_the_head_of_an_item_is_compared_whole(other: str) -> None:
    """Whatever part of the number of an application changes, as the number of an item: it is one finding."""
    minutes = (
        "Licensing Panel\n\nMinutes of the meeting held on 4 May 2023\n\n{} Licence of The Anchor, Quay Street\n\n"
        "It was heard.\n\n22/0433/LIC Licence of The Net Loft, West Pier\n\nIt was heard too.\n"
    )
    assert numbers(minutes.format("22/0432/LIC"), minutes.format(other)) == [("22/0432/LIC", other)]


@pytest.mark.parametrize(
    "numbering", ["1. 2. 3.", "1) 2) 3)", "(i) (ii) (iii)", "1.1 1.2 1.3", "4.1 4.2 4.3", "• • •", "A) B) C)"]
)
def test_another_way_of_counting_is_no_finding(numbering: str) -> None:
    """A list that counts in another way, or that a longer count numbers, is the same list."""
    assert numbers(_LIST.format("(a)", "(b)", "(c)"), _LIST.format(*numbering.split())) == []


def test_numbers_behind_an_insertion_follow_it() -> None:
    """The letters of the limbs behind a new one are folded; the items behind a new one are one finding."""
    lists = _LIST.format("(a)", "(b)", "(c)")
    longer = lists.replace("(b)", "(b) That the ford be closed;\n(c)").replace("(c) That the wall", "(d) That the wall")
    findings = compare_texts(lists, longer, use_model=False).findings
    assert [finding.rule for finding in findings] == ["structure.paragraph-added"]


def test_the_first_list_may_begin_anywhere() -> None:
    """A list that begins at another number and goes on is the same list; a lone number is another one."""
    assert numbers(_LIST.format("(1)", "(2)", "(3)"), _LIST.format("(4)", "(5)", "(6)")) == []
    lone = (
        "Harbour Board\n\nMinutes of the meeting held on 4 May 2023\n\nIt was agreed\n\n({}) That the lane be mended.\n"
    )
    assert numbers(lone.format("4"), lone.format("6")) == [("(4)", "(6)")]
