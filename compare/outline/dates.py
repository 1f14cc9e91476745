"""Finds dates in a line: "6th September, 2022", "September 6, 2022", "06/09/22", "2022-09-06".

"31/02/2022" is no date, and a day without a year is none of a meeting, though it is no page number either.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4}|\d{2})(?!\d)")


@lru_cache(maxsize=8)
def _months(entries: tuple[str, ...]) -> dict[str, int]:
    """Gives the number of every name of a month, in small letters."""
    return {
        name.casefold(): int(entry.split()[0])
        for entry in entries
        for name in entry.split()[1:]
        if entry.split()[0].isdigit()
    }


_ORDINAL = r"(?:\s?(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain))?(?:\s+day)?"


def _month_names(entries: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, _months(entries)), key=len, reverse=True))


@lru_cache(maxsize=8)
def _worded_dates(entries: tuple[str, ...]) -> re.Pattern[str]:
    month = f"(?P<{{0}}>{_month_names(entries)}" + r")\b\.?"
    return re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}}){_ORDINAL}\s*(?:of\s+)?{month.format('month')},?\s*(?P<year>\d{{4}})"
        rf"|{month.format('first_month')}\s+(?P<second_day>\d{{1,2}}){_ORDINAL},?\s+(?P<last_year>\d{{4}})",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _days_of_month(entries: tuple[str, ...]) -> re.Pattern[str]:
    month = f"(?:{_month_names(entries)})" + r"\b\.?"
    return re.compile(rf"(?<!\d)\d{{1,2}}{_ORDINAL}\s*(?:of\s+)?{month}|{month}\s+\d{{1,2}}{_ORDINAL}\b", re.IGNORECASE)


def whole_dates(text: str, months: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """Finds all whole dates in order: where each begins and ends, and the day as YYYY-MM-DD.

    `months` are the house style's entries ("9 September Sep Medi").
    """
    found: list[tuple[int, int, str]] = []
    for pattern in (_ISO, _NUMERIC):
        for match in pattern.finditer(text):
            year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)  # noqa: PLR2004
            _add(found, match, year, int(match["month"]), int(match["day"]))
    names = _months(months)
    for match in _worded_dates(months).finditer(text) if names else ():
        if match["day"]:
            _add(found, match, int(match["year"]), names[match["month"].casefold()], int(match["day"]))
        else:
            month = names[match["first_month"].casefold()]
            _add(found, match, int(match["last_year"]), month, int(match["second_day"]))
    return sorted(found)


def date_ranges(text: str, months: tuple[str, ...]) -> list[tuple[int, int]]:
    """Finds all dates, whole or without a year ("6 September"), as ranges of `text`; they may overlap."""
    patterns = (_ISO, _NUMERIC, _worded_dates(months), _days_of_month(months))
    return [match.span() for pattern in patterns for match in pattern.finditer(text)]


def _add(found: list[tuple[int, int, str]], match: re.Match[str], year: int, month: int, day: int) -> None:
    try:
        found.append((match.start(), match.end(), date(year, month, day).isoformat()))
    except ValueError:
        return  # "31/02/2022" is no date
