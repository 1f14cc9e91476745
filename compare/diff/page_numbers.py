"""Folds the numbers of pages that fell into a text when its pages were joined to one paragraph.

…would accept cheque 2 payments or provide invoices … Police Report - 4 PK reported …

They stand on one side only, each alone in the other side's words, a page apart, and count up by one.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.values import Edit, Fold, FoldKind, Minutes, Pair, Span

# Numbers that count up, at least, and the characters that lie between two of them, at least: half a page has 1,200.
_FEWEST = 3
_SHORTEST_PAGE = 600
_LONGEST_NUMBER = 3


def fold_page_numbers(
    edits: Sequence[Edit], draft: Minutes, final: Minutes, alignment: Sequence[Pair]
) -> tuple[list[Fold], list[Edit]]:
    """Separates such numbers, as folds, from the other edits. Cost: linear."""
    numbers = {
        edit
        for is_draft, minutes in ((True, draft), (False, final))
        for run in _runs([edit for edit in edits if _is_joined(alignment[edit.pair])], minutes, is_draft=is_draft)
        for edit in run
    }
    if not numbers:
        return [], list(edits)
    folds = [Fold(FoldKind.PAGE_BREAK, edit.draft, edit.final) for edit in edits if edit in numbers]
    return folds, [edit for edit in edits if edit not in numbers]


def _is_joined(pair: Pair) -> bool:
    return len(pair.draft) != len(pair.final)


def _runs(edits: Sequence[Edit], minutes: Minutes, *, is_draft: bool) -> list[list[Edit]]:
    """The runs of lone numbers of one side that count up by one, a page apart, and are long enough."""
    found: list[list[Edit]] = []
    last: tuple[int, Span] | None = None
    for edit in edits:
        own, other = (edit.draft, edit.final) if is_draft else (edit.final, edit.draft)
        text = minutes.document.text[own.start : own.end]
        if len(other) or not text.isdecimal() or len(text) > _LONGEST_NUMBER:
            continue
        follows = last is not None and int(text) == last[0] + 1 and own.start - last[1].end >= _SHORTEST_PAGE
        if follows:
            found[-1].append(edit)
        else:
            found.append([edit])
        last = int(text), own
    return [run for run in found if len(run) >= _FEWEST]
