"""A paragraph that was set anew as a list, or the reverse, differs in its words alone."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.values import Severity

# The same entries, in a line and on lines of their own.
SAME = [
    (
        "Grants: Choir £200, Brownies £450, Lunch Club £700.",
        "Grants:\n- Choir: £200\n- Brownies: £450\n- Lunch Club: £700",
    ),
    (
        "RESOLVED: (a) that the tree be felled; (b) that a new one be planted; (c) that the stump be ground out.",
        "RESOLVED:\n- that the tree be felled;\n- that a new one be planted;\n- that the stump be ground out.",
    ),
    (
        "AGREED (i) to buy salt, (ii) to lend the spreader and (iii) to grit the steps.",
        "AGREED\n- to buy salt\n- to lend the spreader\n- to grit the steps",
    ),
    (
        "Stewards: Gate A Mrs Orr; Gate B Mr Pym; Gate C Miss Quirk.",
        "Stewards:\n- Gate A: Mrs Orr\n- Gate B: Mr Pym\n- Gate C: Miss Quirk",
    ),
]

# Two figures that changed rows, or an entry that was lost.
OTHER = [
    (
        "Awards were made as follows: Brass Band £500, Scout Group £350, Lunch Club £900.",
        "Awards were made as follows:\nBrass Band – £500\nScout Group – £900\nLunch Club – £350",
    ),
    (
        "Grants: Choir £200, Brownies £450, Lunch Club £700.",
        "Grants:\n- Choir: £200\n- Brownies: £700\n- Lunch Club: £450",
    ),
    (
        "Seats were allotted thus: Ash Ward 3, Birch Ward 2 and Cedar Ward 4.",
        "Seats were allotted thus:\nAsh Ward – 3\nBirch Ward – 4\nCedar Ward – 2",
    ),
    (
        "RESOLVED: (a) that the tree be felled; (b) that a new one be planted; (c) that the stump be ground out.",
        "RESOLVED:\n- that the tree be felled;\n- that the stump be ground out.",
    ),
    (
        "RESOLVED:\n1) to note the outturn; 2) to carry forward £64,000 for the roof; and 3) to close the reserve.",
        "RESOLVED:\n• to note the outturn;\n• to carry forward £64,000 for the roof.",
    ),
    (
        "AGREED (i) to buy salt, (ii) to lend the spreader to the school and (iii) to grit the steps.",
        "AGREED\n(i) to buy salt,\n(ii) to grit the steps.",
    ),
]


def gravities(draft: str, final: str) -> list[Severity]:
    """The severities above cosmetic, without the model."""
    found = compare_texts(draft, final, use_model=False).findings
    return [finding.severity for finding in found if finding.severity is not Severity.COSMETIC]


@pytest.mark.parametrize(("draft", "final"), SAME)
def test_the_same_entries_on_lines_of_their_own_are_the_same(draft: str, final: str) -> None:
    """Marks, joints and what parts a label from its figure are layout."""
    assert gravities(draft, final) == []
    assert gravities(final, draft) == []


@pytest.mark.parametrize(("draft", "final"), OTHER)
def test_what_else_differs_in_a_relaid_list_is_one_critical_finding(draft: str, final: str) -> None:
    """Two figures that changed places are one change, and so is an entry that went."""
    assert gravities(draft, final) == [Severity.CRITICAL]
    assert gravities(final, draft) == [Severity.CRITICAL]


def test_sentences_of_a_paragraph_are_no_entries() -> None:
    """In long lines a comma says what it says in any sentence."""
    draft = (
        "The roof leaked badly in three places above the stage. The tenant, Mr Orr, had told the clerk of it in May."
    )
    final = "The roof leaked badly in three places above the stage.\nThe tenant Mr Orr had told the clerk of it in May."
    assert gravities(draft, final) == [Severity.MINOR]
