r"""Signs of the fonts of symbols, as the characters they print.

\'b7 in Symbol              •    the bullet that Word puts before a list
\u-3929 in Wingdings        ▪    a place of its own in Unicode, by which Word names the sign
\u61623 without a font      •    as Writer saves it
\'61 in Symbol              α
"""

from __future__ import annotations

import re

# The signs of these fonts stand at these places of Unicode's area for private use.
_PRIVATE = range(0xF000, 0xF100)
_IS_PRIVATE = re.compile("[\uf000-\uf0ff]")
_SYMBOL_LETTERS = {
    ord("A"): "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
    ord("a"): "αβχδεφγηιϕκλμνοπθρστυϖωξψζ",
    0xA2: "′≤",
    0xA5: "∞",
    0xA7: "♣♦♥♠↔←↑→↓°±″≥×",
    0xB7: "•÷≠≡≈…",
    0xD2: "®©™",
    0xD6: "√⋅",
    0xDB: "⇔⇐⇑⇒⇓◊",
}
_WINGDINGS_SIGNS = {
    0x6C: "●❍■□□❑❒⬧⧫◆❖⬥",
    0x9E: "·•",
    0xA1: "○",
    0xA7: "▪◻",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←→↑↓",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗✓☒☑",
}


def _places(signs: dict[int, str]) -> dict[int, str]:
    return {first + place: sign for first, row in signs.items() for place, sign in enumerate(row)}


_SYMBOL, _WINGDINGS = _places(_SYMBOL_LETTERS), _places(_WINGDINGS_SIGNS)
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
# Without a font: the bullets of either, told by their places; no letter of Symbol stands at those of Wingdings.
_ANY = {**_WINGDINGS, 0xB7: "•"}
_LAST_ASCII = 0x7F


def is_symbol_font(font: str) -> bool:
    """Whether the letters of a font are signs."""
    return font.strip().lower() in _FONTS


def signs_of_bytes(data: bytes, font: str) -> str:
    """The signs that the bytes print in a font; those that are not known as their places of private use."""
    signs = _FONTS.get(font.strip().lower(), {})
    return "".join(signs.get(byte) or chr(byte + (_PRIVATE.start if byte > _LAST_ASCII else 0)) for byte in data)


def plain_signs(text: str, font: str = "") -> str:
    """The text with signs of private use as what `font` prints for them; those that are not known stay."""
    if not _IS_PRIVATE.search(text):
        return text
    signs = _FONTS.get(font.strip().lower(), _ANY)
    return "".join(
        signs.get(ord(letter) - _PRIVATE.start, letter) if ord(letter) in _PRIVATE else letter for letter in text
    )


def plain_bullet(text: str, font: str = "") -> str:
    """The sign before the items of a list; a sign of an unknown font is a bullet."""
    sign = plain_signs(text, font)
    return "•" if len(sign) == 1 and "\ue000" <= sign <= "\uf8ff" else sign
