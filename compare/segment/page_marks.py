"""Lines that say by their own words that they belong to the page.

Page 3 of 9                                 a page number
Signed .................... Date ......     a place to sign
Chairman                                    its label, on the line below
Signed .................... Date 3/4/25     no more a place to sign: it was filled in
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from compare.segment.lines import Line
from compare.style.phrases import fold_blanks

# The longest label of a place to sign on a line of its own, in characters.
_LONGEST_LABEL = 40

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"\b[ivxlc]+\b")
_LETTERS = re.compile(r"[^\W\d_]+")
_LEADER = re.compile(r"(?:[._·]\s?){4,}|…{2,}")


def is_page_mark(text: str, marks: frozenset[str]) -> bool:
    """Whether a line is a page mark: "#" in a mark stands for a number, in Arabic or Roman figures."""
    folded = fold_blanks(text).strip("*_ .:")
    counted = _DIGITS.sub("#", folded)
    return counted in marks or ("page" in folded and _ROMAN.sub("#", counted) in marks)


def has_leader(text: str) -> bool:
    """Whether a row of dots or strokes stands in a line, to be written on."""
    if ".." in text or "__" in text or "…" in text or ". ." in text or "_ _" in text or "··" in text:
        return _LEADER.search(text) is not None
    return False


def is_place_to_sign(lines: Sequence[Line], place: int, words: frozenset[str]) -> bool:
    """Whether a line is a leader of dots with its label, or the label right beside one."""
    text = lines[place].text
    if has_leader(text):
        return _is_blank_form(text, words)
    if len(text) > _LONGEST_LABEL or not _is_blank_form(text, words):
        return False
    near = [at for at in (place - 1, place + 1) if 0 <= at < len(lines) and not lines[max(at, place)].blank_before]
    return any(has_leader(lines[at].text) and _is_blank_form(lines[at].text, words) for at in near)


def _is_blank_form(text: str, words: frozenset[str]) -> bool:
    """Whether a text has no other words than those of a place to sign, and no number but that of a page."""
    if _DIGITS.search(text) and "page" not in text.lower():
        return False
    return words.issuperset(_LETTERS.findall(text.replace("’s", "").replace("'s", "").lower()))
