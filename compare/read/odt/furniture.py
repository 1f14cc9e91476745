"""What the pages of an OpenDocument text print around its text: headers and footers of the pages that are in use.

ten kinds of pages, two of them used        the headers of two
style:display="false"                       not printed, not read
a first page, then those that follow it     both are in use
left pages with a footer of their own       both footers, each different line once
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.read.common.document_builder import ParagraphOrRow
from compare.read.odt.blocks import BlockReader
from compare.read.odt.lists import read_list_styles
from compare.read.odt.names import LOEXT, NAME, OFFICE, STYLE, TABLE, TEXT_STYLE, Element
from compare.read.odt.styles import open_styles
from compare.read.odt.text_part import Story
from compare.read.odt.tracked_changes import read_changes

_USUAL_PAGE = "Standard"
# In the order in which they are given out: those of first pages, of right or all, of left ones.
_KINDS = (
    (f"{STYLE}header-first", f"{LOEXT}header-first", f"{STYLE}header", f"{STYLE}header-left"),
    (f"{STYLE}footer-first", f"{LOEXT}footer-first", f"{STYLE}footer", f"{STYLE}footer-left"),
)


def read_furniture(story: Story) -> list[ParagraphOrRow]:
    """The paragraphs and rows of the headers, then of the footers, of the pages that are in use."""
    root = story.package.styles
    if root is None:
        return []
    masters = root.find(f"{OFFICE}master-styles")
    if masters is None:
        return []
    list_styles = read_list_styles(root.find(f"{OFFICE}styles"), root.find(f"{OFFICE}automatic-styles"))
    inner = story.of_part(open_styles(root, root), list_styles, read_changes(masters, story.left_out))
    pages = list(_used(story, masters))
    found: list[ParagraphOrRow] = []
    for kinds in _KINDS:
        for page in pages:
            for part in (part for kind in kinds for part in page.iterchildren(kind)):
                if part.get(f"{STYLE}display") != "false":
                    BlockReader(inner, found.append).read(part)
    return found


def _used(story: Story, masters: Element) -> Iterator[Element]:
    """The kinds of pages that the text names, and those that follow them, in the order of the text."""
    by_name = {page.get(NAME, ""): page for page in masters.iterchildren(f"{STYLE}master-page")}
    passed = set[str]()
    for name in _named(story):
        while name in by_name and name not in passed:
            passed.add(name)
            yield by_name[name]
            name = by_name[name].get(f"{STYLE}next-style-name", "")  # noqa: PLW2901 (a chain is followed)


def _named(story: Story) -> Iterator[str]:
    has_begun = False
    for element in story.package.text.iter("{*}p", "{*}h", f"{TABLE}table"):
        name = element.get(TEXT_STYLE) or element.get(f"{TABLE}style-name", "")
        page = story.styles.page_of(name, is_table=element.tag == f"{TABLE}table")
        if page or not has_begun:
            yield page or _USUAL_PAGE
        has_begun = True
