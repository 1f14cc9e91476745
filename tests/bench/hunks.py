"""Which words a tool shows as changed, in one form for all tools, so that "the same edit" can be asked.

    wdiff      [-level-] {+level.+}      whole words between blanks
    compare    ".", inserted             words and marks
    by letter  "hea" + "r" + "d"         anything

The common form is a range of tokens (runs of letters and digits; single marks) on each side. A hunk is widened to
whole tokens, loses what did not change inside its first and last word, and a pure insertion or deletion slides as far
left as the text allows: "the [the] panel" and "[the] the panel" are one edit.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """Tokens [start, end) of one document, counted from 0."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True, order=True)
class Hunk:
    """Tokens of the draft that stand for tokens of the final. `None`: the tool does not say where on that side."""

    draft: Range | None
    final: Range | None


class Text:
    """The tokens of one document: what they say, where they stand, which are glued to the one before."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in _TOKEN.finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.tokens = [text[start:end] for start, end in spans]

    def is_glued(self, place: int) -> bool:
        """Whether no blank stands between the token at `place` and the one before it."""
        return 0 < place < len(self.starts) and self.starts[place] == self.ends[place - 1]

    def range_of(self, start: int, end: int) -> Range:
        """The tokens that the characters [start, end) touch; an empty range at the place of an empty span."""
        if start == end:
            place = bisect_left(self.starts, start)
            return Range(place, place)
        return Range(bisect_right(self.ends, start), max(bisect_right(self.ends, start), bisect_left(self.starts, end)))

    def cuts(self, offset: int) -> bool:
        """Whether `offset` lies inside a token."""
        place = bisect_right(self.starts, offset) - 1
        return place >= 0 and self.starts[place] < offset < self.ends[place]


def count_tokens(text: str) -> int:
    """How many tokens a piece of text holds."""
    return sum(1 for _ in _TOKEN.finditer(text))


def hunks_of_pieces(pieces: Iterable[tuple[str, str]]) -> list[Hunk]:
    """Hunks of a tool that prints the texts with their marks: (`=`, `-` or `+`; the piece's text)."""
    return hunks_of_steps((op, count_tokens(text)) for op, text in pieces)


def hunks_of_steps(steps: Iterable[tuple[str, int]]) -> list[Hunk]:
    """Hunks from steps through both texts, each (`=`, `-` or `+`; how far)."""
    hunks: list[Hunk] = []
    draft = final = draft_from = final_from = 0
    for op, length in (*steps, ("=", 1)):
        if op == "=" and length:
            if draft > draft_from or final > final_from:
                hunks.append(Hunk(Range(draft_from, draft), Range(final_from, final)))
            draft, final = draft + length, final + length
            draft_from, final_from = draft, final
        elif op == "-":
            draft += length
        elif op == "+":
            final += length
    return hunks


def hunk_of_characters(draft: Text, final: Text, draft_span: Range, final_span: Range) -> Hunk:
    """The hunk of two spans of characters, widened on both sides alike to whole tokens."""
    start = draft.cuts(draft_span.start) or final.cuts(final_span.start)
    end = draft.cuts(draft_span.end) or final.cuts(final_span.end)
    return Hunk(_widen(draft, draft_span, start=start, end=end), _widen(final, final_span, start=start, end=end))


def _widen(text: Text, span: Range, *, start: bool, end: bool) -> Range:
    first, last = span.start, span.end
    if start:
        place = max(0, bisect_left(text.ends, first))
        first = min(first, text.starts[place]) if place < len(text.starts) else first
    if end:
        place = bisect_right(text.starts, last) - 1
        last = max(last, text.ends[place]) if place >= 0 else last
    return text.range_of(first, last)


def settle(hunk: Hunk, draft: Text, final: Text) -> Hunk:
    """The hunk in its common form: without the unchanged ends of its outer words, slid to the left."""
    if hunk.draft is None or hunk.final is None:
        known, text = (hunk.draft, draft) if hunk.final is None else (hunk.final, final)
        slid = _slide(known, text.tokens) if known else None
        return Hunk(slid, None) if hunk.final is None else Hunk(None, slid)
    trimmed = _trim(hunk.draft, hunk.final, draft, final)
    if not trimmed[0]:
        return Hunk(None, _slide(trimmed[1], final.tokens))
    if not trimmed[1]:
        return Hunk(_slide(trimmed[0], draft.tokens), None)
    return Hunk(*trimmed)


def _trim(left: Range, right: Range, draft: Text, final: Text) -> tuple[Range, Range]:
    (i, j), (k, m) = (left.start, left.end), (right.start, right.end)
    while i < j and k < m and draft.tokens[i] == final.tokens[k]:
        if not (draft.is_glued(i + 1) or final.is_glued(k + 1)):
            break
        i, k = i + 1, k + 1
    while i < j and k < m and draft.tokens[j - 1] == final.tokens[m - 1]:
        if not (draft.is_glued(j - 1) or final.is_glued(m - 1)):
            break
        j, m = j - 1, m - 1
    return Range(i, j), Range(k, m)


def _slide(place: Range, tokens: Sequence[str]) -> Range:
    start, end = place.start, place.end
    while start > 0 and end > start and tokens[start - 1] == tokens[end - 1]:
        start, end = start - 1, end - 1
    return Range(start, end)


@dataclass(frozen=True, slots=True)
class Score:
    """How a tool's hunks stand against the true edits. `words_shown` are changed words, draft and final."""

    true_edits: int
    hunks: int
    exact: int
    words_shown: tuple[int, int]
    missed: tuple[int, ...]  # indices of the true edits that no hunk equals


def score_hunks(hunks: Sequence[Hunk], truth: Sequence[Hunk], draft: Text, final: Text) -> Score:
    """Counts the true edits that equal one hunk. Cost: linear."""
    found = {settle(hunk, draft, final) for hunk in hunks}
    missed = tuple(place for place, edit in enumerate(truth) if settle(edit, draft, final) not in found)
    shown = (
        sum(_count_words(hunk.draft, draft) for hunk in hunks),
        sum(_count_words(hunk.final, final) for hunk in hunks),
    )
    return Score(len(truth), len(hunks), len(truth) - len(missed), shown, missed)


def _count_words(place: Range | None, text: Text) -> int:
    return sum(text.tokens[at][0].isalnum() for at in range(place.start, place.end)) if place else 0
