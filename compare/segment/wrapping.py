"""Whether a line ended because it was full, or because its writer ended it.

    The Chair welcomed the members and                full: the next line goes on
    thanked the clerk.
    The report was noted.                             ended: the next line is a paragraph of its own
    The next meeting would be on Monday
    7. It was agreed that                             full: "7." is no mark

The width is learnt from the lines that certainly break in mid-sentence; a text without such lines has a paragraph on
every line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.segment.headings import Looks, atx_heading
from compare.segment.lines import Line
from compare.segment.marks import COUNTING, Mark, MarkStyle, siblings, values_before
from compare.segment.markup import MarkupKind

# A line that breaks off in mid-sentence and is shorter than this (characters) was not broken by a line width.
_SHORTEST_WRAPPED = 24
# A line without small letters after it must be this long, in characters, before its last word alone says "go on".
_SHORTEST_BROKEN_OFF = 40
# How many mid-sentence breaks show that a text is wrapped at all.
_PROOF = 3
# A line this much longer than the width was not wrapped at it.
_OVERLONG = 1.35

# How far the neighbour of a mark is looked for, in lines: a long item of a list printed in narrow columns.
_NEAR = 12

ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’)\]*_]*$|:-$|[:.]\s?[-–—][*_]*$")
_LABEL = re.compile(r"[*_]{0,3}[^\W_][\w .'’/()&-]{0,38}:[*_]{0,3}(?:-|\s|$)")
_FIRST_WORD = re.compile(r"\S+")


def ends_sentence(text: str) -> bool:
    """Whether a line ends with a stop, a colon or the like."""
    return ENDS_SENTENCE.search(text[-8:]) is not None


def line_width(lines: Sequence[Line], kinds: Sequence[MarkupKind]) -> int:
    """The width at which the text was wrapped, in columns; 0 if it was not. Cost: n log n."""
    lengths = sorted(
        above.indent + len(above.text)
        for above, line, kind_above, kind in zip(lines, lines[1:], kinds, kinds[1:], strict=False)
        if kind is kind_above is MarkupKind.TEXT
        and not line.blank_before
        and line.text[0].islower()
        and len(above.text) >= _SHORTEST_WRAPPED
        and not ends_sentence(above.text)
    )
    return lengths[len(lengths) * 9 // 10] if len(lengths) >= _PROOF else 0


class Wrapping:
    """How the lines of one text were wrapped."""

    def __init__(self, width: int, looks: Looks) -> None:
        self._width = width
        self._looks = looks

    def goes_on(self, above: Line, line: Line) -> bool:
        """Whether `line`, right below `above`, is the next line of its paragraph."""
        if (line.text[0] == "#" and atx_heading(line.text)) or self._looks.names_follow(line.text):
            return False  # "Present:" begins something, however full the line above
        has_ended = ends_sentence(above.text)
        length = above.indent + len(above.text)
        if line.text[0].islower() and not has_ended:
            return length >= _SHORTEST_WRAPPED
        is_full = self._is_full(length, line)
        if self._begins_block(line) and (has_ended or not is_full):
            return False
        return is_full or (not has_ended and length > _SHORTEST_BROKEN_OFF and self._breaks_off(above.text))

    def is_broken_off(self, above: Line, line: Line) -> bool:
        """Whether the line above was full and its sentence has not ended: whatever stands below goes on with it."""
        return not ends_sentence(above.text) and self._is_full(above.indent + len(above.text), line)

    def _is_full(self, length: int, line: Line) -> bool:
        """Whether the first word of the next line would not have fitted."""
        first = _FIRST_WORD.match(line.text)
        room = length + 1 + (first.end() if first else 0)
        return 0 < self._width <= room and length <= self._width * _OVERLONG

    def _begins_block(self, line: Line) -> bool:
        """Whether a line looks like the beginning of something: a label, a decision, a heading."""
        if _LABEL.match(line.text[:48]) or line.text[0] == "#":
            return True
        header = self._looks.headers.match_after_marks(line.text[:60])
        return (header is not None and not line.text[0].islower()) or self._looks.loud_heading(line.text) is not None

    def _breaks_off(self, text: str) -> bool:
        """Whether the last word of a line cannot be the last of a paragraph."""
        return text[-1] == "," or text[-24:].rsplit(None, 1)[-1].lower() in self._looks.never_last


def without_wrapped(lines: Sequence[Line], marks: Sequence[Mark | None], wrapping: Wrapping) -> list[Mark | None]:
    """The marks without those that a full line pushed to the head of the next.

    A mark whose neighbour in the count stands in the same block of lines is kept, unless it stands there within a line:
    "(i) the mill, (ii) the pond" is one paragraph wherever its lines end. Cost: linear.
    """
    kept = list(marks)
    for place, mark in enumerate(marks):
        line = lines[place]
        if mark is None or place == 0 or line.blank_before:
            continue
        if _is_run_in(lines, place, mark):
            kept[place] = None
        elif wrapping.is_broken_off(lines[place - 1], line):
            beside = (*_marks_beside(lines, marks, place, -1), *_marks_beside(lines, marks, place, 1))
            if not any(_are_of_one_list(mark, near) for near in beside):
                kept[place] = None
    return kept


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


def _marks_beside(lines: Sequence[Line], marks: Sequence[Mark | None], place: int, step: int) -> Iterator[Mark]:
    """The marks above (-1) or below (1) in the same block of lines, the nearest first."""
    for here in range(place + step, place + step * _NEAR, step):
        lower = here if step > 0 else here + 1
        if not 0 <= here < len(lines) or lines[lower].blank_before:
            return
        mark = marks[here]
        if mark is not None:
            yield mark


def _are_of_one_list(mark: Mark, near: Mark) -> bool:
    """Whether two marks look alike and follow each other, or could: letters and roman numbers by their looks alone."""
    if mark.brackets != near.brackets or (mark.style in COUNTING) != (near.style in COUNTING):
        return False
    if mark.style not in COUNTING:
        return mark.style is not MarkStyle.BULLET or mark.value == near.value
    return mark.style is near.style and near.value in siblings(mark)
