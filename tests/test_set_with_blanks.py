"""A table that a plain text sets with blanks: what stands under another heading is told, another width is not."""

from __future__ import annotations

import pytest

from compare import compare_texts
from compare.values import Gate, Severity

VOTES = "Recorded vote on the shelter\n            For   Against\nHartigan     x\n{}\nJessop              x\n"
PLAN = "Capital plan adopted by the Board\n            2025/26    2026/27\n{}\nHeating     15,500     22,000\n"
ROLL = "Roll call, 13 January\nDacosta  P\n{}\nGant     A\n(P present, A apologies)\n"
PROXIES = "Shareholders attending (those marked * by proxy)\nMs O. Larch\n{}\nThe Estate of V. Noakes *\n"

CHANGED = [
    (VOTES.format("Imrie        x"), VOTES.format("Imrie               x"), "structure.cell-moved"),
    (PLAN.format("Windows     40,000     –"), PLAN.format("Windows     –          40,000"), "structure.cell-moved"),
    (ROLL.format("Frith    P"), ROLL.format("Frith    A"), "attendance.changed"),
    (PROXIES.format("Mr D. Mbeki *"), PROXIES.format("Mr D. Mbeki"), "attendance.changed"),
]

SAME = [
    (VOTES.format("Imrie        x"), VOTES.format("Imrie       x")),
    (VOTES.format("Imrie        x"), VOTES.format("Imrie\t     x")),
    (PLAN.format("Windows     40,000     –"), PLAN.format("Windows      40,000    –")),
    (ROLL.format("Frith    P"), ROLL.format("Frith        P")),
    ("The hall   was let.\nThe barn   was sold.\n", "The hall was    let.\nThe barn was    sold.\n"),
]


@pytest.mark.parametrize(("draft", "final", "rule"), CHANGED)
@pytest.mark.parametrize("use_model", [True, False])
def test_another_column_or_code_is_one_critical_finding(draft: str, final: str, rule: str, *, use_model: bool) -> None:
    """One finding, and publication is held up, whichever way round."""
    for left, right in ((draft, final), (final, draft)):
        comparison = compare_texts(left, right, use_model=use_model)
        assert [one.rule for one in comparison.findings if one.severity is not Severity.COSMETIC] == [rule]
        assert comparison.gate is Gate.HOLD


@pytest.mark.parametrize(("draft", "final"), SAME)
def test_another_width_is_layout(draft: str, final: str) -> None:
    """No finding where every cell stays under its heading."""
    assert compare_texts(draft, final).findings == ()


def test_the_columns_are_named_by_their_headings() -> None:
    """As in a table with bars: a reader looks for the heading, not for the third column."""
    comparison = compare_texts(VOTES.format("Imrie        x"), VOTES.format("Imrie               x"), use_model=False)
    assert "from the column “For” to the column “Against”" in comparison.findings[0].reason
