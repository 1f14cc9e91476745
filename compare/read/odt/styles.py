"""Reads the styles of an OpenDocument text: headings, indents, kinds of pages, and how words are formatted.

P3, automatic, on "Heading 1"               a heading of level 1
T1 in T2: bold, then fo:font-weight normal  not bold: the innermost style decides
"Internet link", underlined                 not underlined: it leads somewhere, nothing was amended
text:display="none"                         hidden
style:font-name="Wingdings1"                the font Wingdings, as the file declares it: its letters show symbols
a style based on itself                     damaged: its chain is cut off
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from compare.read.common.word_processing import LINK_STYLES, TITLE_STYLE, is_symbol_font
from compare.read.odt.package import FO, NAME, OFFICE, STYLE, SVG, TEXT, Element, number_of, twips_of
from compare.values import Formatting

PARAGRAPH, WORDS, TABLES = "paragraph", "text", "table"
_HEADING_NAME = re.compile(r"heading ([1-9])")
_LONGEST_CHAIN = 64  # styles based on one another; Writer allows a tenth of them
_HEAVY = 600  # of the weights 100 to 900: semi-bold and what is heavier is bold

# The on-off properties of words that matter.
_BOLD, _ITALIC, _UNDERLINED, _STRUCK, HIDDEN = "bold", "italic", "underlined", "struck", "hidden"
_FORMATTING = {
    _BOLD: Formatting.BOLD,
    _ITALIC: Formatting.ITALIC,
    _UNDERLINED: Formatting.UNDERLINED,
    _STRUCK: Formatting.STRUCK,
}
# The font, where it is one whose letters show symbols; empty for another.
SYMBOLS = "symbols"
# What is stated of words, by name.
WordProperties = Mapping[str, bool | str]


def formatting_of(properties: WordProperties) -> Formatting:
    """The formatting of words with these properties."""
    formatting = Formatting.PLAIN
    for name, kind in _FORMATTING.items():
        if properties.get(name):
            formatting |= kind
    return formatting


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a style states of its paragraphs.

    `heading` is the level of a heading by the style's name or outline, `outline` by its outline alone; 0 for none.
    `own` are the indents of automatic styles alone, `indent` those of all, in twips.
    """

    heading: int = 0
    outline: int = 0
    words: WordProperties = field(default_factory=dict)
    own: Mapping[str, int] = field(default_factory=dict)
    indent: Mapping[str, int] = field(default_factory=dict)
    own_list: str | None = None  # the list that an automatic style names, "" for none
    page: str = ""


@dataclass(slots=True)
class Styles:
    """The styles of one part. `common` are those that users see, `automatic` those that the part itself defines."""

    common: Element | None
    automatic: Element | None
    fonts: Mapping[str, str] = field(default_factory=dict)
    _by_name: dict[tuple[str, str], Element] = field(init=False)
    _automatic_names: set[tuple[str, str]] = field(init=False)
    _paragraph: dict[str, ParagraphStyle] = field(default_factory=dict)
    _words: dict[str, WordProperties] = field(default_factory=dict)

    def __post_init__(self) -> None:
        own = _named(self.automatic)
        self._automatic_names = set(own)
        self._by_name = {**_named(self.common), **own}

    def paragraph(self, name: str) -> ParagraphStyle:
        """What a style, and those that it is based on, state of paragraphs."""
        known = self._paragraph.get(name)
        if known is None:
            known = self._paragraph[name] = self._read_paragraph(name)
        return known

    def page_of(self, name: str, *, is_table: bool) -> str:
        """The kind of pages that starts before a paragraph or table of a style; empty if none does."""
        if not is_table:
            return self.paragraph(name).page
        pages = (style.get(f"{STYLE}master-page-name", "") for style, _ in self._chain(TABLES, name))
        return next((page for page in pages if page), "")

    def words(self, name: str) -> WordProperties:
        """The properties of words that a style, and those that it is based on, state."""
        known = self._words.get(name)
        if known is None:
            known = self._words[name] = self._properties(WORDS, name)
        return known

    def _chain(self, family: str, name: str | None) -> Iterator[tuple[Element, bool]]:
        """The style and those that it is based on, nearest first, each with whether it is automatic."""
        for _ in range(_LONGEST_CHAIN):
            key = family, name or ""
            style = self._by_name.get(key)
            if style is None:
                return
            yield style, key in self._automatic_names
            name = style.get(f"{STYLE}parent-style-name")

    def _properties(self, family: str, name: str) -> dict[str, bool | str]:
        properties: dict[str, bool | str] = {}
        for style, _ in self._chain(family, name):
            own = _properties_of(style.find(f"{STYLE}text-properties"), self.fonts)
            if _shown_name(style) in LINK_STYLES:
                own.pop(_UNDERLINED, None)
            properties = {**own, **properties}
        return properties

    def _read_paragraph(self, name: str) -> ParagraphStyle:
        own: dict[str, int] = {}
        indent: dict[str, int] = {}
        own_list: str | None = None
        page = ""
        for style, is_automatic in self._chain(PARAGRAPH, name):
            here = _indent_of(style.find(f"{STYLE}paragraph-properties"))
            if is_automatic:
                own = {**here, **own}
                own_list = style.get(f"{STYLE}list-style-name") if own_list is None else own_list
            indent = {**here, **indent}
            page = page or style.get(f"{STYLE}master-page-name", "")
        heading, outline = self._level(name)
        return ParagraphStyle(heading, outline, self._properties(PARAGRAPH, name), own, indent, own_list, page)

    def _level(self, name: str) -> tuple[int, int]:
        """The heading level of a style, and its outline level; 0 for none.

        In Writer only automatic styles inherit either from the style that they are based on.
        """
        names = [_plain(name)]  # of a missing style: pandoc's files name styles that they lack, and Writer has
        for style, is_automatic in self._chain(PARAGRAPH, name):
            shown = _shown_name(style)
            found = _HEADING_NAME.fullmatch(shown)
            stated = style.get(f"{STYLE}default-outline-level")
            outline = number_of(stated, 0)
            if found is not None or stated is not None:
                return int(found[1]) if found else outline, outline
            if not is_automatic:
                break
        names += [_shown_name(style) for style, _ in self._chain(PARAGRAPH, name)]
        return int(TITLE_STYLE in names), 0


def open_styles(common: Element | None, part: Element | None) -> Styles:
    """The styles of a part, from the root with the common ones and the part's own root."""
    return Styles(_child(common, "styles"), _child(part, "automatic-styles"), read_fonts(common, part))


def _child(root: Element | None, name: str) -> Element | None:
    return None if root is None else root.find(OFFICE + name)


def _named(container: Element | None) -> dict[tuple[str, str], Element]:
    found = () if container is None else container.iterchildren(f"{STYLE}style")
    return {(style.get(f"{STYLE}family", ""), style.get(NAME, "")): style for style in found}


def _shown_name(style: Element) -> str:
    return _plain(style.get(f"{STYLE}display-name") or style.get(NAME, ""))


def _plain(name: str) -> str:
    return name.replace("_20_", " ").lower()


def _properties_of(element: Element | None, fonts: Mapping[str, str]) -> dict[str, bool | str]:
    """What text properties state of words."""
    if element is None:
        return {}
    properties: dict[str, bool | str] = {}
    weight = element.get(f"{FO}font-weight")
    if weight is not None:
        properties[_BOLD] = weight == "bold" or number_of(weight, 0) >= _HEAVY
    slant = element.get(f"{FO}font-style")
    if slant is not None:
        properties[_ITALIC] = slant != "normal"
    for kind, name in ((_UNDERLINED, "underline"), (_STRUCK, "line-through")):
        line = element.get(f"{STYLE}text-{name}-style") or element.get(f"{STYLE}text-{name}-type")
        if line is not None:
            properties[kind] = line != "none"
    display = element.get(f"{TEXT}display")
    if display is not None:
        properties[HIDDEN] = display == "none"
    font = font_of(element, fonts)
    if font is not None:
        properties[SYMBOLS] = font if is_symbol_font(font) else ""
    return properties


def font_of(properties: Element, fonts: Mapping[str, str]) -> str | None:
    """The name of the font that text properties state; `fonts` are the names by which the file calls them."""
    called = properties.get(f"{STYLE}font-name")
    name = properties.get(f"{FO}font-family") if called is None else fonts.get(called, called)
    return None if name is None else name.strip("'\"")


def read_fonts(*roots: Element | None) -> dict[str, str]:
    """Reads the fonts that a document declares: their families, by the names that its styles have for them."""
    faces = (face for root in roots if root is not None for face in root.iterfind(f"{OFFICE}font-face-decls/*"))
    return {face.get(NAME, ""): face.get(f"{SVG}font-family", "") for face in faces}


def _indent_of(properties: Element | None) -> dict[str, int]:
    if properties is None:
        return {}
    stated = {"left": properties.get(f"{FO}margin-left"), "first": properties.get(f"{FO}text-indent")}
    return {name: twips for name, length in stated.items() if (twips := twips_of(length)) is not None}
