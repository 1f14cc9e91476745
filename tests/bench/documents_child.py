"""Reads one document in a process of its own and prints how long that took: `documents_child.py ours|plain FILE`.

"plain" is the shortest call by which the format's library gives text at all: no numbers of lists, no page heads told
apart, no paragraphs joined. Imports are done before the clock starts; the peak is the whole process's.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path


def _plain_docx() -> Callable[[Path], int]:
    import docx  # noqa: PLC0415 (only this format's library counts)

    return lambda path: sum(len(paragraph.text) for paragraph in docx.Document(str(path)).paragraphs)


def _plain_pdf() -> Callable[[Path], int]:
    import pypdfium2  # noqa: PLC0415

    def read(path: Path) -> int:
        document = pypdfium2.PdfDocument(path)
        length = 0
        for page in document:
            words = page.get_textpage()
            length += len(words.get_text_range())
            words.close()
            page.close()
        return length

    return read


def _plain_html() -> Callable[[Path], int]:
    from bs4 import BeautifulSoup  # noqa: PLC0415

    return lambda path: len(BeautifulSoup(path.read_bytes(), "lxml").get_text())


def _plain_odt() -> Callable[[Path], int]:
    import odfdo  # noqa: PLC0415

    return lambda path: len(odfdo.Document(path).get_formatted_text())


def _plain_rtf() -> Callable[[Path], int]:
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415

    return lambda path: len(rtf_to_text(path.read_text("latin-1"), errors="ignore"))


_PLAIN = {".docx": _plain_docx, ".pdf": _plain_pdf, ".html": _plain_html, ".odt": _plain_odt, ".rtf": _plain_rtf}


def _ours(path: Path) -> Callable[[Path], int]:
    from compare.read import read_document  # noqa: PLC0415

    # A first file of the format brings its library in; what is timed is the reading.
    read_document(str(path.with_name(f"small{path.suffix}")))
    return lambda file: len(read_document(str(file)).text)


def main() -> None:
    """Reads the file once and prints the seconds and the length of its text."""
    how, path = sys.argv[1], Path(sys.argv[2])
    try:
        read = _ours(path) if how == "ours" else _PLAIN[path.suffix]()
    except ModuleNotFoundError as error:
        sys.exit(f"{error.name} is not installed")
    if how == "plain":
        read(path.with_name(f"small{path.suffix}"))
    start = time.perf_counter()
    length = read(path)
    sys.stdout.write(json.dumps({"seconds": time.perf_counter() - start, "characters": length}) + "\n")


if __name__ == "__main__":
    main()
