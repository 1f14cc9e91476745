r"""Unpacks and parses the parts of a zipped document, within bounds.

What a zip that calls itself a document may hold:

    word/document.xml, 12 KB, unpacks to 4 GB          refused when the bound is passed, whatever size it declares
    200,000 entries, all of them the same bytes        refused: entries overlap, or are too many
    <!DOCTYPE x [<!ENTITY a "&b;&b;&b;&b;">]>          refused: no word processor writes one
    <!DOCTYPE math:math PUBLIC "…" "math.dtd">         passed over, and nothing is fetched: OpenOffice 3 wrote it
    the beginning of a download                        refused as damaged
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import pairwise
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 (its own name says nothing)

from lxml import etree

from compare.errors import TooLargeError, UnreadableError

# Entries of one zip. Minutes have some dozens; a document with a picture on each of 1,000 pages has 2,000.
MOST_ENTRIES: Final = 5_000
# Bytes of one part as unpacked. The parsed tree takes up to eight times as many; minutes of 100 pages have 3 million.
LARGEST_PART: Final = 40_000_000
# Bytes of all parts that are unpacked from one zip. What is never opened (pictures, fonts) does not count.
LARGEST_WHOLE: Final = 80_000_000

# Elements, and twice the attributes, of all parts that are parsed of one zip: a million of them take 120 MB. A page of
# Word's has about 1,000; the bound is far above what 1,000 pages have, and below what `<p/>` repeated would come to.
MOST_NODES: Final = 2_000_000

# A directory entry begins so. Pictures and zips in a zip may hold these bytes too, hence the generous bound.
_DIRECTORY_ENTRY = b"PK\x01\x02"
_MOST_LIKE_ENTRIES = 8 * MOST_ENTRIES
# Bytes of the fixed part of the header before each entry. Source: the zip specification, 4.3.7.
_LOCAL_HEADER = 30
_ENCRYPTED_FLAG = 0x1
_CHUNK = 1 << 20
# What may stand before the document type or the first element of an XML file.
_PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*", re.DOTALL)
# A document type that declares nothing of its own.
_NAMED_TYPE = re.compile(rb"<!DOCTYPE[^\[\]<>]{0,1000}>")
_ENCODING = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)", re.DOTALL)
_READ_AS_IT_IS = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"})
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml.*?\?>", re.DOTALL)

_SAVE_ANEW = "Open it in the program that made it, save it anew and compare that."


class Zipped:
    """A zip whose directory was checked. `names` are its entries, in order, each once."""

    def __init__(self, archive: ZipFile, source: str) -> None:
        self.names = tuple(dict.fromkeys(info.filename for info in archive.infolist() if not info.is_dir()))
        self._by_lower_case = {name.lower(): name for name in reversed(self.names)}
        self._archive = archive
        self._source = source
        self._unpacked = 0
        self._nodes = 0

    def __contains__(self, name: str) -> bool:
        return name in self._archive.NameToInfo

    def find(self, name: str) -> str | None:
        """The entry of that name, or the first one that differs in capitals alone; `None` if there is none."""
        return name if name in self else self._by_lower_case.get(name.lower())

    def read(self, name: str) -> bytes:
        """Unpacks an entry that exists.

        Raises: UnreadableError, TooLargeError.
        """
        chunks: list[bytes] = []
        with _damage_named(self._source), self._archive.open(name) as entry:
            size = 0
            while chunk := entry.read(_CHUNK):
                chunks.append(chunk)
                size += len(chunk)
                if size > LARGEST_PART or self._unpacked + size > LARGEST_WHOLE:
                    raise _too_large(self._source)
        self._unpacked += size
        return b"".join(chunks)

    def read_xml(self, name: str) -> bytes:
        """Unpacks a part that exists and is XML, in an encoding in which a document type cannot hide.

        Raises: UnreadableError, TooLargeError.
        """
        data = check_xml(self.read(name), self._source, name)
        self._nodes += _nodes(data)
        if self._nodes > MOST_NODES:
            raise _too_many_nodes(self._source)
        return data

    def parse(self, name: str) -> Any:  # noqa: ANN401 (lxml has no types)
        """Parses a part that exists. Returns its outermost element.

        Raises: UnreadableError, TooLargeError.
        """
        return parse_xml(self.read_xml(name), self._source, name)


def open_zip(data: bytes, source: str) -> Zipped:
    """Opens a zip and checks its directory; unpacks nothing.

    Raises: UnreadableError, TooLargeError.
    """
    if data.count(_DIRECTORY_ENTRY) > _MOST_LIKE_ENTRIES:
        raise _too_many(source)
    with _damage_named(source):
        archive = ZipFile(BytesIO(data))
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise _too_many(source)
    if any(info.flag_bits & _ENCRYPTED_FLAG for info in entries):
        raise UnreadableError(source, "the file is encrypted", "Save a copy without a password and compare that.")
    if _overlap(entries) or any(info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for info in entries):
        raise UnreadableError(source, "the file is packed as no word processor packs it", _SAVE_ANEW)
    return Zipped(archive, source)


def parse_xml(data: bytes, source: str, part: str) -> Any:  # noqa: ANN401 (lxml has no types)
    """Parses XML without entities, document type or network. Returns its outermost element. `part` names it in errors.

    Raises: UnreadableError, TooLargeError.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(check_xml(data, source, part), parser)
    except etree.XMLSyntaxError:
        raise UnreadableError(
            source, f"{part} in it is damaged", "Copy or download it again, or save it anew."
        ) from None


def check_xml(data: bytes, source: str, part: str) -> bytes:
    """Checks that XML declares no document type and is small enough to be parsed.

    Returns it without the name of a type, in UTF-8 if it was UTF-16.

    Raises: UnreadableError, TooLargeError.
    """
    if data.startswith(_UTF_16):
        data = _from_utf_16(data, source, part)
    encoding = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if encoding is not None and encoding[1].lower() not in _READ_AS_IT_IS:
        raise UnreadableError(source, f"{part} in it has an encoding that no word processor writes", _SAVE_ANEW)
    prolog = _PROLOG.match(data)
    named = None if prolog is None else _NAMED_TYPE.match(data, prolog.end())
    if named is not None:
        data = data[: named.start()] + data[named.end() :]
        prolog = _PROLOG.match(data)
    if prolog is not None and data.startswith(b"<!DOCTYPE", prolog.end()):
        raise UnreadableError(source, f"{part} in it declares a document type, as no word processor does", _SAVE_ANEW)
    if _nodes(data) > MOST_NODES:
        raise _too_many_nodes(source)
    return data


def _nodes(data: bytes) -> int:
    return data.count(b"<") - data.count(b"</") + 2 * data.count(b"=")


def _from_utf_16(data: bytes, source: str, part: str) -> bytes:
    codec = "utf-16" if data[:2] in _UTF_16[:2] else "utf-16-le" if data[:1] == b"<" else "utf-16-be"
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        raise UnreadableError(
            source, f"{part} in it is damaged", "Copy or download it again, or save it anew."
        ) from None
    return _DECLARATION.sub("", text, count=1).encode("utf-8", "surrogatepass")


def _overlap(entries: list[ZipInfo]) -> bool:
    """Whether two entries share bytes, as in a small zip that unpacks to a huge one."""
    places = sorted((info.header_offset, info.compress_size) for info in entries)
    return any(start + _LOCAL_HEADER + size > following for (start, size), (following, _) in pairwise(places))


@contextmanager
def _damage_named(source: str) -> Iterator[None]:
    """Turns the exceptions of the zip library at a damaged file into an UnreadableError."""
    try:
        yield
    except (BadZipFile, EOFError, KeyError, ValueError, OSError, NotImplementedError, RuntimeError, ZlibError):
        raise UnreadableError(
            source, "the file is damaged or was cut off", "Copy or download it again, or save it anew."
        ) from None


def _too_large(source: str) -> TooLargeError:
    return TooLargeError(
        source, f"its text unpacks to more than {LARGEST_PART // 1_000_000} MB, the bound", "Compare it in parts."
    )


def _too_many_nodes(source: str) -> TooLargeError:
    return TooLargeError(source, "its text is marked up with more pieces than are read", "Compare it in parts.")


def _too_many(source: str) -> TooLargeError:
    return TooLargeError(source, f"it is packed from more than {MOST_ENTRIES:,} files, the bound", _SAVE_ANEW)
