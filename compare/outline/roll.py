"""Reads the record of attendance as people: who stands under which label, with which office and mark.

    ## Attendance                                      a label
    - [x] Lena Marsh (Chair)                           present, ticked, chair
    Apologies for absence were received from Mr Pell.  a label and a person
    Councillor Cole left the meeting at 7.15 pm.       no list of people: left to whoever reads sentences

What is claimed as attendance but does not read as a list of people is no part of the roll.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from compare.outline.attendance_labels import LONGEST_NAME, AttendanceLabels, FoundLabel
from compare.outline.people import Entry, PeopleReader, attendee_of, people_reader, shifted, sign_of
from compare.outline.segment_view import SegmentView
from compare.outline.who_came import Said, said_of_people, says_nobody, sentences_about_people, without_agreement
from compare.style.house_style import HouseStyle
from compare.style.phrases import fold_blanks
from compare.values import Attendee, Role, Roll, RollLabel, SegmentKind, Span

_ROLES = (Role.ATTENDANCE, Role.APOLOGIES)
# A passage longer than this among the people of a line makes the line a sentence. Unit: words.
_MOST_WORDS_OF_OTHER = 9
# The longest count of people who are not named, and what they are called. Unit: words.
_MOST_WORDS_OF_COUNT = 8
_PEOPLE = frozenset(
    (
        "member",
        "members",
        "public",
        "resident",
        "residents",
        "visitor",
        "visitors",
        "guest",
        "guests",
        "press",
        "people",
    )
)


class _RollBuilder:
    """Gathers the people, line by line."""

    def __init__(self, view: SegmentView, style: HouseStyle) -> None:
        self._view = view
        self._labels = AttendanceLabels(style)
        self._reader: PeopleReader = people_reader(style)
        self._number_words = frozenset(style.words["number_words"])
        self.people: list[Attendee] = []
        self.labels: list[RollLabel] = []
        self.segments: list[int] = []
        self.nobody: list[int] = []  # sentences that say that nobody apologised
        self.others: list[tuple[Span, str]] = []
        self._current: int | None = None

    def end_list(self) -> None:
        """What follows stands under no label."""
        self._current = None

    def head(self, index: int) -> bool:
        """Takes a heading as the label of what follows, if it is one."""
        found = self._labels.find(self._view.texts[index])
        if found is None or self._view.texts[index][found.body :].strip():
            self._current = None
            return False
        self._current = self._label(index, 0, found)
        self.segments.append(index)
        return True

    def subhead(self, index: int) -> None:
        """Takes a heading among the people as a label of the same group."""
        group = self.labels[self._current].group if self._current is not None else "present"
        text = self._view.texts[index].strip("*_# :")
        self.labels.append(
            RollLabel(index, self._view.span(index, 0, len(self._view.texts[index])), text, fold_blanks(text), group)
        )
        self._current = len(self.labels) - 1
        self.segments.append(index)

    def line(self, index: int) -> None:
        """Reads a line that is claimed as attendance, each sentence that tells of other people for itself."""
        text = self._view.texts[index]
        if self._has_cells(index):
            self._sentence(index, text, 0)
            return
        parts = sentences_about_people(text, self._begins_list)
        unread = [part for part in parts if not self._sentence(index, text[slice(*part)], part[0])]
        if len(unread) < len(parts):  # what is no list of people stays what it is: "Mrs Orme took the chair."
            for start, end in unread:
                self._other(index, start, end)

    def _begins_list(self, text: str) -> bool:
        is_told = says_nobody(text) or said_of_people(text, self._reader) is not None
        return is_told or self._labels.find(text) is not None

    def _sentence(self, index: int, text: str, start: int) -> bool:
        """Reads a sentence that begins `start` characters into a line; `False` where it is no list of people."""
        found = self._labels.find(text)
        said = said_of_people(text, self._reader) if found is None else None
        if found is None and says_nobody(text):
            self._take(index)
            self.nobody.append(index)
            return True
        entries = self._entries(index, found, text if said is None else text[: said.end])
        people = [entry for entry in entries if entry.is_person]
        others = [entry for entry in entries if not entry.is_person and not entry.is_nobody]
        if found is None and not people and not any(entry.is_nobody for entry in entries):
            is_count = self._counts_people(index, text, others)
            if is_count:
                self._take(index)
                self._other(index, others[0].start, others[0].end)
            return is_count
        if len(others) > len(people) + (found is not None) or any(map(partial(_is_sentence, text), others)):
            self._current = None if found is not None else self._current
            return False
        label = self._label_of_line(index, start, found, said, has_people=bool(people))
        self._take(index)
        if not people and any(entry.is_nobody and not entry.is_columns for entry in entries):
            self.nobody.append(index)
        self.people.extend(self._attendee(index, shifted(entry, start), label) for entry in people)
        notes = [note for entry in people for note in entry.notes] + [(entry.start, entry.end) for entry in others]
        if said is not None and text[said.said :].strip(" ."):
            notes.append((said.said, len(text)))
        for low, high in (*notes, *([found.note] if found is not None and found.note else [])):
            self._other(index, start + low, start + high)
        return True

    def _take(self, index: int) -> None:
        """Makes a segment one of the roll."""
        if not self.segments or self.segments[-1] != index:
            self.segments.append(index)

    def _label_of_line(
        self, index: int, start: int, found: FoundLabel | None, said: Said | None, *, has_people: bool
    ) -> int | None:
        """The label that the people of a line stand under: one of its own, or the one above."""
        label = self._current
        if said is not None:
            label = self._said_label(index, start, said)
            self._current = None
        if found is not None:
            label = self._label(index, start, found)
            if not has_people or not found.office:  # "Chair: Lena Marsh" says nothing of the lines below it
                self._current = label
        return label

    def _counts_people(self, index: int, text: str, others: list[Entry]) -> bool:
        """Whether a bullet below a label says how many others there were: "- 16 members of the public"."""
        if self._current is None or len(others) != 1 or not self._view.is_kind(index, SegmentKind.LIST_ITEM):
            return False
        words = fold_blanks(text[others[0].start : others[0].end]).split(" ")
        is_number = words[0].isdigit() or words[0] in self._number_words
        return is_number and len(words) <= _MOST_WORDS_OF_COUNT and not _PEOPLE.isdisjoint(words)

    def _has_cells(self, index: int) -> bool:
        text = self._view.texts[index]
        return self._view.is_kind(index, SegmentKind.TABLE_ROW) and ("|" in text or "\t" in text)

    def _entries(self, index: int, found: FoundLabel | None, text: str) -> tuple[Entry, ...]:
        body, has_cells = found.body if found else 0, self._has_cells(index)
        if has_cells and found is not None:  # "| Present | Office |" are the heads of columns, the first a label
            heads = self._reader.entries(text, body, is_row=True)
            if heads and all(entry.is_nobody for entry in heads):
                return heads
        is_alone = found is None and len(text) <= LONGEST_NAME and "," not in text
        entries = self._reader.entries(
            text,
            body,
            is_row=has_cells and not text[:body].strip(),
            is_line=is_alone or self._view.is_kind(index, SegmentKind.LIST_ITEM),
        )
        sign = sign_of(self._view.mark(index))
        if sign and entries and entries[0].is_person:  # the sign stands where a bullet would
            return (replace(entries[0], mark=f"{sign} {entries[0].mark}".strip()), *entries[1:])
        return entries

    def _label(self, index: int, start: int, found: FoundLabel) -> int:
        words = self._view.texts[index][start + found.start : start + found.end]
        span = self._view.span(index, start + found.start, start + found.body)
        self.labels.append(RollLabel(index, span, words, fold_blanks(words), found.group, found.office))
        return len(self.labels) - 1

    def _said_label(self, index: int, start: int, said: Said) -> int:
        """What a sentence says of the people before it stands for their label."""
        span = self._view.span(index, start + said.end + 1, start + said.said)
        words = " ".join(self._view.texts[index][start + said.end : start + said.said].split())
        self.labels.append(RollLabel(index, span, words, said.group, said.group))
        return len(self.labels) - 1

    def _attendee(self, index: int, entry: Entry, label: int | None) -> Attendee:
        offices = (self.labels[label].office if label is not None else "", entry.office)
        return replace(
            attendee_of(self._view, index, entry), office=" ".join(dict.fromkeys(filter(None, offices))), label=label
        )

    def _other(self, index: int, start: int, end: int) -> None:
        words = without_agreement(self._view.texts[index][start:end])
        self.others.append((self._view.span(index, start, end), words))


def read_roll(view: SegmentView, roles: tuple[Role, ...], style: HouseStyle) -> Roll:
    """The people of the record of attendance. Cost: linear in its lines."""
    if not any(role in _ROLES for role in roles):
        return Roll()
    builder = _RollBuilder(view, style)
    for index, role in enumerate(roles):
        if role is Role.FURNITURE:
            continue
        if role in _ROLES and not view.is_kind(index, SegmentKind.HEADING):
            builder.line(index)
        elif index + 1 < len(roles) and any(after in _ROLES for after in _next_roles(roles, index)):
            if (
                not builder.head(index)
                and view.is_kind(index, SegmentKind.HEADING)
                and index
                and roles[index - 1] in _ROLES
            ):
                builder.subhead(index)
        else:
            builder.end_list()
    if not builder.people:
        return Roll(segments=tuple(builder.nobody), nobody=tuple(builder.nobody))
    used = {person.label for person in builder.people}
    # A heading above no people says nothing about anybody.
    idle = {
        label.segment
        for place, label in enumerate(builder.labels)
        if place not in used and roles[label.segment] not in _ROLES
    }
    segments = tuple(index for index in builder.segments if index not in idle)
    return Roll(tuple(builder.people), tuple(builder.labels), segments, tuple(builder.others), tuple(builder.nobody))


def _is_sentence(text: str, entry: Entry) -> bool:
    """Whether what names nobody is too long to stand among names."""
    return text[entry.start : entry.end].count(" ") >= _MOST_WORDS_OF_OTHER


def _next_roles(roles: tuple[Role, ...], index: int) -> tuple[Role, ...]:
    """The role of the next segment that is no furniture."""
    for role in roles[index + 1 : index + 4]:
        if role is not Role.FURNITURE:
            return (role,)
    return ()
