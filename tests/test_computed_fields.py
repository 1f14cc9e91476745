"""Tests of the fields that Word computes when it draws them."""

from __future__ import annotations

import pytest

from compare.read.common.computed_fields import ComputedFields, FieldPlace


def _texts(*fields: tuple[str, FieldPlace]) -> list[str]:
    computed = ComputedFields()
    return [computed.text_of(instruction, place) for instruction, place in fields]


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        ('SYMBOL 252 \\f "Wingdings" \\s 10', "✓"),
        ("symbol 0xFB \\f Wingdings", "✗"),
        ("SYMBOL 163 \\a", "£"),
        ("SYMBOL 147", "“"),
        ("SYMBOL 0x20AC \\u", "€"),
        ("SYMBOL 97 \\f Symbol", "α"),
        ("SYMBOL x", ""),
        ("SYMBOL 9999999", ""),
        ("SYMBOL", ""),
        ("MACROBUTTON NoMacro [Type the name here] ", "[Type the name here]"),
        ("MACROBUTTON NoMacro", ""),
        ("PAGE", ""),
        ("", ""),
        ("AUTONUM", "1."),
        ("AUTONUM \\* ROMAN \\e", "I"),
        ("AUTONUM \\* alphabetic \\s )", "a)"),
        ("LISTNUM", "1)"),
        ("LISTNUM NumberDefault \\l 4", "(1)"),
        ("LISTNUM LegalDefault \\l 2 \\s 4", "1.4."),
        ("LISTNUM OutlineDefault \\s 4", "IV."),
        ("LISTNUM \\l 99 \\s 3", "iii."),
    ],
)
def test_one_field(instruction: str, expected: str) -> None:
    """A symbol is its character, a number the first of its list, a button its words; others print nothing."""
    assert _texts((instruction, FieldPlace(0))) == [expected]


def test_headings_are_counted_by_level() -> None:
    """Numbers of headings begin anew below each heading above them."""
    levels = (1, 2, 2, 1, 2)
    places = [FieldPlace(number, level) for number, level in enumerate(levels)]
    assert _texts(*(("AUTONUM", place) for place in places)) == ["1.", "1.", "2.", "2.", "1."]
    assert _texts(*(("AUTONUMLGL", place) for place in places)) == ["1.", "1.1.", "1.2.", "2.", "2.1."]
    assert _texts(*(("AUTONUMOUT", place) for place in places)) == ["I.", "A.", "B.", "II.", "A."]


def test_numbers_within_a_numbered_paragraph() -> None:
    """A number in a numbered paragraph is a level below the paragraph's, and begins anew in the next one."""
    first, second = FieldPlace(1, listed=1), FieldPlace(2, listed=1)
    assert _texts(*(("LISTNUM", place) for place in (first, first, second))) == ["a)", "b)", "a)"]
