"""How usual a word is where it stands, as odds against another word in its place.

The measure is pointwise mutual information with the word before and the word after, plus how common the word is:
(were, heard) stand together eleven times as often as their counts would have it, (were, head) never.
"""

from __future__ import annotations

from math import log

from compare.annotate.lexicon import PAIR_FLOOR, Lexicon
from compare.text.tokens import is_word
from compare.values import Reading

# Weights of the three parts (left neighbour, right neighbour, the word alone), by logistic regression on 1,756 slips
# made by program (nouns and any words); how they do on natural slips stands in models/README.md.
_LEFT, _RIGHT, _ALONE = 0.45, 0.30, 0.33
_CONTRADICTION = 1.0  # attraction that the weaker neighbour needs to contradict the stronger
_CONTRADICTED = 0.4  # and its part of the stronger's: "[head] and" a little oftener than "[heard] and" is none
_COMMONNESS = 1.5  # odds from the words alone: one is about a hundred times as common as the other

# The count of a pair that the file does not hold ("unseen"): a share of what chance would give (the file holds what is
# printed most, so the rest is rarer than chance), at least a thousand (or two rare words would be a miracle) and at
# most half of the file's floor (or it would be in the file).
_UNSEEN_SHARE = 0.015
_FEWEST_UNSEEN = 1_000
_MOST_UNSEEN = PAIR_FLOOR * 0.5
_RARE = 10_000  # the count of a word that is not listed; the rarest listed have some 12,000
_ALL_WORDS = 541_808_760_578  # the sum of the word list
_ALL_PAIRS = 12_404_830_571_200  # the sum of the file of pairs
_SECOND_VERB = 2.6  # what two finite verbs in one clause are worth, in the same odds
_NO_VERB = 2.2  # and what "lorries where again using" is: a subject, a participle, and no verb between

# Attraction (natural logarithm) from which two words belong together: twice as often as by chance.
_LEAST_ATTRACTION = 0.7

# Small words that a sentence cannot choose to have: without them, or with one too many, it breaks. "that", "all",
# "also", "then" may be left out; "the" mostly not, so it needs the stronger evidence.
# fmt: off
_NEEDED = frozenset([
    "to", "of", "in", "for", "with", "at", "by", "on", "from", "as", "a", "an", "is", "was", "are", "were", "be",
    "been", "has", "have", "had", "into",
])
# fmt: on
_WEIGHT = {**dict.fromkeys(_NEEDED, 1.0), "the": 0.4}

# fmt: off
_FINITE = frozenset([
    "am", "is", "are", "was", "were", "has", "had", "have", "does", "did", "do", "will", "would", "shall", "should",
    "can", "could", "may", "might", "must",
])
# fmt: on
AUXILIARIES = _FINITE | {"be", "been", "being", "to", "not"}
_BE = frozenset(["am", "is", "are", "was", "were"])
# fmt: off
# Between "were" and "using"; and what may stand before "using" without a verb: "in using", "when using".
_ADVERBS = frozenset(["again", "also", "now", "still", "already", "then", "not", "just", "often", "being", "even"])
_TAKES_ING = frozenset([
    "in", "of", "on", "by", "for", "as", "at", "with", "to", "from", "if", "when", "while", "whilst", "than", "and",
    "or", "but", "not", "without", "after", "before", "about", "like", "also", "then", "a", "an", "the", "it", "so",
])
_SUBJECTS = frozenset(["it", "they", "he", "she", "we", "you", "i", "there", "this", "these", "those", "that", "who"])
# fmt: on
# fmt: off
_CLAUSE_WORDS = frozenset([
    "that", "which", "who", "whom", "whose", "where", "when", "while", "whilst", "if", "because", "although",
    "though", "as", "since", "and", "or", "but", "than", "what", "how", "why", "whether", "so",
])
# fmt: on


def neighbours(reading: Reading) -> tuple[str, str]:
    """Returns the words directly before and after an edit; empty where a mark or the end of the sentence stands."""
    before = reading.before[-1].key if reading.before and reading.before[-1].is_word else ""
    after = reading.after[0].key if reading.after and reading.after[0].is_word else ""
    return before, after


def usage_odds(around: tuple[str, str], one: str, other: str, lexicon: Lexicon) -> float:
    """Returns odds (natural logarithm) that `other`, not `one`, belongs between the two neighbours.

    0 where the neighbours contradict each other: "a [king/kind] of" on the left, say, for the one and on the right
    for the other. Where the file holds neither word with either neighbour, how common the words are is all there is,
    and it must be overwhelming.
    """
    odds = _ALONE * (commonness(other, lexicon) - commonness(one, lexicon))
    left, right = attractions(around, one, other, lexicon)
    if left is None and right is None:
        return odds if abs(odds) > _COMMONNESS else 0.0
    if left and right and (left < 0) != (right < 0):
        weaker, stronger = sorted((abs(left), abs(right)))
        if weaker > max(_CONTRADICTION, _CONTRADICTED * stronger):
            return 0.0
    return odds + _LEFT * (left or 0.0) + _RIGHT * (right or 0.0)


def commonness(word: str, lexicon: Lexicon) -> float:
    """Returns how common a word is (natural logarithm of its count)."""
    return log(max(lexicon.count(word), _RARE))


def attractions(around: tuple[str, str], one: str, other: str, lexicon: Lexicon) -> tuple[float | None, float | None]:
    """Returns how much more `other` than `one` attracts the words around; `None` where no pair is counted."""
    before, after = around
    left = _attraction_ratio((before, one), (before, other), lexicon)
    right = _attraction_ratio((one, after), (other, after), lexicon)
    return left, right


def _attraction_ratio(one: tuple[str, str], other: tuple[str, str], lexicon: Lexicon) -> float | None:
    """Returns how much more the pair `other` attracts than `one` (a log ratio); `None` where the file holds neither."""
    if not (all(one) and all(other)) or not (lexicon.pair_count(*one) or lexicon.pair_count(*other)):
        return None
    return attraction(*other, lexicon) - attraction(*one, lexicon)


def article_odds(after: str, one: str, other: str, lexicon: Lexicon) -> float:
    """Returns odds that `other`, not `one`, of "a" and "an" belongs before a word; 0 where no pair is counted."""
    if (
        not after
        or {one, other} != {"a", "an"}
        or not (lexicon.pair_count(one, after) or lexicon.pair_count(other, after))
    ):
        return 0.0
    return attraction(other, after, lexicon) - attraction(one, after, lexicon)


def attraction(first: str, second: str, lexicon: Lexicon) -> float:
    """Returns how much oftener than by chance the two stand together (natural logarithm; 0 is chance)."""
    by_chance = _by_chance(first, second, lexicon)
    together = lexicon.pair_count(first, second) or min(max(_UNSEEN_SHARE * by_chance, _FEWEST_UNSEEN), _MOST_UNSEEN)
    return log(together) - log(by_chance)


def _by_chance(first: str, second: str, lexicon: Lexicon) -> float:
    """Returns how often the two would stand together if words were independent."""
    return max(lexicon.count(first), _RARE) * max(lexicon.count(second), _RARE) / _ALL_WORDS * (_ALL_PAIRS / _ALL_WORDS)


def second_verb(reading: Reading, one: str, other: str) -> tuple[float, str]:
    """Returns odds that `one` is a verb too many, and the verb it collides with: "or were progress had been made".

    Negative when `other` is the verb too many; 0 where neither is or both are.
    """
    if (one in _FINITE) == (other in _FINITE):
        return 0.0, ""
    verb = _verb_that_follows(reading)
    if not verb:
        return 0.0, ""
    return (_SECOND_VERB if one in _FINITE else -_SECOND_VERB), verb


def missing_verb(reading: Reading, one: str, other: str, lexicon: Lexicon) -> tuple[float, str]:
    """Returns odds that `one` stands where the clause needs a verb, and the participle: "lorries where again using".

    Negative when `other` stands there; 0 where neither is the verb, or the words around ask for none.
    """
    if (one in _BE) == (other in _BE) or (other if one in _BE else one) in _TAKES_ING:
        return 0.0, ""
    before = reading.before[-1] if reading.before else None
    if before is None or not before.is_word or (before.key in lexicon.function_words and before.key not in _SUBJECTS):
        return 0.0, ""
    for word in reading.after[:3]:
        if word.key.endswith("ing") and word.lemma != word.key and word.key not in _ADVERBS:
            return (_NO_VERB if other in _BE else -_NO_VERB), f"{before.text} … {word.text}"
        if word.key not in _ADVERBS and not word.key.endswith("ly"):
            break
    return 0.0, ""


def _verb_that_follows(reading: Reading) -> str:
    """Returns the auxiliary two to four words on, with no mark and no new clause between; empty where there is none."""
    for distance, word in enumerate(reading.after[:4]):
        if not word.is_word or word.key in _CLAUSE_WORDS:
            return ""
        if word.key in _FINITE:
            return word.key if distance else ""
    return ""


def gap_evidence(before: str, word: str, after: str, lexicon: Lexicon) -> float:
    """Returns odds that a small word between two others belongs there; negative: that it does not; 0: it may do either.

    "attached [to] the": never side by side without it though chance would bring them together, usual with it.
    """
    if not all(map(is_word, (before, word, after))):
        return 0.0
    without = attraction(before, after, lexicon)
    with_it = attraction(before, word, lexicon), attraction(word, after, lexicon)
    seen_with = lexicon.pair_count(before, word) > 0 and lexicon.pair_count(word, after) > 0
    if lexicon.pair_count(before, after):
        odds = 0.0 if seen_with or without < _LEAST_ATTRACTION else min(with_it) - without
    elif not seen_with or max(with_it) < _LEAST_ATTRACTION or min(with_it) < 0:
        odds = 0.0
    else:
        odds = min(with_it) - without
    return max(-4.0, min(4.0, odds)) * _WEIGHT.get(word, 0.0)
