"""Finds the data that a page of markdown carries above the minutes, and which of it belongs to the page alone.

    ---
    title: "Ash Parish Council - February"    the page's, where the text below names the body and its day itself
    date: 2016-03-21                          the day of publication, where the text below names a day
    categories:                               the page's
      - "villages"
    attendees: Tom Odell, Lena Marsh          of the minutes, like every key that is not known
    ---

Nothing below the block is looked at but the first lines, for the body and the day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.outline.segment_view import RoleClaims, SegmentView
from compare.outline.what_met import meeting_day
from compare.style.house_style import HouseStyle
from compare.style.phrases import single_words, words_of
from compare.values import Role, SegmentKind

# The longest block, in lines, and how many segments below it may name the body and the day.
_LONGEST = 60
_BELOW = 14
# How far into a paragraph a body and a day are looked for, in characters.
_TITLE_LINE = 300

_FENCES = ("---", "+++")
_KEY = re.compile(r"(?P<key>[A-Za-z][\w.-]*)\s*[:=]")


def claim_page_data(view: SegmentView, roles: RoleClaims, style: HouseStyle) -> tuple[int, ...]:
    """Claims what belongs to the page as furniture, and gives its segments in order. Cost: linear in the block."""
    end = _block_end(view)
    if not end:
        return ()
    own = {key.casefold() for key in style.minutes["page_data_keys"]}
    day, body = _named_below(view, end, style)
    own.update(style.minutes["page_day_keys"] if day else ())
    own.update(style.minutes["page_title_keys"] if day and body else ())
    found: list[int] = []
    is_own = False
    for index in range(1, end):
        key = _KEY.match(view.texts[index]) if _is_at_margin(view, index) else None
        is_own = key["key"].casefold() in own if key else is_own
        if is_own:
            roles.claim(index, Role.FURNITURE)
            found.append(index)
    return tuple(found)


def _block_end(view: SegmentView) -> int:
    """The segment that closes the block; 0 where there is none."""
    if view.document.paragraphs or not view.texts or view.texts[0] not in _FENCES:
        return 0
    for index in range(1, min(len(view.texts), _LONGEST)):
        if view.is_kind(index, SegmentKind.FURNITURE):
            return index if view.texts[index] in (view.texts[0], "...") else 0
    return 0


def _is_at_margin(view: SegmentView, index: int) -> bool:
    start = view.segments[index].start
    return not start or view.document.text[start - 1] == "\n"


def _named_below(view: SegmentView, end: int, style: HouseStyle) -> tuple[bool, bool]:
    """Whether the first lines below name a day, and a body."""
    bodies = single_words(style.minutes["body_words"])
    lines: Sequence[str] = [text[:_TITLE_LINE] for text in view.texts[end + 1 : end + 1 + _BELOW]]
    has_day = any(meeting_day(line, above, style) is not None for above, line in zip(("", *lines), lines, strict=False))
    return has_day, any(not bodies.isdisjoint(words_of(line)) for line in lines)
