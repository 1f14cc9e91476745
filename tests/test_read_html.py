"""Tests of reading saved web pages and web archives."""

from __future__ import annotations

import base64
import itertools
import re
import time
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.annotate import load_engines
from compare.errors import TooLargeError, UnreadableError
from compare.pipeline import compare_documents
from compare.read import read_document
from compare.read.common.document_builder import DocumentBuilder
from compare.read.html.parser import decode_page
from compare.read.html.reader import fill_from_html
from compare.read.html.web_archive import fill_from_mhtml
from compare.style.house_style import default_house_style
from compare.values import Document, Formatting, SegmentKind, Severity, Tracked

PAGES = Path(__file__).parent / "pages"
SAMPLE = Path(__file__).parent.parent / "samples" / "rotherham-2022-09-06"

HEAD, PARA, ITEM, ROW, PAGE = (
    SegmentKind.HEADING,
    SegmentKind.PARAGRAPH,
    SegmentKind.LIST_ITEM,
    SegmentKind.TABLE_ROW,
    SegmentKind.FURNITURE,
)
SPACER = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>"
# Minutes for tests in which only the page around them matters.
MINUTES = (
    "<h1>Minutes of 3 March</h1><p>Present: Cllrs Ames and Byrne.</p><h2>1. Roads</h2>"
    "<p>The Clerk reported that the holes in Mill Lane had been filled.</p><p>RESOLVED that the Clerk write.</p>"
    '<ul><li><a href="roads.pdf">Report on roads</a></li></ul>'
)


def _read(page: str | bytes, tracked: Tracked = Tracked.ACCEPT) -> Document:
    data = page.encode("utf-8") if isinstance(page, str) else page
    builder = DocumentBuilder("minutes.html")
    fill_from_html(data, builder, tracked)
    return builder.build(name="minutes.html", data=data, kind="html")


def _read_archive(data: bytes, tracked: Tracked = Tracked.ACCEPT) -> Document:
    builder = DocumentBuilder("minutes.mhtml")
    fill_from_mhtml(data, builder, tracked)
    return builder.build(name="minutes.mhtml", data=data, kind="html")


def _lines(page: str | bytes, tracked: Tracked = Tracked.ACCEPT) -> list[str]:
    return _paragraphs(_read(page, tracked))


def _paragraphs(document: Document) -> list[str]:
    return [document.text[paragraph.span.start : paragraph.span.end] for paragraph in document.paragraphs]


def _kinds(page: str) -> list[tuple[SegmentKind, int, str]]:
    document = _read(page)
    return [
        (paragraph.kind, paragraph.level, line)
        for paragraph, line in zip(document.paragraphs, _paragraphs(document), strict=True)
    ]


def _formatting(page: str) -> list[tuple[str, Formatting]]:
    document = _read(page)
    return [(document.text[span.start : span.end], how) for span, how in document.formatting]


# Text and formatting ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>The  Chair\n\t said <b> that </b> all", ["The Chair said that all"]),
        ("<p>a</p>\n\n<p>&nbsp;</p><p>b", ["a", "b"]),
        ("<p>£14,000&nbsp;a year&shy;ly twenty&#8209;one", ["£14,000\xa0a year\xadly twenty\u2011one"]),
        ("<p>A<br>B<br/>c", ["A", "B\nc"]),
        ("<p class=MsoNormal>a<br>b", ["a\nb"]),
        ("<p>a<br><br>b<br>&nbsp;<br>c<br> <br><br>d", ["a", "b", "c", "d"]),
        ("<p><br>a<br>", ["a"]),
        ("<p>20<sup>th</sup> of m<sup>2</sup> H<sub>2</sub>O", ["20th of m2 H2O"]),
        ("<p>one<div>two</div>three<p>four", ["one", "two", "three", "four"]),
        ("<span style='display:block'>a</span><span style='display:block'>b</span>", ["a", "b"]),
        ("<p>re<wbr>start <q>no</q> <a href=x>link</a>", ["restart “no” link"]),
        ("<p>A&amp;#39;s &lt;AI1&gt; &#146; &rsquo; &check; &foo; &pound100", ["A&#39;s <AI1> ’ ’ ✓ &foo; £100"]),
        ("<p>a < b & c <3 > d", ["a < b & c <3 > d"]),
        ("<p>x</p></body></html><html><body><p>y</p></body></html>", ["x", "y"]),
        ("<AI3><p>x</p></AI3>", ["x"]),
        ("<p>a\x00b\x01c\ufeffd", ["abcd"]),
        ("<ul><li>a<li>b</ul>", ["• a", "• b"]),
        ("just words", ["just words"]),
        ("<details><summary>29. Roads</summary><p>Inside</details>", ["29. Roads", "Inside"]),
        ("<h2><button>29. Roads</button></h2><button>Print</button><p>Text", ["29. Roads", "Text"]),
        (
            "<form><label for=a>Name</label><input id=a><textarea>x</textarea><button>Send</button></form>Text",
            ["Text"],
        ),
        (
            "<label><input type=checkbox checked> For</label> <input type=radio id=a><label for=a>No</label>",
            ["☒ For ☐ No"],
        ),
        ("<p>10<sup>2</sup> on the 4<sup>th</sup>, 40 m<sup>2</sup>", ["10² on the 4th, 40 m2"]),
        ("<script>if(a<b)document.write('<p>no</p>')</script><style>p>a{}</style><p>x", ["x"]),
        ("<p>x<template><p>no</template><noscript>no</noscript><svg><text>no</text></svg><iframe>no</iframe>", ["x"]),
        ("<!-- <p>no</p> --><p>x<!--[if mso]>no<![endif]-->", ["x"]),
    ],
)
def test_text_as_a_browser_prints_it(page: str, lines: list[str]) -> None:
    """White space collapses, line ends and blocks separate, and scripts and the like are not text."""
    assert _lines(page) == lines


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        (
            "<pre>4. BUS SHELTER\nThe Clerk reported.\n\nnext   word\tand</pre>",
            ["4. BUS SHELTER", "The Clerk reported.", "next   word\tand"],
        ),
        ("<pre>a line <b>with\nbold</b> in it,\n  set in</pre>", ["a line with\nbold in it,\n  set in"]),
        ("<div style='white-space: pre-line'>a  b\n  c\n\nd</div>", ["a  b\nc", "d"]),
    ],
)
def test_preserved_white_space(page: str, lines: list[str]) -> None:
    """Where a page preserves white space it is kept, and an empty line ends a paragraph."""
    assert _lines(page) == lines


@pytest.mark.parametrize(
    "page",
    [
        "<p>seen <span style='display: none !important'>gone</span></p>",
        "<p>seen</p><p hidden>gone</p>",
        "<p>seen</p><div style='visibility:hidden'>gone</div>",
        "<p>seen <span style='mso-hide:all'>gone</span></p>",
        "<style>.x{display:none}</style><p>seen</p><div class='a x'>gone</div>",
        "<p>seen <span class='sr-only'>gone</span><i aria-hidden='true'>gone</i></p>",
        "<p>seen</p><dialog>gone</dialog>",
    ],
)
def test_hidden_text(page: str) -> None:
    """Text that the page hides is not compared."""
    assert _lines(page) == ["seen"]


def test_hidden_text_that_may_be_shown() -> None:
    """A long text that only a class or a role hides is kept: a script may show it."""
    words = "The Clerk reported that the work was done. " * 8
    pages = (
        f"<div aria-hidden='true'><p>{words}</p></div>",
        f"<style>.tab{{display:none}}</style><div class='tab'><p>{words}</p></div>",
        f"<style media='print'>.body{{display:none}}</style><div class='body'>{words}</div>",
        f"<style>@media print{{.body{{display:none}}}}</style><div class='body'>{words}</div>",
        f"<noscript><style>.body{{display:none}}</style></noscript><div class='body'>{words}</div>",
    )
    for page in pages:
        assert _lines(page) == [words.strip()]


def test_hidden_text_is_reported() -> None:
    """Hidden words are counted and reported."""
    left_out = _read("<p>seen</p><p style='display:none'>The vote was seven to two.</p>").left_out
    assert left_out == (("6 words of hidden text", "the page does not show it"),)


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p><b>a</b> <em>b</em> <u>c</u> <strike>d</strike>", [("a", 1), ("b", 2), ("c", 4), ("d", 8)]),
        ("<p><del>out</del><ins>in</ins>", [("out", 8), ("in", 4)]),
        ("<b><p>a</p></b><u><p>b</p></u><s><p>c</p></s>", [("a", 1), ("b", 4), ("c", 8)]),
        ("<p><span style='font-weight:700;text-decoration:underline line-through'>a</span>", [("a", 13)]),
        ("<p><b>a<span style='font-weight:normal'>b</span></b>", [("a", 1)]),
        ("<p style='font:italic bold 12pt serif'>a", [("a", 3)]),
        ("<style>.c1{font-weight:bold}p.c2 {font-style:italic}</style><p class='c2'><span class='c1'>a", [("a", 3)]),
        ("<style>nav .c1{font-weight:bold}@media print{.c1{font-weight:bold}}</style><p class='c1'>a", []),
        ("<ins style='text-decoration:none'>a</ins>", []),
        ("<h2>a</h2><table><th>b", []),
    ],
)
def test_formatting(page: str, expected: list[tuple[str, int]]) -> None:
    """Bold, italic, underlined and struck words, by element, attribute or style sheet; struck ones stay in the text."""
    assert _formatting(page) == [(words, Formatting(how)) for words, how in expected]


def test_headings() -> None:
    """Headings are recognised by element, role or Word's classes; bold paragraphs are not headings."""
    page = (
        "<h1>A</h1><h3>B <small>b</small></h3><div role='heading' aria-level='4'>C</div>"
        "<p class='MsoHeading7'>D</p><p><b>E</b></p><h2><p>F</p></h2><h2 class='x'>G<br>g</h2>"
    )
    expected = [
        (HEAD, 1, "A"),
        (HEAD, 3, "B b"),
        (HEAD, 4, "C"),
        (HEAD, 7, "D"),
        (PARA, 0, "E"),
        (HEAD, 2, "F"),
        (HEAD, 2, "G\ng"),
    ]
    assert _kinds(page) == expected
    assert [paragraph.is_bold for paragraph in _read(page).paragraphs].index(True) == 4


# Lists -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<ol start=29><li>a<li>b</ol>", ["29. a", "30. b"]),
        ("<ol type=a><li>a<li value=27>b<li>c</ol>", ["a. a", "aa. b", "ab. c"]),
        ("<ol type=I reversed><li>a<li>b<li>c</ol>", ["III. a", "II. b", "I. c"]),
        ("<ol reversed start=9><li>a<li>b</ol>", ["9. a", "8. b"]),
        ("<ol style='list-style-type:lower-roman'><li>a<li type=A>b</ol>", ["i. a", "B. b"]),
        ("<ol style='list-style: decimal-leading-zero inside'><li>a</ol>", ["01. a"]),
        ("<style>ol.x{list-style-type:upper-latin}</style><ol class='y x'><li>a</ol>", ["A. a"]),
        ("<ul><li>a<ul><li>b<ul><li>c</ul></ul></ul>", ["• a", "◦ b", "▪ c"]),
        ("<ul type=square><li>a</ul><ul style='list-style:none'><li>b</ul>", ["▪ a", "b"]),
        ("<ul style=\"list-style-type: '– '\"><li>a</ul>", ["– a"]),
        ("<style>ol,ul{list-style:none}li{display:inline}</style><ol><li>a<li>b</ol>", ["1. a", "2. b"]),
        ("<ol><ol type=i><li>a</ol><li>b</ol>", ["i. a", "1. b"]),
        ("<ol><li><ol type=a><li>a</ol><li>b</ol>", ["a. a", "2. b"]),
        ("<ol><li></li><li>b</ol>", ["2. b"]),
        ("<ol><li style='display:block'>a<li>b</ol>", ["a", "1. b"]),
        ("<ol><li>a<p>more</p><li><h2>b</h2><p>text</ol>", ["1. a", "more", "2. b", "text"]),
        ("<li>stray", ["• stray"]),
    ],
)
def test_lists(page: str, lines: list[str]) -> None:
    """List marks are counted as in a browser."""
    assert _lines(page) == lines


def test_levels_of_lists() -> None:
    """Items have the level of their list; further paragraphs of an item are paragraphs."""
    page = "<ol><li>a<p>more<ul><li>b</ul></ol><ol><ol><li>c</ol></ol>"
    assert _kinds(page) == [(ITEM, 1, "1. a"), (PARA, 0, "more"), (ITEM, 2, "• b"), (ITEM, 2, "1. c")]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"<p class=MsoListParagraph>1.{SPACER}That", (ITEM, 0, "1. That")),
        (
            (
                "<p style='mso-list:l0 level2 lfo1'><![if !supportLists]>"
                f"<span style='mso-list:Ignore'>(a){SPACER}</span><![endif]>to note"
            ),
            (ITEM, 2, "(a) to note"),
        ),
        (
            (
                "<p><!--[if !supportLists]--><span style='font-family:Symbol'>"
                f"<span style='mso-list:Ignore'>·{SPACER}</span></span><!--[endif]-->bread"
            ),
            (ITEM, 0, "• bread"),
        ),
        (f"<p><span style='font-family:Wingdings'>ü{SPACER}</span>done", (ITEM, 0, "✓ done")),
        (f"<p><font face=Symbol>&#61623;{SPACER}</font>bread", (ITEM, 0, "• bread")),
        (f"<h1>29.{SPACER}Roads</h1>", (HEAD, 1, "29. Roads")),
        ("<p>1.&nbsp;&nbsp;&nbsp;&nbsp; That", (ITEM, 0, "1. That")),
        ("<p>&nbsp;&nbsp; &nbsp;&nbsp; bread", (ITEM, 0, "bread")),
        ("<p>&nbsp; bread", (PARA, 0, "bread")),
        ("<p>1. That", (PARA, 0, "1. That")),
        (f"<p>The vote{SPACER}was", (PARA, 0, "The vote\xa0\xa0\xa0 was")),
        ("<meta name=generator content='LibreOffice 7'><h1>29.Roads</h1>", (HEAD, 1, "29. Roads")),
        (
            (
                "<meta name='DCTERMS.source' content='http://xml.openoffice.org/odf2xhtml'><ol><li>"
                "<p><span style='display:block;float:left;min-width:0cm'>(a)</span>to note"
            ),
            (ITEM, 1, "(a) to note"),
        ),
        ("<meta name=generator content='LibreOffice 7'><p>1.2Each", (ITEM, 0, "1.2 Each")),
        ("<meta name=generator content='LibreOffice 7'><p>2.5km on", (PARA, 0, "2.5km on")),
        ("<meta name=generator content='LibreOffice 7'><p>\n\tAmes\tPresent", (PARA, 0, "Ames\tPresent")),
    ],
)
def test_marks_that_word_processors_leave(page: str, expected: tuple[SegmentKind, int, str]) -> None:
    """Numbers and bullets that a word processor wrote as text are list marks."""
    assert _kinds(page) == [expected]


def test_lists_of_google_docs() -> None:
    """Google Docs counts in its style sheet, across paragraphs between the items."""
    page = (
        "<style>.lst-kix_a-0>li:before{content:'' counter(lst-ctn-kix_a-0,decimal) '. '}"
        '.lst-kix_a-1 > li:before{content:"(" counter(lst-ctn-kix_a-1,lower-latin) ") "}'
        ".lst-kix_b-0>li:before{content:'\\0025cf   '}ol.lst-kix_a-1.start{counter-reset:lst-ctn-kix_a-1 2}</style>"
        "<ol class='lst-kix_a-0 start'><li>x</ol><p>between</p><ol class='lst-kix_a-0'><li>y</ol>"
        "<ol class='lst-kix_a-1 start'><li>z</ol><ul class='lst-kix_b-0'><li>b</ul>"
    )
    expected = [(ITEM, 1, "1. x"), (PARA, 0, "between"), (ITEM, 1, "2. y"), (ITEM, 2, "(c) z"), (ITEM, 1, "● b")]
    assert _kinds(page) == expected


# Lines in a paragraph, tables ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        (
            "<p><b>4. Shelter</b><br>The Clerk spoke.<br>It was agreed to wait.",
            ["4. Shelter", "The Clerk spoke.", "It was agreed to wait."],
        ),
        ("<p>4. SHELTER<br>The Clerk spoke", ["4. SHELTER", "The Clerk spoke"]),
        ("<div>Present:<br>Cllr Ames (Chair)<br>Cllr Byrne</div>", ["Present:", "Cllr Ames (Chair)", "Cllr Byrne"]),
        (
            "<p>The Clerk reported that the quotation for the new shelter had<br>not been received",
            ["The Clerk reported that the quotation for the new shelter had\nnot been received"],
        ),
        ("<p>said by the<br>chairman", ["said by the\nchairman"]),
        (
            "<meta name=generator content='Microsoft Word 15 (filtered)'><p>Present:<br>Cllr Ames",
            ["Present:\nCllr Ames"],
        ),
        ("<h2>4. Shelter<br>The second line</h2>", ["4. Shelter\nThe second line"]),
    ],
)
def test_lines_kept_apart(page: str, lines: list[str]) -> None:
    """Web editors write <br> for each line; word processors for a line end within a paragraph."""
    assert _lines(page) == lines


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "<table><caption>Cap</caption><tr><th>A<th>B<tr><td>1<td>2<br>3",
            [(PARA, "Cap"), (ROW, "A\tB"), (ROW, "1\t2 3")],
        ),
        ("<table><tr><td><p>one</p><p>two</p><td>x</table>", [(PARA, "one"), (PARA, "two"), (PARA, "x")]),
        ("<table><tr><td>1<td><ul><li>a</ul></table>", [(ROW, "1\t• a")]),
        ("<table><tr><td><table><tr><td>in<td>ner</table><td>out</table>", [(ROW, "in\tner"), (PARA, "out")]),
        ("<table role=presentation><tr><td>a<td>b</table>", [(PARA, "a"), (PARA, "b")]),
        ("<table><tr><td><h2>a</h2><td>b</table>", [(HEAD, "a"), (PARA, "b")]),
        (
            f"<table><tr><td>x y<td>{'word ' * 90}<br><br>b</table>",
            [(PARA, "x y"), (PARA, ("word " * 90).strip()), (PARA, "b")],
        ),
        ("<td>a<tr><td>b<td>c", [(PARA, "a"), (ROW, "b\tc")]),
    ],
)
def test_tables(page: str, expected: list[tuple[SegmentKind, str]]) -> None:
    """A table of data gives rows; one that only lays out the page gives paragraphs."""
    assert [(kind, line) for kind, _, line in _kinds(page)] == expected


# Notes, headers, changes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "page",
    [
        (
            "<p>the grant<a class='sdfootnoteanc' name='sdfootnote1anc' href='#sdfootnote1sym'><sup>1</sup></a> was</p>"
            "<div id='sdfootnote1'><p><a name='sdfootnote1sym' href='#sdfootnote1anc'>1</a>A note.</p></div>"
        ),
        (
            "<p>the grant<a href='#_ftn1' name='_ftnref1'><span class=MsoFootnoteReference>[1]</span></a> was</p>"
            "<div style='mso-element:footnote' id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> A note.</p></div>"
        ),
        (
            "<p>the grant<sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup> was</p>"
            "<div><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a><span>&nbsp;A note.</span></p></div>"
        ),
        (
            "<p>the grant<sup class='fn'><a href='#a-1' id='a-1-link'>1</a></sup> was</p>"
            "<ol class='wp-block-footnotes'><li id='a-1'>A note. <a href='#a-1-link'>↩︎</a></li></ol>"
        ),
        (
            "<p>the grant<sup id='cite_ref-1'><a href='#cite_note-1'>[1]</a></sup> was</p>"
            "<ol><li id='cite_note-1'><a href='#cite_ref-1'>^</a> <span>A note.</span></li></ol>"
        ),
    ],
)
def test_footnotes(page: str) -> None:
    """A note follows the text with its number; its reference is removed from the text."""
    assert _kinds(page) == [(PARA, 0, "the grant was"), (ITEM, 1, "1 A note.")]


def test_links_that_are_not_notes() -> None:
    """A table of contents links to headings, and nothing links back."""
    page = "<p>Roads <a href='#i29'>29</a></p><h2 id='i29'>Roads</h2><p><a href='#top'>1</a>"
    assert _lines(page) == ["Roads 29", "Roads", "1"]


def test_page_headers_and_footers() -> None:
    """Page headers of LibreOffice and Word are furniture after the text, each once."""
    writer = "<meta name=generator content='LibreOffice 7.4'>"
    page = f"{writer}<div title='header'><p>HEAD</p></div><p>Text</p><div title='footer'><p>Page 1</p><p>HEAD</p></div>"
    assert _kinds(page) == [(PARA, 0, "Text"), (PAGE, 0, "HEAD"), (PAGE, 0, "Page 1")]
    word = "<p>Text</p><div style='mso-element:header' id=h1><p class=MsoHeader>HEAD</p></div>"
    assert _kinds(word) == [(PARA, 0, "Text"), (PAGE, 0, "HEAD")]
    assert _kinds("<div title='header'><p>Text</p></div>") == [(PARA, 0, "Text")]


_CHANGED = (
    "<p>a <ins cite='mailto:A.%20Clerk' datetime='2025-01-01T10:00'>new</ins> "
    "<del cite='mailto:A.%20Clerk' datetime='2025-01-01T10:00'>old</del> "
    "<ins cite='mailto:B.%20Head' datetime='2025-01-01T10:00'>more</ins> end"
)


@pytest.mark.parametrize(
    ("tracked", "line", "why"),
    [(Tracked.ACCEPT, "a new more end", "accepted"), (Tracked.REJECT, "a old end", "rejected")],
)
def test_changes_that_word_tracked(tracked: Tracked, line: str, why: str) -> None:
    """Word's tracked changes are accepted or rejected, and reported; a page's own <ins> and <del> have no author."""
    document = _read(_CHANGED, tracked)
    assert (document.text, document.formatting) == (f"{line}\n", ())
    [(what, reason)] = document.left_out
    assert what == "3 tracked changes by A. Clerk (2) and B. Head (1)"
    assert why in reason


def test_comments_of_word() -> None:
    """Comments are reported, not compared."""
    page = (
        "<p>Text<a class=msocomanchor href='#c1'>[A1]</a></p><div style='mso-element:comment-list'>"
        "<div style='mso-element:comment'><p>Is this right?</p></div></div>"
    )
    document = _read(page)
    assert document.text == "Text\n"
    assert document.left_out == (("1 comment", "they are not part of the text"),)


# The content of a page -----------------------------------------------------------------------------------------------

_AROUND = (
    '<div class="has-sidebar cookie-consent-given">{}</div>',
    '<div class="menu-open"><div id="page">{}</div></div>',
    '<header class="site-header">{}</header>',
    '<div class="footer">{}</div>',
    "<aside>{}</aside>",
    "<nav>{}</nav>",
    '<form id="aspnetForm"><input type="text" name="q">{}</form>',
    '<div aria-hidden="true">{}</div>',
    '<table><tr><td><a href="x">Home</a><td>{}</table>',
    '<div class="tab-content"><div class="tab-pane">{}</div></div>',
    '<section class="related">{}</section>',
    "<main></main><div>{}</div>",
    "<article>x</article><div>{}</div>",
    '<div class="modal" role="dialog">{}</div>',
    '<div class="breadcrumb">Home &gt; Minutes {}</div>',
    '<nav><ul><li><a href="x">Home</a></ul>{}',
    "{}",
)


_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight")


@pytest.mark.parametrize("outer", _AROUND)
@pytest.mark.parametrize("inner", _AROUND)
def test_minutes_are_never_lost(outer: str, inner: str) -> None:
    """The words that are most of a page are its content, whatever the elements around them are called."""
    page = (
        f'<body><nav><a href="1">Home</a></nav>{outer.format(inner.format(MINUTES))}<footer><p>Tannery Street</footer>'
    )
    text = _read(page).text
    for words in ("Minutes of 3 March", "Cllrs Ames and Byrne", "1. Roads", "holes in Mill Lane", "RESOLVED that"):
        assert words in text


@pytest.mark.parametrize(
    "chrome",
    [
        '<nav><ul><li><a href="/">Home page</a><li><a href="/b">Bins and more bins</a></ul></nav>',
        '<div id="ccc" role="dialog"><p>We use cookies to remember what you have chosen.</p><button>OK</button></div>',
        '<header class="site-header"><a href="/">Hollinford Council</a><p>Serving you</p></header>',
        "<footer><p>Tannery Street, Hollinford. Open from nine to five.</p></footer>",
        '<div class="breadcrumbs">You are here: <a href="/">Home</a> &gt; Minutes</div>',
        '<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="s">Chirper</a></ul></div>',
        '<aside class="widget-area"><h2>Contact the Clerk</h2><p>At the Old Forge on Tuesdays.</p></aside>',
        '<form action="/search"><label>Search</label><input type="text"><p>Search the site</p></form>',
        '<a class="skip-link" href="#x">Skip to content</a>',
        '<div class="leftmenu"><a href="/1">Council</a> <a href="/2">Meetings</a></div>',
    ],
)
@pytest.mark.parametrize("frame", ["<main>{}</main>", '<div class="mgContent">{}</div>', "<article>{}</article>"])
def test_menus_are_left_out(chrome: str, frame: str) -> None:
    """Menus and the like are left out before and after the content, and reported with their number of words."""
    document = _read(f"<body>{chrome}{frame.format(MINUTES)}{chrome}</body>")
    assert document.text == _read(MINUTES).text
    assert "only the page's own content is compared" in [why for _, why in document.left_out]


_TALK = f"<main><h2>Minutes</h2>{'<p>The Clerk said that the pond was deep and that it was cold.</p>' * 9}</main>"


@pytest.mark.parametrize(
    ("beside", "kept"),
    [
        ("<header><h1>Pond Group</h1><h2>3 March 2025</h2></header>", ["Pond Group", "3 March 2025"]),
        (
            "<header><h1>Pond Group</h1></header><div id=attendees><dl><dt>Present<dd>Ames, Byrne</dl></div>",
            ["Pond Group", "Present", "Ames, Byrne"],
        ),
        (
            "<div><h1>Pond Group, 2025-03-03</h1></div><aside><h2>News of 3 May 2025</h2></aside>",
            ["Pond Group, 2025-03-03"],
        ),
        ("<header><h1>Borough of Hollinford</h1><p>Call us on 01234</p></header>", []),
        ("<header><h1><a href=x>Hollinford</a></h1></header><p>Changed on 3 May 2025</p>", []),
        ("<nav><h1>Menu</h1><h2>3 March 2025</h2></nav>", []),
    ],
    ids=["day", "attendance", "aside", "name of the site", "linked name", "menu"],
)
def test_a_title_beside_the_landmark(beside: str, kept: list[str]) -> None:
    """A title with its day, and who was there, belong to the minutes below in `<main>`; the name of a site does not."""
    lines = _lines(f"<body>{beside}{_TALK}<address>Written by a program</address></body>")
    assert lines[: len(kept) + 1] == [*kept, "Minutes"]
    assert lines[-1].startswith("The Clerk said")


@pytest.mark.parametrize("imprint", ["<p>© 2025 Hollinford Council</p>", "<div>Copyright Hollinford 2025</div>"])
@pytest.mark.parametrize("page", ["<article>{}</article>", "<div><article>{0}</article><article>{0}</article></div>"])
def test_a_line_of_copyright_is_no_minute(page: str, imprint: str) -> None:
    """Who owns the site is not part of the minutes, whether one element holds them or several."""
    assert not any("Hollinford" in line for line in _lines(f"<body>{page.format(MINUTES)}{imprint}</body>"))


def test_a_page_without_landmarks() -> None:
    """Blocks of links alone are left out, unless they link to files or are the whole page."""
    links = "".join(
        f'<li><a href="/{word}">{word}</a>' for word in ["one", "two", "three", "four", "five", "six", "seven", "eight"]
    )
    files = "".join(f'<li><a href="/{word}.pdf">{word} report</a>' for word in _NUMBERS[:4])
    assert _lines(f"<ul>{links}</ul><p>The words of the minutes.</p><ul>{files}</ul>") == [
        "The words of the minutes.",
        *(f"• {word} report" for word in _NUMBERS[:4]),
    ]
    assert len(_lines(f"<ul>{links}</ul>")) == 8


def test_pages_of_several_articles() -> None:
    """Several articles are all kept."""
    page = "".join(f"<article><p>{'word ' * count}</p></article>" for count in (60, 20, 30))
    assert len(_lines(page)) == 3


def test_pages_of_modern_gov() -> None:
    """Titles and numbers are one heading; file sizes, links of the site and column headings are furniture."""
    page = (
        '<div class="mgContent"><h1 class="mgMainTitleTxt">Agenda and minutes</h1>'
        '<ul class="mgActionList"><li><a href="a.aspx">Attendance details</a>'
        '<li><a href="b.aspx">... view the full minutes text for item 5.</a></ul>'
        '<table class="mgItemTable"><tr><th>No.</th><th>Item</th></tr><tr><td class="mgItemNumberCell"><p>9.</p></td>'
        '<td><p class="mgAiTitleTxt">Play areas<span class="mgFileSize"><img src="p" width="16">PDF 90 KB</span></p>'
        '<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>Noted.</p></div></td></tr></table></div>'
    )
    assert _kinds(page) == [
        (HEAD, 1, "Agenda and minutes"),
        (PAGE, 0, "Attendance details"),
        (ITEM, 1, "• ... view the full minutes text for item 5."),
        (PAGE, 0, "No."),
        (PAGE, 0, "Item"),
        (HEAD, 3, "9. Play areas"),
        (PAGE, 0, "PDF 90 KB"),
        (PARA, 0, "Minutes:"),
        (PARA, 0, "Noted."),
    ]


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (
            '<p>Write to <a href="/cdn-cgi/l/email-protection" data-cfemail="{}">[email&#160;protected]</a>.',
            "clerk@a.uk",
        ),
        (
            '<p>Write to <a href="/email-protection#{}"><span data-cfemail="{}">[email&#160;protected]</span></a>.',
            "clerk@a.uk",
        ),
        ('<p>Write to <span data-cfemail="ffff">[email&#160;protected]</span>.', "[email\xa0protected]"),
        ('<p>Write to <a href="/x#{}">the Clerk</a>.', "the Clerk"),
    ],
)
def test_masked_addresses(page: str, line: str) -> None:
    """An e-mail address that a site hid from robots is decoded; other text in its place stays."""
    code = bytes([0x3C, *(0x3C ^ byte for byte in b"clerk@a.uk")]).hex()
    assert _lines(page.replace("{}", code)) == [f"Write to {line}."]


@pytest.mark.parametrize(
    ("page", "cause"),
    [
        ('<frameset cols="*"><frame src="a"><noframes><p>Get frames</noframes></frameset>', "a frame around"),
        ("<script src=a></script><div id=app></div>", "JavaScript"),
        ("<script></script><p>Loading</p><noscript>You need to enable JavaScript.</noscript>", "JavaScript"),
        ("<form><h1>Sign in</h1><input type=text><input type=password></form>", "sign in"),
        ("<html><body> <img src=a> </body></html>", "empty"),
        ("", "empty"),
    ],
)
def test_pages_without_minutes(page: str, cause: str) -> None:
    """A page without minutes is refused, and the error says what it is."""
    with pytest.raises(UnreadableError, match=cause):
        _read(page)


def test_what_else_is_left_out() -> None:
    """Images and frames in the content are counted; icons are not."""
    document = _read("<p>Text<img src=a><img src=b width=16><iframe src=c></iframe></p><nav><img src=d></nav>")
    assert [what for what, _ in document.left_out] == ["1 image", "1 page in a frame"]


# Encodings -----------------------------------------------------------------------------------------------------------

_TEXT = "<p>The Children’s Fund – £1,200 at Café Zoë</p>"


@pytest.mark.parametrize(
    ("data", "stated", "encoding"),
    [
        (_TEXT.encode(), None, "utf-8"),
        (b"\xef\xbb\xbf" + _TEXT.encode(), None, "utf-8"),
        (b'<meta charset="iso-8859-1">' + _TEXT.encode(), None, "utf-8"),
        (b'<meta charset="iso-8859-1">' + _TEXT.encode("cp1252"), None, "cp1252"),
        (
            b"<meta http-equiv=Content-Type content='text/html; charset=latin1'>" + _TEXT.encode("cp1252"),
            None,
            "cp1252",
        ),
        (b"<?xml version='1.0' encoding='macintosh'?>" + _TEXT.encode("mac_roman"), None, "mac-roman"),
        (_TEXT.encode("cp1250", "replace").replace(b"?", b"e"), "windows-1250", "cp1250"),
        (_TEXT.encode("cp1252"), None, "cp1252"),
        (_TEXT.encode("cp1252"), "no-such-label", "cp1252"),
        (_TEXT.encode("cp1252"), "us-ascii", "cp1252"),
        (b"<!-- <meta charset=koi8-r> --><meta charset=windows-1252>" + _TEXT.encode("cp1252"), None, "cp1252"),
        (_TEXT.encode("utf-16"), "unicode", "utf-16-le"),
        (_TEXT.encode("utf-16-be"), None, "utf-16-be"),
        (b'<meta charset="utf-16">' + _TEXT.encode(), None, "utf-8"),
    ],
)
def test_encodings(data: bytes, stated: str | None, encoding: str) -> None:
    """A page is decoded as in browsers; a label that cannot be true is ignored."""
    text, used = decode_page(data, "page.html", stated)
    assert used == encoding
    assert text.endswith(_TEXT) or encoding == "cp1250"


def test_damaged_encoding() -> None:
    """Bytes that cannot be decoded are shown as in a browser, and reported; five bytes are control characters."""
    document = _read(b"<meta charset=utf-8><p>" + "’ – ’ é ".encode() + b"\xe2\x80 end")
    assert document.text == "’ – ’ é \ufffd end\n"
    assert document.left_out == (("1 lost character", "the page shows \ufffd where they stood"),)
    assert decode_page(b"a\x81b\x92", "x", "windows-1252") == ("a\x81b’", "cp1252")


def test_xhtml() -> None:
    """Pages written as XML close their elements as XML does, and keep their CDATA."""
    page = '<?xml version="1.0"?><html><script src="x"/><body><p/><p>a<![CDATA[b<c]]><i/>d<br/>e<a name="x"/> f'
    assert _lines(page) == ["ab<cd\ne f"]


# Web archives --------------------------------------------------------------------------------------------------------


def _archive(*parts: tuple[str, bytes], kind: str = "multipart/related", end: bytes = b"--b--\r\n") -> bytes:
    head = f'MIME-Version: 1.0\r\nContent-Type: {kind}; boundary="b"\r\n\r\npreamble\r\n'.encode()
    return head + b"".join(f"--b\r\n{head}\r\n\r\n".encode() + body + b"\r\n" for head, body in parts) + end


_HTML = "Content-Type: text/html"
_PNG = ("Content-Type: image/png\r\nContent-Transfer-Encoding: base64", b"iVBORw0K")


@pytest.mark.parametrize(
    "data",
    [
        _archive((_HTML, "<p>It’s £5".encode())),
        _archive(_PNG, (f"{_HTML}\r\nContent-Transfer-Encoding: quoted-printable", b"<p>It=E2=80=99s =\r\n=C2=A35")),
        _archive((f"{_HTML}\r\nContent-Transfer-Encoding: base64", base64.encodebytes("<p>It’s £5".encode()))),
        _archive((f'{_HTML}; charset="windows-1252"', "<p>It’s £5".encode("cp1252"))),
        _archive((f'{_HTML}; charset="unicode"', "<p>It’s £5".encode("utf-16"))),
        _archive((_HTML, "<p>It’s £5".encode()), (_HTML, b"<p>a frame")),
        _archive((_HTML, "<p>It’s £5".encode()), _PNG).replace(b"\r\n", b"\n"),
        _archive(
            (_HTML, b"<p>a frame"),
            (f"{_HTML}\r\nContent-ID: <main>", "<p>It’s £5".encode()),
            kind='multipart/related; start="<main>"',
        ),
        _archive((_HTML, b'<frameset><frame src="b">'), (_HTML, b"<p>a"), (_HTML, "<p>It’s £5".encode())),
        _archive(
            (
                'Content-Type: multipart/alternative; boundary="c"',
                b"--c\r\nContent-Type: text/plain\r\n\r\nplain\r\n--c\r\nContent-Type: text/html\r\n\r\n"
                + "<p>It’s £5\r\n--c--".encode(),
            ),
            _PNG,
        ),
    ],
)
def test_web_archives(data: bytes) -> None:
    """The page of an archive is read in any encoding and at any position."""
    assert _read_archive(data).text == "It’s £5\n"


def test_archives_of_word() -> None:
    """Word saves page headers and footers as a page of their own."""
    header = (
        b"<div style='mso-element:header' id=h1><p>HEAD</p></div><div style='mso-element:footer'><p>Page 1</p></div>"
    )
    document = _read_archive(_archive((_HTML, b"<p class=MsoNormal>Text</p>"), (_HTML, header)))
    assert [(p.kind, line) for p, line in zip(document.paragraphs, _paragraphs(document), strict=True)] == [
        (PARA, "Text"),
        (PAGE, "HEAD"),
        (PAGE, "Page 1"),
    ]


def test_damaged_archives() -> None:
    """A truncated archive is reported; one without a page is refused."""
    document = _read_archive(_archive((_HTML, b"<p>Text"), end=b""))
    assert document.left_out == (("the end of the web archive", "the file was cut off before it"),)
    for data in (_archive(_PNG), _archive(), b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nx"):
        with pytest.raises(UnreadableError, match="holds no web page"):
            _read_archive(data)


# Bounds --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "unit", ["<div>", "<b>x ", "<ol><li>x", "<table><tr><td>x", "<blockquote>x", "<span>x ", "<section>x", "<font>"]
)
@pytest.mark.slow
def test_deep_pages(unit: str) -> None:
    """A page of any depth loses no words."""
    text = _read(f"<body>{unit * 20_000}<i>deep</i> words<p>after").text
    assert text.count("x") == 20_000 * unit.count("x")
    assert re.search(r"deep\s+words\s+after\s*\Z", text)


@pytest.mark.parametrize(
    ("page", "cause"),
    [
        ("<p>words " * 2_000_000, "million characters of markup"),
        ("<br>" * 500_000, "400,000 elements"),
        pytest.param("<p>a" * 150_000, "100,000 paragraphs", marks=pytest.mark.slow),
    ],
)
@pytest.mark.slow
def test_bounds(page: str, cause: str) -> None:
    """A page that is too large is refused before it takes all memory."""
    with pytest.raises(TooLargeError, match=cause):
        _read(page)


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html [" + "<!ENTITY a 'b'>" * 100_000 + "]><p>x",
        "<style>" + "/*" * 500_000 + "</style><p>x",
        "<style>" + "{" * 500_000 + "</style><p>x",
        "<?xml version='1.0'?><p>x" + "<![CDATA[" * 100_000,
        "<p>x" + "<!--" * 500_000,
        "<p style='" + "a:b;" * 100_000 + "'>x",
        "<p>x" + "<" * 200_000,
        "<p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">x",
        "<p>x<img src='data:image/png;base64," + "iVBORw0K" * 500_000 + "'>",
        "<div class=nav>a</div>" * 30_000 + "<main><p>x",
        "".join(f"<a href='#t{n}' id=s{n}>{n % 99}</a>" for n in range(10_000))
        + "x"
        + "".join(f"<p id=t{n}><a href='#s{n}'>y</a></p>" for n in range(10_000)),
    ],
)
@pytest.mark.slow
def test_time_is_bounded(page: str) -> None:
    """Reading takes linear time, whatever the markup."""
    start = time.process_time()
    assert "x" in _read(page).text
    assert time.process_time() - start < 10  # seconds; the slowest takes 2


def test_entities_of_a_page_are_not_expanded() -> None:
    """A page's own entities are ignored: nothing grows, and no file is opened."""
    laughs = '<!ENTITY a "lol"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">'
    assert _lines(f"<?xml version='1.0'?><!DOCTYPE html [{laughs}]><html><p>x &b; &c;") == ["x &b; &c;"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "<p>",
                    "</p>",
                    "<div>",
                    "</div>",
                    "<li>",
                    "<ul>",
                    "</ul>",
                    "<ol>",
                    "<table>",
                    "<tr>",
                    "<td>",
                    "</td>",
                ),
                *("</tr>", "</table>", "<b>", "</b>", "<h2>", "</h2>", "<br>", "<span class='mgFileSize'>", "</span>"),
                *(
                    "<main>",
                    "</main>",
                    "<nav>",
                    "</nav>",
                    "<form>",
                    "</form>",
                    "<pre>",
                    "</pre>",
                    "\n",
                    " ",
                    "&nbsp;",
                    "< ",
                ),
                *(
                    "<td class='mgItemNumberCell'>",
                    "<a href='#x' id='y'>1</a>",
                    "<p id='x'><a href='#y'>1</a>",
                    "</body>",
                ),
            ]
        ),
        max_size=40,
    )
)
def test_no_markup_loses_words(pieces: list[str]) -> None:
    """All words are read in order, however elements are opened and closed, and the same each time."""
    words = [f"word{number}" for number in range(len(pieces) + 1)]
    page = "<body>" + "".join(f"{word} {piece}" for word, piece in itertools.zip_longest(words, pieces, fillvalue=""))
    found = re.findall(r"word\d+", _read(page).text)
    kept = [word for word in words if word in found]
    assert sorted(found, key=words.index) == kept
    assert _read(page).text == _read(page).text
    if not any(piece.startswith(("<nav", "<form", "<a", "<p id", "<td class", "<pre", "<main")) for piece in pieces):
        assert found == words


# Saved pages ---------------------------------------------------------------------------------------------------------

_SAVED = sorted(path for path in PAGES.iterdir() if path.suffix in (".html", ".mhtml"))


def _findings(page: Document, text: Document) -> list[tuple[str, str]]:
    style = default_house_style()
    engines = load_engines(use_model=False, style=style)
    comparison = compare_documents(page, text, scope="auto", style=style, engines=engines)
    return [
        (finding.rule, finding.severity.value)
        for finding in comparison.findings
        if finding.severity.rank <= Severity.MINOR.rank
    ]


@pytest.mark.parametrize("path", _SAVED, ids=lambda path: path.name)
def test_saved_pages_compare_clean(path: Path) -> None:
    """A saved page and the same minutes as text give no finding, except that a page was truncated."""
    page, text = read_document(str(path)), read_document(str(path.with_suffix(".txt")))
    expected = [("source.truncated", "major")] if path.stem == "truncated-page" else []
    assert _findings(page, text) == expected
    assert _findings(text, page) == expected


@pytest.mark.parametrize("path", _SAVED, ids=lambda path: path.name)
def test_saved_pages_without_their_menus(path: Path) -> None:
    """The text of a saved page has no word of its menus, notices and footers."""
    text = read_document(str(path)).text.casefold()
    for words in ("cookie", "skip to", "council tax", "share this", "leave a reply", "recent posts", "privacy"):
        assert words not in text


def test_the_archive_of_a_page_is_the_page() -> None:
    """A page and its web archive have the same paragraphs."""
    page, archive = (read_document(str(PAGES / name)) for name in ("meeting-page.html", "meeting-archive.mhtml"))
    assert (page.text, page.paragraphs, page.formatting) == (archive.text, archive.paragraphs, archive.formatting)


def _page_of_the_sample() -> str:
    """The web page from which the sample's draft may have been saved."""
    title, purpose, *body = [
        line for line in (SAMPLE / "draft.txt").read_text("utf-8").split("\n")[1:-1] if line.strip()
    ]
    parts = [f"<h2 class='mgSubTitleTxt'>{escape(title)}</h2><div class='mgWordPara'><p>{escape(purpose)}</p></div>"]
    for line in body:
        mark, _, words = line.partition("\xa0 ")
        if line[0] == "\xa0":
            parts.append(f"<p><span style='font-family:Symbol'>·{SPACER}</span>{escape(line.strip())}</p>")
        elif mark[:-1].isdigit():
            parts.append(f"<p class='MsoListParagraph'>{mark}{SPACER}{escape(words.strip())}</p>")
        else:
            parts.append(f"<p class='MsoNormal'>{escape(line)}</p><p>&nbsp;</p>")
    return (
        "<body><nav><a href='/'>Home</a></nav><div class='mgContent'><h1 class='mgMainTitleTxt'>Agenda item</h1>"
        f"{''.join(parts)}<h2 class='mgSectionTitle'>Supporting documents:</h2></div><footer>Council</footer></body>"
    )


def test_the_sample_as_a_page_gives_the_same_findings(tmp_path: Path) -> None:
    """The sample's draft as a web page gives the same findings as its text."""
    path = tmp_path / "draft.html"
    path.write_text(_page_of_the_sample(), "utf-8")
    final = read_document(str(SAMPLE / "final.txt"))
    told = _findings(read_document(str(path)), final)
    assert told == _findings(read_document(str(SAMPLE / "draft.txt")), final)
    assert len(told) == 5


def test_a_document_saved_as_a_page_has_no_menu(tmp_path: Path) -> None:
    """A page saved by a word processor keeps every list of links: it has no menus."""
    links = "".join(
        f'<li><a href="https://a.example/{place}">Paper {place} for the meeting</a></li>' for place in range(9)
    )
    page = f"""<html><head><meta name="generator" content="LibreOffice 7.4 (Linux)"></head><body>
    <p>The papers had been sent to members.</p><ul>{links}</ul><p>They were noted.</p></body></html>"""
    path = tmp_path / "minutes.html"
    path.write_text(page, "utf-8")
    document = read_document(str(path))
    assert document.text.count("Paper ") == 9
    assert document.left_out == ()


FIELDS = [
    ('<input type="checkbox" checked>', "☒"),
    ("<input type=radio>", "☐"),
    ('<input value="7">', "7"),
    ("<select><option>Granted<option>Refused</select>", "Granted"),
    ("<select><optgroup><option>Granted<option selected>Refused</optgroup></select>", "Refused"),
    ("<textarea>tied vote</textarea>", "tied vote"),
]


def _page_with(field: str) -> Document:
    page = f"<main><h1>Minutes</h1><p>The clerk read the report to members.</p><p>For {field} Against</p></main>"
    builder = DocumentBuilder("minutes.html")
    fill_from_html(page.encode(), builder, Tracked.ACCEPT)
    return builder.build(name="minutes.html", data=b"", kind="html")


@pytest.mark.parametrize(("field", "printed"), FIELDS)
def test_fields_are_what_they_print(field: str, printed: str) -> None:
    """What is ticked, chosen or typed in the minutes is part of their text."""
    document = _page_with(field)
    assert document.text.splitlines()[-1] == f"For {printed} Against"
    assert document.left_out == ()


@pytest.mark.parametrize(("field", "printed"), FIELDS)
def test_fields_of_the_sites_own_forms_are_named(field: str, printed: str) -> None:
    """A form that is there to be sent is none of the minutes; its fields are counted."""
    document = _page_with(f"<form>{field}<button>Send</button></form>")
    assert printed not in document.text
    assert [what for what, _ in document.left_out] == ["1 form field"]


@pytest.mark.parametrize("field", ['<input value="">', "<select></select>", "<input type=hidden value=7>"])
def test_an_empty_field_prints_nothing(field: str) -> None:
    """It is no part of the text, and nothing is missing."""
    document = _page_with(field)
    assert document.text.splitlines()[-1] == "For Against"
    assert document.left_out == ()
