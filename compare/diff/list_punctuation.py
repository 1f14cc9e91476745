"""Folds the stop that ends a list entry where the list itself grew or shrank.

    draft   (a) that the plan be noted; | (b) that it be published.
    final   (a) that the plan be noted.

With (b) gone, the semicolon had to become a full stop. That follows from the loss, which is reported.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.values import Edit, Fold, FoldKind, Minutes, Pair, Relation, SegmentKind, Span

_STOPS = frozenset((".", ";", ",", "; and", ", and", ";and", ""))


def fold_list_punctuation(
    edits: Sequence[Edit], draft: Minutes, final: Minutes, alignment: Sequence[Pair]
) -> tuple[list[Fold], list[Edit]]:
    """Separates such edits, as folds, from the other edits. Cost: linear."""
    folds: list[Fold] = []
    rest: list[Edit] = []
    for edit in edits:
        pair = alignment[edit.pair]
        is_stop = (
            _is_last_stop(draft, pair.draft, edit.draft)
            and _is_last_stop(final, pair.final, edit.final)
            and any(_is_lone_entry(draft, final, other) for other in alignment[max(0, edit.pair - 1) : edit.pair + 2])
        )
        if is_stop:
            folds.append(Fold(FoldKind.NUMBERING, edit.draft, edit.final))
        else:
            rest.append(edit)
    return folds, rest


def _is_last_stop(minutes: Minutes, places: Sequence[int], span: Span) -> bool:
    segment = minutes.segments[places[-1]]
    text = minutes.document.text
    is_stop = " ".join(text[span.start : span.end].split()) in _STOPS
    return is_stop and segment.kind is SegmentKind.LIST_ITEM and not text[span.end : segment.end].strip(" .;,")


def _is_lone_entry(draft: Minutes, final: Minutes, pair: Pair) -> bool:
    if pair.relation not in (Relation.ADDED, Relation.REMOVED):
        return False
    minutes, places = (draft, pair.draft) if pair.draft else (final, pair.final)
    return minutes.segments[places[0]].kind is SegmentKind.LIST_ITEM
