"""What lies over a page: fields that somebody filled in, and comments.

    Name: [Cllr Ash      ]     the words of a field are words of the document
    [x] in favour              a box that is ticked: its caption is on the page, its tick is a drawing
    (a yellow note)            a comment: named, not read

PDFium's page text has none of these.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from compare.read.pdf import pdfium as pdf
from compare.read.pdf.characters import PageCharacters
from compare.read.pdf.page_content import Line, Piece
from compare.read.pdf.plain_characters import plain_signs

# Kinds of annotations. Source: fpdf_annot.h of PDFium.
_TYPED, _FIELD = 3, 20
_COMMENTS = frozenset((1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))  # notes, marks over words, drawings, stamps
_UNSEEN = 0b10_0010  # flags: hidden, not to be viewed
# Annotations of one page that are looked at, and UTF-16 units of one that are read.
_MOST = 2_000
_LONGEST = 20_000
# Points: the size of type that is assumed for a field.
_SIZE = 11.0
# The share of a field's height over its lower side at which its first line stands, for a field of one line.
_BASE = 0.3
# In sizes of the type: how much higher or lower than its label a field stands.
_SAME_ROW = 0.7


@dataclass(slots=True)
class Notes:
    """The comments of a document, by their authors, counted page by page."""

    authors: Counter[str] = field(default_factory=Counter)

    def read_page(self, page: int, characters: PageCharacters) -> list[Line]:
        """The words that were filled in or typed over a page, as lines; its comments are counted."""
        lines: list[Line] = []
        for number in range(min(pdf.count_notes(page), _MOST)):
            note = pdf.note_at(page, number)
            if not note:
                continue
            kind = pdf.note_type(note)
            if kind in (_FIELD, _TYPED) and not pdf.note_flags(note) & _UNSEEN:
                lines.extend(_typed_lines(note, b"V" if kind == _FIELD else b"Contents", characters))
            elif kind in _COMMENTS:
                self.authors[_string(note, b"T").strip()] += 1
            pdf.close_note(note)
        return lines


def place_typed(lines: list[Line], typed: Iterable[Line]) -> None:
    """Puts what was filled in after its label: the line before it in its row, or the last one above it."""
    for line in typed:
        beside = [
            place
            for place, other in enumerate(lines)
            if abs(other.base - line.base) < _SAME_ROW * line.size and other.left < line.left
        ]
        above = [place for place, other in enumerate(lines) if other.base > line.base]
        lines.insert((beside or above or [len(lines) - 1])[-1] + 1, line)


def _typed_lines(note: int, key: bytes, characters: PageCharacters) -> list[Line]:
    words = [line.strip() for line in plain_signs(_string(note, key)).splitlines() if line.strip()]
    sides = (ctypes.c_float * 4)()
    pdf.note_box(note, ctypes.addressof(sides))
    left, top, right, bottom = sides
    left, bottom, right, top = characters.turned_box(left, bottom, right, top)
    first = bottom + _BASE * (top - bottom) if len(words) == 1 else top - _SIZE
    return [
        Line(text, (Piece(text),), left, right, first - number * 1.2 * _SIZE, _SIZE, right - left, 0.0)
        for number, text in enumerate(words)
    ]


def _string(note: int, key: bytes) -> str:
    buffer = (ctypes.c_uint16 * _LONGEST)()
    length = pdf.note_string(note, key, ctypes.addressof(buffer), 2 * _LONGEST)
    if not 2 < length <= 2 * _LONGEST:  # noqa: PLR2004 (its ending zero alone)
        return ""
    return bytes(memoryview(buffer).cast("B")[: length - 2]).decode("utf-16-le", "replace")
