"""Asks whether two documents are of the same meeting, where their bodies, their days or their words say otherwise.

Ash Parish Council, 6 May 2021   /  Ash Parish Council, 6 June 2021         the days differ
Planning Committee, 6 May 2021   /  Licensing Committee, 6 May 2021         the bodies differ
Ash Council                      /  Ash Council, Planning Committee         one says more: no question
4 January 2015                   /  4 January 2016                          the year alone: no question
Planing Committee                /  Planning Committee                      a slip: no question
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from compare.scope import LITTLE_IN_COMMON
from compare.text.in_words import day_in_words
from compare.values import Minutes, Scope

# Two words of so many letters or more that share so much of them are one word with a slip in it, 0–1.
_LONG_WORD, _ALIKE = 5, 0.85
_WORD = re.compile(r"[^\W_]+")
_IDLE = frozenset(("the", "of", "and", "for"))


def ask_two_meetings(draft: Minutes, final: Minutes, scope: Scope) -> str:
    """The question, with what it is asked for: "are these two meetings? The draft is of …"; empty if there is none."""
    own, other = draft.outline, final.outline
    of_days = _are_other_days(own.meeting_date, other.meeting_date)
    of_bodies = bool(own.body and other.body and _differ(own.body, other.body))
    if of_days or of_bodies:
        bodies = _without_shared_part(own.body or "", other.body or "") if of_bodies else ("", "")
        days = [day_in_words(outline.meeting_date if of_days else None) for outline in (own, other)]
        mine, yours = (", ".join(filter(None, both)) for both in zip(bodies, days, strict=True))
        return f"are these two meetings? The draft is of {mine}, the final of {yours}"
    if scope.in_common < LITTLE_IN_COMMON:
        return f"are these two meetings? They share {round(100 * scope.in_common)} % of their words"
    return ""


def _are_other_days(one: str | None, other: str | None) -> bool:
    """Whether two days (YYYY-MM-DD) are of two meetings: the year alone is mistyped in January, and is a finding."""
    return one is not None and other is not None and one[-len("MM-DD") :] != other[-len("MM-DD") :]


def _without_shared_part(one: str, other: str) -> tuple[str, str]:
    """Two names without the council that both begin with: "Ash Council, Planning Committee"."""
    council, comma, committee = one.partition(", ")
    own, _, others = other.partition(", ")
    is_shared = bool(comma) and council.casefold() == own.casefold() and bool(others)
    return (committee, others) if is_shared else (one, other)


def _differ(one: str, other: str) -> bool:
    """Whether each of two names of bodies has a word that the other lacks in any spelling."""
    mine, yours = ({word for word in _WORD.findall(name.casefold()) if word not in _IDLE} for name in (one, other))
    return _lacks(mine, yours) and _lacks(yours, mine)


def _lacks(words: set[str], other: set[str]) -> bool:
    return any(not any(_is_same_word(word, candidate) for candidate in other) for word in words)


def _is_same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    is_long = min(len(one), len(other)) >= _LONG_WORD
    return is_long and one[0] == other[0] and SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
