"""What a sentence binds somebody to, or lets them do: whether two sentences do so with the same force.

"needed to clear the ditch", "had to clear the ditch"           a duty
"was going to close", "would close", "is to close"              a plan
"asked whether it might close", "asked if it could close"       a chance

Each phrase bears on one word, the first of matter after it. Two sentences have the same force when each phrase of one
has an answer of its force in the other that bears on the same word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from compare.style.bearing import find_bearing
from compare.style.stems import Stems

Keys = tuple[str, ...]

# "Must not go" forbids, "need not go" and "did not have to go" let stay.
_BAN, _NOT = ("must",), ("not",)


class Bond(NamedTuple):
    """A phrase of force in a sentence: its words [start, end), what forces it may have, the stem that it bears on."""

    start: int
    end: int
    forces: frozenset[str]
    bearing: str
    is_ban: bool  # "must not": what is denied is the deed, and not that it must be done


@dataclass(frozen=True, slots=True, eq=False)
class Forces:
    """The phrases of force of one house style, by their first word, the longest first; `passed`: words of grammar."""

    phrases: Mapping[str, Sequence[tuple[Keys, frozenset[str]]]] = field(default_factory=dict)
    passed: frozenset[str] = frozenset()
    stems: Stems = field(default_factory=Stems)

    def bonds(self, keys: Sequence[str]) -> list[Bond]:
        """The phrases of force in a sentence, in its order. Cost: linear."""
        found: list[Bond] = []
        place = 0
        while place < len(keys):
            phrases = self.phrases.get(keys[place], ())
            match = next((one for one in phrases if tuple(keys[place : place + len(one[0])]) == one[0]), None)
            if match is None:
                place += 1
                continue
            phrase, forces = match
            end = place + len(phrase)
            is_ban = phrase == _BAN and tuple(keys[end : end + 1]) == _NOT
            found.append(Bond(place, end, forces, self._bearing(keys, end), is_ban))
            place = end
        return found

    def _bearing(self, keys: Sequence[str], place: int) -> str:
        bearing = find_bearing(keys, place, lambda near: self._is_matter(keys[near]))
        return "" if bearing is None else self.stems.of(keys[bearing])

    def _is_matter(self, key: str) -> bool:
        return key[:1].isalnum() and key not in self.passed and not key.endswith("ly") and key not in self.phrases

    def are_alike(self, own: Sequence[str], other: Sequence[str]) -> bool:
        """Whether both sentences have phrases of force, and each has its answer. Cost: the product of the phrases."""
        left, right = self.bonds(own), self.bonds(other)
        if len(left) != len(right) or not left:
            return False
        for one in left:
            same = next((two for two in right if _are_alike(one, two)), None)
            if same is None:
                return False
            right.remove(same)
        return True

    def holds(self, phrase: Keys) -> bool:
        """Whether the words are a phrase of force."""
        return any(phrase == keys for keys, _ in self.phrases.get(phrase[0], ()))


def _are_alike(one: Bond, other: Bond) -> bool:
    return bool(one.forces & other.forces) and (one.bearing, one.is_ban) == (other.bearing, other.is_ban)


def forces_of(lines: Iterable[tuple[str, str]], passed: frozenset[str], stems: Stems) -> Forces:
    """The forces of the lines ("duty", "must, have to"); a phrase may stand in several."""
    names: dict[Keys, frozenset[str]] = {}
    for name, phrases in lines:
        for phrase in phrases.split(", "):
            keys = tuple(phrase.split())
            names[keys] = names.get(keys, frozenset()) | {name}
    by_first: dict[str, list[tuple[Keys, frozenset[str]]]] = {}
    for keys in sorted(names, key=lambda keys: (-len(keys), keys)):
        by_first.setdefault(keys[0], []).append((keys, names[keys]))
    return Forces(by_first, passed, stems)
