"""Readers of the annotated corpora: each gives sentences with what the corpus says of them, and no more.

A corpus that has no parts of speech gives `None` for them, never an empty string: spaCy takes an empty lemma for
"not annotated" but an empty set of features for "has none".
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

# The labels of each corpus, in ours. What is not named here (nationalities, events, elections, products) is no entity.
LABELS = {
    "PER": "PERSON",
    "ORG": "ORG",
    "LOC": "LOC",
    "person": "PERSON",
    "politician": "PERSON",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "location": "LOC",
    "country": "LOC",
}
# Words that two corpora now and then count to a name; our names stand without title ("Sir John Lade": "John Lade").
TITLES = frozenset(
    {"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Dr", "Dr.", "Sir", "Dame", "Lord", "Lady", "Prof", "Prof."}
    | {"Professor", "Rev", "Rev.", "President", "Senator"}
)
_NO_SPACE_BEFORE = frozenset({",", ".", ";", ":", "!", "?", ")", "]", "%", "'s", "'", "n't", "'re", "'ve", "'ll", "''"})
_NO_SPACE_AFTER = frozenset({"(", "[", "$", "£", "``"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence, whether white space follows each, and their annotation.

    `entities` holds IOB tags ("B-PERSON"). `grammar` holds (part of speech, features, lemma) for each word, or is
    `None` where the corpus has no grammar.
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    entities: tuple[str, ...]
    grammar: tuple[tuple[str, str, str], ...] | None = None
    document: str = ""


def treebank(grammar: Path, entities: Path) -> Iterator[Sentence]:
    """The sentences of the English Web Treebank with the entity tags of its UNER twin, matched by sentence."""
    tags = dict(_uner(entities))
    document = ""
    for block in _blocks(grammar):
        document = next((line.split("= ")[1] for line in block if line.startswith("# newdoc id")), document)
        name = next(line.split("= ")[1] for line in block if line.startswith("# sent_id"))
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        words = [row for row in rows if row[0].isdigit()]
        yield Sentence(
            words=tuple(row[1] for row in words),
            spaces=_spaces(rows),
            entities=_our_labels(_fit(tags.get(name, ()), [row[1] for row in words])),
            grammar=tuple((row[3], row[5], row[2]) for row in words),
            document=document,
        )


def two_columns(path: Path, *, separator: str) -> Iterator[Sentence]:
    """The sentences of a file with one word and its tag a line; spaces are put where English print has them."""
    for block in _blocks(path):
        rows = [line.rsplit(separator, 1) for line in block if not line.startswith("-DOCSTART-")]
        words = [row[0] for row in rows]
        if words:
            tags = _our_labels(_begun([row[1] for row in rows]))
            yield Sentence(tuple(words), _guessed_spaces(words), _without_titles(words, tags))


def _blocks(path: Path) -> Iterator[list[str]]:
    block: list[str] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                block.append(line.rstrip("\n"))
            elif block:
                yield block
                block = []
    if block:
        yield block


def _uner(path: Path) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    for block in _blocks(path):
        name = next(line.split("= ")[1] for line in block if line.startswith("# sent_id"))
        rows = (line.split("\t") for line in block if not line.startswith("#"))
        yield name, tuple((row[1], row[2]) for row in rows if row[0].isdigit())


def _fit(tagged: tuple[tuple[str, str], ...], words: list[str]) -> list[str]:
    """A tag for each word by its first letter: the two editions cut a few words otherwise ("Inter-", "Inter" "-")."""
    letters = [tag if first else tag.replace("B-", "I-") for word, tag in tagged for first, _ in _marked(word)]
    if "".join(word for word, _ in tagged) != "".join(words):
        return ["-"] * len(words)  # spaCy's sign for "not annotated"
    starts = [0, *accumulate(len(word) for word in words)]
    return [letters[start] for start in starts[:-1]]


def _marked(word: str) -> Iterator[tuple[bool, str]]:
    return ((index == 0, letter) for index, letter in enumerate(word))


def _our_labels(tags: list[str]) -> tuple[str, ...]:
    return tuple(f"{tag[:2]}{LABELS[tag[2:]]}" if tag[2:] in LABELS else "-" if tag == "-" else "O" for tag in tags)


def _begun(tags: list[str]) -> list[str]:
    """IO tags as IOB: a tag opens an entity unless the tag before is of the same kind."""
    return [
        f"B{tag[1:]}" if tag[:2] == "I-" and before[2:] != tag[2:] else tag for before, tag in pairwise(["O", *tags])
    ]


def _without_titles(words: list[str], tags: tuple[str, ...]) -> tuple[str, ...]:
    kept = list(tags)
    for index, word in enumerate(words[:-1]):
        if kept[index] == "B-PERSON" and word in TITLES and kept[index + 1] == "I-PERSON":
            kept[index : index + 2] = ["O", "B-PERSON"]
    return tuple(kept)


def _spaces(rows: list[list[str]]) -> tuple[bool, ...]:
    """Whether a space follows each word; none inside "don't", whose space is told on the row "3-4"."""
    spaces: list[bool] = []
    last_joined, space_after_joined = 0, True
    for row in rows:
        if "-" in row[0]:
            last_joined, space_after_joined = int(row[0].split("-")[1]), "SpaceAfter=No" not in row[9]
        elif row[0].isdigit():
            number = int(row[0])
            inside = number < last_joined
            own = space_after_joined if number == last_joined else "SpaceAfter=No" not in row[9]
            spaces.append(not inside and own)
    return tuple(spaces)


def _guessed_spaces(words: list[str]) -> tuple[bool, ...]:
    pairs = pairwise([*words, "."])
    return tuple(after not in _NO_SPACE_BEFORE and word not in _NO_SPACE_AFTER for word, after in pairs)
