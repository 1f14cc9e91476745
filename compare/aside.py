"""What stands on one side only and must not be claimed as a change: it is set aside, and said so.

    web page   Agenda item | SEND update | This report provides … | The Chair welcomed …
    minutes                  29. SEND UPDATE                       | The Chair welcomed …

An item page prints the agenda's summary above the minutes; the minutes never had it. And a page that ends in
"... view the full minutes text" has lost its rest; the rest was not added by the other document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.housestyle import HouseStyle
from compare.typography import fold_key
from compare.values import Minutes, NotCompared, Pair, Relation, Role, Side
from compare.wording import segment_text

# An agenda's summary is a paragraph or three; more text without an answer is a loss. Unit: paragraphs.
MAX_SUMMARY = 3


def set_aside(
    alignment: Sequence[Pair], draft: Minutes, final: Minutes, style: HouseStyle
) -> tuple[tuple[Pair, ...], tuple[NotCompared, ...]]:
    """The alignment with such segments marked as furniture or out of scope, and a note for each."""
    pairs = list(alignment)
    notes: list[NotCompared] = []
    for side, minutes, other in ((Side.DRAFT, draft, final), (Side.FINAL, final, draft)):
        for place in _summary(pairs, minutes, side, style):
            pairs[place] = replace(pairs[place], relation=Relation.FURNITURE)
            text = segment_text(minutes.document, minutes.segments[_places(pairs[place], side)[0]])
            why = "it stands above the minutes on the item's web page and is taken for the agenda's own summary"
            notes.append(NotCompared(side, f"“{_shorten(text)}”", why))
        for place in _lost_rest(pairs, minutes, other, side):
            pairs[place] = replace(pairs[place], relation=Relation.OUT_OF_SCOPE)
        if minutes.outline.truncated:
            line = minutes.document.line_at(minutes.outline.truncated[0].start)
            notes.append(NotCompared(side, f"the text after line {line}", "the source says that it is cut off there"))
    return tuple(pairs), tuple(notes)


def _places(pair: Pair, side: Side) -> tuple[int, ...]:
    return pair.draft if side is Side.DRAFT else pair.final


def _summary(pairs: Sequence[Pair], minutes: Minutes, side: Side, style: HouseStyle) -> list[int]:
    """Unanswered paragraphs between a web page's heading and its first answered paragraph."""
    if not minutes.outline.is_web_page:
        return []
    own = {_places(pair, side)[0]: place for place, pair in enumerate(pairs) if _places(pair, side)}
    relation_of = {index: pairs[place].relation for index, place in own.items()}
    openings = tuple(fold_key(opening) for opening in style.minutes.get("agenda_purposes", ()))
    found: list[int] = []
    for index in range(len(minutes.segments)):
        relation = relation_of.get(index)
        if relation is Relation.FURNITURE or minutes.outline.roles[index] is Role.HEADING:
            continue
        if relation not in (Relation.REMOVED, Relation.ADDED) or len(found) == MAX_SUMMARY:
            break
        text = fold_key(segment_text(minutes.document, minutes.segments[index])).lstrip(" *_\u00a0")
        if not text.startswith(openings):
            break
        found.append(own[index])
    return found


def _lost_rest(pairs: Sequence[Pair], minutes: Minutes, other: Minutes, side: Side) -> list[int]:
    """What the other document has in an item after the place at which this one's source was cut off."""
    if not minutes.outline.truncated:
        return []
    items = {
        other.outline.item_of[index]
        for pair in pairs
        for index in _places(pair, side.other)
        if any(_is_in_truncated_item(minutes, place) for place in _places(pair, side))
    }
    return [
        place
        for place, pair in enumerate(pairs)
        if not _places(pair, side)
        and pair.relation in (Relation.ADDED, Relation.REMOVED)
        and any(other.outline.item_of[index] in items for index in _places(pair, side.other))
    ]


def _is_in_truncated_item(minutes: Minutes, index: int) -> bool:
    item = minutes.outline.item_of[index]
    first, last = (
        (0, len(minutes.segments))
        if item is None
        else (
            minutes.outline.items[item].first,
            minutes.outline.items[item].last,
        )
    )
    start, end = minutes.segments[first].start, minutes.segments[last - 1].end
    return any(start <= mark.start <= end for mark in minutes.outline.truncated)


def _shorten(text: str, length: int = 60) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"
