"""The process in which a PDF is opened: separate from the program, with limits on memory and processor time.

    bytes on standard input  →  one line of JSON on standard output

    {"elements": [["page"], ["paragraph", …], …]}
    {"refused": ["the file is encrypted", "Save a copy …", false]}

PDFium is a million lines of C++ that read files from strangers. If a file brings it down, the program survives.
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


def limit_resources(size: int) -> None:
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


def read_pdf(data: bytes) -> dict[str, Any]:
    """What a PDF holds, in the plain form that goes back."""
    from compare.read.pdf.document_layout import lay_out_document  # noqa: PLC0415 (under the bounds)
    from compare.read.pdf.page_reader import RefusedPdfError, read_pages  # noqa: PLC0415
    from compare.read.pdf.serialise import serialise_document  # noqa: PLC0415

    try:
        contents = read_pages(data)
        return {"elements": serialise_document(contents, lay_out_document(contents.pages))}
    except RefusedPdfError as error:
        return {"refused": [error.cause, error.remedy, error.is_too_large]}


def work() -> None:
    """Reads standard input, writes standard output."""
    data = sys.stdin.buffer.read()
    limit_resources(len(data))
    gc.disable()  # a fifth of the time, for a process that ends before it could matter
    reply = read_pdf(data)
    sys.stdout.write(json.dumps(reply, ensure_ascii=True, separators=(",", ":")))
    sys.stdout.flush()
