"""Numbers that stand alone in a cell number their row: with lines around the table or without, over pages or not."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from pdfs.tiny import say, write_pdf

from compare import compare_bytes, compare_texts
from compare.segment import segment_document
from compare.style.house_style import default_house_style
from compare.values import Comparison, Document, Severity

LONG = (
    "The Clerk reported that the roof of the",
    "pavilion leaks. Three quotations had been",
    "asked for and two received. It was agreed",
    "that the lower one, of £4,250, be accepted",
    "and that the work begin in May, weather",
    "permitting.",
)
ROWS = (
    (("Apologies were received from Cllr Ashby,", "who was away."), "Clerk"),
    (("Cllr Elm declared an interest in item 7 as", "a trustee of the hall."), ""),
    (LONG, "JB"),
    (("The payments on the list were approved."), "RFO"),
    (("Footpath 12 was blocked by a fallen tree;", "the County Council has been told."), "KC"),
)
STEP = 13.2


def _word_table(numbers: list[str], *, change: tuple[str, str] = ("", "")) -> bytes:
    document = docx.Document()
    table = document.add_table(0, 3)
    for number, (lines, action) in zip(numbers, _rows(len(numbers)), strict=True):
        cells = table.add_row().cells
        for cell, words in zip(cells, (number, " ".join(lines).replace(*change), action), strict=True):
            cell.paragraphs[0].text = words
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _rows(count: int) -> list[tuple[tuple[str, ...], str]]:
    return [(lines if isinstance(lines, tuple) else (lines,), action) for lines, action in (ROWS * 9)[:count]]


def _printed_table(numbers: list[str], *, lowest: float = 90, is_middle: bool = False) -> bytes:
    """The same table without lines, cell by cell; a row is cut where the page ends."""
    pages, y, content = [], 760.0, ""
    for number, (lines, action) in zip(numbers, _rows(len(numbers)), strict=True):
        cells = [(72, (number,)), (110, lines), (400, (action,) if action else ())]
        end = y
        parts = ["", ""]
        for x, words in cells:
            drop = (len(lines) - 1) // 2 * STEP if is_middle and x != 110 and y - len(lines) * STEP > lowest else 0
            for place, line in enumerate(words):
                here = y - drop - place * STEP
                if here < lowest:
                    top = y - next(step for step in range(99) if y - step * STEP < lowest) * STEP
                    parts[1] += say(x, 760 - (top - here), line)
                else:
                    parts[0] += say(x, here, line)
                end = min(end, here)
        content += parts[0]
        y = end - STEP - 6
        if parts[1] or y < lowest:
            pages.append(content)
            content, y = parts[1], 760 - (parts[1].count("Tj")) * STEP - 6
    return write_pdf([*pages, content] if content else pages)


def _found(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [
        (found.rule, found.draft.text if found.draft else "", found.final.text if found.final else "")
        for found in comparison.findings
        if found.severity is not Severity.COSMETIC
    ]


def _marks(text: str) -> list[str]:
    segments = segment_document(Document("a.txt", "text", "utf-8", "", text, (0,)), default_house_style())
    return [text[segment.mark.start : segment.mark.end] for segment in segments if segment.mark]


@pytest.mark.parametrize("is_middle", [False, True], ids=["top", "middle"])
@pytest.mark.parametrize("form", ["{}", "{}.", "24/{}", "7.{}"])
def test_a_table_without_lines_has_the_rows_of_its_word_file(form: str, is_middle: bool) -> None:  # noqa: FBT001
    """The format makes no finding: rows with empty cells, long cells, and rows that a page cuts."""
    numbers = [form.format(number) for number in range(1, 41)]
    comparison = compare_bytes(_word_table(numbers), _printed_table(numbers, is_middle=is_middle), use_model=False)
    assert _found(comparison) == []


def test_what_changed_in_a_table_without_lines_is_found_alone() -> None:
    """One word changed in a row: one finding, and none of the table's form."""
    numbers = [str(number) for number in range(1, 21)]
    draft = _word_table(numbers, change=("be accepted", "not be accepted"))
    found = _found(compare_bytes(draft, _printed_table(numbers), use_model=False))
    assert {rule for rule, *_ in found} == {"negation.changed"}


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("1\tThe fee.\tJB\n2\tThe roof.\tAll\n", ["1", "2"]),
        ("| 1 | The fee. | JB |\n| 2 | The roof. | All |\n", ["1", "2"]),
        (
            "113\tThe fee.\tJB\n116\tThe roof.\tAll\n117\tThe hall.\tKC\n118\tThe hedge.\tKC\n",
            ["113", "116", "117", "118"],
        ),
        ("a)\tThe fee.\tJB\nb)\tThe roof.\tAll\n", ["a)", "b)"]),
        ("12\tFor the motion\t4\n9\tAgainst the motion\t3\n", []),
        ("2021\tThe fee.\t£12\n2022\tThe fee.\t£13\n2023\tThe fee.\t£14\n", []),
        ("3\tVotes cast\tJB\n4\tVotes cast\tKC\n", []),
    ],
)
def test_numbers_of_rows_are_those_that_count(text: str, marks: list[str]) -> None:
    """A column that goes up by one from 1, or for three rows, numbers its rows; votes and years do not."""
    assert _marks(text) == marks


def test_renumbered_rows_are_found_as_renumbered_items_are() -> None:
    """A row gone makes the findings that an item gone makes: its number is a mark in either."""
    rows = ["The fee was agreed.", "The roof leaks and is looked at.", "The hedge is cut.", "The gate is mended."]

    def rules(form: str) -> list[str]:
        draft = "".join(form.format(number, row) for number, row in enumerate(rows, 1))
        final = "".join(form.format(number, row) for number, row in enumerate(rows[1:], 1))
        return [rule for rule, *_ in _found(compare_texts(draft, final, use_model=False))]

    assert rules("{}\t{}\tAll\n") == rules("{}. {}\tAll\n")


def test_a_row_alone_is_compared_with_its_row_in_the_table() -> None:
    """A number that cannot be seen to count is the mark that the other side has."""
    whole = "1\tThe fee was agreed.\tJB\n2\tThe roof leaks.\tAll\n3\tThe hedge is cut.\tKC\n"
    found = _found(compare_texts(whole, "2\tThe roof leaks.\tAll\n", use_model=False))
    assert [rule for rule, *_ in found] == ["structure.item-missing"] * 2


@pytest.mark.parametrize(
    "decision",
    [
        "Resolved: That £40 be spent on it.",
        "The roof leaked. Resolved: That £40 be spent on it.",
        "The roof leaked. RESOLVED that £40 be spent on it.",
        "The roof leaked. It was resolved: that £40 be spent on it.",
        "The roof leaked. **Agreed:** to spend £40 on it.",
    ],
)
@pytest.mark.parametrize("row", ["{}\t{}\tKC", "| {} | {} | KC |"])
def test_a_decision_within_a_cell_is_a_decision(decision: str, row: str) -> None:
    """A sum in a decision within a row is one of a decision; who acts on it, in the next cell, is none."""
    cells = ("Apologies were received.", decision, "The fence was seen.")
    rows = [row.format("No.", "Minute").replace("KC", "Action")]
    rows += ["|---|---|---|"] if row[0] == "|" else []
    rows += [row.format(number, words) for number, words in enumerate(cells, 1)]
    draft = "Bramley Green Council\n\nMinutes of the meeting held on 4 May 2023\n\n" + "\n".join(rows) + "\n"
    spent = compare_texts(draft, draft.replace("£40", "£50"), use_model=False).findings
    acting = compare_texts(draft, draft.replace("KC", "AB"), use_model=False).findings
    assert [(one.rule, one.in_resolution) for one in spent] == [("money.changed", True)]
    assert [one.in_resolution for one in acting if one.in_resolution] == []
    assert acting
