"""What patterns alone tell of a text, and texts that have their entities marked in brackets."""

from __future__ import annotations

import re
from functools import cache

from compare.annotate.entities.patterns import PatternTagger
from compare.annotate.entities.reported import PLAIN, default_reporter
from compare.annotate.entities.word_forms import word_forms
from compare.style.house_style import default_house_style

Told = list[tuple[str, str]]  # label and text of each entity, in order

_MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z-]+)\]")


def marked(line: str) -> tuple[str, Told]:
    """A text without its marks, and what it marks: "at [Wick|LOC]" → "at Wick" and Wick, a LOC.

    The label "-" marks what looks like an entity and is none.
    """
    line = line.replace("\\n", "\n")
    expected = [(match[2], match[1]) for match in _MARK.finditer(line) if match[2] != "-"]
    return _MARK.sub(r"\1", line), expected


def told(text: str) -> Told:
    """What is reported where no statistical component found anything."""
    reporter = default_reporter()
    found = reporter.settled(reporter.reported(_patterns().find(text), text), frozenset(), text)
    return [(one.label, text[one.start : one.end]) for one in found if one.label != PLAIN]


@cache
def _patterns() -> PatternTagger:
    return PatternTagger(word_forms(default_house_style()))
