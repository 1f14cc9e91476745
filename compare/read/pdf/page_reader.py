"""Opens a PDF with PDFium and reads its pages one by one, with form fields and comments; refuses unreadable files.

    encrypted, with a password        not opened
    a scan without recognised text    a page without a character and with a picture
    7KH&RPPLWWHH                      characters of a font that does not say which letters they are
    Name: [Cllr Ash      ]            the value of a form field is text of the document
    Grant: [12,631       ]            as the page prints it, though "12631" is what was typed
    [x] For  [ ] Against              a check box is the sign ☒ or ☐; the name of its state ("Yes", "Off") is no word
    (a yellow note)                   a comment: counted, not read

A page that cannot be read is an error and never skipped: its text could not be compared.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from compare.read.pdf import pdfium as pdf
from compare.read.pdf.characters import Box, PageCharacters, to_plain_characters
from compare.read.pdf.drawings import (
    PageDrawings,
    add_bullets,
    apply_drawn_formatting,
    find_stamp,
    lies_over_words,
    read_drawings,
)
from compare.read.pdf.line_numbers import LineNumber, find_line_numbers
from compare.read.pdf.page import PdfPage, Ruling, TextLine, TextRun
from compare.read.pdf.shown_fields import ShownFields
from compare.read.pdf.text_lines import even_sizes, read_lines
from compare.read.pdf.unseen import UnseenText

# Kinds of annotations. Source: fpdf_annot.h of PDFium.
_TYPED, _FIELD = 3, 20
_COMMENTS = frozenset((1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15))  # notes, highlights, drawings, stamps
_UNSEEN = 0b10_0010  # flags: hidden, no view
# Kinds of form fields. Source: fpdf_formfill.h of PDFium.
_CHECK_BOX, _RADIO_BUTTON, _NO_VALUE = 2, 3, (1, 7)  # push buttons and signatures have none
_TICKED, _EMPTY = "☒", "☐"
# Annotations read on one page, and UTF-16 units read of one annotation.
_MOST = 2_000
_LONGEST = 20_000
# Points: the font size assumed for a form field.
_SIZE = 11.0
# The baseline of a field with one line, as a share of the field's height above its lower side.
_BASE = 0.3
# In font sizes: the largest vertical distance between a field and its label.
_SAME_ROW = 0.7
# A year of a council's minutes is some 1,500 pages.
MOST_PAGES = 3_000
# Characters of all pages: the largest text of a document.
MOST_CHARACTERS = 20_000_000
# Source: fpdfview.h of PDFium.
_WRONG_PASSWORD, _UNKNOWN_SECURITY = 4, 5
_DYNAMIC_FORM = 2
# Characters of a page that are checked for a Unicode mapping.
_SAMPLE = 24
# The share without a mapping that makes a page unreadable.
_MOSTLY = 0.5
_PARTLY = 0.2
# The commonest words, a quarter of any English text, and the share that shows a text to be English.
_COMMON = frozenset(
    ("the", "of", "and", "to", "in", "that", "be", "was", "were", "for", "on", "by", "it", "with", "at", "a")
)
_USUALLY = 0.1
# Bytes at the end of a file that are searched for its end marker; servers append spaces and a few lines.
_TAIL = 65_536
_NO_LETTER = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_SOLID = re.compile(r"\S")
_BULLETS = re.compile(r"[\uf020-\uf0ff]\s")

_DAMAGED = "Copy or download it again, or print it anew as a PDF."


@dataclass(slots=True)
class Annotations:
    """Reads form fields, and counts the comments of a document by author."""

    authors: Counter[str] = field(default_factory=Counter)
    form: int = 0  # PDFium's handle of the form, if the document has one
    shown: ShownFields | None = None

    def read_page(self, page: int, characters: PageCharacters) -> list[TextLine]:
        """Returns the values of the form fields on a page as lines, and counts its comments."""
        fields: list[tuple[Box, str]] = []
        is_typed = False
        for number in range(min(pdf.count_annotations(page), _MOST)):
            annotation = pdf.annotation_at(page, number)
            if not annotation:
                continue
            kind = pdf.annotation_type(annotation)
            if kind in (_FIELD, _TYPED) and not pdf.annotation_flags(annotation) & _UNSEEN:
                text = self._field_text(annotation) if kind == _FIELD else _string(annotation, b"Contents")
                is_typed |= kind == _FIELD and text not in ("", _TICKED, _EMPTY)
                fields.append((_annotation_box(annotation), text))
            elif kind in _COMMENTS:
                self.authors[_string(annotation, b"T").strip()] += 1
            pdf.close_annotation(annotation)
        texts = [text for _, text in fields]
        if is_typed and self.shown is not None:
            texts = self.shown.values(characters.handle, characters.number, fields)
        return [
            line
            for (box, _), text in zip(fields, texts, strict=True)
            for line in _form_lines(characters.rotated_box(*box), text)
        ]

    def _field_text(self, annotation: int) -> str:
        """The value of a field as a reader sees it."""
        kind = pdf.field_type(self.form, annotation) if self.form else 0
        if kind in (_CHECK_BOX, _RADIO_BUTTON):
            return _TICKED if pdf.is_checked(self.form, annotation) > 0 else _EMPTY
        if kind in _NO_VALUE:
            return ""
        if kind > 0:
            return _read_string(lambda buffer, size: pdf.field_value(self.form, annotation, buffer, size))
        # A field that the form of the document does not list is drawn all the same; a button has states.
        state = _string(annotation, b"AS")
        if state:
            return _EMPTY if state == "Off" else _TICKED
        return "" if _string(annotation, b"FT") == "Btn" else _string(annotation, b"V")


def _insert_form_text(lines: list[TextLine], form_lines: Iterable[TextLine]) -> None:
    """Inserts form values after their labels: the line to the left in the same row, or the last line above.

    A check box stands before its label: the line to the right.
    """
    for line in form_lines:
        row = [
            place for place, other in enumerate(lines) if abs(other.baseline - line.baseline) < _SAME_ROW * line.size
        ]
        before = [place + 1 for place in row if lines[place].left < line.left]
        after = [place for place in row if lines[place].left >= line.left]
        above = [place + 1 for place, other in enumerate(lines) if other.baseline > line.baseline]
        lines.insert(before[-1] if before else after[0] if after else max(above, default=0), line)


def _annotation_box(annotation: int) -> Box:
    sides = (ctypes.c_float * 4)()
    pdf.annotation_box(annotation, ctypes.addressof(sides))
    left, top, right, bottom = sides
    return left, bottom, right, top


def _form_lines(box: Box, text: str) -> list[TextLine]:
    words = [line.strip() for line in to_plain_characters(text).splitlines() if line.strip()]
    left, bottom, right, top = box
    first = bottom + _BASE * (top - bottom) if len(words) == 1 else top - _SIZE
    return [
        TextLine(text, (TextRun(text),), left, right, first - number * 1.2 * _SIZE, _SIZE, right - left, 0.0)
        for number, text in enumerate(words)
    ]


def _string(annotation: int, key: bytes) -> str:
    return _read_string(lambda buffer, size: pdf.annotation_string(annotation, key, buffer, size))


def _read_string(read: Callable[[int, int], int]) -> str:
    """Reads a string that a function of PDFium writes into a buffer of so many bytes."""
    buffer = (ctypes.c_uint16 * _LONGEST)()
    length = read(ctypes.addressof(buffer), 2 * _LONGEST)
    if not 2 < length <= 2 * _LONGEST:  # noqa: PLR2004 (only the terminating zero)
        return ""
    return bytes(memoryview(buffer).cast("B")[: length - 2]).decode("utf-16-le", "replace")


class RefusedPdfError(Exception):
    """A file that cannot be read: cause and remedy; `is_too_large` if it exceeds a limit."""

    def __init__(self, cause: str, remedy: str, *, is_too_large: bool = False) -> None:
        super().__init__(cause)
        self.cause = cause
        self.remedy = remedy
        self.is_too_large = is_too_large


@dataclass(slots=True)
class PdfContents:
    """The content of a PDF: its pages, and counts of what is not text."""

    pages: list[PdfPage] = field(default_factory=list)
    annotations: Annotations = field(default_factory=Annotations)
    attachments: int = 0
    characters: int = 0


def read_pages(data: bytes) -> PdfContents:
    """Reads the pages of a PDF.

    Raises: RefusedPdfError.
    """
    if b"%%EOF" not in data[-_TAIL:]:
        raise RefusedPdfError("the file is damaged or was cut off", _DAMAGED)
    pdf.start_library()
    document = pdf.load_document(data, len(data), None)
    if not document:
        raise _refusal(pdf.last_error())
    shown = ShownFields(data)
    try:
        return _read_document(document, shown)
    finally:
        shown.close()
        pdf.close_document(document)


def _refusal(code: int) -> RefusedPdfError:
    if code in (_WRONG_PASSWORD, _UNKNOWN_SECURITY):
        return RefusedPdfError("the file is encrypted", "Save a copy without a password and compare that.")
    return RefusedPdfError("the file is damaged", _DAMAGED)


def _read_document(document: int, shown: ShownFields) -> PdfContents:
    count = pdf.count_pages(document)
    if count > MOST_PAGES:
        raise RefusedPdfError(
            f"it has {count:,} pages, more than {MOST_PAGES:,}", "Compare it in parts.", is_too_large=True
        )
    if count <= 0:
        raise RefusedPdfError("the file is damaged: it has no pages", _DAMAGED)
    if pdf.form_type(document) == _DYNAMIC_FORM:
        raise RefusedPdfError(
            "it is a form that only Adobe Reader fills in (XFA)", "Print it as a PDF and compare that."
        )
    form, settings = pdf.open_form(document) if pdf.form_type(document) else (0, None)
    try:
        contents = _read_contents(document, form, shown, [()] * count)
        line_numbers = find_line_numbers(contents.pages)
        # A line is one of a list, or two cells, by what stands after its line number: read anew, as if it had none.
        return _read_contents(document, form, shown, line_numbers) if any(line_numbers) else contents
    finally:
        if form:
            pdf.close_form(form)
        del settings  # PDFium reads them until the form is closed


def _read_contents(
    document: int, form: int, shown: ShownFields, line_numbers: Sequence[Sequence[LineNumber]]
) -> PdfContents:
    """Reads all pages without their line numbers."""
    contents = PdfContents(attachments=max(0, pdf.count_attachments(document)))
    contents.annotations.form = form
    contents.annotations.shown = shown
    for number, numbers in enumerate(line_numbers, 1):
        page = pdf.load_page(document, number - 1)
        if not page:
            raise RefusedPdfError(f"page {number} is damaged", _DAMAGED)
        contents.pages.append(_read_page(page, number, contents, numbers))
        pdf.close_page(page)
    return contents


def _read_page(page: int, number: int, contents: PdfContents, line_numbers: Sequence[LineNumber]) -> PdfPage:
    drawing = read_drawings(page)
    characters = PageCharacters(page, number)
    contents.characters += len(characters.text)
    if contents.characters > MOST_CHARACTERS:
        cause = f"it holds more than {MOST_CHARACTERS // 1_000_000} million characters of text"
        raise RefusedPdfError(cause, "Compare it in parts.", is_too_large=True)
    horizontal, vertical = _rotated_rulings(characters, drawing)
    unseen = UnseenText(page, characters)
    found = even_sizes(characters, read_lines(characters, vertical, unseen, line_numbers))
    lines, rulings = apply_drawn_formatting(characters, found, horizontal)
    lines = add_bullets(lines, drawing.dots)
    _insert_form_text(lines, contents.annotations.read_page(page, characters))
    width, height = characters.extent
    stamp = find_stamp([characters.rotated_box(*box) for box in drawing.shapes], characters.extent)
    is_garbled = _is_garbled(characters)
    characters.close()
    return PdfPage(
        number,
        width,
        height,
        tuple(lines),
        tuple(rulings),
        tuple(vertical),
        drawing.pictures,
        drawing.picture_area / (width * height),
        is_garbled,
        stamp,
        stamp is not None and lies_over_words(stamp, lines),
        tuple(unseen.words),
        tuple(number.value for number in line_numbers),
    )


def _rotated_rulings(characters: PageCharacters, drawing: PageDrawings) -> tuple[list[Ruling], list[Ruling]]:
    """The horizontal and vertical rulings of a page, rotated as the page is read."""
    if characters.rotation == 0 and characters.rotated_point(0, 0) == (0, 0):
        return drawing.horizontal, drawing.vertical
    horizontal = [
        characters.rotated_box(ruling.start, ruling.position, ruling.end, ruling.position)
        for ruling in drawing.horizontal
    ]
    vertical = [
        characters.rotated_box(ruling.position, ruling.start, ruling.position, ruling.end)
        for ruling in drawing.vertical
    ]
    if characters.rotation % 2:
        horizontal, vertical = vertical, horizontal
    return (
        [Ruling(bottom, left, right) for left, bottom, right, _ in horizontal],
        [Ruling(left, bottom, top) for left, bottom, _, top in vertical],
    )


def _is_garbled(characters: PageCharacters) -> bool:
    """Whether most characters in a sample of the page have no Unicode mapping; bullets do not count."""
    text = characters.text
    if _NO_LETTER.search(text):
        text = "".join(_BULLETS.sub("", text).split())
        if len(_NO_LETTER.findall(text)) > _MOSTLY * len(text):
            return True
    sample = list(_sample(text))
    unmapped = sum(map(characters.is_unmapped, sample)) / max(len(sample), 1)
    # PDFium may know the letters by their glyph names, without a mapping.
    return unmapped > _PARTLY and not (unmapped > _MOSTLY and _reads_like_english(text))


def _reads_like_english(text: str) -> bool:
    words = text.lower().split()
    return sum(word in _COMMON for word in words) > _USUALLY * len(words)


def _sample(text: str) -> Iterator[int]:
    """Yields offsets of characters spread evenly over a text."""
    step = max(1, len(text) // _SAMPLE)
    for start in range(0, len(text), step):
        match = _SOLID.search(text, start, start + step)
        if match is not None:
            yield match.start()
