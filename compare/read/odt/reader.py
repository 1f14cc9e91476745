"""Reads an OpenDocument text in the order in which a person reads it, with what Writer counts and prints.

    body           paragraphs, lists and headings with their numbers, tables, boxes at their anchors
    notes          after the body, each with its mark
    furniture      headers and footers of the kinds of pages that are in use: each different line once
    left out       comments, hidden text, pictures and objects: named and counted; tracked changes: counted

    <text:list-item> with two paragraphs            the first has the number
    <text:list-item> with only a list in it         no number of its own
    a row whose words are all dropped               no row, and its numbers are not counted
    <table:covered-table-cell>                      hidden behind the cell that spans it
    <table:table-row … rows-repeated="1048576">     once if it is empty, and never more often than a bound
    <text:section text:display="none">              not printed, and counted
    ten kinds of pages, two of them used            the headers of two

odfdo, the library for these files, is lxml with names for elements: it gives neither the number of a paragraph, nor
the outcome of a chain of styles, nor the text without its changes. So lxml reads the XML as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from compare.read.common.document_builder import DocumentBuilder, ExtractedParagraph, ParagraphOrRow, Run, TableRow
from compare.read.common.left_out import LeftOutCounts
from compare.read.common.word_processing import columns_of
from compare.read.odt.form_controls import read_controls
from compare.read.odt.numbering import read_levels, read_list_styles
from compare.read.odt.package import (
    DC,
    DRAW,
    LOEXT,
    NAME,
    OFFICE,
    STYLE,
    TABLE,
    TEXT,
    TEXT_STYLE,
    Element,
    Package,
    is_true,
    number_of,
    open_package,
    words_in,
)
from compare.read.odt.reader_state import (
    END,
    POINT,
    START,
    ListPlace,
    OpenList,
    ReaderState,
    enter_deleted_lists,
    enter_list,
    last_of_deleted,
    last_paragraph,
    list_of_numbered,
    place_of_item,
    place_of_paragraph,
    put_into_list,
    read_changes,
)
from compare.read.odt.runs import OpenParagraph, RunReader, boxes_and_formulas
from compare.read.odt.styles import HIDDEN, open_styles
from compare.values import SegmentKind, Tracked

_USUAL_OUTLINE = "Outline"
_USUAL_PAGE = "Standard"
# In the order of the text: those of first pages, of right or all pages, of left pages.
_KINDS = (
    (f"{STYLE}header-first", f"{LOEXT}header-first", f"{STYLE}header", f"{STYLE}header-left"),
    (f"{STYLE}footer-first", f"{LOEXT}footer-first", f"{STYLE}footer", f"{STYLE}footer-left"),
)
# How often a row or a cell with words may be repeated. Writer never repeats one with words.
_MOST_REPEATED = 100
_HEADING = f"{TEXT}h"
_PARAGRAPHS = (f"{TEXT}p", _HEADING)
_LIST, _ITEM, _HEADER = f"{TEXT}list", f"{TEXT}list-item", f"{TEXT}list-header"
_NUMBERED = f"{TEXT}numbered-paragraph"
_BLOCKS = frozenset({*_PARAGRAPHS, _LIST, f"{TABLE}table", f"{TEXT}section"})
_WRAPPERS = frozenset(
    f"{TEXT}{name}"
    for name in (
        *("table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index", "user-index"),
        *("bibliography", "index-body", "index-title", "section", "numbered-paragraph"),
    )
)
_ROWS = frozenset(f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))


def fill_from_odt(data: bytes, builder: DocumentBuilder, tracked: Tracked) -> None:
    """Fills a builder from the bytes of an OpenDocument text, zipped or in one XML file.

    Raises: UnreadableError, UnsupportedFormatError, TooLargeError.
    """
    package = open_package(data, builder.source)
    state = _start_reading(package, tracked)
    _count_comments(package, state.left_out)
    enter_deleted_lists(state, package.text)
    _ContainerReader(state, builder.add).read(package.text)
    _add_notes(state, builder)
    builder.add_furniture(_furniture(state))
    state.left_out.report_to(builder)


def _start_reading(package: Package, tracked: Tracked) -> ReaderState:
    left_out = LeftOutCounts(tracked)
    common = None if package.styles is None else package.styles.find(f"{OFFICE}styles")
    outline = None if common is None else common.find(f"{TEXT}outline-style")
    styles = open_styles(package.styles, package.content)
    return ReaderState(
        package,
        styles,
        read_list_styles(styles.fonts, common, package.content.find(f"{OFFICE}automatic-styles")),
        {} if outline is None else read_levels(outline, styles.fonts),
        _USUAL_OUTLINE if outline is None else outline.get(NAME, _USUAL_OUTLINE),
        left_out,
        read_changes(package.text, left_out),
        read_controls(package.content),
    )


def _count_comments(package: Package, left_out: LeftOutCounts) -> None:
    roots: list[Element] = [package.content]
    if package.styles is not None and package.styles is not package.content:
        roots.append(package.styles)
    for root in roots:
        left_out.comments.update(comment.findtext(f"{DC}creator", "") for comment in root.iter(f"{OFFICE}annotation"))


def _add_notes(state: ReaderState, builder: DocumentBuilder) -> None:
    while state.notes:
        notes, state.notes = state.notes, []  # a note may refer to others
        for note in sorted(notes, key=lambda note: note.is_endnote):
            found: list[ParagraphOrRow] = []
            _ContainerReader(state, found.append).read(note.body)
            builder.add_note(note.mark, found)


def _furniture(state: ReaderState) -> list[ParagraphOrRow]:
    """The paragraphs and rows of the headers, then of the footers, of the kinds of pages in use."""
    root = state.package.styles
    if root is None:
        return []
    masters = root.find(f"{OFFICE}master-styles")
    if masters is None:
        return []
    styles = open_styles(root, root)
    list_styles = read_list_styles(styles.fonts, root.find(f"{OFFICE}styles"), root.find(f"{OFFICE}automatic-styles"))
    inner = state.in_pages(styles, list_styles, read_changes(masters, state.left_out))
    enter_deleted_lists(inner, masters)
    pages = list(_pages_in_use(state, masters))
    found: list[ParagraphOrRow] = []
    for kinds in _KINDS:
        for page in pages:
            for part in (part for kind in kinds for part in page.iterchildren(kind)):
                if part.get(f"{STYLE}display") != "false":
                    _ContainerReader(inner, found.append).read(part)
    return found


def _pages_in_use(state: ReaderState, masters: Element) -> Iterator[Element]:
    """The kinds of pages that the text names, and those that follow them, in the order of the text."""
    by_name = {page.get(NAME, ""): page for page in masters.iterchildren(f"{STYLE}master-page")}
    passed = set[str]()
    for name in _named_pages(state):
        while name in by_name and name not in passed:
            passed.add(name)
            yield by_name[name]
            name = by_name[name].get(f"{STYLE}next-style-name", "")  # noqa: PLW2901 (a chain is followed)


def _named_pages(state: ReaderState) -> Iterator[str]:
    has_started = False
    for element in state.package.text.iter("{*}p", "{*}h", f"{TABLE}table"):
        name = element.get(TEXT_STYLE) or element.get(f"{TABLE}style-name", "")
        page = state.styles.page_of(name, is_table=element.tag == f"{TABLE}table")
        if page or not has_started:
            yield page or _USUAL_PAGE
        has_started = True


@dataclass(slots=True)
class _ContainerReader:
    """Reads the paragraphs and tables of one container (body, cell, box, note, header) and passes them to `put`."""

    state: ReaderState
    put: Callable[[ParagraphOrRow], None]
    _open: OpenParagraph | None = None  # a paragraph that runs into the next
    _around: OpenList | None = None
    _item: ListPlace | None = None  # of the next paragraph, if it is the first of an item
    _kept_open: Element | None = None  # the last paragraph of a deletion: the text after its mark belongs to it

    def read(self, container: Element) -> None:
        """Reads all paragraphs and tables of a container."""
        self._read_blocks(container)
        self._end_paragraph()

    def _read_blocks(self, container: Element) -> None:
        self.state.descend()
        for child in container:
            self._read_block(child)
        self.state.ascend()

    def _read_block(self, block: Element) -> None:
        tag = block.tag
        if tag in _PARAGRAPHS:
            self._read_paragraph(block)
        elif tag == _LIST:
            self._read_list(block)
        elif tag == f"{TABLE}table":
            self._end_paragraph()
            self._read_table(block)
        elif tag in _WRAPPERS:
            self._read_wrapper(block)
        elif tag in (START, END):
            self.state.changes.pass_mark(block)
        elif tag == POINT:
            deleted = self.state.changes.take_back(block)
            if deleted is not None:
                self._read_deleted(deleted, is_begun=False)
        elif str(tag).startswith(DRAW):
            self._boxes_and_formulas(block)

    def _read_wrapper(self, wrapper: Element) -> None:
        if wrapper.get(f"{TEXT}display") == "none" or is_true(wrapper, f"{TEXT}is-hidden"):
            self.state.left_out.hidden_words += words_in(wrapper)
            return
        if wrapper.tag == _NUMBERED:
            self._item = place_of_item(self.state, wrapper, list_of_numbered(self.state, wrapper), is_numbered=True)
        self._read_blocks(wrapper)

    def _boxes_and_formulas(self, shape: Element) -> None:
        """Reads a shape that is anchored to the page, in no paragraph."""
        self._end_paragraph()
        for found in boxes_and_formulas(shape, self.state):
            if isinstance(found, str):
                self.put(ExtractedParagraph([Run(found)]))
            else:
                _ContainerReader(self.state, self.put).read(found)

    def _read_list(self, element: Element) -> None:
        around = self._around
        self._around = inner = enter_list(self.state, element, around)
        for item in element:
            if item.tag in (_ITEM, _HEADER):
                self._item = place_of_item(self.state, item, inner, is_numbered=item.tag == _ITEM)
                self._read_blocks(item)
                self._item = None
            else:
                self._read_block(item)
        self._around = around

    def _read_paragraph(self, element: Element) -> None:
        item, self._item = self._item, None
        paragraph, place = self._open, place_of_paragraph(self.state, element, self._around, item)
        if paragraph is None:
            paragraph = OpenParagraph(element, place)
        elif not paragraph.has_text:
            paragraph.element, paragraph.place = element, place
        self._open = self._read_words(element, paragraph)
        if not self.state.changes.is_dropping and element is not self._kept_open:
            self._end_paragraph()

    def _read_words(self, element: Element, paragraph: OpenParagraph) -> OpenParagraph:
        properties = self.state.styles.paragraph(element.get(TEXT_STYLE, "")).words
        if any(is_true(mark, f"{TEXT}is-hidden") for mark in element.iter(f"{TEXT}hidden-paragraph")):
            properties = {**properties, HIDDEN: True}
        reader = RunReader(self.state, paragraph, self._put_back)
        reader.read(element, properties)
        return reader.paragraph

    def _put_back(self, mark: Element, paragraph: OpenParagraph) -> OpenParagraph:
        """Reads what was deleted at a mark in a paragraph. Returns the paragraph to continue with.

        A deletion holds paragraphs, in fragments of their lists: the first ends the paragraph before the mark, the
        last begins the one after it; a paragraph that was deleted whole is followed by an empty one.
        """
        deleted = self.state.changes.take_back(mark)
        if deleted is None:
            return self._keep_out(mark, paragraph)
        element, place, had_text = paragraph.element, paragraph.place, paragraph.has_text
        kept_open, self._kept_open = self._kept_open, last_paragraph(deleted)
        self._open = paragraph
        self._read_deleted(deleted, is_begun=had_text)
        following = self._open or OpenParagraph(element, place)
        if not had_text and deleted.find(_LIST) is None:  # from the start of a paragraph: the mark is in the last
            following.element, following.place = element, place
        self._kept_open = kept_open
        return following

    def _keep_out(self, mark: Element, paragraph: OpenParagraph) -> OpenParagraph:
        """Passes the mark of a deletion that is not read. Of items deleted whole, the last one is left, if empty."""
        deleted = self.state.changes.deleted_at(mark)
        if deleted is not None and not paragraph.has_text and deleted.find(_LIST) is not None:
            last = last_of_deleted(self.state, deleted)
            if last is not None:
                paragraph.element, paragraph.place = last
        return paragraph

    def _read_deleted(self, deleted: Element, *, is_begun: bool) -> None:
        """Reads what was deleted at this position; `is_begun` if the paragraph has text before it."""
        self.state.descend()
        around, item, was_putting_back = self._around, self._item, self.state.is_putting_back
        self.state.is_putting_back = True
        for block in deleted:
            self._around = None
            if block.tag == _LIST:
                put_into_list(self.state, block, around, is_begun=is_begun)
            if block.tag in _BLOCKS:
                self._read_block(block)
                is_begun = False
        self._around, self._item, self.state.is_putting_back = around, item, was_putting_back
        self.state.ascend()

    def _end_paragraph(self) -> None:
        paragraph, self._open = self._open, None
        is_dropped = self.state.changes.is_dropping or self.state.is_in_dropped_row
        if paragraph is None or (is_dropped and not paragraph.has_text):
            return
        self.state.left_out.hidden_words += len("".join(paragraph.hidden).split())
        extracted = self._extracted(paragraph)
        if paragraph.has_text or extracted.mark:
            self.put(extracted)
        for box in paragraph.boxes:
            if isinstance(box, str):
                self.put(ExtractedParagraph([Run(box)]))
                continue
            _ContainerReader(self.state, self.put).read(box)

    def _extracted(self, paragraph: OpenParagraph) -> ExtractedParagraph:
        """The paragraph with its kind, number and indent; counts it in its list."""
        place, element = paragraph.place, paragraph.element
        style = self.state.styles.paragraph(element.get(TEXT_STYLE, ""))
        mark = "" if place is None else place.next_mark()
        listed = None if place is None else place.levels.get(place.level)
        indent = {**style.indent, **(listed.indent if listed else {}), **style.own}
        is_glued = listed is not None and listed.is_glued
        columns = columns_of(indent.get("left", 0) + indent.get("first", 0))
        heading = style.heading
        if element.tag == _HEADING:
            heading = number_of(element.get(f"{TEXT}outline-level"), 1)
        if heading:
            return ExtractedParagraph(paragraph.runs, SegmentKind.HEADING, mark, heading, columns, is_glued)
        if mark and place is not None:
            return ExtractedParagraph(paragraph.runs, SegmentKind.LIST_ITEM, mark, place.level + 1, columns, is_glued)
        return ExtractedParagraph(paragraph.runs, indent=columns)

    def _read_table(self, table: Element) -> None:
        around = self.state.is_in_dropped_row
        for row in _rows(table):
            self.state.is_in_dropped_row = around or self.state.changes.drop_all_of(row)
            cells: list[list[ParagraphOrRow]] = []
            for cell in row.iterchildren(f"{TABLE}table-cell"):
                found: list[ParagraphOrRow] = []
                _ContainerReader(self.state, found.append).read(cell)
                cells.extend([found] * _repeated(cell, "columns", found))
            if any(cells):
                for _ in range(_repeated(row, "rows", [block for cell in cells for block in cell])):
                    self.put(TableRow(cells))
        self.state.is_in_dropped_row = around


def _repeated(part: Element, name: str, blocks: Sequence[ParagraphOrRow]) -> int:
    """How often a row or cell with these blocks is repeated; one around a table once: six in each other are 10^24."""
    if not blocks or any(isinstance(block, TableRow) for block in blocks):
        return 1
    return min(max(number_of(part.get(f"{TABLE}number-{name}-repeated"), 1), 1), _MOST_REPEATED)


def _rows(table: Element) -> Iterator[Element]:
    for part in table:
        if part.tag == f"{TABLE}table-row":
            yield part
        elif part.tag in _ROWS:
            yield from _rows(part)
