"""An OpenDocument text, opened: zipped (.odt), or flat, all in one XML file (.fodt).

content.xml, styles.xml                 parsed; pictures and thumbnails are never unpacked
<manifest:encryption-data>              a password: an error that says so, not a damaged file
<office:spreadsheet>                    a flat file of another kind
<office:binary-data> of 30 MB           a picture in a flat file: cut out before it is parsed
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from compare.errors import UnreadableError, UnsupportedFormatError
from compare.read.common.zip_package import Zipped, open_zip, parse_xml
from compare.read.odt.names import MANIFEST, OFFICE, Element

_CONTENT, _STYLES, _LIST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_ENCRYPTED_WHOLE = "encrypted-package"
_PICTURE = re.compile(rb"<office:binary-data>[^<]*</office:binary-data>")
_ZIP = b"PK"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a text: its body, the roots that hold styles, and what kind of thing the objects in it are."""

    text: Element
    content: Element
    styles: Element | None
    source: str
    _zipped: Zipped | None = None
    _types: Mapping[str, str] = field(default_factory=dict)

    def type_of_object(self, link: str) -> str:
        """The media type of an object in the file; empty where it is not stated."""
        return self._types.get(_path(link), "")

    def read_object(self, link: str) -> Element | None:
        """The outermost element of an object in the file; `None` where it is not there."""
        name = posixpath.join(_path(link), _CONTENT)
        return self._zipped.parse(name) if self._zipped is not None and name in self._zipped else None


def _path(link: str) -> str:
    return posixpath.normpath(link).strip("/")


def open_package(data: bytes, source: str) -> Package:
    """The parts of a text.

    Raises: UnreadableError, UnsupportedFormatError for another kind of document, TooLargeError.
    """
    if not data.startswith(_ZIP):
        root = parse_xml(_PICTURE.sub(b"", data), source, "the document")
        return Package(_text_of(root, source), root, root, source)
    zipped = open_zip(data, source)
    types = _read_types(zipped, source)
    if _CONTENT not in zipped:
        raise _damaged(source)
    content = zipped.parse(_CONTENT)
    styles = zipped.parse(_STYLES) if _STYLES in zipped else None
    return Package(_text_of(content, source), content, styles, source, zipped, types)


def _read_types(zipped: Zipped, source: str) -> dict[str, str]:
    """The media types of what is in the file, by its path."""
    if _ENCRYPTED_WHOLE in zipped:
        raise _encrypted(source)
    if _LIST not in zipped:
        return {}
    root = zipped.parse(_LIST)
    if root.find(f".//{MANIFEST}encryption-data") is not None:
        raise _encrypted(source)
    return {
        _path(entry.get(f"{MANIFEST}full-path", "")): entry.get(f"{MANIFEST}media-type", "")
        for entry in root.iterfind(f"{MANIFEST}file-entry")
    }


def _text_of(root: Element, source: str) -> Element:
    body = root.find(f"{OFFICE}body")
    if body is None:
        raise _damaged(source)
    text = body.find(f"{OFFICE}text")
    if text is None:
        raise UnsupportedFormatError(
            source,
            "OpenDocument files of this kind are not read",
            "Save as .docx, .odt, .pdf or plain text (.txt, UTF-8) and compare that.",
        )
    return text


def _encrypted(source: str) -> UnreadableError:
    return UnreadableError(source, "the file is encrypted", "Save a copy without a password and compare that.")


def _damaged(source: str) -> UnreadableError:
    return UnreadableError(
        source, "the file is damaged: there is no text in it", "Open it in the program that made it and save it anew."
    )
