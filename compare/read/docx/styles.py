"""Reads the styles of a Word document: headings, numbering, indents, and how words are formatted.

"berschrift2", called "heading 2", on "Clerk's base"    a heading of level 2, in any language of Word
style bold, character style bold                        not bold: the two cancel each other out
style bold, run <w:b w:val="0"/>                        not bold: the run's own property decides
a style based on itself                                 damaged: its chain is cut off
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from compare.read.common.word_processing import LINK_STYLES, TITLE_STYLE
from compare.read.docx.markup import VAL, Element, W, as_number, is_true, number_of, value_of
from compare.values import Formatting, Tracked

_HEADING_NAME = re.compile(r"heading ([1-9])(?:,.*)?")
_HEADING_ID = re.compile(r"Heading([1-9])")
# Properties that cancel each other out between kinds of style. Source: ISO/IEC 29500-1, 17.7.3.
_TOGGLES = ("b", "i", "strike", "dstrike", "vanish")
_UNDERLINE = "u"
_NAMES = {W + name: name for name in (*_TOGGLES, _UNDERLINE)}
_WHITE = "FFFFFF"
_BODY_TEXT = 9  # with this outline level, or a higher one, a paragraph is no heading
_LONGEST_CHAIN = 64  # styles based on one another; Word allows a tenth of them


class StatedNumbering(NamedTuple):
    """The numbering that a paragraph or a style states; `None` for what it does not state."""

    list_id: int | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a style states of its paragraphs. `heading` is 0 for none; `indent` as from `indent_of`."""

    heading: int = 0
    numbered: StatedNumbering = field(default_factory=StatedNumbering)
    numbered_by: tuple[str, ...] = ()  # the style and those that it is based on, up to the one with the list
    indent: Mapping[str, int] = field(default_factory=dict)
    is_shaded: bool = False


# On-off properties of a run that are stated, by their names.
Toggles = Mapping[str, bool]


@dataclass(frozen=True)
class Styles:
    """The styles of one document; `root` is `None` if it has none."""

    root: Element | None
    _paragraph: dict[str | None, ParagraphStyle] = field(default_factory=dict)
    _toggles_by_style: dict[str | None, Toggles] = field(default_factory=dict)
    _formatting: dict[tuple[object, ...], tuple[Formatting, bool]] = field(default_factory=dict)

    @cached_property
    def _by_id(self) -> dict[str, Element]:
        return (
            {} if self.root is None else {style.get(f"{W}styleId", ""): style for style in self.root.iter(f"{W}style")}
        )

    @cached_property
    def _default_style(self) -> str | None:
        """The id of the style of paragraphs that name none."""
        for style_id, style in self._by_id.items():
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0").lower() in {"1", "true", "on"}:
                return style_id
        return None

    @cached_property
    def _document_toggles(self) -> Toggles:
        found = None if self.root is None else self.root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        return toggles_of(found)

    def paragraph_style(self, style_id: str | None) -> ParagraphStyle:
        """What the style and those that it is based on state."""
        known = self._paragraph.get(style_id)
        if known is None:
            known = self._paragraph[style_id] = self._read_paragraph_style(style_id)
        return known

    def list_of_style(self, style_id: str) -> int | None:
        """The id of the list that a style of lists refers to."""
        style = self._by_id.get(style_id)
        return number_of(None if style is None else style.find(f"{W}pPr/{W}numPr"), "numId")

    def formatting_of(
        self, run: Toggles, character: str | None, paragraph: str | None, table: str | None
    ) -> tuple[Formatting, bool]:
        """The formatting of a run, from its own properties and its styles; and whether it is hidden."""
        key = (*run.items(), character, paragraph, table)
        known = self._formatting.get(key)
        if known is None:
            styles = (character, paragraph or self._default_style, table)
            known = self._formatting[key] = self._put_together(run, tuple(map(self._toggles_of_style, styles)))
        return known

    def _put_together(self, run: Toggles, stated: tuple[Toggles, ...]) -> tuple[Formatting, bool]:
        on = {name for name in _TOGGLES if self._is_toggled(name, run, stated)}
        underlined = next(
            (toggles[_UNDERLINE] for toggles in (run, *stated, self._document_toggles) if _UNDERLINE in toggles), False
        )
        formatting = Formatting.BOLD if "b" in on else Formatting.PLAIN
        formatting |= Formatting.ITALIC if "i" in on else Formatting.PLAIN
        formatting |= Formatting.UNDERLINED if underlined else Formatting.PLAIN
        formatting |= Formatting.STRUCK if on & {"strike", "dstrike"} else Formatting.PLAIN
        return formatting, "vanish" in on

    def _is_toggled(self, name: str, run: Toggles, stated: tuple[Toggles, ...]) -> bool:
        if name in run:
            return run[name]
        if self._document_toggles.get(name):
            return True
        return sum(toggles.get(name, False) for toggles in stated) % 2 == 1

    def _chain(self, style_id: str | None) -> Iterator[Element]:
        """The style and those that it is based on, nearest first."""
        for _ in range(_LONGEST_CHAIN):
            style = None if style_id is None else self._by_id.get(style_id)
            if style is None:
                return
            yield style
            style_id = value_of(style, "basedOn")

    def _toggles_of_style(self, style_id: str | None) -> Toggles:
        known = self._toggles_by_style.get(style_id)
        if known is None:
            known = {}
            for style in self._chain(style_id):
                own = toggles_of(style.find(f"{W}rPr"))
                if (value_of(style, "name") or "").lower() in LINK_STYLES:
                    own = {name: is_so for name, is_so in own.items() if name != _UNDERLINE}
                known = {**own, **known}
            self._toggles_by_style[style_id] = known
        return known

    def _read_paragraph_style(self, style_id: str | None) -> ParagraphStyle:
        heading: int | None = None
        numbered, numbered_by = StatedNumbering(), list[str]()
        indent: dict[str, int] = {}
        shaded = False
        for style in self._chain(style_id or self._default_style):
            properties = style.find(f"{W}pPr")
            if heading is None:
                heading = _heading_of(style, properties)
            if numbered.list_id is None:
                own = numbering_of(properties)
                numbered = StatedNumbering(own.list_id, own.level if numbered.level is None else numbered.level)
                numbered_by.append(style.get(f"{W}styleId", ""))
            indent = {**indent_of(properties), **indent}
            shaded = shaded or is_shaded(properties) or is_shaded(style.find(f"{W}rPr"))
        return ParagraphStyle(heading or 0, numbered, tuple(numbered_by), indent, shaded)


def toggles_of(properties: Element | None) -> Toggles:
    """The on-off properties that run properties state."""
    toggles: dict[str, bool] = {}
    for stated in properties if properties is not None else ():
        name = _NAMES.get(stated.tag)
        if name == _UNDERLINE:
            toggles[name] = stated.get(VAL, "none") != "none"
        elif name is not None:
            toggles[name] = is_true(stated.get(VAL, "1"))
    return toggles


def is_white(properties: Element | None) -> bool:
    """Whether run properties state white letters, with nothing of their own behind them."""
    return value_of(properties, "color") == _WHITE and not is_shaded(properties)


def is_shaded(properties: Element | None) -> bool:
    """Whether the properties of a run or a paragraph colour what is behind the letters."""
    shading = None if properties is None else properties.find(f"{W}shd")
    fill = "auto" if shading is None else shading.get(f"{W}fill", "auto")
    pattern = "clear" if shading is None else shading.get(VAL, "clear")
    is_plain = fill.upper() in (_WHITE, "AUTO") and pattern in ("clear", "nil")
    return not is_plain or value_of(properties, "highlight") not in (None, "none", "white")


def numbering_of(properties: Element | None, tracked: Tracked = Tracked.ACCEPT) -> StatedNumbering:
    """The numbering that paragraph properties state, with or without a tracked change that put it there."""
    found = None if properties is None else properties.find(f"{W}numPr")
    if found is not None and tracked is Tracked.REJECT and found.find(f"{W}ins") is not None:
        return StatedNumbering()
    return StatedNumbering(number_of(found, "numId"), number_of(found, "ilvl"))


def outline_level(properties: Element | None) -> int | None:
    """The heading level that paragraph properties state: 1–9, 0 for body text, `None` for none."""
    level = number_of(properties, "outlineLvl")
    return None if level is None else level + 1 if 0 <= level < _BODY_TEXT else 0


def indent_of(properties: Element | None) -> dict[str, int]:
    """The indents that paragraph properties state, in twips: "left" of all lines, "first" added on the first line."""
    found = None if properties is None else properties.find(f"{W}ind")
    if found is None:
        return {}
    left = as_number(found.get(f"{W}left", found.get(f"{W}start")))
    hanging, first = as_number(found.get(f"{W}hanging")), as_number(found.get(f"{W}firstLine"))
    stated = {"left": left, "first": first if hanging is None else -hanging}
    return {name: twips for name, twips in stated.items() if twips is not None}


def _heading_of(style: Element, properties: Element | None) -> int | None:
    name = (value_of(style, "name") or "").lower()
    if name == TITLE_STYLE:
        return 1
    found = _HEADING_NAME.fullmatch(name)
    if found is None and outline_level(properties) is None:
        found = _HEADING_ID.fullmatch(style.get(f"{W}styleId", ""))
    return int(found[1]) if found else outline_level(properties)
