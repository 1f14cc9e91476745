"""Word-level cuts: where a person would make them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import compare_texts
from compare.diff.folds import class_of_gap, class_of_mark
from compare.diff.letters import differing_letters
from compare.diff.words import cut_words
from compare.text.tokens import tokenise
from compare.values import FoldKind, Span


def _cuts(draft: str, final: str) -> list[tuple[str, str]]:
    """The cuts of two texts, as folded words."""
    own = [token.key for token in tokenise(draft)]
    other = [token.key for token in tokenise(final)]
    return [(" ".join(own[c.i1 : c.i2]), " ".join(other[c.j1 : c.j2])) for c in cut_words(own, other)]


@pytest.mark.parametrize(
    ("draft", "final", "cuts"),
    [
        ("Their voices were head and noted.", "Their voices were heard and noted.", [("head", "heard")]),
        ("He said that that was so.", "He said that was so.", [("that", "")]),
        ("On each level It was noted.", "On each level. It was noted.", [("", ".")]),
        (
            "The Chair spoke. Members agreed.",
            "The Chair spoke. The Chair thanked officers. Members agreed.",
            [("", "the chair thanked officers .")],
        ),
        ("Apples, pears and figs.", "Apples, plums, pears and figs.", [("", "plums ,")]),
        ("the grant of £14,000 was agreed", "the grant of £140,000 was agreed", [("£14,000", "£140,000")]),
        ("moved by the Chair", "moved by a Vice-Chair", [("the", "a"), ("chair", "vice-chair")]),
        ("it was head, then", "it was heard then", [("head", "heard"), (",", "")]),
        ("cost-of-living crisis", "cost of living crisis", [("cost-of-living", "cost of living")]),
        ("", "Noted.", [("", "noted .")]),
        (
            "Residents had told the ward members about lorries at night.",
            "A petition was then received from people living near the quarry gates.",
            [
                (
                    "residents had told the ward members about lorries at night",
                    "a petition was then received from people living near the quarry gates",
                )
            ],
        ),
    ],
)
def test_cuts_are_where_a_person_would_make_them(draft: str, final: str, cuts: list[tuple[str, str]]) -> None:
    """Whole words, whole sentences, marks apart; a rewritten sentence is one cut, not confetti."""
    assert _cuts(draft, final) == cuts


@pytest.mark.parametrize(
    ("draft", "final", "cuts"),
    [
        (
            "It was discouraging to read after all the work.",
            "Openness was something that we had tried, so it was discouraging to hear that we had failed again.",
            [
                ("", "openness was something that we had tried , so"),
                ("read after all the work", "hear that we had failed again"),
            ],
        ),
        (
            "Mrs Pell and Mr Orr favour the old mill for all its faults, on grounds of cost",
            "Two sites were looked at last winter and the board chose the old mill by the river later",
            [
                ("mrs pell and mr orr favour", "two sites were looked at last winter and the board chose"),
                ("for all its faults , on grounds of cost", "by the river later"),
            ],
        ),
    ],
)
def test_unchanged_words_part_a_rewritten_passage(draft: str, final: str, cuts: list[tuple[str, str]]) -> None:
    """Two unchanged words in a row are not marked as changed, however much around them was written anew."""
    assert _cuts(draft, final) == cuts


_WORDS = st.lists(st.sampled_from(["the", "chair", "was", ".", ",", "noted", "report"]), max_size=12)


@given(_WORDS, _WORDS)
def test_cuts_lead_from_one_text_to_the_other(draft: list[str], final: list[str]) -> None:
    """What the cuts leave alone is equal on both sides, token by token."""
    i = j = 0
    for cut in cut_words(draft, final):
        assert draft[i : cut.i1] == final[j : cut.j1]
        assert cut.i1 < cut.i2 or cut.j1 < cut.j2
        i, j = cut.i2, cut.j2
    assert draft[i:] == final[j:]


@given(_WORDS, _WORDS)
def test_swapped_texts_have_the_same_cuts(draft: list[str], final: list[str]) -> None:
    """Exchanging draft and final exchanges the sides of every cut and changes nothing else."""
    there = [(c.i1, c.i2, c.j1, c.j2) for c in cut_words(draft, final)]
    back = [(c.j1, c.j2, c.i1, c.i2) for c in cut_words(final, draft)]
    assert there == back


@pytest.mark.parametrize(
    ("draft", "final", "draft_letters", "final_letters"),
    [
        ("head", "heard", (), (Span(3, 4),)),
        ("were", "where", (), (Span(1, 2),)),
        ("form", "from", (Span(1, 2),), (Span(2, 3),)),
        ("approved", "refused", (), ()),
    ],
)
def test_letters_are_shown_when_words_are_alike(
    draft: str, final: str, draft_letters: tuple[Span, ...], final_letters: tuple[Span, ...]
) -> None:
    """The letters that differ are known, unless the words share too few to help the eye."""
    assert differing_letters(draft, final) == (draft_letters, final_letters)


@pytest.mark.parametrize(
    ("draft", "final", "kind"),
    [
        ("\u00a0 ", " ", FoldKind.SPACES),
        ("  ", " ", FoldKind.SPACES),
        ("\n", " ", FoldKind.LINES),
        ("\n\n\n", "\n\n", FoldKind.LINES),
        (" **", " ", FoldKind.MARKUP),
    ],
)
def test_gaps_are_classed(draft: str, final: str, kind: FoldKind) -> None:
    """Odd or extra blanks, lines and marks of emphasis are separate classes."""
    assert class_of_gap(draft, final) is kind


@pytest.mark.parametrize(
    ("draft", "final", "kind"),
    [
        ("", "-", FoldKind.BULLETS),
        ("•", "*", FoldKind.BULLETS),
        ("1.", "1)", FoldKind.BULLETS),
        ("(a)", "a.", FoldKind.BULLETS),
        ("3.", "2.", FoldKind.NUMBERING),
        ("", "29.", FoldKind.NUMBERING),
    ],
)
def test_list_marks_are_classed(draft: str, final: str, kind: FoldKind) -> None:
    """The same number in other brackets is a bullet's shape; another number is numbering."""
    assert class_of_mark(draft, final) is kind


_LIST = (
    "9. Harbour dues\n\nThe dues were discussed at length by members.\n\nRESOLVED:\n\n"
    "(a) that the dues be raised by two per cent;\n(b) that visiting yachts be charged by length;\n"
    "(c) that the bylaw be published in the spring.\n"
)


def test_a_stop_that_follows_from_a_shorter_list_is_folded() -> None:
    """A limb lost from the end turns the semicolon before it into a full stop: one finding, the loss, and no edit."""
    final = _LIST.replace(";\n(c) that the bylaw be published in the spring.", ".")
    comparison = compare_texts(_LIST, final, use_model=False)
    assert [finding.rule for finding in comparison.findings] == ["resolution.limb-removed"]
    assert comparison.folded["numbering"] == 1
    assert not comparison.edits


def test_a_stop_that_changed_alone_is_reported() -> None:
    """Where the list is the same, a changed stop in a resolution is a finding."""
    final = _LIST.replace("length;", "length.")
    comparison = compare_texts(_LIST, final, use_model=False)
    assert [finding.rule for finding in comparison.findings] == ["punctuation.changed"]


def _labelled(*numbered: str) -> str:
    return "4. Actions\n\n" + "\n\n".join(numbered)


_WRITE, _MOW, _CALL = "The clerk to write to the county.", "The warden to mow the green.", "The chair to call a vote."


@pytest.mark.parametrize("label", ["Action {}: ", "Resolution {}. ", "Q{}) ", "Agreed action {} – "])
def test_labels_that_count_on_after_an_insertion_are_folded(label: str) -> None:
    """The paragraph that was put in is reported; the numbers of the labels below it follow from it."""
    draft = _labelled(label.format(1) + _WRITE, label.format(2) + _CALL)
    final = _labelled(label.format(1) + _WRITE, label.format(2) + _MOW, label.format(3) + _CALL)
    for texts in ((draft, final), (final, draft)):
        comparison = compare_texts(*texts, use_model=False)
        (finding,) = comparison.findings
        assert _MOW in (finding.final or finding.draft).text  # type: ignore[union-attr]
        assert comparison.folded["numbering"] >= 1


@pytest.mark.parametrize(
    ("draft", "final"),
    [((1, 2), (1, 3)), ((1, 2), (2, 3)), ((4, 5), (4, 6))],
)
def test_a_label_with_another_number_is_reported(draft: tuple[int, int], final: tuple[int, int]) -> None:
    """A number that nothing above explains is another number."""
    texts = (_labelled(f"Action {one}: {_WRITE}", f"Action {two}: {_CALL}") for one, two in (draft, final))
    assert compare_texts(*texts, use_model=False).findings
