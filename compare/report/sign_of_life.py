"""Shows on a terminal that the program is at work, if that takes more than a moment.

    Comparing draft.docx with final.pdf …        after a second; gone when the report is there

Nothing is written where standard error is no terminal, and nothing but this line is ever written over.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TextIO

from compare.report.unsafe_characters import escape_in_one_line

_SECONDS = 1.0  # a quick comparison should not flicker
_WIDEST = 78  # columns: a line that wraps could not be taken away


@contextmanager
def sign_of_life(words: str, stream: TextIO | None, *, seconds: float = _SECONDS) -> Iterator[None]:
    """Writes `words` to a terminal after some seconds, and takes them away at the end."""
    if stream is None or not stream.isatty():
        yield
        return
    line = escape_in_one_line(words)
    line = line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…"
    written: list[str] = []

    def write() -> None:
        written.append(line)
        stream.write(line)
        stream.flush()

    timer = Timer(seconds, write)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if written:
            stream.write(f"\r{' ' * len(line)}\r")
            stream.flush()
