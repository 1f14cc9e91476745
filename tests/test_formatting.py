"""Tests of what the print says beside the words: struck through, bold, underlined, a mark in the running head."""

from __future__ import annotations

import pytest

from compare import compare_bytes, compare_texts
from compare.annotate import load_engines
from compare.errors import UnreadableError
from compare.pipeline import compare_documents
from compare.read import document_from_text
from compare.read.common.document_builder import DocumentBuilder, ExtractedParagraph, Run
from compare.rules import ALL
from compare.style.house_style import load_house_style
from compare.values import Comparison, Document, Formatting, SegmentKind, Severity, Span

STYLE = load_house_style(None, {rule.id for rule in ALL})
OPENING = "4. Band room"


def _document(*runs: Run, heading: str = OPENING) -> Document:
    builder = DocumentBuilder("minutes.docx")
    builder.add_paragraph(ExtractedParagraph([Run(heading, Formatting.BOLD)]))
    builder.add_paragraph(
        ExtractedParagraph([Run("The Chair welcomed the members and thanked the clerk for the papers.")])
    )
    builder.add_paragraph(ExtractedParagraph(runs))
    return builder.build(name="minutes.docx", data=b"", kind="docx")


def _compare(draft: Document, final: Document) -> Comparison:
    return compare_documents(
        draft, final, scope="auto", style=STYLE, engines=load_engines(use_model=False, style=STYLE)
    )


PLAIN = _document(Run("Resolved: That a grant of £14,000 for two years be paid to the band."))
STRUCK = _document(
    Run("Resolved: That a grant of £14,000 "), Run("for two years", Formatting.STRUCK), Run(" be paid to the band.")
)


@pytest.mark.parametrize(("draft", "final", "side"), [(STRUCK, PLAIN, "draft"), (PLAIN, STRUCK, "final")])
def test_struck_words_that_are_plain_elsewhere(draft: Document, final: Document, side: str) -> None:
    """The same words, struck through on one side: one major finding that sends the reader to the originals."""
    (finding,) = _compare(draft, final).findings
    assert (finding.rule, finding.severity) == ("typography.markup", Severity.MAJOR)
    assert finding.draft is not None
    assert finding.draft.text == "for two years"
    assert f"struck through in the {side}" in finding.reason
    assert "look at the originals" in finding.reason
    assert finding.in_resolution
    assert finding.draft_context is not None
    assert "grant of £14,000" in finding.draft_context.text


def test_struck_alike_is_no_finding() -> None:
    """What both sides strike through is nobody's difference."""
    assert _compare(STRUCK, STRUCK).findings == ()


def test_a_change_of_struck_words_says_so() -> None:
    """Words that the draft strikes through and the final leaves out are a change, and the reason names the strike."""
    gone = _document(Run("Resolved: That a grant of £14,000 be paid to the band."))
    (finding,) = _compare(STRUCK, gone).findings
    assert finding.rule != "typography.markup"
    assert "struck through in the draft: look at the original" in finding.reason


@pytest.mark.parametrize("formatting", [Formatting.BOLD, Formatting.ITALIC, Formatting.UNDERLINED])
def test_other_formatting_is_folded(formatting: Formatting) -> None:
    """Bold, italic and underlined words are counted where both documents can show them, and never reported."""
    formatted = _document(
        Run("Resolved: That a grant of £14,000 "), Run("for two years", formatting), Run(" be paid to the band.")
    )
    comparison = _compare(formatted, PLAIN)
    assert comparison.findings == ()
    assert [fold.kind.value for fold in comparison.folds] == ["markup"]


def test_a_word_divided_by_the_typesetter() -> None:
    """A soft hyphen says that nobody knows whether the hyphen was meant: it answers either writing."""
    for written in ("decision-making", "decisionmaking"):
        draft = _document(Run(f"The report set out the {written} of the board and its committees."))
        final = _document(Run("The report set out the decision\u00admaking of the board and its committees."))
        assert _compare(draft, final).findings == ()
        assert _compare(final, draft).findings == ()


def test_formatting_at_an_offset() -> None:
    """A document answers for every character how it is printed, and for a range whether any of it is formatted."""
    start = STRUCK.text.index("for two")
    assert STRUCK.formatting_at(start) is Formatting.STRUCK
    assert STRUCK.formatting_at(start - 2) is Formatting.PLAIN
    assert STRUCK.formatting_at(start + len("for two years")) is Formatting.PLAIN
    assert STRUCK.is_formatted(Span(start - 5, start + 1), Formatting.STRUCK)
    assert not STRUCK.is_formatted(Span(start - 5, start), Formatting.STRUCK)
    assert not STRUCK.is_formatted(Span(0, 3), Formatting.STRUCK)
    assert STRUCK.is_formatted(Span(0, 3))


def test_an_extract_states_its_paragraphs() -> None:
    """Marks, rows and pages become ranges of the text; what has no words is left out."""
    builder = DocumentBuilder("minutes.docx")
    builder.start_page()
    builder.add_paragraph(ExtractedParagraph([Run("  Sports ground \n")], SegmentKind.HEADING, mark="29.", level=2))
    builder.add_paragraph(ExtractedParagraph([Run(" \xa0 ")]))
    builder.add_row([[ExtractedParagraph([Run(" Ashby ")])], [], [ExtractedParagraph([Run("7.00\npm")])]])
    builder.add_row(
        [[ExtractedParagraph([Run("1")])], [ExtractedParagraph([Run("Long ")]), ExtractedParagraph([Run("words")])]]
    )
    builder.add_paragraph(ExtractedParagraph([Run("cut by a page")]), page_breaks=[4])
    document = builder.build(name="a", data=b"", kind="docx")
    assert document.text == "29. Sports ground\nAshby\t7.00 pm\n1\nLong\nwords\ncut by a page\n"
    assert [(p.kind.value, document.text[p.span.start : p.span.end]) for p in document.paragraphs] == [
        ("heading", "29. Sports ground"),
        ("table-row", "Ashby\t7.00 pm"),
        ("paragraph", "1"),
        ("paragraph", "Long"),
        ("paragraph", "words"),
        ("paragraph", "cut by a page"),
    ]
    assert document.paragraphs[0].mark == Span(0, 3)
    assert [
        document.page_at(offset) for offset in (0, document.text.index("by a page") - 1, document.text.index("by a"))
    ] == [
        1,
        1,
        2,
    ]


def test_an_extract_without_words() -> None:
    """A document without a word is refused."""
    with pytest.raises(UnreadableError, match="empty"):
        DocumentBuilder("minutes.docx").build(name="a", data=b"", kind="docx")


def _with_running_head(head: str) -> Document:
    builder = DocumentBuilder("minutes.docx")
    builder.add_paragraph(
        ExtractedParagraph([Run("Minutes of the Pond Committee held on 3 May 2025", Formatting.BOLD)])
    )
    builder.add_paragraph(ExtractedParagraph([Run("4. Sheds", Formatting.BOLD)]))
    builder.add_paragraph(ExtractedParagraph([Run("The shed was sold to a farmer for a small sum.")]))
    builder.add_paragraph(ExtractedParagraph([Run(head)], SegmentKind.FURNITURE))
    return builder.build(name="minutes.docx", data=b"", kind="docx")


@pytest.mark.parametrize("head", ["DRAFT", "Draft", "Draft minutes", "Pond Committee – draft – 3", "Pond\tDRAFT"])
def test_a_draft_mark_that_the_page_prints(head: str) -> None:
    """A mark of status in the running head or across the page is reported when the final alone still has it."""
    clean, marked = _with_running_head("Pond Committee"), _with_running_head(head)
    (finding,) = _compare(clean, marked).findings
    assert (finding.rule, finding.severity) == ("status.draft-mark", Severity.MAJOR)
    (finding,) = _compare(marked, clean).findings
    assert (finding.rule, finding.severity) == ("status.draft-mark", Severity.COSMETIC)


def test_a_running_head_without_a_mark() -> None:
    """The word within a running head says nothing of the status; that the head names another body is told."""
    clean, other = _with_running_head("Pond Committee"), _with_running_head("Draft Beer Committee")
    (finding,) = _compare(clean, other).findings
    assert finding.rule == "name.organisation"


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("Paid ~~to the band~~ in May.", ["to the band"]),
        ("Paid <del>to the band</del> in <s class='x'>June</s>, not <strong>July</strong>.", ["to the band", "June"]),
        ("~~One~~ and ~~two\nthree~~.", ["One", "two\nthree"]),
        ("About ~~ 5 ~~ of them.", []),
        ("~~One\n\ntwo~~", []),
        ("~~~\ncode\n~~~", []),
    ],
)
def test_tildes_strike_words_through(text: str, struck: list[str]) -> None:
    """Two tildes on each side of words strike them through, and so do tags; tildes of another kind do not."""
    document = document_from_text(text, "minutes.md")
    assert [text[span.start : span.end] for span, _ in document.formatting] == struck
    assert all(how is Formatting.STRUCK for _, how in document.formatting)


_KEYS = [
    (
        "Those present are shown in bold: **A. Holt**, J. Sale",
        "Those present are shown in bold: **A. Holt**, **J. Sale**",
    ),
    ("Those in italics sent apologies: *A. Holt*, J. Sale", "Those in italics sent apologies: *A. Holt*, *J. Sale*"),
    ("Members (* = absent): A. Holt, J. Sale", "Members (* = absent): A. Holt, J. Sale*"),
    ("Members (those with * took part): A. Holt*, J. Sale", "Members (those with * took part): A. Holt, J. Sale"),
]


@pytest.mark.parametrize(("draft", "final"), _KEYS)
def test_a_mark_with_a_key_says_who_was_there(draft: str, final: str) -> None:
    """Type and stars are typography, but where the minutes say what they mean."""
    head = "4. Pumps\n\nThe pump was mended.\n\n"
    for one, other in ((draft, final), (final, draft)):
        comparison = compare_bytes(
            (head + one).encode(), (head + other).encode(), draft_name="a.md", final_name="b.md", use_model=False
        )
        (finding,) = comparison.findings
        assert (finding.rule, finding.severity) == ("attendance.changed", Severity.CRITICAL)


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("Members present: **A. Holt**, J. Sale", "Members present: A. Holt, J. Sale"),
        ("Headings are in bold: **Pumps**", "Headings are in bold: Pumps"),
        ("The members present liked the **bold** plan.", "The members present liked the bold plan."),
        ("* The pump was *old*.\n* It failed.", "- The pump was old.\n- It failed."),
    ],
)
def test_type_without_a_key_is_typography(draft: str, final: str) -> None:
    """It is folded, and counted."""
    comparison = compare_bytes(draft.encode(), final.encode(), draft_name="a.md", final_name="b.md", use_model=False)
    assert comparison.findings == ()


def test_a_plain_text_cannot_show_bold_type() -> None:
    """What its format cannot show is no difference."""
    draft, final = "Those present are in bold: **A. Holt**, J. Sale", "Those present are in bold: A. Holt, J. Sale"
    assert compare_bytes(draft.encode(), final.encode(), draft_name="a.md", final_name="b.txt").findings == ()


def test_a_star_with_a_note_came_or_went() -> None:
    """The note below says something of the word with the star."""
    draft = "4. Pumps\n\nThe total was £400*.\n\n* subject to audit"
    (finding,) = compare_texts(draft, draft.replace("£400*", "£400"), use_model=False).findings
    assert (finding.rule, finding.severity) == ("typography.markup", Severity.MAJOR)


def test_struck_in_markdown_and_in_a_document() -> None:
    """Tildes in markdown say what Word's strike-through says."""
    text = (
        f"**{OPENING}**\n\nThe Chair welcomed the members and thanked the clerk for the papers.\n\n"
        "Resolved: That a grant of £14,000 ~~for two years~~ be paid to the band.\n"
    )
    markdown = document_from_text(text, "minutes.md")
    assert _compare(markdown, STRUCK).findings == ()
    (finding,) = _compare(markdown, PLAIN).findings
    assert (finding.rule, finding.severity) == ("typography.markup", Severity.MAJOR)


def _with_vote(*cells: str) -> Document:
    builder = DocumentBuilder("minutes.docx")
    builder.add_paragraph(ExtractedParagraph([Run(OPENING, Formatting.BOLD)]))
    builder.add_paragraph(ExtractedParagraph([Run("The vote was taken by a show of hands and recorded as follows.")]))
    for row in (("Name", "For", "Against", "Abstained"), cells, ("Cllr Pell", "", "✓", "")):
        builder.add_row([[ExtractedParagraph([Run(cell)])] for cell in row])
    return builder.build(name="minutes.docx", data=b"", kind="docx")


def test_a_tick_in_another_column() -> None:
    """Not a word differs, and the vote does: critical, with the columns."""
    (finding,) = _compare(_with_vote("Cllr Varga", "✓", "", ""), _with_vote("Cllr Varga", "", "", "✓")).findings
    assert (finding.rule, finding.severity) == ("structure.cell-moved", Severity.CRITICAL)
    assert "from the column “For” to the column “Abstained”" in finding.reason


def test_rows_whose_empty_cells_are_unknown() -> None:
    """A format that does not show empty cells has no columns to compare."""
    assert _compare(_with_vote("Cllr Varga", "✓"), _with_vote("Cllr Varga", "", "✓", "")).findings == ()
    assert _compare(_with_vote("Cllr Varga", "✓", "", ""), _with_vote("Cllr Varga", "✓", "", "")).findings == ()


def test_a_tick_over_several_columns_is_one_finding() -> None:
    """A tick that moved over empty cells of a table in markdown is told once, whatever the sign."""
    head = "| Name | For | Against | Abstained |\n|---|---|---|---|\n"
    for sign in ("x", "✓", "yes"):
        rows = (
            f"| Ines Varga | {sign} | | |\n| Tom Odell | {sign} | | |",
            f"| Ines Varga | | | {sign} |\n| Tom Odell | {sign} | | |",
        )
        (finding,) = compare_texts(head + rows[0], head + rows[1], use_model=False).findings
        assert (finding.rule, finding.severity) == ("structure.cell-moved", Severity.CRITICAL)
