"""Segments are matched as a person would match them."""

from __future__ import annotations

from collections import Counter
from zlib import crc32

import pytest

from compare import compare_texts
from compare.align import align_segments
from compare.align.anchors import slide_missing_blocks
from compare.align.similar_pairs import likeness
from compare.pipeline import read_minutes
from compare.read import document_from_text
from compare.scope import find_scope
from compare.style.house_style import default_house_style
from compare.text.tokens import segment_text, wording_key
from compare.values import Minutes, Pair, Relation


def _minutes(text: str) -> Minutes:
    return read_minutes(document_from_text(text, "minutes.txt"), default_house_style())


def _pairs(draft: Minutes, final: Minutes) -> tuple[Pair, ...]:
    return align_segments(draft, final, find_scope(draft, final, "whole"), default_house_style()).pairs


def _align(draft: str, final: str) -> list[tuple[str, str, str]]:
    """(relation, draft words, final words) of every pair that is not the same, each cut to its first four words."""
    own, other = _minutes(draft), _minutes(final)
    pairs = _pairs(own, other)
    return [
        (pair.relation.value, _start(own, pair.draft), _start(other, pair.final))
        for pair in pairs
        if pair.relation is not Relation.SAME
    ]


def _start(minutes: Minutes, places: tuple[int, ...]) -> str:
    texts = (segment_text(minutes.document, minutes.segments[place]) for place in places)
    return " | ".join(" ".join(text.split()[:4]) for text in texts)


_ITEMS = [
    "14. FOOTPATHS\n\nThe warden reported that three stiles had been mended.\n\nResolved: - That the report be noted.",
    "15. ALLOTMENTS\n\nThe Clerk reported that two plots were vacant.\n\nResolved: - That the report be noted.",
    "16. CEMETERY\n\nThe Clerk reported on the state of the lych gate.\n\nResolved: - That the report be noted.",
]


def test_standing_wording_stays_with_its_item() -> None:
    """An item struck out takes its own 'Resolved' with it, although thirty others read the same."""
    final = "\n\n".join([_ITEMS[0], _ITEMS[2].replace("16.", "15.")])
    removed = [entry for entry in _align("\n\n".join(_ITEMS), final) if entry[0] == "removed"]
    assert [entry[1] for entry in removed] == [
        "ALLOTMENTS",
        "The Clerk reported that",
        "Resolved: - That the",
    ]


def test_of_identical_paragraphs_the_one_opposite_the_change_is_the_changed_one() -> None:
    """Of six identical paragraphs, the one opposite the changed wording is the one that changed."""
    same = "That the report of the officers be noted and that they be thanked."
    final = [same] * 6
    final[2] = same.replace("noted", "refused")
    draft, after = "\n\n".join([same] * 6), "\n\n".join(final)
    own, other = _minutes(draft), _minutes(after)
    pairs = _pairs(own, other)
    assert [(pair.draft, pair.final) for pair in pairs if pair.relation is not Relation.SAME] == [((2,), (2,))]


def test_renumbered_items_are_matched() -> None:
    """A new item in front moves every number and nothing else."""
    later = "\n\n".join(_ITEMS).replace("16.", "17.").replace("15.", "16.").replace("14.", "15.")
    final = "14. APOLOGIES\n\nApologies were received from Councillor Voss.\n\n" + later
    assert {entry[0] for entry in _align("\n\n".join(_ITEMS), final)} == {"added"}


_FIRST = "Members asked how the new weir would affect the mill race in a dry summer and who would pay for it."
_SECOND = "The engineer replied that the flow had been measured on twelve days in June and was found to be ample."
_THIRD = "A resident asked that the footbridge be kept open while the work was done, and this was agreed."


def test_a_moved_paragraph_is_one_move() -> None:
    """The shorter of two paragraphs that changed places is the one that moved."""
    moved = _align(f"{_FIRST}\n\n{_SECOND}\n\n{_THIRD}", f"{_THIRD}\n\n{_FIRST}\n\n{_SECOND}")
    assert moved == [("moved", "A resident asked that", "A resident asked that")]


def test_a_moved_paragraph_may_have_been_edited() -> None:
    """A paragraph that moved and lost a word is still a move."""
    edited = _THIRD.replace("footbridge", "ford")
    moved = _align(f"{_FIRST}\n\n{_SECOND}\n\n{_THIRD}", f"{edited}\n\n{_FIRST}\n\n{_SECOND}")
    assert moved == [("moved", "A resident asked that", "A resident asked that")]


@pytest.mark.parametrize("word", ["ample", "scanty"])
def test_a_paragraph_cut_in_two_is_a_split(word: str) -> None:
    """Two sentences that became two paragraphs are one split, edited or not; the other way round, a merge."""
    whole = f"{_FIRST} {_SECOND}"
    parts = f"{_FIRST}\n\n{_SECOND.replace('ample', word)}"
    assert [entry[0] for entry in _align(f"{whole}\n\n{_THIRD}", f"{parts}\n\n{_THIRD}")] == ["split"]
    assert [entry[0] for entry in _align(f"{parts}\n\n{_THIRD}", f"{whole}\n\n{_THIRD}")] == ["merged"]


def test_every_pair_changes_sides_when_the_documents_do() -> None:
    """Ties are broken alike whichever document comes first."""
    draft = "\n\n".join([*_ITEMS, _FIRST, _SECOND])
    final = "\n\n".join([_ITEMS[1], _ITEMS[0], _SECOND, _FIRST])
    own, other = _minutes(draft), _minutes(final)

    def links(pairs: tuple[Pair, ...], *, flipped: bool) -> set[tuple[tuple[int, ...], tuple[int, ...], bool]]:
        return {(*((p.final, p.draft) if flipped else (p.draft, p.final)), p.relation is Relation.MOVED) for p in pairs}

    there = _pairs(own, other)
    back = _pairs(other, own)
    assert links(there, flipped=False) == links(back, flipped=True)


@pytest.mark.parametrize(
    ("draft", "final", "least", "most"),
    [
        ("The report was noted.", "The report was noted.", 1.0, 1.0),
        ("The report was noted.", "The report was notde.", 0.8, 0.99),
        (_FIRST, _SECOND, 0.1, 0.45),
        ("", "Noted.", 0.0, 0.0),
    ],
)
def test_likeness_is_high_for_edits_and_low_for_strangers(draft: str, final: str, least: float, most: float) -> None:
    """A typo keeps two lines alike; two sentences of the same meeting are not."""
    assert least <= likeness(wording_key(draft), wording_key(final)) <= most


def test_many_paragraphs_of_common_words_alone_are_paired() -> None:
    """A hundred formulas without a rare word, one word changed in each, two put in: no formula is lost or new."""
    words = sorted({word.strip(".,").lower() for word in f"{_FIRST} {_SECOND} {_THIRD}".split()})
    draft = [
        " ".join(sorted(words, key=lambda word, place=place: crc32(f"{place} {word}".encode()))[:14]) + "."
        for place in range(120)
    ]
    final = [text.replace(text.split()[6], "zebra", 1) for text in draft]
    final[40:40] = ["The zebra crossing was new and long.", "The ford was dry in the summer of that year."]
    relations = Counter(relation for relation, *_ in _align("\n\n".join(draft), "\n\n".join(final)))
    assert relations == {"changed": len(draft), "added": 2}


_HEADINGS = frozenset("ABCR")  # in the rows below, a capital is a heading or the header of a resolution


@pytest.mark.parametrize(
    ("longer", "shorter", "anchors", "expected"),
    [
        ("A n B n C", "A n C", [(0, 0), (3, 1), (4, 2)], [(0, 0), (1, 1), (4, 2)]),
        ("R x R y", "R y", [(0, 0), (3, 1)], [(2, 0), (3, 1)]),
        ("A n B n C", "A n C", [(0, 0), (1, 1), (4, 2)], [(0, 0), (1, 1), (4, 2)]),
        ("p q p z", "p z", [(0, 0), (3, 1)], [(0, 0), (3, 1)]),
        ("p q r z", "p z", [(0, 0), (3, 1)], [(0, 0), (3, 1)]),
    ],
    ids=["down to a heading", "up to a header", "at a heading already", "no heading near", "other words around"],
)
def test_a_missing_block_begins_at_its_heading(
    longer: str, shorter: str, anchors: list[tuple[int, int]], expected: list[tuple[int, int]]
) -> None:
    """Where equal neighbours leave it open which block is missing, it is the one that begins with a heading."""
    own, other = longer.split(), shorter.split()
    starts = [key in _HEADINGS for key in own], [key in _HEADINGS for key in other]
    assert slide_missing_blocks(anchors, own, other, *starts) == expected
    flipped = slide_missing_blocks([(j, i) for i, j in anchors], other, own, *reversed(starts))
    assert flipped == [(j, i) for i, j in expected]


_LIMBS = (
    "(1) That the order on public spaces be renewed for three years from 1 April 2025.",
    "(2) That the fixed penalty be set at £100.",
    "(3) That the police be thanked for their help with the replies.",
)
_TALK = "The officer reported that 238 people had replied and that 201 of them had been in favour of the order."


@pytest.mark.parametrize(("repeated", "moved"), [((0, 1, 2), []), ((0, 2), [1]), ((0, 1), [2])])
def test_what_a_web_page_prints_twice_is_compared_once(repeated: tuple[int, ...], moved: list[int]) -> None:
    """A limb under "Decision:" and again in the minutes is no change; one that stands there only has moved."""
    page = [
        "Agenda item\n\nPublic spaces order\n\nDecision:",
        *_LIMBS,
        f"Minutes:\n\n{_TALK}\n\nRESOLVED:",
        *(_LIMBS[place] for place in repeated),
    ]
    final = ["50. PETITIONS\n\nThere were none.", f"51. PUBLIC SPACES ORDER\n\n{_TALK}\n\nRESOLVED:", *_LIMBS]
    comparison = compare_texts("\n\n".join(page), "\n\n".join(final), use_model=False)
    found = [finding for finding in comparison.findings if finding.rule.startswith("structure.")]
    assert [finding.rule for finding in found] == ["structure.paragraph-moved"] * len(moved)
    assert all(_LIMBS[place][:30] in finding.reason for place, finding in zip(moved, found, strict=True))
    twice = [note for note in comparison.not_compared if "prints it twice" in note.why]
    assert len(twice) == (len(repeated) if moved else 0)


@pytest.mark.parametrize(
    ("draft", "final"),
    [("Granted", "Refused"), ("Carried", "Lost"), ("The Chair", "A member"), ("Deferred to May", "Approved")],
)
def test_two_short_lines_alone_between_the_same_neighbours_are_a_pair(draft: str, final: str) -> None:
    """A line of a few words that became another at its place is changed, though they share no word."""
    texts = (
        f"4. Sheds\n\nThe shed was looked at by members.\n\n{line}\n\nThe path was swept." for line in (draft, final)
    )
    comparison = compare_texts(*texts, use_model=False)
    assert [pair.relation for pair in comparison.alignment].count(Relation.CHANGED) == 1
    assert {pair.relation for pair in comparison.alignment} == {Relation.SAME, Relation.CHANGED}


def test_a_longer_line_is_no_pair_by_its_place() -> None:
    """A sentence that was replaced by another is one gone and one come."""
    texts = (
        f"4. Sheds\n\nThe shed was looked at by members.\n\n{line}\n\nThe path was swept."
        for line in ("Cllr Ash thought the roof unsafe.", "Tenders would be invited during October.")
    )
    relations = [pair.relation for pair in compare_texts(*texts, use_model=False).alignment]
    assert relations.count(Relation.ADDED) == relations.count(Relation.REMOVED) == 1
