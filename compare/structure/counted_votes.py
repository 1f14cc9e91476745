"""Compares counted votes by what they amount to: the same counts told in another form are one fact, and no other vote.

    there were five in favour and two against   →  For: 5 / Against: 2              one fact: the same votes
    On a vote the members were unanimous        →  On a vote all voted in favour    one fact
    F 31 / A 6 / Ab 4                           →  31 for, 6 against, 4 abstentions one fact
    carried by 9 votes to 2                     →  lost by 9 votes to 2             none: another word differs
    five in favour, two against                 →  For: 5 / Against: 3              none: the edits tell it

A fact takes over edits and one-sided segments only where all that they say beside the counts is the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from compare.outline.places import place_in
from compare.structure.segments import plain_reading
from compare.values import (
    Edit,
    FactKind,
    Minutes,
    Pair,
    Relation,
    Span,
    StructuralFact,
    VoteSign,
    VoteSignKind,
)

_KINDS = VoteSignKind
_COMPARED = (Relation.CHANGED, Relation.SPLIT, Relation.MERGED, Relation.REMOVED, Relation.ADDED)
_MOST_PAIRS = 8  # pairs of segments that one counted vote may be cut into
_COUNTING = frozenset((_KINDS.NUMBER, _KINDS.ANSWER, _KINDS.WHOLE, _KINDS.TIE))
_VOTING = frozenset(("vote", "votes", "voting", "voted", "division", "ballot", "poll", "casting", "favour", "favor"))
_FATES = frozenset(("carried", "lost", "passed", "defeated", "fell"))
# Answers that only a vote has; anybody may be "for" something.
_PLAIN = frozenset(("against", "abstained", "motion", "amendment", "tie", "assent"))
_EVERYBODY = {"for": "all"}
_LIGHT = frozenset((_KINDS.FORM, _KINDS.VOTER, _KINDS.MARK))
_BETWEEN = frozenset((_KINDS.FORM, _KINDS.JOINT, _KINDS.VOTER, _KINDS.MARK, _KINDS.TIE))
_CUTS = frozenset((":", "(", ")", ";"))
_ENDS = frozenset((".", "!", "?"))
_POSITIONS = ("for", "against", "abstained")  # of "9-2-1", "by nine votes to two"
_QUESTIONS = frozenset(("motion", "amendment"))  # answers that stand beside others as well: "On the motion: 7 for"
# What a chair does with a casting vote, and the words beside which that is all the same.
_CASTING = frozenset(("gave", "given", "cast", "used", "using", "exercised", "exercising", "giving"))
_CAST = frozenset(("casting", "second"))


_Sentence = list[VoteSign]


class CountedVotes(NamedTuple):
    """The facts, the edits that none of them explains, and the pairs that one does."""

    facts: tuple[StructuralFact, ...]
    edits: tuple[Edit, ...]
    pairs: frozenset[int]


def compare_counted_votes(
    minutes: tuple[Minutes, Minutes], alignment: Sequence[Pair], edits: Sequence[Edit], explained: frozenset[int]
) -> CountedVotes:
    """Compares the counted votes of two documents. Cost: linear; a run of changed pairs about a vote is bounded."""
    edits_of: dict[int, list[Edit]] = {}
    for edit in edits:
        edits_of.setdefault(edit.pair, []).append(edit)
    facts: list[StructuralFact] = []
    for run in _runs(minutes, alignment, edits_of, explained):
        facts.extend(_facts_of_run(minutes, alignment, edits_of, run))
    taken = {edit for fact in facts for edit in fact.edits}
    pairs = frozenset(
        place for fact in facts for place in fact.pairs if alignment[place].relation is not Relation.CHANGED
    )
    return CountedVotes(tuple(facts), tuple(edit for edit in edits if edit not in taken), pairs)


def _runs(
    minutes: tuple[Minutes, Minutes],
    alignment: Sequence[Pair],
    edits_of: dict[int, list[Edit]],
    explained: frozenset[int],
) -> Iterator[range]:
    """Runs of changed pairs all of whose segments may count a vote."""
    start = 0
    for place in range(len(alignment) + 1):
        pair = alignment[place] if place < len(alignment) else None
        if (
            pair is None
            or place in explained
            or pair.relation not in _COMPARED
            or not (place in edits_of or pair.relation is not Relation.CHANGED)
            or not all(minutes[0].outline.counted[segment] for segment in pair.draft)
            or not all(minutes[1].outline.counted[segment] for segment in pair.final)
        ):
            if start < place:
                yield range(start, place)
            start = place + 1


def _facts_of_run(
    minutes: tuple[Minutes, Minutes], alignment: Sequence[Pair], edits_of: dict[int, list[Edit]], run: range
) -> Iterator[StructuralFact]:
    """The votes told in another form in a run of pairs: as many pairs at once as go together, then single sentences."""
    place = run.start
    while place < run.stop:
        for end in range(min(run.stop, place + _MOST_PAIRS), place, -1):
            fact = _fact_of_pairs(minutes, alignment, edits_of, range(place, end))
            if fact is not None:
                yield fact
                place = end
                break
        else:
            if alignment[place].relation is Relation.CHANGED:
                yield from _facts_of_sentences(minutes, alignment[place], place, edits_of[place])
            place += 1


def _fact_of_pairs(
    minutes: tuple[Minutes, Minutes], alignment: Sequence[Pair], edits_of: dict[int, list[Edit]], pairs: range
) -> StructuralFact | None:
    """The vote that some pairs of segments tell in another form, without the sentences around it that are the same."""
    own, other = (
        _sentences(
            [
                sign
                for index in pairs
                for segment in (alignment[index].draft, alignment[index].final)[side]
                for sign in minutes[side].outline.counted[segment]
            ]
        )
        for side in (0, 1)
    )
    own, other = _without_common(own, other)
    if not own or not other or not all(map(_may_be_of_vote, (*own, *other))):
        return None
    spans = _span(own[0], own[-1]), _span(other[0], other[-1])
    told = [edit for index in pairs for edit in edits_of.get(index, ())]
    if not all(
        _is_within(part, span)
        for edit in told
        for part, span in zip((edit.draft, edit.final), spans, strict=True)
        if part
    ):
        return None
    is_whole = any(alignment[index].relation in (Relation.REMOVED, Relation.ADDED) for index in pairs)
    signs = [[sign for sentence in one for sign in sentence] for one in (own, other)]
    if not (told or is_whole) or not _is_same_vote(signs[0], signs[1]) or not _are_of_counts(told, signs):
        return None
    return _fact(minutes, spans, tuple(pairs), told)


def _may_be_of_vote(sentence: _Sentence) -> bool:
    return any(sign.kind in _COUNTING or sign.value in _FATES for sign in sentence)


def _are_of_counts(edits: Sequence[Edit], signs: Sequence[_Sentence]) -> bool:
    """Whether edits are of a count, or have light words only beside one that is: "to the club", "by" is no form."""
    are_counts = []
    for edit in edits:
        touched = [
            sign
            for span, side in zip((edit.draft, edit.final), signs, strict=True)
            for sign in side
            if span and span.start < sign.span.end and sign.span.start < span.end
        ]
        are_counts.append(any(sign.kind in _COUNTING or sign.value in _VOTING | _CASTING for sign in touched))
        if not are_counts[-1] and not all(sign.kind in _LIGHT for sign in touched):
            return False
    return any(are_counts) or not edits


def _without_common(own: list[_Sentence], other: list[_Sentence]) -> tuple[list[_Sentence], list[_Sentence]]:
    """Two runs of sentences without those that both begin or end with."""
    start = 0
    while start < min(len(own), len(other)) and _keys(own[start]) == _keys(other[start]):
        start += 1
    end = 0
    while end < min(len(own), len(other)) - start and _keys(own[-1 - end]) == _keys(other[-1 - end]):
        end += 1
    return own[start : len(own) - end], other[start : len(other) - end]


def _keys(sentence: _Sentence) -> list[tuple[VoteSignKind, str]]:
    return [(sign.kind, sign.value) for sign in sentence if sign.kind is not _KINDS.MARK]


def _facts_of_sentences(
    minutes: tuple[Minutes, Minutes], pair: Pair, place: int, edits: Sequence[Edit]
) -> Iterator[StructuralFact]:
    """The sentences of a paragraph that tell the same vote in another form."""
    own, other = (
        _sentences([sign for segment in segments for sign in one.outline.counted[segment]])
        for one, segments in zip(minutes, (pair.draft, pair.final), strict=True)
    )
    if len(own) != len(other):
        return
    for mine, yours in zip(own, other, strict=True):
        spans = _span(mine, mine), _span(yours, yours)
        told = [edit for edit in edits if _is_within(edit.draft, spans[0]) and _is_within(edit.final, spans[1])]
        if told and _is_same_vote(mine, yours) and _are_of_counts(told, (mine, yours)):
            yield _fact(minutes, spans, (place,), told)


def _sentences(signs: Sequence[VoteSign]) -> list[_Sentence]:
    found: list[_Sentence] = [[]]
    for sign in signs:
        found[-1].append(sign)
        if sign.kind is _KINDS.MARK and sign.value in _ENDS:
            found.append([])
    return [sentence for sentence in found if sentence]


def _span(first: _Sentence, last: _Sentence) -> Span:
    return Span(first[0].span.start, last[-1].span.end)


def _is_within(part: Span, whole: Span) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def _fact(
    minutes: tuple[Minutes, Minutes], spans: tuple[Span, Span], pairs: tuple[int, ...], edits: Sequence[Edit]
) -> StructuralFact:
    readings = [plain_reading(one, span) for one, span in zip(minutes, spans, strict=True)]
    place = place_in(minutes[1], minutes[1].segment_at(spans[1].start), spans[1])
    return StructuralFact(FactKind.VOTE, Relation.CHANGED, place, readings[0], readings[1], pairs, tuple(edits))


@dataclass(slots=True)
class _Tally:
    """What a counted vote amounts to: counts by answer, and the words beside them."""

    counts: dict[str, str] = field(default_factory=dict)
    words: list[str] = field(default_factory=list)
    voters: set[str] = field(default_factory=set)
    is_clear: bool = True

    def count(self, answer: str, number: str) -> None:
        """Takes a count; a second one of the same answer leaves it unclear what was meant."""
        if answer in self.counts and self.counts[answer] != number:
            self.is_clear = False
        self.counts[answer] = number


def _is_same_vote(own: _Sentence, other: _Sentence) -> bool:
    keys = _keys(own), _keys(other)
    is_reordered = keys[0] != keys[1] and sorted(keys[0]) == sorted(keys[1])
    if is_reordered and not any(kind is _KINDS.NUMBER for kind, _ in keys[0]):
        return False  # "agreed unanimously", "unanimously agreed": a word stands elsewhere
    mine, yours = _tally(own), _tally(other)
    if not (mine.counts and mine.counts == yours.counts and mine.is_clear and yours.is_clear):
        return False
    if _PLAIN.isdisjoint(mine.counts) and mine.counts != _EVERYBODY and not all(map(_speaks_of_vote, (own, other))):
        return False
    if mine.voters and yours.voters and mine.voters != yours.voters:
        return False
    return mine.words == yours.words


def _speaks_of_vote(signs: Sequence[VoteSign]) -> bool:
    """Whether a word of voting or of what became of a motion stands among some signs."""
    return any(
        sign.value in _VOTING | _FATES or (sign.kind is _KINDS.WHOLE and sign.value.startswith("for")) for sign in signs
    )


def _tally(signs: Sequence[VoteSign]) -> _Tally:
    """What some signs amount to."""
    tally = _Tally()
    tally.voters = {sign.value for sign in signs if sign.kind is _KINDS.VOTER}
    row = [sign for sign in signs if sign.kind not in _BETWEEN]
    cuts = [sign.span.start for sign in signs if sign.kind is _KINDS.MARK and sign.value in _CUTS]
    near = [sign for sign in signs if sign.kind is _KINDS.TIE or sign.kind not in _BETWEEN]
    tied = {
        neighbour.span.start
        for place, sign in enumerate(near)
        if sign.kind is _KINDS.TIE
        for neighbour in (*near[max(0, place - 1) : place], *near[place + 1 : place + 2])
    }
    is_tied = any(sign.kind is _KINDS.TIE for sign in signs)
    used = _count_rows(row, cuts, tally) | _count_wholes(row, tally)
    used |= _count_beside(row, used, cuts, tally, is_tied=is_tied)
    if is_tied:
        _settle_tie(row, used, tally, tied)
    tally.counts = _settled(tally.counts)
    is_cast = any(sign.value in _CAST for sign in row)
    for place, sign in enumerate(row):
        if place in used or (is_cast and sign.value in _CASTING):
            continue
        tally.words.append(sign.value)
    return tally


def _is(row: Sequence[VoteSign], place: int, kind: VoteSignKind) -> bool:
    return 0 <= place < len(row) and row[place].kind is kind


def _count_rows(row: Sequence[VoteSign], cuts: Sequence[int], tally: _Tally) -> set[int]:
    """Reads numbers in a row: "9-2-1", "by nine votes to two", "10 - 2 - 0 (for - against - abstentions)"."""
    used: set[int] = set()
    place = 0
    while place < len(row):
        end = place
        while _is(row, end, _KINDS.NUMBER) and (end == place or not _is_cut(row[end - 1], row[end], cuts)):
            end += 1
        size = end - place
        if size > 1 and all(_is(row, end + step, _KINDS.ANSWER) for step in range(size)):
            for step in range(size):
                tally.count(row[end + step].value, row[place + step].value)
            used.update(range(place, end + size))
        elif 1 < size <= len(_POSITIONS):
            for answer, number in zip(_POSITIONS, row[place:end], strict=False):
                tally.count(answer, number.value)
            used.update(range(place, end))
            for beside in (place - 1, end):
                if _is(row, beside, _KINDS.ANSWER) and row[beside].value == "for":
                    used.add(beside)
        place = max(end, place + 1)
    return used


def _is_cut(one: VoteSign, other: VoteSign, cuts: Sequence[int]) -> bool:
    """Whether a mark parts two numbers: "Resolution 2: 31 for"."""
    return bisect_left(cuts, one.span.end) < bisect_left(cuts, other.span.start)


def _count_wholes(row: Sequence[VoteSign], tally: _Tally) -> set[int]:
    """Reads counts in one word, with an answer beside: "unanimously", "unanimous in favour"."""
    used: set[int] = set()
    for place, sign in enumerate(row):
        if sign.kind is not _KINDS.WHOLE:
            continue
        answer, _, number = sign.value.partition(" ")
        used.add(place)
        beside = next(
            (at for at in (place + 1, place - 1) if answer == "for" and _is(row, at, _KINDS.ANSWER) and at not in used),
            None,
        )
        if beside is not None and (
            row[beside].value in _POSITIONS[:2] or (beside > place and row[beside].value == "motion")
        ):
            answer = row[beside].value
            used.add(beside)
        tally.count(answer, number)
    return used


def _count_beside(
    row: Sequence[VoteSign], used: set[int], cuts: Sequence[int], tally: _Tally, *, is_tied: bool
) -> set[int]:
    """Reads numbers with their answers, all behind them or all before: "five for, two against", "For: 5".

    In a tie the motion is no answer: "on the amendment the vote was tied at 7 each".
    """
    modes = [
        [
            (place, place + step)
            for place, sign in enumerate(row)
            if sign.kind is _KINDS.NUMBER
            and place not in used
            and _is(row, place + step, _KINDS.ANSWER)
            and place + step not in used
            and not (is_tied and row[place + step].value in _QUESTIONS)
            and not (step > 0 and _is_cut(sign, row[place + step], cuts))
        ]
        for step in (1, -1)
    ]
    first = next((sign.kind for sign in row if sign.kind in (_KINDS.NUMBER, _KINDS.ANSWER)), None)
    kept = [sum(row[at].value not in _QUESTIONS for _, at in mode) for mode in modes]
    is_behind = kept[0] > kept[1] or (kept[0] == kept[1] and first is _KINDS.NUMBER)
    found: set[int] = set()
    if kept[0] == kept[1] == 0 and len(modes[0]) != len(modes[1]):
        is_behind = len(modes[0]) > len(modes[1])
    for place, at in modes[0 if is_behind else 1]:
        tally.count(row[at].value, row[place].value)
        found.update((place, at))
    return found


def _settle_tie(row: Sequence[VoteSign], used: set[int], tally: _Tally, tied: set[int]) -> None:
    """Reads that two counts are the same: "equal, six and six", "four votes each"; or only that they are.

    `tied` are where the signs beside "equal" and "each" begin.
    """
    left = [place for place, sign in enumerate(row) if sign.kind is _KINDS.NUMBER and place not in used]
    left = [place for place in left if row[place].span.start in tied]
    if not tally.counts and len(left) == 1:
        used.add(left[0])
        tally.counts = dict.fromkeys(_POSITIONS[:2], row[left[0]].value)
    elif not tally.counts:
        tally.counts = {"tie": "yes"}
    elif tally.counts.get("for") != tally.counts.get("against"):
        tally.words.append("tie")


def _settled(counts: dict[str, str]) -> dict[str, str]:
    """The counts without those of nobody, and with the answers under one name."""
    settled = dict(counts)
    if "against or abstained" in settled:
        meant = "abstained" if "against" in settled else "against"
        settled[meant] = settled.pop("against or abstained")
    if "motion" in settled and "amendment" not in settled and "for" not in settled:
        settled["for"] = settled.pop("motion")
    told = {answer: number for answer, number in settled.items() if number != "0"}
    return told or settled
