"""Finds the main content of a page: cuts menus, cookie notices, share links and footers.

    <main>, <div class="mgContent">, <article>      a landmark, if most of the page's words stand in it
    <nav>, <footer>, class="cookie-banner"          cut, wherever they stand …
    <div class="site-menu-open"> 3,000 words        … unless they hold a large share of the page's text
    <div><a>Home</a><a>Bins</a><a>Parking</a> …     a block of links alone, on a page without a landmark: cut

Only words outside links count: a menu can be longer than the minutes. Doubtful elements are kept: a reader notices an
extra line at once, but not a missing paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from compare.read.html.parser import HtmlPage, Node

# Share of the page's running text, 0 to 1, that an element holds if the content stands in it: one that is made for
# nothing else, and one that is only named so.
_LEAST_SHARE_OF_MAIN, _LEAST_SHARE = 0.5, 0.6
# Two elements of one name, of which the smaller has this share of the larger one's text, are both parts of something.
_LEAST_SHARE_OF_SIBLING = 0.1
# Share up to which an element is taken for what its name says it is.
_MOST_SHARE = 0.5
# Share of its words inside links, 0 to 1, from which an element leads elsewhere: menus have 0.8 to 1, minutes 0 to 0.1.
_LINKED, _ALL_LINKED = 0.4, 0.8
# Words of a block of nothing but links, at least; and of a small element or form, at most.
_LEAST_LINKS, _SMALL, _SMALL_FORM = 8, 12, 60

_CHROME_ROLES = frozenset(
    ("navigation", "search", "contentinfo", "banner", "complementary", "menubar", "menu", "alertdialog")
)
_CHROME_TAGS = frozenset(("nav", "footer", "header", "aside", "dialog", "search"))
# Names of classes and ids, split into words. Sure ones are cut by their name; the others if they are mostly links.
_CHROME_NAMES = re.compile(
    r"\b(?:cookies?|gdpr|consent|ccc|breadcrumbs?|crumbs?|crumbtrail|skip ?links?|skip (?:to|nav)\b.*|skipnav"
    r"|add ?this|add ?to ?any|a2a|share ?daddy|share ?this|share (?:bar|links?|buttons?|page)|social(?: \w+)?"
    r"|site header|site footer|page footer|footer|masthead|colophon|side ?bar|widget area|pagination|pager"
    r"|post navigation|nav links|related(?: \w+)?|comments|respond|comment form|search ?form|newsletter|subscribe"
    r"|back to top|backtotop|feedback|(?:entry|post) (?:meta|footer)|byline|posted on|cat links|tags? links"
    r"|google translate \w+|skiptranslate|mobile menu|mega ?menu|print (?:link|page|this)|page tools|chat ?bot)\b"
)
_LIKELY_CHROME_NAMES = re.compile(
    r"\b(?:nav|navbar|navigation|menu|submenu|toolbar|tabs?|share|links|tools|actions|header|banner|top ?bar|search"
    r"|languages?|print|login|account|translate)\b"
)
_LANDMARK_NAMES = (
    *("main-content", "maincontent", "main_content", "page-content", "content-main", "site-content"),
    *("contents", "content", "main", "primary", "contentpane", "dnn_contentpane", "bodycontent", "page-body"),
    "region-content",
)
# Names of what stands below a title that belongs to it: the element around is meant.
_BODY_NAMES = frozenset(("post-content", "entry-content", "article-body", "article-content", "the-content"))
_WHOLE = ("body", "html")
# What writes pages that are documents. Source: their <meta name="generator">.
_WORD_PROCESSOR = re.compile(r"(?i)libreoffice|openoffice|microsoft word|pandoc|cocoa html")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FILE = re.compile(r"(?i)\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf)\b|/documents?/")
_TEXT_FIELDS = frozenset(
    ("", "text", "search", "email", "password", "tel", "url", "checkbox", "radio", "submit", "image")
)


@dataclass(frozen=True, slots=True)
class MainContent:
    """Where a page's content stands, what of that is cut, and how many words are left out with it."""

    root: Node
    cut: frozenset[Node]
    words_cut: int


def find_main_content(page: HtmlPage) -> MainContent:
    """The content of a page whose words are counted. Cost: linear."""
    if _WORD_PROCESSOR.search(page.generator):
        return MainContent(
            page.root, frozenset(), 0
        )  # a document saved as a page has no menu, however many links it lists
    nodes = [node for node in page.nodes[1:] if (node.words or node.tag in _CHROME_TAGS) and not node.is_inside_hidden]
    landmarks = _landmarks(nodes)
    first = landmarks[0][1] if landmarks else None
    cut = _cut(nodes, _ChromeTest(page, first).is_chrome)
    kept = _running_words_kept(page, cut)
    rest = kept[page.root]
    root = next((node for share, node in landmarks if kept[node] >= share * rest > 0), page.root)
    if root is page.root:
        leading = _with_ancestors(page, _leads_to_file)
        cut = _cut(nodes, lambda node: node in cut or (_is_all_links(node) and node not in leading))
    inside = frozenset(cut.intersection(page.inside(root)))
    words = root.words - sum(node.words for node in inside)
    if not words:  # nothing but links: a page of contents
        return MainContent(page.root, frozenset(), 0)
    return MainContent(root, inside, page.root.words - words)


def _running_words_kept(page: HtmlPage, cut: set[Node]) -> dict[Node, int]:
    """How many words outside links each element keeps."""
    kept = {node: _running(node) for node in page.nodes}
    lost: Counter[Node] = Counter()
    for node in reversed(page.nodes):
        gone = _running(node) if node in cut else lost[node]
        if gone and node.parent is not None:
            lost[node.parent] += gone
    for node, words in lost.items():
        kept[node] -= words
    return kept


def has_password_field(page: HtmlPage) -> bool:
    """Whether a page asks for a password."""
    return any(node.tag == "input" and node.attributes.get("type", "").lower() == "password" for node in page.nodes)


def _running(node: Node) -> int:
    """How many words of an element stand outside links."""
    return node.words - node.linked_words


def _landmarks(nodes: Iterable[Node]) -> list[tuple[float, Node]]:
    """The elements that say that the content stands in them, the surest first, and what share of it they must hold."""
    by_rank: dict[int, list[Node]] = {}
    for node in nodes:
        rank = _rank(node)
        if rank is not None:
            by_rank.setdefault(rank, []).append(node)
        elif node.parent is not None and node.parent.tag not in _WHOLE and _BODY_NAMES.intersection(node.class_names):
            by_rank.setdefault(len(_LANDMARK_NAMES) + 2, []).append(node.parent)
    ones = ((rank, _only_one(by_rank[rank])) for rank in sorted(by_rank))
    return [(_LEAST_SHARE if rank else _LEAST_SHARE_OF_MAIN, one) for rank, one in ones if one is not None]


def _only_one(nodes: list[Node]) -> Node | None:
    """The largest of the elements of one name, if no other that stands beside it is of a like size."""
    largest = max(nodes, key=_running)
    limit = _LEAST_SHARE_OF_SIBLING * _running(largest)
    beside = (node for node in nodes if node is not largest and _running(node) >= limit)
    return None if any(largest not in node.ancestors() for node in beside) else largest


def _rank(node: Node) -> int | None:
    if node.tag in _WHOLE:
        return None
    names = {name.lower() for name in (*node.class_names, node.attributes.get("id", ""))}
    if node.tag == "main" or node.attributes.get("role", "").lower() == "main" or names & {"mgcontent", "modgov"}:
        return 0
    if node.tag == "article":
        return 1
    found = [place for place, name in enumerate(_LANDMARK_NAMES) if name in names]
    return 2 + found[0] if found else None


def _cut(nodes: Iterable[Node], is_chrome: Callable[[Node], bool]) -> set[Node]:
    """The outermost elements of which this is true."""
    found: set[Node] = set()
    inside: set[Node] = set()
    for node in nodes:
        if node.parent in inside:
            inside.add(node)
        elif is_chrome(node):
            found.add(node)
            inside.add(node)
    return found


class _ChromeTest:
    """Tells whether an element belongs to the page around the content; the landmark, if there is one, is in that."""

    def __init__(self, page: HtmlPage, landmark: Node | None) -> None:
        self._has_landmark = landmark is not None
        self._landmark_and_ancestors = {landmark, *landmark.ancestors()} if landmark else set()
        self._inside = set(page.inside(landmark)) if landmark else set()
        self._with_fields = _with_ancestors(page, _is_field)
        self._limit = _MOST_SHARE * _running(page.root)

    def is_chrome(self, node: Node) -> bool:
        """Whether an element is a menu or the like."""
        if node in self._landmark_and_ancestors:
            return False
        leads_elsewhere = node.linked_words >= _LINKED * node.words
        if node.tag == "form":
            return node.words <= _SMALL_FORM and not self._is_much(node) and node in self._with_fields
        name = _name(node)
        if node.tag in _CHROME_TAGS or node.attributes.get("role", "").lower() in _CHROME_ROLES:
            return leads_elsewhere or not (self._is_much(node) or self._is_own(node))
        if name and _CHROME_NAMES.search(name):
            return leads_elsewhere or not self._is_much(node)
        if name and _LIKELY_CHROME_NAMES.search(name):
            return leads_elsewhere or (node.words <= _SMALL and not self._is_inside(node))
        return False

    def _is_much(self, node: Node) -> bool:
        return _running(node) > self._limit

    def _is_inside(self, node: Node) -> bool:
        return not self._has_landmark or node in self._inside

    def _is_own(self, node: Node) -> bool:
        """Whether it can be the head or foot of the content itself."""
        is_head = node.tag == "header" and node not in self._with_fields
        return self._is_inside(node) and (is_head or (node.tag in ("footer", "aside") and self._has_landmark))


def _is_all_links(node: Node) -> bool:
    """Whether an element is a block of links and nothing else."""
    if node.tag not in ("ul", "ol", "div", "table", "section", "td", "p"):
        return False
    return node.words >= _LEAST_LINKS and node.linked_words >= _ALL_LINKED * node.words


def _with_ancestors(page: HtmlPage, is_meant: Callable[[Node], bool]) -> set[Node]:
    """The elements of which this is true, and those around them that show them. Cost: linear."""
    found: set[Node] = set()
    for node in reversed(page.nodes):
        if node in found or is_meant(node):
            found.add(node)
            if node.parent is not None and not node.parent.is_hidden:
                found.add(node.parent)
    return found


def _leads_to_file(node: Node) -> bool:
    return _FILE.search(node.attributes.get("href", "")) is not None


def _is_field(node: Node) -> bool:
    is_input = node.tag == "input" and node.attributes.get("type", "").lower() in _TEXT_FIELDS
    return is_input or node.tag in ("select", "textarea")


def _name(node: Node) -> str:
    """The classes and the id of an element in plain words; those that Word gives to paragraphs name nothing here."""
    classes, identity = node.attributes.get("class", ""), node.attributes.get("id", "")
    return _in_words(f"{classes} {identity}") if classes or identity else ""


@lru_cache(maxsize=4096)
def _in_words(names: str) -> str:
    plain = " ".join(name for name in names.split() if not name.startswith("Mso"))
    return _CAMEL.sub(" ", plain).replace("-", " ").replace("_", " ").lower()
