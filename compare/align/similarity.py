"""How alike two segments are, 0 to 1."""

from __future__ import annotations

from collections import Counter

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, LCSseq

# Above so many characters a side the matchers' n × m/64 is felt (20,000 × 20,000 takes 6 ms); a bag of words then does.
LONG_TEXT = 20_000


# Likeness at least, 0–1, of a line of two words or more that was continued on the other side.
BEGINS_ALIKE = 0.55


def likeness(draft_key: str, final_key: str, floor: float = 0.0) -> float:
    """The mean of two similarities: of the letters (so that a short line with a typo is alike) and of the words.

    Shapes: keys of `wording_key`. Unit: 0 (nothing shared) to 1 (equal). Unrelated English paragraphs reach 0.3. Of a
    long text and one too short to reach `floor` with it the likeness is 0.
    """
    if draft_key == final_key:
        return 1.0
    if not draft_key or not final_key:
        return 0.0
    if max(len(draft_key), len(final_key)) > LONG_TEXT:
        return shared_words(draft_key, final_key) if _can_share(draft_key, final_key, floor) else 0.0
    if _begins_alike(draft_key, final_key):
        return max(BEGINS_ALIKE, _mean(draft_key, final_key))
    return _mean(draft_key, final_key)


def _begins_alike(draft_key: str, final_key: str) -> bool:
    """Whether a short line is the beginning of the other: "Ann Orr" and "Ann Orr (the Board's secretary)"."""
    shorter, longer = sorted((draft_key, final_key), key=len)
    return " " in shorter and longer.startswith(f"{shorter} ")


def _mean(draft_key: str, final_key: str) -> float:
    words = Indel.normalized_similarity(draft_key.split(" "), final_key.split(" "))
    return (words + fuzz.ratio(draft_key, final_key) / 100) / 2


def _can_share(draft_key: str, final_key: str, floor: float) -> bool:
    """Whether `shared_words` reaches `floor` if the longer has all words of the shorter. Cost: linear, fast."""
    shorter, longer = sorted((draft_key.count(" ") + 1, final_key.count(" ") + 1))
    return 2 * shorter >= floor * (shorter + longer)


def shared_words(draft_key: str, final_key: str) -> float:
    """Share of words that both have, order set aside (Dice). Cost: linear."""
    draft_words, final_words = draft_key.split(" "), final_key.split(" ")
    shared = sum((Counter(draft_words) & Counter(final_words)).values())
    return 2 * shared / (len(draft_words) + len(final_words))


def common_words(draft_key: str, final_key: str) -> int:
    """How many words the two share in order. Cost: n·m/64; order set aside for long texts."""
    draft_words, final_words = draft_key.split(" "), final_key.split(" ")
    if max(len(draft_key), len(final_key)) > LONG_TEXT:
        return sum((Counter(draft_words) & Counter(final_words)).values())
    return LCSseq.similarity(draft_words, final_words)
