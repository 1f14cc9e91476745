"""What a document holds that its text does not show, counted and named once for the reader.

3 comments by A. Clerk (2) and B. Head (1)            they are not part of the text
12 tracked changes by A. Clerk (9) and B. Head (3)    compared as if they were accepted; --tracked reject …
hidden text in 2 places                               it is not printed
4 images                                              only text is compared
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from compare.read.extract import Extract
from compare.values import Tracked

_UNNAMED = "an unnamed author"
_WHY_TRACKED = {
    Tracked.ACCEPT: "compared as if they were accepted; --tracked reject compares the text before them",
    Tracked.REJECT: "compared as if they were rejected; --tracked accept compares the text with them",
}
_ONLY_TEXT = "only text is compared"


@dataclass(slots=True)
class LeftOut:
    """Counts of what is left out, by author where it has one; changes that touch are one."""

    comments: Counter[str] = field(default_factory=Counter)
    changes: Counter[str] = field(default_factory=Counter)
    images: int = 0
    objects: int = 0
    formulas: int = 0
    hidden: int = 0
    lost: int = 0

    def name_all(self, extract: Extract, tracked: Tracked) -> None:
        """Names in the extract whatever was counted."""
        if self.changes:
            extract.leave_out(_authored(self.changes, "tracked change"), _WHY_TRACKED[tracked])
        if self.comments:
            extract.leave_out(_authored(self.comments, "comment"), "they are not part of the text")
        if self.hidden:
            extract.leave_out(f"hidden text in {_counted(self.hidden, 'place')}", "it is not printed")
        for count, noun in ((self.images, "image"), (self.objects, "embedded object"), (self.formulas, "formula")):
            if count:
                extract.leave_out(_counted(count, noun), _ONLY_TEXT)
        if self.lost:
            extract.leave_out(_counted(self.lost, "lost character"), "the text shows \ufffd where they stood")


def _authored(counts: Counter[str], noun: str) -> str:
    named = Counter({author.strip() or _UNNAMED: count for author, count in sorted(counts.items())})
    authors = sorted(named, key=lambda author: (-named[author], author))
    if len(authors) > 1:
        authors = [f"{author} ({named[author]})" for author in authors]
    by = authors[0] if len(authors) == 1 else f"{', '.join(authors[:-1])} and {authors[-1]}"
    return f"{_counted(named.total(), noun)} by {by}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
