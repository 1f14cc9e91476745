"""Tells whether two names may be of one person: "Ashby", "J. Ashby" and "Jane Ashby"; "Marsh-Pell" and "Marsh Pell"."""

from __future__ import annotations

from unicodedata import normalize

from compare.text.tokens import letters_of
from compare.values import Attendee

# Titles that say whether somebody is a man or a woman.
_GENDERS = {"mr": "m", "sir": "m", "lord": "m", "mrs": "f", "ms": "f", "miss": "f", "dame": "f", "lady": "f"}


def genders_differ(one: str, other: str) -> bool:
    """Whether two titles are of a man and of a woman: "mr" and "mrs"."""
    own = {_GENDERS[word] for word in one.split() if word in _GENDERS}
    others = {_GENDERS[word] for word in other.split() if word in _GENDERS}
    return bool(own and others) and own != others


def letters(person: Attendee) -> str:
    """The name without blanks, hyphens and accents: "Marsh-Pell" and "Marsh Pell" are one, "João" and "Joao" too."""
    letters = letters_of("".join(person.name))
    return letters if letters.isascii() else letters_of(normalize("NFD", letters))


def may_be_same(one: Attendee, other: Attendee) -> bool:
    """Whether one name is a shorter writing of the other: "Ashby", "J. Ashby", "Jane Ashby", "Jane"."""
    if not one.name or not other.name or genders_differ(one.title, other.title):
        return False
    if letters(one) == letters(other):
        return True
    short, long = sorted((one.name, other.name), key=len)
    if short[-1] == long[-1]:
        return all(_is_short_for(mine, yours) for mine, yours in zip(short[:-1], long[:-1], strict=False))
    return len(short) == 1 < len(long) and short[0] == long[0]


def _is_short_for(one: str, other: str) -> bool:
    """Whether one is the other, or its initial: "Tim" and "Timothy" may be two people."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) == 1 and long.startswith(short))
