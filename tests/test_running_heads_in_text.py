"""Heads with a date that a page printed into a text, and the lines like them that belong to the minutes."""

from __future__ import annotations

import pytest

from compare.api import compare_texts
from compare.values import Gate, Severity

_FRONT = "LEISURE COMMITTEE\n\n3 June 2025\n\nPresent: Cllr Orr (Chair), Cllr Lund.\n\n"


def _cut(first: str, second: str) -> str:
    """Minutes in which a page may end twice in the middle of a sentence."""
    return (
        f"{_FRONT}7. ROOF\n\nThe head of leisure said that the roof had leaked since the winter, and that the{first}"
        f"work would be done in the summer.\n\n8. POOL\n\nThe pool would be closed in August, so that the{second}"
        "tiles could be mended.\n\n9. GYM\n\nThe gym was open."
    )


def _between(first: str, second: str) -> str:
    """Minutes in which a page may end twice between two paragraphs."""
    return (
        f"{_FRONT}7. ROOF\n\nThe head of leisure said that the roof had leaked.{first}The work would be done soon.\n\n"
        f"8. POOL\n\nThe pool would be closed in August.{second}The tiles could be mended.\n\n9. GYM\n\nIt was open."
    )


def _gate(draft: str, final: str) -> Gate:
    gates = {compare_texts(*pair, use_model=False).gate for pair in ((draft, final), (final, draft))}
    assert len(gates) == 1
    return gates.pop()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1\n\nLeisure Committee - 3.6.25", "2\n\nLeisure Committee - 3.6.25"),
        ("Leisure Committee – 3 June 2025\n\n11", "Leisure Committee – 3 June 2025\n\n12"),
        ("12 May 2025", "12 May 2025"),
        ("Minutes of 5 June 2025", "Minutes of 5 June 2025"),
        ("Thursday, 5 June 2025", "Thursday, 5 June 2025"),
        ("2025-06-05", "2025-06-05"),
        (
            "Minutes of the Leisure Committee held on 3rd June 2025",
            "Minutes of the Leisure Committee held on 3rd June 2025",
        ),
    ],
)
def test_a_dated_head_that_cuts_sentences_is_furniture(first: str, second: str) -> None:
    """The sentence is whole, and neither number nor date is a word of the minutes."""
    plain = _cut(" ", " ")
    assert _gate(_cut(f"\n\n{first}\n\n", f"\n\n{second}\n\n"), plain) is Gate.PUBLISH
    has_number = "\n" in first  # without one a single line proves nothing
    assert (_gate(_cut(f"\n\n{first}\n\n", " "), plain) is Gate.PUBLISH) == has_number


@pytest.mark.parametrize("head", ["Leisure Committee - 3.6.25", "3 June 2025", "Minutes of 3 June 2025"])
def test_a_dated_head_with_numbers_that_count_is_furniture(head: str) -> None:
    """Between paragraphs too: "1" and the head are no item 1."""
    plain = _between("\n\n", "\n\n")
    assert _gate(_between(f"\n\n1\n\n{head}\n\n", f"\n\n2\n\n{head}\n\n"), plain) is Gate.PUBLISH


def test_the_day_of_the_meeting_again_and_again_is_furniture() -> None:
    """A line with no more than the day that the title names, below the title; once it may be anything."""
    front = "Holm Parish Council\nMinutes of 12 November 2025\nPresent: Cllr Ash.\n"
    plain = front + "1. Verges\nThe verge was cut.\n{}2. Grit\nIt was full.\n{}3. Seats"
    day = "12 November 2025\n"
    assert _gate(plain.format(day, day), plain.format("", "")) is Gate.PUBLISH
    assert _gate(plain.format(day, ""), plain.format("", "")) is not Gate.PUBLISH


def test_initials_above_numbers_that_count_are_a_place_to_sign() -> None:
    """A footer of a minute book; a place to sign in which one number stands is not known to be one."""
    plain = "The rents were collected.\n{}The coal was ordered.\n{}The clerk was to write to the bishop."
    initials = "Chairman's initials ........ {}\n"
    assert _gate(plain.format(initials.format(47), initials.format(48)), plain.format("", "")) is Gate.PUBLISH
    assert _gate(plain.format(initials.format(47), initials.format(47)), plain.format("", "")) is not Gate.PUBLISH


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("\n12 May 2025\n", "\n14 May 2025\n"),
        ("\n\n12 May 2025\n\n", "\n\n14 May 2025\n\n"),
        ("\n\nThe roof: 12 May 2025\n\n", "\n\nThe roof: 12 May 2025\n\n"),
        ("\n\nGrant of 12 May 2025\n\n", "\n\nGrant of 12 May 2025\n\n"),
        ("\n\nResolved on 3 June 2025\n\n", "\n\nResolved on 3 June 2025\n\n"),
        ("\n\n£500 on 3 June 2025\n\n", "\n\n£500 on 3 June 2025\n\n"),
        ("\n\n1. Minutes of 3 June 2025\n\n", "\n\n2. Minutes of 3 June 2025\n\n"),
    ],
)
def test_dates_that_do_not_recur_or_say_more_are_business(first: str, second: str) -> None:
    """Two days, a grant, a decision, a sum, an item: what a line of the minutes says is never set aside."""
    assert _gate(_between(first, second), _between("\n\n", "\n\n")) is not Gate.PUBLISH


@pytest.mark.parametrize("word", ["on", "until", "from", "by"])
def test_a_day_that_a_sentence_asks_for_is_a_word_of_it(word: str) -> None:
    """The works would begin on / 12 May 2025 / and end on / 12 May 2025 / at noon."""
    roof = (
        f"The head of leisure said that the works would go {word}{{}}and that the pool would be shut {word}{{}}at noon."
    )
    text = f"{_FRONT}7. ROOF\n\n{roof}"
    assert _gate(text.format(*["\n\n12 May 2025\n\n"] * 2), text.format(" ", " ")) is not Gate.PUBLISH


_ROUND_A_LINE = (
    "Saltmarsh Harbour Trust\n\nMinutes of the meeting held on 12 March 2025\n\n"
    "Present: Lena Marsh (Chair), Tom Odell, Ines Varga, Peter Quill.\n\nApologies: Ruth Fenn.\n\n"
    "4. Slipway\n\nThe slipway was inspected in April and found sound. The rails had been painted.\n\n"
    "{}The trustees discussed who should pay for the new chain.\n"
)


@pytest.mark.parametrize(
    "line",
    [
        *("continued overleaf", "(continued overleaf)", "P.T.O.", "/continued…", "(continued)", "Cont’d over"),
        *("More overleaf →", "-- end --", "[End of minutes]", "Saltmarsh Harbour Trust – Page 1 of 2"),
        *("Page 2 – Saltmarsh Harbour Trust", "Saltmarsh Harbour Trust: minutes, 12 March 2025"),
    ],
)
def test_a_line_in_which_the_page_speaks_is_no_loss(line: str) -> None:
    """Once is enough: a turn of the page, or the title with the number of its page or once more with its day."""
    for one, other in ((f"{line}\n\n", ""), ("", f"{line}\n\n")):
        compared = compare_texts(_ROUND_A_LINE.format(one), _ROUND_A_LINE.format(other), use_model=False)
        assert not compared.findings


@pytest.mark.parametrize(
    "line",
    [
        *("Action: Tom Odell to order the chain by 1 May.", "Tom Odell, 1 May", "Continued", "Ines Varga to follow up"),
        *("Agreed to continue the contract.", "Work to be continued in May", "Harbour Trust – Page 2 of the lease"),
    ],
)
def test_a_line_of_the_minutes_is_a_loss(line: str) -> None:
    """An action, a name, a day, an outcome: a finding that is at least major."""
    for one, other in ((f"{line}\n\n", ""), ("", f"{line}\n\n")):
        compared = compare_texts(_ROUND_A_LINE.format(one), _ROUND_A_LINE.format(other), use_model=False)
        assert {finding.severity for finding in compared.findings} <= {Severity.CRITICAL, Severity.MAJOR}
        assert compared.findings
