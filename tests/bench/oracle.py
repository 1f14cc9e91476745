"""An independent word diff, slow and plain: what the findings of `compare` are held against.

Lines are matched first, then the words of each group of lines that differ, both by `difflib`. It knows nothing of
typography, items or moves; so what it calls changed may be folded or moved, but it must be accounted for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[^\r\n]+")

Extent = tuple[int, int]  # characters [start, end) of one text


@dataclass(frozen=True, slots=True)
class Run:
    """Changed words in a row: where each stands in the draft, and in the final. One of the two may be empty."""

    draft: tuple[Extent, ...]
    final: tuple[Extent, ...]

    def describe(self, draft: str, final: str) -> tuple[str, str]:
        """The words of both sides, cut to a line."""
        return _quote(draft, self.draft), _quote(final, self.final)


def _quote(text: str, words: tuple[Extent, ...]) -> str:
    return " ".join(text[start:end] for start, end in words)[:70] if words else "(nothing)"


def changed_runs(draft: str, final: str) -> list[Run]:
    """The runs of words that differ. Cost: that of `difflib`, quadratic at worst."""
    old, new = _lines(draft), _lines(final)
    runs: list[Run] = []
    matcher = SequenceMatcher(None, [key for _, key in old], [key for _, key in new], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            runs += _word_runs(draft, final, [place for place, _ in old[i:j]], [place for place, _ in new[k:m]])
    return runs


def _lines(text: str) -> list[tuple[Extent, str]]:
    found = ((match.span(), " ".join(match.group().split())) for match in _LINE.finditer(text))
    return [(place, key) for place, key in found if key]


def _word_runs(draft: str, final: str, old_lines: Iterable[Extent], new_lines: Iterable[Extent]) -> list[Run]:
    old, new = _words(draft, old_lines), _words(final, new_lines)
    matcher = SequenceMatcher(
        None, [draft[start:end] for start, end in old], [final[start:end] for start, end in new], autojunk=False
    )
    return [Run(tuple(old[i:j]), tuple(new[k:m])) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]


def _words(text: str, lines: Iterable[Extent]) -> list[Extent]:
    return [match.span() for start, end in lines for match in _WORD.finditer(text, start, end)]


class Cover:
    """Extents of one text that something speaks of. Asked by word. Cost: logarithmic."""

    def __init__(self, extents: Iterable[Extent]) -> None:
        merged: list[Extent] = []
        for start, end in sorted(extent for extent in extents if extent[0] < extent[1]):
            if merged and start <= merged[-1][1]:
                merged[-1] = merged[-1][0], max(end, merged[-1][1])
            else:
                merged.append((start, end))
        self.extents = merged
        self._ends = [end for _, end in merged]

    def touches(self, word: Extent) -> bool:
        """Whether an extent shares a character with the word."""
        place = bisect_right(self._ends, word[0])
        return place < len(self.extents) and self.extents[place][0] < word[1]

    def rest(self, text: str, words: Iterable[Extent]) -> str:
        """What of some words no extent covers, without white space."""
        return "".join(part for word in words for part in self._open_parts(text, word))

    def _open_parts(self, text: str, word: Extent) -> Iterator[str]:
        after, last = word
        for start, end in self.extents[bisect_right(self._ends, after) :]:
            if start >= last:
                break
            yield "".join(text[after : max(after, start)].split())
            after = end
        yield "".join(text[after:last].split())
