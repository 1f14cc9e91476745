"""Pictures, boxes and objects in an OpenDocument text: their text, and what they are counted as.

a text box, a shape with words in it      its paragraphs
a picture in two formats                  1 image
a spreadsheet with its preview            1 embedded object, no image
a formula                                 its letters on one line, fractions with a stroke
a line across the page                    nothing
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.read.common.left_out import ObjectKind
from compare.read.odt.names import DRAW, LOEXT, MATH, OFFICE, TEXT, XLINK, Element, is_true
from compare.read.odt.text_part import Story

_FRAME, _BOX, _IMAGE, _CONTROL = f"{DRAW}frame", f"{DRAW}text-box", f"{DRAW}image", f"{DRAW}control"
_OBJECTS = (f"{DRAW}object", f"{DRAW}object-ole", f"{DRAW}plugin", f"{DRAW}applet")
_GROUPS = (f"{DRAW}g", f"{DRAW}a")
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h", f"{TEXT}list")
_CHART, _FORMULA = "opendocument.chart", "opendocument.formula"


def read_shape(shape: Element, story: Story) -> Iterator[Element | str]:
    """The boxes with paragraphs in a shape, and the letters of its formulas, in order."""
    waiting = [shape]
    while waiting:
        element = waiting.pop()
        if element.tag in _GROUPS:
            waiting.extend(reversed([child for child in element if isinstance(child.tag, str)]))
        elif element.tag == _FRAME:
            first = next((child for child in element if str(child.tag).startswith(DRAW)), None)
            if first is not None:
                yield from _read_content(first, story, is_decorative=is_true(element, f"{LOEXT}decorative"))
        elif element.tag != _CONTROL and any(element.find(name) is not None for name in _PARAGRAPHS):
            yield element


def _read_content(content: Element, story: Story, *, is_decorative: bool) -> Iterator[Element | str]:
    if content.tag == _BOX:
        yield content
    elif content.tag == _IMAGE:
        story.left_out.objects[ObjectKind.IMAGE] += not is_decorative
    elif content.tag in _OBJECTS:
        formula = _formula_in(content, story)
        letters = "" if formula is None else _linear(formula).strip()
        if letters:
            yield letters
        else:
            story.left_out.objects[_thing(content, story, is_formula=formula is not None)] += 1


def _formula_in(content: Element, story: Story) -> Element | None:
    """The formula in an object, where it is one."""
    inner = next(content.iter(f"{MATH}math"), None)
    link = content.get(f"{XLINK}href", "")
    if inner is not None or not link or _FORMULA not in story.package.type_of_object(link):
        return inner
    root = story.package.read_object(link)
    return None if root is None else next(root.iter(f"{MATH}math"), None)


def _thing(content: Element, story: Story, *, is_formula: bool) -> ObjectKind:
    if is_formula:
        return ObjectKind.FORMULA
    document = content.find(f"{OFFICE}document")
    kind = "" if document is None else document.get(f"{OFFICE}mimetype", "")
    kind = kind or story.package.type_of_object(content.get(f"{XLINK}href", ""))
    return ObjectKind.CHART if _CHART in kind else ObjectKind.OBJECT


def _linear(element: Element) -> str:
    """The letters of a formula on one line."""
    if not isinstance(element.tag, str) or element.tag == f"{MATH}annotation":
        return ""
    own = element.text or ""
    if len(element) == 0:
        return own.strip()
    parts = [_linear(child) for child in element]
    return "/".join(part for part in parts if part) if element.tag == f"{MATH}mfrac" else "".join(parts)
