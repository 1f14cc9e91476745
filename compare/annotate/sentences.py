"""Finds the sentence that contains an edit, and does not end it at "Cllr. Ashby", "No. 7", "Z. Ashby" or "4.3".

A paragraph without a full stop (someone feeds one of two megabytes) is cut into windows on a fixed grid, so that
neighbouring edits share a window and the work stays linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable
from dataclasses import dataclass

from compare.text.tokens import Token, tokenise
from compare.values import Minutes, Span

# A window reaches at least this far (characters) to each side of an edit, and ends on a multiple of the grid. With both
# a sentence is at most 1,500 characters longer than its edit; the longest sentence of the sample has 560.
_REACH = 250
_GRID = 500

# Characters read on each side of an edit to find its neighbours: eight tokens of minutes take 50 on average;
# "co-production" and its like all in a row are cut shorter.
_GAP = 8  # characters between two sentences, at most
_TOKENS_REACH = 48

_BOUNDARY = re.compile(r"[.!?]['\")\]*_]{0,4}\s+(?=['\"(\[*_#-]{0,4}[A-Z0-9£])")
_NUMBER = re.compile(r"\d|[A-Z](?!\w)")
_LAST_WORD = re.compile(r"(?:^|[\s(\[/'\"*_])((?:[^\W\d_]\.)*[^\W\d_]+)\.['\")\]*_]*\s+$")

# What may stand before a full stop that ends no sentence, whatever follows; before a number, the house style's short
# forms of references as well.
# fmt: off
_SHORT = frozenset([
    "cllr", "cllrs", "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "revd", "hon", "rt", "st", "no", "nos", "para",
    "paras", "ref", "ald", "messrs", "drs", "capt", "sgt", "col", "lt", "gen", "vs", "approx", "dept", "min", "eg",
    "ie", "e.g", "i.e", "cf", "viz", "esq", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "excl", "incl", "exc", "ex",
    "asst", "dep", "treas", "pres", "vice-pres", "secy", "exec", "mgr", "supt", "chmn",
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


def with_plain_marks(text: str) -> str:
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


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one document, ready for the tagger.

    `pieces` are the ranges of its words: one, or more where a page break cuts it. `flat` is its text with plain
    quotes and blanks, and blanks for page furniture; offsets of it plus `span.start` are offsets of the document.
    """

    span: Span
    pieces: tuple[Span, ...]
    text: str
    flat: str

    def opens_with(self, span: Span) -> bool:
        """Whether it begins with these words, and goes on behind them."""
        end = span.end - self.span.start
        is_first = not self.flat[: max(0, span.start - self.span.start)].strip()
        return is_first and end <= len(self.flat) and any(map(str.isalnum, self.flat[end:]))


class DocumentSentences:
    """Finds the sentences of one document, each once."""

    def __init__(self, minutes: Minutes, before_number: Container[str]) -> None:
        self._before_number = before_number  # short forms that stand before a number: "p" of "p. 3"
        self.text = minutes.document.text
        self._pieces = sorted(
            (piece.start, piece.end, segment.index) for segment in minutes.segments for piece in segment.pieces
        )
        self._starts = [start for start, _, _ in self._pieces]
        self._segments = {segment.index: segment for segment in minutes.segments}
        self._sentences: dict[Span, Sentence] = {}

    def sentence_at(self, span: Span) -> Sentence:
        """Returns the sentence around `span`."""
        where, pieces = self._find(span)
        sentence = self._sentences.get(where)
        if sentence is None:
            sentence = self._sentences[where] = self._make(where, pieces)
        return sentence

    def next_sentence(self, sentence: Sentence, span: Span) -> Sentence:
        """Returns the sentence that follows an empty `span` at the end of `sentence`, `sentence` itself elsewhere."""
        rest = self.text[span.start : span.start + _GAP]
        place = span.start + len(rest) - len(rest.lstrip())
        if span.start < sentence.span.end and self.text[span.start : sentence.span.end].strip():
            return sentence
        pieces = self._pieces_at(Span(place, place + 1))
        is_same_segment = any(piece.start <= span.start and place < piece.end for piece in pieces)
        return self.sentence_at(Span(place, place + 1)) if is_same_segment else sentence

    def is_blank(self, one: Span, other: Span) -> bool:
        """Whether nothing but blanks stands between two ranges."""
        return one.end <= other.start and not self.text[one.end : other.start].strip()

    def tokens_around(self, sentence: Sentence, span: Span) -> list[Token]:
        """Returns the tokens of the sentence from a little before `span` to a little after it."""
        low, high = span.start - _TOKENS_REACH, span.end + _TOKENS_REACH
        tokens: list[Token] = []
        for piece in sentence.pieces:
            if len(sentence.pieces) > 1:  # the furniture between the pieces is not counted in the reach
                tokens += tokenise(self.text, piece.start, piece.end)
            elif piece.start < high and piece.end > low:
                tokens += tokenise(self.text, self._word_start(low, piece.start), self._word_end(high, piece.end))
        return tokens

    def _find(self, span: Span) -> tuple[Span, tuple[Span, ...]]:
        """Returns the range of the sentence around `span`, and of its words (several where a page break cuts it)."""
        pieces = self._pieces_at(span)
        start, end = self._window(span, pieces)
        low = start
        for stop, next_start in _boundaries(with_plain_marks(self.text[start:end]), self._before_number):
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

    def _pieces_at(self, span: Span) -> tuple[Span, ...]:
        """Returns the ranges of the words of the segments at `span`; `span` itself where there are none."""
        if not self._pieces:
            return (span,)
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = max(bisect_left(self._starts, span.end) - 1, first)
        owners = dict.fromkeys(self._pieces[place][2] for place in range(first, last + 1))
        found = [piece for owner in owners for piece in self._segments[owner].pieces]
        # The edit's own words are added: a list mark ("(b)") is in no piece of a segment.
        return _joined([*found, span])

    def _window(self, span: Span, pieces: tuple[Span, ...]) -> tuple[int, int]:
        origin, low, high = pieces[0].start, pieces[0].start, pieces[-1].end
        if span.start - low > _REACH + _GRID:
            low = self._next_word(origin + (span.start - origin - _REACH) // _GRID * _GRID, span.start)
        if high - span.end > _REACH + _GRID:
            high = self._next_word(origin + ((span.end - origin + _REACH) // _GRID + 1) * _GRID, high)
        return low, high

    def _next_word(self, offset: int, bound: int) -> int:
        """Returns where the next word begins, so that none is cut; `offset` itself where no blank is near."""
        for place in range(offset, min(offset + 60, bound)):
            if self.text[place].isspace():
                return place + 1
        return offset

    def _word_start(self, offset: int, edge: int) -> int:
        """Returns the beginning of the word at `offset`, or the edge of the sentence."""
        while offset > edge and not self.text[offset - 1].isspace():
            offset -= 1
        return max(offset, edge)

    def _word_end(self, offset: int, edge: int) -> int:
        """Returns the end of the word at `offset`, or the edge of the sentence."""
        while offset < edge and not self.text[offset].isspace():
            offset += 1
        return min(offset, edge)

    def _make(self, where: Span, pieces: tuple[Span, ...]) -> Sentence:
        slices = [self.text[piece.start : piece.end] for piece in pieces]
        if len(slices) == 1 and pieces[0] == where:
            return Sentence(where, pieces, slices[0], with_plain_marks(slices[0]))
        flat, place = "", where.start
        for piece, words in zip(pieces, slices, strict=True):
            flat += " " * (piece.start - place) + with_plain_marks(words)
            place = piece.end
        return Sentence(where, pieces, " ".join(part.strip() for part in slices), flat.ljust(len(where)))


def _boundaries(window: str, before_number: Container[str]) -> Iterable[tuple[int, int]]:
    """(end of a sentence, start of the next) for each boundary inside a text with plain marks."""
    for match in _BOUNDARY.finditer(window):
        others = before_number if _NUMBER.match(window, match.end()) else ()
        if window[match.start()] == "." and _is_short(window[max(0, match.start() - 12) : match.end()], others):
            continue
        stop = match.start() + len(match.group().rstrip())
        yield stop, match.end()


def _is_short(tail: str, others: Container[str]) -> bool:
    """Whether the full stop that ends `tail` belongs to a short form, one of the `others` too, or an initial."""
    match = _LAST_WORD.search(tail)
    if match is None:
        return False
    word = match.group(1)
    key = word.casefold()
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    return is_initial or key in _SHORT or key.replace(".", "") in others


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """Returns the ranges in order, those that overlap or touch made one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        elif len(span):
            joined.append(span)
    return tuple(joined) or (spans[-1],)
