"""Lines that markdown, not the minutes, put there: fences, rules, comments, tables, front matter.

    ---                     front matter
    title: Minutes
    ---
    Heading                 its underline is no line of minutes
    =======
    | Name | Vote |         a row; the next line only draws the table
    |------|------|

Nothing of this is thrown away: such a line is furniture, a row or a paragraph, and counted as that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from compare.segment.lines import Line


class MarkupKind(Enum):
    """What a line is to markdown."""

    TEXT = auto()
    FURNITURE = auto()  # rules, underlines, fences, comments, table lines, lone tags
    UNDERLINED_1 = auto()  # the line above "====="
    UNDERLINED_2 = auto()  # the line above "-----"
    ROW = auto()
    VERBATIM = auto()  # inside a fence or front matter: a line is a paragraph


_RULE = re.compile(r"(?:[-–—_*=~][ \t]*){3,}")
_UNDERLINE = re.compile(r"=+|-{2,}")
_TABLE_RULE = re.compile(r"(?=[^|]*\|)(?=[^-]*-)[|:+ \t-]+")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*")
_TAGS = re.compile(r"(?:</?[A-Z][A-Z0-9_]*>\s*)+")
# Only a short line can be underlined: a paragraph above a rule is no heading.
_LONGEST_UNDERLINED = 120


def markup_lines(lines: Sequence[Line]) -> list[MarkupKind]:
    """The kind of every line. Cost: linear."""
    kinds = [_alone(line) for line in lines]
    _mark_front_matter(lines, kinds)
    _mark_fences(lines, kinds)
    _mark_comments(lines, kinds)
    _mark_tables_and_underlines(lines, kinds)
    return kinds


def _alone(line: Line) -> MarkupKind:
    words = line.text
    first = words[0]
    if first == ">" and not words.strip("> \t\xa0"):
        return MarkupKind.FURNITURE
    if first == "|" and words.count("|") > 1:
        return MarkupKind.FURNITURE if _TABLE_RULE.fullmatch(words) else MarkupKind.ROW
    if (first in "-–—_*=~" and _RULE.fullmatch(words)) or (first == "<" and _TAGS.fullmatch(words)):
        return MarkupKind.FURNITURE
    if first in "-:+" and _TABLE_RULE.fullmatch(words):
        return MarkupKind.FURNITURE
    return MarkupKind.ROW if "\t" in words and is_tabbed_row(words) else MarkupKind.TEXT


def is_tabbed_row(words: str) -> bool:
    """Cells between tabs; "1.<tab>That …" and "(a)<tab>to …" have only a mark before theirs."""
    first, _, rest = words.partition("\t")
    return bool(rest.strip()) and (len(first) > len("(viii)") or "\t" in rest.strip())


def _mark_front_matter(lines: Sequence[Line], kinds: list[MarkupKind]) -> None:
    if not lines or lines[0].text != "---":
        return
    # 60 lines: the longest front matter of a published page is well under 40; a rule far below is another thing.
    for place in range(1, min(len(lines), 60)):
        if lines[place].text in ("---", "..."):
            kinds[0] = kinds[place] = MarkupKind.FURNITURE
            kinds[1:place] = [MarkupKind.VERBATIM] * (place - 1)
            return
        if lines[place].blank_before and ":" not in lines[place].text:
            return


def _mark_fences(lines: Sequence[Line], kinds: list[MarkupKind]) -> None:
    fence = ""
    opened: int | None = None
    for place, line in enumerate(lines):
        if line.text[0] not in "`~":
            continue
        match = _FENCE.fullmatch(line.text)
        if match is None:
            continue
        if opened is None:
            opened, fence = place, match[1]
        elif line.text.startswith(fence) and line.text.strip(fence[0]) == "":
            kinds[opened] = kinds[place] = MarkupKind.FURNITURE
            kinds[opened + 1 : place] = [MarkupKind.VERBATIM] * (place - opened - 1)
            opened = None


def _mark_comments(lines: Sequence[Line], kinds: list[MarkupKind]) -> None:
    """Comments that begin and end with their lines. Text after "-->" is text: such a comment is left alone."""
    opened: int | None = None
    for place, line in enumerate(lines):
        if kinds[place] is MarkupKind.VERBATIM:
            continue
        if opened is None and line.text.startswith("<!--"):
            opened = place
        if opened is not None and "-->" in line.text:
            if line.text.endswith("-->") and line.text.count("-->") == 1:
                kinds[opened : place + 1] = [MarkupKind.FURNITURE] * (place + 1 - opened)
            opened = None


def _mark_tables_and_underlines(lines: Sequence[Line], kinds: list[MarkupKind]) -> None:
    for place in range(1, len(lines)):
        line, above = lines[place], lines[place - 1]
        if line.blank_before:
            continue
        if kinds[place] is MarkupKind.FURNITURE:
            if kinds[place - 1] is not MarkupKind.TEXT:
                continue
            if "|" in line.text and "|" in above.text:
                kinds[place - 1] = MarkupKind.ROW
            elif _UNDERLINE.fullmatch(line.text) and _can_be_underlined(lines, kinds, place - 1):
                kinds[place - 1] = MarkupKind.UNDERLINED_1 if line.text[0] == "=" else MarkupKind.UNDERLINED_2
        elif kinds[place] is MarkupKind.TEXT and "|" in line.text:
            is_below_table = kinds[place - 1] is MarkupKind.ROW and "|" in above.text
            is_below_rule = kinds[place - 1] is MarkupKind.FURNITURE and "|" in above.text
            if is_below_table or is_below_rule:
                kinds[place] = MarkupKind.ROW


def _can_be_underlined(lines: Sequence[Line], kinds: list[MarkupKind], place: int) -> bool:
    line = lines[place]
    starts = place == 0 or line.blank_before or kinds[place - 1] is not MarkupKind.TEXT
    return (
        starts and len(line.text) <= _LONGEST_UNDERLINED and line.text[-1] not in ".;," and line.text[0] not in "#>-*"
    )
