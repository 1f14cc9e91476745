"""Sentences that say that there was nothing to record, in whatever words: one says the same as the other.

None declared.                                              interest
There were no declarations of interest.                     interest
No member declared an interest in any item on the agenda.   interest
No questions had been received.                             question
Nil.                                                        of anything
No pecuniary interests were declared.                       none: of other interests it says nothing
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from compare.text.tokens import fold_key

_LONGEST = 160  # characters of such a sentence
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


@dataclass(frozen=True, slots=True, eq=False)
class NilReturns:
    """The words of such sentences: those that deny, those that say of what, and the rest that may stand among them."""

    denials: frozenset[str]
    topics: Mapping[str, str]
    others: frozenset[str]

    def topics_of(self, text: str) -> frozenset[str] | None:
        """Of what a sentence says that there was none, no topic where it leaves that open; `None` for another sentence.

        Cost: linear, in short texts alone.
        """
        if len(text) > _LONGEST:
            return None
        words = _WORD.findall(fold_key(text))
        if sum(word in self.denials for word in words) != 1:
            return None
        if not all(word in self.denials or word in self.topics or word in self.others for word in words):
            return None
        return frozenset(self.topics[word] for word in words if word in self.topics)

    def is_one(self, text: str) -> bool:
        """Whether a text says that there was nothing."""
        return self.topics_of(text) is not None

    def are_alike(self, one: str, other: str) -> bool:
        """Whether both texts say that there was nothing, and of the same."""
        own = self.topics_of(one)
        if own is None:
            return False
        topics = self.topics_of(other)
        return topics is not None and (not own or not topics or not own.isdisjoint(topics))


def nil_returns_of(lists: Mapping[str, tuple[str, ...]]) -> NilReturns:
    """The words of the lists `words` of a house style, a profile's additions included."""
    return _nil_returns(lists["nil_denials"], lists["nil_topics"], lists["nil_words"])


@lru_cache(maxsize=8)
def _nil_returns(denials: tuple[str, ...], topics: tuple[str, ...], others: tuple[str, ...]) -> NilReturns:
    return NilReturns(_folded(denials), dict(_topics(topics)), _folded(others))


def _topics(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in lines:
        topic, _, forms = line.partition(" = ")
        for form in forms.split():
            yield fold_key(form), topic


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_key, words))
