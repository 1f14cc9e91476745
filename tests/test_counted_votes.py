"""A counted vote is its counts, whatever form it is told in."""

from __future__ import annotations

import pytest

from compare import Severity, compare_texts
from compare.values import Gate

_HEAD = "Quarry Homes Ltd, 4 March 2025\n\n4. Sale of the depot\n\nThe Secretary had written.\n\n"
_TAIL = "\n\nThe Secretary would write to the buyer."


def _compared(draft: str, final: str) -> tuple[Gate, list[tuple[str, Severity]]]:
    found = compare_texts(_HEAD + draft + _TAIL, _HEAD + final + _TAIL, use_model=False)
    return found.gate, [(finding.rule, finding.severity) for finding in found.findings]


_SAME = (
    (
        "On a vote there were five in favour and two against.",
        "On a vote the result was\nFor: 5\nAgainst: 2\nAbstain: 0",
    ),
    ("On a show of hands six voted for the motion and four against it.", "On a show of hands:\nFor – 6\nAgainst – 4"),
    ("Resolution 2: F 31 / A 6 / Ab 4\nPassed.", "Resolution 2: 31 for, 6 against, 4 abstentions\nPassed."),
    ("Ballot: Y 14 / N 2 / A 1", "Ballot: 14 yes, 2 no, 1 abstention"),
    ("On a division: Motion: 6. Amendment: 8.", "On a division: 6 for the motion and 8 for the amendment."),
    ("There voted for the amendment 5 and for the motion 9.", "5 voted for the amendment and 9 for the motion."),
    ("Votes for: 9. Votes against: 2. The offer was lost.", "The offer was lost by nine votes to two."),
    ("Vote: For: 10. Against: 2. Abstentions: 0.", "Vote: 10 – 2 – 0 (for – against – abstentions)."),
    ("Ayes: 5 Nays: 1 Absent: 1\nMotion carried.", "Motion carried, 5 ayes to 1 nay, with 1 absent."),
    ("On a vote the members were unanimous in favour.", "On a vote all the members voted in favour."),
    ("The motion was carried unanimously.", "The motion was carried, all present voting in favour."),
    ("The motion was carried nem. con.", "The motion was carried with none against."),
    ("The motion was carried without a vote.", "The motion was carried by general assent."),
    (
        "The votes being equal, six and six, she gave her casting vote.",
        "The vote being tied 6–6 she used her casting vote.",
    ),
    ("On the amendment there were 7 for and 7 against.", "On the amendment the vote was tied at 7 each."),
)


@pytest.mark.parametrize(("draft", "final"), _SAME)
def test_the_same_counts_in_another_form_are_one_cosmetic_finding(draft: str, final: str) -> None:
    """Sentences, labelled lines, codes, positions and words for all tell the same vote, in both directions."""
    for own, other in ((draft, final), (final, draft)):
        assert _compared(own, other) == (Gate.PUBLISH, [("vote.form", Severity.COSMETIC)])


_OTHER = (
    ("On a vote there were five in favour and two against.", "On a vote the result was\nFor: 5\nAgainst: 3"),
    ("Resolution 2: F 31 / A 6 / Ab 4\nPassed.", "Resolution 2: 31 for, 4 against, 6 abstentions\nPassed."),
    ("On a division: Motion: 6. Amendment: 8.", "On a division: 8 for the motion and 6 for the amendment."),
    ("Votes for: 9. Votes against: 2. The offer was carried.", "The offer was lost by nine votes to two."),
    (
        "The votes were equal and he gave his casting vote for it.",
        "The vote was tied and he used his casting vote against it.",
    ),
    ("On a vote all members were in favour.", "On a vote not all members were in favour."),
    ("On a vote all members were in favour.", "On a vote all members but Mr Lane were in favour."),
    ("The motion was carried nem. con.", "The motion was carried with one against."),
    (
        "The motion to pay with the grant was carried 5-2.",
        "The motion to pay without the grant was carried by 5 votes to 2.",
    ),
)


@pytest.mark.parametrize(("draft", "final"), _OTHER)
def test_another_count_or_another_word_beside_it_is_critical(draft: str, final: str) -> None:
    """A form that hides another vote is never published."""
    for own, other in ((draft, final), (final, draft)):
        gate, found = _compared(own, other)
        assert gate is Gate.HOLD, found


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("The motion to sell to the club was carried 5-2.", "The motion to sell by the club was carried 5-2."),
        (
            "All for the move of the clinic to the mill stood; 7 did.",
            "All for the move of the mill to the clinic stood; 7 did.",
        ),
        ("The clock would stop for 6 weeks. Mrs Asher voted.", "The clock would stop for six weeks. Mrs Asher voted."),
        ("The rents were due and the vote was unanimous.", "The rents are due and the vote was unanimous."),
    ],
)
def test_what_is_not_the_count_keeps_its_own_finding(draft: str, final: str) -> None:
    """Other words of a sentence about a vote are judged as words."""
    assert "vote.form" not in [rule for rule, _ in _compared(draft, final)[1]]


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("The motion as so amended was put and carried.", "The motion in its original form was put and carried."),
        ("The substantive motion was carried.", "The original motion was carried."),
        ("Mr Ash withdrew his amendment.", "Mr Ash had his amendment taken into the motion."),
        ("The motion became the finding of the meeting.", "The amendment became the finding of the meeting."),
        ("The Chair gave the casting vote for the lease.", "The Vice-Chair gave the casting vote for the lease."),
        (
            "Deputy Ash wished it recorded that she had voted contre.",
            "Deputy Ash wished it recorded that she had voted pour.",
        ),
    ],
)
def test_which_motion_was_put_and_who_decided_the_vote_are_critical(draft: str, final: str) -> None:
    """The motion as amended or as first moved, an amendment withdrawn or taken in, the office with the casting vote."""
    for own, other in ((draft, final), (final, draft)):
        assert _compared(own, other)[0] is Gate.HOLD
