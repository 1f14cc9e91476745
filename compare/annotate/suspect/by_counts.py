"""Decides by counts of words and of pairs which side is wrong, where language alone shows it.

    were [head] and / were [heard] and      "were heard" is usual, "were head" is not: the side with "head"
    or [were] progress had / or [where] …   a second verb before "had": the side with "were"
    the [recieved] report                   no word, and nowhere else in either text: the side with "recieved"
    the [large] hall / the [big] hall       both are usual: no verdict

Every piece of evidence is read off both sides in the same way, so that swapped documents get the swapped verdict.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import NamedTuple

from compare.annotate.lexicon import Lexicon
from compare.annotate.lexicon.misspellings import are_confusable, misspelt_side
from compare.annotate.lexicon.usage import (
    AUXILIARIES,
    article_odds,
    attraction,
    gap_evidence,
    missing_verb,
    neighbours,
    second_verb,
    usage_odds,
)
from compare.annotate.suspect import ReadingPair
from compare.values import Reading, Side, Verdict, Word

# How far the two usages must lie apart (natural logarithm of odds) before a side is suspect. Measured on 132 slips that
# people made and later put right: at these margins 50 in 100 get a verdict, and of those 92 in 100 are right; of 2,000
# slips made by program 53 in 100 get one, and 96 in 100 of those are right. Forms of one word, and two grammar words,
# are more often both right and need more.
_MARGIN = 1.2
_MARGIN_OF_FORMS = 1.9
_MARGIN_OF_MANNER = 2.6  # frequent/frequently

_GAP_MARGIN = 1.0  # the same for a small word that one side alone has

_MISSPELT = 0.95  # confidence that of an unknown word and a near known one the unknown is wrong


class Exchange(NamedTuple):
    """One word in the place of another, each with its reading."""

    draft: Reading
    one: Word
    final: Reading
    other: Word

    def suspected(self, side: Side) -> tuple[Reading, Word, Word]:
        """Returns the reading of the suspect side, its word, and the word of the other side."""
        return (self.draft, self.one, self.other) if side is Side.DRAFT else (self.final, self.other, self.one)


class CountsJudge:
    """Decides by counts of words and of pairs alone."""

    name = "word counts"
    has_model = False

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def judge(self, pairs: Sequence[ReadingPair]) -> list[Verdict | None]:
        """Returns one verdict for each pair of readings, in order."""
        if not self._lexicon.is_complete:
            return [None] * len(pairs)
        return [_judged(pair.draft, pair.final, self._lexicon) for pair in pairs]


def _judged(draft: Reading, final: Reading, lexicon: Lexicon) -> Verdict | None:
    one, other = single_word(draft), single_word(final)
    if one and other:
        if are_both_right(one, other, lexicon):
            return None
        exchange = Exchange(draft, one, final, other)
        return misspelling(exchange) or _real_word(exchange, lexicon)
    if one and not final.words and not is_moved(draft, one, final):
        return _extra_word(draft, one, Side.DRAFT, lexicon)
    if other and not draft.words and not is_moved(final, other, draft):
        return _extra_word(final, other, Side.FINAL, lexicon)
    return None


def single_word(reading: Reading) -> Word | None:
    """Returns the one word of a reading that is a word and no figure; `None` where it has more or none."""
    if len(reading.words) != 1 or not reading.words[0].is_word or any(map(str.isdigit, reading.words[0].key)):
        return None
    return reading.words[0]


def are_both_right(one: Word, other: Word, lexicon: Lexicon) -> bool:
    """Whether two words are spellings of one, or opposites: a matter of taste or of decision, not of language."""
    return one.key == other.key or lexicon.is_variant(one.key, other.key) or lexicon.are_opposites(one.key, other.key)


def may_be_slip(exchange: Exchange) -> bool:
    """Whether both words are known and neither is a name."""
    draft, one, final, other = exchange
    return one.known and other.known and not is_name(draft, one) and not is_name(final, other)


def misspelling(exchange: Exchange) -> Verdict | None:
    """Returns the side whose word English does not know, where the other has a near one that it knows."""
    suspect = misspelt_side(exchange.one, exchange.other)
    if suspect is None:
        return None
    reading, wrong, right = exchange.suspected(suspect)
    if is_name(reading, wrong) or not are_confusable(wrong.key, right.key):
        return None
    return Verdict(suspect, _MISSPELT, f"'{wrong.text}' is no word that English knows, '{right.text}' is")


def is_name(reading: Reading, word: Word) -> bool:
    """Whether a word has a capital that its place does not ask for, or stands in a name."""
    opens = not any(before.is_word for before in reading.before)
    return (word.text[:1].isupper() and not opens) or any(
        entity.label in ("PERSON", "ORG", "LOC", "BODY", "REFERENCE", "LAW") for entity in reading.entities
    )


def _real_word(exchange: Exchange, lexicon: Lexicon) -> Verdict | None:
    draft, one, final, other = exchange
    if not may_be_slip(exchange) or "'" in one.key + other.key:
        return None
    by_side = [_odds_at(reading, one.key, other.key, lexicon) for reading in (draft, final)]
    odds, why = min(by_side, key=lambda found: abs(found[0]))
    if by_side[0][0] * by_side[1][0] <= 0:
        return None  # a neighbour differs too, and favours the other word
    return _verdict(exchange, odds, _margin(one.key, other.key, lexicon), lexicon, why)


def _odds_at(reading: Reading, one: str, other: str, lexicon: Lexicon) -> tuple[float, str]:
    """Odds that `other`, not `one`, belongs between the neighbours of a reading, and why if not for their sake."""
    around = neighbours(reading)
    if _are_tenses(one, other):
        # What follows does not choose the tense ("some of which date from", "dated from"); a verb before it does.
        around = (around[0] if around[0] in AUXILIARIES else ""), ""
    if odds := article_odds(around[1], one, other, lexicon):
        return odds, ""
    if min(len(one), len(other)) == 1 or not (lexicon.lemma(one) == lexicon.lemma(other) or are_confusable(one, other)):
        return 0.0, ""
    collision, why = verb_odds(reading, one, other, lexicon)
    odds = usage_odds(around, one, other, lexicon) + collision
    return odds, why if odds * collision > 0 else ""


def verb_odds(reading: Reading, one: str, other: str, lexicon: Lexicon) -> tuple[float, str]:
    """Odds for `other` by the verbs of the clause, one too many or none, and why, with `{wrong}` for the wrong word."""
    collision, verb = second_verb(reading, one, other)
    if collision:
        return collision, f"'{{wrong}}' would be a second verb beside '{verb}'"
    lack, clause = missing_verb(reading, one, other, lexicon)
    return lack, f"with '{{wrong}}' the words '{clause}' have no verb"


def _margin(one: str, other: str, lexicon: Lexicon) -> float:
    if {one, other} == {"a", "an"}:
        return _MARGIN
    if _are_manner(one, other):
        return _MARGIN_OF_MANNER
    are_grammar = one in lexicon.function_words and other in lexicon.function_words
    return _MARGIN_OF_FORMS if are_grammar or lexicon.lemma(one) == lexicon.lemma(other) else _MARGIN


def _are_tenses(one: str, other: str) -> bool:
    """Whether one is the other's past: date/dated, ask/asked."""
    shorter, longer = sorted((one, other), key=len)
    return longer in (f"{shorter}d", f"{shorter}ed") and len(longer) > len("need")


def _are_manner(one: str, other: str) -> bool:
    """Whether the two are an adjective and its adverb: both follow "more", "it happened", "the work was"."""
    return other == f"{one}ly" or one == f"{other}ly"


def _verdict(exchange: Exchange, odds: float, margin: float, lexicon: Lexicon, why: str = "") -> Verdict | None:
    if abs(odds) < margin:
        return None
    suspect = Side.DRAFT if odds > 0 else Side.FINAL
    reading, wrong, right = exchange.suspected(suspect)
    reason = why.replace("{wrong}", wrong.text) if why else why_usual(reading, wrong, right, lexicon)
    return Verdict(suspect, _confidence(abs(odds)), reason)


def _confidence(odds: float) -> float:
    return rounded(1 / (1 + exp(-odds)))


def rounded(confidence: float) -> float:
    """Returns a confidence as a verdict holds it: two digits, never certain."""
    return round(min(0.99, max(0.5, confidence)), 2)


def why_gap(before: str, word: str, after: str, *, is_missing: bool) -> str:
    """What is usual of two words with a small one between them and without it."""
    with_it, without = " ".join(filter(None, (before, word, after))), " ".join(filter(None, (before, after)))
    usual, unusual = (with_it, without) if is_missing else (without, with_it)
    return f"'{usual}' is usual, '{unusual}' is not"


def why_usual(reading: Reading, wrong: Word, right: Word, lexicon: Lexicon) -> str:
    """Quotes the neighbour that shows it best, with either word."""
    before, after = neighbours(reading)
    left = _gain(before, right.key, before, wrong.key, lexicon) if before else 0.0
    following = _gain(right.key, after, wrong.key, after, lexicon) if after else 0.0
    if max(left, following) <= 0:
        return f"'{right.text}' fits the words around it, '{wrong.text}' does not"
    if left >= following:
        usual, unusual, count = f"{before} {right.key}", f"{before} {wrong.key}", lexicon.pair_count(before, wrong.key)
    else:
        usual, unusual, count = f"{right.key} {after}", f"{wrong.key} {after}", lexicon.pair_count(wrong.key, after)
    return f"'{usual}' is far more usual than '{unusual}'" if count else f"'{usual}' is usual, '{unusual}' is not"


def _gain(first: str, second: str, instead_of_first: str, instead_of_second: str, lexicon: Lexicon) -> float:
    if not lexicon.pair_count(first, second):
        return 0.0
    return attraction(first, second, lexicon) - attraction(instead_of_first, instead_of_second, lexicon)


def is_moved(reading: Reading, word: Word, empty: Reading) -> bool:
    """Whether the side without the word has it near by as often: "the key is yours", "is the key yours"."""
    near = [near.key for near in (*empty.before[-_AROUND:], *empty.after[:_AROUND])]
    own = [near.key for near in (*reading.before[-_AROUND:], *reading.after[:_AROUND])]
    return near.count(word.key) > own.count(word.key)


_AROUND = 5  # words to each side; "is the private key" moves one by three


def _extra_word(reading: Reading, word: Word, holder: Side, lexicon: Lexicon) -> Verdict | None:
    """Whether a small word that one side alone has is missing on the other, or one too many here."""
    if word.key not in lexicon.function_words or is_name(reading, word):
        return None
    before, after = neighbours(reading)
    if not before or not after:
        return None
    odds = gap_evidence(before, word.key, after, lexicon)
    if abs(odds) <= _GAP_MARGIN:
        return None
    is_missing = odds > 0
    suspect = holder.other if is_missing else holder
    return Verdict(suspect, _confidence(abs(odds)), why_gap(before, word.key, after, is_missing=is_missing))
