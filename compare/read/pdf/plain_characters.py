"""Characters as a PDF holds them, and the plain ones that the same words have in other formats.

    \ufb01nd                 find         a ligature
    \u6600\u6600               ff           the same, badly named
    \uf0b7                   •            a bullet of a symbol font, by its place in that font
    e + \u0301                é            a letter and its accent apart

Letters that are plain already cost nothing.
"""

from __future__ import annotations

from unicodedata import normalize

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
# The bullets of Symbol and Wingdings, moved into the private area of Unicode by the place that they have in the font.
_BULLETS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0a8": "▪",
    "\uf06e": "■",
    "\uf06f": "□",
    "\uf071": "❑",
    "\uf075": "◆",
    "\uf076": "❖",
    "\uf0d8": "➢",
    "\uf0e0": "→",
    "\uf0e8": "➔",
    "\uf0fc": "✓",
    "\uf0fb": "✗",
    "\uf02d": "–",
    "\uf02a": "*",
    "\uf0be": "—",
    "\uf0d2": "®",
    "\uf0d3": "©",
    "\uf0d4": "™",
}
# Letters of ligatures as Ghostscript 10.0 names them, their two bytes the wrong way round: "ff" is \u6600\u6600.
_SWAPPED = {chr(ord(letter) << 8): letter for letter in "fijlths"}
# The arrow by which a browser leads back from a note, and the signs that say how an arrow is drawn.
# Other odd ones: a no-break blank of no width, PDFium's own signs, half marks.
_NOTHING = dict.fromkeys("\u21a9\ufe0e\ufe0f\ufeff\u200b\u2060\ufffc\x02\x1f\u200c\u200d\u200e\u200f", "")
_PLAIN = str.maketrans(_LIGATURES | _SWAPPED | _BULLETS | _NOTHING)


def plain_signs(text: str) -> str:
    """The text with plain characters."""
    if text.isascii():
        return text
    return normalize("NFC", text.translate(_PLAIN))
