r"""Builds the document of a format that has paragraphs of its own, paragraph by paragraph.

    heading "Sports ground", numbered 29 by Word      29. Sports ground
    the same, numbered "Appendix 1"                    Appendix 1 Sports ground: as if the label had been typed
    a numbered paragraph without a word                29.
    a paragraph with a line break in it                The Chair welcomed
                                                       the members.
    a row of three cells                               Ashby<tab>Present<tab>7.00 pm
    a row that lays out the page (long cells)          a paragraph for each paragraph in it
    a header that three sections repeat                its line once, as page furniture

Every reader of such a format fills one `DocumentBuilder`, so that the same minutes give the same text whatever they
were saved as. White space at the edges of a paragraph, and paragraphs that print nothing, are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import accumulate
from typing import NamedTuple

from compare.errors import TooLargeError, UnreadableError
from compare.read.common.list_labels import has_words
from compare.values import Document, Doubt, Formatting, Paragraph, SegmentKind, Span

# Where a page or column ends within a paragraph; the text after it is printed as a paragraph of its own.
PAGE_BREAK = "\f"
# Code points. A year of a council's minutes is about 10 million; more from one file is a bomb or a mistake.
LARGEST_TEXT = 20_000_000
# Paragraphs, pages, and runs that are not plain. A year of minutes has 30,000, 3,000 and 100,000; to compare takes
# 2,000 bytes for each paragraph.
MOST_PARAGRAPHS = 100_000
MOST_PAGES = 100_000
MOST_FORMATTED = 500_000
# Code points of the longest cell of a tabular row; a longer cell is text that a table lays out on the page.
_LONGEST_CELL = 160

# Control characters, lone surrogates, object marks: they print nothing in a paragraph.
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffc]")
_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class ElementOrigin:
    """Where in its file a run's text comes from; fields as in `RunOrigin`."""

    part: str
    index: int
    offset: int = 0


class Run(NamedTuple):
    """Text in one formatting. `origin` is set only if the reader was asked for it."""

    text: str
    formatting: Formatting = Formatting.PLAIN
    origin: ElementOrigin | None = None


@dataclass(frozen=True, slots=True)
class RunOrigin:
    """The element of a zipped document that a span of its text comes from.

    `part` is the name of the part in the zip, `index` the element's place, from 0, among the text elements of the part
    in document order. `offset` counts the characters of the element before the span, which were cut off.
    """

    span: Span
    part: str
    index: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class ExtractedParagraph:
    """A paragraph as a reader found it.

    `mark` is the label that the format itself prints before it: a number, a bullet, words ("Resolved:").
    `is_glued` if no gap is printed between them: "Annex " and "A", "12" and "/2026".
    """

    runs: Sequence[Run]
    kind: SegmentKind = SegmentKind.PARAGRAPH
    mark: str = ""
    level: int = 0
    indent: int = 0
    is_glued: bool = False

    @property
    def text(self) -> str:
        """The words, without the mark."""
        return "".join(run.text for run in self.runs)


class TableRow(NamedTuple):
    """A row of a table: the paragraphs, and the rows of inner tables, in each cell."""

    cells: Sequence[Sequence[ExtractedParagraph | TableRow]]


ParagraphOrRow = ExtractedParagraph | TableRow


@dataclass(slots=True)
class DocumentBuilder:
    """Collects paragraphs in reading order. `source` is the path, for errors.

    `origins` collects the origins of runs in the order of the text, if it is a list.
    """

    source: str
    encoding: str = "utf-8"  # as stated by a reader that decodes text itself
    origins: list[RunOrigin] | None = None
    comments: list[str] = field(default_factory=list)  # of the source, which no reader sees
    pictures: list[str] = field(default_factory=list)  # what is said of each in words
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _paragraphs: list[Paragraph] = field(default_factory=list)
    _formatting: list[tuple[Span, Formatting]] = field(default_factory=list)
    _pages: list[int] = field(default_factory=list)
    _left_out: list[tuple[str, str]] = field(default_factory=list)
    _doubts: list[tuple[str, Doubt]] = field(default_factory=list)
    _furniture: set[tuple[str, str]] = field(default_factory=set)  # mark and words of the lines that were added

    def start_page(self) -> None:
        """Starts the next page: the paragraphs that follow are on it. Raises: TooLargeError."""
        self._start_page(self._length)

    def leave_out(self, what: str, why: str, doubt: Doubt | None = None) -> None:
        """Records something in the file that the text does not show, with a doubt if it could matter."""
        self._left_out.append((what, why))
        if doubt is not None:
            self._doubts.append((what, doubt))

    def add_paragraph(self, paragraph: ExtractedParagraph, page_breaks: Iterable[int] = ()) -> None:
        """Adds a paragraph. `page_breaks` are offsets in `paragraph.text` at which a new page starts.

        Raises: TooLargeError.
        """
        words, lead = _clean(paragraph.text)
        mark = " ".join(_clean(paragraph.mark)[0].split())
        gap = _gap_after(mark, paragraph) if mark else ""
        if mark and (not words or not gap or has_words(mark)):
            label = Run(mark + gap, Formatting.BOLD if _is_bold(paragraph) else Formatting.PLAIN)
            self.add_paragraph(_typed(label, paragraph), [place + len(label.text) for place in page_breaks])
            return
        if not words:
            for _ in page_breaks:
                self._start_page(self._length)
            return
        start = self._length
        first = start + (len(mark) + 1 if mark else 0)
        for place in page_breaks:
            self._start_page(min(max(first + place - lead, start), first + len(words)))
        end = first + len(words)
        formatting = _clipped(paragraph.runs, lead, first, end)
        self._formatting.extend(formatting)
        if self.origins is not None:
            self.origins.extend(_origins(paragraph.runs, lead, first, end))
        self._paragraphs.append(
            Paragraph(
                paragraph.kind,
                Span(start, end),
                Span(start, start + len(mark)) if mark else None,
                paragraph.level,
                paragraph.indent,
                is_bold=_is_all_bold(words, first, formatting),
            )
        )
        self._parts.append(f"{mark} {words}\n" if mark else f"{words}\n")
        self._length = end + 1
        self._check_size()

    def add_row(self, cells: Sequence[Sequence[ExtractedParagraph]]) -> None:
        """Adds a table row: one segment if its cells are short, else each paragraph in it by itself."""
        worded = [[paragraph for paragraph in cell if _clean(paragraph.mark + paragraph.text)[0]] for cell in cells]
        filled = [cell for cell in worded if cell]
        is_row = len(filled) > 1 and all(len(cell) == 1 and len(cell[0].text) <= _LONGEST_CELL for cell in filled)
        if not is_row:
            for cell in filled:
                for paragraph in cell:
                    self.add_paragraph(paragraph)
            return
        runs: list[Run] = []
        ranges: list[Span] = []
        place = self._length
        for cell in worded:
            own: list[Run] = []
            if cell:
                own = _trimmed(cell[0].runs)
                if cell[0].mark:
                    own.insert(0, Run(cell[0].mark.strip() + (_gap_after(cell[0].mark, cell[0]) if own else "")))
                if runs:
                    runs.append(Run("\t"))
                    place += 1
            end = place + sum(len(run.text) for run in own)
            ranges.append(Span(place, end))
            runs += own
            place = end
        self.add_paragraph(ExtractedParagraph(runs, SegmentKind.TABLE_ROW))
        self._paragraphs[-1] = replace(self._paragraphs[-1], cells=tuple(ranges))

    def add(self, found: ParagraphOrRow) -> None:
        """Adds a paragraph or a row. A row that holds other rows lays out the page: its paragraphs are added."""
        if isinstance(found, ExtractedParagraph):
            self.add_paragraph(found)
        elif any(isinstance(inner, TableRow) for cell in found.cells for inner in cell):
            for cell in found.cells:
                for inner in cell:
                    self.add(inner)
        else:
            self.add_row([[inner for inner in cell if isinstance(inner, ExtractedParagraph)] for cell in found.cells])

    def add_note(self, mark: str, content: Sequence[ParagraphOrRow]) -> None:
        """Adds a footnote or endnote: its first paragraph as a list item under the note's mark."""
        for place, found in enumerate(content):
            if place == 0 and isinstance(found, ExtractedParagraph):
                self.add_paragraph(ExtractedParagraph(found.runs, SegmentKind.LIST_ITEM, mark, 1))
            else:
                self.add(found)

    def add_furniture(self, content: Iterable[ParagraphOrRow]) -> None:
        """Adds the lines of headers and footers, each different line of the document once."""
        for found in content:
            for runs, mark in _lines_of(found):
                line = mark, "".join(run.text for run in runs).strip()
                if line not in self._furniture:
                    self._furniture.add(line)
                    self.add_paragraph(ExtractedParagraph(runs, SegmentKind.FURNITURE, mark))

    def _start_page(self, place: int) -> None:
        if len(self._pages) >= MOST_PAGES:
            raise self._too_large(f"{MOST_PAGES:,} pages")
        self._pages.append(place)

    def _check_size(self) -> None:
        if self._length > LARGEST_TEXT:
            raise self._too_large(f"{LARGEST_TEXT // 1_000_000} million characters of text")
        if len(self._paragraphs) > MOST_PARAGRAPHS:
            raise self._too_large(f"{MOST_PARAGRAPHS:,} paragraphs")
        if len(self._formatting) > MOST_FORMATTED:
            raise self._too_large(f"{MOST_FORMATTED:,} pieces in bold, italics or the like")

    def _too_large(self, what: str) -> TooLargeError:
        return TooLargeError(self.source, f"it holds more than {what}", "Compare it in parts.")

    def build(self, *, name: str, data: bytes, kind: str) -> Document:
        """Builds the document. `data` are the bytes of the file, `kind` the name of its format.

        Raises: UnreadableError if there is no text in it.
        """
        if not self._parts:
            raise UnreadableError(self.source, "the document is empty", "Check that it was saved with its text.")
        text = "".join(self._parts)
        return Document(
            name=name,
            format=kind,
            encoding=self.encoding,
            sha256=sha256(data).hexdigest(),
            text=text,
            line_starts=(0, *accumulate(len(line) for line in text.splitlines(keepends=True)[:-1])),
            left_out=tuple(self._left_out),
            doubts=tuple(self._doubts),
            comments=tuple(self.comments),
            pictures=tuple(self.pictures),
            paragraphs=tuple(self._paragraphs),
            formatting=tuple(self._formatting),
            page_starts=tuple(self._pages),
        )


def split_at_page_breaks(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Splits the runs of a paragraph at the page breaks that have words on both sides."""
    part: list[Run] = []
    has_words = False
    for run in runs:
        pieces = [run]
        if PAGE_BREAK in run.text:
            pieces = [Run(text, run.formatting, run.origin) for text in run.text.split(PAGE_BREAK)]
        for place, piece in enumerate(pieces):
            if place and has_words:
                yield part
                part, has_words = [], False
            if piece.text:
                part.append(piece)
                has_words = has_words or not piece.text.isspace()
    if has_words:
        yield part


def _gap_after(mark: str, paragraph: ExtractedParagraph) -> str:
    """What parts the words from the label: nothing where the two are one ("12" and "/2026", "Annex" and "A")."""
    first = paragraph.text[:1]
    if not paragraph.is_glued or first.isspace() or paragraph.mark[-1:].isspace():
        return " "
    return "" if mark[-1].isalnum() or first.isdigit() else " "


def _typed(label: Run, paragraph: ExtractedParagraph) -> ExtractedParagraph:
    """The paragraph as if its label had been typed; it then is an item of a list only if it reads like one."""
    runs = [label, *paragraph.runs]
    if paragraph.kind is SegmentKind.LIST_ITEM:
        return ExtractedParagraph(runs, indent=paragraph.indent)
    return replace(paragraph, runs=runs, mark="")


def _lines_of(found: ParagraphOrRow) -> Iterator[tuple[list[Run], str]]:
    """The runs and the mark of a paragraph; those of a row on one line."""
    if isinstance(found, ExtractedParagraph):
        yield list(found.runs), found.mark
        return
    runs: list[Run] = []
    for cell in found.cells:
        for inner in cell:
            for line, mark in _lines_of(inner):
                runs += [*([Run("\t")] if runs else []), *([Run(f"{mark} ")] if mark else []), *line]
    yield runs, ""


def _clean(text: str) -> tuple[str, int]:
    r"""The words as they go into the text, and how many characters were cut off before them.

    The length is kept: a character that is not text becomes a zero-width space, a line end "\n", after such a space if
    it was two characters.
    """
    plain = text
    if not text.isprintable():
        plain = _LINE_ENDS.sub(lambda end: "\n" if len(end.group()) == 1 else "\u200b\n", text)
        plain = _NO_TEXT.sub("\u200b", plain)
    words = plain.strip(" \t\n\xa0\u200b")
    return words, plain.index(words) if words else 0


def _clipped(runs: Sequence[Run], lead: int, first: int, end: int) -> list[tuple[Span, Formatting]]:
    """The formatted runs of a paragraph as spans of the document; neighbours with one formatting are joined."""
    found: list[tuple[Span, Formatting]] = []
    place = first - lead
    for run in runs:
        low, high = max(place, first), min(place + len(run.text), end)
        place += len(run.text)
        if run.formatting and low < high:
            if found and found[-1][1] == run.formatting and found[-1][0].end == low:
                low = found.pop()[0].start
            found.append((Span(low, high), run.formatting))
    return found


def _origins(runs: Sequence[Run], lead: int, first: int, end: int) -> Iterator[RunOrigin]:
    place = first - lead
    for run in runs:
        low, high = max(place, first), min(place + len(run.text), end)
        if run.origin is not None and low < high:
            yield RunOrigin(Span(low, high), run.origin.part, run.origin.index, run.origin.offset + low - place)
        place += len(run.text)


def _is_bold(paragraph: ExtractedParagraph) -> bool:
    """Whether every word of a paragraph is bold; its label then is too."""
    worded = [run for run in paragraph.runs if run.text.strip()]
    return bool(worded) and all(run.formatting & Formatting.BOLD for run in worded)


def _is_all_bold(words: str, first: int, formatting: Sequence[tuple[Span, Formatting]]) -> bool:
    letters = sum(map(str.isalnum, words))
    bold = sum(
        sum(map(str.isalnum, words[span.start - first : span.end - first]))
        for span, how in formatting
        if how & Formatting.BOLD
    )
    return 0 < letters == bold


def _trimmed(runs: Sequence[Run]) -> list[Run]:
    """The runs of a cell on one line, without white space at its edges."""
    kept = [Run(run.text.replace("\t", " ").replace("\n", " "), run.formatting, run.origin) for run in runs]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        text, formatting, origin = kept[0]
        words = text.lstrip()
        if origin is not None:
            origin = replace(origin, offset=origin.offset + len(text) - len(words))
        kept[0] = Run(words, formatting, origin)
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
    return kept
