"""Which numbered headings are items, and which are parts of one.

    3. Matters arising
    1. Bridge              inner: item 4 is still to come
    2. Fire station        inner
    4. Finance             item 4

The items count on. A run that begins again below one of them belongs to it; a whole count that begins again where no
higher number follows (a second part of the meeting) is items again.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.housestyle import HouseStyle
from compare.outline.view import Roles, View
from compare.outline.web import without_file
from compare.phrases import starting
from compare.values import SegmentKind

# The longest title, in characters; a numbered list item that is promoted to an item can be a whole paragraph.
LONGEST_TITLE = 240
# The longest lead of a numbered paragraph that stands for its title, in characters.
_LONGEST_LEAD = 80
# How many numbers a sequence of items can skip while the next one in order still comes later.
_WIDEST_GAP = 20
# How many segments before the first heading are searched for the items that lead up to it.
_LONGEST_RUN_UP = 60
# List items of these levels can be items; headings have their own levels, which are no deeper.
_OUTER_LEVELS = 4
# So many numbered paragraphs in a row are the items of minutes without headings.
_FEWEST_PARAGRAPHS = 3

_LEAD = re.compile(rf".{{3,{_LONGEST_LEAD}}}?(?:[.:](?=\s|$)|\s[-–—]\s|$)")
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


def clean_title(text: str) -> str:
    """The words of a heading, without emphasis and without the file that a web page glued to it."""
    title = " ".join(without_file(text[: LONGEST_TITLE * 2].strip("*_ ")).replace("**", "").split())
    return title[:LONGEST_TITLE].rstrip("*_ ")


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
                filled.append(Start(place, str(wanted), clean_title(view.texts[place])))
                wanted += 1
    return filled


def _before_first(view: View, roles: Roles, first: Start, style: HouseStyle) -> list[Start]:
    """The list items that lead up to the first heading: 1 and 2 before 3."""
    wanted = first.value - 1
    found: list[Start] = []
    for place in range(first.place - 1, max(-1, first.place - _LONGEST_RUN_UP), -1):
        is_numbered = (
            view.is_kind(place, SegmentKind.LIST_ITEM) and roles.is_free(place) and "(" not in view.mark(place)
        )
        if wanted > 0 and is_numbered and plain_number(view.mark(place), style) == str(wanted):
            found.append(Start(place, str(wanted), clean_title(view.texts[place])))
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
    headers = starting(style.minutes["resolution_headers"])
    openings = starting(style.minutes["resolution_openings"])
    starts = []
    for place, segment in enumerate(view.segments):
        is_outer = segment.level <= _OUTER_LEVELS and view.is_kind(place, SegmentKind.LIST_ITEM, SegmentKind.HEADING)
        if not is_outer or segment.mark is None or not roles.is_free(place):
            continue
        number = plain_number(view.mark(place), style)
        is_limb = openings.match(view.texts[place]) or (place and headers.match_dressed(view.texts[place - 1]))
        if number.isdigit() and "(" not in view.mark(place) and not is_limb:
            starts.append(Start(place, number, _lead(view.texts[place])))
    starts = in_sequence(starts, [0] * len(starts))
    counts_on = len(starts) >= _FEWEST_PARAGRAPHS and starts[1].value == starts[0].value + 1
    return starts if counts_on else []


def _lead(text: str) -> str:
    """The lead of a numbered paragraph: up to its first stop, colon or dash, or what fits on a line."""
    title = clean_title(text)
    match = _LEAD.match(title)
    return match.group().rstrip(" .:–—-") if match else title[:_LONGEST_LEAD].rsplit(" ", 1)[0]
