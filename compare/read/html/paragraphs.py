r"""The paragraphs, headings, list items and table rows of a page in reading order.

    The Chair\n   said <b>that</b>&nbsp;…         white space as in a browser: one space; no-break spaces kept
    Present:<br>Cllr Ames<br><br>In attendance:   <br> is a line end, two are the end of a paragraph
    <strong>4. Shelter</strong><br>The Clerk …    <br> between a bold line and a plain one: two paragraphs
    … the quotation had<br>not been received      a line that was full: one paragraph
    <li>That the<p>report …<ul><li>…              the first paragraph has the mark; inner items are a level lower
    <td>Ames<td>Present                           a row …
    <td><h2>Finance</h2> …</td>                   … unless a cell holds headings or a table: then it lays out the page

    <td class="mgItemNumberCell">9.</td><td><p class="mgAiTitleTxt">Apologies     Modern.Gov: heading "9. Apologies"
    <ul class="mgActionList"><li>View the decision for item 4                     a link of the site: furniture …
    <ul class="mgActionList"><li>... view the full minutes text for item 5        … but not this one
    <a data-cfemail="5c3f30…">[email protected]</a>                               clerk@hollinford.example

The walk keeps its own stack: the depth of nesting makes no difference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import NamedTuple

from compare.errors import TooLargeError
from compare.read.common.document_builder import MOST_PARAGRAPHS, ExtractedParagraph, ParagraphOrRow, Run, TableRow
from compare.read.html.fields import FIELDS, is_form_of_site, text_of_field
from compare.read.html.list_marks import LISTS, ListCounters, find_typed_mark, indent_in_columns
from compare.read.html.parser import Node, elements, text_of, walk_tree
from compare.read.html.styles import Declared, InheritedFormat, StyleSheet, format_inside, is_block
from compare.values import Formatting, SegmentKind

# The least length of a line that was broken because it was full. Hard-wrapped texts have 60 to 80 characters.
_FULL = 50
# The fewest letters of a line that is in capitals on purpose.
_LEAST_CAPITALS = 4

_SPACES = re.compile(r"[ \t\n\r\f]+")
_MARKED = re.compile(r"(?:\(?\d{1,3}(?:[./]\d{1,4})*[.)]|\(?[a-zA-Z]\)|\(?[ivx]{1,4}[.)]|[•·▪●–-])\s+\S")
_CLOSED = re.compile(r"[.:;?!][\"'”’)\]]*\Z")
# The most words of a list item that is only a link to another page of the site.
_LONGEST_LINK = 200
_TRUNCATED = re.compile(r"\s*(?:\.\.\.|…)")
_WORD_HEADING = re.compile(r"MsoHeading([789])")
_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
# The level of an item's title on the page of a whole meeting, below the titles of the page and the meeting.
_TITLE_LEVEL = 3
_LOWEST_LEVEL = 9
_STATED_LEVEL = re.compile(r"[1-9][0-9]{0,3}")
_CODE = re.compile(r"(?:[0-9a-fA-F]{2}){4,200}")
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+\w")
# A cell with this share (0 to 1) of a table's words outside links, and at least this number, is a page.
_NEARLY_ALL, _LEAST_WORDS = 0.6, 40
_OF_A_PAGE = frozenset(("table", "h1", "h2", "h3", "h4", "h5", "h6", "article", "main", "nav", "form"))

_AROUND_LINE_END = re.compile(r"[ \t\f]*\r?\n[ \t\f]*")
_CELLS = frozenset(("tr", "td", "th"))
_MARKED_TAGS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
_NOTHING: Declared = {}
# LibreOffice indents its markup with tabs; all other tabs belong to the text.
_WRITERS_INDENT = re.compile(r"\n\t+")
# The indent of a list item's paragraph for each level, in columns.
_STEP = 4
# What the page says of a picture, where that may be a word of the minutes: a stamp, a tick.
_SAYS_SOMETHING = re.compile(r"[^\W\d_]{2}")
_DECORATION = re.compile(
    r"(?i)\b(?:logo|crest|coat of arms|banner|icon|header|footer|spacer|avatar|emblem|seal)\b|\.(?:png|jpe?g|gif|svg)\b"
)
# A figure above the line behind a figure: 10² is no 102.
_RAISED_FIGURE = re.compile(r"[-+−]?\d{1,3}")
_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
# The largest side of an icon in pixels, as stated by the page.
_ICON = 48


@dataclass(slots=True)
class ParagraphText:
    """Collects the text of a paragraph, with white space as in a browser: one space, and none at the edges."""

    _runs: list[Run] = field(default_factory=list)
    _gap: Formatting | None = None  # the formatting of a pending space, added if words follow
    _line_has_words: bool = False

    def add(self, text: str, formatting: Formatting) -> None:
        """Adds text of the markup, with its white space collapsed."""
        words = _SPACES.sub(" ", text)
        body = words.strip(" ")
        if words[:1] == " " and self._gap is None:
            self._gap = formatting
        if body:
            self.add_exactly(body, formatting)
            self._gap = formatting if words[-1] == " " else None

    def add_exactly(self, text: str, formatting: Formatting) -> None:
        """Adds text whose white space is kept."""
        if not text:
            return
        if self._gap is not None and self._runs and not self._runs[-1].text.endswith("\n"):
            self._runs.append(Run(" ", self._gap))
        self._gap = None
        self._runs.append(Run(text, formatting))
        self._line_has_words = self._line_has_words or bool(text.strip())

    @property
    def ends_in_figure(self) -> bool:
        """Whether the last character is a figure."""
        return self._gap is None and bool(self._runs) and self._runs[-1].text[-1:].isdigit()

    def end_line(self) -> bool:
        """Adds a line end; returns whether it is the second in a row, which ends the paragraph."""
        is_second = bool(self._runs) and not self._line_has_words
        if self._runs and not is_second:
            self._runs.append(Run("\n"))
        self._gap, self._line_has_words = None, False
        return is_second

    def take(self) -> list[Run]:
        """Ends the paragraph and returns its runs; empty if it has no words."""
        runs, self._runs, self._gap, self._line_has_words = self._runs, [], None, False
        return runs if _has_words(runs) else []


def _has_words(runs: Sequence[Run]) -> bool:
    """Whether a paragraph has anything but white space."""
    return any(run.text.strip(" \t\n\xa0\u200b") for run in runs)


def _split_at_breaks(runs: Sequence[Run]) -> list[list[Run]]:
    r"""Splits a block at the line ends that separate paragraphs; any other line end stays a run "\n"."""
    if all(run.text != "\n" for run in runs):
        return [list(runs)]
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.text == "\n":
            lines.append([])
        else:
            lines[-1].append(run)
    is_list = sum(_MARKED.match(_words_of(line)) is not None for line in lines) > 1
    parts: list[list[Run]] = []
    above: list[Run] = []
    for line in lines:
        if parts and not _begins_anew(above, line, is_list=is_list):
            parts[-1] += [Run("\n"), *line]
        else:
            parts.append(line)
        above = line if _has_words(line) else above
    return parts


def _words_of(line: Sequence[Run]) -> str:
    return " ".join("".join(run.text for run in line).split())


def _begins_anew(above: Sequence[Run], line: Sequence[Run], *, is_list: bool) -> bool:
    """Whether a line begins a paragraph; a lone number below an open sentence does not: "the vote was" / "12. The"."""
    before, words = _words_of(above), _words_of(line)
    if not words or not before:
        return False
    if _is_bold(above) != _is_bold(line) or _is_upper(before) != _is_upper(words):
        return True
    may_begin = len(before) < _FULL or _CLOSED.search(before) is not None
    return (is_list and _MARKED.match(words) is not None) or (may_begin and not words[0].islower())


def _is_bold(line: Sequence[Run]) -> bool:
    return all(run.formatting & Formatting.BOLD for run in line if run.text.strip())


def _is_upper(words: str) -> bool:
    return words.isupper() and sum(map(str.isalpha, words)) >= _LEAST_CAPITALS


class ElementRole(Enum):
    """The role of an element on the page of a meeting, an item or a decision."""

    ITEM_NUMBER = auto()  # the number of an agenda item, in a cell of its own
    FURNITURE = auto()  # links, file sizes, headings of columns


def _role_of(node: Node) -> ElementRole | None:
    """The role of an element by the class names of council sites, above all Modern.Gov."""
    if node.tag == "tr":
        return ElementRole.FURNITURE if _is_head_of_items(node) else None
    names = node.attributes.get("class", "")
    if "mgFileSize" in names:
        return ElementRole.FURNITURE
    if "mgItemNumberCell" in names and node.tag == "td":
        return ElementRole.ITEM_NUMBER
    return ElementRole.FURNITURE if node.tag == "li" and _is_site_link(node) else None


def _is_head_of_items(row: Node) -> bool:
    """Whether a row is "No. | Item" above the items of a meeting."""
    cells = [child for child in row.children if isinstance(child, Node)]
    if not cells or any(cell.tag != "th" for cell in cells):
        return False
    return _is_table_of_items(next((outer for outer in row.ancestors() if outer.tag == "table"), None))


def _is_table_of_items(table: Node | None) -> bool:
    """Whether a table lays out the items of a meeting."""
    return table is not None and "mgItemTable" in table.class_names


def _is_site_link(item: Node) -> bool:
    """Whether a list item only links to other pages of the site."""
    names = item.parent.class_names if item.parent is not None else []
    if "mgActionList" in names:
        return item.words <= _LONGEST_LINK and _TRUNCATED.match(text_of(item, _LONGEST_LINK)) is None
    return "mgBulletList" in names and item.words == item.linked_words and _leads_to_pages(item)


def _leads_to_pages(item: Node) -> bool:
    links = [node.attributes.get("href", "") for node in elements(item) if node.tag == "a"]
    return all(".aspx" in link.lower() for link in links)


def heading_level(node: Node) -> int | None:
    """The level of a heading, from 1 for the highest; `None` for any other element."""
    if node.tag in _LEVELS:
        return _LEVELS[node.tag]
    if not node.attributes:
        return None
    if node.attributes.get("role", "").lower() == "heading":
        level = node.attributes.get("aria-level", "2").strip()
        return min(int(level), _LOWEST_LEVEL) if _STATED_LEVEL.fullmatch(level) else 2
    if "mgAiTitleTxt" in node.class_names:
        return _TITLE_LEVEL
    match = _WORD_HEADING.match(node.attributes.get("class", ""))
    return int(match[1]) if match else None


def _decode_email(node: Node) -> str | None:
    """Decodes an e-mail address that a site hid from robots; `None` if there is none."""
    code = node.attributes.get("data-cfemail", "")
    link = node.attributes.get("href", "") if node.tag == "a" else ""
    if "/email-protection#" in link and text_of(node, _LONGEST_LINK).strip().startswith("[email"):
        code = link.rpartition("#")[2]
    if _CODE.fullmatch(code) is None:
        return None
    key, *rest = bytes.fromhex(code)
    address = bytes(byte ^ key for byte in rest).decode("ascii", "replace")
    return address if _ADDRESS.fullmatch(address) else None


def _is_layout(table: Node) -> bool:
    """Whether a table only lays out the page."""
    if table.attributes.get("role", "").lower() in ("presentation", "none") or _is_table_of_items(table):
        return True
    least = max(_LEAST_WORDS, _NEARLY_ALL * (table.words - table.linked_words))
    return any(
        piece.tag in _OF_A_PAGE or (piece.tag in ("td", "th") and piece.words - piece.linked_words >= least)
        for piece in elements(table)
        if piece is not table and not piece.is_hidden
    )


class _Context(NamedTuple):
    """The formatting and the kind of paragraph inside an element."""

    inherited: InheritedFormat
    heading: int = 0
    is_furniture: bool = False
    is_layout: bool = False  # paragraphs of its cells are not a row
    indent: int = 0
    is_raised: bool = False  # above the line: 10², a mark of a note
    keeps_breaks: bool = False  # a word processor wrote it: a line end does not end a paragraph


@dataclass(slots=True)
class ContentWalker:
    """Walks through an element and collects its paragraphs and rows."""

    source: str  # the path, for errors
    sheet: StyleSheet
    hidden_by_page: frozenset[Node] = frozenset()  # elements with text that the page hides
    by_libreoffice: bool = False  # the page was written by LibreOffice
    by_word_processor: bool = False  # … or by another word processor
    entries: list[ParagraphOrRow] = field(default_factory=list)
    images: int = 0
    pictures: list[str] = field(default_factory=list)  # what the page says of each, but for logos and links
    fields: int = 0  # of forms
    frames: int = 0
    hidden_words: int = 0
    _site_forms: dict[Node, bool] = field(default_factory=dict)
    _lists: ListCounters = field(init=False)
    _outermost: _Context = field(init=False)
    _open: list[tuple[_Context, bool]] = field(default_factory=list)  # and whether the element is a block
    _rows: list[tuple[Node, list[list[ParagraphOrRow]]]] = field(default_factory=list)
    _cells: list[tuple[Node, list[ParagraphOrRow]]] = field(default_factory=list)  # and the entries before each
    _words: ParagraphText = field(default_factory=ParagraphText)
    _mark: tuple[str, int] | None = None  # the mark and level of the next paragraph
    _drop: int = 0  # characters of the markup's text that belong to the mark

    def __post_init__(self) -> None:
        self._lists = ListCounters(self.sheet)
        self._outermost = _Context(InheritedFormat(), keeps_breaks=self.by_word_processor)

    @property
    def _context(self) -> _Context:
        return self._open[-1][0] if self._open else self._outermost

    def walk(self, root: Node) -> list[ParagraphOrRow]:
        """Collects the paragraphs and rows of an element, and returns them."""
        for piece, is_start in walk_tree(root):
            if isinstance(piece, str):
                self._text(piece)
            elif piece.is_hidden and piece is not root:
                self.hidden_words += piece.words if is_start and piece in self.hidden_by_page else 0
            elif is_start:
                self._enter(piece)
            else:
                self._leave(piece)
        self._end_paragraph()
        self._mark = None
        return self.entries

    def _enter(self, node: Node) -> None:
        outer, tag, attributes = self._context, node.tag, node.attributes
        declared = self.sheet.declared(node) if attributes or self.sheet.has_rules else _NOTHING
        role = _role_of(node) if attributes or tag in ("li", "tr") else None
        if attributes and self._is_replaced(node, declared, role):
            node.is_hidden = True
            return
        ends = is_block(node, declared) or role is ElementRole.FURNITURE
        if ends:
            self._end_paragraph()
        context = _Context(
            format_inside(node, outer.inherited, declared),
            heading_level(node) or outer.heading,
            outer.is_furniture or role is ElementRole.FURNITURE,
            _is_layout(node) if tag == "table" else outer.is_layout,
            indent_in_columns(declared) if ends else outer.indent,
            outer.is_raised or tag == "sup",
            outer.keeps_breaks or "Mso" in attributes.get("class", ""),
        )
        self._open.append((context, ends))
        self._begin(node)

    def _begin(self, node: Node) -> None:
        """Handles the start of an element by its tag."""
        tag = node.tag
        if tag == "br":
            self._end_line()
        elif tag in LISTS:
            self._mark = None
            self._lists.enter(node)
        elif tag == "li":
            self._mark = (self._lists.mark(node), self._lists.level)
        elif tag in _MARKED_TAGS or (tag == "div" and self.by_libreoffice):
            self._take_typed_mark(node)
        elif tag in _CELLS:
            self._begin_cell(node)
        elif tag in ("img", "iframe"):
            self._pass_picture(node)
        elif tag in FIELDS:
            self._pass_field(node)
        elif tag == "q":
            self._text("“")

    def _is_replaced(self, node: Node, declared: Declared, role: ElementRole | None) -> bool:
        """Handles an element whose content is replaced: an item's number, a hidden e-mail address, a tab of Word."""
        address = _decode_email(node)
        if role is ElementRole.ITEM_NUMBER:
            self._mark = (text_of(node).strip(), 1)
        elif address is not None:
            self._words.add_exactly(address, self._context.inherited.formatting)
        elif "mso-tab-count" in declared:
            self._words.add_exactly("\t", self._context.inherited.formatting)
        else:
            return False
        return True

    def _leave(self, node: Node) -> None:
        tag = node.tag
        if tag == "q":
            self._text("”")
        if self._open[-1][1]:
            self._end_paragraph()
        self._open.pop()
        if tag in LISTS:
            self._lists.leave()
        elif tag == "li":
            self._mark = None
        elif tag in _CELLS:
            self._end_cell(node)

    def _begin_cell(self, node: Node) -> None:
        if self._context.is_layout:
            return
        if node.tag == "tr":
            self._rows.append((node, []))
        elif self._rows:
            self._cells.append((node, self.entries))
            self.entries = []

    def _end_cell(self, node: Node) -> None:
        if self._rows and self._rows[-1][0] is node:
            row = self._rows.pop()[1]
            if row:
                self.entries.append(TableRow(row))
        elif self._cells and self._cells[-1][0] is node:
            inside = self.entries
            self.entries = self._cells.pop()[1]
            self._rows[-1][1].append(inside)

    def _take_typed_mark(self, node: Node) -> None:
        """Takes the list mark that a word processor typed at the start of a paragraph."""
        typed = find_typed_mark(node, self.sheet, by_libreoffice=self.by_libreoffice)
        if typed is not None and (self.by_libreoffice or self._mark is None or not self._mark[0]):
            self._mark = (typed.mark, typed.level if self._mark is None else self._mark[1])
            self._drop = typed.length

    def _pass_picture(self, node: Node) -> None:
        if node.tag == "iframe":
            self.frames += 1
            return
        words = " ".join(node.attributes.get("alt", "").split())
        is_told = _SAYS_SOMETHING.search(words) is not None and _DECORATION.search(words) is None
        if is_told and all(outer.tag != "a" for outer in node.ancestors()):
            self.pictures.append(words)
        sides = [node.attributes.get(side, "").removesuffix("px") for side in ("width", "height")]
        self.images += not any(side.isdecimal() and int(side[:4]) <= _ICON for side in sides)

    def _pass_field(self, node: Node) -> None:
        """Takes what a field prints as text; fields of the site's own forms are counted."""
        printed = text_of_field(node)
        if printed and self._is_of_site(node):
            self.fields += 1
        elif printed:
            self._text(f" {printed} ")

    def _is_of_site(self, node: Node) -> bool:
        form = next((outer for outer in node.ancestors() if outer.tag == "form"), None)
        if form is not None and form not in self._site_forms:
            self._site_forms[form] = is_form_of_site(form)
        return form is not None and self._site_forms[form]

    def _text(self, text: str) -> None:
        if self._drop:
            dropped = min(self._drop, len(text))
            self._drop -= dropped
            text = text[dropped:]
        inherited = self._context.inherited
        if self._context.is_raised and self._words.ends_in_figure and _RAISED_FIGURE.fullmatch(text.strip()):
            text = text.strip().translate(_RAISED)
        if not inherited.spaces:
            first, *rest = _WRITERS_INDENT.sub("\n", text).split("\t") if self.by_libreoffice else [text]
            self._words.add(first, inherited.formatting)
            for after_tab in rest:
                self._words.add_exactly("\t", inherited.formatting)
                self._words.add(after_tab, inherited.formatting)
            return
        kept = text.replace("\r\n", "\n") if inherited.spaces == "pre" else _AROUND_LINE_END.sub("\n", text)
        for place, line in enumerate(kept.split("\n")):
            if place:
                self._end_line()
            self._words.add_exactly(line, inherited.formatting)

    def _end_line(self) -> None:
        if self._words.end_line():
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        runs = self._words.take()
        if not runs:
            return
        if len(self.entries) > MOST_PARAGRAPHS:
            what = f"it holds more than {MOST_PARAGRAPHS:,} paragraphs"
            raise TooLargeError(self.source, what, "Compare it in parts.")
        context = self._context
        mark, level = self._mark or ("", 0)
        inner = context.indent or self._lists.depth * _STEP
        if context.is_furniture:
            first = ExtractedParagraph(runs, SegmentKind.FURNITURE)
        elif context.heading:
            first = ExtractedParagraph(runs, SegmentKind.HEADING, mark, context.heading)
        elif self._mark is not None:
            first = ExtractedParagraph(runs, SegmentKind.LIST_ITEM, mark, level, 0 if level else inner)
        else:
            first = ExtractedParagraph(runs, indent=inner)
        self._mark = self._mark if context.is_furniture else None
        if context.keeps_breaks or self._cells or first.kind not in (SegmentKind.PARAGRAPH, SegmentKind.LIST_ITEM):
            self.entries.append(first)
            return
        own, *rest = _split_at_breaks(runs)
        self.entries.append(ExtractedParagraph(own, first.kind, first.mark, first.level, first.indent))
        self.entries.extend(ExtractedParagraph(lines, indent=inner) for lines in rest)
