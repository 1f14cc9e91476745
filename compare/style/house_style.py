"""Reads the house style: how one body writes its minutes, as data that a clerk can edit.

The patterns every body shares are in `models/patterns/*.toml`; a profile (TOML) adds to them:

    name = "Ashcombe Town Council"
    [minutes]
    resolution_headers = ["It was determined"]
    [severities]
    "wording.function" = "cosmetic"
    [names]
    people = ["Okonjo-Baptiste"]
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
import warnings
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from compare.errors import ProfileError
from compare.style.list_names import is_list_of_groups
from compare.style.resources import models_path
from compare.style.toml_lines import Path as KeyPath
from compare.style.toml_lines import toml_lines
from compare.text.tokens import fold_key, is_word, tokenise
from compare.values import Severity

Patterns = Mapping[str, tuple[str, ...]]

_TABLES = ("minutes", "entities", "words", "senses", "synonyms")
_EXPRESSIONS = "item_numbers"  # the one list of regular expressions among lists of plain words
_NAME_KEYS = ("people", "bodies", "places", "words")
_MARKS = frozenset(  # lists whose entries may be marks alone: "- # -"
    {
        *("minutes.page_furniture", "minutes.vote_cast_words_loose", "minutes.keys_to_stars", "words.after_noun"),
        f"minutes.{_EXPRESSIONS}",
    }
)
_EQUATIONS = frozenset(  # lists of "form = other"
    {
        *(f"entities.{key}" for key in ("plural_titles", "title_forms", "months", "weekdays", "units", "currencies")),
        *(
            f"entities.{key}"
            for key in ("figure_terms", "named_days", "day_parts", "number_nouns", "shares", "unit_multiples")
        ),
        *(
            "minutes.office_forms",
            "minutes.plural_member_titles",
            "minutes.presence_marks",
            "entities.scales",
            "entities.reference_nouns",
            "words.decision_verbs",
            "words.plain_outcomes",
            "words.motion_states",
            "words.amendment_fates",
            "words.nil_topics",
            "words.abbreviations",
        ),
        *("words.same_words", "words.spelling_variants", "words.function_words_of_matter", "words.denied_any"),
        "words.modal_forces",
        *("words.matter_words_of_grammar", "words.reference_forms", "words.office_forms", "words.figure_words"),
        *("words.homophone_company", "words.pronoun_persons", "words.due_words", "words.links_alike"),
        "words.recast_forms",
    }
)
_CONTRARIES = frozenset(  # lists of "one | other", beside those of synonyms
    f"senses.{key}"
    for key in ("opposed", "opposed_at_figures", "opposed_beginnings", "opposed_ends", "same_sense", "exchanged_alike")
)
_LARGEST_NUMBERS = {"entities.months": 12, "entities.weekdays": 7, "entities.scales": 30}  # of the other side, from 1
_MONTH_NAMES = "minutes.months"  # "1 January Jan Ionawr"
_MONTH = re.compile(r"\s*(?:[1-9]|1[0-2])(?:\s+[^\W\d_]\S*)+\s*")

_LARGEST = 1_000_000  # bytes of a profile: the built-in lists are 50,000
# A key of twenty names, "a.b.c…": a profile has three at most, and the time to read one grows with their square.
_LONG_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"(?:\\.|[^"\\\n])*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){20}""")
_LONGEST_SHOWN = 60  # characters of an entry in an error

# What an expression in a profile may consist of: groups, alternatives, and characters that may be repeated. A group may
# not be repeated: on a line of digits "(\d+)+x" would not come to an end in a lifetime.
_ELEMENT = re.compile(
    r"""(?P<open>\((?:\?:)?) | (?P<close>\)(?P<maybe>\??)(?![*+?{])) | (?P<bar>\|)
      | (?:\\[^\W\d_] | \\\W | \[\^?+\]?+(?:\\.|[^\]\\])*+\] | [^\\()\[\]{}|*+?^$])
        (?P<repeat>[*+?]|\{(?P<least>\d{1,2})(?P<most>,\d{0,2})?\})?+(?![*+?{])""",
    re.VERBOSE,
)
_MOST_WAYS = 100_000  # in which an expression may match one place: a millisecond; two open repetitions are 60,000
_MOST_NESTED = 9  # groups inside one another
_LINE = 240  # characters: what an open repetition can run to, for no longer line is looked at for a number


@cache
def default_table(table: str) -> Patterns:
    """Loads one file of `models/patterns`."""
    data = tomllib.loads((models_path("patterns") / f"{table}.toml").read_text("utf-8"))
    return MappingProxyType({key: tuple(strings) for key, strings in data.items()})


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Patterns and preferences of one body.

    `minutes`, `entities`, `words`, `senses` and `synonyms` map a key of the TOML file of that name to its strings, the
    profile's own first.
    `severities` overrides the severity of a rule. `names` lists words and names that are right as they stand.
    `fingerprint` is made of all that a profile sets but its name, and empty without a profile.
    """

    name: str
    minutes: Patterns
    entities: Patterns
    words: Patterns
    severities: Mapping[str, Severity] = field(default_factory=dict)
    names: Patterns = field(default_factory=dict)
    fingerprint: str = ""
    senses: Patterns = field(default_factory=lambda: default_table("senses"))
    synonyms: Patterns = field(default_factory=lambda: default_table("synonyms"))

    @property
    def label(self) -> str:
        """The name, and what tells two profiles of that name apart, for the provenance of a report."""
        return f"{self.name} {self.fingerprint}".rstrip()

    @property
    def reference_forms(self) -> Mapping[str, str]:
        """The short forms of words that stand before the number of a reference ("s" of "s.106"), each with its word.

        Most are one only before a number; those of the words that are one everywhere ("para") are among them.
        """
        nouns = {_sides(line)[0] for line in self.entities["reference_nouns"]}
        everywhere = (_sides(line) for line in self.words["abbreviations"])
        found = {short: long for short, long in everywhere if long in nouns}
        return found | dict(_sides(line) for line in self.words["reference_forms"])


def _sides(line: str) -> tuple[str, str]:
    short, _, long = fold_key(line).partition(" = ")
    return short, long


@cache
def default_house_style() -> HouseStyle:
    """Loads `models/patterns`, with nothing added."""
    minutes, entities, words = (default_table(table) for table in ("minutes", "entities", "words"))
    return HouseStyle("default", minutes, entities, words)


def load_house_style(profile: Path | None, rules: Collection[str]) -> HouseStyle:
    """Loads the default house style with a profile's additions. `rules` are the ids that may stand under [severities].

    Raises: ProfileError naming file, line and key when the profile cannot be read, is no TOML, holds an unknown key
    or a value or entry of the wrong kind.
    """
    default = default_house_style()
    if profile is None:
        return default
    source = _read(profile)
    data = _parsed(source, str(profile))
    check = _Check(profile, source)
    check.keys(data, ("name", *_TABLES, "severities", "names"), "")
    tables = {}
    for table in _TABLES:
        built_in: Patterns = getattr(default, table)
        added = check.table(data, table)
        check.keys(added, tuple(built_in), table)
        tables[table] = MappingProxyType(
            {**built_in, **{key: (*check.entries(added, key, table), *built_in[key]) for key in added}}
        )
    names = check.table(data, "names")
    check.keys(names, _NAME_KEYS, "names")
    severities = check.table(data, "severities")
    check.rules(severities, rules)
    return HouseStyle(
        check.text(data, "name", profile.stem),
        **tables,
        severities=MappingProxyType({rule: check.severity(severities, rule) for rule in severities}),
        names=MappingProxyType({key: check.entries(names, key, "names") for key in names}),
        fingerprint=_fingerprint({key: data[key] for key in data if key != "name"}),
    )


def _fingerprint(settings: Mapping[str, Any]) -> str:
    """The first 12 hexadecimal digits of a SHA-256 of the settings; their order and comments do not count."""
    return hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()[:12]


def _read(profile: Path) -> str:
    """Reads the text of a profile, without the mark that Notepad sets before UTF-8. Raises: ProfileError."""
    place = str(profile)
    try:
        with profile.open("rb") as file:
            data = file.read(_LARGEST + 1)
        text = data[:_LARGEST].decode("utf-8").removeprefix("\ufeff")
    except OSError as error:
        raise _refusal(profile, error) from None
    except UnicodeDecodeError as error:
        if len(data) <= _LARGEST:
            raise ProfileError(place, f"not UTF-8 at byte {error.start}", "Save the profile as UTF-8 text.") from None
    except ValueError:  # a NUL in the path
        raise ProfileError(place, "no file can have this name", "Check the path of the profile.") from None
    if len(data) > _LARGEST:
        cause = f"larger than {_LARGEST // 1_000_000} MB, the bound for a profile"
        raise ProfileError(place, cause, "Name the TOML file of your house style.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refusal(profile: Path, error: OSError) -> ProfileError:
    if str(profile) == "-":
        return ProfileError("-", "a profile is not read from standard input", "Name its file.")
    if isinstance(error, IsADirectoryError) or profile.is_dir():  # Path("") is a folder too: "."
        return ProfileError(str(profile), "this is a folder, no profile", "Name the TOML file of your house style.")
    cause = f"the profile cannot be read ({error.strerror})"
    return ProfileError(str(profile), cause, "Check the path of the profile.")


def _parsed(source: str, place: str) -> dict[str, Any]:
    long_key = _LONG_KEY.search(source)
    if long_key:
        line = source.count("\n", 0, long_key.start()) + 1
        raise ProfileError(
            f"{place}, line {line}", "more names in a row than a key can have", "Write [table] and key = …."
        )
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(place, f"not valid TOML: {error}", "Correct that line.") from None
    except ValueError:
        raise ProfileError(
            place, "not valid TOML: a number or a date in it is impossible", "A profile needs neither: correct it."
        ) from None
    except RecursionError:
        raise ProfileError(
            place, "not valid TOML: brackets are nested too deeply", 'Write lists of texts: key = ["…", "…"].'
        ) from None


def entry_fault(key: str, entry: str) -> tuple[str, str] | None:
    """What is wrong with one entry of the list `key` ("entities.months"), and the remedy; None if nothing is."""
    if key in _EQUATIONS:
        return _equation_fault(key, entry)
    if key in _CONTRARIES or (key.startswith("synonyms.") and is_list_of_groups(key)):
        return _contraries_fault(entry)
    if key == _MONTH_NAMES:
        return (
            None if _MONTH.fullmatch(entry) else ("does not name a month", 'Write its number first: "1 January Jan".')
        )
    if not (entry.strip() if key in _MARKS else any(is_word(token.key) for token in tokenise(entry))):
        return "has no word", "Write a word or a phrase, or leave the entry out."
    return _expression_fault(entry) if key == f"minutes.{_EXPRESSIONS}" else None


def _equation_fault(key: str, entry: str) -> tuple[str, str] | None:
    most = _LARGEST_NUMBERS.get(key)
    left, _, right = (part.strip() for part in entry.partition(" = "))
    if not left or not right or " = " in right:
        example = "word = 1" if most else "form = other"
        return "is no equation", f'Write both sides, a blank on either side of the sign: "{example}".'
    if most and not (re.fullmatch("[0-9]{1,2}", right) and 1 <= int(right) <= most):
        return "has no such number on its right", f"Write a whole number from 1 to {most} there."
    return None


def _contraries_fault(entry: str) -> tuple[str, str] | None:
    phrases = [phrase for side in entry.split(" | ") for phrase in side.split(",")]
    if " | " not in entry or not all(tokenise(phrase) for phrase in phrases):
        return "has no two sides", 'Write words on both sides of a bar, a blank on either side of it: "one | other".'
    return None


def _expression_fault(expression: str) -> tuple[str, str] | None:
    if not is_bounded(expression):
        return (
            "is no regular expression that is sure to be matched in a short time",
            r"Repeat single characters only, and to a limit: \d{1,4}, [A-Z]{2,3}, (?:-\d{2})?.",
        )
    remedy = "See the styles in models/patterns/minutes.toml."
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # "[[a]": what Python may read as a set of sets one day
            # A blank is a no-break space as well, in a class too: "[ -9]" would be a range from that.
            re.compile(expression.replace(" ", " \\xa0"))
            pattern = re.compile(expression)
    except (re.error, Warning) as error:
        return f"is no regular expression ({error})", remedy
    return ("matches a line without any number", remedy) if pattern.fullmatch("") else None


@dataclass(frozen=True)
class _Check:
    """Checks a profile's values, and finds the line of each for an error."""

    profile: Path
    source: str

    @cached_property
    def lines(self) -> Mapping[KeyPath, int]:
        return toml_lines(self.source)

    def fail(self, path: KeyPath, cause: str, remedy: str) -> ProfileError:
        """Makes the error of a key or of an entry of its list; an entry is the number at the end of the path."""
        line = next((self.lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.lines), 1)
        key = ".".join(part for part in path if isinstance(part, str))
        return ProfileError(f"{self.profile}, line {line}, key {_cut(key)}", cause, remedy)

    def keys(self, table: Mapping[str, Any], allowed: tuple[str, ...], name: str) -> None:
        for key in table:
            if key not in allowed:
                path = (name, key) if name else (key,)
                raise self.fail(path, "there is no such key", f"Known here: {', '.join(allowed)}.")

    def table(self, data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        value = data.get(key, {})
        if not isinstance(value, dict):
            raise self.fail((key,), "this must be a table", f"Write [{key}] on a line of its own.")
        return value

    def text(self, data: Mapping[str, Any], key: str, default: str) -> str:
        value = data.get(key, default)
        if not isinstance(value, str):
            raise self.fail((key,), "this must be a text in quotation marks", f'Write {key} = "…".')
        return value

    def entries(self, table: Mapping[str, Any], key: str, name: str) -> tuple[str, ...]:
        """The texts of a list, each of the form that the list needs."""
        value = table[key]
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            raise self.fail((name, key), "this must be a list of texts", f'Write {key} = ["…", "…"].')
        for place, entry in enumerate(value):
            fault = entry_fault(f"{name}.{key}", entry)
            if fault:
                raise self.fail((name, key, place), f"{_shown(entry)} {fault[0]}", fault[1])
        return tuple(value)

    def rules(self, table: Mapping[str, Any], rules: Collection[str]) -> None:
        for rule in table:
            if rule not in rules:
                raise self.fail(("severities", rule), "there is no such rule", "`compare rules` lists them.")

    def severity(self, table: Mapping[str, Any], rule: str) -> Severity:
        try:
            return Severity(table[rule] if isinstance(table[rule], str) else "")
        except ValueError:
            raise self.fail(
                ("severities", rule),
                f"{_shown(table[rule])} is no severity",
                f"Use one of {', '.join(severity.value for severity in Severity)}.",
            ) from None


def _shown(value: object) -> str:
    """A text as it is written, cut where it is long; of another value only its kind, for it may be nested endlessly."""
    return _cut(repr(value) if isinstance(value, str) else f"a value of type {type(value).__name__}")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def is_bounded(expression: str) -> bool:
    """Whether a regular expression is of the plain kind that can match one place in a bounded number of ways.

    Cost: linear. Repeated groups, looking around and references back are refused, however harmless.
    """
    alternatives = [[1]]  # for each open group, the ways of each of its alternatives
    at = 0
    while at < len(expression):
        element = _ELEMENT.match(expression, at)
        if element is None or len(alternatives) > _MOST_NESTED:
            return False
        at = element.end()
        if element["open"]:
            alternatives.append([1])
        elif element["bar"]:
            alternatives[-1].append(1)
        elif element["close"] and len(alternatives) == 1:
            return False
        else:
            ways = sum(alternatives.pop()) + bool(element["maybe"]) if element["close"] else _ways_to_repeat(element)
            alternatives[-1][-1] *= ways
    return len(alternatives) == 1 and sum(alternatives[0]) <= _MOST_WAYS


def _ways_to_repeat(element: re.Match[str]) -> int:
    """How many lengths the repetition of one character can have."""
    repeat, most = element["repeat"] or "", element["most"]
    if not repeat.startswith("{"):
        return {"": 1, "?": 2}.get(repeat, _LINE)
    if most is None:
        return 1
    return int(most[1:]) - int(element["least"]) + 1 if most[1:] else _LINE
