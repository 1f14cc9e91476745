"""What a tagger is: it gets texts and returns the names, dates, sums and references of each.

"on Tuesday 14th June, 2022 Cllr Z. Ashby"  →  DATE 2022-06-14 · PERSON councillor z ashby

There are two: patterns alone, and a spaCy pipeline that ends in the same patterns.
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
