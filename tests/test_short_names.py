"""Tests of names in short and in full: one body or person, unless the short form fits another."""

import pytest

from compare import compare_texts
from compare.values import Gate

_CARE = "Riverside Panel\n\nThe Panel received the report of the Integrated Care Board (ICB).\n\n"
_KEY = "Theatre Board\n\nKey: AP = Alan Pryce; SD = Sue Dorn\n\nActions\n\n"
_ROLL = "Theatre Board\n\nPresent: Alan Pryce (Chair), Sue Dorn, Bea Quill\n\n1. Lamps\n\nThe lamps had failed.\n\n"
_TWO = _ROLL.replace("Bea Quill", "Sid Drew")
_SCHOOL = "The Board of Trustees of Fenwick Academy\n\n4. Roof\n\n"
_GROUPS = "Panel\n\nThe Events Steering Group and the Plan Steering Group had met.\n\n"


@pytest.mark.parametrize(
    ("above", "own", "other"),
    [
        (_CARE, "The ICB had opened two hubs.", "The Integrated Care Board had opened two hubs."),
        ("Forum\n\n", "The NFU wrote about the drain.", "The National Farmers' Union wrote about the drain."),
        (
            "Forum\n\n",
            "Officers had met DEFRA.",
            "Officers had met the Department for Environment, Food and Rural Affairs.",
        ),
        (_CARE, "RESOLVED: That the ICB be asked.", "RESOLVED: That the Integrated Care Board be asked."),
        ("The Fells Rescue Team (FRT) met.\n\n", "Two calls had come to FRT.", "Two calls had come to the Team."),
        (_KEY, "1. Order lamps – Alan Pryce", "1. Order lamps – AP"),
        (_ROLL, "Action: Sue Dorn to ring the supplier.", "Action: SD to ring the supplier."),
        (_SCHOOL, "The Board of Trustees of Fenwick Academy saw the roof.", "The Board of Trustees saw the roof."),
        ("Marsh Parish Council\n\n", "He wrote to Marsh Parish Council on it.", "He wrote to the Council on it."),
    ],
)
def test_a_name_in_short_and_in_full_is_one(above: str, own: str, other: str) -> None:
    """An acronym, initials or the beginning of a name, in both directions: nobody is sent to look."""
    for draft, final in ((own, other), (other, own)):
        comparison = compare_texts(above + draft, above + final, use_model=False)
        assert [finding.rule for finding in comparison.findings] == ["form.short-name"]
        assert comparison.gate is Gate.PUBLISH


@pytest.mark.parametrize(
    ("above", "own", "other"),
    [
        (_CARE, "The ICB had opened two hubs.", "The Infant Care Bureau had opened two hubs."),
        ("Forum\n\n", "The NFU wrote about the drain.", "The Environment Agency wrote about the drain."),
        ("The Community Action Board met.\n\n", "It heard from the CAB.", "It heard from the Citizens Advice Bureau."),
        ("Forum\n\n", "RESOLVED: That the NFU be paid.", "RESOLVED: That the National Farmers' Union be paid."),
        (_KEY, "1. Order lamps – Alan Pryce", "1. Order lamps – SD"),
        (_TWO, "Action: Sue Dorn to ring the supplier.", "Action: SD to ring the supplier."),
        (_ROLL, "Action: Sue Dorn to ring the supplier.", "Action: BQ to ring the supplier."),
        (_SCHOOL, "The Board of Trustees of Holme Academy saw the roof.", "The Board of Trustees saw the roof."),
        ("Marsh Parish Council\n\n", "He wrote to Cold District Council on it.", "He wrote to the Council on it."),
        (_GROUPS, "The Plan Steering Group asked for a map.", "The Steering Group asked for a map."),
    ],
)
def test_a_short_name_that_fits_another_is_another(above: str, own: str, other: str) -> None:
    """Explained otherwise, of other initials, of two people or bodies, or in a resolution that nothing explains."""
    for draft, final in ((own, other), (other, own)):
        comparison = compare_texts(above + draft, above + final, use_model=False)
        assert comparison.gate is not Gate.PUBLISH
