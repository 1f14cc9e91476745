"""Lists every report that `--format` offers. A new report is one file `to_….py` with a `render`, and one line here.

    comparison → REPORTS["json"].render(comparison, ReportOptions(Severity.MINOR)) → b'{"schema": …'

Importing this module loads no report: the terminal's library would slow down a report in JSON, and `--help`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from compare.values import Comparison, Severity


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a reader may choose. `show` is the least severity listed; `width` is in columns."""

    show: Severity = Severity.MINOR
    width: int = 80
    has_colour: bool = False


Render = Callable[[Comparison, ReportOptions], bytes]


@dataclass(frozen=True, slots=True)
class Report:
    """One form of the report. `suffixes` are those of its files; one that `needs_file` cannot go to a terminal."""

    name: str
    suffixes: tuple[str, ...]
    needs_file: bool
    render: Render
    description: str


def _rendered_by(module: str) -> Render:
    """Imports `compare.report.<module>` at the first use and calls its `render`."""

    def render(comparison: Comparison, options: ReportOptions) -> bytes:
        rendered: bytes = import_module(f"compare.report.{module}").render(comparison, options)
        return rendered

    return render


REPORTS = {
    report.name: report
    for report in (
        Report("terminal", (".txt",), False, _rendered_by("to_terminal"), "lines for a reader, gravest finding first"),  # noqa: FBT003
        Report("json", (".json",), False, _rendered_by("to_json"), "for programs and the record; see docs/json.md"),  # noqa: FBT003
    )
}
