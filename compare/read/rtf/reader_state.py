r"""Keeps what the reader of Rich Text knows at its position, and passes what it finds to the text that it belongs to.

{\listtext 29.\tab}\s1 Sports ground\par                       heading "Sports ground", marked 29.
{\deleted not }{\revised now }agreed\par                       "now agreed", or "not agreed" if changes are rejected
\par}                                                          the end of the group ends no paragraph
{\listtext 30.\tab}\par                                        30.: printed, without a word after it
one{\deleted \par}\s1 two\par                                  a heading: the mark of the first is gone
{\super\chftn{\footnote\pard {\super\chftn} See item 4.}}      1   See item 4.
{\super *{\footnote\pard {\super *} See item 4.}}              *   * See item 4.
{\footnote\ftnalt … } with \aftnnrlc                           i   an endnote
{\headerf …} without \titlepg                                  printed on no page
{\headerl …}{\headerr …} with the same words                   once
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from compare.errors import TooLargeError
from compare.read.common.computed_fields import ComputedFields
from compare.read.common.document_builder import (
    MOST_PARAGRAPHS,
    DocumentBuilder,
    ExtractedParagraph,
    ParagraphOrRow,
    Run,
    split_at_page_breaks,
)
from compare.read.common.left_out import LeftOutCounts
from compare.read.common.list_numbers import NumberFormat, format_count
from compare.read.common.word_processing import bullet_character
from compare.read.rtf.characters import CharacterDecoder, Font, codec_of_page
from compare.read.rtf.file_tables import ListCounter, Styles
from compare.read.rtf.group_state import Destination, GroupState, OpenTables, TextFlow, TrackedChanges
from compare.read.rtf.tokens import Tokens
from compare.values import Formatting, SegmentKind, Tracked

_WESTERN = "cp1252"  # of a file that does not state its code page
# Characters of a mark or a name; more are cut off.
_LONGEST = 255
# Runs of paragraphs that have not ended, which take 120 bytes each; and ends of paragraphs and cells, which take 12 µs.
_MOST_RUNS, _MOST_ENDS = 500_000, 1_000_000
_DRESSES = tuple(Formatting(value) for value in range(sum(formatting.value for formatting in Formatting) + 1))
_UNDERLINED = Formatting.UNDERLINED.value
# Headers and footers in the order of the text: those of a section's first page, of right or all pages, of left pages.
PAGE_WORDS = ("headerf", "header", "headerr", "headerl", "footerf", "footer", "footerr", "footerl")
_FIRST, _LEFT = "f", "l"
_PLAIN = len("header")
_NUMBER_FORMATS = {
    "ar": NumberFormat.DECIMAL,
    "alc": NumberFormat.LOWER_LETTER,
    "auc": NumberFormat.UPPER_LETTER,
    "rlc": NumberFormat.LOWER_ROMAN,
    "ruc": NumberFormat.UPPER_ROMAN,
    "chi": NumberFormat.SYMBOLS,
}
# How notes are numbered: \ftnnar for the file, \sftnnar for a section, with an "a" for endnotes.
NUMBER_WORDS = {
    f"{section}{end}ftnn{how}": (bool(end), style)
    for section in ("", "s")
    for end in ("", "a")
    for how, style in _NUMBER_FORMATS.items()
}


@dataclass(slots=True)
class Note:
    """A note. One that is not counted has a mark of its own."""

    is_counted: bool = False
    is_endnote: bool = False
    mark: str = ""
    blocks: list[ParagraphOrRow] = field(default_factory=list)


@dataclass(slots=True)
class _Numbering:
    number_format: NumberFormat = NumberFormat.DECIMAL
    at: int = 1


@dataclass(slots=True)
class NotesAndHeaders:
    """Collects notes, headers and footers, which come after the body."""

    has_facing_pages: bool = False
    has_title_page: bool = False  # of the current section
    footnotes: _Numbering = field(default_factory=_Numbering)
    endnotes: _Numbering = field(default_factory=_Numbering)
    _notes: list[Note] = field(default_factory=list)
    _section: dict[str, list[ParagraphOrRow]] = field(default_factory=dict)
    _pages: list[tuple[str, list[ParagraphOrRow]]] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def add_note(self, note: Note) -> None:
        """Collects a note, in the order of the references."""
        numbering = self.endnotes if note.is_endnote else self.footnotes
        if note.is_counted:
            note.mark = format_count(numbering.at, numbering.number_format)
            numbering.at += 1
        if note.blocks:
            self._notes.append(note)

    def add_page_text(self, name: str, blocks: list[ParagraphOrRow]) -> None:
        """Collects a header or footer of the current section."""
        self._section[name] = blocks

    def end_section(self) -> None:
        """Keeps the headers and footers that the current section prints."""
        for name in PAGE_WORDS:
            plain, which = name[:_PLAIN], name[_PLAIN:]
            is_printed = name in self._section
            if which == _FIRST:
                is_printed &= self.has_title_page
            elif which == _LEFT and not self.has_facing_pages:
                is_printed &= not {plain, f"{plain}r"} & self._section.keys()
            if is_printed:
                self._keep(plain, self._section[name])
        self._section.clear()

    def _keep(self, name: str, blocks: list[ParagraphOrRow]) -> None:
        """Keeps a header or footer, unless another section printed the same."""
        key = repr((name, blocks))
        if key not in self._seen:
            self._seen.add(key)
            self._pages.append((name, blocks))

    def add_to(self, builder: DocumentBuilder) -> None:
        """Adds footnotes, endnotes, headers, then footers, each different line of them once."""
        for note in sorted(self._notes, key=lambda note: note.is_endnote):
            builder.add_note(note.mark, note.blocks)
        self.end_section()
        for name in ("header", "footer"):
            for kept, blocks in self._pages:
                if kept == name:
                    builder.add_furniture(blocks)


@dataclass(slots=True)
class ReaderState:
    """What the reader knows at its position in the file."""

    tokens: Tokens
    builder: DocumentBuilder
    left_out: LeftOutCounts
    changes: TrackedChanges
    state: GroupState
    decoder: CharacterDecoder = field(default_factory=CharacterDecoder)
    codec: str = _WESTERN
    is_by_writer: bool = False  # saved by LibreOffice
    fonts: dict[int, Font] = field(default_factory=dict)
    default_font: int = 0
    styles: Styles = field(default_factory=Styles)
    counter: ListCounter = field(default_factory=ListCounter)
    computed_fields: ComputedFields = field(default_factory=ComputedFields)
    notes_and_headers: NotesAndHeaders = field(default_factory=NotesAndHeaders)
    notes: list[Note] = field(default_factory=list)  # those that are open, one in the other
    name: str = ""  # the last name that was read, of an author or of a property of a shape
    stack: list[GroupState] = field(default_factory=list)
    kept: int = 0  # texts, and paragraphs in them, that wait to be added
    waiting: int = 0  # runs of paragraphs that have not ended
    ended: int = 0  # paragraphs and cells

    def open_group(self) -> None:
        """{: the state is inherited, and restored at the end of the group.

        Both groups share one state until a word changes it: of a million groups in a file, most change nothing.
        """
        self.decoder.end_fallback()
        outer = self.state
        self.stack.append(outer)
        if outer.destination is Destination.ALTERNATIVES:
            outer.destination = Destination.SECOND
            self.tokens.skip_group()
        elif outer.destination is Destination.SECOND:
            self.own_state()
            self.state.destination = self.stack[-2].destination

    def own_state(self) -> None:
        """Gives the group a state of its own, after placing the text before it; called before a word acts."""
        self.take_text()
        if self.stack and self.state is self.stack[-1]:
            self.state = self.state.opened()

    def close_group(self) -> None:
        """}: restores the state of the outer group."""
        self.decoder.end_fallback()
        outer = self.stack.pop()
        if self.state is outer:
            return
        self.take_text()
        if self.state.at_end:
            self.state.at_end()
        self.state = outer
        self.decoder.fallback = outer.fallback
        self.use_font()

    def use_font(self) -> None:
        """Decodes what follows in the font of the group."""
        self.decoder.font = self.fonts.get(self.state.font) or Font(self.codec)

    def take_text(self) -> None:
        """Places the text that was collected; called before the state changes."""
        text = self.decoder.take()
        if not text:
            return
        state, flow = self.state, self.state.flow
        if state.destination is Destination.TEXT:
            self.changes.count(state)
            if self.changes.is_dropped(state):
                return
            if state.is_hidden:
                flow.hidden.append(text)
                return
            is_link = state.is_link or state.character_style in self.styles.links
            flow.runs.append(Run(text, _DRESSES[state.formatting & ~_UNDERLINED if is_link else state.formatting]))
            flow.has_words = flow.has_words or not text.isspace()
            self.waiting += 1
            if self.waiting > _MOST_RUNS:
                raise self._too_large(f"{_MOST_RUNS:,} pieces in one paragraph")
            flow.is_raised, flow.is_note_announced = state.is_raised, False
        elif state.destination is Destination.MARK:
            flow.mark = (flow.mark + text)[:_LONGEST]
        elif state.destination is Destination.NAME:
            self.name = (self.name + text)[:_LONGEST]

    def is_printed(self) -> bool:
        """Whether what is read at this position is part of the text that is compared, or of a drawing in it."""
        state = self.state
        is_text = state.destination in (Destination.TEXT, Destination.NOTHING)
        return is_text and not state.is_hidden and not self.changes.is_dropped(state)

    def begin_flow(self, end: Callable[[list[ParagraphOrRow]], None]) -> None:
        """Starts a text of its own, to the end of the group; its paragraphs are then passed to `end`."""
        self._count_kept()
        blocks: list[ParagraphOrRow] = []
        state = self.state
        state.flow, state.destination = TextFlow(OpenTables(partial(self._keep, blocks))), Destination.TEXT
        state.clear_paragraph()
        state.clear_formatting(self.default_font)
        self.use_font()

        def at_end() -> None:
            self.end_flow()
            end(blocks)

        state.at_end = at_end

    def _keep(self, blocks: list[ParagraphOrRow], block: ParagraphOrRow) -> None:
        self._count_kept()
        blocks.append(block)

    def _count_kept(self) -> None:
        self.kept += 1
        if self.kept > MOST_PARAGRAPHS:
            raise self._too_large(f"{MOST_PARAGRAPHS:,} paragraphs in notes, boxes and running heads")

    def _too_large(self, what: str) -> TooLargeError:
        return TooLargeError(self.builder.source, f"it holds more than {what}", "Compare it in parts.")

    def end_flow(self) -> None:
        """Ends a text, with a paragraph that was not ended."""
        self.end_paragraph(has_mark=False)
        self.state.flow.tables.end()

    def mark_paragraph(self) -> None:
        r"""\par: ends the paragraph, unless its mark is dropped or hidden, which joins two paragraphs.

        Of two that a tracked change joins, the mark of the second is left, and its properties hold for both.
        """
        state, flow = self.state, self.state.flow
        if state.destination is not Destination.TEXT:
            return
        self.changes.count(state)
        is_dropped = self.changes.is_dropped(state)
        if not is_dropped and not state.is_hidden and not state.is_drop_cap:
            self.end_paragraph()
            return
        if is_dropped and state.list_use:
            self.counter.recount(state.list_use)
        if flow.joined is None and flow.has_words and not is_dropped:
            flow.joined = state.opened()
        elif flow.joined is None:
            flow.mark = ""

    def end_paragraph(self, *, has_mark: bool = True) -> None:
        """Adds the paragraph that was collected; `has_mark` unless the text around it ends before its mark."""
        flow = self.state.flow
        state = flow.joined or self.state
        is_begun = has_mark or bool(flow.mark)
        runs, flow.runs, flow.joined, flow.has_words = flow.runs, [], None, False
        self.waiting -= len(runs)
        self.ended += 1
        if self.ended > _MOST_ENDS:
            raise self._too_large(f"{_MOST_ENDS:,} paragraphs and cells")
        mark, level = self._mark(state)
        is_glued = self.counter.is_glued(state.list_use, level)
        heading = self.styles.heading_level(state.style) if state.outline is None else state.outline
        paragraph = ExtractedParagraph((), indent=state.columns)
        if heading:
            paragraph = replace(paragraph, kind=SegmentKind.HEADING, mark=mark, level=heading, is_glued=is_glued)
        elif mark:
            paragraph = replace(paragraph, kind=SegmentKind.LIST_ITEM, mark=mark, level=level + 1, is_glued=is_glued)
        boxes, flow.boxes = flow.boxes, []
        paragraphs = list(_split(paragraph, runs)) or ([paragraph] if mark and is_begun else [])
        flow.tables.add([*paragraphs, *boxes], self.state.depth)
        self.left_out.hidden_words += len("".join(flow.hidden).split())
        flow.hidden.clear()

    def _mark(self, state: GroupState) -> tuple[str, int]:
        """The number as the file prints it, and its level from 0.

        It is counted if the file prints none, or if a tracked change made what it prints wrong.
        """
        flow, use = state.flow, state.list_use
        printed, flow.mark = flow.mark.strip("\t\r\n"), ""
        level = self.counter.level_of(use, state.level, printed)
        if use:
            counted = self.counter.count(use, level)
            if not printed.strip() or self.counter.is_recounted(use):
                printed = counted
        blank = " " if printed[-1:].isspace() else ""  # parts a word from what it labels: "Annex " and "A"
        return bullet_character(printed, "") + blank, level

    def end_cell(self, depth: int) -> None:
        r"""\cell, \nestcell: ends a cell and the paragraph in it."""
        state = self.state
        if state.destination is Destination.TEXT:
            state.is_in_table, state.nesting = True, depth
            if self.changes.is_dropped(state) and state.list_use:  # of a row that is dropped
                self.counter.recount(state.list_use)
                state.list_use, state.flow.mark = 0, ""
            self.end_paragraph()
            self.state.flow.tables.end_cell(depth)

    def end_row(self, depth: int) -> None:
        r"""\row, \nestrow: ends a row."""
        if self.state.flow.runs:
            self.end_cell(depth)
        self.state.flow.tables.end_row(depth)
        if depth == 1:
            self.state.flow.is_row_open = False

    def set_page(self, number: int) -> None:
        """Sets the code page of the file."""
        self.codec = codec_of_page(number)
        self.builder.encoding = self.codec.replace("_", "-")
        self.use_font()


def start_reading(data: bytes, builder: DocumentBuilder, tracked: Tracked) -> ReaderState:
    """The state before the first token of a file."""
    left_out = LeftOutCounts(tracked)
    builder.encoding = _WESTERN
    state = GroupState(TextFlow(OpenTables(builder.add)))
    return ReaderState(Tokens(data, builder.source), builder, left_out, TrackedChanges(left_out), state)


def _split(paragraph: ExtractedParagraph, runs: Sequence[Run]) -> Iterator[ExtractedParagraph]:
    """The paragraph, split at the page breaks that have words on both sides."""
    for part in split_at_page_breaks(runs):
        yield replace(paragraph, runs=part)
        paragraph = ExtractedParagraph((), indent=paragraph.indent)
