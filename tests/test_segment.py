"""What stands on the page: segments of everyday inputs, and the laws they keep."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import minutes

from compare import compare_texts
from compare.read import document_from_text
from compare.segment import segment_document
from compare.style.house_style import default_house_style
from compare.text.tokens import tokenise
from compare.values import Document, Segment, SegmentKind

_KINDS = {
    SegmentKind.HEADING: "H",
    SegmentKind.PARAGRAPH: "P",
    SegmentKind.LIST_ITEM: "L",
    SegmentKind.TABLE_ROW: "R",
    SegmentKind.FURNITURE: "F",
}


def _segments(text: str) -> tuple[Segment, ...]:
    document = Document("minutes.txt", "text", "utf-8", "", text, (0,))
    return segment_document(document, default_house_style())


def _read(text: str) -> list[str]:
    """Each segment as "kind mark|words", pieces joined by " + ", inner line ends by a blank."""
    shown = []
    for segment in _segments(text):
        mark = text[segment.mark.start : segment.mark.end] if segment.mark else ""
        words = " + ".join(" ".join(text[piece.start : piece.end].split()) for piece in segment.pieces)
        shown.append(f"{_KINDS[segment.kind]} {mark}|{words}")
    return shown


def _assert_nothing_lost(text: str) -> None:
    """Every token lies in exactly one mark or piece; segments are in order and do not overlap."""
    segments = _segments(text)
    ranges = sorted(
        (span.start, span.end) for segment in segments for span in (segment.mark, *segment.pieces) if span is not None
    )
    assert all(before[1] <= after[0] for before, after in pairwise(ranges))
    assert [segment.index for segment in segments] == list(range(len(segments)))
    assert [segment.start for segment in segments] == sorted(segment.start for segment in segments)
    starts = [start for start, _ in ranges]
    for token in tokenise(text):
        place = bisect_right(starts, token.start) - 1
        assert place >= 0
        assert token.end <= ranges[place][1], text[token.start : token.end]


_CUTTING = st.sampled_from(
    ["\n", "\n\n", "\r\n", "\r", "\f", "\v", "\u2028", "\x85", " ", "  ", "\t", "\xa0" * 5, "\u200b", "\ufeff", "\x1c"]
)
_MARKING = st.sampled_from(
    [
        "- ",
        "* ",
        "> ",
        ">",
        "1. ",
        "(a) ",
        "iv. ",
        "23.\n",
        "**",
        "__",
        "*",
        "_",
        "#",
        "## ",
        "---\n",
        "===\n",
        "•",
        "\\",
    ]
)
_WRITING = st.sampled_from(
    [
        *(
            "| a | b |\n",
            "|---|---|\n",
            "```\n",
            "<!-- ",
            "-->",
            "<AI1>",
            "RESOLVED: ",
            "Resolved:",
            "That the",
            "Page 3 of 4",
        ),
        *(
            "23D",
            "433",
            "’",
            "“x”",
            "don't",
            "carers’",
            "1.That",
            "33.1 Members",
            "[x]",
            "b\\) ",
            ". ",
            "word",
            "CAPITALS",
        ),
        *(
            "e\u0301",
            "\u0301",
            "https://x.y/z",
            "a@b.cd",
            "Present:",
            "...",
            "£3.50",
            "10.30am",
            "Minute 12 – Apologies",
        ),
    ]
)


@given(st.lists(st.one_of(_CUTTING, _MARKING, _WRITING), max_size=30).map("".join))
def test_no_token_is_lost_in_any_text(text: str) -> None:
    """Whatever is put together from marks, line ends and words keeps every token in exactly one place."""
    _assert_nothing_lost(text)


@given(st.text(max_size=200))
def test_no_token_is_lost_in_arbitrary_characters(text: str) -> None:
    """The same for text of any characters at all."""
    _assert_nothing_lost(text)


@given(minutes, st.sampled_from(["\n", "\r\n", "\r", "\u2028"]))
def test_line_ends_make_no_difference(text: str, line_end: str) -> None:
    """The same minutes with other line ends have the same segments."""
    assert _read(text.replace("\n", line_end)) == _read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. That a\n2. That b", ["L 1.|That a", "L 2.|That b"]),
        ("1) one thing\n(a) another thing\nb. a third\n(iv) a fourth", None),
        ("1.\xa0\xa0\xa0\xa0 That the fee be paid.", ["L 1.|That the fee be paid."]),
        ("1.That the fee be paid.", ["L 1.|That the fee be paid."]),
        ("• bread\n● milk\n– eggs", ["L •|bread", "L ●|milk", "L –|eggs"]),
        ("b\\) **Lamps** None were lit.", ["L b\\)|**Lamps** None were lit."]),
        ("33.1 Members were told.\n33.2 They agreed.", ["L 33.1|Members were told.", "L 33.2|They agreed."]),
        ("- [x] Dana Ekwueme\n- [ ] Omar Lind", ["L -|[x] Dana Ekwueme", "L -|[ ] Omar Lind"]),
        ("2022 was a dry year for the ponds of the parish.", ["P |2022 was a dry year for the ponds of the parish."]),
        ("14 June was a fine day for it.", ["P |14 June was a fine day for it."]),
        ("10.30 am The Clerk arrived at the hall.", ["P |10.30 am The Clerk arrived at the hall."]),
        ("A. Smythe spoke in favour of the lamps.", ["P |A. Smythe spoke in favour of the lamps."]),
        ("3.5 million was spent on the bridge.", ["P |3.5 million was spent on the bridge."]),
        ("A. The lamps.\nB. The ponds.", ["L A.|The lamps.", "L B.|The ponds."]),
    ],
)
def test_marks(text: str, expected: list[str] | None) -> None:
    """Numbers and bullets are marks; years, days, times, sums and initials are none."""
    if expected is None:
        assert all(line.startswith("L ") and not line.startswith("L |") for line in _read(text))
    else:
        assert _read(text) == expected


def test_items_whose_bullet_a_web_page_lost() -> None:
    """Lines that only no-break spaces indent are list items."""
    indent = "\xa0" * 19 + " "
    assert _read(f"As follows:\n\n{indent}The lamps,\n\n{indent}The ponds.") == [
        "P |As follows:",
        "L |The lamps,",
        "L |The ponds.",
    ]


def test_levels_follow_indents_and_styles() -> None:
    """A deeper indent or another style of number is a deeper level; coming back comes back."""
    text = "- a\n  - b\n    - c\n- d\n\n1. e\n(a) f\n(i) g\n(b) h\n2. i"
    assert [segment.level for segment in _segments(text)] == [1, 2, 3, 1, 1, 2, 3, 2, 1]


_CUT = "The figures had been checked by the auditor so that there was"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{_CUT}\n\nconfidence in them.", [f"P |{_CUT} + confidence in them."]),
        (f"{_CUT}\n\nPage 4\n\nconfidence.", [f"P |{_CUT} + confidence.", "F |Page 4"]),
        (f"{_CUT}\n\n- 4 -\n\fconfidence.", [f"P |{_CUT} + confidence.", "F |- 4 -"]),
        (f"1. {_CUT}\n\nconfidence.", [f"L 1.|{_CUT} + confidence."]),
        (f"{_CUT} told to the\n\nPage 4\n\nCouncil.", [f"P |{_CUT} told to the + Council.", "F |Page 4"]),
        (f"{_CUT} in “the Council.”\n\nPage 4\n\nIt was.", [f"P |{_CUT} in “the Council.”", "F |Page 4", "P |It was."]),
        (f"{_CUT}:\n\nconfidence in them.", [f"P |{_CUT}:", "P |confidence in them."]),
        (f"{_CUT}\n\nResolved:", [f"P |{_CUT}", "P |Resolved:"]),
        (f"{_CUT}\n\n- confidence.", [f"P |{_CUT}", "L -|confidence."]),
        (f"{_CUT}\n\nolder: I think so.", [f"P |{_CUT}", "P |older: I think so."]),
        ("Anna Bell\n\nde Vries, Carl", ["P |Anna Bell", "P |de Vries, Carl"]),
        (
            f"{_CUT}\n\nat 2.30 pm\n\nMembers present\n\nMrs Ash\n\nMr Birch",
            [f"P |{_CUT} + at 2.30 pm", "P |Members present", "P |Mrs Ash", "P |Mr Birch"],
        ),
        (
            "**LAMPS AND PONDS OF THE WHOLE PARISH**\n\nwere seen.",
            ["H |LAMPS AND PONDS OF THE WHOLE PARISH", "P |were seen."],
        ),
    ],
)
def test_sentences_cut_by_a_page_are_joined(text: str, expected: list[str]) -> None:
    """A sentence goes on over blank lines and page furniture; headings, lead-ins, lists and speakers do not."""
    assert _read(text) == expected


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines that the line width ended are joined, also where the next one begins with a capital."""
    text = (
        "The Committee received a report on the repair of the pavilion roof. Members\n"
        "asked when the scaffolding would come down and were told that the work was\n"
        "on course to finish by the end of the month. It was noted that the colour of\n"
        "the tiles had been agreed. The contractor thanked everybody who had written.\n"
        "Councillor Voss asked about the cost of the gutters.\n"
        "The Chair thanked the officers.\n"
    )
    assert [line[:16] for line in _read(text)] == ["P |The Committee", "P |The Chair tha"]


_WRAPPED = (
    "The warden said that the pond had been cleared of weed and that the mud had been\n"
    "taken to the farm on the hill. It was the third time that this had been done, and\n"
    "each time the mud had come back within a year, as it was bound to while the sluice\n"
    "was shut and the stream ran through the pond and not round it. The members were\n"
    "of a mind to have the sluice mended before the winter and to ask the miller for\n"
    "a part of the cost, which would come to a sum that the committee could well find.\n\n"
)


@pytest.mark.parametrize(
    ("block", "marks"),
    [
        (
            (
                "The members were shown the plan of the pavilion, with the trees as in paragraph\n"
                "(b) of the scheme, and asked for the scaffolding to be taken down within a week.\n"
            ),
            [""],
        ),
        (
            (
                "The members saw the mill and the pond, and they then went up the lane to number\n"
                "12. That was the house of the miller who had given the land to the parish.\n"
            ),
            [""],
        ),
        (
            (
                "The members asked for three things to be done to the mill, and that the long hedge\n"
                "- which had not been cut for a year - should be laid by the warden in the winter.\n"
            ),
            [""],
        ),
        (
            (
                "It was reported that (i) the mill was shut for the winter and the wheel was taken\n"
                "(ii) the pond was clear of weed and the sluice was open as it had been for a year.\n"
            ),
            [""],
        ),
        (
            (
                "1. The mill was shut for the winter, and the wheel was taken down to be mended by\n"
                "2. That pond was clear of weed and the sluice was open as it had been for the whole of\n"
                "3. The path was swept.\n"
            ),
            ["1.", "2.", "3."],
        ),
        (
            (
                "(a) the mill was shut for the winter, and the wheel was taken down to be mended by\n"
                "(b) pond warden, who was thanked for it by the members of the committee, and by the\n"
                "(c) the board.\n"
            ),
            ["(a)", "(b)", "(c)"],
        ),
        (
            (
                "The members asked for three things to be done to the mill before the winter and a\n"
                "- new wheel for the mill, which was to be made of oak, and a new sluice for the pond\n"
                "- new path.\n"
            ),
            ["", "-", "-"],
        ),
    ],
    ids=["letter", "number", "dash", "run in", "numbers", "letters", "bullets"],
)
def test_a_mark_that_a_full_line_pushed_down_is_no_list_item(block: str, marks: list[str]) -> None:
    """A number, letter or dash at the head of a wrapped line belongs to the sentence, unless a neighbour counts on."""
    segments = [line.partition("|")[0].partition(" ")[2] for line in _read(_WRAPPED + block)]
    assert segments == ["", *marks]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>Ash</td><td>For</td></tr><tr><td>Birch</td><td>Against</td></tr></table>",
        "<table>\n<tr><td>Ash</td><td>For</td></tr>\n<tr>\n<td>Birch</td>\n<td>Against</td>\n</tr>\n</table>",
        "<table>\n<TR>\n<td>\nAsh\n</td>\n<td>\nFor\n</td>\n</TR>\n<tr><td>Birch</td>\n<td>Against</td></tr>\n</table>",
    ],
    ids=["one line", "a row or a cell a line", "tags on lines of their own"],
)
def test_a_raw_table_has_rows(table: str) -> None:
    """A table of HTML within markdown has a row for each of its own, however its lines are broken."""
    text = f"The vote was taken.\n\n{table}\n\nIt was lost."
    rows = [
        [token.key for piece in segment.pieces for token in tokenise(text, piece.start, piece.end)]
        for segment in _segments(text)
        if segment.kind is not SegmentKind.FURNITURE
    ]
    assert rows[1:-1] == [["ash", "for"], ["birch", "against"]]


_OPEN = "The members were told that the lease of the hall had been due for renewal since the end of July"


@pytest.mark.parametrize(
    "text",
    [
        f"{_OPEN}\n2024. The tenant had agreed to a further term.",
        f"{_OPEN}\n(b) of the scheme, and that this was known.",
        f"{_OPEN}\n22/0433. The tenant had agreed to it.",
        "The votes cast for it were\n12. The number against it was three, and nobody abstained on that day at all.",
        f"{_OPEN} under minute no.\n7. The tenant had agreed to it.",
        f"11. The lease was read. {_OPEN}\n12. The tenant had agreed to a further term.",
        f"11. Finance\n\n{_OPEN}\n12. The tenant had agreed to a further term.\n\n13. Planning",
        f"{_OPEN}\n\nPage 1\n\n2024. The tenant had agreed to it.\n\nPage 2\n\nNoted.\n\nPage 3",
    ],
    ids=["year", "letter", "reference", "short line", "number of a minute", "in an item", "in the count", "page"],
)
def test_a_number_below_an_open_sentence_is_no_mark(text: str) -> None:
    """However short a text: where the sentence above has not ended and no list is there, a number is a word of it."""
    number = re.search(r"\n(\(b\)|2024\.|22/0433\.|12\.|7\.)", text)
    assert number is not None
    assert not any(line.partition("|")[0].endswith(number[1]) for line in _read(text))


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Cllr Ash and Cllr Birch were there\n5. Minutes\nThey were read.\n6. Finance\nNoted.", ["5.", "6."]),
        (f"{_OPEN}\n5. Any other business\nNone.\n6. Close\n", ["5.", "6."]),
        (f"{_OPEN}\n1. that it be signed\n2. that it be read", ["1.", "2."]),
        (f"{_OPEN}\n    i) that it be signed and sent to the tenant", ["i)"]),
        (f"{_OPEN}\nii) that it be signed and\niii) that it be read", ["ii)", "iii)"]),
        (f"{_OPEN}.\n7. It was signed.", ["7."]),
        ("10.1.That it be signed.\n\n10.10Jubilee party\n\n10.11 The hall", ["10.1.", "10.10", "10.11"]),
        ("b)The grant was made.\n\n(c)The pond was seen.", ["b)", "(c)"]),
        ("2.5 FTE posts were open.\n\n1.5 per cent was spent.\n\nA.Smith spoke.", []),
    ],
    ids=["titles", "one title", "list opens", "indent", "list goes on", "ended", "glued", "glued brackets", "amounts"],
)
def test_a_number_is_a_mark_where_a_list_is_there(text: str, marks: list[str]) -> None:
    """A list opens, counts on, stands further in, or the sentence above has ended; a blank may be missing behind it."""
    assert [mark for line in _read(text) if (mark := line.partition("|")[0].partition(" ")[2])] == marks


@pytest.mark.parametrize("label", ["Minute 12.", "Action No. 3:", "Appendix 2", "Item 4 –", "(viii)"])
def test_a_label_before_a_tab_is_no_cell(label: str) -> None:
    """A label with a number before the only tab of a line is what a list prints; other words there are a cell."""
    assert _segments(f"{label}\tThe members agreed to it.")[0].kind is not SegmentKind.TABLE_ROW
    assert _segments(f"{label}\tThe members agreed to it.\tClerk")[0].kind is SegmentKind.TABLE_ROW
    assert _segments("Councillor Ashby\tThe members agreed to it.")[0].kind is SegmentKind.TABLE_ROW


def test_a_paragraph_a_line_stays_a_paragraph_a_line() -> None:
    """Without blank lines and without a line width, every line is a paragraph."""
    text = "The Chair opened the meeting.\nCouncillor Voss reported on the lamps at some length, and on ponds.\nNoted."
    assert len(_read(text)) == 3


@pytest.mark.parametrize("line", ["Resolved: That it be so.", "Present: Cllrs Ash and Birch", "- bread", "12. LAMPS"])
def test_a_line_that_begins_something_is_not_joined(line: str) -> None:
    """Decisions, labels, list items and headings begin anew right below a paragraph."""
    assert len(_read(f"The Clerk reported that all had been done.\n{line}")) == 2


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("## **31. WORK PROGRAMME**", "H 31.|WORK PROGRAMME"),
        ("**29. LAMPS AND PONDS.**", "H 29.|LAMPS AND PONDS."),
        ("29. LAMPS AND PONDS", "H 29.|LAMPS AND PONDS"),
        ("29 LAMPS AND PONDS", "H 29|LAMPS AND PONDS"),
        ("Lamps\n=====", "H |Lamps"),
        ("12.\n\nAny other business", "H 12.|Any other business"),
        ("1. **Attendance and Apologies**", "H 1.|Attendance and Apologies"),
        ("12/22 Declarations of Interest", "H 12/22|Declarations of Interest"),
        ("GBP/2324/003: Finance report", "H GBP/2324/003:|Finance report"),
        ("CAB 21 MINUTES", "H CAB 21|MINUTES"),
        ("Minute 12 – Apologies", "H Minute 12 –|Apologies"),
        ("3\\. ORGANISATION", "H 3\\.|ORGANISATION"),
        ("29. SPECIAL PROVISION FOR THE\n    LAMPS AND PONDS", "H 29.|SPECIAL PROVISION FOR THE LAMPS AND PONDS"),
    ],
)
def test_headings(text: str, heading: str) -> None:
    """Headings by hashes, underline, capitals, bold, number or known title; the number is the mark."""
    assert _read(f"{text}\n\nThe Clerk reported that all had been done.")[0] == heading


@pytest.mark.parametrize("text", ["**Resolved:**", "FOR (10)", "NOTED", "Councillor Ash", "16 April 2026", "None"])
def test_what_only_looks_like_a_heading(text: str) -> None:
    """Decisions, votes, names, dates and empty entries are no headings."""
    assert not _read(f"{text}\n\nThe Clerk reported that all had been done.")[0].startswith("H 16")
    assert _read(f"{text}\n\nThe Clerk reported that all had been done.")[0].startswith(("P", "H |16"))


def test_running_heads_are_furniture() -> None:
    """A head that recurs beside page marks belongs to the page; the first one is the title."""
    page = "The Clerk reported that all had been done.\n\nPage {0}\nPARKS PANEL - 06/09/22\n\n"
    text = "PARKS PANEL - 06/09/22\n\n" + "".join(page.format(number) for number in range(1, 5))
    assert [line[0] for line in _read(text)] == ["H", *"PFFPFFPFFPFF"]


def test_a_running_head_in_mid_sentence() -> None:
    """Even one that occurs once belongs to the page, where a page mark beside it cuts a sentence."""
    text = f"{_CUT}\n\n- 12 -\n\nPARKS PANEL\n\nconfidence."
    assert _read(text) == [f"P |{_CUT} + confidence.", "F |- 12 -", "F |PARKS PANEL"]


def test_files_glued_to_titles_are_furniture() -> None:
    """The name and size of a file behind a title belong to the web page."""
    assert _read(f"3.\n\nPlay strategy pdf icon PDF 2 MB\n\n{_CUT}.")[:2] == [
        "H 3.|Play strategy",
        "F |pdf icon PDF 2 MB",
    ]


@pytest.mark.parametrize("words", ["Granted", "Application 22/0433/FUL", "For 5, against 2"])
def test_business_beside_page_breaks_is_no_furniture(words: str) -> None:
    """A decision, item or vote that stands at the end of each page belongs to the minutes."""
    pages = [f"The officer spoke of site {number}, and members asked.\n\n{words}\n\f" for number in range(4)]
    assert sum(shown.endswith(f"|{words}") and shown[0] != "F" for shown in _read("\n".join(pages))) == 4


def test_a_decision_repeated_is_no_furniture() -> None:
    """The same short decision thirty times stays what it is, as do repeated labels and names."""
    text = "Resolved: That the report be noted.\n\nACTION\n\nCouncillor Ash\n\n" * 30
    assert "F" not in {line[0] for line in _read(text)}


def test_markdown_keeps_every_line() -> None:
    """Front matter, comments, rules, tables, quotes and fences are segments of their kinds."""
    text = (
        "---\ntitle: Minutes\n---\n<!-- licence -->\n| Name | Vote |\n|---|---|\n| Ash | for |\n\n"
        "> b\\) Quoted text\n\n```\ncode line\n```\n\n* * *\n"
    )
    assert _read(text) == [
        "F |---",
        "P |title: Minutes",
        "F |---",
        "F |<!-- licence -->",
        "R || Name | Vote |",
        "F ||---|---|",
        "R || Ash | for |",
        "F |>",
        "L b\\)|Quoted text",
        "F |```",
        "P |code line",
        "F |```",
        "F |* * *",
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "word", "\ufeffword", "x" * 200_000, "- " * 50_000, "> " * 50_000])
def test_odd_texts_do_no_harm(text: str) -> None:
    """Nothing, one word, one enormous line: all are segmented."""
    _assert_nothing_lost(text)


def test_the_head_of_the_first_page_is_furniture_where_the_title_stands_below_it() -> None:
    """A line that heads every page, the first included, belongs to the page; a title that the pages repeat does not."""
    body = "The wardens cleared the beds of weeds, and were thanked for it."
    pages = [f"Ashby Council – {number}\n\n{body}\n\n" for number in (1, 2, 3)]
    title = "Minutes of the Pond Committee\n\n"
    with_title = [pages[0].replace("\n\n", f"\n\n{title}", 1), *pages[1:]]
    for texts, count in ((with_title, 3), (pages, 2)):
        document = document_from_text("\f".join(texts), "minutes.txt")
        kinds = [segment.kind for segment in segment_document(document, default_house_style())]
        assert kinds.count(SegmentKind.FURNITURE) == count


@pytest.mark.parametrize(
    "body",
    [
        "Votes in favour:\n\n{} of 8\n\nThe motion was carried.",
        "Votes in favour\n\n[{}]\n\nThe motion was carried.",
        "RESOLVED: That the number of members of the panel be\n{}\nfrom the next meeting.",
    ],
)
def test_a_figure_on_a_line_of_its_own_is_no_page_number_by_itself(body: str) -> None:
    """One figure that counts no pages is a word of the minutes, and another one is found."""
    comparison = compare_texts(*(f"4. Sheds\n\n{body.format(figure)}" for figure in (5, 6)), use_model=False)
    assert [finding.severity for finding in comparison.findings] == ["critical"]


def test_figures_that_count_the_pages_are_page_numbers() -> None:
    """A line such as "2 of 3" below the text of each page belongs to the page."""
    text = "\n\n".join(f"The wardens cleared bed {n} of weeds.\n\n{n} of 3" for n in (1, 2, 3))
    assert [line[0] for line in _read(text)] == ["P", "F"] * 3
