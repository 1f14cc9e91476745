"""What stands on the first page beside the minutes: the day on which the file was made, how the meeting's day is told.

Published 9 March 2025      →  Published 2 April 2025      a draft and a final are of two days
Date: 3 May 2025            →  Held on 3 May 2025          the same, introduced otherwise
"""

from __future__ import annotations

import re

from compare.rules._change import Change
from compare.style.word_lists import WordLists
from compare.text.tokens import fold_key
from compare.values import Role, Side

_LONGEST = 80  # characters of a line that only says when a file was made
_AROUND = frozenset((Role.FRONT, Role.FURNITURE))
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")


def tells_file_day(text: str, word_lists: WordLists) -> bool:
    """Whether a line only says when the file was published, printed or the like: "Published 9 March 2025"."""
    return _may_tell_file_day(text, word_lists) and not _names_meeting(fold_key(text), word_lists)


def _may_tell_file_day(text: str, word_lists: WordLists) -> bool:
    is_short = len(text) <= _LONGEST and any(map(str.isdigit, text))
    return is_short and word_lists.has_phrase("file_day_phrases", fold_key(text))


def _names_meeting(folded: str, word_lists: WordLists) -> bool:
    return any(word_lists.has("words_of_meetings", word) for word in _WORD.findall(folded))


def is_in_file_day(change: Change) -> bool:
    """Whether a change stands in the day of such a line of the first page or of a running head, on both sides.

    Not in that of the meeting, which the line may name too: "Held on 4 March 2025, published 9 March 2025".
    """
    return change.place.role in _AROUND and all(_follows_file_words(change, side) for side in Side)


def _follows_file_words(change: Change, side: Side) -> bool:
    reading, lists = change.reading(side), change.word_lists
    before = fold_key(reading.sentence_text[: max(0, reading.span.start - reading.sentence.start)])
    is_beside = _may_tell_file_day(reading.sentence_text, lists) and lists.has_phrase("file_day_phrases", before)
    return is_beside and not _names_meeting(before, lists)


def is_label_of_first_page(change: Change) -> bool:
    """Whether all that differs is how the day, the time or the place is introduced: "Date: 3 May", "Held on 3 May"."""
    if change.place.role is not Role.FRONT:
        return False
    own, other = ({word.key for word in words} for words in (change.removed, change.added))
    if _numbers(own) != _numbers(other) or (_weekdays(own) and _weekdays(other)):
        return False  # "12" and "12th" are one
    lists = change.word_lists
    return all(
        key[0].isdigit() or lists.has("first_page_labels", key) or lists.has("function_words", key)
        for key in own | other
    )


def _numbers(keys: set[str]) -> set[str]:
    return {match[0] for key in keys if (match := _DIGITS.match(key))}


def _weekdays(keys: set[str]) -> set[str]:
    return {key for key in keys if key.endswith("day") and key != "day"}
