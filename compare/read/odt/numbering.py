"""Reads the styles of lists of an OpenDocument text and counts their paragraphs as Writer counts them.

level 2 of "L1": prefix "(", format "a", suffix ")"      (a), (b) … (z), (aa), (ab)
the same with style:num-letter-sync                      (aa), (bb)
display-levels 3, the second level without a number      10.1
a second level before any first                          1.1; the first level counts as started, and continues with 2
a paragraph of the first level without a number          deeper levels restart after it
loext:num-list-format="%1%-%2%."                         1-1.
format "001, 002, 003, ..."                              001
loext:is-legal, where the first level alone prints II.   2.3
text:start-value="-1"                                    1: Writer has no numbers below 0
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from compare.read.common.list_numbers import NumberFormat, format_count
from compare.read.common.word_processing import bullet_character
from compare.read.odt.package import FO, LOEXT, NAME, STYLE, TEXT, Element, is_true, number_of, twips_of
from compare.read.odt.styles import font_of

LEVELS = 10  # of a list. Source: OpenDocument 1.3, part 3, 19.822, and Writer
# Formats of numbers. Source: OpenDocument 1.3, part 3, 20.322, and the additions of Writer to it.
_FORMATS = {
    "1": NumberFormat.DECIMAL,
    "a": NumberFormat.LOWER_COLUMN,
    "A": NumberFormat.UPPER_COLUMN,
    "i": NumberFormat.LOWER_ROMAN,
    "I": NumberFormat.UPPER_ROMAN,
    "": NumberFormat.NONE,
    "1st": NumberFormat.ORDINAL,
    "One": NumberFormat.CARDINAL_TEXT,
    "First": NumberFormat.ORDINAL_TEXT,
    "*, †, ‡, §, **, ††, ...": NumberFormat.SYMBOLS,
}
# Writer states its own formats as they count: "001, 002, 003, ...".
_AND_SO_ON = re.compile(r", (?:2nd|Two|Second|0*2), .*")
_PADDED = re.compile("(0+)1")
_MOST_DIGITS = 9
# The formats that a legal number keeps.
_NOT_LEGAL = (NumberFormat.NONE, NumberFormat.BULLET)
_SYNCHRONOUS = {
    NumberFormat.LOWER_COLUMN: NumberFormat.LOWER_LETTER,
    NumberFormat.UPPER_COLUMN: NumberFormat.UPPER_LETTER,
}
# Characters that a level prints around its numbers. Many more before each paragraph would be a bomb.
_LONGEST = 255
# Fonts of Writer, whose characters of private use are its own bullets.
_OWN_FONTS = frozenset({"starbats", "starsymbol", "opensymbol"})
# The bullets of a list without a style.
_USUAL_BULLETS = "•◦▪"


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list counts and prints; `indent` in twips, as for paragraphs."""

    number_format: NumberFormat = NumberFormat.NONE
    start: int = 1
    prefix: str = ""
    suffix: str = ""
    shown: int = 1  # how many levels, itself included
    pattern: str = ""  # prints them all, "%1%" for the first
    bullet: str = ""
    indent: Mapping[str, int] = field(default_factory=dict)
    width: int = 0  # digits at least, as in 001, 002
    is_legal: bool = False  # shows all numbers in figures
    is_glued: bool = False  # neither a tab nor a blank follows the number


ListLevels = Mapping[int, ListLevel]  # by level, from 0
USUAL_LEVELS: ListLevels = {
    place: ListLevel(NumberFormat.BULLET, bullet=_USUAL_BULLETS[place % len(_USUAL_BULLETS)]) for place in range(LEVELS)
}


@dataclass(slots=True)
class ListCount:
    """The current numbers of one list, by level. `styles` are those in which the levels were last printed."""

    at: dict[int, int] = field(default_factory=dict)
    styles: dict[int, str] = field(default_factory=dict)

    def enter(self, place: int, style: str) -> None:
        """Enters a list within the list; one of another style restarts."""
        if self.styles.get(place, style) != style:
            self.pass_unnumbered(place - 1)
        self.styles[place] = style

    def pass_unnumbered(self, place: int) -> None:
        """Passes a paragraph without a number: deeper levels restart."""
        self.at = {above: count for above, count in self.at.items() if above <= place}

    def next_mark(self, levels: ListLevels, place: int, start: int | None) -> str:
        """Counts a paragraph. Returns the number or bullet before it."""
        for above in range(place):
            self.at.setdefault(above, _level(levels, above).start)
        before = self.at.get(place)
        self.pass_unnumbered(place)
        if start is not None:
            self.at[place] = start
        else:
            self.at[place] = _level(levels, place).start if before is None else before + 1
        return _printed(levels, place, self.at)


def _level(levels: ListLevels, place: int) -> ListLevel:
    return levels.get(place) or ListLevel()


def _printed(levels: ListLevels, place: int, at: Mapping[int, int]) -> str:
    level = _level(levels, place)
    if level.number_format is NumberFormat.BULLET:
        return level.bullet
    if level.pattern:
        return _fill(level, levels, at)
    first = place if level.number_format is NumberFormat.NONE else max(0, place - level.shown + 1)
    numbers = (_count(level, _level(levels, shown), at.get(shown, 0)) for shown in range(first, place + 1))
    return f"{level.prefix}{'.'.join(number for number in numbers if number)}{level.suffix}"


def _count(printed: ListLevel, counted: ListLevel, count: int) -> str:
    """The number of a level as another prints it."""
    number_format = counted.number_format
    if printed.is_legal and number_format not in _NOT_LEGAL:
        number_format = NumberFormat.DECIMAL
    return format_count(count, number_format).zfill(counted.width)


def _fill(level: ListLevel, levels: ListLevels, at: Mapping[int, int]) -> str:
    """Fills in the numbers of a level's pattern; a level without a number drops the full stop after it too."""

    def number(place: re.Match[str]) -> str:
        shown = int(place[1]) - 1
        count = _count(level, _level(levels, shown), at.get(shown, 0))
        return count + place[2] if count else ""

    return re.sub(r"%(\d{1,2})%(\.?)", number, level.pattern)


def read_levels(style: Element, fonts: Mapping[str, str]) -> ListLevels:
    """Reads the levels of a style of lists, or of the outline; `fonts` as in `Styles`."""
    levels: dict[int, ListLevel] = {}
    for level in style.iterchildren("{*}*"):
        place = number_of(level.get(f"{TEXT}level"), 0) - 1
        if 0 <= place < LEVELS:
            levels[place] = _read_level(level, fonts)
    return levels


def _read_level(level: Element, fonts: Mapping[str, str]) -> ListLevel:
    indent = _indent_of(level.find(f"{STYLE}list-level-properties"))
    bullet = level.get(f"{TEXT}bullet-char")
    if bullet is not None:
        return ListLevel(NumberFormat.BULLET, bullet=_bullet(bullet[:_LONGEST], _font_of(level, fonts)), indent=indent)
    if level.tag == f"{TEXT}list-level-style-image":
        return ListLevel(NumberFormat.BULLET, bullet=_USUAL_BULLETS[0], indent=indent)
    counted, width = number_format_named(level.get(f"{STYLE}num-format", ""))
    if is_true(level, f"{STYLE}num-letter-sync"):
        counted = _SYNCHRONOUS.get(counted, counted)
    start = number_of(level.get(f"{TEXT}start-value"), 1)
    return ListLevel(
        counted,
        start if start >= 0 else 1,
        level.get(f"{STYLE}num-prefix", "")[:_LONGEST],
        level.get(f"{STYLE}num-suffix", "")[:_LONGEST],
        number_of(level.get(f"{TEXT}display-levels"), 1),
        (level.get(f"{STYLE}num-list-format") or level.get(f"{LOEXT}num-list-format", ""))[:_LONGEST],
        indent=indent,
        width=width,
        is_legal=is_true(level, f"{LOEXT}is-legal"),
        is_glued=_is_glued(level),
    )


def number_format_named(stated: str) -> tuple[NumberFormat, int]:
    """A format of numbers by its name, and their least digits; those of other scripts are written in figures."""
    first = _AND_SO_ON.sub("", stated)
    padded = _PADDED.fullmatch(first)
    if padded is not None:
        return NumberFormat.DECIMAL, min(len(first), _MOST_DIGITS)
    return _FORMATS.get(first, NumberFormat.DECIMAL), 0


def _is_glued(level: Element) -> bool:
    properties = level.find(f"{STYLE}list-level-properties")
    aligned = None if properties is None else properties.find(f"{STYLE}list-level-label-alignment")
    return aligned is not None and aligned.get(f"{TEXT}label-followed-by") == "nothing"


def _bullet(character: str, font: str) -> str:
    is_private = len(character) == 1 and "\ue000" <= character <= "\uf8ff"
    return _USUAL_BULLETS[0] if is_private and font.lower() in _OWN_FONTS else bullet_character(character, font)


def _font_of(level: Element, fonts: Mapping[str, str]) -> str:
    properties = level.find(f"{STYLE}text-properties")
    return "" if properties is None else font_of(properties, fonts) or ""


def _indent_of(properties: Element | None) -> dict[str, int]:
    if properties is None:
        return {}
    aligned = properties.find(f"{STYLE}list-level-label-alignment")
    if aligned is None:
        stated = {"left": properties.get(f"{TEXT}space-before")}
    else:
        stated = {"left": aligned.get(f"{FO}margin-left"), "first": aligned.get(f"{FO}text-indent")}
    return {name: twips for name, length in stated.items() if (twips := twips_of(length)) is not None}


def read_list_styles(fonts: Mapping[str, str], *containers: Element | None) -> dict[str, ListLevels]:
    """Reads the styles of lists in these containers, by name; later ones override earlier."""
    return {
        style.get(NAME, ""): read_levels(style, fonts)
        for container in containers
        if container is not None
        for style in container.iterchildren(f"{TEXT}list-style")
    }
