"""Footnotes, page headers and footers, tracked changes and comments in pages saved by word processors.

    the grant<a name="anc1" href="#sym1"><sup>1</sup></a>             a footnote reference: removed from the text
    <p><a name="sym1" href="#anc1">1</a>Minute 14 of 2021.</p>        its note: "1 Minute 14 of 2021.", after the text
    <a href="#item29">29</a> … <h2 id="item29">                       a table of contents: nothing links back
    <div title="header"><p>COMMITTEE - 06/09/22</p></div>             furniture, after the notes
    <del cite="mailto:A%20Clerk" datetime="…">                        a tracked change of Word, unlike a plain <del>

A note is recognised by its link back, whichever program wrote it: LibreOffice, Word, Google Docs, WordPress.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import unquote

from compare.read.html.parser import HtmlPage, Node, text_of
from compare.read.html.styles import read_declarations
from compare.values import Tracked

# Characters of a footnote reference: "12", "[iv]", "*".
_LONGEST_LABEL = 8
_LABEL = re.compile(r"[\[(]?(\d{1,3}|[ivxlc]{1,5}|[a-z]|[*†‡§]{1,3})[\])]?")
# The most words of a footnote; a longer target of a link is a section of the page.
_LONGEST_FOOTNOTE = 3000
# Links back to one reference that are checked; footnotes have one.
_MOST_BACK = 5
_FOOTNOTE_ID = re.compile(r"(?i)(?:sd)?(?:footnote|endnote)[-_]?\d|(?:ftn|edn|fn)[-_:]?\d")
_PROGRAMS = ("libreoffice", "openoffice", "staroffice")  # they mark the blocks with these titles


def extract_footnotes(page: HtmlPage, root: Node) -> list[tuple[str, Node]]:
    """Finds the footnotes with their numbers; hides references and links back in the tree. Cost: linear."""
    links: list[tuple[int, Node]] = []
    named: dict[str, tuple[int, Node]] = {}
    by_aim: dict[str, list[Node]] = {}
    for place, node in enumerate(page.inside(root)):
        for name in _own_names(node):
            named.setdefault(name, (place, node))
        aim = node.attributes.get("href", "") if node.tag == "a" else ""
        if aim.startswith("#"):
            by_aim.setdefault(aim, []).append(node)
            if not node.is_inside_hidden:
                links.append((place, node))
    footnotes: list[tuple[str, Node]] = []
    taken: set[Node] = set()
    for place, link in links:
        target, label = named.get(link.attributes["href"][1:]), _LABEL.fullmatch(text_of(link, _LONGEST_LABEL).strip())
        if target is None or label is None or target[0] <= place or target[1].words > _LONGEST_FOOTNOTE:
            continue
        back = _links_back(target[1], link, by_aim)
        if back:
            link.is_hidden = True
            for node in back:
                node.is_hidden = True
            footnote = _whole_footnote(target[1], root)
            if footnote not in taken:
                taken.add(footnote)
                footnotes.append((label[1], footnote))
    return footnotes


def _own_names(node: Node) -> Iterable[str]:
    if "id" in node.attributes:
        yield node.attributes["id"]
    if node.tag == "a" and "name" in node.attributes:
        yield node.attributes["name"]


def _links_back(target: Node, link: Node, by_aim: Mapping[str, Sequence[Node]]) -> list[Node]:
    """The links in a footnote that lead back to its reference, or to the <sup> around that."""
    around = [link, *([link.parent] if link.parent is not None and link.parent.tag in ("sup", "span") else [])]
    around += [child for child in link.children if isinstance(child, Node)]
    hrefs = {f"#{name}" for node in around for name in _own_names(node)}
    found = (node for aim in hrefs for node in by_aim.get(aim, ())[:_MOST_BACK])
    return [node for node in found if node is target or target in node.ancestors()]


def _whole_footnote(target: Node, root: Node) -> Node:
    """The paragraph or block that is the whole footnote around the target of a link."""
    footnote = target
    for outer in target.ancestors():
        if outer is root or outer.tag not in ("p", "div", "li", "aside", "span", "sup", "em", "strong", "section"):
            break
        is_marked = _FOOTNOTE_ID.match(outer.attributes.get("id", "")) or _element_of(outer) in ("footnote", "endnote")
        if is_marked or footnote.tag not in ("p", "div", "li"):
            footnote = outer
            if is_marked:
                break
        elif outer.tag == "p" or outer.words > footnote.words:
            break
        else:
            footnote = outer
    return footnote


def extract_page_headers(page: HtmlPage) -> list[Node]:
    """Finds page headers and footers, and hides them in the tree."""
    is_by_program = any(name in page.generator.lower() for name in _PROGRAMS)
    found = []
    for node in page.nodes:
        titled = node.tag == "div" and node.attributes.get("title", node.attributes.get("type", "")).lower()
        if (is_by_program and titled in ("header", "footer")) or _element_of(node) in ("header", "footer"):
            node.is_hidden = True
            found.append(node)
    return found


def _element_of(node: Node) -> str:
    """Word's name for an element: "footnote", "header"."""
    style = node.attributes.get("style")
    return read_declarations(style).get("mso-element", "") if style and "mso-element" in style else ""


def resolve_tracked_changes(page: HtmlPage, tracked: Tracked) -> Counter[str]:
    """Accepts or rejects Word's tracked changes; returns their number by author."""
    found: Counter[str] = Counter()
    gone = "del" if tracked is Tracked.ACCEPT else "ins"
    for node in page.nodes:
        cite = node.attributes.get("cite", "")
        if node.tag in ("ins", "del") and cite.lower().startswith("mailto:") and "datetime" in node.attributes:
            found[unquote(cite[len("mailto:") :]).strip()] += 1
            node.is_hidden = node.tag == gone
            node.tag = "span"
    return found


def hide_comments(page: HtmlPage) -> int:
    """Hides Word's comments in the tree; returns their number."""
    count = 0
    for node in page.nodes:
        element = _element_of(node)
        count += element == "comment"
        node.is_hidden = node.is_hidden or element == "comment-list" or "msocomanchor" in node.class_names
    return count
