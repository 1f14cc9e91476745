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
