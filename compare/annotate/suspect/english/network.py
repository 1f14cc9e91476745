"""How likely a word is where it stands: by a network among all its neighbours, and by counts after the two before it.

    parents' voices were [____] and recognised      heard −4.1 · head −11.8   (natural logarithm of the probability)

A feed-forward network in the manner of Bengio et al. (2003), with neighbours on both sides as in context2vec (Melamud
et al. 2016): the five words before and the five after, and a weighted mean of all words of the sentence, give a vector
whose product with a word's own vector is the word's logit. Trained by `models/training`; run here with numpy alone.

The counts of three words in a row are smoothed by interpolated Kneser-Ney (Chen & Goodman 1998) and laid out as sorted
tables that are mapped, not read: a comparison with three doubtful words touches a few pages of them. Rare rows are left
out; the next shorter run stands in for them. (kenlm, the usual library, has no built packages and needs a compiler.)
"""

from __future__ import annotations

from collections.abc import Sequence
from math import pi, sqrt
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from compare.annotate.suspect.english.vocabulary import PAD

Floats: TypeAlias = NDArray[np.float32]
Numbers: TypeAlias = NDArray[np.int64]

_AT_ONCE = 2048  # places worked on together: 30 MB of intermediate values


class Network:
    """The trained network. Shapes: V words, d numbers a word, w neighbours on each side."""

    def __init__(self, weights: dict[str, NDArray[np.generic]]) -> None:
        self._bytes = weights["words"]  # (V, d), 8-bit; a word's vector is its row times its scale
        self._scale = weights["scale"].astype(np.float32)
        self._bias = weights["bias"].astype(np.float32)
        self._gate = weights["gate"].astype(np.float32)
        self._layers = [
            (weights[f"weight{n}"].astype(np.float32), weights[f"bias{n}"].astype(np.float32)) for n in (1, 2, 3)
        ]
        width = self._layers[0][0].shape[0] // self._gate.shape[0]
        self._reach = (width - 1) // 2
        # The sum over all words is estimated from the commonest and a fixed sample of the rest, weighted.
        sample = weights["sample"].astype(np.int64)
        self._sample = self._vectors(sample).T
        self._sample_bias = self._bias[sample] + weights["sample_weight"].astype(np.float32)

    @classmethod
    def load(cls, path: Path) -> Network:
        """Loads the weights from an .npz file as `models/training` writes it."""
        with np.load(path, allow_pickle=False) as file:
            return cls(dict(file))

    def __len__(self) -> int:
        """Returns how many words it knows."""
        return len(self._bytes)

    def log_probabilities(self, sentences: Sequence[Sequence[int]], places: Sequence[tuple[int, int]]) -> Floats:
        """Returns how likely the word at each place (sentence, position) is, given the rest of its sentence.

        Cost: 0.4 million multiplications a place, 0.4 million for the estimate of the sum.
        """
        flat, first, sentence_of = self._laid_out(sentences)
        vectors = self._vectors(flat)
        vectors[flat == PAD] = 0
        weight = 1 / (1 + np.exp(-(vectors @ self._gate)))
        weight[flat == PAD] = 0
        weighted = vectors * weight[:, None]
        sums = np.zeros((len(sentences), vectors.shape[1]), np.float32)
        np.add.at(sums, sentence_of, weighted)
        totals = np.bincount(sentence_of, weights=weight, minlength=len(sentences)).astype(np.float32)
        index = np.array([first[sentence] + position for sentence, position in places], np.int64)
        found = [
            self._at(index[low : low + _AT_ONCE], flat, vectors, weighted, weight, sums, totals, sentence_of)
            for low in range(0, len(index), _AT_ONCE)
        ]
        return np.concatenate(found) if found else np.zeros(0, np.float32)

    def _laid_out(self, sentences: Sequence[Sequence[int]]) -> tuple[Numbers, list[int], Numbers]:
        """All sentences in one row with room between, where each begins, and whose each place is."""
        gap = [PAD] * self._reach
        flat, first, owner = list(gap), [], [0] * self._reach
        for number, sentence in enumerate(sentences):
            first.append(len(flat))
            flat += [*sentence, *gap]
            owner += [number] * (len(sentence) + self._reach)
        return np.array(flat, np.int64), first, np.array(owner, np.int64)

    def _vectors(self, numbers: Numbers) -> Floats:
        return self._bytes[numbers].astype(np.float32) * self._scale[numbers, None]

    def _at(
        self,
        index: Numbers,
        flat: Numbers,
        vectors: Floats,
        weighted: Floats,
        weight: Floats,
        sums: Floats,
        totals: Floats,
        sentence_of: Numbers,
    ) -> Floats:
        reach = self._reach
        mean = (sums[sentence_of[index]] - weighted[index]) / (
            totals[sentence_of[index]] - weight[index] + np.float32(1e-3)
        )[:, None]
        around = [vectors[index + step] for step in range(-reach, reach + 1) if step]
        context = np.concatenate([*around, mean], axis=1)
        for number, (matrix, bias) in enumerate(self._layers):
            context = context @ matrix + bias
            if number < len(self._layers) - 1:
                context = _gelu(context)
        own = flat[index]
        logits: Floats = (context * self._vectors(own)).sum(axis=1) + self._bias[own]
        others = context @ self._sample + self._sample_bias
        top = others.max(axis=1)
        result: Floats = logits - top - np.log(np.exp(others - top[:, None]).sum(axis=1))
        return result


def _gelu(x: Floats) -> Floats:
    result: Floats = x * np.float32(0.5) * (1 + np.tanh(np.float32(sqrt(2 / pi)) * (x + np.float32(0.044715) * x**3)))
    return result


STEP = 1 / 12  # probabilities and weights are kept as whole twelfths of a natural logarithm, 0 to −255
TABLES = ("word", "word_backoff", "pair_start", "pair_second", "pair", "pair_backoff", "triple_key", "triple")

_HASH = np.uint64(0x9E3779B97F4A7C15)  # 2**64 over the golden ratio: Knuth's multiplicative hashing


def triple_keys(first: NDArray[np.int64], second: NDArray[np.int64], third: NDArray[np.int64]) -> NDArray[np.uint32]:
    """One number for three words: 48 bits hashed to 32; one wrong key in four thousand is taken for a right one."""
    whole = (first.astype(np.uint64) << np.uint64(32)) | (second.astype(np.uint64) << np.uint64(16))
    return (((whole | third.astype(np.uint64)) * _HASH) >> np.uint64(32)).astype(np.uint32)


class Ngrams:
    """The tables of counted runs of words, mapped."""

    def __init__(self, tables: dict[str, NDArray[np.generic]]) -> None:
        self._tables = tables

    @classmethod
    def load(cls, folder: Path) -> Ngrams:
        """Loads the tables from a folder with one .npy file each."""
        return cls({name: np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False) for name in TABLES})

    def log_probabilities(self, sentence: Sequence[int], start: int, stop: int) -> float:
        """Returns the log probability (natural) of sentence[start:stop], each word after the two before it."""
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
            return self._log("triple", place)
        return self._log("pair_backoff", context) + low

    def _after_one(self, first: int, second: int) -> float:
        pair = self._pair(first, second)
        if pair is not None:
            return self._log("pair", pair)
        return self._log("word_backoff", first) + self._log("word", second)

    def _pair(self, first: int, second: int) -> int | None:
        """Returns the row of two words; `None` where they were hardly seen together."""
        low, high = (int(edge) for edge in self._tables["pair_start"][first : first + 2])
        place = low + int(np.searchsorted(self._tables["pair_second"][low:high], second))
        return place if place < high and self._tables["pair_second"][place] == second else None

    def alone(self, numbers: Sequence[int]) -> float:
        """Returns the natural logarithm of the words' probability anywhere."""
        return sum(self._log("word", number) for number in numbers)

    def _log(self, table: str, place: int) -> float:
        return int(self._tables[table][place]) * -STEP
