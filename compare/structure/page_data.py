"""Compares the data that two pages of markdown carry above the minutes: told once, for it is not the minutes'.

date: 2016-03-21 → date: 2016-05-17     the day on which each was put on the site
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compare.structure.segments import plain_reading
from compare.values import FactKind, Minutes, Place, Relation, Role, Span, StructuralFact

_NOWHERE = Span(0, 0)


def compare_page_data(draft: Minutes, final: Minutes) -> tuple[StructuralFact, ...]:
    """One fact with the lines that differ; none where one of the two has no such data. Cost: linear in the lines."""
    own, other = draft.outline.page_data, final.outline.page_data
    if not own or not other:
        return ()
    spans = _differing(draft, own, final), _differing(final, other, draft)
    if not any(map(len, spans)):
        return ()
    readings = plain_reading(draft, spans[0]), plain_reading(final, spans[1])
    return (StructuralFact(FactKind.PAGE_DATA, Relation.FURNITURE, Place(role=Role.FURNITURE), *readings),)


def _differing(minutes: Minutes, lines: Sequence[int], against: Minutes) -> Span:
    """From the first to the last line that the other page does not have."""
    there = Counter(against.keys[index] for index in against.outline.page_data)
    differing: list[int] = []
    for index in lines:
        key = minutes.keys[index]
        if not there[key]:
            differing.append(index)
        there[key] -= there[key] > 0
    if not differing:
        return _NOWHERE
    return Span(minutes.segments[differing[0]].start, minutes.segments[differing[-1]].end)
