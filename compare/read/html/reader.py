"""Reads a saved web page: the paragraphs of its main content, and what is left out of it.

    <h1>Agenda item</h1> … <p>Minutes:</p> …       labels of the page are kept: the outline recognises them as furniture
    <nav>, <footer>, the cookie notice             left out, and reported with their number of words
    <frameset>, a page drawn by JavaScript         an error: there are no minutes in it
    <input type="password"> and little else        a sign-in page: an error

Nothing is fetched: style sheets, frames and pictures in other files are ignored.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from compare.errors import UnreadableError
from compare.read.common.document_builder import DocumentBuilder
from compare.read.common.left_out import WHY_TRACKED, by_authors, counted
from compare.read.html.main_content import MainContent, find_main_content, has_password_field
from compare.read.html.notes_and_changes import (
    extract_footnotes,
    extract_page_headers,
    hide_comments,
    resolve_tracked_changes,
)
from compare.read.html.paragraphs import ContentWalker
from compare.read.html.parser import HtmlPage, Node, decode_page, parse_page
from compare.read.html.styles import StyleSheet, mark_hidden_elements, read_sheet
from compare.values import Doubt, Tracked

# The fewest words of hidden text that are reported: icons and hints have fewer.
_WORTH_NAMING = 5
# The most words of a sign-in page, and of a page without text of its own.
_LOGIN, _NOTHING = 80, 25
_WRITERS = ("libreoffice", "openoffice", "staroffice", "odf2xhtml")
_PROCESSORS = (*_WRITERS, "microsoft word", "wordperfect", "abiword", "onlyoffice", "aspose")
# A list class in the style sheets of Google Docs.
_GOOGLE = ".lst-kix"
_NEEDS_SCRIPT = re.compile(r"(?i)java ?script")


@dataclass(slots=True)
class HtmlLeftOutCounts:
    """Counts of what is left out of a page."""

    menu_words: int = 0  # around the main content
    hidden: int = 0  # words
    images: int = 0
    fields: int = 0  # of forms
    frames: int = 0
    comments: int = 0
    lost: int = 0  # characters
    changes: Counter[str] = field(default_factory=Counter)  # by author

    def report(self, builder: DocumentBuilder, tracked: Tracked) -> None:
        """Reports every count to the builder."""
        if self.menu_words:
            what = f"menus and the like around the page's text ({counted(self.menu_words, 'word')})"
            builder.leave_out(what, "only the page's own content is compared")
        if self.changes:
            what = by_authors("tracked change", self.changes)
            builder.leave_out(what, WHY_TRACKED[tracked], Doubt.UNFINISHED)
        if self.comments:
            builder.leave_out(counted(self.comments, "comment"), "they are not part of the text", Doubt.UNFINISHED)
        if self.hidden >= _WORTH_NAMING:
            builder.leave_out(f"{counted(self.hidden, 'word')} of hidden text", "the page does not show it")
        if self.images:
            builder.leave_out(counted(self.images, "image"), "only text is compared")
        if self.fields:
            builder.leave_out(counted(self.fields, "form field"), "it is for sending something to the site")
        if self.frames:
            what = "1 page in a frame" if self.frames == 1 else f"{self.frames:,} pages in frames"
            builder.leave_out(what, "they are pages of their own; save and compare them by themselves")
        if self.lost:
            what = counted(self.lost, "lost character")
            builder.leave_out(what, "the page shows \ufffd where they stood", Doubt.UNREAD)


def fill_from_html(data: bytes, builder: DocumentBuilder, tracked: Tracked) -> None:
    """Fills a builder with the main content of a web page.

    Raises: UnreadableError if there is none in it, TooLargeError.
    """
    text, builder.encoding = decode_page(data, builder.source)
    fill_from_pages([text], builder, tracked)


def fill_from_pages(texts: Sequence[str], builder: DocumentBuilder, tracked: Tracked) -> None:
    """Fills a builder with the content of the first page; the others hold its page headers and footers, saved by Word.

    Raises: UnreadableError if there is none in it, TooLargeError.
    """
    left_out = HtmlLeftOutCounts(lost=texts[0].count("\ufffd"))
    page, *others = (parse_page(text, builder.source) for text in texts)
    left_out.changes = resolve_tracked_changes(page, tracked)
    left_out.comments = hide_comments(page)
    page_headers = [node for part in (page, *others) for node in extract_page_headers(part)]
    sheet = read_sheet(page.styles)
    hidden_by_page = mark_hidden_elements(page, sheet)
    content = find_main_content(page)
    _refuse_page_without_minutes(page, content.root.words, builder.source)
    start_walk = _walkers(builder.source, page, sheet, hidden_by_page)
    walker, footnotes = _read(page, content, start_walk)
    left_out.menu_words = content.words_cut
    left_out.hidden, left_out.images, left_out.frames = walker.hidden_words, walker.images, walker.frames
    left_out.fields = walker.fields
    builder.pictures.extend(walker.pictures)
    for found in walker.entries:
        builder.add(found)
    for number, footnote in footnotes:
        builder.add_note(number, start_walk().walk(footnote))
    around = {content.root, *page.inside(content.root)}
    builder.comments.extend(words for node, words in page.comments if node in around and not node.is_inside_hidden)
    for header in page_headers:
        builder.add_furniture(start_walk().walk(header))
    left_out.report(builder, tracked)


def _walkers(
    source: str, page: HtmlPage, sheet: StyleSheet, hidden_by_page: frozenset[Node]
) -> Callable[[], ContentWalker]:
    """Returns a function that creates a walker for the page."""
    generator = page.generator.lower()
    return partial(
        ContentWalker,
        source,
        sheet,
        hidden_by_page,
        by_libreoffice=any(name in generator for name in _WRITERS),
        by_word_processor=any(name in generator for name in _PROCESSORS) or _GOOGLE in page.styles,
    )


def _read(
    page: HtmlPage, content: MainContent, start_walk: Callable[[], ContentWalker]
) -> tuple[ContentWalker, list[tuple[str, Node]]]:
    """Walks through the main content; returns the walker and the footnotes."""
    for node in content.cut:
        node.is_hidden = True
    footnotes = extract_footnotes(page, content.root)
    for _, node in footnotes:
        node.is_hidden = True
    walker = start_walk()
    walker.walk(content.root)
    return walker, footnotes


def _refuse_page_without_minutes(page: HtmlPage, words: int, source: str) -> None:
    """Refuses a page that cannot hold minutes. Raises: UnreadableError."""
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
