"""Tests of what a busy clerk reads: the first screen, the order of the list, and where things stand."""

from __future__ import annotations

import dataclasses
import io
import re
import time
from pathlib import Path

import pytest

from compare import Comparison, compare_files, compare_texts
from compare.report.places import Places
from compare.report.sentences import order_question, source_lines
from compare.report.sign_of_life import sign_of_life
from compare.report.terminal_page import StyledText, TerminalPage
from compare.report.to_terminal import render_terminal
from compare.values import Gate, Severity

TITLE = "Minutes of the Pond Committee held on 3 May 2025"
ATTENDANCE = "Present: Cllr Ash (Chair), Cllr Moss and Cllr Fern"
ITEMS = (
    "1. Ponds\n\nThe warden said that the upper pond had dried out in August. The reeds were dying back.\n\n"
    "RESOLVED:\n\n(a) That a pump be hired until October; and\n\n(b) That the warden report in May.\n\n"
    "2. Footpaths\n\nTwo stiles along the mill lane had rotted.\n\n"
    "A walker had fallen there on a Sunday, and the clerk had written to her.\n\n"
    "The carpenter would be asked for a price.\n\n"
    "3. Lighting\n\nThe lamps beside the school burnt all night at a cost of £40 each.\n\n"
    "The engineer offered timers for them."
)
MINUTES = f"{TITLE}\n\n{ATTENDANCE}\n\n{ITEMS}"


def _changed(*changes: tuple[str, str], draft: str = MINUTES) -> Comparison:
    """The minutes compared with themselves after some changes, with rules and patterns alone."""
    final = draft
    for old, new in changes:
        assert old in final
        final = final.replace(old, new)
    return compare_texts(draft, final, use_model=False)


def _report(comparison: Comparison, width: int = 100, show: Severity = Severity.MINOR) -> str:
    return render_terminal(comparison, show=show, width=width, colour=False)


def _places(comparison: Comparison) -> dict[str, str]:
    places = Places.of(comparison)
    return {finding.rule: places.of_finding(finding) for finding in comparison.findings}


def _advice(comparison: Comparison) -> str:
    first, _, _ = _report(comparison, width=200).partition("\n\n")
    return first.splitlines()[1]


def test_findings_are_numbered_and_grouped_by_item() -> None:
    """The item with the gravest finding first, all its grave ones together; the small ones of all items below."""
    comparison = _changed(
        ("had dried out", "has dried out"),
        ("a pump be hired until October", "a pump be hired until November"),
        ("£40", "£45"),
        ("The engineer offered timers", "The engineer refused timers"),
    )
    report = _report(comparison)
    marks = re.findall(r"^ *(\d+)\. (CRITICAL|MAJOR|minor): ", report, re.MULTILINE)
    assert [int(number) for number, _ in marks] == list(range(1, len(comparison.findings) + 1))
    grave, small = report.split("SMALL ONES TO LOOK AT")
    assert "minor: " not in grave
    assert "CRITICAL" not in small.rpartition("\n\n")[0]
    assert "MAJOR" not in small
    headings = re.findall(r"^Item \d", grave, re.MULTILINE)
    assert headings == ["Item 1", "Item 3"]


def test_what_to_settle_first_is_named_by_number() -> None:
    """The advice names the critical findings, which may stand below a major one of an item above."""
    comparison = _changed(("£40", "£45"), ("a pump be hired until October", "a pump be hired until November"))
    advice = _advice(comparison)
    assert advice.endswith("Settle the critical ones first (nos 1 and 2).")
    one = _advice(_changed(("£40", "£45")))
    assert one.endswith("Settle the critical one first (no. 1).")


def test_many_critical_findings_are_not_counted_out() -> None:
    """More numbers than a line holds are left to the marks."""
    draft = MINUTES + "".join(f"\n\n{n}. Plot {n}\n\nThe fee was £{n}00.\n\nThe hedge was long." for n in range(4, 14))
    every = re.sub(r"£(\d+)00\.", r"£\g<1>50.", draft)
    assert _advice(compare_texts(draft, every, use_model=False)).endswith("ones first (nos 1 to 10).")
    both = every.replace("The hedge was long", "The hedge was short")
    assert _advice(compare_texts(draft, both, use_model=False)).endswith("Settle the critical ones first.")


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("£40", "£45", "Item 3, 1st paragraph; draft line 25, final line 25"),
        ("until October", "until November", "Item 1, limb (a); draft line 11, final line 11"),
        ("2. Footpaths", "2. Bridleways", "Item 2, heading; draft line 15, final line 15"),
        (
            "Cllr Moss and Cllr Fern",
            "Cllr Moss and Cllr Birch",
            "Attendance, 1st paragraph; draft line 3, final line 3",
        ),
        ("3 May 2025", "4 May 2025", "Before the first item, 1st paragraph; draft line 1, final line 1"),
    ],
)
def test_places_are_those_of_a_reader(old: str, new: str, place: str) -> None:
    """Items by their number, paragraphs counted from the heading of the item, limbs by their letter."""
    assert place in _places(_changed((old, new))).values()


def test_a_place_that_differs_is_told_for_both() -> None:
    """A paragraph that came before another moves its number on."""
    comparison = _changed(
        ("Two stiles along", "The sign had been painted green by the crew of the barge.\n\nTwo stiles along"),
        ("fallen there on a Sunday", "fallen there on a Monday"),
    )
    assert "Item 2; draft 2nd paragraph, line 19; final 3rd paragraph, line 21" in _places(comparison).values()
    assert "Item 2, 1st paragraph; final line 17" in _places(comparison).values()


def test_a_paragraph_that_a_page_cuts_keeps_its_place() -> None:
    """A change after the page break is in the paragraph, not in the running head between its halves."""
    head = "\n\n\fPond Committee, 3 May 2025 - page {}\n\n"
    long = "The lamps beside the school burnt all night at a cost of £40 each, and the clerk had asked the engineer"
    parts = [
        f"{TITLE}\n\n{ATTENDANCE}\n\n1. Lighting\n\nThe lamps were old.",
        f"2. Timers\n\n{long}",
        "for timers at a cost of £12 each, which the committee liked.\n\n3. Stiles\n\nTwo stiles had rotted.",
        "4. Reeds\n\nThe reeds were dying back.",
    ]
    draft = parts[0] + "".join(head.format(number) + part for number, part in enumerate(parts[1:], 2))
    comparison = compare_texts(draft, draft.replace("£12", "£13"), use_model=False)
    (place,) = _places(comparison).values()
    assert place.startswith("Item 2, 1st paragraph; ")


@pytest.mark.parametrize(
    ("number", "shown"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd")]
)
def test_paragraphs_are_counted_in_words(number: int, shown: str) -> None:
    """1st, 2nd, 3rd, 11th, 22nd."""
    body = "\n\n".join(f"The {word} was mended." for word in "abcdefghijklmnopqrstuvwxyz"[: number - 1])
    draft = f"{TITLE}\n\n1. Works\n\n{body}\n\nThe roof was mended at a cost of £300 by the crew."
    comparison = compare_texts(draft, draft.replace("£300", "£350"), use_model=False)
    assert next(iter(_places(comparison).values())).startswith(f"Item 1, {shown} paragraph")


def test_an_item_with_another_heading_is_one_group() -> None:
    """What only the draft has stands under the heading that the final gives its item."""
    report = _report(_changed(("2. Footpaths", "2. Bridleways"), ("The carpenter would be asked for a price.\n\n", "")))
    assert report.count("\nItem 2: Bridleways\n") == 1
    assert "of the draft: Footpaths" not in report


def test_rule_ids_stand_last() -> None:
    """The last words of a finding are the rule's id, for those who want it."""
    assert re.search(r"final line 25 \(money\.changed\)\n", _report(_changed(("£40", "£45"))))


def test_a_moved_paragraph_is_quoted_once() -> None:
    """With the place that it came from, and the one that it went to."""
    walker = "A walker had fallen there on a Sunday, and the clerk had written to her.\n\n"
    comparison = _changed((walker, ""), ("The engineer offered", f"{walker}The engineer offered"))
    report = _report(comparison)
    assert report.count("and the clerk had written to her") == 1
    assert "    from   item 2, 2nd paragraph, line 19 of the draft\n" in report
    assert "    to     item 3, 2nd paragraph, line 25 of the final (structure.paragraph-moved)\n" in report


def test_the_verdict_stands_last_in_a_long_report() -> None:
    """A report that fills more than a screen ends with its first line; a short one does not repeat itself."""
    long = _report(_changed(("£40", "£45"), ("until October", "until November"), ("in May", "in June")), width=60)
    lines = long.splitlines()
    assert len(lines) > 24
    assert lines[-1] == lines[0]
    short = _report(_changed(("£40", "£45")), width=120).splitlines()
    assert short.count(short[0]) == 1


@pytest.mark.parametrize(
    ("draft", "final", "lines"),
    [
        (TITLE, TITLE, ["Pond Committee, 3 May 2025; neither is marked as draft or confirmed."]),
        (
            f"DRAFT\n\n{TITLE}",
            TITLE,
            [
                "Pond Committee, 3 May 2025; the draft is marked as a draft, the final is not marked.",
            ],
        ),
        (
            f"DRAFT\n\n{TITLE}",
            f"CONFIRMED\n\n{TITLE}",
            ["Pond Committee, 3 May 2025; the draft is marked as a draft, the final as confirmed."],
        ),
        (
            TITLE,
            TITLE.replace("3 May", "4 May"),
            [
                "Draft: Pond Committee, 3 May 2025; not marked.",
                "Final: Pond Committee, 4 May 2025; not marked.",
            ],
        ),
        ("", TITLE, ["Pond Committee, 3 May 2025 (says final); neither is marked as draft or confirmed."]),
        ("", "", ["Neither file says which body met, or when; neither is marked as draft or confirmed."]),
    ],
)
def test_the_head_says_which_meeting_it_is(draft: str, final: str, lines: list[str]) -> None:
    """Body, day and status of both documents: in one line if they agree."""
    comparison = compare_texts(f"{draft}\n\n{ITEMS}", f"{final}\n\n{ITEMS}", use_model=False)
    assert source_lines(comparison) == lines
    assert lines[0] in " ".join(_report(comparison).split())


@pytest.mark.parametrize(
    ("draft", "final", "why"),
    [
        ("", "DRAFT", "The final (final) is marked as a draft, the draft (draft) is not."),
        ("CONFIRMED", "DRAFT", "The final (final) is marked as a draft, the draft (draft) as confirmed."),
        ("CONFIRMED", "", "The draft (draft) is marked as confirmed, the final (final) is not."),
        (
            "Draft 2 of 9 May 2025",
            "Draft 1 of 7 May 2025",
            "The final (final) is of 7 May 2025, the draft (draft) of 9 May 2025.",
        ),
        ("DRAFT", "", None),
        ("DRAFT", "CONFIRMED", None),
        ("DRAFT", "DRAFT", None),
        ("Draft 1 of 7 May 2025", "Draft 2 of 9 May 2025", None),
        ("", "", None),
    ],
)
def test_two_documents_the_wrong_way_round(draft: str, final: str, why: str | None) -> None:
    """The status or the day of a version can say that the two were exchanged: the report asks."""
    comparison = compare_texts(f"{draft}\n\n{MINUTES}", f"{final}\n\n{MINUTES}", use_model=False)
    question = order_question(comparison)
    if why is None:
        assert question == ""
        return
    assert question == f"Are the two the wrong way round? {why}"
    assert question in " ".join(_report(comparison).split())


@pytest.mark.parametrize(
    ("draft", "final", "is_asked"),
    [
        ("minutes-final.txt", "minutes-draft.txt", True),
        ("minutes-draft.txt", "minutes-final.txt", False),
        ("finalist.txt", "draft.txt", False),
        ("final-draft.txt", "draft.txt", False),
        ("a.txt", "draft.txt", False),
    ],
)
def test_names_the_wrong_way_round(tmp_path: Path, draft: str, final: str, is_asked: bool) -> None:  # noqa: FBT001
    """A draft called "final" and a final called "draft" are asked about."""
    (tmp_path / draft).write_text(MINUTES, "utf-8")
    (tmp_path / final).write_text(MINUTES + "\n", "utf-8")
    question = order_question(compare_files(tmp_path / draft, tmp_path / final, use_model=False))
    assert bool(question) is is_asked


def test_one_of_each_is_singular() -> None:
    """One cosmetic difference is one."""
    comparison = _changed(("until October", "until  October"))
    (finding,) = _changed(("had dried out", "has dried out")).findings
    cosmetic = dataclasses.replace(comparison, findings=(dataclasses.replace(finding, severity=Severity.COSMETIC),))
    assert _report(cosmetic).splitlines()[0] == "PUBLISH: no difference of substance found; 1 cosmetic difference"
    assert "Not listed: 1 cosmetic difference (--show cosmetic)." in _report(cosmetic)


@pytest.mark.parametrize("width", range(8, 24))
def test_the_sign_of_nothing_is_not_torn(width: int) -> None:
    """[ ] stands in one line, wherever the line ends."""
    page = TerminalPage(width, has_colour=False)
    page.write(StyledText("The rents [ ] rise before spring [ ] and fall [ ]"))
    assert page.text().count("[ ]") == 3
    assert max(map(len, page.lines)) <= width


class _Stream(io.StringIO):
    """A stream that is a terminal, or is none."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        """Whether this stream plays a terminal."""
        return self.is_terminal


def test_long_work_shows_a_sign_of_life() -> None:
    """After the time, a line; at the end it is written over. A name that would be obeyed is escaped."""
    stream = _Stream(is_terminal=True)
    with sign_of_life("Comparing a\x1b[2J.pdf", stream, seconds=0.0):
        deadline = time.monotonic() + 5
        while not stream.getvalue() and time.monotonic() < deadline:
            time.sleep(0.01)
        assert stream.getvalue() == "Comparing a\\x1b[2J.pdf"
    assert stream.getvalue().endswith("\r" + " " * 22 + "\r")


@pytest.mark.parametrize(("is_terminal", "seconds"), [(False, 0.0), (True, 60.0)])
def test_short_work_and_files_show_none(is_terminal: bool, seconds: float) -> None:  # noqa: FBT001 (pytest)
    """Nothing is written before the time, and never to a file."""
    stream = _Stream(is_terminal=is_terminal)
    with sign_of_life("Comparing", stream, seconds=seconds):
        time.sleep(0.05)
    assert stream.getvalue() == ""


def test_a_sign_of_life_ends_with_an_error() -> None:
    """The line is taken away, and the error goes on."""
    stream = _Stream(is_terminal=True)

    def fail() -> None:
        with sign_of_life("Comparing", stream, seconds=0.0):
            while not stream.getvalue():
                time.sleep(0.01)
            raise ValueError("unreadable")

    with pytest.raises(ValueError, match="unreadable"):
        fail()
    assert stream.getvalue().endswith("\r")


@pytest.mark.parametrize(
    ("draft", "final"),
    [
        ("The key to the hall was held the clerk.", "The key to the hall was held by the clerk."),
        ("He is one of best clerks in the county.", "He is one of the best clerks in the county."),
        ("They went too the meeting in the hall.", "They went to the meeting in the hall."),
    ],
)
def test_a_side_is_never_blamed_without_a_reason(draft: str, final: str) -> None:
    """Where a small word makes one side look wrong, the reason says what is usual or does not fit."""
    (finding,) = compare_texts(draft, final).findings
    assert finding.suspect is not None
    assert re.search(r"is (?:far more )?usual|fits the words|would be|no verb", finding.reason)


def test_a_sentence_above_is_no_body_that_met() -> None:
    """Its words may change without the question whether there were two meetings."""
    notes = "Briefing on the new wing\nThe Chief Executive said that the trust {} expect the ward to open in spring.\n"
    comparison = compare_texts(notes.format("did not"), notes.format("didn't"))
    assert comparison.gate is Gate.PUBLISH
    assert comparison.gate_reasons == ()
