"""Reads motions: what was moved, and whether it was carried.

    Motion: That the hall be sold to Marsh Ltd. Proposed by Mrs Pell. Carried.      a decision
    Mr Pell moved to accept the offer. Seconded by Mrs Odell. Passed unanimously.   another one
    Upon a motion by Mr Pell, seconded by Mrs Odell, the board approved the lease.  and another
    The motion to sell the hall fell.                                               none: it was not carried
    Mr Pell moved to Wick in May.                                                   none: nothing became of it
    The motion that was discussed last year concerned the barn.                     none

What became of a motion may stand in its sentence, in the next ones, or on a line of its own below. Who moved it may
stand on a line above: "Moved Mr Ash, seconded Mrs Birch", then "That the hall be sold.".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from compare.outline.segment_view import SegmentView
from compare.style.phrases import any_of, holds_any
from compare.values import SegmentKind

# What every motion has one of, first letters left out for their capitals.
_STEMS = ("otion", "OTION", "oved", "oves", "OVED", "ropos", "ROPOS")
# How far behind its beginning the outcome of a motion is looked for, in characters.
_REACH = 1200
# How many segments below a motion may tell what became of it, and the longest of them, in characters.
_BELOW, _LONGEST_BELOW = 4, 200
_NAME = r"(?:[A-Z][\w'’.-]*|[&(][\w .&-]{1,24}\)?|and|de|van|von)"
_LABEL_MARKS = r"(?:\s+(?:[Nn]o\.?\s*)?\d[\w./-]*)?[*_]{0,3}\s*(?::|[-–—](?=\s))"
_NOUN = (
    r"(?i:(?:a |the |this )?motion (?:(?:was|is) )?(?:(?:by|from|of|to|for|made|moved|proposed)\b"
    r"|that (?!(?:was|had|is|has|were|have|he|she|they|we)\b)))"
)
_UPON = r"(?i:(?:on|upon) (?:a |the )?(?:motion|proposal|proposition)\b)"
_MOVED = re.compile(
    r"(?i)\b(?:moved|proposed|seconded|mover|proposer|seconder)\b|^[Oo]n (?:the|a) (?:motion|propos\w+) of\b"
)
_MOVING = frozenset(
    ("and", "by", "the", "of", "moved", "seconded", "proposed", "was", "were", "motion", "proposal", "proposition")
)
# "Carried the banner", "carried on": nothing that became of a motion.
_NO_OBJECT = (
    r"(?!(?<=carried) (?:the|his|her|its|their|out|off|away|an? (?!show|vote|majority|division)|on (?!an? |the )))"
)
_STOP = re.compile(r"[.!?](?=\s|$)")


class Motion(NamedTuple):
    """A motion that was carried, or whose outcome nobody wrote: where its label and its decision end."""

    label_end: int
    end: int


class MotionGrammar:
    """Recognises how motions are written down."""

    def __init__(
        self, labels: tuple[str, ...], verbs: tuple[str, ...], carried: tuple[str, ...], lost: tuple[str, ...]
    ) -> None:
        self._label, self._start, self._outcome, self._lost = _patterns(labels, verbs, carried, lost)

    def may_hold(self, text: str) -> bool:
        """Whether a text has a word of moving at all."""
        return holds_any(text, _STEMS)

    def read(self, text: str, start: int, below: str) -> Motion | None:
        """Reads the motion with which a sentence begins at `start`; `below` are the lines that follow its paragraph."""
        label = self._label.match(text, start)
        if label is None and not self._start.match(text, start):
            return None
        window = text[start : start + _REACH]
        outcome = self._outcome.search(window, label.end() - start if label else 0)
        fate = outcome or self._outcome.search(below)
        if fate and self._lost.fullmatch(fate.group()):
            return None
        if label:
            return Motion(label.end(), len(text)) if text[label.end() :].strip(" *_") else None
        if fate is None or (outcome is None and _names_alone(text[start:])):
            return None
        return Motion(start, _sentence_end(text, start + (outcome.end() if outcome else 0)))

    def is_lost(self, below: str) -> bool:
        """Whether the lines below the words of a motion say that it was not carried."""
        fate = self._outcome.search(below)
        return fate is not None and self._lost.fullmatch(fate.group()) is not None


def names_movers_alone(text: str) -> bool:
    """Whether a line says who moved or seconded, and not what: "Mr Ash moved, Mrs Birch seconded:"."""
    return _MOVED.search(text) is not None and _names_alone(text)


def _names_alone(text: str) -> bool:
    """Whether a line says who moved and seconded, and not what: the decision stands below, under its own header."""
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    return all(word[0].isupper() or word in _MOVING for word in words)


@lru_cache(maxsize=8)
def _patterns(
    labels: tuple[str, ...], verbs: tuple[str, ...], carried: tuple[str, ...], lost: tuple[str, ...]
) -> tuple[re.Pattern[str], ...]:
    moved = f"(?i:{any_of(verbs)})"
    by_whom = rf"(?:{_NAME} ){{1,7}}(?:then |also |therefore )?{moved}"
    return (
        re.compile(rf"(?i:{any_of(labels)}){_LABEL_MARKS}"),
        re.compile(rf"{_NOUN}|{_UPON}|(?i:it was ){moved}|{moved}(?: and seconded)? (?:by|that|to)\b|{by_whom}"),
        re.compile(f"{any_of(lost)}|{any_of(carried)}{_NO_OBJECT}", re.IGNORECASE),
        re.compile(any_of(lost), re.IGNORECASE),
    )


def _sentence_end(text: str, start: int) -> int:
    match = _STOP.search(text, start)
    return match.end() if match else len(text)


def lines_below(view: SegmentView, index: int) -> str:
    """Gives the short lines below a segment, up to the next heading: they may tell what became of a motion."""
    lines: list[str] = []
    for place in range(index + 1, min(len(view.texts), index + 1 + _BELOW)):
        if view.is_kind(place, SegmentKind.HEADING) or len(view.texts[place]) > _LONGEST_BELOW:
            break
        lines.append(view.texts[place])
    return "\n".join(lines)
