"""Characters of symbol fonts as the characters that they show.

U+F0B7 in Symbol        •    its place in the font, moved into a private area of Unicode
U+F0FC in Wingdings     ✓
"o" in Courier New      o    a bullet drawn with a letter stays that letter
U+F0E9 in Webdings      •    as a bullet: shown as some glyph that no character stands for
"a" in Symbol           α    the letter that is printed, not the one that was stored
"""

from __future__ import annotations

from collections.abc import Mapping

# Places of symbol fonts are written moved by this much, or as they are.
_PRIVATE = 0xF000
_PRIVATE_AREA = range(0xE000, 0xF900)
_PLACES = range(0x20, 0x100)
_USUAL_BULLET = "•"


def _from_place(first: int, signs: str) -> dict[int, str]:
    return dict(enumerate(signs, first))


def _by_letter(pairs: str) -> dict[int, str]:
    """From letters, each before what it shows."""
    return {ord(letter): sign for letter, sign in zip(pairs[::2], pairs[1::2], strict=True)}


# Source: the encoding of the font Symbol, as in the PostScript Language Reference, appendix E.5.
_SYMBOL = {
    **_from_place(0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    **_from_place(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    **_from_place(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    **_from_place(0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"),
}
# Those of the 223 pictures of Wingdings that stand in texts: boxes, ticks, arrows, bullets, figures in circles.
_WINGDINGS = {
    **_by_letter("(☎*✉J☺L☹F☞E☜l●m❍n■o□p❐q❑r❒s⬧t⧫u◆v❖w⬥x⌧|✿¤◉¥◎§▪¨◻«★²✧Õ⌫Ø➢Ü➲"),
    **_from_place(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    **_from_place(0x9E, "·•▪○"),
    **_from_place(0xDF, "←→↑↓↖↗↙↘←→↑↓↖↗↙↘⇦⇨⇧⇩⬄⇳"),
    **_from_place(0xFB, "✗✓☒☑"),
}
_FONTS: Mapping[str, Mapping[int, str]] = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _by_letter("O✗P✓Q☒R☑S☒T☒£□") | _from_place(0x96, "●•"),
    "wingdings 3": _by_letter("f←g→}▶"),
    "webdings": _by_letter("a✓r✗c□g■=●"),
}


def is_symbol_font(font: str) -> bool:
    """Whether letters in this font show other characters."""
    return font.lower() in _FONTS


def show_symbols(text: str, font: str) -> str:
    """The characters that a text in this font shows; those that no character stands for are left as they are."""
    shown = _FONTS.get(font.lower())
    if shown is None:
        return text
    return "".join(shown.get(_place(sign), sign) for sign in text)


def bullet_sign(text: str, font: str) -> str:
    """The bullet that a list prints, with the usual one for a picture of which no character is known."""
    shown = _FONTS.get(font.lower(), {})
    # A bullet in the private area without its font: what Word's own lists have there.
    signs = (shown.get(_place(sign)) or _known_bullet(sign) for sign in text)
    return "".join(signs).strip().replace("−", "–")  # a dash of the font Symbol is a minus


def _known_bullet(sign: str) -> str:
    if ord(sign) not in _PRIVATE_AREA:
        return sign
    place = _place(sign)
    return _USUAL_BULLET if place == ord("·") else _WINGDINGS.get(place, _USUAL_BULLET)


def _place(sign: str) -> int:
    code = ord(sign)
    return code - _PRIVATE if code - _PRIVATE in _PLACES else code
