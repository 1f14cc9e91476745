"""What the reader knows while it goes through one story of a Word document: its body, its notes, one header.

text box in the body       a story of its own: its fields and counts are apart from those around it
list in a footnote         counts from 1, whatever the body counted
footnote in a text box     Word has none
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from compare.read.docx.counters import Counts
from compare.read.docx.fields import Fields, endless_fields
from compare.read.docx.left_out import GONE, Tallies
from compare.read.docx.names import Element
from compare.read.docx.notes import Notes
from compare.read.docx.numbering import Numbering
from compare.read.docx.package import Package
from compare.read.docx.styles import Styles
from compare.values import Tracked


@dataclass(frozen=True, slots=True)
class Story:
    """Where the reader stands, and what it has by it. `box_counts` are those of all boxes of the story."""

    styles: Styles
    numbering: Numbering
    tallies: Tallies
    notes: Notes
    counts: Counts
    box_counts: Counts
    fields: Fields = field(default_factory=Fields)

    def of_part(self, root: Element) -> Story:
        """The story of another part of the document, or of one note: its counts begin anew."""
        endless = endless_fields(root, GONE[self.tallies.tracked])
        counts, box_counts = Counts(self.numbering), Counts(self.numbering)
        return replace(self, counts=counts, box_counts=box_counts, fields=Fields(endless))

    def of_box(self) -> Story:
        """The story of a text box."""
        return replace(self, counts=self.box_counts, fields=Fields(self.fields.endless))


def open_story(package: Package, tracked: Tracked) -> Story:
    """The body of a document."""
    styles = Styles(package.named.get("styles"))
    numbering = Numbering(package.named.get("numbering"), styles)
    counts, tallies = Counts(numbering), Tallies(tracked)
    story = Story(styles, numbering, tallies, Notes(package), counts, counts)
    return story.of_part(package.body)
