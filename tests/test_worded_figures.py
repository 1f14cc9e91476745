"""A figure in words is the figure: named days, shares, dozens, lengths of time, hours of the day."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.values import Comparison, Severity
from tests.test_whole_figures import whole

FIGURES = [
    ("It shut on Christmas Eve and New Year's Day 2025.", ["--12-24", "2025-01-01"]),
    ("It was a christmas evening.", []),
    ("Half of the fund and half the seats were left.", ["50%", "50%"]),
    ("Half a page told of the second half.", ["2nd"]),
    ("A third of the seats, three-quarters of the hall.", ["1/3", "75%"]),
    ("A third party came.", ["3rd"]),
    ("A dozen chairs and two dozen people came.", ["12", "24 person"]),
    ("Half a dozen residents and a score of members came.", ["6 resident", "20 member"]),
    ("The score of the match was told.", []),
    ("A hundred and twenty homes and two hundred flats.", ["120 home", "200 flat"]),
    ("It took one and a half hours, 2½ hours, an hour and a half.", ["90 minute", "150 minute", "90 minute"]),
    ("It took two hours and thirty minutes.", ["150 minute"]),
    ("It rose by one and a half per cent.", ["1.5%"]),
    ("It ran for half a year, for a year and for a decade.", ["6 month", "12 month", "120 month"]),
    ("It fell due within a fortnight.", ["14 day"]),
    ("It was a year of rain.", []),
    ("It cost £50 a year.", ["GBP 50 per year"]),
    ("It opened at half past seven.", ["07:30|19:30"]),
    ("It opened at a quarter to nine in the evening.", ["20:45"]),
    ("Five to ten people came.", ["5 person to 10 person"]),
    ("It is open from nine in the morning to five in the afternoon.", ["09:00 to 17:00"]),
    ("It is open from seven o'clock to nine o'clock.", ["07:00 to 09:00|19:00 to 21:00"]),
    ("The budget of the financial year 2025/26.", ["2025/2026"]),
    ("It was built in the thirties.", ["1930s"]),
]


@pytest.mark.parametrize(("text", "values"), FIGURES, ids=[text for text, _ in FIGURES])
def test_a_figure_in_words_has_the_value_of_the_figure(text: str, values: list[str]) -> None:
    """What is no figure is read as none: half a page, a third party, the score of a match."""
    assert [value for _, value in whole(text)] == values


def compared(draft: str, final: str) -> Comparison:
    """The comparison of two sentences in the middle of short minutes, without the model."""
    frame = "Minutes of the Ashcombe Trust held on 12 March 2025\n\n4. Sheds\n\nAll looked. {}\n\n5. Paths\n\nNone."
    return compare_texts(frame.format(draft), frame.format(final), use_model=False)


SAME = [
    ("The office would shut on Christmas Eve.", "The office would shut on 24 December."),
    ("The AGM will be on May Day.", "The AGM will be on 1 May."),
    ("Half of the plots were let.", "50 per cent of the plots were let."),
    ("It would cover half the cost.", "It would cover 50% of the cost."),
    ("A third of the seats were empty.", "One third of the seats were empty."),
    ("There were a dozen chairs in the shed.", "There were 12 chairs in the shed."),
    ("Half a dozen residents spoke.", "Six residents spoke."),
    ("Replies were due within a fortnight.", "Replies were due within two weeks."),
    ("Replies were due within 14 days.", "Replies were due within two weeks."),
    ("The lease would run for 6 months.", "The lease would run for half a year."),
    ("The licence was for 12 months.", "The licence was for a year."),
    ("The talk lasted 90 minutes.", "The talk lasted an hour and a half."),
    ("It is open from nine in the morning until noon.", "It is open from 9am to 12 noon."),
    ("The meeting began at half past seven.", "The meeting began at 7.30 pm."),
    ("It would take 3 to 5 weeks.", "It would take between three and five weeks."),
    ("The budget for 2025/26 was noted.", "The budget for the year 2025 to 2026 was noted."),
    ("The number is 01584 872 111.", "The number is 01584 872111."),
    ("The bins were emptied every fortnight.", "The bins were emptied every two weeks."),
    ("The notice period is one month.", "The notice period is a month."),
    ("The fee is £15 per child.", "The fee is £15 a child."),
]

CHANGED = [
    ("The office would shut on Christmas Eve.", "The office would shut on New Year's Eve."),
    ("The office would shut on Christmas Day.", "The office would shut on Boxing Day."),
    ("Half of the plots were let.", "60 per cent of the plots were let."),
    ("There were a dozen chairs in the shed.", "There were two dozen chairs in the shed."),
    ("Replies were due within a fortnight.", "Replies were due within three weeks."),
    ("Replies were due within 14 working days.", "Replies were due within two weeks."),
    ("The licence was for 12 months.", "The licence was for two years."),
    ("The talk lasted 90 minutes.", "The talk lasted an hour and a quarter."),
    ("The fee is £15 per child.", "The fee is £15 a family."),
    ("It is open from nine in the morning until noon.", "It is open from 9am to 1 pm."),
    ("The meeting began at half past seven.", "The meeting began at 7.15 pm."),
    ("It would take 3 to 5 weeks.", "It would take between three and six weeks."),
    ("The budget for 2025/26 was noted.", "The budget for the year 2024 to 2025 was noted."),
]


@pytest.mark.parametrize(("draft", "final"), SAME, ids=[f"{one[-30:]} {other[-30:]}" for one, other in SAME])
def test_the_same_figure_in_words_is_at_most_minor(draft: str, final: str) -> None:
    """A value in words in the place of one in figures says the same; the half of the day may be new."""
    for pair in ((draft, final), (final, draft)):
        findings = compared(*pair).findings
        assert {finding.severity for finding in findings} <= {Severity.COSMETIC, Severity.MINOR}
        assert all("same" in finding.reason for finding in findings)


@pytest.mark.parametrize(("draft", "final"), CHANGED, ids=[f"{one[-30:]} {other[-30:]}" for one, other in CHANGED])
def test_another_figure_in_words_is_one_critical_finding(draft: str, final: str) -> None:
    """Another value is told as one, whether it stands in words or in figures."""
    for pair in ((draft, final), (final, draft)):
        (finding,) = compared(*pair).findings
        assert finding.severity is Severity.CRITICAL
