"""Compares recorded votes as people: who voted how, who moved and who seconded.

    For: Ashby, Birch. Against: Cole.  →  For: Ashby. Against: Birch, Cole.          one fact about Birch
    For: Ashby, Birch. Against: Cole.  →  | Ashby | for |, | Birch | for | …         one fact: the same votes
    Proposed by Pell, seconded by Odell  →  Seconded by Odell, proposed by Pell      one fact: the same people

A vote answers another that stands in the same pairs of segments, or in the same gap between pairs.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.structure.rolls import RollFacts, compare_rolls
from compare.values import Edit, FactKind, Fold, Minutes, Pair, Relation, Roll, Side

_ONE_SIDED = (Relation.REMOVED, Relation.ADDED, Relation.FURNITURE)


def compare_votes(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], edits: Sequence[Edit], folds: Sequence[Fold]
) -> RollFacts:
    """Compares the votes of both documents. Cost: linear in the alignment, and in the edits for each vote."""
    votes = draft.outline.votes, final.outline.votes
    found = RollFacts((), tuple(edits), frozenset(), frozenset())
    if not votes[0] or not votes[1]:
        return found
    for mine, yours in _answering(votes[0], votes[1], alignment):
        one = compare_rolls(
            (draft, final), (mine, yours), alignment, found.edits, folds, (FactKind.VOTER, FactKind.VOTE)
        )
        found = RollFacts((*found.facts, *one.facts), one.edits, found.pairs | one.pairs, found.folds | one.folds)
    return found


def _answering(mine: Sequence[Roll], yours: Sequence[Roll], alignment: Sequence[Pair]) -> list[tuple[Roll, Roll]]:
    """The votes of both documents that answer each other, in order."""
    places = _places(mine, Side.DRAFT, alignment), _places(yours, Side.FINAL, alignment)
    kept = [0]  # how many pairs before each place stand on both sides
    for pair in alignment:
        kept.append(kept[-1] + (pair.relation not in _ONE_SIDED))
    answers: list[tuple[Roll, Roll]] = []
    at = 0
    for own, vote in zip(places[0], mine, strict=True):
        for other in range(at, len(yours)):
            if own is not None and (there := places[1][other]) is not None and _meet(own, there, kept):
                answers.append((vote, yours[other]))
                at = other + 1
                break
    return answers


def _meet(own: tuple[int, int], there: tuple[int, int], kept: Sequence[int]) -> bool:
    """Whether two ranges of pairs overlap, or have no pair of both documents between them."""
    low, high = sorted((own, there))
    return low[1] >= high[0] or kept[high[0]] == kept[low[1] + 1]


def _places(votes: Sequence[Roll], side: Side, alignment: Sequence[Pair]) -> list[tuple[int, int] | None]:
    """The first and the last pair that each vote's people stand in; none where the whole vote moved."""
    pair_of = {
        segment: place
        for place, pair in enumerate(alignment)
        for segment in (pair.draft if side is Side.DRAFT else pair.final)
    }
    found: list[tuple[int, int] | None] = []
    for vote in votes:
        places = [pair_of[person.segment] for person in vote.people if person.segment in pair_of]
        stays = any(alignment[place].relation is not Relation.MOVED for place in places)
        found.append((min(places), max(places)) if stays else None)
    return found
