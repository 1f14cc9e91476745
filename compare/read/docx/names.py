"""Names of elements and attributes in a Word document, and how their commonest values are read.

<w:b/>  <w:b w:val="1"/>  <w:b w:val="true"/>  <w:b w:val="on"/>      on
<w:b w:val="0"/>  <w:b w:val="false"/>  <w:b w:val="off"/>           off
no <w:b> at all                                                      as the style says
"""

from __future__ import annotations

from typing import Any, Final

# lxml has no types: its elements are Any.
Element = Any

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V: Final = "{urn:schemas-microsoft-com:vml}"
O: Final = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 (the usual prefix of this namespace)
VAL: Final = f"{W}val"

_OFF = frozenset({"0", "false", "off"})
# What is a number in a document is at most this far from 0; beyond it, a damaged or hostile file.
_LARGEST_NUMBER = 2**31


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether a property that is on or off is on; `None` where nothing is said."""
    found = None if properties is None else properties.find(W + name)
    return None if found is None else is_true(found.get(VAL, "1"))


def is_true(text: str) -> bool:
    """Whether the value of something that is on or off says on."""
    return text.lower() not in _OFF


def value_of(parent: Element | None, name: str) -> str | None:
    """The value of a child element; `None` where there is none."""
    found = None if parent is None else parent.find(W + name)
    return None if found is None else found.get(VAL)


def number_of(parent: Element | None, name: str) -> int | None:
    """The value of a child element as a whole number; `None` where there is none, or it is no number."""
    return as_number(value_of(parent, name))


def as_number(text: str | None) -> int | None:
    """A whole number as documents write it, what is after a point dropped; `None` for anything else."""
    if text is None or len(text) > len(str(_LARGEST_NUMBER)) + 1:
        return None
    try:
        return int(text.partition(".")[0])
    except ValueError:
        return None
