"""What a permission, a ban or an exclusion is limited by is as grave as the permission, the ban or the exclusion."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.values import Severity

# A limit, an exception or a condition that is lost, or another one.
GRAVE = [
    (
        "The Bursar has authority to write off debts, in consultation with the Chair.",
        "The Bursar has authority to write off debts.",
    ),
    ("Mrs Penry may spend up to £200 in any one case on taxis.", "Mrs Penry may spend up to £200 on taxis."),
    (
        "No work may be ordered without two quotations, save in an emergency.",
        "No work may be ordered without two quotations.",
    ),
    (
        "Mr Pruett was authorised to sign cheques jointly with the Treasurer.",
        "Mr Pruett was authorised to sign cheques.",
    ),
    ("Fees are waived for members, provided always that they book early.", "Fees are waived for members."),
    ("The hall is closed to hirers, with the exception of the playgroup.", "The hall is closed to hirers."),
    ("Everyone apart from the complainant withdrew for the vote.", "Everyone withdrew for the vote."),
    (
        "The Dean may admit late entrants after consulting the Registrar.",
        "The Dean may admit late entrants after informing the Registrar.",
    ),
    (
        "The new rule will run for a trial of six months and then end.",
        "The new rule will run for a trial of six months.",
    ),
    ("The lease would be signed once the bank had agreed.", "The lease would be signed, and the bank had agreed."),
    ("The public were asked to leave for item 8 only.", "The public were asked to leave."),
    ("Approval was given pending receipt of a survey.", "Approval was given on receipt of a survey."),
]

# Of no permission, or only said, such words are no more than others are.
MILD = [
    ("The warden said the trees, apart from the old pear, had done well.", "The warden said the trees had done well."),
    ("Visitors came in numbers until dusk.", "Visitors came in numbers."),
    ("Mrs Orr said the barn could be used when dry.", "Mrs Orr said the barn could be used."),
]

# The same limit or exception in other words.
SAME = [
    ("Apart from the porch the chapel had been painted.", "Except for the porch the chapel had been painted."),
    ("All but the porch had been swept.", "All except the porch had been swept."),
    ("Nobody but the Clerk has a key.", "Nobody except the Clerk has a key."),
    ("The library opens daily, other than on Sundays.", "The library opens daily, except on Sundays."),
    ("Members may bring guests provided that they sign.", "Members may bring guests so long as they sign."),
    (
        "The Dean may admit them after consulting the Registrar.",
        "The Dean may admit them after consultation with the Registrar.",
    ),
    ("Grants are £250 for each applicant.", "Grants are £250 per applicant."),
    ("The rent is £480 each year.", "The rent is £480 a year."),
    (
        "It was taken under paragraph 3 of Part 1 of Schedule 12A.",
        "It was taken under paragraph 3 of Part I of Schedule 12A.",
    ),
    ("The public were asked to withdraw for item 6.", "The public were asked to withdraw for item 6."),
]

# Sentences that bind are no other sentences of the record.
BINDING = [
    "These powers end with the summer recess.",
    "Its choice must be reported to the Board before any order is placed.",
    "The delegation does not extend to increases in cost.",
    "He may not go below it without leave.",
    "It may be used only in the presence of two members.",
    "Such settlement is to be reported to the Senate.",
]
TELLING = [
    "The weather had been poor in the year before.",
    "It had been built by the Scouts of the parish.",
    "The members said that dogs must be kept away.",
]


def gravest(draft: str, final: str) -> Severity | None:
    """The gravest severity of a comparison, without the model."""
    found = compare_texts(draft, final, use_model=False).findings
    return min((finding.severity for finding in found), key=lambda severity: severity.rank, default=None)


@pytest.mark.parametrize(("draft", "final"), GRAVE)
def test_a_limit_lost_or_changed_is_critical_and_one_finding(draft: str, final: str) -> None:
    """Whichever side has it, the limit of what is permitted or forbidden is one critical finding."""
    for one, other in ((draft, final), (final, draft)):
        found = compare_texts(one, other, use_model=False).findings
        assert [finding.severity for finding in found] == [Severity.CRITICAL]


@pytest.mark.parametrize(("draft", "final"), MILD)
def test_the_same_words_limit_nothing_in_a_report(draft: str, final: str) -> None:
    """Where nothing is permitted, forbidden or excluded, a phrase more is no critical finding."""
    assert gravest(draft, final) is not Severity.CRITICAL


@pytest.mark.parametrize(("draft", "final"), SAME)
def test_a_limit_in_other_words_is_at_most_minor(draft: str, final: str) -> None:
    """One phrase for another of its sense leaves the limit as it is."""
    assert gravest(draft, final) in (None, Severity.COSMETIC, Severity.MINOR)


@pytest.mark.parametrize("sentence", BINDING)
def test_a_sentence_that_limits_what_was_given_is_critical(sentence: str) -> None:
    """A duty, or how far what was given reaches, is lost with its sentence."""
    text = "The crew was trusted with the seal and the boat. {}The warden spoke of the pond."
    assert gravest(text.format(sentence + " "), text.format("")) is Severity.CRITICAL
    assert gravest(text.format(""), text.format(sentence + " ")) is Severity.CRITICAL


@pytest.mark.parametrize("sentence", TELLING)
def test_a_sentence_that_only_tells_is_major(sentence: str) -> None:
    """A sentence that neither binds nor limits is one of substance, and no more."""
    text = "The crew was trusted with the seal and the boat. {}The warden spoke of the pond."
    assert gravest(text.format(sentence + " "), text.format("")) is Severity.MAJOR


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("PART TWO – NOT FOR PUBLICATION", "PART ONE – OPEN TO THE PUBLIC"),
        ("PART B – PRIVATE BUSINESS", "PART A – PUBLIC BUSINESS"),
        ("ITEMS TAKEN IN PRIVATE", "ITEMS TAKEN IN PUBLIC"),
    ],
)
def test_a_heading_that_opens_private_business_is_one_critical_finding(draft: str, final: str) -> None:
    """What is below the heading becomes public with it."""
    text = "{}\n12. Rent arrears\nThe schedule was noted by the panel."
    found = compare_texts(text.format(draft), text.format(final), use_model=False).findings
    assert [(finding.rule, finding.severity) for finding in found] == [("exempt.session", Severity.CRITICAL)]


def test_another_ground_of_exclusion_is_critical() -> None:
    """The ground on which the public left decides whether it was lawful."""
    text = "The public then left, the next report containing information relating to an individual (paragraph {})."
    assert gravest(text.format(1), text.format(2)) is Severity.CRITICAL
    text = "The meeting went into private session for item 8 on the ground of {}."
    assert gravest(text.format("legal privilege"), text.format("commercial interest")) is Severity.CRITICAL
