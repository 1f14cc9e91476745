"""What the reader knows while it goes through an OpenDocument text: styles, lists, changes, notes; and its paragraphs.

The Chair¶ (its end deleted)         one paragraph with the next, where changes are accepted
a list in a cell                     its own, unless it says which one it goes on from
a note whose reference is deleted    no note; those after it count one less
600 lists in each other              damaged: no program writes it
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from compare.errors import UnreadableError
from compare.read.common.document_builder import Run
from compare.read.common.left_out import LeftOutCounts
from compare.read.odt.lists import USUAL_LEVELS, Count, Levels
from compare.read.odt.names import Element
from compare.read.odt.package import Package
from compare.read.odt.styles import Styles
from compare.read.odt.tracked_changes import Changes

# Elements within elements; each takes two calls. Writer stays below 40.
_DEEPEST = 150


class Note(NamedTuple):
    """A note that the text refers to; `mark` is what the text prints there."""

    is_endnote: bool
    mark: str
    body: Element


class Place(NamedTuple):
    """The place of a paragraph in a list: its level from 0, and what its number starts at, if it says so."""

    counted: Count
    levels: Levels
    level: int
    is_numbered: bool = True
    start: int | None = None

    def next_mark(self) -> str:
        """Counts the paragraph, and gives what is printed before it."""
        if self.is_numbered:
            return self.counted.next_mark(self.levels, self.level, self.start)
        self.counted.pass_unnumbered(self.level)
        return ""


@dataclass(slots=True)
class Words:
    """What was gathered of one paragraph, or of several that run into one; `paragraph` is the one it looks like."""

    paragraph: Element
    place: Place | None
    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    ends_in_blank: bool = True  # blanks after it are none

    @property
    def has_text(self) -> bool:
        """Whether anything in it is printed."""
        return any(run.text.strip() for run in self.runs)


@dataclass(slots=True)
class Story:
    """Where the reader stands, and what it has by it.

    Lists are known by their ids; `last_…` tell of the last one that stood in no other.
    """

    package: Package
    styles: Styles
    list_styles: dict[str, Levels]
    outline: Levels
    outline_name: str
    left_out: LeftOutCounts
    changes: Changes
    outline_count: Count = field(default_factory=Count)
    notes: list[Note] = field(default_factory=list)
    notes_dropped: Counter[bool] = field(default_factory=Counter)
    lists: dict[str, Count] = field(default_factory=dict)
    last_style: str = ""
    last_count: Count = field(default_factory=Count)
    _depth: int = 0

    def levels_of(self, style: str) -> Levels:
        """The levels of a style of lists; those of a list without a style are bullets."""
        if style == self.outline_name:
            return self.outline
        return self.list_styles.get(style, {}) if style else USUAL_LEVELS

    def of_part(self, styles: Styles, list_styles: dict[str, Levels], changes: Changes) -> Story:
        """The story of the pages: their styles and changes are others."""
        return replace(self, styles=styles, list_styles=list_styles, changes=changes, lists={})

    def descend(self) -> None:
        """Goes into an element.

        Raises: UnreadableError.
        """
        self._depth += 1
        if self._depth > _DEEPEST:
            raise UnreadableError(
                self.package.source,
                f"it nests more than {_DEEPEST} elements in each other: the file is damaged",
                "Open it in the program that made it and save it anew.",
            )

    def ascend(self) -> None:
        """Leaves it."""
        self._depth -= 1
