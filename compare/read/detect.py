r"""Recognises the kind of a file by its bytes, and by its name only if the bytes leave it open.

minutes.txt   PK\x03\x04 … word/document.xml     a Word document under another name: read as one
minutes.html  <div>Agenda item</div>             a piece of a page without its head: the name decides
minutes.pdf   PK\x03\x04 …                       whatever the zip holds, not a PDF
minutes.doc   \xd0\xcf\x11\xe0 …                 refused, with advice how to save it in a format that is read
"""

from __future__ import annotations

import re
from enum import Enum
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 (its own name says nothing)

from compare.errors import TooLargeError, UnreadableError, UnsupportedFormatError


class FileKind(Enum):
    """The formats that are read; the value is what people call such a file."""

    TEXT = "a text"
    DOCX = "a Word document"
    PDF = "a PDF file"
    HTML = "a web page"
    MHTML = "a web archive"
    ODT = "an OpenDocument text"
    RTF = "a Rich Text file"


_BY_SUFFIX = {
    ".pdf": FileKind.PDF,
    ".rtf": FileKind.RTF,
    ".htm": FileKind.HTML,
    ".html": FileKind.HTML,
    ".xhtml": FileKind.HTML,
    ".mht": FileKind.MHTML,
    ".mhtml": FileKind.MHTML,
    ".docx": FileKind.DOCX,
    ".docm": FileKind.DOCX,
    ".dotx": FileKind.DOCX,
    ".odt": FileKind.ODT,
    ".fodt": FileKind.ODT,
}
_OTHERS_BY_SUFFIX = {
    ".doc": "old Word documents",
    ".pages": "Pages documents",
    ".xls": "spreadsheets",
    ".xlsx": "spreadsheets",
    ".ods": "spreadsheets",
    ".pptx": "presentations",
    ".epub": "e-books",
    ".eml": "e-mail messages",
    ".msg": "e-mail messages",
}
_OLD_WORD_REMEDY = "Open it in Word or LibreOffice, save it as .docx and compare that."
_REMEDY = "Save as .docx, .odt, .pdf or plain text (.txt, UTF-8) and compare that."

# Magic numbers. Source: the formats' specifications.
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# An entry in the directory of a zip starts so, and how often these bytes may occur; minutes have some dozens.
_ZIP_ENTRY, _MOST_ENTRIES = b"PK\x01\x02", 40_000
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OTHERS_BY_CONTENT = (
    (b"\x1f\x8b", "gzip archives"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip archives"),
    (b"Rar!\x1a\x07", "RAR archives"),
    (b"\x89PNG\r\n\x1a\n", "images"),
    (b"\xff\xd8\xff", "images"),
    (b"GIF8", "images"),
    (b"II*\x00", "images"),
    (b"MM\x00*", "images"),
    (b"\x7fELF", "programs"),
    (b"SQLite format 3\x00", "databases"),
)
_IN_ZIP = (
    ("word/document.xml", FileKind.DOCX),
    ("xl/workbook.xml", "spreadsheets"),
    ("ppt/presentation.xml", "presentations"),
    ("META-INF/container.xml", "e-books"),
)
# A Word document with a password is an old container around an encrypted package; its stream has this name, in UTF-16.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Bytes in which a web page, a web archive or an .fodt file declares its kind.
_HEAD = 4096

_MHTML_HEADER = re.compile(rb"(?im)^(?:MIME-Version:|Content-Type:\s*multipart/related)")
_BLANKS = b"\xef\xbb\xbf \t\r\n"
# UTF-16 without a byte order mark: the least number of characters, and the share of them (0–1) that must be Latin.
_TOO_SHORT, _MOSTLY = 4, 0.8


def recognise(data: bytes, source: str) -> FileKind:
    """Recognises the kind of a file from its bytes and its path.

    Raises: UnsupportedFormatError for a kind that is known and not read, UnreadableError for a file that is not of the
    kind that its name states, is encrypted, or is other binary data, TooLargeError for a zip of too many files.
    """
    if not data:
        return FileKind.TEXT  # which is then refused as empty
    kind = _kind_by_content(data, source)
    suffix = PurePath(source).suffix.lower()
    named = _BY_SUFFIX.get(suffix)
    if isinstance(kind, str):
        raise UnsupportedFormatError(source, f"{kind} are not read", _REMEDY)
    if kind is not None:
        return kind
    if suffix in _OTHERS_BY_SUFFIX:
        remedy = _OLD_WORD_REMEDY if suffix == ".doc" else _REMEDY
        raise UnsupportedFormatError(source, f"{_OTHERS_BY_SUFFIX[suffix]} are not read", remedy)
    if named in (FileKind.PDF, FileKind.DOCX, FileKind.ODT, FileKind.RTF):
        raise UnreadableError(
            source, f"it is named like {named.value}, and its content is none", "Save or download it again."
        )
    if b"\x00" in data[:65_536] and not is_utf_16(data[:_HEAD]):
        raise UnreadableError(source, "this is not a text but binary data", _REMEDY)
    return named or FileKind.TEXT


def _kind_by_content(data: bytes, source: str) -> FileKind | str | None:
    start = data[:_HEAD].lstrip(_BLANKS)
    if data.startswith(_ZIP):
        return _kind_of_zip(data, source)
    if data.startswith(_OLD_OFFICE):
        _refuse_old_office(data, source)
    if start.startswith(b"{\\rtf"):
        return FileKind.RTF
    # Some programs write a line of their own before it; a text that mentions PDF has no version after the name.
    if re.search(rb"%PDF-\d", data[:1024]) and (start.startswith(b"%PDF-") or b"endobj" in data):
        return FileKind.PDF
    page = _kind_of_page(start)
    if page is not None:
        return page
    return next((kind for first, kind in _OTHERS_BY_CONTENT if data.startswith(first)), None)


def _kind_of_page(start: bytes) -> FileKind | str | None:
    """Recognises a web page, a web archive, an .fodt file, or other XML."""
    if is_utf_16(start):
        start = start.replace(b"\x00", b"").lstrip(_BLANKS + b"\xff\xfe")
    lower = start.lower()
    if lower.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return FileKind.HTML
    if lower.startswith((b"<?xml", b"<!--")):
        if b"office:document" in lower:
            return FileKind.ODT
        if b"<html" in lower:
            return FileKind.HTML
        return "XML files" if lower.startswith(b"<?xml") else None
    if len(_MHTML_HEADER.findall(start)) > 1:
        return FileKind.MHTML
    return None


def _kind_of_zip(data: bytes, source: str) -> FileKind | str:
    if data.count(_ZIP_ENTRY) > _MOST_ENTRIES:
        raise TooLargeError(source, "it is a zip of too many files", "Save it anew and compare that.")
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            mime, types = (
                archive.open(name).read(_HEAD) if name in names else b"" for name in ("mimetype", "[Content_Types].xml")
            )
    except (BadZipFile, EOFError, ValueError, OSError, NotImplementedError, RuntimeError, ZlibError):
        raise UnreadableError(
            source, "the file is damaged or was cut off", "Copy or download it again, or save it anew."
        ) from None
    if b"opendocument" in mime:
        return FileKind.ODT if b"opendocument.text" in mime else "OpenDocument files of this kind"
    if b"wordprocessingml" in types:
        return FileKind.DOCX  # Word on the web calls its main part word/document2.xml
    return next((kind for name, kind in _IN_ZIP if name in names), "zip archives and Office documents of this kind")


def _refuse_old_office(data: bytes, source: str) -> None:
    if _ENCRYPTED in data:
        raise UnreadableError(source, "the file is encrypted", "Save a copy without a password and compare that.")
    raise UnsupportedFormatError(source, "old Word documents are not read", _OLD_WORD_REMEDY)


def is_utf_16(head: bytes) -> bool:
    """Whether the bytes are UTF-16 or UTF-32, by their byte order mark or their zero bytes."""
    return head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or utf_16_byte_order(head) is not None


def utf_16_byte_order(head: bytes) -> str | None:
    """The codec of UTF-16 without a byte order mark, if the zero bytes show it.

    English in UTF-16 has a zero as every second byte and none in between; other binary data has zeros on both sides.
    """
    sample = head[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    pairs = len(sample) // 2
    if pairs < _TOO_SHORT:
        return None
    if even == 0 and odd > pairs * _MOSTLY:
        return "utf-16-le"
    if odd == 0 and even > pairs * _MOSTLY:
        return "utf-16-be"
    return None
