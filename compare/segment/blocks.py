"""Lines put together to headings, paragraphs, list items and rows.

12.                                       a number on a line of its own waits for …
Sports ground                             … the words of its heading
The Chair welcomed the members and        one paragraph on two lines
thanked the clerk.
> • bread                                 furniture, and a list item
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from compare.segment.furniture import furniture_lines
from compare.segment.headings import INNER_LEVEL, LOUD_LEVEL, QUIET_LEVEL, Heading, Looks, atx_heading, trim_emphasis
from compare.segment.levels import ListLevels
from compare.segment.lines import Line
from compare.segment.marks import (
    COUNTING,
    Mark,
    MarkStyle,
    bullet_mark,
    confirmed_marks,
    file_start,
    is_upper,
    number_mark,
    reads_like_heading,
)
from compare.segment.markup import MarkupKind, markup_lines
from compare.segment.neighbours import Neighbours
from compare.segment.stated_paragraphs import is_stated, stated_furniture, stated_kinds, stated_level, stated_mark
from compare.segment.wrapping import Wrapping, line_width, without_wrapped
from compare.style.house_style import HouseStyle
from compare.values import SegmentKind, Span

# No-break spaces before the first word by which saved pages indent an item whose bullet they lost.
_LOST_BULLET = 4
# What is looked at of a line to find its mark, in characters.
_HEAD = 400
# Columns of blanks that still count as the margin.
_MARGIN = 1

_HASHES = re.compile(r"#{1,6}[ \t]")


@dataclass(slots=True)
class Block:
    """A segment in the making."""

    kind: SegmentKind
    pieces: list[Span]
    mark: Span | None = None
    level: int = 0
    is_open: bool = True  # whether the next line may still belong to it
    page_before: bool = False


@dataclass(slots=True)
class _Builder:
    """Walks through the lines once and leaves blocks behind."""

    neighbours: Neighbours
    is_furniture: Sequence[bool]
    levels: ListLevels = field(default_factory=ListLevels)
    blocks: list[Block] = field(default_factory=list)
    pending: tuple[Span, Mark] | None = None  # a number on a line of its own

    @property
    def looks(self) -> Looks:
        return self.neighbours.looks

    def build(self) -> list[Block]:
        for place, line in enumerate(self.neighbours.lines):
            if line.quote:
                self.blocks.append(Block(SegmentKind.FURNITURE, [Span(*line.quote)], is_open=False))
            kind = self.neighbours.kinds[place]
            if kind is MarkupKind.TEXT and not self.is_furniture[place]:
                self._text_line(place)
            else:
                self._settle()
                self._markup_line(line, MarkupKind.FURNITURE if self.is_furniture[place] else kind)
        self._settle()
        return self.blocks

    def _markup_line(self, line: Line, kind: MarkupKind) -> None:
        if kind is MarkupKind.FURNITURE:
            self._add(SegmentKind.FURNITURE, line)
        elif kind is MarkupKind.ROW:
            self._add(SegmentKind.TABLE_ROW, line)
        elif kind is MarkupKind.VERBATIM:
            self._add(SegmentKind.PARAGRAPH, line)
        else:
            self._add_heading(line, _underlined_heading(line.text, 1 if kind is MarkupKind.UNDERLINED_1 else 2))

    def _text_line(self, place: int) -> None:
        line = self.neighbours.lines[place]
        if self.pending is None and self._continues(place):
            self._extend(line)
        elif not (self.pending is not None and self._takes_pending(place, self.pending)):
            self._settle()
            waiting = self.neighbours.lone_mark(place)
            if waiting is not None:
                self.pending = (Span(line.start, line.end), waiting)
            else:
                self._new_block(place)

    def _extend(self, line: Line) -> None:
        last = self._last_text_block()
        if line.quote or self.blocks[-1] is not last:
            last.pieces.append(Span(line.start, line.end))
        else:
            last.pieces[-1] = Span(last.pieces[-1].start, line.end)
        last.is_open = last.is_open and not line.hard_break

    def _new_block(self, place: int) -> None:
        line, mark = self.neighbours.lines[place], self.neighbours.marks[place]
        heading = self._heading(line) if mark is None else None
        if heading is not None:
            self._add_heading(line, heading)
        elif mark is not None and mark.style is not MarkStyle.BULLET:
            self._numbered(place, mark)
        elif mark is not None or line.hard_blanks >= _LOST_BULLET or is_stated(line, SegmentKind.LIST_ITEM):
            self._list_item(line, mark)
        elif self.neighbours.is_quiet_heading(place):
            self._add_heading(line, Heading(0, len(line.text), QUIET_LEVEL))
        else:
            if line.indent <= _MARGIN:
                self.levels.close()
            self._add(SegmentKind.PARAGRAPH, line, is_open=not line.hard_break)

    def _heading(self, line: Line) -> Heading | None:
        """The heading that an unnumbered line is by markup, by its style or by its loud print."""
        if is_stated(line, SegmentKind.HEADING) and self.looks.can_be_styled_heading(line.text):
            return Heading(0, len(line.text), stated_level(line) or LOUD_LEVEL)
        return atx_heading(line.text) or self.looks.loud_heading(line.text, is_bold=line.is_bold)

    def _numbered(self, place: int, mark: Mark) -> None:
        """A line with a number: the heading of an item, or an item of a list."""
        line = self.neighbours.lines[place]
        words = line.text[mark.body :]
        heading = self.looks.loud_heading(words, is_bold=line.is_bold)
        if is_stated(line, SegmentKind.HEADING) and self.looks.can_be_styled_heading(words):
            heading = Heading(0, len(words), stated_level(line) or LOUD_LEVEL)
        is_inner = line.indent > _MARGIN and line.hard_blanks == 0
        if heading is not None:
            level = INNER_LEVEL if is_inner else heading.level
            self._add_heading(line, Heading(mark.body + heading.start, mark.body + heading.end, level), mark)
        elif self.neighbours.is_numbered_heading(place, mark, words):
            self._add_heading(line, Heading(mark.body, len(line.text), INNER_LEVEL if is_inner else QUIET_LEVEL), mark)
        else:
            self._list_item(line, mark)

    def _takes_pending(self, place: int, pending: tuple[Span, Mark]) -> bool:
        """Gives the waiting number to this line, if its words can be a title or a list item."""
        line, mark = self.neighbours.lines[place], self.neighbours.marks[place]
        span, waiting = pending
        heading = atx_heading(line.text) or self.looks.loud_heading(line.text)
        if heading is None and self.neighbours.can_be_title(place):
            heading = Heading(0, len(line.text), QUIET_LEVEL)
        if mark is not None or (line.text[0] == "#" and not line.at_margin):
            return False
        if waiting.brackets == "" and waiting.style is not MarkStyle.BULLET and heading is None:
            return False
        self.pending = None
        if waiting.style in COUNTING and heading is not None:
            self.levels.close()
            self._add(SegmentKind.HEADING, line, heading.start, heading.end, level=heading.level)
        else:
            self._add(SegmentKind.LIST_ITEM, line, level=self.levels.level(waiting, line.indent))
        self._last_text_block().mark = span
        return True

    def _settle(self) -> None:
        """A number that found no words is a paragraph of its own."""
        if self.pending is not None:
            span, self.pending = self.pending[0], None
            self.blocks.append(Block(SegmentKind.PARAGRAPH, [span], is_open=False))

    def _add_heading(self, line: Line, heading: Heading, mark: Mark | None = None) -> None:
        self.levels.close()
        start, end = heading.start, heading.end
        mark = mark or self._mark_inside(line.text[start:end], start)
        if mark is not None:
            start, end = trim_emphasis(line.text, max(start, mark.body), end)
        self._add(SegmentKind.HEADING, line, start, end, level=heading.level)
        last = self._last_text_block()
        if mark is not None:
            last.mark = Span(line.start + mark.start, line.start + mark.end)
        if _HASHES.match(line.text) and not line.at_margin:
            # Only at the margin are hashes markup; elsewhere (a block quote, an odd line end) they are marks to keep.
            last.mark = Span(line.start, last.mark.end if last.mark else line.start + len(line.text.split(None, 1)[0]))

    def _mark_inside(self, words: str, offset: int) -> Mark | None:
        """The number with which the words of a heading begin."""
        mark = number_mark(words) or self.looks.reference_mark(words)
        if mark is None or mark.style not in COUNTING or mark.body >= len(words):
            return None
        rest = words[mark.body :]
        is_title = is_upper(words) or reads_like_heading(rest) or self.looks.is_known_title(rest)
        is_reference = mark.style is MarkStyle.REFERENCE and rest[0].isupper()
        if self.looks.months.match(rest) or not (mark.brackets or is_title or is_reference):
            return None
        return mark._replace(start=mark.start + offset, end=mark.end + offset, body=mark.body + offset)

    def _list_item(self, line: Line, mark: Mark | None) -> None:
        level = stated_level(line) or self.levels.level(mark, line.indent)
        if mark is None or mark.body >= len(line.text):
            self._add(SegmentKind.LIST_ITEM, line, level=level, is_open=mark is None and not line.hard_break)
            return
        self._add(SegmentKind.LIST_ITEM, line, mark.body, level=level, is_open=not line.hard_break)
        self.blocks[-1].mark = Span(line.start + mark.start, line.start + mark.end)

    def _add(
        self, kind: SegmentKind, line: Line, start: int = 0, end: int = -1, *, level: int = 0, is_open: bool = False
    ) -> None:
        last = len(line.text) if end < 0 else end
        stop = start + file_start(line.text[start:last]) if kind is SegmentKind.HEADING else last
        span = Span(line.start + start, line.start + stop)
        self.blocks.append(Block(kind, [span], level=level, is_open=is_open, page_before=line.page_before))
        tail = line.text[stop:last]
        if tail.strip():  # the file that a saved page glued to the title
            first = line.start + last - len(tail.lstrip())
            self.blocks.append(Block(SegmentKind.FURNITURE, [Span(first, line.start + last)], is_open=False))

    def _last_text_block(self) -> Block:
        place = len(self.blocks) - 1
        while self.blocks[place].kind is SegmentKind.FURNITURE:
            place -= 1
        return self.blocks[place]

    def _continues(self, place: int) -> bool:
        """Whether a line is the next line of the paragraph or heading above it."""
        line = self.neighbours.lines[place]
        if place == 0 or line.blank_before or self.neighbours.marks[place] is not None:
            return False
        if line.hard_blanks >= _LOST_BULLET or all(block.kind is SegmentKind.FURNITURE for block in self.blocks[-2:]):
            return False
        block, above = self._last_text_block(), self.neighbours.lines[place - 1]
        if bool(above.quote) != bool(line.quote) or block.pieces[-1].end != above.end:
            return False
        if block.kind is SegmentKind.HEADING and block.mark is not None:
            return self.neighbours.is_second_line_of_heading(place)
        return block.is_open and self.neighbours.wrapping.goes_on(above, line)


def _underlined_heading(words: str, level: int) -> Heading:
    """The heading that a line underlined with dashes is, without the emphasis around it."""
    heading = atx_heading("# " + words)
    return Heading(heading.start - 2, heading.end - 2, level) if heading else Heading(0, len(words), level)


def build_blocks(lines: Sequence[Line], style: HouseStyle) -> list[Block]:
    """The blocks of a text, page breaks still inside its paragraphs. Cost: linear."""
    looks = Looks(style)
    has_paragraphs = bool(lines) and lines[0].stated is not None
    kinds = stated_kinds(lines) if has_paragraphs else markup_lines(lines)
    is_furniture = stated_furniture(lines, style) if has_paragraphs else furniture_lines(lines, style)
    candidates = [
        None if is_furniture[place] or kinds[place] is not MarkupKind.TEXT else _candidate(line, looks)
        for place, line in enumerate(lines)
    ]
    wrapping = Wrapping(line_width(lines, kinds), looks)
    confirmed = without_wrapped(lines, confirmed_marks(lines, candidates), wrapping)
    marks = [stated_mark(line) or mark for line, mark in zip(lines, confirmed, strict=True)]
    return _Builder(Neighbours(lines, kinds, marks, looks, wrapping), is_furniture).build()


def _candidate(line: Line, looks: Looks) -> Mark | None:
    words, head = line.text, line.text[:_HEAD]
    stated = stated_mark(line)
    if stated is not None:
        return stated
    mark = bullet_mark(head) or number_mark(head)
    if (
        mark is not None
        and mark.style is MarkStyle.DIGITS
        and not mark.brackets
        and looks.months.match(head, mark.body)
    ):
        return None  # "16 April 2026"
    return mark or looks.reference_mark(words)
