r"""Parses the bytes of a web page into a tree: finds the encoding, repairs the markup, builds nodes from lxml's events.

    <meta charset="iso-8859-1"> … 92 …           Windows-1252, as every browser reads that label: a curly apostrophe
    <meta charset="iso-8859-1"> … E2 80 99 …     valid UTF-8: the label is out of date and is ignored
    Content-Type: text/html; charset=unicode     UTF-16, in a web archive of an old browser
    <meta charset="utf-8"> … 92 … E2 80 99 …     damaged: shown as in browsers, with \ufffd for what is lost

    <![if !supportLists]>1.<![endif]>            Word's conditional comments, which older parsers print
    <b><p>Resolved</p></b>                       the parser would end <b> at the <p>; it does not end <strong>
    </html> … <p>Item 2                          two pages in one file: the second is read too
    src="data:image/png;base64,iVBO…"            megabytes of pictures, dropped before parsing
    <!DOCTYPE html [<!ENTITY lol …>]>            HTML has no entities of a page's own

    <p>Present:<li>Cllr Ames<li>Cllr Byrne       malformed: elements end where browsers end them
    <div><div><div> … 100,000 deep               flat from the 400th level on; no word is lost
    <script>…</script><noscript>…</noscript>     not in the tree

The tree of lxml itself stops at a certain depth and takes several times the memory. Every step takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape, unescape
from types import MappingProxyType
from typing import Any

from lxml import etree

from compare.errors import TooLargeError, UnreadableError
from compare.read.decode import decode
from compare.read.detect import utf_16_byte_order
from compare.text.comments import comment_words

# Bytes at the start of a page that are searched for its encoding. Browsers search 1,024 first.
_ENCODING_HEAD = 16_384
_UTF_8_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_META = re.compile(rb"(?i)<meta\b[^>]{0,1000}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})")
_XML = re.compile(rb"(?i)\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})")

# Labels and the codecs that browsers use for them. Source: WHATWG, Encoding Standard, "Names and labels".
_CODECS = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8"), "utf-8"),
    **dict.fromkeys(("ascii", "us-ascii", "ansi_x3.4-1968", "latin1", "latin-1", "l1"), "cp1252"),
    **dict.fromkeys(("cp819", "ibm819", "iso-ir-100", "csisolatin1"), "cp1252"),
    **dict.fromkeys(("unicode", "utf-16", "utf-16le", "ucs-2", "iso-10646-ucs-2", "csunicode"), "utf-16-le"),
    **dict.fromkeys(("utf-16be", "unicodefffe"), "utf-16-be"),
    **dict.fromkeys(("macintosh", "mac", "x-mac-roman", "csmacintosh"), "mac_roman"),
    **dict.fromkeys(("gbk", "gb2312", "gb_2312-80", "x-gbk", "chinese", "gb18030"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "ms_kanji", "windows-31j", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "korean", "ks_c_5601-1987", "ksc5601", "windows-949"), "cp949"),
    **dict.fromkeys(("koi8-r", "koi8", "koi"), "koi8_r"),
    **dict.fromkeys(("euc-jp", "x-euc-jp"), "euc_jp"),
    **dict.fromkeys(("dos-874", "tis-620", "windows-874", "iso-8859-11"), "cp874"),
    **dict.fromkeys(("koi8-u", "koi8-ru"), "koi8_u"),
}
_NUMBERED = re.compile(r"(?:windows-|x-cp|cp|iso[-_]?8859[-_]?)(\d{1,4})(?::\d{4})?")
_WINDOWS = frozenset(range(1250, 1259))
# Parts of ISO 8859; browsers read parts 1 and 9 as Windows code pages.
_ISO_PARTS = {
    1: "cp1252",
    9: "cp1254",
    **{part: f"iso8859_{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
}
# Windows-1252 for the bytes 80 to 9F; five of them are control characters, as in browsers.
_WINDOWS_1252 = {
    byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
# Code points of markup without embedded pictures. The longest pages of a meeting have 3 million; this limit takes
# 300 MB of memory.
LARGEST_MARKUP = 12_000_000
# Code points at the start that are searched for the document type.
_DOCTYPE_HEAD = 4096

# The same in bytes.
_LARGEST_PAGE = 4 * LARGEST_MARKUP
_EMBEDDED_PATTERN = r"data:[\w.+/-]{0,80}[;,][^\"'\s)>]{64,}"
_EMBEDDED, _EMBEDDED_BYTES = re.compile(_EMBEDDED_PATTERN), re.compile(_EMBEDDED_PATTERN.encode())
_CONTROLS_IN_MARKUP = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff]")
_WORD_MARK = re.compile(r"<!\[(?:if\b[^\]<>]{0,200}|endif)\]>")
_SUBSET = re.compile(r"(?i)<!doctype\b[^<>\[]{0,500}\[")
_SUBSET_END = re.compile(r"\]\s*>")
_PAGE_END = re.compile(r"(?i)</(?:body|html)\s*>")
_RENAMED = re.compile(r"(?i)<(/?)(b|u|i|s|strike|big|small|tt|font|center|h[1-6])(?=[\s/>])")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_XHTML = re.compile(r"\s*<\?xml\b")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_SELF_CLOSED = re.compile(r"<(?!(?:br|hr|img|input|meta|link|col|area|base|wbr|frame)\b)([A-Za-z][\w:]*+)([^<>]*)/>")

# Elements that the parser closes too early, and elements of the same meaning that it does not close. Headings get a
# temporary name, which the tree removes.
_NAMES = {
    "b": "strong",
    "u": "ins",
    "i": "em",
    "s": "del",
    "strike": "del",
    "big": "span",
    "small": "span",
    "tt": "span",
    "font": "span",
    "center": "div",
    **{f"h{level}": f"x-h{level}" for level in range(1, 7)},
}
# The most elements and pieces of text of one page. The longest pages of a meeting have 60,000; minutes of a year, saved
# by Word, 200,000; this limit takes 10 to 20 seconds.
LARGEST_TREE = 400_000
_MOST_PIECES = 3_000_000
# Levels of elements. Browsers stop at 512; the deepest real pages have 60.
_DEEPEST = 400

# Elements whose content is not printed as text.
_UNPRINTED = frozenset(
    (
        *("script", "style", "template", "noscript", "noframes", "head", "title"),
        *("svg", "canvas", "map", "datalist", "iframe", "object", "embed", "audio", "video"),
    )
)
_GENERATORS = ("generator", "dcterms.source")
_IN_HEAD = frozenset(("base", "link", "meta", "noscript", "object", "script", "style", "template", "title"))
_NONE: Mapping[str, str] = MappingProxyType({})
# Characters of a <noscript> that are kept, to recognise a page that needs JavaScript.
_NOTICE = 300
# Characters of what is chosen or typed in a field.
_LONGEST_VALUE = 4000


def decode_page(data: bytes, source: str, stated: str | None = None) -> tuple[str, str]:
    """Decodes a page; returns the text and the name of its encoding. `stated` is the label of the archive's MIME part.

    Characters that cannot be read become U+FFFD, as in a browser. Raises: UnreadableError when UTF-16 is damaged,
    TooLargeError.
    """
    data = _drop_embedded_pictures(data, source)
    if data.startswith(_WIDE_MARKS) or utf_16_byte_order(data) is not None:
        return decode(data, source)
    body = data.removeprefix(_UTF_8_MARK)
    codec = "utf-8" if len(body) < len(data) else _codec(stated) or _codec(_label_inside(body))
    try:
        return body.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decode_otherwise(body, source, codec)


def _decode_otherwise(data: bytes, source: str, codec: str | None) -> tuple[str, str]:
    """Decodes a page that is not UTF-8."""
    if codec not in (None, "utf-8", "utf-16-le", "utf-16-be"):
        try:
            return data.decode(codec), codec.replace("_", "-")
        except UnicodeDecodeError:
            if codec == "cp1252":
                return data.decode("latin-1").translate(_WINDOWS_1252), "cp1252"
    try:
        return decode(data, source)
    except UnreadableError:
        return data.decode("utf-8", "replace"), "utf-8"


def _label_inside(data: bytes) -> str | None:
    """The encoding that a page states in its own markup."""
    head = data[:_ENCODING_HEAD]
    match = _XML.match(head) or _META.search(_COMMENT.sub(b"", head))
    return match[1].decode("ascii", "replace") if match else None


def _codec(label: str | None) -> str | None:
    """The codec that browsers use for a label; `None` for an unknown label."""
    if label is None:
        return None
    name = label.strip().strip("\"'").lower()
    if name in _CODECS:
        return _CODECS[name]
    numbered = _NUMBERED.fullmatch(name)
    if numbered is None:
        return None
    number = int(numbered[1])
    if name.startswith("iso"):
        return _ISO_PARTS.get(number)
    return f"cp{number}" if number in _WINDOWS or number == 866 else None  # noqa: PLR2004 (a code page)


def _drop_embedded_pictures(data: bytes, source: str) -> bytes:
    """Removes embedded pictures from a page. Raises: TooLargeError if it is still too large."""
    data = _EMBEDDED_BYTES.sub(b"data:", data)
    if len(data) > _LARGEST_PAGE:
        raise _too_large(source)
    return data


def _too_large(source: str) -> TooLargeError:
    return TooLargeError(
        source,
        f"the page holds more than {LARGEST_MARKUP // 1_000_000} million characters of markup",
        "Compare it in parts.",
    )


def _prepare_markup(text: str, source: str) -> str:
    """Repairs markup for the parser. Cost: linear. Raises: TooLargeError."""
    text = _EMBEDDED.sub("data:", text)
    if len(text) > LARGEST_MARKUP:
        raise _too_large(source)
    text = _CONTROLS_IN_MARKUP.sub("", text)
    if _XHTML.match(text):
        text = _CDATA.sub(lambda section: escape(section[1]), text)
        text = _SELF_CLOSED.sub(r"<\1\2></\1>", text)
    text = _WORD_MARK.sub("", _without_subset(text))
    text = _PAGE_END.sub("", text)
    text = _RENAMED.sub(lambda tag: f"<{tag[1]}{_NAMES[tag[2].lower()]}", text)
    return _REFERENCE.sub(lambda reference: _character(reference.group()), text)


def _without_subset(text: str) -> str:
    """Removes the declarations inside the document type, which browsers ignore."""
    start = _SUBSET.search(text, 0, _DOCTYPE_HEAD)
    end = _SUBSET_END.search(text, start.end()) if start else None
    return text[: start.start()] + text[end.end() :] if start and end else text


@lru_cache(maxsize=4096)
def _character(reference: str) -> str:
    """The character of a reference, as in browsers; characters of markup stay escaped."""
    value = unescape(reference)
    return escape(value) if any(sign in "&<>\"'" for sign in value) else value


@dataclass(slots=True, eq=False)
class Node:
    """An element with its attributes and its children in order."""

    tag: str
    attributes: Mapping[str, str]
    parent: Node | None = None
    children: list[Node | str] = field(default_factory=list)
    is_hidden: bool = False  # the page does not show it
    is_inside_hidden: bool = False  # it or an element around it is hidden
    words: int = 0  # number of visible words in it
    linked_words: int = 0  # … of them inside links
    value: str | None = None  # what is chosen or typed in it, of a list to choose from or a field for text

    @property
    def class_names(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    def ancestors(self) -> Iterator[Node]:
        """The elements around it, the innermost first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


@dataclass(slots=True)
class HtmlPage:
    """A parsed page: its elements, its style sheets, and facts about its origin."""

    root: Node
    nodes: list[Node]  # all of them in reading order, the root first
    comments: list[tuple[Node, str]] = field(default_factory=list)  # each with the element that it stands in
    styles: str = ""
    generator: str = ""
    notice: str = ""  # its text for browsers without JavaScript
    has_script: bool = False
    has_frames: bool = False

    def inside(self, root: Node) -> list[Node]:
        """The elements inside an element, in order."""
        if root is self.root:
            return self.nodes[1:]
        around = {root}
        found = []
        for node in self.nodes:
            if node.parent in around:
                around.add(node)
                found.append(node)
        return found


def parse_page(text: str, source: str) -> HtmlPage:
    """Parses markup into a tree. Cost: linear. Raises: TooLargeError."""
    builder = _TreeBuilder(source)
    markup = _prepare_markup(text, source).encode("utf-8")
    del text  # frees the memory of one of three copies
    parser: Any = etree.HTMLParser(target=builder, encoding="utf-8", huge_tree=True, no_network=True)
    etree.fromstring(markup, parser)
    return builder.page


def walk_tree(root: Node) -> Iterator[tuple[Node | str, bool]]:
    """Yields each text, and each element when it begins (True) and ends (False), in reading order.

    If the caller marks an element as hidden when it begins, its content is skipped.
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
    """Yields an element and all elements in it, in reading order; skips the content of hidden ones."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if node is root or not node.is_hidden:
            waiting.extend(child for child in reversed(node.children) if isinstance(child, Node))


def text_of(root: Node, limit: int | None = None) -> str:
    """The text inside an element as in the markup, at least its first `limit` characters."""
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
    """Whether a style sheet is for screens, not only for paper."""
    media = attributes.get("media", "").lower()
    return not media or "screen" in media or "all" in media


class _TreeBuilder:
    """Builds the tree from the parser's events."""

    def __init__(self, source: str) -> None:
        root = Node("html", {})
        self.page = HtmlPage(root, [root])
        self._source = source
        self._open = [root]
        self._unprinted: list[str] = []  # the open elements, from the outermost unprinted one
        self._styles: list[str] = []
        self._text: list[str] = []  # pieces of the text that has not ended
        self._pieces = 0
        self._takes_value = False  # the text goes to the value of the innermost open element

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Handles the start of an element."""
        self._end_text()
        if tag == "meta" and attributes.get("name", "").lower() in _GENERATORS:
            self.page.generator += attributes.get("content", "") + "\n"
        if self._unprinted == ["head"] and tag not in _IN_HEAD:
            self._unprinted.pop()  # a page without a body
        if self._unprinted or tag in _UNPRINTED:
            if tag == "option":
                self._begin_option(attributes)
            self._unprinted.append("print" if tag == "style" and not _is_for_screens(attributes) else tag)
            self.page.has_script |= tag == "script"
            if tag == "iframe" and len(self._unprinted) == 1:
                self._add(tag, attributes)
            return
        self.page.has_frames |= tag == "frameset"
        self._open.append(self._add(tag.removeprefix("x-"), attributes))
        if tag in ("select", "textarea"):
            self._unprinted.append(tag)
            self._takes_value = tag == "textarea"

    def end(self, tag: str) -> None:
        """Handles the end of an element."""
        self._end_text()
        if self._unprinted:
            self._unprinted.pop()
            self._takes_value = False
            if tag not in ("select", "textarea") or self._unprinted:
                return
        if tag != "head" and len(self._open) > 1:
            self._open.pop()

    def data(self, text: str) -> None:
        """Handles a piece of text."""
        self._pieces += 1
        if self._pieces > _MOST_PIECES:
            raise self._too_large("pieces of text", _MOST_PIECES)
        if not self._unprinted:
            self._text.append(text)
        elif self._unprinted[-1] == "style" and "noscript" not in self._unprinted:
            self._styles.append(text)
        elif self._takes_value:
            field = self._open[-1]
            field.value = ((field.value or "") + text)[:_LONGEST_VALUE]
        elif self._unprinted[0] == "noscript" and len(self.page.notice) < _NOTICE:
            self.page.notice += text

    def comment(self, text: str) -> None:
        """Handles a comment."""
        words = "" if self._unprinted else comment_words(text)
        if words:
            self.page.comments.append((self._open[-1], words))

    def close(self) -> HtmlPage:
        """Handles the end of the page, and returns it."""
        self._end_text()
        self.page.styles = "".join(self._styles)
        return self.page

    def _begin_option(self, attributes: Mapping[str, str]) -> None:
        """Begins an entry of a list to choose from: the chosen one counts, without one the first."""
        field = self._open[-1]
        if self._unprinted[0] == "select" and (field.value is None or "selected" in attributes):
            field.value, self._takes_value = "", True

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
        """The element for new text: the open one, or below the deepest level a copy of it after its siblings."""
        node = self._open[-1]
        around = node.parent
        if len(self._open) > _DEEPEST and around is not None and around.children[-1] is not node:
            node = Node("div" if node.tag == "li" else node.tag, node.attributes, around)  # not a second list item
            around.children.append(node)
            self.page.nodes.append(node)
            self._open[-1] = node
        return node
