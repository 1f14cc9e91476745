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

from compare.read.common.document_builder import DocumentBuilder
from compare.read.common.left_out import WHY_TRACKED, by_authors, counted
from compare.values import Tracked

# Words of hidden text from which it is named: signs and hints have fewer.
_WORTH_NAMING = 5


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

    def name_all(self, builder: DocumentBuilder, tracked: Tracked) -> None:
        """Names in the builder whatever was counted."""
        if self.around:
            what = f"menus and the like around the page's text ({counted(self.around, 'word')})"
            builder.leave_out(what, "only the page's own content is compared")
        if self.changes:
            builder.leave_out(by_authors("tracked change", self.changes), WHY_TRACKED[tracked])
        if self.comments:
            builder.leave_out(counted(self.comments, "comment"), "they are not part of the text")
        if self.hidden >= _WORTH_NAMING:
            builder.leave_out(f"{counted(self.hidden, 'word')} of hidden text", "the page does not show it")
        if self.images:
            builder.leave_out(counted(self.images, "image"), "only text is compared")
        if self.frames:
            what = "1 page in a frame" if self.frames == 1 else f"{self.frames:,} pages in frames"
            builder.leave_out(what, "they are pages of their own; save and compare them by themselves")
        if self.lost:
            builder.leave_out(counted(self.lost, "lost character"), "the page shows \ufffd where they stood")
