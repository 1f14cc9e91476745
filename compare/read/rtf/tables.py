r"""The tables at the head of a Rich Text file: fonts, styles, and who made the tracked changes.

{\fonttbl{\f0\froman\fcharset0 Times New Roman;}…}     fonts in groups, as Word and Writer write them
{\fonttbl\f0\fswiss\fcharset0 Helvetica;\f1 …;}        one after the other, as TextEdit does
{\stylesheet{\s1\outlinelevel0 heading 1;}…}           a style by its level, its name, or what it is based on
{\*\revtbl{Unknown;}{A. Clerk;}}                       authors in their order
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from compare.read.rtf.letters import Font, Letters, font_of
from compare.read.rtf.tokens import Kind, Token, Tokens

_HEADING = re.compile(r"heading ([1-9])\b", re.IGNORECASE)
_TITLE = "title"
# A link is underlined because it leads somewhere, not because it was amended.
_LINKS = frozenset({"hyperlink", "followedhyperlink", "internet link", "visited internet link"})
_LONGEST_NAME = 255  # bytes of the name of a font or style
# Groups in a style that hold other text than its name.
_IN_STYLES = frozenset({"keycode", "falt", "panose"})
# Styles on which styles are based, one on another; more is a ring.
_LONGEST_CHAIN = 20
# The highest value of \outlinelevel that is one; 9 is body text.
_LAST_OUTLINE_LEVEL = 8


@dataclass(slots=True)
class ParagraphStyle:
    """A style as far as it tells of headings: `outline` counted from 1, 0 for body text."""

    name: str = ""
    outline: int | None = None
    based_on: int | None = None


@dataclass(slots=True)
class Styles:
    """The styles of a file: of paragraphs by their numbers, and the numbers of those of characters that are links."""

    paragraph: dict[int, ParagraphStyle] = field(default_factory=dict)
    links: set[int] = field(default_factory=set)
    _levels: dict[int, int] = field(default_factory=dict)

    def heading_level(self, number: int) -> int:
        """The level of the headings in a style, from 1; 0 where it is no style of headings."""
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
            if style.name.lower() == _TITLE:
                return 1
            if style.outline is not None:
                return style.outline
            number = style.based_on
        return 0


def read_fonts(tokens: Tokens, codec: str) -> dict[int, Font]:
    """The fonts by their numbers; `codec` is that of the file."""
    fonts: dict[int, Font] = {}
    facts: dict[str, int | None] = {}
    name = b""
    for token in tokens.rest_of_group():
        if token.kind is Kind.SYMBOL and token.name == "*":
            tokens.skip_group()
        elif token.kind is Kind.WORD:
            facts[token.name] = token.number
        elif token.kind is Kind.TEXT:
            name = name[:_LONGEST_NAME] + token.data.strip(b"\r\n")
            if b";" in name:
                plain = name.partition(b";")[0].decode("ascii", "replace").strip()
                fonts[facts.get("f") or 0] = font_of(facts.get("fcharset"), facts.get("cpg"), plain, codec)
                facts, name = {}, b""
    return fonts


def read_styles(tokens: Tokens) -> Styles:
    """The styles of paragraphs, and which of those of characters are links."""
    styles = Styles()
    facts: dict[str, int | None] = {}
    name = b""
    for token in tokens.rest_of_group():
        if token.kind is Kind.WORD:
            if token.name in _IN_STYLES:
                tokens.skip_group()
            facts[token.name] = token.number
        elif token.kind is Kind.TEXT:
            name = name[:_LONGEST_NAME] + token.data.strip(b"\r\n")
            if b";" in name:
                _add_style(styles, facts, name.partition(b";")[0].decode("latin-1").strip())
                facts, name = {}, b""
    return styles


def _add_style(styles: Styles, facts: dict[str, int | None], name: str) -> None:
    if "cs" in facts:
        if name.lower() in _LINKS:
            styles.links.add(facts["cs"] or 0)
    elif "ts" not in facts and "ds" not in facts:
        outline = outline_level(facts["outlinelevel"]) if "outlinelevel" in facts else None
        styles.paragraph[facts.get("s") or 0] = ParagraphStyle(name, outline, facts.get("sbasedon"))


def outline_level(number: int | None) -> int:
    r"""The level of a heading, from 1, that \outlinelevel states; 0 for body text."""
    return number + 1 if number is not None and 0 <= number <= _LAST_OUTLINE_LEVEL else 0


def read_names(tokens: Tokens, font: Font) -> list[str]:
    """The names in a table of names, each in a group of its own, in order."""
    names: list[str] = []
    letters = Letters(font)
    for token in tokens.rest_of_group():
        if token.kind is Kind.CLOSE:
            names.append(letters.take().strip().removesuffix(";").strip())
        else:
            add_token(letters, token)
    return names


def read_text(tokens: Tokens, font: Font) -> str:
    """The text of what is left of a group."""
    letters = Letters(font)
    for token in tokens.rest_of_group():
        add_token(letters, token)
    return letters.take()


def add_token(letters: Letters, token: Token) -> None:
    """Adds what the token prints, where it is text, a byte or a code point."""
    if token.kind is Kind.TEXT:
        letters.add_text(token.data)
    elif token.kind is Kind.BYTE:
        letters.add_byte(token.number or 0)
    elif token.kind is Kind.WORD and token.name == "u":
        letters.add_point(token.number or 0)
    elif token.kind is Kind.WORD and token.name == "uc":
        letters.stand_in = max(token.number or 0, 0)
    elif token.kind is Kind.SYMBOL and token.name in "\\{}":
        letters.add_sign(token.name)
