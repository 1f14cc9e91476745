r"""Cuts Rich Text into tokens: groups, control words, control symbols, bytes in hexadecimal, text.

    {\b Resolved:}\u8217\'92\~            open, word b, text, close, word u 8217, byte 92, symbol ~
    \pict … 50 MB of figures … }          skipped in one step
    \bin4000000000 and 20 bytes           cut off: an error
    {{{{{{{{{{{{{{ … 1,000,000 times      no recursion, and refused beyond a bound

No library gives such tokens. rtfparse makes one Python call per group: 5,000 open braces, or any byte that it cannot
decode, give an empty document and no error, and a file that was cut off passes as complete. striprtf keeps neither
groups nor properties, takes the text character by character (2 s for a picture of 10 MB), and its pattern does not
know \bin. What they leave out (marks, tables, notes, revisions) is what a comparison needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from compare.errors import TooLargeError, UnreadableError

# Groups within groups. Word stays below 30; more is no document, and each takes memory.
_DEEPEST = 5_000
# Tokens of one file. A year of minutes has 3 million; as many take 6 seconds to read.
_MOST = 10_000_000

# A word ends at one blank, which belongs to it; text runs to the next backslash or brace, over line ends that mean
# nothing. Source: the Rich Text Format specification 1.9.1, "RTF syntax".
_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?\x20?"
    rb"|\\'(?P<byte>[0-9A-Fa-f]{2})"
    rb"|\\(?P<symbol>[\x00-\xff])"
    rb"|(?P<open>\{)"
    rb"|(?P<close>\})"
    rb"|(?P<text>[^\\{}]+)"
)
# What matters in a skipped group: its braces, escaped ones, and binary data that may hold both.
_IN_SKIPPED = re.compile(rb"[{}]|\\bin(?P<size>\d{1,10})\x20?|\\[\x00-\xff]")


class TokenKind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SYMBOL = auto()
    BYTE = auto()
    TEXT = auto()


class Token(NamedTuple):
    """A token: the name of a word or symbol; the number of a word or byte; the bytes of a text."""

    kind: TokenKind
    name: str = ""
    number: int | None = None
    data: bytes = b""


_OPEN, _CLOSE = Token(TokenKind.OPEN), Token(TokenKind.CLOSE)
_BYTES = tuple(Token(TokenKind.BYTE, number=byte) for byte in range(256))
# Tokens of words that are reused; a file has a few hundred different ones.
_MOST_WORDS = 5_000


class Tokens:
    """Iterates once over the tokens of a file, to the end of its outermost group."""

    def __init__(self, data: bytes, source: str) -> None:
        self.depth = 0
        self._data = data
        self._source = source
        self._place = max(data.find(b"{"), 0)
        self._words: dict[bytes, Token] = {}
        self._tokens = self._cut()

    def __iter__(self) -> Iterator[Token]:
        return self._tokens

    def rest_of_group(self) -> Iterator[Token]:
        """Iterates over the rest of the open group, with the groups in it, without its end."""
        depth = self.depth
        while not (self.depth == depth and self._data.startswith(b"}", self._place)):
            yield next(self._tokens)

    def skip_group(self) -> None:
        """Skips to the end of the open group; that end is the next token."""
        depth = 1
        for found in iter(lambda: _IN_SKIPPED.search(self._data, self._place), None):
            self._place = found.end()
            if found["size"]:
                self._pass_binary(int(found["size"]))
            elif found[0] == b"{":
                depth += 1
            elif found[0] == b"}":
                depth -= 1
            if not depth:
                self._place -= 1
                return
        raise self._cut_off()

    def _cut(self) -> Iterator[Token]:
        match = _TOKEN.match
        left = _MOST
        while found := match(self._data, self._place):
            left -= 1
            if not left:
                raise self._too_many()
            self._place = found.end()
            kind = found.lastgroup
            if kind == "text":
                yield Token(TokenKind.TEXT, data=found[0])
            elif kind == "open":
                self._open()
                yield _OPEN
            elif kind == "close":
                self.depth -= 1
                yield _CLOSE
                if not self.depth:
                    return
            elif kind == "byte":
                yield _BYTES[int(found["byte"], 16)]
            elif kind == "symbol":
                yield Token(TokenKind.SYMBOL, found["symbol"].decode("latin-1"))
            elif found["word"] == b"bin":
                self._pass_binary(int(found["number"] or 0))
            else:
                yield self._words.get(found[0]) or self._new_word(found)
        raise self._cut_off()

    def _new_word(self, found: re.Match[bytes]) -> Token:
        number = found["number"]
        token = Token(TokenKind.WORD, found["word"].decode("ascii"), None if number is None else int(number))
        if len(self._words) < _MOST_WORDS:
            self._words[found[0]] = token
        return token

    def _open(self) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise UnreadableError(
                self._source,
                f"it nests more than {_DEEPEST:,} groups in each other: the file is damaged",
                "Save it anew.",
            )

    def _pass_binary(self, size: int) -> None:
        self._place += max(size, 0)
        if self._place > len(self._data):
            raise self._cut_off()

    def _too_many(self) -> TooLargeError:
        return TooLargeError(
            self._source, f"it is made of more than {_MOST // 1_000_000} million pieces", "Compare it in parts."
        )

    def _cut_off(self) -> UnreadableError:
        return UnreadableError(
            self._source, "the file was cut off: it ends before its text does", "Copy or download it again."
        )
