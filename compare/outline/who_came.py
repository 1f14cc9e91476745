"""Reads sentences that say of people named first that they were there, or were not, or came and went.

Mr Pell and Mrs Quill sent their apologies.       people, and what is said of them
Ann Pell, Bo Quill and Cy Rudd were present.
Mr Quill left at 8.10 pm.                         who went, no list of people
No apologies had been received.                   nobody
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from compare.outline.people import PeopleReader
from compare.style.phrases import fold_blanks

# The longest sentence, in characters, that only says so.
_LONGEST = 300
_SAID = re.compile(
    r"(?i)\s+(?:(?:both|all|also|had|has|have|then|each)\s+)*(?:"
    r"(?:sent|sends?|gave|gives?|given|tender(?:s|ed)?|offer(?:s|ed)?|submit(?:s|ted)?)\s+(?:(?:his|her|their|its|in)\s+)*(?P<sorry>apologies)"
    r"|(?P<apologised>apologi[sz]ed)(?=\W*$|\s+for\b)|(?:was|were)\s+(?:(?:both|all|also)\s+)?"
    r"(?:(?:present|in\s+attendance|(?P<absent>absent))(?=\W*$|[.;]\s|\W*\s(?:at\s+the|throughout|for|as|from|until|by|via|online|and)\b)"
    r"|(?P<excused>excused))|(?:(?:was|were)\s+(?:unable|not\s+able)\s+to|could\s+not|did\s+not)\s+(?P<away>attend|be\s+(?:present|there))|attended(?=\W*$|[.;]\s|\s+(?:the\s+meeting|remotely|virtually|online|in\s+person|by\s+(?:video|phone|telephone))\b))"
    r"(?:\s+for\s+(?:(?:his|her|their|its)\s+)?(?:absence|non-attendance))?\b"
)
_MOVED = re.compile(
    r"(?i)\s+(?:(?:then|both|had)\s+)?(?:left|arrived|departed|joined|rejoined|returned)"
    r"(?:\s+(?:the\s+(?:meeting|room|chamber|call)|early|late|again))*"
    r"(?=[\s.]*$|\s+(?:remotely|online|in\s+person|by\s+(?:video|phone|telephone)|at\s+(?:this|item|\d)|around\s+\d|by\s+\d"
    r"|(?:for|from|until|in)\s+item|during\b|(?:after|before)\s+(?:item|this|the\s+vote)))"
)
_EVERYBODY = re.compile(
    r"(?i)^\W*(?:everyone|everybody|all\s+(?:of\s+)?(?:the\s+)?(?:members|trustees|directors|governors|councillors))\b[^.]{0,80}"
    r"\b(?:was|were)\s+(?:present|there|in\s+attendance)\W*$"
)
_NOBODY = re.compile(r"(?i)^\W*(?:there\s+(?:were|are|had\s+been)\s+)?no\s+apologies\b[^.]{0,80}\.?\W*$")
# Words that only agree with how many there are.
_AGREEING = re.compile(r"\b(?:his|her|their|its|was|were|has|have|had|is|are|been|both|all|each|also)\b\s*")


# Where a sentence may end within a line.
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Dr|Mr|Ms|St|Sr))(?<!\b(?:Mrs|Rev))[.;]\s+(?=[A-Z@])")


class Said(NamedTuple):
    """What a sentence says of the people that it names first: they end at `end`, what is said of them at `said`."""

    end: int
    said: int
    group: str  # "present", "apologies" or "absent", as a label would say


def said_of_people(text: str, reader: PeopleReader) -> Said | None:
    """Reads "Mr Pell and Mrs Quill sent their apologies."; `None` for any other sentence."""
    match = _SAID.search(text) if len(text) <= _LONGEST else None
    if match is None or not reader.names_people(text[: match.start()]):
        return None
    group = "absent" if match["absent"] or match["away"] else "present"
    if match["sorry"] or match["apologised"] or match["excused"]:
        group = "apologies"
    return Said(match.start(), match.end(), group)


def sentences_about_people(text: str, begins_list: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Where the sentences of a line begin and end that tell of people: "Present: A. Ash. Apologies: B. Pell".

    Only what `begins_list` is true of begins another: a stop behind "A" ends none. Cost: linear.
    """
    stops = [match.end() for match in _STOP.finditer(text)]
    parts = pairwise((*stops, len(text)))
    starts = [0, *(start for start, end in parts if begins_list(text[start:end].strip()))]
    return list(pairwise((*starts, len(text))))


def tells_movement(text: str, reader: PeopleReader) -> bool:
    """Whether a sentence says that the people whom it names came or went."""
    match = _MOVED.search(text) if len(text) <= _LONGEST else None
    return match is not None and ". " not in text and reader.names_people(text[: match.start()])


def tells_of_all(text: str) -> bool:
    """Whether a sentence says that everybody was there, or who alone was not."""
    return len(text) <= _LONGEST and _EVERYBODY.match(text) is not None


def says_nobody(text: str) -> bool:
    """Whether a sentence says that nobody apologised."""
    return len(text) <= _LONGEST and _NOBODY.match(text) is not None


def without_agreement(text: str) -> str:
    """The words without those that agree with one or many: "who was on holiday", "who were on holiday"."""
    return _AGREEING.sub("", fold_blanks(text)).strip(" .,;:*_")
