"""Tells the number of a list from one that a line break pushed to the head of a line.

    … had been due for renewal since 31 July          the sentence goes on: "2024." is its year
    2024. The tenant had agreed to it.
    … that the following should be done               "1." opens a list: "2." stands below
    1. that the weed be cut
    2. that the pond be filled
    There was no other business                       "6." counts on, and a title follows
    6. Finance
    Present: Lena Marsh, Tom Odell                    names are no sentence, and an item follows
    7. The minutes were agreed.

A number is a mark only if a list is there. Lines of minutes that somebody typed end anywhere, so the width of the text
is one sign among others: how the line above ends, the numbers beside this one, how far in it stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.segment.headings import HeadingPatterns
from compare.segment.lines import Line, MarkupKind
from compare.segment.list_marks import COUNTING, Mark, MarkStyle, siblings, values_before
from compare.segment.surroundings import Wrapping

# How far the neighbour of a mark is looked for, in lines: a long item of a list printed in narrow columns.
_NEAR = 12
# The values with which a list opens.
_FIRST = frozenset(("1", "a", "i"))
# Columns by which the lines of a paragraph may differ; what begins further in than the line above is a list.
_MARGIN = 1
_INNER_STOP = re.compile(r"\b[a-z]{4,}[.!?][\"'”’)]*\s+[\"'“‘(]?[A-Z]")
_FIGURES = re.compile(r"\d+")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
# How a part of a resolution begins.
_CLAUSE = re.compile(r"(?:that|to)\b")
# The end of an item before another one, whose mark may have been lost.
_LEADS_ON = re.compile(r"[;,:]\s+(?:and|or)[*_]*$")


@dataclass(frozen=True, slots=True)
class _Candidates:
    """The lines of a text with what may be their marks."""

    lines: Sequence[Line]
    marks: Sequence[Mark | None]
    above: Sequence[int | None]  # the place of the line of prose to which each may belong
    longest: Sequence[int]  # the longest line of the block in which each stands, in columns
    patterns: HeadingPatterns
    wrapping: Wrapping
    known: Mapping[tuple[MarkStyle, str, str], int]  # the line of each, the first if there are several

    def is_wrapped(self, place: int, mark: Mark) -> bool:
        """Whether a mark is a word of the sentence above: that sentence has not ended, and no list is there."""
        above = self.above[place]
        if above is None:
            return False
        if _is_run_in(self.lines, place, mark):
            return True
        line, before = self.lines[place], self.lines[above]
        is_in_list = (
            self._counts_on(place, mark)
            or self._counts_below(place, mark)
            or self._stands_apart(line, before, mark, is_below_item=self.marks[above] is not None)
        )
        return not is_in_list and (self._is_loose(place, mark, before) or self._goes_on_from(above, place, mark))

    def _goes_on_from(self, above: int, place: int, mark: Mark) -> bool:
        """Whether a line goes on with the sentence of the line above, which broke off at the width of the text."""
        line = self.lines[place]
        if not self.wrapping.is_broken_off(self.lines[above], line, self.longest[above]):
            return False
        if mark.style is MarkStyle.BULLET:  # a dash at the head of a line is one unless the lines are wrapped
            return self.wrapping.has_width
        words = line.text[mark.body :]
        if self._is_below_names(place) and words[:1].isupper() and mark.style is MarkStyle.DIGITS:
            return False
        opens_items = self._is_counted(mark) or (mark.value in _FIRST and self._is_below_names(place))
        return not (opens_items and self._is_title(words))

    def _is_below_names(self, place: int) -> bool:
        """Whether the lines right above are the people of a list of attendance: no sentence that breaks off."""
        for here in range(place - 1, max(-1, place - _NEAR), -1):
            words = self.lines[here].text
            if (
                self.patterns.names_people(words)
                or self.patterns.is_label_of_names(words)
                or self._names_members(words)
            ):
                return True
            if self.lines[here].blank_before or self.wrapping.ends(self.lines[here].text):
                return False
        return False

    def _names_members(self, words: str) -> bool:
        """Whether a line holds nothing but titled names: "Mrs J. Peel (Co-opted), Mr K. Ray"."""
        return self.patterns.begins_with_title(words) and self.patterns.reads_like_names(
            _IN_BRACKETS.sub("", words).replace(" and ", ", ")
        )

    def _is_loose(self, place: int, mark: Mark, before: Line) -> bool:
        """Whether a number in brackets goes on with small letters and counts on from none: "three / (3) members".

        It may open a sentence, "(3) of these", if no number of a list stands before or after it.
        """
        words = self.lines[place].text[mark.body :]
        is_figure = mark.style is MarkStyle.DIGITS and ")" in mark.brackets and mark.value not in _FIRST
        if not is_figure or not words[:1].islower() or _LEADS_ON.search(before.text):
            return False
        if self.wrapping.ends(before.text):
            return before.text[-1] in ".!?" and not _CLAUSE.match(words) and not self._is_counted(mark)
        return all(self.known.get((mark.style, mark.brackets, value), place) >= place for value in values_before(mark))

    def _stands_apart(self, line: Line, before: Line, mark: Mark, *, is_below_item: bool) -> bool:
        """Whether the indent of a line shows a list: further in than prose, or left of the item above.

        The next line of an item stands further in than its mark as well, unless the mark opens a list.
        """
        if line.indent > before.indent + _MARGIN:
            return not is_below_item or mark.value.lower() in _FIRST
        return is_below_item and line.indent < before.indent - _MARGIN

    def _is_counted(self, mark: Mark) -> bool:
        """Whether the number before or after stands at the head of any line."""
        return any((mark.style, mark.brackets, value) in self.known for value in siblings(mark))

    def _is_title(self, words: str) -> bool:
        """Whether the words after a number are the title of an item: "6. Finance", typed right below a paragraph."""
        return self.patterns.quiet_heading(words) or self.patterns.loud_heading(words) is not None

    def _counts_on(self, place: int, mark: Mark) -> bool:
        """Whether the item before this one ends here: nothing but its own lines stands between, of one sentence.

        An item that holds whole sentences ends with one: "11. The vote was taken. The number for it was / 12. The …".
        """
        is_bullet = mark.style is MarkStyle.BULLET
        for here in range(place - 1, max(-1, place - _NEAR), -1):
            near = self.marks[here]
            if near is not None and _are_of_one_list(near, mark):
                return is_bullet or not self._holds_sentence(here, place)
            line = self.lines[here]
            if here == 0 or line.blank_before or not (is_bullet or self._goes_on(here)):
                return False
        return False

    def _goes_on(self, place: int) -> bool:
        return self.wrapping.is_broken_off(self.lines[place - 1], self.lines[place], self.longest[place])

    def _counts_below(self, place: int, mark: Mark) -> bool:
        """Whether the next mark of a list stands below: anywhere if this one opens it, else right below this item."""
        is_first = mark.style is MarkStyle.BULLET or mark.value.lower() in _FIRST
        for here in range(place + 1, min(len(self.lines), place + _NEAR)):
            line, near = self.lines[here], self.marks[here]
            if line.blank_before or not (is_first or self._goes_on(here)):
                return False
            if near is not None and _are_of_one_list(mark, near):
                return is_first or not self._holds_sentence(place, here)
        return False

    def _holds_sentence(self, start: int, end: int) -> bool:
        return any(_INNER_STOP.search(line.text) for line in self.lines[start:end])


def without_wrapped(
    lines: Sequence[Line], marks: Sequence[Mark | None], kinds: Sequence[MarkupKind], wrapping: Wrapping
) -> tuple[list[Mark | None], frozenset[int]]:
    """Removes the marks that are words of a sentence, which a full line pushed to the head of the next.

    Returns the rest, and the places of those lines. Input: `kinds` are those of the lines, page marks as furniture. A
    mark that counts on in a list is kept, unless the list stands within a line: "(i) the mill, (ii) the pond" is one
    paragraph wherever its lines end. Cost: linear.
    """
    known: dict[tuple[MarkStyle, str, str], int] = {}
    for place, mark in enumerate(marks):
        if mark is not None:
            known.setdefault((mark.style, mark.brackets, mark.value), place)
    candidates = _Candidates(
        lines, marks, _places_above(lines, kinds), _longest_beside(lines), wrapping.patterns, wrapping, known
    )
    wrapped = frozenset(
        place for place, mark in enumerate(marks) if mark is not None and candidates.is_wrapped(place, mark)
    )
    return [None if place in wrapped else mark for place, mark in enumerate(marks)], wrapped


def _places_above(lines: Sequence[Line], kinds: Sequence[MarkupKind]) -> list[int | None]:
    """Finds the line of text right above each, over what a page break printed; `None` below a blank line."""
    found: list[int | None] = []
    last: int | None = None
    is_over_page = False
    for place, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        is_over_page = is_over_page or line.page_before
        found.append(None if line.blank_before and not is_over_page else last)
        is_over_page = kind is MarkupKind.FURNITURE
        if not is_over_page:
            last = place if kind is MarkupKind.TEXT else None
    return found


def _longest_beside(lines: Sequence[Line]) -> list[int]:
    """Measures the longest line of each block of lines without a blank one between."""
    found: list[int] = []
    first = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or lines[end].blank_before:
            longest = max(line.indent + len(line.text) for line in lines[first:end])
            found += [longest] * (end - first)
            first = end
    return found


def _is_run_in(lines: Sequence[Line], place: int, mark: Mark) -> bool:
    """Whether the mark before this one, "(i)" before "(ii)", stands within a line of the same block above."""
    if mark.brackets != "()":
        return False
    before = tuple(f"({value})" for value in values_before(mark))
    for here in range(place - 1, max(-1, place - _NEAR), -1):
        if any(lines[here].text.find(value, 1) > 0 for value in before):
            return True
        if lines[here].blank_before or lines[here].text.startswith(before):
            return False
    return False


def _are_of_one_list(mark: Mark, below: Mark) -> bool:
    """Whether the second of two marks is the next one of a list."""
    if mark.brackets != below.brackets:
        return False
    if mark.style is MarkStyle.BULLET or below.style is MarkStyle.BULLET:
        return mark.style is below.style and mark.value == below.value
    if mark.style in COUNTING:
        return mark.style is below.style and mark.value in siblings(below) and _figures(mark) < _figures(below)
    return below.style not in COUNTING and mark.value in values_before(below)


def _figures(mark: Mark) -> list[int]:
    return [int(figure) for figure in _FIGURES.findall(mark.value)]
