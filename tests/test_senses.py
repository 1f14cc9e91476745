"""Small words that turn the sense are told with the gravity of what depends on them, and nobody is blamed for one."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.rules import sense
from compare.values import Severity

TURNED = [
    ("Mrs Quill joined the meeting before item 6.", "Mrs Quill joined the meeting after item 6.", Severity.CRITICAL),
    (
        "Mr Orrin arrived after the accounts were read.",
        "Mr Orrin came in before the accounts were read.",
        Severity.CRITICAL,
    ),
    ("Governors want the report within 14 days.", "Governors want the report after 14 days.", Severity.CRITICAL),
    ("The licence runs from 1 April 2026.", "The licence runs until 1 April 2026.", Severity.CRITICAL),
    ("The tender sum was below £40,000.", "The tender sum was above £40,000.", Severity.CRITICAL),
    ("Turnover rose to £1.2m in the year.", "Turnover fell to £1.2m in the year.", Severity.CRITICAL),
    ("They met on 4 May 2025 to plan it.", "They met before 4 May 2025 to plan it.", Severity.CRITICAL),
    ("Lorries over 7.5 tonnes are banned.", "Lorries under 7.5 tonnes are banned.", Severity.CRITICAL),
    ("All of the trustees had read it.", "Some of the trustees had read it.", Severity.MAJOR),
    ("Few residents had replied.", "A few residents had replied.", Severity.MAJOR),
    ("Members may smoke inside the pavilion.", "Members may smoke outside the pavilion.", Severity.MAJOR),
    ("The landlord pays for the roof.", "The tenant pays for the roof.", Severity.MAJOR),
    ("The lessor must insure it.", "The lessee must insure it.", Severity.MAJOR),
    ("Fees are payable in advance.", "Fees are payable in arrears.", Severity.MAJOR),
    ("The lights would be switched on.", "The lights would be switched off.", Severity.MAJOR),
    ("Nearly all members agreed.", "All members agreed.", Severity.MAJOR),
    ("The gate is shut at dusk and locked.", "The gate is shut at dusk or locked.", Severity.MAJOR),
    ("The report went to the auditors.", "The report came from the auditors.", Severity.MAJOR),
    ("More members backed it.", "Most members backed it.", Severity.MAJOR),
    ("Work stops if rain falls.", "Work stops even if rain falls.", Severity.MAJOR),
]

SAME = [
    ("After the tea the talk went on.", "Following the tea the talk went on."),
    ("Prior to the talk tea was served.", "Before the talk tea was served."),
    ("Owing to the rain it was called off.", "Because of the rain it was called off."),
    ("Over 40 people came.", "More than 40 people came."),
    ("The fund holds more than £900.", "The fund holds in excess of £900."),
    ("Some members had left early.", "A few members had left early."),
    ("Less people came.", "Fewer people came."),
    ("It rained until noon.", "It rained up until noon."),
    ("He wrote to the owner as well as the tenant.", "He wrote to the owner in addition to the tenant."),
    ("The van was parked inside the yard.", "The van was parked in the yard."),
    ("The bus stops by the green.", "The bus stops at the green."),
    ("They paid for the paint.", "They paid of the paint."),
    ("The dog ran of the path.", "The dog ran off the path."),
    ("The crew worked through the night.", "The crew worked during the night."),
    ("The ony path was closed.", "The only path was closed."),
    ("The work took place befor lunch.", "The work took place before lunch."),
    ("The clerk thanked everyone.", "The clerk thanked everybody."),
    ("Anyone may come.", "Anybody may come."),
    ("The fee was paid in the year.", "The fee was paid during the year."),
    ("The repair took about a week.", "The repair took approx. a week."),
]


@pytest.mark.parametrize(("draft", "final", "severity"), TURNED)
def test_a_turned_sense_is_one_finding_that_blames_nobody(draft: str, final: str, severity: Severity) -> None:
    """Either way round it is `sense.opposed`, critical where a figure or someone's presence depends on it."""
    for one, other in ((draft, final), (final, draft)):
        (finding,) = compare_texts(one, other, use_model=False).findings
        assert (finding.rule, finding.severity, finding.suspect) == (sense.opposed.id, severity, None)


@pytest.mark.parametrize(("draft", "final"), SAME)
def test_another_word_of_the_same_sense_is_minor(draft: str, final: str) -> None:
    """So is a slip, and a preposition that leaves the sense; unless the slip is in the final, which is major."""
    (finding,) = compare_texts(draft, final, use_model=False).findings
    assert finding.severity is Severity.MINOR
    assert all(other.rule != sense.opposed.id for other in compare_texts(final, draft, use_model=False).findings)


REWORDED = [
    ("The hall roof leaks and the floor is damp.", "Water comes in and nobody could dry the boards by the door."),
    ("Tickets sell well online and at the shop.", "Most tickets go to people who would never come to the shop."),
    ("Parking was discussed for a while.", "Residents of the lane said they could not find anywhere to stop."),
    ("The bulb order is done.", "The club should get crocus bulbs from the usual firm."),
    ("The choir sang well.", "The choir sang well (the organ was not used that day)."),
    ("It works nicely now with the changes by Ada.", "Ada has rewritten it, which must have taken at least a week."),
    ("Ned will bring some oil.", "Ned has promised some oil."),
]

DENIED = [
    ("The governors support a later start.", "The governors do not support starting any later."),
    ("The owner has paid the arrears in full.", "The owner has never paid the arrears or any part of them."),
    ("The fence may be painted.", "The fence may be painted unless the owner objects."),
    ("The fence may be painted.", "The fence may be painted, but not the gate, in spring."),
    ("The committee noted the report.", "The committee noted the report and did not approve its proposals."),
    ("The contractor shall finish by spring.", "The contractor may, if the weather is poor, finish by spring."),
]


@pytest.mark.parametrize(("draft", "final"), REWORDED)
def test_a_denial_or_a_duty_in_a_rewording_leaves_it_major(draft: str, final: str) -> None:
    """What it bears on is on one side alone, so it is no change of the other side's denial or duty."""
    for one, other in ((draft, final), (final, draft)):
        findings = compare_texts(one, other, use_model=False).findings
        assert Severity.CRITICAL not in {finding.severity for finding in findings}


@pytest.mark.parametrize(("draft", "final"), DENIED)
def test_a_denial_or_a_duty_of_the_same_thing_stays_critical(draft: str, final: str) -> None:
    """However much is worded anew beside it."""
    for one, other in ((draft, final), (final, draft)):
        assert Severity.CRITICAL in {
            finding.severity for finding in compare_texts(one, other, use_model=False).findings
        }


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("The lease runs for two years.", "The lease runs in two years."),
        ("It would be done in a month.", "It would be done within a month."),
        ("The stall was let on three days.", "The stall was let for three days."),
    ],
)
def test_a_preposition_before_a_counted_period_says_how_long_or_when(draft: str, final: str) -> None:
    """The same two words before anything else may be a matter of style."""
    for one, other in ((draft, final), (final, draft)):
        (finding,) = compare_texts(one, other, use_model=False).findings
        assert finding.severity in (Severity.MAJOR, Severity.CRITICAL)


@pytest.mark.parametrize(
    ("draft", "final", "severity"),
    [
        ("Mr Oddie resigned as engineer.", "Mr Oddie re-signed as engineer.", Severity.MAJOR),
        ("The sofa was re-covered.", "The sofa was recovered.", Severity.MAJOR),
        ("The board was re-formed in 2019.", "The board was reformed in 2019.", Severity.MAJOR),
        ("The lease was released to Mr Pyke.", "The lease was re-leased to Mr Pyke.", Severity.MAJOR),
        ("The path was re-opened in June.", "The path was reopened in June.", Severity.MINOR),
        ("The report was re-submitted.", "The report was resubmitted.", Severity.MINOR),
    ],
)
def test_a_hyphen_that_makes_another_word_is_major(draft: str, final: str, severity: Severity) -> None:
    """Any other hyphen is a matter of style, and neither side is blamed for it."""
    for one, other in ((draft, final), (final, draft)):
        (finding,) = compare_texts(one, other).findings
        assert (finding.severity, finding.suspect) == (severity, None)


def test_too_much_is_told_and_too_as_well_is_not() -> None:
    """How costly it is, and that others objected too, are two things."""
    (finding,) = compare_texts("It was rather costly.", "It was too costly.", use_model=False).findings
    assert finding.severity is Severity.MAJOR
    (finding,) = compare_texts("She too objected.", "She objected.", use_model=False).findings
    assert finding.severity is Severity.MINOR
