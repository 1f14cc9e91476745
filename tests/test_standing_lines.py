"""Tests of what a page says of itself, and of courtesies: without them the record is the same."""

import pytest

from compare import compare_texts
from compare.values import Gate, Severity

_MINUTES = "Heritage Steering Group\nThe architect described the lime plaster. Samples were passed round.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Printed by Democratic Services on recycled paper",
        "For further information ring the Clerk on 01632 960144.",
        "If you need this paper in large print or another language please ring 01632 960300.",
        "(These proceedings may be recorded. Please switch mobile telephones to silent.)",
        "© Heritage Group 2025. All rights reserved. Privacy notice | Contact us",
        "Democratic Services, Shire Hall, Penmoor PM1 4AA. Telephone: 01632 960777",
        "Fire procedure: on hearing the alarm please leave by the nearest exit.",
        "This page was last updated on 12 March 2025. We use cookies to improve your visit.",
        "Distribution: all governors; Clerk; school website",
        "Registered charity no. 1099999. Registered office: 4 Kiln Row, Penmoor.",
        "The Chair thanked everybody for coming.",
        "Members thanked her for a clear account.",
    ],
)
def test_a_line_that_tells_nothing_of_the_meeting_is_no_loss(line: str) -> None:
    """Who printed the page, whom to ring, what may be recorded, thanks: minor, at the foot and in both directions."""
    for draft, final in ((_MINUTES, _MINUTES + line), (_MINUTES + line, _MINUTES)):
        comparison = compare_texts(draft, final, use_model=False)
        assert comparison.gate is Gate.PUBLISH
        assert [finding.severity for finding in comparison.findings] in ([], [Severity.MINOR])


@pytest.mark.parametrize("path", ["Home > Council and democracy > Meetings", "You are here: Home » Library Board"])
def test_the_way_to_a_web_page_is_no_loss(path: str) -> None:
    """The path above the title of a saved web page is no part of the minutes."""
    comparison = compare_texts(f"{path}\n{_MINUTES}", _MINUTES, use_model=False)
    assert comparison.gate is Gate.PUBLISH


@pytest.mark.parametrize(
    "line",
    [
        "Comments on the draft plan should reach the Clerk on 01632 960144 by 4 May.",
        "This decision may be called in until 5 pm on 14 March 2025 by ringing 01632 960100.",
        "For further information the Group will ask the county archaeologist.",
        "Fire exits in the barn: the rear door is blocked.",
        "Website: the hosting contract to go to Netwise at the end of the year.",
        "Large print labels to be ordered for the exhibition.",
        "Signage > Gate > Kiln Row is the order of work.",
        "The minutes would not be published on the website until the staff had been told.",
        "The Chair thanked the Clerk, who would not be standing again.",
        "The Group thanked Dr Rose Hale, who was leaving after nine years.",
        "Members thanked the Treasurer for repaying the loan.",
    ],
)
def test_a_line_of_substance_at_the_foot_is_a_loss(line: str) -> None:
    """What is due, what was done and who is leaving is part of the record, though it stands where such lines do."""
    for draft, final in ((_MINUTES, _MINUTES + line), (_MINUTES + line, _MINUTES)):
        assert compare_texts(draft, final, use_model=False).gate is not Gate.PUBLISH


def test_such_a_line_in_the_midst_of_the_minutes_is_a_loss() -> None:
    """Far from both ends of a document the same words may have been said."""
    filling = "\n\n".join(f"The warden spoke of the gate by the {tree}." for tree in _TREES)
    note = "For further information ring the Clerk on 01632 960144."
    draft = f"{_MINUTES}\n{filling}\n\n{note}\n\n{filling.replace('warden', 'clerk')}"
    final = draft.replace(f"{note}\n\n", "")
    assert compare_texts(draft, final, use_model=False).gate is Gate.SIGN_OFF


_TREES = ("oak", "ash", "elm", "lime", "yew", "fir", "pine", "larch", "beech", "birch")
