"""Footnotes of a page, and the page headers and footers that word processors write into one.

    the grant<a name="anc1" href="#sym1"><sup>1</sup></a>             a reference: left out of the text
    <p><a name="sym1" href="#anc1">1</a>Minute 14 of 2021.</p>       its note: "1 Minute 14 of 2021.", after the text
    <a href="#item29">29</a> … <h2 id="item29">                      a link of a table of contents: no note leads back
    <div title="header"><p>COMMITTEE - 06/09/22</p></div>            furniture, behind the notes

A note is told by its link back, whatever program wrote it: LibreOffice, Word, Google Docs, WordPress.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from compare.read.html.css import read_declarations
from compare.read.html.tree import Node, Page, text_of

# Characters of a reference: "12", "[iv]", "*".
_LONGEST_LABEL = 8
_LABEL = re.compile(r"[\[(]?(\d{1,3}|[ivxlc]{1,5}|[a-z]|[*†‡§]{1,3})[\])]?")
# Words of what a link leads to, from which it is no note but a part of the page.
_LONGEST_NOTE = 3000
# Links back to one reference that are looked at; notes have one.
_MOST_BACK = 5
_NOTE_ID = re.compile(r"(?i)(?:sd)?(?:footnote|endnote)[-_]?\d|(?:ftn|edn|fn)[-_:]?\d")
_PROGRAMS = ("libreoffice", "openoffice", "staroffice")  # they name the blocks so


def take_notes(page: Page, root: Node) -> list[tuple[str, Node]]:
    """The notes, each with its number; references and links back are hidden in the tree. Cost: linear."""
    links: list[tuple[int, Node]] = []
    named: dict[str, tuple[int, Node]] = {}
    by_aim: dict[str, list[Node]] = {}
    for place, node in enumerate(page.inside(root)):
        for name in _own_names(node):
            named.setdefault(name, (place, node))
        aim = node.attributes.get("href", "") if node.tag == "a" else ""
        if aim.startswith("#"):
            by_aim.setdefault(aim, []).append(node)
            if not node.is_unseen:
                links.append((place, node))
    notes: list[tuple[str, Node]] = []
    taken: set[Node] = set()
    for place, link in links:
        target, label = named.get(link.attributes["href"][1:]), _LABEL.fullmatch(text_of(link, _LONGEST_LABEL).strip())
        if target is None or label is None or target[0] <= place or target[1].words > _LONGEST_NOTE:
            continue
        back = _links_back(target[1], link, by_aim)
        if back:
            link.is_hidden = True
            for node in back:
                node.is_hidden = True
            note = _whole_note(target[1], root)
            if note not in taken:
                taken.add(note)
                notes.append((label[1], note))
    return notes


def _own_names(node: Node) -> Iterable[str]:
    if "id" in node.attributes:
        yield node.attributes["id"]
    if node.tag == "a" and "name" in node.attributes:
        yield node.attributes["name"]


def _links_back(target: Node, link: Node, by_aim: Mapping[str, Sequence[Node]]) -> list[Node]:
    """The links in a note that lead back to a reference: to itself or to the <sup> around it."""
    around = [link, *([link.parent] if link.parent is not None and link.parent.tag in ("sup", "span") else [])]
    around += [child for child in link.children if isinstance(child, Node)]
    hrefs = {f"#{name}" for node in around for name in _own_names(node)}
    found = (node for aim in hrefs for node in by_aim.get(aim, ())[:_MOST_BACK])
    return [node for node in found if node is target or target in node.ancestors()]


def _whole_note(target: Node, root: Node) -> Node:
    """The paragraph, or the block of several, that is the note to which a link leads."""
    note = target
    for outer in target.ancestors():
        if outer is root or outer.tag not in ("p", "div", "li", "aside", "span", "sup", "em", "strong", "section"):
            break
        is_marked = _NOTE_ID.match(outer.attributes.get("id", "")) or _element_of(outer) in ("footnote", "endnote")
        if is_marked or note.tag not in ("p", "div", "li"):
            note = outer
            if is_marked:
                break
        elif outer.tag == "p" or outer.words > note.words:
            break
        else:
            note = outer
    return note


def take_furniture(page: Page) -> list[Node]:
    """The page headers and footers, hidden in the tree."""
    is_by_program = any(name in page.generator.lower() for name in _PROGRAMS)
    found = []
    for node in page.nodes:
        titled = node.tag == "div" and node.attributes.get("title", node.attributes.get("type", "")).lower()
        if (is_by_program and titled in ("header", "footer")) or _element_of(node) in ("header", "footer"):
            node.is_hidden = True
            found.append(node)
    return found


def _element_of(node: Node) -> str:
    """What Word calls an element: a footnote, a header."""
    style = node.attributes.get("style")
    return read_declarations(style).get("mso-element", "") if style and "mso-element" in style else ""
