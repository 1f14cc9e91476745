r"""The numbers before paragraphs, counted from the tables of lists where the file does not print them itself.

{\listlevel\levelnfc0{\leveltext\'03(\'01);}}    "(1)": a level shows itself between what stands around it
{\leveltext\'04\'00.\'01.;}                      "3.2.": a level shows those above it
{\leveltext\'01\u-3913 ?;}…\f3                   "•" in Symbol
{\lfolevel\listoverridestartat\levelstartat5}    the same list again, from 5
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from compare.read.common.list_numbers import NumberFormat, format_count
from compare.read.common.word_processing import bullet_character
from compare.read.rtf.letters import WESTERN_FONT, Font
from compare.read.rtf.tables import read_text
from compare.read.rtf.tokens import Kind, Tokens

# Levels of a list. Source: the Rich Text Format specification 1.9.1, "List Levels".
LEVELS = 9
# Kinds of numbers. Source: the same, "levelnfc"; those not here are other scripts, counted in figures.
_STYLES = {
    0: NumberFormat.DECIMAL,
    1: NumberFormat.UPPER_ROMAN,
    2: NumberFormat.LOWER_ROMAN,
    3: NumberFormat.UPPER_LETTER,
    4: NumberFormat.LOWER_LETTER,
    5: NumberFormat.ORDINAL,
    6: NumberFormat.CARDINAL_TEXT,
    7: NumberFormat.ORDINAL_TEXT,
    22: NumberFormat.DECIMAL_ZERO,
    23: NumberFormat.BULLET,
    255: NumberFormat.NONE,
}


_PLACES = re.compile(r"[\x00-\x08]")
_NUMBER = re.compile(r"[0-9A-Za-z]+")
# Characters of the text of a level. Source: the same; its length is one byte.
_LONGEST = 255


@dataclass(slots=True)
class Level:
    r"""A level of a list. In `text` the characters \x00 to \x08 stand for the numbers of the levels."""

    style: NumberFormat = NumberFormat.DECIMAL
    start: int = 1
    text: str = ""
    font: int | None = None
    is_legal: bool = False  # shows all numbers in figures

    def prints(self, mark: str) -> bool:
        """Whether a mark has the shape of this level's."""
        return _shape(mark) == _shape(_PLACES.sub("0", self.text))


@dataclass(slots=True)
class Override:
    r"""A use of a list: what paragraphs name by \ls. Counts that begin anew, and levels that look otherwise."""

    list_id: int = 0
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)
    place: int = -1  # the level that is being read
    restarts: bool = False


def read_lists(tokens: Tokens) -> dict[int, list[Level]]:
    """The levels of the lists by the lists' ids."""
    lists: dict[int, list[Level]] = {}
    levels: list[Level] = []
    for token in tokens.rest_of_group():
        if token.kind is not Kind.WORD:
            continue
        if token.name == "list":
            levels = []
        elif token.name == "listlevel":
            levels.append(Level())
        elif token.name == "listid":
            lists[token.number or 0] = levels[:LEVELS]
        elif token.name in ("listname", "liststylename", "listpicture"):
            tokens.skip_group()
        elif levels:
            _describe(levels[-1], token.name, token.number, tokens)
    return lists


def read_overrides(tokens: Tokens) -> dict[int, Override]:
    r"""The uses of lists by their \ls numbers."""
    uses: dict[int, Override] = {}
    use = Override()
    for token in tokens.rest_of_group():
        if token.kind is not Kind.WORD:
            continue
        if token.name == "listoverride":
            use = Override()
        elif token.name == "listid":
            use.list_id = token.number or 0
        elif token.name == "ls":
            uses[token.number or 0] = use
        else:
            _override(use, token.name, token.number, tokens)
    return uses


def _override(use: Override, name: str, number: int | None, tokens: Tokens) -> None:
    if name == "lfolevel":
        use.place, use.restarts = use.place + 1, False
    elif name == "listoverridestartat":
        use.restarts = True
    elif name == "listlevel":
        use.levels[use.place] = Level()
    elif use.place in use.levels:
        _describe(use.levels[use.place], name, number, tokens)
    if name == "levelstartat" and use.restarts:
        use.starts[use.place] = number or 0


def _describe(level: Level, name: str, number: int | None, tokens: Tokens) -> None:
    if name in ("levelnfc", "levelnfcn"):
        level.style = _STYLES.get(number or 0, NumberFormat.DECIMAL)
    elif name == "levelstartat":
        level.start = number or 0
    elif name == "levellegal":
        level.is_legal = number != 0
    elif name == "f":
        level.font = number
    elif name == "leveltext":
        level.text = read_text(tokens, WESTERN_FONT)[1 : _LONGEST + 1].removesuffix(";")
    elif name == "levelnumbers":
        tokens.skip_group()


@dataclass(slots=True)
class Counter:
    """Counts the paragraphs of lists as they come."""

    fonts: dict[int, Font] = field(default_factory=dict)
    lists: dict[int, list[Level]] = field(default_factory=dict)
    uses: dict[int, Override] = field(default_factory=dict)
    _counts: dict[int, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)
    _recounted: set[int] = field(default_factory=set)

    def recount(self, use: int) -> None:
        """From here on the numbers that the file prints for a list are not believed: one of them is gone."""
        self._recounted.add(self._list_of(use))

    def is_recounted(self, use: int) -> bool:
        """Whether the numbers of a list must be counted."""
        return self._list_of(use) in self._recounted

    def level_of(self, use: int, stated: int, printed: str) -> int:
        r"""The level, from 0, of a paragraph whose number is printed so: as stated, unless another level prints that.

        Writer says \ls and leaves out \ilvl for paragraphs that have their level from a style.
        """
        levels = self.lists.get(self._list_of(use), [])
        if not printed or (stated < len(levels) and levels[stated].prints(printed)):
            return stated
        return next((place for place, level in enumerate(levels) if level.prints(printed)), stated)

    def _list_of(self, use: int) -> int:
        return self.uses[use].list_id if use in self.uses else 0

    def count(self, use: int, place: int) -> str:
        """The mark of the next paragraph in a use of a list, at a level counted from 0; empty where none is known."""
        override = self.uses.get(use)
        levels = self.lists.get(override.list_id, []) if override else []
        if override is None or not 0 <= place < min(len(levels), LEVELS):
            return ""
        levels = [override.levels.get(at, level) for at, level in enumerate(levels)]
        counts = self._counts.setdefault(override.list_id, [None] * LEVELS)
        self._step(counts, levels, place, self._restart(override, use, place))
        return self._written(levels, counts, place)

    def _restart(self, override: Override, use: int, place: int) -> int | None:
        if (use, place) in self._begun:
            return None
        self._begun.add((use, place))
        return override.starts.get(place)

    @staticmethod
    def _step(counts: list[int | None], levels: list[Level], place: int, restart: int | None) -> None:
        for at in range(place):
            if counts[at] is None:
                counts[at] = levels[at].start
        before = counts[place]
        if restart is not None:
            counts[place] = restart
        else:
            counts[place] = levels[place].start if before is None else before + 1
        counts[place + 1 :] = [None] * (LEVELS - place - 1)

    def _written(self, levels: list[Level], counts: list[int | None], place: int) -> str:
        level = levels[place]
        font = self.fonts.get(level.font) if level.font is not None else None
        if level.style is NumberFormat.BULLET:
            return bullet_character(level.text, font.symbols if font else "")
        shown = ""
        for letter in level.text:
            at = ord(letter)
            if at >= LEVELS:
                shown += letter
            elif at < len(levels):
                style = NumberFormat.DECIMAL if level.is_legal else levels[at].style
                shown += format_count(counts[at] or 0, style)
        return shown


def _shape(mark: str) -> str:
    """The mark with its numbers, and its words, as one sign each."""
    return _NUMBER.sub("0", mark.strip())
