"""A file to its document: opened, recognised, and given to the reader of its format.

The readers are imported here and nowhere else, one when it is needed: `compare a.txt b.txt` loads none of their
libraries, and without one of them the other formats are still read.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import PurePath

from compare.errors import MissingLibraryError
from compare.read.common.extract import Extract
from compare.read.detect import Kind, recognise
from compare.read.open import STANDARD_INPUT, read_bytes
from compare.read.text.reader import document_from_bytes
from compare.values import Document, Tracked

# Fills an extract from the bytes of a file. Raises UnreadableError or TooLargeError.
_Reader = Callable[[bytes, Extract, Tracked], None]

# The extra of pyproject.toml that brings the reader's library, and the name of the format in reports.
_EXTRAS = {
    Kind.DOCX: ("docx", "docx"),
    Kind.PDF: ("pdf", "pdf"),
    Kind.HTML: ("html", "html"),
    Kind.MHTML: ("html", "html"),
    Kind.ODT: ("odt", "odt"),
    Kind.RTF: ("documents", "rtf"),  # needs no library
}


def read_document(source: str, tracked: Tracked = Tracked.ACCEPT) -> Document:
    """The document in a file, or on standard input for "-"; `tracked` says which text, where changes were tracked.

    Raises: UnreadableError, UnsupportedFormatError, MissingLibraryError, TooLargeError.
    """
    data = read_bytes(source)
    kind = recognise(data, source)
    name = _name(source)
    if kind is Kind.TEXT:
        return document_from_bytes(data, name, source)
    extra, shown = _EXTRAS[kind]
    try:
        fill = _reader(kind)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("compare"):
            raise
        raise MissingLibraryError(
            source,
            f"to read a {kind.value}, a library is needed that is not installed ({error.name})",
            f'Run: pip install "minutes-compare[{extra}]"',
        ) from None
    extract = Extract(source)
    fill(data, extract, tracked)
    return extract.finish(name=name, data=data, kind=shown)


def _name(source: str) -> str:
    if source == STANDARD_INPUT:
        return "standard input"
    return os.fsencode(PurePath(source).name).decode("utf-8", "replace")


def _reader(kind: Kind) -> _Reader:
    match kind:
        case Kind.DOCX:
            from compare.read.docx.reader import fill_from_docx

            return fill_from_docx
        case Kind.PDF:
            from compare.read.pdf.reader import fill_from_pdf

            return fill_from_pdf
        case Kind.HTML:
            from compare.read.html.reader import fill_from_html

            return fill_from_html
        case Kind.MHTML:
            from compare.read.html.web_archive import fill_from_mhtml

            return fill_from_mhtml
        case Kind.ODT:
            from compare.read.odt.reader import fill_from_odt

            return fill_from_odt
        case Kind.RTF:
            from compare.read.rtf.reader import fill_from_rtf

            return fill_from_rtf
        case Kind.TEXT:
            raise AssertionError("a text has no paragraphs of its own")
