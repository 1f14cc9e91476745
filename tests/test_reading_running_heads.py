r"""Where both documents have a running head or foot, what it says of the minutes is compared.

Cragside Town Council – Minutes of 7 February 2023 – Page 3 of 9
Cragside Town Council – Minutes of 14 February 2023 – Page 3 of 9      another meeting: found
S:\Clerk\Minutes v4.docx   Printed 9 February 2023 16:02               the printer's: never found
"""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import permutations

import pytest
from pdfs.drawn import Found, compared, found, furniture_of, minutes_of, swapped
from written import opendocument as odt
from written import rich_text as rtf

from compare.values import Comparison, Severity
from tests import test_read_docx as word

PAGES = (
    (
        "Minutes of the meeting of the Council held in the Moot Hall",
        "1. Market",
        "The stalls had been let until the end of the summer, and the awnings had been washed.",
    ),
    ("2. Clock", "The clock of the Moot Hall had stopped in the frost, and the clockmaker had been sent for."),
    ("3. Fair", "The fair would come to the Green in the second week of May, as in the year before."),
)


def in_text(head: str) -> bytes:
    """A text as it is taken from printed pages: the head stands at the top of each."""
    pages = ("\n\n".join([head.replace("#", str(number)), *page]) for number, page in enumerate(PAGES, 1))
    return "\n\n\f".join(pages).encode()


def in_text_at_foot(head: str) -> bytes:
    """The same with a line at the foot of each page."""
    pages = ("\n\n".join([*page, head.replace("#", str(number))]) for number, page in enumerate(PAGES, 1))
    return "\n\n\f".join(pages).encode()


def _field(head: str) -> list[str]:
    before, counts, after = head.partition("#")
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return [piece for piece in (before and word.run(before), counts and page, after and word.run(after)) if piece]


def in_word(head: str, place: str = "header") -> bytes:
    """A Word file with a running head."""
    body = "".join(word.para(line) for page in PAGES for line in page)
    section = f'<w:sectPr><w:{place}Reference w:type="default" r:id="{place}1"/></w:sectPr>'
    return word.pack(body + section, **{f"{place}1": word.para(*_field(head))})


def in_word_at_foot(head: str) -> bytes:
    """A Word file with a running foot."""
    return in_word(head, "footer")


def in_writer(head: str) -> bytes:
    """A file of Writer with a running head."""
    shown = head.replace("#", "<text:page-number>1</text:page-number>")
    return odt.flat(*(odt.p(line) for page in PAGES for line in page), head=shown)


def in_rich_text(head: str) -> bytes:
    """A Rich Text file with a running head."""
    shown = head.replace("#", "1")
    return rtf.rich(*(rtf.escaped(line) for page in PAGES for line in page), head=shown)


Writer = Callable[[str], bytes]
WRITERS: list[Writer] = [in_text, in_text_at_foot, in_word, in_word_at_foot, in_writer, in_rich_text]
HOLDING = [write for write in WRITERS if write is not in_text]
by_writer = pytest.mark.parametrize("write", HOLDING)

OTHER_MINUTES = [
    ("Minutes of 7 February 2023", "Minutes of 14 February 2023", "critical", "date.changed"),
    (
        "Cragside Town Council – 7 February 2023 – Page #",
        "Cragside Town Council – 7 March 2023 – Page #",
        "critical",
        "date.changed",
    ),
    ("Town Council 07/02/2023 #", "Town Council 07/02/2022 #", "critical", "date.changed"),
    (
        "Planning Committee Tuesday 7th February 2023",
        "Planning Committee Tuesday 21st February 2023",
        "critical",
        "date.changed",
    ),
    ("Cragside Planning Committee – Page #", "Cragside Finance Committee – Page #", "major", "name.organisation"),
    ("CRAGSIDE TOWN COUNCIL #", "ALDERSIDE TOWN COUNCIL #", "major", "name.organisation"),
    ("Chairman: Cllr J. Askew – Page #", "Chairman: Cllr J. Bewick – Page #", "major", "name.person"),
]


PRINTED = [
    ("Cragside Town Council – Page #", "Cragside Town Council\t# of 3"),
    ("Page #", "# | Page"),
    ("Cragside Town Council – Page #", "Cragside Town Council"),
    ("S:\\Clerk\\Minutes v4.docx", "S:\\Clerk\\Old\\Minutes v5.docx"),
    ("C:\\Users\\clerk\\Feb.docx – #", "/home/clerk/minutes/february-final.docx – #"),
    ("Printed 9 February 2023 16:02", "Printed 13 March 2023 09:40"),
    ("Page #", "Cragside Town Council"),
    ("– # –", "#"),
]


def heads(write: Writer, draft: str, final: str) -> list[Found]:
    """What two heads over the same minutes give; exchanged, they say the same."""
    there, back = compared(write(draft), write(final)), compared(write(final), write(draft))
    assert sorted(swapped(found(back))) == sorted(found(there))
    return found(there)


@by_writer
@pytest.mark.parametrize(("draft", "final", "severity", "rule"), OTHER_MINUTES)
def test_another_date_body_or_name_in_a_running_head_is_one_finding(
    write: Writer, draft: str, final: str, severity: str, rule: str
) -> None:
    """Another meeting's date, another body or name in the running head is one grave finding, however many pages."""
    (one,) = heads(write, draft, final)
    assert one.rule in {rule, "wording.content"}
    assert Severity(one.severity).rank <= Severity(severity).rank


@by_writer
@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("Cragside Town Council – Approved minutes – #", "Cragside Town Council – Draft minutes – #"),
        ("Minutes of 7 February 2023 – #", "DRAFT Minutes of 7 February 2023 – #"),
        ("Confirmed minutes – Page #", "UNCONFIRMED minutes – Page #"),
    ],
)
def test_a_final_that_is_a_draft_by_its_running_head_is_found(write: Writer, draft: str, final: str) -> None:
    """A final whose running head still calls it a draft is a major finding."""
    findings = found(compared(write(draft), write(final)))
    assert "status.draft-mark" in [one.rule for one in findings]
    assert findings[0].severity == "major"


@by_writer
@pytest.mark.parametrize(("draft", "final"), PRINTED)
def test_page_numbers_paths_and_days_of_printing_are_no_findings(write: Writer, draft: str, final: str) -> None:
    """What the page or the printer adds to a running head is never a finding."""
    assert heads(write, draft, final) == []


@pytest.mark.parametrize(
    "head", ["Cragside Town Council – 7 February 2023 – Page #", "CRAGSIDE TOWN COUNCIL #", "Minutes – #"]
)
def test_one_running_head_is_the_same_in_every_format(head: str) -> None:
    """The same head in two formats, at the top of the page or at its foot, has no finding."""
    files = {write.__name__: minutes_of(write(head)) for write in WRITERS}
    for draft, final in permutations(files, 2):
        assert found(compared(files[draft], files[final])) == [], (draft, final)


@pytest.mark.parametrize(("one", "other"), list(permutations(range(len(HOLDING)), 2)))
def test_another_date_is_found_between_formats(one: int, other: int) -> None:
    """Another meeting's date in the running head is found whatever the two formats are."""
    draft = HOLDING[one]("Cragside Town Council – 7 February 2023 – Page #")
    final = HOLDING[other]("Cragside Town Council – 14 February 2023 – Page #")
    assert [(found_one.severity, found_one.rule) for found_one in found(compared(draft, final))] == [
        ("critical", "date.changed")
    ]


@by_writer
def test_the_words_of_the_minutes_are_no_furniture(write: Writer) -> None:
    """Only the running head is furniture, however short the minutes."""
    head = "Cragside Town Council – 7 February 2023 – Page #"
    minutes = minutes_of(write(head))
    assert {line[:20] for line in furniture_of(minutes)} == {"Cragside Town Counci"}


@pytest.mark.parametrize("write", [in_text, in_text_at_foot, in_writer, in_rich_text])
def test_the_words_between_running_heads_are_compared(write: Writer) -> None:
    """A word changed between two running heads is one finding."""
    minutes = minutes_of(write("Cragside Town Council – 7 February 2023 – Page #"))
    data = write("Cragside Town Council – 7 February 2023 – Page #")
    (one,) = found(compared(minutes, data.replace(b"second week of May", b"third week of May")))
    assert (one.draft, one.final) == ("second", "third")


def listed(comparison: Comparison) -> list[dict[str, str | int]]:
    """The lines of furniture that the report lists at cosmetic."""
    lines: list[dict[str, str | int]] = json.loads(comparison.to_json("cosmetic"))["furniture"]
    return lines


@pytest.mark.parametrize(("write", "count"), [(in_text_at_foot, 3), (in_word, 1), (in_writer, 1), (in_rich_text, 1)])
def test_every_line_of_furniture_is_listed_with_its_count(write: Writer, count: int) -> None:
    """At cosmetic the report lists each line of furniture of either document once, with how often it stands there."""
    comparison = compared(write("Cragside Town Council – Page #"), write("Cragside Town Council – #"))
    lines = listed(comparison)
    assert [(line["side"], line["count"]) for line in lines] == [("draft", count), ("final", count)]
    assert all("Cragside Town Council" in str(line["text"]) for line in lines)
    assert "furniture" not in json.loads(comparison.to_json("minor"))


# Heads that are hard to tell from the minutes.


@pytest.mark.parametrize("write", WRITERS)
def test_minutes_subject_to_approval_are_a_draft(write: Writer) -> None:
    """A running head that says "subject to approval" is a mark of a draft, listed as one in the title is."""
    draft, final = write("Minutes of the Council – #"), write("Minutes of the Council – subject to approval – #")
    for sides in ((draft, final), (final, draft)):
        assert [one.rule for one in found(compared(*sides), Severity.COSMETIC)] == ["status.draft-mark"]


@pytest.mark.parametrize(("draft", "final", "severity", "rule"), OTHER_MINUTES)
def test_another_head_of_a_text_is_found(draft: str, final: str, severity: str, rule: str) -> None:
    """Another date, body or name in the heads of a text is found, and gravely."""
    findings = heads(in_text, draft, final)
    assert {one.rule for one in findings} <= {rule, "wording.content", "attendance.changed"}
    assert Severity(findings[0].severity).rank <= Severity(severity).rank
