"""The labels of names, and what each says of those named: present, in attendance, apologies, absent.

Present:- Councillor Ashby …            present
Apologies for absence were received     apologies
Chair: Lena Marsh                       present, and an office
Directors (those with * took part)      present, with a note
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from compare.outline.segment_view import HEAD
from compare.style.house_style import HouseStyle
from compare.style.phrases import fold_blanks, folded_phrases, starting
from compare.values import Role

# The longest line, in characters, that can be a name with its office under a label of names.
LONGEST_NAME = 110
# A line of fewer words than this is a label without a name.
_LABEL_WORDS = 4

_AFTER_LABEL = re.compile(r"[*_]{0,3}\s*(?:\([^)]{0,40}\))?\s*(?::-?|\\?[-–—](?=\s)|\t|$)")
_AFTER_APOLOGIES = re.compile(
    r"\s*(?:$|[*_]{0,3}\s*\\?[:–—-]|were\b|was\b|had\b|received\b|accepted\b|noted\b|sent\b|given\b|from\b"
    r"|on behalf\b|for\b|of\b|have\b|there\b)",
    re.IGNORECASE,
)
# What goes on a sentence of apologies before the first name: "for absence had been received from".
_BEFORE_NAMES = re.compile(
    r"(?:\s*\b(?:for|their|absence|inability|to|attend|lateness|non-attendance|were|was|are|had|has|have|been|received|sent"
    r"|given|tendered|submitted|accepted|noted|intimated|reported|announced|from|by|on|behalf|of)\b(?!\s+(?:the|a|an|no|not)\b))+"
    r"[\s:–—-]*",
    re.IGNORECASE,
)
_MARKS = "*_# >"
# "Those present were Ann Pell …", "Also in attendance was …".
_VERB_BEFORE_NAMES = re.compile(r"\s+(?:were|was)\b(?::\s*|\s+(?=[A-Z]))")
# What stands before the first name behind words that lead to it: "The meeting was attended by Ann Pell".
_BEFORE_FIRST_NAME = re.compile(r"[*_]{0,3}\s*(?::-?|\\?[-–—](?=\s))?[*_]{0,3}\s*(?=[A-Z@\[*_])")
# What may stand between a label and the names: emphasis, a note in brackets, a colon or a dash, the bar of a cell.
_LABEL_ENDS = re.compile(
    r"[*_]{0,3}\s*(?:\((?P<note>[^()]{0,60})\))?[*_]{0,3}\s*(?::-?[*_]{0,3}|\\?[-–—]+(?=\s)|\t|\||$)\s*"
)


class FoundLabel(NamedTuple):
    """A label at the beginning of a line. Ranges are of the line's text; `note` is what a bracket adds to it."""

    start: int
    end: int  # of the words of the label
    body: int  # where the names may begin
    group: str
    office: str
    note: tuple[int, int] | None


class AttendanceLabels:
    """The labels of names, and the role each gives."""

    def __init__(self, style: HouseStyle) -> None:
        table = style.minutes
        self.present = starting((*table["attendance_labels"], *table["in_attendance_labels"]))
        self.inside = starting(table["attendance_labels_in_items"])
        self.apologies = starting(table["apologies_labels"])
        self.ends = starting(table["container_headings"])
        self.honorifics = starting(table["honorifics"])
        self.chair = folded_phrases(table["presiding_phrases"])
        self.in_attendance = starting(table["in_attendance_labels"])
        self.absent = starting(table["absent_labels"])
        self.offices = starting(table["office_labels"])
        self.columns_of_names = frozenset(folded_phrases(table["people_columns_of_names"]))
        self.columns = frozenset(folded_phrases(table["people_columns"]))
        self.chairs = frozenset(folded_phrases(table["chair_offices"]))
        self.everybody = starting(table["everybody_phrases"])
        self.openings = starting(table["attendance_openings"])

    def role(self, text: str, *, in_item: bool = False) -> Role | None:
        """Finds the role of a line that begins with a label of names; fewer labels count inside an item."""
        head = text[:HEAD].lstrip("*_# >")
        if head.startswith("|"):
            return self._role_of_row(text, in_item=in_item)
        end = self.apologies.end_of(head)
        if end is not None and _AFTER_APOLOGIES.match(head, end):
            return Role.APOLOGIES
        end = (self.inside if in_item else self.present).end_of(head)
        if end is not None and (_AFTER_LABEL.match(head, end) or self._has_verb(head, end)):
            return Role.ATTENDANCE
        bar = "\t" if "\t" in head else "|"
        if bar in head and not in_item and self._heads_people(head.split(bar)):
            return Role.ATTENDANCE
        return None if self._opening(head, 0) is None else Role.ATTENDANCE

    def _has_verb(self, text: str, end: int) -> bool:
        """Whether a label of who was there goes on as a sentence: "Those present were Ann Pell"."""
        return self.inside_end(text, end) and _VERB_BEFORE_NAMES.match(text, end) is not None

    def inside_end(self, text: str, end: int) -> bool:
        """Whether the words before `end` are a label that says no more than that somebody was there."""
        words = fold_blanks(text[:end].strip(_MARKS + "|\t "))
        return words.endswith((" present", " attendance", " attending")) or words in ("present", "in attendance")

    def names_everybody(self, text: str) -> bool:
        """Whether a label says that all were there and names nobody: "Attendance: all"."""
        _, colon, rest = text.partition(":")
        return bool(colon) and self.everybody.fullmatch(rest.strip("*_ ."))

    def _role_of_row(self, text: str, *, in_item: bool) -> Role | None:
        """Finds the role of a row of a table: by a label in its first cell, a column "Present", or "Name | Role"."""
        cells = [cell.strip("*_: ") for cell in text[:HEAD].strip("| ").split("|")]
        if self.apologies.fullmatch(cells[0]):
            return Role.APOLOGIES
        if not in_item and self._heads_people(cells):
            return Role.ATTENDANCE
        return Role.ATTENDANCE if any(self.inside.fullmatch(cell) for cell in cells) else None

    def _heads_people(self, cells: Sequence[str]) -> bool:
        """Whether the cells of a row are the heads of a table of people: "Name", "Role", "Present"."""
        heads = [fold_blanks(cell.strip("*_: ")) for cell in cells if cell.strip()]
        is_table = len(heads) > 1 and self.columns.issuperset(heads)
        return is_table and not self.columns_of_names.isdisjoint(heads)

    def is_title(self, text: str) -> bool:
        """Whether a heading is such a label and nothing else: "Attendees"; of people nobody else has one."""
        words = text[:HEAD].strip("*_# >:")
        return self.inside.fullmatch(words) or self.apologies.fullmatch(words)

    def is_alone(self, text: str) -> bool:
        """Whether a label has no name after it on its line."""
        has_colon = text.rstrip("*_ -–").endswith(":")
        return (len(text) < LONGEST_NAME and has_colon) or text.count(" ") < _LABEL_WORDS

    def _opening(self, text: str, start: int) -> tuple[int, int] | None:
        """Where the words end that lead to names, and where those begin: "The meeting was attended by"."""
        end = self.openings.end_of(text, start)
        names = None if end is None else _BEFORE_FIRST_NAME.match(text, end)
        return None if end is None or names is None else (end, names.end())

    def find(self, text: str) -> FoundLabel | None:
        """The label that a line begins with, whatever the line's role; a row begins with its first cell."""
        start = len(text) - len(text.lstrip(_MARKS + "|\t "))
        opening = self._opening(text, start)
        if opening is not None:
            words = fold_blanks(text[start : opening[0]])
            return FoundLabel(start, *opening, "in attendance" if "in attendance" in words else "present", "", None)
        phrases = self.apologies if self.apologies.match(text, start) else self.present
        end = phrases.end_of(text, start)
        if end is None:
            return None
        words = text[start:end]
        if phrases is self.apologies:
            before = _BEFORE_NAMES.match(text, end)
            body = before.end() if before else end
            group = "absent" if self.absent.fullmatch(words) else "apologies"
        else:
            body = end
            group = "in attendance" if self.in_attendance.fullmatch(words) else "present"
        marks = _LABEL_ENDS.match(text, body)
        note = None
        if marks is None and self._has_verb(text, end):
            verb = _VERB_BEFORE_NAMES.match(text, end)
            body = verb.end() if verb else end
        elif marks is None:
            if body == end or phrases is not self.apologies:
                return None
        else:
            note = marks.span("note") if marks["note"] else None
            body = marks.end()
        inner = self.find(text[body:]) if body < len(text) and self.present.match(text, start) else None
        if inner is not None and not inner.office:  # "Roll call: Present – A. Ash"
            at, note = body, inner.note
            return FoundLabel(
                at + inner.start,
                at + inner.end,
                at + inner.body,
                inner.group,
                "",
                None if note is None else (at + note[0], at + note[1]),
            )
        folded = fold_blanks(words)
        office = ("chair" if folded in self.chairs else folded) if self.offices.fullmatch(words) else ""
        return FoundLabel(start, end, body, group, office, note)
