"""Finds what a saved web page prints around minutes: labels above blocks, lists of attached files, buttons.

    Agenda item                              a label; the title stands below it
    Play areas pdf icon PDF 90 KB            a title with a file name appended
    Minutes:                                 a label that names the block
    Supporting documents:
    Play areas - report, item 4 PDF 2 MB     furniture

A document without any of these is no web page, and nothing in it is taken for one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.outline.segment_view import RoleClaims, SegmentView
from compare.style.house_style import HouseStyle
from compare.style.phrases import Phrases, any_of, holds_any, phrase_stems, starting
from compare.text.tokens import wording_key
from compare.values import Role, SegmentKind, Span

# The end of a line in which the name and size of a file are looked for, in characters.
_FILE_CHARACTERS = 80
# Segments from the top among which a page names itself.
_LABEL_SEGMENTS = 6
# Segments from the top among which a page gives the details of its meeting.
_DETAIL_SEGMENTS = 14
# The longest line, in characters, that can be the name of an attached file.
_LONGEST_ATTACHMENT = 200
# The longest label of a block, in characters.
_LONGEST_LABEL = 40

_FILE = re.compile(
    r"(?i)(?:\s*\(?(?:pdf|word|excel|powerpoint)?\s*(?:icon|eicon)?\s*(?:PDF|DOCX?|XLSX?|PPTX?)\s+[\d.]+\s*[KM]B\)?)+\s*$"
)
_FILE_LIKE = re.compile(
    r"(?i)\b(?:pdf|docx?|xlsx?|pptx?)\b|\b[KM]B\b|\bappendix\b|\bappendices\b|\breport\b|\bitem \d|\benc\b|\bannex\b"
)


@dataclass(frozen=True, slots=True)
class WebPage:
    """Whether a document is a saved page, and what the page added."""

    is_web_page: bool
    item_label: int | None  # the segment "Agenda item" of a page that shows one item
    labels: tuple[int, ...]  # segments that name a block
    truncated: tuple[Span, ...]


def read_web_page(view: SegmentView, roles: RoleClaims, style: HouseStyle) -> WebPage:
    """Finds what a saved page added, and claims it as furniture."""
    table = style.minutes
    furniture = starting(table["web_furniture"])
    lines = {line.casefold() for line in table["web_furniture_lines"]}
    attachments = starting(table["attachment_labels"])
    furniture_found = [index for index, text in enumerate(view.texts) if furniture.match(text)]
    attached = [
        index
        for index, text in enumerate(view.texts)
        if len(text) < _LONGEST_LABEL and _is_label(text, attachments) and text.rstrip("*_ ").endswith(":")
    ]
    item_label = _item_label(view, style)
    has_file = any(
        _FILE.search(" ".join(text[-_FILE_CHARACTERS:].split())) for text in view.texts if text.endswith("B")
    )
    is_web_page = bool(furniture_found or attached or has_file or item_label is not None)
    truncated = _truncation_marks(view, roles, style)
    if not is_web_page:
        labels = _labels(view, roles, style, needs_colon=True)
        return WebPage(is_web_page=bool(truncated), item_label=None, labels=labels, truncated=truncated)
    for index in (*furniture_found, *(() if item_label is None else (item_label,))):
        roles.claim(index, Role.FURNITURE)
    for index, text in enumerate(view.texts):
        if len(text) < _LONGEST_LABEL and text.casefold() in lines and not view.segments[index].mark:
            roles.claim(index, Role.FURNITURE)
    details = starting(table["web_details"])
    for index in range(min(_DETAIL_SEGMENTS, len(view.texts))):
        if details.match(view.texts[index]):
            roles.claim(index, Role.FURNITURE)
    for index in attached:
        _claim_attachments(view, roles, index)
    labels = _labels(view, roles, style, needs_colon=False)
    _claim_repeated_decisions(view, roles, labels, style)
    return WebPage(is_web_page=True, item_label=item_label, labels=labels, truncated=truncated)


def without_file(title: str) -> str:
    """Removes the name and size of a file that the page appended to a title."""
    return _FILE.sub("", " ".join(title.split())) if title[-1:] in ("B", "b", ")") else title


def _is_label(text: str, pattern: Phrases) -> bool:
    bare = text.strip("*_ ")
    match = pattern.match(bare)
    return match is not None and bare[match.end() :].strip(" :*_-–") == ""


def _item_label(view: SegmentView, style: HouseStyle) -> int | None:
    names = [name for name in style.minutes["web_labels"] if " " in name]  # "Agenda item", not "Minutes"
    pattern = starting(tuple(names))
    for index in range(min(_LABEL_SEGMENTS, len(view.texts))):
        if (
            len(view.texts[index]) < _LONGEST_LABEL
            and _is_label(view.texts[index], pattern)
            and index + 1 < len(view.texts)
        ):
            return index
    return None


def _labels(view: SegmentView, roles: RoleClaims, style: HouseStyle, *, needs_colon: bool) -> tuple[int, ...]:
    pattern = starting(style.minutes["web_labels"])
    found = []
    for index, text in enumerate(view.texts):
        if len(text) > _LONGEST_LABEL or view.segments[index].mark or not _is_label(text, pattern):
            continue
        if (needs_colon or view.is_kind(index, SegmentKind.HEADING)) and not text.rstrip("*_ ").endswith(":"):
            continue
        if roles.is_free(index):
            found.append(index)
    return tuple(found)


def _claim_repeated_decisions(view: SegmentView, roles: RoleClaims, labels: tuple[int, ...], style: HouseStyle) -> None:
    """Claims the block "Decision:" where the block "Minutes:" below it has the same words again."""
    nouns = starting(style.minutes["resolution_nouns"])
    ends = [*labels[1:], len(view.texts)] if labels else []
    for place, (label, end) in enumerate(zip(labels, ends, strict=True)):
        if not nouns.match_after_marks(view.texts[label]) or place + 1 == len(labels):
            continue
        below = range(end + 1, ends[place + 1])
        again = {wording_key(view.texts[index]) for index in below}
        block = [index for index in range(label + 1, end) if roles.is_free(index)]
        if block and all(wording_key(view.texts[index]) in again for index in block):
            for index in (label, *block):
                roles.claim(index, Role.FURNITURE)


def _claim_attachments(view: SegmentView, roles: RoleClaims, label: int) -> None:
    """Claims the label and what is listed below it, as far as it looks like files."""
    roles.claim(label, Role.FURNITURE)
    for index in range(label + 1, len(view.texts)):
        text = view.texts[index]
        if not roles.is_free(index):
            continue
        is_listed = view.is_kind(index, SegmentKind.LIST_ITEM, SegmentKind.TABLE_ROW, SegmentKind.PARAGRAPH) or (
            _has_file(view, index) and not view.segments[index].mark
        )
        if not is_listed or len(text) > _LONGEST_ATTACHMENT or text.endswith((".", ":")):
            return
        if not (_FILE_LIKE.search(text) or _has_file(view, index)):
            return
        roles.claim(index, Role.FURNITURE)


def _has_file(view: SegmentView, index: int) -> bool:
    """Whether the name and size of a file end a line, or stand right behind it."""
    behind = index + 1 < len(view.texts) and view.is_kind(index + 1, SegmentKind.FURNITURE)
    return any(
        _FILE.search(f" {view.texts[place]}"[-_FILE_CHARACTERS:]) for place in (index, index + 1 if behind else index)
    )


def _truncation_marks(view: SegmentView, roles: RoleClaims, style: HouseStyle) -> tuple[Span, ...]:
    stems = phrase_stems(style.minutes["truncation_marks"])
    found = []
    for index, text in enumerate(view.texts):
        if not holds_any(text[-200:], stems):
            continue
        pattern = re.compile(
            rf"(?:\.\.\.|…)?\s*{any_of(style.minutes['truncation_marks'])}[^.\n]{{0,40}}\.?", re.IGNORECASE
        )
        for match in pattern.finditer(text, max(0, len(text) - 200)):
            found.append(view.span(index, match.start(), match.end()))
            if match.start() == 0:
                roles.claim(index, Role.FURNITURE)
    return tuple(found)
