r"""What kind of file this is, when it is not a text: named, with the way to a text.

Two ways to know:

    minutes.docx            by its name
    minutes.txt  PK\x03\x04  a Word document under another name, by its first bytes
"""

from __future__ import annotations

from pathlib import PurePath

from compare.errors import UnreadableError, UnsupportedFormatError

_PDF, _RTF, _HTML = "PDF files", "Rich Text files", "web pages"
_WORD, _OLD_WORD, _OPEN = "Word documents", "old Word documents", "OpenDocument texts"

_BY_SUFFIX = {
    ".pdf": _PDF,
    ".rtf": _RTF,
    ".htm": _HTML,
    ".html": _HTML,
    ".xhtml": _HTML,
    ".mht": _HTML,
    ".mhtml": _HTML,
    ".doc": _OLD_WORD,
    ".docx": _WORD,
    ".docm": _WORD,
    ".odt": _OPEN,
    ".pages": "Pages documents",
    ".xls": "spreadsheets",
    ".xlsx": "spreadsheets",
    ".ods": "spreadsheets",
    ".pptx": "presentations",
    ".epub": "e-books",
    ".eml": "e-mail messages",
    ".msg": "e-mail messages",
}
_REMEDIES = {
    _PDF: "Save its text as .txt (for instance with pdftotext -layout) and compare that.",
    _HTML: "Save the page as plain text (.txt) and compare that.",
}
_REMEDY = "Save as plain text (.txt, UTF-8) and compare that."

# First bytes, and where the kind is told by more than the first bytes, bytes that follow soon after.
# Source: the formats' specifications; ECMA-376 and ISO/IEC 26300 files are zip archives.
_BY_CONTENT = (
    (b"%PDF-", b"", _PDF),
    (b"{\\rtf", b"", _RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", _OLD_WORD),
    (b"PK\x03\x04", b"word/", _WORD),
    (b"PK\x03\x04", b"opendocument.text", _OPEN),
    (b"PK\x03\x04", b"xl/", "spreadsheets"),
    (b"PK\x03\x04", b"", "zip archives and Office documents"),
    (b"\x1f\x8b", b"", "gzip archives"),
    (b"\x89PNG\r\n\x1a\n", b"", "images"),
    (b"\xff\xd8\xff", b"", "images"),
    (b"GIF8", b"", "images"),
    (b"II*\x00", b"", "images"),
    (b"MM\x00*", b"", "images"),
    (b"\x7fELF", b"", "programs"),
    (b"SQLite format 3\x00", b"", "databases"),
)
# UTF-16 without a mark: characters from which it can be told, and the share of them that must be Latin, 0–1.
_TOO_SHORT, _MOSTLY = 4, 0.8
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<?xml")
_BLANKS = b"\xef\xbb\xbf \t\r\n"


def refuse_other_formats(head: bytes, source: str) -> None:
    """Stops at a file that is not a text. `head` is its first bytes, `source` its path.

    Raises: UnsupportedFormatError for a known kind, UnreadableError for other binary data.
    """
    kind = _kind_by_content(head) or _BY_SUFFIX.get(PurePath(source).suffix.lower())
    if kind is not None:
        raise UnsupportedFormatError(source, f"{kind} are not read yet", _REMEDIES.get(kind, _REMEDY))
    if b"\x00" in head and not is_utf_16(head):
        raise UnreadableError(source, "this is not a text but binary data", _REMEDY)


def is_utf_16(head: bytes) -> bool:
    """Whether the bytes are UTF-16 or UTF-32, marked as such or plain from their zero bytes."""
    return head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or utf_16_byte_order(head) is not None


def utf_16_byte_order(head: bytes) -> str | None:
    """The codec of UTF-16 without a byte order mark, when it is plain from the zero bytes.

    English in UTF-16 has a zero as every second byte and none in between; other binary data has zeros on both sides.
    """
    sample = head[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < _TOO_SHORT:
        return None
    if even == 0 and odd > half * _MOSTLY:
        return "utf-16-le"
    if odd == 0 and even > half * _MOSTLY:
        return "utf-16-be"
    return None


def _kind_by_content(head: bytes) -> str | None:
    start = head.lstrip(_BLANKS)
    if start[:64].lower().startswith(_PAGE_STARTS):
        return _HTML if b"<html" in head[:4096].lower() or start[:2] == b"<!" else "XML files"
    if b"%PDF-" in head[:1024] and b"\x00" in head:  # some programs write a line of their own before it
        return _PDF
    return next((kind for first, soon, kind in _BY_CONTENT if start.startswith(first) and soon in head), None)
