from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from bench.plain_readings import read_plainly
from bench.reading import measure_reading
from bench.reading_counts import (
    WordCounts,
    count_broken_numbers,
    count_lost_characters,
    count_words,
    reasons_for_body,
    recurring_edges,
    words_of,
)
from bench.tables import Table


def test_the_same_words_in_other_dress_are_no_difference() -> None:
    """Ligatures, hyphens at line ends, soft hyphens, dashes, leaders and raised endings are no words lost or glued."""
    ours = "The finance sub-committee, the council – Monday 19th … REPORTS....6"
    words = count_words(ours, ["The ﬁnance sub-\ncommittee the coun\u00adcil–Monday 19 th REPORTS .... 6"])
    assert words == WordCounts(Counter(), Counter(), Counter(), Counter())


def test_words_are_lost_only_if_all_other_readings_have_them() -> None:
    """A word is lost when every other reading has it oftener, invented when none has it as often."""
    words = count_words("we met at noon noon", ["we all met at noon", "we all met early at noon"])
    assert words.lost == {"all": 1}
    assert words.invented == {"noon": 1}


def test_glued_and_cut_words_are_not_lost_ones() -> None:
    """Neighbours run into one word are glued, a word in pieces is cut, and nothing of either is lost or invented."""
    words = count_words("itemThe clerk re ported", ["item The clerk reported"])
    assert words.glued == {"itemThe": 1}
    assert words.cut == {"reported": 1}
    assert not words.lost
    assert not words.invented


@pytest.mark.parametrize(
    ("ours", "theirs", "how", "number"),
    [
        ("10.1The rent", "10.1 The rent", "glued", "10.1"),
        ("10/10Jubilee", "10/10 Jubilee", "glued", "10/10"),
        ("18. 11.1 noted", "18.11.1 noted", "cut", "18.11.1"),
        ("rent of £1, 250", "rent of £1,250", "cut", "£1,250"),
        ("the 7 th of May", "the 7th of May", "cut", "7th"),
        ("opened at", "opened at 18:05", "missing", "18:05"),
        ("the archaeologist said", "the archaeologist3 said", "references", "archaeologist3"),
    ],
)
def test_broken_numbers(ours: str, theirs: str, how: str, number: str) -> None:
    """A number run into a word is glued, one in pieces is cut, one that is not there is missing, all told apart."""
    broken = count_broken_numbers(ours, [theirs])
    found = {name: dict(getattr(broken, name)) for name in ("cut", "glued", "missing", "references")}
    assert {name: numbers for name, numbers in found.items() if numbers} == {how: {number: 1}}
    assert broken.total == (how != "references")


def test_words_lose_nothing_with_a_reference_to_a_note() -> None:
    """The word before a raised number is there, and is neither lost with it nor invented without it."""
    words = count_words("the surveyor said", ["the surveyor3 said"])
    assert words == WordCounts(Counter(), Counter(), Counter(), Counter())


def test_a_number_that_the_others_run_into_a_word_is_whole() -> None:
    """Where the others have "1.Chair", "1. Chair" has the number whole: the blank is right."""
    assert count_broken_numbers("1. Chair spoke", ["1.Chair spoke"]).total == 0
    assert count_broken_numbers("on the 19th of May", ["on the 19 of May\nth"]).total == 0


def test_an_address_on_the_web_is_no_number() -> None:
    """Addresses wrap differently from reading to reading; their digits are no numbers of the minutes."""
    assert count_broken_numbers("www.harbour.example/may12", ["www.harbour.exam ple/may12"]).total == 0


def test_lost_characters_do_not_depend_on_blanks() -> None:
    """A digit that is gone is a lost character; a blank that is gone is none, nor is a reference to a note."""
    assert count_lost_characters("18: then", ["18:05 then"]) == {"0": 1, "5": 1}
    assert not count_lost_characters("the nextmeeting", ["the next meeting"])
    assert not count_lost_characters("the surveyor said", ["the surveyor3 said"])


@pytest.mark.parametrize(
    ("lines", "reasons"),
    [
        ([("Granted", 3), ("Granted", 5)], ("decision",)),
        ([("Votes: 5 for, 2 against", 1), ("Votes: 5 for, 2 against", 2)], ("vote",)),
        ([("Grant of £500", 1), ("Grant of £500", 2)], ("sum",)),
        ([("committee asked whether the roof", 2), ("committee asked whether the roof", 3)], ("sentence",)),
        ([("Randolph Road West", 4)], ("once",)),
        ([("Licence LB-99306", 1), ("Licence LB-377260", 2), ("Licence LB-12", 4)], ("other numbers",)),
        ([("Planning, 6 May 2022 – page 2", 2), ("Planning, 6 May 2022 – page 3", 3)], ()),
        ([("Minutes – 4 June 2024 – Page 2", 2)], ()),
        ([("4", 4)], ()),
    ],
)
def test_reasons_to_think_that_furniture_is_body(lines: list[tuple[str, int]], reasons: tuple[str, ...]) -> None:
    """A decision, vote, sum or sentence, a line that stands once, and numbers that count no pages make a suspect."""
    assert reasons_for_body(lines, pages=6) == reasons


def test_nothing_stands_once_in_a_document_of_one_page() -> None:
    """What can recur on no other page is no suspect for standing once."""
    assert reasons_for_body([("Randolph Road West", 1)], pages=1) == ()


def test_lines_that_recur_at_the_edges_of_pages() -> None:
    """A line at the edge of three pages recurs, whatever its numbers; rules of underscores and body lines do not."""
    pages = [f"HARBOUR BOARD\n____\nbody {word}\nmore {word}\nPage {word}" for word in ("1", "2", "3")]
    pages = [page.replace("body", f"b{'x' * at}") for at, page in enumerate(pages)]
    found = recurring_edges([*pages, "HARBOUR BOARD\nlast\nwords\nof\nall"])
    assert found == {"harbourboard": [1, 2, 3, 4], "more#": [1, 2, 3], "page#": [1, 2, 3]}


def test_plain_readings(tmp_path: Path) -> None:
    """A web page is read without tags and styles; a text is the file's own, so that there is nothing to compare."""
    for name in ("a.html", "a.md"):
        (tmp_path / name).write_text("<style>p{}</style><p>The <b>roof</b> leaks</p>", "utf-8")
    (text,) = read_plainly(tmp_path / "a.html") or ()
    assert words_of(text) == ["The", "roof", "leaks"]
    assert read_plainly(tmp_path / "a.md") is None


def test_a_folder_is_read_and_counted(tmp_path: Path) -> None:
    """The tables count files and words, in an order that does not depend on the system; refusals are named."""
    for name in ("b.md", "a.html"):
        (tmp_path / name).write_text("<p>The roof let in rain.</p>", "utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.4 nothing")
    tables = measure_reading(tmp_path)
    figures = {row[0]: row[1] for row in tables[0].rows}
    assert (figures["files"], figures["refused"], figures["words lost"]) == ("2", "1", "0")
    assert [row[0] for row in tables[-1].rows] == ["c.pdf"]
    # Beside the seconds, a second run says the same.
    assert [_unhurried(table) for table in measure_reading(tmp_path)] == [_unhurried(table) for table in tables]


def _unhurried(table: Table) -> list[tuple[str, ...]]:
    return [row for row in table.rows if row[0] != "pages a second"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    """The data are no part of the project: without them there is a note and no error."""
    (table,) = measure_reading(tmp_path / "none")
    assert table.rows == ()
    assert "no documents under" in table.notes[0]
