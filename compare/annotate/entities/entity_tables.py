"""The lists of `models/patterns/entities.toml` as tables, and how they are looked up at a place of a text.

A table of phrases is keyed by the first word, longest phrase first: "working days" is tried before "working".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from compare.style.house_style import HouseStyle, Patterns

PhraseTable = Mapping[str, tuple[tuple[str, str], ...]]  # first word → (phrase, what it means), longest first

WORD = re.compile(r"[^\W\d_]{1,20}+\.?(?![\w'])")
UNIT = re.compile(r"[ -]{0,2}([^\W\d_]+[²³23]?|°[CF]|[℃℉])")


@dataclass(frozen=True, slots=True, eq=False)
class EntityTables:
    """Every list the scanner needs, folded to lower case where no comment says otherwise; one object for one set."""

    titles: PhraseTable
    plural_titles: frozenset[str]
    peers: frozenset[str]
    post_nominals: frozenset[str]  # as printed: capitals matter
    particles: frozenset[str]
    roles: PhraseTable
    role_heads: frozenset[str]
    nouns: Mapping[str, str]  # last word of a name → BODY, ORG, LOC or LAW
    street_nouns: frozenset[str]  # as printed
    takes_of: frozenset[str]
    takes_for: frozenset[str]
    organisations: frozenset[str]
    not_acronyms: frozenset[str]  # as printed
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: PhraseTable
    currencies: PhraseTable
    scales: Mapping[str, int]
    references: PhraseTable
    short_references: Mapping[str, str]  # forms that a number must follow: "s", "sch" → what they stand for
    function_words: frozenset[str]


def entity_tables(style: HouseStyle) -> EntityTables:
    """Returns the tables of one house style, made once for all styles that have the same lists."""
    forms = tuple(sorted(style.reference_forms.items()))
    return _built(tuple(sorted(style.entities.items())), style.words.get("function_words", ()), forms)


@lru_cache(maxsize=8)
def _built(
    entities: tuple[tuple[str, tuple[str, ...]], ...],
    function_words: tuple[str, ...],
    short_forms: tuple[tuple[str, str], ...],
) -> EntityTables:
    lists: Patterns = dict(entities)
    references = {noun.casefold(): one for noun, one in _equations(lists["reference_nouns"])}
    titles = dict(_equations(lists["title_forms"]))
    plurals = dict(_equations(lists["plural_titles"]))
    forms = {title.casefold(): titles.get(title, title).casefold() for title in lists["titles"]}
    forms |= {plural.casefold(): one.casefold() for plural, one in plurals.items()}
    nouns = {noun.casefold(): "LOC" for noun in lists["place_nouns"]}
    nouns |= {noun.casefold(): "ORG" for noun in lists["org_nouns"]}
    nouns |= {noun.casefold(): "BODY" for noun in lists["body_nouns"]}
    nouns |= {noun.casefold(): "LAW" for noun in lists["law_nouns"]}
    heads = [role.casefold() for role in lists["role_heads"]]
    roles = [role.casefold() for role in lists["roles"]]
    return EntityTables(
        titles=_phrases(forms.items()),
        plural_titles=frozenset(plural.casefold() for plural in plurals),
        peers=frozenset(map(str.casefold, lists["peer_titles"])),
        post_nominals=frozenset(lists["post_nominals"]),
        particles=frozenset(lists["name_particles"]),
        roles=_phrases((role, role) for role in (*heads, *roles)),
        role_heads=frozenset(heads),
        nouns=nouns,
        street_nouns=frozenset(lists["street_nouns"]),
        takes_of=frozenset(map(str.casefold, lists["takes_of"])),
        takes_for=frozenset(map(str.casefold, lists["takes_for"])),
        organisations=frozenset(map(str.casefold, lists["organisations"])),
        not_acronyms=frozenset(lists["not_acronyms"]),
        months={month.casefold(): int(number) for month, number in _equations(lists["months"])},
        weekdays={day.casefold(): int(number) for day, number in _equations(lists["weekdays"])},
        units=_phrases((unit.casefold(), one) for unit, one in _equations(lists["units"])),
        currencies=_phrases((sign.casefold(), code) for sign, code in _equations(lists["currencies"])),
        scales={scale: int(power) for scale, power in _equations(lists["scales"])},
        references=_phrases(references.items()),
        short_references={short: references[long] for short, long in short_forms if long in references},
        function_words=frozenset(function_words),
    )


def longest_phrase(table: PhraseTable, first: str, lowered: str, start: int) -> tuple[int, str] | None:
    """Returns the end and the meaning of the longest phrase at `start`. `lowered` is the text in lower case."""
    for phrase, meaning in table.get(first, ()):
        end = start + len(phrase)
        if lowered.startswith(phrase, start) and not lowered[end : end + 1].isalnum():
            return end, meaning
    return None


def word_before(lowered: str, start: int) -> str:
    """Returns the word that ends just before `start`, with the marks beside it; empty at the beginning."""
    words = lowered[max(0, start - 16) : start].split()
    return words[-1] if words else ""


def _equations(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in lines:
        form, _, meaning = line.partition("=")
        yield form.strip(), meaning.strip()


def _phrases(pairs: Iterable[tuple[str, str]]) -> PhraseTable:
    table: dict[str, list[tuple[str, str]]] = {}
    for phrase, meaning in pairs:
        table.setdefault(_first_word(phrase), []).append((phrase, meaning))
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in table.items()}


def _first_word(phrase: str) -> str:
    """Returns what stands before the first blank, hyphen, stroke or bracket: what a scanner of words meets first."""
    for place, character in enumerate(phrase):
        if character in " -/(":
            return phrase[:place]
    return phrase
