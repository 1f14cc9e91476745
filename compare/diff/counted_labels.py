"""Folds the numbers of labels that count on because a paragraph was put in or taken out above.

    Action 1: The clerk to write.          Action 1: The clerk to write.
                                           Action 2: The warden to mow.        put in: reported
    Action 2: The chair to call.           Action 3: The chair to call.        its number follows

The same holds for "Resolution 12." and "Q3.". A list mark is folded as a mark; a label with words is text, so its
number is an edit. It follows only where each document counts all labels of these words up by one, from the same first
number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from compare.text.tokens import fold_key
from compare.values import Edit, Fold, FoldKind, Minutes, SegmentKind, Span

_LABEL = re.compile(
    r"[\s*_(\[]*(?P<words>[^\W\d_]+(?:[ \t\u00a0]+[^\W\d_]+){0,2}|§)(?P<gap>[ \t\u00a0]*)(?P<number>\d{1,4})"
    r"(?=[:.)\]\t]|\s*[–—-])"
)


def fold_counted_labels(edits: Sequence[Edit], draft: Minutes, final: Minutes) -> tuple[list[Fold], list[Edit]]:
    """Separates the numbers of labels that follow from a change above, as folds, from the other edits. Cost: linear."""
    if not any(_ends_in_figures(edit, draft, final) for edit in edits):
        return [], list(edits)
    own, other = _counted_numbers(draft), _counted_numbers(final)
    folds: list[Fold] = []
    rest: list[Edit] = []
    for edit in edits:
        follows = edit.draft in own and edit.final in other and own[edit.draft] == other[edit.final]
        if follows:
            folds.append(Fold(FoldKind.NUMBERING, edit.draft, edit.final))
        else:
            rest.append(edit)
    return folds, rest


def _ends_in_figures(edit: Edit, draft: Minutes, final: Minutes) -> bool:
    sides = ((draft, edit.draft), (final, edit.final))
    return all(len(span) and minutes.document.text[span.end - 1].isdecimal() for minutes, span in sides)


def _counted_numbers(minutes: Minutes) -> dict[Span, tuple[str, int]]:
    """The numbers of labels that count up by one through the document, each with the words and the first number."""
    labels: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for segment in minutes.segments:
        piece = segment.pieces[0]
        match = _LABEL.match(minutes.document.text, piece.start, piece.end)
        if match and segment.kind is not SegmentKind.FURNITURE:
            start = match.start("number" if match["gap"] else "words")  # "Q3" is one word
            labels[fold_key(match["words"])].append((int(match["number"]), Span(start, match.end("number"))))
    return {
        span: (words, numbers[0][0])
        for words, numbers in labels.items()
        if [number for number, _ in numbers] == list(range(numbers[0][0], numbers[0][0] + len(numbers)))
        for _, span in numbers
    }
