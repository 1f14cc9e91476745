"""Reads Word's XML: names of elements, their values, what only wraps the text, and tracked changes.

<w:b/>  <w:b w:val="1"/>  <w:b w:val="true"/>  <w:b w:val="on"/>      on
<w:b w:val="0"/>  <w:b w:val="false"/>  <w:b w:val="off"/>           off
no <w:b> at all                                                      as the style states
<w:sdt> around a paragraph, a row, a cell, a word       its content; a prompt too, which Word prints, and counted
<w:fldSimple>                                           its result; without one it is given as it is
<w:ins>, <w:moveTo>                                     their content, or nothing if changes are rejected
<mc:AlternateContent> with a choice and a fallback      the choice; the fallback repeats it for older programs
a choice of some program's own, that is not read        the fallback
a word deleted, the next one inserted, by A. Clerk      2 tracked changes by A. Clerk
an insertion over three paragraphs                      1: neighbours of one kind and author are one change
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from compare.read.common.left_out import LeftOutCounts, ObjectKind
from compare.values import Tracked

# lxml has no types: its elements are Any.
Element = Any

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
ANCHOR: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor"
V: Final = "{urn:schemas-microsoft-com:vml}"
O: Final = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 (the usual prefix of this namespace)
# A character of the emoji panel, beside the usual text in the fallback.
SYMBOL_EX: Final = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}"
VAL: Final = f"{W}val"

# Elements whose content is not in the text that is compared.
DROPPED: Final = {
    Tracked.ACCEPT: frozenset({f"{W}del", f"{W}moveFrom", f"{W}cellDel"}),
    Tracked.REJECT: frozenset({f"{W}ins", f"{W}moveTo", f"{W}cellIns"}),
}
CHANGES: Final = frozenset[str]().union(*DROPPED.values())
_FORMATTING_CHANGES = frozenset(
    f"{W}{name}Change" for name in ("rPr", "pPr", "sectPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "numbering")
)
_WRAPPERS = frozenset(f"{W}{name}" for name in ("hyperlink", "smartTag", "customXml", "bdo", "dir"))
SIMPLE_FIELD: Final = f"{W}fldSimple"
_CONTROL = f"{W}sdt"
ALTERNATIVES: Final = f"{MC}AlternateContent"

# The beginnings of the namespaces whose elements are read, or counted as objects.
_READ = (
    "{http://schemas.openxmlformats.org/",
    "{http://schemas.microsoft.com/office/drawing/",
    "{http://schemas.microsoft.com/office/word/2010/wordprocessing",
    "{urn:schemas-microsoft-com:",
    SYMBOL_EX,
)

_OFF = frozenset({"0", "false", "off"})
# Numbers in a document are at most this far from 0; beyond it the file is damaged or hostile.
_LARGEST_NUMBER = 2**31


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether an on-off property is on; `None` if it is not stated."""
    found = None if properties is None else properties.find(W + name)
    return None if found is None else is_true(found.get(VAL, "1"))


def is_true(text: str) -> bool:
    """Whether the value of an on-off property means on."""
    return text.lower() not in _OFF


def value_of(parent: Element | None, name: str) -> str | None:
    """The value of a child element; `None` if there is none."""
    found = None if parent is None else parent.find(W + name)
    return None if found is None else found.get(VAL)


def number_of(parent: Element | None, name: str) -> int | None:
    """The value of a child element as a whole number; `None` if there is none, or it is no number."""
    return as_number(value_of(parent, name))


def as_number(text: str | None) -> int | None:
    """A whole number as documents write it, decimals dropped; `None` for anything else."""
    if text is None or len(text) > len(str(_LARGEST_NUMBER)) + 1:
        return None
    try:
        return int(text.partition(".")[0])
    except ValueError:
        return None


def properties_of(element: Element, name: str, tracked: Tracked) -> Element | None:
    """The properties that an element states, with or without the tracked changes of formatting."""
    found = element.find(W + name)
    if found is None or tracked is Tracked.ACCEPT:
        return found
    before = found.find(f"{W}{name}Change/{W}{name}")
    return found if before is None else before


@dataclass(slots=True)
class TrackedChanges:
    """Decides which changes are part of the text, and counts them in `left_out`."""

    tracked: Tracked
    left_out: LeftOutCounts
    _last: tuple[str, str] | None = None  # kind and author of the change that was passed last

    def is_change(self, element: Element) -> bool:
        """Whether the element marks an insertion, a deletion or a move."""
        return element.tag in CHANGES

    def pass_change(self, element: Element) -> bool:
        """Counts a change, unless it continues the last one. Returns whether its content is dropped."""
        author = element.get(f"{W}author", "")
        if self._last != (element.tag, author):
            self.left_out.changes[author] += 1
        self._last = (element.tag, author)
        return element.tag in DROPPED[self.tracked]

    def pass_unchanged(self) -> None:
        """Ends the change that was passed last."""
        self._last = None

    def pass_mark(self, properties: Element | None) -> bool:
        """Passes the mark at the end of a paragraph, row or cell. Returns whether it is dropped."""
        changes = [] if properties is None else [child for child in properties if child.tag in CHANGES]
        if not changes:
            self.pass_unchanged()
        return True in [self.pass_change(change) for change in changes]

    def count_formatting(self, root: Element) -> None:
        """Counts the changes of formatting in a part."""
        authors = (change.get(f"{W}author", "") for change in root.iter(*_FORMATTING_CHANGES))
        self.left_out.formatting.update(authors)


def contents(
    parent: Iterable[Element], changes: TrackedChanges, *, is_changed: bool = False
) -> Iterator[tuple[Element, bool]]:
    """The elements in `parent` that are compared, without their wrappers, each with whether a change inserted it."""
    for child in parent:
        if child.tag in _WRAPPERS or (child.tag == SIMPLE_FIELD and len(child)):
            yield from contents(child, changes, is_changed=is_changed)
        elif child.tag == _CONTROL:
            yield from contents(_content_of_control(child, changes.left_out), changes, is_changed=is_changed)
        elif child.tag == ALTERNATIVES:
            yield from contents(choice(child), changes, is_changed=is_changed)
        elif changes.is_change(child):
            if not changes.pass_change(child):
                yield from contents(child, changes, is_changed=True)
        else:
            yield child, is_changed


def choice(alternatives: Element) -> Iterable[Element]:
    """The alternative that Word takes: the first, which is the newest, of those that are read here."""
    found: Iterable[Element] | None
    for found in alternatives.iterchildren(f"{MC}Choice"):
        if all(child.tag.startswith(_READ) for child in found):
            return found
    found = alternatives.find(f"{MC}Fallback")
    return () if found is None else found


def _content_of_control(control: Element, left_out: LeftOutCounts) -> Iterable[Element]:
    content: Iterable[Element] | None = control.find(f"{W}sdtContent")
    if content is None:
        return ()
    if is_on(control.find(f"{W}sdtPr"), "showingPlcHdr") and _is_prompt(content):
        left_out.objects[ObjectKind.PROMPT] += 1
    return content


def _is_prompt(content: Element) -> bool:
    """Whether a control that calls its content a prompt is right: systems that fill in templates leave the flag there.

    A prompt has a style of characters of its own ("Placeholder Text", in any language of Word).
    """
    worded = [run for run in content.iter(f"{W}r") if any(text.text for text in run.iterchildren(f"{W}t"))]
    return bool(worded) and all(run.find(f"{W}rPr/{W}rStyle") is not None for run in worded)
