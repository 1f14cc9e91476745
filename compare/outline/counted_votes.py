"""Reads the words of counted votes: numbers, answers, and what only comes and goes with the form.

    there were five in favour, two against      [number 5] [answer for] [number 2] [answer against]
    F 5 / A 2 / Ab 0                            [answer for] [number 5] [answer against] [number 2] …
    carried unanimously                         [word carried] [whole: for all]
    The votes being equal, six and six          [tie] [number 6] [number 6]

What they amount to together is for the comparison (`compare/structure/counted_votes.py`), because the form may cut a
vote into lines. A segment in which nothing speaks of a vote has none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, overload

from compare.outline.segment_view import SegmentView
from compare.style.house_style import HouseStyle
from compare.style.phrases import fold_blanks, holds_any
from compare.text.tokens import plain
from compare.values import Role, VoteSign, VoteSignKind

# The longest segment that is read as a counted vote, in characters.
_LONGEST = 1200
_TOKEN = re.compile(r"[£$€]?\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")
# What a counted vote holds one of, in small letters.
_STEMS = (
    *("vot", "against", "abst", "carried", "lost", "unanim", "favo", "yes", "noes", "nays", "division", "dissent"),
    *("motion", "amendment", "nem con", "nem. con", "assent", "consent", "for:", "for ", "passed", "result", "pour"),
    *("hands", "ballot", "poll", "roll call", "bleid", "o blaid", "everyone", "everybody"),
)
_CODE = re.compile(r"\b[FY][ :=]{0,2}\d|\d ?[FY]\b")  # "F 31 / A 6", "31F"

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: number for number, word in enumerate(_UNITS.split())}
_NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
_NUMBERS |= {"no": 0, "none": 0, "nil": 0, "nobody": 0}

# Lists of plain words, and what each of them is.
_PLAIN_LISTS = {
    "counts_of_all": VoteSignKind.NUMBER,
    "voter_nouns": VoteSignKind.VOTER,
    "tie_words": VoteSignKind.TIE,
    "counted_form_words": VoteSignKind.FORM,
    "counted_joints": VoteSignKind.JOINT,
}

_Phrase = tuple[tuple[str, ...], VoteSignKind, str]


class _Grammar(NamedTuple):
    """The words of one house style: phrases by their first word, and codes that stand beside a number."""

    phrases: Mapping[str, tuple[_Phrase, ...]]
    codes: Mapping[str, str]


class CountedSegments(Sequence[tuple[VoteSign, ...]]):
    """The signs of each segment that may count a vote, of all others none; equal where all of them are.

    They are read when they are asked for: a comparison asks for the few segments that differ.
    """

    def __init__(self, view: SegmentView, roles: tuple[Role, ...], grammar: _Grammar) -> None:
        self._view, self._roles, self._grammar = view, roles, grammar

    def __len__(self) -> int:
        return len(self._roles)

    @overload
    def __getitem__(self, index: int) -> tuple[VoteSign, ...]: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[VoteSign, ...]]: ...

    def __getitem__(self, index: int | slice) -> tuple[VoteSign, ...] | Sequence[tuple[VoteSign, ...]]:
        if isinstance(index, slice):
            return tuple(self[place] for place in range(*index.indices(len(self))))
        text = self._view.texts[index]
        may_count = (
            len(text) <= _LONGEST
            and self._roles[index] is not Role.FURNITURE
            and (holds_any(text.lower(), _STEMS) or _CODE.search(text) is not None)
        )
        return _signs(self._view, index, text, self._grammar) if may_count else ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CountedSegments) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(self._roles)


def read_counted_votes(view: SegmentView, roles: tuple[Role, ...], style: HouseStyle) -> CountedSegments:
    """The signs of each segment that may count a vote; of all others none. Cost: nothing until they are asked for."""
    table = style.minutes
    grammar = _grammar(
        table["counted_answers"],
        table["counts_in_words"],
        (
            table["counts_of_all"],
            table["voter_nouns"],
            table["tie_words"],
            table["counted_form_words"],
            table["counted_joints"],
        ),
        table["answer_codes"],
    )
    return CountedSegments(view, roles, grammar)


def _signs(view: SegmentView, index: int, text: str, grammar: _Grammar) -> tuple[VoteSign, ...]:
    tokens = list(_TOKEN.finditer(text))
    words = [fold_blanks(plain(token.group())) for token in tokens]
    found: list[VoteSign] = []
    place = 0
    while place < len(tokens):
        size, kind, value = _sign_at(tokens, words, place, grammar)
        span = view.span(index, tokens[place].start(), tokens[place + size - 1].end())
        found.append(VoteSign(kind, value, span))
        place += size
    return tuple(found)


def _sign_at(
    tokens: list[re.Match[str]], words: list[str], place: int, grammar: _Grammar
) -> tuple[int, VoteSignKind, str]:
    """How many tokens the sign at a place has, and what it is."""
    word, printed = words[place], tokens[place].group()
    if printed in grammar.codes and _is_beside_number(tokens, place):
        return 1, VoteSignKind.ANSWER, grammar.codes[printed]
    for phrase, kind, value in grammar.phrases.get(word, ()):
        if tuple(words[place : place + len(phrase)]) == phrase:
            return len(phrase), kind, value
    if word.isdigit():
        return 1, VoteSignKind.NUMBER, str(int(word))
    if word == "no" and _is_beside_number(tokens, place):  # "Yes 6, No 1"
        return 1, VoteSignKind.ANSWER, "against"
    tens, _, ones = word.partition("-")
    if tens in _NUMBERS and (not ones or ones in _NUMBERS):
        return 1, VoteSignKind.NUMBER, str(_NUMBERS[tens] + _NUMBERS.get(ones, 0))
    return 1, VoteSignKind.WORD if word[:1].isalnum() else VoteSignKind.MARK, word


def _is_beside_number(tokens: list[re.Match[str]], place: int) -> bool:
    near = (*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2])
    return any(token.group().isdigit() for token in near)


@lru_cache(maxsize=8)
def _grammar(
    answers: tuple[str, ...],
    wholes: tuple[str, ...],
    plain_lists: tuple[tuple[str, ...], ...],
    codes: tuple[str, ...],
) -> _Grammar:
    entries = [(*_equation(line), VoteSignKind.ANSWER) for line in answers]
    entries += [(*_equation(line), VoteSignKind.WHOLE) for line in wholes]
    entries += [
        (line, "all" if kind is VoteSignKind.NUMBER else line, kind)
        for kind, lines in zip(_PLAIN_LISTS.values(), plain_lists, strict=True)
        for line in lines
    ]
    phrases: dict[str, list[_Phrase]] = {}
    for left, right, kind in entries:
        words = tuple(fold_blanks(plain(token)) for token in _TOKEN.findall(left))
        phrases.setdefault(words[0], []).append((words, kind, right))
    longest_first = {word: tuple(sorted(found, key=lambda phrase: -len(phrase[0]))) for word, found in phrases.items()}
    return _Grammar(longest_first, dict(map(_equation, codes)))


def _equation(line: str) -> tuple[str, str]:
    left, _, right = line.partition(" = ")
    return left, right
