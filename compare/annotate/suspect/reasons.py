"""Says in plain words why one side looks wrong: a verb too many, or a neighbour that goes with the other word.

were head and      'were heard' is usual, 'were head' is not
or were progress had    'were' would be a second verb beside 'had'
"""

from __future__ import annotations

from compare.annotate.lexicon import Lexicon
from compare.annotate.lexicon.usage import attraction, missing_verb, neighbours, second_verb
from compare.values import Reading, Word


def verb_odds(reading: Reading, one: str, other: str, lexicon: Lexicon) -> tuple[float, str]:
    """Odds for `other` by the verbs of the clause, one too many or none, and why, with `{wrong}` for the wrong word."""
    collision, verb = second_verb(reading, one, other)
    if collision:
        return collision, f"'{{wrong}}' would be a second verb beside '{verb}'"
    lack, clause = missing_verb(reading, one, other, lexicon)
    return lack, f"with '{{wrong}}' the words '{clause}' have no verb"


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
