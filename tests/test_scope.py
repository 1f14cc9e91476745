"""Extract or whole meeting: what is compared with what."""

from __future__ import annotations

import pytest

from compare.api import compare_texts
from compare.errors import ScopeError
from compare.pipeline import read_minutes
from compare.read import document_from_text
from compare.scope import find_scope
from compare.style.house_style import default_house_style
from compare.values import Gate, Minutes, Scope, ScopeKind

_FRONT = "ELMBRIDGE HARBOUR BOARD\n\nThursday 4 May 2023\n\nPresent: Captain Orr (Chair), Ms Lund, Dr Ewing."
_ITEMS = {
    "7": "7. DREDGING\n\nThe harbour master reported that the channel had silted up by a third since the winter "
    "gales. Two firms had been asked for prices; none could start before July.\n\nResolved: That a tender be issued.",
    "8": "8. VISITOR MOORINGS\n\nMs Lund presented the figures for visiting yachts, which had risen for a third year. "
    "Showers and a waste point were wanted most.\n\nResolved: That a budget be prepared for the autumn meeting.",
    "9": "9. PILOTAGE\n\nThe pilots' agreement would lapse in September unless renewed on the present terms for five "
    "years.\n\nResolved: That the agreement be renewed.",
    "10": "10. SAFETY CODE\n\nThe designated person found the safety management system to be sound, with two minor "
    "points on lighting.\n\nResolved: That the report be noted.",
}
_WHOLE = "\n\n".join([_FRONT, *_ITEMS.values()])


def _minutes(text: str) -> Minutes:
    return read_minutes(document_from_text(text, "minutes.txt"), default_house_style())


def _scope(draft: str, final: str, wanted: str = "auto") -> Scope:
    return find_scope(_minutes(draft), _minutes(final), wanted)


@pytest.mark.parametrize("numbers", [["8"], ["8", "9"], ["7"], ["10"]])
def test_an_extract_is_found_by_its_content(numbers: list[str]) -> None:
    """One item or two, with or without the number in the heading, draft and final either way round."""
    extract = "\n\n".join(_ITEMS[number].partition(". ")[2] for number in numbers)
    scope = _scope(extract, _WHOLE)
    assert (scope.kind, scope.final_items) == (ScopeKind.EXTRACT, tuple(numbers))
    assert scope.confidence >= 0.9
    assert _scope(_WHOLE, extract).draft_items == tuple(numbers)


def test_an_extract_is_found_although_its_heading_differs() -> None:
    """Another title above the same words is the same item."""
    extract = _ITEMS["9"].replace("9. PILOTAGE", "Agreement with the pilots")
    assert _scope(extract, _WHOLE).final_items == ("9",)


def test_an_item_missing_from_whole_minutes_is_no_extract() -> None:
    """A draft with its front page and all items but one is the whole meeting."""
    draft = "\n\n".join([_FRONT, *(text for number, text in _ITEMS.items() if number != "9")])
    assert _scope(draft, _WHOLE).kind is ScopeKind.WHOLE


def test_an_extract_is_found_in_minutes_without_recognisable_items() -> None:
    """Without headings between the items, the words alone find the place."""
    bodies = [text.partition("\n\n")[2].replace("Resolved: That", "It was settled that") for text in _ITEMS.values()]
    scope = _scope(bodies[1], "\n\n".join(bodies))
    assert scope.kind is ScopeKind.EXTRACT
    assert len(scope.final) < len(_minutes("\n\n".join(bodies)).segments)


def test_minutes_of_different_meetings_are_refused() -> None:
    """Two documents with little in common are not compared by force."""
    other = (
        "GOVERNORS OF ASH LANE SCHOOL\n\nMonday 12 June 2023\n\nPresent: Mrs Bell, Mr Dunn and Miss Foy.\n\n1. SPORTS"
        " DAY\n\nThe head teacher described the arrangements for the sports day and asked governors to help with "
        "the refreshments, which last year had run out before the final races were held.\n\n2. BOILER\n\nThe old "
        "boiler had failed twice in term time and three quotations for a new one were opened at the meeting."
    )
    with pytest.raises(ScopeError, match="little in common"):
        _scope(other, _WHOLE)
    assert _scope(other, _WHOLE, "whole").kind is ScopeKind.WHOLE


def test_chosen_items_are_compared_alone() -> None:
    """The scope "8,9" takes those items on both sides; an unknown number is refused with the known ones."""
    scope = _scope(_WHOLE, _WHOLE, "8,9")
    assert scope.draft_items == scope.final_items == ("8", "9")
    with pytest.raises(ScopeError, match="7, 8, 9, 10"):
        _scope(_WHOLE, _WHOLE, "11")


def test_two_long_items_of_many_are_an_extract() -> None:
    """Two items that hold most of the words are still two of six; the short ones did not go missing."""
    short = [f"{number}. MATTER {number}\n\nThere was nothing to report under this head." for number in range(11, 16)]
    whole = "\n\n".join([_FRONT, *_ITEMS.values(), *short])
    extract = "\n\n".join(_ITEMS.values())
    assert _scope(extract, whole).kind is ScopeKind.EXTRACT


def test_an_extract_may_begin_below_its_heading() -> None:
    """The text of an item alone is compared with the item's text; the heading was never in the draft."""
    body = _ITEMS["8"].partition("\n\n")[2]
    scope = _scope(body, _WHOLE)
    final = _minutes(_WHOLE)
    assert scope.final_items == ("8",)
    assert all(final.segments[place].kind.value != "heading" for place in scope.final)


def test_a_chosen_item_is_found_by_its_content_where_it_has_no_number() -> None:
    """The scope "9" takes item 9 of the one document, and what has its words in a document without numbers."""
    extract = "\n\n".join(_ITEMS[number].partition(". ")[2] for number in ("8", "9"))
    draft = _minutes(extract)
    scope = _scope(extract, _WHOLE, "9")
    assert scope.final_items == ("9",)
    words = " ".join(
        draft.document.text[draft.segments[place].start : draft.segments[place].end] for place in scope.draft
    )
    assert "PILOTAGE" in words
    assert "MOORINGS" not in words
    assert _scope(_WHOLE, extract, "9").draft_items == ("9",)


def test_a_chosen_item_without_a_counterpart_is_compared_with_the_whole() -> None:
    """Where nothing in the other document has the item's words, all of it is compared, at a confidence that says so."""
    draft = "The ferry was painted blue in the spring and the pier was mended by the crew of the dredger."
    scope = _scope(draft, _WHOLE, "9")
    assert len(scope.draft) == len(_minutes(draft).segments)
    assert scope.confidence < 0.5


def test_a_final_that_covers_less_than_the_draft_says_how_many_items_it_lacks() -> None:
    """Three of the draft's four items are not in the final; an extract as the draft lacks nothing."""
    scope = _scope(_WHOLE, _ITEMS["8"])
    assert scope.draft_items_left_out == 3
    assert scope.final_covers_less
    assert not _scope(_ITEMS["8"], _WHOLE).final_covers_less
    assert not _scope(_WHOLE, _ITEMS["8"], "8").final_covers_less


def test_a_final_that_covers_less_than_the_draft_is_not_published() -> None:
    """The same words in the item that both have: the rest of the draft went unseen, unless the item was asked for."""
    assert compare_texts(_WHOLE, _ITEMS["8"], use_model=False).gate is Gate.SIGN_OFF
    assert compare_texts(_WHOLE, _ITEMS["8"], scope="8", use_model=False).gate is Gate.PUBLISH
    assert compare_texts(_ITEMS["8"], _WHOLE, use_model=False).gate is Gate.PUBLISH
