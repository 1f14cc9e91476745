"""A source as the document tree of pandoc, which then writes it in its own way: other lists, other styles, no page.

    item@limbs:1, item@limbs:2     an ordered list with another inside; the numbers are pandoc's own
    a tab                          a blank: pandoc knows none
    a text box                     a block quote

Numbers such as 1.1 that a word processor counts have no form there; `can_express` knows which.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from .counting import Counting, level_of
from .inline import Words
from .source import Block, Box, Cell, Control, Para, Source, Table

_VERSION = [1, 22, 2, 1]
_NO_ATTR = ["", [], []]
_STYLES = {"lowerLetter": "LowerAlpha", "lowerRoman": "LowerRoman", "decimal": "Decimal"}
_LOOKS = {"b": "Strong", "i": "Emph", "u": "Underline", "s": "Strikeout", "r": "Superscript"}


def can_express(source: Source) -> bool:
    """Whether all that the source holds has a form in pandoc."""
    shapes = [source.lists[para.list][para.level - 1] for para in source.blocks if isinstance(para, Para) and para.list]
    return not any("1.1" in shape for shape in shapes) and not source.clauses


def write_tree(source: Source) -> str:
    """The tree as pandoc reads it in JSON."""
    blocks = list(_Tree(source).blocks(source.blocks))
    return json.dumps({"pandoc-api-version": _VERSION, "meta": {}, "blocks": blocks})


class _Tree:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.counting = Counting(source)

    def blocks(self, blocks: Sequence[Block]) -> Iterator[Any]:
        for is_item, group in groupby(blocks, lambda block: isinstance(block, Para) and block.kind == "item"):
            if is_item:
                yield from self._lists([para for para in group if isinstance(para, Para)], 1)
            else:
                for block in group:
                    yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Any]:
        match block:
            case Para(kind="title"):
                paragraph = {"t": "Para", "c": self._inlines(block)}
                yield {"t": "Div", "c": [["", [], [["custom-style", "Title"]]], [paragraph]]}
            case Para(kind="head1" | "head2"):
                yield {"t": "Header", "c": [int(block.kind[-1]), _NO_ATTR, self._inlines(block)]}
            case Para() if block.words:
                yield {"t": "Para", "c": self._inlines(block)}
            case Table():
                yield self._table(block)
            case Box():
                yield {"t": "BlockQuote", "c": list(self.blocks(block.paras))}
            case Control():
                yield from self.blocks(block.paras)

    def _lists(self, paras: list[Para], depth: int) -> Iterator[Any]:
        """Items that follow one another, as lists: a new one where the numbering starts again or is another."""
        items: list[list[Any]] = []
        first: tuple[Para, int] | None = None
        while paras:
            para = paras.pop(0)
            if para.level > depth:
                deeper = [para]
                while paras and paras[0].level > depth:
                    deeper.append(paras.pop(0))
                items[-1].extend(self._lists(deeper, depth + 1))
                continue
            if first and (para.is_restart or para.list != first[0].list):
                yield self._list(*first, items)
                items, first = [], None
            number = self.counting.step(para)
            first = first or (para, number)
            items.append([{"t": "Para", "c": self._inlines(para)}])
        if first:
            yield self._list(*first, items)

    def _list(self, para: Para, number: int, items: list[list[Any]]) -> dict[str, Any]:
        level = level_of(self.source.lists[para.list][para.level - 1], para.level)
        if level.format == "bullet":
            return {"t": "BulletList", "c": items}
        around = {"(": "TwoParens", ")": "OneParen"}.get(level.text[0] if level.text[0] == "(" else level.text[-1])
        style = [number, {"t": _STYLES[level.format]}, {"t": around or "Period"}]
        return {"t": "OrderedList", "c": [style, items]}

    def _inlines(self, para: Para) -> list[Any]:
        return [inline for words in para.words for inline in self._inline(words)]

    def _inline(self, words: Words) -> Iterator[Any]:
        if words.role == "note":
            yield {"t": "Note", "c": [{"t": "Para", "c": list(_text(words.text))}]}
            return
        inlines = list(_text(words.text))
        for look in words.look:
            inlines = [{"t": _LOOKS[look], "c": inlines}]
        yield from inlines

    def _table(self, table: Table) -> dict[str, Any]:
        total = sum(table.widths)
        columns = [[{"t": "AlignDefault"}, {"t": "ColWidth", "c": width / total}] for width in table.widths]
        rows = [[_NO_ATTR, [self._cell(cell) for cell in row]] for row in table.rows]
        head = 1 if table.has_head else 0
        body = [_NO_ATTR, 0, [], rows[head:]]
        return {
            "t": "Table",
            "c": [_NO_ATTR, [None, []], columns, [_NO_ATTR, rows[:head]], [body], [_NO_ATTR, []]],
        }

    def _cell(self, cell: Cell) -> list[Any]:
        content = list(self.blocks(cell.paras))
        if len(content) == 1 and content[0]["t"] == "Para":
            content[0]["t"] = "Plain"
        return [_NO_ATTR, {"t": "AlignDefault"}, 1, cell.span, content]


def _text(text: str) -> Iterator[Any]:
    for line_number, line in enumerate(text.split("\n")):
        if line_number:
            yield {"t": "LineBreak"}
        for is_blank, letters in groupby(line, lambda letter: letter in " \t"):
            yield {"t": "Space"} if is_blank else {"t": "Str", "c": "".join(letters)}
