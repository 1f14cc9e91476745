"""Gathers neighbouring paragraphs, bullets or rows that came or went together: they are one finding.

    The Chair spoke.           The Chair spoke.
                               The clerk wrote to the builder.     put in with the two
                               - slates                            below it: one block,
                               - nails                             not three findings
    The warden called.         The warden called.

Every fact is asked about first, by itself: only those that the same rule claims alike are gathered. So a limb, a name
in the attendance or a decision in their midst keeps its own finding, with its own gravity. A resolution that came or
went whole is one finding, with its header, its limbs and its vote.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace
from typing import NamedTuple

from compare.values import FactKind, Minutes, Pair, Reading, Relation, SegmentKind, Severity, Side, Span, StructuralFact

_VOTE = "vote.changed"
_OF_RESOLUTIONS = ("resolution.limb-removed", "resolution.limb-added", _VOTE)


class ClaimedFact(NamedTuple):
    """A fact, and what the rule that claims it says of it."""

    fact: StructuralFact
    rule: str
    severity: Severity
    suspect: Side | None


def gather_blocks(
    claimed: Sequence[ClaimedFact], alignment: Sequence[Pair], draft: Minutes, final: Minutes
) -> list[list[ClaimedFact]]:
    """The facts, those of one block together and in their order. Cost: n log n in the facts, linear in the pairs."""
    slight = _slight_pairs(claimed, alignment)
    part_nothing = {
        relation: {index for pair in slight for index in _segments_of(pair, relation, alignment)}
        for relation in (Relation.REMOVED, Relation.ADDED)
    }
    resolutions = _whole_resolutions(claimed, alignment, draft, final)
    gathered = {entry for block in resolutions for entry in block}
    alone = [[entry] for entry in claimed if not _can_be_in_block(entry) and entry not in gathered]
    one_sided = [entry for entry in claimed if _can_be_in_block(entry)]
    blocks: list[list[ClaimedFact]] = []
    for entry in sorted(one_sided, key=lambda entry: (entry.fact.relation, entry.fact.pairs[0])):
        if (
            blocks
            and _goes_on(blocks[-1][-1], entry, slight)
            and _stands_below(blocks[-1][-1], entry, alignment, part_nothing[entry.fact.relation])
        ):
            blocks[-1].append(entry)
        else:
            blocks.append([entry])
    return [*alone, *resolutions, *blocks]


def _whole_resolutions(
    claimed: Sequence[ClaimedFact], alignment: Sequence[Pair], draft: Minutes, final: Minutes
) -> list[list[ClaimedFact]]:
    """The facts of each resolution that one document has and the other has no part of: its header, limbs and vote."""
    found: list[list[ClaimedFact]] = []
    for relation, minutes in ((Relation.REMOVED, draft), (Relation.ADDED, final)):
        entries = {
            index: entry
            for entry in claimed
            if entry.fact.relation is relation and entry.rule in _OF_RESOLUTIONS and not entry.fact.edits
            for pair in entry.fact.pairs
            for index in _segments_of(pair, relation, alignment)
        }
        for resolution in minutes.outline.resolutions if entries else ():
            first, last = minutes.segment_at(resolution.span.start), minutes.segment_at(resolution.span.end - 1)
            within = [
                index for index in range(first, last + 1) if minutes.segments[index].kind is not SegmentKind.FURNITURE
            ]
            if not all(index in entries and entries[index].rule != _VOTE for index in within):
                continue
            vote = [last + 1] if last + 1 in entries and entries[last + 1].rule == _VOTE else []
            block = list(dict.fromkeys(entries[index] for index in (*within, *vote)))
            if len(block) > 1:
                found.append(block)
    return found


def block_of(block: Sequence[ClaimedFact], draft: Minutes, final: Minutes) -> StructuralFact:
    """One fact for all of a block; the fact itself where it is alone."""
    first, last = block[0].fact, block[-1].fact
    if len(block) == 1:
        return first
    readings = [
        _joined(minutes, one, other)
        for minutes, one, other in ((draft, first.draft, last.draft), (final, first.final, last.final))
    ]
    return replace(
        first,
        draft=readings[0],
        final=readings[1],
        pairs=tuple(pair for entry in block for pair in entry.fact.pairs),
        paragraphs=len(block),
        ends=(first.draft.text or first.final.text, last.draft.text or last.final.text),
    )


def _joined(minutes: Minutes, first: Reading, last: Reading) -> Reading:
    """The passage from the first to the last; the silent side stays where it is."""
    if not len(first.span):
        return first
    span = Span(first.span.start, last.span.end)
    text = minutes.document.text[span.start : span.end]
    return replace(first, span=span, text=text, sentence=span)


def _can_be_in_block(entry: ClaimedFact) -> bool:
    fact = entry.fact
    return (
        fact.kind is FactKind.PARAGRAPH
        and fact.relation in (Relation.ADDED, Relation.REMOVED)
        and entry.rule in ("structure.paragraph-added", "structure.paragraph-removed")
        and not fact.edits
        and entry.suspect is None
    )


def _goes_on(one: ClaimedFact, other: ClaimedFact, slight: Container[int]) -> bool:
    """Whether the second stands right after the first, in the same item, and weighs as much."""
    before, fact = one.fact, other.fact
    return (
        before.relation is fact.relation
        and before.place.item == fact.place.item
        and one.severity is other.severity
        and all(pair in slight for pair in range(before.pairs[-1] + 1, fact.pairs[0]))
    )


def _stands_below(one: ClaimedFact, other: ClaimedFact, alignment: Sequence[Pair], slight: Container[int]) -> bool:
    """Whether nothing of weight stands between the two in their own document: a paragraph that was moved away.

    `slight` are the segments of that document that part nothing.
    """
    above, below = (_segments_of(entry.fact.pairs[0], one.fact.relation, alignment) for entry in (one, other))
    return all(index in slight for index in range(above[-1] + 1, below[0]))


def _segments_of(pair: int, relation: Relation, alignment: Sequence[Pair]) -> tuple[int, ...]:
    """The segments of a pair in the document that has what came or went."""
    return alignment[pair].draft if relation is Relation.REMOVED else alignment[pair].final


def _slight_pairs(claimed: Sequence[ClaimedFact], alignment: Sequence[Pair]) -> frozenset[int]:
    """The pairs that do not part two paragraphs: page furniture, a ruled line, a "<br>" alone."""
    judged = {pair for entry in claimed for pair in entry.fact.pairs}
    markup = {pair for entry in claimed if entry.severity is Severity.COSMETIC for pair in entry.fact.pairs}
    return frozenset(
        place
        for place, pair in enumerate(alignment)
        if pair.relation is Relation.FURNITURE
        or (pair.relation in (Relation.ADDED, Relation.REMOVED) and (place not in judged or place in markup))
    )
