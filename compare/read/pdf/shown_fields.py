"""The words that a PDF prints in the fields of its form: "12,631", where "12631" was typed.

    /V (12631)   /AP << /N … (12,631) Tj >>      the value, and its appearance: a reader sees the second

PDFium reads the text of a page without its fields. They are printed on the pages of a copy, which is read again: pages
with fields that are filled in cost twice.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

from compare.read.pdf import pdfium as pdf
from compare.read.pdf.characters import Box, to_plain_characters

# How fields are printed on their page.
_FOR_SCREEN = 0
# UTF-16 units read of one field.
_LONGEST = 20_000


class ShownFields:
    """Prints fields on a copy of a document, which is opened when it is first asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._copy = 0

    def close(self) -> None:
        """Frees the memory of the copy."""
        if self._copy:
            pdf.close_document(self._copy)
            self._copy = 0

    def values(self, words: int, number: int, fields: Sequence[tuple[Box, str]]) -> list[str]:
        """The words printed in the fields of a page; their values, if these hold them, or if it cannot be known.

        `words` is the open text of the page, without fields.
        """
        values = [value for _, value in fields]
        self._copy = self._copy or pdf.load_document(self._data, len(self._data), None) or 0
        page = pdf.load_page(self._copy, number - 1) if self._copy else 0
        if not page:
            return values
        pdf.flatten(page, _FOR_SCREEN)
        pdf.close_page(page)
        page = pdf.load_page(self._copy, number - 1)
        if not page:
            return values
        printed = pdf.load_text(page)
        shown = [_shown(value, _text_within(words, box), _text_within(printed, box)) for box, value in fields]
        pdf.close_text(printed)
        pdf.close_page(page)
        return shown


def _shown(value: str, under: str, printed: str) -> str:
    """The words of a field: its value, if it was cut off or wrapped, or if the page has words beneath the field."""
    is_line = len(printed.split("\n")) == 1
    return printed if value and is_line and not under.strip() and _letters(printed) not in _letters(value) else value


def _letters(text: str) -> str:
    return "".join(to_plain_characters(text).split())


def _text_within(words: int, box: Box) -> str:
    """The text that PDFium finds within a box of an open page."""
    left, bottom, right, top = box
    buffer = (ctypes.c_uint16 * _LONGEST)()
    units = pdf.get_text_within(words, left, top, right, bottom, ctypes.addressof(buffer), _LONGEST)
    return bytes(memoryview(buffer).cast("B")[: 2 * max(0, units)]).decode("utf-16-le", "replace").rstrip("\0")
