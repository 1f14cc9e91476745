"""Texts that have their entities marked in brackets, and what patterns alone find in a text."""

from __future__ import annotations

import re
from functools import cache

from compare.annotate.entities.entity_tables import entity_tables
from compare.annotate.entities.patterns import PatternTagger
from compare.style.house_style import default_house_style

Marks = list[tuple[str, str]]  # label and text of each entity, in order

_MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z-]+)\]")


def marked(line: str) -> tuple[str, Marks]:
    """A text without its marks, and what it marks: "at [Wick|LOC]" → "at Wick" and Wick, a LOC.

    The label "-" marks what looks like an entity and is none.
    """
    line = line.replace("\\n", "\n")
    expected = [(match[2], match[1]) for match in _MARK.finditer(line) if match[2] != "-"]
    return _MARK.sub(r"\1", line), expected


def found_in(text: str) -> Marks:
    """The entities that patterns find where no statistical component found anything, bare numbers left out."""
    return [(one.label, one.text) for one in _patterns().entities(text) if one.label != "NUMBER"]


@cache
def _patterns() -> PatternTagger:
    return PatternTagger(entity_tables(default_house_style()))
