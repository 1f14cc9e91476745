"""Tests of ordinal numbers whose endings are printed small and raised: "7th of May"."""

from __future__ import annotations

import pytest
from pdfs.drawn import printed, read_bytes, t, width


@pytest.mark.parametrize(("before", "after"), [(0.0, 0.1), (0.2, 1.5), (0.8, 2.8), (1.8, 3.4)])
@pytest.mark.parametrize(
    ("number", "ending", "words"), [("21", "st", "of June"), ("4", "th", "Thursday"), ("3", "rd", "January")]
)
def test_a_raised_ending_joins_its_number_alone(
    number: str, ending: str, words: str, before: float, after: float
) -> None:
    """The ending is part of the number before it, and the word after it is another, however wide the gaps are."""
    raised = 60 + width(f"On the {number}") + before
    following = raised + width(ending, 7) + after
    drawn = t(60, 100, f"On the {number}") + t(raised, 96, ending, size=7) + t(following, 100, f"{words} was agreed.")
    assert read_bytes(printed([drawn])).text == f"On the {number}{ending} {words} was agreed.\n"


def test_letters_on_the_line_are_no_raised_ending() -> None:
    """A number and a word that begins like an ending stay as they are printed."""
    drawn = t(60, 100, "Plot 4") + t(60 + width("Plot 4") + 3, 100, "th was let.")
    assert read_bytes(printed([drawn])).text == "Plot 4 th was let.\n"
