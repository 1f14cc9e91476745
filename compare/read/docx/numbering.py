"""The lists of a Word document: which level of which definition numbers a paragraph, and how it is printed.

<w:num w:numId="4"> on <w:abstractNum>                  the usual way
… with <w:lvlOverride> for its second level             that level alone is another
<w:abstractNum> with <w:numStyleLink>                   defined where the style of lists is
style "Heading 2", list 1, level by <w:pStyle>          the paragraph itself says nothing
<w:numId w:val="0"/>                                    no number, whatever the style says
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from compare.read.common.list_numbers import NumberFormat
from compare.read.docx.names import MC, Element, W, as_number, is_on, number_of, value_of
from compare.read.docx.styles import NumberedAs, ParagraphStyle, Styles, indent_of

LEVELS = 9  # of a list; Word has no more
# Characters of what a level prints; Word takes 31. More of them before each paragraph would be a bomb.
_LONGEST_TEXT = 255

_STYLES = {
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


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and prints. `restart`: the level, from 1, whose use begins it anew; 0 is none."""

    style: NumberFormat = NumberFormat.DECIMAL
    width: int = 0  # digits at least, as in 001, 002
    text: str = ""
    font: str = ""
    start: int = 0
    restart: int | None = None
    is_legal: bool = False
    paragraph_style: str | None = None
    indent: Mapping[str, int] = field(default_factory=dict)


class Numbered(NamedTuple):
    """The place of a paragraph in the lists: `level` from 0."""

    list_id: int
    level: int


@dataclass(frozen=True, slots=True)
class List:
    """A list as paragraphs name it. Lists with one `definition` share a count; `starts` are its own, by level."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(frozen=True)
class Numbering:
    """The lists of one document; `root` is `None` where it has none."""

    root: Element | None
    styles: Styles
    _lists: dict[int, List | None] = field(default_factory=dict)

    @cached_property
    def _nums(self) -> dict[int | None, Element]:
        found = () if self.root is None else self.root.iterchildren(f"{W}num")
        return {as_number(num.get(f"{W}numId")): num for num in found}

    @cached_property
    def _definitions(self) -> dict[str, Element]:
        found = () if self.root is None else self.root.iterchildren(f"{W}abstractNum")
        return {definition.get(f"{W}abstractNumId", ""): definition for definition in found}

    def find_list(self, list_id: int) -> List | None:
        """The list of a number; `None` where there is none."""
        if list_id not in self._lists:
            self._lists[list_id] = self._read_list(list_id)
        return self._lists[list_id]

    def place(self, own: NumberedAs, style: ParagraphStyle) -> Numbered | None:
        """Where a paragraph stands in the lists, from what itself and its style say; `None` for nowhere."""
        list_id = style.numbered.list_id if own.list_id is None else own.list_id
        found = None if list_id is None or list_id == 0 else self.find_list(list_id)
        if list_id is None or found is None:
            return None
        level = own.level
        if level is None and own.list_id is None:
            level = _linked_level(found, style)
        if level is None:
            level = 0 if own.list_id is not None else style.numbered.level or 0
        return Numbered(list_id, level) if level in found.levels else None

    def indent(self, place: Numbered | None) -> Mapping[str, int]:
        """The indents of a level, as of `indent_of`."""
        found = None if place is None else self.find_list(place.list_id)
        return {} if place is None or found is None else found.levels[place.level].indent

    def _read_list(self, list_id: int) -> List | None:
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
        return List(name, levels, starts)

    def _definition_of(self, num: Element | None) -> tuple[str, Element | None]:
        """The definition behind a list, through the styles of lists that it goes by."""
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


def _linked_level(found: List, style: ParagraphStyle) -> int | None:
    """The level that is bound to the style, or to one that it is based on."""
    for style_id in style.numbered_by:
        for number, level in found.levels.items():
            if level.paragraph_style == style_id:
                return number
    return None


def _levels(parent: Element) -> list[tuple[int, Element]]:
    numbered = ((as_number(level.get(f"{W}ilvl")), level) for level in parent.iterchildren(f"{W}lvl"))
    return [(number, level) for number, level in numbered if number is not None and 0 <= number < LEVELS]


def _read_level(level: Element) -> Level:
    style, width = _count_style(level)
    fonts = level.find(f"{W}rPr/{W}rFonts")
    font = "" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""
    has_picture = level.find(f"{W}lvlPicBulletId") is not None
    return Level(
        style=style,
        width=width,
        text="•" if has_picture else (value_of(level, "lvlText") or "")[:_LONGEST_TEXT],
        font=font,
        start=number_of(level, "start") or 0,
        restart=number_of(level, "lvlRestart"),
        is_legal=bool(is_on(level, "isLgl")),
        paragraph_style=value_of(level, "pStyle"),
        indent=indent_of(level.find(f"{W}pPr")),
    )


def _count_style(level: Element) -> tuple[NumberFormat, int]:
    """How the level counts, and with how many digits at least (newer Word: a format like "001, 002, …")."""
    newer = level.find(f"{MC}AlternateContent/{MC}Choice/{W}numFmt")
    if newer is not None:
        first = newer.get(f"{W}format", "").partition(",")[0].strip()
        if first.isdecimal():
            return NumberFormat.DECIMAL, min(len(first), LEVELS)
    stated = value_of(level, "numFmt") or value_of(level.find(f"{MC}AlternateContent/{MC}Fallback"), "numFmt")
    return count_style(stated), 0


def count_style(name: str | None) -> NumberFormat:
    """A way to count by Word's name for it; those of other scripts are written in figures."""
    return _STYLES.get(name or "", NumberFormat.DECIMAL)
