"""The process in which a PDF is opened: apart from the program's own, and bounded.

    bytes on standard input  →  one line of JSON on standard output

    {"parts": [["page"], ["paragraph", …], …]}
    {"unfit": ["the file is encrypted", "Save a copy …", false]}

PDFium is a million lines of C++ that read what strangers send. Here it may use no more than so much memory and time;
when it is brought down, the process that asked is not.
"""

from __future__ import annotations

import gc
import json
import sys
from typing import Any

# Bytes of memory for data, the file's own in the process that asked included, and seconds of a processor. 300 pages
# take 60 MB and 2 s; a page that unpacks to a gigabyte takes all there is.
MOST_MEMORY = 440_000_000
MOST_SECONDS = 90


def bound_resources(size: int) -> None:
    """Sets the bounds for a file of so many bytes, where the system knows them."""
    try:
        import resource  # noqa: PLC0415 (not on Windows)
    except ImportError:
        return
    for name, most in (("RLIMIT_DATA", MOST_MEMORY - size), ("RLIMIT_CPU", MOST_SECONDS), ("RLIMIT_CORE", 0)):
        kind = getattr(resource, name, None)
        if kind is None:
            continue
        hard = resource.getrlimit(kind)[1]
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (soft, hard))
        except (ValueError, OSError):  # macOS knows the name and refuses the bound
            continue


def read_parts(data: bytes) -> dict[str, Any]:
    """What a PDF holds, in the plain form that goes back."""
    from compare.read.pdf.layout import lay_out  # noqa: PLC0415 (under the bounds)
    from compare.read.pdf.open_pages import UnfitError, read_pages  # noqa: PLC0415
    from compare.read.pdf.result import report_parts  # noqa: PLC0415

    try:
        contents = read_pages(data)
        return {"parts": report_parts(contents, lay_out(contents.pages))}
    except UnfitError as error:
        return {"unfit": [error.cause, error.remedy, error.is_too_large]}


def work() -> None:
    """Reads standard input, writes standard output."""
    data = sys.stdin.buffer.read()
    bound_resources(len(data))
    gc.disable()  # a fifth of the time, for a process that ends before it could matter
    answer = read_parts(data)
    sys.stdout.write(json.dumps(answer, ensure_ascii=True, separators=(",", ":")))
    sys.stdout.flush()
