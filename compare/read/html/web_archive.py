"""Reads a web archive (.mht, .mhtml): finds the saved page among the MIME parts.

    Content-Type: multipart/related; start="<frame-1>"      the page that the archive was made of
        text/html; charset="windows-1252"                   … in its encoding, quoted-printable or base64
        text/html, Content-Location: …/header.htm           Word's page headers and footers: furniture
        image/png, 40 MB                                    skipped without decoding
    multipart/related without a text/html                   an error

Only the headers of the parts are parsed, and the pages among them; an archive takes little more memory than its bytes.
"""

from __future__ import annotations

import re
from binascii import Error as BinasciiError
from binascii import a2b_base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser
from quopri import decodestring

from compare.errors import TooLargeError, UnreadableError
from compare.read.common.document_builder import DocumentBuilder
from compare.read.html.parser import decode_page
from compare.read.html.reader import fill_from_pages
from compare.values import Doubt, Tracked

# Levels of archives, and parts of one: browsers write two levels and some hundred parts.
_DEEPEST, _MOST_PARTS = 8, 20_000
# Bytes of the headers of a part.
_LONGEST_HEAD = 65_536
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_OF_WORD = (b"mso-element:header", b"mso-element:footer")
_TAG = re.compile(rb"<[^<>]*>")
_SPACES = b"\xef\xbb\xbf \t\r\n"
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_NOT_BASE64 = bytes(set(range(256)) - set(_BASE64))
# Bytes of all page headers and footers of an archive; Word's have 10,000.
_MOST_FURNITURE = 1_000_000


@dataclass(frozen=True, slots=True)
class _MimePart:
    """A MIME part: the range of its bytes, and its headers."""

    start: int
    body: int
    end: int
    head: Message


@dataclass(slots=True)
class _Archive:
    """An archive whose parts are found one by one."""

    data: bytes
    starts_with: str = ""  # the Content-ID of the page
    is_cut: bool = False

    def parts(self) -> Iterator[_MimePart]:
        """Yields its parts that are not archives themselves, in order."""
        first = len(self.data) - len(self.data.lstrip(_SPACES))
        waiting = [(first, len(self.data), 0)]
        count = 0
        while waiting and count < _MOST_PARTS:
            start, end, depth = waiting.pop()
            part = self._part(start, end)
            count += 1
            boundary = part.head.get_boundary() if part.head.get_content_maintype() == "multipart" else None
            if boundary is None:
                yield part
            elif depth < _DEEPEST:
                self.starts_with = self.starts_with or str(part.head.get_param("start") or "")
                inner = [(low, high, depth + 1) for low, high in self._inner(part, boundary)]
                waiting += reversed(inner)

    def _part(self, start: int, end: int) -> _MimePart:
        found = _HEAD_END.search(self.data, start, min(end, start + _LONGEST_HEAD))
        body = found.end() if found else end
        return _MimePart(
            start, body, end, BytesHeaderParser().parsebytes(self.data[start : min(body, start + _LONGEST_HEAD)])
        )

    def _inner(self, part: _MimePart, boundary: str) -> Iterator[tuple[int, int]]:
        """Yields the ranges between the boundaries of a part."""
        line = re.compile(rb"(?m)^--" + re.escape(boundary.encode("latin-1", "replace")) + rb"(--)?[ \t]*\r?$")
        last: int | None = None
        for match in line.finditer(self.data, part.body, part.end):
            if last is not None:
                yield last, max(last, self._line_end_before(match.start()))
            last = min(match.end() + 1, part.end)
            if match[1]:
                return
        self.is_cut = True
        if last is not None:
            yield last, part.end

    def _line_end_before(self, place: int) -> int:
        """The start of the line end that belongs to the boundary at `place`."""
        return place - (2 if self.data[place - 2 : place] == b"\r\n" else 1)


def fill_from_mhtml(data: bytes, builder: DocumentBuilder, tracked: Tracked) -> None:
    """Fills a builder with the page that a web archive was made of.

    Raises: UnreadableError if there is none in it, TooLargeError.
    """
    archive = _Archive(data)
    pages = [part for part in archive.parts() if part.head.get_content_type() in _PAGES]
    if not pages:
        raise UnreadableError(
            builder.source,
            "the web archive holds no web page",
            "Save the page again in your browser, as one file or as a PDF.",
        )
    page = _main(archive, pages)
    text, builder.encoding = _text(archive, page, builder.source)
    fill_from_pages([text, *_furniture(archive, page, pages, builder.source)], builder, tracked)
    if archive.is_cut:
        builder.leave_out("the end of the web archive", "the file was cut off before it", Doubt.UNREAD)


def _furniture(archive: _Archive, page: _MimePart, pages: Iterable[_MimePart], source: str) -> Iterator[str]:
    """Yields the parts with page headers and footers that Word adds."""
    size = 0
    for part in pages:
        content = b"" if part is page else _bytes(archive, part)
        if any(mark in content for mark in _OF_WORD):
            size += len(content)
            if size > _MOST_FURNITURE:
                raise TooLargeError(
                    source, "its page headers and footers hold more than 1 million characters", "Compare it in parts."
                )
            yield _text(archive, part, source)[0]


def _main(archive: _Archive, pages: list[_MimePart]) -> _MimePart:
    """The part that is the page; if that only frames others, the one with the most text."""
    named = [part for part in pages if archive.starts_with and part.head.get("Content-ID", "") == archive.starts_with]
    page = (named or pages)[0]
    if b"<frameset" not in _bytes(archive, page).lower():
        return page
    return max(pages, key=lambda part: len(_TAG.sub(b"", _bytes(archive, part))) if part is not page else -1)


def _bytes(archive: _Archive, part: _MimePart) -> bytes:
    """The content of a part, decoded from quoted-printable or base64."""
    content = archive.data[part.body : part.end]
    coding = str(part.head.get("Content-Transfer-Encoding", "")).strip().lower()
    if coding == "base64":
        return _from_base64(content)
    return decodestring(content) if coding == "quoted-printable" else content


def _from_base64(content: bytes) -> bytes:
    """Decodes base64 as far as possible: a truncated archive ends anywhere."""
    try:
        return a2b_base64(content)
    except BinasciiError:
        letters = content.translate(None, _NOT_BASE64)
        return a2b_base64(letters[: len(letters) // 4 * 4])


def _text(archive: _Archive, part: _MimePart, source: str) -> tuple[str, str]:
    return decode_page(_bytes(archive, part), source, part.head.get_content_charset())
