r"""Keeps what a group of Rich Text inherits and restores at its end: its text flow, formatting, paragraph, changes.

{\b Resolved:} That …        bold ends with its brace
\b Resolved:\b0  That …      or by its word
\pard\plain                  paragraph and formatting back to their defaults
{\deleted not }{\revised\revauth1 now }     a deletion and an insertion, by two authors
{\revised a}{\revised\b b}                  1 change, in two runs
{\revised\deleted x}                        added by one and struck out by another: never part of the text
\intbl Ashby\cell Present\cell\row          a row of two cells
\intbl\par … \itap2 x\nestcell … \nestrow   a row in a cell: a row of its own, between the paragraphs of the cell
a row that never ends                       ends with the text
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from compare.read.common.document_builder import ParagraphOrRow, Run, TableRow
from compare.read.common.left_out import LeftOutCounts
from compare.read.common.word_processing import columns_of
from compare.read.rtf.file_tables import outline_level
from compare.values import Formatting, Tracked

# Levels of lists, counted from 0. Source: the Rich Text Format specification 1.9.1, "ilvl".
_LAST_LEVEL = 8
# The first name in the table of authors of every file, for changes by no one.
_NO_ONE = "Unknown"
# Tables within tables; deeper ones are read as if they were this deep.
_DEEPEST = 30
# Cells of a row, and paragraphs of a cell, that are collected; a larger row is one that never ends. Word allows 63
# cells; the minutes of a meeting in one cell have some hundred paragraphs.
_MOST_CELLS, _MOST_IN_CELL = 1_000, 5_000


@dataclass(slots=True)
class _Table:
    cells: list[list[ParagraphOrRow]] = field(default_factory=list)
    cell: list[ParagraphOrRow] = field(default_factory=list)


@dataclass(slots=True)
class OpenTables:
    """Collects paragraphs into cells and rows, and passes paragraphs and rows to `put`, in order."""

    put: Callable[[ParagraphOrRow], None]
    _open: list[_Table] = field(default_factory=list)

    def add(self, blocks: Sequence[ParagraphOrRow], depth: int) -> None:
        """Adds paragraphs in a cell `depth` tables deep, or in none."""
        self._fit(depth)
        if self._open:
            self._open[-1].cell.extend(blocks)
            if len(self._open[-1].cell) >= _MOST_IN_CELL:
                self.end()
            return
        for block in blocks:
            self.put(block)

    def end_cell(self, depth: int) -> None:
        """Ends a cell, after its last paragraph."""
        self._fit(depth)
        table = self._open[-1]
        table.cells.append(table.cell)
        table.cell = []
        if len(table.cells) >= _MOST_CELLS:
            self.end()

    def end_row(self, depth: int) -> None:
        """Ends a row, with a cell that was not ended."""
        self._fit(depth)
        self._fit(len(self._open) - 1)

    def end(self) -> None:
        """Ends the text, with rows that were not ended."""
        self._fit(0)

    def _fit(self, depth: int) -> None:
        """Opens or closes tables until `depth` are open; a row that was not ended ends with its table."""
        depth = min(depth, _DEEPEST)
        while len(self._open) > depth:
            table = self._open.pop()
            row = TableRow([*table.cells, table.cell] if table.cell else table.cells)
            if any(row.cells):
                (self._open[-1].cell.append if self._open else self.put)(row)
        while len(self._open) < depth:
            self._open.append(_Table())


@dataclass(slots=True)
class TextFlow:
    """A text that is being read: the body, a note, a header, a box. `mark` is its paragraph's number as printed.

    `joined` is the state at the end of a paragraph that runs into the next, and holds for both. `is_raised` and
    `is_note_announced` are about the text just before: it is raised, it holds the number of a note.
    """

    tables: OpenTables
    runs: list[Run] = field(default_factory=list)
    mark: str = ""
    boxes: list[ParagraphOrRow] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    joined: GroupState | None = None
    has_words: bool = False
    is_row_open: bool = False
    is_raised: bool = False
    is_note_announced: bool = False
    changed_by: tuple[int | None, int | None, int | None] = (None, None, None)


class Destination(Enum):
    """Where the text of a group goes."""

    TEXT = auto()
    MARK = auto()  # the number before a paragraph
    NAME = auto()  # the author of a comment
    NOTHING = auto()  # a drawing: only its text boxes have text
    ALTERNATIVES = auto()  # the same text twice: the first group is for old readers
    SECOND = auto()  # … and the second is read


@dataclass
class GroupState:
    """The properties of the text in a group. Authors are numbers in the table of authors."""

    flow: TextFlow
    destination: Destination = Destination.TEXT
    font: int = 0
    fallback: int = 1
    formatting: int = 0  # a sum of Formatting
    character_style: int = 0
    is_link: bool = False
    is_hidden: bool = False
    is_raised: bool = False
    is_inserted: bool = False
    is_deleted: bool = False
    inserted_by: int = 0
    deleted_by: int = 0
    formatted_by: int | None = None
    is_in_object: bool = False
    style: int = 0
    outline: int | None = None
    list_use: int = 0
    level: int = 0
    indent: int = 0  # twips, of all lines
    first: int = 0  # twips, of the first line more
    is_drop_cap: bool = False
    is_in_table: bool = False
    nesting: int = 0
    at_end: Callable[[], None] | None = None

    def opened(self) -> GroupState:
        """The state of a group within this one. Cost: one dictionary; files have a million groups."""
        inner = object.__new__(GroupState)
        inner.__dict__.update(self.__dict__)
        inner.at_end = None
        return inner

    @property
    def depth(self) -> int:
        """How many tables deep the paragraph is."""
        return max(self.nesting, int(self.is_in_table or self.flow.is_row_open))

    @property
    def columns(self) -> int:
        """The indent of the first line, in columns."""
        return columns_of(self.indent + self.first)

    def clear_formatting(self, font: int) -> None:
        r"""\plain: restores the default formatting of words."""
        self.font, self.formatting, self.character_style = font, 0, 0
        self.is_hidden = self.is_raised = self.is_inserted = self.is_deleted = False
        self.formatted_by = None

    def clear_paragraph(self) -> None:
        r"""\pard: restores the default properties of the paragraph."""
        self.style, self.outline, self.list_use, self.level = 0, None, 0, 0
        self.indent, self.first, self.is_drop_cap = 0, 0, False
        self.is_in_table, self.nesting = False, 0

    def set_paragraph(self, name: str, number: int | None) -> None:
        """Sets a property of the paragraph."""
        value = number or 0
        match name:
            case "s":
                self.style = value
            case "outlinelevel":
                self.outline = outline_level(number)
            case "ls":
                self.list_use = value
            case "ilvl":
                self.level = min(max(value, 0), _LAST_LEVEL)
            case "li":
                self.indent = value
            case "fi":
                self.first = value
            case "dropcapt":
                self.is_drop_cap = True
            case "intbl":
                self.is_in_table = True
            case "itap":
                self.nesting = max(value, 0)

    def set_formatting(self, name: str, number: int | None) -> None:
        """Sets the formatting of words."""
        is_on = number != 0
        match name:
            case "cs":
                self.character_style = number or 0
            case "ulnone":
                self.formatting &= ~Formatting.UNDERLINED.value
            case "v":
                self.is_hidden = is_on
            case "super" | "up":
                self.is_raised = is_on
            case "nosupersub":
                self.is_raised = False
            case _:
                formatting = _FORMATTING[name]
                self.formatting = self.formatting | formatting if is_on else self.formatting & ~formatting

    def set_change(self, name: str, number: int | None) -> None:
        """Sets the tracked change that words belong to."""
        match name:
            case "revised" | "mvt":
                self.is_inserted = number != 0
            case "deleted" | "mvf":
                self.is_deleted = number != 0
            case "revauth":
                self.inserted_by = number or 0
            case "revauthdel":
                self.deleted_by = number or 0
            case "mvauth":
                self.inserted_by = self.deleted_by = number or 0
            case "crauth":
                self.formatted_by = number or 0


@dataclass(slots=True)
class TrackedChanges:
    """Decides which text is compared, and counts the changes in it."""

    left_out: LeftOutCounts
    authors: list[str] = field(default_factory=list)

    def is_dropped(self, state: GroupState) -> bool:
        """Whether text in this state is not compared."""
        return state.is_deleted if self.left_out.tracked is Tracked.ACCEPT else state.is_inserted

    def count(self, state: GroupState) -> None:
        """Counts the changes of a piece of text, unless the piece before it had the same."""
        now = (
            state.inserted_by if state.is_inserted else None,
            state.deleted_by if state.is_deleted else None,
            state.formatted_by,
        )
        before, state.flow.changed_by = state.flow.changed_by, now
        if now == before:
            return
        left_out = self.left_out
        counts = (left_out.changes, left_out.changes, left_out.formatting)
        for author, author_before, count in zip(now, before, counts, strict=True):
            if author is not None and author != author_before:
                count[self._name(author)] += 1

    def _name(self, author: int) -> str:
        name = self.authors[author] if 0 <= author < len(self.authors) else ""
        return "" if name == _NO_ONE else name


_UNDERLINES = (
    *("ul", "uld", "uldash", "uldashd", "uldashdd", "uldb", "ulhwave", "ulldash", "ulth", "ulthd", "ulthdash"),
    *("ulthdashd", "ulthdashdd", "ulthldash", "ululdbwave", "ulw", "ulwave"),
)
_FORMATTING = {
    "b": Formatting.BOLD.value,
    "i": Formatting.ITALIC.value,
    "strike": Formatting.STRUCK.value,
    "striked": Formatting.STRUCK.value,
    **dict.fromkeys(_UNDERLINES, Formatting.UNDERLINED.value),
}
FORMATTING_WORDS = frozenset({*_FORMATTING, "cs", "ulnone", "v", "super", "up", "nosupersub"})
CHANGE_WORDS = frozenset({"revised", "mvt", "deleted", "mvf", "revauth", "revauthdel", "mvauth", "crauth"})
PARAGRAPH_WORDS = frozenset({"s", "outlinelevel", "ls", "ilvl", "li", "fi", "dropcapt", "intbl", "itap"})
