"""Finds out what standard output can show."""

from __future__ import annotations

import io
import os
import shutil
import sys
from dataclasses import dataclass

# Columns. Under the first, indents leave no room for words; over the second, the eye loses the line.
_NARROWEST, _WIDEST, _WITHOUT_TERMINAL = 40, 120, 80


@dataclass(frozen=True, slots=True)
class Terminal:
    """What standard output can show. `width` is in columns."""

    width: int
    has_colour: bool


def use_utf8() -> None:
    """Makes standard output and error UTF-8 whatever the locale says."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)


def find_terminal(*, to_file: bool = False) -> Terminal:
    """Width and colour of standard output; a file has 80 columns and no colour."""
    if to_file:
        return Terminal(_WITHOUT_TERMINAL, has_colour=False)
    columns = shutil.get_terminal_size((_WITHOUT_TERMINAL, 24)).columns
    width = max(_NARROWEST, min(columns, _WIDEST))
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Terminal(width, has_colour=sys.stdout is not None and sys.stdout.isatty() and not plain)
