"""Reads numbers and what they count: sums, shares, measures.

£1.4 million · fifty pence · 14 per cent · ten working days · the third
"""

from __future__ import annotations

import re

from compare.annotate.entities import Candidate
from compare.annotate.entities.entity_tables import UNIT, EntityTables, longest_phrase, word_before

_FIGURES = re.compile(r"\d{1,3}(?:,\d{3})++(?:\.\d++)?(?!\w*,\d)|\d++(?:\.\d++)?")
_SPACED_FIGURES = re.compile(r"\d{1,3}(?: \d{3})++(?:\.\d++)?(?![\w,]|[.:]\d| \d)")  # £40 000
_ORDINAL_MARK = re.compile(r" ?(?:st|nd|rd|th)(?!\w)")
_SCALE = re.compile(r" ?(hundred|thousand|million|billion|mn|bn|[kKmM])(?![\w'])")
_OWED = re.compile(r"-| ?\((?=\d)")  # behind the sign of a currency
_CURRENCY_AFTER = re.compile(r" ?([^\W\d_]+)(?!\w)")
_PER_CENT = re.compile(r" ?(?:%|per ?cent(?!\w))", re.IGNORECASE)
_PENCE = re.compile(r" ?(?:pence|p)(?!\w)")

# Before "second" a number, otherwise the verb; around "one" a pronoun.
_NOT_SECOND = frozenset({"the", "a", "this", "that", "his", "her", "its", "their", "our", "every", "and", "or", "on"})
_NOT_ONE_BEFORE = frozenset({"no", "any", "every", "some", "no-", "which", "the", "this", "that", "each"})
# fmt: off
_NOT_ONE_AFTER = frozenset({
    "of", "another", "or", "who", "which", "that", "is", "was", "can", "could", "should", "would", "may", "might",
    "must", "to", "where", "such", "in",
})
# fmt: on


class AmountReader:
    """Reads the number that a figure, a word of number or a currency symbol begins, with its unit."""

    def __init__(self, tables: EntityTables) -> None:
        self._tables = tables

    def read_number(self, text: str, lowered: str, start: int) -> list[Candidate]:
        """Returns the number at `start`, with what it counts."""
        match = _FIGURES.match(text, start)
        if match is None:
            return []
        mark = _ORDINAL_MARK.match(text, match.end())
        if mark and match.group().isdigit():
            return [Candidate(start, mark.end(), "NUMBER", ordinal(int(match.group()[:9])))]
        return self._with_tail(text, lowered, start, match.end(), match.group())

    def _with_tail(self, text: str, lowered: str, start: int, end: int, digits: str) -> list[Candidate]:
        value = scaled(digits)
        scale = _SCALE.match(text, end)
        if scale and len(scale[1]) > 1:  # 14 million: the number goes on
            end, value = scale.end(), scaled(digits, self._tables.scales[scale[1]])
        elif scale and scale.end() - end == 1:  # 14k is a sum, 14m may be euros or metres; "14 m" is metres
            sum_value = scaled(digits, self._tables.scales[scale[1]])
            if found := self._currency_after(text, lowered, start, scale.end(), sum_value):
                return [found]
            if scale[1] in "kK":
                return [Candidate(start, scale.end(), "MONEY", sum_value)]
        if found := self._counted(text, lowered, start, end, value):
            return [found]
        is_broken = text[end : end + 1].isalpha() or text[end : end + 1] == "_"
        return [] if is_broken else [Candidate(start, end, "NUMBER", value)]

    def _counted(self, text: str, lowered: str, start: int, end: int, value: str) -> Candidate | None:
        """Returns the number with its per cent, pence, currency or unit."""
        if match := _PER_CENT.match(text, end):
            return Candidate(start, match.end(), "PERCENT", f"{value}%")
        if match := _PENCE.match(text, end):
            return Candidate(start, match.end(), "MONEY", f"GBP {_pence(value)}")
        if found := self._currency_after(text, lowered, start, end, value):
            return found
        match = UNIT.match(text, end)
        unit = longest_phrase(self._tables.units, match[1].lower(), lowered, match.start(1)) if match else None
        return Candidate(start, unit[0], "QUANTITY", f"{value} {unit[1]}") if unit else None

    def _currency_after(self, text: str, lowered: str, start: int, end: int, value: str) -> Candidate | None:
        match = _CURRENCY_AFTER.match(text, end)
        if match is None:
            return None
        found = longest_phrase(self._tables.currencies, match[1].lower(), lowered, match.start(1))
        return Candidate(start, found[0], "MONEY", f"{found[1]} {value}") if found else None

    def read_sum(self, text: str, lowered: str, start: int) -> list[Candidate]:
        """Reads a sum: £1,000 · £1.4 million · EUR 300k · £-500 · £(500), which are debts."""
        sign = text[start] if text[start] in "£$€" else text[start : start + 3]
        begin = start + len(sign)
        owed = _OWED.match(text, begin)
        first = owed.end() if owed else begin + (text[begin : begin + 1] == " ")
        match = _SPACED_FIGURES.match(text, first) or _FIGURES.match(text, first)
        currency = longest_phrase(self._tables.currencies, sign.lower(), lowered, start) if len(sign) > 1 else None
        code = currency[1] if currency else {"£": "GBP", "$": "USD", "€": "EUR"}.get(sign)
        if match is None or code is None:
            return []
        scale = _SCALE.match(text, match.end())
        value = scaled(match.group(), self._tables.scales[scale[1]] if scale else 0)
        end = (scale or match).end()
        if owed and owed.group().endswith("("):
            if text[end : end + 1] != ")":
                return []
            end += 1
        return [Candidate(start, end, "MONEY", f"{code} {'-' if owed else ''}{value}")]

    def read_number_words(self, text: str, lowered: str, start: int) -> list[Candidate]:
        """Reads words: seven · twenty-one weeks · two hundred and five · the third."""
        in_words = number_words_at(lowered, start)
        if in_words is None:
            return []
        value, end = in_words
        if value.isdigit() and (share := _SHARE.match(lowered, end)):
            return [Candidate(start, share.end(), "NUMBER", f"{value}/{_SHARES[(share[1] or share[2])[:3]]}")]
        before = word_before(lowered, start)
        first = lowered[start:end]
        if first == "second" and before not in _NOT_SECOND:
            return []
        if first == "one" and self._is_pronoun(lowered, start, end, before):
            return []
        if not value.isdigit():
            return [Candidate(start, end, "NUMBER", value)]
        return self._with_tail(text, lowered, start, end, value)

    def _is_pronoun(self, lowered: str, start: int, end: int, before: str) -> bool:
        following = UNIT.match(lowered, end)
        after = following[1] if following else ""
        if lowered[start - 1 : start] == "-" or lowered[end : end + 1] in ("'", "-"):
            return not (following and after in self._tables.units)
        return before in _NOT_ONE_BEFORE or after in _NOT_ONE_AFTER or not following or following.group()[0] != " "


def number_words_at(lowered: str, start: int) -> tuple[str, int] | None:
    """Returns the value of the number that is written in words at `start`, and where it ends."""
    words = lowered[start : start + 80].replace("-", " ").split(" ")[:9]
    in_words = number_in_words(_unbroken(words))
    return None if in_words is None else (in_words[0], _end_of_words(lowered, start, in_words[1]))


# "two thirds of the seats", "three-quarters"; in "one third party" and "one quarter day" it is no share.
_SHARES = {"hal": 2, "thi": 3, "qua": 4, "fif": 5, "six": 6, "eig": 8, "ten": 10}
_SHARE = re.compile(
    r"[ -](?:(halves|thirds|quarters|fifths|sixths|eighths|tenths)(?!\w)"
    r"|(third|quarter|fifth|sixth|eighth|tenth)(?= of\b| majority\b|[.,;:)]|$))"
)


def _unbroken(words: list[str]) -> list[str]:
    """Returns the words up to the first mark: in "seven, eight" the number is seven."""
    for place, word in enumerate(words):
        bare = word.rstrip(",.;:)'\"!?")
        if bare != word or not word:
            return [*words[:place], bare]
    return words


def _pence(value: str) -> str:
    """Returns pence as pounds: "50" → "0.5"."""
    whole, _, fraction = value.partition(".")
    whole = whole.zfill(3)
    return scaled(f"{whole[:-2]}.{whole[-2:]}{fraction}")


_NTH_WORD = re.compile(r"[^\W\d_]+")


def _end_of_words(lowered: str, start: int, count: int) -> int:
    """Returns where the `count`-th word from `start` ends."""
    place = start
    for _ in range(count):
        match = _NTH_WORD.search(lowered, place)
        if match is None:
            break
        place = match.end()
    return place


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

_TEN, _TWENTY, _HUNDRED = 10, 20, 100


def scaled(digits: str, power: int = 0) -> str:
    """Multiplies a number by ten to a power, without commas, needless noughts or rounding: "1.40", 6 → "1400000"."""
    whole, _, fraction = digits.replace(",", "").replace(" ", "").partition(".")
    fraction = fraction.ljust(power, "0")
    whole, fraction = whole + fraction[:power], fraction[power:].rstrip("0")
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{fraction}" if fraction else whole


def number_in_words(words: list[str]) -> tuple[str, int] | None:
    """Returns the value of the longest number that lower-case words begin with, and how many words it takes.

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
    """Returns 1 as "1st": the value of "first" and of "1st"."""
    ending = "th" if _TEN <= number % _HUNDRED <= _TWENTY else {1: "st", 2: "nd", 3: "rd"}.get(number % _TEN, "th")
    return f"{number}{ending}"
