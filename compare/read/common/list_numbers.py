"""Formats the numbers of lists and notes as word processors and browsers print them.

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


class NumberFormat(Enum):
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
# The largest number in each format; beyond it, as below 1, programs differ and figures are clear. Word's letters
# start again after 780 (30 letters), and its roman numerals end at 32,767.
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


def format_count(value: int, number_format: NumberFormat) -> str:
    """The number without anything around it; empty for bullets and for lists that print no number."""
    return _WRITTEN[number_format](value)


def _repeated(value: int, symbols: str) -> str:
    if not 0 < value <= _LARGEST_IN_LETTERS:
        return str(value)
    times, place = divmod(value - 1, len(symbols))
    return symbols[place] * (times + 1)


def _in_letters(value: int) -> str:
    return _repeated(value, _LETTERS)


def _in_columns(value: int) -> str:
    if not 0 < value <= _LARGEST_IN_COLUMNS:
        return str(value)
    letters = ""
    while value:
        value, place = divmod(value - 1, len(_LETTERS))
        letters = _LETTERS[place] + letters
    return letters


def _in_roman(value: int) -> str:
    if not 0 < value <= _LARGEST_ROMAN:
        return str(value)
    letters = ""
    for worth, letter in _ROMAN:
        times, value = divmod(value, worth)
        letters += letter * times
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


_WRITTEN: dict[NumberFormat, Callable[[int], str]] = {
    NumberFormat.DECIMAL: str,
    NumberFormat.DECIMAL_ZERO: lambda value: f"{value:02d}",
    NumberFormat.LOWER_LETTER: _in_letters,
    NumberFormat.UPPER_LETTER: lambda value: _in_letters(value).upper(),
    NumberFormat.LOWER_COLUMN: _in_columns,
    NumberFormat.UPPER_COLUMN: lambda value: _in_columns(value).upper(),
    NumberFormat.LOWER_ROMAN: _in_roman,
    NumberFormat.UPPER_ROMAN: lambda value: _in_roman(value).upper(),
    NumberFormat.ORDINAL: _ordinal,
    NumberFormat.CARDINAL_TEXT: lambda value: _in_words(value).capitalize(),
    NumberFormat.ORDINAL_TEXT: lambda value: _ordinal_in_words(value).capitalize(),
    NumberFormat.SYMBOLS: lambda value: _repeated(value, _SYMBOLS),
    NumberFormat.BULLET: lambda _: "",
    NumberFormat.NONE: lambda _: "",
}
