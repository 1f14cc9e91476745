"""The same person named more fully is a small change in what is told, and a grave one where it is decided."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.values import Gate

HEAD = "Minutes of the Ashcombe Trust held on 12 March 2025\n1. Welcome\nThe Chair welcomed all.\n2. Business\n"


@pytest.mark.parametrize(
    ("draft", "final", "gate"),
    [
        ("Mr Calloway explained the screen.", "Mr Edwin Calloway explained the screen.", Gate.PUBLISH),
        ("Amelia Strand gave an account.", "Dr Amelia Strand gave an account.", Gate.PUBLISH),
        ("Councillor Hatherley asked how many.", "Councillor S. Hatherley asked how many.", Gate.PUBLISH),
        ("Mr Pell spoke to Ashby.", "Mr Pell spoke to North Ashby.", Gate.SIGN_OFF),
        ("The letter from Mill Lane was read.", "The letter from Old Mill Lane was read.", Gate.SIGN_OFF),
        ("Mr Pell and Mrs Odell spoke.", "Mr Pell, Mr Moss and Mrs Odell spoke.", Gate.SIGN_OFF),
        ("RESOLVED: That Mr Calloway be thanked.", "RESOLVED: That Mr Edwin Calloway be thanked.", Gate.HOLD),
        ("Ms Hale was proposed by Mr Calloway.", "Ms Hale was proposed by Mr Edwin Calloway.", Gate.HOLD),
    ],
)
def test_a_name_given_in_full(draft: str, final: str, gate: Gate) -> None:
    """Either way round."""
    assert {compare_texts(HEAD + one, HEAD + two).gate for one, two in ((draft, final), (final, draft))} == {gate}


def test_an_initial_ends_no_sentence_of_apologies() -> None:
    """The names before and behind the initial are people of one sentence, in either form of it."""
    form = "1 APOLOGIES\n{}\n\n2 MINUTES\nThe minutes were confirmed.\n"
    comparison = compare_texts(
        form.format("Apologies for absence were received from Mayor Leticia Dray and Councillor B. Fairbrass."),
        form.format("Mayor Leticia Dray and Councillor B. Fairbrass had sent their apologies."),
    )
    assert [finding.rule for finding in comparison.findings] == ["attendance.form"]
    assert comparison.gate is Gate.PUBLISH
