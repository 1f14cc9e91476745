"""References: Minute 12 · minute no. 61/21 · Appendix A/1 · resolution (b) · 22/0417/FUL · GBP/2223/001 · SI 2012/2089."""

from __future__ import annotations

import re

from compare.tag.dates import read_quarter
from compare.tag.found import WORD, Found
from compare.tag.wordforms import WordForms, longest_phrase

# A number or a letter that names a minute, an application, an appendix: 61/21 · 4.3 · A/1 · (b) · 22/0417/FUL · 12A
_IDENTIFIER = re.compile(
    r"(?:[A-Z]{1,4}[./-]?)?\d{1,6}[A-Z]{0,2}(?:[./-][A-Z\d]{1,8}){0,5}(?:\([\da-z]{1,4}\)){0,3}(?![\w])|\([\da-z]{1,4}\)(?:\([\da-z]{1,4}\)){0,2}|[A-Z](?:[./-]?\d{1,4}){0,3}(?![\w'])|[ivx]{1,5}(?![\w'])"
)
_NUMBER_MARK = re.compile(r"(?: {1,2}(?:no|nos|number|numbers|ref|reference)\b\.?)?[.:]? {0,2}", re.IGNORECASE)
_CODE = re.compile(r"\d{1,5}(?:/[A-Z\d]{1,6}|-[A-Z][A-Z\d]{0,5}){1,5}(?![\w/])|\d{1,4}[A-Z]{1,2}(?!\w)")
_LETTERED_CODE = re.compile(r"[A-Z]{1,5}(?:[/.-]?\d{1,6})(?:[/.-][A-Z\d]{1,8}){0,5}(?![\w/])")
_STATUTE = re.compile(r"S\.?I\.? ?((?:19|20)\d\d)(?:/| No\.? ?)(\d{1,5})(?!\w)")


class ReferenceReader:
    """Reads the reference that a noun ("Minute", "page", "No.") opens."""

    def __init__(self, forms: WordForms) -> None:
        self._forms = forms

    def read_reference(self, text: str, lowered: str, start: int) -> list[Found]:
        """Minute 12 · minute no. 61/21 · Appendix A/1 · resolution (b) · page 4 · No. 7."""
        word = WORD.match(lowered, start)
        if word is None:
            return []
        noun = longest_phrase(self._forms.references, word.group().rstrip("."), lowered, start)
        if noun is None:
            return []
        mark = _NUMBER_MARK.match(text, noun[0])
        place = mark.end() if mark else noun[0]
        match = _IDENTIFIER.match(text, place)
        if match is None or (place == noun[0] and text[place] != "("):
            return []
        name = match.group()
        stopped = "." in text[noun[0] : place] or ":" in text[noun[0] : place]
        if not any(map(str.isdigit, name)) and (stopped or name in ("A", "I") or name.islower()) and name[0] != "(":
            if not (name in ("A",) and noun[1] in ("appendix", "annex", "schedule", "option", "plan")):
                return []
        if noun[1] == "number" and not any(map(str.isdigit, name)):
            return []
        return [Found(start, match.end(), "REFERENCE", f"{noun[1]} {name.casefold()}")]


def read_numbered_code(text: str, start: int) -> Found | None:
    """Figures with strokes or letters glued to them: 61/21, 22/0417/FUL, 12A."""
    match = _CODE.match(text, start)
    if match is None or (match.group().isdigit()):
        return None
    return Found(start, match.end(), "REFERENCE", match.group())


def read_code(text: str, start: int) -> Found | None:
    """Capitals and figures glued together: GBP/2223/001, AM119; a statutory instrument."""
    if match := _STATUTE.match(text, start):
        return Found(start, match.end(), "LAW", f"si {match[1]}/{match[2]}")
    if quarter := read_quarter(text, start):
        return quarter
    match = _LETTERED_CODE.match(text, start)
    return Found(start, match.end(), "REFERENCE", match.group()) if match else None
