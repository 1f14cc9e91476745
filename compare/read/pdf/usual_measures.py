"""What is usual in a document: the size of its type, the step from line to line, where its lines end.

    The Chair welcomed the members, who had been asked to
    attend.                                                     the step, and words that reached the edge
    Cllr Ash                                                    ends early: says nothing about the edge

Where lines end is not printed anywhere. A line in the middle of a paragraph ends because the next word would not have
fitted: the edge lies between its end and the end that the next word would have had. Where most such ranges meet is the
edge.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from compare.read.pdf.marks import half_points, mark_of
from compare.read.pdf.page_content import Line

# In sizes of the type.
BLANK = 0.25
_USUAL_STEP = 1.2
_SMALLEST_STEP, _LARGEST_STEP = 0.9, 2.6
# Points: lines that begin at one edge.
_SAME_EDGE = 1.6
_LARGEST_INDENT = 60.0
_SAME_PLACE = 4.0
# Ranges that must meet before their meeting says where the edge is.
_ENOUGH = 3


_Range = tuple[float, float]


class Frame(NamedTuple):
    """The column in which lines stand: where it begins, and where its lines end."""

    left: float
    right: float
    inner: Mapping[int, float] = {}  # where lines that begin elsewhere end, by where they begin
    is_guess: bool = False  # too few lines go on from one to the next to tell where they end

    def edge(self, line: Line) -> float:
        """Where the lines that begin with this one end."""
        return self.inner.get(_bucket(line.left), self.right) if self.inner else self.right


class Usual(NamedTuple):
    """The type and the steps of most of a document's words."""

    size: float
    step: float  # in sizes of the type
    left: float
    hangs: frozenset[int] = frozenset()  # half points at which the words of marked paragraphs begin
    indents: frozenset[int] = frozenset()  # half points at which first lines begin that are set in


def measure(lines: Iterable[Line]) -> Usual:
    """What most letters of a document are like."""
    sizes: Counter[float] = Counter()
    lefts: Counter[float] = Counter()
    pairs = _Pairs()
    before: Line | None = None
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
        lefts[round(line.left)] += 1
        if before is not None:
            pairs.add(before, line)
        before = line
    firsts = frozenset(left for left, count in pairs.indents.items() if count >= _ENOUGH)
    return Usual(
        _commonest(sizes, 11.0),
        _commonest(pairs.steps, _USUAL_STEP),
        _leftmost(lefts),
        frozenset(pairs.hangs),
        firsts - pairs.hangs,
    )


@dataclass(slots=True)
class _Pairs:
    """What lines and the lines after them tell together."""

    steps: Counter[float] = field(default_factory=Counter)
    indents: Counter[int] = field(default_factory=Counter)
    hangs: set[int] = field(default_factory=set)

    def add(self, before: Line, line: Line) -> None:
        mark = mark_of(before, line) if before.hang else None
        if mark is not None and abs(line.left - mark.hang) < _SAME_EDGE:
            self.hangs.add(half_points(mark.hang))
        step = _step_within(before, line)
        if step:
            self.steps[step] += 1
            if mark is None and _SAME_EDGE < before.left - line.left < _LARGEST_INDENT:
                self.indents[half_points(before.left)] += 1


def _step_within(before: Line, line: Line) -> float:
    """The step down within a paragraph, in sizes of its type; 0 where the line may begin another.

    A small letter tells that a line goes on. Of the others, most can be paragraphs of their own.
    """
    if not line.text[:1].islower() or abs(before.size - line.size) >= 1:
        return 0.0
    step = (before.base - line.base) / line.size
    return round(step * 20) / 20 if _SMALLEST_STEP < step < _LARGEST_STEP else 0.0


def _commonest(counts: Counter[float], default: float) -> float:
    return min(counts, key=lambda value: (-counts[value], value)) if counts else default


def _leftmost(counts: Counter[float]) -> float:
    """The margin: the leftmost edge that is common; where most lines are items of a list, these stand further in."""
    most = max(counts.values(), default=0)
    return min((left for left, count in counts.items() if count * 5 >= most), default=0.0)


def find_frame(columns: Sequence[Sequence[Line]], widest: Frame) -> Frame:
    """The frame of a column, from the lines of all its parts; `widest` is what it cannot pass."""
    ranges: dict[int, list[_Range]] = defaultdict(list)
    for lines in columns:
        for before, line in pairwise(lines):
            found = _range(before, line)
            if found is not None and found[0] <= widest.right:
                ranges[_bucket(line.left)].append(found)
    everywhere = [found for group in ranges.values() for found in group]
    edge, count = _meeting(everywhere)
    if count < _ENOUGH:
        return Frame(widest.left, max((start for start, _ in everywhere), default=widest.right), is_guess=True)
    inner = {place: end for place, group in ranges.items() if (end := _inner_edge(group, edge)) is not None}
    return Frame(widest.left, edge, inner)


def _inner_edge(ranges: Sequence[_Range], edge: float) -> float | None:
    """Where lines that begin at one place end, if most end elsewhere: a quotation, set in on both sides."""
    reach = sum(start <= edge <= end for start, end in ranges)
    found, count = _meeting(ranges)
    return found if count >= _ENOUGH and reach <= count / 2 else None


def _bucket(left: float) -> int:
    return round(left / _SAME_PLACE)


def _range(before: Line, line: Line) -> _Range | None:
    """Between which places the edge lies, when the second line goes on where the first ends."""
    # A small letter: few paragraphs begin so. Lists of names would meet at some place as well.
    if not line.text[:1].islower() or abs(before.size - line.size) > 1:
        return None
    step = before.base - line.base
    if not _SMALLEST_STEP * line.size < step < _LARGEST_STEP * line.size:
        return None
    return before.right, before.right + BLANK * line.size + line.first_word


def _meeting(ranges: Sequence[_Range]) -> tuple[float, int]:
    """The place at which most ranges meet, and how many. Cost: n log n."""
    events = sorted([(start, 0) for start, _ in ranges] + [(end, 1) for _, end in ranges])
    here = most = 0
    place = 0.0
    for at, is_end in events:
        here += -1 if is_end else 1
        if here > most:
            most, place = here, at
    return place, most
