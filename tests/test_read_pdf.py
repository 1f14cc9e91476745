from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfs.flat import Columns, Par, Table, plain
from pdfs.minutes import DOCUMENTS
from pdfs.tiny import A4, comment, field, picture, rule, say, say_lines, say_turned, write_pdf
from pdfs.word_like import Tab, draw, draw_letters, tab, width

from compare.cli import main
from compare.errors import TooLargeError, UnreadableError
from compare.read import read_document
from compare.read.common.document_builder import DocumentBuilder
from compare.read.pdf import page_reader, reader, worker
from compare.read.pdf.worker import read_pdf
from compare.values import Document, Doubt, Formatting, SegmentKind, Tracked

PDFS = Path(__file__).parent / "pdfs"

WORDS = [
    "the",
    "clerk",
    "members",
    "report",
    "grant",
    "field",
    "hall",
    "roof",
    "gate",
    "hedge",
    "sign",
    "school",
    "bus",
]
LONG = (
    "The Chair welcomed the members, who had been asked to come in good time, and asked the",
    "Clerk to read the minutes of the last meeting, which had been sent out with the agenda a",
    "week before. These were approved.",
)
ONE = " ".join(LONG)


def read(data: bytes) -> Document:
    """Reads a PDF in this process: like the worker, without its limits."""
    answer: dict[str, Any] = json.loads(json.dumps(read_pdf(data)))
    builder = DocumentBuilder("minutes.pdf")
    reader.fill_from_reply(answer, builder)
    return builder.build(name="minutes.pdf", data=data, kind="pdf")


def texts(document: Document, *kinds: SegmentKind) -> list[str]:
    """The text of the paragraphs of these kinds, or of all but furniture, with their marks."""
    wanted = kinds or tuple(kind for kind in SegmentKind if kind is not SegmentKind.FURNITURE)
    return [
        document.text[paragraph.span.start : paragraph.span.end]
        for paragraph in document.paragraphs
        if paragraph.kind in wanted
    ]


def furniture(document: Document) -> list[str]:
    """The text of its furniture."""
    return texts(document, SegmentKind.FURNITURE)


def formatted(document: Document, formatting: Formatting) -> list[str]:
    """The words with this formatting."""
    return [document.text[span.start : span.end].strip() for span, how in document.formatting if how & formatting]


def paged(*pages: str, notes: Sequence[str] = (), more: str = "") -> Document:
    """Reads a PDF with these pages."""
    return read(write_pdf(pages, notes=notes, more=more))


def body(first: str = "The meeting", seed: int = 0) -> str:
    """A page of paragraphs after a given first one; every seed gives others."""
    words = random.Random(f"{first}{seed}").choices(WORDS, k=60)  # noqa: S311 (any words do)
    lines = [f"{' '.join(words[place : place + 6]).capitalize()}." for place in range(0, 60, 6)]
    return say_lines(72, 740, [first, *lines], step=25)


# Documents printed by LibreOffice, with known paragraphs.


def expected(name: str) -> list[str]:
    """The paragraphs of a document in the folder, as `DocumentBuilder` returns them."""
    found: list[str] = []
    for part in DOCUMENTS[name].parts:
        if isinstance(part, Par):
            found.append(f"{part.mark} {plain(part.words)}".strip())
        elif isinstance(part, Columns):
            found.extend(map(plain, part.words))
        else:
            assert isinstance(part, Table)
            for row in part.rows:
                cells = [[cell] if isinstance(cell, str) else list(cell) for cell in row if cell]
                is_row = all(len(cell) == 1 and len(cell[0]) <= 160 for cell in cells)
                found.extend(
                    ["\t".join(cell[0] for cell in cells)] if is_row else [one for cell in cells for one in cell]
                )
    return [words for words in found if words]


def undivided(words: str) -> str:
    """The words without hyphens, some of which may come from line breaks."""
    return words.replace("\xad", "").replace("-", "")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_printed_paragraphs_are_those_of_the_document(name: str) -> None:
    """A PDF printed by LibreOffice is read as the paragraphs, rows and marks of its source, hyphenation aside."""
    document = read((PDFS / f"{name}.pdf").read_bytes())
    notes = re.findall(r"\[\^(.+?)\]", " ".join(part.words for part in DOCUMENTS[name].parts if isinstance(part, Par)))
    wanted = [*expected(name), *(f"{number} {words}" for number, words in enumerate(notes, 1))]
    assert [undivided(words) for words in texts(document)] == [undivided(words) for words in wanted]


@pytest.mark.parametrize(
    ("name", "heads", "feet"),
    [
        ("committee", {"ENVIRONMENT AND CULTURE COMMITTEE - 14/09/23"}, {"Page 2 of 3", "Page 3 of 3"}),
        ("parish", {"Nether Combe Parish Council\t14 May 2024"}, {"1", "2"}),
        ("school", {"Combe Hill School", "Governing Body"}, {"(1D)", "(2D)"}),
    ],
)
def test_printed_headers_and_footers_are_furniture(name: str, heads: set[str], feet: set[str]) -> None:
    """Headers and page numbers, on two pages or three, different on the first page or on every other."""
    assert set(furniture(read((PDFS / f"{name}.pdf").read_bytes()))) == heads | feet


def test_printed_formatting() -> None:
    """Struck and underlined words are recognised by their rulings, bold ones by their font."""
    document = read((PDFS / "committee.pdf").read_bytes())
    assert formatted(document, Formatting.STRUCK) == ["the hours be reduced to eighteen"]
    assert formatted(document, Formatting.UNDERLINED) == ["the hours remain as they are"]
    assert "Present:" in formatted(document, Formatting.BOLD)
    bold = [document.text[item.span.start : item.span.end] for item in document.paragraphs if item.is_bold]
    assert "22. FLOODING IN MILL LANE" in bold


def test_printed_levels_and_pages() -> None:
    """Nested items are of the second level, the title is a heading, and page starts are recorded."""
    document = read((PDFS / "committee.pdf").read_bytes())
    levels = {document.text[item.mark.start : item.mark.end]: item.level for item in document.paragraphs if item.mark}
    assert (levels["1."], levels["(a)"], levels["•"]) == (1, 2, 2)
    title = document.paragraphs[0]
    assert (title.kind, title.level) == (SegmentKind.HEADING, 1)
    assert len(document.page_starts) == 3
    assert document.page_at(document.text.index("the petition be answered")) == 3


# Lines to paragraphs.


def test_lines_that_reach_the_edge_are_one_paragraph() -> None:
    """A line continues if the next word would not have fitted; a short line of a name is a paragraph."""
    page = say_lines(72, 700, [*LONG, "Cllr Ash", "Cllr Birch", *LONG])
    assert texts(paged(page)) == [ONE, "Cllr Ash", "Cllr Birch", ONE]


def test_a_paragraph_across_pages_is_one() -> None:
    """The second page begins within the paragraph, and the furniture of both pages follows it."""
    pages = [say_lines(72, 700, ["Minutes", *LONG[:2]]) + say(290, 30, "7")]
    pages.append(say(72, 800, "COMMITTEE 4/5/21") + say_lines(72, 740, [LONG[2], *LONG]) + say(290, 30, "8"))
    pages.append(say(72, 800, "COMMITTEE 4/5/21") + say_lines(72, 740, LONG) + say(290, 30, "9"))
    document = paged(*pages)
    assert texts(document) == ["Minutes", ONE, ONE, ONE]
    assert furniture(document) == ["7", "COMMITTEE 4/5/21", "8", "COMMITTEE 4/5/21", "9"]
    assert document.page_starts[1] == document.text.index("week before")
    assert document.page_at(document.text.index("week before") - 1) == 1


def test_an_indented_first_line_begins_a_paragraph() -> None:
    """Paragraphs without a gap between them begin at their indented first lines."""
    page = (
        say(90, 700, LONG[0])
        + say_lines(72, 686.8, LONG[1:])
        + say(90, 660.4, LONG[0])
        + say_lines(72, 647.2, LONG[1:])
    )
    assert texts(paged(page)) == [ONE, ONE]


def test_list_marks_are_set_apart_from_their_words() -> None:
    """Numbers and bullets that are set apart are list marks; a date or a number within a paragraph is not."""
    page = say(72, 700, "1.") + say_lines(100, 700, LONG)
    page += (
        say(100, 650, "\x95")
        + say(118, 650, "bread")
        + say_lines(72, 630, ["2. Typed and", "not hung", "14 June 2021"])
    )
    document = paged(page)
    marks = [document.text[item.mark.start : item.mark.end] for item in document.paragraphs if item.mark]
    assert marks == ["1.", "•"]
    assert texts(document)[:2] == [f"1. {ONE}", "• bread"]
    assert "14 June 2021" in texts(document)


def test_a_larger_font_is_a_heading() -> None:
    """Only a clearly larger font: bold lines, and lines one point larger, stay paragraphs."""
    page = say(72, 740, "Minutes", size=20) + say(72, 715, "Finance", size=14) + say(72, 700, "Accounts", font=2)
    document = paged(page + say(72, 685, "Almost", size=12) + say_lines(72, 660, LONG))
    assert [(item.kind.value, item.level) for item in document.paragraphs[:4]] == [
        ("heading", 1),
        ("heading", 2),
        ("paragraph", 0),
        ("paragraph", 0),
    ]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (
            ["the deci-", "sion of a meet-", "ing; a decision of the meeting was"],
            "the decision of a meeting; a decision of the meeting was",
        ),
        (["a decision-", "making body; decision-making is"], "a decision-making body; decision-making is"),
        (["the re-", "covery of debts"], "the re\xadcovery of debts"),
        (["in 2023-", "24 the"], "in 2023-24 the"),
        (["Mrs Smith-", "Jones was"], "Mrs Smith-Jones was"),
        (["by e-", "mail only"], "by e-mail only"),
        (["and/", "or"], "and/or"),
        (["See https://a.example/papers/", "may.pdf for it"], "See https://a.example/papers/may.pdf for it"),
        (["https://a.example/pap", "er7k for it"], "https://a.example/paper7k for it"),
        (["the plan: https://a.example", "and the plan, and"], "the plan: https://a.example and the plan, and"),
    ],
)
def test_hyphens_at_line_ends(lines: list[str], words: str) -> None:
    """A hyphen is removed or kept as the document has the word elsewhere; else it becomes a soft hyphen."""
    assert texts(paged(say_lines(72, 700, lines))) == [words]


def test_raised_letters() -> None:
    """The letters of an ordinal stay in the text; a raised number is removed if a footnote has it."""
    page = say(72, 740, "on the 20") + say(117.8, 744, "th", size=7) + say(126, 740, "of May")
    page += (
        say(72, 700, "It was paid.")
        + say(127.7, 704, "3", size=7)
        + say(134.6, 700, "So noted.")
        + say(72, 620, "Closed.")
    )
    document = paged(page + rule(72, 112, 140) + say(72, 101, "3", size=5) + say(76, 98, "Minute 12 refers.", size=8))
    assert texts(document) == ["on the 20th of May", "It was paid. So noted.", "Closed.", "3 Minute 12 refers."]
    assert document.paragraphs[-1].kind is SegmentKind.LIST_ITEM


def test_a_raised_figure_whose_note_is_elsewhere() -> None:
    """A raised number after punctuation or a word refers to a note, wherever that is printed."""
    assert texts(paged(say(72, 700, "It was paid to the staff.") + say(182.3, 704, "1", size=7))) == [
        "It was paid to the staff."
    ]


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (["10.1.", 0.3, "The roof"], "10.1. The roof"),
        (["10.1.", "The roof"], "10.1. The roof"),
        (["10.10", 0.3, "Jubilee"], "10.10 Jubilee"),
        (["10/10", 1.2, "Jubilee"], "10/10 Jubilee"),
        (["(10.1)", 1.2, "Apologies"], "(10.1) Apologies"),
        (["b)", 0.2, "The roof"], "b) The roof"),
        (["iv.", 1.2, "the roof"], "iv. the roof"),
        (["\x95", 0.3, "the roof"], "• the roof"),
        (["1.", 1.2, "5 houses"], "1. 5 houses"),
        (["Mr Ferrers", 1.2, "Chairman"], "Mr Ferrers Chairman"),
        (["18.", "11.1", tab(130), "Roof"], "18.11.1 Roof"),
        (["1.", "5 per cent"], "1.5 per cent"),
        (["a.", "m. and p.", "m."], "a.m. and p.m."),
        (["e.", "g. the roof"], "e.g. the roof"),
        (["J.", "Smith"], "J.Smith"),
        (["10", "am"], "10am"),
        (["Mc", "Donald"], "McDonald"),
        (["The sum of 1,", "234.", "56 was paid"], "The sum of 1,234.56 was paid"),
    ],
)
def test_words_drawn_as_several_objects(parts: list[str | float | Tab], words: str) -> None:
    """A number that fills its indent is parted from its words; a figure or word cut into objects is whole."""
    assert texts(paged(draw(72, 700, *parts))) == [words]


@pytest.mark.parametrize("spread", [0.0, 0.9])
def test_words_drawn_letter_by_letter(spread: float) -> None:
    """As browsers draw headings: the figures are whole, and so are words that are set wide."""
    words = "18.11.1 McDonald e.g. 2B, No.7"
    assert texts(paged(draw_letters(72, 700, words, size=14, spread=spread))) == [words]


def test_rows_at_different_heights_are_not_one_line() -> None:
    """A figure beside words half a line lower loses nothing, though PDFium takes both for one line."""
    page = draw_letters(72, 700, "18:05") + draw_letters(300, 694, "Granted") + draw_letters(72, 600, "Chair")
    assert sorted(texts(paged(page))) == ["18:05", "Chair", "Granted"]


def test_a_hyphen_is_kept_where_lines_are_not_joined() -> None:
    """A line that ends in a hyphen keeps it, if another cell or paragraph follows; drawn in one piece or by letters."""
    assert texts(paged(say(72, 700, "Cllr Ash, non-") + say(72, 640, "Members"))) == ["Cllr Ash, non-", "Members"]
    by_letters = draw_letters(72, 700, "Cllr Ash, non-") + draw_letters(72, 640, "Members")
    assert texts(paged(by_letters)) == ["Cllr Ash, non-", "Members"]


def test_a_raised_text_keeps_its_figures() -> None:
    """Small words above a line are not a reference to a note, even if they end in a number."""
    assert "Page 2" in texts(paged(say(20, 289, "the grant of", size=16) + say(20, 300, "Page 2", size=8)))[0]


def test_a_character_that_is_drawn_late() -> None:
    """A character that the file draws after its line, in another font, is read at its position."""
    page = say(72, 700, "replied that") + say(152, 700, "of the cost would be met") + say(136, 700, "\xbd", font=2)
    assert [" ".join(words.split()) for words in texts(paged(page))] == ["replied that \xbd of the cost would be met"]


def test_a_raised_figure_without_a_note_stays() -> None:
    """A square metre is not a reference."""
    assert texts(paged(say(72, 700, "a field of 10 m") + say(141.2, 704, "2", size=7))) == ["a field of 10 m2"]


def test_ligatures_and_symbols_become_plain() -> None:
    """Ligatures and bullets of symbol fonts become the characters that other formats have."""
    to_unicode = (
        "1 beginbfchar <61> <FB01> endbfchar 1 beginbfchar <62> <F0B7> endbfchar 1 beginbfchar <63> <0063> endbfchar"
    )
    cmap = f"begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange {to_unicode} endcmap"
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R >>"
    stream = f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream"
    data = write_pdf([say(72, 700, "b", 1) + say(90, 700, "ac", 1)], fonts=[font, stream])
    assert texts(read(data)) == ["• fic"]


# Columns, cells and reading order.


def test_columns_are_read_one_after_the_other() -> None:
    """Two columns of names are read in the order of the file, one after the other."""
    left, right = ["Cllr Ash", "Cllr Birch", "Cllr Elm"], ["Cllr Fenn", "Cllr Gale", "Cllr Hall"]
    page = say(72, 740, "Present") + say_lines(72, 700, left) + say_lines(300, 700, right) + say(72, 640, "It began.")
    assert texts(paged(page)) == ["Present", *left, *right, "It began."]


def test_running_text_in_two_columns_drawn_row_by_row() -> None:
    """Columns of running text are recognised in whatever order they are drawn."""
    left = [
        "The committee considered at",
        "great length all that had been",
        "recommended by the clerk and",
        "by the officers, and agreed that",
        "everything be noted at once.",
    ]
    right = [
        "Councillor Ash moved that the",
        "vote be taken by show of hands,",
        "which was agreed to by all the",
        "members who were in the room,",
        "and by the Chair, who did not",
        "take part.",
    ]
    page = "".join(
        say(72, 700 - 13 * row, one) + say(310, 700 - 13 * row, other)
        for row, (one, other) in enumerate(zip_longest(left, right, fillvalue=""))
    )
    assert texts(paged(page)) == [" ".join(left), " ".join(right)]


def test_lines_drawn_in_disorder_are_sorted_by_position() -> None:
    """A file that draws its lines in any order is read from the top down."""
    lines = [say(72, 700 - 13.2 * row, words) for row, words in enumerate([*LONG, "Cllr Ash", "Cllr Birch"])]
    random.Random(4).shuffle(lines)  # noqa: S311 (any disorder does)
    assert texts(paged("".join(lines))) == [ONE, "Cllr Ash", "Cllr Birch"]


def test_rows_and_labels() -> None:
    """Cells at one height are a row; a label and the text after its tab are one paragraph."""
    page = "".join(
        say(x, y, words)
        for y, row in ((700, ("Name", "Ward", "Present")), (686, ("Ash", "North", "yes")))
        for x, words in zip((72, 200, 300), row, strict=True)
    )
    hung = say(72, 640, "Present:") + say_lines(
        144, 640, ["Councillors Ash, Birch, Elm, Fenn, Gale, Hall, Irwin, Jones, Kent,", "and Nash."]
    )
    assert texts(paged(page + hung)) == [
        "Name\tWard\tPresent",
        "Ash\tNorth\tyes",
        "Present:\tCouncillors Ash, Birch, Elm, Fenn, Gale, Hall, Irwin, Jones, Kent, and Nash.",
    ]


def test_vertical_rulings_separate_cells() -> None:
    """The cells of a ruled table may touch."""
    page = say(72, 700, "Name") + say(107, 700, "Present") + rule(104, 690, 0.5, 25) + say_lines(72, 640, LONG)
    assert texts(paged(page))[0] == "Name\tPresent"


def test_typed_spaces_are_not_a_column_gap() -> None:
    """Two spaces after a full stop are text."""
    words = "It was so agreed.  The Chair thanked the members."
    assert " ".join(texts(paged(say(72, 700, words)))[0].split(" ")) == " ".join(words.split())


def test_a_repeated_table_head_is_furniture() -> None:
    """The head of a table that is repeated on the next page is furniture there."""

    def table(y: float, rows: int, first: int) -> str:
        cells = [("Payee", "For", "Sum"), *((f"Firm {first + n}", "Work", f"{first + n}.00") for n in range(rows))]
        return "".join(
            say(x, y - 20 * place, words)
            for place, row in enumerate(cells)
            for x, words in zip((72, 200, 400), row, strict=True)
        )  # fmt: skip

    document = paged(say(72, 780, "Payments") + table(740, 30, 0), table(780, 5, 30))
    assert texts(document).count("Payee\tFor\tSum") == 1
    assert furniture(document) == ["Payee\tFor\tSum"]


def test_a_repeated_table_head_above_the_rest_of_a_row() -> None:
    """The head is furniture although no complete row is below it."""

    def row(y: float, *cells: str) -> str:
        return "".join(say(x, y, words) for x, words in zip((57, 94, 454), cells, strict=True))

    first = say(57, 770, "Part One") + row(740, "No.", "Minute", "Action") + row(715, "1.", "Welcome", "Clerk")
    last = say(57, 690, "2.") + say_lines(94, 690, [LONG[0][:62], LONG[0][63:]]) + say(454, 690, "Chair")
    document = paged(first + last, row(760, "No.", "Minute", "Action") + say(94, 740, LONG[2]))
    assert furniture(document) == ["No.\tMinute\tAction"]
    assert texts(document).count("No.\tMinute\tAction") == 1


# Furniture, and what is not furniture.


@pytest.mark.parametrize(
    "foot", ["Page 3 of 9", "Page 1", "1", "- 1 -", "(1)", "23D", "(23D)", "A 53", "1 | P a g e", "1/2", "Tudalen 1"]
)
def test_page_numbers(foot: str) -> None:
    """A page number at the bottom, apart from the text, is furniture in the forms that councils print."""
    document = paged(
        body() + say(280, 40, foot),
        body("Another") + say(280, 40, re.sub(r"\d+", lambda n: str(int(n[0]) + 1), foot, count=1)),
    )
    assert foot in furniture(document)
    assert foot not in texts(document)


@pytest.mark.parametrize("first", ["Resolved: That the report be noted.", "12", "2023", "CAB 21", "77/21", "1 of 7"])
def test_lines_of_the_minutes_are_never_furniture(first: str) -> None:
    """A line that two pages happen to begin with, within their text, belongs to the minutes."""
    document = paged(body(first, 1), body(first, 2))
    assert furniture(document) == []
    assert texts(document).count(first) == 2


def test_a_sum_at_the_end_of_a_page_is_not_its_number() -> None:
    """A number close below the text, or beside other text, belongs to the minutes."""
    assert furniture(paged(body("A") + say(300, 475, "310.00"), body("B"))) == []
    assert furniture(paged(body("A") + say(72, 70, "Total") + say(300, 70, "12"), body("B"))) == []


def test_a_number_in_the_middle_below_two_full_pages_is_their_number() -> None:
    """On all two pages it is that of the page, close as it is; to one side, or counting on, it may be a figure."""
    pages = [say_lines(72, 760, LONG * 18), say_lines(72, 760, LONG * 18)]
    last = 760 - 13.2 * (3 * 18 - 1)
    middle = A4[0] / 2 - 3
    numbered = [page + say(middle, last - 15, str(number)) for number, page in enumerate(pages, 1)]
    assert furniture(paged(*numbered)) == ["1", "2"]
    for others in (
        [page + say(middle, last - 15, str(number)) for number, page in enumerate(pages, 3)],
        [page + say(400, last - 15, str(number)) for number, page in enumerate(pages, 1)],
        [numbered[0], pages[1]],
    ):
        assert furniture(paged(*others)) == []


def test_a_header_on_the_later_page_alone() -> None:
    """A row in the margin of the second page that repeats the title of the first is furniture."""
    title = say(72, 740, "Planning Committee", size=16) + say(72, 715, "6 September 2022") + say_lines(72, 680, LONG)
    document = paged(title, say(200, 800, "Planning Committee - 06/09/22") + body())
    assert furniture(document) == ["Planning Committee - 06/09/22"]


def test_different_headers_on_odd_and_even_pages() -> None:
    """Each header repeats on every other page."""
    pages = [say(72, 800, ("Nether Combe", "Parish Council")[number % 2]) + body("ABCD"[number]) for number in range(4)]
    assert furniture(paged(*pages)) == ["Nether Combe", "Parish Council", "Nether Combe", "Parish Council"]


def test_rows_that_differ_by_page_are_compared() -> None:
    """Rows in the margin that say something else on each page prove nothing: they may be the titles of two meetings."""
    first = say(72, 796, "Nether Combe Parish Council") + say(260, 783, "4 March 2026")
    other = say(72, 796, "Nether Combe Allotments and Gardens") + say(260, 783, "8 April 2026")
    document = paged(first + say_lines(72, 740, LONG), other + say_lines(72, 740, LONG))
    assert furniture(document) == []
    assert texts(document)[-3:] == ["Nether Combe Allotments and Gardens", "8 April 2026", ONE]


def test_a_different_footer_on_the_last_page() -> None:
    """A row at the height of the other footers, far below the minutes, is furniture; a signature is not."""
    document = paged(
        body() + say(72, 38, "NC/26/03"),
        body("B") + say(72, 38, "NC/26/03"),
        say_lines(72, 740, LONG) + say(72, 38, "NC/26/03") + say(518, 38, "3"),
    )
    assert furniture(document) == ["NC/26/03", "NC/26/03", "NC/26/03\t3"]
    assert texts(paged(body() + say(72, 38, "NC/26/03"), say_lines(72, 740, LONG) + say(72, 80, "Chairman")))[-1:] == [
        "Chairman"
    ]


# Each row of furniture proves itself.


def pages_with(*rows: str, seed: str = "sheet") -> list[str]:
    """Pages of paragraphs, each with one of these rows."""
    return [body(f"{seed} {number}", number) + row for number, row in enumerate(rows)]


@pytest.mark.parametrize(
    "words",
    [
        "Granted",
        "RESOLVED: That it be so.",
        "For 5, against 2",
        "Precept £34,000",
        "Item 12",
        "Cllr Ann Ash",
        "Present:",
    ],
)
@pytest.mark.parametrize("y", [38, 810])
def test_what_the_meeting_did_is_no_furniture(words: str, y: int) -> None:
    """A decision, a vote, a sum, an item or a name is compared, though all pages have it far from their text."""
    document = paged(*pages_with(*[say(72, y, words)] * 4))
    assert furniture(document) == []
    assert texts(document).count(words) == 4


def test_figures_that_count_no_pages_make_another_row() -> None:
    """Two rows that differ in a figure are two rows, unless it is the number of the page."""
    assert furniture(paged(*pages_with(*[say(72, 810, f"Premises licence {430 + 7 * n}") for n in range(4)]))) == []
    assert furniture(paged(*pages_with(*[say(72, 810, f"Premises licence {430 + n}") for n in range(4)]))) == []
    heads = [f"Council minutes - Page {n}" for n in range(8, 12)]
    assert furniture(paged(*pages_with(*[say(72, 810, head) for head in heads]))) == heads


def test_text_as_high_as_a_head_speaks_against_it() -> None:
    """Where one page has text at the height of a row that the others share, that height belongs to the text."""
    rows = [say(72, 60, "No objection")] * 3
    assert furniture(paged(*pages_with(*rows))) == ["No objection"] * 3
    assert furniture(paged(*pages_with(*rows[:2], say(72, 60, "One neighbour wrote")))) == []


def test_a_head_takes_no_row_with_it() -> None:
    """The row below a running head, and the row above it, stay in the body."""
    head = say(200, 810, "Nether Combe Council")
    rows = [say(72, 780, f"Grants {word}") for word in ("to the hall", "to the band", "to the school")]
    document = paged(*pages_with(*[head + row for row in rows]))
    assert furniture(document) == ["Nether Combe Council"] * 3
    assert [words for words in texts(document) if words.startswith("Grants")] == [
        f"Grants {word}" for word in ("to the hall", "to the band", "to the school")
    ]


def test_the_words_of_a_form_are_no_head() -> None:
    """A line with which every item begins, two to a page, is one of the form and not of the page."""

    def item(y: int, number: int) -> str:
        return say_lines(72, y, ["Licensing of premises", f"Holder: Firm {number}", "No one spoke"], step=26)

    assert furniture(paged(*[item(810, 2 * n) + item(400, 2 * n + 1) for n in range(4)])) == []


@pytest.mark.parametrize("head", ["06/09/22", "03/05/2023, 10:14", "01223 332554"])
def test_figures_that_recur_as_words_do(head: str) -> None:
    """A date, a time of printing or a telephone number is a running head; a number that recurs is none."""
    assert furniture(paged(*pages_with(*[say(72, 810, head)] * 3))) == [head] * 3
    assert furniture(paged(*pages_with(*[say(72, 810, "2023")] * 3))) == []


@pytest.mark.parametrize("numbers", [["1", "2", "3"], ["1\\3", "2\\3", "3\\3"], ["41", "42", "43"]])
def test_a_number_one_line_above_the_text(numbers: list[str]) -> None:
    """A number that counts with the pages needs no gap after it."""
    pages = [say(500, 772, number) + say_lines(72, 758, LONG) for number in numbers]
    assert furniture(paged(*pages)) == numbers


def test_a_lone_number_must_count_with_the_pages() -> None:
    """A number in the margin that is not that of its page belongs to the minutes."""
    assert furniture(paged(body("A") + say(300, 40, "17"), body("B") + say(300, 40, "5"))) == []
    assert furniture(paged(body("A") + say(300, 40, "1"))) == ["1"]


def test_the_first_rows_of_one_page_are_its_title() -> None:
    """A title in the margin of the only page, or of the first, is compared."""
    title = say(200, 800, "Planning Committee - 6 September 2022")
    assert furniture(paged(title + say_lines(72, 750, LONG))) == []
    assert furniture(paged(title + body("A"), body("B"), body("C"))) == []


def test_a_row_of_data_is_no_table_head() -> None:
    """A row that two parts of a table begin with is its head only if it names columns."""

    def table(y: float, *rows: tuple[str, str]) -> str:
        return "".join(
            say(x, y - 20 * place, words)
            for place, row in enumerate(rows)
            for x, words in zip((72, 300), row, strict=True)
        )

    rows = [(f"Firm {number}", f"{number}.50") for number in range(30)]
    for first in (("Decision", "Granted"), ("Balance", "12.00"), ("Cllr Ash", "Chair")):
        document = paged(say(72, 780, "Payments") + table(740, first, *rows), table(780, first, *rows[:4]))
        assert furniture(document) == []
        assert texts(document).count("\t".join(first)) == 2


@pytest.mark.parametrize("leader", ["....................", "____________________"])
@pytest.mark.parametrize("date", ["", "Date"])
@pytest.mark.parametrize("heights", [(140, 200), (300, 120)])
def test_a_place_to_sign_swallows_nothing(leader: str, date: str, heights: tuple[int, int]) -> None:
    """What stands at the head of the page after a place to sign is a paragraph of that page."""

    def to_sign(y: int) -> str:
        pieces = say(72, y, f"Signed {leader}") + say(280, y, "Chairman")
        return pieces + (say(400, y, f"{date} {leader}") if date else "")

    first = body("A").replace("Td (A)", "Td (Grants)") + to_sign(heights[0])
    second = say(72, 780, "22.09.06 Correspondence") + say_lines(72, 740, LONG) + to_sign(heights[1])
    document = paged(first, second)
    assert "22.09.06 Correspondence" in texts(document)
    assert document.text.index("22.09.06") >= document.page_starts[1]


def test_bodies_without_headers_keep_their_first_rows() -> None:
    """A heading at the top of each page, as far above the text as any paragraph, is not furniture."""
    pages = [say(72, 760, words) + body(words) for words in ("Apologies", "Grants", "Trees")]
    assert furniture(paged(*pages)) == []


def test_the_file_itself_marks_furniture() -> None:
    """Text that the file marks as an artifact is furniture, even on a single page."""
    head = f"/Artifact <</Type /Pagination>> BDC {say(72, 800, 'Draft, not approved')} EMC\n"
    assert furniture(paged(head + body())) == ["Draft, not approved"]


def test_a_watermark_is_furniture() -> None:
    """DRAFT in large rotated letters belongs to no paragraph."""
    turned = say_turned(150, 300, "DRAFT", 90, "0.7 0.7 -0.7 0.7")
    document = paged(say_lines(72, 700, LONG[:1]) + turned + say_lines(72, 686.8, LONG[1:]))
    assert (texts(document), furniture(document)) == ([ONE], ["DRAFT"])


def test_rotated_pages_read_from_left_to_right() -> None:
    """A landscape page may draw its text upwards or downwards."""
    up = "".join(say_turned(100 + 13.2 * row, 72, words) for row, words in enumerate(LONG))
    down = "".join(say_turned(500 - 13.2 * row, 770, words, matrix="0 -1 1 0") for row, words in enumerate(LONG))
    assert texts(paged(up, more="/Rotate 90")) == [ONE]
    assert texts(paged(down, more="/Rotate 270")) == [ONE]


# Formatting that is drawn.


def test_rulings_under_and_through_words() -> None:
    """A ruling from the edge of a word to the edge of a word formats it; the side of a cell does not."""
    page = say(72, 700, "a grant") + say(110, 700, "of 400") + say(145, 700, "pounds") + say(72, 660, "cell")
    page += rule(110, 698.6, 30.6) + rule(145, 703, 35.5) + rule(66, 657.5, 100)
    document = paged(page)
    assert formatted(document, Formatting.UNDERLINED) == ["of 400"]
    assert formatted(document, Formatting.STRUCK) == ["pounds"]


# What is left out, and what is refused.


def test_what_is_left_out_is_reported() -> None:
    """Pictures and comments are counted, comments with their authors; the values of form fields are read."""
    page = picture(72, 720, 80, 60) + say(72, 700, "Name of the clerk:") + say(72, 680, "Date:")
    notes = [field("A. Ash", (180, 697, 300, 712)), comment("Is it?", "B. Head"), comment("It is.", "A. Clerk")]
    document = paged(page, notes=notes)
    assert texts(document) == ["Name of the clerk:\tA. Ash", "Date:"]
    assert document.left_out == (
        ("1 picture", "they are not part of the text"),
        ("2 comments by A. Clerk and B. Head", "they are not part of the text"),
    )


@pytest.mark.parametrize(("height", "is_doubtful"), [(120, False), (420, True)])
def test_a_large_picture_could_say_something(height: int, is_doubtful: bool) -> None:  # noqa: FBT001 (pytest)
    """A picture of a third of a page may be a scanned table; a letter head is none."""
    document = paged(picture(40, 60, 500, height) + say_lines(72, 760, LONG * 3))
    assert ("a large picture on page 1", Doubt.UNREAD) in document.doubts or not is_doubtful
    assert bool(document.doubts) is is_doubtful


def test_check_boxes_are_signs() -> None:
    """A check box is ☒ or ☐ before its label: "Yes" and "Off" name its state. A button without a value says nothing."""
    page = say_lines(90, 700, ["For", "Against"], step=20)
    notes = [
        f"<< /Type /Annot /Subtype /Widget /FT /Btn /T ({name}) /V /{state} /AS /{state} /Rect [70 {y} 82 {y + 12}] >>"
        for name, state, y in (("a", "Yes", 698), ("b", "Off", 678))
    ]
    notes.append(
        "<< /Type /Annot /Subtype /Widget /FT /Btn /Ff 65536 /T (c) /Rect [70 600 90 612] /MK << /CA (Send) >> >>"
    )
    assert "\n".join(texts(paged(page, notes=notes))).split() == ["☒", "For", "☐", "Against"]


@pytest.mark.parametrize(
    "hidden",
    [
        "1 g " + say(72, 600, "The motion was lost.") + "0 g ",
        say(72, 600, "The motion was lost.").replace("BT", "BT 3 Tr").replace("ET", "0 Tr ET"),
        say(640, 600, "The motion was lost."),
        say(72, 600, "The") + "1 g " + say(96, 600, "motion was lost.") + "0 g ",
    ],
)
def test_words_that_nobody_sees_are_left_out(hidden: str) -> None:
    """White words, invisible ones and words beside the page are named, and could matter."""
    document = paged(body() + hidden)
    assert "lost" not in document.text
    (left_out,) = document.left_out
    assert "nobody sees" in left_out[0]
    assert "motion was lost." in left_out[0]
    assert document.doubts == ((left_out[0], Doubt.UNFINISHED),)


def test_white_words_on_a_colour_are_read() -> None:
    """White words on a dark bar, and on a thick stroke, are read by everybody."""
    bar = rule(60, 596, 300, 16) + "20 w 60 560 m 360 560 l S "
    page = bar + "1 g " + say(72, 600, "Item 7") + say(72, 556, "Item 8") + "0 g " + body()
    document = paged(page)
    assert texts(document).count("Item 7") == 1
    assert texts(document).count("Item 8") == 1
    assert document.left_out == ()


def _letter(x: float, y: float, size: float) -> str:
    """A large letter "D" as a filled outline."""
    return (
        f"{x} {y} m {x} {y + size} l {x + size / 2} {y + size} l "
        f"{x + size} {y + size} {x + size} {y} {x + size / 2} {y} c h "
        f"{x + 8} {y + 8} m {x + 8} {y + size - 8} l {x + size / 2} {y + size - 8} l {x + size / 2} {y + 8} l h f* "
    )


def test_a_watermark_of_outlines_is_named() -> None:
    """Large letters drawn across a page strike nothing through, part no cells, and could say "draft"."""
    stamp = "0.8 g " + "".join(_letter(72 + 60 * place, 300 + 60 * place, 90) for place in range(6)) + "0 g "
    words = say_lines(72, 700, LONG * 10)
    document = paged(stamp + words)
    assert texts(document) == texts(paged(words))
    assert not formatted(document, Formatting.STRUCK)
    assert [what for what, _ in document.left_out] == ["a large drawing across page 1 (a stamp or watermark?)"]
    assert [doubt for _, doubt in document.doubts] == [Doubt.UNFINISHED]


@pytest.mark.parametrize(
    "drawing", [_letter(500, 770, 30), "30 30 535 782 re S ", rule(72, 400, 400) + rule(72, 300, 400)]
)
def test_logos_and_frames_are_no_watermark(drawing: str) -> None:
    """A small drawing, a frame around the page and rules are nothing to ask about."""
    assert paged(drawing + say_lines(72, 700, LONG * 10)).left_out == ()


def test_shown_tracked_changes_are_named() -> None:
    """Numbers such as "[2.]" and "2.[4.]" are those of a list printed with its tracked changes; a reference is none."""
    listed = [("1.", "the slip;"), ("[2.]", "the lamp;"), ("2.[3.]", "the board.")]
    page = "".join(
        say(72, 700 - 20 * place, mark) + say(110, 700 - 20 * place, words)
        for place, (mark, words) in enumerate(listed)
    )
    document = paged(page)
    assert [what for what, _ in document.left_out] == ["tracked changes that the PDF shows as text"]
    assert [doubt for _, doubt in document.doubts] == [Doubt.UNFINISHED]
    assert paged(say(72, 700, "The report [2.] was noted.")).left_out == ()


@pytest.mark.parametrize("every", [1, 5])
@pytest.mark.parametrize("is_before", [True, False])
def test_numbers_of_lines_are_left_out(every: int, *, is_before: bool) -> None:
    """The numbers beside all lines, or each fifth, are no text; drawn before their lines or after all of them."""
    rows = list(LONG * 6)
    words = [say(72, 740 - 16 * place, row) for place, row in enumerate(rows)]
    numbers = [
        say(52 - width(str(place + 1), 8), 740 - 16 * place, str(place + 1), size=8) if not (place + 1) % every else ""
        for place in range(len(rows))
    ]
    drawn = "".join(map("".join, zip(numbers, words, strict=True))) if is_before else "".join(words + numbers)
    document = paged(drawn)
    assert texts(document) == texts(paged("".join(words)))
    assert document.left_out == ((f"{18 // every} line numbers in the margin", "they are not part of the text"),)


def _numbered(rows: list[tuple[float, str]], first: int = 1, shift: float = 0) -> str:
    """Rows of words at places from the left, each with the number of its line in the margin; a tab is 36 wide."""
    drawn = ""
    for place, (left, words) in enumerate(rows):
        number, y = str(first + place), 760 - 16 * place
        drawn += say(52 + shift - width(number, 8), y, number, size=8)
        drawn += "".join(say(left + shift + 36 * tab, y, part) for tab, part in enumerate(words.split("\t")))
    return drawn


def test_a_page_whose_lines_prove_nothing_has_line_numbers_as_the_others() -> None:
    """The document shows what its numbers are: on a last page of a heading and a line, where margins are mirrored."""
    running = [(72.0, row) for row in LONG * 4]
    for shift in (0, 40):
        numbered = paged(_numbered(running), _numbered([(72, "AGREED"), (72, "To close.")], 13, shift))
        plain_pages = [
            "".join(say(left, 760 - 16 * place, words) for place, (left, words) in enumerate(rows))
            for rows in (running, [(72.0 + shift, "AGREED"), (72.0 + shift, "To close.")])
        ]
        assert texts(numbered) == texts(paged(*plain_pages))
        assert numbered.left_out[0][0] == "14 line numbers in the margin"


def test_marks_behind_line_numbers_are_marks() -> None:
    """What follows a line number is read as if there were none: "3 | 4. | Finance" is item 4."""
    listed = ["4.\tFinance: the Clerk had paid.", "(ii)\tRoads: none was closed."]
    document = paged(_numbered([(72, row) for row in [*LONG, *listed, *LONG * 2]]))
    marks = [document.text[item.mark.start : item.mark.end] for item in document.paragraphs if item.mark]
    assert marks == ["4.", "(ii)"]


def test_a_title_and_a_table_can_have_line_numbers() -> None:
    """A list does not begin with the two lines of a title: these count lines, though none goes on with a sentence."""
    title = [((A4[0] - width(words, 11)) / 2, words) for words in ("Governing Board", "Meeting of 3 February 2026")]
    document = paged(_numbered([*title, (72, "PART ONE"), (72, "Present: Mrs Ash"), (72, "Apologies: none")]))
    assert document.left_out[0][0] == "5 line numbers in the margin"
    lined = [(72.0, words) for words in ("Governing Board", "Meeting", "PART ONE", "Present: Mrs Ash", "Apologies")]
    assert paged(_numbered(lined)).left_out == ()


def test_numbers_of_items_are_no_line_numbers() -> None:
    """A number in the margin beside each paragraph, or each line of a list, is the number of an item."""
    items = "".join(say(40, 740 - 48 * n, str(n + 1)) + say_lines(72, 740 - 48 * n, LONG) for n in range(6))
    titles = ("Apologies", "Minutes", "Finance", "Roads", "Trees", "Dates")
    listed = "".join(say(40, 740 - 16 * n, str(n + 1)) + say(72, 740 - 16 * n, words) for n, words in enumerate(titles))
    for page in (items, listed):
        document = paged(page)
        assert document.left_out == ()
        assert {"1", "6"} <= set(" ".join(document.text.split()).split())


SCAN = picture(0, 0, *A4)


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        ([SCAN], "page 1 is a picture of text"),
        ([SCAN] * 3, "all 3 pages are pictures of text"),
        ([body(), SCAN + say(290, 30, "2"), body(), *[SCAN] * 3], "pages 2 and 4-6 are pictures of text"),
        ([say(72, 700, "\x01\x02\x03\x04\x05")], "page 1 are stored without saying"),
    ],
)
def test_pages_that_cannot_be_read_are_refused(pages: list[str], words: str) -> None:
    """A scan, and characters without a Unicode mapping, are refused by page, with a remedy."""
    with pytest.raises(UnreadableError, match=words) as caught:
        paged(*pages)
    assert "ocrmypdf" in caught.value.remedy


def test_blank_pages_and_ocr_text_are_read() -> None:
    """OCR text over a scan is read, whatever font sizes it has."""
    words = "".join(
        f"BT 3 Tr /F1 {size} Tf {104 - 4 * (size - 11)} Tz 1 0 0 1 72 {700 - 13.2 * row} Tm ({line}) Tj ET\n"
        for row, (size, line) in enumerate(zip((11, 12, 10), LONG, strict=True))
    )
    document = paged("", SCAN + words, "")
    assert texts(document) == [ONE]
    assert len(document.page_starts) == 3


def test_an_empty_document_is_refused() -> None:
    """A document of blank pages has no minutes."""
    with pytest.raises(UnreadableError, match="empty"):
        paged("", "")


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document with more pages than a year of a council's minutes is refused."""
    monkeypatch.setattr(page_reader, "MOST_PAGES", 3)
    with pytest.raises(TooLargeError, match="4 pages, more than 3"):
        paged(*["x"] * 4)


# The worker process.


def write(folder: Path, data: bytes) -> str:
    """A file with these bytes."""
    path = folder / "minutes.pdf"
    path.write_bytes(data)
    return str(path)


def test_the_worker_reads_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker ignores modules in the current folder, whatever their names."""
    data = (PDFS / "committee.pdf").read_bytes()
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert read_document(write(tmp_path, data)).text == read(data).text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ((PDFS / "committee.pdf").read_bytes()[:20_000], "damaged or was cut off"),
        ((PDFS / "encrypted.pdf").read_bytes(), "encrypted"),
        (b"%PDF-1.4\nnothing\n%%EOF", "the file is damaged"),
        (write_pdf([]), "no pages"),
    ],
)
def test_files_that_cannot_be_opened(tmp_path: Path, data: bytes, words: str) -> None:
    """Each has a clear error."""
    with pytest.raises(UnreadableError, match=words):
        read_document(write(tmp_path, data))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound the memory of a process")
def test_a_file_that_unpacks_to_a_gigabyte_is_refused(tmp_path: Path) -> None:
    """The worker fails at its memory limit, and the error says so."""
    with pytest.raises(UnreadableError, match="bounds of memory and time"):
        read_document(write(tmp_path, (PDFS / "bomb.pdf").read_bytes()))


def test_a_file_that_takes_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A time-out is an error on every system, and the process that reads the file is killed."""
    monkeypatch.setattr(reader, "_LONGEST_WAIT", 0.2)
    monkeypatch.setattr(reader, "_PROGRAM", "import time; time.sleep(60)")
    path = write(tmp_path, (PDFS / "committee.pdf").read_bytes())
    with pytest.raises(UnreadableError, match="bounds of memory and time"):
        read_document(path)
    assert main([path, path]) == 2


class FakeLimits(ModuleType):
    """The module `resource` of another system, which refuses some limits."""

    RLIM_INFINITY = -1
    RLIMIT_DATA, RLIMIT_CPU, RLIMIT_CORE = "data", "cpu", "core"

    def __init__(self, *refused: str) -> None:
        super().__init__("resource")
        self.refused = refused
        self.set: dict[str, tuple[int, int]] = {}

    def getrlimit(self, kind: str) -> tuple[int, int]:
        """No limits so far."""
        del kind
        return self.RLIM_INFINITY, self.RLIM_INFINITY

    def setrlimit(self, kind: str, limits: tuple[int, int]) -> None:
        """What Python raises where the system says EINVAL."""
        if kind in self.refused:
            raise ValueError("current limit exceeds maximum limit")
        self.set[kind] = limits


@pytest.mark.parametrize(
    ("platform", "limits", "is_limited"),
    [
        ("linux", FakeLimits(), True),
        ("linux", FakeLimits("data"), False),
        ("darwin", FakeLimits("data"), False),
        ("darwin", FakeLimits(), False),
        ("win32", None, False),
    ],
)
def test_memory_is_limited_where_the_system_enforces_it(
    platform: str, limits: FakeLimits | None, *, is_limited: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Linux does; macOS refuses or ignores the limit; Windows has none. Processor time is limited where possible."""
    monkeypatch.setitem(sys.modules, "resource", limits)
    monkeypatch.setattr(sys, "platform", platform)
    assert worker.limit_resources(1_000) is is_limited
    if limits is not None:
        assert limits.set["cpu"] == (90, -1)


def test_reading_without_a_memory_limit_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The text is the same, and the report says that memory was not limited."""
    start = reader._PROGRAM.replace("from compare.read.pdf.worker import work; work()", "")
    monkeypatch.setattr(
        reader,
        "_PROGRAM",
        f"{start}from compare.read.pdf import worker; worker.limit_resources = lambda size: False; worker.work()",
    )
    data = (PDFS / "committee.pdf").read_bytes()
    document = read_document(write(tmp_path, data))
    assert document.text == read(data).text
    assert document.left_out[-1] == (
        "nothing is missing, but memory was not limited while reading it",
        "this system enforces no such limit",
    )


def test_a_bug_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """An uncaught exception of the worker is not blamed on the file."""
    monkeypatch.setattr(reader, "_PROGRAM", "raise KeyError('ours')")
    with pytest.raises(RuntimeError, match="KeyError: 'ours'"):
        reader.fill_from_pdf(b"%PDF-1.4", DocumentBuilder("x.pdf"), Tracked.ACCEPT)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(20, 500),
            st.integers(1, 41).map(lambda row: 20 * row),
            st.sampled_from(["Ash", "1.", "the grant of", "Page 2", "\x95", "re-"]),
            st.sampled_from([8, 11, 16]),
        ),
        min_size=1,
        max_size=25,
        unique_by=lambda found: (found[0] // 90, found[1] // 20),
    )
)  # fmt: skip
@pytest.mark.slow
def test_no_word_is_lost(places: list[tuple[int, int, str, int]]) -> None:
    """Wherever words stand, all are read, once; a figure close above a line could be the mark of a footnote."""
    pages = "".join(say(x, y, words, size=size) for x, y, words, size in places)
    letters = Counter(
        "".join(words for _, _, words, _ in places).replace("\x95", "•").replace("-", "").replace(" ", "")
    )
    document = paged(pages)
    found = Counter(re.sub(r"[\s\-\xad]", "", document.text))
    assert found == letters
