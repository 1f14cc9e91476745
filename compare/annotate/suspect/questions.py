"""A place put to the model of English: its contexts, both readings, and beside its odds what counts and forms say.

    … were [head / heard] and …     contexts ("… voices were", "and recognised."), readings ("head",) and ("heard",)

Where a neighbour differs too, each side's sentence is a context of its own, and both readings are put into both.
"""

from __future__ import annotations

from typing import NamedTuple

from compare.annotate.lexicon.misspellings import Reach, are_confusable, are_near, sound_alike
from compare.annotate.lexicon.usage import commonness, gap_evidence, neighbours, pulls
from compare.annotate.lexicon.words import Lexicon
from compare.annotate.suspect.by_counts import verbs
from compare.annotate.suspect.english.decision import Features
from compare.annotate.suspect.english.evidence import Context, Odds
from compare.annotate.suspect.english.vocabulary import words_of
from compare.annotate.suspect.judge import Case
from compare.values import Word

_UNKNOWN_POS = 0.5  # between "alike" and "not alike"


class Question(NamedTuple):
    """Two readings of one place, as words, in one context or two."""

    case: Case
    one: tuple[str, ...]
    other: tuple[str, ...]
    contexts: tuple[Context, ...]

    @property
    def is_exchange(self) -> bool:
        """Whether both sides have words; otherwise one side alone has one."""
        return bool(self.one and self.other)


def question_of(case: Case) -> Question:
    """The case in the words of the model."""
    contexts = [
        Context(tuple(words_of(around.before)), tuple(words_of(around.after)))
        for around in (case.draft_around, case.final_around)
    ]
    one, other = (
        tuple(part for word in reading.words for part in words_of(word.text)) for reading in (case.draft, case.final)
    )
    return Question(case, one, other, tuple(dict.fromkeys(contexts)))


def features_of(question: Question, odds: Odds, lexicon: Lexicon) -> Features:
    """All that the decision is made from, for one context."""
    return _of_exchange(question, odds, lexicon) if question.is_exchange else _of_gap(question, odds, lexicon)


def _of_exchange(question: Question, odds: Odds, lexicon: Lexicon) -> Features:
    sides = question.case.draft, question.case.final
    common = _commonness(question.other, lexicon) - _commonness(question.one, lexicon)
    model = odds.inside, odds.around, odds.chain
    if not all(len(reading.words) == 1 for reading in sides):  # "to day", "today": no two words to set side by side
        return Features((*model, 0.0, 0.0, common, 0.0), odds.first, odds.second, (0.0,) * 7)
    one, other = sides[0].words[0], sides[1].words[0]
    drawn = [pulls(neighbours(reading), one.key, other.key, lexicon) for reading in sides]
    left, right = (min((pull or 0.0 for pull in side), key=abs) for side in zip(*drawn, strict=True))
    grammar = min((verbs(reading, one.key, other.key, lexicon)[0] for reading in sides), key=abs)
    return Features((*model, left, right, common, grammar), odds.first, odds.second, _traits(one, other, lexicon))


def _commonness(words: tuple[str, ...], lexicon: Lexicon) -> float:
    return sum(commonness(word, lexicon) for word in words) / len(words)


def _traits(one: Word, other: Word, lexicon: Lexicon) -> tuple[float, ...]:
    """What kind of exchange it is, in the order of `decision.TRAITS`."""
    return (
        float(lexicon.lemma(one.key) == lexicon.lemma(other.key)),
        float({one.key, other.key} <= lexicon.function_words),
        float(are_confusable(one.key, other.key)),
        float(one.key != other.key and are_near(one.key, other.key, Reach.ONE_KEY)),
        float(sound_alike(one.key, other.key)),
        _UNKNOWN_POS if one.pos is None or other.pos is None else float(one.pos == other.pos),
        float(one.text[:1].isupper() or other.text[:1].isupper()),
    )


def _of_gap(question: Question, odds: Odds, lexicon: Lexicon) -> Features:
    """The odds for the side that has the word."""
    holder, sign = (question.case.draft, -1.0) if question.one else (question.case.final, 1.0)
    word = holder.words[0].key
    before, after = neighbours(holder)
    pairs = gap_evidence(before, word, after, lexicon) if before and after else 0.0
    model = sign * odds.inside, sign * odds.around, sign * odds.chain
    return Features((*model, pairs), 0.0, 0.0, (float(word in ("the", "a", "an")), float(word == "that")))
