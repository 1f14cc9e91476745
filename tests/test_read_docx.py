"""Tests of the reader of Word documents, on files that the tests write themselves."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
import pytest
from docx.enum.text import WD_BREAK
from lxml import etree

from compare.errors import CompareError, TooLargeError, UnreadableError
from compare.read.common import zip_package
from compare.read.common.document_builder import DocumentBuilder
from compare.read.common.list_numbers import NumberFormat, format_count
from compare.read.docx.reader import fill_from_docx, run_map
from compare.read.docx.runs import TEXT_ELEMENTS
from compare.values import Document, Doubt, Formatting, SegmentKind, Span, Tracked

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    "future": "urn:of-another-program",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in SPACES.items())
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ROOTS = {"header": "hdr", "footer": "ftr"}
HIDDEN, BOLD = "<w:vanish/>", "<w:b/>"


def pack(body: str, main_type: str = f"{WORD_TYPE}.document.main+xml", **parts: str) -> bytes:
    """A Word document; `parts` are by name, such as `header1`, and their name is their relationship."""
    kinds = {name: name.rstrip("0123456789") for name in parts}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}.{kind}+xml"/>' for name, kind in kinds.items()
    )
    links = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONSHIPS}/{kind}" Target="{name}.xml"/>' for name, kind in kinds.items()
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main_type}"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
        "word/document.xml": f"<w:document {DECLARED}><w:body>{body}</w:body></w:document>",
    }
    for name, kind in kinds.items():
        root = ROOTS.get(kind, kind)
        files[f"word/{name}.xml"] = f"<w:{root} {DECLARED}>{parts[name]}</w:{root}>"
    return zip_of(files)


def zip_of(files: dict[str, str]) -> bytes:
    """A zip of texts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


def read(data: bytes, tracked: Tracked = Tracked.ACCEPT) -> Document:
    """The document in these bytes."""
    builder = DocumentBuilder("minutes.docx")
    fill_from_docx(data, builder, tracked)
    return builder.build(name="minutes.docx", data=data, kind="docx")


def lines(data: bytes, tracked: Tracked = Tracked.ACCEPT) -> list[str]:
    """The paragraphs of a document, each with its mark."""
    document = read(data, tracked)
    return [document.text[paragraph.span.start : paragraph.span.end] for paragraph in document.paragraphs]


def body_lines(body: str, tracked: Tracked = Tracked.ACCEPT, **parts: str) -> list[str]:
    """The paragraphs of a document with this body."""
    return lines(pack(body, **parts), tracked)


def left_out(data: bytes, tracked: Tracked = Tracked.ACCEPT) -> list[str]:
    """What a document names as left out."""
    return [what for what, _ in read(data, tracked).left_out]


def run(text: str, looks: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(*runs: str, props: str = "") -> str:
    """A paragraph of runs, or of plain words; `props` are its properties."""
    inner = "".join(piece if piece.startswith("<") else run(piece) for piece in runs)
    return f"<w:p><w:pPr>{props}</w:pPr>{inner}</w:p>"


def item(text: str, number: int = 1, level: int = 0, props: str = "") -> str:
    """A paragraph in a list."""
    return para(text, props=f'{props}<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(place: int, text: str | None = None, style: str = "decimal", start: int = 1, props: str = "") -> str:
    """A level of a list."""
    shown = f"%{place + 1}." if text is None else text
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{props}'
        f'<w:lvlText w:val="{shown}"/></w:lvl>'
    )


def definition(place: int, *levels: str) -> str:
    """A definition of a list, from its levels and whatever else stands in it."""
    return f'<w:abstractNum w:abstractNumId="{place}">{"".join(levels)}</w:abstractNum>'


def listed(number: int, place: int = 0, *overrides: str) -> str:
    """A list on a definition."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{place}"/>{"".join(overrides)}</w:num>'


def start_at(place: int, start: int) -> str:
    """A start of a list's own."""
    return f'<w:lvlOverride w:ilvl="{place}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def style(name: str, props: str = "", kind: str = "paragraph", base: str = "", looks: str = "", more: str = "") -> str:
    """A style whose id is its name without blanks."""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="{kind}" {more} w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>{based}'
        f"<w:pPr>{props}</w:pPr><w:rPr>{looks}</w:rPr></w:style>"
    )


def in_style(name: str) -> str:
    """The properties of a paragraph in a style."""
    return f'<w:pStyle w:val="{name}"/>'


def mark(change: str, author: str = "A. Clerk") -> str:
    """The properties of a paragraph whose end was inserted or deleted."""
    return f'<w:rPr><w:{change} w:id="1" w:author="{author}"/></w:rPr>'


def changed(change: str, text: str, author: str = "A. Clerk") -> str:
    """An inserted, deleted or moved run."""
    inner = run(text).replace("w:t", "w:delText") if change == "del" else run(text)
    return f'<w:{change} w:id="1" w:author="{author}">{inner}</w:{change}>'


def field(*pieces: str) -> str:
    """A field from its instruction and its result, each words or elements."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    instruction, *result = pieces
    code = instruction if instruction.startswith("<") else f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return begin + code + "".join(separate + run(text) for text in result) + end


def form(value: str) -> str:
    """A field to fill in."""
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{value}</w:ffData></w:fldChar></w:r>'
    return begin + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def table(*rows: list[str] | str) -> str:
    """A table of rows of cells, each words or elements."""
    return f"<w:tbl>{''.join(one if isinstance(one, str) else row(*one) for one in rows)}</w:tbl>"


def row(*cells: str, props: str = "") -> str:
    """A row of cells."""
    inner = "".join(cell if cell.startswith("<w:tc>") else table_cell(cell) for cell in cells)
    return f"<w:tr><w:trPr>{props}</w:trPr>{inner}</w:tr>"


def table_cell(content: str, props: str = "") -> str:
    """A cell of words or elements."""
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{content if content.startswith('<') else para(content)}</w:tc>"


def control(content: str, props: str = "") -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{props}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def drawn(content: str) -> str:
    """A run with a drawing."""
    return f"<w:r><w:drawing>{content}</w:drawing></w:r>"


def alternatives(choice: str, fallback: str) -> str:
    """A run of words with something newer in their place, as the emoji panel writes it."""
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="x">{choice}</mc:Choice>'
        f"<mc:Fallback><w:t>{fallback}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )


def boxed(content: str) -> str:
    """A run with a text box, as newer Word writes it, with its fallback for older programs."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    old = f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{inner}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


@pytest.mark.parametrize(
    ("style_of_count", "counts", "printed"),
    [
        (NumberFormat.DECIMAL, (0, 1, 1000), "0 1 1000"),
        (NumberFormat.DECIMAL_ZERO, (1, 9, 10), "01 09 10"),
        (NumberFormat.LOWER_LETTER, (1, 26, 27, 28, 53, 781), "a z aa bb aaa 781"),
        (NumberFormat.UPPER_LETTER, (1, 27), "A AA"),
        (NumberFormat.LOWER_COLUMN, (26, 27, 28, 703), "z aa ab aaa"),
        (NumberFormat.LOWER_ROMAN, (1, 4, 9, 14, 40, 90, 400, 1999), "i iv ix xiv xl xc cd mcmxcix"),
        (NumberFormat.UPPER_ROMAN, (29, 40_000), "XXIX 40000"),
        (NumberFormat.ORDINAL, (1, 2, 3, 4, 11, 12, 13, 21, 112), "1st 2nd 3rd 4th 11th 12th 13th 21st 112th"),
        (NumberFormat.CARDINAL_TEXT, (1, 12, 21, 40, 100), "One Twelve Twenty-one Forty 100"),
        (NumberFormat.ORDINAL_TEXT, (1, 2, 5, 12, 20, 22), "First Second Fifth Twelfth Twentieth Twenty-second"),
        (NumberFormat.SYMBOLS, (1, 2, 3, 4, 5), "* † ‡ § **"),
        (NumberFormat.BULLET, (1,), ""),
        (NumberFormat.NONE, (1,), ""),
    ],
)
def test_counts(style_of_count: NumberFormat, counts: tuple[int, ...], printed: str) -> None:
    """A count is written as word processors write it, and in figures where they differ."""
    assert " ".join(format_count(count, style_of_count) for count in counts) == printed


OUTLINE = (level(0), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"), level(3, "(%4)", "lowerRoman"))


@pytest.mark.parametrize(
    ("numbering", "items", "printed"),
    [
        (definition(0, *OUTLINE) + listed(1), "0 1 1 2 2 0 1 2 3", "1. 1.1 1.2 (a) (b) 2. 2.1 (a) (i)"),
        (definition(0, *OUTLINE) + listed(1) + listed(2), "0 2:0 0 2:0", "1. 2. 3. 4."),
        (definition(0, *OUTLINE) + listed(1) + listed(2, 0, start_at(0, 1)), "0 0 2:0 2:0 0", "1. 2. 1. 2. 3."),
        (definition(0, *OUTLINE) + listed(1, 0, start_at(0, 29)), "0 0 1", "29. 30. 30.1"),
        (definition(0, *OUTLINE) + listed(1), "1 1 0 1", "1.1 1.2 2. 2.1"),
        (definition(0, *OUTLINE) + listed(1), "0 2 2 1 2", "1. (a) (b) 1.2 (a)"),
        (
            definition(0, level(0), level(1, "%2)", props='<w:lvlRestart w:val="0"/>')) + listed(1),
            "0 1 1 0 1",
            "1. 1) 2) 2. 3)",
        ),
        (
            definition(0, level(0), level(1), level(2, "%3", props='<w:lvlRestart w:val="1"/>')) + listed(1),
            "0 1 2 1 2 0 2",
            "1. 1. 1 2. 2 2. 1",
        ),
        (
            definition(0, level(0, "%1.", "upperRoman"), level(1, "%1.%2", "lowerLetter", props="<w:isLgl/>"))
            + listed(1),
            "0 0 1",
            "I. II. 2.1",
        ),
        (
            definition(0, *OUTLINE)
            + listed(1, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "[%1]", "upperLetter")}</w:lvlOverride>'),
            "0 0 1",
            "[A] [B] B.1",
        ),
        (definition(0, level(0, "Item %1:", start=7)) + listed(1), "0 0", "Item 7: Item 8:"),
        (
            definition(
                0,
                level(0, "%1").replace(
                    '<w:numFmt w:val="decimal"/>',
                    '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, ..."/>'
                    '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>',
                ),
            )
            + listed(1),
            "0 0",
            "001 002",
        ),
    ],
    ids=[
        *("outline", "one count for two lists", "a start of its own", "start at 29", "second level first"),
        *("a level left out", "never anew", "anew after the first level", "legal", "a level of its own", "words"),
        "three digits",
    ],
)
def test_numbers(numbering: str, items: str, printed: str) -> None:
    """Paragraphs have the numbers that Word prints before them."""
    places = [(1, int(place)) if ":" not in place else tuple(map(int, place.split(":"))) for place in items.split()]
    body = "".join(item("x", number, depth) for number, depth in places)
    assert body_lines(body, numbering=numbering) == [f"{number} x" for number in re.findall(r"Item \d:|\S+", printed)]


def test_number_of_a_style() -> None:
    """A style numbers its paragraphs, at the level bound to it; list 0 means none."""
    styles = (
        style("heading 1", '<w:numPr><w:numId w:val="1"/></w:numPr>')
        + style("heading 2", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
        + style("Sub", base="heading2")
        + style("Plain", '<w:numPr><w:numId w:val="0"/></w:numPr>', base="heading2")
    )
    numbering = definition(
        0, level(0, props=in_style("heading1")), level(1, "%1.%2", props=in_style("heading2"))
    ) + listed(1)
    body = "".join(para(name, props=in_style(name)) for name in ("heading1", "heading2", "Sub", "Plain", "heading1"))
    body += para("none", props=in_style("heading2") + '<w:numPr><w:numId w:val="0"/></w:numPr>')
    expected = ["1. heading1", "1.1 heading2", "1.2 Sub", "Plain", "2. heading1", "none"]
    assert body_lines(body, styles=styles, numbering=numbering) == expected


def test_list_styles() -> None:
    """A list that stands for a style of lists counts as that style is defined."""
    styles = style("Motions", '<w:numPr><w:numId w:val="5"/></w:numPr>', kind="numbering")
    numbering = (
        definition(0, '<w:styleLink w:val="Motions"/>', level(0, "%1)", "upperLetter"))
        + definition(1, '<w:numStyleLink w:val="Motions"/>')
        + listed(5, 0)
        + listed(6, 1)
    )
    assert body_lines(item("x", 6) + item("y", 6), styles=styles, numbering=numbering) == ["A) x", "B) y"]


def test_what_does_not_count() -> None:
    """Hidden and deleted paragraphs of a list have no number; an empty one has, and prints it."""
    hidden = f"<w:rPr>{HIDDEN}</w:rPr><w:numPr><w:numId w:val='1'/></w:numPr>"
    gone = mark("del") + "<w:numPr><w:numId w:val='1'/></w:numPr>"
    unseen = para(run("b", HIDDEN), props=hidden)
    body = item("a") + unseen + para(changed("del", "c"), props=gone) + item("d") + item("")
    expected = ["1. a", "2. d", "3.", "4. x", "5. e"]
    assert (
        body_lines(body + table([item("x") + unseen]) + item("e"), numbering=definition(0, level(0)) + listed(1))
        == expected
    )


def test_labels_of_words() -> None:
    """A label with words is text of its paragraph; one that nothing follows is glued to signs and figures alone."""
    glued = '<w:suff w:val="nothing"/>'
    levels = (level(0, "Resolved:", "none"), level(1, "%2", props=glued), level(2, "%3.", props=glued))
    body = item("That it be done.") + item("/26 Finance", 1, 1) + item("Apologies", 1, 2)
    document = read(pack(body, numbering=definition(0, *levels) + listed(1)))
    assert document.text == "Resolved: That it be done.\n1/26 Finance\n1. Apologies\n"
    assert [one.mark for one in document.paragraphs] == [None, None, Span(40, 42)]


def test_numbers_alone_in_cells() -> None:
    """A number that Word counts in a cell of its own is in the row."""
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    rows = (row(para(props=number), para(words), para("AC")) for words in ("Apologies", "Finance"))
    assert body_lines(table(*rows), numbering=definition(0, level(0)) + listed(1)) == [
        "1.\tApologies\tAC",
        "2.\tFinance\tAC",
    ]


@pytest.mark.parametrize(
    ("sign", "font", "shown"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("o", "Courier New", "o"),
        ("\uf0a7", "Wingdings", "▪"),
        ("\uf0fc", "Wingdings", "✓"),
        ("v", "Wingdings", "❖"),
        ("\uf02d", "Symbol", "–"),
        ("–", "Arial", "–"),
        ("\uf0b7", "", "•"),
        ("\ue00a", "OpenSymbol", "•"),
    ],
)
def test_bullets(sign: str, font: str, shown: str) -> None:
    """A bullet is the character that is printed, also where a symbol font draws it."""
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
    numbering = definition(0, level(0, sign, "bullet").replace("</w:lvl>", f"{fonts}</w:lvl>")) + listed(1)
    document = read(pack(item("bread"), numbering=numbering))
    paragraph = document.paragraphs[0]
    assert (document.text, paragraph.mark is not None, paragraph.level) == (f"{shown} bread\n", True, 1)


@pytest.mark.parametrize(
    ("styles", "props", "expected"),
    [
        (style("heading 3"), in_style("heading3"), 3),
        (style("Heading 2,H2"), in_style("Heading2,H2"), 2),
        (style("Title"), in_style("Title"), 1),
        (style("heading 1") + style("Item title", base="heading1"), in_style("Itemtitle"), 1),
        (style("Chapter", '<w:outlineLvl w:val="1"/>'), in_style("Chapter"), 2),
        (style("heading 1") + style("TOC", '<w:outlineLvl w:val="9"/>', base="heading1"), in_style("TOC"), 0),
        (style("A", base="B") + style("B", base="A"), in_style("A"), 0),
        ("", '<w:outlineLvl w:val="3"/>', 4),
        ("", in_style("Heading1"), 0),
        (style("Body"), in_style("Body"), 0),
    ],
)
def test_headings(styles: str, props: str, expected: int) -> None:
    """A style or an outline level makes a heading, at its level."""
    paragraph = read(pack(para("Sports ground", props=props), styles=styles)).paragraphs[0]
    assert (paragraph.kind == "heading", paragraph.level) == (expected > 0, expected)


@pytest.mark.parametrize(
    ("run_says", "expected"),
    [
        (BOLD, Formatting.BOLD),
        ("<w:i/>", Formatting.ITALIC),
        ('<w:u w:val="single"/>', Formatting.UNDERLINED),
        ('<w:u w:val="none"/>', Formatting.PLAIN),
        ("<w:strike/>", Formatting.STRUCK),
        ("<w:dstrike/>", Formatting.STRUCK),
        ('<w:b w:val="0"/>', Formatting.PLAIN),
        (f"{BOLD}<w:strike/>", Formatting.BOLD | Formatting.STRUCK),
        ('<w:rStyle w:val="Strong"/>', Formatting.BOLD),
        ('<w:rStyle w:val="Strong"/><w:b w:val="false"/>', Formatting.PLAIN),
        ('<w:rStyle w:val="Under"/>', Formatting.UNDERLINED | Formatting.BOLD),
        ('<w:rStyle w:val="Hyperlink"/>', Formatting.PLAIN),
        ("<w:caps/>", Formatting.PLAIN),
    ],
)
def test_formatting(run_says: str, expected: Formatting) -> None:
    """Words have the formatting of their run, else of its style and what that is based on."""
    underlined = '<w:u w:val="single"/>'
    styles = (
        style("Strong", kind="character", looks=BOLD)
        + style("Under", kind="character", base="Strong", looks=underlined)
        + style("Hyperlink", kind="character", looks=underlined)
    )
    document = read(pack(para(run("was Lost", run_says)), styles=styles))
    assert document.text == "was Lost\n"
    assert document.formatting_at(0) == expected


def test_bold_styles_cancel_each_other() -> None:
    """Bold by the paragraph's style and by the run's is plain, as Word prints it; by the run itself it is bold."""
    styles = style("Label", looks=BOLD) + style("Strong", kind="character", looks=BOLD)
    body = para(run("plain", '<w:rStyle w:val="Strong"/>'), run("bold"), run("bold", BOLD), props=in_style("Label"))
    document = read(pack(body, styles=styles))
    assert [span.start for span, _ in document.formatting] == [len("plain")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab/><w:t>c</w:t></w:r>", "a\tb\tc"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>opted</w:t><w:softHyphen/><w:t>s</w:t></w:r>", "co‑opted\u00ads"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> done</w:t></w:r>', "✓ done"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t></w:r>', "≥5"),
        (alternatives('<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="2705"/>', "?"), "✅"),
        (alternatives("<future:tick/>", "✓"), "✓"),
        (run("4 ü", '<w:rFonts w:ascii="Arial" w:hAnsi="Wingdings"/>').replace("4 ", ""), "✓"),
        (run("4", '<w:rFonts w:ascii="ZapfDingbats" w:hAnsi="ZapfDingbats"/>'), "✔"),
        (run("\uf0fe yes", '<w:rFonts w:ascii="Wingdings"/>').replace(" yes", ""), "☑"),
        (f'<w:hyperlink w:anchor="x">{run("link")}</w:hyperlink>', "link"),
        (f"<w:smartTag>{run('smart')}</w:smartTag><w:customXml>{run(' tag')}</w:customXml>", "smart tag"),
        (control(run("in ") + control(run("control"))), "in control"),
        (run("one") + '<w:r><w:lastRenderedPageBreak/></w:r><w:proofErr w:type="x"/>' + run(" two"), "one two"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>rt</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>b</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "b",
        ),
        ("<m:oMath><m:r><m:t>E=m</m:t></m:r></m:oMath>", "E=m"),
        (
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>",
            "1/2",
        ),
        ("<m:oMath><m:d><m:e><m:r><m:t>a</m:t></m:r></m:e></m:d></m:oMath>", "(a)"),
    ],
)
def test_signs(content: str, expected: str) -> None:
    """Everything that prints in a paragraph is in its text, as the character that it prints."""
    assert body_lines(para(content)) == [expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (run("Page ") + field("PAGE", "3"), "Page 3"),
        (run("Page ") + field("PAGE") + run("."), "Page ."),
        (field('IF 1 = 1 "a"', "res"), "res"),
        (field(field("DATE", "inner"), "outer"), "outer"),
        (field('SET x "silent"', "silent") + run("said"), "said"),
        ('<w:fldSimple w:instr="TITLE"><w:r><w:t>Minutes</w:t></w:r></w:fldSimple>', "Minutes"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("never ends"), "never ends"),
        (run("a") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("b"), "ab"),
        (field("DATE", "x").replace("<w:rPr></w:rPr>", f"<w:rPr>{HIDDEN}</w:rPr>") + run("7 March"), "7 March"),
        (form('<w:checkBox><w:default w:val="1"/></w:checkBox>') + run(" yes"), "☒ yes"),
        (form('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>') + run(" no"), "☐ no"),
        (form('<w:ddList><w:result w:val="1"/><w:listEntry w:val="For"/><w:listEntry w:val="No"/></w:ddList>'), "No"),
    ],
)
def test_fields(content: str, expected: str) -> None:
    """Of a field, the result is text; its instruction, a silent or a hidden result is not."""
    assert body_lines(para(content)) == [expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (field('SYMBOL 252 \\f "Wingdings" \\s 11') + run(" for"), "✓ for"),
        (field('SYMBOL 252 \\f "Wingdings"', "") + run(" for"), "✓ for"),
        (field("SYMBOL 65", "stored") + run(" for"), "stored for"),
        ('<w:fldSimple w:instr=" SYMBOL 251 \\f Wingdings "/>' + run(" against"), "✗ against"),
        (f'<w:fldSimple w:instr="PAGE">{run("3")}</w:fldSimple>', "3"),
        (field("MACROBUTTON NoMacro [Type a name]"), "[Type a name]"),
        (field(f"<w:r><w:instrText>IF </w:instrText></w:r>{field('SYMBOL 65')}", "res"), "res"),
        (run("a") + field("LISTNUM") + run("b") + field("LISTNUM"), "a1)b2)"),
    ],
)
def test_fields_without_results(content: str, expected: str) -> None:
    """A field that stores no result shows what Word works out for it."""
    assert body_lines(para(content)) == [expected]


def test_automatic_numbers() -> None:
    """Fields that number their paragraphs count them, headings by their level, and below the number of a list."""
    body = para(field("AUTONUM"), " One") + para(field("AUTONUM"), " Two") + para("No number")
    body += para(field("AUTONUMLGL"), " A", props=in_style("H1")) + para(
        field("AUTONUMLGL"), " B", props=in_style("H2")
    )
    listing = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body += para(field("LISTNUM"), " to note", props=listing)
    styles = "".join(style(name, f'<w:outlineLvl w:val="{place}"/>') for place, name in enumerate(("H1", "H2")))
    expected = ["1. One", "2. Two", "No number", "1. A", "1.1. B", "1. a) to note"]
    assert body_lines(body, styles=styles, numbering=definition(0, level(0)) + listed(1)) == expected


def test_drawn_formulas() -> None:
    """A formula that a field draws is named."""
    assert left_out(pack(para("a half: ", field("EQ \\f(1,2)")))) == ["1 formula"]


def test_a_field_over_paragraphs() -> None:
    """A field may begin in one paragraph and end in another."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    body = para(begin, '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "One 3")
    body += para("Two 4") + para('<w:r><w:fldChar w:fldCharType="end"/></w:r>') + para("Text")
    assert body_lines(body) == ["One 3", "Two 4", "Text"]


def test_breaks_of_pages() -> None:
    """A page break prints nothing, and what follows it in a paragraph is one of its own."""
    document = docx.Document()
    document.add_paragraph("First page.").runs[0].add_break(WD_BREAK.PAGE)
    middle = document.add_paragraph("Before")
    middle.add_run().add_break(WD_BREAK.PAGE)
    middle.add_run("after.")
    saved = io.BytesIO()
    document.save(saved)
    assert lines(saved.getvalue()) == ["First page.", "Before", "after."]


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (para("The ", changed("del", "old"), changed("ins", "new"), " rule"), ["The new rule"], ["The old rule"]),
        (para("A ", changed("moveFrom", "b "), "c ", changed("moveTo", "b")), ["A c b"], ["A b c"]),
        (para("One", props=mark("del")) + para(" two"), ["One two"], ["One", "two"]),
        (para("One", props=mark("ins")) + para(" two"), ["One", "two"], ["One two"]),
        (para(changed("del", "gone"), props=mark("del")) + para("C"), ["C"], ["gone", "C"]),
        (para(changed("ins", "new"), props=mark("ins")) + para("C"), ["new", "C"], ["C"]),
        (para(f'<w:ins w:author="A">{changed("del", "neither")}</w:ins>', "text"), ["text"], ["text"]),
        (table(row("a", "b", props='<w:del w:author="A"/>'), ["c", "d"]), ["c\td"], ["a\tb", "c\td"]),
        (table(row("a", "b", props='<w:ins w:author="A"/>'), ["c", "d"]), ["a\tb", "c\td"], ["c\td"]),
        (table(["a", table_cell("b", '<w:cellDel w:author="A"/>'), "c"]), ["a\tc"], ["a\tb\tc"]),
        (para("last", props=mark("del")), ["last"], ["last"]),
        (para("before", props=mark("del")) + table(["a", "b"]), ["before", "a\tb"], ["before", "a\tb"]),
    ],
)
def test_tracked_changes(body: str, accepted: list[str], rejected: list[str]) -> None:
    """Tracked changes are read as accepted or as rejected: words, ends of paragraphs, rows and cells."""
    assert body_lines(body) == accepted
    assert body_lines(body, Tracked.REJECT) == rejected


def test_properties_of_joined_paragraphs() -> None:
    """Where a change joins two paragraphs, the properties are those of the second, whose mark remains."""
    numbers = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    heading = in_style("Heading1")
    numbering, styles = definition(0, level(0)) + listed(1), style("Heading 1").replace("Heading 1", "heading 1")

    def joined(change: str, tracked: Tracked) -> list[tuple[str, SegmentKind]]:
        body = para("Costs", props=heading + mark(change)) + para(" were agreed.", props=numbers) + item("Close")
        document = read(pack(body, numbering=numbering, styles=styles), tracked)
        return [(document.text[one.span.start : one.span.end], one.kind) for one in document.paragraphs]

    apart = [("Costs", SegmentKind.HEADING), ("1. were agreed.", SegmentKind.LIST_ITEM)]
    as_one = [("1. Costs were agreed.", SegmentKind.LIST_ITEM)]
    close = [("2. Close", SegmentKind.LIST_ITEM)]
    assert joined("ins", Tracked.ACCEPT) == joined("del", Tracked.REJECT) == apart + close
    assert joined("ins", Tracked.REJECT) == joined("del", Tracked.ACCEPT) == as_one + close


def test_tracked_numbers() -> None:
    """A number that a change gave to a paragraph is gone if changes are rejected, and one that it took comes back."""
    numbers = '<w:ilvl w:val="0"/><w:numId w:val="1"/>'
    given = para("b", props=f'<w:numPr>{numbers}<w:ins w:id="1" w:author="A"/></w:numPr>')
    taken = para("c", props=f"<w:pPrChange><w:pPr><w:numPr>{numbers}</w:numPr></w:pPr></w:pPrChange>")
    data = pack(item("a") + given + taken, numbering=definition(0, level(0)) + listed(1))
    assert lines(data) == ["1. a", "2. b", "c"]
    assert lines(data, Tracked.REJECT) == ["1. a", "b", "2. c"]


def test_tracked_formatting() -> None:
    """A change of formatting is none of the text: it is counted apart, and undone where changes are rejected."""
    looks = f'{BOLD}<w:rPrChange w:author="B. Head"><w:rPr/></w:rPrChange>'
    data = pack(para(run("word", looks)))
    assert read(data).formatting_at(0) == Formatting.BOLD
    assert read(data, Tracked.REJECT).formatting == ()
    assert left_out(data) == ["1 tracked change of formatting by B. Head"]


def test_what_of_changes_is_told() -> None:
    """Changes are counted as Word counts them, their authors named, the busiest first."""
    body = para("a ", changed("del", "x", "B. Head"), changed("ins", "y"), " b ", changed("ins", "one"))
    body = body.replace("</w:p>", f"{changed('ins', ' more')}</w:p>")
    body += para(changed("ins", "p"), props=mark("ins")) + para(changed("ins", "q"), props=mark("ins")) + para("c")
    document = read(pack(body))
    assert document.left_out == (
        (
            "4 tracked changes by A. Clerk (3) and B. Head (1)",
            "compared as if they were accepted; --tracked reject compares the text before them",
        ),
    )
    assert "--tracked accept" in read(pack(body), Tracked.REJECT).left_out[0][1]


def test_many_authors() -> None:
    """More authors than a line holds are counted."""
    body = para(*(changed("ins", "x", f"Author {place}") for place in range(7)))
    named = "Author 0 (1), Author 1 (1), Author 2 (1), Author 3 (1) and 3 others"
    assert left_out(pack(body)) == [f"7 tracked changes by {named}"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (table(["Ashby", "Present", ""]), ["Ashby\tPresent"]),
        (
            table([table_cell("A", '<w:vMerge w:val="restart"/>'), "b"], [table_cell("x", "<w:vMerge/>"), "c"]),
            ["A\tb", "c"],
        ),
        (table([table_cell("wide", '<w:gridSpan w:val="2"/>'), "c"]), ["wide\tc"]),
        (table([para("one") + para("two"), "b"]), ["one", "two", "b"]),
        (table([para("out") + table(["x", "y"]) + para("after"), "b"]), ["out", "x\ty", "after", "b"]),
        (f"<w:tbl>{control(row(table_cell('a'), 'b'))}</w:tbl>", ["a\tb"]),
        (f"<w:tbl><w:tr>{control(table_cell('a'))}{table_cell('b')}</w:tr></w:tbl>", ["a\tb"]),
        (table(row("a", "b", props="<w:hidden/>"), ["c", "d"]), ["c\td"]),
    ],
    ids=[
        "row",
        "merged down",
        "merged across",
        "a page laid out",
        "nested",
        "row in a control",
        "cell in one",
        "hidden",
    ],
)
def test_tables(body: str, expected: list[str]) -> None:
    """A row is a row, and a merged cell's text stands in it once."""
    assert body_lines(body + para("end")) == [*expected, "end"]


def test_boxes() -> None:
    """The text of a box stands once, after the paragraph that it is anchored in, and counts by itself."""
    numbering = definition(0, level(0)) + listed(1)
    content = f"<w:txbxContent>{para('Old')}</w:txbxContent>"
    old = f"<w:r><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></w:r>"
    body = item("a") + para("before ", boxed(item("New")), "after") + para("x", old) + item("b")
    assert body_lines(body, numbering=numbering) == ["1. a", "before after", "1. New", "x", "Old", "2. b"]


def test_a_box_in_a_cell() -> None:
    """A box that is anchored in a cell stands in that cell."""
    assert body_lines(table([para("cell", boxed(para("box"))), "b"])) == ["cell", "box", "b"]


HEADERS = {"header1": para("Running head"), "header2": para("First page"), "header3": para("Left page")}


def section(*links: str, props: str = "") -> str:
    """The properties of a section: its headers as "default header1", and more."""
    pairs = (link.split() for link in links)
    found = "".join(f'<w:{re.sub("[0-9]", "", name)}Reference w:type="{kind}" r:id="{name}"/>' for kind, name in pairs)
    return f"<w:sectPr>{found}{props}</w:sectPr>"


@pytest.mark.parametrize(
    ("sections", "settings", "expected"),
    [
        ([section("default header1", "first header2", "even header3")], "", ["Running head"]),
        ([section("default header1", "first header2", props="<w:titlePg/>")], "", ["First page", "Running head"]),
        ([section("default header1", "even header3")], "<w:evenAndOddHeaders/>", ["Running head", "Left page"]),
        ([section("default header1"), section()], "", ["Running head"]),
        ([section("first header2"), section(props="<w:titlePg/>")], "", ["First page"]),
        ([section("default header1"), section("default header4")], "", ["Running head"]),
    ],
    ids=["not switched on", "first page", "left pages", "went on", "went on and switched on", "the same text"],
)
def test_headers(sections: list[str], settings: str, expected: list[str]) -> None:
    """The headers that some page prints are furniture, each text once, after the body."""
    *inner, last = sections
    body = "".join(para("x", props=one) for one in inner) + para("x") + last
    parts = {**HEADERS, "header4": HEADERS["header1"], "settings": settings}
    document = read(pack(body, **parts))
    furniture = [one for one in document.paragraphs if one.kind == "furniture"]
    assert [document.text[one.span.start : one.span.end] for one in furniture] == expected
    assert document.paragraphs[-len(furniture) :] == tuple(furniture)


def test_footers_and_watermarks() -> None:
    """A row of a footer is one line of furniture, and the word across the page is furniture too."""
    art = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    body = para("x") + section("default header1", "default footer1")
    footer = table(["Thornby", para("Page ", field("PAGE", "2"))])
    document = read(pack(body, header1=para(art), footer1=footer))
    assert document.text.splitlines() == ["x", "DRAFT", "Thornby\tPage 2"]
    assert [one.kind for one in document.paragraphs[1:]] == ["furniture", "furniture"]


def note(number: int, text: str, kind: str = "footnote") -> str:
    """A note."""
    return f'<w:{kind} w:id="{number}">{para(f"<w:r><w:{kind}Ref/></w:r>", text)}</w:{kind}>'


def refer(number: int, kind: str = "footnote", more: str = "", after: str = "") -> str:
    """A reference to a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}" {more}/>{after}</w:r>'


def test_notes() -> None:
    """Notes come after the body, numbered as they are referred to, without those of deleted references."""
    gone = f'<w:del w:author="A">{refer(4)}</w:del>'
    body = para("Fund", refer(3), " and", gone, " more", refer(2), refer(1, "endnote"), ".") + para("End")
    notes = note(2, " second") + note(3, " first") + note(4, " gone")
    expected = ["Fund and more.", "End", "1 first", "2 second", "i end"]
    assert body_lines(body, footnotes=notes, endnotes=note(1, "end", "endnote")) == expected


def test_marks_of_notes() -> None:
    """Notes are numbered as the document or the section states, or have a mark of their own."""
    own = refer(2, more='w:customMarkFollows="1"', after="<w:t>*</w:t>")
    props = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numRestart w:val="eachSect"/></w:footnotePr>'
    body = para("a", refer(1), own, refer(3), props=props) + para("b", refer(4)) + section()
    notes = "".join(note(number, f"note {number}") for number in range(1, 5))
    expected = ["a", "b", "a note 1", "* note 2", "b note 3", "a note 4"]
    assert body_lines(body, footnotes=notes, settings=settings) == expected


def test_hidden_text() -> None:
    """Hidden words are left out and counted; a hidden end of a paragraph makes one of two."""
    styles = style("Secret", kind="character", looks=HIDDEN)
    body = para("open ", run("not to be read ", HIDDEN), run("at all", '<w:rStyle w:val="Secret"/>'), "words")
    body += para("Item 4.", props=f"<w:rPr>{HIDDEN}</w:rPr>") + para(" Finance")
    data = pack(body, styles=styles)
    assert lines(data) == ["open words", "Item 4. Finance"]
    assert left_out(data) == ["6 words of hidden text"]


WHITE = '<w:color w:val="FFFFFF"/>'
SHADED = '<w:shd w:val="clear" w:fill="1F3864"/>'


@pytest.mark.parametrize(
    ("body", "is_seen"),
    [
        (para("The motion was", run(" not", WHITE), " carried."), False),
        (para("The motion was", run(" not", WHITE + '<w:shd w:val="clear" w:fill="auto"/>'), " carried."), False),
        (para("The motion was", run(" not", WHITE + '<w:highlight w:val="blue"/>'), " carried."), True),
        (para("The motion was", run(" not", WHITE + SHADED), " carried."), True),
        (para("The motion was", run(" not", WHITE), " carried.", props=SHADED), True),
        (para("The motion was", run(" not", WHITE), " carried.", props=in_style("Band")), True),
        (table([para("The motion was", run(" not", WHITE), " carried.")]), True),
        (para("The motion was", run(" not", WHITE), " carried.", drawn('<wp:anchor behindDoc="1"/>')), True),
        (para("The motion was", run(" not", '<w:color w:val="FF0000"/>'), " carried."), True),
    ],
)
def test_white_words(body: str, is_seen: bool) -> None:  # noqa: FBT001
    """White words on white paper are not printed, and counted as hidden; on a coloured ground they are words."""
    data = pack(body, styles=style("Band", SHADED))
    assert lines(data) == ["The motion was not carried." if is_seen else "The motion was carried."]
    assert left_out(data) == ([] if is_seen else ["1 word of hidden text"])


def test_drop_caps() -> None:
    """A drop cap belongs to the paragraph after it."""
    assert body_lines(para("T", props='<w:framePr w:dropCap="drop"/>') + para("he Chair")) == ["The Chair"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (drawn('<a:blip r:embed="x"/>'), ["1 image"]),
        (drawn('<a:blip r:embed="x"/>') * 2, ["2 images"]),
        (drawn('<adec:decorative val="1"/><a:blip r:embed="x"/>'), []),
        ('<w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r>', ["1 image"]),
        ('<w:r><w:pict><v:rect o:hr="t"><v:imagedata r:id="x"/></v:rect></w:pict></w:r>', []),
        (drawn('<c:chart r:id="x"/>'), ["1 chart"]),
        (
            '<w:r><w:object><v:imagedata r:id="x"/><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
            ["1 embedded object"],
        ),
        ('<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>', ["1 formula"]),
        ("<m:oMath><m:r/></m:oMath>", ["1 formula"]),
        ('<w:subDoc r:id="x"/>', ["1 embedded document"]),
        (run("gone", "<w:strike/>"), []),
    ],
)
def test_what_is_named(content: str, expected: list[str]) -> None:
    """What a document shows beside its text is named and counted; lines and ornaments are not."""
    assert left_out(pack(para("text", content))) == expected


@pytest.mark.parametrize(
    ("content", "doubt"),
    [
        (drawn('<wp:extent cx="1800000" cy="900000"/><a:blip r:embed="x"/>'), None),
        (drawn('<wp:extent cx="6120000" cy="1440000"/><a:blip r:embed="x"/>'), None),
        (drawn('<wp:extent cx="x" cy="9"/><a:blip r:embed="x"/>'), None),
        (drawn('<wp:extent cx="6120000" cy="7200000"/><a:blip r:embed="x"/>'), Doubt.UNREAD),
        (drawn('<c:chart r:id="x"/>'), Doubt.UNREAD),
        ('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>', Doubt.UNREAD),
    ],
    ids=["logo", "letter head", "no size", "page", "chart", "sheet"],
)
def test_what_could_matter(content: str, doubt: Doubt | None) -> None:
    """A picture of a third of a page, a chart or a sheet could say something; a logo and a letter head do not."""
    assert dict(read(pack(para("text", content))).doubts) == ({} if doubt is None else {_named(content): doubt})


def _named(content: str) -> str:
    return left_out(pack(para("text", content)))[0]


def test_other_documents_in_it() -> None:
    """A document that is put into another as a file is named."""
    assert left_out(pack(para("text") + '<w:altChunk r:id="x"/>')) == ["1 embedded document"]


def test_comments() -> None:
    """Comments are counted, with their authors."""
    comments = "".join(
        f'<w:comment w:author="{author}">{para("why?")}</w:comment>' for author in ("B. Head", "A. Clerk", "A. Clerk")
    )
    data = pack(para("text", '<w:r><w:commentReference w:id="1"/></w:r>'), comments=comments)
    assert read(data).left_out == (("3 comments by A. Clerk and B. Head", "they are not part of the text"),)
    assert read(data).doubts == (("3 comments by A. Clerk and B. Head", Doubt.UNFINISHED),)


@pytest.mark.parametrize("kind", ["document", "template", "macro", "macro template"])
def test_kinds_of_documents(kind: str) -> None:
    """Documents with macros and templates are read as documents are."""
    types = {
        "document": f"{WORD_TYPE}.document.main+xml",
        "template": f"{WORD_TYPE}.template.main+xml",
        "macro": "application/vnd.ms-word.document.macroEnabled.main+xml",
        "macro template": "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    }
    assert lines(pack(para("text"), types[kind], styles=style("Normal"))) == ["text"]


def test_strict_documents() -> None:
    """A document of the strict kind has other namespaces and is read alike."""
    with zipfile.ZipFile(io.BytesIO(pack(item("text"), numbering=definition(0, level(0)) + listed(1)))) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    strict = "http://purl.oclc.org/ooxml"
    for name, text in files.items():
        files[name] = re.sub(
            r"http://schemas\.openxmlformats\.org/(\w+)/2006/(main|relationships)\b(?=[\"/])", rf"{strict}/\1/\2", text
        )
    files = {
        name: text.replace(f"{strict}/package/relationships", f"{PACKAGE}/relationships")
        for name, text in files.items()
    }
    assert strict in files["word/document.xml"]
    assert lines(zip_of(files)) == ["1. text"]


def test_parts_that_are_not_there() -> None:
    """Links to parts that are not there, and links out of the file, do not matter."""
    with zipfile.ZipFile(io.BytesIO(pack(para("text"), styles=style("Normal")))) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    links = files["word/_rels/document.xml.rels"]
    more = (
        f'<Relationship Id="a" Type="{RELATIONSHIPS}/image" Target="../NULL"/>'
        f'<Relationship Id="b" Type="{RELATIONSHIPS}/header" Target="header9.xml"/>'
        f'<Relationship Id="c" Type="{RELATIONSHIPS}/hyperlink" Target="file:///x" TargetMode="External"/>'
    )
    files["word/_rels/document.xml.rels"] = links.replace("</Relationships>", f"{more}</Relationships>")
    assert lines(zip_of(files)) == ["text"]


def test_a_document_of_python_docx() -> None:
    """A document that another program wrote is read in its order: headings, lists, a table, a header."""
    document = docx.Document()
    document.add_heading("Minutes", 0)
    document.add_heading("Sports ground", 1)
    document.add_paragraph("to agree the lease;", style="List Number")
    document.add_paragraph("to thank the clerk.", style="List Number")
    document.add_paragraph("bread", style="List Bullet")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Ashby", "Present"
    document.sections[0].header.paragraphs[0].text = "Thornby Council"
    saved = io.BytesIO()
    document.save(saved)
    assert [(one.kind, one.level) for one in read(saved.getvalue()).paragraphs] == [
        *(("heading", 1), ("heading", 1), ("list-item", 1), ("list-item", 1), ("list-item", 1)),
        *(("table-row", 0), ("furniture", 0)),
    ]
    assert lines(saved.getvalue())[2:] == [
        *("1. to agree the lease;", "2. to thank the clerk.", "• bread", "Ashby\tPresent", "Thornby Council")
    ]


def test_the_same_bytes_give_the_same_document() -> None:
    """Reading twice gives the same document."""
    data = pack(
        item("a") + table(["a", "b"]) + para(changed("ins", "x")), numbering=definition(0, level(0)) + listed(1)
    )
    assert read(data) == read(data)


def _bomb() -> bytes:
    return pack(para("x" * (zip_package.LARGEST_PART + 1)))


def _many_elements() -> bytes:
    return pack("<w:p/>" * zip_package.MOST_NODES)


def _many_entries() -> bytes:
    return zip_of({"word/document.xml": "<x/>"} | {f"{place}": "" for place in range(zip_package.MOST_ENTRIES)})


@pytest.mark.parametrize(
    ("make", "error", "cause"),
    [
        (_bomb, TooLargeError, "unpacks to more than 40 MB"),
        (_many_elements, TooLargeError, "more pieces than are read"),
        (_many_entries, TooLargeError, "more than 5,000 files"),
        (lambda: pack(para("x"))[:-100], UnreadableError, "damaged or was cut off"),
        (lambda: pack("<w:p>"), UnreadableError, "damaged"),
        (lambda: pack(para("x"), footnotes="<w:footnote>"), UnreadableError, "damaged"),
        (lambda: zip_of({"word/other.xml": "<x/>"}), UnreadableError, "damaged"),
        (lambda: zip_of({"word/document.xml": "<x/>"}), UnreadableError, "damaged"),
        (
            lambda: zip_of({"word/document.xml": f'<!-- x --><!DOCTYPE x [<!ENTITY a "b">]><w:document {DECLARED}/>'}),
            UnreadableError,
            "declares a document type",
        ),
        (lambda: pack(""), UnreadableError, "empty"),
    ],
    ids=[
        *("a bomb", "elements", "entries", "cut off", "not XML", "a note that is not XML", "no main part"),
        *("no body", "document type", "empty"),
    ],
)
def test_files_that_cannot_be_read(make: object, error: type[CompareError], cause: str) -> None:
    """A damaged, hostile or empty file is one line that names it."""
    assert callable(make)
    with pytest.raises(error, match=cause) as caught:
        read(make())
    assert str(caught.value).startswith("minutes.docx: ")
    assert "\n" not in str(caught.value)


def test_sizes_that_lie() -> None:
    """An entry that declares another size than it has is damaged, and is not unpacked beyond what it declares."""
    data = bytearray(pack(para("x" * 10_000)))
    place = data.rindex(b"word/document.xml") - 46
    data[place + 24 : place + 28] = (100).to_bytes(4, "little")
    with pytest.raises(UnreadableError, match="damaged"):
        read(bytes(data))


def test_entries_that_overlap() -> None:
    """Entries that share their bytes, as in a bomb of many small ones, are refused."""
    data = bytearray(pack(para("x")))
    first, second = (place.start() for place in list(re.finditer(b"PK\x01\x02", data))[:2])
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    with pytest.raises(UnreadableError, match="packed as no word processor packs it"):
        read(bytes(data))


def test_encrypted_entries() -> None:
    """An encrypted entry is named as such."""
    data = bytearray(pack(para("x")))
    for place in re.finditer(b"PK\x01\x02", bytes(data)):
        data[place.start() + 8] |= 1
    with pytest.raises(UnreadableError, match="encrypted"):
        read(bytes(data))


def test_utf_16_parts() -> None:
    """A part in UTF-16 is read as one in UTF-8 is."""
    text = f'<?xml version="1.0" encoding="UTF-16"?><w:document {DECLARED}><w:body>{para("café")}</w:body></w:document>'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", text.encode("utf-16"))
    assert lines(packed.getvalue()) == ["café"]


def test_nothing_is_fetched_or_expanded(tmp_path: Path) -> None:
    """An entity that names a file of this machine is refused with its document type."""
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    declared = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}">]>'
    with pytest.raises(UnreadableError, match="document type"):
        read(zip_of({"word/document.xml": f"{declared}<w:document {DECLARED}><w:body>&s;</w:body></w:document>"}))


HERE = Path(__file__).parent
DOCUMENTS = sorted([*(HERE / "sample_documents").glob("*.docx"), *(HERE / "formats" / "rendered").glob("*/*.docx")])
PRINTED = {"tab": " ", "ptab": " ", "cr": " ", "br": " ", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "sym": "✓"}


def text_of_origins(data: bytes, tracked: Tracked = Tracked.ACCEPT) -> list[str]:
    """The text of each origin; checks that its element holds exactly that, and that origins are in order and apart."""
    document, origins = read(data, tracked), run_map(data, "minutes.docx", tracked)
    elements: dict[str, list[Any]] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in {origin.part for origin in origins}:
            elements[part] = list(etree.fromstring(archive.read(part)).iter(*TEXT_ELEMENTS))
    end = 0
    for origin in origins:
        assert end <= origin.span.start < origin.span.end
        end = origin.span.end
        element = elements[origin.part][origin.index]
        printed = PRINTED.get(etree.QName(element).localname) or element.text
        cut = printed[origin.offset : origin.offset + len(origin.span)]
        assert blank(document.text[origin.span.start : origin.span.end]) == blank(cut)
    return [document.text[origin.span.start : origin.span.end] for origin in origins]


def blank(text: str) -> str:
    """The text with tabs and line breaks as blanks."""
    return text.replace("\t", " ").replace("\n", " ")


def without_origin(document: Document, spans: list[Span]) -> list[str]:
    """The stretches of words that none of the spans covers."""
    left = list(document.text)
    for span in spans:
        left[span.start : span.end] = " " * len(span)
    return "".join(left).split()


@pytest.mark.parametrize("tracked", Tracked)
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}/{path.name}")
@pytest.mark.slow
def test_every_word_has_its_element(path: Path, tracked: Tracked) -> None:
    """Every span has the words of its element, and only the marks of lists and notes are in no element."""
    data = path.read_bytes()
    text_of_origins(data, tracked)
    document = read(data, tracked)
    spans = [origin.span for origin in run_map(data, "minutes.docx", tracked)]
    marks = [paragraph.mark for paragraph in document.paragraphs if paragraph.mark]
    cells = {cell.start for paragraph in document.paragraphs for cell in paragraph.cells}
    covered = {place for span in (*spans, *marks) for place in range(span.start, span.end)}
    lost = [place for place, letter in enumerate(document.text) if place not in covered and not letter.isspace()]
    assert [place for place in lost if place not in cells] == []


def test_origins_of_all_kinds_of_text() -> None:
    """Words, tabs, breaks and symbols have an origin, in the body, tables, boxes, notes and headers."""
    cells = "".join(f"<w:tc>{para(text)}</w:tc>" for text in ("  Ashby ", "Present"))
    broken = para(
        '<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br w:type="page"/><w:t xml:space="preserve"> three </w:t></w:r>'
    )
    referring = para(
        "Noted", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>', "."
    )
    inside = f"<v:textbox><w:txbxContent>{para('In a box')}</w:txbxContent></v:textbox>"
    box = f"<w:r><w:pict><v:shape>{inside}</v:shape></w:pict></w:r>"
    data = pack(
        f"{broken}<w:tbl><w:tr>{cells}</w:tr></w:tbl>{referring}{para('Before', box)}" + section("default header1"),
        footnotes=f'<w:footnote w:id="2">{para("See item 4.")}</w:footnote>',
        header1=para("Thornby"),
    )
    assert text_of_origins(data) == [
        *(
            "one",
            "\t",
            "two",
            "three",
            "Ashby",
            "Present",
            "Noted",
            "✓",
            ".",
            "Before",
            "In a box",
            "See item 4.",
            "Thornby",
        )
    ]
    origins = run_map(data, "minutes.docx")
    assert [origin.part for origin in origins[-3:]] == ["word/document.xml", "word/footnotes.xml", "word/header1.xml"]
    assert [origin.offset for origin in origins if origin.offset] == [1, 2]


def test_what_word_counts_has_no_origin() -> None:
    """Numbers of lists, also in cells, marks of notes, formulas and form fields have no origin."""
    lists = definition(0, level(0)) + listed(1)
    cells = f"<w:tc>{item('Ashby')}</w:tc><w:tc>{para('Present')}</w:tc>"
    formula = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    data = pack(f"{item('Apologies')}<w:tbl><w:tr>{cells}</w:tr></w:tbl>{para('Where ', formula)}", numbering=lists)
    document = read(data)
    spans = [origin.span for origin in run_map(data, "minutes.docx")]
    assert without_origin(document, spans) == ["1.", "2.", "x=1"]


def test_origins_follow_the_tracked_changes() -> None:
    """A deleted word has an origin where changes are rejected, an inserted one where they are accepted."""
    deleted = '<w:del w:author="A"><w:r><w:delText>fell</w:delText></w:r></w:del>'
    inserted = '<w:ins w:author="A"><w:r><w:t>was lost</w:t></w:r></w:ins>'
    data = pack(para("The motion ", deleted, inserted))
    assert text_of_origins(data) == ["The motion ", "was lost"]
    assert text_of_origins(data, Tracked.REJECT) == ["The motion ", "fell"]
    assert [origin.index for origin in run_map(data, "minutes.docx")] == [0, 2]


def test_a_document_has_no_origins_unless_asked() -> None:
    """Reading alone collects no origins, and splits no run into its elements."""
    builder = DocumentBuilder("minutes.docx")
    fill_from_docx(pack(para("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>")), builder, Tracked.ACCEPT)
    assert builder.origins is None
