"""Leaders: the dots, strokes and hyphens with which a tab is filled are layout, as the tab is."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from pdfs.tiny import say_lines, write_pdf

from compare import compare_bytes, compare_texts
from compare.text.leaders import has_leader, leads_to_page, with_tabs
from compare.text.tokens import tokenise, wording_key
from compare.values import Severity

LEADERS = ("........", ". . . . . .", "……", "………..", "________", "_____", "--------", "– – – –", "········", "· · · ·")
PROSE = (
    "The Chair welcomed the members, who had been asked to come in good time, and asked the",
    "Clerk to read the minutes of the last meeting, which had been sent out with the agenda a",
    "week before. These were approved.",
)
FORMS = ("Signed\t Date\t", "Chair:\t", "Name of the owner\tHouse\t")
CONTENTS = ("1.\tApologies for absence\t1", "2.\tSports ground\t2", "3.\tFinance\t2", "Appendix\t14", "For\t12")


def _docx(lines: tuple[str, ...]) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _printed(line: str, leader: str) -> str:
    """A line as it is printed: a tab after a number is a blank, any other is filled."""
    head, _, rest = line.partition("\t") if line[1:2] == "." else ("", "", line)
    return f"{head} {rest.replace(chr(9), leader)}".strip()


@pytest.mark.parametrize("leader", LEADERS)
def test_a_leader_is_no_token_and_stands_for_a_tab(leader: str) -> None:
    """A leader parts words as a blank does; where cells are looked for, it is a tab."""
    assert [token.key for token in tokenise(f"Signed {leader} Date{leader}")] == ["signed", "date"]
    assert wording_key(f"Sports ground{leader}12") == "sports ground 12"
    assert has_leader(f"Sports ground{leader}12")
    assert with_tabs(f"Signed {leader} Date") == "Signed\tDate"


@pytest.mark.parametrize(
    "words", ["and so on... The", "wait … what", "the plan --- not a draft", "2010..12 m", "A - B - C"]
)
def test_marks_of_sentences_are_no_leaders(words: str) -> None:
    """Three dots, a typewriter's dash and dashes between words are marks."""
    assert not has_leader(words)
    assert with_tabs(words) == words


@pytest.mark.parametrize("line", ["Finance\t2", "Finance....2", "Any other business..12", "Finance ….… 2"])
def test_entries_of_a_table_of_contents_lead_to_a_page(line: str) -> None:
    """A tab or leader before a number at the end of a line leads to a page; two dots can be one."""
    assert leads_to_page(line)


@pytest.mark.parametrize("leader", LEADERS)
@pytest.mark.parametrize("lines", [FORMS, CONTENTS], ids=["forms", "contents"])
def test_a_tab_and_its_printed_leader_are_the_same(lines: tuple[str, ...], leader: str) -> None:
    """A Word file with leader tabs has no finding against the PDF and the text that print them, in any sign."""
    leader = leader.replace("…", "....").replace("–", "-").replace("·", "\xb7")
    printed = tuple(_printed(line, leader) for line in lines)
    pdf = write_pdf([say_lines(72, 700, PROSE) + say_lines(72, 640, printed, step=30)])
    draft = _docx((" ".join(PROSE), *lines))
    text = "\n\n".join((" ".join(PROSE), *printed)).encode()
    for final in (pdf, text, _docx((" ".join(PROSE), *printed))):
        found = compare_bytes(draft, final, use_model=False).findings
        assert [finding for finding in found if finding.severity is not Severity.COSMETIC] == []


def test_what_stands_at_a_leader_is_compared() -> None:
    """The number to which a leader leads and the words before it are the minutes' own."""
    for final in ("Votes for........12", "Votes against........13"):
        assert any(
            finding.severity is not Severity.COSMETIC
            for finding in compare_texts("Votes for\t13", final, use_model=False).findings
        )
