"""Reads figures that are put into words, with the value that the same in figures has.

Christmas Eve                            --12-24        as 24 December
half of the fund · a third of the seats  50% · 1/3
a dozen people · two and a half hours    12 person · 2.5 hour
an hour and a half · half a year         1.5 hour · 0.5 year
for a year · within a fortnight          1 year · 1 fortnight
half past seven                          07:30|19:30    whichever half of the day the other side names
nine in the morning · eight o'clock      09:00 · 08:00|20:00
the year 2025 to 2026 · in the thirties  2025/2026 · 1930s
01584 872 111                            tel 01584872111
half a page · the second half · a year   none, and "a year" only where it says how long

A tagger leaves these to the words around them; they are read where a sentence differs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from compare.annotate.entities.amounts import CARDINALS, number_words_at, scaled
from compare.annotate.entities.dates import time_value
from compare.values import Entity, Span

_SMALL = "|".join(sorted((word for word, number in CARDINALS.items() if number), key=lambda word: (-len(word), word)))
_NUMBER = rf"(?:{_SMALL}|\d{{1,9}}(?:\.\d{{1,4}})?)"
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])"
_WORD = r"(?<![\w'.-])"
_END = r"(?![\w'-])"

_CLOCK = re.compile(
    rf"{_WORD}(?:(?P<before>half past|(?:a )?quarter (?:past|to)"
    r"|(?:five|ten|twenty|twenty-five) (?:minutes )?(?:past|to)) )?"
    rf"(?P<hour>{_HOUR})(?:[.:](?P<minute>[0-5]\d))?(?P<clock> o'clock)?"
)
_HALF_OF_DAY = re.compile(r" ?([ap])\.?m(?:\.|(?!\w))")
_MINUTES = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
_HOURS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8} | {
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_NOON, _HOUR_MINUTES = 12, 60

_AND_PART = re.compile(
    rf"{_WORD}(?P<number>{_NUMBER})(?:[ -]and[ -]a[ -](?P<part>half|quarter)|[ -]and[ -]three[ -](?P<three>quarters)"
    r"| ?(?P<sign>[½¼¾]))(?!\w)"
)
_PARTS = {"half": "5", "½": "5", "quarter": "25", "¼": "25", "quarters": "75", "¾": "75"}
_UNIT_AND_PART = re.compile(
    rf"{_WORD}(?:an?|(?P<number>{_NUMBER})) (?P<unit>[a-z]+) and a (?P<part>half|quarter){_END}"
)
_PART_OF_UNIT = re.compile(
    rf"{_WORD}(?:(?P<half>half) an? |(?P<quarters>(?:a|one|three)[ -]quarters?) of an? )(?P<unit>[a-z]+){_END}"
)
_SHARE = re.compile(
    rf"{_WORD}(?:(?P<number>an?|one|two|three|four|five|six|seven|eight|nine)[ -])?(?P<part>half|[a-z]{{5,8}}){_END}"
    r"(?= of\b| (?:the|its|their|his|her|our|my|all|these|those) | majority\b)"
)
# "the second half of the year" is no share, and "half a page" no count.
_NOT_BEFORE_HALF = frozenset(
    (
        "the",
        "first",
        "second",
        "latter",
        "former",
        "other",
        "last",
        "top",
        "bottom",
        "this",
        "that",
        "each",
        "either",
        "next",
    )
)
_LONE_UNIT = re.compile(r"(?<![\w'.-])(?:(?P<article>an?)|every|each) (?P<unit>[a-z]+)(?P<owner>'s?)?(?![\w-])")
# Before "a year" these say that it is a length of time; behind a sum or a number it is a rhythm.
_LENGTH_CUES = frozenset(
    (
        "for",
        "within",
        "after",
        "than",
        "lasted",
        "lasts",
        "last",
        "took",
        "takes",
        "take",
        "over",
        "under",
        "about",
        "in",
        "of",
        "by",
    )
)
_BEING = frozenset(("is", "was", "be", "are", "were"))
_STOP = re.compile(r"[.,;:)]|$")
_YEAR_PAIR = re.compile(
    r"(?:(?<=\bthe )|\bthe |\b)(?:financial )?year ((?:19|20)\d\d)(?: ?[/-] ?| to )((?:19|20)\d\d|\d\d)(?![\w/-])"
)
_THE_BEFORE = re.compile(r"\bthe $")
_DECADE = re.compile(
    r"\bthe (?:nineteen[ -])?(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
)
_DECADE_CUES = frozenset(("in", "of", "from", "during", "since", "early", "late", "until", "through"))
_PHONE = re.compile(r"(?<![\w/.,£$€+-])(?:\+44 ?(?:\(0\) ?)?|\(?0)\d{2,5}\)?(?:[ -]?\d{3,8}){1,3}(?![\w/-]|[.,]\d)")
_PHONE_DIGITS = (10, 11)
_PER_CENT = re.compile(r" ?(?:%|per ?cent(?!\w))")
_SCALED = re.compile(r" (thousand|million|billion)(?!\w)")
_POWERS = {"thousand": 3, "million": 6, "billion": 9}
_NEXT_UNIT = re.compile(r"[ -]([a-z²³]+)(?!\w)")
# A sentence without any of these holds nothing that is read here.
_HINT = re.compile(
    r"half|quarter|third|fifth|tenth|dozen|score|hundred|thousand|million|[½¼¾]|o'clock|morning|afternoon|evening|night"
    r"|ties\b|year|month|week|hour|decade|\bday\b|minute|eve\b|day\b|hallowe|hogmanay|past|\b\(?0\d|\+44"
)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    label: str
    value: str


class WordLists(NamedTuple):
    """The lists of `models/patterns/entities.toml` that name figures in words."""

    named_days: tuple[str, ...]
    day_parts: tuple[str, ...]
    number_nouns: tuple[str, ...]
    shares: tuple[str, ...]
    units: tuple[str, ...]


class WordedFigures:
    """The figures in words of one house style. Built once for it."""

    def __init__(self, lists: WordLists) -> None:
        self._days = {name.lower(): day for name, day in map(_equation, lists.named_days)}
        self._day = re.compile(
            rf"\b({_any_of(self._days)})(?!\w)(?:,? ((?:19|20)\d\d)(?!\w|[.:-]\d))?" if self._days else r"(?!)"
        )
        self._halves = dict(map(_equation, lists.day_parts))
        self._half = re.compile(rf" (?:o'clock )?({_any_of(self._halves)}){_END}" if self._halves else r"(?!)")
        self._nouns = {noun: int(number) for noun, number in map(_equation, lists.number_nouns)}
        self._noun = re.compile(
            rf"{_WORD}(?:(?P<half>half )?an? |(?P<number>{_NUMBER}) )(?P<noun>{_any_of(self._nouns)}){_END}"
            if self._nouns
            else r"(?!)"
        )
        self._shares = {noun: int(number) for noun, number in map(_equation, lists.shares)}
        self._units = {unit.lower(): one for unit, one in map(_equation, lists.units)}
        self._readers: tuple[Callable[[str], Iterator[_Found]], ...] = (
            self._read_clock,
            self._read_numbers,
            self._read_shares,
            self._read_lengths,
            self._read_years,
        )

    def add_to(self, entities: Sequence[Entity], flat: str) -> tuple[Entity, ...]:
        """Returns the entities of a text with plain marks, and the figures in words that none of them holds.

        A figure in words takes the place of those that it contains, and yields to one that reaches beyond it.
        Cost: linear in the text.
        """
        lowered = flat.lower()
        if len(lowered) != len(flat) or not _HINT.search(lowered):
            return tuple(entities)
        found = [*self._read_days(flat, lowered), *(one for reader in self._readers for one in reader(lowered))]
        kept: list[_Found] = []
        for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
            if not any(one.start < other.end and other.start < one.end for other in kept):
                kept.append(one)
        return _together(entities, sorted(kept, key=lambda one: one.start), flat) if kept else tuple(entities)

    def _read_days(self, flat: str, lowered: str) -> Iterator[_Found]:
        """Christmas Eve · Boxing Day 2025."""
        for match in self._day.finditer(lowered):
            if flat[match.start()].isupper():
                yield _Found(match.start(), match.end(), "DATE", f"{match[2] or '-'}-{self._days[match[1]]}")

    def _read_clock(self, lowered: str) -> Iterator[_Found]:
        """Half past seven · a quarter to nine in the evening · eight o'clock."""
        for match in _CLOCK.finditer(lowered):
            before, end = match["before"] or "", match.end()
            part = self._half.match(lowered, end)
            half = self._halves[part[1]] if part else ""
            sign = None if part else _HALF_OF_DAY.match(lowered, end)
            if sign and (before or match["clock"]):
                part, half = sign, f"{sign[1]}m"
            end = part.end() if part else end
            is_range = before.split(" ")[0] in ("five", "ten", "twenty", "twenty-five") and "minutes" not in before
            if not (half or match["clock"] or (before and not (is_range and before.endswith("to")))):
                continue
            hour = _HOURS.get(match["hour"]) or int(match["hour"])
            minute = int(match["minute"] or 0)
            if before:
                minute = next(
                    number for word, number in _MINUTES.items() if word in before.replace("a ", "").split(" ")
                )
                if before.endswith("to"):
                    hour, minute = (hour - 1) or _NOON, _HOUR_MINUTES - minute
            yield _Found(match.start(), end, "TIME", time_of(hour, minute, half))

    def _read_numbers(self, lowered: str) -> Iterator[_Found]:
        """A dozen people · two and a half hours · an hour and a half · half a year · three quarters of an hour."""
        for match in self._noun.finditer(lowered):
            number = "1" if not match["number"] else _figure(match["number"])
            amount = Decimal(number) * self._nouns[match["noun"]] / (2 if match["half"] else 1)
            is_known = match["noun"] not in ("dozen", "score") and match["number"]  # "two hundred" is read by a tagger
            if is_known or (match["noun"] == "score" and not lowered.startswith(" of ", match.end())):
                continue
            end = match.end() + (len(" of") if match["noun"] == "score" else 0)
            if rest := _rest_of_number(lowered, match):
                amount, end = Decimal(rest[0]), rest[1]
            yield self._with_unit(lowered, match.start(), end, _plain(amount))
        for match in _AND_PART.finditer(lowered):
            part = _PARTS[match["part"] or match["three"] or match["sign"]]
            value = f"{_figure(match['number']).split('.')[0]}.{part}"
            yield self._with_unit(lowered, match.start(), match.end(), value)
        for match in _UNIT_AND_PART.finditer(lowered):
            if unit := self._units.get(match["unit"]):
                number = _figure(match["number"]) if match["number"] else "1"
                value = _plain(Decimal(number) + Decimal(f"0.{_PARTS[match['part']]}"))
                yield _Found(match.start(), match.end(), "QUANTITY", f"{value} {unit}")
        for match in _PART_OF_UNIT.finditer(lowered):
            if unit := self._units.get(match["unit"]):
                value = "0.5" if match["half"] else "0.75" if match["quarters"].startswith("three") else "0.25"
                yield _Found(match.start(), match.end(), "QUANTITY", f"{value} {unit}")

    def _with_unit(self, lowered: str, start: int, end: int, value: str) -> _Found:
        """A number with what it counts."""
        if scale := _SCALED.match(lowered, end):
            end, value = scale.end(), scaled(value, _POWERS[scale[1]])
        if match := _PER_CENT.match(lowered, end):
            return _Found(start, match.end(), "PERCENT", f"{value}%")
        match = _NEXT_UNIT.match(lowered, end)
        if match and (unit := self._units.get(match[1])):
            return _Found(start, match.end(), "QUANTITY", f"{value} {unit}")
        return _Found(start, end, "NUMBER", value)

    def _read_shares(self, lowered: str) -> Iterator[_Found]:
        """Half of the fund · a third of the seats · three quarters of the pitches."""
        for match in _SHARE.finditer(lowered):
            number, part = match["number"], self._shares.get(match["part"])
            if part is None or (number is None and match["part"] != "half"):
                continue
            if number is None and _word_before(lowered, match.start()) in _NOT_BEFORE_HALF:
                continue
            if match["part"] != "half" and not lowered.startswith((" of", " majority"), match.end()):
                continue
            share = 1 if number in (None, "a", "an") else CARDINALS[number or ""]
            percent = Decimal(100 * share) / part
            is_exact = percent == percent.to_integral_value()
            value = ("PERCENT", f"{_plain(percent)}%") if is_exact else ("NUMBER", f"{share}/{part}")
            yield _Found(match.start(), match.end(), *value)

    def _read_lengths(self, lowered: str) -> Iterator[_Found]:
        """For a year · within a fortnight · a month's notice · every fortnight."""
        for match in _LONE_UNIT.finditer(lowered):
            unit = self._units.get(match["unit"])
            if unit is None or unit not in UNITS_OF_LENGTH:
                continue
            before = _word_before(lowered, match.start())
            is_told = before in _BEING and _STOP.match(lowered, match.end()) is not None  # "the period is a month."
            if match["article"] and not (match["owner"] or before in _LENGTH_CUES or is_told):
                continue
            start = match.start("article") if match["article"] else match.start("unit")
            yield _Found(start, match.end("unit"), "QUANTITY", f"1 {unit}")

    def _read_years(self, lowered: str) -> Iterator[_Found]:
        """The year 2025 to 2026 · the financial year 2025/26 · in the thirties · 01584 872 111."""
        for match in _YEAR_PAIR.finditer(lowered):
            first, second = int(match[1]), int(match[2]) % 100
            if (first + 1) % 100 == second:
                yield _Found(match.start(), match.end(), "DATE", f"{first}/{first + 1}")
        for match in _DECADE.finditer(lowered):
            if _word_before(lowered, match.start()) in _DECADE_CUES:
                tens = 10 * (2 + _TENS.index(match[1]))
                yield _Found(match.start(), match.end(), "DATE", f"{1900 + tens}s")
        for match in _PHONE.finditer(lowered):
            digits = "".join(filter(str.isdigit, match.group().replace("(0)", "")))
            digits = f"0{digits[2:]}" if match.group().startswith("+44") else digits
            if len(digits) in _PHONE_DIGITS:
                yield _Found(match.start(), match.end(), "NUMBER", f"tel {digits}")


UNITS_OF_LENGTH = frozenset(("hour", "day", "week", "fortnight", "month", "quarter", "year", "decade"))
_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


def time_of(hour: int, minute: int, half: str) -> str:
    """A time of day; where the half of the day is not named, both that it may be: "07:30|19:30"."""
    halves = (half,) if half else ("am", "pm")
    return "|".join(value for each in halves if (value := time_value(hour, minute, each)))


def _together(entities: Sequence[Entity], found: Sequence[_Found], flat: str) -> tuple[Entity, ...]:
    """Both in order; of two that overlap the one that holds the other."""
    taken = [
        one
        for one in found
        if not any(
            entity.span.start < one.end
            and one.start < entity.span.end
            and not (one.start <= entity.span.start and entity.span.end <= one.end)
            for entity in entities
            if entity.value is not None
        )
    ]
    rest = (
        entity
        for entity in entities
        if not any(entity.span.start < one.end and one.start < entity.span.end for one in taken)
    )
    new = (Entity(one.label, Span(one.start, one.end), flat[one.start : one.end], one.value) for one in taken)
    return tuple(sorted((*rest, *new), key=lambda entity: entity.span.start))


def _rest_of_number(lowered: str, match: re.Match[str]) -> tuple[str, int] | None:
    """The whole of "a hundred and twenty", and where it ends."""
    if match["half"] or match["number"] or match["noun"] in ("dozen", "score"):
        return None
    lead = "one "
    number = number_words_at(lead + lowered[match.start("noun") : match.end() + 60], 0)
    return None if number is None else (number[0], match.start("noun") + number[1] - len(lead))


def _figure(word: str) -> str:
    return str(CARDINALS[word]) if word in CARDINALS else word


def _plain(value: Decimal) -> str:
    return scaled(f"{value:f}")


def _word_before(lowered: str, start: int) -> str:
    words = lowered[max(0, start - 16) : start].split()
    return words[-1].strip("(,;:") if words else ""


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _equation(line: str) -> tuple[str, str]:
    left, _, right = line.partition(" = ")
    return left.strip(), right.strip()
