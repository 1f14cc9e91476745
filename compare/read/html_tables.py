"""Which tables hold data, and which only put parts of a page beside each other.

Ames | Present | 7.00 pm                             data: rows
<table role="presentation">                          it says so itself
<td>9.</td><td><p class="mgAiTitleTxt">Apologies     the items of a meeting: their paragraphs, in order
<td><h2>Finance</h2> …</td>                          a cell with headings in it is a page
<td><table> …                                        so is one with a table in it; that one may hold data
"""

from __future__ import annotations

from compare.read.html_sites import is_table_of_items
from compare.read.html_tree import Node, enter_and_leave

_OF_A_PAGE = frozenset(("table", "h1", "h2", "h3", "h4", "h5", "h6", "article", "main", "nav", "form"))


def is_layout(table: Node) -> bool:
    """Whether a table only lays out a page."""
    if table.attributes.get("role", "").lower() in ("presentation", "none") or is_table_of_items(table):
        return True
    for piece, begins in enter_and_leave(table):
        if (
            begins
            and isinstance(piece, Node)
            and piece is not table
            and not piece.is_hidden
            and piece.tag in _OF_A_PAGE
        ):
            return True
    return False
