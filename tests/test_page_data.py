"""What a page of markdown carries above the minutes is told once and never taken for the minutes' own words."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.values import Comparison, Gate, Severity

MINUTES = """Minutes of {} held on 10 February 2016

Present: Tom Odell (Chair), Lena Marsh

1. Sheds

The shed was sold.
"""
ASH = MINUTES.format("Ash Parish Council")


def _compared(draft: str, final: str, below: str = ASH, fence: str = "---") -> Comparison:
    return compare_texts(*(f"{fence}\n{data}\n{fence}\n\n{below}" for data in (draft, final)))


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ('date: "2016-03-21"', 'date: "2016-05-17"'),
        (
            "title: Ash - February\ndate: 2016-03-21T19:00:00Z",
            "title: Ash, minutes of February\ndate: 2016-05-17T09:00:00Z",
        ),
        ("categories:\n  - parish", "categories:\n  - parish\n  - village\nlayout: post"),
        ('title = "Ash"\ndate = 2016-03-21', 'title = "Ash minutes"\ndate = 2016-05-17'),
    ],
)
def test_the_data_of_the_page_are_one_small_finding(draft: str, final: str) -> None:
    """The day of publication is no day of the meeting, and two such days no two meetings."""
    comparison = _compared(draft, final, fence="+++" if " = " in draft else "---")
    assert [(finding.rule, finding.severity) for finding in comparison.findings] == [
        ("source.page-data", Severity.MINOR)
    ]
    assert comparison.gate is Gate.PUBLISH
    assert comparison.final_minutes.outline.meeting_date == "2016-02-10"


def test_the_only_day_and_body_are_the_minutes_own() -> None:
    """Where the text below names none, those above are compared as ever."""
    below = "# Sheds\n\nThe shed was sold.\n"
    assert _compared("date: 2016-03-21", "date: 2016-05-17", below).gate is Gate.HOLD
    assert _compared("title: Ash Council", "title: Oak Council", below).gate is not Gate.PUBLISH


@pytest.mark.parametrize("key", ["attendees", "apologies", "chair", "present"])
def test_what_the_minutes_are_made_of_stays_compared(key: str) -> None:
    """A person above the text is a person of the minutes."""
    assert _compared(f"{key}: Tom Odell", f"{key}: Tom Odell, Ann Orr").gate is not Gate.PUBLISH


def test_a_draft_mark_in_the_title_of_the_page_counts() -> None:
    """The page that is published says draft, though its title is not compared."""
    comparison = _compared("title: Minutes of Ash Parish Council", "title: DRAFT Minutes of Ash Parish Council")
    assert comparison.final_minutes.outline.status == "draft"
    assert comparison.gate is not Gate.PUBLISH
