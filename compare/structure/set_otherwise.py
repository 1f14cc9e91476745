"""Finds what is told in sentences on one side and set as lines or as a table on the other, row by row.

The general fund stood at £3,120. The boat fund stood at £870.        Fund    | Balance
                                                                →     General | £3,120
                                                                      Boat    | £870

Every row must say what its sentence says, figure by figure. The words that only join the cells ("stood at") and the
heads of the columns may be left out; a "not" may never. Where two rows exchanged a figure the record is another one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from compare.outline.places import place_in
from compare.structure.segments import plain_reading
from compare.style.word_lists import WordLists
from compare.text.tokens import is_word, mark_span, tokenise
from compare.values import Edit, FactKind, Minutes, Pair, Relation, Role, SegmentKind, Span, StructuralFact

_FEWEST_ROWS = 2
_MOST_ROWS = 40
_LONGEST_ROW = 160  # characters
_LONGEST = 4_000  # characters of a passage that is looked at
_LEAD = re.compile(r":\s+")
# Where a passage is cut into what its rows say: behind sentences, semicolons, commas.
_CUTS = (
    re.compile(r"(?<=[.;])\s+(?=[A-Z0-9(])"),
    re.compile(r";\s+(?:and\s+)?"),
    re.compile(r",?\s+and\s+|,\s+(?:and\s+)?"),
)
_APART = frozenset((Role.RESOLUTION, Role.HEADER, Role.VOTE, Role.INTEREST, Role.ATTENDANCE, Role.APOLOGIES))
_NUMBER = "no"  # the head of the column that counts the rows; anywhere else it denies
_BAR = re.compile(r"\s\|\s|^\|")


class SetOtherwise(NamedTuple):
    """The facts, the edits that they do not explain, and the pairs that they are about."""

    facts: tuple[StructuralFact, ...]
    edits: tuple[Edit, ...]
    pairs: frozenset[int]


class _Block(NamedTuple):
    """Neighbouring pairs without an unchanged one among them, and the segments of both sides."""

    places: list[int]
    draft: list[int]
    final: list[int]


class _Match(NamedTuple):
    """How the rows of a block answer each other; `rows` are the first two that say something else."""

    is_same: bool
    rows: tuple[str, str] = ("", "")


def find_set_otherwise(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], edits: Sequence[Edit], lists: WordLists
) -> SetOtherwise:
    """The passages that are set another way. Cost: linear in the passages that differ."""
    edited = {edit.pair for edit in edits}
    facts: list[StructuralFact] = []
    explained: set[int] = set()
    for block in _blocks(draft, final, alignment, edited):
        match = _match(draft, final, block, lists)
        if match is None:
            continue
        explained.update(block.places)
        own, other = _around(draft, block.draft), _around(final, block.final)
        facts.append(
            StructuralFact(
                FactKind.SET_OTHERWISE,
                Relation.SAME if match.is_same else Relation.CHANGED,
                place_in(final, block.final[0], other),
                plain_reading(draft, own),
                plain_reading(final, other),
                tuple(block.places),
                tuple(edit for edit in edits if edit.pair in block.places),
                ends=match.rows,
            )
        )
    if not facts:
        return SetOtherwise((), tuple(edits), frozenset())
    rest = tuple(edit for edit in edits if edit.pair not in explained)
    return SetOtherwise(tuple(facts), rest, frozenset(explained))


def _around(minutes: Minutes, places: Sequence[int]) -> Span:
    return Span(minutes.segments[places[0]].start, minutes.segments[places[-1]].end)


def _blocks(draft: Minutes, final: Minutes, alignment: Sequence[Pair], edited: set[int]) -> Iterator[_Block]:
    """The blocks of which one side has several lines, and the other another number of them or no table."""

    def differs(place: int) -> bool:
        return alignment[place].relation in (Relation.ADDED, Relation.REMOVED) or place in edited

    wanted = [place for place, pair in enumerate(alignment) if pair.relation is not Relation.FURNITURE]
    for is_block, run in groupby(wanted, differs):
        places = list(run)
        if not is_block:
            continue
        sides = [sorted(at for place in places for at in alignment[place].draft), []]
        sides[1] = sorted(at for place in places for at in alignment[place].final)
        block = _Block(places, *sides)
        if _may_be_set_otherwise(draft, final, block):
            yield block


def _may_be_set_otherwise(draft: Minutes, final: Minutes, block: _Block) -> bool:
    counts = len(block.draft), len(block.final)
    if not min(counts) or not _FEWEST_ROWS <= max(counts) <= _MOST_ROWS + 1:
        return False
    for minutes, places in ((draft, block.draft), (final, block.final)):
        if len(_around(minutes, places)) > _LONGEST or not _APART.isdisjoint(
            minutes.outline.roles[place] for place in places
        ):
            return False
        if any(minutes.outline.resolution_at(minutes.segments[place].start) is not None for place in places):
            return False
    return counts[0] != counts[1] or _is_table(draft, block.draft) != _is_table(final, block.final)


def _is_table(minutes: Minutes, places: Sequence[int]) -> bool:
    return any(
        minutes.segments[place].kind is SegmentKind.TABLE_ROW or _BAR.search(_text(minutes, place)) for place in places
    )


def _text(minutes: Minutes, place: int) -> str:
    """The words of a segment with its number."""
    segment = minutes.segments[place]
    start = mark_span(segment).start if segment.mark else segment.start
    return minutes.document.text[start : segment.end].strip()


def _match(draft: Minutes, final: Minutes, block: _Block, lists: WordLists) -> _Match | None:
    """How the rows of one side answer the lines or sentences of the other; `None` where they do not."""
    sides = (draft, block.draft), (final, block.final)
    own, other = ([_text(minutes, at) for at in places] for minutes, places in sides)
    found: _Match | None = None
    for lines, passage, is_turned in ((own, other, False), (other, own, True)):
        if len(lines) < _FEWEST_ROWS:
            continue
        for head, rows, lead, units in _readings(lines, passage):
            match = _compare(rows, units, _Words(head, lead, units, lists))
            if match is not None and is_turned:
                match = match._replace(rows=match.rows[::-1])
            if match is not None and (match.is_same or found is None):
                found = match
            if found is not None and found.is_same:
                return found
    return found


def _readings(lines: list[str], passage: list[str]) -> Iterator[tuple[str, list[str], str, list[str]]]:
    """The ways to read lines as a head and rows, and a passage as words that lead to as many parts."""
    for count in (0, 1):
        rows = lines[count:]
        if len(rows) < _FEWEST_ROWS or not all(map(_is_row, rows)):
            continue
        head = " ".join(lines[:count])
        for drop in (0, 1):
            if len(passage) - drop == len(rows):
                yield head, rows, " ".join(passage[:drop]), passage[drop:]
        if len(passage) > 1:
            continue
        lead, _, rest = _LEAD.sub(":\n", passage[0], count=1).partition("\n")
        for start, text in (("", passage[0]), *(((lead, rest),) if rest else ())):
            for cut in _CUTS:
                units = [unit for unit in cut.split(text) if unit]
                if len(units) == len(rows):
                    yield head, rows, start, units


def _is_row(text: str) -> bool:
    """Whether a line is an entry of a list or a row of a table rather than a sentence."""
    return len(text) <= _LONGEST_ROW and (_BAR.search(text) is not None or text[-1] not in ".!?")


class _Words:
    """Which words of rows and of what tells them say nothing by themselves."""

    def __init__(self, head: str, lead: str, units: Sequence[str], lists: WordLists) -> None:
        self._lists = lists
        heads, leads = _keys(head), _keys(lead)
        told = {key for text in (*units, lead) for key in _keys(text)}
        self.are_plain = all(key in told or self._is_light(key) or key == _NUMBER for key in heads) and all(
            key in heads or self._is_light(key) for key in leads
        )
        self._heads = (frozenset(heads) | frozenset(leads)) - lists.force
        self._strip_sign = "£" in head

    def _is_light(self, key: str) -> bool:
        lists = self._lists
        if key in lists.force or key in lists.outcomes:
            return False
        return lists.has("row_links", key) or lists.has("row_heads", key)

    def matter(self, text: str) -> Counter[str]:
        """The words of a row or a sentence that its other form must have."""
        return Counter(
            key.lstrip("£") if self._strip_sign else key
            for key in _keys(text)
            if any(map(str.isdigit, key)) or not (self._is_light(key) or key in self._heads)
        )


def _keys(text: str) -> list[str]:
    return [token.key for token in tokenise(text) if is_word(token.key)]


def _compare(rows: Sequence[str], units: Sequence[str], words: _Words) -> _Match | None:
    if not words.are_plain:
        return None
    own, other = [words.matter(row) for row in rows], [words.matter(unit) for unit in units]
    if not all(own) or not all(other):
        return None
    differing = [place for place, (one, two) in enumerate(zip(own, other, strict=True)) if not _agree(one, two, place)]
    if not differing:
        return _Match(is_same=True)
    first = differing[0]
    texts = rows[first], units[first]
    if sum(own, Counter()) == sum(other, Counter()) and sorted(map(_label, own)) == sorted(map(_label, other)):
        return _Match(is_same=False, rows=texts)
    changed = [(own[place] - other[place]) + (other[place] - own[place]) for place in differing]
    shared = [(own[place] & other[place]).total() for place in differing]
    are_figures = all(any(map(str.isdigit, key)) for keys in changed for key in keys)
    is_near = all(count >= keys.total() / 2 for count, keys in zip(shared, changed, strict=True))
    return _Match(is_same=False, rows=texts) if are_figures and is_near else None


def _label(keys: Counter[str]) -> str:
    return next((key for key in keys if not any(map(str.isdigit, key))), "")


def _agree(one: Counter[str], two: Counter[str], place: int) -> bool:
    """Whether a row and its sentence have the same words; the number of the row may stand on one side only."""
    number = str(place + 1)
    for more, fewer in ((one, two), (two, one)):
        if more - fewer == Counter({number: 1}) and not fewer - more:
            return True
    return one == two
