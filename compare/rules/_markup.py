"""What markdown and saved pages write around words: the target of a link, a box to tick.

[the plan](http://old.example/7)  →  [the plan](http://new.example/7)      a link that leads elsewhere
- [ ] Ines Varga                  →  - [x] Ines Varga                      a name that was ticked
"""

from __future__ import annotations

import re

from compare.values import Reading

# Up to the edit: a link's target, or the address in a tag of HTML, has begun and has not ended.
_IN_TARGET = re.compile(r"(?:\]\(<?|\b(?:href|src)=[\"']?)[^\s()\"'<>]*\Z")
# The edit itself: an address, or the latter half of a link with or without the words before it.
_TARGET = re.compile(r"\]?\(?<?(?:https?://|www\.|mailto:)[^\s()]*\)?[.,;:]?|\]\([^\s()]*\)")
_SIGNS = ("](", "://", "www.", "href", "src=")
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#?\w{1,8});")
_BOX = ("[", "]")


def is_link_target(draft: Reading, final: Reading) -> bool:
    """Whether all that differs is where a link leads."""
    if not any(sign in reading.sentence_text for reading in (draft, final) for sign in _SIGNS):
        return False
    return _is_target(draft) and _is_target(final) and bool(draft.words or final.words)


def _is_target(reading: Reading) -> bool:
    own = reading.text.strip()
    if own and _TARGET.fullmatch(own):
        return True
    if any(map(str.isspace, own)):
        return False
    before = reading.sentence_text[: max(reading.span.start - reading.sentence.start, 0)]
    # A silent side is where the address would stand: "[the plan]()", or after the words that were no link.
    return _IN_TARGET.search(before) is not None or (not own)


def is_markup(text: str) -> bool:
    """Whether a text is nothing but tags or signs of HTML ("<br>", "&nbsp;"), or nothing at all."""
    return not text.strip() or (("<" in text or "&" in text) and not _TAGS.sub("", text).strip())


def is_box_ticked(reading: Reading) -> bool | None:
    """Whether the edit is the tick in a box ("[x]"), or the blank in an empty one; `None` where there is no box."""
    if not reading.before or not reading.after or (reading.before[-1].key, reading.after[0].key) != _BOX:
        return None
    return None if reading.keys not in ((), ("x",)) else bool(reading.words)


def after_box(reading: Reading) -> str:
    """What stands behind the box: the name that is ticked."""
    place = reading.span.end - reading.sentence.start
    return reading.sentence_text[place:].partition("]")[2].strip()
