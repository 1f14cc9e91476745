r"""Fields and formulas of Rich Text: what they show, not what they ask for.

{\field{\*\fldinst HYPERLINK "…"}{\fldrslt …}}                      without the underline of a link
{\field{\*\fldinst SET x "…"}{\fldrslt …}}                          nothing: kept and not printed
{\*\formfield{\fftype1\ffres25\ffdefres1}}                          ☒    a box, ticked from the start
{\*\formfield{\fftype2\ffres1{\*\ffl For}{\*\ffl Against}}}         Against
{\mmath{\*\moMath{\mf{\mnum{\mr x}}{\mden{\mr 2}}}}{\mmathPict …}}  x/2
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from compare.read.common.left_out import ObjectKind
from compare.read.rtf.interpreter import Reading
from compare.read.rtf.letters import Font
from compare.read.rtf.state import Shows
from compare.read.rtf.tables import read_text
from compare.read.rtf.tokens import Kind

_LINK = b"HYPERLINK"
# Fields whose result is kept and not printed.
_SILENT = frozenset({b"SET", b"ASK", b"XE", b"TC", b"TA", b"RD", b"PRIVATE"})
_LONGEST_NAME = 40  # bytes in which the name of a field stands
_BOX, _CHOICE = 1, 2  # of the kinds of form fields
_UNTOUCHED = 25  # a result that is still the one from the start. Source: the specification 1.9.1, "ffres"
_CHECKED, _UNCHECKED = "☒", "☐"
_FORM_WORDS = frozenset({"fftype", "ffres", "ffdefres"})
# Groups that say how a formula is drawn, beside those whose names end so.
_DRAWN = ("mmathPict", "mmathPr")
_PROPERTIES = (
    *("maccPr", "mbarPr", "mborderBoxPr", "mboxPr", "mctrlPr", "mdPr", "meqArrPr", "mfPr", "mfuncPr", "mgroupChrPr"),
    *("mlimlowPr", "mlimuppPr", "mmPr", "mnaryPr", "moMathParaPr", "mphantPr", "mradPr", "msPrePr", "msSubPr"),
    *("msSubSupPr", "msSupPr"),
)


def _read_instruction(reading: Reading, _: int | None) -> None:
    """What a field asks for; the group of the field is the one around this."""
    asked = b""
    form: dict[str, int] = {}
    entries: list[str] = []
    for token in reading.tokens.rest_of_group():
        if token.kind is Kind.TEXT and len(asked) < _LONGEST_NAME:
            asked += token.data
        elif token.name == "ffl":
            entries.append(read_text(reading.tokens, Font(reading.codec)).strip())
        elif token.name in _FORM_WORDS:
            form[token.name] = token.number or 0
    name = asked.split(maxsplit=1)[0].upper() if asked.strip() else b""
    if name == _LINK:
        reading.stack[-1].is_link = True
    elif name in _SILENT:
        reading.stack[-1].shows = Shows.NOTHING
    if form:
        reading.letters.add_sign(_shown(form, entries))


def _shown(form: dict[str, int], entries: list[str]) -> str:
    """What a box to tick or a list to choose from shows."""
    result = form.get("ffres", _UNTOUCHED)
    chosen = form.get("ffdefres", 0) if result == _UNTOUCHED else result
    if form.get("fftype") == _BOX:
        return _CHECKED if chosen else _UNCHECKED
    if form.get("fftype") == _CHOICE and 0 <= chosen < len(entries):
        return entries[chosen]
    return ""


def _begin_formula(reading: Reading, _: int | None) -> None:
    """A formula: its letters are text; one without letters is counted."""
    state = reading.state
    before = len(state.story.runs)

    def end() -> None:
        if len(state.story.runs) == before and reading.is_shown():
            reading.left_out.objects[ObjectKind.FORMULA] += 1

    state.at_end = end


def _begin_brackets(reading: Reading, _: int | None) -> None:
    reading.letters.add_sign("(")
    reading.state.at_end = partial(_add_sign, reading, ")")


def _add_sign(reading: Reading, sign: str) -> None:
    reading.letters.add_sign(sign)
    reading.take_text()


def _begin_denominator(reading: Reading, _: int | None) -> None:
    reading.letters.add_sign("/")


def pass_over(reading: Reading, _: int | None) -> None:
    """The group is none of the text."""
    reading.tokens.skip_group()


def go_on(_: Reading, __: int | None) -> None:
    """Nothing: the group is read as any other, with a state of its own."""


FIELD_WORDS: dict[str, Callable[[Reading, int | None], None]] = {
    "field": go_on,
    "fldinst": _read_instruction,
    "mmath": _begin_formula,
    "moMath": go_on,
    "moMathPara": go_on,
    "md": _begin_brackets,
    "mden": _begin_denominator,
    **dict.fromkeys((*_DRAWN, *_PROPERTIES), pass_over),
}
