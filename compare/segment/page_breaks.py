"""Sentences that a page break cut in two, put together again.

    … so that there was

    confidence that actions were making a difference.           one paragraph, two pieces

A heading, a lead-in with a colon, a speaker's name and a list never go on over a page break.
"""

from __future__ import annotations

import re

from compare.segment.blocks import Block
from compare.style.house_style import HouseStyle
from compare.style.phrases import Phrases, starting
from compare.values import SegmentKind

# The shortest first half, in characters, of a sentence that a page cut: names and entries of tables are shorter.
_SHORTEST = 30
# The same where the second half begins with a capital: only a page mark speaks for the join then.
_SHORTEST_BEFORE_CAPITAL = 60
# A first half that ends in a comma may be an entry of a list without bullets.
_SHORTEST_BEFORE_COMMA = 60
# Furniture that can stand between two pages: running head, number, blank header lines. More is no page break.
_MOST_FURNITURE = 8

_OPEN_END = re.compile(r"[\w,’'\"”)\]&/£-]$")
_QUOTED_END = re.compile(r"[.!?][\"'”’)\]]+$")
_URL = re.compile(r"(?i)(?:https?://|www\.|\S+@\S)")
_SPEAKER = re.compile(r"[\w .'’-]{1,30}:(?:\s|$)")


def join_pages(text: str, blocks: list[Block], style: HouseStyle) -> list[Block]:
    """The blocks with cut sentences joined; furniture between the halves stays a block of its own. Cost: linear."""
    headers = starting(style.minutes["resolution_headers"])
    kept: list[Block | None] = list(blocks)
    last: int | None = None  # the last block with words
    seen = 0  # what stands above this place stands between no halves any more
    for place, block in enumerate(blocks):
        if block.kind is SegmentKind.FURNITURE:
            continue
        between = [mark for mark in blocks[seen:place] if not _is_quote(text, mark)]
        seen = place + 1
        if last is not None and len(between) <= _MOST_FURNITURE:
            above = kept[last]
            if above is not None and _goes_on(text, above, block, headers, has_mark=bool(between) or block.page_before):
                above.pieces.extend(block.pieces)
                kept[place] = None
                continue
        last = place
    return [block for block in kept if block is not None]


def _is_quote(text: str, block: Block) -> bool:
    return text[block.pieces[0].start] == ">"


def _goes_on(text: str, above: Block, below: Block, headers: Phrases, *, has_mark: bool) -> bool:
    if above.kind not in (SegmentKind.PARAGRAPH, SegmentKind.LIST_ITEM) or below.kind is not SegmentKind.PARAGRAPH:
        return False
    first = text[above.pieces[-1].start : above.pieces[-1].end]
    second = text[below.pieces[0].start : below.pieces[0].start + 60]
    tail = first[-80:].rstrip("*_ ")
    length = sum(len(piece) for piece in above.pieces[:_SHORTEST_BEFORE_CAPITAL])  # a paragraph may go on for ever
    if length < _SHORTEST or not _OPEN_END.search(tail) or _URL.match(tail.rsplit(None, 1)[-1]):
        return False
    if _URL.match(second) or _SPEAKER.match(second) or (tail[-1] == "," and length < _SHORTEST_BEFORE_COMMA):
        return False
    if second[0].islower():
        return True
    if _QUOTED_END.search(tail) or not has_mark or length < _SHORTEST_BEFORE_CAPITAL or not second[0].isalnum():
        return False
    return headers.match(second) is None
