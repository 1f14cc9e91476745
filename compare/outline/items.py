"""Finds the agenda items: which headings start one, with what number and title.

    **28. PLAY AREAS**                        item 28
    Background                                a sub-heading of item 28: numbers show the level of the items
    28.1 The clerk reported …                 a paragraph of item 28
    **29. ALLOTMENTS**  pdf icon PDF 90 KB    item 29, "ALLOTMENTS"
    1. Bridge                                 a heading inside item 29: item 30 is still to come
    | 31 | Finance. The clerk … | KC |        item 31, where the minutes are a table
    30. Speeding Mr Rowe said that …          item 30, "Speeding"

Without numbers, the shallowest heading that recurs is the level of the items. Numbered items count on: a run that
begins again below one of them belongs to it; a whole count that begins again where no higher number follows (a second
part of the meeting) is items again. In a number of several figures the one that changes counts: 7.1, 7.2, 7.3 at the
seventh meeting, 41/23, 42/23 in the year 2023.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from compare.outline.segment_view import RoleClaims, SegmentView
from compare.outline.web_page import WebPage, without_file
from compare.style.house_style import HouseStyle
from compare.style.phrases import (
    Phrases,
    fold_blanks,
    folded_phrases,
    holds_any,
    single_words,
    starting,
    words_of,
)
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

# How many numbers a sequence of items can skip while the next one in order still comes later.
_WIDEST_GAP = 20
# How many segments before the first heading are searched for the items that lead up to it.
_LONGEST_RUN_UP = 60
# List items of these levels can be items; headings have their own levels, which are no deeper.
_OUTER_LEVELS = 4
# So many numbered paragraphs in a row are the items of minutes without headings.
_FEWEST_PARAGRAPHS = 3

_DIGITS = re.compile(r"\d+")
_TAIL = " .:–—-*_)(]["

# The longest title, in characters; a numbered list item that is promoted to an item can be a whole paragraph.
_LONGEST_TITLE = 240
# The longest lead of a numbered paragraph that stands for its title, in characters.
_LONGEST_LEAD = 80
_MOST_TITLE_WORDS = 6  # of a title without a stop behind it

# Not "No. 6", "Mr. Ash", "St. Ann".
_LEAD = re.compile(
    rf".{{3,{_LONGEST_LEAD}}}?(?:"
    r"(?<!\bNo)(?<!\bNos)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bCllr)(?<!\b[A-Z])\.(?=\s|$)"
    r"|:(?=\s|$)|\s[-–—]\s|$)"
)
# The end of a text that announces the list below it, not "The following were present: Ash and Birch".
_LEADS_IN = re.compile(
    r"(?i)\b(?:(?:the|these|those) following|as follows|as (?:set out|listed) below|below|subject to"
    r"|(?:these|those|following|\w+) (?:conditions|reasons|terms|amendments|points|actions))\b"
    r"[^.:;]{0,40}[.:;]?\s?[-–—]?[*_\s]*$"
)
_CELL_ENDS = re.compile(r"\t|\s\||<br\b")
_STARS = re.compile(r"\*+")
# Words in capitals by which a sentence begins right behind a title without a stop.
_BEGINS = re.compile(
    r"(?:The|An?|It|This|These|There|He|She|They|We|All|None|No|Nothing|Miss|Councillors?)|(?:Mr|Mrs|Ms|Dr|Cllrs?)\.?"
)
_NOTHING = frozenset({"None", "Nil"})
_NEVER_LAST = frozenset({"of", "from", "for", "to", "by", "with", "and", "the", "on", "in", "at"})


class _Start(NamedTuple):
    """A segment that may start an item."""

    place: int
    number: str | None
    title: str

    @property
    def value(self) -> int:
        """The first figure of the number, 0 without one."""
        digits = _DIGITS.search(self.number or "")
        return int(digits.group()) if digits else 0


def _numbered_kinds(view: SegmentView) -> tuple[SegmentKind, ...]:
    """Gives the kinds of segments that can be items by their number alone; rows where the minutes are a table."""
    rows = sum(len(view.texts[place]) for place in range(len(view.texts)) if view.is_kind(place, SegmentKind.TABLE_ROW))
    is_table = 2 * rows > sum(map(len, view.texts))
    return (SegmentKind.LIST_ITEM, SegmentKind.TABLE_ROW) if is_table else (SegmentKind.LIST_ITEM,)


def find_items(
    view: SegmentView, roles: RoleClaims, web: WebPage, style: HouseStyle, decides: Callable[[str], bool]
) -> tuple[Item, ...]:
    """Finds the items in order; `decides` tells whether a text takes a decision. Cost: linear."""
    if web.item_label is not None:
        start = _item_page_start(view, roles, web.item_label, style)
        return (Item(start.number, start.title, start.place, len(view.segments)),) if start else ()
    starts = _numbered_starts(view, roles, style)
    if len(starts) >= _FEWEST and len({start.number for start in starts}) == 1:
        starts = []  # the first entries of several lists: "1. Ines to write" under each of two headings
    if len(starts) < _FEWEST:
        others = _unnumbered_starts(view, roles, style)
        by_place = {start.place: start for start in (*others, *starts)}
        starts = [by_place[place] for place in sorted(by_place)]
    if len(starts) < _FEWEST:
        paragraphs = _numbered_paragraphs(view, roles, style)
        starts = (
            starts if paragraphs and _is_led_in(view, paragraphs[0].place, style, decides) else paragraphs or starts
        )
    starts = [*starts, *_closing_starts(view, roles, starts, style)]
    ends = [*(start.place for start in starts[1:]), len(view.segments)][: len(starts)]
    return tuple(Item(start.number, start.title, start.place, end) for start, end in zip(starts, ends, strict=True))


def items_of_segments(items: tuple[Item, ...], count: int) -> tuple[int | None, ...]:
    """Gives for each segment the index of its item, `None` before the first."""
    result: list[int | None] = [None] * count
    for place, item in enumerate(items):
        result[item.first : item.last] = [place] * (item.last - item.first)
    return tuple(result)


def _item_page_start(view: SegmentView, roles: RoleClaims, label: int, style: HouseStyle) -> _Start | None:
    """Reads the title of a page that shows one item: the first words below its label."""
    for place in range(label + 1, len(view.segments)):
        if roles.is_free(place):
            return _Start(place, _plain_number(view.mark(place), style) or None, clean_title(view.texts[place]))
    return None


def _numbered_starts(view: SegmentView, roles: RoleClaims, style: HouseStyle) -> list[_Start]:
    candidates: dict[str, list[_Start]] = defaultdict(list)
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
        return _with_members_added(view, roles, starts, style)
    outer = [start for start in starts if view.segments[start.place].level < _INNER_LEVEL]
    starts = outer if len(outer) >= _FEWEST else starts
    kept = _in_sequence(starts, [view.segments[start.place].level for start in starts])
    return _with_gaps_filled(view, roles, kept, style)


def _closing_starts(view: SegmentView, roles: RoleClaims, starts: list[_Start], style: HouseStyle) -> list[_Start]:
    """Finds titles without a number below the last numbered item: the action log, the next meeting.

    A line that is such a title and nothing else is one, however it is printed.
    """
    if not starts or starts[-1].number is None:
        return []
    closing = starting(style.minutes["closing_titles"])
    return [
        _Start(place, None, clean_title(view.texts[place]))
        for place in range(starts[-1].place + 1, len(view.segments))
        if view.is_kind(place, SegmentKind.HEADING, SegmentKind.PARAGRAPH)
        and not view.segments[place].mark
        and roles.is_free(place)
        and closing.fullmatch(view.texts[place].strip("*_: "))
    ]


def _numbered(view: SegmentView, place: int, style: HouseStyle) -> _Start | None:
    """Reads a heading with its number, which stands before it or at its end."""
    number, title = _plain_number(view.mark(place), style), view.texts[place]
    if number:
        return _Start(place, number, clean_title(title))
    match = _NUMBER_AT_END.search(title[-_NUMBER_TAIL:]) if len(title) <= _LONGEST_TITLE else None
    if match is None or len(title) == len(match.group()):
        return None
    return _Start(place, match["number"], clean_title(title[: len(title) - len(match.group())]))


def _form(number: str) -> str:
    """Gives the form of a number, figures aside: "29A" is "0", "1/19" is "0/0", "CAB 21" is "CAB 0"."""
    return _DIGITS.sub("0", number).rstrip("abcdefABCDEF") or "0"


def _unnumbered_starts(view: SegmentView, roles: RoleClaims, style: HouseStyle) -> list[_Start]:
    headers = starting(style.minutes["resolution_headers"])
    front = _front_headings(view, roles, style)
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
    return [_Start(place, None, clean_title(view.texts[place])) for place in sorted(chosen)]


def _is_decision(text: str, headers: Phrases) -> bool:
    """Whether a heading announces a decision ("Decision: the next meeting …", "Resolutions") and no item."""
    bare = text.strip("*_: -–")
    match = headers.match(bare)
    return match is not None and (match.end() == len(bare) or bare[match.end() :].lstrip("*_ ")[:1] == ":")


def _inside_containers(view: SegmentView, headings: list[int], chosen: set[int], style: HouseStyle) -> set[int]:
    """Finds the headings right below one that only gathers items ("Minutes", "Agenda")."""
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


def _is_alone_above(view: SegmentView, place: int) -> bool:
    """Whether the first heading can be a title: another line of one follows, or no other heading stands so high."""
    below = view.texts[place + 1] if place + 1 < len(view.texts) else ""
    if below and len(below) <= _LONGEST_FRONT and below[-1] not in ".:;":
        return True
    level = view.segments[place].level
    return all(segment.level > level for segment in view.segments[place + 1 :] if segment.kind is SegmentKind.HEADING)


def _front_headings(view: SegmentView, roles: RoleClaims, style: HouseStyle) -> frozenset[int]:
    """Finds the headings at the top that name the body, the meeting and its day rather than an item."""
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


def _plain_number(mark: str, style: HouseStyle) -> str:
    """Gives the number as printed, without the word before it and the marks around it: "Minute 12 –" is 12."""
    bare = mark.strip("#*_ \t>").replace("\\", "")
    word = starting(style.minutes["item_words"]).match(bare)
    if word and any(character.isdigit() for character in bare[word.end() :]):
        bare = bare[word.end() :].lstrip(" .:")
    return bare.strip(_TAIL) if any(character.isdigit() for character in bare) else ""


def _in_sequence(starts: list[_Start], levels: list[int]) -> list[_Start]:
    """Removes the headings inside items, and an agenda that is listed above its minutes. Cost: linear."""
    last_place: dict[int, int] = {start.value: place for place, start in enumerate(starts)}
    kept: list[int] = []
    inner: int | None = None
    highest: int | None = None  # the last one that was kept, unless it stands out of turn
    for place, start in enumerate(starts):
        main = -1 if highest is None else starts[highest].value
        goes_on = inner is not None and start.value == starts[inner].value + 1
        comes_later = last_place.get(main + 1, -1) > place
        if kept and start.value == main + 1:
            is_inner = (
                inner is not None and goes_on and comes_later and levels[place] == levels[inner] != levels[kept[-1]]
            )
        else:
            falls_out = start.value < main or start.value > main + _WIDEST_GAP
            is_inner = bool(kept) and (goes_on or (falls_out and comes_later))
            if is_inner and highest is not None and _is_out_of_turn(starts, levels, place, highest, kept):
                kept.append(place)
                continue
        if is_inner:
            inner = place
            continue
        if start.value <= 1 and _is_bare_list([starts[number].place for number in kept]):
            kept.clear()
        kept.append(place)
        inner, highest = None, place
    return [starts[place] for place in kept]


def _is_out_of_turn(starts: list[_Start], levels: list[int], place: int, highest: int, kept: list[int]) -> bool:
    """Whether an item only stands behind the next one: 4 in 5, 4, 6. An inner list begins with 1."""
    value, main = starts[place].value, starts[highest].value
    return (
        1 < value == main - 1
        and levels[place] == levels[highest]
        and value not in {starts[one].value for one in kept[-2:]}
        and place + 1 < len(starts)
        and starts[place + 1].value == main + 1
    )


def _is_bare_list(places: list[int]) -> bool:
    """Whether headings follow one another with nothing between."""
    return len(places) > 1 and places[-1] - places[0] == len(places) - 1


def _with_gaps_filled(view: SegmentView, roles: RoleClaims, starts: list[_Start], style: HouseStyle) -> list[_Start]:
    """Adds list items whose number is exactly the one that is missing before or between headings. Cost: linear."""
    openings = starting(style.minutes["resolution_openings"])
    kinds = _numbered_kinds(view)
    filled = _before_first(view, roles, starts[0], style)
    for start, after in zip(starts, [*starts[1:], None], strict=True):
        filled.append(start)
        wanted = start.value + 1
        if after is not None and after.value <= wanted:
            continue
        for place in range(start.place + 1, after.place if after else len(view.segments)):
            is_wanted = (
                view.is_kind(place, *kinds)
                and roles.is_free(place)
                and _plain_number(view.mark(place), style) == str(wanted)
                and not openings.match(view.texts[place])
                and _number_above(view, place, start.place, style) != wanted - 1
            )
            if is_wanted:
                filled.append(_Start(place, str(wanted), _first_words_of(view.texts[place])))
                wanted += 1
    return filled


def _with_members_added(view: SegmentView, roles: RoleClaims, starts: list[_Start], style: HouseStyle) -> list[_Start]:
    """Adds the list items that count on between headings with numbers of several figures: 23.3 after 23.2."""
    counts = _counting([start.number or "" for start in starts])
    if counts is None:
        return starts
    by_place = {start.place: start for start in starts}
    for place, number in _list_numbers(view, roles, style):
        if place not in by_place and counts(number) is not None:
            by_place[place] = _Start(place, number, _first_words_of(view.texts[place]))
    ahead = {start.place: counts(start.number or "") or 0 for start in starts}
    coming = iter([*ahead.values(), None])
    next_heading = next(coming)
    kept: list[_Start] = []
    last = 0
    for place in sorted(by_place):
        value = counts(by_place[place].number or "") or 0
        if place in ahead:
            next_heading = next(coming)
        elif (kept and value != last + 1) or (next_heading is not None and value >= next_heading):
            continue
        kept.append(by_place[place])
        last = value
    return kept


def _counting(numbers: list[str]) -> Callable[[str], int | None] | None:
    """Finds how numbers of several figures count: by the only one of them that changes."""
    figures = [_figures(number) for number in numbers]
    shape, size = _DIGITS.sub("0", numbers[0]), len(figures[0])
    if size < 2 or any(_DIGITS.sub("0", number) != shape for number in numbers):  # noqa: PLR2004
        return None
    changing = [place for place in range(size) if len({one[place] for one in figures}) > 1]
    if len(changing) != 1:
        return None
    counter = changing[0]
    fixed = (*figures[0][:counter], *figures[0][counter + 1 :])

    def value(number: str) -> int | None:
        own = _figures(number)
        is_member = _DIGITS.sub("0", number) == shape and (*own[:counter], *own[counter + 1 :]) == fixed
        return own[counter] if is_member else None

    return value


def _figures(number: str) -> tuple[int, ...]:
    return tuple(int(digits) for digits in _DIGITS.findall(number))


def _list_numbers(view: SegmentView, roles: RoleClaims, style: HouseStyle) -> Iterator[tuple[int, str]]:
    """Gives the numbers of list items and headings that have no role yet and are no parts of a decision."""
    headers = starting(style.minutes["resolution_headers"])
    openings = starting(style.minutes["resolution_openings"])
    kinds = (*_numbered_kinds(view), SegmentKind.HEADING)
    for place, segment in enumerate(view.segments):
        is_outer = segment.level <= _OUTER_LEVELS and view.is_kind(place, *kinds)
        if not is_outer or segment.mark is None or not roles.is_free(place) or "(" in view.mark(place):
            continue
        if not openings.match(view.texts[place]) and not (place and headers.match_after_marks(view.texts[place - 1])):
            yield place, _plain_number(view.mark(place), style)


def _before_first(view: SegmentView, roles: RoleClaims, first: _Start, style: HouseStyle) -> list[_Start]:
    """Finds the list items before the first heading that count up to it: 1 and 2 before 3."""
    wanted = first.value - 1
    kinds = _numbered_kinds(view)
    found: list[_Start] = []
    for place in range(first.place - 1, max(-1, first.place - _LONGEST_RUN_UP), -1):
        is_numbered = view.is_kind(place, *kinds) and roles.is_free(place) and "(" not in view.mark(place)
        if wanted > 0 and is_numbered and _plain_number(view.mark(place), style) == str(wanted):
            found.append(_Start(place, str(wanted), _first_words_of(view.texts[place])))
            wanted -= 1
    return found[::-1]


def _number_above(view: SegmentView, place: int, first: int, style: HouseStyle) -> int | None:
    """Gives the number of the list item right above, if there is one."""
    if place - 1 <= first or not view.is_kind(place - 1, SegmentKind.LIST_ITEM):
        return None
    number = _plain_number(view.mark(place - 1), style)
    return int(number) if number.isdigit() else None


def _numbered_paragraphs(view: SegmentView, roles: RoleClaims, style: HouseStyle) -> list[_Start]:
    """Finds items that are just numbered paragraphs ("3. Apologies were received from …"), three at least."""
    numbered = list(_list_numbers(view, roles, style))
    starts = [
        _Start(place, number, _first_words_of(view.texts[place])) for place, number in numbered if number.isdigit()
    ]
    starts = _in_sequence(starts, [0] * len(starts))
    if len(starts) >= _FEWEST_PARAGRAPHS and starts[1].value == starts[0].value + 1:
        return starts
    shapes: dict[str, list[_Start]] = defaultdict(list)
    for place, number in numbered:
        shapes[_DIGITS.sub("0", number)].append(_Start(place, number, _first_words_of(view.texts[place])))
    for members in shapes.values():
        counts = _counting([start.number or "" for start in members]) if len(members) >= _FEWEST_PARAGRAPHS else None
        values = [counts(start.number or "") or 0 for start in members] if counts else []
        if values and values == list(range(values[0], values[0] + len(values))):
            return members
    return []


def _is_led_in(view: SegmentView, place: int, style: HouseStyle, decides: Callable[[str], bool]) -> bool:
    """Whether numbered paragraphs are a list that the text above announces: the conditions of a decision."""
    between = (SegmentKind.FURNITURE, SegmentKind.LIST_ITEM)
    above = next((at for at in range(place - 1, -1, -1) if not view.is_kind(at, *between)), None)
    if above is None:
        return False
    text = view.texts[above].rstrip("*_ ")
    if text.endswith(":"):
        leads = holds_any(fold_blanks(text), folded_phrases(style.words["limb_leads"]))
        if leads or view.texts[place][:1].islower():
            return True
    return _LEADS_IN.search(text) is not None or decides(text)


def clean_title(text: str) -> str:
    """Gives the words of a heading, without emphasis and without the file name that a web page appended."""
    title = " ".join(without_file(text[: _LONGEST_TITLE * 2].strip("*_ ")).split())
    return _STARS.sub("", title)[:_LONGEST_TITLE].strip("_ ")


def _first_words_of(text: str) -> str:
    """Gives the first words of a numbered paragraph or row: up to its first stop, colon, dash or sentence, or cell."""
    title = clean_title(_CELL_ENDS.split(text, maxsplit=1)[0])
    match = _LEAD.match(title)
    lead = match.group().rstrip(" .:–—-") if match else title[:_LONGEST_LEAD].rsplit(" ", 1)[0]
    words = lead.split(" ")
    for place, word in enumerate(words[1 : _MOST_TITLE_WORDS + 1], start=1):
        begins = word in _NOTHING or (len(words) > place + 1 and _BEGINS.fullmatch(word))
        if begins and words[place - 1].casefold() not in _NEVER_LAST:
            return " ".join(words[:place])
    return lead if match else f"{lead} …"
