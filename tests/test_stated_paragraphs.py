"""Documents that state their paragraphs against texts that do not: every golden case gives the same findings."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from compare.annotate import load_engines
from compare.pipeline import compare_documents
from compare.read import read_document
from compare.read.common.document_builder import DocumentBuilder, ExtractedParagraph, Run
from compare.rules import ALL
from compare.segment import segment_document
from compare.style.house_style import load_house_style
from compare.values import Comparison, Document, Formatting, Passage, SegmentKind, Severity

STYLE = load_house_style(None, {rule.id for rule in ALL})
CASES = sorted(path.parent for path in Path(__file__).parent.joinpath("cases").glob("*/expected.json"))
# What a reader states of a paragraph: nothing but where it begins and ends and whether it is bold, or its kind as well.
STATED = {"bounds": frozenset[SegmentKind](), "kinds": frozenset(SegmentKind) - {SegmentKind.FURNITURE}}


def _restate(document: Document, kinds: frozenset[SegmentKind]) -> Document:
    """The document as one that states its paragraphs, and of some their kind, mark and level."""
    builder = DocumentBuilder(document.name)
    text = document.text
    for segment in segment_document(document, STYLE):
        # The lines within a paragraph stay: a word divided at the end of one is recognised by it.
        words = "\n".join(text[piece.start : piece.end] for piece in segment.pieces)
        mark = text[segment.mark.start : segment.mark.end].strip("*# ") if segment.mark else ""
        is_bold = segment.kind is SegmentKind.HEADING and not words.isupper()
        run = Run(words.strip("*# ") if is_bold else words, Formatting.BOLD if is_bold else Formatting.PLAIN)
        if segment.kind in kinds:
            builder.add_paragraph(ExtractedParagraph([run], segment.kind, mark=mark, level=segment.level))
            continue
        kind = segment.kind if segment.kind is SegmentKind.FURNITURE else SegmentKind.PARAGRAPH
        builder.add_paragraph(ExtractedParagraph([Run(f"{mark} ", run.formatting), run] if mark else [run], kind))
    return builder.build(name=document.name, data=b"", kind="docx")


@cache
def _read(path: Path) -> Document:
    return read_document(str(path))


def _sides(case: Path) -> tuple[Document, Document]:
    draft, final = (_read(next(case.glob(f"{side}.*"))) for side in ("draft", "final"))
    return draft, final


def _compare(draft: Document, final: Document) -> Comparison:
    return compare_documents(
        draft, final, scope="auto", style=STYLE, engines=load_engines(use_model=False, style=STYLE)
    )


def _reported(comparison: Comparison) -> list[tuple[str, ...]]:
    return sorted(
        (found.rule, found.severity.value, _words(found.draft), _words(found.final))
        for found in comparison.findings
        if found.severity is not Severity.COSMETIC
    )


def _words(passage: Passage | None) -> str:
    return " ".join(passage.text.replace("*", "").replace("#", "").split()) if passage else ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("kinds", STATED.values(), ids=STATED.keys())
def test_a_stated_document_is_the_text(case: Path, kinds: frozenset[SegmentKind]) -> None:
    """A text and the same words as stated paragraphs differ in nothing, and have one outline."""
    for document in _sides(case):
        comparison = _compare(document, _restate(document, kinds))
        assert _reported(comparison) == []
        own, other = comparison.draft_minutes.outline, comparison.final_minutes.outline
        assert [(item.number, item.title) for item in own.items] == [(item.number, item.title) for item in other.items]
        assert (own.meeting_date, own.status) == (other.meeting_date, other.status)
        assert len(own.resolutions) == len(other.resolutions)


# Who was there stands in a table; where nobody states its rows they are not read as people.
_UNREAD_TABLES = frozenset(("harbour-commission-tables",))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.parametrize("kinds", STATED.values(), ids=STATED.keys())
@pytest.mark.slow
def test_stated_pairs_have_the_findings_of_texts(case: Path, kinds: frozenset[SegmentKind]) -> None:
    """Draft, final or both as stated paragraphs: the findings are those of the texts."""
    draft, final = _sides(case)
    expected = _reported(_compare(draft, final))
    stated = _restate(draft, kinds), _restate(final, kinds)
    for own, other in ((stated[0], final), (draft, stated[1]), stated):
        found = _reported(_compare(own, other))
        if case.name in _UNREAD_TABLES:  # "Yes" → "No" is critical all the same, as a denial
            assert sorted(each[1:] for each in found) == sorted(each[1:] for each in expected)
        else:
            assert found == expected


@pytest.mark.parametrize(
    ("words", "mark", "expected"),
    [
        ("Sports ground", "", SegmentKind.HEADING),
        ("Sports ground", "29.", SegmentKind.HEADING),
        ("SPORTS GROUND.", "29.", SegmentKind.HEADING),
        ("Resolved:", "", SegmentKind.PARAGRAPH),
        ("The Chair welcomed the members.", "", SegmentKind.PARAGRAPH),
        ("The Chair welcomed the members.", "1.1", SegmentKind.LIST_ITEM),
        ("the accounts be approved;", "(a)", SegmentKind.LIST_ITEM),
        ("A dividend of 4p be paid; and", "(b)", SegmentKind.LIST_ITEM),
    ],
)
def test_the_style_of_a_heading_is_not_always_a_heading(words: str, mark: str, expected: SegmentKind) -> None:
    """Templates number their clauses in the styles of headings; what cannot be a title is none."""
    builder = DocumentBuilder("minutes.docx")
    builder.add_paragraph(ExtractedParagraph([Run(words)], SegmentKind.HEADING, mark=mark, level=2))
    builder.add_paragraph(
        ExtractedParagraph([Run("The report on the ground was read out, and members thanked its author.")])
    )
    segments = segment_document(builder.build(name="a", data=b"", kind="docx"), STYLE)
    assert segments[0].kind is expected
