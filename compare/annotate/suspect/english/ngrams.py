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
TABLES = ("word", "word_backoff", "pair_start", "pair_second", "pair", "pair_backoff", "triple_key", "triple")

_HASH = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio: Knuth's multiplicative hashing


def triple_keys(first: NDArray[np.int64], second: NDArray[np.int64], third: NDArray[np.int64]) -> NDArray[np.uint32]:
    """One number for three words: 48 bits hashed to 32; of four thousand wrong answers one is taken for right."""
    whole = (first.astype(np.uint64) << np.uint64(32)) | (second.astype(np.uint64) << np.uint64(16))
    return (((whole | third.astype(np.uint64)) * _HASH) >> np.uint64(32)).astype(np.uint32)


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
        return sum(self._after_two(sentence, at) for at in range(max(start, 1), min(stop, len(sentence))))

    def _after_two(self, sentence: Sequence[int], at: int) -> float:
        low = self._after_one(sentence[at - 1], sentence[at])
        if at == 1:
            return low
        first, second, third = sentence[at - 2 : at + 1]
        context = self._pair(first, second)
        if context is None:
            return low
        keys = self._tables["triple_key"]
        wanted = triple_keys(*(np.array([number], np.int64) for number in (first, second, third)))[0]
        place = int(np.searchsorted(keys, wanted))
        if place < len(keys) and keys[place] == wanted:
            return self._said("triple", place)
        return self._said("pair_backoff", context) + low

    def _after_one(self, first: int, second: int) -> float:
        pair = self._pair(first, second)
        if pair is not None:
            return self._said("pair", pair)
        return self._said("word_backoff", first) + self._said("word", second)

    def _pair(self, first: int, second: int) -> int | None:
        """The row of two words; `None` where they were hardly seen together."""
        low, high = (int(edge) for edge in self._tables["pair_start"][first : first + 2])
        place = low + int(np.searchsorted(self._tables["pair_second"][low:high], second))
        return place if place < high and self._tables["pair_second"][place] == second else None

    def alone(self, numbers: Sequence[int]) -> float:
        """The natural logarithm of the words' probability anywhere."""
        return sum(self._said("word", number) for number in numbers)

    def _said(self, table: str, place: int) -> float:
        return int(self._tables[table][place]) * -STEP
