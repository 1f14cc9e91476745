"""Finds what the page prints and the minutes do not contain: page numbers, running heads, places to sign.

    … so that there was
                                          23D
    SELECT COMMITTEE - 06/09/22                    three lines that a page break put into the middle of a sentence

    confidence in the figures …
    Page 3 of 9                                    a page number
    Signed .................... Date ......        a place to sign
    Chairman                                       its label, on the line below
    Signed .................... Date 3/4/25        no longer a place to sign: it was filled in

"Resolved: That the report be noted." thirty times is no furniture, nor is a name, "ACTION", or the sum that a table's
cell left on a line of its own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from compare.segment.headings import is_upper, reads_like_heading
from compare.segment.lines import Line
from compare.style.business import Business, business_of
from compare.style.house_style import HouseStyle
from compare.style.phrases import any_of, fold_blanks, folded_phrases, single_words, words_of
from compare.text.leaders import has_leader
from compare.values import SegmentKind

# The longest label of a place to sign on a line of its own, in characters.
_LONGEST_LABEL = 40

_ROMAN = re.compile(r"\b[ivxlc]+\b")
_LETTERS = re.compile(r"[^\W\d_]+")
# The longest running head, in characters: a committee's full name and a date. Paragraphs start where it ends.
_LONGEST = 90
# How often a head or number must recur before it is one by that alone.
_RECURS = 3
# A line shorter than this, in characters, is an entry rather than a sentence that was cut.
_SHORTEST_CUT = 20
# The head of the first page is the title of the minutes; it stands among the first lines with words.
_TITLE_LINES = 6
# What a running head says of its page: "– Page 1 of 2".
_PAGE_COUNT = re.compile(r"(?i)\b(?:page|pg\.?|tudalen)\s*\d{1,4}(?:\s*(?:of|o|/)\s*\d{1,4})?\b")
# Marks around "continued", of which one says that the page speaks: "/continued ...", "(continued)", "-- end --".
_AROUND_TURN = " ()[]<>/*_~|:.-\u2192\u2026"
# The shortest page, in lines with words (the last can be short): what stands closer together is a list or a vote.
_SHORTEST_PAGE = 3
# The longest front matter of markdown, in lines.
_LONGEST_FRONT = 60
# A word of a title that begins with a small letter has at most so many letters: "of", "and".
_SMALL_WORD = 3
# Lines that a page can print inside a sentence: number, name of the body, date, place to sign.
_MOST_BETWEEN = 4

_LONE_NUMBER = re.compile(r"\(?(?:[A-Z]{1,2} ?)?\d{1,4}[A-Z]?\)?")
_DIGITS = re.compile(r"\d+")
# What parts the cells of a page's head, and how many it has at most.
_CELLS = re.compile(r"\s+\|\s+|\s{3,}|\t+")
_MOST_CELLS = 4
_ENDS_OPEN = re.compile(r"[\w,’'\")-]$")
_ITEM_MARK = re.compile(r"(?:[a-z]|[ivx]{2,4})[.)]\s")
_DATE = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d\b")
_NUMBER_AT_END = re.compile(r"(?<=[\s.…_])\d{1,4}$")
# Words after which a sentence goes on with a day.
_TAKES_DATE = re.compile(r"(?i)\b(?:on|of|from|to|until|till|by|dated|since|before|after|for|in|and|or)$")
# A page number at the edge of a running head, with room before or after it.
_NUMBER_ASIDE = re.compile(r"^\d{1,3}(?:\s{3,}|\t)|(?:\s{3,}|\t)(?:[Pp]age )?\d{1,3}$")


def furniture_lines(lines: Sequence[Line], style: HouseStyle) -> list[bool]:
    """Finds the lines of a text that belong to the page. Cost: linear."""
    # The empty lines of a block quote are lines of their own, but they stand between nothing.
    places = [place for place, line in enumerate(lines) if line.text[0] != ">" or line.text.strip("> \t\xa0")]
    found = _PageMarks([lines[place] for place in places], style, business_of(style), [False] * len(places))
    for find in (
        found.marks,
        found.counting_places_to_sign,
        found.counting_marks,
        found.dated_heads,
        found.heads_at_cuts,
        found.numbers,
        found.inside_sentences,
    ):
        for place in list(find()):
            found.is_mark[place] = True
    result = [False] * len(lines)
    for place in found.running_heads():
        result[places[place]] = True
    for place, is_mark in zip(places, found.is_mark, strict=True):
        result[place] = result[place] or is_mark
    return result


def stated_furniture(lines: Sequence[Line], style: HouseStyle) -> list[bool]:
    """Finds the lines that belong to the page where the format has paragraphs: by the reader, or by their own words.

    A lone number is a cell of a table here, not the number of a page: the reader knows where pages end.
    """
    found = _PageMarks(lines, style, business_of(style), [line.is_stated(SegmentKind.FURNITURE) for line in lines])
    for place in list(found.marks()):
        found.is_mark[place] = True
    return found.is_mark


class _DatedHead(NamedTuple):
    """Lines [first, last): a head with a date, and the number above or below it, -1 without one."""

    first: int
    last: int
    head: str
    number: int
    is_apart: bool  # room is left above and below


@dataclass(frozen=True, slots=True)
class _PageMarks:
    """The lines of a text, and which of them are known to be page marks."""

    lines: Sequence[Line]
    style: HouseStyle
    business: Business
    is_mark: list[bool]

    def marks(self) -> Iterator[int]:
        """Finds lines by their own words: "Page 3 of 9", a place to sign, the title with a number at the edge."""
        patterns = frozenset(folded_phrases(self.style.minutes["page_furniture"])) - self._could_be_values()
        signature = single_words(self.style.minutes["signature_words"])
        turns, marked = (
            frozenset(folded_phrases(self.style.minutes[key])) for key in ("page_turns", "page_turns_marked")
        )
        title, top = self._title_words(), self._title_end()
        for place, line in enumerate(self.lines):
            text = line.text
            if len(text) > _LONGEST and not has_leader(text):
                continue
            aside = _NUMBER_ASIDE.search(text) if place >= top else None
            if (
                is_page_mark(text, patterns)
                or is_page_turn(text, turns, marked)
                or self._is_counted_head(place)
                or self._is_head_in_cells(text, patterns, signature)
                or is_place_to_sign(self.lines, place, signature)
                or (aside is not None and self._names_body(text[: aside.start()] + text[aside.end() :], title))
            ):
                yield place

    def _is_head_in_cells(self, text: str, patterns: frozenset[str], signature: frozenset[str]) -> bool:
        """Whether a line has the number of its page, or a place to sign, beside no more than a body and a day.

        Page 3 of 8 | Audit Committee | 17 September 2025
        Stoke Amberley Parish Council            Chairman's initials ........
        """
        cells = [cell for cell in _CELLS.split(text) if cell.strip("*_ ")]
        if not 1 < len(cells) <= _MOST_CELLS:
            return False
        bodies = single_words(self.style.minutes["body_words"]) | single_words(self.style.minutes["running_head_words"])
        date = _date_pattern(self.style.minutes["months"])
        rest = [
            cell
            for cell in cells
            if not is_page_mark(cell, patterns) and not (has_leader(cell) and _is_blank_form(cell, signature))
        ]
        return len(rest) < len(cells) and all(_is_body_or_day(cell, date, bodies) for cell in rest)

    def _is_counted_head(self, place: int) -> bool:
        """Whether a line has only words of the other lines of the title, and its page: "Trust – Page 1 of 2".

        Among the first lines its like on another page will do.
        """
        text = self.lines[place].text
        rest, found = _PAGE_COUNT.subn(" ", text)
        words = words_of(_date_pattern(self.style.minutes["months"]).sub(" ", rest)) if found == 1 else frozenset()
        if not words:
            return False
        title = self._title_words(without=text) | single_words(self.style.minutes["running_head_words"])
        if words <= title:
            return True
        shape = _DIGITS.sub("#", text)
        return place < self._title_end() and any(
            line.text != text and _DIGITS.sub("#", line.text) == shape for line in self.lines
        )

    def counting_places_to_sign(self) -> Iterator[int]:
        """Finds "Chairman's initials ........ 47" where the numbers at the ends go up from each to the next."""
        signature = single_words(self.style.minutes["signature_words"])
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, line in enumerate(self.lines):
            number = _NUMBER_AT_END.search(line.text) if len(line.text) <= _LONGEST and has_leader(line.text) else None
            if number and _is_blank_form(line.text[: number.start()], signature):
                found[line.text[: number.start()]].append((int(number.group()), place))
        for counted in found.values():
            if len(counted) > 1 and all(one[0] < other[0] for one, other in pairwise(counted)):
                yield from (place for _, place in counted)

    def counting_marks(self) -> Iterator[int]:
        """Finds "3 of 9" and "[3]" where they count the pages; by itself, "5 of 7" is the outcome of a vote."""
        patterns = self._could_be_values()
        found = [
            place
            for place, line in enumerate(self.lines)
            if len(line.text) <= _LONGEST and is_page_mark(line.text, patterns)
        ]
        values = [_first_number(self.lines[place].text) for place in found]
        counts = len(found) > 1 and all(after == before + 1 for before, after in pairwise(values))
        yield from (
            place for place in found if counts or self._is_beside_page_break(place) or self._cuts_sentence(place)
        )

    def _could_be_values(self) -> frozenset[str]:
        """The page marks that could be a value: "# of #" and "[#]", not "- # -"."""
        patterns = folded_phrases(self.style.minutes["page_furniture"])
        return frozenset(pattern for pattern in patterns if words_of(pattern) <= {"of", "o"} and pattern[0] in "#[(")

    def dated_heads(self) -> Iterator[int]:
        """Finds heads with a date, and the numbers beside them, that stand at the cuts between pages.

        They prove themselves: with a number where a sentence is cut, or where the numbers of several such heads count;
        without one where the same words cut sentences twice, or are the day of the meeting again and again. A day that
        a sentence asks for ("held on") is none.
        """
        blocks, top = list(self._dated_blocks()), self._title_end()
        often = Counter(block.head for block in blocks if block.first > self._first_sentence)
        counted = self._counted(blocks)
        cutting = {block for block in blocks if self._is_cut_by(block)}
        cuts = Counter(block.head for block in cutting)
        proven = {
            block
            for block in blocks
            if (
                block in cutting
                and block.is_apart
                and (block.number >= 0 or often[block.head] > 1 or self._at_page(block))
            )
            or (block in counted and (block.is_apart or block in cutting))
            or (block.number >= 0 and block.is_apart and self._is_alone_of_body(block))
            or (often[block.head] > 1 and block.first > self._first_sentence and self._is_day_of_title(block.head))
            or (block.is_apart and self._repeats_title(block))
        }
        heads = {
            block.head
            for block in proven
            if cuts[block.head] > 1 or block.number >= 0 or self._at_page(block) or self._is_day_of_title(block.head)
        }
        for block in blocks:
            if block.head in heads and (block in proven or (block.is_apart and block.first >= top)):
                yield from range(block.first, block.last)

    def heads_at_cuts(self) -> Iterator[int]:
        """Finds the lines, with room above and below, that part a sentence and say which page of a body they are.

        So the head of a page is known though no title above has its words: "Cabinet – 9 October 2024 – Page 6".
        """
        for place in range(1, len(self.lines) - 1):
            if not self._has_room(place) or _ENDS_OPEN.search(self.lines[place - 1].text[-1:]) is None:
                continue
            end = place
            while end < len(self.lines) and end - place < _MOST_BETWEEN and self._may_be_head(end):
                end += 1
            if not place < end < len(self.lines) or not self._has_room(end) or not self._is_cut(place - 1, end):
                continue
            block = " ".join(line.text for line in self.lines[place:end])
            is_counted = _PAGE_COUNT.search(block) is not None or any(
                _NUMBER_ASIDE.search(line.text) for line in self.lines[place:end]
            )
            bodies = single_words((*self.style.minutes["body_words"], "minutes"))
            if is_counted and _is_in_capitals(block) and not bodies.isdisjoint(words_of(block)):
                yield from range(place, end)

    def _may_be_head(self, place: int) -> bool:
        """Whether a line can be part of a page's head: printed as one, or with a page or a day."""
        text = self.lines[place].text
        if self._may_be_printed(place):
            return True
        is_short = len(text) <= _LONGEST and text[-1] not in ".:;,?!" and not self.business.is_in(text)
        return is_short and (self._tells_day(text) or _PAGE_COUNT.search(text) is not None)

    def _tells_day(self, text: str) -> bool:
        return _date_pattern(self.style.minutes["months"]).search(text) is not None

    def _dated_blocks(self) -> Iterator[_DatedHead]:
        """Yields the lines of a date and words of the title or of running heads, with the number beside them."""
        table = self.style.minutes
        title = self._title_words() | single_words((*table["running_head_words"], *table["weekdays"]))
        date = _date_pattern(table["months"])
        for place, line in enumerate(self.lines):
            is_short = place > 1 and len(line.text) <= _LONGEST and line.text[-1] not in ":;,?!"
            if not is_short or self.is_mark[place] or self.business.is_in(line.text):
                continue
            rest, found = date.subn(" ", line.text)
            if not found or not words_of(rest) <= title:
                continue
            near = [at for at in (place - 1, place + 1) if self._is_lone_number(at)]
            beside = near[0] if len(near) == 1 else place
            first, last = min(place, beside), max(place, beside) + 1
            is_apart = self._has_room(first) and (last == len(self.lines) or self._has_room(last))
            number = _first_number(self.lines[beside].text) if beside != place else -1
            if is_apart or number >= 0 or self._is_day_of_title(line.text):
                yield _DatedHead(first, last, line.text, number, is_apart)

    @staticmethod
    def _counted(blocks: Sequence[_DatedHead]) -> set[_DatedHead]:
        """Gives the heads whose numbers go up by one from each to the next, two at least."""
        pairs = [pair for pair in pairwise(blocks) if pair[0].head == pair[1].head and pair[0].number >= 0]
        return {block for one, next_one in pairs if next_one.number == one.number + 1 for block in (one, next_one)}

    def _is_day_of_title(self, head: str) -> bool:
        """Whether a line is no more than the day on which the title says that the meeting was held."""
        dates = {fold_blanks(match.group()) for match in _date_pattern(self.style.minutes["months"]).finditer(head)}
        top = [fold_blanks(line.text) for line in self.lines[: self._first_sentence]]
        return len(dates) == 1 and any(date in line for date in dates for line in top)

    @property
    def _first_sentence(self) -> int:
        """Where the first line stands that ends as a sentence does: the title is above it."""
        ends = (place for place, line in enumerate(self.lines[:_LONGEST_FRONT]) if line.text[-1] == ".")
        return next(ends, 0)

    def _is_cut_by(self, block: _DatedHead) -> bool:
        above = self.lines[block.first - 1].text
        return self._is_cut(block.first - 1, block.last) and not _TAKES_DATE.search(above)

    def _at_page(self, block: _DatedHead) -> bool:
        return any(line.page_before for line in self.lines[block.first : block.last + 1])

    def _is_alone_of_body(self, block: _DatedHead) -> bool:
        """Whether a head names the body of the title, and its number is not the first of several items."""
        following = re.compile(rf"\(?{block.number + 1}\b")
        return (
            block.first >= self._title_end()
            and self._names_body(block.head, self._title_words())
            and not any(following.match(line.text) for line in self.lines[block.last :])
        )

    def _repeats_title(self, block: _DatedHead) -> bool:
        """Whether a head below the title says its body and its day once more: "Ashcombe Trust, 12 May 2025"."""
        rest = _date_pattern(self.style.minutes["months"]).sub(" ", block.head)
        title = self._title_words(without=block.head) | single_words(self.style.minutes["running_head_words"])
        return (
            block.first >= self._title_end()
            and block.first > self._first_sentence
            and self._is_day_of_title(block.head)
            and self._names_body(rest, title)
        )

    def _is_lone_number(self, place: int) -> bool:
        if not 0 <= place < len(self.lines):
            return False
        text = self.lines[place].text
        return len(text) < _LONGEST and _LONE_NUMBER.fullmatch(text) is not None

    def _has_room(self, place: int) -> bool:
        """Whether a blank line or the beginning of a page stands above a line."""
        return self.lines[place].blank_before or self.lines[place].page_before

    def numbers(self) -> Sequence[int]:
        """Finds lone numbers that are page numbers: not above a title, and where they cut or count the pages."""
        lines = self.lines
        lone = [
            place for place, line in enumerate(lines) if len(line.text) < _LONGEST and _LONE_NUMBER.fullmatch(line.text)
        ]
        titled = set(self._above_titles(lone))
        cutting = {
            place
            for place in lone  # one that is known by the head beside it counts with the others
            if self.is_mark[place] or self._cuts_sentence(place) or self._is_beside_page_break(place)
        }
        if len(cutting) == 1 and not any(self.is_mark) and self._is_within(*cutting):
            return []
        if len(titled) * 2 > len(lone) and len(cutting) * 2 < len(lone):
            lone = [place for place in lone if place in cutting or place not in titled]
        return sorted({*cutting, *self._counting(lone, cutting)})

    def _above_titles(self, lone: list[int]) -> Iterator[int]:
        """Finds numbers above the title of an item, not above a running head that recurs or names the body."""
        title = self._title_words()
        below = {place: self.lines[place + 1].text for place in lone if place + 1 < len(self.lines)}
        often = Counter(_DIGITS.sub("#", text) for text in below.values())
        for place, text in below.items():
            is_head = often[_DIGITS.sub("#", text)] > 1 or self._names_body(text, title)
            if reads_like_heading(text) and not is_head:
                yield place

    def _counting(self, lone: list[int], cutting: set[int]) -> Iterator[int]:
        """Finds numbers that go up by one, if three stand apart, or one cuts a sentence, or one is the last line."""
        run: list[int] = []
        before = -1
        for place in [*lone, len(self.lines)]:
            found = _DIGITS.search(self.lines[place].text) if place < len(self.lines) else None
            value = int(found.group()) if found else -1
            if run and value != before + 1:
                apart = [number for number in run if self._is_isolated(number)]
                if len(apart) >= _RECURS or not cutting.isdisjoint(run) or self._end_text(apart):
                    yield from run
                run = []
            run.append(place)
            before = value

    def _end_text(self, numbers: list[int]) -> bool:
        """Whether the last number ends the text, a page below the one before it or below a whole sentence.

        "For / 1 / Against / 2" at the end of a text is a vote.
        """
        if not numbers or numbers[-1] + 1 < len(self.lines):
            return False
        above = self.lines[numbers[-1] - 1].text if numbers[-1] else ""
        is_page_below = len(numbers) > 1 and numbers[-1] - numbers[-2] > _SHORTEST_PAGE
        return is_page_below or above[-1:] in (".", "!", "?") or self.is_mark[numbers[-1] - 1]

    def inside_sentences(self) -> Iterator[int]:
        """Finds every line between the two parts of a sentence that a page mark or form feed cuts."""
        for place, line in enumerate(self.lines):
            if not (self.is_mark[place] or line.page_before):
                continue
            below = place
            while below < len(self.lines) and below - place <= _MOST_BETWEEN and self._may_be_printed(below):
                below += 1
            above = place - 1
            while above >= 0 and place - above <= _MOST_BETWEEN and not self._is_cut(above, below):
                above = above - 1 if self._may_be_printed(above) else -1
            if above >= 0 and self._is_cut(above, below):
                yield from range(above + 1, below)

    def _is_cut(self, above: int, below: int) -> bool:
        """Whether a sentence goes on from one line to the other, whatever stands between them."""
        if below == len(self.lines) or self.is_mark[above] or is_upper(self.lines[above].text):
            return False
        return _goes_on(self.lines[above].text, self.lines[below].text, 1)

    def _may_be_printed(self, place: int) -> bool:
        """Whether a line can be a running head or number: short, in capitals, with no end mark."""
        text = self.lines[place].text
        if self.is_mark[place]:
            return True
        if len(text) > _LONGEST or text[-1] in ".:;,?!" or self.business.is_in(text):
            return False
        return _LONE_NUMBER.fullmatch(text) is not None or is_upper(text) or reads_like_heading(text)

    def running_heads(self) -> Iterator[int]:
        """Finds short lines that recur beside page marks or within sentences, and the title where it does."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, line in enumerate(self.lines):
            if not self.is_mark[place] and len(line.text) <= _LONGEST and line.text[-1] not in ".:;,":
                places[_DIGITS.sub("#", line.text)].append(place)
        title, top = self._title_words(), self._title_end()
        for occurrences in places.values():
            if len(occurrences) > 1 and any(self.business.is_in(self.lines[place].text) for place in occurrences):
                continue
            beside = {place for place in occurrences if self._is_beside(place)}
            cutting = {place for place in occurrences if self._cuts_sentence(place)}
            if len(occurrences) >= _RECURS and max(len(beside), len(cutting)) * 2 >= len(occurrences):
                first = 0 if self._heads_every_page(occurrences) else top
                yield from (place for place in occurrences if place >= first or place in beside)
            else:
                for place in beside:
                    if place >= top and self._names_body(self.lines[place].text, title):
                        yield place

    def _heads_every_page(self, occurrences: list[int]) -> bool:
        """Whether a line stands at the top of every page that has it, the first included, above the title itself."""
        if occurrences[0] != 0 or not all(self.lines[place].page_before for place in occurrences[1:]):
            return False
        bodies = single_words(self.style.minutes["body_words"]) | {"minutes", "meeting"}
        below = self.lines[1 : min(_TITLE_LINES, occurrences[1])]
        return any(not bodies.isdisjoint(words_of(line.text)) for line in below)

    def _title_end(self) -> int:
        """Counts the lines from the top in which the title can be, below the front matter of markdown."""
        above = 0
        if self.lines and self.lines[0].text == "---":
            rest = (place for place, line in enumerate(self.lines[1:_LONGEST_FRONT], 1) if line.text == "---")
            above = next(rest, 0)
        return above + _TITLE_LINES

    def _title_words(self, without: str = "") -> frozenset[str]:
        """Gives the words of the first lines, but for those of one line."""
        first = self.lines[: self._title_end()]
        top = [line.text for line in first if len(line.text) <= 2 * _LONGEST and line.text != without]
        return frozenset().union(*map(words_of, top))

    def _names_body(self, text: str, title: frozenset[str]) -> bool:
        """Whether a line has only words of the title, the name of a body among them."""
        words, bodies = words_of(_DATE.sub(" ", text)), single_words(self.style.minutes["body_words"])
        return words <= title and len(words) > 1 and not words.isdisjoint(bodies)

    def _is_beside(self, place: int) -> bool:
        """Whether a page mark or a form feed stands next to the line."""
        near = (place > 0 and self.is_mark[place - 1]) or (place + 1 < len(self.lines) and self.is_mark[place + 1])
        return near or (place > 0 and self._is_beside_page_break(place))

    def _is_beside_page_break(self, place: int) -> bool:
        lines = self.lines
        return lines[place].page_before or (place + 1 < len(lines) and lines[place + 1].page_before)

    def _is_isolated(self, place: int) -> bool:
        lines = self.lines
        below = place + 1 == len(lines) or lines[place + 1].blank_before or lines[place + 1].page_before
        return below and (place == 0 or lines[place].blank_before or lines[place].page_before)

    def _is_within(self, place: int) -> bool:
        """Whether nothing but its place says that a number is not a word of the sentence around it."""
        line, below = self.lines[place], self.lines[place + 1 : place + 2]
        is_apart = line.blank_before or line.page_before or any(one.blank_before or one.page_before for one in below)
        return line.text.isdecimal() and line.indent == 0 and not is_apart

    def _cuts_sentence(self, place: int) -> bool:
        """Whether the line above breaks off and the line below goes on in small letters."""
        lines = self.lines
        return 0 < place < len(lines) - 1 and _goes_on(lines[place - 1].text, lines[place + 1].text, _SHORTEST_CUT)


@lru_cache(maxsize=8)
def _date_pattern(months: tuple[str, ...]) -> re.Pattern[str]:
    """Matches a whole date: "12 May 2025", "June 5th, 2025", "3.6.25", "2025-06-05"."""
    names = any_of(tuple(name for entry in months for name in entry.split()[1:]))
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return re.compile(
        rf"(?i)\b(?:{day}\s+(?:of\s+)?{names}\.?,?\s+\d{{4}}|{names}\s+{day},?\s+\d{{4}}"
        r"|\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d|20\d\d-\d\d-\d\d)\b"
    )


def _first_number(text: str) -> int:
    match = _DIGITS.search(text)
    return int(match.group()) if match else -1


def _goes_on(above: str, below: str, shortest: int) -> bool:
    if len(above) <= shortest or not below[0].islower() or _ITEM_MARK.match(below):
        return False
    return _ENDS_OPEN.search(above[-1:]) is not None


def is_page_mark(text: str, marks: frozenset[str]) -> bool:
    """Whether a line is a page mark: "#" in a mark stands for a number, in Arabic or Roman figures."""
    folded = fold_blanks(text).strip("*_ .:")
    counted = _DIGITS.sub("#", folded)
    return counted in marks or ("page" in folded and _ROMAN.sub("#", counted) in marks)


def is_page_turn(text: str, turns: frozenset[str], marked: frozenset[str]) -> bool:
    """Whether a line says that the page goes on or the minutes end: "(continued overleaf)", "P.T.O.", "-- end --"."""
    if len(text) > _LONGEST_LABEL:
        return False
    folded = fold_blanks(text)
    bare = folded.strip(_AROUND_TURN)
    return (
        _DIGITS.sub("#", bare) in turns
        or (bare in marked and folded.strip("*_ .:") != bare)
        or (bare in marked and folded.endswith("..."))
    )


def is_place_to_sign(lines: Sequence[Line], place: int, words: frozenset[str]) -> bool:
    """Whether a line is a leader of dots with its label, or the label right beside one."""
    text = lines[place].text
    if has_leader(text):
        return _is_blank_form(text, words)
    if len(text) > _LONGEST_LABEL or not _is_blank_form(text, words):
        return False
    near = [at for at in (place - 1, place + 1) if 0 <= at < len(lines) and not lines[max(at, place)].blank_before]
    return any(has_leader(lines[at].text) and _is_blank_form(lines[at].text, words) for at in near)


def _is_body_or_day(text: str, date: re.Pattern[str], bodies: frozenset[str]) -> bool:
    """Whether a cell of a page's head is a day, or the name of a body or of its minutes, in capitals."""
    name = date.sub("", text).strip("*_ .,–-")
    if not name:
        return True
    return _is_in_capitals(name) and not any(map(str.isdigit, name)) and not bodies.isdisjoint(words_of(name))


def _is_in_capitals(text: str) -> bool:
    """Whether every word begins as those of a title do: only "of" and its like with a small letter."""
    return not any(word[0].islower() for word in text.split() if len(word) > _SMALL_WORD)


def _is_blank_form(text: str, words: frozenset[str]) -> bool:
    """Whether a text has no other words than those of a place to sign, and no number but that of a page."""
    if _DIGITS.search(text) and "page" not in text.lower():
        return False
    return words.issuperset(_LETTERS.findall(text.replace("’s", "").replace("'s", "").lower()))
