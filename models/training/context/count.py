"""Runs of two and three words counted, smoothed and written as the tables that `english.ngrams` maps.

    python -m context.count WORK OUT

Interpolated Kneser-Ney with one discount: a run of three keeps its own count, a run of two counts the different words
before it (its own count at the beginning of a sentence), a word the different words before it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NamedTuple

import numpy as np
import typer
from numpy.typing import NDArray

from compare.annotate.suspect.english.network import STEP, triple_keys
from compare.annotate.suspect.english.vocabulary import END, START

_DISCOUNT = 0.75
_FEWEST_PAIRS = 3  # a pair with fewer different words before it is left out …
_FEWEST_TRIPLES = 4  # … and a run of three that was seen less often
_WORDS = 1 << 16


class Counts(NamedTuple):
    """Distinct keys in order and how often each occurs."""

    keys: NDArray[np.int64]
    counts: NDArray[np.int64]


def counted(keys: NDArray[np.int64]) -> Counts:
    """How often each key occurs. Sorts in place."""
    keys.sort()
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    return Counts(keys[starts], np.diff(np.append(starts, len(keys))))


def grouped(keys: NDArray[np.int64], counts: NDArray[np.int64]) -> tuple[NDArray[np.int64], ...]:
    """For sorted keys: each distinct one, the sum of its counts, and in how many rows it stands."""
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    return keys[starts], np.add.reduceat(counts, starts), np.diff(np.append(starts, len(keys)))


def quantised(logarithms: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Natural logarithms up to 0 as whole steps down."""
    return np.clip(np.round(-logarithms / STEP), 0, 255).astype(np.uint8)


def tables(numbers: NDArray[np.int64], size: int) -> dict[str, NDArray[np.generic]]:
    """The smoothed tables of a row of word numbers."""
    inside = numbers[:-1] != END
    pairs = counted((numbers[:-1] * _WORDS + numbers[1:])[inside])
    inside = inside[:-1] & inside[1:]
    triples = counted((((numbers[:-2] * _WORDS + numbers[1:-1]) * _WORDS) + numbers[2:])[inside])

    # Different words before a pair; at the beginning of a sentence nothing can stand before.
    starts = pairs.keys >> 16 == START
    before = counted(triples.keys & 0xFFFFFFFF)
    keys = np.concatenate([before.keys, pairs.keys[starts]])
    order = np.argsort(keys, kind="stable")
    keys, seen = keys[order], np.concatenate([before.counts, pairs.counts[starts]])[order]
    first, second = keys >> 16, keys & 0xFFFF

    word = np.bincount(pairs.keys & 0xFFFF, minlength=size) + 0.5
    word = word / word.sum()
    total = np.bincount(first, weights=seen, minlength=size)
    kinds = np.bincount(first, minlength=size)
    word_backoff = np.where(total > 0, _DISCOUNT * kinds / np.maximum(total, 1), 1.0)
    pair = np.maximum(seen - _DISCOUNT, 0) / total[first] + word_backoff[first] * word[second]

    context, context_total, context_kinds = grouped(triples.keys >> 16, triples.counts)
    place = np.searchsorted(context, keys).clip(max=len(context) - 1)
    is_context = context[place] == keys
    pair_backoff = np.where(is_context, _DISCOUNT * context_kinds[place] / context_total[place], 1.0)

    kept = triples.counts >= _FEWEST_TRIPLES
    triple, triple_count = triples.keys[kept], triples.counts[kept]
    lower = np.searchsorted(keys, triple & 0xFFFFFFFF)
    own = np.searchsorted(context, triple >> 16)
    high = (triple_count - _DISCOUNT) / context_total[own] + (
        _DISCOUNT * context_kinds[own] / context_total[own]
    ) * pair[lower]

    # A pair stays when it was seen often enough, or when a run of three needs it as its beginning.
    stays = (seen >= _FEWEST_PAIRS) | np.isin(keys, triple >> 16)
    hashed = triple_keys(triple >> 32, triple >> 16 & 0xFFFF, triple & 0xFFFF)
    hash_order = np.argsort(hashed, kind="stable")
    return {
        "word": quantised(np.log(word)),
        "word_backoff": quantised(np.log(word_backoff)),
        "pair_start": np.searchsorted(first[stays], np.arange(size + 1)).astype(np.uint32),
        "pair_second": second[stays].astype(np.uint16),
        "pair": quantised(np.log(pair[stays])),
        "pair_backoff": quantised(np.log(pair_backoff[stays])),
        "triple_key": hashed[hash_order],
        "triple": quantised(np.log(high))[hash_order],
    }


def main(work: Annotated[Path, typer.Argument()], out: Annotated[Path, typer.Argument()]) -> None:
    """Count the prose prepared in WORK; write the tables into OUT."""
    out.mkdir(parents=True, exist_ok=True)
    size = len((work / "words.txt").read_text(encoding="utf-8").split("\n"))
    numbers = np.load(work / "train.npz")["numbers"].astype(np.int64)
    for name, table in tables(numbers, size).items():
        np.save(out / f"{name}.npy", table)


if __name__ == "__main__":
    typer.run(main)
