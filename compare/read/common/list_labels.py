"""Tells the labels of lists that say something from those that only count.

A list prints a label before each of its paragraphs. One that counts is a mark: another number there says no more than
that something was put in above. One that says something is part of the minutes, as if a clerk had typed it:

    29.   (a)   iv)   1.2.3   [4]   3(b)   12/23   bb.   •   o        marks
    Resolved:   Agreed –   Action 3:   Appendix 1   No. 4   ☒         words: "Refused:" for "Granted:" is a decision
    Q1.   §2   First   1st                                            words: typed, they are not taken for marks either
"""

from __future__ import annotations

import re

# Figures ("29", "12a"), one letter or the same again (Word prints "bb" after "z"), roman numbers.
_COUNTED = r"\d+[^\W\d_]?|([^\W\d_])\1*|(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_BETWEEN = r"[\s.,:;/()\[\]{}<>‐‑–—-]"
_MARK = re.compile(rf"{_BETWEEN}*(?:(?:{_COUNTED})(?:{_BETWEEN}+|$))+", re.IGNORECASE)
# Bullets that say something: a box that is ticked or not, a cross. A tick by itself is a bullet like others.
_TELLING = frozenset("☐☑☒✗✘❌")


def has_words(label: str) -> bool:
    """Whether the label of a list says something, and does not only count or draw a bullet."""
    if not any(character.isalnum() for character in label):
        return not _TELLING.isdisjoint(label)
    return _MARK.fullmatch(label) is None
