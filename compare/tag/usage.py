"""How usual a word is where it stands, as odds against another word in its place.

The measure is pointwise mutual information with the word before and the word after, plus how common the word is:
(were, heard) stand together eleven times as often as their counts would have it, (were, head) never.
"""

from __future__ import annotations

from math import log

from compare.tag.lexicon import PAIR_FLOOR, Lexicon
from compare.typography import is_word
from compare.values import Reading

# Weights of the three parts (left neighbour, right neighbour, the word alone), by logistic regression on 1,756 slips
# made by program (nouns and any words); with them 136 natural slips order as said in `verdict`.
_LEFT, _RIGHT, _ALONE = 0.45, 0.30, 0.33

# The count of a pair that the file does not hold: a third of what chance would give, at least a thousand (so that two
# rare words are no miracle) and at most half of the file's floor (or it would be in the file).
_CHANCE = 0.35
_LEAST = 1_000
_MOST = PAIR_FLOOR * 0.5
_RARE = 10_000  # the count of a word that is not listed; the rarest listed have some 12,000
_ALL_WORDS = 541_808_760_578  # the sum of the word list
_SECOND_VERB = 2.0  # what two finite verbs in one clause are worth, in the same odds

_FINITE = frozenset("am is are was were has had have does did do will would shall should can could may might must".split())
_CLAUSE_WORDS = frozenset("that which who whom whose where when while whilst if because although though as since and or but than what how why whether so".split())


def neighbours(reading: Reading) -> tuple[str, str]:
    """The words directly before and after an edit; empty where a mark or the end of the sentence stands."""
    before = reading.before[-1].key if reading.before and reading.before[-1].is_word else ""
    after = reading.after[0].key if reading.after and reading.after[0].is_word else ""
    return before, after


def usage(around: tuple[str, str], one: str, other: str, lexicon: Lexicon) -> float:
    """Odds (natural logarithm) that `other`, not `one`, belongs between the two neighbours."""
    before, after = around
    odds = _ALONE * (log(max(lexicon.count(other), _RARE)) - log(max(lexicon.count(one), _RARE)))
    if before and (lexicon.pair_count(before, one) or lexicon.pair_count(before, other)):
        odds += _LEFT * (attraction(before, other, lexicon) - attraction(before, one, lexicon))
    if after and (lexicon.pair_count(one, after) or lexicon.pair_count(other, after)):
        odds += _RIGHT * (attraction(other, after, lexicon) - attraction(one, after, lexicon))
    return odds


def attraction(first: str, second: str, lexicon: Lexicon) -> float:
    """How much oftener than by chance the two stand together (natural logarithm; 0 is chance)."""
    by_chance = max(lexicon.count(first), _RARE) * max(lexicon.count(second), _RARE) / _ALL_WORDS
    together = lexicon.pair_count(first, second) or min(max(_CHANCE * by_chance, _LEAST), _MOST)
    return log(together) - log(by_chance)


def second_verb(reading: Reading, one: str, other: str) -> float:
    """Odds that `one` is a verb too many: "or were progress had been made"; negative when `other` is."""
    if (one in _FINITE) == (other in _FINITE) or not _verb_follows(reading):
        return 0.0
    return _SECOND_VERB if one in _FINITE else -_SECOND_VERB


def _verb_follows(reading: Reading) -> bool:
    """Whether an auxiliary comes two or three words on, with no mark and no new clause between."""
    for distance, word in enumerate(reading.after[:4]):
        if not word.is_word or word.key in _CLAUSE_WORDS:
            return False
        if word.key in _FINITE:
            return distance > 0
    return False


def gap_evidence(before: str, word: str, after: str, lexicon: Lexicon) -> float:
    """Odds that a small word between two others belongs there; negative: that it does not; 0: it may do either.

    "attached [to] the": seldom side by side without it though chance would bring them together, usual with it.
    """
    if not all(map(is_word, (before, word, after))):
        return 0.0
    without = attraction(before, after, lexicon)
    joined, joined_after = attraction(before, word, lexicon), attraction(word, after, lexicon)
    has_without = lexicon.pair_count(before, after) > 0
    has_with = lexicon.pair_count(before, word) > 0 and lexicon.pair_count(word, after) > 0
    if has_with and not has_without and _expected(before, after, lexicon) and joined > 0.5:
        return min(4.0, 0.5 + 0.5 * (joined + max(joined_after, 0) - without))
    if has_without and without > 0.5 and not has_with:
        missing = [pair for pair in ((before, word), (word, after)) if not lexicon.pair_count(*pair) and _expected(*pair, lexicon)]
        if missing:
            return -min(4.0, 0.5 + 0.5 * (without - min(joined, joined_after)))
    return 0.0


def _expected(first: str, second: str, lexicon: Lexicon) -> bool:
    """Whether chance alone would bring the two together often enough to stand in the file."""
    return lexicon.count(first) * lexicon.count(second) / _ALL_WORDS > PAIR_FLOOR
