"""What a person calls one change of a sentence is one finding, as grave as the gravest edit in it; two stay two."""

from __future__ import annotations

import pytest
from laws_of_findings import assert_edits_and_findings_cover_each_other

from compare import Comparison, compare_texts
from compare.report.to_terminal import render_terminal
from compare.values import Finding, Severity

_HEAD = "Minutes of the Ashcombe Trust held on 12 March 2025\n\n4. Hall\n\n"
_TAIL = "\n\nThe meeting then looked at the roof."

_ONE = (
    ("Mrs Bray closed the meeting at dusk.", "The meeting was closed at dusk."),
    ("Mr Cobb thanked the crew for its work.", "The crew was thanked for its work."),
    ("The owner of the mill objected to it.", "The mill's owner objected to it."),
    ("It was noted that the fence had been mended by the crew.", "It was noted that the crew had mended the fence."),
    ("The lease was to run for ten years from May.", "The lease from May was to run for ten years."),
    ("The report was well written and useful.", "The report was useful and well written."),
    ("Grants were made to the choir, the band and the school.", "Grants were made to the choir, band and school."),
    (
        "Resolved: That the barn be let to the scouts by the clerk.",
        "Resolved: That the clerk let the barn to the scouts.",
    ),
    ("The Friends did not agree with the route of the path.", "The Friends agreed with the route of the path."),
    ("The Panel never accepted the quotation from Mr Bray.", "The Panel did accept the quotation from Mr Bray."),
    ("The Trust will not repair the weir.", "The Trust repaired the weir."),
    ("The panel welcomed the bid of the Scouts.", "The panel was critical towards the bid of the Scouts."),
    ("The club voted to hire a coach.", "The club voted to hire a minibus driver."),
    ("The head asked for an estimate from the builder.", "The head asked for a firm estimate from the builder."),
    ("The old lock which was made in Leeds had seized.", "The old lock (which was made in Leeds) had seized."),
    ("The bridge, built of oak, had been limed.", "The bridge – built of oak – had been limed."),
    ("The chapel (listed in 1954) would be limewashed.", "The chapel listed in 1954 would be limewashed."),
    ("The child has lost a coat at the gala.", "The children have lost a coat at the gala."),
    ("The volunteer who was trained in May was praised.", "The volunteers who were trained in May were praised."),
    ("This report by the warden was noted with thanks.", "These reports by the warden were noted with thanks."),
    ("Cakes came from Mrs Lamb and Mrs Reed.", "Cakes came from Mrs Lamb, Mrs Reed and Mrs Toft."),
    ("Cakes came from Mrs Lamb, Mrs Reed and Mrs Toft.", "Cakes came from Mrs Lamb and Mrs Reed."),
    ("They saw the mill; the weir; the lock; and the ford.", "They saw the mill, the weir, the lock, and the ford."),
    ("The clerk had recently cleaned the well.", "The clerk had cleaned the well recently."),
    ("Only the warden may open the sluice.", "The warden only may open the sluice."),
    ("The Board agreed formally to close the wing.", "The Board formally agreed to close the wing."),
    (
        "The treasurer presented the accounts to the members.",
        "The accounts were presented to the members by the treasurer.",
    ),
    ("The school was visited by the inspector in the spring.", "The inspector visited the school in the spring."),
    ("Resolved: to adopt the policy.", "Resolved: that the policy be adopted."),
    ("The clerk bought a kettle.", "The clerk bought an electric kettle."),
    ("A mower was bought from the dealer.", "Two mowers were bought from the dealer."),
    ("The committee shelved the advice of the surveyor.", "The committee looked into the advice of the surveyor."),
    ("The playgroup's rent was waived for the spring.", "The playgroup's rent was charged for the spring."),
    (
        "The secretary would speak to the farmer about his bull.",
        "The secretary would write to the farmer about his bull.",
    ),
    ("The farmer replied that the farmer was sorry.", "Mr Cobb replied that Mr Cobb was sorry."),
    ("Mr Gale objected to the plan for the pier.", "Mr Gale was in favour of the plan for the pier."),
    ("It was agreed unanimously to mend the fence.", "It was unanimously agreed to mend the fence."),
    ("The motion was carried by all present.", "All present carried the motion."),
    ("Miss Bray will not sell the boat.", "Miss Bray will sell the boat."),
)
_TWO = (
    ("The letter, from the bank, was not answered.", "The letter from the bank was answered."),
    ("Mr Dale was paid £40 for the hire of the hall.", "Mr Pell was paid £45 for the hire of the hall."),
    (
        "The fair is on 3 June 2025 and the fete is on 9 July 2025.",
        "The fair is on 4 June 2025 and the fete is on 8 July 2025.",
    ),
    ("The young clerk praised the crew of the barge.", "The clerk praised the tired crew of the barge."),
    (
        "The path was swept by the crew and the gate was painted.",
        "The path was relaid by the crew and the gate was sold.",
    ),
    (
        "The voices were head by all and the grant was aproved.",
        "The voices were heard by all and the grant was approved.",
    ),
    (
        "The owner shall pay the fee and the tenant must clear the yard.",
        "The owner may pay the fee and the tenant should clear the yard.",
    ),
    (
        "Mr Ash will write to the farmer and Mrs Bray will call the vet.",
        "Mr Oak will write to the farmer and Mrs Hill will call the vet.",
    ),
    ("The roof was sound. The clerk was paid.", "The roof was leaking. The clerk was sacked."),
    ("It rained on 4 May, and 40 people came to the walk.", "It rained on 5 May, and 60 people came to the walk."),
    (
        "The barn was let to the scouts; the field was let to the guides.",
        "The barn was sold to the scouts; the field was let to the brownies.",
    ),
    ("The grant of £500 was made to the chess club.", "The grant of £600 was made to the choir."),
    ("The shed was red, the door was green.", "The shed was blue, the door was white."),
)


def _compared(draft: str, final: str) -> Comparison:
    return compare_texts(_HEAD + draft + _TAIL, _HEAD + final + _TAIL, use_model=False)


def _findings(draft: str, final: str) -> list[Finding]:
    comparison = _compared(draft, final)
    assert_edits_and_findings_cover_each_other(comparison)
    return [finding for finding in comparison.findings if finding.severity is not Severity.COSMETIC]


@pytest.mark.parametrize(("draft", "final"), _ONE)
def test_one_change_is_one_finding(draft: str, final: str) -> None:
    """However many words of one sentence it took to make it, and also with the sides exchanged."""
    assert len(_findings(draft, final)) == 1
    assert len(_findings(final, draft)) == 1


@pytest.mark.parametrize(("draft", "final"), _TWO)
def test_two_changes_stay_two(draft: str, final: str) -> None:
    """A sum and a name, two dates, two duties or two slips of a sentence are settled one by one."""
    assert len(_findings(draft, final)) == 2
    assert len(_findings(final, draft)) == 2


@pytest.mark.parametrize(
    ("draft", "final", "rule", "severity"),
    [
        ("The Trust did not support it.", "The Trust supported it.", "negation.changed", Severity.CRITICAL),
        ("He could not hire the oars.", "He hired the oars.", "negation.changed", Severity.CRITICAL),
        ("The path was never shut.", "The path shut.", "negation.changed", Severity.CRITICAL),
        ("It was agreed unanimously to go.", "It was unanimously agreed to go.", None, Severity.MINOR),
        (
            "The hedge by the mill had grown.",
            "The hedge, by the mill, had grown.",
            "punctuation.changed",
            Severity.MINOR,
        ),
    ],
)
def test_the_gravest_edit_decides(draft: str, final: str, rule: str | None, severity: Severity | None) -> None:
    """A word that turns the sense is not hidden by the milder words that changed with it."""
    (finding,) = _findings(draft, final)
    assert rule in (None, finding.rule)
    assert severity in (None, finding.severity)


def test_unchanged_words_between_the_edits_are_not_marked() -> None:
    """The report marks the two commas, and not the words that they enclose."""
    comparison = _compared("The hedge by the mill had grown.", "The hedge, by the mill, had grown.")
    report = render_terminal(comparison, show=Severity.MINOR, width=120, colour=False)
    assert "The hedge{+,+} by the mill{+,+} had grown." in report
    assert "The hedge by the mill had grown." in report


def test_moved_words_are_named_once() -> None:
    """The reason says that they stand elsewhere, not that they were lost and put in."""
    (finding,) = _findings("The clerk had recently cleaned the well.", "The clerk had cleaned the well recently.")
    assert finding.reason == "“recently” stands at another place in the sentence."
