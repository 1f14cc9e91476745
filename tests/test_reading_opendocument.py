"""OpenDocument texts: changes rejected inside lists, unusual lists, marks and leaders.

Writer puts a deletion beside the text, as paragraphs or as a piece of the list that it came from; rejected, its words
stand again where they stood, and what was a list item is counted as one.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from pdfs.drawn import differs, is_same, minutes_of
from written import opendocument as odt
from written import rich_text as rtf
from written.opendocument import deleted, inserted, item, numbered, p

from compare.read.document import document_from_bytes
from compare.values import Severity, Tracked

FRONT = ("WHARRAM PARISH COUNCIL", "Minutes of the meeting held on Thursday 5 October 2023", "3. The pinfold")
BACK = ("4. Next meeting", "The next meeting will be held in December.")
ACCEPT, REJECT = Tracked.ACCEPT, Tracked.REJECT
NUMBERS = odt.list_style("L1", "1", suffix=".")
LETTERS = odt.list_style("L1", "a", prefix="(", suffix=")")


def file(*body: str, styles: str = NUMBERS, changes: str = "") -> bytes:
    """The OpenDocument text of the minutes with these paragraphs in their third item."""
    inner = (piece if piece.startswith("<") else p(piece) for piece in body)
    return odt.flat(*map(p, FRONT), *inner, *map(p, BACK), styles=styles, changes=changes)


def text(*paragraphs: str) -> bytes:
    """The text of these minutes."""
    return "\n\n".join([*FRONT, *paragraphs, *BACK]).encode()


def gives(data: bytes, choice: Tracked, *paragraphs: str) -> None:
    """The file, its changes taken or not, holds exactly these words, and is that text to the comparison."""
    document = document_from_bytes(data, "minutes.fodt", choice)
    wanted = text(*paragraphs)
    assert document.text.split() == wanted.decode().split()
    kept = [document.text[one.span.start : one.span.end].strip() for one in document.paragraphs]
    assert [" ".join(line.split()) for line in kept if line] == [*FRONT, *paragraphs, *BACK]


WALL, GATE, SIGN = "That the wall be mended.", "That the gate be hung.", "That a sign be put up."


def test_words_deleted_inside_an_item_come_back_in_it() -> None:
    """Words deleted inside a list item stand in it again, where they stood."""
    data = file(
        numbered("L1", item(p(f"That the wall {deleted(1)}be mended.")), GATE),
        changes=odt.change(1, "deletion", p("of the pinfold ")),
    )
    gives(data, REJECT, "1. That the wall of the pinfold be mended.", f"2. {GATE}")
    gives(data, ACCEPT, f"1. {WALL}", f"2. {GATE}")


def test_a_deletion_from_one_item_into_the_next_comes_back_as_two_items() -> None:
    """A deletion that begins in one item and ends in the next comes back as the end of the one and the other's head."""
    data = file(
        numbered("L1", item(p(f"That the wall be {deleted(1)}hung.")), SIGN),
        changes=odt.change(1, "deletion", numbered("L1", item(p("mended.")), item(p("That the gate be ")))),
    )
    gives(data, REJECT, f"1. {WALL}", f"2. {GATE}", f"3. {SIGN}")
    gives(data, ACCEPT, "1. That the wall be hung.", f"2. {SIGN}")


def test_a_whole_item_that_was_deleted_comes_back_and_is_counted() -> None:
    """An item deleted with its mark comes back as an item, and those after it count on."""
    data = file(
        numbered("L1", WALL, item(p(f"{deleted(1)}{SIGN}"))),
        changes=odt.change(1, "deletion", numbered("L1", item(p(GATE)), item(p("")))),
    )
    gives(data, REJECT, f"1. {WALL}", f"2. {GATE}", f"3. {SIGN}")


def test_several_items_that_were_deleted_come_back() -> None:
    """A deletion of two whole items and pieces of two others comes back as four."""
    data = file(
        numbered("L1", item(p(f"That the wall be {deleted(1)}put up."))),
        changes=odt.change(
            1,
            "deletion",
            numbered(
                "L1", item(p("mended.")), item(p(GATE)), item(p("That the lane be swept.")), item(p("That a sign be "))
            ),
        ),
    )
    gives(data, REJECT, f"1. {WALL}", f"2. {GATE}", "3. That the lane be swept.", f"4. {SIGN}")
    gives(data, ACCEPT, "1. That the wall be put up.")


def test_a_deletion_from_a_paragraph_into_a_list_comes_back() -> None:
    """A deletion that begins in a paragraph and ends in an item leaves the paragraph one, and the item an item."""
    data = file(
        p(f"The Council {deleted(1)}be mended."),
        numbered("L1", GATE, more='text:continue-numbering="true"'),
        changes=odt.change(1, "deletion", p("resolved:") + numbered("L1", item(p("That the wall ")))),
    )
    gives(data, REJECT, "The Council resolved:", f"1. {WALL}", f"2. {GATE}")
    gives(data, ACCEPT, "The Council be mended.", f"1. {GATE}")


def test_a_deletion_at_the_end_of_a_list_comes_back() -> None:
    """The last item of a list, deleted with what led to the paragraph after it, comes back as an item."""
    data = file(
        numbered("L1", WALL, item(p(f"{GATE}{deleted(1)}"))),
        p("The Clerk was thanked."),
        changes=odt.change(1, "deletion", numbered("L1", item(p("")), item(p(SIGN)))),
    )
    gives(data, REJECT, f"1. {WALL}", f"2. {GATE}", f"3. {SIGN}", "The Clerk was thanked.")
    gives(data, ACCEPT, f"1. {WALL}", f"2. {GATE}", "The Clerk was thanked.")


def test_an_item_that_was_inserted_goes() -> None:
    """An item put in with its mark leaves no trace when changes are rejected, and those after it count less."""
    started, ended = '<text:change-start text:change-id="ct1"/>', '<text:change-end text:change-id="ct1"/>'
    data = file(
        numbered("L1", item(p(f"{WALL}{started}")), item(p(f"{GATE}{ended}")), SIGN),
        changes=odt.change(1, "insertion"),
    )
    gives(data, REJECT, f"1. {WALL}", f"2. {SIGN}")
    gives(data, ACCEPT, f"1. {WALL}", f"2. {GATE}", f"3. {SIGN}")


def test_a_sentence_deleted_and_one_inserted_stand_once() -> None:
    """Words replaced in an item stand once each: the old ones rejected, the new ones accepted."""
    data = file(
        numbered("L1", item(p(f"That the wall {deleted(1)}{inserted(2, 'be sold')}.")), GATE),
        changes=odt.change(1, "deletion", p("be mended")) + odt.change(2, "insertion"),
    )
    gives(data, REJECT, f"1. {WALL}", f"2. {GATE}")
    gives(data, ACCEPT, "1. That the wall be sold.", f"2. {GATE}")


def test_deletions_in_two_items_come_back_each_in_its_own() -> None:
    """Two deletions in two items, one of them lettered, do not change places."""
    data = file(
        numbered(
            "L1", item(p(f"That the {deleted(1)}wall be mended.")), item(p(f"That the gate be hung{deleted(2)}."))
        ),
        styles=LETTERS,
        changes=odt.change(1, "deletion", p("north ")) + odt.change(2, "deletion", p(" at once")),
    )
    gives(data, REJECT, "(a) That the north wall be mended.", "(b) That the gate be hung at once.")
    gives(data, ACCEPT, f"(a) {WALL}", f"(b) {GATE}")


# Lists.


@pytest.mark.parametrize(
    ("number_format", "more", "suffix", "shown"),
    [
        ("1", 'text:start-value="-1"', ".", ("1.", "2.", "3.")),
        ("1", 'text:start-value="0"', ".", ("0.", "1.", "2.")),
        ("1st", "", "", ("1st", "2nd", "3rd")),
        ("1st", 'text:start-value="11"', ":", ("11th:", "12th:", "13th:")),
        ("First", "", ":", ("First:", "Second:", "Third:")),
        ("One", "", ".", ("One.", "Two.", "Three.")),
        ("001, 002, 003, ...", "", "", ("001", "002", "003")),
        ("001, 002, 003, ...", 'text:start-value="99"', "/23", ("099/23", "100/23", "101/23")),
        ("I", 'text:start-value="4"', ".", ("IV.", "V.", "VI.")),
    ],
)
def test_numbers_are_counted_as_writer_prints_them(
    number_format: str, more: str, suffix: str, shown: tuple[str, ...]
) -> None:
    """Starts below one, ordinals, words and leading zeros are counted as Writer prints them."""
    data = file(numbered("L1", WALL, GATE, SIGN), styles=odt.list_style("L1", number_format, suffix=suffix, more=more))
    lines = [f"{mark} {limb}" for mark, limb in zip(shown, (WALL, GATE, SIGN), strict=True)]
    gives(data, ACCEPT, *lines)


def test_a_paragraph_whose_style_has_no_list_has_no_number() -> None:
    """A style with an empty list name takes its paragraphs out of the list of the style that it is based on."""
    common = '<style:style style:name="Limb" style:family="paragraph" style:list-style-name="L1"/>'
    without = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Limb" '
        'style:list-style-name=""/>'
    )
    data = odt.flat(
        *map(p, FRONT),
        p(WALL, "Limb"),
        p("The Clerk was thanked.", "P1"),
        p(GATE, "Limb"),
        *map(p, BACK),
        styles=without,
        common=common + NUMBERS,
    )
    document = document_from_bytes(data, "minutes.fodt")
    assert "\nThe Clerk was thanked." in document.text


def test_legal_numbers_are_arabic_throughout() -> None:
    """A level that is legal shows the numbers of the levels above it in figures."""
    style = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="I" '
        'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" '
        'text:display-levels="2" loext:is-legal="true"/></text:list-style>'
    )
    inner = f"<text:list>{item(GATE)}{item(SIGN)}</text:list>"
    data = file(
        f'<text:list text:style-name="L1"><text:list-item>{p(WALL)}{inner}</text:list-item></text:list>', styles=style
    )
    gives(data, ACCEPT, f"I. {WALL}", f"1.1 {GATE}", f"1.2 {SIGN}")


def test_a_formula_of_openoffice_is_read() -> None:
    """A file of OpenOffice 3 with a formula in a folder of its own is read, and its words are compared."""
    formula = (
        '<draw:frame><draw:object xlink:href="./Object 1" xlink:type="simple"/>'
        '<draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>'
    )
    whole = file(p(f"The rent is {formula} a year."), WALL).decode()
    root = whole.index("<office:document ") + len("<office:document ")
    spaces = whole[root : whole.index(">", root)]
    start, end = whole.index("<office:automatic-styles>"), whole.index("</office:automatic-styles>")
    automatic = whole[start : end + len("</office:automatic-styles>")]
    content = whole[whole.index("<office:body>") : whole.index("</office:document>")]
    maths = '<math:math xmlns:math="http://www.w3.org/1998/Math/MathML"><math:mi>a</math:mi></math:math>'
    doctype = '<!DOCTYPE math:math PUBLIC "-//OpenOffice.org//DTD Modified W3C MathML 1.01//EN" "math.dtd">\n'
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {spaces}>{automatic}{content}</office:document-content>",
        "styles.xml": f"<office:document-styles {spaces}><office:styles/></office:document-styles>",
        "Object 1/content.xml": f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}{maths}',
        "META-INF/manifest.xml": (
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.text"/>'
            '<manifest:file-entry manifest:media-type="application/vnd.oasis.opendocument.formula" '
            'manifest:full-path="Object 1/"/></manifest:manifest>'
        ),
    }
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    read = document_from_bytes(packed.getvalue(), "minutes.odt").text
    assert "The rent is" in read
    assert WALL in read


# Marks and leaders.

FONTS = (
    '<style:style style:name="T1" style:family="text"><style:text-properties style:font-name="Wingdings" '
    'fo:font-family="Wingdings"/></style:style>'
)


@pytest.mark.parametrize(
    ("letter", "mark"), [("\uf0fc", "✓"), ("ü", "✓"), ("\uf0fb", "✗"), ("û", "✗"), ("\uf0fe", "☑")]
)
def test_letters_of_wingdings_are_the_marks_that_they_draw(letter: str, mark: str) -> None:
    """A letter in Wingdings is the mark that it draws, in OpenDocument and in Rich Text, and a moved one is found."""
    drawn = f'<text:span text:style-name="T1">{letter}</text:span>'
    data = file(p(f"Cllr Garth {drawn}"), styles=FONTS)
    is_same(data, text(f"Cllr Garth {mark}"))
    rows = {
        column: odt.table(
            ("Member", "For", "Against"),
            *(("Cllr Garth", p(drawn), ""), ("Cllr Moor", "", p(drawn)))[:: -1 if column else 1],
        )
        for column in (0, 1)
    }
    differs(file(rows[0], styles=FONTS), file(rows[1], styles=FONTS), Severity.MINOR)
    if ord(letter) < 256:
        lines = [*map(rtf.escaped, FRONT), rf"Cllr Garth {{\f1 \'{ord(letter):02x}}}", *map(rtf.escaped, BACK)]
        is_same(rtf.rich(*lines), data)


def votes(mark: str, column: int) -> str:
    """A table of two members, of whom the second votes in a column."""
    second = ["Cllr Moor", "", ""]
    second[column] = mark
    return odt.table(("Member", "For", "Against"), ("Cllr Garth", mark, ""), tuple(second))


@pytest.mark.parametrize("mark", ["✔", "✓", "☑", "x", "👍", "1"])
def test_a_mark_that_moves_to_another_column_is_another_vote(mark: str) -> None:
    """A mark that moves from For to Against in a table of Writer is grave."""
    differs(file(votes(mark, 1)), file(votes(mark, 2)))


def box(*, is_ticked: bool) -> str:
    """A check box of Writer that takes the place of a character."""
    ticked = "true" if is_ticked else "false"
    return (
        f'<field:fieldmark text:name="" field:type="vnd.oasis.opendocument.field.FORMCHECKBOX">'
        f'<field:param field:name="Checkbox_Checked" field:value="{ticked}"/></field:fieldmark>'
    )


def old_box(*, is_ticked: bool) -> str:
    """A check box of Word's forms in Rich Text."""
    return (
        r"{\field{\*\fldinst  FORMCHECKBOX {\*\formfield{\fftype1\ffres" + ("1" if is_ticked else "0") + r"\ffhps20"
        r"{\*\ffname Check1}\ffdefres0}}}{\fldrslt }}"
    )


def test_check_boxes_are_the_boxes_that_are_printed() -> None:
    """A ticked box is ☒ and an empty one ☐ in OpenDocument and Rich Text, and a box that changes is a grave finding."""
    writer, rich = (
        [write(f"{draw(is_ticked=is_for)} For {draw(is_ticked=not is_for)} Against") for is_for in (True, False)]
        for draw, write in (
            (box, lambda line: file(p(line))),
            (old_box, lambda line: rtf.rich(*map(rtf.escaped, FRONT), line, *map(rtf.escaped, BACK))),
        )
    )
    typed = [text("☒ For ☐ Against"), text("☐ For ☒ Against")]
    for written in (writer, rich):
        for drawn, line in zip(written, typed, strict=True):
            is_same(drawn, line)
        differs(*written)


LEADERS = {"dotted": ".", "solid": "_", "dash": "-"}


def led(style: str, words: str) -> tuple[str, str]:
    """A paragraph whose tabs draw a leader, and its style."""
    character = {"dotted": ".", "solid": "_", "dash": "-"}.get(style, " ")
    drawn = f'style:leader-style="{style}" style:leader-text="{character}"' if style else ""
    stops = "".join(f'<style:tab-stop style:position="{place}cm" style:type="right" {drawn}/>' for place in (9, 16))
    properties = f"<style:paragraph-properties><style:tab-stops>{stops}</style:tab-stops></style:paragraph-properties>"
    return (
        p(words.replace("\t", "<text:tab/>"), "P9"),
        f'<style:style style:name="P9" style:family="paragraph">{properties}</style:style>',
    )


@pytest.mark.parametrize("style", LEADERS)
@pytest.mark.parametrize("words", ["Signed\tChair\t", "Date \t\t", "\t", "Apologies\t3", "Reports of officers\t12"])
def test_a_leader_is_the_dots_that_it_prints(style: str, words: str) -> None:
    """A tab of Writer that draws a leader is the same as its dots typed, and as a tab that draws nothing."""
    paragraph, look = led(style, words)
    drawn = file(paragraph, styles=look)
    is_same(drawn, text(words.replace("\t", LEADERS[style] * 58)))
    is_same(drawn, text(words.replace("\t", f" {LEADERS[style] * 9} ").strip()))
    plain, bare = led("", words)
    is_same(drawn, file(plain, styles=bare))


def test_the_same_minutes_agree_with_their_text() -> None:
    """Minutes of Writer with a list, a table and a note of votes have no finding against their text."""
    data = file("The Council resolved:", numbered("L1", WALL, GATE, SIGN))
    is_same(data, text("The Council resolved:", f"1. {WALL}", f"2. {GATE}", f"3. {SIGN}"))
    assert [one.number for one in minutes_of(data).outline.items] == ["3", "4"]
