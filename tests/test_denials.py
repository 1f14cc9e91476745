"""One denial in two forms of words is no change of sense; a denial that bears on another word is."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.values import Gate

HEAD = "Minutes of the Ashcombe Trust held on 12 March 2025\n1. Welcome\nThe Chair welcomed all.\n2. Business\n"

SAME = [
    ("The driver failed to report the accident.", "The driver did not report the accident."),
    ("It was impossible to open the hall.", "The hall could not be opened."),
    ("There was no money for the roof.", "There was a lack of money for the roof."),
    ("The wall was unsafe and had not been mended.", "The wall was not safe and remained unmended."),
    ("Ms Orr was not unaware of the risk.", "Ms Orr was aware of the risk."),
    ("Nobody objected to the scheme.", "There were no objections to the scheme."),
    ("The clerk had received no reply.", "The clerk had not received a reply."),
    ("No objections were received from the parish.", "The parish did not object."),
    ("The invoice remained unpaid.", "The invoice had not been paid."),
    ("Trustees do not believe the fund will recover.", "Trustees believe the fund will not recover."),
    ("Members could not agree on a colour.", "Members were unable to agree on a colour."),
    ("The Council has no objection to the scheme.", "The Council does not object to the scheme."),
    ("The clerk has not yet had an answer.", "No answer had yet been received by the clerk."),
    (
        "Mrs Hale said the trust could not support the plan because it was not ready.",
        "Mrs Hale said that as the plan was not yet ready the trust was unable to support it.",
    ),
]

CHANGED = [
    ("The Board did not support closure and agreed to move.", "The Board supported closure and agreed not to move."),
    ("The trustees had not seen it but backed the bid.", "The trustees had seen it but did not back the bid."),
    ("The driver failed to report the accident.", "The driver reported the accident."),
    ("Mr Hale was unable to find the key.", "Mr Hale was able to find the key."),
    ("It was impossible to open the hall.", "It was possible to open the hall."),
    ("The wall was unsafe and had not been mended.", "The wall was safe and had been mended."),
    ("The wall was unsafe.", "The wall was not unsafe."),
    ("Nobody objected to the scheme.", "There were objections to the scheme."),
    ("The clerk had received no reply.", "The clerk had received a reply."),
    ("The invoice remained unpaid.", "The invoice had been paid."),
    ("Trustees do not believe the fund will recover.", "Trustees believe the fund will recover."),
    ("It was hoped the fund would not recover.", "It was not hoped the fund would recover."),
    ("The tenant did not pay and the landlord paid.", "The tenant paid and the landlord did not pay."),
    ("There were no questions and it was noted.", "There were questions and it was not noted."),
    ("The Council has no objection to the scheme.", "The Council objects to the scheme."),
    ("Neither tender was accepted.", "Either tender was accepted."),
]


def _gates(draft: str, final: str, *, use_model: bool) -> set[Gate]:
    return {compare_texts(HEAD + one, HEAD + two, use_model=use_model).gate for one, two in _both_ways(draft, final)}


def _both_ways(draft: str, final: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (draft, final), (final, draft)


@pytest.mark.parametrize(("draft", "final"), SAME)
@pytest.mark.parametrize("use_model", [True, False])
def test_the_same_denial_holds_nothing_up(draft: str, final: str, *, use_model: bool) -> None:
    """Publication is not held up where both sides deny the same word."""
    assert Gate.HOLD not in _gates(draft, final, use_model=use_model)


@pytest.mark.parametrize(("draft", "final"), CHANGED)
@pytest.mark.parametrize("use_model", [True, False])
def test_a_denial_of_another_word_is_critical(draft: str, final: str, *, use_model: bool) -> None:
    """A denial lost, gained or moved to another word holds publication up, whichever way round."""
    assert _gates(draft, final, use_model=use_model) == {Gate.HOLD}
