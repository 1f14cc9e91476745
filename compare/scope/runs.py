"""Finds the one stretch of the whole minutes that an extract is, by its words alone.

    whole     Present: … | I. Apologies | … | II. Fence | The fence had been mended. | III. Grants | …
    extract   II. Fence | The fence had been mended.           a run of the whole, though no item was recognised

Numbers and headings are printed in more ways than an outline knows. Words that follow one another in both documents
and nowhere else need no outline; it only says where what follows them begins to be about something else.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from compare.scope.coverage import RUN_LIMIT, CoveredMinutes, comparable_keys
from compare.values import Role, SegmentKind

# Words in a row by which a place is known. Shorter runs of standing wording ("it was agreed that") recur.
_KNOWN_BY = 4

# Share of the extract's words that follow one another in the whole, and share of the whole's stretch that they are,
# 0–1. Below, the extract was rewritten, or is of several items: then the items are measured one by one.
_FOLLOWS = 0.85
_FILLED = 0.75

# A run has at most this share of the words of the whole, 0–1; above, what is lacking may be an item gone missing.
_LARGEST = 0.85

# The same for a run to the very end of the whole: with more, what stands before it was lost.
_MOST_TO_THE_END = 0.5

# How much longer than the extract its stretch of the whole may be: a factor and a number of words.
_STRETCH, _SLACK = 1.3, 12

# The longest line, in characters, that can be a heading by its look alone.
_LONGEST_LOOK = 80

_NUMBER = re.compile(r"[\s*_#\\]*(?P<number>\d{1,4}(?:[./]\d{1,4}){0,2}|[IVXL]{1,7})\\?(?=[.):\s–-])")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_FEWEST_WORDS = 4  # an extract of fewer words is known by nothing
_ANOTHER_MATTER = 12  # words beside a run and the front page, at least: fewer are a heading and a courtesy


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the whole, in segments, and the segment of the extract with which it begins."""

    begins: int
    places: range


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a document in order, and the segment of each."""

    words: list[str]
    segments: list[int]


def find_run(extract: CoveredMinutes, whole: CoveredMinutes) -> Run | None:
    """Finds the segments of the whole that the extract is, to the end of their matter; None where it is no such part.

    Cost: linear. The two must not be the whole minutes both: what has its title, date and attendance is no extract,
    and what begins where the whole begins may be the whole with its end gone.
    """
    if extract.minutes.outline.opens_whole:
        return None
    own, other = _words(extract), _words(whole)
    size = len(own.words)
    is_small = _FEWEST_WORDS <= size <= _LARGEST * len(other.words) and size + len(other.words) <= RUN_LIMIT
    if not is_small:
        return None
    matches = _dense(_matches(own.words, other.words), round(size * _STRETCH) + _SLACK)
    matches = _without_stray(_grown(matches, own.words, other.words), own, other)
    if not matches:
        return None
    first, last = matches[0][1], matches[-1][1]
    if len(matches) < _FOLLOWS * size or len(matches) < _FILLED * (last - first + 1):
        return None
    start, end = other.segments[first], other.segments[last] + 1
    if start and _begins_below_heading(own, other, matches[0]) and _looks_like_heading(whole, start - 1):
        start -= 1  # the extract has another heading
    start = _from_heading(whole, start)
    end = _to_next(whole, start, end)
    is_end = not any(whole.coverage.words[end:]) and size > _MOST_TO_THE_END * len(other.words)
    if is_end or not _lacks_more_than_front(whole, start, end):
        return None
    return Run(own.segments[matches[0][0]], range(start, end))


def _words(document: CoveredMinutes) -> _Words:
    words: list[str] = []
    segments: list[int] = []
    for place, key in enumerate(comparable_keys(document.minutes)):
        own = [
            word for word in key.split() if word[0].isalnum() or any(map(str.isalnum, word))
        ]  # a full stop is at every end
        words += own
        segments += [place] * len(own)
    return _Words(words, segments)


def _begins_below_heading(own: _Words, other: _Words, match: tuple[int, int]) -> bool:
    """Whether the first match begins a segment on both sides, and the extract has another above it."""
    return all(at and one.segments[at] != one.segments[at - 1] for one, at in zip((own, other), match, strict=True))


def _shingles(words: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[start:] for start in range(_KNOWN_BY)), strict=False))


def _matches(own: list[str], other: list[str]) -> list[tuple[int, int]]:
    """Pairs the runs of words that both have once, by their first word."""
    parts = _shingles(own)
    once = {part: place for place, part in enumerate(parts) if part}
    counts = Counter(parts)
    found: dict[tuple[str, ...], list[int]] = {}
    for place, part in enumerate(_shingles(other)):
        if counts.get(part) == 1:
            found.setdefault(part, []).append(place)
    return sorted((once[part], places[0]) for part, places in found.items() if len(places) == 1)


def _dense(matches: list[tuple[int, int]], width: int) -> list[tuple[int, int]]:
    """Keeps those that stand in the stretch of the whole, `width` words long, that has most of them."""
    places = sorted(place for _, place in matches)
    best, begins, low = 0, 0, 0
    for high, place in enumerate(places):
        while place - places[low] >= width:
            low += 1
        if high - low + 1 > best:
            best, begins = high - low + 1, places[low]
    kept: list[tuple[int, int]] = []
    for own, other in matches:
        if begins <= other < begins + width and (not kept or other > kept[-1][1]):
            kept.append((own, other))
    return kept


def _grown(matches: list[tuple[int, int]], own: list[str], other: list[str]) -> list[tuple[int, int]]:
    """Adds the equal words before, between and behind the matches."""
    found = dict(matches)
    ends = [(-1, -1), *matches, (len(own), len(other))]
    for (a, b), (c, d) in pairwise(ends):
        at, to = a + 1, b + 1
        while a >= 0 and at < c and to < d and own[at] == other[to]:
            found[at] = to
            at, to = at + 1, to + 1
        back, before = c - 1, d - 1
        while c < len(own) and back >= at and before >= to and own[back] == other[before]:
            found[back] = before
            back, before = back - 1, before - 1
    return sorted(found.items())


def _without_stray(matches: list[tuple[int, int]], own: _Words, other: _Words) -> list[tuple[int, int]]:
    """Drops what matches at either end by chance: the minority of a segment on both sides ("the minutes of the")."""
    sizes = Counter(own.segments), Counter(other.segments)
    found = Counter(own.segments[at] for at, _ in matches), Counter(other.segments[to] for _, to in matches)

    def is_stray(match: tuple[int, int]) -> bool:
        places = own.segments[match[0]], other.segments[match[1]]
        return all(2 * count[place] < size[place] for count, size, place in zip(found, sizes, places, strict=True))

    low, high = 0, len(matches)
    while low < high and is_stray(matches[low]):
        low += 1
    while low < high and is_stray(matches[high - 1]):
        high -= 1
    return matches[low:high]


def _from_heading(whole: CoveredMinutes, start: int) -> int:
    """Goes back to the line below the heading of a recognised item, where the extract begins below it."""
    item = whole.minutes.outline.item_of[start]
    if item is None or len(whole.minutes.outline.items) < 2 or _looks_like_heading(whole, start):  # noqa: PLR2004
        return start
    first = whole.minutes.outline.items[item].first
    return min(start, first + 1) if whole.is_heading(first) else start


def _to_next(whole: CoveredMinutes, start: int, end: int) -> int:
    """Goes on to where something else begins: what was added to the end of an extract is no other item."""
    outline = whole.minutes.outline
    starts = {item.first for item in outline.items}
    own_number = _number(whole, start)
    above = start
    for place in range(end, len(whole.minutes.segments)):
        if not whole.coverage.words[place]:
            continue
        if place in starts or _begins_another(whole, place, start, own_number, _number(whole, above)):
            return place
        above = place
    return len(whole.minutes.segments)


def _begins_another(
    whole: CoveredMinutes,
    place: int,
    start: int,
    own: tuple[str, tuple[int, ...]] | None,
    above: tuple[str, tuple[int, ...]] | None,
) -> bool:
    """Whether a segment below an extract has the look of its first one: a later number, a heading as high, emphasis."""
    number = _number(whole, place)
    if own and number and number[0] == own[0] and number[1] > own[1]:
        is_list = above is not None and above != own and above[0] == number[0] and above[1][-1] + 1 == number[1][-1]
        return not is_list
    first, segment = whole.minutes.segments[start], whole.minutes.segments[place]
    if _is_emphatic(whole, start) and _is_emphatic(whole, place):
        return True
    if segment.kind is SegmentKind.HEADING and whole.is_heading(place):
        return first.kind is not SegmentKind.HEADING or segment.level <= first.level
    return False


def _text(document: CoveredMinutes, place: int) -> str:
    segment = document.minutes.segments[place]
    return document.minutes.document.text[segment.start : segment.end]


def _number(document: CoveredMinutes, place: int) -> tuple[str, tuple[int, ...]] | None:
    """Reads the number that a segment begins with: its form and its figures; 3.0 counts by its 3."""
    match = _NUMBER.match(_text(document, place)[:60])
    if match is None:
        return None
    number = match["number"]
    if number[0] in _ROMAN:
        values = [_ROMAN[letter] for letter in number]
        total = sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
        return "I", (total,)
    figures = tuple(int(one) for one in re.split(r"[./]", number))
    form = re.sub(r"\d+", "0", number)
    return (form + "0", figures[:-1]) if len(figures) > 1 and figures[-1] == 0 else (form, figures)


def _is_emphatic(document: CoveredMinutes, place: int) -> bool:
    """Whether a line is short and wholly in emphasis, which markdown marks with stars."""
    text, start = document.minutes.document.text, document.minutes.segments[place].start
    begin = text.rfind("\n", 0, start) + 1
    line = text[begin : begin + _LONGEST_LOOK + 1].partition("\n")[0].strip()
    is_marked = line[:2] in ("**", "__") and line.rstrip(" :")[-2:] == line[:2]
    return is_marked and len(line) <= _LONGEST_LOOK and start - begin <= len(line[:2]) + 1


def _looks_like_heading(document: CoveredMinutes, place: int) -> bool:
    text = _text(document, place).strip("*_ #\n")
    if document.is_heading(place) or _number(document, place) is not None:
        return True
    return len(text) <= _LONGEST_LOOK and text[-1:] not in (".", ";", ",")


def _lacks_more_than_front(whole: CoveredMinutes, start: int, end: int) -> bool:
    """Whether the whole begins above the run, and has more than its title and its list of those present beside it."""
    roles, words = whole.minutes.outline.roles, whole.coverage.words
    has_above = any(words[place] for place in range(start))
    outside = (*range(start), *range(end, len(roles)))
    front, standing = (Role.FRONT, Role.ATTENDANCE, Role.APOLOGIES), whole.minutes.outline.standing
    body = sum(words[place] for place in outside if roles[place] not in front and place not in standing)
    return has_above and body >= _ANOTHER_MATTER
