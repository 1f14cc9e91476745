"""The formatting and visibility of elements, from their tags, classes and style sheets.

    <strong>, style="font-weight:700"           bold
    .c3 { font-weight: 700 }                    bold by class, as on pages of Google Docs
    <del>, text-decoration:line-through         struck through: text that an amendment deleted
    <pre>, style="white-space:pre-wrap"         spaces and line ends are kept
    <span style="display:block">                a paragraph
    <h2><button>29. Sports ground</button></h2> a heading that opens and closes its item: visible …
    <button>Print</button>                      … other buttons are not
    <span class="sr-only">(opens a window)      for screen readers only: hidden
    <div aria-hidden="true"> 2,000 words        covered by a dialog when the page was saved: visible

Selectors are read if they name one element by tag, classes and id. Rules in @media blocks, for descendants, and in
files of their own are ignored.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from compare.read.html.fields import is_form_of_site
from compare.read.html.parser import HtmlPage, Node
from compare.values import Formatting

# Declared properties and their values, in lower case unless they are text.
Declared = dict[str, str]

# Code points of style sheets that are read; real pages have up to 100,000.
_LONGEST_SHEET = 2_000_000
# Rules for one name that differ in their other classes; real pages have up to 20.
_MOST_RULES = 200
_READ = frozenset(
    (
        *("font-weight", "font-style", "font-family", "font", "text-decoration", "text-decoration-line"),
        *("vertical-align", "display", "float", "visibility", "white-space", "list-style", "list-style-type"),
        *("content", "counter-reset", "counter-increment", "margin-left", "text-indent", "page-break-before"),
        *("mso-list", "mso-hide", "mso-element", "mso-tab-count", "mso-special-character"),
    )
)
# Properties that a reset removes from all elements of a tag; other rules, which are not read, restore them.
_OF_RESETS = frozenset(("display", "visibility", "list-style", "list-style-type", "white-space"))
# Possessive quantifiers: without them, a megabyte of letters without a colon would take hours.
_DECLARATION = re.compile(r"(?<![\w-])([\w-]++)\s*+:\s*+((?:[^;\"']|\"[^\"]*+\"|'[^']*+')*+)")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_PIECE = re.compile(r"[{}]|[^{}]+")
_SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?P<rest>(?:[.#][\w-]+)*)(?P<marks>\s*>?\s*li::?before)?", re.IGNORECASE)
_LIST_MARKS = "::marks"
# The number of words from which a text is kept although its class or role hides it: sheets and scripts in other
# files may show it. Text for screen readers has 1 to 15; a cookie dialog hides the whole page behind it.
_TOO_MUCH = 25
_TOO_MUCH_BY_SHEET = 40

# The number of characters from which words are counted one by one.
_LONG = 100_000
_WORD = re.compile(r"\S+")
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup"),
        *("option", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
        *("ul", "xmp"),
    )
)
_TAG_FORMATTING = {
    **dict.fromkeys(("strong", "b"), Formatting.BOLD),
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), Formatting.ITALIC),
    **dict.fromkeys(("ins", "u"), Formatting.UNDERLINED),
    **dict.fromkeys(("del", "s"), Formatting.STRUCK),
}
_BOLD = re.compile(r"\b(?:bold|bolder|[6-9]00)\b")
_PRE = frozenset(("pre", "xmp", "listing", "plaintext"))
_KEPT_SPACES = {"pre": "pre", "pre-wrap": "pre", "break-spaces": "pre", "pre-line": "line", "normal": "", "nowrap": ""}
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|visuallyhidden|screen-reader-(?:text|only)|element-invisible|off-?screen"
    r"|assistive-text|govuk-visually-hidden|mgHiddenText|hidden-text|accessibly-hidden)(?:\s|$)"
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "summary"))
_CONTROLS = frozenset(("input", "select", "textarea"))


@lru_cache(maxsize=4096)
def read_declarations(text: str) -> Declared:
    """Reads the declarations of a `style` attribute or a rule. The caller must not change the result."""
    found = {}
    for match in _DECLARATION.finditer(text):
        name, value = match[1].lower(), match[2].strip()
        if name in _READ:
            value = value.removesuffix("!important").strip()
            found[name] = value if name in ("content", "counter-reset", "counter-increment") else value.lower()
    return found


@dataclass(slots=True)
class StyleSheet:
    """The rules of a page with simple selectors: a tag, classes and an id."""

    _rules: dict[str, dict[tuple[int, str, frozenset[str]], Declared]] = field(default_factory=dict)
    _found: dict[tuple[str, str, str, str], Declared] = field(default_factory=dict)

    @property
    def has_rules(self) -> bool:
        """Whether it has any rules."""
        return bool(self._rules)

    def declared(self, node: Node) -> Declared:
        """The declarations for an element, from the sheet and its own attribute."""
        style = node.attributes.get("style")
        found = self.by_sheet(node)
        if not style:
            return found
        return {**found, **read_declarations(style)} if found else read_declarations(style)

    def by_sheet(self, node: Node) -> Declared:
        """The declarations for an element from the sheet alone."""
        return self._matching(node, "") if self._rules else {}

    def marks(self, node: Node) -> Declared:
        """The declarations for the marks of a list's items."""
        return self._matching(node, _LIST_MARKS) if self._rules else {}

    def _matching(self, node: Node, suffix: str) -> Declared:
        key = (node.tag, node.attributes.get("class", ""), node.attributes.get("id", ""), suffix)
        if key not in self._found:
            self._found[key] = self._match(node, suffix)
        return self._found[key]

    def _match(self, node: Node, suffix: str) -> Declared:
        names = node.class_names
        found: Declared = {}
        for key in (node.tag, *(f".{name}" for name in names), f"#{node.attributes.get('id', '')}"):
            rules = self._rules.get(key + suffix, {})
            for rule in sorted(rules, key=lambda rule: rule[0]):
                if rule[1] in ("", node.tag) and rule[2].issubset(names):
                    found.update(rules[rule])
        return found

    def add(self, selector: str, declared: Declared) -> None:
        """Adds a rule if its selector is simple."""
        match = _SIMPLE.fullmatch(selector.strip())
        if match is None or not (match["tag"] or match["rest"]):
            return
        names = re.findall(r"[.#][\w-]+", match["rest"])
        if not names:
            declared = {name: value for name, value in declared.items() if name not in _OF_RESETS}
        tag = (match["tag"] or "").lower()
        classes = frozenset(name[1:] for name in names if name[0] == ".")
        rules = self._rules.setdefault((names[-1] if names else tag) + (_LIST_MARKS if match["marks"] else ""), {})
        key = (2 * len(classes) + bool(tag), tag, classes)
        if key in rules or len(rules) < _MOST_RULES:
            rules[key] = {**rules.get(key, {}), **declared}


def read_sheet(text: str) -> StyleSheet:
    """Reads the rules with simple selectors from style sheets. Cost: linear in their length."""
    sheet = StyleSheet()
    depth, selector, body = 0, "", ""
    for piece in _PIECE.findall(_COMMENT.sub(" ", text[:_LONGEST_SHEET])):
        if piece == "{":
            depth += 1
        elif piece == "}":
            if depth == 1 and not selector.lstrip().startswith("@"):
                _add_rule(sheet, selector, body)
            depth, selector, body = max(depth - 1, 0), "", ""
        elif depth == 0:
            selector = piece.rpartition(";")[2]
        else:
            body = piece
    return sheet


def _add_rule(sheet: StyleSheet, selector: str, body: str) -> None:
    declared = read_declarations(body)
    if declared:
        for suffix in selector.split(","):
            sheet.add(suffix, declared)


class InheritedFormat(NamedTuple):
    """The formatting that text inherits from the elements around it."""

    formatting: Formatting = Formatting.PLAIN
    spaces: str = ""  # "pre": kept with the line ends; "line": the line ends alone


def format_inside(node: Node, inherited: InheritedFormat, declared: Declared) -> InheritedFormat:
    """The formatting inside an element, from that around it."""
    formatting = inherited.formatting
    if node.tag in _TAG_FORMATTING and not _is_undone(node.tag, declared):
        formatting |= _TAG_FORMATTING[node.tag]
    spaces = "pre" if node.tag in _PRE else inherited.spaces
    if declared:
        formatting = _declared_formatting(formatting, declared)
        spaces = _KEPT_SPACES.get(declared.get("white-space", ""), spaces)
    return (
        inherited
        if formatting == inherited.formatting and spaces == inherited.spaces
        else InheritedFormat(formatting, spaces)
    )


def _is_undone(tag: str, declared: Declared) -> bool:
    """Whether a style removes the line of <ins> or <del>."""
    lines = declared.get("text-decoration-line", declared.get("text-decoration", ""))
    return tag in ("ins", "u", "del", "s") and lines.startswith("none")


def _declared_formatting(formatting: Formatting, declared: Declared) -> Formatting:
    weight = declared.get("font-weight", declared.get("font"))
    if weight is not None and weight != "inherit":
        formatting = formatting | Formatting.BOLD if _BOLD.search(weight) else formatting & ~Formatting.BOLD
    slope = declared.get("font-style", declared.get("font", ""))
    if "italic" in slope or "oblique" in slope:
        formatting |= Formatting.ITALIC
    elif slope == "normal":
        formatting &= ~Formatting.ITALIC
    lines = declared.get("text-decoration-line", declared.get("text-decoration", ""))
    if "underline" in lines:
        formatting |= Formatting.UNDERLINED
    return formatting | Formatting.STRUCK if "line-through" in lines else formatting


def is_block(node: Node, declared: Declared) -> bool:
    """Whether an element begins and ends a paragraph."""
    display = declared.get("display", "")
    if node.tag == "span" and declared.get("float") == "left":
        return False  # text continues beside it
    if display.startswith("inline") or display == "contents":
        return display in ("inline-block", "inline-table", "inline-flex") and node.tag in _BLOCKS
    return node.tag in _BLOCKS or display in ("block", "list-item", "flex", "grid", "table", "flow-root")


def mark_hidden_elements(page: HtmlPage, sheet: StyleSheet) -> frozenset[Node]:
    """Marks hidden elements and counts the words of all; returns those that hide text. Cost: linear."""
    hidden: set[Node] = set()
    site_forms = frozenset(node for node in page.nodes if node.tag == "form" and is_form_of_site(node))
    for node in reversed(page.nodes):  # children before their parents
        node.words += sum(_count(child) for child in node.children if isinstance(child, str))
        if node.tag == "a" and "href" in node.attributes:
            node.linked_words = node.words
        if node.is_hidden:
            continue
        if _is_unused(node, site_forms):
            node.is_hidden = True
        elif (node.attributes or sheet.has_rules) and _is_hidden(node, sheet):
            node.is_hidden = True
            hidden.add(node)
        elif node.parent is not None:
            node.parent.words += node.words
            node.parent.linked_words += node.linked_words
    for node in page.nodes:
        node.is_inside_hidden = node.is_hidden or (node.parent is not None and node.parent.is_inside_hidden)
    return frozenset(hidden)


def _count(text: str) -> int:
    """Counts words; a list of them would take 20 times the memory of a long text."""
    return len(text.split()) if len(text) < _LONG else sum(1 for _ in _WORD.finditer(text))


def _is_unused(node: Node, site_forms: frozenset[Node]) -> bool:
    """Whether an element is a control and not text: a button, a label in a form that is there to be sent."""
    if node.tag == "button":
        return node.words < _TOO_MUCH and not any(outer.tag in _HEADINGS for outer in node.ancestors())
    if node.tag == "label":
        is_of_field = "for" in node.attributes or _has_control(node)
        return is_of_field and node.words < _TOO_MUCH and not site_forms.isdisjoint(node.ancestors())
    return node.tag == "dialog" and "open" not in node.attributes


def _is_hidden(node: Node, sheet: StyleSheet) -> bool:
    """Whether a page hides an element."""
    attributes = node.attributes
    if attributes.get("hidden", "until-found") != "until-found":
        return True
    if _is_declared_hidden(sheet.declared(node)):
        return node.words < _TOO_MUCH_BY_SHEET or _is_declared_hidden(read_declarations(attributes.get("style", "")))
    is_called_unseen = attributes.get("aria-hidden") == "true" or _HIDDEN_CLASS.search(attributes.get("class", ""))
    return bool(is_called_unseen) and node.words < _TOO_MUCH


def _is_declared_hidden(declared: Declared) -> bool:
    return (
        declared.get("display") == "none"
        or declared.get("visibility") in ("hidden", "collapse")
        or declared.get("mso-hide") == "all"
    )


def _has_control(node: Node) -> bool:
    return any(isinstance(child, Node) and child.tag in _CONTROLS for child in node.children)
