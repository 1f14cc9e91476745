r"""Finds the rows at the top or bottom of pages that may be furniture, and the reason for each.

    PLANNING COMMITTEE – 06/09/22       the same words at one height on other pages: all, every other, all but the first
    Page 3 of 9    23D    1\2            a number that counts with the pages
    6 September 2022                    says nothing that the title on the first page does not say
    Anytown Town Hall                   on the first page, where the later pages have their heads: a letterhead
    (marked in the file)                the program that wrote the file says so

    Application 22/0433/FUL             no reason: figures that do not count pages make it another row
    Granted                             nor a row that says what the meeting did, on however many pages it stands

A reason is a claim: whether the row stands in the margin, outside all text of the minutes, is judged in `page_margins`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple

from compare.read.pdf.page import BaselineRow, PdfPage, TextLine, group_into_rows

# Rows at the edge of a page that can be furniture: the longest repeated letterhead, and a line under it.
DEEPEST = 7
# Shares of the page's height from its edge: where the last row of a head ends, and where page numbers stand.
_EDGE = 0.25
_NUMBER_EDGE = 0.12
# The share in which rows are collected, with one row more to measure the gap.
_ZONE = 0.32
# Points by which the height of the same row may differ between pages, and its font size.
_DRIFT = 4.0
_SAME_SIZE = 1.0
# Points by which a number may miss the middle of the page.
_CENTRED = 3.0
# Words run through the pages if one page of this number has them, of those between the first and the last.
_RUNNING = 3
# Pages on which a number must count if other words stand beside it, or if its total is not that of the pages.
_OFTEN = 3
# So many pages on end do not begin with the same words by chance.
_MANY = 8
# From here on, a number is a year and not a page number.
_FIRST_YEAR = 1900
# The share of the left margin: the text of a page with equal margins begins one line further in.
_IN_MARGIN = 0.85
# Rows at the top of the first page that hold the name of the body and the date.
_TITLE_ROWS = 12
# The most rows of a letterhead.
_LETTERHEAD = 3
# Words that the middle of the pages has as often as this are those of a form: every item has them.
_FORM = 2

_PAGE_OF = re.compile(
    r"(?i)\W{0,3}(?:p ?a ?g ?e|p\.|pg\.?|tudalen)\W{0,3}(\d{1,4})(?:\s*(?:of|o|/|\\)\s*\d{1,4})?\W{0,3}"
    r"|\W{0,3}(\d{1,4})\s?\|\s?p ?a ?g ?e\W{0,3}"
)
# "12", "- 12 -", "(12)", "12D", "A 12", "12/20", "12 of 20", "12\20".
_LONE = re.compile(
    r"[(\[|–—-]{0,2}\s?"
    r"(?:(?P<number>\d{1,4})\s*(?:/|\\|of|o)\s*(?P<total>\d{1,4})|(?:[A-Z]{1,3}[ /.-]?)?(?P<alone>\d{1,4})[A-Z]?)"
    r"\s?[)\]|–—-]{0,2}"
)
# The number after other words: "Council minutes 12", "Council minutes | Page 12 of 20", "SEN/26/12".
_LAST = re.compile(
    r"(?i)(?P<page>\b(?:page|pg|p|tudalen)\b\W{0,3})?"
    r"(?:(?<![\w/])(?P<number>[1-9]\d{0,3})\s*(?:of|o|/|\\)\s*\d{1,4}|(?<!\d)(?P<alone>[1-9]\d{0,3}))\W{0,3}$"
)
# Characters at the end of a text of which one is a figure of that number.
_AFTER_LAST = 5
# The number before other words, set apart from them: "12 | Council minutes".
_FIRST = re.compile(
    r"(?i)\W{0,3}(?P<page>(?:page|pg|p|tudalen)\b\W{0,3})?(?P<number>[1-9]\d{0,3})(?P<alone>(?!))?(?:\s*(?:of|o)\s*\d{1,4})?\s*[|•·–—-]\s"
)
_WORDS = re.compile(r"[^\W\d_]+")
# Figures that say as much as words: a date, a date with the time of printing, a telephone number.
_TELLING = re.compile(r"\d{1,4}([/.-])\d{1,2}\1\d{2,4}(?:,?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?|\(?0\d[\d() -]{7,}")
_FIGURES = re.compile(r"\d+")
_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTHS = {name[:length]: number for number, name in enumerate(_MONTH_NAMES, 1) for length in (3, len(name))}
# Words that tell which meeting it was: a line with one of them is no mere letterhead.
_OF_MEETING = frozenset(("minutes", "minute", "meeting", "notes", "agenda", "held", "date"))


class Reason(Enum):
    """Why a row may be furniture."""

    MARKED = auto()
    COUNTS = auto()
    RECURS = auto()
    TITLE = auto()
    LETTERHEAD = auto()


@dataclass(slots=True, eq=False)
class Claim:
    """One reason for rows at one height to be furniture; `holds` until something speaks against it."""

    reason: Reason
    pages: tuple[int, ...]  # the places of the pages that have the row
    distance: float  # of the innermost of its rows, from the edge
    size: float
    is_sure: bool = False  # it may stand as close to the text as another line would
    holds: bool = True


@dataclass(frozen=True, slots=True)
class RowClaims:
    """The claims of a row as a whole, and those of each of its lines."""

    whole: list[Claim]
    lines: list[list[Claim]]

    def is_furniture(self, without: Reason | None = None) -> bool:
        """Whether a claim holds for the row, or one for each of its lines; claims of one reason may be left aside."""
        if any(claim.holds and claim.reason is not without for claim in self.whole):
            return True
        return bool(self.lines) and all(
            any(claim.holds and claim.reason is not without for claim in line) for line in self.lines
        )

    def all(self) -> list[Claim]:
        """The claims of the row and of its lines."""
        return [*self.whole, *(claim for line in self.lines for claim in line)]


class PageEdge(NamedTuple):
    """The rows at the top or bottom of a page, from the edge inwards."""

    page: PdfPage
    rows: tuple[BaselineRow, ...]
    is_top: bool

    def distance(self, row: BaselineRow) -> float:
        """The distance of a row from the edge of the page."""
        return self.page.height - row.baseline if self.is_top else row.baseline


def page_edge(page: PdfPage, lines: Sequence[TextLine], *, is_top: bool) -> PageEdge:
    """Collects the rows near one edge of a page, from the edge inwards."""
    zone = _ZONE * page.height
    near = [
        line
        for line in lines
        if not line.is_rotated and (page.height - line.baseline if is_top else line.baseline) <= zone
    ]
    rows = group_into_rows(near)
    return PageEdge(page, tuple(rows[: DEEPEST + 1] if is_top else rows[: -DEEPEST - 2 : -1]), is_top)


class _Key(NamedTuple):
    """What rows must have in common: their words, with the number that counts the pages as its distance from theirs."""

    words: str
    offset: int | None = None
    least: int = 2  # the number of pages that must have it
    is_sure: bool = False


class _Place(NamedTuple):
    distance: float
    size: float
    page: int
    row: int
    line: int  # -1 for the whole row
    key: _Key
    text: str


class EdgeClaims:
    """Finds the claims of the rows at one edge of all pages. Cost: n log n."""

    def __init__(self, edges: Sequence[PageEdge], is_business: Callable[[str], bool]) -> None:
        self.edges = edges
        self._is_business = is_business
        self.rows = [
            [RowClaims([], [[] for _ in row.lines] if len(row.lines) > 1 else []) for row in edge.rows]
            for edge in edges
        ]
        self._places: dict[tuple[str, int | None], list[_Place]] = defaultdict(list)
        for page in range(len(edges)):
            self._record(page)
        for places in self._places.values():
            self._add_recurring(places)
        self._drop_contradicted()
        if edges and edges[0].is_top:
            self._add_titles()

    def _candidates(self, page: int) -> Iterator[tuple[int, BaselineRow]]:
        edge = self.edges[page]
        for place, row in enumerate(edge.rows[:DEEPEST]):
            if edge.distance(row) > _EDGE * edge.page.height:
                return
            yield place, row

    def _record(self, page: int) -> None:
        """Records what the rows of a page have in common with others, and what each says by itself."""
        edge = self.edges[page]
        for place, row in self._candidates(page):
            distance = edge.distance(row)
            for number, text in _parts(row):
                claims = self._claims_at(page, place, number)
                lines = row.lines if number < 0 else row.lines[number : number + 1]
                if lines[0].is_artifact and all(line.is_artifact for line in lines):
                    claims.append(Claim(Reason.MARKED, (page,), distance, row.size))
                if (
                    distance <= _NUMBER_EDGE * edge.page.height
                    and _is_own_number(text, edge.page.number, len(self.edges))
                    and not self._is_business(text)
                ):
                    is_sure = _PAGE_OF.fullmatch(text) is not None
                    claims.append(Claim(Reason.COUNTS, (page,), distance, row.size, is_sure))
                for key in _keys(text, edge.page.number, len(self.edges), is_top=edge.is_top):
                    self._places[key[:2]].append(_Place(distance, row.size, page, place, number, key, text))

    def _claims_at(self, page: int, row: int, line: int) -> list[Claim]:
        found = self.rows[page][row]
        return found.whole if line < 0 else found.lines[line]

    def _add_recurring(self, places: list[_Place]) -> None:
        """Adds a claim for each height at which a key recurs."""
        if len(places) == 1:
            return  # as most rows of the text do: whether they are business is not asked
        places = [place for place in places if not self._is_business(place.text)]
        if not places or len(places) < places[0].key.least:
            return
        places.sort(key=lambda place: (place.distance, place.page))
        start = 0
        for end in range(1, len(places) + 1):
            first = places[start]
            if (
                end == len(places)
                or places[end].distance - first.distance > _DRIFT
                or abs(places[end].size - first.size) >= _SAME_SIZE
            ):
                self._add_claim(places[start:end])
                start = end

    def _add_claim(self, places: Sequence[_Place]) -> None:
        pages = tuple(sorted({place.page for place in places}))
        key = places[0].key
        if len(pages) < key.least:
            return
        if key.offset is None:
            is_form = self._in_the_middle[key.words] >= max(_FORM, len(pages) / 2)
            if is_form or len(pages) * _RUNNING < pages[-1] - pages[0] + 1:
                return
            claim = Claim(Reason.RECURS, pages, places[-1].distance, places[0].size, self._is_running(pages))
        else:
            is_often = key.is_sure or len(pages) >= _OFTEN or self._is_own_number_in_the_middle(places)
            is_sure = is_often and not self._is_in_column(places[0])
            claim = Claim(Reason.COUNTS, pages, places[-1].distance, places[0].size, is_sure)
        for place in places:
            self._claims_at(place.page, place.row, place.line).append(claim)

    @cached_property
    def _in_the_middle(self) -> Counter[str]:
        """How often each line stands far from the edges of its page, without its blanks."""
        return Counter(
            "".join(line.text.split())
            for edge in self.edges
            for line in edge.page.lines
            if _EDGE * edge.page.height < line.baseline < (1 - _EDGE) * edge.page.height
        )

    def _drop_contradicted(self) -> None:
        """Drops what recurs where other pages have other words: "Objection" and "No objection" are no running heads.

        The first page may have its own, and left pages other heads than right ones. Cost: quadratic in the distinct
        wordings that recur.
        """
        recurring = {
            id(claim): claim
            for page in self.rows
            for row in page
            for claim in row.whole
            if claim.reason is Reason.RECURS
        }
        for claim in recurring.values():
            others = {
                other.pages
                for other in recurring.values()
                if other is not claim and abs(other.distance - claim.distance) <= _DRIFT
            }
            pages = {page for other in others for page in other} - {0}
            if pages and not _alternate({*claim.pages} - {0}, pages):
                claim.holds = False

    def _is_running(self, pages: Sequence[int]) -> bool:
        """Whether nearly all pages have the row: a good many, or below an outermost row in the margin."""
        if len(pages) < _OFTEN or len(pages) * 5 < (pages[-1] - pages[0] + 1) * 4:
            return False
        return len(pages) >= _MANY or all(
            self.edges[page].distance(self.edges[page].rows[0]) < side_margin(self.edges[page]) for page in pages
        )

    def _is_own_number_in_the_middle(self, places: Sequence[_Place]) -> bool:
        """Whether each page of the document has its own number in the middle of its width: two are enough."""
        return len({place.page for place in places}) == len(self.edges) and all(
            place.key.offset == 0 and self._is_in_the_middle(place) for place in places
        )

    def _is_in_the_middle(self, place: _Place) -> bool:
        edge = self.edges[place.page]
        line = edge.rows[place.row].lines[max(place.line, 0)]
        return abs((line.left + line.right) / 2 - edge.page.width / 2) <= _CENTRED

    def _is_in_column(self, place: _Place) -> bool:
        """Whether a number stands where the lines of the text begin, as the number of an item does."""
        edge = self.edges[place.page]
        line = edge.rows[place.row].lines[max(place.line, 0)]
        return line.left < _left(edge) + line.size

    def _add_titles(self) -> None:
        """Adds claims for rows that say what the title says, and for those of a letterhead on the first page."""
        for page in range(len(self.edges)):
            for place, row in self._candidates(page):
                for number, text in _parts(row):
                    claims = self._claims_at(page, place, number)
                    if claims or (page == 0 and place >= _LETTERHEAD):
                        continue
                    repeats = _repeats(text, self._title if page else self._title_without(row))
                    is_like_head = repeats or (page == 0 and _names_no_meeting(text))
                    if is_like_head and not self._is_business(text):
                        reason = Reason.TITLE if page else Reason.LETTERHEAD
                        claims.append(Claim(reason, (page,), self.edges[page].distance(row), row.size))

    @cached_property
    def _title(self) -> set[str]:
        """The words and numbers of the first rows, months as numbers too."""
        return {word for _, words in self._title_rows for word in words}

    def _title_without(self, without: BaselineRow) -> set[str]:
        """The same without a row that may repeat the others."""
        return {word for row, words in self._title_rows if row.baseline != without.baseline for word in words}

    @cached_property
    def _title_rows(self) -> list[tuple[BaselineRow, set[str]]]:
        rows = group_into_rows(line for line in self.edges[0].page.lines if not line.is_rotated)[:_TITLE_ROWS]
        return [(row, {*_words(row.text), *_numbers(row.text), *_date_words(row.text)}) for row in rows]


def _alternate(own: set[int], others: set[int]) -> bool:
    """Whether the pages are all even and the others all odd, or the reverse."""
    sides = {page % 2 for page in own}, {page % 2 for page in others}
    return len(sides[0]) == len(sides[1]) == 1 and sides[0] != sides[1]


def side_margin(edge: PageEdge) -> float:
    """The distance from the edge within which a row stands in the margin: most of the room beside the text."""
    return _IN_MARGIN * _left(edge)


def _left(edge: PageEdge) -> float:
    return min(line.left for line in edge.page.lines if not line.is_rotated)


def _parts(row: BaselineRow) -> Iterator[tuple[int, str]]:
    """The text of a row, numbered -1, and that of each of its lines, if it has more than one."""
    yield -1, row.text
    if len(row.lines) > 1:
        for number, line in enumerate(row.lines):
            yield number, line.text


def _keys(text: str, number: int, count: int, *, is_top: bool) -> Iterator[_Key]:
    """What other rows must have in common with this one, of page `number` of `count`."""
    whole = "".join(text.split())
    lone = _LONE.fullmatch(text)
    group = "number" if lone and lone["number"] else "alone"
    if lone and int(lone[group]) < _FIRST_YEAR:
        is_of_all = lone["total"] is not None and int(lone["total"]) == count
        least = _OFTEN if lone["total"] is not None and not is_of_all else 2
        yield _counting(text, lone.span(group), int(lone[group]) - number, least, is_sure=is_of_all)
    elif _WORDS.search(text) or _TELLING.fullmatch(text):
        yield _Key(whole)
        yield from _counting_beside_words(text, number, is_top=is_top)


def _counting_beside_words(text: str, number: int, *, is_top: bool) -> Iterator[_Key]:
    """The keys of a row that counts pages after or before other words.

    "Premises licence 430" on one page and "… 431" on the next are two applications: without the word "page" or a gap,
    the number must be that of the page, and the words must be those of minutes, or stand at the foot ("SEN/26/1").
    """
    for match in filter(None, (_last_number(text), _FIRST.match(text))):
        group = "number" if match["number"] else "alone"
        start, value = match.start(group), int(match[group])
        is_page = match["page"] is not None or text[:start].endswith("\t")
        is_glued = start > 0 and not text[start - 1].isspace()
        is_likely = value == number and (not is_top if is_glued else not _OF_MEETING.isdisjoint(_words(text)))
        if value < _FIRST_YEAR and (is_page or is_likely):
            yield _counting(text, match.span(group), value - number, 2 if is_page or is_glued else _OFTEN)


def _last_number(text: str) -> re.Match[str] | None:
    """The number at the end of a text; sought only if there are figures, for the search begins at each character."""
    return _LAST.search(text) if _FIGURES.search(text, len(text) - _AFTER_LAST) else None


def _counting(text: str, span: tuple[int, int], offset: int, least: int, *, is_sure: bool = False) -> _Key:
    words = f"{text[: span[0]]}#{text[span[1] :]}"
    return _Key("".join(words.split()), offset, least, is_sure)


def _is_own_number(text: str, number: int, count: int) -> bool:
    """Whether a text is the number of its own page, of `count`, or says "page" itself, alone or after other words."""
    if _PAGE_OF.fullmatch(text):
        return True
    match = _LONE.fullmatch(text)
    if match and match["total"] and int(match["total"]) != count:
        return False  # "3 of 7" voted for it
    if match is None:
        match = next((found for found in (_last_number(text), _FIRST.match(text)) if found and found["page"]), None)
    return match is not None and number in (int(match[group]) for group in ("number", "alone") if match[group])


def _repeats(text: str, title: set[str]) -> bool:
    """Whether a text has words, and all of them and its numbers stand in the title."""
    words = _words(text)
    return bool(words) and title.issuperset(words) and title.issuperset(_numbers(text))


def _names_no_meeting(text: str) -> bool:
    return _OF_MEETING.isdisjoint(_words(text)) and not _date_words(text)


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.lower())


def _numbers(text: str) -> list[str]:
    """The numbers of a text without leading zeros; years by their last two digits."""
    return [str(int(figures[-2:])) if len(figures) == 4 else str(int(figures)) for figures in _FIGURES.findall(text)]  # noqa: PLR2004


def _date_words(text: str) -> list[str]:
    """The numbers of the months in a text."""
    return [str(_MONTHS[word]) for word in _words(text) if word in _MONTHS]
