"""What a reader takes for the minutes is compared, wherever it stands: only what proves itself is furniture.

y=700  Votes: 5 for, 2 against        three pages, one application each: at one height on every page,
y=726  Granted                        and still the decision
"""

from __future__ import annotations

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

from compare.values import Severity

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


@pytest.mark.parametrize("words", ["Granted", "GRANTED", "Decision: Granted", "Lost", "Agreed."])
def test_a_word_alone_at_the_foot_of_each_page_is_the_decision(words: str) -> None:
    """The same word at one height on every page, far below the rest, is compared: it may be the decision."""
    pages = [t(60, 80, f"Premises {n + 1}, Mill Road") + body(112, n, 15) + t(60, 742, words) for n in range(4)]
    others = [
        *pages[:3],
        pages[3].replace(words, words.replace(words.rsplit(maxsplit=1)[-1], "Withdrawn")),
    ]
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
    for draft, final in (
        (printed(pages), other.encode()),
        (other.encode(), printed(pages)),
    ):
        critical = [one for one in found(compared(draft, final)) if one.severity == "critical"]
        assert len(critical) == 1
        assert "Refused" in critical[0].draft + critical[0].final


# What stands at the head of each page.


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


# True running heads and feet.


def headed(head: str, foot: str = "Page {} of 3", *, where: float = 34) -> list[str]:
    """Three pages with a running head and foot around bodies that begin and end at other heights."""
    pages = []
    for n, first in enumerate((120, 92, 92)):
        drawn = t(60, where, head) + at_right(814, foot.format(n + 1))
        pages.append(drawn + body(first, n, (17, 20, 9)[n], 30))
    return pages


@pytest.mark.parametrize(
    "foot",
    [
        "{}",
        "Page {}",
        "Page {} of 3",
        "- {} -",
        "{} | P a g e",
        "P a g e | {}",
        "{}/3",
        "({})",
        "[{}]",
        "p. {}",
    ],
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
        (
            "file:///C:/Users/clerk/minutes.html",
            "https://minutes.example.org/harbour.html",
        ),
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


# Page numbers close to the body.


def full(n: int, first: float, last: float, step: float = 16) -> str:
    """A page that is full from `first` to `last`: paragraphs of three lines."""
    rows = int((last - first) // step)
    said = " ".join(SENTENCES[(n * 7 + row) % len(SENTENCES)] for row in range(40))
    return lines(60, first, wrapped(said, 470)[:rows], step=step)


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


# A place to sign at the foot of each page.


def signed(y: float, *, pieces: int, with_date: bool) -> str:
    """A signature block: three pieces on one line, or one piece."""
    parts = [
        "Signed ............................",
        "Chair",
        *(["Date ..............."] if with_date else []),
    ]
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
    headings = (
        "22.09.05 Accounts",
        "22.09.06 Correspondence",
        "22.09.07 Date of next meeting",
    )
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
