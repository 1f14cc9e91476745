"""What answers what in two documents, and how they differ there."""

from __future__ import annotations

from dataclasses import dataclass

from compare.values.kinds import FoldKind, MatchedBy, Op, Relation, ScopeKind
from compare.values.text import Span


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of each document answers the other.

    `draft` and `final` are segment indices, in document order, that are to be aligned; the rest is out of scope.
    `draft_items`/`final_items` are the numbers of the items covered, as printed. `confidence` is 0–1.
    """

    kind: ScopeKind
    draft: tuple[int, ...]
    final: tuple[int, ...]
    draft_items: tuple[str, ...]
    final_items: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Which segments answer which. `score` is 0–1; one side is empty for added and removed segments."""

    draft: tuple[int, ...]
    final: tuple[int, ...]
    relation: Relation
    score: float
    matched_by: MatchedBy


@dataclass(frozen=True, slots=True)
class Edit:
    """The smallest change of wording of one pair. An absent side is an empty span at the place where it would stand.

    `draft_letters`/`final_letters` are the letters that differ inside a replaced word (hea[r]d), as offsets of the
    document.
    """

    op: Op
    draft: Span
    final: Span
    pair: int = -1  # index into the alignment
    draft_letters: tuple[Span, ...] = ()
    final_letters: tuple[Span, ...] = ()
    rewritten: bool = False  # a passage too different to cut finer


@dataclass(frozen=True, slots=True)
class Fold:
    """A difference of typography or layout that was set aside, with its place on each side."""

    kind: FoldKind
    draft: Span
    final: Span
