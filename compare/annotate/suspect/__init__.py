"""Decides which side of a change is wrong, where language alone shows it: what a judge is given and returns.

There are two judges: `by_model` asks the model of English, `by_counts` counts of words and pairs alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from compare.values import Reading, Side, Verdict, Word


class SentenceAround(NamedTuple):
    """The text of a sentence before and after an edit."""

    before: str
    after: str


class ReadingPair(NamedTuple):
    """The readings of both documents at one place, with the rest of their sentences."""

    draft: Reading
    final: Reading
    draft_around: SentenceAround
    final_around: SentenceAround


class Exchange(NamedTuple):
    """One word in the place of another, each with its reading."""

    draft: Reading
    one: Word
    final: Reading
    other: Word

    def suspected(self, side: Side) -> tuple[Reading, Word, Word]:
        """Returns the reading of the suspect side, its word, and the word of the other side."""
        return (self.draft, self.one, self.other) if side is Side.DRAFT else (self.final, self.other, self.one)


class Judge(Protocol):
    """Decides which side is probably wrong, by the model of English or by counts alone."""

    @property
    def name(self) -> str:
        """The judge and its version, as the provenance prints it."""

    @property
    def has_model(self) -> bool:
        """Whether it uses the model of English, not counts alone."""

    def judge(self, pairs: Sequence[ReadingPair]) -> list[Verdict | None]:
        """Returns one verdict for each pair of readings, in order; `None` where language alone does not show it."""
