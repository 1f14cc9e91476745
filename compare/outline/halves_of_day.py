"""Finds the half of the day in which all times of minutes are that say one: "7.30 pm", "19:30", but no "7.30".

A draft that has "7.30" among evening times means "7.30 pm"; "7.30 am" in the final is another time.
"""

from __future__ import annotations

import re

_MARKED = re.compile(
    r"\d(?: ?(?P<half>[ap])\.?m(?![^\W_])"
    r"|(?<![\d.:].)(?:(?<=1)[3-9]|(?<=2)[0-3])(?::[0-5]\d(?![\d:])|[.]?[0-5]\d ?h(?:ou)?rs?\b))",
    re.IGNORECASE,
)
_MARKED_HALF = re.compile(r"\W*[ap]\.?m\.?\W*|\W*\d{1,2}(?:[.:]\d\d)?\W*[ap]\.?m\.?\W*", re.IGNORECASE)


def half_of_day(text: str) -> str | None:
    """Returns "am" or "pm" where every time that says its half says that one. Cost: linear."""
    halves = {f"{match['half'] or 'p'}m".lower() for match in _MARKED.finditer(text)}
    return halves.pop() if len(halves) == 1 else None


def is_half_alone(draft: str, final: str) -> bool:
    """Whether an edit of these words puts "am" or "pm" to a time, or takes it away."""
    return any(len(words) <= len(_LONGEST) and _MARKED_HALF.fullmatch(words) for words in (draft, final))


_LONGEST = " 12.30 p.m.,"
