"""Cuts a text into words and marks (tokens), and gives each the key under which two tokens are the same word.

    draft   “Children’s  Services” – **noted**      eight blanks, curly quotes, an en dash, bold
    final   "Children's Services" - noted           the same five tokens and three marks

White space, leaders and markdown marks are never tokens; they are the gaps between tokens. A hyphenated or
apostrophised word, a number with its currency sign, a reference with slashes and a web address are one token each, as
a person would cut them; every other mark is a token of its own. The words and keys of a segment are those of all its
pieces.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from html import unescape
from itertools import zip_longest
from typing import NamedTuple

from compare.text.leaders import LEADER, may_have_leader
from compare.values import Document, Segment, Span

# Quotes and dashes as published minutes have them, the plain form first; soft hyphen and characters without width.
# Source: Unicode 15.1 categories Pd, Pi, Pf, Cf, and what saved web pages and PDF text contain.
SINGLE_QUOTES = "'‘’‚‛′´`ʼ＇"
DOUBLE_QUOTES = '"“”„‟″«»＂'
DASHES = "-‐‑‒–—―−﹘﹣－"
WITHOUT_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

_PLAIN_TABLE = str.maketrans(
    {
        **dict.fromkeys(SINGLE_QUOTES, "'"),
        **dict.fromkeys(DOUBLE_QUOTES, '"'),
        **dict.fromkeys(DASHES, "-"),
        **dict.fromkeys(WITHOUT_WIDTH, ""),
        "…": "...",
        **dict.fromkeys("→➔➜⟶⇒", "->"),
    }
)
# Lowered, it would be another number: 10² is no 102, and the note of £500¹ makes no £5001 of it.
_POWER = re.compile(r"(?<=\d)([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_INVISIBLE = WITHOUT_WIDTH + r"\x00-\x08\x0e-\x1b\x7f"  # \x1c to \x1f are blanks to Python
_LETTER = r"[\w\u0300-\u036f]"  # a letter, digit or underscore, with the accents that follow it
_JOINER = rf"['’‘ʼ＇`\-‐‑/{_INVISIBLE}]"

# One alternative a line. The first is the plain word before a blank or comma, nine tokens in ten, and is there for
# speed alone. A number keeps its sign of currency, its thousands and decimals, and what is glued to it ("£1.4m",
# "14th", "10.30am", "16%"); a full stop joins only digits ("21.44") or single letters with a stop each ("a.m.",
# "e.g."), so that a sentence's last stop is always a token.
_TOKEN = re.compile(
    rf"""
    [A-Za-z]++(?=[ ,;)\n])
  | (?:https?://|www\.)[^\s<>"“”()\[\]{{}}|\\]*[^\s<>"“”()\[\]{{}}|\\.,;:!?'’*_]  # a web address
  | (?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+                              # an e-mail address
  | (?<!\.[A-Za-z]\.)(?:[A-Za-z]\.){{2,}}+(?=\W|$)              # a.m.  e.g.  J.R.
  | [£$€]?\d++(?:[.,:–]\d++)*(?:{_LETTER}|%)*(?:{_JOINER}(?:{_LETTER}|%)+|\.\d{_LETTER}*)*
  | {_LETTER}+(?:{_JOINER}+{_LETTER}+|\.\d+)*(?:(?<=[sS])['’](?!\w))?   # a word; also a possessive: carers'
  | \.{{3,}}
  | (?:--?|=)>                                          # an arrow as it is typed
  | [^\w\s{_INVISIBLE}]
    """,
    re.VERBOSE,
)

# Marks of markdown and plain text that format the words: emphasis, code, a heading's hashes, the angle brackets of a
# bare address, the tildes around struck-through words, attributes ("{#top .wide}"), a document system's tags ("<AI1>").
# Each is a gap, not a token; so is a leader, which a tab prints.
_MARKUP = re.compile(
    rf"{LEADER}|"
    r"\*\*\*?|__|(?<!~)~~(?!~)|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\w)|(?<=[\w.,;:!?)])_(?!\w)|(?<!\w)`+|`+(?!\w)"
    r"|^[ \t]{0,3}#{1,6}(?=[ \t])|[ \t]#+[ \t]*$|<(?=https?://|mailto:)|(?<=\w|/)>(?=\s|$)"
    r"|\{:?[ \t]*[#.][A-Za-z][\w:.#=\"' -]{0,200}\}"
    r"|</?[A-Z][A-Z0-9_]*>",
    re.MULTILINE,
)

# What markdown writes for one character or none: an escaping backslash ("snake\\_case"), stars behind the first letter
# of a word ("**T**he"; in "**Carried**By" a blank was left out), a tag of HTML that formats words or lays out a table,
# a comment, a character by its name ("&nbsp;"). A tag with an address or a text of its own is kept.
_WRITTEN = re.compile(
    r"(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
    r"|(?P<inside>(?<=\b[^\W\d_])\*\*(?=[a-z]))"
    r"|(?P<comment><!--(?:(?!-->|<!--)[\s\S])*+-->)"
    r"|</?(?P<tag>[A-Za-z]{1,10}[1-6]?)(?=[\s/>])(?![^<>]*\b(?:href|src|alt|title)\s*=)[^<>]*>"
    r"|&(?:[A-Za-z]{2,8}|\#\d{1,6}|\#[xX][\dA-Fa-f]{1,5});"
)
# fmt: off
_INLINE = frozenset([
    "abbr", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
])
_BLOCKS = frozenset([
    "blockquote", "br", "caption", "center", "col", "colgroup", "dd", "details", "div", "dl", "dt", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul", "wbr",
])
# fmt: on


QUOTE = '"'  # the key of every quotation mark that stands alone, single or double
_SAME_MARKS = {"'": QUOTE, "-->": "->", "=>": "->"}


class Token(NamedTuple):
    """A word or mark: offsets [start, end) in the text, and its key."""

    start: int
    end: int
    key: str


def fold_key(text: str) -> str:
    """Gives the form under which two spellings of one word are equal: typography and case folded, ligatures opened."""
    if text.isascii():
        return text.replace("`", "'").lower()
    return _normalised(text.translate(_PLAIN_TABLE)).casefold()


def _normalised(text: str) -> str:
    """Gives the text with ligatures opened and raised letters lowered, but for a raised figure behind a figure: 10²."""
    parts = _POWER.split(text)
    if len(parts) == 1:
        return unicodedata.normalize("NFKC", text)
    return "".join(part if place % 2 else unicodedata.normalize("NFKC", part) for place, part in enumerate(parts))


def plain(text: str) -> str:
    """Gives the text with quotes, dashes and odd blanks in their plain form; case and words untouched."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", text.translate(_PLAIN_TABLE))


def letters_of(text: str) -> str:
    """Gives the letters and digits of a text alone."""
    return "".join(filter(str.isalnum, text))


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Cuts text[start:end] into tokens, with offsets of the whole text. Cost: linear, whatever the text."""
    stop = len(text) if end is None else end
    part = text[start:stop]
    printed = _printed(part)
    if printed is None:
        return _tokens(part, start)
    return [Token(*printed.span(token, start), token.key) for token in _tokens(printed.text, 0)]


def _tokens(part: str, start: int) -> list[Token]:
    if _has_markup(part):
        part = _MARKUP.sub(lambda mark: " " * len(mark.group()), part)
    tokens: list[Token] = []
    append, new = tokens.append, tuple.__new__  # a named tuple made the short way: this loop runs once a word
    quote_is_open = False
    for match in _TOKEN.finditer(part):
        word = match[0]
        first, last = match.span()
        key = _token_key(word)
        if key == QUOTE:
            quote_is_open = part[last : last + 1].strip() != ""
        elif quote_is_open and key[-1] == "'":  # 'homes' ends a quotation; carers' is a possessive
            tokens += (Token(first + start, last + start - 1, key[:-1]), Token(last + start - 1, last + start, QUOTE))
            quote_is_open = False
            continue
        append(new(Token, (first + start, last + start, key)))
    return tokens


def wording_key(text: str) -> str:
    """Joins the keys of a text's tokens: equal for texts that differ in typography alone. Cost: linear, fast."""
    return " ".join(_keys(_as_printed(text)))


def is_same_wording(one: str, other: str) -> bool:
    """Whether two texts have one `wording_key`. Cost: linear up to the paragraph in which they first differ."""
    if one == other:
        return True
    keys = ((key for paragraph in _as_printed(text).split("\n\n") for key in _keys(paragraph)) for text in (one, other))
    return all(mine == yours for mine, yours in zip_longest(*keys))


def _as_printed(text: str) -> str:
    printed = _printed(text)
    return text if printed is None else printed.text


def _keys(part: str) -> list[str]:
    part = _MARKUP.sub(" ", part) if _has_markup(part) else part
    return [_SAME_MARKS.get(word, word) for word in _TOKEN.findall(fold_key(part))]


class _Printed(NamedTuple):
    """A text as markdown prints it, and where each part of it stands in the text as written."""

    text: str
    starts: list[int]  # of the parts in the printed text …
    sources: list[Span]  # … and their ranges as written

    def span(self, token: Token, offset: int) -> tuple[int, int]:
        """Gives the range of a token in the text as written."""
        first, last = bisect_right(self.starts, token.start) - 1, bisect_right(self.starts, token.end - 1) - 1
        start = self.sources[first].start + token.start - self.starts[first]
        ends = [*self.starts[last + 1 : last + 2], len(self.text)][0]
        # The rest of what is written for a character, "amp;", ends with it.
        end = self.sources[last].end - (ends - token.end)
        return start + offset, end + offset


def _printed(part: str) -> _Printed | None:
    """Replaces what markdown writes for one character or none; `None` where it writes nothing so, or nothing else.

    A line "<br>" is all that its paragraph has. Cost: linear.
    """
    if not ("\\" in part or "<" in part or "&" in part or "**" in part) or _WRITTEN.search(part) is None:
        return None
    pieces: list[str] = []
    starts: list[int] = []
    sources: list[Span] = []
    length = place = 0

    def add(words: str, start: int, end: int) -> None:
        nonlocal length
        if words:
            pieces.append(words)
            starts.append(length)
            sources.append(Span(start, end))
            length += len(words)

    for match in _WRITTEN.finditer(part):
        printed = _character(match)
        if printed is not None:
            add(part[place : match.start()], place, match.start())
            add(printed, *match.span())
            place = match.end()
    add(part[place:], place, len(part))
    printed_text = "".join(pieces)
    return _Printed(printed_text, starts, sources) if printed_text.strip() else None


def _character(match: re.Match[str]) -> str | None:
    """Gives what one mark prints; `None` for what is no mark: "<owen>", "&co;"."""
    tag = match["tag"]
    if match["escape"] or match["inside"] or match["comment"]:
        return ""
    if tag:
        return "" if tag.lower() in _INLINE else " " if tag.lower() in _BLOCKS else None
    character = unescape(match.group())
    return character if len(character) == 1 else None


@lru_cache(maxsize=65_536)
def _token_key(word: str) -> str:
    key = fold_key(word)
    return _SAME_MARKS.get(key, key)


def is_word(key: str) -> bool:
    """Whether a token has a letter or digit in it; otherwise it is a punctuation mark."""
    return any(character.isalnum() for character in key)


def _has_markup(part: str) -> bool:
    return any(mark in part for mark in "*_`#<~{") or may_have_leader(part)


def segment_tokens(document: Document, segment: Segment) -> list[Token]:
    """Gives all tokens of a segment's pieces, in order; its mark is not among them."""
    if len(segment.pieces) == 1:
        piece = segment.pieces[0]
        return tokenise(document.text, piece.start, piece.end)
    return [token for piece in segment.pieces for token in tokenise(document.text, piece.start, piece.end)]


def segment_text(document: Document, segment: Segment) -> str:
    """Gives the words of a segment as written, its pieces joined by a blank."""
    return " ".join(document.text[piece.start : piece.end] for piece in segment.pieces)


def segment_keys(document: Document, segments: Iterable[Segment]) -> list[str]:
    """Gives one key a segment: equal for segments that differ in typography and layout alone.

    Cost: linear in the distinct text; the key of a paragraph that recurs to the letter is made once.
    """
    known: dict[str, str] = {}
    keys = []
    for segment in segments:
        text = segment_text(document, segment)
        key = known.get(text)
        if key is None:
            key = known[text] = wording_key(text)
        keys.append(key)
    return keys


def mark_text(document: Document, segment: Segment) -> str:
    """Gives a segment's number or bullet as written, "" when it has none."""
    return document.text[segment.mark.start : segment.mark.end] if segment.mark else ""


def mark_span(segment: Segment) -> Span:
    """Gives the range of a segment's number or bullet; where it would stand, if it has none."""
    return segment.mark or Span(segment.pieces[0].start, segment.pieces[0].start)
