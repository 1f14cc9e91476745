"""Synthetic minutes with the names in them marked: `python -m scripts.minutes LISTS CORPUS`.

What a sentence is made of:

    {title} {SUR} declared an interest as a governor of {SCHOOL}.
    Councillor Z. Oakthorpe declared an interest as a governor of Elmwick Academy.
               ------------ PERSON                                ------------- ORG

A slot in capitals is an entity (`_LABELS`), one in small letters is not. PERSON is the name alone: no title before it,
no letters of honour and no possessive 's behind it ("Councillor Z. Ashby's": "Z. Ashby"); each name of a list is its
own; a handle ("@zashby") and initials that stand for a person ("ZA") are none. ORG is a named organisation, with its
acronym in brackets a second one; a committee of one ("the Audit Committee") is none, since patterns find those. LOC is
any named place down to streets and buildings.

Every fifth name and every fifth sentence is kept out of training: `minutes-dev` is made of those alone.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

_TRAIN_TEXTS, _DEV_TEXTS = 3_000, 1_500
_SEED = 20_260
_EVERY = 5  # a fifth of each list measures
_SLOT = re.compile(r"\{(\w+)\}")
_LABELS = {
    **dict.fromkeys(("SUR", "FULL", "FIRST"), "PERSON"),
    **dict.fromkeys(
        ("ORG", "COUNCIL", "SCHOOL", "HEALTH", "CHARITY", "COMPANY", "NATIONAL", "PARTY", "ACR", "POLICE"), "ORG"
    ),
    **dict.fromkeys(("STREET", "SITE", "RIVER", "WARD", "TOWN", "PLACE", "REGION", "COUNTRY"), "LOC"),
}
_LISTS = {"SURS": "SUR", "FULLS": "FULL", "FIRSTS": "FIRST"}
_FILES = ("names", "places", "organisations", "phrases", "people", "forms")
# Lists of single words, parted by white space; in all others an entry is a line.
_WORDS = frozenset(
    {"given", "surname", "stem", "ending", "town", "region", "country", "street_word", "street_end", "site_end"}
    | {"brand", "acronym", "not_names", "saint", "word"}
)
# Small closed lists train and measure alike; what is measured is whether new names in new sentences are found.
_SHARED = frozenset({"title", "titles", "street_end", "country", "stem", "ending", "party", "acronym", "date", "time"})
# Shares (0-1), so that what minutes are full of is common and what they have now and then is there.
_ONE_SENTENCE = 0.55  # texts of one sentence; others have two to four
_NEW_LINE = 0.4  # between two sentences
_MARKED = 0.08  # sentences behind a bullet or number
_CAPITALS = 0.03  # texts wholly in capitals, as headings are
_TITLED = 0.06  # names in a list that have their own title
_ASIDE = 0.12  # names in a list with something in brackets behind
_KINDS = {"line": 0.46, "other": 0.29, "plain": 0.25}  # with people, with other names, with none
_MORE_NAMES = 0.25  # chance that a list of names stops after the next one: four more on average


@dataclass(slots=True)
class Piece:
    """Text being put together, with (start, end, label) of each entity; half-open, in code points."""

    text: str = ""
    entities: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, text: str, label: str | None = None) -> None:
        """Puts `text` behind what is there."""
        if label:
            self.entities.append((len(self.text), len(self.text) + len(text), label))
        self.text += text


class Writer:
    """Writes one text of minutes after another from the words it was given."""

    def __init__(self, lists: Mapping[str, list[str]], *, seed: int) -> None:
        self._lists = lists
        self._random = np.random.default_rng(seed)

    def texts(self, number: int) -> Iterator[Piece]:
        """`number` texts of one to four sentences."""
        for _ in range(number):
            piece = Piece()
            for index in range(1 if self._chance(_ONE_SENTENCE) else 2 + int(self._random.integers(3))):
                if index:
                    piece.add("\n" if self._chance(_NEW_LINE) else " ")
                self._sentence(piece)
            yield _shouted(piece) if self._chance(_CAPITALS) else piece

    def _sentence(self, piece: Piece) -> None:
        template = self._one(str(self._random.choice(list(_KINDS), p=list(_KINDS.values()))))
        if self._chance(_MARKED):
            piece.add(f"{self._one('mark')} ")
        rest = 0
        for slot in _SLOT.finditer(template):
            piece.add(template[rest : slot.start()])
            self._slot(piece, slot[1])
            rest = slot.end()
        piece.add(template[rest:])

    def _slot(self, piece: Piece, name: str) -> None:
        if name in _LISTS:
            self._several(piece, _LISTS[name])
        else:
            piece.add(self._word(name), _LABELS.get(name))

    def _several(self, piece: Piece, name: str) -> None:
        number = 2 + int(self._random.geometric(_MORE_NAMES))
        last = self._one("and")
        for index in range(number):
            if index:
                piece.add((last if last.startswith(",") else f" {last}") + " " if index == number - 1 else ", ")
            if name == "SUR" and self._chance(_TITLED):
                piece.add(f"{self._word('title')} ")
            self._slot(piece, name)
            if name == "FULL" and self._chance(_ASIDE):
                self._aside(piece)

    def _aside(self, piece: Piece) -> None:
        piece.add(" (")
        self._slot(piece, "ORG" if self._chance(1 / 2) else "aside")
        piece.add(")")

    def _word(self, name: str) -> str:
        """What a slot is filled with, its own slots filled too."""
        if name in {"letter", "capital"}:
            return chr(ord("A") + int(self._random.integers(26)))
        if name == "n":
            return str(int(self._random.integers(1, 90)))
        filled = _SLOT.sub(lambda slot: self._word(slot[1]), self._one(name))
        return filled.lower() if name == "handle" else filled

    def _one(self, name: str) -> str:
        words = self._lists[name]
        return words[int(self._random.integers(len(words)))]

    def _chance(self, share: float) -> bool:
        return bool(self._random.random() < share)


def main() -> None:
    """Writes the synthetic minutes that train and, made of other names and sentences, those that tune."""
    lists, corpus = Path(sys.argv[1]), Path(sys.argv[2])
    words = read_lists(lists)
    nlp = spacy.blank("en")
    for path, held_out, number in (("train/minutes", False, _TRAIN_TEXTS), ("minutes-dev", True, _DEV_TEXTS)):
        writer = Writer(split(words, held_out=held_out), seed=_SEED + held_out)
        docs = [to_doc(piece, nlp) for piece in writer.texts(number)]
        DocBin(docs=docs, store_user_data=False).to_disk(corpus / f"{path}.spacy")


def read_lists(folder: Path) -> dict[str, list[str]]:
    """The lists of all files; "_" in a word stands for a space. Keys of forms.toml are kept whole by `split`."""
    lists: dict[str, list[str]] = {}
    for name in _FILES:
        for key, text in tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")).items():
            words = [word.replace("_", " ") for word in text.split()] if key in _WORDS else text.strip().splitlines()
            lists[f"{name}.{key}" if name == "forms" else key] = words
    return lists


def split(lists: Mapping[str, list[str]], *, held_out: bool) -> dict[str, list[str]]:
    """The fifth of each list that measures, or the four that train."""
    return {
        name.removeprefix("forms."): [
            word
            for index, word in enumerate(words)
            if name in _SHARED or name.startswith("forms.") or (index % _EVERY == 0) is held_out
        ]
        for name, words in lists.items()
    }


def _shouted(piece: Piece) -> Piece:
    """The text in capitals; left as it is where capitals change its length ("ß")."""
    return Piece(piece.text.upper(), piece.entities) if len(piece.text.upper()) == len(piece.text) else piece


def to_doc(piece: Piece, nlp: Language) -> Doc:
    """The text as the pipeline will read it; a name that ends inside a token is marked as not known."""
    doc = nlp.make_doc(piece.text)
    spans: list[Span] = []
    unknown: list[Span] = []
    for start, end, label in piece.entities:
        span = doc.char_span(start, end, label=label)
        if span is not None:
            spans.append(span)
        elif (wider := doc.char_span(start, end, alignment_mode="expand")) is not None:
            unknown.append(wider)
    doc.set_ents(spans, missing=filter_spans(unknown), default="outside")
    return doc


if __name__ == "__main__":
    main()
