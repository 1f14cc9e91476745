r"""The reader of Rich Text: goes through the tokens once, and hands what it finds to the texts it belongs to.

{\listtext 29.\tab}\s1 Sports ground\par       heading "Sports ground", marked 29.
{\deleted not }{\revised now }agreed\par       "now agreed", or "not agreed" with --tracked reject
{\*\unknown …}                                 a group of a newer Word: passed over, as the star says
\par}                                          the end of the group ends no paragraph
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from compare.errors import TooLargeError
from compare.read.common.document_builder import (
    MOST_PARAGRAPHS,
    DocumentBuilder,
    ExtractedParagraph,
    ParagraphOrRow,
    Run,
    split_at_page_breaks,
)
from compare.read.common.left_out import LeftOutCounts
from compare.read.common.word_processing import bullet_character
from compare.read.rtf.letters import Font, Letters, codec_of_page
from compare.read.rtf.lists import Counter
from compare.read.rtf.notes_and_headers import Apparatus, Note
from compare.read.rtf.state import Shows, State, Story, Tables
from compare.read.rtf.tables import Styles
from compare.read.rtf.tokens import Tokens
from compare.read.rtf.tracked_changes import Changes
from compare.values import Dress, SegmentKind, Tracked

_WESTERN = "cp1252"  # of a file that does not say
# Characters of a mark or a name that are believed.
_LONGEST = 255
# Runs of paragraphs that have not ended, which take 120 bytes each; and ends of paragraphs and cells, which take 12 µs.
_MOST_RUNS, _MOST_ENDS = 500_000, 1_000_000
_DRESSES = tuple(Dress(value) for value in range(sum(dress.value for dress in Dress) + 1))
_UNDERLINED = Dress.UNDERLINED.value


@dataclass(slots=True)
class Reading:
    """Where the reading of a file stands."""

    tokens: Tokens
    builder: DocumentBuilder
    left_out: LeftOutCounts
    changes: Changes
    state: State
    letters: Letters = field(default_factory=Letters)
    codec: str = _WESTERN
    fonts: dict[int, Font] = field(default_factory=dict)
    default_font: int = 0
    styles: Styles = field(default_factory=Styles)
    counter: Counter = field(default_factory=Counter)
    apparatus: Apparatus = field(default_factory=Apparatus)
    notes: list[Note] = field(default_factory=list)  # those that are open, one in the other
    name: str = ""  # the last name that was read, of an author or of a property of a shape
    stack: list[State] = field(default_factory=list)
    kept: int = 0  # texts, and paragraphs in them, that wait for their place
    waiting: int = 0  # runs of paragraphs that have not ended
    ended: int = 0  # paragraphs and cells

    def open_group(self) -> None:
        """{: what holds is inherited, and comes back at the end of the group.

        Both share one state until a word says something: a file has a million groups, and most say nothing.
        """
        self.letters.end_stand_in()
        outer = self.state
        self.stack.append(outer)
        if outer.shows is Shows.EITHER:
            outer.shows = Shows.OR
            self.tokens.skip_group()
        elif outer.shows is Shows.OR:
            self.own_state()
            self.state.shows = self.stack[-2].shows

    def own_state(self) -> None:
        """Before a word is obeyed: gives the group a state of its own, once the text before it has its place."""
        self.take_text()
        if self.stack and self.state is self.stack[-1]:
            self.state = self.state.opened()

    def close_group(self) -> None:
        """}: what held before holds again."""
        self.letters.end_stand_in()
        outer = self.stack.pop()
        if self.state is outer:
            return
        self.take_text()
        if self.state.at_end:
            self.state.at_end()
        self.state = outer
        self.letters.stand_in = outer.stand_in
        self.use_font()

    def use_font(self) -> None:
        """The font of the group is that of the letters that come."""
        self.letters.font = self.fonts.get(self.state.font) or Font(self.codec)

    def take_text(self) -> None:
        """Puts the letters that were collected where they belong; before anything changes that holds for them."""
        text = self.letters.take()
        if not text:
            return
        state, story = self.state, self.state.story
        if state.shows is Shows.TEXT:
            self.changes.count(state)
            if self.changes.is_dropped(state):
                return
            if state.is_hidden:
                story.hidden.append(text)
                return
            is_link = state.is_link or state.character_style in self.styles.links
            story.runs.append(Run(text, _DRESSES[state.dress & ~_UNDERLINED if is_link else state.dress]))
            story.has_words = story.has_words or not text.isspace()
            self.waiting += 1
            if self.waiting > _MOST_RUNS:
                raise self._too_large(f"{_MOST_RUNS:,} pieces in one paragraph")
            story.is_raised, story.is_note_announced = state.is_raised, False
        elif state.shows is Shows.MARK:
            story.mark = (story.mark + text)[:_LONGEST]
        elif state.shows is Shows.NAME:
            self.name = (self.name + text)[:_LONGEST]

    def is_shown(self) -> bool:
        """Whether what stands here is part of the text that is compared, or of a drawing in it."""
        state = self.state
        shows = state.shows in (Shows.TEXT, Shows.NOTHING)
        return shows and not state.is_hidden and not self.changes.is_dropped(state)

    def begin_story(self, end: Callable[[list[ParagraphOrRow]], None]) -> None:
        """From here to the end of the group is a text of its own, then handed to `end`."""
        self._count_kept()
        blocks: list[ParagraphOrRow] = []
        state = self.state
        state.story, state.shows = Story(Tables(partial(self._keep, blocks))), Shows.TEXT
        state.clear_paragraph()
        state.clear_looks(self.default_font)
        self.use_font()

        def at_end() -> None:
            self.end_story()
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

    def end_story(self) -> None:
        """Ends a text, with a paragraph that was not ended."""
        self.end_paragraph()
        self.state.story.tables.end()

    def mark_paragraph(self) -> None:
        r"""\par: ends the paragraph, unless its mark is a change that makes one paragraph of two, or hidden."""
        state, story = self.state, self.state.story
        if state.shows is not Shows.TEXT:
            return
        self.changes.count(state)
        is_dropped = self.changes.is_dropped(state)
        if not is_dropped and not state.is_hidden and not state.is_drop_cap:
            self.end_paragraph()
            return
        if is_dropped and state.list_use:
            self.counter.recount(state.list_use)
        if story.begun is None and story.has_words:
            story.begun = state.opened()
        elif story.begun is None:
            story.mark = ""

    def end_paragraph(self) -> None:
        """Makes a paragraph of what was collected for it."""
        story = self.state.story
        state = story.begun or self.state
        runs, story.runs, story.begun, story.has_words = story.runs, [], None, False
        self.waiting -= len(runs)
        self.ended += 1
        if self.ended > _MOST_ENDS:
            raise self._too_large(f"{_MOST_ENDS:,} paragraphs and cells")
        mark, level = self._mark(state)
        heading = self.styles.heading_level(state.style) if state.outline is None else state.outline
        entry = ExtractedParagraph((), indent=state.columns)
        if heading:
            entry = replace(entry, kind=SegmentKind.HEADING, mark=mark, level=heading)
        elif mark:
            entry = replace(entry, kind=SegmentKind.LIST_ITEM, mark=mark, level=level + 1)
        boxes, story.boxes = story.boxes, []
        story.tables.add([*_parted(entry, runs), *boxes], self.state.depth)
        self.left_out.hidden_words += len("".join(story.hidden).split())
        story.hidden.clear()

    def _mark(self, state: State) -> tuple[str, int]:
        """The number as the file prints it, and its level from 0.

        It is counted where the file prints none, or where a change made what it prints wrong.
        """
        story, use = state.story, state.list_use
        printed, story.mark = story.mark.strip(), ""
        level = self.counter.level_of(use, state.level, printed)
        if use:
            counted = self.counter.count(use, level)
            if not printed or self.counter.is_recounted(use):
                printed = counted
        return bullet_character(printed, ""), level

    def end_cell(self, depth: int) -> None:
        r"""\cell, \nestcell: ends a cell and the paragraph in it."""
        if self.state.shows is Shows.TEXT:
            self.state.is_in_table, self.state.nesting = True, depth
            self.end_paragraph()
            self.state.story.tables.end_cell(depth)

    def end_row(self, depth: int) -> None:
        r"""\row, \nestrow: ends a row."""
        if self.state.story.runs:
            self.end_cell(depth)
        self.state.story.tables.end_row(depth)
        if depth == 1:
            self.state.story.is_row_open = False

    def set_page(self, number: int) -> None:
        """The code page of the file."""
        self.codec = codec_of_page(number)
        self.builder.encoding = self.codec.replace("_", "-")
        self.use_font()


def begin_reading(data: bytes, builder: DocumentBuilder, tracked: Tracked) -> Reading:
    """The reading of a file, at its first token."""
    left_out = LeftOutCounts(tracked)
    builder.encoding = _WESTERN
    state = State(Story(Tables(builder.add)))
    return Reading(Tokens(data, builder.source), builder, left_out, Changes(left_out), state)


def _parted(entry: ExtractedParagraph, runs: Sequence[Run]) -> Iterator[ExtractedParagraph]:
    """The paragraph, or those that breaks of pages make of it, where there are words between them."""
    for part in split_at_page_breaks(runs):
        yield replace(entry, runs=part)
        entry = ExtractedParagraph((), indent=entry.indent)
