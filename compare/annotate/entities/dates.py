"""Reads dates and times in every form that minutes use, with one value for each day and minute.

Tuesday 14th June, 2022 · June 14, 2022 · 14/06/2022 · 14 and 15 June · 2022/23 · Q3 2022 · Tuesday
10.00 am · 10am · 10:00 · 1400 hours · noon; and "unanimously", a vote that is one word like "noon"

A date without its year is "--06-14", a month "2022-06", as ISO 8601 writes what is left out.
"""

from __future__ import annotations

import re
from datetime import date

from compare.annotate.entities import Candidate
from compare.annotate.entities.entity_tables import UNIT, WORD, EntityTables, word_before

_ISO_DATE = re.compile(r"((?:19|20)\d\d)([-/.])(\d\d)\2(\d\d)(?!\d|[-/]\d)")
_SLASHED_DATE = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?![\w/])(?!\.\d)")
_YEAR_RANGE = re.compile(r"((?:19|20)\d\d) ?[/-] ?(\d{4}|\d\d)(?![\w/-])")
_YEAR = re.compile(r"(?:19|20)\d(?:0's|\d(?P<decade>s?))(?![\w/]|[.,:-]\d)")
_DAY = re.compile(r"(\d{1,2})(?: ?(?:st|nd|rd|th))?(?: day)?(?: of)? {0,3}")
_DAYS = re.compile(
    r"(\d{1,2})(?: ?(?:st|nd|rd|th))?"
    r"(?:(?: ?- ?| and | to | or |, | & )(\d{1,2})(?: ?(?:st|nd|rd|th))?){1,3}(?: of)? {1,3}"
)
_SPAN_OF_DAYS = re.compile(r"-| to ")  # "4 to 6 March" is no "4 and 6 March"
_AFTER_MONTH_YEAR = re.compile(r",? {0,3}((?:19|20)\d\d|'\d\d)(?![\w/]|[.:-]\d)")
_AFTER_MONTH_DAY = re.compile(
    r" {1,3}(\d{1,2})(?: ?(?:st|nd|rd|th))?(?!\w|[.:/-]\d|,\d)(?:,? {1,3}((?:19|20)\d\d)(?!\w|[.:-]\d))?"
)
_AFTER_MONTH_DAYS = re.compile(
    r" {1,3}(\d{1,2})(?:st|nd|rd|th)?( ?- ?| to | and | & )(\d{1,2})(?:st|nd|rd|th)?(?!\w|[.:/-]\d)"
    r"(?:,? {1,3}((?:19|20)\d\d)(?!\w|[.:-]\d))?"
)
_AFTER_WEEKDAY = re.compile(r",? {1,3}(?:the {1,3})?")
_AFTER_LABEL = frozenset(".:)")
_QUARTER = re.compile(r"Q([1-4])(?: (?:of )?((?:19|20)\d\d(?:[/-]\d\d)?))?(?!\w)")
_NTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")  # the value of an ordinal in words
_OF_MONTH = re.compile(r"(?: day)? of {1,3}")
_HAS_DAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d")
_MONTHS, _DAYS_OF_MONTH = 12, 31
_SHORT_FORM = 3  # letters of "Jan", "Sat": too short to be a date alone

# What makes a month of "May", "March" and the short forms.
# fmt: off
_MONTH_CUES = frozenset([
    "in", "since", "until", "till", "by", "of", "from", "to", "during", "early", "mid", "late", "next", "last",
    "this", "and", "or", "for", "before", "after", "through", "-", "throughout", "on", "between",
])
# fmt: on


class DateReader:
    """Reads the date that a figure, a month or a weekday begins."""

    def __init__(self, tables: EntityTables) -> None:
        self._tables = tables

    def read_date(
        self, text: str, lowered: str, start: int, weekday: int | None = None, since: int | None = None
    ) -> Candidate | None:
        """Returns the date that the figure at `start` opens; `weekday` and `since` are those of a weekday before it."""
        begin = start if since is None else since
        if match := _ISO_DATE.match(text, start):
            return Candidate(
                begin, match.end(), "DATE", date_value(int(match[4]), int(match[3]), int(match[1]), weekday)
            )
        if match := _SLASHED_DATE.match(text, start):
            day, month = int(match[1]), int(match[3])
            if match[2] != "/" and len(match[4]) == len("10") and not _is_day(match, lowered, start):
                return None  # 1.2.10 is a paragraph, 4-2-10 a vote
            if month > _MONTHS >= day:  # the American order shows itself
                day, month = month, day
            if 1 <= month <= _MONTHS and 1 <= day <= _DAYS_OF_MONTH:
                return Candidate(begin, match.end(), "DATE", date_value(day, month, full_year(match[4]), weekday))
        if match := _YEAR_RANGE.match(text, start):
            first, second = int(match[1]), match[2]
            last = int(second) if len(second) == len("2022") else first // 100 * 100 + int(second)
            if last > first:
                return Candidate(begin, match.end(), "DATE", f"{first}/{last}")
        return self._day_and_month(text, lowered, start, weekday, begin) or self._year(text, start, begin)

    def _day_and_month(self, text: str, lowered: str, start: int, weekday: int | None, begin: int) -> Candidate | None:
        match = _DAY.match(text, start)
        if match is None or not 1 <= int(match[1]) <= _DAYS_OF_MONTH:
            return None
        month = self._month_at(lowered, match.end())
        if month is None or (match.end() == match.end(1) and text[match.end(1)].islower()):
            several = None if word_before(lowered, start) in self._tables.months else _DAYS.match(text, start)
            month = self._month_at(lowered, several.end()) if several else None
            if several is None or month is None:
                return None
            days = [int(day) for day in re.findall(r"\d+", several.group())]
            link = " to " if _SPAN_OF_DAYS.search(several.group()) else " "
            end, year = self._year_after(text, month[1])
            return Candidate(begin, end, "DATE", link.join(date_value(day, month[0], year) for day in days))
        end, year = self._year_after(text, month[1])
        return Candidate(begin, end, "DATE", date_value(int(match[1]), month[0], year, weekday))

    def read_worded_day(self, text: str, lowered: str, start: int, number: tuple[str, int]) -> Candidate | None:
        """Reads a day in words: the third of May · first day of June 2025. `number` is (value, end)."""
        nth = _NTH.fullmatch(number[0])
        link = _OF_MONTH.match(lowered, number[1])
        if nth is None or link is None or not text[link.end() : link.end() + 1].isupper():
            return None
        month = self._month_at(lowered, link.end())
        if month is None or not 1 <= int(nth[1]) <= _DAYS_OF_MONTH:
            return None
        end, year = self._year_after(text, month[1])
        return Candidate(start, end, "DATE", date_value(int(nth[1]), month[0], year))

    def _month_at(self, lowered: str, start: int) -> tuple[int, int] | None:
        match = WORD.match(lowered, start)
        if match is None:
            return None
        word = match.group()
        month = self._tables.months.get(word.rstrip("."))
        end = match.end()
        # The full stop of "14 June." ends the sentence; that of "14 Sept. 2022" and "Sept. 14" the word.
        if (
            word.endswith(".")
            and not _AFTER_MONTH_YEAR.match(lowered, end)
            and not _AFTER_MONTH_DAY.match(lowered, end)
        ):
            end -= 1
        return (month, end) if month is not None else None

    def _year_after(self, text: str, start: int) -> tuple[int, int | None]:
        match = _AFTER_MONTH_YEAR.match(text, start)
        return (match.end(), full_year(match[1].lstrip("'"))) if match else (start, None)

    def _year(self, text: str, start: int, begin: int) -> Candidate | None:
        match = _YEAR.match(text, start)
        if match is None:
            return None
        following = UNIT.match(text, match.end())
        if not match["decade"] and following and following[1].lower() in self._tables.units:
            return None  # 2000 homes
        return Candidate(begin, match.end(), "DATE", match.group().replace("'", ""))

    def read_month(self, text: str, lowered: str, start: int) -> list[Candidate]:
        """Reads June 14, 2022 · June 2022 · June; "may" and "march" only where they are months."""
        month = self._month_at(lowered, start)
        if month is None or not text[start].isupper():
            return []
        number, end = month
        if (match := _AFTER_MONTH_DAYS.match(text, end)) and 1 <= int(match[1]) < int(match[3]) <= _DAYS_OF_MONTH:
            year, link = int(match[4]) if match[4] else None, " to " if match[2].strip() in ("-", "to") else " "
            days = (date_value(int(day), number, year) for day in (match[1], match[3]))
            return [Candidate(start, match.end(), "DATE", link.join(days))]
        if (match := _AFTER_MONTH_DAY.match(text, end)) and 1 <= int(match[1]) <= _DAYS_OF_MONTH:
            year = int(match[2]) if match[2] else None
            return [Candidate(start, match.end(), "DATE", date_value(int(match[1]), number, year))]
        after, year = self._year_after(text, end)
        if year is not None:
            return [Candidate(start, after, "DATE", date_value(None, number, year))]
        word = lowered[start:end].rstrip(".")
        if (word in ("may", "march", "mar", "jan", "dec") or len(word) <= _SHORT_FORM) and word_before(
            lowered, start
        ) not in _MONTH_CUES:
            return []
        return [Candidate(start, end, "DATE", date_value(None, number, None))]

    def read_weekday(self, text: str, lowered: str, start: int) -> list[Candidate]:
        """Reads Tuesday 14 June 2022 · Tuesday, June 14 · Tuesday."""
        match = WORD.match(text, start)
        if match is None or not text[start].isupper():
            return []
        word = match.group().rstrip(".")
        weekday = self._tables.weekdays.get(word.lower())
        if weekday is None:
            return []
        following = _AFTER_WEEKDAY.match(text, match.end())
        if following and following.end() < len(text):
            if text[following.end()].isdigit():
                found = self.read_date(text, lowered, following.end(), weekday, start)
                if found:
                    return [found]
            for found in self.read_month(text, lowered, following.end()):
                if found.value and _HAS_DAY.fullmatch(found.value):
                    return [Candidate(start, found.end, "DATE", _with_weekday(found.value, weekday))]
        if len(word) <= _SHORT_FORM:
            return []  # "Sun", "Sat", "Wed" alone are words
        return [Candidate(start, start + len(word), "DATE", date_value(None, None, None, weekday))]


_BEFORE_DATE = frozenset({"on", "dated", "since", "until", "till", "before", "after", "date:", "held"})


def _is_day(match: re.Match[str], lowered: str, start: int) -> bool:
    """Whether three short figures with full stops are a date, and no paragraph: 31.1.25, 06.09.22, on 1.2.10."""
    if match[2] == "-":
        return word_before(lowered, start) in _BEFORE_DATE
    is_padded = len(match[1]) == len(match[3]) == len("06")
    return int(match[1]) > _MONTHS or is_padded or word_before(lowered, start) in _BEFORE_DATE


def read_quarter(text: str, start: int) -> Candidate | None:
    """Reads a quarter: Q3 2022. "Q3." at the head of a paragraph is the third question."""
    match = _QUARTER.match(text, start)
    if match is None or (text[match.end() : match.end() + 1] in _AFTER_LABEL and not text[:start].strip()):
        return None
    return Candidate(start, match.end(), "DATE", f"{match[2]}-Q{match[1]}" if match[2] else f"Q{match[1]}")


def _with_weekday(value: str, weekday: int) -> str:
    year, month, day = (value[:4], value[5:7], value[8:10]) if value[0] != "-" else ("", value[2:4], value[5:7])
    return date_value(int(day), int(month), int(year) if year else None, weekday)


_CLOCK = re.compile(r"(\d{1,2})[.:,](\d\d)(?: ?(am|pm|a\.m\.?|p\.m\.?|hrs|hours|noon))?(?![\w])(?!\.\d)", re.IGNORECASE)
_HOUR = re.compile(r"(\d{1,2}) ?(am|pm|a\.m\.?|p\.m\.?|noon|o'clock|midnight)(?!\w)", re.IGNORECASE)
_MILITARY = re.compile(r"([01]\d|2[0-4])([0-5]\d) ?(?:hrs|hours|h)(?!\w)", re.IGNORECASE)
_AT = re.compile(r"(?:\bat|\bfrom|\buntil|\bby|\bto|-|\band) {1,2}$", re.IGNORECASE)
WHOLE = {
    "noon": ("TIME", "12:00"),
    "midday": ("TIME", "12:00"),
    "midnight": ("TIME", "00:00"),
    "once": ("QUANTITY", "1 time"),
    "twice": ("QUANTITY", "2 time"),
    "thrice": ("QUANTITY", "3 time"),
    "unanimously": ("VOTE", "unanimous"),
    "unanimous": ("VOTE", "unanimous"),
}
_NEM_CON = re.compile(r"nem\.? con(?:tradicente)?\b\.?|nemine contradicente", re.IGNORECASE)
_HOURS = 24


def read_time(text: str, start: int) -> Candidate | None:
    """Returns the time that the figure at `start` opens."""
    if match := _CLOCK.match(text, start):
        am_or_pm = (match[3] or "").lower().replace(".", "")
        is_time = (
            bool(am_or_pm)
            or text[match.end(1)] == ":"
            or bool(_AT.search(text, max(0, start - 8), start) and int(match[1]) < _HOURS)
        ) and (bool(am_or_pm) or text[match.end(1)] != ",")
        value = time_value(int(match[1]), int(match[2]), am_or_pm if am_or_pm in ("am", "pm") else "")
        if is_time and value and not (not am_or_pm and text[match.end() :].lstrip().startswith("%")):
            return Candidate(start, match.end(), "TIME", value)
    if match := _HOUR.match(text, start):
        am_or_pm = match[2].lower().replace(".", "")
        value = time_value(int(match[1]), 0, am_or_pm if am_or_pm in ("am", "pm") else "")
        if am_or_pm == "midnight":
            value = "00:00"  # as "12 am"
        return Candidate(start, match.end(), "TIME", value) if value else None
    if match := _MILITARY.match(text, start):
        return Candidate(start, match.end(), "TIME", f"{match[1]}:{match[2]}")
    return None


def read_whole(text: str, lowered: str, start: int) -> list[Candidate]:
    """Reads values of one phrase: noon · midnight · unanimously · nem con."""
    if match := _NEM_CON.match(text, start):
        return [Candidate(start, match.end(), "VOTE", "nem con")]
    for word, (label, value) in WHOLE.items():
        if lowered.startswith(word, start) and not lowered[start + len(word) : start + len(word) + 1].isalnum():
            return [Candidate(start, start + len(word), label, value)]
    return []


# A year of two figures is this century's below this, the last century's from it: minutes of 1970 to 2069.
_PIVOT = 70
_NOON, _DAY_HOURS, _HOUR_MINUTES = 12, 24, 60


def date_value(day: int | None, month: int | None, year: int | None, weekday: int | None = None) -> str:
    """Returns a date, or the part of it that is given; a weekday that the date does not fall on stays visible in it."""
    if month is None:
        return f"weekday {weekday}" if weekday else str(year)
    if day is None:
        return f"{year:04d}-{month:02d}" if year is not None else f"--{month:02d}"
    stem = f"{year:04d}-{month:02d}-{day:02d}" if year is not None else f"--{month:02d}-{day:02d}"
    if weekday is None or (year is not None and _falls_on(year, month, day, weekday)):
        return stem
    return f"{stem} weekday {weekday}"


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return date(year, month, day).isoweekday() == weekday
    except ValueError:  # 31 June: wrong, and worth comparing all the same
        return False


def full_year(figures: str) -> int:
    """Returns a year of two or four figures as a year of four."""
    year = int(figures)
    if len(figures) > len("22"):
        return year
    return year + (2000 if year < _PIVOT else 1900)


def time_value(hour: int, minute: int, am_or_pm: str) -> str | None:
    """Hours and minutes of the day; `am_or_pm` is "am", "pm" or empty. `None` when there is no such time."""
    if am_or_pm:
        if not 1 <= hour <= _NOON:
            return f"{hour:02d}:{minute:02d}" if hour < _DAY_HOURS and minute < _HOUR_MINUTES else None
        hour = hour % _NOON + (_NOON if am_or_pm == "pm" else 0)
    if hour > _DAY_HOURS or minute >= _HOUR_MINUTES:
        return None
    return f"{hour:02d}:{minute:02d}"
