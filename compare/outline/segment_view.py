"""Gives the parts of the outline what they share: the words of every segment, and the role it already has.

The words of a segment are cut out of the text once, here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from compare.text.tokens import segment_text
from compare.values import Document, Role, Segment, SegmentKind, Span

# Where the next cell of a row begins, and where the words of a cell do.
_NEXT_CELL = re.compile(r"\s*(?:\t|(?<!\S)\|)")
_CELL_WORDS = re.compile(r"[^\s|]")

# What is read of a long paragraph, in characters, where only its beginning or end matters.
HEAD = 400


def cell_end(text: str, start: int) -> int:
    """Finds where the cell of a row ends that holds the first word behind `start`."""
    words = _CELL_WORDS.search(text, start)
    following = _NEXT_CELL.search(text, words.start()) if words else None
    return following.start() if following else len(text)


def first_cell(text: str) -> str:
    """Gives the words of the first cell of a row, behind its number."""
    return text[: cell_end(text, 0)]


@dataclass(frozen=True, slots=True)
class SegmentView:
    """A document, its segments, and the words of each segment (pieces joined by a blank)."""

    document: Document
    segments: tuple[Segment, ...]
    texts: tuple[str, ...]

    def mark(self, index: int) -> str:
        """Gives the mark of a segment as printed, empty if it has none."""
        mark = self.segments[index].mark
        return self.document.text[mark.start : mark.end] if mark else ""

    def is_kind(self, index: int, *kinds: SegmentKind) -> bool:
        """Whether the segment is of one of these kinds."""
        return self.segments[index].kind in kinds

    def offset(self, index: int, place: int) -> int:
        """Gives the offset in the document of a place in the segment's words."""
        for piece in self.segments[index].pieces:
            if place <= len(piece):
                return piece.start + place
            place -= len(piece) + 1
        return self.segments[index].end

    def span(self, index: int, start: int, end: int) -> Span:
        """Gives the range in the document of a range of the segment's words."""
        return Span(self.offset(index, start), self.offset(index, end))


@dataclass(slots=True)
class RoleClaims:
    """The role of each segment while it is being found; the first to claim a segment keeps it."""

    view: SegmentView
    given: list[Role | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.given = [
            Role.FURNITURE if segment.kind is SegmentKind.FURNITURE else None for segment in self.view.segments
        ]

    def claim(self, index: int, role: Role) -> None:
        """Gives a segment its role, unless it has one."""
        if self.given[index] is None:
            self.given[index] = role

    def is_free(self, index: int) -> bool:
        """Whether the segment has no role yet."""
        return self.given[index] is None

    def finished(self, before_items: int) -> tuple[Role, ...]:
        """Gives all roles; a segment without one is a heading, front matter before the first item, or narrative."""
        return tuple(
            role if role is not None else self._default(index, before_items) for index, role in enumerate(self.given)
        )

    def _default(self, index: int, before_items: int) -> Role:
        if index < before_items:
            return Role.FRONT
        return Role.HEADING if self.view.segments[index].kind is SegmentKind.HEADING else Role.NARRATIVE


def view_document(document: Document, segments: tuple[Segment, ...]) -> SegmentView:
    """Cuts the words of the segments out of the document."""
    return SegmentView(document, segments, tuple(segment_text(document, segment) for segment in segments))
