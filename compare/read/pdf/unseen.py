"""Tells which words a page draws and no reader sees: white on white, invisible, or beside the page.

    1 1 1 rg … (not) Tj                     white: seen only where something dark or coloured lies beneath
    3 Tr … (secret) Tj                      drawn with neither fill nor stroke
    the words of OCR over a scan            drawn so as well, but the picture shows them: they are read
    1 0 0 1 640 500 Tm …                    to the right of the page

Cost: two calls a line, one for each word of a line of several objects; what lies beneath is read only if there are
white words.
"""

from __future__ import annotations

import ctypes
from functools import cached_property

from compare.read.pdf import pdfium as pdf
from compare.read.pdf.characters import Box, PageCharacters

# Kinds of objects. Source: fpdfview.h of PDFium.
_TEXT, _PATH = 1, 2
# Text render modes that paint nothing.
_PAINTED_BY_NOTHING = (3, 7)
# Render modes whose outline is painted in another colour.
_STROKED = (1, 2, 5, 6)
# The least part of each colour, of 255, that is white on paper; and the least opacity of what is seen.
_WHITE = 250
_FAINT = 5
_LINE_OF_PATH = 2  # segments
_MOST_OBJECTS = 20_000

# Where PDFium writes the red, green and blue of a colour and its opacity.
_memory = (ctypes.c_uint * 4)()
_parts = memoryview(_memory).cast("B").cast("I")
_places = tuple(pdf.pointer(ctypes.addressof(_memory) + 4 * number) for number in range(4))


class UnseenText:
    """Asks for one open page which of its text objects a reader sees; keeps the words that nobody does."""

    def __init__(self, page: int, characters: PageCharacters) -> None:
        self._page = page  # PDFium's handle
        self._characters = characters
        self.words: list[str] = []

    def is_unseen(self, index: int, text_object: int) -> bool:
        """Whether nobody sees a character, which this text object draws: it is white or invisible."""
        if self._characters.is_ocr or not text_object:
            return False
        return self._characters.render_mode(text_object) in _PAINTED_BY_NOTHING or self.is_white(index)

    def is_white(self, index: int) -> bool:
        """Whether a character is white, or transparent, and nothing else lies beneath it."""
        if self._characters.is_ocr or not pdf.fill_colour_at(self._characters.handle, index, *_places):
            return False
        opacity = _parts[3]
        if opacity >= _FAINT and (_parts[0] < _WHITE or _parts[1] < _WHITE or _parts[2] < _WHITE):
            return False
        if self._characters.render_mode(self._characters.text_object(index)) in _STROKED:
            return False
        return opacity < _FAINT or not self._lies_on_colour(index)

    def _lies_on_colour(self, index: int) -> bool:
        left, bottom, right, top = self._characters.box(index)
        x, y = (left + right) / 2, (bottom + top) / 2
        return any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in self._coloured)

    @cached_property
    def _coloured(self) -> list[Box]:
        """The boxes of everything on the page that is not text and not white."""
        found = []
        page = pdf.pointer(self._page)
        for number in range(min(pdf.count_objects(self._page), _MOST_OBJECTS)):
            page_object = pdf.object_at(page, number)
            kind = pdf.object_type(page_object)
            if kind == _TEXT or (kind == _PATH and not _colours_area(page_object)):
                continue
            sides = (ctypes.c_float * 4)()
            if pdf.object_bounds(page_object, *(ctypes.addressof(sides) + 4 * side for side in range(4))):
                found.append(self._characters.rotated_box(*sides))
        return found


def _colours_area(path: int) -> bool:
    """Whether a path fills an area with a colour, or is a stroke so thick that words stand on it."""
    mode, is_stroked = ctypes.c_int(), ctypes.c_int()
    pdf.draw_mode(path, ctypes.addressof(mode), ctypes.addressof(is_stroked))
    if mode.value:
        is_read = pdf.fill_colour(path, *_places)
    else:
        is_read = (
            bool(is_stroked.value) and pdf.count_segments(path) <= _LINE_OF_PATH and pdf.stroke_colour(path, *_places)
        )
    red, green, blue, opacity = _parts
    return bool(is_read) and opacity >= _FAINT and min(red, green, blue) < _WHITE
