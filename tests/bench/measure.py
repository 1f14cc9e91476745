"""What a whole process takes: wall time, processor time, peak memory, exit code. Medians of several runs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_LAUNCH = Path(__file__).with_name("launch.py")
LIMIT_S = 200.0  # seconds; a tool that takes longer on these texts is no use at a desk


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one process took. `spread_s` is the difference of the slowest and the quickest run, in seconds."""

    seconds: float
    cpu_s: float
    peak_mb: float
    exit_code: int
    timed_out: bool = False
    runs: int = 1
    spread_s: float = 0.0

    @property
    def time(self) -> str:
        """The time as the tables print it, in seconds."""
        return f"> {LIMIT_S:.0f}" if self.timed_out else f"{self.seconds:.2f}"

    @property
    def cpu(self) -> str:
        """The processor time as the tables print it, in seconds."""
        return f"{self.cpu_s:.2f}"

    @property
    def memory(self) -> str:
        """The peak as the tables print it, in MB."""
        return f"{self.peak_mb:.0f}"


def run_once(command: Sequence[str], output: Path | None = None, limit_s: float = LIMIT_S) -> Measurement:
    """Runs a command once. `output` takes what it prints; its messages go beside it, with `.err`."""
    target = str(output) if output else "/dev/null"
    launcher = [sys.executable, "-I", "-S", str(_LAUNCH), str(limit_s), target, *command]
    answer = json.loads(subprocess.run(launcher, capture_output=True, check=True, text=True).stdout)
    if "error" in answer:
        raise OSError(answer["error"])
    return Measurement(answer["seconds"], answer["cpu_s"], answer["peak_mb"], answer["exit_code"], answer["timed_out"])


def run_often(command: Sequence[str], runs: int, output: Path | None = None) -> Measurement:
    """The median of `runs` runs after one that only warms the file cache; one run is enough for a slow command."""
    first = run_once(command, output)
    if first.timed_out or runs < 2 or first.seconds * runs > LIMIT_S:
        return first
    rest = [run_once(command, output) for _ in range(runs)]
    times = [one.seconds for one in rest]
    return Measurement(
        median(times),
        median(one.cpu_s for one in rest),
        median(one.peak_mb for one in rest),
        rest[-1].exit_code,
        runs=runs,
        spread_s=max(times) - min(times),
    )
