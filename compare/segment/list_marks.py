r"""Reads the number or bullet at the head of a line, and finds how deep its list is.

    1. That …   (a) to note   iv. the fee   33.1 Members   – bread   b\) milk        marks
    2022 was …   14 June …   10.30 am   A. Smith spoke   3.5 million was spent         no marks

A letter, a roman number or a bare decimal is a mark only where its neighbours in the count stand somewhere too.

    1. That …            level 1
    (a) the grant        level 2, though it stands as far left
    (i) in May           level 3; but after (h) the letter i is a letter
    2. That …            level 1 again

Indents come first; styles count only among items that stand equally far in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from compare.segment.headings import (
    LONGEST_HEADING,
    HeadingPatterns,
    is_title_like,
    is_upper,
    reads_like_heading,
)
from compare.segment.lines import Line

# What is read of a line to find its mark, in characters.
_HEAD = 400
# No list of any minutes goes deeper; a text that seems to is not made of lists.
_DEEPEST = 12
# Columns by which items of one list may differ: " 9." and "10." end at the same place.
_SLACK = 1


class MarkStyle(IntEnum):
    """How a mark counts; two marks of one list have the same style and the same brackets."""

    BULLET = 0
    DIGITS = 1
    DECIMAL = 2
    LETTER = 3
    CAPITAL = 4
    ROMAN = 5
    REFERENCE = 6


# The styles that number the items of a meeting.
COUNTING = (MarkStyle.DIGITS, MarkStyle.DECIMAL, MarkStyle.REFERENCE)


class Mark(NamedTuple):
    """A mark at the head of a line: its range, counted from the first word of the line."""

    start: int
    end: int
    body: int  # where the words after the mark begin
    style: MarkStyle
    value: str  # the number itself, without brackets and stops
    brackets: str  # what stands around it: ".", ")", "()", ":" or nothing


_BULLETS = "-‐‑–—*+•·●▪■◦‣⁃○□►➢➤❖✓✔\uf0b7\uf0a7\uf02d\uf0d8\uf076"
_BULLET = re.compile(
    rf"(?P<value>[{re.escape(_BULLETS)}])(?=\s|$)|(?P<o>[o§])(?=\t|\s+[A-Z])|(?P<glued>[•●▪■◦‣►➢❖\uf0b7\uf0a7])(?=\S)"
)
_NUMBER = re.compile(
    r"(?P<open>\()?"
    r"(?P<value>\d{1,4}(?:\.\d{1,3}){1,4}|\d{1,4}(?:/\d{1,4}){0,2}(?:/[A-Za-z]{1,6})?[A-Za-z]?|[ivxlIVXL]{1,6}|[A-Za-z]{1,2})"
    r"(?P<close>\\?[.):]|\\?\.\)|)(?P<strong>\*\*(?!\*)|__(?!_))?(?P<gap>\s+|$|(?=[A-Z][a-z]{0,20}[\s,;:]|\*\*))"
)
# A word so long can be glued to a number that has no stop: "10.10Jubilee", not "10.10Am".
_GLUED_WORD = re.compile(r"[A-Z][a-z]{2}")
_STRONG = re.compile(r"(?:\*\*|__)(?=[^\s*_])")
# Digits with a stop, alone in bold.
_TYPED_IN_BOLD = re.compile(r"(\*\*|__)\d{1,4}(?:\.\d{1,3})?\\?[.)]\1\s")
_ROMAN = re.compile(r"(?i)(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_FIGURES = re.compile(r"\d+")
_TIME = re.compile(r"\d{1,2}\.[0-5]\d")
_CLOCK_AFTER = re.compile(r"(?i)(?:a\.?m\b|p\.?m\b|noon\b|hours\b|hrs\b|[-–]\s*\d)")
_YEAR = re.compile(r"[A-Z]{2,5}\s(?:19|20)\d\d")


def possible_mark(line: Line, patterns: HeadingPatterns) -> Mark | None:
    """Reads the number or bullet at the head of a line, if it has one."""
    stated = stated_mark(line)
    if stated is not None:
        return stated
    head = line.text[:_HEAD]
    mark = bullet_mark(head) or number_mark(head)
    if (
        mark is not None
        and mark.style is MarkStyle.DIGITS
        and not mark.brackets
        and patterns.months.match(head, mark.body)
    ):
        return None  # "16 April 2026"
    return _typed_again(head, mark) if mark is not None else reference_mark(line.text, patterns)


def _typed_again(head: str, mark: Mark) -> Mark:
    """The number that was typed in bold behind one that a converter counted: "1. **5.** Reports" is item 5."""
    if mark.style not in (MarkStyle.DIGITS, MarkStyle.BULLET) or not _TYPED_IN_BOLD.match(head, mark.body):
        return mark
    typed = number_mark(head[mark.body :])
    if typed is None or typed.style not in COUNTING:
        return mark
    place = mark.body
    return typed._replace(start=place + typed.start, end=place + typed.end, body=place + typed.body)


def stated_mark(line: Line) -> Mark | None:
    """Gives the mark that the document's format itself counts or draws."""
    stated = line.stated
    if stated is None or stated.mark is None:
        return None
    printed = line.text[: len(stated.mark)]
    body = len(printed) + 1
    mark = bullet_mark(printed) or number_mark(printed)
    if mark is None or mark.end < len(printed):
        style = MarkStyle.REFERENCE if any(map(str.isdigit, printed)) else MarkStyle.BULLET
        mark = Mark(0, len(printed), body, style, printed.rstrip(".):"), "")
    return mark._replace(start=0, end=len(printed), body=body)


def bullet_mark(words: str) -> Mark | None:
    """Reads the bullet at the head of a line."""
    match = _BULLET.match(words)
    if match is None:
        return None
    body = len(words) - len(words[match.end() :].lstrip())
    return Mark(0, match.end(), body, MarkStyle.BULLET, match.group(), "")


def number_mark(words: str) -> Mark | None:
    """Reads the number at the head of a line; whether it is a mark can depend on others (`confirmed_marks`)."""
    strong = _STRONG.match(words)
    low = strong.end() if strong else 0
    match = _NUMBER.match(words, low)
    if match is None:
        return None
    value, opening, close = match["value"], match["open"] or "", match["close"].replace("\\", "")
    if opening and not close.startswith(")"):
        return None
    style = _style(value)
    if not _is_plausible(words, match, style, opening, close):
        return None
    return Mark(match.start(), match.end("close"), match.end(), style, value, opening + close)


def reference_mark(words: str, patterns: HeadingPatterns) -> Mark | None:
    """Reads the number of an item in the style of its body: "CAB 21", "E.70/23", "Minute 12 –"."""
    if len(words) > LONGEST_HEADING or not any(character.isdigit() for character in words[:24]):
        return None
    match = patterns.reference.match(words)
    if match is None or (not match["word"] and match["number"].isdigit()):
        return None
    if match.end() == len(words) or (not match["word"] and _YEAR.fullmatch(match["number"])):
        return None  # "THE 2025 ANNUAL MEETING"
    return Mark(0, len(match.group().rstrip()), match.end(), MarkStyle.REFERENCE, match["number"], match["close"])


def _style(value: str) -> MarkStyle:
    if value.isdigit():
        return MarkStyle.DIGITS
    if "/" in value or (value[0].isdigit() and value[-1].isalpha()):
        return MarkStyle.REFERENCE
    if value[0].isdigit():
        return MarkStyle.DECIMAL
    if len(value) > 1 or value in "ivxIVX":
        return MarkStyle.ROMAN
    return MarkStyle.CAPITAL if value.isupper() else MarkStyle.LETTER


def _is_plausible(words: str, match: re.Match[str], style: MarkStyle, opening: str, close: str) -> bool:
    """Whether a number can be a mark at all, whatever the other lines are."""
    value, rest = match["value"], words[match.end() : match.end() + 24]
    is_glued = not match["gap"] and not match["strong"] and rest != ""
    if is_glued and not _can_be_glued(rest, style, value, close):
        return False
    if style in (MarkStyle.DIGITS, MarkStyle.DECIMAL, MarkStyle.REFERENCE):
        return not _CLOCK_AFTER.match(rest)
    if not close or (close == ":" and not opening):
        return False
    if style is MarkStyle.ROMAN:
        return bool(_ROMAN.fullmatch(value)) and (value.islower() or value.isupper())
    if style is MarkStyle.LETTER:
        return not (close == "." and rest[:1].isdigit())  # "c. 1900"
    return True


def _can_be_glued(rest: str, style: MarkStyle, value: str, close: str) -> bool:
    """Whether the blank behind a mark can have been left out: "1.That", "10.1.That", "b)That", not "A.Smith"."""
    if close:
        return style in (MarkStyle.DIGITS, MarkStyle.DECIMAL) or close == ")"
    return not value.isdigit() and style in COUNTING and _GLUED_WORD.match(rest) is not None


def confirmed_marks(
    lines: Sequence[Line], candidates: Sequence[Mark | None], patterns: HeadingPatterns
) -> list[Mark | None]:
    """Removes the candidates that only look like marks: initials, years, days, times, sums.

    A mark that closes itself with a bracket, and an integer with a stop, stands alone. Any other needs a sibling
    one higher or lower somewhere in the text, or words after it that read like a heading.
    """
    known = {(mark.style, mark.brackets, mark.value) for mark in candidates if mark is not None}
    marks = [
        mark if mark is not None and _is_confirmed(line, mark, known, patterns, starts=_starts(lines, place)) else None
        for place, (line, mark) in enumerate(zip(lines, candidates, strict=True))
    ]
    first = candidates[0] if candidates else None
    if first is not None and first.style is MarkStyle.REFERENCE and is_title_like(lines[0].text[first.body :]):
        marks[0] = first  # an extract begins with the only number there is
    return marks


def _starts(lines: Sequence[Line], place: int) -> bool:
    """Whether something may begin at a line: above it is nothing, a blank line, a heading or the end of a sentence."""
    if place == 0 or lines[place].blank_before:
        return True
    above = lines[place - 1].text.rstrip('*_"”’)')
    return above[-1:] in (".", "!", "?", ":", ";") or is_upper(above)


def _is_confirmed(
    line: Line, mark: Mark, known: set[tuple[MarkStyle, str, str]], patterns: HeadingPatterns, *, starts: bool
) -> bool:
    words = line.text[mark.body :]
    has_sibling = any((mark.style, mark.brackets, value) in known for value in siblings(mark))
    match mark.style:
        case MarkStyle.BULLET | MarkStyle.LETTER | MarkStyle.ROMAN if mark.brackets != "." or mark.value.islower():
            return True
        case MarkStyle.ROMAN | MarkStyle.CAPITAL:
            return has_sibling or mark.brackets != "."
        case MarkStyle.DIGITS:
            return _is_integer_mark(mark, words, has_sibling, line, starts=starts)
        case MarkStyle.DECIMAL:
            return _is_decimal_mark(mark, words, has_sibling, patterns)
        case _:
            return bool(words) and (mark.brackets != "" or has_sibling or is_upper(words) or reads_like_heading(words))


def _is_integer_mark(mark: Mark, words: str, has_sibling: bool, line: Line, *, starts: bool) -> bool:  # noqa: FBT001
    if not words:
        return False  # a number alone: the line below decides, or the page
    if mark.brackets not in ("", ":"):
        is_year = len(mark.value) == len("2022") and mark.brackets == "."
        return not is_year or words[0].isupper()
    gap = line.text[mark.end : mark.body]
    if is_upper(words) or "\xa0" in gap or "\t" in gap:
        return not words[0].islower()
    return has_sibling and (reads_like_heading(words) or (starts and is_title_like(words)))


def _is_decimal_mark(mark: Mark, words: str, has_sibling: bool, patterns: HeadingPatterns) -> bool:  # noqa: FBT001
    if not words or not (words[0].isupper() or words[0] in "*_(\"'“‘["):
        return False
    is_time = _TIME.fullmatch(mark.value) and mark.end < mark.body and not is_upper(words)
    if is_time or patterns.measures(words):  # "2.5 FTE posts", "1.5 Million was spent"
        return has_sibling
    return True


def siblings(mark: Mark) -> tuple[str, ...]:
    """Gives the values just before and after, in the same style."""
    if mark.style is MarkStyle.DIGITS:
        return (str(int(mark.value) - 1), str(int(mark.value) + 1))
    if mark.style is MarkStyle.DECIMAL:
        head, _, tail = mark.value.rpartition(".")
        near = [number for number in (int(tail) - 1, int(tail) + 1) if number >= 0]
        # Below "10.10" stands "10.9" or "10.09".
        return tuple(dict.fromkeys(f"{head}.{number:0{width}d}" for width in (1, len(tail)) for number in near))
    if mark.style is MarkStyle.CAPITAL:
        return (chr(ord(mark.value) - 1), chr(ord(mark.value) + 1))
    if mark.style is MarkStyle.REFERENCE:
        return tuple(
            f"{mark.value[: run.start()]}{int(run.group()) + step:0{len(run.group())}d}{mark.value[run.end() :]}"
            for run in _FIGURES.finditer(mark.value)
            for step in (-1, 1)
            if int(run.group()) + step >= 0
        )
    if mark.style is MarkStyle.ROMAN and mark.value.isupper():
        return {"I": ("II",), "V": ("IV", "VI"), "X": ("IX", "XI")}.get(mark.value, ("I",))
    return ()


_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def values_before(mark: Mark) -> tuple[str, ...]:
    """Gives the values that can stand before this one in a small list: "ii" before "iii", "h" or nothing before "i"."""
    value = mark.value
    if value.isdigit():
        return (str(int(value) - 1),) if value not in ("0", "1") else ()
    small = value.lower()
    found = [_ROMANS[_ROMANS.index(small) - 1]] if small in _ROMANS[1:] else []
    if len(small) == 1 and "b" <= small <= "z":
        found.append(chr(ord(small) - 1))
    return tuple(before.upper() if value.isupper() else before for before in found)


_Key = tuple[MarkStyle, str]


class ListLevels:
    """Finds the level of each list item, line by line, from the lists that are still open."""

    def __init__(self) -> None:
        self._open: list[tuple[int, _Key, str]] = []  # indent, style, last value

    def close(self) -> None:
        """Ends every list, as a heading or a paragraph at the margin does."""
        self._open.clear()

    def level(self, mark: Mark | None, indent: int) -> int:
        """Gives the level of the next item, 1 for the outermost."""
        key = self._key(mark)
        value = mark.value if mark else ""
        while self._open and indent < self._open[-1][0] - _SLACK:
            self._open.pop()
        depth = len(self._open)
        while depth and self._open[depth - 1][0] >= indent - _SLACK:
            if self._open[depth - 1][1] == key:
                del self._open[depth:]
                self._open[-1] = (indent, key, value)
                return depth
            depth -= 1
        if self._open and self._open[-1][0] >= indent - _SLACK and self._open[-1][1][0] is MarkStyle.BULLET:
            self._open.pop()  # numbers may have bullets below them where nothing is indented, never the reverse
        if len(self._open) < _DEEPEST:
            self._open.append((indent, key, value))
        return len(self._open)

    def _key(self, mark: Mark | None) -> _Key:
        if mark is None:
            return (MarkStyle.BULLET, "")
        if mark.style is MarkStyle.BULLET:
            return (MarkStyle.BULLET, mark.value)
        style: MarkStyle = mark.style
        form = mark.brackets + ("A" if mark.value.isupper() else "")
        if style is MarkStyle.DECIMAL:
            return (style, "." * mark.value.count("."))
        if style is MarkStyle.ROMAN and len(mark.value) == 1:
            before = chr(ord(mark.value) - 1)
            letters = MarkStyle.CAPITAL if mark.value.isupper() else MarkStyle.LETTER
            if any(key == (letters, form) and last == before for _, key, last in self._open):
                style = letters
        return (style, form)
