r"""The number or bullet at the head of a line, and the numbers that are no such thing.

    1. That …   (a) to note   iv. the fee   33.1 Members   – bread   b\) milk        marks
    2022 was …   14 June …   10.30 am   A. Smith spoke   3.5 million was spent         no marks

A letter, a roman number or a bare decimal is a mark only where its neighbours in the count stand somewhere too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from compare.segment.lines import Line


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


_BULLETS = "-‐‑–—*+•·●▪■◦‣⁃○□►➢➤❖✓✔✗\uf0b7\uf0a7\uf02d\uf0d8\uf076"
_BULLET = re.compile(
    rf"(?P<value>[{re.escape(_BULLETS)}])(?=\s|$)|(?P<o>[o§])(?=\t|\s+[A-Z])|(?P<glued>[•●▪■◦‣►➢❖\uf0b7\uf0a7])(?=\S)"
)
_NUMBER = re.compile(
    r"(?P<open>\()?"
    r"(?P<value>\d{1,4}(?:\.\d{1,3}){1,4}|\d{1,4}(?:/\d{1,4}){0,2}(?:/[A-Za-z]{1,6})?[A-Za-z]?|[ivxlIVXL]{1,6}|[A-Za-z]{1,2})"
    r"(?P<close>\\?[.):]|\\?\.\)|)(?P<strong>\*\*(?!\*)|__(?!_))?(?P<gap>\s+|$|(?=[A-Z][a-z]{0,20}\s|\*\*))"
)
_STRONG = re.compile(r"(?:\*\*|__)(?=[^\s*_])")
_ROMAN = re.compile(r"(?i)(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_FIGURES = re.compile(r"\d+")
_TIME = re.compile(r"\d{1,2}\.[0-5]\d")
_CLOCK_AFTER = re.compile(r"(?i)(?:a\.?m\b|p\.?m\b|noon\b|hours\b|hrs\b|[-–]\s*\d)")


def bullet_mark(words: str) -> Mark | None:
    """The bullet that begins a line."""
    match = _BULLET.match(words)
    if match is None:
        return None
    body = len(words) - len(words[match.end() :].lstrip())
    return Mark(0, match.end(), body, MarkStyle.BULLET, match.group(), "")


def number_mark(words: str) -> Mark | None:
    """The number that may begin a line; whether it does can depend on its neighbours (`confirmed_marks`)."""
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
    """Sieves out what cannot be a mark whatever stands around it."""
    value, rest = match["value"], words[match.end() : match.end() + 24]
    is_glued = not match["gap"] and not match["strong"] and rest != ""
    if is_glued and (not close or style is not MarkStyle.DIGITS):
        return False  # glued: "1.That" only
    if style in (MarkStyle.DIGITS, MarkStyle.DECIMAL, MarkStyle.REFERENCE):
        return not _CLOCK_AFTER.match(rest)
    if not close or (close == ":" and not opening):
        return False
    if style is MarkStyle.ROMAN:
        return bool(_ROMAN.fullmatch(value)) and (value.islower() or value.isupper())
    if style is MarkStyle.LETTER:
        return not (close == "." and rest[:1].isdigit())  # "c. 1900"
    return True


def confirmed_marks(lines: Sequence[Line], candidates: Sequence[Mark | None]) -> list[Mark | None]:
    """The candidates without those that only look like marks: initials, years, days, times, sums.

    A mark that closes itself with a bracket, and an integer with a stop, stands alone. Any other needs a sibling
    one higher or lower somewhere in the text, or words after it that read like a heading.
    """
    known = {(mark.style, mark.brackets, mark.value) for mark in candidates if mark is not None}
    marks = [
        mark if mark is not None and _is_confirmed(line, mark, known, starts=_starts(lines, place)) else None
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


def _is_confirmed(line: Line, mark: Mark, known: set[tuple[MarkStyle, str, str]], *, starts: bool) -> bool:
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
            return _is_decimal_mark(mark, words, has_sibling)
        case _:
            return bool(words) and (mark.brackets != "" or has_sibling or is_upper(words) or reads_like_heading(words))


def _is_integer_mark(mark: Mark, words: str, has_sibling: bool, line: Line, *, starts: bool) -> bool:  # noqa: FBT001
    if not words:
        return False  # a number alone: `furniture` or `blocks` decide
    if mark.brackets not in ("", ":"):
        is_year = len(mark.value) == len("2022") and mark.brackets == "."
        return not is_year or words[0].isupper()
    gap = line.text[mark.end : mark.body]
    if is_upper(words) or "\xa0" in gap or "\t" in gap:
        return not words[0].islower()
    return has_sibling and (reads_like_heading(words) or (starts and is_title_like(words)))


def _is_decimal_mark(mark: Mark, words: str, has_sibling: bool) -> bool:  # noqa: FBT001
    if not words or not (words[0].isupper() or words[0] in "*_(\"'“‘["):
        return False
    if _TIME.fullmatch(mark.value) and not is_upper(words):
        return has_sibling
    return True


def siblings(mark: Mark) -> tuple[str, ...]:
    """The values just before and after, in the same style."""
    if mark.style is MarkStyle.DIGITS:
        return (str(int(mark.value) - 1), str(int(mark.value) + 1))
    if mark.style is MarkStyle.DECIMAL:
        head, _, tail = mark.value.rpartition(".")
        width = len(tail) if tail.startswith("0") or len(tail) > 1 else 1
        return tuple(f"{head}.{number:0{width}d}" for number in (int(tail) - 1, int(tail) + 1) if number >= 0)
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
    """The values that can stand before this one in a small list: "ii" before "iii", "h" or nothing before "i"."""
    value = mark.value
    if value.isdigit():
        return (str(int(value) - 1),) if value not in ("0", "1") else ()
    small = value.lower()
    found = [_ROMANS[_ROMANS.index(small) - 1]] if small in _ROMANS[1:] else []
    if len(small) == 1 and "b" <= small <= "z":
        found.append(chr(ord(small) - 1))
    return tuple(before.upper() if value.isupper() else before for before in found)


def is_upper(words: str) -> bool:
    """Whether a short line is printed in capitals: at least one word of three letters, and no small letter."""
    return words.isupper() and re.search(r"[^\W\d_]{3}", words) is not None


# The longest line in small letters that reads like a heading, in characters.
_LONGEST_TITLE = 120
_LONGEST_SENTENCE_TITLE = 90
# The most words, small ones aside, that such a line has.
_MOST_WORDS = 14
# What saved pages glue to a title, and its length at most: "pdf icon PDF 90 KB".
_FILE = re.compile(r"(?i)(?:\s+(?:pdf|word|excel)\s+e?icon)?\s+\(?(?:PDF|DOCX?|XLSX?)\s+[\d.]+\s*[KM]B\)?\s*$")
_LONGEST_FILE = 60
_SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "to",
        "via",
        "with",
        "y",
        "yr",
    )
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def file_start(words: str) -> int:
    """Where the name and size of a file begin that a saved page glued to a title; its end without one."""
    if words[-1:] not in ("B", "b", ")"):
        return len(words)
    match = _FILE.search(words, max(0, len(words) - _LONGEST_FILE))
    return match.start() if match else len(words)


def is_title_like(words: str) -> bool:
    """Whether a line is short, begins with a capital and has no end mark: it can be a title in small letters."""
    return 0 < len(words) <= _LONGEST_SENTENCE_TITLE and words[0].isupper() and words[-1] not in ".;:,?!"


def reads_like_heading(words: str) -> bool:
    """Whether a line is short, has no end stop, and writes most of its longer words with a capital."""
    words = words[: file_start(words)]
    if (
        not words
        or len(words) > _LONGEST_TITLE
        or words[-1] in ".;,?!"
        or not words.lstrip("*_\"'“‘(").strip()[:1].isupper()
    ):
        return False
    longer = [word for word in _WORD.findall(words) if word.lower() not in _SMALL]
    capitals = sum(1 for word in longer if word[0].isupper())
    return bool(longer) and len(longer) <= _MOST_WORDS and capitals * 3 >= len(longer) * 2
