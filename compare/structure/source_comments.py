"""Finds comments in the sources that one document has and the other has not: nobody who reads the minutes sees them.

The motion was carried. <!-- check with Ann: 4 against? -->        in the draft alone: not compared, and named
"""

from __future__ import annotations

from collections import Counter

from compare.text.tokens import wording_key
from compare.values import Document, Doubt, NotCompared, Side

_LONGEST = 60  # characters of a comment that is quoted


def differing_comments(draft: Document, final: Document) -> tuple[NotCompared, ...]:
    """One note for each document with comments that the other lacks. Cost: linear in the comments."""
    if draft.comments == final.comments:
        return ()
    counts = {side: Counter(map(wording_key, document.comments)) for side, document in _sides(draft, final)}
    notes = []
    for side, document in _sides(draft, final):
        left = counts[side] - counts[side.other]
        alone = []
        for comment in document.comments:
            key = wording_key(comment)
            if left[key]:
                left[key] -= 1
                alone.append(comment)
        if alone:
            first = f"“{_shortened(alone[0])}”"
            what = f"a comment in the source: {first}"
            if len(alone) > 1:
                what = f"{len(alone):,} comments in the source, the first of them {first}"
            why = f"no reader sees it, and the {side.other} has none like it"
            notes.append(NotCompared(side, what, why, Doubt.UNREAD))
    return tuple(notes)


def _sides(draft: Document, final: Document) -> tuple[tuple[Side, Document], tuple[Side, Document]]:
    return (Side.DRAFT, draft), (Side.FINAL, final)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
