"""The agenda items: which headings start one, with what number and title.

    **28. PLAY AREAS**                        item 28
    Background                                a sub-heading of item 28: numbers show the level of the items
    28.1 The clerk reported …                 a paragraph of item 28
    **29. ALLOTMENTS**  pdf icon PDF 90 KB    item 29, "ALLOTMENTS"

Without numbers, the shallowest heading that recurs is the level of the items.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from typing import NamedTuple

from compare.housestyle import HouseStyle
from compare.outline.view import Roles, View
from compare.outline.web import WebSigns, without_file
from compare.phrases import Phrases, single_words, starting, words_of
from compare.values import Item, SegmentKind

# The longest title, in characters; a numbered list item that is promoted to an item can be a whole paragraph.
_LONGEST_TITLE = 240
# Numbered headings from this level on are indented below another one.
_INNER_LEVEL = 5
# How many numbers a sequence of items can skip while the next one in order still comes later.
_WIDEST_GAP = 20
# How many segments before the first heading are searched for the items that lead up to it.
_LONGEST_RUN_UP = 60
_NUMBER_AT_END = re.compile(r"\s*[-–—]?\s*[(\[]?(?:(?:minute|min|item|ref)\.?\s*(?:no\.?\s*)?)?(?P<number>\d{1,4}/\d{2,4}(?:-\d{2,4})?|[A-Z]{1,4}\.?\s?\d{1,4}/\d{2,4})[)\]]?\s*$", re.IGNORECASE)
_LONGEST_LEAD = 80  # characters
_LEAD = re.compile(rf".{{3,{_LONGEST_LEAD}}}?(?:[.:](?=\s|$)|\s[-–—]\s|$)")
# List items of these levels can be items; headings have their own levels, which are no deeper.
_OUTER_LEVELS = 4
_YEAR = re.compile(r"\d{4}")
_DIGITS = re.compile(r"\d+")
_TAIL = " .:–—-*_)(]["


class _Start(NamedTuple):
    """A segment that may start an item."""

    index: int
    number: str | None
    title: str


def find_items(view: View, roles: Roles, web: WebSigns, style: HouseStyle) -> tuple[Item, ...]:
    """The items in order. Cost: linear."""
    if web.item_label is not None:
        start = _item_page_start(view, roles, web.item_label, style)
        return (Item(start.number, start.title, start.index, len(view.segments)),) if start else ()
    starts = _numbered_starts(view, roles, style)
    if len(starts) < 2:  # noqa: PLR2004  (one number alone may be anything)
        others = _unnumbered_starts(view, roles, style)
        starts = sorted({start.index: start for start in (*others, *starts)}.values())
    if len(starts) < 2:  # noqa: PLR2004
        starts = _numbered_paragraphs(view, roles, style) or starts
    ends = [*(start.index for start in starts[1:]), len(view.segments)][: len(starts)]
    return tuple(
        Item(start.number, start.title, start.index, end) for start, end in zip(starts, ends, strict=True)
    )


def items_of_segments(items: tuple[Item, ...], count: int) -> tuple[int | None, ...]:
    """For each segment the index of its item, `None` before the first."""
    result: list[int | None] = [None] * count
    for place, item in enumerate(items):
        result[item.first : item.last] = [place] * (item.last - item.first)
    return tuple(result)


def _item_page_start(view: View, roles: Roles, label: int, style: HouseStyle) -> _Start | None:
    for index in range(label + 1, len(view.segments)):
        if roles.is_free(index):
            number = plain_number(view.mark(index), style) or None
            return _Start(index, number, _clean_title(view.texts[index]))
    return None


def plain_number(mark: str, style: HouseStyle) -> str:
    """The number as printed, without the word before it and the marks around it: "Minute 12 –" is 12."""
    bare = mark.strip("#*_ \t>").replace("\\", "")
    word = starting(style.minutes["item_words"]).match(bare)
    if word and any(character.isdigit() for character in bare[word.end() :]):
        bare = bare[word.end() :].lstrip(" .:")
    return bare.strip(_TAIL) if any(character.isdigit() for character in bare) else ""


def _clean_title(text: str) -> str:
    title = " ".join(without_file(text.strip("*_ ")).replace("**", "").split())
    return title[:_LONGEST_TITLE].rstrip("*_ ")


def _numbered_starts(view: View, roles: Roles, style: HouseStyle) -> list[_Start]:
    candidates: dict[str, list[_Start]] = defaultdict(list)
    for index, segment in enumerate(view.segments):
        if segment.kind is not SegmentKind.HEADING or not roles.is_free(index):
            continue
        number, title = plain_number(view.mark(index), style), view.texts[index]
        if not number:
            match = _NUMBER_AT_END.search(title[-40:]) if len(title) <= _LONGEST_TITLE else None
            if match is None or len(title) == len(match.group()):
                continue
            number, title = match["number"], title[: len(title) - len(match.group())]
        candidates[_signature(number)].append(_Start(index, number, _clean_title(title)))
    if not candidates:
        return []
    chosen = "0" if len(candidates.get("0", ())) > 1 else max(candidates, key=lambda form: len(candidates[form]))
    starts = candidates[chosen]
    if chosen != "0":
        return starts
    outer = [start for start in starts if view.segments[start.index].level < _INNER_LEVEL]
    starts = outer if len(outer) > 1 else starts
    starts = _with_gaps_filled(view, roles, _in_sequence(starts, [view.segments[s.index].level for s in starts]), style)
    return starts


def _numbered_paragraphs(view: View, roles: Roles, style: HouseStyle) -> list[_Start]:
    """Items that are no more than numbered paragraphs ("3. Apologies were received from …"), three at least."""
    starts = []
    headers = starting(style.minutes["resolution_headers"])
    openings = starting(style.minutes["resolution_openings"])
    for index, segment in enumerate(view.segments):
        if segment.kind not in (SegmentKind.LIST_ITEM, SegmentKind.HEADING) or segment.level > _OUTER_LEVELS or not roles.is_free(index):
            continue
        number = plain_number(view.mark(index), style)
        is_limb = openings.match(view.texts[index]) or (index and headers.match_dressed(view.texts[index - 1]))
        if number.isdigit() and "(" not in view.mark(index) and not is_limb:
            starts.append(_Start(index, number, _first_words(view.texts[index])))
    starts = _in_sequence(starts, [0] * len(starts))
    return starts if len(starts) > 2 and _value(starts[1]) == _value(starts[0]) + 1 else []  # noqa: PLR2004


def _first_words(text: str) -> str:
    """The lead of a numbered paragraph: up to its first stop, colon or dash, or what fits on a line."""
    title = _clean_title(text)
    match = _LEAD.match(title)
    return match.group().rstrip(" .:–—-") if match else title[:_LONGEST_LEAD].rsplit(" ", 1)[0]


def _signature(number: str) -> str:
    return _DIGITS.sub("0", number).rstrip("abcdefABCDEF") or "0"


def _value(start: _Start) -> int:
    digits = _DIGITS.findall(start.number or "")
    return int(digits[0]) if digits else 0


def _in_sequence(starts: list[_Start], levels: list[int]) -> list[_Start]:
    """Without numbered sub-headings: the items count on, and a run that begins again below one of them is inner.

        3. Matters arising
        1. Bridge          inner: item 4 is still to come
        2. Fire station    inner
        4. Finance
    """
    places: dict[int, list[int]] = defaultdict(list)
    for place, start in enumerate(starts):
        places[_value(start)].append(place)
    kept: list[int] = []
    inner: int | None = None  # the place of the last inner heading
    for place, start in enumerate(starts):
        value, main = _value(start), _value(starts[kept[-1]]) if kept else -1
        goes_on_inner = inner is not None and value == _value(starts[inner]) + 1
        following = places.get(main + 1, ())
        comes_later = bool(following) and following[-1] > place
        if kept and value == main + 1:
            is_inner = goes_on_inner and comes_later and inner is not None and levels[place] == levels[inner] != levels[kept[-1]]
        else:
            is_inner = bool(kept) and (goes_on_inner or ((value < main or value > main + _WIDEST_GAP) and comes_later))
        if is_inner:
            inner = place
        else:
            if value <= 1 and _is_bare_list([starts[number].index for number in kept]):
                kept.clear()
            kept.append(place)
            inner = None
    return [starts[place] for place in kept]


def _is_bare_list(indices: list[int]) -> bool:
    """Whether headings follow one another with nothing between: the agenda, listed above its minutes."""
    return len(indices) > 1 and indices[-1] - indices[0] == len(indices) - 1


def _with_gaps_filled(view: View, roles: Roles, starts: list[_Start], style: HouseStyle) -> list[_Start]:
    """Adds list items whose number is exactly the one that is missing between two headings."""
    openings = starting(style.minutes["resolution_openings"])
    filled = _before_first(view, roles, starts[0], style)
    for start, after in zip(starts, [*starts[1:], None], strict=True):
        filled.append(start)
        wanted = _value(start) + 1
        last = after.index if after else len(view.segments)
        if after is not None and _value(after) <= wanted:
            continue
        for index in range(start.index + 1, last):
            segment = view.segments[index]
            if segment.kind is SegmentKind.LIST_ITEM and roles.is_free(index) and segment.mark:
                text = view.texts[index]
                if plain_number(view.mark(index), style) == str(wanted) and not openings.match(text):
                    if wanted - 1 != _last_list_number(view, index, start.index, style):
                        filled.append(_Start(index, str(wanted), _clean_title(text)))
                        wanted += 1
    return filled


def _before_first(view: View, roles: Roles, first: _Start, style: HouseStyle) -> list[_Start]:
    """The list items that lead up to the first heading: 1 and 2 before 3."""
    wanted = _value(first) - 1
    found: list[_Start] = []
    for index in range(first.index - 1, max(-1, first.index - _LONGEST_RUN_UP), -1):
        if wanted < 1:
            break
        if view.is_kind(index, SegmentKind.LIST_ITEM) and roles.is_free(index) and plain_number(view.mark(index), style) == str(wanted):
            found.append(_Start(index, str(wanted), _clean_title(view.texts[index])))
            wanted -= 1
    return found[::-1] if wanted == 0 else []


def _last_list_number(view: View, index: int, first: int, style: HouseStyle) -> int | None:
    """The number of the list item right above, if it is one that no heading starts."""
    above = index - 1
    if above <= first or not view.is_kind(above, SegmentKind.LIST_ITEM):
        return None
    number = plain_number(view.mark(above), style)
    return int(number) if number.isdigit() else None


def _unnumbered_starts(view: View, roles: Roles, style: HouseStyle) -> list[_Start]:
    headers = starting(style.minutes["resolution_headers"])
    front = front_headings(view, roles, style)
    headings = [
        index
        for index, segment in enumerate(view.segments)
        if segment.kind is SegmentKind.HEADING and roles.is_free(index) and index not in front
        and not _is_decision(view.texts[index], headers)
    ]
    levels = Counter(view.segments[index].level for index in headings)
    if not levels:
        return []
    recurring = [level for level in sorted(levels) if levels[level] > 1]
    depth = recurring[0] if recurring else min(levels)
    chosen = {index for index in headings if view.segments[index].level <= depth}
    chosen |= _inside_containers(view, headings, chosen, style)
    return [_Start(index, None, _clean_title(view.texts[index])) for index in sorted(chosen)]


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
    for index in headings:
        if index in chosen:
            is_inside, depth = gathers.fullmatch(view.texts[index].strip("*_: ")), None
        elif is_inside:
            depth = depth or view.segments[index].level
            if view.segments[index].level <= depth:
                found.add(index)
    return found


def front_headings(view: View, roles: Roles, style: HouseStyle) -> frozenset[int]:
    """The headings at the top that name the body, the meeting and its day rather than an item."""
    table = style.minutes
    names = single_words((*table["body_words"], *table["months"], *table["status_draft"], *table["title_words"]))
    titles = starting(style.minutes["item_titles"])
    found: set[int] = set()
    for index, segment in enumerate(view.segments):
        if not roles.is_free(index):
            continue
        text = view.texts[index]
        if segment.kind is not SegmentKind.HEADING:
            if len(text) > 120 or segment.kind in (SegmentKind.LIST_ITEM, SegmentKind.TABLE_ROW):  # noqa: PLR2004
                break
            continue
        if segment.mark or (found and not (names & words_of(text)) and not _YEAR.search(text)):
            break
        if found and titles.match(text) and not any(character.isdigit() for character in text):
            break
        found.add(index)
        if len(found) > 6:  # noqa: PLR2004  (no title page has more lines in capitals)
            break
    return frozenset(found)
