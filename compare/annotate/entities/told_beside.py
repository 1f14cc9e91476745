"""Names and values beside others: letters in brackets, lists of persons, hours and minutes, series of numbers.

Friends of Wick Pond ([FoWP]) · Ada Odell, [Penfold], Zoe Ashby · [2 hours 51 minutes] · [MCA/KB/0097]
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from compare.annotate.entities.candidates import Found
from compare.annotate.entities.not_entities import PLAIN

_LETTERS_BEHIND = re.compile(r" \((?=[A-Za-z&]{2,8}\))([A-Z][A-Za-z&]*[A-Z][A-Za-z]?)\)")
_LIST = re.compile(r",? (?:and )?|[,;] ?(?:and )?|\s*\n[-*•\s]*")  # between the names of a list
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_ROAD = re.compile(r"[ABM]\d{1,4}")
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?|\d[A-Z]{2}")
_YEARS = re.compile(r"(?:19|20)\d\d(?: ?[-–/] ?(?:(?:19|20)\d\d|\d\d))?")  # "the Plan 2018–2033"
_SERIES = re.compile(r"(?<![\w/.-])[A-Z]{2,5} $")  # "TPO 3/2001"
_GLUED_SERIES = re.compile(r"(?<![\w/.-])(?:[A-Z]{1,6}/){1,2}$")  # "MCA/KB/0097"
_MEETING = re.compile(r"meeting,? (?:no\.? ?|number )?$", re.IGNORECASE)  # "Meeting No. 3" is no document
_DIGIT = re.compile(r"\d")
_REACH = 12  # characters before a number or a street: "1204a-1206b " has as many


def with_letters(told: Sequence[Found], text: str) -> list[Found]:
    """The names, and their letters in brackets: "Friends of Wick Pond (FoWP)"."""
    letters = [
        Found(match.start(1), match.end(1), one.label, None)
        for one in told
        if one.label in ("ORG", "BODY") and (match := _LETTERS_BEHIND.match(text, one.end))
    ]
    if not letters:
        return list(told)
    taken = {one.start for one in letters}
    return sorted([*(one for one in told if one.start not in taken), *letters])


def is_listed(told: Sequence[Found], place: int, text: str) -> bool:
    """Whether a name stands in a list between two persons."""
    if not 0 < place < len(told) - 1:
        return False
    before, one, after = told[place - 1 : place + 2]
    return (
        before.label == after.label == "PERSON"
        and _LIST.fullmatch(text, before.end, one.start) is not None
        and _LIST.fullmatch(text, one.end, after.start) is not None
    )


def joined(one: Found, other: Found, text: str) -> Found | None:
    """Two as one: "2 hours 51 minutes"."""
    if one.label != "QUANTITY" or other.label != "QUANTITY" or text[one.end : other.start] not in (" ", " and "):
        return None
    units = [(found.value or "").partition(" ")[2] for found in (one, other)]
    return one._replace(end=other.end, value=None) if _TIMES.issuperset(units) else None


def told_reference(one: Found, text: str, lists: Mapping[str, Collection[str]]) -> Found:
    """A reference with the series before its number, as a road or a year where it is one, or as nothing."""
    words = text[one.start : one.end]
    if _ROAD.fullmatch(words):
        return one._replace(label="LOC")
    is_meeting = words[0] != "#" and _MEETING.search(text, max(0, one.start - 2 * _REACH), one.start)
    if is_meeting or _POSTCODE.fullmatch(words):
        return one._replace(label=PLAIN)
    digit = _DIGIT.search(words)
    noun, _, number = words.rpartition(" ")
    if (one.value or "").rpartition(" ")[0] in lists["no_references"]:
        is_year = _YEARS.fullmatch(number)
        return one._replace(start=one.end - len(number), label="DATE" if is_year else PLAIN)
    if digit and noun.casefold() in lists["said_of_numbers"]:
        return one._replace(start=one.end - len(number))
    series = _SERIES if digit and digit.start() == 0 else _GLUED_SERIES
    before = series.search(text, max(0, one.start - _REACH), one.start) or _GLUED_SERIES.search(
        text, max(0, one.start - _REACH), one.start
    )
    return one._replace(start=before.start()) if before else one
