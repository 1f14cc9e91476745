"""The same words in another form: "Cllr." and "Councillor", "J. R. Pell" and "J R Pell", "S.106" and "section 106".

Two readings that come to the same list of words here differ in house style, not in meaning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.style.word_lists import WordLists
from compare.values import Reading, Word

_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]?\.?")
_NUMBER_SIGN = re.compile(r"(\d[\d.,]*)%")
# A short form with its number: "s106", "para.4", "pp.3-4"; and a code whose letters have a stop: "T.4".
_NUMBERED = re.compile(r"(?P<noun>[a-z]+(?:-[a-z]+)?)(?P<stop>\.?)(?P<number>\d.*)")
_LONGEST_CODE = 3  # letters
_LONGER = 3  # letters of a short form that can name no person: not "S. Page"
_ROMAN = re.compile(r"[ivxlc]+")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

# How many neighbours may complete a short form whose rest is another edit: "did" → "didn't" and "not" → nothing stand
# side by side. Longer edits than this are no short forms. Unit: tokens.
_REACH = 2
_LONGEST = 8


def same_words(draft: Reading, final: Reading, word_lists: WordLists) -> bool:
    """Whether both have the same words in another form, their nearest neighbours included where that helps."""
    if _own_words(draft, word_lists) == _own_words(final, word_lists) or _is_same_office(draft, final, word_lists):
        return True
    if max(len(draft.words), len(final.words)) > _LONGEST:
        return False
    if not any(_may_be_form(word.key, word_lists) for reading in (draft, final) for word in _neighbourhood(reading)):
        return False
    own, other = _windows(draft, word_lists), _windows(final, word_lists)
    return any(own[words] != other[words] for words in own.keys() & other.keys())


def _is_same_office(draft: Reading, final: Reading, word_lists: WordLists) -> bool:
    """Whether both name one office, cut short on one side: "Hon. Sec.", "Honorary Secretary"."""
    own, other = (_office(reading, word_lists) for reading in (draft, final))
    if own != other or not own:
        return False
    following = (word.key for word in final.after[:1])
    return not word_lists.sets["roles"].isdisjoint((*own, *following))


def _office(reading: Reading, word_lists: WordLists) -> list[str]:
    forms = word_lists.office_forms
    keys = [word.key for word in reading.words if word.key != "."]
    return [forms.get(key, " ".join(word_lists.long_forms.get(key, (key,)))) for key in keys]


def _own_words(reading: Reading, word_lists: WordLists) -> tuple[str, ...]:
    return _canonical(reading.words, _number_behind(reading.after[:2]), word_lists)


def _neighbourhood(reading: Reading) -> tuple[Word, ...]:
    return (*reading.before[-_REACH:], *reading.words, *reading.after[:_REACH])


def _may_be_form(key: str, word_lists: WordLists) -> bool:
    if key in word_lists.long_forms or key in word_lists.reference_forms or "'" in key or "%" in key or "/" in key:
        return True
    if word_lists.has("parts_with_numerals", key):
        return True
    return _NUMBERED.fullmatch(key) is not None


def _windows(reading: Reading, word_lists: WordLists) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The edit's words written out, with none, one or two neighbours to each side, and the tokens of each."""
    tokens = _neighbourhood(reading)
    first = len(reading.before[-_REACH:])
    last = first + len(reading.words)
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for start in range(first, -1, -1):
        for end in range(last, len(tokens) + 1):
            words = _canonical(tokens[start:end], _number_behind(tokens[end : end + 2]), word_lists)
            found.setdefault(words, tuple(word.key for word in tokens[start:end]))
    return found


def _canonical(words: Sequence[Word], following: str, word_lists: WordLists) -> tuple[str, ...]:
    """The words with short forms written out; full stops of short forms left out."""
    merged: list[str] = []
    was_initial = False
    for word in _written_out(words, following, word_lists):
        is_initial = len(word) == 1 and word.isalpha() and word not in ("a", "i")
        if is_initial and was_initial:
            merged[-1] += word  # "J R" and "JR"
        else:
            merged.append(word)
        was_initial = is_initial
    return tuple(merged)


def _number_behind(words: Sequence[Word]) -> str:
    """What follows a short form behind its stop: the number in "No. 7"."""
    keys = [word.key for word in words[:2]]
    return next((key for key in keys if key != "."), "")


def _written_out(words: Sequence[Word], following: str, word_lists: WordLists) -> Iterator[str]:
    for place, word in enumerate(words):
        key = word.key
        if place and word_lists.has("parts_with_numerals", words[place - 1].key) and _ROMAN.fullmatch(key):
            yield str(_value_of_roman(key))  # "Part II", "Part 2"
        elif word.is_word or key in word_lists.reference_forms:  # "§"
            yield from _long_form(key, _number_behind(words[place + 1 :]) or following, word_lists)
        elif key in ("&", "%"):
            yield from word_lists.long_forms.get(key, (key,))
        elif key != "." or place == 0 or not word_lists.is_short_form(words[place - 1].key):
            yield key


def _value_of_roman(numeral: str) -> int:
    """The value of a Roman numeral: a smaller sign before a greater one is taken off, "iv" is 4."""
    values = [_ROMAN_VALUES[sign] for sign in numeral]
    return sum(
        -value if any(later > value for later in values[place + 1 :]) else value for place, value in enumerate(values)
    )


def _long_form(key: str, following: str, word_lists: WordLists) -> Iterator[str]:
    if "/" in key and "://" not in key:  # "Parents/carers" and "Parents / carers"
        first, *rest = key.split("/")
        yield from _long_form(first, "", word_lists)
        for part in rest:
            yield "/"
            yield from _long_form(part, "", word_lists)
        return
    percent = _NUMBER_SIGN.fullmatch(key)
    if percent:
        yield from (percent.group(1), *word_lists.long_forms.get("%", ("%",)))
        return
    numbered = _NUMBERED.fullmatch(key)
    if numbered:
        yield from _numbered_form(numbered, word_lists)
        return
    if _INITIALS.fullmatch(key):
        key = key.replace(".", "")
    if key in word_lists.reference_forms and _is_number(following, key):
        yield from word_lists.reference_forms[key]
        return
    for long in word_lists.long_forms.get(key, (key,)):
        yield from word_lists.spelling(long).split()


def _numbered_form(numbered: re.Match[str], word_lists: WordLists) -> Iterator[str]:
    """A short form that its number is glued to, written out; of any other code the letters without their stop."""
    noun, number = numbered["noun"], numbered["number"]
    if noun in word_lists.reference_forms:
        yield from (*word_lists.reference_forms[noun], number)
    else:
        yield noun + number if len(noun) <= _LONGEST_CODE else numbered.group()


def _is_number(following: str, short: str) -> bool:
    """Whether what follows a short form is what it numbers: a figure; behind a longer form "(b)", "A" or "iv" too."""
    if following[:1].isdigit():
        return True
    is_letter = len(following) == 1 and following.isalpha() and following not in ("a", "i")
    return len(short) >= _LONGER and (following == "(" or is_letter or _ROMAN.fullmatch(following) is not None)
