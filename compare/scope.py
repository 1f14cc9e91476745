"""Which part of each document answers the other: the whole meeting, or an extract of it.

    draft   the web page of item 29          final   the minutes of items 23 to 34

The other eleven items were not inserted; they were never in the draft. An extract is known by its words: its
sentences stand in a few items of the other document and in none of the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from compare.errors import ScopeError
from compare.typography import wording_key
from compare.values import Minutes, Role, Scope, ScopeKind, SegmentKind
from compare.wording import segment_keys

# A sentence of fewer words is standing wording ("The report was noted.") and proves nothing. Unit: tokens.
TELLING_WORDS = 6

# Words in a row by which a changed sentence is still known. Four is the shortest run that unrelated minutes of one
# body rarely share outside standing wording.
SHINGLE = 4

# Documents with more words than this are known by whole sentences alone; shingles would cost 100 bytes a word.
SHINGLE_LIMIT = 60_000

# Share of the smaller document's words that must be found in the other, 0–1. Two meetings of one body share up to
# 0.2 (courtesies, names, headings); a heavily rewritten draft keeps 0.4.
LITTLE_IN_COMMON = 0.25

# An item counts as covered from this share of its words, 0–1.
COVERED = 0.3

# Fewer words than this are too few to say that two texts are of different meetings.
FEW_WORDS = 60


def find_scope(draft: Minutes, final: Minutes, wanted: str) -> Scope:
    """The segments of both documents that are to be aligned.

    `wanted` is "auto", "whole" or numbers of items separated by commas.
    Cost: linear. Raises: ScopeError for an item that neither document has, and for two documents with little in common.
    """
    if wanted == "whole":
        return _whole(draft, final, 1.0)
    draft_cover, final_cover = _cover(draft, final)
    if wanted != "auto":
        return _chosen(draft, final, draft_cover, final_cover, [number.strip() for number in wanted.split(",")])
    _refuse_strangers(draft, final, draft_cover, final_cover)
    if _is_extract_of(draft, draft_cover, final, final_cover):
        places, numbers = _covered_items(final, final_cover, _titles(draft))
        return _extract(draft, final, range(len(draft.segments)), places, _numbers(draft), numbers, draft_cover)
    if _is_extract_of(final, final_cover, draft, draft_cover):
        places, numbers = _covered_items(draft, draft_cover, _titles(final))
        return _extract(draft, final, places, range(len(final.segments)), numbers, _numbers(final), final_cover)
    return _whole(draft, final, min(1.0, max(draft_cover.share, final_cover.share)))


@dataclass(frozen=True, slots=True)
class _Cover:
    """How many words of each segment the other document has too. Unit: tokens."""

    words: tuple[int, ...]
    found: tuple[int, ...]

    @property
    def share(self) -> float:
        """Share of all words that were found, 0–1."""
        return sum(self.found) / max(1, sum(self.words))

    def of(self, places: Sequence[int]) -> float:
        """Share of the words of some segments that were found, 0–1."""
        return sum(self.found[place] for place in places) / max(1, sum(self.words[place] for place in places))


def _cover(draft: Minutes, final: Minutes) -> tuple[_Cover, _Cover]:
    draft_keys = _comparable_keys(draft)
    final_keys = _comparable_keys(final)
    draft_known = Counter(sentence for key in draft_keys for sentence in key.split(" . "))
    final_known = Counter(sentence for key in final_keys for sentence in key.split(" . "))
    total = sum(key.count(" ") for key in draft_keys) + sum(key.count(" ") for key in final_keys)
    draft_runs = _runs(draft_keys) if total <= SHINGLE_LIMIT else frozenset()
    final_runs = _runs(final_keys) if total <= SHINGLE_LIMIT else frozenset()
    return _count(draft_keys, final_known, final_runs), _count(final_keys, draft_known, draft_runs)


def _comparable_keys(minutes: Minutes) -> list[str]:
    keys = segment_keys(minutes.document, minutes.segments)
    return [
        "" if segment.kind is SegmentKind.FURNITURE or role is Role.FURNITURE else key
        for key, segment, role in zip(keys, minutes.segments, minutes.outline.roles, strict=True)
    ]


def _runs(keys: Sequence[str]) -> frozenset[tuple[str, ...]]:
    runs: set[tuple[str, ...]] = set()
    for key in keys:
        words = key.split(" ")
        runs.update(zip(*(words[start:] for start in range(SHINGLE)), strict=False))
    return frozenset(runs)


def _count(keys: Sequence[str], known: Counter[str], runs: frozenset[tuple[str, ...]]) -> _Cover:
    words, found = [], []
    left = Counter(known)
    for key in keys:
        length = key.count(" ") + 1 if key else 0
        words.append(length)
        hit = 0
        for sentence in key.split(" . ") if key else ():
            size = sentence.count(" ") + 1
            if left[sentence] > 0 and (size >= TELLING_WORDS or size == length):
                left[sentence] -= 1
                hit += size
            elif runs:
                hit += _run_words(sentence.split(" "), runs)
        found.append(min(hit + key.count(" . "), length) if hit else 0)
    return _Cover(tuple(words), tuple(found))


def _run_words(words: Sequence[str], runs: frozenset[tuple[str, ...]]) -> int:
    """Words that stand in a run which the other document has."""
    covered = [False] * len(words)
    for start in range(len(words) - SHINGLE + 1):
        if tuple(words[start : start + SHINGLE]) in runs:
            covered[start : start + SHINGLE] = [True] * SHINGLE
    return sum(covered)


def _refuse_strangers(draft: Minutes, final: Minutes, draft_cover: _Cover, final_cover: _Cover) -> None:
    if min(sum(draft_cover.words), sum(final_cover.words)) < FEW_WORDS:
        return
    share = max(draft_cover.share, final_cover.share)
    draft_date, final_date = draft.outline.meeting_date, final.outline.meeting_date
    dates_differ = None not in (draft_date, final_date) and draft_date != final_date
    if share >= (2 * LITTLE_IN_COMMON if dates_differ else LITTLE_IN_COMMON):
        return
    cause = f"they have little in common ({round(100 * share)} % of the shorter one's words)"
    if dates_differ:
        cause += f" and name different meetings, {draft_date} and {final_date}"
    raise ScopeError(
        f"{draft.document.name} and {final.document.name}",
        cause,
        "Check that both are of the same meeting; --scope whole compares them all the same.",
    )


def _is_extract_of(part: Minutes, part_cover: _Cover, whole: Minutes, whole_cover: _Cover) -> bool:
    """Whether `part` covers only some items of `whole`."""
    if not whole.outline.items or part_cover.share < LITTLE_IN_COMMON:
        return False
    if sum(part_cover.words) > sum(whole_cover.words):
        return False
    covered = [whole_cover.of(range(item.first, item.last)) >= COVERED for item in whole.outline.items]
    uncovered_share = covered.count(False) / len(covered)
    if not any(covered):
        return False
    if part.outline.is_web_page and len(part.outline.items) <= 1:
        return len(covered) > 1
    return uncovered_share >= 0.5 or (_lacks_front(part, whole, whole_cover) and _is_run(covered))


def _lacks_front(part: Minutes, whole: Minutes, whole_cover: _Cover) -> bool:
    """Whether title and attendance stand in `whole` alone."""
    front = [place for place, item in enumerate(whole.outline.item_of) if item is None]
    roles = (Role.ATTENDANCE, Role.APOLOGIES)
    return (
        any(whole.outline.roles[place] in roles for place in front)
        and not any(role in roles for role in part.outline.roles)
        and whole_cover.of(front) < COVERED
    )


def _is_run(covered: Sequence[bool]) -> bool:
    """Whether the uncovered items, if any, lie before and after the covered ones and not among them."""
    first = covered.index(True)
    last = len(covered) - covered[::-1].index(True)
    return not all(covered) and all(covered[first:last])


def _titles(minutes: Minutes) -> frozenset[str]:
    return frozenset(wording_key(item.title).rstrip(" .:") for item in minutes.outline.items)


def _covered_items(whole: Minutes, cover: _Cover, titles: frozenset[str]) -> tuple[list[int], tuple[str, ...]]:
    """The segments of the items that an extract covers (by content, or by heading with a little content)."""
    places: list[int] = []
    numbers: list[str] = []
    for item in whole.outline.items:
        share = cover.of(range(item.first, item.last))
        is_named = wording_key(item.title).rstrip(" .:") in titles
        if share >= COVERED and (is_named or _has_telling_words(cover, item.first, item.last)) or (is_named and share > 0):
            places.extend(range(item.first, item.last))
            numbers.extend([item.number] if item.number else [])
    front = [place for place, item in enumerate(whole.outline.item_of) if item is None]
    if cover.of(front) >= COVERED:
        places = sorted({*front, *places})
    return places, tuple(numbers)


def _has_telling_words(cover: _Cover, first: int, last: int) -> bool:
    return any(cover.found[place] >= TELLING_WORDS for place in range(first, last))


def _numbers(minutes: Minutes) -> tuple[str, ...]:
    return tuple(item.number for item in minutes.outline.items if item.number)


def _extract(
    draft: Minutes,
    final: Minutes,
    draft_places: Sequence[int],
    final_places: Sequence[int],
    draft_items: tuple[str, ...],
    final_items: tuple[str, ...],
    extract_cover: _Cover,
) -> Scope:
    del draft, final
    return Scope(
        ScopeKind.EXTRACT,
        tuple(draft_places),
        tuple(final_places),
        draft_items,
        final_items,
        round(extract_cover.share, 2),
    )


def _whole(draft: Minutes, final: Minutes, confidence: float) -> Scope:
    return Scope(
        ScopeKind.WHOLE,
        tuple(range(len(draft.segments))),
        tuple(range(len(final.segments))),
        _numbers(draft),
        _numbers(final),
        round(confidence, 2),
    )


def _chosen(
    draft: Minutes, final: Minutes, draft_cover: _Cover, final_cover: _Cover, numbers: Sequence[str]
) -> Scope:
    """The items a user asked for, by number; on a side without such numbers, the items with the same content."""
    known = {number: None for number in (*_numbers(final), *_numbers(draft))}
    for number in numbers:
        if number not in known:
            raise ScopeError(
                f"--scope {number}",
                "neither document has an item of that number",
                f"The items are {', '.join(known) or 'not numbered'}.",
            )
    draft_places = _places_of(draft, numbers)
    final_places = _places_of(final, numbers)
    if not draft_places:
        draft_places = _answering(final, final_places, draft)
    if not final_places:
        final_places = _answering(draft, draft_places, final)
    cover = final_cover if len(final_places) <= len(draft_places) else draft_cover
    return Scope(
        ScopeKind.EXTRACT,
        tuple(draft_places),
        tuple(final_places),
        tuple(number for number in numbers if number in _numbers(draft)),
        tuple(number for number in numbers if number in _numbers(final)),
        round(cover.of(final_places if cover is final_cover else draft_places), 2),
    )


def _places_of(minutes: Minutes, numbers: Sequence[str]) -> list[int]:
    return [
        place for item in minutes.outline.items if item.number in numbers for place in range(item.first, item.last)
    ]


def _answering(asked: Minutes, places: Sequence[int], other: Minutes) -> list[int]:
    """The items of `other` whose words stand in some segments of `asked`; all of it when none does."""
    keys = segment_keys(asked.document, (asked.segments[place] for place in places))
    runs = _runs(keys)
    other_keys = _comparable_keys(other)
    cover = _count(other_keys, Counter(), runs)
    found = [
        place
        for item in other.outline.items
        if cover.of(range(item.first, item.last)) >= COVERED
        for place in range(item.first, item.last)
    ]
    return found or list(range(len(other.segments)))
