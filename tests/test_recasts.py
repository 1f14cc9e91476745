"""A statement put another way with the same force is minor; one of another force is grave."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.values import Finding, Gate, Severity

HEAD = "Minutes of the Ashcombe Trust held on 12 March 2025\n\n4. Hall\n\n"
TAIL = "\n\nThe Secretary would send out the dates of the walks."

SAME = [
    ("The artist refused to accept the plinth.", "The artist would not accept the plinth."),
    ("The firm declined to comment on the delay.", "The firm would not comment on the delay."),
    (
        "The ranger said that it was possible that the levee would be flooded.",
        "The ranger said that the levee might be flooded.",
    ),
    ("It was likely that the stream would flood.", "The stream would probably flood."),
    ("It was unlikely that the path would be open.", "The path would probably not be open."),
    ("Dr Kitto denied that the practice was closing.", "Dr Kitto said that the practice was not closing."),
    ("None of the drivers had been hurt.", "No driver had been hurt."),
    ("No member of the crew had been told.", "None of the crew had been told."),
    ("There had been no response from the owner.", "The owner had not responded."),
]

GRAVE = [
    ("The artist refused to accept the plinth.", "The artist would accept the plinth."),
    ("The artist refused to accept the plinth.", "The artist did not accept the plinth."),
    ("The artist refused to accept the plinth.", "The artist was not able to accept the plinth."),
    ("It was possible that the shop would close.", "The shop would close."),
    ("It was possible that the shop would close.", "The shop might not close."),
    ("It was possible that the shop would not close.", "The shop might close."),
    ("It was likely that the stream would flood.", "It was unlikely that the stream would flood."),
    ("It was unlikely that the path would be open.", "The path would not be open."),
    ("Dr Kitto denied that the practice was closing.", "Dr Kitto said that the practice was closing."),
    ("None of the drivers had been hurt.", "Not all of the drivers had been hurt."),
    ("There had been no response from the owner.", "The owner had responded."),
    ("There had been no response from the owner.", "The agent had not responded."),
]

SPOKEN = [
    ("Cllr Marsh: Has the bridge been inspected?", "Cllr Marsh asked whether the bridge had been inspected."),
    ('Mrs Orr asked, "Is the new timetable ready?"', "Mrs Orr asked whether the new timetable was ready."),
    ('Mr Pike: "When will the kiosk open?"', "Mr Pike asked when the kiosk would open."),
    ("Dr Lund asked: Do the buses still stop here?", "Dr Lund asked if the buses still stopped there."),
    ("I reported that I had cut the hedge.", "The Clerk reported that she had cut the hedge."),
    ("We thanked the caretaker for his help.", "The committee thanked the caretaker for his help."),
    (
        'Ravi: "We have booked the hall and are waiting for the key."',
        "Ravi reported that they had booked the hall and were waiting for the key.",
    ),
]

OTHERWISE_SPOKEN = [
    ("Cllr Marsh: Has the bridge been inspected?", "Cllr Marsh said that the bridge had been inspected."),
    ("Cllr Marsh: Has the bridge been inspected?", "Cllr Marsh asked whether the bridges had been repaired."),
    ('Mr Pike: "When will the kiosk open?"', "Mr Pike asked why the kiosk would open."),
    ('Mr Pike: "When will the kiosk open?"', "Mr Prior asked when the kiosk would open."),
    ("I reported that I had cut the hedge.", "The Warden reported that she had cut the hedge."),
    ("I reported that I had cut the hedge.", "The Clerk denied that she had cut the hedge."),
    ('Ravi: "We have booked the hall."', "Ravi reported that they had not booked the hall."),
]


def _findings(draft: str, final: str) -> list[Finding]:
    return list(compare_texts(HEAD + draft + TAIL, HEAD + final + TAIL, use_model=False).findings)


@pytest.mark.parametrize(("draft", "final"), [*SAME, *SPOKEN])
def test_the_same_put_another_way_is_one_minor_finding(draft: str, final: str) -> None:
    """Either way round, a reader loses nothing."""
    for one, other in ((draft, final), (final, draft)):
        found = [finding for finding in _findings(one, other) if finding.severity is not Severity.COSMETIC]
        assert [finding.severity for finding in found] == [Severity.MINOR]


@pytest.mark.parametrize(("draft", "final"), [*GRAVE, *OTHERWISE_SPOKEN])
def test_another_force_or_another_question_is_grave(draft: str, final: str) -> None:
    """What was refused, possible, denied or asked is another thing: never published unread."""
    for one, other in ((draft, final), (final, draft)):
        comparison = compare_texts(HEAD + one + TAIL, HEAD + other + TAIL, use_model=False)
        assert comparison.gate is not Gate.PUBLISH
