"""Finds the document of which the landmark of a page is a part: its title and attendance stand beside it.

    <header> <h1>Harbour Data Group</h1> <h2>14 July 2026</h2> </header>      the title and the day
    <div id="attendees"> <dt>Present</dt> <dd>Ines Varga</dd> … </div>        who was there
    <main> … </main>                                                          the discussion alone
    <h2>Summary of action items</h2> …

Minutes that a program wrote (scribe.perl, and others who followed it) look so. A council's page has its own name above
its landmark, and the title of the page inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from compare.read.html.parser import HtmlPage, Node, text_of

_TITLES = frozenset(("h1", "h2"))
_LABELS = frozenset(("h2", "h3", "h4", "dt", "th", "strong", "b"))
_AROUND_PAGE = frozenset(("nav", "footer", "aside", "dialog", "form"))
_LONGEST = 120  # characters of a title or label
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}"
_DAY = re.compile(rf"(?i)\b\d{{4}}-\d\d-\d\d\b|\b{_MONTH},? *(?:\d{{1,2}}(?:st|nd|rd|th)?,? +)?(?:19|20)\d\d\b")
_ATTENDANCE = re.compile(r"(?i)(?:attendees|attendance|in attendance|present|participants|regrets|apologies)\s*:?\s*")


def whole_document(page: HtmlPage, landmark: Node) -> Node:
    """Gives the element around the landmark that holds the title or the attendance beside it; else the landmark.

    Cost: linear.
    """
    inside = {landmark, *page.inside(landmark)}
    if any(node.tag == "h1" and node.words for node in inside):
        return landmark
    outside = [node for node in _in_the_page(page) if node not in inside and node.words > node.linked_words]
    titles = [node for node in outside if node.tag in _TITLES]
    has_title = any(node.tag == "h1" for node in titles)
    own = [node for node in titles if _DAY.search(text_of(node, _LONGEST))]
    own += [node for node in outside if node.tag in _LABELS and _ATTENDANCE.fullmatch(text_of(node, _LONGEST).strip())]
    if not has_title or not own:
        return landmark
    own += [node for node in titles if node.tag == "h1"][-1:]
    return _around({landmark, *own}, landmark)


def _in_the_page(page: HtmlPage) -> Iterable[Node]:
    """Gives the visible elements outside menus, footers and the like."""
    left_out: set[Node] = set()
    for node in page.nodes[1:]:
        if node.tag in _AROUND_PAGE or node.parent in left_out:
            left_out.add(node)
        elif not node.is_inside_hidden:
            yield node


def _around(nodes: set[Node], landmark: Node) -> Node:
    """Gives the innermost element around all of them."""
    shared = [landmark, *landmark.ancestors()]
    for node in nodes:
        around = {node, *node.ancestors()}
        shared = [outer for outer in shared if outer in around]
    return shared[0]
