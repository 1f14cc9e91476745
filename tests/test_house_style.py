"""House style: what a profile may add, and the error where it is wrong."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from compare import compare_texts
from compare.errors import ProfileError
from compare.segment.headings import HeadingPatterns
from compare.style.house_style import default_house_style, entry_fault, is_bounded, load_house_style
from compare.style.toml_lines import toml_lines
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
        'name = "Ashcombe"\n[minutes]\nresolution_headers = ["It was ordained"]\n'
        '[severities]\n"wording.function" = "cosmetic"\n[names]\npeople = ["Okonjo-Baptiste"]\n',
    )
    default = default_house_style().minutes["resolution_headers"]
    assert style.minutes["resolution_headers"] == ("It was ordained", *default)
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
    path.write_text('[minutes]\nresolution_headers = ["It was ordained"]\n', "utf-8")
    draft = "3. Tolls\n\nThe toll was discussed.\n\nIt was ordained: That the toll be raised next spring.\n"
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


_TABLES = ("minutes", "entities", "words", "senses", "synonyms")
_LISTS = [(table, key) for table in _TABLES for key in getattr(default_house_style(), table)]


@pytest.mark.parametrize("table", _TABLES)
def test_the_built_in_lists_pass_the_check_of_a_profile(table: str) -> None:
    """What the patterns of every body hold may stand in a profile too."""
    lists = getattr(default_house_style(), table)
    faults = [
        (key, entry) for key, entries in lists.items() for entry in entries if entry_fault(f"{table}.{key}", entry)
    ]
    assert not faults


@pytest.mark.parametrize("entry", ["", " ", "\t\xa0"])
@pytest.mark.parametrize(("table", "key"), [*_LISTS, ("names", "people")])
def test_an_empty_entry_is_refused_in_every_list(tmp_path: Path, table: str, key: str, entry: str) -> None:
    """It would match everywhere, or crash the search for its first word."""
    with pytest.raises(ProfileError, match=rf"line 2, key {table}\.{key}"):
        _load(tmp_path, f'[{table}]\n{key} = ["{entry}"]\n')


@pytest.mark.parametrize("entry", ["*", "####", "--", "<B>", "…"])
@pytest.mark.parametrize("key", ["minutes.deciding_verbs", "minutes.truncation_marks", "words.force_phrases"])
def test_an_entry_of_marks_alone_is_refused_where_words_are_looked_for(key: str, entry: str) -> None:
    """A phrase is found by its first word."""
    assert entry_fault(key, entry) == ("has no word", "Write a word or a phrase, or leave the entry out.")
    assert entry_fault("minutes.page_furniture", entry) is None


@pytest.mark.parametrize("key", [f"{table}.{key}" for table, key in _LISTS if table != "minutes"])
def test_the_lists_of_equations_are_declared(key: str) -> None:
    """A list takes entries without an equals sign or a bar exactly where the built-in list has none."""
    table, _, name = key.partition(".")
    entries = getattr(default_house_style(), table)[name]
    has_equations = any(" = " in entry or " | " in entry for entry in entries)
    assert (entry_fault(key, "word") is not None) == has_equations


@pytest.mark.parametrize(
    ("table", "key", "entry", "cause"),
    [
        ("entities", "months", "Ionawr", "no equation"),
        ("entities", "months", "Ionawr = ", "no equation"),
        ("entities", "months", " = 1", "no equation"),
        ("entities", "months", "Ionawr = one", "no such number"),
        ("entities", "months", "Ionawr = 13", "no such number"),
        ("entities", "weekdays", "Llun = 0", "no such number"),
        ("entities", "scales", "zillion = 999999", "no such number"),
        ("entities", "scales", "k = ³", "no such number"),
        ("words", "abbreviations", "cllr=councillor", "no equation"),
        ("words", "decision_verbs", "approve = approves = approved", "no equation"),
        ("senses", "opposed", "before, after", "no two sides"),
        ("senses", "same_sense", "over | ", "no two sides"),
        ("senses", "opposed_at_figures", "by | , to", "no two sides"),
        ("synonyms", "saying_verbs", "tell, inform", "no two sides"),
        ("minutes", "months", "Ionawr", "does not name a month"),
        ("minutes", "months", "13 Ionawr", "does not name a month"),
        ("minutes", "item_numbers", r"\d*", "without any number"),
        ("minutes", "item_numbers", "[ -9]", "no regular expression"),
        ("minutes", "item_numbers", "[[a]", "nested set"),
        ("minutes", "item_numbers", "[a--z]", "set difference"),
    ],
)
def test_an_entry_of_the_wrong_form_is_refused(tmp_path: Path, table: str, key: str, entry: str, cause: str) -> None:
    """An equation without its sign or number, a month without its number, an expression Python warns of."""
    with pytest.raises(ProfileError, match=rf"line 3, key {table}\.{key}") as error:
        _load(tmp_path, f"[{table}]\n{key} = [\n  '{entry}']\n")
    assert cause in error.value.cause
    assert error.value.remedy


def test_entries_of_the_right_form_work(tmp_path: Path) -> None:
    """Months, weekdays and scales of a profile take part in a comparison."""
    path = tmp_path / "house.toml"
    path.write_text(
        '[entities]\nmonths = ["Ionawr = 1"]\nweekdays = ["Llun = 1"]\nscales = ["mil = 3"]\n'
        '[minutes]\nmonths = ["1 Ionor"]\nitem_numbers = ["CAB \\\\d{1,3}"]\n',
        "utf-8",
    )
    draft = "1. Tolls\n\nThe toll was due on Llun 5 Ionawr 2026.\n"
    assert compare_texts(draft, draft.replace(" 5 ", " 6 "), use_model=False, profile=path).findings


def test_an_error_names_the_line_of_the_entry(tmp_path: Path) -> None:
    """Not the first line with that word: comments, other tables and entries above are passed over."""
    text = (
        "# months and item_words: see [minutes]\n[minutes]\nmonths = [] # item_words\n"
        'item_titles = ["""\nitem_words = [""", "a"]\n[entities]\n\n"months" = [\n'
        '  "Ionawr = 1", # months\n  "Mai",\n]\n'
    )
    with pytest.raises(ProfileError, match=r"line 10, key entities\.months"):
        _load(tmp_path, text)


def test_the_lines_of_a_toml_text() -> None:
    """Tables, dotted and quoted keys, inline tables, entries of lists; not what stands in texts and comments."""
    lines = toml_lines('a.b = 1\n["c d"]\ne = { f = [\n"g",\n\'h\', [], "=" ] }\n# i = 1\nj = """k = 1\n"""\nl = 2\n')
    assert lines == {
        ("a",): 1,
        ("a", "b"): 1,
        ("c d",): 2,
        ("c d", "e"): 3,
        ("c d", "e", "f"): 3,
        ("c d", "e", "f", 0): 4,
        ("c d", "e", "f", 1): 5,
        ("c d", "e", "f", 3): 5,
        ("c d", "j"): 7,
        ("c d", "l"): 9,
    }


def test_a_profile_saved_by_notepad_is_read(tmp_path: Path) -> None:
    """The mark before UTF-8 and line ends of Windows make no difference."""
    path = tmp_path / "house.toml"
    path.write_bytes(b'\xef\xbb\xbfname = "Ashcombe"\r\n[minutes]\r\nitem_words = ["Point"]\r\n')
    assert load_house_style(path, _RULES).name == "Ashcombe"


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("name = " + "1" * 5000, "not valid TOML"),
        ("name = " + "[" * 5000, "nested too deeply"),
        ("day = 2026-13-45", "not valid TOML"),
        ("#" * 1_000_000 + "é", "larger than 1 MB"),
        ('[severities]\n"wording.function" = 0x' + "f" * 9000, "no severity"),
        ("severities.'wording.function'.a.a = 1", "no severity"),
        ("a" + ".a" * 24 + " = 1", "more names"),
        ("[a" + ' . "a\\" b"' * 24 + "]\n" + "b = 1\n", "more names"),
        ("a" * 999_000, "not valid TOML"),
        ("a" * 990_000 + " = 1", "no such key"),
    ],
    ids=["number", "brackets", "date", "size", "severity", "nested severity", "key", "header", "word", "name"],
)
def test_a_profile_that_overwhelms_its_reader_is_refused(tmp_path: Path, text: str, cause: str) -> None:
    """Endless numbers, brackets and files are errors of the profile, in one short line."""
    with pytest.raises(ProfileError) as error:
        _load(tmp_path, text)
    assert cause in error.value.cause
    assert len(str(error.value)) < len(str(tmp_path)) + 300


@pytest.mark.parametrize(
    ("path", "cause"),
    [("", "this is a folder"), ("-", "standard input"), ("a\0b", "no file can have this name")],
)
def test_a_path_that_is_no_file_is_refused(path: str, cause: str) -> None:
    """An empty path is the folder one stands in; a profile is not piped in."""
    with pytest.raises(ProfileError, match=cause):
        load_house_style(Path(path), _RULES)
