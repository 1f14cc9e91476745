"""Where reports go: standard output or a file, as UTF-8, whole or not at all.

A report that fails half-way must not look like a report: a file is written beside its place and moved there when it is
complete. A terminal must not obey the minutes: what comes from a document is shown, never sent as it is.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from compare.errors import OutputError, UsageError

# Columns. Under the first, indents leave no room for words; over the second, the eye loses the line.
_NARROWEST, _WIDEST, _WITHOUT_TERMINAL = 40, 120, 80

# C0 and C1 controls, the marks that turn the direction of writing, and halves of surrogate pairs: a terminal may obey
# the first two, and cannot be sent the last.
_UNSAFE = (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000))
_LAST_C1 = 0x9F
_VISIBLE = {code: f"\\x{code:02x}" if code <= _LAST_C1 else f"\\u{code:04x}" for code in _UNSAFE}


@dataclass(frozen=True, slots=True)
class Terminal:
    """What standard output can show. `width` is in columns."""

    width: int
    has_colour: bool


def visible(text: str) -> str:
    r"""The text with control characters and line ends written out (\x1b), so that it is one harmless line."""
    return text if text.isprintable() else text.translate(_VISIBLE)


def use_utf8() -> None:
    """Makes standard output and error speak UTF-8 whatever the locale says."""
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


def check_target(target: Path, inputs: Iterable[str]) -> None:
    """Refuses a place where no report can or should be written, before any work is done.

    Raises: OutputError; UsageError when the report would overwrite what it is made from.
    """
    if target.is_dir():
        raise OutputError(str(target), "this is a folder", "Give the name of a file in it.")
    if not target.parent.is_dir():
        raise OutputError(str(target), "its folder does not exist", "Create the folder first, or choose another.")
    if target.exists() and any(source != "-" and _is_same(target, Path(source)) for source in inputs):
        raise UsageError(
            str(target), "the report would overwrite what it is made from", "Choose another name for --output."
        )


def _is_same(target: Path, source: Path) -> bool:
    return source.exists() and target.samefile(source)


def write_report(text: str, target: Path | None = None) -> None:
    """Writes a report to a file, whole or not at all, or to standard output.

    Raises: OutputError when the file or the disk refuses it. A reader that closed the pipe has had enough: no error.
    """
    if target is not None:
        _write_file(text, target)
        return
    if sys.stdout is None:  # compare … >&-
        raise OutputError("standard output", "it is closed", "Use --output, or let standard output lead somewhere.")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at exit, and would complain there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise _refusal("standard output", error) from None


def _write_file(text: str, target: Path) -> None:
    scratch: Path | None = None
    place = str(target)
    try:
        target = target.resolve()  # a link stays a link
        if target.exists() and not target.is_file():  # /dev/null and named pipes are written to, never replaced
            target.write_bytes(text.encode("utf-8"))
            return
        with tempfile.NamedTemporaryFile("wb", dir=target.parent, prefix=".compare-", delete=False) as file:
            scratch = Path(file.name)
            file.write(text.encode("utf-8"))
        scratch.chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        scratch.replace(target)
    except OSError as error:
        raise _refusal(place, error) from None
    finally:
        if scratch is not None:
            scratch.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _refusal(place: str, error: OSError) -> OutputError:
    cause = (error.strerror or "the report cannot be written").lower()
    return OutputError(place, cause, "Check the permissions and the free space there, or choose another place.")
