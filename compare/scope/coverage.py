"""How much of each document's wording the other document has too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compare.values import Minutes, Role, SegmentKind

# A sentence of fewer words is standing wording ("The report was noted.") and proves nothing. Unit: tokens.
TELLING_WORDS = 6

# Words in a row by which a changed sentence is still known. Four is the shortest run that unrelated minutes of one
# body rarely share outside standing wording.
RUN = 4

# Documents with more words than this, together, are known by whole sentences alone: runs cost 100 bytes a word.
RUN_LIMIT = 60_000

# A sentence of more characters than this is cut further: an edit in it must not make all of it unknown.
ENDLESS = 600

Runs = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Cover:
    """How many words each segment has, and how many of them the other document has too. Unit: tokens."""

    words: tuple[int, ...]
    found: tuple[int, ...]

    @property
    def share(self) -> float:
        """Share of all words that were found, 0–1."""
        return self.of(range(len(self.words)))

    def of(self, places: Iterable[int]) -> float:
        """Share of the words of some segments that were found, 0–1."""
        chosen = list(places)
        return sum(self.found[place] for place in chosen) / max(1, sum(self.words[place] for place in chosen))

    def tells(self, places: Iterable[int]) -> bool:
        """Whether more than standing wording was found in one of some segments."""
        return any(self.found[place] >= TELLING_WORDS for place in places)


def cover_each_other(draft: Minutes, final: Minutes) -> tuple[Cover, Cover]:
    """The cover of the draft by the final, and of the final by the draft. Cost: linear."""
    draft_keys, final_keys = _comparable_keys(draft), _comparable_keys(final)
    total = sum(key.count(" ") for key in (*draft_keys, *final_keys))
    draft_runs, final_runs = (
        (word_runs(draft_keys), word_runs(final_keys)) if total <= RUN_LIMIT else (frozenset(), frozenset())
    )
    return (
        _count(draft_keys, _sentences(final_keys), final_runs),
        _count(final_keys, _sentences(draft_keys), draft_runs),
    )


def cover_by_runs(minutes: Minutes, runs: Runs) -> Cover:
    """The cover of a document by word runs taken from elsewhere."""
    return _count(_comparable_keys(minutes), Counter(), runs)


def word_runs(keys: Sequence[str]) -> Runs:
    """All runs of RUN words within one segment each."""
    runs: set[tuple[str, ...]] = set()
    for key in keys:
        words = key.split(" ")
        runs.update(zip(*(words[start:] for start in range(RUN)), strict=False))
    return frozenset(runs)


def _comparable_keys(minutes: Minutes) -> list[str]:
    return [
        "" if segment.kind is SegmentKind.FURNITURE or role is Role.FURNITURE else key
        for key, segment, role in zip(minutes.keys, minutes.segments, minutes.outline.roles, strict=True)
    ]


def _sentences(keys: Sequence[str]) -> Counter[str]:
    return Counter(sentence for key in keys for sentence in _split(key))


def _split(key: str) -> list[str]:
    """The sentences of a key; one that never ends is cut before every "the", which edits elsewhere leave in place."""
    return [
        part
        for sentence in key.split(" . ")
        for part in (sentence.split(" the ") if len(sentence) > ENDLESS else (sentence,))
    ]


def _count(keys: Sequence[str], known: Counter[str], runs: Runs) -> Cover:
    words, found = [], []
    left = Counter(known)
    for key in keys:
        length = key.count(" ") + 1 if key else 0
        hit = sum(_sentence_words(sentence, length, left, runs) for sentence in _split(key) if sentence)
        words.append(length)
        found.append(min(hit + key.count(" . "), length) if hit else 0)
    return Cover(tuple(words), tuple(found))


def _sentence_words(sentence: str, length: int, left: Counter[str], runs: Runs) -> int:
    """How many words of a sentence the other has: all, if it has the sentence (each one answers once), or its runs."""
    size = sentence.count(" ") + 1
    if left[sentence] > 0 and (size >= TELLING_WORDS or size == length):
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
