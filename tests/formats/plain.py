"""A source as plain text and as markdown: the words and numbers as they are printed, without what the page adds.

    12. Allotments                          ## 12. Allotments
    1. That the rents be kept.              1. That the rents be kept.
       (a) from April;                         (a) from April;
    Name<tab>Office                         | Name | Office |

Running heads are in neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .counting import BULLETS, Counting
from .inline import Words
from .source import Block, Box, Control, Para, Source, Table

# Code points. A cell with a longer paragraph, or with two, is text that a table lays out.
LONGEST_CELL = 160
_INDENT = "   "


def write_text(source: Source) -> str:
    """The minutes as plain text: a line a paragraph, an empty line between them, tabs between cells."""
    return _Writer(source, is_markdown=False).write()


def write_markdown(source: Source) -> str:
    """The minutes as markdown."""
    return _Writer(source, is_markdown=True).write()


def is_row(cells: Sequence[Sequence[Para]]) -> bool:
    """Whether the cells that hold something are short enough to be one line."""
    return len(cells) > 1 and all(len(cell) == 1 and len(plain_words(cell[0])) <= LONGEST_CELL for cell in cells)


def plain_words(para: Para) -> str:
    """The words of a paragraph without its notes."""
    return "".join(words.text for words in para.words if words.role != "note").strip()


class _Writer:
    def __init__(self, source: Source, *, is_markdown: bool) -> None:
        self.source = source
        self.is_markdown = is_markdown
        self.counting = Counting(source)
        self.notes: list[str] = []

    def write(self) -> str:
        pieces = list(self._pieces(self.source.blocks))
        pieces += [f"{number}\t{note}" for number, note in enumerate(self.notes, 1)]
        return "\n\n".join(pieces) + "\n"

    def _pieces(self, blocks: Sequence[Block]) -> Iterator[str]:
        for block in blocks:
            if isinstance(block, Para):
                if block.kind != "blank":
                    yield self._para(block)
            elif isinstance(block, Box | Control):
                yield from self._pieces(block.paras)
            elif isinstance(block, Table):
                yield from self._table(block)

    def _para(self, para: Para) -> str:
        words = self._words(para)
        mark = self.counting.mark(para)
        if self.is_markdown and mark in BULLETS:
            mark = "-" * bool(mark)
        blank = "\t" if mark == "o" else " "  # as Word saves it; with a blank it could be a letter
        line = f"{mark}{blank}{words}" if mark else words
        if self.is_markdown and para.kind in ("head1", "head2", "title"):
            return "#" * {"title": 1, "head1": 2, "head2": 3}[para.kind] + " " + line
        if para.kind == "item":
            return _INDENT * (para.level - 1) + line
        return line

    def _words(self, para: Para) -> str:
        self.notes += [words.text for words in para.words if words.role == "note"]
        shown = "".join(self._formatted(words, para) for words in para.words if words.role != "note")
        shown = shown.strip().replace("****", "")
        return shown.replace("\t", " ") if self.is_markdown else shown

    def _formatted(self, words: Words, para: Para) -> str:
        bare = words.text.strip()
        if not self.is_markdown or not bare or para.kind in ("head1", "head2", "title"):
            return words.text
        stars = "**" * ("b" in words.look) + "*" * ("i" in words.look) + "~~" * ("s" in words.look)
        return words.text.replace(bare, f"{stars}{bare}{stars[::-1]}")

    def _table(self, table: Table) -> Iterator[str]:
        lines: list[str] = []
        for row in table.rows:
            cells = [[para for para in cell.paras if plain_words(para)] for cell in row]
            filled = [cell for cell in cells if cell]
            if is_row(filled):
                lines.append(self._row(cells if self.is_markdown else filled))
            else:
                if lines:
                    yield "\n".join(lines)
                lines = []
                for cell in filled:
                    yield from map(self._para, cell)
        if lines:
            yield "\n".join(lines)

    def _row(self, cells: Sequence[Sequence[Para]]) -> str:
        shown = [self._para(cell[0]) if cell else "" for cell in cells]
        return f"| {' | '.join(shown)} |" if self.is_markdown else "\t".join(shown)
