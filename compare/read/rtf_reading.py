r"""The reader of Rich Text: goes through the tokens once, and hands what it finds to the texts it belongs to.

{\listtext 29.\tab}\s1 Sports ground\par       heading "Sports ground", marked 29.
{\deleted not }{\revised now }agreed\par       "now agreed", or "not agreed" with --tracked reject
{\*\unknown …}                                 a group of a newer Word: passed over, as the star says
\par}                                          the end of the group ends no paragraph
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from compare.read.extract import Entry, Extract, Run
from compare.read.rtf_apparatus import Apparatus, Note
from compare.read.rtf_changes import Changes
from compare.read.rtf_left_out import LeftOut
from compare.read.rtf_letters import Font, Letters, codec_of_page
from compare.read.rtf_lists import Counter
from compare.read.rtf_state import LOOK_WORDS, PARAGRAPH_WORDS, TWIPS_A_COLUMN, Shows, State
from compare.read.rtf_story import Kept, Story
from compare.read.rtf_symbols import plain_bullet
from compare.read.rtf_tables import Styles, outline_level
from compare.read.rtf_tokens import Tokens
from compare.values import Dress, SegmentKind, Tracked

_DRESSES = tuple(Dress(value) for value in range(sum(dress.value for dress in Dress) + 1))
# Words that only set what holds for the words or the paragraph that they stand in.
PROPERTY_WORDS = frozenset({*LOOK_WORDS, *PARAGRAPH_WORDS, "outlinelevel", "cs", "f"})
_UNDERLINED = Dress.UNDERLINED.value


@dataclass
class Reading:
    """Where the reading of a file stands."""

    tokens: Tokens
    extract: Extract
    changes: Changes
    left_out: LeftOut
    state: State
    letters: Letters = field(default_factory=Letters)
    codec: str = "cp1252"
    fonts: dict[int, Font] = field(default_factory=dict)
    default_font: int = 0
    styles: Styles = field(default_factory=Styles)
    counter: Counter = field(default_factory=Counter)
    apparatus: Apparatus = field(default_factory=Apparatus)
    notes: list[Note] = field(default_factory=list)  # those that are open, one in the other
    comment_author: str = ""
    stack: list[State] = field(default_factory=list)

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
        state = self.state
        if state.shows is Shows.TEXT:
            self.changes.count(state)
            if not state.is_hidden and not self.changes.is_dropped(state):
                is_link = state.is_link or state.character_style in self.styles.links
                dress = state.dress & ~_UNDERLINED if is_link else state.dress
                state.story.runs.append(Run(text, _DRESSES[dress]))
        elif state.shows is Shows.MARK:
            state.story.mark += text
        elif state.shows is Shows.NAME:
            self.comment_author += text

    def is_shown(self) -> bool:
        """Whether what stands here is part of the text that is compared, or of a drawing in it."""
        state = self.state
        shows = state.shows in (Shows.TEXT, Shows.NOTHING)
        return shows and not state.is_hidden and not self.changes.is_dropped(state)

    def begin_story(self, end: Callable[[Kept], None]) -> None:
        """From here to the end of the group is a text of its own, then handed to `end`."""
        kept = Kept()
        state = self.state
        state.story, state.shows = Story(kept), Shows.TEXT
        state.clear_paragraph()
        state.clear_looks(self.default_font)
        self.use_font()

        def at_end() -> None:
            self.end_story()
            end(kept)

        state.at_end = at_end

    def end_story(self) -> None:
        """Ends a text, with a paragraph that was not ended."""
        self.end_paragraph()
        self.state.story.end()

    def mark_paragraph(self) -> None:
        r"""\par: ends the paragraph, unless its mark is a change that makes one paragraph of two."""
        state = self.state
        if state.shows is not Shows.TEXT:
            return
        self.changes.count(state)
        if not self.changes.is_dropped(state):
            self.end_paragraph()
            return
        state.story.mark = ""
        if state.list_use:
            self.counter.recount(state.list_use)

    def end_paragraph(self) -> None:
        """Makes a paragraph of what was collected for it."""
        state, story = self.state, self.state.story
        runs, story.runs = story.runs, []
        mark = self._mark()
        heading = self.styles.heading_level(state.style) if state.outline is None else state.outline
        kind, level = SegmentKind.PARAGRAPH, 0
        if heading:
            kind, level = SegmentKind.HEADING, heading
        elif mark:
            kind, level = SegmentKind.LIST_ITEM, state.level + 1
        story.add(Entry(runs, kind, mark, level, max(state.indent, 0) // TWIPS_A_COLUMN), state.depth)

    def _mark(self) -> str:
        """The number as the file prints it; counted where it prints none, or where a change made it wrong."""
        state, story = self.state, self.state.story
        printed, story.mark = story.mark.strip(), ""
        if state.list_use:
            counted = self.counter.count(state.list_use, state.level)
            if not printed or self.counter.is_recounted(state.list_use):
                printed = counted
        return plain_bullet(printed)

    def end_cell(self, depth: int) -> None:
        r"""\cell, \nestcell: ends a cell and the paragraph in it."""
        if self.state.shows is Shows.TEXT:
            self.state.is_in_table, self.state.nesting = True, depth
            self.end_paragraph()
            self.state.story.end_cell(depth)

    def end_row(self, depth: int) -> None:
        r"""\row, \nestrow: ends a row."""
        if self.state.story.runs:
            self.end_cell(depth)
        self.state.story.end_row(depth)
        if depth == 1:
            self.state.story.is_row_open = False

    def set_page(self, number: int) -> None:
        """The code page of the file."""
        self.codec = self.extract.encoding = codec_of_page(number)
        self.use_font()

    def set_property(self, name: str, number: int | None) -> None:
        """Sets what holds for words or paragraphs, where the word says something of them."""
        state = self.state
        if name in LOOK_WORDS:
            state.set_look(name, number)
        elif name in PARAGRAPH_WORDS:
            state.set_paragraph(name, number)
        elif name == "outlinelevel":
            state.outline = outline_level(number)
        elif name == "cs":
            state.character_style = number or 0
        elif name == "f":
            state.font = number or 0
            self.use_font()


def begin_reading(data: bytes, extract: Extract, tracked: Tracked) -> Reading:
    """The reading of a file, at its first token."""
    left_out = LeftOut()
    state = State(Story(extract))
    return Reading(Tokens(data, extract.source), extract, Changes(tracked, left_out), left_out, state)
