"""The pages of a PDF put together to the paragraphs, rows and furniture of one document, stage by stage.

page    its furniture told apart  →  its lines in reading order  →  its footnotes told apart  →  blocks of cells
tables  their heads, where they are printed anew  →  furniture
all     what is usual, and the columns  →  paragraphs and rows, over pages
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.read.pdf.assemble import Part, Writer
from compare.read.pdf.furniture import Sheet, part_furniture
from compare.read.pdf.page_content import Page
from compare.read.pdf.page_layout import Composed, Frames
from compare.read.pdf.repeated_table_heads import part_table_heads
from compare.read.pdf.usual_measures import Usual, measure


@dataclass(slots=True)
class Layout:
    """A document's parts in reading order, and what is usual in it."""

    parts: list[Part]
    usual: Usual
    sheets: list[Sheet]


def lay_out(pages: Sequence[Page]) -> Layout:
    """The parts of a document. Cost: n log n in its lines."""
    sheets = part_furniture(pages)
    usual = measure(line for sheet in sheets for line in sheet.body)
    composed = [Composed(sheet, usual) for sheet in sheets]
    part_table_heads(composed)
    writer = Writer(usual, Frames(composed, usual))
    for page in composed:
        writer.add_page(page)
    writer.finish([note for page in composed for note in page.notes])
    return Layout(writer.parts, usual, sheets)
