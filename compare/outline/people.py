"""Reads a line of a list of people: who is named, with which title, office and mark.

    Councillors Ashby, J. Birch (Vice-Chair) and Cole      three people, one of them with an office
    * [x] @lmarsh (Lena Marsh - observer)                  one: ticked, with a handle and an office
    | Lena Marsh | Moss Ltd | P |                          one: of Moss Ltd, present
    Tom Odell*, the Clerk and 3 members of the public      one person with a star, and two passages that name nobody

A passage that cannot be read as a person is kept as it is; whoever compares decides what to do with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from compare.outline.segment_view import SegmentView
from compare.style.house_style import HouseStyle
from compare.style.phrases import fold_blanks, starting
from compare.text.tokens import fold_key
from compare.values import Attendee

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

_LINK = re.compile(r"!?\[([^\[\]]+)\](\([^\s()]*\)|\[[^\[\]]*\])")
_TAG = re.compile(r"<[^<>]{1,200}>")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)([^*_]*?[^\s*_])\1(?!\w)|`")
_BOX = re.compile(r"\s*\[([ xX]?)\](?!\()")
_SIGN = re.compile(r"[✓✔✅🗸✗✘❌✕✖❎🗙☑☒🗹🗷☐□❏❑❒◻⬜]")
_STARS = re.compile(r"[*†‡#^+]+")
_SIGNS = {**dict.fromkeys("✓✔✅🗸☑☒🗹🗷", "x"), **dict.fromkeys("✗✘❌✕✖❎🗙", "no"), **dict.fromkeys("☐□❏❑❒◻⬜", "")}
_BRACKET = re.compile(r"[(\[]([^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?)[)\]]?")
_HANDLE = re.compile(r"(?<!\w)@[\w-]+(?:/[\w-]+)?")
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’.\-‐‑](?=[^\W_]))*\.?")
_DASH = re.compile(r"\s[-–—]+\s|\s*[–—]\s*|:\s|\s[-–—]+$")
_AND = re.compile(r"[;,•·]|\s+(?:and|&)\s+", re.IGNORECASE)
# Two names with their initials and no comma between: "Lena Marsh (LM) Joan Moss (JM)".
_NO_COMMA = re.compile(r"(?<=[A-Z]{2}\))\s+(?=[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,4}\s*\([A-Z]{2,4}\))")
_NUMBER_CELL = re.compile(r"\s*\d{1,3}[.)]?\s*")
_FIGURE = re.compile(r"\d")
_WORDS_BEHIND = re.compile(r"[\s)\]]*([^\s()\[\]–—-][^()\[\]–—]*)")
_LONE_MARK = re.compile(r"(?<=[^\W\d_]{2})\s+(P|A|X|Y|N|Ap|Ab)\s*$")
_PRONOUNS = re.compile(
    r"(?:she|he|they|her|him|them|hers|his|theirs)(?:[/ ,]+(?:she|he|they|her|him|them|hers|his|theirs))+"
)
# "J." and "Jr." keep their full stop. Unit: characters.
_LONGEST_SHORT_FORM = 3
_STANDS_IN = "substitute for"  # one form of all that say so
_GENDERS = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of a line. Ranges are of the line's text; `name` is empty where nobody is named."""

    start: int
    end: int
    named: tuple[int, int] = (0, 0)
    shown: tuple[int, int] = (0, 0)  # the name as a report shows it
    name: tuple[str, ...] = ()
    title: str = ""
    handle: str = ""
    office: str = ""
    said: str = ""  # the office as printed
    mark: str = ""
    notes: tuple[tuple[int, int], ...] = ()  # what is said of the person with figures: "(from 7.15 pm)"
    is_nobody: bool = False  # "None", "There were no apologies", the headings of columns
    is_columns: bool = False  # of those, the headings

    @property
    def is_person(self) -> bool:
        """Whether somebody is named."""
        return bool(self.name or self.handle)


def shifted(entry: Entry, by: int) -> Entry:
    """An entry of a part of a line, as one of the line: the part begins `by` characters into it."""
    start, end = entry.start + by, entry.end + by
    named, shown = ((low + by, high + by) for low, high in (entry.named, entry.shown))
    notes = tuple((low + by, high + by) for low, high in entry.notes)
    return replace(entry, start=start, end=end, named=named, shown=shown, notes=notes) if by else entry


def attendee_of(view: SegmentView, index: int, entry: Entry) -> Attendee:
    """The person whom an entry of a segment names, as that entry alone says it: under no label yet."""
    return Attendee(
        segment=index,
        span=view.span(index, entry.start, entry.end),
        named=view.span(index, *entry.named),
        text=" ".join(view.texts[index][slice(*entry.shown)].split()),
        name=entry.name,
        title=entry.title,
        handle=entry.handle,
        office=entry.office,
        said=entry.said,
        mark=entry.mark,
    )


class _Cut(NamedTuple):
    start: int
    end: int
    follows: str  # the separator before it


class _Words(NamedTuple):
    """The lists of a house style that names are read by."""

    titles: tuple[str, ...]
    title_forms: tuple[str, ...]
    plural_titles: tuple[str, ...]
    post_nominals: tuple[str, ...]
    name_particles: tuple[str, ...]
    roles: tuple[str, ...]
    bodies: tuple[str, ...]
    chair_offices: tuple[str, ...]
    nobody_phrases: tuple[str, ...]
    people_columns: tuple[str, ...]
    presence_marks: tuple[str, ...]
    labels: tuple[str, ...]
    stand_in_phrases: tuple[str, ...]


class PeopleReader:
    """Reads entries by the words of a house style: titles, offices, particles of names. Built once for a style."""

    def __init__(self, words: _Words) -> None:
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
        roles = set(map(fold_blanks, words.roles))
        self._offices = frozenset(roles)
        self._office_ends = frozenset(role.rsplit(" ", 1)[-1] for role in roles)
        self._office_starts = frozenset(role.split(" ", 1)[0] for role in roles)
        self._bodies = frozenset(map(fold_key, words.bodies))
        self._chairs = frozenset(map(fold_blanks, words.chair_offices))
        self._presiding = re.compile(
            r"[,\s]+(?:\()?((?:(?:vice|deputy|depute)[\s-]+)?(?:"
            + "|".join(sorted(map(re.escape, self._chairs), key=len, reverse=True))
            + r"))\)?\s*$",
            re.IGNORECASE,
        )
        self._stand_in = starting(words.stand_in_phrases)
        self._nobody = starting(words.nobody_phrases)
        self._columns = frozenset(map(fold_blanks, words.people_columns))
        self._marks = dict(_equation(fold_blanks(line)) for line in words.presence_marks)
        self._labels = frozenset(map(fold_blanks, words.labels))

    def entries(self, text: str, start: int = 0, *, is_row: bool = False, is_line: bool = False) -> tuple[Entry, ...]:
        """The parts of text[start:]; a row has cells, a line holds one person as a rule. Cost: linear."""
        clean = _without_markup(text)
        if is_row:
            return tuple(self._row(clean, start))
        return tuple(self._listed(clean, start, len(clean), is_line=is_line))

    def names_people(self, text: str) -> bool:
        """Whether a line names people and little else."""
        entries = self.entries(text[:_LONGEST_LIST], is_row=text.startswith("|"), is_line=True)
        named = sum(entry.is_person or entry.is_nobody for entry in entries)
        return 2 * named > len(entries)

    # Lines with commas.

    def _listed(self, text: str, start: int, end: int, *, is_line: bool) -> Iterator[Entry]:
        last: Entry | None = None
        title, followed = "", ""
        for cut in _cuts(text, start, end):
            entry = self._entry(text, cut.start, cut.end, is_line=is_line)
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

    def _with_office(self, person: Entry, text: str, cut: _Cut) -> Entry:
        words = text[cut.start : cut.end]
        if _FIGURE.search(words):
            return replace(person, end=_trimmed(text, cut)[1], notes=(*person.notes, _trimmed(text, cut)))
        office = " ".join(filter(None, (person.office, self._office(words))))
        said = ", ".join(filter(None, (person.said, _plain(words))))
        return replace(person, end=_trimmed(text, cut)[1], office=office, said=said)

    def _is_said_of_person(self, words: str, *, is_line: bool) -> bool:
        """Whether words behind a name and a comma are the person's office or body: ", Clerk", ", Moss Ltd"."""
        folded = fold_blanks(words)
        if len(words) > _LONGEST_ENTRY or folded.startswith(("the ", "and ", "a ", "no ")):
            return False
        return is_line or self._is_office(folded) or folded.split(" ")[-1] in self._bodies

    def _title_for_all(self, text: str, person: Entry) -> str:
        """The title that stands before the first of several names, of those that follow too: "Councillors"."""
        plain = fold_blanks(text[person.named[0] : person.named[1]]).split(" ")[0]
        return person.title if plain in self._plural else ""

    def _with_office_before(self, text: str, office: Entry, person: Entry) -> Entry:
        words = text[office.start : office.end]
        return replace(person, start=office.start, office=self._office(words), said=_plain(words).removeprefix("the "))

    def _is_office_before(self, text: str, office: Entry, person: Entry) -> bool:
        """Whether an office and a comma stand before whoever holds it: "the Town Clerk, Mrs Fenn"."""
        if office.is_person or office.is_nobody or not person.name or not person.title or person.office:
            return False
        folded = fold_blanks(text[office.start : office.end])
        return folded.startswith("the ") and self._is_office(folded.removeprefix("the "))

    def _is_office(self, folded: str) -> bool:
        if folded in self._offices or folded in self._chairs:
            return True
        words = folded.split(" ")
        if len(words) == 1:
            return words[0] in self._office_ends
        if {"of", "for", "to"}.intersection(words) and words[0] in self._office_starts:
            return True
        return words[-1] in self._office_ends

    def _office(self, words: str) -> str:
        """What is said of a person, folded; one word for whoever presides."""
        folded = fold_blanks(words).strip(" .,:;()[]-*_")
        folded = re.sub(
            r"^(?:the|as|acting as) (?=\w)", lambda match: "acting " if "acting" in match[0] else "", folded
        )
        if folded in self._chairs:
            return "chair"
        if _PRONOUNS.fullmatch(folded):
            return ""
        stands_in = self._stand_in.match(folded)
        if stands_in:
            folded = f"{_STANDS_IN} {folded[stands_in.end() :]}"
        parts = [part for part in re.split(r"\W+", folded) if part]
        return " ".join(parts)

    # Rows of a table.

    def _row(self, text: str, start: int) -> Iterator[Entry]:
        cells = [cell for cell in _cells(text, start) if text[cell.start : cell.end].strip(" |\t")]
        read = [(cell, self._entry(text, cell.start, cell.end, is_line=False)) for cell in cells]
        if all(fold_blanks(text[c.start : c.end]).strip(" *_:|") in self._columns for c in cells):
            if cells:
                yield Entry(cells[0].start, cells[-1].end, is_nobody=True, is_columns=True)
            return
        person: Entry | None = None
        for cell, entry in read:
            words = text[cell.start : cell.end].strip(" |*_")
            mark = self._marks.get(fold_blanks(words).strip(" ."))
            if mark is None and _SIGN.fullmatch(words):
                mark = _SIGNS[words]
            if person is None:
                if entry is not None and entry.is_person and mark is None and not self._is_office(fold_blanks(words)):
                    person = entry
                elif not _NUMBER_CELL.fullmatch(words):
                    yield entry or Entry(cell.start, cell.end)
            elif mark is not None:
                person = replace(person, end=cell.end, mark=f"{person.mark} {mark}".strip())
            else:
                person = self._with_office(person, text, cell)
        if person is not None:
            yield person

    # One entry.

    def _entry(self, text: str, start: int, end: int, *, is_line: bool) -> Entry | None:
        start, end = _trim(text, start, end)
        if start >= end:
            return None
        words = text[start:end]
        if self._names_nobody(words):
            return Entry(start, end, is_nobody=True)
        if len(words) > _LONGEST_ENTRY or fold_blanks(words).strip(" .*:()") in self._labels:
            return Entry(start, end)
        beside = _Beside(text, start, end)
        beside.peel_marks()
        beside.peel_handle(self._office)
        beside.peel_brackets(self._office)
        beside.peel_presiding(self._presiding, self._office)
        if not self._peel_post(beside):
            return Entry(start, end)
        if is_line:
            beside.peel_lone_mark(self._marks)
        named = self._name(beside.text, start, beside.end, allows_small=is_line)
        if named is not None:
            return beside.entry(start, end, named)
        return self._behind_handle(text, start, end, beside) if beside.handle is not None else Entry(start, end)

    def _names_nobody(self, words: str) -> bool:
        match = self._nobody.match(words.lstrip("*(_ "))
        return match is not None and match.end() >= len(words.strip(" .*_()"))

    def _peel_post(self, beside: _Beside) -> bool:
        """Takes what stands behind a name and a dash or colon; `False` where that is what the person said."""
        dash = beside.dash()
        if dash is None:
            return True
        tail = beside.text[dash.end() : beside.end]
        if not self._is_post(tail, is_after_colon=":" in dash.group()):
            return False
        known = self._marks.get(fold_blanks(tail).strip(" ."))
        if known is not None:
            beside.marks.append(known)
        elif _FIGURE.search(tail):
            beside.notes.append(_trim(beside.text, dash.end(), beside.end))
        else:
            beside.say(tail, self._office)
        beside.end = dash.start()
        return True

    def _is_post(self, tail: str, *, is_after_colon: bool) -> bool:
        """Whether what stands behind a name and a dash or colon says who the person is, not what the person said."""
        words = fold_blanks(tail).strip(" .").split(" ")
        if is_after_colon:
            folded = " ".join(words)
            return folded in self._marks or self._is_office(folded) or words[-1] in self._bodies or not folded
        return len(tail) <= _LONGEST_POST and len(_SAID.intersection(words)) < _FEWEST_SAID

    def _behind_handle(self, text: str, start: int, end: int, beside: _Beside) -> Entry:
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
            return replace(alone, office=self._office(text[low:high]), said=_plain(text[low:high]))
        return alone if not text[handle.end() : end].strip(" -–—:()") else Entry(start, end)

    def _name(self, text: str, start: int, end: int, *, allows_small: bool) -> _Named | None:
        """The name that text[start:end] is, if it is nothing else; one word in small letters where that is allowed."""
        start, end = _trim(text, start, end)
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
        return _Named(
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
            if folded in self._columns or folded in self._labels or self._is_office(folded):
                return False
            if folded.split(" ")[-1] in self._bodies:
                return False
        if len(words) > 1 and fold_key(words[-1].group()) in self._particles:
            return False
        is_small = any(
            not word.group()[0].isupper() and fold_key(word.group()) not in self._particles for word in words
        )
        return not is_small or (allows_small and len(words) == 1 and not titles)


class _Named(NamedTuple):
    """A name: its folded words, its title, where both stand, and what of them a report shows."""

    name: tuple[str, ...]
    title: str
    span: tuple[int, int]
    shown: tuple[int, int]


class _Beside:
    """What stands beside a name, taken off an entry bit by bit; ranges stay those of the line."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.offices: list[str] = []
        self.said: list[str] = []
        self.marks: list[str] = []
        self.notes: list[tuple[int, int]] = []
        self.inside: list[tuple[int, int]] = []
        self.handle: re.Match[str] | None = None

    def say(self, words: str, office_of: Callable[[str], str]) -> None:
        """Takes words that say who the person is."""
        office = office_of(words)
        if office:
            self.offices.append(office)
            self.said.append(_plain(words))

    def peel_marks(self) -> None:
        """Takes a box, a sign or a star."""
        box = _BOX.match(self.text, self.start, self.end)
        if box is not None:
            self._blank(box.span())
            self.marks.extend(["x"] if box[1].strip() else [])
        for found in (*_SIGN.finditer(self.text, self.start, self.end),):
            self._blank(found.span())
            self.marks.extend(filter(None, [_SIGNS[found.group()]]))
        for found in (*_STARS.finditer(self.text, self.start, self.end),):
            self._blank(found.span())
            self.marks.append(found.group())

    def peel_handle(self, office_of: Callable[[str], str]) -> None:
        """Takes "@lmarsh", and a post behind it: "Lena Marsh @lmarsh Maintainer"."""
        self.handle = _HANDLE.search(self.text, self.start, self.end)
        if self.handle is None:
            return
        self._blank(self.handle.span())
        before, behind = self.text[self.start : self.handle.start()], self.text[self.handle.end() : self.end]
        if before.strip(" (["):
            post = _WORDS_BEHIND.match(behind)
            if post is not None:
                self.say(post[1], office_of)
                self._blank((self.handle.end() + post.start(1), self.handle.end() + post.end(1)))

    def peel_brackets(self, office_of: Callable[[str], str]) -> None:
        """Takes what brackets say; figures in them are no office: "(from 7.15 pm)"."""
        for bracket in (*_BRACKET.finditer(self.text, self.start, self.end),):
            self.inside.append(bracket.span(1))
            if _FIGURE.search(bracket[1]):
                self.notes.append(bracket.span(1))
            else:
                self.say(bracket[1], office_of)
            self._blank(bracket.span())

    def peel_presiding(self, presiding: re.Pattern[str], office_of: Callable[[str], str]) -> None:
        """Takes "in the Chair" or "Vice Chair" without brackets."""
        found = presiding.search(self.text, self.start, self.end)
        if found is not None and self.text[self.start : found.start()].strip():
            self._blank(found.span())
            self.offices, self.said = [office_of(found[1])], [_plain(found[1])]

    def peel_lone_mark(self, marks: Mapping[str, str]) -> None:
        """Takes one letter behind the name: "Lena Marsh P"."""
        lone = _LONE_MARK.search(self.text, self.start, self.end)
        if lone is not None:
            self.marks.append(marks.get(lone[1].lower(), lone[1].lower()))
            self.end = lone.start()

    def dash(self) -> re.Match[str] | None:
        """The first dash or colon behind a word."""
        found = _DASH.finditer(self.text, self.start, self.end)
        return next((dash for dash in found if self.text[self.start : dash.start()].strip()), None)

    def entry(self, start: int, end: int, named: _Named) -> Entry:
        """The entry of a name and what was taken off beside it."""
        return Entry(
            start,
            end,
            named.span,
            named.shown,
            named.name,
            named.title,
            fold_key(self.handle.group()) if self.handle else "",
            " ".join(self.offices),
            ", ".join(self.said),
            " ".join(self.marks),
            tuple(self.notes),
        )

    def _blank(self, span: tuple[int, int]) -> None:
        self.text = f"{self.text[: span[0]]}{' ' * (span[1] - span[0])}{self.text[span[1] :]}"


def genders_differ(one: str, other: str) -> bool:
    """Whether two titles are of a man and of a woman: "mr" and "mrs"."""
    own = {_GENDERS[word] for word in one.split() if word in _GENDERS}
    others = {_GENDERS[word] for word in other.split() if word in _GENDERS}
    return bool(own and others) and own != others


def sign_of(mark: str) -> str | None:
    """What a printed tick, cross or box says, as a mark beside a name; `None` where there is none."""
    found = _SIGN.search(mark)
    return _SIGNS[found.group()] if found else None


def people_reader(style: HouseStyle) -> PeopleReader:
    """The reader of a house style."""
    minutes, entities, words = style.minutes, style.entities, style.words
    return _reader(
        _Words(
            titles=(*entities["titles"], *minutes["honorifics"]),
            title_forms=entities["title_forms"],
            plural_titles=entities["plural_titles"],
            post_nominals=entities["post_nominals"],
            name_particles=entities["name_particles"],
            roles=(*entities["roles"], *entities["role_heads"], *words["roles"]),
            bodies=(*entities["body_nouns"], *words["organisation_words"]),
            chair_offices=minutes["chair_offices"],
            nobody_phrases=minutes["nobody_phrases"],
            people_columns=minutes["people_columns"],
            presence_marks=minutes["presence_marks"],
            labels=(*minutes["attendance_labels"], *minutes["in_attendance_labels"], *minutes["apologies_labels"]),
            stand_in_phrases=minutes["stand_in_phrases"],
        )
    )


@lru_cache(maxsize=8)
def _reader(words: _Words) -> PeopleReader:
    return PeopleReader(words)


def _plain(words: str) -> str:
    return " ".join(words.split()).strip(" .,:;()[]-–—*_|")


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


def _without_markup(text: str) -> str:
    """The text with links, tags and balanced emphasis blanked, every other character where it was."""
    if "](" in text or "][" in text:
        text = _LINK.sub(lambda link: " " + link[1] + " " * (len(link[0]) - len(link[1]) - 1), text)
    if "<" in text:
        text = _TAG.sub(lambda tag: (";" if tag[0].lower().startswith("<br") else " ").ljust(len(tag[0])), text)
    if "*" in text or "_" in text or "`" in text:
        text = _EMPHASIS.sub(
            lambda found: " " * len(found[1] or "`") + (found[2] or "") + " " * len(found[1] or ""), text
        )
    return text.replace("\\", " ").replace("\xa0", " ")


def _cuts(text: str, start: int, end: int) -> Iterator[_Cut]:
    """The parts between commas, semicolons and "and", outside brackets."""
    depth, at, follows = 0, start, ""
    separators = {found.start(): found for found in _AND.finditer(text, start, end)}
    if ")" in text:
        separators.update((found.start(), found) for found in _NO_COMMA.finditer(text, start, end))
    place = start
    while place < end:
        character = text[place]
        if character in "([":
            depth += 1
        elif character in ")]":
            depth = max(0, depth - 1)
        found = separators.get(place)
        if found is not None and depth == 0:
            if text[at : found.start()].strip():
                yield _Cut(at, found.start(), follows)
                follows = found.group()
            else:
                follows += found.group()
            at = place = found.end()
            continue
        place += 1
    if text[at:end].strip():
        yield _Cut(at, end, follows)


def _cells(text: str, start: int) -> Iterator[_Cut]:
    at = start
    for bar in re.finditer(r"[|\t]", text[start:]):
        yield _Cut(at, start + bar.start(), "|")
        at = start + bar.end()
    yield _Cut(at, len(text), "|")


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\n|,;:-–—.":
        start += 1
    while end > start and text[end - 1] in " \t\n|,;:":
        end -= 1
    return start, end


def _trimmed(text: str, cut: _Cut) -> tuple[int, int]:
    return _trim(text, cut.start, cut.end)
