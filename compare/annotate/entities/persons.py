"""Persons: a title and a name, initials and a surname, a name with letters after it or an office.

    Councillors Ashby, Odell and R. Quince · Cllr Dr Nia McAllan · Baroness Tarrant of Wick OBE · Z. Ashby
    Fflur ap Huw OBE · Ines Varga (Clerk)

The value is the name in small letters behind the title in its long form: Cllr Z Ashby = Councillor Z. Ashby.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from compare.annotate.entities.candidates import Candidate
from compare.annotate.entities.capitals import ANDS, UPPER, WIDE, Capitals, CapitalWord, Step
from compare.annotate.entities.entity_tables import EntityTables, longest_phrase

_INITIALS = re.compile(rf"(?:[{UPPER}]\.?){{1,5}}")
_LIST_GAPS = ANDS | {", ", "; "}
_NAME_GAPS = frozenset({" ", ". ", "."})
_OFFICE_GAPS = frozenset({", ", " (", " - ", ", the "})
_LABEL_GAPS = frozenset({": ", " - ", " : "})
_SHOULDER = re.compile(r" \d{1,5} ")  # "PC 2214 Rudge"
# Between two persons of a list: "Ashby (Chair), Odell", "Ashby; Odell", "ASHBY AND ODELL".
_LISTED = re.compile(
    r"(?:,? [A-Z]{2,6}){0,3}(?: \([^()]{1,80}\)|\))?(?:[,;]? (?:and|&) |[,;] ?(?:and )?)", re.IGNORECASE
)
_FARTHEST = 110  # characters between them
_SHOUTED = 4  # letters of a title in capitals from which all is taken to be in capitals: "CLLRS", not "PC"
_INITIALS_SHOUTED = 3  # letters that may be initials there
_STOPS = re.compile(r"[.,\s]+")
_LONGEST_NAME = 9  # capitals, initials and letters after the name among them
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
        if self.title_at(here, place) or self._starts_role(here, place):
            return None
        following = self._name_end(here.caps, place, is_shouted=cap.text.isupper() and len(cap.text) >= _SHOUTED)
        if any(self.title_at(here, inside) for inside in range(place + 1, following)):
            return None  # "District Cllr Ashby"
        if following == place or self._tables.nouns.get(here.caps[following - 1].text.lower(), "LOC") != "LOC":
            return None
        return (_person(here, place, following, cap.start, ""),), following

    def _is_office(self, here: Capitals, place: int, end: int) -> bool:
        """Whether an office begins with the title: "Lord Lieutenant"."""
        office = longest_phrase(self._tables.roles, here.caps[place].key, here.lowered, here.caps[place].start)
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
        is_shouted = here.caps[place].text.isupper() and len(here.caps[place].text) >= _SHOUTED
        while opened := self.title_at(here, place):
            many = many or here.caps[place].key in self._tables.plural_titles
            is_peer = is_peer or opened[1] in self._tables.peers
            titles.append(opened[1])
            if not place < opened[0] < len(here.caps) or not self._leads_on(here.caps[opened[0] - 1].gap, many=many):
                return None
            place = opened[0]
        end = self._name_end(here.caps, place, is_peer=is_peer, is_shouted=is_shouted)
        if end == place:
            return None
        title = " ".join(titles)
        particle = here.caps[place - 1].gap.strip()
        reach = len(particle) + 1 if self._is_particle(particle) else 0  # "Cllr van der Meer"
        found = [_person(here, place, end, start, title, reach)]
        while many and here.caps[end - 1].gap in _LIST_GAPS and end < len(here.caps):
            following = self._name_end(here.caps, end, is_shouted=is_shouted)
            if following == end or self.title_at(here, end) or self._starts_role(here, end):
                break
            found.append(_person(here, end, following, here.caps[end].start, title))
            end = following
        return tuple(found), end

    def _leads_on(self, gap: str, *, many: bool) -> bool:
        """Whether a name may follow a title after this gap: "Cllr. ", "PC 2214 ", "Cllr van ", "Councillors: "."""
        if gap in _NAME_GAPS or gap == WIDE or (many and gap in _LABEL_GAPS):
            return True
        return _SHOULDER.fullmatch(gap) is not None or (gap.endswith(" ") and self._is_particle(gap))

    def _name_end(self, caps: list[CapitalWord], place: int, *, is_peer: bool = False, is_shouted: bool = False) -> int:
        """Just past the name at `place`: initials, names, surname, letters after it; `place` where there is none."""
        words = 0
        for end in range(place, min(place + _LONGEST_NAME, len(caps))):
            cap = caps[end]
            is_letters = cap.text in self._tables.post_nominals
            is_long = is_shouted and len(cap.text) > _INITIALS_SHOUTED and "." not in cap.text
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
        return min(place + _LONGEST_NAME, len(caps)) if words else place

    def _is_particle(self, gap: str) -> bool:
        """Whether a gap is "van der", "ap": the small words inside a name."""
        words = gap.split()
        return bool(words) and all(word.lower() in self._tables.particles for word in words)

    def _is_name_word(self, text: str) -> bool:
        return (len(text) > 1 and text not in self._tables.not_acronyms) or text == "Ó"

    def _starts_role(self, here: Capitals, place: int) -> bool:
        first = here.caps[place].text.lower().split("-")[0]
        return longest_phrase(self._tables.roles, first, here.lowered, here.caps[place].start) is not None

    def _with_initials(self, here: Capitals, place: int) -> Step:
        """Z. Ashby · L C R Quince; not "A Report", nor "M Ashby Cross"."""
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
        if not self._starts_role(here, end) or here.any_shouts(place, end):
            return None
        return (_person(here, place, end, here.caps[place].start, ""),), end


def _are_initials(text: str) -> bool:
    return len(text) < _LONG and _INITIALS.fullmatch(text) is not None


def _person(here: Capitals, first: int, end: int, start: int, title: str, reach: int = 0) -> Candidate:
    stop = here.caps[end - 1].end
    if here.text.endswith("'s", start, stop):
        stop -= 2
    begin = here.caps[first].start - reach
    name = _STOPS.sub(" ", here.text[begin:stop]).strip().casefold()
    return Candidate(start, stop, "PERSON", f"{title} {name}".strip())
