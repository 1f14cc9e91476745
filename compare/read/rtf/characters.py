r"""Decodes the characters of Rich Text: bytes in the code page of their font, code points with a fallback after them.

Children\'92s                  ’    byte 92 in Windows-1252, the code page of the file
\f3\'d2                        “    the same in a font of an old Macintosh
\f4\'83A                       ア   two bytes of a Japanese font, the second a letter of English
\u8217\'92 \uc0\u8217          ’    a code point; the fallback for old readers is skipped
\u-10179\u-8694                👊   two surrogates, one character
\f1\'b7                        •    in Symbol
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from compare.read.common.word_processing import is_symbol_font, show_symbols
from compare.read.rtf.tokens import Token, TokenKind, Tokens

_WESTERN = "cp1252"
_MAC = "mac_roman"
# Code pages that Python knows under another name than "cp" and the number. Source: Microsoft's list of code pages.
_PAGES = {
    1361: "johab",
    10000: _MAC,
    10001: "shift_jis",
    10006: "mac_greek",
    10007: "mac_cyrillic",
    10029: "mac_latin2",
    10079: "mac_iceland",
    10081: "mac_turkish",
    28591: "latin_1",
    28592: "iso8859_2",
    28605: "iso8859_15",
    65001: "utf-8",
}
_KNOWN = {437, 708, 720, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 866, 869, 874, 932, 936, 949}
_KNOWN |= {950, *range(1250, 1259)}
# Character sets of fonts. Source: the Rich Text Format specification 1.9.1, "Font Table".
_CHARSETS = {
    77: 10000,
    78: 10001,
    81: 10081,
    85: 10006,
    88: 10029,
    89: 10007,
    128: 932,
    129: 949,
    130: 1361,
    134: 936,
    136: 950,
    161: 1253,
    162: 1254,
    163: 1258,
    177: 1255,
    178: 1256,
    186: 1257,
    204: 1251,
    222: 874,
    238: 1250,
    254: 437,
    255: 850,
    256: 10000,
}
_ANSI, _SYMBOLS = 0, 2
_HALF, _FIRST_HALF = re.compile("[\ud800-\udfff]"), re.compile("[\ud800-\udbff]")
_UNITS, _LARGEST_POINT = 0x10000, 0x10FFFF
# Pieces of text that wait to be joined: each takes 80 bytes, its one letter in a longer text 1 to 4.
_MOST_PARTS = 10_000


def codec_of_page(page: int) -> str:
    """The codec of a code page; Western Windows for an unknown number."""
    return _PAGES.get(page) or (f"cp{page}" if page in _KNOWN else _WESTERN)


class Font(NamedTuple):
    """A font: the codec of its bytes, and its name if it is a font of symbols."""

    codec: str
    symbols: str = ""


def font_of(charset: int | None, page: int | None, name: str, codec: str) -> Font:
    """The font with this character set, code page and name; `codec` is that of the file."""
    if charset == _SYMBOLS or is_symbol_font(name):
        return Font("latin_1", name or "symbol")
    if page:
        return Font(codec_of_page(page))
    if charset == _ANSI:
        return Font(codec if codec == _MAC else _WESTERN)
    return Font(codec_of_page(_CHARSETS[charset]) if charset in _CHARSETS else codec)


WESTERN_FONT = Font(_WESTERN)


@dataclass(slots=True)
class CharacterDecoder:
    """Collects and decodes characters; `lost` counts the bytes that are none in their code page."""

    font: Font = WESTERN_FONT
    fallback: int = 1  # bytes after a code point that old readers show instead
    lost: int = 0
    _skip: int = 0
    _bytes: bytearray = field(default_factory=bytearray)
    _parts: list[str] = field(default_factory=list)
    _whole: list[str] = field(default_factory=list)  # joined parts, before those in `_parts`

    def add_text(self, data: bytes) -> None:
        """Adds bytes of text; line ends among them mean nothing."""
        if b"\n" in data or b"\r" in data:
            data = data.replace(b"\r", b"").replace(b"\n", b"")
        if self._skip:
            skipped = min(self._skip, len(data))
            self._skip -= skipped
            data = data[skipped:]
        self._bytes += data

    def add_byte(self, byte: int) -> None:
        """Adds a byte that was written in hexadecimal."""
        if self._skip:
            self._skip -= 1
        else:
            self._bytes.append(byte)

    def add_character(self, text: str) -> None:
        """Adds a character that has a control symbol or word of its own."""
        if self._skip:
            self._skip -= 1
        else:
            self._decode()
            self._add_part(text)

    def add_point(self, number: int) -> None:
        """Adds a code point or a surrogate; negative if it was written as a signed 16-bit number."""
        self._decode()
        if number < 0:
            number += _UNITS
        if 0 < number <= _LARGEST_POINT:
            self._add_part(chr(number))
        self._skip = self.fallback

    def end_fallback(self) -> None:
        """Ends the fallback at a brace or control word, even if less of it was written than announced."""
        self._skip = 0

    def take(self) -> str:
        """Takes the text since the last call; the first of two surrogates waits for the other."""
        if not self._bytes and not self._parts:
            return ""
        self._decode()
        waiting = [self._parts.pop()] if _FIRST_HALF.fullmatch(self._parts[-1]) else []
        text = "".join((*self._whole, *self._parts))
        self._parts = waiting
        self._whole.clear()
        if _HALF.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return show_symbols(text, self.font.symbols) if self.font.symbols else text

    def _decode(self) -> None:
        if not self._bytes:
            return
        text = self._bytes.decode(self.font.codec, "replace")
        self.lost += text.count("\ufffd")
        self._bytes.clear()
        self._add_part(text)

    def _add_part(self, text: str) -> None:
        if len(self._parts) >= _MOST_PARTS:
            self._whole.append("".join(self._parts))
            self._parts.clear()
        self._parts.append(text)


def read_text(tokens: Tokens, font: Font) -> str:
    """The text of the rest of a group."""
    decoder = CharacterDecoder(font)
    for token in tokens.rest_of_group():
        add_token(decoder, token)
    return decoder.take()


def add_token(decoder: CharacterDecoder, token: Token) -> None:
    """Adds what a token prints, if it is text, a byte, a code point or an escaped character."""
    if token.kind is TokenKind.TEXT:
        decoder.add_text(token.data)
    elif token.kind is TokenKind.BYTE:
        decoder.add_byte(token.number or 0)
    elif token.kind is TokenKind.WORD and token.name == "u":
        decoder.add_point(token.number or 0)
    elif token.kind is TokenKind.WORD and token.name == "uc":
        decoder.fallback = max(token.number or 0, 0)
    elif token.kind is TokenKind.SYMBOL and token.name in "\\{}":
        decoder.add_character(token.name)
