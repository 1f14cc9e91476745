"""Finds names, dates, sums and references: what a tagger is, and how pattern and model results are joined.

    "on Tuesday 14th June, 2022 Cllr Z. Ashby"  →  DATE 2022-06-14 · PERSON councillor z ashby

There are two taggers: `patterns` alone, and `spacy_tagger`, a spaCy pipeline that ends in the same patterns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from compare.values import Entity


class Grammar(NamedTuple):
    """The tags that a statistical model gives one word.

    `pos` is the part of speech as Universal Dependencies names it ("VERB"), `morph` the features of that name in one
    string, in their order ("Number=Sing|Tense=Past"), empty where there are none.
    """

    lemma: str
    pos: str
    morph: str


@dataclass(frozen=True, slots=True)
class TaggedText:
    """The entities of one text, in order and without overlap, with offsets of that text.

    `grammar` holds lemma, part of speech and morphology by the offset at which a word begins; empty without a model.
    """

    entities: tuple[Entity, ...]
    grammar: Mapping[int, Grammar] = field(default_factory=dict)


class Tagger(Protocol):
    """An engine that finds entities, by patterns alone or with a model."""

    @property
    def name(self) -> str:
        """The engine and its version, as the provenance prints it."""

    @property
    def model(self) -> str | None:
        """The trained pipeline and its version; `None` where patterns work alone."""

    def tag(self, texts: Sequence[str]) -> list[TaggedText]:
        """Returns the entities and tags of each text, in order."""


class Candidate(NamedTuple):
    """An entity in a text, before overlaps are settled."""

    start: int
    end: int
    label: str
    value: str | None


_PARTS = frozenset({"ORG", "BODY", "LOC"})  # patterns that may be a part of a longer name of the model


def join_names(patterns: Sequence[Candidate], names: Sequence[Candidate]) -> list[Candidate]:
    """Returns the candidates of patterns and the names of the model in one list, in order and without overlap.

    Each comes in order and without overlap in itself. A pattern wins, unless it found only a part of the name.
    """
    kept: list[Candidate] = []
    place = 0
    for name in names:
        while place < len(patterns) and patterns[place].end <= name.start:
            kept.append(patterns[place])
            place += 1
        touched = place
        while touched < len(patterns) and patterns[touched].start < name.end:
            touched += 1
        if whole := _whole_name(name, patterns[place:touched]):
            kept.append(whole)
            place = touched
    return [*kept, *patterns[place:]]


def _whole_name(name: Candidate, parts: Sequence[Candidate]) -> Candidate | None:
    """Returns the name of the model where the patterns that it overlaps are only parts of it."""
    if not parts:
        return name
    if parts[0].start < name.start or parts[-1].end > name.end or any(part.label not in _PARTS for part in parts):
        return None
    if (parts[0].start, parts[0].end) == (name.start, name.end):
        return None
    is_body = parts[-1].label == "BODY" and parts[-1].end == name.end
    return name._replace(label="BODY") if is_body else name
