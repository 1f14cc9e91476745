"""Wider entities put in the place of those that they cover: "[10am] to [5pm]" → "[10am to 5pm]"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from operator import attrgetter

from compare.annotate.entities.candidates import Found

Proposal = tuple[Found, Collection[str]]  # an entity, and the labels that it may cover

_START, _END = attrgetter("start"), attrgetter("end")


def covered(found: Sequence[Found], proposals: Sequence[Proposal], length: int) -> list[Found]:
    """Both in order and apart: a proposal stands instead of what it covers, and gives way to all else that it touches.

    `found` is in order and apart; of proposals that overlap the longest wins. Cost: n log n.
    """
    taken = bytearray(length)
    chosen: list[Found] = []
    gone: set[int] = set()
    for one, covers in sorted(proposals, key=lambda proposal: proposal[0].start - proposal[0].end):
        first, last = bisect_right(found, one.start, key=_END), bisect_left(found, one.end, key=_START)
        if taken.find(1, one.start, one.end) < 0 and all(
            _is_covered(other, one, covers) for other in found[first:last]
        ):
            taken[one.start : one.end] = b"\x01" * (one.end - one.start)
            chosen.append(one)
            gone.update(range(first, last))
    return sorted([*(one for place, one in enumerate(found) if place not in gone), *chosen]) if chosen else list(found)


def _is_covered(other: Found, one: Found, covers: Collection[str]) -> bool:
    """Whether a proposal may stand instead of this; what has the same bounds and label keeps its value."""
    is_inside = one.start <= other.start and other.end <= one.end
    is_same = (other.start, other.end, other.label) == (one.start, one.end, one.label)
    return is_inside and not is_same and other.label in covers
