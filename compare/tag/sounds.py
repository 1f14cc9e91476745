"""A rough key of how a word sounds in British speech: two words with one key may be taken for one another by ear.

    sought · sort → "st"      sight · site → "st"      their · there → "t0"      weather · whether → "w0"

Vowels after the first letter are left out, an r that no vowel follows is not heard, d and t (and other pairs of voiced
and unvoiced letters at the end of a form: past, passed) are one. The key only lets two words be weighed; it accuses
nobody.
"""

from __future__ import annotations

import re
from functools import lru_cache

_STEPS = (
    (re.compile(r"^(?:kn|gn|pn)"), "n"),
    (re.compile(r"^wr"), "r"),
    (re.compile(r"^wh"), "w"),
    (re.compile(r"^ps"), "s"),
    (re.compile(r"ough(?=t)|augh(?=t)|igh|eigh|aigh|gh(?=t|$)"), "a"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"tch"), "C"),
    (re.compile(r"ch"), "C"),
    (re.compile(r"th"), "0"),
    (re.compile(r"sh|ti(?=o)|ci(?=o|a)|ssi(?=o)"), "S"),
    (re.compile(r"c(?=[eiy])"), "s"),
    (re.compile(r"ck|c|q"), "k"),
    (re.compile(r"dg(?=e)|g(?=e)"), "j"),
    (re.compile(r"mb$"), "m"),
    (re.compile(r"r(?![aeiouy])"), ""),
    (re.compile(r"(?<=.)[aeiouywh]"), ""),
    (re.compile(r"z"), "s"),
    (re.compile(r"d"), "t"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=4096)
def sound_of(key: str) -> str:
    """The key of a folded word. Cost: linear in a word's letters."""
    for pattern, sound in _STEPS:
        key = pattern.sub(sound, key)
    return key
