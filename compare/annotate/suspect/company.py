"""Words that sound or look alike, told apart by the company they keep: a list, not a model.

    the [draught] minutes              "minutes" keep company with "draft"
    [stationary] for the office        "office" keeps company with "stationery"
    the [draft] was cold               nobody near speaks for either: no verdict

The list is `homophone_company` of `models/patterns/words.toml`.
"""

from __future__ import annotations

from compare.annotate.lexicon import Lexicon
from compare.annotate.suspect import Exchange
from compare.values import Reading, Side, Verdict

_SURE = 0.93  # confidence where the words around speak for one of the two alone
_AROUND = 3  # words to each side


def out_of_company(exchange: Exchange, lexicon: Lexicon) -> Verdict | None:
    """Returns the side whose word keeps the wrong company; `None` where the words around speak for neither or both."""
    draft, one, final, other = exchange
    if not lexicon.is_mistaken(one.key, other.key) or _is_of_name(draft) or _is_of_name(final):
        return None
    words = _around(draft) & _around(final)
    friends = [words & lexicon.company(one.key), words & lexicon.company(other.key)]
    if bool(friends[0]) == bool(friends[1]):
        return None
    suspect = Side.FINAL if friends[0] else Side.DRAFT
    _, wrong, right = exchange.suspected(suspect)
    friend = min(friends[0] or friends[1]).strip("_")
    return Verdict(suspect, _SURE, f"'{friend}' goes with '{right.text}', not with '{wrong.text}'")


def _is_of_name(reading: Reading) -> bool:
    """Whether the word is part of a person's or a place's name; "Parish Counsel" is neither."""
    return any(entity.label in ("PERSON", "LOC") for entity in reading.entities)


def _around(reading: Reading) -> frozenset[str]:
    """The words near an edit, and those directly beside it once more as the list marks them."""
    near = {word.key for word in (*reading.before[-_AROUND:], *reading.after[:_AROUND])}
    near |= {f"{word.key}_" for word in reading.before[-1:]} | {f"_{word.key}" for word in reading.after[:1]}
    return frozenset(near)
