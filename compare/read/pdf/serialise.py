"""Writes a laid-out document as plain lists for JSON, with what is left out; refuses pages that are pictures of text.

["paragraph", [["Resolved: ", 1], ["That …", 0]], "list-item", "1.", 1, 4, [312]]
 what          text and formatting                 kind        mark  level, indent, page breaks
["row", [[cell, cell], …]]     ["page"]     ["left out", "2 comments", "they are not part of the text"]
                                            ["left out", "3 words …", "…", "unfinished"]     a doubt

a page without text, with a picture       refused: page 2 is a picture of text
a page without text                       blank: nothing to report
a page of text and a picture              the picture is reported as left out
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from compare.read.common.left_out import by_authors, counted
from compare.read.pdf.characters import to_plain_characters
from compare.read.pdf.document_layout import DocumentLayout, FurnitureRow, LayoutElement, PageStart
from compare.read.pdf.headers_and_footers import SplitPage
from compare.read.pdf.page import PdfPage, TextLine, TextRun
from compare.read.pdf.page_layout import Footnote
from compare.read.pdf.page_reader import PdfContents, RefusedPdfError
from compare.read.pdf.paragraphs import LineJoiner, ParagraphLines
from compare.read.pdf.table_rows import PdfTableRow
from compare.values import Doubt, SegmentKind

# The least font size of a heading, times the body's, and its longest text in characters.
_LARGER = 1.15
_LONGEST_HEADING = 200
# Points: the largest difference between the left edges of list items of one level.
_SAME_LEVEL = 6.0
# The width of a character in font sizes, for indents in columns.
_COLUMN = 0.5

# One element in JSON.
JsonElement = list[Any]
# The text before a footnote reference: "staff.1", "the surveyor3", unlike "m2" and "10th".
_NOTED = re.compile(r"(?:[.,;:!?)\]”’\"]|[^\W\d_]{4})\s?$")
# The least share of a page that pictures cover if it is a scan.
_COVERS = 0.5
# The same on a page without words; a seal covers less.
_SHOWS = 0.08
_OCR = "Run text recognition (OCR) on it, for instance with ocrmypdf, or ask for the Word file."
_NOT_TEXT = "they are not part of the text"
_NOT_READ = "drawings are not read: look whether it says “draft”"
# The least share of a page of a picture that may say something, and the least of one that lies under the words of the
# whole page: the paper of a letter, or a scan whose words were recognised.
_LARGE, _BEHIND = 0.33, 0.9
_IN_A_PICTURE = "words in a picture are not read: look whether it is a scan"
# Numbers of list items as LibreOffice prints them while it shows tracked changes.
_CHANGED_NUMBER = re.compile(r"(?:[\w.]{1,8}[.)])?\[(?:\w{1,4}[.)]){1,3}\](?:\s|$)")
_WHY_SHOWN = "deleted words may stand among the others: accept or reject them, and print it anew"
# Points by which a stamp may lie elsewhere on the next page.
_SAME_PLACE = 8.0
# Words and characters that a report shows of words that nobody sees.
_MOST_WORDS = 8
_LONGEST_SHOWN = 80


class LayoutSerialiser:
    """Turns the layout of a document into lists for JSON."""

    def __init__(self, pages: Sequence[PdfPage], layout: DocumentLayout) -> None:
        self._layout = layout
        self._joiner = LineJoiner([line for page in pages for line in page.lines])
        self._noted = {element.mark for element in layout.elements if isinstance(element, Footnote)}
        paragraphs = [element for element in layout.elements if isinstance(element, ParagraphLines)]
        self._sizes = _steps((paragraph.size for paragraph in paragraphs if self._is_large(paragraph)), 0.5)[::-1]
        self._lefts = _steps((paragraph.mark_left for paragraph in paragraphs if paragraph.mark), _SAME_LEVEL)

    def entries(self) -> Iterator[JsonElement]:
        """Yields every element in order."""
        for element in self._layout.elements:
            if isinstance(element, PageStart):
                yield ["page"]
            elif isinstance(element, ParagraphLines):
                yield self._paragraph(element)
            elif isinstance(element, PdfTableRow):
                yield ["row", [[self._paragraph(paragraph) for paragraph in cell] for cell in element.cells]]
            elif isinstance(element, FurnitureRow):
                yield ["paragraph", _joined_by_tabs(element.lines), SegmentKind.FURNITURE.value, "", 0, 0, []]
            else:
                runs, _ = self._runs(element.lines, ())
                yield ["paragraph", runs, SegmentKind.LIST_ITEM.value, element.mark, 1, 0, []]

    def _paragraph(self, paragraph: ParagraphLines) -> JsonElement:
        runs, breaks = self._runs(paragraph.lines, paragraph.breaks)
        kind, level = SegmentKind.PARAGRAPH, 0
        mark = paragraph.mark.text if paragraph.mark else ""
        if self._is_large(paragraph) and sum(len(line.text) for line in paragraph.lines) <= _LONGEST_HEADING:
            kind, level = SegmentKind.HEADING, _rank(self._sizes, paragraph.size, 0.5)
        elif mark:
            kind, level = SegmentKind.LIST_ITEM, _rank(self._lefts, paragraph.mark_left, _SAME_LEVEL)
        left = paragraph.mark_left if mark else min(line.left for line in paragraph.lines)
        indent = max(0, round((left - self._layout.metrics.left) / (_COLUMN * max(paragraph.size, 1))))
        return ["paragraph", runs, kind.value, mark, level, indent, breaks]

    def _is_large(self, paragraph: ParagraphLines) -> bool:
        return paragraph.size >= _LARGER * self._layout.metrics.size and not paragraph.lines[0].is_rotated

    def _runs(self, lines: Sequence[TextLine], breaks: Sequence[int]) -> tuple[list[tuple[str, int]], list[int]]:
        """The runs of a paragraph, and the offsets at which pages begin."""
        runs: list[TextRun] = []
        starts: list[int] = []
        length = 0
        for place, line in enumerate(lines):
            if place:
                cut, link = self._joiner.link(lines[place - 1], line)
                length += _bind(runs, cut, link, line)
            if place in breaks:
                starts.append(length)
            for run in line.runs:
                if not (run.is_raised and (run.text.strip() in self._noted or _refers(runs, run))):
                    runs.append(run)
                    length += len(run.text)
                elif runs and runs[-1].text.endswith(" "):
                    runs[-1] = runs[-1]._replace(text=runs[-1].text[:-1])
                    length -= 1
        return list(_alike(runs)), starts


def _refers(before: Sequence[TextRun], run: TextRun) -> bool:
    """Whether a raised number is a footnote reference: it follows punctuation or a word of four letters or more."""
    return run.text.strip().isdigit() and bool(before) and _NOTED.search(before[-1].text) is not None


def _bind(runs: list[TextRun], cut: int, link: str, line: TextLine) -> int:
    """Adds the text between two lines to the runs; returns the number of characters added."""
    formatting = runs[-1].formatting & line.runs[0].formatting if runs else 0
    if cut and runs:
        runs[-1] = runs[-1]._replace(text=runs[-1].text[:-cut])
    runs.append(TextRun(link, formatting))
    return len(link) - (cut if len(runs) > 1 else 0)


def _alike(runs: Iterable[TextRun]) -> Iterator[tuple[str, int]]:
    """Merges neighbouring runs of one format; white space between them takes that format."""
    words: list[str] = []
    formatting = 0
    waiting = ""
    for run in runs:
        if not run.text.strip():
            waiting += run.text
            continue
        if words and run.formatting == formatting:
            words.append(waiting + run.text)
        else:
            if words:
                yield "".join(words) + waiting, formatting
                waiting = ""
            words, formatting = [waiting + run.text], run.formatting
        waiting = ""
    if words:
        yield "".join(words) + waiting, formatting


def _joined_by_tabs(lines: Sequence[TextLine]) -> list[tuple[str, int]]:
    runs: list[TextRun] = []
    for line in lines:
        if runs:
            runs.append(TextRun("\t"))
        runs.extend(line.runs)
    return list(_alike(runs))


def _steps(values: Iterable[float], near: float) -> list[float]:
    """Sorts values into steps that are more than `near` apart."""
    steps: list[float] = []
    for value in sorted(values):
        if not steps or value - steps[-1] > near:
            steps.append(value)
    return steps


def _rank(steps: Sequence[float], value: float, near: float) -> int:
    """The number of the step that a value belongs to, from 1."""
    return next((place for place, step in enumerate(steps, 1) if 0 <= value - step <= near), 1)


def serialise_document(contents: PdfContents, layout: DocumentLayout) -> list[JsonElement]:
    """Serialises the elements of a document, followed by what was left out.

    Raises: RefusedPdfError if a page shows words that cannot be read.
    """
    _refuse_unreadable(contents.pages, layout.split_pages)
    elements = list(LayoutSerialiser(contents.pages, layout).entries())
    pictures = sum(page.pictures for page in contents.pages)
    if pictures:
        large = [page.number for page in contents.pages if _LARGE <= page.picture_share < _BEHIND]
        if large:
            where = _pages(large, len(contents.pages))
            elements.append(["left out", f"a large picture on {where}", _IN_A_PICTURE, Doubt.UNREAD.value])
        elements.append(["left out", counted(pictures, "picture"), _NOT_TEXT])
    stamped = _stamped(contents.pages)
    if stamped:
        where = _pages(stamped, len(contents.pages))
        what = f"a large drawing across {where} (a stamp or watermark?)"
        elements.append(["left out", what, _NOT_READ, Doubt.UNFINISHED.value])
    if any(map(_shows_changes, _beginnings(layout.elements))):
        elements.append(["left out", "tracked changes that the PDF shows as text", _WHY_SHOWN, Doubt.UNFINISHED.value])
    comments = contents.annotations.authors
    if comments:
        what = by_authors("comment", comments, is_counted=False)
        elements.append(["left out", what, _NOT_TEXT, Doubt.UNFINISHED.value])
    unseen = [words for page in contents.pages for words in page.unseen]
    if unseen:
        why = "white, invisible or beside the page"
        elements.append(["left out", _unseen(unseen), why, Doubt.UNFINISHED.value])
    numbers = sum(len(page.line_numbers) for page in contents.pages)
    if numbers:
        elements.append(["left out", counted(numbers, "line number") + " in the margin", _NOT_TEXT])
    if contents.attachments:
        attached = counted(contents.attachments, "attached file")
        elements.append(["left out", attached, "only the document itself is compared"])
    return elements


def _stamped(pages: Sequence[PdfPage]) -> list[int]:
    """The pages with large shapes over their words, or at a place where another page has them."""
    stamps = [(page.number, page.stamp) for page in pages if page.stamp is not None]
    places = Counter(tuple(round(side / _SAME_PLACE) for side in box) for _, box in stamps)
    often = {place for place, count in places.items() if count > 1}
    return [
        page.number
        for page in pages
        if page.stamp is not None
        and (page.is_stamped or tuple(round(side / _SAME_PLACE) for side in page.stamp) in often)
    ]


def _beginnings(elements: Iterable[LayoutElement]) -> Iterator[str]:
    """Yields how the paragraphs begin, those in cells too."""
    for element in elements:
        if isinstance(element, ParagraphLines):
            yield element.lines[0].text
        elif isinstance(element, PdfTableRow):
            for cell in element.cells:
                yield from (paragraph.lines[0].text for paragraph in cell)


def _shows_changes(beginning: str) -> bool:
    """Whether a paragraph begins with a number that is deleted, or was another before: "[2.]", "2.[4.]"."""
    return _CHANGED_NUMBER.match(beginning) is not None


def _unseen(found: Sequence[str]) -> str:
    """Names the words that nobody sees: "12 words that nobody sees (“The motion was lost. Cllr …”)"."""
    words = " ".join(found).split()
    shown = to_plain_characters(" ".join(words[:_MOST_WORDS]))[:_LONGEST_SHOWN]
    more = " …" if len(words) > _MOST_WORDS else ""
    return f"{counted(len(words), 'word')} that nobody sees (“{shown}{more}”)"


def _refuse_unreadable(pages: Sequence[PdfPage], split_pages: Sequence[SplitPage]) -> None:
    garbled = [page.number for page in pages if page.is_garbled]
    if garbled:
        raise RefusedPdfError(
            f"the letters of {_pages(garbled, len(pages))} are stored without saying which they are",
            "Print the Word file anew as a PDF, or run text recognition (OCR) on it, for instance with "
            "ocrmypdf --force-ocr.",
        )
    scanned = [
        split_page.page.number
        for split_page in split_pages
        if split_page.page.picture_share > (_COVERS if split_page.page.lines else _SHOWS) and not split_page.body
    ]
    if scanned:
        are = "is a picture" if len(scanned) == 1 else "are pictures"
        raise RefusedPdfError(f"{_pages(scanned, len(pages))} {are} of text", _OCR)


def _pages(numbers: Sequence[int], count: int) -> str:
    """Names pages: "page 2", "pages 2, 4-6 and 9", "all 9 pages"."""
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
