"""What a sentence denies, and whether two sentences deny the same.

"had not been repaired", "remained unrepaired"                "not" and a word, or the word with its prefix
"was unable to speak", "could not speak", "failed to speak"   the same want of power, the same thing undone
"had not identified any fault", "had identified no fault"     "not … any" is "no"
"did not think it safe", "thought it unsafe"                  to deny the belief is to deny what is believed
"would not be impossible", "would be possible"                two denials of one word are none

Each denial bears on one word: the first of matter after it. Two sentences deny the same when their denials bear on the
same words; where a denial stands before another word ("supported it and did not move", "did not support it and
moved") they do not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from compare.style.bearing import find_bearing
from compare.style.stems import Stems
from compare.style.tenses import Tenses

_DO = frozenset(("do", "does", "did"))
_SHARED = 4  # letters that two forms of one verb share at least: "receive", "received"
_BELIEF = "*"  # stands for what is believed, whatever it is
_SHORTEST_ROOT = 3  # letters of a word that a prefix may deny
_MOST = 60  # words of a side; a longer passage is no denial in other words
_COMPLETIONS = frozenset(("to", "of"))
_SHARED_STEM = 5  # letters that a noun and its verb share at least: "objection", "object"


@dataclass(frozen=True, slots=True, eq=False)
class Denials:
    """The words of one house style with which something is denied.

    `words`: "not", "no". `denying`: words that deny what follows, "unable", "failed"; `completed`: those of them that
    do so only with "to" or "of" after them, "failed to", "lack of". `powers`: "able", "possible". `light`: verbs that
    carry nothing of their own, "receive", "remain". `believing`: "think", "expect". `universal`: "all", "every".
    `with_any`: what "not" and the second make, "no" of "any". `passed`: words of grammar. `prefixes`: "un-", "dis-";
    `is_negated`: whether its first word is its second with one of them.
    """

    words: frozenset[str] = frozenset()
    denying: frozenset[str] = frozenset()
    completed: frozenset[str] = frozenset()
    powers: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    believing: frozenset[str] = frozenset()
    universal: frozenset[str] = frozenset()
    with_any: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    passed: frozenset[str] = frozenset()
    stems: Stems = field(default_factory=Stems)
    tenses: Tenses = field(default_factory=Tenses)
    prefixes: tuple[str, ...] = ()
    is_negated: Callable[[str, str], bool] = lambda _longer, _shorter: False

    def is_same(self, own: Sequence[str], other: Sequence[str], sentences: tuple[Sequence[str], Sequence[str]]) -> bool:
        """Whether the words of an edit deny what those of its other side deny, and no more differs.

        `sentences` are those that the two sides stand in: a denial may bear on a word outside the edit. Cost: bounded.
        """
        if len(own) > _MOST or len(other) > _MOST or not own or not other:
            return False
        if self._says_no(own, other) or self._says_no(other, own):
            return True
        if len(own) == 1 == len(other) and not self._has_power(own):
            return False  # "no" for "not" is a slip, "never" another thing
        if not self.holds_any(own, other):
            return False
        if self._has_power(own) != self._has_power(other) or self._matter(own, other) != self._matter(other, own):
            return False
        return self.are_alike(*sentences)

    def are_alike(self, own: Sequence[str], other: Sequence[str]) -> bool:
        """Whether two sentences deny the same words. Cost: the product of the words that may deny, at most."""
        left, right = self._denied(own, other), self._denied(other, own)
        if len(left) != len(right) or self._denied_of_all(own) != self._denied_of_all(other):
            return False
        for one in list(left):
            same = next((two for two in right if one[1] == two[1] and _are_forms_of_one(one[0], two[0])), None)
            if same:
                left.remove(one)
                right.remove(same)
        return not left or (len(left) == 1 and _BELIEF in (left[0][0], right[0][0]))

    def _denied_of_all(self, keys: Sequence[str]) -> int:
        """How often what is denied is said of all: "not all", which is no "none"."""
        return sum(key in self.universal and self.denies(keys, place) for place, key in enumerate(keys[1:]))

    def is_moved(self, own: Sequence[str], other: Sequence[str]) -> bool:
        """Whether each sentence denies a word that the other affirms: "did not pay … paid", "paid … did not pay"."""
        left, right = self._denied(own, other), self._denied(other, own)
        if len(left) != len(right) or not left:
            return False
        lost, new = [one for one in left if one not in right], [one for one in right if one not in left]
        stems = [{self.stems.of(key) for key in keys} for keys in (other, own)]
        return bool(lost) and all(stem in stems[side] for side, denied in enumerate((lost, new)) for stem, _ in denied)

    def is_undone(self, keys: Sequence[str], place: int, others: Iterable[str]) -> bool:
        """Whether the word at that place denies, in words of its own, what the other sentence has: "failed to pay"."""
        if keys[place] not in self.denying or not self.denies(keys, place):
            return False
        bearing = self._bearing(keys, place)
        return bearing is not None and self.stems.of(keys[bearing]) in set(map(self.stems.of, others))

    def denies(self, keys: Sequence[str], place: int) -> bool:
        """Whether the word at that place of a sentence denies something: "not", "failed to"."""
        key = keys[place]
        if key in self.words or key.endswith("n't"):
            return True
        if key not in self.denying:
            return False
        return key not in self.completed or not _COMPLETIONS.isdisjoint(keys[place + 1 : place + 2])

    def _denied(self, keys: Sequence[str], others: Iterable[str]) -> list[tuple[str, int]]:
        """The stems of the words that are denied, one for each denial that no other undoes.

        With each, the how-manieth word of its stem it is: "paid and did not pay", "did not pay and paid".
        """
        roots = self._roots(keys, others)
        prefixed = set(roots)
        undone: set[int] = set()
        denied: list[int | None] = []
        for place in range(len(keys)):
            if not self.denies(keys, place) or place in undone:
                continue
            bearing = self._bearing(keys, place)
            if bearing in prefixed:
                prefixed.remove(bearing)  # "not unhappy"
            elif bearing is not None and bearing > place and self.denies(keys, bearing):
                undone.add(bearing)  # "not impossible"
            else:
                denied.append(bearing)
        stems = [self.stems.of(roots.get(place, key)) for place, key in enumerate(keys)]
        return [
            ("", 0)
            if place is None
            else (_BELIEF if keys[place] in self.believing else stems[place], stems[:place].count(stems[place]))
            for place in (*denied, *sorted(prefixed))
        ]

    def _roots(self, keys: Sequence[str], others: Iterable[str]) -> dict[int, str]:
        """Where words stand that are words of the other side with a denying prefix, and those words."""
        known = {other for other in others if len(other) >= _SHORTEST_ROOT}
        found = {}
        for place, key in enumerate(keys):
            if key.startswith(self.prefixes) and key not in self.denying:
                roots = (key.removeprefix(prefix) for prefix in self.prefixes if key.startswith(prefix))
                root = next((root for root in roots if root in known and self.is_negated(key, root)), None)
                if root:
                    found[place] = root
        return found

    def _bearing(self, keys: Sequence[str], place: int) -> int | None:
        """Where the word stands that a denial bears on: the first of matter after it, else the last one before it."""
        bearing = find_bearing(keys, place + 1, lambda near: self._is_matter(keys[near]) or keys[near] in self.denying)
        if bearing is not None:
            return bearing
        return next((near for near in range(place - 1, -1, -1) if self._is_matter(keys[near])), None)

    def _is_matter(self, key: str) -> bool:
        return (
            key[:1].isalnum()
            and key not in self.passed
            and key not in self.powers
            and key not in self.light
            and key not in self.words
            and key not in self.denying
            and not key.endswith(("n't", "ly"))
        )

    def _matter(self, keys: Sequence[str], others: Sequence[str]) -> Counter[str]:
        roots = self._roots(keys, others)
        return Counter(
            self.stems.of(roots.get(place, key))
            for place, key in enumerate(keys)
            if self._is_matter(key) or place in roots
        )

    def holds_any(self, own: Sequence[str], other: Sequence[str]) -> bool:
        """Whether one of two sides denies something. Cost: linear in their words."""
        return any(
            any(self.denies(keys, place) for place in range(len(keys))) or self._roots(keys, others)
            for keys, others in ((own, other), (other, own))
        )

    def _has_power(self, keys: Sequence[str]) -> bool:
        return any(key in self.powers or (key in self.denying and key not in self.completed) for key in keys)

    def _says_no(self, long: Sequence[str], short: Sequence[str]) -> bool:
        """Whether `long` has "not … any" where `short` has "no"."""
        left, right = Counter(long), Counter(short)
        left, right = left - right, right - left
        for key in [key for key in left if key.endswith("n't")]:
            left[key.removesuffix("n't")] += left[key]
            left["not"] += left.pop(key)
        if left["not"] != 1:
            return False
        del left["not"]
        for word, forms in self.with_any.items():
            found = next((form for form in forms if left[form] == 1), None)
            if right[word] == 1 and found:
                rest = [key for key in (left - Counter([found])).elements() if key not in _DO]
                return self._are_forms(rest, [*(right - Counter([word])).elements()])
        return False

    def _are_forms(self, rest: Sequence[str], others: Sequence[str]) -> bool:
        if not rest and not others:
            return True
        if len(rest) != 1 or len(others) != 1:
            return False
        return rest[0][:_SHARED] == others[0][:_SHARED] or self.tenses.step(rest, others) != 0


def _are_forms_of_one(one: str, other: str) -> bool:
    """Whether two stems are of one verb and its noun: "object", "objection"."""
    return one == other or (min(len(one), len(other)) >= _SHARED_STEM and one[:_SHARED_STEM] == other[:_SHARED_STEM])
