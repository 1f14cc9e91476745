"""What a page of a PDF shows: lines of words with their places, rules, pictures. Nothing says what belongs together.

    7. Sports ground                 KC       two lines: a wide gap between words is the edge of a column
    The Chair said that con\u00ad                one line; what it ends in may be a hyphen or a division
    ──────────                                a rule: it may underline, strike out, or separate footnotes

Unit of all places: points of 1/72 inch, from the lower left corner of the page as it is read.
"""

from __future__ import annotations

from typing import NamedTuple

# How words are printed, as in `compare.values.Dress`: plain numbers, since an enumeration's "&" takes 3 microseconds.
BOLD, ITALIC, UNDERLINED, STRUCK = 1, 2, 4, 8


class Piece(NamedTuple):
    """Words of a line that are printed alike. A raised piece is small and above the line: a mark of a footnote."""

    text: str
    dress: int = 0  # the sum of BOLD and others
    is_raised: bool = False


class Line(NamedTuple):
    """Words on one baseline without a wide gap between them."""

    text: str
    pieces: tuple[Piece, ...]
    left: float
    right: float
    base: float
    size: float  # of the type
    first_word: float  # how wide its first word is
    hang: float  # where the words after its first begin, if that can be a mark and they stand off; else 0
    is_divided: bool = False  # a hyphen at its end, before a letter
    is_artifact: bool = False  # the file itself says that it belongs to the page
    is_turned: bool = False  # it runs in another direction than most of the page
    is_apart: bool = False  # a gap or a wall parts it from the line before it

    @property
    def is_bold(self) -> bool:
        """Whether all of its words are bold."""
        if len(self.pieces) == 1:
            return bool(self.pieces[0].dress & BOLD)
        return all(piece.dress & BOLD for piece in self.pieces if piece.text.strip())


class Rule(NamedTuple):
    """A drawn line: from `start` to `end`, at `place` on the other axis."""

    place: float
    start: float
    end: float


class Page(NamedTuple):
    """One page: its lines in the order in which the file draws them."""

    number: int  # counted from 1
    width: float
    height: float
    lines: tuple[Line, ...]
    rules: tuple[Rule, ...] = ()  # level ones, without those that underline or strike out
    walls: tuple[Rule, ...] = ()  # upright ones
    pictures: int = 0
    pictured: float = 0.0  # share of the page that pictures cover, 0 to 1
    is_garbled: bool = False  # most of its characters have no known letter
