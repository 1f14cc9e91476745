"""Lines put together to headings, paragraphs, list items and rows.

    The Chair welcomed the members and                one paragraph on two lines
    thanked the clerk.
    The report was noted.                             and another one, with no blank line between

A line is joined to the one above when the writer's line width, not the writer, ended that one. The width is learnt
from the lines that certainly break in mid-sentence; a text without such lines has a paragraph on every line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from compare.housestyle import HouseStyle
from compare.segment.furniture import furniture_lines
from compare.segment.headings import INNER_LEVEL, QUIET_LEVEL, Looks, atx_heading, trim_emphasis
from compare.segment.levels import ListLevels
from compare.segment.lines import Line
from compare.segment.marks import Mark, MarkStyle, bullet_mark, confirmed_marks, is_upper, number_mark, reads_like_heading
from compare.segment.markup import MarkupKind, markup_lines
from compare.values import SegmentKind, Span

# A line that breaks off in mid-sentence and is shorter than this (characters) was not broken by a line width.
_SHORTEST_WRAPPED = 24
# How many mid-sentence breaks show that a text is wrapped at all.
_PROOF = 3
# A line this much longer than the width was not wrapped at it.
_OVERLONG = 1.35
# No-break spaces before the first word by which saved pages indent an item whose bullet they lost.
_LOST_BULLET = 4

_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’)\]*_]*$|:-$|[:.]\s?[-–—][*_]*$")
_GLYPHS = re.compile(r"[•·●▪■◦‣➢➤❖\uf0b7\uf0a7§]")
_LABEL = re.compile(r"[*_]{0,3}[^\W_][\w .'’/()&-]{0,38}:[*_]{0,3}(?:-|\s|$)")
_HASHES = re.compile(r"#{1,6}[ \t]")
_FIRST_WORD = re.compile(r"\S+")
_SMALL_START = re.compile(r"[\"'“‘(\[]?[^\W\d_]")


@dataclass(slots=True)
class Block:
    """A segment in the making."""

    kind: SegmentKind
    pieces: list[Span]
    mark: Span | None = None
    level: int = 0
    is_open: bool = True  # whether the next line may still belong to it
    page_before: bool = False
    indent: int = 0


@dataclass(slots=True)
class _Builder:
    """Walks through the lines once and leaves blocks behind."""

    lines: Sequence[Line]
    looks: Looks
    is_furniture: Sequence[bool]
    kinds: Sequence[MarkupKind]
    marks: Sequence[Mark | None]
    width: int
    levels: ListLevels = field(default_factory=ListLevels)
    blocks: list[Block] = field(default_factory=list)
    pending: tuple[Span, Mark] | None = None  # a number on a line of its own

    def build(self) -> list[Block]:
        for place, line in enumerate(self.lines):
            if line.quote:
                self._add(SegmentKind.FURNITURE, line, 0, line.quote[1] - line.quote[0], at=line.quote[0])
            kind = self.kinds[place]
            if self.is_furniture[place] or kind is MarkupKind.FURNITURE:
                self._settle()
                self._add(SegmentKind.FURNITURE, line, 0, len(line.text))
            elif kind is MarkupKind.TEXT:
                self._text_line(place)
            else:
                self._settle()
                self._markup_line(line, kind)
        self._settle()
        return self.blocks

    def _markup_line(self, line: Line, kind: MarkupKind) -> None:
        if kind is MarkupKind.ROW:
            self._add(SegmentKind.TABLE_ROW, line, 0, len(line.text))
        elif kind is MarkupKind.VERBATIM:
            self._add(SegmentKind.PARAGRAPH, line, 0, len(line.text))
        else:
            heading = atx_heading("# " + line.text)
            start, end = (heading.start - 2, heading.end - 2) if heading else (0, len(line.text))
            self._add_heading(line, start, end, 1 if kind is MarkupKind.UNDERLINED_1 else 2)

    def _text_line(self, place: int) -> None:
        line, mark = self.lines[place], self.marks[place]
        if self.pending is None and self._continues(place):
            last = self._last_text_block()
            if line.quote or self.blocks[-1] is not last:
                last.pieces.append(Span(line.start, line.end))
            else:
                last.pieces[-1] = Span(last.pieces[-1].start, line.end)
            last.is_open = not line.hard_break
            return
        if self.pending is not None and self._takes_pending(line, mark):
            return
        if self._is_lone_number(place):
            self._settle()
            self.pending = (Span(line.start, line.end), number_mark(line.text) or bullet_mark(line.text))  # type: ignore[assignment]
            return
        self._settle()
        self._new_block(place)

    def _new_block(self, place: int) -> None:
        line, mark = self.lines[place], self.marks[place]
        heading = atx_heading(line.text) or (self.looks.loud_heading(line.text) if mark is None else None)
        if heading is not None:
            self._add_heading(line, heading.start, heading.end, heading.level)
        elif mark is not None and mark.style is not MarkStyle.BULLET:
            self._numbered(place, mark)
        elif mark is not None:
            self._list_item(line, mark)
        elif line.hard_blanks >= _LOST_BULLET:
            self._list_item(line, None)
        elif self._is_quiet_heading(place):
            self._add_heading(line, 0, len(line.text), QUIET_LEVEL)
        else:
            if line.indent < 2:
                self.levels.close()
            self._add(SegmentKind.PARAGRAPH, line, 0, len(line.text), is_open=not line.hard_break)

    def _numbered(self, place: int, mark: Mark) -> None:
        """A line with a number: the heading of an item, or an item of a list."""
        line = self.lines[place]
        words = line.text[mark.body :]
        heading = self.looks.loud_heading(words)
        is_inner = line.indent > 1 and line.hard_blanks == 0
        if heading is not None:
            level = INNER_LEVEL if is_inner else heading.level
            self._add_heading(line, mark.body + heading.start, mark.body + heading.end, level, mark)
        elif mark.style is MarkStyle.REFERENCE or self._is_numbered_heading(place, mark, words):
            self._add_heading(line, mark.body, len(line.text), INNER_LEVEL if is_inner else QUIET_LEVEL, mark)
        else:
            self._list_item(line, mark)

    def _is_numbered_heading(self, place: int, mark: Mark, words: str) -> bool:
        """Whether "12. Any other business" heads an item: it stands alone, and no sibling stands right beside it."""
        if mark.style not in (MarkStyle.DIGITS, MarkStyle.DECIMAL) or mark.brackets == "()" or self.lines[place].indent > 3:
            return False
        dressed = self.lines[place].text.startswith(("**", "__")) and self.lines[place].text.endswith(("**", "__"))
        if dressed and not _ENDS_SENTENCE.search(words):
            return True
        if self._has_decimal_below(place, mark) and len(words) <= 90 and not _ENDS_SENTENCE.search(words):
            return True
        if not self.looks.quiet_heading(words.strip("*_ ")):
            return False
        above = self.marks[place - 1] if place and not self.lines[place].blank_before else None
        below = self.marks[place + 1] if place + 1 < len(self.lines) else None
        beside = [near for near in (above, below) if near is not None and near.style is mark.style and near.brackets == mark.brackets]
        return not beside or (self.looks.is_known_title(words.strip("*_ ")) and self.lines[place].blank_before)

    def _has_decimal_below(self, place: int, mark: Mark) -> bool:
        """Whether the next line is paragraph 4.1 of this heading 4."""
        below = self.marks[place + 1] if place + 1 < len(self.lines) else None
        return below is not None and below.style is MarkStyle.DECIMAL and below.value.split(".")[0] == mark.value

    def _is_quiet_heading(self, place: int) -> bool:
        """Whether a short line without a number stands alone above a paragraph that begins a sentence."""
        line = self.lines[place]
        if place + 1 >= len(self.lines) or not self.looks.quiet_heading(line.text):
            return False
        below = self.lines[place + 1]
        if self.kinds[place + 1] is MarkupKind.ROW or below.text[0].islower():
            return False
        known = self.looks.is_known_title(line.text)
        if not (line.blank_before or place == 0 or known or self._ended(place - 1)):
            return False
        long_below = len(below.text) > 70 or _ENDS_SENTENCE.search(below.text) is not None or self.marks[place + 1] is not None
        return known or (long_below and len(line.text) <= 90 and line.text[-1] not in ",)")

    def _ended(self, place: int) -> bool:
        return _ENDS_SENTENCE.search(self.lines[place].text) is not None

    def _is_lone_number(self, place: int) -> bool:
        """Whether a line is only a number or bullet whose words stand on the next line."""
        text = self.lines[place].text
        if len(text) > 12 or place + 1 >= len(self.lines) or self.lines[place + 1].quote:
            return False
        if _GLYPHS.fullmatch(text):
            return True
        mark = number_mark(text)
        return mark is not None and mark.body == len(text) and (mark.brackets != "" or text.isdigit())

    def _takes_pending(self, line: Line, mark: Mark | None) -> bool:
        """Gives the waiting number to this line, if its words can be a title or a list item."""
        assert self.pending is not None
        span, waiting = self.pending
        heading = atx_heading(line.text) or self.looks.loud_heading(line.text)
        is_title = heading is not None or self.looks.quiet_heading(line.text)
        if mark is not None or (line.text[0] == "#" and not line.at_margin):
            return False
        if waiting.brackets == "" and waiting.style is not MarkStyle.BULLET and not is_title:
            return False
        self.pending = None
        if waiting.style in (MarkStyle.DIGITS, MarkStyle.DECIMAL) and is_title:
            start, end = (heading.start, heading.end) if heading else (0, len(line.text))
            self.levels.close()
            self._add(SegmentKind.HEADING, line, start, end, level=heading.level if heading else QUIET_LEVEL)
        else:
            self._add(SegmentKind.LIST_ITEM, line, 0, len(line.text), level=self.levels.level(waiting, line.indent))
        self.blocks[-1].mark = span
        return True

    def _settle(self) -> None:
        """A number that found no words is a paragraph of its own."""
        if self.pending is not None:
            span, self.pending = self.pending[0], None
            self.blocks.append(Block(SegmentKind.PARAGRAPH, [span], is_open=False))

    def _add_heading(self, line: Line, start: int, end: int, level: int, mark: Mark | None = None) -> None:
        self.levels.close()
        words = line.text[start:end]
        inner = (number_mark(words) or self.looks.reference_mark(words)) if mark is None else None
        if inner is not None and inner.style in (MarkStyle.DIGITS, MarkStyle.DECIMAL, MarkStyle.REFERENCE) and inner.body < len(words) and not self.looks.months.match(words, inner.body):
            if inner.brackets or is_upper(words) or reads_like_heading(words[inner.body :]):
                mark = Mark(start + inner.start, start + inner.end, start + inner.body, *inner[3:])
                start = mark.body
        if mark is not None:
            start, end = trim_emphasis(line.text, start, end)
        self._add(SegmentKind.HEADING, line, start, end, level=level, is_open=False)
        if mark is not None:
            self.blocks[-1].mark = Span(line.start + mark.start, line.start + mark.end)
        if _HASHES.match(line.text) and not line.at_margin:
            # Only at the margin are hashes markup; elsewhere (a block quote, an odd line end) they are marks to keep.
            last = self.blocks[-1]
            last.mark = Span(line.start, last.mark.end if last.mark else line.start + len(line.text.split(None, 1)[0]))

    def _list_item(self, line: Line, mark: Mark | None) -> None:
        level = self.levels.level(mark, line.indent)
        body = mark.body if mark else 0
        if mark is not None and body >= len(line.text):
            self._add(SegmentKind.LIST_ITEM, line, 0, len(line.text), level=level, is_open=False)
            return
        self._add(SegmentKind.LIST_ITEM, line, body, len(line.text), level=level, is_open=not line.hard_break)
        if mark is not None:
            self.blocks[-1].mark = Span(line.start + mark.start, line.start + mark.end)

    def _add(
        self, kind: SegmentKind, line: Line, start: int, end: int, *, level: int = 0, is_open: bool = False, at: int | None = None
    ) -> None:
        base = line.start if at is None else at
        span = Span(base + start, base + end)
        self.blocks.append(Block(kind, [span], level=level, is_open=is_open, page_before=line.page_before, indent=line.indent))

    def _last_text_block(self) -> Block:
        place = len(self.blocks) - 1
        while self.blocks[place].kind is SegmentKind.FURNITURE:
            place -= 1
        return self.blocks[place]

    def _continues(self, place: int) -> bool:
        """Whether a line is the next line of the paragraph above it."""
        line = self.lines[place]
        if place == 0 or line.blank_before or self.marks[place] is not None or line.hard_blanks >= _LOST_BULLET:
            return False
        if not self.blocks or all(block.kind is SegmentKind.FURNITURE for block in self.blocks[-2:]):
            return False
        block = self._last_text_block()
        above = self.lines[place - 1]
        if not block.is_open or bool(above.quote) != bool(line.quote) or block.pieces[-1].end != above.end:
            return False
        return self._wraps(above, line)

    def _wraps(self, above: Line, line: Line) -> bool:
        """Whether the line width ended the line above."""
        ended = _ENDS_SENTENCE.search(above.text[-8:]) is not None
        length = above.indent + len(above.text)
        if line.text[0].islower() and not ended:
            return length >= _SHORTEST_WRAPPED and not (self._begins_block(line) and line.text[0] != line.text[0].lower())
        first = _FIRST_WORD.match(line.text)
        room = length + 1 + (first.end() if first else 0)
        is_full = self.width > 0 and self.width <= room and length <= self.width * _OVERLONG
        if self._begins_block(line) and (ended or not is_full):
            return False
        if self.width and is_full:
            return True
        return not ended and length > _SHORTEST_WRAPPED + 16 and self._breaks_off(above.text)

    def _begins_block(self, line: Line) -> bool:
        if _LABEL.match(line.text[:48]) or line.text[0] == "#":
            return True
        header = self.looks.headers.match_dressed(line.text[:60])
        if header and not line.text[0].islower():
            return True
        return self.looks.loud_heading(line.text) is not None

    def _breaks_off(self, text: str) -> bool:
        if text[-1] == ",":
            return True
        return text[-24:].rsplit(None, 1)[-1].lower() in self.looks.never_last


def build_blocks(lines: Sequence[Line], style: HouseStyle) -> list[Block]:
    """The blocks of a text, page breaks still inside its paragraphs. Cost: linear."""
    looks = Looks(style)
    kinds = markup_lines(lines)
    is_furniture = furniture_lines(lines, style)
    candidates = [
        None if is_furniture[place] or kinds[place] is not MarkupKind.TEXT else _candidate(line.text, looks)
        for place, line in enumerate(lines)
    ]
    marks = confirmed_marks(lines, candidates)
    return _Builder(lines, looks, is_furniture, kinds, marks, _line_width(lines, kinds)).build()


def _candidate(words: str, looks: Looks) -> Mark | None:
    head = words[:400]
    mark = bullet_mark(head) or number_mark(head)
    if mark is not None and mark.style is MarkStyle.DIGITS and not mark.brackets and looks.months.match(head, mark.body):
        return None  # "16 April 2026"
    return mark or looks.reference_mark(words)


def _line_width(lines: Sequence[Line], kinds: Sequence[MarkupKind]) -> int:
    """The width at which the text was wrapped, 0 if it was not: learnt from breaks in mid-sentence."""
    lengths = sorted(
        lines[place - 1].indent + len(lines[place - 1].text)
        for place in range(1, len(lines))
        if not lines[place].blank_before
        and kinds[place] is MarkupKind.TEXT
        and kinds[place - 1] is MarkupKind.TEXT
        and lines[place].text[0].islower()
        and len(lines[place - 1].text) >= _SHORTEST_WRAPPED
        and _ENDS_SENTENCE.search(lines[place - 1].text[-8:]) is None
    )
    if len(lengths) < _PROOF:
        return 0
    return lengths[len(lengths) * 9 // 10]
