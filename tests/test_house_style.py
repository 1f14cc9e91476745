"""House style: what a profile may add, and the error where it is wrong."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from compare import compare_texts
from compare.errors import ProfileError
from compare.segment.headings import HeadingPatterns
from compare.style.house_style import default_house_style, is_bounded, load_house_style
from compare.values import Severity

_RULES = {"slip.real-word", "wording.function"}


def _load(folder: Path, text: str):  # noqa: ANN202
    path = folder / "house.toml"
    path.write_text(text, "utf-8")
    return load_house_style(path, _RULES)


def test_a_profile_adds_to_the_lists_every_body_shares(tmp_path: Path) -> None:
    """Its own words come first, the built-in ones stay, and severities are taken over."""
    style = _load(
        tmp_path,
        'name = "Ashcombe"\n[minutes]\nresolution_headers = ["It was determined"]\n'
        '[severities]\n"wording.function" = "cosmetic"\n[names]\npeople = ["Okonjo-Baptiste"]\n',
    )
    default = default_house_style().minutes["resolution_headers"]
    assert style.minutes["resolution_headers"] == ("It was determined", *default)
    assert style.severities == {"wording.function": Severity.COSMETIC}
    assert (style.name, style.names["people"]) == ("Ashcombe", ("Okonjo-Baptiste",))


def test_a_profile_has_a_fingerprint_of_what_it_sets(tmp_path: Path) -> None:
    """Another word gives another label to a profile of the same name; a comment, an order or a name does not."""
    told = '[minutes]\nitem_words = ["Point"]\n[severities]\n"wording.function" = "cosmetic"\n'
    turned = '[severities]\n"wording.function" = "cosmetic"\n# ours\n[minutes]\nitem_words = ["Point"]\n'
    first, same, other = (_load(tmp_path, f'name = "Ashcombe"\n{text}') for text in (told, turned, told + "[names]\n"))
    assert re.fullmatch(r"Ashcombe [0-9a-f]{12}", first.label)
    assert first.label == same.label != other.label
    assert _load(tmp_path, told).fingerprint == first.fingerprint
    assert default_house_style().label == "default"


@pytest.mark.parametrize(
    ("text", "place", "cause"),
    [
        ("name = \n", "house.toml", "not valid TOML"),
        ("[minutes]\nheaders = []\n", "line 2, key minutes.headers", "no such key"),
        ("[minute]\n", "line 1, key minute", "no such key"),
        ('[minutes]\nmonths = "May"\n', "line 2, key minutes.months", "list of texts"),
        ('[minutes]\nitem_numbers = ["(("]\n', "line 2, key minutes.item_numbers", "no regular expression"),
        ("[minutes]\nitem_numbers = ['[z-a]']\n", "line 2, key minutes.item_numbers", "no regular expression"),
        ('[severities]\n"slip.real-word" = "tiny"\n', "line 2, key severities.slip.real-word", "no severity"),
        ('[severities]\n"slip.unreal" = "minor"\n', "line 2, key severities.slip.unreal", "no such rule"),
        ("name = 3\n", "line 1, key name", "text in quotation marks"),
        ("names = 3\n", "line 1, key names", "table"),
    ],
)
def test_a_broken_profile_is_refused_with_its_place(tmp_path: Path, text: str, place: str, cause: str) -> None:
    """File, line and key, what is wrong there, and what to do."""
    with pytest.raises(ProfileError) as error:
        _load(tmp_path, text)
    assert place in error.value.place
    assert cause in error.value.cause
    assert error.value.remedy


@pytest.mark.parametrize(
    "expression",
    [
        r"(\d+)+x",
        r"(?:\d|\d\d)*x",
        r"\d+\d+\d+x",
        "1?" * 40,
        "(?:1|1)" * 40,
        r"(\d+)\1",
        r"(?=\d+)1",
        "(" * 99 + ")" * 99,
    ],
)
def test_an_expression_that_may_take_for_ever_is_refused(tmp_path: Path, expression: str) -> None:
    """Repeated groups, too many repetitions, references back and looking around: file, line, key and remedy."""
    with pytest.raises(ProfileError, match=r"line 2, key minutes\.item_numbers") as error:
        _load(tmp_path, f"[minutes]\nitem_numbers = ['{expression}']\n")
    assert "short time" in error.value.cause
    assert "Repeat single characters only" in error.value.remedy


@pytest.mark.parametrize(
    "expression",
    [*default_house_style().minutes["item_numbers"], r"\d+/\d+", "(?:AB|CD(?: EF)?)[0-9]{2,}", r"No\. \d*", "[]-]"],
)
def test_an_expression_for_numbers_is_accepted(expression: str) -> None:
    """Characters, classes, alternatives and repetitions as the numbers of items need them."""
    assert is_bounded(expression)


def test_a_missing_profile_is_refused(tmp_path: Path) -> None:
    """A path that leads nowhere is an error of its own."""
    with pytest.raises(ProfileError, match="cannot be read"):
        load_house_style(tmp_path / "none.toml", _RULES)


def test_words_of_the_house_announce_decisions(tmp_path: Path) -> None:
    """A header the built-in lists do not know makes a resolution once the profile names it."""
    path = tmp_path / "house.toml"
    path.write_text('[minutes]\nresolution_headers = ["It was determined"]\n', "utf-8")
    draft = "3. Tolls\n\nThe toll was discussed.\n\nIt was determined: That the toll be raised next spring.\n"
    final = draft.replace("spring", "autumn")
    plain = compare_texts(draft, final, use_model=False).findings
    house = compare_texts(draft, final, use_model=False, profile=path).findings
    assert not plain[0].in_resolution
    assert house[0].in_resolution


@pytest.mark.parametrize("expression", ["CAB \\d{2}", "CAB[ -]\\d{2}"])
@pytest.mark.parametrize("number", ["CAB 21", "CAB\xa021"])
def test_a_blank_in_a_number_may_be_a_no_break_space(expression: str, number: str) -> None:
    """Alone or in a class of characters, a blank of the house's expression stands for both kinds of blank."""
    default = default_house_style()
    style = replace(default, minutes={**default.minutes, "item_numbers": (expression,)})
    assert HeadingPatterns(style).reference.match(f"{number} Finance")
