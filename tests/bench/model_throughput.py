"""Words per second of the pipeline on one core, and the share of each of its components."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from statistics import median
from typing import Any

from .model_settings import MeasuredTable, Settings, absent
from .tables import Table
from .workshop import ROOT

_ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
_SENTENCES, _QUICK = 10_000, 500
_RUNS = 3


def measure_throughput(settings: Settings) -> tuple[Table, ...]:
    """Sentences of edited prose through the whole pipeline, then through each component alone."""
    path = settings.data / "text" / "heldout.txt.gz"
    if not path.is_file():
        return (absent("Throughput", path),)
    sentences = _QUICK if settings.is_quick else _SENTENCES
    command = [sys.executable, "-m", "tests.bench.model_throughput_child", str(path), str(sentences), str(_RUNS)]
    answer = subprocess.run(
        [*command, *([settings.pipeline] if settings.pipeline else [])],
        cwd=ROOT,
        env={**os.environ, **_ONE_THREAD},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return _tables(json.loads(answer.stdout))


def _tables(answer: dict[str, Any]) -> tuple[Table, ...]:
    words, tokens, seconds = answer["words"], answer["tokens"], median(answer["seconds"])
    whole = MeasuredTable(
        "Throughput on one core",
        ("words", "tokens", "s", "words/s", "tokens/s", "slowest words/s", "quickest"),
        (
            (
                f"{words:,}",
                f"{tokens:,}",
                f"{seconds:.2f}",
                *(f"{count / seconds:,.0f}" for count in (words, tokens)),
                *(f"{words / extreme(answer['seconds']):,.0f}" for extreme in (max, min)),
            ),
        ),
        (
            answer["pipeline"],
            f"{answer['sentences']:,} sentences; a word stands between spaces; median of {len(answer['seconds'])} runs",
        ),
        worded=0,
        figures={**answer, "words_per_second": words / seconds, "tokens_per_second": tokens / seconds},
    )
    spent = answer["components"]
    total = sum(spent.values())
    rows = tuple(
        (name, f"{one:.2f}", f"{100 * one / total:.1f}", f"{1e6 * one / words:.1f}") for name, one in spent.items()
    )
    columns = ("component", "s", "share, %", "µs per word")
    return whole, MeasuredTable("Throughput by component, each alone over all sentences", columns, rows, figures=spent)
