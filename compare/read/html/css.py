"""What style sheets say that shows in a text: bold, struck, hidden, kept blanks, the marks of lists.

    style='font:7.0pt "Times New Roman"'        written on the element itself
    .c3 { font-weight: 700 }                    by its class, as the pages of Google Docs do
    ol.lst-kix_a-0.start { counter-reset: … }   by name and classes
    ol, ul { list-style: none }                 not read: a reset, which other rules undo
    @media print { … }   nav ul > li a { … }    not read: they depend on more than the element

Sheets in files of their own are not read: what they say of a page's words is in no saved page that is one file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from compare.read.html.tree import Node

# Declared properties and their values, in small letters where they are no text.
Declared = dict[str, str]

# Code points of style sheets that are read; a page of a content system has 100,000.
_LONGEST_SHEET = 2_000_000
# Rules for one name that differ in their other names; a page of a content system has 20.
_MOST_RULES = 200
_READ = frozenset(
    (
        *(
            "font-weight",
            "font-style",
            "font-family",
            "font",
            "text-decoration",
            "text-decoration-line",
            "vertical-align",
        ),
        *("display", "float", "visibility", "white-space", "list-style", "list-style-type", "content"),
        *("counter-reset", "counter-increment", "margin-left", "text-indent", "page-break-before"),
        *("mso-list", "mso-hide", "mso-element", "mso-tab-count", "mso-special-character"),
    )
)
# What sheets take away from all elements of a name, to give it back by rules that are not read.
_OF_RESETS = frozenset(("display", "visibility", "list-style", "list-style-type", "white-space"))
# Nothing that it took does it give back: a megabyte of letters without a colon would take hours.
_DECLARATION = re.compile(r"(?<![\w-])([\w-]++)\s*+:\s*+((?:[^;\"']|\"[^\"]*+\"|'[^']*+')*+)")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_PIECE = re.compile(r"[{}]|[^{}]+")
_SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?P<rest>(?:[.#][\w-]+)*)(?P<marks>\s*>?\s*li::?before)?", re.IGNORECASE)
_LIST_MARKS = "::marks"


@lru_cache(maxsize=4096)
def read_declarations(text: str) -> Declared:
    """The declarations of an attribute `style`, or between the braces of a rule; not to be changed by the caller."""
    found = {}
    for match in _DECLARATION.finditer(text):
        name, value = match[1].lower(), match[2].strip()
        if name in _READ:
            value = value.removesuffix("!important").strip()
            found[name] = value if name in ("content", "counter-reset", "counter-increment") else value.lower()
    return found


@dataclass(slots=True)
class StyleSheet:
    """The rules of a page whose selectors are plain: an element's name, classes and id."""

    _rules: dict[str, dict[tuple[int, str, frozenset[str]], Declared]] = field(default_factory=dict)
    _found: dict[tuple[str, str, str, str], Declared] = field(default_factory=dict)

    @property
    def has_rules(self) -> bool:
        """Whether it says anything."""
        return bool(self._rules)

    def declared(self, node: Node) -> Declared:
        """What is declared of an element, by the sheet and by its own attribute."""
        style = node.attributes.get("style")
        found = self.by_sheet(node)
        if not style:
            return found
        return {**found, **read_declarations(style)} if found else read_declarations(style)

    def by_sheet(self, node: Node) -> Declared:
        """What the sheet alone declares of an element."""
        return self._matching(node, "") if self._rules else {}

    def marks(self, node: Node) -> Declared:
        """What the sheet prints before the items of a list."""
        return self._matching(node, _LIST_MARKS) if self._rules else {}

    def _matching(self, node: Node, part: str) -> Declared:
        key = (node.tag, node.attributes.get("class", ""), node.attributes.get("id", ""), part)
        if key not in self._found:
            self._found[key] = self._match(node, part)
        return self._found[key]

    def _match(self, node: Node, part: str) -> Declared:
        names = node.names
        found: Declared = {}
        for key in (node.tag, *(f".{name}" for name in names), f"#{node.attributes.get('id', '')}"):
            rules = self._rules.get(key + part, {})
            for rule in sorted(rules, key=lambda rule: rule[0]):
                if rule[1] in ("", node.tag) and rule[2].issubset(names):
                    found.update(rules[rule])
        return found

    def add(self, selector: str, declared: Declared) -> None:
        """Takes in a rule, if its selector is plain."""
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
    """The plain rules of a page's style sheets. Cost: linear in their length."""
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
        for part in selector.split(","):
            sheet.add(part, declared)
