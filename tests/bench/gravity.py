"""Whether small pairs of minutes get the gravity, the gate, the blame and the number of findings that people gave them.

    [[pair]]                                  least = "critical", gates = ["hold"], blame = "none", findings = [1, 1]
    draft   Councillor Pell left the room before the vote.
    final   Councillor Pell left the room after the vote.

The pairs are in `tests/judgements/gravity/`: part `dev` may be tuned on; part `test` measures, and is never listed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from compare import compare_bytes
from compare.values import Comparison, Gate, Severity, Side

from .model_settings import MeasuredTable, Settings, percent
from .tables import Table

# From "no finding at all" to the gravest.
GRADES = ("none", "cosmetic", "minor", "major", "critical")


@dataclass(frozen=True, slots=True)
class GravityPair:
    """Two short texts, and what would be accepted; `findings`: the fewest and the most above cosmetic."""

    id: str
    part: str
    by: str
    kind: str
    draft: str
    final: str
    least: str
    most: str
    gates: tuple[str, ...]
    blame: str
    findings: tuple[int, int]
    about: str


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found of a pair."""

    pair: GravityPair
    grade: str
    gate: Gate
    blamed: frozenset[Side]
    told: int
    rules: tuple[str, ...]

    @property
    def is_grave_enough(self) -> bool:
        """Whether the gravest finding is not milder than the least that is accepted."""
        return GRADES.index(self.grade) >= GRADES.index(self.pair.least)

    @property
    def is_gravity_right(self) -> bool:
        """Whether the gravest finding lies within what is accepted."""
        return self.is_grave_enough and GRADES.index(self.grade) <= GRADES.index(self.pair.most)

    @property
    def is_gate_right(self) -> bool:
        """Whether the gate is one that is accepted."""
        return self.gate.value in self.pair.gates

    @property
    def is_missed(self) -> bool:
        """Whether a change that must be critical, or one that must hold publication, stands under PUBLISH."""
        return self.gate is Gate.PUBLISH and (self.pair.least == "critical" or self.pair.gates == ("hold",))

    @property
    def is_false_hold(self) -> bool:
        """Whether publication is held up where nobody would."""
        return self.gate is Gate.HOLD and "hold" not in self.pair.gates

    @property
    def is_count_right(self) -> bool:
        """Whether there are as many findings as changes."""
        fewest, most = self.pair.findings
        return fewest <= self.told <= most

    @property
    def is_blame_right(self) -> bool:
        """Whether no innocent side is blamed; where one is guilty, silence is no mistake."""
        return self.blamed <= {side for side in Side if side.value == self.pair.blame}

    @property
    def is_blamed(self) -> bool:
        """Whether the guilty side, and it alone, is named."""
        return bool(self.blamed) and self.is_blame_right

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong, each in a word."""
        checks = (
            ("GREEN LIGHT", not self.is_missed),
            ("gravity", self.is_gravity_right),
            ("gate", self.is_gate_right),
            ("blame", self.is_blame_right),
            ("count", self.is_count_right),
        )
        return tuple(name for name, is_right in checks if not is_right)


def read_gravity(folder: Path, part: str | None = None) -> list[GravityPair]:
    """The pairs of all files of the folder `gravity` among the judgements, of one part or both."""
    pairs = [
        GravityPair(**{**pair, "gates": tuple(pair["gates"]), "findings": tuple(pair["findings"])})
        for path in sorted((folder / "gravity").glob("*.toml"))
        for pair in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
    ]
    return [pair for pair in pairs if part in (None, pair.part)]


def judge_pairs(pairs: Iterable[GravityPair], *, use_model: bool = True) -> list[Judged]:
    """What is found of each pair, in their order."""
    return [
        _judge(pair, compare_bytes(pair.draft.encode(), pair.final.encode(), use_model=use_model)) for pair in pairs
    ]


def _judge(pair: GravityPair, comparison: Comparison) -> Judged:
    told = [finding for finding in comparison.findings if finding.severity is not Severity.COSMETIC]
    grades = [finding.severity.value for finding in comparison.findings]
    grades += ["cosmetic"] if comparison.folds else []
    return Judged(
        pair,
        max(grades, key=GRADES.index, default="none"),
        comparison.gate,
        frozenset(finding.suspect for finding in told if finding.suspect),
        len(told),
        tuple(finding.rule for finding in told),
    )


def measure_gravity(settings: Settings) -> tuple[Table, ...]:
    """How often gravity, gate, blame and number are right; `--verbose` lists every fault of part `dev`."""
    judged = judge_pairs(read_gravity(settings.judgements, settings.part), use_model=settings.use_model)
    columns = (
        "part", "by", "pairs", "gravity, %", "gate, %", "green lights", "false HOLD, %", "one edit one finding, %",
        "innocent blamed", "guilty named, %",
    )  # fmt: skip
    rows, figures = [], {}
    for part in [*sorted({one.pair.part for one in judged}), "both"]:
        for author in [*sorted({one.pair.by for one in judged}), "all"]:
            group = [one for one in judged if part in (one.pair.part, "both") and author in (one.pair.by, "all")]
            rows.append((part, author, *_scores(group)))
            figures[f"{part}/{author}"] = dict(zip(columns[2:], _scores(group), strict=True))
    tables: list[Table] = [
        MeasuredTable(
            f"Gravity of small pairs{settings.engine}",
            columns,
            tuple(rows),
            (
                "green lights: changes that must hold publication, under PUBLISH; must be 0",
                "false HOLD: of the pairs that nobody would hold up",
                "guilty named: of the pairs where one side is wrong beyond doubt; silence is no mistake",
            ),
            2,
            figures,
        )
    ]
    return (*tables, _faults(judged)) if settings.is_verbose else tuple(tables)


def _scores(group: Sequence[Judged]) -> tuple[str, ...]:
    harmless = [one for one in group if "hold" not in one.pair.gates]
    guilty = [one for one in group if one.pair.blame != "none"]
    return (
        str(len(group)),
        percent(sum(one.is_gravity_right for one in group), len(group)),
        percent(sum(one.is_gate_right for one in group), len(group)),
        str(sum(one.is_missed for one in group)),
        percent(sum(one.is_false_hold for one in harmless), len(harmless)),
        percent(sum(one.is_count_right for one in group), len(group)),
        str(sum(not one.is_blame_right for one in group)),
        percent(sum(one.is_blamed for one in guilty), len(guilty)),
    )


def _faults(judged: Sequence[Judged]) -> Table:
    rows = [
        (
            one.pair.id,
            ", ".join(one.faults),
            f"{one.pair.least}–{one.pair.most}",
            one.grade,
            one.gate.value,
            f"{one.told} of {one.pair.findings[0]}–{one.pair.findings[1]}",
            ", ".join(one.rules),
            one.pair.about,
        )
        for one in judged
        if one.faults and one.pair.part != "test"  # whoever tunes must not see them
    ]
    columns = ("pair", "faults", "wanted", "found", "gate", "findings", "rules", "about")
    return Table("Pairs that are judged otherwise", columns, tuple(rows), (), len(columns))
