"""Draws words as Word and browsers do: every run a text object, cut where the program cuts it, tabs as moves.

    draw(72, 700, "18.", "11.1", tab(108), "Roof")      Word cuts a number after its first stop; a tab is a move
    draw(72, 680, "10.10", 0.4, "Jubilee")              an indent that the number fills: 0.4 points are left
    draw_letters(72, 660, "2.1 Apologies")              a browser's heading: an object a letter, none for a blank

Content of a page for `pdfs.tiny.write_pdf`, in Helvetica, whose widths stand here.
"""

from __future__ import annotations

from typing import NamedTuple

from pdfs.tiny import say

# Widths of Helvetica's characters from the blank to the tilde, in thousandths of the font size (Adobe's metrics).
_WIDTHS = (
    (278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278)
    + (556,) * 10
    + (278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778)
    + (667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556)
    + (278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334)
    + (260, 334, 584)
)


class Tab(NamedTuple):
    """A move to a tab stop."""

    stop: float


def tab(stop: float) -> Tab:
    """A tab to this distance from the left edge of the page, in points."""
    return Tab(stop)


def width(words: str, size: float = 11) -> float:
    """The width of words in points."""
    return sum(_WIDTHS[ord(letter) - 32] if letter < "\x7f" else 350 for letter in words) * size / 1000


def draw(x: float, y: float, *parts: str | float | Tab, size: float = 11) -> str:
    """Draws a line: each string is a text object, each number a move to the right."""
    content = ""
    for part in parts:
        if isinstance(part, Tab):
            x = part.stop
        elif isinstance(part, str):
            content += say(round(x, 2), y, part, size=size)
            x += width(part, size)
        else:
            x += part
    return content


def draw_letters(x: float, y: float, words: str, size: float = 11, spread: float = 0.0) -> str:
    """Draws each letter as a text object, further apart than usual by `spread` points; blanks are moves."""
    parts = [(width(letter, size) if letter == " " else letter, spread) for letter in words]
    return draw(x, y, *(part for pair in parts for part in pair), size=size)
