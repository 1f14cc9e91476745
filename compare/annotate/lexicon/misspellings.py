"""How near two words are at the keyboard or by ear, and which of two is a misspelling of the other.

    form / from             one keystroke apart: two letters changed places
    head / heard            one keystroke apart: a letter is missing
    sought / sort           near by ear alone
    recieved / received     one keystroke apart, and "recieved" is no word: the side that has it is wrong

Keystrokes are insertions, deletions, replacements and transpositions of neighbours (Damerau 1964). The key of how a
word sounds in British speech leaves out vowels after the first letter and an r that no vowel follows; d and t are one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import OSA

from compare.values import Side, Word

_STEPS = (
    (r"^(?:kn|gn|pn)", "n"),
    (r"^wr", "r"),
    (r"^wh", "w"),
    (r"^ps", "s"),
    (r"ough(?=t)|augh(?=t)|igh|eigh|aigh|gh(?=t|$)", "a"),
    (r"ph", "f"),
    (r"tch", "C"),
    (r"ch", "C"),
    (r"th", "0"),
    (r"sh|ti(?=o)|ci(?=o|a)|ssi(?=o)", "S"),
    (r"c(?=[eiy])", "s"),
    (r"ck|c|q", "k"),
    (r"dg(?=e)|g(?=e)", "j"),
    (r"mb$", "m"),
    (r"r(?![aeiouy])", ""),
    (r"(?<=.)[aeiouywh]", ""),
    (r"z", "s"),
    (r"d", "t"),
    (r"(.)\1+", r"\1"),
)


@lru_cache(maxsize=4096)
def sound_of(key: str) -> str:
    """Returns the key of a folded word. Cost: linear in a word's letters."""
    for pattern, sound in _STEPS:  # compiled at the first call: most comparisons make none
        key = re.sub(pattern, sound, key)
    return key


class KeystrokeLimit(Enum):
    """How many keystrokes apart two words may be, by the letters of the shorter one.

    The most keystrokes allowed, for words of up to 3, of 4, of 5–7, of 8 or more letters.
    """

    ONE_KEY = (1, 1, 1, 1)
    # Both are words: "form" and "from", not "gate" and "path".
    BOTH_WORDS = (1, 1, 2, 2)
    # One is no word, or both are names, which no spelling rule guides: "acomodatoin", "Stow" and "Stowe".
    NO_WORD = (1, 2, 2, 3)


# The letters from which each number of a limit holds.
_LETTERS = (0, 4, 5, 8)
# Letters from which a word before a word is a prefix (start/restart, like/unlike): another word, no slip.
_PREFIX = 2
_LONG = 7  # letters from which a word is known by most of them
_AKIN = 0.65  # share of the longer word's letters that need no keystroke
_BY_EAR = 2  # letters by which two words that sound alike may differ in length: sought/sort


def are_near(one: str, other: str, limit: KeystrokeLimit) -> bool:
    """Whether two folded words are at most so many keystrokes apart as the limit allows."""
    shorter = min(len(one), len(other))
    most = limit.value[bisect_right(_LETTERS, shorter) - 1]
    return OSA.distance(one, other, score_cutoff=most) <= most


def is_cut_short(wrong: str, right: str) -> bool:
    """Whether a folded word is another without its last letters, two at most: "wi" of "will"."""
    return len(wrong) > 1 and right.startswith(wrong) and 0 < len(right) - len(wrong) <= _CUT


_CUT = 2  # letters


def are_akin(wrong: str, right: str) -> bool:
    """Whether a folded token that is no word is a word with several slips in it: "discuscoverd", "discovered".

    Both are long, begin alike, and share two letters in three in their order.
    """
    if min(len(wrong), len(right)) < _LONG or wrong[0] != right[0]:
        return False
    return OSA.normalized_similarity(wrong, right, score_cutoff=_AKIN) >= _AKIN


def sound_alike(one: str, other: str) -> bool:
    """Whether two folded words begin with one letter and sound the same."""
    return one[0] == other[0] and sound_of(one) == sound_of(other)


def are_confusable(one: str, other: str) -> bool:
    """Whether one word may be typed or heard for the other."""
    if one.endswith(other) or other.endswith(one):
        return abs(len(one) - len(other)) < _PREFIX
    if are_near(one, other, KeystrokeLimit.BOTH_WORDS):
        return True
    return abs(len(one) - len(other)) <= _BY_EAR and sound_alike(one, other)


def misspelt_side(one: Word, other: Word) -> Side | None:
    """Returns the side whose word is unknown and occurs nowhere else, where the other side's word is known or used.

    `None` if neither is: of two unknown words with a capital neither is the name misspelt.
    """
    if _is_unknown_beside(one, other):
        return Side.DRAFT
    return Side.FINAL if _is_unknown_beside(other, one) else None


def _is_unknown_beside(word: Word, right: Word) -> bool:
    if word.known or word.elsewhere:
        return False
    return right.known or (right.elsewhere and not word.text[:1].isupper())
