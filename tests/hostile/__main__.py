"""The hostile cases and what became of each, as a table: `PYTHONPATH=tests python -m hostile [part of a name …]`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from hostile import ALL
from hostile.judging import faults_of
from hostile.running import Runner
from hostile.traps import open_trap


def main(wanted: list[str]) -> None:
    """Runs the cases whose file has one of these words in its name."""
    print("file\texit\tseconds\tMB\tline or fault")  # noqa: T201 - its answer
    with tempfile.TemporaryDirectory() as folder, open_trap(Path(folder)) as (trap, calls):
        runner = Runner(Path(folder), trap)
        for case in (case for case in ALL if not wanted or any(word in case.file for word in wanted)):
            outcome = runner.run(case)
            faults = faults_of(case, outcome, trap) + [f"called {call}" for call in calls]
            said = " ".join(outcome.messages.split())[-150:]
            answer = f"FAULT {'; '.join(faults)}: {said}" if faults else said
            facts = (case.file, outcome.exit_code, f"{outcome.seconds:.1f}", f"{outcome.peak_mb:.0f}", answer)
            print(*facts, sep="\t", flush=True)  # noqa: T201 - its answer
        runner.close()


main(sys.argv[1:])
