"""Finds who was present, who sent apologies and who declared an interest.

    Present:- Councillor Ashby (in the Chair); Councillors Birch and Cole.     one line
    Attendees:                                                                 a label, names below it
      * [x] Dana Ekwueme
    1. Attendance and apologies                                                an item of the agenda
    Councillor Cole left the meeting at 7.15 pm.                               in the middle of another one
    Tom Odell: The boats are late again.                                       what somebody said: no attendance

Inside an item fewer labels count: "Chair:" or "Members:" can begin any paragraph there. Where a heading such as
"Present" is the last of a page, the record of attendance ends where one of those present begins to speak.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from compare.outline.asides import stood_in
from compare.outline.attendance_labels import LONGEST_NAME, AttendanceLabels
from compare.outline.marking_codes import claim_by_codes
from compare.outline.people import PeopleReader, people_reader
from compare.outline.segment_view import HEAD, RoleClaims, SegmentView
from compare.outline.who_came import said_of_people, says_nobody, tells_movement
from compare.style.house_style import HouseStyle
from compare.style.phrases import fold_blanks, folded_phrases, holds_any, phrase_stems, starting
from compare.values import Item, Role, SegmentKind

# How many segments of front matter are searched for names.
_LONGEST_FRONT = 400
# The longest sentence that only records who came or went.
_LONGEST_MOVEMENT = 260
# The longest paragraph that is wholly a declaration of interest.
_LONGEST_DECLARATION = 700

# "Tom Odell: The boats are late", "Tom (he/him): yes".
_SPEECH = re.compile(
    r"[*_]{0,3}(?P<who>[^\W\d][^:;,|]{1,40}?)(?:\s*\([^)]{0,30}\))?[*_]{0,3}\s?:[*_]{0,3}\s+(?P<said>\S)"
)
# What is printed behind a heading and says which version follows: "Minutes (Draft)".
_NOTE = re.compile(r"\s*\([^()]{1,30}\)$")
# The longest line, in characters, that can be the title of what follows.
_LONGEST_TITLE = 60

# How many lines of a list without a label are read to see that it is one.
_LINES_OF_LIST = 2
_BOXED = re.compile(r"\W*\[[ xX]\]\s")
# Ticks, crosses and boxes before a name.
_SIGNS = "✓✔✅🗸✗✘❌✕✖❎🗙☑☒🗹🗷☐□❏❑❒◻⬜ "
_OFFICE = re.compile(r"\([A-Z]{2,4}\)|[^\W\d]\s[-–—]\s[A-Z]")
_ATTENDANCE_WORDS = re.compile(
    r"(?i)^(?:welcome|introductions?|attendance|present)\b.*\b(?:apolog|absence|attend|present)|\battendees\b|^sederunt|\broll\b.*\bapolog"
)


def claim_attendance(
    view: SegmentView, roles: RoleClaims, items: tuple[Item, ...], style: HouseStyle, decides: Callable[[str], bool]
) -> None:
    """Claims the segments that record attendance, apologies and interests. Cost: linear."""
    labels = AttendanceLabels(style)
    first = items[0].first if items else len(view.segments)
    claim_by_codes(view, roles, style)
    _claim_below_interests(view, roles, style, decides)
    _claim_labelled(view, roles, labels, style, 0, min(first, _LONGEST_FRONT))
    if items and items[0].number is None:  # the title of a page is its first item, and the people stand below it
        _claim_table(view, roles, labels, items[0])
    _claim_items(view, roles, labels, items, style, decides)
    _claim_sentences(view, roles, labels, first, style, decides)


def _claim_labelled(
    view: SegmentView, roles: RoleClaims, labels: AttendanceLabels, style: HouseStyle, first: int, last: int
) -> None:
    """Claims lines of names, and what stands below a label of names."""
    current: Role | None = None
    reader = people_reader(style)
    for index in range(first, last):
        if not roles.is_free(index):
            continue
        text = view.texts[index]
        role = None if _counts_topic(view, labels, index) else labels.role(text)
        if labels.ends.fullmatch(_NOTE.sub("", text[:60].strip("*_: "))):
            current = None
        elif role is not None:
            roles.claim(index, role)
            current = None if labels.names_everybody(text) else role
        elif (told := _told_role(view, index, reader)) is not None:
            roles.claim(index, told)
            current = None
        elif current is not None and _is_name_line(view, labels, reader, index):
            roles.claim(index, current)
        elif len(text) < HEAD and holds_any(fold_blanks(text), labels.chair):
            roles.claim(index, Role.ATTENDANCE)
        elif _opens_list(view, index, last, reader):
            roles.claim(index, Role.ATTENDANCE)
            current = Role.ATTENDANCE
        else:
            current = None


def _opens_list(view: SegmentView, index: int, last: int, reader: PeopleReader) -> bool:
    """Whether a line without a label above opens a list of the people who met: titles, or boxes, before two names."""
    if index and view.texts[index - 1].rstrip("*_ ").endswith(":"):
        return False  # of something else: "Speakers:"
    following = [at for at in range(index, min(last, index + _LINES_OF_LIST)) if len(view.texts[at]) < HEAD]
    found = [people for at in following if (people := _titled(view, at, reader))]
    return bool(following) and following[0] == index and bool(_titled(view, index, reader)) and sum(found) > 1


def _titled(view: SegmentView, index: int, reader: PeopleReader) -> int:
    """How many people a line names if it names nothing else, each with a title, or one behind a box to tick."""
    if view.is_kind(index, SegmentKind.HEADING, SegmentKind.FURNITURE):
        return 0
    text = view.texts[index]
    entries = reader.entries(text, is_line=True)
    if not entries or not all(entry.is_person for entry in entries):
        return 0
    is_boxed = _BOXED.match(f"{view.mark(index)} {text}") is not None and len(entries) == 1
    if is_boxed and (entries[0].handle or len(entries[0].name) > 1):
        return 1
    return len(entries) if all(entry.title for entry in entries) else 0


def _claim_table(view: SegmentView, roles: RoleClaims, labels: AttendanceLabels, item: Item) -> None:
    """Claims a table of people by the heads of its columns."""
    is_inside = False
    for index in range(item.first, item.last):
        if not view.is_kind(index, SegmentKind.TABLE_ROW):
            is_inside = is_inside and view.is_kind(index, SegmentKind.FURNITURE)
            continue
        is_inside = is_inside or labels.role(view.texts[index]) is Role.ATTENDANCE
        if is_inside:
            roles.claim(index, Role.ATTENDANCE)


def _counts_topic(view: SegmentView, labels: AttendanceLabels, index: int) -> bool:
    """Whether a label that is an office is a topic of a numbered list: "1) Quorum  2) Secretary"."""
    has_number = any(map(str.isdigit, view.mark(index)))
    return has_number and labels.offices.fullmatch(view.texts[index].strip("*_: "))


def _is_name_line(view: SegmentView, labels: AttendanceLabels, reader: PeopleReader, index: int) -> bool:
    text = view.texts[index].lstrip(_SIGNS)
    if view.is_kind(index, SegmentKind.HEADING):
        return _is_list_of_names(view, labels, index)
    if view.is_kind(index, SegmentKind.LIST_ITEM, SegmentKind.TABLE_ROW):
        is_numbered = any(map(str.isdigit, view.mark(index))) and text.endswith(".")
        return len(text) <= LONGEST_NAME * 2 and not (is_numbered and not reader.names_people(text))
    if labels.honorifics.match(text) and len(text) <= HEAD:
        return True
    return len(text) <= LONGEST_NAME and text.rstrip("-")[-1:] not in (":", "?", "!", ".", "") and text[:1].isupper()


def _is_list_of_names(view: SegmentView, labels: AttendanceLabels, index: int) -> bool:
    """Whether what looks like a heading names offices below a label alone: "A Ash (AA) – Clerk"."""
    text, above = view.texts[index], view.texts[index - 1] if index else ""
    is_below = labels.is_alone(above) and above.rstrip("*_ ").endswith(":")
    return is_below and not text.isupper() and view.segments[index].mark is None and _OFFICE.search(text) is not None


def _claim_items(
    view: SegmentView,
    roles: RoleClaims,
    labels: AttendanceLabels,
    items: tuple[Item, ...],
    style: HouseStyle,
    decides: Callable[[str], bool],
) -> None:
    """Claims the paragraphs of items that are about attendance, apologies or interests."""
    reader = people_reader(style)
    interests = starting(style.minutes["interest_headings"])
    anywhere = tuple(phrase for phrase in folded_phrases(style.minutes["interest_headings"]) if " " in phrase)
    for item in items:
        title = item.title
        role = labels.role(title, in_item=True) or (
            Role.INTEREST
            if interests.match(title) or (len(title) < LONGEST_NAME and holds_any(fold_blanks(title), anywhere))
            else None
        )
        if role is None and _is_attendance_title(title, labels):
            role = Role.ATTENDANCE
        if role is None:
            continue
        is_office = (
            role is Role.ATTENDANCE and not labels.inside.match(title) and labels.present.fullmatch(title.strip("*_: "))
        )
        if is_office and not _begins_with_people(view, item, reader):
            continue
        last = _first_speech(view, item, reader) if role is not Role.INTEREST and item.number is None else item.last
        for index in range(item.first, last):  # a numbered paragraph is an item in itself
            if is_office and index > item.first and not reader.names_people(view.texts[index]):
                break
            if role is not Role.INTEREST and labels.ends.fullmatch(view.texts[index][:60].strip("*_: ")):
                break
            if roles.is_free(index) and not view.is_kind(index, SegmentKind.HEADING) and not decides(view.texts[index]):
                own = labels.role(view.texts[index], in_item=True) if role is not Role.INTEREST else None
                if own is None and role is Role.ATTENDANCE and "pologies" in view.texts[index][:200]:
                    own = Role.APOLOGIES
                roles.claim(index, own or role)


def _begins_with_people(view: SegmentView, item: Item, reader: PeopleReader) -> bool:
    """Whether an item whose title may be an office or a list of names ("Clerk", "Guests") begins with people."""
    first = item.first if not view.is_kind(item.first, SegmentKind.HEADING) else item.first + 1
    following = (index for index in range(first, item.last) if not view.is_kind(index, SegmentKind.FURNITURE))
    index = next(following, None)
    return index is not None and reader.names_people(view.texts[index])


def _first_speech(view: SegmentView, item: Item, reader: PeopleReader) -> int:
    """Finds where somebody begins to speak who is named above, or the lines before it that name nobody; or the end.

    Cost: linear in the lines of the item, of which the beginnings are read for names.
    """
    listed: set[str] = set()
    end = item.first + 1
    for index in range(item.first + 1, item.last):
        text = view.texts[index]
        speech = _SPEECH.match(text)
        if (
            speech
            and not listed.isdisjoint(_called(reader, speech["who"]))
            and not reader.names_people(text[speech.start("said") :])
        ):
            return end
        names = [entry.name for entry in reader.entries(text[:HEAD], is_line=True) if entry.name]
        if names and reader.names_people(text):
            for name in names:
                listed.update((" ".join(name), name[0], name[-1]))
            end = index + 1
    return item.last


def _called(reader: PeopleReader, words: str) -> Iterator[str]:
    return (" ".join(entry.name) for entry in reader.entries(words, is_line=True) if entry.name)


def _is_attendance_title(title: str, labels: AttendanceLabels) -> bool:
    if labels.present.fullmatch(title.strip("*_: ")) and not labels.ends.fullmatch(title.strip("*_: ")):
        return True
    return len(title) <= LONGEST_NAME and _ATTENDANCE_WORDS.search(title) is not None


def _told_role(view: SegmentView, index: int, reader: PeopleReader) -> Role | None:
    """The role of a sentence that says of people named first that they came, or did not."""
    text = view.texts[index]
    if view.is_kind(index, SegmentKind.HEADING):
        return None
    if says_nobody(text):
        return Role.APOLOGIES
    said = said_of_people(text, reader)
    if said is not None:
        return Role.ATTENDANCE if said.group == "present" else Role.APOLOGIES
    if stood_in(text, reader) is not None:
        return Role.ATTENDANCE
    return Role.ATTENDANCE if tells_movement(text, reader) else None


def _claim_below_interests(
    view: SegmentView, roles: RoleClaims, style: HouseStyle, decides: Callable[[str], bool]
) -> None:
    """Claims what stands below a line "Declarations of interest", also where it begins no item."""
    headings = starting(style.minutes["interest_headings"])
    is_below = False
    for index, text in enumerate(view.texts):
        if view.is_kind(index, SegmentKind.FURNITURE):
            continue
        bare = text[:HEAD].strip("*_#: ")
        if len(text) <= LONGEST_NAME and headings.fullmatch(bare):
            is_below = True
        elif view.is_kind(index, SegmentKind.HEADING) or _looks_like_heading(view, index):
            is_below = False
        elif is_below and roles.is_free(index) and not decides(text):
            roles.claim(index, Role.INTEREST)


def _looks_like_heading(view: SegmentView, index: int) -> bool:
    """Whether a line may begin something else: a short one without an end stop, or a numbered one."""
    text = view.texts[index].rstrip("*_ ")
    if view.is_kind(index, SegmentKind.LIST_ITEM):
        return any(map(str.isdigit, view.mark(index))) and text[-1:] not in (".", ";")
    return (
        view.is_kind(index, SegmentKind.PARAGRAPH) and len(text) <= _LONGEST_TITLE and text[-1:] not in (".", ";", ",")
    )


def _claim_sentences(
    view: SegmentView,
    roles: RoleClaims,
    labels: AttendanceLabels,
    first: int,
    style: HouseStyle,
    decides: Callable[[str], bool],
) -> None:
    """Claims apologies, arrivals, departures and declarations that stand inside other items."""
    moved = folded_phrases(style.minutes["movement_phrases"])
    declared = folded_phrases(style.minutes["interest_phrases"])
    stems = phrase_stems((*style.minutes["movement_phrases"], *style.minutes["interest_phrases"]))
    reader = people_reader(style)
    below: Role | None = None
    titled: Role | None = None
    for index in range(first, len(view.texts)):
        text = view.texts[index]
        if view.is_kind(index, SegmentKind.HEADING):
            below, titled = None, labels.role(text, in_item=True) if labels.is_title(text) else None
            continue
        if not roles.is_free(index):
            below = titled = None
            continue
        if titled is not None and reader.names_people(text):  # "## Attendees" behind the last item, and who they were
            roles.claim(index, titled)
            below = titled
            continue
        titled = None
        role = labels.role(text, in_item=True)
        if role is not None and (":" in text[:60] or role is Role.APOLOGIES) and not view.segments[index].mark:
            roles.claim(index, role)
            below = role if labels.is_alone(text) else None
        elif below is not None and (
            view.is_kind(index, SegmentKind.LIST_ITEM, SegmentKind.TABLE_ROW)
            or (below is Role.INTEREST and labels.honorifics.match(text) and len(text) <= HEAD)
        ):
            roles.claim(index, below)
        else:
            below = None
            told = _told_role(view, index, reader) or _phrased_role(text, stems, declared, moved)
            if told is not None and not decides(text):
                roles.claim(index, told)
                below = told if told is Role.INTEREST and text.rstrip("*_ ").endswith(":") else None


def _phrased_role(text: str, stems: tuple[str, ...], declared: tuple[str, ...], moved: tuple[str, ...]) -> Role | None:
    """The role of a sentence by its phrases: a declaration of interest, or somebody who came or went."""
    if len(text) > _LONGEST_DECLARATION or not holds_any(text, stems):
        return None
    folded = fold_blanks(text)
    if holds_any(folded, declared):
        return Role.INTEREST
    is_movement = len(text) <= _LONGEST_MOVEMENT and text.count(". ") <= 1 and holds_any(folded, moved)
    return Role.ATTENDANCE if is_movement else None
