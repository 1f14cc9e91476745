"""What a decision binds, told outside a numbered resolution: terms, headers, conditions, offices."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.values import Severity

LIST = "- a month's notice, in writing\n- no dogs off the lead\n- water paid by the tenant"
LEADS = [
    "The terms agreed were:",
    "Mr Tofield and the Trust settled the following terms:",
    "The loan was made on these terms:",
    "Conditions of the grant are:",
    "The rules agreed for the meadow were:",
    "The conditions imposed on the permit were:",
    "The following conditions were attached to the licence:",
]
NO_LEADS = ["The terms offered by the brewery were:", "Ground conditions at the site were:", "The crew's ideas were:"]


def found(draft: str, final: str) -> list[tuple[str, Severity]]:
    """The rules and severities above cosmetic, without the model."""
    findings = compare_texts(draft, final, use_model=False).findings
    return [(finding.rule, finding.severity) for finding in findings if finding.severity is not Severity.COSMETIC]


def gravities(draft: str, final: str) -> list[Severity]:
    """The severities above cosmetic."""
    return [severity for _, severity in found(draft, final)]


@pytest.mark.parametrize("lead", LEADS)
def test_terms_that_were_settled_bind_as_a_resolution_does(lead: str) -> None:
    """A word of them is critical, and so is one of them that was lost."""
    text = f"7. Meadow\n{lead}\n{LIST}\nThe clerk will write."
    assert gravities(text, text.replace(", in writing", "")) == [Severity.CRITICAL]
    assert gravities(text, text.replace("- no dogs off the lead\n", "")) == [Severity.CRITICAL]


@pytest.mark.parametrize("lead", NO_LEADS)
def test_what_somebody_offers_or_finds_binds_nobody(lead: str) -> None:
    """Terms that are only offered, and conditions of the ground, are narrative."""
    text = f"7. Meadow\n{lead}\n{LIST}\nThe clerk will write."
    assert gravities(text, text.replace(", in writing", "")) == [Severity.MAJOR]


def test_terms_on_lines_with_labels_belong_together() -> None:
    """All lines with labels below the lead are terms, and what follows them is not."""
    draft = "Terms were settled as follows:\nTerm: 21 years\nRent: £900, upwards only\nRepairs: tenant\nTea followed."
    assert gravities(draft, draft.replace(", upwards only", "")) == [Severity.CRITICAL]
    assert gravities(draft, draft.replace("Repairs: tenant", "Repairs: landlord")) == [Severity.CRITICAL]
    assert Severity.CRITICAL not in gravities(draft, draft.replace("Tea followed", "Lunch followed"))


LIMBS = "(1) that admission be granted on a closed basis;\n(2) that a bond be taken."


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("RECOMMENDED to the Pensions Board", "RESOLVED"),
        ("RECOMMENDED to the Diocesan Synod –", "RESOLVED –"),
        ("Recommendation to the Synod:", "Decision:"),
        ("RECOMMENDED to the Finance Committee:", "RECOMMENDED to the Parks Committee:"),
        ("NOTED:", "APPROVED:"),
        ("DEFERRED", "APPROVED"),
    ],
)
def test_another_header_above_the_same_limbs_is_one_critical_finding(draft: str, final: str) -> None:
    """Who decides, and what, stands in the header: neither is a lost limb, nor a mark of the document."""
    above = "16. Admission\nThe clerk spoke of it.\n"
    assert gravities(f"{above}{draft}\n{LIMBS}", f"{above}{final}\n{LIMBS}") == [Severity.CRITICAL]
    assert gravities(f"{draft}\n{LIMBS}", f"{final}\n{LIMBS}") == [Severity.CRITICAL]


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        (
            "After a full discussion the Panel recommended:",
            "There was a full discussion, after which the Panel recommended:",
        ),
        ("After some discussion, it was agreed:", "There was some discussion and it was agreed:"),
        (
            "Following questions and a vote the Forum agreed:",
            "There were questions and a vote, whereupon the Forum agreed:",
        ),
        ("Having heard the officers, the Panel determined:", "The Panel, having heard the officers, determined:"),
    ],
)
def test_what_went_before_a_decision_in_other_words_is_minor(draft: str, final: str) -> None:
    """The decision and its limbs are the same."""
    assert found(f"{draft}\n{LIMBS}", f"{final}\n{LIMBS}") == [("grammar.construction", Severity.MINOR)]
    assert found(f"{final}\n{LIMBS}", f"{draft}\n{LIMBS}") == [("grammar.construction", Severity.MINOR)]


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        (
            "RESOLVED: That the lease be granted and, subject to the solicitor's advice, the fence be moved.",
            "RESOLVED: That, subject to the solicitor's advice, the lease be granted and the fence be moved.",
        ),
        (
            "RESOLVED: That leave be granted. That the Head of Planning agree the scheme, subject to the Tree Officer.",
            "RESOLVED: That, subject to the Tree Officer, leave be granted and the Head of Planning agree the scheme.",
        ),
    ],
)
def test_a_condition_that_was_moved_to_bind_more_is_one_critical_finding(draft: str, final: str) -> None:
    """What a condition stands before decides what it binds."""
    assert gravities(draft, final) == [Severity.CRITICAL]
    assert gravities(final, draft) == [Severity.CRITICAL]


def test_a_condition_that_was_moved_and_binds_the_same_is_no_critical_finding() -> None:
    """With one thing resolved a condition may stand before or behind it."""
    draft = "RESOLVED: That leave be given, subject to the consent of the owner."
    assert gravities(draft, "RESOLVED: That, subject to the consent of the owner, leave be given.") == [Severity.MAJOR]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Hon. Sec.", "Honorary Secretary"),
        ("Hon. Treas.", "Honorary Treasurer"),
        ("Asst. Clerk", "Assistant Clerk"),
        ("Dep. Chair", "Deputy Chair"),
        ("Vice-Pres.", "Vice-President"),
        ("Gen. Manager", "General Manager"),
    ],
)
def test_an_office_cut_short_is_the_same_office(short: str, long: str) -> None:
    """In a resolution too."""
    text = "RESOLVED: that the {} sign the deed."
    assert gravities(text.format(short), text.format(long)) == []
    assert gravities(text.format(short), text.format("Harbour Master")) == [Severity.CRITICAL]


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("Clerk to order salt.", "The Clerk will order salt."),
        ("Warden to mend gate by 3 May.", "The Warden will mend the gate by 3 May."),
        ("Treasurer to close the old account.", "The Treasurer is to close the old account."),
    ],
)
def test_a_note_written_out_is_one_minor_finding(draft: str, final: str) -> None:
    """The article and the verb came together."""
    assert gravities(draft, final) == [Severity.MINOR]
