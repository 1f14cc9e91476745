"""What a page holds that its text does not show, named once for the reader.

menus and the like around the page's text (123 words)     only the page's own content is compared
12 tracked changes by A. Clerk (9) and B. Head (3)        compared as if they were accepted; --tracked reject …
3 comments                                                they are not part of the text
46 words of hidden text                                   the page does not show it
2 images, 1 page in a frame                               only text is compared; it is a page of its own
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from compare.read.docx_tallies import author_name
from compare.read.extract import Extract
from compare.values import Tracked

# Words of hidden text from which it is named: signs and hints have fewer.
_WORTH_NAMING = 5
# Authors that are named; more are counted.
_MOST_NAMED = 5
_UNNAMED = "an unnamed author"
_WHY_TRACKED = {
    Tracked.ACCEPT: "compared as if they were accepted; --tracked reject compares the text before them",
    Tracked.REJECT: "compared as if they were rejected; --tracked accept compares the text with them",
}


@dataclass(slots=True)
class LeftOut:
    """Counts of what is left out of one page."""

    around: int = 0  # words of menus and the like
    hidden: int = 0  # words that the page does not show
    images: int = 0
    frames: int = 0
    comments: int = 0
    lost: int = 0  # characters
    changes: Counter[str] = field(default_factory=Counter)  # by author

    def name_all(self, extract: Extract, tracked: Tracked) -> None:
        """Names in the extract whatever was counted."""
        if self.around:
            what = f"menus and the like around the page's text ({_counted(self.around, 'word')})"
            extract.leave_out(what, "only the page's own content is compared")
        if self.changes:
            extract.leave_out(_authored(self.changes), _WHY_TRACKED[tracked])
        if self.comments:
            extract.leave_out(_counted(self.comments, "comment"), "they are not part of the text")
        if self.hidden >= _WORTH_NAMING:
            extract.leave_out(f"{_counted(self.hidden, 'word')} of hidden text", "the page does not show it")
        if self.images:
            extract.leave_out(_counted(self.images, "image"), "only text is compared")
        if self.frames:
            what = "1 page in a frame" if self.frames == 1 else f"{self.frames:,} pages in frames"
            extract.leave_out(what, "they are pages of their own; save and compare them by themselves")
        if self.lost:
            extract.leave_out(_counted(self.lost, "lost character"), "the page shows \ufffd where they stood")


def _authored(changes: Counter[str]) -> str:
    """Such as "12 tracked changes by A. Clerk (9) and B. Head (3)", the busiest first."""
    named: Counter[str] = Counter()
    for author, count in changes.items():
        named[author_name(author) or _UNNAMED] += count
    authors = sorted(named, key=lambda author: (-named[author], author))
    if len(authors) > 1:
        authors = [f"{author} ({named[author]:,})" for author in authors]
    if len(authors) > _MOST_NAMED:
        authors[_MOST_NAMED - 1 :] = [f"{len(authors) - _MOST_NAMED + 1} others"]
    *most, last = authors
    by = f"{', '.join(most)} and {last}" if most else last
    return f"{_counted(named.total(), 'tracked change')} by {by}"


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
