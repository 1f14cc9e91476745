"""Finds facts about whole segments: an item missing, a limb added, a paragraph moved, split or merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from compare.outline.places import place_in
from compare.text.tokens import is_word, segment_text, wording_key
from compare.values import (
    FactKind,
    Fold,
    FoldKind,
    Minutes,
    Pair,
    Reading,
    Relation,
    Role,
    SegmentKind,
    Side,
    Span,
    StructuralFact,
)

# The most words of a numbered line that reads like a title: "B. Lunch club".
_TITLE_WORDS = 6

# What moved: segments of the draft, of the final, and the index of their pair.
MovedPair = tuple[tuple[int, ...], tuple[int, ...], int]


@dataclass(frozen=True, slots=True)
class SegmentFacts:
    """The facts, and what goes with them.

    `folds` are the wordless segments (rules, dividers) that were folded instead.
    """

    facts: tuple[StructuralFact, ...]
    folds: tuple[Fold, ...]


def find_segment_facts(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], explained: frozenset[int] = frozenset()
) -> SegmentFacts:
    """The facts that the relations of the pairs show, but for pairs that another fact explains already.

    Cost: linear in the alignment.
    """
    points = _insertion_points(draft, final, alignment)
    changes: list[StructuralFact] = []
    folds: list[Fold] = []
    are_dated = draft.outline.meeting_date is not None and final.outline.meeting_date is not None
    for side, minutes in ((Side.DRAFT, draft), (Side.FINAL, final)):
        found, folded = _one_sided(minutes, side, alignment, points, explained)
        if not are_dated:
            found = [_with_date(fact, minutes, alignment) for fact in found]
        changes.extend(found)
        folds.extend(folded)
    changes.extend(_moves(draft, final, alignment, explained))
    changes.extend(_splits_and_merges(draft, final, alignment, explained))
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
    minutes: Minutes,
    side: Side,
    alignment: Sequence[Pair],
    points: Sequence[tuple[int, int]],
    explained: frozenset[int],
) -> tuple[list[StructuralFact], list[Fold]]:
    relation = Relation.REMOVED if side is Side.DRAFT else Relation.ADDED
    pair_of = {
        (pair.draft or pair.final)[0]: place
        for place, pair in enumerate(alignment)
        if pair.relation is relation and place not in explained
    }
    changes: list[StructuralFact] = []
    folds: list[Fold] = []
    leads = _leads_of_lists(minutes) if pair_of else []
    in_items: set[int] = set()
    told_in_rows = _told_in_rows(minutes, side, alignment)
    for first, last in _whole_items(minutes, pair_of):
        in_items.update(range(first, last))
        span = Span(minutes.segments[first].start, minutes.segments[last - 1].end)
        place = pair_of[first]
        pairs = tuple(sorted({pair_of[index] for index in range(first, last) if index in pair_of}))
        fact = _change(FactKind.ITEM, relation, minutes, side, first, span, points[place], pairs)
        changes.append(replace(fact, holds=_held(minutes, range(first, last))))
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
        fact = _change(kind, relation, minutes, side, index, segment.span, points[place], (place,))
        is_head = segment.kind is SegmentKind.TABLE_ROW and index + 1 in told_in_rows
        is_standing = kind is FactKind.PARAGRAPH and index in minutes.outline.standing
        changes.append(replace(fact, lead=leads[index], is_table_head=is_head, is_standing=is_standing))
    return changes, folds


def _told_in_rows(minutes: Minutes, side: Side, alignment: Sequence[Pair]) -> frozenset[int]:
    """The first rows of what is a table on this side and one paragraph on the other, and the ruled lines above them."""
    found = set()
    for pair in alignment:
        own, other = (pair.draft, pair.final) if side is Side.DRAFT else (pair.final, pair.draft)
        if len(own) > 1 == len(other) and minutes.segments[own[0]].kind is SegmentKind.TABLE_ROW:
            found.add(own[0])
            is_line = not any(is_word(key) for key in minutes.keys[own[0] - 1].split(" "))
            found.update([own[0] - 1] if own[0] and is_line else ())
    return frozenset(found)


def _leads_of_lists(minutes: Minutes) -> list[str]:
    """For each entry of a list the words that lead to it, folded: the end of the paragraph above; else nothing."""
    found: list[str] = []
    above = ""
    for key, segment in zip(minutes.keys, minutes.segments, strict=True):
        if segment.kind is SegmentKind.LIST_ITEM:
            found.append(above)
            continue
        found.append("")
        if segment.kind is not SegmentKind.FURNITURE:
            last = key.rstrip(" :-").rpartition(" . ")[2]
            is_lead = key.endswith((":", ": -", " that", " to", " be")) or last.count(" ") < _TITLE_WORDS
            above = last if is_lead else ""
    return found


def _whole_items(minutes: Minutes, one_sided: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Items [first, last) none of whose segments has a match."""
    for item in minutes.outline.items:
        members = [
            index for index in range(item.first, item.last) if minutes.outline.roles[index] is not Role.FURNITURE
        ]
        is_standing = minutes.outline.standing.issuperset(members)
        if members and not is_standing and all(index in one_sided for index in members):
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
    if kind is FactKind.PARAGRAPH and minutes.outline.begins_resolution(span):
        place = replace(place, in_resolution=True)  # what was said, and the decision after it
    readings = (own, other) if side is Side.DRAFT else (other, own)
    status = minutes.outline.status
    statuses = (status, None) if side is Side.DRAFT else (None, status)
    return StructuralFact(kind, relation, place, *readings, pairs, statuses=statuses)


def _with_date(fact: StructuralFact, minutes: Minutes, alignment: Sequence[Pair]) -> StructuralFact:
    """The fact, with the day of the meeting where its segment names that."""
    at = minutes.outline.meeting_date_at
    places = {place for index in fact.pairs for place in (*alignment[index].draft, *alignment[index].final)}
    is_of_day = fact.kind is FactKind.PARAGRAPH and at in places
    return replace(fact, meeting_date=minutes.outline.meeting_date) if is_of_day else fact


def _held(minutes: Minutes, places: Iterable[int]) -> frozenset[Role]:
    """The roles of some segments; `Role.RESOLUTION` where a decision begins in one of them."""
    outline, chosen = minutes.outline, list(places)
    decides = any(outline.resolution_at(minutes.segments[place].end) is not None for place in chosen)
    return frozenset({outline.roles[place] for place in chosen} | ({Role.RESOLUTION} if decides else set()))


def _moves(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], explained: frozenset[int]
) -> Iterator[StructuralFact]:
    """Paragraphs that moved together are one change."""
    moved = sorted(
        (pair.draft, pair.final, place)
        for place, pair in enumerate(alignment)
        if pair.relation is Relation.MOVED and place not in explained
    )
    runs: list[list[MovedPair]] = []
    for entry in moved:
        if runs and runs[-1][-1][0][-1] + 1 == entry[0][0] and runs[-1][-1][1][-1] + 1 == entry[1][0]:
            runs[-1].append(entry)
        else:
            runs.append([entry])
    items = _MatchedItems.of(draft, final, alignment)
    for run in runs:
        first, matched = run[0][0][0], run[0][1][0]
        own = Span(draft.segments[first].start, draft.segments[run[-1][0][-1]].end)
        other = Span(final.segments[matched].start, final.segments[run[-1][1][-1]].end)
        yield StructuralFact(
            FactKind.PARAGRAPH,
            Relation.MOVED,
            place_in(final, matched, other),
            plain_reading(draft, own),
            plain_reading(final, other),
            tuple(index for *_, index in run),
            moved_from=place_in(draft, first, own).item if items.differ(first, matched) else None,
            paragraphs=len(run),
            numbers=items.numbers(first, matched),
            holds=_held(draft, (*items.strays(run), *items.passed(run))),
        )


def _titles_above(minutes: Minutes) -> list[int]:
    """For each segment the nearest heading, or numbered line that reads like one, above it; itself if it is one."""
    found: list[int] = []
    outline = minutes.outline
    for index, segment in enumerate(minutes.segments):
        key = minutes.keys[index]
        is_title = segment.mark is not None and outline.roles[index] is Role.NARRATIVE and key.count(" ") < _TITLE_WORDS
        is_title = is_title and any(is_word(word) for word in key[-1:])
        found.append(index if outline.roles[index] is Role.HEADING or is_title else (found[-1] if found else -1))
    return found


@dataclass(frozen=True, slots=True)
class _MatchedItems:
    """Which item of the final each item of the draft became, and what stands in another one without having moved."""

    draft: Minutes
    final: Minutes
    match_of: Mapping[int, int]
    matches: frozenset[int]
    left_behind: Mapping[int, Sequence[int]]  # segments of the draft, by its item
    heads: tuple[Sequence[int], Sequence[int]]  # for each segment, the title that it stands under, -1 without one
    match_of_head: Mapping[int, int]

    @staticmethod
    def of(draft: Minutes, final: Minutes, alignment: Sequence[Pair]) -> _MatchedItems:
        """Reads an alignment. Cost: linear."""
        both = [pair for pair in alignment if pair.draft and pair.final]
        match_of: dict[int, int] = {}
        for pair in both:
            left, right = draft.outline.item_of[pair.draft[0]], final.outline.item_of[pair.final[0]]
            if left is None or right is None:
                continue
            if (pair.draft[0], pair.final[0]) == (draft.outline.items[left].first, final.outline.items[right].first):
                match_of[left] = right
        heads = _titles_above(draft), _titles_above(final)
        partner = {pair.draft[0]: pair.final[0] for pair in both}
        items = _MatchedItems(draft, final, match_of, frozenset(match_of.values()), {}, heads, partner)
        left_behind: dict[int, list[int]] = {}
        for pair in both:
            item = draft.outline.item_of[pair.draft[0]]
            if item is not None and pair.relation is not Relation.MOVED and items.differ(pair.draft[0], pair.final[0]):
                left_behind.setdefault(item, []).extend(pair.draft)
        return replace(items, left_behind=left_behind)

    def differ(self, own: int, other: int) -> bool:
        """Whether two matched segments stand in items that are not each other's match."""
        left, right = self.draft.outline.item_of[own], self.final.outline.item_of[other]
        if left is None or right is None or self.match_of.get(left) == right:
            return False
        titles = (self.draft.outline.items[left].title, self.final.outline.items[right].title)
        return left in self.match_of or right in self.matches or titles[0].casefold() != titles[1].casefold()

    def numbers(self, own: int, other: int) -> tuple[tuple[str, str], ...]:
        """The numbers of two items that begin at two segments, if both do and are numbered."""
        left, right = self.draft.outline.item_of[own], self.final.outline.item_of[other]
        if left is None or right is None:
            return ()
        items = self.draft.outline.items[left], self.final.outline.items[right]
        if (items[0].first, items[1].first) != (own, other) or not (items[0].number and items[1].number):
            return ()
        return ((items[0].number, items[1].number),)

    def strays(self, run: Sequence[MovedPair]) -> list[int]:
        """The segments of the draft that moved out of their item, or from under one title of it to under another."""
        return [index for own, other, _ in run if self._is_stray(own[0], other[0]) for index in own]

    def _is_stray(self, own: int, other: int) -> bool:
        left, right = self.heads[0][own], self.heads[1][other]
        are_apart = left >= 0 <= right and self.match_of_head.get(left, right) != right
        return self.differ(own, other) or are_apart

    def passed(self, run: Sequence[MovedPair]) -> list[int]:
        """The segments that stand in another item because the heading of one moved past them."""
        items = [self.draft.outline.item_of[own[0]] for own, _, _ in run]
        headings = {
            item for item, (own, _, _) in zip(items, run, strict=True) if item is not None and self._begins(own)
        }
        return [index for item, left in self.left_behind.items() if self._near(item, headings) for index in left]

    def _begins(self, own: Sequence[int]) -> bool:
        item = self.draft.outline.item_of[own[0]]
        return item is not None and self.draft.outline.items[item].first == own[0]

    @staticmethod
    def _near(item: int, headings: set[int]) -> bool:
        """Whether the heading of an item, or of the one below it, is among those that moved."""
        return item in headings or item + 1 in headings


def _splits_and_merges(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], explained: frozenset[int]
) -> Iterator[StructuralFact]:
    for place, pair in enumerate(alignment):
        if place in explained or not pair.draft or not pair.final or len(pair.draft) == len(pair.final) == 1:
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
            paragraphs=min(len(pair.draft), len(pair.final)),
        )
