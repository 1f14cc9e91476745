"""Figures are judged by the whole sentence: turned round it says the same, and exchanged figures are one change."""

from __future__ import annotations

import pytest

from compare.values import Severity
from tests.test_worded_figures import compared

SAME = [
    ("There were 13 members present.", "Thirteen members were present."),
    ("The roof fund stood at £4,000 and the path fund at £900.",
     "The path fund stood at £900 and the roof fund at £4,000."),
    ("The motion was carried by 5 votes to 2, with one abstention.", "Motion carried: 5 for, 2 against, 1 abstention."),
    ("The motion was carried by four votes to three.", "The motion was carried. For 4, Against 3, Abstentions 0."),
    ("On being put to the vote there were four in favour and three against, and the motion was carried.",
     "The motion was put to the vote and carried by 4 votes to 3."),
    ("Voting: 5 in favour, 2 against, 1 abstention.",
     "The vote was five in favour and two against, with one abstention."),
]  # fmt: skip

ONE = [
    ("There were 13 members present.", "Twelve members were present.", "number.changed"),
    ("The scouts got £5 and the guides £6.", "The scouts got £6 and the guides £5.", "money.changed"),
    ("The roof fund stood at £4,000 and the path fund at £900.",
     "The path fund stood at £4,000 and the roof fund at £900.", "money.changed"),
    ("The clerk saw 4 otters and 2 voles.", "The clerk saw 2 otters and 4 voles.", "number.changed"),
    ("The motion was carried by 5 votes to 2, with one abstention.",
     "The motion was carried by 5 votes to 2, with two abstentions.", "vote.changed"),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "final"), SAME, ids=[draft for draft, _ in SAME])
def test_a_sentence_turned_round_its_figures_says_the_same(draft: str, final: str) -> None:
    """The same figures of the same matters are no other value, however the edits are cut; one small finding at most."""
    for pair in ((draft, final), (final, draft)):
        findings = compared(*pair).findings
        assert len(findings) <= 1
        assert {finding.severity for finding in findings} <= {Severity.COSMETIC, Severity.MINOR}


@pytest.mark.parametrize(("draft", "final", "rule"), ONE, ids=[draft for draft, _, _ in ONE])
def test_another_or_an_exchanged_figure_is_one_critical_finding(draft: str, final: str, rule: str) -> None:
    """Two figures in the place of each other are one change, and so is a figure in a sentence turned round."""
    for pair in ((draft, final), (final, draft)):
        (finding,) = compared(*pair).findings
        assert (finding.rule, finding.severity) == (rule, Severity.CRITICAL)


def test_a_figure_that_goes_to_another_matter_is_critical() -> None:
    """The same single figure beside another matter is another statement."""
    findings = compared(
        "The scouts got £5 and the guides nothing.", "The scouts got nothing and the guides £5."
    ).findings
    assert {finding.severity for finding in findings} == {Severity.CRITICAL}


def test_a_count_that_the_names_make_plain_holds_nothing_up() -> None:
    """Three people spoke, and their three names are told."""
    draft = "Three people spoke: Mr Pell, Mrs Odell and Mr Birch."
    findings = compared(draft, "Mr Pell, Mrs Odell and Mr Birch spoke.").findings
    assert Severity.CRITICAL not in {finding.severity for finding in findings}


def test_a_figure_in_another_column_of_plain_text_is_one_critical_finding() -> None:
    """A sum that was put into the next year is told, though the same words stand in the row."""
    table = "            2025/26    2026/27\nWindows     {}\nHeating     15,500     22,000"
    rows = "40,000     -", "-          40,000"
    sums = "£40        £50", "£50        £40"
    for draft, final in (rows, rows[::-1], sums, sums[::-1]):
        (finding,) = compared("\n\n" + table.format(draft), "\n\n" + table.format(final)).findings
        assert finding.severity is Severity.CRITICAL
