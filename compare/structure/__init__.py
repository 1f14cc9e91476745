"""Finds what differs beyond the words: items, paragraphs, status marks, formatting, cells of a table.

7. Highways … → (nothing)                       an item is missing
22/0432/LIC → 22/0432/FUL                       a number that no count explains
(a) that it be noted → at another place         a limb moved
DRAFT MINUTES → MINUTES                         a mark of the document, not wording: the edit becomes a fact
[struck: to the band] → to the band             the same words, and another decision
| x |   | → |   | x |                           the same tick in another column
Present: Birch → Apologies: Birch               a person whom the record of attendance puts elsewhere
@todell → Tom Odell                             the same person
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.diff import Differences
from compare.outline.places import place_edits
from compare.structure.attendance import compare_attendance
from compare.structure.columns import find_exchanged_columns
from compare.structure.counted_votes import compare_counted_votes
from compare.structure.formatting_and_cells import compare_cells, compare_formatting
from compare.structure.handles import find_handles
from compare.structure.marked_by_key import compare_marks_by_key
from compare.structure.page_data import compare_page_data
from compare.structure.renumbering import find_renumbering
from compare.structure.reordered import find_reordered_lists
from compare.structure.segments import find_segment_facts
from compare.structure.set_otherwise import find_set_otherwise
from compare.structure.set_with_blanks import compare_columns_of_blanks
from compare.structure.status_marks import separate_mark_edits
from compare.structure.votes import compare_votes
from compare.style.word_lists import WordLists
from compare.values import Edit, Fold, FoldKind, Minutes, Pair, Place, StructuralFact

__all__ = ["Structure", "find_structure"]


@dataclass(frozen=True, slots=True)
class Structure:
    """The facts about whole segments, and what is left to be judged as wording.

    `edits` are the edits that no fact explains, `places` where in the minutes each of them stands. `folds` are all
    folds of the comparison, in the order of the final.
    """

    facts: tuple[StructuralFact, ...]
    edits: tuple[Edit, ...]
    places: tuple[Place, ...]
    folds: tuple[Fold, ...]


def find_structure(
    draft: Minutes, final: Minutes, alignment: Sequence[Pair], differences: Differences, lists: WordLists
) -> Structure:
    """The structural facts of an alignment. Cost: linear in the segments, and in the words of formatted ones."""
    marks, edits = separate_mark_edits(differences.edits, draft, final, alignment)
    columns = find_exchanged_columns(draft, final, alignment, edits)
    set_otherwise = find_set_otherwise(draft, final, alignment, columns.edits, lists)
    attendance = compare_attendance(draft, final, alignment, set_otherwise.edits, differences.folds)
    votes = compare_votes(draft, final, alignment, attendance.edits, differences.folds)
    told = attendance.pairs | votes.pairs | set_otherwise.pairs
    counted = compare_counted_votes((draft, final), alignment, votes.edits, told)
    handles, edits_left = find_handles(draft, final, alignment, counted.edits)
    told |= counted.pairs
    orders = find_reordered_lists(draft, final, alignment, told)
    segments = find_segment_facts(draft, final, alignment, told | orders.pairs)
    numbers = find_renumbering(draft, final, alignment, set_otherwise.pairs)
    formatting = compare_formatting(draft, final, alignment, differences.edits)
    cells = [
        fact
        for fact in (
            *compare_cells(draft, final, alignment, differences.edits),
            *compare_columns_of_blanks(draft, final, alignment, differences.edits),
        )
        if columns.pairs.isdisjoint(fact.pairs) and told.isdisjoint(fact.pairs)
    ]
    explained = {edit for fact in cells for edit in fact.edits}
    # A tick that moved along its row is told by its columns, once.
    voters = [fact for fact in votes.facts if not fact.edits or not explained.issuperset(fact.edits)]
    rest = tuple(edit for edit in edits_left if edit not in explained)
    # A number or a star that is a finding is not folded as well.
    folds = [
        fold
        for fold in (*differences.folds, *formatting.folds)
        if (fold.kind is not FoldKind.NUMBERING or fold.draft not in numbers.marks)
        and fold not in attendance.folds | votes.folds
    ]
    return Structure(
        (
            *segments.facts,
            *attendance.facts,
            *voters,
            *counted.facts,
            *handles,
            *orders.facts,
            *numbers.facts,
            *marks,
            *compare_page_data(draft, final),
            *formatting.facts,
            *compare_marks_by_key(draft, final, alignment, differences.edits),
            *columns.facts,
            *set_otherwise.facts,
            *cells,
        ),
        rest,
        place_edits(rest, draft, final, alignment),
        tuple(sorted((*folds, *segments.folds), key=lambda fold: (fold.final, fold.draft, fold.kind))),
    )
