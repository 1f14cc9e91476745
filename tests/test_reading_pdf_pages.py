"""What a page draws is read as a person sees it: boxes and ticks, tables without lines, columns, stamps, hidden words.

☒ For   ☐ Against               check boxes of a form: "Yes" and "Off" are no words
18:05                           digits that the file draws one by one
Signed ............. Chair      a leader that Word draws from a tab
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from pdfs.drawn import (
    HARBOUR,
    compared,
    drawn_words,
    found,
    furniture_of,
    lines,
    lost_words,
    minutes_of,
    named,
    printed,
    read_bytes,
    t,
    width,
    wrapped,
)
from pdfs.tiny import A4, rule

from compare.values import Formatting

LEFT = 60.0


def paragraphs(said: Sequence[str] = HARBOUR, first: float = 80, wide: float = 470, step: float = 14) -> str:
    """A page of wrapped paragraphs."""
    page, y = "", first
    for words in said:
        broken = wrapped(words, wide)
        page += lines(LEFT, y, broken, step=step)
        y += step * len(broken) + 10
    return page


def text_of(said: Sequence[str]) -> bytes:
    """The paragraphs as a text."""
    return "\n\n".join(said).encode()


def is_the_same(draft: bytes, final: bytes, name: str = "minutes.txt") -> None:
    """Two files of the same minutes have no finding, either way."""
    one, other = minutes_of(draft), minutes_of(final, name)
    assert found(compared(one, other)) == []
    assert found(compared(other, one)) == []


# Check boxes of forms.


def box(name: str, x: float, y: float, *, ticked: bool, on: str = "Yes") -> str:
    """A check box, `y` from the top, with the look that its state has."""
    state, sides = ((on if ticked else "Off"), f"[{x} {A4[1] - y - 2} {x + 11} {A4[1] - y + 9}]")
    return (
        f"<< /Type /Annot /Subtype /Widget /FT /Btn /T ({name}) /V /{state} /AS /{state} /Rect {sides} /F 4 "
        "/MK << /CA (8) /BC [0] >> >>"
    )


CHOICES = ("For", "Against", "Abstained")


def ballot(ticked: str, on: str = "Yes") -> bytes:
    """A form on which one of three boxes is ticked."""
    page = paragraphs(HARBOUR[:2]) + "".join(t(LEFT + 20, 250 + 24 * n, words) for n, words in enumerate(CHOICES))
    notes = [box(words, LEFT, 250 + 24 * n, ticked=words == ticked, on=on) for n, words in enumerate(CHOICES)]
    return printed([page], notes=notes)


@pytest.mark.parametrize("on", ["Yes", "On", "1", "Choice1"])
def test_check_boxes_are_marks_not_words(on: str) -> None:
    """A ticked box is a tick, an empty one an empty box: the names of their states are no words of the minutes."""
    text = " ".join(minutes_of(ballot("For", on)).document.text.split())
    assert "☒ For ☐ Against ☐ Abstained" in text
    words = text.split()
    assert [word for word in ("Yes", "Off", "On", "1", "Choice1") if word in words] == []


@pytest.mark.parametrize(("ticked", "other"), [("For", "Against"), ("Against", "Abstained"), ("Abstained", "For")])
def test_a_tick_that_moves_is_found(ticked: str, other: str) -> None:
    """The tick moves from one box to another: more than typography, whichever way."""
    for draft, final in ((ticked, other), (other, ticked)):
        findings = found(compared(ballot(draft), ballot(final)))
        assert findings != []
        assert {one.severity for one in findings} <= {"critical", "major"}


def test_check_boxes_are_those_of_a_text() -> None:
    """A form and a text that prints its boxes have no finding."""
    said = [*HARBOUR[:2], "☒ For", "☐ Against", "☐ Abstained"]
    is_the_same(ballot("For"), text_of(said))


# Words that nobody sees.


def unseen(kind: str, words: str, y: float) -> str:
    """Words that a page draws and no reader sees."""
    if kind == "white":
        return "1 1 1 rg " + t(LEFT, y, words) + "0 0 0 rg "
    if kind == "invisible":
        return t(LEFT, y, words).replace("BT ", "BT 3 Tr ").replace(" ET", " 0 Tr ET")
    if kind == "beside the page":
        return t(A4[0] + 30, y, words)
    return t(LEFT, A4[1] + 40, words)


@pytest.mark.parametrize("kind", ["white", "invisible", "beside the page", "below the page"])
@pytest.mark.parametrize("words", ["The motion was lost.", "secret", "Cllr Ashdown declared an interest in the yard."])
def test_words_that_nobody_sees_are_named_not_compared(kind: str, words: str) -> None:
    """White or invisible words and words beside the page are no part of the minutes; that they are there is said."""
    plain = printed([paragraphs(), paragraphs(HARBOUR[::-1])])
    with_them = printed([paragraphs() + unseen(kind, words, 400), paragraphs(HARBOUR[::-1])])
    assert words not in " ".join(minutes_of(with_them).document.text.split())
    for draft, final in ((with_them, plain), (plain, with_them)):
        comparison = compared(draft, final)
        assert found(comparison) == []
        assert len(comparison.not_compared) == len(compared(plain, plain).not_compared) + 1


def test_white_words_on_a_dark_bar_are_compared() -> None:
    """A heading printed white on black is seen by everybody, and compared."""

    def page(heading: str) -> bytes:
        bar = rule(LEFT - 4, A4[1] - 64, 480, 18)
        return printed([bar + "1 1 1 rg " + t(LEFT, 60, heading, font=2) + "0 0 0 rg " + paragraphs()])

    minutes = minutes_of(page("7. Report of the Harbour Master"))
    assert "7. Report of the Harbour Master" in minutes.document.text
    findings = found(compared(minutes, page("7. Report of the Harbour Surveyor")))
    assert [one.severity for one in findings] == ["major"]


def test_light_grey_words_are_compared() -> None:
    """Grey words are pale, and seen."""

    def page(words: str) -> bytes:
        return printed([paragraphs() + "0.7 0.7 0.7 rg " + t(LEFT, 420, words) + "0 0 0 rg "])

    assert found(compared(page("The vote was 5 to 2."), page("The vote was 5 to 3."))) != []


# Digits drawn one by one.

SPARSE = (
    ((300, 60, "18:05"), (60, 64, "Board")),
    ((60, 60, "Meeting closed at"), (170, 62, "18:05")),
    ((60, 60, "18:05"), (120, 57, "Cllr Ashdown came in"), (400, 64, "HM")),
    ((60, 700, "Sum"), (300, 703, "£1,250.50"), (420, 698, "paid")),
    ((60, 60, "Vote"), (200, 66, "12"), (240, 60, "to"), (280, 54, "7")),
    ((60, 60, "22/0433/FUL"), (60, 72, "18.11.2023"), (200, 66, "Granted")),
)


def glyphs(x: float, y: float, words: str) -> str:
    """Words drawn character by character."""
    drawn = ""
    for letter in words:
        drawn += t(x, y, letter) if letter != " " else ""
        x += width(letter)
    return drawn


@pytest.mark.parametrize("places", SPARSE, ids=[" ".join(words for *_, words in places) for places in SPARSE])
@pytest.mark.parametrize("shift", [0, 1, 2.5, 4])
def test_no_digit_is_lost_on_a_nearly_empty_page(places: Sequence[tuple[float, float, str]], shift: float) -> None:
    """Every character of words drawn glyph by glyph at close heights is read, in its order."""
    page = "".join(glyphs(x, y + shift * n, words) for n, (x, y, words) in enumerate(places))
    text = minutes_of(printed([page])).document.text
    for *_, words in places:
        assert words.replace(" ", "") in "".join(text.split())


@pytest.mark.parametrize("time", ["18:05", "9.15", "21:40"])
def test_a_time_drawn_glyph_by_glyph_is_compared(time: str) -> None:
    """Another time on a nearly empty page is a finding."""
    pages = [glyphs(60, 60, "Closed at") + glyphs(200, 63, said) for said in (time, "20:30")]
    findings = found(compared(printed(pages[:1]), printed(pages[1:])))
    assert [one.severity for one in findings] == ["critical"]


# Leaders.


def word_file(rows: Sequence[str], leader: WD_TAB_LEADER, stops: Sequence[float]) -> bytes:
    """A Word file whose tabs are drawn out with a leader."""
    document = docx.Document()
    for words in rows:
        paragraph = document.add_paragraph(words)
        for place in stops:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(place), WD_TAB_ALIGNMENT.LEFT, leader)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


LEADERS = [(WD_TAB_LEADER.DOTS, "."), (WD_TAB_LEADER.HEAVY, "_"), (WD_TAB_LEADER.DASHES, "-")]
SIGNATURES = (
    ("Signed\tChair", (280,)),
    ("Signed\tChair\tDate\t", (240, 300, 470)),
    ("Proposed by\tSeconded by\t", (220, 470)),
    ("Apologies for absence\t3", (450,)),
    ("5. Report of the Harbour Master\t12", (450,)),
)


@pytest.mark.parametrize(("leader", "sign"), LEADERS, ids=[sign for _, sign in LEADERS])
@pytest.mark.parametrize(("row", "stops"), SIGNATURES, ids=[row.replace("\t", "-") for row, _ in SIGNATURES])
def test_a_leader_is_no_words(row: str, stops: tuple[float, ...], leader: WD_TAB_LEADER, sign: str) -> None:
    """Dots, underscores or hyphens that Word draws from a tab are in no finding against the tab itself."""
    page, x = paragraphs(), LEFT
    for words, stop in zip(row.split("\t"), [*stops, 0], strict=False):
        page += t(x, 330, words)
        start = x + width(words)
        if stop:
            page += t(start, 330, sign * int((LEFT + stop - start - 1) / width(sign)))
        x = LEFT + stop
    word = word_file([*HARBOUR, row], leader, stops)
    is_the_same(printed([page]), word, "minutes.docx")
    is_the_same(printed([page]), text_of([*HARBOUR, row]))


def test_words_beside_a_leader_are_compared() -> None:
    """The name or page that a leader leads to is compared."""
    dots = "." * 60
    pages = [paragraphs() + t(LEFT, 330, f"Apologies {dots} {words}") for words in ("Cllr Ashdown", "Cllr Birchall")]
    assert len(found(compared(printed(pages[:1]), printed(pages[1:])))) == 1


# Numbers alone.


def numbered_word_file(rows: Sequence[str], follows: str = "tab") -> bytes:
    """A Word file whose paragraphs are counted, and what it prints after a number."""
    document = docx.Document()
    for level in document.part.numbering_part.element.iter(qn("w:lvl")):
        level.find(qn("w:lvlText")).addprevious(parse_xml(f'<w:suff {nsdecls("w")} w:val="{follows}"/>'))
    for words in HARBOUR[:2]:
        document.add_paragraph(words)
    for words in rows:
        document.add_paragraph(words, style="List Number")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@pytest.mark.parametrize("empty", [0, 1, 2])
def test_an_empty_numbered_paragraph_prints_its_number(empty: int) -> None:
    """Word prints the number of an empty paragraph, and the next one is counted on: the PDF says the same."""
    rows = ["The slip is to be swept.", "The lamp is to be lit.", "The board is to be painted."]
    rows[empty] = ""
    page = paragraphs(HARBOUR[:2])
    for place, words in enumerate(rows):
        page += t(LEFT + 18, 240 + 26 * place, f"{place + 1}.") + (
            t(LEFT + 36, 240 + 26 * place, words) if words else ""
        )
    is_the_same(printed([page]), numbered_word_file(rows), "minutes.docx")


def test_a_number_without_a_blank_after_it_is_read_alike() -> None:
    """Where Word prints nothing between number and text ("1.Apologies"), the PDF and the file have no finding."""
    rows = ["Apologies for absence", "The slip is to be swept.", "Yachts at moorings"]
    word = numbered_word_file(rows, follows="nothing")
    page = paragraphs(HARBOUR[:2])
    for place, words in enumerate(rows):
        page += t(LEFT + 18, 240 + 26 * place, f"{place + 1}.{words}")
    is_the_same(printed([page]), word, "minutes.docx")
    pieces = page
    for place, words in enumerate(rows):
        mark = f"{place + 1}."
        pieces = pieces.replace(
            t(LEFT + 18, 240 + 26 * place, mark + words),
            t(LEFT + 18, 240 + 26 * place, mark) + t(LEFT + 18 + width(mark), 240 + 26 * place, words),
        )
    assert pieces != page
    is_the_same(printed([pieces]), word, "minutes.docx")


@pytest.mark.parametrize("prompt", ["Click or tap here to enter text.", "[Name of the Chair]", "Choose an item."])
def test_a_prompt_that_prints_is_the_same_in_print(prompt: str) -> None:
    """The prompt of a control that nobody filled in stands in the PDF; the Word file says the same."""
    document = docx.Document()
    for words in HARBOUR[:2]:
        document.add_paragraph(words)
    paragraph = document.add_paragraph("Chair: ")
    style = document.styles.add_style("PlaceholderText", WD_STYLE_TYPE.CHARACTER)
    run = paragraph.add_run(prompt, style=style)
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent/></w:sdt>")
    run._r.addprevious(control)
    control.find(qn("w:sdtContent")).append(run._r)
    file = io.BytesIO()
    document.save(file)
    page = paragraphs(HARBOUR[:2]) + t(LEFT, 240, f"Chair: {prompt}")
    is_the_same(printed([page]), file.getvalue(), "minutes.docx")


# Tables without lines.

TABLE = (
    ("No.", "Minute", "Action"),
    ("41", "The slip is to be swept before the boats come back to the harbour, and its chain renewed.", "HM"),
    ("42", "A letter of thanks had come from the lifeboat crew.", ""),
    ("43", "The Clerk is to write to the owners of the yard about the timber that lies on the quay.", "Clerk"),
    ("44", "The lamp at the end of the pier was out for two nights in March. A new one is to be bought.", "HM"),
)
COLUMNS = (60.0, 110.0, 460.0)


def table(
    rows: Sequence[Sequence[str]], first: float, *, lined: bool, middle: bool, step: float = 14
) -> tuple[str, float]:
    """Rows of cells, drawn from `first` down; `middle` sets short cells at half the height of their rows."""
    page, y = rule(56, A4[1] - first + 13, 480, 0.5) if lined else "", first
    for row in rows:
        broken = [
            wrapped(words, right - left - 12)
            for words, left, right in zip(row, COLUMNS, (*COLUMNS[1:], 540), strict=True)
        ]
        height = max(map(len, broken))
        for x, texts in zip(COLUMNS, broken, strict=True):
            shift = (height - len(texts)) * step / 2 if middle else 0
            page += lines(x, y + shift, texts, step=step)
        y += height * step + 8
        if lined:
            page += rule(56, A4[1] - y + 14, 480, 0.5)
    if lined:
        for x in (56, 106, 456, 536):
            page += rule(x, A4[1] - y + 14, 0.5, y - first)
    return page, y


def word_table(rows: Sequence[Sequence[str]]) -> bytes:
    """The same table in a Word file."""
    document = docx.Document()
    document.add_paragraph(HARBOUR[0])
    made = document.add_table(rows=len(rows), cols=3)
    for place, row in enumerate(rows):
        for column, words in enumerate(row):
            made.cell(place, column).text = words
    document.add_paragraph(HARBOUR[1])
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def page_with_table(rows: Sequence[Sequence[str]], *, lined: bool, middle: bool) -> bytes:
    """A page with a paragraph, the table, a paragraph."""
    drawn, y = table(rows, 140, lined=lined, middle=middle)
    return printed([paragraphs(HARBOUR[:1], 60) + drawn + paragraphs(HARBOUR[1:2], y + 20)])


@pytest.mark.parametrize("lined", [True, False])
@pytest.mark.parametrize("middle", [True, False])
def test_a_number_alone_in_its_cell(*, lined: bool, middle: bool) -> None:
    """No. | Minute | Action: with lines or without, cells at the top or in the middle, as the Word file says it."""
    file = page_with_table(TABLE, lined=lined, middle=middle)
    is_the_same(file, word_table(TABLE), "minutes.docx")
    assert lost_words(minutes_of(file), " ".join(" ".join(row) for row in TABLE)) == []
    changed = [*TABLE[:3], (*TABLE[3][:2], "Chair"), TABLE[4]]
    findings = found(compared(word_table(TABLE), page_with_table(changed, lined=lined, middle=middle)))
    assert len(findings) == 1
    assert "Chair" in findings[0].final


@pytest.mark.parametrize("middle", [True, False])
def test_items_are_found_in_a_table_without_lines(*, middle: bool) -> None:
    """The numbers of the items stand alone in their cells, and are found as in the Word file."""
    file, word = (
        minutes_of(page_with_table(TABLE, lined=False, middle=middle)),
        minutes_of(word_table(TABLE), "m.docx"),
    )
    assert [item.number for item in file.outline.items] == [item.number for item in word.outline.items]


def test_renumbered_rows_are_folded() -> None:
    """A row that goes makes the numbers of the others one less: the row is the finding, not the numbers."""
    fewer = [
        TABLE[0],
        *((f"{number}", *row[1:]) for number, row in zip((41, 42, 43), (TABLE[1], *TABLE[3:]), strict=True)),
    ]
    for draft, final in (
        (word_table(TABLE), word_table(fewer)),
        (page_with_table(TABLE, lined=False, middle=False), page_with_table(fewer, lined=False, middle=False)),
    ):
        findings = found(compared(minutes_of(draft, "m.docx"), minutes_of(final, "m.docx")))
        assert len(findings) <= 2
        assert any("thanks" in one.draft for one in findings)


@pytest.mark.parametrize("lined", [True, False])
def test_a_row_cut_by_a_page_is_one_row(*, lined: bool) -> None:
    """A row that begins on one page and ends on the next is the row of the Word file."""
    head, y = table(TABLE[:3], 620, lined=lined, middle=False)
    broken = wrapped(TABLE[3][1], 338)
    first = paragraphs(HARBOUR[:1], 60) + head + t(60, y, "43") + t(110, y, broken[0]) + t(460, y, "Clerk")
    rest, end = table(TABLE[4:], 60 + 14 * len(broken), lined=lined, middle=False)
    second = lines(110, 60, broken[1:]) + rest + paragraphs(HARBOUR[1:2], end + 20)
    is_the_same(printed([first, second]), word_table(TABLE), "minutes.docx")


@pytest.mark.parametrize("middle", [True, False])
def test_a_cell_with_a_short_second_line(*, middle: bool) -> None:
    """The second line of a cell, one word long, belongs to its cell."""
    long = "Chair of the Harbour Board and of its working party on the new slip and moorings"
    rows = [
        ("Name", "Office", "Present"),
        ("Cllr Ashdown", long, "Yes"),
        ("Mrs Dunmore", "Clerk", "Yes"),
        ("Cllr Birchall", "Member", "Apologies given"),
    ]
    file = page_with_table(rows, lined=False, middle=middle)
    is_the_same(file, word_table(rows), "minutes.docx")


# Two columns over pages.


def test_two_columns_go_on_over_pages() -> None:
    """Two columns of running text on each of two pages are read down the left and then down the right, page by page."""
    said = [f"{n + 1}. {HARBOUR[n % 4]}" for n in range(20)]
    rows: list[str] = []
    for words in said:
        rows += [*wrapped(words, 225), ""]
    depth = 46
    columns = [rows[place : place + depth] for place in range(0, len(rows), depth)]
    pages = []
    for place in range(0, len(columns), 2):
        page = "".join(t(50, 60 + 14 * n, row) for n, row in enumerate(columns[place]) if row)
        if place + 1 < len(columns):
            page += "".join(t(310, 60 + 14 * n, row) for n, row in enumerate(columns[place + 1]) if row)
        pages.append(page)
    assert len(pages) == 2
    is_the_same(printed(pages), text_of(said))


# Stamps and watermarks drawn as curves.


def outline(x: float, y: float, size: float, letters: int = 5) -> str:
    """Large letters drawn as outlines, from corner to corner of the page."""
    drawn = "q 0.8 0.8 0.8 rg "
    for n in range(letters):
        left, low = x + n * size * 0.8, y + n * size * 0.9
        drawn += (
            f"{left} {low} m {left} {low + size} l {left + size * 0.4} {low + size} l "
            f"{left + size * 0.7} {low + size} {left + size * 0.7} {low} {left + size * 0.4} {low} c h "
            f"{left + size * 0.15} {low + size * 0.15} m {left + size * 0.15} {low + size * 0.85} l "
            f"{left + size * 0.5} {low + size * 0.85} {left + size * 0.5} {low + size * 0.15} "
            f"{left + size * 0.15} {low + size * 0.15} c h f* "
        )
    return drawn + "Q\n"


@pytest.mark.parametrize("size", [80, 110])
@pytest.mark.parametrize("behind", [True, False])
def test_a_watermark_of_curves_changes_no_word(size: float, *, behind: bool) -> None:
    """Large outlines across a page are no rules of a table and strike nothing through."""
    mark = outline(90, 120, size)
    said = [paragraphs(), paragraphs(HARBOUR[::-1])]
    plain = printed(said)
    stamped = printed([mark + page if behind else page + mark for page in said])
    minutes = minutes_of(stamped)
    assert [one.kind for one in minutes.segments] == [one.kind for one in minutes_of(plain).segments]
    assert not any(how & Formatting.STRUCK for _, how in minutes.document.formatting)
    assert found(compared(plain, stamped)) == []
    assert found(compared(stamped, plain)) == []
    is_the_same(stamped, text_of([*HARBOUR, *HARBOUR[::-1]]))


@pytest.mark.parametrize("size", [80, 110])
def test_a_large_drawing_across_pages_is_named(size: float) -> None:
    """What may say DRAFT and cannot be read is named as a stamp or watermark, whichever side has it."""
    said = [paragraphs(), paragraphs(HARBOUR[::-1])]
    plain, stamped = (printed(said), printed([outline(90, 120, size) + page for page in said]))
    for draft, final in ((plain, stamped), (stamped, plain)):
        assert "watermark" in named(compared(draft, final))
    assert "watermark" not in named(compared(plain, plain))


@pytest.mark.parametrize("size", [80, 110])
def test_a_watermark_in_a_form_object_is_named_too(size: float) -> None:
    """LibreOffice draws the outlines in an object of their own: it is named, and changes no word."""
    said = [paragraphs(), paragraphs(HARBOUR[::-1])]
    plain = printed(said)
    stamped = printed(["/X1 Do\n" + page for page in said], forms=[outline(90, 120, size)])
    comparison = compared(plain, stamped)
    assert found(comparison) == []
    assert "watermark" in named(comparison)


def test_rules_and_boxes_are_no_watermark() -> None:
    """Lines of tables, a frame around the page and a small drawing are nothing to ask about."""
    frame = "30 30 535 782 re S\n"
    logo = outline(480, 770, 10, 2)
    page, _ = table(TABLE, 300, lined=True, middle=False)
    file = printed([frame + logo + paragraphs(HARBOUR[:2]) + page])
    assert "watermark" not in named(compared(file, file))


# A PDF that shows tracked changes.


def tracked_list(second: str, fourth: str) -> list[str]:
    """A list as LibreOffice prints it with its tracked changes shown."""
    red = "0.77 0 0.04 rg "
    page = paragraphs(HARBOUR[:1]) + t(LEFT, 160, "Resolved:")
    rows = (("1.", "the slip be swept;"), (second, "the lamp be lit;"), (fourth, "the board be painted;"))
    for place, (number, words) in enumerate(rows):
        y = 184 + 20 * place
        page += t(LEFT + 18, y, number) + red + t(LEFT + 64, y, words) + "0 0 0 rg "
    return [page]


@pytest.mark.parametrize(("second", "fourth"), [("[2.]", "2.[4.]"), ("[2.]", "2.[3.]"), ("[2.]", "[3.]")])
def test_a_file_that_shows_tracked_changes_is_named(second: str, fourth: str) -> None:
    """Numbers such as "[2.]" and "2.[4.]" are those of a list with tracked changes: the comparison says so."""
    shown, plain = (printed(tracked_list(second, fourth)), printed(tracked_list("2.", "3.")))
    for draft, final in ((shown, plain), (plain, shown)):
        assert "tracked changes" in named(compared(draft, final))
    assert "tracked changes" not in named(compared(plain, plain))


def test_notes_in_brackets_are_no_tracked_changes() -> None:
    """A reference such as "[2]" within the words says nothing of tracked changes."""
    said = [*HARBOUR[:2], "The report [2] was received, and the plan [3.] was noted. See also [4]."]
    file = printed([paragraphs(said)])
    assert "tracked changes" not in named(compared(file, file))


def test_a_page_of_all_kinds_loses_nothing() -> None:
    """Paragraphs, a table and a place to sign: every word stands in the document, and none is set aside."""
    drawn, y = table(TABLE, 340, lined=False, middle=True)
    page = paragraphs() + drawn + t(LEFT, y + 40, "Signed ................ Chair") + t(390, y + 40, "Date ..........")
    minutes = minutes_of(printed([page]))
    assert lost_words(minutes, drawn_words([page])) == []
    assert [one for one in furniture_of(minutes) if not one.startswith("Signed")] == []
    assert read_bytes(printed([page])).page_starts == (0,)
