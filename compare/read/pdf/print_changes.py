"""Where in a line the way of printing changes, and the marks that stand raised in it.

Present: Councillors Ash            bold, then plain: cut before "Councillors"
the Committee.3                     a small "3" above the line: the mark of a footnote, a piece of its own
10.That                             drawn apart, though nothing is between: a blank goes in
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from compare.read.pdf.characters import PageCharacters
from compare.read.pdf.column_gaps import Part
from compare.read.pdf.page_content import Piece
from compare.read.pdf.plain_characters import plain_signs

_WORD = re.compile(r"\S+")
_GLUED = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]{1,2}|[•▪●○■➢✓\uf0b7\uf0a7\uf0d8\uf0fc])(?=\w)")
_SMALL_LARGE = re.compile(r"[a-z](?=[A-Z])")
# In sizes of the type: letters of one word stand no further apart.
_NARROW_TAB = 0.12
_NOTE = re.compile(r"\d{1,3}|[ivx]{1,4}|[*†‡§]+")
_NOTE_END = re.compile(r"(\d{1,3}|[*†‡§]+)[^\w\s]*$")
_NOTE_SIGNS = frozenset("ivx0123456789*†‡§")
# How much smaller than the line's type, or higher than its base in sizes of it, a raised mark is.
_SMALLER = 0.85
_RAISED = 0.15


class Cut(NamedTuple):
    """Where a way of printing begins in a line."""

    start: int
    dress: int
    is_raised: bool = False


def glued_mark(characters: PageCharacters, part: Part) -> int | None:
    """Where the words begin after a mark that fills its indent: "10.That", drawn apart."""
    match = _GLUED.match(characters.text, *part)
    if match is None or match.end() >= part[1]:
        return None
    is_drawn_apart = characters.item(match.end() - 1) != characters.item(match.end())
    return match.end() if is_drawn_apart else None


def narrow_tab(characters: PageCharacters, part: Part, size: float) -> int | None:
    """Where words begin after a tab too narrow for PDFium to see: "FerrersChairman"."""
    for match in _SMALL_LARGE.finditer(characters.text, *part):
        if characters.origin(match.end())[0] - characters.right(match.start()) > _NARROW_TAB * size:
            return match.end()
    return None


def cut_pieces(text: str, cuts: Sequence[Cut], end: int, glued: int | None = None) -> tuple[Piece, ...]:
    """The pieces of a line that is cut at these places; a blank stands before the words glued to a mark."""
    ends = [*(cut.start for cut in cuts[1:]), end]
    pieces = []
    for cut, stop in zip(cuts, ends, strict=True):
        if cut.start >= stop:
            continue
        words = text[cut.start : stop]
        if glued is not None and cut.start <= glued < stop:
            words = f"{words[: glued - cut.start]} {words[glued - cut.start :]}"
        pieces.append(Piece(plain_signs(words), cut.dress, cut.is_raised))
    return tuple(pieces)


def find_cuts(characters: PageCharacters, part: Part, base: float, size: float) -> list[Cut]:
    """Where the way of printing changes between words, and raised marks within them."""
    text = characters.text
    cuts = [Cut(part[0], characters.dress(part[0]))]
    before = part[0], part[0]
    item, dress = 0, cuts[0].dress
    for word in _WORD.finditer(text, *part):
        start, end = word.span()
        here = characters.item(start)
        if here != item:
            item, dress = here, characters.dress_of(here)
            if dress != cuts[-1].dress:
                cuts.append(Cut(_change(characters, before, cuts[-1], start), dress))
        last = text[end - 1]
        if last in _NOTE_SIGNS or (not last.isalpha() and _NOTE_END.search(text, start, end)):
            raised = _raised(characters, start, end, base, size)
            if raised is not None:
                cuts += [Cut(raised[0], dress, is_raised=True), Cut(raised[1], dress)]
        before = start, end
    return cuts


def _change(characters: PageCharacters, before: tuple[int, int], cut: Cut, start: int) -> int:
    """Where between two words the dress changes: at the second, unless it does so within the first."""
    if before[1] == before[0] or characters.dress(before[1] - 1) == cut.dress:
        return start
    inside = (index for index in range(max(before[0], cut.start), before[1]) if characters.dress(index) != cut.dress)
    return next(inside, start)


def _raised(characters: PageCharacters, start: int, end: int, base: float, size: float) -> tuple[int, int] | None:
    """The range of a raised mark in a word, or the word itself."""
    match = _NOTE_END.search(characters.text, start, end)
    if match:
        first, last = match.span(1)
    elif characters.item(start) != characters.item(end - 1):
        last = first = end
        while first > start and characters.item(first - 1) == characters.item(end - 1):
            first -= 1
    else:
        return None
    if first > start and characters.item(first) == characters.item(first - 1):
        return None
    if not _NOTE.fullmatch(characters.text[first:last]):
        return None
    is_small = characters.size(first) < _SMALLER * size
    is_high = characters.origin(first)[1] > base + _RAISED * size
    return (first, last) if is_high and (is_small or first > start) else None
