"""A duty, a plan or a chance in other words is no change of force; another force, or another deed, is."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.values import Gate

HEAD = "Minutes of the Ashcombe Trust held on 12 March 2025\n1. Welcome\nThe Chair welcomed all.\n2. Business\n"

SAME = [
    ("The owner needed to clear the ditch.", "The owner had to clear the ditch."),
    ("The owner did not need to clear the ditch.", "The owner need not clear the ditch."),
    ("Ms Orr felt that two people ought to count it.", "Ms Orr felt that two people should count it."),
    ("The Secretary to mend the leak.", "The Secretary would mend the leak."),
    ("The clerk should report back in June.", "The clerk to report back in June."),
    ("The roof would be mended by Mr Moss.", "The roof is to be mended by Mr Moss."),
    ("Mr Moss asked whether the path might be closed.", "Mr Moss asked if the path could be closed."),
    ("Mr Moss asked whether the path would be closed.", "Mr Moss asked if the path was going to be closed."),
    ("Staff were able to open the safe.", "Staff could open the safe."),
]

CHANGED = [
    ("The owner must clear the ditch.", "The owner should clear the ditch."),
    ("The owner ought to clear the ditch.", "The owner had to clear the ditch."),
    ("The owner may clear the ditch.", "The owner must clear the ditch."),
    ("The owner should clear the ditch.", "The owner may clear the ditch."),
    ("Ms Orr must open it and Mr Moss may watch.", "Ms Orr may open it and Mr Moss must watch."),
    ("The owner need not clear the ditch.", "The owner must not clear the ditch."),
    ("The owner did not have to pay.", "The owner must not pay."),
    ("Clerk to clear the ditch.", "Clerk may clear the ditch."),
    ("RESOLVED: That the owner needs to pay.", "RESOLVED: That the owner should pay."),
]


SAME_DEED = [
    ("RESOLVED that the accounts be approved.", "RESOLVED to approve the accounts."),
    ("It was agreed to buy two benches.", "It was agreed that two benches be bought."),
    ("RESOLVED that the shed be sold to Mr Moss.", "RESOLVED to sell the shed to Mr Moss."),
    ("RESOLVED: That the Clerk write to the school.", "RESOLVED: That the Clerk should write to the school."),
]

OTHER_DEED = [
    ("RESOLVED that the small shed be sold.", "RESOLVED to sell the large shed."),
    ("RESOLVED that Mr Moss pay Mr Pell.", "RESOLVED that Mr Pell pay Mr Moss."),
    ("RESOLVED that Mr Moss pay.", "RESOLVED to pay Mr Moss."),
    ("RESOLVED that the accounts be not approved.", "RESOLVED to approve the accounts."),
    ("AGREED to keep the hut and sell the barn.", "AGREED to sell the hut and keep the barn."),
]


def _gates(draft: str, final: str, *, use_model: bool) -> set[Gate]:
    both_ways = ((draft, final), (final, draft))
    return {compare_texts(HEAD + one, HEAD + two, use_model=use_model).gate for one, two in both_ways}


@pytest.mark.parametrize(("draft", "final"), SAME)
@pytest.mark.parametrize("use_model", [True, False])
def test_the_same_force_is_minor(draft: str, final: str, *, use_model: bool) -> None:
    """The gate stays open where both sides bind with the same force."""
    assert _gates(draft, final, use_model=use_model) == {Gate.PUBLISH}


@pytest.mark.parametrize(("draft", "final"), SAME_DEED)
@pytest.mark.parametrize("use_model", [True, False])
def test_a_resolution_in_another_construction_is_looked_at(draft: str, final: str, *, use_model: bool) -> None:
    """What is resolved is the same, so nothing is held up; the words of the act differ, so somebody looks."""
    assert _gates(draft, final, use_model=use_model) == {Gate.SIGN_OFF}


@pytest.mark.parametrize(("draft", "final"), OTHER_DEED)
@pytest.mark.parametrize("use_model", [True, False])
def test_another_deed_in_another_construction_is_critical(draft: str, final: str, *, use_model: bool) -> None:
    """Another thing, another person or a denial in the new construction holds publication up."""
    assert _gates(draft, final, use_model=use_model) == {Gate.HOLD}


@pytest.mark.parametrize(("draft", "final"), CHANGED)
@pytest.mark.parametrize("use_model", [True, False])
def test_another_force_is_critical(draft: str, final: str, *, use_model: bool) -> None:
    """A duty made advice, a power made a duty, or the two exchanged, holds publication up."""
    assert _gates(draft, final, use_model=use_model) == {Gate.HOLD}
