"""Finds the line of each key and list entry of a TOML text that is known to be valid, for errors that name the line.

[minutes]                       ("minutes",)                    line 1
# months: see below             no key
item_words = [                  ("minutes", "item_words")       line 3
    "Point",                    ("minutes", "item_words", 0)    line 4
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field

Path = tuple[str | int, ...]  # tables and keys from the outside in; the number of an entry in its list, from 0

_TOKEN = re.compile(
    r'''(?P<comment>\#[^\n]*)
      | (?P<text>"""(?:\\.|[^\\])*?"{3,5} | \'\'\'.*?\'{3,5} | "(?:\\.|[^"\\\n])*+" | '[^'\n]*+')
      | (?P<bare>[\w-]++) | (?P<mark>[\[\]{}=,\n])''',
    re.VERBOSE | re.DOTALL,
)


# Keys and entries deeper than this have no line of their own: a profile has none, and a path of a hundred thousand
# names would be copied for each.
_DEEPEST = 3


def toml_lines(source: str) -> dict[Path, int]:
    """Gives the line of each table, key and list entry of the upper levels, counted from 1. Cost: linear."""
    reader = _Reader()
    line, counted = 1, 0
    for token in _TOKEN.finditer(source):
        line += source.count("\n", counted, token.start())
        counted = token.start()
        if token["mark"]:
            reader.read_mark(token["mark"], line)
        elif not token["comment"]:
            reader.read_word(token.group(), line)
    return reader.lines


@dataclass
class _Level:
    """A table or a list that is open: its path, and in a list the number of the entry that is read."""

    path: Path
    is_list: bool = False
    index: int = 0


@dataclass
class _Reader:
    lines: dict[Path, int] = field(default_factory=dict)
    levels: list[_Level] = field(default_factory=lambda: [_Level(())])
    words: list[str] = field(default_factory=list)  # of the key or table header that is read
    state: str = "key"  # "key", "header" or "value"
    path: Path = ()  # of the value that is read

    def read_word(self, word: str, line: int) -> None:
        """Reads a bare word or a text in quotation marks."""
        level = self.levels[-1]
        if self.state != "value":
            self.words.append(tomllib.loads(f"word = {word}")["word"] if word[0] in "\"'" else word)
        elif level.is_list:
            self.lines.setdefault((*level.path[:_DEEPEST], level.index), line)

    def read_mark(self, mark: str, line: int) -> None:
        """Reads a bracket, a comma, an equals sign or the end of a line."""
        if mark == "\n":
            self._end_line()
        elif self.state == "header" or (self.state == "key" and mark == "["):
            self.state = "header"
            if mark == "]" and self.words:
                self.levels = [_Level(tuple(self.words[: _DEEPEST + 1]))]
                self._note(line)
        elif mark == "=":
            self._note(line)
            self.path, self.words, self.state = self._full_path(), [], "value"
        elif mark in "[{":
            self._open(mark)
        elif mark == ",":
            self.levels[-1].index += 1
            self.state = "value" if self.levels[-1].is_list else "key"
        else:
            self.levels.pop()
            self.state = "value"

    def _end_line(self) -> None:
        if len(self.levels) == 1:
            self.words, self.state = [], "key"

    def _open(self, mark: str) -> None:
        level = self.levels[-1]
        path = (*level.path, level.index)[: _DEEPEST + 1] if level.is_list else self.path
        self.levels.append(_Level(path, is_list=mark == "["))
        self.state = "value" if mark == "[" else "key"

    def _full_path(self) -> Path:
        above = () if self.state == "header" else self.levels[-1].path
        return (*above, *self.words[: _DEEPEST + 1])[: _DEEPEST + 1]

    def _note(self, line: int) -> None:
        """Notes the line of the key or header that was read, and of the tables that it names for the first time."""
        path = self._full_path()
        for end in range(1, min(len(path), _DEEPEST) + 1):
            self.lines.setdefault(path[:end], line)
