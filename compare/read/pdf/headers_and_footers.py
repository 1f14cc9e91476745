"""Separates page headers, footers and page numbers from the body of each page.

    PLANNING COMMITTEE - 06/09/22          repeats on every page, on every other, or on all but the first
    …
    Resolved: That the report be noted.    a line of the minutes, though two pages may begin with it
    23D                                    a page number written by hand: "23D", "(24)", "A 53"
    Page 3 of 9
    DRAFT, across the page                 a watermark: removed with the footer

A line of the minutes that is taken for furniture is not compared as text of the minutes. So a row needs a reason and a
position: outside all rows of the body, and apart from them unless it repeats often. `PageEdge` holds the candidates,
`RunningHeads` finds what repeats, `add_rows_in_margin` adds what only stands where other headers stand.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from compare.read.pdf.page import BaselineRow, PdfPage, TextLine, TextRun, group_into_rows

# Rows from the edge of a page that can belong to it: the longest letterhead that recurs, and a note under it.
DEEPEST = 7
# Shares of the page's height from its edge: where running heads end, and where a lone number is one of a page.
_EDGE = 0.25
_NUMBER_EDGE = 0.12
# Points by which the same row may be higher on one page than on another.
_DRIFT = 4.0
# In sizes of the type: how far the body begins from what is apart from it; lines of a paragraph are 1.0 to 1.4 apart.
_APART = 1.7
_FAR_APART = 2.7
_MORE = 1.1
# A row that recurs on so many pages, and on such a share of them, need not stand apart.
_OFTEN = 3
_SHARE = 0.4
# Rows with room after them that can be furniture on the word of two pages: a number, and a line over it.
_MOST_GAPS = 2
# Times the usual size: larger type that recurs on two pages is a title on each.
_SAME_SIZE = 1.1
# A lone number from here on is a year before it is a page.
_FIRST_YEAR = 1900
# Rows at the head of the first page in which the name of the body and the date stand, and the share of a running
# head's words that are among them.
_TITLE_ROWS = 8
_OF_TITLE = 0.7

# The share of the left margin within which a row at the edge is in the margin, and the longest such row in letters.
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
# Letters: the heads of columns ("name", "action by") recur as well.
_SHORT = 9
_WORDS = re.compile(r"[^\W\d_]+")
# The share of the left margin within which a band begins, its most rows, and the most letters of one.
_MOST_ROWS = 3
_LONGEST_IN_BAND = 90
# Times the usual size: larger type is a title.
# Points by which the same band, and the same body under larger or smaller type, may be elsewhere on another page.
_BAND_DRIFT = 2.0
_BODY_DRIFT = 8.0
# In sizes of the type: gaps between paragraphs are wider; a foot under the end of the minutes is far from them.
_LEADING = 1.4
# Points: a row that ends so near to the margin was set to end there; and a blank, in sizes of the type.
_FLUSH = 1.0
_SPACE = 0.25
# The share of the page's height from its edge that is looked at: the next row within tells whether one stands apart.
_ZONE = 0.32
# How much larger than the usual type a word across the page is.
_LARGE = 1.8


class PageEdge(NamedTuple):
    """The rows at the upper or lower edge of a page, from the edge inwards."""

    page: PdfPage
    rows: tuple[BaselineRow, ...]
    is_top: bool

    def distance(self, row: BaselineRow) -> float:
        """How far a row is from the edge."""
        return self.page.height - row.baseline if self.is_top else row.baseline

    def starts_cell(self, depth: int) -> bool:
        """Whether the row at this depth has room between it and the next."""
        if depth + 1 >= len(self.rows):
            return True
        row, inner = self.rows[depth], self.rows[depth + 1]
        return abs(row.baseline - inner.baseline) > _APART * max(min(row.size, inner.size), 1)

    def is_set_off(self, depth: int) -> bool:
        """Whether it has more room there than the next row has: paragraphs are apart as well, but all alike."""
        if depth + 2 >= len(self.rows):
            return self.starts_cell(depth)
        first, second, third = self.rows[depth : depth + 3]
        return self.starts_cell(depth) and abs(first.baseline - second.baseline) > _MORE * abs(
            second.baseline - third.baseline
        )


class RunningHeads:
    """One side of all pages, and what recurs on it."""

    def __init__(self, edges: Sequence[PageEdge], font_size: float) -> None:
        self.edges = edges
        self.font_size = font_size  # the size of most letters
        self.places: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
        self.known: dict[tuple[str, float, float], frozenset[int]] = {}
        self.numbers: dict[int, list[tuple[int, float]]] = defaultdict(list)
        self.keys = [[row.key for row in edge.rows[:DEEPEST]] for edge in edges]
        self.nearest = sorted(edge.distance(edge.rows[0]) for edge in edges if edge.rows)[:2]
        for number, edge in enumerate(edges):
            self._record(number, edge)

    def _record(self, number: int, edge: PageEdge) -> None:
        """Notes where the rows of a page stand, and what they count."""
        for row, own in zip(edge.rows, self.keys[number], strict=False):
            here = round(edge.distance(row), 1), round(row.size, 1)
            for key in (own, *_partial_keys(row)):
                self.places[key].append((number, *here))
            lone = _lone_number(row)
            if lone is not None:
                self.numbers[lone - edge.page.number].append((number, edge.distance(row)))

    def depths(self) -> list[int]:
        """How many rows of each page are furniture."""
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
                gaps += edge.starts_cell(place)
        return depth

    def _is_strong(self, number: int, edge: PageEdge, place: int) -> bool:
        """Whether a row is furniture whatever stands beyond it: then that is furniture too."""
        row = edge.rows[place]
        if all(line.is_artifact for line in row.lines):
            return True
        seen = self._seen(number, edge, row, (self.keys[number][place], *_partial_keys(row)))
        if len(seen) < _OFTEN or len(seen) < _SHARE * len(self.edges):
            return False
        # The head of a table that is printed anew on each page stands close above its rows; its first one is no copy.
        return number != min(seen) or any(map(edge.starts_cell, range(place, min(place + 3, len(edge.rows)))))

    def _is_weak(self, number: int, edge: PageEdge, place: int) -> bool:
        """Whether a row is furniture if everything beyond it is."""
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
        """Whether short rows stand in the margin, far from the body: the only head of a paper of one page."""
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
        """Whether all pages are headed by a short row at one height in the margin, above bodies at one height.

        A paper of two pages has another running head on each; neither recurs.
        """
        firsts = [edge for edge in self.edges if edge.rows]
        if len(firsts) < 2 or any(len(edge.rows) < 2 or not edge.starts_cell(0) for edge in firsts):  # noqa: PLR2004
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
        """Whether a row that recurs stands beside another that does, with room somewhere after them."""
        for inner in range(place, min(place + 4, len(edge.rows))):
            keys = self.keys[number][inner : inner + 1]
            if len(self._seen(number, edge, edge.rows[inner], keys)) < 2:  # noqa: PLR2004 (this page and another)
                return inner - 1 > place
            if edge.is_set_off(inner):
                return True
        return False

    def _seen(self, number: int, edge: PageEdge, row: BaselineRow, keys: Sequence[str]) -> set[int]:
        """The pages on which a row's words stand at the same place, figures aside."""
        return {number}.union(
            *(self._pages(key, round(edge.distance(row), 1), round(row.size, 1)) for key in keys if _WORDS.search(key))
        )

    def _pages(self, key: str, here: float, size: float) -> frozenset[int]:
        """The pages with these words at this height; the same for all of them, so that it is found once."""
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
        if lone is None or not edge.starts_cell(place):
            return False
        others = self.numbers[lone - edge.page.number]
        if any(other != number and abs(at - here) <= _DRIFT for other, at in others):
            return True
        margin = min(line.left for line in edge.page.lines)
        return lone == edge.page.number or (lone < _FIRST_YEAR and here < _IN_MARGIN * margin)

    def _repeats_title(self, number: int, edge: PageEdge, place: int) -> bool:
        """Whether a row over the body of a later page says what the first page is headed with."""
        if number == 0 or not edge.starts_cell(place):
            return False
        row = edge.rows[place]
        # Where the body of another page begins at the highest: the nearest first row, if it is not this page's own.
        nearest = self.nearest[1:] if edge.distance(edge.rows[0]) == self.nearest[0] else self.nearest
        if not nearest or edge.distance(row) > nearest[0] - row.size / 2:
            return False
        title = {word for first in self.edges[0].rows[:_TITLE_ROWS] for word in _WORDS.findall(first.text.lower())}
        words = _WORDS.findall(row.text.lower())
        return bool(words) and sum(word in title for word in words) >= _OF_TITLE * len(words)


def _partial_keys(row: BaselineRow) -> Iterator[str]:
    """What of a row can recur by itself: the longer of its lines; a running head names the chapter as well."""
    if len(row.lines) > 1:
        for line in row.lines:
            key = _NO_LETTERS.sub(" ", line.text.lower()).strip()
            if len(key) > _SHORT:
                yield f"\t{key}"


def _lone_number(row: BaselineRow) -> int | None:
    match = _LONE.fullmatch(row.text.strip())
    return int(match.group(1)) if match else None


def add_rows_in_margin(edges: Sequence[PageEdge], depths: Sequence[int], font_size: float) -> list[int]:
    """How many rows of each page are furniture, with those that stand where furniture stands."""
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
    """The rows in a page's margin, up to the first gap; none when they could be lines of the body."""
    if not edge.rows or edge.distance(edge.rows[0]) > limit:
        return 0
    for depth, row in enumerate(edge.rows[:_MOST_ROWS], 1):
        if len(row.text) >= _LONGEST_IN_BAND or row.text[-1] in ".;:," or row.size > _SAME_SIZE * font_size:
            return 0
        if depth == len(edge.rows) or edge.starts_cell(depth - 1):
            return depth
    return 0


def _above_one_body(edges: Sequence[PageEdge], bands: Sequence[int]) -> bool:
    """Whether bands begin at one height, and bodies at another, with more room between than between paragraphs."""
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
    """The gaps between paragraphs at this side of the body."""
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


def join_wrapped_rows(rows: Sequence[BaselineRow], margin: float) -> tuple[TextLine, ...]:
    """The lines of a head or foot; those that go on below since they did not fit are one."""
    lines: list[TextLine] = []
    for before, row in pairwise((None, *rows)):
        if row is None:
            continue
        if before is not None and _wraps(before, row, margin):
            lines[-1] = _join_with_space(lines[-1], row.lines[0])
        else:
            lines += row.lines
    return tuple(lines)


def _wraps(before: BaselineRow, row: BaselineRow, margin: float) -> bool:
    """Whether the first word of a row did not fit into the one before, which has a tab and was not set flush right."""
    if len(before.lines) < 2 or len(row.lines) > 1 or before.baseline - row.baseline > _LEADING * row.size:  # noqa: PLR2004
        return False
    right, line = before.lines[-1].right, row.lines[0]
    begins_left = abs(line.left - before.lines[0].left) < _FLUSH
    return begins_left and margin - line.first_word - _SPACE * line.size < right < margin - _FLUSH


def _join_with_space(line: TextLine, below: TextLine) -> TextLine:
    space = TextRun(" ", line.runs[-1].formatting & below.runs[0].formatting)
    return line._replace(text=f"{line.text} {below.text}", runs=(*line.runs, space, *below.runs))


class SplitPage(NamedTuple):
    """A page whose furniture is told apart."""

    page: PdfPage
    header: tuple[TextLine, ...]
    body: tuple[TextLine, ...]  # in the order of the file
    footer: tuple[TextLine, ...]


def split_headers_and_footers(pages: Sequence[PdfPage]) -> list[SplitPage]:
    """The pages, each with its head, body and foot. Cost: n log n in the lines."""
    font_size = _usual_size(pages)
    tops = [_page_edge(page, page.lines, is_top=True) for page in pages]
    header_depths = add_rows_in_margin(tops, RunningHeads(tops, font_size).depths(), font_size)
    taken = [
        {id(line) for row in edge.rows[:depth] for line in row.lines}
        for edge, depth in zip(tops, header_depths, strict=True)
    ]
    ends = [
        _page_edge(page, [line for line in page.lines if id(line) not in gone], is_top=False)
        for page, gone in zip(pages, taken, strict=True)
    ]
    footer_depths = add_rows_in_margin(ends, RunningHeads(ends, font_size).depths(), font_size)
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
    """The size of type in which most letters are."""
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            letters[round(line.size)] += len(line.text)
    return max(letters, key=lambda size: (letters[size], -size), default=1.0)


def _page_edge(page: PdfPage, lines: Iterable[TextLine], *, is_top: bool) -> PageEdge:
    """The rows near one edge of a page, from the edge inwards."""
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
    return SplitPage(page, join_wrapped_rows(header, margin), body, (*join_wrapped_rows(footer, margin), *across))
