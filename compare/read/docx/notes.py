"""Footnotes and endnotes of a Word document, numbered as they are referred to.

the third reference in the text             3, or iii for an endnote, or what the document says
a reference with a mark of its own ("*")    *, and the count does not go on
a reference in deleted or hidden text       no note, no number
counts that begin anew in each section      1, 2, 1, 2
counts that begin anew on each page         1, 2, 3, 4: which page a word is on, the file does not say
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from compare.read.common.list_numbers import NumberFormat, format_count
from compare.read.docx.names import Element, W, number_of, value_of
from compare.read.docx.numbering import count_style
from compare.read.docx.package import Package

FOOTNOTE, ENDNOTE = "footnote", "endnote"
REFERENCES: Final = {f"{W}{kind}Reference": kind for kind in (FOOTNOTE, ENDNOTE)}
_USUAL_STYLE = {FOOTNOTE: NumberFormat.DECIMAL, ENDNOTE: NumberFormat.LOWER_ROMAN}
_ID = f"{W}id"


class Note(NamedTuple):
    """A note that the text refers to; `mark` is what the text prints there."""

    mark: str
    content: Element


@dataclass(slots=True)
class _Count:
    style: NumberFormat
    start: int
    is_by_section: bool
    at: int


@dataclass(slots=True)
class Notes:
    """The notes of one document, collected while its body is read."""

    package: Package
    _contents: dict[str, Mapping[str | None, Element]] = field(default_factory=dict)
    _found: dict[str, list[Note]] = field(default_factory=lambda: {FOOTNOTE: [], ENDNOTE: []})
    _known: set[tuple[str, str]] = field(default_factory=set)  # kinds and names of those that were found
    _sections_passed: int = 0
    _counts: dict[str, _Count] = field(default_factory=dict)

    def refer(self, kind: str, reference: Element, own_mark: str) -> None:
        """A reference in the text; `own_mark` is empty where the note is numbered."""
        content = self._content(kind).get(reference.get(_ID))
        name = reference.get(_ID, "")
        if content is None or (kind, name) in self._known:
            return
        self._known.add((kind, name))
        mark = own_mark
        if not mark:
            count = self._counts.setdefault(kind, self._count_of_section(kind))
            mark = format_count(count.at, count.style)
            count.at += 1
        self._found[kind].append(Note(mark, content))

    def pass_section(self) -> None:
        """The text goes on in the next section."""
        self._sections_passed += 1
        for kind, count in list(self._counts.items()):
            new = self._count_of_section(kind)
            if not new.is_by_section:
                new.at = count.at
            self._counts[kind] = new

    def __iter__(self) -> Iterator[Note]:
        for kind in (FOOTNOTE, ENDNOTE):
            yield from self._found[kind]  # a note that is read may refer to others, which are read after it

    def _content(self, kind: str) -> Mapping[str | None, Element]:
        if kind not in self._contents:
            root = self.package.named.get(f"{kind}s")
            notes = () if root is None else root.iterchildren(W + kind)
            self._contents[kind] = {note.get(_ID): note for note in notes}
        return self._contents[kind]

    def _count_of_section(self, kind: str) -> _Count:
        """How notes are counted in the section that is read: as it says, else as the settings say."""
        sections = self.package.sections
        here = sections[self._sections_passed] if self._sections_passed < len(sections) else None
        settings = self.package.named.get("settings")
        said = [None if holder is None else holder.find(f"{W}{kind}Pr") for holder in (here, settings)]
        name = next((name for one in said if (name := value_of(one, "numFmt"))), None)
        start = next((start for one in said if (start := number_of(one, "numStart")) is not None), 1)
        restart = next((restart for one in said if (restart := value_of(one, "numRestart"))), None)
        style = _USUAL_STYLE[kind] if name is None else count_style(name)
        return _Count(style, start, restart == "eachSect", start)
