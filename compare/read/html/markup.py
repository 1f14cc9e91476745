"""The markup of a page made ready for the parser, so that every release of it reads the same, and as browsers do.

    <![if !supportLists]>1.<![endif]>      Word's marks around a number, which older parsers print
    <b><p>Resolved</p></b>                 <b> would end at the <p>; <strong> does not
    </html> … <p>Item 2                    two pages in one file: what stands behind the first is read too
    &#146; &nbsp &check;                   as browsers understand them: ’, a no-break space, ✓
    src="data:image/png;base64,iVBO…"      megabytes of pictures, left out before anything is parsed
    <!DOCTYPE html [<!ENTITY lol …>]>      entities of a page's own are none in HTML

What is not needed is cut or renamed with plain searches; each takes linear time.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape

from compare.errors import TooLargeError

# Code points of markup, pictures inside it not counted. The longest pages of a meeting have 3 million; so many take
# 300 MB of memory.
LARGEST_MARKUP = 12_000_000
# Where the declaration of a document type can stand, in code points from the start.
_HEAD = 4096

# Bytes that so many code points can take.
_LARGEST_PAGE = 4 * LARGEST_MARKUP
_EMBEDDED_PATTERN = r"data:[\w.+/-]{0,80}[;,][^\"'\s)>]{64,}"
_EMBEDDED, _EMBEDDED_BYTES = re.compile(_EMBEDDED_PATTERN), re.compile(_EMBEDDED_PATTERN.encode())
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff]")
_WORD_MARK = re.compile(r"<!\[(?:if\b[^\]<>]{0,200}|endif)\]>")
_SUBSET = re.compile(r"(?i)<!doctype\b[^<>\[]{0,500}\[")
_SUBSET_END = re.compile(r"\]\s*>")
_PAGE_END = re.compile(r"(?i)</(?:body|html)\s*>")
_RENAMED = re.compile(r"(?i)<(/?)(b|u|i|s|strike|big|small|tt|font|center|h[1-6])(?=[\s/>])")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_XHTML = re.compile(r"\s*<\?xml\b")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\Z)", re.DOTALL)
_SELF_CLOSED = re.compile(r"<(?!(?:br|hr|img|input|meta|link|col|area|base|wbr|frame)\b)([A-Za-z][\w:]*+)([^<>]*)/>")

# Elements that the parser closes too early, under names of the same meaning that it does not close. Headings get a
# name of ours, which the tree takes back.
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


def cut_pictures(data: bytes, source: str) -> bytes:
    """A page as bytes without the pictures in it; of no more bytes than can be markup. Raises: TooLargeError."""
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


def prepare_markup(text: str, source: str) -> str:
    """The markup that is parsed. Cost: linear. Raises: TooLargeError."""
    text = _EMBEDDED.sub("data:", text)
    if len(text) > LARGEST_MARKUP:
        raise _too_large(source)
    text = _NO_TEXT.sub("", text)
    if _XHTML.match(text):
        text = _CDATA.sub(lambda section: escape(section[1]), text)
        text = _SELF_CLOSED.sub(r"<\1\2></\1>", text)
    text = _WORD_MARK.sub("", _without_subset(text))
    text = _PAGE_END.sub("", text)
    text = _RENAMED.sub(lambda tag: f"<{tag[1]}{_NAMES[tag[2].lower()]}", text)
    return _REFERENCE.sub(lambda reference: _character(reference.group()), text)


def _without_subset(text: str) -> str:
    """The markup without the declarations inside the document type, which no browser reads."""
    start = _SUBSET.search(text, 0, _HEAD)
    end = _SUBSET_END.search(text, start.end()) if start else None
    return text[: start.start()] + text[end.end() :] if start and end else text


@lru_cache(maxsize=4096)
def _character(reference: str) -> str:
    """What a reference stands for in a browser; those that would become markup stay references."""
    value = unescape(reference)
    return escape(value) if any(sign in "&<>\"'" for sign in value) else value
