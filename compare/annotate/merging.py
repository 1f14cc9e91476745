"""Edits of one name, date or sum made one edit: "14 June 2022" → "15 July 2022" is a date that changed, not two words.

draft   held on [14] [June] 2022          draft   held on [14 June] 2022
final   held on [15] [July] 2022    →     final   held on [15 July] 2022
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from compare.values import Edit, Entity, Op, Place, Span

Beside = Callable[[Edit, Edit], bool]


class MergedEdit(NamedTuple):
    """An edit, the edits that the diff cut it into (one, mostly), and where it stands."""

    edit: Edit
    parts: tuple[Edit, ...]
    place: Place


def merge_edits(
    edits: Sequence[Edit],
    places: Sequence[Place],
    draft: Sequence[tuple[Entity, ...]],
    final: Sequence[tuple[Entity, ...]],
    are_beside: Beside,
) -> list[MergedEdit]:
    """The edits with neighbours that lie inside one entity on both sides made one; each keeps its first place.

    `draft` and `final` hold the entities that each edit touches (a silent side: stands strictly inside). Of edits that
    stand side by side on both sides (`are_beside`), one entity on one side is enough: "every two years", "every year".
    """
    merged: list[MergedEdit] = []
    for number, edit in enumerate(edits):
        if (
            merged
            and merged[-1].edit.pair == edit.pair
            and _are_of_one(
                _share(draft[number - 1], draft[number], merged[-1].edit.draft, edit.draft),
                _share(final[number - 1], final[number], merged[-1].edit.final, edit.final),
                merged[-1].edit,
                edit,
                are_beside,
            )
        ):
            joined, parts, place = merged[-1]
            merged[-1] = MergedEdit(_joined(joined, edit), (*parts, edit), place)
        else:
            merged.append(MergedEdit(edit, (edit,), places[number]))
    return merged


def _are_of_one(in_draft: bool, in_final: bool, one: Edit, other: Edit, are_beside: Beside) -> bool:  # noqa: FBT001 - the two sides
    return (in_draft and in_final) or ((in_draft or in_final) and are_beside(one, other))


def _share(before: tuple[Entity, ...], after: tuple[Entity, ...], one: Span, other: Span) -> bool:
    """Whether one entity holds both ranges. Only the last that the first edit touches can."""
    if not before or not after or before[-1].span != after[0].span:
        return False
    entity = after[0].span
    return entity.start <= one.start and other.end <= entity.end


def _joined(first: Edit, last: Edit) -> Edit:
    draft = Span(first.draft.start, max(first.draft.end, last.draft.end))
    final = Span(first.final.start, max(first.final.end, last.final.end))
    op = Op.REPLACE if len(draft) and len(final) else Op.INSERT if len(final) else Op.DELETE
    return Edit(
        op,
        draft,
        final,
        first.pair,
        (*first.draft_letters, *last.draft_letters),
        (*first.final_letters, *last.final_letters),
        first.rewritten or last.rewritten,
    )
