"""Runs the benchmark and prints its tables: `python -m tests.bench [--quick] [--only PART] [--json FILE]`."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from .documents import measure_documents
from .exactness import measure_exactness, measure_peers
from .gravity import measure_gravity
from .machine import describe_machine
from .model_calibration import measure_calibration
from .model_entities import measure_entities
from .model_grammar import measure_grammar
from .model_load import measure_load
from .model_settings import Settings, find_data, find_pairs
from .model_suspects import measure_corrections, measure_rewordings, measure_slips
from .model_throughput import measure_throughput
from .pairs import measure_pairs
from .pathological import measure_pathological
from .reading import measure_reading
from .speed import measure_speed
from .tables import Table, as_json
from .workshop import ROOT, Workshop

_PARTS: dict[str, Callable[[Workshop], Sequence[Table]]] = {
    "speed": measure_speed,
    "exact": measure_exactness,
    "peers": measure_peers,
    "pathological": measure_pathological,
    "documents": measure_documents,
    "pairs": measure_pairs,
}
_MODEL_PARTS: dict[str, Callable[[Settings], Sequence[Table]]] = {
    "gravity": measure_gravity,
    "suspect-natural": measure_slips,
    "suspect-rewordings": measure_rewordings,
    "suspect-pairs": measure_corrections,
    "calibration": measure_calibration,
    "entities": measure_entities,
    "grammar": measure_grammar,
    "load": measure_load,
    "throughput": measure_throughput,
}


_READING = "reading"
_ALL_PARTS = (*_PARTS, *_MODEL_PARTS, _READING)


def main() -> int:
    """Measures what was asked for, prints each part as it is done."""
    options = _parse_options()
    os.environ["PYTHONPATH"] = str(ROOT)  # so that `python -m compare` is this checkout's, wherever it is started
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode; the warm-up writes it here
    sys.path.insert(0, str(ROOT))
    tables = [describe_machine()]
    _print(tables[0])
    with tempfile.TemporaryDirectory(prefix="compare-bench-") as folder:
        workshop = Workshop(
            Path(folder), options.quick, options.runs or (2 if options.quick else 5), options.peers_python
        )
        settings = _settings(options)
        os.environ.setdefault("MINUTES_PAIRS", str(settings.pairs))
        for name in options.only or _ALL_PARTS:
            sys.stderr.write(f"{name} …")
            start = time.perf_counter()
            for table in _measure(name, workshop, settings, options.folder):
                _print(table)
                tables.append(table)
            sys.stderr.write(f" {time.perf_counter() - start:.1f} s\n")
    if options.json:
        options.json.write_text(json.dumps(as_json(tables), indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0


def _measure(name: str, workshop: Workshop, settings: Settings, folder: Path | None) -> Sequence[Table]:
    if name == _READING:
        return measure_reading(
            folder or settings.data / "uk", is_quick=settings.is_quick, is_verbose=settings.is_verbose
        )
    return _PARTS[name](workshop) if name in _PARTS else _MODEL_PARTS[name](settings)


def _print(table: Table) -> None:
    sys.stdout.write(table.as_markdown() + "\n")
    sys.stdout.flush()


def _settings(options: argparse.Namespace) -> Settings:
    data = find_data(options.data)
    return Settings(
        data,
        find_pairs(data),
        use_model=not options.no_model,
        is_verbose=options.verbose,
        is_quick=options.quick,
        part=options.part,
        runs=options.runs or (2 if options.quick else 7),
        pipeline=options.model,
    )


def _parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes, under a minute")
    parser.add_argument("--only", action="append", choices=_ALL_PARTS, help="one part; may be repeated")
    parser.add_argument(
        "folder", type=Path, nargs="?", help="reading: minutes in any format, read whole (default: uk in the data)"
    )
    parser.add_argument(
        "--runs", type=int, help="runs per timing, after one to warm up (default: 5, of load 7; quick: 2)"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the tables to this file too")
    parser.add_argument(
        "--data",
        type=Path,
        metavar="FOLDER",
        help="the language data (default: MINUTES_DATA, else data in the checkout)",
    )
    parser.add_argument(
        "--model", metavar="NAME", help="entities, grammar, throughput: another spaCy pipeline, or its folder"
    )
    parser.add_argument(
        "--no-model", action="store_true", help="suspect and calibration: with patterns and counts alone"
    )
    parser.add_argument(
        "--part", choices=["dev", "test"], help="of what is judged or annotated, this part (default: both)"
    )
    parser.add_argument("--verbose", action="store_true", help="list the single cases that were misjudged too")
    parser.add_argument(
        "--peers-python",
        default=os.environ.get("MINUTES_PEERS_PYTHON", sys.executable),
        metavar="PATH",
        help="the Python that has the peer libraries (default: MINUTES_PEERS_PYTHON, else this one)",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
