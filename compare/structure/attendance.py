"""Compares the record of attendance: who was there, as what, and who was not.

Present: Birch → Apologies: Birch                        one fact about one person
Present: Cllrs Birch and Ashby → - Ashby / - Birch       one fact: the same people
Lena Marsh → Lena Marsh*                                 one fact, although no word differs
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.structure.rolls import RollFacts, compare_rolls
from compare.values import Edit, FactKind, Fold, Minutes, Pair


def compare_attendance(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], edits: Sequence[Edit], folds: Sequence[Fold]
) -> RollFacts:
    """Compares who is recorded where. Cost: linear in the people, their edits and the alignment."""
    rolls = draft.outline.roll, final.outline.roll
    return compare_rolls((draft, final), rolls, alignment, edits, folds, (FactKind.PERSON, FactKind.ROLL))
