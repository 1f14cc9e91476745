"""Segments that are wholly a vote, or name who moved and seconded.

    Mover:- Councillor Ashby        Seconder:- Councillor Birch
    For the motion (10): Councillors …          8 voting FOR, 1 AGAINST and no ABSTENTIONS          LOST
    For many years the pond had been dry.       is none

A sentence that votes and decides in one breath is a decision.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from compare.outline.working_view import Roles, View
from compare.style.house_style import HouseStyle
from compare.style.phrases import Phrases, holds_any, starting
from compare.values import Role, SegmentKind

# The longest line of names in a recorded vote of a large council, in characters.
_LONGEST_LIST = 2500
# The longest sentence that only reports the outcome of a vote.
_LONGEST_SENTENCE = 320

_COUNT = r"(?:\d+|no|none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_COUNTED = re.compile(
    rf"(?i)\b{_COUNT}\s+(?:members?\s+|votes?\s+|councillors?\s+)?(?:voting\s+|voted\s+)?(?:in favour|for|against"
    rf"|abstentions?|abstained|abstaining)\b"
    rf"|\b(?:for|against|abstentions?|abstained|in favour)\s*[:=–-]?\s*\(?{_COUNT}\b"
)
_AFTER_VOTE = re.compile(r"[*_]{0,3}\s*(?:$|[:(–—-]|\(?\d{1,3}\)?\s*(?:$|[,;.:/]|[Aa]gainst|AGAINST|votes?))")
_AFTER_MOVER = re.compile(r"[*_]{0,3}\s*(?:[:–—-]|$)|\s+by\b", re.IGNORECASE)
_OUTCOME = re.compile(
    r"(?i)[*_\s]*(?:(?:the )?(?:motion|amendment|recommendation|proposal)s? (?:was|were|is) )?"
    r"(?:declared )?(?:carried|lost)\b"
    r"[^.]{0,60}\.?[*_\s]*"
)
# What a sentence about a vote must hold, first letters left out for their capitals.
_ABOUT_VOTE = (
    "vot",
    "VOT",
    "gainst",
    "GAINST",
    "bst",
    "BST",
    "arried",
    "ARRIED",
    "ost",
    "OST",
    "ivision",
    "asting",
    "hands",
)


def claim_votes(view: View, roles: Roles, style: HouseStyle, decides: Callable[[str], bool]) -> None:
    """Claims the segments that are votes and take no decision in the same breath. Cost: linear."""
    table = style.minutes
    votes, movers = starting(table["vote_labels"]), starting(table["mover_labels"])
    people = starting(table["honorifics"])
    for index, text in enumerate(view.texts):
        if not roles.is_free(index) or view.is_kind(index, SegmentKind.HEADING) or len(text) > _LONGEST_LIST:
            continue
        is_short = len(text) <= _LONGEST_SENTENCE
        vote, mover = votes.match_after_marks(text), movers.match_after_marks(text) if is_short else None
        if (
            (mover and _names_mover(text, mover.end(), people))
            or (vote and _AFTER_VOTE.match(text, vote.end()))
            or (is_short and holds_any(text, _ABOUT_VOTE) and _is_about_vote(text, vote))
        ) and not decides(text):
            roles.claim(index, Role.VOTE)


def _names_mover(text: str, end: int, people: Phrases) -> bool:
    if text[:end].lower().endswith((" by", " gan")):
        return True
    after = _AFTER_MOVER.match(text, end)
    return after is not None or people.match(text, end + len(text[end:]) - len(text[end:].lstrip())) is not None


def _is_about_vote(text: str, vote: re.Match[str] | None) -> bool:
    """Whether a short paragraph reports the outcome of a vote and nothing else."""
    if vote and " " in vote.group():
        return True
    return _is_count(text) or _OUTCOME.fullmatch(text) is not None or "casting vote" in text.lower()


def _is_count(text: str) -> bool:
    """Whether a short line does little else than count a vote."""
    found = [match.group() for match in _COUNTED.finditer(text)]
    return len(found) > 1 or (len(found) == 1 and len(text) <= 3 * len(found[0]) + 20)
