"""Plain words and phrases of the house style, as the patterns that find them in a text.

    "Members' interests"   finds   MEMBERS’ INTERESTS   and   Members'  Interests (two blanks)

A clerk writes words, not expressions. A blank stands for any run of blanks, an apostrophe or hyphen for each of its
forms, "#" for a number; capitals do not matter. Patterns are built once for each list.
"""

from __future__ import annotations

import re
from functools import lru_cache

from compare.typography import plain

# What may dress the beginning of a line without being words of it: emphasis, quote marks of markdown, hashes.
DRESS = r"[\s*_>#~]*"
_FORMS = {"'": "['’‘`]", "-": "[-‐‑–—]", '"': '["“”]', "#": r"(?:\d+|[ivxlc]+)"}


def phrase_pattern(phrase: str) -> str:
    """The expression for one phrase, blanks and typography left open."""
    words = plain(phrase).split()
    return r"\s+".join("".join(_FORMS.get(character) or re.escape(character) for character in word) for word in words)


@lru_cache(maxsize=256)
def any_of(phrases: tuple[str, ...]) -> str:
    """The expression for any of the phrases, the longest first; it matches nothing when there are none."""
    if not phrases:
        return r"(?!)"
    ordered = sorted(dict.fromkeys(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(_bounded(phrase) for phrase in ordered) + ")"


def _bounded(phrase: str) -> str:
    pattern = phrase_pattern(phrase)
    before = r"(?<!\w)" if phrase[:1].isalnum() else ""
    after = r"(?!\w)" if phrase[-1:].isalnum() else ""
    return before + pattern + after


@lru_cache(maxsize=256)
def starting(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Finds one of the phrases at the place where it is asked to match, capitals aside."""
    return re.compile(any_of(phrases), re.IGNORECASE)


@lru_cache(maxsize=256)
def starting_dressed(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """The same, after emphasis and other dress; the words are the group `words`."""
    return re.compile(rf"{DRESS}(?P<words>{any_of(phrases)})", re.IGNORECASE)


def fold_blanks(text: str) -> str:
    """The text in plain small letters with single blanks, in which `folded_phrases` can be looked up."""
    return " ".join(plain(text).lower().split())


@lru_cache(maxsize=256)
def folded_phrases(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases in the form of `fold_blanks`. Looking them up one by one is quicker in prose than one pattern."""
    return tuple(fold_blanks(phrase) for phrase in phrases)


@lru_cache(maxsize=256)
def phrase_stems(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The longest word of each phrase without its first letter, which may be a capital: what a text must hold."""
    return tuple(dict.fromkeys(max(fold_blanks(phrase).split(), key=len)[1:] for phrase in phrases))


def holds_any(text: str, parts: tuple[str, ...]) -> bool:
    """Whether one of the parts stands in the text, to the letter."""
    for part in parts:  # noqa: SIM110  (a generator costs more than the search)
        if part in text:
            return True
    return False
