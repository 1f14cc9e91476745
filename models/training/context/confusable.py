"""For each word those that are typed, heard or inflected into it by mistake: head → heard, heart, had, hear.

    python -m context.confusable WORK

Writes WORK/confusable.npz: `words` (V, 16) numbers, commonest and nearest first, and `counts` (V,), how many there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rapidfuzz.distance import DamerauLevenshtein

from compare.annotate.lexicon.lemmas import Lemmatiser
from compare.annotate.lexicon.misspellings import sound_of
from compare.annotate.suspect.english.vocabulary import SPECIAL

MOST = 16
_LONG = 6  # letters from which two letters may differ
_FAR = 2  # letters by which words of one sound may differ in length
_LETTER, _LETTERS, _SOUND, _FORM, _GRAMMAR = 2.0, 0.6, 1.5, 2.0, 1.5  # how likely each kind of exchange is, roughly
_COMMON = 0.3  # power of a word's count: common words are typed for rare ones oftener than the other way

# Small words that stand for one another by mistake though no letter is alike.
_SMALL = tuple(
    tuple(line.split())
    for line in (
        "was were is are be been being has have had having",
        "in on at of for to from by with as into",
        "a an the",
        "this that these those",
        "he she it they we you",
        "his her their its our your",
        "would could should will can may must",
        "who which that what",
    )
)


def neighbours(words: list[str], counts: list[int]) -> Iterator[list[int]]:
    """For each word the numbers of its confusables, likeliest first."""
    known = dict(zip(words, counts, strict=True))
    lemmas = Lemmatiser(lambda word: known.get(word, 0))
    is_word = [number >= len(SPECIAL) and word.isalpha() for number, word in enumerate(words)]
    by_letters: dict[str, list[int]] = defaultdict(list)
    by_sound: dict[tuple[str, str], list[int]] = defaultdict(list)
    by_lemma: dict[str, list[int]] = defaultdict(list)
    number_of = {word: number for number, word in enumerate(words)}
    small: dict[int, set[int]] = defaultdict(set)
    for group in _SMALL:
        members = {number_of[word] for word in group if word in number_of}
        for member in members:
            small[member] |= members
    for number, word in enumerate(words):
        if is_word[number]:
            for key in _with_letters_left_out(word):
                by_letters[key].append(number)
            by_sound[word[0], sound_of(word)].append(number)
            by_lemma[lemmas.lemma(word)].append(number)
    for number, word in enumerate(words):
        if not is_word[number]:
            yield []
            continue
        weight: dict[int, float] = {}
        for other in {other for key in _with_letters_left_out(word) for other in by_letters[key]}:
            far = DamerauLevenshtein.distance(word, words[other])
            if far <= (1 if min(len(word), len(words[other])) < _LONG - 1 else 2):
                weight[other] = _LETTER if far == 1 else _LETTERS
        _at_least(
            weight, (o for o in by_sound[word[0], sound_of(word)] if abs(len(words[o]) - len(word)) <= _FAR), _SOUND
        )
        _at_least(weight, by_lemma[lemmas.lemma(word)], _FORM)
        _at_least(weight, small.get(number, ()), _GRAMMAR)
        weight.pop(number, None)
        yield sorted(weight, key=lambda other: (-weight[other] * (counts[other] + 1) ** _COMMON, other))[:MOST]


def _at_least(weight: dict[int, float], others: Iterable[int], least: float) -> None:
    for other in others:
        weight[other] = max(weight.get(other, 0.0), least)


def _with_letters_left_out(word: str) -> set[str]:
    """The word itself and the word without one letter; long words also without two."""
    once = {word[:place] + word[place + 1 :] for place in range(len(word))}
    twice = (
        {one[:place] + one[place + 1 :] for one in once for place in range(len(one))} if len(word) >= _LONG else set()
    )
    return {word} | once | twice


def main(work: Annotated[Path, typer.Argument()]) -> None:
    """Find the confusables of the words in WORK/words.txt."""
    words = (work / "words.txt").read_text(encoding="utf-8").split("\n")
    counts = np.bincount(np.load(work / "train.npz")["numbers"], minlength=len(words)).tolist()
    table = np.zeros((len(words), MOST), np.uint16)
    found = np.zeros(len(words), np.uint8)
    for number, others in enumerate(neighbours(words, counts)):
        table[number, : len(others)] = others
        found[number] = len(others)
    np.savez(work / "confusable.npz", words=table, counts=found)


if __name__ == "__main__":
    typer.run(main)
