"""Offices: Chair · Monitoring Officer · Assistant Director for Roads and Paths · Head of Service."""

from __future__ import annotations

from compare.annotate.entities.candidates import Found
from compare.annotate.entities.capitals import ANDS, OFS, Capitals, Step
from compare.annotate.entities.persons import PersonReader
from compare.annotate.entities.word_forms import WordForms, longest_phrase

_PORTFOLIO_GAPS = ANDS | {" ", " of ", " for ", "-"}
_LONGEST_LIST = 8  # capitals looked at for the "and" that closes "Commissioning, Performance and Quality"
# Common words that are offices only inside a sentence: "Members noted" opens one with the plain word.
_PLAIN_AT_START = frozenset({"member", "members", "principal", "minister", "secretary", "manager"})


class OfficeReader:
    """Reads the office that a capital opens."""

    def __init__(self, forms: WordForms, persons: PersonReader) -> None:
        self._forms = forms
        self._persons = persons

    def starts_at(self, here: Capitals, place: int) -> tuple[int, str] | None:
        """Where the office at `place` ends, and its name in small letters."""
        first = here.caps[place].text.lower().split("-")[0]
        return longest_phrase(self._forms.roles, first, here.lowered, here.caps[place].start)

    def read(self, here: Capitals, place: int) -> Step:
        """The office at `place`, with its portfolio."""
        office = self.starts_at(here, place)
        if office is None:
            return None
        end, phrase = office
        after = here.first_from(end, place)
        last, start = here.caps[after - 1], here.caps[place].start
        if last.end > end or (last.gap == " " and self._names_a_body(here, after)):
            return None  # "Chair" of "Chairs", "Executive" of "Executive Board"
        if phrase in self._forms.role_heads and last.gap in OFS:
            after = self._portfolio_end(here, after)
            end = max(end, here.caps[after - 1].end)
        elif phrase == "head" or (phrase in _PLAIN_AT_START and not here.text[:start].strip()):
            return None
        return (Found(start, end, "ROLE", None),), after

    def _names_a_body(self, here: Capitals, place: int) -> bool:
        """Whether a body's noun follows, so that the office is part of the body's name."""
        return here.caps[place].text.lower() in self._forms.nouns

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
