"""A search that passes by what cannot begin a match finds what `re` finds."""

from __future__ import annotations

import re

import pytest

from compare.style.phrases import any_of, first_letters
from compare.text.word_search import WordSearch

_PHRASES = ("In favour", "in", "Against", "against all", "+1", "-1", "No", "Noes", "abstained", "Abstain", "Ymatal")
_TEXTS = (
    "",
    "in",
    "Nothing was said against it; IN  FAVOUR: 4, against all 3, No. (+1)",
    "within reason; mainly **abstained**, noes ‑1 x+1",
    "İn favour, ın, NOES\nabstain AGAINST",
    "Ymatal 2",
)


@pytest.mark.parametrize("text", _TEXTS)
def test_finds_what_re_finds(text: str) -> None:
    """Every match, in order, with its groups, from any place on."""
    expression = f"(?P<word>{any_of(_PHRASES)})(?P<more> \\d)?"
    quick, plain = WordSearch(expression, first_letters(_PHRASES)), re.compile(expression, re.IGNORECASE)
    for start in range(len(text) + 1):
        found, wanted = list(quick.finditer(text, start)), list(plain.finditer(text, start))
        assert [(one.span(), one.groups()) for one in found] == [(one.span(), one.groups()) for one in wanted]
        one, other = quick.search(text, 0, start), plain.search(text, 0, start)
        assert (one and one.span()) == (other and other.span())
    assert quick.is_in(text) is (plain.search(text) is not None)


def test_keeps_capitals_where_they_count() -> None:
    """Without `re.IGNORECASE` the expression says itself which capitals it takes."""
    search = WordSearch(r"RESOLVED|(?i:agreed)", "ra", re.NOFLAG)
    assert [one.group() for one in search.finditer("Resolved, Agreed and RESOLVED")] == ["Agreed", "RESOLVED"]


def test_nothing_is_found_without_letters() -> None:
    """A list that a profile emptied finds nothing."""
    assert not WordSearch(any_of(()), first_letters(())).is_in("Anything at all")


@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
@pytest.mark.parametrize("text", _TEXTS)
def test_many_phrases_are_found_as_few(text: str, flags: re.RegexFlag) -> None:
    """Phrases that are looked up by their letter are those of one long alternation, the longest first."""
    ordered = sorted(_PHRASES, key=lambda phrase: (-len(phrase), phrase))
    quick = re.compile(any_of(_PHRASES), flags)
    plain = re.compile("|".join(any_of((phrase,)) for phrase in ordered), flags)
    assert [one.span() for one in quick.finditer(text)] == [one.span() for one in plain.finditer(text)]
