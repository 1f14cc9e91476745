"""A number at the head of a line is a list mark only if it counts; else it is a value, and its change is found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

import docx
import pytest
from pdfs.tiny import say, write_pdf

from compare import compare_bytes, compare_texts
from compare.segment import segment_document
from compare.style.house_style import default_house_style
from compare.values import Comparison, Document, Gate, SegmentKind

Rows = Sequence[tuple[str, str]]

HEAD = "MINUTES of the Meeting held on 4 May 2026\n\nElection of Chair\n\nThe votes were cast as follows:\n\n"
TAIL = "\n\nThe Chair thanked the members for their support, and closed the meeting at nine.\n"


def _marks(text: str) -> list[str]:
    document = Document("a.txt", "text", "utf-8", "0", text, (0,))
    segments = segment_document(document, default_house_style())
    return [text[segment.mark.start : segment.mark.end] for segment in segments if segment.mark]


def _text(rows: Rows, gap: str = "\t") -> bytes:
    return (HEAD + "\n".join(gap.join(row) for row in rows) + TAIL).encode()


def _word(rows: Rows, *, is_table: bool) -> bytes:
    document = docx.Document()
    for paragraph in HEAD.strip().split("\n\n"):
        document.add_paragraph(paragraph)
    table = document.add_table(0, 2) if is_table else None
    for row in rows:
        if table is None:
            document.add_paragraph("\t".join(row))
        else:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
    document.add_paragraph(TAIL.strip())
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _printed(rows: Rows) -> bytes:
    y, content = 760.0, ""
    for paragraph in HEAD.strip().split("\n\n"):
        content += say(72, y, paragraph)
        y -= 28
    for number, words in rows:
        content += say(72, y, number) + say(120, y, words)
        y -= 15
    return write_pdf([content + say(72, y - 20, TAIL.strip())])


FORMATS = {
    "text": _text,
    "no-break spaces": lambda rows: _text(rows, "\xa0\xa0"),
    "Word, tabs": lambda rows: _word(rows, is_table=False),
    "Word, table": lambda rows: _word(rows, is_table=True),
    "PDF": _printed,
}


def _compare(make: Callable[[Rows], bytes], draft: Rows, final: Rows) -> Comparison:
    suffix = {_text: "txt", _printed: "pdf"}.get(make)
    written = make(draft), make(final)
    suffix = suffix or ("docx" if written[0][:2] == b"PK" else "txt")
    return compare_bytes(*written, draft_name=f"draft.{suffix}", final_name=f"final.{suffix}", use_model=False)


def _found(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [
        (found.rule, found.draft.text if found.draft else "", found.final.text if found.final else "")
        for found in comparison.findings
    ]


@pytest.mark.parametrize("make", FORMATS.values(), ids=FORMATS)
@pytest.mark.parametrize(
    ("rows", "value", "other"),
    [
        ([("12", "Cllr Ash"), ("9", "Cllr Birch")], "9", "8"),
        ([("12", "Cllr Ash"), ("9", "Cllr Birch"), ("4", "Cllr Cole")], "12", "11"),
        ([("50", "Band A"), ("75", "Band B")], "75", "85"),
        ([("12.50", "Stamps"), ("9.25", "Paper")], "9.25", "9.75"),
        ([("1", "Chair"), ("2", "Tables"), ("15", "Cups")], "15", "16"),
    ],
)
def test_a_number_before_a_gap_that_counts_nothing_is_compared(
    make: Callable[[Rows], bytes], rows: Rows, value: str, other: str
) -> None:
    """Votes, prices and quantities that stand before what they belong to are words of the minutes in every format."""
    final = [(other if number == value else number, words) for number, words in rows]
    comparison = _compare(make, rows, final)
    assert _found(comparison) == [("number.changed", value, other)]
    assert comparison.gate is Gate.HOLD


@pytest.mark.parametrize("make", [_text, _printed, FORMATS["Word, tabs"]], ids=["text", "PDF", "Word"])
def test_a_list_of_bare_numbers_may_be_renumbered(make: Callable[[Rows], bytes]) -> None:
    """Where bare numbers count in both documents, an item put in before them changes no value."""
    limbs = [f"That the {word} be repaired." for word in ("roof", "gate", "wall", "path")]
    draft = [(str(number), words) for number, words in enumerate(limbs, 1)]
    final = [(str(number), words) for number, words in enumerate(["That the bench be sold.", *limbs], 1)]
    found = _found(_compare(make, draft, final))
    assert len(found) == 1
    assert "bench" in found[0][2]


@pytest.mark.parametrize("rows", [("(12) Cllr Ash", "(9) Cllr Birch"), ("12. Cllr Ash", "9. Cllr Birch")])
def test_numbers_with_brackets_or_stops_that_go_down_are_values(rows: tuple[str, str]) -> None:
    """A list never goes down: "(12) / (9)" are votes, and another number is a finding."""
    draft = HEAD + "\n".join(rows) + TAIL
    assert [
        (old, new) for _, old, new in _found(compare_texts(draft, draft.replace("9", "8", 1), use_model=False))
    ] == [("9", "8")]


def test_a_value_is_none_however_it_fits_the_items_above() -> None:
    """Votes below item 8 are compared, though 9 would count on from it, and 8 from item 7."""

    def minutes(votes: str) -> str:
        items = [f"{number}\tItem number {number}\n\nThe report on it was noted by all." for number in range(1, 11)]
        return HEAD + "\n\n".join([*items[:8], votes, *items[8:]]) + TAIL

    for votes, changed in (("12\tCllr Ash\n9\tCllr Birch", "12\tCllr Ash\n8\tCllr Birch"), ("9\tfor", "8\tfor")):
        comparison = compare_texts(minutes(votes), minutes(changed), use_model=False)
        assert [(old, new) for _, old, new in _found(comparison)] == [("9", "8")]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("1\tThe fee was set.\n2\tThe roof was mended.\n", ["1", "2"]),
        ("14\tThe fee was set.\n15\tThe roof was mended.\n16\tThe hedge was cut.\n", ["14", "15", "16"]),
        ("14\tThe fee was set.\n15\tThe roof was mended.\n", []),
        ("1\tA note at the foot of the page.\n", ["1"]),
        ("4.1\tThe fee was set.\n\n5.1\tThe roof was mended.\n", ["4.1", "5.1"]),
        ("4.5\tThe fee was set.\n4.6\tThe roof was mended.\n", ["4.5", "4.6"]),
        ("4.5\tFee for stamps\n2.25\tFee for paper\n", []),
        ("2. The fee was set.\n\n5. The roof was mended.\n", ["2.", "5."]),
        ("1. The fee:\n1. a rise,\n2. a cut.\n2. The roof was mended.\n", ["1.", "1.", "2.", "2."]),
        ("2024\tThe fee was set.\n2025\tThe roof was mended.\n", []),
        ("22/0433 The new shop was approved by all.\n\n22/0512 The old shop was refused by all.\n", []),
    ],
)
def test_marks_are_numbers_that_count(text: str, marks: list[str]) -> None:
    """A bare number needs others in its count; one that a stop closes is a mark unless the list goes down."""
    assert _marks(text) == marks


def test_a_value_stays_a_list_item() -> None:
    """A line that begins with a value is a segment of its own, its number among its words."""
    text = HEAD + "12\tCllr Ash\n9\tCllr Birch" + TAIL
    document = Document("a.txt", "text", "utf-8", "0", text, (0,))
    items = [one for one in segment_document(document, default_house_style()) if one.kind is SegmentKind.LIST_ITEM]
    assert [text[item.start : item.end] for item in items] == ["12\tCllr Ash", "9\tCllr Birch"]
