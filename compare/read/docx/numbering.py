"""Reads the lists of a Word document and counts their paragraphs as Word counts them.

<w:num w:numId="4"> on <w:abstractNum>             the usual way
… with <w:lvlOverride> for its second level        only that level differs
<w:abstractNum> with <w:numStyleLink>              the style of lists has the definition
style "Heading 2", list 1, level by <w:pStyle>     the paragraph itself states nothing
<w:numId w:val="0"/>                               no number, whatever the style states
level text "%1.%2", levels at 2 and 3              2.3
the same, "isLgl", where level 1 alone prints II.  2.3
two lists on one definition                        they share one count
a list with a start of its own                     starts there at its first paragraph
a second level before any first                    1.1; the first level counts as started, and continues with 2
a bullet U+F0B7 in the font Symbol                 •
level text "Resolved:", with a count or without    Resolved:
"%1" followed by nothing, the text "/26 Finance"   7/26 Finance
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from compare.read.common.list_numbers import NumberFormat, format_count
from compare.read.common.word_processing import bullet_character
from compare.read.docx.markup import MC, Element, W, as_number, is_on, number_of, value_of
from compare.read.docx.styles import ParagraphStyle, StatedNumbering, Styles, indent_of

_LEVELS = 9  # of a list; Word has no more
# Characters that a level prints; Word takes 31. Many more before each paragraph would be a bomb.
_LONGEST_TEXT = 255

_COUNT = re.compile(r"%([1-9])")
_FORMATS = {
    "decimal": NumberFormat.DECIMAL,
    "decimalZero": NumberFormat.DECIMAL_ZERO,
    "lowerLetter": NumberFormat.LOWER_LETTER,
    "upperLetter": NumberFormat.UPPER_LETTER,
    "lowerRoman": NumberFormat.LOWER_ROMAN,
    "upperRoman": NumberFormat.UPPER_ROMAN,
    "ordinal": NumberFormat.ORDINAL,
    "cardinalText": NumberFormat.CARDINAL_TEXT,
    "ordinalText": NumberFormat.ORDINAL_TEXT,
    "chicago": NumberFormat.SYMBOLS,
    "bullet": NumberFormat.BULLET,
    "none": NumberFormat.NONE,
}
# The formats that a legal number ("isLgl") keeps.
_NOT_LEGAL = (NumberFormat.NONE, NumberFormat.BULLET, NumberFormat.DECIMAL_ZERO)


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list counts and prints. It restarts after level `restart`, from 1, was used; 0 is never."""

    number_format: NumberFormat = NumberFormat.DECIMAL
    width: int = 0  # digits at least, as in 001, 002
    text: str = ""
    font: str = ""
    start: int = 0
    restart: int | None = None
    is_legal: bool = False
    is_glued: bool = False  # neither a tab nor a blank follows the number
    paragraph_style: str | None = None
    indent: Mapping[str, int] = field(default_factory=dict)


class ListPlace(NamedTuple):
    """The place of a paragraph in the lists; `level` counts from 0."""

    list_id: int
    level: int


@dataclass(frozen=True, slots=True)
class _List:
    """A list as paragraphs name it. Lists with one `definition` share a count; `starts` are its own, by level."""

    definition: str
    levels: Mapping[int, _Level]
    starts: Mapping[int, int]


@dataclass(frozen=True)
class Numbering:
    """The lists of one document; `root` is `None` if it has none."""

    root: Element | None
    styles: Styles
    _lists: dict[int, _List | None] = field(default_factory=dict)

    @cached_property
    def _nums(self) -> dict[int | None, Element]:
        found = () if self.root is None else self.root.iterchildren(f"{W}num")
        return {as_number(num.get(f"{W}numId")): num for num in found}

    @cached_property
    def _definitions(self) -> dict[str, Element]:
        found = () if self.root is None else self.root.iterchildren(f"{W}abstractNum")
        return {definition.get(f"{W}abstractNumId", ""): definition for definition in found}

    def find_list(self, list_id: int) -> _List | None:
        """The list with this id; `None` if there is none."""
        if list_id not in self._lists:
            self._lists[list_id] = self._read_list(list_id)
        return self._lists[list_id]

    def place(self, own: StatedNumbering, style: ParagraphStyle) -> ListPlace | None:
        """The place of a paragraph in the lists, as it or its style states; `None` if it is in none."""
        list_id = style.numbered.list_id if own.list_id is None else own.list_id
        found = None if list_id is None or list_id == 0 else self.find_list(list_id)
        if list_id is None or found is None:
            return None
        level = own.level
        if level is None and own.list_id is None:
            level = _linked_level(found, style)
        if level is None:
            level = 0 if own.list_id is not None else style.numbered.level or 0
        return ListPlace(list_id, level) if level in found.levels else None

    def indent(self, place: ListPlace | None) -> Mapping[str, int]:
        """The indents of a level, as of `indent_of`."""
        found = None if place is None else self.find_list(place.list_id)
        return {} if place is None or found is None else found.levels[place.level].indent

    def is_glued(self, place: ListPlace | None) -> bool:
        """Whether a level prints nothing between its numbers and the words."""
        found = None if place is None else self.find_list(place.list_id)
        return place is not None and found is not None and found.levels[place.level].is_glued

    def _read_list(self, list_id: int) -> _List | None:
        num = self._nums.get(list_id)
        name, definition = self._definition_of(num)
        if num is None or definition is None:
            return None
        levels = {number: _read_level(level) for number, level in _levels(definition)}
        starts: dict[int, int] = {}
        for override in num.iterchildren(f"{W}lvlOverride"):
            levels |= {number: _read_level(level) for number, level in _levels(override)}
            place, start = as_number(override.get(f"{W}ilvl")), number_of(override, "startOverride")
            if place is not None and start is not None:
                starts[place] = start
        return _List(name, levels, starts)

    def _definition_of(self, num: Element | None) -> tuple[str, Element | None]:
        """The definition of a list, found through the styles of lists that it refers to."""
        passed = set[str]()
        while num is not None:
            name = value_of(num, "abstractNumId") or ""
            definition = self._definitions.get(name)
            style = value_of(definition, "numStyleLink")
            if style is None or name in passed:
                return name, definition
            passed.add(name)
            num = self._nums.get(self.styles.list_of_style(style))
        return "", None


def _linked_level(found: _List, style: ParagraphStyle) -> int | None:
    """The level that names this style, or one that it is based on."""
    for style_id in style.numbered_by:
        for number, level in found.levels.items():
            if level.paragraph_style == style_id:
                return number
    return None


def _levels(parent: Element) -> list[tuple[int, Element]]:
    numbered = ((as_number(level.get(f"{W}ilvl")), level) for level in parent.iterchildren(f"{W}lvl"))
    return [(number, level) for number, level in numbered if number is not None and 0 <= number < _LEVELS]


def _read_level(level: Element) -> _Level:
    number_format, width = _number_format(level)
    fonts = level.find(f"{W}rPr/{W}rFonts")
    font = "" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""
    has_picture = level.find(f"{W}lvlPicBulletId") is not None
    return _Level(
        number_format=number_format,
        width=width,
        text="•" if has_picture else (value_of(level, "lvlText") or "")[:_LONGEST_TEXT],
        font=font,
        start=number_of(level, "start") or 0,
        restart=number_of(level, "lvlRestart"),
        is_legal=bool(is_on(level, "isLgl")),
        is_glued=value_of(level, "suff") == "nothing",
        paragraph_style=value_of(level, "pStyle"),
        indent=indent_of(level.find(f"{W}pPr")),
    )


def _number_format(level: Element) -> tuple[NumberFormat, int]:
    """The format of the level's numbers, and their least digits (newer Word: a format like "001, 002, …")."""
    newer = level.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    if newer is not None:
        first = newer.get(f"{W}format", "").partition(",")[0].strip()
        if first.isdecimal():
            return NumberFormat.DECIMAL, min(len(first), _LEVELS)
    stated = value_of(level, "numFmt") or value_of(level.find(f"{MC}AlternateContent/{MC}Fallback"), "numFmt")
    return number_format_named(stated), 0


def number_format_named(name: str | None) -> NumberFormat:
    """A format of numbers by Word's name for it; those of other scripts are written in figures."""
    return _FORMATS.get(name or "", NumberFormat.DECIMAL)


@dataclass(slots=True)
class ListCounter:
    """Counts the paragraphs of the lists in one part: the body, a note, one header."""

    numbering: Numbering
    _at: dict[str, dict[int, int]] = field(default_factory=dict)  # by definition and level
    _begun: set[ListPlace] = field(default_factory=set)

    def next_mark(self, place: ListPlace) -> str:
        """Counts a paragraph. Returns the number or bullet before it."""
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
        for below in range(place.level + 1, _LEVELS):
            if below in at and _restarts(found.levels.get(below), below, place.level):
                del at[below]
        return _printed(found, place.level, at)


def _start(found: _List, level: int) -> int:
    return found.starts.get(level, found.levels[level].start)


def _restarts(level: _Level | None, number: int, used: int) -> bool:
    """Whether a level restarts after the level `used`, above it, was used."""
    if level is None or level.restart is None or level.restart > number:
        return True
    return used < level.restart


def _printed(found: _List, number: int, at: dict[int, int]) -> str:
    level = found.levels[number]
    if level.number_format is NumberFormat.BULLET:
        return bullet_character(level.text, level.font)

    def count(match: re.Match[str]) -> str:
        counted = int(match[1]) - 1
        other = found.levels.get(counted)
        if other is None or counted not in at:
            return ""
        number_format = other.number_format
        if level.is_legal and number_format not in _NOT_LEGAL:
            number_format = NumberFormat.DECIMAL
        return format_count(at[counted], number_format).zfill(other.width)

    return _COUNT.sub(count, level.text)
