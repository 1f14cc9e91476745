"""Reads documents by the plainest means, sharing no code with `compare`: poppler's pdftotext, or the file's own words.

pdf        pdftotext in reading order, and pdftotext -layout
docx, odt  the text of the main part, a paragraph a line; numbers that the program counts are not in it
html       all text between tags, scripts and styles out
txt, md    the text; of markdown without its marks and the addresses of links
"""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable, Container, Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

_LIMIT_S = 120
# What is there a second time for older programs, what describes a picture, and what a table of contents is made from.
_ASIDE = frozenset({"Fallback", "title", "desc", "table-of-content-source"})
# What stands between words, by the name of the element.
_BREAKS = {**dict.fromkeys(("p", "h"), "\n"), **dict.fromkeys(("tab", "br", "cr", "s", "line-break"), " ")}


def has_pdftotext() -> bool:
    """Whether poppler's program is installed."""
    return _pdftotext() is not None


def _pdftotext() -> str | None:
    return shutil.which("pdftotext")


def read_plainly(path: Path) -> tuple[str, ...] | None:
    """The text of a file, in one or two ways; `None` where there is no plain way to read it."""
    read = _READERS.get(path.suffix.lower())
    return read(path) if read else None


def _pdf(path: Path) -> tuple[str, ...] | None:
    program = _pdftotext()
    if program is None:
        return None
    texts = []
    for options in ((), ("-layout",)):
        run = subprocess.run([program, *options, path, "-"], capture_output=True, check=False, timeout=_LIMIT_S)
        texts.append(run.stdout.decode("utf-8", "replace"))
    return tuple(texts)


def _docx(path: Path) -> tuple[str, ...]:
    return (_paragraphs(path, "word/document.xml", {"t"}),)


def _odt(path: Path) -> tuple[str, ...]:
    return (_paragraphs(path, "content.xml", None),)


def _paragraphs(path: Path, part: str, texts: Container[str] | None) -> str:
    """The paragraphs of a package's part, one a line; only words within the elements `texts`, or all."""
    with zipfile.ZipFile(path) as package:
        root = ET.fromstring(package.read(part))  # noqa: S314 (a benchmark's own files)
    return "".join(_words_in(root, texts))


def _words_in(element: ET.Element, texts: Container[str] | None) -> Iterator[str]:
    """The words below an element in order, but for what is no text of the page."""
    name = _name(element)
    if name in _ASIDE:
        return
    yield _BREAKS.get(name, "")
    if texts is None or name in texts:
        yield element.text or ""
    for child in element:
        yield from _words_in(child, texts)
        if texts is None:
            yield child.tail or ""


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self._hidden += tag in {"script", "style", "title"}

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"script", "style", "title"}

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)


def _html(path: Path) -> tuple[str, ...]:
    parser = _Words()
    parser.feed(path.read_text("utf-8", "replace"))
    return (" ".join(parser.words),)


_READERS: dict[str, Callable[[Path], tuple[str, ...] | None]] = {
    ".pdf": _pdf,
    ".docx": _docx,
    ".odt": _odt,
    ".html": _html,
    ".htm": _html,
}
