"""The layout of a PDF's pages: lists whose marks are typed, rows whose cells are centred, columns over pages."""

from __future__ import annotations

import json

import pytest
from pdfs.tiny import say, say_lines, write_pdf

from compare.read.common.document_builder import DocumentBuilder
from compare.read.pdf import reader
from compare.read.pdf.worker import read_pdf

STEP = 13.2
PROSE = [
    "The Chair welcomed the members, who had been asked to come in good time, and asked the",
    "clerk to read the minutes of the last meeting, which had been sent out with the agenda a",
    "week before and were now laid on the table for the members who had come without their",
    "papers, of whom there were more than the clerk had thought when the agenda was written.",
]


def _paragraphs(pages: list[str]) -> list[str]:
    builder = DocumentBuilder("minutes.pdf")
    data = write_pdf(pages)
    reader.fill_from_reply(json.loads(json.dumps(read_pdf(data))), builder)
    document = builder.build(name="minutes.pdf", data=data, kind="pdf")
    return [document.text[one.span.start : one.span.end] for one in document.paragraphs]


@pytest.mark.parametrize(
    "marks", [("i)", "ii)", "iii)"), ("a)", "b)", "c)"), ("(a)", "(b)", "(c)"), ("1.", "2.", "3.")]
)
@pytest.mark.parametrize("indent", [-20, 0, 20], ids=["less", "same", "more"])
@pytest.mark.parametrize("ending", [";", ""], ids=["stops", "no stops"])
def test_typed_marks_at_the_head_of_lines_begin_items(marks: tuple[str, ...], indent: int, ending: str) -> None:
    """Items of one line are items wherever they stand, below a paragraph that they follow without a gap."""
    items = [
        f"{mark} the {word} be noted{ending}" for mark, word in zip(marks, ("report", "fee", "lease"), strict=True)
    ]
    content, y = "", 760.0
    for _ in range(4):
        content += say_lines(92, y, [*PROSE, "It was resolved that"], STEP)
        content += say_lines(92 + indent, y - 5 * STEP, items, STEP)
        y -= 8 * STEP
    found = _paragraphs([content])
    assert [words for words in found if words in items] == items * 4
    assert [words for words in found if words not in items] == [" ".join([*PROSE, "It was resolved that"])] * 4


@pytest.mark.parametrize(
    ("end", "head"),
    [("due for renewal since 31 July", "2024. The tenant"), ("the number of votes for it was", "12. The number")],
)
def test_a_number_that_a_line_end_brought_to_the_head_is_no_mark(end: str, head: str) -> None:
    """Where no list stands, a number at the head of a line belongs to the sentence above."""
    first = "It was noted by the members of the committee that the lease was " + end
    lines = [first, f"{head} was told of it and would come to the next meeting of the committee.", "More was not said."]
    found = _paragraphs([say_lines(72, 760, PROSE) + say_lines(72, 660, lines)])
    assert any(f"{end} {head}" in words for words in found)


def test_a_list_goes_on_below_full_lines() -> None:
    """A line that begins with the next mark at the same edge is an item, though the line above is full and open."""
    items = [
        "i) that the report be noted and sent to all of those who had asked for it at the last meeting",
        "ii) that the fee be paid",
        "iii) that the lease be signed",
    ]
    found = _paragraphs([say_lines(72, 760, PROSE) + say_lines(72, 760 - 4 * STEP, items)])
    assert found[-3:] == items


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_cells_centred_in_the_height_of_a_row(count: int) -> None:
    """In a table without lines, the lines of a cell above the middle of the row belong to the row."""
    content, y = "", 760.0
    rows = []
    for row in range(6):
        number = count if row % 2 else 2
        lines = [
            f"{word} by the clerk and members of part {row},"
            for word in ("Report", "as asked", "as said", "as told", "as laid")
        ][:number]
        middle = y - (number - 1) / 2 * STEP
        content += say_lines(72, y, lines) + say(310, middle, "Clerk") + say(420, middle, f"{row + 1} July 2024")
        rows.append(f"{' '.join(lines)} Clerk {row + 1} July 2024")
        y -= number * STEP
    assert " ".join(" ".join(_paragraphs([content])).split()) == " ".join(rows)


def test_one_row_of_centred_cells() -> None:
    """Cells of two lines, one and five with one middle are a row; what stands above two columns is no cell of them."""
    comment = [
        "Complete, in a programme of",
        "18 weeks; the firm has used",
        "slates again, as the officer",
        "wishes,",
        "and",
    ]
    row = say_lines(72, 700 - 1.5 * STEP, ["Combe Heritage", "Roofing"]) + say(250, 700 - 2 * STEP, "1,200 pounds")
    row += say_lines(340, 700, comment)
    elements = json.loads(json.dumps(read_pdf(write_pdf([row]))))["elements"]
    first, second, _ = next(element[1] for element in elements if element[0] == "row")
    assert [words for _, [[words, _]], *_ in first + second] == ["Combe Heritage", "Roofing", "1,200 pounds"]
    names = say_lines(72, 560, ["Present at the meeting:", "Cllr Ash", "Cllr Birch", "Cllr Fenn"])
    others = say_lines(340, 560 - STEP, ["Also present:", "The Clerk"])
    assert "Present at the meeting:" in _paragraphs([row + names + others])


@pytest.mark.parametrize("figure", ["12.", "14)", "400."])
def test_a_figure_at_the_head_of_a_line_ends_a_sentence(figure: str) -> None:
    """On a page too short to show its right edge, no list has the number and the line above was as full as this one."""
    head = "The clerk reported that the number of those who had been asked was"
    lines = [head, f"{figure} Those who had not been asked were not counted among", "them."]
    assert " ".join(lines) in _paragraphs([say_lines(72, 700, lines)])
    next_one = f"{int(figure[:-1]) + 1}{figure[-1]} Roads"
    for above, others in (("Minutes", []), (head, [next_one]), (head + " left.", [])):
        listed = say_lines(72, 700, [above, *lines[1:]]) + say_lines(72, 600, others)
        assert " ".join(lines[1:]) in _paragraphs([listed])


def test_two_words_that_no_line_parts() -> None:
    """After a comma, a full line goes on with a short word that would have fitted without the one after it."""
    full = "Present: the Chair, the Mayor, Councillors Ashworth, Birchall, Cresswell, Dunmore, Elder,"
    lines = [full, "Ó Briain-Featherstone and Fenn, and the clerk."]
    assert " ".join(lines) in _paragraphs([say_lines(72, 760, PROSE) + say_lines(72, 690, lines)])
    lines = [full[:-1], "Ó Briain-Featherstone and Fenn, and the clerk."]
    assert lines[0] in _paragraphs([say_lines(72, 760, PROSE) + say_lines(72, 690, lines)])


def test_a_table_head_is_repeated_over_rows_with_an_empty_cell() -> None:
    """A row of a number and its words stands in the table, and the row that the page cuts goes on below the head."""
    head = [say(x, 760, words) for x, words in ((72, "No."), (110, "Minute"), (450, "Action"))]
    first = say(72, 740, "1.") + say(110, 740, "Welcome") + say(72, 720, "2.") + say(110, 720, "Budget")
    first += say(110, 706.8, "The sum of £300 was more than had been planned for the") + say(450, 720, "PG")
    second = say(110, 740, "year.") + say(72, 720, "3.") + say(110, 720, "Roads") + say(450, 720, "Clerk")
    title = say(72, 800, "Nether Combe Board", size=16)
    found = _paragraphs([title + "".join(head) + first, "".join(head) + second])
    assert found.count("No.\tMinute\tAction") == 2
    assert " ".join(" ".join(found).split()).count("planned for the year. PG") == 1


@pytest.mark.parametrize("cut", ["http://", "https://", "https://www.", "www."])
def test_an_address_goes_on_after_its_beginning(cut: str) -> None:
    """No blank comes between the beginning of a web address and its rest on the next line."""
    head = "The plans may be read by all who wish to do so at the hall and at " + cut
    found = _paragraphs([say_lines(72, 700, [*PROSE, head, "combe.example/plans, as before."])])
    assert any(cut + "combe.example/plans, as before." in words for words in found)


def test_columns_go_on_over_pages() -> None:
    """Columns of running text are read one after the other; what a column or a page ends in goes on in the next."""
    words = [f"word{number:03}" if number % 9 else f"Word{number:03}" for number in range(1, 361)]
    lines = [" ".join(words[at : at + 3]) for at in range(0, len(words), 3)]
    pages = []
    for page in range(2):
        mine = lines[page * 60 : page * 60 + 60]
        pages.append("".join(say_lines(x, 760, mine[at : at + 20]) for x, at in ((72, 0), (232, 20), (392, 40))))
    assert " ".join(" ".join(_paragraphs(pages)).split()) == " ".join(words)
    assert len(_paragraphs(pages)) == 1
