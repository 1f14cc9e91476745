"""Tells a number that follows from counting from one that says something else than it did.

    29. Highways          →  30. Highways              an item: later minutes refer to it, one finding for a run of them
    (a) to note           →  (b) to note               a limb was put in above: both lists count on, nothing to report
    2. the gate           →  7. the gate               nothing counts to seven: a finding
    22/0432/LIC The Bell  →  22/0432/FUL The Bell      no count changes letters, or the year: a finding
    (a) to note           →  1. to note                another house style counts so

A mark of figures and stops, of a letter or of a roman number does nothing but count. Any other is a reference, of which
one figure can count and the rest names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from compare.outline.places import place_in
from compare.structure.segments import plain_reading
from compare.text.tokens import fold_key, mark_span, mark_text, plain
from compare.values import FactKind, Minutes, Pair, Relation, Span, StructuralFact

_DIGITS = re.compile(r"\d+")
# What stands around the number in a mark, emphasis and the hashes of a heading included.
_AROUND = "()[].:-–— \t\xa0*_#>\\"
# The word before the number of an item, which a house style prints or leaves out: "Minute 12", "Agenda Item No. 7".
_WORDS = re.compile(r"(?:[A-Z]?[a-z]+\.?[ \xa0]+)+(?=\S*\d)")
# What a style adds to the number of an item: "05", "5.0", the year of "2025/64".
_ADDED_ZEROS = re.compile(r"0*(\d{1,2})\.0|0+(\d+)")
_OF_YEAR = re.compile(r"20\d\d[/.-](\d{1,4})")
_COUNTER = re.compile(r"\d+(?:\.\d+)*|[a-z]|[ivxl]+")
_ROMANS = {
    tens + units: 10 * ten + unit
    for ten, tens in enumerate(("", "x", "xx", "xxx"))
    for unit, units in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    if tens + units
}

# What the two sides say at the head of a pair, "" where one has no number; equal where nothing is to be reported.
_Numbers = tuple[str, str]
# What of a number is constant, with "#", "a" or "i" for what counts: "12/23" is 12 of "#/23", or 23 of "12/#".
_Reading = tuple[str, int]
# A number that nothing before it explains, and nothing contradicts: the first of its form in a document.
_FIRST_OF_FORM = ""
_NOTHING: frozenset[str] = frozenset()
_ANY_LEVEL = -1
# The forms of plain lists: 4, d, iv.
_LISTS = frozenset("#ai")
# Where a count is followed: its form, its brackets, its level.
_Track = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Renumbering:
    """The facts, and the draft's ranges of the marks whose new number they report."""

    facts: tuple[StructuralFact, ...]
    marks: frozenset[Span]


def find_renumbering(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], explained: frozenset[int] = frozenset()
) -> Renumbering:
    """Finds the items with another number, and the other marks whose change no count explains. Cost: linear.

    A web page numbers its items as the agenda does, the minutes as the year does: that is no renumbering.
    """
    if draft.outline.is_web_page != final.outline.is_web_page:
        return Renumbering((), frozenset())
    numbers = _Numbering(draft, final)
    exchanged = _exchanged(alignment, numbers.of_items)
    found = [(run, True) for run in _runs(alignment, numbers.of_items) if not exchanged.issuperset(run)]
    found += [(run, False) for run in _runs(alignment, numbers.of_others)]
    found = [(run, is_item) for run, is_item in found if explained.isdisjoint(place for place, _ in run)]
    found.sort(key=lambda run_of: run_of[0][0][0])
    return Renumbering(
        tuple(_renumbering(draft, final, alignment, run, is_item=is_item) for run, is_item in found),
        frozenset(mark_span(draft.segments[alignment[place].draft[0]]) for run, _ in found for place, _ in run),
    )


def _runs(
    alignment: Sequence[Pair], numbers_of: Callable[[Pair], _Numbers | None]
) -> Iterator[list[tuple[int, _Numbers]]]:
    """Gathers the changed numbers that differ by the same amount: one insertion moves every later number."""
    run: list[tuple[int, _Numbers]] = []
    for place, pair in enumerate(alignment):
        numbers = numbers_of(pair)
        if numbers is None:
            continue
        if run and (numbers[0] == numbers[1] or _step(*numbers) != _step(*run[-1][1])):
            yield run
            run = []
        if numbers[0] != numbers[1]:
            run.append((place, numbers))
    if run:
        yield run


def _exchanged(
    alignment: Sequence[Pair], numbers_of: Callable[[Pair], _Numbers | None]
) -> frozenset[tuple[int, _Numbers]]:
    """Finds the items that passed their numbers round because one of them moved: 4 became 5, and 5 became 4."""
    changed = {
        numbers[0]: (place, numbers)
        for place, pair in enumerate(alignment)
        for numbers in (numbers_of(pair),)
        if numbers is not None and numbers[0] != numbers[1]
    }
    found: set[tuple[int, _Numbers]] = set()
    for place, numbers in list(changed.values()):
        if alignment[place].relation is not Relation.MOVED or (place, numbers) in found:
            continue
        ring = [(place, numbers)]
        while (following := changed.get(ring[-1][1][1])) is not None and following not in ring:
            ring.append(following)
        if ring[-1][1][1] == numbers[0]:
            found.update(ring)
    return frozenset(found)


def _step(draft: str, final: str) -> int | tuple[str, str]:
    own, other = _DIGITS.findall(draft), _DIGITS.findall(final)
    if not own or len(own) != len(other):
        return draft, final
    steps = {int(right) - int(left) for left, right in zip(own, other, strict=True) if left != right}
    return steps.pop() if len(steps) == 1 else (draft, final)


def _renumbering(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], run: Sequence[tuple[int, _Numbers]], *, is_item: bool
) -> StructuralFact:
    pair = alignment[run[0][0]]
    heading, retitled = draft.segments[pair.draft[0]], final.segments[pair.final[0]]
    own_mark, other_mark = mark_span(heading), mark_span(retitled)
    is_lone_mark = len(run) == 1 and not is_item
    return StructuralFact(
        FactKind.RENUMBERED,
        Relation.CHANGED,
        place_in(final, retitled.index, other_mark),
        plain_reading(draft, own_mark),
        plain_reading(final, other_mark),
        tuple(place for place, _ in run),
        numbers=() if is_lone_mark else tuple(numbers for _, numbers in run[:: max(1, len(run) - 1)]),
    )


class _Numbering:
    """The numbers at the head of the segments of two documents, and which of them count on from one before."""

    def __init__(self, draft: Minutes, final: Minutes) -> None:
        self._sides = draft, final

    @cached_property
    def _counting(self) -> tuple[dict[int, frozenset[str]], dict[int, frozenset[str]]]:
        """What counts on in each document; worked out at the first mark that differs."""
        draft, final = self._sides
        return _counting(draft), _counting(final)

    def of_items(self, pair: Pair) -> _Numbers | None:
        """Gives the numbers of two matched items, if both are numbered."""
        if len(pair.draft) != 1 or len(pair.final) != 1:
            return None
        numbers = []
        for minutes, index in zip(self._sides, (pair.draft[0], pair.final[0]), strict=True):
            item = minutes.outline.item_of[index]
            if item is None or minutes.outline.items[item].first != index or not minutes.outline.items[item].number:
                return None
            if minutes.segments[index].mark is None:
                return None
            numbers.append(" ".join(plain(minutes.outline.items[item].number or "").split()))
        return (numbers[0], numbers[0]) if _are_one(*numbers) else (numbers[0], numbers[1])

    def of_others(self, pair: Pair) -> _Numbers | None:
        """Gives the numbers at the head of two matched segments that are not both numbered items."""
        if not pair.draft or not pair.final or self.of_items(pair):
            return None
        places = pair.draft[0], pair.final[0]
        own, other = (_number(minutes, index) for minutes, index in zip(self._sides, places, strict=True))
        if not own or not other:
            return None
        return (own, own) if self._follows((own, other), places) else (own, other)

    def _follows(self, numbers: _Numbers, places: tuple[int, int]) -> bool:
        """Whether two numbers say the same, or counting explains how they differ."""
        own, other = (_DIGITS.sub(lambda figure: str(int(figure.group())), fold_key(number)) for number in numbers)
        if own == other:
            return True
        counts = [counting.get(place, _NOTHING) for counting, place in zip(self._counting, places, strict=True)]
        shared = {form for form, _ in _readings(own)} & {form for form, _ in _readings(other)}
        if not (_COUNTER.fullmatch(own) and _COUNTER.fullmatch(other)):
            return bool(shared & counts[0] & counts[1])
        return all(counts if not shared else (found - {_FIRST_OF_FORM} for found in counts))


def _are_one(own: str, other: str) -> bool:
    """Whether two numbers of items are one in two styles: "5" and "5.0", "64" and "2025/64"."""
    short, long = sorted((_bare(own), _bare(other)), key=len)
    of_year = _OF_YEAR.fullmatch(long)
    return short == long or (of_year is not None and of_year[1] == short)


def _bare(number: str) -> str:
    zeros = _ADDED_ZEROS.fullmatch(number)
    return number if zeros is None else zeros[1] or zeros[2]


def _number(minutes: Minutes, index: int) -> str:
    """Gives the number of a segment without the marks and the word around it, "" for a bullet: "Minute 12 –" is 12."""
    bare = " ".join(plain(mark_text(minutes.document, minutes.segments[index])).strip(_AROUND).split())
    return _WORDS.sub("", bare, count=1) if any(map(str.isalnum, bare)) else ""


def _readings(number: str) -> list[_Reading]:
    """Gives the ways in which a number can be one of a count: with its last figure, a reference with any of them."""
    figures = list(_DIGITS.finditer(number))
    readings = [
        (f"{number[: figure.start()]}#{number[figure.end() :]}", int(figure.group()))
        for figure in (figures[-1:] if _COUNTER.fullmatch(number) else figures)
    ]
    if len(number) == 1 and number.isalpha():
        readings.append(("a", ord(number) - ord("a") + 1))
    return readings + ([("i", _ROMANS[number])] if number in _ROMANS else [])


def _counting(minutes: Minutes) -> dict[int, frozenset[str]]:
    """Finds the segments whose number follows from one before, each with the forms in which it counts.

    It follows the last number of its form, among those at its level or among all with its brackets; a count can begin
    again at one, and at the first part of the item that it stands in: 22.1 below 22, or behind 21.4. The first list
    of a document may begin anywhere, if it goes on.
    """
    found: dict[int, frozenset[str]] = {}
    last: dict[_Track, tuple[int, int]] = {}  # the last figure, and the place of its segment
    top = 0  # the first figure of the last number
    for index, segment in enumerate(minutes.segments):
        number = fold_key(_number(minutes, index)) if segment.mark else ""
        if not number:
            continue
        brackets = "".join(filter("()[].:".__contains__, mark_text(minutes.document, segment)))
        tracks = {
            form: ((form, brackets, _ANY_LEVEL), (form, brackets, segment.level)) for form, _ in _readings(number)
        }
        counts = set()
        for form, figure in _readings(number):
            before = [last[track][1] for track in tracks[form] if track in last and last[track][0] == figure - 1]
            if before or (figure == 1 and _can_open(form, top)):
                counts.add(form)
            if before and _FIRST_OF_FORM in found[before[0]] and form in _LISTS:
                found[before[0]] |= {form}
        is_known = any(track in last for of_form in tracks.values() for track in of_form)
        # "(i)" after "(b)" is no ninth letter: only the count that it goes on moves, or all where it goes on none.
        for form, figure in _readings(number):
            if form in counts or not counts:
                last.update(dict.fromkeys(tracks[form], (figure, index)))
        found[index] = frozenset(counts if is_known else {*counts, _FIRST_OF_FORM})
        first = _DIGITS.match(number)
        top = int(first.group()) if first else top
    return found


def _can_open(form: str, top: int) -> bool:
    """Whether a count of a form can open here: a list anywhere, an item's parts with it or behind the last item."""
    parent = _DIGITS.match(form)
    return parent is None or int(parent.group()) in (top, top + 1)
