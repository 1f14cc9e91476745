"""Finds facts about whole segments: an item missing, a limb added, a paragraph moved, split or merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.outline.places import place_in
from compare.text.tokens import is_word, segment_text, wording_key
from compare.values import (
    FactKind,
    Fold,
    FoldKind,
    ItemRef,
    Minutes,
    Pair,
    Place,
    Reading,
    Relation,
    Role,
    Side,
    Span,
    StructuralFact,
)


@dataclass(frozen=True, slots=True)
class SegmentFacts:
    """The facts, and what goes with them.

    `folds` are the wordless segments (rules, dividers) that were folded instead.
    """

    facts: tuple[StructuralFact, ...]
    folds: tuple[Fold, ...]


def find_segment_facts(draft: Minutes, final: Minutes, alignment: Sequence[Pair]) -> SegmentFacts:
    """The facts that the relations of the pairs show. Cost: linear in the alignment."""
    points = _insertion_points(draft, final, alignment)
    changes: list[StructuralFact] = []
    folds: list[Fold] = []
    for side, minutes in ((Side.DRAFT, draft), (Side.FINAL, final)):
        found, folded = _one_sided(minutes, side, alignment, points)
        changes.extend(found)
        folds.extend(folded)
    changes.extend(_moves(draft, final, alignment))
    changes.extend(_splits_and_merges(draft, final, alignment))
    return SegmentFacts(tuple(changes), tuple(folds))


def plain_reading(minutes: Minutes, span: Span) -> Reading:
    """A passage without a look at its words: all that a structural fact needs."""
    return Reading(span, minutes.document.text[span.start : span.end], (), (), (), span, "")


def _insertion_points(draft: Minutes, final: Minutes, alignment: Sequence[Pair]) -> list[tuple[int, int]]:
    """For each pair, the offsets in draft and final after which it stands."""
    points = []
    at_draft = at_final = 0
    for pair in alignment:
        points.append((at_draft, at_final))
        if pair.relation is Relation.MOVED:
            continue
        at_draft = draft.segments[pair.draft[-1]].end if pair.draft else at_draft
        at_final = final.segments[pair.final[-1]].end if pair.final else at_final
    return points


def _one_sided(
    minutes: Minutes, side: Side, alignment: Sequence[Pair], points: Sequence[tuple[int, int]]
) -> tuple[list[StructuralFact], list[Fold]]:
    relation = Relation.REMOVED if side is Side.DRAFT else Relation.ADDED
    pair_of = {
        (pair.draft or pair.final)[0]: place for place, pair in enumerate(alignment) if pair.relation is relation
    }
    changes: list[StructuralFact] = []
    folds: list[Fold] = []
    in_items: set[int] = set()
    for first, last in _whole_items(minutes, pair_of):
        in_items.update(range(first, last))
        span = Span(minutes.segments[first].start, minutes.segments[last - 1].end)
        place = pair_of[first]
        pairs = tuple(sorted({pair_of[index] for index in range(first, last) if index in pair_of}))
        changes.append(_change(FactKind.ITEM, relation, minutes, side, first, span, points[place], pairs))
    for index, place in sorted(pair_of.items()):
        if index in in_items:
            continue
        segment = minutes.segments[index]
        if not any(is_word(key) for key in wording_key(segment_text(minutes.document, segment)).split(" ")):
            point = points[place][1 if side is Side.DRAFT else 0]
            spans = (segment.span, Span(point, point))
            folds.append(Fold(FoldKind.MARKUP, *(spans if side is Side.DRAFT else spans[::-1])))
            continue
        kind = kind_of_one_sided(minutes, index, pair_of)
        changes.append(_change(kind, relation, minutes, side, index, segment.span, points[place], (place,)))
    return changes, folds


def _whole_items(minutes: Minutes, one_sided: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Items [first, last) none of whose segments has a match."""
    for item in minutes.outline.items:
        members = [
            index for index in range(item.first, item.last) if minutes.outline.roles[index] is not Role.FURNITURE
        ]
        if members and members[0] in one_sided and all(index in one_sided for index in members):
            yield members[0], members[-1] + 1


def kind_of_one_sided(minutes: Minutes, index: int, one_sided: dict[int, int]) -> FactKind:
    """What a segment without a match is: a status mark, the header or a limb of a resolution, or a paragraph."""
    outline = minutes.outline
    segment = minutes.segments[index]
    if outline.status_mark and segment.span.touches(outline.status_mark):
        return FactKind.STATUS
    resolution = outline.resolution_at(segment.start) or outline.resolution_at(segment.pieces[0].start)
    if outline.roles[index] is Role.HEADER:
        following = (resolution.limbs if resolution else ()) or (index + 1,)
        is_bare = any(limb not in one_sided for limb in following if limb < len(minutes.segments))
        return FactKind.HEADER if is_bare else FactKind.LIMB
    if outline.roles[index] is Role.RESOLUTION or (resolution and index in resolution.limbs):
        return FactKind.LIMB
    return FactKind.PARAGRAPH


def _change(
    kind: FactKind,
    relation: Relation,
    minutes: Minutes,
    side: Side,
    index: int,
    span: Span,
    point: tuple[int, int],
    pairs: tuple[int, ...],
) -> StructuralFact:
    own = plain_reading(minutes, span)
    offset = point[1 if side is Side.DRAFT else 0]
    other = Reading(Span(offset, offset), "", (), (), (), Span(offset, offset), "")
    place = place_in(minutes, index, span)
    readings = (own, other) if side is Side.DRAFT else (other, own)
    status = minutes.outline.status
    statuses = (status, None) if side is Side.DRAFT else (None, status)
    return StructuralFact(kind, relation, place, *readings, pairs, statuses=statuses)


def _moves(draft: Minutes, final: Minutes, alignment: Sequence[Pair]) -> Iterator[StructuralFact]:
    """Paragraphs that moved together are one change."""
    moved = sorted(
        ((pair.draft, pair.final, place) for place, pair in enumerate(alignment) if pair.relation is Relation.MOVED)
    )
    runs: list[list[tuple[tuple[int, ...], tuple[int, ...], int]]] = []
    for entry in moved:
        if runs and runs[-1][-1][0][-1] + 1 == entry[0][0] and runs[-1][-1][1][-1] + 1 == entry[1][0]:
            runs[-1].append(entry)
        else:
            runs.append([entry])
    for run in runs:
        own = Span(draft.segments[run[0][0][0]].start, draft.segments[run[-1][0][-1]].end)
        other = Span(final.segments[run[0][1][0]].start, final.segments[run[-1][1][-1]].end)
        place = place_in(final, run[0][1][0], other)
        origin = place_in(draft, run[0][0][0], own)
        yield StructuralFact(
            FactKind.PARAGRAPH,
            Relation.MOVED,
            place,
            plain_reading(draft, own),
            plain_reading(final, other),
            tuple(index for *_, index in run),
            moved_from=_other_item(origin, place),
            paragraphs=len(run),
        )


def _other_item(origin: Place, place: Place) -> ItemRef | None:
    """The item of `origin`, where it is another than that of `place`."""
    if origin.item and place.item and origin.item.title.casefold() != place.item.title.casefold():
        return origin.item
    return None


def _splits_and_merges(draft: Minutes, final: Minutes, alignment: Sequence[Pair]) -> Iterator[StructuralFact]:
    for place, pair in enumerate(alignment):
        if not pair.draft or not pair.final or len(pair.draft) == len(pair.final) == 1:
            continue
        own = Span(draft.segments[pair.draft[0]].start, draft.segments[pair.draft[-1]].end)
        other = Span(final.segments[pair.final[0]].start, final.segments[pair.final[-1]].end)
        relation = Relation.SPLIT if len(pair.final) > 1 else Relation.MERGED
        yield StructuralFact(
            FactKind.PARAGRAPH,
            relation,
            place_in(final, pair.final[0], other),
            plain_reading(draft, own),
            plain_reading(final, other),
            (place,),
        )
