"""Excludes one-sided text that is not a change (agenda summary, cut-off page) and records why.

    web page   Agenda item | SEND update | This report provides … | Minutes: | The Chair welcomed …
    minutes                  29. SEND UPDATE                                  | The Chair welcomed …

An item page prints the agenda's summary above the minutes; the minutes never had it. It may print a decision twice. And
a page that ends in "... view the full minutes text" has lost its rest; the rest was not added by the other document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from compare.style.house_style import HouseStyle
from compare.text.tokens import fold_key, segment_text
from compare.values import Doubt, Minutes, NotCompared, Pair, Relation, Role, SegmentKind, Side

# An agenda's summary without a label under it is a paragraph or three; more text without a match is a loss.
# Unit: paragraphs.
MAX_SUMMARY = 3

# The longest note of who will speak ("Head of Leisure to present."), in characters.
LONGEST_NOTE = 100


@dataclass(frozen=True, slots=True)
class _SideView:
    """An alignment seen from one of its sides."""

    side: Side
    minutes: Minutes
    pairs: tuple[Pair, ...]
    place_of: dict[int, int]

    def places(self, pair: Pair) -> tuple[int, ...]:
        return pair.draft if self.side is Side.DRAFT else pair.final

    def is_unmatched(self, index: int) -> bool:
        return self.pairs[self.place_of[index]].relation in (Relation.REMOVED, Relation.ADDED)

    def text(self, index: int) -> str:
        return segment_text(self.minutes.document, self.minutes.segments[index])


def exclude_one_sided(
    alignment: Sequence[Pair], draft: Minutes, final: Minutes, style: HouseStyle
) -> tuple[tuple[Pair, ...], tuple[NotCompared, ...]]:
    """Marks such segments as furniture or out of scope, with a note for each kind. Cost: linear."""
    pairs = list(alignment)
    notes: list[NotCompared] = []
    for side, minutes, other in ((Side.DRAFT, draft, final), (Side.FINAL, final, draft)):
        view = _view(side, minutes, tuple(pairs))
        for index, why in _page_text(view, style):
            pairs[view.place_of[index]] = replace(pairs[view.place_of[index]], relation=Relation.FURNITURE)
            notes.append(NotCompared(side, f"“{_shorten(view.text(index))}”", why))
        for place in _furniture_elsewhere(view, other):
            pairs[place] = replace(pairs[place], relation=Relation.FURNITURE)
        unprinted = _unprinted_front(view, other)
        for place in (*_lost_rest(view, other), *unprinted):
            pairs[place] = replace(pairs[place], relation=Relation.OUT_OF_SCOPE)
        if unprinted:
            doubt = Doubt.UNREAD if side is Side.DRAFT else None  # the final does not say who was there
            notes.append(NotCompared(side, "who was there", "the web page of a meeting does not print it", doubt))
        if minutes.outline.truncated:
            where = _where(minutes, minutes.outline.truncated[0].start)
            why = "the source says that it is cut off there"
            notes.append(NotCompared(side, f"the text after {where}", why, Doubt.UNREAD))
    return tuple(pairs), tuple(notes)


def _where(minutes: Minutes, offset: int) -> str:
    """Names a place as a reader finds it: the line of a text, the paragraph of anything else."""
    if not minutes.document.paragraphs:
        return f"line {minutes.document.line_at(offset)}"
    return f"paragraph {bisect_right(minutes.segments, offset, key=lambda segment: segment.start)}"


def _view(side: Side, minutes: Minutes, pairs: tuple[Pair, ...]) -> _SideView:
    view = _SideView(side, minutes, pairs, {})
    view.place_of.update({index: place for place, pair in enumerate(pairs) for index in view.places(pair)})
    return view


def _page_text(view: _SideView, style: HouseStyle) -> Iterator[tuple[int, str]]:
    """Finds unmatched segments of a web page that the minutes never had, each with the reason."""
    if not view.minutes.outline.is_web_page:
        return
    for first, last in _items(view.minutes):
        labels = {index: _label(view.text(index)) for index in view.minutes.outline.labels if first <= index < last}
        over_minutes = [index for index, label in labels.items() if label in _labels(style, "minutes_labels")]
        over_decision = [index for index, label in labels.items() if label in _labels(style, "decision_labels")]
        if over_minutes or over_decision:
            yield from _above_label(view, first, min(over_minutes + over_decision))
            if over_minutes and over_decision:
                yield from _printed_twice(view, first, last)
        else:
            yield from _summary(view, first, last, style)
        yield from _title_again(view, first, last)


def _items(minutes: Minutes) -> list[tuple[int, int]]:
    """Gives the items as ranges of segments; the first one takes in the page's own lines above it."""
    items = minutes.outline.items
    if not items:
        return [(0, len(minutes.segments))]
    return [(0 if place == 0 and len(items) == 1 else item.first, item.last) for place, item in enumerate(items)]


def _labels(style: HouseStyle, key: str) -> frozenset[str]:
    return frozenset(fold_key(label) for label in style.minutes.get(key, ()))


def _label(text: str) -> str:
    return fold_key(text).strip(" *_:\u00a0#")


def _above_label(view: _SideView, first: int, label: int) -> Iterator[tuple[int, str]]:
    for index in range(first, label):
        if view.is_unmatched(index) and view.minutes.outline.roles[index] is not Role.HEADING:
            yield index, "it stands above the minutes on the web page and is taken for the agenda's own text"


def _printed_twice(view: _SideView, first: int, last: int) -> Iterator[tuple[int, str]]:
    matched = {view.minutes.keys[index] for index in range(first, last) if not view.is_unmatched(index)}
    for index in range(first, last):
        if view.is_unmatched(index) and view.minutes.keys[index] in matched:
            yield index, "the web page prints it twice, as the decision and in the minutes"


def _title_again(view: _SideView, first: int, last: int) -> Iterator[tuple[int, str]]:
    """Finds the title of an item that its page prints once more, in other capitals as a rule."""
    matched = {
        view.minutes.keys[index]
        for index in range(first, last)
        if view.minutes.outline.roles[index] is Role.HEADING and not view.is_unmatched(index)
    }
    for index in range(first, last):
        if view.is_unmatched(index) and view.minutes.keys[index] in matched:
            yield index, "the web page prints the title of the item twice"


def _summary(view: _SideView, first: int, last: int, style: HouseStyle) -> Iterator[tuple[int, str]]:
    """Finds paragraphs between an item's heading and its first match that open as an agenda's summary does."""
    openings = tuple(fold_key(opening) for opening in style.minutes.get("agenda_purposes", ()))
    endings = tuple(fold_key(ending) for ending in style.minutes.get("agenda_endings", ()))
    found = 0
    for index in range(first, last):
        relation = view.pairs[view.place_of[index]].relation
        is_excluded = relation in (Relation.FURNITURE, Relation.OUT_OF_SCOPE)
        if is_excluded or view.minutes.outline.roles[index] is Role.HEADING:
            continue
        if not view.is_unmatched(index) or found == MAX_SUMMARY:
            return
        line = fold_key(view.text(index)).strip(" *_\u00a0.()")
        if not line.startswith(openings) and not (len(line) <= LONGEST_NOTE and line.endswith(endings)):
            return
        found += 1
        yield index, "it stands above the minutes on the item's web page and is taken for the agenda's own summary"


def _furniture_elsewhere(view: _SideView, other: Minutes) -> list[int]:
    """Finds unmatched segments that the other document prints as furniture, as often at least: a running head."""
    furniture = Counter(
        key
        for key, segment, role in zip(other.keys, other.segments, other.outline.roles, strict=True)
        if segment.kind is SegmentKind.FURNITURE or role is Role.FURNITURE
    )
    unmatched = [index for index, key in enumerate(view.minutes.keys) if key in furniture and view.is_unmatched(index)]
    here = Counter(view.minutes.keys[index] for index in unmatched)
    return [
        view.place_of[index]
        for index in unmatched
        if view.minutes.keys[index] and here[view.minutes.keys[index]] <= furniture[view.minutes.keys[index]]
    ]


def _unprinted_front(view: _SideView, other: Minutes) -> list[int]:
    """Finds the front page of minutes that are compared with a web page: such a page does not list those present."""
    rolls = (Role.ATTENDANCE, Role.APOLOGIES)
    front = other.outline.items[0].first if other.outline.items else 0
    if not view.minutes.outline.is_web_page or any(
        role in rolls for role in view.minutes.outline.roles[: _first_item(view.minutes)]
    ):
        return []
    side = view.side.other
    return [
        place
        for place, pair in enumerate(view.pairs)
        if not view.places(pair)
        and pair.relation in (Relation.ADDED, Relation.REMOVED)
        and all(
            index < front and other.outline.roles[index] in (*rolls, Role.FRONT)
            for index in (pair.draft if side is Side.DRAFT else pair.final)
        )
    ]


def _first_item(minutes: Minutes) -> int:
    return minutes.outline.items[0].first if minutes.outline.items else 0


def _lost_rest(view: _SideView, other: Minutes) -> list[int]:
    """Finds what the other document has in an item after the place at which this one's source was cut off."""
    if not view.minutes.outline.truncated:
        return []
    side = view.side.other
    items = {
        other.outline.item_of[index]
        for pair in view.pairs
        for index in (pair.draft if side is Side.DRAFT else pair.final)
        if any(_is_in_truncated_item(view.minutes, place) for place in view.places(pair))
    }
    return [
        place
        for place, pair in enumerate(view.pairs)
        if not view.places(pair)
        and pair.relation in (Relation.ADDED, Relation.REMOVED)
        and any(other.outline.item_of[index] in items for index in (pair.draft or pair.final))
    ]


def _is_in_truncated_item(minutes: Minutes, index: int) -> bool:
    item = minutes.outline.item_of[index]
    first, last = 0, len(minutes.segments)
    if item is not None:
        first, last = minutes.outline.items[item].first, minutes.outline.items[item].last
    start, end = minutes.segments[first].start, minutes.segments[last - 1].end
    return any(start <= mark.start <= end for mark in minutes.outline.truncated)


def _shorten(text: str, length: int = 60) -> str:
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"
