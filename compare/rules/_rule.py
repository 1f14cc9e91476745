"""What a rule is: a judgement with its severity, its source, its examples and the line where it is written.

    @rule("slip.real-word", Severity.MINOR, source=..., hits=(("... head ...", "... heard ..."),), misses=...)
    def real_word(change: Change) -> Claim | None:
        '''One known word in the place of another that it looks or sounds like.'''

The decorator turns the function into a `Rule` and registers nothing: `compare/rules/__init__.py` is the registry.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass

from compare.rules._change import Change
from compare.style.vocabulary import Vocabulary
from compare.values import Severity, Side, StructuralChange

Example = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Claim:
    """A rule's answer "mine": why, which side looks wrong, how sure (0–1), and a severity if not the rule's own."""

    reason: str
    suspect: Side | None = None
    confidence: float = 1.0
    severity: Severity | None = None


WordingJudge = Callable[[Change], Claim | None]
StructureJudge = Callable[[StructuralChange, Vocabulary], Claim | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern that changes are judged by. `hits` and `misses` are pairs of a draft and a final."""

    id: str
    severity: Severity
    description: str
    source: str
    hits: tuple[Example, ...]
    misses: tuple[Example, ...]
    where: str
    on_wording: WordingJudge | None = None
    on_structure: StructureJudge | None = None

    @property
    def family(self) -> str:
        """The part of the id before the full stop."""
        return self.id.partition(".")[0]


def rule(
    rule_id: str,
    severity: Severity,
    *,
    source: str,
    hits: tuple[Example, ...],
    misses: tuple[Example, ...],
    structure: StructureJudge | None = None,
) -> Callable[[WordingJudge], Rule]:
    """A rule about wording; `structure` judges whole segments under the same id."""

    def made(judge: WordingJudge) -> Rule:
        return Rule(rule_id, severity, _description(judge), source, hits, misses, _where(judge), judge, structure)

    return made


def structural_rule(
    rule_id: str, severity: Severity, *, source: str, hits: tuple[Example, ...], misses: tuple[Example, ...]
) -> Callable[[StructureJudge], Rule]:
    """A rule about whole segments alone."""

    def made(judge: StructureJudge) -> Rule:
        return Rule(rule_id, severity, _description(judge), source, hits, misses, _where(judge), None, judge)

    return made


def _description(judge: Callable[..., Claim | None]) -> str:
    return " ".join(inspect.cleandoc(judge.__doc__ or "").split())


def _where(judge: Callable[..., Claim | None]) -> str:
    return f"{judge.__module__.replace('.', '/')}.py:{judge.__code__.co_firstlineno}"
