r"""The lines of a text, wherever it was written: `\n`, `\r\n`, `\r`, form feeds, vertical tabs, U+2028.

    "Agenda item\r\n\fPage 3\u2028Present:"      three lines; the second begins a page

A line that holds only blanks is no line, but is remembered as the gap above the next one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.values import Paragraph

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_QUOTE = re.compile(r"[ \t\xa0]*(?:>[ \t]?)+")

# Characters without width, which saved pages and byte order marks leave at the heads of lines.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

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
    stated: Paragraph | None = None  # what the document's format says of it, where it has paragraphs of its own

    @property
    def is_bold(self) -> bool:
        """Whether the whole line is known to be printed in bold."""
        return self.stated is not None and self.stated.is_bold


def split_lines(text: str) -> list[Line]:
    """All lines that hold more than blanks, in order. Cost: linear."""
    lines: list[Line] = []
    last_end = 0
    for match in _LINE.finditer(text):
        line = _line(text, match.start(), match.end(), last_end)
        if line is not None:
            if lines and lines[-1].text.strip("> \t\xa0") == "" and line.quote is not None:
                line = line._replace(blank_before=True)
            lines.append(line)
            last_end = match.end()
    return lines


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
    """A line of a block quote that holds nothing but its marks."""
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
    if words and words[0] in _INVISIBLE:
        words = words.lstrip(_INVISIBLE + _BLANKS)
    return words


def _is_blank_between(between: str) -> bool:
    """Whether more than one line end stands there; a carriage return with its line feed is one."""
    ends = between.count("\n") + between.count("\r") - between.count("\r\n")
    return ends > 1 or "\f" in between or ends + sum(between.count(mark) for mark in "\v\x85\u2028\u2029") > 1
