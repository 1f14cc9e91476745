"""A page as a tree of plain nodes, from the events of the HTML parser of libxml2.

    <p>Present:<li>Cllr Ames<li>Cllr Byrne       malformed as it may be: elements end where browsers end them
    <div><div><div> … 100,000 deep               flat from the 400th level on; no word is lost
    <script>…</script><noscript>…</noscript>     never gets into the tree
    <frameset><frame src="left.htm">             noted, for a clear word to the user

The parser's own tree ends at a depth, and takes several times the memory; its events do neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from lxml import etree

from compare.errors import TooLargeError
from compare.read.html.markup import prepare_markup

# Elements and pieces of text of one page. The longest pages of a meeting have 60,000; a year's minutes saved by Word
# 200,000; so many take 10 to 20 seconds.
LARGEST_TREE = 400_000
_MOST_PIECES = 3_000_000
# Levels of elements. Browsers stop at 512; the deepest pages of content systems have 60.
_DEEPEST = 400

# Elements of which nothing is printed as text.
_SILENT = frozenset(
    (
        *("script", "style", "template", "noscript", "noframes", "head", "title"),
        *("svg", "canvas", "map", "datalist", "iframe", "object", "embed", "audio", "video"),
    )
)
_GENERATORS = ("generator", "dcterms.source")
_IN_HEAD = frozenset(("base", "link", "meta", "noscript", "object", "script", "style", "template", "title"))
_NONE: Mapping[str, str] = MappingProxyType({})
# Characters of a <noscript> that are kept, to tell a page that needs JavaScript.
_NOTICE = 300


@dataclass(slots=True, eq=False)
class Node:
    """An element: its name, attributes, and what is in it, in order."""

    tag: str
    attributes: Mapping[str, str]
    parent: Node | None = None
    children: list[Node | str] = field(default_factory=list)
    is_hidden: bool = False  # the page does not show it
    is_unseen: bool = False  # … nor an element around it
    words: int = 0  # those it shows, with all that is in it
    linked: int = 0  # those of them inside links

    @property
    def names(self) -> list[str]:
        """The names of its classes."""
        return self.attributes.get("class", "").split()

    def ancestors(self) -> Iterator[Node]:
        """The elements around it, the innermost first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


@dataclass(slots=True)
class Page:
    """A page: its elements, its style sheets and what else tells what it is."""

    root: Node
    nodes: list[Node]  # all of them in reading order, the root first
    styles: str = ""
    generator: str = ""
    notice: str = ""  # what it says to browsers without JavaScript
    has_script: bool = False
    has_frames: bool = False

    def inside(self, root: Node) -> list[Node]:
        """The elements in one of them, in order."""
        if root is self.root:
            return self.nodes[1:]
        around = {root}
        found = []
        for node in self.nodes:
            if node.parent in around:
                around.add(node)
                found.append(node)
        return found


def parse_page(text: str, source: str) -> Page:
    """The tree of a page's markup. Cost: linear. Raises: TooLargeError."""
    builder = _Builder(source)
    markup = prepare_markup(text, source).encode("utf-8")
    del text  # two of its kind are enough
    parser: Any = etree.HTMLParser(target=builder, encoding="utf-8", huge_tree=True, no_network=True)
    etree.fromstring(markup, parser)
    return builder.page


def enter_and_leave(root: Node) -> Iterator[tuple[Node | str, bool]]:
    """Each piece of text and each element when it begins (True) and ends (False), in reading order.

    A caller that marks an element hidden as it begins is spared what is in it.
    """
    yield root, True
    stack: list[tuple[Node, Iterator[Node | str]]] = [(root, iter(root.children))]
    while stack:
        node, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield node, False
        elif isinstance(child, str):
            yield child, True
        else:
            yield child, True
            stack.append((child, iter(() if child.is_hidden else child.children)))


def elements(root: Node) -> Iterator[Node]:
    """An element and all elements in it, in reading order; what hidden ones hold is passed over."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if node is root or not node.is_hidden:
            waiting.extend(child for child in reversed(node.children) if isinstance(child, Node))


def text_of(root: Node, limit: int | None = None) -> str:
    """The text inside an element as it stands in the markup, its first `limit` characters or a few more."""
    parts: list[str] = []
    length = 0
    waiting: list[Node | str] = [root]
    while waiting and (limit is None or length <= limit):
        piece = waiting.pop()
        if isinstance(piece, str):
            parts.append(piece)
            length += len(piece)
        elif piece is root or not piece.is_hidden:
            waiting.extend(reversed(piece.children))
    return "".join(parts)


def _is_for_screens(attributes: Mapping[str, str]) -> bool:
    """Whether a style sheet says how the page looks on a screen, not on paper."""
    media = attributes.get("media", "").lower()
    return not media or "screen" in media or "all" in media


class _Builder:
    """What the parser tells of its events; makes the tree."""

    def __init__(self, source: str) -> None:
        root = Node("html", {})
        self.page = Page(root, [root])
        self._source = source
        self._open = [root]
        self._silent: list[str] = []  # the elements around, from the first of which nothing is printed
        self._styles: list[str] = []
        self._text: list[str] = []  # pieces of a text that goes on
        self._pieces = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._end_text()
        if tag == "meta" and attributes.get("name", "").lower() in _GENERATORS:
            self.page.generator += attributes.get("content", "") + "\n"
        if self._silent == ["head"] and tag not in _IN_HEAD:
            self._silent.pop()  # a page without a body
        if self._silent or tag in _SILENT:
            self._silent.append("print" if tag == "style" and not _is_for_screens(attributes) else tag)
            self.page.has_script |= tag == "script"
            if tag == "iframe" and len(self._silent) == 1:
                self._add(tag, attributes)
            return
        self.page.has_frames |= tag == "frameset"
        self._open.append(self._add(tag.removeprefix("x-"), attributes))
        if tag in ("select", "textarea"):
            self._silent.append(tag)

    def end(self, tag: str) -> None:
        """An element ends."""
        self._end_text()
        if self._silent:
            self._silent.pop()
            if tag not in ("select", "textarea") or self._silent:
                return
        if tag != "head" and len(self._open) > 1:
            self._open.pop()

    def data(self, text: str) -> None:
        """A piece of text."""
        self._pieces += 1
        if self._pieces > _MOST_PIECES:
            raise self._too_large("pieces of text", _MOST_PIECES)
        if not self._silent:
            self._text.append(text)
        elif self._silent[-1] == "style" and "noscript" not in self._silent:
            self._styles.append(text)
        elif self._silent[0] == "noscript" and len(self.page.notice) < _NOTICE:
            self.page.notice += text

    def close(self) -> Page:
        """The end of the page."""
        self._end_text()
        self.page.styles = "".join(self._styles)
        return self.page

    def _end_text(self) -> None:
        if self._text:
            self._innermost().children.append("".join(self._text))
            self._text = []

    def _too_large(self, what: str, bound: int) -> TooLargeError:
        return TooLargeError(self._source, f"the page has more than {bound:,} {what}", "Compare it in parts.")

    def _add(self, tag: str, attributes: Mapping[str, str]) -> Node:
        if len(self.page.nodes) > LARGEST_TREE:
            raise self._too_large("elements", LARGEST_TREE)
        parent = self._innermost() if len(self._open) <= _DEEPEST else self._open[_DEEPEST - 1]
        node = Node(tag, dict(attributes) if attributes else _NONE, parent)
        parent.children.append(node)
        self.page.nodes.append(node)
        return node

    def _innermost(self) -> Node:
        """Where text goes: the open element, or past the deepest level its twin behind all that came before."""
        node = self._open[-1]
        around = node.parent
        if len(self._open) > _DEEPEST and around is not None and around.children[-1] is not node:
            node = Node("div" if node.tag == "li" else node.tag, node.attributes, around)  # no item more
            around.children.append(node)
            self.page.nodes.append(node)
            self._open[-1] = node
        return node
