r"""The words of a paragraph, and the lines that a page keeps apart in it with <br>.

    <strong>4. Bus shelter</strong><br>The Clerk reported …<br>RESOLVED: that …      three paragraphs
    Present:<br>Cllr Ames (Chair)<br>Cllr Byrne                                      three
    The Clerk reported that the quotation for the shelter had<br>not been received   one: a line that was too long

Editors of web sites write <br> for every line end that is typed; word processors write it for a line end within a
paragraph, and are believed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from compare.read.common.document_builder import Run
from compare.values import Dress

# Characters from which a line may have been broken because it was full. Hard-wrapped texts have 60 to 80.
_FULL = 50
# Letters from which a line in capitals is one on purpose.
_LEAST_CAPITALS = 4

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_MARKED = re.compile(r"(?:\(?\d{1,3}(?:[./]\d{1,4})*[.)]|\(?[a-zA-Z]\)|\(?[ivx]{1,4}[.)]|[•·▪●–-])\s+\S")
_CLOSED = re.compile(r"[.:;?!][\"'”’)\]]*\Z")


@dataclass(slots=True)
class Words:
    """The words of a paragraph as they come, blanks drawn as a browser draws them: one, and none at its edges."""

    _runs: list[Run] = field(default_factory=list)
    _gap: Dress | None = None  # a blank that is printed if words follow, and its look
    _line_has_words: bool = False

    def add(self, text: str, dress: Dress) -> None:
        """A piece of the markup's text."""
        words = _BLANKS.sub(" ", text)
        body = words.strip(" ")
        if words[:1] == " " and self._gap is None:
            self._gap = dress
        if body:
            self.add_exactly(body, dress)
            self._gap = dress if words[-1] == " " else None

    def add_exactly(self, text: str, dress: Dress) -> None:
        """Text of which every blank counts."""
        if not text:
            return
        if self._gap is not None and self._runs and not self._runs[-1].text.endswith("\n"):
            self._runs.append(Run(" ", self._gap))
        self._gap = None
        self._runs.append(Run(text, dress))
        self._line_has_words = self._line_has_words or bool(text.strip())

    def end_line(self) -> bool:
        """A line end; whether it is the second in a row, which ends the paragraph."""
        is_second = bool(self._runs) and not self._line_has_words
        if self._runs and not is_second:
            self._runs.append(Run("\n"))
        self._gap, self._line_has_words = None, False
        return is_second

    def take(self) -> list[Run]:
        """The words of the paragraph that ends; empty if there are none."""
        runs, self._runs, self._gap, self._line_has_words = self._runs, [], None, False
        return runs if has_words(runs) else []


def has_words(runs: Sequence[Run]) -> bool:
    """Whether anything of a paragraph is more than a blank."""
    return any(run.text.strip(" \t\n\xa0\u200b") for run in runs)


def split_at_breaks(runs: Sequence[Run]) -> list[list[Run]]:
    r"""The paragraphs in a block whose lines are kept apart; a line end that is kept stays a run "\n"."""
    if all(run.text != "\n" for run in runs):
        return [list(runs)]
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.text == "\n":
            lines.append([])
        else:
            lines[-1].append(run)
    parts: list[list[Run]] = []
    above: list[Run] = []
    for line in lines:
        if parts and not _begins_anew(above, line):
            parts[-1] += [Run("\n"), *line]
        else:
            parts.append(line)
        above = line if has_words(line) else above
    return parts


def _begins_anew(above: Sequence[Run], line: Sequence[Run]) -> bool:
    """Whether a line begins a paragraph."""
    before, words = (" ".join("".join(run.text for run in part).split()) for part in (above, line))
    if not words or not before:
        return False
    if _MARKED.match(words) or _is_bold(above) != _is_bold(line) or _is_upper(before) != _is_upper(words):
        return True
    return not words[0].islower() and (len(before) < _FULL or _CLOSED.search(before) is not None)


def _is_bold(line: Sequence[Run]) -> bool:
    return all(run.dress & Dress.BOLD for run in line if run.text.strip())


def _is_upper(words: str) -> bool:
    return words.isupper() and sum(map(str.isalpha, words)) >= _LEAST_CAPITALS
