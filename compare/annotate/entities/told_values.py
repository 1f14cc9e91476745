"""The values that a reader is told, where the rules want another stretch or none at all.

    rules      from [10am] to [5pm]    by [7 votes to 3]    [5]-[1]         [paragraphs 9.31] to [9.44]    [£5]-[£10]
    told       from [10am to 5pm]      [by 7 votes to 3]    carried [5-1]   [paragraphs 9.31 to 9.44]      [£5-£10]

The rules compare each end of a range by itself, and a word of a vote as a word. Every shape is asked only where a word
or a mark that it cannot be without stands in the text; every repeat is bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from compare.annotate.entities.candidates import Found
from compare.annotate.entities.covering import covered
from compare.annotate.entities.shapes import BACK, CITED, RANGES_AFTER, RANGES_BEFORE, SHAPES, ZONE
from compare.annotate.sentences import level

_VALUES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "NUMBER", "VOTE", "LAW", "REFERENCE"})
# What more a proposal may cover: the "PR" of "PR #42" is no organisation.
_COVERED = {"TIME": _VALUES | {"ORG"}, "REFERENCE": _VALUES | {"ORG", "BODY"}, "LAW": _VALUES | {"ORG", "BODY", "LOC"}}
_BY = re.compile(r"(?<!\w)by $", re.IGNORECASE)
_AFTER_LAW = re.compile(
    r"(?:,? (?:ss?\.|[Ss]ections?|[Ss]chedules?|reg\.|[Rr]egulations?"
    r"|[Pp]art|art\.|[Aa]rticles?|(?<=\d[\w)], )paragraphs?)"
    r" ?\d[\w().]{0,12}(?<!\.)){1,3}"
)
_BEFORE_LAW = re.compile(r"(?<=[Tt]he )(?:(?!Act )[A-Z][a-z]+, ){0,2}(?!Act )[A-Z][a-z]+,? and $")
_AND_YEAR = re.compile(r" and (?:19|20)\d\d(?!\w)")
_REGULATIONS = re.compile(r" \([^()]{1,60}\) ")
_ZONE_AFTER = re.compile(rf" {ZONE}(?!\w)")
_CLOCK_AFTER = re.compile(
    r"(?:,| at|,? from)? ((?:[01]?\d|2[0-3])\.[0-5]\d)(?=[,;)]|\.?(?:\s|$))(?! ?(?:am|pm|a\.m|p\.m|-|hrs|hours))"
)
_TO_NUMBER = re.compile(rf" ?(?:to|-) ?{CITED}")
_AND_NUMBER = re.compile(rf"(?:, | and |, and | or )({CITED})(?! (?:per|[a-z]+s)\b)")
_KNOWN_SECTION = re.compile(r"(?:section|s\.?) ?(?:1[7-9]|[2-9]\d|[1-3]\d\d)[A-Z]?", re.IGNORECASE)
_BACK_TO_THE = 40  # characters before a law that may begin it
_PLURALS = ("s", "appendices")


def widened(found: Sequence[Found], text: str) -> list[Found]:
    """The entities with ranges made one, and with the values that the rules have no use for. In order and apart."""
    flat = level(text)
    lowered = flat.lower()
    if len(lowered) != len(flat):  # a letter whose small form is two
        return list(found)
    proposals = [*_shaped(lowered), *_beside(found, flat)]
    return covered(found, [(one, _COVERED.get(one.label, _VALUES)) for one in proposals], len(flat))


def _shaped(lowered: str) -> Iterator[Found]:
    for label, cues, pattern in SHAPES:
        if holds_any(lowered, cues):
            expression = _ready(pattern)
            group = "told" if "told" in expression.groupindex else 0
            for match in expression.finditer(lowered):
                yield Found(*match.span(group), label, None)


def holds_any(text: str, cues: tuple[str, ...]) -> bool:
    """Whether one of these stands in a text. A plain loop, asked forty times of each paragraph."""
    for cue in cues:  # noqa: SIM110 - any() takes twice as long
        if cue in text:
            return True
    return False


@cache
def _ready(pattern: str) -> re.Pattern[str]:
    """The expression, compiled when a text first needs it."""
    return re.compile(pattern, re.IGNORECASE)


def _beside(found: Sequence[Found], flat: str) -> Iterator[Found]:
    """What an entity goes on with, or begins with: the other end of a range, a zone, "by"."""
    for place, one in enumerate(found):
        if one.label in ("TIME", "MONEY", "QUANTITY", "PERCENT"):
            yield from _range(one, flat)
        elif one.label == "VOTE" and one.value != "unanimous":
            if match := _BY.search(flat, max(0, one.start - 4), one.start):
                yield one._replace(start=match.start())
        elif one.label == "LAW":
            yield from _after_law(found, place, flat)
        elif one.label == "DATE" and (match := _CLOCK_AFTER.match(flat, one.end)):
            yield from _range(Found(match.start(1), match.end(1), "TIME", None), flat)
        elif one.label == "REFERENCE":
            yield from _after_reference(one, flat)


def _range(one: Found, flat: str) -> Iterator[Found]:
    """A value with the other end of its range: 10am to 5pm, £5-£10, 6-8 weeks; not "from £24 to £28"."""
    start, end = one.start, one.end
    before, after = RANGES_BEFORE.get(one.label), RANGES_AFTER.get(one.label)
    if before and (match := _ready(before).search(flat, max(0, start - BACK), start)):
        start = match.start()
    elif (after and (match := _ready(after).match(flat, end))) and not (
        one.label == "MONEY" and " to " in match.group() and flat.endswith("from ", 0, start)
    ):
        end = match.end()
    if one.label == "TIME" and (match := _ZONE_AFTER.match(flat, end)):
        end = match.end()
    if one.value is None or (start, end) != (one.start, one.end):
        yield one._replace(start=start, end=end)


def _after_law(found: Sequence[Found], place: int, flat: str) -> Iterator[Found]:
    one = found[place]
    following = found[place + 1] if place + 1 < len(found) else None
    if following and following.label == "LAW" and _REGULATIONS.fullmatch(flat, one.end, following.start):
        yield one._replace(end=following.end)
    elif match := _AFTER_LAW.match(flat, one.end) or (_AND_YEAR.match(flat, one.end) if "Acts" in flat else None):
        yield one._replace(end=match.end())
    elif match := _BEFORE_LAW.search(flat, max(0, one.start - _BACK_TO_THE), one.start):
        yield one._replace(start=match.start())  # "the Further and [Higher Education Act 1992]"


def _after_reference(one: Found, flat: str) -> Iterator[Found]:
    """Paragraphs 9.31 to 9.44 · paragraphs 2 and 5 · Section 106, which everybody knows."""
    words = flat[one.start : one.end]
    if _KNOWN_SECTION.fullmatch(words):
        yield one._replace(label="LAW")
        return
    noun = words.rpartition(" ")[0].casefold()
    if not noun.endswith(_PLURALS):
        return
    end = one.end
    if match := _TO_NUMBER.match(flat, end):
        end = match.end()
        yield one._replace(end=end)
    while match := _AND_NUMBER.match(flat, end):
        yield Found(match.start(1), match.end(1), "REFERENCE", f"{noun} {match[1]}")
        end = match.end()
