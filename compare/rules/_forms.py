"""The same words in another form: "Cllr." and "Councillor", "J. R. Pell" and "J R Pell", "& " and "and".

Two readings that come to the same list of words here differ in house style, not in what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.rules._vocabulary import Vocabulary
from compare.values import Reading

# -ize to -ise, -yze to -yse: both are British spelling, and no other pair of words differs so.
_ZED = re.compile(r"(?<=[a-z]{2})([iy])z(e|es|ed|ing|er|ers|ation|ations|ational)$")
_OUR = re.compile(r"(?<=[a-z]{3})our(s|ed|ing|able|hood|hoods|ite|ites)?$")
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]?\.?")
_NUMBER_SIGN = re.compile(r"(\d[\d.,]*)%")


def canonical(reading: Reading, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What a reading says, word by word, with short forms written out; full stops of short forms left out."""
    merged: list[str] = []
    was_initial = False
    for word in _written_out(reading, vocabulary):
        is_initial = len(word) == 1 and word.isalpha() and word not in ("a", "i")
        if is_initial and was_initial:
            merged[-1] += word  # "J R" and "JR"
        else:
            merged.append(word)
        was_initial = is_initial
    return tuple(merged)


def spelling(key: str, vocabulary: Vocabulary) -> str:
    """One of the right spellings of a word, the same for all of them."""
    key = vocabulary.one_word.get(key, key)
    if "iz" in key or "yz" in key:
        key = _ZED.sub(r"\1s\2", key)
    return _OUR.sub(r"or\1", key) if "our" in key else key


def _written_out(reading: Reading, vocabulary: Vocabulary) -> Iterator[str]:
    words = reading.words
    for place, word in enumerate(words):
        key = word.key
        if not word.is_word:
            if key == "&" or key == "%":
                yield from vocabulary.long_forms.get(key, (key,))
            elif key != "." or place == 0 or not is_short(words[place - 1].key, vocabulary):
                yield key
            continue
        following = words[place + 1].key if place + 1 < len(words) else (reading.after[0].key if reading.after else "")
        yield from _long(key, following, vocabulary)


def _long(key: str, following: str, vocabulary: Vocabulary) -> Iterator[str]:
    percent = _NUMBER_SIGN.fullmatch(key)
    if percent:
        yield from (percent.group(1), *vocabulary.long_forms.get("%", ("%",)))
        return
    if _INITIALS.fullmatch(key):
        key = key.replace(".", "")
    if key in ("no", "nos") and not (following == "." or following[:1].isdigit()):
        yield key  # "no" is a word of its own; only "No. 7" and "No 7" are numbers
        return
    for long in vocabulary.long_forms.get(key, (key,)):
        yield from spelling(long, vocabulary).split()


def is_short(key: str, vocabulary: Vocabulary) -> bool:
    """Whether a full stop after this word may be the stop of a short form: an initial, "Cllr", "Dept"."""
    return len(key) == 1 or key in vocabulary.long_forms or key in vocabulary.sets["titles"]
