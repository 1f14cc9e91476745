"""Persons that given names tell, and persons named before: what neither patterns nor statistics are sure of.

statistics   [Piotr Zieliński] (a place), Danny [O'Neill], Eilidh to write; [Karen Stott] said … Karen asked
told         [Piotr Zieliński], [Danny O'Neill], [Eilidh] to write; [Karen Stott] said … [Karen] asked
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache

from compare.annotate.entities.candidates import Found
from compare.annotate.entities.capitals import UPPER
from compare.style.resources import models_path

# A capitalised word of small letters: "Danny", "O’Neill", "Ashcroft-Bell", "MacAskill"; no acronym.
_WORD = re.compile(
    rf"(?<![\w.'’&/@#-])[{UPPER}](?:['’][{UPPER}])?[^\W\d_]{{0,20}}(?<=[a-zß-ÿ])(?:-[{UPPER}][^\W\d_]{{1,20}}){{0,2}}(?![\w@&/-])"
)
_LONGEST = 3  # words of a name that a given name opens
_BEFORE = 10  # characters looked at before a name
_FEWEST = 3  # letters of a word by which a person is known again
# Words before a given name that make another name of it: "St Helen", "Storm Ada", "Lake Victoria".
_NOT_BEFORE = re.compile(
    r"(?:\b(?:st|saint|storm|lake|mount|port|king|queen|prince|princess|the|hms)\.? |[.'’]s |@|#)$", re.IGNORECASE
)


class PersonFinder:
    """Knows given names, and the words that no surname is."""

    def __init__(self, given: Collection[str], words_too: Collection[str], is_other: Callable[[str], bool]) -> None:
        self._given = frozenset(given)
        self._sure = self._given - frozenset(words_too)
        self._is_other = is_other

    def is_person(self, name: str) -> bool:
        """Whether what statistics called a place or an organisation has a person's given name first."""
        words = name.split()
        if not words or words[0] not in self._given or len(words) > _LONGEST:
            return False
        if len(words) == 1:
            return name in self._sure
        return all(_WORD.fullmatch(word) and not self._is_other(word) for word in words[1:])

    def with_persons(self, told: Sequence[Found], text: str) -> list[Found]:
        """The entities with the persons that stand between them, and with whole names. Cost: linear in the text."""
        words = list(_WORD.finditer(text))
        known = frozenset(_known(told, text))
        again = [_known_again(one, text, known) for one in told]
        free = _free(words, again)
        persons = [one for one in again if one.label == "PERSON"]
        begun = frozenset(one.start for one in persons)
        added = [*self._surnames(persons, free, text), *self._named(free, text, known, begun)]
        return _joined(sorted([*again, *added]), text)

    def _surnames(self, persons: Sequence[Found], free: Sequence[re.Match[str]], text: str) -> Iterator[Found]:
        """The free words behind a person that is no more than a given name: "Danny O'Neill"."""
        after = {word.start(): word for word in free}
        for one in persons:
            word = after.get(one.end + 1)
            if word and text[one.start : one.end] in self._given and self._is_surname(text, one.end, word):
                yield Found(word.start(), word.end(), "PERSON", None)

    def _named(
        self, free: Sequence[re.Match[str]], text: str, known: Collection[str], begun: Collection[int]
    ) -> Iterator[Found]:
        """A free word that is a given name or that of a person named before, with the surname behind it."""
        place = 0
        while place < len(free):
            first, end = free[place], place + 1
            while end < len(free) and end - place < _LONGEST and self._is_surname(text, free[end - 1].end(), free[end]):
                end += 1
            last = free[end - 1]
            name = first.group()
            is_name = name in self._sure or name in known or (name in self._given and end - place > 1)
            if (
                is_name
                and not _NOT_BEFORE.search(text, max(0, first.start() - _BEFORE), first.start())
                and (last.end() + 1 in begun or not _goes_on(text, last.end()))
            ):
                yield Found(first.start(), last.end(), "PERSON", None)
                place = end
            else:
                place += 1

    def _is_surname(self, text: str, end: int, word: re.Match[str]) -> bool:
        """Whether a word follows at once and may be a surname."""
        return text[end : word.start()] == " " and not self._is_other(word.group())


def _known(told: Sequence[Found], text: str) -> Iterator[str]:
    """The given names and surnames of those who are named in full."""
    for one in told:
        words = text[one.start : one.end].split()
        if one.label == "PERSON" and len(words) > 1:
            yield from (word for word in (words[0], words[-1]) if len(word) >= _FEWEST and word.isalpha())


def _known_again(one: Found, text: str, known: Collection[str]) -> Found:
    """The entity, a person where its one word is the name of a person named in full."""
    is_doubtful = one.label in ("ORG", "LOC") and one.value is None
    return one._replace(label="PERSON") if is_doubtful and text[one.start : one.end] in known else one


def _goes_on(text: str, end: int) -> bool:
    """Whether a capital or a place's small word follows, so that the name is part of another: "Albert Road"."""
    following = text[end : end + 2]
    return following[:1] == " " and following[1:].isupper()


def _free(words: Sequence[re.Match[str]], told: Sequence[Found]) -> list[re.Match[str]]:
    """The words that no entity touches; both are in order."""
    free, place = [], 0
    for word in words:
        while place < len(told) and told[place].end <= word.start():
            place += 1
        if place == len(told) or word.end() <= told[place].start:
            free.append(word)
    return free


def _joined(told: Sequence[Found], text: str) -> list[Found]:
    """Two persons with a blank between them are one, where the first is one word: "Ruby Odell", cut in two."""
    answers: list[Found] = []
    for one in told:
        last = answers[-1] if answers else None
        if (
            last
            and last.label == one.label == "PERSON"
            and text[last.end : one.start] == " "
            and " " not in text[last.start : last.end]
        ):
            answers[-1] = last._replace(end=one.end)
        else:
            answers.append(one)
    return answers


@cache
def given_names() -> tuple[frozenset[str], frozenset[str]]:
    """The names of `models/patterns/given_names.toml`, and those among them that are other words as often."""
    lists: Mapping[str, str] = tomllib.loads(models_path("patterns", "given_names.toml").read_text("utf-8"))
    return frozenset(lists["names"].split()), frozenset(lists["words_too"].split())
