"""Lists what was set aside as page furniture: each line once, with how often the pages have it.

“Parks Committee – 6 September 2022 – 3” nine times, whatever the number; “Signed ..................” once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from compare.text.tokens import segment_text
from compare.values import Comparison, Relation, Side


class FurnitureLine(NamedTuple):
    """A line that belongs to the page: its text where it first stands, and how often it stands there."""

    side: Side
    text: str
    occurrences: int


def list_furniture(comparison: Comparison) -> Iterator[FurnitureLine]:
    """Yields each line of page furniture once, the draft's first, in the order of the document. Cost: linear."""
    for side, minutes in ((Side.DRAFT, comparison.draft_minutes), (Side.FINAL, comparison.final_minutes)):
        first_of = {index: head.segments[0] for head in minutes.outline.running_heads for index in head.segments}
        counts: dict[int, int] = {}
        for pair in comparison.alignment:
            if pair.relation is Relation.FURNITURE:
                for index in pair.draft if side is Side.DRAFT else pair.final:
                    first = first_of.get(index, index)
                    counts[first] = counts.get(first, 0) + 1
        for index, count in sorted(counts.items()):
            yield FurnitureLine(side, segment_text(minutes.document, minutes.segments[index]), count)
