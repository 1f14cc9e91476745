"""Reads a Word document in the order in which a person reads it, with what Word itself counts and prints.

    body           paragraphs, lists with their numbers, tables, boxes at their anchors
    notes          after the body, each with its mark
    furniture      headers, footers, watermarks that some page prints: each different line once
    left out       comments, hidden text, pictures and objects: named and counted; tracked changes: counted

    The Chair¶ (the mark deleted)        one paragraph with the next, in its list and style, if changes are accepted
    H (a drop cap, a paragraph of its own)
    ello                                 one paragraph: Hello
    a cell merged with the one above     its text once, in the first cell
    a deleted row                        no row, and its numbers are not counted
    a hidden paragraph in a list         no number
    an empty paragraph in a list         its number, alone
    a header for first pages, not switched on    not printed, not read

Which element of the file a span of the text comes from is not kept in a `Document`: it would take ten times the
memory of the text. `run_map` reads the same bytes by the same code and returns it, for writing changes into the
user's own file. Numbers and bullets of lists, marks of notes, formulas, form fields, values that controls are bound to
and WordArt have no origin: Word works them out, or keeps them elsewhere than in a run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from compare.read.common.computed_fields import FieldPlace
from compare.read.common.document_builder import (
    DocumentBuilder,
    ElementOrigin,
    ExtractedParagraph,
    ParagraphOrRow,
    Run,
    RunOrigin,
    TableRow,
    split_at_page_breaks,
)
from compare.read.common.left_out import ObjectKind
from compare.read.common.word_processing import columns_of
from compare.read.docx.bound_values import show_bound_values
from compare.read.docx.markup import ANCHOR, VAL, Element, R, W, contents, is_on, properties_of, value_of
from compare.read.docx.numbering import ListPlace
from compare.read.docx.package import Package, open_package
from compare.read.docx.reader_state import ReaderState, start_reading
from compare.read.docx.runs import FORMULAS, TEXT_ELEMENTS, OpenParagraph, RunReader
from compare.read.docx.styles import ParagraphStyle, indent_of, is_shaded, numbering_of, outline_level, toggles_of
from compare.values import SegmentKind, Tracked


def fill_from_docx(data: bytes, builder: DocumentBuilder, tracked: Tracked) -> None:
    """Fills a builder from the bytes of a document of Word's kind (.docx, .docm, .dotx).

    Raises: UnreadableError, TooLargeError.
    """
    package = open_package(data, builder.source)
    show_bound_values(package)
    _fill(builder, package, start_reading(package, tracked))


def run_map(data: bytes, name: str, tracked: Tracked = Tracked.ACCEPT) -> tuple[RunOrigin, ...]:
    """The origins of the text that `document_from_bytes(data, name, tracked)` gives, in its order, apart.

    The text elements of a part are all `TEXT_ELEMENTS` in it, in the order of `root.iter(*TEXT_ELEMENTS)`. A span has
    the characters that its element prints, without white space at the edges of a paragraph; in a table row, tabs and
    line breaks within a cell are blanks. Of a header's line that is repeated the first one is the origin. A document
    saved as "Strict Open XML" has the same elements in the same order, under other namespaces.

    Cost: as reading, and about 700 bytes for each text element, of which a file has at most `MOST_NODES`; 220 of them
    remain in the result.
    Raises: UnreadableError, TooLargeError.
    """
    builder = DocumentBuilder(name, origins=[])
    package = open_package(data, name)
    origins = {
        element: ElementOrigin(part, index)
        for part, root in package.parts
        for index, element in enumerate(root.iter(*TEXT_ELEMENTS))
    }
    show_bound_values(package)
    _fill(builder, package, start_reading(package, tracked, origins))
    return tuple(builder.origins or ())


def _fill(builder: DocumentBuilder, package: Package, state: ReaderState) -> None:
    state.changes.count_formatting(package.body)
    _count_comments(package, state)
    _ContainerReader(state, builder.add, is_on_paper=not _has_ground(package)).read(package.body)
    for note in state.notes:
        builder.add_note(note.mark, _read_part(note.content, state))
    for name in ("header", "footer"):
        for root in _printed(package, name):
            builder.add_furniture(_read_part(root, state))
    state.left_out.report_to(builder)


def _has_ground(package: Package) -> bool:
    """Whether pages are coloured, or have a drawing behind their words."""
    if package.body.getparent().find(f"{W}background") is not None:
        return True
    anchors = (anchor for _, root in package.parts for anchor in root.iter(ANCHOR))
    return any(anchor.get("behindDoc", "0") in {"1", "true"} for anchor in anchors)


def _count_comments(package: Package, state: ReaderState) -> None:
    root = package.named.get("comments")
    if root is not None:
        state.left_out.comments.update(comment.get(f"{W}author", "") for comment in root.iter(f"{W}comment"))


def _read_part(root: Element, state: ReaderState) -> list[ParagraphOrRow]:
    """The paragraphs and rows of a note, a header or a footer."""
    state.changes.count_formatting(root)
    found: list[ParagraphOrRow] = []
    _ContainerReader(state.in_part(root), found.append).read(root)
    return found


def _printed(package: Package, name: str) -> Iterator[Element]:
    """The headers or footers that some page prints, in the order of the sections, each once."""
    has_even = is_on(package.named.get("settings"), "evenAndOddHeaders")
    known: dict[str, str | None] = {}
    printed: dict[str, None] = {}
    for section in package.sections:
        known |= {
            link.get(f"{W}type", "default"): link.get(f"{R}id") for link in section.iterchildren(f"{W}{name}Reference")
        }
        kinds = ("first" if is_on(section, "titlePg") else "", "default", "even" if has_even else "")
        printed |= dict.fromkeys(link for kind in kinds if (link := known.get(kind)) is not None)
    passed: list[Element] = []
    for link in printed:
        root = package.linked.get(link)
        if root is not None and not any(root is other for other in passed):
            passed.append(root)
            yield root


@dataclass(slots=True)
class _ContainerReader:
    """Reads the paragraphs and tables of one container (body, cell, box, note, header) and passes them to `put`."""

    state: ReaderState
    put: Callable[[ParagraphOrRow], None]
    table_style: str | None = None
    is_on_paper: bool = False  # whether nothing is behind it: no cell, no box, no picture
    _open: OpenParagraph | None = None  # a paragraph that runs into the next

    def read(self, container: Element) -> None:
        """Reads all paragraphs and tables of a container."""
        for child, _ in contents(container, self.state.changes):
            if child.tag == f"{W}p":
                self._read_paragraph(child)
            elif child.tag == f"{W}tbl":
                self._end_paragraph()
                self._read_table(child)
            elif child.tag == f"{W}altChunk":
                self.state.left_out.objects[ObjectKind.DOCUMENT] += 1
            elif child.tag in FORMULAS:
                self._open = self._open or OpenParagraph()
                RunReader(self.state, self._open, None).read((child,))
                self._end_paragraph()
        self._end_paragraph()

    def _read_paragraph(self, element: Element) -> None:
        tracked = self.state.changes.tracked
        paragraph = self._open or OpenParagraph()
        had_text = paragraph.has_text
        properties = properties_of(element, "pPr", tracked)
        style = value_of(properties, "pStyle")
        self.state.fields.locate = partial(self._field_place, properties, self.state.fields.passed)
        self.state.fields.passed += 1
        is_on_paper = self.is_on_paper and not is_shaded(properties)
        is_on_paper = is_on_paper and not self.state.styles.paragraph_style(style).is_shaded
        RunReader(self.state, paragraph, style, self.table_style, is_on_paper).read(element)
        if not had_text or paragraph.is_joined:
            paragraph.properties = properties
        self._open = paragraph
        now = element.find(f"{W}pPr")
        if now is not None and now.find(f"{W}sectPr") is not None:
            self.state.notes.pass_section()
        mark = None if now is None else properties_of(now, "rPr", tracked)
        is_dropped = self.state.changes.pass_mark(None if now is None else now.find(f"{W}rPr"))
        paragraph.is_joined = is_dropped
        if not is_dropped and not self._runs_on(properties, mark, style):
            self._end_paragraph(is_marked=True)

    def _runs_on(self, properties: Element | None, mark: Element | None, style: str | None) -> bool:
        """Whether the next paragraph continues on the same line: after a hidden mark, or a drop cap."""
        frame = None if properties is None else properties.find(f"{W}framePr")
        if frame is not None and frame.get(f"{W}dropCap", "none") != "none":
            return True
        return self.state.styles.formatting_of(toggles_of(mark), value_of(mark, "rStyle"), style, None)[1]

    def _end_paragraph(self, *, is_marked: bool = False) -> None:
        """Ends the open paragraph. `is_marked` if its own mark is printed: it is then counted even without words."""
        paragraph, self._open = self._open, None
        if paragraph is None:
            return
        self.state.left_out.hidden_words += len("".join(paragraph.hidden).split())
        extracted = self._extracted(paragraph) if is_marked or paragraph.has_text else ExtractedParagraph(())
        for runs in split_at_page_breaks(paragraph.runs):
            self.put(replace(extracted, runs=runs))
            extracted = ExtractedParagraph((), indent=extracted.indent)
        if extracted.mark and not paragraph.has_text:
            self.put(replace(extracted, runs=()))
        for box in paragraph.boxes:
            if isinstance(box, str):
                self.put(ExtractedParagraph([Run(box)]))
            else:
                _ContainerReader(self.state.in_box(), self.put).read(box)

    def _extracted(self, paragraph: OpenParagraph) -> ExtractedParagraph:
        """The paragraph with its kind, number and indent; counts it in its list."""
        properties, runs = paragraph.properties, paragraph.runs
        style = self.state.styles.paragraph_style(value_of(properties, "pStyle"))
        own = numbering_of(properties, self.state.changes.tracked)
        place = self.state.numbering.place(own, style)
        mark = "" if place is None else self.state.counter.next_mark(place)
        heading = outline_level(properties) or style.heading
        indent = self._indent(properties, style, place, is_own=own.list_id is not None)
        is_glued = self.state.numbering.is_glued(place)
        if heading:
            return ExtractedParagraph(runs, SegmentKind.HEADING, mark, heading, indent, is_glued)
        if mark and place is not None:
            return ExtractedParagraph(runs, SegmentKind.LIST_ITEM, mark, place.level + 1, indent, is_glued)
        return ExtractedParagraph(runs, indent=indent)

    def _field_place(self, properties: Element | None, ordinal: int) -> FieldPlace:
        """The place of a field in a paragraph with these properties."""
        style = self.state.styles.paragraph_style(value_of(properties, "pStyle"))
        place = self.state.numbering.place(numbering_of(properties, self.state.changes.tracked), style)
        heading = outline_level(properties) or style.heading
        return FieldPlace(ordinal, heading, 0 if place is None else place.level + 1)

    def _indent(
        self, properties: Element | None, style: ParagraphStyle, place: ListPlace | None, *, is_own: bool
    ) -> int:
        """The indent of the first line, in columns."""
        listed = self.state.numbering.indent(place)
        # A list that the paragraph itself names overrides its style; the style overrides a list that it names.
        below, above = (style.indent, listed) if is_own else (listed, style.indent)
        indent: Mapping[str, int] = {**below, **above, **indent_of(properties)}
        return columns_of(indent.get("left", 0) + indent.get("first", 0))

    def _read_table(self, table: Element) -> None:
        style = value_of(table.find(f"{W}tblPr"), "tblStyle")
        for row in self._printed_parts(table, "tr"):
            cells: list[list[ParagraphOrRow]] = []
            for cell in self._printed_parts(row, "tc"):
                found: list[ParagraphOrRow] = []
                _ContainerReader(self.state, found.append, style).read(cell)
                cells.append(found)
            if any(cells):
                self.put(TableRow(cells))

    def _printed_parts(self, parent: Element, name: str) -> Iterator[Element]:
        """The rows of a table, or the cells of a row, that are compared and printed."""
        changes = self.state.changes
        for part, _ in contents(parent, changes):
            if part.tag != W + name:
                continue
            properties = part.find(f"{W}{name}Pr")
            has_change = properties is not None and any(changes.is_change(child) for child in properties)
            if has_change and changes.pass_mark(properties):
                continue
            if is_on(properties, "hidden"):
                changes.left_out.hidden_words += sum(len((text.text or "").split()) for text in part.iter(f"{W}t"))
            elif not _is_continued(properties):
                yield part


def _is_continued(cell: Element | None) -> bool:
    """Whether a cell continues a merged one that started above it or to its left."""
    if cell is None:
        return False
    merges = (cell.find(f"{W}vMerge"), cell.find(f"{W}hMerge"))
    return any(merge is not None and merge.get(VAL, "continue") != "restart" for merge in merges)
