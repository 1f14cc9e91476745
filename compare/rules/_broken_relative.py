"""Finds a relative clause that was left with two subjects when sentences were joined.

    They had seized the vapes. They were stored at the depot.     two sentences
    They had seized the vapes, which were stored at the depot.    one, as it should be
    They had seized the vapes which it was stored at the depot.   one, broken

No fault: "the key which they had found" (its object), "the shed in which it was stored", "the shed it was stored in",
"which it was thought would help", "which they were given". Cost: linear in the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.rules._change import Change
from compare.style.word_lists import WordLists
from compare.text.tokens import is_word
from compare.values import Side

_RELATIVES = frozenset(("which", "who"))
_SUBJECTS = frozenset(("it", "they", "he", "she", "this", "these"))
_BE = frozenset(("is", "are", "was", "were", "been", "be"))


def find_broken_relative(change: Change) -> tuple[Side, str] | None:
    """The side on which alone the changed words make such a clause, and its first words."""
    found = {side: words for side in Side if (words := _broken(change, side))}
    if len(found) != 1:
        return None
    return next(iter(found.items()))


def _broken(change: Change, side: Side) -> str:
    reading = change.reading(side)
    words = (*reading.before, *reading.words, *reading.after)
    keys = [word.key for word in words]
    first, last = len(reading.before) - 1, len(reading.before) + len(reading.words)
    for place in range(max(0, first), min(last, len(keys) - 1)):
        if keys[place] in _RELATIVES and _has_two_subjects(keys, place, change.word_lists):
            low = place - (keys[place - 1] in _SUBJECTS)
            return " ".join(word.text for word in words[low : low + 3])
    return ""


def _has_two_subjects(keys: Sequence[str], place: int, lists: WordLists) -> bool:
    """Whether "which" at a place is the subject, and a pronoun before or behind it as well."""
    before = keys[place - 1] if place else ""
    if before in ("it", "they") and keys[place] == "which":
        return True
    if keys[place + 1] not in _SUBJECTS or before in lists.sets["prepositions"]:
        return False
    verb = place + 2
    while verb < len(keys) and (keys[verb] in _BE or _is_auxiliary(keys[verb], lists)):
        verb += 1
    if verb >= len(keys) or _BE.isdisjoint(keys[place + 2 : verb]) or not _is_participle(keys[verb], lists):
        return False
    end = next((at for at in range(verb, len(keys)) if not is_word(keys[at])), len(keys))
    is_object = lists.has("reported_speech", keys[verb]) or keys[verb] in lists.senses.done_either_way
    is_infinitive = keys[verb + 1 : verb + 2] == ["to"] and keys[verb] != "due"
    return not is_object and not is_infinitive and keys[end - 1] not in lists.sets["prepositions"]


def _is_auxiliary(key: str, lists: WordLists) -> bool:
    is_adverb = key.endswith("ly") or key in ("not", "well") or lists.has("free_adverbs", key)
    return is_adverb or key in ("has", "have", "had") or lists.has("modals", key)


def _is_participle(key: str, lists: WordLists) -> bool:
    return key == "due" or key.endswith("ed") or lists.stems.irregular.get(key) in lists.tenses.presents
