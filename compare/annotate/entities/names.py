"""Finds offices, bodies, organisations, places and Acts by their capitals, and asks for persons.

    Councillors Ashby, Odell and R. Quince; Ms Ines Varga, Assistant Director for Roads and Paths (Head of Service)
    └ PERSON ───────┘  └───┘     └───────┘  └───────────┘  └ ROLE ──────────────────────────────┘  └ ROLE ─────────┘

A name is a chain of capitalised words joined by blanks, "and", "of", "for the"; its last word decides what it names
("… Committee", "… Road", "… Act 1989"), a title before it or initials that it is a person. Work is done on the
capitalised words alone, from left to right, so that a long run of them costs no more than its length.
"""

from __future__ import annotations

import re

from compare.annotate.entities.candidates import Candidate
from compare.annotate.entities.capitals import ANDS, FORS, OFS, Capitals, CapitalWord, Step, capitals_of
from compare.annotate.entities.entity_tables import EntityTables, longest_phrase
from compare.annotate.entities.persons import PersonReader

_CHAIN_GAPS = OFS | ANDS | {" ", " upon ", " & the ", "-", "' "}
_COMPLEMENT_GAPS = frozenset({" ", " and ", " & "})
# Inside a law: "Local Government (Access to Information) Act", "Ponds (Wales) Measure", "Paths, Ponds and Lidos Act"
_LAW_GAP = re.compile(r" \([^()]{1,40}\) |, ")
_INSIDE_GAP = re.compile(r",? (?:to|in|as to|etc\.?,? and|with) |, ")
_YEAR_AFTER = re.compile(r"(?: \([^()]{1,40}\))?,? ((?:1[6-9]|20)\d\d)(?!\w)")
_BEFORE_LAW = re.compile(
    r"(?:(?<!\w)(?:sections?|schedules?|regulations?|parts?|articles?|paragraphs?|ss?\.|reg\.) ?[\dA-Z][\w().-]{0,12}"
    r"(?:(?: (?:and|to|of|or|-) |, )\d[\w().-]{0,12}){0,2} (?:of|to|in|under)(?: the)? ){1,3}$",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?(?: of)? $", re.IGNORECASE)
_BLANKS = re.compile(r" {2,}")
_YEARLESS = frozenset({"Act", "Acts", "Regulations", "Bill"})  # "the Licensing Act", but an "Order" needs its year
_ROMAN = re.compile(r"[IVXLC]+")

# Capitals looked at for the noun that ends a name, for the "Act" of a law, and after "University of"; the longest names
# of the samples have eight, ten and four. An acronym has at most seven letters, most of
# them capitals: NHSEI, WSoA.
_LONGEST_NAME, _LONGEST_LAW, _LONGEST_COMPLEMENT = 12, 14, 6
_BEFORE_LAW_REACH = 90  # characters of "Paragraph 3 of Part 1 of Schedule 12A to the"
_FEWEST, _LONGEST_ACRONYM = 2, 7


class NameReader:
    """Reads the capitalised words of one text."""

    def __init__(self, tables: EntityTables) -> None:
        self._tables = tables
        self._persons = PersonReader(tables)
        self._offices = OfficeReader(tables, self._persons)

    def read(self, text: str, lowered: str) -> list[Candidate]:
        """Returns every name in a levelled text, in order."""
        here = capitals_of(text, lowered)
        is_shouted = text.isupper()
        found: list[Candidate] = []
        place = 0
        listed = None  # where the last person of an open list ended
        while place < len(here.caps):
            step = (
                (self._persons.listed(here, place, listed) if listed is not None else None)
                or self._persons.read(here, place)
                or self._offices.read(here, place)
                or self._named(here, place, is_shouted=is_shouted)
            )
            if step is None:
                place += 1
            else:
                is_person = step[0][-1:] and step[0][-1].label == "PERSON"
                if is_person and (listed is not None or self._persons.opens_list(here, place)):
                    listed = step[0][-1].end
                found += step[0]
                place = max(step[1], place + 1)
        return found

    def _named(self, here: Capitals, place: int, *, is_shouted: bool) -> Step:
        """A law, a body, an organisation or a place; an acronym; a person known by the office behind the name."""
        cap = here.caps[place]
        if cap.text.lower() in self._tables.function_words:
            return None
        if law := self._law(here, place):
            return law
        noun = self._head_noun(here, place)
        if noun is not None and self._is_date(here, place, noun[1]):
            return None
        if noun is not None:
            end = self._complement_end(here.caps, noun[0])
            if end - place > 1 or noun[1] == "BODY":
                return (Candidate(cap.start, here.caps[end - 1].end, noun[1], None),), end
        if cap.text.lower() in self._tables.organisations or (
            not is_shouted and self._is_acronym(cap.text) and not _is_shouting(here.caps, place)
        ):
            return (Candidate(cap.start, cap.end, "ORG", None),), place + 1
        return self._persons.before_office(here, place)

    def _head_noun(self, here: Capitals, place: int) -> tuple[int, str] | None:
        """Finds the noun that decides what the chain of capitals at `place` names: its index and label."""
        found: tuple[int, str] | None = None
        for head in range(place, min(place + _LONGEST_NAME, len(here.caps))):
            cap = here.caps[head]
            label = self._tables.nouns.get(cap.text.lower().rpartition("-")[2], "LAW")
            if label != "LAW":
                found = head, label
            # A noun ends the name unless the next word goes on with it: "Town Hall Car Park"
            if (found and cap.gap != " ") or cap.gap not in _CHAIN_GAPS:
                break
            if self._persons.title_at(here, head + 1) or self._offices.starts_at(here, head + 1):
                break
        # The "Green" of "Government Green Paper" is no place.
        if found and found[1] == "LOC" and here.caps[found[0]].gap == " ":
            return None
        return found

    def _is_date(self, here: Capitals, place: int, label: str) -> bool:
        """Whether the name would begin with a date: "14 June Pond House", "the June Board"."""
        cap = here.caps[place]
        if cap.key not in self._tables.months:
            return False
        return label == "BODY" or _DAY_BEFORE.search(here.text, max(0, cap.start - 8), cap.start) is not None

    def _complement_end(self, caps: list[CapitalWord], head: int) -> int:
        """Past "of Leeds" in "University of Leeds", "for Roads and Paths" in "Department for …"."""
        takes = self._tables.takes_for if caps[head].gap in FORS else self._tables.takes_of
        if caps[head].text.lower() not in takes or caps[head].gap not in OFS:
            return head + 1
        end = head + 2
        while end < len(caps) and caps[end - 1].gap in _COMPLEMENT_GAPS and end - head <= _LONGEST_COMPLEMENT:
            end += 1
        return end

    def _law(self, here: Capitals, place: int) -> Step:
        is_open = False
        for head in range(place, min(place + _LONGEST_LAW, len(here.caps))):
            cap = here.caps[head]
            if self._tables.nouns.get(cap.text.lower()) == "LAW":
                year = _YEAR_AFTER.match(here.text, cap.end)
                if year is None and (head == place or not self._is_yearless(here, place, head)):
                    return None
                law = _law_found(here.text, here.caps[place].start, year.end() if year else cap.end)
                return (law,), here.first_from(law.end, head)
            if cap.gap in (" (", ") "):
                if is_open == (cap.gap == " ("):
                    return None  # "Regulated Waters) Regulations": the law began before the bracket
                is_open = not is_open
            elif cap.gap not in _CHAIN_GAPS and not (_INSIDE_GAP if is_open else _LAW_GAP).fullmatch(cap.gap):
                return None
        return None

    def _is_yearless(self, here: Capitals, place: int, head: int) -> bool:
        """Whether the law at `place` needs no year: an Act, or one of which a section was named before."""
        start = here.caps[place].start
        is_cited = _BEFORE_LAW.search(here.text, max(0, start - _BEFORE_LAW_REACH), start) is not None
        return here.caps[head].text in _YEARLESS or is_cited

    def _is_acronym(self, word: str) -> bool:
        capitals = sum(map(str.isupper, word))
        return (
            capitals >= _FEWEST
            and len(word) <= _LONGEST_ACRONYM
            and 2 * capitals >= len(word)
            and word not in self._tables.not_acronyms
            and word not in self._tables.post_nominals
            and "'" not in word
            and not _ROMAN.fullmatch(word)
        )


def _law_found(text: str, start: int, end: int) -> Candidate:
    if before := _BEFORE_LAW.search(text, max(0, start - _BEFORE_LAW_REACH), start):
        start = before.start()
    return Candidate(start, end, "LAW", _BLANKS.sub(" ", text[start:end]).casefold().replace(" the ", " "))


def _is_shouting(caps: list[CapitalWord], place: int) -> bool:
    """Whether a word in capitals has such a neighbour: "MOTION PASSED", not an acronym."""
    near = []
    if caps[place].gap == " ":
        near.append(caps[place + 1].text)
    if place and caps[place - 1].gap == " ":
        near.append(caps[place - 1].text)
    return any(len(word) > 1 and word.isupper() for word in near)


_PORTFOLIO_GAPS = ANDS | {" ", " of ", " for ", "-"}
_LONGEST_LIST = 8  # capitals looked at for the "and" that closes "Commissioning, Performance and Quality"
# Common words that are offices only inside a sentence: "Members noted" opens one with the plain word.
_PLAIN_AT_START = frozenset({"member", "members", "principal", "minister", "secretary", "manager"})


class OfficeReader:
    """Reads the office that a capital opens."""

    def __init__(self, tables: EntityTables, persons: PersonReader) -> None:
        self._tables = tables
        self._persons = persons

    def starts_at(self, here: Capitals, place: int) -> tuple[int, str] | None:
        """Returns where the office at `place` ends, and its name in small letters."""
        first = here.caps[place].text.lower().split("-")[0]
        return longest_phrase(self._tables.roles, first, here.lowered, here.caps[place].start)

    def read(self, here: Capitals, place: int) -> Step:
        """Returns the office at `place`, with its portfolio."""
        office = self.starts_at(here, place)
        if office is None:
            return None
        end, phrase = office
        after = here.first_from(end, place)
        last, start = here.caps[after - 1], here.caps[place].start
        if last.end > end or (last.gap == " " and self._names_a_body(here, after)):
            return None  # "Chair" of "Chairs", "Executive" of "Executive Board"
        if phrase in self._tables.role_heads and last.gap in OFS:
            after = self._portfolio_end(here, after)
            end = max(end, here.caps[after - 1].end)
        elif phrase == "head" or (phrase in _PLAIN_AT_START and not here.text[:start].strip()):
            return None
        return (Candidate(start, end, "ROLE", None),), after

    def _names_a_body(self, here: Capitals, place: int) -> bool:
        """Whether a body's noun follows, so that the office is part of the body's name."""
        return here.caps[place].text.lower() in self._tables.nouns

    def _portfolio_end(self, here: Capitals, place: int) -> int:
        """Past "Roads and Paths", "Commissioning, Performance and Quality"; short of ", Ines Varga"."""
        end, is_closed = place + 1, False
        while end < len(here.caps):
            gap = here.caps[end - 1].gap
            is_list = gap == ", " and self._is_list(here, end)
            if not is_list and (gap not in _PORTFOLIO_GAPS or self._persons.title_at(here, end)):
                break
            if gap != " " and ((is_closed and (is_list or gap in ANDS)) or (gap in ANDS and self.starts_at(here, end))):
                break  # "… Paths and Tom Lunn", "… Paths and Chair"
            is_closed = is_closed or gap in ANDS
            end += 1
        return end

    def _is_list(self, here: Capitals, place: int) -> bool:
        """Whether the words after a comma end in "and X" with nothing but commas and blanks before it."""
        for ahead in range(place, min(place + _LONGEST_LIST, len(here.caps))):
            if self._persons.title_at(here, ahead) or self.starts_at(here, ahead):
                return False
            if here.caps[ahead].gap not in (", ", " "):
                return here.caps[ahead].gap in ANDS
        return False
