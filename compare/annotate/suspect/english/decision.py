"""From odds to a verdict: which reading is wrong, how surely, or neither.

Two small logistic models, fitted by `models/training` and kept as a file that a person can read. For an exchange of
words the first weighs seven pieces of evidence ("witnesses"), so that swapping the readings swaps the sign; the second
gives how likely the reading so found is wrong at all ("doubts"). For a small word on one side alone three outcomes are
weighed: it is missing there, it is one too many here, neither.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path
from typing import NamedTuple

WITNESSES = ("inside", "around", "chain", "left", "right", "commoner", "grammar")
DOUBTS = ("certainty", "wrong_lift", "right_lift", "inside_against", "around_against", "chain_against", "pairs_against")
TRAITS = ("forms", "small", "near", "one_letter", "sound", "same_pos", "capital")
GAP = ("inside", "around", "chain", "pairs", "article", "that")

_MOST_ODDS = 12.0  # odds of one witness above which nothing is added
_LIFT = 8.0


class Context(NamedTuple):
    """The words of a sentence before and after a place."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class Odds(NamedTuple):
    """How much better the second reading fits than the first (natural logarithm of odds), by each witness.

    `inside`: the words themselves among their neighbours; `around`: the neighbours beside them; `chain`: each word
    after the two before it. `first` and `second` say how much likelier each reading's words are here than anywhere.
    """

    inside: float
    around: float
    chain: float
    first: float
    second: float


class Features(NamedTuple):
    """The numbers that a decision weighs. Those of `odd` change their sign when the sides are swapped."""

    odd: tuple[float, ...]
    first: float
    second: float
    traits: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """The fitted weights. `least` is the confidence below which there is no verdict."""

    witnesses: tuple[float, ...]
    doubts: tuple[float, ...]
    bias: float
    missing: tuple[float, ...]
    missing_bias: float
    extra: tuple[float, ...]
    extra_bias: float
    least: float
    least_of_gap: float

    @classmethod
    def load(cls, path: Path) -> Decision:
        """Loads the weights from a file as `models/training` writes it."""
        weights = json.loads(path.read_text(encoding="utf-8"))
        exchange, gap = weights["exchange"], weights["gap"]
        return cls(
            _in_order(exchange["witnesses"], WITNESSES),
            _in_order(exchange["doubts"], (*DOUBTS, *TRAITS)),
            exchange["bias"],
            _in_order(gap["missing"], GAP),
            gap["missing_bias"],
            _in_order(gap["extra"], GAP),
            gap["extra_bias"],
            exchange["least"],
            gap["least"],
        )

    def exchange(self, features: Features) -> tuple[float, float]:
        """Returns odds for the second reading, and how likely it is that the other one is wrong."""
        odds = _product(self.witnesses, witnesses(features))
        return odds, _probability(_product(self.doubts, doubts(features, odds)) + self.bias)

    def gap(self, features: Features) -> tuple[float, float]:
        """How likely it is that the word is missing where it is not, and that it is one too many where it is."""
        values = gap(features)
        missing = exp(_product(self.missing, values) + self.missing_bias)
        extra = exp(_product(self.extra, values) + self.extra_bias)
        return missing / (1 + missing + extra), extra / (1 + missing + extra)


def witnesses(features: Features) -> list[float]:
    """Returns the odds of each witness, bounded."""
    return [_bounded(value, _MOST_ODDS) for value in features.odd]


def doubts(features: Features, odds: float) -> list[float]:
    """Returns what makes the odds more or less sure, in the order of DOUBTS and TRAITS."""
    sign = 1.0 if odds > 0 else -1.0
    wrong, right = (features.first, features.second) if odds > 0 else (features.second, features.first)
    inside, around, chain, left, following, *_ = (sign * value for value in witnesses(features))
    return [
        abs(odds),
        _bounded(wrong, _LIFT),
        _bounded(right, _LIFT),
        min(inside, 0.0),
        min(around, 0.0),
        min(chain, 0.0),
        min(left, following, 0.0),
        *features.traits,
    ]


def gap(features: Features) -> list[float]:
    """Returns the odds about a small word, in the order of GAP."""
    return [*(_bounded(value, _MOST_ODDS) for value in features.odd), *features.traits]


def _in_order(weights: Mapping[str, float], names: Sequence[str]) -> tuple[float, ...]:
    return tuple(float(weights[name]) for name in names)


def _product(weights: Sequence[float], values: Sequence[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


def _bounded(value: float, most: float) -> float:
    return max(-most, min(most, value))


def _probability(odds: float) -> float:
    return 1 / (1 + exp(-_bounded(odds, 30.0)))
