"""Assembles lines into headings, paragraphs, list items and rows, and joins what a page break cut in two.

    12.                                       a number on a line of its own waits for …
    Sports ground                             … the words of its heading
    The Chair welcomed the members and        one paragraph on two lines
    thanked the clerk.
    > • bread                                 furniture, and a list item
    … so that there was

    confidence that actions were making a difference.           one paragraph, two pieces

A heading, an introduction with a colon, a speaker's name and a list never go on over a page break.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from compare.segment.counted_cells import counted_cells, numbers_of_rows
from compare.segment.counting import values_at_heads
from compare.segment.furniture import furniture_lines, stated_furniture
from compare.segment.headings import (
    INNER_LEVEL,
    LOUD_LEVEL,
    QUIET_LEVEL,
    Heading,
    HeadingPatterns,
    atx_heading,
    file_start,
    is_upper,
    reads_like_heading,
    trim_emphasis,
)
from compare.segment.lines import Line, MarkupKind, markup_lines, stated_kinds
from compare.segment.list_marks import (
    COUNTING,
    ListLevels,
    Mark,
    MarkStyle,
    confirmed_marks,
    number_mark,
    possible_mark,
    reference_mark,
    stated_mark,
)
from compare.segment.surroundings import Surroundings, Wrapping, line_width
from compare.segment.wrapped_numbers import without_wrapped
from compare.style.house_style import HouseStyle
from compare.style.phrases import Phrases, starting
from compare.text.leaders import leads_to_page
from compare.values import SegmentKind, Span

# No-break spaces before the first word by which saved pages indent an item whose bullet they lost.
_LOST_BULLET = 4
# Columns of blanks that still count as the margin.
_MARGIN = 1

_HASHES = re.compile(r"#{1,6}[ \t]")
# The shortest first part, in characters, of a sentence that a page break cut: names and entries of tables are shorter.
_SHORTEST = 30
# The same where the second part begins with a capital: they are joined only if a page mark stands between them.
_SHORTEST_BEFORE_CAPITAL = 60
# A first part that ends in a comma may be an entry of a list without bullets.
_SHORTEST_BEFORE_COMMA = 60
# Furniture that can stand between two pages: running head, number, blank header lines. More is no page break.
_MOST_FURNITURE = 8

_OPEN_END = re.compile(r"[\w,’'\"”)\]&/£-]$")
_QUOTED_END = re.compile(r"[.!?][\"'”’)\]]+$")
_URL = re.compile(r"(?i)(?:https?://|www\.|\S+@\S)")
_SPEAKER = re.compile(r"[\w .'’-]{1,30}:(?:\s|$)")


@dataclass(slots=True)
class UnfinishedSegment:
    """A segment to which lines may still be added."""

    kind: SegmentKind
    pieces: list[Span]
    mark: Span | None = None
    level: int = 0
    is_open: bool = True  # whether the next line may still belong to it
    page_before: bool = False


@dataclass(slots=True)
class _Builder:
    """Goes through the lines once and adds each to a segment."""

    surroundings: Surroundings
    is_furniture: Sequence[bool]
    counted: Mapping[int, Mark]  # the lines that are, or begin with, a number that counts
    wrapped: frozenset[int]  # places of the lines whose number belongs to the sentence above
    values: frozenset[int]  # places of the lines whose number is a value: it numbers no item of a list
    levels: ListLevels = field(default_factory=ListLevels)
    segments: list[UnfinishedSegment] = field(default_factory=list)
    pending: tuple[Span, Mark] | None = None  # a number on a line of its own
    is_counted: bool = False  # whether the number that waits counts

    @property
    def patterns(self) -> HeadingPatterns:
        return self.surroundings.patterns

    def build(self) -> list[UnfinishedSegment]:
        for place, line in enumerate(self.surroundings.lines):
            if line.quote:
                self.segments.append(UnfinishedSegment(SegmentKind.FURNITURE, [Span(*line.quote)], is_open=False))
            kind = self.surroundings.kinds[place]
            if kind is MarkupKind.TEXT and not self.is_furniture[place]:
                self._text_line(place)
            else:
                self._close_pending()
                self._markup_line(place, MarkupKind.FURNITURE if self.is_furniture[place] else kind)
        self._close_pending()
        return self.segments

    def _markup_line(self, place: int, kind: MarkupKind) -> None:
        line, mark = self.surroundings.lines[place], self.surroundings.marks[place]
        if kind is MarkupKind.FURNITURE:
            self._add(SegmentKind.FURNITURE, line)
        elif kind is MarkupKind.ROW and mark is not None and mark.body < len(line.text):
            self._add(SegmentKind.TABLE_ROW, line, mark.body)
            self.segments[-1].mark = Span(line.start + mark.start, line.start + mark.end)
        elif kind is MarkupKind.CELL and self.segments[-1].kind is SegmentKind.TABLE_ROW:
            self._extend(line)
        elif kind in (MarkupKind.ROW, MarkupKind.CELL):
            self._add(SegmentKind.TABLE_ROW, line)
        elif kind is MarkupKind.VERBATIM:
            self._add(SegmentKind.PARAGRAPH, line)
        else:
            self._add_heading(line, _underlined_heading(line.text, 1 if kind is MarkupKind.UNDERLINED_1 else 2))

    def _text_line(self, place: int) -> None:
        line = self.surroundings.lines[place]
        if self.pending is None and self._continues(place):
            self._extend(line)
        elif not (self.pending is not None and self._take_pending(place, self.pending)):
            self._close_pending()
            waiting = self.surroundings.lone_mark(place) or self.counted.get(place)
            if waiting is not None:
                self.pending, self.is_counted = (Span(line.start, line.end), waiting), place in self.counted
            else:
                self._start_segment(place)

    def _extend(self, line: Line) -> None:
        last = self._last_with_words()
        if line.quote or self.segments[-1] is not last:
            last.pieces.append(Span(line.start, line.end))
        else:
            last.pieces[-1] = Span(last.pieces[-1].start, line.end)
        last.is_open = last.is_open and not line.hard_break

    def _start_segment(self, place: int) -> None:
        line, mark = self.surroundings.lines[place], self.surroundings.marks[place]
        heading = self._heading(line) if mark is None else None
        if heading is not None:
            self._add_heading(line, heading)
        elif mark is not None and mark.style is not MarkStyle.BULLET:
            self._numbered(place, mark)
        elif mark is not None or line.hard_blanks >= _LOST_BULLET or line.is_stated(SegmentKind.LIST_ITEM):
            self._list_item(line, mark)
        elif self.surroundings.is_quiet_heading(place):
            self._add_heading(line, Heading(0, len(line.text), QUIET_LEVEL))
        else:
            if line.indent <= _MARGIN:
                self.levels.close()
            self._add(SegmentKind.PARAGRAPH, line, is_open=not line.hard_break)

    def _heading(self, line: Line) -> Heading | None:
        """Reads an unnumbered line that is a heading by markup, by its style or by its loud print."""
        if line.is_stated(SegmentKind.HEADING) and self.patterns.can_be_styled_heading(line.text):
            return Heading(0, len(line.text), line.stated_level or LOUD_LEVEL)
        return atx_heading(line.text) or self.patterns.loud_heading(line.text, is_bold=line.is_bold)

    def _numbered(self, place: int, mark: Mark) -> None:
        """Adds a line with a number: the heading of an item, or an item of a list."""
        line = self.surroundings.lines[place]
        words = line.text[mark.body :]
        heading = self.patterns.loud_heading(words, is_bold=line.is_bold)
        if line.is_stated(SegmentKind.HEADING) and self.patterns.can_be_styled_heading(words):
            heading = Heading(0, len(words), line.stated_level or LOUD_LEVEL)
        is_inner = line.indent > _MARGIN and line.hard_blanks == 0
        if heading is not None:
            level = INNER_LEVEL if is_inner else heading.level
            self._add_heading(line, Heading(mark.body + heading.start, mark.body + heading.end, level), mark)
        elif place in self.values and not self._can_head_item(place, mark):
            self._list_item(line, None)
        elif self.surroundings.is_numbered_heading(place, mark, words):
            self._add_heading(line, Heading(mark.body, len(line.text), INNER_LEVEL if is_inner else QUIET_LEVEL), mark)
        else:
            self._list_item(line, None if place in self.values else mark)

    def _can_head_item(self, place: int, mark: Mark) -> bool:
        """Whether a number that does not count can be that of an item in an extract: not "12.50", not one of many."""
        return mark.style is not MarkStyle.DECIMAL and not self.surroundings.has_sibling_near(place, mark)

    def _take_pending(self, place: int, pending: tuple[Span, Mark]) -> bool:
        """Gives the waiting number to this line, if its words can be a title or a list item."""
        line, mark = self.surroundings.lines[place], self.surroundings.marks[place]
        span, waiting = pending
        heading = atx_heading(line.text) or self.patterns.loud_heading(line.text)
        if heading is None and self.surroundings.can_be_title(place):
            heading = Heading(0, len(line.text), QUIET_LEVEL)
        if mark is not None or (line.text[0] == "#" and not line.at_margin):
            return False
        if waiting.brackets == "" and self.surroundings.patterns.is_label_of_count(line.text):
            return False  # "In favour", 5, "Against", 2
        is_sure = waiting.brackets != "" or waiting.style is MarkStyle.BULLET or self.is_counted
        if heading is None and not is_sure:
            return False
        self.pending = None
        if waiting.style in COUNTING and heading is not None:
            self.levels.close()
            self._add(SegmentKind.HEADING, line, heading.start, heading.end, level=heading.level)
        else:
            self._add(SegmentKind.LIST_ITEM, line, level=self.levels.level(waiting, line.indent))
        self._last_with_words().mark = span
        return True

    def _close_pending(self) -> None:
        """Makes a number that found no words a paragraph of its own."""
        if self.pending is not None:
            span, self.pending = self.pending[0], None
            self.segments.append(UnfinishedSegment(SegmentKind.PARAGRAPH, [span], is_open=False))

    def _add_heading(self, line: Line, heading: Heading, mark: Mark | None = None) -> None:
        self.levels.close()
        start, end = heading.start, heading.end
        mark = mark or self._mark_inside(line.text[start:end], start)
        if mark is not None:
            start, end = trim_emphasis(line.text, max(start, mark.body), end)
        self._add(SegmentKind.HEADING, line, start, end, level=heading.level)
        last = self._last_with_words()
        if mark is not None:
            last.mark = Span(line.start + mark.start, line.start + mark.end)
        if _HASHES.match(line.text) and not line.at_margin:
            # Only at the margin are hashes markup; elsewhere (a block quote, an odd line end) they are marks to keep.
            last.mark = Span(line.start, last.mark.end if last.mark else line.start + len(line.text.split(None, 1)[0]))

    def _mark_inside(self, words: str, offset: int) -> Mark | None:
        """Reads the number with which the words of a heading begin."""
        mark = number_mark(words) or reference_mark(words, self.patterns)
        if mark is None or mark.style not in COUNTING or mark.body >= len(words):
            return None
        rest = words[mark.body :]
        is_title = is_upper(words) or reads_like_heading(rest) or self.patterns.is_known_title(rest)
        is_reference = mark.style is MarkStyle.REFERENCE and rest[0].isupper()
        if self.patterns.months.match(rest) or not (mark.brackets or is_title or is_reference):
            return None
        return mark._replace(start=mark.start + offset, end=mark.end + offset, body=mark.body + offset)

    def _list_item(self, line: Line, mark: Mark | None) -> None:
        level = line.stated_level or self.levels.level(mark, line.indent)
        if mark is None or mark.body >= len(line.text):
            self._add(SegmentKind.LIST_ITEM, line, level=level, is_open=mark is None and not line.hard_break)
            return
        self._add(SegmentKind.LIST_ITEM, line, mark.body, level=level, is_open=not line.hard_break)
        self.segments[-1].mark = Span(line.start + mark.start, line.start + mark.end)

    def _add(
        self, kind: SegmentKind, line: Line, start: int = 0, end: int = -1, *, level: int = 0, is_open: bool = False
    ) -> None:
        last = len(line.text) if end < 0 else end
        stop = start + file_start(line.text[start:last]) if kind is SegmentKind.HEADING else last
        span = Span(line.start + start, line.start + stop)
        self.segments.append(
            UnfinishedSegment(kind, [span], level=level, is_open=is_open, page_before=line.page_before)
        )
        tail = line.text[stop:last]
        if tail.strip():  # the file that a saved page glued to the title
            first = line.start + last - len(tail.lstrip())
            self.segments.append(
                UnfinishedSegment(SegmentKind.FURNITURE, [Span(first, line.start + last)], is_open=False)
            )

    def _last_with_words(self) -> UnfinishedSegment:
        place = len(self.segments) - 1
        while self.segments[place].kind is SegmentKind.FURNITURE:
            place -= 1
        return self.segments[place]

    def _continues(self, place: int) -> bool:
        """Whether a line is the next line of the paragraph or heading above it."""
        line = self.surroundings.lines[place]
        if place == 0 or line.blank_before or self.surroundings.marks[place] is not None:
            return False
        if line.hard_blanks >= _LOST_BULLET or all(one.kind is SegmentKind.FURNITURE for one in self.segments[-2:]):
            return False
        last, above = self._last_with_words(), self.surroundings.lines[place - 1]
        if bool(above.quote) != bool(line.quote) or last.pieces[-1].end != above.end:
            return False
        if last.kind is SegmentKind.HEADING and last.mark is not None:
            return self.surroundings.is_second_line_of_heading(place)
        return last.is_open and (place in self.wrapped or self.surroundings.wrapping.goes_on(above, line))


def _underlined_heading(words: str, level: int) -> Heading:
    """Reads a line that is underlined with dashes, without the emphasis around it."""
    heading = atx_heading("# " + words)
    return Heading(heading.start - 2, heading.end - 2, level) if heading else Heading(0, len(words), level)


def build_segments(lines: Sequence[Line], style: HouseStyle) -> list[UnfinishedSegment]:
    """Assembles the lines into segments, paragraphs still cut at page breaks. Cost: linear."""
    patterns = HeadingPatterns(style)
    has_paragraphs = bool(lines) and lines[0].stated is not None
    kinds = stated_kinds(lines) if has_paragraphs else markup_lines(lines)
    is_furniture = stated_furniture(lines, style) if has_paragraphs else furniture_lines(lines, style)
    candidates = [
        None if is_furniture[place] else _possible_mark(line, kinds[place], patterns)
        for place, line in enumerate(lines)
    ]
    wrapping = Wrapping(line_width(lines, kinds), patterns)
    printed = [MarkupKind.FURNITURE if is_furniture[place] else kind for place, kind in enumerate(kinds)]
    confirmed, wrapped = without_wrapped(lines, confirmed_marks(lines, candidates, patterns), printed, wrapping)
    counted = counted_cells(lines, printed)
    marks = [stated_mark(line) or mark for line, mark in zip(lines, confirmed, strict=True)]
    for place, mark in counted.items():
        if kinds[place] is MarkupKind.ROW:
            marks[place] = mark
    values = values_at_heads(_numbers(lines, printed, marks), lines)
    return _Builder(
        Surroundings(lines, kinds, marks, patterns, wrapping), is_furniture, counted, wrapped, values
    ).build()


def _numbers(
    lines: Sequence[Line], kinds: Sequence[MarkupKind], marks: Sequence[Mark | None]
) -> list[tuple[int, Mark]]:
    """Gives the numbers at the heads of lines and rows, the marks and those that may be others' neighbours."""
    found = dict(numbers_of_rows(lines, kinds)) | {
        place: mark for place, mark in enumerate(marks) if mark is not None and kinds[place] is MarkupKind.TEXT
    }
    return [(place, mark) for place, mark in sorted(found.items()) if mark.style in COUNTING]


def _possible_mark(line: Line, kind: MarkupKind, patterns: HeadingPatterns) -> Mark | None:
    """Reads the mark at the head of a line. The number of a row is one of its cells, save in a table of contents."""
    if kind is MarkupKind.TEXT:
        return possible_mark(line, patterns)
    if kind is not MarkupKind.ROW or line.is_stated(SegmentKind.TABLE_ROW) or not leads_to_page(line.text):
        return None
    mark = possible_mark(line, patterns)
    return mark if mark is not None and mark.brackets and line.text[mark.body : mark.body + 1].isalpha() else None


def join_pages(text: str, segments: list[UnfinishedSegment], style: HouseStyle) -> list[UnfinishedSegment]:
    """Joins sentences cut by a page break; furniture between the two parts stays a segment. Cost: linear."""
    headers = starting(style.minutes["resolution_headers"])
    kept: list[UnfinishedSegment | None] = list(segments)
    last: int | None = None  # the last segment with words
    seen = 0  # the place below the last segment with words
    for place, segment in enumerate(segments):
        if segment.kind is SegmentKind.FURNITURE:
            continue
        between = [mark for mark in segments[seen:place] if not _is_quote(text, mark)]
        seen = place + 1
        if last is not None and len(between) <= _MOST_FURNITURE:
            above = kept[last]
            if above is not None and _goes_on(
                text, above, segment, headers, has_mark=bool(between) or segment.page_before
            ):
                above.pieces.extend(segment.pieces)
                kept[place] = None
                continue
        last = place
    return [segment for segment in kept if segment is not None]


def _is_quote(text: str, segment: UnfinishedSegment) -> bool:
    return text[segment.pieces[0].start] == ">"


def _goes_on(
    text: str, above: UnfinishedSegment, below: UnfinishedSegment, headers: Phrases, *, has_mark: bool
) -> bool:
    if above.kind not in (SegmentKind.PARAGRAPH, SegmentKind.LIST_ITEM) or below.kind is not SegmentKind.PARAGRAPH:
        return False
    first = text[above.pieces[-1].start : above.pieces[-1].end]
    second = text[below.pieces[0].start : below.pieces[0].start + 60]
    tail = first[-80:].rstrip("*_ ")
    length = sum(len(piece) for piece in above.pieces[:_SHORTEST_BEFORE_CAPITAL])  # a paragraph may go on for ever
    if length < _SHORTEST or not _OPEN_END.search(tail) or _URL.match(tail.rsplit(None, 1)[-1]):
        return False
    if _URL.match(second) or _SPEAKER.match(second) or (tail[-1] == "," and length < _SHORTEST_BEFORE_COMMA):
        return False
    if second[0].islower():
        return True
    if _QUOTED_END.search(tail) or not has_mark or length < _SHORTEST_BEFORE_CAPITAL or not second[0].isalnum():
        return False
    return headers.match(second) is None
