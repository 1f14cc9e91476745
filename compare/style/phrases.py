"""Plain words and phrases of the house style, found in a text.

    "Members' interests"   finds   MEMBERS’ INTERESTS   and   Members'  Interests (two blanks)

A clerk writes words, not expressions. A blank stands for any run of blanks, an apostrophe or hyphen for each of its
forms, "#" for a number; capitals do not matter. A list of a hundred phrases is not compiled as one expression (that
takes longer than reading the minutes): phrases are looked up by their first word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from compare.text.tokens import plain

# What may dress the beginning of a line without being words of it: emphasis, quote marks of markdown, hashes, the line
# that opens a row.
_DRESS = re.compile(r"[\s*_>#~|]*")
_SLASH = re.compile(r"\s*/\s*")
_WORD = re.compile(r"[^\W_]+")
_FORMS = {"'": "['’‘`]", "-": "[-‐‑–—]", '"': '["“”]', "#": r"(?:\d++|[ivxlc]++)"}
_GAP = re.compile(r"[\s*_]+")
_HASHES = re.compile(r"#+")


class Phrases:
    """A list of phrases that can be asked what a text begins with."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._by_first_word: dict[str, list[str]] = defaultdict(list)
        for phrase in phrases:
            self._by_first_word[_first_word(plain(phrase), 0)].append(phrase)
        self._patterns: dict[str, re.Pattern[str]] = {}

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The longest phrase that begins at `start`, if one does."""
        word = _first_word(text, start)
        if word not in self._by_first_word:
            return None
        pattern = self._patterns.get(word)
        if pattern is None:
            pattern = self._patterns[word] = re.compile(any_of(tuple(self._by_first_word[word])), re.IGNORECASE)
        return pattern.match(text, start)

    def fullmatch(self, text: str) -> bool:
        """Whether the text is one of the phrases and nothing else."""
        match = self.match(text)
        return match is not None and match.end() == len(text)

    def end_of(self, text: str, start: int = 0) -> int | None:
        """Where the phrase that begins at `start` ends, with its twin in another language: "Presennol / Present"."""
        match = self.match(text, start)
        if match is None:
            return None
        slash = _SLASH.match(text, match.end())
        twin = self.match(text, slash.end()) if slash else None
        return twin.end() if twin else match.end()

    def match_dressed(self, text: str) -> re.Match[str] | None:
        """The same as `match`, after emphasis and other dress of the line."""
        return self.match(text, dress_end(text))


def _first_word(text: str, start: int) -> str:
    match = _WORD.match(text, start)
    return match.group().lower() if match else ""


def dress_end(text: str) -> int:
    """Where the words of a line begin, after emphasis, hashes and blanks."""
    match = _DRESS.match(text)
    return match.end() if match else 0


@lru_cache(maxsize=256)
def starting(phrases: tuple[str, ...]) -> Phrases:
    """The phrases, ready to be asked what a text begins with."""
    return Phrases(phrases)


def phrase_pattern(phrase: str) -> str:
    """The expression for one phrase, blanks, emphasis and typography left open. It backtracks nowhere."""
    words = _GAP.split(_HASHES.sub("#", plain(phrase)))
    return r"[\s*_]++".join(
        "".join(_FORMS.get(character) or re.escape(character) for character in word) for word in words if word
    )


@lru_cache(maxsize=1024)
def any_of(phrases: tuple[str, ...]) -> str:
    """The expression for any of the phrases as whole words, the longest first; it matches nothing without any."""
    if not phrases:
        return r"(?!)"
    ordered = sorted(dict.fromkeys(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(_bounded(phrase) for phrase in ordered) + ")"


def _bounded(phrase: str) -> str:
    before = r"(?<!\w)" if phrase[:1].isalnum() else ""
    after = r"(?!\w)" if phrase[-1:].isalnum() else ""
    return before + phrase_pattern(phrase) + after


def fold_blanks(text: str) -> str:
    """The text in plain small letters with single blanks, in which `folded_phrases` can be looked up."""
    return " ".join(plain(text).lower().split())


@lru_cache(maxsize=256)
def folded_phrases(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases in the form of `fold_blanks`."""
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


@lru_cache(maxsize=256)
def single_words(phrases: tuple[str, ...]) -> frozenset[str]:
    """All words of the phrases, in small letters and without numbers."""
    return frozenset(word for phrase in phrases for word in words_of(phrase) if not word.isdigit())


def words_of(text: str) -> frozenset[str]:
    """The words of a short text, in small letters."""
    return frozenset(_WORD.findall(text.lower()))
