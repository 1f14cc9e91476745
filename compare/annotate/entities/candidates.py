"""What a reader of patterns proposes, and small questions that several readers ask of a text."""

from __future__ import annotations

import re
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_]{1,20}+\.?(?![\w'])")
UNIT = re.compile(r"[ -]{0,2}([^\W\d_]+[²2]?)")


class Candidate(NamedTuple):
    """An entity in a text, before overlaps are settled."""

    start: int
    end: int
    label: str
    value: str | None


def word_before(lowered: str, start: int) -> str:
    """The word that ends just before `start`, with whatever marks are glued to it; empty at the beginning."""
    words = lowered[max(0, start - 16) : start].split()
    return words[-1] if words else ""
