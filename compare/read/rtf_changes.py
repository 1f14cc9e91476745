r"""Tracked changes of Rich Text: which words count, and whose changes they are.

{\deleted\revauthdel1 not }{\revised\revauth1 now }     2 changes by author 1
{\revised a}{\revised\b b}                              1 change, in two runs
{\revised\revauth1\deleted\revauthdel2 x}               added by one and struck out by another: never there
"""

from __future__ import annotations

from dataclasses import dataclass, field

from compare.read.rtf_left_out import LeftOut
from compare.read.rtf_state import State
from compare.values import Tracked


@dataclass(slots=True)
class Changes:
    """Tells which text is compared, and counts in `left_out` what is not, and what would be otherwise."""

    tracked: Tracked
    left_out: LeftOut
    authors: list[str] = field(default_factory=list)

    def is_dropped(self, state: State) -> bool:
        """Whether the text that comes is none of the text that is compared."""
        return state.is_deleted if self.tracked is Tracked.ACCEPT else state.is_inserted

    def count(self, state: State) -> None:
        """Counts the change that a piece of text belongs to, unless the piece before did; and hidden pieces."""
        story = state.story
        inserter = state.inserted_by if state.is_inserted else None
        deleter = state.deleted_by if state.is_deleted else None
        for author, before in ((inserter, story.inserter), (deleter, story.deleter)):
            if author is not None and author != before:
                self.left_out.changes[self._name(author)] += 1
        story.inserter, story.deleter = inserter, deleter
        if state.is_hidden and not story.is_hiding:
            self.left_out.hidden += 1
        story.is_hiding = state.is_hidden

    def _name(self, author: int) -> str:
        name = self.authors[author] if 0 <= author < len(self.authors) else ""
        return "" if name == "Unknown" else name
