"""Golden cases: each folder of `tests/cases` is a draft, its final, and what a good clerk would want to be told.

A new case is a new folder; nothing here knows any of them by name. `tests/cases/README.md` says what may stand in
`expected.json`.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from laws_of_findings import assert_contexts_are_slices, assert_edits_and_findings_cover_each_other

from compare import compare_files
from compare.values import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from compare.values import Comparison, Finding, Passage

CASES = sorted(path.parent for path in Path(__file__).parent.joinpath("cases").glob("*/expected.json"))
# Rules that speak of one side, and what the same difference is called when the documents change places.
_MIRRORED = {
    f"{family}-{one}": f"{family}-{other}"
    for family, gone in (
        ("structure.item", "missing"),
        ("structure.paragraph", "removed"),
        ("resolution.limb", "removed"),
        ("wording.sentence", "removed"),
    )
    for one, other in ((gone, "added"), ("added", gone))
}
_FIELDS = {"rule", "severity", "item", "draft", "final", "draft_contains", "final_contains", "suspect"}
_KEYS = {"about", "scope", "gate", "findings", "folded", "swapped"}


@dataclass(frozen=True, slots=True)
class Line:
    """A finding, as far as a case asks about it."""

    rule: str
    severity: str
    item: str | None
    draft: str | None
    final: str | None
    suspect: str | None

    def __str__(self) -> str:
        """One line of a failure message."""
        suspect = f", suspect {self.suspect}" if self.suspect else ""
        return f"{self.severity:8} {self.rule}, item {self.item}: {self.draft!r} -> {self.final!r}{suspect}"

    def mirrored(self) -> Line:
        """The same finding with the documents exchanged."""
        suspect = {"draft": "final", "final": "draft"}.get(self.suspect or "")
        return replace(
            self, rule=_MIRRORED.get(self.rule, self.rule), draft=self.final, final=self.draft, suspect=suspect
        )

    def either_way(self) -> Line:
        """The finding without what depends on the side: a slip's severity, the final's number for the item."""
        return replace(self, severity="", item=None)


def _line(finding: Finding) -> Line:
    return Line(
        finding.rule,
        finding.severity.value,
        finding.item.number if finding.item else None,
        _one_line(finding.draft),
        _one_line(finding.final),
        finding.suspect.value if finding.suspect else None,
    )


def _one_line(passage: Passage | None) -> str | None:
    """The words of a passage, whatever lines they were wrapped in."""
    return " ".join(passage.text.split()) if passage else None


def _lines(comparison: Comparison) -> list[Line]:
    return [_line(finding) for finding in comparison.findings if finding.severity is not Severity.COSMETIC]


def _text(case: Path, side: str) -> Path:
    (path,) = case.glob(f"{side}.*")
    return path


def _expected(case: Path) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((case / "expected.json").read_text("utf-8"))
    return expected


@cache
def _compared(draft: Path, final: Path) -> Comparison:
    return compare_files(draft, final, use_model=False)


def _answers(line: Line, wanted: Mapping[str, Any]) -> bool:
    """Whether a finding is the wanted one, in all that the case asserts of it."""
    rules = wanted["rule"]
    return (
        line.rule in ([rules] if isinstance(rules, str) else rules)
        and line.severity == wanted["severity"]
        and all(getattr(line, key) == wanted[key] for key in ("item", "draft", "final", "suspect") if key in wanted)
        and wanted.get("draft_contains", "") in (line.draft or "")
        and wanted.get("final_contains", "") in (line.final or "")
    )


def _matched(lines: Sequence[Line], wanted: Sequence[Mapping[str, Any]]) -> dict[int, int]:
    """Which line answers which wanted finding, as many as can be at once (two wanted ones may fit one line)."""
    taken: dict[int, int] = {}

    def find(want: int, tried: set[int]) -> bool:
        for place, line in enumerate(lines):
            if place in tried or not _answers(line, wanted[want]):
                continue
            tried.add(place)
            if place not in taken or find(taken[place], tried):
                taken[place] = want
                return True
        return False

    for want in range(len(wanted)):
        find(want, set())
    return taken


def _difference(lines: Sequence[Line], wanted: Sequence[Mapping[str, Any]]) -> str:
    taken = _matched(lines, wanted)
    return _listing(
        [json.dumps(want, ensure_ascii=False) for place, want in enumerate(wanted) if place not in taken.values()],
        [str(line) for place, line in enumerate(lines) if place not in taken],
    )


def _listing(missing: Iterable[object], unexpected: Iterable[object]) -> str:
    return "".join([*(f"\n  missing     {one}" for one in missing), *(f"\n  not wanted  {one}" for one in unexpected)])


@pytest.fixture(params=CASES, ids=lambda path: path.name)
def case(request: pytest.FixtureRequest) -> Path:
    """One folder of `tests/cases`."""
    path: Path = request.param
    return path


def test_expectation_is_well_formed(case: Path) -> None:
    """A case says only what this module checks: a misspelt key would silently assert nothing."""
    expected = _expected(case)
    assert {"about", "gate", "findings"} <= set(expected) <= _KEYS
    assert all({"rule", "severity"} <= set(finding) <= _FIELDS for finding in expected["findings"])
    assert all(Severity(finding["severity"]) is not Severity.COSMETIC for finding in expected["findings"])


def test_findings(case: Path) -> None:
    """The findings of severity minor and above are the expected ones: none missing, none besides."""
    expected = _expected(case)
    comparison = _compared(_text(case, "draft"), _text(case, "final"))
    difference = _difference(_lines(comparison), expected["findings"])
    assert not difference, f"{expected['about']}{difference}"


@pytest.mark.parametrize("turned", [False, True], ids=["as it is", "exchanged"])
def test_edits_and_findings_cover_each_other(case: Path, *, turned: bool) -> None:
    """Every edit has one finding with its place, every finding its edits or pairs, and a true slice for its context."""
    sides = ("final", "draft") if turned else ("draft", "final")
    comparison = _compared(*(_text(case, side) for side in sides))
    assert_edits_and_findings_cover_each_other(comparison)
    assert_contexts_are_slices(comparison)


def test_gate(case: Path) -> None:
    """What the comparison says about publishing is what the findings together deserve."""
    assert _compared(_text(case, "draft"), _text(case, "final")).gate.value == _expected(case)["gate"]


def test_scope_and_folds(case: Path) -> None:
    """The part compared is the one the case names, and the named classes of typography were folded and counted."""
    expected = _expected(case)
    comparison = _compared(_text(case, "draft"), _text(case, "final"))
    scope = expected.get("scope", {})
    assert comparison.scope.kind.value == scope.get("kind", comparison.scope.kind.value)
    if "final_items" in scope:
        assert list(comparison.scope.final_items) == scope["final_items"]
    uncounted = [kind for kind in expected.get("folded", {}) if not comparison.folded.get(kind)]
    assert not uncounted, f"folded: {comparison.folded}"


def test_swapped(case: Path) -> None:
    """Exchanged documents give the same findings, mirrored; a slip of the draft is now the final's, and major.

    A case whose rule looks one way only (a draft mark left in, a disclosure) lists the swapped rules itself.
    """
    draft, final = _text(case, "draft"), _text(case, "final")
    swapped = _lines(_compared(final, draft))
    expected = _expected(case)
    if "swapped" in expected:
        assert sorted(line.rule for line in swapped) == sorted(expected["swapped"])
        return
    wanted = Counter(line.mirrored().either_way() for line in _lines(_compared(draft, final)))
    got = Counter(line.either_way() for line in swapped)
    assert got == wanted, _listing((wanted - got).elements(), (got - wanted).elements())
    mild = [line for line in swapped if line.rule.startswith("slip.") and line.suspect == "final"]
    assert not [str(line) for line in mild if line.severity == Severity.MINOR.value]


@pytest.mark.parametrize("side", ["draft", "final"])
def test_compared_with_itself(case: Path, side: str) -> None:
    """A document compared with itself has no finding of any severity; it may be published unless it says draft."""
    comparison = _compared(_text(case, side), _text(case, side))
    assert [str(_line(finding)) for finding in comparison.findings] == []
    assert (comparison.gate.value == "publish") == (not comparison.gate_reasons)
