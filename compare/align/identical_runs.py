"""Which of several identical paragraphs in a row was changed, when the words alone cannot tell.

    draft   Noted. | Noted. | Noted. | Noted.          final   Noted. | Deferred. | Noted. | Noted.

Any of the four may be the one without an answer. A person says: the one that stands where the other text differs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby

from compare.text.common_subsequence import Match


def face_changes(anchors: Sequence[Match], draft_keys: Sequence[str], final_keys: Sequence[str]) -> list[Match]:
    """The anchors, with the unanswered twins of each row put opposite what has no answer on the other side."""
    by_draft = _face(anchors, draft_keys, final_keys)
    flipped = _face(sorted((j, i) for i, j in by_draft), final_keys, draft_keys)
    return sorted((i, j) for j, i in flipped)


def _face(anchors: Sequence[Match], keys: Sequence[str], others: Sequence[str]) -> list[Match]:
    answers = dict(anchors)
    place = 0
    reached = -1
    for key, row in groupby(keys):
        length = sum(1 for _ in row)
        members = range(place, place + length)
        place += length
        answered = [answers[member] for member in members if member in answers]
        holes = length - len(answered)
        if holes and answered and length > 1:
            later = bisect_left(anchors, (place, -1))
            start, end = reached + 1, anchors[later][1] if later < len(anchors) else len(others)
            if all(others[other] == key for other in answered):
                for member in members:
                    answers.pop(member, None)
                answers.update(_deal(members, others, range(start, end), key, holes))
        reached = max((answers[member] for member in members if member in answers), default=reached)
    return sorted(answers.items())


def _deal(members: range, others: Sequence[str], region: range, key: str, holes: int) -> list[Match]:
    """Twins dealt to their twins in order, one left out wherever the other side has something else."""
    dealt: list[Match] = []
    waiting = iter(members)
    left = len(members)
    twins = sum(others[other] == key for other in region)
    for other in region:
        if others[other] == key:
            member = next(waiting, None)
            if member is None:
                break
            dealt.append((member, other))
            left, twins = left - 1, twins - 1
        elif holes and left > twins:
            next(waiting, None)
            holes, left = holes - 1, left - 1
    return dealt
