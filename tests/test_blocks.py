"""Neighbouring paragraphs, bullets or rows that came or went together are one finding."""

from __future__ import annotations

import pytest

from compare import Comparison, compare_texts
from compare.values import Finding, Severity

_HEAD = "Minutes of the Ashcombe Trust held on 12 March 2025\n\n1. Hall\n\nThe Chair spoke of the roof.\n\n"
_TAIL = "\n\nThe meeting thanked the caretaker for her work."
_BLOCKS = (
    "The clerk wrote to the builder.\n\nNothing was heard from him.\n\nA second letter went out.",
    "- paint for the gate\n- two ladders\n- a box of nails",
    "Things to be bought:\n\n- paint for the gate\n- two ladders",
    "| Task | Owner |\n|---|---|\n| Paint the gate | Ann Orr |\n| Mow the lawn | Tom Odell |",
    "The clerk wrote to the builder.\n\n---\n\nNothing was heard from him.",
    "The clerk wrote to the builder.\n\n<br>\n\nNothing was heard from him.",
)


def _compare(draft: str, final: str) -> Comparison:
    return compare_texts(draft, final, use_model=False)


def _above_cosmetic(comparison: Comparison) -> list[Finding]:
    return [finding for finding in comparison.findings if finding.severity is not Severity.COSMETIC]


@pytest.mark.parametrize("block", _BLOCKS)
def test_a_block_that_came_is_one_finding(block: str) -> None:
    """Paragraphs, bullets and rows that were put in together are one finding, which quotes the first and the last."""
    (finding,) = _above_cosmetic(_compare(_HEAD.rstrip() + _TAIL, _HEAD + block + _TAIL))
    assert finding.rule == "structure.paragraph-added"
    assert finding.final is not None
    assert finding.final.text.split() == block.split()


@pytest.mark.parametrize("block", _BLOCKS)
def test_a_block_that_went_is_one_finding(block: str) -> None:
    """What was taken out together is one finding too, whichever document is the final."""
    (finding,) = _above_cosmetic(_compare(_HEAD + block + _TAIL, _HEAD.rstrip() + _TAIL))
    assert finding.rule == "structure.paragraph-removed"
    assert finding.draft is not None
    assert finding.draft.text.split() == block.split()


def test_the_reason_counts_a_block() -> None:
    """The reason says how many paragraphs a block has, and how it begins and ends."""
    (finding,) = _above_cosmetic(_compare(_HEAD.rstrip() + _TAIL, _HEAD + _BLOCKS[0] + _TAIL))
    assert finding.reason == (
        "3 paragraphs stand in the final only: “The clerk wrote to the builder” to “A second letter went out”."
    )


def test_a_decision_in_a_block_keeps_its_finding() -> None:
    """A resolution among paragraphs that were put in is a finding of its own, critical."""
    block = "The clerk wrote to the builder.\n\nRESOLVED: That the builder be paid.\n\nA warden called.\n\nHe was late."
    findings = _above_cosmetic(_compare(_HEAD.rstrip() + _TAIL, _HEAD + block + _TAIL))
    assert [(finding.rule, finding.severity.value) for finding in findings] == [
        ("resolution.limb-added", "critical"),
        ("structure.paragraph-added", "major"),
        ("structure.paragraph-added", "major"),
    ]


def test_a_vote_in_a_block_keeps_its_finding() -> None:
    """A record of voting among paragraphs that were taken out is a finding of its own, critical."""
    block = "The clerk wrote to the builder.\n\nFor: 4. Against: 3. Abstained: 1.\n\nA warden will call."
    findings = _above_cosmetic(_compare(_HEAD + block + _TAIL, _HEAD.rstrip() + _TAIL))
    assert [finding.severity.value for finding in findings] == ["critical", "major", "major"]


def test_paragraphs_apart_are_findings_apart() -> None:
    """Two paragraphs with an unchanged one between them did not come together."""
    draft = _HEAD + "The oak was felled by the wardens on Monday." + _TAIL
    final = (
        _HEAD
        + "A clerk wrote to the builder.\n\nThe oak was felled by the wardens on Monday.\n\nThe path was swept."
        + _TAIL
    )
    assert len(_above_cosmetic(_compare(draft, final))) == 2


def test_a_block_ends_with_its_item() -> None:
    """Paragraphs put in at the end of one item and at the beginning of the next are two findings."""
    heads = ("\n\n2. Paths\n\n", "The path was swept by the crew before the fair.")
    draft = _HEAD.rstrip() + "".join(heads)
    final = _HEAD + "The clerk wrote to the builder." + heads[0] + "A warden asked for gravel.\n\n" + heads[1]
    assert len(_above_cosmetic(_compare(draft, final))) == 2


_VOTES = (
    "| Name | For | Against |\n|---|---|---|\n| Ann Orr | 4 | 7 |\n| Tom Odell | 5 | 9 |\n| Lena Marsh | 6 | 8 |",
    "| Name | Against | For |\n|---|---|---|\n| Ann Orr | 7 | 4 |\n| Tom Odell | 9 | 5 |\n| Lena Marsh | 8 | 6 |",
)
_HEADS = _VOTES[0].partition("\n")[0], _VOTES[1].partition("\n")[0]


@pytest.mark.parametrize(("draft", "final"), [_VOTES, _VOTES[::-1]])
def test_exchanged_columns_are_one_small_finding(draft: str, final: str) -> None:
    """Two columns that changed places with their headings are one minor finding: every row says the same."""
    (finding,) = _above_cosmetic(_compare(_HEAD + draft + _TAIL, _HEAD + final + _TAIL))
    assert (finding.rule, finding.severity) == ("structure.columns-exchanged", Severity.MINOR)
    assert finding.reason.startswith("Columns 2 and 3 of the table changed places")


@pytest.mark.parametrize(
    ("draft", "final", "reason"),
    [
        (
            _VOTES[0],
            _VOTES[1].replace(_HEADS[1], _HEADS[0]),
            "The cells under “For” and “Against” changed places in 3 rows",
        ),
        (_VOTES[0], _VOTES[0].replace(_HEADS[0], _HEADS[1]), "The headings of columns 2 and 3 changed places"),
        (
            _VOTES[0],
            _VOTES[0].replace("5 | 9", "9 | 5"),
            "The cells under “For” and “Against” changed places in one row",
        ),
    ],
)
def test_cells_under_other_headings_are_critical(draft: str, final: str, reason: str) -> None:
    """Cells that changed places without their headings, or headings without them, are one critical finding."""
    (finding,) = _above_cosmetic(_compare(_HEAD + draft + _TAIL, _HEAD + final + _TAIL))
    assert (finding.rule, finding.severity) == ("structure.cell-moved", Severity.CRITICAL)
    assert finding.reason.startswith(reason)


def test_a_value_changed_in_an_exchanged_table_is_told() -> None:
    """A figure that differs in a table whose columns changed places is a finding of its own."""
    findings = _above_cosmetic(_compare(_HEAD + _VOTES[0] + _TAIL, _HEAD + _VOTES[1].replace("| 5 |", "| 3 |") + _TAIL))
    assert findings[0].severity is Severity.CRITICAL
    assert "structure.columns-exchanged" in {finding.rule for finding in findings}


def test_ticks_of_single_members_are_told_one_by_one() -> None:
    """Two members whose ticks changed columns are two findings, where a third member's tick stayed."""
    rows = "| Name | For | Against |\n|---|---|---|\n| Ann Orr | x | |\n| Tom Odell | | x |\n| Lena Marsh | x | |"
    final = rows.replace("| Ann Orr | x | |", "| Ann Orr | | x |").replace("| Tom Odell | | x |", "| Tom Odell | x | |")
    findings = _above_cosmetic(_compare(_HEAD + rows + _TAIL, _HEAD + final + _TAIL))
    assert [finding.rule for finding in findings] == ["structure.cell-moved"] * 2


def test_columns_without_headings_are_critical() -> None:
    """In a table of ticks without headings, exchanged columns may be votes: nothing says that they are the same."""
    rows = "| Ann Orr | x | |\n| Tom Odell | | x |\n| Lena Marsh | x | |"
    final = "| Ann Orr | | x |\n| Tom Odell | x | |\n| Lena Marsh | | x |"
    findings = _above_cosmetic(_compare(_HEAD + rows + _TAIL, _HEAD + final + _TAIL))
    assert {finding.severity for finding in findings} == {Severity.CRITICAL}


def _entries(*lines: str) -> str:
    return "Things to be bought:\n\n" + "\n".join(lines)


_SORTED_LISTS = (
    (_entries("- paint", "- brushes", "- ladder", "- nails"), _entries("- brushes", "- ladder", "- nails", "- paint")),
    (
        _entries(
            "- Tom Odell buys paint.", "- Ann Orr lends a ladder.", "- Sue Penn asks Tim.", "- Lena Marsh will cook."
        ),
        _entries(
            "- Ann Orr lends a ladder.", "- Lena Marsh will cook.", "- Sue Penn asks Tim.", "- Tom Odell buys paint."
        ),
    ),
    (
        "| Task | Who |\n|---|---|\n| Roof | Tom |\n| Gate | Sue |\n| Path | Ann |\n| Lawn | Lena |",
        "| Task | Who |\n|---|---|\n| Gate | Sue |\n| Lawn | Lena |\n| Path | Ann |\n| Roof | Tom |",
    ),
)


@pytest.mark.parametrize(("draft", "final"), [*_SORTED_LISTS, *(pair[::-1] for pair in _SORTED_LISTS)])
def test_a_sorted_list_is_one_cosmetic_finding(draft: str, final: str) -> None:
    """The same lines in another order are one cosmetic finding: of a list, of sentences that were sorted, of rows."""
    comparison = _compare(_HEAD + draft + _TAIL, _HEAD + final + _TAIL)
    (finding,) = comparison.findings
    assert (finding.rule, finding.severity) == ("structure.reordered", Severity.COSMETIC)


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("In order of preference:\n\n- Penn\n- Moss\n- Marsh", "In order of preference:\n\n- Marsh\n- Moss\n- Penn"),
        ("Placed:\n\n1. Penn Ltd\n2. Moss Ltd\n3. Marsh Ltd", "Placed:\n\n1. Marsh Ltd\n2. Moss Ltd\n3. Penn Ltd"),
        (
            "RESOLVED:\n\n- That the roof be mended\n- That paint be bought",
            "RESOLVED:\n\n- That paint be bought\n- That the roof be mended",
        ),
        (
            "- The warden asked for brushes.\n- The Chair thanked the crew.\n- Ann Orr praised the baker.",
            "- The Chair thanked the crew.\n- Ann Orr praised the baker.\n- The warden asked for brushes.",
        ),
    ],
)
def test_order_that_means_something_is_no_trifle(draft: str, final: str) -> None:
    """Ranks, numbers, limbs and what was said after what: another order is at least major."""
    findings = _above_cosmetic(_compare(_HEAD + draft + _TAIL, _HEAD + final + _TAIL))
    assert findings
    assert findings[0].severity in (Severity.MAJOR, Severity.CRITICAL)


def test_a_line_changed_in_a_sorted_list_is_told() -> None:
    """A list that was sorted and has a new entry has both findings: the order, and the entry."""
    draft, final = _SORTED_LISTS[0]
    comparison = _compare(_HEAD + draft + _TAIL, _HEAD + final + "\n- rope" + _TAIL)
    assert [finding.rule for finding in comparison.findings] == ["structure.paragraph-added", "structure.reordered"]


def test_a_moved_row_is_moved() -> None:
    """A row of an unsorted table that stands elsewhere moved; it is not taken out and put in."""
    draft = "| Task | Who |\n|---|---|\n| Roof | Tom |\n| Gate | Lena |\n| Path | Ann |\n| Lawn | Sue |"
    final = "| Task | Who |\n|---|---|\n| Gate | Lena |\n| Path | Ann |\n| Roof | Tom |\n| Lawn | Sue |"
    (finding,) = _compare(_HEAD + draft + _TAIL, _HEAD + final + _TAIL).findings
    assert finding.rule == "structure.paragraph-moved"


_SHIFTED = (
    "The Chair spoke of the roof. The clerk wrote to the builder.\n\nNothing was heard from him. A warden will call.",
    "The Chair spoke of the roof.\n\nThe clerk wrote to the builder. Nothing was heard from him. A warden will call.",
)


def test_a_break_that_moved_by_a_sentence_is_cosmetic() -> None:
    """A sentence that passed to the next paragraph is one cosmetic finding; a word changed in it is one more."""
    (finding,) = _compare(_HEAD + _SHIFTED[0] + _TAIL, _HEAD + _SHIFTED[1] + _TAIL).findings
    assert (finding.rule, finding.severity) == ("structure.split", Severity.COSMETIC)
    edited = _SHIFTED[1].replace("builder", "mason")
    findings = _compare(_HEAD + _SHIFTED[0] + _TAIL, _HEAD + edited + _TAIL).findings
    assert [finding.rule for finding in findings] == ["wording.content", "structure.split"]


@pytest.mark.parametrize("swap", [False, True])
def test_a_split_is_told_once(swap: bool) -> None:  # noqa: FBT001  (a parameter of the test)
    """A paragraph cut in two is one finding, and not counted as a page break too: the file has no pages."""
    draft, final = _HEAD + _SHIFTED[1].replace("\n\n", " ") + _TAIL, _HEAD + _SHIFTED[1] + _TAIL
    comparison = _compare(*((final, draft) if swap else (draft, final)))
    assert [finding.rule for finding in comparison.findings] == ["structure.merged" if swap else "structure.split"]
    assert "page-break" not in comparison.folded


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("14 Tanner Row, Elmsport, EP4 2QT", "6 Chandler Yard, Elmsport, EP1 7LW"),
        ("14 Tanner Row, Elmsport, EP4 2QT", "14 Tanner Row, Elmsport, EP4 2QY"),
        ("9a Mill Lane, Upper Holt, King's Tarn KT1 4QT", "12 The Green, Upper Holt, King's Tarn KT1 5AA"),
        ("14 Mill Lane", "41 Mill Lane"),
    ],
)
def test_an_address_is_one_finding(draft: str, final: str) -> None:
    """Another number, street or postcode is one name of a place that differs, and the reason quotes the address."""
    text = "Parcels are to be sent to {} until the hall is open."
    (finding,) = _compare(_HEAD + text.format(draft) + _TAIL, _HEAD + text.format(final) + _TAIL).findings
    assert finding.rule == "name.place"
    assert draft in finding.reason
    assert final in finding.reason


def test_a_block_does_not_reach_over_a_paragraph_that_moved_away() -> None:
    """Two items changed places; of what went on either side of a paragraph of theirs, it is no part."""
    head = "ASHWELL TOWN COUNCIL\n\nTuesday 9 May 2023\n\nPresent: Councillors Amory (in the Chair), B. Quill and Voss."
    thanks = "The Chair welcomed members and thanked officers for their work."
    left = "Councillor B. Quill left at 8.15 pm. Concern was expressed over the state of the children's playground."
    asked = "Councillor Amory asked whether the lease of the mill could be extended."
    first, last = f"APOLOGIES FOR ABSENCE\n\n{thanks} {thanks} {thanks}", f"DATE OF NEXT MEETING\n\n{asked}"
    titles = (
        "24. DECLARATIONS OF INTEREST",
        "25. MINUTES OF THE LAST MEETING",
        "26. PLANNING APPLICATIONS",
        "27. FINANCE",
    )
    between = "\n\n".join(f"{title}\n\n{thanks}" for title in titles)
    moved = f"Councillor extended.\n\n{left}\n\nThe  welcomed members and thanked officers for their work."
    draft = f"{head}\n\n23. {last}\n\n{moved}\n\n{between}\n\n28. {first}"
    final = f"{head}\n\n23. {first}\n\n{between}\n\n28. {last}\n\n{left}\n\n{thanks}"
    gone = [
        finding.draft.text for finding in compare_texts(draft, final).findings if finding.draft and not finding.final
    ]
    assert "Councillor extended." in gone
    assert all(left not in text for text in gone)
