"""OpenDocument texts (.odt, .fodt): their text in the order in which it is read, with what Writer counts and prints.

body           paragraphs, lists and headings with their numbers, tables, boxes where they are anchored
notes          after the body, each with its mark
furniture      headers and footers of the pages that are in use: each different line once
left out       comments, hidden text, pictures and objects, named and counted; tracked changes, counted

odfdo, the library for these files, is lxml with names for elements: it knows neither what number a paragraph has, nor
what a chain of styles comes to, nor what text is without its changes. So the XML is read as it is, by lxml.
"""

from __future__ import annotations

from compare.read.common.document_builder import DocumentBuilder, ParagraphOrRow
from compare.read.common.left_out import LeftOutCounts
from compare.read.odt.blocks import BlockReader
from compare.read.odt.furniture import read_furniture
from compare.read.odt.lists import read_levels, read_list_styles
from compare.read.odt.names import DC, NAME, OFFICE, TEXT, Element
from compare.read.odt.package import Package, open_package
from compare.read.odt.styles import open_styles
from compare.read.odt.text_part import Story
from compare.read.odt.tracked_changes import read_changes
from compare.values import Tracked

_USUAL_OUTLINE = "Outline"


def fill_from_odt(data: bytes, builder: DocumentBuilder, tracked: Tracked) -> None:
    """Fills a builder from the bytes of an OpenDocument text, zipped or flat.

    Raises: UnreadableError, UnsupportedFormatError, TooLargeError.
    """
    package = open_package(data, builder.source)
    story = _open_story(package, tracked)
    _count_comments(package, story.left_out)
    BlockReader(story, builder.add).read(package.text)
    _put_notes(story, builder)
    builder.add_furniture(read_furniture(story))
    story.left_out.report_to(builder)


def _open_story(package: Package, tracked: Tracked) -> Story:
    left_out = LeftOutCounts(tracked)
    common = None if package.styles is None else package.styles.find(f"{OFFICE}styles")
    outline = None if common is None else common.find(f"{TEXT}outline-style")
    return Story(
        package,
        open_styles(package.styles, package.content),
        read_list_styles(common, package.content.find(f"{OFFICE}automatic-styles")),
        {} if outline is None else read_levels(outline),
        _USUAL_OUTLINE if outline is None else outline.get(NAME, _USUAL_OUTLINE),
        left_out,
        read_changes(package.text, left_out),
    )


def _count_comments(package: Package, left_out: LeftOutCounts) -> None:
    roots: list[Element] = [package.content]
    if package.styles is not None and package.styles is not package.content:
        roots.append(package.styles)
    for root in roots:
        left_out.comments.update(comment.findtext(f"{DC}creator", "") for comment in root.iter(f"{OFFICE}annotation"))


def _put_notes(story: Story, builder: DocumentBuilder) -> None:
    while story.notes:
        notes, story.notes = story.notes, []  # those that are read may refer to others, as they may not
        for note in sorted(notes, key=lambda note: note.is_endnote):
            found: list[ParagraphOrRow] = []
            BlockReader(story, found.append).read(note.body)
            builder.add_note(note.mark, found)
