r"""The words of an open page, line by line, with their places and their dress.

    Present: Councillors Ash,        one line of PDFium, two ways of printing: two pieces
    Name              Present        one line of PDFium, a wide gap: two lines of ours
    the Committee.3                  a small "3" above the line: a piece of its own, the mark of a footnote
    the deci\ufffesion               what PDFium makes of "-" at a line's end, when a letter follows

Cost: ten calls for a line of one piece, two for each word of others; 0.3 microseconds a call.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from compare.read.pdf.characters import PageCharacters, Stretch
from compare.read.pdf.column_gaps import Part, split_at_gaps
from compare.read.pdf.marks import can_be_mark
from compare.read.pdf.page_content import Line, Piece, Rule
from compare.read.pdf.plain_characters import plain_signs
from compare.read.pdf.print_changes import Cut, cut_pieces, find_cuts, glued_mark, narrow_tab

# How far off the size of a recognised word is guessed.
_GUESS = 1.5
# In sizes of the type: words that stand closer than this are one word.
_TOUCHING = 0.1
# Points: a page is at most 14,400 wide.
_FAR = 1e6
_WORD = re.compile(r"\S+")
_HEAD = re.compile(r"(\S+)\s*")
# Shares of the page's height from its edge within which running heads stand; only there is the file asked for them.
_EDGE = 0.18


class Found(NamedTuple):
    """A line in the making: its range of characters, and where its way of printing changes."""

    start: int
    end: int
    cuts: Sequence[Cut]
    line: Line
    glued: int | None = None  # where words begin that are glued to a mark


def read_lines(characters: PageCharacters, walls: Sequence[Rule]) -> list[Found]:
    """The lines of a page in the order in which the file draws them."""
    found: list[Found] = []
    for stretch in characters.stretches:
        left, base = characters.origin(stretch.start)
        right = characters.right(stretch.end - 1)
        if not characters.text[stretch.end - 1].isascii() and right < _last_but_one(characters, stretch):
            found.append(_read_disordered(characters, stretch))
            continue
        if stretch.turn == characters.turn:
            parts, is_whole = split_at_gaps(characters, stretch, walls, (left, right, base))
        else:
            parts, is_whole = [(stretch.start, stretch.end)], True
        if len(parts) == 1:
            found.append(_read_line(characters, stretch, parts[0], (left, right, base), is_whole=is_whole))
            continue
        for part in parts:
            left, base = characters.origin(part[0])
            edges = left, characters.right(part[1] - 1), base
            item = _read_line(characters, stretch, part, edges, is_whole=is_whole)
            found.append(item._replace(line=item.line._replace(is_apart=part != parts[0])))
    return found


def _last_but_one(characters: PageCharacters, stretch: Stretch) -> float:
    """Where the last word but one begins; a line of one word has none."""
    words = list(_WORD.finditer(characters.text, stretch.start, stretch.end))
    return characters.origin(words[-2].start())[0] if len(words) > 1 else -_FAR


def _read_disordered(characters: PageCharacters, stretch: Stretch) -> Found:
    """A line whose last signs belong into its middle: Writer draws "⅔" from another font, after all else."""
    words = sorted(
        (characters.origin(match.start())[0], characters.right(match.end() - 1), *match.span())
        for match in _WORD.finditer(characters.text, stretch.start, stretch.end)
    )
    pieces: list[Piece] = []
    edge = words[0][0]
    for left, right, start, end in words:
        blank = " " if pieces and left - edge > _TOUCHING * stretch.size else ""
        pieces.append(Piece(blank + plain_signs(characters.text[start:end]), characters.dress(start)))
        edge = right
    base = characters.origin(stretch.start)[1]
    text = "".join(piece.text for piece in pieces)
    places = _sound_places(words[0][0], edge, base, stretch.size, words[0][1] - words[0][0], 0.0)
    line = Line(text, tuple(pieces), *places, stretch.is_divided, False, stretch.turn != characters.turn)  # noqa: FBT003
    return Found(stretch.start, stretch.end, (), line)


def even_sizes(characters: PageCharacters, found: Sequence[Found]) -> list[Found]:
    """The lines of a page that text recognition wrote, in type of one size: it guesses one for every word."""
    if not characters.is_recognised:
        return list(found)
    size = median(item.line.size for item in found)
    return [
        item._replace(line=item.line._replace(size=size)) if 1 / _GUESS < item.line.size / size < _GUESS else item
        for item in found
    ]


class _Words(NamedTuple):
    """The words of a line, with the base and the size of most of them."""

    pieces: tuple[Piece, ...]
    cuts: Sequence[Cut]
    base: float
    size: float
    glued: int | None = None


def _read_line(
    characters: PageCharacters, stretch: Stretch, part: Part, edges: tuple[float, float, float], *, is_whole: bool
) -> Found:
    start, end = part
    left, right, base = edges
    if is_whole:
        text = plain_signs(characters.text[start:end])
        words = _Words((Piece(text, characters.dress(start)),), (), base, stretch.size)
    else:
        words = _cut_words(characters, part)
        text = "".join([piece.text for piece in words.pieces])
    first_word, hang = _head(characters, part, (left, right), words.glued)
    is_edge = not _EDGE < words.base / characters.extent[1] < 1 - _EDGE
    line = Line(
        text,
        words.pieces,
        *_sound_places(left, right, words.base, words.size, first_word, hang),
        stretch.is_divided and end == stretch.end,
        is_edge and characters.is_artifact(start),
        stretch.turn != characters.turn,
    )
    return Found(start, end, words.cuts, line, words.glued)


def _cut_words(characters: PageCharacters, part: Part) -> _Words:
    """The words of a line that the file draws in several goes."""
    # The longest word is of the line's own type; the first can be a raised mark.
    longest = max(characters.text[slice(*part)].split(), key=len)
    anchor = characters.text.index(longest, *part)
    base, size = characters.origin(anchor)[1], characters.size(anchor)
    cuts = find_cuts(characters, part, base, size)
    glued = glued_mark(characters, part)
    parted = narrow_tab(characters, part, size) if glued is None else glued
    return _Words(cut_pieces(characters.text, cuts, part[1], parted), cuts, base, size, glued)


_Places = tuple[float, float, float, float, float, float]


def _sound_places(left: float, right: float, base: float, size: float, first_word: float, hang: float) -> _Places:
    """The places of a line; a damaged file can put it nowhere."""
    if _FAR > left > -_FAR and _FAR > right > -_FAR and _FAR > base > -_FAR and _FAR > size > 0:
        return left, right, base, size, first_word, hang
    return 0.0, 1.0, 0.0, 1.0, 1.0, 0.0


def _head(characters: PageCharacters, part: Part, edges: tuple[float, float], glued: int | None) -> tuple[float, float]:
    """How wide the first word is, and where the second begins if the first can be a mark."""
    left, right = edges
    if glued is not None:
        return characters.right(glued - 1) - left, characters.origin(glued)[0]
    first = _HEAD.match(characters.text, *part)
    if first is None or first.end() == part[1]:
        return right - left, 0.0
    wide = characters.right(first.end(1) - 1) - left
    if not can_be_mark(first.group(1)):
        return wide, 0.0
    return wide, characters.origin(first.end())[0]
