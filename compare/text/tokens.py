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
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from compare.text.leaders import LEADER, may_have_leader
from compare.values import Document, Segment

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
    }
)
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
  | [^\w\s{_INVISIBLE}]
    """,
    re.VERBOSE,
)

# Marks of markdown and plain text that format the words: emphasis, code, a heading's hashes, an escaping backslash,
# the angle brackets of a bare address, the tildes around struck-through words, a document system's tags ("<AI1>"). Each
# is a gap, not a token; so is a leader, which a tab prints.
_MARKUP = re.compile(
    rf"{LEADER}|"
    r"\*\*\*?|__|(?<!~)~~(?!~)|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\w)|(?<=[\w.,;:!?)])_(?!\w)|(?<!\w)`+|`+(?!\w)"
    r"|^[ \t]{0,3}#{1,6}(?=[ \t])|[ \t]#+[ \t]*$|\\(?=[!-/:-@\[-`{-~])|<(?=https?://|mailto:)|(?<=\w|/)>(?=\s|$)"
    r"|</?[A-Z][A-Z0-9_]*>",
    re.MULTILINE,
)


QUOTE = '"'  # the key of every quotation mark that stands alone, single or double


class Token(NamedTuple):
    """A word or mark: offsets [start, end) in the text, and its key."""

    start: int
    end: int
    key: str


def fold_key(text: str) -> str:
    """Gives the form under which two spellings of one word are equal: typography and case folded, ligatures opened."""
    if text.isascii():
        return text.replace("`", "'").lower()
    return unicodedata.normalize("NFKC", text.translate(_PLAIN_TABLE)).casefold()


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
    part = _MARKUP.sub(" ", text) if _has_markup(text) else text
    return " ".join(QUOTE if word == "'" else word for word in _TOKEN.findall(fold_key(part)))


@lru_cache(maxsize=65_536)
def _token_key(word: str) -> str:
    key = fold_key(word)
    return QUOTE if key == "'" else key


def is_word(key: str) -> bool:
    """Whether a token has a letter or digit in it; otherwise it is a punctuation mark."""
    return any(character.isalnum() for character in key)


def _has_markup(part: str) -> bool:
    return any(mark in part for mark in "*_`#\\<~") or may_have_leader(part)


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
