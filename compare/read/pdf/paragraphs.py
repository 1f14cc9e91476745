"""Paragraphs from lines: what goes on, and where something new begins.

    The Chair welcomed the members, who had been asked to      the next word would not have fitted: it goes on
    attend.
    Cllr Ash                                                   the next word would have fitted: it does not
    Cllr Birch
    1.  That the report                                        a mark; what stands under its words belongs to it
        be noted.

A paragraph may go on over a page; whoever puts the pages together asks `goes_on` with the first line of the next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from compare.read.pdf.hyphenation import ends_tight
from compare.read.pdf.marks import Mark, half_points, mark_of, shape_of, without_mark
from compare.read.pdf.page_content import BOLD, Line
from compare.read.pdf.usual_measures import BLANK, Frame, Usual

# Points: lines that begin at one edge, or are centred on one place.
_SAME_EDGE = 1.7
_SAME_CENTRE = 3.0
# In sizes of the type: how far the first line of a paragraph may stand in, or the others hang under it.
_INDENT = 8.0
# Beyond this many times the usual step, a paragraph ends whatever its lines are like.
_LOOSER = 1.17
_LOOSEST = 2.6
# In sizes of the type: programs break lines a little before the edge.
_SLACK = 0.2
# The share of the column that a sentence leaves free at its end when another paragraph follows.
_ROOM = 0.35
# The same, where the edge of the column is a guess, for a line that does not end as a sentence does.
_GUESSED_ROOM = 0.25
# Points by which two steps of one paragraph differ.
_SAME_STEP = 0.7
_SAME_STEPS = 0.12  # the same as a share of the step
_SAME_SIZE = 0.07
_TYPED_MARK = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s")
_END = 8  # letters of a line's end: " and’”)"
_CLOSED = re.compile(r"(?:[.;:!?]|:\s?[-–—]|\b(?:and|or))[’”\"')]*$")


@dataclass(slots=True)
class Passage:
    """A paragraph in the making: its lines, the first without its mark."""

    lines: list[Line]
    frame: Frame
    mark: Mark | None = None
    mark_left: float = 0.0
    breaks: list[int] = field(default_factory=list)  # places in `lines` at which a page begins
    hang: float = 0.0  # where its words begin after a label and a tab

    @property
    def size(self) -> float:
        """The size of its type."""
        return self.lines[0].size


def start_passage(line: Line, after: Line | None, frame: Frame, usual: Usual) -> Passage:
    """A paragraph that begins with this line; `after` is the line below."""
    mark = mark_of(line, after, usual.hangs)
    return Passage([without_mark(line, mark) if mark else line], frame, mark, line.left)


def passages_of(lines: Sequence[Line], frame: Frame, usual: Usual) -> list[Passage]:
    """The paragraphs of a column. Cost: linear."""
    found: list[Passage] = []
    for place, line in enumerate(lines):
        after = lines[place + 1] if place + 1 < len(lines) else None
        if found and goes_on(found[-1], line, after, usual):
            found[-1].lines.append(line)
        else:
            found.append(start_passage(line, after, frame, usual))
    return found


def goes_on(passage: Passage, line: Line, after: Line | None, usual: Usual, *, is_over_page: bool = False) -> bool:
    """Whether a line is the next line of a paragraph; over a page, its step down says nothing."""
    before = passage.lines[-1]
    if line.is_turned or abs(line.size - passage.size) > _SAME_SIZE * passage.size + 0.1:
        return False
    if not is_over_page and not _is_near(passage, line, after, usual):
        return False
    if _begins_item(passage, line, after) or not _is_alike(before, line) or not _fits_edge(passage, line, usual):
        return False
    if is_over_page and line.pieces[0].dress & BOLD > before.pieces[-1].dress & BOLD and _is_closed(before):
        return False  # "Resolved:" at the head of a page
    return before.is_divided or ends_tight(before.text) or not _would_have_fitted(before, line, passage)


def _begins_item(passage: Passage, line: Line, after: Line | None) -> bool:
    """Whether a line begins with a mark, and is no line within a paragraph that looks so."""
    mark = mark_of(line, after)
    before = passage.lines[-1]
    if mark is not None:
        if _counts_within(passage, line, mark) and not _would_have_fitted(before, line, passage):
            return False
        is_in_list = passage.mark is not None and len(passage.lines) == 1
        return mark.is_sure or is_in_list or _is_closed(before) or _would_have_fitted(before, line, passage)
    return _TYPED_MARK.match(line.text) is not None and (passage.frame.is_guess or _is_closed(before))


def _counts_within(passage: Passage, line: Line, mark: Mark) -> bool:
    """Whether a mark like the paragraph's own stands under its words, not under its mark: counted in one sentence."""
    if passage.mark is None or line.left - passage.mark_left < 2 * _SAME_EDGE:
        return False
    return abs(line.left - passage.lines[0].left) <= _SAME_EDGE and shape_of(mark.text) == shape_of(passage.mark.text)


def _is_closed(line: Line) -> bool:
    """Whether a sentence, or an item of a list, may end with a line."""
    return _CLOSED.search(line.text[-_END:]) is not None


def _is_near(passage: Passage, line: Line, after: Line | None, usual: Usual) -> bool:
    """Whether the step down to a line is one within a paragraph."""
    lines = passage.lines
    step = lines[-1].base - line.base
    if step <= 0 or step > _LOOSEST * line.size:
        return False
    if len(lines) > 1 and not passage.breaks:
        before = lines[-2].base - lines[-1].base
        if before > 0:
            return abs(step - before) <= max(_SAME_STEP, _SAME_STEPS * before)
    if step <= _LOOSER * usual.step * line.size:
        return True
    # A paragraph that is set wider than most: its next step is the same. So is that of short paragraphs set apart.
    is_within = line.text[:1].islower() and not _is_closed(lines[-1])
    return is_within and after is not None and abs(line.base - after.base - step) <= _SAME_STEP


def _is_alike(before: Line, line: Line) -> bool:
    """Whether the type goes on as it was; a line all in bold above a plain one is a heading above its text."""
    return before.is_bold == line.is_bold or not before.is_bold or not line.text[:1].isupper()


def _would_have_fitted(before: Line, line: Line, passage: Passage) -> bool:
    """Whether the first word of a line had room at the end of the line before: then the writer ended it."""
    frame = passage.frame
    wanted = BLANK * line.size + line.first_word
    if _are_centred(before, line, frame):
        return before.right - before.left + wanted <= frame.right - frame.left
    room = frame.edge(line) - before.right
    if frame.is_guess and room < _GUESSED_ROOM * (frame.right - frame.left) and not _is_closed(before):
        return False
    if wanted <= room - _SLACK * line.size:
        return True
    if wanted <= room:
        return not line.text[:1].islower() and _is_closed(before)
    # What follows is wider than half a line: an address.
    return room > _ROOM * (frame.right - frame.left) and _is_closed(before)


def _are_centred(before: Line, line: Line, frame: Frame) -> bool:
    """Whether two lines stand over each other's middle, and not at one edge."""
    if abs(before.left - line.left) <= _SAME_EDGE or abs(_middle(before) - _middle(line)) > _SAME_CENTRE:
        return False
    if line.left < frame.left + line.size:
        return False  # the first line was set in, and ends as early by chance
    return abs(_middle(line) - (frame.left + frame.right) / 2) < 2 * _SAME_CENTRE


def _middle(line: Line) -> float:
    return (line.left + line.right) / 2


def _fits_edge(passage: Passage, line: Line, usual: Usual) -> bool:
    """Whether a line begins where the next line of the paragraph can begin."""
    lines = passage.lines
    if _are_centred(lines[-1], line, passage.frame):
        return True
    if len(lines) > 1:
        return abs(line.left - lines[-1].left) <= _SAME_EDGE
    if passage.mark is not None:
        return _fits_mark(passage, passage.mark, line, usual)
    return (passage.hang > 0 and abs(line.left - passage.hang) <= _SAME_EDGE) or _fits_first(lines[0], line, usual)


def _fits_mark(passage: Passage, mark: Mark, line: Line, usual: Usual) -> bool:
    """Under the words of a marked line, under its mark, or between: "100." takes more room than its list has for it."""
    is_list_hung = any(passage.mark_left + 2 < hang / 2 <= mark.hang + 0.3 for hang in usual.hangs)
    start = passage.mark_left + 2 * _SAME_EDGE if is_list_hung else min(passage.mark_left, passage.frame.left)
    return start - _SAME_EDGE <= line.left <= mark.hang + _SAME_EDGE


def _fits_first(first: Line, line: Line, usual: Usual) -> bool:
    """Under a first line that may be set in; not where first lines are set in, nor after a sentence."""
    indent = line.left - first.left
    if half_points(line.left) in usual.indents:
        return False
    if indent > _SAME_EDGE and _is_closed(first) and not line.text[:1].islower():
        return False
    return abs(indent) <= _INDENT * line.size
