"""Tests of attendance in plain text: short lines of names, sentences that name people first, and nobody in words."""

from __future__ import annotations

import pytest

from compare import Comparison, compare_texts
from compare.values import Finding, Gate, Severity

HEAD = "Ashcombe Parish Council\n\nMinutes of the meeting held on 12 March 2025\n\n"
TAIL = "\n\n2. Paths\n\nThe Clerk reported that the stile at Mill Lane had been mended."
LINES = (
    "Present\n\nAnna Bell\n\nTom Odell\n\nApologies\n\nLena Webb, Joe Marsh\n\n1. Welcome\n\nThe Chair welcomed all."
)
ROLES = "In attendance:\n\nSue Hart - Clerk\n\nApologies:\n\nL Webb\n\n1. Welcome\n\nThe Chair welcomed all."
TOLD = "Anna Bell and Tom Odell were present. Lena Webb and Joe Marsh sent apologies."
LED = "The meeting was attended by Anna Bell, Tom Odell and Ruth Carver."
MOVED = (
    "Present: Anna Bell, Tom Odell.\n\n1. Welcome\n\nTom Odell joined at item 4.\n\nAnna Bell left the meeting at 8 pm."
)
HANDLES = (
    "## Attendees\n\n- Anna Bell (@annab)\n- Tom Odell (@todell)\n\n## Notes\n\n@todell showed the map of the paths."
)
NONE = "1. Apologies\n\n{}\n\n"
INTEREST = "Present: Anna Bell\n\n1. Declarations of interest\n\n{}"
FIRST_PAGE = "Ashcombe Parish Council\n\nMinutes\n\nDate: 12 March 2025\n\nVenue: Village Hall\n\nPresent: Anna Bell"


def _compared(draft: str, final: str, head: str = HEAD) -> Comparison:
    return compare_texts(head + draft + TAIL, head + final + TAIL, use_model=False)


def _told(comparison: Comparison) -> list[Finding]:
    return [finding for finding in comparison.findings if finding.severity is not Severity.COSMETIC]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (LINES, "Tom Odell", "Tim Odell"),
        (LINES, "Lena Webb", "Nina Webb"),
        (LINES, "Lena Webb, Joe Marsh", "Lena Webb"),
        (LINES, "Lena Webb, Joe Marsh", "None"),
        (LINES, "\n\nTom Odell", ""),
        (ROLES, "Sue Hart", "Sue Hurst"),
        (ROLES, "L Webb", "L Weber"),
        (TOLD, "Lena Webb and Joe Marsh", "Lena Webb and Jo March"),
        (TOLD, "Anna Bell and Tom Odell were", "Anna Bell was"),
        (LED, "Tom Odell", "Tom Odlum"),
        (LED, "Anna Bell, Tom Odell and", "Anna Bell and"),
        (MOVED, "item 4", "item 3"),
        (MOVED, "Tom Odell joined", "Tom Ordway joined"),
        (HANDLES, "Tom Odell (", "Tim Vance ("),
        ("Ruth Carver took the chair. Present were Tom Odell and Joe Marsh.", "Ruth Carver", "Tom Carver"),
        ("In the room\n\nAnna Bell\n\nOn Zoom\n\nRuth Carver\n\n1. Welcome\n\nAll were welcomed.", "Ruth", "Rose"),
        ("Present: Anna Bell\n\nLena Webb was unable to attend.", "Lena Webb", "Lena Wells"),
    ],
)
def test_who_was_there_is_critical_and_told_once(text: str, old: str, new: str) -> None:
    """A name changed, lost or added below a label that stands alone, and in a sentence; whichever document has it."""
    for one, other in ((text, text.replace(old, new)), (text.replace(old, new), text)):
        (finding,) = _told(_compared(one, other))
        assert (finding.rule, finding.severity) == ("attendance.changed", Severity.CRITICAL)


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        (LINES, LINES.replace("Lena Webb, Joe Marsh", "Joe Marsh\n\nLena Webb")),
        ("## " + LINES, "## " + LINES.replace("Anna Bell\n\nTom Odell", "Tom Odell\n\nAnna Bell")),
        (ROLES, ROLES.replace("Sue Hart - Clerk", "Sue Hart (Clerk)")),
        (TOLD, TOLD.replace("Lena Webb and Joe Marsh sent apologies.", "Apologies: Lena Webb, Joe Marsh.")),
        (TOLD, "Present: Anna Bell, Tom Odell.\n\nApologies: Lena Webb, Joe Marsh."),
        (LED, "Present: Anna Bell, Tom Odell, Ruth Carver"),
        (LED, "Present:\n\n- Ruth Carver\n- Tom Odell\n- Anna Bell"),
        (MOVED, MOVED.replace("joined at", "joined the meeting at")),
        (f"{LED[:-1]} (deputising for Joe Marsh).", f"{LED[:-1]} (substitute for Joe Marsh)."),
        (HANDLES, HANDLES.replace("@todell showed", "Tom Odell showed")),
        (NONE.format("There were no apologies for absence.") + LED, NONE.format("Apologies: None") + LED),
        (NONE.format("None.") + LED, NONE.format("No apologies had been received.") + LED),
        (INTEREST.format("There were no declarations of interest."), INTEREST.format("No declarations were made.")),
        (INTEREST.format("No member present declared an interest."), INTEREST.format("None")),
    ],
)
def test_the_same_people_in_another_form_may_be_published(draft: str, final: str) -> None:
    """Another order, list or sentence, a handle for its owner's name, and nobody in other words: one minor at most."""
    for one, other in ((draft, final), (final, draft)):
        comparison = _compared(one, other)
        assert comparison.gate is Gate.PUBLISH
        assert [finding.severity for finding in _told(comparison)] in ([], [Severity.MINOR])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("None declared.", "Anna Bell declared an interest in item 5."),
        ("None declared.", "No further declarations were made by Anna Bell."),
    ],
)
def test_an_interest_declared_is_no_other_form(old: str, new: str) -> None:
    """Nor is one that may have been declared before."""
    assert _compared(INTEREST.format(old), INTEREST.format(new)).gate is Gate.HOLD


def test_the_lost_day_of_the_meeting_is_critical() -> None:
    """A line of the first page that alone has it; its label in other words is small."""
    (lost,) = _told(_compared(FIRST_PAGE, FIRST_PAGE.replace("Date: 12 March 2025\n\n", ""), head=""))
    assert (lost.rule, lost.severity) == ("date.changed", Severity.CRITICAL)
    other = FIRST_PAGE.replace("Date: 12", "Wednesday 12th").replace("Venue: ", "Held at the ")
    assert {finding.severity for finding in _told(_compared(FIRST_PAGE, other, head=""))} <= {Severity.MINOR}


def test_a_title_below_an_empty_label_is_a_title() -> None:
    """A title that many bodies use, and a second line above prose, name nobody."""
    text = (
        "Present\n\nAnna Bell\n\nApologies\n\nDeclarations of Interest\n\nThere were no declarations of interest.\n\n"
    )
    changed = text.replace("Declarations of Interest", "Declaration of Interests")
    assert all(finding.rule != "attendance.changed" for finding in _compared(text, changed).findings)
    text = (
        "Apologies\n\nLena Webb\n\nVillage Hall\n\nThe hall had been painted white, and its floor had been swept.\n\n"
    )
    found = _compared(text, text.replace("Village", "Parish")).findings
    assert all(finding.rule != "attendance.changed" for finding in found)


def test_a_table_of_people_without_bars_is_the_record() -> None:
    """The rows of a Word file have tabs between their cells, and "Name", "Role" and "Present" above them."""
    table = (
        "Name\tRole\tPresent\nAnna Bell\tChair\tYes\nLena Webb\tMember\tApologies\n\n1. Welcome\n\nAll were welcomed."
    )
    (finding,) = _told(_compared(table, table.replace("Apologies", "Yes")))
    assert (finding.rule, finding.severity) == ("attendance.changed", Severity.CRITICAL)
