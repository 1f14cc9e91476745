"""Printed signs that say something: ticks and boxes, discs, colours, arrows, marks of a note, signs of arithmetic.

☒ Granted  ☐ Refused              →  ☐ Granted  ☒ Refused                  another box is ticked
| J. Sale | ● |                   →  | J. Sale | ○ |                       by the key below: present, absent
J. Sale†                          →  J. Sale‡                              another note
a grant of £400                   →  a grant of ~£400                      about so much
income ≠ expenditure              →  income = expenditure
The sum was £400                  →  The sum was £400 (?)                  doubted
| Sale | " |                      →  | Sale | |                            as in the line above

A dash, a comma or a bullet at the head of a line says nothing of the kind, and no sign inside a tag or an address does.
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.text.tokens import QUOTE
from compare.values import Reading, Word

# Signs by what they say, whatever their shape: Word ticks a box as ☒ or ☑.
_SIGNS = {
    **dict.fromkeys("✓✔✅🗸", "yes"),
    **dict.fromkeys("✗✘❌✕✖❎🗙", "no"),
    **dict.fromkeys("☑☒🗹🗷", "ticked"),
    **dict.fromkeys("☐□❏❑❒◻⬜", "empty"),
    **dict.fromkeys("🔴🟥🛑", "red"),
    **dict.fromkeys("🟠🟧🟡🟨", "amber"),
    **dict.fromkeys("🟢🟩", "green"),
    **dict.fromkeys("🔵🟦", "blue"),
    **dict.fromkeys("⚫⬛", "black"),
    **dict.fromkeys("↑⬆▲△🔼", "up"),
    **dict.fromkeys("↓⬇▼▽🔽", "down"),
    **dict.fromkeys("●⬤◉", "full"),
    **dict.fromkeys("○◯", "open"),
    **dict.fromkeys("◐◑◒◓", "half"),
    **dict.fromkeys("≈≃≅∼~", "about"),
    **{sign: sign for sign in "👍👎⚪★☆⚠†‡¶≠≤≥±×÷"},
}
# At the head of a line these are bullets or the marks of a quoted line.
_WITHIN_LINE = {"+": "and", "&": "and", "=": "=", "<": "<", ">": ">"}
_BULLETS = {"full", "open", "half"}
_ABOUT = "about"
_ENDS = frozenset((".", "!", "...", QUOTE, ")", "]"))


def differ_in_signs(draft: Reading, final: Reading) -> bool:
    """Whether another sign is printed, or one more: the words around it say something else with it."""
    return list(_signs_in(draft)) != list(_signs_in(final))


def _signs_in(reading: Reading) -> Iterator[str]:
    words = reading.words
    for place, word in enumerate(words):
        if word.is_word:
            continue
        is_head = not reading.before and not any(near.is_word for near in words[:place])
        if word.key == QUOTE:
            if _is_ditto(reading, word):
                yield "ditto"
        elif word.key == "?":
            if not _ends_sentence(reading, place):
                yield "doubt"
        elif word.key in _WITHIN_LINE:
            if not is_head and not _is_bracket(reading, word):
                yield _WITHIN_LINE[word.key]
        else:
            ornaments = {_ABOUT} if not _is_before_figure(reading, place) else set()
            ornaments |= _BULLETS if is_head else set()
            yield from (_SIGNS[sign] for sign in word.text if sign in _SIGNS and _SIGNS[sign] not in ornaments)


def _is_ditto(reading: Reading, word: Word) -> bool:
    """Whether a quotation mark stands alone, between blanks or the bars of a cell."""
    start, end = word.span.start - reading.sentence.start, word.span.end - reading.sentence.start
    around = reading.sentence_text[max(0, start - 1) : start] + reading.sentence_text[end : end + 1]
    return not around.replace("|", " ").strip()


def _is_before_figure(reading: Reading, place: int) -> bool:
    """Whether a figure follows a sign: "~£400", and no "~ End of meeting ~"."""
    following = (*reading.words[place + 1 :], *reading.after)[:1]
    return any(map(str.isdigit, following[0].key)) if following else False


def _is_bracket(reading: Reading, word: Word) -> bool:
    """Whether a sign of comparison is the bracket of an address or a name: "<clerk@board.example>"."""
    start, end = word.span.start - reading.sentence.start, word.span.end - reading.sentence.start
    before, after = reading.sentence_text[start - 1 : start], reading.sentence_text[end : end + 1]
    return (word.key == "<" and (after.isalpha() or after == "@")) or (word.key == ">" and before.isalpha())


def _ends_sentence(reading: Reading, place: int) -> bool:
    """Whether a question mark ends its sentence: nothing but brackets and quotation marks follows."""
    rest = (*reading.words[place + 1 :], *reading.after)
    before = reading.words[place - 1] if place else (reading.before or (None,))[-1]
    return not (before is not None and before.key in ("(", "[")) and all(near.key in _ENDS for near in rest)
