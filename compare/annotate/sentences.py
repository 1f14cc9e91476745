"""Finds the sentence that contains an edit, without cutting at "Cllr. Ashby", "No. 7", "Z. Ashby" or "4.3".

A paragraph without a full stop (someone feeds one of two megabytes) is cut into windows on a fixed grid, so that
neighbouring edits share a window and the work stays linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from compare.text.tokens import plain
from compare.values import Minutes, Span

# A window reaches at least this far (characters) to each side of an edit, and ends on a multiple of the grid. With both
# a sentence is at most 1,500 characters longer than its edit; the longest sentence of the sample has 560.
_REACH = 250
_GRID = 500

_BOUNDARY = re.compile(r"[.!?]['\")\]*_]{0,4}\s+(?=['\"(\[*_#-]{0,4}[A-Z0-9£])")
_LAST_WORD = re.compile(r"(?:^|[\s(\[/'\"*_])((?:[^\W\d_]\.)*[^\W\d_]+)\.['\")\]*_]*\s+$")

# What may stand before a full stop that ends no sentence.
# fmt: off
_SHORT = frozenset([
    "cllr", "cllrs", "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "revd", "hon", "rt", "st", "no", "nos", "para",
    "paras", "fig", "ref", "vol", "app", "appx", "ald", "messrs", "drs", "capt", "sgt", "col", "lt", "gen", "vs",
    "approx", "dept", "min", "sch", "reg", "regs", "art", "cl", "pp", "eg", "ie", "e.g", "i.e", "cf", "viz", "esq",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
])
# fmt: on

# White space and marks of emphasis as blanks, quotation marks and dashes in their plain form, one for one, so that
# every pattern may be written in ASCII and every offset stays.
_PLAIN_BLANKS = tuple("\t\n\r\f\v*`")
_LEVEL = {
    **dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u2028\u2029", " "),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\ufeff", " "),
    **dict.fromkeys("‘’‚‛ʼ", "'"),
    **dict.fromkeys("“”„‟", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}


def level(text: str) -> str:
    """Returns the text with plain quotes, dashes and blanks, of exactly the same length."""
    # Each mark is looked for by itself: five times as fast as str.translate, which asks about every letter.
    for mark in _PLAIN_BLANKS:
        if mark in text:
            text = text.replace(mark, " ")
    if not text.isascii():
        for mark, plain_mark in _LEVEL.items():
            if mark in text:
                text = text.replace(mark, plain_mark)
    return text


class SentenceFinder:
    """Finds sentences of one document."""

    def __init__(self, minutes: Minutes) -> None:
        self._text = minutes.document.text
        pieces = sorted(
            (piece.start, piece.end, segment.index) for segment in minutes.segments for piece in segment.pieces
        )
        self._starts = [start for start, _, _ in pieces]
        self._pieces = pieces
        self._segments = {segment.index: segment for segment in minutes.segments}

    def pieces_at(self, span: Span) -> tuple[Span, ...]:
        """Returns the ranges of the words of the segments at `span`; `span` itself where there are none."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = max(bisect_left(self._starts, span.end) - 1, first)
        if not self._pieces:
            return (span,)
        owners = dict.fromkeys(self._pieces[place][2] for place in range(first, last + 1))
        found = [piece for owner in owners for piece in self._segments[owner].pieces]
        # The edit's own words are added: a list mark ("(b)") is in no piece of a segment.
        return _joined([*found, span])

    def sentence_at(self, span: Span) -> tuple[Span, tuple[Span, ...]]:
        """The sentence around `span`, and the ranges of its words (more than one where a page break cuts it)."""
        pieces = self.pieces_at(span)
        low, high = self._window(span, pieces)
        text = self._text
        window = level(text[low:high])
        start, end = low, high
        for stop, next_start in _boundaries(window):
            if low + next_start <= span.start:
                start = low + next_start
            elif low + stop >= span.end:
                end = low + stop
                break
        start, end = min(start, span.start), max(end, span.end)
        kept = tuple(
            Span(max(piece.start, start), min(piece.end, end))
            for piece in pieces
            if piece.start < end and piece.end > start
        )
        return Span(start, end), kept or (span,)

    def _window(self, span: Span, pieces: tuple[Span, ...]) -> tuple[int, int]:
        origin, low, high = pieces[0].start, pieces[0].start, pieces[-1].end
        if span.start - low > _REACH + _GRID:
            low = self._blank_after(origin + (span.start - origin - _REACH) // _GRID * _GRID, span.start)
        if high - span.end > _REACH + _GRID:
            high = self._blank_after(origin + ((span.end - origin + _REACH) // _GRID + 1) * _GRID, high)
        return low, high

    def _blank_after(self, offset: int, bound: int) -> int:
        """Just past the first blank at or after `offset`, so that no word is cut; `offset` where none is near."""
        for place in range(offset, min(offset + 60, bound)):
            if self._text[place].isspace():
                return place + 1
        return offset


def _boundaries(window: str) -> Iterable[tuple[int, int]]:
    """(end of a sentence, start of the next) for each boundary inside a levelled text."""
    for match in _BOUNDARY.finditer(window):
        if window[match.start()] == "." and _is_short(window[max(0, match.start() - 12) : match.end()]):
            continue
        stop = match.start() + len(match.group().rstrip())
        yield stop, match.end()


def _is_short(tail: str) -> bool:
    """Whether the full stop that ends `tail` belongs to a short form or an initial."""
    match = _LAST_WORD.search(tail)
    if match is None:
        return False
    word = match.group(1)
    return (len(word) == 1 and word.isupper() and word != "I") or word.casefold() in _SHORT


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """Returns the ranges in order, those that overlap or touch made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        elif len(span):
            joined.append(span)
    return tuple(joined) or (spans[-1],)


def readable(text: str) -> str:
    """Returns the text on one line."""
    return " ".join(plain(text).split())
