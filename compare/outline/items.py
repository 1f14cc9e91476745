"""The agenda items: which headings start one, with what number and title.

    **28. PLAY AREAS**                        item 28
    Background                                a sub-heading of item 28: numbers show the level of the items
    28.1 The clerk reported …                 a paragraph of item 28
    **29. ALLOTMENTS**  pdf icon PDF 90 KB    item 29, "ALLOTMENTS"

Without numbers, the shallowest heading that recurs is the level of the items.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from compare.outline.item_numbers import (
    Start,
    in_sequence,
    numbered_paragraphs,
    plain_number,
    with_gaps_filled,
    with_members_added,
)
from compare.outline.titles import LONGEST_TITLE, clean_title
from compare.outline.web_labels import WebSigns
from compare.outline.working_view import Roles, View
from compare.style.house_style import HouseStyle
from compare.style.phrases import Phrases, single_words, starting, words_of
from compare.values import Item, SegmentKind

# One heading alone may be anything; from two on, they are the items.
_FEWEST = 2
# Numbered headings from this level on are indented below another one.
_INNER_LEVEL = 5
# The longest line of a title page, in characters, and the most headings that one has.
_LONGEST_FRONT = 120
_MOST_FRONT = 6
# How much of a title's end can be a number, in characters.
_NUMBER_TAIL = 40

_NUMBER_AT_END = re.compile(
    r"(?:\s|[-–—(\[])+(?i:(?:minute|min|item|ref)\.?\s*(?:no\.?\s*)?)?"
    r"(?P<number>\d{1,4}/\d{2,4}(?:-\d{2,4})?|[A-Z]{1,4}\.?\s?\d{1,4}/\d{2,4})[)\]]?\s*$"
)
_YEAR = re.compile(r"\d{4}")
_DIGITS = re.compile(r"\d+")


def find_items(view: View, roles: Roles, web: WebSigns, style: HouseStyle) -> tuple[Item, ...]:
    """The items in order. Cost: linear."""
    if web.item_label is not None:
        start = _item_page_start(view, roles, web.item_label, style)
        return (Item(start.number, start.title, start.place, len(view.segments)),) if start else ()
    starts = _numbered_starts(view, roles, style)
    if len(starts) < _FEWEST:
        others = _unnumbered_starts(view, roles, style)
        by_place = {start.place: start for start in (*others, *starts)}
        starts = [by_place[place] for place in sorted(by_place)]
    if len(starts) < _FEWEST:
        starts = numbered_paragraphs(view, roles, style) or starts
    starts = [*starts, *_closing_starts(view, roles, starts, style)]
    ends = [*(start.place for start in starts[1:]), len(view.segments)][: len(starts)]
    return tuple(Item(start.number, start.title, start.place, end) for start, end in zip(starts, ends, strict=True))


def items_of_segments(items: tuple[Item, ...], count: int) -> tuple[int | None, ...]:
    """For each segment the index of its item, `None` before the first."""
    result: list[int | None] = [None] * count
    for place, item in enumerate(items):
        result[item.first : item.last] = [place] * (item.last - item.first)
    return tuple(result)


def _item_page_start(view: View, roles: Roles, label: int, style: HouseStyle) -> Start | None:
    """The title of a page that shows one item: the first words below its label."""
    for place in range(label + 1, len(view.segments)):
        if roles.is_free(place):
            return Start(place, plain_number(view.mark(place), style) or None, clean_title(view.texts[place]))
    return None


def _numbered_starts(view: View, roles: Roles, style: HouseStyle) -> list[Start]:
    candidates: dict[str, list[Start]] = defaultdict(list)
    for place, segment in enumerate(view.segments):
        if segment.kind is SegmentKind.HEADING and roles.is_free(place):
            start = _numbered(view, place, style)
            if start is not None and start.number is not None:
                candidates[_form(start.number)].append(start)
    if not candidates:
        return []
    recurring = [form for form, starts in candidates.items() if len(starts) >= _FEWEST] or list(candidates)
    form = "0" if "0" in recurring else recurring[0]  # references inside an item come after the item's own number
    starts = candidates[form]
    if form != "0":
        return with_members_added(view, roles, starts, style)
    outer = [start for start in starts if view.segments[start.place].level < _INNER_LEVEL]
    starts = outer if len(outer) >= _FEWEST else starts
    kept = in_sequence(starts, [view.segments[start.place].level for start in starts])
    return with_gaps_filled(view, roles, kept, style)


def _closing_starts(view: View, roles: Roles, starts: list[Start], style: HouseStyle) -> list[Start]:
    """What follows the last numbered item under a title without a number: the action log, the next meeting.

    A line that is such a title and nothing else is one, however it is printed.
    """
    if not starts or starts[-1].number is None:
        return []
    closing = starting(style.minutes["closing_titles"])
    return [
        Start(place, None, clean_title(view.texts[place]))
        for place in range(starts[-1].place + 1, len(view.segments))
        if view.is_kind(place, SegmentKind.HEADING, SegmentKind.PARAGRAPH)
        and not view.segments[place].mark
        and roles.is_free(place)
        and closing.fullmatch(view.texts[place].strip("*_: "))
    ]


def _numbered(view: View, place: int, style: HouseStyle) -> Start | None:
    """A heading with its number, which stands before it or at its end."""
    number, title = plain_number(view.mark(place), style), view.texts[place]
    if number:
        return Start(place, number, clean_title(title))
    match = _NUMBER_AT_END.search(title[-_NUMBER_TAIL:]) if len(title) <= LONGEST_TITLE else None
    if match is None or len(title) == len(match.group()):
        return None
    return Start(place, match["number"], clean_title(title[: len(title) - len(match.group())]))


def _form(number: str) -> str:
    """How a number is written, figures aside: "29A" is "0", "1/19" is "0/0", "CAB 21" is "CAB 0"."""
    return _DIGITS.sub("0", number).rstrip("abcdefABCDEF") or "0"


def _unnumbered_starts(view: View, roles: Roles, style: HouseStyle) -> list[Start]:
    headers = starting(style.minutes["resolution_headers"])
    front = front_headings(view, roles, style)
    headings = [
        place
        for place, segment in enumerate(view.segments)
        if segment.kind is SegmentKind.HEADING
        and roles.is_free(place)
        and place not in front
        and not _is_decision(view.texts[place], headers)
    ]
    levels = Counter(view.segments[place].level for place in headings)
    if not levels:
        return []
    recurring = [level for level in sorted(levels) if levels[level] >= _FEWEST]
    depth = recurring[0] if recurring else min(levels)
    chosen = {place for place in headings if view.segments[place].level <= depth}
    chosen |= _inside_containers(view, headings, chosen, style)
    return [Start(place, None, clean_title(view.texts[place])) for place in sorted(chosen)]


def _is_decision(text: str, headers: Phrases) -> bool:
    """Whether a heading announces a decision ("Decision: the next meeting …", "Resolutions") and no item."""
    bare = text.strip("*_: -–")
    match = headers.match(bare)
    return match is not None and (match.end() == len(bare) or bare[match.end() :].lstrip("*_ ")[:1] == ":")


def _inside_containers(view: View, headings: list[int], chosen: set[int], style: HouseStyle) -> set[int]:
    """The headings right below one that only gathers items ("Minutes", "Agenda")."""
    gathers = starting(style.minutes["container_headings"])
    found: set[int] = set()
    depth: int | None = None
    is_inside = False
    for place in headings:
        level = view.segments[place].level
        if place in chosen:
            is_inside, depth = gathers.fullmatch(view.texts[place].strip("*_: ")), None
        elif is_inside and level <= (depth := depth or level):
            found.add(place)
    return found


def _is_alone_above(view: View, place: int) -> bool:
    """Whether the first heading can be a title: another line of one follows, or no other heading stands so high."""
    below = view.texts[place + 1] if place + 1 < len(view.texts) else ""
    if below and len(below) <= _LONGEST_FRONT and below[-1] not in ".:;":
        return True
    level = view.segments[place].level
    return all(segment.level > level for segment in view.segments[place + 1 :] if segment.kind is SegmentKind.HEADING)


def front_headings(view: View, roles: Roles, style: HouseStyle) -> frozenset[int]:
    """The headings at the top that name the body, the meeting and its day rather than an item."""
    table = style.minutes
    names = single_words((*table["body_words"], *table["months"], *table["status_draft"], *table["title_words"]))
    titles = starting(table["item_titles"])
    found: set[int] = set()
    for place, segment in enumerate(view.segments):
        text = view.texts[place]
        if not roles.is_free(place):
            continue
        if segment.kind is not SegmentKind.HEADING:
            if len(text) > _LONGEST_FRONT or segment.kind is not SegmentKind.PARAGRAPH:
                break
            continue
        is_named = bool(names & words_of(text)) or _YEAR.search(text) is not None
        is_title = titles.match(text) is not None and not any(character.isdigit() for character in text)
        is_first = not found and (is_named or _is_alone_above(view, place))
        if segment.mark or not (is_first or (found and is_named and not is_title)) or len(found) > _MOST_FRONT:
            break
        found.add(place)
    return frozenset(found)
