"""Minutes ×N with slips whose truth is known: the draft is the final with seeded random slips put in.

    final   … voices were heard and recognised. The Panel …
    draft   … voices were haerd and recognised The Panel …      swapped-letters; missing-stop

The final is a sample's final, copied N times, each copy's agenda items numbered on from the copy before. No two slips
stand within three words of each other, none in a mark, a bullet or a number that opens a line, and none is a word
beside its like: so each has one right cut, and "exact" can reach 100 %.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

_HEADING_NUMBER = re.compile(r"^(\W*)(\d+)(?=\. [A-Z]{2})", re.MULTILINE)
_PLAIN_WORD = re.compile(r"[A-Za-z]{2,}")
_PIECES = re.compile(r"(\S+)")
_WORD_PARTS = re.compile(r"^(\W*)(.*?)(\W*)$")

_GAP = (6, 164)  # words from one slip to the next, looked for from there: about one in 100 words carries a slip
_REACH = 3  # words on each side that a new word must differ from, and that no other slip may touch
_EVERY = 40  # in the distinct variant, one word in this many belongs to its copy alone


@dataclass(frozen=True, slots=True)
class TrueEdit:
    """One slip: words [draft_start, …) of the draft stand for words [final_start, …) of the final.

    Words are what blanks part, counted from 0. One of the two is empty for a word left out or put in.
    """

    kind: str
    draft_start: int
    draft: tuple[str, ...]
    final_start: int
    final: tuple[str, ...]

    @property
    def op(self) -> str:
        """What turns the draft into the final: insert, delete or replace."""
        return "insert" if not self.draft else "replace" if self.final else "delete"


@dataclass(frozen=True, slots=True)
class SeededPair:
    """A draft, its final, and every edit that lies between them, in order."""

    draft: str
    final: str
    edits: tuple[TrueEdit, ...]


def multiply_minutes(minutes: str, copies: int, *, distinct: bool = False) -> str:
    """The minutes `copies` times over, items numbered on; with `distinct`, one word in 40 is of its own copy."""
    items = len(_HEADING_NUMBER.findall(minutes))
    parts = []
    for copy in range(copies):
        part = _HEADING_NUMBER.sub(lambda number: f"{number[1]}{int(number[2]) + copy * items}", minutes)  # noqa: B023
        parts.append(_make_distinct(part, copy) if distinct else part)
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _make_distinct(part: str, copy: int) -> str:
    pieces = _PIECES.split(part)
    suffix = "x" + "".join(chr(ord("a") + int(digit)) for digit in str(copy))
    for place in range(1, len(pieces), 2 * _EVERY):
        lead, core, trail = _parts(pieces[place])
        if core.isalpha():
            pieces[place] = f"{lead}{core}{suffix}{trail}"
    return "".join(pieces)


def seed_slips(final: str, seed: int) -> SeededPair:
    """The final, a draft of it with about one slip per 100 words, and the list of them. Cost: linear."""
    pieces = _PIECES.split(final)
    words, gaps = pieces[1::2], pieces[0::2]
    slips = _Slips(words, gaps, random.Random(seed))  # noqa: S311 - a seeded sequence is what is wanted
    changed = slips.draw()
    draft_words = [changed[place].words if place in changed else (word,) for place, word in enumerate(words)]
    draft_starts = [0, *accumulate(len(part) for part in draft_words)]
    edits = tuple(_record(slip, place, words[place], draft_starts[place]) for place, slip in sorted(changed.items()))
    return SeededPair(_join(gaps, draft_words), final, edits)


@dataclass(frozen=True, slots=True)
class _Slip:
    kind: str
    words: tuple[str, ...]  # what the draft has in place of the word


def _record(slip: _Slip, place: int, word: str, draft_start: int) -> TrueEdit:
    if word in slip.words:  # one word put in before or after it
        at = 1 if slip.words[0] == word else 0
        return TrueEdit(slip.kind, draft_start + at, (slip.words[at],), place + at, ())
    return TrueEdit(slip.kind, draft_start, slip.words, place, (word,))


def _join(gaps: Sequence[str], draft_words: Sequence[tuple[str, ...]]) -> str:
    parts = [gaps[0]]
    for place, words in enumerate(draft_words):
        parts.append(" ".join(words))
        parts.append(gaps[place + 1] if words else "")
    return "".join(parts)


def _parts(word: str) -> tuple[str, str, str]:
    match = _WORD_PARTS.match(word)
    return (match[1], match[2], match[3]) if match else ("", word, "")


class _Slips:
    """Draws slips, one after the other, for the words of one text."""

    def __init__(self, words: Sequence[str], gaps: Sequence[str], rng: random.Random) -> None:
        self.words = words
        self.gaps = gaps
        self.rng = rng
        self.vocabulary = sorted({word for word in words if _PLAIN_WORD.fullmatch(word)})
        self.kinds: dict[str, Callable[[int], tuple[str, ...] | None]] = {
            "replaced-word": self._replace,
            "missing-word": self._leave_out,
            "extra-word": self._put_in,
            "wrong-digit": self._change_digit,
            "swapped-letters": self._swap_letters,
            "missing-stop": self._drop_stop,
            "doubled-word": self._double,
        }

    def draw(self) -> dict[int, _Slip]:
        """Slips by the place of their word."""
        slips: dict[int, _Slip] = {}
        kinds = list(self.kinds)
        after = 0
        while (wanted := after + self.rng.randint(*_GAP)) < len(self.words):
            kind = self.rng.choice(kinds)
            after = wanted
            for place in range(wanted, min(wanted + _GAP[0] * 5, len(self.words))):
                words = self.kinds[kind](place) if self._is_open(place) else None
                if words is not None:
                    slips[place] = _Slip(kind, words)
                    after = place
                    break
        return slips

    def _is_open(self, place: int) -> bool:
        """Whether a slip may stand here: a word, not a mark or a number that opens a line, without markup."""
        word = self.words[place]
        if set(word) & set("*#<>_`"):
            return False
        opens_line = place == 0 or "\n" in self.gaps[place]
        return any(map(str.isalpha, word)) or (any(map(str.isdigit, word)) and not opens_line)

    def _is_inside_line(self, place: int) -> bool:
        return self.gaps[place] == self.gaps[place + 1] == " "

    def _new_word(self, place: int) -> str | None:
        near = {_parts(word)[1].lower() for word in self.words[max(0, place - _REACH) : place + _REACH + 1]}
        word = self.rng.choice(self.vocabulary)
        return None if word.lower() in near else word

    def _replace(self, place: int) -> tuple[str, ...] | None:
        lead, core, trail = _parts(self.words[place])
        word = self._new_word(place) if core.isalpha() else None
        return (f"{lead}{word}{trail}",) if word else None

    def _leave_out(self, place: int) -> tuple[str, ...] | None:
        return () if self.words[place].isalpha() and self._is_inside_line(place) else None

    def _put_in(self, place: int) -> tuple[str, ...] | None:
        word = self._new_word(place) if self._is_inside_line(place) else None
        return (word, self.words[place]) if word else None

    def _double(self, place: int) -> tuple[str, ...] | None:
        lead, core, _ = _parts(self.words[place])
        can = core.isalpha() and not lead and self._is_inside_line(place)
        return (core, self.words[place]) if can else None

    def _change_digit(self, place: int) -> tuple[str, ...] | None:
        word = self.words[place]
        digits = [at for at, letter in enumerate(word) if letter.isdigit()]
        if not digits:
            return None
        at = self.rng.choice(digits)
        digit = self.rng.choice([other for other in "123456789" if other != word[at]])
        return (word[:at] + digit + word[at + 1 :],)

    def _swap_letters(self, place: int) -> tuple[str, ...] | None:
        word = self.words[place]
        swaps = [
            at
            for at in range(1, len(word) - 2)
            if word[at : at + 2].isalpha() and word[at].lower() != word[at + 1].lower()
        ]
        if len(word) < 5 or not swaps:
            return None
        at = self.rng.choice(swaps)
        return (word[:at] + word[at + 1] + word[at] + word[at + 2 :],)

    def _drop_stop(self, place: int) -> tuple[str, ...] | None:
        word = self.words[place]
        return (word[:-1],) if word.endswith(".") and word[:-1].isalpha() else None
