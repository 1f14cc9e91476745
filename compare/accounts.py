"""Accounts for every character of both documents: unchanged, edited, folded, furniture or out of scope."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from compare.values import Account, Accounts, Edit, Finding, Fold, Minutes, Pair, Relation, Severity, Side, Span

_EDITED, _FOLDED, _FURNITURE, _OUT_OF_SCOPE = 1, 2, 3, 4
_ONE_SIDED = {Relation.FURNITURE: _FURNITURE, Relation.OUT_OF_SCOPE: _OUT_OF_SCOPE}  # removed and added are edited


def account_for_both(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], findings: Sequence[Finding], folds: Sequence[Fold]
) -> Accounts:
    """The accounts of both documents. Cost: linear; one byte a character."""
    edited = [edit for finding in findings if finding.severity is not Severity.COSMETIC for edit in finding.edits]
    # A cosmetic finding (the same date in another form) counts as folded.
    folded = [edit for finding in findings if finding.severity is Severity.COSMETIC for edit in finding.edits]
    return Accounts(
        _account(draft, Side.DRAFT, alignment, edited, (*folds, *folded)),
        _account(final, Side.FINAL, alignment, edited, (*folds, *folded)),
    )


def _account(
    minutes: Minutes, side: Side, alignment: Sequence[Pair], edited: Sequence[Edit], folded: Sequence[Edit | Fold]
) -> Account:
    """Marks each character once, the graver reason last, and counts."""
    own, other = attrgetter(side.value), attrgetter(side.other.value)
    marks = bytearray(len(minutes.document.text))
    _mark(marks, map(own, folded), _FOLDED)
    extents = _extents(minutes)
    for pair in alignment:
        if not other(pair) or pair.relation is Relation.FURNITURE:
            _mark(marks, [extents[index] for index in own(pair)], _ONE_SIDED.get(pair.relation, _EDITED))
    _mark(marks, map(own, edited), _EDITED)
    return Account(*(marks.count(mark) for mark in range(5)))


def _extents(minutes: Minutes) -> list[Span]:
    """Each segment with the blanks after it; the first one with all that stands before it.

    Page furniture stands between the pieces of a paragraph: what follows it is the paragraph's own text.
    """
    end_of_text = len(minutes.document.text)
    starts = [segment.start for segment in minutes.segments] + [end_of_text]
    resumes = [*sorted(piece.start for segment in minutes.segments for piece in segment.pieces[1:]), end_of_text]
    extents = []
    for index, segment in enumerate(minutes.segments):
        end = min(max(segment.end, starts[index + 1]), resumes[bisect_left(resumes, segment.end)])
        extents.append(Span(0 if index == 0 else segment.start, end))
    return extents


def _mark(marks: bytearray, spans: Iterable[Span], mark: int) -> None:
    for span in spans:
        marks[span.start : span.end] = bytes((mark,)) * len(span)
