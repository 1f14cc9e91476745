r"""Tracked changes of Rich Text: which words count, and whose changes they are.

{\deleted\revauthdel1 not }{\revised\revauth1 now }     2 changes by author 1
{\revised a}{\revised\b b}                              1 change, in two runs
{\revised\revauth1\deleted\revauthdel2 x}               added by one and struck out by another: never there
{\b\crauth1 x}                                          made bold by author 1: a change of formatting
"""

from __future__ import annotations

from dataclasses import dataclass, field

from compare.read.common.left_out import LeftOutCounts
from compare.read.rtf.state import State
from compare.values import Tracked

# The first name in the table of authors of every file, for changes by no one.
_NO_ONE = "Unknown"


@dataclass(slots=True)
class Changes:
    """Tells which text is compared, and counts the changes in it."""

    left_out: LeftOutCounts
    authors: list[str] = field(default_factory=list)

    def is_dropped(self, state: State) -> bool:
        """Whether the text that comes is none of the text that is compared."""
        return state.is_deleted if self.left_out.tracked is Tracked.ACCEPT else state.is_inserted

    def count(self, state: State) -> None:
        """Counts the changes that a piece of text belongs to, unless the piece before it did."""
        now = (
            state.inserted_by if state.is_inserted else None,
            state.deleted_by if state.is_deleted else None,
            state.formatted_by,
        )
        before, state.story.changed_by = state.story.changed_by, now
        if now == before:
            return
        left_out = self.left_out
        counts = (left_out.changes, left_out.changes, left_out.formatting)
        for author, author_before, count in zip(now, before, counts, strict=True):
            if author is not None and author != author_before:
                count[self._name(author)] += 1

    def _name(self, author: int) -> str:
        name = self.authors[author] if 0 <= author < len(self.authors) else ""
        return "" if name == _NO_ONE else name
