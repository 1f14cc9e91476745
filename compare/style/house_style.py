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
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from compare.errors import ProfileError
from compare.style.resources import models_path
from compare.values import Severity

Patterns = Mapping[str, tuple[str, ...]]

_TABLES = ("minutes", "entities", "words")
_EXPRESSIONS = "item_numbers"  # the one list of regular expressions among lists of plain words
_NAME_KEYS = ("people", "bodies", "places", "words")

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


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Patterns and preferences of one body.

    `minutes`, `entities` and `words` map a key of the TOML file of that name to its strings, the profile's own first.
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

    @property
    def label(self) -> str:
        """The name, and what tells two profiles of that name apart, for the provenance of a report."""
        return f"{self.name} {self.fingerprint}".rstrip()


@cache
def default_house_style() -> HouseStyle:
    """Loads `models/patterns`, with nothing added."""
    minutes, entities, words = (_built_in(table) for table in _TABLES)
    return HouseStyle("default", minutes, entities, words)


def _built_in(table: str) -> Patterns:
    data = tomllib.loads((models_path("patterns") / f"{table}.toml").read_text("utf-8"))
    return MappingProxyType({key: tuple(strings) for key, strings in data.items()})


def load_house_style(profile: Path | None, rules: Collection[str]) -> HouseStyle:
    """Loads the default house style with a profile's additions. `rules` are the ids that may stand under [severities].

    Raises: ProfileError naming file, line and key when the profile cannot be read, is no TOML, holds an unknown key
    or a value of the wrong kind.
    """
    default = default_house_style()
    if profile is None:
        return default
    source = _read(profile)
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(str(profile), f"not valid TOML: {error}", "Correct that line.") from None
    check = _Check(profile, source)
    check.keys(data, ("name", *_TABLES, "severities", "names"), "")
    tables = {}
    for table in _TABLES:
        built_in: Patterns = getattr(default, table)
        added = check.table(data, table)
        check.keys(added, tuple(built_in), table)
        check.expressions(added, table)
        tables[table] = MappingProxyType(
            {**built_in, **{key: (*check.strings(added, key, table), *built_in[key]) for key in added}}
        )
    names = check.table(data, "names")
    check.keys(names, _NAME_KEYS, "names")
    severities = check.table(data, "severities")
    check.rules(severities, rules)
    return HouseStyle(
        check.text(data, "name", profile.stem),
        **tables,
        severities=MappingProxyType({rule: check.severity(severities, rule) for rule in severities}),
        names=MappingProxyType({key: check.strings(names, key, "names") for key in names}),
        fingerprint=_fingerprint({key: data[key] for key in data if key != "name"}),
    )


def _fingerprint(settings: Mapping[str, Any]) -> str:
    """The first 12 hexadecimal digits of a SHA-256 of the settings; their order and comments do not count."""
    return hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()[:12]


def _read(profile: Path) -> str:
    try:
        return profile.read_text("utf-8")
    except OSError as error:
        raise ProfileError(
            str(profile), f"the profile cannot be read ({error.strerror})", "Check the path of the profile."
        ) from None
    except UnicodeDecodeError as error:
        raise ProfileError(
            str(profile), f"not UTF-8 at byte {error.start}", "Save the profile as UTF-8 text."
        ) from None


@dataclass(frozen=True, slots=True)
class _Check:
    """Checks a profile's values, and finds the line of each for an error."""

    profile: Path
    source: str

    def fail(self, key: str, cause: str, remedy: str) -> ProfileError:
        table, _, name = key.partition(".")
        name = name or table
        line = next((number for number, text in enumerate(self.source.splitlines(), 1) if name in text), 1)
        return ProfileError(f"{self.profile}, line {line}, key {key}", cause, remedy)

    def keys(self, table: Mapping[str, Any], allowed: tuple[str, ...], name: str) -> None:
        for key in table:
            if key not in allowed:
                where = f"{name}.{key}" if name else key
                raise self.fail(where, "there is no such key", f"Known here: {', '.join(allowed)}.")

    def table(self, data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        value = data.get(key, {})
        if not isinstance(value, dict):
            raise self.fail(key, "this must be a table", f"Write [{key}] on a line of its own.")
        return value

    def text(self, data: Mapping[str, Any], key: str, default: str) -> str:
        value = data.get(key, default)
        if not isinstance(value, str):
            raise self.fail(key, "this must be a text in quotation marks", f'Write {key} = "…".')
        return value

    def strings(self, table: Mapping[str, Any], key: str, name: str) -> tuple[str, ...]:
        value = table[key]
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            raise self.fail(f"{name}.{key}", "this must be a list of texts", f'Write {key} = ["…", "…"].')
        return tuple(value)

    def expressions(self, table: Mapping[str, Any], name: str) -> None:
        for expression in self.strings(table, _EXPRESSIONS, name) if _EXPRESSIONS in table else ():
            if not is_bounded(expression):
                raise self.fail(
                    f"{name}.{_EXPRESSIONS}",
                    f"{expression!r} is no regular expression that is sure to be matched in a short time",
                    r"Repeat single characters only, and to a limit: \d{1,4}, [A-Z]{2,3}, (?:-\d{2})?.",
                )
            try:
                re.compile(expression)
            except re.error as error:
                raise self.fail(
                    f"{name}.{_EXPRESSIONS}",
                    f"{expression!r} is no regular expression ({error})",
                    "See the styles in models/patterns/minutes.toml.",
                ) from None

    def rules(self, table: Mapping[str, Any], rules: Collection[str]) -> None:
        for rule in table:
            if rule not in rules:
                raise self.fail(f"severities.{rule}", "there is no such rule", "`compare rules` lists them.")

    def severity(self, table: Mapping[str, Any], rule: str) -> Severity:
        try:
            return Severity(table[rule])
        except ValueError:
            raise self.fail(
                f"severities.{rule}",
                f"{table[rule]!r} is no severity",
                f"Use one of {', '.join(severity.value for severity in Severity)}.",
            ) from None


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
