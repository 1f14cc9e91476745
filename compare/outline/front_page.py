"""Tells minutes that begin as whole ones do from an extract.

Minutes of the Ashcombe Trust held on 12 March 2025      what met, and on which day
Present: Tom Odell (Chair), Lena Marsh                   who was there: whole minutes, however few items follow

Extract from the minutes of the Ashcombe Trust held on 12 March 2025
Present: Tom Odell (Chair), Lena Marsh                   an extract: it says so itself

8. Moorings                                              may be either
"""

from __future__ import annotations

from compare.outline.segment_view import RoleClaims, SegmentView
from compare.outline.what_met import meeting_day
from compare.style.house_style import HouseStyle
from compare.style.phrases import single_words, words_of
from compare.values import Item, Role

# How far the first page reaches where no item shows its end, in segments.
_FRONT = 14
# The longest line, in characters, that can be a title or a day.
_LONGEST_LINE = 160

_ROLLS = (Role.ATTENDANCE, Role.APOLOGIES)


def opens_whole_minutes(view: SegmentView, roles: RoleClaims, items: tuple[Item, ...], style: HouseStyle) -> bool:
    """Whether the first page names what met, on which day, and who was there, and does not call itself an extract."""
    table = style.minutes
    names = single_words((*table["body_words"], *table["title_words"]))
    extracts = single_words(table["extract_words"])
    is_named = is_dated = False
    for index in range(_end(view, roles, items)):
        if roles.given[index] in _ROLLS and is_named and is_dated:
            return True
        text = view.texts[index]
        if len(text) > _LONGEST_LINE or roles.given[index] in _ROLLS:
            continue
        words = words_of(text)
        if not extracts.isdisjoint(words):
            return False
        is_named = is_named or not names.isdisjoint(words)
        if not is_dated:
            following = view.texts[index + 1 : index + 2]  # "… on Friday 13" ends a line that no rule of layout joined
            above = view.texts[index - 1] if index else ""
            is_dated = meeting_day(" ".join((text, *following))[: 2 * _LONGEST_LINE], above, style) is not None
    return False


def _end(view: SegmentView, roles: RoleClaims, items: tuple[Item, ...]) -> int:
    """Where the first page ends: at the first item that is about anything but who was there."""
    if not items:
        return min(len(view.segments), _FRONT)
    item = next((one for one in items if not _is_roll(roles, one)), None)
    return len(view.segments) if item is None else item.first


def _is_roll(roles: RoleClaims, item: Item) -> bool:
    return any(roles.given[index] in _ROLLS for index in range(item.first, item.last))
