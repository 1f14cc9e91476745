"""Finds the segments that were taken in private, also where no item shows where the private part begins or ends.

8. Caretaker
The meeting went into closed session at 8.40 pm.
The report was noted.                                 private: below the sentence that says so
The public were readmitted.
The lamps would be mended.                            open again

A sentence counts that says what happened: "no item required that the public be excluded" excludes nobody, and a
visitor who left closed nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from compare.outline.segment_view import SegmentView
from compare.outline.status import is_private_mark, opens_again
from compare.style.house_style import HouseStyle
from compare.style.phrases import Phrases, starting
from compare.text.word_search import WordSearch
from compare.values import Item, Resolution, SegmentKind

# The longest segment, in characters, that is read for such a sentence, and the longest line that can be a mark.
_LONGEST = 600
_LONGEST_MARK = 90

_PUBLIC = r"\b(?:press|public)\b(?:[\s,]+(?:and|or)(?: the| members of the)*\s+(?:press|public)\b)?"
_REASON = (
    r"(?:(?:confidential|private|exempt|closed) (?:nature|business|items?|matters?|session|meeting|part|section)"
    r"|part (?:ii|2|two|b))\b"
)
_AUDIENCE = WordSearch(r"(?:public|press|observers?|visitors?|guests?|non-members)\b", "povgn")
# That the public has gone: "The press and public withdrew.", "the public were asked to leave", "the public excluded".
_GONE = re.compile(
    rf"(?i){_PUBLIC}(?: present)?\s+(?:(?:then|had|having|now|were|was|all) )*"
    r"(?:excluded\b|asked to (?:leave|withdraw)\b|retired\b"
    r"|(?:withdrew|withdrawn)\b(?=\W*(?:$|[.,;)]|from\b|at\b|for\b|while\b|before\b|and\b)))"
    r"|\b(?:press and (?:the )?public|public and (?:the )?press)\b\s+(?:then |had )?left\b"
    rf"|\b(?:public|press|observers?|visitors?|guests?|non-members)\b[^.]{{0,30}}\bleft\b[^.]{{0,60}}\b{_REASON}"
    rf"|\b{_REASON}[^.]{{0,60}}\b(?:public|press|observers?|visitors?|guests?|non-members)\b[^.]{{0,20}}\b(?:left|withdrew)\b"
)
# That the meeting has: "went into closed session", "moved to Part 2", "continued in camera".
_CLOSED = WordSearch(
    r"(?:went|goes|moved|moves|entered|continued|adjourned|resumed|reconvened|retired|proceeded)"
    r"(?: on)?\s+(?:(?:in|into|to)\s+)?(?:an? |the )?"
    r"(?:(?:closed|private|confidential|exempt|executive|in[- ]camera)[ -](?:session|meeting|part|business|section)\b"
    r"|part (?:ii|2|two|b)\b(?! of)|camera\b|private\b(?=\W*(?:$|[.,;]|at\b|to\b)))",
    "wgmecarp",
)
# A decision that excludes: only inside a resolution, or where somebody agreed it.
_DECIDED = WordSearch(
    rf"{_PUBLIC}[^.]{{0,40}}\b(?:be|is|are) (?:now |hereby )?(?:excluded|asked to (?:leave|withdraw))\b", "p"
)
_AGREED = WordSearch(r"(?:agreed|resolved|resolution|carried|decided|moved)\b", "arcdm")
# Words before any of these that deny it, or put it off.
_DENIED = re.compile(r"(?i)\b(?:no|not|none|nor|nothing|never|neither|whether|if|unless|until)\b")
_THIS_ITEM = re.compile(
    r"(?i)\b(?:this|that|the next|the following|next) (?:agenda )?(?:item|matter|business|report)\b"
)
_FOLLOWING = re.compile(
    r"(?i)\b(?:following|remaining|remainder|rest of|next) (?:items|of the|business|the meeting|meeting)\b"
)
_NAMED = re.compile(r"(?i)\b(?:minutes?|items?|agenda items?)\s*(?:nos?\.?|numbers?)?\s*\d")
_EXCLUSION = re.compile(r"(?i)\bexclu\w+ of (?:the )?(?:members of the )?(?:press|public)\b")
_NUMBER = re.compile(r"\W*\d[\w./-]*\s+")


def private_segments(
    view: SegmentView,
    items: tuple[Item, ...],
    item_of: tuple[int | None, ...],
    exempt: tuple[int, ...],
    resolutions: tuple[Resolution, ...],
    style: HouseStyle,
) -> frozenset[int]:
    """Gives the segments of the exempt items, and those below a line or sentence that closes the meeting.

    Cost: linear.
    """
    found = {index for place in exempt for index in range(items[place].first, items[place].last)}
    marks, public = starting(style.minutes["exempt_marks"]), starting(style.minutes["open_marks"])
    decided = _segments_of(view, resolutions)
    starts = {item.first for item in items}
    end = 0  # where the private part ends that was declared last
    for index, text in enumerate(view.texts):
        if view.is_kind(index, SegmentKind.FURNITURE) or len(text) > _LONGEST:
            if index < end:
                found.add(index)
            continue
        if _opens_again(text, public, is_line=index in starts or len(text) <= _LONGEST_MARK):
            end = index
        if index < end:
            found.add(index)
        elif _is_mark(view, index, marks, items, item_of):
            end = len(view.texts)
        else:
            end = _declared_end(text, index, items, item_of, decided)
    return frozenset(found)


def _opens_again(text: str, public: Phrases, *, is_line: bool) -> bool:
    if opens_again(text):
        return True
    return is_line and public.match(_NUMBER.sub("", text, count=1).lstrip("*_#( [")) is not None


def _is_mark(
    view: SegmentView, index: int, marks: Phrases, items: tuple[Item, ...], item_of: tuple[int | None, ...]
) -> bool:
    """Whether a line says that what is below it is private; the title of an item says it of the item alone."""
    text = view.texts[index]
    if len(text) > _LONGEST_MARK or not view.is_kind(index, SegmentKind.HEADING, SegmentKind.PARAGRAPH):
        return False
    bare = text.strip("*_#( [")
    if bare[-1:] in (".", ";", ",") or not is_private_mark(bare, marks) or "exclusion" in bare.lower():
        return False
    item = item_of[index]
    return item is None or items[item].last - items[item].first == 1 or items[item].first != index


def _declared_end(
    text: str, index: int, items: tuple[Item, ...], item_of: tuple[int | None, ...], decided: frozenset[int]
) -> int:
    """Finds how far a sentence closes the meeting: its item, the next, or all that follow; not at all: 0."""
    has_audience = _AUDIENCE.is_in(text)
    happened = (_GONE.search(text) if has_audience else None) or _CLOSED.search(text)
    is_agreed = has_audience and not happened and (index in decided or _AGREED.is_in(text))
    agreed = _DECIDED.search(text) if is_agreed else None
    match, place, count = happened or agreed, item_of[index], len(item_of)
    if match is None or _DENIED.search(text, 0, match.start()):
        return 0
    if place is None:
        return count
    if agreed and (_NAMED.search(text) or _EXCLUSION.search(items[place].title)):
        return 0  # the items that it means are known
    if _THIS_ITEM.search(text) or (agreed and not _FOLLOWING.search(text)):
        if index + 1 < items[place].last:
            return items[place].last
        return items[place + 1].last if place + 1 < len(items) else count
    return count


def _segments_of(view: SegmentView, resolutions: tuple[Resolution, ...]) -> frozenset[int]:
    """Gives the segments that stand in a resolution."""
    found: set[int] = set()
    for resolution in resolutions:
        index = max(bisect_right(view.segments, resolution.span.start, key=lambda segment: segment.start) - 1, 0)
        while index < len(view.segments) and view.segments[index].start < resolution.span.end:
            found.add(index)
            index += 1
    return frozenset(found)
