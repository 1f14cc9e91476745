"""Words and their keys: the same tokens whatever the method, and in linear time whatever the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise, product
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import compare_texts
from compare.style.phrases import starting
from compare.text import tokens
from compare.text.tokens import is_same_wording, tokenise, wording_key

# A letter, a figure, a capital, and the marks that can join, end or formatting a word.
_AWKWARD = "a1.-@/*_# (’"
_SIZE = 8_000  # characters; a quadratic method takes a third of a second for them, a linear one milliseconds
_NOTICEABLE_S = 0.1  # processor seconds under which no growth is looked at
_LINEAR = 9.0  # four times the text in less than so many times the time: 4 is linear, 16 quadratic

# Repeated initials, tried from each of them: obviously right, and quadratic.
_PLAIN_TOKEN = re.compile(
    tokens._TOKEN.pattern.replace(r"(?<!\.[A-Za-z]\.)(?:[A-Za-z]\.){2,}+", r"(?:[A-Za-z]\.){2,}"), re.VERBOSE
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 10.30 a.m. today", ["at", "10.30", "a.m.", "today"]),
        ("J.R. Ash", ["j.r.", "ash"]),
        ("e.g.the mill", ["e", ".", "g", ".", "the", "mill"]),
        ("end.a.m. today", ["end", ".", "a.m.", "today"]),
        ("www.a.b.uk.", ["www.a.b.uk", "."]),
        ("carers' 'homes'", ["carers'", '"', "homes", '"']),
        (r"snake\_case at 10\.30, R\&D", ["snake_case", "at", "10.30", ",", "r", "&", "d"]),
        ("H<sub>2</sub>O&nbsp;was <u>all</u><br>it &amp; we", ["h2o", "was", "all", "it", "&", "we"]),
        ("<owen> said &co; <br", ["<", "owen", "said", "&", "co", ";", "<", "br"]),
        ('<a href="x">', ["<", "a", "href", "=", '"', "x", '"', ">"]),
        ("<br>", ["<", "br"]),
    ],
)
def test_tokens_are_what_a_reader_would_cut(text: str, expected: list[str]) -> None:
    """Initials, times, addresses and possessives are one token each; a sentence's stop is its own."""
    assert [token.key for token in tokenise(text)] == expected


@given(st.text("abB.1@-’/ :_w", max_size=24))
def test_initials_are_found_as_the_plain_pattern_finds_them(text: str) -> None:
    """Looking at repeated initials once gives the tokens that looking from each of them gives."""
    assert tokens._TOKEN.findall(text) == _PLAIN_TOKEN.findall(text)


def _units() -> Iterator[str]:
    for length in (1, 2):
        yield from map("".join, product(_AWKWARD, repeat=length))
    yield from map("".join, product("a1.-@", repeat=3))


def _seconds(work: Callable[[str], object], text: str) -> float:
    start = process_time()
    work(text)
    return process_time() - start


def _is_linear(work: Callable[[str], object], unit: str) -> bool:
    """Whether four times the text takes about four times the time, or no time worth measuring."""
    whole, quarter = unit * (_SIZE // len(unit)) + "a", unit * (_SIZE // 4 // len(unit)) + "a"
    if _seconds(work, whole) < _NOTICEABLE_S:
        return True
    longer = min(_seconds(work, whole) for _ in range(3))
    return longer < _NOTICEABLE_S or longer < _LINEAR * max(_seconds(work, quarter) for _ in range(3))


@given(st.lists(st.sampled_from(["a", " ", "<b>", "</b>", "<br>", "&amp;", r"\_", r"\.", "3", "<x>", "&", "*", "b c"])))
def test_a_token_stands_where_its_words_are(parts: list[str]) -> None:
    """In markdown with tags and escapes tokens are in order, do not overlap, and read again give their own key."""
    text = "".join(parts)
    found = tokenise(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert " ".join(token.key for token in found) == wording_key(text)
    assert all(token.start < token.end <= len(text) for token in found)


@pytest.mark.slow
def test_no_repeated_marks_make_the_tokens_slow() -> None:
    """Whatever short string is repeated, tokens and keys take linear time."""
    slow = [unit for unit in _units() if not (_is_linear(tokenise, unit) and _is_linear(wording_key, unit))]
    assert not slow


@pytest.mark.parametrize(
    "unit",
    ["a.", "A. ", "1.", "a@", "a-", "www.", "(a) ", "**a", "a/1.", "£1 ", "Mr A ", "_a ", "<td ", "&amp;", r"\_"],
)
def test_no_repeated_marks_make_a_comparison_slow(unit: str) -> None:
    """Every stage takes linear time on such a text: a long one is compared in the time of a page or two."""

    def compare(text: str) -> None:
        compare_texts(f"The clerk said. {text}", f"The clerk said {text}", use_model=False, scope="whole")

    assert _is_linear(compare, unit)


def test_no_phrase_of_a_house_makes_matching_slow() -> None:
    """Numbers and emphasis in a row in a phrase are one: it is looked up without trying their parts in all ways."""
    assert starting(("x " + "#" * 40,)).match_after_marks("x 12 and on")
    assert not starting(("x " + "#i" * 20 + "z",)).match_after_marks("x " + "1i" * 20 + "i" * 200)
    assert not starting(("x " + "* " * 20 + "z",)).match_after_marks("x " + "*" * 2000)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("## Hall {#hall}", "## Hall"),
        ("## Hall {#hall .wide}", "## Hall"),
        ("The roof was mended.\n{: .note}", "The roof was mended."),
        ("The roof {:#top} was mended.", "The roof was mended."),
        ("See [it](a.md){:.wide} here.", "See [it](a.md) here."),
        ("Old name --> new name", "Old name → new name"),
        ("Old name -> new name", "Old name → new name"),
        ("The roof <!-- ask Ann --> was mended.", "The roof was mended."),
    ],
)
def test_what_markdown_does_not_print_is_no_word(written: str, plain: str) -> None:
    """Attributes and comments print nothing; an arrow is one mark, however it is typed."""
    assert wording_key(written) == wording_key(plain)
    assert [token.key for token in tokenise(written)] == [token.key for token in tokenise(plain)]


@pytest.mark.parametrize("text", ["the set {1, 2}", "room {#7}", "{name} spoke", "3 > 2", "<!-- an open end"])
def test_what_looks_like_attributes_is_kept(text: str) -> None:
    """Braces around figures or a word are text."""
    words = [word.strip("{}#,<!-") for word in text.split()]
    assert [word for word in words if word] == [
        token.key for token in tokenise(text) if token.key.isalnum() or token.key == ">"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The *roof*.\n\n# Sheds", "The roof.\nSheds"),
        ("Signed ....... Chair\n\n“Ash”", 'Signed\tChair "Ash"'),
        ("Ash &amp; Birch\n\n&nbsp;\n\nOak", "Ash & Birch Oak"),
        ("The roof leaked.\n\nThe shed did.", "The roof leaked.\n\nThe shed did"),
        ("The roof.\n\nThe shed.", "The roof.\n\nThe hall."),
        ("", "\n\n"),
    ],
)
def test_same_wording_is_that_of_equal_keys(one: str, other: str) -> None:
    """Two texts have the same wording where their keys are equal, however their paragraphs are cut."""
    assert is_same_wording(one, other) is (wording_key(one) == wording_key(other))
