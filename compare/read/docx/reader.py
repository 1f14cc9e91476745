"""Word documents: their text in the order in which it is read, with what Word itself counts and prints.

body           paragraphs, lists with their numbers, tables, boxes where they are anchored
notes          after the body, each with its mark
furniture      headers, footers, watermarks: each different text once
left out       comments, hidden text, pictures and objects, named and counted; tracked changes, counted
"""

from __future__ import annotations

from compare.read.common.document_builder import DocumentBuilder, ParagraphOrRow
from compare.read.docx.blocks import BlockReader
from compare.read.docx.furniture import read_furniture
from compare.read.docx.package import open_package
from compare.read.docx.text_part import Story, open_story
from compare.values import Tracked


def fill_from_docx(data: bytes, builder: DocumentBuilder, tracked: Tracked) -> None:
    """Fills a builder from the bytes of a document of Word's kind (.docx, .docm, .dotx).

    Raises: UnreadableError, TooLargeError.
    """
    package = open_package(data, builder.source)
    story = open_story(package, tracked)
    story.tallies.count_formatting(package.body)
    story.tallies.count_comments(package.named.get("comments"))
    BlockReader(story, builder.add).read(package.body)
    _add_notes(story, builder)
    for found in read_furniture(package, story):
        builder.add_furniture(found)
    story.tallies.name_all(builder)


def _add_notes(story: Story, builder: DocumentBuilder) -> None:
    for note in story.notes:
        found: list[ParagraphOrRow] = []
        story.tallies.count_formatting(note.content)
        BlockReader(story.of_part(note.content), found.append).read(note.content)
        builder.add_note(note.mark, found)
