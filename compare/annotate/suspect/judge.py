"""A place to be judged: both readings, each with the rest of its sentence; and the judge, who may be either of two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from compare.values import Reading, Verdict


class SentenceAround(NamedTuple):
    """The text of a sentence before and after an edit."""

    before: str
    after: str


class ReadingPair(NamedTuple):
    """What both documents say at one place."""

    draft: Reading
    final: Reading
    draft_around: SentenceAround
    final_around: SentenceAround


class Judge(Protocol):
    """Says which side is probably wrong. `name` says which judge it is, for the provenance of a report."""

    @property
    def name(self) -> str:
        """The judge and its version, as the provenance prints it."""

    @property
    def has_model(self) -> bool:
        """Whether a model of English is asked, not counts alone."""

    def judge(self, cases: Sequence[ReadingPair]) -> list[Verdict | None]:
        """One verdict for each case, in order; `None` where the language does not say."""
