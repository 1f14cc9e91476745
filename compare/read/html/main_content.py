"""Finds the main content of a page: cuts menus, cookie notices, share links and footers.

    <main>, <div class="mgContent">, <article>      a landmark, if most of the page's words stand in it
    <nav>, <footer>, class="cookie-banner"          cut, wherever they stand …
    <div class="site-menu-open"> 3,000 words        … unless they hold a large share of the page's text
    <div><a>Home</a><a>Bins</a><a>Parking</a> …     a block of links alone, on a page without a landmark: cut
    class="header", "footer", "comments"            kept, unless links, a form or words such as "©" prove it: it may be
                                                    the title, the total or a column of the minutes

Only words outside links count: a menu can be longer than the minutes. Doubtful elements are kept: a reader notices an
extra line at once, but not a missing paragraph.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from compare.read.html.page_title import whole_document
from compare.read.html.parser import HtmlPage, Node, text_of

# The least share (0 to 1) of the page's running text in an element that holds the content: for <main> and the like,
# and for an element with such a class or id.
_LEAST_SHARE_OF_MAIN, _LEAST_SHARE = 0.5, 0.6
# If another element of the same name has this share of the largest one's text, neither is the main content.
_LEAST_SHARE_OF_SIBLING = 0.1
# The largest share of the page's text in a menu or the like.
_MOST_SHARE = 0.5
# The share of words inside links (0 to 1) from which an element is navigation: menus have 0.8 to 1, minutes 0 to 0.1.
_LINKED, _ALL_LINKED = 0.4, 0.8
# The fewest words of a block of links; the most words of a small element, and of a small form.
_LEAST_LINKS, _SMALL, _SMALL_FORM = 8, 12, 60

_CHROME_ROLES = frozenset(
    ("navigation", "search", "contentinfo", "banner", "complementary", "menubar", "menu", "alertdialog")
)
_CHROME_TAGS = frozenset(("nav", "footer", "header", "aside", "dialog", "search"))
# Names of classes and ids, split into words. The first are cut by name; the second are names of parts of minutes too,
# and are cut if something in them proves it; the others if they are mostly links.
_CHROME_NAMES = re.compile(
    r"\b(?:cookies?|gdpr|ccc|breadcrumbs?|crumbs?|crumbtrail|skip ?links?|skip (?:to|nav)\b.*|skipnav"
    r"|add ?this|add ?to ?any|a2a|share ?daddy|share ?this|share (?:bar|links?|buttons?|page)|social(?: \w+)?"
    r"|pagination|post navigation|nav links|comment form|search ?form|newsletter|subscribe"
    r"|back to top|backtotop|cat links|tags? links"
    r"|google translate \w+|skiptranslate|mobile menu|mega ?menu|print (?:link|page|this)|page tools|chat ?bot)\b"
)
_DOUBTFUL_CHROME_NAMES = re.compile(
    r"\b(?:consent|site header|site footer|page footer|footer|masthead|colophon|side ?bar|widget area|pager"
    r"|related(?: \w+)?|comments|respond|feedback|(?:entry|post) (?:meta|footer)|byline|posted on)\b"
)
# What such an element says where it is no part of the minutes.
_CHROME_WORDS = re.compile(
    r"(?i)©|\(c\)\s*(?:19|20)\d\d|\b(?:copyright|all rights reserved|cookies|privacy (?:policy|notice|statement)"
    r"|terms (?:of use|and conditions)|accessibility statement|powered by|(?:web ?site|web ?design|designed|hosted) by"
    r"|follow us|contact us|leave a (?:reply|comment)|share this|sign (?:up|in)|log ?in|posted (?:on|by|in)|filed under"
    r"|skip to|back to top|was this page|related (?:pages|links|posts|articles|documents)|see also|view all)\b"
)
_PROVING_WORDS = 600  # characters of an element that are searched for them
# Links to the front page of a site: a heading that leads there is the name of the site.
_FRONT_PAGE = re.compile(r"(?i)(?:https?:)?(?://[^/?#]+)?/?(?:index\.\w+|home)?#?")
_LIKELY_CHROME_NAMES = re.compile(
    r"\b(?:nav|navbar|navigation|menu|submenu|toolbar|tabs?|share|links|tools|actions|header|banner|top ?bar|search"
    r"|languages?|print|login|account|translate)\b"
)
_LANDMARK_NAMES = (
    *("main-content", "maincontent", "main_content", "page-content", "content-main", "site-content"),
    *("contents", "content", "main", "primary", "contentpane", "dnn_contentpane", "bodycontent", "page-body"),
    "region-content",
)
# Names of an element below the title of the content: its parent holds both.
_BODY_NAMES = frozenset(("post-content", "entry-content", "article-body", "article-content", "the-content"))
_WHOLE = ("body", "html")
# Who made the page and owns it: elements that can say so, their most words, and how they begin.
_IMPRINT_TAGS = frozenset(("address", "p", "div", "small", "span", "section", "center", "td"))
_LONGEST_IMPRINT = 60
_IMPRINT_HEAD = 40  # characters
_COPYRIGHT = re.compile(r"(?i)\s*(?:copyright\b|©|\(c\)\s*(?:19|20)\d\d)")
# Programs that save documents as pages. Source: their <meta name="generator">.
_WORD_PROCESSOR = re.compile(r"(?i)libreoffice|openoffice|microsoft word|pandoc|cocoa html")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FILE = re.compile(r"(?i)\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf)\b|/documents?/")
_TEXT_FIELDS = frozenset(
    ("", "text", "search", "email", "password", "tel", "url", "checkbox", "radio", "submit", "image")
)


@dataclass(frozen=True, slots=True)
class MainContent:
    """The main content of a page: its element, the elements cut from it, and the number of words left out."""

    root: Node
    cut: frozenset[Node]
    words_cut: int


def find_main_content(page: HtmlPage) -> MainContent:
    """Finds the main content of a page whose words are counted. Cost: linear."""
    if _WORD_PROCESSOR.search(page.generator):
        return MainContent(
            page.root, frozenset(), 0
        )  # a document saved as a page has no menu, however many links it lists
    nodes = [node for node in page.nodes[1:] if (node.words or node.tag in _CHROME_TAGS) and not node.is_inside_hidden]
    landmarks = _landmarks(nodes)
    first = landmarks[0][1] if landmarks else None
    whole = whole_document(page, first) if first else None
    if whole is not None:
        landmarks[0] = landmarks[0][0], whole
    chrome = _ChromeTest(page, first, whole)
    kept = _running_words_kept(page, _cut(nodes, lambda node: chrome.is_chrome(node) or _is_imprint(node, first)))
    cut = _cut(nodes, lambda node: chrome.is_proven(node) or _is_imprint(node, first))
    rest = kept[page.root]
    root = next((node for share, node in landmarks if kept[node] >= share * rest > 0), page.root)
    if root is page.root:
        leading = _with_ancestors(page, _leads_to_file)
        cut = _cut(nodes, lambda node: node in cut or (_is_all_links(node) and node not in leading))
    inside = frozenset(cut.intersection(page.inside(root)))
    words = root.words - sum(node.words for node in inside)
    if not words:  # only links: a table of contents
        return MainContent(page.root, frozenset(), 0)
    return MainContent(root, inside, page.root.words - words)


def _running_words_kept(page: HtmlPage, cut: set[Node]) -> dict[Node, int]:
    """Counts the words outside links that each element keeps after the cuts."""
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
    """The number of words of an element outside links."""
    return node.words - node.linked_words


def _landmarks(nodes: Iterable[Node]) -> list[tuple[float, Node]]:
    """The landmark elements in order of certainty, each with the share of the text that it must hold."""
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
    """The largest element of one name, unless another of similar size stands beside it."""
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
    """The outermost elements that meet a condition."""
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
    """Decides whether an element is navigation or the like around the main content."""

    def __init__(self, page: HtmlPage, landmark: Node | None, whole: Node | None) -> None:
        self._has_landmark = landmark is not None
        self._landmark_and_ancestors = {landmark, *landmark.ancestors()} if landmark else set()
        self._inside = set(page.inside(landmark)) if landmark else set()
        self._inside_whole = self._inside if whole is landmark or whole is None else set(page.inside(whole))
        self._with_fields = _with_ancestors(page, _is_field)
        self._heading_words = _heading_words(page)
        self._limit = _MOST_SHARE * _running(page.root)

    def is_proven(self, node: Node) -> bool:
        """Whether an element is a menu or the like, and not only by a name that parts of minutes have too."""
        if not self.is_chrome(node):
            return False
        name = _name(node)
        is_named_so = _DOUBTFUL_CHROME_NAMES.search(name) is not None and _CHROME_NAMES.search(name) is None
        if not is_named_so or self._is_by_tag(node):
            return True
        says_so = _CHROME_WORDS.search(text_of(node, _PROVING_WORDS)) is not None
        return self._leads_elsewhere(node) or node in self._with_fields or says_so

    def _is_by_tag(self, node: Node) -> bool:
        """Whether the page's own markup calls an element a menu or the like."""
        return node.tag in _CHROME_TAGS or node.attributes.get("role", "").lower() in _CHROME_ROLES

    def _leads_elsewhere(self, node: Node) -> bool:
        """Whether much of an element is links, and it is not a heading that is one."""
        is_heading = 2 * self._heading_words[node] >= node.words > 0 and node.tag != "nav"
        return node.linked_words >= _LINKED * node.words and not is_heading

    def is_chrome(self, node: Node) -> bool:
        """Whether an element is, or is named like, a menu or the like."""
        if node in self._landmark_and_ancestors:
            return False
        leads_elsewhere = self._leads_elsewhere(node)
        if node.tag == "form":
            return node.words <= _SMALL_FORM and not self._is_much(node) and node in self._with_fields
        name = _name(node)
        if self._is_by_tag(node):
            return leads_elsewhere or not (self._is_much(node) or self._is_own(node))
        if name and (_CHROME_NAMES.search(name) or _DOUBTFUL_CHROME_NAMES.search(name)):
            return leads_elsewhere or not self._is_much(node)
        if name and _LIKELY_CHROME_NAMES.search(name):
            return leads_elsewhere or (node.words <= _SMALL and not self._is_inside(node))
        return False

    def _is_much(self, node: Node) -> bool:
        return _running(node) > self._limit

    def _is_inside(self, node: Node) -> bool:
        return not self._has_landmark or node in self._inside

    def _is_own(self, node: Node) -> bool:
        """Whether it can be the header or footer of the content itself."""
        is_head = node.tag == "header" and node not in self._with_fields
        if is_head:
            return not self._has_landmark or node in self._inside_whole
        return node.tag in ("footer", "aside") and node in self._inside


def _is_imprint(node: Node, landmark: Node | None) -> bool:
    """Whether an element outside the landmark and all articles is the page's address, or a short line of copyright."""
    if node.tag not in _IMPRINT_TAGS or not 0 < node.words <= _LONGEST_IMPRINT:
        return False
    if node.tag != "address" and _COPYRIGHT.match(text_of(node, _IMPRINT_HEAD)) is None:
        return False
    return not any(outer is landmark or outer.tag in ("article", "main") for outer in node.ancestors())


def _is_all_links(node: Node) -> bool:
    """Whether an element is a block of links and nothing else."""
    if node.tag not in ("ul", "ol", "div", "table", "section", "td", "p"):
        return False
    return node.words >= _LEAST_LINKS and node.linked_words >= _ALL_LINKED * node.words


def _with_ancestors(page: HtmlPage, is_meant: Callable[[Node], bool]) -> set[Node]:
    """The elements that meet a condition, and their visible ancestors. Cost: linear."""
    found: set[Node] = set()
    for node in reversed(page.nodes):
        if node in found or is_meant(node):
            found.add(node)
            if node.parent is not None and not node.parent.is_hidden:
                found.add(node.parent)
    return found


def _heading_words(page: HtmlPage) -> Counter[Node]:
    """The words of the headings in each element; those that lead to the front page of the site are left out."""
    to_front = _with_ancestors(page, _leads_to_front_page)
    found: Counter[Node] = Counter()
    for node in reversed(page.nodes):
        if node.tag in ("h1", "h2", "h3") and node not in to_front:
            found[node] = node.words
        if found[node] and node.parent is not None:
            found[node.parent] += found[node]
    return found


def _leads_to_front_page(node: Node) -> bool:
    return node.tag == "a" and _FRONT_PAGE.fullmatch(node.attributes.get("href", "").strip()) is not None


def _leads_to_file(node: Node) -> bool:
    return _FILE.search(node.attributes.get("href", "")) is not None


def _is_field(node: Node) -> bool:
    is_input = node.tag == "input" and node.attributes.get("type", "").lower() in _TEXT_FIELDS
    return is_input or node.tag in ("select", "textarea")


def _name(node: Node) -> str:
    """The classes and the id of an element as words, without Word's paragraph classes."""
    classes, identity = node.attributes.get("class", ""), node.attributes.get("id", "")
    return _in_words(f"{classes} {identity}") if classes or identity else ""


@lru_cache(maxsize=4096)
def _in_words(names: str) -> str:
    plain = " ".join(name for name in names.split() if not name.startswith("Mso"))
    return _CAMEL.sub(" ", plain).replace("-", " ").replace("_", " ").lower()
