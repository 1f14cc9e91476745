"""Tests of reading Rich Text."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.errors import UnreadableError
from compare.read import read_document
from compare.read.common.document_builder import DocumentBuilder
from compare.read.rtf.reader import fill_from_rtf
from compare.values import Document, Formatting, SegmentKind, Tracked

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\ftech\fcharset2 Symbol;}{\f2\fnil\fcharset2 Wingdings;}"
    r"{\f3\fnil\fcharset77 Geneva;}{\f4\fnil\fcharset128 MS Mincho{\*\falt \'82\'6c};}{\f5\fnil\fcharset204 Cyr;}}"
)
STYLES = (
    r"{\stylesheet{\ql Normal;}{\s1\sbasedon0\outlinelevel0\b heading 1;}{\s2\sbasedon1\outlinelevel1 heading 2;}"
    r"{\s3\sbasedon2 Clerk's own;}{\s4 Title;}{\s5\sbasedon5 Ring;}{\s6\sbasedon1\outlinelevel9 No heading;}"
    r"{\*\cs10 Default Paragraph Font;}{\*\cs11\ul Hyperlink;}{\*\cs12\ul Deleted passage;}}"
)
LISTS = (
    r"{\*\listtable{\list\listhybrid"
    r"{\listlevel\levelnfc0\levelstartat29{\leveltext\'02\'00.;}{\levelnumbers\'01;}\li360}"
    r"{\listlevel\levelnfc4\levelstartat1{\leveltext\'03(\'01);}{\levelnumbers\'02;}}"
    r"{\listlevel\levelnfc2\levelstartat1{\leveltext\'05\'00.\'01.\'02;}{\levelnumbers\'01\'03\'05;}}"
    r"{\listname ;}\listid7}"
    r"{\list{\listlevel\levelnfc23{\leveltext\'01\u-3913 ?;}{\levelnumbers;}\f1}{\listname Bullets;}\listid8}"
    r"{\list{\listlevel\levelnfc0\levelstartat1{\leveltext\'0dResolution \'00:;}{\levelnumbers\'0c;}}"
    r"{\listlevel\levelnfc255{\leveltext\'09Resolved:;}{\levelnumbers;}}"
    r"{\listlevel\levelnfc255\levelfollow2{\leveltext\'06Annex ;}{\levelnumbers;}}"
    r"{\listlevel\levelnfc0\levelfollow2\levelstartat1{\leveltext\'01\'03;}{\levelnumbers\'01;}}\listid9}}"
    r"{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}{\listoverride\listid8\ls2}"
    r"{\listoverride\listid7\listoverridecount1{\lfolevel\listoverridestartat\levelstartat5}\ls3}"
    r"{\listoverride\listid9\ls4}}"
)
AUTHORS = r"{\*\revtbl {Unknown;}{A. Clerk;}{B. Head;}{Zo\'eb;}}"
HEAD = r"{\rtf1\ansi\ansicpg1252\uc1\deff0" + FONTS + STYLES + LISTS + AUTHORS + "\n"

NESTED = r"\pard\intbl\itap2 n\nestcell m\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}"


def _read(body: str, tracked: Tracked = Tracked.ACCEPT, head: str = HEAD) -> Document:
    data = (head + body + "}").encode("latin-1")
    builder = DocumentBuilder("minutes.rtf")
    fill_from_rtf(data, builder, tracked)
    return builder.build(name="minutes.rtf", data=data, kind="rtf")


def _texts(body: str, tracked: Tracked = Tracked.ACCEPT) -> list[str]:
    return [line for line in _read(body, tracked).text.split("\n") if line]


def _kinds(document: Document) -> list[tuple[SegmentKind, int, str]]:
    return [
        (paragraph.kind, paragraph.level, document.text[paragraph.span.start : paragraph.span.end])
        for paragraph in document.paragraphs
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"The Children\rquote s Fund \endash  \ldblquote early help\rdblquote", "The Children’s Fund – “early help”"),
        (r"Children\'92s, caf\'e9, \'a3\'31", "Children’s, café, £1"),
        (r"Children\u8217\'92s \u8211- now", "Children’s – now"),
        (r"{\uc0 a\u8217 b}{\uc2 c\u8217\'92\'92d}\u233?e", "a’bc’dée"),
        (r"\u-10179\'3f\u-9142\'3f and \uc0\u55357\uc1\u56395\'3f", "👊 and 👋"),
        (r"{\f3 Zo\'91 \'d2so\'d3} {\f5\'cc\'e0\'f0} {\f4\'83A\'83\'5c}", "Zoë “so” Мар アソ"),
        (r"{\f1\'b7 \'61} {\f2\'fc} \u61692?", "• α ✓ \uf0fc"),
        ("no\\~break \\_ hyphen \\- soft\\line line\\tab tab", "no\xa0break \u2011 hyphen \xad soft\nline\ttab"),
        ("a line of\r\n the file \r\nends", "a line of the file ends"),
        (r"braces \{\} and \\backslash", "braces {} and \\backslash"),
        (r"before{\*\unknown gone{\b gone}} {\info{\title gone}}after", "before after"),
        (r"{\upr{old \'3f}{\*\ud new \u8217\'92}}", "new ’"),
        (r"{\field{\*\fldinst PAGE}{\fldrslt 3}} of {\field{\*\fldinst { SET x }}{\fldrslt gone}}9", "3 of 9"),
        (r'{\field{\*\fldinst {HYPERLINK "x"}}{\fldrslt {\cs11\ul the link}}}', "the link"),
        (
            (
                r"{\field{\*\fldinst  FORMDROPDOWN {\*\datafield 65}{\*\formfield{\fftype2\ffres1\ffdefres0{\*\ffl For}"
                r"{\*\ffl Against}}}}{\fldrslt }} {\field{\*\fldinst{\*\formfield{\fftype1\ffres25\ffdefres1}}}}"
                r"{\field{\*\fldinst{\*\formfield{\fftype1\ffres0\ffdefres1}}}}"
            ),
            "Against ☒☐",
        ),
        (
            (
                "{\\mmath{\\*\\moMathPara{\\*\\moMath\n{\\mf{\\mfPr{\\mctrlPr\\f1 x}}{\\mnum{\\mr a}}{\\mden{\\mr 2}}}"
                r"{\md{\mdPr{\mbegChr [}}{\me{\mr b}}}}}{\mmathPict{\pict 00}}}"
            ),
            "a/2(b)",
        ),
        (r'{\field{\*\fldinst SYMBOL 252 \\f "Wingdings" \\s 10}{\fldrslt\f2\fs20}} For', "✓ For"),
        (r'{\field{\*\fldinst SYMBOL 252 \\f "Wingdings"}{\fldrslt\f2 \'fb}} For', "✗ For"),
        (r"{\field{\*\fldinst SYMBOL 163}}5 {\field{\*\fldinst {SYMBOL 8364 }{\\u}}{\fldrslt }}6", "£5 €6"),
        (r"{\field{\*\fldinst AUTONUM }} a \line {\field{\*\fldinst AUTONUM }{\fldrslt}} b", "1. a \n2. b"),
        (r"{\field{\*\fldinst LISTNUM \\l 2}{\fldrslt}} a{\v{\field{\*\fldinst AUTONUM}}}", "a) a"),
        (r"{\footnote{\*\fldinst AUTONUM}x}a", "a\nx"),
        (r"a\bin3 }{\b\loch\hich\dbch c", "abc"),
        (r"lost \f4\'83", "lost \ufffd"),
        (r"\u8217\par", "’"),
        (r"\lquote a\rquote\~\bullet\emdash\enspace b", "‘a’\xa0•—\u2002b"),
        (r"A\u0?B\u99999999?C", "ABC"),
    ],
)
def test_letters(body: str, expected: str) -> None:
    """Every way of writing a character gives that character, and what prints nothing gives none."""
    assert _read(rf"\pard {body}\par").text == expected + "\n"


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (r"{\rtf1\mac\ansicpg10000 ", r"Children\'d5s", "Children’s"),
        (r"{\rtf1\mac\deff0{\fonttbl{\f0\fcharset256 Geneva;}{\f1\fcharset0 Arial;}}", r"\'d5 {\f1\'d5}", "’ ’"),
        (r"{\rtf1\pc ", r"\'9c", "£"),
        (r"{\rtf1\ansi\ansicpg1250\deff0{\fonttbl{\f0\fcharset238 Arial;}}", r"\'b3", "ł"),
        (r"{\rtf1\ansi\ansicpg65001 ", r"\'e2\'80\'99", "’"),
        (r"{\rtf1\ansi\ansicpg99999 ", r"\'92", "’"),
        (r"{\rtf1\ansi\deff0{\fonttbl{\f0\fcharset0\cpg1251 Arial;}}", r"\'cc", "М"),
        (r"{\rtf1 ", r"Children\'92s", "Children’s"),
        (r"{\rtf1\cocoartf2639{\fonttbl\f0\fswiss\fcharset0 Helvetica;\f1\fnil\fcharset77 Geneva;}\f1 ", r"\'d5", "’"),
    ],
)
def test_code_pages(head: str, body: str, expected: str) -> None:
    """Bytes are read in the code page of their font, else of the file, else of Western Windows."""
    assert _read(body, head=head).text == expected + "\n"


def test_paragraphs_and_headings() -> None:
    r"""Headings are known by their style, what it is based on, or \outlinelevel; bold words alone make none."""
    document = _read(
        r"\pard\plain\s4 Minutes\par\pard\plain\s1\b Sports ground\par\pard\plain\s3 Pitches\par"
        r"\pard\plain\outlinelevel2 Drains\par\pard\plain\b Resolved:\b0\par\pard\s5 Ring\par\pard\s6 None\par"
        r"\pard\s1\outlinelevel9 Body\par\pard\s99 Unknown\par last"
    )
    heading, plain = SegmentKind.HEADING, SegmentKind.PARAGRAPH
    assert _kinds(document) == [
        (heading, 1, "Minutes"),
        (heading, 1, "Sports ground"),
        (heading, 2, "Pitches"),
        (heading, 3, "Drains"),
        (plain, 0, "Resolved:"),
        (plain, 0, "Ring"),
        (plain, 0, "None"),
        (plain, 0, "Body"),
        (plain, 0, "Unknown"),
        (plain, 0, "last"),
    ]
    assert document.paragraphs[4].is_bold


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"a {\b bold} b", [("bold", Formatting.BOLD)]),
        (
            r"\b bold \i both \b0 italic\i0  plain",
            [("bold ", Formatting.BOLD), ("both ", Formatting(3)), ("italic", Formatting(2))],
        ),
        (r"{\ul u}{\uldb v\ulnone w}{\ulwave0 x}", [("uv", Formatting.UNDERLINED)]),
        (r"{\strike s}{\striked1 t}{\striked0 u}", [("st", Formatting.STRUCK)]),
        (r"{\b b\plain p}", [("b", Formatting.BOLD)]),
        (r"{\cs12\ul gone}{\cs11\ul link}", [("gone", Formatting.UNDERLINED)]),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt\ul link}}{\ul kept}", [("kept", Formatting.UNDERLINED)]),
    ],
)
def test_formatting(body: str, expected: list[tuple[str, Formatting]]) -> None:
    """Runs keep how they are printed; the underline of a link is no underline."""
    document = _read(rf"\pard {body}\par")
    assert [(document.text[span.start : span.end], formatting) for span, formatting in document.formatting] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\ls1{\listtext 29.\tab}one\par{\listtext 30.\tab}two\par", ["29. one", "30. two"]),
        (
            r"\ls1\ilvl0 one\par two\par\ilvl1 a\par b\par\ilvl0 three\par",
            ["29. one", "30. two", "(a) a", "(b) b", "31. three"],
        ),
        (r"\ls1\ilvl2 first\par\ilvl0 next\par", ["29.a.i first", "30. next"]),
        (r"\ls1 one\par\pard between\par\pard\ls3 five\par\ls1 six\par", ["29. one", "between", "5. five", "6. six"]),
        (r"\ls2 bullet\par{\listtext\f1\'b7\tab}again\par", ["• bullet", "• again"]),
        (r"{\pntext\f1\'b7\tab}{\*\pn\pnlvlblt\pntxtb\'b7}old Word\par", ["• old Word"]),
        ("\\ls1\\ilvl0{\\listtext\t1.\t}TextEdit\\\n{\\listtext\t2.\t}again\\\n", ["1. TextEdit", "2. again"]),
        (r"{\listtext\pard\plain \u61623\'3f\tab}\ls2 Writer\par", ["• Writer"]),
        (r"\ls1{\listtext 29.\tab}\par{\listtext 30.\tab}two\par", ["29.", "30. two"]),
        (r"\ls1 one\par\par three", ["29. one", "30.", "31. three"]),
        (r"\ls1 one\par", ["29. one"]),
        (r"\trowd\intbl\ls1{\listtext 29.\tab}\cell\pard\intbl One\cell\row\pard end", ["29.\tOne", "end"]),
        (r"\ls4{\listtext Resolution 1:\tab}That\par", ["Resolution 1: That"]),
        (r"\ls4 That\par it\par", ["Resolution 1: That", "Resolution 2: it"]),
        (r"\ls4\ilvl1 That\par", ["Resolved: That"]),
        (r"\ls4\ilvl2 A\par", ["Annex A"]),
        (r"\ls4\ilvl3 /26 Finance\par", ["1/26 Finance"]),
        (r"{\pntext Agreed \endash\tab}{\*\pn\pnlvlbody{\pntxtb Agreed \endash}}That\par", ["Agreed – That"]),
        (r"\ls9 no such list\par", ["no such list"]),
        (r"\ls1\ilvl8 no such level\par", ["no such level"]),
    ],
)
def test_marks(body: str, expected: list[str]) -> None:
    """A number is as the file prints it, else as its lists count it."""
    assert _texts(rf"\pard {body}") == expected


def test_level_from_the_shape_of_the_number() -> None:
    """If Writer leaves the level out, the number that it prints shows it."""
    body = r"\pard{\listtext 29.\tab}\ls1 a\par\pard{\listtext (b)\tab}\ls1 b\par\pard{\listtext x\tab}\ls1 c"
    assert [level for _, level, _ in _kinds(_read(body))] == [1, 2, 1]


def test_hanging_indent_counts_in_columns() -> None:
    """The indent is that of the first line."""
    assert [paragraph.indent for paragraph in _read(r"\pard\li720\fi-360 a\par\pard\fi-360 b\par").paragraphs] == [3, 0]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            r"\trowd\intbl Ashby\cell Present\cell\row\intbl Booth\cell Absent\cell\row\pard end",
            "Ashby\tPresent|Booth\tAbsent|end",
        ),
        (r"\trowd Ashby\cell Present\cell\row\pard end", "Ashby\tPresent|end"),
        (r"\intbl a\par b\cell c\cell\row", "a|b|c"),
        (r"\intbl a\cell\cell c\cell\row", "a\tc"),
        (rf"\intbl a\cell{{{NESTED}\pard\intbl z\cell\row}}\pard end", "a|n\tm|z|end"),
        (r"\intbl a\cell b\cell c", "a\tb\tc"),
        (r"\intbl a\cell b\cell\pard text\par", "a\tb|text"),
        (r"\pard\intbl\itap99 deep\cell\row\pard end", "deep|end"),
        (r"a\cell b\cell\row c", "a\tb|c"),
    ],
)
def test_tables(body: str, expected: str) -> None:
    """Cells make rows; a row within a cell is one of its own; a row that is never ended ends with the text."""
    assert _texts(rf"\pard {body}") == expected.split("|")


OLD_ROW = r"\trowd\pard\intbl\ls1{{\listtext 30.}\cell}\pard\intbl{old\cell}\row\pard end"
NEW_ITEM = r"{\revised\revauth1{\listtext 31.}new\par}\pard end"


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (r"It {\deleted\revauthdel1 fell}{\revised\revauth2 was lost}.", "It was lost.", "It fell."),
        (r"{\revised\revauth1\deleted\revauthdel2 never} there", "there", "there"),
        (r"one{\deleted\revauthdel1 \par}two", "onetwo", "one|two"),
        (r"one{\revised\revauth1 \par}two", "one|two", "onetwo"),
        (r"{\deleted\revauthdel1 gone\par}{\s1 Kept\par}", "Kept", "gone|Kept"),
        (r"{\mvf\mvauth1 moved }stays{\mvt\mvauth1  moved}", "stays moved", "moved stays"),
        (
            r"\ls1{\listtext 29.}one\par{\deleted\revauthdel1{\listtext 30.}two\par}{\listtext 31.}three",
            "29. one|30. three",
            "29. one|30. two|31. three",
        ),
        (r"a{\deleted\revauthdel1{\footnote gone}} b", "a b", "a b|gone"),
        (  # two items joined: the number of one of them is gone
            r"\ls1{\listtext 29.}one{\deleted\revauthdel1  x\par{\listtext 30.}y }two\par{\listtext 31.}three",
            "29. onetwo|30. three",
            "29. one x|30. y two|31. three",
        ),
        (  # an item divided by an insertion
            r"\ls1{\listtext 29.}one{\revised\revauth1 \par{\listtext 30.}new }two\par{\listtext 31.}three",
            "29. one|30. new two|31. three",
            "29. onetwo|30. three",
        ),
        (  # the properties of the second paragraph, whose mark is left
            r"\pard\s1 One{\deleted\revauthdel1\par}\pard\ls1{\listtext 29.}two",
            "29. Onetwo",
            "One|29. two",
        ),
        (  # an item, and the paragraph after it, as one
            r"\ls1{\listtext 29.}one{\revised\revauth1\par}\pard two",
            "29. one|two",
            "onetwo",
        ),
        (  # a row of a table, with its number
            r"\trowd\intbl\ls1{\revised\revauth1{\listtext 29.}\cell}\pard\intbl{\revised\revauth1 new\cell}\row"
            + OLD_ROW,
            "29.\tnew|30.\told|end",
            "29.\told|end",
        ),
        (  # whole items, at the start and at the end of a list
            r"\ls1{\deleted\revauthdel1{\listtext 29.}gone\par}{\listtext 30.}kept\par" + NEW_ITEM,
            "29. kept|30. new|end",
            "29. gone|30. kept|end",
        ),
    ],
)
def test_tracked_changes(body: str, accepted: str, rejected: str) -> None:
    """The text is the one after, or before, the changes that were tracked; numbers count what is left."""
    assert _texts(rf"\pard {body}\par") == accepted.split("|")
    assert _texts(rf"\pard {body}\par", Tracked.REJECT) == rejected.split("|")


def test_changes_are_named() -> None:
    """Changes, changes of formatting and comments are counted with their authors; changes that touch are one."""
    body = (
        r"\pard {\deleted\revauthdel1 a}{\deleted\revauthdel1\b b} c {\revised\revauth2 d}{\revised\revauth1 e}"
        r"{\b\crauth3 f}{\revised\revauth0 g}"
        r"{\*\atnid AC}{\*\atnauthor A. Clerk}\chatn{\*\annotation\pard words\par}"
        r"{\*\atnid BH}{\*\atnauthor B. Head}\chatn{\*\annotation\pard words\par}\par"
    )
    assert _read(body).left_out == (
        (
            "4 tracked changes by A. Clerk (2), B. Head (1) and an unnamed author (1)",
            "compared as if they were accepted; --tracked reject compares the text before them",
        ),
        (
            "1 tracked change of formatting by Zoë",
            "compared as if they were accepted; --tracked reject compares the text before them",
        ),
        ("2 comments by A. Clerk and B. Head", "they are not part of the text"),
    )


def test_misplaced_changes_are_named() -> None:
    """LibreOffice saves changes at the ends of paragraphs wrongly as Rich Text; a file of its with changes says so."""
    changed = r"\pard It {\deleted\revauthdel1 fell}.\par"
    named = {what for what, _ in _read(r"{\*\generator LibreOffice/7.4.7.2$Linux;}" + changed).left_out}
    assert named - {what for what, _ in _read(r"{\*\generator Msftedit 5.41;}" + changed).left_out} == {
        "where tracked changes begin that reach the end of a paragraph"
    }
    assert not _read(r"{\*\generator LibreOffice/7.4.7.2$Linux;}\pard It fell.\par").left_out


def test_what_is_left_out() -> None:
    """Pictures, objects, hidden text and lost characters are named; a picture in two formats is one."""
    body = (
        r"\pard a{\*\shppict{\pict\pngblip 89504e47}}{\nonshppict{\pict\wmetafile8 0100}}"
        r"{\object\objemb{\*\objdata 0105}{\result{\pict 0100}}}"
        r"{\shp{\*\shpinst{\sp{\sn pib}{\sv {\pict 00}}}{\sp{\sn fillBlip}{\sv {\pict 00}}}}{\shprslt{\pict 00}}}"
        r"{\mmath{\mmathPict{\pict 00}}}{\v two words}b\f4\'83\par"
    )
    document = _read(body)
    assert document.text == "ab\ufffd\n"
    assert [what for what, _ in document.left_out] == [
        "2 words of hidden text",
        "2 images",
        "1 embedded object",
        "1 formula",
        "1 lost character",
    ]


def test_notes_come_after_the_body() -> None:
    """Footnotes, then endnotes, each with the mark that the text prints; the mark is no word of the text."""
    document = _read(
        r"\aftnnrlc\pard One{\super\chftn{\footnote\pard{\super\chftn} First.\par second paragraph}} two"
        r"{\super\chftn{\footnote\ftnalt\pard{\super\chftn} At the end.}} three{\super *{\footnote {\super *} Typed.}}"
        r" four{\super\chftn{\footnote\pard\b Bold.}}\par"
    )
    assert document.text.splitlines() == [
        "One two three four",
        "1 First.",
        "second paragraph",
        "* * Typed.",
        "2 Bold.",
        "i At the end.",
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"{\header Council\par}{\footer Page \chpgn\par}text", "Council|Page"),
        (r"{\headerf First}{\header All}text", "All"),
        (r"\titlepg{\headerf First}{\header All}text", "First|All"),
        (r"\facingp{\headerl Left}{\headerr Right}{\footerl Same}{\footerr Same}text", "Right|Left|Same"),
        (r"{\headerl Left}{\headerr Right}text", "Right"),
        (r"{\header One}text\sect\sectd{\header One}{\footer Two}more", "One|Two"),
        (r"{\header\trowd\intbl Logo\cell Name\cell\row}text", "Logo\tName"),
        (r"{\header{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv DRAFT}}}}}text", "DRAFT"),
    ],
)
def test_furniture(body: str, expected: str) -> None:
    """Headers and footers that some page prints come last, each different line once."""
    document = _read(rf"\sectd {body}")
    lines = [text for kind, _, text in _kinds(document) if kind is SegmentKind.FURNITURE]
    assert lines == expected.split("|")
    assert document.paragraphs[0].kind is SegmentKind.PARAGRAPH


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            r"before {\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt Box\par two\par}}{\shprslt old}}after\par next",
            "before after|Box|two|next",
        ),
        (r"a{\*\do{\dptxbxtext Old box\par}}\par", "a|Old box"),
        (r"{\deleted\revauthdel1 x{\shp{\*\shpinst{\shptxt gone}}}}a\par", "a"),
        (r"\intbl a{\shp{\*\shpinst{\shptxt Box}}}\cell b\cell\row", "a|Box|b"),
    ],
)
def test_boxes(body: str, expected: str) -> None:
    """The text of a box stands once, after the paragraph that holds it."""
    assert _texts(rf"\pard {body}") == expected.split("|")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"one\page two\par", "one|two"),
        (r"{\v hidden\par}shown\par", "shown"),
        (r"shown{\v hidden\par}same\par", "shownsame"),
        (r"\pard\dropcapli3\dropcapt1 H\par\pard ello\par", "Hello"),
        (r"one\sect two", "one|two"),
        (r"one\par\par\~\par two", "one|two"),
    ],
)
def test_where_paragraphs_end(body: str, expected: str) -> None:
    """A page break ends a paragraph; a hidden mark and that of a drop cap do not."""
    assert _texts(rf"\pard {body}") == expected.split("|")


@pytest.mark.parametrize(
    "data",
    [
        rb"{\rtf1\ansi The minutes of",
        rb"{\rtf1\ansi {\b The minutes of}",
        rb"{\rtf1\ansi {\*\unknown The minutes}",
        rb"{\rtf1\ansi {\pict\bin4000000000 abc}text}",
        rb"{\rtf1\ansi \bin4000000000 abc}",
        b"{\\rtf1\\ansi The minutes\\",
        rb"{\rtf1{\fonttbl{\f0 Arial",
    ],
)
def test_a_file_cut_off_is_an_error(data: bytes) -> None:
    """A file that ends before its text does is refused, wherever it was cut."""
    with pytest.raises(UnreadableError, match="cut off"):
        fill_from_rtf(data, DocumentBuilder("minutes.rtf"), Tracked.ACCEPT)


def test_depth_is_bounded() -> None:
    """A million open groups are refused at once; a million within one that is passed over are passed over."""
    with pytest.raises(UnreadableError, match="damaged"):
        _read("{" * 1_000_000)
    assert _read(r"{\*\x " + "{" * 100_000 + "}" * 100_000 + "}end").text == "end\n"


@pytest.mark.parametrize(
    "piece",
    [
        r"{\*\fonttbl@}",
        r"{\stylesheet@}",
        r"{\listtext@}",
        r"{\*\atnauthor@}",
        r"{\header@}",
        r"{\v@}",
        r"{\*\listtable{\list{\listlevel{\leveltext@}}\listid7}}",
    ],
)
@pytest.mark.slow
def test_many_pieces_take_linear_time(piece: str) -> None:
    """A hundred thousand pieces of text, wherever they stand, are read in seconds."""
    began = time.monotonic()
    assert _read(piece.replace("@", r"a\b " * 100_000) + r"\pard\ls1{\listtext x}end\par").text
    assert time.monotonic() - began < 10


def test_large_pictures_are_passed_over() -> None:
    """A picture of 50 MB takes a second, not the time to read it."""
    began = time.monotonic()
    assert _read(r"a{\pict\pngblip " + "89504e470d0a1a0a\r\n" * 2_800_000 + "}b").text == "ab\n"
    assert time.monotonic() - began < 10


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0), st.binary(max_size=6))
def test_damage_is_told_or_read(place: int, damage: bytes) -> None:
    """Whatever is damaged in a file, it is read or refused as damaged."""
    body = r"\pard\ls1{\listtext 1.\tab}{\b A}{\deleted b}\u8217?\intbl c\cell\row{\footnote d}{\shp{\shptxt e}}\par"
    data = bytearray((HEAD + body + "}").encode("latin-1"))
    place %= len(data)
    data[place : place + len(damage)] = damage
    with suppress(UnreadableError):
        fill_from_rtf(bytes(data), DocumentBuilder("minutes.rtf"), Tracked.REJECT)


def test_the_whole_way(tmp_path: Path) -> None:
    """A file is read by its content, whatever it is called, and the same text comes each time."""
    path = tmp_path / "minutes.txt"
    path.write_bytes((HEAD + r"\pard\s1{\listtext 29.\tab}Sports ground\par}").encode("latin-1"))
    first, second = read_document(str(path)), read_document(str(path))
    assert (first.format, first.encoding, first.text) == ("rtf", "cp1252", "29. Sports ground\n")
    assert first == second
