"""The house style's word lists, made ready for the rules: sets, families of words, and phrases to look for.

"approve = approve approves approved"   →   families["approved"] = "approve"
"cllr = councillor"                     →   long_forms["cllr"] = ("councillor",)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from compare.style.house_style import HouseStyle, Patterns
from compare.text.tokens import fold_key, tokenise

# Letters that must follow a negating prefix: "fit" of "unfit"; with two, "it" would answer "unit". The prefixes that
# begin many other words ask for one more: "the" is not the root of "inthe".
_SHORTEST_ROOT = 3
_LOOSE = ("in", "im", "il", "ir")


@dataclass(frozen=True)
class Vocabulary:
    """What a rule knows of words. Built once for a house style; every key is folded."""

    sets: Mapping[str, frozenset[str]]
    decisions: Mapping[str, str]
    outcomes: frozenset[str]
    long_forms: Mapping[str, tuple[str, ...]]
    one_word: Mapping[str, str]
    stems: Mapping[str, str]
    matter_tags: Mapping[str, tuple[str, ...]]
    grammar_tags: Mapping[str, tuple[str, ...]]
    homophones: Mapping[str, frozenset[str]]
    alike: Mapping[str, frozenset[str]]
    opposites: frozenset[frozenset[str]]
    prefixes: tuple[str, ...]
    traps: tuple[str, ...]
    force: Mapping[str, tuple[tuple[str, ...], ...]]
    contexts: Mapping[str, tuple[str, ...]]
    header_words: frozenset[str]

    def has(self, list_name: str, key: str) -> bool:
        """Whether the list of that name holds the key."""
        return key in self.sets[list_name]

    def speaks_of(self, list_name: str, text: str) -> bool:
        """Whether a folded text has one of the phrases of the list of that name."""
        return _any_word(self.contexts[list_name]).search(text) is not None

    def denies(self, longer: str, shorter: str) -> bool:
        """Whether `longer` is `shorter` with a negating prefix: unreasonable/reasonable, but not inform/form."""
        if len(shorter) < _SHORTEST_ROOT or not longer.endswith(shorter):
            return False
        prefix = longer[: len(longer) - len(shorter)]
        if len(shorter) == _SHORTEST_ROOT and prefix in _LOOSE:
            return False
        return prefix in self.prefixes and not any(
            longer == trap or (trap[-1] == "*" and longer.startswith(trap[:-1])) for trap in self.traps
        )

    def is_opposite(self, one: str, other: str) -> bool:
        """Whether the two are contraries a letter or two apart: north/south, he/she."""
        return frozenset((one, other)) in self.opposites

    def sounds_like(self, one: str, other: str) -> bool:
        """Whether the two sound the same: site/sight."""
        return other in self.homophones.get(one, frozenset())

    def is_alike(self, one: str, other: str) -> bool:
        """Whether the two are taken for one another by ear or by eye: site/sight, quite/quiet."""
        return other in self.alike.get(one, frozenset())


_SETS = (
    "function_words",
    "negations",
    "modals",
    "roles",
    "role_modifiers",
    "titles",
    "attendance_words",
    "interest_words",
    "vote_words",
    "number_words",
    "draft_marks",
    "approved_marks",
    "place_words",
    "organisation_words",
    "determiners",
    "before_noun",
    "after_noun",
    "no_limit_after_up_to",
    "comparatives",
    "decision_things",
    "right_when_doubled",
    "movement_words",
    "presence_words",
    "prose_words",
    "attendance_headings",
    "mover_words",
)
_CONTEXTS = ("decision_subjects", "deciding_bodies", "vote_contexts", "interest_contexts")


@lru_cache(maxsize=8)
def _compiled(words: tuple[tuple[str, tuple[str, ...]], ...], headers: tuple[str, ...]) -> Vocabulary:
    lists = dict(words)
    return Vocabulary(
        sets={name: frozenset(map(fold_key, lists[name])) for name in _SETS},
        decisions=_families(lists["decision_verbs"]),
        outcomes=frozenset(lists["outcome_families"]),
        long_forms=_long_forms(lists["abbreviations"]),
        one_word=_one_word((*lists["same_words"], *lists["spelling_variants"])),
        stems={word: forms.split()[0] for forms in lists["irregular_forms"] for word in forms.split()},
        matter_tags=_tags(lists["function_words_of_matter"]),
        grammar_tags=_tags(lists["matter_words_of_grammar"]),
        homophones=_neighbours(lists["homophones"]),
        alike=_neighbours((*lists["homophones"], *lists["lookalikes"])),
        opposites=frozenset(frozenset(pair.split()) for pair in lists["opposites"]),
        prefixes=lists["negation_prefixes"],
        traps=lists["prefix_traps"],
        force=_by_first_word(lists["force_phrases"]),
        contexts={name: lists[name] for name in _CONTEXTS}
        | {"attendance_contexts": tuple(word for word in lists["attendance_words"] if " " in word)},
        header_words=frozenset(word for header in headers for word in fold_key(header).split()),
    )


def vocabulary_of(style: HouseStyle) -> Vocabulary:
    """The vocabulary of a house style."""
    headers = (*style.minutes["resolution_headers"], *style.minutes.get("resolution_headers_weak", ()))
    return _compiled(_frozen(style.words), headers)


def _frozen(patterns: Patterns) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(sorted(patterns.items()))


def _families(lines: Iterable[str]) -> dict[str, str]:
    families: dict[str, str] = {}
    for line in lines:
        name, _, forms = line.partition(" = ")
        families.update(dict.fromkeys(forms.split(), name))
    return families


def _long_forms(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    return {short: tuple(long.split()) for short, _, long in (fold_key(line).partition(" = ") for line in lines)}


def _tags(lines: Iterable[str]) -> dict[str, tuple[str, ...]]:
    return {fold_key(word): tuple(tags.split()) for word, _, tags in (line.partition(" = ") for line in lines)}


def _one_word(lines: Iterable[str]) -> dict[str, str]:
    return {one: other for one, _, other in (fold_key(line).partition(" = ") for line in lines)}


def _neighbours(lines: Iterable[str]) -> dict[str, frozenset[str]]:
    neighbours: dict[str, frozenset[str]] = {}
    for line in lines:
        group = frozenset(line.split())
        for word in group:
            neighbours[word] = neighbours.get(word, frozenset()) | group - {word}
    return neighbours


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        keys = tuple(token.key for token in tokenise(phrase))
        found[keys[0]] = (*found.get(keys[0], ()), keys)
    return found


# Built when a rule first asks: most comparisons have no vote and no interest.
@lru_cache(maxsize=32)
def _any_word(phrases: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted({fold_key(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, ordered)) + r")\b")
