"""Persons, offices, bodies, organisations, places and Acts: what capitals say in minutes.

    Councillors Ashby, Odell and R. Quince; Ms Ines Varga, Assistant Director for Roads and Paths (Head of Service)
    └ PERSON ───────┘  └───┘     └───────┘  └───────────┘  └ ROLE ──────────────────────────────┘  └ ROLE ─────────┘

A name is a chain of capitalised words joined by blanks, "and", "of", "for the"; its last word says what it names
("… Committee", "… Road", "… Act 1989"), a title before it or initials that it is a person. Work is done on the
capitalised words alone, from left to right, so that a long run of them costs no more than its length.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.tag.found import Found
from compare.tag.wordforms import WordForms, longest_phrase

_UPPER = "A-ZÀ-ÖØ-ÞĀČĆĐĒĘĢĪĶŁŃŅŌŐŘŚŠŞŤŪŮŰŴŶŹŻŽ"
# The class of capitals comes first, so that the engine skips to them; the look behind it (one character more) is asked
# only there.
CAPITAL = re.compile(rf"[{_UPPER}](?<![\w'].)(?:\.(?:[{_UPPER}]\.){{0,4}}(?!\w{{2}})|[^\W\d_]*+(?:['&-][^\W\d_]++)*+)")
_INITIAL = re.compile(rf"(?:[{_UPPER}]\.?){{1,5}}$|(?:[{_UPPER}]\.){{1,5}}")
_LIST_GAPS = frozenset({", ", " and ", ", and ", " & ", "; "})
_NAME_GAPS = frozenset({" ", ". ", "."})
_WIDE = "   "
_CHAIN_GAPS = frozenset(
    {" ", " and ", " & ", " of ", " of the ", " for ", " for the ", " upon ", " & the ", "-", ", and "}
)
_OF_GAPS = frozenset({" of ", " of the ", " for ", " for the "})
_FOR_GAPS = frozenset({" for ", " for the "})
_YEAR_AFTER = re.compile(r"(?: \([^()]{1,40}\))?,? ((?:1[6-9]|20)\d\d)(?!\w)")
_BEFORE_LAW = re.compile(
    r"(?:sections?|schedules?|regulations?|parts?|articles?|paragraphs?|s\.|reg\.) ?[\dA-Z][\w().]{0,12}(?: (?:and|to|of|or|-) \d[\w().]{0,12}){0,2}"
    r" (?:of|to|in|under)(?: the)? $",
    re.IGNORECASE,
)
_BLANKS = re.compile(r" {2,}")
_ROLE_AFTER = re.compile(r"(?:,| \(| -) ?(?:the )?$")


class _Cap(NamedTuple):
    """A capitalised word, and the gap before the next one."""

    start: int
    end: int
    text: str
    gap: str


class NameReader:
    """Reads the capitalised words of one text."""

    def __init__(self, forms: WordForms) -> None:
        self._forms = forms
        self._roles_first = {phrase for entries in forms.roles.values() for phrase, _ in entries}

    def read(self, text: str, lowered: str) -> list[Found]:
        """Every name in a levelled text, possibly overlapping at the edges."""
        caps = _capitals(text)
        shouted = text.isupper()
        found: list[Found] = []
        place = 0
        while place < len(caps):
            after = (
                self._person(text, lowered, caps, place, found)
                or self._role(text, lowered, caps, place, found)
                or self._named(text, lowered, caps, place, found, shouted=shouted)
            )
            place = max(after, place + 1)
        return found

    # Persons ----------------------------------------------------------------------------------------------------

    def _title(self, lowered: str, caps: list[_Cap], place: int) -> tuple[int, str] | None:
        cap = caps[place]
        first = cap.text.rstrip(".").lower()
        found = longest_phrase(self._forms.titles, first, lowered, cap.start)
        if found is None and lowered[max(0, cap.start - 4) : cap.start] == "the ":
            found = longest_phrase(self._forms.titles, "the", lowered, cap.start - 4)
        if found is None:
            return None
        after = place
        while after < len(caps) and caps[after].start < found[0]:
            after += 1
        return after, found[1]

    def _person(self, text: str, lowered: str, caps: list[_Cap], place: int, found: list[Found]) -> int:
        opened = self._title(lowered, caps, place)
        if opened is None:
            return self._untitled(text, caps, place, found)
        start, title, many = caps[place].start, "", False
        peer = False
        while opened is not None:
            many = many or caps[place].text.rstrip(".").lower() in self._forms.plural_titles
            peer = peer or opened[1] in self._forms.peers
            title = f"{title} {opened[1]}".strip()
            before, place = place, opened[0]
            if place >= len(caps) or caps[place - 1].gap not in (*_NAME_GAPS, _WIDE):
                return 0
            opened = self._title(lowered, caps, place) if place > before else None
        end = self._name_end(caps, place, peer=peer)
        if end == place:
            return 0
        found.append(self._person_found(text, caps, place, end, start, title))
        while many and end < len(caps) and caps[end - 1].gap in _LIST_GAPS:
            following = self._name_end(caps, end)
            if following == end or self._title(lowered, caps, end) or self._starts_role(lowered, caps, end):
                break
            found.append(self._person_found(text, caps, end, following, caps[end].start, title))
            end = following
        return end

    def _name_end(self, caps: list[_Cap], place: int, *, peer: bool = False) -> int:
        """Just past the capitalised words of the name at `place`: initials, names, surname, letters after it."""
        end, words = place, 0
        while end < len(caps) and end - place < 9:
            text = caps[end].text
            if (
                _INITIAL.fullmatch(text)
                and len(text) < 10
                and words == 0
                and not self._is_post_nominal(text, caps, end)
            ) or (words and self._is_post_nominal(text, caps, end)):
                pass
            elif words < 4 and self._is_name_word(text):
                words += 1
            else:
                break
            end += 1
            gap = caps[end - 1].gap
            # "Dr Ashby. He left": a stop joins only an initial to what follows
            is_joined = gap == " " or (gap in _NAME_GAPS and _INITIAL.fullmatch(text) is not None and words == 0)
            if not (
                is_joined
                or self._is_particle(gap)
                or (peer and gap == " of ")
                or (gap == ", " and end < len(caps) and caps[end].text in self._forms.post_nominals)
            ):
                break
        return end if words else place

    def _is_post_nominal(self, text: str, caps: list[_Cap], place: int) -> bool:
        return text in self._forms.post_nominals

    def _is_particle(self, gap: str) -> bool:
        """Whether a gap is "van der", "ap", "of" excepted: the small words inside a name."""
        words = gap.split()
        return bool(words) and all(word.lower() in self._forms.particles for word in words)

    def _is_name_word(self, text: str) -> bool:
        return len(text) > 1 and text not in self._forms.not_acronyms

    def _person_found(self, text: str, caps: list[_Cap], first: int, end: int, start: int, title: str) -> Found:
        stop = caps[end - 1].end
        stop -= 2 * text.endswith("'s", start, stop)
        name = text[caps[first].start : stop]
        name = re.sub(r"[.,\s]+", " ", re.sub(r"(?<=\b\w)\.(?=\w)", " ", name)).strip().casefold()
        return Found(start, stop, "PERSON", f"{title} {name}".strip())

    def _untitled(self, text: str, caps: list[_Cap], place: int, found: list[Found]) -> int:
        """Z. Ashby · L C R Quince · Ines Varga OBE."""
        cap = caps[place]
        if _INITIAL.fullmatch(cap.text) and (cap.text.endswith(".") or len(cap.text) == 1) and cap.gap in _NAME_GAPS:
            end = self._name_end(caps, place)
            letters = next((n for n in range(place, end) if not _INITIAL.fullmatch(caps[n].text)), end)
            bare = letters - place == 1 and not cap.text.endswith(".")
            if (
                end > letters
                and not (bare and (cap.text in ("A", "I") or end - letters > 1))
                and not caps[letters].text.isupper()
            ):
                found.append(self._person_found(text, caps, place, end, cap.start, ""))
                return end
            return 0
        end = place
        while (
            end < len(caps) - 1
            and (caps[end].gap in (" ", ", ") or self._is_particle(caps[end].gap))
            and end - place < 4
            and not self._is_post_nominal(caps[end].text, caps, end)
        ):
            end += 1
        if (
            end - place >= 2
            and self._is_post_nominal(caps[end].text, caps, end)
            and all(caps[n].gap != ", " for n in range(place, end - 1))
        ):
            if not any(caps[n].text.lower() in self._forms.nouns or caps[n].text.isupper() for n in range(place, end)):
                found.append(self._person_found(text, caps, place, end + 1, cap.start, ""))
                return end + 1
        return 0

    # Offices ----------------------------------------------------------------------------------------------------

    def _starts_role(self, lowered: str, caps: list[_Cap], place: int) -> tuple[int, str] | None:
        first = caps[place].text.lower().split("-")[0]
        return longest_phrase(self._forms.roles, first, lowered, caps[place].start)

    def _role(self, text: str, lowered: str, caps: list[_Cap], place: int, found: list[Found]) -> int:
        role = self._starts_role(lowered, caps, place)
        if role is None:
            return 0
        end, phrase = role
        after = place
        while after < len(caps) and caps[after].start < end:
            after += 1
        is_head = phrase in self._forms.role_heads
        if caps[after - 1].end > end or (caps[after - 1].gap == " " and self._goes_on(caps, after)):
            return 0  # "Chair" of "Chairs", "Executive" of "Executive Board"
        if is_head and after < len(caps) and caps[after - 1].gap in _OF_GAPS:
            after = self._portfolio_end(lowered, caps, after)
            end = max(end, caps[after - 1].end)
        elif (
            phrase in ("head", "member", "members", "principal", "minister", "secretary", "manager")
            and text[: caps[place].start].strip() == ""
        ) or phrase == "head":
            return 0
        found.append(Found(caps[place].start, end, "ROLE", None))
        return after

    def _goes_on(self, caps: list[_Cap], place: int) -> bool:
        """Whether a body's noun follows, so that the office is part of the body's name."""
        return place < len(caps) and caps[place].text.lower() in self._forms.nouns

    def _portfolio_end(self, lowered: str, caps: list[_Cap], place: int) -> int:
        """Past "Roads and Paths", "Commissioning, Performance and Quality"; short of ", Ines Varga"."""
        end, closed = place + 1, False
        while end < len(caps):
            gap = caps[end - 1].gap
            if closed and gap in (" and ", " & ", ", and ", ", "):
                break
            closed = closed or gap in (" and ", " & ", ", and ")
            if gap == ", ":
                if not self._is_comma_list(lowered, caps, end):
                    break
            elif (
                gap not in (" ", " and ", " & ", ", and ", " of ", " for ", "-")
                or self._title(lowered, caps, end)
                or (gap in (" and ", ", and ") and self._starts_role(lowered, caps, end))
            ):
                break
            end += 1
        return end

    def _is_comma_list(self, lowered: str, caps: list[_Cap], place: int) -> bool:
        """Whether the words after a comma end in "and X" with nothing but commas and blanks before it."""
        for ahead in range(place, min(place + 8, len(caps))):
            if self._title(lowered, caps, ahead) or self._starts_role(lowered, caps, ahead):
                return False
            if caps[ahead].gap in (" and ", " & ", ", and "):
                return True
            if caps[ahead].gap not in (", ", " "):
                return False
        return False

    # Bodies, organisations, places, Acts ------------------------------------------------------------------------

    def _named(
        self, text: str, lowered: str, caps: list[_Cap], place: int, found: list[Found], *, shouted: bool
    ) -> int:
        forms = self._forms
        if caps[place].text.lower() in forms.function_words:
            return 0
        if law := self._law(text, caps, place):
            found.append(law)
            return next((n for n in range(place, len(caps)) if caps[n].start >= law.end), len(caps))
        noun = self._head_noun(lowered, caps, place)
        if noun is not None:
            head, label = noun
            end = self._complement_end(caps, head)
            if end - place > 1 or label == "BODY":
                found.append(Found(caps[place].start, caps[end - 1].end, label, None))
                return end
        if caps[place].text.lower() in forms.organisations or (
            not shouted and self._is_acronym(caps[place].text) and not _is_shouting(caps, place)
        ):
            found.append(Found(caps[place].start, caps[place].end, "ORG", None))
            return place + 1
        return self._person_by_office(text, lowered, caps, place, found)

    def _head_noun(self, lowered: str, caps: list[_Cap], place: int) -> tuple[int, str] | None:
        """The word that says what the chain of names at `place` names: its index and label."""
        nouns = self._forms.nouns
        for head in range(place, min(place + 12, len(caps))):
            label = nouns.get(
                caps[head].text.lower().rpartition("-")[2] if "-" in caps[head].text else caps[head].text.lower()
            )
            if label not in (None, "LAW"):
                while (
                    caps[head].gap == " "
                    and head + 1 < len(caps)
                    and nouns.get(caps[head + 1].text.lower(), "LAW") != "LAW"
                ):
                    head += 1
                    label = nouns[caps[head].text.lower()]
                if label == "PLACE" and caps[head].gap == " " and head + 1 < len(caps):
                    continue  # the Green of "Government Green Paper" is no place; "Town Hall Car Park" goes on
                return head, str(label)
            if caps[head].gap not in _CHAIN_GAPS or head + 1 >= len(caps):
                return None
            if self._title(lowered, caps, head + 1) or self._starts_role(lowered, caps, head + 1):
                return None
        return None

    def _complement_end(self, caps: list[_Cap], head: int) -> int:
        """Past "of Leeds" in "University of Leeds", "for Roads and Paths" in "Department for …"."""
        end = head + 1
        takes = self._forms.takes_for if caps[head].gap in _FOR_GAPS else self._forms.takes_of
        if caps[head].text.lower() not in takes or caps[head].gap not in _OF_GAPS:
            return end
        while end < len(caps) and (end == head + 1 or caps[end - 1].gap in (" ", " and ", " & ")) and end - head < 7:
            end += 1
        return end

    def _law(self, text: str, caps: list[_Cap], place: int) -> Found | None:
        for head in range(place, min(place + 14, len(caps))):
            if self._forms.nouns.get(caps[head].text.lower()) == "LAW":
                year = _YEAR_AFTER.match(text, caps[head].end)
                if year is None and (head == place or caps[head].text not in ("Act", "Acts", "Regulations")):
                    return None
                start, end = caps[place].start, year.end() if year else caps[head].end
                if before := _BEFORE_LAW.search(text, max(0, start - 70), start):
                    start = before.start()
                return Found(start, end, "LAW", _BLANKS.sub(" ", text[start:end]).casefold().replace(" the ", " "))
            if caps[head].gap not in _CHAIN_GAPS and not re.fullmatch(r" \([^()]{1,40}\) |, ", caps[head].gap):
                return None
        return None

    def _is_acronym(self, word: str) -> bool:
        capitals = sum(map(str.isupper, word))
        return (
            capitals >= 2
            and len(word) <= 7
            and 2 * capitals >= len(word)
            and word not in self._forms.not_acronyms
            and word not in self._forms.post_nominals
            and "'" not in word
            and not re.fullmatch(r"[IVXLC]+", word)
        )

    def _person_by_office(self, text: str, lowered: str, caps: list[_Cap], place: int, found: list[Found]) -> int:
        """Ines Varga, Head of Service · Ines Varga (Clerk)."""
        end = place + 1
        while end < len(caps) and caps[end - 1].gap == " " and end - place < 4:
            end += 1
        if not 2 <= end - place <= 3 or end >= len(caps) or caps[end - 1].gap not in (", ", " (", " - ", ", the "):
            return 0
        if self._starts_role(lowered, caps, end) and not any(caps[n].text.isupper() for n in range(place, end)):
            found.append(self._person_found(text, caps, place, end, caps[place].start, ""))
            return end
        return 0


def _is_shouting(caps: list[_Cap], place: int) -> bool:
    """Whether a word in capitals has such a neighbour: "MOTION PASSED", not an acronym."""
    after = caps[place].gap == " " and place + 1 < len(caps) and caps[place + 1].text
    before = place > 0 and caps[place - 1].gap == " " and caps[place - 1].text
    return any(word and len(word) > 1 and word.isupper() for word in (before, after))


def _capitals(text: str) -> list[_Cap]:
    matches = list(CAPITAL.finditer(text))
    caps: list[_Cap] = []
    for number, match in enumerate(matches):
        following = matches[number + 1].start() if number + 1 < len(matches) else match.end() + 50
        gap = text[match.end() : following] if following - match.end() < 45 else "…"
        if "  " in gap:  # marks of emphasis and a blank: "**Cllr Ashby** The hall" is no name of four words
            gap = _WIDE if gap.isspace() and len(gap) > 2 else _BLANKS.sub(" ", gap)
        caps.append(_Cap(match.start(), match.end(), match.group(), gap))
    return caps
