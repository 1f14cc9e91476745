"""Finds where in the minutes an edit or a segment stands: its item, its role, whether a resolution holds it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from compare.outline.halves_of_day import half_of_day, is_half_alone
from compare.values import Edit, ItemRef, Minutes, Op, Pair, Place, Role, Span

# Where the two sides differ in role (a draft without labels), the graver one counts. Gravest first.
_ORDER = (
    Role.ATTENDANCE,
    Role.APOLOGIES,
    Role.INTEREST,
    Role.VOTE,
    Role.HEADER,
    Role.RESOLUTION,
    Role.HEADING,
    Role.FRONT,
    Role.NARRATIVE,
    Role.FURNITURE,
)


def place_edits(edits: Sequence[Edit], draft: Minutes, final: Minutes, alignment: Sequence[Pair]) -> tuple[Place, ...]:
    """Finds the place of each edit, in order."""
    draft_starts = [segment.start for segment in draft.segments]
    final_starts = [segment.start for segment in final.segments]
    held_on = draft.outline.meeting_date if draft.outline.meeting_date == final.outline.meeting_date else None
    texts = draft.document.text, final.document.text
    halves: tuple[str | None, str | None] | None = None
    places = []
    for edit in edits:
        pair = alignment[edit.pair]
        own = _segment_at(draft_starts, edit.draft.start, pair.draft)
        other = _segment_at(final_starts, edit.final.start, pair.final)
        place = _join(place_in(draft, own, edit.draft), place_in(final, other, edit.final))
        place = replace(place, held_on=held_on)
        if edit.op is not Op.REPLACE and (
            draft.outline.begins_resolution(edit.draft) or final.outline.begins_resolution(edit.final)
        ):
            place = replace(place, in_resolution=True)  # what was said, and the decision after it
        if is_half_alone(texts[0][edit.draft.start : edit.draft.end], texts[1][edit.final.start : edit.final.end]):
            halves = halves or (half_of_day(texts[0]), half_of_day(texts[1]))
            place = replace(place, halves=halves)
        places.append(place)
    return tuple(places)


def place_in(minutes: Minutes, segment: int, span: Span) -> Place:
    """Finds the place of a range of one document; `segment` is the index of the segment that holds it."""
    outline = minutes.outline
    if outline.roles[segment] is Role.FURNITURE:  # a page break stands in an item, but its running head does not
        return Place(role=Role.FURNITURE)
    item = outline.item_of[segment]
    resolution = outline.resolution_at(span.start)
    header = resolution.header if resolution else None
    return Place(
        None if item is None else ItemRef(outline.items[item].number, outline.items[item].title),
        outline.roles[segment],
        resolution is not None,
        header is not None and header.start <= span.start and span.end <= header.end,
        segment in outline.private,
    )


def _segment_at(starts: Sequence[int], offset: int, candidates: Sequence[int]) -> int:
    place = bisect_right(starts, offset) - 1
    return place if place in candidates else candidates[0]


def _join(draft: Place, final: Place) -> Place:
    role = min(draft.role, final.role, key=_ORDER.index)
    return Place(
        final.item if final.item and (final.item.number or not draft.item) else draft.item,
        role,
        draft.in_resolution or final.in_resolution,
        draft.in_header or final.in_header,
        draft.is_exempt or final.is_exempt,
    )
