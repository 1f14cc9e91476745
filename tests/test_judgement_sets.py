from __future__ import annotations

import tomllib
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "judgements"

# Each file with the names of its two sides and the number of its pairs (half of them to tune on, half to measure with).
SETS = (("rewordings.toml", ("one", "other"), 220), ("slips.toml", ("wrong", "right"), 240))

# Words of a sentence: shorter ones leave a judge too little to go by, longer ones are two sentences.
SHORTEST, LONGEST = 6, 35

Pair = dict[str, str]


def read_pairs(name: str) -> list[Pair]:
    """The pairs of one file, in its order."""
    pairs: list[Pair] = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))["pair"]
    return pairs


def places(one: list[str], other: list[str]) -> int:
    """How many runs of words differ.

    What lies between the common ends may hold common words ("a b c" / "x b y"): those are two places.
    """
    return sum(op != "equal" for op, *_ in SequenceMatcher(None, one, other, autojunk=False).get_opcodes())


def letters_apart(one: str, other: str) -> int:
    """The edit distance of two strings, in letters: the plain table, row by row."""
    row = list(range(len(other) + 1))
    for i, mine in enumerate(one, 1):
        above = row
        row = [i]
        for j, its in enumerate(other, 1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (mine != its)))
    return row[-1]


@pytest.mark.parametrize(("name", "sides", "count"), SETS)
def test_every_pair_is_complete(name: str, sides: tuple[str, str], count: int) -> None:
    """Every pair has the same five fields, none empty, and there are as many pairs as the set promises."""
    pairs = read_pairs(name)
    assert len(pairs) == count
    assert [pair for pair in pairs if set(pair) != {"id", "part", "kind", *sides} or not all(pair.values())] == []


@pytest.mark.parametrize(("name", "sides", "count"), SETS)
def test_each_kind_is_split_evenly(name: str, sides: tuple[str, str], count: int) -> None:
    """Half the pairs of every kind are for tuning and half for measuring, so that scores of the two compare."""
    counts = Counter((pair["kind"], pair["part"]) for pair in read_pairs(name))
    assert {part for _, part in counts} == {"dev", "test"}
    assert [kind for kind, _ in counts if counts[kind, "dev"] != counts[kind, "test"]] == []
    assert sum(counts.values()) == count
    assert sides[0] != sides[1]


@pytest.mark.parametrize(("name", "sides", "count"), SETS)
def test_a_pair_differs_in_one_place(name: str, sides: tuple[str, str], count: int) -> None:
    """The two sentences of a pair differ in one run of words, so that a judgement can be about that place alone."""
    pairs = read_pairs(name)[:count]
    assert [pair["id"] for pair in pairs if places(pair[sides[0]].split(), pair[sides[1]].split()) != 1] == []


@pytest.mark.parametrize(("name", "sides", "count"), SETS)
def test_sentences_are_whole(name: str, sides: tuple[str, str], count: int) -> None:
    """Each side is one sentence of the agreed length, with a capital, a stop and single spaces."""
    sentences = [pair[side] for pair in read_pairs(name)[:count] for side in sides]
    assert [s for s in sentences if not SHORTEST <= len(s.split()) <= LONGEST] == []
    assert [s for s in sentences if not s[0].isupper() or not s.endswith(".") or s != " ".join(s.split())] == []


def test_a_right_side_doubles_no_word() -> None:
    """No word follows itself in a side held to be right: "the the the vote" beside "the the vote" is no pair."""
    sides = (("rewordings.toml", "one"), ("rewordings.toml", "other"), ("slips.toml", "right"))
    words = [(pair["id"], pair[side].lower().split()) for name, side in sides for pair in read_pairs(name)]
    assert [key for key, row in words if any(word == after for word, after in pairwise(row))] == []


def test_nothing_stands_twice() -> None:
    """No id and no sentence appears twice in both sets together: what is measured was not seen in tuning."""
    both = [(pair, sides) for name, sides, _ in SETS for pair in read_pairs(name)]
    ids = Counter(pair["id"] for pair, _ in both)
    sentences = Counter(pair[side] for pair, sides in both for side in sides)
    assert [key for key, times in (ids + sentences).items() if times > 1] == []


def test_a_third_of_the_rewordings_is_near_in_letters() -> None:
    """At least a third of each part of the rewordings is at most two letters apart: those look most like slips."""
    for part in ("dev", "test"):
        pairs = [pair for pair in read_pairs("rewordings.toml") if pair["part"] == part]
        near = [pair for pair in pairs if letters_apart(pair["one"], pair["other"]) <= 2]
        assert len(near) * 3 >= len(pairs)


def test_few_slips_are_no_words() -> None:
    """At most a quarter of the slips are misspellings a word list finds: the others need the sentence."""
    kinds = Counter(pair["kind"] for pair in read_pairs("slips.toml"))
    assert 0 < kinds["non-word"] * 4 <= kinds.total()
