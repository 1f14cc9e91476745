"""Tests of form fields that print something else than the value typed into them."""

from __future__ import annotations

import pytest
from pdfs.drawn import compared, found, read_bytes, t
from pdfs.tiny import write_form

_BOX = (120, 690, 260, 708)
_PAGE = t(60, 148, "Grant:") + t(60, 200, "The grant was made for a year.")


@pytest.mark.parametrize(("value", "printed"), [("12631", "12,631"), ("2", "Option B"), ("20240304", "4 March 2024")])
def test_a_field_is_read_as_it_is_printed(value: str, printed: str) -> None:
    """A sum, a choice or a date that a form puts in words is what a reader sees, and stands once in the text."""
    text = read_bytes(write_form(_PAGE, value, printed, _BOX)).text
    assert text.count(printed) == 1
    assert value not in text.replace(printed, "")


def test_a_field_that_cuts_its_value_off_is_read_whole() -> None:
    """Words that do not fit into a field are part of what was recorded."""
    value = "400 for the roof, and 20 for paint"
    assert value in read_bytes(write_form(_PAGE, value, "400 for the roof", _BOX)).text


def test_a_field_that_prints_another_sum_is_found() -> None:
    """The sums that two forms print are compared."""
    pages = [write_form(_PAGE, "12631", printed, _BOX) for printed in ("12,631", "12,613")]
    assert [finding[2:] for finding in found(compared(*pages))] == [("12,631", "12,613")]
