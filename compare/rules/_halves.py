"""Whether "am" or "pm" that one side alone has makes another time of it.

It closed at 9.10.   →   It closed at 9.10 pm.       among evening times the same, told better
It closed at 9.10.   →   It closed at 9.10 am.       another time
"""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.rules._change import Change
from compare.text.tokens import fold_key
from compare.values import Side

_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[.:,](?P<minute>\d\d))?(?: ?(?P<half>[ap])\.?m\.?)?")
_NOON, _MORNING = 12, 8  # o'clock
_MOST_WORDS = 2  # changed words: "7.30", "7.30pm"


class HalfOfDay(NamedTuple):
    """A time with "am" or "pm" on one side alone; `others` is the half of all other times of the other side."""

    side: Side
    time: str
    is_other: bool  # it is not what the other side means
    others: str | None


def added_half(change: Change) -> HalfOfDay | None:
    """The half of the day that one side alone names at a time that is the same otherwise: "7.30", "7.30 pm"."""
    times = [change.entities(side, "TIME") for side in Side]
    if any(len(found) != 1 for found in times) or len(change.changed) > _MOST_WORDS:
        return None
    draft, final = (_CLOCK.fullmatch(fold_key(found[0].text)) for found in times)
    if draft is None or final is None or bool(draft["half"]) == bool(final["half"]):
        return None
    if (draft["hour"], draft["minute"] or "00") != (final["hour"], final["minute"] or "00"):
        return None
    side, marked = (Side.DRAFT, draft) if draft["half"] else (Side.FINAL, final)
    others = change.place.halves[side is Side.DRAFT]  # of the other side
    is_other = _is_other(f"{marked['half']}m", others, int(marked["hour"]))
    return HalfOfDay(side, change.entities(side, "TIME")[0].text, is_other, others)


def _is_other(half: str, others: str | None, hour: int) -> bool:
    """Whether a time is in another half of the day than a reader of the side without "am" and "pm" takes it to be."""
    if half == "pm":
        return others == "am" and hour % _NOON >= _MORNING
    # Of a time among none that say their half nobody knows more than that meetings begin after breakfast.
    return others == "pm" or (others is None and hour % _NOON < _MORNING)
