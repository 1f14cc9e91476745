"""What a sentence of prose puts on record is as grave there as in a list; another wording of it is not."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.values import Comparison, Severity

_HEAD = (
    "Saltmarsh Harbour Trust\n\nMinutes of the meeting held on 12 March 2025\n\n"
    "Present: Lena Marsh (Chair), Tom Odell, Ines Varga, Peter Quill.\n\nApologies: Ruth Fenn.\n\n"
)
_TAIL = "\n\n5. Roof\n\nThe surveyor explained the state of the roof and answered questions. Members thanked him.\n"


def _compared(title: str, draft: str, final: str) -> Comparison:
    whole = [f"{_HEAD}4. {title}\n\n{text}{_TAIL}" for text in (draft, final)]
    return compare_texts(*whole, use_model=False)


# Title, draft, final: the whole sentence is a record of prose, and one fact of it differs.
_GRAVE = [
    ("Lease", "Ewan disclosed that his wife works for it.", "Ewan disclosed that his wife owns it."),
    ("Conflicts", "Mrs Cray noted a conflict of loyalty on item 8.", "Mrs Cray noted a conflict of loyalty on item 5."),
    ("Grants", "A dispensation was granted to Mr Pell for it.", "A dispensation was granted to Mr Birch for it."),
    ("Staff", "This part of the notes is confidential.", "This part of the notes is open."),
    ("Staff", "The Board adjourned to executive session.", "The Board adjourned to open session."),
    ("Staff", "Mr Eade was excluded from the discussion of pay.", "Mr Eade was included in the discussion of pay."),
    ("Chair", "Tom Odell took over the chair at item 6.", "Tom Odell took over the chair at item 8."),
    ("Chair", "Lena Marsh called the meeting to order.", "Ines Varga called the meeting to order."),
    ("Budget", "Director Dorn participated by phone.", "Director Dorn participated in person."),
    ("Power", "The Head was given authority to spend £500.", "The Bursar was given authority to spend £500."),
    (
        "Vote",
        "Councillors Ash and Birch voted for and Councillor Pell against.",
        "Councillor Ash voted for and Councillors Birch and Pell against.",
    ),
    ("Lease", "Tom Odell had an interest in application 24/0112.", "Tom Odell had an interest in application 24/0113."),
    ("Business interests", "Ines Varga said that it applied to item 9.", "Ines Varga said that it applied to item 6."),
    (
        "Disclosures",
        "Ines Varga disclosed an impartiality interest in item 7.",
        "Ines Varga disclosed a financial interest in item 7.",
    ),
    (
        "Lease",
        "Ines Varga, who rents a shed, withdrew for this item.",
        "Ines Varga, who rents a shed, stayed for this item.",
    ),
    ("Lease", "She sat in the public seats for the rest of the item.", "She kept her place for the rest of the item."),
    (
        "Declarations",
        "The following declared a personal and other interest:\n\nMr Bevan – item 7 – governor\n\nMr Orr – item 12",
        "The following declared a personal and other interest:\n\nMr Bevan – item 9 – governor\n\nMr Orr – item 12",
    ),
    ("Staff", "The press and public were excluded.", "The press and public were allowed to stay."),
    ("Staff", "The matter was considered in private.", "The matter was considered in public."),
    (
        "Staff",
        "The pay report was taken under Part 2 of the agenda.",
        "The pay report was taken under Part 1 of the agenda.",
    ),
    ("Staff", "The Board went into private session after item 7.", "The Board went into private session after item 6."),
    ("Staff", "Residents were asked to leave.", "Residents were asked to stay."),
    ("Chair", "In the absence of the Chair, Tom Odell presided.", "In the absence of the Chair, Ines Varga presided."),
    ("Chair", "Sabine being on leave, Howell chaired.", "Sabine being on leave, Marged chaired."),
    ("Chair", "It was reported that Ruth Fenn had been delayed.", "It was reported that Ruth Fenn could not come."),
    ("Budget", "Peter Quill joined the meeting at item 4.", "Peter Quill joined the meeting at item 5."),
    ("Budget", "Peter Quill left before item 6.", "Peter Quill left before item 7."),
    ("Budget", "Peter Quill joined by video link.", "Peter Quill joined in person."),
    ("Budget", "The meeting was inquorate from item 5.", "The meeting was inquorate from item 6."),
    ("Office", "After a ballot Cllr Teal was duly elected.", "After a ballot Cllr Rao was duly elected."),
    ("Office", "Mrs Jane Tully was co-opted to the Trust.", "Mrs June Tully was co-opted to the Trust."),
    (
        "Power",
        "It was agreed that the Treasurer be authorised to sign the lease.",
        "It was agreed that the Clerk be authorised to sign the lease.",
    ),
    (
        "Power",
        "Authority to settle the claim was delegated to the Treasurer.",
        "Authority to settle the claim was delegated to the Harbour Master.",
    ),
]

# The same record in other words: at most minor, one finding at most.
_HARMLESS = [
    ("Conflicts of interest", "Nobody had anything to declare.", "None."),
    ("Budget", "Director Dorn joined via Zoom.", "Director Dorn joined by Zoom."),
    ("Chair", "Lena Marsh chaired the meeting.", "Lena Marsh was in the chair."),
    ("Declarations of interest", "No declarations were made.", "There were no declarations of interest."),
    ("Declarations of interest", "There were no declarations of interest.", "None declared."),
    ("Declarations of interest", "None.", "No member declared an interest in any item on the agenda."),
    ("Public questions", "No questions had been received.", "There were no questions."),
    (
        "Declarations of interest",
        "Members were reminded of the need to declare any interest.",
        "Members were reminded that they should declare any interest.",
    ),
    (
        "Staff",
        "At 8.10 pm the trustees went into private session.",
        "At 8.10 pm the trustees moved into private session.",
    ),
    ("Staff", "The trustees went into closed session.", "The trustees moved to closed session."),
    ("Budget", "Ms Pettigrew joined at item 3.", "Ms Pettigrew joined the meeting at item 3."),
    ("Budget", "Ms Pettigrew left the meeting before item 6.", "Ms Pettigrew left before item 6."),
    ("Chair", "Lena Marsh took the chair.", "Lena Marsh was in the chair."),
    ("Chair", "In the absence of the Chair, Tom Odell presided.", "In the Chair's absence, Tom Odell presided."),
    ("Chair", "A quorum was established and the meeting opened.", "Quorum was established and the meeting opened."),
]

# Like a record by a word of it, and none: what differs is worded anew, not more.
_NO_RECORD = [
    ("Party", "Visitors stayed late and enjoyed the music.", "Visitors left late and enjoyed the music."),
    ("Roads", "Resurfacing at Knockbrack had been delayed.", "Resurfacing at Knockbrack had been abandoned."),
    ("Roads", "Tickets went to people who would come.", "Tickets went to people who would pay."),
    ("Land", "The land was in private hands.", "The land was in public hands."),
    ("Land", "The duty stands in Part 2 of the Act.", "The duty stands in Part 1 of the Act."),
]


@pytest.mark.parametrize(("title", "draft", "final"), _GRAVE)
def test_a_fact_of_a_record_in_prose_is_one_critical_finding(title: str, draft: str, final: str) -> None:
    """Who declared, took part, presided, came, was let in or was given an office, told in a sentence."""
    for one, other in ((draft, final), (final, draft)):
        assert [finding.severity for finding in _compared(title, one, other).findings] == [Severity.CRITICAL]


@pytest.mark.parametrize(("title", "draft", "final"), _HARMLESS)
def test_a_record_in_other_words_is_at_most_one_minor_finding(title: str, draft: str, final: str) -> None:
    """Nothing that the sentence records differs."""
    for one, other in ((draft, final), (final, draft)):
        severities = [finding.severity for finding in _compared(title, one, other).findings]
        assert severities in ([], [Severity.MINOR], [Severity.COSMETIC])


@pytest.mark.parametrize(("title", "draft", "final"), _NO_RECORD)
def test_a_word_of_records_alone_makes_no_record(title: str, draft: str, final: str) -> None:
    """The works are no person, an Act no agenda, land no meeting."""
    for one, other in ((draft, final), (final, draft)):
        assert Severity.CRITICAL not in {finding.severity for finding in _compared(title, one, other).findings}
