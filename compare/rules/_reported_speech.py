"""Whether one passage reports what the other gives in somebody's own words.

    Mr Pike: "When will the kiosk open?"         →   Mr Pike asked when the kiosk would open.
    Mr Pike asked, "Is the key here?"            →   Mr Pike asked whether the key was there.
    Ravi: "We have booked the hall."             →   Ravi reported that they had booked the hall.
    I reported that the hedge had been cut.      →   The Clerk reported that the hedge had been cut.

The same one speaks, and what is said is the same word for word, but for the tense, the persons and the order of a
question. Cost: the product of the words of one sentence, at most.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from compare.style.word_lists import WordLists
from compare.text.tokens import QUOTE, is_word, tokenise

_LONGEST = 80  # words of a passage; a longer one is no sentence that somebody spoke
_BE = frozenset(("am", "is", "are", "was", "were", "be", "been", "being"))
_HAVE, _DO = frozenset(("has", "have", "had")), frozenset(("do", "does", "did"))
_PAST = frozenset(("was", "were", "did"))
_MODALS = {"will": "would", "can": "could", "may": "might", "shall": "would"}
_FIRST = frozenset(("i", "we", "you", "me", "us", "my", "our", "your", "mine", "ours", "yours"))
_THIRD = frozenset(("he", "she", "they", "it", "him", "her", "them", "his", "their", "its", "hers", "theirs"))
_NEARNESS = {"this": "that", "these": "those", "here": "there", "now": "then", "today": "that day"}
_OPENERS = frozenset(("whether", "if"))


class _Spoken(NamedTuple):
    """Who speaks, with what verb, and the words that are spoken."""

    speaker: tuple[str, ...]
    verb: str  # "" behind a colon
    words: tuple[str, ...]
    is_question: bool


def is_reported_alike(draft: str, final: str, lists: WordLists) -> bool:
    """Whether one side gives in direct speech what the other reports."""
    sides = [[token.key for token in tokenise(text)] for text in (draft, final)]
    if max(map(len, sides)) > _LONGEST:
        return False
    for own, other in (sides, sides[::-1]):
        if _is_note_of_clerk(own, other, lists):
            return True
        direct, reported = _direct(own, lists), _reported(other, lists)
        if direct and reported and _is_same_speaker(direct, reported) and _is_same_kind(direct, reported, lists):
            return any(_are_alike(said, reported.words, lists) for said in _as_told(direct, lists))
    return False


def _is_note_of_clerk(own: Sequence[str], other: Sequence[str], lists: WordLists) -> bool:
    """Whether one side is a clerk's note and the other names who wrote it: "I reported", "the Clerk reported"."""
    if QUOTE in own or not {"i", "we", "us", "our"} & set(own):
        return False
    said, told = ([key for key in keys if key not in _ARTICLES] for keys in (own, other))
    return len(said) == len(told) and all(
        _is_writer(one, two, lists) or (_is_one(one, two, lists) and (is_word(one) or one == two))
        for one, two in zip(said, told, strict=True)
    )


_ARTICLES = frozenset(("a", "an", "the"))


def _is_writer(said: str, told: str, lists: WordLists) -> bool:
    """Whether a pronoun of a clerk's note stands for the clerk, or for the body that met."""
    if said == "i":
        return lists.has("note_takers", told)
    return (said in ("we", "us") and lists.has("bodies_of_notes", told)) or (said == "our" and told == "its")


def _direct(keys: Sequence[str], lists: WordLists) -> _Spoken | None:
    """Speech in somebody's own words: behind a colon, or in quotation marks behind a verb of saying."""
    place = next((at for at, key in enumerate(keys) if key in (":", QUOTE)), 0)
    if not place:
        return None
    before = [key for key in keys[:place] if key != ","]
    is_told = len(before) > 1 and _says(before[-1], lists)
    words = [key for key in keys[place:] if key not in (":", QUOTE)]
    marks = [key for key in words[:-1] if not is_word(key) and key != ","]
    if not words or marks or (QUOTE not in keys and not is_told and words[-1] != "?"):
        return None
    spoken = tuple(key for key in words if is_word(key))
    speaker = tuple(before[:-1] if is_told else before)
    return _Spoken(speaker, before[-1] if is_told else "", spoken, words[-1] == "?")


def _reported(keys: Sequence[str], lists: WordLists) -> _Spoken | None:
    """Speech that is reported: "asked whether …", "said that …"."""
    for place in range(1, len(keys) - 1):
        if not _says(keys[place], lists):
            continue
        is_question = keys[place] in lists.sets["asking_words"]
        start = place + 1
        if keys[start] in _OPENERS or (keys[start] == "that" and not is_question):
            start += 1
        if QUOTE in keys or ":" in keys or any(not is_word(key) and key != "," for key in keys[start:-1]):
            return None
        words = tuple(key for key in keys[start:] if is_word(key))
        return _Spoken(tuple(keys[:place]), keys[place], words, is_question)
    return None


def _says(key: str, lists: WordLists) -> bool:
    return key in lists.sets["plain_saying"] or (key in lists.sets["asking_words"] and key.endswith("ed"))


def _is_same_speaker(direct: _Spoken, reported: _Spoken) -> bool:
    if reported.speaker == ("it", "was"):
        return direct.speaker in (("q",), ("question",))
    return direct.speaker == reported.speaker


def _is_same_kind(direct: _Spoken, reported: _Spoken, lists: WordLists) -> bool:
    """Whether a question is asked on both sides, or a statement made with the same verb or none."""
    is_asking = not direct.verb or direct.verb in lists.sets["asking_words"]
    if direct.is_question:
        return reported.is_question and is_asking
    return not reported.is_question and (not direct.verb or direct.verb == reported.verb)


def _as_told(direct: _Spoken, lists: WordLists) -> Iterator[tuple[str, ...]]:
    """The spoken words in the orders that they may have when they are reported."""
    words = direct.words
    if not direct.is_question:
        yield words
        return
    place = next((at for at, key in enumerate(words) if _is_auxiliary(key, lists)), None)
    if place is None:
        yield words  # "who paid for it"
        return
    yield words
    rest = (*words[:place], *words[place + 1 :])
    if words[place] in _DO:
        yield rest
    for at in range(place + 1, len(words)):
        yield (*rest[:at], words[place], *rest[at:])


def _is_auxiliary(key: str, lists: WordLists) -> bool:
    return key in _BE or key in _HAVE or key in _DO or lists.has("modals", key)


def _are_alike(said: Sequence[str], told: Sequence[str], lists: WordLists) -> bool:
    """Whether the words are the same but for tense and person; what was past may be further back: "had been"."""
    if len(said) == len(told) and all(_is_one(one, other, lists) for one, other in zip(said, told, strict=True)):
        return True
    if "had" not in told or _PAST.isdisjoint(said):
        return False
    place = told.index("had")
    further = (*told[:place], *told[place + 1 :])
    return len(said) == len(further) and all(map(_is_one, said, further, [lists] * len(said)))


def _is_one(said: str, told: str, lists: WordLists) -> bool:
    if said in _FIRST and told in _THIRD:
        return True
    if _NEARNESS.get(said) == told or _MODALS.get(said) == told:
        return True
    if lists.has("modals", said) or lists.has("modals", told) or "n't" in said + told:
        return said == told or (said.endswith("n't") and _MODALS.get(said[:-3], said[:-3]) + "n't" == told)
    if said == told or {said, told} <= _BE or {said, told} <= _HAVE:
        return True
    return lists.tenses.step((said,), (told,)) > 0
