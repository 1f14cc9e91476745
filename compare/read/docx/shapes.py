"""Pictures, boxes and objects that are anchored in a paragraph: their text, and what they are counted as.

a text box, drawn the new way and the old way     its paragraphs, once
WordArt "DRAFT" across the page                   the word DRAFT
a photograph                                      1 image
a line across the page                            nothing
a picture marked as decorative                    nothing
a spreadsheet with its preview                    1 embedded object, no image
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.read.docx.left_out import CHART, DIAGRAM, FORMULA, IMAGE, OBJECT, Tallies
from compare.read.docx.names import A, Element, M, O, R, V, W
from compare.read.docx.wrappers import ALTERNATIVES, choice

SHAPES = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))
_BOX = f"{W}txbxContent"
_CHARTS = frozenset(
    f"{{http://schemas.{domain}}}chart"
    for domain in ("openxmlformats.org/drawingml/2006/chart", "microsoft.com/office/drawing/2014/chartex")
)
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_EQUATION_EDITORS = ("equation", "mathtype")


def read_shape(shape: Element, tallies: Tallies) -> Iterator[Element | str]:
    """The boxes with paragraphs in a shape, and the words of its WordArt, in order."""
    if shape.tag == f"{W}object" and shape.find(f".//{_BOX}") is None:
        program = next((found.get("ProgID", "") for found in shape.iter(f"{O}OLEObject")), "")
        tallies.things[FORMULA if program.lower().startswith(_EQUATION_EDITORS) else OBJECT] += 1
        return
    is_decorative = any(found.get("val", "1") in {"1", "true"} for found in shape.iter(_DECORATIVE))
    waiting = [shape]
    while waiting:
        element = waiting.pop()
        if element.tag == _BOX:
            yield element
            continue
        art = element.get("string", "") if element.tag == f"{V}textpath" else ""
        if art.strip():
            yield art
        thing = _thing(element)
        if thing is not None and not (thing == IMAGE and is_decorative):
            tallies.things[thing] += 1
        inner = choice(element) if element.tag == ALTERNATIVES else element
        waiting.extend(child for child in reversed(list(inner)) if not _is_rule(child))


def _thing(element: Element) -> str | None:
    if element.tag == f"{A}blip" and (element.get(f"{R}embed") or element.get(f"{R}link")):
        return IMAGE
    if element.tag == f"{V}imagedata" and (element.get(f"{R}id") or element.get(f"{R}pict")):
        return IMAGE
    if element.tag in _CHARTS:
        return CHART
    return DIAGRAM if element.tag == _DIAGRAM else None


def _is_rule(element: Element) -> bool:
    """Whether it is a line across the page."""
    return element.get(f"{O}hr", "f") in {"t", "true"}


def math_text(formula: Element, tallies: Tallies, gone: frozenset[str]) -> str:
    """The letters of a formula on one line, fractions with a stroke; one without letters is counted."""
    text = _linear(formula, gone)
    if not text.strip():
        tallies.things[FORMULA] += 1
    return text


def _linear(element: Element, gone: frozenset[str]) -> str:
    if element.tag == f"{M}t":
        return element.text or ""
    if element.tag in gone:
        return ""
    parts = [_linear(child, gone) for child in element]
    if element.tag == f"{M}f":
        return "/".join(part for part in parts if part)
    if element.tag == f"{M}d":
        signs = element.find(f"{M}dPr")
        first, last = _sign(signs, "begChr", "("), _sign(signs, "endChr", ")")
        return f"{first}{_sign(signs, 'sepChr', '|').join(part for part in parts if part)}{last}"
    return "".join(parts)


def _sign(properties: Element | None, name: str, usual: str) -> str:
    found = None if properties is None else properties.find(M + name)
    return usual if found is None else found.get(f"{M}val", "")
