"""What a Word document holds that its text does not show, counted while it is read and named once.

a word deleted, the next one inserted, by A. Clerk      2 tracked changes by A. Clerk
an insertion over three paragraphs                      1: what touches and is of one kind is one change
a word made bold while changes were tracked             1 tracked change of formatting
a logo, a chart, a spreadsheet put into the text        1 image, 1 chart, 1 embedded object
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from compare.read.common.document_builder import DocumentBuilder
from compare.read.common.left_out import WHY_TRACKED, by_authors, counted
from compare.read.docx.names import Element, W
from compare.values import Tracked

GONE: Final = {
    Tracked.ACCEPT: frozenset({f"{W}del", f"{W}moveFrom", f"{W}cellDel"}),
    Tracked.REJECT: frozenset({f"{W}ins", f"{W}moveTo", f"{W}cellIns"}),
}
_CHANGES = frozenset().union(*GONE.values())
FORMATTING: Final = frozenset(
    f"{W}{name}Change" for name in ("rPr", "pPr", "sectPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "numbering")
)

IMAGE, CHART, DIAGRAM, OBJECT = "image", "chart", "diagram", "embedded object"
FORMULA, DOCUMENT, UNFILLED = "formula", "embedded document", "form field that was not filled in"
_ONLY_TEXT = "only text is compared"
_WHY = {
    IMAGE: _ONLY_TEXT,
    CHART: _ONLY_TEXT,
    DIAGRAM: _ONLY_TEXT,
    OBJECT: _ONLY_TEXT,
    FORMULA: _ONLY_TEXT,
    DOCUMENT: "it is a file of its own; compare it by itself",
    UNFILLED: "its prompt is no part of the text",
}
_PLURALS = {UNFILLED: "form fields that were not filled in"}


@dataclass(slots=True)
class Tallies:
    """Counts of what is left out of one document, and of the changes that were tracked in it."""

    tracked: Tracked
    things: Counter[str] = field(default_factory=Counter)
    hidden_words: int = 0
    _changes: Counter[str] = field(default_factory=Counter)
    _formatting: Counter[str] = field(default_factory=Counter)
    _comments: Counter[str] = field(default_factory=Counter)
    _last: tuple[str, str] | None = None  # kind and author of the change that was just passed

    def is_change(self, element: Element) -> bool:
        """Whether the element marks an insertion, a deletion or a move."""
        return element.tag in _CHANGES

    def pass_change(self, element: Element) -> bool:
        """Counts a change, unless it goes on from the last one; whether the text that is compared lacks it."""
        author = element.get(f"{W}author", "")
        if self._last != (element.tag, author):
            self._changes[author] += 1
        self._last = (element.tag, author)
        return element.tag in GONE[self.tracked]

    def pass_unchanged(self) -> None:
        """Ends the change that was passed last."""
        self._last = None

    def pass_mark(self, properties: Element | None) -> bool:
        """Passes the end of a paragraph, a row or a cell; whether the text that is compared lacks it."""
        changes = [] if properties is None else [child for child in properties if child.tag in _CHANGES]
        if not changes:
            self.pass_unchanged()
        is_gone = False
        for change in changes:
            is_gone |= self.pass_change(change)
        return is_gone

    def count_formatting(self, root: Element) -> None:
        """Counts the changes of formatting in a part."""
        self._formatting.update(change.get(f"{W}author", "") for change in root.iter(*FORMATTING))

    def count_comments(self, root: Element | None) -> None:
        """Counts the comments of a document."""
        if root is not None:
            self._comments.update(comment.get(f"{W}author", "") for comment in root.iter(f"{W}comment"))

    def name_all(self, builder: DocumentBuilder) -> None:
        """Names in the builder whatever was counted."""
        why = WHY_TRACKED[self.tracked]
        if self._changes:
            builder.leave_out(by_authors("tracked change", self._changes), why)
        if self._formatting:
            builder.leave_out(
                by_authors("tracked change of formatting", self._formatting, "tracked changes of formatting"), why
            )
        if self._comments:
            builder.leave_out(by_authors("comment", self._comments, is_counted=False), "they are not part of the text")
        if self.hidden_words:
            builder.leave_out(counted(self.hidden_words, "word") + " of hidden text", "it is not printed")
        for thing, why_thing in _WHY.items():
            if self.things[thing]:
                builder.leave_out(counted(self.things[thing], thing, _PLURALS.get(thing)), why_thing)
