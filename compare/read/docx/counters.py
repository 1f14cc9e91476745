"""Numbers counted paragraph by paragraph, as Word counts them.

level text "%1.%2", levels at 2 and 3              2.3
the same, "isLgl", where level 1 alone prints II.  2.3
two lists on one definition                        one count goes through both
a list with a start of its own                     begins there when it is first met
a second level before any first                    1.1; the first is taken as begun, and the next one is 2
a bullet U+F0B7 in the font Symbol                 •
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from compare.read.common.list_numbers import NumberFormat, format_count
from compare.read.common.word_processing import bullet_character
from compare.read.docx.numbering import LEVELS, Level, List, Numbered, Numbering

_PLACE = re.compile(r"%([1-9])")


@dataclass(slots=True)
class Counts:
    """Where the counts of the lists stand in one story: the body, the notes, one header."""

    numbering: Numbering
    _at: dict[str, dict[int, int]] = field(default_factory=dict)  # by definition and level
    _begun: set[Numbered] = field(default_factory=set)

    def next_mark(self, place: Numbered) -> str:
        """Counts a paragraph, and gives what is printed before it."""
        found = self.numbering.find_list(place.list_id)
        if found is None:
            return ""
        at = self._at.setdefault(found.definition, {})
        for above in range(place.level):
            if above not in at and above in found.levels:
                at[above] = _start(found, above)
        if place.level not in at or (place.level in found.starts and place not in self._begun):
            at[place.level] = _start(found, place.level)
        else:
            at[place.level] += 1
        self._begun.add(place)
        for below in range(place.level + 1, LEVELS):
            if below in at and _begins_anew(found.levels.get(below), below, place.level):
                del at[below]
        return _printed(found, place.level, at)


def _start(found: List, level: int) -> int:
    return found.starts.get(level, found.levels[level].start)


def _begins_anew(level: Level | None, number: int, used: int) -> bool:
    """Whether a level begins anew after one above it was used."""
    if level is None or level.restart is None or level.restart > number:
        return True
    return used < level.restart


def _printed(found: List, number: int, at: dict[int, int]) -> str:
    level = found.levels[number]
    if level.style is NumberFormat.BULLET:
        return bullet_character(level.text, level.font)

    def count(place: re.Match[str]) -> str:
        counted = int(place[1]) - 1
        other = found.levels.get(counted)
        if other is None or counted not in at:
            return ""
        style = other.style
        if level.is_legal and style not in (NumberFormat.NONE, NumberFormat.BULLET, NumberFormat.DECIMAL_ZERO):
            style = NumberFormat.DECIMAL
        return format_count(at[counted], style).zfill(other.width)

    return _PLACE.sub(count, level.text)
