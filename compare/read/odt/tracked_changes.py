"""Tracked changes of an OpenDocument text: what is between their marks, and what was taken out.

<text:change-start/>now<text:change-end/>     inserted: dropped where changes are rejected
the same marks around a deletion              Writer, where deletions are shown: dropped where they are accepted
<text:change/>, the words kept elsewhere      a deletion: its words are put back where changes are rejected
a start without an end                        damaged: it drops nothing
"""

from __future__ import annotations

from dataclasses import dataclass, field

from compare.read.common.left_out import LeftOutCounts
from compare.read.odt.names import DC, OFFICE, TEXT, XML, Element
from compare.values import Tracked

_INSERTION, _DELETION, _FORMAT = f"{TEXT}insertion", f"{TEXT}deletion", f"{TEXT}format-change"
START, END, POINT = f"{TEXT}change-start", f"{TEXT}change-end", f"{TEXT}change"
_DROPPED = {Tracked.ACCEPT: _DELETION, Tracked.REJECT: _INSERTION}
_ID = f"{TEXT}change-id"


@dataclass(slots=True)
class Changes:
    """Where the reader stands among the changes. `dropped` are those whose text is none of what is compared."""

    dropped: frozenset[str] = frozenset()
    put_back: dict[str, Element] = field(default_factory=dict)
    _open: set[str] = field(default_factory=set)

    @property
    def is_dropping(self) -> bool:
        """Whether text that stands here is none of what is compared."""
        return bool(self._open)

    def pass_mark(self, mark: Element) -> None:
        """Passes the start or the end of a change."""
        name = mark.get(_ID, "")
        if mark.tag == END:
            self._open.discard(name)
        elif name in self.dropped:
            self._open.add(name)

    def take_back(self, mark: Element) -> Element | None:
        """What was taken out at a place, if it is to be put back. It stood at one place, and is given once."""
        return self.put_back.pop(mark.get(_ID, ""), None)


def read_changes(root: Element, left_out: LeftOutCounts) -> Changes:
    """The changes of a part, counted in the left_out."""
    ended = {mark.get(_ID, "") for mark in root.iter(END)}
    dropped: set[str] = set()
    put_back: dict[str, Element] = {}
    for region in root.iter(f"{TEXT}changed-region"):
        names = {region.get(f"{XML}id", ""), region.get(f"{TEXT}id", "")}
        for change in region:
            if change.tag not in (_INSERTION, _DELETION, _FORMAT):
                continue
            count = left_out.formatting if change.tag == _FORMAT else left_out.changes
            count[_author_of(change)] += 1
            if change.tag == _DROPPED[left_out.tracked]:
                dropped |= names & ended
            elif change.tag == _DELETION and left_out.tracked is Tracked.REJECT:
                put_back |= dict.fromkeys(names, change)
    return Changes(frozenset(dropped), put_back)


def _author_of(change: Element) -> str:
    author: str = change.findtext(f"{OFFICE}change-info/{DC}creator", "")
    return author
