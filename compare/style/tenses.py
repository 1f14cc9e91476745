"""Which words are one verb in the present and in the past, as reported speech puts it.

will   → would        is    → was          has signed  → had signed
reports → reported    think → thought      was         → had been

tenses.step(("is",), ("was",))     1: a step back, into the past
tenses.step(("was",), ("is",))    -1
tenses.step(("is",), ("be",))      0: no tense of the same verb
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

_SHORTEST = 3  # letters of a regular verb: "us" and "used" are two words
_MODALS = frozenset(("will", "can", "may", "won't", "can't", "cannot"))
_BACK_OF_PAST = {(("was",), ("had", "been")), (("were",), ("had", "been"))}


@dataclass(frozen=True, eq=False)
class Tenses:
    """The pairs of present and past of one house style: auxiliaries and irregular verbs."""

    pasts: frozenset[tuple[str, str]] = frozenset()

    @cached_property
    def presents(self) -> frozenset[str]:
        """The irregular verbs, each in its present."""
        return frozenset(present for present, _ in self.pasts)

    def step(self, draft: Sequence[str], final: Sequence[str]) -> int:
        """Returns 1 where the words of the draft are put into the past, -1 for the reverse, else 0.

        Words that are the same on both sides may stand among them. Cost: linear.
        """
        own, other = tuple(draft), tuple(final)
        if (own, other) in _BACK_OF_PAST:
            return 1
        if (other, own) in _BACK_OF_PAST:
            return -1
        if len(own) != len(other):
            return 0
        steps = {self._step(one, two) for one, two in zip(own, other, strict=True) if one != two}
        return steps.pop() if len(steps) == 1 else 0

    def is_modal(self, draft: Sequence[str], final: Sequence[str]) -> bool:
        """Whether a verb of duty or power is among the words that a step of tense exchanges: will, can, may."""
        return not _MODALS.isdisjoint((*draft, *final))

    def _step(self, one: str, two: str) -> int:
        if self._is_past_of(one, two):
            return 1
        return -1 if self._is_past_of(two, one) else 0

    def _is_past_of(self, present: str, past: str) -> bool:
        if any((base, past) in self.pasts for base in _bases(present)):
            return True
        return past.endswith("ed") and any(
            len(base) >= _SHORTEST and past in _regular_pasts(base) for base in _bases(present)
        )


def _bases(present: str) -> tuple[str, ...]:
    """Returns what a present form may be the third person of: "carries" of "carry", "passes" of "pass"."""
    bases = [present]
    if present.endswith("ies"):
        bases.append(present[:-3] + "y")
    elif present.endswith("es"):
        bases += [present[:-2], present[:-1]]
    elif present.endswith("s") and not present.endswith("ss"):
        bases.append(present[:-1])
    return tuple(bases)


def _regular_pasts(base: str) -> tuple[str, ...]:
    if base.endswith("e"):
        return (base + "d",)
    if base.endswith("y"):
        return base + "ed", base[:-1] + "ied"
    return base + "ed", base + base[-1] + "ed"


@lru_cache(maxsize=8)
def tenses_of(pairs: Iterable[str]) -> Tenses:
    """Returns the tenses of a list of "present past" pairs, made once for each list."""
    return Tenses(frozenset((present, past) for present, past in (pair.split() for pair in pairs)))
