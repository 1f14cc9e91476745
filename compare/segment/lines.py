r"""Splits a document into lines, and finds what markdown or the document's format makes of each.

    "Agenda item\r\n\fPage 3\u2028Present:"      three lines; the second begins a page

    ---                     front matter
    title: Minutes
    ---
    Heading                 its underline is no line of minutes
    =======
    | Name | Vote |         a row; the next line only draws the table
    |------|------|
    <tr>                    a row of a raw table, with the cells below it
    <td>Ines</td>

A line that holds only blanks is no line, but is remembered as the gap above the next one. Nothing else is thrown away:
a line of markdown is furniture, a row or a paragraph, and counted as that. A document whose format has paragraphs has
one line for each, however long, and no line is wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from compare.text.comments import comment_spans
from compare.text.leaders import leads_to_page, with_tabs
from compare.text.tokens import WITHOUT_WIDTH
from compare.values import Document, Paragraph, SegmentKind, Span

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_QUOTE = re.compile(r"[ \t\xa0]*(?:>[ \t]?)+")

_OPENS_ROW, _CLOSES_ROW = re.compile(r"(?i)<tr\b[^<>]*>"), re.compile(r"(?i)</tr>")

_BLANKS = " \t\xa0\u2002\u2003\u2009\u202f\u3000"

# A tab counts as four blanks, as in markdown.
_TAB_COLUMNS = 4
_MARGIN = 3


class Line(NamedTuple):
    """A line with words in it: [start, end) without the blanks around it."""

    start: int
    end: int
    text: str
    indent: int  # columns of blanks before the first word
    hard_blanks: int  # how many of those are no-break spaces
    blank_before: bool  # an empty line stands above
    page_before: bool  # a form feed stands between this line and the one above
    hard_break: bool  # two blanks or a backslash at the end: a line end that was meant
    at_margin: bool  # it begins after a "\n", at most three blanks in: where markdown looks for its marks
    quote: tuple[int, int] | None  # the range of the block quote's ">" before the words
    stated: Paragraph | None = None  # the paragraph it is, where the document's format has paragraphs

    @property
    def is_bold(self) -> bool:
        """Whether the format prints the whole line in bold."""
        return self.stated is not None and self.stated.is_bold

    @property
    def stated_level(self) -> int:
        """The level that the format gives a heading or list item; 0 where it gives none."""
        return self.stated.level if self.stated else 0

    def is_stated(self, kind: SegmentKind) -> bool:
        """Whether the document's format states that the line is of this kind."""
        return self.stated is not None and self.stated.kind is kind


def split_lines(text: str) -> list[Line]:
    """Splits a text into the lines that hold more than blanks. Cost: linear."""
    lines: list[Line] = []
    last_end = 0
    text = _with_blank_comments(text)
    for start, end in _line_ranges(text):
        line = _line(text, start, end, last_end)
        if line is not None:
            if lines and lines[-1].text.strip("> \t\xa0") == "" and line.quote is not None:
                line = line._replace(blank_before=True)
            lines.append(line)
            last_end = end
    return lines


def _with_blank_comments(text: str) -> str:
    """Blanks out the comments that break a line in two: the words before and behind them are no part of them."""
    if "<!--" not in text:
        return text
    parts: list[str] = []
    place = 0
    for span in comment_spans(text):
        comment = text[span.start : span.end]
        if "\n" in comment and not _fills_lines(text, span):
            parts += text[place : span.start], re.sub(r"[^\r\n]", " ", comment)
            place = span.end
    return "".join((*parts, text[place:]))


def _fills_lines(text: str, span: Span) -> bool:
    """Whether nothing else stands on the lines on which a range begins and ends."""
    end = text.find("\n", span.end)
    return (
        not text[text.rfind("\n", 0, span.start) + 1 : span.start].strip()
        and not text[span.end : end if end >= 0 else len(text)].strip()
    )


def _line_ranges(text: str) -> Iterator[tuple[int, int]]:
    """Finds the lines of a text; each row of a raw table is one, however many stand on a line."""
    for match in _LINE.finditer(text):
        start, end = match.span()
        if "</" in match[0]:
            for close in _CLOSES_ROW.finditer(text, start, end):
                opening = _OPENS_ROW.search(text, start, close.start())
                if opening is not None and start < opening.start():
                    yield start, opening.start()
                if opening is not None:
                    yield opening.start(), close.end()
                    start = close.end()
        if start < end:
            yield start, end


def _line(text: str, low: int, high: int, last_end: int) -> Line | None:
    raw = text[low:high]
    words = _strip(raw)
    if not words:
        return None
    between = text[last_end:low]
    quote = None
    marks = _QUOTE.match(raw) if words[0] == ">" else None
    if marks:
        first = low + marks.group().index(">")
        quote = (first, low + len(marks.group().rstrip()))
        low, raw = low + marks.end(), raw[marks.end() :]
        words = _strip(raw)
        if not words:
            return _quote_alone(text, quote, page_before="\f" in between)
    lead = raw[: raw.index(words)]
    start = low + len(lead)
    return Line(
        start,
        start + len(words),
        words,
        len(lead) + lead.count("\t") * (_TAB_COLUMNS - 1),
        lead.count("\xa0"),
        _is_blank_between(between),
        "\f" in between,
        raw.endswith(("  ", "\\")),
        len(lead) <= _MARGIN
        and not lead.strip(" \t")
        and text[start - len(lead) - 1 : start - len(lead)] in ("", "\n"),
        quote,
    )


def _quote_alone(text: str, quote: tuple[int, int], *, page_before: bool) -> Line:
    """Makes a line of a block quote that holds nothing but its marks."""
    return Line(
        *quote,
        text[quote[0] : quote[1]],
        0,
        0,
        blank_before=True,
        page_before=page_before,
        hard_break=True,
        at_margin=False,
        quote=None,
    )


def _strip(raw: str) -> str:
    words = raw.strip()
    if words and words[0] in WITHOUT_WIDTH:
        words = words.lstrip(WITHOUT_WIDTH + _BLANKS)
    return words


def _is_blank_between(between: str) -> bool:
    """Whether more than one line end stands there; a carriage return with its line feed is one."""
    ends = between.count("\n") + between.count("\r") - between.count("\r\n")
    return ends > 1 or "\f" in between or ends + sum(between.count(mark) for mark in "\v\x85\u2028\u2029") > 1


def stated_lines(document: Document) -> list[Line]:
    """Makes one line of each paragraph, line ends within it blanks, where the format has paragraphs. Cost: linear."""
    text = document.text
    return [
        Line(
            paragraph.span.start,
            paragraph.span.end,
            text[paragraph.span.start : paragraph.span.end].replace("\n", " "),
            paragraph.indent,
            0,
            blank_before=True,
            page_before=False,
            hard_break=True,
            at_margin=False,
            quote=None,
            stated=paragraph,
        )
        for paragraph in document.paragraphs
    ]


class MarkupKind(Enum):
    """What markdown makes of a line."""

    TEXT = auto()
    FURNITURE = auto()  # rules, underlines, fences, comments, table lines, lone tags
    UNDERLINED_1 = auto()  # the line above "====="
    UNDERLINED_2 = auto()  # the line above "-----"
    ROW = auto()
    CELL = auto()  # a later line of a row
    VERBATIM = auto()  # inside a fence or front matter: a line is a paragraph


_RULE = re.compile(r"(?:[-–—_*=~][ \t]*){3,}")
_UNDERLINE = re.compile(r"=+|-{2,}")
_TABLE_RULE = re.compile(r"(?=[^|]*\|)(?=[^-]*-)[|:+ \t-]+")
# What is typed before a tab as a list would print it: "Minute 12.", "Action No. 3:", "Appendix 2".
_LABEL = re.compile(r"[A-Z][^\W\d_]{1,14}(?: No\.?)? ?\d{1,4}(?:/\d{1,4})?[.:)]?(?: ?[-–—])?")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*")
_TAGS = re.compile(r"(?:</?[A-Z][A-Z0-9_]*>\s*)+")
_LAYOUT_TAGS = re.compile(
    r"(?i)(?:</?(?:table|caption|colgroup|col|thead|tbody|tfoot|tr|th|td|div|center|details|dl|ul|ol)\b[^<>]*>\s*)+"
)
# Only a short line can be underlined: a paragraph above a rule is no heading.
_LONGEST_UNDERLINED = 120
# Rows and the bars in each, together, that a table without edges has at least one more of: three rows of two cells, or
# two of three.
_FEWEST_OF_TABLE = 3


def markup_lines(lines: Sequence[Line]) -> list[MarkupKind]:
    """Finds the kind of every line of a text. Cost: linear."""
    kinds = [_kind_alone(line) for line in lines]
    _mark_front_matter(lines, kinds)
    _mark_fences(lines, kinds)
    _mark_comments(lines, kinds)
    _mark_raw_rows(lines, kinds)
    _mark_tables_and_underlines(lines, kinds)
    _mark_rows_without_edges(lines, kinds)
    return kinds


def _kind_alone(line: Line) -> MarkupKind:
    words = line.text
    first = words[0]
    if first == ">" and not words.strip("> \t\xa0"):
        return MarkupKind.FURNITURE
    if first == "|" and words.count("|") > 1:
        return MarkupKind.FURNITURE if _TABLE_RULE.fullmatch(words) else MarkupKind.ROW
    if first in "-–—_*=~" and _RULE.fullmatch(words):
        return MarkupKind.FURNITURE
    if first == "<" and (_TAGS.fullmatch(words) or _LAYOUT_TAGS.fullmatch(words)):
        return MarkupKind.FURNITURE
    if first in "-:+" and _TABLE_RULE.fullmatch(words):
        return MarkupKind.FURNITURE
    is_row = leads_to_page(words) or ("\t" in words and is_tabbed_row(words))
    return MarkupKind.ROW if is_row else MarkupKind.TEXT


def is_tabbed_row(words: str) -> bool:
    """Whether a line has cells between tabs or leaders; "Item 4<tab>Finance" only has a label before one."""
    first, _, rest = with_tabs(words).partition("\t")
    is_label = len(first) <= len("(viii)") or _LABEL.fullmatch(first.rstrip()) is not None
    return bool(rest.strip()) and (not is_label or "\t" in rest.strip())


def _mark_front_matter(lines: Sequence[Line], kinds: list[MarkupKind]) -> None:
    if not lines or lines[0].text not in ("---", "+++"):
        return
    # 60 lines: the longest front matter of a published page is well under 40; a rule far below is another thing.
    for place in range(1, min(len(lines), 60)):
        if lines[place].text in (lines[0].text, "..."):
            kinds[0] = kinds[place] = MarkupKind.FURNITURE
            kinds[1:place] = [MarkupKind.VERBATIM] * (place - 1)
            return
        if lines[place].blank_before and not {":", "="} & set(lines[place].text):
            return


def _mark_fences(lines: Sequence[Line], kinds: list[MarkupKind]) -> None:
    fence = ""
    opened: int | None = None
    for place, line in enumerate(lines):
        if line.text[0] not in "`~":
            continue
        match = _FENCE.fullmatch(line.text)
        if match is None:
            continue
        if opened is None:
            opened, fence = place, match[1]
        elif line.text.startswith(fence) and line.text.strip(fence[0]) == "":
            kinds[opened] = kinds[place] = MarkupKind.FURNITURE
            kinds[opened + 1 : place] = [MarkupKind.VERBATIM] * (place - opened - 1)
            opened = None


def _mark_comments(lines: Sequence[Line], kinds: list[MarkupKind]) -> None:
    """Comments that begin and end with their lines. Text after "-->" is text: such a comment is left alone."""
    opened: int | None = None
    for place, line in enumerate(lines):
        if kinds[place] is MarkupKind.VERBATIM:
            continue
        if opened is None and line.text.startswith("<!--"):
            opened = place
        if opened is not None and "-->" in line.text:
            if line.text.endswith("-->") and line.text.count("-->") == 1:
                kinds[opened : place + 1] = [MarkupKind.FURNITURE] * (place + 1 - opened)
            opened = None


def _mark_raw_rows(lines: Sequence[Line], kinds: list[MarkupKind]) -> None:
    """Rows of tables in HTML: the first line of each that has words, and the lines of its other cells."""
    is_in_row = has_words = False
    for place, line in enumerate(lines):
        if line.text[0] == "<" and _OPENS_ROW.match(line.text):
            is_in_row, has_words = True, False
        if not is_in_row:
            continue
        is_last = _CLOSES_ROW.search(line.text) is not None
        if kinds[place] is MarkupKind.TEXT:
            kinds[place] = MarkupKind.CELL if has_words else MarkupKind.ROW
            has_words = True
        elif has_words and kinds[place] is MarkupKind.FURNITURE and not is_last:
            kinds[place] = MarkupKind.CELL  # "</td>" on a line of its own
        is_in_row = not is_last


def _mark_tables_and_underlines(lines: Sequence[Line], kinds: list[MarkupKind]) -> None:
    for place in range(1, len(lines)):
        line, above = lines[place], lines[place - 1]
        if line.blank_before:
            continue
        if kinds[place] is MarkupKind.FURNITURE:
            if kinds[place - 1] is not MarkupKind.TEXT:
                continue
            if "|" in line.text and "|" in above.text:
                kinds[place - 1] = MarkupKind.ROW
            elif _UNDERLINE.fullmatch(line.text) and _can_be_underlined(lines, kinds, place - 1):
                kinds[place - 1] = MarkupKind.UNDERLINED_1 if line.text[0] == "=" else MarkupKind.UNDERLINED_2
        elif kinds[place] is MarkupKind.TEXT and "|" in line.text:
            is_below_table = kinds[place - 1] is MarkupKind.ROW and "|" in above.text
            is_below_rule = kinds[place - 1] is MarkupKind.FURNITURE and "|" in above.text
            if is_below_table or is_below_rule:
                kinds[place] = MarkupKind.ROW


def _mark_rows_without_edges(lines: Sequence[Line], kinds: list[MarkupKind]) -> None:
    """Rows that have bars between their cells alone: lines below each other with as many bars, set off by blanks."""
    bars = [
        line.text.count(" | ") if kind is MarkupKind.TEXT and " | " in line.text else 0
        for line, kind in zip(lines, kinds, strict=True)
    ]
    first = 0
    for place in range(1, len(lines) + 1):
        goes_on = place < len(lines) and bars[place] == bars[first] and not lines[place].blank_before
        if goes_on:
            continue
        if bars[first] and (place - first) + bars[first] > _FEWEST_OF_TABLE:
            kinds[first:place] = [MarkupKind.ROW] * (place - first)
        first = place


def _can_be_underlined(lines: Sequence[Line], kinds: list[MarkupKind], place: int) -> bool:
    line = lines[place]
    starts = place == 0 or line.blank_before or kinds[place - 1] is not MarkupKind.TEXT
    return (
        starts and len(line.text) <= _LONGEST_UNDERLINED and line.text[-1] not in ".;," and line.text[0] not in "#>-*"
    )


def stated_kinds(lines: Sequence[Line]) -> list[MarkupKind]:
    """Finds the kind of every line that is a paragraph; cells that tabs separate are a row, in a table or not."""
    kinds = {SegmentKind.FURNITURE: MarkupKind.FURNITURE, SegmentKind.TABLE_ROW: MarkupKind.ROW}
    return [
        MarkupKind.ROW
        if _is_stated_row(line)
        else kinds.get(line.stated.kind if line.stated else SegmentKind.PARAGRAPH, MarkupKind.TEXT)
        for line in lines
    ]


def _is_stated_row(line: Line) -> bool:
    """Whether a paragraph has cells between tabs, or is a numbered entry of a table of contents."""
    if line.is_stated(SegmentKind.PARAGRAPH):
        return is_tabbed_row(line.text)
    return line.is_stated(SegmentKind.LIST_ITEM) and leads_to_page(line.text)
