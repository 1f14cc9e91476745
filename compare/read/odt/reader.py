"""OpenDocument texts (.odt, .fodt): their text in the order in which it is read, with what Writer counts and prints.

body           paragraphs, lists and headings with their numbers, tables, boxes where they are anchored
notes          after the body, each with its mark
furniture      headers and footers of the pages that are in use: each different line once
left out       comments, hidden text, pictures and objects, named and counted; tracked changes, counted

odfdo, the library for these files, is lxml with names for elements: it knows neither what number a paragraph has, nor
what a chain of styles comes to, nor what text is without its changes. So the XML is read as it is, by lxml.
"""

from __future__ import annotations

from functools import partial

from compare.read.common.extract import Entry, Extract
from compare.read.common.left_out import Tallies
from compare.read.common.text_flow import Block, put_block
from compare.read.odt.blocks import BlockReader
from compare.read.odt.furniture import read_furniture
from compare.read.odt.lists import read_levels, read_list_styles
from compare.read.odt.names import DC, NAME, OFFICE, TEXT, Element
from compare.read.odt.package import Package, open_package
from compare.read.odt.styles import open_styles
from compare.read.odt.text_part import Story
from compare.read.odt.tracked_changes import read_changes
from compare.read.rtf.notes_and_headers import give_out_furniture
from compare.values import SegmentKind, Tracked

_USUAL_OUTLINE = "Outline"


def fill_from_odt(data: bytes, extract: Extract, tracked: Tracked) -> None:
    """Fills an extract from the bytes of an OpenDocument text, zipped or flat.

    Raises: UnreadableError, UnsupportedFormatError, TooLargeError.
    """
    package = open_package(data, extract.source)
    story = _open_story(package, tracked)
    _count_comments(package, story.tallies)
    BlockReader(story, partial(put_block, extract=extract)).read(package.text)
    _put_notes(story, extract)
    give_out_furniture(read_furniture(story), extract)
    story.tallies.name_all(extract)


def _open_story(package: Package, tracked: Tracked) -> Story:
    tallies = Tallies(tracked)
    common = None if package.styles is None else package.styles.find(f"{OFFICE}styles")
    outline = None if common is None else common.find(f"{TEXT}outline-style")
    return Story(
        package,
        open_styles(package.styles, package.content),
        read_list_styles(common, package.content.find(f"{OFFICE}automatic-styles")),
        {} if outline is None else read_levels(outline),
        _USUAL_OUTLINE if outline is None else outline.get(NAME, _USUAL_OUTLINE),
        tallies,
        read_changes(package.text, tallies),
    )


def _count_comments(package: Package, tallies: Tallies) -> None:
    roots: list[Element] = [package.content]
    if package.styles is not None and package.styles is not package.content:
        roots.append(package.styles)
    for root in roots:
        tallies.comments.update(comment.findtext(f"{DC}creator", "") for comment in root.iter(f"{OFFICE}annotation"))


def _put_notes(story: Story, extract: Extract) -> None:
    while story.notes:
        notes, story.notes = story.notes, []  # those that are read may refer to others, as they may not
        for note in sorted(notes, key=lambda note: note.is_endnote):
            found: list[Block] = []
            BlockReader(story, found.append).read(note.body)
            for place, block in enumerate(found):
                if place == 0 and isinstance(block, Entry):
                    extract.add(Entry(block.runs, SegmentKind.LIST_ITEM, note.mark, 1))
                else:
                    put_block(block, extract)
