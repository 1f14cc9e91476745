"""Word vectors from running text: `python -m scripts.vectors DATA OUTPUT`.

Trained as floret vectors, that is from hashed pieces of four and five letters, so that a surname read ten times lies
near other surnames; then written out for the commonest words only, one row each. (Looked up piece by piece, as floret
vectors may be, they made the finished pipeline three times as slow.) `OUTPUT/nlp` is what spaCy initialises from.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import floret
import numpy as np
import spacy
from spacy.language import Language
from spacy.training.initialize import convert_vectors
from spacy.vectors import Vectors

# Of each file every n-th line: 10 million words in all, speeches and textbooks before novels, guidance whole.
_EVERY = {"parliament": 3, "docs": 1, "textbooks": 3, "books": 5, "novels": 5}
_WORD = re.compile(r"\w+|[^\w\s]")
_KEPT = 14_000  # words; 4 MB at 64 numbers of four bytes each. The last kept stands 32 times
_SETTINGS = {"model": "cbow", "dim": 64, "epoch": 5, "neg": 10, "lr": 0.05, "minCount": 5, "thread": 1, "verbose": 0}
_PIECES = {"mode": "floret", "hashCount": 2, "bucket": 20_000, "minn": 4, "maxn": 5}


def main() -> None:
    """Trains on one thread, which makes it the same from run to run."""
    data, output = Path(sys.argv[1]), Path(sys.argv[2])
    output.mkdir(parents=True, exist_ok=True)
    text, table = output / "text.txt", output / "vectors.floret"
    counts = Counter[str]()
    with text.open("w", encoding="utf-8") as lines:
        for words in _lines(data / "text"):
            counts.update(words)
            lines.write(f"{' '.join(words)}\n")
    floret.train_unsupervised(str(text), **_SETTINGS, **_PIECES).save_floret_vectors(str(table))
    nlp = spacy.blank("en")
    convert_vectors(nlp, table, truncate=0, prune=0, mode="floret")
    common = sorted(counts, key=lambda word: (-counts[word], word))[:_KEPT]
    _written_out(nlp, common).to_disk(output / "nlp")


def _lines(folder: Path) -> Iterator[list[str]]:
    for name, every in _EVERY.items():
        with gzip.open(folder / f"{name}.txt.gz", "rt", encoding="utf-8") as lines:
            yield from (_WORD.findall(line) for index, line in enumerate(lines) if index % every == 0)


def _written_out(floret_nlp: Language, words: list[str]) -> Language:
    """A pipeline whose vectors are those of `words`, each of length 1."""
    rows = np.vstack([floret_nlp.vocab.get_vector(word) for word in words]).astype("float32")
    rows /= np.linalg.norm(rows, axis=1, keepdims=True) + np.float32(1e-8)
    nlp = spacy.blank("en")
    keys = [nlp.vocab.strings.add(word) for word in words]
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=rows, keys=keys, name="en_minutes_vectors")
    return nlp


if __name__ == "__main__":
    main()
