"""Statements that are put another way with the same force, and whether two sentences are one statement.

It was possible that the levee would be overtopped.   →   The levee might be overtopped.
Dr Kitto denied that the practice was closing.        →   Dr Kitto said that the practice was not closing.
The artist refused to accept the plinth.              →   The artist would not accept the plinth.
There had been no reply from the owner.               →   The owner had not replied.

A form is a line "it be possible that * would = * might": the star is what stands between. Both sentences are put into
the plain form; they are one statement where they are then the same, but for tense, number and articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from compare.style.stems import Stems

_ARTICLES = frozenset(("a", "an", "the"))
_STOPS = frozenset((".", ";", ":", "?", "!", "(", ")"))
_MODALS = {"will": "would", "can": "could", "may": "might", "cannot": "could", "wo": "would", "ca": "could"}
_MOST = 80  # words of a sentence
_LONGEST_GAP = 15  # words between the two parts of a form
_MOST_REWRITTEN = 6  # forms of one sentence

Keys = tuple[str, ...]


class _Form(NamedTuple):
    """The two parts of a form, and what stands for each."""

    first: Keys
    second: Keys
    new_first: Keys
    new_second: Keys


@dataclass(frozen=True, slots=True, eq=False)
class Recasts:
    """The forms of one house style, by the first word of each."""

    forms: dict[str, tuple[_Form, ...]] = field(default_factory=dict)
    stems: Stems = field(default_factory=Stems)

    def are_alike(self, own: Sequence[str], other: Sequence[str]) -> bool:
        """Whether two sentences differ, and are the same once they are put plainly. Cost: linear in their words."""
        if max(len(own), len(other)) > _MOST:
            return False
        left, right = folded_words(own, self.stems), folded_words(other, self.stems)
        return left != right and self._plain(left) == self._plain(right)

    def _plain(self, keys: Keys) -> Keys:
        for _ in range(_MOST_REWRITTEN):
            rewritten = next((new for place in range(len(keys)) if (new := self._rewritten(keys, place))), None)
            if rewritten is None:
                break
            keys = rewritten
        return keys

    def _rewritten(self, keys: Keys, place: int) -> Keys | None:
        for form in self.forms.get(keys[place], ()):
            start = place + len(form.first)
            if keys[place:start] != form.first:
                continue
            if not form.second:
                return (*keys[:place], *form.new_first, *keys[start:])
            end = _found(keys, form.second, start)
            if end is not None:
                behind = keys[end + len(form.second) :]
                return (*keys[:place], *form.new_first, *keys[start:end], *form.new_second, *behind)
        return None


def _found(keys: Keys, part: Keys, start: int) -> int | None:
    """Where the second part of a form stands, in the same sentence and not far from the first."""
    for place in range(start, min(len(keys), start + _LONGEST_GAP + 1)):
        if keys[place : place + len(part)] == part:
            return place if place > start else None
        if keys[place] in _STOPS:
            return None
    return None


def folded_words(keys: Iterable[str], stems: Stems) -> Keys:
    """The words by their stems, without articles; "wasn't" is "be" and "not", "will" is "would"."""
    found: list[str] = []
    for key in keys:
        bare = key.removesuffix("n't")
        if bare not in _ARTICLES:
            found.append(_MODALS.get(bare, "") or stems.of(bare))
        found += ["not"] * (bare != key or key == "cannot")
    return tuple(found)


def recasts_of(lines: Iterable[tuple[str, str]], stems: Stems) -> Recasts:
    """The forms of the lines ("it be possible that * would", "* might")."""
    found: dict[str, tuple[_Form, ...]] = {}
    for old, new in lines:
        parts = [folded_words(part.split(), stems) for side in (old, new) for part in _halves(side)]
        form = _Form(*parts)
        found[form.first[0]] = (*found.get(form.first[0], ()), form)
    return Recasts(found, stems)


def _halves(side: str) -> tuple[str, str]:
    first, _, second = side.partition("*")
    return first, second
