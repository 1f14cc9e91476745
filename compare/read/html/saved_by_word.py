r"""What Word leaves in a page: numbers of lists typed as text, tracked changes, comments, symbols for bullets.

1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span>That …      the mark "1."
<span style='mso-list:Ignore'>(a)<span>&nbsp; </span></span>to note                the mark "(a)"
<span style='font-family:Symbol'>·<span>&nbsp;&nbsp; </span></span>bread           the mark "•"
1.\xa0 \xa0 \xa0 \xa0 \xa0That …                  the same, after a content system took the styles out
\xa0 \xa0 \xa0 \xa0 \xa0 \xa0 bread               a bullet that got lost on the way
<del cite="mailto:A%20Clerk" datetime="…">        a tracked change: not the page's own <del>
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple
from urllib.parse import unquote

from compare.read.common.word_processing import bullet_character
from compare.read.html.css import Declared, StyleSheet, read_declarations
from compare.read.html.tree import Node, Page, enter_and_leave, text_of
from compare.values import Tracked

# Characters at the head of a paragraph in which its mark and the blanks behind it stand.
_LONGEST_LEAD = 120
# Points of a column of characters, and the widest page.
_COLUMN, _WIDEST = 6.0, 1200.0
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "em": 12.0, "pc": 12.0}
_LENGTH = re.compile(r"(-?(?:\d{1,6}\.?\d{0,6}|\.\d{1,6}))\s*(pt|in|cm|mm|px|em|pc)\b")
_LEVEL = re.compile(r"\blevel(\d)\b")

_MARK = re.compile(r"[(\[]?\w{1,8}(?:\.\w{1,5}){0,6}[)\].:]{0,2}|([^\w\s])\1?")
_SPACED_MARK = re.compile(
    r"\s*(?P<mark>\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zA-Z]|[ivxl]{2,6}|[IVXL]{2,6})[.)]|[•·▪◦○●■–§➢✓\uf0b7\uf0a7\uf0d8\uf0fc]|o(?=\xa0))"
    r"(?P<gap>[ \n\t]*\xa0[\xa0 \n\t]{2,})(?=\S)"
)
_LOST_BULLET = re.compile(r"[ \n\t]*(?:\xa0[ \n\t]*){4,}(?=[^\s\xa0])")
# LibreOffice writes a number and its words without anything between them: any number in headings, and elsewhere one
# of several levels or between brackets.
_GLUED = re.compile(r"\s*((?:\d{1,4}(?:\.\d{1,3})*|[A-Z]|[IVXL]{1,6})[.):]|\d{1,4}(?:\.\d{1,3})*)(?=[^\W\d_])")
_GLUED_LEVELS = re.compile(r"\s*(\d{1,4}(?:\.\d{1,3}){1,5}[.)]?(?=[A-Z“‘\"'])|\([a-z0-9]{1,4}\)(?=\w))")
# No-break blanks between a mark and its words, from which the two are a list item.
_LEAST_GAP = 3


class Lead(NamedTuple):
    """The mark that begins a paragraph, how many characters of the markup's text it takes up, and its level.

    The level is 0 where it is not stated.
    """

    mark: str
    level: int
    length: int


def find_lead(block: Node, sheet: StyleSheet, *, is_writer: bool = False) -> Lead | None:
    """The number or bullet that a word processor put before the words of a paragraph."""
    before = ""
    for piece, begins in enter_and_leave(block):
        if isinstance(piece, str):
            before += piece
            if len(before) > _LONGEST_LEAD:
                break
        elif begins and piece is not block and not piece.is_hidden:
            lead = _lead_at(piece, before)
            if lead is not None:
                return lead._replace(level=_level(block, sheet))
            if piece.tag == "br":
                break
    return _glued_lead(before, block) if is_writer else _typed_lead(before, block, sheet)


def _glued_lead(text: str, block: Node) -> Lead | None:
    """The mark that LibreOffice wrote right before the words."""
    match = _GLUED_LEVELS.match(text) or (_GLUED.match(text) if block.tag[0] == "h" else None)
    return Lead(match[1], 0, match.end()) if match else None


def _lead_at(node: Node, before: str) -> Lead | None:
    """The mark that ends with this element, `before` being the text above it."""
    style = node.attributes.get("style")
    if not style:
        return None
    declared = read_declarations(style)
    is_drawn = declared.get("float") == "left" and _MARK.fullmatch(text_of(node, _LONGEST_LEAD).strip())
    if (is_drawn or declared.get("mso-list") == "ignore") and not before.strip():
        inside = text_of(node, _LONGEST_LEAD)
        return Lead(_sign(inside.strip(), node), 1, len(before) + len(inside))
    font = declared.get("font", "")
    if font.startswith("7") and "times" in font and _MARK.fullmatch(before.strip()):
        blanks = text_of(node, _LONGEST_LEAD)
        if not blanks.strip():
            return Lead(_sign(before.strip(), node), 1, len(before) + len(blanks))
    return None


def _typed_lead(text: str, block: Node, sheet: StyleSheet) -> Lead | None:
    """A mark that only its no-break blanks give away."""
    match = _SPACED_MARK.match(text)
    if match is not None and match["gap"].count("\xa0") >= _LEAST_GAP:
        return Lead(_sign(match["mark"], block), _level(block, sheet), match.end())
    lost = _LOST_BULLET.match(text)
    return Lead("", _level(block, sheet), lost.end()) if lost else None


def _sign(mark: str, node: Node) -> str:
    """A mark as it is printed: the sign that a letter of a font of symbols shows."""
    if len(mark) == 2 and mark[0] == mark[1]:  # noqa: PLR2004 (LibreOffice's export to XHTML doubles bullets)
        mark = mark[0]
    if len(mark) > 1:
        return mark
    for outer in (node, *node.ancestors()):
        family = read_declarations(outer.attributes.get("style", "")).get("font-family", outer.attributes.get("face"))
        if family:
            return bullet_character(mark, family.split(",")[0].strip(" \"'"))
    return bullet_character(mark, "")


def columns_of(declared: Declared) -> int:
    """How far in the first line of a paragraph stands, in columns of a character."""
    lengths = (_LENGTH.match(declared.get(name, "")) for name in ("margin-left", "text-indent"))
    points = sum(float(length[1]) * _POINTS[length[2]] for length in lengths if length)
    return max(0, int(min(points, _WIDEST) / _COLUMN))


def _level(block: Node, sheet: StyleSheet) -> int:
    stated = _LEVEL.search(sheet.declared(block).get("mso-list", ""))
    return int(stated[1]) if stated else 0


def settle_changes(page: Page, tracked: Tracked) -> Counter[str]:
    """Takes in or turns down the changes that Word tracked; how many there were by each author."""
    found: Counter[str] = Counter()
    gone = "del" if tracked is Tracked.ACCEPT else "ins"
    for node in page.nodes:
        cite = node.attributes.get("cite", "")
        if node.tag in ("ins", "del") and cite.lower().startswith("mailto:") and "datetime" in node.attributes:
            found[unquote(cite[len("mailto:") :]).strip()] += 1
            node.is_hidden = node.tag == gone
            node.tag = "span"
    return found


def hide_comments(page: Page) -> int:
    """Hides the comments that Word wrote into a page; how many there are."""
    count = 0
    for node in page.nodes:
        style = node.attributes.get("style", "")
        element = read_declarations(style).get("mso-element", "") if "mso-element" in style else ""
        count += element == "comment"
        node.is_hidden = node.is_hidden or element == "comment-list" or "msocomanchor" in node.names
    return count
