"""Decides what a comparison means for publication: from its findings, and from what the final still is.

3 minor findings                                           PUBLISH
the same, and “DRAFT” at the head of every page            SIGN-OFF: The final is still marked as a draft: “DRAFT” (…).
the same, and 2 comments in the margin                     SIGN-OFF: The final still holds 2 comments by A. Clerk.
the same, and the draft has eight items, the final one     SIGN-OFF: The final lacks items 1 to 7.
the same, and the final is of another day                  SIGN-OFF: Are these two meetings? The draft is of 3 June …

So the gate may be stricter than the counts of findings, and each reason for that is a sentence of its own. A mark or a
chart that both documents have is no difference; the final is no readier for it. What the first line of a report must
say beside the counts is the headline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from compare.classify.same_meeting import ask_two_meetings
from compare.text.in_words import listed, runs_of
from compare.values import (
    Doubt,
    Finding,
    Gate,
    GateDecision,
    Item,
    ItemRef,
    Minutes,
    NotCompared,
    Scope,
    SegmentKind,
    Severity,
    Side,
    Span,
)

# Marks of a draft that are quoted; of more, the number is told.
_MOST_QUOTED = 3
# Items that are named; of more, the number is told.
_MOST_NAMED = 6
_GRAVE = (Severity.CRITICAL, Severity.MAJOR)
_LOST_ITEM, _DRAFT_MARK = "structure.item-missing", "status.draft-mark"


class _Reason(NamedTuple):
    """Why the gate is stricter than the counts: in short, and what a sentence adds to that."""

    in_short: str
    more: str = ""

    @property
    def sentence(self) -> str:
        return f"{self.in_short[0].upper()}{self.in_short[1:]}{self.more}."


def decide_gate(
    findings: Iterable[Finding],
    draft: Minutes,
    final: Minutes,
    scope: Scope,
    not_compared: Sequence[NotCompared] = (),
) -> GateDecision:
    """`HOLD` for any critical finding; `SIGN_OFF` for any major one, or for a reason; else `PUBLISH`.

    The reasons: two documents that may be of two meetings; a final that covers less than the draft, unless the scope
    was chosen; a mark of a draft in the final, alike in both or not; what was not compared and could matter; any
    finding whose suspect is the final. Cost: linear in the findings.
    """
    found = tuple(findings)
    question = ask_two_meetings(draft, final, scope)
    left_out = _left_out(draft, scope)
    reasons = (
        *([_Reason(question)] if question else ()),
        *([_Reason(f"the final lacks {left_out}")] if left_out else ()),
        *_draft_marks(final, found),
        *_doubts(not_compared),
        *_slips(found),
    )
    severities = {finding.severity for finding in found}
    is_grave = not severities.isdisjoint(_GRAVE)
    lacking = left_out or _lost_items(found)
    headline = question or (f"the final lacks {lacking}" if lacking else "")
    if not headline and not is_grave and reasons:
        headline = reasons[0].in_short
    gate = Gate.PUBLISH
    if Severity.CRITICAL in severities:
        gate = Gate.HOLD
    elif is_grave or reasons:
        gate = Gate.SIGN_OFF
    return GateDecision(gate, tuple(reason.sentence for reason in reasons), headline)


def _draft_marks(final: Minutes, findings: Sequence[Finding]) -> Iterator[_Reason]:
    """The marks that no grave finding tells."""
    told = [
        finding.final
        for finding in findings
        if finding.rule == _DRAFT_MARK and finding.severity in _GRAVE and finding.final
    ]
    marks = [
        mark
        for mark in final.outline.draft_marks
        if not any(mark.start < passage.end and passage.start < mark.end for passage in told)
    ]
    places = list(dict.fromkeys(f"“{_words(final, mark)}” ({_place(final, mark)})" for mark in marks))
    if places:
        more = [f"{len(places) - _MOST_QUOTED:,} more"] if len(places) > _MOST_QUOTED else []
        yield _Reason("the final is still marked as a draft", f": {listed([*places[:_MOST_QUOTED], *more])}")


def _words(minutes: Minutes, mark: Span) -> str:
    return " ".join(minutes.document.text[mark.start : mark.end].split())


def _place(minutes: Minutes, mark: Span) -> str:
    index = minutes.segment_at(mark.start)
    if minutes.segments[index].kind is SegmentKind.FURNITURE:
        return "printed on the pages"
    item = minutes.outline.item_of[index]
    if item is None:
        return "before the first item" if minutes.outline.items else f"paragraph {index + 1}"
    number = minutes.outline.items[item].number
    return f"item {number}" if number else f"“{minutes.outline.items[item].title}”"


def _left_out(draft: Minutes, scope: Scope) -> str:
    """What the draft has outside the scope: the final is an extract of it, or ends too early. Empty for nothing."""
    if scope.draft_items_left_out:
        kept = {draft.outline.item_of[index] for index in scope.draft}
        lost = [item for place, item in enumerate(draft.outline.items) if place not in kept]
        return _named(lost) or f"{len(lost):,} of the draft's {len(draft.outline.items):,} items"
    if scope.draft_paragraphs_left_out:
        return f"{scope.draft_paragraphs_left_out:,} of the draft's paragraphs"
    return ""


def _lost_items(findings: Sequence[Finding]) -> str:
    """The items that the final lacks within the scope, each told by a finding. Empty for none."""
    lost = [finding.item for finding in findings if finding.rule == _LOST_ITEM and finding.final is None]
    if not lost:
        return ""
    return _named([item for item in lost if item is not None]) or f"{len(lost):,} of the draft's items"


def _named(items: Sequence[Item | ItemRef]) -> str:
    """The items by their numbers, or the only one by its title; empty where they are too many or have none."""
    numbers = [item.number for item in items if item.number]
    if len(items) == 1 and not numbers and items[0].title:
        return f"the item “{items[0].title}”"
    if len(numbers) < len(items) or not items:
        return ""
    shown = runs_of(sorted(map(int, numbers))) if all(map(str.isdecimal, numbers)) else list(dict.fromkeys(numbers))
    if len(shown) > _MOST_NAMED:
        return ""
    return f"item {shown[0]}" if len(numbers) == 1 else f"items {listed(shown)}"


def _doubts(not_compared: Iterable[NotCompared]) -> Iterator[_Reason]:
    for entry in not_compared:
        if entry.doubt is Doubt.UNFINISHED and entry.side is Side.FINAL:
            yield _Reason(f"the final still holds {entry.what}")
        elif entry.doubt is Doubt.UNREAD:
            left_out = f"left out of the {entry.side}" if entry.side else "not compared"
            yield _Reason(f"{left_out}: {entry.what}", f" ({entry.why})")


def _slips(findings: Iterable[Finding]) -> Iterator[_Reason]:
    """What looks wrong in the final and is no major finding: a form of a word, a slip that a profile made minor."""
    slips = [
        finding for finding in findings if finding.suspect is Side.FINAL and finding.severity.rank > Severity.MAJOR.rank
    ]
    if slips:
        looks = "1 wording of the final looks" if len(slips) == 1 else f"{len(slips):,} wordings of the final look"
        yield _Reason(f"{looks} wrong")
