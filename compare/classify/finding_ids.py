"""Ids of findings that last: made of the finding's own words and of the draft, never of other findings or of offsets.

    draft   The clerk said that the voices were head and that the grant was aproved by the board.
    final   The clerk said that the voices were heard and that the grant was …

The id of *head → heard* is the same whether "aproved" was put right or not, and whatever was put in above: decisions
made about a finding, and entries of a register, still find it. It is a digest of

1. the rule;
2. the agenda item, as the draft numbers and names it;
3. the words of both sides, typography folded; of paragraphs that moved or were cut another way, the draft's words
   alone, as edits inside them are findings of their own;
   of people in the record of attendance, their names instead;
4. where the draft's item has these words several times (or, for words that only the final has, the place where they
   would stand), the fewest words around them that no other place has (`draft_words.py`).

Two findings that agree in all of this get an ordinal, in the order of the documents: one paragraph put in twice. Taking
out the first of those makes the second the first; no other edit changes the id of a finding.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from compare.classify.draft_words import ItemWords
from compare.text.tokens import fold_key, wording_key
from compare.values import AnnotatedEdit, FactKind, Minutes, Pair, Relation, Role, Span, StructuralFact

_LENGTH = 12  # hexadecimal digits: 48 bits, a repeat among 10,000 findings once in 5 million comparisons

# Facts whose words of the final may hold other findings: the draft's words say which paragraphs they are.
_BY_DRAFT_ALONE = frozenset((Relation.MOVED, Relation.SPLIT, Relation.MERGED))
_OF_ROLL = frozenset((FactKind.PERSON, FactKind.ROLL))
_OF_VOTE = frozenset((FactKind.VOTER, FactKind.VOTE))


class FindingIds:
    """Makes the ids of one comparison. Cost: linear in the findings and the words of the items that hold them."""

    def __init__(self, draft: Minutes, final: Minutes, alignment: Sequence[Pair]) -> None:
        self._draft, self._final, self._alignment = draft, final, alignment
        self._item_words = lru_cache(maxsize=8)(self._words_of_item)  # findings come item by item

    def of_edit(self, rule_id: str, edit: AnnotatedEdit) -> str:
        """The id of a change of wording, without an ordinal."""
        segments = self._alignment[edit.edit.pair].draft
        at_or_before = [index for index in segments if self._draft.segments[index].start <= edit.edit.draft.start]
        return self._id(rule_id, at_or_before[-1] if at_or_before else segments[0], edit.draft.span, edit.final.span)

    def of_fact(self, rule_id: str, fact: StructuralFact) -> str:
        """The id of a structural fact, without an ordinal; of facts about people, their names and no passage count."""
        if fact.kind in _OF_ROLL:
            return self._of_people(rule_id, fact)
        if fact.kind in _OF_VOTE:  # there may be a vote of the same people in every item
            item = fact.place.item
            return self._of_people(rule_id, fact, *((item.number or "", item.title) if item else ()))
        final = Span(0, 0) if fact.relation in _BY_DRAFT_ALONE else fact.final.span
        if len(fact.draft.span):
            segment = self._draft.segment_at(fact.draft.span.start)
            return self._id(rule_id, segment, fact.draft.span, final, *_details(fact))
        name = self._name_in_draft(self._final.segment_at(final.start))
        return _digest(rule_id, *name, "", _words(self._final, final), *_details(fact))

    def _of_people(self, rule_id: str, fact: StructuralFact, *item: str) -> str:
        names = [
            (mine.text if mine else "", yours.text if yours else "")
            for mine, yours in ((presence.draft, presence.final) for presence in fact.people)
        ]
        if fact.kind in (FactKind.ROLL, FactKind.VOTE):
            names = []
        return _digest(rule_id, *item, *(name for both in names for name in both))

    def _id(self, rule_id: str, segment: int, draft: Span, final: Span, *details: str) -> str:
        item = _item_at(self._draft, segment)
        words = _words(self._draft, draft)
        surroundings = self._item_words(item).surroundings(segment, draft, words)
        return _digest(rule_id, *self._names[item], words, _words(self._final, final), *surroundings, *details)

    def _words_of_item(self, item: int | None) -> ItemWords:
        return ItemWords(self._draft, self._segments_of(item))

    def _segments_of(self, item: int | None) -> list[int]:
        items, roles = self._draft.outline.items, self._draft.outline.roles
        members = range(len(self._draft.segments)) if item is None else range(items[item].first, items[item].last)
        return [
            index for index in members if _item_at(self._draft, index) == item and roles[index] is not Role.FURNITURE
        ]

    @cached_property
    def _names(self) -> dict[int | None, tuple[str, str, str]]:
        """The number and title of each item of the draft, and which one it is among those with the same."""
        seen: Counter[tuple[str, str]] = Counter()
        names: dict[int | None, tuple[str, str, str]] = {None: ("", "", "")}
        for place, item in enumerate(self._draft.outline.items):
            name = item.number or "", fold_key(item.title)
            names[place] = (*name, str(seen[name]) if seen[name] else "")
            seen[name] += 1
        return names

    def _name_in_draft(self, segment: int) -> tuple[str, ...]:
        """The draft's name of the item that a segment of the final stands in: that of the nearest matched segment.

        Those before it are asked first, within its item of the final; a wholly new item goes by its own title.
        """
        place = _item_at(self._final, segment)
        if place is None:
            return self._names[None]
        item = self._final.outline.items[place]
        for index in (*range(segment, item.first - 1, -1), *range(segment, item.last)):
            if index in self._matched:
                return self._names[_item_at(self._draft, self._matched[index])]
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


def _words(minutes: Minutes, span: Span) -> str:
    """The words of `span`, typography folded, without list marks and page furniture; as written where it has none."""
    text, roles = minutes.document.text, minutes.outline.roles
    pieces = []
    for index in range(minutes.segment_at(span.start), len(minutes.segments)):
        segment = minutes.segments[index]
        if segment.start >= span.end:
            break
        if roles[index] is not Role.FURNITURE:
            clipped = ((max(piece.start, span.start), min(piece.end, span.end)) for piece in segment.pieces)
            pieces += [text[start:end] for start, end in clipped if start < end]
    return wording_key(" ".join(pieces)) or fold_key(text[span.start : span.end])


def _details(fact: StructuralFact) -> tuple[str, ...]:
    """The data that differ between two facts about the same words: the columns of a cell, the numbers of a run."""
    if fact.kind in (FactKind.CELL, FactKind.COLUMNS):
        return tuple(map(str, fact.columns or ()))
    if fact.kind is FactKind.RENUMBERED:
        return tuple(number for both in fact.numbers for number in both)
    return (fact.struck,) if fact.struck else ()


def _digest(*parts: str) -> str:
    words = "\x1f".join(" ".join(fold_key(part).split()) for part in parts)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
