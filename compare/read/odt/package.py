"""Opens an OpenDocument text, zipped (.odt) or in one XML file (.fodt); names of its elements, lengths and numbers.

content.xml, styles.xml                 parsed; pictures and thumbnails are never unpacked
<manifest:encryption-data>              a password: an error about that, not a damaged file
<office:spreadsheet>                    an .fodt file of another kind
<office:binary-data> of 30 MB           a picture in an .fodt file: cut out before it is parsed
fo:margin-left="1.27cm"                 720 twips
fo:margin-left="5%"                     no length
text:c="4000000000"                     a number, and more blanks than any text has
text:outline-level="x"                  no number
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from compare.errors import UnreadableError, UnsupportedFormatError
from compare.read.common.zip_package import Zipped, open_zip, parse_xml

# lxml has no types: its elements are Any.
Element = Any

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE: Final = f"{{{_OASIS}:office:1.0}}"
TEXT: Final = f"{{{_OASIS}:text:1.0}}"
STYLE: Final = f"{{{_OASIS}:style:1.0}}"
TABLE: Final = f"{{{_OASIS}:table:1.0}}"
DRAW: Final = f"{{{_OASIS}:drawing:1.0}}"
FO: Final = f"{{{_OASIS}:xsl-fo-compatible:1.0}}"
MANIFEST: Final = f"{{{_OASIS}:manifest:1.0}}"
SVG: Final = f"{{{_OASIS}:svg-compatible:1.0}}"
FORM: Final = f"{{{_OASIS}:form:1.0}}"
XLINK: Final = "{http://www.w3.org/1999/xlink}"
DC: Final = "{http://purl.org/dc/elements/1.1/}"
MATH: Final = "{http://www.w3.org/1998/Math/MathML}"
XML: Final = "{http://www.w3.org/XML/1998/namespace}"
LOEXT: Final = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
FIELD: Final = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"

NAME: Final = f"{STYLE}name"
TEXT_STYLE: Final = f"{TEXT}style-name"

_LENGTH = re.compile(r"(-?\d{1,6}(?:\.\d{1,9})?)(in|cm|mm|pt|pc|px)")
# Twips: twentieths of a point, of which an inch has 72.
_TWIPS = {"in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pt": 20.0, "pc": 240.0, "px": 15.0}
_NUMBER = re.compile(r"-?\d{1,9}")

_CONTENT, _STYLES, _LIST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_ENCRYPTED_WHOLE = "encrypted-package"
_PICTURE = re.compile(rb"<office:binary-data>[^<]*</office:binary-data>")
_ZIP = b"PK"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a document: its body, the roots that hold styles, and the media types of its embedded objects."""

    text: Element
    content: Element
    styles: Element | None
    source: str
    _zipped: Zipped | None = None
    _types: Mapping[str, str] = field(default_factory=dict)

    def type_of_object(self, link: str) -> str:
        """The media type of an embedded object; empty if it is not stated."""
        return self._types.get(_path(link), "")

    def read_object(self, link: str) -> Element | None:
        """The outermost element of an embedded object; `None` if it is missing."""
        name = posixpath.join(_path(link), _CONTENT)
        return self._zipped.parse(name) if self._zipped is not None and name in self._zipped else None


def _path(link: str) -> str:
    return posixpath.normpath(link).strip("/")


def open_package(data: bytes, source: str) -> Package:
    """Opens a document and parses its parts.

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
    """The media types of the files in the zip, by path."""
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


def twips_of(length: str | None) -> int | None:
    """A length in twips; `None` for one that is missing or relative."""
    found = _LENGTH.fullmatch(length or "")
    return None if found is None else round(float(found[1]) * _TWIPS[found[2]])


def number_of(text: str | None, usual: int) -> int:
    """A whole number; `usual` if there is none."""
    return int(text) if text is not None and _NUMBER.fullmatch(text) else usual


def is_true(element: Element, name: str) -> bool:
    """Whether an attribute is "true"."""
    return bool(element.get(name) == "true")


def words_in(element: Element) -> int:
    """How many words an element and everything in it hold."""
    return len(" ".join(element.itertext()).split())
