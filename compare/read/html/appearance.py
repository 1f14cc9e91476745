"""How an element looks as far as a text can tell: bold, struck, with its blanks kept, a block of its own, or unseen.

<strong>, style="font-weight:700"           bold
<del>, style="text-decoration:line-through" struck through: how some councils print what an amendment took out
<pre>, style="white-space:pre-wrap"         its blanks and line ends are kept
<span style="display:block">                a paragraph, whatever its name
<h2><button>29. Sports ground</button></h2> a heading that opens and closes its item: its words are printed …
<button>Print</button>                      … others are not
<span class="sr-only">(opens a window)      read to the blind, not shown
<div aria-hidden="true"> 2,000 words        what a window in front had covered when the page was saved: kept
"""

from __future__ import annotations

import re
from typing import NamedTuple

from compare.read.html.css import Declared, StyleSheet, read_declarations
from compare.read.html.tree import Node, Page
from compare.values import Dress

# Words from which a text is kept though a class or a role calls it unseen: sheets and scripts that are not here may
# show it. Notes to the blind and icons have 1 to 15, an opened cookie window covers all of a page.
_TOO_MUCH = 25
_TOO_MUCH_BY_SHEET = 40

# Characters from which a text is long.
_LONG = 100_000
_WORD = re.compile(r"\S+")
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *(
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
            "li",
            "listing",
            "main",
            "menu",
            "nav",
            "ol",
            "optgroup",
            "option",
        ),
        *(
            "p",
            "pre",
            "search",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "xmp",
        ),
    )
)
_TAG_DRESS = {
    **dict.fromkeys(("strong", "b"), Dress.BOLD),
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), Dress.ITALIC),
    **dict.fromkeys(("ins", "u"), Dress.UNDERLINED),
    **dict.fromkeys(("del", "s"), Dress.STRUCK),
}
_BOLD = re.compile(r"\b(?:bold|bolder|[6-9]00)\b")
_PRE = frozenset(("pre", "xmp", "listing", "plaintext"))
_KEPT_BLANKS = {"pre": "pre", "pre-wrap": "pre", "break-spaces": "pre", "pre-line": "line", "normal": "", "nowrap": ""}
_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|visuallyhidden|screen-reader-(?:text|only)|element-invisible|off-?screen"
    r"|assistive-text|govuk-visually-hidden|mgHiddenText|hidden-text|accessibly-hidden)(?:\s|$)"
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "summary"))
_CONTROLS = frozenset(("input", "select", "textarea"))


class Look(NamedTuple):
    """What the text of an element inherits from the elements around it."""

    dress: Dress = Dress.PLAIN
    blanks: str = ""  # "pre": kept with the line ends; "line": the line ends alone


def inner_look(node: Node, look: Look, declared: Declared) -> Look:
    """The look of the text in an element whose surroundings look so."""
    dress = look.dress
    if node.tag in _TAG_DRESS and not _is_undone(node.tag, declared):
        dress |= _TAG_DRESS[node.tag]
    blanks = "pre" if node.tag in _PRE else look.blanks
    if declared:
        dress = _declared_dress(dress, declared)
        blanks = _KEPT_BLANKS.get(declared.get("white-space", ""), blanks)
    return look if dress == look.dress and blanks == look.blanks else Look(dress, blanks)


def _is_undone(tag: str, declared: Declared) -> bool:
    """Whether the line of <ins> or <del> is taken away again."""
    lines = declared.get("text-decoration-line", declared.get("text-decoration", ""))
    return tag in ("ins", "u", "del", "s") and lines.startswith("none")


def _declared_dress(dress: Dress, declared: Declared) -> Dress:
    weight = declared.get("font-weight", declared.get("font"))
    if weight is not None and weight != "inherit":
        dress = dress | Dress.BOLD if _BOLD.search(weight) else dress & ~Dress.BOLD
    slope = declared.get("font-style", declared.get("font", ""))
    if "italic" in slope or "oblique" in slope:
        dress |= Dress.ITALIC
    elif slope == "normal":
        dress &= ~Dress.ITALIC
    lines = declared.get("text-decoration-line", declared.get("text-decoration", ""))
    if "underline" in lines:
        dress |= Dress.UNDERLINED
    return dress | Dress.STRUCK if "line-through" in lines else dress


def is_block(node: Node, declared: Declared) -> bool:
    """Whether an element begins and ends a paragraph."""
    display = declared.get("display", "")
    if node.tag == "span" and declared.get("float") == "left":
        return False  # words go on beside it
    if display.startswith("inline") or display == "contents":
        return display in ("inline-block", "inline-table", "inline-flex") and node.tag in _BLOCKS
    return node.tag in _BLOCKS or display in ("block", "list-item", "flex", "grid", "table", "flow-root")


def hide_and_count(page: Page, sheet: StyleSheet) -> frozenset[Node]:
    """Marks what a page does not show, and counts the words of every element; the texts that it hides. Cost: linear."""
    hidden: set[Node] = set()
    for node in reversed(page.nodes):  # those inside an element before it
        node.words += sum(_count(child) for child in node.children if isinstance(child, str))
        if node.tag == "a" and "href" in node.attributes:
            node.linked = node.words
        if node.is_hidden:
            continue
        if _is_unused(node):
            node.is_hidden = True
        elif (node.attributes or sheet.has_rules) and _is_hidden(node, sheet):
            node.is_hidden = True
            hidden.add(node)
        elif node.parent is not None:
            node.parent.words += node.words
            node.parent.linked += node.linked
    for node in page.nodes:
        node.is_unseen = node.is_hidden or (node.parent is not None and node.parent.is_unseen)
    return frozenset(hidden)


def _count(text: str) -> int:
    """How many words there are; a list of them would take 20 times the memory of a long text."""
    return len(text.split()) if len(text) < _LONG else sum(1 for _ in _WORD.finditer(text))


def _is_unused(node: Node) -> bool:
    """Whether an element is something to click or fill in, and no text."""
    if node.tag == "button":
        return node.words < _TOO_MUCH and not any(outer.tag in _HEADINGS for outer in node.ancestors())
    if node.tag == "label":
        return node.words < _TOO_MUCH and ("for" in node.attributes or _has_control(node))
    return node.tag == "dialog" and "open" not in node.attributes


def _is_hidden(node: Node, sheet: StyleSheet) -> bool:
    """Whether a page does not show an element whose words are counted."""
    attributes = node.attributes
    if attributes.get("hidden", "until-found") != "until-found":
        return True
    if _says_unseen(sheet.declared(node)):
        return node.words < _TOO_MUCH_BY_SHEET or _says_unseen(read_declarations(attributes.get("style", "")))
    is_called_unseen = attributes.get("aria-hidden") == "true" or _UNSEEN_CLASS.search(attributes.get("class", ""))
    return bool(is_called_unseen) and node.words < _TOO_MUCH


def _says_unseen(declared: Declared) -> bool:
    return (
        declared.get("display") == "none"
        or declared.get("visibility") in ("hidden", "collapse")
        or declared.get("mso-hide") == "all"
    )


def _has_control(node: Node) -> bool:
    return any(isinstance(child, Node) and child.tag in _CONTROLS for child in node.children)
