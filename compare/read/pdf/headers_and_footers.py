"""Separates page headers, footers and page numbers from the body of each page.

    PLANNING COMMITTEE - 06/09/22          repeats on every page, on every other, or on all but the first
    …
    Resolved: That the report be noted.    a line of the minutes, though two pages may begin with it
    23D                                    a page number written by hand: "23D", "(24)", "A 53"
    Page 3 of 9
    DRAFT, across the page                 a watermark: removed with the footer

A line of the minutes that is taken for furniture is not compared as text of the minutes. So a row needs a reason and a
position: outside all rows of the body, and apart from them unless it repeats often. `PageEdge` holds the candidates,
`RunningHeads` finds what repeats, `_add_rows_in_margin` adds what only stands where other headers stand.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from compare.read.pdf.page import BaselineRow, PdfPage, TextLine, group_into_rows, join_lines

# Rows at the edge of a page that can be furniture: the longest repeated letterhead, and a line under it.
DEEPEST = 7
# Shares of the page's height from its edge: where headers end, and where a number by itself is a page number.
_EDGE = 0.25
_NUMBER_EDGE = 0.12
# Points by which the height of the same row may differ between pages.
_DRIFT = 4.0
# In font sizes: the gap between furniture and the body; lines of a paragraph are 1.0 to 1.4 apart.
_APART = 1.7
_FAR_APART = 2.7
_MORE = 1.1
# A row that repeats on this number and share of pages need not stand apart.
_OFTEN = 3
_SHARE = 0.4
# Rows with a gap after them that can be furniture if two pages have them: a number, and a line above it.
_MOST_GAPS = 2
# Times the body's font size: larger text that repeats on two pages is a title on each.
_SAME_SIZE = 1.1
# From here on, a number by itself is a year and not a page number.
_FIRST_YEAR = 1900
# Rows at the top of the first page that hold the name of the body and the date, and the share of a header's
# words that are among them.
_TITLE_ROWS = 8
_OF_TITLE = 0.7

# A row is in the margin if its distance from the edge is within this share of the left margin; its longest text.
_IN_MARGIN = 0.75
_SHORT_HEAD = 90
_MOST_IN_MARGIN = 3

_PAGE_OF = re.compile(
    r"(?i)(?:.{0,60}\t)?\W{0,3}(?:p ?a ?g ?e|p\.|pg\.?|tudalen)\W{0,3}(\d{1,4})(?:\s*(?:of|o|/)\s*\d{1,4})?"
    r"\W{0,3}(?:\t.{0,60})?"
    r"|\W{0,3}(\d{1,4})\s?\|\s?p ?a ?g ?e\W{0,3}"
)
# "12", "- 12 -", "(12)", "12D", "A 12", "12/20", "12 of 20".
_LONE = re.compile(r"[(\[|–—-]{0,2}\s?(?:[A-Z]{1,3}[ /.-]?)?(\d{1,4})(?:[A-Z]|\s*(?:/|of)\s*\d{1,4})?\s?[)\]|–—-]{0,2}")
_NO_LETTERS = re.compile(r"[\W\d_]+")
# Characters: headings of table columns ("name", "action by") repeat as well.
_SHORT = 9
_WORDS = re.compile(r"[^\W\d_]+")
# The most rows of a band in the margin, and the most characters of one.
_MOST_ROWS = 3
_LONGEST_IN_BAND = 90
# Larger text than this is a title.
# Points by which a band, and the body below it, may differ in height between pages.
_BAND_DRIFT = 2.0
_BODY_DRIFT = 8.0
# In font sizes: gaps between paragraphs are wider.
_LEADING = 1.4
# Points: a row that ends this close to the margin is flush right; and the width of a space in font sizes.
_FLUSH = 1.0
_SPACE = 0.25
# The share of the page's height from its edge in which rows are collected, with one row more to measure the gap.
_ZONE = 0.32
# The font size of a watermark, times the body's.
_LARGE = 1.8


class PageEdge(NamedTuple):
    """The rows at the top or bottom of a page, from the edge inwards."""

    page: PdfPage
    rows: tuple[BaselineRow, ...]
    is_top: bool

    def distance(self, row: BaselineRow) -> float:
        """The distance of a row from the edge of the page."""
        return self.page.height - row.baseline if self.is_top else row.baseline

    def is_apart(self, depth: int) -> bool:
        """Whether a gap separates the row at this depth from the next."""
        if depth + 1 >= len(self.rows):
            return True
        row, inner = self.rows[depth], self.rows[depth + 1]
        return abs(row.baseline - inner.baseline) > _APART * max(min(row.size, inner.size), 1)

    def is_set_off(self, depth: int) -> bool:
        """Whether that gap is larger than the next one: gaps between paragraphs are all alike."""
        if depth + 2 >= len(self.rows):
            return self.is_apart(depth)
        first, second, third = self.rows[depth : depth + 3]
        return self.is_apart(depth) and abs(first.baseline - second.baseline) > _MORE * abs(
            second.baseline - third.baseline
        )


class RunningHeads:
    """Finds the headers of all pages, or the footers, by what repeats on them."""

    def __init__(self, edges: Sequence[PageEdge], font_size: float) -> None:
        self.edges = edges
        self.font_size = font_size  # of the body
        self.places: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
        self.known: dict[tuple[str, float, float], frozenset[int]] = {}
        self.numbers: dict[int, list[tuple[int, float]]] = defaultdict(list)
        self.keys = [[row.key for row in edge.rows[:DEEPEST]] for edge in edges]
        self.nearest = sorted(edge.distance(edge.rows[0]) for edge in edges if edge.rows)[:2]
        for number, edge in enumerate(edges):
            self._record(number, edge)

    def _record(self, number: int, edge: PageEdge) -> None:
        """Records the positions and page numbers of a page's rows."""
        for row, own in zip(edge.rows, self.keys[number], strict=False):
            here = round(edge.distance(row), 1), round(row.size, 1)
            for key in (own, *_partial_keys(row)):
                self.places[key].append((number, *here))
            lone = _lone_number(row)
            if lone is not None:
                self.numbers[lone - edge.page.number].append((number, edge.distance(row)))

    def depths(self) -> list[int]:
        """Counts the rows of each page that are furniture."""
        return [self._depth(number, edge) for number, edge in enumerate(self.edges)]

    def _depth(self, number: int, edge: PageEdge) -> int:
        depth = gaps = 0
        for place, row in enumerate(edge.rows[:DEEPEST]):
            if edge.distance(row) > _EDGE * edge.page.height:
                break
            if self._is_strong(number, edge, place):
                depth = place + 1
            elif place == depth and gaps < _MOST_GAPS and self._is_weak(number, edge, place):
                depth = place + 1
                gaps += edge.is_apart(place)
        return depth

    def _is_strong(self, number: int, edge: PageEdge, place: int) -> bool:
        """Whether a row is furniture by itself; then all rows between it and the edge are furniture too."""
        row = edge.rows[place]
        if all(line.is_artifact for line in row.lines):
            return True
        seen = self._seen(number, edge, row, (self.keys[number][place], *_partial_keys(row)))
        if len(seen) < _OFTEN or len(seen) < _SHARE * len(self.edges):
            return False
        # A repeated table head stands close above its rows, and its first occurrence is not a repetition.
        return number != min(seen) or any(map(edge.is_apart, range(place, min(place + 3, len(edge.rows)))))

    def _is_weak(self, number: int, edge: PageEdge, place: int) -> bool:
        """Whether a row is furniture if all rows between it and the edge are."""
        row = edge.rows[place]
        if self._is_number(number, edge, place):
            return True
        reads_like_head = row.size <= _SAME_SIZE * self.font_size and row.text[-1] not in ".;:,"
        recurs = reads_like_head and len(self._seen(number, edge, row, self.keys[number][place : place + 1])) > 1
        if recurs and (edge.is_set_off(place) or self._is_in_block(number, edge, place)):
            return True
        if self._is_in_margin(edge, place):
            return True
        return edge.is_top and (self._repeats_title(number, edge, place) or (place == 0 and self._above_all))

    def _is_in_margin(self, edge: PageEdge, place: int) -> bool:
        """Whether short rows stand in the margin, far from the body: the header of a document of one page."""
        margin = min(line.left for line in edge.page.lines)
        for row, inner in pairwise(edge.rows[place : place + _MOST_IN_MARGIN + 1]):
            is_short = len(row.text) < _SHORT_HEAD and row.text[-1] not in ".;:,"
            if not is_short or row.size > _SAME_SIZE * self.font_size or edge.distance(row) > _IN_MARGIN * margin:
                return False
            if abs(row.baseline - inner.baseline) > _FAR_APART * max(row.size, inner.size):
                return True
        return False

    @cached_property
    def _above_all(self) -> bool:
        """Whether all pages have a short row at one height in the margin, above bodies that begin at one height.

        A document of two pages can have another header on each; neither repeats.
        """
        firsts = [edge for edge in self.edges if edge.rows]
        if len(firsts) < 2 or any(len(edge.rows) < 2 or not edge.is_apart(0) for edge in firsts):  # noqa: PLR2004
            return False
        heads = [edge.distance(edge.rows[0]) for edge in firsts]
        bodies = [edge.distance(edge.rows[1]) for edge in firsts]
        margin = min(line.left for edge in firsts for row in edge.rows[1:] for line in row.lines)
        return (
            max(heads) - min(heads) <= _DRIFT / 2
            and max(bodies) - min(bodies) <= 2 * _DRIFT
            and max(heads) < _IN_MARGIN * margin
            and all(len(edge.rows[0].text) < _SHORT_HEAD and edge.rows[0].text[-1] not in ".;:," for edge in firsts)
        )

    def _is_in_block(self, number: int, edge: PageEdge, place: int) -> bool:
        """Whether a repeated row stands next to other repeated rows, with a gap after them."""
        for inner in range(place, min(place + 4, len(edge.rows))):
            keys = self.keys[number][inner : inner + 1]
            if len(self._seen(number, edge, edge.rows[inner], keys)) < 2:  # noqa: PLR2004 (this page and another)
                return inner - 1 > place
            if edge.is_set_off(inner):
                return True
        return False

    def _seen(self, number: int, edge: PageEdge, row: BaselineRow, keys: Sequence[str]) -> set[int]:
        """The pages that have a row's words at the same position, numbers aside."""
        return {number}.union(
            *(self._pages(key, round(edge.distance(row), 1), round(row.size, 1)) for key in keys if _WORDS.search(key))
        )

    def _pages(self, key: str, here: float, size: float) -> frozenset[int]:
        """The pages with these words at this height; cached, since it is the same for all of them."""
        known = self.known.get((key, here, size))
        if known is None:
            places = self.places[key]
            found = (page for page, at, its in places if abs(at - here) <= _DRIFT and abs(its - size) < 1)
            known = self.known[key, here, size] = frozenset(found)
        return known

    def _is_number(self, number: int, edge: PageEdge, place: int) -> bool:
        row = edge.rows[place]
        here = edge.distance(row)
        if here > _NUMBER_EDGE * edge.page.height:
            return False
        if _PAGE_OF.fullmatch(row.text):
            return True
        lone = _lone_number(row)
        if lone is None or not edge.is_apart(place):
            return False
        others = self.numbers[lone - edge.page.number]
        if any(other != number and abs(at - here) <= _DRIFT for other, at in others):
            return True
        margin = min(line.left for line in edge.page.lines)
        return lone == edge.page.number or (lone < _FIRST_YEAR and here < _IN_MARGIN * margin)

    def _repeats_title(self, number: int, edge: PageEdge, place: int) -> bool:
        """Whether a row above the body of a later page repeats the title on the first page."""
        if number == 0 or not edge.is_apart(place):
            return False
        row = edge.rows[place]
        # The highest first row of any other page.
        nearest = self.nearest[1:] if edge.distance(edge.rows[0]) == self.nearest[0] else self.nearest
        if not nearest or edge.distance(row) > nearest[0] - row.size / 2:
            return False
        title = {word for first in self.edges[0].rows[:_TITLE_ROWS] for word in _WORDS.findall(first.text.lower())}
        words = _WORDS.findall(row.text.lower())
        return bool(words) and sum(word in title for word in words) >= _OF_TITLE * len(words)


def _partial_keys(row: BaselineRow) -> Iterator[str]:
    """The longer lines of a row, which can repeat by themselves beside the name of a chapter."""
    if len(row.lines) > 1:
        for line in row.lines:
            key = _NO_LETTERS.sub(" ", line.text.lower()).strip()
            if len(key) > _SHORT:
                yield f"\t{key}"


def _lone_number(row: BaselineRow) -> int | None:
    match = _LONE.fullmatch(row.text.strip())
    return int(match.group(1)) if match else None


def _add_rows_in_margin(edges: Sequence[PageEdge], depths: Sequence[int], font_size: float) -> list[int]:
    """Adds to the furniture of each page the rows that stand where other pages have furniture."""
    margin = min((line.left for edge in edges for line in edge.page.lines if not line.is_rotated), default=0.0)
    bands = [_band(edge, _IN_MARGIN * margin, font_size) for edge in edges]
    found = [*depths]
    if len(edges) > 1 and all(bands) and _above_one_body(edges, bands):
        found = [max(depth, band) for depth, band in zip(depths, bands, strict=True)]
    known = [edge.distance(edge.rows[0]) for edge, depth in zip(edges, found, strict=True) if depth]
    for number, (edge, band) in enumerate(zip(edges, bands, strict=True)):
        if not found[number] and band and _is_far(edge, band):
            here = edge.distance(edge.rows[0])
            if any(abs(place - here) <= _BAND_DRIFT for place in known):
                found[number] = band
    return found


def _band(edge: PageEdge, limit: float, font_size: float) -> int:
    """Counts the rows in a page's margin, up to the first gap; 0 if they could be lines of the body."""
    if not edge.rows or edge.distance(edge.rows[0]) > limit:
        return 0
    for depth, row in enumerate(edge.rows[:_MOST_ROWS], 1):
        if len(row.text) >= _LONGEST_IN_BAND or row.text[-1] in ".;:," or row.size > _SAME_SIZE * font_size:
            return 0
        if depth == len(edge.rows) or edge.is_apart(depth - 1):
            return depth
    return 0


def _above_one_body(edges: Sequence[PageEdge], bands: Sequence[int]) -> bool:
    """Whether all bands begin at one height and all bodies at another, with a gap wider than between paragraphs."""
    if any(band == len(edge.rows) for edge, band in zip(edges, bands, strict=True)):
        return False
    starts = [edge.distance(edge.rows[0]) for edge in edges]
    bodies = [edge.distance(edge.rows[band]) for edge, band in zip(edges, bands, strict=True)]
    gaps = [
        abs(edge.rows[band - 1].baseline - edge.rows[band].baseline) for edge, band in zip(edges, bands, strict=True)
    ]
    is_level = max(starts) - min(starts) <= _BAND_DRIFT and max(bodies) - min(bodies) <= _BODY_DRIFT
    return is_level and min(gaps) > median(_paragraph_gaps(edges))


def _paragraph_gaps(edges: Iterable[PageEdge]) -> list[float]:
    """The gaps between paragraphs at this end of the body."""
    gaps = [
        abs(row.baseline - inner.baseline)
        for edge in edges
        for row, inner in pairwise(edge.rows[_MOST_ROWS:])
        if abs(row.baseline - inner.baseline) > _LEADING * row.size
    ]
    return gaps or [0.0]


def _is_far(edge: PageEdge, band: int) -> bool:
    if band == len(edge.rows):
        return True
    row, inner = edge.rows[band - 1], edge.rows[band]
    return abs(row.baseline - inner.baseline) > _FAR_APART * max(row.size, inner.size)


def _join_wrapped_rows(rows: Sequence[BaselineRow], margin: float) -> tuple[TextLine, ...]:
    """Returns the lines of a header or footer; a wrapped line is joined with the one above."""
    lines: list[TextLine] = []
    for before, row in pairwise((None, *rows)):
        if row is None:
            continue
        if before is not None and _wraps(before, row, margin):
            lines[-1] = join_lines(lines[-1], row.lines[0])
        else:
            lines += row.lines
    return tuple(lines)


def _wraps(before: BaselineRow, row: BaselineRow, margin: float) -> bool:
    """Whether the first word of a row did not fit into the row above, which has a tab and is not flush right."""
    if len(before.lines) < 2 or len(row.lines) > 1 or before.baseline - row.baseline > _LEADING * row.size:  # noqa: PLR2004
        return False
    right, line = before.lines[-1].right, row.lines[0]
    begins_left = abs(line.left - before.lines[0].left) < _FLUSH
    return begins_left and margin - line.first_word - _SPACE * line.size < right < margin - _FLUSH


class SplitPage(NamedTuple):
    """A page split into header, body and footer."""

    page: PdfPage
    header: tuple[TextLine, ...]
    body: tuple[TextLine, ...]  # in the order of the file
    footer: tuple[TextLine, ...]


def split_headers_and_footers(pages: Sequence[PdfPage]) -> list[SplitPage]:
    """Splits each page into header, body and footer. Cost: n log n in the lines."""
    font_size = _usual_size(pages)
    tops = [_page_edge(page, page.lines, is_top=True) for page in pages]
    header_depths = _add_rows_in_margin(tops, RunningHeads(tops, font_size).depths(), font_size)
    taken = [
        {id(line) for row in edge.rows[:depth] for line in row.lines}
        for edge, depth in zip(tops, header_depths, strict=True)
    ]
    ends = [
        _page_edge(page, [line for line in page.lines if id(line) not in gone], is_top=False)
        for page, gone in zip(pages, taken, strict=True)
    ]
    footer_depths = _add_rows_in_margin(ends, RunningHeads(ends, font_size).depths(), font_size)
    margin = max((line.right for page in pages for line in page.lines if not line.is_rotated), default=0.0)
    return [
        _split_page(
            page,
            tops[place].rows[: header_depths[place]],
            ends[place].rows[: footer_depths[place]][::-1],
            font_size,
            margin,
        )
        for place, page in enumerate(pages)
    ]


def _usual_size(pages: Sequence[PdfPage]) -> float:
    """The font size of most characters."""
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            letters[round(line.size)] += len(line.text)
    return max(letters, key=lambda size: (letters[size], -size), default=1.0)


def _page_edge(page: PdfPage, lines: Iterable[TextLine], *, is_top: bool) -> PageEdge:
    """Collects the rows near one edge of a page, from the edge inwards."""
    zone = _ZONE * page.height
    near = [
        line
        for line in lines
        if not line.is_rotated and (page.height - line.baseline if is_top else line.baseline) <= zone
    ]
    rows = group_into_rows(near)
    return PageEdge(page, tuple(rows[: DEEPEST + 1] if is_top else rows[: -DEEPEST - 2 : -1]), is_top)


def _split_page(
    page: PdfPage, header: Sequence[BaselineRow], footer: Sequence[BaselineRow], font_size: float, margin: float
) -> SplitPage:
    taken = {id(line) for row in (*header, *footer) for line in row.lines}
    across = [line for line in page.lines if line.is_rotated and (line.size > _LARGE * font_size or line.is_artifact)]
    taken.update(map(id, across))
    body = tuple(line for line in page.lines if id(line) not in taken)
    return SplitPage(page, _join_wrapped_rows(header, margin), body, (*_join_wrapped_rows(footer, margin), *across))
