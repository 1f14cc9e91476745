"""Where every character of a document went: unchanged, edited, folded, furniture or out of scope."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from compare.values import Account, Minutes, Pair, Relation, Span

_EDITED, _FOLDED, _FURNITURE, _OUT_OF_SCOPE = 1, 2, 3, 4


def account_for(
    minutes: Minutes,
    alone: Iterable[tuple[int, Relation]],
    edited: Iterable[Span],
    folded: Iterable[Span],
) -> Account:
    """Paints each character once, the graver reason last, and counts.

    `alone` are the segments without an answer and why; the blanks after a segment go with it. Cost: linear; one byte
    a character.
    """
    text = minutes.document.text
    paint = bytearray(len(text))
    for span in folded:
        _fill(paint, span.start, span.end, _FOLDED)
    starts = [segment.start for segment in minutes.segments] + [len(text)]
    resumes = sorted(piece.start for segment in minutes.segments for piece in segment.pieces[1:])
    for index, relation in alone:
        colour = {Relation.FURNITURE: _FURNITURE, Relation.OUT_OF_SCOPE: _OUT_OF_SCOPE}.get(relation, _EDITED)
        first = 0 if index == 0 else starts[index]
        # Page furniture stands between the pieces of a paragraph: what follows it is the paragraph's own text.
        end = minutes.segments[index].end
        resumed = bisect_left(resumes, end)
        last = min(max(end, starts[index + 1]), *resumes[resumed : resumed + 1], len(text))
        _fill(paint, first, last, colour)
    for span in edited:
        _fill(paint, span.start, span.end, _EDITED)
    counts = [paint.count(colour) for colour in range(5)]
    return Account(*counts)


def unanswered(alignment: Sequence[Pair], *, draft: bool) -> list[tuple[int, Relation]]:
    """The segments of one side that no segment of the other answers, with the relation."""
    return [
        (index, pair.relation)
        for pair in alignment
        if not (pair.final if draft else pair.draft)
        for index in (pair.draft if draft else pair.final)
    ]


def _fill(paint: bytearray, start: int, end: int, colour: int) -> None:
    paint[start:end] = bytes((colour,)) * (end - start)
