"""Extract or whole meeting: what is compared with what."""

from __future__ import annotations

import re

import pytest

from compare.api import compare_texts
from compare.errors import ScopeError
from compare.pipeline import read_minutes
from compare.read import document_from_text
from compare.scope import find_scope
from compare.style.house_style import default_house_style
from compare.values import Gate, Minutes, Scope, ScopeKind, Severity

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
    assert scope.draft_paragraphs_left_out > 0
    assert _scope(_ITEMS["8"], _WHOLE).draft_paragraphs_left_out == 0
    assert _scope(_WHOLE, _ITEMS["8"], "8").draft_paragraphs_left_out == 0


def test_a_final_that_covers_less_than_the_draft_is_not_published() -> None:
    """The same words in the item that both have: the rest of the draft went unseen, unless the item was asked for."""
    assert compare_texts(_WHOLE, _ITEMS["8"], use_model=False).gate is Gate.SIGN_OFF
    assert compare_texts(_WHOLE, _ITEMS["8"], scope="8", use_model=False).gate is Gate.PUBLISH
    assert compare_texts(_ITEMS["8"], _WHOLE, use_model=False).gate is Gate.PUBLISH


def test_minutes_with_a_front_page_are_no_extract() -> None:
    """Body, day and attendance above one item of four: three items are missing, and the gate is hold."""
    final = f"{_FRONT}\n\n{_ITEMS['8']}"
    for pair in ((_WHOLE, final), (final, _WHOLE)):
        comparison = compare_texts(*pair, use_model=False)
        assert comparison.scope.kind is ScopeKind.WHOLE
        assert comparison.gate is Gate.HOLD


@pytest.mark.parametrize("title", ["Extract from the minutes of the meeting", "EXCERPT OF MINUTES"])
def test_what_calls_itself_an_extract_is_one(title: str) -> None:
    """Although day and attendance stand above the item."""
    extract = f"{title}\n\n{_FRONT}\n\n{_ITEMS['8']}"
    assert _scope(extract, _WHOLE).kind is ScopeKind.EXTRACT


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("1. Grants\n\nThe sum of £500 was paid on 3 April.", "1. Awards\n\nA cheque of £900 was handed over in May."),
        ("## Hedge\n\nIt was cut on 3 April for £80.", "## Fence\n\nMarsh Ltd asked £95 to paint the fence in May."),
        ("1. Roof\n\nNothing was done.", "1. Gutters\n\nThe gutters had been cleaned by Holm & Sons for £120."),
    ],
)
def test_an_item_that_was_rewritten_was_not_left_out(own: str, other: str) -> None:
    """Two items a side, of which one says something else: neither document is an extract, and the sums are seen."""
    title = "Minutes of the Ashcombe Trust held on 12 March 2025"
    kept = "The barn was let to the scouts for the whole of the summer, as in the year before."
    kept = f"## Barn\n\n{kept}" if own.startswith("#") else f"2. Barn\n\n{kept}"
    for front in (f"{title}\n\n", ""):
        draft, final = f"{front}{own}\n\n{kept}", f"{front}{other}\n\n{kept}"
        for pair in ((draft, final), (final, draft)):
            comparison = compare_texts(*pair, use_model=False)
            assert comparison.scope.kind is ScopeKind.WHOLE
            assert comparison.gate is not Gate.PUBLISH
            said = " ".join(
                passage.text for finding in comparison.findings for passage in (finding.draft, finding.final) if passage
            )
            assert all(sum_ in said for sum_ in re.findall(r"£\d+", f"{own} {other}"))


def test_an_item_of_an_extract_that_was_rewritten_is_compared_with_its_own_number() -> None:
    """Item 9 has other words and another heading on both sides; it is in the scope beside items 8 and 10."""
    other = "9. PILOTS\n\nNo agreement had been reached and the matter was left to the next meeting of the board."
    extract = "\n\n".join((_ITEMS["8"], other, _ITEMS["10"]))
    many = [f"{number}. MATTER {number}\n\nThere was nothing to report under this head." for number in range(11, 18)]
    scope = _scope(extract, "\n\n".join([_FRONT, *_ITEMS.values(), *many]))
    assert (scope.kind, scope.final_items) == (ScopeKind.EXTRACT, ("8", "9", "10"))


@pytest.mark.parametrize("ending", ["The meeting ended at 9.50 pm", "There being no further business, the Chair rose."])
def test_the_line_that_closes_the_meeting_is_no_part_of_its_last_item(ending: str) -> None:
    """An extract of the last item does not have it; where both have it, it is compared."""
    whole = f"{_WHOLE}\n\n{ending}"
    for pair in ((_ITEMS["10"], whole), (whole, _ITEMS["10"])):
        assert not compare_texts(*pair, use_model=False).findings
    assert not compare_texts(_ITEMS["10"], whole, scope="10", use_model=False).findings
    later = whole.replace("9.50", "9.40").replace("no further", "other")
    assert compare_texts(f"{_ITEMS['10']}\n\n{ending}", later, use_model=False).findings


_CONDITIONS = "1. The terrace shall close at ten.\n\n2. The wall shall be of stone.\n\n3. The trees shall be kept."


@pytest.mark.parametrize("heading", ["The Bell, Mill Lane\n\n", "THE BELL, MILL LANE\n\n", "**The Bell**\n\n", ""])
@pytest.mark.parametrize(
    "lead",
    [
        "RESOLVED: That permission be granted subject to the following conditions:",
        "The Board resolved to grant permission subject to the conditions below.",
        "Members voted 5 to 2 in favour of granting permission, with the following conditions",
        "It was RESOLVED to grant permission for these reasons:-",
    ],
)
def test_the_conditions_of_a_resolution_are_no_items(heading: str, lead: str) -> None:
    """The heading without a number above is the item, and it is found by its words or by `--scope 64`."""
    text = "The officer described the application for an extension to the public house, with a terrace at the back."
    body = f"{text}\n\n{lead}\n\n{_CONDITIONS}"
    title = heading.strip("* \n").upper() or "THE BELL"
    others = [f"{number}. MATTER {number}\n\nThere was nothing to report under this head." for number in range(58, 64)]
    whole = "\n\n".join([_FRONT, *others, f"64. {title}\n\n{body}", "65. APPEALS\n\nThree appeals had been lodged."])
    for wanted in ("auto", "64"):
        comparison = compare_texts(heading + body, whole, scope=wanted, use_model=False)
        assert comparison.scope.final_items == ("64",)
        assert not comparison.findings


def test_minutes_whose_items_are_numbered_paragraphs_have_them_still() -> None:
    """No list was announced above them: 1, 2 and 3 are items."""
    numbered = "1. Apologies were received.\n\n2. The minutes of May were read.\n\n3. The hall was let to the scouts."
    items = _minutes(f"{_FRONT}\n\nThe meeting opened at 7 pm.\n\n{numbered}").outline.items
    assert [item.number for item in items] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "page",
    [
        "Agenda item\n\nPilotage\n\nHarbour Master to present.\n\nMinutes:\n\n",
        "Agenda item\n\nPilotage\n\nHarbour Master to present.\n\n",
        "Agenda item\n\nPilotage\n\nPILOTAGE\n\n(Captain Orr to introduce the report)\n\n",
        "Agenda item\n\nPILOTAGE\n\n**Pilotage**\n\nMinutes:\n\n",
    ],
)
def test_what_the_agenda_says_on_the_page_of_an_item_is_the_page_s(page: str) -> None:
    """Who will speak, and the title in other capitals: neither was ever in the minutes, and both are named."""
    comparison = compare_texts(page + _ITEMS["9"].partition("\n\n")[2], _WHOLE, use_model=False)
    assert not comparison.findings
    assert comparison.gate is Gate.PUBLISH
    assert comparison.not_compared


def test_a_line_that_only_sounds_like_the_agenda_is_compared() -> None:
    """Below what was said it is the minutes' own."""
    page = "Agenda item\n\nPilotage\n\nMinutes:\n\n" + _ITEMS["9"].partition("\n\n")[2]
    comparison = compare_texts(f"{page}\n\nThe harbour master is to report.", _WHOLE, use_model=False)
    assert comparison.findings


def test_an_item_is_missing_where_both_have_what_was_said_above_the_first() -> None:
    """Two numbered items below a text without a number: the one that is gone was not left out of an extract."""
    above = "Calls were few and the line would be advertised in the spring."
    last = "20. Work programme\n\nThe programme for the year was approved as it stood."
    draft = f"{above}\n\n19. Treasury\n\nRECOMMENDED to Council: That the treasury strategy be adopted.\n\n{last}"
    for pair in ((draft, f"{above}\n\n{last}"), (f"{above}\n\n{last}", draft)):
        comparison = compare_texts(*pair, use_model=False)
        assert comparison.scope.kind is ScopeKind.WHOLE
        assert comparison.gate is Gate.HOLD


@pytest.mark.parametrize("lost", [["7"], ["7", "8"]])
def test_a_beginning_that_was_lost_is_no_extract(lost: list[str]) -> None:
    """Title, attendance and the first items are missing: most of the minutes is there, so it is no extract."""
    more = {
        str(number): f"{number}. {name}\n\nThe surveyor had looked at the {name.lower()} in {month} and found that it "
        f"would last for {number} more winters.\n\nResolved: That the {name.lower()} be painted."
        for number, name, month in ((11, "SLIPWAY", "March"), (12, "LIGHTHOUSE", "April"), (13, "CRANE", "May"))
    }
    items = {**_ITEMS, **more}
    whole = "\n\n".join([_FRONT, *items.values()])
    kept = "\n\n".join(text for number, text in items.items() if number not in lost)
    for draft, final in ((whole, kept), (kept, whole)):
        comparison = compare_texts(draft, final, use_model=False)
        assert comparison.scope.kind is ScopeKind.WHOLE
        assert comparison.gate is Gate.HOLD
        assert any(finding.rule == "attendance.changed" for finding in comparison.findings)


def test_a_day_that_is_written_over_two_lines_is_a_day() -> None:
    """Whole minutes of few lines: the date is cut by the end of a line that nothing shows to be one."""
    front = _FRONT.replace(
        "Thursday 4 May 2023", "Minutes of the meeting held at the Custom House on Thursday 4\nMay 2023"
    )
    whole = "\n\n".join([front, *_ITEMS.values()])
    kept = "\n\n".join([front, _ITEMS["7"], _ITEMS["8"]])
    assert _scope(kept, whole).kind is ScopeKind.WHOLE
    assert _scope(whole, kept).kind is ScopeKind.WHOLE


_MATTERS = [
    ("Apologies", "Apologies were received from Mrs Dent."),
    ("Fence", "The fence along Mill Lane had been mended by the handyman in May and the gate was painted."),
    ("Grants", "Members considered a request for £1,500 from the Scouts and asked the Clerk to obtain accounts."),
    ("Closing", "There was no other business and members were thanked for coming."),
]


def _parts(heading: str) -> list[str]:
    """The items of short minutes, `heading` with {number} or {roman} and {title}."""
    return [
        heading.format(number=number, roman=("I", "II", "III", "IV")[number - 1], title=title) + text
        for number, (title, text) in enumerate(_MATTERS, 1)
    ]


_STYLES = {
    "roman": "{roman}. {title}\n\n",
    "roman heading": "## {roman}. {title}\n\n",
    "point nought": "{number}.0 {title}\n\n",
    "year": "{number}/25 {title}\n\n",
    "colon": "{number}. {title}:\n\n",
    "text on the line": "{number}. {title} Report – ",
    "emphasis": "**{title}!**\n- ",
    "emphasis and colon": "**{title}:**\n\n",
    "no mark at all": "{title}\n\n",
    "letter": "Item {number}: {title}\n\n",
}
_TITLE = "Minutes of the Ashcombe Trust held on 12 March 2025\n\nPresent: Ann Pell, Tom Odell and Lena Marsh\n\n"


@pytest.mark.parametrize("chosen", [1, 2])
@pytest.mark.parametrize("style", _STYLES)
def test_an_equal_extract_has_no_finding_however_its_headings_are_printed(style: str, chosen: int) -> None:
    """The items beside it, and those present, were not added: the same words are published."""
    parts = _parts(_STYLES[style])
    comparison = compare_texts(parts[chosen] + "\n", _TITLE + "\n\n".join(parts) + "\n", use_model=False)
    assert (comparison.scope.kind, comparison.gate) == (ScopeKind.EXTRACT, Gate.PUBLISH)
    assert [finding for finding in comparison.findings if finding.severity is not Severity.COSMETIC] == []


@pytest.mark.parametrize("style", _STYLES)
def test_a_change_in_an_extract_is_found_however_its_headings_are_printed(style: str) -> None:
    """A sum that differs inside the run is critical, and all that is."""
    parts = _parts(_STYLES[style])
    comparison = compare_texts(
        parts[2].replace("1,500", "1,800") + "\n", _TITLE + "\n\n".join(parts) + "\n", use_model=False
    )
    assert [finding.rule for finding in comparison.findings if finding.severity is Severity.CRITICAL] == [
        "money.changed"
    ]


@pytest.mark.parametrize("style", ["roman", "point nought", "year", "colon", "emphasis and colon"])
def test_what_was_added_to_the_end_of_an_extract_is_no_other_item(style: str) -> None:
    """A run goes on to where something else begins: a paragraph below it belongs to it."""
    parts = _parts(_STYLES[style])
    whole = [*parts[:2], f"{parts[2]}\n\nThe Chair added that the barn would be let to the school.", parts[3]]
    comparison = compare_texts(parts[2] + "\n", _TITLE + "\n\n".join(whole) + "\n", use_model=False)
    assert [finding.rule for finding in comparison.findings if finding.severity is Severity.MAJOR] == [
        "structure.paragraph-added"
    ]


def test_of_two_items_that_read_alike_an_extract_is_the_one_it_is() -> None:
    """Standing wording that both have does not bring the other into the scope."""
    resolved = (
        'upon the proposition of Ann Pell, it was resolved unanimously "That the {} be, and are hereby, approved."'
    )
    items = [
        "1. Minutes\n\nThe minutes were read and, " + resolved.format("Minutes of the year"),
        "2. Matters arising\n\nThere were none.",
        "3. Accounts\n\nThe accounts for 2024 were tabled and, " + resolved.format("Accounts for the year"),
        "4. Roof\n\nThe roof was to be mended.",
    ]
    comparison = compare_texts(items[2] + "\n", _TITLE + "\n\n".join(items) + "\n", use_model=False)
    assert (comparison.scope.final_items, comparison.gate) == (("3",), Gate.PUBLISH)


def test_a_lost_front_page_is_no_extract() -> None:
    """Where only the title and those present stand above the same items, they were lost."""
    parts = _parts("{roman}. {title}\n\n")
    body = "\n\n".join(parts) + "\n"
    assert compare_texts(_TITLE + body, body, use_model=False).gate is Gate.HOLD


_PRESENT = "Minutes of the Ashcombe Trust held on 12 March 2025\n\nPresent: Ann Pell, Tom Odell and Lena Marsh\n\n"
_FENCE = "The fence along Mill Lane had been mended by the handyman in May and the gate was painted."
_GRANT = "A grant of £200 was made to the band, who would play at the fair on the green in June."
_OAK = "The oak at the corner would be looked at by the surveyor before the winter came."
_MOVED = 'On a proposal by Mr Odell it was resolved unanimously "That the {} of the year be, and hereby are, approved."'


@pytest.mark.parametrize(
    ("whole", "first", "following"),
    [
        (
            f"I. Apologies\n\nNone.\n\nII. Fence\n\n{_FENCE}\n\nIII. Grants\n\n{_GRANT}\n\nIV. Oak\n\n{_OAK}",
            "II. ",
            "III.",
        ),
        (
            f"1.0 Hello\n\n1.1 No.\n\n2.0 Fence\n\n2.1 {_FENCE}\n\n3.0 Grants\n\n3.1 {_GRANT}\n\n4.0 Oak\n\n{_OAK}",
            "2.0",
            "3.0",
        ),
        (f"**Fence**\n- {_FENCE}\n\n**Socks!**\n- {_GRANT}\n\n**Oak**\n- {_OAK}\n", "**Socks", "**Oak"),
        (f"7. Bench\n\nMended.\n\n8. Police – {_FENCE} {_GRANT}\n\n9. Hall – {_OAK}\n\n10. Close", "9.", "10."),
        (
            "\n\n".join(
                ["1. Accounts", _MOVED.format("accounts"), "2. Fence", _FENCE, "3. Budget", _MOVED.format("budget")]
            )
            + f"\n\n4. Oak\n\n{_OAK}",
            "3. ",
            "4. ",
        ),
        (f"Fence\n\n{_FENCE}\n\n1. Minutes:\n\n{_OAK}\n\nAudit\n\n{_GRANT}\n\n2. Close", "1. ", "Audit"),
    ],
)
def test_an_extract_that_is_a_piece_word_for_word_is_published(whole: str, first: str, following: str) -> None:
    """However its items are numbered, one item of the whole minutes is an extract, and nothing is missing in it."""
    final = _PRESENT + whole
    draft = final[final.index(first, len(_PRESENT)) : final.index(following, len(_PRESENT))].strip()
    comparison = compare_texts(draft, final, use_model=False)
    assert (comparison.scope.kind, comparison.gate) == (ScopeKind.EXTRACT, Gate.PUBLISH)
    shorter = compare_texts(final, draft, use_model=False)
    assert (shorter.scope.kind, shorter.gate) == (ScopeKind.EXTRACT, Gate.SIGN_OFF)


def test_a_piece_that_ends_inside_an_item_is_not_published() -> None:
    """What begins or ends in the middle of an item lacks the rest of it."""
    final = f"{_PRESENT}Fence\n\n{_FENCE}\n\n{_GRANT}\n\nOak\n\n{_OAK}\n\nHall\n\nIt is let on Mondays."
    draft = f"Fence\n\n{_FENCE}"
    assert compare_texts(draft, final, use_model=False).gate is Gate.SIGN_OFF
