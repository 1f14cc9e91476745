"""Tests of the labels of lists: which are marks, and which are words of the minutes."""

from __future__ import annotations

import pytest

from compare.read.common.document_builder import DocumentBuilder, ExtractedParagraph, Run
from compare.read.common.list_labels import has_words
from compare.values import Document, Formatting, SegmentKind, Span


def built(*paragraphs: ExtractedParagraph) -> Document:
    """A document of these paragraphs."""
    builder = DocumentBuilder("minutes.docx")
    for paragraph in paragraphs:
        builder.add_paragraph(paragraph)
    return builder.build(name="minutes.docx", data=b"", kind="docx")


MARKS = ("29.", "(a)", "iv)", "1.2.3", "[4]", "3(b)", "12/23", "bb.", "•", "o", "–", "XIV.", "A.", "001.", "12a)", "α)")
WORDS = (
    *("Resolved:", "Agreed –", "Action 3:", "Appendix 1", "No. 4", "RESOLVED 2.", "First", "Mix", "Re:"),
    *("Q1.", "A1", "§2", "1st", "☒", "☐", "✗"),
)


@pytest.mark.parametrize("label", MARKS)
def test_marks(label: str) -> None:
    """A label of numbers, letters, brackets and stops, or a bullet, is a mark."""
    assert not has_words(label)


@pytest.mark.parametrize("label", WORDS)
def test_words(label: str) -> None:
    """A label with a word, a sign or a box in it says something."""
    assert has_words(label)


def test_a_label_of_words_is_typed() -> None:
    """A label of words is text of its paragraph, which then is no item of a list; a mark stays a mark."""
    words = (Run("That it be done."),)
    document = built(
        ExtractedParagraph(words, SegmentKind.LIST_ITEM, "Resolved:", 1),
        ExtractedParagraph(words, SegmentKind.LIST_ITEM, "1.", 1),
        ExtractedParagraph((Run("Costs", Formatting.BOLD),), SegmentKind.HEADING, "Appendix 2", 1),
    )
    assert document.text == "Resolved: That it be done.\n1. That it be done.\nAppendix 2 Costs\n"
    assert [(one.kind, one.mark, one.level) for one in document.paragraphs] == [
        (SegmentKind.PARAGRAPH, None, 0),
        (SegmentKind.LIST_ITEM, Span(27, 29), 1),
        (SegmentKind.HEADING, None, 1),
    ]
    assert document.paragraphs[2].is_bold


def test_a_label_alone() -> None:
    """A label without words after it is printed, and so is text, whichever it is."""
    document = built(*(ExtractedParagraph((), SegmentKind.LIST_ITEM, mark, 1) for mark in ("3.", "Resolved:", "•")))
    assert document.text == "3.\nResolved:\n•\n"
    assert [one.kind for one in document.paragraphs] == [SegmentKind.PARAGRAPH] * 3


@pytest.mark.parametrize(
    ("label", "words", "printed"),
    [
        ("7", "/26 Finance", "7/26 Finance"),
        ("Annex ", "A", "Annex A"),
        ("12", " Finance", "12 Finance"),
        ("3.", "1 Apologies", "3.1 Apologies"),
        ("3.", "Apologies", "3. Apologies"),
        ("(a)", "to note", "(a) to note"),
        ("Resolved:", "That it be done.", "Resolved: That it be done."),
    ],
)
def test_glued_labels(label: str, words: str, printed: str) -> None:
    """A label after which no gap is printed is one with figures and signs that follow, and apart from words."""
    paragraph = ExtractedParagraph((Run(words),), SegmentKind.LIST_ITEM, label, 1, is_glued=True)
    assert built(paragraph).text == f"{printed}\n"


def test_numbers_alone_in_cells() -> None:
    """A cell that prints nothing but its number is a cell of the row."""
    builder = DocumentBuilder("minutes.docx")
    number = ExtractedParagraph((), SegmentKind.LIST_ITEM, "4.", 1)
    builder.add_row([[number], [ExtractedParagraph((Run("Finance"),))], [ExtractedParagraph((Run("AC"),))]])
    document = builder.build(name="minutes.docx", data=b"", kind="docx")
    assert document.text == "4.\tFinance\tAC\n"
    assert [document.text[cell.start : cell.end] for cell in document.paragraphs[0].cells] == ["4.", "Finance", "AC"]
