"""The one source of a set of minutes: what stands in it, not how any program writes it.

    [page]                               how it looks: fonts, running heads, the order of headings
    header: Quillham Parish Council      a running head; {page} and {pages} are fields
    [lists]
    limbs: 1. / (a)                      a numbering that the word processor counts, level by level
    [text]
    head1        12. Allotments          a heading by its style; its number is typed
    head1@items  Allotments              … or counted
    para         The rent was **£40**    a paragraph; a longer one goes on below, indented
                 a year.
    item@limbs:2 to note the rent        an item of a list, second level; "!" after it starts again at one
    table 2,10,4 ruled                   widths in cm; rows; cells between bars, paragraphs of a cell between pilcrows
    row          1 | Rents ¶ They rose. | Clerk
    end
    [edits]
    negation: was agreed => was not agreed

`inline.py` says what can stand within the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .inline import Words, read_words
from .seeding import Edit, make_edits, read_edit

SOURCES = Path(__file__).parent / "sources"

_TAG = re.compile(r"(?P<kind>[a-z]+\d?)(?:@(?P<list>[a-z]+)(?::(?P<level>\d))?(?P<restart>!)?)?")
_CELL = re.compile(r"(?:<(?P<span>\d|\^)>)?(?P<right>>)?\s*")
_IN_CELL = re.compile(r"@(?P<list>[a-z]+):(?P<level>\d)(?P<restart>!)?\s+")


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: `kind` is title, centre, right, para, hang, item, head1, head2, blank, header or footer."""

    kind: str
    words: tuple[Words, ...]
    list: str = ""
    level: int = 1
    is_restart: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `goes_on` when the cell above reaches down into it."""

    paras: tuple[Para, ...]
    span: int = 1
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `widths` in cm.

    `has_head` when its first row is printed again on the next page, `is_whole` when no page cuts a row.
    """

    widths: tuple[float, ...]
    is_ruled: bool
    has_head: bool
    is_whole: bool
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Paragraphs in a text box, anchored where they stand."""

    paras: tuple[Para, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """From here on the page has this many columns."""

    count: int


@dataclass(frozen=True, slots=True)
class Control:
    """Paragraphs in a content control."""

    paras: tuple[Para, ...]


Block = Para | Table | Box | Columns | Control


@dataclass(frozen=True, slots=True)
class Source:
    """A set of minutes."""

    name: str
    page: dict[str, str]
    lists: dict[str, tuple[str, ...]]
    blocks: tuple[Block, ...]
    edits: tuple[Edit, ...] = ()
    starts: dict[str, int] = field(default_factory=dict)

    @property
    def clauses(self) -> str:
        """The list that numbers headings and paragraphs alike, "" when there is none."""
        return self.page.get("clauses", "")

    @property
    def linked(self) -> int:
        """How many levels of the clauses are styles of headings, and are counted because of their style."""
        return int(self.page.get("linked", "0"))

    def running_head(self, key: str) -> Para:
        """The running head or foot that a key of its page names."""
        return Para(key.rsplit(maxsplit=1)[-1], tuple(read_words(self.page[key])))


def read_source(path: Path, *, is_edited: bool = False) -> Source:
    """The minutes in a source file, with its seeded edits made if `is_edited`."""
    parts = _parts(path.read_text("utf-8"))
    edits = tuple(read_edit(line) for line in parts["edits"])
    lines = make_edits(parts["text"], edits) if is_edited else parts["text"]
    lists, starts = _lists(parts["lists"])
    page = dict(line.split(": ", 1) for line in parts["page"])
    return Source(path.stem, page, lists, tuple(_blocks(iter(lines))), edits, starts)


def all_sources() -> list[Path]:
    """The source files, in order."""
    return sorted(SOURCES.glob("*.minutes"))


def _parts(text: str) -> dict[str, list[str]]:
    """The lines of each part, those that go on joined to the one they belong to."""
    parts: dict[str, list[str]] = {"page": [], "lists": [], "text": [], "edits": []}
    part = ""
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]"):
            part = line[1:-1]
        elif line.startswith(" ") and parts[part]:
            parts[part][-1] += " " + line.strip()
        elif line.strip() and not line.startswith("#"):
            parts[part].append(line.rstrip())
    return parts


def _lists(lines: list[str]) -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
    lists: dict[str, tuple[str, ...]] = {}
    starts: dict[str, int] = {}
    for line in lines:
        name, _, levels = line.partition(": ")
        levels, _, start = levels.partition(" from ")
        lists[name] = tuple(level.strip() for level in levels.split(" / "))
        starts[name] = int(start or 1)
    return lists, starts


def _blocks(lines: Iterator[str]) -> Iterator[Block]:
    for line in lines:
        tag, _, words = line.partition(" ")
        match tag:
            case "table":
                yield _table(words, lines)
            case "box":
                yield Box(tuple(_paras_until_end(lines)))
            case "control":
                yield Control(tuple(_paras_until_end(lines)))
            case "columns":
                yield Columns(int(words))
            case _:
                yield _para(tag, words)


def _paras_until_end(lines: Iterator[str]) -> Iterator[Para]:
    for line in lines:
        if line == "end":
            return
        yield _para(*line.split(" ", 1))


def _para(tag: str, words: str) -> Para:
    match = _TAG.fullmatch(tag)
    if match is None:
        raise ValueError(f"{tag!r} is no tag")
    return Para(
        match["kind"],
        tuple(read_words(words.strip())),
        match["list"] or "",
        int(match["level"] or 1),
        is_restart=bool(match["restart"]),
    )


def _table(head: str, lines: Iterator[str]) -> Table:
    widths, *options = head.split()
    rows = []
    for line in lines:
        if line == "end":
            break
        tag, _, words = line.partition(" ")
        if tag != "row":
            raise ValueError(f"{line!r} stands in a table")
        rows.append(tuple(_cell(cell.strip()) for cell in words.split("|")))
    return Table(
        tuple(map(float, widths.split(","))), "ruled" in options, "head" in options, "whole" in options, tuple(rows)
    )


def _cell(text: str) -> Cell:
    match = _CELL.match(text)
    if match is None:
        raise ValueError(text)
    if match["span"] == "^":
        return Cell((), goes_on=True)
    kind = "right" if match["right"] else "para"
    paras = []
    for piece in text[match.end() :].split("¶"):
        words = piece.strip()
        item = _IN_CELL.match(words)
        if item:
            inner = tuple(read_words(words[item.end() :]))
            paras.append(Para("item", inner, item["list"], int(item["level"]), is_restart=bool(item["restart"])))
        else:
            paras.append(Para(kind, tuple(read_words(words))))
    return Cell(tuple(paras), int(match["span"] or 1))
