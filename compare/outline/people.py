"""Reads a line of a list of people: who is named, with which title, office and mark.

    Councillors Ashby, J. Birch (Vice-Chair) and Cole      three people, one of them with an office
    * [x] @lmarsh (Lena Marsh - observer)                  one: ticked, with a handle and an office
    | Lena Marsh | Moss Ltd | P |                          one: of Moss Ltd, present
    Tom Odell*, the Clerk and 3 members of the public      one person with a star, and two passages that name nobody

A passage that cannot be read as a person is kept as it is; whoever compares decides what to do with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from compare.outline.entries import FIGURE, MEANINGS_OF_SIGNS, SIGN, Beside, Entry, Named, plain_words
from compare.outline.list_cuts import Cut, cells_of, cuts, trim, trimmed, without_markup
from compare.outline.offices import Offices, offices_of
from compare.style.house_style import HouseStyle
from compare.style.phrases import any_of, fold_blanks, starting
from compare.text.tokens import fold_key

# The most words of one name: "Maria del Carmen de la Cruz Pell" is seven.
_MOST_NAME_WORDS = 7
# The longest passage between two commas that may be a person with an office, and the longest that may name nobody.
# Unit: characters.
_LONGEST_ENTRY = 160
# The longest post behind a name and a dash. Unit: characters.
_LONGEST_POST = 90
# What is read of a line to see whether it names people. Unit: characters.
_LONGEST_LIST = 400
# Words of what somebody said; so many of them make what stands behind a dash no post.
_SAID = frozenset(
    ("that", "is", "was", "are", "were", "we", "i", "it", "would", "have", "has", "will", "this", "they", "should")
)
_FEWEST_SAID = 2

# A word between blanks, brackets around a code left out.
_CODE_WORD = re.compile(r"\(?(?P<code>[^\s()|]+)\)?")

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’.\-‐‑](?=[^\W_]))*\.?")
_NUMBER_CELL = re.compile(r"\s*\d{1,3}[.)]?\s*")
# "J." and "Jr." keep their full stop. Unit: characters.
_LONGEST_SHORT_FORM = 3
_TICKS, _CROSSES = frozenset(("x", "yes")), frozenset(("no",))
_FREE_COLUMNS = frozenset(("attendance", "attending"))  # they may hold notes alone: a gap below them says nothing
_STATUSES = frozenset(("present", "apologies", "absent"))
_NO_CODES: Mapping[str, str] = MappingProxyType({})


class _Words(NamedTuple):
    """The lists of a house style that names are read by."""

    titles: tuple[str, ...]
    title_forms: tuple[str, ...]
    plural_titles: tuple[str, ...]
    post_nominals: tuple[str, ...]
    name_particles: tuple[str, ...]
    nobody_phrases: tuple[str, ...]
    people_columns: tuple[str, ...]
    presence_marks: tuple[str, ...]
    labels: tuple[str, ...]
    presence_columns: tuple[str, ...]
    stand_in_phrases: tuple[str, ...]


class PeopleReader:
    """Reads entries by the words of a house style: titles, offices, particles of names. Built once for a style."""

    def __init__(self, words: _Words, offices: Offices) -> None:
        forms = {short.lower(): long.lower() for short, long in map(_equation, words.title_forms)}
        plural = dict(map(_equation, words.plural_titles))
        titles = {fold_blanks(title): fold_blanks(title) for title in words.titles}
        titles |= {fold_blanks(short): fold_blanks(long) for short, long in (*forms.items(), *plural.items())}
        titles.pop("deputy", None)
        self._titles = {title: forms.get(long, long) for title, long in titles.items()}
        self._plural = frozenset(map(fold_blanks, plural)) | {"councillors", "cllrs", "aldermen"}
        self._longest_title = max(title.count(" ") for title in titles) + 1
        self._after_name = frozenset(map(fold_key, words.post_nominals))
        self._particles = frozenset(map(fold_key, words.name_particles))
        self._offices = offices
        titles_before = any_of(tuple(self._titles))
        self._standing_in = re.compile(
            rf"(?i),?\s+(?P<how>{any_of(words.stand_in_phrases)}|for(?=\s+{titles_before}))\s+(?P<whom>[^\d,;()]+)$"
        )
        self._nobody = starting(words.nobody_phrases)
        self._columns = frozenset(map(fold_blanks, words.people_columns))
        self._marks = dict(_equation(fold_blanks(line)) for line in words.presence_marks)
        self._presence_columns = frozenset(map(fold_blanks, words.presence_columns))
        self._labels = frozenset(map(fold_blanks, words.labels))

    def entries(
        self,
        text: str,
        start: int = 0,
        *,
        is_row: bool = False,
        is_line: bool = False,
        columns: Sequence[str] = (),
        codes: Mapping[str, str] = _NO_CODES,
    ) -> tuple[Entry, ...]:
        """The parts of text[start:]; a row has cells, a line holds one person as a rule. Cost: linear.

        `columns` are the headings above the cells of a row, `codes` what codes beside names mean by their key.
        """
        clean = without_markup(text)
        if is_row:
            return tuple(self._row(clean, start, columns, codes))
        found = self._listed(clean, start, len(clean), is_line=is_line, codes=codes)
        return tuple(map(self._with_status, found))

    def headings(self, text: str) -> tuple[str, ...]:
        """The headings of the columns of a row, folded, empty cells too."""
        return tuple(fold_blanks(text[cell.start : cell.end]).strip(" *_:|\t") for cell in cells_of(text, 0))

    def office(self, words: str) -> str:
        """What words say of a person, in one form."""
        return self._offices.office(words)

    def status_of(self, meaning: str) -> str:
        """What the meaning of a mark amounts to: "present", "apologies", "absent", or nothing of that."""
        folded = fold_blanks(meaning).strip(" .")
        known = self._marks.get(folded, folded)
        return known if known in _STATUSES else ""

    def _with_status(self, entry: Entry) -> Entry:
        """The entry with a mark that says whether the person was there told apart from other marks."""
        return replace(entry, mark="", status=entry.mark) if entry.mark in _STATUSES else entry

    def names_people(self, text: str) -> bool:
        """Whether a line names people and little else."""
        entries = self.entries(text[:_LONGEST_LIST], is_row=text.startswith("|"), is_line=True)
        named = sum(entry.is_person or entry.is_nobody for entry in entries)
        return 2 * named > len(entries)

    # Lines with commas.

    def _listed(self, text: str, start: int, end: int, *, is_line: bool, codes: Mapping[str, str]) -> Iterator[Entry]:
        last: Entry | None = None
        title, followed = "", ""
        for cut in cuts(text, start, end):
            entry = self._entry(text, cut.start, cut.end, is_line=is_line, codes=codes)
            followed = cut.follows
            if entry is None:
                continue
            if last is not None and last.is_person and not entry.is_nobody:
                words = text[cut.start : cut.end].strip(" .*")
                if "," in followed and (
                    self._is_said_of_person(words, is_line=is_line)
                    if not entry.is_person
                    else is_line and len(last.name) > 1 == len(entry.name) and not entry.title and not entry.handle
                ):
                    last = self._with_office(last, text, cut)
                    continue
            if last is not None and followed.strip() == "," and self._is_office_before(text, last, entry):
                entry = self._with_office_before(text, last, entry)
                last = None
            if entry.is_person:
                title = self._title_for_all(text, entry) if entry.title else title
                entry = replace(entry, title=title) if title and not entry.title else entry
            if last is not None:
                yield last
            last = entry
        if last is not None:
            yield last

    def _with_office(self, person: Entry, text: str, cut: Cut) -> Entry:
        words = text[cut.start : cut.end]
        if FIGURE.search(words):
            return replace(person, end=trimmed(text, cut)[1], notes=(*person.notes, trimmed(text, cut)))
        office = " ".join(filter(None, (person.office, self._offices.office(words))))
        said = ", ".join(filter(None, (person.said, plain_words(words))))
        return replace(person, end=trimmed(text, cut)[1], office=office, said=said)

    def _is_said_of_person(self, words: str, *, is_line: bool) -> bool:
        """Whether words behind a name and a comma are the person's office or body: ", Clerk", ", Moss Ltd"."""
        folded = fold_blanks(words)
        if len(words) > _LONGEST_ENTRY or folded.startswith(("the ", "and ", "a ", "no ")):
            return False
        return is_line or self._offices.is_office(folded) or self._offices.is_body(folded.split(" ")[-1])

    def _title_for_all(self, text: str, person: Entry) -> str:
        """The title that stands before the first of several names, of those that follow too: "Councillors"."""
        plain = fold_blanks(text[person.named[0] : person.named[1]]).split(" ")[0]
        return person.title if plain in self._plural else ""

    def _with_office_before(self, text: str, office: Entry, person: Entry) -> Entry:
        words = text[office.start : office.end]
        return replace(
            person, start=office.start, office=self._offices.office(words), said=plain_words(words).removeprefix("the ")
        )

    def _is_office_before(self, text: str, office: Entry, person: Entry) -> bool:
        """Whether an office and a comma stand before whoever holds it: "the Town Clerk, Mrs Fenn"."""
        if office.is_person or office.is_nobody or not person.name or not person.title or person.office:
            return False
        return self._offices.is_office(fold_blanks(text[office.start : office.end]).removeprefix("the "))

    # Rows of a table.

    def _row(self, text: str, start: int, columns: Sequence[str], codes: Mapping[str, str]) -> Iterator[Entry]:
        cells = list(cells_of(text, start))
        filled = [cell for cell in cells if text[cell.start : cell.end].strip(" |\t")]
        if all(fold_blanks(text[c.start : c.end]).strip(" *_:|") in self._columns for c in filled):
            if filled:
                yield Entry(filled[0].start, filled[-1].end, is_nobody=True, is_columns=True)
            return
        heads = (*columns, *("",) * (len(cells) - len(columns)))[-len(cells) :] if len(columns) <= len(cells) else ()
        person, before = self._person_of_row(text, filled, codes)
        if person is None:
            for cell in before:
                yield self._entry(text, cell.start, cell.end, is_line=False) or Entry(cell.start, cell.end)
            return
        for place, cell in enumerate(cells):
            if cell not in filled or cell.start < person.named[1]:
                continue
            mark = self._mark_of_cell(text, cell, codes)
            if mark is not None:
                person = self._marked_in_cell(person, cell, mark, heads[place] if heads else "")
            else:
                person = self._with_office(person, text, cell)
        yield self._unmarked(person, cells, heads)

    def _person_of_row(
        self, text: str, cells: Sequence[Cut], codes: Mapping[str, str]
    ) -> tuple[Entry | None, list[Cut]]:
        """The first person whom a row names, with the office in the cells before, and those cells."""
        entries = [(cell, self._name_of_cell(text, cell, codes)) for cell in cells]
        named = [(cell, entry) for cell, entry in entries if entry is not None]
        if not named:
            return None, list(cells)
        own, person = next((both for both in named if both[1].title), named[0])
        before = [
            cell
            for cell in cells
            if cell.start < own.start and not _NUMBER_CELL.fullmatch(text[cell.start : cell.end].strip(" |*_\t"))
        ]
        for office in before:
            person = replace(self._with_office(person, text, office), end=person.end)
        return (replace(person, start=trimmed(text, before[0])[0]) if before else person), before

    def _name_of_cell(self, text: str, cell: Cut, codes: Mapping[str, str]) -> Entry | None:
        """The person whom a cell names, if it holds no mark and no office."""
        entry = self._entry(text, cell.start, cell.end, is_line=False)
        is_name = entry is not None and entry.is_person and self._mark_of_cell(text, cell, codes) is None
        words = fold_blanks(text[cell.start : cell.end].strip(" |*_\t"))
        return entry if is_name and not self._offices.is_office(words) else None

    def _mark_of_cell(self, text: str, cell: Cut, codes: Mapping[str, str]) -> str | None:
        words = text[cell.start : cell.end].strip(" |*_\t")
        mark = codes.get(words) or self._marks.get(fold_blanks(words).strip(" ."))
        return MEANINGS_OF_SIGNS[words] if mark is None and SIGN.fullmatch(words) else mark

    def _marked_in_cell(self, person: Entry, cell: Cut, mark: str, head: str) -> Entry:
        """A person of a row with the mark of one cell: a tick under "Apologies" says what the heading does."""
        column = "present" if head in self._presence_columns else self.status_of(head)
        status = mark if mark in _STATUSES else ""
        if column and mark in _TICKS:
            status = column
        elif column and mark in _CROSSES:
            status = "absent" if column == "present" else ""
        if status:
            return replace(person, end=cell.end, status=status, told=(cell.start, cell.end))
        return replace(person, end=cell.end, mark=f"{person.mark} {mark}".strip())

    def _unmarked(self, person: Entry, cells: Sequence[Cut], heads: Sequence[str]) -> Entry:
        """A person of a row without a tick under any of the headings that say who was there: one who was not."""
        if person.status or not heads:
            return person
        for cell, head in zip(cells, heads, strict=True):
            if head in self._presence_columns and head not in _FREE_COLUMNS and cell.start >= person.named[1]:
                return replace(person, status="absent", told=(cell.start, cell.end))
        return person

    # One entry.

    def _entry(
        self, text: str, start: int, end: int, *, is_line: bool, codes: Mapping[str, str] = _NO_CODES
    ) -> Entry | None:
        code = _code_beside(text, start, end, codes) if codes else None
        if code is not None:
            return self._coded_entry(text, (start, end), code, codes, is_line=is_line)
        start, end = trim(text, start, end)
        if start >= end:
            return None
        words = text[start:end]
        is_nobody = self._names_nobody(words)
        if is_nobody or len(words) > _LONGEST_ENTRY or fold_blanks(words).strip(" .*:()") in self._labels:
            return Entry(start, end, is_nobody=is_nobody)
        beside = Beside(text, start, end)
        beside.peel_marks()
        beside.peel_handle(self._offices.office)
        beside.peel_brackets(self._offices.office)
        beside.peel_presiding(self._offices.presiding, self._offices.office)
        beside.peel_stand_in(self._standing_in, self._offices.office)
        if not self._peel_post(beside):
            return Entry(start, end)
        if is_line:
            beside.peel_lone_mark(self._marks)
        named = self._name(beside.text, beside.begin, beside.end, allows_small=is_line)
        if named is not None:
            return beside.entry(start, end, named)
        return self._behind_handle(text, start, end, beside) if beside.handle is not None else Entry(start, end)

    def _coded_entry(
        self, text: str, whole: tuple[int, int], code: tuple[int, int], codes: Mapping[str, str], *, is_line: bool
    ) -> Entry:
        """The person beside a code of a key."""
        is_first = not text[whole[0] : code[0]].strip(" (")
        entry = self._entry(text, *((code[1], whole[1]) if is_first else (whole[0], code[0])), is_line=is_line)
        if entry is None or not entry.is_person:
            return Entry(*trim(text, *whole))
        low, high = min(entry.start, code[0]), max(entry.end, code[1])
        return replace(entry, start=low, end=high, mark=codes[text[slice(*code)]], told=code)

    def _names_nobody(self, words: str) -> bool:
        match = self._nobody.match(words.lstrip("*(_ "))
        return match is not None and match.end() >= len(words.strip(" .*_()"))

    def _peel_post(self, beside: Beside) -> bool:
        """Takes what stands behind a name and a dash or colon; `False` where that is what the person said."""
        dash = beside.dash()
        if dash is None:
            return True
        tail = beside.text[dash.end() : beside.end]
        if self._leads_to_name(beside, dash):
            beside.say(beside.text[beside.start : dash.start()], self._offices.office)
            beside.begin = dash.end()
            return True
        if not self._is_post(tail, is_after_colon=":" in dash.group()):
            return False
        known = self._marks.get(fold_blanks(tail).strip(" ."))
        if known is not None:
            beside.marks.append(known)
            beside.told = trim(beside.text, dash.end(), beside.end)
        elif FIGURE.search(tail):
            beside.notes.append(trim(beside.text, dash.end(), beside.end))
        else:
            beside.say(tail, self._offices.office)
        beside.end = dash.start()
        return True

    def _leads_to_name(self, beside: Beside, dash: re.Match[str]) -> bool:
        """Whether an office stands before whoever holds it: "Headteacher – Mr Pell", "Vice Chair: Lena Marsh"."""
        person = self._name(beside.text, dash.end(), beside.end, allows_small=False)
        if person is None:
            return False
        before = fold_blanks(beside.text[beside.start : dash.start()]).strip(" .*_")
        if self._offices.is_office(before):
            return True
        own = self._name(beside.text, beside.start, dash.start(), allows_small=False)
        return bool(person.title) and (own is None or not own.title) and not FIGURE.search(before)

    def _is_post(self, tail: str, *, is_after_colon: bool) -> bool:
        """Whether what stands behind a name and a dash or colon says who the person is, not what the person said."""
        words = fold_blanks(tail).strip(" .").split(" ")
        if is_after_colon:
            folded = " ".join(words)
            return (
                folded in self._marks
                or self._offices.is_office(folded)
                or self._offices.is_body(words[-1])
                or not folded
            )
        return len(tail) <= _LONGEST_POST and len(_SAID.intersection(words)) < _FEWEST_SAID

    def _behind_handle(self, text: str, start: int, end: int, beside: Beside) -> Entry:
        """The person of a handle whose name follows in brackets, or has none: "@lmarsh (Lena Marsh - observer)"."""
        handle = beside.handle
        if handle is None:
            return Entry(start, end)
        alone = Entry(
            start, end, handle.span(), handle.span(), handle=fold_key(handle.group()), mark=" ".join(beside.marks)
        )
        for low, high in beside.inside:
            if not text[low:high].strip():
                continue
            person = self._entry(text, low, high, is_line=False)
            if person is not None and person.is_person:
                return replace(person, start=start, end=end, handle=alone.handle, mark=alone.mark)
            return replace(alone, office=self._offices.office(text[low:high]), said=plain_words(text[low:high]))
        return alone if not text[handle.end() : end].strip(" -–—:()") else Entry(start, end)

    def _name(self, text: str, start: int, end: int, *, allows_small: bool) -> Named | None:
        """The name that text[start:end] is, if it is nothing else; one word in small letters where that is allowed."""
        start, end = trim(text, start, end)
        words = list(_WORD.finditer(text, start, end))
        rest = text[start:end]
        for word in words:
            rest = rest.replace(word.group(), "", 1)
        if not words or rest.strip(" .'’\t\n") or len(words) > _MOST_NAME_WORDS + self._longest_title:
            return None
        titles, place = self._leading_titles(words)
        own = words[place:]
        while len(own) > 1 and fold_key(own[-1].group().rstrip(".")) in self._after_name:
            own.pop()
        if not own or len(own) > _MOST_NAME_WORDS or not self._can_be_name(own, titles, allows_small=allows_small):
            return None
        last = words[-1]
        is_short = len(last.group()) <= _LONGEST_SHORT_FORM or fold_key(last.group().rstrip(".")) in self._titles
        stop = last.end() if is_short else last.start() + len(last.group().rstrip("."))
        is_for_several = bool(titles) and fold_blanks(words[0].group().rstrip(".")) in self._plural
        shown = own[0].start() if is_for_several else words[0].start()
        return Named(
            _name_words([word.group() for word in own]), " ".join(titles), (words[0].start(), stop), (shown, stop)
        )

    def _leading_titles(self, words: Sequence[re.Match[str]]) -> tuple[list[str], int]:
        """The titles that words begin with, and how many words they are."""
        keys = [fold_blanks(word.group().rstrip(".")) for word in words]
        place, titles = 0, []
        while place < len(keys):
            sizes = range(min(self._longest_title, len(keys) - place), 0, -1)
            size = next((size for size in sizes if " ".join(keys[place : place + size]) in self._titles), 0)
            if not size:
                break
            titles.append(self._titles[" ".join(keys[place : place + size])])
            place += size
        return titles, place

    def _can_be_name(self, words: Sequence[re.Match[str]], titles: Sequence[str], *, allows_small: bool) -> bool:
        """Whether words behind the titles can be a person's name: no office, no body, no label, capitals."""
        folded = fold_blanks(" ".join(word.group() for word in words))
        if not titles:
            if folded in self._columns or folded in self._labels or self._offices.is_office(folded):
                return False
            if self._offices.is_body(folded.split(" ")[-1]):
                return False
        if len(words) > 1 and fold_key(words[-1].group()) in self._particles:
            return False
        is_small = any(
            not word.group()[0].isupper() and fold_key(word.group()) not in self._particles for word in words
        )
        return not is_small or (allows_small and len(words) == 1 and not titles)


def _code_beside(text: str, start: int, end: int, codes: Mapping[str, str]) -> tuple[int, int] | None:
    """Where a code of a key stands behind a name; a sign may also stand before it."""
    words = list(_CODE_WORD.finditer(text, start, end))
    if len(words) > 1 and words[-1].group("code") in codes:
        return words[-1].span("code")
    is_first = len(words) > 1 and words[0].group("code") in codes and not words[0].group("code").isalnum()
    return words[0].span("code") if is_first else None


def people_reader(style: HouseStyle) -> PeopleReader:
    """The reader of a house style."""
    minutes, entities = style.minutes, style.entities
    return _reader(
        _Words(
            titles=(*entities["titles"], *minutes["honorifics"], *minutes["member_titles"]),
            title_forms=entities["title_forms"],
            plural_titles=(*entities["plural_titles"], *minutes["plural_member_titles"]),
            post_nominals=entities["post_nominals"],
            name_particles=entities["name_particles"],
            nobody_phrases=minutes["nobody_phrases"],
            people_columns=minutes["people_columns"],
            presence_marks=minutes["presence_marks"],
            labels=(*minutes["attendance_labels"], *minutes["in_attendance_labels"], *minutes["apologies_labels"]),
            presence_columns=minutes["presence_columns"],
            stand_in_phrases=minutes["stand_in_phrases"],
        ),
        offices_of(style),
    )


@lru_cache(maxsize=8)
def _reader(words: _Words, offices: Offices) -> PeopleReader:
    return PeopleReader(words, offices)


def _equation(line: str) -> tuple[str, str]:
    left, _, right = line.partition(" = ")
    return left, right


def _name_words(words: list[str]) -> tuple[str, ...]:
    """The words of a name folded, initials each for itself: "J.R. Pell" and "J R Pell" are j, r, pell."""
    found: list[str] = []
    for word in words:
        bare = fold_key(word)
        initials = [letter for letter in bare.split(".") if letter]
        if "." in bare and all(len(letter) == 1 for letter in initials):
            found.extend(initials)
        else:
            found.append(bare.rstrip("."))
    return tuple(found)
