"""Reads which body met, and on which day, from the front matter.

    GLENARVIE COUNCIL                                            a body …
    Minute of Meeting of the Education Committee, 3 June 2025    … whose committee met, and the day
    Academy Foundation - Technical Council (TAC) Meeting         one body, told in two parts
    Published 9 July 2025                                        the day of the file, not of the meeting

A day that cannot be read is `None`, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from compare.outline.dates import whole_dates
from compare.outline.segment_view import RoleClaims, SegmentView
from compare.style.house_style import HouseStyle
from compare.style.phrases import single_words, words_of
from compare.values import SegmentKind

# The longest line, in characters, that can be a title or a day.
_LONGEST_LINE = 160
# The longest line, in characters, that is a label of the line below it: "Date of publication".
_LONGEST_LABEL = 40
_MEETING = re.compile(
    r"(?i)(?:\b(?:draft|unconfirmed|unapproved|approved|confirmed|final)\s+)?"
    r"\b(?:minutes?|notes?|record) of (?:a |an |the )?"
    r"(?:(?:ordinary |special |extraordinary |annual |monthly |virtual |public |general )*(?:meeting|proceedings) of )?"
    r"(?:the )?"
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
# Where the name of a body may end: at what the meeting was, when it was, or at a mark.
_BODY_END = re.compile(
    rf"(?i)\s*(?:,?\s+(?:meeting\s+)?held\b|(?P<mark>[-–—:,(]\s|\s[-–—]\s)|\bmeeting\b|\bminutes\b|\bon\s+{_WEEKDAY}|\b{_WEEKDAY}"
    # "Area Committee 2" has a number, "Area Committee 2 June 2025" a day.
    r"|\b(?!\d{1,2}(?:\s*$|\s+(?:meeting|minutes|held)\b|\s*[-–—:,]))\d)"
)
_MAIL = re.compile(r"(?:From|To|Cc|Bcc|Sent|Date|Subject|Reply-To):\s", re.IGNORECASE)
_TITLE = re.compile(r" (?:minutes?|notes|record) ")
_WORD = re.compile(r"[^\W_]+")
# A title in the data above a page of markdown: 'title: "Ash Parish Council"'.
_PAGE_TITLE = re.compile(r"(?i)^title\s*[:=]\s*[\"']?|(?<=\w)[\"']$")
_AT_THE_EDGE = "*_ ,:-–—|"
_LONGEST_SMALL_WORD = 3  # letters: "of", "the" in a name
_FEWEST_OF_PROSE = 4  # longer words in small letters: a name has fewer, "Friends of the village hall committee"


def find_body(view: SegmentView, roles: RoleClaims, front: list[int], style: HouseStyle) -> str | None:
    """Finds the council, committee or board that met: the first line that names one, with the committee of it below."""
    names = single_words(style.minutes["body_words"])
    first, place = None, 0
    for index in front:
        text = _PAGE_TITLE.sub("", view.texts[index]).replace("**", "").strip("*_# ")
        is_line = view.is_kind(index, SegmentKind.HEADING, SegmentKind.PARAGRAPH) and not view.segments[index].mark
        if (
            not is_line
            or len(text) > _LONGEST_LINE
            or _MAIL.match(text)
            or not names & words_of(text)
            or not roles.is_free(index)
        ):
            continue
        name = _body_in(text, names)
        if first is None:
            first, place = name, index
        elif name is not None and _is_part_of(name, first, style):
            is_alone = index == place + 1 and name == text and _is_name_alone(name, names, style)
            if is_alone or _MEETING.match(text):
                return f"{first}, {name}"
    return first


def _is_part_of(name: str, body: str, style: HouseStyle) -> bool:
    """Whether a second name says more than the first: a committee of it, not its annual meeting."""
    own = [word for word in _WORD.findall(name.lower()) if word not in single_words(style.minutes["meeting_kinds"])]
    return len(own) > 1 and not words_of(body).issuperset(own)


def _is_name_alone(name: str, names: frozenset[str], style: HouseStyle) -> bool:
    """Whether a line is the name of a body and no more: "PLANNING COMMITTEE", not "To all members of the Council"."""
    words = name.split()
    is_called = words[0].lower() in single_words(style.minutes["words_before_members"])
    is_name = all(word[:1].isupper() or len(word) <= _LONGEST_SMALL_WORD for word in words)
    return is_name and not is_called and not names.isdisjoint(words_of(words[-1]))


def _body_in(text: str, names: frozenset[str]) -> str | None:
    """The name of a body at the beginning of a line, as far as it goes; `None` where the line is about one."""
    title = _MEETING.match(text)
    if title is None and _is_prose(text):
        return None
    name = text[title.end() :] if title else text
    end = len(name)
    for match in _BODY_END.finditer(name):
        if match["mark"] and (
            not _names_body(name[: match.start()], names, is_title=title is not None)
            or _goes_on(name, match.end(), names)
        ):
            continue
        end = match.start()
        break
    name = " ".join(name[:end].split()).strip(_AT_THE_EDGE).rstrip(".")
    return name if _names_body(name, names, is_title=title is not None) else None


def _is_prose(text: str) -> bool:
    """Whether a line tells something, as a sentence does: more of its words are small than a name has."""
    words: list[str] = [word for word in _WORD.findall(text) if len(word) > _LONGEST_SMALL_WORD]
    small = sum(word.islower() for word in words)
    is_sentence = text.endswith(".") and small > 1
    return is_sentence or (small >= _FEWEST_OF_PROSE and 2 * small > len(words))


def _goes_on(name: str, start: int, names: frozenset[str]) -> bool:
    """Whether a body is named behind a mark too: "Ash Council, Planning Committee"."""
    following = _BODY_END.search(name, start)
    part = name[start : following.start() if following else len(name)]
    return _names_body(part, names, is_title=False)


def _names_body(words: str, names: frozenset[str], *, is_title: bool) -> bool:
    """Whether words have the word of a body, as a name has it outside a title: "the committee" is none."""
    if is_title:
        return not names.isdisjoint(words_of(words))
    return any(not names.isdisjoint(words_of(word)) for word in words.split() if word.lstrip("(“\"'‘")[:1].isupper())


def find_day(view: SegmentView, front: Sequence[int], style: HouseStyle) -> tuple[int, str] | None:
    """Finds the day of the meeting, as YYYY-MM-DD: the first whole date of the front matter that is of no other thing.

    Gives the segment that names it, too.
    A running head may have the day of printing: it is asked last.
    """
    lines = sorted(front, key=lambda index: view.is_kind(index, SegmentKind.FURNITURE))
    days = (
        (index, meeting_day(view.texts[index][:_LONGEST_LINE], view.texts[index - 1] if index else "", style))
        for index in lines
    )
    return next(((index, day) for index, day in days if day is not None), None)


def meeting_day(text: str, above: str, style: HouseStyle) -> str | None:
    """The first day in words that is not of a file, another meeting or a signature: "Published 9 July 2025"."""
    return _day(text, above, style, (*style.words["file_day_phrases"], *style.minutes["other_day_phrases"]))


def version_day(text: str, style: HouseStyle) -> str | None:
    """The first day in words that is not of printing or publishing: "Draft 2 of 9 May 2025"."""
    return _day(text, "", style, style.words["file_day_phrases"])


def _day(text: str, above: str, style: HouseStyle, others: tuple[str, ...]) -> str | None:
    start = 0
    for low, high, day in whole_dates(text, style.minutes["months"]):
        before = text[start:low]
        label = _label(above) if not start and not before.strip("*_ |") else before
        if not _is_of_other_thing(label, others):
            return day
        start = high
    return None


def _label(text: str) -> str:
    """A line as the label of the line below it, if it can be one: "Date of publication:"."""
    return text if len(text) <= _LONGEST_LABEL and not any(map(str.isdigit, text)) else ""


def _is_of_other_thing(before: str, phrases: tuple[str, ...]) -> bool:
    """Whether the words before a day say that it is not the meeting's, with no title of minutes behind them."""
    words = f" {_plain(before)} "
    last = max((words.rfind(f" {phrase} ") for phrase in _plain_phrases(phrases)), default=-1)
    return last >= 0 and not _TITLE.search(words, last)


@lru_cache(maxsize=8)
def _plain_phrases(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_plain, phrases))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
