r"""The paragraphs, list items and rows of a page, in the order in which they are read.

    The Chair\n   said <b>that</b>&nbsp;…         blanks as a browser draws them: one, and no-break ones kept
    Present:<br>Cllr Ames<br><br>In attendance:   <br> is a line end, two are the end of a paragraph
    <li>That the<p>report …<ul><li>…              the first paragraph has the mark; inner items a level more
    <td>Ames<td>Present                           a row

The walk keeps its own stack: how deep a page is nested makes no difference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from compare.errors import TooLargeError
from compare.read.common.document_builder import MOST_PARAGRAPHS, ExtractedParagraph
from compare.read.html.appearance import Look, inner_look, is_block
from compare.read.html.council_sites import Part, heading_level, part_of, unmask
from compare.read.html.css import Declared, StyleSheet
from compare.read.html.inline_text import Words, split_at_breaks
from compare.read.html.lists import LISTS, Lists
from compare.read.html.saved_by_word import columns_of, find_lead
from compare.read.html.tables import is_layout
from compare.read.html.tree import Node, enter_and_leave, text_of
from compare.values import SegmentKind

# A row of a table: the paragraphs of each of its cells.
Row = list[list[ExtractedParagraph]]

_AROUND_LINE_END = re.compile(r"[ \t\f]*\r?\n[ \t\f]*")
_CELLS = frozenset(("tr", "td", "th"))
_LED = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
_NOTHING: Declared = {}
# LibreOffice sets its markup in with tabs; other tabs in it are those of the text.
_WRITERS_INDENT = re.compile(r"\n\t+")
# Columns by which a paragraph of a list item stands in, for each level.
_STEP = 4
# Sides of an image in pixels, as the page states them, up to which it is an icon.
_ICON = 48


class _Frame(NamedTuple):
    """What holds inside an element."""

    look: Look
    heading: int = 0
    is_furniture: bool = False
    is_layout: bool = False  # its cells are paragraphs one below the other
    indent: int = 0
    keeps_breaks: bool = False  # a word processor wrote it: its line ends are none of paragraphs


@dataclass(slots=True)
class Flow:
    """Walks through the content of a page and leaves its pieces behind."""

    source: str  # the path, for errors
    sheet: StyleSheet
    unseen: frozenset[Node] = frozenset()  # texts that the page hides
    is_writer: bool = False  # the page was written by LibreOffice
    is_processed: bool = False  # … or by another word processor
    pieces: list[ExtractedParagraph | Row] = field(default_factory=list)
    images: int = 0
    frames: int = 0
    hidden_words: int = 0
    _lists: Lists = field(init=False)
    _outermost: _Frame = field(init=False)
    _around: list[tuple[_Frame, bool]] = field(default_factory=list)  # and whether the element ends a paragraph
    _rows: list[tuple[Node, Row]] = field(default_factory=list)
    _cells: list[tuple[Node, list[ExtractedParagraph | Row]]] = field(
        default_factory=list
    )  # and what stood before each
    _words: Words = field(default_factory=Words)
    _mark: tuple[str, int] | None = None  # the mark and level of the next paragraph
    _drop: int = 0  # characters of the markup's text that the mark took up

    def __post_init__(self) -> None:
        self._lists = Lists(self.sheet)
        self._outermost = _Frame(Look(), keeps_breaks=self.is_processed)

    @property
    def _frame(self) -> _Frame:
        return self._around[-1][0] if self._around else self._outermost

    def walk(self, root: Node) -> None:
        """Takes in what an element holds."""
        for piece, begins in enter_and_leave(root):
            if isinstance(piece, str):
                self._text(piece)
            elif piece.is_hidden and piece is not root:
                self.hidden_words += piece.words if begins and piece in self.unseen else 0
            elif begins:
                self._enter(piece)
            else:
                self._leave(piece)
        self._end_paragraph()
        self._mark = None

    def _enter(self, node: Node) -> None:
        outer, tag, attributes = self._frame, node.tag, node.attributes
        declared = self.sheet.declared(node) if attributes or self.sheet.has_rules else _NOTHING
        part = part_of(node) if attributes or tag in ("li", "tr") else None
        if attributes and self._is_replaced(node, declared, part):
            node.is_hidden = True
            return
        ends = is_block(node, declared) or part is Part.PAGE
        if ends:
            self._end_paragraph()
        frame = _Frame(
            inner_look(node, outer.look, declared),
            heading_level(node) or outer.heading,
            outer.is_furniture or part is Part.PAGE,
            is_layout(node) if tag == "table" else outer.is_layout,
            columns_of(declared) if ends else outer.indent,
            outer.keeps_breaks or "Mso" in attributes.get("class", ""),
        )
        self._around.append((frame, ends))
        self._begin(node)

    def _begin(self, node: Node) -> None:
        """What an element does as it begins."""
        tag = node.tag
        if tag == "br":
            self._end_line()
        elif tag in LISTS:
            self._mark = None
            self._lists.enter(node)
        elif tag == "li":
            self._mark = (self._lists.mark(node), self._lists.level)
        elif tag in _LED or (tag == "div" and self.is_writer):
            self._take_lead(node)
        elif tag in _CELLS:
            self._begin_cell(node)
        elif tag in ("img", "iframe"):
            self._pass_picture(node)
        elif tag == "q":
            self._text("“")

    def _is_replaced(self, node: Node, declared: Declared, part: Part | None) -> bool:
        """Whether something else is printed for an element than what is in it."""
        address = unmask(node)
        if part is Part.NUMBER:
            self._mark = (text_of(node).strip(), 1)
        elif address is not None:
            self._words.add_exactly(address, self._frame.look.dress)
        elif "mso-tab-count" in declared:
            self._words.add_exactly("\t", self._frame.look.dress)
        else:
            return False
        return True

    def _leave(self, node: Node) -> None:
        tag = node.tag
        if tag == "q":
            self._text("”")
        if self._around[-1][1]:
            self._end_paragraph()
        self._around.pop()
        if tag in LISTS:
            self._lists.leave()
        elif tag == "li":
            self._mark = None
        elif tag in _CELLS:
            self._end_cell(node)

    def _begin_cell(self, node: Node) -> None:
        if self._frame.is_layout:
            return
        if node.tag == "tr":
            self._rows.append((node, []))
        elif self._rows:
            self._cells.append((node, self.pieces))
            self.pieces = []

    def _end_cell(self, node: Node) -> None:
        if self._rows and self._rows[-1][0] is node:
            row = self._rows.pop()[1]
            if row:
                self.pieces.append(row)
        elif self._cells and self._cells[-1][0] is node:
            inside = self.pieces
            self.pieces = self._cells.pop()[1]
            self._rows[-1][1].append([entry for piece in inside for entry in _entries(piece)])

    def _take_lead(self, node: Node) -> None:
        """The mark that a word processor typed at the head of a paragraph."""
        lead = find_lead(node, self.sheet, is_writer=self.is_writer)
        if lead is not None and (self.is_writer or self._mark is None or not self._mark[0]):
            self._mark = (lead.mark, lead.level if self._mark is None else self._mark[1])
            self._drop = lead.length

    def _pass_picture(self, node: Node) -> None:
        if node.tag == "iframe":
            self.frames += 1
            return
        sides = [node.attributes.get(side, "").removesuffix("px") for side in ("width", "height")]
        self.images += not any(side.isdecimal() and int(side[:4]) <= _ICON for side in sides)

    def _text(self, text: str) -> None:
        if self._drop:
            dropped = min(self._drop, len(text))
            self._drop -= dropped
            text = text[dropped:]
        look = self._frame.look
        if not look.blanks:
            first, *rest = _WRITERS_INDENT.sub("\n", text).split("\t") if self.is_writer else [text]
            self._words.add(first, look.dress)
            for part in rest:
                self._words.add_exactly("\t", look.dress)
                self._words.add(part, look.dress)
            return
        kept = text.replace("\r\n", "\n") if look.blanks == "pre" else _AROUND_LINE_END.sub("\n", text)
        for place, line in enumerate(kept.split("\n")):
            if place:
                self._end_line()
            self._words.add_exactly(line, look.dress)

    def _end_line(self) -> None:
        if self._words.end_line():
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        runs = self._words.take()
        if not runs:
            return
        if len(self.pieces) > MOST_PARAGRAPHS:
            what = f"it holds more than {MOST_PARAGRAPHS:,} paragraphs"
            raise TooLargeError(self.source, what, "Compare it in parts.")
        frame = self._frame
        mark, level = self._mark or ("", 0)
        inner = frame.indent or self._lists.depth * _STEP
        if frame.is_furniture:
            first = ExtractedParagraph(runs, SegmentKind.FURNITURE)
        elif frame.heading:
            first = ExtractedParagraph(runs, SegmentKind.HEADING, mark, frame.heading)
        elif self._mark is not None:
            first = ExtractedParagraph(runs, SegmentKind.LIST_ITEM, mark, level, 0 if level else inner)
        else:
            first = ExtractedParagraph(runs, indent=inner)
        self._mark = self._mark if frame.is_furniture else None
        if frame.keeps_breaks or self._cells or first.kind not in (SegmentKind.PARAGRAPH, SegmentKind.LIST_ITEM):
            self.pieces.append(first)
            return
        own, *rest = split_at_breaks(runs)
        self.pieces.append(ExtractedParagraph(own, first.kind, first.mark, first.level, first.indent))
        self.pieces.extend(ExtractedParagraph(part, indent=inner) for part in rest)


def _entries(piece: ExtractedParagraph | Row) -> list[ExtractedParagraph]:
    return [piece] if isinstance(piece, ExtractedParagraph) else [entry for cell in piece for entry in cell]
