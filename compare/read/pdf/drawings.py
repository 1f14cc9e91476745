"""What is drawn on a page beside its text: rulings, pictures, bullets, underlines and strikethrough.

    0.5 w 72 600 m 200 600 l S          a ruling, drawn as a line …
    72 500 128 0.7 re f                 … as a filled box (Word's underline) …
    72 300 400 200 re S                 … and as the four sides of a frame
    /Im1 Do                             a picture; on a page without text, a scan
    ●  bread                            a disc just before a line: the bullet of "• bread", as browsers print it
    DRAFT, as curves                    a shape: no rulings; large ones over the words are a stamp or watermark

    Carr     D─a─l─e                    a ruling just under a word from edge to edge: underlined; through it: struck out
    ────
    │ Elm │                             a ruling that begins before the words and ends after them: the side of a cell
    └─────┘

Cost: two calls for each object of the page, more for paths; positions of characters only where a ruling meets a line.
"""

from __future__ import annotations

import ctypes
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from operator import attrgetter
from typing import NamedTuple

from compare.read.pdf import pdfium as pdf
from compare.read.pdf.characters import STRUCK, UNDERLINED, Box, PageCharacters
from compare.read.pdf.page import Ruling, TextLine, TextRun
from compare.read.pdf.text_lines import FormatChange, MeasuredLine, split_into_runs

# Kinds of objects and of path segments. Source: fpdfview.h and fpdf_edit.h of PDFium.
_PATH, _PICTURE, _FORM = 2, 3, 5
_MOVE, _CURVE = 2, 1
# Points. The thickest ruling; a highlighter's stroke or a bar of colour is thicker.
_THICKEST = 2.5
# Points. The shortest ruling: an underlined "I" is 3; dots of leaders are shorter.
_SHORTEST = 2.5
# Points: the least and the largest width of a drawn bullet.
_SMALLEST_DOT, _LARGEST_DOT = 1.5, 8.0
# Points. The smallest picture, in either direction: smaller ones are bullets and rulings.
_SMALLEST_PICTURE = 12.0
# Points: the least height and width of a letter that is drawn large, as in a watermark.
_LARGE_LETTER = 24.0
# A stamp or watermark reaches over this share of the width or height of a page, and over this many long lines.
_ACROSS = 0.4
_LINES_UNDER, _LONG_LINE = 5, 20
# Paths read on one page; a map or a chart has more, and no minutes in it.
_MOST_PATHS = 4_000
_MOST_SEGMENTS = 400
_FAR = 1e6  # points; a page is at most 14,400 wide
_BOX = 5  # segments of one rectangle
_MOST_INNER = 2_000
_DEEPEST = 4
_BULLET = "•"
# In font sizes: how far before the line a bullet stands, and how far above its baseline.
_BEFORE = 2.2
_LOW, _HIGH = 0.0, 0.7
# How far above the baseline a ruling is, in font sizes: just below it, or through the lower-case letters. Measured
# in LibreOffice, Chromium and WeasyPrint: -0.07 to -0.2 and 0.22 to 0.32; Word: -0.1 and 0.26.
_UNDER = (-0.3, 0.03)
_THROUGH = (0.14, 0.45)
# Points by which a ruling may miss the edge of a character: half its thickness, and rounding.
_MISS = 1.7
# In font sizes: how far a ruling continues under the spaces after the last word.
_AFTER = 1.0

_FormattedRange = tuple[int, int, int]


class Dot(NamedTuple):
    """A small shape, as wide as it is high: it can be a bullet."""

    baseline: float
    left: float
    right: float


@dataclass(slots=True)
class PageDrawings:
    """The rulings, small shapes and pictures of a page, and the boxes of its large shapes with curves or slopes."""

    horizontal: list[Ruling] = field(default_factory=list)
    vertical: list[Ruling] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    shapes: list[Box] = field(default_factory=list)
    pictures: int = 0
    paths: int = 0
    picture_area: float = 0.0  # square points


def read_drawings(page: int) -> PageDrawings:
    """Reads everything drawn on an open page that is not text."""
    drawing = PageDrawings()
    count = pdf.count_objects(page)
    objects = list(map(pdf.object_at, repeat(pdf.pointer(page), count), range(count)))
    for page_object, kind in zip(objects, map(pdf.object_type, objects), strict=True):
        if kind == _PATH:
            _read_path(page_object, drawing)
        elif kind == _PICTURE:
            _read_picture(page_object, drawing)
        elif kind == _FORM:
            _read_form(page_object, drawing, 1)
    return drawing


def _read_form(form: int, drawing: PageDrawings, depth: int) -> None:
    """Counts pictures in a form object, and finds its large shapes; its rulings are not read."""
    for number in range(min(pdf.count_inner(form), _MOST_INNER)):
        page_object = pdf.inner_at(form, number)
        kind = pdf.object_type(page_object)
        if kind == _PICTURE:
            box = _bounds(form)
            drawing.pictures += 1
            drawing.picture_area += (box[2] - box[0]) * (box[3] - box[1])
        elif kind == _PATH:
            drawing.paths += 1
            if drawing.paths <= _MOST_PATHS and _is_shape(list(_segments(page_object))):
                _add_shape(_box_on_page(form, page_object), drawing)
        elif kind == _FORM and depth < _DEEPEST:
            _read_form(page_object, drawing, depth + 1)


def _read_picture(page_object: int, drawing: PageDrawings) -> None:
    left, bottom, right, top = _bounds(page_object)
    if min(right - left, top - bottom) >= _SMALLEST_PICTURE:
        drawing.pictures += 1
        drawing.picture_area += (right - left) * (top - bottom)


def _read_path(page_object: int, drawing: PageDrawings) -> None:
    drawing.paths += 1
    if drawing.paths > _MOST_PATHS:
        return
    left, bottom, right, top = _bounds(page_object)
    width, height = right - left, top - bottom
    if height <= _THICKEST < width:
        drawing.horizontal.append(Ruling((bottom + top) / 2, left, right))
    elif width <= _THICKEST < height:
        drawing.vertical.append(Ruling((left + right) / 2, bottom, top))
    elif _SMALLEST_DOT < width < _LARGEST_DOT and abs(width - height) < width / 5:
        drawing.dots.append(Dot(bottom, left, right))
    elif width > _THICKEST:
        _read_outline(page_object, (left, bottom, right, top), drawing)


_Point = tuple[float, float]


def _add_stroke(start: _Point, end: _Point, drawing: PageDrawings) -> None:
    width, height = abs(end[0] - start[0]), abs(end[1] - start[1])
    if height < 1 and width > _SHORTEST:
        drawing.horizontal.append(Ruling((start[1] + end[1]) / 2, *sorted((start[0], end[0]))))
    elif width < 1 and height > _SHORTEST:
        drawing.vertical.append(Ruling((start[0] + end[0]) / 2, *sorted((start[1], end[1]))))


class _Segment(NamedTuple):
    """A piece of a path, or the move to its next part."""

    kind: int
    start: _Point
    end: _Point


def _segments(page_object: int) -> Iterator[_Segment]:
    """Yields the segments of a path, as far as they are read."""
    matrix = (ctypes.c_float * 6)()
    pdf.object_matrix(page_object, ctypes.addressof(matrix))
    x, y = ctypes.c_float(), ctypes.c_float()
    before = 0.0, 0.0
    for number in range(min(pdf.count_segments(page_object), _MOST_SEGMENTS)):
        segment = pdf.segment_at(page_object, number)
        pdf.segment_point(segment, ctypes.addressof(x), ctypes.addressof(y))
        here = _placed(x.value, y.value, matrix)
        if not (-_FAR < here[0] < _FAR and -_FAR < here[1] < _FAR):
            return
        yield _Segment(pdf.segment_type(segment), before, here)
        before = here


def _is_shape(segments: Sequence[_Segment]) -> bool:
    """Whether a path has curves or slopes."""
    return any(
        segment.kind == _CURVE
        or (
            segment.kind != _MOVE
            and min(abs(segment.end[0] - segment.start[0]), abs(segment.end[1] - segment.start[1])) > 1
        )
        for segment in segments
    )


def _read_outline(page_object: int, box: Box, drawing: PageDrawings) -> None:
    """Reads the straight strokes of a path as rulings, unless it is a filled shape: a letter, a drawing.

    A single filled box is a background colour.
    """
    mode, is_stroked = ctypes.c_int(), ctypes.c_int()
    pdf.draw_mode(page_object, ctypes.addressof(mode), ctypes.addressof(is_stroked))
    count = pdf.count_segments(page_object)
    if count <= _BOX * (not is_stroked.value):
        return
    segments = list(_segments(page_object))
    is_shape = _is_shape(segments)
    if is_shape:
        _add_shape(box, drawing)
    is_solid = sum(segment.kind == _MOVE for segment in segments) == 1  # an "L"; a frame has an inner part too
    if count > _MOST_SEGMENTS or (not is_stroked.value and (is_shape or is_solid)):
        return
    for segment in segments:
        if segment.kind != _MOVE:
            _add_stroke(segment.start, segment.end, drawing)


def _add_shape(box: Box, drawing: PageDrawings) -> None:
    if min(box[2] - box[0], box[3] - box[1]) >= _LARGE_LETTER:
        drawing.shapes.append(box)


def _box_on_page(form: int, page_object: int) -> Box:
    """The box of an object within a form object, as it lies on the page."""
    matrix = (ctypes.c_float * 6)()
    pdf.object_matrix(form, ctypes.addressof(matrix))
    left, bottom, right, top = _bounds(page_object)
    corners = [_placed(x, y, matrix) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def find_stamp(shapes: Sequence[Box], extent: tuple[float, float]) -> Box | None:
    """The box of the large shapes of a page, if they reach across it: letters of a stamp or watermark, or a picture."""
    if not shapes:
        return None
    lefts, bottoms, rights, tops = zip(*shapes, strict=True)
    box = min(lefts), min(bottoms), max(rights), max(tops)
    is_across = box[2] - box[0] >= _ACROSS * extent[0] or box[3] - box[1] >= _ACROSS * extent[1]
    return box if is_across else None


def lies_over_words(box: Box, lines: Iterable[TextLine]) -> bool:
    """Whether a box covers lines of running text: a chart does not."""
    left, bottom, right, top = box
    over = (
        line
        for line in lines
        if bottom < line.baseline < top and left < (line.left + line.right) / 2 < right and len(line.text) >= _LONG_LINE
    )
    return sum(1 for _ in over) >= _LINES_UNDER


def _placed(x: float, y: float, matrix: Iterable[float]) -> _Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


_box = (ctypes.c_float * 4)()
_sides = tuple(ctypes.addressof(_box) + 4 * number for number in range(4))


def _bounds(page_object: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of an object; zeros for one that PDFium cannot place."""
    if not pdf.object_bounds(page_object, *_sides):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = _box
    if not all(-_FAR < side < _FAR for side in (left, bottom, right, top)):
        return 0.0, 0.0, 0.0, 0.0
    return left, bottom, right, top


def add_bullets(lines: Sequence[TextLine], dots: Sequence[Dot]) -> list[TextLine]:
    """Adds the bullets that are drawn before lines to their text. Cost: n log n in the dots."""
    if not dots:
        return list(lines)
    by_height = sorted(dots, key=lambda dot: dot.baseline)
    heights = [dot.baseline for dot in by_height]
    return [_with_bullet(line, by_height, heights) for line in lines]


def _with_bullet(line: TextLine, dots: Sequence[Dot], heights: Sequence[float]) -> TextLine:
    low = bisect_left(heights, line.baseline + _LOW * line.size)
    high = bisect_left(heights, line.baseline + _HIGH * line.size)
    near = [dot for dot in dots[low:high] if dot.right < line.left < dot.right + _BEFORE * line.size]
    if len(near) != 1 or line.is_rotated:
        return line
    dot = near[0]
    return line._replace(
        text=f"{_BULLET} {line.text}",
        runs=(TextRun(f"{_BULLET} "), *line.runs),
        left=dot.left,
        first_word=dot.right - dot.left,
        hang=line.left,
    )


def apply_drawn_formatting(
    characters: PageCharacters, found: Sequence[MeasuredLine], rulings: Sequence[Ruling]
) -> tuple[list[TextLine], list[Ruling]]:
    """Marks words as underlined or struck out by rulings; returns the lines and the remaining rulings."""
    if not rulings or not found:
        return [measured.line for measured in found], list(rulings)
    order = sorted(range(len(found)), key=lambda number: found[number].line.baseline)
    baselines = [found[number].line.baseline for number in order]
    largest = max(measured.line.size for measured in found)
    marked: dict[int, list[_FormattedRange]] = defaultdict(list)
    others = []
    for ruling in rulings:
        low = bisect_left(baselines, ruling.position - _THROUGH[1] * largest)
        high = bisect_left(baselines, ruling.position - _UNDER[0] * largest)
        for number in order[low:high]:
            found_range = _marked_range(characters, found[number], ruling)
            if found_range is not None:
                marked[number].append(found_range)
                break
        else:
            others.append(ruling)
    return [
        _reformatted(characters, measured, marked[number]) if number in marked else measured.line
        for number, measured in enumerate(found)
    ], others


def _marked_range(characters: PageCharacters, measured: MeasuredLine, ruling: Ruling) -> _FormattedRange | None:
    """Finds the characters that a ruling underlines or strikes out, from edge to edge."""
    line = measured.line
    if line.is_rotated or line.size <= 0:
        return None
    place = (ruling.position - line.baseline) / line.size
    if _UNDER[0] <= place <= _UNDER[1]:
        formatting = UNDERLINED
    elif _THROUGH[0] <= place <= _THROUGH[1]:
        formatting = STRUCK
    else:
        return None
    if ruling.start < line.left - _MISS or ruling.start > line.right or ruling.end > line.right + _AFTER * line.size:
        return None
    boxes = [(index, characters.box(index)) for index in range(measured.start, measured.end)]
    inside = [(index, box) for index, box in boxes if ruling.start <= (box[0] + box[2]) / 2 <= ruling.end]
    if not inside or min(abs(box[0] - ruling.start) for _, box in boxes) > _MISS:
        return None
    if ruling.end < line.right and min(abs(box[2] - ruling.end) for _, box in boxes) > _MISS:
        return None
    return inside[0][0], inside[-1][0] + 1, formatting


def _reformatted(characters: PageCharacters, measured: MeasuredLine, ranges: Sequence[_FormattedRange]) -> TextLine:
    """Splits a line into runs again, at the ends of the rulings too."""
    edges = {edge for start, end, _ in ranges for edge in (start, end) if measured.start <= edge < measured.end}
    changes_before = measured.changes or (FormatChange(measured.start, measured.line.runs[0].formatting),)
    starts = sorted(edges | {change.start for change in changes_before})
    changes = []
    for start in starts:
        below = max((change for change in changes_before if change.start <= start), key=attrgetter("start"))
        formatting = below.formatting
        for first, last, more in ranges:
            if first <= start < last:
                formatting |= more
        changes.append(FormatChange(start, formatting, below.is_raised))
    return measured.line._replace(runs=split_into_runs(characters.text, changes, measured.end, measured.missing))
