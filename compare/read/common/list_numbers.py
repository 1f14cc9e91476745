"""Numbers as word processors and browsers print them before a paragraph.

28 in lower-case letters       bb   as Word counts (a … z, aa, bb, cc)
                               ab   as Writer and browsers count (a … z, aa, ab, ac)
4 in lower-case roman          iv
2 as an ordinal                2nd
7 with a leading zero          07
1,000,000 in letters           1000000: no program prints 38,462 letters
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto


class Style(Enum):
    """How a count is written."""

    DECIMAL = auto()
    DECIMAL_ZERO = auto()  # 01 … 09, 10
    LOWER_LETTER = auto()  # y, z, aa, bb: Word
    UPPER_LETTER = auto()
    LOWER_COLUMN = auto()  # y, z, aa, ab, as the columns of a spreadsheet: Writer, web pages
    UPPER_COLUMN = auto()
    LOWER_ROMAN = auto()
    UPPER_ROMAN = auto()
    ORDINAL = auto()  # 1st
    CARDINAL_TEXT = auto()  # One, Twenty-one
    ORDINAL_TEXT = auto()  # First, Twenty-first
    SYMBOLS = auto()  # *, †, ‡, §, **: footnotes
    BULLET = auto()  # prints no count
    NONE = auto()


_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SYMBOLS = "*†‡§"
# The largest counts that are written so; beyond them, as beyond 0 below, programs differ and figures are clear.
# Word's letters begin again after 780 (30 letters), and its roman numbers end at 32,767.
_LARGEST_IN_LETTERS = 780
_LARGEST_IN_COLUMNS = 26**4
_LARGEST_ROMAN = 32_767
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_LARGEST_IN_WORDS = 99
_TEENS = range(11, 14)


def format_count(value: int, style: Style) -> str:
    """The count without anything around it; empty for bullets and for lists that print no number."""
    return _WRITTEN[style](value)


def _repeated(value: int, signs: str) -> str:
    if not 0 < value <= _LARGEST_IN_LETTERS:
        return str(value)
    times, place = divmod(value - 1, len(signs))
    return signs[place] * (times + 1)


def _letters(value: int) -> str:
    return _repeated(value, _LETTERS)


def _column(value: int) -> str:
    if not 0 < value <= _LARGEST_IN_COLUMNS:
        return str(value)
    letters = ""
    while value:
        value, place = divmod(value - 1, len(_LETTERS))
        letters = _LETTERS[place] + letters
    return letters


def _roman(value: int) -> str:
    if not 0 < value <= _LARGEST_ROMAN:
        return str(value)
    letters = ""
    for worth, sign in _ROMAN:
        times, value = divmod(value, worth)
        letters += sign * times
    return letters


def _ordinal(value: int) -> str:
    if value % 100 in _TEENS:
        return f"{value}th"
    return f"{value}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th') }"


def _in_words(value: int) -> str:
    if not 0 <= value <= _LARGEST_IN_WORDS:
        return str(value)
    if value < len(_ONES):
        return _ONES[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def _ordinal_in_words(value: int) -> str:
    words = _in_words(value)
    if words[-1].isdigit():
        return _ordinal(value)
    before, hyphen, last = words.rpartition("-")
    end = f"{last[:-1]}ieth" if last.endswith("y") else _ORDINALS.get(last, f"{last}th")
    return before + hyphen + end


_WRITTEN: dict[Style, Callable[[int], str]] = {
    Style.DECIMAL: str,
    Style.DECIMAL_ZERO: lambda value: f"{value:02d}",
    Style.LOWER_LETTER: _letters,
    Style.UPPER_LETTER: lambda value: _letters(value).upper(),
    Style.LOWER_COLUMN: _column,
    Style.UPPER_COLUMN: lambda value: _column(value).upper(),
    Style.LOWER_ROMAN: _roman,
    Style.UPPER_ROMAN: lambda value: _roman(value).upper(),
    Style.ORDINAL: _ordinal,
    Style.CARDINAL_TEXT: lambda value: _in_words(value).capitalize(),
    Style.ORDINAL_TEXT: lambda value: _ordinal_in_words(value).capitalize(),
    Style.SYMBOLS: lambda value: _repeated(value, _SYMBOLS),
    Style.BULLET: lambda _: "",
    Style.NONE: lambda _: "",
}
