"""What the class names of council sites say of an element: above all those of Modern.Gov.

<td class="mgItemNumberCell"><p>9.</p></td><td><p class="mgAiTitleTxt">Apologies</p>      the heading "9. Apologies"
Play areas <span class="mgFileSize">PDF 90 KB</span>                                      a title, and furniture
<ul class="mgActionList"><li>View the decision for item 4                                 furniture …
<ul class="mgActionList"><li>... view the full minutes text for item 5                    … but for this
<a data-cfemail="5c3f30…">[email protected]</a>                                           clerk@hollinford.example
"""

from __future__ import annotations

import re
from enum import Enum, auto

from compare.read.html.tree import Node, elements, text_of

# Characters of a list's entry from which it is no link to another page of the site.
_LONGEST_LINK = 200
_TRUNCATED = re.compile(r"\s*(?:\.\.\.|…)")
_WORD_HEADING = re.compile(r"MsoHeading([789])")
_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
# The level of an item's title on the page of a whole meeting, below the title of the page and the meeting's.
_TITLE_LEVEL = 3
_LOWEST_LEVEL = 9
_STATED_LEVEL = re.compile(r"[1-9][0-9]{0,3}")
_CODE = re.compile(r"(?:[0-9a-fA-F]{2}){4,200}")
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+\w")


class Part(Enum):
    """What an element is on the page of a meeting, an item or a decision."""

    NUMBER = auto()  # of an agenda item, in a cell of its own
    PAGE = auto()  # links, file sizes, heads of columns: furniture


def part_of(node: Node) -> Part | None:
    """The part that the site's own names give to an element."""
    if node.tag == "tr":
        return Part.PAGE if _is_head_of_items(node) else None
    names = node.attributes.get("class", "")
    if "mgFileSize" in names:
        return Part.PAGE
    if "mgItemNumberCell" in names and node.tag == "td":
        return Part.NUMBER
    return Part.PAGE if node.tag == "li" and _is_link_of_page(node) else None


def _is_head_of_items(row: Node) -> bool:
    """Whether a row is "No. | Item" above the items of a meeting."""
    cells = [child for child in row.children if isinstance(child, Node)]
    if not cells or any(cell.tag != "th" for cell in cells):
        return False
    return is_table_of_items(next((outer for outer in row.ancestors() if outer.tag == "table"), None))


def is_table_of_items(table: Node | None) -> bool:
    """Whether a table lays out the items of a meeting."""
    return table is not None and "mgItemTable" in table.names


def _is_link_of_page(item: Node) -> bool:
    """Whether an entry of a list only leads to other pages of the site."""
    names = item.parent.names if item.parent is not None else []
    if "mgActionList" in names:
        return item.words <= _LONGEST_LINK and _TRUNCATED.match(text_of(item, _LONGEST_LINK)) is None
    return "mgBulletList" in names and item.words == item.linked and _leads_to_pages(item)


def _leads_to_pages(item: Node) -> bool:
    links = [node.attributes.get("href", "") for node in elements(item) if node.tag == "a"]
    return all(".aspx" in link.lower() for link in links)


def heading_level(node: Node) -> int | None:
    """The level of a heading, 1 the highest; `None` for what is none."""
    if node.tag in _LEVELS:
        return _LEVELS[node.tag]
    if not node.attributes:
        return None
    if node.attributes.get("role", "").lower() == "heading":
        level = node.attributes.get("aria-level", "2").strip()
        return min(int(level), _LOWEST_LEVEL) if _STATED_LEVEL.fullmatch(level) else 2
    if "mgAiTitleTxt" in node.names:
        return _TITLE_LEVEL
    match = _WORD_HEADING.match(node.attributes.get("class", ""))
    return int(match[1]) if match else None


def unmask(node: Node) -> str | None:
    """The e-mail address that a site hid from robots; `None` where there is none."""
    code = node.attributes.get("data-cfemail", "")
    link = node.attributes.get("href", "") if node.tag == "a" else ""
    if "/email-protection#" in link and text_of(node, _LONGEST_LINK).strip().startswith("[email"):
        code = link.rpartition("#")[2]
    if _CODE.fullmatch(code) is None:
        return None
    key, *rest = bytes.fromhex(code)
    address = bytes(byte ^ key for byte in rest).decode("ascii", "replace")
    return address if _ADDRESS.fullmatch(address) else None
