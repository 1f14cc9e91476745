"""Writes a report to standard output or to a file, whole or not at all.

A report that fails half-way must not look like a report: a file is written beside its place and moved there when it is
complete.
"""

from __future__ import annotations

import os
import secrets
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

from compare.errors import OutputError, UsageError

_NEW_FILE = 0o666  # what open() asks for; the system takes away what the user's umask forbids


def check_target(target: Path, inputs: Iterable[str]) -> None:
    """Refuses a place where no report can or should be written, before any work is done.

    Raises: OutputError; UsageError when the report would overwrite what it is made from.
    """
    try:
        _check_target(target, inputs)
    except (OSError, RuntimeError, ValueError) as error:  # a name that no file can have, links in a circle
        raise _refusal(str(target), error) from None


def _check_target(target: Path, inputs: Iterable[str]) -> None:
    target.resolve()
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


def write_report(report: bytes, target: Path | None = None) -> None:
    """Writes a report to a file, whole or not at all, or to standard output.

    Raises: OutputError when the file or the disk refuses it. A reader that closed the pipe has had enough: no error.
    """
    if target is not None:
        _write_file(report, target)
        return
    if sys.stdout is None:  # compare … >&-
        raise OutputError("standard output", "it is closed", "Use --output, or let standard output lead somewhere.")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(report)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at exit, and would complain there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise _refusal("standard output", error) from None


def _write_file(report: bytes, target: Path) -> None:
    scratch: Path | None = None
    place = str(target)
    try:
        target = target.resolve()  # a link stays a link
        if target.exists() and not target.is_file():  # /dev/null and named pipes are written to, never replaced
            target.write_bytes(report)
            return
        kept_mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        scratch = target.with_name(f".compare-{secrets.token_hex(8)}")
        _write_new(report, scratch, kept_mode)
        scratch.replace(target)
    except (OSError, RuntimeError) as error:
        raise _refusal(place, error) from None
    finally:
        if scratch is not None:
            scratch.unlink(missing_ok=True)


def _write_new(report: bytes, scratch: Path, mode: int | None) -> None:
    """Writes a file that was not there, with the permissions `mode` or else those of any new file of the user."""

    def create(path: str, flags: int) -> int:
        return os.open(path, flags, _NEW_FILE if mode is None else mode)

    with open(scratch, "xb", opener=create) as file:
        file.write(report)
    if mode is not None:
        scratch.chmod(mode)


def _refusal(place: str, error: Exception) -> OutputError:
    cause = ((isinstance(error, OSError) and error.strerror) or "no report can be written there").lower()
    return OutputError(place, cause, "Check the permissions and the free space there, or choose another place.")
