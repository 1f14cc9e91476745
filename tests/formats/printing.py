"""A source as a PDF, as Word prints one: each run its own text object, numbers cut after the first stop.

    BT … (18.) ET  BT … (11.1) ET  BT … (The rents) ET        18.11.1<tab>The rents

Where things stand is laid out here, so that a test needs no word processor: wrapped lines, hanging indents of 1 cm,
running heads and feet, footnotes, rows that a page cuts. A `Look` is what bodies do otherwise: tables without lines, a
page an item, the page number close to the text, numbered lines, a watermark of curves, dotted leaders.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from pdfs.drawn import width
from pdfs.tiny import A4, FONTS, write_pdf

from .counting import Counting
from .inline import Words
from .source import Box, Cell, Columns, Control, Para, Source, Table

_CM = 72 / 2.54
_INDENT = 0.63 * _CM  # of each further level of a list
_TAB = 1.27 * _CM
_HANGING_WORDS = 3.2 * _CM  # where the words after the first tab of a "hang" paragraph stand
_LEADING = 1.18
_CELL_GAP = 5.4  # between the side of a cell and its words, in points
_SMALL = 0.65  # raised letters, in parts of the size
# Characters that the fonts have not, and the codes under which other glyphs are drawn for them; the file says what the
# codes mean.
_RARE = {"⅓": "\xbc", "⅔": "\xb3", "ı": "\xec"}
_PIECES = re.compile(r"\d+\.(?=\d)|[^\S\n]+|\S+?(?=\d+\.\d)|\S+")
_UNPRINTED = str.maketrans({"\xad": None, "‑": "-"})


@dataclass(frozen=True, slots=True)
class Look:
    """How the minutes are printed; lengths in points."""

    size: float = 11
    hang: float = _CM
    margin: float = 2.54 * _CM
    after: float = 6
    has_lines: bool | None = None  # of tables: as the source says, unless stated
    is_middle: bool = False  # short cells stand at half the height of their rows
    has_heads: bool = True
    number_gap: float = 0  # a page number so far below the last line; 0 for none
    is_page_an_item: bool = False
    sunk: int = 0  # how many of an item's last paragraphs stand at the foot of its page
    numbers_every: int = 0  # lines between two line numbers
    has_watermark: bool = False
    has_leaders: bool = False  # tabs after words are drawn as dots


@dataclass(frozen=True, slots=True)
class _Run:
    """Words in one look on one line, or a tab, or the end of a line."""

    text: str
    font: int = 1
    look: str = ""


@dataclass(slots=True)
class _Line:
    """One line: its runs, each with the place at which it begins."""

    runs: list[tuple[float, _Run]] = field(default_factory=list)
    end: float = 0
    notes: list[int] = field(default_factory=list)


def print_source(source: Source, look: Look | None = None) -> bytes:
    """The minutes as the bytes of a PDF."""
    return _Printer(source, look or Look()).write()


class _Printer:
    def __init__(self, source: Source, look: Look) -> None:
        self.source, self.look = source, look
        self.counting = Counting(source)
        self.pages: list[list[str]] = [[]]
        self.notes: list[str] = []
        self.on_page: list[int] = []  # the notes of this page
        self.left, self.right = look.margin, A4[0] - look.margin
        self.top, self.bottom = 2.54 * _CM, A4[1] - 2.54 * _CM
        self.y = self.top  # the top of the next line
        self.line_number = 0

    def write(self) -> bytes:
        blocks = list(self.source.blocks)
        while blocks:
            block = blocks.pop(0)
            if isinstance(block, Columns) and block.count > 1:
                inside = []
                while blocks and not isinstance(blocks[0], Columns):
                    inside.append(blocks.pop(0))
                self._columns([para for para in inside if isinstance(para, Para)], block.count)
            elif isinstance(block, Para):
                self._para(block)
                self._sink(blocks)
            elif isinstance(block, Box | Control):
                for para in block.paras:
                    self._para(para)
            elif isinstance(block, Table):
                self._table(block)
        self._end_page()
        contents = [
            (self._watermark() if self.look.has_watermark else "")
            + "".join(page)
            + self._heads(number, len(self.pages))
            for number, page in enumerate(self.pages, 1)
        ]
        return write_pdf(contents, fonts=[_font(name) for name in FONTS[:2]], meanings=_meanings())

    # Pages.

    def _end_page(self) -> None:
        """Draws the notes of the page at its foot."""
        lines = [line for number in self.on_page for line in self._note_lines(number)]
        y = self.bottom - len(lines) * self._height(0.85)
        if lines:
            self.pages[-1].append(_rule(self.left, y - 3, 144))
        for line in lines:
            self._draw(line, y, 0.85)
            y += self._height(0.85)
        self.on_page = []

    def _new_page(self) -> None:
        self._end_page()
        self.pages.append([])
        self.y = self.top

    def _room(self, notes: Iterable[int] = ()) -> float:
        """Where the text of this page must end, the notes of the next line counted."""
        numbers = [*self.on_page, *notes]
        count = sum(len(self._note_lines(number)) for number in numbers)
        return self.bottom - (count * self._height(0.85) + 8 if count else 0)

    def _note_lines(self, number: int) -> list[_Line]:
        runs = [_Run(str(number), look="r"), _Run(" "), *_pieces(self.notes[number - 1], 1, "")]
        return self._wrap(runs, self.left, self.right, self.left, 0.85)

    def _heads(self, number: int, count: int) -> str:
        """The running head and foot of a page, and its number close to the text."""
        drawn = ""
        if self.look.has_heads:
            for place, y in (("header", 36.0), ("footer", A4[1] - 40)):
                key = self._head_key(place, number)
                if key:
                    drawn += self._head(self.source.running_head(key), y, number, count)
        if self.look.number_gap:
            text = str(number)
            y = self.bottom + self.look.number_gap + self.look.size
            drawn += _say((A4[0] - width(text, self.look.size)) / 2, y, text, 1, self.look.size)
        return drawn

    def _head_key(self, place: str, number: int) -> str:
        page = self.source.page
        if any(key.startswith("first ") for key in page) and number == 1:
            return f"first {place}" if f"first {place}" in page else ""
        if any(key.startswith("even ") for key in page) and number % 2 == 0:
            return f"even {place}" if f"even {place}" in page else ""
        return place if place in page else ""

    def _head(self, para: Para, y: float, number: int, count: int) -> str:
        shown = "".join({"page": str(number), "pages": str(count)}.get(words.role, words.text) for words in para.words)
        left, *more = shown.split("\t")
        size = self.look.size - 1
        parts = [(self.left, left)]
        if more:
            parts.append(((A4[0] - width(more[0], size)) / 2, more[0]))
        if len(more) > 1:
            parts.append((self.right - width(more[1], size), more[1]))
        return "".join(_say(x, y, text, 1, size) for x, text in parts if text)

    def _watermark(self) -> str:
        drawn = "q 0.85 0.85 0.85 rg "
        for place in range(5):
            x, y, high = 90 + 78 * place, 160 + 100 * place, 110
            drawn += (
                f"{x} {y} m {x} {y + high} l {x + 45} {y + high} l {x + 80} {y + high} {x + 80} {y} {x + 45} {y} c h "
                f"{x + 16} {y + 16} m {x + 16} {y + 94} l {x + 50} {y + 94} {x + 50} {y + 16} {x + 16} {y + 16} c h f* "
            )
        return drawn + "Q\n"

    # Paragraphs.

    def _height(self, scale: float = 1) -> float:
        return self.look.size * _LEADING * scale

    def _para(self, para: Para) -> None:
        if para.kind == "blank":
            self.y += self._height()
            return
        is_item = para.kind in ("head1", "title") or _is_bold_heading(para)
        if self.look.is_page_an_item and is_item and self.y > self.top + 150:
            self._new_page()
        scale = {"title": 1.4, "head1": 1.15}.get(para.kind, 1)
        self._flow(self._lines(para, self.left, self.right), scale, self.look.after)

    def _sink(self, rest: Sequence[object]) -> None:
        """Goes down to the foot of the page where only the last paragraphs of an item are left."""
        own = list(takewhile(lambda block: isinstance(block, Para) and not _is_bold_heading(block), rest))
        if self.look.sunk and len(own) == self.look.sunk:
            self.y = max(self.y, self.bottom - len(own) * (self._height() + self.look.after) - 2)

    def _flow(self, lines: Sequence[_Line], scale: float, after: float) -> None:
        """Draws lines down the page, over as many pages as they need."""
        for line in lines:
            if self.y + self._height(scale) > self._room(line.notes):
                self._new_page()
            self.on_page += line.notes
            self.line_number += 1
            if self.look.numbers_every and self.line_number % self.look.numbers_every == 0:
                number = str(self.line_number)
                x = self.left - 20 - width(number, self.look.size - 3)
                self.pages[-1].append(_say(x, self.y + self.look.size, number, 1, self.look.size - 3))
            self._draw(line, self.y, scale)
            self.y += self._height(scale)
        self.y += after

    def _lines(self, para: Para, left: float, right: float) -> list[_Line]:
        """The lines of a paragraph between two edges."""
        bold = 2 if para.kind in ("title", "head1", "head2") else 1
        scale = {"title": 1.4, "head1": 1.15}.get(para.kind, 1)
        mark = self.counting.mark(para)
        runs = list(self._runs(para, bold))
        start = hang = left
        if mark:
            start = left + _INDENT * (para.level - 1)
            hang = start + self.look.hang
            wide = width(mark, self.look.size * scale, bold)
            while hang < start + wide + 0.3:
                hang += _TAB / 2
            marked = [*_pieces(mark, bold, ""), _Run(f"\v{hang}")]
            lines = self._wrap([*marked, *runs], start, right, hang, scale)
        elif para.kind == "hang":
            hang = left + _HANGING_WORDS
            runs = [_Run(f"\v{hang}") if run.text == "\t" else run for run in runs]
            lines = self._wrap(runs, left, right, hang, scale)
        else:
            lines = self._wrap(runs, left, right, left, scale)
        if para.kind in ("title", "centre", "right"):
            for line in lines:
                spare = (right - line.end) / (1 if para.kind == "right" else 2)
                line.runs = [(x + spare, run) for x, run in line.runs]
        return lines

    def _runs(self, para: Para, font: int) -> Iterator[_Run]:
        for words in para.words:
            if words.role == "note":
                self.notes.append(words.text)
                yield _Run(str(len(self.notes)), look="rn")
            elif words.role != "column":
                yield from self._run(words, font)

    def _run(self, words: Words, font: int) -> Iterator[_Run]:
        own = 2 if "b" in words.look else font
        for piece in re.split(r"([\t\n])", words.text.translate(_UNPRINTED)):
            if piece in ("\t", "\n"):
                yield _Run(piece)
            elif piece:
                yield from _pieces(piece, own, words.look)

    def _wrap(self, runs: Sequence[_Run], start: float, right: float, hang: float, scale: float) -> list[_Line]:
        """Breaks runs into lines: the first from `start`, the others from `hang`."""
        size = self.look.size * scale
        lines, x = [_Line(end=start)], start
        for word in _unbroken(runs):
            first = word[0]
            if first.text == "\n":
                lines.append(_Line(end=hang))
                x = hang
            elif first.text.startswith("\v"):
                x = max(x + 0.3, float(first.text[1:]))
            elif first.text == "\t":
                x = self._tab(lines[-1], x, start, size)
            elif not first.text.strip():
                x += width(first.text, size, first.font)
            else:
                wide = sum(_wide(run, size) for run in word)
                if x + wide > right and lines[-1].runs:
                    lines.append(_Line(end=hang))
                    x = hang
                for run in word:
                    lines[-1].runs.append((x, run))
                    lines[-1].notes += [int(run.text)] if run.look == "rn" else []
                    x += _wide(run, size)
                    lines[-1].end = x
        return lines

    def _tab(self, line: _Line, x: float, start: float, size: float) -> float:
        """Moves to the next stop; the stop is led to by dots where the look has leaders."""
        stop = start + _TAB * (int((x - start + 0.5) / _TAB) + 1)
        if self.look.has_leaders and any(letter.isalpha() for _, run in line.runs for letter in run.text):
            dots = int((stop + 3 * _TAB - x - 2) / width(".", size))
            line.runs.append((x + 1, _Run("." * dots)))
            return stop + 3 * _TAB
        return stop

    def _draw(self, line: _Line, y: float, scale: float = 1) -> None:
        size = self.look.size * scale
        for x, run in line.runs:
            raised = "r" in run.look
            own = size * _SMALL if raised else size
            base = y + size - (size * 0.35 if raised else 0)
            self.pages[-1].append(_say(x, base, run.text, run.font, own))
            for letter, height in (("s", 0.3), ("u", -0.12)):
                if letter in run.look:
                    self.pages[-1].append(_rule(x, base - size * height, width(run.text, own, run.font)))

    # Columns and tables.

    def _columns(self, paras: Sequence[Para], count: int) -> None:
        wide = (self.right - self.left - (count - 1) * _CM) / count
        columns: list[list[Para]] = [[]]
        for para in paras:
            if any(words.role == "column" for words in para.words):
                columns.append([])
            columns[-1].append(para)
        top, lowest = self.y, self.y
        for place, column in enumerate(columns):
            left = self.left + place * (wide + _CM)
            self.y = top
            for para in column:
                self._flow(self._lines(para, left, left + wide), 1, self.look.after)
            lowest = max(lowest, self.y)
        self.y = lowest

    def _table(self, table: Table) -> None:
        scale = min(1.0, (self.right - self.left) / (sum(table.widths) * _CM))
        edges = [self.left]
        for wide in table.widths:
            edges.append(edges[-1] + wide * _CM * scale)
        is_lined = table.is_ruled if self.look.has_lines is None else self.look.has_lines
        head: list[tuple[float, list[_Line]]] = []
        for place, row in enumerate(table.rows):
            cells = list(self._cells(row, edges))
            head = cells if place == 0 and table.has_head else head
            lines = max((len(lines) for _, lines in cells), default=0)
            high = lines * self._height() + 4
            is_whole = table.is_whole or lines < 3 or (place == 0 and table.has_head)
            if is_whole and self.y + high > self._room():
                self._new_page()
                self._row(head if place else [], edges, is_lined=is_lined)
            while cells:
                fits = max(1, int((self._room() - self.y - 4) / self._height()))
                self._row([(x, lines[:fits]) for x, lines in cells], edges, is_lined=is_lined)
                cells = [(x, lines[fits:]) for x, lines in cells]
                if not any(lines for _, lines in cells):
                    break
                self._new_page()
                self._row(head if place else [], edges, is_lined=is_lined)
        self.y += self.look.after + 4

    def _cells(self, row: Sequence[Cell], edges: Sequence[float]) -> Iterator[tuple[float, list[_Line]]]:
        place = 0
        for cell in row:
            left, right = edges[place] + _CELL_GAP, edges[place + cell.span] - _CELL_GAP
            lines = [line for para in cell.paras for line in self._lines(para, left, right)]
            yield left, lines
            place += cell.span

    def _row(self, cells: Sequence[tuple[float, list[_Line]]], edges: Sequence[float], *, is_lined: bool) -> None:
        if not cells:
            return
        count = max(len(lines) for _, lines in cells)
        high = count * self._height() + 4
        for _, lines in cells:
            shift = (count - len(lines)) * self._height() / 2 if self.look.is_middle else 0
            for number, line in enumerate(lines):
                self._draw(line, self.y + shift + number * self._height())
                self.on_page += line.notes
        if is_lined:
            sides = [*(x - _CELL_GAP for x, _ in cells), edges[-1]]
            for y in (self.y, self.y + high):
                self.pages[-1].append(_rule(edges[0], y, edges[-1] - edges[0]))
            self.pages[-1] += [_rule(x, self.y + high, 0.5, high) for x in sides]
        self.y += high


def _pieces(text: str, font: int, look: str) -> Iterator[_Run]:
    """Words as Word draws them: cut at blanks, and a number after its first stop."""
    for piece in _PIECES.findall(text.replace("\xa0", "\x00")):
        yield _Run(piece.replace("\x00", "\xa0"), font, look)


def _unbroken(runs: Iterable[_Run]) -> Iterator[list[_Run]]:
    """The runs that no line may part: words of several pieces; blanks, tabs and line ends alone."""
    word: list[_Run] = []
    for run in runs:
        if run.text.strip(" "):
            if run.text[0] in "\t\n\v":
                if word:
                    yield word
                word = []
                yield [run]
            else:
                word.append(run)
        else:
            if word:
                yield word
            word = []
            yield [run]
    if word:
        yield word


def _is_bold_heading(para: Para) -> bool:
    """A paragraph that is wholly bold and has a number among its first two words."""
    words = [words for words in para.words if words.text.strip()]
    return bool(words) and all("b" in one.look for one in words) and any(map(str.isdigit, _start(words[0].text)))


def _start(text: str) -> str:
    return " ".join(text.split()[:2])


def _wide(run: _Run, size: float) -> float:
    return width(run.text, size * (_SMALL if "r" in run.look else 1), run.font)


def _say(x: float, y: float, words: str, font: int, size: float) -> str:
    """Words `y` points from the top as Word places them: a text object with its own matrix."""
    coded = "".join(_RARE.get(letter) or letter.encode("cp1252").decode("latin-1") for letter in words)
    coded = coded.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"q BT /F{font} {size:.2f} Tf 1 0 0 1 {x:.2f} {A4[1] - y:.2f} Tm [({coded})] TJ ET Q\n"


def _rule(x: float, y: float, wide: float, high: float = 0.5) -> str:
    return f"{x:.2f} {A4[1] - y:.2f} {wide:.2f} {high:.2f} re f\n"


def _meanings() -> str:
    """What the codes of rare characters mean."""
    pairs = "\n".join(f"<{ord(code):02x}> <{ord(letter):04x}>" for letter, code in _RARE.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Rare def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(_RARE)} beginbfchar\n{pairs}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )


def _font(name: str) -> str:
    font = 2 if "Bold" in name else 1
    letters = (bytes([code]).decode("cp1252", "replace") for code in range(32, 256))
    widths = " ".join(f"{width(letter, 1000, font):.0f}" for letter in letters)
    return (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /FirstChar 32 /LastChar 255 /Widths [{widths}] "
        "/Encoding /WinAnsiEncoding >>"
    )
