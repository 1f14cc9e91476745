"""References: Minute 12 · s.106 · minute no. 61/21 · Appendix A/1 · resolution (b) · 22/0417/FUL · SI 2012/2089."""

from __future__ import annotations

import re

from compare.annotate.entities import Candidate
from compare.annotate.entities.entity_tables import WORD, EntityTables, longest_phrase
from compare.text.tokens import fold_key

# A number or a letter that names a minute, an application, an appendix: 61/21 · 4.3 · A/1 · (b) · 22/0417/FUL · II
_IDENTIFIER = re.compile(
    r"(?:[A-Z]{1,4}[./-]?)?\d{1,8}(?:[A-Z]{1,2}|[a-z])?(?:[./-][A-Z\d]{1,8}){0,5}(?:\([\da-z]{1,4}\)){0,3}(?!\w)"
    r"|\([\da-z]{1,4}\)(?:\([\da-z]{1,4}\)){0,2}"
    r"|(?:[IVX]{2,5}|[A-Z])(?:[./-]?\d{1,4}){0,3}(?![\w'])"
)
_TO = re.compile(r" (?:- ?|to )(\d{1,4}(?:\.\d{1,3})?)(?![\w/:]|[.,-]\d)")  # the last of several: "pages 3 to 5"
_NUMBER_MARK = re.compile(r"(?: {1,2}(?:no|nos|number|numbers|ref|reference)\b\.?)?[.:]? {0,2}", re.IGNORECASE)
_CODE = re.compile(r"\d{1,5}(?:/[A-Z\d]{1,8}|-[A-Z][A-Z\d]{0,5}){1,5}[a-z]?(?![\w/])|\d{1,4}[A-Z]{1,2}(?!\w)")
_LETTERED_CODE = re.compile(r"[A-Z]{1,5}(?:[/.-]?\d{1,6})(?:[/.-][A-Z\d]{1,8}){0,5}(?![\w/])")
# A short form right before a figure; nothing is glued to it in front.
_SHORT_NOUN = re.compile(r"(?<![\w'.&/-])(?P<noun>[a-z]+(?:-[a-z]+)?|§|n[º°]|№)\.? ?$")
_LETTERED_SHORT = re.compile(r"(?P<noun>[a-z]+)\. ?")
_LONGEST_SHORT = 12  # characters
_STATUTE = re.compile(r"S\.?I\.? ?((?:19|20)\d\d)(?:/| No\.? ?)(\d{1,5})(?!\w)")

_LETTERED = frozenset({"appendix", "annex", "schedule", "option", "plan"})  # nouns after which A is no article


class ReferenceReader:
    """Reads the reference that a noun ("Minute", "page", "No.") opens."""

    def __init__(self, tables: EntityTables) -> None:
        self._tables = tables

    def read_reference(self, text: str, lowered: str, start: int) -> list[Candidate]:
        """Reads a reference: minute 12 · minute no. 61/21 · Appendix A/1 · resolution (b) · page 4 · No. 7."""
        word = WORD.match(lowered, start)
        if word is None:
            return []
        noun = longest_phrase(self._tables.references, word.group().rstrip("."), lowered, start)
        if noun is None:
            return []
        mark = _NUMBER_MARK.match(text, noun[0])
        place = mark.end() if mark else noun[0]
        match = _IDENTIFIER.match(text, place)
        if match is None or (place == noun[0] and text[place] != "("):
            return []
        if not _names(match.group(), noun[1], text[noun[0] : place]):
            return []
        name, end = match.group(), match.end()
        if word.group().rstrip(".").endswith("s") and (more := _TO.match(text, end)):  # pages 3 to 5
            name, end = f"{name}-{more[1]}", more.end()
        return [Candidate(start, end, "REFERENCE", f"{noun[1]} {name.casefold()}")]

    def read_lettered(self, text: str, lowered: str, start: int) -> list[Candidate]:
        """Reads the short form of a noun that letters name as well, with its stop: App.A · Sch. B."""
        match = _LETTERED_SHORT.match(lowered, start)
        noun = self._tables.short_references.get(match["noun"]) if match else None
        letter = _IDENTIFIER.match(text, match.end()) if match else None
        if noun not in _LETTERED or letter is None or not letter.group()[0].isupper():
            return []
        return [Candidate(start, letter.end(), "REFERENCE", f"{noun} {letter.group().casefold()}")]

    def read_short(self, text: str, lowered: str, place: int) -> Candidate | None:
        """Reads the short form of a noun before the figure at `place`: s106 · S. 106 · pp.3-4 · Sch. 2 · § 4."""
        before = _SHORT_NOUN.search(lowered, max(0, place - _LONGEST_SHORT), place)
        noun = self._tables.short_references.get(_letters(before["noun"])) if before else None
        match = _IDENTIFIER.match(text, place)
        if before is None or noun is None or match is None:
            return None
        name, end = match.group(), match.end()
        if more := _TO.match(text, end):
            name, end = f"{name}-{more[1]}", more.end()
        return Candidate(before.start(), end, "REFERENCE", f"{noun} {name.casefold()}")


def _letters(noun: str) -> str:
    """Gives a short form in plain letters: "nº", "n°" and "№" are "no"."""
    return fold_key(noun.replace("°", "º"))


def _names(name: str, noun: str, gap: str) -> bool:
    """Whether what follows a noun names one of its kind: "item 7", "option B", "minute (b)"; not "part of", "No. A"."""
    if any(map(str.isdigit, name)):
        return True
    if noun == "number":
        return False
    if name[0] == "(":
        return True
    is_letter = name.isupper() and "." not in gap and ":" not in gap
    return is_letter and (name not in ("A", "I") or (name == "A" and noun in _LETTERED))


def read_numbered_code(text: str, start: int) -> Candidate | None:
    """Figures with strokes or letters glued to them: 61/21, 22/0417/FUL, 12A."""
    match = _CODE.match(text, start)
    if match is None or (match.group().isdigit()):
        return None
    return Candidate(start, match.end(), "REFERENCE", match.group())


def read_code(text: str, start: int) -> Candidate | None:
    """Capitals and figures glued together: GBP/2223/001, AM119; a statutory instrument."""
    if match := _STATUTE.match(text, start):
        return Candidate(start, match.end(), "LAW", f"si {match[1]}/{match[2]}")
    match = _LETTERED_CODE.match(text, start)
    return Candidate(start, match.end(), "REFERENCE", match.group()) if match else None
