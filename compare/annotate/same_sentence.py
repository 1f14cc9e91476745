"""Whether two sentences state the same figures of the same matters, however their words were cut into edits.

There were 13 members present.        Thirteen members were present.            the same words but for small ones
The roof cost £900, the path £50.     The path cost £50, the roof £900.         the same figures of the same matters
Carried by 5 votes to 2.              Carried: 5 for, 2 against.                the same vote
The scouts got £5, the guides £6.     The scouts got £6, the guides £5.         exchanged
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from compare.style.word_lists import WordLists
from compare.text.tokens import Token, is_word, tokenise
from compare.values import Entity

FIGURES = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "NUMBER", "VOTE"))
_COLUMNS = re.compile(r"\t|\||\S {2,}[^\s]")
_LONGEST = 1200  # characters of a sentence that is looked at as a whole
_MOST_FIGURES = 24  # of one sentence: each is weighed against each


class Figures(StrEnum):
    """What became of the figures of a sentence."""

    SAME = "same"
    EXCHANGED = "exchanged"
    OTHER = "other"


class _Stated(NamedTuple):
    """A figure with the words of matter beside it, and those between it and the figures around it that stand once."""

    value: str
    beside: tuple[str, str]
    before: frozenset[str]
    after: frozenset[str]


class SmallWords(NamedTuple):
    """The words by which sentences are compared.

    `turning` come and go when a sentence is turned round, `of_votes` when a vote is told in another form. `function`
    words are no matter. `counted` are units that are things: "member", not "day"; `ranks` say which came first.
    """

    turning: frozenset[str] = frozenset()
    of_votes: frozenset[str] = frozenset()
    function: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()


def small_words(lists: WordLists) -> SmallWords:
    """The small words of a house style."""
    sets = lists.sets
    return SmallWords(
        sets["turning_words"], sets["vote_form_words"], sets["function_words"], lists.counted_units, sets["rank_words"]
    )


class SentencePair(NamedTuple):
    """The texts of two sentences, and their entities with offsets of them."""

    texts: tuple[str, str]
    entities: tuple[Sequence[Entity], Sequence[Entity]]

    @property
    def is_prose(self) -> bool:
        """Whether both are short enough to be looked at as a whole, and neither is a row of columns."""
        return max(map(len, self.texts)) <= _LONGEST and not any(map(is_row, self.texts))


def is_row(text: str) -> bool:
    """Whether a line is laid out in columns: "Windows     40,000     -"."""
    return _COLUMNS.search(text.strip()) is not None


def is_figure(key: str) -> bool:
    """Whether a token is a number or a sum: "40,000", "£40"."""
    return key.lstrip("£$€")[:1].isdigit()


def is_turned_round(
    pair: SentencePair, words: SmallWords, *, any_value: bool = False, votes_alone: bool = False
) -> bool:
    """Whether two sentences say the same in another order or form of words; with `any_value` of whatever figures.

    The same words and values in the same order, but for small words; in another order where each value keeps its
    matter; or the same vote and what it was about, which is all that counts with `votes_alone`.
    Cost: linear in the sentences, quadratic in their figures.
    """
    labels = [{entity.label for entity in found if entity.value} for found in pair.entities]
    if not pair.is_prose or labels[0].isdisjoint(FIGURES) or labels[1].isdisjoint(FIGURES):
        return False
    is_vote = "VOTE" in labels[0] & labels[1]
    if votes_alone and not is_vote:
        return False
    small = words.turning | words.of_votes if is_vote else words.turning
    own, other = (
        list(_content(text, found, small, any_value=any_value))
        for text, found in zip(pair.texts, pair.entities, strict=True)
    )
    if own == other:
        return True
    if any_value or Counter(own) != Counter(other):
        return False
    if any(entity.text.casefold() in words.ranks for entity in pair.entities[0]):
        return False  # "the lighting came first and the drains second"
    return is_vote or compare_figures(pair, words) is Figures.SAME


def _content(text: str, entities: Sequence[Entity], small: Collection[str], *, any_value: bool) -> Iterator[str]:
    for part in _parts(text, entities):
        if isinstance(part, Entity):
            yield part.label if any_value else part.value or ""
        elif is_word(part.key) and part.key not in small:
            yield part.key


def compare_figures(pair: SentencePair, words: SmallWords) -> Figures:
    """Says whether two sentences state the same figures of the same matters.

    Of two figures that are not alike those are exchanged that fit better crosswise, by the words that stand once in
    their sentence. A figure keeps its matter where it has the same word of matter before or behind it, or counts the
    same things. Cost: linear in the sentences, quadratic in their figures, which are bounded.
    """
    if not pair.is_prose:
        return Figures.OTHER
    own, other = (_stated(text, found, words) for text, found in zip(pair.texts, pair.entities, strict=True))
    if not own or len(own) > _MOST_FIGURES or Counter(one.value for one in own) != Counter(one.value for one in other):
        return Figures.OTHER
    pairs = _in_pairs(own, other)
    fits: list[bool] = [
        any(one and one == two for one, two in zip(mine.beside, yours.beside, strict=True)) for mine, yours in pairs
    ]
    better = [0] * len(pairs)  # than crosswise with another
    for (i, (mine, yours)), (j, (second, its_own)) in combinations(enumerate(pairs), 2):
        if mine.value == second.value:
            continue
        straight = _likeness(mine, yours) + _likeness(second, its_own)
        across = _likeness(mine, its_own) + _likeness(second, yours)
        if across > straight:
            return Figures.EXCHANGED
        better[i] += straight > across
        better[j] += straight > across
    others = [sum(mine.value != second.value for second, _ in pairs) for mine, _ in pairs]
    is_same = all(fits[i] or (others[i] and better[i] == others[i]) for i in range(len(pairs)))
    return Figures.SAME if is_same else Figures.OTHER


def _in_pairs(own: Sequence[_Stated], other: Sequence[_Stated]) -> list[tuple[_Stated, _Stated]]:
    left = list(other)
    pairs = []
    for mine in own:
        yours = next(one for one in left if one.value == mine.value)
        left.remove(yours)
        pairs.append((mine, yours))
    return pairs


def _likeness(one: _Stated, other: _Stated) -> int:
    """How many words of matter two figures have around them alike."""
    return len(one.before & other.before) + len(one.after & other.after)


def _stated(text: str, entities: Sequence[Entity], lists: SmallWords) -> list[_Stated]:
    values: list[str] = []
    units: list[str] = []
    words: list[list[str]] = [[]]
    for part in _parts(text, entities):
        if isinstance(part, Entity):
            value = part.value or ""
            unit = value.partition(" ")[2] if part.label == "QUANTITY" else ""
            values.append(value)
            units.append(unit if unit in lists.counted else "")
            words.append([])
        elif is_word(part.key) and part.key not in lists.function:
            words[-1].append(_stem(part.key))
    counts = Counter(word for between in words for word in between)
    found = []
    for place, value in enumerate(values):
        before, after = words[place], words[place + 1]
        beside = before[-1] if before else "", units[place] or (after[0] if after else "")
        once = (frozenset(word for word in between if counts[word] == 1) for between in (before, after))
        found.append(_Stated(value, beside, *once))
    return found


def _parts(text: str, entities: Sequence[Entity]) -> Iterator[Entity | Token]:
    """The tokens of a sentence, each figure in the place of its own."""
    figures = [entity for entity in entities if entity.label in FIGURES and entity.value]
    place = told = 0
    for token in tokenise(text):
        while place < len(figures) and figures[place].span.end <= token.start:
            place += 1
        if place == len(figures) or token.end <= figures[place].span.start:
            yield token
        elif told <= place:
            yield figures[place]
            told = place + 1


def _stem(key: str) -> str:
    """A word without the ending of its plural or its owner."""
    bare = key.removesuffix("'s").removesuffix("'")
    return bare[:-1] if bare.endswith("s") and len(bare) > len("gas") else bare
