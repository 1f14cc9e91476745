"""Tests of running heads and feet: what of them says which minutes these are, and how two of them are compared."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.annotate import load_engines
from compare.pipeline import compare_documents, read_minutes
from compare.read.common.document_builder import DocumentBuilder, ExtractedParagraph, Run
from compare.report.page_furniture import list_furniture
from compare.rules import ALL
from compare.style.house_style import load_house_style
from compare.values import Comparison, Document, Relation, SegmentKind, Severity, Side
from tests.laws_of_findings import assert_edits_and_findings_cover_each_other

STYLE = load_house_style(None, {rule.id for rule in ALL})
HEAD = "Pond Committee – 6 September 2022"


def _document(*heads: str) -> Document:
    """Minutes of as many pages as there are lines of furniture; each stands after a paragraph."""
    builder = DocumentBuilder("minutes.docx")
    builder.add_paragraph(ExtractedParagraph([Run("Minutes of the Pond Committee held on 6 September 2022")]))
    for number, head in enumerate(heads, 1):
        builder.add_paragraph(ExtractedParagraph([Run(f"{number}. Bed {number}")], SegmentKind.HEADING))
        builder.add_paragraph(ExtractedParagraph([Run(f"The wardens cleared bed {number} of weeds in the spring.")]))
        builder.add_paragraph(ExtractedParagraph([Run(head)], SegmentKind.FURNITURE))
    return builder.build(name="minutes.docx", data=b"", kind="docx")


def _compare(draft: str, final: str) -> Comparison:
    documents = (_document(*(head.replace("#", str(page)) for page in (1, 2, 3))) for head in (draft, final))
    engines = load_engines(use_model=False, style=STYLE)
    comparison = compare_documents(*documents, scope="auto", style=STYLE, engines=engines)
    assert_edits_and_findings_cover_each_other(comparison)
    return comparison


def _told(comparison: Comparison) -> list[tuple[str, str]]:
    return [
        (finding.rule, finding.reason) for finding in comparison.findings if finding.severity is not Severity.COSMETIC
    ]


@pytest.mark.parametrize(
    ("draft", "final", "rule", "says"),
    [
        (HEAD, "Pond Committee – 13 September 2022", "date.changed", "13 September 2022"),
        (f"{HEAD} – #", "Pond Committee – 6 October 2022 – Page # of 3", "date.changed", "6 October 2022"),
        (f"#\t{HEAD}", "#\tPool Committee – 6 September 2022", "name.organisation", "Pool Committee"),
        ("Pond Committee\t#", "Licensing Board\t#", "name.organisation", "Licensing Board"),
        ("POND COMMITTEE 06/09/22", "POND COMMITTEE 07/09/22", "date.changed", "07/09/22"),
        ("6 September 2022", "Meeting of 7 September 2022", "date.changed", "7 September 2022"),
        ("Chair: Cllr Ash", "Chair: Cllr Elm", "name.person", "Cllr Elm"),
        ("Held on Thursday", "Held on Friday", "date.changed", "Friday"),
        ("No objection", "Objection", "negation.changed", ""),
        ("Annual meeting", "Extraordinary meeting", "wording.content", "Extraordinary"),
        ("Permit – #", "Deny – #", "wording.content", "Deny"),
        ("PL/23/05 – #", "PL/23/06 – #", "reference.changed", "PL/23/06"),
        ("EXEMPT", "OPEN", "sense.opposed", "OPEN"),
        ("Pond Committee", "Draft minutes of the Pond Committee", "status.draft-mark", "Draft"),
        ("Pond Committee – public", "Pond Committee – not for publication", "negation.changed", "not"),
    ],
)
def test_running_heads_that_say_different_things_are_a_finding(draft: str, final: str, rule: str, says: str) -> None:
    """Another date, body, name or status in a running head is one finding, in both directions, at no item."""
    for comparison, words in ((_compare(draft, final), says), (_compare(final, draft), "")):
        found = [finding for finding in comparison.findings if finding.rule == rule]
        assert len(found) == 1
        assert words in found[0].reason
        assert found[0].item is None
        assert not found[0].in_resolution


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        (f"{HEAD} – #", f"{HEAD}\tPage # of 3"),
        (f"Page # | {HEAD}", f"{HEAD} | p. #"),
        ("S:\\Minutes\\Pond v3.docx #", "S:\\Minutes\\Pond final.docx #"),
        (f"{HEAD} | Printed 7 September 2022 10:14", f"{HEAD} | Printed 9 September 2022 11:02"),
        ("07/09/2022, 10:14\tPond Committee", "08/09/2022, 09:30\tPond Committee"),
        ("https://example.org/mgAi.aspx?ID=1 #/3", "https://example.org/mgAi.aspx?ID=2 #/3"),
        ("Minutes of the Pond Committee held on Tuesday 6 September 2022", "Pond Committee, 6 September 2022"),
        (HEAD, "Pond Committee"),
        (HEAD, "Page #"),
        ("Signed ............ Chair", "Signed ............ Chairman ........"),
        ("PUBLIC DOCUMENT PACK", "Page #"),
    ],
)
def test_what_the_page_or_the_printer_adds_is_no_finding(draft: str, final: str) -> None:
    """Page numbers, names of files, days of printing, and a head that says less, make no finding."""
    assert _told(_compare(draft, final)) == []
    assert _told(_compare(final, draft)) == []


def test_one_date_in_two_forms_is_the_same_head() -> None:
    """A date in another form is a cosmetic finding at most."""
    assert _told(_compare(HEAD, "Pond Committee – 6th September, 2022")) == []


def test_a_head_on_one_line_or_on_two_is_the_same() -> None:
    """A head that stands on two lines in one document says the same as on one."""
    engines = load_engines(use_model=False, style=STYLE)
    draft, final = _document(HEAD, HEAD), _document("Pond Committee", "6 September 2022")
    assert _told(compare_documents(draft, final, scope="auto", style=STYLE, engines=engines)) == []


def test_a_number_that_stays_the_same_is_a_word_of_the_head() -> None:
    """A number that counts up with the pages is none of the minutes; one that is the same on each page is."""
    assert [rule for rule, _ in _told(_compare("Pond Ward 7 – Page #", "Pond Ward 8 – Page #"))] == ["number.changed"]
    assert _told(_compare("Pond Ward #", "Pond Ward #")) == []


def test_running_heads_are_found_once_each() -> None:
    """The outline holds each running head once, with all its occurrences and the words that count."""
    minutes = read_minutes(_document(f"{HEAD} – 1", f"{HEAD} – 2", "Page 3"), STYLE)
    heads = minutes.outline.running_heads
    assert [len(head.segments) for head in heads] == [2, 1]
    assert [head.key for head in heads] == ["pond committee 6 september 2022", ""]
    text = minutes.document.text
    assert [text[span.start : span.end] for span in heads[0].dates] == ["6", "September", "2022"]
    assert heads[0].names_body


def test_every_line_of_furniture_is_listed_with_its_count() -> None:
    """What the pages print is listed once for each document, with how often it stands there."""
    comparison = _compare(f"{HEAD} – #", "Page #")
    assert [tuple(line) for line in list_furniture(comparison)] == [
        (Side.DRAFT, f"{HEAD} – 1", 3),
        (Side.FINAL, "Page 1", 3),
    ]
    listed = comparison.to_json("cosmetic")
    assert '{"side": "final", "text": "Page 1", "count": 3}' in listed
    assert '"furniture": [' not in comparison.to_json("minor")


def test_the_pair_of_two_heads_stays_furniture() -> None:
    """The words of compared heads that are the same are counted as furniture; the changed ones as edited."""
    comparison = _compare(HEAD, HEAD.replace("6", "16"))
    (pair,) = [
        pair for pair in comparison.alignment if pair.draft and pair.relation is Relation.FURNITURE and pair.final
    ]
    assert pair.relation is Relation.FURNITURE
    assert comparison.accounts.draft.edited == 1
    assert comparison.accounts.draft.furniture >= 3 * len(HEAD) - 1
    assert comparison.accounts.draft.total == comparison.draft.characters


def test_running_heads_of_a_plain_text_are_compared() -> None:
    """A head that a text repeats beside its page numbers is told once, beside the title that it repeats."""
    page = "{head}\n\n{n}. Bed {n}\n\nThe wardens cleared bed {n} of weeds, and were thanked for it.\n\nPage {n}\n\f"
    draft, final = (
        "Minutes of the Pond Committee\n\n" + "".join(page.format(head=head, n=n) for n in (1, 2, 3, 4))
        for head in ("Pond Committee 6 September 2022", "Pond Committee 7 September 2022")
    )
    comparison = compare_texts(draft, final, use_model=False)
    assert [finding.rule for finding in comparison.findings] == ["date.changed"] * 2
    segments = comparison.final_minutes.segments
    kinds = [segments[finding.final.paragraph - 1].kind for finding in comparison.findings if finding.final]
    assert kinds == [SegmentKind.HEADING, SegmentKind.FURNITURE]


@pytest.mark.parametrize("phrase", ["subject to approval", "not yet approved", "subject to confirmation"])
def test_a_phrase_in_the_head_says_that_the_final_is_a_draft(phrase: str) -> None:
    """A head that says the minutes are not approved yet is a draft mark, though no word of it is "draft"."""
    marked = f"Minutes of the Pond Committee – {phrase} – #"
    ((rule, _),) = _told(_compare("Minutes of the Pond Committee – #", marked))
    assert rule == "status.draft-mark"
    (gone,) = _compare(marked, "Minutes of the Pond Committee – #").findings
    assert (gone.rule, gone.severity) == (rule, Severity.MINOR)


def test_a_day_of_printing_beside_the_name_of_the_body_is_no_finding() -> None:
    """Only the part of a line that says when it was printed is the printer's."""
    heads = [f"Pond Committee – printed on {day}" for day in ("09/02/2023", "13/03/2023")]
    assert _told(_compare(*heads)) == []
    assert _told(_compare(heads[0], heads[1].replace("Pond", "Pool"))) != []
