"""Reads what a sentence or a bracket says of somebody whom the record of attendance names elsewhere.

Councillor Nunn took the Chair.                              who presided
Councillor Quirk attended as his substitute.                 who stood in, for whoever was named last before
Apologies: Councillor Rook (substitute: Councillor Quirk)    the same, beside the one who was away
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from compare.outline.entries import Entry, shifted
from compare.outline.people import PeopleReader
from compare.style.house_style import HouseStyle
from compare.style.phrases import any_of

_LONGEST = 160  # characters of a sentence that says no more than that
_BRACKET = re.compile(r"\(([^()]{3,90})\)")
_SUBSTITUTED = re.compile(
    r"(?i)^(?:(?:had|has|was|were|then)\s+)*(?:attended|attending|present|acted|acting|sat|sitting|substituted|substituting|deputised|deputising|stood\s+in|standing\s+in|appeared)?\s*"
    r"(?:(?:as\s+(?:an?\s+|the\s+|his\s+|her\s+|their\s+)?(?:substitute|deputy|alternate)(?:\s+member)?)|in\s+(?:his|her|their)\s+(?:place|stead)"
    r"|(?<=ed)|(?<=ing)|(?<=in))(?:\s+(?:for|of)\s+(?P<whom>him|her|them|.{3,60}?)|\s+in\s+(?:his|her|their)\s+(?:place|stead))?\W*$"
)
_STOOD_IN = re.compile(
    r"(?i)\b(?:substitut|deput|in\s+(?:his|her|their)\s+(?:place|stead)|st(?:ood|anding)\s+in|alternate)"
)
_NAMED_FIRST = re.compile(
    r"(?i)^(?:substitute[sd]?(?:\s+by)?|replaced\s+by|represented\s+by|deputy|substitute\s+member)\s*[:–-]?\s+(?=\S)"
)
_PRONOUNS = frozenset(("him", "her", "them"))
_CLAUSE_WORDS = 8  # words of a name that a sentence begins with


class Aside(NamedTuple):
    """What is said of one person: ranges are of the sentence; `whom` is empty where a person named before is meant."""

    person: Entry
    is_chair: bool
    whom: str


def aside_of(text: str, reader: PeopleReader, style: HouseStyle) -> Aside | None:
    """Reads "Mrs Orme took the chair." and "Mr Quirk attended in place of Mr Rook."; else `None`. Cost: linear."""
    words = text.strip()
    if not words or len(words) > _LONGEST:
        return None
    chair = _presided(style.minutes["presiding_phrases"]).fullmatch(text)
    if chair is not None:
        group = "before" if chair["before"] else "behind"
        person = _person(text, chair.span(group), reader)
        return Aside(person, is_chair=True, whom="") if person else None
    return stood_in(text, reader)


def substitute_in_bracket(text: str, entry: Entry, reader: PeopleReader) -> tuple[Aside, tuple[int, int]] | None:
    """The person whom a bracket behind one who was away names, and where it stands: "(Cllr Yates substituting)"."""
    for bracket in _BRACKET.finditer(text, entry.named[1], max(entry.end, entry.named[1])):
        low, high = bracket.span(1)
        first = _NAMED_FIRST.match(text[low:high])
        if first is not None:
            person = _person(text, (low + first.end(), high), reader)
            found = Aside(person, is_chair=False, whom="") if person else None
        else:
            inside = stood_in(text[low:high], reader)
            found = inside._replace(person=shifted(inside.person, low)) if inside else None
        if found is not None:
            return found, bracket.span()
    return None


def stood_in(text: str, reader: PeopleReader) -> Aside | None:
    """Reads "Mr Quirk attended as his substitute."; `None` for any other sentence."""
    if len(text) > _LONGEST or _STOOD_IN.search(text) is None:
        return None
    blanks = [found.start() for found in re.finditer(r"\s+", text)][:_CLAUSE_WORDS]
    for place in blanks:
        said = _SUBSTITUTED.match(text[place:].strip())
        person = _person(text, (0, place), reader) if said is not None else None
        if said is not None and person is not None:
            whom = said["whom"] or ""
            return Aside(person, is_chair=False, whom="" if whom.lower() in _PRONOUNS else whom)
    return None


def _person(text: str, span: tuple[int, int], reader: PeopleReader) -> Entry | None:
    """The one person whom a range names and nothing else."""
    entries = reader.entries(text[: span[1]], span[0], is_line=False)
    return entries[0] if len(entries) == 1 and entries[0].name and not entries[0].office else None


@lru_cache(maxsize=8)
def _presided(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """A sentence that says who presided: "Mr Pell in the chair", "The chair was taken by Mr Pell"."""
    leading = tuple(phrase for phrase in phrases if phrase.endswith(" by"))
    following = tuple(phrase for phrase in phrases if phrase not in leading)
    return re.compile(
        rf"(?i)\W*(?:(?P<before>\S.{{2,60}}?),?\s+(?:(?:was|were|then)\s+)*{any_of(following)}|(?:the\s+)?{any_of(leading)}\s+(?P<behind>.{{3,60}}?))\W*"
    )
