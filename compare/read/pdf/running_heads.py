"""What a page prints beside the minutes: running heads and feet, numbers of pages.

    PLANNING COMMITTEE - 06/09/22          recurs on every page, on every other, or on all but the first
    …
    Resolved: That the report be noted.    a line of the minutes, though two pages may begin with it
    23D                                    counted by hand: "23D", "(24)", "A 53"
    Page 3 of 9

Nothing is lost by being furniture, but a line of the minutes that is taken for it is not compared as such. So a row
needs a reason and a place: beyond all rows of the body, and apart from them unless it recurs often.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from compare.read.pdf.page_content import Page
from compare.read.pdf.rows import Row

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


class Side(NamedTuple):
    """The rows at the upper or lower edge of a page, from the edge inwards."""

    page: Page
    rows: tuple[Row, ...]
    is_top: bool

    def place(self, row: Row) -> float:
        """How far a row is from the edge."""
        return self.page.height - row.base if self.is_top else row.base

    def is_apart(self, depth: int) -> bool:
        """Whether the row at this depth has room between it and the next."""
        if depth + 1 >= len(self.rows):
            return True
        row, inner = self.rows[depth], self.rows[depth + 1]
        return abs(row.base - inner.base) > _APART * max(min(row.size, inner.size), 1)

    def is_set_off(self, depth: int) -> bool:
        """Whether it has more room there than the next row has: paragraphs are apart as well, but all alike."""
        if depth + 2 >= len(self.rows):
            return self.is_apart(depth)
        first, second, third = self.rows[depth : depth + 3]
        return self.is_apart(depth) and abs(first.base - second.base) > _MORE * abs(second.base - third.base)


class Edges:
    """One side of all pages, and what recurs on it."""

    def __init__(self, sides: Sequence[Side], usual: float) -> None:
        self.sides = sides
        self.usual = usual  # the size of most letters
        self.places: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
        self.known: dict[tuple[str, float, float], frozenset[int]] = {}
        self.numbers: dict[int, list[tuple[int, float]]] = defaultdict(list)
        self.keys = [[row.key for row in side.rows[:DEEPEST]] for side in sides]
        self.nearest = sorted(side.place(side.rows[0]) for side in sides if side.rows)[:2]
        for number, side in enumerate(sides):
            self._note(number, side)

    def _note(self, number: int, side: Side) -> None:
        """Notes where the rows of a page stand, and what they count."""
        for row, own in zip(side.rows, self.keys[number], strict=False):
            here = round(side.place(row), 1), round(row.size, 1)
            for key in (own, *_partial_keys(row)):
                self.places[key].append((number, *here))
            lone = _lone_number(row)
            if lone is not None:
                self.numbers[lone - side.page.number].append((number, side.place(row)))

    def depths(self) -> list[int]:
        """How many rows of each page are furniture."""
        return [self._depth(number, side) for number, side in enumerate(self.sides)]

    def _depth(self, number: int, side: Side) -> int:
        depth = gaps = 0
        for place, row in enumerate(side.rows[:DEEPEST]):
            if side.place(row) > _EDGE * side.page.height:
                break
            if self._is_strong(number, side, place):
                depth = place + 1
            elif place == depth and gaps < _MOST_GAPS and self._is_weak(number, side, place):
                depth = place + 1
                gaps += side.is_apart(place)
        return depth

    def _is_strong(self, number: int, side: Side, place: int) -> bool:
        """Whether a row is furniture whatever stands beyond it: then that is furniture too."""
        row = side.rows[place]
        if all(line.is_artifact for line in row.lines):
            return True
        seen = self._seen(number, side, row, (self.keys[number][place], *_partial_keys(row)))
        if len(seen) < _OFTEN or len(seen) < _SHARE * len(self.sides):
            return False
        # The head of a table that is printed anew on each page stands close above its rows; its first one is no copy.
        return number != min(seen) or any(map(side.is_apart, range(place, min(place + 3, len(side.rows)))))

    def _is_weak(self, number: int, side: Side, place: int) -> bool:
        """Whether a row is furniture if everything beyond it is."""
        row = side.rows[place]
        if self._is_number(number, side, place):
            return True
        reads_like_head = row.size <= _SAME_SIZE * self.usual and row.text[-1] not in ".;:,"
        recurs = reads_like_head and len(self._seen(number, side, row, self.keys[number][place : place + 1])) > 1
        if recurs and (side.is_set_off(place) or self._is_in_block(number, side, place)):
            return True
        if self._is_in_margin(side, place):
            return True
        return side.is_top and (self._repeats_title(number, side, place) or (place == 0 and self._above_all))

    def _is_in_margin(self, side: Side, place: int) -> bool:
        """Whether short rows stand in the margin, far from the body: the only head of a paper of one page."""
        margin = min(line.left for line in side.page.lines)
        for row, inner in pairwise(side.rows[place : place + _MOST_IN_MARGIN + 1]):
            is_short = len(row.text) < _SHORT_HEAD and row.text[-1] not in ".;:,"
            if not is_short or row.size > _SAME_SIZE * self.usual or side.place(row) > _IN_MARGIN * margin:
                return False
            if abs(row.base - inner.base) > _FAR_APART * max(row.size, inner.size):
                return True
        return False

    @cached_property
    def _above_all(self) -> bool:
        """Whether all pages are headed by a short row at one height in the margin, above bodies at one height.

        A paper of two pages has another running head on each; neither recurs.
        """
        firsts = [side for side in self.sides if side.rows]
        if len(firsts) < 2 or any(len(side.rows) < 2 or not side.is_apart(0) for side in firsts):  # noqa: PLR2004
            return False
        heads = [side.place(side.rows[0]) for side in firsts]
        bodies = [side.place(side.rows[1]) for side in firsts]
        margin = min(line.left for side in firsts for row in side.rows[1:] for line in row.lines)
        return (
            max(heads) - min(heads) <= _DRIFT / 2
            and max(bodies) - min(bodies) <= 2 * _DRIFT
            and max(heads) < _IN_MARGIN * margin
            and all(len(side.rows[0].text) < _SHORT_HEAD and side.rows[0].text[-1] not in ".;:," for side in firsts)
        )

    def _is_in_block(self, number: int, side: Side, place: int) -> bool:
        """Whether a row that recurs stands beside another that does, with room somewhere after them."""
        for inner in range(place, min(place + 4, len(side.rows))):
            keys = self.keys[number][inner : inner + 1]
            if len(self._seen(number, side, side.rows[inner], keys)) < 2:  # noqa: PLR2004 (this page and another)
                return inner - 1 > place
            if side.is_set_off(inner):
                return True
        return False

    def _seen(self, number: int, side: Side, row: Row, keys: Sequence[str]) -> set[int]:
        """The pages on which a row's words stand at the same place, figures aside."""
        return {number}.union(
            *(self._pages(key, round(side.place(row), 1), round(row.size, 1)) for key in keys if _WORDS.search(key))
        )

    def _pages(self, key: str, here: float, size: float) -> frozenset[int]:
        """The pages with these words at this height; the same for all of them, so that it is found once."""
        known = self.known.get((key, here, size))
        if known is None:
            places = self.places[key]
            found = (page for page, at, its in places if abs(at - here) <= _DRIFT and abs(its - size) < 1)
            known = self.known[key, here, size] = frozenset(found)
        return known

    def _is_number(self, number: int, side: Side, place: int) -> bool:
        row = side.rows[place]
        here = side.place(row)
        if here > _NUMBER_EDGE * side.page.height:
            return False
        if _PAGE_OF.fullmatch(row.text):
            return True
        lone = _lone_number(row)
        if lone is None or not side.is_apart(place):
            return False
        others = self.numbers[lone - side.page.number]
        if any(other != number and abs(at - here) <= _DRIFT for other, at in others):
            return True
        margin = min(line.left for line in side.page.lines)
        return lone == side.page.number or (lone < _FIRST_YEAR and here < _IN_MARGIN * margin)

    def _repeats_title(self, number: int, side: Side, place: int) -> bool:
        """Whether a row over the body of a later page says what the first page is headed with."""
        if number == 0 or not side.is_apart(place):
            return False
        row = side.rows[place]
        # Where the body of another page begins at the highest: the nearest first row, if it is not this page's own.
        nearest = self.nearest[1:] if side.place(side.rows[0]) == self.nearest[0] else self.nearest
        if not nearest or side.place(row) > nearest[0] - row.size / 2:
            return False
        title = {word for first in self.sides[0].rows[:_TITLE_ROWS] for word in _WORDS.findall(first.text.lower())}
        words = _WORDS.findall(row.text.lower())
        return bool(words) and sum(word in title for word in words) >= _OF_TITLE * len(words)


def _partial_keys(row: Row) -> Iterator[str]:
    """What of a row can recur by itself: the longer of its lines; a running head names the chapter as well."""
    if len(row.lines) > 1:
        for line in row.lines:
            key = _NO_LETTERS.sub(" ", line.text.lower()).strip()
            if len(key) > _SHORT:
                yield f"\t{key}"


def _lone_number(row: Row) -> int | None:
    match = _LONE.fullmatch(row.text.strip())
    return int(match.group(1)) if match else None
