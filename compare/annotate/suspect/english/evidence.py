"""Compares two readings of one place by the model of English, as odds.

    voices were [head / heard] and …      → inside +7.7, around +1.2, chain +4.1: "heard" fits better

Every number is symmetric: with the two readings swapped it changes its sign and nothing else, so swapped documents get
swapped odds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import log
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile

import numpy as np

from compare.annotate.suspect.english.decision import Context, Decision, Odds
from compare.annotate.suspect.english.network import Floats, Network, Ngrams
from compare.annotate.suspect.english.vocabulary import END, START, UNKNOWN, Vocabulary
from compare.errors import ModelError

_AROUND = 3  # neighbours on each side whose own likelihood counts; five add nothing
_AT_ONCE = 256  # places computed in one go: 20 MB, however many edits a document has
_AFTER = 2  # and after it in a run of three words
_RARE_TOTAL = 1.0e9  # the counts of all words that are listed and that the model does not know, together
_RAREST = 3_000  # the count of a word that is listed nowhere; the rarest listed have some 12,000


class _Filled(NamedTuple):
    """A sentence with one reading in its place: numbers, the range of the reading, the places to compute."""

    numbers: list[int]
    start: int
    stop: int
    rarity: float

    @property
    def asked(self) -> range:
        return range(max(1, self.start - _AROUND), min(len(self.numbers), self.stop + _AROUND))


class EnglishModel:
    """The model of English, opened. `count` gives how common a word is that the model does not know."""

    def __init__(self, vocabulary: Vocabulary, network: Network, ngrams: Ngrams, count: Callable[[str], int]) -> None:
        self._vocabulary = vocabulary
        self._network = network
        self._ngrams = ngrams
        self._count = count

    def odds(self, places: Sequence[tuple[Context, tuple[str, ...], tuple[str, ...]]]) -> list[Odds]:
        """For each context with two readings of it, the odds for the second. Cost: linear; one call for all."""
        parts = [places[low : low + _AT_ONCE] for low in range(0, len(places), _AT_ONCE)]
        return [odds for part in parts for odds in self._odds(part)]

    def _odds(self, places: Sequence[tuple[Context, tuple[str, ...], tuple[str, ...]]]) -> list[Odds]:
        filled = [self._filled(context, words) for context, *readings in places for words in readings]
        asked = [(number, position) for number, one in enumerate(filled) for position in one.asked]
        likely = self._network.log_probabilities([one.numbers for one in filled], asked)
        ends = np.cumsum([0, *(len(one.asked) for one in filled)])
        facts = [self._facts(one, likely[low:high]) for one, low, high in zip(filled, ends, ends[1:], strict=False)]
        return [
            Odds(other[0] - one[0], other[1] - one[1], other[2] - one[2], one[3], other[3])
            for one, other in zip(facts[::2], facts[1::2], strict=True)
        ]

    def _filled(self, context: Context, words: tuple[str, ...]) -> _Filled:
        before = [START, *self._vocabulary.numbers(context.before)]
        own = self._vocabulary.numbers(words)
        rarity = 0.0
        if UNKNOWN in own:
            parts = [part for word in words for part in ([word] if word in self._vocabulary else word.split("-"))]
            rarity = sum(
                log(max(self._count(part), _RAREST) / _RARE_TOTAL) for part in parts if part not in self._vocabulary
            )
        return _Filled(
            [*before, *own, *self._vocabulary.numbers(context.after), END], len(before), len(before) + len(own), rarity
        )

    def _facts(self, one: _Filled, likely: Floats) -> tuple[float, float, float, float]:
        low = one.start - one.asked.start
        high = low + one.stop - one.start
        inside = float(likely[low:high].sum()) + one.rarity
        around = float(likely[:low].sum() + likely[high:].sum())
        chain = self._ngrams.log_probabilities(one.numbers, one.start, one.stop + _AFTER) + one.rarity
        alone = self._ngrams.alone(one.numbers[one.start : one.stop]) + one.rarity
        return inside, around, chain, inside - alone


def model_name(folder: Path) -> str:
    """Name and version, from meta.json: "en_context 0.1.0".

    Raises: ModelError where the file is missing or has no name and version.
    """
    try:
        meta = json.loads((folder / "meta.json").read_bytes())
        return f"{meta['name']} {meta['version']}"
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _broken(folder, error) from error


def open_model(folder: Path, count: Callable[[str], int]) -> tuple[EnglishModel, Decision]:
    """Opens the model and the weights that decide by its odds. Cost: 15 ms, 30 MB.

    Raises: ModelError where a file is missing, cut short or does not belong to the others.
    """
    try:
        return open_english_model(folder, count), Decision.load(folder / "decision.json")
    except (OSError, EOFError, ValueError, KeyError, TypeError, BadZipFile) as error:
        raise _broken(folder, error) from error


def _broken(folder: Path, error: Exception) -> ModelError:
    remedy = "Install compare again, or compare with use_model=False: rules and patterns alone."
    return ModelError(str(folder), f"the model of English cannot be read ({error})", remedy)


def open_english_model(folder: Path, count: Callable[[str], int]) -> EnglishModel:
    """Opens the model alone. `count` gives how common a word is that the model does not know."""
    return EnglishModel(*_opened(folder), count)


@lru_cache(maxsize=1)
def _opened(folder: Path) -> tuple[Vocabulary, Network, Ngrams]:
    """Returns the files, opened once a process for all comparisons."""
    vocabulary, network = Vocabulary.load(folder / "words.txt"), Network.load(folder / "network.npz")
    if len(vocabulary) != len(network):
        raise ValueError(f"words.txt has {len(vocabulary)} words and network.npz {len(network)}")
    return vocabulary, network, Ngrams.load(folder)
