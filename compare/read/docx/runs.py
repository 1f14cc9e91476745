"""The words of a paragraph of a Word document, with their looks.

The meeting {BR}opened<tab>at 7.{FIELD … }      breaks and tabs kept, the result of a field for the field
the motion [deleted: fell] [inserted: was lost]  as changes are read
<w:vanish/> by the run or by its style           not printed, and counted
<w:sym w:font="Wingdings" w:char="F0FC"/>        ✓
Fund<footnoteReference>                          the mark is no word of the text; the note comes after the body
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from compare.read.common.document_builder import PAGE_BREAK, Run
from compare.read.common.word_processing import is_symbol_font, show_symbols
from compare.read.docx.fields import FIELD_CHARACTER
from compare.read.docx.left_out import DOCUMENT, GONE
from compare.read.docx.names import Element, M, W, value_of
from compare.read.docx.notes import REFERENCES
from compare.read.docx.shapes import SHAPES, math_text, read_shape
from compare.read.docx.styles import look_of
from compare.read.docx.text_part import Story
from compare.read.docx.wrappers import ALTERNATIVES, choice, contents
from compare.values import Tracked

_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_INSTRUCTIONS = (f"{W}instrText", f"{W}delInstrText")
_FORMULAS = frozenset({f"{M}oMath", f"{M}oMathPara"})


@dataclass(slots=True)
class Words:
    """What was gathered of one paragraph, or of several that run into one."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Element | str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    properties: Element | None = None
    has_text: bool = False  # whether anything in it is printed

    def add(self, run: Run) -> None:
        """Goes on with words that are printed."""
        self.runs.append(run)
        self.has_text = self.has_text or not run.text.isspace()


def properties_of(element: Element, name: str, tracked: Tracked) -> Element | None:
    """What an element says of its looks, before or after the changes of formatting."""
    found = element.find(W + name)
    if found is None or tracked is Tracked.ACCEPT:
        return found
    before = found.find(f"{W}{name}Change/{W}{name}")
    return found if before is None else before


@dataclass(slots=True)
class _Run:
    """The run that is read: its text so far, its font of symbols, a reference whose mark the rest of it is."""

    story: Story
    words: Words
    font: str
    is_hidden: bool
    text: list[str] = field(default_factory=list)
    marked: tuple[Element, int] | None = None

    @property
    def is_shown(self) -> bool:
        """Whether what stands here is printed."""
        return not self.is_hidden and self.story.fields.are_shown


@dataclass(frozen=True, slots=True)
class RunReader:
    """Reads the runs of one paragraph into `words`; styles are named as they stand around it."""

    story: Story
    words: Words
    paragraph_style: str | None
    table_style: str | None = None

    def read(self, paragraph: Iterable[Element]) -> None:
        """All that stands in a paragraph, or in another element with runs."""
        tallies = self.story.tallies
        for child, is_changed in contents(paragraph, tallies):
            if child.tag == f"{W}r":
                if not is_changed:
                    tallies.pass_unchanged()
                self._read_run(child)
            elif child.tag in _FORMULAS:
                self.words.add(Run(math_text(child, tallies, GONE[tallies.tracked])))
            elif child.tag == f"{W}subDoc":
                tallies.things[DOCUMENT] += 1

    def _read_run(self, element: Element) -> None:
        properties = properties_of(element, "rPr", self.story.tallies.tracked)
        dress, is_hidden = self.story.styles.dress(
            look_of(properties), value_of(properties, "rStyle"), self.paragraph_style, self.table_style
        )
        run = _Run(self.story, self.words, _symbol_font(properties), is_hidden)
        _gather(run, element)
        if run.marked is not None:
            reference, place = run.marked
            self.story.notes.refer(REFERENCES[reference.tag], reference, "".join(run.text[place:]).strip())
            del run.text[place:]
        text = "".join(run.text)
        if text and is_hidden:
            self.words.hidden.append(text)
        elif text:
            self.words.add(Run(text, dress))


def _gather(run: _Run, parent: Iterable[Element]) -> None:
    for child in parent:
        take = _TAKEN_BY.get(child.tag)
        if take is not None:
            is_shown = run.story.fields.are_shown
            text = take(run, child)
            if text and is_shown:
                run.text.append(text)


def _take_text(run: _Run, element: Element) -> str:
    text: str = element.text or ""
    return show_symbols(text, run.font) if run.font else text


def _take_sign(_: _Run, element: Element) -> str:
    return _SIGNS[element.tag]


def _take_break(_: _Run, element: Element) -> str:
    return PAGE_BREAK if element.get(f"{W}type") in {"page", "column"} else "\n"


def _take_symbol(_: _Run, element: Element) -> str:
    try:
        sign = chr(int(element.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return ""
    return show_symbols(sign, element.get(f"{W}font", ""))


def _take_field_character(run: _Run, element: Element) -> str:
    return run.story.fields.pass_character(element)


def _take_instruction(run: _Run, element: Element) -> str:
    run.story.fields.pass_instruction(element.text or "")
    return ""


def _take_reference(run: _Run, element: Element) -> str:
    if run.is_shown and element.get(f"{W}customMarkFollows", "0").lower() in {"1", "true", "on"}:
        run.marked = element, len(run.text)
    elif run.is_shown:
        run.story.notes.refer(REFERENCES[element.tag], element, "")
    return ""


def _take_shape(run: _Run, element: Element) -> str:
    if run.is_hidden:
        run.words.hidden.extend(f" {text.text or ''}" for text in element.iter(f"{W}t"))
    elif run.is_shown:
        run.words.boxes.extend(read_shape(element, run.story.tallies))
    return ""


def _take_alternatives(run: _Run, element: Element) -> str:
    _gather(run, choice(element))
    return ""


def _take_ruby(run: _Run, element: Element) -> str:
    for inner in element.iterfind(f"{W}rubyBase/{W}r"):
        _gather(run, inner)
    return ""


_TAKEN_BY: dict[str, Callable[[_Run, Element], str]] = {
    f"{W}t": _take_text,
    f"{W}delText": _take_text,
    **dict.fromkeys(_SIGNS, _take_sign),
    f"{W}br": _take_break,
    f"{W}sym": _take_symbol,
    FIELD_CHARACTER: _take_field_character,
    **dict.fromkeys(_INSTRUCTIONS, _take_instruction),
    **dict.fromkeys(REFERENCES, _take_reference),
    **dict.fromkeys(SHAPES, _take_shape),
    ALTERNATIVES: _take_alternatives,
    f"{W}ruby": _take_ruby,
}


def _symbol_font(properties: Element | None) -> str:
    fonts = None if properties is None else properties.find(f"{W}rFonts")
    font = "" if fonts is None else fonts.get(f"{W}ascii", "")
    return font if is_symbol_font(font) else ""
