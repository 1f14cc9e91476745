"""Decides by the model of English which side does not belong in its sentence, and how sure that is.

    were [head] and / were [heard] and       the network, the runs of three and the counts of pairs all favour "heard"
    the [police] report / the [policy] …     both fit: no verdict
    agreed [to] defer / agreed defer         a small word is missing

Which word fits better is one question, whether the other is wrong at all a second one: each has its weights, fitted by
`models/training` on slips and on pairs that are right on both sides, and kept in `models/en_context/decision.json`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from compare.annotate.lexicon import Lexicon
from compare.annotate.lexicon.misspellings import KeystrokeLimit, are_confusable, are_near, sound_alike
from compare.annotate.lexicon.usage import article_odds, attractions, commonness, gap_evidence, neighbours
from compare.annotate.suspect import Exchange, ReadingPair
from compare.annotate.suspect.english.decision import Context, Decision, Features, Odds
from compare.annotate.suspect.english.vocabulary import words_of
from compare.annotate.suspect.exchanges import are_both_right, is_moved, single_word
from compare.annotate.suspect.reasons import rounded, verb_odds, why_gap, why_usual
from compare.annotate.suspect.signs import is_needed, may_be_asked, shown_by_signs
from compare.values import Reading, Side, Verdict, Word

if TYPE_CHECKING:
    from compare.annotate.suspect.english.evidence import EnglishModel

_ARTICLE = 0.95  # confidence that "a update" is wrong
_LEAST_OF_NOUNS = 0.9  # confidence that one noun is wrong for another; of rewordings of nouns most lay below
_LONGEST_RUN = 2  # words on each side: "to day" and "today"
_PERFECT = frozenset(["has", "have", "had"])


class ModelJudge:
    """Decides with a model of English, opened when the first place needs it."""

    has_model = True

    def __init__(self, lexicon: Lexicon, folder: Path) -> None:
        self._lexicon = lexicon
        self._folder = folder

    @cached_property
    def name(self) -> str:
        """Name and version of the model: "en_context 0.1.0"."""
        from compare.annotate.suspect.english.evidence import model_name  # noqa: PLC0415 - numpy comes with it

        return model_name(self._folder)

    @cached_property
    def _model(self) -> tuple[EnglishModel, Decision]:
        from compare.annotate.suspect.english.evidence import open_model  # noqa: PLC0415 - numpy comes with it

        return open_model(self._folder, self._lexicon.count)

    def judge(self, pairs: Sequence[ReadingPair]) -> list[Verdict | None]:
        """Returns one verdict for each pair of readings, in order. Cost: linear; the model is asked once for all.

        Raises: ModelError for a model whose files are not whole.
        """
        verdicts: list[Verdict | None] = [None] * len(pairs)
        asked: dict[int, ModelQuestion] = {}
        for place, pair in enumerate(pairs):
            settled = verdict_or_question(pair, self._lexicon)
            if isinstance(settled, ModelQuestion):
                asked[place] = settled
            else:
                verdicts[place] = settled
        if asked:
            english, decision = self._model
            features = features_of_questions(list(asked.values()), english, self._lexicon)
            for (place, question), found in zip(asked.items(), features, strict=True):
                verdicts[place] = self._decided(question, found, decision)
        return verdicts

    def _decided(self, question: ModelQuestion, found: Sequence[Features], decision: Decision) -> Verdict | None:
        """Decides a question; where it has two contexts both must favour one side, and the lower confidence counts."""
        if not question.is_exchange:
            return self._gap(question, [decision.gap(features) for features in found], decision.least_of_gap)
        decided = [decision.exchange(features) for features in found]
        confidence = min(sure for _, sure in decided)
        if confidence < _least(question, decision.least) or len({odds > 0 for odds, _ in decided}) > 1:
            return None
        suspect = Side.DRAFT if decided[0][0] > 0 else Side.FINAL
        draft, final = question.pair.draft, question.pair.final
        wrong, right = (draft, final) if suspect is Side.DRAFT else (final, draft)
        return Verdict(suspect, rounded(confidence), self._why(wrong, right))

    def _gap(self, question: ModelQuestion, decided: Sequence[tuple[float, float]], least: float) -> Verdict | None:
        missing, extra = (min(values) for values in zip(*decided, strict=True))
        if max(missing, extra) < least:
            return None
        holder, reading = (Side.DRAFT, question.pair.draft) if question.one else (Side.FINAL, question.pair.final)
        before, after = neighbours(reading)
        is_missing = missing > extra
        why = why_gap(before, reading.words[0].text, after, is_missing=is_missing)
        return Verdict(holder.other if is_missing else holder, rounded(max(missing, extra)), why)

    def _why(self, wrong: Reading, right: Reading) -> str:
        if len(wrong.words) == len(right.words) == 1:
            word, other = wrong.words[0], right.words[0]
            collision, why = verb_odds(wrong, word.key, other.key, self._lexicon)
            return why.replace("{wrong}", word.text) if collision > 0 else why_usual(wrong, word, other, self._lexicon)
        return f"'{right.text}' fits the words around it, '{wrong.text}' does not"


def _least(question: ModelQuestion, least: float) -> float:
    """The confidence below which there is no verdict: two nouns fit most sentences, "the role/roll was discussed"."""
    words = single_word(question.pair.draft), single_word(question.pair.final)
    are_nouns = all(word is not None and word.pos == "NOUN" for word in words)
    return max(least, _LEAST_OF_NOUNS) if are_nouns else least


def features_of_questions(
    questions: Sequence[ModelQuestion], english: EnglishModel, lexicon: Lexicon
) -> list[list[Features]]:
    """Returns the numbers that each question is decided by, once for each of its contexts."""
    odds = iter(
        english.odds(
            [(context, question.one, question.other) for question in questions for context in question.contexts]
        )
    )
    return [[features_of(question, next(odds), lexicon) for _ in question.contexts] for question in questions]


def verdict_or_question(pair: ReadingPair, lexicon: Lexicon) -> Verdict | ModelQuestion | None:
    """Returns the verdict where the words alone decide, or the question for the model, or neither."""
    draft, final = pair.draft, pair.final
    one, other = single_word(draft), single_word(final)
    if one and other:
        exchange = Exchange(draft, one, final, other)
        if are_both_right(one, other, lexicon):
            return None
        if verdict := shown_by_signs(exchange, lexicon) or _article(exchange, lexicon):
            return verdict
        is_asked = may_be_asked(exchange, lexicon)
    elif one and not final.words:
        is_asked = _is_small(draft, one, final, lexicon)
    elif other and not draft.words:
        is_asked = _is_small(final, other, draft, lexicon)
    else:
        is_asked = _is_cut(draft, final)
    return question_of(pair) if is_asked else None


def _is_small(reading: Reading, word: Word, empty: Reading, lexicon: Lexicon) -> bool:
    """Whether one side alone has a word that the sentence may need, and did not merely move it."""
    return is_needed(reading, word, lexicon) and not is_moved(reading, word, empty) and not _is_tense(reading, word)


def _is_tense(reading: Reading, word: Word) -> bool:
    """Whether the word only makes another tense: "the trust has agreed", "the trust agreed"."""
    return word.key in _PERFECT and bool(reading.after) and reading.after[0].key.endswith("ed")


def _is_cut(draft: Reading, final: Reading) -> bool:
    """Whether one side has in two words what the other has in one: "to day"."""
    sides = draft.words, final.words
    if not all(1 <= len(words) <= _LONGEST_RUN and all(word.is_word for word in words) for words in sides):
        return False
    one, other = ("".join(word.key for word in words) for words in sides)
    return one == other and one.isalpha() and all(word.known for words in sides for word in words)


def _article(exchange: Exchange, lexicon: Lexicon) -> Verdict | None:
    """Returns the verdict on "a" for "an", or the other way, by the word that follows."""
    draft, one, final, other = exchange
    odds = [article_odds(neighbours(reading)[1], one.key, other.key, lexicon) for reading in (draft, final)]
    if odds[0] * odds[1] <= 0:
        return None
    suspect = Side.DRAFT if odds[0] > 0 else Side.FINAL
    reading, wrong, right = exchange.suspected(suspect)
    return Verdict(suspect, _ARTICLE, why_usual(reading, wrong, right, lexicon))


_UNKNOWN_POS = 0.5  # between "alike" and "not alike"


class ModelQuestion(NamedTuple):
    """Two readings of one place, as words, in one context or two."""

    pair: ReadingPair
    one: tuple[str, ...]
    other: tuple[str, ...]
    contexts: tuple[Context, ...]

    @property
    def is_exchange(self) -> bool:
        """Whether both sides have words; otherwise one side alone has one."""
        return bool(self.one and self.other)


def question_of(pair: ReadingPair) -> ModelQuestion:
    """Returns the pair in the words of the model."""
    contexts = [
        Context(tuple(words_of(around.before)), tuple(words_of(around.after)))
        for around in (pair.draft_around, pair.final_around)
    ]
    one, other = (
        tuple(part for word in reading.words for part in words_of(word.text)) for reading in (pair.draft, pair.final)
    )
    return ModelQuestion(pair, one, other, tuple(dict.fromkeys(contexts)))


def features_of(question: ModelQuestion, odds: Odds, lexicon: Lexicon) -> Features:
    """All that the decision is made from, for one context."""
    return _of_exchange(question, odds, lexicon) if question.is_exchange else _of_gap(question, odds, lexicon)


def _of_exchange(question: ModelQuestion, odds: Odds, lexicon: Lexicon) -> Features:
    sides = question.pair.draft, question.pair.final
    common = _commonness(question.other, lexicon) - _commonness(question.one, lexicon)
    model = odds.inside, odds.around, odds.chain
    if not all(len(reading.words) == 1 for reading in sides):  # "to day", "today": no two words to set side by side
        return Features((*model, 0.0, 0.0, common, 0.0), odds.first, odds.second, (0.0,) * 7)
    one, other = sides[0].words[0], sides[1].words[0]
    pulls = [attractions(neighbours(reading), one.key, other.key, lexicon) for reading in sides]
    left, right = (min((pull or 0.0 for pull in side), key=abs) for side in zip(*pulls, strict=True))
    grammar = min((verb_odds(reading, one.key, other.key, lexicon)[0] for reading in sides), key=abs)
    return Features((*model, left, right, common, grammar), odds.first, odds.second, _traits(one, other, lexicon))


def _commonness(words: tuple[str, ...], lexicon: Lexicon) -> float:
    return sum(commonness(word, lexicon) for word in words) / len(words)


def _traits(one: Word, other: Word, lexicon: Lexicon) -> tuple[float, ...]:
    """What kind of exchange it is, in the order of `decision.TRAITS`."""
    return (
        float(lexicon.lemma(one.key) == lexicon.lemma(other.key)),
        float({one.key, other.key} <= lexicon.function_words),
        float(are_confusable(one.key, other.key)),
        float(one.key != other.key and are_near(one.key, other.key, KeystrokeLimit.ONE_KEY)),
        float(sound_alike(one.key, other.key)),
        _UNKNOWN_POS if one.pos is None or other.pos is None else float(one.pos == other.pos),
        float(one.text[:1].isupper() or other.text[:1].isupper()),
    )


def _of_gap(question: ModelQuestion, odds: Odds, lexicon: Lexicon) -> Features:
    """Returns the odds for the side that has the word."""
    holder, sign = (question.pair.draft, -1.0) if question.one else (question.pair.final, 1.0)
    word = holder.words[0].key
    before, after = neighbours(holder)
    pairs = gap_evidence(before, word, after, lexicon) if before and after else 0.0
    model = sign * odds.inside, sign * odds.around, sign * odds.chain
    return Features((*model, pairs), 0.0, 0.0, (float(word in ("the", "a", "an")), float(word == "that")))
