"""One value for the many writings of a date, a time, a sum or a number.

    14th June, 2022 · June 14, 2022 · 14/06/2022   →  2022-06-14
    10.00 am · 10am · 10:00                        →  10:00
    £1.4 million · £1,400,000                      →  GBP 1400000

A date without its year is "--06-14", a month "2022-06", as ISO 8601 writes what is left out.
"""

from __future__ import annotations

from datetime import date

# fmt: off
_SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]
# fmt: on
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
# fmt: off
_ORDINAL_SMALL = [
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
]
# fmt: on
_ORDINAL_TENS = ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"]

CARDINALS = {word: number for number, word in enumerate(_SMALL)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
ORDINALS = {word: number for number, word in enumerate(_ORDINAL_SMALL) if number} | {
    word: 10 * number for number, word in enumerate(_ORDINAL_TENS, 2)
}

# A year of two figures is this century's below this, the last century's from it: minutes of 1970 to 2069.
_PIVOT = 70

_NOON, _DAY, _HOUR = 12, 24, 60  # hours, hours, minutes
_TEN, _TWENTY, _HUNDRED = 10, 20, 100


def scaled(digits: str, power: int = 0) -> str:
    """A number of figures times ten to a power, without commas, needless noughts or rounding: "1.40", 6 → "1400000"."""
    whole, _, fraction = digits.replace(",", "").partition(".")
    fraction = fraction.ljust(power, "0")
    whole, fraction = whole + fraction[:power], fraction[power:].rstrip("0")
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{fraction}" if fraction else whole


def date_value(day: int | None, month: int | None, year: int | None, weekday: int | None = None) -> str:
    """A date, or what is said of it. A weekday that the date does not fall on stays visible in the value."""
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
    """A year of two or four figures as a year of four."""
    year = int(figures)
    if len(figures) > len("22"):
        return year
    return year + (2000 if year < _PIVOT else 1900)


def time_value(hour: int, minute: int, half: str) -> str | None:
    """Hours and minutes of the day; `half` is "am", "pm" or empty. `None` when there is no such time."""
    if half:
        if not 1 <= hour <= _NOON:
            return f"{hour:02d}:{minute:02d}" if hour < _DAY and minute < _HOUR else None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    if hour > _DAY or minute >= _HOUR:
        return None
    return f"{hour:02d}:{minute:02d}"


def spoken_number(words: list[str]) -> tuple[str, int] | None:
    """The value of the longest number that lower-case words begin with, and how many words it takes.

    "two hundred and five homes" → ("205", 4); an ordinal is "3rd" for the third.
    """
    total, group, used, place = 0, None, 0, 0
    while place < len(words):
        word = words[place]
        if word in CARDINALS and _fits(group, CARDINALS[word]):
            group = (group or 0) + CARDINALS[word]
        elif word in ORDINALS and _fits(group, ORDINALS[word]):
            return ordinal(total + (group or 0) + ORDINALS[word]), place + 1
        elif word == "hundred" and group is not None and group < _HUNDRED:
            group *= _HUNDRED
        elif word in ("thousand", "million", "billion") and group is not None:
            total, group = total + group * {"thousand": 10**3, "million": 10**6, "billion": 10**9}[word], None
        elif word == "and" and used and words[place - 1] in ("hundred", "thousand", "million"):
            place += 1
            continue
        else:
            break
        place += 1
        used = place
    return (str(total + (group or 0)), used) if used else None


def _fits(group: int | None, value: int) -> bool:
    """Whether "twenty" may be followed by this: 1 to 9 after a ten, 1 to 99 after a hundred, anything at first."""
    if group is None:
        return True
    if group == 0 or value == 0:
        return False
    return group % _HUNDRED == 0 or (group % _TEN == 0 and group % _HUNDRED >= _TWENTY and value < _TEN)


def ordinal(number: int) -> str:
    """1 → "1st"; the value of "first" and of "1st"."""
    ending = "th" if _TEN <= number % _HUNDRED <= _TWENTY else {1: "st", 2: "nd", 3: "rd"}.get(number % _TEN, "th")
    return f"{number}{ending}"
