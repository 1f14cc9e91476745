"""The parts of a laid-out document as plain lists, which can be written as JSON and read back by another process.

["paragraph", [["Resolved: ", 1], ["That …", 0]], "list-item", "1.", 1, 4, [312]]
 what          words and dress                     kind        mark  level, indent, page breaks
["row", [[cell, cell], …]]     ["page"]     ["left out", "2 comments", "they are not part of the text"]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from compare.read.pdf.assemble import CellRow, Furniture, PageStart
from compare.read.pdf.footnotes import Note
from compare.read.pdf.hyphenation import Words
from compare.read.pdf.layout import Layout
from compare.read.pdf.page_content import Line, Page, Piece
from compare.read.pdf.paragraphs import Passage
from compare.values import SegmentKind

# How much larger than the usual type that of a heading is, and its longest text in letters.
_LARGER = 1.15
_LONGEST_HEADING = 200
# Points: items of a list that begin so near to each other are of one level.
_SAME_LEVEL = 6.0
# A letter's width in sizes of the type, for indents in columns.
_COLUMN = 0.5

# One part, as JSON has it.
Plain = list[Any]
# What stands before the figure of a note: "staff.1", "the surveyor3"; "m2" and "10th" are none.
_NOTED = re.compile(r"(?:[.,;:!?)\]”’\"]|[^\W\d_]{4})\s?$")


class EntryMaker:
    """Makes plain parts of one document's layout."""

    def __init__(self, pages: Sequence[Page], layout: Layout) -> None:
        self._layout = layout
        self._words = Words([line for page in pages for line in page.lines])
        self._noted = {part.mark for part in layout.parts if isinstance(part, Note)}
        passages = [part for part in layout.parts if isinstance(part, Passage)]
        self._sizes = _steps((passage.size for passage in passages if self._is_large(passage)), 0.5)[::-1]
        self._lefts = _steps((passage.mark_left for passage in passages if passage.mark), _SAME_LEVEL)

    def entries(self) -> Iterator[Plain]:
        """Every part, in order."""
        for part in self._layout.parts:
            if isinstance(part, PageStart):
                yield ["page"]
            elif isinstance(part, Passage):
                yield self._paragraph(part)
            elif isinstance(part, CellRow):
                yield ["row", [[self._paragraph(passage) for passage in cell] for cell in part.cells]]
            elif isinstance(part, Furniture):
                yield ["paragraph", _joined_by_tabs(part.lines), SegmentKind.FURNITURE.value, "", 0, 0, []]
            else:
                runs, _ = self._runs(part.lines, ())
                yield ["paragraph", runs, SegmentKind.LIST_ITEM.value, part.mark, 1, 0, []]

    def _paragraph(self, passage: Passage) -> Plain:
        runs, breaks = self._runs(passage.lines, passage.breaks)
        kind, level = SegmentKind.PARAGRAPH, 0
        mark = passage.mark.text if passage.mark else ""
        if self._is_large(passage) and sum(len(line.text) for line in passage.lines) <= _LONGEST_HEADING:
            kind, level = SegmentKind.HEADING, _rank(self._sizes, passage.size, 0.5)
        elif mark:
            kind, level = SegmentKind.LIST_ITEM, _rank(self._lefts, passage.mark_left, _SAME_LEVEL)
        left = passage.mark_left if mark else min(line.left for line in passage.lines)
        indent = max(0, round((left - self._layout.usual.left) / (_COLUMN * max(passage.size, 1))))
        return ["paragraph", runs, kind.value, mark, level, indent, breaks]

    def _is_large(self, passage: Passage) -> bool:
        return passage.size >= _LARGER * self._layout.usual.size and not passage.lines[0].is_turned

    def _runs(self, lines: Sequence[Line], breaks: Sequence[int]) -> tuple[list[tuple[str, int]], list[int]]:
        """The words of a paragraph, and the places in them at which pages begin."""
        pieces: list[Piece] = []
        starts: list[int] = []
        length = 0
        for place, line in enumerate(lines):
            if place:
                cut, link = self._words.link(lines[place - 1], line)
                length += _bind(pieces, cut, link, line)
            if place in breaks:
                starts.append(length)
            for piece in line.pieces:
                if not (piece.is_raised and (piece.text.strip() in self._noted or _refers(pieces, piece))):
                    pieces.append(piece)
                    length += len(piece.text)
                elif pieces and pieces[-1].text.endswith(" "):
                    pieces[-1] = pieces[-1]._replace(text=pieces[-1].text[:-1])
                    length -= 1
        return list(_alike(pieces)), starts


def _refers(before: Sequence[Piece], piece: Piece) -> bool:
    """Whether a raised figure refers to a note, wherever that is: it follows a stop or a word of some length."""
    return piece.text.strip().isdigit() and bool(before) and _NOTED.search(before[-1].text) is not None


def _bind(pieces: list[Piece], cut: int, link: str, line: Line) -> int:
    """Puts what stands between two lines after the pieces so far; by how many letters these have grown."""
    dress = pieces[-1].dress & line.pieces[0].dress if pieces else 0
    if cut and pieces:
        pieces[-1] = pieces[-1]._replace(text=pieces[-1].text[:-cut])
    pieces.append(Piece(link, dress))
    return len(link) - (cut if len(pieces) > 1 else 0)


def _alike(pieces: Iterable[Piece]) -> Iterator[tuple[str, int]]:
    """Runs of words that are printed alike; a blank between two of them is printed as they are."""
    words: list[str] = []
    dress = 0
    waiting = ""
    for piece in pieces:
        if not piece.text.strip():
            waiting += piece.text
            continue
        if words and piece.dress == dress:
            words.append(waiting + piece.text)
        else:
            if words:
                yield "".join(words) + waiting, dress
                waiting = ""
            words, dress = [waiting + piece.text], piece.dress
        waiting = ""
    if words:
        yield "".join(words) + waiting, dress


def _joined_by_tabs(lines: Sequence[Line]) -> list[tuple[str, int]]:
    pieces: list[Piece] = []
    for line in lines:
        if pieces:
            pieces.append(Piece("\t"))
        pieces.extend(line.pieces)
    return list(_alike(pieces))


def _steps(values: Iterable[float], near: float) -> list[float]:
    """The values, those apart that are not near to each other; from the smallest up."""
    steps: list[float] = []
    for value in sorted(values):
        if not steps or value - steps[-1] > near:
            steps.append(value)
    return steps


def _rank(steps: Sequence[float], value: float, near: float) -> int:
    """Which of the steps a value is, counted from 1."""
    return next((place for place, step in enumerate(steps, 1) if 0 <= value - step <= near), 1)
