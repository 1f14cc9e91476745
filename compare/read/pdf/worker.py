"""The process in which a PDF is opened: separate from the program, with limits on memory and processor time.

    bytes on standard input  →  one line of JSON on standard output
    words of decisions as JSON, the first argument

    {"elements": [["page"], ["paragraph", …], …]}
    {"refused": ["the file is encrypted", "Save a copy …", false]}

PDFium is a million lines of C++ that read files from strangers. If a file brings it down, the program survives. Where
the system does not enforce the memory limit, the report says so; the parent's time-out holds everywhere.
"""

from __future__ import annotations

import gc
import json
import sys
from typing import Any

# Bytes of memory for data, including the bytes of the file, and seconds of processor time. 300 pages take 60 MB and
# 2 s; a page that unpacks to a gigabyte would take any amount.
MOST_MEMORY = 440_000_000
MOST_SECONDS = 90
# Reported as left out where the system does not enforce the memory limit.
NO_MEMORY_LIMIT = (
    "nothing is missing, but memory was not limited while reading it",
    "this system enforces no such limit",
)


def limit_resources(size: int) -> bool:
    """Limits memory and processor time for a file of `size` bytes; returns whether the memory limit is enforced.

    Linux enforces RLIMIT_DATA for all private memory since 4.7. macOS rejects it with EINVAL, which Python raises as
    ValueError, or ignores it; processor time is limited there. Windows has no module `resource`: only the parent's
    time-out holds. Sources: getrlimit(2); docs.python.org/3/library/resource.html;
    github.com/hacksider/Deep-Live-Cam/issues/1848; github.com/linusg/libjs-test262/pull/68.
    """
    try:
        import resource  # noqa: PLC0415 (not on Windows)
    except ImportError:
        return False
    limited = set()
    for name, most in (("RLIMIT_DATA", MOST_MEMORY - size), ("RLIMIT_CPU", MOST_SECONDS), ("RLIMIT_CORE", 0)):
        kind = getattr(resource, name, None)
        if kind is None:
            continue
        hard = resource.getrlimit(kind)[1]
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (soft, hard))
        except (ValueError, OSError):
            continue
        limited.add(name)
    return "RLIMIT_DATA" in limited and sys.platform == "linux"


def read_pdf(data: bytes, words: list[list[str]] | None = None) -> dict[str, Any]:
    """Reads a PDF into the reply for the parent process. `words` are those of `compare.style.business`, sent along."""
    from compare.read.pdf.document_layout import lay_out_document  # noqa: PLC0415 (after the limits are set)
    from compare.read.pdf.page_reader import RefusedPdfError, read_pages  # noqa: PLC0415
    from compare.read.pdf.serialise import serialise_document  # noqa: PLC0415
    from compare.style.business import business_from_lists, default_business  # noqa: PLC0415

    try:
        contents = read_pages(data)
        business = default_business() if words is None else business_from_lists(words)
        return {"elements": serialise_document(contents, lay_out_document(contents.pages, business))}
    except RefusedPdfError as error:
        return {"refused": [error.cause, error.remedy, error.is_too_large]}


def work() -> None:
    """Reads a PDF from standard input and writes the reply to standard output."""
    data = sys.stdin.buffer.read()
    words = json.loads(sys.argv[1])
    is_memory_limited = limit_resources(len(data))
    gc.disable()  # saves a fifth of the time; the process ends before memory could run out
    reply = read_pdf(data, words)
    if not is_memory_limited and "elements" in reply:
        reply["elements"].append(["left out", *NO_MEMORY_LIMIT])
    sys.stdout.write(json.dumps(reply, ensure_ascii=True, separators=(",", ":")))
    sys.stdout.flush()
