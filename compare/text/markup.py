"""Markup that stays in the text around words: links, tags, emphasis, boxes to tick.

[the plan](http://old.example/7)  →  [the plan](http://new.example/7)      a link that leads elsewhere
- [ ] Ines Varga                  →  - [x] Ines Varga                      a name that was ticked
the **deep** pond                 →  the deep pond                         the same words
"""

from __future__ import annotations

import re
from html import unescape

from compare.values import Reading, Side

_LONGEST = 4000  # characters of a passage that are read without their markup: what is quoted stands at its beginning

_LINK = r"!?\[([^\[\]]+)\]\([^\s()]*\)"
_TAG = r"</?(?:a|abbr|b|br|code|dd|div|dl|dt|em|i|img|li|ol|p|pre|s|small|span|strong|sub|sup|t[dhr]|u|ul)\b[^<>]*>"
_LEADING = re.compile(r"\A(?:(?:[*+•◦▪>-]|#{1,6}|[-*] \[[ xX]?\]|\[[ xX]?\])(?=[ \t]))+[ \t]*")
_EMPHASIS = re.compile(r"\*\*\*?|__|~~|`+|(?<!\w)[*_](?=\w)|(?<=[\w.,;:!?)])[*_](?!\w)|\\(?=[^\w\s])")
_ATTRIBUTES = r"[ \t]*\{:?[ \t]*[#.][A-Za-z][^{}]*\}"
_MARKUP = r"</?[a-zA-Z][^<>]*>|&#?\w{1,8};|\{[:.#][^{}]*\}"

# Where one cell of a table ends and the next begins; a tag whose beginning or end was cut off.
_CELL_ENDS = r"</t[dh]>\s*<t[dh]\b[^<>]*>"
_CUT_AT_START, _CUT_AT_END = r"\A…[^<>]*=[^<>]*>", r"<[^<>]*…?\Z"

# Up to the edit: a link's target, or the address in a tag of HTML, has begun and has not ended.
_IN_TARGET = r"(?:\]\(<?|\b(?:href|src)=[\"']?)[^\s()\"'<>]*\Z"
# A file's name with blanks in it: "](papers/May minutes.pdf)".
_IN_LONG_TARGET = r"\]\([^()]*\Z"
_TARGET_ENDS = r"[^()\n]*\)"
# The edit itself: an address, or the latter part of a link with or without the words before it.
_TARGET = r"\]?\(?<?(?:https?://|www\.|mailto:|[\w.+-]+@(?=[\w-]+\.))[^\s()]*\)?[.,;:]?|\]\([^\s()]*\)"
_IN_EVERY_LINK = ("](", "://", "www.", "href", "src=", "@")
_TAG_OPENS = re.compile(r"<[a-z][a-z\d]*\b(?![^<>]*(?:alt|title)=[\"'][^<>\"']*\Z)[^<>]*\Z", re.IGNORECASE)
_TAG_ENDS = r"[^<>]*>"
_BOX = ("[", "]")


def without_markup(text: str) -> str:
    """The words on one line, without marks of markdown or HTML; with them where there is nothing else."""
    line = " ".join(text[:_LONGEST].split())
    if line.isalnum():
        return line
    bare = re.sub(_TAG, "", re.sub(_LINK, r"\1", line)) if "](" in line or "<" in line else line
    bare = re.sub(_ATTRIBUTES, "", bare) if "{" in bare else bare
    bare = _EMPHASIS.sub("", _LEADING.sub("", bare)).strip()
    return bare if any(map(str.isalnum, bare)) else line


def without_tags(before: str, after: str) -> tuple[str, str]:
    """The words around a change without the tags of HTML, those that are cut off at the ends too; cells by bars."""
    if "<" not in before + after and ">" not in before + after:
        return before, after
    before = re.sub(_CUT_AT_START, "…" if before.startswith("…") else "", before)
    after = re.sub(_CUT_AT_END, "…" if after.endswith("…") else "", after)
    bare = (unescape(re.sub(_TAG, "", re.sub(_CELL_ENDS, " | ", words))) for words in (before, after))
    return next(bare), next(bare)


def is_markup(text: str) -> bool:
    """Whether a text is nothing but tags, entities of HTML or attributes ("<br>", "&nbsp;", "{.wide}"), or nothing."""
    return not text.strip() or (any(mark in text for mark in "<&{") and not re.sub(_MARKUP, "", text).strip())


def is_link_target(draft: Reading, final: Reading) -> bool:
    """Whether all that differs is where a link leads."""
    if not any(part in reading.sentence_text for reading in (draft, final) for part in _IN_EVERY_LINK):
        return False
    return _is_target(draft) and _is_target(final) and bool(draft.words or final.words)


def _is_target(reading: Reading) -> bool:
    own = reading.text.strip()
    if not own or re.fullmatch(_TARGET, own):
        return True  # an empty side is where the address would stand: "[the plan]()", or after words that were no link
    before, after = _sentence_around(reading)
    if not any(map(str.isspace, own)):
        return re.search(_IN_TARGET, before) is not None
    return re.search(_IN_LONG_TARGET, before) is not None and re.match(_TARGET_ENDS, after) is not None


def is_in_tag(reading: Reading) -> bool:
    """Whether the edit stands inside a tag of HTML, and not in its words for readers (alt, title)."""
    before, after = _sentence_around(reading)
    return _TAG_OPENS.search(before) is not None and re.match(_TAG_ENDS, after) is not None


def _sentence_around(reading: Reading) -> tuple[str, str]:
    """The sentence before and after the edit."""
    start = max(reading.span.start - reading.sentence.start, 0)
    return reading.sentence_text[:start], reading.sentence_text[start + len(reading.span) :]


def ticked_side(draft: Reading, final: Reading) -> Side | None:
    """The side on which alone the box is ticked, if an edit does no more than that."""
    boxes = _is_box_ticked(draft), _is_box_ticked(final)
    if bool(boxes[0]) == bool(boxes[1]):
        return None
    if any(box is None and reading.words for box, reading in zip(boxes, (draft, final), strict=True)):
        return None
    return Side.DRAFT if boxes[0] else Side.FINAL


def _is_box_ticked(reading: Reading) -> bool | None:
    """Whether the edit is the tick in a box ("[x]"), or the blank in an empty one; `None` where there is no box."""
    if reading.keys == ("[", "x", "]"):
        return True
    if not reading.before or not reading.after or (reading.before[-1].key, reading.after[0].key) != _BOX:
        return None
    return None if reading.keys not in ((), ("x",)) else bool(reading.words)


def text_after_box(reading: Reading) -> str:
    """What stands after the box: the name that is ticked."""
    after = reading.sentence_text[reading.span.end - reading.sentence.start :]
    return (after if reading.text.rstrip().endswith("]") else after.partition("]")[2]).strip()
