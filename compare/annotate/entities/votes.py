"""Votes: 7 votes to 3 · For: 7, Against: 3 · 5 for, 0 against, 1 abstention."""

from __future__ import annotations

import re
from functools import cache

from compare.annotate.entities.candidates import Found, word_before
from compare.annotate.entities.values import spoken_number

_COUNT = r"(\d{1,4}|[a-z]{2,12}(?:-[a-z]{3,5})?)"
_TO = rf" (?:votes? )?to {_COUNT}(?: votes?)?(?!\w|[.,]\d)"
_VOTES_TO = rf" votes? (?:(?:for|in favour),? )?(?:to|and|against) {_COUNT}(?: (?:votes? )?against)?(?!\w)"
_COUNTED = (
    r" (?:(?:votes?|members?|councillors?) )?(?:voting |voted |were )?"
    r"(for|in favour(?: of)?|against|abstentions?|abstained|abstaining)(?!\w)"
)
_NEXT_COUNT = rf"(?:,|;| and|, and| with| /|\.)? {_COUNT}(?= )"
_LABELLED = r"(for|in favour|against|abstain(?:ed)?|abstentions?)(?: \(|[:=] ?| - ?)(\d{1,4})\)?"
_LABELLED_NEXT = re.compile(r"[,;.]? {0,3}(?:and )?")
_MOST_COUNTS = 6  # of one vote: for, against and abstained, of members and of shares
_FIGURES = re.compile(r"\d{1,4}(?![\w.,/:]\d)")


@cache
def _ready(pattern: str) -> re.Pattern[str]:
    """The expression, compiled when a document first speaks of votes: that takes longer than a page's tagging."""
    return re.compile(pattern, re.IGNORECASE)


def read_votes(text: str, lowered: str, start: int, end: int | None = None, value: str = "") -> Found | None:
    """The vote that a number opens: the figure at `start`, or a spoken number of this value that ends at `end`."""
    if end is None:
        match = _FIGURES.match(text, start)
        if match is None:
            return None
        end, value = match.end(), match.group()
    if match := _ready(_VOTES_TO).match(text, end):
        other = _counted(match[1])
        return Found(start, match.end(), "VOTE", f"for {value} against {other}") if other else None
    if word_before(lowered, start) == "by" and (match := _ready(_TO).match(text, end)):
        other = _counted(match[1])
        return Found(start, match.end(), "VOTE", f"for {value} against {other}") if other else None
    counts: list[str] = []
    while len(counts) < _MOST_COUNTS and (match := _ready(_COUNTED).match(text, end)):
        counts.append(f"{_kind(match[1])} {value}")
        end = match.end()
        following = _ready(_NEXT_COUNT).match(text, end)
        number = _counted(following[1]) if following else None
        if following is None or number is None or not _ready(_COUNTED).match(text, following.end()):
            break
        end, value = following.end(), number
    if len(counts) > 1 or (counts and not counts[0].startswith("for")):
        return Found(start, end, "VOTE", " ".join(counts))
    return None


def read_labelled_votes(text: str, lowered: str, start: int) -> list[Found]:
    """For: 7, Against: 3, Abstentions: 1."""
    del lowered  # asked like every reader of a word
    counts: list[str] = []
    end = place = start
    while len(counts) < _MOST_COUNTS and (match := _ready(_LABELLED).match(text, place)):
        counts.append(f"{_kind(match[1])} {int(match[2])}")
        end = match.end()
        gap = _LABELLED_NEXT.match(text, end)
        place = gap.end() if gap else end
    return [Found(start, end, "VOTE", " ".join(counts))] if counts else []


def _kind(word: str) -> str:
    word = word.lower()
    return "for" if word.startswith(("for", "in favour")) else "against" if word == "against" else "abstained"


def _counted(word: str) -> str | None:
    if word.isdigit():
        return str(int(word))
    if word.lower() in ("no", "none", "nil"):
        return "0"
    spoken = spoken_number(word.lower().split("-"))
    return spoken[0] if spoken and spoken[0].isdigit() else None
