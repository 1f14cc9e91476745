r"""The number or bullet before each item of a list, counted as a browser counts.

<ol start="29"><li>Sports ground              29.
<ol type="a"><li>…<li value="4">…             a.  d.
<ol reversed><li>…<li>…                       2.  1.
<ul style="list-style-type:square">           ▪
<ol><ol type="i"><li>…                        i., one level in: what LibreOffice writes
.lst-kix_a-0>li:before { content: "(" counter(lst-ctn-kix_a-0,lower-latin) ") " }    (a): Google Docs
<ul style="list-style:none"><li>              an item without a mark
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from compare.read.common.list_numbers import NumberFormat, format_count
from compare.read.html.css import Declared, StyleSheet
from compare.read.html.tree import Node

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
# Bullets by the number of bulleted lists around the item, as browsers draw them.
_BY_DEPTH = ("disc", "circle", "square")
_INTEGER = re.compile(r"\s*([+-]?\d{1,9})")
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'")
_CONTENT = re.compile(r"(?P<text>\"[^\"]*\"|'[^']*')|counter\(\s*(?P<name>[\w-]+)\s*(?:,\s*(?P<style>[\w-]+)\s*)?\)")
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})[ ]?|\\(.)")
_LAST_CHARACTER = 0x10FFFF
# Google Docs names its lists so; the number at the end is the level, from 0.
_NAMED_LEVEL = re.compile(r"\blst-kix_\w*-(\d)\b")


@dataclass(slots=True)
class _List:
    node: Node
    style: str
    count: int
    step: int
    bulleted: int  # how many bulleted lists there are around its items, itself included


@dataclass(slots=True)
class Lists:
    """The lists around the place that a walk through the page has reached."""

    sheet: StyleSheet
    _open: list[_List] = field(default_factory=list)
    _counters: dict[str, int] = field(default_factory=dict)

    @property
    def depth(self) -> int:
        """How many lists there are around."""
        return len(self._open)

    @property
    def level(self) -> int:
        """The level of an item here, 1 the outermost."""
        if not self._open:
            return 1
        named = _NAMED_LEVEL.search(self._open[-1].node.attributes.get("class", ""))
        return int(named[1]) + 1 if named else len(self._open)

    def enter(self, node: Node) -> None:
        """A list begins."""
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
        self._open.append(_List(node, style, start - step, step, bulleted))

    def leave(self) -> None:
        """The innermost list ends."""
        self._open.pop()

    def mark(self, item: Node) -> str:
        """What is printed before an item that begins; "" where nothing is."""
        declared = self.sheet.declared(item)
        if declared.get("display", "list-item") not in ("list-item", "inherit"):
            return ""
        around = self._open[-1] if self._open else _List(item, "disc", 0, 1, 1)
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
        """The mark that a style sheet puts together."""
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
    """The kind of mark that a style names."""
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
