"""What the model costs at the start: the sample compared with it and without, beside `import spacy`."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import median

from .measure import Measurement, run_once
from .model_settings import MeasuredTable, Settings
from .ours import compare_command
from .tables import Table
from .workshop import SAMPLE

_BASE = 'python -c "import spacy"'
_DEFAULT = "sample → JSON"


def measure_load(settings: Settings) -> tuple[Table, ...]:
    """Whole processes, one after the other in turns, so that what else the machine does falls on all alike."""
    files = SAMPLE / "draft.txt", SAMPLE / "final.txt"
    commands: dict[str, Sequence[str]] = {
        _BASE: (sys.executable, "-c", "import spacy"),
        _DEFAULT: compare_command(*files, model=True),
        f"{_DEFAULT}, --no-model": compare_command(*files, model=False),
    }
    with tempfile.TemporaryDirectory(prefix="compare-bench-") as folder:
        output = Path(folder) / "report.json"
        for command in commands.values():
            run_once(command)  # warms the file cache
        rounds = [{name: run_once(command) for name, command in commands.items()} for _ in range(settings.runs)]
        run_once(commands[_DEFAULT], output)
        model = json.loads(output.read_text("utf-8"))["provenance"]["model"]
    rows, figures = [], {}
    for name in commands:
        runs, base = [one[name] for one in rounds], [one[_BASE] for one in rounds]
        rows.append((name, *_cells(runs, base)))
        figures[name] = {
            "runs": [asdict(run) for run in runs],
            "ratio": _ratio(runs, base),
            "pairs": _pairs(runs, base),
        }
    columns = ("what", "s", "± s", "CPU s", "MB", "exit", "of medians", "paired", "paired, least – most", "paired, CPU")
    notes = (
        f"model: {model or 'none; patterns alone'}",
        f"medians of {settings.runs} rounds after one that warms up; the last four columns are times `import spacy`",
    )
    return (MeasuredTable("Start and sample, whole processes", columns, tuple(rows), notes, figures=figures),)


def _cells(runs: Sequence[Measurement], base: Sequence[Measurement]) -> tuple[str, ...]:
    seconds, pairs = [run.seconds for run in runs], _pairs(runs, base)
    cpu = median(run.cpu_s / one.cpu_s for run, one in zip(runs, base, strict=True))
    return (
        f"{median(seconds):.3f}",
        f"{max(seconds) - min(seconds):.3f}",
        f"{median(run.cpu_s for run in runs):.2f}",
        f"{median(run.peak_mb for run in runs):.0f}",
        "/".join(sorted({str(run.exit_code) for run in runs})),
        f"{_ratio(runs, base):.2f} ×",
        f"{median(pairs):.2f} ×",
        f"{min(pairs):.2f} – {max(pairs):.2f}",
        f"{cpu:.2f} ×",
    )


def _ratio(runs: Sequence[Measurement], base: Sequence[Measurement]) -> float:
    return median(run.seconds for run in runs) / median(run.seconds for run in base)


def _pairs(runs: Sequence[Measurement], base: Sequence[Measurement]) -> list[float]:
    return [run.seconds / one.seconds for run, one in zip(runs, base, strict=True)]
