"""Whether something was done, or is still to be done: what the verb of a change says on each side.

has [paid] the rent   →   has [to pay] the rent          done here, due there
[had been] signed     →   [would be] signed              the same
[was] paid            →   [is payable]                   the same, as an adjective
[will] be paid        →   [would] be paid                due on both sides
[is] paid             →   [was] paid                     done on both sides
[must] be paid        →   [was] paid                     a duty, and for the rule of modality
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from compare.rules._change import Change
from compare.style.word_lists import WordLists
from compare.values import Side, Word

_BEFORE, _AFTER = 6, 4  # words beside an edit that may complete its verb: "is due [to be] settled"
_BE = frozenset(("is", "are", "was", "were", "am", "be", "been", "being", "'s"))
_HAVE = frozenset(("has", "have", "had", "having"))
_WILL = frozenset(("will", "would", "shall", "'ll", "'d"))
_TO = "to"


class Deed(NamedTuple):
    """A verb that says on one side that something was done, on the other that it is to be done."""

    done: Side
    verb: Word

    @property
    def due(self) -> Side:
        """The side on which it is still to be done."""
        return self.done.other


class _Due(NamedTuple):
    """Words that say that something is to be done: their range among the words of a side, and the stem of the verb."""

    start: int
    end: int
    stem: str


def done_or_due(change: Change) -> Deed | None:
    """What was done on one side and is to be done on the other, by the same verb. Cost: linear in the change."""
    if change.is_form_only or change.is_reported_whole or change.is_misspelling:
        return None
    for side in Side:
        if not _has_verb(change, side.other):
            continue
        words, first, last = _window(change, side)
        for due in _found_due(words, change.word_lists):
            if due.start >= last or due.end <= first:
                continue
            verb = _done(change, side.other, due.stem)
            if verb is not None and not _says_done(words, due, change.word_lists):
                return Deed(side.other, verb)
    return None


def _has_verb(change: Change, side: Side) -> bool:
    """Whether the words that only that side has are none, or part of a verb in the past: not "to [me] made"."""
    words = change.own_words(side)
    return not words or any(word.key in _BE or word.key in _HAVE or _is_past(word, change.word_lists) for word in words)


def _window(change: Change, side: Side) -> tuple[Sequence[Word], int, int]:
    """The words of one side at the change and beside it, and the range of the change among them."""
    reading = change.reading(side)
    before = reading.before[-_BEFORE:]
    words = (*before, *reading.words, *reading.after[:_AFTER])
    return words, len(before), len(before) + len(reading.words)


def _found_due(words: Sequence[Word], lists: WordLists) -> list[_Due]:
    found = []
    for start, word in enumerate(words):
        stem = lists.due_words.get(word.key)
        end = start if stem else _verb_of_due(words, start, lists)
        if end is not None and end < len(words) and (stem or _fits(words, end, lists)):
            found.append(_Due(start, end + 1, stem or lists.stems.of(words[end].key)))
    return found


def _fits(words: Sequence[Word], place: int, lists: WordLists) -> bool:
    """Whether a participle stands behind "be", and no other form of the past behind "will" and "to": "Will asked"."""
    is_past = _is_past(words[place], lists) and not words[place].key.endswith("eed")
    return words[place].is_word and is_past == (words[place - 1].key == "be" or _key(words, place - 2) == "be")


def _verb_of_due(words: Sequence[Word], start: int, lists: WordLists) -> int | None:
    """Where the verb stands whose deed the words from `start` on put off: "is to be", "has yet to", "will", "to"."""
    key = words[start].key
    if key in _WILL and words[start].text.islower():  # not "Councillor Will"
        place = _skip(words, start + 1, lists)
        return (
            None
            if _key(words, place) in _HAVE
            else _skip(words, place + 1, lists)
            if _key(words, place) == "be"
            else place
        )
    place = _skip(words, start + 1, lists) if key in _BE or key in _HAVE else start
    if _key(words, place) != _TO:
        return None
    place = _skip(words, place + 1, lists)
    return _skip(words, place + 1, lists) if _key(words, place) == "be" else place


def _skip(words: Sequence[Word], place: int, lists: WordLists) -> int:
    """The next word that is no adverb between the parts of a verb."""
    while place < len(words) and (lists.has("words_within_verbs", words[place].key) or words[place].key.endswith("ly")):
        place += 1
    return place


def _key(words: Sequence[Word], place: int) -> str:
    return words[place].key if place < len(words) else ""


def _done(change: Change, side: Side, stem: str) -> Word | None:
    """The verb of that stem that one side has in the past or as a participle, and does not put off."""
    words, first, last = _window(change, side)
    lists = change.word_lists
    put_off = {place for due in _found_due(words, lists) for place in range(due.start, due.end)}
    for place, word in enumerate(words):
        if (
            place not in put_off
            and first - 2 <= place < last + _AFTER
            and _is_past(word, lists)
            and lists.stems.of(word.key) == stem
            and not _is_bound(words, place, lists)
        ):
            return word
    return None


def _is_past(word: Word, lists: WordLists) -> bool:
    root = lists.stems.irregular.get(word.key)
    return word.key.endswith("ed") or (root not in (None, word.key) and not word.key.endswith(("s", "ing")))


def _is_bound(words: Sequence[Word], place: int, lists: WordLists) -> bool:
    """Whether a verb of duty or power stands before: "must be paid"."""
    near = [word.key for word in words[max(0, place - 3) : place]]
    return any(lists.has("modals", key) for key in near) or "be" in near[-1:]


def _says_done(words: Sequence[Word], due: _Due, lists: WordLists) -> bool:
    """Whether the side that puts the deed off has it done as well: "was approved and is to be approved again"."""
    return any(
        _is_past(word, lists) and lists.stems.of(word.key) == due.stem
        for place, word in enumerate(words)
        if not due.start <= place < due.end
    )
