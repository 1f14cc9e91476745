"""Candidates: the entities that patterns and statistics propose, and how they are joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_PARTS = frozenset({"ORG", "BODY", "LOC"})  # what a longer statistical name may take in
WORD = re.compile(r"[^\W\d_]{1,20}+\.?(?![\w'])")
UNIT = re.compile(r"[ -]{0,2}([^\W\d_]+[²2]?)")


class Candidate(NamedTuple):
    """An entity in a text, before overlaps are settled."""

    start: int
    end: int
    label: str
    value: str | None


def word_before(lowered: str, start: int) -> str:
    """Returns the word that ends just before `start`, with whatever marks are glued to it; empty at the beginning."""
    words = lowered[max(0, start - 16) : start].split()
    return words[-1] if words else ""


def join_names(patterns: Sequence[Candidate], names: Sequence[Candidate]) -> list[Candidate]:
    """What patterns found and the names that statistics found, in order, one of each two that overlap left out.

    Each comes in order and without overlap in itself. A pattern wins, unless it read only a part of the name.
    """
    kept: list[Candidate] = []
    place = 0
    for name in names:
        while place < len(patterns) and patterns[place].end <= name.start:
            kept.append(patterns[place])
            place += 1
        touched = place
        while touched < len(patterns) and patterns[touched].start < name.end:
            touched += 1
        if whole := _whole_name(name, patterns[place:touched]):
            kept.append(whole)
            place = touched
    return [*kept, *patterns[place:]]


def _whole_name(name: Candidate, parts: Sequence[Candidate]) -> Candidate | None:
    """Returns the statistical name, where the patterns that it touches are no more than parts of it."""
    if not parts:
        return name
    if parts[0].start < name.start or parts[-1].end > name.end or any(part.label not in _PARTS for part in parts):
        return None
    if (parts[0].start, parts[0].end) == (name.start, name.end):
        return None
    is_body = parts[-1].label == "BODY" and parts[-1].end == name.end
    return name._replace(label="BODY") if is_body else name
