"""`compare` as a tool among tools: how the benchmark runs it, and its findings as hunks."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .hunks import Hunk, Range, Text, hunk_of_characters
from .measure import LIMIT_S, Measurement, run_once

Found = Mapping[str, Any]


def compare_command(draft: Path, final: Path, *, model: bool, everything: bool = False) -> list[str]:
    """The command line of one comparison with a JSON report; `everything` lists cosmetic findings too."""
    command = [sys.executable, "-m", "compare", str(draft), str(final), "--format", "json"]
    return [*command, *([] if model else ["--no-model"]), *(["--show", "cosmetic"] if everything else [])]


def hunks_of_findings(findings: Sequence[Found], draft: Text, final: Text) -> list[Hunk]:
    """Where the findings say that the texts differ."""
    return [_hunk(finding, draft, final) for finding in findings]


def _hunk(finding: Found, draft: Text, final: Text) -> Hunk:
    left, right = _span(finding["draft"]), _span(finding["final"])
    if left and right:
        return hunk_of_characters(draft, final, left, right)
    return Hunk(
        draft.range_of(left.start, left.end) if left else None,
        final.range_of(right.start, right.end) if right else None,
    )


def _span(passage: Mapping[str, Any] | None) -> Range | None:
    return Range(passage["start"], passage["end"]) if passage else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """One comparison as a whole process. `report` is `None` when there is none; `message` says why."""

    measured: Measurement
    report: Mapping[str, Any] | None
    message: str

    @property
    def ending(self) -> str:
        """How it ended, in one word or an exit code."""
        if self.measured.timed_out:
            return "stopped"
        return "crash" if "Traceback" in self.message else str(self.measured.exit_code)


def run_compare(command: Sequence[str], output: Path, limit_s: float = LIMIT_S) -> Outcome:
    """Runs one comparison and reads its report, if it gave one."""
    measured = run_once(command, output, limit_s)
    said = Path(f"{output}.err").read_text("utf-8", errors="replace").strip()
    lines = said.splitlines() or [""]
    message = f"Traceback … {lines[-1]}" if "Traceback" in said else lines[-1]
    text = output.read_text("utf-8", errors="replace")
    report = json.loads(text) if text and measured.exit_code in (0, 1) and not measured.timed_out else None
    return Outcome(measured, report, message)
