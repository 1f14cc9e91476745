"""Lines that say what a meeting did, and those that only say which meeting it was."""

from __future__ import annotations

import pytest

from compare.style.business import business_from_lists, default_business


@pytest.mark.parametrize(
    "words",
    [
        "Granted",
        "Approved",
        "Confirmed the appointment",
        "Motion carried",
        "The application was refused",
        "Votes: 5 for, 2 against",
        "Against 3",
        "Seconded by the Mayor",
        "Grant of £500",
        "Application No. 22/0433/FUL",
        "Minute 14",
        "12. Apologies",
        "22.09.06 Correspondence",
        "Members thanked the clerk.",
        "Apologies:",
        "Cllr Ann Ash (Chair)",
        "The Committee agreed the report",
    ],
)
def test_business_is_recognised(words: str) -> None:
    """Decisions, votes, sums, items, sentences, labels and names are business."""
    assert default_business().is_in(words)


@pytest.mark.parametrize(
    "words",
    [
        "Planning Committee – 6 September 2022",
        "PLANNING COMMITTEE - 06/09/22",
        "Grants Sub-Committee",
        "Forum for Health",
        "DRAFT MINUTES: not yet approved",
        "Minutes are draft until approved at the next meeting.",
        "Subject to confirmation",
        "CONFIRMED",
        "Chair’s initials: ........",
        "Signed: ____________ Date: ________",
        "Registered charity no. 2XX817",
        "Page 3 of 9",
        "Anytown Trading Ltd.",
        "01234 567890",
    ],
)
def test_running_heads_are_no_business(words: str) -> None:
    """Names of bodies, dates, what the minutes say of themselves, and places to sign are none."""
    assert not default_business().is_in(words)


def test_business_can_be_sent_to_another_process() -> None:
    """Its plain lists make the same words again."""
    assert business_from_lists(default_business().to_lists()) == default_business()
