"""What the document says of itself: title, body, day of the meeting, draft or confirmed, what was taken in private.

    DRAFT                                                    a mark, on a line of its own or in every page's head
    Minutes of the Parks Committee held on 6th September, 2022
    The draft strategy was noted.                            says nothing about the minutes
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from compare.housestyle import HouseStyle
from compare.outline.view import Roles, View
from compare.phrases import Phrases, any_of, holds_any, phrase_stems, single_words, starting, words_of
from compare.values import Item, Resolution, SegmentKind, Span

# How far the front matter reaches where no item shows its end, in segments.
_FRONT = 14
# The longest line, in characters, that can be a title or a mark of status.
_LONGEST_LINE = 160
# How many segments at the end can say draft or confirmed.
_TAIL = 3
_WORD = re.compile(r"[^\W_]+")
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<!\d)(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4}|\d{2})(?!\d)")
_MEETING = re.compile(r"(?i)\b(?:minutes?|notes?|record) of (?:a |an |the )?(?:(?:ordinary |special |extraordinary |annual |monthly |virtual |public )*(?:general )?(?:meeting|proceedings) of )?(?:the )?")
_BODY_END = re.compile(r"(?i)\s*(?:,?\s+(?:meeting\s+)?held\b|[-–—:,(]\s|\s[-–—]\s|\bmeeting\b|\bminutes\b|\bon\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d)")
_FRONT_MATTER = re.compile(r"(?i)(?P<key>title|date)\s*:\s*(?P<value>.+)")


class Status(NamedTuple):
    """Draft or confirmed, and the word that says so."""

    status: str | None
    mark: Span | None


def front_segments(view: View, roles: Roles, items: tuple[Item, ...]) -> list[int]:
    """The segments of the front matter with words of the minutes."""
    last = items[0].first if items else len(view.segments)
    return list(range(min(last, len(view.segments), _FRONT if not items else 60)))


def find_title(view: View, roles: Roles, front: list[int], style: HouseStyle) -> str | None:
    """The title as printed: the front matter's own, else the first heading, else the first line."""
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
        and view.texts[index][0] not in "!<|"
        and not status.fullmatch(view.texts[index].strip("*_# ()"))
        and not containers.fullmatch(view.texts[index].strip("*_: "))
    ]
    headings = [index for index in lines if view.is_kind(index, SegmentKind.HEADING)]
    for index in (*headings[:1], *lines[:1]):
        return " ".join(view.texts[index].replace("**", "").strip("*_# ").split()) or None
    return None


def find_body(view: View, roles: Roles, front: list[int], style: HouseStyle) -> str | None:
    """The council, committee or board that met: the first line of the front matter that names one."""
    names = single_words(style.minutes["body_words"])
    for index in front:
        text = view.texts[index].replace("**", "").strip("*_# ")
        is_line = view.is_kind(index, SegmentKind.HEADING, SegmentKind.PARAGRAPH) and not view.segments[index].mark
        if not is_line or len(text) > _LONGEST_LINE or not names & words_of(text) or not roles.is_free(index):
            continue
        name = _MEETING.sub("", text, count=1) if _MEETING.match(text) else text
        end = next((match.start() for match in _BODY_END.finditer(name) if match.start() > 2), len(name))  # noqa: PLR2004
        name = " ".join(name[:end].split()).strip("*_ .,:-–—|")
        if names & words_of(name):
            return name
    return None


@lru_cache(maxsize=8)
def _months(entries: tuple[str, ...]) -> dict[str, int]:
    """The number of every name of a month, in small letters."""
    return {
        name.casefold(): int(entry.split()[0]) for entry in entries for name in entry.split()[1:] if entry.split()[0].isdigit()
    }


@lru_cache(maxsize=8)
def _worded_dates(entries: tuple[str, ...]) -> re.Pattern[str]:
    month = "(?P<{0}>" + "|".join(sorted(map(re.escape, _months(entries)), key=len, reverse=True)) + r")\b\.?"
    ordinal = r"(?:\s?(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain))?"
    return re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}}){ordinal}\s*(?:of\s+)?{month.format('month')},?\s*(?P<year>\d{{4}})"
        rf"|{month.format('first_month')}\s+(?P<second_day>\d{{1,2}}){ordinal},?\s+(?P<last_year>\d{{4}})",
        re.IGNORECASE,
    )


def find_date(view: View, front: list[int], style: HouseStyle) -> str | None:
    """The day of the meeting, as YYYY-MM-DD: the first whole date of the front matter."""
    for index in front:
        for text in (view.texts[index][:600],):
            found = _first_date(text, style.minutes["months"])
            if found:
                return found
    return None


def _first_date(text: str, months: tuple[str, ...]) -> str | None:
    found: list[tuple[int, str]] = []
    for pattern in (_ISO, _NUMERIC):
        match = pattern.search(text)
        if match:
            year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)  # noqa: PLR2004
            _add(found, match.start(), year, int(match["month"]), int(match["day"]))
    match = _worded_dates(months).search(text)
    if match:
        names = _months(months)
        if match["day"]:
            _add(found, match.start(), int(match["year"]), names[match["month"].casefold()], int(match["day"]))
        else:
            _add(found, match.start(), int(match["last_year"]), names[match["first_month"].casefold()], int(match["second_day"]))
    return min(found)[1] if found else None


def _add(found: list[tuple[int, str]], place: int, year: int, month: int, day: int) -> None:
    try:
        found.append((place, date(year, month, day).isoformat()))
    except ValueError:
        return  # "31/02/2022" is no date


def find_status(view: View, front: list[int], style: HouseStyle) -> Status:
    """Draft or confirmed: a line that says only that, anywhere; or a title that says it."""
    for status, phrases in (("draft", style.minutes["status_draft"]), ("confirmed", style.minutes["status_confirmed"])):
        mark = _status_mark(view, set(front), phrases)
        if mark is not None:
            return Status(status, mark)
    return Status(None, None)


def _status_mark(view: View, front: set[int], phrases: tuple[str, ...]) -> Span | None:
    marks = starting(phrases)
    stems = phrase_stems(phrases)
    for index, text in enumerate(view.texts):
        if len(text) > _LONGEST_LINE:
            continue
        is_furniture = view.is_kind(index, SegmentKind.FURNITURE)
        if not is_furniture and index not in front and index + _TAIL < len(view.texts):
            continue
        if not holds_any(text.lower(), stems):
            continue
        match = _alone(text, marks)
        if match and index not in front and not (is_furniture or match.group().isupper()):
            match = None
        if match is None and index in front and not is_furniture:
            match = _in_title(text, marks)
        if match:
            return view.span(index, match.start(), match.end())
    return None


def _alone(text: str, marks: Phrases) -> re.Match[str] | None:
    """A mark with nothing but brackets, stars and stops around it."""
    first = _WORD.search(text)
    match = marks.match(text, first.start()) if first else None
    return match if match and not _WORD.search(text, match.end()) else None


def _in_title(text: str, marks: Phrases) -> re.Match[str] | None:
    """A mark inside a title: in brackets, in capitals, or of several words ("Draft minutes of …")."""
    for word in _WORD.finditer(text):
        match = marks.match(text, word.start())
        is_bracketed = match and text[max(0, word.start() - 1)] in "([" and text[match.end() : match.end() + 1] in (")", "]")
        if match and (is_bracketed or match.group().isupper() or " " in match.group()):
            return match
    return None


def find_exempt(
    view: View, items: tuple[Item, ...], item_of: tuple[int | None, ...], resolutions: tuple[Resolution, ...], style: HouseStyle
) -> tuple[int, ...]:
    """The items taken in private: by their title, by a part heading above them, or by a decision to exclude the public."""
    table = style.minutes
    private, public = starting(table["exempt_marks"]), starting(table["open_marks"])
    excluded = _exclusion(table["exclusion_phrases"])
    exempt: set[int] = set()
    starts = {item.first: place for place, item in enumerate(items)}
    is_private = False
    for index, text in enumerate(view.texts):
        if len(text) > _LONGEST_LINE:
            continue
        place = starts.get(index)
        bare = text.strip("*_#( [")
        if place is not None:
            is_private = is_private and not public.match(bare)
            if is_private or (private.match(bare) and "exclusion" not in text.lower()) or _has_private_mark(text, private):
                exempt.add(place)
        elif view.is_kind(index, SegmentKind.HEADING) or bare.isupper():
            is_private = True if private.match(bare) else False if public.match(bare) else is_private
        elif private.match(bare) and (excluded.search(text) or text[0] in "([") and item_of[index] is not None:
            exempt.add(item_of[index] or 0)
    for resolution in resolutions:
        exempt.update(_excluded_by(view, items, item_of, resolution, excluded, public))
    return tuple(sorted(exempt))


def _has_private_mark(text: str, private: Phrases) -> bool:
    """Whether a title says so after a bracket or a dash: "Staffing (confidential)"."""
    return any(private.match(text, mark.end()) for mark in _APART.finditer(text))


@lru_cache(maxsize=8)
def _exclusion(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(any_of(phrases), re.IGNORECASE)


_APART = re.compile(r"[(\[–—-]\s*")
_NAMED = re.compile(r"(?i)\b(?:minutes?|items?|agenda items?)\s*(?:nos?\.?|numbers?)?\s*(?P<number>\d+)")
_FOLLOWING = re.compile(r"(?i)\b(?:following|remaining|remainder|rest of|next items?)\b")


def _excluded_by(
    view: View, items: tuple[Item, ...], item_of: tuple[int | None, ...], resolution: Resolution, excluded: re.Pattern[str], public: Phrases
) -> set[int]:
    text = view.document.text[resolution.span.start : min(resolution.span.end, resolution.span.start + 3000)]
    if "exclu" not in text or not excluded.search(text):
        return set()
    index = bisect_right(view.segments, resolution.span.start, key=lambda segment: segment.start) - 1
    here = item_of[max(index, 0)]
    if here is None:
        return set()
    named = {match["number"] for match in _NAMED.finditer(text)}
    if named:
        return {place for place, item in enumerate(items) if item.number in named and place > here}
    if not _FOLLOWING.search(text):
        return set()
    end = next((place for place in range(here + 1, len(items)) if public.match(items[place].title)), len(items))
    return set(range(here + 1, end))
