"""How likely a word is after the two before it: counts of three in a row, smoothed.

Interpolated Kneser-Ney (Chen & Goodman 1998), counted by `models/training` and laid out as sorted tables that are
mapped, not read: a comparison with three doubtful words touches a few pages of them. Rare rows are left out; what they
would have said is then said by the next shorter run. (kenlm, the library of the field, has no built packages, and would
ask a clerk for a compiler.)
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

STEP = 1 / 12  # probabilities and weights are kept as whole twelfths of a natural logarithm, 0 to −255
TABLES = ("word", "word_backoff", "pair_key", "pair", "pair_backoff", "triple_key", "triple")

_HASH = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio: Knuth's multiplicative hashing


def pair_keys(first: NDArray[np.int64], second: NDArray[np.int64]) -> NDArray[np.uint32]:
    """One number for two words, in the order of the first."""
    return (first.astype(np.uint32) << np.uint32(16)) | second.astype(np.uint32)


def triple_keys(pair: NDArray[np.uint32], third: NDArray[np.int64]) -> NDArray[np.uint32]:
    """One number for three words: 48 bits hashed to 32; of three thousand wrong answers one is taken for right."""
    whole = (pair.astype(np.uint64) << np.uint64(16)) | third.astype(np.uint64)
    return ((whole * _HASH) >> np.uint64(32)).astype(np.uint32)


class Ngrams:
    """The tables, mapped."""

    def __init__(self, tables: dict[str, NDArray[np.generic]]) -> None:
        self._tables = tables

    @classmethod
    def load(cls, folder: Path) -> Ngrams:
        """From a folder with one .npy file a table."""
        return cls({name: np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False) for name in TABLES})

    def log_probabilities(self, sentence: Sequence[int], start: int, stop: int) -> float:
        """The natural logarithm of the probability of sentence[start:stop], each word after the two before it."""
        numbers = np.asarray(sentence, np.int64)
        at = np.arange(max(start, 1), min(stop, len(numbers)))
        if not len(at):
            return 0.0
        tables = self._tables
        word, before = numbers[at], numbers[at - 1]
        pair, has_pair = _find(tables["pair_key"], pair_keys(before, word))
        low = np.where(
            has_pair,
            _said(tables["pair"], pair),
            _said(tables["word_backoff"], before) + _said(tables["word"], word),
        )
        history = pair_keys(numbers[np.maximum(at - 2, 0)], before)
        context, has_context = _find(tables["pair_key"], history)
        triple, has_triple = _find(tables["triple_key"], triple_keys(history, word))
        weight = np.where(has_context, _said(tables["pair_backoff"], context), 0.0)
        high = np.where(has_triple & has_context, _said(tables["triple"], triple), weight + low)
        return float(np.where(at > 1, high, low).sum())

    def alone(self, numbers: Sequence[int]) -> float:
        """The natural logarithm of the words' probability anywhere."""
        return float(_said(self._tables["word"], np.asarray(numbers, np.int64)).sum()) if numbers else 0.0


def _find(keys: NDArray[np.generic], wanted: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return place, keys[place] == wanted


def _said(table: NDArray[np.generic], place: NDArray[np.int64]) -> NDArray[np.float64]:
    return table[place].astype(np.float64) * -STEP
