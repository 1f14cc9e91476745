"""Tests of sentences that are set as lines or as a table, of titles in their line, and of numbers in another style."""

import pytest

from compare import compare_texts
from compare.values import Gate, Severity

_FUNDS = "Wrayburn Trust\n{}\nTrustees thanked the Treasurer.\n"
_TOLD = "The general fund stood at £3,120. The boat fund stood at £870."
_ACTIONS = (
    "| No | Action | Owner | By |\n| 1 | Order salt | Jo Elling | 31 October |\n"
    "| 2 | Write to Wick | Clerk | 14 November |"
)
_LINES = "1. Order salt – Jo Elling – by 31 October\n2. Write to Wick – Clerk – by 14 November"
_AWARDS = "Awards were made as follows: Brass Band £500, Scout Group £350, Lunch Club £900."


@pytest.mark.parametrize(
    ("own", "other"),
    [
        (_TOLD, "Fund | Balance\nGeneral | £3,120\nBoat | £870"),
        (_TOLD, "| Fund | Balance |\n|---|---|\n| General | £3,120 |\n| Boat | £870 |"),
        (_ACTIONS, _LINES),
        (_AWARDS, "Awards\nBrass Band – £500\nScout Group – £350\nLunch Club – £900"),
        ("Roof: the slates had slipped again.", "ROOF\n\nThe slates had slipped again."),
        ("Roof. The slates had slipped again.", "**Roof**\n\nThe slates had slipped again."),
        ("5.0 ROOF\nIt had slipped.\n6.0 PATH\nIt was dry.", "5 Roof\nIt had slipped.\n6 Path\nIt was dry."),
        ("2025/64 Roof\nIt had slipped.\n2025/65 Path\nIt was dry.", "64 Roof\nIt had slipped.\n65 Path\nIt was dry."),
        ("Gloves: twelve pairs", "- Gloves – twelve pairs"),
    ],
)
def test_the_same_in_another_layout_is_the_same(own: str, other: str) -> None:
    """Row by row the same names and figures: nothing above cosmetic, in both directions."""
    for draft, final in ((own, other), (other, own)):
        comparison = compare_texts(_FUNDS.format(draft), _FUNDS.format(final), use_model=False)
        assert {finding.severity for finding in comparison.findings} <= {Severity.COSMETIC}
        assert comparison.gate is Gate.PUBLISH


@pytest.mark.parametrize(
    ("own", "other"),
    [
        (_TOLD, "Fund | Balance\nGeneral | £870\nBoat | £3,120"),
        (_TOLD, "Fund | Balance\nGeneral | £3,120\nBoat | £880"),
        (_ACTIONS, _LINES.replace("31 October", "30 October")),
        (_ACTIONS, _LINES.replace("Jo Elling", "Clerk").replace("– Clerk – by 14", "– Jo Elling – by 14")),
        (_AWARDS, "Awards\nBrass Band – £500\nScout Group – £900\nLunch Club – £350"),
    ],
)
def test_a_row_with_the_figure_of_another_is_critical(own: str, other: str) -> None:
    """What stands beside a name is what is said of it."""
    for draft, final in ((own, other), (other, own)):
        comparison = compare_texts(_FUNDS.format(draft), _FUNDS.format(final), use_model=False)
        assert [(finding.rule, finding.severity) for finding in comparison.findings] == [
            ("structure.row-changed", Severity.CRITICAL)
        ]


@pytest.mark.parametrize(
    ("own", "other"),
    [
        (_TOLD, "Fund | Balance\nGeneral | £3,120"),
        (_TOLD, "Fund | Deficit\nGeneral | £3,120\nBoat | £870"),
        ("Ann Lee declined the post of clerk. Tom Rudd declined that of warden.", "Ann Lee | Clerk\nTom Rudd | Warden"),
        ("The roof was not paid at £4,000. The path was not paid at £900.", "Roof | £4,000\nPath | £900"),
        (_ACTIONS, _LINES.replace("by 31", "after 31")),
        ("Roof: the slates had slipped again.", "PATH\n\nThe slates had slipped again."),
        ("5.0 ROOF\nIt had slipped.\n6.0 PATH\nIt was dry.", "6 Roof\nIt had slipped.\n7 Path\nIt was dry."),
        ("2025/64 Roof\nIt had slipped.\n2025/65 Path\nIt was dry.", "65 Roof\nIt had slipped.\n66 Path\nIt was dry."),
    ],
)
def test_a_row_or_a_word_lost_on_the_way_is_a_loss(own: str, other: str) -> None:
    """A row that is gone, a "not", a verb that decides, a head of another sense, a number that moved."""
    for draft, final in ((own, other), (other, own)):
        assert compare_texts(_FUNDS.format(draft), _FUNDS.format(final), use_model=False).gate is not Gate.PUBLISH


_CUT = "The auditor described the gaps in the register and asked{}for a new one by spring. Two were open."


@pytest.mark.parametrize(
    "head",
    [
        "Borough of Quarrendon – Cabinet – 9 October 2024 – Page 6",
        "Holme Trust Board\nMinutes, 4 March 2025                    3",
        "Page 3 of 7",
    ],
)
def test_a_page_head_within_a_sentence_is_no_word_of_it(head: str) -> None:
    """It is known by its place, a page or a day in it and a body, though no title above names that."""
    for draft, final in ((" ", f"\n\n{head}\n\n"), (f"\n\n{head}\n\n", " ")):
        comparison = compare_texts(_CUT.format(draft), _CUT.format(final), use_model=False)
        assert comparison.gate is Gate.PUBLISH


def test_a_decision_within_a_sentence_is_no_page_head() -> None:
    """However much its line looks like one."""
    comparison = compare_texts(_CUT.format(" "), _CUT.format("\n\nRESOLVED on 9 October 2024\n\n"), use_model=False)
    assert comparison.gate is not Gate.PUBLISH


def test_a_note_on_where_a_paper_is_holds_up_nobody() -> None:
    """The note "(attached)" says nothing of the meeting; another paper does."""
    draft = "Paper 5.1 set out the gaps. Two were open."
    assert compare_texts(draft, draft.replace("5.1", "5.1 (attached)"), use_model=False).gate is Gate.PUBLISH
    assert compare_texts(draft, draft.replace("5.1", "5.2 (attached)"), use_model=False).gate is not Gate.PUBLISH
