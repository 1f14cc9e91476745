"""Which items were taken in private.

    RESOLVED – That the press and public be excluded … for the following items       all that follow
    PART II – PRIVATE                                                               all below it
    14. Staffing (confidential)                                                     this one

"There were no items that required the exclusion of the public" excludes nobody: only a decision does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache

from compare.outline.working_view import View
from compare.style.house_style import HouseStyle
from compare.style.phrases import Phrases, any_of, starting
from compare.values import Item, Resolution, SegmentKind

# The longest line that marks an item or a part of the meeting as private, in characters.
_LONGEST_LINE = 160
# How much of a decision is read for the words of exclusion, in characters.
_LONGEST_DECISION = 3000

_APART = re.compile(r"[(\[–—-]\s*")
_NAMED = re.compile(r"(?i)\b(?:minutes?|items?|agenda items?)\s*(?:nos?\.?|numbers?)?\s*(?P<number>\d+)")
_FOLLOWING = re.compile(r"(?i)\b(?:following|remaining|remainder|rest of|next items?)\b")

ItemOf = tuple[int | None, ...]


def find_exempt(
    view: View, items: tuple[Item, ...], item_of: ItemOf, resolutions: tuple[Resolution, ...], style: HouseStyle
) -> tuple[int, ...]:
    """The indices of the items taken in private, in order. Cost: linear."""
    public = starting(style.minutes["open_marks"])
    exempt = _marked(view, items, item_of, style)
    exempt |= _excluded(items, item_of, _exclusions(view, resolutions, style), public)
    return tuple(sorted(exempt))


def _marked(view: View, items: tuple[Item, ...], item_of: ItemOf, style: HouseStyle) -> set[int]:
    """Items marked private by their title, by a line of their own, or by the part heading above them."""
    table = style.minutes
    private, public = starting(table["exempt_marks"]), starting(table["open_marks"])
    excluded = _expression(table["exclusion_phrases"])
    starts = {item.first: place for place, item in enumerate(items)}
    exempt: set[int] = set()
    is_private = False
    for index, text in enumerate(view.texts):
        if len(text) > _LONGEST_LINE:
            continue
        bare = text.strip("*_#( [")
        item, current = starts.get(index), item_of[index]
        opens, closes = private.match(bare), public.match(bare)
        if item is not None:
            is_private = is_private and not closes
            if is_private or (opens and "exclusion" not in text.lower()) or _says_private(text, private):
                exempt.add(item)
        elif view.is_kind(index, SegmentKind.HEADING) or bare.isupper():
            is_private = bool(opens) or (is_private and not closes)
        elif opens and current is not None and (text[0] in "([" or excluded.search(text)):
            exempt.add(current)
    return exempt


def _says_private(text: str, private: Phrases) -> bool:
    """Whether a title says so after a bracket or a dash."""
    return any(private.match(text, mark.end()) for mark in _APART.finditer(text))


@lru_cache(maxsize=8)
def _expression(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(phrases), re.IGNORECASE)


def _exclusions(view: View, resolutions: tuple[Resolution, ...], style: HouseStyle) -> list[tuple[int, str]]:
    """The decisions that exclude the public: the segment of each, and its words."""
    found = []
    for resolution in resolutions:
        text = view.document.text[
            resolution.span.start : min(resolution.span.end, resolution.span.start + _LONGEST_DECISION)
        ]
        if "exclu" in text and _expression(style.minutes["exclusion_phrases"]).search(text):
            index = bisect_right(view.segments, resolution.span.start, key=lambda segment: segment.start) - 1
            found.append((max(index, 0), text))
    return found


def _excluded(items: tuple[Item, ...], item_of: ItemOf, exclusions: list[tuple[int, str]], public: Phrases) -> set[int]:
    """The items that those decisions name, or all that follow until the meeting is open again."""
    places: dict[str | None, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        places[item.number].append(place)
    exempt: set[int] = set()
    covered = 0
    for index, text in exclusions:
        here = item_of[index]
        if here is None:
            continue
        named = {match["number"] for match in _NAMED.finditer(text)}
        for number in named:
            later = bisect_right(places[number], here)
            exempt.update(places[number][later : later + 1])
        if not named and _FOLLOWING.search(text):
            place = max(here + 1, covered)
            while place < len(items) and not public.match(items[place].title):
                exempt.add(place)
                place += 1
            covered = place
    return exempt
