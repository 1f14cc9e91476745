"""Decides what a comparison means for publication: from its findings, and from what the final still is.

3 minor findings                                           PUBLISH
the same, and “DRAFT” at the head of every page            SIGN-OFF: The final is still marked as a draft: “DRAFT” (…).
the same, and 2 comments in the margin                     SIGN-OFF: The final still holds 2 comments by A. Clerk.
the same, and the draft has eight items, the final one     SIGN-OFF: The final covers less than the draft: …

So the gate may be stricter than the counts of findings, and each reason for that is a sentence of its own. A mark or a
chart that both documents have is no difference; the final is no readier for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compare.values import (
    Doubt,
    Finding,
    Gate,
    GateDecision,
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


def decide_gate(
    findings: Iterable[Finding],
    draft: Minutes,
    final: Minutes,
    scope: Scope,
    not_compared: Sequence[NotCompared] = (),
) -> GateDecision:
    """`HOLD` for any critical finding; `SIGN_OFF` for any major one, or for a reason; else `PUBLISH`.

    The reasons: a mark of a draft in the final, alike in both or not; a final that covers less than the draft, unless
    the scope was chosen; what was not compared and could matter; any finding whose suspect is the final.
    Cost: linear in the findings.
    """
    found = tuple(findings)
    reasons = (
        *_draft_marks(final),
        *_lacks(draft, scope),
        *_doubts(not_compared),
        *_slips(found),
    )
    severities = {finding.severity for finding in found}
    if Severity.CRITICAL in severities:
        return GateDecision(Gate.HOLD, reasons)
    if Severity.MAJOR in severities or reasons:
        return GateDecision(Gate.SIGN_OFF, reasons)
    return GateDecision(Gate.PUBLISH, reasons)


def _draft_marks(final: Minutes) -> Iterator[str]:
    marks = final.outline.draft_marks
    places = dict.fromkeys(f"“{_words(final, mark)}” ({_place(final, mark)})" for mark in marks)
    if places:
        quoted = list(places)[:_MOST_QUOTED]
        more = [f"{len(places) - _MOST_QUOTED:,} more"] if len(places) > _MOST_QUOTED else []
        yield f"The final is still marked as a draft: {_listed([*quoted, *more])}."


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


def _lacks(draft: Minutes, scope: Scope) -> Iterator[str]:
    """What the draft has outside the scope: the final is an extract of it, or ends too early."""
    if scope.draft_items_left_out:
        lacking = f"{scope.draft_items_left_out:,} of its {len(draft.outline.items):,} items"
    elif scope.draft_paragraphs_left_out:
        lacking = f"{scope.draft_paragraphs_left_out:,} of its paragraphs"
    else:
        return
    yield f"The final covers less than the draft: it lacks {lacking}."


def _doubts(not_compared: Iterable[NotCompared]) -> Iterator[str]:
    for entry in not_compared:
        if entry.doubt is Doubt.UNFINISHED and entry.side is Side.FINAL:
            yield f"The final still holds {entry.what}."
        elif entry.doubt is Doubt.UNREAD:
            left_out = f"Left out of the {entry.side}" if entry.side else "Not compared"
            yield f"{left_out}: {entry.what} ({entry.why})."


def _slips(findings: Iterable[Finding]) -> Iterator[str]:
    """What looks wrong in the final and is no major finding: a form of a word, a slip that a profile made minor."""
    slips = [
        finding for finding in findings if finding.suspect is Side.FINAL and finding.severity.rank > Severity.MAJOR.rank
    ]
    if slips:
        looks = "1 wording of the final looks" if len(slips) == 1 else f"{len(slips):,} wordings of the final look"
        yield f"{looks} wrong."


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
