"""How near two words are, and which of two is a misspelling: used by the rules and by both judges."""

from __future__ import annotations

import pytest

from compare.annotate.lexicon.misspellings import KeystrokeLimit, are_confusable, are_near, misspelt_side
from compare.values import Side, Span, Word


def word(text: str, *, known: bool = True, elsewhere: bool = False) -> Word:
    """A word of which only what is asked here matters."""
    return Word(Span(0, len(text)), text, text.casefold(), text.casefold(), known=known, elsewhere=elsewhere)


@pytest.mark.parametrize(
    ("one", "other", "limits"),
    [
        ("form", "from", {*KeystrokeLimit}),
        ("now", "not", {*KeystrokeLimit}),
        ("ab", "cd", set()),
        ("gate", "path", {KeystrokeLimit.NO_WORD}),
        ("wick", "wilkes", set()),
        ("penfold", "penrold", {*KeystrokeLimit}),
        ("recieevd", "received", {KeystrokeLimit.BOTH_WORDS, KeystrokeLimit.NO_WORD}),
        ("acomodatoin", "accommodation", {KeystrokeLimit.NO_WORD}),
        ("aomodatoin", "accommodation", set()),
    ],
)
def test_words_are_near_within_a_limit(one: str, other: str, limits: set[KeystrokeLimit]) -> None:
    """Where one is no word, more keystrokes may part the two; of short words fewer."""
    assert {limit for limit in KeystrokeLimit if are_near(one, other, limit)} == limits
    assert {limit for limit in KeystrokeLimit if are_near(other, one, limit)} == limits


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("head", "heard", True),
        ("sought", "sort", True),
        ("start", "restart", False),
        ("like", "unlike", False),
        ("gate", "path", False),
        ("his", "is", True),
    ],
)
def test_words_are_confused_by_keyboard_or_ear(one: str, other: str, *, expected: bool) -> None:
    """A slip of the keys or words that sound alike; never a prefix, which makes another word."""
    assert are_confusable(one, other) is are_confusable(other, one) is expected


@pytest.mark.parametrize(
    ("draft", "final", "side"),
    [
        (word("recieved", known=False), word("received"), Side.DRAFT),
        (word("received"), word("recieved", known=False), Side.FINAL),
        (word("webinaar", known=False, elsewhere=True), word("webinar"), None),
        (word("capnp", known=False), word("captp", known=False, elsewhere=True), Side.DRAFT),
        (word("Ashbey", known=False), word("Ashby", known=False, elsewhere=True), None),
        (word("then"), word("than"), None),
        (word("captp", known=False), word("capnp", known=False), None),
    ],
)
def test_the_misspelt_side_has_no_word(draft: Word, final: Word, side: Side | None) -> None:
    """A word unknown and used nowhere else is the wrong one beside a known or used one; of two names neither is."""
    assert misspelt_side(draft, final) is side
