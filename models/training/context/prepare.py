"""Running prose to numbers: one row of word numbers a part, with the length of each sentence.

    python -m context.prepare DATA/text WORK

Writes WORK/words.txt (a word a line, commonest first), WORK/{train,held}.npz.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from compare.annotate.suspect.english.vocabulary import END, SPECIAL, START, Vocabulary, words_of

TRAINING = ("parliament", "textbooks", "books", "novels", "docs")
HELD = "heldout"
SIZE = 50_000  # words known; the last of them stands seven times in 36 million
_SHORTEST, _LONGEST = 4, 80  # words and marks of a sentence; the first would teach nothing, the rest is cut off

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"')]*\s+(?=[\"'(]*[A-Z0-9])")


def sentences(path: Path) -> Iterator[list[str]]:
    """The sentences of a file of paragraphs, as words."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            for sentence in _SENTENCE_END.split(line.strip()):
                words = words_of(sentence)
                if len(words) >= _SHORTEST:
                    yield words[:_LONGEST]


def numbered(path: Path, vocabulary: Vocabulary) -> Iterator[list[int]]:
    """The same as numbers, with the marks of beginning and end."""
    for words in sentences(path):
        yield [START, *vocabulary.numbers(words), END]


def save(files: list[Path], vocabulary: Vocabulary, path: Path) -> None:
    """All sentences in one row, how long each is, and from which file (by its place in the list)."""
    rows, sources = [], []
    for source, file in enumerate(files):
        for row in numbered(file, vocabulary):
            rows.append(np.array(row, np.uint16))
            sources.append(source)
    np.savez(
        path,
        numbers=np.concatenate(rows),
        lengths=np.array([len(row) for row in rows], np.int32),
        sources=np.array(sources, np.uint8),
    )


def main(text: Annotated[Path, typer.Argument()], work: Annotated[Path, typer.Argument()]) -> None:
    """Prepare the prose in TEXT for training, into WORK."""
    work.mkdir(parents=True, exist_ok=True)
    counts: Counter[str] = Counter()
    for name in TRAINING:
        for words in sentences(text / f"{name}.txt.gz"):
            counts.update(words)
    common = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[: SIZE - len(SPECIAL)]
    words = [*SPECIAL, *(word for word, _ in common)]
    (work / "words.txt").write_text("\n".join(words), encoding="utf-8")
    vocabulary = Vocabulary(words)
    save([text / f"{name}.txt.gz" for name in TRAINING], vocabulary, work / "train.npz")
    save([text / f"{HELD}.txt.gz"], vocabulary, work / "held.npz")


if __name__ == "__main__":
    typer.run(main)
