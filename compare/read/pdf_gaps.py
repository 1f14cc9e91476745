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

from compare.read.pdf_characters import PageCharacters, Stretch
from compare.read.pdf_marks import can_be_mark
from compare.read.pdf_page import Rule

_WORD = re.compile(r"\S+")

# In sizes of the type (em). A blank is 0.25 wide, in a line set flush up to 0.6.
_GAP = 0.65
# The narrowest tab, where the file has a blank of its own between all other words.
_TAB = 0.35
_BLANK = 0.28
_WIDEST = 0.75
# How many times wider than the other gaps of its line the edge of a column is.
_STANDS_OUT = 2.2
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
    start, end, size = stretch.start, stretch.end, stretch.size
    left, right, base = edges
    crossed = [wall.place for wall in walls if left < wall.place < right and wall.start <= base <= wall.end]
    count = characters.count_rectangles(start, end)
    is_whole = count <= 1
    if characters.is_recognised:
        size *= _RECOGNISED
    if crossed:
        pass
    elif is_whole:
        is_row = not characters.has_blanks and end - start < _SHORT
        if not is_row and right - left < _LOOSE * size * (end - start):
            return [(start, end)], True
    else:
        sides = characters.extents(count)
        least = (_TAB if characters.has_blanks else _GAP) * size
        wide = [place for place, (before, after) in enumerate(pairwise(sides)) if after[0] - before[1] > least]
        if not wide or (wide == [0] and _begins_with_mark(characters.text[start:end])):
            return [(start, end)], False
    return _parted(characters, stretch, crossed), is_whole


def _begins_with_mark(text: str) -> bool:
    return can_be_mark(text.split(None, 1)[0])


def _parted(characters: PageCharacters, stretch: Stretch, walls: Sequence[float]) -> list[Part]:
    size = stretch.size * (_RECOGNISED if characters.is_recognised else 1)
    words = [match.span() for match in _WORD.finditer(characters.text, stretch.start, stretch.end)]
    ends = [(characters.origin(start)[0], characters.right(end - 1)) for start, end in words]
    gaps = [after[0] - before[1] for before, after in pairwise(ends)]
    usual = median_low(gaps) if len(gaps) > 1 else _BLANK * size
    if usual > _WIDEST * size:
        usual = _BLANK * size  # every gap is the edge of a column
    parts = [words[0]]
    for place, gap in enumerate(gaps):
        blanks = words[place + 1][0] - words[place][1]
        is_edge = gap - (blanks - 1) * _BLANK * size > max(_GAP * size, _STANDS_OUT * usual)
        if not is_edge and blanks == 1 and characters.has_blanks and gap > _TAB * size:
            is_edge = characters.is_made_up(words[place][1])
        is_walled = any(ends[place][1] - 1 < wall < ends[place + 1][0] + 1 for wall in walls)
        if is_walled or (is_edge and not (place == 0 and can_be_mark(characters.text[slice(*words[0])]))):
            parts.append(words[place + 1])
        else:
            parts[-1] = (parts[-1][0], words[place + 1][1])
    return parts
