"""Cuts a line of a list of people into its parts: between commas, or into the cells of a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINK = re.compile(r"!?\[([^\[\]]+)\](\([^\s()]*\)|\[[^\[\]]*\])")
_TAG = re.compile(r"<[^<>]{1,200}>")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)([^*_]*?[^\s*_])\1(?!\w)|`")
_AND = re.compile(r"[;,•·]|\s+(?:and|&)\s+", re.IGNORECASE)
# Two names with their initials and no comma between: "Lena Marsh (LM) Joan Moss (JM)".
_NO_COMMA = re.compile(r"(?<=[A-Z]{2}\))\s+(?=[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,4}\s*\([A-Z]{2,4}\))")


class Cut(NamedTuple):
    """A part [start, end) of a line."""

    start: int
    end: int
    follows: str  # the separator before it


def without_markup(text: str) -> str:
    """The text with links, tags and balanced emphasis blanked, every other character where it was."""
    if "](" in text or "][" in text:
        text = _LINK.sub(lambda link: " " + link[1] + " " * (len(link[0]) - len(link[1]) - 1), text)
    if "<" in text:
        text = _TAG.sub(lambda tag: (";" if tag[0].lower().startswith("<br") else " ").ljust(len(tag[0])), text)
    if "*" in text or "_" in text or "`" in text:
        text = _EMPHASIS.sub(
            lambda found: " " * len(found[1] or "`") + (found[2] or "") + " " * len(found[1] or ""), text
        )
    return text.replace("\\", " ").replace("\xa0", " ")


def cuts(text: str, start: int, end: int) -> Iterator[Cut]:
    """The parts between commas, semicolons and "and", outside brackets."""
    depth, at, follows = 0, start, ""
    separators = {found.start(): found for found in _AND.finditer(text, start, end)}
    if ")" in text:
        separators.update((found.start(), found) for found in _NO_COMMA.finditer(text, start, end))
    place = start
    while place < end:
        character = text[place]
        if character in "([":
            depth += 1
        elif character in ")]":
            depth = max(0, depth - 1)
        found = separators.get(place)
        if found is not None and depth == 0:
            if text[at : found.start()].strip():
                yield Cut(at, found.start(), follows)
                follows = found.group()
            else:
                follows += found.group()
            at = place = found.end()
            continue
        place += 1
    if text[at:end].strip():
        yield Cut(at, end, follows)


def cells_of(text: str, start: int) -> Iterator[Cut]:
    """The cells of a row, empty ones too."""
    at = start
    for bar in re.finditer(r"[|\t]", text[start:]):
        yield Cut(at, start + bar.start(), "|")
        at = start + bar.end()
    yield Cut(at, len(text), "|")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without the blanks and marks around it."""
    while start < end and text[start] in " \t\n|,;:-–—.":
        start += 1
    while end > start and text[end - 1] in " \t\n|,;:":
        end -= 1
    return start, end


def trimmed(text: str, cut: Cut) -> tuple[int, int]:
    """A part without the blanks and marks around it."""
    return trim(text, cut.start, cut.end)
