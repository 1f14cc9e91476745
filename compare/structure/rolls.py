"""Compares two lists of people by what stands over them: who was there as what, who voted how.

    Present: Ashby, Birch, Cole      →  Present: Ashby, Cole
    Apologies: Dunn                     Apologies: Birch, Dunn          one fact: Birch moved, whatever commas moved too
    Present: Councillor Ashby.       →  Present: Councillors Ashby and Vale.     one fact: Vale is new
    - Tom Odell                      →  - Sam Vale                               one fact: one name became another
    For: Ashby, Birch. Against: Cole →  - Ashby: for / - Birch: for / - Cole: against    one fact: the same people

A fact takes over the edits and the one-sided segments that it explains. What names nobody ("3 members of the public",
"(until 7.15 pm)") and differs stays with the edits, and so does everything that a fact would have to share with it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from compare.outline.places import place_in
from compare.structure.same_people import find_named_twice, is_named_more_fully, match_people
from compare.structure.segments import plain_reading
from compare.text.tokens import is_same_wording
from compare.values import (
    Attendee,
    Edit,
    FactKind,
    Fold,
    FoldKind,
    Minutes,
    Pair,
    Place,
    Presence,
    Reading,
    Relation,
    Role,
    Roll,
    RollLabel,
    Side,
    Span,
    StructuralFact,
)

_NOT_COMPARED = (Relation.OUT_OF_SCOPE, Relation.FURNITURE)
_ONE_SIDED = (Relation.REMOVED, Relation.ADDED)
_MOVERS = frozenset(("moved", "seconded"))
_HERE = frozenset(("present", "in attendance"))
_MARKS_ALONE = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class RollFacts:
    """The facts, the edits that none of them explains, the pairs that one does, and the folds that became facts."""

    facts: tuple[StructuralFact, ...]
    edits: tuple[Edit, ...]
    pairs: frozenset[int]
    folds: frozenset[Fold]


def compare_rolls(
    minutes: tuple[Minutes, Minutes],
    rolls: tuple[Roll, Roll],
    alignment: Sequence[Pair],
    edits: Sequence[Edit],
    folds: Sequence[Fold],
    kinds: tuple[FactKind, FactKind],
) -> RollFacts:
    """Compares two rolls, of the draft and of the final; facts are of one of the kinds: of people, of form.

    Cost: linear in the people, their edits and the alignment.
    """
    untouched = RollFacts((), tuple(edits), frozenset(), frozenset())
    if not rolls[0].segments and not rolls[1].segments:
        return untouched
    own = _Record.of(minutes[0], rolls[0], Side.DRAFT, alignment)
    other = _Record.of(minutes[1], rolls[1], Side.FINAL, alignment)
    if own is None or other is None:
        return untouched
    return _RollComparison(own, other, alignment, edits, folds, kinds).result()


@dataclass(frozen=True, slots=True)
class _Record:
    """One document's people, with the pair that each segment of the roll is in."""

    minutes: Minutes
    roll: Roll
    side: Side
    people: tuple[Attendee, ...]
    pair_of: dict[int, int]
    roll_segments: frozenset[int]
    nobody: frozenset[int]
    places_in: dict[int, list[int]]  # which people each segment names

    @staticmethod
    def of(minutes: Minutes, roll: Roll, side: Side, alignment: Sequence[Pair]) -> _Record | None:
        """The record of a document; `None` where part of it is not compared."""
        wanted = frozenset(roll.segments)
        placed = wanted | {index for index, _ in roll.movements}
        pair_of = {
            index: place
            for place, pair in enumerate(alignment)
            for index in (pair.draft if side is Side.DRAFT else pair.final)
            if index in placed
        }
        if any(index not in pair_of or alignment[pair_of[index]].relation in _NOT_COMPARED for index in wanted):
            return None
        places_in: dict[int, list[int]] = defaultdict(list)
        for place, person in enumerate(roll.people):
            places_in[person.segment].append(place)
        return _Record(minutes, roll, side, roll.people, pair_of, wanted, frozenset(roll.nobody), dict(places_in))

    def label(self, person: Attendee) -> RollLabel | None:
        """The label that a person stands under."""
        return None if person.label is None else self.roll.labels[person.label]

    def labels_of(self, people: Iterable[int]) -> frozenset[int | None]:
        """The labels that these people stand under."""
        return frozenset(self.people[place].label for place in people)

    def group(self, person: Attendee) -> str:
        """What the label says of the person, or the role of the line where there is none."""
        label = self.label(person)
        if label is not None:
            return label.group
        return "apologies" if self.minutes.outline.roles[person.segment] is Role.APOLOGIES else "present"

    def span_of(self, edit: Edit) -> Span:
        """The edit's range in this document."""
        return edit.draft if self.side is Side.DRAFT else edit.final

    def segments_of(self, pair: Pair) -> tuple[int, ...]:
        """The pair's segments of this document."""
        return pair.draft if self.side is Side.DRAFT else pair.final


class _Evidence(NamedTuple):
    """An edit or a pair that shows a difference, by its index."""

    kind: str  # "edit" or "pair"
    place: int


@dataclass(slots=True)
class _Difference:
    """People who differ, and what shows it; differences that share a sign of it become one fact."""

    people: list[tuple[Attendee | None, Attendee | None]]
    evidence: set[_Evidence]


class _RollComparison:
    """Matches the people of two records, and gathers what differs."""

    def __init__(
        self,
        own: _Record,
        other: _Record,
        alignment: Sequence[Pair],
        edits: Sequence[Edit],
        folds: Sequence[Fold],
        kinds: tuple[FactKind, FactKind],
    ) -> None:
        self._kinds = kinds
        self._is_vote = kinds[0] is FactKind.VOTER
        self._own, self._other, self._alignment, self._edits, self._folds = own, other, alignment, edits, folds
        self._edits_of: dict[int, list[int]] = defaultdict(list)
        for index, edit in enumerate(edits):
            self._edits_of[edit.pair].append(index)
        self._label_words = (_label_words(own), _label_words(other))
        self._matches = match_people(own.people, other.people, self._stand_together, self._stand_alike)
        self._matched_other = {mine: yours for yours, mine in self._matches.items()}
        self._twice = (
            find_named_twice(own.people, self._matches, own.label) if len(self._matches) == len(other.people) else {},
            find_named_twice(other.people, self._matched_other, other.label)
            if len(self._matches) == len(own.people)
            else {},
        )
        self._in_order = sorted(self._matches)
        self._matches |= self._twice[0]
        self._matched_other |= self._twice[1]
        self._retold: set[int] = set()
        self._blocked_edits, self._blocked_pairs = self._find_blocked()
        self._groups = {record.group(person) for record in (own, other) for person in record.people}
        self._used_folds: set[Fold] = set()
        self._told: set[int] = set()

    def result(self) -> RollFacts:
        """The facts, and what they leave."""
        differences = self._differences()
        claimed = {evidence for difference in differences for evidence in difference.evidence}
        self._told = {id(one) for difference in differences for both in difference.people for one in both if one}
        unexplained = self._unexplained()
        form = self._form_evidence(claimed, unexplained)
        form = self._absorbed(differences, form)
        facts = [self._person_fact(difference) for difference in differences]
        fact = self._form_fact(form)
        if fact is not None and facts and self._is_vote:  # a vote is short: its other form is told with its voters
            facts[0] = replace(
                facts[0],
                pairs=tuple(sorted({*facts[0].pairs, *fact.pairs})),
                edits=tuple(sorted((*facts[0].edits, *fact.edits), key=_order)),
            )
        elif fact is not None:
            facts.append(_of_names_alone(fact) if facts else fact)
        taken = {edit for fact in facts for edit in fact.edits}
        pairs = frozenset(
            index
            for fact in facts
            for index in fact.pairs
            if self._alignment[index].relation not in (Relation.SAME, Relation.CHANGED)
        )
        return RollFacts(
            tuple(facts),
            tuple(edit for edit in self._edits if edit not in taken),
            pairs,
            frozenset(self._used_folds),
        )

    # Which people are the same.

    def _stand_together(self, mine: Attendee, yours: Attendee) -> bool:
        """Whether both stand under labels of the same words."""
        labels = self._own.label(mine), self._other.label(yours)
        return labels[0] is not None and labels[1] is not None and labels[0].words == labels[1].words

    def _stand_alike(self, mine: Attendee, yours: Attendee) -> bool:
        """Whether both stand under the same label, under another that says the same, or under none that differs."""
        labels = self._own.label(mine), self._other.label(yours)
        groups = self._own.group(mine), self._other.group(yours)
        if labels[0] is not None and labels[1] is not None and labels[0].words == labels[1].words:
            return True
        if any(label is not None and label.office for label in labels):
            return groups[0] == groups[1] or _HERE.issuperset(groups)
        if groups[0] != groups[1]:
            return False
        if labels[0] is None or labels[1] is None:
            return True
        return labels[0].words not in self._label_words[1] or labels[1].words not in self._label_words[0]

    # What differs.

    def _differences(self) -> list[_Difference]:
        found: list[_Difference] = []
        offices: dict[tuple[str, str], _Difference] = {}
        movers: dict[tuple[str, str], _Difference] = {}
        for place, mine in enumerate(self._own.people):
            if place not in self._matches:
                continue
            yours = self._other.people[self._matches[place]]
            moved = not self._stand_alike(mine, yours)
            office = mine.office, yours.office
            marks = mine.mark != yours.mark
            title = bool(mine.title and yours.title and mine.title != yours.title)
            named = is_named_more_fully(mine, yours) or bool(
                mine.handle and yours.handle and mine.handle != yours.handle
            )
            if not (moved or office[0] != office[1] or marks or title or named):
                continue
            evidence = self._evidence_of_pair(mine, yours, is_moved=moved)
            if not evidence:
                continue
            difference = _Difference([(mine, yours)], evidence)
            found.append(difference)
            groups = self._own.group(mine), self._other.group(yours)
            if moved and _MOVERS.issuperset(groups):
                if groups[::-1] in movers:  # mover and seconder changed places: one fact
                    _share(movers.pop(groups[::-1]), difference)
                else:
                    movers[groups] = difference
            if not moved and office[0] != office[1]:
                if office[::-1] in offices:  # the chair is another person: one fact
                    _share(offices.pop(office[::-1]), difference)
                else:
                    offices[office] = difference
        found.extend(self._one_sided(self._own, set(self._matches)))
        found.extend(self._one_sided(self._other, set(self._matched_other)))
        usable = [difference for difference in found if not self._is_blocked(difference.evidence)]
        self._join_runs(usable)
        return _joined(usable)

    def _one_sided(self, record: _Record, matched: set[int]) -> list[_Difference]:
        found = []
        for place, person in enumerate(record.people):
            if place in matched:
                continue
            evidence = self._evidence(record, person, person.named) or self._label_evidence(record, person)
            if evidence:
                evidence |= self._whole_label(record, person, matched)
                both = (person, None) if record.side is Side.DRAFT else (None, person)
                found.append(_Difference([both], evidence))
        return found

    def _whole_label(self, record: _Record, person: Attendee, matched: set[int]) -> set[_Evidence]:
        """The label's line, where it stands on one side only with all people below it."""
        label = record.label(person)
        if label is None or label.segment == person.segment or label.segment not in record.pair_of:
            return set()
        place = record.pair_of[label.segment]
        if self._alignment[place].relation not in _ONE_SIDED or person.label in record.labels_of(matched):
            return set()
        return {_Evidence("pair", place)}

    def _evidence(self, record: _Record, person: Attendee, span: Span) -> set[_Evidence]:
        """The edits that touch a person's words, or the pair of a line that stands on one side only."""
        place = record.pair_of[person.segment]
        if self._alignment[place].relation in _ONE_SIDED:
            return {_Evidence("pair", place)}
        edits = self._edits_of.get(place, ())
        inside = {index for index in edits if _overlap(record.span_of(self._edits[index]), span)}
        if not inside:
            inside = {
                index
                for index in edits
                if not len(record.span_of(self._edits[index]))
                and span.start <= record.span_of(self._edits[index]).start <= span.end
            }
        return {_Evidence("edit", index) for index in inside}

    def _label_evidence(self, record: _Record, person: Attendee) -> set[_Evidence]:
        label = record.label(person)
        if label is None or label.segment not in record.pair_of:
            return set()
        place = record.pair_of[label.segment]
        if self._alignment[place].relation in (*_ONE_SIDED, Relation.MOVED):
            return {_Evidence("pair", place)}
        return {
            _Evidence("edit", index)
            for index in self._edits_of.get(place, ())
            if record.span_of(self._edits[index]).touches(label.span)
        }

    def _evidence_of_pair(self, mine: Attendee, yours: Attendee, *, is_moved: bool) -> set[_Evidence]:
        """What shows that a person who is in both records stands in them another way."""
        places = self._own.pair_of[mine.segment], self._other.pair_of[yours.segment]
        if is_moved and places[0] == places[1] and self._alignment[places[0]].relation is Relation.MOVED:
            found = {_Evidence("pair", places[0])}
        else:
            found = set()
        strictly = [
            (self._own, mine.named if is_moved else mine.span),
            (self._other, yours.named if is_moved else yours.span),
        ]
        for (record, span), person in zip(strictly, (mine, yours), strict=True):
            place = record.pair_of[person.segment]
            found |= self._evidence_beside(record, person)
            if self._alignment[place].relation in _ONE_SIDED:
                found.add(_Evidence("pair", place))
                continue
            found |= {
                _Evidence("edit", index)
                for index in self._edits_of.get(place, ())
                if _overlap(record.span_of(self._edits[index]), span)
            }
        if found:
            return found
        if not is_moved and mine.mark != yours.mark and places[0] == places[1]:
            return {_Evidence("fold", places[0])} if self._fold_of_mark(mine, yours) else set()
        found = self._label_evidence(self._own, mine) | self._label_evidence(self._other, yours)
        return found or (self._key_evidence() if is_moved else set())

    def _evidence_beside(self, record: _Record, person: Attendee) -> set[_Evidence]:
        """What differs where else something is said of a person: "Mrs Orme took the chair"."""
        found: set[_Evidence] = set()
        for span in person.also:
            place = record.pair_of.get(record.minutes.segment_at(span.start))
            if place is None:
                continue
            if self._alignment[place].relation in _ONE_SIDED:
                found.add(_Evidence("pair", place))
            found |= {
                _Evidence("edit", index)
                for index in self._edits_of.get(place, ())
                if record.span_of(self._edits[index]).touches(span)
            }
        return found

    def _key_evidence(self) -> set[_Evidence]:
        """What shows that a key says something else of the codes beside the names."""
        places = {record.pair_of[key] for record in (self._own, self._other) for key in record.roll.keys}
        edits = {_Evidence("edit", index) for place in places for index in self._edits_of.get(place, ())}
        return edits or {_Evidence("pair", place) for place in places if self._alignment[place].relation in _ONE_SIDED}

    def _fold_of_mark(self, mine: Attendee, yours: Attendee) -> Fold | None:
        """The fold of a star beside a name, which is no emphasis."""
        return next(
            (
                fold
                for fold in self._folds
                if fold.kind is FoldKind.MARKUP
                and (_overlap(fold.draft, _widened(mine.span)) or _overlap(fold.final, _widened(yours.span)))
            ),
            None,
        )

    # What stays with the edits.

    def _find_blocked(self) -> tuple[set[int], set[int]]:
        """The edits and the one-sided pairs with words that name nobody and differ."""
        edits = {
            index
            for place, of_pair in self._edits_of.items()
            if not self._is_in_roll(self._alignment[place])
            for index in of_pair
        }
        pairs: set[int] = set()
        for record, against in ((self._own, self._other), (self._other, self._own)):
            left: dict[str, int] = defaultdict(int)
            for _, words in against.roll.others:
                left[words] += 1
            for span, words in record.roll.others:
                if left[words] > 0:
                    left[words] -= 1
                    continue
                if self._is_retold(against, words):
                    continue
                segment = record.minutes.segment_at(span.start)
                place = record.pair_of.get(segment)
                if place is None:
                    continue
                if self._alignment[place].relation in _ONE_SIDED:
                    pairs.add(place)
                edits |= {
                    index for index in self._edits_of.get(place, ()) if record.span_of(self._edits[index]).touches(span)
                }
        return edits, pairs

    def _is_retold(self, against: _Record, words: str) -> bool:
        """Whether a sentence that the other document alone has says when a person came or went: "(until 8 pm)"."""
        places = [against.pair_of[index] for index, moved in against.roll.movements if moved == words]
        alone = [place for place in places if self._alignment[place].relation in _ONE_SIDED]
        self._retold.update(alone[:1])
        return bool(alone)

    def _is_in_roll(self, pair: Pair) -> bool:
        return self._own.roll_segments.issuperset(pair.draft) and self._other.roll_segments.issuperset(pair.final)

    def _is_blocked(self, evidence: Iterable[_Evidence]) -> bool:
        return any(
            index in (self._blocked_edits if kind == "edit" else self._blocked_pairs) for kind, index in evidence
        )

    def _unexplained(self) -> list[tuple[_Record, Attendee]]:
        """The people of one side only whom no fact tells about."""
        return [
            (record, person)
            for record, matched in ((self._own, self._matches), (self._other, self._matched_other))
            for place, person in enumerate(record.people)
            if place not in matched and id(person) not in self._told
        ]

    # Differences that belong together.

    def _join_runs(self, differences: list[_Difference]) -> None:
        """Lets people who came or went together share their evidence: neighbours, and one in the place of another."""
        slots: dict[tuple[int, str], _Difference] = {}
        for record, matches, side in ((self._own, self._matches, 0), (self._other, self._matched_other, 1)):
            alone = {
                id(difference.people[0][side]): difference
                for difference in differences
                if len(difference.people) == 1 and difference.people[0][1 - side] is None
            }
            is_only_record = not (self._other if side == 0 else self._own).people
            previous: _Difference | None = None
            label, slot = None, -1
            for place, person in enumerate(record.people):
                if person.label != label and not is_only_record:
                    previous, slot, label = None, -1, person.label
                difference = alone.get(id(person))
                if difference is None:
                    previous = None
                    if place in matches:
                        slot = matches[place] if side == 0 else place
                    continue
                if previous is not None:
                    _share(previous, difference)
                previous = difference
                words = record.label(person)
                key = (slot, words.group if words else record.group(person))
                if key in slots:
                    _share(slots[key], difference)
                elif side == 0:
                    slots[key] = difference

    # The same people in another form.

    def _form_evidence(
        self, claimed: set[_Evidence], unexplained: Sequence[tuple[_Record, Attendee]]
    ) -> list[_Evidence]:
        """The edits and pairs inside the roll that change neither who nor what."""
        found: list[_Evidence] = []
        people_of: dict[int, list[tuple[_Record, Attendee]]] = defaultdict(list)
        for record, person in unexplained:
            people_of[record.pair_of[person.segment]].append((record, person))
        found.extend(_Evidence("pair", place) for place in sorted(self._retold))
        for place in sorted({*self._own.pair_of.values(), *self._other.pair_of.values()}):
            if self._is_in_roll(self._alignment[place]):
                found.extend(self._form_of_pair(place, people_of.get(place, ()), claimed))
        return found

    def _form_of_pair(
        self, place: int, unexplained: Sequence[tuple[_Record, Attendee]], claimed: set[_Evidence]
    ) -> Iterator[_Evidence]:
        pair, evidence = self._alignment[place], _Evidence("pair", place)
        if pair.relation in _ONE_SIDED:
            is_free = place not in self._blocked_pairs and not unexplained
            if is_free and self._is_form_of_line(place, is_claimed=evidence in claimed):
                yield evidence
            return
        is_cut = pair.relation in (Relation.SPLIT, Relation.MERGED)
        is_moved = pair.relation is Relation.MOVED and (not self._is_vote or self._names_people(pair))
        if not unexplained and evidence not in claimed and (is_cut or is_moved):
            yield evidence
        for index in self._edits_of.get(place, ()):
            edit = self._edits[index]
            is_taken = _Evidence("edit", index) in claimed or index in self._blocked_edits or self._is_number(edit)
            if is_taken or any(record.span_of(edit).touches(person.span) for record, person in unexplained):
                continue
            if not self._changes_idle_label(edit, place) and not self._changes_link(edit):
                yield _Evidence("edit", index)

    def _is_number(self, edit: Edit) -> bool:
        """Whether one number became another: no matter of form. The count of a vote goes with its voters."""
        if self._is_vote:
            return False
        own, other = (
            "".join(filter(str.isdigit, record.minutes.document.text[span.start : span.end]))
            for record, span in ((self._own, edit.draft), (self._other, edit.final))
        )
        return own != "" and other not in ("", own)

    def _is_of_nobody(self, label: RollLabel) -> bool:
        """Whether nobody voted so, on either side: "Against: none"."""
        return self._is_vote and label.group not in self._groups

    @staticmethod
    def _heads_nobody(record: _Record, number: int) -> bool:
        """Whether a label of those present has nobody below it and is no office."""
        label = record.roll.labels[number]
        return label.group == "present" and not label.office and all(one.label != number for one in record.people)

    def _names_people(self, pair: Pair) -> bool:
        """Whether a pair holds people or the label of some."""
        return any(
            segment in record.places_in or any(label.segment == segment for label in record.roll.labels)
            for record in (self._own, self._other)
            for segment in record.segments_of(pair)
        )

    def _is_form_of_line(self, place: int, *, is_claimed: bool) -> bool:
        """Whether a line of one side only names people whom the other side names elsewhere, or nobody."""
        pair = self._alignment[place]
        record, matches = (self._own, self._matches) if pair.draft else (self._other, self._matched_other)
        segments = set(record.segments_of(pair))
        against = self._other if record is self._own else self._own
        roll = record.roll
        here = [place for segment in segments for place in record.places_in.get(segment, ())]
        if here:
            return any(number in matches and id(record.people[number]) not in self._told for number in here)
        if not self._is_vote and record.nobody.issuperset(segments):  # "Apologies: None", "There were no apologies"
            return bool(against.nobody) or any(against.group(person) not in _HERE for person in against.people)
        labels = {number for number, label in enumerate(roll.labels) if label.segment in segments}
        if not labels:
            return True  # "- None", the heads of columns
        if is_claimed:
            return False
        # "Roll call" above people who are each marked present or absent; "Abstentions: None".
        is_idle = not self._is_vote and all(self._heads_nobody(record, number) for number in labels)
        if is_idle or all(self._is_of_nobody(roll.labels[number]) for number in labels):
            return True
        return any(person.label in labels and number in matches for number, person in enumerate(record.people))

    def _changes_link(self, edit: Edit) -> bool:
        """Whether an edit touches where a link leads."""
        texts = (
            record.minutes.document.text[slice(*_ends(record.span_of(edit)))] for record in (self._own, self._other)
        )
        return any("](" in text or "://" in text for text in texts)

    def _changes_idle_label(self, edit: Edit, place: int) -> bool:
        """Whether an edit touches a label that nobody stands under, and that says another thing on the other side."""
        touched: list[set[str]] = []
        idle = False
        pair = self._alignment[place]
        if self._own.nobody.issuperset(pair.draft) and self._other.nobody.issuperset(pair.final):
            return False  # "Apologies: None" and "No apologies were received."
        for record in (self._own, self._other):
            roll = record.roll
            used = {person.label for person in record.people}
            groups = set()
            for number, label in enumerate(roll.labels):
                if record.pair_of.get(label.segment) == place and record.span_of(edit).touches(label.span):
                    groups.add(label.group)
                    is_told = number in used or label.office == "chair"  # told of somebody in the list
                    idle = idle or not (is_told or self._is_of_nobody(label))
            touched.append(groups)
        return idle and touched[0] != touched[1]

    def _absorbed(self, differences: Sequence[_Difference], form: Sequence[_Evidence]) -> list[_Evidence]:
        """The form evidence that is left when each fact has taken the edits beside its own."""
        owners: dict[int, list[tuple[int, _Difference]]] = defaultdict(list)
        for difference in differences:
            for kind, index in difference.evidence:
                if kind == "edit":
                    owners[self._edits[index].pair].append((index, difference))
        left = []
        for evidence in form:
            near = owners.get(self._edits[evidence.place].pair) if evidence.kind == "edit" else None
            if near:
                near.sort(key=lambda owner: owner[0])
                at = bisect_left(near, evidence.place, key=lambda owner: owner[0])
                near[min(at, len(near) - 1)][1].evidence.add(evidence)
            else:
                left.append(evidence)
        return left

    # Facts.

    def _person_fact(self, difference: _Difference) -> StructuralFact:
        people = _renamed(difference.people, self._stand_alike)
        edits = tuple(sorted((self._edits[i] for kind, i in difference.evidence if kind == "edit"), key=_order))
        pairs = {index for kind, index in difference.evidence if kind != "edit"} | {edit.pair for edit in edits}
        if len(edits) == 1 == len(difference.evidence):
            readings = self._trimmed(self._own, edits[0]), self._trimmed(self._other, edits[0])
        else:
            readings = self._passage(self._own, difference), self._passage(self._other, difference)
        if any(kind == "fold" for kind, _ in difference.evidence):
            for mine, yours in difference.people:
                fold = self._fold_of_mark(mine, yours) if mine and yours else None
                if fold is not None:
                    self._used_folds.add(fold)
        relation = Relation.CHANGED
        if not readings[0].text or not readings[1].text:
            relation = Relation.ADDED if readings[1].text else Relation.REMOVED
        return StructuralFact(
            self._kinds[0],
            relation,
            self._place(readings),
            *readings,
            tuple(sorted(pairs)),
            edits,
            people=tuple(
                Presence(
                    mine,
                    yours,
                    (self._own.label(mine) if mine else None, self._other.label(yours) if yours else None),
                    mine is not None and yours is not None and not self._stand_alike(mine, yours),
                )
                for mine, yours in people
            ),
        )

    def _passage(self, record: _Record, difference: _Difference) -> Reading:
        """The words of one side that the fact is about: names, and lines that stand on that side only."""
        side = 0 if record.side is Side.DRAFT else 1
        pairs = {
            self._edits[evidence.place].pair if evidence.kind == "edit" else evidence.place
            for evidence in difference.evidence
        }
        here = [both for both in difference.people if both[side] is not None]
        people = [person for both in here if (person := both[side]) is not None]
        told = {id(person) for person in people}
        # The heading alone shows that those below it are not recorded any more.
        spans = [
            person.span
            for both in here
            if (person := both[side]) is not None and (both[1 - side] or record.pair_of[person.segment] in pairs)
        ]
        for place in pairs:
            if self._alignment[place].relation in _ONE_SIDED:
                spans += [
                    record.minutes.segments[segment].span
                    for segment in record.segments_of(self._alignment[place])
                    if all(id(record.people[at]) in told for at in record.places_in.get(segment, ()))
                ]
        if not spans:
            point = self._point(record, difference)
            return plain_reading(record.minutes, Span(point, point))
        span = Span(min(span.start for span in spans), max(span.end for span in spans))
        return self._in_context(record, span)

    def _point(self, record: _Record, difference: _Difference) -> int:
        """Where in a document the people would stand whom it does not name."""
        edits = [self._edits[index] for kind, index in difference.evidence if kind == "edit"]
        if edits:
            return min(record.span_of(edit).start for edit in edits)
        first = min(index for kind, index in difference.evidence if kind != "edit")
        for place in range(first, -1, -1):
            segments = record.segments_of(self._alignment[place])
            if segments and self._alignment[place].relation is not Relation.MOVED:
                return record.minutes.segments[segments[-1]].end
        return 0

    def _trimmed(self, record: _Record, edit: Edit) -> Reading:
        """The words of an edit, without the blanks around them."""
        span = record.span_of(edit)
        words = record.minutes.document.text[span.start : span.end]
        start = span.start + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        return (
            self._in_context(record, Span(start, end))
            if start < end
            else plain_reading(record.minutes, Span(start, start))
        )

    @staticmethod
    def _in_context(record: _Record, span: Span) -> Reading:
        first = record.minutes.segments[record.minutes.segment_at(span.start)]
        whole = Span(min(first.start, span.start), max(first.end, span.end))
        return replace(plain_reading(record.minutes, span), sentence=whole)

    def _place(self, readings: tuple[Reading, Reading]) -> Place:
        record, reading = (self._other, readings[1]) if readings[1].text else (self._own, readings[0])
        return place_in(record.minutes, record.minutes.segment_at(reading.span.start), reading.span)

    def _form_fact(self, form: Sequence[_Evidence]) -> StructuralFact | None:
        edits = [self._edits[index] for kind, index in form if kind == "edit"]
        pairs = [index for kind, index in form if kind == "pair"]
        if not pairs and (
            all(map(self._is_title_alone, edits)) or (len(edits) == 1 and self._is_marks_alone(edits[0]))
        ):
            return None
        readings = []
        for record in (self._own, self._other):
            spans = [record.span_of(edit) for edit in edits if len(record.span_of(edit))]
            spans += [
                record.minutes.segments[segment].span
                for index in pairs
                for segment in record.segments_of(self._alignment[index])
            ]
            if not spans:
                at = min((record.span_of(edit).start for edit in edits), default=0)
                readings.append(plain_reading(record.minutes, Span(at, at)))
            else:
                span = Span(min(span.start for span in spans), max(span.end for span in spans))
                readings.append(self._in_context(record, span))
        both = readings[0], readings[1]
        is_moved = any(self._alignment[index].relation is Relation.MOVED for index in pairs)
        if not is_moved and is_same_wording(both[0].text, both[1].text):
            return None  # the same words over lines that are cut another way
        order = [self._matches[place] for place in self._in_order]
        relation = Relation.CHANGED if order == sorted(order) else Relation.MOVED
        presences = (
            Presence(mine, yours, (self._own.label(mine), self._other.label(yours)))
            for mine, yours in (
                (self._own.people[place], self._other.people[other]) for place, other in sorted(self._matches.items())
            )
        )
        own, other = (
            [record.people[place] for place in places]
            for record, places in zip((self._own, self._other), self._twice, strict=True)
        )
        twice = (
            *(Presence(person, None, (self._own.label(person), None)) for person in own),
            *(Presence(None, person, (None, self._other.label(person))) for person in other),
        )
        indices = tuple(sorted({*pairs, *(edit.pair for edit in edits)}))
        is_key = any(
            record.pair_of.get(key) in indices for record in (self._own, self._other) for key in record.roll.keys
        )
        others = (
            presence
            for presence in presences
            if (is_key or (_is_written_otherwise(presence) and not self._is_cut_otherwise(presence)))
            and not self._is_told(presence)
        )
        people = (*others, *twice)
        return StructuralFact(
            self._kinds[1], relation, self._place(both), *both, indices, tuple(sorted(edits, key=_order)), people=people
        )

    def _is_cut_otherwise(self, presence: Presence) -> bool:
        """Whether the same words stand on other lines: a row of a table that a page prints cell by cell."""
        place = self._own.pair_of.get(presence.draft.segment) if presence.draft else None
        pair = self._alignment[place] if place is not None else None
        if pair is None or pair.relation not in (Relation.SPLIT, Relation.MERGED):
            return False
        own, other = (
            [word for index in places for word in record.minutes.keys[index].split(" ") if word != "|"]
            for record, places in ((self._own, pair.draft), (self._other, pair.final))
        )
        return own == other

    def _is_told(self, presence: Presence) -> bool:
        """Whether a fact of their own tells of these people."""
        return any(id(person) in self._told for person in (presence.draft, presence.final))

    def _is_title_alone(self, edit: Edit) -> bool:
        """Whether an edit writes the title before one name another way: "Cllr" for "Councillor"."""
        text = self._own.minutes.document.text, self._other.minutes.document.text
        words = text[0][edit.draft.start : edit.draft.end].strip(), text[1][edit.final.start : edit.final.end].strip()
        if " " in words[0] or " " in words[1] or words[0].endswith("s") != words[1].endswith("s"):
            return False
        return any(
            self._own.people[mine].named.start == edit.draft.start
            and self._other.people[yours].named.start == edit.final.start
            and self._own.people[mine].title == self._other.people[yours].title != ""
            for mine, yours in self._matches.items()
        )

    def _is_marks_alone(self, edit: Edit) -> bool:
        return all(
            _MARKS_ALONE.fullmatch(
                record.minutes.document.text[slice(record.span_of(edit).start, record.span_of(edit).end)]
            )
            for record in (self._own, self._other)
        )


# People.


def _of_names_alone(fact: StructuralFact) -> StructuralFact:
    """The other form of a roll of which facts tell: of its people, those whose name has other words."""
    people = [both for both in fact.people if not (both.draft and both.final and both.draft.name == both.final.name)]
    return replace(fact, people=tuple(people))


def _is_written_otherwise(presence: Presence) -> bool:
    """Whether the name, the title or the label of one person has other words on the two sides."""
    mine, yours = presence.draft, presence.final
    words = [label.words if label else "" for label in presence.labels]
    return (
        mine is not None
        and yours is not None
        and ((mine.name, mine.title) != (yours.name, yours.title) or len(set(words)) > 1 or mine.said != yours.said)
    )


def _renamed(
    people: Sequence[tuple[Attendee | None, Attendee | None]], stand_alike: Callable[[Attendee, Attendee], bool]
) -> list[tuple[Attendee | None, Attendee | None]]:
    """The people of one fact in order; one who went and one who came in the same place are one name that changed."""
    gone = [mine for mine, yours in people if mine and not yours]
    new = [yours for mine, yours in people if yours and not mine]
    kept = [both for both in people if all(both)]
    if len(gone) == 1 == len(new) and stand_alike(gone[0], new[0]):
        return [*kept, (gone[0], new[0])]
    gone.sort(key=lambda person: person.span)
    new.sort(key=lambda person: person.span)
    return [*kept, *((person, None) for person in gone), *((None, person) for person in new)]


def _label_words(record: _Record) -> frozenset[str]:
    return frozenset(label.words for label in record.roll.labels)


# Differences that share evidence.


def _share(one: _Difference, other: _Difference) -> None:
    """Lets two differences share a sign, by which they are joined."""
    other.evidence.add(min(one.evidence))


def _joined(differences: Sequence[_Difference]) -> list[_Difference]:
    """The differences with those joined that share evidence. Cost: near-linear."""
    owner: dict[_Evidence, int] = {}
    parents = list(range(len(differences)))

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    for place, difference in enumerate(differences):
        for evidence in difference.evidence:
            if evidence in owner:
                low, high = sorted((root(owner[evidence]), root(place)))
                parents[high] = low
            else:
                owner[evidence] = place
    groups: dict[int, _Difference] = {}
    for place, difference in enumerate(differences):
        group = groups.setdefault(root(place), _Difference([], set()))
        group.people.extend(difference.people)
        group.evidence |= difference.evidence
    return list(groups.values())


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _widened(span: Span) -> Span:
    return Span(max(0, span.start - 1), span.end + 1)


def _order(edit: Edit) -> tuple[Span, Span]:
    return edit.draft, edit.final
