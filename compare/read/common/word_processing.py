"""What Word, Writer and Rich Text have in common: symbol fonts, names of styles and fields, tick boxes, twips.

U+F0B7 in Symbol        •    its place in the font, moved into a private area of Unicode
U+F0FC in Wingdings     ✓
"o" in Courier New      o    a bullet drawn with a letter stays that letter
U+F0E9 in Webdings      •    as a bullet: drawn as a picture without a Unicode character
"a" in Symbol           α    the letter that is printed, not the one that was stored
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Styles of hyperlinks: a link is underlined because it leads somewhere, not because it was amended.
LINK_STYLES: Final = frozenset({"hyperlink", "followedhyperlink", "internet link", "visited internet link"})
TITLE_STYLE: Final = "title"
# Fields whose result is stored and not printed.
UNPRINTED_FIELDS: Final = frozenset({"SET", "ASK", "XE", "TC", "TA", "RD", "PRIVATE"})
TICKED, UNTICKED = "☒", "☐"
# Twips (twentieths of a point) to a character's width: half of 12 points, the usual size of type.
_TWIPS_PER_COLUMN = 120

# Places of symbol fonts are written moved by this much, or as they are.
_PRIVATE = 0xF000
_PRIVATE_AREA = range(0xE000, 0xF900)
_PLACES = range(0x20, 0x100)
_USUAL_BULLET = "•"


def _from_place(first: int, characters: str) -> dict[int, str]:
    return dict(enumerate(characters, first))


def _by_letter(pairs: str) -> dict[int, str]:
    """From letters, each before what it shows."""
    return {ord(letter): shown for letter, shown in zip(pairs[::2], pairs[1::2], strict=True)}


# Source: the encoding of the font Symbol, as in the PostScript Language Reference, appendix E.5.
_SYMBOL = {
    **_from_place(0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    **_from_place(0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    **_from_place(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    **_from_place(0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"),
}
# Those of the 223 pictures of Wingdings that texts use: boxes, ticks, arrows, bullets, figures in circles.
_WINGDINGS = {
    **_by_letter("(☎*✉J☺L☹F☞E☜l●m❍n■o□p❐q❑r❒s⬧t⧫u◆v❖w⬥x⌧|✿¤◉¥◎§▪¨◻«★²✧Õ⌫Ø➢Ü➲"),
    **_from_place(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    **_from_place(0x9E, "·•▪○"),
    **_from_place(0xDF, "←→↑↓↖↗↙↘←→↑↓↖↗↙↘⇦⇨⇧⇩⬄⇳"),
    **_from_place(0xFB, "✗✓☒☑"),
}
# Source: the chart "Dingbats" of Unicode, which keeps the order of the font; only what texts use.
_DINGBATS = _by_letter("3✓4✔5✕6✖7✗8✘l●n■o❏q❑s▲t▼u◆H★")
_FONTS: Mapping[str, Mapping[int, str]] = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _by_letter("O✗P✓Q☒R☑S☒T☒£□") | _from_place(0x96, "●•"),
    "wingdings 3": _by_letter("f←g→}▶"),
    "zapfdingbats": _DINGBATS,
    "zapf dingbats": _DINGBATS,
    "monotype sorts": _DINGBATS,
    "webdings": _by_letter("a✓r✗c□g■=●"),
}


def columns_of(twips: int) -> int:
    """An indent in characters' widths; 0 for a negative one."""
    return max(0, round(twips / _TWIPS_PER_COLUMN))


def is_symbol_font(font: str) -> bool:
    """Whether letters in this font show other characters."""
    return font.lower() in _FONTS


def show_symbols(text: str, font: str) -> str:
    """The characters that a text in this font shows; those without a Unicode character stay as they are."""
    shown = _FONTS.get(font.lower())
    if shown is None:
        return text
    return "".join(shown.get(_place(character), character) for character in text)


def bullet_character(text: str, font: str) -> str:
    """The bullet that a list prints; the usual one for a picture without a Unicode character."""
    shown = _FONTS.get(font.lower(), {})
    # A bullet in the private area without its font: what Word's own lists have there.
    characters = (shown.get(_place(character)) or _known_bullet(character) for character in text)
    return "".join(characters).strip().replace("−", "–")  # a dash of the font Symbol is a minus


def _known_bullet(character: str) -> str:
    if ord(character) not in _PRIVATE_AREA:
        return character
    place = _place(character)
    return _USUAL_BULLET if place == ord("·") else _WINGDINGS.get(place, _USUAL_BULLET)


def _place(character: str) -> int:
    """The place of a character in its font."""
    code = ord(character)
    return code - _PRIVATE if code - _PRIVATE in _PLACES else code
