"""Times of day: 10.00 am, 10am, 10:00, 1400 hours, noon; and the words that are a time or a vote by themselves."""

from __future__ import annotations

import re

from compare.annotate.entities.candidates import Found
from compare.annotate.entities.values import time_value

_CLOCK = re.compile(r"(\d{1,2})[.:](\d\d) ?(am|pm|a\.m\.?|p\.m\.?|hrs|hours|noon)?(?![\w])(?!\.\d)", re.IGNORECASE)
_HOUR = re.compile(r"(\d{1,2}) ?(am|pm|a\.m\.?|p\.m\.?|noon|o'clock|midnight)(?!\w)", re.IGNORECASE)
_MILITARY = re.compile(r"([01]\d|2[0-4])([0-5]\d) ?(?:hrs|hours|h)(?!\w)", re.IGNORECASE)
_AT = re.compile(r"(?:\bat|\bfrom|\buntil|\bby|\bto|-|\band) {1,2}$", re.IGNORECASE)
WHOLE = {
    "noon": ("TIME", "12:00"),
    "midday": ("TIME", "12:00"),
    "midnight": ("TIME", "24:00"),
    "unanimously": ("VOTE", "unanimous"),
    "unanimous": ("VOTE", "unanimous"),
}
_NEM_CON = re.compile(r"nem\.? con(?:tradicente)?\b\.?|nemine contradicente", re.IGNORECASE)
_HOURS = 24


def read_time(text: str, start: int) -> Found | None:
    """The time that the figure at `start` opens."""
    if match := _CLOCK.match(text, start):
        half = (match[3] or "").lower().replace(".", "")
        told = (
            bool(half)
            or text[match.end(1)] == ":"
            or bool(_AT.search(text, max(0, start - 8), start) and int(match[1]) < _HOURS)
        )
        value = time_value(int(match[1]), int(match[2]), half if half in ("am", "pm") else "")
        if told and value and not (not half and text[match.end() :].lstrip().startswith("%")):
            return Found(start, match.end(), "TIME", value)
    if match := _HOUR.match(text, start):
        half = match[2].lower().replace(".", "")
        value = time_value(int(match[1]), 0, half if half in ("am", "pm") else "")
        if half == "midnight":
            value = "24:00"
        return Found(start, match.end(), "TIME", value) if value else None
    if match := _MILITARY.match(text, start):
        return Found(start, match.end(), "TIME", f"{match[1]}:{match[2]}")
    return None


def read_whole(text: str, lowered: str, start: int) -> list[Found]:
    """Noon · midnight · unanimously · nem con."""
    if match := _NEM_CON.match(text, start):
        return [Found(start, match.end(), "VOTE", "unanimous")]
    for word, (label, value) in WHOLE.items():
        if lowered.startswith(word, start) and not lowered[start + len(word) : start + len(word) + 1].isalnum():
            return [Found(start, start + len(word), label, value)]
    return []
