"""What is left of a word without its ending: one for all forms of a word.

stems.of("provides")  →  "provid"      stems.of("provided")  →  "provid"
stems.of("was")       →  "be"          stems.of("is")        →  "be"         irregular forms are listed
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

# Regular endings: what is left is compared, so "provides" and "provided" are one, and "providers" with them.
_ENDING = re.compile(r"(?:ies|ied|(?<![aeiou])y(?:ing)?|ing|ed|es|s|e)$")
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")
_SHORTEST = 3  # letters that must be left: "is" and "it" have no stem in common


@dataclass(frozen=True, slots=True, eq=False)
class Stems:
    """The stems of one house style's words; `irregular` maps each irregular form to the first of its forms."""

    irregular: Mapping[str, str] = field(default_factory=dict)

    def of(self, key: str) -> str:
        """The stem of a folded word. Cost: constant."""
        bare = key.removesuffix("'s").removesuffix("'")
        root = self.irregular.get(bare)
        if root is not None:
            return root
        return _without_ending(bare)


@lru_cache(maxsize=16_384)
def _without_ending(word: str) -> str:
    stem = _DOUBLED.sub(r"\1", _ENDING.sub("", word))
    return stem if len(stem) >= _SHORTEST else word
