"""The number or bullet that hangs before the words of a line.

1.    That the report …          a mark: the words stand off from it
•  bread                         a mark: nothing else begins with such a sign
1. That the report be            a mark if the next line begins under "That"; else the words of the line, as typed
2023. The Chair                  no mark
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from compare.read.pdf.page_content import Line, Piece
from compare.read.pdf.plain_characters import plain_signs

_BULLET = re.compile(r"[•·●▪■◦‣⁃○□►➢➤❖✓✔✗❑◆→➔∙*+–—‐−-]|o|§")
_SURE = re.compile(r"[•·●▪■◦‣⁃○□►➢➤❖✓✔✗❑◆➔∙]")
_NUMBER = re.compile(
    r"(?:\(?\d{1,4}[.):]{0,2}|\d{1,4}(?:\.\d{1,3}){1,3}\.?\)?|\(?[a-zA-Z][.)]|\([a-zA-Z]{1,2}\)|\(?[ivxlIVXL]{1,6}[.)]"
    r"|\d{1,4}/\d{1,4}(?:/[A-Za-z]{1,5})?|[A-Z]{1,4}\.?\d{1,4}[.:]?)"
)
# Letters of the longest mark: "(xviii)", "1234/2024/CABI".
_LONGEST = 15
_FIGURES = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_BARE = re.compile(r"\d{1,4}")

# In sizes of the type: the gap after a mark; a blank is 0.25 to 0.35, two are 0.5 to 0.56.
_GAP = 0.4
_SURE_GAP = 0.6
_BARE_GAP = 0.9
# Points by which a line may miss the place where the words of the line above begin.
_UNDER = 2.0


def can_be_mark(word: str) -> bool:
    """Whether a word at the head of a line may be its number or bullet."""
    if len(word) > _LONGEST or (len(word) > 1 and word[0].isalpha() and word[-1].isalpha()):
        return False
    return _NUMBER.fullmatch(word) is not None or _BULLET.fullmatch(plain_signs(word)) is not None


class Mark(NamedTuple):
    """A mark at the head of a line, and where its words begin."""

    text: str
    hang: float
    is_sure: bool = True  # no line within a paragraph begins so


def mark_of(line: Line, after: Line | None, hangs: Collection[int] = ()) -> Mark | None:
    """The mark with which a line begins.

    `after` is the line below it in its column; `hangs` are the half points at which words after marks begin elsewhere.
    """
    if not line.hang:
        return None
    first = line.text.split(None, 1)[0]
    gap = line.hang - line.left - line.first_word
    is_far, is_sure = gap > _GAP * line.size, gap > _SURE_GAP * line.size
    if _BULLET.fullmatch(first):
        is_sure = is_sure or _SURE.fullmatch(first) is not None
        return Mark(first, line.hang, is_sure) if is_sure or is_far else _hanging(line, after, first)
    if not _NUMBER.fullmatch(first):
        return None
    if _BARE.fullmatch(first):
        return Mark(first, line.hang) if gap > _BARE_GAP * line.size else None
    if is_far or half_points(line.hang) in hangs:
        return Mark(first, line.hang, is_sure)
    return _hanging(line, after, first)


def _hanging(line: Line, after: Line | None, first: str) -> Mark | None:
    """The mark, if the line below begins under the words and not under the mark."""
    if after is None or not _below(line, after):
        return None
    return Mark(first, line.hang, is_sure=False) if abs(after.left - line.hang) <= _UNDER else None


def shape_of(mark: str) -> str:
    """How a mark is written: "(ii)" and "(iv)" alike, "(2)" and "ii." otherwise."""
    return _LETTERS.sub("a", _FIGURES.sub("0", mark))


def half_points(place: float) -> int:
    """A place as the number by which places are known for the same."""
    return round(2 * place)


def _below(line: Line, after: Line) -> bool:
    return 0 < line.base - after.base < 2.6 * line.size


def without_mark(line: Line, mark: Mark) -> Line:
    """The line without its mark."""
    lead = line.text.index(mark.text) + len(mark.text)
    lead += len(line.text[lead:]) - len(line.text[lead:].lstrip())
    pieces, left = [], lead
    for piece in line.pieces:
        if left < len(piece.text):
            pieces.append(Piece(piece.text[left:], piece.dress, piece.is_raised))
        left = max(0, left - len(piece.text))
    return line._replace(text=line.text[lead:], pieces=tuple(pieces), left=mark.hang, hang=0.0)
