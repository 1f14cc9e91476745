"""Finds the lines that say what letters or signs beside names mean, and the names that have one.

(P present, A apologies)        a key
Frith  P                        present
Gant   A                        apologies

Attendance (✓ = present, – = absent)        a label with a key behind it
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from compare.outline.segment_view import HEAD, RoleClaims, SegmentView
from compare.style.house_style import HouseStyle
from compare.style.phrases import any_of, fold_blanks, holds_any
from compare.values import Role

# How many segments above and below a key are searched for names with a code.
_FARTHEST = 400
_STEMS = ("resent", "pologies", "bsent", "ttend", "PRESENT", "ABSENT", "APOLOGIES")
_FEWEST_CODES = 2
_LONGEST_CODED = 8  # words of a name with its code: "Revd Canon A. N. Frith (Vice-Chair) P"


def code_meanings(text: str, style: HouseStyle) -> Mapping[str, str]:
    """What each code means by a line that is their key, as printed; empty where the line is none."""
    if len(text) > HEAD or not holds_any(text, _STEMS):
        return {}
    pattern = _codes_of(style.minutes["coded_presence"], style.minutes["code_links"])
    found = {match["code"]: match["meaning"] for match in pattern.finditer(text)}
    return found if len(found) >= _FEWEST_CODES else {}


def claim_by_codes(view: SegmentView, roles: RoleClaims, style: HouseStyle) -> None:
    """Claims a key to codes, and the names with a code beside them above or below it. Cost: linear."""
    for place, text in enumerate(view.texts):
        codes = frozenset(code_meanings(text, style))
        if not codes:
            continue
        first, last = max(0, place - _FARTHEST), min(len(view.texts), place + _FARTHEST)
        found = [
            index
            for way in (range(place - 1, first - 1, -1), range(place + 1, last))
            for index in _coded(view, way, codes)
        ]
        for index in (*found, *([place] if found else [])):
            if roles.is_free(index):
                roles.claim(index, Role.ATTENDANCE)


def _coded(view: SegmentView, way: range, codes: frozenset[str]) -> list[int]:
    """The segments of a way from a key on that are names with a code; one line between them may have none."""
    found = []
    misses = 0
    for index in way:
        words = view.texts[index].replace("|", " ").split()
        is_coded = 1 < len(words) <= _LONGEST_CODED and not codes.isdisjoint((words[0], words[-1]))
        misses = 0 if is_coded else misses + 1
        if misses > 1:
            break
        if is_coded:
            found.append(index)
    return found


@lru_cache(maxsize=8)
def _codes_of(meanings: tuple[str, ...], links: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?P<code>[A-Z]{1,3}|[✓✔✗✘×xX*†‡+/○●–—-])\s*(?:=|:|[-–—](?=\s)|"
        rf"{any_of(links)})?\s*(?P<meaning>(?i:{any_of(meanings)}))(?!\w)"
    )


def is_key_alone(text: str, style: HouseStyle) -> bool:
    """Whether a line says what codes mean and nothing else: "Key: P = present; A = apologies"."""
    if not code_meanings(text, style):
        return False
    pattern = _codes_of(style.minutes["coded_presence"], style.minutes["code_links"])
    rest = fold_blanks(pattern.sub(" ", text)).strip(" ()[].,;:*_")
    return not re.sub(r"\b(?:key|legend|codes?|marks|and|to|attendance|abbreviations)\b|[\W_]", "", rest)
