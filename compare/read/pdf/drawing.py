"""What is drawn on a page beside its words: thin lines and boxes, pictures.

    0.5 w 72 600 m 200 600 l S          a rule, as a line …
    72 500 128 0.7 re f                 … as a filled box (Word's underline) …
    72 300 400 200 re S                 … and as the four sides of a frame
    /Im1 Do                             a picture; when the page has no words, a scan

Cost: two calls for each object of the page; more for paths alone.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import NamedTuple

from compare.read.pdf import pdfium as pdf
from compare.read.pdf.page_content import Rule

# Kinds of objects and of path segments. Source: fpdfview.h and fpdf_edit.h of PDFium.
_PATH, _PICTURE, _FORM = 2, 3, 5
_MOVE = 2
# Points. The thickest line that is a rule; a highlighter's stroke or a bar of colour is thicker.
_THICKEST = 2.5
# Points. The shortest rule: an underlined "I" is 3; dots of leaders are shorter.
_SHORTEST = 2.5
# Points, between which a bullet is wide.
_SMALLEST_DOT, _LARGEST_DOT = 1.5, 8.0
# Points. The smallest picture, in either direction: smaller ones are bullets and rules.
_SMALLEST_PICTURE = 12.0
# Objects looked into on one page; a map or a chart has more, and no minutes in them.
_MOST_PATHS = 4_000
_MOST_SEGMENTS = 400
_FAR = 1e6  # points; a page is at most 14,400 wide
_BOX = 5  # segments of one rectangle
_MOST_INNER = 2_000
_DEEPEST = 4


class Dot(NamedTuple):
    """A small shape, as wide as high: it can be a bullet."""

    base: float
    left: float
    right: float


@dataclass(slots=True)
class Drawing:
    """The rules of a page, level and upright, its small shapes and its pictures."""

    level: list[Rule] = field(default_factory=list)
    upright: list[Rule] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    pictures: int = 0
    paths: int = 0
    covered: float = 0.0  # square points under pictures


def read_drawing(page: int) -> Drawing:
    """Everything drawn on an open page that is no text."""
    drawing = Drawing()
    count = pdf.count_objects(page)
    objects = list(map(pdf.object_at, repeat(page, count), range(count)))
    for item, kind in zip(objects, map(pdf.object_type, objects), strict=True):
        if kind == _PATH:
            _read_path(item, drawing)
        elif kind == _PICTURE:
            _read_picture(item, drawing)
        elif kind == _FORM:
            _read_form(item, drawing, 1)
    return drawing


def _read_form(form: int, drawing: Drawing, depth: int) -> None:
    """Pictures in a drawing that is itself an object; its rules have places of their own and are left."""
    for number in range(min(pdf.count_inner(form), _MOST_INNER)):
        item = pdf.inner_at(form, number)
        kind = pdf.object_type(item)
        if kind == _PICTURE:
            box = _bounds(form)
            drawing.pictures += 1
            drawing.covered += (box[2] - box[0]) * (box[3] - box[1])
        elif kind == _PATH:
            drawing.paths += 1
        elif kind == _FORM and depth < _DEEPEST:
            _read_form(item, drawing, depth + 1)


def _read_picture(item: int, drawing: Drawing) -> None:
    left, bottom, right, top = _bounds(item)
    if min(right - left, top - bottom) >= _SMALLEST_PICTURE:
        drawing.pictures += 1
        drawing.covered += (right - left) * (top - bottom)


def _read_path(item: int, drawing: Drawing) -> None:
    drawing.paths += 1
    if drawing.paths > _MOST_PATHS:
        return
    left, bottom, right, top = _bounds(item)
    wide, high = right - left, top - bottom
    if high <= _THICKEST < wide:
        drawing.level.append(Rule((bottom + top) / 2, left, right))
    elif wide <= _THICKEST < high:
        drawing.upright.append(Rule((left + right) / 2, bottom, top))
    elif _SMALLEST_DOT < wide < _LARGEST_DOT and abs(wide - high) < wide / 5:
        drawing.dots.append(Dot(bottom, left, right))
    elif wide > _THICKEST:
        for start, end in _strokes(item):
            _add_stroke(start, end, drawing)


_Point = tuple[float, float]


def _add_stroke(start: _Point, end: _Point, drawing: Drawing) -> None:
    wide, high = abs(end[0] - start[0]), abs(end[1] - start[1])
    if high < 1 and wide > _SHORTEST:
        drawing.level.append(Rule((start[1] + end[1]) / 2, *sorted((start[0], end[0]))))
    elif wide < 1 and high > _SHORTEST:
        drawing.upright.append(Rule((start[0] + end[0]) / 2, *sorted((start[1], end[1]))))


def _strokes(item: int) -> Iterator[tuple[_Point, _Point]]:
    """The straight strokes of a path with many; a single box, filled, is a colour behind the words."""
    mode, is_stroked = ctypes.c_int(), ctypes.c_int()
    pdf.draw_mode(item, ctypes.addressof(mode), ctypes.addressof(is_stroked))
    count = pdf.count_segments(item)
    if not _BOX * (not is_stroked.value) < count <= _MOST_SEGMENTS:
        return
    matrix = (ctypes.c_float * 6)()
    pdf.object_matrix(item, ctypes.addressof(matrix))
    x, y = ctypes.c_float(), ctypes.c_float()
    before: _Point | None = None
    for number in range(count):
        segment = pdf.segment_at(item, number)
        pdf.segment_point(segment, ctypes.addressof(x), ctypes.addressof(y))
        here = _placed(x.value, y.value, list(matrix))
        if not (-_FAR < here[0] < _FAR and -_FAR < here[1] < _FAR):
            return
        if before is not None and pdf.segment_type(segment) != _MOVE:
            yield before, here
        before = here


def _placed(x: float, y: float, matrix: Sequence[float]) -> _Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


_box = (ctypes.c_float * 4)()
_sides = tuple(ctypes.addressof(_box) + 4 * number for number in range(4))


def _bounds(item: int) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of an object; nothing for one that PDFium cannot place."""
    if not pdf.object_bounds(item, *_sides):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = _box
    if not all(-_FAR < side < _FAR for side in (left, bottom, right, top)):
        return 0.0, 0.0, 0.0, 0.0
    return left, bottom, right, top
