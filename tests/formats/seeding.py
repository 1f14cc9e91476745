"""Seeded changes: what an edited set of minutes says otherwise than its source.

sum: the rent was £40 => the rent was £4        these words stand once; they become those
limb removed: That the rents be kept. =>        the whole of a paragraph goes
"""

from __future__ import annotations

from typing import NamedTuple


class Edit(NamedTuple):
    """A seeded change: its kind, and words that occur once, with what they become ("" to take a whole block away)."""

    kind: str
    old: str
    new: str


def read_edit(line: str) -> Edit:
    """An edit as a source writes it: "sum: £40 => £4"."""
    kind, _, change = line.partition(": ")
    old, _, new = change.partition("=>")
    return Edit(kind, old.strip(), new.strip())


def make_edits(lines: list[str], edits: tuple[Edit, ...]) -> list[str]:
    """The lines of a source with all edits made.

    Raises: ValueError for words that stand nowhere or more than once.
    """
    for edit in edits:
        places = [place for place, line in enumerate(lines) if edit.old in line]
        if len(places) != 1 or lines[places[0]].count(edit.old) != 1:
            raise ValueError(f"{edit.kind}: {edit.old!r} stands in {len(places)} blocks, not in one")
        place = places[0]
        if edit.new:
            lines = [*lines[:place], lines[place].replace(edit.old, edit.new), *lines[place + 1 :]]
        else:
            tag, _, words = lines[place].partition(" ")
            if words.strip() != edit.old:
                raise ValueError(f"{edit.kind}: {edit.old!r} is not the whole of a {tag}")
            lines = [*lines[:place], *lines[place + 1 :]]
    return lines
