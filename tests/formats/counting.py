"""The numbers and bullets that a word processor prints before the items of a list.

    limbs: 1. / (a) / (i)          1.  2.  (a)  (b)  3.  (a)
    items: 1. / 1.1 / 1.1.1        3.  3.1  3.2  3.2.1

A paragraph that starts its list again begins at one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .source import Para, Source

BULLETS = "•–o▪"
_PARTS = re.compile(r"(?P<open>\(?)(?P<value>\d+(?:\.\d+)*|[aAiI])(?P<close>[.):]*)")
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering as Word states it: its format and its text, "%1" for the number of the first level."""

    format: str
    text: str


def level_of(shape: str, depth: int) -> Level:
    """The level that a shape like "1.1", "(a)" or "•" draws; `depth` counts from 1."""
    if shape in BULLETS:
        return Level("bullet", shape)
    match = _PARTS.fullmatch(shape)
    if match is None:
        raise ValueError(f"{shape!r} is no shape of a number")
    value = match["value"]
    form = _FORMATS.get(value, "decimal")
    shown = ".".join(f"%{n}" for n in range(1, depth + 1)) if "." in value else f"%{depth}"
    return Level(form, match["open"] + shown + match["close"])


@dataclass(slots=True)
class Counting:
    """Counts the lists of one document while its paragraphs go by."""

    source: Source
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def mark(self, para: Para) -> str:
        """What is printed before a paragraph, "" for one that stands in no list."""
        if not para.list:
            return ""
        number = self.step(para)
        counts = self._counts[para.list]
        level = level_of(self.source.lists[para.list][para.level - 1], para.level)
        own = _written(number, level.format)
        return re.sub(
            r"%(\d)", lambda place: own if int(place[1]) == para.level else str(counts[int(place[1]) - 1]), level.text
        )

    def step(self, para: Para) -> int:
        """Counts a paragraph of a list; gives its number on its own level."""
        start, depth = self.source.starts[para.list], len(self.source.lists[para.list])
        counts = self._counts.setdefault(para.list, [start - 1, *[0] * (depth - 1)])
        if para.is_restart:
            counts[para.level - 1] = 0
        counts[para.level - 1] += 1
        counts[para.level :] = [0] * (depth - para.level)
        return counts[para.level - 1]


def _written(number: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + number - 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman = ""
        for value, sign in _ROMAN:
            while number >= value:
                roman, number = roman + sign, number - value
        return roman.upper() if form == "upperRoman" else roman
    return str(number)
