"""Finds plain words and phrases of the house style in a text.

    "Members' interests"   finds   MEMBERS’ INTERESTS   and   Members'  Interests (two blanks)

A clerk writes words, not expressions. A blank stands for any run of blanks, an apostrophe or hyphen for each of its
forms, "#" for a number; capitals do not matter. A list of a hundred phrases is not compiled as one expression (that
takes longer than reading the minutes): phrases are looked up by their first word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from compare.text.tokens import DASHES, DOUBLE_QUOTES, SINGLE_QUOTES, plain

# What may stand before the words of a line: emphasis, quote marks of markdown, hashes, the bar that opens a row.
_LEADING_MARKS = re.compile(r"[\s*_>#~|]*")
_SLASH = re.compile(r"\s*/\s*")
_WORD = re.compile(r"[^\W_]+")
_FORMS = {"'": f"[{SINGLE_QUOTES}]", "-": f"[{DASHES}]", '"': f"[{DOUBLE_QUOTES}]", "#": r"(?:\d++|[ivxlc]++)"}
_GAP = re.compile(r"[\s*_]+")
_HASHES = re.compile(r"#+")
# So many phrases are looked up by their first letter. Unit: phrases.
_MANY = 6


class Phrases:
    """A list of phrases, to find which of them a text begins with."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._by_first_word: dict[str, list[str]] = defaultdict(list)
        for phrase in phrases:
            self._by_first_word[_first_word(plain(phrase), 0)].append(phrase)
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._firsts = frozenset(word[:1] for word in self._by_first_word)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Finds the longest phrase that begins at `start`."""
        # Nearly every answer is no, and the first letter tells.
        if text[start : start + 1].lower()[:1] not in self._firsts and "" not in self._firsts:
            return None
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
        """Finds the end of the phrase at `start`, with its translation if one follows: "Presennol / Present"."""
        match = self.match(text, start)
        if match is None:
            return None
        slash = _SLASH.match(text, match.end())
        translation = self.match(text, slash.end()) if slash else None
        return translation.end() if translation else match.end()

    def match_after_marks(self, text: str) -> re.Match[str] | None:
        """Does the same as `match`, after the emphasis and hashes that the line begins with."""
        return self.match(text, words_start(text))


def _first_word(text: str, start: int) -> str:
    match = _WORD.match(text, start)
    return match.group().lower() if match else ""


def words_start(text: str) -> int:
    """Finds where the words of a line begin, after emphasis, hashes and blanks."""
    match = _LEADING_MARKS.match(text)
    return match.end() if match else 0


@lru_cache(maxsize=256)
def starting(phrases: tuple[str, ...]) -> Phrases:
    """Prepares phrases to be found at the beginning of a text."""
    return Phrases(phrases)


def phrase_pattern(phrase: str) -> str:
    """Writes the expression for one phrase, blanks, emphasis and typography left open. It never backtracks."""
    words = _GAP.split(_HASHES.sub("#", plain(phrase)))
    return r"[\s*_]++".join(
        "".join(_FORMS.get(character) or re.escape(character) for character in word) for word in words if word
    )


@lru_cache(maxsize=1024)
def any_of(phrases: tuple[str, ...]) -> str:
    """Writes the expression for any of the phrases as whole words, the longest first; without any, for nothing."""
    if not phrases:
        return r"(?!)"
    ordered = sorted(dict.fromkeys(phrases), key=lambda phrase: (-len(phrase), phrase))
    if len(ordered) < _MANY or not all(map(_begins_as_written, ordered)):
        return f"(?:{'|'.join(map(_bounded, ordered))})"
    by_letter: dict[str, list[str]] = defaultdict(list)
    for phrase in ordered:
        by_letter[phrase[0].lower()].append(phrase)
    return f"(?:{'|'.join(map(_led_by_letter, by_letter.values()))})"


def _led_by_letter(phrases: list[str]) -> str:
    """Writes the expression for phrases with one first letter: where another letter stands, none of them is tried."""
    if not phrases[0][0].isalnum():
        return "|".join(map(_bounded, phrases))
    letters = "".join(sorted({phrase[0] for phrase in phrases}))
    words = "|".join(f"{phrase_pattern(phrase)}{_after(phrase)}" for phrase in phrases)
    return rf"(?=[{letters}])(?<!\w)(?:{words})"


def _begins_as_written(phrase: str) -> bool:
    """Whether the expression for a phrase begins with its first character, or with a mark: no number, no gap."""
    return plain(phrase)[:1] == phrase[:1] and (phrase[0].isalnum() or phrase[0] not in "#*_ ")


def _bounded(phrase: str) -> str:
    before = r"(?<!\w)" if phrase[:1].isalnum() else ""
    return f"{before}{phrase_pattern(phrase)}{_after(phrase)}"


def _after(phrase: str) -> str:
    return r"(?!\w)" if phrase[-1:].isalnum() else ""


def first_letters(phrases: Iterable[str]) -> str:
    """Gives the characters with which the expression of `any_of` begins, of letters one case."""
    return "".join(sorted({form for phrase in phrases for form in _first_forms(plain(phrase)[0].lower())}))


def _first_forms(character: str) -> str:
    forms = {"'": SINGLE_QUOTES, "-": DASHES, '"': DOUBLE_QUOTES, "#": "0123456789ivxlc"}
    return forms.get(character, character)


def fold_blanks(text: str) -> str:
    """Gives the text in plain small letters with single blanks, in which `folded_phrases` can be looked up."""
    return " ".join(plain(text).lower().split())


@lru_cache(maxsize=256)
def folded_phrases(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Gives the phrases in the form of `fold_blanks`."""
    return tuple(fold_blanks(phrase) for phrase in phrases)


@lru_cache(maxsize=256)
def phrase_stems(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Gives the longest word of each phrase without its first letter, which may be a capital: a text must hold it."""
    return tuple(dict.fromkeys(max(fold_blanks(phrase).split(), key=len)[1:] for phrase in phrases))


def holds_any(text: str, parts: tuple[str, ...]) -> bool:
    """Whether one of the parts stands in the text, to the letter."""
    for part in parts:  # noqa: SIM110  (a generator costs more than the search)
        if part in text:
            return True
    return False


@lru_cache(maxsize=256)
def single_words(phrases: tuple[str, ...]) -> frozenset[str]:
    """Gives all words of the phrases, in small letters and without numbers."""
    return frozenset(word for phrase in phrases for word in words_of(phrase) if not word.isdigit())


def words_of(text: str) -> frozenset[str]:
    """Gives the words of a short text, in small letters."""
    return frozenset(_WORD.findall(text.lower()))
