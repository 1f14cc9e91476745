"""Segments that are wholly a vote, or name who moved and seconded.

    Mover:- Councillor Ashby        Seconder:- Councillor Birch
    For the motion (10): Councillors …          8 voting FOR, 1 AGAINST and no ABSTENTIONS          LOST
    For many years the pond had been dry.       is none
"""

from __future__ import annotations

import re
from collections.abc import Callable

from compare.housestyle import HouseStyle
from compare.outline.view import Roles, View
from compare.phrases import DRESS, any_of, holds_any
from compare.values import Role, SegmentKind

# The longest line of names in a recorded vote of a large council, in characters.
_LONGEST_LIST = 2500
# The longest sentence that only reports the outcome of a vote.
_LONGEST_SENTENCE = 320

_COUNT = r"(?:\d+|no|none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_COUNTED = re.compile(
    rf"(?i)\b{_COUNT}\s+(?:members?\s+|votes?\s+|councillors?\s+)?(?:voting\s+|voted\s+)?(?:in favour|for|against|abstentions?|abstained|abstaining)\b"
    rf"|\b(?:for|against|abstentions?|abstained|in favour)\s*[:=–-]?\s*\(?{_COUNT}\b"
)
_ABOUT_VOTE = ("vot", "gainst", "bst", "arried", "ost", "ivision", "VOT", "GAINST", "BST", "ARRIED", "OST", "asting", "hands")


def claim_votes(view: View, roles: Roles, style: HouseStyle, decides: Callable[[str], bool]) -> None:
    """Claims the segments that are votes and take no decision in the same breath. Cost: linear."""
    table = style.minutes
    votes = re.compile(rf"{DRESS}{any_of(table['vote_labels'])}(?P<after>[*_]{{0,3}}\s*(?:$|[:(–—-]|\d))", re.IGNORECASE)
    sentence = re.compile(rf"{DRESS}{any_of(tuple(label for label in table['vote_labels'] if ' ' in label))}", re.IGNORECASE)
    outcome = re.compile(r"(?i)[*_\s]*(?:(?:the )?(?:motion|amendment|recommendation|proposal)s? (?:was|were|is) )?(?:declared )?(?:carried|lost)\b[^.]{0,60}\.?[*_\s]*")
    people = any_of((*table["honorifics"],))
    movers = re.compile(rf"{DRESS}{any_of(table['mover_labels'])}(?:[*_]{{0,3}}\s*(?:[:–—-]|$)|\s+(?:by\s+)?{people}|\s+by\b)", re.IGNORECASE)
    for index, text in enumerate(view.texts):
        if not roles.is_free(index) or view.is_kind(index, SegmentKind.HEADING) or len(text) > _LONGEST_LIST:
            continue
        is_short = len(text) <= _LONGEST_SENTENCE
        if (
            (is_short and movers.match(text))
            or votes.match(text)
            or outcome.fullmatch(text)
            or (is_short and holds_any(text, _ABOUT_VOTE) and (sentence.match(text) or _is_count(text) or "casting vote" in text.lower()))
        ) and not decides(text):
            roles.claim(index, Role.VOTE)


def _is_count(text: str) -> bool:
    """Whether a short line does little else than count a vote."""
    found = [match.group() for match in _COUNTED.finditer(text)]
    return len(found) > 1 or (len(found) == 1 and len(text) <= 3 * len(found[0]) + 20)
