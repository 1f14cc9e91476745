"""Finds what a page prints beside the minutes at its head or foot, and tells nothing of the meeting.

Home > Your council > Committees                              the way to a web page
These proceedings may be recorded.                            a note to those who come
For further information ring the Clerk on 01632 960144.       whom to ask
Printed by Democratic Services on recycled paper              who printed it

"Comments on the plan should reach the Clerk on 01632 960144 by 4 May" is none: it says what may be done until when.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from compare.outline.segment_view import RoleClaims, SegmentView
from compare.style.house_style import HouseStyle
from compare.style.phrases import Phrases, fold_blanks, folded_phrases, holds_any, single_words, starting, words_of
from compare.values import Item, Role, SegmentKind

_EDGE = 8  # segments with words at either end of a document among which such lines stand
_LONGEST = 400  # characters of such a paragraph
_LONGEST_PART = 50  # characters of a part of a menu
_SENTENCE_END = re.compile(r"(?<=[.!?])[)\]]?\s+(?=[(\[]?[A-Z])")
_NO_WORD = re.compile(r"[^\w'-]+")
_NUMBER_SIGN = re.compile(r"\bno\.?\s*(?=\d)")  # "no. 1099" denies nothing
_AROUND = " ()[]*_#>.:"
_ON_PATH = re.compile(r"\s*[>»›→]\s*")
_IN_MENU = re.compile(r"\s*[|•·>»›→/]\s*")
_RIGHTS = re.compile(r"(?i)[*_\s]*(?:©|\(c\)\s)")
# The way to reach somebody: a number or an address behind its label.
_REACHED_AT = re.compile(
    r"(?i)\b(?:tel|telephone|phone|fax|mobile)\b\.?\s*(?:no\.?\s*)?:\s*[+(]?\d"
    r"|(?<![\w.])[\w.+-]{1,64}@[\w-]{1,64}\.\w|(?<![\w/])www\.\w"
)
_SMALL = frozenset(("of", "the", "and", "for", "to", "ext", "ext."))  # words of a name or an address without a capital
_LISTS = (
    *("standing_openings", "standing_phrases", "standing_topics", "standing_requests", "standing_bars"),
    *("months", "weekdays", "path_words", "menu_words"),
)
_MAY = "May"  # "may be recorded": a month beside a number alone
_DAY = re.compile(r"(?i)\b\d{1,2}(?:[./-]\d{1,2}[./-]\d{2,4}|(?:st|nd|rd|th)?\s+may)\b|\bmay\s+\d")
_TOLD = frozenset((Role.FRONT, Role.NARRATIVE, Role.FURNITURE))


def standing_lines(view: SegmentView, roles: RoleClaims, items: tuple[Item, ...], style: HouseStyle) -> frozenset[int]:
    """The segments that the page says of itself. Cost: linear in the lines at both ends."""
    lists = tuple(style.minutes[name] for name in _LISTS)
    words = _words_of(lists, style.words["negations"], style.words["file_day_phrases"])
    starts = {item.first for item in items if item.number}
    return frozenset(
        index
        for index in _at_edges(view)
        if index not in starts
        and roles.given[index] in (None, *_TOLD)
        and not view.is_kind(index, SegmentKind.LIST_ITEM, SegmentKind.TABLE_ROW)
        and words.stand_in(view.texts[index])
    )


def _at_edges(view: SegmentView) -> Iterator[int]:
    with_words = [index for index, text in enumerate(view.texts) if any(map(str.isalnum, text[:_LONGEST]))]
    yield from with_words[:_EDGE]
    yield from with_words[max(_EDGE, len(with_words) - _EDGE) :]


@dataclass(frozen=True, slots=True)
class _StandingWords:
    openings: Phrases
    phrases: tuple[str, ...]
    topics: tuple[str, ...]
    requests: tuple[str, ...]
    bars: tuple[str, ...]
    days: tuple[str, ...]
    file_days: tuple[str, ...]
    path: frozenset[str]
    menu: frozenset[str]

    def stand_in(self, text: str) -> bool:
        """Whether a paragraph has no sentence but such ones, and names or addresses beside them."""
        if len(text) > _LONGEST:
            return False
        bare = text.strip(_AROUND)
        if self._is_path(bare):
            return True
        rest = [part for part in _SENTENCE_END.split(bare) if not self._is_standing(part)]
        return not rest or (len(rest) == 1 and rest[0] != bare and _is_name(rest[0]))

    def _is_path(self, text: str) -> bool:
        """Whether a line is the way to a page, or a menu: "Home > Council > Minutes", "Accessibility | Cookies"."""
        path, menu = _ON_PATH.split(text), _IN_MENU.split(text)
        if any(len(part) > _LONGEST_PART for part in menu) or text[-1:] in ".;?":
            return False
        named = sum(fold_blanks(part) in self.menu for part in menu)
        is_plain = not any(map(str.isdigit, text))
        is_way = is_plain and len(path) > 1 and all(part[:1].isupper() for part in path)
        if is_way and sum(not self.path.isdisjoint(words_of(part)) for part in path) > 1:
            return True
        return named > 1 or (named == 1 and is_plain and len(menu) > 1)

    def _is_standing(self, text: str) -> bool:
        if _RIGHTS.match(text) or self._is_path(text.rstrip(".")):
            return True
        rest = f" {_NO_WORD.sub(' ', _NUMBER_SIGN.sub('', fold_blanks(text))).strip()} "
        is_known = self.openings.match_after_marks(text.lstrip("([")) is not None or bool(_REACHED_AT.search(text))
        is_known = is_known or (holds_any(rest, self.topics) and holds_any(rest, self.requests))
        for phrase in self.phrases:
            if phrase in rest:
                is_known, rest = True, rest.replace(phrase, " . ")
        if not is_known or "£" in text or holds_any(rest, self.bars):
            return False
        is_dated = _DAY.search(text) is not None or holds_any(rest, self.days)
        return not is_dated or holds_any(f" {fold_blanks(text)} ", self.file_days)


def _is_name(text: str) -> bool:
    """Whether a sentence is a name or an address without a verb: "Democratic Services, Shire Hall, Penmoor PM1 4AA"."""
    words = text.replace(",", " ").split()
    return all(not word[0].isalpha() or word[0].isupper() or word in _SMALL for word in words)


@lru_cache(maxsize=8)
def _words_of(
    lists: tuple[tuple[str, ...], ...], negations: tuple[str, ...], file_days: tuple[str, ...]
) -> _StandingWords:
    table = dict(zip(_LISTS, lists, strict=True))
    days = [name for entry in (*table["months"], *table["weekdays"]) for name in entry.split() if name.isalpha()]
    return _StandingWords(
        starting(table["standing_openings"]),
        tuple(sorted(_spaced(table["standing_phrases"]), key=len, reverse=True)),
        _spaced(table["standing_topics"]),
        _spaced(table["standing_requests"]),
        _spaced((*table["standing_bars"], *negations)),
        _spaced(day for day in days if day != _MAY),
        _spaced(file_days),
        single_words(table["path_words"]),
        frozenset(folded_phrases(table["menu_words"])),
    )


def _spaced(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(f" {fold_blanks(phrase)} " for phrase in phrases)
