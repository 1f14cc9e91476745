r"""What stands around the text of a Rich Text file: notes with their numbers, headers and footers of pages.

{\super\chftn{\footnote\pard {\super\chftn} See item 4.}}      1   See item 4.
{\footnote\ftnalt … } with \aftnnrlc                           i   an endnote
{\headerf …} without \titlepg                                  printed on no page
{\headerl …}{\headerr …} with the same words                   once
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from compare.read.counting import Style, format_count
from compare.read.extract import Entry, Extract
from compare.read.rtf_story import Kept
from compare.values import SegmentKind

PAGE_WORDS = frozenset({"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"})
_STYLES = {
    "ar": Style.DECIMAL,
    "alc": Style.LOWER_LETTER,
    "auc": Style.UPPER_LETTER,
    "rlc": Style.LOWER_ROMAN,
    "ruc": Style.UPPER_ROMAN,
    "chi": Style.SYMBOLS,
}
# How notes are numbered: \ftnnar for the file, \sftnnar for a section, with an "a" for endnotes.
NUMBER_WORDS = {
    f"{section}{end}ftnn{how}": (bool(end), style)
    for section in ("", "s")
    for end in ("", "a")
    for how, style in _STYLES.items()
}


@dataclass(slots=True)
class Note:
    """A note. One that is not counted shows a sign of its own, typed in its text."""

    text: Kept = field(default_factory=Kept)
    is_counted: bool = False
    is_endnote: bool = False


@dataclass(slots=True)
class Apparatus:
    """Collects notes and page texts, and gives them out after the body."""

    has_facing_pages: bool = False
    has_title_page: bool = False  # the section that is being read
    starts: dict[bool, int] = field(default_factory=lambda: {False: 1, True: 1})  # by whether endnotes
    styles: dict[bool, Style] = field(default_factory=lambda: {False: Style.DECIMAL, True: Style.DECIMAL})
    _notes: list[Note] = field(default_factory=list)
    _section: list[tuple[str, Kept]] = field(default_factory=list)
    _pages: list[Kept] = field(default_factory=list)

    def add_note(self, note: Note) -> None:
        """Takes a note, in the order of the references."""
        self._notes.append(note)

    def add_page_text(self, name: str, text: Kept) -> None:
        """Takes a header or footer of the section that is being read."""
        self._section.append((name, text))

    def end_section(self) -> None:
        """Keeps the headers and footers that the section prints."""
        names = {name for name, _ in self._section}
        for name, text in self._section:
            plain, which = name[:6], name[6:]
            if which == "f" and not self.has_title_page:
                continue
            if which == "l" and not self.has_facing_pages and {plain, f"{plain}r"} & names:
                continue
            self._pages.append(text)
        self._section.clear()

    def give_out(self, extract: Extract) -> None:
        """Adds footnotes, endnotes, then each different text of pages."""
        for is_endnote in (False, True):
            number = self.starts[is_endnote]
            for note in self._notes:
                if note.is_endnote is is_endnote:
                    mark = format_count(number, self.styles[is_endnote]) if note.is_counted else ""
                    number += note.is_counted
                    _add_note(extract, note.text.entries(), mark)
        self.end_section()
        given: set[str] = set()
        for text in self._pages:
            for entry in text.entries():
                words = " ".join(entry.text.split())
                if words not in given:
                    given.add(words)
                    extract.add(replace(entry, kind=SegmentKind.FURNITURE, level=0))


def _add_note(extract: Extract, entries: list[Entry], mark: str) -> None:
    for entry in entries:
        extract.add(replace(entry, kind=SegmentKind.LIST_ITEM, mark=mark, level=1) if mark else entry)
        mark = ""
