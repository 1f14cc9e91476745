"""How likely a word is among all its neighbours.

    parents' voices were [____] and recognised      heard −4.1 · head −11.8   (natural logarithm of the probability)

A feed-forward network in the manner of Bengio et al. (2003), with neighbours on both sides as in context2vec (Melamud
et al. 2016): the five words before and the five after, and a weighted mean of all words of the sentence, give a vector
whose product with a word's own vector is the word's logit. Trained by `models/training`; run here with numpy alone.
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
        """From an .npz file as `models/training` writes it."""
        with np.load(path, allow_pickle=False) as file:
            return cls(dict(file))

    def __len__(self) -> int:
        """How many words it knows."""
        return len(self._bytes)

    def log_probabilities(self, sentences: Sequence[Sequence[int]], places: Sequence[tuple[int, int]]) -> Floats:
        """How likely the word at each place (sentence, position) is, given the rest of its sentence.

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
