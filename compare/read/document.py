"""Reads a file, or its bytes, with the reader of its format.

The readers are imported here and nowhere else, each when it is needed: `compare a.txt b.txt` loads none of their
libraries, and without one of them the other formats are still read.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import PurePath

from compare.errors import MissingLibraryError
from compare.read.common.document_builder import DocumentBuilder
from compare.read.detect import FileKind, recognise
from compare.read.file_bytes import STANDARD_INPUT, check_size, read_bytes
from compare.read.text.reader import document_from_text_file
from compare.values import Document, Tracked

# Fills a builder from the bytes of a file. Raises UnreadableError or TooLargeError.
_Reader = Callable[[bytes, DocumentBuilder, Tracked], None]

# The extra of pyproject.toml that brings the reader's library, and the name of the format in reports.
_EXTRAS = {
    FileKind.DOCX: ("docx", "docx"),
    FileKind.PDF: ("pdf", "pdf"),
    FileKind.HTML: ("html", "html"),
    FileKind.MHTML: ("html", "html"),
    FileKind.ODT: ("odt", "odt"),
    FileKind.RTF: ("documents", "rtf"),  # needs no library
}


def read_document(source: str, tracked: Tracked = Tracked.ACCEPT) -> Document:
    """Reads the document in a file, or on standard input for "-".

    `tracked` chooses the text with or without the tracked changes.

    Raises: UnreadableError, UnsupportedFormatError, MissingLibraryError, TooLargeError.
    """
    data = read_bytes(source)
    name = PurePath(source).name if source != STANDARD_INPUT else "standard input"
    return _read(data, os.fsencode(name).decode("utf-8", "replace"), source, tracked)


def document_from_bytes(data: bytes, name: str, tracked: Tracked = Tracked.ACCEPT) -> Document:
    """Reads the bytes of a file as `read_document` reads the file, with the same bounds.

    `name` is the file's name: the document and errors have it, and its ending counts in recognising the format.

    Raises: TypeError, UnreadableError, UnsupportedFormatError, MissingLibraryError, TooLargeError.
    """
    for argument, value, kind in (("data", data, bytes), ("name", name, str), ("tracked", tracked, Tracked)):
        if not isinstance(value, kind):
            raise TypeError(f"{argument} must be {kind.__name__}, not {type(value).__name__}")
    name = name.encode("utf-8", "replace").decode("utf-8")
    check_size(len(data), name)
    return _read(data, name, name, tracked)


def _read(data: bytes, name: str, source: str, tracked: Tracked) -> Document:
    """Reads bytes; `source` is their place in errors and helps to recognise the format, `name` is the document's."""
    kind = recognise(data, source)
    if kind is FileKind.TEXT:
        return document_from_text_file(data, name, source)
    extra, shown = _EXTRAS[kind]
    try:
        fill = _reader(kind)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("compare"):
            raise
        raise MissingLibraryError(
            source,
            f"to read {kind.value}, a library is needed that is not installed ({error.name})",
            f'Run: pip install "minutes-compare[{extra}]"',
        ) from None
    builder = DocumentBuilder(source)
    fill(data, builder, tracked)
    return builder.build(name=name, data=data, kind=shown)


def _reader(kind: FileKind) -> _Reader:
    match kind:
        case FileKind.DOCX:
            from compare.read.docx.reader import fill_from_docx

            return fill_from_docx
        case FileKind.PDF:
            from compare.read.pdf.reader import fill_from_pdf

            return fill_from_pdf
        case FileKind.HTML:
            from compare.read.html.reader import fill_from_html

            return fill_from_html
        case FileKind.MHTML:
            from compare.read.html.web_archive import fill_from_mhtml

            return fill_from_mhtml
        case FileKind.ODT:
            from compare.read.odt.reader import fill_from_odt

            return fill_from_odt
        case FileKind.RTF:
            from compare.read.rtf.reader import fill_from_rtf

            return fill_from_rtf
        case FileKind.TEXT:
            raise AssertionError("text is not read by such a function")
