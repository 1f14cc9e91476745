"""Reads the words of a paragraph of an OpenDocument text with their formatting, its pictures, boxes and objects.

The Chair<text:s text:c="2"/>said<text:tab/>   blanks, tabs and breaks kept; white space of the XML is one blank
<text:span text:style-name="T1">               the innermost style decides
<text:note>                                    its mark is not part of the text; the note comes after the body
<text:page-number>3</text:page-number>         a field: the result that it shows
<text:sequence text:name="Table"/>             counted: saved by a program that never printed it
<text:hidden-text text:is-hidden="true">       not printed, and counted
<text:ruby>                                    its base
a text box, a shape with words in it           its paragraphs
a picture in two formats                       1 image
a spreadsheet with its preview                 1 embedded object, no image
a formula                                      its characters on one line, fractions with a slash
a line across the page                         nothing
"ü" in Wingdings                               ✓
a check box of a form                          ☒ and its label; a paragraph of its own, if it floats
<loext:content-control> with its prompt        the prompt: it is printed; named
<text:placeholder>                             nothing: it is not; named
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from compare.read.common.document_builder import Run
from compare.read.common.left_out import LARGE_PICTURE, ObjectKind
from compare.read.common.list_numbers import format_count
from compare.read.common.word_processing import TICKED, UNTICKED, show_symbols
from compare.read.odt.numbering import number_format_named
from compare.read.odt.package import (
    DRAW,
    FIELD,
    LOEXT,
    MATH,
    OFFICE,
    STYLE,
    SVG,
    TEXT,
    TEXT_STYLE,
    XLINK,
    Element,
    is_true,
    number_of,
    twips_of,
)
from compare.read.odt.reader_state import END, POINT, START, ListPlace, Note, ReaderState
from compare.read.odt.styles import HIDDEN, SYMBOLS, WordProperties, formatting_of

_TWIPS_A_MILLIMETRE = 144 / 2.54
# White space in an XML file.
_BLANKS = re.compile(r"[ \t\r\n]+")
# The most blanks that one element may stand for.
_MOST_BLANKS = 100
# The number of a note, and the most characters of a mark that is no number.
_COUNT, _LONGEST_MARK = re.compile(r"[0-9]{1,9}"), 40
_CHARACTERS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n", f"{STYLE}ptab": "\t", f"{LOEXT}ptab": "\t"}
_SKIPPED = frozenset(
    {
        *(
            f"{TEXT}{name}"
            for name in ("number", "ruby-text", "script", "note-citation", "soft-page-break", "toc-mark")
        ),
        *(f"{OFFICE}{name}" for name in ("annotation", "annotation-end", "event-listeners", "forms")),
    }
)
_FRAME, _TEXT_BOX, _IMAGE, _CONTROL = f"{DRAW}frame", f"{DRAW}text-box", f"{DRAW}image", f"{DRAW}control"
_OBJECTS = (f"{DRAW}object", f"{DRAW}object-ole", f"{DRAW}plugin", f"{DRAW}applet")
_GROUPS = (f"{DRAW}g", f"{DRAW}a")
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h", f"{TEXT}list")
_CHART, _FORMULA = "opendocument.chart", "opendocument.formula"
_BOX, _CHOICE = "FORMCHECKBOX", "FORMDROPDOWN"


@dataclass(slots=True)
class OpenParagraph:
    """What was read of one paragraph, or of several that run into one; `element` is the one whose style counts."""

    element: Element
    place: ListPlace | None
    runs: list[Run] = field(default_factory=list)
    boxes: list[Element | str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    ends_in_blank: bool = True  # blanks that follow are dropped

    @property
    def has_text(self) -> bool:
        """Whether anything in it is printed."""
        return any(run.text.strip() for run in self.runs)


@dataclass(slots=True)
class RunReader:
    """Reads the content of an element into a paragraph; `properties` are those of the words at the position.

    `put_back` is called at the mark of a deletion; it returns the paragraph to continue with.
    """

    state: ReaderState
    paragraph: OpenParagraph
    put_back: Callable[[Element, OpenParagraph], OpenParagraph]

    def read(self, element: Element, properties: WordProperties) -> None:
        """Reads everything in an element."""
        self.state.descend()
        self._add_text(element.text, properties)
        for child in element:
            if isinstance(child.tag, str):
                self._read_child(child, properties)
            self._add_text(child.tail, properties)
        self.state.ascend()

    def _read_child(self, child: Element, properties: WordProperties) -> None:
        tag = child.tag
        if tag in _CHARACTERS:
            self.add(_CHARACTERS[tag], properties)
        elif tag == f"{TEXT}s":
            self.add(" " * min(max(number_of(child.get(f"{TEXT}c"), 1), 0), _MOST_BLANKS), properties)
        elif tag in (START, END):
            self.state.changes.pass_mark(child)
        elif tag == POINT:
            self.paragraph = self.put_back(child, self.paragraph)
        elif tag.startswith(DRAW):
            self._read_shape(child, properties)
        elif tag in _READ_BY:
            _READ_BY[tag](self, child, properties)
        elif tag not in _SKIPPED and child.get(f"{TEXT}display") != "none":
            self.read(child, properties)

    def add(self, text: str, properties: WordProperties) -> None:
        """Adds text as it is."""
        if not text:
            return
        self.paragraph.ends_in_blank = False
        if self.state.changes.is_dropping:
            return
        if properties.get(HIDDEN):
            self.paragraph.hidden.append(text)
        else:
            self.paragraph.runs.append(Run(text, formatting_of(properties)))

    def _add_text(self, text: str | None, properties: WordProperties) -> None:
        """Adds text of the XML; its white space is one blank in a row."""
        if not text:
            return
        plain = _BLANKS.sub(" ", text)
        if self.paragraph.ends_in_blank:
            plain = plain.removeprefix(" ")
        if plain:
            self.add(show_symbols(plain, str(properties.get(SYMBOLS, ""))), properties)
            self.paragraph.ends_in_blank = plain.endswith(" ")

    def _read_shape(self, shape: Element, properties: WordProperties) -> None:
        if self.state.changes.is_dropping:
            return
        if properties.get(HIDDEN):
            self.paragraph.hidden.append(" ".join(shape.itertext()))
            return
        is_control = shape.tag == _CONTROL
        floats = is_control and shape.get(f"{TEXT}anchor-type") != "as-char"
        for found in boxes_and_formulas(shape, self.state):
            if isinstance(found, str) and not floats:
                is_touching = is_control and not self.paragraph.ends_in_blank
                self.add(f" {found}" if is_touching else found, properties)
            else:
                self.paragraph.boxes.append(found)

    def read_span(self, span: Element, properties: WordProperties) -> None:
        """Reads words with a style of their own."""
        self.read(span, {**properties, **self.state.styles.words(span.get(TEXT_STYLE, ""))})

    def read_note(self, note: Element, properties: WordProperties) -> None:
        """Keeps a note, unless its reference is not printed."""
        is_endnote = note.get(f"{TEXT}note-class") == "endnote"
        citation, body = note.find(f"{TEXT}note-citation"), note.find(f"{TEXT}note-body")
        if citation is None or body is None:
            return
        is_counted = citation.get(f"{TEXT}label") is None
        if self.state.changes.is_dropping or properties.get(HIDDEN):
            self.state.notes_dropped[is_endnote] += is_counted
            return
        mark = "".join(citation.itertext()).strip()[:_LONGEST_MARK]
        if is_counted and _COUNT.fullmatch(mark):
            mark = str(self._number_of_note(int(mark), is_endnote=is_endnote))
        self.state.notes.append(Note(is_endnote, mark, body))

    def _number_of_note(self, stored: int, *, is_endnote: bool) -> int:
        """The number of a note: the file counts neither those that are put back, nor out those that are dropped."""
        if self.state.is_putting_back:
            number = self.state.last_note[is_endnote] + 1
            self.state.notes_dropped[is_endnote] -= 1
        else:
            number = stored - self.state.notes_dropped[is_endnote]
        self.state.last_note[is_endnote] = number
        return number

    def read_hidden_text(self, hidden: Element, properties: WordProperties) -> None:
        """Reads conditional text: hidden if the program hid it last."""
        if is_true(hidden, f"{TEXT}is-hidden"):
            text = "".join(hidden.itertext()) or hidden.get(f"{TEXT}string-value", "")
            self.paragraph.hidden.append(f" {text} ")
        else:
            self.read(hidden, properties)

    def read_sequence(self, number: Element, properties: WordProperties) -> None:
        """Reads a counted number; one that was stored empty is counted, as Writer does before it prints."""
        counts, name = self.state.sequences, number.get(f"{TEXT}name", "")
        stored = "".join(number.itertext()).strip()
        counts[name] = int(stored) if _COUNT.fullmatch(stored) else counts[name] + 1
        if stored:
            self.read(number, properties)
        else:
            counted, width = number_format_named(number.get(f"{STYLE}num-format", "1"))
            self.add(format_count(counts[name], counted).zfill(width), properties)

    def read_control(self, control: Element, properties: WordProperties) -> None:
        """Reads a content control; a prompt in it is printed."""
        is_prompt = is_true(control, f"{LOEXT}showing-place-holder") and not is_true(control, f"{LOEXT}checkbox")
        self.state.left_out.objects[ObjectKind.PROMPT] += is_prompt and self._is_printed(properties)
        self.read(control, properties)

    def _is_printed(self, properties: WordProperties) -> bool:
        return not self.state.changes.is_dropping and not properties.get(HIDDEN)

    def pass_placeholder(self, _: Element, properties: WordProperties) -> None:
        """Passes a prompt: Writer does not print it (that of a content control is printed, and so read)."""
        self.state.left_out.objects[ObjectKind.UNFILLED] += self._is_printed(properties)

    def read_form_field(self, mark: Element, properties: WordProperties) -> None:
        """Reads a tick box or a drop-down list of Word's kind."""
        stated = {
            parameter.get(f"{FIELD}name", ""): parameter.get(f"{FIELD}value", "")
            for parameter in mark.iterchildren(f"{FIELD}param")
        }
        kind = mark.get(f"{FIELD}type", "")
        if kind.endswith(_BOX):
            self.add(TICKED if stated.get("Checkbox_Checked") == "true" else UNTICKED, properties)
        elif kind.endswith(_CHOICE):
            entries = [
                parameter.get(f"{FIELD}value", "")
                for parameter in mark.iterchildren(f"{FIELD}param")
                if parameter.get(f"{FIELD}name") == "Dropdown_ListEntry"
            ]
            chosen = number_of(stated.get("Dropdown_Selected"), 0)
            self.add(entries[chosen] if 0 <= chosen < len(entries) else "", properties)


_READ_BY: dict[str, Callable[[RunReader, Element, WordProperties], None]] = {
    f"{TEXT}span": RunReader.read_span,
    f"{TEXT}note": RunReader.read_note,
    f"{TEXT}hidden-text": RunReader.read_hidden_text,
    f"{LOEXT}content-control": RunReader.read_control,
    f"{TEXT}sequence": RunReader.read_sequence,
    f"{TEXT}placeholder": RunReader.pass_placeholder,
    f"{FIELD}fieldmark": RunReader.read_form_field,
    f"{FIELD}fieldmark-start": RunReader.read_form_field,
}


def boxes_and_formulas(shape: Element, state: ReaderState) -> Iterator[Element | str]:
    """The text boxes in a shape, the characters of its formulas and what its controls print; counts other objects."""
    waiting = [shape]
    while waiting:
        element = waiting.pop()
        if element.tag in _GROUPS:
            waiting.extend(reversed([child for child in element if isinstance(child.tag, str)]))
        elif element.tag == _FRAME:
            first = next((child for child in element if str(child.tag).startswith(DRAW)), None)
            if first is not None:
                if first.tag == _IMAGE and _is_large(element):
                    state.left_out.objects[ObjectKind.LARGE_IMAGE] += 1
                    continue
                yield from _read_content(first, state, is_decorative=is_true(element, f"{LOEXT}decorative"))
        elif element.tag == _CONTROL:
            words = state.controls.get(element.get(f"{DRAW}control", ""))
            if words:
                yield words
        elif any(element.find(name) is not None for name in _PARAGRAPHS):
            yield element


def _is_large(frame: Element) -> bool:
    """Whether a frame is large enough to hold a scanned page."""
    width, height = (twips_of(frame.get(f"{SVG}{side}")) or 0 for side in ("width", "height"))
    return width * height >= LARGE_PICTURE * _TWIPS_A_MILLIMETRE**2


def _read_content(content: Element, state: ReaderState, *, is_decorative: bool) -> Iterator[Element | str]:
    if content.tag == _TEXT_BOX:
        yield content
    elif content.tag == _IMAGE:
        state.left_out.objects[ObjectKind.IMAGE] += not is_decorative
    elif content.tag in _OBJECTS:
        formula = _formula_in(content, state)
        letters = "" if formula is None else _linear(formula).strip()
        if letters:
            yield letters
        else:
            state.left_out.objects[_object_kind(content, state, is_formula=formula is not None)] += 1


def _formula_in(content: Element, state: ReaderState) -> Element | None:
    """The formula in an object, if it is one."""
    inner = next(content.iter(f"{MATH}math"), None)
    link = content.get(f"{XLINK}href", "")
    if inner is not None or not link or _FORMULA not in state.package.type_of_object(link):
        return inner
    root = state.package.read_object(link)
    return None if root is None else next(root.iter(f"{MATH}math"), None)


def _object_kind(content: Element, state: ReaderState, *, is_formula: bool) -> ObjectKind:
    if is_formula:
        return ObjectKind.FORMULA
    document = content.find(f"{OFFICE}document")
    kind = "" if document is None else document.get(f"{OFFICE}mimetype", "")
    kind = kind or state.package.type_of_object(content.get(f"{XLINK}href", ""))
    return ObjectKind.CHART if _CHART in kind else ObjectKind.OBJECT


def _linear(element: Element) -> str:
    """The characters of a formula on one line."""
    if not isinstance(element.tag, str) or element.tag == f"{MATH}annotation":
        return ""
    own = element.text or ""
    if len(element) == 0:
        return own.strip()
    parts = [_linear(child) for child in element]
    return "/".join(part for part in parts if part) if element.tag == f"{MATH}mfrac" else "".join(parts)
