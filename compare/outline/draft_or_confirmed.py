"""Reads whether the minutes say that they are a draft or confirmed, and every place that still says draft.

    DRAFT                                            a mark, on a line of its own or in every page's head
    Parks Committee – Draft v2 – page 3              a part of a title or of a running head
    These minutes are unconfirmed.                   a statement about the minutes, above or below them
    7. Allotment rents [Draft]                       square brackets are the clerk's own
    The draft budget was noted.                      says nothing about the minutes
    DRAFT LOCAL PLAN WORKING PARTY                   nor does a word of a name
    3. Draft minutes of the last meeting             nor an item about other minutes

A status that cannot be read is `None`, never a guess.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from compare.outline.segment_view import RoleClaims, SegmentView
from compare.outline.what_met import version_day
from compare.style.house_style import HouseStyle
from compare.style.phrases import Phrases, holds_any, phrase_stems, starting
from compare.values import Item, Role, SegmentKind, Span

# The longest line, in characters, that can be a title or a mark of status.
_LONGEST_LINE = 160
# The same of a note that states it in a sentence or two.
_LONGEST_NOTE = 600
# How many segments at the end can say draft or confirmed.
_TAIL = 3
_WORD = re.compile(r"[^\W_]+")
_BETWEEN_MARKS = re.compile(r"\s[-–—|/]\s|[,;]\s|\t")
# What may follow the mark of a version: "Draft v2", "DRAFT 1.3 of 9 May 2025", "Draft for approval", "Draft copy".
_DATED = r"(?:of|dated|as at)\s+\d[^;]{3,30}"
_VERSION = re.compile(
    r"(?i)\s+(?:(?:copy|version|text|wording|only)\b|(?:for|until|to be|not for|pending|awaiting)\s[^.]*"
    rf"|{_DATED}|(?:v|version|no|nr|rev|revision)?\.?\s*\d[\d.]*(?:,?\s+{_DATED})?)"
)
# Words of a sentence about other minutes: "The draft minutes of 3 May were approved."
_SENTENCE = re.compile(
    r"(?i)\b(?:was|were|be|been|being|had|has|have|approv\w+|adopt\w+|confirm\w*|agree\w*|accept\w*|receiv\w+|review\w*"
    r"|circulat\w+|consider\w*|amend\w*|sign\w*|arising|previous|last)\b"
)
# "These minutes are", "The notes remain", before a mark.
_MINUTES_ARE = re.compile(
    r"(?i)\b(?:minutes|notes|record)\s+(?:of (?:this|the) meeting\s+)?(?:are|is|remain|remains)\s+"
    r"(?:still\s+|only\s+)?(?:in\s+|a\s+)?"
)
# "These are", "This is an", before a mark that nothing follows but the end of the thought: not "a draft policy".
_THESE_ARE = re.compile(r"(?i)\b(?:these|this)\s+(?:are|is)\s+(?:still\s+|only\s+)?(?:the\s+|an?\s+)?")
_THOUGHT_ENDS = re.compile(r"(?i)[*_\s]*(?:[.,;:)\]]|\Z|\b(?:until|and|version|copy|record)\b)")
_OF_MINUTES = re.compile(r"(?i)\b(?:minutes|notes of|record of)\b")
# Square brackets that are no link of markdown.
_BRACKETED = re.compile(r"\[(?P<words>[^\[\]\n]{1,60})\](?![(\[:])")


_HAS_BRACKETS = (SegmentKind.HEADING, SegmentKind.PARAGRAPH, SegmentKind.FURNITURE)


class Status(NamedTuple):
    """Draft or confirmed, the words that state it, and all words that say draft."""

    status: str | None
    mark: Span | None
    draft_marks: tuple[Span, ...] = ()
    version_date: str | None = None


def find_status(
    view: SegmentView, roles: RoleClaims, front: list[int], items: tuple[Item, ...], style: HouseStyle
) -> Status:
    """Finds draft or confirmed: above or below the minutes, in a title or a running head. Cost: linear."""
    around, inside = _draft_marks(view, frozenset(front), items, style.minutes["status_draft"])
    if around:
        return Status("draft", around[0], tuple(sorted((*around, *inside))), _version_date(view, around[0], style))
    confirmed = _confirmed_mark(view, roles, frozenset(front), style.minutes["status_confirmed"])
    if confirmed:
        return Status("confirmed", confirmed, tuple(inside), _version_date(view, confirmed, style))
    return Status(None, None, tuple(inside))


def _version_date(view: SegmentView, mark: Span, style: HouseStyle) -> str | None:
    """The day in the line of a mark, as YYYY-MM-DD: "Draft 2 of 9 May 2025". That of a title is the meeting's."""
    index = bisect_right(view.segments, mark.start, key=lambda segment: segment.start) - 1
    text = view.texts[max(index, 0)]
    is_title = _OF_MINUTES.search(text) is not None or len(text) > _LONGEST_LINE
    return None if is_title else version_day(text, style)


def _confirmed_mark(
    view: SegmentView, roles: RoleClaims, front: frozenset[int], phrases: tuple[str, ...]
) -> Span | None:
    marks, stems = starting(phrases), phrase_stems(phrases)
    for index, text in enumerate(view.texts):
        is_furniture = view.is_kind(index, SegmentKind.FURNITURE)
        is_around = is_furniture or index in front or index + _TAIL >= len(view.texts)
        if len(text) > _LONGEST_LINE or not is_around or not holds_any(text.lower(), stems):
            continue
        if roles.given[index] is Role.HEADER and _leads_to_limbs(view, index):
            continue  # "APPROVED:" above what was approved
        match = _alone(text, marks) or (_as_part(text, marks) if is_furniture else None)
        if match and index not in front and not (is_furniture or match.group().isupper()):
            match = None
        if match is None and (index in front or is_furniture):
            match = _in_title(text, marks)
        if match:
            return view.span(index, match.start(), match.end())
    return None


def _leads_to_limbs(view: SegmentView, index: int) -> bool:
    is_led_on = view.texts[index].rstrip("*_ ")[-1:] in ":-–—"
    return is_led_on or (index + 1 < len(view.texts) and view.is_kind(index + 1, SegmentKind.LIST_ITEM))


def _draft_marks(
    view: SegmentView, front: frozenset[int], items: tuple[Item, ...], phrases: tuple[str, ...]
) -> tuple[list[Span], list[Span]]:
    """The marks above and below the minutes and on the page, the same running head once, and those within items."""
    marks, stems = starting(phrases), phrase_stems(phrases)
    item_starts = {item.first for item in items}
    around: list[Span] = []
    inside: list[Span] = []
    heads: set[str] = set()
    for index, text in enumerate(view.texts):
        is_line, is_note = len(text) <= _LONGEST_LINE, len(text) <= _LONGEST_NOTE
        if not (is_note or "[" in text) or not holds_any(text.lower(), stems):
            continue
        is_head = view.is_kind(index, SegmentKind.FURNITURE)
        is_above = is_head or (index in front and not view.is_kind(index, SegmentKind.LIST_ITEM))
        is_below = index + _TAIL >= len(view.texts) and index not in item_starts
        match = _stated(text, marks) if is_note and (is_above or is_below) else None
        if match is None and is_line and is_above:
            match = _alone(text, marks) or _as_part(text, marks) or _in_title(text, marks)
        elif match is None and is_line and is_below:
            match = _one_word_alone(text, marks)
        if match:
            if not is_head or match.group().lower() not in heads:
                around.append(view.span(index, match.start(), match.end()))
            heads.update([match.group().lower()] if is_head else [])
            continue
        match = _in_square_brackets(text, marks) if view.is_kind(index, *_HAS_BRACKETS) else None
        if match is None and is_line and view.is_kind(index, SegmentKind.HEADING):
            match = _one_word_alone(text, marks)
        if match:
            inside.append(view.span(index, match.start(), match.end()))
    return around, inside


def _alone(text: str, marks: Phrases) -> re.Match[str] | None:
    """Finds a mark with nothing but brackets, stars and full stops around it."""
    first = _WORD.search(text)
    match = marks.match(text, first.start()) if first else None
    return match if match and not _WORD.search(text, match.end()) else None


def _one_word_alone(text: str, marks: Phrases) -> re.Match[str] | None:
    """Finds such a mark of one word: "Draft" is a mark anywhere, "Draft minutes" may be an item about others."""
    match = _alone(text, marks)
    return match if match and " " not in match.group() else None


def _as_part(text: str, marks: Phrases) -> re.Match[str] | None:
    """Finds a mark that is a whole part of a running head or title: "Parks Committee – draft – 3"."""
    start = 0
    for cut in [*_BETWEEN_MARKS.finditer(text), None]:
        end = cut.start() if cut else len(text)
        first = _WORD.search(text, start, end)
        match = marks.match(text, first.start()) if first else None
        if match:
            version = _VERSION.match(text, match.end(), end)
            if not _WORD.search(text, version.end() if version else match.end(), end):
                return match
        start = cut.end() if cut else end
    return None


def _in_title(text: str, marks: Phrases) -> re.Match[str] | None:
    """Finds a mark inside a title.

    In brackets, in capitals, of several words ("Draft minutes of …"), or at an end of a title that says "minutes". In a
    title of capitals alone the capitals say nothing, and a sentence about other minutes is no title.
    """
    is_shouted = text.isupper()
    first = _WORD.search(text)
    for word in _WORD.finditer(text):
        match = marks.match(text, word.start())
        if not match:
            continue
        version = _VERSION.match(text, match.end())
        is_sentence = _SENTENCE.search(text[: match.start()]) or _SENTENCE.search(text[match.end() :])
        is_bracketed = text[max(0, word.start() - 1)] in "([" and (
            text[match.end() : match.end() + 1] in (")", "]") or version is not None
        )
        is_at_an_end = (first and word.start() == first.start()) or not _WORD.search(text, match.end())
        is_of_minutes = is_at_an_end and not is_sentence and _OF_MINUTES.search(text) is not None
        is_marked = match.group().isupper() and not is_shouted
        if is_bracketed or is_marked or is_of_minutes or (" " in match.group() and not is_sentence):
            return match
    return None


def _stated(text: str, marks: Phrases) -> re.Match[str] | None:
    """Finds what a statement says of the minutes themselves: "These minutes are subject to confirmation"."""
    for lead in _MINUTES_ARE.finditer(text):
        match = marks.match(text, lead.end())
        if match:
            return match
    for lead in _THESE_ARE.finditer(text):
        match = marks.match(text, lead.end())
        if match and _THOUGHT_ENDS.match(text, match.end()):
            return match
    return None


def _in_square_brackets(text: str, marks: Phrases) -> re.Match[str] | None:
    """Finds a mark in square brackets at the beginning or end of a paragraph: "[Draft]", "[DRAFT – to be agreed]"."""
    for bracket in _BRACKETED.finditer(text):
        if _WORD.search(text, 0, bracket.start()) and _WORD.search(text, bracket.end()):
            continue
        start, end = bracket.span("words")
        match = marks.match(text, start)
        if match and (not _WORD.match(text[match.end() : end].lstrip()) or _VERSION.match(text, match.end(), end)):
            return match
    return None
