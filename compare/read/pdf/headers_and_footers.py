"""Separates page headers, footers and page numbers from the body of each page.

    PLANNING COMMITTEE - 06/09/22          repeats on every page, on every other, or on all but the first
    …
    Resolved: That the report be noted.    a line of the minutes, though two pages may begin with it
    23D                                    a page number written by hand: "23D", "(24)", "A 53"
    Page 3 of 9
    DRAFT, across the page                 a watermark: removed with the footer; "REFUSED" across it is a decision

A line of the minutes that is taken for furniture is not compared as text of the minutes. So each row must prove itself:
it has a claim (`furniture_claims`), stands outside the text of all pages (`page_margins`), and says nothing that the
meeting did (`compare.style.business`). What is doubtful stays in the body, and is compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from compare.read.pdf.furniture_claims import EdgeClaims, page_edge
from compare.read.pdf.page import BaselineRow, PdfPage, TextLine, join_lines
from compare.read.pdf.page_margins import PageMargins
from compare.style.business import Business

# In font sizes: gaps between paragraphs are wider.
_LEADING = 1.4
# Points: a row that ends this close to the margin is flush right; and the width of a space in font sizes.
_FLUSH = 1.0
_SPACE = 0.25
# The font size of a watermark, times the body's.
_LARGE = 1.8


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


def split_headers_and_footers(pages: Sequence[PdfPage], business: Business) -> list[SplitPage]:
    """Splits each page into header, body and footer. Cost: n log n in the lines."""
    is_business = cache(business.is_in)  # heads are the same on many pages
    headers = _furniture_rows(pages, [page.lines for page in pages], is_business, is_top=True)
    taken = [{id(line) for row in rows for line in row.lines} for rows in headers]
    rest = [[line for line in page.lines if id(line) not in gone] for page, gone in zip(pages, taken, strict=True)]
    footers = _furniture_rows(pages, rest, is_business, is_top=False)
    font_size = _usual_size(pages)
    margin = max((line.right for page in pages for line in page.lines if not line.is_rotated), default=0.0)
    return [
        _split_page(page, header, footer[::-1], (font_size, margin), is_business)
        for page, header, footer in zip(pages, headers, footers, strict=True)
    ]


def _furniture_rows(
    pages: Sequence[PdfPage],
    lines: Sequence[Sequence[TextLine]],
    is_business: Callable[[str], bool],
    *,
    is_top: bool,
) -> list[tuple[BaselineRow, ...]]:
    """The rows at one edge of each page that are furniture, from the edge inwards."""
    edges = [page_edge(page, its, is_top=is_top) for page, its in zip(pages, lines, strict=True)]
    depths = PageMargins(EdgeClaims(edges, is_business)).depths()
    return [edge.rows[:depth] for edge, depth in zip(edges, depths, strict=True)]


def _usual_size(pages: Sequence[PdfPage]) -> float:
    """The font size of most characters."""
    letters: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            letters[round(line.size)] += len(line.text)
    return max(letters, key=lambda size: (letters[size], -size), default=1.0)


def _split_page(
    page: PdfPage,
    header: Sequence[BaselineRow],
    footer: Sequence[BaselineRow],
    measures: tuple[float, float],
    is_business: Callable[[str], bool],
) -> SplitPage:
    font_size, margin = measures
    taken = {id(line) for row in (*header, *footer) for line in row.lines}
    across = [
        line
        for line in page.lines
        if line.is_rotated and (line.size > _LARGE * font_size or line.is_artifact) and not is_business(line.text)
    ]
    taken.update(map(id, across))
    body = tuple(line for line in page.lines if id(line) not in taken)
    return SplitPage(page, _join_wrapped_rows(header, margin), body, (*_join_wrapped_rows(footer, margin), *across))
