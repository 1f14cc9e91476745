"""Tables as the benchmark prints them (markdown, so that they can be pasted) and writes them (JSON)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """A title, column names, rows of ready cells, and notes below. The first `worded` columns are no figures."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    worded: int = 1

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"{self.title}: {len(row)} cells in a row of {len(self.columns)} columns: {row}")

    def as_markdown(self) -> str:
        """The table as markdown that also reads well as it is."""
        rows = [self.columns, *([cell.replace("|", "¦") for cell in row] for row in self.rows)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        head, *body = (self._line(row, widths) for row in rows)
        rule = self._line(["-" * (width - (at >= self.worded)) for at, width in enumerate(widths)], widths, ":")
        notes = [f"- {note}" for note in self.notes]
        return "\n".join(["", f"## {self.title}", "", head, rule, *body, *([""] if notes else []), *notes])

    def _line(self, row: Sequence[str], widths: Sequence[int], end: str = "") -> str:
        words = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)][: self.worded]
        figures = [(cell + end).rjust(width) for cell, width in zip(row, widths, strict=True)][self.worded :]
        return f"| {' | '.join([*words, *figures])} |"


def as_json(tables: Sequence[Table]) -> list[dict[str, Any]]:
    """The tables as plain values."""
    return [asdict(table) for table in tables]


def times(value: float, base: float) -> str:
    """How many times `base` a value is; a dash where that means nothing."""
    return f"{value / base:.1f} ×" if base > 0 else "–"
