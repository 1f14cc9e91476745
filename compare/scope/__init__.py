"""Finds which part of each document can be compared: the whole meeting, or an extract of it.

    draft   the web page of item 29          final   the minutes of items 23 to 34

The other eleven items were not inserted; they were never in the draft. An extract is known by its words: its
sentences stand in a few items of the other document and in none of the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compare.errors import ScopeError
from compare.scope.coverage import (
    COVERED,
    Coverage,
    CoveredMinutes,
    ItemOrSegment,
    Selection,
    coverage_by_runs,
    measure_coverage,
    word_runs,
)
from compare.scope.runs import Run, find_run
from compare.text.in_words import day_in_words
from compare.values import Minutes, Scope, ScopeKind

__all__ = ["find_scope"]

# Share of the smaller document's words that must be found in the other, 0–1. Two meetings of one body share up to
# 0.2 (courtesies, names, headings); a heavily rewritten draft keeps 0.4. Twice that where their dates differ.
LITTLE_IN_COMMON = 0.25

# Share of items without a match from which the other document is an extract even if it has a front page, 0–1.
MOSTLY_UNCOVERED = 0.5

# The same where no items were recognised, in words before and after the matched ones: lower, for there a front page
# is not recognised; not much lower, for a long addition at the end must not pass for another item.
ENDS_UNCOVERED = 0.4

# Share of the words of the whole that an extract lacks at least, if the count of items decides, 0–1: one item of
# two with a line under it is an item gone missing.
LEAST_UNCOVERED = 0.25

# So many items without a match did not all go missing, however short they are.
MANY = 4

# An extract has at most this share of the words of the whole, 0–1; above, the difference is an edit or two.
MUCH_SMALLER = 0.9

# An extract of more than half of the items has at most so many; with more, what stands before them was lost.
FEW_ITEMS = 2

# Fewer words than this are too few to show that two texts are of different meetings.
FEW_WORDS = 60


def find_scope(draft: Minutes, final: Minutes, wanted: str) -> Scope:
    """Finds the segments of both documents that are to be aligned.

    `wanted` is "auto", "whole" or numbers of items separated by commas.
    Cost: linear. Raises: ScopeError for an item that neither document has, and for two documents with little in common.
    """
    draft_coverage, final_coverage = measure_coverage(draft, final)
    own, other = CoveredMinutes(draft, draft_coverage), CoveredMinutes(final, final_coverage)
    if wanted == "whole":
        whole = _scope(ScopeKind.WHOLE, own.all_segments(), other.all_segments(), 1.0)
        is_long = min(_size(own), _size(other)) >= FEW_WORDS
        return replace(whole, in_common=max(draft_coverage.share, final_coverage.share)) if is_long else whole
    if wanted != "auto":
        return _chosen(own, other, [number.strip() for number in wanted.split(",")])
    _refuse_unrelated(own, other)
    if (part := _part_covered(other, own)) is not None:
        covered, extract = part
        return _scope(ScopeKind.EXTRACT, extract, covered, draft_coverage.share)
    if (part := _part_covered(own, other)) is not None:
        covered, extract = part
        scope = _scope(ScopeKind.EXTRACT, covered, extract, final_coverage.share)
        items, paragraphs = own.left_out(covered)
        return replace(scope, draft_items_left_out=items, draft_paragraphs_left_out=paragraphs)
    return _scope(
        ScopeKind.WHOLE, own.all_segments(), other.all_segments(), max(draft_coverage.share, final_coverage.share)
    )


def _scope(kind: ScopeKind, draft: Selection, final: Selection, confidence: float) -> Scope:
    return Scope(kind, draft.places, final.places, draft.numbers, final.numbers, round(min(1.0, confidence), 2))


def _refuse_unrelated(draft: CoveredMinutes, final: CoveredMinutes) -> None:
    if min(_size(draft), _size(final)) < FEW_WORDS:
        return
    share = max(draft.coverage.share, final.coverage.share)
    dates = [one.minutes.outline.meeting_date for one in (draft, final)]
    dates_differ = None not in dates and dates[0] != dates[1]
    if share >= (2 * LITTLE_IN_COMMON if dates_differ else LITTLE_IN_COMMON):
        return
    cause = f"they have little in common ({round(100 * share)} % of the wording)"
    if dates_differ:
        cause += f" and name different meetings, of {day_in_words(dates[0])} and of {day_in_words(dates[1])}"
    raise ScopeError(
        f"{draft.minutes.document.name} and {final.minutes.document.name}",
        cause,
        'Check that both are of the same meeting; scope="whole" compares them all the same.',
    )


def _part_covered(whole: CoveredMinutes, extract: CoveredMinutes) -> tuple[Selection, Selection] | None:
    """Selects the part of the whole that the other document covers, and of that what answers; None for no extract."""
    run = find_run(extract, whole)
    if run is not None:
        return _in_run(whole, extract, run), extract.without_added_title(whole, run.begins)
    if _is_extract_of(extract, whole):
        return _matching(whole, extract), extract.without_added_title(whole)
    return None


def _in_run(whole: CoveredMinutes, extract: CoveredMinutes, run: Run) -> Selection:
    """Selects a stretch of the whole, with the numbers of the items that it has, or of the one it stands in."""
    outline, places = whole.minutes.outline, run.places
    closing = () if extract.minutes.outline.closing else outline.closing
    inside = outline.item_of[places.start]
    chosen = [item for number, item in enumerate(outline.items) if item.first in places or number == inside]
    return Selection(
        tuple(place for place in places if place not in closing), tuple(item.number for item in chosen if item.number)
    )


def _is_extract_of(extract: CoveredMinutes, whole: CoveredMinutes) -> bool:
    """Whether one document covers only some items of the other.

    It is one item's web page; or most items of the other lack a match; or those at its ends do, and with them the
    front page with the attendance.
    """
    if extract.coverage.share < LITTLE_IN_COMMON:
        return False
    covered = _which_are_covered(whole, extract)
    if all(covered) or not any(covered):
        return False
    outline = extract.minutes.outline
    if outline.is_web_page and len(outline.items) <= 1 < len(whole.minutes.outline.items):
        return True
    if (
        outline.opens_whole
        or _size(extract) > MUCH_SMALLER * _size(whole)
        or (not _has_items(whole) and _size(whole) < 2 * FEW_WORDS)
    ):
        return False
    # What the extract has in its own words was rewritten, and a list of those present is no item that it left out.
    rewritten = _which_are_covered(extract, whole).count(False) if _has_items(extract) else 0
    lists = [whole.is_roll(unit) for unit in whole.units]
    lacking = sum(not found and not is_list for found, is_list in zip(covered, lists, strict=True)) - rewritten
    # What was said before the first item is no title that stands above an extract.
    is_part = lacking >= MANY or not whole.has_text_above_items()
    if is_part and _uncovered(whole, covered, lacking) >= (MOSTLY_UNCOVERED if _has_items(whole) else ENDS_UNCOVERED):
        return whole.coverage.share <= 1 - LEAST_UNCOVERED or (_has_items(whole) and lacking >= MANY)
    lacks_attendance = whole.has_attendance(whole.front_page) and not (extract.front_page or extract.has_attendance())
    first, last = covered.index(True), len(covered) - covered[::-1].index(True)
    return (
        lacks_attendance
        and bool(whole.front_page)
        and covered.count(True) <= FEW_ITEMS
        and whole.coverage.of(whole.front_page) < COVERED
        and all(covered[first:last])
        and lacking > 0
    )


def _which_are_covered(whole: CoveredMinutes, extract: CoveredMinutes) -> list[bool]:
    titles = extract.titles
    return [_is_covered(unit, whole.coverage, titles) for unit in whole.units]


def _with_rewritten(whole: CoveredMinutes, extract: CoveredMinutes, covered: Sequence[bool]) -> list[bool]:
    """Adds the items of the whole that stand where the extract has one without a match: rewritten, not left out.

    It has the same number, or is the only one without a match between two that the extract has.
    """
    result = list(covered)
    if not (_has_items(whole) and _has_items(extract)):
        return result
    own = extract.units
    place_of = {unit.number: place for place, unit in enumerate(whole.units) if unit.number}
    place_of |= {unit.title: place for place, unit in enumerate(whole.units) if unit.title}
    known = [place_of.get(unit.number or "", place_of.get(unit.title)) for unit in own]
    for place, is_known in enumerate(_which_are_covered(extract, whole)):
        if is_known:
            continue
        match = place_of.get(own[place].number or "")
        if match is None and 0 < place < len(own) - 1:
            before, after = known[place - 1], known[place + 1]
            match = before + 1 if before is not None and after == before + 2 else None
        if match is not None:
            result[match] = True
    return result


def _is_covered(unit: ItemOrSegment, coverage: Coverage, titles: frozenset[str]) -> bool:
    share = coverage.of(unit.places)
    if unit.title in titles and unit.title:
        return share > 0
    return share >= COVERED and coverage.is_distinctive(unit.places)


def _size(document: CoveredMinutes) -> int:
    return sum(document.coverage.words)


def _has_items(document: CoveredMinutes) -> bool:
    return len(document.minutes.outline.items) > 1


def _uncovered(whole: CoveredMinutes, covered: Sequence[bool], lacking: int) -> float:
    """Gives the share of items that are lacking; without items, the share of words before and after the matched."""
    units = whole.units
    if _has_items(whole):
        return lacking / len(covered)
    first, last = covered.index(True), len(covered) - covered[::-1].index(True)
    inside = sum(whole.coverage.words[place] for unit in units[first:last] for place in unit.places)
    return 1 - inside / max(1, sum(whole.coverage.words))


def _matching(whole: CoveredMinutes, extract: CoveredMinutes) -> Selection:
    """Selects the items of a whole that an extract covers."""
    units = whole.units
    covered = _with_rewritten(whole, extract, _which_are_covered(whole, extract))
    if not _has_items(whole):
        first, last = covered.index(True), len(covered) - covered[::-1].index(True)
        covered = [first <= place < last for place in range(len(units))]
    chosen = [unit for unit, is_covered in zip(units, covered, strict=True) if is_covered]
    places = {place for unit in chosen for place in unit.places}
    if not extract.has_headings():  # the text below a heading, without it
        places -= {unit.first for unit in chosen if whole.is_heading(unit.first)}
    if whole.is_front_page_covered:
        places.update(whole.front_page)
    if not extract.minutes.outline.closing:
        places.difference_update(whole.minutes.outline.closing)
    return Selection(tuple(sorted(places)), tuple(unit.number for unit in chosen if unit.number))


def _chosen(draft: CoveredMinutes, final: CoveredMinutes, numbers: Sequence[str]) -> Scope:
    """Selects the items asked for by number; in a document without such numbers, those with the same content."""
    known = tuple(dict.fromkeys((*final.numbers, *draft.numbers)))
    for number in numbers:
        if number not in known:
            raise ScopeError(
                f"scope {number}",
                "neither document has an item of that number",
                f"The items are {', '.join(known)}." if known else "No numbered items were recognised in either.",
                setting="scope",
            )
    own, other = _numbered(draft, numbers, final), _numbered(final, numbers, draft)
    if not own.places:
        own = _with_content_of(final, other, draft)
        other = _below_heading(final, other) if own.places and not draft.has_headings(own.places) else other
    elif not other.places:
        other = _with_content_of(draft, own, final)
        own = _below_heading(draft, own) if other.places and not final.has_headings(other.places) else own
    confidence = min(draft.coverage.of(own.places), final.coverage.of(other.places))
    return _scope(ScopeKind.EXTRACT, own, other, confidence)


def _below_heading(document: CoveredMinutes, chosen: Selection) -> Selection:
    """Leaves out the headings of the chosen items: the other document begins below its own."""
    starts = {item.first for item in document.minutes.outline.items if document.is_heading(item.first)}
    return Selection(tuple(place for place in chosen.places if place not in starts), chosen.numbers)


def _numbered(document: CoveredMinutes, numbers: Sequence[str], other: CoveredMinutes) -> Selection:
    items = [item for item in document.minutes.outline.items if item.number in numbers]
    closing = () if other.minutes.outline.closing else document.minutes.outline.closing
    places = (place for item in items for place in range(item.first, item.last) if place not in closing)
    return Selection(tuple(places), tuple(item.number for item in items if item.number))


def _with_content_of(asked: CoveredMinutes, covered: Selection, other: CoveredMinutes) -> Selection:
    """Selects the items of `other` whose words stand in the chosen segments of `asked`; all of it when none does."""
    keys = [asked.minutes.keys[place] for place in covered.places]
    coverage = coverage_by_runs(other.minutes, word_runs(keys))
    chosen = [unit for unit in other.units if coverage.of(unit.places) >= COVERED]
    if not chosen:
        return other.all_segments()
    places = tuple(place for unit in chosen for place in unit.places)
    if not _has_items(other):  # a heading or "RESOLVED:" is too short to be known by its words, but not by its place
        known = frozenset(keys)
        short = [place for place, key in enumerate(other.minutes.keys) if key and key in known]
        first, last = min(places), max(places)
        places = tuple(range(_reach(first, short, -1), _reach(last, short, 1) + 1))
    return Selection(places, tuple(unit.number for unit in chosen if unit.number))


def _reach(place: int, known: Sequence[int], step: int) -> int:
    """Goes on from a place as long as the next one is known too."""
    while place + step in known:
        place += step
    return place
