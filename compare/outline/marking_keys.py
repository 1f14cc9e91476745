"""Finds the lines that say what bold type, italics, underlining or a star beside the words mean.

Those present are shown in bold: …         bold type tells who was there
Members (* = absent): …                    a star does
"""

from __future__ import annotations

from collections.abc import Mapping

from compare.outline.segment_view import SegmentView
from compare.style.house_style import HouseStyle
from compare.style.phrases import fold_blanks, folded_phrases
from compare.values import Formatting, Key

_LONGEST = 2_000  # characters of a line that are read
_HINTS = ("bold", "italic", "underlin", "*", "star", "asterisk")
_BY_LIST: Mapping[str, Formatting] = {
    "keys_to_bold": Formatting.BOLD,
    "keys_to_italics": Formatting.ITALIC,
    "keys_to_underlining": Formatting.UNDERLINED,
}


def find_keys(view: SegmentView, style: HouseStyle) -> tuple[Key, ...]:
    """The keys to marks, in order. Cost: linear."""
    return tuple(key for index, text in enumerate(view.texts) if (key := _key(index, text, style)) is not None)


def _key(index: int, text: str, style: HouseStyle) -> Key | None:
    head = text[:_LONGEST].lower()
    if not any(hint in head for hint in _HINTS):
        return None
    words = fold_blanks(head.replace("**", "").replace("\\", ""))
    formatting = Formatting.PLAIN
    for name, how in _BY_LIST.items():
        if _has(words, style, name):
            formatting |= how
    has_star = _has(words, style, "keys_to_stars")
    of_people = _has(words, style, "subjects_of_keys")
    is_key = has_star or (bool(formatting) and of_people)
    return Key(index, formatting, has_star, of_people) if is_key else None


def _has(words: str, style: HouseStyle, name: str) -> bool:
    return any(phrase in words for phrase in folded_phrases(style.minutes[name]))
