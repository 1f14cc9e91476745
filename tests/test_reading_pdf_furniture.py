"""What a reader takes for the minutes is compared, wherever it stands: only what proves itself is furniture.

y=700  Votes: 5 for, 2 against        three pages, one application each: at one height on every page,
y=726  Granted                        and still the decision
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pdfs.drawn import (
    Found,
    at_right,
    centred,
    compared,
    drawn_words,
    found,
    furniture_of,
    lines,
    lost_words,
    minutes_of,
    printed,
    swapped,
    t,
    wrapped,
)

from compare.api import compare_bytes
from compare.cli import main
from compare.values import Gate, Severity

SENTENCES = (
    "The officer described the site and what had been said at the last visit.",
    "Four letters had come in, two of them about the noise of the deliveries.",
    "The applicant spoke for three minutes and answered what members asked.",
    "Members wished to know how the yard would be lit after dark in winter.",
    "The trees along the lane were thought to be worth keeping as they stood.",
    "A member who lives near by had seen lorries turning in the school road.",
    "The engineer had no concern about the drains, which were laid last year.",
    "It was said that the hall would be used by the band on three evenings.",
    "The officer thought that the roof could be seen from the top of the hill.",
    "Nobody spoke against the fence, although its colour was not much liked.",
    "The police had been asked and had made no comment on the later hours.",
    "The neighbour at the mill was content so long as the gate stayed shut.",
    "A drawing of the porch was handed round, and the porch was thought plain.",
    "The surveyor had measured the path and found it to be wide enough to pass.",
)


def body(first: float, seed: int, rows: int = 12, step: float = 26) -> str:
    """Lines of narrative that differ from page to page, from `first` down."""
    chosen = [SENTENCES[(seed * 5 + row * 3) % len(SENTENCES)] for row in range(rows)]
    return lines(60, first, chosen, step=step)


def reads(pages: list[str]) -> None:
    """Every word that is drawn stands in the document, and the document has no finding against itself."""
    minutes = minutes_of(printed(pages))
    assert lost_words(minutes, drawn_words(pages)) == []
    assert found(compared(minutes, minutes)) == []


def differences(pages: list[str], others: list[str]) -> list[Found]:
    """What is found between two printed files; nothing drawn is lost, and the exchanged pair says the same."""
    draft, final = minutes_of(printed(pages)), minutes_of(printed(others))
    assert lost_words(draft, drawn_words(pages)) == []
    assert lost_words(final, drawn_words(others)) == []
    findings = found(compared(draft, final))
    assert sorted(found(compared(final, draft))) == sorted(swapped(findings))
    return findings


# One application a page, its decision at one height on every page.


def application(number: int, vote: str, outcome: str, heights: tuple[float, float]) -> str:
    """A page with one application: its reference, what was said, the vote and the decision."""
    head = t(60, 92, f"Application 2{number}/04{31 + 7 * number}/LIC")
    return head + body(124, number, 11, 32) + t(60, heights[0], vote) + (t(60, heights[1], outcome) if outcome else "")


@pytest.mark.parametrize("heights", [(700, 726), (655, 690), (748, 774), (770, 786)])
@pytest.mark.parametrize(
    ("votes", "outcomes", "last", "decided"),
    [
        (("5 for, 2 against", "6 for, 1 against"), ("Granted", "Granted"), "3 for, 4 against", "Refused"),
        (("7 for, 0 against", "4 for, 3 against"), ("Refused", "Granted"), "2 for, 5 against", "Deferred"),
        (("9 for, 2 against", "9 for, 2 against"), ("Approved", "Approved"), "8 for, 3 against", "Rejected"),
    ],
)
def test_the_decision_at_the_foot_of_each_page_is_compared(
    heights: tuple[float, float], votes: tuple[str, str], outcomes: tuple[str, str], last: str, decided: str
) -> None:
    """The vote and the outcome of one application a page are critical findings when they change."""
    pages = [application(n, f"Votes: {votes[n % 2]}", outcomes[n % 2], heights) for n in range(3)]
    others = [*pages[:2], application(2, f"Votes: {last}", decided, heights)]
    findings = differences(pages, others)
    critical = [one for one in findings if one.severity == "critical"]
    assert 2 <= len(critical) <= 3  # the outcome as one change, or as a paragraph lost and one added
    assert "vote.changed" in [one.rule for one in critical]
    assert outcomes[0] in " ".join(one.draft for one in findings)
    assert decided in " ".join(one.final for one in critical)
    assert {one.severity for one in findings} <= {"critical", "major"}


@pytest.mark.parametrize("count", [3, 4, 6])
def test_a_decision_is_compared_however_many_pages_have_one(count: int) -> None:
    """On three pages or six, with page numbers below or not, one changed decision is one critical finding."""
    for numbers in (False, True):
        foot = [t(290, 810, str(n + 1)) if numbers else "" for n in range(count)]
        pages = [application(n, "Vote: unanimous", "Granted", (690, 716)) + foot[n] for n in range(count)]
        others = list(pages)
        others[1] = application(1, "Vote: unanimous", "Refused", (690, 716)) + foot[1]
        critical = [one for one in differences(pages, others) if one.severity == "critical"]
        assert len(critical) == 1
        assert critical[0].final == "Refused"


@pytest.mark.parametrize("words", ["Granted", "GRANTED", "Decision: Granted", "Lost", "Agreed."])
def test_a_word_alone_at_the_foot_of_each_page_is_the_decision(words: str) -> None:
    """The same word at one height on every page, far below the rest, is compared: it may be the decision."""
    pages = [t(60, 80, f"Premises {n + 1}, Mill Road") + body(112, n, 15) + t(60, 742, words) for n in range(4)]
    others = [*pages[:3], pages[3].replace(words, words.replace(words.rsplit(maxsplit=1)[-1], "Withdrawn"))]
    findings = differences(pages, others)
    assert {one.severity for one in findings} <= {"critical", "major"}
    assert "Withdrawn" in " ".join(one.final for one in findings)


def test_a_decision_at_the_foot_is_compared_with_a_text() -> None:
    """The text of the same three applications has no finding; with another decision, that decision alone."""
    pages = [application(n, f"Votes: {n + 4} for, 2 against", "Granted", (700, 726)) for n in range(3)]
    text = drawn_words(pages).replace("\n", "\n\n")
    assert found(compared(printed(pages), text.encode())) == []
    at = text.rindex("Granted")
    other = text[:at] + "Refused" + text[at + 7 :]
    for draft, final in ((printed(pages), other.encode()), (other.encode(), printed(pages))):
        critical = [one for one in found(compared(draft, final)) if one.severity == "critical"]
        assert len(critical) == 1
        assert "Refused" in critical[0].draft + critical[0].final


def test_the_gate_holds_where_a_decision_at_the_foot_differs() -> None:
    """The comparison of two files through the library is a HOLD, never a PUBLISH."""
    pages = [application(n, "Votes: 5 for, 2 against", "Granted", (700, 726)) for n in range(3)]
    others = [*pages[:2], application(2, "Votes: 3 for, 4 against", "Refused", (700, 726))]
    comparison = compare_bytes(
        printed(pages), printed(others), draft_name="draft.pdf", final_name="final.pdf", use_model=False
    )
    assert comparison.gate is Gate.HOLD
    assert comparison.counts["critical"] == 2


# What stands at the head of each page.


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("Application 22/0433/FUL", "0433", "0438"),
        ("Planning application 23/1187/OUT", "1187", "1178"),
        ("Case EN/2022/0071", "0071", "0017"),
    ],
)
@pytest.mark.parametrize("y", [70, 88, 110, 125])
def test_the_reference_at_the_head_of_each_page_is_compared(name: str, old: str, new: str, y: float) -> None:
    """The name of an application that stands at one height on three pages is compared, figures and all."""
    pages = [t(60, y, name) + body(y + 32, n, 14, 30) for n in range(3)]
    others = [pages[0], pages[1].replace(old, new), pages[2]]
    findings = differences(pages, others)
    assert len(findings) == 1
    assert findings[0].severity in ("critical", "major")
    assert (old in findings[0].draft, new in findings[0].final) == (True, True)


@pytest.mark.parametrize("y", [70, 110])
def test_each_page_of_its_own_application_is_compared(y: float) -> None:
    """References that differ from page to page by figures alone are the names of the items."""
    pages = [t(60, y, f"Application 22/0{431 + n * 18}/FUL") + body(y + 32, n, 14, 30) for n in range(3)]
    others = [pages[0], pages[1].replace("0449", "0494"), pages[2]]
    findings = differences(pages, others)
    assert len(findings) == 1
    assert findings[0].rule == "reference.changed"
    assert "0494" in findings[0].final


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("y", "first"), [(50, 92), (42, 84), (56, 100)])
@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Minutes of the Harbour Committee held on 4 May 2023", "Minutes of the Harbour Committee held on 14 May 2023"),
        ("Allotments Working Party, Tuesday 9 January 2024", "Allotments Working Party, Tuesday 16 January 2024"),
    ],
)
def test_a_title_with_its_date_is_compared(count: int, y: float, first: float, title: str, other: str) -> None:
    """A centred title above the body of the first page is the title of the minutes: another date is critical."""
    rest = [body(first, n, 18, 30) for n in range(count)]
    pages = [centred(y, title, font=2) + rest[0], *rest[1:]]
    others = [centred(y, other, font=2) + rest[0], *rest[1:]]
    findings = differences(pages, others)
    assert [(one.severity, one.rule) for one in findings] == [("critical", "date.changed")]
    assert furniture_of(minutes_of(printed(pages))) == []


@pytest.mark.parametrize("y", [36, 45, 60])
def test_a_heading_that_stands_once_at_the_head_is_compared(y: float) -> None:
    """A heading high on one page alone is a heading: its words are compared, and its loss is found."""
    heading = "7. Report of the Harbour Master"
    pages = [body(92, 0, 20, 30), t(60, y, heading, font=2) + body(92, 1, 20, 30), body(92, 2, 12, 30)]
    changed = [page.replace("Harbour Master", "Harbour Surveyor") for page in pages]
    findings = differences(pages, changed)
    assert len(findings) == 1
    assert findings[0].severity in ("critical", "major")
    lost = [pages[0], body(92, 1, 20, 30), pages[2]]
    assert [one.severity for one in differences(pages, lost)] == ["major"]


@pytest.mark.parametrize("place", ["y=50", "y=72"])
def test_several_meetings_in_one_file_have_their_titles(place: str) -> None:
    """A title a page, with the date of each meeting, is no running head: another date of one meeting is critical."""
    y = float(place[2:])
    dates = ("4 May 2023", "8 June 2023", "6 July 2023", "7 September 2023")
    title = "Minutes of the Harbour Committee held on {}"
    pages = [centred(y, title.format(date), font=2) + body(y + 42, n, 16, 30) for n, date in enumerate(dates)]
    others = [page.replace("8 June 2023", "9 June 2023") for page in pages]
    findings = differences(pages, others)
    assert [(one.severity, one.rule) for one in findings] == [("critical", "date.changed")]
    text = drawn_words(pages).replace("\n", "\n\n").encode()
    assert found(compared(printed(pages), text)) == []


# Forms that are filled in: the same lines at the same heights on every page.

FIELDS = (
    ("Proposal", "a new shop front"),
    ("Recommendation", "approve with conditions"),
    ("Proposer", "Cllr Ashdown"),
    ("Votes", "6 for, 1 against"),
    ("Decision", "Granted"),
)
OTHER = (
    ("Proposal", "a new shop front", "a new side door"),
    ("Recommendation", "approve with", "approve without"),
    ("Proposer", "Cllr Ashdown", "Cllr Birchall"),
    ("Votes", "6 for, 1 against", "1 for, 6 against"),
    ("Decision", "Granted", "Refused"),
)


def form(number: int, y: float) -> str:
    """One item of a filled-in form."""
    rows = [f"{name}: {value}" for name, value in FIELDS]
    return t(60, y, f"{number}. Premises at {number + 10} Quay Street", font=2) + lines(60, y + 26, rows, step=22)


@pytest.mark.parametrize(("name", "old", "new"), OTHER)
@pytest.mark.parametrize("tops", [(70, 560), (60, 640), (110, 430)])
@pytest.mark.parametrize("at", [0, 3])
def test_items_of_template_lines_are_compared(name: str, old: str, new: str, tops: tuple[int, int], at: int) -> None:
    """Two filled-in forms a page, on three pages: each field of each, changed alone, is a finding that names it."""
    forms = [form(number, tops[number % 2]) for number in range(6)]
    changed = [*forms[:at], forms[at].replace(f"{name}: {old}", f"{name}: {new}"), *forms[at + 1 :]]
    pages, others = (
        ["".join(some[place : place + 2]) + t(290, 808, str(place // 2 + 1)) for place in (0, 2, 4)]
        for some in (forms, changed)
    )
    findings = differences(pages, others)
    assert 1 <= len(findings) <= 2
    told = " ".join(one.final for one in findings)
    assert any(word in told for word in new.replace(",", "").split() if name == "Votes" or word not in old)
    assert {one.severity for one in findings} <= {"critical", "major"}


@pytest.mark.parametrize("y", [752, 772, 790])
@pytest.mark.parametrize(
    ("words", "old", "new"),
    [
        ("RESOLVED: That the application be granted.", "granted", "refused"),
        ("Resolved – That the licence be not renewed.", "not renewed", "renewed"),
        ("It was agreed to pay the sum of £350 to the trust.", "£350", "£530"),
        ("Cllr Ashdown left the meeting at 8.15 pm.", "8.15", "8.50"),
        ("Action: the Clerk to write to the owners of the yard.", "the Clerk", "the Chair"),
    ],
)
def test_a_sentence_at_the_foot_of_three_pages_is_compared(y: float, words: str, old: str, new: str) -> None:
    """A decision, sum, time or sentence at the foot of each page belongs to the minutes."""
    pages = [body(80, n, 21, 30) + t(60, y, words) for n in range(3)]
    others = [pages[0], pages[1].replace(old.replace("£", "\xa3"), new.replace("£", "\xa3")), pages[2]]
    findings = differences(pages, others)
    assert len(findings) == 1
    assert findings[0].severity in ("critical", "major")


@pytest.mark.parametrize("y", [28, 770, 800])
@pytest.mark.parametrize("words", ["Granted", "That the report be noted.", "CLOSED 9.05 pm", "Cllr Birchall abstained"])
def test_a_lone_line_in_a_margin_is_compared(y: float, words: str) -> None:
    """A line that stands once, far above or below the rest, is kept and compared."""
    rest = [body(80, n, 18, 30) for n in range(3)]
    with_it = [rest[0], rest[1] + t(60, y, words), rest[2]]
    findings = differences(with_it, rest)
    assert len(findings) == 1
    assert words.rsplit(maxsplit=1)[-1].strip(".") in findings[0].draft
    assert findings[0].final == ""


def test_neighbours_of_a_running_head_stay() -> None:
    """A true running head takes nothing with it: rows beside, above and below it on one page are compared."""
    heads = "Combe Harbour Board"
    pages = [t(60, 36, heads) + t(60, 58, f"Berth {n + 4}: rent £{310 + n}") + body(84, n, 18, 30) for n in range(3)]
    others = [pages[0], pages[1].replace("\xa3311", "\xa3331"), pages[2]]
    assert [(one.severity, one.rule) for one in differences(pages, others)] == [("critical", "money.changed")]


# True running heads and feet.


def headed(head: str, foot: str = "Page {} of 3", *, where: float = 34) -> list[str]:
    """Three pages with a running head and foot around bodies that begin and end at other heights."""
    pages = []
    for n, first in enumerate((120, 92, 92)):
        drawn = t(60, where, head) + at_right(814, foot.format(n + 1))
        pages.append(drawn + body(first, n, (17, 20, 9)[n], 30))
    return pages


@pytest.mark.parametrize(
    "foot", ["{}", "Page {}", "Page {} of 3", "- {} -", "{} | P a g e", "P a g e | {}", "{}/3", "({})", "[{}]", "p. {}"]
)
def test_a_running_head_and_page_number_are_furniture(foot: str) -> None:
    """What stands outside the body on every page, the same but for the page number, belongs to the page."""
    pages = headed("Combe Harbour Board", foot)
    found_there = furniture_of(minutes_of(printed(pages)))
    assert found_there.count("Combe Harbour Board") == 3
    assert [foot.format(n) in found_there for n in (1, 2, 3)] == [True] * 3
    assert len(found_there) == 6
    text = "\n\n".join(
        line
        for line in drawn_words(pages).splitlines()
        if line not in ("Combe Harbour Board", *map(foot.format, (1, 2, 3)))
    )
    assert found(compared(printed(pages), text.encode())) == []
    assert found(compared(text.encode(), printed(pages))) == []


@pytest.mark.parametrize(
    ("head", "other"),
    [
        ("Harbour Board – 4 May 2023", "Harbour Board – 11 May 2023"),
        ("Minutes of the Harbour Board", "Minutes of the Harbour Committee"),
        ("Clerk to the Board: Mrs J Dunmore", "Clerk to the Board: Mrs T Dunmore"),
        ("Combe Town Council, Planning Committee, 3 July 2024", "Combe Town Council, Planning Committee, 31 July 2024"),
    ],
)
def test_running_heads_of_both_documents_are_compared(head: str, other: str) -> None:
    """Another status, meeting date, body or name in the running head is a finding, once, however many pages have it."""
    findings = differences(headed(head), headed(other))
    assert len(findings) == 1
    draft, final = findings[0].draft, findings[0].final
    assert [word for word in head.split() if word not in other.split() and word in draft] != []
    assert [word for word in other.split() if word not in head.split() and word in final] != []


@pytest.mark.parametrize("words", ["Harbour Board – {} minutes", "{} minutes of the Harbour Board", "{}"])
def test_another_status_in_the_running_head_is_found(words: str) -> None:
    """A final that is still a draft by its running head is a major finding; a draft that is one, at least listed."""
    draft, final = (minutes_of(printed(headed(words.format(status)))) for status in ("CONFIRMED", "DRAFT"))
    findings = found(compared(draft, final))
    assert [one.severity for one in findings] == ["major"]
    assert "DRAFT" in findings[0].final
    assert any("DRAFT" in one.draft for one in found(compared(final, draft), Severity.COSMETIC))


@pytest.mark.parametrize(
    ("head", "other"),
    [
        (r"C:\Minutes\Harbour\draft v2.docx", r"S:\Democratic\final 2023.docx"),
        ("Printed on 3 May 2023 at 10:14", "Printed on 9 June 2023 at 16:40"),
        ("03/05/2023, 10:14", "09/06/2023, 16:40"),
        ("file:///C:/Users/clerk/minutes.html", "https://minutes.example.org/harbour.html"),
    ],
)
def test_paths_and_dates_of_printing_are_no_difference(head: str, other: str) -> None:
    """What the computer prints at the head of a page, its path or the time of printing, is never a finding."""
    assert differences(headed(head), headed(other)) == []


def test_page_numbers_and_their_forms_are_no_difference() -> None:
    """Page numbers written otherwise, another count of pages and a head that one document lacks make no finding."""
    assert differences(headed("Combe Harbour Board"), headed("Combe Harbour Board", "{}")) == []
    without = [body(first, n, (17, 20, 9)[n], 30) for n, first in enumerate((120, 92, 92))]
    assert differences(headed("Combe Harbour Board"), without) == []


def test_furniture_is_listed_with_its_count(tmp_path: Path) -> None:
    """`--show cosmetic` names each line of furniture and how often it stands there."""
    pages = headed("Combe Harbour Board")
    draft, final = tmp_path / "draft.pdf", tmp_path / "final.pdf"
    draft.write_bytes(printed(pages))
    final.write_bytes(printed([pages[0], pages[1].replace("noise", "smell"), pages[2].replace("noise", "smell")]))
    for kind in ("txt", "json"):
        report = tmp_path / f"report.{kind}"
        form = "terminal" if kind == "txt" else kind
        main([str(draft), str(final), "--no-model", "--show", "cosmetic", "--format", form, "--output", str(report)])
        rows = [row for row in report.read_text("utf-8").splitlines() if "Combe Harbour Board" in row]
        assert rows != []
        assert any("3" in row for row in rows)


# Page numbers close to the body.


def full(n: int, first: float, last: float, step: float = 16) -> str:
    """A page that is full from `first` to `last`: paragraphs of three lines."""
    rows = int((last - first) // step)
    said = " ".join(SENTENCES[(n * 7 + row) % len(SENTENCES)] for row in range(40))
    return lines(60, first, wrapped(said, 470)[:rows], step=step)


@pytest.mark.parametrize(
    "form_of_number", ["{}", "- {} -", "Page {}", "Page {} of 4", "{}\\4", "{}/4", "{} | P a g e", "P{}", "({}D)"]
)
@pytest.mark.parametrize("x", [60, 290, 525])
@pytest.mark.parametrize("at_head", [True, False])
def test_a_page_number_one_line_from_the_body_is_furniture(form_of_number: str, x: float, *, at_head: bool) -> None:
    """A number that counts the pages is theirs, although it stands one line above or below full pages."""
    x = 72 if at_head and x == 60 else x  # above the first letters of the text it could number the paragraph
    y, first, last = (62, 80, 770) if at_head else (770, 60, 764)
    numbers = [form_of_number.format(n + 1) for n in range(4)]
    pages = [full(n, first, last) + t(x, y, number) for n, number in enumerate(numbers)]
    minutes = minutes_of(printed(pages))
    assert furniture_of(minutes) == numbers
    without = [full(n, first, last) for n in range(4)]
    assert differences(pages, without) == []


@pytest.mark.parametrize("step", [1, 2, 5])
def test_page_numbers_of_a_bound_volume_are_furniture(step: int) -> None:
    """Numbers that go on from another file, or count leaves, are page numbers too; the minutes go on over the page."""
    pages = [full(n, 60, 764) + t(290, 780, str(117 + n * step)) for n in range(4)]
    numbers = [str(117 + n * step) for n in range(4)]
    if step == 1:
        assert furniture_of(minutes_of(printed(pages))) == numbers
    others = [page.replace(f"({117 + n * step})", f"({301 + n * step})") for n, page in enumerate(pages)]
    if step == 1:
        assert differences(pages, others) == []


def test_numbers_that_do_not_count_pages_are_compared() -> None:
    """Sums and counts that end each page at one height are no page numbers."""
    totals = ("41", "17", "86")
    pages = [body(80, n, 20, 30) + t(60, 690, "Berths let") + t(480, 690, total) for n, total in enumerate(totals)]
    others = [pages[0], pages[1].replace("(17)", "(71)"), pages[2]]
    assert [(one.severity, one.rule) for one in differences(pages, others)] == [("critical", "number.changed")]


# A place to sign at the foot of each page.


def signed(y: float, *, pieces: int, with_date: bool) -> str:
    """A signature block: three pieces on one line, or one piece."""
    parts = ["Signed ............................", "Chair", *(["Date ..............."] if with_date else [])]
    if pieces == 1:
        return t(60, y, "  ".join(parts))
    return "".join(t(x, y, words) for x, words in zip((60, 270, 390), parts, strict=False))


@pytest.mark.parametrize("pieces", [1, 3])
@pytest.mark.parametrize("with_date", [True, False])
@pytest.mark.parametrize("top", [45, 56, 72])
@pytest.mark.parametrize("heights", [(720, 748, 655), (667, 756, 640), (740, 780, 780)])
def test_a_signature_block_swallows_nothing(
    heights: tuple[int, ...], top: float, pieces: int, *, with_date: bool
) -> None:
    """What follows a place to sign at the foot of a page stands on its own page, and is compared."""
    headings = ("22.09.05 Accounts", "22.09.06 Correspondence", "22.09.07 Date of next meeting")
    pages = [
        t(60, top, heading, font=2)
        + full(n, top + 18, heights[n] - 60, 18)
        + signed(heights[n], pieces=pieces, with_date=with_date)
        for n, heading in enumerate(headings)
    ]
    reads(pages)
    minutes = minutes_of(printed(pages))
    text = minutes.document.text
    places = [text.index(heading.split()[0]) for heading in headings]
    assert places == sorted(places)
    assert [minutes.document.page_at(place) for place in places] == [1, 2, 3]
    assert not any("Correspondence" in line for line in furniture_of(minutes))
    others = [page.replace("22.09.06 Correspondence", "22.09.06 Complaints") for page in pages]
    findings = differences(pages, others)
    assert len(findings) == 1
    assert findings[0].severity in ("critical", "major")
    plain = drawn_words(pages).replace("\n", "\n\n").encode()
    told = " ".join(f"{one.draft} {one.final}" for one in found(compared(printed(pages), plain)))
    assert [heading for heading in headings if heading.split()[1] in told] == []


def test_lines_of_several_wordings_at_one_place_are_no_running_heads() -> None:
    """Where the pages have two wordings at one height, each on several of them, both are lines of the minutes."""
    words = ("No objection", "Objection", "Objection", "No objection", "No objection")
    others = ("No objection", "Objection", "Objection", "Objection", "No objection")
    pages, changed = (
        [body(92, n, 20, 30) + t(60, 760, word) for n, word in enumerate(wordings)] for wordings in (words, others)
    )
    assert "Objection" not in furniture_of(minutes_of(printed(changed)))
    assert found(compared(printed(pages), printed(changed)))


def test_left_and_right_pages_may_have_heads_of_their_own() -> None:
    """Heads that alternate from page to page are page furniture."""
    heads = ("Combe Harbour Board", "4 May 2023")
    pages = [t(60, 34, heads[n % 2]) + body(120 if n == 0 else 92, n, 20, 30) for n in range(6)]
    assert sorted(furniture_of(minutes_of(printed(pages)))) == sorted(heads * 3)
