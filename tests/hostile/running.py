"""Runs the program on a hostile file, in a child that is watched, and says what became of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hostile.case import Case, Trap

_HERE = Path(__file__).parent
_ROOT = _HERE.parent.parent
FINAL = _ROOT / "samples" / "rotherham-2022-09-06" / "final.txt"
# Seconds, then the child is killed. The slowest cases take 3 on a quiet machine.
LIMIT_S = 60
_OWN = {"report.txt", "messages", "peak"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did. `strays` are files that changed, or are there after it and were not there before."""

    exit_code: int
    messages: str
    report: str
    seconds: float
    peak_mb: float
    timed_out: bool
    strays: tuple[str, ...]


class Runner:
    """A process that runs the program, one file after the other."""

    def __init__(self, folder: Path, trap: Trap) -> None:
        self._folder = folder
        self._trap = trap
        self._count = 0
        self._process = subprocess.Popen(
            [sys.executable, "-m", "hostile.serving"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join((str(_HERE.parent), str(_ROOT))), "OMP_NUM_THREADS": "1"},
        )

    def close(self) -> None:
        """Ends the process."""
        self._process.communicate()

    def run(self, case: Case) -> Outcome:
        """Makes the file in a folder of its own, and compares it as a user would."""
        self._count += 1
        place, writable = (self._folder / str(self._count) / name for name in ("place", "writable"))
        for made in (place, writable):
            made.mkdir(parents=True)
        file = place / case.file
        file.write_bytes(case.make(self._trap))
        before = _contents(place)
        facts = self._ask(place, writable, case)
        after = _contents(place)
        strays = {path for path in {*before, *after} if before.get(path) != after.get(path)}
        strays |= {path.name for path in writable.iterdir()} - _OWN
        file.unlink()
        report = writable / "report.txt"
        return Outcome(
            exit_code=facts["exit_code"],
            messages=(writable / "messages").read_text("utf-8"),
            report=report.read_text("utf-8") if report.exists() else "",
            seconds=facts["seconds"],
            peak_mb=facts["peak_kb"] / 1024,
            timed_out=facts["timed_out"],
            strays=tuple(sorted(strays)),
        )

    def _ask(self, place: Path, writable: Path, case: Case) -> dict[str, Any]:
        options = ["--no-model", "--scope", "whole", "--output", str(writable / "report.txt"), *case.options]
        task = {
            "place": str(place),
            "writable": str(writable),
            "secret": str(self._trap.secret),
            "arguments": [*options, "--", case.file, str(FINAL)],
            "limit_s": LIMIT_S,
        }
        if self._process.stdin is None or self._process.stdout is None:
            raise AssertionError("the process was started with both")
        self._process.stdin.write(json.dumps(task) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer


def _contents(place: Path) -> dict[str, tuple[int, int]]:
    return {path.name: (path.stat().st_size, path.stat().st_mtime_ns) for path in place.rglob("*")}
