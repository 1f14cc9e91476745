"""Words as the model of English counts them.

    "The Council's budget of £1,200 for 2024"  →  the council 's budget of <money> for <year>

Case and typography are folded, as for a comparison; figures are of three kinds, whatever their value; a possessive
ending is a word of its own; a compound that the list does not hold is read as its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from compare.text.tokens import tokenise

PAD, UNKNOWN, START, END = range(4)
SPECIAL = ("<pad>", "<unk>", "<s>", "</s>")

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_POSSESSIVE = "'s"


def words_of(text: str) -> list[str]:
    """Returns the words and marks of a text, in order. Cost: linear."""
    return [word for token in tokenise(text) for word in words_of_key(token.key)]


def words_of_key(key: str) -> tuple[str, ...]:
    """Returns one folded token as one word or two."""
    if any(map(str.isdigit, key)):
        return ("<year>" if _YEAR.fullmatch(key) else "<money>" if key[0] in "£$€" else "<num>",)
    if key.endswith(_POSSESSIVE) and len(key) > len(_POSSESSIVE):
        return key.removesuffix(_POSSESSIVE), _POSSESSIVE
    return (key,)


class Vocabulary:
    """The words that the model knows, numbered by how common they are; the first four numbers are marks of its own."""

    def __init__(self, words: Sequence[str]) -> None:
        self._numbers = {word: number for number, word in enumerate(words)}

    @classmethod
    def load(cls, path: Path) -> Vocabulary:
        """Loads the words from a file with a word a line."""
        return cls(path.read_text(encoding="utf-8").split("\n"))

    def __len__(self) -> int:
        """Returns how many words it knows, marks included."""
        return len(self._numbers)

    def __contains__(self, word: str) -> bool:
        """Whether the model knows the word."""
        return word in self._numbers

    def numbers(self, words: Iterable[str]) -> list[int]:
        """Returns the numbers of words; of a compound that is not listed, those of its parts."""
        numbers = []
        for word in words:
            number = self._numbers.get(word)
            if number is not None:
                numbers.append(number)
            elif "-" in word[1:-1]:
                numbers += [self._numbers.get(part, UNKNOWN) for part in word.split("-") if part]
            else:
                numbers.append(UNKNOWN)
        return numbers
