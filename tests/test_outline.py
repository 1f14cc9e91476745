"""What minutes are made of: items, attendance, decisions, votes, status, in many house styles."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import minutes

from compare.outline import outline_minutes
from compare.segment import segment_document
from compare.style.house_style import HouseStyle, default_house_style
from compare.text.tokens import segment_text
from compare.values import Document, Minutes, Role

_BODY = "The Clerk reported that all of it had been done in time."


def _outline(text: str, style: HouseStyle | None = None) -> Minutes:
    document = Document("minutes.txt", "text", "utf-8", "", text, (0,))
    style = style or default_house_style()
    segments = segment_document(document, style)
    return Minutes(document, segments, outline_minutes(document, segments, style))


def _items(text: str) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in _outline(text).outline.items]


def _decisions(text: str) -> list[tuple[str | None, str, int]]:
    """Header, words (blanks joined) and number of limbs of each resolution."""
    return [
        (
            text[found.header.start : found.header.end] if found.header else None,
            " ".join(text[found.span.start : found.span.end].split()),
            len(found.limbs),
        )
        for found in _outline(text).outline.resolutions
    ]


def _roles(text: str) -> list[str]:
    return [role.value for role in _outline(text).outline.roles]


@pytest.mark.parametrize(
    ("headings", "numbers"),
    [
        (("**29. LAMPS**", "### **30. PONDS**"), ["29", "30"]),
        (("29 LAMPS", "30 PONDS"), ["29", "30"]),
        (("1/19 Lamps", "2/19 Ponds"), ["1/19", "2/19"]),
        (("298/PF Lamps", "299/PF Ponds"), ["298/PF", "299/PF"]),
        (("CAB 21 LAMPS", "CAB 22 PONDS"), ["CAB 21", "CAB 22"]),
        (("SC475 Lamps", "SC476 Ponds"), ["SC475", "SC476"]),
        (("E.70/23 Lamps", "E.71/23 Ponds"), ["E.70/23", "E.71/23"]),
        (("15/70/CNL Lamps", "15/71/CNL Ponds"), ["15/70/CNL", "15/71/CNL"]),
        (("Cou/285/07-08 Lamps", "Cou/286/07-08 Ponds"), ["Cou/285/07-08", "Cou/286/07-08"]),
        (("21.44 LAMPS", "21.45 PONDS"), ["21.44", "21.45"]),
        (("GBP/2223/001: Lamps", "GBP/2223/002: Ponds"), ["GBP/2223/001", "GBP/2223/002"]),
        (("AM119 LAMPS", "AM120 PONDS"), ["AM119", "AM120"]),
        (("COFNOD 1536.2017 LAMPS", "COFNOD 1537.2017 PONDS"), ["1536.2017", "1537.2017"]),
        (("Minute 12 – Lamps", "Minute 13 – Ponds"), ["12", "13"]),
        (("Item 7: Lamps", "Item 8: Ponds"), ["7", "8"]),
        (("12.\n\nLamps", "13.\n\nPonds"), ["12", "13"]),
        (("LAMPS 14/23", "PONDS 15/23"), ["14/23", "15/23"]),
        (("## LAMPS", "## PONDS"), [None, None]),
        (("LAMPS", "PONDS"), [None, None]),
        (("**Lamps**", "**Ponds**"), [None, None]),
        (("1. **Lamps**  ", "2. **Ponds**  "), ["1", "2"]),
        (("12\\. LAMPS", "13\\. PONDS"), ["12", "13"]),
        (("1772. LAMPS (Agenda item 1)", "1773. PONDS (Agenda item 2)"), ["1772", "1773"]),
    ],
)
def test_items_in_many_numbering_styles(headings: tuple[str, str], numbers: list[str | None]) -> None:
    """Items are found with their number as printed, in the styles that bodies use."""
    text = "\n\n".join(f"{heading}\n\n{_BODY}" for heading in headings)
    found = _items(text)
    assert [number for number, _ in found] == numbers
    assert [title.split()[0].lower() for _, title in found] == ["lamps", "ponds"]


def test_sub_headings_and_numbered_paragraphs_belong_to_their_item() -> None:
    """Where numbers show the level of the items, neither an unnumbered heading nor 33.1 starts one."""
    text = f"33. LAMPS\n\n33.1 {_BODY}\n\nBACKGROUND\n\n33.2 {_BODY}\n\n34. PONDS\n\n{_BODY}"
    assert _items(text) == [("33", "LAMPS"), ("34", "PONDS")]


def test_a_count_that_begins_again_inside_an_item_is_inner() -> None:
    """Headings 1 and 2 between items 3 and 4 are parts of item 3."""
    heads = ["1. LAMPS", "2. PONDS", "3. MATTERS ARISING", "1. BRIDGE", "2. FIRE STATION", "4. FINANCE"]
    text = "\n\n".join(f"**{head}**\n\n{_BODY}" for head in heads)
    assert [number for number, _ in _items(text)] == ["1", "2", "3", "4"]


def test_short_titles_in_small_letters() -> None:
    """A few words alone above prose are a title; a name and an entry are none."""
    text = f"ASH COUNCIL\n\nPolice report\n\n{_BODY}\n\nState of the ponds\n\n{_BODY}\n\nNone\n\n{_BODY}"
    assert [title for _, title in _items(text)] == ["Police report", "State of the ponds"]


def test_a_decision_said_twice_on_a_web_page() -> None:
    """The block "Decision:" that "Minutes:" repeats to the word is furniture, so that the decision stands once."""
    again = "(1) That the lamps be lit.\n\n(2) That the ponds be filled."
    page = f"Agenda item\n\nLamps\n\nDecision:\n\n{again}\n\nMinutes:\n\n{_BODY}\n\nRESOLVED:\n\n{again}"
    assert [(header, limbs) for header, _, limbs in _decisions(page)] == [("RESOLVED:", 2)]


def test_a_list_without_headings_is_the_items() -> None:
    """Minutes that are one numbered list have its entries as items."""
    text = "Ash Group, 3 May 2024\n\n1) Quorum was confirmed.\n\n2) Lamps: all lit.\n\n3) Ponds - none dry."
    assert _items(text) == [("1", "Quorum was confirmed"), ("2", "Lamps"), ("3", "Ponds")]


def test_numbers_of_several_figures_count_by_the_one_that_changes() -> None:
    """Paragraphs numbered 7.1, 7.2 … are the items of the seventh meeting, also between headings; 7.3.1 is inner."""
    parts = (
        "7.1 Apologies were received from Dr. Ash.",
        "7.2 Lamps",
        "7.3 The ponds. They had been dug.",
        "7.3.1 Reeds",
    )
    text = "\n\n".join([*parts, _BODY, "7.4 Paths were swept.", "7.5 Next meeting: 4 May."])
    assert [number for number, _ in _items(text)] == ["7.1", "7.2", "7.3", "7.4", "7.5"]
    assert _roles(text)[0] == "apologies"


@pytest.mark.parametrize("row", ["| {} | {} | {} |", "{}\t{}\t{}"])
def test_items_are_rows_where_the_minutes_are_a_table(row: str) -> None:
    """In a table of number, minute and action each row is an item; its title ends with the sentence or cell."""
    rows = [
        row.format(*cells)
        for cells in (
            ("1", f"Apologies. {_BODY}", ""),
            ("2", f"Lamps: {_BODY}", "KC"),
            ("3", f"Ponds. {_BODY}", "KC"),
            ("4", "Date of next meeting", "9 May"),
        )
    ]
    found = _items("\n".join(["MINUTES OF THE PARISH COUNCIL", "", *rows]))
    assert found == [("1", "Apologies"), ("2", "Lamps"), ("3", "Ponds"), ("4", "Date of next meeting")]


def test_rows_within_an_item_are_no_items() -> None:
    """A table of payments is part of its item, whatever its rows are numbered."""
    rows = "\n".join(f"| {number} | Ash Ltd | £{number}0 |" for number in range(1, 7))
    text = f"# Minutes\n\n## Lamps\n\n{_BODY}\n\n{rows}\n\n## Ponds\n\n{_BODY}"
    assert [title for _, title in _items(text)] == ["Lamps", "Ponds"]


def test_the_first_entries_of_several_lists_are_no_items() -> None:
    """Two lists of one entry each, both "1.", are no count: the headings above them are the items."""
    text = f"## Lamps\n\n{_BODY}\n\n## Actions\n\n1. Voss to write\n\n## Offers\n\n1. Take the first\n"
    assert [title for _, title in _items(text)] == ["Lamps", "Actions", "Offers"]


@pytest.mark.parametrize(
    ("paragraph", "title"),
    [
        ("Speeding Mr Rowe said that the cars were too fast.", "Speeding"),
        ("Any other business The clock had stopped.", "Any other business"),
        ("Matters arising None.", "Matters arising"),
        ("Minutes of The Hall Trust were read.", "Minutes of The Hall Trust were read"),
        ("Pump No. 6 had failed again.", "Pump No. 6 had failed again"),
        ("Vacancy at No. 6. Five had applied.", "Vacancy at No. 6"),
    ],
)
def test_the_title_of_a_numbered_paragraph(paragraph: str, title: str) -> None:
    """It ends at the first stop, or where a sentence begins without one."""
    text = f"1. Apologies None.\n2. {paragraph}\n3. Ponds Mr Ash had seen the fish."
    assert _items(text)[1] == ("2", title)


def test_what_follows_the_last_numbered_item() -> None:
    """The action log under a heading without a number is a part of its own; a sub-heading of the last item is none."""
    text = f"1. LAMPS\n\n{_BODY}\n\n2. PONDS\n\nFISH\n\n{_BODY}\n\nACTION LOG\n\n{_BODY}"
    assert _items(text) == [("1", "LAMPS"), ("2", "PONDS"), (None, "ACTION LOG")]
    text = (
        f"1. LAMPS\n\n{_BODY}\n\n2. PONDS\n\n{_BODY}\n\nAction log\n\nNo.\tAction\tLead\n1\tLight the lamps\tMs Ash\n"
    )
    assert _items(text) == [("1", "LAMPS"), ("2", "PONDS"), (None, "Action log")]


def test_attendance_in_a_table() -> None:
    """The column "Present" makes the rows below it attendance, and a row that begins with the label is one."""
    rows = "| Name | Office | Present |\n|---|---|---|\n| Mr Ash | Chair | Yes |\n| Ms Birch | Clerk | No |"
    assert _roles(f"{rows}\n\n1. LAMPS\n\n{_BODY}\n\n2. PONDS\n\n{_BODY}")[:4] == [
        "attendance",
        "furniture",
        "attendance",
        "attendance",
    ]


def test_a_noun_above_the_deciding_body() -> None:
    """The line "Decision" and what the Board agreed below it are one decision; the next lettered part is none of it."""
    text = f"{_BODY}\n\nDecision\n\nThe Board agreed to grant the licence.\n\n(b) The Hall, 8 June.\n\n{_BODY}"
    assert _decisions(text) == [("Decision", "Decision The Board agreed to grant the licence.", 0)]
    assert _roles(text)[1:4] == ["header", "resolution", "narrative"]


def test_web_page_of_one_item() -> None:
    """A saved item page gives one item without a number, its labels and attachments are furniture."""
    page = f"Agenda item\n\nPlay areas - yearly report.\n\n{_BODY}\n\nSupporting documents:\n\nPlay report PDF 90 KB"
    found = _outline(page).outline
    assert [(item.number, item.title) for item in found.items] == [(None, "Play areas - yearly report.")]
    assert found.is_web_page
    assert [role.value for role in found.roles] == ["furniture", "heading", "narrative", "furniture", "furniture"]


def test_web_page_of_a_meeting() -> None:
    """File names glued to titles are no part of them; labels name blocks; a truncated text is recognised."""
    page = (
        "Agenda and draft minutes\n\nParks Panel - Tuesday, 22 January 2019 2.00 pm\n\n"
        "1.\n\nPonds pdf icon PDF 90 KB\n\nMinutes:\n\n" + _BODY + "\n\n2.\n\nLamps\n\nDecision:\n\n"
        "That the lamps be lit.\n\nMinutes:\n\n" + _BODY + "\n\n... view the full minutes text for item 2."
    )
    found = _outline(page).outline
    assert [(item.number, item.title) for item in found.items] == [("1", "Ponds"), ("2", "Lamps")]
    assert [page[mark.start : mark.end] for mark in found.truncated] == ["... view the full minutes text for item 2."]
    assert found.status == "draft"
    assert found.meeting_date == "2019-01-22"
    assert _decisions(page) == [("Decision:", "Decision: That the lamps be lit.", 0)]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Present:- Councillors Ash (in the Chair), Birch and Cole.", Role.ATTENDANCE),
        ("PRESENT: Cllrs Ash and Birch", Role.ATTENDANCE),
        ("Sederunt: Councillor Ash", Role.ATTENDANCE),
        ("YN BRESENNOL: Y Cynghorydd A Jones", Role.ATTENDANCE),
        ("VOTING MEMBERS: Anna Bell, Carl Dean", Role.ATTENDANCE),
        ("In attendance: the Clerk", Role.ATTENDANCE),
        ("Mr B Lind in the Chair", Role.ATTENDANCE),
        ("Apologies for absence:- Apologies were received from Councillor Voss.", Role.APOLOGIES),
        ("An apology for absence was received from Councillor Voss.", Role.APOLOGIES),
        ("Apologies for absence were intimated on behalf of Mr Lind.", Role.APOLOGIES),
        ("YMDDIHEURIADAU: Y Cynghorydd Rees", Role.APOLOGIES),
        ("Regrets: Omar", Role.APOLOGIES),
        ("Yn bresennol / Present: Cllr Ash", Role.ATTENDANCE),
        ("Tuesday 6 September 2022", Role.FRONT),
        ("The chair was taken by Canon Ash.", Role.ATTENDANCE),
        ("The Dean presided.", Role.ATTENDANCE),
    ],
)
def test_attendance_in_front(line: str, role: Role) -> None:
    """Lines of the front page say who was there and who was not."""
    assert (
        _outline(f"ASH TOWN COUNCIL\n\n{line}\n\n1. LAMPS\n\n{_BODY}\n\n2. PONDS\n\n{_BODY}").outline.roles[1] is role
    )


def test_attendance_below_a_label_or_heading() -> None:
    """Names below a label are attendance, as are the names of an item that is about it; the agenda is not."""
    text = (
        "# Ash Group\n\n## Present\n\n- Dana Ekwueme\n- Omar Lind\n\n## Apologies\n\n- Eve Fox\n\n"
        f"## Agenda\n\n- lamps\n\n## Lamps\n\n{_BODY}"
    )
    assert _roles(text)[2:8] == ["attendance", "attendance", "heading", "apologies", "heading", "narrative"]


def test_interests_and_movements_inside_items() -> None:
    """Declarations stand under their heading or anywhere; coming and going is attendance."""
    text = (
        "1. DECLARATIONS OF INTEREST\n\nNone.\n\n2. LAMPS\n\nCllr Ash declared a personal interest as a neighbour.\n\n"
        f"Cllr Ash left the meeting at 7.15 pm.\n\n{_BODY}"
    )
    assert _roles(text) == ["heading", "interest", "heading", "interest", "attendance", "narrative"]


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("**Resolved:** - That the lamps be lit.", "**Resolved:** -"),
        ("RESOLVED – That the lamps be lit.", "RESOLVED –"),
        ("Resolved - That the lamps be lit.", "Resolved -"),
        ("RESOLVED that the lamps be lit.", "RESOLVED"),
        ("RESOLVED to receive the report.", "RESOLVED"),
        ("Resolved unanimously that the lamps be lit.", "Resolved unanimously"),
        ("RESOLVED (by 7 votes to 0) that the lamps be lit.", "RESOLVED (by 7 votes to 0)"),
        ("UNANIMOUSLY RESOLVED that the lamps be lit.", "UNANIMOUSLY RESOLVED"),
        ("RECOMMENDED TO COUNCIL that: the lamps be lit.", "RECOMMENDED TO COUNCIL"),
        ("Recommended to Council – That the lamps be lit.", "Recommended to Council –"),
        ("RECOMMENDED - T H A T the lamps be lit.", "RECOMMENDED -"),
        ("AGREED that the lamps be lit.", "AGREED"),
        ("Agreed that the lamps be lit.", "Agreed"),
        ("It was agreed that the lamps be lit.", "It was agreed"),
        ("Cabinet RESOLVED that the lamps be lit.", "Cabinet RESOLVED"),
        ("The Committee resolved:- to light the lamps.", "The Committee resolved:-"),
        ("This Council notes:- that the lamps are dark.", "This Council notes:-"),
        ("PENDERFYNWYD derbyn yr adroddiad.", "PENDERFYNWYD"),
        ("NOTED – the report.", "NOTED –"),
        ("Noted: the report.", "Noted:"),
        ("Governors approved the budget of £14,000.", "Governors approved"),
        ("The Board **approved** the budget of £14,000.", "The Board **approved"),
        ("Decision: the lamps are to be lit.", "Decision:"),
        ("Penderfynwyd / Resolved: that the lamps be lit.", "Penderfynwyd / Resolved:"),
        ("**Recommended** the new degree.", "**Recommended"),
        ("Resolution 7: That the lamps be lit.", "Resolution 7:"),
        ("Resolution No. 2025/14 - That the lamps be lit.", "Resolution No. 2025/14 -"),
        ("Consensus: light the lamps after the fair.", "Consensus:"),
        ("Outcome: the lamps are to be lit.", "Outcome:"),
        ("Motion carried: the lamps are to be lit.", "Motion carried:"),
        ("The Trust approves Policy 14.", "The Trust approves"),
        ("The Board voted to light the lamps.", "The Board voted"),
        ("We agreed to light the lamps.", "We agreed"),
        ("The Audit and Risk Committee agreed to light the lamps.", "The Audit and Risk Committee agreed"),
        ("Trustees appointed Marsh Ltd as auditors.", "Trustees appointed"),
        ("Motion: That the lamps be lit. Moved by Mrs Ash. Carried.", "Motion:"),
        ("Motion 3 - That the lamps be lit. All ayes.", "Motion 3 -"),
    ],
)
def test_decisions_that_begin_a_paragraph(text: str, header: str) -> None:
    """The words that announce a decision are its header; the decision is the whole paragraph."""
    assert _decisions(f"{_BODY}\n\n{text}\n\n{_BODY}") == [(header, text, 0)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Cllr Ash MOVED, Cllr Birch SECONDED and it was RESOLVED to light the lamps. Cllr Cole left.",
            "RESOLVED to light the lamps.",
        ),
        ("After debate it was agreed that the lamps be lit. The Clerk smiled.", "it was agreed that the lamps be lit."),
        ("The plan was read out. The minutes were AGREED.", "The minutes were AGREED."),
        (
            "The plan was read out. Mr Ash moved to light the lamps. Seconded by Mrs Birch. Passed. Tea followed.",
            "Mr Ash moved to light the lamps. Seconded by Mrs Birch. Passed.",
        ),
        (
            "Ash moved, Birch seconded, that the lamps be lit; carried.",
            "Ash moved, Birch seconded, that the lamps be lit; carried.",
        ),
        ("The tender from Marsh Ltd was accepted.", "The tender from Marsh Ltd was accepted."),
        ("Tea was had. The fee of £4.50 was approved.", "The fee of £4.50 was approved."),
        ("After a long talk, the Board approved the fee.", "After a long talk, the Board approved the fee."),
        ("The Council agreed the lease with Marsh Ltd.", "The Council agreed the lease with Marsh Ltd."),
        ("Moved and carried that the lamps be lit.", "Moved and carried that the lamps be lit."),
        ("The motion to light the lamps was carried.", "The motion to light the lamps was carried."),
        ("Upon a motion by Mr Ash, the board approved it.", "Upon a motion by Mr Ash, the board approved it."),
        ("Ponds were seen. Governors approved the fee of £20. Tea followed.", "Governors approved the fee of £20."),
    ],
)
def test_decisions_inside_a_paragraph(text: str, words: str) -> None:
    """A decision in mid-paragraph begins at the deciding words and ends with its sentence."""
    assert [found[1] for found in _decisions(f"{_BODY}\n\n{text}")] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The issue was resolved by the contractor.",
        "Resolved the parking problem at last, said the warden.",
        "It was noted that the hall was cold.",
        "Noted that the hall was cold, members moved on.",
        "Action: the Clerk to write to the contractor.",
        "The Committee noted that the hall was cold.",
        "The draft strategy had been resolved upon long ago.",
        "Members asked whether the matter could be resolved.",
        "He noted that the Trust had approved Policy 14 in 2019.",
        "The Trust has approved forty grants since 1990, said Mr Ash.",
        "The Council agreed the hall was cold.",
        "Apologies from Mr Ash were accepted.",
        "His claim that the lamps were lit was accepted.",
        "In Birch the lamps were approved of.",
        "The motion that was discussed last year concerned the lamps.",
        "Mr Ash wondered whether it was agreed that the lamps be lit.",
        "Mr Ash moved to Birch in May and liked it there.",
        "Mr Ash proposed a walk to the lamps on Sunday.",
        "The motion sensor of the lamps failed in the night.",
        "The Board moved to the next item.",
        "The Audit Committee agreed with Mr Ash.",
        "CONSENSUS LAYER CALL",
        "Resolution 7 had been hard to read.",
        "The motion to light the lamps was lost.",
        "Motion: That the lamps be lit. Seconded by Mr Birch. Not carried.",
    ],
)
def test_narrative_is_no_decision(text: str) -> None:
    """Everyday uses of the deciding words decide nothing."""
    assert _decisions(f"{_BODY}\n\n{text}\n\n{_BODY}") == []


def test_limbs() -> None:
    """A header alone takes the list below it, nested parts included, and ends at the next narrative."""
    text = (
        f"{_BODY}\n\n**Resolved:**\n\n1. That the lamps be lit:\n\n(a) in Ash Lane; and\n\n(b) in Fell Lane.\n\n"
        f"2. That the ponds be filled.\n\n{_BODY}"
    )
    found = _decisions(text)
    assert [(header, limbs) for header, _, limbs in found] == [("**Resolved:**", 4)]
    assert found[0][1].endswith("be filled.")
    assert _roles(text) == ["narrative", "header", *["resolution"] * 4, "narrative"]


def test_limbs_below_a_line_that_leads_on() -> None:
    """A decision that ends with a colon goes on in the list below it."""
    assert _decisions(f"{_BODY}\n\nRESOLVED that:\n(i) the fee be paid; and\n(ii) the gate be shut.")[0][2] == 2


def test_paragraphs_below_a_header() -> None:
    """A header alone takes the paragraph below it, and further ones only while they read on."""
    text = f"Resolved:-\n\nThat the next meeting be held in May.\n\n{_BODY}"
    assert _decisions(text) == [("Resolved:-", "Resolved:- That the next meeting be held in May.", 0)]


def test_limbs_whose_header_was_lost() -> None:
    """Numbered limbs at the end of an item, mostly beginning with "That", are a decision without a header."""
    text = (
        f"Agenda item\n\nLamps\n\n{_BODY}\n\n1. That the lamps be lit.\n\n2. Reports be made.\n\n3. That it be noted."
    )
    assert [(header, limbs) for header, _, limbs in _decisions(text)] == [(None, 3)]


def test_what_became_of_a_motion_stands_below_it() -> None:
    """The line below a motion makes it a decision, or none."""
    for outcome, count in (("Carried.", 1), ("All in favour.", 1), ("The motion fell.", 0), ("Tea was served.", 0)):
        text = f"1. LAMPS\n\n{_BODY}\n\nMoved by Mrs Ash that the lamps be lit.\n\n{outcome}\n\n2. PONDS\n\n{_BODY}"
        assert len(_decisions(text)) == count


def test_a_motion_that_fell_is_no_decision() -> None:
    """What was moved and lost was not decided."""
    text = f"1. LAMPS\n\n{_BODY}\n\nMover:- Cllr Ash\n\nThat the lamps be lit.\n\nOn being put to the vote it was LOST."
    assert _decisions(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "Mover:- Councillor Ash        Seconder:- Councillor Birch",
        "Proposed by: Cllr Ash  Seconded by: Cllr Birch",
        "Moved by Alderman Ash, seconded by Alderman Birch.",
        "For 7, Against 3, Abstentions 1",
        "For the motion (10): Mr Ash, Mr Birch.",
        "8 voting FOR, 1 AGAINST and no ABSTENTIONS",
        "The motion was carried by a show of hands.",
        "LOST",
        "Members voting FOR: Councillors Ash and Birch (2).",
        "| For the Motion (3) | For the Amendment (4) |",
        "On being put to the vote the amendment was LOST.",
        "The Chairman used his casting vote.",
        "Cynigiwyd gan Gyng. Jones ac eiliwyd gan Gyng. Evans.",
    ],
)
def test_votes(line: str) -> None:
    """Lines that are wholly a vote, or name mover and seconder."""
    assert _roles(f"1. LAMPS\n\n{_BODY}\n\n{line}\n\n2. PONDS\n\n{_BODY}")[2] == "vote"


@pytest.mark.parametrize(
    ("lines", "votes"),
    [
        (("Vote on the lease:", "- Ann Pell - Yes", "- Tom Odell - No"), 2),
        (("- Ann Pell - Yes", "- Tom Odell - Abstain"), 2),
        (("Pell: For", "Quick: Against"), 2),
        (("* Ann Pell (aye)", "* Tom Odell (nay)"), 2),
        (("- @apell +1", "- @todell -1"), 2),
        (("Ann Pell: +1 \u272a", "Tom Odell: -1 (Tom) \u272a"), 2),
        (("Ann Pell: +1 for a later date", "Tom Odell: -1 degrees outside"), 0),
        (("+1: Hal, Ingrid", "-1: Kit"), 2),
        (("In favour:", "- Ann Pell", "- Tom Odell"), 3),
        (("In favour", "5", "Against", "2"), 4),
        (("In favour", "", "5", "", "Against", "", "2"), 4),
        (("Yes", "", "11", "", "No", "", "4"), 4),
        (("| Member | For | Against |", "|---|---|---|", "| Ann Pell | x | |", "| Tom Odell | | x |"), 2),
        (("| Member | Vote |", "| Ann Pell | Y |"), 1),
        (("Dishes brought:", "- Ann Pell - soup", "- Tom Odell - bread"), 0),
        (("Did it rain?", "- Ann Pell - yes", "- Tom Odell - no"), 0),
        (("| Name | Yes |", "| Ann Pell | Y |"), 0),
    ],
)
def test_lists_and_tables_of_votes(lines: tuple[str, ...], votes: int) -> None:
    """Who voted how is a vote: in a list below its label, in a table below its headings, or a number below a label."""
    text = "\n".join(lines)
    assert _roles(f"1. LAMPS\n\n{_BODY}\n\n{text}\n\n2. PONDS\n\n{_BODY}").count("vote") == votes


@pytest.mark.parametrize("line", ["For many years the pond had been dry.", "Against the wall stood a lamp.", _BODY])
def test_what_is_no_vote(line: str) -> None:
    """Sentences that only begin like a vote."""
    assert _roles(f"1. LAMPS\n\n{_BODY}\n\n{line}\n\n2. PONDS\n\n{_BODY}")[2] == "narrative"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Tuesday 6 September 2022", "2022-09-06"),
        ("held on 6th September, 2022 at 7.00 p.m.", "2022-09-06"),
        ("06/09/2022", "2022-09-06"),
        ("September 6, 2022", "2022-09-06"),
        ("2022-09-06", "2022-09-06"),
        ("a gynhaliwyd ar 20 Medi, 2005", "2005-09-20"),
        ("31/02/2022", None),
        ("in the spring", None),
        ("Held on Tuesday the 6th day of June 2023", "2023-06-06"),
    ],
)
def test_meeting_date(line: str, date: str | None) -> None:
    """The day of the meeting in the forms that bodies write it; what is no date is none."""
    assert _outline(f"ASH PARKS PANEL\n\n{line}\n\n1. LAMPS\n\n{_BODY}\n\n2. PONDS").outline.meeting_date == date


@pytest.mark.parametrize(
    ("front", "status", "mark"),
    [
        ("DRAFT\n\nASH TOWN COUNCIL", "draft", "DRAFT"),
        ("ASH TOWN COUNCIL\n\nDraft minutes of the meeting held in May", "draft", "Draft minutes"),
        ("ASH TOWN COUNCIL (Draft)", "draft", "Draft"),
        ("ASH TOWN COUNCIL\n\nUnconfirmed", "draft", "Unconfirmed"),
        ("ASH TOWN COUNCIL\n\nCONFIRMED minutes of the Board", "confirmed", "CONFIRMED minutes"),
        ("ASH TOWN COUNCIL\n\nThe draft strategy was sent out with the agenda.", None, None),
        ("ASH TOWN COUNCIL", None, None),
    ],
)
def test_status(front: str, status: str | None, mark: str | None) -> None:
    """Draft and confirmed are read from lines that say so, never from the word in a sentence."""
    text = f"{front}\n\n1. LAMPS\n\n{_BODY}\n\n2. PONDS\n\nThe draft plan was noted."
    found = _outline(text).outline
    assert found.status == status
    assert (text[found.status_mark.start : found.status_mark.end] if found.status_mark else None) == mark


def test_title_and_body() -> None:
    """The title is the first line of the front page that names something; the body is named in it."""
    text = (
        f"DRAFT\n\nMinutes of the Meeting of the Parks Committee held on 3 May 2024\n\n1. LAMPS\n\n{_BODY}\n\n2. PONDS"
    )
    found = _outline(text).outline
    assert found.title == "Minutes of the Meeting of the Parks Committee held on 3 May 2024"
    assert found.body == "Parks Committee"
    mailed = "From: Ann Ash\nTo: Trustees\n\nDRAFT – NOT YET APPROVED\n\nASH RELIEF CHARITY\n\n1. LAMPS\n\n2. PONDS"
    found = _outline(mailed).outline
    assert (found.title, found.body, found.status) == ("ASH RELIEF CHARITY", "ASH RELIEF CHARITY", "draft")


@pytest.mark.parametrize(
    ("change", "exempt"),
    [
        (("PONDS", "PONDS (CONFIDENTIAL)"), [1]),
        (("2. PONDS", "PART II - PRIVATE\n\n2. PONDS"), [1, 2]),
        (
            (
                "LAMPS",
                "EXCLUSION\n\nRESOLVED – That the public be excluded from the meeting for the following items",
            ),
            [1],
        ),
        (("LAMPS", "EXCLUSION\n\nThere were no items for which the public be excluded from the meeting"), []),
    ],
)
def test_private_items(change: tuple[str, str], exempt: list[int]) -> None:
    """Items are private by their title, their part of the meeting, or a decision; the close is public again."""
    text = f"1. LAMPS\n\n{_BODY}\n\n2. PONDS\n\n{_BODY}\n\n3. CLOSE\n\n{_BODY}".replace(*change)
    expected = [place for place in exempt if place != 2]  # the close
    assert list(_outline(text).outline.exempt) == expected


@pytest.mark.parametrize(
    "mark",
    [
        "PONDS (EXEMPT)",
        "PONDS - CONFIDENTIAL",
        "CONFIDENTIAL: PONDS",
        "EXEMPT – NOT FOR PUBLICATION",
        "CONFIDENTIAL ITEM",
        "RESERVED BUSINESS",
        "PONDS [PRIVATE BUSINESS]",
        "EXEMPT UNDER PARAGRAPH 3",
        "IN CAMERA",
        "PONDS (PART II – EXEMPT)",
    ],
)
def test_an_item_that_is_declared_private(mark: str) -> None:
    """A mark of private business that stands as a whole makes an item private."""
    text = f"1. LAMPS\n\n{_BODY}\n\n2. {mark}\n\n{_BODY}\n\n3. CLOSE\n\n{_BODY}"
    assert list(_outline(text).outline.exempt) == [1]


@pytest.mark.parametrize(
    "title",
    [
        "CONFIDENTIAL REPORTING POLICY",
        "VILLAGE HISTORY - PART 2",
        "VILLAGE HISTORY (PART TWO)",
        "PART 2 OF THE FOOTPATH SURVEY",
        "PART B: REPORTS OF OFFICERS",
        "RESTRICTED BYWAYS",
        "IN PRIVATE HANDS: THE OLD MILL",
        "EXEMPT EMPLOYEES",
        "NON-CONFIDENTIAL SUMMARY",
        "PRIVATE HIRE VEHICLES",
        "CONFIDENTIALITY TRAINING",
    ],
)
def test_an_item_that_only_speaks_of_privacy(title: str) -> None:
    """A title that goes on, or the second part of a talk, declares nothing."""
    text = f"1. LAMPS\n\n{_BODY}\n\n2. {title}\n\n{_BODY}\n\n3. CLOSE\n\n{_BODY}"
    assert list(_outline(text).outline.exempt) == []


def test_a_second_part_is_private_where_the_public_was_excluded() -> None:
    """The words “Part 2” mean nothing by themselves; after a decision to exclude the public they do."""
    text = f"1. LAMPS\n\n{_BODY}\n\nPART 2\n\n2. PONDS\n\n{_BODY}\n\n3. OAKS\n\n{_BODY}"
    assert list(_outline(text).outline.exempt) == []
    excluded = text.replace(_BODY, "Resolved: That the public be excluded from the meeting.", 1)
    assert list(_outline(excluded).outline.exempt) == [1, 2]


@pytest.mark.parametrize(
    "declared",
    [
        "2. EXCLUSION OF THE PUBLIC\n\nResolved: That the public be excluded from the meeting under paragraph 3.",
        "2. EXCLUSION OF PRESS AND PUBLIC\n\nResolved: That the press and public leave the meeting.",
        "PART B – PRESS AND PUBLIC EXCLUDED",
        "PART II – ITEMS TAKEN WHEN THE PUBLIC HAD LEFT",
        "CONFIDENTIAL PART OF THE MEETING",
    ],
)
def test_a_private_part_that_is_declared_in_other_words(declared: str) -> None:
    """A decision under its own heading, or a part that says so, makes what follows private."""
    text = f"1. LAMPS\n\n{_BODY}\n\n{declared}\n\n3. OAKS\n\n{_BODY}\n\n4. CLOSE\n\n{_BODY}"
    found = _outline(text).outline
    assert [found.items[place].title for place in found.exempt] == ["OAKS"]


@pytest.mark.parametrize(
    "declared",
    [
        "The press and public withdrew.",
        "The public and press then left the meeting.",
        "The public were excluded for the rest of the evening.",
        "The press and public were asked to leave.",
        "The meeting went into closed session at 8.40 pm.",
        "The Board moved into private session.",
        "The governors continued in Part 2.",
        "In view of the confidential nature of the business, the visitors left the meeting.",
        "Resolved: That the public be excluded for the remainder of the meeting.",
        "Confidential session",
        "PART B – PRESS AND PUBLIC EXCLUDED",
        "Exempt business (press and public excluded)",
        "In camera",
    ],
)
def test_what_follows_is_private_without_items(declared: str) -> None:
    """A line or a sentence closes the meeting where no item shows it, and “readmitted” opens it again."""
    text = f"Ashcombe Trust, 3 June 2025\n\nThe roof leaks.\n\n{declared}\n\nThe lease was discussed.\n\n"
    minutes = _outline(text + "The press and public were readmitted.\n\nThe lamps would be lit.")
    private = " ".join(segment_text(minutes.document, minutes.segments[i]) for i in sorted(minutes.outline.private))
    assert private == "The lease was discussed."


@pytest.mark.parametrize(
    "said",
    [
        "No item required that the press and public be excluded.",
        "Two members of the public left the meeting.",
        "The public withdrew their objection to the fence.",
        "It was asked whether the public were excluded too often.",
        "Two players were excluded from the team; the public had seen why.",
        "The club moved to private premises in May.",
        "Village history - Part 2",
        "Confidential reporting policy",
        "Members were reminded that papers are confidential.",
        "The minutes of the private session of 4 May were agreed.",
        "The press wrote that visitors left private cars on the green.",
    ],
)
def test_what_only_sounds_like_a_private_part(said: str) -> None:
    """Nothing is private where nobody was excluded."""
    text = f"Ashcombe Trust, 3 June 2025\n\nThe roof leaks.\n\n{said}\n\nThe lease was discussed."
    assert _outline(text).outline.private == frozenset()


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("Resolved: That the public be excluded for this item.\n\nThe bids were opened.", "The bids were opened."),
        (
            "Under section 100A it was agreed that the public be excluded.\n\nThe bids were opened.",
            "The bids were opened.",
        ),
    ],
)
def test_an_exclusion_inside_an_item_ends_with_it(text: str, private: str) -> None:
    """A decision for this matter alone makes what stands below it private, and not the next item."""
    minutes = _outline(f"1. LAMPS\n\n{_BODY}\n\n2. PONDS\n\n{text}\n\n3. OAKS\n\n{_BODY}")
    found = " ".join(segment_text(minutes.document, minutes.segments[i]) for i in sorted(minutes.outline.private))
    assert found == private


def test_a_profile_adds_words() -> None:
    """A house style's own words are used, without the built-in ones being lost."""
    style = default_house_style()
    own = {**style.minutes, "resolution_headers": ("It was ordained", *style.minutes["resolution_headers"])}
    text = f"{_BODY}\n\nIt was ordained: that the lamps be lit.\n\nResolved: That it be so."
    assert len(_outline(text, dataclasses.replace(style, minutes=own)).outline.resolutions) == 2
    assert len(_outline(text).outline.resolutions) == 1


@given(st.one_of(minutes, st.text(max_size=300), st.text("1.2-# *\n:ResolvdThat(a)", max_size=200)))
def test_any_text_has_an_outline(text: str) -> None:
    """Every segment has a role and an item, decisions are in order and apart, and nothing ever fails."""
    found = _outline(text)
    outline, count = found.outline, len(found.segments)
    assert len(outline.roles) == len(outline.item_of) == count
    assert all(0 <= item.first < item.last <= count for item in outline.items)
    spans = [resolution.span for resolution in outline.resolutions]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    for resolution in outline.resolutions:
        assert resolution.header is None or (
            resolution.span.start <= resolution.header.start <= resolution.header.end <= resolution.span.end
        )
        assert all(resolution.span.start <= found.segments[limb].start for limb in resolution.limbs)


def test_a_label_is_no_title() -> None:
    """Where no line is a title, where and when the meeting was do not stand in for one."""
    minutes = _outline(f"Venue: Lamp Hall\n\nTime: 15:00\n\n1. LAMPS\n\n{_BODY}")
    assert minutes.outline.title is None
