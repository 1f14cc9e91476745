"""Puts a passage into the words of another, where the table has them as one sense.

    Thefts were a rising problem, the rangers said.     the draft
    The rangers said that theft was a growing problem.  the final
    Thefts were a growing problem, the rangers said.    the draft in the final's words

What is left to ask is whether the two say the same in another construction. Cost: linear in the words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from typing import NamedTuple

from compare.rules._clause_parts import forms_of
from compare.style.synonyms import Synonym
from compare.style.word_lists import WordLists
from compare.text.tokens import is_word, tokenise
from compare.values import Span, Word

_MOST_FOUND = 40  # phrases of each side that are set against each other
_LONGEST = 1_500  # characters of a passage; a longer one is no sentence
_BE = frozenset(("am", "is", "are", "was", "were", "be", "been", "being"))


class Borrowed(NamedTuple):
    """The draft's passage in the final's words, and the forms that still differ."""

    text: str
    others: frozenset[str]


def borrow_words(draft: str, final: str, others: frozenset[str], verbs: Container[str], lists: WordLists) -> Borrowed:
    """The draft with phrases of the final that say the same; `others` are the forms that one side alone has."""
    if max(len(draft), len(final)) > _LONGEST:
        return Borrowed(draft, others)
    own, other = (_Passage(text, others, verbs, lists) for text in (draft, final))
    couples = sorted(
        (-own.explained(one) - other.explained(two), one.start, two.start, one, two)
        for one in own.found
        for two in other.found
        if one.keys != two.keys and one.groups & two.groups and own.kept(one) == other.kept(two)
    )
    chosen: list[tuple[Synonym, Synonym]] = []
    for *_, one, two in couples:
        if not any(_overlap(one, mine) or _overlap(two, yours) for mine, yours in chosen):
            chosen.append((one, two))
    text = draft
    for one, two in sorted(chosen, key=lambda couple: -couple[0].start):
        start, end = own.span(one)
        first, last = other.span(two)
        new = final[first:last]
        text = text[:start] + (new.lower() if text[start].islower() else new[:1].upper() + new[1:]) + text[end:]
    said = (form for one, two in chosen for form in (*own.forms(one), *other.forms(two)))
    return Borrowed(text, others.difference(said))


class _Passage:
    """One side: its words, and the phrases of the table that hold a word which only this side has."""

    def __init__(self, text: str, others: frozenset[str], verbs: Container[str], lists: WordLists) -> None:
        tokens = tokenise(text)
        self._lists, self._tokens = lists, tokens
        self._words = [
            Word(
                Span(token.start, token.end),
                text[token.start : token.end],
                token.key,
                token.key,
                is_word=is_word(token.key),
            )
            for token in tokens
        ]
        self._forms = [frozenset(forms_of(token.key, verbs, lists)) for token in tokens]
        self._is_other = [not others.isdisjoint(forms) for forms in self._forms]
        found = [unit for unit in lists.synonyms.find(self._words) if self.explained(unit) and not self._decides(unit)]
        self.found = sorted(found, key=lambda unit: (-self.explained(unit), unit.start))[:_MOST_FOUND]

    def _decides(self, unit: Synonym) -> bool:
        """Whether a word of it may be an outcome: that is no matter of style."""
        lists = self._lists
        return any(lists.outcomes.get(word.key) in lists.decisive for word in self._words[unit.start : unit.end])

    def explained(self, unit: Synonym) -> int:
        """How many words of a phrase only this side has."""
        return sum(self._is_other[unit.start : unit.end])

    def kept(self, unit: Synonym) -> Counter[str]:
        """The words of a phrase that both sides have, articles and forms of "be" left out."""
        return Counter(
            word.key
            for word, is_other in zip(
                self._words[unit.start : unit.end], self._is_other[unit.start : unit.end], strict=True
            )
            if not is_other and word.key not in _BE and not self._lists.has("determiners", word.key)
        )

    def forms(self, unit: Synonym) -> frozenset[str]:
        """What the words of a phrase count as."""
        return frozenset().union(*self._forms[unit.start : unit.end])

    def span(self, unit: Synonym) -> tuple[int, int]:
        """Where in the text a phrase begins and ends."""
        return self._tokens[unit.start].start, self._tokens[unit.end - 1].end


def _overlap(one: Synonym, other: Synonym) -> bool:
    return one.start < other.end and other.start < one.end
