"""Word documents: their text in the order in which it is read, with what Word itself counts and prints.

body           paragraphs, lists with their numbers, tables, boxes where they are anchored
notes          after the body, each with its mark
furniture      headers, footers, watermarks: each different text once
left out       comments, hidden text, pictures and objects, named and counted; tracked changes, counted
"""

from __future__ import annotations

from compare.read.common.extract import Entry, Extract
from compare.read.docx.blocks import BlockReader, Row
from compare.read.docx.furniture import read_furniture
from compare.read.docx.package import open_package
from compare.read.docx.text_part import Story, open_story
from compare.values import SegmentKind, Tracked


def fill_from_docx(data: bytes, extract: Extract, tracked: Tracked) -> None:
    """Fills an extract from the bytes of a document of Word's kind (.docx, .docm, .dotx).

    Raises: UnreadableError, TooLargeError.
    """
    package = open_package(data, extract.source)
    story = open_story(package, tracked)
    story.tallies.count_formatting(package.body)
    story.tallies.count_comments(package.named.get("comments"))
    BlockReader(story, lambda block: _put(block, extract)).read(package.body)
    _put_notes(story, extract)
    for entry in read_furniture(package, story):
        extract.add(entry)
    story.tallies.name_all(extract)


def _put(block: Entry | Row, extract: Extract) -> None:
    if isinstance(block, Entry):
        extract.add(block)
    elif any(isinstance(inner, Row) for cell in block.cells for inner in cell):
        for cell in block.cells:
            for inner in cell:
                _put(inner, extract)
    else:
        extract.add_row([[inner for inner in cell if isinstance(inner, Entry)] for cell in block.cells])


def _put_notes(story: Story, extract: Extract) -> None:
    for note in story.notes:
        found: list[Entry | Row] = []
        story.tallies.count_formatting(note.content)
        BlockReader(story.of_part(note.content), found.append).read(note.content)
        for place, block in enumerate(found):
            if place == 0 and isinstance(block, Entry):
                extract.add(Entry(block.runs, SegmentKind.LIST_ITEM, note.mark, 1))
            else:
                _put(block, extract)
