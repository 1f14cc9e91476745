r"""The characters of one PDF page as PDFium reports them: positions, font size, bold and italic, plain spelling.

    Tf 110, scaled to a tenth          11 points
    text drawn upwards on a page       rotated back, so that every page reads from left to right
    \ufb01nd                           find: a ligature
    \u6600\u6600                             ff: the same, badly named
    \uf0b7                             •: a bullet of a symbol font, by its place in that font

An open page costs memory: close a `PageCharacters` before opening the next page.
"""

from __future__ import annotations

import ctypes
import re
import struct
from collections.abc import Iterable
from itertools import islice
from math import atan2, hypot, pi
from typing import NamedTuple
from unicodedata import normalize

from compare.read.pdf import pdfium as pdf

# How characters are printed, with the values of `compare.values.Formatting` as plain numbers: the "&" of an enumeration
# takes 3 microseconds.
BOLD, ITALIC, UNDERLINED, STRUCK = 1, 2, 4, 8
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    # As Word's PDFs name those of Calibri; no English word has these letters.
    "\u019f": "ti",
    "\u01a9": "tt",
    "\u01ab": "tti",
}
# Bullets of Symbol and Wingdings, at the private code points that stand for their place in the font.
_BULLETS = {
    "\uf0b7": "•",
    "\uf0a1": "○",
    "\uf0a7": "▪",
    "\uf0a8": "▪",
    "\uf06e": "■",
    "\uf06f": "□",
    "\uf071": "❑",
    "\uf075": "◆",
    "\uf076": "❖",
    "\uf0d8": "➢",
    "\uf0e0": "→",
    "\uf0e8": "➔",
    "\uf0fc": "✓",
    "\uf0fb": "✗",
    "\uf02d": "–",
    "\uf02a": "*",
    "\uf0be": "—",
    "\uf0d2": "®",
    "\uf0d3": "©",
    "\uf0d4": "™",
}
# Ligatures as Ghostscript 10.0 names them, with their two bytes swapped: "ff" is \u6600\u6600.
_SWAPPED = {chr(ord(letter) << 8): letter for letter in "fijlths"}
# Removed: the arrow by which a browser links back from a footnote, variation selectors, zero-width spaces, PDFium's
# own control characters, and joiners.
_NOTHING = dict.fromkeys("\u21a9\ufe0e\ufe0f\ufeff\u200b\u2060\ufffc\x02\x1f\u200c\u200d\u200e\u200f", "")
_PLAIN = str.maketrans(_LIGATURES | _SWAPPED | _BULLETS | _NOTHING)
# PDFium's sign for a hyphen at the end of a line, before a letter on the next.
_LINE_END_HYPHEN = "\ufffe"
# Two halves of a character beyond U+FFFF, such as a tick, which PDFium counts as two; what stands for the second, and
# for a half alone.
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_JOINER = "\u2060"
_LONE = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_LINE = re.compile(r"(?:[^\s\ufffe][^\r\n\ufffe]*)?(?:[^\s\ufffe]|\ufffe)")
_SPACE = re.compile(r"(?<=[a-z]) (?=[a-z])")
_SPACED_ENDING = re.compile(r"[0-9] (?:st|nd|rd|th)(?![^\W_])")
# In font sizes: the least height of raised letters above the line.
_RAISED = 0.15
# Spaces and lines that are sampled.
_SAMPLE = 12
_BOLD = re.compile(r"bold|black|heavy|demi|cmbx|sfbx|[-,]bd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|cmti|[-,]it\b", re.IGNORECASE)
# Flags of fonts. Source: ISO 32000-1, table 123.
_IS_ITALIC, _IS_FORCED_BOLD = 1 << 6, 1 << 18
# Text render modes. Filled and stroked text is bold in a font without a bold style.
_FILLED_AND_STROKED = 2
_UNPAINTED = 3
_LONGEST_NAME = 200
_LARGEST_PAGE = 1e5  # points
# Where PDFium writes numbers: a box, a matrix, a point, a rectangle.
_buffer = bytearray(32)
_floats, _doubles = memoryview(_buffer).cast("f"), memoryview(_buffer).cast("d")
_start = ctypes.addressof(ctypes.c_char.from_buffer(_buffer))
_at, _at_8, _at_16, _at_24 = (pdf.pointer(_start + distance) for distance in (0, 8, 16, 24))
_BOX = struct.Struct("=4f").unpack_from
_MATRIX = struct.Struct("=6f").unpack_from
_POINT = struct.Struct("=2d").unpack_from
_SIDES = struct.Struct("=4d").unpack_from

Box = tuple[float, float, float, float]  # left, bottom, right, top


def to_plain_characters(text: str) -> str:
    """Replaces ligatures, symbol-font bullets and invisible characters by plain ones."""
    if text.isascii():
        return text
    return normalize("NFC", text.translate(_PLAIN))


class PdfiumLine(NamedTuple):
    """A line as PDFium delimits it: its range of characters, rotation and font size."""

    start: int
    end: int
    rotation: int  # quarter turns; -1 for any other angle
    size: float
    ends_hyphenated: bool


class PageCharacters:
    """The characters of one open page, by index from 0."""

    def __init__(self, page: int, number: int) -> None:
        self.number = number
        self.handle = pdf.pointer(pdf.load_text(page))
        # What was asked before, while the page is open: text objects, their render modes, the formatting of fonts.
        self._text_objects: dict[int, int] = {}
        self._render_modes: dict[int, int] = {}
        self._fonts: dict[int, int] = {}
        text = self._read_text()
        # The hyphen is a character of the line, whether the next line continues the word or not.
        self.text = text.replace(_LINE_END_HYPHEN, "-")
        pdf.page_box(page, _at)
        left, top, right, bottom = _BOX(_buffer)
        self._left: float = left
        self._bottom: float = bottom
        sides = right - left, top - bottom
        self._width, self._height = (side if 1 < side < _LARGEST_PAGE else 1.0 for side in sides)
        self.pdfium_lines = self._read_pdfium_lines(text)
        self.rotation = self._main_rotation()
        self.is_ocr = self._is_ocr()
        self.has_space_characters = not self.is_ocr and self._has_space_characters()
        # Width and height of the page as it is read.
        self.extent = (self._height, self._width) if self.rotation % 2 else (self._width, self._height)
        self._join_raised_endings()

    def close(self) -> None:
        """Frees the memory; no other method may be called afterwards."""
        pdf.close_text(self.handle)

    def box(self, index: int) -> Box:
        """The box of a character: from its origin to the next one's, from the descent to the ascent of its font."""
        pdf.get_loose_box(self.handle, index, _at)
        left, top, right, bottom = _BOX(_buffer)
        if self.rotation:
            return self.rotated_box(left, bottom, right, top)
        return left - self._left, bottom - self._bottom, right - self._left, top - self._bottom

    def right(self, index: int) -> float:
        """The right edge of a character."""
        if self.rotation:
            return self.box(index)[2]
        pdf.get_loose_box(self.handle, index, _at)
        return _floats[2] - self._left

    def sides(self, words: Iterable[tuple[int, int]]) -> list[tuple[float, float]]:
        """The left and right edges of words, by their ranges of characters."""
        if self.rotation:
            return [(self.origin(start)[0], self.right(end - 1)) for start, end in words]
        handle, page_left, found = self.handle, self._left, []
        for start, end in words:
            pdf.get_origin(handle, start, _at, _at_8)
            left = _doubles[0] - page_left
            pdf.get_loose_box(handle, end - 1, _at)
            found.append((left, _floats[2] - page_left))
        return found

    def origin(self, index: int) -> tuple[float, float]:
        """The left edge and the baseline of a character."""
        pdf.get_origin(self.handle, index, _at, _at_8)
        x, y = _POINT(_buffer)
        return self.rotated_point(x, y) if self.rotation else (x - self._left, y - self._bottom)

    def count_rectangles(self, start: int, end: int) -> int:
        """Counts the rectangles of text that PDFium finds in a line; at least 1."""
        return int(pdf.count_rectangles(self.handle, start, end - start))

    def size(self, index: int) -> float:
        """The font size of a character in points, after scaling."""
        return self.rotation_and_size(index)[1]

    def rectangles(self, count: int) -> list[Box]:
        """The rectangles that were counted last: each is drawn close around the letters of one text object."""
        handle, found = self.handle, []
        for number in range(count):
            # PDFium names the top before the bottom: they are written in the order of a box.
            pdf.get_rectangle(handle, number, _at, _at_24, _at_16, _at_8)
            found.append(_SIDES(_buffer))
        return [self.rotated_box(*box) for box in found] if self.rotation else found

    def text_object(self, index: int) -> int:
        """The text object to which a character belongs."""
        found = self._text_objects.get(index)
        if found is None:
            found = self._text_objects[index] = pdf.text_object_at(self.handle, index) or 0
        return found

    def render_mode(self, text_object: int) -> int:
        """How a text object is painted."""
        found = self._render_modes.get(text_object)
        if found is None:
            found = self._render_modes[text_object] = pdf.render_mode(text_object)
        return found

    def formatting(self, index: int) -> int:
        """Bold and italic, by the character's font, or bold by its text render mode."""
        text_object = self.text_object(index)
        if not text_object:
            return 0
        is_made_bold = self.render_mode(text_object) == _FILLED_AND_STROKED
        return self.formatting_of(text_object) | BOLD * is_made_bold

    def formatting_of(self, text_object: int) -> int:
        """Bold and italic, by the font of a text object."""
        font = pdf.font_of(text_object) if text_object else 0
        if font not in self._fonts:
            self._fonts[font] = _formatting_of_font(font)
        return self._fonts[font]

    def is_artifact(self, index: int) -> bool:
        """Whether the file marks the character as an artifact: a header, a page number."""
        text_object = self.text_object(index)
        return any(
            _mark_name(text_object, number) == "Artifact"
            for number in range(pdf.count_marks(text_object) if text_object else 0)
        )

    def is_unmapped(self, index: int) -> bool:
        """Whether the character has no Unicode mapping."""
        return bool(pdf.is_unmapped(self.handle, index))

    def is_generated(self, index: int) -> bool:
        """Whether PDFium generated the space from a gap between two words."""
        return bool(pdf.is_generated(self.handle, index) > 0)

    def rotated_point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file, rotated as the page is read."""
        x, y = x - self._left, y - self._bottom
        if self.rotation == 0:
            return x, y
        if self.rotation == 1:
            return y, self._width - x
        return (self._width - x, self._height - y) if self.rotation == 2 else (self._height - y, x)  # noqa: PLR2004

    def rotated_box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the file, rotated as the page is read."""
        (a, b), (c, d) = self.rotated_point(left, bottom), self.rotated_point(right, top)
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def _read_text(self) -> str:
        count = pdf.count_characters(self.handle)
        if count <= 0:
            return ""
        buffer = (ctypes.c_uint16 * (count * 2 + 2))()
        units = pdf.get_text(self.handle, 0, count, ctypes.addressof(buffer)) - 1
        text = bytes(memoryview(buffer).cast("B")[: 2 * units]).decode("utf-16-le", "replace")
        if len(text) == count:
            return text
        # Unmapped characters are missing from the text, and half of one beyond U+FFFF has an index of its own; the
        # indices of the others must not change.
        codes = (pdf.unicode_at(self.handle, index) for index in range(count))
        return _PAIR.sub(_whole, "".join(_plain_code(code) for code in codes)).translate(_LONE)

    def _read_pdfium_lines(self, text: str) -> list[PdfiumLine]:
        found = []
        for match in _LINE.finditer(text):
            start, end = match.span()
            found.append(PdfiumLine(start, end, *self.rotation_and_size(start), text[end - 1] == _LINE_END_HYPHEN))
        return found

    def rotation_and_size(self, index: int) -> tuple[int, float]:
        """The direction of a character in quarter turns (-1 for any other angle), and its font size in points."""
        pdf.get_matrix(self.handle, index, _at)
        a, b, c, d, _, _ = _MATRIX(_buffer)
        size = abs(pdf.font_size_at(self.handle, index)) * hypot(c, d)
        if b == 0 and a > 0:
            return 0, size
        quarters = atan2(b, a) / (pi / 2)
        # Within 3 degrees: a page that was scanned askew.
        return (round(quarters) % 4 if abs(quarters - round(quarters)) < 1 / 30 else -1), size

    def _has_space_characters(self) -> bool:
        """Whether the file has space characters between words: a gap without one is then a tab or a column gap."""
        spaces = [match.start() for match in islice(_SPACE.finditer(self.text), _SAMPLE)]
        return len(spaces) == _SAMPLE and sum(map(self.is_generated, spaces)) < _SAMPLE / 4

    def _is_ocr(self) -> bool:
        """Whether most words are invisible: OCR puts such text over the picture of a page."""
        sample = self.pdfium_lines[:: max(1, len(self.pdfium_lines) // _SAMPLE)]
        items = filter(None, (self.text_object(pdfium_line.start) for pdfium_line in sample))
        count = sum(1 for text_object in items if self.render_mode(text_object) == _UNPAINTED)
        return 0 < len(sample) / 2 < count

    def _join_raised_endings(self) -> None:
        """Puts a joiner for the space that PDFium generates before the raised ending of a number: "21 st"."""
        for match in _SPACED_ENDING.finditer(self.text):
            place = match.start() + 1
            is_raised = self.origin(place + 1)[1] > self.origin(place - 1)[1] + _RAISED * self.size(place - 1)
            if is_raised and self.is_generated(place):
                self.text = f"{self.text[:place]}{_JOINER}{self.text[place + 1 :]}"

    def _main_rotation(self) -> int:
        lengths = [0, 0, 0, 0]
        for pdfium_line in self.pdfium_lines:
            if pdfium_line.rotation >= 0:
                lengths[pdfium_line.rotation] += pdfium_line.end - pdfium_line.start
        return max(range(4), key=lengths.__getitem__)


def _plain_code(code: int) -> str:
    """A character by PDFium's code; 2 is a hyphen at the end of a line, and an invalid code is a space."""
    if code == 2:  # noqa: PLR2004
        return _LINE_END_HYPHEN
    return chr(code) if 0 < code < 0x110000 else " "  # noqa: PLR2004


def _whole(pair: re.Match[str]) -> str:
    """The character of two surrogates, with a joiner in place of the second."""
    return pair.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le") + _JOINER


def _formatting_of_font(font: int) -> int:
    if not font:
        return 0
    buffer = ctypes.create_string_buffer(_LONGEST_NAME)
    pdf.font_name(font, ctypes.addressof(buffer), _LONGEST_NAME)
    name = buffer.value.decode("latin-1")
    flags = max(pdf.font_flags(font), 0)
    is_bold = bool(_BOLD.search(name)) or bool(flags & _IS_FORCED_BOLD)
    is_italic = bool(_ITALIC.search(name)) or bool(flags & _IS_ITALIC)
    return BOLD * is_bold | ITALIC * is_italic


def _mark_name(text_object: int, number: int) -> str:
    mark = pdf.mark_at(text_object, number)
    buffer = (ctypes.c_uint16 * 40)()
    length = ctypes.c_ulong()
    if not mark or not pdf.mark_name(mark, ctypes.addressof(buffer), 80, ctypes.addressof(length)):
        return ""
    return bytes(buffer)[: max(0, min(length.value, 80) - 2)].decode("utf-16-le", "replace")
