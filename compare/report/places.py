"""Says where a finding stands in the words of people who turn pages, not of programs that count segments.

Item 7, 2nd paragraph; draft line 40, final page 3
Item 7, limb (b); final line 52
Item 7; draft 2nd paragraph, line 40; final 3rd paragraph, line 61
Draft item 7, 2nd paragraph, line 40; final item 8, 1st paragraph, line 61
Attendance, 2nd paragraph of the draft
Page header or footer; final page 2
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from compare.values import Comparison, Finding, Minutes, Passage, Role, SegmentKind, Side

_NOT_TEENS = range(11, 14)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_LONGEST_MARK = 12  # characters; a longer one is no number of a limb


class Place(NamedTuple):
    """A place in one document: the part of the minutes, and what is counted in it."""

    section: str
    counted: str

    @property
    def words(self) -> str:
        """Both, as far as they are known."""
        return ", ".join(filter(None, self))


_ON_THE_PAGE = Place("page header or footer", "")


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one comparison's findings. Cost: one pass over both documents, then constant for each finding."""

    by_segment: tuple[tuple[Place, ...], tuple[Place, ...]]  # one for each segment of the draft, and of the final

    @classmethod
    def of(cls, comparison: Comparison) -> Places:
        """The places in one comparison's documents."""
        return cls((_places(comparison.draft_minutes), _places(comparison.final_minutes)))

    def of_finding(self, finding: Finding) -> str:
        """Where a finding stands on each side that has it; from a capital, without a full stop."""
        sides = self._sides(finding)
        is_said = any("resolution" in place.words or "limb" in place.words for _, place, _ in sides)
        return _capital(self._words(sides, ", in a resolution" if finding.in_resolution and not is_said else ""))

    def _words(self, sides: Sequence[tuple[Side, Place, str]], within: str) -> str:
        places = {place for _, place, _ in sides}
        sections = {place.section for place in places if place.section}
        if len(places) == 1:
            exact = ", ".join(f"{side} {where}" for side, _, where in sides if where)
            of_side = f" of the {sides[0][0]}" if len(sides) == 1 and not exact else ""
            return "; ".join(filter(None, (places.pop().words + of_side + within, exact)))
        if len(sections) > 1:
            return "; ".join(f"{side} {_joined(place.words, where)}" for side, place, where in sides) + within
        exact = "; ".join(f"{side} {_joined(place.counted, where)}" for side, place, where in sides)
        return "; ".join((*(section + within for section in sections), exact)) + ("" if sections else within)

    def ends_of_move(self, finding: Finding) -> tuple[str, str]:
        """From where and to where something moved."""
        origin, target = (f"{_joined(place.words, where)} of the {side}" for side, place, where in self._sides(finding))
        return origin, target

    def _sides(self, finding: Finding) -> list[tuple[Side, Place, str]]:
        """For each side that has the finding: the side, its place in the minutes, and its line or page."""
        found = []
        for side, places, passage in zip(Side, self.by_segment, (finding.draft, finding.final), strict=True):
            if passage is not None:
                index = passage.paragraph - 1
                place = places[index] if index < len(places) else Place("", f"paragraph {passage.paragraph}")
                found.append((side, place, _where(passage)))
        number = finding.item.number if finding.item else None
        if len(found) == 1 and number and not found[0][1].section:  # a page of one item does not print its number
            side, place, where = found[0]
            return [(side, Place(f"item {number}", place.counted), where)]
        return found


def _joined(*words: str) -> str:
    return ", ".join(filter(None, words))


def _where(passage: Passage) -> str:
    if passage.page:
        return f"page {passage.page}"
    return f"line {passage.line}" if passage.line else ""


def _places(minutes: Minutes) -> tuple[Place, ...]:
    """Names the place of each segment: counted from the heading of its item, as a reader counts."""
    places = []
    here: object = None
    paragraphs = rows = 0
    for segment in minutes.segments:
        if segment.kind is SegmentKind.FURNITURE:
            places.append(_ON_THE_PAGE)
            continue
        part, section = _section(minutes, segment.index)
        if part != here:
            here, paragraphs, rows = part, 0, 0
        rows = rows + 1 if segment.kind is SegmentKind.TABLE_ROW else 0
        role = minutes.outline.roles[segment.index]
        paragraphs += role is not Role.HEADING
        if role is Role.HEADING:
            counted = "heading"
        elif role is Role.HEADER:
            counted = "the line above the resolution"
        else:
            counted = _counted(minutes, segment.index, paragraphs, rows)
        places.append(Place(section, counted))
    return tuple(places)


def _section(minutes: Minutes, index: int) -> tuple[object, str]:
    """The part of the minutes that a segment is counted in, and its name; an item without a number has none."""
    outline = minutes.outline
    item = outline.item_of[index]
    if item is not None:
        number = outline.items[item].number
        return item, f"item {number}" if number else ""
    if outline.roles[index] in (Role.ATTENDANCE, Role.APOLOGIES):
        return "attendance", "attendance"
    return "front", "before the first item" if outline.items else ""


def _counted(minutes: Minutes, index: int, paragraphs: int, rows: int) -> str:
    """What a reader counts to find a segment: its limb, its row, or its paragraph."""
    mark = _mark(minutes, index)
    if mark:
        is_decided = minutes.outline.resolution_at(minutes.segments[index].start) is not None
        return f"{'limb' if is_decided else 'point'} {mark}"
    return f"{_ordinal(rows)} row" if rows else f"{_ordinal(paragraphs)} paragraph"


def _mark(minutes: Minutes, index: int) -> str:
    """The number of a limb as printed, "(b)"; empty where there is a bullet or none."""
    segment = minutes.segments[index]
    if segment.mark is None or segment.kind is not SegmentKind.LIST_ITEM or len(segment.mark) > _LONGEST_MARK:
        return ""
    mark = minutes.document.text[segment.mark.start : segment.mark.end].strip("*_ \t")
    return mark.rstrip(".") if any(character.isalnum() for character in mark) else ""


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in _NOT_TEENS else _ENDINGS.get(number % 10, "th")
    return f"{number:,}{ending}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
