"""Where a line that PDFium gives in one is several lines side by side.

Name            Present            the cells of a row: a gap, and the next words start somewhere of their own
Name │ Present                     a narrow gap with a wall in it
Mover:-  Cllr Ash                  two blanks that were typed: no gap
a   line   set   flush             wide blanks, all alike: no gap
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low

from compare.read.pdf.characters import PageCharacters, Stretch
from compare.read.pdf.marks import can_be_mark
from compare.read.pdf.page_content import Rule

_WORD = re.compile(r"\S+")

# In sizes of the type (em). A blank is 0.25 wide, in a line set flush up to 0.6.
_GAP = 0.65
# The narrowest tab, where the file has a blank of its own between all other words.
_TAB = 0.35
_BLANK = 0.28
_WIDEST = 0.75
# So many gaps, which differ by less than this, are even.
_MANY = 3
_EVEN = 1.3
# How many times wider than the other gaps of its line the edge of a column is.
_STANDS_OUT = 2.2
_TAB_STANDS_OUT = 1.6
# Letters are 0.4 to 0.55 wide on average: a line of one object that is looser may have gaps inside.
_LOOSE = 0.54
# How many times wider all that is where text recognition placed the words: letters have no widths of their own there.
_RECOGNISED = 2.5
# Letters: where a file has no blanks, a row of short cells can be one object as well.
_SHORT = 60

Part = tuple[int, int]


def split_at_gaps(
    characters: PageCharacters, stretch: Stretch, walls: Sequence[Rule], edges: tuple[float, float, float]
) -> tuple[list[Part], bool]:
    """The ranges of characters of the lines side by side, and whether the file draws them all in one go.

    `edges` are the left and the right of the stretch, and the height of its base.
    """
    start, end = stretch.start, stretch.end
    left, right, base = edges
    size = stretch.size * (_RECOGNISED if characters.is_recognised else 1)
    crossed = [wall.place for wall in walls if left < wall.place < right and wall.start <= base <= wall.end]
    count = characters.count_rectangles(start, end)
    if crossed:
        is_plain = False
    elif count <= 1:
        is_row = not characters.has_blanks and end - start < _SHORT
        is_plain = not is_row and right - left < _LOOSE * size * (end - start)
    else:
        is_plain = not _has_gaps(characters, (start, end), count, size)
    return [(start, end)] if is_plain else _parted(characters, (start, end), size, crossed), count <= 1


def _has_gaps(characters: PageCharacters, part: Part, count: int, size: float) -> bool:
    """Whether stretches of a line stand apart, other than words from their mark."""
    sides = characters.extents(count)
    least = (_TAB if characters.has_blanks else _GAP) * size
    wide = [place for place, (before, after) in enumerate(pairwise(sides)) if after[0] - before[1] > least]
    return bool(wide) and not (wide == [0] and can_be_mark(characters.text[slice(*part)].split(None, 1)[0]))


def _parted(characters: PageCharacters, part: Part, size: float, walls: Sequence[float]) -> list[Part]:
    words = [match.span() for match in _WORD.finditer(characters.text, *part)]
    ends = [(characters.origin(start)[0], characters.right(end - 1)) for start, end in words]
    gaps = [after[0] - before[1] for before, after in pairwise(ends)]
    usual = median_low(gaps) if len(gaps) > 1 else _BLANK * size
    if usual > _WIDEST * size and not (len(gaps) >= _MANY and max(gaps) < _EVEN * min(gaps)):
        usual = _BLANK * size  # every gap is the edge of a column; but even ones are those of a line set flush
    parts = [words[0]]
    for place, gap in enumerate(gaps):
        blanks = slice(words[place][1], words[place + 1][0])
        is_edge = _is_edge(characters, blanks, gap, size, usual)
        is_walled = any(ends[place][1] - 1 < wall < ends[place + 1][0] + 1 for wall in walls)
        if is_walled or (is_edge and not (place == 0 and can_be_mark(characters.text[slice(*words[0])]))):
            parts.append(words[place + 1])
        else:
            parts[-1] = (parts[-1][0], words[place + 1][1])
    return parts


def _is_edge(characters: PageCharacters, blanks: slice, gap: float, size: float, usual: float) -> bool:
    """Whether a gap is wider than the blanks in it and the other gaps of its line account for."""
    count = blanks.stop - blanks.start
    if gap - (count - 1) * _BLANK * size > max(_GAP * size, _STANDS_OUT * usual):
        return True
    is_tab = count == 1 and characters.has_blanks and gap > max(_TAB * size, _TAB_STANDS_OUT * usual)
    return is_tab and characters.is_made_up(blanks.start)
