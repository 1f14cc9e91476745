"""The words of a paragraph of an OpenDocument text, with their looks.

The Chair<text:s text:c="2"/>said<text:tab/>   blanks, tabs and breaks kept; those of the file's own lines are one
<text:span text:style-name="T1">               looks, from outside in
<text:note>                                    the mark is no word of the text; the note comes after the body
<text:page-number>3</text:page-number>         a field: what it shows
<text:hidden-text text:is-hidden="true">       not printed, and counted
<text:ruby>                                    its base
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from compare.read.common.document_builder import Run
from compare.read.common.left_out import ObjectKind
from compare.read.odt.names import (
    DRAW,
    FIELD,
    LOEXT,
    OFFICE,
    STYLE,
    TEXT,
    TEXT_STYLE,
    Element,
    is_true,
    number_of,
)
from compare.read.odt.shapes import read_shape
from compare.read.odt.styles import HIDDEN, Look, dress_of
from compare.read.odt.text_part import Note, Story, Words
from compare.read.odt.tracked_changes import END, POINT, START

# What is white space between words of an XML file.
_BLANKS = re.compile(r"[ \t\r\n]+")
# Blanks that one element stands for and that are believed; more is no text.
_MOST_BLANKS = 100
# The number of a note, and characters of one that is no number.
_COUNT, _LONGEST_MARK = re.compile(r"[0-9]{1,9}"), 40
_SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n", f"{STYLE}ptab": "\t", f"{LOEXT}ptab": "\t"}
_PASSED_OVER = frozenset(
    {
        *(
            f"{TEXT}{name}"
            for name in ("number", "ruby-text", "script", "note-citation", "soft-page-break", "toc-mark")
        ),
        *(f"{OFFICE}{name}" for name in ("annotation", "annotation-end", "event-listeners", "forms")),
    }
)
_CHECKED, _UNCHECKED = "☒", "☐"
_BOX, _CHOICE = "FORMCHECKBOX", "FORMDROPDOWN"


@dataclass(slots=True)
class WordReader:
    """Reads what stands in a paragraph into `words`; `look` is that of the words where it stands.

    `put_back` is asked at a place where something was taken out; what it answers are the words to go on with.
    """

    story: Story
    words: Words
    put_back: Callable[[Element, Words], Words]

    def read(self, element: Element, look: Look) -> None:
        """All that stands in an element."""
        self.story.descend()
        self._add_text(element.text, look)
        for child in element:
            if isinstance(child.tag, str):
                self._read_child(child, look)
            self._add_text(child.tail, look)
        self.story.ascend()

    def _read_child(self, child: Element, look: Look) -> None:
        tag = child.tag
        if tag in _SIGNS:
            self.add(_SIGNS[tag], look)
        elif tag == f"{TEXT}s":
            self.add(" " * min(max(number_of(child.get(f"{TEXT}c"), 1), 0), _MOST_BLANKS), look)
        elif tag in (START, END):
            self.story.changes.pass_mark(child)
        elif tag == POINT:
            self.words = self.put_back(child, self.words)
        elif tag.startswith(DRAW):
            self._read_shape(child, look)
        elif tag in _READ_BY:
            _READ_BY[tag](self, child, look)
        elif tag not in _PASSED_OVER and child.get(f"{TEXT}display") != "none":
            self.read(child, look)

    def add(self, text: str, look: Look) -> None:
        """Adds text as it is."""
        if not text:
            return
        self.words.ends_in_blank = False
        if self.story.changes.is_dropping:
            return
        if look.get(HIDDEN):
            self.words.hidden.append(text)
        else:
            self.words.runs.append(Run(text, dress_of(look)))

    def _add_text(self, text: str | None, look: Look) -> None:
        """Adds text of the file, whose blanks are one in a row."""
        if not text:
            return
        plain = _BLANKS.sub(" ", text)
        if self.words.ends_in_blank:
            plain = plain.removeprefix(" ")
        if plain:
            self.add(plain, look)
            self.words.ends_in_blank = plain.endswith(" ")

    def _read_shape(self, shape: Element, look: Look) -> None:
        if self.story.changes.is_dropping:
            return
        if look.get(HIDDEN):
            self.words.hidden.append(" ".join(shape.itertext()))
            return
        for found in read_shape(shape, self.story):
            if isinstance(found, str):
                self.add(found, look)
            else:
                self.words.boxes.append(found)

    def read_span(self, span: Element, look: Look) -> None:
        """Words with a style of their own."""
        self.read(span, {**look, **self.story.styles.look(span.get(TEXT_STYLE, ""))})

    def read_note(self, note: Element, look: Look) -> None:
        """A note: kept, unless its reference is not printed."""
        is_endnote = note.get(f"{TEXT}note-class") == "endnote"
        citation, body = note.find(f"{TEXT}note-citation"), note.find(f"{TEXT}note-body")
        if citation is None or body is None:
            return
        is_counted = citation.get(f"{TEXT}label") is None
        if self.story.changes.is_dropping or look.get(HIDDEN):
            self.story.notes_dropped[is_endnote] += is_counted
            return
        mark = "".join(citation.itertext()).strip()[:_LONGEST_MARK]
        if is_counted and _COUNT.fullmatch(mark):
            mark = str(int(mark) - self.story.notes_dropped[is_endnote])
        self.story.notes.append(Note(is_endnote, mark, body))

    def read_hidden_text(self, hidden: Element, look: Look) -> None:
        """Text under a condition: hidden as the program found it last."""
        if is_true(hidden, f"{TEXT}is-hidden"):
            text = "".join(hidden.itertext()) or hidden.get(f"{TEXT}string-value", "")
            self.words.hidden.append(f" {text} ")
        else:
            self.read(hidden, look)

    def read_control(self, control: Element, look: Look) -> None:
        """A field to fill in; not its prompt."""
        if is_true(control, f"{LOEXT}showing-place-holder"):
            self.story.left_out.objects[ObjectKind.UNFILLED] += not self.story.changes.is_dropping
        else:
            self.read(control, look)

    def read_form_field(self, mark: Element, look: Look) -> None:
        """A box to tick or a list to choose from, as Word has them."""
        stated = {
            parameter.get(f"{FIELD}name", ""): parameter.get(f"{FIELD}value", "")
            for parameter in mark.iterchildren(f"{FIELD}param")
        }
        kind = mark.get(f"{FIELD}type", "")
        if kind.endswith(_BOX):
            self.add(_CHECKED if stated.get("Checkbox_Checked") == "true" else _UNCHECKED, look)
        elif kind.endswith(_CHOICE):
            entries = [
                parameter.get(f"{FIELD}value", "")
                for parameter in mark.iterchildren(f"{FIELD}param")
                if parameter.get(f"{FIELD}name") == "Dropdown_ListEntry"
            ]
            chosen = number_of(stated.get("Dropdown_Selected"), 0)
            self.add(entries[chosen] if 0 <= chosen < len(entries) else "", look)


_READ_BY: dict[str, Callable[[WordReader, Element, Look], None]] = {
    f"{TEXT}span": WordReader.read_span,
    f"{TEXT}note": WordReader.read_note,
    f"{TEXT}hidden-text": WordReader.read_hidden_text,
    f"{LOEXT}content-control": WordReader.read_control,
    f"{FIELD}fieldmark": WordReader.read_form_field,
    f"{FIELD}fieldmark-start": WordReader.read_form_field,
}
