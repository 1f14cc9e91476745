"""Reads the title of the minutes, and which items were taken in private.

    Minutes of the Parks Committee held on 6th September, 2022
    RESOLVED – That the press and public be excluded … for the following items       all that follow are exempt
    PART II – PRIVATE                                        all below it
    14. Staffing (confidential)                              this one

"There were no items that required the exclusion of the
public" excludes nobody: only a decision does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache

from compare.outline.segment_view import RoleClaims, SegmentView
from compare.style.house_style import HouseStyle
from compare.style.phrases import Phrases, any_of, starting
from compare.text.word_search import WordSearch
from compare.values import Item, Resolution, SegmentKind

# How far the front matter reaches where no item shows its end, in segments.
_FRONT = 14
_LONGEST_FRONT = 60
# The longest line, in characters, that can be a title, or a mark of a private item.
_LONGEST_LINE = 160
_BETWEEN_MARKS = re.compile(r"\s[-–—|/]\s|[,;]\s|\t")
# Where and when, on a line with its label: no title, whatever stands first.
_DETAIL = re.compile(r"(?i)[*_\s]*(?:date|day|time|timestamp|place|location|venue|lleoliad|dyddiad)[*_]*\s*:")
_FRONT_MATTER = re.compile(r"(?i)(?P<key>title|date)\s*:\s*(?P<value>.+)")
# How much of a decision is read for the words of exclusion, in characters.
_LONGEST_DECISION = 3000

# What may follow a mark of private business: nothing, a mark, or the ground for it.
_AFTER_MARK = re.compile(
    r"(?i)[*_\s]*(?:$|[)\]:;.,(\[–—-]|(?:under|by virtue|by reason|pursuant|because|as defined|in accordance)\b"
    r"|(?:items?|business|matters?|part|section|session|information|minutes?|proceedings|agenda)\b)"
)
# An item for the exclusion itself, and a decision that says it without the word.
_EXCLUSION = re.compile(r"(?i)\bexclu\w+ of (?:the )?(?:members of the )?(?:press|public)\b")
_LEAVES = re.compile(r"(?i)\b(?:press|public)\b[^.]{0,40}\b(?:leaves?|withdraws?|be asked to (?:leave|withdraw))\b")
# Words by which a second part, or somebody who speaks of the meeting, says that it was held in private.
_PART_MARKED = re.compile(
    r"(?i)\bpart (?:ii|2|two|b)\b\W+(?:\w+\W+){0,6}(?:private|exempt|confidential|closed|exclu\w+|public)\b"
    r"|\b(?:exclu\w+|withdr\w+|left)\b[^.]{0,60}\b(?:press|public)\b|\b(?:press|public)\b[^.]{0,60}\b(?:exclu\w+|withdr\w+|left)\b"
)
# That the meeting is open again, in a sentence.
_RETURNED = WordSearch(
    r"(?:re-?admitted|re-?joined|let back|invited back|came back|returned to the (?:meeting|room))\b"
    r"|(?:in|into|to) (?:open|public) session\b|resumed in (?:public|open)\b|re-?admission of\b",
    "rlict",
)
_BRACKET_OR_DASH = re.compile(r"(?:[(\[–—]|(?<!\w)-)\s*")
_NAMED = re.compile(r"(?i)\b(?:minutes?|items?|agenda items?)\s*(?:nos?\.?|numbers?)?\s*(?P<number>\d+)")
_FOLLOWING = re.compile(r"(?i)\b(?:following|remaining|remainder|rest of|next items?)\b")

ItemOf = tuple[int | None, ...]


def front_segments(view: SegmentView, items: tuple[Item, ...]) -> list[int]:
    """Lists the segments of the front matter."""
    last = items[0].first if items else len(view.segments)
    return list(range(min(last, len(view.segments), _FRONT if not items else _LONGEST_FRONT)))


def find_title(view: SegmentView, roles: RoleClaims, front: list[int], style: HouseStyle) -> str | None:
    """Finds the title as printed: that of markdown's front matter, else the first heading, else the first line."""
    for index in front:
        match = _FRONT_MATTER.fullmatch(view.texts[index]) if len(view.texts[index]) < _LONGEST_LINE else None
        if match and match["key"].lower() == "title":
            return match["value"].strip("\"'* ")
    status = starting((*style.minutes["status_draft"], *style.minutes["status_confirmed"]))
    containers = starting(style.minutes["container_headings"])
    lines = [
        index
        for index in front
        if roles.is_free(index)
        and len(view.texts[index]) <= _LONGEST_LINE
        and view.is_kind(index, SegmentKind.HEADING, SegmentKind.PARAGRAPH)
        and (view.texts[index].lstrip("*_# ")[:1].isupper() or view.texts[index][0].isdigit())
        and view.texts[index][-1] not in ".;,:?!"
        and not _DETAIL.match(view.texts[index])
        and not _is_only_status(view.texts[index], status)
        and not containers.fullmatch(view.texts[index].strip("*_: "))
    ]
    headings = [index for index in lines if view.is_kind(index, SegmentKind.HEADING)]
    for index in (*headings[:1], *lines[:1]):
        return " ".join(view.texts[index].replace("**", "").strip("*_# ").split()) or None
    return None


def _is_only_status(text: str, marks: Phrases) -> bool:
    """Whether a line is a mark of the status, or several: "DRAFT – not yet approved"."""
    return all(marks.fullmatch(part.strip("*_# ()")) for part in _BETWEEN_MARKS.split(text))


def find_exempt(
    view: SegmentView, items: tuple[Item, ...], item_of: ItemOf, resolutions: tuple[Resolution, ...], style: HouseStyle
) -> tuple[int, ...]:
    """Finds the items taken in private, as indices in order. Cost: linear."""
    public = starting(style.minutes["open_marks"])
    exempt = _marked(view, items, item_of, style)
    exempt |= _excluded(items, item_of, _exclusions(view, resolutions, style), public)
    return tuple(sorted(exempt))


def _marked(view: SegmentView, items: tuple[Item, ...], item_of: ItemOf, style: HouseStyle) -> set[int]:
    """Finds items marked private by their title, by a line of their own, or by the part heading above them."""
    table = style.minutes
    public = starting(table["open_marks"])
    excluded = _expression(table["exclusion_phrases"])
    private = starting(table["exempt_marks"])
    if _declares_private(view, private, excluded):
        private = starting((*table["exempt_marks"], *table["part_marks"]))
    starts = {item.first: place for place, item in enumerate(items)}
    exempt: set[int] = set()
    is_private = False
    for index, text in enumerate(view.texts):
        if len(text) > _LONGEST_LINE:
            continue
        bare = text.strip("*_#( [")
        is_private = is_private and not opens_again(text)
        item, current = starts.get(index), item_of[index]
        opens, closes = is_private_mark(bare, private), public.match(bare)
        if item is not None:
            is_private = is_private and not closes
            if is_private or (opens and "exclusion" not in text.lower()) or _is_titled_private(text, private):
                exempt.add(item)
        elif view.is_kind(index, SegmentKind.HEADING) or bare.isupper():
            is_private = opens or (is_private and not closes)
        elif opens and current is not None and (text[0] in "([" or excluded.search(text)):
            exempt.add(current)
    return exempt


def _is_titled_private(text: str, private: Phrases) -> bool:
    """Whether a mark of a private item stands after a bracket or a dash of its title."""
    return any(is_private_mark(text, private, mark.end()) for mark in _BRACKET_OR_DASH.finditer(text))


def opens_again(text: str) -> bool:
    """Whether a sentence says that the public came back: "The press and public were readmitted."."""
    return _RETURNED.is_in(text)


def is_private_mark(text: str, private: Phrases, start: int = 0) -> bool:
    """Whether a mark of private business stands at `start` as a whole: "Confidential", not "Confidential reporting"."""
    match = private.match(text, start)
    return match is not None and _AFTER_MARK.match(text, match.end()) is not None


def _declares_private(view: SegmentView, private: Phrases, excluded: re.Pattern[str]) -> bool:
    """Whether the minutes say anywhere that something is private, so that their "Part 2" is the private one."""
    lines = (text for text in view.texts if len(text) <= _LONGEST_LINE)
    return any(
        excluded.search(text)
        or is_private_mark(text.strip("*_#( ["), private)
        or _is_titled_private(text, private)
        or _PART_MARKED.search(text) is not None
        for text in lines
    )


@lru_cache(maxsize=8)
def _expression(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(phrases), re.IGNORECASE)


def _exclusions(view: SegmentView, resolutions: tuple[Resolution, ...], style: HouseStyle) -> list[tuple[int, str]]:
    """Finds the decisions that exclude the public: the segment of each, and its words."""
    found = []
    for resolution in resolutions:
        text = view.document.text[
            resolution.span.start : min(resolution.span.end, resolution.span.start + _LONGEST_DECISION)
        ]
        index = max(bisect_right(view.segments, resolution.span.start, key=lambda segment: segment.start) - 1, 0)
        if _LEAVES.search(text) or ("exclu" in text and _expression(style.minutes["exclusion_phrases"]).search(text)):
            found.append((index, text))
    return found


def _excluded(items: tuple[Item, ...], item_of: ItemOf, exclusions: list[tuple[int, str]], public: Phrases) -> set[int]:
    """Finds the items that those decisions name, or all that follow until the meeting is open again."""
    places: dict[str | None, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        places[item.number].append(place)
    exempt: set[int] = set()
    covered = 0
    for index, text in exclusions:
        here = item_of[index]
        if here is None:
            continue
        named = {match["number"] for match in _NAMED.finditer(text)}
        for number in named:
            later = bisect_right(places[number], here)
            exempt.update(places[number][later : later + 1])
        if not named and (_FOLLOWING.search(text) or _EXCLUSION.search(items[here].title)):
            place = max(here + 1, covered)
            while place < len(items) and not public.match(items[place].title):
                exempt.add(place)
                place += 1
            covered = place
    return exempt
