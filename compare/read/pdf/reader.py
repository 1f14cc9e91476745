"""Reads a PDF: starts the process that opens it, and turns its reply into paragraphs.

    minutes.pdf, printed from Word      lines with positions; paragraphs are recognised by their appearance
    minutes.pdf, scanned                refused: it holds a picture of the minutes
    minutes.pdf, made to do harm        the process that reads it has limits, and may fail

The reply is JSON: nothing that the file could shape is ever run.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from compare.errors import TooLargeError, UnreadableError
from compare.read.common.document_builder import DocumentBuilder, ExtractedParagraph, Run
from compare.style.business import default_business
from compare.values import Doubt, Formatting, SegmentKind, Tracked

if find_spec("pypdfium2") is None:  # the worker needs it; its absence is reported here
    raise ModuleNotFoundError("No module named 'pypdfium2'", name="pypdfium2")

# Seconds until the worker is killed, on every system. Where the system limits processor time, the worker has 90 s of
# it, which take longer on a busy machine. A time-out is always an error, never a shorter text.
_LONGEST_WAIT = 300
# The program of the worker: without site packages, and with the paths of this process after Python's own. Its first
# argument are the words of decisions: loading the house style takes the worker as long as ten pages.
_PROGRAM = "import sys; sys.path += sys.argv[2:]; from compare.read.pdf.worker import work; work()"
# Without this flag, Windows opens a console window for the worker; other systems have no such flag.
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
# Exit code of Python after an uncaught exception.
_OWN_ERROR = 1


def fill_from_pdf(data: bytes, builder: DocumentBuilder, tracked: Tracked) -> None:
    """Fills a builder with the text of a PDF. PDF has no tracked changes.

    Raises: UnreadableError, TooLargeError.
    """
    del tracked
    fill_from_reply(_run_worker(data, builder.source), builder)


def fill_from_reply(reply: dict[str, Any], builder: DocumentBuilder) -> None:
    """Fills a builder from the reply of the worker."""
    if "refused" in reply:
        cause, remedy, is_too_large = reply["refused"]
        raise (TooLargeError if is_too_large else UnreadableError)(builder.source, cause, remedy)
    for element in reply["elements"]:
        _add(element, builder)


def _run_worker(data: bytes, source: str) -> dict[str, Any]:
    """Runs the worker and returns its reply."""
    words = json.dumps(default_business().to_lists(), separators=(",", ":"))
    command = [sys.executable, "-I", "-S", "-c", _PROGRAM, words, *_paths()]
    try:
        done = subprocess.run(  # noqa: S603 (our own program)
            command, input=data, capture_output=True, timeout=_LONGEST_WAIT, check=False, creationflags=_NO_WINDOW
        )
    except subprocess.TimeoutExpired:
        raise _over_limits(source) from None
    except OSError as error:
        cause = f"the process that reads PDF files could not be started ({error.strerror or error})"
        raise UnreadableError(source, cause, "Close other programs and try again.") from None
    if done.returncode == _OWN_ERROR and b"MemoryError" not in done.stderr:
        raise RuntimeError(f"the PDF could not be read\n{done.stderr.decode('utf-8', 'replace')}")
    if done.returncode:
        raise _over_limits(source)
    reply: dict[str, Any] = json.loads(done.stdout)
    return reply


def _paths() -> list[str]:
    """The module search path of the worker: this project first, then that of this process."""
    here = str(Path(__file__).parents[3])
    return [here, *(str(Path(path or ".").absolute()) for path in sys.path)]


def _over_limits(source: str) -> UnreadableError:
    return UnreadableError(
        source,
        "the file could not be read within the bounds of memory and time; it is damaged or made to do harm",
        "Print it anew as a PDF, or ask for the Word file.",
    )


def _add(element: Sequence[Any], builder: DocumentBuilder) -> None:
    match element:
        case ["page"]:
            builder.start_page()
        case ["row", cells]:
            builder.add_row([[_entry(paragraph) for paragraph in cell] for cell in cells])
        case ["left out", what, why, *doubts]:
            builder.leave_out(what, why, *map(Doubt, doubts))
        case [*_, breaks]:
            builder.add_paragraph(_entry(element), breaks)


def _entry(element: Sequence[Any]) -> ExtractedParagraph:
    _, runs, kind, mark, level, indent, _ = element
    return ExtractedParagraph(
        [Run(text, Formatting(formatting)) for text, formatting in runs], SegmentKind(kind), mark, level, indent
    )
