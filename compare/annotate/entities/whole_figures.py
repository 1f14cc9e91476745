"""Makes a figure whole: its sign, its range, and the terms behind it belong to what it says.

    [£4.2m]   in "a result of (£4.2m)"      [(£4.2m)]            GBP -4200000: accountants' brackets
    [£500]    in "-£500", "minus £500"      [-£500]              GBP -500
    [5 mg]    in "≤5 mg"                    [≤5 mg]              ≤ 5 milligram
    [£50]     in "£50 per day plus VAT"     [£50 per day plus VAT]      GBP 50 per day before VAT
    [four] [4] in "four (4)"                [four (4)]           4, told twice
    [6] [8pm] in "6-8pm"                    [6-8pm]              18:00 to 20:00, as "6 pm to 8 pm"

A tagger finds the figure alone, for that is what names and lists of figures need; a difference is told of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from compare.annotate.entities.amounts import scaled
from compare.annotate.entities.dates import time_value
from compare.annotate.entities.worded_figures import WordedFigures, WordLists
from compare.style.house_style import HouseStyle
from compare.values import Entity, Span

_SIGNED = frozenset(("MONEY", "PERCENT", "QUANTITY", "NUMBER"))
_RANGED = _SIGNED | {"TIME", "DATE"}
_OF_ANY_FIGURE = ("a ", "an ", "per ", "p.a")  # "20 hours a week"; the other terms stand behind sums alone

_SIGN = re.compile(r"(?:^|(?<=[\s(\[|:,;]))(?:(?P<tight>[-+])|(?P<loose>[±<>≤≥]|<=|>=) ?)$")
_ONE_FORM = {"<=": "≤", ">=": "≥"}
_MINUS = re.compile(r"(?<![\w-])(?:minus|negative) $")
_DOLLARS = {
    "US": "USD", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "NZ": "NZD", "HK": "HKD", "S": "SGD"
}  # fmt: skip
_OF_COUNTRY = re.compile(r"(?<![^\W_])(?:US|AU?|CA?|NZ|HK|S)$")
_POWER = re.compile(r"[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?!\w)")
_BETWEEN = re.compile(r"(?<![\w-])between $")
_LINK = re.compile(r" ?- ?| (?:to|until|till) ")
_BY = re.compile(r"(?<![\w-])(?:by (?:a vote of )?|on a vote of )$")
_UNIT_BEHIND = re.compile(r" ([^\W\d_]+)(?!\w)")
_FROM = re.compile(r"(?<![\w-])(?:from|between) $")
_IN_A_COMPOUND = frozenset((" ", " and ", ", "))
_NEAR = 16  # characters before a figure in which its sign is looked for

# Before a bracket these want a sum, so that the bracket is its sign: "a result of (£4.2m)". After another noun it is an
# aside: "the new shed (£4,200)". A cell of a table, and a line that ends in a colon, want one too.
# fmt: off
_WANT_A_SUM = frozenset([
    "of", "at", "to", "by", "was", "is", "were", "are", "be", "been", "from", "than", "a", "an", "about", "around",
    "nearly", "almost", "approximately", "under", "over", "cost", "costs", "showed", "shows", "totalled", "totalling",
    # what an account puts before a figure that may be negative: "income and expenditure (£1.9m) against plan"
    "income", "expenditure", "variance", "balance", "position", "result", "outturn", "movement", "net", "total",
    "surplus", "deficit", "profit", "loss", "actual", "forecast",
])
# fmt: on
_LAST_WORD = re.compile(r"[^\W\d_]+ $")

_PER = re.compile(r"(?: per |/)(?P<noun>[a-z]+(?: (?:foot|metre|mile))?)(?!\w)")
# "£250 for each applicant", "£31 each lesson"; not "£5 each to the band".
_EACH = re.compile(
    r"(?: for)? (?:each|every) (?!(?:of|other|one|to|and|at|in|from|for|on|by|with|as|or|but|was|were|is|are|which|who|"
    r"if|half|[a-z]+ly|[a-z]+ed)\b)(?P<noun>[a-z]+)(?!\w)"
)
_GAP = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]*,? ?\(?")  # the mark of a note stands between: "£500¹ a year"
_LATER = re.compile(r" (?:later|ago|earlier|before|after|early|late)\b")  # "£50 a year later"
_MOST_TERMS = 3  # "£12 per person per night plus VAT"


@dataclass(frozen=True, slots=True, eq=False)
class FigureTerms:
    """The terms of a house style, and the units that may follow "per", each with its one meaning."""

    terms: dict[str, str] = field(default_factory=dict)
    pattern: re.Pattern[str] | None = None
    units: dict[str, str] = field(default_factory=dict)
    multiples: dict[str, tuple[int, str]] = field(default_factory=dict)
    worded: WordedFigures | None = None

    def whole(self, entities: Sequence[Entity], flat: str) -> tuple[Entity, ...]:
        """Returns the entities of a text with plain marks, the figures among them made whole. Cost: linear."""
        if self.worded is not None:
            entities = self.worded.add_to(entities, flat)
        if not any(entity.label in _RANGED or entity.label == "VOTE" for entity in entities):
            return tuple(entities)
        lowered = flat.lower()
        if len(lowered) != len(flat):
            return tuple(entities)
        kept: list[Entity] = []
        for entity in entities:
            last = kept[-1] if kept else None
            if last and (twice := self._told_twice(last, entity, flat)):
                kept[-1] = twice
            elif last and (joined := self._compound(last, entity, flat) or _as_range(last, entity, flat)):
                kept[-1] = joined
            else:
                kept.append(entity)
        found: list[Entity] = []
        for place, entity in enumerate(kept):
            low = found[-1].span.end if found else 0
            if entity.span.start < low:  # the "VAT" of "plus VAT" is no organisation
                continue
            high = next((other.span.start for other in kept[place + 1 :] if other.value is not None), len(flat))
            whole = self._whole(entity, flat, lowered, low, high)
            if found and whole.span.start < found[-1].span.end:  # the "US" of "US$40" is no organisation
                found.pop()
            found.append(
                replace(whole, value=self._in_small_units(whole.value)) if whole.label == "QUANTITY" else whole
            )
        return tuple(found)

    def _in_small_units(self, value: str | None) -> str | None:
        """A quantity in the smallest unit that its own is a number of: two weeks are fourteen days."""
        if value is None:
            return None
        parts = []
        for part in value.split(" to "):
            number, _, rest = part.partition(" ")
            unit, term, behind = rest.partition(" per ")
            times, small = self.multiples.get(unit, (1, unit))
            if times != 1 and number.replace(".", "", 1).lstrip("-").isdigit():
                number = scaled(f"{Decimal(number) * times:f}")
            parts.append(f"{number} {small}{term}{behind}")
        return " to ".join(parts)

    def _told_twice(self, first: Entity, second: Entity, flat: str) -> Entity | None:
        """Returns a number and the same in brackets as one, with the unit behind them: "four (4)", "5 (five) days"."""
        if first.label != "NUMBER" or second.label != "NUMBER" or first.value != second.value:
            return None
        end = second.span.end + 1
        is_told = flat[first.span.end : second.span.start] == " (" and flat[second.span.end : end] == ")"
        if not is_told or first.text[:1].isdigit() == second.text[:1].isdigit():
            return None
        unit = _UNIT_BEHIND.match(flat, end)
        meaning = self.units.get(unit[1].lower()) if unit else None
        if unit is None or meaning is None:
            return _entity(first, flat, first.span.start, end, first.value)
        return replace(_entity(first, flat, first.span.start, unit.end(), f"{first.value} {meaning}"), label="QUANTITY")

    def _compound(self, first: Entity, second: Entity, flat: str) -> Entity | None:
        """Returns a quantity in two units as one in the smaller: "two hours and thirty minutes"."""
        if first.label != "QUANTITY" or second.label != "QUANTITY" or not first.value or not second.value:
            return None
        number, _, unit = first.value.partition(" ")
        less, _, small = second.value.partition(" ")
        times, wanted = self.multiples.get(unit, (1, ""))
        gap = flat[first.span.end : second.span.start]
        if small != wanted or gap not in _IN_A_COMPOUND or not (number + less).replace(".", "").isdigit():
            return None
        if Decimal(less) >= times:
            return None
        value = f"{scaled(f'{Decimal(number) * times + Decimal(less):f}')} {small}"
        return _entity(first, flat, first.span.start, second.span.end, value)

    def _whole(self, entity: Entity, flat: str, lowered: str, low: int, high: int) -> Entity:
        start, end, value = entity.span.start, entity.span.end, entity.value
        if entity.label == "VOTE":
            before = _BY.search(lowered, max(low, start - _NEAR), start)
            return _entity(entity, flat, before.start(), end, value) if before else entity
        if entity.label not in _SIGNED or value is None:
            return entity
        start, end, value = _signed(entity, flat, lowered, low, high)
        if entity.label == "NUMBER" and (power := _POWER.match(flat, end, high)):  # 10² is no 10
            end, value = power.end(), f"{value}{power.group()}"
        for _ in range(_MOST_TERMS):
            term = self._term(entity.label, lowered, end, high)
            if term is None:
                break
            end, value = term[0], f"{value} {term[1]}"
        return entity if Span(start, end) == entity.span else _entity(entity, flat, start, end, value)

    def _term(self, label: str, lowered: str, end: int, high: int) -> tuple[int, str] | None:
        """Returns the end and the meaning of the term that follows a figure."""
        each = _EACH.match(lowered, end) if label == "MONEY" else None
        if each:
            return each.end(), f"per {self.units.get(each['noun'], each['noun'])}"
        gap = _GAP.match(lowered, end, high)
        match = self.pattern.match(lowered, gap.end(), high) if gap and self.pattern else None
        if gap is None or match is None or (gap.end() == end and lowered[end - 1 : end].isalpha()):
            return self._per(lowered, end, high)
        form, stop = " ".join(match.group().split()), match.end()
        meaning = self.terms[form]
        if label != "MONEY" and not form.startswith(_OF_ANY_FIGURE):
            return None
        if gap.group().endswith("("):
            if lowered[stop : stop + 1] != ")":
                return None
            return stop + 1, meaning
        return None if _LATER.match(lowered, stop) else (stop, meaning)

    def _per(self, lowered: str, end: int, high: int) -> tuple[int, str] | None:
        match = _PER.match(lowered, end, high)
        if match is None or (match.group()[0] == "/" and match["noun"] not in self.units):
            return None
        return match.end(), f"per {self.units.get(match['noun'], match['noun'])}"


def figure_terms(style: HouseStyle) -> FigureTerms:
    """Returns the terms of one house style, made once for all styles that have the same."""
    lists = style.entities
    worded = WordLists(lists["named_days"], lists["day_parts"], lists["number_nouns"], lists["shares"], lists["units"])
    return _built(lists["figure_terms"], lists["unit_multiples"], worded)


@lru_cache(maxsize=8)
def _built(terms: tuple[str, ...], multiples: tuple[str, ...], worded: WordLists) -> FigureTerms:
    meanings = {form.lower(): meaning for form, meaning in _equations(terms)}
    longest = sorted(meanings, key=lambda form: (-len(form), form))
    either = "|".join(r"\s+".join(map(re.escape, form.split())) for form in longest)
    pattern = re.compile(rf"(?:{either})(?![\w'])" if longest else r"(?!)")
    units = {form.lower(): one for form, one in _equations(worded.units)}
    smaller = {unit: (int(one.partition(" ")[0]), one.partition(" ")[2]) for unit, one in _equations(multiples)}
    return FigureTerms(meanings, pattern, units, smaller, WordedFigures(worded))


def _equations(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in lines:
        form, _, meaning = line.partition(" = ")
        yield form.strip(), meaning.strip()


def _entity(entity: Entity, flat: str, start: int, end: int, value: str | None) -> Entity:
    return replace(entity, span=Span(start, end), text=flat[start:end], value=value)


def _signed(entity: Entity, flat: str, lowered: str, low: int, high: int) -> tuple[int, int, str]:
    """Returns the figure with its sign: its start, end and value."""
    start, end, value = entity.span.start, entity.span.end, entity.value or ""
    if (
        value.startswith("USD ")
        and flat[start] == "$"
        and (country := _OF_COUNTRY.search(flat, max(0, start - _NEAR), start))
    ):
        start, value = country.start(), f"{_DOLLARS[country.group()]}{value[len('USD') :]}"
    if value.partition(" ")[2][:1] == "-":
        return start, end, value  # "£-500" has its sign inside
    if start > low and flat[start - 1] == "(" and end < high and flat[end] == ")":
        is_debt = _wants_a_sum(lowered[: start - 1]) and _is_sum(entity)
        return (start - 1, end + 1, _negative(value)) if is_debt else (start, end, value)
    near = max(low, start - _NEAR)
    if match := _MINUS.search(lowered, near, start):
        return match.start(), end, _negative(value)
    match = _SIGN.search(flat, near, start)
    if match is None or (match["loose"] == ">" and not flat[: match.start()].strip()):  # a quoted line of an e-mail
        return start, end, value
    return match.start(), end, _with_sign(match["tight"] or match["loose"], value)


def _with_sign(sign: str, value: str) -> str:
    if sign == "+":
        return value
    return _negative(value) if sign == "-" else f"{_ONE_FORM.get(sign, sign)} {value}"


def _negative(value: str) -> str:
    code, _, number = value.partition(" ")
    return f"{code} -{number}" if code.isalpha() else f"-{value}"


def _is_sum(entity: Entity) -> bool:
    """Whether a bracket may be the sign of the figure: "(3)" is a mark of a list, "(3,400)" a debt."""
    return entity.label == "MONEY" or (entity.label in ("NUMBER", "PERCENT") and len(entity.text) >= len("100"))


def _wants_a_sum(before: str) -> bool:
    bare = before.rstrip()
    if not bare or bare[-1] in ":|" or before.endswith("  "):
        return True
    word = _LAST_WORD.search(before)
    return word is not None and word.group().strip() in _WANT_A_SUM


def _as_range(first: Entity, second: Entity, flat: str) -> Entity | None:
    """Returns two figures with a dash or "to" between them as one: "6-8pm", "£10 to £20", "5 to 10 per cent"."""
    if first.label not in _RANGED or second.label not in _RANGED or not first.value or not second.value:
        return None
    gap = flat[first.span.end : second.span.start]
    is_between = gap == " and " and _BETWEEN.search(flat.lower(), 0, first.span.start) is not None
    if not (is_between or _LINK.fullmatch(gap)) or " to " in first.value:
        return None
    value = _full_value(first, second)
    if value is None:
        return None
    label = second.label if first.label == "NUMBER" else first.label
    opening = _FROM.search(flat.lower(), max(0, first.span.start - _NEAR), first.span.start)
    start = opening.start() if opening else first.span.start
    return Entity(label, Span(start, second.span.end), flat[start : second.span.end], value)


def _full_value(first: Entity, second: Entity) -> str | None:
    """Returns the value of a range, the first of its figures with the unit that the second has, or the reverse."""
    one, other = first.value or "", second.value or ""
    if first.label == second.label == "TIME":
        return _between_times(first, second)
    if first.label == second.label:
        return f"{one} to {other}"
    if first.label == "MONEY" and second.label == "NUMBER" and other.replace(".", "").isdigit():
        return f"{one} to {one.partition(' ')[0]} {other}"
    full = _with_unit_of(one, second) if first.label == "NUMBER" and one.isdigit() else None
    return f"{full} to {other.split('|')[0]}" if full else None


def _with_unit_of(number: str, second: Entity) -> str | None:
    """Returns a bare number with the unit of the figure that ends its range: the 6 of "6-8pm" is 18:00."""
    other = second.value or ""
    if second.label == "PERCENT":
        return f"{number}%"
    if second.label == "QUANTITY":
        return f"{number} {other.partition(' ')[2]}"
    if second.label == "MONEY":
        return f"{other.partition(' ')[0]} {number}"
    halves = ("pm", "am") if _HALF.search(second.text) else ("",)
    times = (time_value(int(number), 0, half) for half in halves) if second.label == "TIME" else ()
    return next((time for time in times if time and time <= other), None)


_HALF = re.compile(
    r"[ap]\.?m|noon|midnight|midday|morning|evening|night|1[3-9][.:]?\d\d|2[0-4][.:]?\d\d|0\d[.:]\d\d", re.IGNORECASE
)


def names_half_of_day(text: str) -> bool:
    """Whether a time says in which half of the day it is: "7.30 pm", "19:30", "nine in the morning"."""
    return _HALF.search(text) is not None


def _between_times(first: Entity, second: Entity) -> str:
    """Returns the time between two, each in the half of the day that the other names: "7.30 to 9 pm"."""
    starts, ends = (first.value or "").split("|"), (second.value or "").split("|")
    if len(starts) == 1 and not _HALF.search(first.text) and _HALF.search(second.text):
        hour, minute = (int(part) for part in starts[0].split(":"))
        later = time_value(hour, minute, "pm")
        starts += [later] if later else []
    if len(starts) == 1:
        ends = [min((end for end in ends if end > starts[0]), default=ends[0])]
    return "|".join(f"{max((start for start in starts if start <= end), default=starts[0])} to {end}" for end in ends)
