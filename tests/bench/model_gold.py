"""Treebank sentences with their grammar, and the entities that others marked in them.

The entity files spell a sentence by its tokens ("do n't"); the treebank has it as it was
written, so entities are placed there.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

_LABELS = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}  # of the entity files, as ours; OTH and O-… are no entities


class Mark(NamedTuple):
    """One entity: the half-open range [start, end) of characters of its text, and its label."""

    start: int
    end: int
    label: str


class Word(NamedTuple):
    """One word of the treebank; `features` as "Name=Value"."""

    form: str
    has_space: bool
    pos: str
    lemma: str
    features: frozenset[str]


class Sentence(NamedTuple):
    """One sentence of the treebank as it was written, with its words."""

    id: str
    text: str
    words: tuple[Word, ...]


class MarkedText(NamedTuple):
    """A text with its entities."""

    text: str
    marks: frozenset[Mark]


def read_treebank(path: Path) -> list[Sentence]:
    """The sentences of a CoNLL-U file. A joined form ("it's") gives its parts, and no space between them."""
    return [_sentence(facts, rows) for facts, rows in _blocks(path)]


def read_entities(path: Path, treebank: Iterable[Sentence]) -> list[MarkedText]:
    """The sentences of an entity file (IOB2) as the treebank writes them, with PERSON, ORG and LOC."""
    written = {sentence.id: sentence.text for sentence in treebank}
    return [_marked(facts, rows, written) for facts, rows in _blocks(path)]


def _blocks(path: Path) -> Iterator[tuple[dict[str, str], list[list[str]]]]:
    facts: dict[str, str] = {}
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in (*lines, "\n"):
            if line.startswith("#"):
                name, _, value = line[1:].partition("=")
                facts[name.strip()] = value.strip()
            elif line.strip():
                rows.append(line.rstrip("\n").split("\t"))
            elif rows:
                yield facts, rows
                facts, rows = {}, []


def _sentence(facts: Mapping[str, str], rows: Iterable[list[str]]) -> Sentence:
    words, joined_until, joined_space = [], 0, True
    for row in rows:
        number, form, lemma, pos, features, misc = row[0], row[1], row[2], row[3], row[5], row[9]
        has_space = "SpaceAfter=No" not in misc.split("|")
        if "-" in number:
            joined_until, joined_space = int(number.split("-")[1]), has_space
        elif "." not in number:  # 24.1 is a word that was left unsaid
            if int(number) <= joined_until:
                has_space = joined_space and int(number) == joined_until
            marked = frozenset() if features == "_" else frozenset(features.split("|"))
            words.append(Word(form, has_space, pos, lemma, marked))
    return Sentence(facts["sent_id"], facts["text"], tuple(words))


def _marked(facts: Mapping[str, str], rows: list[list[str]], written: Mapping[str, str]) -> MarkedText:
    forms = [row[1] for row in rows]
    for text in (written.get(facts["sent_id"], ""), facts["text"], " ".join(forms)):
        if places := _places(forms, text):
            return MarkedText(text, frozenset(_marks([row[2] for row in rows], places)))
    raise ValueError(f"{facts['sent_id']}: the tokens are not those of the sentence")


def _places(forms: Iterable[str], text: str) -> list[tuple[int, int]]:
    """Where the tokens stand in the text; nothing when it is another text."""
    places: list[tuple[int, int]] = []
    for form in forms:
        end = places[-1][1] if places else 0
        start = text.find(form, end)
        if start < 0 or text[end:start].strip():
            return []
        places.append((start, start + len(form)))
    return places


def _marks(tags: list[str], places: list[tuple[int, int]]) -> Iterator[Mark]:
    at = 0
    while at < len(tags):
        begin, _, label = tags[at].partition("-")
        after = at + 1
        if begin == "B":
            while after < len(tags) and tags[after] == f"I-{label}":
                after += 1
            if label in _LABELS:
                yield Mark(places[at][0], places[after - 1][1], _LABELS[label])
        at = after
