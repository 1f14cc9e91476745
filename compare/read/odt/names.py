"""Names of elements and attributes in an OpenDocument text, and how lengths and numbers in them are read.

fo:margin-left="1.27cm"        720 twips
fo:margin-left="5%"            no length
text:c="4000000000"            a number, and more blanks than any text has
text:outline-level="x"         no number
"""

from __future__ import annotations

import re
from typing import Any, Final

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


def twips_of(length: str | None) -> int | None:
    """A length in twips; `None` for one that is not given, or relative."""
    found = _LENGTH.fullmatch(length or "")
    return None if found is None else round(float(found[1]) * _TWIPS[found[2]])


def number_of(text: str | None, usual: int) -> int:
    """A whole number; `usual` where there is none."""
    return int(text) if text is not None and _NUMBER.fullmatch(text) else usual


def is_true(element: Element, name: str) -> bool:
    """Whether an attribute says so."""
    return bool(element.get(name) == "true")


def words_in(element: Element) -> int:
    """How many words stand in an element, whatever holds them."""
    return len(" ".join(element.itertext()).split())
