"""Tells whether a line says what a meeting did: then it is compared, however often the pages repeat it.

Granted                                     a decision
RESOLVED: That the report be noted.         a decision, and a sentence
For 5, against 2                            a vote
Precept £34,000                             a sum
Application 22/0433/FUL    12. Apologies    an item
Present:    Cllr Ash                        a label, whose names stand beside it, and a name

    Planning Committee – 6 September 2022       says nothing that was done
    Grants Sub-Committee                        nor does the name of a body
    DRAFT MINUTES: not yet approved             nor what the minutes say of themselves
    Chair's initials: ........                  nor a place to sign
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from compare.style.house_style import HouseStyle

_SUM = re.compile(r"[£€$]\s?\d")
_VOTE = re.compile(
    r"(?i)\b(?:for|against|abstentions?|abstained|abstaining|votes?)\W{0,3}\d|\d\W{0,3}(?:for|against|abst\w*|votes?)\b"
)
_ITEM = re.compile(
    r"(?i)\b(?:application|item|minute|motion|resolution|decision|recommendation|question|appeal|case|appendix|annex"
    r"|schedule|eitem|cofnod|cais)(?:\s(?:no|number|ref|reference|rhif)\b)?\W{0,3}(?:[a-z]{1,4}[/.-]?)?\d"
)
# "12. Apologies", "(3) Grants", "10.1 Grants".
_NUMBERED = re.compile(r"\(?\d{1,3}(?:\.\d{1,3})*[.)]\s*[^\W\d]|\(?\d{1,3}(?:\.\d{1,3})+\s+[^\W\d]")
_SENTENCE_END = re.compile(r"(?<![.…])[.?!;][’”\"')]*$")
# The fewest words of a sentence: "Anytown Ltd." is a name.
_SENTENCE = 4
# Words of a vote that stand in the names of bodies and in addresses as well.
_NOT_ALONE = frozenset(("for", "division", "equality", "show", "of", "hands", "con", "nem", "favour", "favor"))
_WORD = re.compile(r"[^\W_]+")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_PARTICIPLE = re.compile(r"\w+ed|lost|withdrawn|withdrew|upheld")


class Business(NamedTuple):
    """The words by which business is known, of one house style."""

    deeds: frozenset[str]  # "granted", "approve", "seconded"
    bodies: frozenset[str]  # "committee"
    marks: frozenset[str]  # "draft": what the minutes say of themselves
    statuses: tuple[str, ...]  # "not yet approved"
    signature: frozenset[str]  # "signed", "date"
    titles: frozenset[str]  # "cllr"

    def is_in(self, text: str) -> bool:
        """Whether a line says what was decided, voted, spent or dealt with, or is a sentence, a label or a name."""
        if _SUM.search(text) or _VOTE.search(text) or _ITEM.search(text) or _NUMBERED.match(text):
            return True
        words = _words_of(text)
        if self._is_of_itself(text, words):
            return False
        first = _FIRST_WORD.match(text)
        if first and first.group().lower() in self.titles:
            return True
        if text[-1:] == ":" or (len(words) >= _SENTENCE and _SENTENCE_END.search(text)):
            return True
        deeds = words & self.deeds
        return bool(deeds) and (words.isdisjoint(self.bodies) or any(map(_PARTICIPLE.fullmatch, deeds)))

    def is_decision(self, text: str) -> bool:
        """Whether a text holds what was done, as "granted" and "seconded" say it."""
        return any(map(_PARTICIPLE.fullmatch, _words_of(text) & self.deeds))

    def _is_of_itself(self, text: str, words: frozenset[str]) -> bool:
        """Whether a line tells of the minutes that they are a draft, or is a place to sign."""
        if not words.isdisjoint(self.marks) or all(word.isdigit() or word in self.signature for word in words):
            return True
        folded = " ".join(text.lower().split())
        # "Confirmed" alone is a status; in other words it is a deed.
        return any(status in folded if " " in status else status == folded for status in self.statuses)

    def to_lists(self) -> list[list[str]]:
        """The words as plain lists, to be sent to the process that reads a PDF."""
        return [sorted(words) for words in self]


def business_from_lists(lists: Sequence[Sequence[str]]) -> Business:
    """The reverse of `Business.to_lists`."""
    deeds, bodies, marks, statuses, signature, titles = lists
    return Business(
        frozenset(deeds), frozenset(bodies), frozenset(marks), tuple(statuses), frozenset(signature), frozenset(titles)
    )


def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def business_of(style: HouseStyle) -> Business:
    """Collects the words of a house style."""
    # The process that reads a PDF is sent these words: it starts faster without what collects them.
    from compare.style.phrases import folded_phrases, single_words  # noqa: PLC0415

    forms = (equation.partition("=")[2].split() for equation in style.words["decision_verbs"])
    verbs = tuple(form for family in forms for form in family if "_" not in form)
    common = single_words(style.words["common_outcomes"])  # "Notice is hereby given"
    deeds = single_words((*verbs, *style.words["vote_words"])) - _NOT_ALONE - common
    statuses = folded_phrases((*style.minutes["status_draft"], *style.minutes["status_confirmed"]))
    return Business(
        deeds,
        single_words(style.minutes["body_words"]),
        single_words(style.words["draft_marks"]),
        tuple(sorted(set(statuses) - set(folded_phrases(style.minutes["resolution_headers"])))),
        single_words(style.minutes["signature_words"]),
        single_words(style.minutes["honorifics"]) - {"y"},
    )


@cache
def default_business() -> Business:
    """The words that all house styles share."""
    from compare.style.house_style import default_house_style  # noqa: PLC0415 (as above)

    return business_of(default_house_style())
