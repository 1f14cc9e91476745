"""Finds words in the sources that are no text, where one document has them and the other has not.

The motion was carried. <!-- check with Ann: 4 against? -->        in the draft alone: not compared, and named
<img src="a.png" alt="Approved">  →  <img … alt="Refused">         what the pictures say, for who cannot see them
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from compare.text.tokens import wording_key
from compare.values import Document, Doubt, NotCompared, Side

_LONGEST = 60  # characters of a comment that is quoted


def differing_comments(draft: Document, final: Document) -> tuple[NotCompared, ...]:
    """One note for each document with comments that the other lacks. Cost: linear in the comments."""
    notes = []
    for side, alone in _alone(draft.comments, final.comments):
        first = f"“{_shortened(alone[0])}”"
        what = f"a comment in the source: {first}"
        if len(alone) > 1:
            what = f"{len(alone):,} comments in the source, the first of them {first}"
        why = f"no reader sees it, and the {side.other} has none like it"
        notes.append(NotCompared(side, what, why, Doubt.UNREAD))
    return tuple(notes)


def differing_pictures(draft: Document, final: Document) -> tuple[NotCompared, ...]:
    """One note for each document with pictures of which it says what the other says of none of its pictures.

    Where one document says nothing of any picture nothing can be told. Cost: linear in the pictures.
    """
    if not draft.pictures or not final.pictures:
        return ()
    notes = []
    for side, alone in _alone(draft.pictures, final.pictures):
        first = f"“{_shortened(alone[0])}”"
        what = f"a picture of {first}" if len(alone) == 1 else f"{len(alone):,} pictures, the first of {first}"
        notes.append(NotCompared(side, what, f"the {side.other} has none like it: look at both", Doubt.UNREAD))
    return tuple(notes)


def _alone(draft: Sequence[str], final: Sequence[str]) -> list[tuple[Side, list[str]]]:
    """The words that each side has and the other has not, or not so often, in their order."""
    if draft == final:
        return []
    found = []
    words = {Side.DRAFT: draft, Side.FINAL: final}
    counts = {side: Counter(map(wording_key, own)) for side, own in words.items()}
    for side, own in words.items():
        left = counts[side] - counts[side.other]
        alone = []
        for entry in own:
            key = wording_key(entry)
            if left[key]:
                left[key] -= 1
                alone.append(entry)
        if alone:
            found.append((side, alone))
    return found


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
