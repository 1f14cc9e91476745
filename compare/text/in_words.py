"""Writes days, lists and runs of numbers as people write them: "3 June 2025", "1, 2 and 5", "1 to 4"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_in_words(iso: str | None) -> str:
    """A day as people write it: "2025-06-03" is "3 June 2025"; without one, nothing."""
    if iso is None:
        return ""
    day = date.fromisoformat(iso)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Several words as one list, "or" or "and" before the last of them."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def runs_of(numbers: Sequence[int]) -> list[str]:
    """Numbers in order with three or more in a row as one: "1 to 4", "6", "9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [
        words
        for run in runs
        for words in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))  # noqa: PLR2004 (two are no row)
    ]
