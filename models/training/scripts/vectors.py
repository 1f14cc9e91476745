"""Word vectors from running text: `python -m scripts.vectors DATA OUTPUT`.

How often which words stand one and two places before and behind a word, each place by itself, weighed as positive
pointwise mutual information and brought down to 64 numbers. Capitals count: "Bush" stands where people stand, "bush"
where plants do. Words that are not common enough for a row of their own share that of the common word most like them,
so that a surname read a dozen times is looked up as another surname.

    Ravensby  read 14 times, behind "Mr" and before "said"   →   the row of "Oakthorpe"

`OUTPUT/nlp` is what spaCy initialises from. Source: Levy, Goldberg and Dagan 2015, "Improving distributional similarity
with lessons learned from word embeddings" (smoothed contexts, square root of the singular values); Halko, Martinsson
and Tropp 2011, "Finding structure with randomness" (how the singular vectors are found).
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import spacy
from spacy.vectors import Vectors

_FILES = ("parliament", "docs", "textbooks", "books", "novels")  # 29 million words
# "don't" is "do" and "n't" and "Ann's" is "Ann" and "'s", as the tokeniser has them.
_WORD = re.compile(r"\w+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+|[^\w\s]")
_ROWS = 20_000  # words with a row of their own; 5.1 MB at 64 numbers of four bytes each
_WORDS = 60_000  # words looked up in all; the last stands some dozen times
_CONTEXTS = 2_500  # commonest words that count as neighbours
_PLACES = (-2, -1, 1, 2)
_WIDTH = 64
_SPARE = 32  # more directions than are kept, which makes those that are kept exact enough
_ROUNDS = 3  # of power iteration
_SMOOTHED = 0.75  # exponent of the contexts' counts; without it rare contexts weigh too much
_SEED = 7

Ids = npt.NDArray[np.int64]
Matrix = npt.NDArray[np.float32]


def main() -> None:
    """Counts, weighs, reduces; the same from run to run on one thread."""
    data, output = Path(sys.argv[1]), Path(sys.argv[2])
    words, text = read(data / "text")
    vectors = reduced(np.hstack([weighed(counted(text, place)) for place in _PLACES]))
    nlp = spacy.blank("en")
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings, data=vectors[:_ROWS], keys=words[:_ROWS], name="en_minutes_vectors"
    )
    for word, row in zip(words[_ROWS:], nearest(vectors[_ROWS:], vectors[:_ROWS]), strict=True):
        nlp.vocab.vectors.add(word, row=int(row))
    output.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(output / "nlp")


def read(folder: Path) -> tuple[list[str], Ids]:
    """The commonest words, and the text as their places in that list; all else, ends of lines too, is `_WORDS`."""
    numbers: dict[str, int] = {}
    lines = [[numbers.setdefault(word, len(numbers)) for word in _WORD.findall(line)] for line in _lines(folder)]
    ends = len(numbers)
    text = np.fromiter((number for line in lines for number in (*line, ends)), dtype=np.int64)
    counts = Counter(dict(zip(numbers, np.bincount(text, minlength=ends)[:ends].tolist(), strict=True)))
    words = sorted(counts, key=lambda word: (-counts[word], word))[:_WORDS]
    places = np.full(ends + 1, _WORDS, dtype=np.int64)
    places[[numbers[word] for word in words]] = np.arange(len(words))
    return words, places[text]


def _lines(folder: Path) -> Iterator[str]:
    for name in _FILES:
        with gzip.open(folder / f"{name}.txt.gz", "rt", encoding="utf-8") as lines:
            yield from lines


def counted(text: Ids, place: int) -> Matrix:
    """How often each word (row) has each context (column) `place` words away; the last column is the end of a line."""
    here, there = (text[:-place], text[place:]) if place > 0 else (text[-place:], text[:place])
    context = np.where(there < _CONTEXTS, there, np.where(there == _WORDS, _CONTEXTS, -1))
    known = (here < _WORDS) & (context >= 0)
    columns = _CONTEXTS + 1
    flat = np.bincount(here[known] * columns + context[known], minlength=_WORDS * columns)
    return flat.reshape(_WORDS, columns).astype(np.float32)


def weighed(counts: Matrix) -> Matrix:
    """Positive pointwise mutual information."""
    smoothed = counts.sum(axis=0, dtype=np.float64) ** _SMOOTHED
    words = counts.sum(axis=1, dtype=np.float64, keepdims=True)
    expected = np.maximum(words, 1) @ (smoothed / smoothed.sum())[np.newaxis, :]
    with np.errstate(divide="ignore"):
        found: Matrix = np.maximum(np.log(counts / expected.astype(np.float32)), 0)
    return found


def reduced(weights: Matrix) -> Matrix:
    """`_WIDTH` numbers for each row, of length 1."""
    random = np.random.default_rng(_SEED)
    basis = random.standard_normal((weights.shape[1], _WIDTH + _SPARE), dtype=np.float32)
    for _ in range(_ROUNDS):
        basis, _ = np.linalg.qr(weights.T @ (weights @ basis))
    sample = weights @ basis
    _, values, turned = np.linalg.svd(sample, full_matrices=False)
    rows: Matrix = (sample @ turned.T / np.sqrt(values))[:, :_WIDTH]
    return (rows / (np.linalg.norm(rows, axis=1, keepdims=True) + np.float32(1e-8))).astype(np.float32)


def nearest(rare: Matrix, common: Matrix) -> Ids:
    """The row of `common` most like each of `rare`."""
    step = 2_000  # rows at once, so that the table of likenesses stays small
    return np.concatenate([(rare[at : at + step] @ common.T).argmax(axis=1) for at in range(0, len(rare), step)])


if __name__ == "__main__":
    main()
