"""Counts what a document holds that its text does not show, and names it for the user.

3 comments by A. Clerk and B. Head                    they are not part of the text
12 tracked changes by A. Clerk (9) and B. Head (3)    compared as if they were accepted; --tracked reject …
7 words of hidden text                                it is not printed
1 image, 2 embedded objects                           only text is compared
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum

from compare.read.common.document_builder import DocumentBuilder
from compare.values import Doubt, Tracked

_UNNAMED = "an unnamed author"
_LONGEST_NAME = 60  # characters of an author's name
_MOST_NAMED = 5  # authors; more are counted
WHY_TRACKED = {
    Tracked.ACCEPT: "compared as if they were accepted; --tracked reject compares the text before them",
    Tracked.REJECT: "compared as if they were rejected; --tracked accept compares the text with them",
}
_ONLY_TEXT = "only text is compared"
_IN_A_PICTURE = "words in a picture are not read: look whether it is a scan of a page"

# Square millimetres from which a picture can be a scanned page or table, not a logo, a seal or a signature: a third of
# a page (A4).
LARGE_PICTURE = 20_800


class ObjectKind(Enum):
    """The kinds of objects that are counted, by name."""

    IMAGE = "image"
    LARGE_IMAGE = "large picture"
    CHART = "chart"
    DIAGRAM = "diagram"
    OBJECT = "embedded object"
    FORMULA = "formula"
    DOCUMENT = "embedded document"
    UNFILLED = "form field that was not filled in"
    PROMPT = "form field that holds nothing but its prompt"


_PLURALS = {
    ObjectKind.UNFILLED: "form fields that were not filled in",
    ObjectKind.PROMPT: "form fields that hold nothing but their prompts",
}
_WHY = {
    ObjectKind.LARGE_IMAGE: _IN_A_PICTURE,
    ObjectKind.DOCUMENT: "it is a file of its own; compare it by itself",
    ObjectKind.UNFILLED: "its prompt is no part of the text",
    ObjectKind.PROMPT: "the prompt is printed, and so compared as text",
}
# A small image is a logo or a signature: no doubt.
_DOUBTS = {
    ObjectKind.LARGE_IMAGE: Doubt.UNREAD,
    ObjectKind.CHART: Doubt.UNREAD,
    ObjectKind.DIAGRAM: Doubt.UNREAD,
    ObjectKind.OBJECT: Doubt.UNREAD,
    ObjectKind.FORMULA: Doubt.UNREAD,
    ObjectKind.DOCUMENT: Doubt.UNREAD,
    ObjectKind.UNFILLED: Doubt.UNFINISHED,
    ObjectKind.PROMPT: Doubt.UNFINISHED,
}


@dataclass(slots=True)
class LeftOutCounts:
    """Counts what is left out of one document, by author where it has one."""

    tracked: Tracked
    changes: Counter[str] = field(default_factory=Counter)
    formatting: Counter[str] = field(default_factory=Counter)
    comments: Counter[str] = field(default_factory=Counter)
    objects: Counter[ObjectKind] = field(default_factory=Counter)
    hidden_words: int = 0
    lost: int = 0

    def report_to(self, builder: DocumentBuilder) -> None:
        """Records in the builder whatever was counted."""
        why = WHY_TRACKED[self.tracked]
        if self.changes:
            builder.leave_out(by_authors("tracked change", self.changes), why, Doubt.UNFINISHED)
        if self.formatting:
            name = "tracked change of formatting"
            builder.leave_out(by_authors(name, self.formatting, "tracked changes of formatting"), why, Doubt.UNFINISHED)
        if self.comments:
            what = by_authors("comment", self.comments, is_counted=False)
            builder.leave_out(what, "they are not part of the text", Doubt.UNFINISHED)
        if self.hidden_words:
            what = f"{counted(self.hidden_words, 'word')} of hidden text"
            builder.leave_out(what, "it is not printed", Doubt.UNFINISHED)
        for kind in ObjectKind:
            if self.objects[kind]:
                what = counted(self.objects[kind], kind.value, _PLURALS.get(kind))
                builder.leave_out(what, _WHY.get(kind, _ONLY_TEXT), _DOUBTS.get(kind))
        if self.lost:
            what = counted(self.lost, "lost character")
            builder.leave_out(what, "the text shows \ufffd where they stood", Doubt.UNREAD)


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """A count with its noun, such as "1,204 words"."""
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"


def by_authors(noun: str, authors: Counter[str], plural: str | None = None, *, is_counted: bool = True) -> str:
    """A count by author, the busiest first, such as "12 tracked changes by A. Clerk (9) and B. Head (3)"."""
    named: Counter[str] = Counter()
    for author, count in authors.items():
        named[author_name(author) or _UNNAMED] += count
    ranked = sorted(named, key=lambda author: (-named[author], author))
    shown = [f"{author} ({named[author]:,})" if is_counted and len(ranked) > 1 else author for author in ranked]
    if len(shown) > _MOST_NAMED:
        shown[_MOST_NAMED - 1 :] = [f"{len(shown) - _MOST_NAMED + 1} others"]
    listed = f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]
    return f"{counted(named.total(), noun, plural)} by {listed}"


def author_name(text: str) -> str:
    """The name of an author on one line; a very long one is shortened."""
    name = " ".join(text.split())
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME].rstrip()}…"
