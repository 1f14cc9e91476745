"""What is handed over of a PDF: its parts, and the names of what they do not show; or that it cannot be compared.

a page without a word, with a picture       page 2 is a picture of text
a page without a word                       blank: nothing to say
a page of words and a picture               the picture is named as left out
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.read.common.left_out import author_name
from compare.read.pdf.furniture import Sheet
from compare.read.pdf.layout import Layout
from compare.read.pdf.open_pages import Contents, UnfitError
from compare.read.pdf.page_content import Page
from compare.read.pdf.serialise import EntryMaker, Plain

# The share of a page that a picture covers when the page is a scan.
_COVERS = 0.5
# The share that pictures cover on a page without any word, when it is more than a seal.
_SHOWS = 0.08
_OCR = "Run text recognition (OCR) on it, for instance with ocrmypdf, or ask for the Word file."
_NOT_TEXT = "they are not part of the text"
_MOST_NAMED = 5  # authors; more are counted


def report_parts(contents: Contents, layout: Layout) -> list[Plain]:
    """The parts of a document, those last that name what was left out.

    Raises: UnfitError when a page shows words that cannot be read.
    """
    _check(contents.pages, layout.sheets)
    parts = list(EntryMaker(contents.pages, layout).entries())
    pictures = sum(page.pictures for page in contents.pages)
    if pictures:
        parts.append(["left out", _count(pictures, "picture"), _NOT_TEXT])
    comments = contents.notes.authors.total()
    if comments:
        parts.append(["left out", _count(comments, "comment") + _authors(contents), _NOT_TEXT])
    if contents.attachments:
        parts.append(
            ["left out", _count(contents.attachments, "attached file"), "only the document itself is compared"]
        )
    return parts


def _check(pages: Sequence[Page], sheets: Sequence[Sheet]) -> None:
    garbled = [page.number for page in pages if page.is_garbled]
    if garbled:
        raise UnfitError(
            f"the letters of {_pages(garbled, len(pages))} are stored without saying which they are",
            "Print the Word file anew as a PDF, or run text recognition (OCR) on it, for instance with "
            "ocrmypdf --force-ocr.",
        )
    scanned = [
        sheet.page.number
        for sheet in sheets
        if sheet.page.pictured > (_COVERS if sheet.page.lines else _SHOWS) and not sheet.body
    ]
    if scanned:
        are = "is a picture" if len(scanned) == 1 else "are pictures"
        raise UnfitError(f"{_pages(scanned, len(pages))} {are} of text", _OCR)


def _pages(numbers: Sequence[int], count: int) -> str:
    """Pages in words: "page 2", "pages 2, 4-6 and 9", "all 9 pages"."""
    if len(numbers) == count and count > 1:
        return f"all {count} pages"
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and ranges[-1][-1] == number - 1:
            ranges[-1] = [ranges[-1][0], number]
        else:
            ranges.append([number])
    named = ["-".join(map(str, found)) for found in ranges]
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    return f"page{'s' * (len(numbers) > 1)} {listed}"


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'s' * (number > 1)}"


def _authors(contents: Contents) -> str:
    names = sorted({author_name(name) for name in contents.notes.authors if name})
    if not names:
        return ""
    if len(names) > _MOST_NAMED:
        names[_MOST_NAMED - 1 :] = [f"{len(names) - _MOST_NAMED + 1} others"]
    return " by " + (names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}")
