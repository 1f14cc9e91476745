r"""What stands around the text of a Rich Text file: notes with their marks, headers and footers of pages.

{\super\chftn{\footnote\pard {\super\chftn} See item 4.}}      1   See item 4.
{\super *{\footnote\pard {\super *} See item 4.}}              *   * See item 4.
{\footnote\ftnalt … } with \aftnnrlc                           i   an endnote
{\headerf …} without \titlepg                                  printed on no page
{\headerl …}{\headerr …} with the same words                   once
"""

from __future__ import annotations

from dataclasses import dataclass, field

from compare.read.common.document_builder import DocumentBuilder, ParagraphOrRow
from compare.read.common.list_numbers import NumberFormat, format_count

# Headers and footers, in the order in which those of a section are given out: of its first page, of right pages or all,
# of left pages.
PAGE_WORDS = ("headerf", "header", "headerr", "headerl", "footerf", "footer", "footerr", "footerl")
_FIRST, _LEFT = "f", "l"
_PLAIN = len("header")
_STYLES = {
    "ar": NumberFormat.DECIMAL,
    "alc": NumberFormat.LOWER_LETTER,
    "auc": NumberFormat.UPPER_LETTER,
    "rlc": NumberFormat.LOWER_ROMAN,
    "ruc": NumberFormat.UPPER_ROMAN,
    "chi": NumberFormat.SYMBOLS,
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
    """A note. One that is not counted has a mark of its own."""

    is_counted: bool = False
    is_endnote: bool = False
    mark: str = ""
    blocks: list[ParagraphOrRow] = field(default_factory=list)


@dataclass(slots=True)
class _Numbering:
    style: NumberFormat = NumberFormat.DECIMAL
    at: int = 1


@dataclass(slots=True)
class Apparatus:
    """Collects notes and the texts of pages, and gives them out after the body."""

    has_facing_pages: bool = False
    has_title_page: bool = False  # the section that is being read
    footnotes: _Numbering = field(default_factory=_Numbering)
    endnotes: _Numbering = field(default_factory=_Numbering)
    _notes: list[Note] = field(default_factory=list)
    _section: dict[str, list[ParagraphOrRow]] = field(default_factory=dict)
    _pages: list[tuple[str, list[ParagraphOrRow]]] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def add_note(self, note: Note) -> None:
        """Takes a note, in the order of the references."""
        numbering = self.endnotes if note.is_endnote else self.footnotes
        if note.is_counted:
            note.mark = format_count(numbering.at, numbering.style)
            numbering.at += 1
        if note.blocks:
            self._notes.append(note)

    def add_page_text(self, name: str, blocks: list[ParagraphOrRow]) -> None:
        """Takes a header or footer of the section that is being read."""
        self._section[name] = blocks

    def end_section(self) -> None:
        """Keeps the headers and footers that the section prints."""
        for name in PAGE_WORDS:
            plain, which = name[:_PLAIN], name[_PLAIN:]
            is_printed = name in self._section
            if which == _FIRST:
                is_printed &= self.has_title_page
            elif which == _LEFT and not self.has_facing_pages:
                is_printed &= not {plain, f"{plain}r"} & self._section.keys()
            if is_printed:
                self._keep(plain, self._section[name])
        self._section.clear()

    def _keep(self, name: str, blocks: list[ParagraphOrRow]) -> None:
        """Keeps the text of a page, unless it is one that another section printed."""
        key = repr((name, blocks))
        if key not in self._seen:
            self._seen.add(key)
            self._pages.append((name, blocks))

    def add_to(self, builder: DocumentBuilder) -> None:
        """Adds footnotes, endnotes, headers, then footers, each different line of them once."""
        for note in sorted(self._notes, key=lambda note: note.is_endnote):
            builder.add_note(note.mark, note.blocks)
        self.end_section()
        for name in ("header", "footer"):
            for kept, blocks in self._pages:
                if kept == name:
                    builder.add_furniture(blocks)
