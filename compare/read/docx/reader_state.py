r"""Keeps what the reader must know while it reads one part of a Word document: list counts, open fields, notes.

text box in the body                        fields and counts of its own
list in a footnote                          counts from 1, whatever the body counted
the third reference in the text             note 3, or iii for an endnote, or as the document states
a reference with a mark of its own ("*")    *, and the count does not go on
a reference in deleted or hidden text       no note, no number
note numbers that restart in each section   1, 2, 1, 2
note numbers that restart on each page      1, 2, 3, 4: the file does not state which page a word is on
{ PAGE }                                    the result that was stored last, or nothing
{ IF { X } = 1 "a" "b" }                    the result of the outer field; the inner one belongs to its instruction
{ SET name "text" }                         stores words and prints none
{ FORMDROPDOWN }                            the entry that was chosen
{ SYMBOL 252 \f Wingdings }, { AUTONUM }    ✓, 1.: Word works them out when it draws them, and stores no result
{ EQ \f(1,2) }                              a formula that is drawn, and so is no text: named
{ TOC                                       starts and never ends: damaged; it hides nothing
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from lxml import etree

from compare.read.common.computed_fields import ComputedFields, FieldPlace
from compare.read.common.document_builder import ElementOrigin
from compare.read.common.left_out import LeftOutCounts, ObjectKind
from compare.read.common.list_numbers import NumberFormat, format_count
from compare.read.common.word_processing import TICKED, UNPRINTED_FIELDS, UNTICKED
from compare.read.docx.markup import DROPPED, MC, VAL, Element, TrackedChanges, W, is_on, number_of, value_of
from compare.read.docx.numbering import ListCounter, Numbering, number_format_named
from compare.read.docx.package import Package
from compare.read.docx.styles import Styles
from compare.values import Tracked

FIELD_CHARACTER: Final = f"{W}fldChar"
_FIELD_CHARACTER_TYPE = f"{W}fldCharType"
_DRAWN = "EQ"
_FALLBACK = f"{MC}Fallback"
FOOTNOTE, ENDNOTE = "footnote", "endnote"
REFERENCES: Final = {f"{W}{kind}Reference": kind for kind in (FOOTNOTE, ENDNOTE)}
_USUAL_FORMAT = {FOOTNOTE: NumberFormat.DECIMAL, ENDNOTE: NumberFormat.LOWER_ROMAN}
_ID = f"{W}id"


@dataclass(slots=True)
class _Field:
    instruction: list[str] = field(default_factory=list)
    has_result: bool = False
    has_text: bool = False  # whether anything of the result is printed

    @property
    def name(self) -> str:
        return "".join(self.instruction).strip().partition(" ")[0].upper()

    @property
    def is_printed(self) -> bool:
        return self.has_result and self.name not in UNPRINTED_FIELDS


def _first_place() -> FieldPlace:
    return FieldPlace(0)


@dataclass(slots=True)
class Fields:
    """The fields around the reader's position, which `locate` finds. `endless` are those that start and never end."""

    left_out: LeftOutCounts
    endless: frozenset[Element] = frozenset()
    locate: Callable[[], FieldPlace] = _first_place
    passed: int = 0  # paragraphs that were begun
    _computed: ComputedFields = field(default_factory=ComputedFields)
    _open: list[_Field] = field(default_factory=list)
    _unprinted: int = 0  # of those that are open

    @property
    def are_printed(self) -> bool:
        """Whether text at this position is printed."""
        return self._unprinted == 0

    def pass_character(self, character: Element) -> str:
        """Passes the start, the middle or the end of a field. Returns what it shows if no result is stored."""
        kind = character.get(_FIELD_CHARACTER_TYPE)
        if kind == "begin" and character not in self.endless:
            value = _form_value(character.find(f"{W}ffData")) if self.are_printed else ""
            self._open.append(_Field())
            self._unprinted += 1
            return value
        if kind == "separate" and self._open and not self._open[-1].has_result:
            self._open[-1].has_result = True
            self._unprinted -= self._open[-1].is_printed
        elif kind == "end" and self._open:
            ended = self._open.pop()
            self._unprinted -= not ended.is_printed
            if not ended.has_text:
                return self._shown(ended)
            self.pass_text()
        return ""

    def pass_text(self) -> None:
        """Passes text that is printed at this position."""
        if self._open:
            self._open[-1].has_text = True

    def text_of(self, instruction: str) -> str:
        """What a field shows for which no result is stored."""
        return self._shown(_Field([instruction]))

    def _shown(self, ended: _Field) -> str:
        text = self._computed.text_of("".join(ended.instruction), self.locate())
        self.pass_instruction(text)  # of the field around it
        self.left_out.objects[ObjectKind.FORMULA] += ended.name == _DRAWN and self.are_printed
        return text

    def pass_instruction(self, text: str) -> None:
        """Passes a piece of an instruction."""
        if self._open and not self._open[-1].has_result:
            self._open[-1].instruction.append(text)


class Note(NamedTuple):
    """A note that the text refers to; `mark` is printed at the reference."""

    mark: str
    content: Element


@dataclass(slots=True)
class _NoteCount:
    number_format: NumberFormat
    start: int
    is_by_section: bool
    at: int


@dataclass(slots=True)
class Notes:
    """Collects the notes of one document while its body is read."""

    package: Package
    _contents: dict[str, Mapping[str | None, Element]] = field(default_factory=dict)
    _found: dict[str, list[Note]] = field(default_factory=lambda: {FOOTNOTE: [], ENDNOTE: []})
    _known: set[tuple[str, str]] = field(default_factory=set)  # kinds and ids of those that were found
    _sections_passed: int = 0
    _counts: dict[str, _NoteCount] = field(default_factory=dict)

    def refer(self, kind: str, reference: Element, own_mark: str) -> None:
        """Passes a reference in the text; `own_mark` is empty if the note is numbered."""
        content = self._content(kind).get(reference.get(_ID))
        name = reference.get(_ID, "")
        if content is None or (kind, name) in self._known:
            return
        self._known.add((kind, name))
        mark = own_mark
        if not mark:
            count = self._counts.setdefault(kind, self._count_of_section(kind))
            mark = format_count(count.at, count.number_format)
            count.at += 1
        self._found[kind].append(Note(mark, content))

    def pass_section(self) -> None:
        """Passes the end of a section."""
        self._sections_passed += 1
        for kind, count in list(self._counts.items()):
            new = self._count_of_section(kind)
            if not new.is_by_section:
                new.at = count.at
            self._counts[kind] = new

    def __iter__(self) -> Iterator[Note]:
        for kind in (FOOTNOTE, ENDNOTE):
            yield from self._found[kind]  # a note may refer to others, which are read after it

    def _content(self, kind: str) -> Mapping[str | None, Element]:
        if kind not in self._contents:
            root = self.package.named.get(f"{kind}s")
            notes = () if root is None else root.iterchildren(W + kind)
            self._contents[kind] = {note.get(_ID): note for note in notes}
        return self._contents[kind]

    def _count_of_section(self, kind: str) -> _NoteCount:
        """How notes are counted in the current section: as it states, else as the settings state."""
        sections = self.package.sections
        here = sections[self._sections_passed] if self._sections_passed < len(sections) else None
        settings = self.package.named.get("settings")
        stated = [None if holder is None else holder.find(f"{W}{kind}Pr") for holder in (here, settings)]
        name = next((name for one in stated if (name := value_of(one, "numFmt"))), None)
        start = next((start for one in stated if (start := number_of(one, "numStart")) is not None), 1)
        restart = next((restart for one in stated if (restart := value_of(one, "numRestart"))), None)
        number_format = _USUAL_FORMAT[kind] if name is None else number_format_named(name)
        return _NoteCount(number_format, start, restart == "eachSect", start)


@dataclass(frozen=True, slots=True)
class ReaderState:
    """What the reader knows at its position in one part. `box_counter` counts the lists of all boxes of the part."""

    styles: Styles
    numbering: Numbering
    left_out: LeftOutCounts
    changes: TrackedChanges
    notes: Notes
    counter: ListCounter
    box_counter: ListCounter
    fields: Fields
    origins: Mapping[Element, ElementOrigin] | None = None  # of text elements, if asked for

    def in_part(self, root: Element) -> ReaderState:
        """The state at the start of another part, or of a note: its lists count from the beginning."""
        fields = Fields(self.left_out, _endless_fields(root, DROPPED[self.changes.tracked]))
        counter, box_counter = ListCounter(self.numbering), ListCounter(self.numbering)
        return replace(self, counter=counter, box_counter=box_counter, fields=fields)

    def in_box(self) -> ReaderState:
        """The state at the start of a text box."""
        return replace(self, counter=self.box_counter, fields=Fields(self.left_out, self.fields.endless))


def start_reading(
    package: Package, tracked: Tracked, origins: Mapping[Element, ElementOrigin] | None = None
) -> ReaderState:
    """The state at the start of a document's body."""
    styles = Styles(package.named.get("styles"))
    numbering = Numbering(package.named.get("numbering"), styles)
    left_out, counter = LeftOutCounts(tracked), ListCounter(numbering)
    changes = TrackedChanges(tracked, left_out)
    state = ReaderState(
        styles, numbering, left_out, changes, Notes(package), counter, counter, Fields(left_out), origins
    )
    return state.in_part(package.body)


def _endless_fields(root: Element, dropped: frozenset[str]) -> frozenset[Element]:
    """The starts of fields that have no end in a part; the content of `dropped` elements is not read."""
    started: list[Element] = []
    walk = etree.iterwalk(root, events=("start",), tag=(FIELD_CHARACTER, _FALLBACK, *sorted(dropped)))
    for _, element in walk:
        kind = element.get(_FIELD_CHARACTER_TYPE)
        if element.tag != FIELD_CHARACTER:
            walk.skip_subtree()
        elif kind == "begin":
            started.append(element)
        elif kind == "end" and started:
            started.pop()
    return frozenset(started)


def _form_value(data: Element | None) -> str:
    """The text of a tick box or a drop-down list."""
    if data is None:
        return ""
    box, choices = data.find(f"{W}checkBox"), data.find(f"{W}ddList")
    if box is not None:
        ticked = is_on(box, "checked")
        return TICKED if (is_on(box, "default") if ticked is None else ticked) else UNTICKED
    if choices is None:
        return ""
    entries = [entry.get(VAL, "") for entry in choices.iterchildren(f"{W}listEntry")]
    stated = value_of(choices, "result") is not None
    chosen = number_of(choices, "result" if stated else "default") or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""
