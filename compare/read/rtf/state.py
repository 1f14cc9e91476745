r"""What a group of Rich Text inherits and gives back at its end: the text it belongs to, looks, paragraph.

{\b Resolved:} That …        bold ends with its brace
\b Resolved:\b0  That …      or by its word
\pard\plain                  paragraph and looks as if nothing had been said
{\deleted\revauthdel1 not}   words that author 1 struck out
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from compare.read.common.document_builder import ParagraphOrRow, Run, TableRow
from compare.read.common.word_processing import columns_of
from compare.values import Dress

# Levels of lists, counted from 0. Source: the Rich Text Format specification 1.9.1, "ilvl".
_LAST_LEVEL = 8
# Tables within tables; what claims to be deeper stands in the deepest.
_DEEPEST = 30
# Cells of a row, and paragraphs of a cell, that are collected; a larger row is one that never ends. Word allows 63
# cells; the minutes of a meeting that stand in one cell have some hundred paragraphs.
_MOST_CELLS, _MOST_IN_CELL = 1_000, 5_000


@dataclass(slots=True)
class _Table:
    cells: list[list[ParagraphOrRow]] = field(default_factory=list)
    cell: list[ParagraphOrRow] = field(default_factory=list)


@dataclass(slots=True)
class Tables:
    """Takes paragraphs and gives them, or the rows that they make, to `put`, in order."""

    put: Callable[[ParagraphOrRow], None]
    _open: list[_Table] = field(default_factory=list)

    def add(self, blocks: Sequence[ParagraphOrRow], depth: int) -> None:
        """Takes paragraphs that stand in a cell `depth` tables deep, or in none."""
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
        """Ends a row, with what is left of a cell in it."""
        self._fit(depth)
        self._fit(len(self._open) - 1)

    def end(self) -> None:
        """Ends the text, with rows that were not ended."""
        self._fit(0)

    def _fit(self, depth: int) -> None:
        """Opens or closes tables until they are `depth` deep; a row that was not ended ends with its table."""
        depth = min(depth, _DEEPEST)
        while len(self._open) > depth:
            table = self._open.pop()
            row = TableRow([*table.cells, table.cell] if table.cell else table.cells)
            if any(row.cells):
                (self._open[-1].cell.append if self._open else self.put)(row)
        while len(self._open) < depth:
            self._open.append(_Table())


@dataclass(slots=True)
class Story:
    """A text in the making. `mark` is the number of its paragraph as the file prints it.

    `begun` is the state at the end of a paragraph that runs into the next: what holds for both. `is_raised` and
    `is_note_announced` tell of the text just before: that it is raised, that a number of a note stands in it.
    """

    tables: Tables
    runs: list[Run] = field(default_factory=list)
    mark: str = ""
    boxes: list[ParagraphOrRow] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    begun: State | None = None
    has_words: bool = False
    is_row_open: bool = False
    is_raised: bool = False
    is_note_announced: bool = False
    changed_by: tuple[int | None, int | None, int | None] = (None, None, None)


class Shows(Enum):
    """Where the text of a group goes."""

    TEXT = auto()
    MARK = auto()  # the number before a paragraph
    NAME = auto()  # the author of a comment
    NOTHING = auto()  # a drawing: only the text boxes in it are text
    EITHER = auto()  # the same text twice: the first group is for old readers
    OR = auto()  # … and the second is meant


@dataclass
class State:
    """What holds for the text of a group. Authors are places in the table of authors."""

    story: Story
    shows: Shows = Shows.TEXT
    font: int = 0
    stand_in: int = 1
    dress: int = 0  # a sum of Dress
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

    def opened(self) -> State:
        """The state of a group within this one. Cost: one dictionary; files have a million groups."""
        inner = object.__new__(State)
        inner.__dict__.update(self.__dict__)
        inner.at_end = None
        return inner

    @property
    def depth(self) -> int:
        """How many tables deep the paragraph stands."""
        return max(self.nesting, int(self.is_in_table or self.story.is_row_open))

    @property
    def columns(self) -> int:
        """How far in the first line stands, in columns of a character."""
        return columns_of(self.indent + self.first)

    def clear_looks(self, font: int) -> None:
        r"""\plain: as if nothing had been said of the looks of words."""
        self.font, self.dress, self.character_style = font, 0, 0
        self.is_hidden = self.is_raised = self.is_inserted = self.is_deleted = False
        self.formatted_by = None

    def clear_paragraph(self) -> None:
        r"""\pard: as if nothing had been said of the paragraph."""
        self.style, self.outline, self.list_use, self.level = 0, None, 0, 0
        self.indent, self.first, self.is_drop_cap = 0, 0, False
        self.is_in_table, self.nesting = False, 0

    def set_paragraph(self, name: str, number: int | None) -> None:
        """Sets a property of the paragraph."""
        value = number or 0
        match name:
            case "s":
                self.style = value
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

    def set_look(self, name: str, number: int | None) -> None:
        """Sets how words are printed."""
        is_on = number != 0
        match name:
            case "ulnone":
                self.dress &= ~Dress.UNDERLINED.value
            case "v":
                self.is_hidden = is_on
            case "super" | "up":
                self.is_raised = is_on
            case "nosupersub":
                self.is_raised = False
            case _:
                look = _LOOKS[name]
                self.dress = self.dress | look if is_on else self.dress & ~look

    def set_change(self, name: str, number: int | None) -> None:
        """Sets which tracked change words are."""
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


_UNDERLINES = (
    *("ul", "uld", "uldash", "uldashd", "uldashdd", "uldb", "ulhwave", "ulldash", "ulth", "ulthd", "ulthdash"),
    *("ulthdashd", "ulthdashdd", "ulthldash", "ululdbwave", "ulw", "ulwave"),
)
_LOOKS = {
    "b": Dress.BOLD.value,
    "i": Dress.ITALIC.value,
    "strike": Dress.STRUCK.value,
    "striked": Dress.STRUCK.value,
    **dict.fromkeys(_UNDERLINES, Dress.UNDERLINED.value),
}
LOOK_WORDS = frozenset({*_LOOKS, "ulnone", "v", "super", "up", "nosupersub"})
CHANGE_WORDS = frozenset({"revised", "mvt", "deleted", "mvf", "revauth", "revauthdel", "mvauth", "crauth"})
PARAGRAPH_WORDS = frozenset({"s", "ls", "ilvl", "li", "fi", "dropcapt", "intbl", "itap"})
