"""Words that sound or look alike, told apart by the company they keep: a list, not a model.

    the [draught] minutes              "minutes" keep company with "draft"
    [stationary] for the office        "office" keeps company with "stationery"
    up the [isle] of the chapel        "chapel" is four words away, and speaks for "aisle" all the same
    the [draft] was cold               nobody near speaks for either: no verdict

The list is `homophone_company` of `models/patterns/words.toml`.
"""

from __future__ import annotations

from typing import NamedTuple

from compare.annotate.lexicon import Lexicon
from compare.annotate.suspect import Exchange
from compare.values import Reading, Side, Verdict, Word

_SURE = 0.93  # confidence where the words around speak for one of the two alone
_AROUND = 4  # words to each side


class _Neighbourhood(NamedTuple):
    """The words directly beside an edit, marked as the list marks them, and all that are near."""

    beside: frozenset[str]
    near: frozenset[str]


def out_of_company(exchange: Exchange, lexicon: Lexicon) -> Verdict | None:
    """Returns the side whose word keeps the wrong company; `None` where the words around speak for neither or both.

    Words directly beside the edit are heard first, then those near.
    """
    draft, one, final, other = exchange
    if not lexicon.is_mistaken(one.key, other.key) or _is_of_name(draft) or _is_of_name(final):
        return None
    around = [_around(reading, lexicon) for reading in (draft, final)]
    company = lexicon.company(one.key), lexicon.company(other.key)
    for words in (around[0].beside & around[1].beside, around[0].near & around[1].near):
        friends = [words & of_word for of_word in company]
        if friends[0] and friends[1]:
            return None
        if friends[0] or friends[1]:
            suspect = Side.FINAL if friends[0] else Side.DRAFT
            reading, wrong, right = exchange.suspected(suspect)
            return Verdict(suspect, _SURE, _why(min(friends[0] or friends[1]), reading, (wrong, right), lexicon))
    return None


def _why(friend: str, reading: Reading, words: tuple[Word, Word], lexicon: Lexicon) -> str:
    """Quotes the word that speaks for the right one, as it stands there."""
    wrong, right = (word.text for word in words)
    if friend.startswith("_"):
        after = reading.after[0].text
        return f"'{right} {after}' is usual, '{wrong} {after}' is not"
    if friend.endswith("_"):
        before = reading.before[-1].text
        return f"'{before} {right}' is usual, '{before} {wrong}' is not"
    near = (*reading.before[-_AROUND:], *reading.after[:_AROUND])
    company = next(word.text for word in near if friend in _forms((word,), lexicon))
    return f"'{company}' goes with '{right}', not with '{wrong}'"


def _is_of_name(reading: Reading) -> bool:
    """Whether the word is part of a person's or a place's name; "Parish Counsel" is neither."""
    return any(entity.label in ("PERSON", "LOC") for entity in reading.entities)


def _around(reading: Reading, lexicon: Lexicon) -> _Neighbourhood:
    """The words around an edit, each as it stands and in its dictionary form."""
    beside = {f"{key}_" for key in _forms(reading.before[-1:], lexicon)}
    beside |= {f"_{key}" for key in _forms(reading.after[:1], lexicon)}
    near = _forms((*reading.before[-_AROUND:], *reading.after[:_AROUND]), lexicon)
    return _Neighbourhood(frozenset(beside), frozenset(near))


def _forms(words: tuple[Word, ...], lexicon: Lexicon) -> set[str]:
    return {form for word in words for form in (word.key, lexicon.lemma(word.key))}
