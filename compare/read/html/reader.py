"""A saved web page to the paragraphs of its content.

    <h1>Agenda item</h1> … <p>Minutes:</p> …       the page's own labels stay: the outline knows them for furniture
    <nav>, <footer>, the notice about cookies      left out, and named with the number of their words
    <frameset>, a page drawn by JavaScript         a clear error: there are no minutes in it
    <input type="password"> and little else        the page of a login

Nothing is fetched: what other files say (sheets, frames, pictures) is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from compare.errors import UnreadableError
from compare.read.common.document_builder import DocumentBuilder, ExtractedParagraph
from compare.read.html.appearance import hide_and_count
from compare.read.html.css import StyleSheet, read_sheet
from compare.read.html.encoding import decode_page
from compare.read.html.flow import Flow, Row
from compare.read.html.left_out import LeftOut
from compare.read.html.main_content import Content, find_content, has_password_field
from compare.read.html.notes import take_furniture, take_notes
from compare.read.html.saved_by_word import hide_comments, settle_changes
from compare.read.html.tree import Node, Page, parse_page
from compare.values import SegmentKind, Tracked

# Words of a page that asks for a password, up to which it is nothing but that; of one that needs JavaScript.
_LOGIN, _NOTHING = 80, 25
_WRITERS = ("libreoffice", "openoffice", "staroffice", "odf2xhtml")
_PROCESSORS = (*_WRITERS, "microsoft word", "wordperfect", "abiword", "onlyoffice", "aspose")
# A class that Google Docs gives to its lists, in its style sheets.
_GOOGLE = ".lst-kix"
_NEEDS_SCRIPT = re.compile(r"(?i)java ?script")


def fill_from_html(data: bytes, builder: DocumentBuilder, tracked: Tracked) -> None:
    """The content of a web page.

    Raises: UnreadableError when there is none in it, TooLargeError.
    """
    text, builder.encoding = decode_page(data, builder.source)
    fill_from_pages([text], builder, tracked)


def fill_from_pages(texts: Sequence[str], builder: DocumentBuilder, tracked: Tracked) -> None:
    """The content of the first page; the others are pages with its headers and footers, as Word saves them.

    Raises: UnreadableError when there is none in it, TooLargeError.
    """
    left_out = LeftOut(lost=texts[0].count("\ufffd"))
    page, *others = (parse_page(text, builder.source) for text in texts)
    left_out.changes = settle_changes(page, tracked)
    left_out.comments = hide_comments(page)
    furniture = [node for part in (page, *others) for node in take_furniture(part)]
    sheet = read_sheet(page.styles)
    unseen = hide_and_count(page, sheet)
    content = find_content(page)
    _refuse(page, content.root.words, builder.source)
    start = _flows(builder.source, page, sheet, unseen)
    flow, notes = _read(page, content, start)
    left_out.around = content.words_cut
    left_out.hidden, left_out.images, left_out.frames = flow.hidden_words, flow.images, flow.frames
    for piece in (*flow.pieces, *_notes(notes, start), *_furniture(furniture, start)):
        if isinstance(piece, ExtractedParagraph):
            builder.add_paragraph(piece)
        else:
            builder.add_row(piece)
    left_out.name_all(builder, tracked)


def _flows(source: str, page: Page, sheet: StyleSheet, unseen: frozenset[Node]) -> Callable[[], Flow]:
    """What begins a walk through a part of the page."""
    generator = page.generator.lower()
    return partial(
        Flow,
        source,
        sheet,
        unseen,
        is_writer=any(name in generator for name in _WRITERS),
        is_processed=any(name in generator for name in _PROCESSORS) or _GOOGLE in page.styles,
    )


def _read(page: Page, content: Content, start: Callable[[], Flow]) -> tuple[Flow, list[tuple[str, Node]]]:
    """The content of the page walked through, and its notes."""
    for node in content.cut:
        node.is_hidden = True
    notes = take_notes(page, content.root)
    for _, node in notes:
        node.is_hidden = True
    flow = start()
    flow.walk(content.root)
    return flow, notes


def _notes(notes: Iterable[tuple[str, Node]], start: Callable[[], Flow]) -> Iterator[ExtractedParagraph]:
    """The notes; the first paragraph of each has its number."""
    for number, node in notes:
        flow = start()
        flow.walk(node)
        for place, entry in enumerate(_flat(flow.pieces)):
            yield entry if place else ExtractedParagraph(entry.runs, SegmentKind.LIST_ITEM, number, 1)


def _furniture(nodes: Iterable[Node], start: Callable[[], Flow]) -> Iterator[ExtractedParagraph]:
    """The page headers and footers, each different text once."""
    seen: set[str] = set()
    for node in nodes:
        flow = start()
        flow.walk(node)
        for entry in _flat(flow.pieces):
            if entry.text not in seen:
                seen.add(entry.text)
                yield ExtractedParagraph(entry.runs, SegmentKind.FURNITURE)


def _flat(pieces: Iterable[ExtractedParagraph | Row]) -> Iterator[ExtractedParagraph]:
    """The paragraphs of all pieces, those in rows too."""
    for piece in pieces:
        if isinstance(piece, ExtractedParagraph):
            yield piece
        else:
            yield from (entry for cell in piece for entry in cell)


def _refuse(page: Page, words: int, source: str) -> None:
    """Says why there is nothing to compare in a page that has no minutes."""
    if page.has_frames and words <= _NOTHING:
        raise UnreadableError(
            source,
            "the page is only a frame around other pages",
            "Open the frame with the minutes by itself in your browser, and save that.",
        )
    if words <= _LOGIN and has_password_field(page):
        raise UnreadableError(
            source, "this is a page to sign in, not the minutes", "Sign in, and save the page of the minutes."
        )
    needs_script = page.has_script and (words == 0 or (words <= _NOTHING and _NEEDS_SCRIPT.search(page.notice)))
    if needs_script:
        raise UnreadableError(
            source,
            "the page has no text of its own: it is drawn by JavaScript when a browser shows it",
            "Print it to a PDF file in your browser, and compare that.",
        )
