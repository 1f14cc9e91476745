from __future__ import annotations

from itertools import pairwise

import pytest
from bench.generate import SeededPair, multiply_minutes, seed_slips
from bench.hunks import Hunk, Range, Text, hunk_of_characters, hunks_of_pieces, score_hunks, settle

MINUTES = """
**7. REPAIRS TO THE BOAT HOUSE**

The Clerk said that the roof of the boat house had let in rain since 14 March 2021 and that two firms had been asked.
Councillor Quillfeather asked whether the slipway was safe. The Warden answered that it was closed on Sunday.

- A notice would be put up at the gate.

**Resolved:** - That the lower of the two tenders, at 2,450 pounds, be accepted.

**8. ALLOTMENTS**

There were nine plots to let and 31 names on the list. The Committee noted the list and thanked the Warden.
"""


@pytest.fixture(name="pair")
def seeded_pair() -> SeededPair:
    """Thirty copies of invented minutes with seeded slips."""
    return seed_slips(multiply_minutes(MINUTES, 30), seed=5)


def test_same_seed_same_slips(pair: SeededPair) -> None:
    """The same seed gives the same draft and the same list of edits, another seed another."""
    assert seed_slips(pair.final, seed=5) == pair
    assert seed_slips(pair.final, seed=6) != pair


def test_recorded_edits_turn_the_draft_into_the_final(pair: SeededPair) -> None:
    """The edits, applied to the draft's words, give the final's words; each says what both sides hold there."""
    words, final = pair.draft.split(), pair.final.split()
    for edit in pair.edits:
        assert tuple(words[edit.draft_start : edit.draft_start + len(edit.draft)]) == edit.draft
        assert tuple(final[edit.final_start : edit.final_start + len(edit.final)]) == edit.final
    for edit in reversed(pair.edits):
        words[edit.draft_start : edit.draft_start + len(edit.draft)] = edit.final
    assert words == final


def test_slips_are_of_every_kind_and_apart(pair: SeededPair) -> None:
    """All seven kinds of slip occur, and no two stand within three words of each other."""
    assert len({edit.kind for edit in pair.edits}) == 7
    starts = [edit.final_start for edit in pair.edits]
    assert all(later - earlier > 3 for earlier, later in pairwise(starts))


def test_copies_are_numbered_on() -> None:
    """The items of the second copy go on from those of the first; a number in the text stays."""
    twice = multiply_minutes(MINUTES, 2)
    assert "**9. REPAIRS" in twice
    assert "**10. ALLOTMENTS" in twice
    assert twice.count("14 March 2021") == 2


def test_distinct_copies_share_fewer_words() -> None:
    """In the distinct variant some words are of their own copy alone."""
    plain, distinct = (set(multiply_minutes(MINUTES, 3, distinct=flag).split()) for flag in (False, True))
    assert len(distinct) > len(plain)


@pytest.mark.parametrize(
    ("draft", "final", "by_blanks", "by_letters"),
    [
        ("level It was", "level. It was", ["-level", "+level.", "=It was"], (5, 5, 5, 6)),
        ("said that that the", "said that the", ["=said", "-that", "=that the"], (10, 14, 10, 10)),
        ("were head.", "were heard.", ["=were", "-head.", "+heard."], (8, 8, 8, 9)),
        ("in 2019 and", "in 2021 and", ["=in", "-2019", "+2021", "=and"], (5, 7, 5, 7)),
    ],
)
def test_one_edit_in_two_dialects(
    draft: str, final: str, by_blanks: list[str], by_letters: tuple[int, int, int, int]
) -> None:
    """A tool that cuts at blanks and one that cuts at letters mean the same edit."""
    left, right = Text(draft), Text(final)
    (hunk,) = hunks_of_pieces((piece[0], piece[1:]) for piece in by_blanks)
    letters = hunk_of_characters(left, right, Range(*by_letters[:2]), Range(*by_letters[2:]))
    assert settle(hunk, left, right) == settle(letters, left, right)


def test_score_counts_exact_and_missed() -> None:
    """A hunk that shows a neighbour as changed too is no exact hit."""
    draft, final = Text("one two three four"), Text("one 2 three 4")
    truth = [Hunk(Range(1, 2), Range(1, 2)), Hunk(Range(3, 4), Range(3, 4))]
    score = score_hunks([truth[0], Hunk(Range(2, 4), Range(2, 4))], truth, draft, final)
    assert (score.exact, score.missed, score.words_shown) == (1, (1,), (3, 3))
