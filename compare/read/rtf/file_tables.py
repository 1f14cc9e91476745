r"""Reads the tables at the top of a Rich Text file (fonts, styles, authors, lists), and counts by the table of lists.

{\fonttbl{\f0\froman\fcharset0 Times New Roman;}…}     fonts in groups, as Word and Writer write them
{\fonttbl\f0\fswiss\fcharset0 Helvetica;\f1 …;}        one after the other, as TextEdit does
{\stylesheet{\s1\outlinelevel0 heading 1;}…}           a style by its level, its name, or what it is based on
{\*\revtbl{Unknown;}{A. Clerk;}}                       authors in their order
{\listlevel\levelnfc0{\leveltext\'03(\'01);}}          "(1)": a level's own number, with what is printed around it
{\leveltext\'04\'00.\'01.;}                            "3.2.": a level prints the numbers above it too
{\leveltext\'01\u-3913 ?;}…\f3                         "•" in Symbol
{\lfolevel\listoverridestartat\levelstartat5}          the same list again, from 5
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from compare.read.common.list_numbers import NumberFormat, format_count
from compare.read.common.word_processing import LINK_STYLES, TITLE_STYLE, bullet_character
from compare.read.rtf.characters import WESTERN_FONT, CharacterDecoder, Font, add_token, font_of, read_text
from compare.read.rtf.tokens import TokenKind, Tokens

_HEADING = re.compile(r"heading ([1-9])\b", re.IGNORECASE)
_LONGEST_NAME = 255  # bytes of the name of a font or style
# Groups in a style that hold other text than its name.
_IN_STYLES = frozenset({"keycode", "falt", "panose"})
# Styles on which styles are based, one on another; more is a ring.
_LONGEST_CHAIN = 20
# The highest value of \outlinelevel that is one; 9 is body text.
_LAST_OUTLINE_LEVEL = 8
# Levels of a list. Source: the Rich Text Format specification 1.9.1, "List Levels".
_LEVELS = 9
# Kinds of numbers. Source: the same, "levelnfc"; those not here are other scripts, counted in figures.
_FORMATS = {
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
_NOTHING_FOLLOWS = 2  # Source: the same, "levelfollow"
# Characters of the text of a level. Source: the same; its length is one byte.
_LONGEST = 255


@dataclass(slots=True)
class ParagraphStyle:
    """What a style states about headings: `outline` counts from 1, 0 for body text."""

    name: str = ""
    outline: int | None = None
    based_on: int | None = None


@dataclass(slots=True)
class Styles:
    """The styles of a file: those of paragraphs by number, and the numbers of character styles for links."""

    paragraph: dict[int, ParagraphStyle] = field(default_factory=dict)
    links: set[int] = field(default_factory=set)
    _levels: dict[int, int] = field(default_factory=dict)

    def heading_level(self, number: int) -> int:
        """The heading level of a style, from 1; 0 if it is no style of headings."""
        if number not in self._levels:
            self._levels[number] = self._find_level(number)
        return self._levels[number]

    def _find_level(self, number: int | None) -> int:
        for _ in range(_LONGEST_CHAIN):
            style = self.paragraph.get(number) if number is not None else None
            if style is None:
                break
            named = _HEADING.match(style.name)
            if named is not None:
                return int(named[1])
            if style.name.lower() == TITLE_STYLE:
                return 1
            if style.outline is not None:
                return style.outline
            number = style.based_on
        return 0


def read_fonts(tokens: Tokens, codec: str) -> dict[int, Font]:
    """Reads the fonts, by number; `codec` is that of the file."""
    fonts: dict[int, Font] = {}
    facts: dict[str, int | None] = {}
    name = b""
    for token in tokens.rest_of_group():
        if token.kind is TokenKind.SYMBOL and token.name == "*":
            tokens.skip_group()
        elif token.kind is TokenKind.WORD:
            facts[token.name] = token.number
        elif token.kind is TokenKind.TEXT:
            name = name[:_LONGEST_NAME] + token.data.strip(b"\r\n")
            if b";" in name:
                plain = name.partition(b";")[0].decode("ascii", "replace").strip()
                fonts[facts.get("f") or 0] = font_of(facts.get("fcharset"), facts.get("cpg"), plain, codec)
                facts, name = {}, b""
    return fonts


def read_styles(tokens: Tokens) -> Styles:
    """Reads the styles."""
    styles = Styles()
    facts: dict[str, int | None] = {}
    name = b""
    for token in tokens.rest_of_group():
        if token.kind is TokenKind.WORD:
            if token.name in _IN_STYLES:
                tokens.skip_group()
            facts[token.name] = token.number
        elif token.kind is TokenKind.TEXT:
            name = name[:_LONGEST_NAME] + token.data.strip(b"\r\n")
            if b";" in name:
                _add_style(styles, facts, name.partition(b";")[0].decode("latin-1").strip())
                facts, name = {}, b""
    return styles


def _add_style(styles: Styles, facts: dict[str, int | None], name: str) -> None:
    if "cs" in facts:
        if name.lower() in LINK_STYLES:
            styles.links.add(facts["cs"] or 0)
    elif "ts" not in facts and "ds" not in facts:
        outline = outline_level(facts["outlinelevel"]) if "outlinelevel" in facts else None
        styles.paragraph[facts.get("s") or 0] = ParagraphStyle(name, outline, facts.get("sbasedon"))


def outline_level(number: int | None) -> int:
    r"""The heading level, from 1, that \outlinelevel states; 0 for body text."""
    return number + 1 if number is not None and 0 <= number <= _LAST_OUTLINE_LEVEL else 0


def read_names(tokens: Tokens, font: Font) -> list[str]:
    """Reads a table of names, each in a group of its own, in order."""
    names: list[str] = []
    decoder = CharacterDecoder(font)
    for token in tokens.rest_of_group():
        if token.kind is TokenKind.CLOSE:
            names.append(decoder.take().strip().removesuffix(";").strip())
        else:
            add_token(decoder, token)
    return names


@dataclass(slots=True)
class ListLevel:
    r"""A level of a list. In `text` the characters \x00 to \x08 stand for the numbers of the levels."""

    number_format: NumberFormat = NumberFormat.DECIMAL
    start: int = 1
    text: str = ""
    font: int | None = None
    is_legal: bool = False  # shows all numbers in figures
    is_glued: bool = False  # neither a tab nor a blank follows the number

    def prints(self, mark: str) -> bool:
        """Whether a mark has the form of this level's marks."""
        return _shape(mark) == _shape(_PLACES.sub("0", self.text))


@dataclass(slots=True)
class ListUse:
    r"""A list as paragraphs name it by \ls, with starts and levels of its own."""

    list_id: int = 0
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, ListLevel] = field(default_factory=dict)
    place: int = -1  # the level that is being read
    restarts: bool = False


def read_lists(tokens: Tokens) -> dict[int, list[ListLevel]]:
    """Reads the levels of the lists, by the lists' ids."""
    lists: dict[int, list[ListLevel]] = {}
    levels: list[ListLevel] = []
    for token in tokens.rest_of_group():
        if token.kind is not TokenKind.WORD:
            continue
        if token.name == "list":
            levels = []
        elif token.name == "listlevel":
            levels.append(ListLevel())
        elif token.name == "listid":
            lists[token.number or 0] = levels[:_LEVELS]
        elif token.name in ("listname", "liststylename", "listpicture"):
            tokens.skip_group()
        elif levels:
            _describe(levels[-1], token.name, token.number, tokens)
    return lists


def read_overrides(tokens: Tokens) -> dict[int, ListUse]:
    r"""Reads the uses of lists, by their \ls numbers."""
    uses: dict[int, ListUse] = {}
    use = ListUse()
    for token in tokens.rest_of_group():
        if token.kind is not TokenKind.WORD:
            continue
        if token.name == "listoverride":
            use = ListUse()
        elif token.name == "listid":
            use.list_id = token.number or 0
        elif token.name == "ls":
            uses[token.number or 0] = use
        else:
            _override(use, token.name, token.number, tokens)
    return uses


def _override(use: ListUse, name: str, number: int | None, tokens: Tokens) -> None:
    if name == "lfolevel":
        use.place, use.restarts = use.place + 1, False
    elif name == "listoverridestartat":
        use.restarts = True
    elif name == "listlevel":
        use.levels[use.place] = ListLevel()
    elif use.place in use.levels:
        _describe(use.levels[use.place], name, number, tokens)
    if name == "levelstartat" and use.restarts:
        use.starts[use.place] = number or 0


def _describe(level: ListLevel, name: str, number: int | None, tokens: Tokens) -> None:
    if name in ("levelnfc", "levelnfcn"):
        level.number_format = _FORMATS.get(number or 0, NumberFormat.DECIMAL)
    elif name == "levelstartat":
        level.start = number or 0
    elif name == "levellegal":
        level.is_legal = number != 0
    elif name == "levelfollow":
        level.is_glued = number == _NOTHING_FOLLOWS
    elif name == "f":
        level.font = number
    elif name == "leveltext":
        level.text = read_text(tokens, WESTERN_FONT)[1 : _LONGEST + 1].removesuffix(";")
    elif name == "levelnumbers":
        tokens.skip_group()


@dataclass(slots=True)
class ListCounter:
    """Counts the paragraphs of lists as they come."""

    fonts: dict[int, Font] = field(default_factory=dict)
    lists: dict[int, list[ListLevel]] = field(default_factory=dict)
    uses: dict[int, ListUse] = field(default_factory=dict)
    _counts: dict[int, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)
    _recounted: set[int] = field(default_factory=set)

    def recount(self, use: int) -> None:
        """Ignores the numbers that the file prints for a list from here on: one of them was dropped."""
        self._recounted.add(self._list_of(use))

    def is_recounted(self, use: int) -> bool:
        """Whether the numbers that the file prints for a list are ignored."""
        return self._list_of(use) in self._recounted

    def level_of(self, use: int, stated: int, printed: str) -> int:
        r"""The level, from 0, of a paragraph with this printed number: as stated, unless another level prints it so.

        Writer writes \ls without \ilvl for paragraphs that have their level from a style.
        """
        levels = self.lists.get(self._list_of(use), [])
        if not printed or (stated < len(levels) and levels[stated].prints(printed)):
            return stated
        return next((place for place, level in enumerate(levels) if level.prints(printed)), stated)

    def _list_of(self, use: int) -> int:
        return self.uses[use].list_id if use in self.uses else 0

    def is_glued(self, use: int, place: int) -> bool:
        """Whether a level prints nothing between its numbers and the words."""
        levels = self._levels_of(use)
        return 0 <= place < len(levels) and levels[place].is_glued

    def _levels_of(self, use: int) -> list[ListLevel]:
        override = self.uses.get(use)
        if override is None:
            return []
        levels = self.lists.get(override.list_id, [])
        return [override.levels.get(at, level) for at, level in enumerate(levels)]

    def count(self, use: int, place: int) -> str:
        """Counts a paragraph in a use of a list, at a level from 0. Returns its mark; empty if none is known."""
        override, levels = self.uses.get(use), self._levels_of(use)
        if override is None or not 0 <= place < min(len(levels), _LEVELS):
            return ""
        counts = self._counts.setdefault(override.list_id, [None] * _LEVELS)
        self._step(counts, levels, place, self._restart(override, use, place))
        return self._written(levels, counts, place)

    def _restart(self, override: ListUse, use: int, place: int) -> int | None:
        if (use, place) in self._begun:
            return None
        self._begun.add((use, place))
        return override.starts.get(place)

    @staticmethod
    def _step(counts: list[int | None], levels: list[ListLevel], place: int, restart: int | None) -> None:
        for at in range(place):
            if counts[at] is None:
                counts[at] = levels[at].start
        before = counts[place]
        if restart is not None:
            counts[place] = restart
        else:
            counts[place] = levels[place].start if before is None else before + 1
        counts[place + 1 :] = [None] * (_LEVELS - place - 1)

    def _written(self, levels: list[ListLevel], counts: list[int | None], place: int) -> str:
        level = levels[place]
        font = self.fonts.get(level.font) if level.font is not None else None
        if level.number_format is NumberFormat.BULLET:
            return bullet_character(level.text, font.symbols if font else "")
        shown = ""
        for letter in level.text:
            at = ord(letter)
            if at >= _LEVELS:
                shown += letter
            elif at < len(levels):
                number_format = NumberFormat.DECIMAL if level.is_legal else levels[at].number_format
                shown += format_count(counts[at] or 0, number_format)
        return shown


def _shape(mark: str) -> str:
    """The mark with each of its numbers and words replaced by 0."""
    return _NUMBER.sub("0", mark.strip())
