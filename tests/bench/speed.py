"""Time and memory of whole processes, beside Python itself and `import spacy`: what a user waits for."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from .measure import Measurement, run_often
from .ours import compare_command
from .tables import Table, times
from .workshop import SAMPLE, Workshop


def measure_speed(workshop: Workshop) -> tuple[Table, ...]:
    """The sample, the help page, and the seeded minutes in two sizes, without and with the model."""
    small, large = (workshop.minutes(copies) for copies in workshop.sizes)
    sample = (SAMPLE / "draft.txt", SAMPLE / "final.txt")
    commands: dict[str, Sequence[str]] = {
        "python -c pass": (sys.executable, "-c", "pass"),
        'python -c "import spacy"': (sys.executable, "-c", "import spacy"),
        "compare --help": (sys.executable, "-m", "compare", "--help"),
        "sample, --no-model": compare_command(*sample, model=False),
        "sample": compare_command(*sample, model=True),
    }
    for pair in (small, large):
        commands[f"{pair.name}, --no-model"] = compare_command(pair.draft, pair.final, model=False)
        commands[pair.name] = compare_command(pair.draft, pair.final, model=True)
    measured = {name: run_often(command, workshop.runs) for name, command in commands.items()}
    columns = ("what", "s", "± s", "CPU s", "MB", "exit", "to python", "to import spacy")
    rows = tuple(_row(name, one, measured) for name, one in measured.items())
    growth = tuple(
        f"{small.name} → {large.name}{suffix}: time grows {_growth(measured, small.name + suffix, large.name + suffix)}"
        f" for {large.words / small.words:.0f} × the words"
        for suffix in (", --no-model", "")
    )
    sizes = tuple(f"{pair.name}: {pair.words:,} words, {len(pair.edits):,} seeded slips" for pair in (small, large))
    runs = f"median of {workshop.runs} runs after one that warms up; ± is slowest less quickest; MB is the peak"
    return (Table("Speed and memory of whole processes", columns, rows, (runs, *sizes, *growth)),)


def _row(name: str, one: Measurement, measured: dict[str, Measurement]) -> tuple[str, ...]:
    python, spacy = measured["python -c pass"], measured['python -c "import spacy"']
    ratios = times(one.seconds, python.seconds), times(one.seconds, spacy.seconds) if spacy.exit_code == 0 else "–"
    return (name, one.time, f"{one.spread_s:.2f}", one.cpu, one.memory, str(one.exit_code), *ratios)


def _growth(measured: dict[str, Measurement], small: str, large: str) -> str:
    return times(measured[large].seconds, measured[small].seconds)
