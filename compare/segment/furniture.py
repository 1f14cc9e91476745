"""What the page prints and the minutes do not say: page numbers, running heads, rules.

    … so that there was
                                          23D
    SELECT COMMITTEE - 06/09/22                    three lines that a page break put into the middle of a sentence

    confidence in the figures …

"Resolved: That the report be noted." thirty times is no furniture, nor is a name or "ACTION".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from compare.housestyle import HouseStyle
from compare.phrases import fold_blanks, folded_phrases, starting
from compare.segment.lines import Line
from compare.segment.marks import reads_like_heading

# The longest running head, in characters: a committee's full name and a date. Paragraphs start where it ends.
_LONGEST = 90
# How often a head must recur before it is one: a two-page document has none that can be told.
_RECURS = 3
# A line shorter than this, in characters, is an entry rather than a sentence that was cut.
_SHORTEST_CUT = 20
# The head of the first page is the title of the minutes; it stands among the first lines with words.
_TITLE_LINES = 6

_LONE_NUMBER = re.compile(r"\(?(?:[A-Z]{1,2} ?)?\d{1,4}[A-Z]?\)?")
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"\b[ivxlc]+\b")
_ENDS_OPEN = re.compile(r"[\w,’'\")-]$")


def furniture_lines(lines: Sequence[Line], style: HouseStyle) -> list[bool]:
    """Which lines belong to the page. Cost: linear."""
    marks = frozenset(folded_phrases(style.minutes["page_furniture"]))
    is_mark = [len(line.text) <= _LONGEST and _is_page_mark(line.text, marks) for line in lines]
    lone = [place for place, line in enumerate(lines) if not is_mark[place] and _LONE_NUMBER.fullmatch(line.text)]
    for place in _page_numbers(lines, lone):
        is_mark[place] = True
    return _with_running_heads(lines, is_mark, style)


def _is_page_mark(text: str, marks: frozenset[str]) -> bool:
    """Whether a line is a page mark: "#" in a mark stands for a number, in Arabic or Roman figures."""
    folded = fold_blanks(text).strip("*_ .:")
    counted = _DIGITS.sub("#", folded)
    return counted in marks or ("page" in folded and _ROMAN.sub("#", counted) in marks)


def _page_numbers(lines: Sequence[Line], lone: list[int]) -> list[int]:
    """Lone numbers that are page numbers: not those that stand above titles, and only where they recur or cut."""
    above_title = [place for place in lone if place + 1 < len(lines) and reads_like_heading(lines[place + 1].text)]
    cutting = [place for place in lone if _cuts_sentence(lines, place) or _is_beside_page_break(lines, place)]
    if len(above_title) * 2 > len(lone) and len(cutting) * 2 < len(lone):
        return cutting
    isolated = [place for place in lone if _is_isolated(lines, place)]
    return isolated if len(isolated) >= _RECURS or cutting else []


def _with_running_heads(lines: Sequence[Line], is_mark: list[bool], style: HouseStyle) -> list[bool]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if not is_mark[place] and len(line.text) <= _LONGEST and line.text[-1] not in ".:;,":
            places[_DIGITS.sub("#", line.text)].append(place)
    headers = starting(style.minutes["resolution_headers"])
    result = list(is_mark)
    for head, occurrences in places.items():
        if headers.match_dressed(head):
            continue
        beside = {place for place in occurrences if _is_beside(lines, is_mark, place)}
        cutting = {place for place in occurrences if _cuts_sentence(lines, place)}
        if len(occurrences) >= _RECURS and max(len(beside), len(cutting)) * 2 >= len(occurrences):
            for place in occurrences:
                result[place] = place >= _TITLE_LINES or place in beside
        for place in beside:  # even once, in the middle of a sentence that the page mark beside it cuts
            result[place] = result[place] or _cuts_with_marks(lines, is_mark, place)
    return result


def _is_beside(lines: Sequence[Line], is_mark: list[bool], place: int) -> bool:
    """Whether a page mark or a form feed stands next to the line."""
    near = (place > 0 and is_mark[place - 1]) or (place + 1 < len(lines) and is_mark[place + 1])
    return near or (place > 0 and _is_beside_page_break(lines, place))


def _cuts_with_marks(lines: Sequence[Line], is_mark: list[bool], place: int) -> bool:
    """Whether a sentence goes on over the line and the page marks around it."""
    above, below = place - 1, place + 1
    while above >= 0 and is_mark[above]:
        above -= 1
    while below < len(lines) and is_mark[below]:
        below += 1
    return above >= 0 and below < len(lines) and _goes_on(lines[above].text, lines[below].text, 1)


def _is_beside_page_break(lines: Sequence[Line], place: int) -> bool:
    return lines[place].page_before or (place + 1 < len(lines) and lines[place + 1].page_before)


def _is_isolated(lines: Sequence[Line], place: int) -> bool:
    below = place + 1 == len(lines) or lines[place + 1].blank_before or lines[place + 1].page_before
    return below and (place == 0 or lines[place].blank_before or lines[place].page_before)


def _cuts_sentence(lines: Sequence[Line], place: int) -> bool:
    """Whether the line above breaks off and the line below goes on in small letters."""
    return 0 < place < len(lines) - 1 and _goes_on(lines[place - 1].text, lines[place + 1].text, _SHORTEST_CUT)


def _goes_on(above: str, below: str, shortest: int) -> bool:
    return len(above) > shortest and _ENDS_OPEN.search(above[-1:]) is not None and below[0].islower()
