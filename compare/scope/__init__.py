"""Which part of each document answers the other: the whole meeting, or an extract of it.

    draft   the web page of item 29          final   the minutes of items 23 to 34

The other eleven items were not inserted; they were never in the draft. An extract is known by its words: its
sentences stand in a few items of the other document and in none of the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.errors import ScopeError
from compare.scope.coverage import Cover, cover_by_runs, cover_each_other, word_runs
from compare.scope.document_parts import COVERED, Covered, Half, Part
from compare.values import Minutes, Scope, ScopeKind

__all__ = ["find_scope"]

# Share of the smaller document's words that must be found in the other, 0–1. Two meetings of one body share up to
# 0.2 (courtesies, names, headings); a heavily rewritten draft keeps 0.4. Twice that where their dates differ.
LITTLE_IN_COMMON = 0.25

# Share of the parts without an answer from which the other document is an extract even if it has a front page, 0–1.
MOSTLY_UNCOVERED = 0.5

# The same where no items were recognised, in words before and after the answered ones: lower, for there a front page
# cannot be told; not much lower, for a long addition at the end must not pass for another item.
ENDS_UNCOVERED = 0.4

# Share of the words of the whole that an extract lacks at least, if the count of items is what tells, 0–1: one item of
# two with a line under it is an item gone missing.
LEAST_UNCOVERED = 0.25

# So many items without an answer did not all go missing, however short they are.
MANY = 4

# An extract has at most this share of the words of the whole, 0–1; above, the difference is an edit or two.
MUCH_SMALLER = 0.9

# Fewer words than this are too few to say that two texts are of different meetings.
FEW_WORDS = 60


def find_scope(draft: Minutes, final: Minutes, wanted: str) -> Scope:
    """The segments of both documents that are to be aligned.

    `wanted` is "auto", "whole" or numbers of items separated by commas.
    Cost: linear. Raises: ScopeError for an item that neither document has, and for two documents with little in common.
    """
    draft_cover, final_cover = cover_each_other(draft, final)
    own, other = Half(draft, draft_cover), Half(final, final_cover)
    if wanted == "whole":
        return _scope(ScopeKind.WHOLE, own.everything(), other.everything(), 1.0)
    if wanted != "auto":
        return _chosen(own, other, [number.strip() for number in wanted.split(",")])
    _refuse_strangers(own, other)
    if _is_extract_of(own, other):
        return _scope(ScopeKind.EXTRACT, own.part(other), _answering(other, own), draft_cover.share)
    if _is_extract_of(other, own):
        return _scope(ScopeKind.EXTRACT, _answering(own, other), other.part(own), final_cover.share)
    return _scope(ScopeKind.WHOLE, own.everything(), other.everything(), max(draft_cover.share, final_cover.share))


def _scope(kind: ScopeKind, draft: Covered, final: Covered, confidence: float) -> Scope:
    return Scope(kind, draft.places, final.places, draft.numbers, final.numbers, round(min(1.0, confidence), 2))


def _refuse_strangers(draft: Half, final: Half) -> None:
    if min(_size(draft), _size(final)) < FEW_WORDS:
        return
    share = max(draft.cover.share, final.cover.share)
    dates = [half.minutes.outline.meeting_date for half in (draft, final)]
    dates_differ = None not in dates and dates[0] != dates[1]
    if share >= (2 * LITTLE_IN_COMMON if dates_differ else LITTLE_IN_COMMON):
        return
    cause = f"they have little in common ({round(100 * share)} % of the wording)"
    if dates_differ:
        cause += f" and name different meetings, {dates[0]} and {dates[1]}"
    raise ScopeError(
        f"{draft.minutes.document.name} and {final.minutes.document.name}",
        cause,
        'Check that both are of the same meeting; scope="whole" compares them all the same.',
    )


def _is_extract_of(extract: Half, whole: Half) -> bool:
    """Whether one document covers only some parts of the other.

    It is one item's web page; or most parts lack an answer; or those at the ends do, and with them the front page
    that says who was there.
    """
    if extract.cover.share < LITTLE_IN_COMMON:
        return False
    covered = _which_are_covered(whole, extract)
    if all(covered) or not any(covered):
        return False
    outline = extract.minutes.outline
    if outline.is_web_page and len(outline.items) <= 1 < len(whole.minutes.outline.items):
        return True
    if _size(extract) > MUCH_SMALLER * _size(whole) or (not _has_items(whole) and _size(whole) < 2 * FEW_WORDS):
        return False
    if _uncovered(whole, covered) >= (MOSTLY_UNCOVERED if _has_items(whole) else ENDS_UNCOVERED):
        return whole.cover.share <= 1 - LEAST_UNCOVERED or (_has_items(whole) and covered.count(False) >= MANY)
    lacks_roll = whole.has_roll(whole.front) and not extract.has_roll()
    first, last = covered.index(True), len(covered) - covered[::-1].index(True)
    return lacks_roll and bool(whole.front) and whole.cover.of(whole.front) < COVERED and all(covered[first:last])


def _which_are_covered(whole: Half, extract: Half) -> list[bool]:
    titles = extract.titles
    return [_is_covered(part, whole.cover, titles) for part in whole.parts]


def _is_covered(part: Part, cover: Cover, titles: frozenset[str]) -> bool:
    share = cover.of(part.places)
    if part.title in titles and part.title:
        return share > 0
    return share >= COVERED and cover.tells(part.places)


def _size(half: Half) -> int:
    return sum(half.cover.words)


def _has_items(half: Half) -> bool:
    return len(half.minutes.outline.items) > 1


def _uncovered(whole: Half, covered: Sequence[bool]) -> float:
    """Share of items without an answer; where none were recognised, share of words before and after the answered."""
    parts = whole.parts
    if _has_items(whole):
        return covered.count(False) / len(covered)
    first, last = covered.index(True), len(covered) - covered[::-1].index(True)
    inside = sum(whole.cover.words[place] for part in parts[first:last] for place in part.places)
    return 1 - inside / max(1, sum(whole.cover.words))


def _answering(whole: Half, extract: Half) -> Covered:
    """The parts of a whole that an extract covers."""
    parts = whole.parts
    covered = _which_are_covered(whole, extract)
    if not _has_items(whole):
        first, last = covered.index(True), len(covered) - covered[::-1].index(True)
        covered = [first <= place < last for place in range(len(parts))]
    chosen = [part for part, is_covered in zip(parts, covered, strict=True) if is_covered]
    places = {place for part in chosen for place in part.places}
    if not extract.has_headings():  # the text below a heading, without it
        places -= {part.first for part in chosen if whole.is_heading(part.first)}
    if whole.front_is_covered:
        places.update(whole.front)
    return Covered(tuple(sorted(places)), tuple(part.number for part in chosen if part.number))


def _chosen(draft: Half, final: Half, numbers: Sequence[str]) -> Scope:
    """The items a user asked for, by number; on a side without such numbers, the items with the same content."""
    known = tuple(dict.fromkeys((*final.numbers, *draft.numbers)))
    for number in numbers:
        if number not in known:
            raise ScopeError(
                f"scope {number}",
                "neither document has an item of that number",
                f"The items are {', '.join(known)}." if known else "No numbered items were recognised in either.",
                setting="scope",
            )
    own, other = _numbered(draft, numbers), _numbered(final, numbers)
    own = own if own.places else _with_content_of(final, other, draft)
    other = other if other.places else _with_content_of(draft, own, final)
    confidence = min(draft.cover.of(own.places), final.cover.of(other.places))
    return _scope(ScopeKind.EXTRACT, own, other, confidence)


def _numbered(half: Half, numbers: Sequence[str]) -> Covered:
    items = [item for item in half.minutes.outline.items if item.number in numbers]
    places = (place for item in items for place in range(item.first, item.last))
    return Covered(tuple(places), tuple(item.number for item in items if item.number))


def _with_content_of(asked: Half, covered: Covered, other: Half) -> Covered:
    """The parts of `other` whose words stand in the chosen segments of `asked`; all of it when none does."""
    runs = word_runs([asked.minutes.keys[place] for place in covered.places])
    cover = cover_by_runs(other.minutes, runs)
    chosen = [part for part in other.parts if cover.of(part.places) >= COVERED]
    if not chosen:
        return other.everything()
    places = tuple(place for part in chosen for place in part.places)
    return Covered(places, tuple(part.number for part in chosen if part.number))
