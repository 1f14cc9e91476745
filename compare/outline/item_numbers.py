"""Which numbered headings are items, and which are parts of one.

    3. Matters arising
    1. Bridge              inner: item 4 is still to come
    2. Fire station        inner
    4. Finance             item 4

The items count on. A run that begins again below one of them belongs to it; a whole count that begins again where no
higher number follows (a second part of the meeting) is items again. In a number of several figures the one that changes
counts: 7.1, 7.2, 7.3 at the seventh meeting, 41/23, 42/23 in the year 2023.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from compare.outline.titles import lead_of
from compare.outline.working_view import Roles, View
from compare.style.house_style import HouseStyle
from compare.style.phrases import starting
from compare.values import SegmentKind

# How many numbers a sequence of items can skip while the next one in order still comes later.
_WIDEST_GAP = 20
# How many segments before the first heading are searched for the items that lead up to it.
_LONGEST_RUN_UP = 60
# List items of these levels can be items; headings have their own levels, which are no deeper.
_OUTER_LEVELS = 4
# So many numbered paragraphs in a row are the items of minutes without headings.
_FEWEST_PARAGRAPHS = 3

_DIGITS = re.compile(r"\d+")
_TAIL = " .:–—-*_)(]["


class Start(NamedTuple):
    """A segment that may start an item."""

    place: int
    number: str | None
    title: str

    @property
    def value(self) -> int:
        """The first figure of the number, 0 without one."""
        digits = _DIGITS.search(self.number or "")
        return int(digits.group()) if digits else 0


def plain_number(mark: str, style: HouseStyle) -> str:
    """The number as printed, without the word before it and the marks around it: "Minute 12 –" is 12."""
    bare = mark.strip("#*_ \t>").replace("\\", "")
    word = starting(style.minutes["item_words"]).match(bare)
    if word and any(character.isdigit() for character in bare[word.end() :]):
        bare = bare[word.end() :].lstrip(" .:")
    return bare.strip(_TAIL) if any(character.isdigit() for character in bare) else ""


def in_sequence(starts: list[Start], levels: list[int]) -> list[Start]:
    """Without the inner headings, and without an agenda that is listed above its minutes. Cost: linear."""
    last_place: dict[int, int] = {start.value: place for place, start in enumerate(starts)}
    kept: list[int] = []
    inner: int | None = None
    for place, start in enumerate(starts):
        main = starts[kept[-1]].value if kept else -1
        goes_on = inner is not None and start.value == starts[inner].value + 1
        comes_later = last_place.get(main + 1, -1) > place
        if kept and start.value == main + 1:
            is_inner = (
                inner is not None and goes_on and comes_later and levels[place] == levels[inner] != levels[kept[-1]]
            )
        else:
            falls_out = start.value < main or start.value > main + _WIDEST_GAP
            is_inner = bool(kept) and (goes_on or (falls_out and comes_later))
        if is_inner:
            inner = place
            continue
        if start.value <= 1 and _is_bare_list([starts[number].place for number in kept]):
            kept.clear()
        kept.append(place)
        inner = None
    return [starts[place] for place in kept]


def _is_bare_list(places: list[int]) -> bool:
    """Whether headings follow one another with nothing between."""
    return len(places) > 1 and places[-1] - places[0] == len(places) - 1


def with_gaps_filled(view: View, roles: Roles, starts: list[Start], style: HouseStyle) -> list[Start]:
    """Adds list items whose number is exactly the one that is missing before or between headings. Cost: linear."""
    openings = starting(style.minutes["resolution_openings"])
    filled = _before_first(view, roles, starts[0], style)
    for start, after in zip(starts, [*starts[1:], None], strict=True):
        filled.append(start)
        wanted = start.value + 1
        if after is not None and after.value <= wanted:
            continue
        for place in range(start.place + 1, after.place if after else len(view.segments)):
            is_wanted = (
                view.is_kind(place, SegmentKind.LIST_ITEM)
                and roles.is_free(place)
                and plain_number(view.mark(place), style) == str(wanted)
                and not openings.match(view.texts[place])
                and _number_above(view, place, start.place, style) != wanted - 1
            )
            if is_wanted:
                filled.append(Start(place, str(wanted), lead_of(view.texts[place])))
                wanted += 1
    return filled


def with_members_added(view: View, roles: Roles, starts: list[Start], style: HouseStyle) -> list[Start]:
    """Adds the list items that count on between headings with numbers of several figures: 23.3 after 23.2."""
    counts = _counting([start.number or "" for start in starts])
    if counts is None:
        return starts
    by_place = {start.place: start for start in starts}
    for place, number in _list_numbers(view, roles, style):
        if place not in by_place and counts(number) is not None:
            by_place[place] = Start(place, number, lead_of(view.texts[place]))
    ahead = {start.place: counts(start.number or "") or 0 for start in starts}
    coming = iter([*ahead.values(), None])
    next_heading = next(coming)
    kept: list[Start] = []
    last = 0
    for place in sorted(by_place):
        value = counts(by_place[place].number or "") or 0
        if place in ahead:
            next_heading = next(coming)
        elif (kept and value != last + 1) or (next_heading is not None and value >= next_heading):
            continue
        kept.append(by_place[place])
        last = value
    return kept


def _counting(numbers: list[str]) -> Callable[[str], int | None] | None:
    """How numbers of several figures count: by the only one of them that changes."""
    figures = [_figures(number) for number in numbers]
    shape, size = _DIGITS.sub("0", numbers[0]), len(figures[0])
    if size < 2 or any(_DIGITS.sub("0", number) != shape for number in numbers):  # noqa: PLR2004
        return None
    changing = [place for place in range(size) if len({one[place] for one in figures}) > 1]
    if len(changing) != 1:
        return None
    counter = changing[0]
    fixed = (*figures[0][:counter], *figures[0][counter + 1 :])

    def value(number: str) -> int | None:
        own = _figures(number)
        is_member = _DIGITS.sub("0", number) == shape and (*own[:counter], *own[counter + 1 :]) == fixed
        return own[counter] if is_member else None

    return value


def _figures(number: str) -> tuple[int, ...]:
    return tuple(int(digits) for digits in _DIGITS.findall(number))


def _list_numbers(view: View, roles: Roles, style: HouseStyle) -> Iterator[tuple[int, str]]:
    """The numbers of list items and headings that nobody has claimed and that are no parts of a decision."""
    headers = starting(style.minutes["resolution_headers"])
    openings = starting(style.minutes["resolution_openings"])
    for place, segment in enumerate(view.segments):
        is_outer = segment.level <= _OUTER_LEVELS and view.is_kind(place, SegmentKind.LIST_ITEM, SegmentKind.HEADING)
        if not is_outer or segment.mark is None or not roles.is_free(place) or "(" in view.mark(place):
            continue
        if not openings.match(view.texts[place]) and not (place and headers.match_after_marks(view.texts[place - 1])):
            yield place, plain_number(view.mark(place), style)


def _before_first(view: View, roles: Roles, first: Start, style: HouseStyle) -> list[Start]:
    """The list items that lead up to the first heading: 1 and 2 before 3."""
    wanted = first.value - 1
    found: list[Start] = []
    for place in range(first.place - 1, max(-1, first.place - _LONGEST_RUN_UP), -1):
        is_numbered = (
            view.is_kind(place, SegmentKind.LIST_ITEM) and roles.is_free(place) and "(" not in view.mark(place)
        )
        if wanted > 0 and is_numbered and plain_number(view.mark(place), style) == str(wanted):
            found.append(Start(place, str(wanted), lead_of(view.texts[place])))
            wanted -= 1
    return found[::-1]


def _number_above(view: View, place: int, first: int, style: HouseStyle) -> int | None:
    """The number of the list item right above, if it is one that no heading starts."""
    if place - 1 <= first or not view.is_kind(place - 1, SegmentKind.LIST_ITEM):
        return None
    number = plain_number(view.mark(place - 1), style)
    return int(number) if number.isdigit() else None


def numbered_paragraphs(view: View, roles: Roles, style: HouseStyle) -> list[Start]:
    """Items that are no more than numbered paragraphs ("3. Apologies were received from …"), three at least."""
    numbered = list(_list_numbers(view, roles, style))
    starts = [Start(place, number, lead_of(view.texts[place])) for place, number in numbered if number.isdigit()]
    starts = in_sequence(starts, [0] * len(starts))
    if len(starts) >= _FEWEST_PARAGRAPHS and starts[1].value == starts[0].value + 1:
        return starts
    shapes: dict[str, list[Start]] = defaultdict(list)
    for place, number in numbered:
        shapes[_DIGITS.sub("0", number)].append(Start(place, number, lead_of(view.texts[place])))
    for members in shapes.values():
        counts = _counting([start.number or "" for start in members]) if len(members) >= _FEWEST_PARAGRAPHS else None
        values = [counts(start.number or "") or 0 for start in members] if counts else []
        if values and values == list(range(values[0], values[0] + len(values))):
            return members
    return []
