"""Minutes that are a table: No. | Minute | Action. A number alone in a cell counts the items, as a numbered line does.

| 4 | Playground: the swings had been mended. | Clerk |       item 4, whatever the format of the table
"""

from __future__ import annotations

import re
from html import escape
from itertools import permutations

import pytest
from pdfs.drawn import compared, found, minutes_of, swapped
from written import opendocument as odt
from written import rich_text as rtf

from compare.values import Minutes, Severity
from tests import test_read_docx as word

FRONT = ("SKELDALE PARISH COUNCIL", "Minutes of the meeting held on Monday 6 November 2023")
HEAD = ("No.", "Minute", "Action")
ROWS = (
    ("Playground", "The swings had been mended, and the slide would be replaced in the spring.", "Clerk"),
    ("Allotments", "Two plots were vacant. The rents would stay as they were.", "Cllr Metcalfe"),
    ("Footpaths", "The stile on the way to the mill was broken.", "Cllr Alderson"),
    ("Finance", "RESOLVED: That the payments of £412.60 be approved.", "Clerk"),
)
END = "The meeting closed at 9.05 pm."
Rows = list[tuple[str, str, str]]


def rows(first: int = 1, *, without: str = "", label: str = "#", separate: bool = False) -> Rows:
    """The rows that are kept, numbered from `first`; the title stands before the words, or on a line of its own."""
    kept = [row for row in ROWS if row[0] != without]
    return [
        (label.replace("#", str(number)), f"{title}\n{words}" if separate else f"{title}: {words}", action)
        for number, (title, words, action) in enumerate(kept, first)
    ]


def in_word(table: Rows) -> bytes:
    """A Word file; each line of a cell is a paragraph."""
    cells = [["".join(map(word.para, cell.split("\n"))) for cell in row] for row in (HEAD, *table)]
    return word.pack("".join(map(word.para, FRONT)) + word.table(*cells) + word.para(END))


def counted_in_word(table: Rows) -> bytes:
    """A Word file whose numbers are counted in their cells."""
    first = int(re.findall(r"\d+", table[0][0])[-1])
    before, _, after = table[0][0].rpartition(str(first))
    level = word.level(0, f"{before}%1{after}", start=first)
    cells = [list(map(word.para, HEAD))]
    cells += [[word.item(""), *("".join(map(word.para, cell.split("\n"))) for cell in row[1:])] for row in table]
    body = "".join(map(word.para, FRONT)) + word.table(*cells) + word.para(END)
    return word.pack(body, numbering=word.definition(0, level) + word.listed(1))


def in_writer(table: Rows) -> bytes:
    """An OpenDocument text."""
    cells = [tuple("".join(map(odt.p, cell.split("\n"))) for cell in row) for row in (HEAD, *table)]
    return odt.flat(*map(odt.p, FRONT), odt.table(*cells), odt.p(END))


def in_rich_text(table: Rows) -> bytes:
    """A Rich Text file."""
    made = [rtf.row(*("\\par ".join(map(rtf.escaped, cell.split("\n"))) for cell in row)) for row in (HEAD, *table)]
    return rtf.rich(*map(rtf.escaped, FRONT), *made, rtf.escaped(END))


def _html_cell(cell: str, name: str = "td") -> str:
    inner = "".join(f"<p>{escape(line)}</p>" for line in cell.split("\n")) if "\n" in cell else escape(cell)
    return f"<{name}>{inner}</{name}>"


def _html_table(table: Rows) -> str:
    head = "".join(_html_cell(cell, "th") for cell in HEAD)
    body = "\n".join(f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in table)
    return f"<table>\n<tr>{head}</tr>\n{body}\n</table>"


def in_web_page(table: Rows) -> bytes:
    """A web page."""
    front = f"<h1>{FRONT[0]}</h1><p>{FRONT[1]}</p>"
    main = f"<main>{front}{_html_table(table)}<p>{END}</p></main>"
    return f"<!DOCTYPE html><html><head><title>{FRONT[0]}</title></head><body>{main}</body></html>".encode()


def in_markdown(table: Rows) -> bytes:
    """Markdown with a table of strokes."""
    made = [HEAD, ("---", "---", "---"), *table]
    lines = "\n".join("| " + " | ".join(cell.replace("\n", "<br>") for cell in row) + " |" for row in made)
    return f"# {FRONT[0]}\n\n{FRONT[1]}\n\n{lines}\n\n{END}\n".encode()


def in_raw_markdown(table: Rows) -> bytes:
    """Markdown with a table in the markup of web pages."""
    return f"# {FRONT[0]}\n\n{FRONT[1]}\n\n{_html_table(table)}\n\n{END}\n".encode()


def in_text(table: Rows) -> bytes:
    """A text with tabs between the cells."""
    lines = ["\t".join(cell.replace("\n", " ") for cell in row) for row in (HEAD, *table)]
    return "\n".join([FRONT[0], "", FRONT[1], "", *lines, "", END, ""]).encode()


WRITERS = {
    write.__name__: write
    for write in (in_word, counted_in_word, in_writer, in_rich_text, in_web_page, in_markdown, in_text)
}


def read(name: str, table: Rows) -> Minutes:
    """The minutes of a table in a format."""
    return minutes_of(
        {**WRITERS, "in_raw_markdown": in_raw_markdown}[name](table), "minutes.md" if "markdown" in name else "minutes"
    )


LABELS = ("#", "#.", "23/#")
by_format = pytest.mark.parametrize("name", WRITERS)


def in_lines(table: Rows) -> Minutes:
    """A text whose items are numbered lines."""
    return minutes_of("\n\n".join([*FRONT, *(f"{number}. {cell}" for number, cell, _ in table), END]).encode())


def findings(draft: Minutes, final: Minutes) -> list[tuple[str, str]]:
    """Severity and rule of what is found; the exchanged pair says the same."""
    there, back = found(compared(draft, final)), found(compared(final, draft))
    assert sorted(swapped(back)) == sorted(there)
    return [(one.severity, one.rule) for one in there]


@by_format
@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("first", [1, 14])
def test_a_row_that_counts_is_an_item(name: str, label: str, first: int) -> None:
    """Each row with a number alone in its first cell is an item of the minutes."""
    minutes = read(name, rows(first, label=label))
    numbers = [item.number for item in minutes.outline.items]
    assert numbers == [label.replace("#", str(number)).rstrip(".") for number in range(first, first + len(ROWS))]


@by_format
def test_the_title_of_a_row_is_a_line_of_its_own(name: str) -> None:
    """A row whose title stands on a line above its words is an item too."""
    minutes = read(name, rows(separate=True))
    assert [item.number for item in minutes.outline.items] == ["1", "2", "3", "4"]


@pytest.mark.slow
@pytest.mark.parametrize(("draft", "final"), list(permutations(WRITERS, 2)))
def test_one_table_is_the_same_in_every_format(draft: str, final: str) -> None:
    """The same table in two formats has no finding, with its titles in their lines or above them."""
    for table in (rows(), rows(separate=True), rows(7, label="#.")):
        assert found(compared(read(draft, table), read(final, table))) == []


@by_format
def test_a_row_that_is_gone_is_one_finding(name: str) -> None:
    """A row lost from the middle is a missing item, and those after it are renumbered, as numbered lines are."""
    expected = findings(in_lines(rows()), in_lines(rows(without="Allotments")))
    assert expected[0] == ("major", "structure.item-missing")
    assert findings(read(name, rows()), read(name, rows(without="Allotments"))) == expected


@pytest.mark.parametrize(
    ("draft", "final"), [("in_word", "in_text"), ("counted_in_word", "in_web_page"), ("in_markdown", "in_writer")]
)
def test_a_row_that_is_gone_is_one_finding_between_formats(draft: str, final: str) -> None:
    """The same holds between two formats."""
    expected = findings(in_lines(rows()), in_lines(rows(without="Allotments")))
    assert findings(read(draft, rows()), read(final, rows(without="Allotments"))) == expected


@by_format
def test_a_table_counted_from_another_number_is_renumbered_as_lines_are(name: str) -> None:
    """A table whose numbers all go on from another one gives what numbered lines give."""
    expected = findings(in_lines(rows(1)), in_lines(rows(21)))
    assert findings(read(name, rows(1)), read(name, rows(21))) == expected


@by_format
@pytest.mark.parametrize(
    ("before", "after", "rule", "severity"),
    [
        ("£412.60", "£421.60", "money.changed", "critical"),
        ("had been mended", "had not been mended", "negation.changed", "critical"),
        ("Cllr Alderson", "Cllr Anderson", "name.person", "major"),
        ("be approved", "be refused", "decision.outcome", "critical"),
    ],
)
def test_a_change_in_a_row_is_found_at_its_item(name: str, before: str, after: str, rule: str, severity: str) -> None:
    """A change in a cell is one finding, and it names the item of its row."""
    changed: Rows = [tuple(cell.replace(before, after) for cell in row) for row in rows()]  # type: ignore[misc]
    comparison = compared(read(name, rows()), read(name, changed))
    (one,) = [finding for finding in comparison.findings if finding.severity.rank <= Severity.MINOR.rank]
    assert one.rule == rule
    assert one.severity.rank <= Severity(severity).rank
    number = next(row[0] for row in rows() if before in " ".join(row))
    assert one.item is not None
    assert one.item.number == number


@by_format
def test_two_numbers_that_change_places_are_found(name: str) -> None:
    """Two rows that exchange their numbers, in a table that counts no longer, are found."""
    if name == "counted_in_word":
        name = "in_word"  # Word cannot count so
    swapped_rows = rows()
    swapped_rows[1], swapped_rows[2] = (("3", *swapped_rows[1][1:]), ("2", *swapped_rows[2][1:]))
    assert found(compared(read(name, rows()), read(name, swapped_rows)))


SUMS: Rows = [("1", "Barker, for gravel", "40"), ("3", "Sayer, for the swings", "12"), ("2", "Raw, for stamps", "9")]


@by_format
def test_a_column_of_numbers_that_do_not_count_is_compared(name: str) -> None:
    """Numbers alone in cells that are no count, such as how many were bought, are figures, and compared."""
    if name == "counted_in_word":
        name = "in_word"
    changed: Rows = [SUMS[0], ("8", *SUMS[1][1:]), ("2", "Raw, for stamps", "6")]  # type: ignore[assignment, list-item]
    rules = findings(read(name, SUMS), read(name, changed))
    assert rules == [("critical", "number.changed")] * 2


# Markdown.


@pytest.mark.parametrize("other", WRITERS)
def test_a_raw_table_of_markdown_is_the_table(other: str) -> None:
    """A table in the markup of web pages inside Markdown is the same as in any other format."""
    for table in (rows(), rows(separate=True), rows(7, label="#.")):
        raw, usual = read("in_raw_markdown", table), read(other, table)
        assert found(compared(raw, usual)) == []
        assert found(compared(usual, raw)) == []


@pytest.mark.parametrize(
    ("escaped", "shown"),
    [
        (r"Signed \_\_\_\_\_\_\_\_ Chair", "Signed ________ Chair"),
        (r"The file is minutes\_2023\_final.", "The file is minutes_2023_final."),
        (r"The charge was £4 \* 3.", "The charge was £4 * 3."),
        (r"\# 7 Market Row was empty.", "# 7 Market Row was empty."),
        (r"The bill \[unpaid\] was shown.", "The bill [unpaid] was shown."),
        (r"1986\. A great year for the band.", "1986. A great year for the band."),
        (r"Barker \& Son", "Barker & Son"),
        ("Barker &amp; Son", "Barker & Son"),
        (r"The path is C:\\Clerk", r"The path is C:\Clerk"),
        ("The slide <u>was</u> mended.<br>The swing was not.", "The slide was mended.\nThe swing was not."),
    ],
)
def test_escaped_characters_of_markdown_are_what_they_print(escaped: str, shown: str) -> None:
    r"""A character escaped with a backslash (\_) is that character, and the same as in a Word file."""
    front = f"# {FRONT[0]}\n\n{FRONT[1]}\n\n## 1. Playground\n\n"
    page = minutes_of(f"{front}{escaped}\n\n**{END}**\n".encode(), "minutes.md")
    body = [*FRONT, "1. Playground", *shown.split("\n"), END]
    file = word.pack("".join(map(word.para, body)))
    assert found(compared(page, file)) == []
    assert found(compared(file, page)) == []
