"""Cuts what differs in a paragraph that was set anew as a list, or the reverse, where its entries begin and end.

    draft   Awards: Brass Band £500, Scout Group £350.
    final   Awards | Brass Band – £500 | Scout Group – £900        "£350" became "£900"; all else is layout

    draft   RESOLVED that (a) the shed be sold; (b) the key be kept; (c) the hall be let.
    final   RESOLVED that | - the shed be sold; | - the hall be let.   "(b) the key be kept" went; (c) became a bullet

What joins the entries in the line, and what parts a label from its figure, says nothing once each has a line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from compare.diff.words import Cut
from compare.text.tokens import Token, is_word
from compare.values import Minutes, Pair, SegmentKind

# What stands between the entries of a list in a line, and between the cells of a table; between a label and its figure.
BETWEEN_ENTRIES = frozenset((";", ",", ".", ":", "|", "and", "&", "-"))
_BEHIND_LABEL = frozenset((":", "-", "|"))
_AT_LABEL = _BEHIND_LABEL | {","}
_ENTRIES = (SegmentKind.LIST_ITEM, SegmentKind.TABLE_ROW)
_LONGEST_ENTRY = 8  # words of a line that is no list item or row, and an entry nevertheless: "Scout Group – £900"
_MARK = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[).]")
_MARK_TOKENS = 3  # "(", "b", ")"


_Reach = Callable[[Cut, frozenset[str]], Cut]


class Relaid(NamedTuple):
    """The cuts anew, and which of them are joints of the list or its marks, and so no difference of words."""

    cuts: tuple[Cut, ...]
    layout: frozenset[Cut]


def cut_relaid(
    draft: Minutes, final: Minutes, pair: Pair, tokens: tuple[Sequence[Token], Sequence[Token]], cuts: Sequence[Cut]
) -> Relaid:
    """Cuts a pair of which one side is a line and the other its entries; any other is left alone. Cost: linear."""
    is_draft_whole = len(pair.draft) == 1
    if is_draft_whole == (len(pair.final) == 1):
        return Relaid(tuple(cuts), frozenset())
    minutes, places = (final, pair.final) if is_draft_whole else (draft, pair.draft)
    whole, parts = tokens if is_draft_whole else tokens[::-1]
    starts = [
        bisect_left(parts, minutes.segments[place].pieces[0].start, key=lambda token: token.start) for place in places
    ]
    ends = [*starts[1:], len(parts)]
    entries = [
        minutes.segments[place].kind in _ENTRIES
        or sum(is_word(token.key) for token in parts[start:end]) <= _LONGEST_ENTRY
        for place, start, end in zip(places[1:], starts[1:], ends[1:], strict=True)
    ]
    if not all(entries):
        return Relaid(tuple(cuts), frozenset())
    sides = _Line([token.key for token in whole], [token.key for token in parts], frozenset((*starts, len(parts))))
    turned = list(cuts) if is_draft_whole else [_turned(cut) for cut in cuts]
    recut = [piece for cut in _gathered(turned) for piece in sides.divide(cut)]
    pieces = recut if is_draft_whole else [(_turned(cut), is_layout) for cut, is_layout in recut]
    return Relaid(tuple(cut for cut, _ in pieces), frozenset(cut for cut, is_layout in pieces if is_layout))


def _turned(cut: Cut) -> Cut:
    return Cut(cut.j1, cut.j2, cut.i1, cut.i2, cut.rewritten)


def _gathered(cuts: Sequence[Cut]) -> Iterator[Cut]:
    """The cuts, those that touch as one."""
    last: Cut | None = None
    for cut in cuts:
        if last is not None and (last.i2, last.j2) == (cut.i1, cut.j1):
            last = Cut(last.i1, cut.i2, last.j1, cut.j2, last.rewritten or cut.rewritten)
            continue
        if last is not None:
            yield last
        last = cut
    if last is not None:
        yield last


class _Line(NamedTuple):
    """The words of a line, those of its entries, and where in these an entry begins."""

    whole: list[str]
    parts: list[str]
    starts: frozenset[int]

    def divide(self, cut: Cut) -> list[tuple[Cut, bool]]:
        """The cut without the joints and marks around it, and these as cuts of their own."""
        head = self._joint(cut, self._leading)
        rest = Cut(head.i2, cut.i2, head.j2, cut.j2, cut.rewritten)
        tail = self._joint(rest, self._trailing)
        mark = self._mark(rest) if tail.i1 == tail.i2 and tail.j1 == tail.j2 else 0
        if mark:
            tail = Cut(rest.i2 - mark, rest.i2, rest.j2, rest.j2)
        core = Cut(rest.i1, tail.i1, rest.j1, tail.j1, cut.rewritten)
        if mark and core.i1 < core.i2:  # "(b) the key be kept; [and] (c)"
            joint = self._joint(core, self._trailing)
            pieces = [(head, True), (Cut(core.i1, joint.i1, core.j1, joint.j1), False), (joint, True), (tail, True)]
        else:
            pieces = [(head, True), (core, False), (tail, True)]
        return [(piece, is_layout) for piece, is_layout in pieces if piece.i1 < piece.i2 or piece.j1 < piece.j2]

    def _leading(self, cut: Cut, keys: frozenset[str]) -> Cut:
        own, other = (
            sum(1 for _ in takewhile(keys.__contains__, run))
            for run in (self.whole[cut.i1 : cut.i2], self.parts[cut.j1 : cut.j2])
        )
        return Cut(cut.i1, cut.i1 + own, cut.j1, cut.j1 + other)

    def _trailing(self, cut: Cut, keys: frozenset[str]) -> Cut:
        own, other = (
            sum(1 for _ in takewhile(keys.__contains__, reversed(run)))
            for run in (self.whole[cut.i1 : cut.i2], self.parts[cut.j1 : cut.j2])
        )
        return Cut(cut.i2 - own, cut.i2, cut.j2 - other, cut.j2)

    def _joint(self, cut: Cut, reach: _Reach) -> Cut:
        """The joint at one end of a cut; an empty cut there where none is."""
        nothing = reach(cut, frozenset())
        found = reach(cut, BETWEEN_ENTRIES)
        if not self.starts.isdisjoint(range(found.j1, found.j2 + 1)):
            return found
        found = reach(cut, _AT_LABEL)
        keys = {*self.whole[found.i1 : found.i2], *self.parts[found.j1 : found.j2]}
        return nothing if keys.isdisjoint(_BEHIND_LABEL) else found

    def _mark(self, cut: Cut) -> int:
        """How many of the line's last tokens in a cut are the mark of the entry that begins there: "(c)"."""
        if cut.j1 != cut.j2 or cut.j1 not in self.starts:
            return 0
        for count in range(min(_MARK_TOKENS, cut.i2 - cut.i1), 1, -1):
            if _MARK.fullmatch("".join(self.whole[cut.i2 - count : cut.i2])):
                return count
        return 0
