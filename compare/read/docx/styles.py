"""What the styles of a Word document say: headings, numbering, indents, and how words are printed.

"berschrift2", called "heading 2", on "Clerk's base"    a heading of level 2, in any language of Word
style bold, character style bold                        not bold: the two cancel each other out
style bold, run <w:b w:val="0"/>                        not bold: what the run says itself is last
a style based on itself                                 damaged: read as far as it goes
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from compare.read.docx.names import VAL, Element, W, as_number, is_true, number_of, value_of
from compare.values import Dress

_HEADING_NAME = re.compile(r"heading ([1-9])(?:,.*)?")
_HEADING_ID = re.compile(r"Heading([1-9])")
_TITLE_NAME = "title"
# A link is underlined because it leads somewhere, not because it was amended.
_LINK_NAMES = frozenset({"hyperlink", "followedhyperlink", "internet link", "visited internet link"})
# Properties that cancel each other out between kinds of style. Source: ISO/IEC 29500-1, 17.7.3.
_TOGGLES = ("b", "i", "strike", "dstrike", "vanish")
_UNDERLINE = "u"
_NAMES = {W + name: name for name in (*_TOGGLES, _UNDERLINE)}
_BODY_TEXT = 9  # this outline level, and those beyond, say that a paragraph is no heading
_LONGEST_CHAIN = 64  # styles based on one another; Word allows a tenth of them


class NumberedAs(NamedTuple):
    """What a paragraph or a style says of its numbering; `None` where it says nothing."""

    list_id: int | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a style says of its paragraphs. `heading` is 0 for none; `indent` as of `indent_of`."""

    heading: int = 0
    numbered: NumberedAs = field(default_factory=NumberedAs)
    numbered_by: tuple[str, ...] = ()  # the style itself, and those that it is based on, as far as the numbering
    indent: Mapping[str, int] = field(default_factory=dict)


Look = Mapping[str, bool]


@dataclass(frozen=True)
class Styles:
    """The styles of one document; `root` is `None` where it has none."""

    root: Element | None
    _paragraph: dict[str | None, ParagraphStyle] = field(default_factory=dict)
    _looks: dict[str | None, Look] = field(default_factory=dict)
    _dresses: dict[tuple[object, ...], tuple[Dress, bool]] = field(default_factory=dict)

    @cached_property
    def _by_id(self) -> dict[str, Element]:
        return (
            {} if self.root is None else {style.get(f"{W}styleId", ""): style for style in self.root.iter(f"{W}style")}
        )

    @cached_property
    def _usual(self) -> str | None:
        """The style of paragraphs that name none."""
        for style_id, style in self._by_id.items():
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0").lower() in {"1", "true", "on"}:
                return style_id
        return None

    @cached_property
    def _document_look(self) -> Look:
        found = None if self.root is None else self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        return look_of(found)

    def paragraph_style(self, style_id: str | None) -> ParagraphStyle:
        """What the style says, with all that it is based on."""
        known = self._paragraph.get(style_id)
        if known is None:
            known = self._paragraph[style_id] = self._read_paragraph_style(style_id)
        return known

    def list_of_style(self, style_id: str) -> int | None:
        """The list that a style of lists stands for."""
        style = self._by_id.get(style_id)
        return number_of(None if style is None else style.find(f"{W}pPr/{W}numPr"), "numId")

    def dress(self, run: Look, character: str | None, paragraph: str | None, table: str | None) -> tuple[Dress, bool]:
        """How a run is printed, from its own look and its styles; and whether it is hidden."""
        key = (*run.items(), character, paragraph, table)
        known = self._dresses.get(key)
        if known is None:
            looks = (self._look(character), self._look(paragraph or self._usual), self._look(table))
            known = self._dresses[key] = self._put_together(run, looks)
        return known

    def _put_together(self, run: Look, looks: tuple[Look, ...]) -> tuple[Dress, bool]:
        on = {name for name in _TOGGLES if self._is_toggled(name, run, looks)}
        underlined = next(
            (look[_UNDERLINE] for look in (run, *looks, self._document_look) if _UNDERLINE in look), False
        )
        dress = Dress.BOLD if "b" in on else Dress.PLAIN
        dress |= Dress.ITALIC if "i" in on else Dress.PLAIN
        dress |= Dress.UNDERLINED if underlined else Dress.PLAIN
        dress |= Dress.STRUCK if on & {"strike", "dstrike"} else Dress.PLAIN
        return dress, "vanish" in on

    def _is_toggled(self, name: str, run: Look, looks: tuple[Look, ...]) -> bool:
        if name in run:
            return run[name]
        if self._document_look.get(name):
            return True
        return sum(look.get(name, False) for look in looks) % 2 == 1

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        """The style and those that it is based on, nearest first."""
        for _ in range(_LONGEST_CHAIN):
            style = None if style_id is None else self._by_id.get(style_id)
            if style is None:
                return
            yield style
            style_id = value_of(style, "basedOn")

    def _look(self, style_id: str | None) -> Look:
        known = self._looks.get(style_id)
        if known is None:
            known = {}
            for style in self._chain(style_id):
                own = look_of(style.find(f"{W}rPr"))
                if (value_of(style, "name") or "").lower() in _LINK_NAMES:
                    own = {name: is_so for name, is_so in own.items() if name != _UNDERLINE}
                known = {**own, **known}
            self._looks[style_id] = known
        return known

    def _read_paragraph_style(self, style_id: str | None) -> ParagraphStyle:
        heading: int | None = None
        numbered, numbered_by = NumberedAs(), list[str]()
        indent: dict[str, int] = {}
        for style in self._chain(style_id or self._usual):
            properties = style.find(f"{W}pPr")
            if heading is None:
                heading = _heading_of(style, properties)
            if numbered.list_id is None:
                own = numbered_of(properties)
                numbered = NumberedAs(own.list_id, own.level if numbered.level is None else numbered.level)
                numbered_by.append(style.get(f"{W}styleId", ""))
            indent = {**indent_of(properties), **indent}
        return ParagraphStyle(heading or 0, numbered, tuple(numbered_by), indent)


def look_of(properties: Element | None) -> Look:
    """What run properties say of the looks that matter; what they do not say is not in it."""
    look: dict[str, bool] = {}
    for stated in properties if properties is not None else ():
        name = _NAMES.get(stated.tag)
        if name == _UNDERLINE:
            look[name] = stated.get(VAL, "none") != "none"
        elif name is not None:
            look[name] = is_true(stated.get(VAL, "1"))
    return look


def numbered_of(properties: Element | None) -> NumberedAs:
    """What paragraph properties say of the numbering."""
    found = None if properties is None else properties.find(f"{W}numPr")
    return NumberedAs(number_of(found, "numId"), number_of(found, "ilvl"))


def outline_level(properties: Element | None) -> int | None:
    """The heading level that paragraph properties state: 1–9, 0 for body text, `None` where they state none."""
    level = number_of(properties, "outlineLvl")
    return None if level is None else level + 1 if 0 <= level < _BODY_TEXT else 0


def indent_of(properties: Element | None) -> dict[str, int]:
    """The indents that paragraph properties state, in twips: "left" of all lines, "first" of the first line more."""
    found = None if properties is None else properties.find(f"{W}ind")
    if found is None:
        return {}
    left = as_number(found.get(f"{W}left", found.get(f"{W}start")))
    hanging, first = as_number(found.get(f"{W}hanging")), as_number(found.get(f"{W}firstLine"))
    stated = {"left": left, "first": first if hanging is None else -hanging}
    return {name: twips for name, twips in stated.items() if twips is not None}


def _heading_of(style: Element, properties: Element | None) -> int | None:
    name = (value_of(style, "name") or "").lower()
    if name == _TITLE_NAME:
        return 1
    found = _HEADING_NAME.fullmatch(name)
    if found is None and outline_level(properties) is None:
        found = _HEADING_ID.fullmatch(style.get(f"{W}styleId", ""))
    return int(found[1]) if found else outline_level(properties)
