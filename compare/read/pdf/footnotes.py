"""Footnotes: smaller lines at the foot of a page, each begun with the mark that stands raised in the text.

    the grant of £4,000³ was paid.
    ────────
    ³ Minute 12 refers.                     the note "3": its mark goes with it, and out of the text above

A small raised figure without such a note is none: "m²".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from compare.read.pdf.page_content import Line, Rule

# How much smaller than the usual type the type of notes is.
_SMALLER = 0.93
_MARK = re.compile(r"\(?(\d{1,3}|[ivx]{1,4}|[*†‡§]{1,3})[).]?\s?")
# Points: the rule over the notes is no wider than this share of the page.
_SHORT = 0.6


class Note(NamedTuple):
    """The lines of one footnote, the first without its mark."""

    mark: str
    lines: list[Line]


def part_notes(
    lines: Sequence[Line], usual: float, rules: Sequence[Rule], width: float
) -> tuple[list[Line], list[Note]]:
    """The lines of a page without its footnotes, and these."""
    first = len(lines)
    while first and lines[first - 1].size < _SMALLER * usual:
        first -= 1
    raised = {piece.text.strip() for line in lines for piece in line.pieces if piece.is_raised}
    while first < len(lines) and not _is_note(lines, first, raised, rules, width):
        first += 1
    return list(lines[:first]), _notes(lines[first:], raised)


def _is_note(lines: Sequence[Line], place: int, raised: set[str], rules: Sequence[Rule], width: float) -> bool:
    """Whether a line begins the notes: its mark is raised in the text, or there is a short rule over it."""
    line = lines[place]
    match = _MARK.match(line.text)
    if match is None:
        return False
    if line.pieces[0].is_raised or match.group(1) in raised:
        return True
    if match.end() == len(match.group(1)):
        return False  # "12 members", "1st"
    over = lines[place - 1].base if place else line.base + 10 * line.size
    return any(line.base < rule.place < over and rule.end - rule.start < _SHORT * width for rule in rules)


def _notes(lines: Sequence[Line], raised: set[str]) -> list[Note]:
    notes: list[Note] = []
    for line in lines:
        match = _MARK.match(line.text)
        if not notes or (match and (line.pieces[0].is_raised or match.group(1) in raised)):
            mark = match.group(1) if match else ""
            notes.append(Note(mark, [_without(line, match.end() if match else 0)]))
        else:
            notes[-1].lines.append(line)
    return notes


def _without(line: Line, count: int) -> Line:
    """The line without its first characters."""
    pieces, left = [], count
    for piece in line.pieces:
        if left < len(piece.text):
            pieces.append(piece._replace(text=piece.text[left:]))
        left = max(0, left - len(piece.text))
    return line._replace(text=line.text[count:], pieces=tuple(pieces))
