"""Where the data of a run are, and what is asked of it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .tables import Table
from .workshop import ROOT

_TESTS = ROOT / "tests"


@dataclass(frozen=True, slots=True)
class Settings:
    """One run. `pipeline` is another spaCy pipeline to measure, by name or folder; `is_verbose` lists single cases."""

    data: Path
    pairs: Path
    judgements: Path = _TESTS / "judgements"
    annotated: Path = _TESTS / "annotated"
    use_model: bool = True
    is_verbose: bool = False
    is_quick: bool = False
    part: str | None = None  # of what is judged or annotated: "dev" while something is tuned, so that test stays unseen
    runs: int = 7
    pipeline: str | None = None
    memory: dict[str, Any] = field(default_factory=dict)  # answers that two parts need are asked for once

    @property
    def engine(self) -> str:
        """How the titles of the tables call what was measured."""
        return "" if self.use_model else ", --no-model"


@dataclass(frozen=True, slots=True)
class MeasuredTable(Table):
    """A table with its figures as numbers, for `--json`."""

    figures: Mapping[str, Any] = field(default_factory=dict)


def find_data(given: Path | None) -> Path:
    """The folder of the data: the one given, else that of the variable `MINUTES_DATA`, else `data` in the checkout."""
    return given or Path(os.environ.get("MINUTES_DATA", ROOT / "data"))


def find_pairs(data: Path) -> Path:
    """The folder of the real corrections: that of the variable `MINUTES_PAIRS`, else `pairs` among the data."""
    return Path(os.environ.get("MINUTES_PAIRS", data / "pairs"))


def absent(title: str, path: Path) -> MeasuredTable:
    """A table that says that its data are not at hand: no error, since the data are no part of the project."""
    note = f"no {path}; name the folder of the data in MINUTES_DATA, or with --data"
    return MeasuredTable(title, ("what", "figure"), (), (note,))


def percent(part: float, whole: float) -> str:
    """A share as the tables print it; a dash where there is nothing to share."""
    return f"{100 * part / whole:.1f}" if whole else "–"
