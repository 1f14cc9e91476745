"""Reads the record of attendance as people: who stands under which label, with which office and mark.

    ## Attendance                                      a label
    - [x] Lena Marsh (Chair)                           present, ticked, chair
    Apologies for absence were received from Mr Pell.  a label and a person
    Councillor Cole left the meeting at 7.15 pm.       no list of people: left to whoever reads sentences

What is claimed as attendance but does not read as a list of people is no part of the roll.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from compare.outline.asides import Aside, aside_of, substitute_in_bracket
from compare.outline.attendance_labels import LONGEST_NAME, AttendanceLabels, FoundLabel
from compare.outline.entries import Entry, attendee_of, shifted, sign_of
from compare.outline.marking_codes import code_meanings, is_key_alone
from compare.outline.people import PeopleReader, people_reader
from compare.outline.same_names import may_be_same
from compare.outline.segment_view import SegmentView
from compare.outline.who_came import (
    Said,
    came_or_went,
    end_of_sentence,
    movement_of,
    said_of_people,
    says_nobody,
    sentences_about_people,
    without_agreement,
)
from compare.style.house_style import HouseStyle
from compare.style.phrases import fold_blanks, folded_phrases
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
        self._columns: tuple[str, ...] = ()
        self._style = style
        self._codes = _codes(view, style)
        self._presiding = frozenset(folded_phrases(style.minutes["presiding_phrases"]))
        self._lead_ins = frozenset(folded_phrases(style.minutes["roll_call_phrases"]))
        self.keys: list[int] = []
        self.movements: list[tuple[int, str]] = []
        self.asides: list[tuple[int, Entry, str, Span]] = []

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
        if self._codes and code_meanings(self._view.texts[index], self._style):
            self.keys.append(index)
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
        if self._codes and is_key_alone(text, self._style):
            self._take(index)
            self.keys.append(index)
            return
        if self._has_cells(index):
            self._sentence(index, text, 0)
            return
        self._columns = ()
        if self._moves(index, text):
            return
        parts = sentences_about_people(text, self._begins_list)
        unread = [part for part in parts if not self._sentence(index, text[slice(*part)], part[0])]
        if len(unread) < len(parts):  # what is no list of people stays what it is: "Mrs Orme took the chair."
            for start, end in unread:
                self._other(index, start, end)

    def _movements_of(self, index: int, text: str, people: Sequence[Entry], start: int) -> None:
        """Keeps what is said behind names of when the people came or went: "(from item 5)"."""
        for entry in people:
            for low, high in entry.notes:
                when = came_or_went(text[low:high])
                if when:
                    span = self._view.span(index, start + low, start + high)
                    self.others.append((span, f"{entry.name[-1] if entry.name else entry.handle} {when}"))

    def _moves(self, index: int, text: str) -> bool:
        """Keeps a sentence that says when somebody whom the list names came or went; it is no part of the list."""
        moved = movement_of(text, self._reader)
        if moved is None or not any(person.name[-1:] == (moved[0],) for person in self.people):
            return False
        self.movements.append((index, " ".join(moved)))
        return True

    def _begins_list(self, text: str) -> bool:
        is_told = says_nobody(text) or said_of_people(text, self._reader) is not None
        return is_told or self._labels.find(text) is not None or aside_of(text, self._reader, self._style) is not None

    def _sentence(self, index: int, text: str, start: int) -> bool:
        """Reads a sentence that begins `start` characters into a line; `False` where it is no list of people."""
        found = self._labels.find(text)
        said = said_of_people(text, self._reader) if found is None else None
        if found is None and said is None and self._tells_beside(index, text, start):
            return True
        entries = self._entries(
            index, found, *((text, 0) if said is None else (text[: said.people[1]], said.people[0]))
        )
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
        people = [self._without_substitute(index, text, entry, start, label) for entry in people]
        self.people.extend(self._attendee(index, shifted(entry, start), label) for entry in people)
        self._movements_of(index, text, people, start)
        notes = [note for entry in people for note in entry.notes if not came_or_went(text[slice(*note)])]
        notes += [(entry.start, entry.end) for entry in others]
        if said is not None and text[said.rest :].strip(" ."):
            notes.append((said.rest, len(text)))
        is_key = bool(self._codes) and bool(code_meanings(text, self._style))
        if is_key:
            self.keys.append(index)
        for low, high in (*notes, *([found.note] if found is not None and found.note and not is_key else [])):
            self._other(index, start + low, start + high)
        return True

    def _tells_beside(self, index: int, text: str, start: int) -> bool:
        """Takes a sentence that says that nobody was away, or says something of somebody whom the list names."""
        if says_nobody(text):
            self._take(index)
            self.nobody.append(index)
            rest = end_of_sentence(text)
            if text[rest:].strip(" ."):
                self._other(index, start + rest, start + len(text))
            return True
        aside = aside_of(text, self._reader, self._style)
        if aside is None:
            return False
        self._take(index)
        self._aside(index, aside, (start, start + len(text)), start)
        return True

    def _without_substitute(self, index: int, text: str, entry: Entry, start: int, label: int | None) -> Entry:
        """Somebody who was away, without the bracket that says who stood in."""
        is_away = label is not None and self.labels[label].group in ("apologies", "absent")
        found = substitute_in_bracket(text, entry, self._reader) if is_away else None
        if found is None:
            return entry
        aside, (low, high) = found
        self._aside(
            index, aside._replace(whom=entry.name[-1] if entry.name else ""), (start + low, start + high), start
        )
        return replace(entry, office="", said="")

    def _aside(self, index: int, aside: Aside, where: tuple[int, int], start: int) -> None:
        """Keeps what is said of somebody beside the list, to be added to the person when all are read."""
        whom = aside.whom
        if not whom and not aside.is_chair:
            away = [one for one in self.people if self._group_of(one) in ("apologies", "absent")]
            whom = away[-1].name[-1] if away and away[-1].name else ""
        office = "chair" if aside.is_chair else self._reader.office(f"substitute for {whom}") if whom else "substitute"
        self.asides.append((index, shifted(aside.person, start), office, self._view.span(index, *where)))

    def _group_of(self, person: Attendee) -> str:
        return self.labels[person.label].group if person.label is not None else ""

    def _is_chair_alone(self, person: Attendee) -> bool:
        """Whether a label says that somebody presided: "In the chair: Mrs Orme". "Chair: Mrs Orme" is an entry."""
        if person.label is None or person.mark or person.office != "chair":
            return False
        label = self.labels[person.label]
        return label.office == "chair" and label.words in self._presiding

    def _label_span(self, person: Attendee) -> Span:
        return self.labels[person.label].span if person.label is not None else person.span

    def _add_office(self, own: Attendee, office: str, span: Span) -> bool:
        """Gives an office to the one person of the list who is this one; `False` where there is none or several."""
        same = [
            place
            for place, person in enumerate(self.people)
            if may_be_same(own, person) and self._group_of(person) not in ("apologies", "absent")
        ]
        if len(same) == 1:
            person = self.people[same[0]]
            joined = " ".join(dict.fromkeys(filter(None, (person.office, office))))
            self.people[same[0]] = replace(person, office=joined, said=person.said or office, also=(*person.also, span))
        return len(same) == 1

    def add_asides(self) -> None:
        """Adds what is said of people beside the list to those whom it names; whoever it does not name was there."""
        for place in [at for at, one in enumerate(self.people) if self._is_chair_alone(one)][::-1]:
            person = self.people.pop(place)
            if not self._add_office(
                person, "chair", Span(min(self._label_span(person), person.span).start, person.span.end)
            ):
                self.people.insert(place, person)
        for index, entry, office, span in self.asides:
            own = attendee_of(self._view, index, entry)
            if not self._add_office(own, office, span):
                self.labels.append(RollLabel(index, span, office.split(" ")[0], office, "present", office))
                self.people.append(replace(own, office=office, said=office, label=len(self.labels) - 1))

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

    def _entries(self, index: int, found: FoundLabel | None, text: str, start: int) -> tuple[Entry, ...]:
        body, has_cells = found.body if found else start, self._has_cells(index)
        if has_cells and found is not None:  # "| Present | Office |" are the heads of columns, the first a label
            heads = self._reader.entries(text, body, is_row=True)
            if heads and all(entry.is_nobody for entry in heads):
                self._columns = self._reader.headings(text)
                return heads
        is_alone = found is None and len(text) <= LONGEST_NAME and "," not in text
        entries = self._reader.entries(
            text,
            body,
            is_row=has_cells and not text[:body].strip(),
            is_line=is_alone or self._view.is_kind(index, SegmentKind.LIST_ITEM),
            columns=self._columns,
            codes=self._codes,
        )
        if has_cells and entries and all(entry.is_columns for entry in entries):
            self._columns = self._reader.headings(text)
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
        low, high = start + said.words[0], start + said.words[1]
        span, words = self._view.span(index, low, high), " ".join(self._view.texts[index][low:high].split())
        self.labels.append(RollLabel(index, span, words, said.group, said.group))
        return len(self.labels) - 1

    def _status_label(self, index: int, entry: Entry) -> int:
        """What a mark beside a name says stands for the person's label."""
        printed = self._view.texts[index][slice(*entry.told)].strip(" |*_")
        words = entry.status if not printed or printed in self._codes else printed
        span = self._view.span(index, *entry.told)
        self.labels.append(RollLabel(index, span, words, entry.status, entry.status))
        return len(self.labels) - 1

    def _attendee(self, index: int, entry: Entry, label: int | None) -> Attendee:
        offices = (self.labels[label].office if label is not None else "", entry.office)
        return replace(
            attendee_of(self._view, index, entry),
            office=" ".join(dict.fromkeys(filter(None, offices))),
            label=self._status_label(index, entry) if entry.status else label,
        )

    def _other(self, index: int, start: int, end: int) -> None:
        words = without_agreement(self._view.texts[index][start:end])
        if words and words not in self._lead_ins:
            self.others.append((self._view.span(index, start, end), words))


def _codes(view: SegmentView, style: HouseStyle) -> dict[str, str]:
    """What codes beside names mean by the keys of a document."""
    reader = people_reader(style)
    return {
        code: reader.status_of(meaning) or fold_blanks(meaning)
        for text in view.texts
        for code, meaning in code_meanings(text, style).items()
    }


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
    builder.add_asides()
    if not builder.people:
        others = tuple(builder.others)
        return Roll(segments=tuple(builder.nobody), others=others, nobody=tuple(builder.nobody))
    used = {person.label for person in builder.people}
    # A heading above no people says nothing about anybody.
    idle = {
        label.segment
        for place, label in enumerate(builder.labels)
        if place not in used and roles[label.segment] not in _ROLES
    }
    segments = tuple(index for index in builder.segments if index not in idle)
    return Roll(
        tuple(builder.people),
        tuple(builder.labels),
        segments,
        tuple(builder.others),
        tuple(builder.nobody),
        tuple(builder.keys),
        tuple(builder.movements),
    )


def _is_sentence(text: str, entry: Entry) -> bool:
    """Whether what names nobody is too long to stand among names."""
    return text[entry.start : entry.end].count(" ") >= _MOST_WORDS_OF_OTHER


def _next_roles(roles: tuple[Role, ...], index: int) -> tuple[Role, ...]:
    """The role of the next segment that is no furniture."""
    for role in roles[index + 1 : index + 4]:
        if role is not Role.FURNITURE:
            return (role,)
    return ()
