r"""The number or bullet before a list item: counted as in browsers, or typed by a word processor.

<ol start="29"><li>Sports ground              29.
<ol type="a"><li>…<li value="4">…             a.  d.
<ol reversed><li>…<li>…                       2.  1.
<ul style="list-style-type:square">           ▪
<ol><ol type="i"><li>…                        i., one level lower: what LibreOffice writes
.lst-kix_a-0>li:before { content: "(" counter(lst-ctn-kix_a-0,lower-latin) ") " }    (a): Google Docs
<ul style="list-style:none"><li>              an item without a mark

1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span>That …      Word: the mark "1."
<span style='mso-list:Ignore'>(a)<span>&nbsp; </span></span>to note                Word: the mark "(a)"
<span style='font-family:Symbol'>·<span>&nbsp;&nbsp; </span></span>bread           Word: the mark "•"
1.\xa0 \xa0 \xa0 \xa0 \xa0That …                  the same, after a content management system removed the styles
\xa0 \xa0 \xa0 \xa0 \xa0 \xa0 bread               a bullet that was lost on the way
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from compare.read.common.list_numbers import NumberFormat, format_count
from compare.read.common.word_processing import bullet_character
from compare.read.html.parser import Node, text_of, walk_tree
from compare.read.html.styles import Declared, StyleSheet, read_declarations

LISTS = frozenset(("ol", "ul", "menu", "dir"))

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_NUMBERS = {
    "decimal": NumberFormat.DECIMAL,
    "decimal-leading-zero": NumberFormat.DECIMAL_ZERO,
    "lower-alpha": NumberFormat.LOWER_COLUMN,
    "lower-latin": NumberFormat.LOWER_COLUMN,
    "upper-alpha": NumberFormat.UPPER_COLUMN,
    "upper-latin": NumberFormat.UPPER_COLUMN,
    "lower-roman": NumberFormat.LOWER_ROMAN,
    "upper-roman": NumberFormat.UPPER_ROMAN,
}
_BULLETS = {"disc": "•", "circle": "◦", "square": "▪", "none": ""}
# Bullets by the number of bulleted lists around the item, as in browsers.
_BY_DEPTH = ("disc", "circle", "square")
_INTEGER = re.compile(r"\s*([+-]?\d{1,9})")
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'")
_CONTENT = re.compile(r"(?P<text>\"[^\"]*\"|'[^']*')|counter\(\s*(?P<name>[\w-]+)\s*(?:,\s*(?P<style>[\w-]+)\s*)?\)")
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})[ ]?|\\(.)")
_LAST_CHARACTER = 0x10FFFF
# The list classes of Google Docs; the last number is the level, from 0.
_NAMED_LEVEL = re.compile(r"\blst-kix_\w*-(\d)\b")
# Characters at the start of a paragraph that can hold its mark and the spaces after it.
_LONGEST_LEAD = 120
# Points: the width of a character for indents in columns, and of the widest page.
_COLUMN, _WIDEST = 6.0, 1200.0
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "em": 12.0, "pc": 12.0}
_LENGTH = re.compile(r"(-?(?:\d{1,6}\.?\d{0,6}|\.\d{1,6}))\s*(pt|in|cm|mm|px|em|pc)\b")
_LEVEL = re.compile(r"\blevel(\d)\b")

_MARK = re.compile(r"[(\[]?\w{1,8}(?:\.\w{1,5}){0,6}[)\].:]{0,2}|([^\w\s])\1?")
_SPACED_MARK = re.compile(
    r"\s*(?P<mark>\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zA-Z]|[ivxl]{2,6}|[IVXL]{2,6})[.)]|[•·▪◦○●■–§➢✓\uf0b7\uf0a7\uf0d8\uf0fc]|o(?=\xa0))"
    r"(?P<gap>[ \n\t]*\xa0[\xa0 \n\t]{2,})(?=\S)"
)
_LOST_BULLET = re.compile(r"[ \n\t]*(?:\xa0[ \n\t]*){4,}(?=[^\s\xa0])")
# LibreOffice writes a number directly before its words: any number in headings; elsewhere numbers of several
# levels or in brackets.
_GLUED = re.compile(r"\s*((?:\d{1,4}(?:\.\d{1,3})*|[A-Z]|[IVXL]{1,6})[.):]|\d{1,4}(?:\.\d{1,3})*)(?=[^\W\d_])")
_GLUED_LEVELS = re.compile(r"\s*(\d{1,4}(?:\.\d{1,3}){1,5}[.)]?(?=[A-Z“‘\"'])|\([a-z0-9]{1,4}\)(?=\w))")
# The least number of no-break spaces between a list mark and its words.
_LEAST_GAP = 3


@dataclass(slots=True)
class _OpenList:
    node: Node
    style: str
    count: int
    step: int
    bulleted: int  # number of bulleted lists around its items, itself included


@dataclass(slots=True)
class ListCounters:
    """Counts the items of the open lists during a walk through the page."""

    sheet: StyleSheet
    _open: list[_OpenList] = field(default_factory=list)
    _counters: dict[str, int] = field(default_factory=dict)

    @property
    def depth(self) -> int:
        """The number of open lists."""
        return len(self._open)

    @property
    def level(self) -> int:
        """The level of an item, from 1 for the outermost list."""
        if not self._open:
            return 1
        named = _NAMED_LEVEL.search(self._open[-1].node.attributes.get("class", ""))
        return int(named[1]) + 1 if named else len(self._open)

    def enter(self, node: Node) -> None:
        """Opens a list."""
        bulleted = (self._open[-1].bulleted if self._open else 0) + (node.tag != "ol")
        declared = self.sheet.declared(node)
        style = _declared_style(declared) or _TYPES.get(node.attributes.get("type", "").strip())
        if style is None and node.attributes.get("type", "").strip().lower() in _BULLETS:
            style = node.attributes["type"].strip().lower()
        if style is None:
            style = "decimal" if node.tag == "ol" else _BY_DEPTH[min(bulleted, len(_BY_DEPTH)) - 1]
        step = -1 if "reversed" in node.attributes else 1
        start = _integer(node.attributes.get("start"))
        if start is None:
            start = (
                sum(1 for child in node.children if isinstance(child, Node) and child.tag == "li") if step < 0 else 1
            )
        for name, value in re.findall(r"([\w-]+)(?:\s+(-?\d{1,9}))?", declared.get("counter-reset", "")):
            self._counters[name] = int(value or 0)
        self._open.append(_OpenList(node, style, start - step, step, bulleted))

    def leave(self) -> None:
        """Closes the innermost list."""
        self._open.pop()

    def mark(self, item: Node) -> str:
        """Counts an item and returns its number or bullet; "" if it has none."""
        declared = self.sheet.declared(item)
        if declared.get("display", "list-item") not in ("list-item", "inherit"):
            return ""
        around = self._open[-1] if self._open else _OpenList(item, "disc", 0, 1, 1)
        around.count += around.step
        value = _integer(item.attributes.get("value"))
        if value is not None:
            around.count = value
        content = self.sheet.marks(around.node).get("content")
        if content is not None:
            return self._drawn(content)
        style = _declared_style(declared) or _TYPES.get(item.attributes.get("type", "").strip()) or around.style
        return _written(around.count, style)

    def _drawn(self, content: str) -> str:
        """The mark that a style sheet composes of text and counters."""
        parts = []
        for match in _CONTENT.finditer(content):
            if match["text"] is not None:
                parts.append(_ESCAPE.sub(_unescaped, match["text"][1:-1]))
            else:
                self._counters[match["name"]] = self._counters.get(match["name"], 0) + 1
                number = _NUMBERS.get(match["style"] or "decimal", NumberFormat.DECIMAL)
                parts.append(format_count(self._counters[match["name"]], number))
        return "".join(parts).strip()


def _declared_style(declared: Declared) -> str | None:
    """The list style in the declarations of an element."""
    value = declared.get("list-style-type", declared.get("list-style"))
    if value is None:
        return None
    quoted = _QUOTED.search(value)
    if quoted:
        return quoted.group()
    known = [word for word in value.split() if word in _NUMBERS or word in _BULLETS]
    return known[-1] if known else None


def _written(count: int, style: str) -> str:
    if style in _BULLETS:
        return _BULLETS[style]
    if style in _NUMBERS:
        return f"{format_count(count, _NUMBERS[style])}."
    return style[1:-1].strip()


def _integer(text: str | None) -> int | None:
    match = _INTEGER.match(text) if text else None
    return int(match[1]) if match else None


def _unescaped(match: re.Match[str]) -> str:
    if match[1] is None:
        return match[2]
    code = int(match[1], 16)
    return chr(code) if code <= _LAST_CHARACTER else ""


class TypedMark(NamedTuple):
    """A list mark typed at the start of a paragraph, its level, and its length in the text of the markup.

    The level is 0 if it is not stated.
    """

    mark: str
    level: int
    length: int


def find_typed_mark(block: Node, sheet: StyleSheet, *, by_libreoffice: bool = False) -> TypedMark | None:
    """Finds the number or bullet that a word processor wrote before the words of a paragraph."""
    before = ""
    for piece, is_start in walk_tree(block):
        if isinstance(piece, str):
            before += piece
            if len(before) > _LONGEST_LEAD:
                break
        elif is_start and piece is not block and not piece.is_hidden:
            typed = _mark_ending_at(piece, before)
            if typed is not None:
                return typed._replace(level=_level(block, sheet))
            if piece.tag == "br":
                break
    return _glued_mark(before, block) if by_libreoffice else _spaced_mark(before, block, sheet)


def _glued_mark(text: str, block: Node) -> TypedMark | None:
    """Finds a mark that LibreOffice wrote directly before the words."""
    match = _GLUED_LEVELS.match(text) or (_GLUED.match(text) if block.tag[0] == "h" else None)
    return TypedMark(match[1], 0, match.end()) if match else None


def _mark_ending_at(node: Node, before: str) -> TypedMark | None:
    """Finds a mark that ends with this element; `before` is the text before the element."""
    style = node.attributes.get("style")
    if not style:
        return None
    declared = read_declarations(style)
    is_drawn = declared.get("float") == "left" and _MARK.fullmatch(text_of(node, _LONGEST_LEAD).strip())
    if (is_drawn or declared.get("mso-list") == "ignore") and not before.strip():
        inside = text_of(node, _LONGEST_LEAD)
        return TypedMark(_sign(inside.strip(), node), 1, len(before) + len(inside))
    font = declared.get("font", "")
    if font.startswith("7") and "times" in font and _MARK.fullmatch(before.strip()):
        spaces = text_of(node, _LONGEST_LEAD)
        if not spaces.strip():
            return TypedMark(_sign(before.strip(), node), 1, len(before) + len(spaces))
    return None


def _spaced_mark(text: str, block: Node, sheet: StyleSheet) -> TypedMark | None:
    """Finds a mark by the no-break spaces after it."""
    match = _SPACED_MARK.match(text)
    if match is not None and match["gap"].count("\xa0") >= _LEAST_GAP:
        return TypedMark(_sign(match["mark"], block), _level(block, sheet), match.end())
    lost = _LOST_BULLET.match(text)
    return TypedMark("", _level(block, sheet), lost.end()) if lost else None


def _sign(mark: str, node: Node) -> str:
    """The mark as printed: a letter in a symbol font as the symbol it shows."""
    if len(mark) == 2 and mark[0] == mark[1]:  # noqa: PLR2004 (LibreOffice's export to XHTML doubles bullets)
        mark = mark[0]
    if len(mark) > 1:
        return mark
    for outer in (node, *node.ancestors()):
        family = read_declarations(outer.attributes.get("style", "")).get("font-family", outer.attributes.get("face"))
        if family:
            return bullet_character(mark, family.split(",")[0].strip(" \"'"))
    return bullet_character(mark, "")


def indent_in_columns(declared: Declared) -> int:
    """The indent of a paragraph's first line, in character widths."""
    lengths = (_LENGTH.match(declared.get(name, "")) for name in ("margin-left", "text-indent"))
    points = sum(float(length[1]) * _POINTS[length[2]] for length in lengths if length)
    return max(0, int(min(points, _WIDEST) / _COLUMN))


def _level(block: Node, sheet: StyleSheet) -> int:
    stated = _LEVEL.search(sheet.declared(block).get("mso-list", ""))
    return int(stated[1]) if stated else 0
