"""What minutes are made of: items, resolutions, and the outline that holds them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from compare.values.kinds import Role
from compare.values.text import Document, Segment, Span


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item: its number as printed without marks ("29", "CAB 21"), title, and segments [first, last)."""

    number: str | None
    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Resolution:
    """A decision: where its header stands, and its limbs.

    `header` is the range of the words and marks that announce it ("**Resolved:** -"), `None` when it has none.
    `span` runs from the header (or the first word) to the last word of the last limb. `limbs` are segment indices of
    the numbered parts, nested ones included, in order; empty for a resolution of one sentence.
    """

    header: Span | None
    span: Span
    limbs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """What the minutes are made of.

    `roles` and `item_of` have one entry per segment; `item_of` is an index into `items`, `None` before the first.
    `status_mark` is the range of the word that says draft or confirmed. `labels` are segment indices of web labels
    that name a block ("Minutes:", "Decision:"). `truncated` are the ranges of "... view the full minutes text" marks,
    `exempt` the indices of the items taken in private.
    """

    items: tuple[Item, ...]
    item_of: tuple[int | None, ...]
    roles: tuple[Role, ...]
    resolutions: tuple[Resolution, ...]
    title: str | None = None
    body: str | None = None
    meeting_date: str | None = None
    status: str | None = None
    status_mark: Span | None = None
    is_web_page: bool = False
    labels: tuple[int, ...] = ()
    truncated: tuple[Span, ...] = ()
    exempt: tuple[int, ...] = ()

    def resolution_at(self, offset: int) -> Resolution | None:
        """The resolution that covers `offset`, if any. Cost: logarithmic."""
        place = bisect_right(self.resolutions, offset, key=lambda resolution: resolution.span.start) - 1
        if place < 0:
            return None
        resolution = self.resolutions[place]
        return resolution if offset <= resolution.span.end else None


@dataclass(frozen=True, slots=True)
class Minutes:
    """A document with its segments and outline: what the later stages hold in hand.

    `keys` has one entry per segment: its words with typography folded, equal for segments that say the same.
    """

    document: Document
    segments: tuple[Segment, ...]
    outline: Outline
    keys: tuple[str, ...] = ()
