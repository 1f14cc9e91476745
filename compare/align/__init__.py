"""Matches the segments of the draft with those of the final.

Exact anchors first, fuzzy pairs inside the gaps between them, splits and merges beside a pair, and last the segments
that stand at another place. A segment without a match is added or removed, unless a reason is known why it cannot have
one (the agenda's summary on a web page, the text after a cut): then it is excluded, and the reason is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from compare.align.anchors import find_anchors, gaps, settle_identical_runs, slide_missing_blocks
from compare.align.exclusions import exclude_one_sided
from compare.align.lists import lists_of, match_in_lists
from compare.align.running_heads import match_running_heads
from compare.align.similar_pairs import (
    Group,
    find_moved,
    pair_beside,
    pair_between_matches,
    pair_headings,
    pair_in_order,
    pair_moved,
    pair_nil_returns,
    unpaired_places,
)
from compare.align.splits import absorb_neighbours, pair_lone_whole, pair_run_on, pair_wholes, rejoin_shifted
from compare.style.house_style import HouseStyle
from compare.style.nil_returns import NilReturns, nil_returns_of
from compare.text.common_subsequence import MAX_CELLS
from compare.text.tokens import mark_text, wording_key
from compare.values import MatchedBy, Minutes, NotCompared, Pair, Relation, Role, Scope, SegmentKind

__all__ = ["Alignment", "align_segments"]


@dataclass(frozen=True, slots=True)
class Alignment:
    """All pairs, each segment of both documents in exactly one, and what was excluded, with the reason.

    The pairs are in the order of the final, draft-only ones where they stood.
    """

    pairs: tuple[Pair, ...]
    not_compared: tuple[NotCompared, ...]


def align_segments(draft: Minutes, final: Minutes, scope: Scope, style: HouseStyle) -> Alignment:
    """Matches the segments that the scope covers. Cost: near-linear in the number of segments."""
    pairs, excluded = exclude_one_sided(_pair_segments(draft, final, scope, style), draft, final, style)
    pairs = match_running_heads(pairs, draft, final)
    is_bounded = len(draft.segments) * len(final.segments) > MAX_CELLS
    return Alignment(pairs, (*excluded, _BOUNDED) if is_bounded else excluded)


# Nothing is lost where the bound is met, but a match may not be the best.
_BOUNDED = NotCompared(
    None,
    "every paragraph with every other",
    "there are too many; those that occur once were matched first, the rest in their order",
)


def _pair_segments(draft: Minutes, final: Minutes, scope: Scope, style: HouseStyle) -> tuple[Pair, ...]:
    draft_places = [index for index in scope.draft if not is_furniture(draft, index)]
    final_places = [index for index in scope.final if not is_furniture(final, index)]
    draft_keys = [draft.keys[index] for index in draft_places]
    final_keys = [final.keys[index] for index in final_places]
    draft_frame, final_frame = _frame(draft, draft_places), _frame(final, final_places)
    nil_returns = nil_returns_of(style.words)
    # Ties are broken alike whichever document comes first: the swapped pair must have the same findings.
    if draft_keys <= final_keys:
        groups = _group(draft_keys, final_keys, draft_frame, final_frame, nil_returns)
        moved = find_moved(groups, draft_keys, draft_frame.weights, final_frame.weights)
    else:
        groups = _group(final_keys, draft_keys, final_frame, draft_frame, nil_returns)
        moved = find_moved(groups, final_keys, final_frame.weights, draft_frame.weights)
        groups = [(right, left, score) for left, right, score in groups]
    own, other = _Keyed(draft_places, draft_keys), _Keyed(final_places, final_keys)
    pairs = [_pair(group, own, other, is_moved=place in moved) for place, group in enumerate(groups)]
    pairs.extend(_unpaired(draft, final, scope, pairs))
    return _in_reading_order(pairs)


# Lists of people. A name that passes from one to another did not move: it left one and joined the other.
_ROLLS = (Role.ATTENDANCE, Role.APOLOGIES)


def is_furniture(minutes: Minutes, index: int) -> bool:
    """Whether a segment belongs to the page, not to the minutes."""
    return minutes.segments[index].kind is SegmentKind.FURNITURE or minutes.outline.roles[index] is Role.FURNITURE


class _Keyed(NamedTuple):
    """The segments of one document that are aligned: their indices, and their keys."""

    places: Sequence[int]
    keys: Sequence[str]


class _Frame(NamedTuple):
    """The context of the segments that are aligned, one entry each.

    The heading it is under, whether it is one, whether it announces a resolution, whether it begins something (either
    of the two), in which list of people it stands, if any, what a word of it weighs where the order changed, its list
    mark, and in which list or table it stands.
    """

    headings: list[str]
    is_heading: list[bool]
    is_header: list[bool]
    starts: list[bool]
    rolls: list[Role | None]
    weights: list[float]
    marks: list[str]
    lists: list[int | None]


# Where the order changed, a decision passed the heading of the next item, and not the heading the decision.
_WEIGHTS = {Role.HEADING: 30.0, Role.HEADER: 0.1, Role.RESOLUTION: 0.1, Role.VOTE: 0.1}


def _frame(minutes: Minutes, places: Sequence[int]) -> _Frame:
    titles = [wording_key(item.title).rstrip(" .:") for item in minutes.outline.items]
    items = [minutes.outline.item_of[index] for index in places]
    roles = [minutes.outline.roles[index] for index in places]
    is_heading = [
        minutes.segments[index].kind is SegmentKind.HEADING or role is Role.HEADING
        for index, role in zip(places, roles, strict=True)
    ]
    return _Frame(
        ["" if item is None else titles[item] for item in items],
        is_heading,
        [role is Role.HEADER for role in roles],
        [heading or role is Role.HEADER for heading, role in zip(is_heading, roles, strict=True)],
        [role if role in _ROLLS else None for role in roles],
        [
            _WEIGHTS[Role.HEADING] if heading else _WEIGHTS.get(role, 1.0)
            for heading, role in zip(is_heading, roles, strict=True)
        ],
        [wording_key(mark_text(minutes.document, minutes.segments[index])) for index in places],
        lists_of(minutes, places),
    )


def _group(
    draft_keys: Sequence[str], final_keys: Sequence[str], draft: _Frame, final: _Frame, nil_returns: NilReturns
) -> list[Group]:
    anchors = find_anchors(draft_keys, final_keys, draft.headings, final.headings)
    anchors = settle_identical_runs(anchors, draft_keys, final_keys)
    anchors = slide_missing_blocks(anchors, draft_keys, final_keys, draft.starts, final.starts)
    groups: list[Group] = [((i,), (j,), 1.0) for i, j in anchors]
    in_lists = match_in_lists(anchors, draft_keys, final_keys, draft.lists, final.lists)
    groups.extend(((i,), (j,), 1.0) for i, j in in_lists)
    draft_taken, final_taken = {i for i, _ in in_lists}, {j for _, j in in_lists}
    for low, high, left, right in gaps(anchors, len(draft_keys), len(final_keys)):
        own = [i for i in range(low, high) if i not in draft_taken]
        others = [j for j in range(left, right) if j not in final_taken]
        groups.extend(
            (tuple(own[i] for i in parts), tuple(others[j] for j in counterparts), score)
            for parts, counterparts, score in _group_gap(
                [draft_keys[i] for i in own],
                [final_keys[j] for j in others],
                [draft.marks[i] for i in own],
                [final.marks[j] for j in others],
            )
        )
    groups = absorb_neighbours(sorted(groups), draft_keys, final_keys)
    groups = rejoin_shifted(groups, draft_keys, final_keys)
    groups.extend(pair_headings(groups, draft_keys, final_keys, draft.is_heading, final.is_heading))
    groups.extend(pair_headings(groups, draft_keys, final_keys, draft.is_header, final.is_header))
    groups.extend(pair_nil_returns(groups, draft_keys, final_keys, nil_returns))
    draft_left = unpaired_places(len(draft_keys), [group[0] for group in groups])
    final_left = unpaired_places(len(final_keys), [group[1] for group in groups])
    displaced = pair_moved([draft_keys[i] for i in draft_left], [final_keys[j] for j in final_left])
    groups.extend(
        ((draft_left[i],), (final_left[j],), score)
        for i, j, score in displaced
        if draft.rolls[draft_left[i]] is final.rolls[final_left[j]]
    )
    if displaced:
        groups.extend(pair_beside(groups, draft_keys, final_keys, draft.rolls, final.rolls))
        groups.extend(pair_headings(groups, draft_keys, final_keys, draft.is_heading, final.is_heading))
    return sorted([*groups, *pair_between_matches(groups, draft_keys, final_keys)])


def _group_gap(
    draft_keys: Sequence[str], final_keys: Sequence[str], draft_marks: Sequence[str], final_marks: Sequence[str]
) -> list[Group]:
    """Pairs wholes with exactly the words of several parts first, then similar segments among the rest."""
    if not draft_keys or not final_keys:
        return []
    wholes = (
        pair_run_on(draft_keys, final_keys)
        or pair_wholes(draft_keys, final_keys, draft_marks, final_marks)
        or pair_lone_whole(draft_keys, final_keys)
    )
    draft_left = unpaired_places(len(draft_keys), [group[0] for group in wholes])
    final_left = unpaired_places(len(final_keys), [group[1] for group in wholes])
    links = pair_in_order([draft_keys[i] for i in draft_left], [final_keys[j] for j in final_left])
    return [*wholes, *(((draft_left[i],), (final_left[j],), score) for i, j, score in links)]


def _pair(group: Group, draft: _Keyed, final: _Keyed, *, is_moved: bool) -> Pair:
    own, others, score = group
    is_same = " ".join(draft.keys[i] for i in own) == " ".join(final.keys[j] for j in others)
    if is_moved:
        relation = Relation.MOVED
    elif len(others) > 1:
        relation = Relation.SPLIT
    elif len(own) > 1:
        relation = Relation.MERGED
    else:
        relation = Relation.SAME if is_same else Relation.CHANGED
    return Pair(
        tuple(draft.places[i] for i in own),
        tuple(final.places[j] for j in others),
        relation,
        1.0 if is_same else round(min(score, 0.999), 3),
        MatchedBy.EXACT if is_same else MatchedBy.FUZZY,
    )


def _unpaired(draft: Minutes, final: Minutes, scope: Scope, pairs: Sequence[Pair]) -> list[Pair]:
    draft_taken = {index for pair in pairs for index in pair.draft}
    final_taken = {index for pair in pairs for index in pair.final}
    draft_covered, final_covered = frozenset(scope.draft), frozenset(scope.final)
    return [
        *(
            Pair((index,), (), _alone(draft, index, draft_covered, Relation.REMOVED), 0.0, MatchedBy.NONE)
            for index in range(len(draft.segments))
            if index not in draft_taken
        ),
        *(
            Pair((), (index,), _alone(final, index, final_covered, Relation.ADDED), 0.0, MatchedBy.NONE)
            for index in range(len(final.segments))
            if index not in final_taken
        ),
    ]


def _alone(minutes: Minutes, index: int, covered: frozenset[int], relation: Relation) -> Relation:
    if is_furniture(minutes, index):
        return Relation.FURNITURE
    return relation if index in covered else Relation.OUT_OF_SCOPE


def _in_reading_order(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Sorts by place in the final; a draft-only pair follows the pair of the segment before it in the draft."""
    place_of_draft = {index: pair.final[0] for pair in pairs if pair.final for index in pair.draft}
    keyed = []
    reached = -1
    for pair in sorted((pair for pair in pairs if pair.draft), key=lambda pair: pair.draft[0]):
        if pair.final:
            if pair.relation is not Relation.MOVED:
                reached = place_of_draft[pair.draft[-1]]
        else:
            keyed.append(((reached, 1, pair.draft[0]), pair))
    keyed.extend(((pair.final[0], 0, 0), pair) for pair in pairs if pair.final)
    keyed.sort(key=lambda entry: entry[0])
    return tuple(pair for _, pair in keyed)
