"""Where a paragraph of an OpenDocument text stands: in which list, at which level, or in the outline of headings.

<text:list text:continue-list="x1">            goes on from the list with this id
<text:list text:continue-numbering="true">     goes on from the list before, if that has the same style
<text:list> in a list                          one level deeper, counted with it
<text:h> in no list                            counted by the outline
<text:h> of a style without a list             not counted
"""

from __future__ import annotations

from typing import NamedTuple

from compare.read.odt.lists import LEVELS, Count, Level
from compare.read.odt.names import TEXT, TEXT_STYLE, XML, Element, is_true, number_of
from compare.read.odt.text_part import Place, Story

_HEADING = f"{TEXT}h"


class ListAround(NamedTuple):
    """The list around what is read: its count, its style, and its level from 0."""

    counted: Count
    style: str
    level: int


def enter_list(story: Story, element: Element, around: ListAround | None) -> ListAround:
    """The list that an element begins or goes on with."""
    style = element.get(TEXT_STYLE, "") or (around.style if around else "")
    if around is not None:
        inner = ListAround(around.counted, style, min(around.level + 1, LEVELS - 1))
        inner.counted.enter(inner.level, style)
    else:
        goes_on = is_true(element, f"{TEXT}continue-numbering") and style == story.last_style
        named = story.lists.get(element.get(f"{TEXT}continue-list", ""))
        counted = named or (story.last_count if goes_on else Count())
        inner = ListAround(counted, style, 0)
        story.last_style, story.last_count = style, counted
    name = element.get(f"{XML}id")
    if name:
        story.lists[name] = inner.counted
    return inner


def list_of_numbered(story: Story, element: Element) -> ListAround:
    """The list of a paragraph that is numbered by itself, without an element of a list around it."""
    counted = story.lists.setdefault(element.get(f"{TEXT}list-id", ""), Count())
    level = min(max(number_of(element.get(f"{TEXT}level"), 1), 1), LEVELS)
    return ListAround(counted, element.get(TEXT_STYLE, ""), level - 1)


def place_of_item(story: Story, item: Element, around: ListAround, *, is_numbered: bool) -> Place:
    """The place of the first paragraph of an item."""
    start = number_of(item.get(f"{TEXT}start-value"), -1)
    levels = story.levels_of(around.style)
    return Place(around.counted, levels, around.level, is_numbered, start if start >= 0 else None)


def place_of_paragraph(story: Story, paragraph: Element, around: ListAround | None, item: Place | None) -> Place | None:
    """The place of a paragraph; `item` is that of the item that it is the first of."""
    if item is None and around is not None:
        item = Place(around.counted, {}, around.level, is_numbered=False)
    if around is None or around.style == story.outline_name:
        return _place_in_outline(story, paragraph) or item
    return item


def _place_in_outline(story: Story, heading: Element) -> Place | None:
    style = story.styles.paragraph(heading.get(TEXT_STYLE, ""))
    level = number_of(heading.get(f"{TEXT}outline-level"), 1) if heading.tag == _HEADING else style.outline
    if not 1 <= level <= LEVELS or is_true(heading, f"{TEXT}is-list-header"):
        return None
    if style.own_list not in (None, story.outline_name):
        return None
    start: int | None = None
    if is_true(heading, f"{TEXT}restart-numbering"):
        usual = story.outline.get(level - 1) or Level()
        start = number_of(heading.get(f"{TEXT}start-value"), usual.start)
    return Place(story.outline_count, story.outline, level - 1, start=start)
