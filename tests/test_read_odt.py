"""Tests of reading OpenDocument texts."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from refusals import assert_refused

from compare.errors import CompareError, TooLargeError, UnreadableError, UnsupportedFormatError
from compare.read import read_document
from compare.read.common.document_builder import DocumentBuilder
from compare.read.odt.reader import fill_from_odt
from compare.values import Document, Formatting, SegmentKind, Tracked

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    [
        *(
            f'xmlns:{name}="{_OASIS}:{path}:1.0"'
            for name, path in (
                ("office", "office"),
                ("text", "text"),
                ("style", "style"),
                ("table", "table"),
                ("draw", "drawing"),
                ("fo", "xsl-fo-compatible"),
                ("svg", "svg-compatible"),
                ("form", "form"),
                ("manifest", "manifest"),
            )
        ),
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:math="http://www.w3.org/1998/Math/MathML"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
        'xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"',
    ]
)


def _number(level: int, style: str = "1", suffix: str = ".", prefix: str = "", more: str = "") -> str:
    return (
        f'<text:list-level-style-number text:level="{level}" style:num-format="{style}" style:num-suffix="{suffix}"'
        f' style:num-prefix="{prefix}" {more}/>'
    )


def _format(name: str, number_format: str, more: str = "") -> str:
    return _list_style(name, _number(1, number_format, more=more))


def _list_style(name: str, *levels: str) -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def _style(name: str, family: str = "paragraph", more: str = "", inner: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}" {more}>{inner}</style:style>'


def _words_style(name: str, properties: str, more: str = "") -> str:
    return _style(name, "text", more, f"<style:text-properties {properties}/>")


OUTLINE = (
    '<text:outline-style style:name="Outline">'
    '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
    '<text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>'
)
COMMON = (
    _style("Standard")
    + _style("Title", more='style:parent-style-name="Standard"')
    + _style("Heading_20_1", more='style:display-name="Heading 1" style:default-outline-level="1"')
    + _style("Heading_20_2", more='style:display-name="Heading 2" style:default-outline-level="2"')
    + _style("Clerk", more='style:parent-style-name="Heading_20_2"')
    + _style("Ring", more='style:parent-style-name="Ring"')
    + _style("Quiet", more='style:parent-style-name="Heading_20_1" style:default-outline-level=""')
    + _words_style("Internet_20_link", 'style:text-underline-style="solid"', 'style:display-name="Internet link"')
    + _words_style("Strong", 'fo:font-weight="bold"')
    + OUTLINE
)
AUTOMATIC = (
    _list_style("L1", _number(1), _number(2, "a", ")", "("), _number(3, "i", ".", "", 'text:display-levels="3"'))
    + _list_style("L2", _number(1, "A", more='text:start-value="26"'), _number(2, "", "x"), _number(3, "1", ""))
    + _list_style("L3", _number(1, "a", more='text:start-value="26" style:num-letter-sync="true"'))
    + _list_style(
        "L4", _number(1, more='loext:num-list-format="%1%-"'), _number(2, more='loext:num-list-format="%1%.%2%:"')
    )
    + _format("LO", "1st")
    + _format("LF", "First")
    + _format("LC", "One")
    + _format("LZ", "001")
    + _format("LY", "001, 002, 003, ...")
    + _format("LX", "01, 02, 03, ...")
    + _format("LN", "1", 'text:start-value="-1"')
    + _format("LS", "*, †, ‡, §, **, ††, ...")
    + _list_style(
        "LL",
        _number(1, "I"),
        _number(2, "a", more='loext:is-legal="true" text:display-levels="2"'),
        _number(3, "i", more='text:display-levels="3" loext:num-list-format="%1%.%2%(%3%)"'),
    )
    + _list_style(
        "LB", '<text:list-level-style-bullet text:level="1" text:bullet-char="&#xf0b7;" style:num-suffix="."/>'
    )
    + _list_style(
        "LW",
        '<text:list-level-style-bullet text:level="1" text:bullet-char="&#xf095;">'
        '<style:text-properties style:font-name="StarSymbol"/></text:list-level-style-bullet>',
    )
    + _style("PC", more='style:parent-style-name="Heading_20_1"')
    + _style("PN", more='style:parent-style-name="Heading_20_1" style:list-style-name=""')
    + _style("PB", inner='<style:text-properties fo:font-weight="bold"/>')
    + _style("PI", inner='<style:paragraph-properties fo:margin-left="1.27cm" fo:text-indent="-0.25in"/>')
    + _style("PM", more='style:master-page-name="Land"')
    + _words_style("TB", 'fo:font-weight="700"', 'style:parent-style-name="Strong"')
    + _words_style("TN", 'fo:font-weight="normal"')
    + _words_style("TI", 'fo:font-style="italic"')
    + _words_style("TU", 'style:text-underline-style="wave"')
    + _words_style("TS", 'style:text-line-through-type="double"')
    + _words_style("TH", 'text:display="none"')
    + _words_style("TL", "", 'style:parent-style-name="Internet_20_link"')
    + _words_style("TW", 'style:font-name="Wingdings1"')
    + _words_style("TF", "fo:font-family=\"'Wingdings 2'\"")
    + _words_style("TA", 'style:font-name="Arial"')
)
FONTS = (
    '<office:font-face-decls><style:font-face style:name="Wingdings1" svg:font-family="Wingdings"/>'
    '<style:font-face style:name="Arial" svg:font-family="Arial"/></office:font-face-decls>'
)
MASTERS = (
    '<style:master-page style:name="Standard"><style:header><text:p>Council<text:tab/>Minutes</text:p></style:header>'
    "<style:header-left><text:p>Left</text:p></style:header-left>"
    "<style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page>"
    '<style:master-page style:name="Land" style:next-style-name="After"><style:header style:display="false">'
    "<text:p>Off</text:p></style:header><style:footer><text:p>Page <text:page-number>1</text:page-number></text:p>"
    "</style:footer></style:master-page>"
    '<style:master-page style:name="After"><style:header><text:p>After</text:p></style:header></style:master-page>'
    '<style:master-page style:name="Unused"><style:header><text:p>Unused</text:p></style:header></style:master-page>'
)


def _flat(body: str, masters: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES}>{FONTS}'
        f"<office:styles>{COMMON}</office:styles>"
        f"<office:automatic-styles>{AUTOMATIC}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def _zipped(body: str, more: dict[str, str] | None = None) -> bytes:
    whole = f'<?xml version="1.0" encoding="UTF-8"?><office:document-{{0}} {SPACES}>{{1}}</office:document-{{0}}>'
    content = (
        f"<office:automatic-styles>{AUTOMATIC}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
    )
    styles = f"<office:styles>{COMMON}</office:styles><office:master-styles>{MASTERS}</office:master-styles>"
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": whole.format("content", content),
        "styles.xml": whole.format("styles", styles),
        **(more or {}),
    }
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


def _manifest(*entries: str) -> dict[str, str]:
    return {"META-INF/manifest.xml": f"<manifest:manifest {SPACES}>{''.join(entries)}</manifest:manifest>"}


def _document(data: bytes, tracked: Tracked = Tracked.ACCEPT) -> Document:
    builder = DocumentBuilder("minutes.odt")
    fill_from_odt(data, builder, tracked)
    return builder.build(name="minutes.odt", data=data, kind="odt")


def _read(body: str, tracked: Tracked = Tracked.ACCEPT, masters: str = "") -> Document:
    return _document(_flat(body, masters), tracked)


def _texts(body: str, tracked: Tracked = Tracked.ACCEPT) -> str:
    return "|".join(_read(body, tracked).text.splitlines())


def _kinds(document: Document) -> list[tuple[SegmentKind, int, str]]:
    return [
        (paragraph.kind, paragraph.level, document.text[paragraph.span.start : paragraph.span.end])
        for paragraph in document.paragraphs
    ]


def _p(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def _h(text: str, level: int = 1, more: str = "", style: str = "") -> str:
    style = style or f"Heading_20_{level}"
    return f'<text:h text:style-name="{style}" text:outline-level="{level}" {more}>{text}</text:h>'


def _list(*items: str, style: str = "", more: str = "") -> str:
    named = f'text:style-name="{style}"' if style else ""
    return f"<text:list {named} {more}>{''.join(items)}</text:list>"


def _item(*blocks: str, more: str = "") -> str:
    return (
        f"<text:list-item {more}>{''.join(block if '<' in block else _p(block) for block in blocks)}</text:list-item>"
    )


TICKED = 'field:name="Checkbox_Checked" field:value="true"'
BOX_TO_TICK = '<field:fieldmark field:type="x.FORMCHECKBOX"/>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('The Chair<text:s/>said<text:s text:c="3"/>so', "The Chair said   so"),
        ("one \n\t two<text:span>\n </text:span> three ", "one two three"),
        ("a<text:tab/>b<text:line-break/>c\xa0d\u2011e\u00adf<text:soft-page-break/>g", "a\tb\nc\xa0d\u2011e\u00adfg"),
        ("<text:page-number>3</text:page-number> of <text:page-count>9</text:page-count>", "3 of 9"),
        ('<text:variable-set text:display="none">x</text:variable-set><text:date>6 May</text:date>', "6 May"),
        ('<text:a xlink:href="https://council.invalid/">the link</text:a>', "the link"),
        ("<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>gloss</text:ruby-text></text:ruby>", "base"),
        ("a<!-- a comment -->b<?x y?>c<text:bookmark text:name='x'/>d", "abcd"),
        ("<text:script>x()</text:script>a<text:conditional-text>shown</text:conditional-text>", "ashown"),
        ("<text:hidden-text text:string-value='x'>shown</text:hidden-text>", "shown"),
        ("<text:number>7.</text:number>kept", "kept"),
        (
            BOX_TO_TICK.replace("/>", f"><field:param {TICKED}/></field:fieldmark> ") + BOX_TO_TICK + " Yes",
            "☒ ☐ Yes",
        ),
        (
            (
                '<field:fieldmark-start field:type="x.FORMDROPDOWN"><field:param field:name="Dropdown_ListEntry"'
                ' field:value="For"/><field:param field:name="Dropdown_ListEntry" field:value="Against"/>'
                '<field:param field:name="Dropdown_Selected" field:value="1"/></field:fieldmark-start>'
            ),
            "Against",
        ),
        ('<loext:content-control loext:showing-place-holder="true">Click</loext:content-control> a', "Click a"),
        ("<text:placeholder>&lt;Name&gt;</text:placeholder>a", "a"),
        ('<loext:content-control loext:checkbox="true" loext:checked="true">☒</loext:content-control> For', "☒ For"),
        ("<loext:content-control>12 May</loext:content-control>", "12 May"),
        (
            "<text:sequence/>, <text:sequence>7</text:sequence>, <text:sequence/>",
            "1, 7, 8",
        ),
        ('<text:s text:c="4000000000"/>a<text:s text:c="x"/>b', "a b"),
    ],
)
def test_words(body: str, expected: str) -> None:
    """Blanks, tabs, breaks and what fields show are the text; instructions, prompts and glosses are not."""
    assert _read(_p(body)).text == expected + "\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            _p('<text:span text:style-name="TB">a <text:span text:style-name="TN">b</text:span></text:span>'),
            [("a ", 1)],
        ),
        (_p('a <text:span text:style-name="Strong">b</text:span>', "PB"), [("a b", 1)]),
        (_p('<text:span text:style-name="TI"><text:span text:style-name="TU">b</text:span></text:span>'), [("b", 6)]),
        (_p('<text:span text:style-name="TS">gone</text:span>'), [("gone", 8)]),
        (_p('<text:a><text:span text:style-name="TL">link</text:span></text:a>'), []),
        (_p('<text:span text:style-name="nowhere">a</text:span>', "Ring"), []),
    ],
)
def test_formatting(body: str, expected: list[tuple[str, int]]) -> None:
    """Runs keep how they are printed, as styles within styles say; the underline of a link is no underline."""
    document = _read(body)
    assert [(document.text[span.start : span.end], formatting) for span, formatting in document.formatting] == [
        (text, Formatting(value)) for text, value in expected
    ]


def test_headings_are_counted_by_the_outline() -> None:
    """Headings carry the numbers of the outline, unless they stand in a list, or they or their style say no."""
    document = _read(
        _p("Minutes", "Title")
        + _h("one")
        + _h("sub", 2)
        + _h("deep", 3)
        + _h("aside", more='text:is-list-header="true"')
        + _h("two", style="PC")
        + _h("plain", style="PN")
        + _list(_item(_h("listed")), style="L1")
        + _p("none", "Clerk")
        + _p("none", "Quiet")
        + _h("nine", more='text:restart-numbering="true" text:start-value="9"')
        + _h("first", more='text:restart-numbering="true"')
        + "<text:h>bare</text:h>"
    )
    assert _kinds(document) == [
        (SegmentKind.HEADING, 1, "Minutes"),
        (SegmentKind.HEADING, 1, "1. one"),
        (SegmentKind.HEADING, 2, "1.1 sub"),
        (SegmentKind.HEADING, 3, "deep"),
        (SegmentKind.HEADING, 1, "aside"),
        (SegmentKind.HEADING, 1, "2. two"),
        (SegmentKind.HEADING, 1, "plain"),
        (SegmentKind.HEADING, 1, "1. listed"),
        (SegmentKind.PARAGRAPH, 0, "none"),
        (SegmentKind.PARAGRAPH, 0, "none"),
        (SegmentKind.HEADING, 1, "9. nine"),
        (SegmentKind.HEADING, 1, "1. first"),
        (SegmentKind.HEADING, 1, "2. bare"),
    ]


_EIGHT = "".join(f"{number:02d}. x|" for number in range(2, 10))
NESTED = _item("one", _list(_item("a"), _item("b", _list(_item("i")))))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (_list(_item("a"), _item("b"), style="L1") + _list(_item("c"), style="L1"), "1. a|2. b|1. c"),
        (
            _list(_item("a"), style="L1") + _list(_item("b"), style="L1", more='text:continue-numbering="true"'),
            "1. a|2. b",
        ),
        (
            _list(_item("a"), style="L1", more='xml:id="x"')
            + _list(_item("b"), style="L2")
            + _list(_item("c"), style="L1", more='text:continue-list="x" xml:id="y"')
            + _list(_item("d"), style="L1", more='text:continue-list="y"'),
            "1. a|Z. b|2. c|3. d",
        ),
        (
            _list(_item("a"), style="L1")
            + _list(_item("b"), style="L2")
            + _list(_item("c"), style="L1", more='text:continue-numbering="true"'),
            "1. a|Z. b|1. c",
        ),
        (_list(NESTED, _item("two", _list(_item("a"))), style="L1"), "1. one|(a) a|(b) b|1.b.i. i|2. two|(a) a"),
        (
            _list(
                _item("a", "more"), "<text:list-header><text:p>h</text:p></text:list-header>", _item("b"), style="L1"
            ),
            "1. a|more|h|2. b",
        ),
        (_list(_item(_list(_item("a"), _item("b"))), _item("two"), style="L1"), "(a) a|(b) b|2. two"),
        (_list(_item("a", _list(_item("x")), "b", _list(_item("y"))), style="L1"), "1. a|(a) x|b|(a) y"),
        (_list(_item("a", _list(_item("x")), _list(_item("y"), style="L4")), style="L1"), "1. a|(a) x|1.1: y"),
        (_list(_item("z"), _item("aa"), _item("bb"), style="L3"), "z. z|aa. aa|bb. bb"),
        (_list(_item("Z"), _item("AA"), _item("AB"), style="L2"), "Z. Z|AA. AA|AB. AB"),
        (_list(_item("nine", more='text:start-value="9"'), _item("ten"), style="L1"), "9. nine|10. ten"),
        (_list(_item("a", _list(_item("b", _list(_item("c"))))), style="L2"), "Z. a|x b|1 c"),
        (_list(_item("a"), style="LB") + _list(_item("b"), style="LW") + _list(_item("c")), "• a|• b|• c"),
        (_list(_item("a"), _item(""), _item("b"), "<text:list-item/>", style="L1"), "1. a|2.|3. b"),
        (_list(_item("a"), style="nowhere"), "a"),
        (
            "".join(
                f'<text:numbered-paragraph text:list-id="x" text:level="{level}" text:style-name="L1">{_p(text)}'
                "</text:numbered-paragraph>"
                for level, text in ((1, "a"), (2, "b"))
            ),
            "1. a|(a) b",
        ),
        (_p("a", "PI"), "a"),
        (_list(_item("a", more='text:start-value="-1"'), _item("b"), style="L1"), "1. a|2. b"),
        (_list(_item("a"), _item("b"), style="LN"), "1. a|2. b"),
        (_list(_item("a"), _item("b"), style="LZ"), "001. a|002. b"),
        (_list(_item("a"), _item("b"), style="LY"), "001. a|002. b"),
        (_list(_item("a"), *[_item("x")] * 8, _item("b"), style="LX"), "01. a|" + _EIGHT + "10. b"),
        (_list(_item("a"), _item("b"), style="LS"), "*. a|†. b"),
        (_list(NESTED, style="LL"), "I. one|1.1. a|1.2. b|I.b(i) i"),
    ],
)
def test_marks(body: str, expected: str) -> None:
    """Lists print the numbers that Writer prints: continued, nested, restarted, with those above."""
    assert _texts(body) == expected


LABELS = {
    "Resolved": ("", "Resolved:", "Resolved: a|Resolved: b"),
    "Resolution": ("1", "Resolution ", "Resolution 1: a|Resolution 2: b"),
    "Agreed": ("", "Agreed –", "Agreed – a|Agreed – b"),
    "Question": ("1", "Q", "Q1: a|Q2: b"),
}


@pytest.mark.parametrize("label", LABELS)
def test_labels_that_say_something_are_words(label: str) -> None:
    """A label with words in it is text of its paragraph, as if it had been typed."""
    number_format, prefix, expected = LABELS[label]
    level = _number(1, number_format, ":" if number_format else "", prefix)
    body = _list(_item("a"), _item("b"), style="LA")
    counted = _document(
        _flat(body).replace(
            b"</office:automatic-styles>", f"{_list_style('LA', level)}</office:automatic-styles>".encode()
        )
    )
    typed = _read("".join(_p(line) for line in expected.split("|")))
    assert (counted.text, counted.paragraphs) == (typed.text, typed.paragraphs)


@pytest.mark.parametrize(
    ("pattern", "words", "expected"),
    [("Annex ", "A", "Annex A"), ("%1%.", "The", "1. The"), ("%1%", "/26 Finance", "1/26 Finance")],
)
def test_a_label_that_nothing_follows(pattern: str, words: str, expected: str) -> None:
    """A label without a tab or blank after it is glued to its words where the two are one."""
    glued = (
        '<style:list-level-properties><style:list-level-label-alignment text:label-followed-by="nothing"/>'
        "</style:list-level-properties></text:list-level-style-number>"
    )
    level = _number(1, more=f'loext:num-list-format="{pattern}"').replace("/>", f">{glued}")
    styles = f"{_list_style('LA', level)}</office:automatic-styles>".encode()
    document = _document(_flat(_list(_item(words), style="LA")).replace(b"</office:automatic-styles>", styles))
    assert document.text == f"{expected}\n"


@pytest.mark.parametrize(
    ("style", "expected"),
    [("LO", "1st. a|2nd. b"), ("LF", "First. a|Second. b"), ("LC", "One. a|Two. b")],
)
def test_numbers_in_words(style: str, expected: str) -> None:
    """Numbers that Writer writes as words or ordinals are read so."""
    assert _texts(_list(_item("a"), _item("b"), style=style)) == expected


def test_levels_and_indents() -> None:
    """An item has its level, a paragraph the indent of its first line."""
    document = _read(_list(NESTED, style="L1") + _p("a", "PI"))
    assert [(paragraph.level, paragraph.indent) for paragraph in document.paragraphs] == [
        *((1, 0), (2, 0), (2, 0), (3, 0)),
        (0, 3),
    ]


def _cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{text if '<' in text else _p(text)}</table:table-cell>"


def _table(*rows: str) -> str:
    return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (_table(_cell("Ashby") + _cell("Present"), _cell("Booth") + _cell("Absent")), "Ashby\tPresent|Booth\tAbsent"),
        (_table(_cell("a") + f"<table:covered-table-cell>{_p('x')}</table:covered-table-cell>" + _cell("b")), "a\tb"),
        (_table(_cell("a") + _cell(_p("b") + _p("c"))), "a|b|c"),
        (_table(_cell("a") + _cell(_p("b") + _table(_cell("n") + _cell("m")))), "a|b|n\tm"),
        (
            "<table:table><table:table-header-rows><table:table-row>" + _cell("a") + _cell("b") + "</table:table-row>"
            "</table:table-header-rows><table:table-rows><table:table-row>" + _cell("c") + "</table:table-row>"
            "</table:table-rows></table:table>",
            "a\tb|c",
        ),
        (_table(_cell("a", 'table:number-columns-repeated="2"') + _cell("b")), "a\ta\tb"),
        (_table(_cell(_list(_item("a"), _item("b"), style="L1")) + _cell("c")), "1. a|2. b|c"),
        (
            _table(
                _cell(_list(_item(""), style="L1", more='xml:id="x"')) + _cell("One"),
                _cell(_list(_item(""), style="L1", more='text:continue-list="x"')) + _cell("Two"),
            ),
            "1.\tOne|2.\tTwo",
        ),
    ],
)
def test_tables(body: str, expected: str) -> None:
    """Cells make rows; covered cells print nothing; a row within a cell is one of its own."""
    assert _texts(body) == expected


def test_repeated_rows_are_bounded() -> None:
    """A row that claims to be repeated a million times is read as often as it may be, an empty one not at all."""
    row = f'<table:table-row table:number-rows-repeated="1048576">{_cell("a")}</table:table-row>'
    empty = f'<table:table-row table:number-rows-repeated="1048576">{_cell("")}</table:table-row>'
    assert _texts(f"<table:table>{row}{empty}</table:table>") == "|".join("a" * 100)


def _changes(**kinds: str) -> str:
    regions = "".join(
        f'<text:changed-region xml:id="{name}" text:id="{name}"><text:{kind.partition(" ")[0]}><office:change-info>'
        f"<dc:creator>{'A. Clerk' if name < 'd' else 'B. Head'}</dc:creator></office:change-info>"
        f"{kind.partition(' ')[2]}</text:{kind.partition(' ')[0]}></text:changed-region>"
        for name, kind in kinds.items()
    )
    return f"<text:tracked-changes>{regions}</text:tracked-changes>"


def _start(name: str) -> str:
    return f'<text:change-start text:change-id="{name}"/>'


def _end(name: str) -> str:
    return f'<text:change-end text:change-id="{name}"/>'


def _point(name: str) -> str:
    return f'<text:change text:change-id="{name}"/>'


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (_changes(a="insertion") + _p(f"It {_start('a')}was {_end('a')}lost."), "It was lost.", "It lost."),
        (_changes(a="deletion") + _p(f"It {_start('a')}was {_end('a')}lost."), "It lost.", "It was lost."),
        (_changes(a=f"deletion {_p('was ')}") + _p(f"It {_point('a')}lost."), "It lost.", "It was lost."),
        (_changes(a="insertion") + _p(f"one{_start('a')}") + _p(f"{_end('a')}two"), "one|two", "onetwo"),
        (_changes(a="deletion") + _p(f"one{_start('a')} x") + _p(f"y {_end('a')}two"), "onetwo", "one x|y two"),
        (_changes(a=f"deletion {_p('x')}{_p('y ')}") + _p(f"one {_point('a')}two"), "one two", "one x|y two"),
        (_changes(a=f"deletion {_p('whole')}{_p('')}") + _p(f"{_point('a')}two"), "two", "whole|two"),
        (_changes(a=f"deletion {_h('gone')}{_p('')}") + _p(f"{_point('a')}two"), "two", "1. gone|two"),
        (_changes(a=f"deletion {_p('x')}") + _p("one") + _point("a") + _p("two"), "one|two", "one|x|two"),
        (
            _changes(a="deletion")
            + _list(_item("a"), _item(_p(f"{_start('a')}b")), _item(_p(f"{_end('a')}c")), style="L1"),
            "1. a|2. c",
            "1. a|2. b|3. c",
        ),
        (
            _changes(a="insertion")
            + _start("a")
            + _table(_cell("x") + _cell("y"))
            + _list(_item("i"), style="L1")
            + _end("a")
            + _p("after"),
            "x\ty|1. i|after",
            "after",
        ),
        (
            _changes(a="insertion")
            + _list(_item("one"), style="L1", more='xml:id="x"')
            + _start("a")
            + _table(_cell(_list(_item(""), style="L1", more='text:continue-list="x" xml:id="y"')) + _cell("y"))
            + _end("a")
            + _list(_item("two"), style="L1", more='text:continue-list="x"'),
            "1. one|2.\ty|3. two",
            "1. one|2. two",
        ),
        (_changes(a="deletion") + _p(f"{_start('a')}gone") + _h(f"{_end('a')}Kept"), "1. Kept", "gone|1. Kept"),
        (_changes(a="insertion") + _p(f"{_start('a')}never ended") + _p("two"), "never ended|two", "never ended|two"),
        (_changes(a="format-change") + _p(f"{_start('a')}same{_end('a')}"), "same", "same"),
        (_changes(a=f"deletion {_p(_point('a'))}") + _p(f"x{_point('a')}"), "x", "x"),
    ],
)
def test_tracked_changes(body: str, accepted: str, rejected: str) -> None:
    """The text is the one after, or before, the changes that were tracked, wherever the deleted words are kept."""
    assert _texts(body) == accepted
    assert _texts(body, Tracked.REJECT) == rejected


def _deep(text: str, *more: str) -> str:
    """An item of the second level, as Writer keeps it in a deletion."""
    return _list(_item(_list(*(_item(_p(one)) for one in (text, *more)))), style="L1", more='xml:id="d"')


def _kept(*texts: str, more: str = 'xml:id="d"') -> str:
    """Items of the first level, as Writer keeps them in a deletion; the list of the text continues them."""
    return _list(*(_item(_p(text)) for text in texts), style="L1", more=more)


NAMED_D, NAMED_E = 'xml:id="d"', 'xml:id="e"'
CONTINUED = 'text:continue-numbering="true"'


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (  # words of one item
            _changes(a=f"deletion {_p(' of five')}") + _list(_item(_p(f"one{_point('a')}")), _item("two"), style="L1"),
            "1. one|2. two",
            "1. one of five|2. two",
        ),
        (  # from within an item into the next but one
            _changes(a=f"deletion {_kept('', 'two', 'th')}")
            + _list(_item(_p(f"one{_point('a')}ree")), _item("four"), style="L1", more=CONTINUED),
            "1. oneree|2. four",
            "1. one|2. two|3. three|4. four",
        ),
        (  # the first item, whole
            _changes(a=f"deletion {_kept('one', '')}")
            + _list(_item(_p(f"{_point('a')}two")), _item("three"), style="L1", more=CONTINUED),
            "1. two|2. three",
            "1. one|2. two|3. three",
        ),
        (  # the last items, whole
            _changes(a=f"deletion {_kept('', 'two', 'three')}")
            + _list(_item(_p(f"one{_point('a')}")), style="L1", more=CONTINUED)
            + _p("end"),
            "1. one|end",
            "1. one|2. two|3. three|end",
        ),
        (  # an item of the level below, in an item that goes on
            _changes(a=f"deletion {_deep('e a', 'b', '')}")
            + _list(_item("one", _list(_item(_p(f"th{_point('a')}c")))), _item("two"), style="L1", more=CONTINUED),
            "1. one|(a) thc|2. two",
            "1. one|(a) the a|(b) b|(c) c|2. two",
        ),
        (  # from a paragraph into the list after it
            _changes(a=f"deletion {_p('o')}{_kept('on')}")
            + _p(f"Int{_point('a')}e")
            + _list(_item("two"), style="L1", more=CONTINUED),
            "Inte|1. two",
            "Into|1. one|2. two",
        ),
        (  # from a list over a paragraph into the next list
            _changes(a=f"deletion {_kept('', 'two', more=NAMED_D)}{_p('aside')}{_kept('o', more=NAMED_E)}")
            + _list(_item(_p(f"one{_point('a')}ne")), style="L1", more='text:continue-list="d"')
            + _list(_item("two"), style="L1", more='text:continue-list="e"'),
            "1. onene|1. two",
            "1. one|2. two|aside|1. one|2. two",
        ),
        (  # two deletions, one after the other
            _changes(a=f"deletion {_p(' was')}", b=f"deletion {_kept('', 'two')}")
            + _list(_item(_p(f"one{_point('a')}{_point('b')}")), _item("three"), style="L1", more=CONTINUED),
            "1. one|2. three",
            "1. one was|2. two|3. three",
        ),
        (  # fragments without names or links belong to the list around their mark
            _changes(a=f"deletion {_kept('one', '', more='')}") + _list(_item(_p(f"{_point('a')}two")), style="L1"),
            "1. two",
            "1. one|2. two",
        ),
        (  # a heading and a row between two items
            _changes(a=f"deletion {_kept('')}{_h('Gone')}{_table(_cell('x') + _cell('y'))}{_kept('t', more='')}")
            + _list(_item(_p(f"one{_point('a')}wo")), style="L1", more=CONTINUED),
            "1. onewo",
            "1. one|1. Gone|x\ty|2. two",
        ),
        (  # a deletion within the words that another deletion holds
            _changes(a=f"deletion {_p('never')}", b=f"deletion {_kept('', f'two{_point(chr(97))}')}")
            + _list(_item(_p(f"one{_point('b')}")), style="L1", more=CONTINUED),
            "1. one",
            "1. one|2. twonever",
        ),
        (  # two items, whole, one of them of the level below: the paragraph that is left is the last of them
            _changes(a=f"deletion {_list(_item(_list(_item('a'))), _item('two'), style='L1', more=NAMED_D)}")
            + _list(_item("one", _list(_item(_p(_point("a"))))), _item("three"), style="L1", more=CONTINUED),
            "1. one|2.|3. three",
            "1. one|(a) a|2. two|3. three",
        ),
        (  # an item of two paragraphs, whole: the paragraph that is left has no number
            _changes(a=f"deletion {_list(_item('one', 'more'), style='L1', more=NAMED_D)}")
            + _list(_item(_p(_point("a"))), _item("two"), style="L1", more=CONTINUED),
            "1. two",
            "1. one|more|2. two",
        ),
        (  # a row of a table, with its number; Writer puts a character without width into empty cells
            _changes(a=f"deletion {_p(chr(0x200D))}", b=f"deletion {_p('x')}")
            + _table(
                _cell(_list(_item(_p(_point("a"))), style="L1", more=NAMED_D)) + _cell(_p(_point("b"))),
                _cell(_list(_item(""), style="L1", more='text:continue-list="d"')) + _cell("y"),
            ),
            "1.\ty",
            "1. \u200d\tx|2.\ty",
        ),
        (  # between two items: the mark stands in no paragraph
            _changes(a=f"deletion {_kept('two')}")
            + _list(_item("one", _point("a")), _item("three"), style="L1", more=CONTINUED),
            "1. one|2. three",
            "1. one|2. two|3. three",
        ),
    ],
)
def test_deletions_in_lists(body: str, accepted: str, rejected: str) -> None:
    """Deleted items are put back where they stood, counted with the items around them, and once."""
    assert _texts(body) == accepted
    assert _texts(body, Tracked.REJECT) == rejected


def test_what_one_inserted_and_another_deleted_is_in_neither_text() -> None:
    """Words that were inserted and then deleted stood neither in the text before the changes nor in that after them."""
    both = _changes(a=f"deletion {_p('never ')}").replace("</text:deletion>", "</text:deletion><text:insertion/>")
    assert _texts(both + _p(f"It was {_point('a')}lost.")) == "It was lost."
    assert _texts(both + _p(f"It was {_point('a')}lost."), Tracked.REJECT) == "It was lost."


def _note(mark: str, text: str, kind: str = "footnote", more: str = "") -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation {more}>{mark}</text:note-citation>'
        f"<text:note-body>{text if '<' in text else _p(text)}</text:note-body></text:note>"
    )


LABELLED = 'text:label="*"'


def test_notes_come_after_the_body() -> None:
    """Footnotes, then endnotes, each with its mark; a note whose reference is deleted leaves its number to the next."""
    body = _p(
        f"One{_note('1', _p('first') + _p('more'))} two{_note('i', 'last', 'endnote')}"
        f"{_start('a')} x{_note('2', 'gone')}{_end('a')}"
        f"{_note('3', 'second')}{_note('*', 'star', more=LABELLED)}"
    )
    assert _texts(_changes(a="deletion") + body) == "One two|1 first|more|2 second|* star|i last"
    assert _kinds(_read(body))[1][0] is SegmentKind.LIST_ITEM


def test_notes_that_are_put_back_are_counted() -> None:
    """A note in deleted words is numbered by its place when they are put back, and so are the notes after it."""
    changes = _changes(a=f"deletion {_p(f'two{_note(chr(49), chr(98))} ')}")
    body = _p(f"One{_note('1', 'a')} {_point('a')}three{_note('2', 'c')}")
    assert _texts(changes + body) == "One three|1 a|2 c"
    assert _texts(changes + body, Tracked.REJECT) == "One two three|1 a|2 b|3 c"


BOX = f"<draw:text-box>{_p('Box')}{_p('two')}</draw:text-box>"


def _frame(inner: str, more: str = "") -> str:
    return f"<draw:frame {more}>{inner}</draw:frame>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (_p(f"before {_frame(BOX)}after"), "before after|Box|two"),
        (_p(f"a<draw:custom-shape>{_p('Shape')}<draw:enhanced-geometry/></draw:custom-shape>"), "a|Shape"),
        (
            _p(f"a<draw:g><draw:rect>{_p('one')}</draw:rect><draw:line/><draw:rect>{_p('two')}</draw:rect></draw:g>"),
            "a|one|two",
        ),
        (_frame(f"<draw:text-box>{_p('On the page')}</draw:text-box>") + _p("a"), "On the page|a"),
        (
            _p(
                "a "
                + _frame(
                    "<draw:object><math:math><math:mfrac><math:mi>x</math:mi><math:mn>2</math:mn></math:mfrac>"
                    "<math:annotation>x over 2</math:annotation></math:math></draw:object><draw:image/>"
                )
            ),
            "a x/2",
        ),
        (f'<text:section text:name="s">{_p("a")}</text:section>', "a"),
        (
            (
                "<text:table-of-content><text:table-of-content-source><text:index-title-template>No</text:index-title-template>"
                f"</text:table-of-content-source><text:index-body><text:index-title>{_p('Contents')}</text:index-title>"
                f"{_p('One<text:tab/>3')}</text:index-body></text:table-of-content>"
            ),
            "Contents|One\t3",
        ),
    ],
)
def test_boxes_and_sections(body: str, expected: str) -> None:
    """Boxes stand after the paragraph that holds them; sections and tables of contents give what they hold."""
    assert _texts(body) == expected


FORMS = (
    '<office:forms><form:form><form:checkbox xml:id="c" form:id="c" form:label="For" form:current-state="checked"/>'
    '<form:checkbox form:id="d" form:label="Against"/><form:checkbox form:id="e" form:state="checked"/>'
    '<form:checkbox form:id="f" form:label="gone" form:printable="false"/>'
    '<form:radio form:id="r" form:label="Carried" form:selected="true"/><form:text form:id="t" form:value="at first"'
    ' form:current-value="A. Clerk"/><form:listbox form:id="l"><form:option form:label="Lost"/>'
    '<form:option form:label="Won" form:selected="true"/></form:listbox><form:password form:id="p" form:value="x"/>'
    '<form:fixed-text form:id="x" form:label="Proposer"/><form:combobox form:id="b"/></form:form></office:forms>'
)


def _control(name: str, anchor: str = "as-char") -> str:
    return f'<draw:control draw:control="{name}" text:anchor-type="{anchor}"/>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (_p(f"Vote: {_control('c')}{_control('d')} and {_control('e')}"), "Vote: ☒ For ☐ Against and ☒"),
        (_p(f"{_control('d', 'paragraph')}after"), "after|☐ Against"),
        (_p(f"a {_control('r')}"), "a ☒ Carried"),
        (_p(f"{_control('x')}{_control('t')}{_control('l')}"), "Proposer A. Clerk Won"),
        (_p(f"a{_control('f')}{_control('p')}{_control('b')}{_control('nowhere')}"), "a"),
        (_control("c", "page") + _p("a"), "☒ For|a"),
    ],
)
def test_form_controls(body: str, expected: str) -> None:
    """Check boxes and fields of forms are what they print, a box with its label; what floats stands by itself."""
    assert _texts(FORMS + body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            'For <text:span text:style-name="TW">\uf0fc ü</text:span>, <text:span text:style-name="TF">R</text:span>',
            "For ✓ ✓, ☑",
        ),
        ('<text:span text:style-name="TW">ü<text:span text:style-name="TA">ü</text:span></text:span>', "✓ü"),
        ("\uf0fcü", "\uf0fcü"),
    ],
)
def test_symbols(body: str, expected: str) -> None:
    """Letters in a font of symbols, under whatever name the file declares it, are the symbols that they show."""
    assert _read(_p(body)).text == f"{expected}\n"


def test_what_is_left_out() -> None:
    """Comments, hidden text, images and objects are named with their counts, tracked changes with their authors."""
    comment = "<office:annotation><dc:creator>{}</dc:creator><text:p>words</text:p></office:annotation>"
    body = (
        _changes(a="insertion", b="deletion", e="deletion", f="format-change")
        + _p(f"a{comment.format('A. Clerk')}{comment.format('B. Head')}{_start('a')}b{_end('a')}")
        + _p('<text:span text:style-name="TH">three hidden words</text:span>shown')
        + _p('<text:hidden-paragraph text:is-hidden="true"/>two more')
        + _p('<text:hidden-text text:is-hidden="true" text:string-value="again one"/>x')
        + f'<text:section text:display="none">{_p("four")}{_list(_item("five"))}</text:section>'
        + _p(_frame("<draw:image/><draw:image/>") + _frame("<draw:image/>", 'loext:decorative="true"'))
        + _p(_frame("<draw:object xlink:href='./Object 1'/><draw:image/>") + _frame("<draw:object-ole/>"))
        + _p("<text:placeholder>&lt;Name&gt;</text:placeholder>")
        + _p('<loext:content-control loext:showing-place-holder="true">Click</loext:content-control>')
    )
    kept = _manifest('<manifest:file-entry manifest:full-path="Object 1/" manifest:media-type="x.opendocument.chart"/>')
    accepted = "compared as if they were accepted; --tracked reject compares the text before them"
    assert _document(_zipped(body, kept)).left_out == (
        ("3 tracked changes by A. Clerk (2) and B. Head (1)", accepted),
        ("1 tracked change of formatting by B. Head", accepted),
        ("2 comments by A. Clerk and B. Head", "they are not part of the text"),
        ("9 words of hidden text", "it is not printed"),
        ("1 image", "only text is compared"),
        ("1 chart", "only text is compared"),
        ("1 embedded object", "only text is compared"),
        ("1 form field that was not filled in", "its prompt is no part of the text"),
        ("1 form field that holds nothing but its prompt", "the prompt is printed, and so compared as text"),
    )


@pytest.mark.parametrize(("size", "expected"), [("3cm", "1 image"), ("17.5cm", "1 large picture"), ("80%", "1 image")])
def test_large_pictures_are_told_from_logos(size: str, expected: str) -> None:
    """A picture of a third of a page may be a scanned one."""
    picture = _frame("<draw:image/>", f'svg:width="{size}" svg:height="{size}"')
    assert [what for what, _ in _document(_zipped(_p(picture))).left_out] == [expected]


@pytest.mark.parametrize(
    "head",
    [
        "",
        (
            '<?xml version="1.0"?>\n<!DOCTYPE math:math PUBLIC "-//OpenOffice.org//DTD Modified W3C MathML 1.01//EN"'
            ' "math.dtd">\n'
        ),
    ],
)
def test_formulas_in_zipped_files(head: str) -> None:
    """A formula of a zipped file is a file within it; its letters are text, also where it names a document type."""
    formula = f"{head}<math:math {SPACES}><math:mi>E</math:mi><math:mo>=</math:mo><math:mi>m</math:mi></math:math>"
    more = _manifest(
        '<manifest:file-entry manifest:full-path="Object 1/" manifest:media-type="x.opendocument.formula"/>'
    ) | {"Object 1/content.xml": formula}
    body = _p("a " + _frame("<draw:object xlink:href='./Object 1'/>"))
    assert _document(_zipped(body, more)).paragraphs[0].span.end == len("a E=m")


def test_furniture_is_that_of_the_pages_in_use() -> None:
    """Headers and footers of pages that the text uses come last, each different line once."""
    lines = [
        text for kind, _, text in _kinds(_read(_p("a") + _p("b", "PM"), masters=MASTERS)) if kind.value == "furniture"
    ]
    assert lines == ["Council\tMinutes", "Left", "After", "Page 1"]
    assert _document(_zipped(_p("a"))).text.splitlines() == ["a", "Council\tMinutes", "Left", "Page 1"]


@pytest.mark.parametrize(
    ("data", "error", "said"),
    [
        (
            _zipped(_p("a"), _manifest("<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")),
            UnreadableError,
            "encrypted",
        ),
        (_zipped(_p("a"), {"encrypted-package": "x"}), UnreadableError, "encrypted"),
        (_zipped(_p("a"))[:-500], UnreadableError, "damaged or was cut off"),
        (_flat(_p("a"))[:-40], UnreadableError, "damaged"),
        (_flat("").replace(b"office:text", b"office:spreadsheet"), UnsupportedFormatError, "of this kind"),
        (_flat("").replace(b"office:body", b"office:nobody"), UnreadableError, "damaged"),
        (_flat(_p("a")).replace(b"?>", b"?><!DOCTYPE x [<!ENTITY y 'z'>]>", 1), UnreadableError, "document type"),
        (_flat("<text:section>" * 200 + _p("a") + "</text:section>" * 200), UnreadableError, "damaged"),
        (_flat(_p("<text:span>" * 200 + "a" + "</text:span>" * 200)), UnreadableError, "damaged"),
        (_flat(_table(*[_cell("a" * 99_999, 'table:number-columns-repeated="100"')] * 3)), TooLargeError, "million"),
    ],
)
def test_what_is_refused(data: bytes, error: type[CompareError], said: str) -> None:
    """Encrypted, damaged, foreign and bloated files are refused in one line with what they are."""
    with pytest.raises(error, match=said):
        _document(data)


def test_pictures_of_flat_files_are_not_parsed() -> None:
    """A picture of 20 MB in a flat file is cut out before its XML is parsed."""
    picture = f"<draw:image><office:binary-data>{'QUJD' * 5_000_000}</office:binary-data></draw:image>"
    assert _read(_p("a" + _frame(picture))).text == "a\n"


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=0), st.binary(max_size=6))
def test_a_damaged_file_is_read_or_refused(place: int, damage: bytes) -> None:
    """Whatever is damaged in a file, it is read or refused as damaged."""
    data = bytearray(_zipped(_h("a") + _list(NESTED, style="L1") + _table(_cell("b")), _manifest()))
    place %= len(data)
    data[place : place + len(damage)] = damage
    try:
        fill_from_odt(bytes(data), DocumentBuilder("minutes.odt"), Tracked.REJECT)
    except CompareError as error:
        assert_refused(error, UnreadableError, UnsupportedFormatError, place="minutes.odt")


def test_the_whole_way(tmp_path: Path) -> None:
    """Zipped and flat files give the same text, whatever they are called, and the same each time."""
    body = _h("Sports ground") + _p("The Chair welcomed the members.")
    (tmp_path / "a.odt").write_bytes(_zipped(body))
    (tmp_path / "b.fodt").write_bytes(_flat(body, MASTERS))
    first, second = read_document(str(tmp_path / "a.odt")), read_document(str(tmp_path / "b.fodt"))
    assert (first.format, first.text.splitlines()[0]) == ("odt", "1. Sports ground")
    assert (first.text, first.paragraphs) == (second.text, second.paragraphs)
    assert first == read_document(str(tmp_path / "a.odt"))
