"""Cuts a document into segments: headings, paragraphs, list items, table rows and what the page itself prints.

    **29. SPORTS GROUND.**              a heading; its mark is "29."
    The Chair said that there was
                                        a page break: one paragraph with two pieces …
    Page 4                              … and furniture between them
    confidence in the plan.
    - bread                             a list item; its mark is "-"

Word files, web pages and the like state what their paragraphs are; a text is read line by line.

No word is lost: every token of the text stands in exactly one segment.
"""

from __future__ import annotations

from compare.segment.assembly import build_segments, join_pages
from compare.segment.lines import split_lines, stated_lines
from compare.style.house_style import HouseStyle
from compare.values import Document, Segment

__all__ = ["segment_document"]


def segment_document(document: Document, style: HouseStyle) -> tuple[Segment, ...]:
    """Cuts a document into segments, in order; they do not overlap, save that a cut paragraph encloses furniture.

    Cost: linear.
    """
    lines = stated_lines(document) if document.paragraphs else split_lines(document.text)
    found = join_pages(document.text, build_segments(lines, style), style)
    return tuple(Segment(index, one.kind, tuple(one.pieces), one.mark, one.level) for index, one in enumerate(found))
