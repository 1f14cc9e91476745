"""Fields of a Word document: of what Word works out, the result is text, the instruction never.

{ PAGE }                    the number that was worked out last, or nothing
{ IF { X } = 1 "a" "b" }    the result of the outer one; the inner one is part of its instruction
{ SET name "text" }         stores words and prints none
{ FORMDROPDOWN }            the entry that was chosen
{ TOC                       begins and never ends: damaged; it hides nothing
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from compare.read.docx.names import MC, VAL, Element, W, is_on, number_of, value_of

FIELD_CHARACTER = f"{W}fldChar"
_KIND = f"{W}fldCharType"
_FALLBACK = f"{MC}Fallback"
# Fields whose result Word keeps and does not print.
_SILENT = frozenset({"SET", "ASK", "XE", "TC", "TA", "RD", "PRIVATE"})
_CHECKED, _UNCHECKED = "☒", "☐"


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    has_result: bool = False

    @property
    def is_shown(self) -> bool:
        return self.has_result and "".join(self.instruction).strip().partition(" ")[0].upper() not in _SILENT


@dataclass(slots=True)
class Fields:
    """The fields that are open where the reader stands. `endless` begin and never end."""

    endless: frozenset[Element] = frozenset()
    _open: list[_Field] = field(default_factory=list)
    _unshown: int = 0  # of those that are open

    @property
    def are_shown(self) -> bool:
        """Whether text that stands here is printed."""
        return self._unshown == 0

    def pass_character(self, character: Element) -> str:
        """Passes the begin, the middle or the end of a field; gives the value of a field to fill in."""
        kind = character.get(_KIND)
        if kind == "begin" and character not in self.endless:
            value = _form_value(character.find(f"{W}ffData")) if self.are_shown else ""
            self._open.append(_Field())
            self._unshown += 1
            return value
        if kind == "separate" and self._open and not self._open[-1].has_result:
            self._open[-1].has_result = True
            self._unshown -= self._open[-1].is_shown
        elif kind == "end" and self._open:
            self._unshown -= not self._open.pop().is_shown
        return ""

    def pass_instruction(self, text: str) -> None:
        """Passes a piece of an instruction."""
        if self._open and not self._open[-1].has_result:
            self._open[-1].instruction.append(text)


def endless_fields(root: Element, gone: frozenset[str]) -> frozenset[Element]:
    """The begins of fields that have no end in a part; `gone` are the elements whose content is not read."""
    begun: list[Element] = []
    walk = etree.iterwalk(root, events=("start",), tag=(FIELD_CHARACTER, _FALLBACK, *sorted(gone)))
    for _, element in walk:
        kind = element.get(_KIND)
        if element.tag != FIELD_CHARACTER:
            walk.skip_subtree()
        elif kind == "begin":
            begun.append(element)
        elif kind == "end" and begun:
            begun.pop()
    return frozenset(begun)


def _form_value(data: Element | None) -> str:
    """What a box to tick or a list to choose from shows."""
    if data is None:
        return ""
    box, choices = data.find(f"{W}checkBox"), data.find(f"{W}ddList")
    if box is not None:
        ticked = is_on(box, "checked")
        return _CHECKED if (is_on(box, "default") if ticked is None else ticked) else _UNCHECKED
    if choices is None:
        return ""
    entries = [entry.get(VAL, "") for entry in choices.iterchildren(f"{W}listEntry")]
    stated = value_of(choices, "result") is not None
    chosen = number_of(choices, "result" if stated else "default") or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""
