"""A PDF's bytes to its pages, one page open at a time; or what is wrong with the file.

    encrypted, with a password        not opened
    a scan without recognised text    a page without a letter, and a picture on it
    7KH&RPPLWWHH                      letters of a font that does not say which they are

A page that cannot be read is an error, never left out: what it says could not be compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from compare.read.pdf import pdfium as pdf
from compare.read.pdf.annotations import Notes, place_typed
from compare.read.pdf.bullets import add_bullets
from compare.read.pdf.characters import PageCharacters
from compare.read.pdf.drawing import Drawing, read_drawing
from compare.read.pdf.page_content import Page, Rule
from compare.read.pdf.page_lines import even_sizes, read_lines
from compare.read.pdf.underlines import dress_by_rules

# A year of a council's minutes is some 1,500 pages.
MOST_PAGES = 3_000
# Characters of all pages: as many as the text of a document may have.
MOST_CHARACTERS = 20_000_000
# Source: fpdfview.h of PDFium.
_WRONG_PASSWORD, _UNKNOWN_SECURITY = 4, 5
_DYNAMIC_FORM = 2
# Characters of a page that are asked whether their letter is known.
_SAMPLE = 24
# Of them, the share that makes a page unreadable.
_MOSTLY = 0.5
_PARTLY = 0.2
# The commonest words, of which one in four words of any English text is one, and the share that is enough to tell.
_COMMON = frozenset(
    ("the", "of", "and", "to", "in", "that", "be", "was", "were", "for", "on", "by", "it", "with", "at", "a")
)
_USUALLY = 0.1
# Bytes at the end of a file in which its end mark stands; servers add blanks and a few lines after it.
_TAIL = 65_536
_NO_LETTER = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_BULLETS = re.compile(r"[\uf020-\uf0ff]\s")

_DAMAGED = "Copy or download it again, or print it anew as a PDF."


class UnfitError(Exception):
    """A file that cannot be read: its cause and the remedy; `is_too_large` when it is over a bound."""

    def __init__(self, cause: str, remedy: str, *, is_too_large: bool = False) -> None:
        super().__init__(cause)
        self.cause = cause
        self.remedy = remedy
        self.is_too_large = is_too_large


@dataclass(slots=True)
class Contents:
    """Everything of a PDF that is looked at: its pages, and counts of what is not text."""

    pages: list[Page] = field(default_factory=list)
    notes: Notes = field(default_factory=Notes)
    attachments: int = 0
    characters: int = 0


def read_pages(data: bytes) -> Contents:
    """The pages of a PDF.

    Raises: UnfitError.
    """
    if b"%%EOF" not in data[-_TAIL:]:
        raise UnfitError("the file is damaged or was cut off", _DAMAGED)
    pdf.start_library()
    document = pdf.load_document(data, len(data), None)
    if not document:
        raise _refusal(pdf.last_error())
    try:
        return _read_document(document)
    finally:
        pdf.close_document(document)


def _refusal(code: int) -> UnfitError:
    if code in (_WRONG_PASSWORD, _UNKNOWN_SECURITY):
        return UnfitError("the file is encrypted", "Save a copy without a password and compare that.")
    return UnfitError("the file is damaged", _DAMAGED)


def _read_document(document: int) -> Contents:
    count = pdf.count_pages(document)
    if count > MOST_PAGES:
        raise UnfitError(f"it has {count:,} pages, more than {MOST_PAGES:,}", "Compare it in parts.", is_too_large=True)
    if count <= 0:
        raise UnfitError("the file is damaged: it has no pages", _DAMAGED)
    if pdf.form_type(document) == _DYNAMIC_FORM:
        raise UnfitError("it is a form that only Adobe Reader fills in (XFA)", "Print it as a PDF and compare that.")
    contents = Contents(attachments=max(0, pdf.count_attachments(document)))
    for number in range(1, count + 1):
        page = pdf.load_page(document, number - 1)
        if not page:
            raise UnfitError(f"page {number} is damaged", _DAMAGED)
        contents.pages.append(_read_page(page, number, contents))
        pdf.close_page(page)
    return contents


def _read_page(page: int, number: int, contents: Contents) -> Page:
    drawing = read_drawing(page)
    characters = PageCharacters(page, number)
    contents.characters += len(characters.text)
    if contents.characters > MOST_CHARACTERS:
        cause = f"it holds more than {MOST_CHARACTERS // 1_000_000} million characters of text"
        raise UnfitError(cause, "Compare it in parts.", is_too_large=True)
    level, upright = _turned_rules(characters, drawing)
    found = even_sizes(characters, read_lines(characters, upright))
    lines, rules = dress_by_rules(characters, found, level)
    lines = add_bullets(lines, drawing.dots)
    place_typed(lines, contents.notes.read_page(page, characters))
    width, height = characters.extent
    is_garbled = _is_garbled(characters)
    characters.close()
    return Page(
        number,
        width,
        height,
        tuple(lines),
        tuple(rules),
        tuple(upright),
        drawing.pictures,
        drawing.covered / (width * height),
        is_garbled,
    )


def _turned_rules(characters: PageCharacters, drawing: Drawing) -> tuple[list[Rule], list[Rule]]:
    """Level and upright rules of the page as it is read."""
    if characters.turn == 0 and characters.turned_point(0, 0) == (0, 0):
        return drawing.level, drawing.upright
    level = [characters.turned_box(rule.start, rule.place, rule.end, rule.place) for rule in drawing.level]
    upright = [characters.turned_box(rule.place, rule.start, rule.place, rule.end) for rule in drawing.upright]
    if characters.turn % 2:
        level, upright = upright, level
    return (
        [Rule(bottom, left, right) for left, bottom, right, _ in level],
        [Rule(left, bottom, top) for left, bottom, _, top in upright],
    )


def _is_garbled(characters: PageCharacters) -> bool:
    """Whether most of a sample of the page's characters have no known letter; bullets are none of it."""
    text = characters.text
    if _NO_LETTER.search(text):
        text = "".join(_BULLETS.sub("", text).split())
        if len(_NO_LETTER.findall(text)) > _MOSTLY * len(text):
            return True
    sample = list(_sample(text))
    unmapped = sum(map(characters.is_unmapped, sample)) / max(len(sample), 1)
    # The names of letters can tell what their table does not.
    return unmapped > _PARTLY and not (unmapped > _MOSTLY and _reads_like_english(text))


def _reads_like_english(text: str) -> bool:
    words = text.lower().split()
    return sum(word in _COMMON for word in words) > _USUALLY * len(words)


def _sample(text: str) -> Iterator[int]:
    """Places of letters, spread over a text."""
    step = max(1, len(text) // _SAMPLE)
    for start in range(0, len(text), step):
        place = next((index for index in range(start, min(start + step, len(text))) if not text[index].isspace()), None)
        if place is not None:
            yield place
