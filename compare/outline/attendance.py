"""Finds who was present, who sent apologies and who declared an interest.

    Present:- Councillor Ashby (in the Chair); Councillors Birch and Cole.     one line
    Attendees:                                                                 a label, names below it
      * [x] Dana Ekwueme
    1. Attendance and apologies                                                an item of the agenda
    Councillor Cole left the meeting at 7.15 pm.                               in the middle of another one

Inside an item fewer labels count: "Chair:" or "Members:" can begin any paragraph there.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from compare.outline.segment_view import HEAD, RoleClaims, SegmentView
from compare.style.house_style import HouseStyle
from compare.style.phrases import fold_blanks, folded_phrases, holds_any, phrase_stems, starting
from compare.values import Item, Role, SegmentKind

# The longest line, in characters, that can be a name with its office under a label of names.
_LONGEST_NAME = 110
# A line of fewer words than this is a label without a name.
_LABEL_WORDS = 4
# How many segments of front matter are searched for names.
_LONGEST_FRONT = 400
# The longest sentence that only records who came or went.
_LONGEST_MOVEMENT = 260
# The longest paragraph that is wholly a declaration of interest.
_LONGEST_DECLARATION = 700

_AFTER_LABEL = re.compile(r"[*_]{0,3}\s*(?:\([^)]{0,40}\))?\s*(?::-?|\\?[-–—](?=\s)|\t|$)")
_AFTER_APOLOGIES = re.compile(
    r"\s*(?:$|[*_]{0,3}\s*\\?[:–—-]|were\b|was\b|had\b|received\b|from\b|on behalf\b|for\b|of\b|have\b|there\b)",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"\([A-Z]{2,4}\)|[^\W\d]\s[-–—]\s[A-Z]")
_ATTENDANCE_WORDS = re.compile(
    r"(?i)^(?:welcome|introductions?|attendance|present)\b.*\b(?:apolog|absence|attend|present)|\battendees\b|^sederunt|\broll\b.*\bapolog"
)


class _Labels:
    """The labels of names, and the role each gives."""

    def __init__(self, style: HouseStyle) -> None:
        table = style.minutes
        self.present = starting((*table["attendance_labels"], *table["in_attendance_labels"]))
        self.inside = starting(table["attendance_labels_in_items"])
        self.apologies = starting(table["apologies_labels"])
        self.ends = starting(table["container_headings"])
        self.honorifics = starting(table["honorifics"])
        self.chair = folded_phrases(table["presiding_phrases"])

    def role(self, text: str, *, in_item: bool = False) -> Role | None:
        """Finds the role of a line that begins with a label of names; fewer labels count inside an item."""
        head = text[:HEAD].lstrip("*_# >")
        if head.startswith("|"):
            return self._role_of_row(text)
        end = self.apologies.end_of(head)
        if end is not None and _AFTER_APOLOGIES.match(head, end):
            return Role.APOLOGIES
        end = (self.inside if in_item else self.present).end_of(head)
        return Role.ATTENDANCE if end is not None and _AFTER_LABEL.match(head, end) else None

    def _role_of_row(self, text: str) -> Role | None:
        """Finds the role of a row of a table: by a label in its first cell, or a column "Present"."""
        cells = [cell.strip("*_: ") for cell in text[:HEAD].strip("| ").split("|")]
        if self.apologies.fullmatch(cells[0]):
            return Role.APOLOGIES
        return Role.ATTENDANCE if any(self.inside.fullmatch(cell) for cell in cells) else None

    def is_alone(self, text: str) -> bool:
        """Whether a label has no name after it on its line."""
        has_colon = text.rstrip("*_ -–").endswith(":")
        return (len(text) < _LONGEST_NAME and has_colon) or text.count(" ") < _LABEL_WORDS


def claim_attendance(
    view: SegmentView, roles: RoleClaims, items: tuple[Item, ...], style: HouseStyle, decides: Callable[[str], bool]
) -> None:
    """Claims the segments that record attendance, apologies and interests. Cost: linear."""
    labels = _Labels(style)
    first = items[0].first if items else len(view.segments)
    _claim_labelled(view, roles, labels, 0, min(first, _LONGEST_FRONT))
    _claim_items(view, roles, labels, items, style, decides)
    _claim_sentences(view, roles, labels, first, style, decides)


def _claim_labelled(view: SegmentView, roles: RoleClaims, labels: _Labels, first: int, last: int) -> None:
    """Claims lines of names, and what stands below a label of names."""
    current: Role | None = None
    for index in range(first, last):
        if not roles.is_free(index):
            continue
        text = view.texts[index]
        role = labels.role(text)
        if labels.ends.fullmatch(text[:60].strip("*_: ")):
            current = None
        elif role is not None:
            roles.claim(index, role)
            current = role
        elif current is not None and _is_name_line(view, labels, index):
            roles.claim(index, current)
        elif len(text) < HEAD and holds_any(fold_blanks(text), labels.chair):
            roles.claim(index, Role.ATTENDANCE)
        else:
            current = None


def _is_name_line(view: SegmentView, labels: _Labels, index: int) -> bool:
    text = view.texts[index]
    if view.is_kind(index, SegmentKind.HEADING):
        return _is_list_of_names(view, labels, index)
    if view.is_kind(index, SegmentKind.LIST_ITEM, SegmentKind.TABLE_ROW):
        return len(text) <= _LONGEST_NAME * 2
    if labels.honorifics.match(text) and len(text) <= HEAD:
        return True
    return len(text) <= _LONGEST_NAME and text.rstrip("-")[-1:] not in (":", "?", "!", ".", "") and text[:1].isupper()


def _is_list_of_names(view: SegmentView, labels: _Labels, index: int) -> bool:
    """Whether what looks like a heading names offices below a label alone: "A Ash (AA) – Clerk"."""
    text, above = view.texts[index], view.texts[index - 1] if index else ""
    is_below = labels.is_alone(above) and above.rstrip("*_ ").endswith(":")
    return is_below and not text.isupper() and view.segments[index].mark is None and _OFFICE.search(text) is not None


def _claim_items(
    view: SegmentView,
    roles: RoleClaims,
    labels: _Labels,
    items: tuple[Item, ...],
    style: HouseStyle,
    decides: Callable[[str], bool],
) -> None:
    """Claims the paragraphs of items that are about attendance, apologies or interests."""
    interests = starting(style.minutes["interest_headings"])
    anywhere = tuple(phrase for phrase in folded_phrases(style.minutes["interest_headings"]) if " " in phrase)
    for item in items:
        title = item.title
        role = labels.role(title, in_item=True) or (
            Role.INTEREST
            if interests.match(title) or (len(title) < _LONGEST_NAME and holds_any(fold_blanks(title), anywhere))
            else None
        )
        if role is None and _is_attendance_title(title, labels):
            role = Role.ATTENDANCE
        if role is None:
            continue
        is_office = (
            role is Role.ATTENDANCE and not labels.inside.match(title) and labels.present.fullmatch(title.strip("*_: "))
        )
        for index in range(item.first, item.last):  # a numbered paragraph is an item in itself
            if is_office and view.is_kind(index, SegmentKind.HEADING):
                break
            if role is not Role.INTEREST and labels.ends.fullmatch(view.texts[index][:60].strip("*_: ")):
                break
            if roles.is_free(index) and not view.is_kind(index, SegmentKind.HEADING) and not decides(view.texts[index]):
                own = labels.role(view.texts[index], in_item=True) if role is not Role.INTEREST else None
                if own is None and role is Role.ATTENDANCE and "pologies" in view.texts[index][:200]:
                    own = Role.APOLOGIES
                roles.claim(index, own or role)


def _is_attendance_title(title: str, labels: _Labels) -> bool:
    if labels.present.fullmatch(title.strip("*_: ")) and not labels.ends.fullmatch(title.strip("*_: ")):
        return True
    return len(title) <= _LONGEST_NAME and _ATTENDANCE_WORDS.search(title) is not None


def _claim_sentences(
    view: SegmentView, roles: RoleClaims, labels: _Labels, first: int, style: HouseStyle, decides: Callable[[str], bool]
) -> None:
    """Claims apologies, arrivals, departures and declarations that stand inside other items."""
    moved = folded_phrases(style.minutes["movement_phrases"])
    declared = folded_phrases(style.minutes["interest_phrases"])
    stems = phrase_stems((*style.minutes["movement_phrases"], *style.minutes["interest_phrases"]))
    below: Role | None = None
    for index in range(first, len(view.texts)):
        text = view.texts[index]
        if not roles.is_free(index) or view.is_kind(index, SegmentKind.HEADING):
            below = None
            continue
        role = labels.role(text, in_item=True)
        if role is not None and (":" in text[:60] or role is Role.APOLOGIES) and not view.segments[index].mark:
            roles.claim(index, role)
            below = role if labels.is_alone(text) else None
        elif below is not None and view.is_kind(index, SegmentKind.LIST_ITEM, SegmentKind.TABLE_ROW):
            roles.claim(index, below)
        else:
            below = None
            if len(text) > _LONGEST_DECLARATION or not holds_any(text, stems) or decides(text):
                continue
            folded = fold_blanks(text)
            if holds_any(folded, declared):
                roles.claim(index, Role.INTEREST)
            elif len(text) <= _LONGEST_MOVEMENT and text.count(". ") <= 1 and holds_any(folded, moved):
                roles.claim(index, Role.ATTENDANCE)
