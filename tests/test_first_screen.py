"""Tests of the first lines of the report: what they rest on, which meeting they name, and that they say it once."""

from __future__ import annotations

import pytest

from compare import Comparison, compare_texts
from compare.outline import outline_minutes
from compare.read import document_from_text
from compare.report.to_terminal import render_terminal
from compare.segment import segment_document
from compare.style.house_style import load_house_style
from compare.values import Gate, Outline, Severity

STYLE = load_house_style(None, set())
HEAD = (
    "ASHCOMBE PARISH COUNCIL\nFINANCE COMMITTEE\n\nMinutes of the meeting held on 12 March 2025\n\n"
    "Present: Anna Bell, Tom Odell"
)
ITEMS = (
    "1. Apologies\n\nThere were no apologies.",
    "2. Footpaths\n\nThe stile at Mill Lane had rotted and three carpenters were to be asked for their price.",
    "3. Allotments\n\nMrs Hale asked whether plot nine, which nobody had dug since spring, could be let anew.",
    "4. Ponds\n\nThe warden said that the upper pond had dried out in August and that its reeds were dying back.",
    "5. Lighting\n\nLamps beside the school burnt all night; the engineer offered timers for forty pounds each.",
)
MINUTES = "\n\n".join((HEAD, *ITEMS))


def _compared(draft: str, final: str, scope: str = "auto") -> Comparison:
    return compare_texts(draft, final, scope=scope, use_model=False)


def _screen(comparison: Comparison) -> str:
    return render_terminal(comparison, show=Severity.MINOR, width=200, colour=False)


def _first(draft: str, final: str) -> str:
    return _screen(_compared(draft, final)).splitlines()[0]


def _outline(text: str) -> Outline:
    document = document_from_text(text, "minutes")
    return outline_minutes(document, segment_document(document, STYLE), STYLE)


@pytest.mark.parametrize(
    ("kept", "first"),
    [
        ((1,), "SIGN-OFF: the final lacks items 1 and 3 to 5; nothing else of substance found"),
        ((0, 1, 2), "SIGN-OFF: the final lacks items 4 and 5; 2 major differences"),
        ((0, 1, 2, 4), "SIGN-OFF: the final lacks item 4; 1 major difference"),
    ],
)
def test_the_first_line_names_what_a_shorter_final_lacks(kept: tuple[int, ...], first: str) -> None:
    """An extract of the draft, and minutes without some of its items; no line below says it again."""
    items = "\n\n".join(ITEMS[place] for place in kept)
    final = items if len(kept) == 1 else f"{HEAD}\n\n{items}"
    assert _first(MINUTES, final) == first
    assert _screen(_compared(MINUTES, final)).count("inal lacks") == 1


def test_a_mark_of_a_draft_is_told_once() -> None:
    """By the finding where the final alone has it; by the gate where both have it; its status is not told again."""
    alone, both = _compared(MINUTES, f"DRAFT\n\n{MINUTES}"), _compared(f"DRAFT\n\n{MINUTES}", f"DRAFT\n\n{MINUTES} ")
    assert alone.gate_reasons == ()
    assert _screen(alone).count("still marked as a draft") == 1
    assert "the draft is not marked" not in _screen(alone)
    assert _screen(both).splitlines()[0].startswith("SIGN-OFF: the final is still marked as a draft;")
    assert both.gate_reasons == ("The final is still marked as a draft: “DRAFT” (before the first item).",)


@pytest.mark.parametrize(
    ("old", "new", "asked"),
    [
        ("12 March 2025", "9 April 2025", "The draft is of 12 March 2025, the final of 9 April 2025"),
        ("FINANCE COMM", "PLANNING COMM", "The draft is of FINANCE COMMITTEE, the final of PLANNING COMMITTEE"),
    ],
)
def test_two_meetings_are_asked_about(old: str, new: str, asked: str) -> None:
    """Where the days or the bodies differ, the first line asks, and says which they are."""
    comparison = _compared(MINUTES, MINUTES.replace(old, new))
    assert f"are these two meetings? {asked};" in _screen(comparison).splitlines()[0]
    assert comparison.gate is not Gate.PUBLISH


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12 March 2025", "Wednesday, 12th March 2025"),
        ("FINANCE COMMITTEE\n", "Finance Committee\n"),
        ("FINANCE COMMITTEE\n", "FINANCE COMMITEE\n"),
        ("\nFINANCE COMMITTEE\n", "\n"),
        ("12 March 2025", "12 March 2024"),
        ("Minutes of the", "Published 3 July 2025\n\nMinutes of the"),
    ],
)
def test_one_meeting_is_not_asked_about(old: str, new: str) -> None:
    """The same day or body in another form or with a slip, the year too, and the day on which the file was made."""
    assert "two meetings" not in _first(MINUTES, MINUTES.replace(old, new))
    assert "two meetings" not in _first(MINUTES.replace(old, new), MINUTES)


def test_texts_that_hardly_share_a_word_are_asked_about() -> None:
    """They are refused at first; compared all the same, the first line says how much they share."""
    other = MINUTES.replace("12 March", "13 March").translate(str.maketrans("aeiou", "eioua"))
    body = "\n\n".join(part for part in other.split("\n\n") if "March" not in part)
    assert (
        "are these two meetings? They share"
        in _screen(_compared("\n\n".join(ITEMS), body, scope="whole")).splitlines()[0]
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published 3 July 2025", "2025-03-12"),
        ("Uploaded on 3 July 2025 by the Clerk", "2025-03-12"),
        ("Date of issue: 3 July 2025", "2025-03-12"),
        ("Date of publication:\n\n3 July 2025", "2025-03-12"),
        ("Report generated: 03/07/2025 14:05", "2025-03-12"),
        ("Printed 3/7/2025", "2025-03-12"),
        ("Last updated: 2025-07-03", "2025-03-12"),
        ("Draft of 3 July 2025", "2025-03-12"),
        ("Approved on 3 July 2025", "2025-03-12"),
        ("Confirmed at the meeting of 9 April 2025", "2025-03-12"),
        ("Date of next meeting: 9 April 2025", "2025-03-12"),
        ("Published minutes, 11 March 2025", "2025-03-11"),
        ("Approved minutes of the meeting of 11 March 2025", "2025-03-11"),
        ("Meeting date: 11 March 2025, published 3 July 2025", "2025-03-11"),
        ("Published 3 July 2025 - meeting of 11 March 2025", "2025-03-11"),
    ],
)
def test_the_day_of_a_file_is_not_that_of_the_meeting(line: str, day: str) -> None:
    """Nor is that of another meeting or of a signature."""
    assert _outline(f"ASHCOMBE PARISH COUNCIL\n\n{line}\n\n" + MINUTES.split("\n\n", 1)[1]).meeting_date == day


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("ASHCOMBE PARISH COUNCIL\nFINANCE COMMITTEE", "ASHCOMBE PARISH COUNCIL, FINANCE COMMITTEE"),
        ("Ash Foundation - Technical Council (TC) Meeting - 3 June 2025", "Ash Foundation - Technical Council (TC)"),
        (
            "Overview and Scrutiny (Parks, Roads) Committee - 3 June 2025",
            "Overview and Scrutiny (Parks, Roads) Committee",
        ),
        ("Area Committee 2, 3 June 2025", "Area Committee 2"),
        ("Area Committee 3 June 2025", "Area Committee"),
        (".NET Membership Committee Meeting", ".NET Membership Committee"),
        ("Moss Trust\n\nMinutes of a meeting of the board of trustees held at Ash", "Moss Trust, board of trustees"),
        ("Moss Council\n\nMinutes of the Annual Meeting of the Council held at Ash", "Moss Council"),
        ("Moss Council\nTo all Members of the Council", "Moss Council"),
        ("Tasks for the committee", None),
    ],
)
def test_bodies_are_named_whole(head: str, body: str | None) -> None:
    """A name goes on over a mark or a line where a body is named there too."""
    assert _outline(f"{head}\n\n" + "\n\n".join(ITEMS)).body == body


def test_a_long_name_is_cut_at_a_word() -> None:
    """With an ellipsis."""
    long = "Joint Committee " + "of the Councils of Ash and Moss " * 4
    line = next(
        one
        for one in _screen(_compared(f"{long}\n\n{MINUTES}", f"{long}\n\n{MINUTES} ")).splitlines()
        if "Joint" in one
    )
    assert " …, 12 March 2025;" in line


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("Published 9 July 2025", "Published 1 August 2025"),
        ("Report generated: 09/07/2025 14:05", "Report generated: 01/08/2025 09:11"),
        ("Date of issue: 9 July 2025", ""),
    ],
)
def test_another_day_of_the_file_holds_nothing_up(draft: str, final: str) -> None:
    """A draft and a final are published on two days; the day of the meeting is another matter."""
    for one, other in ((draft, final), (final, draft)):
        texts = (MINUTES.replace("Present:", f"{line}\n\nPresent:") for line in (one, other))
        comparison = _compared(*texts)
        assert comparison.gate is Gate.PUBLISH
        assert comparison.findings


@pytest.mark.parametrize(
    "line", ["Held on 12 March 2025, published 9 July 2025", "Published 9 July 2025: meeting of 12 March 2025"]
)
def test_the_day_of_the_meeting_beside_that_of_the_file_is_critical(line: str) -> None:
    """One line may tell both."""
    text = MINUTES.replace("Minutes of the meeting held on 12 March 2025", f"Minutes\n\n{line}")
    (finding,) = _compared(text, text.replace("12 March", "13 March")).findings
    assert finding.severity is Severity.CRITICAL


def test_a_place_names_the_item_of_a_page_that_does_not() -> None:
    """A finding that the draft alone has is placed in the item that the final numbers."""
    slip = ITEMS[4].partition("\n\n")[2].replace("all night", "all all night")
    report = _screen(_compared(slip, MINUTES))
    assert "Item 5, 1st paragraph; draft line 1 (slip.doubled-word)" in report
