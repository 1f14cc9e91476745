"""The table of opposed words, ready for the rules: which words turn the sense of which.

    "before | during | after"   →   before and after are opposed
    "over | more than"          →   "more than" is "over", and opposed to whatever "over" is

What each list is for stands above it in `models/patterns/senses.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from compare.text.tokens import tokenise

Keys = tuple[str, ...]  # the folded tokens of a word or phrase
_Side = tuple[int, int]  # line and side of that line

_SHORTEST_ROOT = 3  # letters that two contraries share: "lessor", "lessee"


class Phrase(NamedTuple):
    """A word or phrase of the table, found at tokens [start, end); `form` is the dictionary form of a single word."""

    start: int
    end: int
    keys: Keys
    form: Keys


@dataclass(frozen=True, eq=False)
class Senses:
    """What is opposed to what. `phrases` are all words and phrases of the table by their first word, longest first.

    `sides` and `sides_at_figures` name for each the sides of the lines on which it stands; `first` the phrase that
    stands for it and all others of the same sense. `light` are the small words that leave the sense as it is.
    """

    phrases: Mapping[str, tuple[Keys, ...]]
    first: Mapping[Keys, Keys]
    sides: Mapping[Keys, frozenset[_Side]]
    sides_at_figures: Mapping[Keys, frozenset[_Side]]
    limiting: frozenset[Keys]
    limiting_at_figures: frozenset[Keys]
    beginnings: tuple[tuple[str, str], ...]
    ends: tuple[tuple[str, str], ...]
    occasions: frozenset[str]
    light: frozenset[str]
    light_alone: frozenset[str]
    done_either_way: frozenset[str]
    periods: frozenset[str]
    exchanged_alike: tuple[frozenset[str], ...]
    calendar: frozenset[str]  # months and days of the week, as printed

    def find(self, words: Sequence[tuple[str, str]]) -> list[Phrase]:
        """The longest phrases of the table in a run of tokens, from left to right, none inside another.

        Each token is given as its key and its dictionary form: "rose" and "rise". Cost: linear.
        """
        found = []
        place = 0
        while place < len(words):
            phrase = self._at(words, place)
            if phrase:
                found.append(phrase)
            place = phrase.end if phrase else place + 1
        return found

    def _at(self, words: Sequence[tuple[str, str]], start: int) -> Phrase | None:
        for first in words[start]:
            for keys in self.phrases.get(first, ()):
                end = start + len(keys)
                rest = words[start + 1 : end]
                if end <= len(words) and all(key == word[0] for key, word in zip(keys[1:], rest, strict=True)):
                    return Phrase(start, end, keys, words[start][1:] if len(keys) == 1 else keys)
        return None

    def are_alike(self, one: Phrase, other: Phrase) -> bool:
        """Whether two phrases say the same."""
        if self._stand_apart(self.sides, one.keys, other.keys):  # "more" and "most" are forms of one word
            return False
        return self._first(one.keys) == self._first(other.keys) or one.form == other.form

    def are_opposed(self, one: Phrase, other: Phrase, *, at_figure: bool = False) -> bool:
        """Whether one for the other turns the sense: wherever it stands, or where a figure follows both."""
        tables = (self.sides, self.sides_at_figures) if at_figure else (self.sides,)
        return any(
            self._stand_apart(table, keys, others)
            for table in tables
            for keys in {one.keys, one.form}
            for others in {other.keys, other.form}
        )

    def _first(self, keys: Keys) -> Keys:
        return self.first.get(keys, keys)

    def _stand_apart(self, table: Mapping[Keys, frozenset[_Side]], one: Keys, other: Keys) -> bool:
        sides, others = (table.get(self._first(keys), frozenset()) for keys in (one, other))
        if not sides.isdisjoint(others):
            return False
        return any(line == other_line for line, _ in sides for other_line, _ in others)

    def limits(self, keys: Keys, *, at_figure: bool) -> bool:
        """Whether the phrase turns or limits the sense where only one side has it."""
        return keys in self.limiting or (at_figure and keys in self.limiting_at_figures)

    def are_light(self, draft: Sequence[str], final: Sequence[str]) -> bool:
        """Whether the small words that each side has alone leave the sense as it is: "the" for "a", "on" for "upon"."""
        heavy = [[key for key in keys if key not in self.light] for keys in (draft, final)]
        if not all(heavy):
            return self.light_alone.issuperset(heavy[0] + heavy[1])
        return len(heavy[0]) == 1 == len(heavy[1]) and any(
            heavy[0][0] in alike and heavy[1][0] in alike for alike in self.exchanged_alike
        )

    def are_contraries(self, one: str, other: str) -> bool:
        """Whether two words are contraries: by the table, or by their beginnings or ends."""
        return self._stand_apart(self.sides, (one,), (other,)) or self.are_made_contraries(one, other)

    def are_made_contraries(self, one: str, other: str) -> bool:
        """Whether two words differ in an opposed beginning or end alone: "overspent", "underspent"."""
        return any(
            _differ_in(first, second, one, other, at_start=True) or _differ_in(second, first, one, other, at_start=True)
            for first, second in self.beginnings
        ) or any(
            _differ_in(first, second, one, other, at_start=False)
            or _differ_in(second, first, one, other, at_start=False)
            for first, second in self.ends
        )


def _differ_in(first: str, second: str, one: str, other: str, *, at_start: bool) -> bool:
    if at_start:
        root = one.removeprefix(first)
        return root != one and len(root) >= _SHORTEST_ROOT and other == second + root
    root = one.removesuffix(first)
    return root != one and len(root) >= _SHORTEST_ROOT and other == root + second


def senses_of(senses: Mapping[str, tuple[str, ...]], entities: Mapping[str, tuple[str, ...]]) -> Senses:
    """The table made of a house style's lists `senses`, and the months and weekdays of its `entities`."""
    calendar = (*entities["months"], *entities["weekdays"])
    return _senses(tuple(sorted(senses.items())), frozenset(line.partition(" = ")[0] for line in calendar))


@lru_cache(maxsize=8)
def _senses(lists: tuple[tuple[str, tuple[str, ...]], ...], calendar: frozenset[str]) -> Senses:
    table = dict(lists)
    groups = [[phrase for side in line for phrase in side] for line in map(_sides, table["same_sense"])]
    first: dict[Keys, Keys] = {}
    for group in groups:
        head = first.get(group[0], group[0])
        for phrase in group:
            first.setdefault(phrase, head)
    sides, at_figures = (_stands(table[name], first) for name in ("opposed", "opposed_at_figures"))
    limiting, limiting_at_figures = (frozenset(map(_keys, table[name])) for name in ("limiting", "limiting_at_figures"))
    return Senses(
        phrases=_by_first_word(
            {*first, *_all(table["opposed"]), *_all(table["opposed_at_figures"])} | limiting | limiting_at_figures
        ),
        first=first,
        sides=sides,
        sides_at_figures=at_figures,
        limiting=limiting,
        limiting_at_figures=limiting_at_figures,
        beginnings=_couples(table["opposed_beginnings"]),
        ends=_couples(table["opposed_ends"]),
        occasions=frozenset(table["occasions"]),
        light=frozenset(table["light"]),
        light_alone=frozenset(table["light_alone"]),
        done_either_way=frozenset(table["done_either_way"]),
        periods=frozenset(table["periods"]),
        exchanged_alike=tuple(frozenset(line.split(" | ")) for line in table["exchanged_alike"]),
        calendar=calendar,
    )


def _keys(phrase: str) -> Keys:
    return tuple(token.key for token in tokenise(phrase))


def _sides(line: str) -> list[list[Keys]]:
    """The sides of "a, b | c", each with its phrases."""
    return [[_keys(phrase) for phrase in side.split(",")] for side in line.split(" | ")]


def _all(lines: Iterable[str]) -> set[Keys]:
    return {phrase for line in lines for side in _sides(line) for phrase in side}


def _stands(lines: Iterable[str], first: Mapping[Keys, Keys]) -> dict[Keys, frozenset[_Side]]:
    found: dict[Keys, frozenset[_Side]] = {}
    for number, line in enumerate(lines):
        for place, side in enumerate(_sides(line)):
            for phrase in side:
                keys = first.get(phrase, phrase)
                found[keys] = found.get(keys, frozenset()) | {(number, place)}
    return found


def _couples(lines: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((one.strip(), other.strip()) for one, _, other in (line.partition("|") for line in lines))


def _by_first_word(phrases: Iterable[Keys]) -> dict[str, tuple[Keys, ...]]:
    found: dict[str, list[Keys]] = {}
    for keys in sorted(phrases, key=lambda keys: (-len(keys), keys)):
        found.setdefault(keys[0], []).append(keys)
    return {word: tuple(several) for word, several in found.items()}
