"""What markdown and saved pages write around words: the target of a link, a box to tick.

[the plan](http://old.example/7)  →  [the plan](http://new.example/7)      a link that leads elsewhere
- [ ] Ines Varga                  →  - [x] Ines Varga                      a name that was ticked
"""

from __future__ import annotations

import re

from compare.values import Reading, Side

# Up to the edit: a link's target, or the address in a tag of HTML, has begun and has not ended.
_IN_TARGET = r"(?:\]\(<?|\b(?:href|src)=[\"']?)[^\s()\"'<>]*\Z"
# A file's name with blanks in it: "](papers/May minutes.pdf)".
_IN_LONG_TARGET = r"\]\([^()]*\Z"
_TARGET_ENDS = r"[^()\n]*\)"
# The edit itself: an address, or the latter half of a link with or without the words before it.
_TARGET = r"\]?\(?<?(?:https?://|www\.|mailto:|[\w.+-]+@(?=[\w-]+\.))[^\s()]*\)?[.,;:]?|\]\([^\s()]*\)"
_SIGNS = ("](", "://", "www.", "href", "src=", "@")
_TAGS = r"</?[a-zA-Z][^<>]*>|&#?\w{1,8};|\{[:.#][^{}]*\}"
_BOX = ("[", "]")


def is_link_target(draft: Reading, final: Reading) -> bool:
    """Whether all that differs is where a link leads."""
    if not any(sign in reading.sentence_text for reading in (draft, final) for sign in _SIGNS):
        return False
    return _is_target(draft) and _is_target(final) and bool(draft.words or final.words)


def _is_target(reading: Reading) -> bool:
    own = reading.text.strip()
    if not own or re.fullmatch(_TARGET, own):
        return True  # a silent side is where the address would stand: "[the plan]()", or after words that were no link
    place = max(reading.span.start - reading.sentence.start, 0)
    before, after = reading.sentence_text[:place], reading.sentence_text[place + len(reading.span) :]
    if not any(map(str.isspace, own)):
        return re.search(_IN_TARGET, before) is not None
    return re.search(_IN_LONG_TARGET, before) is not None and re.match(_TARGET_ENDS, after) is not None


def is_markup(text: str) -> bool:
    """Whether a text is nothing but tags, signs of HTML or attributes ("<br>", "&nbsp;", "{.wide}"), or nothing."""
    return not text.strip() or (any(sign in text for sign in "<&{") and not re.sub(_TAGS, "", text).strip())


def is_in_tag(reading: Reading) -> bool:
    """Whether the edit stands inside a tag of HTML, and not in the words that it shows or speaks (alt, title)."""
    place = max(reading.span.start - reading.sentence.start, 0)
    before, after = reading.sentence_text[:place], reading.sentence_text[place + len(reading.span) :]
    return _TAG_OPENS.search(before) is not None and re.match(_TAG_ENDS, after) is not None


_TAG_OPENS = re.compile(r"<[a-z][a-z\d]*\b(?![^<>]*(?:alt|title)=[\"'][^<>\"']*\Z)[^<>]*\Z", re.IGNORECASE)
_TAG_ENDS = r"[^<>]*>"


def _is_box_ticked(reading: Reading) -> bool | None:
    """Whether the edit is the tick in a box ("[x]"), or the blank in an empty one; `None` where there is no box."""
    if reading.keys == ("[", "x", "]"):
        return True
    if not reading.before or not reading.after or (reading.before[-1].key, reading.after[0].key) != _BOX:
        return None
    return None if reading.keys not in ((), ("x",)) else bool(reading.words)


def ticked_side(draft: Reading, final: Reading) -> Side | None:
    """The side on which alone the box is ticked, if an edit does no more than that."""
    boxes = _is_box_ticked(draft), _is_box_ticked(final)
    if bool(boxes[0]) == bool(boxes[1]):
        return None
    if any(box is None and reading.words for box, reading in zip(boxes, (draft, final), strict=True)):
        return None
    return Side.DRAFT if boxes[0] else Side.FINAL


def after_box(reading: Reading) -> str:
    """What stands behind the box: the name that is ticked."""
    place = reading.span.end - reading.sentence.start
    behind = reading.sentence_text[place:]
    return (behind if reading.text.rstrip().endswith("]") else behind.partition("]")[2]).strip()
