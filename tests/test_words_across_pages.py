"""Tests of large words printed across the text of a page: a watermark belongs to the page, a decision does not."""

from __future__ import annotations

import pytest
from pdfs.drawn import compared, found, minutes_of, printed, t
from pdfs.tiny import say_turned

from compare.values import SegmentKind

_SLANTED = "0.7071 0.7071 -0.7071 0.7071"


def _across(word: str) -> bytes:
    """Two pages of text with a word across each of them."""
    lines = "".join(t(72, 80 + 16 * n, f"The officer described part {n} of the plan to members.") for n in range(20))
    return printed([lines + say_turned(150, 300, word, size=60, matrix=_SLANTED)] * 2)


@pytest.mark.parametrize("word", ["DRAFT", "COPY", "UNCONFIRMED", "SPECIMEN"])
def test_a_watermark_belongs_to_the_page(word: str) -> None:
    """A word across the page is furniture, whichever line of the text it crosses."""
    minutes = minutes_of(_across(word))
    kinds = [segment.kind for segment in minutes.segments if minutes.document.text[segment.start : segment.end] == word]
    assert kinds == [SegmentKind.FURNITURE] * 2


def test_another_status_across_the_page_is_one_finding() -> None:
    """A watermark that says DRAFT in the final alone is told once, on however many pages it stands."""
    findings = found(compared(_across("COPY"), _across("DRAFT")))
    assert [(one.severity, one.rule, one.final) for one in findings] == [("major", "status.draft-mark", "DRAFT")]


def test_a_decision_across_the_page_is_compared() -> None:
    """A stamp that says what was decided is part of the minutes."""
    findings = found(compared(_across("GRANTED"), _across("REFUSED")))
    assert {(one.severity, one.rule, one.draft, one.final) for one in findings} == {
        ("critical", "decision.outcome", "GRANTED", "REFUSED")
    }
