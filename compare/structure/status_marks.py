"""Finds marks of the document on one side only: "DRAFT", "... view the full minutes text"."""

from __future__ import annotations

from collections.abc import Sequence

from compare.outline.places import place_in
from compare.structure.segments import plain_reading
from compare.values import (
    Edit,
    FactKind,
    Minutes,
    Pair,
    Place,
    Relation,
    SegmentKind,
    Span,
    StructuralFact,
)

_NOWHERE = Span(0, 0)


def separate_mark_edits(
    edits: Sequence[Edit], draft: Minutes, final: Minutes, alignment: Sequence[Pair]
) -> tuple[tuple[StructuralFact, ...], tuple[Edit, ...]]:
    """The edits of status and truncation marks as facts, and the other edits.

    Each truncation mark is reported once, whether or not the words around it could be compared.
    """
    changes: list[StructuralFact] = []
    rest: list[Edit] = []
    reported: set[Span] = set()
    for edit in edits:
        cut_off = _touched((draft, edit.draft), (final, edit.final))
        if cut_off:
            reported.update(cut_off)
            changes.append(_fact(FactKind.TRUNCATED, Relation.CHANGED, edit, draft, final, alignment))
        elif draft.outline.status != final.outline.status and (
            _is_status(draft, edit.draft) or _is_status(final, edit.final)
        ):
            relation = Relation.ADDED if _is_status(final, edit.final) else Relation.REMOVED
            changes.append(_fact(FactKind.STATUS, relation, edit, draft, final, alignment))
        else:
            rest.append(edit)
    if not any(change.kind is FactKind.STATUS for change in changes):
        changes.extend(_status_on_the_page(draft, final))
    if bool(draft.outline.truncated) != bool(final.outline.truncated):
        for mark in draft.outline.truncated:
            changes.extend([] if mark in reported else [_alone(draft, final, mark, _NOWHERE)])
        for mark in final.outline.truncated:
            changes.extend([] if mark in reported else [_alone(draft, final, _NOWHERE, mark)])
    return tuple(changes), tuple(rest)


def _status_on_the_page(draft: Minutes, final: Minutes) -> list[StructuralFact]:
    """The status that one side prints on its pages and the other does not: no edit shows what is page furniture."""
    if draft.outline.status == final.outline.status:
        return []
    own, other = (_mark_in_furniture(minutes) for minutes in (draft, final))
    if not len(own) and not len(other):
        return []
    readings = plain_reading(draft, own), plain_reading(final, other)
    relation = Relation.ADDED if len(other) else Relation.REMOVED
    return [StructuralFact(FactKind.STATUS, relation, Place(), *readings, statuses=_statuses(draft, final))]


def _statuses(draft: Minutes, final: Minutes) -> tuple[str | None, str | None]:
    return draft.outline.status, final.outline.status


def _mark_in_furniture(minutes: Minutes) -> Span:
    mark = minutes.outline.status_mark
    if mark is None:
        return _NOWHERE
    place = minutes.segment_at(mark.start)
    return mark if minutes.segments[place].kind is SegmentKind.FURNITURE else _NOWHERE


def _touched(*sides: tuple[Minutes, Span]) -> list[Span]:
    return [mark for minutes, span in sides if len(span) for mark in minutes.outline.truncated if span.touches(mark)]


def _is_status(minutes: Minutes, span: Span) -> bool:
    mark = minutes.outline.status_mark
    return mark is not None and len(span) > 0 and span.touches(mark)


def _fact(
    kind: FactKind, relation: Relation, edit: Edit, draft: Minutes, final: Minutes, alignment: Sequence[Pair]
) -> StructuralFact:
    place = place_in(final, alignment[edit.pair].final[0], edit.final)
    readings = plain_reading(draft, edit.draft), plain_reading(final, edit.final)
    return StructuralFact(kind, relation, place, *readings, (edit.pair,), (edit,), statuses=_statuses(draft, final))


def _alone(draft: Minutes, final: Minutes, own: Span, other: Span) -> StructuralFact:
    readings = plain_reading(draft, own), plain_reading(final, other)
    return StructuralFact(FactKind.TRUNCATED, Relation.FURNITURE, Place(), *readings)
