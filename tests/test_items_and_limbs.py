"""Items and the parts of resolutions: lost, moved, cut another way."""

from __future__ import annotations

import pytest

from compare.api import compare_texts
from compare.values import Comparison, Gate, Severity

_SHEDS = "SHEDS\n\nThe shed in the lower yard had a hole in the roof.\n\nRESOLVED:\n\n1. That the shed be sold."
_PATHS = "PATHS\n\nThe path along the river was flooded in March.\n\nRESOLVED:\n\n1. That the path be closed."
_TREES = "TREES\n\nThe oak had lost a limb in the storm of last week.\n\nRESOLVED: That the oak be cut."
_TALK = "TALK\n\nThe warden spoke about the birds of the estuary and showed slides."


def _compared(draft: str, final: str) -> Comparison:
    return compare_texts(draft, final, use_model=False)


def _numbered(*texts: str, first: int = 4) -> str:
    return "\n\n".join(f"{number}. {text}" for number, text in enumerate(texts, first))


@pytest.mark.parametrize("held", ["RESOLVED: That the oak be cut.", "On a vote: 4 in favour, 2 against."])
def test_an_item_that_is_lost_with_a_decision_is_critical(held: str) -> None:
    """Not so an item in which nobody decided anything; and the same of one that was put in."""
    item = f"OAK\n\nThe oak had lost a limb in the storm of last week.\n\n{held}"
    whole, rest = _numbered(_SHEDS, _PATHS, item), _numbered(_SHEDS, _PATHS)
    for pair in ((whole, rest), (rest, whole)):
        assert [finding.severity for finding in _compared(*pair).findings] == [Severity.CRITICAL]
    talked = _numbered(_SHEDS, _PATHS, _TALK)
    assert [finding.severity for finding in _compared(talked, rest).findings] == [Severity.MAJOR]


@pytest.mark.parametrize("renumbered", [True, False])
def test_two_items_that_changed_places_are_one_finding(*, renumbered: bool) -> None:
    """Whether or not they took each other's number; their headings are not missing on one side and new on the other."""
    draft = _numbered(_SHEDS, _PATHS, _TREES)
    final = _numbered(_PATHS, _SHEDS, _TREES) if renumbered else f"5. {_PATHS}\n\n4. {_SHEDS}\n\n6. {_TREES}"
    for pair in ((draft, final), (final, draft)):
        comparison = _compared(*pair)
        assert [finding.rule for finding in comparison.findings] == ["structure.paragraph-moved"]
        assert comparison.gate is Gate.SIGN_OFF


def test_numbers_that_changed_without_an_item_moving_are_told() -> None:
    """Two items that exchanged numbers and stayed where they are did not move."""
    draft = f"4. {_SHEDS}\n\n5. {_PATHS}\n\n6. {_TREES}"
    final = f"5. {_SHEDS}\n\n4. {_PATHS}\n\n6. {_TREES}"
    assert {finding.rule for finding in _compared(draft, final).findings} == {"structure.item-renumbered"}


@pytest.mark.parametrize(
    "resolution", ["RESOLVED: That the shed be sold.", "RESOLVED:\n\n1. That it be sold.\n\n2. That he go."]
)
def test_a_resolution_that_stands_under_another_item_is_critical(resolution: str) -> None:
    """Its words are the same, what it is about is not: one finding that names both items, header and limbs together."""
    first = "SHEDS\n\nThe shed in the lower yard had a hole in the roof."
    draft, final = (
        _numbered(f"{first}\n\n{resolution}", _TALK, _TREES),
        _numbered(first, f"{_TALK}\n\n{resolution}", _TREES),
    )
    for pair, words in (((draft, final), "now stands under item 5"), ((final, draft), "now stands under item 4")):
        findings = _compared(*pair).findings
        assert [finding.severity for finding in findings] == [Severity.CRITICAL]
        assert words in findings[0].reason


def test_a_paragraph_that_moved_under_another_item_decides_nothing() -> None:
    """It is major, as any paragraph at another place."""
    first, said = (
        "SHEDS\n\nThe shed in the lower yard had a hole in the roof.",
        "The clerk had asked a builder to look at it.",
    )
    draft, final = _numbered(f"{first}\n\n{said}", _TALK, _TREES), _numbered(first, f"{_TALK}\n\n{said}", _TREES)
    assert [finding.severity for finding in _compared(draft, final).findings] == [Severity.MAJOR]


_LEAD = "4. Sheds\n\nThe clerk spoke.\n\nRESOLVED:\n\n"


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        (
            "(a) that it be sold; and\n\n(b) that he go.",
            "(a) that it be sold;\n\n(b) that he go; and\n\n(c) that she stay.",
        ),
        ("1. That it be sold.", "1. That it be sold; and\n\n2. That she stay."),
        ("(i) to sell it,\n(ii) to let it.", "(i) to sell it,\n(ii) to let it,\n(iii) to mend the roof of it."),
        (
            "(a) that it be sold; or\n\n(b) that he go.",
            "(a) that it be sold;\n\n(b) that he go; or\n\n(c) that she stay.",
        ),
    ],
)
def test_a_limb_that_was_appended_is_one_finding(draft: str, final: str) -> None:
    """The stops and the "and" that follow from it are folded, and so is what follows from a limb that is gone."""
    for pair in ((_LEAD + draft, _LEAD + final), (_LEAD + final, _LEAD + draft)):
        assert [finding.severity for finding in _compared(*pair).findings] == [Severity.CRITICAL]


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("(a) that it be sold; or\n\n(b) that he go.", "(a) that it be sold; and\n\n(b) that he go."),
        (
            "(a) that it be sold; or\n\n(b) that he go.",
            "(a) that it be sold;\n\n(b) that he go; and\n\n(c) that she stay.",
        ),
    ],
)
def test_or_that_became_and_is_told(draft: str, final: str) -> None:
    """With a limb that was appended or without one: it changes what was decided."""
    for pair in ((_LEAD + draft, _LEAD + final), (_LEAD + final, _LEAD + draft)):
        comparison = _compared(*pair)
        assert comparison.gate is Gate.HOLD
        said = {passage.text for one in comparison.findings for passage in (one.draft, one.final) if passage}
        assert {"or", "and"} <= said


@pytest.mark.parametrize("marks", [("(a)", "(b)", "(c)"), ("(i)", "(ii)", "(iii)"), ("1.", "2.", "3.")])
@pytest.mark.parametrize("lead", ["RESOLVED that", "It was AGREED:", "The Board resolved:-"])
def test_limbs_in_one_line_or_on_lines_of_their_own_are_the_same(lead: str, marks: tuple[str, str, str]) -> None:
    """The same marks and the same words are the same resolution."""
    limbs = [f"{mark} the {thing} be sold" for mark, thing in zip(marks, ("shed", "gate", "old boiler"), strict=True)]
    inline = f"4. Sheds\n\nThe clerk spoke.\n\n{lead} {limbs[0]}; {limbs[1]}; and {limbs[2]}."
    lines = f"4. Sheds\n\nThe clerk spoke.\n\n{lead}\n\n{limbs[0]};\n\n{limbs[1]}; and\n\n{limbs[2]}."
    for pair in ((inline, lines), (lines, inline)):
        comparison = _compared(*pair)
        assert {finding.severity for finding in comparison.findings} <= {Severity.COSMETIC}
        assert comparison.gate is Gate.PUBLISH


def test_another_mark_in_the_line_is_told() -> None:
    """A sum or a number in the line that is no mark of the lines is not folded away."""
    inline = (
        "4. Sheds\n\nRESOLVED that (a) the shed be sold; (b) the gate be sold for 7; and (c) the old boiler be sold."
    )
    lines = (
        "4. Sheds\n\nRESOLVED that\n\n(a) the shed be sold;\n\n(b) the gate be sold; and\n\n(c) the old boiler be sold."
    )
    for pair in ((inline, lines), (lines, inline)):
        assert _compared(*pair).gate is Gate.HOLD


def test_a_resolution_under_another_heading_of_its_item_is_critical() -> None:
    """What stands below B is about something else than what stands below A."""
    parts = [
        "4. Grants",
        "A. Hospice radio",
        "Trustees enjoyed the recording.",
        "B. Lunch club",
        "The letter was read.",
    ]
    resolution = "Resolved - that the sum asked for be paid in full."
    draft = "\n".join([*parts[:3], resolution, *parts[3:], "C. Others", "None."])
    final = "\n".join([*parts, resolution, "C. Others", "None."])
    for pair in ((draft, final), (final, draft)):
        findings = _compared(*pair).findings
        assert [finding.severity for finding in findings] == [Severity.CRITICAL]
        assert "another heading" in findings[0].reason


_RECOMMENDED = (
    "a single telephone number for pest control;",
    "free treatment for rats in tenanted homes;",
    "a seasonal wasp service;",
    "a review after twelve months.",
)
_AROUND_A_LIST = "Northwick Council\n\n5. Pests\n\nThe officer spoke.\n\n{}\n\nHe left.\n\n6. Roads\n\nIt rained."


def _listed(lead: str, entries: tuple[str, ...]) -> str:
    return lead + "".join(f"\n{number}. {entry}" for number, entry in enumerate(entries, 1))


@pytest.mark.parametrize("around", ["{}", _AROUND_A_LIST], ids=["alone", "in an item"])
@pytest.mark.parametrize(
    "lead",
    [
        *("Cabinet accepted the recommendations of the Task and Finish Group:", "It was recommended that there be:"),
        *("Decisions:", "Actions agreed:", "The Panel made the following recommendations:", "Members agreed:"),
    ],
)
def test_an_entry_lost_from_a_list_of_decisions_is_one_critical_finding(lead: str, around: str) -> None:
    """The numbers of those below it follow from counting, and the entries are no items of the agenda."""
    whole = around.format(_listed(lead, _RECOMMENDED))
    short = around.format(_listed(lead, (_RECOMMENDED[0], *_RECOMMENDED[2:])))
    for draft, final in ((whole, short), (short, whole)):
        (finding,) = compare_texts(draft, final, use_model=False).findings
        assert (finding.rule.rpartition("-")[0], finding.severity) == ("resolution.limb", Severity.CRITICAL)


def test_an_entry_lost_from_another_list_is_major() -> None:
    """What was complained of was not decided."""
    lead = "The officer listed the complaints received:"
    draft, final = _listed(lead, _RECOMMENDED), _listed(lead, _RECOMMENDED[1:])
    (finding,) = compare_texts(_AROUND_A_LIST.format(draft), _AROUND_A_LIST.format(final), use_model=False).findings
    assert finding.severity is Severity.MAJOR


@pytest.mark.parametrize(
    ("nothing", "something"),
    [
        ("None.", "Councillor Pell declared an interest in item 7 as owner of the mill."),
        ("There were no declarations of interest.", "Mrs Orme declared a personal interest in item 4."),
        ("There were none.", "Councillor Pell declared an interest in item 7 and withdrew."),
    ],
)
def test_a_nil_return_for_what_was_told_is_one_finding(nothing: str, something: str) -> None:
    """What stands alone in its item where the other text says that there was nothing is not lost and new as well."""
    minutes = "3. Declarations of interest\n\n{}\n\n4. Roof\n\nThe roof was mended.\n"
    for draft, final in ((nothing, something), (something, nothing)):
        found = compare_texts(minutes.format(draft), minutes.format(final)).findings
        assert [finding.severity for finding in found] == [Severity.CRITICAL], (draft, final)


@pytest.mark.parametrize(
    ("one", "several"),
    [
        (
            "RESOLVED – That the report be noted.\n",
            "RESOLVED – That\n\n(i) the report be noted; and\n\n(ii) a bin be bought.\n",
        ),
        ("Resolved: That the shed be sold.\n", "Resolved: That\n(1) the shed be sold; and\n(2) the key be kept.\n"),
    ],
)
def test_a_list_that_is_left_with_one_limb_is_told_once(one: str, several: str) -> None:
    """The stop of the limb that stayed follows from the limb that came or went."""
    for draft, final in ((one, several), (several, one)):
        told = [finding.rule for finding in compare_texts(draft, final).findings if finding.severity.rank < 3]
        assert told == [f"resolution.limb-{'added' if draft == one else 'removed'}"]


@pytest.mark.parametrize(
    "resolution",
    [
        "RESOLVED\n\n1. That the roof be mended.\n2. That £400 be paid.",
        "It was RESOLVED, on the motion of Mr Ash, seconded by Mrs Elm, that the roof be mended.\nFor: 5 Against: 1",
        "Decision\n\nTo mend the roof.",
    ],
)
def test_a_whole_resolution_that_came_or_went_is_one_finding(resolution: str) -> None:
    """With its header, its limbs and its vote; two limbs of one that stays are two."""
    with_it = f"5. Roof\n\nThe roof was seen.\n\n{resolution}\n\n6. Hedge\n\nThe hedge was seen.\n"
    without = with_it.replace(f"{resolution}\n\n", "")
    for draft, final, rule in ((with_it, without, "removed"), (without, with_it, "added")):
        told = [finding for finding in compare_texts(draft, final).findings if finding.severity.rank < 3]
        assert [finding.rule for finding in told] == [f"resolution.limb-{rule}"]


def test_two_limbs_lost_of_a_resolution_that_stays_are_two_findings() -> None:
    """Each of them was resolved by itself."""
    limbs = "RESOLVED\n\n(a) That the roof be mended;\n(b) That £400 be paid;\n(c) That the hedge be cut.\n"
    fewer = limbs.replace("(b) That £400 be paid;\n(c) That the hedge be cut.\n", "")
    told = [finding.rule for finding in compare_texts(limbs, fewer).findings if finding.severity.rank < 3]
    assert told == ["resolution.limb-removed"] * 2
