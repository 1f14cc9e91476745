"""Finds what minutes are made of: body, day, status, attendance, agenda items, decisions, votes.

    segments   [heading][paragraph][list item][list item][furniture] …
    outline     item 29  narrative  limb 1     limb 2     furniture

An unknown house style costs labels only: whatever is not recognised is narrative, and nothing is dropped.
"""

from __future__ import annotations

from compare.outline.attendance import claim_attendance
from compare.outline.closing import closing_lines
from compare.outline.counted_votes import read_counted_votes
from compare.outline.decision_grammar import DecisionGrammar
from compare.outline.decisions import find_resolutions
from compare.outline.draft_or_confirmed import find_status
from compare.outline.front_page import opens_whole_minutes
from compare.outline.items import clean_title, find_items, items_of_segments
from compare.outline.marking_keys import find_keys
from compare.outline.page_data import claim_page_data
from compare.outline.private_part import private_segments
from compare.outline.roll import read_roll
from compare.outline.running_heads import find_running_heads
from compare.outline.segment_view import RoleClaims, SegmentView, first_cell, view_document
from compare.outline.standing_lines import standing_lines
from compare.outline.status import find_exempt, find_title, front_segments
from compare.outline.voters import read_votes_of_people
from compare.outline.votes import claim_votes, claim_votes_cast
from compare.outline.web_page import read_web_page
from compare.outline.what_met import find_body, find_day
from compare.style.house_style import HouseStyle
from compare.style.phrases import starting
from compare.values import Document, Item, Outline, Role, Segment, SegmentKind

# The longest line, in characters, that can belong to a title page.
_LONGEST_FRONT_LINE = 160

# What a heading may have beyond its title, in characters: a glued file name, emphasis.
_BEYOND_TITLE = 40

__all__ = ["outline_minutes"]


def outline_minutes(document: Document, segments: tuple[Segment, ...], style: HouseStyle) -> Outline:
    """Finds the outline of a document. Cost: linear."""
    view = view_document(document, segments)
    roles = RoleClaims(view)
    page_data = claim_page_data(view, roles, style)
    web = read_web_page(view, roles, style)
    grammar = DecisionGrammar(style)
    items = find_items(view, roles, web, style, grammar.decides)
    item_of = items_of_segments(items, len(segments))
    for item in items:
        if _is_titled(view, item):
            roles.claim(item.first, Role.HEADING)
    for index in web.labels:
        if not _announces_decision(view, index, style):
            roles.claim(index, Role.FURNITURE)
    claim_votes_cast(view, roles, style)
    claim_attendance(view, roles, items, style, grammar.decides)
    front_end = _front_end(view, roles, items)
    above_items = front_segments(view, items)
    front = [index for index in above_items if index not in page_data]
    title = items[0].title if web.item_label is not None and items else find_title(view, roles, above_items, style)
    body = find_body(view, roles, front, style)
    claim_votes(view, roles, style, grammar)
    resolutions = find_resolutions(view, roles, items, grammar)
    status = find_status(view, roles, above_items, items, style)
    closing = closing_lines(view, roles, items, style)
    settled = roles.finished(front_end)
    day = find_day(view, front, style) if web.item_label is None else None
    exempt = find_exempt(view, items, item_of, resolutions, style)
    return Outline(
        items=items,
        item_of=item_of,
        roles=settled,
        resolutions=resolutions,
        title=title,
        body=body,
        meeting_date=None if day is None else day[1],
        meeting_date_at=None if day is None else day[0],
        status=status.status,
        status_mark=status.mark,
        version_date=status.version_date,
        is_web_page=web.is_web_page,
        opens_whole=web.item_label is None and opens_whole_minutes(view, roles, items, style),
        labels=web.labels,
        truncated=web.truncated,
        exempt=exempt,
        private=private_segments(view, items, item_of, exempt, resolutions, style),
        closing=closing,
        standing=standing_lines(view, roles, items, style),
        running_heads=find_running_heads(view, settled, style),
        draft_marks=status.draft_marks,
        roll=read_roll(view, settled, style),
        votes=read_votes_of_people(view, settled, style),
        counted=read_counted_votes(view, settled, style),
        marking_keys=find_keys(view, style),
        page_data=page_data,
    )


def _is_titled(view: SegmentView, item: Item) -> bool:
    """Whether the first segment of an item is no more than its title: no numbered paragraph, an item in itself."""
    text = view.texts[item.first]
    if view.is_kind(item.first, SegmentKind.TABLE_ROW):
        return first_cell(text).rstrip("*_ ")[-1:] not in (".", ";")
    if view.is_kind(item.first, SegmentKind.LIST_ITEM):
        is_sentence = text.rstrip("*_ ")[-1:] in (".", ";") and " " in item.title
        return not is_sentence and clean_title(text).rstrip(" .:–—-") == item.title
    return view.is_kind(item.first, SegmentKind.HEADING) or len(text) <= len(item.title) + _BEYOND_TITLE


def _announces_decision(view: SegmentView, label: int, style: HouseStyle) -> bool:
    """Whether a label such as "Decision:" is itself the header of what follows, because no other header follows."""
    headers = starting(style.minutes["resolution_headers"])
    if not headers.match_after_marks(view.texts[label]) or label + 1 >= len(view.texts):
        return False
    return headers.match_after_marks(view.texts[label + 1]) is None


def _front_end(view: SegmentView, roles: RoleClaims, items: tuple[Item, ...]) -> int:
    """Finds where the front matter ends: at the first item, or before the first long paragraph without names."""
    last = items[0].first if items else len(view.segments)
    for index in range(last):
        is_long = len(view.texts[index]) > _LONGEST_FRONT_LINE and not view.is_kind(index, SegmentKind.HEADING)
        if is_long and roles.is_free(index):
            return index
    return items[0].first if items else 0
