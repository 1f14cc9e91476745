"""Which tables hold data, and which only put parts of a page beside each other.

Ames | Present | 7.00 pm                             data: rows
<table role="presentation">                          it says so itself
<td>9.</td><td><p class="mgAiTitleTxt">Apologies     the items of a meeting: their paragraphs, in order
<td><h2>Finance</h2> …</td>                          a cell with headings in it is a page
<td><table> …                                        so is one with a table in it; that one may hold data
"""

from __future__ import annotations

from compare.read.html.council_sites import is_table_of_items
from compare.read.html.tree import Node, elements

# Share of a table's words outside links, 0 to 1, and the words of the cell that is a page, at least.
_NEARLY_ALL, _LEAST_WORDS = 0.6, 40
_OF_A_PAGE = frozenset(("table", "h1", "h2", "h3", "h4", "h5", "h6", "article", "main", "nav", "form"))


def is_layout(table: Node) -> bool:
    """Whether a table only lays out a page."""
    if table.attributes.get("role", "").lower() in ("presentation", "none") or is_table_of_items(table):
        return True
    least = max(_LEAST_WORDS, _NEARLY_ALL * (table.words - table.linked))
    return any(
        piece.tag in _OF_A_PAGE or (piece.tag in ("td", "th") and piece.words - piece.linked >= least)
        for piece in elements(table)
        if piece is not table and not piece.is_hidden
    )
