"""Measures how much of each document's wording the other document has too, item by item.

draft   Saved web page of item 29 | SEND update | The Chair welcomed …      all but the first line
final   23. Minutes … | 29. SEND UPDATE | The Chair welcomed … | 30. …      one item of twelve
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.text.tokens import wording_key
from compare.values import Minutes, Role, SegmentKind

# A sentence of fewer words is standing wording ("The report was noted.") and proves nothing. Unit: tokens.
DISTINCTIVE_WORDS = 6

# Words in a row by which a changed sentence is still known. Four is the shortest run that unrelated minutes of one
# body rarely share outside standing wording.
RUN = 4

# Documents with more words than this, together, are known by whole sentences alone: runs cost 100 bytes a word.
RUN_LIMIT = 60_000

# A sentence of more characters than this is cut further: an edit in it must not make all of it unknown.
LONG_SENTENCE = 600

Runs = frozenset[tuple[str, ...]]

# An item counts as covered from this share of its words, 0–1: two that both confirm minutes or note reports share a
# third of theirs.
COVERED = 0.5


_ROLLS = (Role.ATTENDANCE, Role.APOLOGIES)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many words each segment has, and how many of them the other document has too. Unit: tokens."""

    words: tuple[int, ...]
    found: tuple[int, ...]

    @property
    def share(self) -> float:
        """The share of all words that were found, 0–1."""
        return self.of(range(len(self.words)))

    def of(self, places: Iterable[int]) -> float:
        """Gives the share of the words of some segments that were found, 0–1."""
        chosen = list(places)
        return sum(self.found[place] for place in chosen) / max(1, sum(self.words[place] for place in chosen))

    def is_distinctive(self, places: Iterable[int]) -> bool:
        """Whether more than standing wording was found in one of some segments."""
        return any(self.found[place] >= DISTINCTIVE_WORDS for place in places)


def measure_coverage(draft: Minutes, final: Minutes) -> tuple[Coverage, Coverage]:
    """Measures how much of the draft the final has, and how much of the final the draft has. Cost: linear."""
    draft_keys, final_keys = comparable_keys(draft), comparable_keys(final)
    total = sum(key.count(" ") for key in (*draft_keys, *final_keys))
    draft_runs, final_runs = (
        (word_runs(draft_keys), word_runs(final_keys)) if total <= RUN_LIMIT else (frozenset(), frozenset())
    )
    return (
        _count(draft_keys, _sentences(final_keys), final_runs),
        _count(final_keys, _sentences(draft_keys), draft_runs),
    )


def coverage_by_runs(minutes: Minutes, runs: Runs) -> Coverage:
    """Measures how much of a document given runs of words have."""
    return _count(comparable_keys(minutes), Counter(), runs)


def word_runs(keys: Sequence[str]) -> Runs:
    """Collects all runs of RUN words within one segment each."""
    runs: set[tuple[str, ...]] = set()
    for key in keys:
        words = key.split(" ")
        runs.update(zip(*(words[start:] for start in range(RUN)), strict=False))
    return frozenset(runs)


def comparable_keys(minutes: Minutes) -> list[str]:
    """Gives the key of each segment, empty for what belongs to the page."""
    return [
        "" if segment.kind is SegmentKind.FURNITURE or role is Role.FURNITURE else key
        for key, segment, role in zip(minutes.keys, minutes.segments, minutes.outline.roles, strict=True)
    ]


def _sentences(keys: Sequence[str]) -> Counter[str]:
    return Counter(sentence for key in keys for sentence in _split(key))


def _split(key: str) -> list[str]:
    """Splits a key into sentences; a long one is cut before every "the", which edits elsewhere leave in place."""
    return [
        part
        for sentence in key.split(" . ")
        for part in (sentence.split(" the ") if len(sentence) > LONG_SENTENCE else (sentence,))
    ]


def _count(keys: Sequence[str], known: Counter[str], runs: Runs) -> Coverage:
    words, found = [], []
    left = Counter(known)
    for key in keys:
        length = key.count(" ") + 1 if key else 0
        hit = sum(_sentence_words(sentence, length, left, runs) for sentence in _split(key) if sentence)
        words.append(length)
        found.append(min(hit + key.count(" . "), length) if hit else 0)
    return Coverage(tuple(words), tuple(found))


def _sentence_words(sentence: str, length: int, left: Counter[str], runs: Runs) -> int:
    """Counts the words of a sentence that the other has: all, if it has the sentence (used once each), or its runs."""
    size = sentence.count(" ") + 1
    if left[sentence] > 0 and (size >= DISTINCTIVE_WORDS or size == length):
        left[sentence] -= 1
        return size
    if not runs:
        return 0
    words = sentence.split(" ")
    covered = [False] * size
    for start in range(size - RUN + 1):
        if tuple(words[start : start + RUN]) in runs:
            covered[start : start + RUN] = [True] * RUN
    return sum(covered)


@dataclass(frozen=True, slots=True)
class ItemOrSegment:
    """An item, or where no items were recognised a segment: segments [first, last)."""

    first: int
    last: int
    number: str | None
    title: str

    @property
    def places(self) -> range:
        """Its segment indices."""
        return range(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Selection:
    """What is to be aligned of one document: segments, and the numbers of their items."""

    places: tuple[int, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CoveredMinutes:
    """One document, and how much of it the other has."""

    minutes: Minutes
    coverage: Coverage

    @property
    def units(self) -> list[ItemOrSegment]:
        """The items; where at most one was recognised, the single segments."""
        items = self.minutes.outline.items
        if len(items) > 1:
            return [ItemOrSegment(item.first, item.last, item.number, plain_title(item.title)) for item in items]
        return [ItemOrSegment(place, place + 1, None, "") for place in range(len(self.minutes.segments))]

    @property
    def front_page(self) -> list[int]:
        """The segments before the first item; none where no items were recognised."""
        if len(self.minutes.outline.items) < 2:  # noqa: PLR2004  (one item is the whole document)
            return []
        return [place for place, item in enumerate(self.minutes.outline.item_of) if item is None]

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the items that bear one, as printed."""
        return tuple(item.number for item in self.minutes.outline.items if item.number)

    @property
    def titles(self) -> frozenset[str]:
        """The titles of the items, typography and end marks set aside."""
        return frozenset(plain_title(item.title) for item in self.minutes.outline.items)

    def has_attendance(self, places: Sequence[int] | None = None) -> bool:
        """Whether some segments (all by default) record who was present."""
        roles = self.minutes.outline.roles
        chosen = range(len(roles)) if places is None else places
        return any(roles[place] in _ROLLS for place in chosen)

    def has_text_above_items(self) -> bool:
        """Whether the other document has a sentence that stands before the first item and names nobody present."""
        roles, segments, text = self.minutes.outline.roles, self.minutes.segments, self.minutes.document.text
        return any(
            self.coverage.found[place] >= DISTINCTIVE_WORDS
            and roles[place] not in _ROLLS
            and text[segments[place].end - 1] == "."
            for place in self.front_page
        )

    def is_roll(self, unit: ItemOrSegment) -> bool:
        """Whether an item is no more than the list of those present or absent, with its heading."""
        roles = [self.minutes.outline.roles[place] for place in unit.places if self.coverage.words[place]]
        return bool(unit.title) and {Role.HEADING} < {Role.HEADING, *roles} <= {Role.HEADING, *_ROLLS}

    def is_heading(self, place: int) -> bool:
        """Whether a segment is a heading."""
        return self.minutes.outline.roles[place] is Role.HEADING

    def has_headings(self, places: Sequence[int] | None = None) -> bool:
        """Whether any of some segments (all by default) is a heading."""
        return any(map(self.is_heading, range(len(self.minutes.segments)) if places is None else places))

    def all_segments(self) -> Selection:
        """Selects the whole document."""
        return Selection(tuple(range(len(self.minutes.segments))), self.numbers)

    def left_out(self, selection: Selection) -> tuple[int, int]:
        """Counts the items of which nothing was selected, and the segments that were not, page furniture aside."""
        chosen, items = frozenset(selection.places), self.minutes.outline.items
        kept = {self.minutes.outline.item_of[place] for place in chosen}
        words = self.coverage.words  # page furniture has none
        left = [place for place in range(len(words)) if words[place] and place not in chosen]
        return sum(place not in kept for place in range(len(items))) if len(items) > 1 else 0, len(left)

    @property
    def is_front_page_covered(self) -> bool:
        """Whether the other document has the front page too."""
        return bool(self.front_page) and self.coverage.of(self.front_page) >= COVERED

    def without_added_title(self, whole: CoveredMinutes, begins: int | None = None) -> Selection:
        """Selects all of an extract but the title that somebody set above it ("Extract from the minutes of …").

        That title is no match for the front page of the whole. It ends where the extract `begins`, if that is known.
        """
        roles, items = self.minutes.outline.roles, self.minutes.outline.items
        first = items[0].first if items and not whole.is_front_page_covered else 0
        first = first if begins is None else min(first, begins)
        places = (place for place in range(len(roles)) if place >= first or roles[place] is not Role.FRONT)
        return Selection(tuple(places), self.numbers)


def plain_title(title: str) -> str:
    """Gives the key under which two spellings of a title are equal."""
    return wording_key(title).rstrip(" .:")
