"""Finds persons, offices, bodies, organisations, places and Acts by their capitals.

    Councillors Ashby, Odell and R. Quince; Ms Ines Varga, Assistant Director for Roads and Paths (Head of Service)
    └ PERSON ───────┘  └───┘     └───────┘  └───────────┘  └ ROLE ──────────────────────────────┘  └ ROLE ─────────┘

A name is a chain of capitalised words with gaps of blanks, "and", "of", "for the" between them. Its last word decides
what it names ("… Committee", "… Road", "… Act 1989"); a title, initials, letters after the name or an office beside it
make it a person. Only the capitalised words are looked at, from left to right: a long run of them costs no more than
its length.

The value of a person is the name in small letters after the title in its long form: Cllr Z Ashby = Councillor Z. Ashby.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from compare.annotate.entities import Candidate
from compare.annotate.entities.entity_tables import EntityTables, longest_phrase

_UPPER = "A-ZÀ-ÖØ-ÞĀČĆĐĒĘĢĪĶŁŃŅŌŐŘŚŠŞŤŪŮŰŴŶŹŻŽ"
# The class of capitals comes first, so that the engine skips to them; the look behind it (one character more) is asked
# only there.
CAPITAL = re.compile(rf"[{_UPPER}](?<![\w'].)(?:\.(?:[{_UPPER}]\.){{0,4}}(?!\w{{2}})|[^\W\d_]*+(?:['&-][^\W\d_]++)*+)")
_BLANKS = re.compile(r" {2,}")
_LONGEST_GAP = 45  # characters between two capitals that may still belong to one name: "(Access to Information) "

_FAR_GAP = "…"  # the gap after the last capital, and before one that is far away
_WIDE_GAP = "   "  # marks of emphasis and a blank: "**Cllr Ashby** The hall" is no name of four words

_AND_GAPS = frozenset({" and ", " & ", ", and "})
_FOR_GAPS = frozenset({" for ", " for the "})
_OF_GAPS = _FOR_GAPS | {" of ", " of the "}

# What a reader of names returns: the entities found and the capital to go on from; `None` when it found nothing.
Step = tuple[tuple[Candidate, ...], int] | None


class CapitalWord(NamedTuple):
    """A capitalised word, and the gap before the next one."""

    start: int
    end: int
    text: str
    gap: str

    @property
    def key(self) -> str:
        """Returns the word in small letters, without its full stop."""
        return self.text.rstrip(".").lower()


class Capitals(NamedTuple):
    """A text with plain marks, the same in small letters, and its capitalised words."""

    text: str
    lowered: str
    caps: list[CapitalWord]

    def first_from(self, offset: int, place: int) -> int:
        """Returns the first capital at or after an offset, looked for from `place` on."""
        while place < len(self.caps) and self.caps[place].start < offset:
            place += 1
        return place

    def any_upper(self, first: int, end: int) -> bool:
        """Whether one of these words is all capitals."""
        return any(cap.text.isupper() for cap in self.caps[first:end])


def _capitals_of(text: str, lowered: str) -> Capitals:
    """Returns the capitals of a text with plain marks. Cost: linear."""
    matches = list(CAPITAL.finditer(text))
    following = (*(match.start() for match in matches[1:]), len(text) + _LONGEST_GAP)
    caps = [
        CapitalWord(match.start(), match.end(), match.group(), _gap(text, match.end(), after))
        for match, after in zip(matches, following, strict=False)  # one more than none where there are none
    ]
    return Capitals(text, lowered, caps)


def _gap(text: str, start: int, end: int) -> str:
    if end - start >= _LONGEST_GAP:
        return _FAR_GAP
    gap = text[start:end]
    if "  " not in gap:
        return gap
    return _WIDE_GAP if gap.isspace() and len(gap) >= len(_WIDE_GAP) else _BLANKS.sub(" ", gap)


_CHAIN_GAPS = _OF_GAPS | _AND_GAPS | {" ", " upon ", " & the ", "-", "' "}
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
_YEARLESS = frozenset({"Act", "Acts", "Regulations", "Bill"})  # "the Licensing Act", but an "Order" needs its year
_ROMAN = re.compile(r"[IVXLC]+")

# Capitals looked at for the noun that ends a name, for the "Act" of a law, and after "University of"; the longest names
# of the samples have eight, ten and four. An acronym has at most seven letters, most of
# them capitals: NHSEI, WSoA.
_LONGEST_NAME, _LONGEST_LAW, _LONGEST_COMPLEMENT = 12, 14, 6
_BEFORE_LAW_REACH = 90  # characters of "Paragraph 3 of Part 1 of Schedule 12A to the"
_FEWEST_CAPITALS, _LONGEST_ACRONYM = 2, 7


class NameReader:
    """Reads the capitalised words of one text."""

    def __init__(self, tables: EntityTables) -> None:
        self._tables = tables
        self._persons = PersonReader(tables)
        self._offices = OfficeReader(tables, self._persons)

    def read(self, text: str, lowered: str) -> list[Candidate]:
        """Returns every name in a text with plain marks, in order."""
        here = _capitals_of(text, lowered)
        is_upper = text.isupper()
        found: list[Candidate] = []
        place = 0
        listed = None  # where the last person of an open list ended
        while place < len(here.caps):
            step = (
                (self._persons.listed(here, place, listed) if listed is not None else None)
                or self._persons.read(here, place)
                or self._offices.read(here, place)
                or self._named(here, place, is_upper=is_upper)
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

    def _named(self, here: Capitals, place: int, *, is_upper: bool) -> Step:
        """Reads a law, body, organisation or place, an acronym, or a person known by the office behind the name."""
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
            not is_upper and self._is_acronym(cap.text) and not _is_in_capitals(here.caps, place)
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
            if self._persons.title_at(here, head + 1) or _office_at(self._tables, here, head + 1):
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
        """Returns the place after "of Leeds" in "University of Leeds", "for Roads and Paths" in "Department for …"."""
        takes = self._tables.takes_for if caps[head].gap in _FOR_GAPS else self._tables.takes_of
        if caps[head].text.lower() not in takes or caps[head].gap not in _OF_GAPS:
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
            capitals >= _FEWEST_CAPITALS
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


def _is_in_capitals(caps: list[CapitalWord], place: int) -> bool:
    """Whether a word in capitals has such a neighbour: "MOTION PASSED", not an acronym."""
    near = []
    if caps[place].gap == " ":
        near.append(caps[place + 1].text)
    if place and caps[place - 1].gap == " ":
        near.append(caps[place - 1].text)
    return any(len(word) > 1 and word.isupper() for word in near)


_PORTFOLIO_GAPS = _AND_GAPS | {" ", " of ", " for ", "-"}
_LONGEST_LIST = 8  # capitals looked at for the "and" that closes "Commissioning, Performance and Quality"
# Common words that are offices only inside a sentence: "Members noted" opens one with the plain word.
_PLAIN_AT_START = frozenset({"member", "members", "principal", "minister", "secretary", "manager"})


def _office_at(tables: EntityTables, here: Capitals, place: int) -> tuple[int, str] | None:
    """Returns where the office at `place` ends, and its name in small letters."""
    first = here.caps[place].text.lower().split("-")[0]
    return longest_phrase(tables.roles, first, here.lowered, here.caps[place].start)


class OfficeReader:
    """Reads the office that a capital opens."""

    def __init__(self, tables: EntityTables, persons: PersonReader) -> None:
        self._tables = tables
        self._persons = persons

    def read(self, here: Capitals, place: int) -> Step:
        """Returns the office at `place`, with its portfolio."""
        office = _office_at(self._tables, here, place)
        if office is None:
            return None
        end, phrase = office
        after = here.first_from(end, place)
        last, start = here.caps[after - 1], here.caps[place].start
        if last.end > end or (last.gap == " " and self._names_a_body(here, after)):
            return None  # "Chair" of "Chairs", "Executive" of "Executive Board"
        if phrase in self._tables.role_heads and last.gap in _OF_GAPS:
            after = self._portfolio_end(here, after)
            end = max(end, here.caps[after - 1].end)
        elif phrase == "head" or (phrase in _PLAIN_AT_START and not here.text[:start].strip()):
            return None
        return (Candidate(start, end, "ROLE", None),), after

    def _names_a_body(self, here: Capitals, place: int) -> bool:
        """Whether a body's noun follows, so that the office is part of the body's name."""
        return here.caps[place].text.lower() in self._tables.nouns

    def _portfolio_end(self, here: Capitals, place: int) -> int:
        """Returns the place after "Roads and Paths", "Commissioning, Works and Quality"; before ", Ines Varga"."""
        end, is_closed = place + 1, False
        while end < len(here.caps):
            gap = here.caps[end - 1].gap
            is_list = gap == ", " and self._is_list(here, end)
            if not is_list and (gap not in _PORTFOLIO_GAPS or self._persons.title_at(here, end)):
                break
            if gap != " " and (
                (is_closed and (is_list or gap in _AND_GAPS))
                or (gap in _AND_GAPS and _office_at(self._tables, here, end))
            ):
                break  # "… Paths and Tom Lunn", "… Paths and Chair"
            is_closed = is_closed or gap in _AND_GAPS
            end += 1
        return end

    def _is_list(self, here: Capitals, place: int) -> bool:
        """Whether the words after a comma end in "and X" with nothing but commas and blanks before it."""
        for ahead in range(place, min(place + _LONGEST_LIST, len(here.caps))):
            if self._persons.title_at(here, ahead) or _office_at(self._tables, here, ahead):
                return False
            if here.caps[ahead].gap not in (", ", " "):
                return here.caps[ahead].gap in _AND_GAPS
        return False


_INITIALS = re.compile(rf"(?:[{_UPPER}]\.?){{1,5}}")
_LIST_GAPS = _AND_GAPS | {", ", "; "}
_NAME_GAPS = frozenset({" ", ". ", "."})
_OFFICE_GAPS = frozenset({", ", " (", " - ", ", the "})
_LABEL_GAPS = frozenset({": ", " - ", " : "})
_COLLAR_NUMBER = re.compile(r" \d{1,5} ")  # "PC 2214 Rudge"
# Between two persons of a list: "Ashby (Chair), Odell", "Ashby; Odell", "ASHBY AND ODELL".
_LISTED = re.compile(
    r"(?:,? [A-Z]{2,6}){0,3}(?: \([^()]{1,80}\)|\))?(?:[,;]? (?:and|&) |[,;] ?(?:and )?)", re.IGNORECASE
)
_FARTHEST = 110  # characters between them
_FEWEST_ALL_CAPS = 4  # letters of a title in capitals from which all is taken to be in capitals: "CLLRS", not "PC"
_INITIALS_IN_CAPITALS = 3  # letters that may be initials there
_NOT_NAME = re.compile(r"[.,\s]+")
_LONGEST_PERSON = 9  # capitals, initials and letters after the name among them
_MOST_TITLES = 6  # before one name: "The Right Worshipful the Mayor, Councillor Dr Ashby" has three
_MOST_WORDS = 4  # of them names proper: "Mary Jane Smith Jones"
_LONG = 10  # letters that no initials have
# Words that open the sentence after "Appendix B." and are nobody's name.
_OPENERS = frozenset(
    {"The", "This", "That", "These", "It", "He", "She", "They", "There", "In", "At", "On", "An", "No", "All"}
)
_PAIR, _TRIPLE = 2, 3  # words of a name without title before an office


class PersonReader:
    """Reads the person that a capital opens."""

    def __init__(self, tables: EntityTables) -> None:
        self._tables = tables

    def read(self, here: Capitals, place: int) -> Step:
        """Returns the person or the list of persons at `place`."""
        title = self.title_at(here, place)
        if title is None:
            return self._with_initials(here, place) or self._with_letters(here, place)
        return None if self._is_office(here, place, title[0]) else self._titled(here, place)

    def opens_list(self, here: Capitals, place: int) -> bool:
        """Whether the title at `place` is that of several persons: "Councillors"."""
        return here.caps[place].key in self._tables.plural_titles

    def listed(self, here: Capitals, place: int, end: int) -> Step:
        """Returns the person at `place` that goes on with a list of persons of which the last ended at `end`."""
        cap = here.caps[place]
        if cap.start - end > _FARTHEST or not _LISTED.fullmatch(here.text, end, cap.start):
            return None
        if self.title_at(here, place) or _office_at(self._tables, here, place):
            return None
        following = self._name_end(here.caps, place, is_upper=cap.text.isupper() and len(cap.text) >= _FEWEST_ALL_CAPS)
        if any(self.title_at(here, inside) for inside in range(place + 1, following)):
            return None  # "District Cllr Ashby"
        if following == place or self._tables.nouns.get(here.caps[following - 1].text.lower(), "LOC") != "LOC":
            return None
        return (_person(here, place, following, cap.start, ""),), following

    def _is_office(self, here: Capitals, place: int, end: int) -> bool:
        """Whether an office begins with the title: "Lord Lieutenant"."""
        office = _office_at(self._tables, here, place)
        return office is not None and end < len(here.caps) and here.caps[end].start < office[0]

    def title_at(self, here: Capitals, place: int) -> tuple[int, str] | None:
        """Returns the capital after the title at `place`, and the title's long form."""
        cap, titles = here.caps[place], self._tables.titles
        found = longest_phrase(titles, cap.key, here.lowered, cap.start)
        if found is None and here.lowered.startswith("the ", max(0, cap.start - 4)):
            found = longest_phrase(titles, "the", here.lowered, cap.start - 4)
        return (here.first_from(found[0], place), found[1]) if found else None

    def _titled(self, here: Capitals, place: int) -> Step:
        start, titles, many, is_peer = here.caps[place].start, [], False, False
        is_upper = here.caps[place].text.isupper() and len(here.caps[place].text) >= _FEWEST_ALL_CAPS
        while opened := self.title_at(here, place):
            many = many or here.caps[place].key in self._tables.plural_titles
            is_peer = is_peer or opened[1] in self._tables.peers
            titles.append(opened[1])
            is_last = len(titles) == _MOST_TITLES or not place < opened[0] < len(here.caps)
            if is_last or not self._leads_on(here.caps[opened[0] - 1].gap, many=many):
                return None
            place = opened[0]
        end = self._name_end(here.caps, place, is_peer=is_peer, is_upper=is_upper)
        if end == place:
            return None
        title = " ".join(titles)
        particle = here.caps[place - 1].gap.strip()
        reach = len(particle) + 1 if self._is_particle(particle) else 0  # "Cllr van der Meer"
        found = [_person(here, place, end, start, title, reach)]
        while many and here.caps[end - 1].gap in _LIST_GAPS and end < len(here.caps):
            following = self._name_end(here.caps, end, is_upper=is_upper)
            if following == end or self.title_at(here, end) or _office_at(self._tables, here, end):
                break
            found.append(_person(here, end, following, here.caps[end].start, title))
            end = following
        return tuple(found), end

    def _leads_on(self, gap: str, *, many: bool) -> bool:
        """Whether a name may follow a title after this gap: "Cllr. ", "PC 2214 ", "Cllr van ", "Councillors: "."""
        if gap in _NAME_GAPS or gap == _WIDE_GAP or (many and gap in _LABEL_GAPS):
            return True
        return _COLLAR_NUMBER.fullmatch(gap) is not None or (gap.endswith(" ") and self._is_particle(gap))

    def _name_end(self, caps: list[CapitalWord], place: int, *, is_peer: bool = False, is_upper: bool = False) -> int:
        """Returns the place after a name: initials, names, surname, letters after it; `place` where there is none."""
        words = 0
        for end in range(place, min(place + _LONGEST_PERSON, len(caps))):
            cap = caps[end]
            is_letters = cap.text in self._tables.post_nominals
            is_long = is_upper and len(cap.text) > _INITIALS_IN_CAPITALS and "." not in cap.text
            is_initial = not words and not is_letters and not is_long and _are_initials(cap.text)
            if not is_initial and not (words and is_letters):
                if words == _MOST_WORDS or not self._is_name_word(cap.text):
                    return end if words else place
                words += 1
            letters_follow = cap.gap == ", " and caps[end + 1].text in self._tables.post_nominals
            # "Dr Ashby. He left": a stop joins only an initial to what follows
            is_joined = cap.gap == " " or (is_initial and cap.gap in _NAME_GAPS) or (is_peer and cap.gap == " of ")
            if not (is_joined or letters_follow or self._is_particle(cap.gap)):
                return end + 1 if words else place
        return min(place + _LONGEST_PERSON, len(caps)) if words else place

    def _is_particle(self, gap: str) -> bool:
        """Whether a gap is "van der", "ap": the small words inside a name."""
        words = gap.split()
        return bool(words) and all(word.lower() in self._tables.particles for word in words)

    def _is_name_word(self, text: str) -> bool:
        return (len(text) > 1 and text not in self._tables.not_acronyms) or text == "Ó"

    def _with_initials(self, here: Capitals, place: int) -> Step:
        """Reads "Z. Ashby", "L C R Quince"; not "A Report", nor "M Ashby Cross"."""
        cap = here.caps[place]
        if not _are_initials(cap.text) or cap.gap not in _NAME_GAPS or (len(cap.text) > 1 and cap.text[-1] != "."):
            return None
        end = self._name_end(here.caps, place)
        name = next((n for n in range(place, end) if not _are_initials(here.caps[n].text)), end)
        is_bare = name - place == 1 and not cap.text.endswith(".")
        if end == name or here.caps[name].text in _OPENERS:
            return None
        if here.caps[name].text.isupper() or (is_bare and (cap.text in "AI" or end - name > 1)):
            return None
        return (_person(here, place, end, cap.start, ""),), end

    def _with_letters(self, here: Capitals, place: int) -> Step:
        """Ines Varga OBE."""
        letters = self._tables.post_nominals
        for end in range(place, min(place + _MOST_WORDS + 1, len(here.caps))):
            cap = here.caps[end]
            if cap.text in letters:
                is_name = end - place >= _PAIR and not self._names_a_thing(here.caps[place:end])
                return ((_person(here, place, end + 1, here.caps[place].start, ""),), end + 1) if is_name else None
            letters_follow = cap.gap == ", " and here.caps[end + 1].text in letters
            if not (cap.gap == " " or letters_follow or self._is_particle(cap.gap)):
                return None
        return None

    def _names_a_thing(self, caps: Iterable[CapitalWord]) -> bool:
        return any(cap.text.lower() in self._tables.nouns or cap.text.isupper() for cap in caps)

    def before_office(self, here: Capitals, place: int) -> Step:
        """Ines Varga, Head of Service · Ines Varga (Clerk)."""
        end = place + 1
        while end < len(here.caps) and here.caps[end - 1].gap == " " and end - place <= _TRIPLE:
            end += 1
        if not _PAIR <= end - place <= _TRIPLE or here.caps[end - 1].gap not in _OFFICE_GAPS:
            return None
        if not _office_at(self._tables, here, end) or here.any_upper(place, end):
            return None
        return (_person(here, place, end, here.caps[place].start, ""),), end


def _are_initials(text: str) -> bool:
    return len(text) < _LONG and _INITIALS.fullmatch(text) is not None


def _person(here: Capitals, first: int, end: int, start: int, title: str, reach: int = 0) -> Candidate:
    stop = here.caps[end - 1].end
    if here.text.endswith("'s", start, stop):
        stop -= 2
    begin = here.caps[first].start - reach
    name = _NOT_NAME.sub(" ", here.text[begin:stop]).strip().casefold()
    return Candidate(start, stop, "PERSON", f"{title} {name}".strip())
