"""Reads sentences that say of people that they were there, or were not, or came and went.

Mr Pell and Mrs Quill sent their apologies.       people, and what is said of them
Ann Pell, Bo Quill and Cy Rudd were present.
All were present bar Mr Pell.                     who alone was not
Nothing had been heard from Mrs Quill.            the same
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
_NAME_WORDS = 6  # of a name with its title that a sentence begins with
_SAID = re.compile(
    r"(?i)\s+(?:(?:both|all|also|had|has|have|then|each)\s+)*(?:"
    r"(?:sent|sends?|gave|gives?|given|tender(?:s|ed)?|offer(?:s|ed)?|submit(?:s|ted)?)\s+(?:(?:his|her|their|its|in)\s+)*(?P<sorry>apologies)"
    r"|(?P<apologised>apologi[sz]ed)(?=\W*$|\s+for\b)|(?:was|were)\s+(?:(?:both|all|also)\s+)?"
    r"(?:(?:present|in\s+attendance|at\s+(?:the|this)\s+meeting|(?P<absent>absent))(?=\W*$|[.;]\s|\W*\s(?:at\s+the|throughout|for|as|from|until|by|via|online|and)\b)"
    r"|(?P<excused>excused))"
    r"|(?P<silent>(?:had|has)\s+not\s+been\s+(?:in\s+touch|heard\s+from)|(?:had\s+|has\s+)?(?:sent|gave|given|made)\s+no\s+(?:word|apology|apologies|message|reason))|(?:(?:was|were)\s+(?:unable|not\s+able)\s+to|could\s+not|did\s+not)\s+(?P<away>attend|be\s+(?:present|there))|attended(?=\W*$|[.;]\s|\s+(?:the\s+meeting|remotely|virtually|online|in\s+person|by\s+(?:video|phone|telephone))\b))"
    r"(?:\s+for\s+(?:(?:his|her|their|its)\s+)?(?:absence|non-attendance))?\b"
)
_MOVED = re.compile(
    r"(?i)\s+(?:(?:then|both|had)\s+)?(?:left|arrived|departed|joined|rejoined|returned)"
    r"(?:\s+(?:the\s+(?:meeting|room|chamber|call)|early|late|again))*"
    r"(?=[\s.]*$|\s+(?:remotely|online|in\s+person|by\s+(?:video|phone|telephone)|at\s+(?:this|item|\d)|around\s+\d|by\s+\d"
    r"|(?:for|from|until|in)\s+item|during\b|(?:after|before)\s+(?:item|this|the\s+vote)))"
)
_ALL = (
    r"\W*(?:everyone|everybody|(?:all|every)\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+)?"
    r"(?:members?|trustees?|directors?|governors?|councillors?|commissioners?|supervisors?)"
    r"|the\s+(?:full|whole)\s+(?:board|committee|council|panel))(?:\s+of\s+the\s+\w+)?"
)
_THERE = r"(?:(?:was|were)\s+(?:both\s+|all\s+)?(?:present|there|in\s+attendance)|attended)(?:\s+the\s+meeting)?"
_BUT = r"(?:(?:except|save)(?:\s+for)?|bar|but|apart\s+from|other\s+than|with\s+the\s+(?:sole\s+)?exception\s+of)"
_EVERYBODY = re.compile(rf"(?i)^{_ALL}\s+{_THERE}(?:\W*$|[.;]\s)")
# What stands before and behind the names of those who alone were not there.
_ALL_BUT = re.compile(rf"(?i)^{_ALL}\s+(?:{_THERE},?\s+)?{_BUT}\s+")
_BEHIND_NAMES = re.compile(rf"(?i),?\s+{_THERE}")
_UNHEARD = re.compile(
    r"(?i)^\W*(?:nothing|no\s+(?:word|message|news|apology|apologies|explanation|contact))\s+(?:(?:had|has|have|was|were|been|yet)\s+){0,3}"
    r"(?:(?:heard|received|come|given|made|sent)\s+)?(?:from|by)\s+"
)
_NOBODY = re.compile(r"(?i)^\W*(?:there\s+(?:were|are|had\s+been)\s+)?no\s+apologies\b[^.]{0,80}\.?\W*$")
# Words that only agree with how many there are.
_AGREEING = re.compile(r"\b(?:his|her|their|its|was|were|has|have|had|is|are|been|both|all|each|also)\b\s*")


# Where a sentence may end within a line.
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Dr|Mr|Ms|St|Sr))(?<!\b(?:Mrs|Rev))[.;]\s+(?=[A-Z@])")


# When somebody came or went, in brackets behind the name or as a sentence's end.
_WHEN = r"(?P<when>(?:agenda\s+)?(?:item|minute)s?\s+\d[\d./]*|\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?m\.?|noon|hours|hrs)?)"
_CAME_OR_WENT = re.compile(
    r"(?i)^(?:(?:had|was|then)\s+)*(?:(?P<came>(?:arrived|joined|entered|came\s+in|(?:present|there|attended|in\s+attendance)?\s*from|rejoined|returned|in\s+from|late,?)\b)"
    r"|(?P<went>(?:left|departed|withdrew|(?:present|there|attended|in\s+attendance)?\s*(?:until|till|up\s+to)|leaving|out)\b))"
    rf"(?:\s+(?:the\s+)?(?:meeting|room|late|early|arrived|arriving|joining|left))*,?\s*(?:(?:at|from|for|during|around|about|approximately)\s+)?{_WHEN}\W*$"
)


class Said(NamedTuple):
    """What a sentence says of the people whom it names. Ranges are of the sentence."""

    people: tuple[int, int]
    words: tuple[int, int]  # what is said of them
    rest: int  # where what follows begins, its end where nothing does
    group: str  # "present", "apologies" or "absent", as a label would say


def said_of_people(text: str, reader: PeopleReader) -> Said | None:
    """Reads "Mr Pell and Mrs Quill sent their apologies." and "Nothing was heard from Mr Pell."; else `None`."""
    if len(text) > _LONGEST:
        return None
    return _said_before(text, reader) or _said_behind(text, reader)


def _said_behind(text: str, reader: PeopleReader) -> Said | None:
    """What is said of people whom the sentence names first."""
    match = _SAID.search(text)
    if match is None or not reader.names_people(text[: match.start()]):
        return None
    group = "absent" if match["absent"] or match["away"] or match["silent"] else "present"
    if match["sorry"] or match["apologised"] or match["excused"]:
        group = "apologies"
    return Said((0, match.start()), (match.start() + 1, match.end()), match.end(), group)


def _said_before(text: str, reader: PeopleReader) -> Said | None:
    """What is said of people whom the sentence names last: nobody else was away, or nobody heard from them."""
    match = _ALL_BUT.match(text) or _UNHEARD.match(text)
    if match is None:
        return None
    stop = _BEHIND_NAMES.search(text, match.end()) or _STOP.search(text, match.end())
    end = stop.start() if stop else len(text)
    people = text[match.end() : end]
    if people.islower() or not reader.names_people(people):  # "Nothing was heard from him."
        return None
    rest = stop.end() if stop and stop.re is _BEHIND_NAMES else end
    return Said((match.end(), end), (len(text) - len(text.lstrip()), match.end()), rest, "absent")


def end_of_sentence(text: str) -> int:
    """Where the first sentence of a text ends."""
    stop = _STOP.search(text)
    return stop.end() if stop else len(text)


def sentences_about_people(text: str, begins_list: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Where the sentences of a line begin and end that tell of people: "Present: A. Ash. Apologies: B. Pell".

    Only what `begins_list` is true of begins another: a stop behind "A" ends none. Cost: linear.
    """
    stops = [match.end() for match in _STOP.finditer(text)]
    parts = pairwise((*stops, len(text)))
    starts = [0, *(start for start, end in parts if begins_list(text[start:end].strip()))]
    return list(pairwise((*starts, len(text))))


def came_or_went(words: str) -> str:
    """When somebody came or went, in one form: "arrived 7.40 pm" and "from 7.40pm" are alike; else nothing."""
    found = _CAME_OR_WENT.match(words.strip(" ()[].,;"))
    if found is None:
        return ""
    when = re.sub(r"[\s.]|agenda", "", found["when"].lower().replace(":", "."))
    return f"{'from' if found['came'] else 'until'} {when}"


def movement_of(text: str, reader: PeopleReader) -> tuple[str, str] | None:
    """The surname, and when the person came or went, of a sentence that says so of one: "Mr Kent left at 8.10 pm"."""
    for blank in list(re.finditer(r"\s+", text))[:_NAME_WORDS]:
        when = came_or_went(text[blank.end() :])
        if when:
            entries = reader.entries(text[: blank.start()])
            is_one = len(entries) == 1 and bool(entries[0].name)
            return (entries[0].name[-1], when) if is_one else None
    return None


def tells_movement(text: str, reader: PeopleReader) -> bool:
    """Whether a sentence says that the people whom it names came or went."""
    match = _MOVED.search(text) if len(text) <= _LONGEST else None
    return match is not None and ". " not in text and reader.names_people(text[: match.start()])


def says_nobody(text: str) -> bool:
    """Whether a sentence says that nobody apologised, or that everybody was there."""
    return len(text) <= _LONGEST and (_NOBODY.match(text) or _EVERYBODY.match(text)) is not None


def without_agreement(text: str) -> str:
    """The words without those that agree with one or many: "who was on holiday", "who were on holiday"."""
    return _AGREEING.sub("", fold_blanks(text)).strip(" .,;:*_")
