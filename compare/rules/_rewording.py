"""Whether a small word is the change, or stands by chance in a passage that was worded anew.

    agreed to fund the hall                        →   did [not] agree to pay for the hall       the change
    already works, but changes need to be made     →   [would] require [at least] one repair     by chance

A denial, a verb of duty or a limit is the change where the other side has what it bears on ("agree"), or another verb
of the same subject in its place. In a resolution every word counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from compare.rules._change import Change
from compare.style.bearing import find_bearing
from compare.values import Side, Word

# An edit that puts in or takes out fewer words than this is no clause; one that exchanges no more words than that, both
# sides together, is no passage worded anew.
_CLAUSE, _EXCHANGE = 4, 6

_HEAD = 3  # words at the beginning of an edit among which the verb of the sentence's subject stands: "was also not"
_BEARING_REACH = 5  # tokens after a word, of which the first of matter is what it bears on
_AUXILIARIES = frozenset(("be", "have", "do"))


def is_incidental(
    change: Change, side: Side, words: Sequence[Word], *, least: int = _EXCHANGE + 1, by_any_verb: bool = True
) -> bool:
    """Whether neighbouring words of one side stand in it by chance. `least` is the fewest changed words of a rewording.

    `by_any_verb`: another verb of the same subject in their place makes them the change: "is", "may not be".
    Cost: linear in the words of the change.
    """
    place = change.place
    if place.in_resolution or place.in_header or not words:
        return False
    if change.lone_side is None:
        if len(change.changed) < least or (by_any_verb and _is_verb_for_verb(change, side, words[0])):
            return False
    elif len(change.changed) < _CLAUSE or not _has_verb(change, side):
        return False
    return not _bears_on_kept(change, side, words)


def _is_verb_for_verb(change: Change, side: Side, word: Word) -> bool:
    """Whether the word is part of the verb that the edit begins with, and the other side begins with a verb too.

    The Trust [will be giving] the usual sum   →   The Trust [might not be able to give] the usual sum
    """
    own, other = (_opening_verb(change, which) for which in (side, side.other))
    return word in own and any(_is_auxiliary(change, near) for near in other)


def _opening_verb(change: Change, side: Side) -> list[Word]:
    """The verbs of grammar, denials and adverbs that the words of one side begin with."""
    words = [word for word in change.reading(side).words if word.is_word][:_HEAD]
    return list(takewhile(lambda word: _is_grammar(change, word) or word.key.endswith("ly"), words))


def _has_verb(change: Change, side: Side) -> bool:
    """Whether the words have a verb of their own, as "(no objections were heard)" has."""
    return any(_is_auxiliary(change, word) for word in change.reading(side).words)


def _is_auxiliary(change: Change, word: Word) -> bool:
    key = word.key.removesuffix("n't")
    lists = change.word_lists
    return (
        lists.stems.irregular.get(key, key) in _AUXILIARIES or lists.has("modals", word.key) or lists.has("modals", key)
    )


def _bears_on_kept(change: Change, side: Side, words: Sequence[Word]) -> bool:
    """Whether what the words bear on stands outside the edit, or on the other side too, or is an outcome."""
    reading, other = change.reading(side), change.reading(side.other)
    bearing = _bearing(change, side, words[-1])
    if bearing is None:
        return False
    if bearing not in reading.words or change.word_lists.outcomes.get(bearing.key) in change.word_lists.decisive:
        return True
    if (
        any(map(str.isdigit, bearing.key))
        and bearing.key in change.nearby_text.split("\n", 1)[side is Side.DRAFT].split()
    ):
        return True  # "up to £500" for "£500 each", however far apart
    around = (*other.before, *other.words, *other.after)
    return any(bearing.key == word.key or bearing.lemma == word.lemma for word in around)


def _bearing(change: Change, side: Side, word: Word) -> Word | None:
    """What a denial, a verb of duty or a limit is about: the first word of matter after it in its clause."""
    reading = change.reading(side)
    following = [near for near in (*reading.words, *reading.after) if near.span.start > word.span.start]
    following = following[:_BEARING_REACH]
    bearing = find_bearing([near.key for near in following], 0, lambda place: _is_matter(change, following[place]))
    return None if bearing is None else following[bearing]


def _is_matter(change: Change, word: Word) -> bool:
    return word.is_word and not word.key.endswith("ly") and not _is_grammar(change, word)


def _is_grammar(change: Change, word: Word) -> bool:
    lists = change.word_lists
    return (
        lists.is_function_word(word)
        or _is_auxiliary(change, word)
        or lists.has("negations", word.key)
        or lists.has("modals", word.key)
    )
