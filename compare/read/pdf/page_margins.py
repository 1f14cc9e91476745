"""Finds the margins of the pages: the rows with a claim to be furniture that stand outside the text on every page.

    page 1   PLANNING COMMITTEE          page 2   PLANNING COMMITTEE         page 3   PLANNING COMMITTEE
             ──                                   ──                                  ──
             1. Apologies …                       and asked to attend.                Close of the meeting

    page 1   Votes: 5 for                page 2   Votes: 4 for               page 3   Votes: 3 for
             No objection                         No objection                        Objection withdrawn

In the second document, text of page 3 stands as low as "No objection" on the others: that height belongs to the text,
so none of the three is furniture. A row never takes others with it: the head of a page ends at the first row that has
no claim, and that row is the first of the text. Text that stands as high as a head on another page, or so close that it
could be of one block with it, speaks against the head on all pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import inf
from statistics import median

from compare.read.pdf.furniture_claims import DEEPEST, Claim, EdgeClaims, Reason, RowClaims, side_margin

# In font sizes: the gap between furniture and the text, and between lines of it; lines of a paragraph are 1.0 to 1.4
# apart.
_APART = 1.7
_FAR_APART = 2.7
_CLOSE = 0.5
_LEADING = 1.4
# How much wider than the gaps between paragraphs the gap after furniture is.
_WIDER = 1.05
# The share of the page's height in which the outermost row of a head stands.
_OUTERMOST = 0.12
# One page of so many may have text where the others have their heads: a plan, or a letter in an appendix.
_EXCEPTION = 8
# Points by which the outermost rows of heads may differ in height, and a letterhead from them in size.
_DRIFT = 4.0
_SAME_SIZE = 1.0
# Points by which pages of one size differ.
_SAME_PAGE = 2.0
# Rounds in which text that was taken for a head may show that other text was; minutes take three.
_MOST_ROUNDS = 12
# Reasons that most rows of a first page may have.
_POSSIBLE = (Reason.TITLE, Reason.LETTERHEAD)


class PageMargins:
    """Judges the claims at one edge of all pages by where the text stands."""

    def __init__(self, claims: EdgeClaims) -> None:
        self._edges = claims.edges
        self._rows = claims.rows
        self._starts: list[float] = []  # for each page, the distance at which its text begins
        self._is_recurring: list[bool] = []  # whether its first row of text recurs on other pages
        self._outermost = (inf, inf)  # the two least of these distances
        self._depths: list[int] = []

    def depths(self) -> list[int]:
        """Counts the rows of each page that are furniture. Cost: linear, some rounds."""
        for _ in range(_MOST_ROUNDS):
            self._measure()
            fallen = [claim for claim in self._claims() if not self._stands_clear(claim)]
            if not fallen:
                return self._depths
            for claim in fallen:
                claim.holds = False
        for claim in self._claims():
            claim.holds = claim.reason is Reason.MARKED
        self._measure()
        return self._depths

    def _measure(self) -> None:
        """Finds where the text of each page begins."""
        self._depths = [self._depth(rows) for rows in self._rows]
        self._starts = [self._start(page, depth) for page, depth in enumerate(self._depths)]
        self._is_recurring = [
            depth < len(rows) and any(claim.reason is Reason.RECURS for claim in rows[depth].all())
            for rows, depth in zip(self._rows, self._depths, strict=True)
        ]
        # A letterhead is known by the heads of the other pages, and so does not speak for them.
        first = [self._start(0, self._depth(rows, Reason.LETTERHEAD)) for rows in self._rows[:1]]
        nearest, second, *_ = sorted([*first, *self._starts[1:], inf, inf])
        self._outermost = nearest, second

    def _depth(self, rows: Sequence[RowClaims], without: Reason | None = None) -> int:
        depth = 0
        while depth < min(len(rows), DEEPEST) and rows[depth].is_furniture(without):
            depth += 1
        return depth

    def _start(self, page: int, depth: int) -> float:
        edge = self._edges[page]
        return edge.distance(edge.rows[depth]) if depth < len(edge.rows) else inf

    def _claims(self) -> Iterator[Claim]:
        """The claims that hold, each once."""
        seen: set[int] = set()
        for rows in self._rows:
            for row in rows:
                for claim in row.all():
                    if claim.holds and id(claim) not in seen:
                        seen.add(id(claim))
                        yield claim

    def _stands_clear(self, claim: Claim) -> bool:
        """Whether a claim's row stands outside the text on its own pages and on those around them."""
        if claim.reason is Reason.MARKED:
            return True
        if claim.reason is Reason.LETTERHEAD and not self._is_like_heads(claim):
            return False
        if claim.reason is Reason.TITLE and not self._is_in_margin(claim):
            return False
        if not any(self._is_outermost(page) for page in claim.pages):
            return False
        against = sum(self._speaks_against(claim, page) for page in self._around(claim))
        return against * _EXCEPTION <= len(claim.pages)

    def _around(self, claim: Claim) -> set[int]:
        """The pages that have the row, and their neighbours; the first page may have a head of its own."""
        pages = set(claim.pages)
        if claim.reason is Reason.LETTERHEAD or (claim.reason is Reason.COUNTS and len(pages) == 1):
            return pages
        size = self._edges[claim.pages[0]].page
        near = {page + step for page in claim.pages for step in (-1, 1)}
        return pages | {
            page
            for page in near
            if 0 < page < len(self._edges)
            and abs(self._edges[page].page.height - size.height) < _SAME_PAGE
            and abs(self._edges[page].page.width - size.width) < _SAME_PAGE
        }

    def _speaks_against(self, claim: Claim, page: int) -> bool:
        """Whether the text of a page stands as far out as the row, or too close to it."""
        gap = self._starts[page] - claim.distance
        apart = _APART * claim.size
        if claim.is_sure:
            return gap <= _CLOSE * claim.size or (
                claim.reason is Reason.RECURS and gap <= apart and self._is_recurring[page]
            )
        return gap <= (
            apart
            if claim.reason is Reason.COUNTS
            else min(max(apart, _WIDER * self._paragraph_gap), _FAR_APART * claim.size)
        )

    def _is_outermost(self, page: int) -> bool:
        """Whether the outermost row of a page stands near its edge."""
        edge = self._edges[page]
        return edge.distance(edge.rows[0]) <= _OUTERMOST * edge.page.height

    def _is_in_margin(self, claim: Claim) -> bool:
        """Whether a row that repeats the title stands further out than the outermost text of all other pages."""
        page = claim.pages[0]
        if claim.distance < side_margin(self._edges[page]):
            return True
        others = self._outermost[1] if self._starts[page] == self._outermost[0] else self._outermost[0]
        return others > claim.distance + claim.size / 2

    def _is_like_heads(self, claim: Claim) -> bool:
        """Whether a letterhead stands as high as the heads of words on the next pages, in letters as large."""
        first = self._edges[0]
        for edge, rows, depth in [*zip(self._edges, self._rows, self._depths, strict=True)][1:3]:
            is_head = any(
                other.holds
                and other.reason in (Reason.RECURS, Reason.TITLE)
                and abs(other.size - claim.size) < _SAME_SIZE
                for row in rows[:depth]
                for other in row.all()
            )
            if is_head and abs(edge.distance(edge.rows[0]) - first.distance(first.rows[0])) <= _DRIFT:
                return True
        return False

    @cached_property
    def _paragraph_gap(self) -> float:
        """The usual gap between paragraphs at this end of the text."""
        gaps = [
            abs(row.baseline - inner.baseline)
            for edge, claims in zip(self._edges, self._rows, strict=True)
            for (row, its), (inner, _) in pairwise(zip(edge.rows, claims, strict=True))
            if not any(claim.reason not in _POSSIBLE for claim in its.all())
            and abs(row.baseline - inner.baseline) > _LEADING * row.size
        ]
        return median(gaps) if gaps else 0.0
