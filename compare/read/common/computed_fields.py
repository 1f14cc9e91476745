r"""Works out the fields that Word computes whenever it draws them, and stores without a result.

{ SYMBOL 252 \f "Wingdings" }               ✓
{ SYMBOL 0x20AC \u }                        €
{ AUTONUM }, in three paragraphs            1.  2.  3.
{ AUTONUM \* ROMAN \e }                     I
{ AUTONUMLGL } in a second-level heading    1.2.
{ AUTONUMOUT } in one                       A.
{ LISTNUM }, twice in a paragraph           1)  2)
{ LISTNUM } in a paragraph numbered 4.      a): a level below its number, from the beginning
{ LISTNUM LegalDefault \l 2 \s 4 }          1.4.
{ MACROBUTTON NoMacro [Type the name] }     [Type the name]: the prompt of an old template is printed
{ PAGE }                                    nothing: it has a result, or it has none
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from compare.read.common.list_numbers import NumberFormat, format_count
from compare.read.common.word_processing import is_symbol_font, show_symbols

_LEVELS = 9
_BODY = _LEVELS + 1  # of paragraphs that are no headings: below all of them
_LARGEST_POINT = 0x10FFFF
_NUMBER = re.compile(r"0x([0-9a-f]{1,6})|(\d{1,7})", re.IGNORECASE)
_PART = re.compile(r'"([^"]*)"|(\S+)')
_FORMATS = {
    "Arabic": NumberFormat.DECIMAL,
    "alphabetic": NumberFormat.LOWER_LETTER,
    "ALPHABETIC": NumberFormat.UPPER_LETTER,
    "roman": NumberFormat.LOWER_ROMAN,
    "ROMAN": NumberFormat.UPPER_ROMAN,
    "Ordinal": NumberFormat.ORDINAL,
    "CardText": NumberFormat.CARDINAL_TEXT,
    "OrdText": NumberFormat.ORDINAL_TEXT,
}
_FIGURE, _LETTER, _CAPITAL = NumberFormat.DECIMAL, NumberFormat.LOWER_LETTER, NumberFormat.UPPER_LETTER
_SMALL, _LARGE = NumberFormat.LOWER_ROMAN, NumberFormat.UPPER_ROMAN


class _Level(NamedTuple):
    """How a level of one of Word's own lists prints its number."""

    before: str
    number_format: NumberFormat
    after: str


# Source: ECMA-376, part 1, 17.16.5 (AUTONUMOUT, LISTNUM), and what Word prints.
_NUMBERS = (
    *(_Level("", kind, ")") for kind in (_FIGURE, _LETTER, _SMALL)),
    *(_Level("(", kind, ")") for kind in (_FIGURE, _LETTER, _SMALL)),
    *(_Level("", kind, ".") for kind in (_FIGURE, _LETTER, _SMALL)),
)
_OUTLINE = (
    *(_Level("", kind, ".") for kind in (_LARGE, _CAPITAL, _FIGURE)),
    _Level("", _LETTER, ")"),
    *(_Level("(", kind, ")") for kind in (_FIGURE, _LETTER, _SMALL, _LETTER, _SMALL)),
)
_BUTTONS = frozenset({"MACROBUTTON", "GOTOBUTTON"})
_LEGAL, _OUTLINED = "legaldefault", "outlinedefault"


class FieldPlace(NamedTuple):
    """The paragraph that a field stands in: its ordinal, and its levels as heading and in a list, 0 for none."""

    paragraph: int
    heading: int = 0
    listed: int = 0


class _Instruction(NamedTuple):
    """A field's name, its arguments, and its switches with what follows each."""

    name: str
    arguments: Sequence[str]
    switches: dict[str, str]


@dataclass(slots=True)
class ComputedFields:
    """Works out the fields of one document in the order of the text; `_at` are the counts by list and level."""

    _at: dict[str, dict[int, int]] = field(default_factory=dict)
    _paragraph: int = -1  # the numbered paragraph in which a field was counted last

    def text_of(self, instruction: str, place: FieldPlace) -> str:
        """What a field prints by itself; empty for those that store a result."""
        found = _parts_of(instruction)
        if found.name == "SYMBOL":
            return _symbol(found)
        if found.name in _BUTTONS:
            return "".join(instruction.split(maxsplit=2)[2:]).strip()
        if found.name in ("AUTONUM", "AUTONUMLGL", "AUTONUMOUT"):
            return self._automatic(found, place)
        return self._listed(found, place) if found.name == "LISTNUM" else ""

    def _automatic(self, found: _Instruction, place: FieldPlace) -> str:
        level = place.heading or _BODY
        at = self._count(found.name, level)
        end = "" if "e" in found.switches else found.switches.get("s", "")[:1] or "."
        if found.name == "AUTONUMOUT":
            outline = _OUTLINE[min(level, _LEVELS) - 1] if place.heading else _OUTLINE[0]
            return outline.before + format_count(at[level], outline.number_format) + outline.after
        if found.name == "AUTONUMLGL":
            return ".".join(str(at[above]) for above in sorted(at)) + end
        return format_count(at[level], _FORMATS.get(found.switches.get("*", ""), NumberFormat.DECIMAL)) + end

    def _listed(self, found: _Instruction, place: FieldPlace) -> str:
        name = found.arguments[0].lower() if found.arguments else ""
        stated, start = found.switches.get("l", ""), found.switches.get("s", "")
        level = min(max(int(stated), 1), _LEVELS) if stated.isdecimal() else min(place.listed + 1, _LEVELS)
        if place.listed and place.paragraph != self._paragraph:
            self._at.pop(name, None)
            self._paragraph = place.paragraph
        at = self._count(name, level, int(start[:_LEVELS]) if start.isdecimal() else None)
        if name == _LEGAL:
            return ".".join(str(at.get(above, 1)) for above in range(1, level + 1)) + "."
        kind = (_OUTLINE if name == _OUTLINED else _NUMBERS)[level - 1]
        return kind.before + format_count(at[level], kind.number_format) + kind.after

    def _count(self, name: str, level: int, start: int | None = None) -> dict[int, int]:
        """Counts a field at a level; deeper levels begin anew."""
        before = self._at.get(name, {})
        at = {above: count for above, count in before.items() if above < level}
        at[level] = before.get(level, 0) + 1 if start is None else start
        self._at[name] = at
        return at


def _parts_of(instruction: str) -> _Instruction:
    parts = [quoted or plain for quoted, plain in _PART.findall(instruction)]
    name = parts[0].upper() if parts else ""
    arguments: list[str] = []
    switches: dict[str, str] = {}
    switch = ""
    for part in parts[1:]:
        if part.startswith("\\") and len(part) > 1:
            switch = part[1:].lower()
            switches[switch] = ""
        elif switch and not switches[switch]:
            switches[switch] = part
        elif not switch:
            arguments.append(part)
    return _Instruction(name, arguments, switches)


def _symbol(found: _Instruction) -> str:
    number = _NUMBER.fullmatch(found.arguments[0]) if found.arguments else None
    if number is None:
        return ""
    code = int(number[1], 16) if number[1] else int(number[2])
    if code > _LARGEST_POINT:
        return ""
    if "u" in found.switches or code not in range(0x80, 0x100):
        character = chr(code)
    else:
        character = bytes([code]).decode("cp1252", "replace")
    font = found.switches.get("f", "")
    return show_symbols(chr(code), font) if is_symbol_font(font) else character
