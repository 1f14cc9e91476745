"""The names and offices that a reader is told, where the rules want another stretch or none at all.

rules      the [Corporate Director], Place     (chair)      [Committee Room] 2     Brill & Sons plc
told       the [Corporate Director, Place]     ([chair])    [Committee Room 2]     [Brill & Sons plc]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from compare.annotate.entities.candidates import Found
from compare.annotate.entities.covering import Proposal, covered
from compare.annotate.entities.told_values import holds_any

_NAMES = frozenset({"ORG", "BODY", "LOC", "ROLE", "NUMBER", "REFERENCE"})
_NUMBERED = r"(?:(?:Committee|Meeting) Room|Lecture Theatre|Court ?room|Class ?room|Room|Ward|Suite|Studio|Hut|Bay)"
_CAPITAL = r"[A-Z][\w'&-]*"
_AFTER_BODY = re.compile(r' (?:"[A-Z\d]"|\'[A-Z\d]\'|[B-H1-9](?![\w.\'/-])|A(?=[,.;:)]))')
_LISTED_BODY = re.compile(rf"(?<=[Tt]he )(?:{_CAPITAL}, ){{1,4}}$")
_ACRONYM_BEFORE = re.compile(r"(?<![\w.])(?:[A-Z]{2,6}|[A-Z][a-z]+[A-Z][A-Za-z]+) $")
# Whose office it is, where any body of its kind has one: "Chair of the Corporation".
_OF_ALL = re.compile(
    r" of (?:the )?(?:Corporation|Council|Company|Trust|Governors|Trustees|Association|Society|Students' Union)"
    r"(?![\w'-]| (?:[A-Z]|of [A-Z]))"
)
_SHORT = 14  # characters of a word of a few capitals
_REACH = 60  # characters back to the first of a body's listed words


class _Shape(NamedTuple):
    """A way of writing a name: what stands in each text that holds one, the expression of it, and what it may cover."""

    label: str
    cues: tuple[str, ...]
    pattern: re.Pattern[str]
    covers: frozenset[str] = _NAMES


class NameShapes:
    """Finds the names that patterns of whole words do not."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._portfolio = _portfolio(lists["portfolios"])
        self._openers = re.compile(rf"(?<![\w-])(?:(?:{_either(lists['office_openers'])}) ){{1,3}}$")
        self._bodies = frozenset(word.casefold() for word in lists["bodies"])
        self._parties = frozenset(lists["parties"])
        self._shapes = (*_offices(lists), *_organisations(lists), *_places())

    def added(self, found: Sequence[Found], flat: str) -> list[Found]:
        """The entities with those names, and with what a name goes on with. `flat` is the levelled text."""
        proposals: list[Proposal] = [(one, _NAMES) for one in self._beside(found, flat)]
        for label, cues, pattern, covers in self._shapes:
            if holds_any(flat, cues):
                group = "told" if "told" in pattern.groupindex else 0
                proposals += [(Found(*match.span(group), label, None), covers) for match in pattern.finditer(flat)]
        return covered(found, proposals, len(flat))

    def _beside(self, found: Sequence[Found], flat: str) -> Iterator[Found]:
        for one in found:
            if one.label == "ROLE":
                before = self._openers.search(flat, max(0, one.start - _REACH), one.start)
                after = self._portfolio.match(flat, one.end) or _OF_ALL.match(flat, one.end)
                if before or after:
                    yield one._replace(
                        start=before.start() if before else one.start, end=after.end() if after else one.end
                    )
            elif one.label == "BODY":
                yield from self._body(one, flat)
            elif flat[one.start : one.end].casefold() in self._bodies and (
                match := _ACRONYM_BEFORE.search(flat, max(0, one.start - _SHORT), one.start)
            ):
                yield one._replace(start=match.start(), label="BODY")  # "ACES TAC"

    def _body(self, one: Found, flat: str) -> Iterator[Found]:
        name = flat[one.start : one.end]
        if match := _AFTER_BODY.match(flat, one.end):
            yield one._replace(end=match.end())
        elif name.casefold().endswith((" group", " groups")) and not self._parties.isdisjoint(name.casefold().split()):
            yield one._replace(label="ORG")
        elif (
            " and " in name
            and (match := _LISTED_BODY.search(flat, max(0, one.start - _REACH), one.start))
            and flat.endswith(("the ", "The "), 0, match.start())
        ):
            yield one._replace(start=match.start())


def _either(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _portfolio(words: Sequence[str]) -> re.Pattern[str]:
    either = rf"(?:{_either(words)})(?![\w'])"
    return re.compile(
        rf"(?:, | - | \((?=[^()]{{1,60}}\)))(?:the )?{either}(?:(?:,? and |,? & |, | ){either}){{0,6}}\)?"
    )


def _offices(lists: Mapping[str, Sequence[str]]) -> Iterator[_Shape]:
    small, nouns = _either(lists["small_offices"]), _either(lists["small_office_nouns"])
    not_first = _either(lists["small_office_openers_not"])
    before = r"(?:[Tt]he|[Oo]ur|[Tt]heir|[Ii]ts|as|acting|in the|by|[Cc]ommittee|[Cc]lub|[Bb]oard|[Gg]roup"
    before += "|[Rr]ole of|[Pp]ost of|[Pp]osition of)(?: (?:previous|former|current|new|outgoing|incoming))?"
    yield _Shape("ROLE", _cues(lists["small_offices"]), re.compile(rf"\((?:the )?(?P<told>{small})(?=[),;])"))
    yield _Shape("ROLE", _cues(lists["small_offices"]), re.compile(rf"(?<!\w){before} (?P<told>{small})(?![\w'-])"))
    yield _Shape(
        "ROLE",
        (" role", " post", " vacancy"),
        re.compile(rf"(?<![\w-])(?P<told>{small})(?= (?:role|post|vacancy)(?!\w))"),
    )
    known = lists["known_offices"]
    yield _Shape("ROLE", _cues(known), re.compile(rf"(?<![\w-])(?:{_either(known)})(?![\w-])"))
    yield _Shape(
        "ROLE",
        ("'s report", "'s Report", "'s update", "'s remarks"),
        re.compile(rf"(?<![\w-])(?P<told>(?i:{small}))(?='s (?:[Rr]eport|[Uu]pdate|[Rr]emarks))"),
    )
    yield _Shape(
        "ROLE",
        (" representative",),
        re.compile(
            r"(?<=\w )(?P<told>(?:Dioces(?:e|an)|Synod|Foundation|Parent|Staff"
            r"|Student|Employer|Employee|Tenant|Scheme|Pensioner)"
            r" representatives?)(?!\w)"
        ),
    )
    heads = (
        r"board of (?:directors|trustees|governors|management)|council of governors|general assembly"
        r"|governing (?:body|board)"
    )
    yield _Shape(
        "BODY",
        ("oard of ", "ouncil of ", "eneral assembly", "overning "),
        re.compile(rf"(?<=[Tt]he )(?:full )?(?:{heads})(?![\w'-])"),
    )
    first = rf"(?!(?i:{not_first}) )[A-Za-z][a-z-]{{2,14}}"
    yield _Shape(
        "ROLE",
        tuple(f" {noun}" for noun in lists["small_office_nouns"]),
        re.compile(rf"(?<!\w)(?:the|our|an?|[Aa]s|The|Our|outgoing|\() ?(?P<told>{first} (?:{nouns}))(?![\w'-])"),
    )
    yield _Shape(
        "ROLE",
        ("MP", "MSP", "MS", "MEP", "TD", "MLA"),
        re.compile(
            r"(?<!\w)(?:[Oo]ur|[Ll]ocal|the|The|a|an|your|both|constituency) (?P<told>(?:MSP|MP|MS|MEP|TD|MLA)s?)(?!\w)"
        ),
    )


def _cues(words: Sequence[str]) -> tuple[str, ...]:
    """The last words of these, without those that hold another: "chair" stands in "vice-chair"."""
    last = {word.rpartition(" ")[2] for word in words}
    return tuple(sorted(word for word in last if not any(other != word and other in word for other in last)))


def _organisations(lists: Mapping[str, Sequence[str]]) -> Iterator[_Shape]:
    known = lists["known_organisations"]
    yield _Shape("ORG", _cues(known), re.compile(rf"(?<!\w)(?:{_either(known)})(?!\w)"))
    chain = rf"(?<![\w'&-])(?:(?!Ltd|LLP|Inc|Limited){_CAPITAL} (?:& |and |of )?){{1,5}}"
    yield _Shape(
        "ORG",
        (" and Rescue",),
        re.compile(rf"(?<!\w)(?:(?!The ){_CAPITAL} ){{1,4}}(?:Search|Fire) and Rescue(?: Service)?(?!\w)"),
    )
    yield _Shape(  # Welsh: "Cyngor Sir Wick", "Pwyllgor Craffu", "Neuadd y Sir"
        "ORG",
        ("Cyngor ", "CYNGOR ", "Ysgol "),
        re.compile(rf"(?<!\w)(?:Cyngor|CYNGOR|Ysgol)(?: (?:y|yr|Y|YR|a|ac|{_CAPITAL})(?!\w)){{0,4}} {_CAPITAL}"),
        _NAMES | {"PERSON"},
    )
    yield _Shape("BODY", ("Pwyllgor ",), re.compile(rf"(?<!\w)Pwyllgor(?: {_CAPITAL}){{1,5}}"))
    yield _Shape(
        "LOC",
        ("Neuadd ", "Canolfan ", "Siambr ", "Llyfrgell ", "Cwm "),
        re.compile(rf"(?<!\w)(?:Neuadd|Canolfan|Siambr|Llyfrgell|Cwm)(?: (?:y|yr|{_CAPITAL})(?!\w)){{0,3}} {_CAPITAL}"),
    )
    yield _Shape("ORG", (" SCIO", " CIO", " CIC"), re.compile(rf"{chain}(?:SCIO|CIO|CIC)(?!\w)"))
    yield _Shape("ORG", (" plc", " ltd", " llp"), re.compile(rf"{chain}(?:plc|ltd|llp)(?!\w)"))
    yield _Shape(
        "ORG",
        ("BOROUGH OF ", "Borough of ", "CITY OF "),
        re.compile(
            rf"(?<!\w)(?:(?:{_CAPITAL} ){{0,3}}BOROUGH OF|CITY OF) [A-Z][A-Z'-]+(?: (?:UPON )?[A-Z][A-Z'-]+){{0,2}}"
            rf"|(?<!\w)(?:{_CAPITAL} ){{0,3}}Borough of {_CAPITAL}(?: (?:upon |and |& )?{_CAPITAL}){{0,2}}"
        ),
    )
    yield _Shape(
        "ORG",
        ("Friends of ",),
        re.compile(rf"(?<!\w)(?:The )?(?P<told>Friends of (?:the )?{_CAPITAL}(?: {_CAPITAL}){{0,4}})"),
    )


def _places() -> Iterator[_Shape]:
    people = _NAMES | {"PERSON"}
    yield _Shape(
        "LOC",
        ("Room", "Theatre", "Ward", "Suite", "Studio", "Hut", "Bay", "room"),
        re.compile(rf"(?<!\w)(?:(?!The ){_CAPITAL} )?{_NUMBERED} (?:\d{{1,3}}[A-Za-z]?|[A-H])(?![\w/]|\.\d)"),
    )
    yield _Shape(
        "LOC", ("Flat ", "Unit ", "Plot "), re.compile(rf"(?<!\w)(?:Flat|Unit) \d{{1,3}}[A-Za-z]?(?=, {_CAPITAL})")
    )
    yield _Shape(
        "LOC",
        (" Ave", " St", " Rd", " Blvd", " Dr", " Ln"),
        re.compile(
            rf"(?<![\w.,£$-])\d{{1,5}}(?:-\d{{1,5}})? (?:[NSEW]\.? )?(?:{_CAPITAL} ){{1,3}}"
            r"(?:(?:Ave|St|Blvd|Dr|Ln)(?!\w)\.?|Rd(?!\w))"
        ),
        people,
    )
    yield _Shape(
        "LOC",
        (" station",),
        re.compile(rf"(?<!\w)(?:(?!The ){_CAPITAL} ){{1,3}}(?:subway|railway|train|bus|fire|tram|metro) station(?!\w)"),
        people,
    )
