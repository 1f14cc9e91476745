"""Ids of findings that last: made of the finding's own words and of the draft, never of other findings or of offsets.

    draft   The clerk said that the voices were head and that the grant was aproved by the board.
    final   The clerk said that the voices were heard and that the grant was …

The id of *head → heard* is the same whether "aproved" was put right or not, and whatever was put in above: decisions
made about a finding, and entries of a register, still find it. It is a digest of

1. the rule;
2. the agenda item, as the draft numbers and names it;
3. the words of both sides, typography folded; of paragraphs that moved or were cut another way, the draft's words
   alone, as edits inside them are findings of their own;
4. where the draft's item has these words several times (or, for words that only the final has, the place where they
   would stand), the fewest words of the draft around them that occur once; and where no eight words to either side do,
   which occurrence it is.

Two findings that agree in all of this (one paragraph put in twice) get an ordinal, in the order of the documents.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from compare.text.tokens import fold_key, wording_key
from compare.values import AnnotatedEdit, FactKind, Minutes, Pair, Relation, Role, Span, StructuralFact

_LENGTH = 12  # hexadecimal digits: 48 bits, a repeat among 10,000 findings once in 5 million comparisons

# Words of the draft to either side that are tried, one after the other, until they occur once. Unit: words.
_REACHES = (0, 1, 2, 3, 4, 6, 8)

# Facts whose words of the final may hold other findings: the draft's words say which paragraphs they are.
_BY_DRAFT_ALONE = frozenset((Relation.MOVED, Relation.SPLIT, Relation.MERGED))


class FindingIds:
    """Makes the ids of one comparison. Cost: linear in the findings and the words of the items that hold them."""

    def __init__(self, draft: Minutes, final: Minutes, alignment: Sequence[Pair]) -> None:
        self._draft, self._final, self._alignment = draft, final, alignment
        self._items: dict[int | None, _ItemWords] = {}

    def of_edit(self, rule_id: str, edit: AnnotatedEdit) -> str:
        """The id of a change of wording, without an ordinal."""
        pair = self._alignment[edit.edit.pair]
        item = _item_at(self._draft, pair.draft[0])
        surroundings = self._words_of(item).surroundings(edit.edit.draft)
        return _digest(rule_id, *_name(self._draft, item), edit.draft.text, edit.final.text, *surroundings)

    def of_fact(self, rule_id: str, fact: StructuralFact) -> str:
        """The id of a structural fact, without an ordinal."""
        if len(fact.draft.span):
            segment = _segment_at(self._draft, fact.draft.span.start)
            item = _item_at(self._draft, segment)
            name, surroundings = _name(self._draft, item), self._words_of(item).surroundings(fact.draft.span)
        else:
            name, surroundings = self._name_in_draft(_segment_at(self._final, fact.final.span.start)), ()
        came = "" if fact.relation in _BY_DRAFT_ALONE else fact.final.text
        return _digest(rule_id, *name, fact.draft.text, came, *surroundings, *_details(fact))

    def _words_of(self, item: int | None) -> _ItemWords:
        if item not in self._items:
            self._items[item] = _ItemWords(self._draft, item)
        return self._items[item]

    def _name_in_draft(self, segment: int) -> tuple[str, str]:
        """The item that holds a segment of the final, as the draft names it where it has one that matches."""
        place = _item_at(self._final, segment)
        if place is None:
            return "", ""
        item = self._final.outline.items[place]
        for index in range(item.first, item.last):
            if index in self._matched:
                return _name(self._draft, _item_at(self._draft, self._matched[index]))
        return ("", item.title) if item.title else (item.number or "", "")

    @cached_property
    def _matched(self) -> dict[int, int]:
        """The draft's segment for each segment of the final that has one and stands where it did."""
        return {
            index: pair.draft[0]
            for pair in self._alignment
            if pair.draft and pair.relation is not Relation.MOVED
            for index in pair.final
        }


class _ItemWords:
    """The words of one item of the draft, to find how often a run of them occurs in it."""

    def __init__(self, draft: Minutes, item: int | None) -> None:
        items, roles = draft.outline.items, draft.outline.roles
        members = range(len(draft.segments)) if item is None else range(items[item].first, items[item].last)
        self._draft = draft
        self._words: list[str] = []
        self._first_of: dict[int, int] = {}  # where the words of each segment begin
        for index in members:
            if _item_at(draft, index) == item and roles[index] is not Role.FURNITURE:
                self._first_of[index] = len(self._words)
                self._words += draft.keys[index].split(" ")
        self._counted: dict[int, tuple[int, int]] = {}  # by segment: up to which offset, and the words before it
        self._known: dict[tuple[int, tuple[str, ...]], Sequence[int]] = {}

    def surroundings(self, span: Span) -> tuple[str, ...]:
        """The fewest words before and after `span` that no other place with its words has.

        Empty where its words occur once. Where all have them, the ordinal of the place comes third.
        """
        first, last = self._place_of(span)
        places: Sequence[int] | None = None
        low, high = first, last
        for reach in _REACHES[first == last :]:
            low, high = max(0, first - reach), min(len(self._words), last + reach)
            places = self._occurrences(first - low, tuple(self._words[low:high]), places)
            if len(places) <= 1:
                break
        is_alone = (low, high) == (first, last)
        around = () if is_alone else (" ".join(self._words[low:first]), " ".join(self._words[last:high]))
        return (*around, str(bisect_left(places, first))) if places and len(places) > 1 else around

    def _place_of(self, span: Span) -> tuple[int, int]:
        """The positions [first, last) of the words of `span`."""
        index = _segment_at(self._draft, span.start)
        first = self._first_of.get(index, 0) + self._words_before(index, span.start)
        return first, first + self._count(Span(span.start, span.end))

    def _words_before(self, index: int, offset: int) -> int:
        """How many words of a segment stand before `offset`. Findings come in order: what was counted is not again."""
        counted, words = self._counted.get(index, (0, 0))
        if offset < counted:
            counted, words = 0, 0
        for piece in self._draft.segments[index].pieces:
            start, end = max(piece.start, counted), min(piece.end, offset)
            words += self._count(Span(start, end)) if start < end else 0
        self._counted[index] = offset, words
        return words

    def _count(self, span: Span) -> int:
        return len(wording_key(self._draft.document.text[span.start : span.end]).split())

    def _occurrences(self, offset: int, words: tuple[str, ...], within: Sequence[int] | None) -> Sequence[int]:
        """The positions, `offset` words after the first, at which `words` stand; of those `within`, if given."""
        if (offset, words) not in self._known:
            candidates = within if within is not None else self._positions(words[0], offset) if words else ()
            wanted = list(words)
            self._known[offset, words] = [
                at for at in candidates if self._words[at - offset : at - offset + len(wanted)] == wanted
            ]
        return self._known[offset, words]

    def _positions(self, word: str, offset: int) -> Iterator[int]:
        place = -1
        while True:
            try:
                place = self._words.index(word, place + 1)
            except ValueError:
                return
            yield place + offset


def number_repeats(ids: Iterable[str]) -> list[str]:
    """The ids with an ordinal on each true repeat, in their order: "a", "a" are "a", "a-2"."""
    seen: Counter[str] = Counter()
    unique = []
    for one in ids:
        seen[one] += 1
        unique.append(one if seen[one] == 1 else f"{one}-{seen[one]}")
    return unique


def _item_at(minutes: Minutes, segment: int) -> int | None:
    return minutes.outline.item_of[segment] if minutes.outline.item_of else None


def _segment_at(minutes: Minutes, offset: int) -> int:
    return max(0, bisect_right(minutes.segments, offset, key=lambda segment: segment.start) - 1)


def _name(minutes: Minutes, item: int | None) -> tuple[str, str]:
    return ("", "") if item is None else (minutes.outline.items[item].number or "", minutes.outline.items[item].title)


def _details(fact: StructuralFact) -> tuple[str, ...]:
    """The data that differ between two facts about the same words: the columns of a cell, the numbers of a run."""
    if fact.kind is FactKind.CELL:
        return tuple(map(str, fact.columns or ()))
    if fact.kind is FactKind.RENUMBERED:
        return tuple(number for both in fact.numbers for number in both)
    return (fact.struck,) if fact.struck else ()


def _digest(*parts: str) -> str:
    words = " | ".join(" ".join(fold_key(part).split()) for part in parts)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
