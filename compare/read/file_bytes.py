"""Reads the bytes of a file or of standard input, up to a bound.

What people give:

    https://council.example/minutes     an address, not a file
    minutes/                            a folder
    minutes.txt, 200 MB                 refused by its size, before a byte is read
    /dev/zero, a pipe that never ends   refused when the bound is passed
"""

from __future__ import annotations

import re
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from compare.errors import TooLargeError, UnreadableError

STANDARD_INPUT = "-"

# Bytes. A year of a council's minutes is about 10 MB of text; a comparison of 100 MB would need gigabytes of memory.
LARGEST = 100_000_000
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def read_bytes(source: str) -> bytes:
    """Reads all bytes of a file, or of standard input for "-".

    Raises: UnreadableError, UnsupportedFormatError, TooLargeError.
    """
    try:
        if source == STANDARD_INPUT:
            return _read_standard_input()
        _check_path(source)
        with Path(source).open("rb") as file:
            return _read_within_bound(file, source)
    except OSError as error:
        raise _refusal(source, error) from None


def check_size(size: int, source: str) -> None:
    """Refuses a document of more bytes than the bound. Raises: TooLargeError."""
    if size > LARGEST:
        raise TooLargeError(
            source, f"larger than {LARGEST // 1_000_000} MB, the bound for one document", "Compare it in parts."
        )


def _read_standard_input() -> bytes:
    if sys.stdin is None:  # compare - final.txt <&-
        raise UnreadableError(STANDARD_INPUT, "standard input is closed", "Pipe a text into it, or name a file.")
    return _read_within_bound(sys.stdin.buffer, STANDARD_INPUT)


def _check_path(source: str) -> None:
    if not source:
        raise UnreadableError('""', "no file can have this name", "Check the path.")
    try:
        facts = Path(source).stat()
    except ValueError:  # a NUL in the path
        raise UnreadableError(source, "no file can have this name", "Check the path.") from None
    except OSError as error:
        if _ADDRESS.match(source):
            raise UnreadableError(
                source,
                "web addresses are not read",
                "Save the page from your browser (HTML or PDF) and compare that.",
            ) from None
        raise _refusal(source, error) from None
    if stat.S_ISDIR(facts.st_mode):
        raise UnreadableError(source, "this is a folder", "Name one file in it.")
    check_size(facts.st_size, source)


def _read_within_bound(file: BinaryIO, source: str) -> bytes:
    data = file.read(LARGEST + 1)
    check_size(len(data), source)
    return data


def _refusal(source: str, error: OSError) -> UnreadableError:
    if isinstance(error, FileNotFoundError):
        return UnreadableError(source, "there is no such file", "Check the path.")
    if isinstance(error, PermissionError):
        return UnreadableError(
            source, "you have no permission to read this file", "Ask its owner for access, or compare a copy."
        )
    cause = (error.strerror or "it cannot be opened").lower()
    return UnreadableError(source, f"the file cannot be read ({cause})", "Check the path and try a copy.")
