"""The table of words and phrases that say the same, ready to be found in a sentence.

    "tell | inform"     →   "were told", "were informed"
    "give {accounts} | provide {accounts}"    →   "gave an update", "provided her update"

A word is found in any of its forms; articles and possessives may stand inside a phrase. One word may be in several
groups, and groups are not chained. What each list is for stands above it in `models/patterns/synonyms.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from compare.style.list_names import is_list_of_groups
from compare.text.tokens import tokenise
from compare.values import Word

Keys = tuple[str, ...]

# The last part of a list's name is what its words are in a sentence; these parts of speech they are not. A tag is wrong
# one time in twenty: a participle may be called an adjective, so only a plain contradiction counts.
_NEVER = {
    "verbs": frozenset(("PROPN", "ADP", "DET", "PRON")),
    "nouns": frozenset(("VERB", "AUX", "ADV", "ADP")),
    "adjectives": frozenset(("PROPN", "ADP")),
    "adverbs": frozenset(("PROPN", "VERB", "AUX")),
    "phrases": frozenset(("PROPN", "VERB", "NOUN")),
}
_NOUN, _VERB = "NOUN", "VERB"
# What stands before a noun and never before a finite verb; how the parts of speech are told without a model.
_BEFORE_NOUN = frozenset(
    ("a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "no", "any")
)
_ARTICLES = frozenset(("a", "an", "the", "his", "her", "its", "their", "our", "my", "your"))
_FORMAL = "formal_"  # lists whose groups hold in a resolution too
_SLOT = re.compile(r"\{(\w+)\}")
_PLAIN = re.compile(r"[a-z ]+")

# Endings of regular forms, each with what may stand in its place in the dictionary form; the longest first.
_ENDINGS = (
    ("ies", ("y", "ie")),
    ("ied", ("y", "ie")),
    ("ying", ("y", "ie")),
    ("ing", ("", "e")),
    ("ed", ("", "e")),
    ("es", ("", "e")),
    ("s", ("",)),
)
_SHORTEST = 2  # letters of a dictionary form


class Group(NamedTuple):
    """One line of the table: its number, the list's part of speech, and whether it holds in a resolution."""

    number: int
    part: str
    is_formal: bool


class Synonym(NamedTuple):
    """A word or phrase of the table at tokens [start, end), and the groups in which it stands."""

    start: int
    end: int
    keys: Keys
    groups: frozenset[Group]


@dataclass(frozen=True, eq=False)
class Synonyms:
    """The phrases of the table by their first word and their second, each with its groups.

    The second word of a word alone is "". `stems` are the irregular forms.
    """

    phrases: Mapping[str, Mapping[str, Sequence[tuple[Keys, frozenset[Group]]]]]
    stems: Mapping[str, str]

    def find(self, words: Sequence[Word]) -> list[Synonym]:
        """All phrases of the table in a run of tokens, also one inside another. Cost: linear in the tokens."""
        bases = [self.bases(word) for word in words]
        return [found for start in range(len(words)) for found in self._at(words, bases, start)]

    def bases(self, word: Word) -> tuple[str, ...]:
        """The dictionary forms that a word may be a form of; more than one where its ending does not tell."""
        return _bases(word.key, word.lemma, self.stems.get(word.key, word.key))

    def _at(self, words: Sequence[Word], bases: Sequence[tuple[str, ...]], start: int) -> Iterator[Synonym]:
        second = next((place for place in range(start + 1, len(words)) if words[place].key not in _ARTICLES), None)
        followers = ("", *bases[second]) if second is not None else ("",)
        for base in bases[start]:
            by_second = self.phrases.get(base, {})
            for follower in followers:
                for keys, groups in by_second.get(follower, ()):
                    end = _end_of(keys, words, bases, start)
                    if end is None:
                        continue
                    fitting = (
                        groups if len(keys) > 1 else frozenset(g for g in groups if _is_part(words, start, g.part))
                    )
                    if fitting:
                        yield Synonym(start, end, keys, fitting)


def _end_of(keys: Keys, words: Sequence[Word], bases: Sequence[tuple[str, ...]], start: int) -> int | None:
    """The token after a phrase that begins at `start`, articles inside it left out; `None` where it does not."""
    place = start + 1
    for key in keys[1:]:
        while place < len(words) and words[place].key in _ARTICLES and key not in bases[place]:
            place += 1
        if place >= len(words) or key not in bases[place]:
            return None
        place += 1
    return place


def _is_part(words: Sequence[Word], place: int, part: str) -> bool:
    """Whether a word may be that part of speech here: "ring" after an article is no verb."""
    word = words[place]
    if word.text[:1].isupper() and place and words[place - 1].is_word:
        return False  # a name: "Long Lane", "the Chief Executive"
    is_participle = word.key.endswith(("ing", "ed"))  # of a verb, an adjective, or a preposition: "following"
    before = words[place - 1].key if place else ""
    if part == "verbs":
        is_noun = word.pos == _NOUN or before in _BEFORE_NOUN
        return word.pos not in _NEVER[part] and (is_participle or not is_noun)
    if word.pos is None and before == "to" and part in ("nouns", "phrases"):
        return False  # "to ring" without a model
    return word.pos not in _NEVER[part] or (is_participle and word.pos == _VERB)


@lru_cache(maxsize=4096)
def _bases(key: str, lemma: str, stem: str) -> tuple[str, ...]:
    found = [key, lemma, stem]
    for ending, others in _ENDINGS:
        root = key.removesuffix(ending)
        if root != key:
            found += [root + other for other in others if len(root) >= _SHORTEST]
            if ending in ("ing", "ed") and root[-1:] == root[-2:-1]:
                found.append(root[:-1])
    return tuple(dict.fromkeys(found))


def synonyms_of(
    named_lists: Iterable[tuple[str, tuple[str, ...]]], same_sense: Sequence[str], stems: Mapping[str, str]
) -> Synonyms:
    """The table made of a house style's lists, of what says the same among opposed words, and of irregular forms.

    Cost: 20 ms for the built-in table.
    """
    lists = dict(named_lists)
    lines = [
        (expanded, name.rpartition("_")[2], name.startswith(_FORMAL))
        for name, entries in lists.items()
        if is_list_of_groups(name)
        for line in entries
        for expanded in _expanded(line, lists)
    ]
    lines += [(line, "phrases", True) for line in same_sense]
    groups: dict[Keys, set[Group]] = {}
    for number, (line, part, is_formal) in enumerate(lines):
        for phrase in line.split(" | "):
            for single in phrase.split(","):
                keys = tuple(key for key in _keys(single) if key not in _ARTICLES)
                if keys:
                    groups.setdefault(keys, set()).add(Group(number, part, is_formal))
    found: dict[str, dict[str, list[tuple[Keys, frozenset[Group]]]]] = {}
    for keys in sorted(groups, key=lambda keys: (-len(keys), keys)):
        second = keys[1] if len(keys) > 1 else ""
        found.setdefault(keys[0], {}).setdefault(second, []).append((keys, frozenset(groups[keys])))
    return Synonyms(found, stems)


def _keys(phrase: str) -> Iterable[str]:
    """The keys of a phrase; most are plain words, and those are quickly told."""
    return phrase.split() if _PLAIN.fullmatch(phrase) else (token.key for token in tokenise(phrase))


def _expanded(line: str, table: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The line for each word of the list that it names in braces; the line itself where it names none."""
    slot = _SLOT.search(line)
    if slot is None:
        yield line
        return
    for word in table[slot[1]]:
        yield line.replace(slot[0], word)
