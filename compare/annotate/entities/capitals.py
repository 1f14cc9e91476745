"""The capitalised words of a text with the gaps between them, by which names are found.

"Cllr Ashby of Low Lane"   →   Cllr·" "·Ashby·" of "·Low·" "·Lane
"""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.annotate.entities.candidates import Candidate

UPPER = "A-ZÀ-ÖØ-ÞĀČĆĐĒĘĢĪĶŁŃŅŌŐŘŚŠŞŤŪŮŰŴŶŹŻŽ"
# The class of capitals comes first, so that the engine skips to them; the look behind it (one character more) is asked
# only there.
CAPITAL = re.compile(rf"[{UPPER}](?<![\w'].)(?:\.(?:[{UPPER}]\.){{0,4}}(?!\w{{2}})|[^\W\d_]*+(?:['&-][^\W\d_]++)*+)")
_BLANKS = re.compile(r" {2,}")
_LONGEST_GAP = 45  # characters between two capitals that may still belong to one name: "(Access to Information) "

FAR = "…"  # the gap after the last capital, and before one that is far away
WIDE = "   "  # marks of emphasis and a blank: "**Cllr Ashby** The hall" is no name of four words

ANDS = frozenset({" and ", " & ", ", and "})
FORS = frozenset({" for ", " for the "})
OFS = FORS | {" of ", " of the "}

# What a reader of names returns: the entities found and the capital to go on from; `None` when it found nothing.
Step = tuple[tuple[Candidate, ...], int] | None


class CapitalWord(NamedTuple):
    """A capitalised word, and the gap before the next one."""

    start: int
    end: int
    text: str
    gap: str

    @property
    def key(self) -> str:
        """The word in small letters, without its stop."""
        return self.text.rstrip(".").lower()


class Capitals(NamedTuple):
    """A levelled text, the same in small letters, and its capitalised words."""

    text: str
    lowered: str
    caps: list[CapitalWord]

    def first_from(self, offset: int, place: int) -> int:
        """Returns the first capital at or after an offset, looked for from `place` on."""
        while place < len(self.caps) and self.caps[place].start < offset:
            place += 1
        return place

    def any_shouts(self, first: int, end: int) -> bool:
        """Whether one of these words is all capitals."""
        return any(cap.text.isupper() for cap in self.caps[first:end])


def capitals_of(text: str, lowered: str) -> Capitals:
    """Returns the capitals of a levelled text. Cost: linear."""
    matches = list(CAPITAL.finditer(text))
    following = (*(match.start() for match in matches[1:]), len(text) + _LONGEST_GAP)
    caps = [
        CapitalWord(match.start(), match.end(), match.group(), _gap(text, match.end(), after))
        for match, after in zip(matches, following, strict=False)  # one more than none where there are none
    ]
    return Capitals(text, lowered, caps)


def _gap(text: str, start: int, end: int) -> str:
    if end - start >= _LONGEST_GAP:
        return FAR
    gap = text[start:end]
    if "  " not in gap:
        return gap
    return WIDE if gap.isspace() and len(gap) >= len(WIDE) else _BLANKS.sub(" ", gap)
