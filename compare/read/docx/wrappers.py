"""What stands in an element of a Word document, through everything that only wraps it.

<w:sdt> around a paragraph, a row, a cell, a word       its content; not the prompt "Click to enter text"
<w:ins>, <w:moveTo>                                     what they hold, or nothing, as changes are read
<mc:AlternateContent> with a choice and a fallback      the choice; the fallback says the same to older programs
<w:hyperlink>, <w:smartTag>, <w:customXml>              what they hold
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from compare.read.docx.left_out import UNFILLED, Tallies
from compare.read.docx.names import MC, Element, W, is_on

_WRAPPERS = frozenset(f"{W}{name}" for name in ("hyperlink", "smartTag", "customXml", "fldSimple", "bdo", "dir"))
_CONTROL = f"{W}sdt"
ALTERNATIVES = f"{MC}AlternateContent"


def contents(
    parent: Iterable[Element], tallies: Tallies, *, is_changed: bool = False
) -> Iterator[tuple[Element, bool]]:
    """The elements in `parent` that are compared, in order, each with whether a tracked change put it there."""
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from contents(child, tallies, is_changed=is_changed)
        elif child.tag == _CONTROL:
            content = _content_of_control(child, tallies)
            if content is not None:
                yield from contents(content, tallies, is_changed=is_changed)
        elif child.tag == ALTERNATIVES:
            yield from contents(choice(child), tallies, is_changed=is_changed)
        elif tallies.is_change(child):
            if not tallies.pass_change(child):
                yield from contents(child, tallies, is_changed=True)
        else:
            yield child, is_changed


def choice(alternatives: Element) -> Iterable[Element]:
    """The alternative that Word takes: the first, which is the newest."""
    found = alternatives.find(f"{MC}Choice")
    if found is None:
        found = alternatives.find(f"{MC}Fallback")
    children: Iterable[Element] = () if found is None else found
    return children


def _content_of_control(control: Element, tallies: Tallies) -> Element | None:
    if is_on(control.find(f"{W}sdtPr"), "showingPlcHdr"):
        tallies.things[UNFILLED] += 1
        return None
    return control.find(f"{W}sdtContent")
