"""Sentence pairs that people have judged: slips with the wrong side known, and rewordings where neither is wrong."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

_T = TypeVar("_T")

_SAMPLE = 300  # pairs of each artificial file: 600 questions, whose accuracy is then known to 2 in 100
_RECORD = 6  # lines of a record without the blank one: id, revision, wrong, right, offset, sentence
_SPACED_MARK = re.compile(r" (?=[.,;:?!)\]%]|n't\b|'(?:s|re|ve|ll|d|m)\b)|(?<=[(\[]) ")


@dataclass(frozen=True, slots=True)
class Example:
    """Two sentences with one difference. In a slip `one` is the wrong one; in a rewording neither is."""

    id: str
    part: str
    kind: str
    one: str
    other: str
    is_slip: bool = True


def read_slips(path: Path, kind: str, most: int | None = _SAMPLE) -> list[Example]:
    """The slips of a file of seven-line records; at most `most`, spread evenly over the file."""
    records = [record.strip("\n").split("\n") for record in path.read_text("utf-8").split("\n\n")]
    examples = [
        _slip_of_record(number, record, kind) for number, record in enumerate(records, 1) if len(record) == _RECORD
    ]
    return spread(examples, most)


def read_judgements(path: Path, *, is_slip: bool) -> list[Example]:
    """The pairs of a judgement file: `wrong` and `right` of slips, `one` and `other` of rewordings."""
    one, other = ("wrong", "right") if is_slip else ("one", "other")
    pairs = tomllib.loads(path.read_text("utf-8")).get("pair", [])
    return [Example(pair["id"], pair["part"], pair["kind"], pair[one], pair[other], is_slip) for pair in pairs]


def spread(items: Sequence[_T], most: int | None) -> list[_T]:
    """At most `most` of the items, at even distances from the first on."""
    if most is None or len(items) <= most:
        return list(items)
    return [items[place * len(items) // most] for place in range(most)]


def _slip_of_record(number: int, record: Sequence[str], kind: str) -> Example:
    _, _, wrong, right, offset, sentence = record
    start = _place_of(wrong, sentence, int(offset))
    corrected = sentence[:start] + right + sentence[start + len(wrong) :]
    return Example(f"{kind}/{number}", "all", kind, _as_written(sentence), _as_written(corrected))


def _place_of(word: str, sentence: str, offset: int) -> int:
    """Where the word stands: some of the file's offsets are a letter or two beside it."""
    if sentence.startswith(word, offset):
        return offset
    places = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", sentence)]
    if not places:
        raise ValueError(f"the word {word!r} is not in its sentence: {sentence!r}")
    return min(places, key=lambda place: abs(place - offset))


def _as_written(sentence: str) -> str:
    """Tokens as a person writes them: "put it on ." → "put it on."; a sentence that is no list of tokens stays."""
    if not re.search(r" [.?!]$| [.?!] ", sentence):
        return sentence
    return _SPACED_MARK.sub("", sentence.replace("`` ", '"').replace(" ''", '"'))
