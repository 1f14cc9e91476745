"""What the pages of a Word document print around its text: headers, footers, watermarks.

three sections with one header               its words once
a header for first pages, not switched on    not printed, not read
"Page 2 of 9"                                as Word worked it out last
DRAFT across the page                        a shape in the header: its word
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.read.common.document_builder import ParagraphOrRow
from compare.read.docx.blocks import BlockReader
from compare.read.docx.names import Element, R, W, is_on
from compare.read.docx.package import Package
from compare.read.docx.text_part import Story


def read_furniture(package: Package, story: Story) -> Iterator[list[ParagraphOrRow]]:
    """The paragraphs and rows of each header, then of each footer, that some page prints."""
    for name in ("header", "footer"):
        for root in _printed(package, name):
            story.tallies.count_formatting(root)
            found: list[ParagraphOrRow] = []
            BlockReader(story.of_part(root), found.append).read(root)
            yield found


def _printed(package: Package, name: str) -> Iterator[Element]:
    """The headers or footers that some page has, in the order of the sections, each once."""
    has_even = is_on(package.named.get("settings"), "evenAndOddHeaders")
    known: dict[str, str | None] = {}
    printed: dict[str, None] = {}
    for section in package.sections:
        known |= {
            link.get(f"{W}type", "default"): link.get(f"{R}id") for link in section.iterchildren(f"{W}{name}Reference")
        }
        kinds = ("first" if is_on(section, "titlePg") else "", "default", "even" if has_even else "")
        printed |= dict.fromkeys(link for kind in kinds if (link := known.get(kind)) is not None)
    passed: list[Element] = []
    for link in printed:
        root = package.linked.get(link)
        if root is not None and not any(root is other for other in passed):
            passed.append(root)
            yield root
