"""Word files: marks drawn in unusual ways, controls, leader tabs, tracked paragraph marks, fields without results.

A tick of Word's panel of emoji that moves from For to Against is another vote; a control that still has its flag
of a prompt holds real words; a paragraph whose mark is rejected takes what the next one says of itself.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest
from pdfs.drawn import compared, differs, found, is_same, lines, minutes_of, named, printed

from compare.annotate import load_engines
from compare.pipeline import compare_documents
from compare.read.document import document_from_bytes
from compare.style.house_style import default_house_style
from compare.values import Comparison, SegmentKind, Severity, Tracked
from tests import test_read_docx as word
from tests.test_docx_controls import CORE_ID, PROMPT, bound, with_values
from tests.test_read_docx import para, run

FRONT = ("THORNBECK PARISH COUNCIL", "Minutes of the meeting held on Tuesday 4 July 2023", "5. The bandstand")
BACK = ("6. Next meeting", "The next meeting will be held in September.")


def body(*paragraphs: str) -> str:
    """The minutes with these paragraphs, of XML or of words, in their fifth item."""
    inner = (piece if piece.startswith("<") else para(piece) for piece in paragraphs)
    return "".join([*map(para, FRONT), *inner, *map(para, BACK)])


def file(*paragraphs: str, **parts: str) -> bytes:
    """The Word file of these minutes."""
    return word.pack(body(*paragraphs), **parts)


def text(*paragraphs: str) -> bytes:
    """The text of these minutes."""
    return "\n\n".join([*FRONT, *paragraphs, *BACK]).encode()


# Marks drawn in unusual ways.

Draw = Callable[[str], str]
TICKS = ("✔", "✅", "☑", "👍", "🗸", "❌")


def emoji(mark: str, fallback: str | None = None) -> str:
    """A run as Word's panel of emoji writes it."""
    shown = mark if fallback is None else fallback
    fonts = '<w:rFonts w:ascii="Segoe UI Emoji" w:hAnsi="Segoe UI Emoji" w:cs="Segoe UI Emoji"/>'
    return (
        '<w:r><w:rPr><mc:AlternateContent><mc:Choice Requires="w16se"/>'
        f"<mc:Fallback>{fonts}</mc:Fallback></mc:AlternateContent></w:rPr>"
        '<mc:AlternateContent><mc:Choice Requires="w16se">'
        f'<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="{ord(mark):X}"/></mc:Choice>'
        f"<mc:Fallback><w:t>{shown}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )


def symbol(mark: str) -> str:
    """A tick or a cross of Wingdings, whatever the mark is a tick or a cross of."""
    return f'<w:r><w:sym w:font="Wingdings" w:char="{"F0FB" if mark == "❌" else "F0FC"}"/></w:r>'


def field(mark: str) -> str:
    """The same as a field of which no result is stored."""
    code = f' SYMBOL {251 if mark == "❌" else 252} \\f "Wingdings" \\s 11 '
    return word.field(f'<w:r><w:instrText xml:space="preserve">{code.replace(chr(34), "&quot;")}</w:instrText></w:r>')


def votes(draw: Draw, mark: str, is_for: str = "yyn") -> str:
    """A table of votes, with a mark for each member in one of two columns."""
    names = ("Cllr Aspinall", "Cllr Birtles", "Cllr Cropper")
    ticked = para(draw(mark))
    rows = [
        [para(name), ticked, para("")] if vote == "y" else [para(name), para(""), ticked]
        for name, vote in zip(names, is_for, strict=True)
    ]
    return word.table([para(head) for head in ("Member", "For", "Against")], *rows)


DRAWN = [*((emoji, mark) for mark in TICKS), (symbol, "✔"), (symbol, "❌"), (field, "✔"), (field, "❌")]


@pytest.mark.slow
@pytest.mark.parametrize(("draw", "mark"), DRAWN)
@pytest.mark.parametrize("final", ["yyy", "nyn", "nnn", "ynn"])
def test_a_mark_that_moves_to_another_column_is_another_vote(draw: Draw, mark: str, final: str) -> None:
    """A mark of the emoji panel, of Wingdings or of a field that moves from For to Against is found, as if typed."""
    sides = [file("A recorded vote was asked for.", votes(draw, mark, votes_for)) for votes_for in ("yyn", final)]
    typed = [file("A recorded vote was asked for.", votes(run, "x", votes_for)) for votes_for in ("yyn", final)]
    assert differs(*sides) == differs(*typed)


@pytest.mark.parametrize("mark", TICKS)
def test_a_mark_of_the_emoji_panel_is_the_character(mark: str) -> None:
    """What the emoji panel wrote is the same as the character typed, also if the fallback is another or empty."""
    typed = file("A recorded vote was asked for.", votes(run, mark))
    is_same(file("A recorded vote was asked for.", votes(emoji, mark)), typed)
    is_same(file(para("Aspinall ", emoji(mark), " and Birtles")), text(f"Aspinall {mark} and Birtles"))
    is_same(file(para("Aspinall ", emoji(mark, ""), " and Birtles")), text(f"Aspinall {mark} and Birtles"))


@pytest.mark.parametrize("draw", [emoji, symbol, field])
def test_a_tick_and_a_cross_are_two_things(draw: Draw) -> None:
    """A cross in the place of a tick, and a mark that is gone, are found."""
    ticked, crossed, neither = (
        file(para("The motion: ", *marks, " (Aspinall)")) for marks in ([draw("✔")], [draw("❌")], [])
    )
    for draft, final in ((ticked, crossed), (ticked, neither), (crossed, neither)):
        differs(draft, final)


W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def box(*, is_ticked: bool) -> str:
    """A check box as a content control."""
    props = f'<w14:checkbox {W14}><w14:checked w14:val="{int(is_ticked)}"/></w14:checkbox>'
    return word.control(run("☒" if is_ticked else "☐"), props)


def old_box(*, is_ticked: bool) -> str:
    """A check box of the forms of old."""
    return word.field(" FORMCHECKBOX ").replace(
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="Check1"/><w:enabled/><w:checkBox><w:sizeAuto/>'
        f'<w:default w:val="0"/><w:checked w:val="{int(is_ticked)}"/></w:checkBox></w:ffData></w:fldChar>',
    )


@pytest.mark.parametrize("draw", [box, old_box])
def test_check_boxes_are_the_boxes_that_are_printed(draw: Callable[..., str]) -> None:
    """A ticked box is ☒ and an empty one ☐, and one that changes is found."""
    lines_of = {
        votes_for: para(draw(is_ticked=votes_for), " For ", draw(is_ticked=not votes_for), " Against")
        for votes_for in (True, False)
    }
    is_same(file(lines_of[True]), text("☒ For ☐ Against"))
    is_same(file(lines_of[False]), text("☐ For ☒ Against"))
    differs(file(lines_of[True]), file(lines_of[False]))


# Content controls.

FLAG = "<w:showingPlcHdr/>"


@pytest.mark.parametrize("kind", ["", "<w:text/>", "<w:comboBox/>", '<w:date w:fullDate="2023-07-11T00:00:00Z"/>'])
@pytest.mark.parametrize("words", ["Refused", "Cllr Birtles", "11 July 2023", "The motion was lost."])
def test_real_words_under_the_flag_of_a_prompt_are_compared(kind: str, words: str) -> None:
    """A control that still says it shows its prompt, and shows real words, has them in the text."""
    held = file(para("Outcome: ", word.control(run(words), kind + FLAG)))
    is_same(held, text(f"Outcome: {words}"))
    differs(held, text("Outcome: "), Severity.MINOR)
    differs(held, text("Outcome: Granted"))
    whole = file("Outcome:", word.control(para(words), kind + FLAG))
    is_same(whole, text("Outcome:", words))


@pytest.mark.parametrize(
    "prompt", ["Click or tap to enter a date.", "Choose an item.", "Click or tap here to enter text."]
)
def test_a_prompt_that_prints_is_the_same_in_a_pdf(prompt: str) -> None:
    """A prompt that nobody filled in is printed: Word file, text and PDF have it, and the Word file names it."""
    held = file(para("Date of the next meeting: ", word.control(run(prompt, PROMPT), FLAG)))
    is_same(held, text(f"Date of the next meeting: {prompt}"))
    page = lines(60, 70, [*FRONT, f"Date of the next meeting: {prompt}", *BACK], step=30)
    is_same(held, printed([page]))
    assert "prompt" in named(compared(held, held))
    differs(held, text("Date of the next meeting: 9 August 2023"), Severity.MINOR)


@pytest.mark.parametrize(
    ("kind", "value", "stored", "shown", "other"),
    [
        ("<w:text/>", "Refused", "Granted", "Refused", "Granted"),
        ("<w:text/>", "Cllr Cropper", "Cllr Aspinall", "Cllr Cropper", "Cllr Aspinall"),
        (
            '<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="en-GB"/></w:date>',
            "2023-07-11",
            "4 July 2023",
            "11 July 2023",
            "4 July 2023",
        ),
    ],
)
def test_a_bound_control_shows_the_value_that_it_is_bound_to(
    kind: str, value: str, stored: str, shown: str, other: str
) -> None:
    """A control bound to a value of the file shows it, whatever was stored in the text last."""
    held = para("Outcome: ", bound(kind, "/m:minutes/m:outcome", stored))
    data = with_values(body(held), f"<m:outcome>{value}</m:outcome>")
    is_same(data, text(f"Outcome: {shown}"))
    differs(data, text(f"Outcome: {other}"))
    differs(
        data,
        with_values(
            body(held), f"<m:outcome>{other}</m:outcome>" if "date" not in kind else "<m:outcome>2023-07-04</m:outcome>"
        ),
    )


@pytest.mark.parametrize("stored", ["Minutes of the Drainage Board", "Title of the meeting", ""])
def test_a_control_bound_to_a_property_shows_the_property(stored: str) -> None:
    """A control bound to the title of the file shows the title, as Word does, whatever was stored in the text last."""
    held = para("Meeting: ", bound("<w:text/>", "/cp:coreProperties[1]/dc:title[1]", stored, CORE_ID))
    data = with_values(body(held), "", "Minutes of the Burial Board")
    is_same(data, text("Meeting: Minutes of the Burial Board"))
    differs(data, with_values(body(held), "", "Minutes of the Drainage Board"))


# Labels and tabs.


@pytest.mark.slow
@pytest.mark.parametrize(
    ("label", "counted", "shown"),
    [
        ("%1.", "decimal", ("1.", "2.")),
        ("10.%1.", "decimal", ("10.1.", "10.2.")),
        ("10.%1", "decimal", ("10.1", "10.2")),
        ("(%1)", "lowerLetter", ("(a)", "(b)")),
        ("%1)", "lowerLetter", ("a)", "b)")),
        ("10/%1", "decimal", ("10/1", "10/2")),
        ("(10.%1)", "decimal", ("(10.1)", "(10.2)")),
    ],
)
@pytest.mark.parametrize("gap", ["", " "])
def test_a_label_with_nothing_behind_it_is_a_label(label: str, counted: str, shown: tuple[str, str], gap: str) -> None:
    """A list whose numbers are followed by nothing is the same as one with a blank or a tab, and as the typed one."""
    limbs = ("The roof of the bandstand was sound.", "Jubilee: the band had asked for the fourth of June.")
    files = []
    for follows, blank in (("nothing", gap), ("space", ""), ("tab", "")):
        level = word.level(0, label, counted, props=f'<w:suff w:val="{follows}"/>')
        items = (word.item(blank + limb) for limb in limbs)
        files.append(file(*items, numbering=word.definition(0, level) + word.listed(1)))
    glued, *others = files
    for other in (*others, text(*(f"{mark} {limb}" for mark, limb in zip(shown, limbs, strict=True)))):
        is_same(glued, other)
    changed = file(*limbs[:1], "Jubilee: the band had asked for the fifth of June.")
    assert "date.changed" in differs(glued, changed) or "number.changed" in differs(glued, changed)


@pytest.mark.parametrize(
    ("line", "draft", "final"),
    [
        ("1.5 per cent of the precept had been spent.", "1.5", "2.5"),
        ("2.75 miles of paths had been cleared.", "2.75", "2.25"),
        ("7.30 p.m. was thought too early.", "7.30", "8.30"),
    ],
)
def test_a_quantity_at_the_head_of_a_paragraph_is_no_item(line: str, draft: str, final: str) -> None:
    """A quantity such as "1.5 per cent" at the head of a paragraph of Word is no item, and is compared."""
    minutes = minutes_of(file(line))
    assert [item.number for item in minutes.outline.items] == ["5", "6"]
    is_same(file(line), text(line))
    assert len(differs(file(line), file(line.replace(draft, final)))) == 1


LEADERS = {"dot": ".", "underscore": "_", "hyphen": "-", "middleDot": "·"}


def led(leader: str, words: str, align: str = "right") -> str:
    """A paragraph with tabs that draw a leader."""
    stops = "".join(f'<w:tab w:val="{align}" w:leader="{leader}" w:pos="{place}"/>' for place in (5000, 9000))
    first, *rest = words.split("\t")
    inner = run(first) + "".join(f"<w:r><w:tab/></w:r>{run(piece) if piece else ''}" for piece in rest)
    return para(inner, props=f"<w:tabs>{stops}</w:tabs>")


LED = ("Signed\tChair\t", "Signed: \t", "Date \t\t", "\t", "Apologies\t3", "Reports of officers\t12", "Chair\tDate\t")


@pytest.mark.parametrize("leader", LEADERS)
@pytest.mark.parametrize(
    ("words", "align"), list(zip(LED, ("right", "left", "right", "left", "right", "right", "left"), strict=True))
)
def test_a_leader_is_the_dots_that_it_prints(leader: str, words: str, align: str) -> None:
    """A tab that draws dots, lines or hyphens is the same as these typed, and as a tab that draws nothing."""
    drawn = minutes_of(file(led(leader, words, align)))
    dots = LEADERS[leader]
    others = [
        text(words.replace("\t", dots * 61)),
        text(words.replace("\t", f" {dots * 8} ").strip()),
        *(file(led(other, words, align)) for other in ("none", "dot", "underscore") if other != leader),
    ]
    for other in map(minutes_of, others):
        is_same(drawn, other)


@pytest.mark.parametrize("leader", LEADERS)
def test_words_beside_a_leader_are_compared(leader: str) -> None:
    """Words on either side of a leader are found when they change."""
    dots = LEADERS[leader] * 30
    for draft, final in (("Rent\tHall\t", "Rent\tSmall hall\t"), ("Cllr Aspinall\tfor", "Cllr Aspinall\tagainst")):
        differs(file(led(leader, draft)), text(final.replace("\t", dots)), Severity.MINOR)
        differs(file(led(leader, draft)), file(led(leader, final)), Severity.MINOR)


# Tracked changes.


def tracked(draft: bytes, final: bytes, choice: Tracked) -> Comparison:
    """Two files compared, the draft with its changes taken or not."""
    style = default_house_style()
    documents = document_from_bytes(draft, "draft", choice), document_from_bytes(final, "final")
    return compare_documents(*documents, scope="whole", style=style, engines=load_engines(use_model=False, style=style))


def gives(data: bytes, choice: Tracked, *paragraphs: str) -> None:
    """The file, its changes taken or not, is exactly this text."""
    wanted = minutes_of(text(*paragraphs)).document.text.split()
    assert document_from_bytes(data, "minutes.docx", choice).text.split() == wanted
    assert found(tracked(data, text(*paragraphs), choice)) == []


INSERTED, DELETED = word.mark("ins"), word.mark("del")
MOVED_HERE, MOVED_AWAY = word.mark("moveTo"), word.mark("moveFrom")
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
LIST = word.definition(0, word.level(0, "(%1)", "lowerLetter")) + word.listed(1)
ACCEPT, REJECT = Tracked.ACCEPT, Tracked.REJECT


@pytest.mark.parametrize(("mark", "joins", "keeps"), [(INSERTED, REJECT, ACCEPT), (DELETED, ACCEPT, REJECT)])
def test_a_paragraph_whose_mark_goes_takes_the_properties_of_the_next(
    mark: str, joins: Tracked, keeps: Tracked
) -> None:
    """Where a paragraph mark goes, the paragraph after it says whether the joined one is numbered."""
    first, second, third = "That the roof be mended", "before the winter.", "That the band be told."
    plain_after = file(para(first, props=NUMBERED + mark), para(second), para(third, props=NUMBERED), numbering=LIST)
    gives(plain_after, joins, f"{first} {second}".replace("mended before", "mendedbefore"), f"(a) {third}")
    gives(plain_after, keeps, f"(a) {first}", second, f"(b) {third}")
    listed_after = file(
        para(first, props=mark), para(second, props=NUMBERED), para(third, props=NUMBERED), numbering=LIST
    )
    gives(listed_after, joins, f"(a) {first} {second}".replace("mended before", "mendedbefore"), f"(b) {third}")
    gives(listed_after, keeps, first, f"(a) {second}", f"(b) {third}")


@pytest.mark.parametrize(
    ("mark", "joins"), [(INSERTED, REJECT), (DELETED, ACCEPT), (MOVED_HERE, REJECT), (MOVED_AWAY, ACCEPT)]
)
def test_several_marks_in_a_row_go(mark: str, joins: Tracked) -> None:
    """Three paragraphs whose first two marks go are one, as the third is."""
    data = file(
        para("That the roof ", props=NUMBERED + mark),
        para("be mended ", props=mark),
        para("soon.", props=NUMBERED),
        para("That the band be told.", props=NUMBERED),
        numbering=LIST,
    )
    gives(data, joins, "(a) That the roof be mended soon.", "(b) That the band be told.")


@pytest.mark.parametrize(("mark", "joins"), [(INSERTED, REJECT), (DELETED, ACCEPT)])
def test_a_heading_whose_mark_goes_is_what_the_next_paragraph_is(mark: str, joins: Tracked) -> None:
    """A heading whose mark goes is words of the paragraph after it; a paragraph before a heading becomes one."""
    styles = word.style("heading 2", '<w:outlineLvl w:val="1"/>')
    heading = word.in_style("heading2")
    for first, second, is_heading in ((heading, "", False), ("", heading, True)):
        data = file(para("Repairs ", props=first + mark), para("to the roof", props=second), styles=styles)
        document = document_from_bytes(data, "minutes.docx", joins)
        (joined,) = [
            one for one in document.paragraphs if "Repairs to the roof" in document.text[one.span.start : one.span.end]
        ]
        assert (joined.kind is SegmentKind.HEADING) is is_heading


def test_a_whole_inserted_paragraph_goes() -> None:
    """A paragraph that was put in with its mark leaves no trace, and counts none, when changes are rejected."""
    data = file(
        para("That the roof be mended.", props=NUMBERED),
        para(word.changed("ins", "That the band be paid £900."), props=NUMBERED + INSERTED),
        para("That the band be told.", props=NUMBERED),
        numbering=LIST,
    )
    gives(data, REJECT, "(a) That the roof be mended.", "(b) That the band be told.")
    gives(data, ACCEPT, "(a) That the roof be mended.", "(b) That the band be paid £900.", "(c) That the band be told.")


def test_an_inserted_number_goes() -> None:
    """A number that was put before a paragraph is there when changes are accepted, and not when they are rejected."""
    inserted = (
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="4" w:author="A. Clerk" '
        'w:date="2023-07-05T10:00:00Z"/></w:numPr>'
    )
    data = file(
        para("That the roof be mended.", props=NUMBERED),
        para("Cllr Birtles thanked the band.", props=inserted),
        para("That the band be told.", props=NUMBERED),
        numbering=LIST,
    )
    gives(data, REJECT, "(a) That the roof be mended.", "Cllr Birtles thanked the band.", "(b) That the band be told.")
    gives(
        data,
        ACCEPT,
        "(a) That the roof be mended.",
        "(b) Cllr Birtles thanked the band.",
        "(c) That the band be told.",
    )


def test_changed_properties_of_a_paragraph_come_back() -> None:
    """The number that a paragraph had before its properties were changed comes back when changes are rejected."""

    def was(old: str) -> str:
        return f'<w:pPrChange w:id="5" w:author="A. Clerk"><w:pPr>{old}</w:pPr></w:pPrChange>'

    data = file(
        para("That the roof be mended.", props=NUMBERED + was("")),
        para("That the steps be swept.", props=was(NUMBERED)),
        para("That the band be told.", props=NUMBERED),
        numbering=LIST,
    )
    gives(data, REJECT, "That the roof be mended.", "(a) That the steps be swept.", "(b) That the band be told.")
    gives(data, ACCEPT, "(a) That the roof be mended.", "That the steps be swept.", "(b) That the band be told.")


# Fields without results.


def simple(code: str) -> str:
    """A field in one element, without a result."""
    return f'<w:fldSimple w:instr=" {code} "/>'


def complex_field(code: str) -> str:
    """A field in pieces, without a result."""
    return word.field(f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>')


@pytest.mark.parametrize("write", [simple, complex_field])
@pytest.mark.parametrize(
    ("codes", "shown"),
    [
        (("AUTONUM", "AUTONUM", "AUTONUM"), ("1.", "2.", "3.")),
        (("AUTONUM \\* Arabic", "AUTONUM \\* Arabic", "AUTONUM \\* Arabic"), ("1.", "2.", "3.")),
        (("AUTONUM \\* roman \\s )",) * 3, ("i)", "ii)", "iii)")),
        (("AUTONUMLGL",) * 3, ("1.", "2.", "3.")),
        (("LISTNUM",) * 3, ("1)", "2)", "3)")),
        (("LISTNUM \\l 1", "LISTNUM \\l 2", "LISTNUM \\l 2"), ("1)", "a)", "b)")),
    ],
)
def test_fields_that_number_have_their_numbers(write: Draw, codes: tuple[str, ...], shown: tuple[str, ...]) -> None:
    """Numbers that Word computes when it draws the page are counted, though no result is stored."""
    limbs = ("That the roof be mended.", "That the steps be swept.", "That the band be told.")
    data = file(*(para(write(code), f" {limb}") for code, limb in zip(codes, limbs, strict=True)))
    is_same(data, text(*(f"{mark} {limb}" for mark, limb in zip(shown, limbs, strict=True))))
    words = " ".join(minutes_of(data).document.text.split())
    for mark, limb in zip(shown, limbs, strict=True):
        assert f"{mark} {limb}" in words


@pytest.mark.parametrize("write", [simple, complex_field])
@pytest.mark.parametrize(
    ("code", "other", "shown"),
    [
        ("SYMBOL 252 \\f Wingdings", "SYMBOL 251 \\f Wingdings", "✓"),
        ("SYMBOL 163", "SYMBOL 36", "£"),
        ("SYMBOL 8364 \\u", "SYMBOL 163 \\u", "€"),
        ("SYMBOL 0xBD", "SYMBOL 0xBC", "½"),
    ],
)
def test_a_field_of_a_symbol_is_the_symbol(write: Draw, code: str, other: str, shown: str) -> None:
    """A field that draws a symbol is that symbol, and another symbol is found."""
    drawn, another = (file(para("The mark is ", write(one), "5 in all.")) for one in (code, other))
    is_same(drawn, text(f"The mark is {shown}5 in all."))
    differs(drawn, another)


def test_pairs_of_writings_of_one_tick_agree() -> None:
    """A tick of the emoji panel, of Wingdings, of a field and typed are one tick."""
    written = [file(para("Cllr Aspinall ", mark)) for mark in (emoji("✓"), symbol("✔"), field("✔"), run("✓"))]
    for draft, final in permutations(written, 2):
        assert found(compared(draft, final)) == []
