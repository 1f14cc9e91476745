"""Reads the runs of a paragraph of a Word document: their words and formatting, their pictures, boxes and formulas.

The meeting {BR}opened<tab>at 7.{FIELD … }        breaks and tabs kept, the result of a field for the field
the motion [deleted: fell] [inserted: was lost]   with or without the changes
<w:vanish/> in the run or its style               not printed, and counted
white letters on white paper                      the same; in tables, boxes and on coloured ground they are words
<w:sym w:font="Wingdings" w:char="F0FC"/>         ✓
<w16se:symEx w16se:char="2705"/>                  ✅, from the emoji panel
Fund<footnoteReference>                           the mark is not part of the text; the note comes after the body
a text box, drawn the new way and the old way     its paragraphs, once
WordArt "DRAFT" across the page                   the word DRAFT
a photograph, a spreadsheet with its preview      1 image, 1 embedded object
a line across the page, a decorative picture      nothing
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from compare.read.common.document_builder import PAGE_BREAK, Run
from compare.read.common.left_out import LARGE_PICTURE, LeftOutCounts, ObjectKind
from compare.read.common.word_processing import is_symbol_font, show_symbols
from compare.read.docx.markup import (
    ALTERNATIVES,
    DROPPED,
    SIMPLE_FIELD,
    SYMBOL_EX,
    A,
    Element,
    M,
    O,
    R,
    V,
    W,
    choice,
    contents,
    properties_of,
    value_of,
)
from compare.read.docx.reader_state import FIELD_CHARACTER, REFERENCES, ReaderState
from compare.read.docx.styles import is_white, toggles_of

_CHARACTERS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_SYMBOLS = (f"{W}sym", f"{SYMBOL_EX}symEx")
_INSTRUCTIONS = (f"{W}instrText", f"{W}delInstrText")
FORMULAS = frozenset({f"{M}oMath", f"{M}oMathPara"})
_SHAPES = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))
_BOX = f"{W}txbxContent"
_CHARTS = frozenset(
    f"{{http://schemas.{domain}}}chart"
    for domain in ("openxmlformats.org/drawingml/2006/chart", "microsoft.com/office/drawing/2014/chartex")
)
# The size of a drawing, in units of which a millimetre has 36,000, and the most digits of one that is no attack.
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_EMU_A_MILLIMETRE, _LONGEST_SIDE = 36_000, 12
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_EQUATION_EDITORS = ("equation", "mathtype")


@dataclass(slots=True)
class OpenParagraph:
    """What was read of one paragraph, or of several that run into one."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Element | str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    properties: Element | None = None
    has_text: bool = False  # whether anything in it is printed
    is_joined: bool = False  # by a change to the next one, whose mark remains, and with the mark its properties

    def add(self, run: Run) -> None:
        """Adds words that are printed."""
        self.runs.append(run)
        self.has_text = self.has_text or not run.text.isspace()


@dataclass(slots=True)
class _Run:
    """The run that is being read. `marked` is a note's reference and where in the text its own mark starts."""

    state: ReaderState
    paragraph: OpenParagraph
    font: str
    is_hidden: bool
    text: list[str] = field(default_factory=list)
    elements: list[Element] | None = None  # of each piece of the text, if origins are asked for
    marked: tuple[Element, int] | None = None

    @property
    def is_printed(self) -> bool:
        """Whether what is read at this position is printed."""
        return not self.is_hidden and self.state.fields.are_printed


@dataclass(frozen=True, slots=True)
class RunReader:
    """Reads runs into a paragraph; the names of the styles are those of the paragraph and the table around them.

    `is_on_paper` if nothing coloured can be behind the paragraph.
    """

    state: ReaderState
    paragraph: OpenParagraph
    paragraph_style: str | None
    table_style: str | None = None
    is_on_paper: bool = False

    def read(self, parent: Iterable[Element]) -> None:
        """Reads everything in a paragraph, or in another element with runs."""
        changes = self.state.changes
        for child, is_changed in contents(parent, changes):
            if child.tag == f"{W}r":
                if not is_changed:
                    changes.pass_unchanged()
                self._read_run(child)
            elif child.tag in FORMULAS:
                self.paragraph.add(Run(_formula_text(child, self.state)))
            elif child.tag == SIMPLE_FIELD and self.state.fields.are_printed:
                self.paragraph.add(Run(self.state.fields.text_of(child.get(f"{W}instr", ""))))
            elif child.tag == f"{W}subDoc":
                self.state.left_out.objects[ObjectKind.DOCUMENT] += 1

    def _read_run(self, element: Element) -> None:
        properties = properties_of(element, "rPr", self.state.changes.tracked)
        formatting, is_hidden = self.state.styles.formatting_of(
            toggles_of(properties), value_of(properties, "rStyle"), self.paragraph_style, self.table_style
        )
        is_hidden = is_hidden or (self.is_on_paper and is_white(properties))
        origins = self.state.origins
        run = _Run(self.state, self.paragraph, _symbol_font(properties), is_hidden)
        run.elements = None if origins is None else []
        _gather(run, element)
        if run.marked is not None:
            reference, place = run.marked
            self.state.notes.refer(REFERENCES[reference.tag], reference, "".join(run.text[place:]).strip())
            del run.text[place:]
        if origins is not None and not is_hidden:
            for text, source in zip(run.text, run.elements or (), strict=False):  # a note's mark was cut off the text
                self.paragraph.add(Run(text, formatting, origins.get(source)))
            return
        text = "".join(run.text)
        if text and is_hidden:
            self.paragraph.hidden.append(text)
        elif text:
            self.paragraph.add(Run(text, formatting))


def _gather(run: _Run, parent: Iterable[Element]) -> None:
    for child in parent:
        read = _READ_BY.get(child.tag)
        if read is not None:
            is_printed = run.state.fields.are_printed
            text = read(run, child)
            # The end of a field without a result, which is printed after it; the start of one with a value, before it.
            if text and (is_printed or run.state.fields.are_printed):
                run.text.append(text)
                run.state.fields.pass_text()
                if run.elements is not None:
                    run.elements.append(child)


def _read_text(run: _Run, element: Element) -> str:
    text: str = element.text or ""
    return show_symbols(text, run.font) if run.font else text


def _read_character(_: _Run, element: Element) -> str:
    return _CHARACTERS[element.tag]


def _read_break(_: _Run, element: Element) -> str:
    return PAGE_BREAK if element.get(f"{W}type") in {"page", "column"} else "\n"


def _read_symbol(_: _Run, element: Element) -> str:
    space = element.tag.rpartition("}")[0] + "}"
    try:
        character = chr(int(element.get(f"{space}char", ""), 16))
    except (ValueError, OverflowError):
        return ""
    return show_symbols(character, element.get(f"{space}font", ""))


def _read_field_character(run: _Run, element: Element) -> str:
    return run.state.fields.pass_character(element)


def _read_instruction(run: _Run, element: Element) -> str:
    run.state.fields.pass_instruction(element.text or "")
    return ""


def _read_reference(run: _Run, element: Element) -> str:
    if run.is_printed and element.get(f"{W}customMarkFollows", "0").lower() in {"1", "true", "on"}:
        run.marked = element, len(run.text)
    elif run.is_printed:
        run.state.notes.refer(REFERENCES[element.tag], element, "")
    return ""


def _read_shape(run: _Run, element: Element) -> str:
    if run.is_hidden:
        run.paragraph.hidden.extend(f" {text.text or ''}" for text in element.iter(f"{W}t"))
    elif run.is_printed:
        run.paragraph.boxes.extend(_boxes_in(element, run.state.left_out))
    return ""


def _read_alternatives(run: _Run, element: Element) -> str:
    _gather(run, choice(element))
    return ""


def _read_ruby(run: _Run, element: Element) -> str:
    for inner in element.iterfind(f"{W}rubyBase/{W}r"):
        _gather(run, inner)
    return ""


_READ_BY: dict[str, Callable[[_Run, Element], str]] = {
    f"{W}t": _read_text,
    f"{W}delText": _read_text,
    **dict.fromkeys(_CHARACTERS, _read_character),
    f"{W}br": _read_break,
    **dict.fromkeys(_SYMBOLS, _read_symbol),
    FIELD_CHARACTER: _read_field_character,
    **dict.fromkeys(_INSTRUCTIONS, _read_instruction),
    **dict.fromkeys(REFERENCES, _read_reference),
    **dict.fromkeys(_SHAPES, _read_shape),
    ALTERNATIVES: _read_alternatives,
    f"{W}ruby": _read_ruby,
}


# The elements whose text has an origin, in the sense of `RunOrigin`.
TEXT_ELEMENTS = (f"{W}t", f"{W}delText", *_CHARACTERS, f"{W}br", *_SYMBOLS)


def _symbol_font(properties: Element | None) -> str:
    fonts = None if properties is None else properties.find(f"{W}rFonts")
    # Letters of Wingdings such as "ü" are outside ASCII: "hAnsi" is their font where the two differ.
    font = "" if fonts is None else fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii", "")
    return font if is_symbol_font(font) else ""


def _boxes_in(shape: Element, left_out: LeftOutCounts) -> Iterator[Element | str]:
    """The text boxes in a shape, and the words of its WordArt, in order; counts its pictures and objects."""
    if shape.tag == f"{W}object" and shape.find(f".//{_BOX}") is None:
        program = next((found.get("ProgID", "") for found in shape.iter(f"{O}OLEObject")), "")
        is_formula = program.lower().startswith(_EQUATION_EDITORS)
        left_out.objects[ObjectKind.FORMULA if is_formula else ObjectKind.OBJECT] += 1
        return
    is_decorative = any(found.get("val", "1") in {"1", "true"} for found in shape.iter(_DECORATIVE))
    is_large = _is_large(shape)
    waiting = [shape]
    while waiting:
        element = waiting.pop()
        if element.tag == _BOX:
            yield element
            continue
        art = element.get("string", "") if element.tag == f"{V}textpath" else ""
        if art.strip():
            yield art
        kind = _object_kind(element)
        if kind is ObjectKind.IMAGE and is_large:
            kind = ObjectKind.LARGE_IMAGE
        if kind is not None and not (kind is ObjectKind.IMAGE and is_decorative):
            left_out.objects[kind] += 1
        inner = choice(element) if element.tag == ALTERNATIVES else element
        waiting.extend(child for child in reversed(list(inner)) if not _is_rule(child))


def _is_large(shape: Element) -> bool:
    """Whether a drawing is large enough to be a scanned page. Old ones, in VML, do not say it here."""
    extent = next(shape.iter(_EXTENT), None)
    if extent is None:
        return False
    sides = [extent.get(side, "") for side in ("cx", "cy")]
    if not all(side.isascii() and side.isdigit() and len(side) <= _LONGEST_SIDE for side in sides):
        return False
    return int(sides[0]) * int(sides[1]) >= LARGE_PICTURE * _EMU_A_MILLIMETRE**2


def _object_kind(element: Element) -> ObjectKind | None:
    if element.tag == f"{A}blip" and (element.get(f"{R}embed") or element.get(f"{R}link")):
        return ObjectKind.IMAGE
    if element.tag == f"{V}imagedata" and (element.get(f"{R}id") or element.get(f"{R}pict")):
        return ObjectKind.IMAGE
    if element.tag in _CHARTS:
        return ObjectKind.CHART
    return ObjectKind.DIAGRAM if element.tag == _DIAGRAM else None


def _is_rule(element: Element) -> bool:
    """Whether it is a line across the page."""
    return element.get(f"{O}hr", "f") in {"t", "true"}


def _formula_text(formula: Element, state: ReaderState) -> str:
    """The characters of a formula on one line, fractions with a slash; a formula without any is counted."""
    text = _linear(formula, DROPPED[state.changes.tracked])
    if not text.strip():
        state.left_out.objects[ObjectKind.FORMULA] += 1
    return text


def _linear(element: Element, dropped: frozenset[str]) -> str:
    if element.tag == f"{M}t":
        return element.text or ""
    if element.tag in dropped:
        return ""
    parts = [_linear(child, dropped) for child in element]
    if element.tag == f"{M}f":
        return "/".join(part for part in parts if part)
    if element.tag == f"{M}d":
        properties = element.find(f"{M}dPr")
        first, last = _bracket(properties, "begChr", "("), _bracket(properties, "endChr", ")")
        return f"{first}{_bracket(properties, 'sepChr', '|').join(part for part in parts if part)}{last}"
    return "".join(parts)


def _bracket(properties: Element | None, name: str, usual: str) -> str:
    found = None if properties is None else properties.find(M + name)
    return usual if found is None else found.get(f"{M}val", "")
