"""Finds the lines below the last item that close the whole meeting: they belong to no item.

9. Pilotage
RESOLVED: That the agreement be renewed.
There being no further business, the Chair thanked all present.
The meeting ended at 9.50 pm.                                     two lines that close the meeting
"""

from __future__ import annotations

from compare.outline.segment_view import RoleClaims, SegmentView
from compare.style.house_style import HouseStyle
from compare.style.phrases import starting
from compare.values import Item, Role

# The longest line, in characters, that only closes a meeting.
_LONGEST = 200


def closing_lines(view: SegmentView, roles: RoleClaims, items: tuple[Item, ...], style: HouseStyle) -> tuple[int, ...]:
    """Lists the segments at the end that close the meeting, a heading of their own aside. Cost: linear in these."""
    phrases = starting(style.minutes["closing_phrases"])
    starts = {item.first for item in items}
    found: list[int] = []
    for index in range(len(view.segments) - 1, -1, -1):
        if index in starts:
            break
        if roles.given[index] is Role.FURNITURE:
            continue
        text = view.texts[index].lstrip("*_#( [")
        if len(text) > _LONGEST or not phrases.match(text):
            break
        found.append(index)
    return tuple(found[::-1])
