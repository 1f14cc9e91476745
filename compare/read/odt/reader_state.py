"""Keeps what the reader must know at its position in an OpenDocument text: lists, tracked changes, notes, depth.

<text:change-start/>now<text:change-end/>      inserted: dropped if changes are rejected
the same marks around a deletion               Writer, when it shows deletions: dropped if changes are accepted
<text:change/>, the words kept elsewhere       a deletion: its words are put back if changes are rejected
<text:deletion> with <text:list> in it         items: counted with the list around the mark, or the one that names it
<text:deletion> beside <text:insertion>        one inserted what another deleted: in neither text
a start without an end                         damaged: it drops nothing
<text:list text:continue-list="x1">            continues the list with this id
<text:list text:continue-numbering="true">     continues the list before, if that has the same style
<text:list> in a list                          one level deeper, counted with it
<text:h> in no list                            counted by the outline
<text:h> of a style without a list             not counted
a list in a cell                               its own, unless it names the one that it continues
a note whose reference is deleted              no note; the notes after it count one less
600 lists in each other                        damaged: no program writes it
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from compare.errors import UnreadableError
from compare.read.common.left_out import LeftOutCounts
from compare.read.odt.numbering import LEVELS, USUAL_LEVELS, ListCount, ListLevel, ListLevels
from compare.read.odt.package import DC, OFFICE, TABLE, TEXT, TEXT_STYLE, XML, Element, Package, is_true, number_of
from compare.read.odt.styles import Styles
from compare.values import Tracked

# Elements within elements; each takes two calls. Writer stays below 40.
_DEEPEST = 150
_HEADING, _PARAGRAPH = f"{TEXT}h", f"{TEXT}p"
_LIST, _ITEM = f"{TEXT}list", f"{TEXT}list-item"
_ITEMS = frozenset({_ITEM, f"{TEXT}list-header"})
_IN_DELETIONS = _ITEMS | {_HEADING, _PARAGRAPH, _LIST, f"{TEXT}section", f"{TABLE}table"}
_INSERTION, _DELETION, _FORMAT = f"{TEXT}insertion", f"{TEXT}deletion", f"{TEXT}format-change"
START, END, POINT = f"{TEXT}change-start", f"{TEXT}change-end", f"{TEXT}change"
_DROPPED = {Tracked.ACCEPT: _DELETION, Tracked.REJECT: _INSERTION}
_ID = f"{TEXT}change-id"


@dataclass(slots=True)
class TrackedChanges:
    """The changes around the reader's position.

    `dropped` are those whose text is not compared; `put_back` and `kept_out` hold the words of deletions, by name.
    """

    dropped: frozenset[str] = frozenset()
    put_back: dict[str, Element] = field(default_factory=dict)
    kept_out: Mapping[str, Element] = field(default_factory=dict)
    _open: set[str] = field(default_factory=set)

    @property
    def is_dropping(self) -> bool:
        """Whether text at this position is not compared."""
        return bool(self._open)

    def drop_all_of(self, row: Element) -> bool:
        """Whether changes drop all that a row prints: its numbers then count for nothing."""
        marks = list(row.iter(START, END, POINT))
        if not marks or any(mark.get(_ID, "") in self.put_back for mark in marks):
            return False
        within = set(self._open)
        for piece in _pieces(row):
            if isinstance(piece, str):
                if piece.strip() and not within:
                    return False
            elif piece.tag == END:
                within.discard(piece.get(_ID, ""))
            elif piece.tag == START and piece.get(_ID, "") in self.dropped:
                within.add(piece.get(_ID, ""))
        return True

    def pass_mark(self, mark: Element) -> None:
        """Passes the start or the end of a change."""
        name = mark.get(_ID, "")
        if mark.tag == END:
            self._open.discard(name)
        elif name in self.dropped:
            self._open.add(name)

    def take_back(self, mark: Element) -> Element | None:
        """What was deleted at this mark, if it is to be put back; each deletion is given once."""
        return self.put_back.pop(mark.get(_ID, ""), None)

    def deleted_at(self, mark: Element) -> Element | None:
        """What was deleted at this mark, if it is not put back."""
        return self.kept_out.get(mark.get(_ID, ""))


def _pieces(part: Element) -> Iterator[Element | str]:
    """The elements in a part and the texts between them, in order."""
    waiting: list[Element | str] = [part]
    while waiting:
        piece = waiting.pop()
        yield piece
        if not isinstance(piece, str):
            for child in reversed(piece):
                waiting += [child.tail or "", child]
            waiting.append((isinstance(piece.tag, str) and piece.text) or "")


class Note(NamedTuple):
    """A note that the text refers to; `mark` is printed at the reference."""

    is_endnote: bool
    mark: str
    body: Element


class ListPlace(NamedTuple):
    """The place of a paragraph in a list: its level from 0, and the start that it states for its number."""

    counted: ListCount
    levels: ListLevels
    level: int
    is_numbered: bool = True
    start: int | None = None

    def next_mark(self) -> str:
        """Counts the paragraph. Returns the number or bullet before it."""
        if self.is_numbered:
            return self.counted.next_mark(self.levels, self.level, self.start)
        self.counted.pass_unnumbered(self.level)
        return ""


class OpenList(NamedTuple):
    """The list around the reader's position: its count, its style, and its level from 0."""

    counted: ListCount
    style: str
    level: int


@dataclass(slots=True)
class ReaderState:
    """What the reader knows at its position. Lists have ids; the `last_…` are of the last list in no other."""

    package: Package
    styles: Styles
    list_styles: dict[str, ListLevels]
    outline: ListLevels
    outline_name: str
    left_out: LeftOutCounts
    changes: TrackedChanges
    controls: Mapping[str, str] = field(default_factory=dict)  # what those of forms print, by id
    outline_count: ListCount = field(default_factory=ListCount)
    notes: list[Note] = field(default_factory=list)
    sequences: Counter[str] = field(default_factory=Counter)
    notes_dropped: Counter[bool] = field(default_factory=Counter)
    last_note: Counter[bool] = field(default_factory=Counter)  # the last number that was printed
    is_putting_back: bool = False
    is_in_dropped_row: bool = False
    lists: dict[str, ListCount] = field(default_factory=dict)
    deleted_lists: dict[Element, OpenList] = field(default_factory=dict)
    last_style: str = ""
    last_count: ListCount = field(default_factory=ListCount)
    _depth: int = 0

    def levels_of(self, style: str) -> ListLevels:
        """The levels of a style of lists; a list without a style has bullets."""
        if style == self.outline_name:
            return self.outline
        return self.list_styles.get(style, {}) if style else USUAL_LEVELS

    def in_pages(self, styles: Styles, list_styles: dict[str, ListLevels], changes: TrackedChanges) -> ReaderState:
        """The state in headers and footers: they have styles and changes of their own."""
        return replace(self, styles=styles, list_styles=list_styles, changes=changes, lists={})

    def descend(self) -> None:
        """Enters an element.

        Raises: UnreadableError.
        """
        self._depth += 1
        if self._depth > _DEEPEST:
            raise UnreadableError(
                self.package.source,
                f"it nests more than {_DEEPEST} elements in each other: the file is damaged",
                "Open it in the program that made it and save it anew.",
            )

    def ascend(self) -> None:
        """Leaves an element."""
        self._depth -= 1


def enter_list(state: ReaderState, element: Element, around: OpenList | None) -> OpenList:
    """The list that an element starts or continues."""
    style = element.get(TEXT_STYLE, "") or (around.style if around else "")
    known = state.deleted_lists.get(element)
    if known is not None:
        return known
    if around is not None:
        inner = OpenList(around.counted, style, min(around.level + 1, LEVELS - 1))
        inner.counted.enter(inner.level, style)
    else:
        continues = is_true(element, f"{TEXT}continue-numbering") and style == state.last_style
        named = state.lists.get(element.get(f"{TEXT}continue-list", ""))
        counted = named or (state.last_count if continues else ListCount())
        inner = OpenList(counted, style, 0)
        state.last_style, state.last_count = style, counted
    name = element.get(f"{XML}id")
    if name:
        state.lists[name] = inner.counted
    return inner


def enter_deleted_lists(state: ReaderState, root: Element) -> None:
    """Enters the lists in deletions, which stand before the text: the lists of the text continue them."""
    for deletion in root.iter(_DELETION):
        for element in deletion.iterchildren(_LIST):
            state.deleted_lists[element] = enter_list(state, element, None)


def put_into_list(state: ReaderState, deleted: Element, around: OpenList | None, *, is_begun: bool) -> None:
    """Counts a deleted list with the list around its mark, if it is a fragment of that.

    It is one if the mark stands within a paragraph, or if the file does not name it.
    """
    is_fragment = is_begun or deleted.get(f"{XML}id") is None
    if around is not None and is_fragment and deleted.get(TEXT_STYLE, around.style) == around.style:
        state.deleted_lists[deleted] = OpenList(around.counted, around.style, 0)


def last_paragraph(deleted: Element) -> Element | None:
    """The paragraph in which a deletion ends; `None` if it ends with a table."""
    *_, last = _way_to_last(deleted)
    return last if last.tag in (_PARAGRAPH, _HEADING) else None


def last_of_deleted(state: ReaderState, deleted: Element) -> tuple[Element, ListPlace | None] | None:
    """The last paragraph of a deletion that holds lists, and its place in them."""
    around: OpenList | None = None
    item: ListPlace | None = None
    for block in _way_to_last(deleted):
        if block.tag == _LIST:
            around = enter_list(state, block, around)
        elif block.tag in _ITEMS and around is not None:
            is_first = sum(child.tag in _IN_DELETIONS for child in block) == 1
            item = place_of_item(state, block, around, is_numbered=block.tag == _ITEM) if is_first else None
        elif block.tag in (_PARAGRAPH, _HEADING):
            return block, place_of_paragraph(state, block, around, item)
    return None


def _way_to_last(deleted: Element) -> Iterator[Element]:
    """A deletion, and the lists and items in it, down to its last paragraph."""
    block = deleted
    while True:
        yield block
        inner = [child for child in block if child.tag in _IN_DELETIONS]
        if block.tag in (_PARAGRAPH, _HEADING) or not inner:
            return
        block = inner[-1]


def list_of_numbered(state: ReaderState, element: Element) -> OpenList:
    """The list of a numbered paragraph that has no list element around it."""
    counted = state.lists.setdefault(element.get(f"{TEXT}list-id", ""), ListCount())
    level = min(max(number_of(element.get(f"{TEXT}level"), 1), 1), LEVELS)
    return OpenList(counted, element.get(TEXT_STYLE, ""), level - 1)


def place_of_item(state: ReaderState, item: Element, around: OpenList, *, is_numbered: bool) -> ListPlace:
    """The place of the first paragraph of an item."""
    start = number_of(item.get(f"{TEXT}start-value"), -1)
    levels = state.levels_of(around.style)
    return ListPlace(around.counted, levels, around.level, is_numbered, start if start >= 0 else None)


def place_of_paragraph(
    state: ReaderState, paragraph: Element, around: OpenList | None, item: ListPlace | None
) -> ListPlace | None:
    """The place of a paragraph; `item` is the place of the item that it begins."""
    if item is None and around is not None:
        item = ListPlace(around.counted, {}, around.level, is_numbered=False)
    if around is None or around.style == state.outline_name:
        return _place_in_outline(state, paragraph) or item
    return item


def _place_in_outline(state: ReaderState, heading: Element) -> ListPlace | None:
    style = state.styles.paragraph(heading.get(TEXT_STYLE, ""))
    level = number_of(heading.get(f"{TEXT}outline-level"), 1) if heading.tag == _HEADING else style.outline
    if not 1 <= level <= LEVELS or is_true(heading, f"{TEXT}is-list-header"):
        return None
    if style.own_list not in (None, state.outline_name):
        return None
    start: int | None = None
    if is_true(heading, f"{TEXT}restart-numbering"):
        usual = state.outline.get(level - 1) or ListLevel()
        start = number_of(heading.get(f"{TEXT}start-value"), usual.start)
    return ListPlace(state.outline_count, state.outline, level - 1, start=start)


def read_changes(root: Element, left_out: LeftOutCounts) -> TrackedChanges:
    """Reads the changes of a part, and counts them in `left_out`."""
    ended = {mark.get(_ID, "") for mark in root.iter(END)}
    dropped: set[str] = set()
    put_back: dict[str, Element] = {}
    kept_out: dict[str, Element] = {}
    for region in root.iter(f"{TEXT}changed-region"):
        names = {region.get(f"{XML}id", ""), region.get(f"{TEXT}id", "")}
        was_inserted = region.find(_INSERTION) is not None  # what one inserted and another deleted: in neither text
        for change in region:
            if change.tag not in (_INSERTION, _DELETION, _FORMAT):
                continue
            count = left_out.formatting if change.tag == _FORMAT else left_out.changes
            count[_author_of(change)] += 1
            if change.tag == _DROPPED[left_out.tracked]:
                dropped |= names & ended
            if change.tag == _DELETION:
                is_put_back = left_out.tracked is Tracked.REJECT and not was_inserted
                (put_back if is_put_back else kept_out).update(dict.fromkeys(names, change))
    return TrackedChanges(frozenset(dropped), put_back, kept_out)


def _author_of(change: Element) -> str:
    author: str = change.findtext(f"{OFFICE}change-info/{DC}creator", "")
    return author
