"""One of two documents as the scope sees it: its parts, and how much of each the other document has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.scope.coverage import Cover
from compare.text.tokens import wording_key
from compare.values import Minutes, Role

# A part counts as covered from this share of its words, 0–1: half, for two items that both confirm minutes or note
# reports share a third of theirs.
COVERED = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """An item, or where no items were recognised a segment: segments [first, last)."""

    first: int
    last: int
    number: str | None
    title: str

    @property
    def places(self) -> range:
        """Its segment indices."""
        return range(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Covered:
    """What is to be aligned of one document."""

    places: tuple[int, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Half:
    """One document, and how much of it the other has."""

    minutes: Minutes
    cover: Cover

    @property
    def parts(self) -> list[Part]:
        """The items; where at most one was recognised, the single segments."""
        items = self.minutes.outline.items
        if len(items) > 1:
            return [Part(item.first, item.last, item.number, plain_title(item.title)) for item in items]
        return [Part(place, place + 1, None, "") for place in range(len(self.minutes.segments))]

    @property
    def front(self) -> list[int]:
        """The segments before the first item; none where no items were recognised."""
        if len(self.minutes.outline.items) < 2:  # noqa: PLR2004  (one item is the whole document)
            return []
        return [place for place, item in enumerate(self.minutes.outline.item_of) if item is None]

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the items that bear one, as printed."""
        return tuple(item.number for item in self.minutes.outline.items if item.number)

    @property
    def titles(self) -> frozenset[str]:
        """The titles of the items, typography and end marks set aside."""
        return frozenset(plain_title(item.title) for item in self.minutes.outline.items)

    def has_roll(self, places: Sequence[int] | None = None) -> bool:
        """Whether some segments (all by default) say who was there."""
        roles = self.minutes.outline.roles
        chosen = range(len(roles)) if places is None else places
        return any(roles[place] in (Role.ATTENDANCE, Role.APOLOGIES) for place in chosen)

    def is_heading(self, place: int) -> bool:
        """Whether a segment is a heading."""
        return self.minutes.outline.roles[place] is Role.HEADING

    def has_headings(self) -> bool:
        """Whether any segment is a heading."""
        return any(map(self.is_heading, range(len(self.minutes.segments))))

    def everything(self) -> Covered:
        """The whole document."""
        return Covered(tuple(range(len(self.minutes.segments))), self.numbers)

    @property
    def front_is_covered(self) -> bool:
        """Whether the other document has the front page too."""
        return bool(self.front) and self.cover.of(self.front) >= COVERED

    def part(self, whole: Half) -> Covered:
        """All of an extract but the title that somebody set above it ("Extract from the minutes of …").

        It is no answer to the front page of the whole.
        """
        roles, items = self.minutes.outline.roles, self.minutes.outline.items
        first = items[0].first if items and not whole.front_is_covered else 0
        places = (place for place in range(len(roles)) if place >= first or roles[place] is not Role.FRONT)
        return Covered(tuple(places), self.numbers)


def plain_title(title: str) -> str:
    """A title under which two writings of it are equal."""
    return wording_key(title).rstrip(" .:")
