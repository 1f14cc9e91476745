"""Pairs segments whose words changed, by how alike they are: inside a gap between anchors, and at another place.

    draft   24/105 Pavilion heating     | The Clerk reported that the boiler …
    final   24/105 Replacement boiler   | The Clerk reported that the boiler …

A heading may be paired by its place alone: right above a pair, on both sides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from functools import cached_property
from zlib import crc32

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, LCSseq

from compare.style.nil_returns import NilReturns
from compare.text.common_subsequence import heaviest_chain
from compare.text.tokens import is_word

# A pair in the making: draft position, final position, likeness.
Link = tuple[int, int, float]

# Segments that belong together: draft positions, final positions, likeness. A plain pair is a group of one and one.
Group = tuple[tuple[int, ...], tuple[int, ...], float]

# Above so many characters a side the matchers' n × m/64 is felt (20,000 × 20,000 takes 6 ms); a bag of words then does.
LONG_TEXT = 20_000

# Likeness at least, 0–1, of a line of two words or more that was continued on the other side.
BEGINS_ALIKE = 0.55

# Least likeness of a pair, 0–1. Unrelated paragraphs of one body reach 0.35; a paragraph with half of its words
# replaced keeps 0.5. Alone in a gap between two anchors, two segments are a pair at less; at another place, where only
# their own words count, at more.
FLOOR = 0.5
LONE_FLOOR = 0.35
MOVED_FLOOR = 0.62

# Cells of a gap that are all compared; a pair of paragraphs takes some 10 µs. Larger gaps are narrowed down by the
# rare words that two segments share.
MAX_CELLS = 10_000

# A word in more segments of a gap than this says little about which belong together.
RARE = 12

# Words that the paragraph below must have to pair its heading: "There were none." stands under any. Unit: tokens.
DISTINCTIVE_WORDS_BELOW = 6

# Words of a segment that is found at another place: "Councillor Day abstained." may well stand twice. Unit: tokens. A
# line that no other unmatched line reads like ("- Dora Hermes") needs two words.
LEAST_WORDS = 7
LEAST_WORDS_ALONE = 2

# Words of a segment that is paired by its place alone. Unit: tokens.
MOST_WORDS_BETWEEN = 4


def likeness(draft_key: str, final_key: str, floor: float = 0.0) -> float:
    """Gives the mean of two similarities: of the letters (so that a short line with a typo is alike) and of the words.

    Input: keys of `wording_key`. Unit: 0 (nothing shared) to 1 (equal). Unrelated English paragraphs reach 0.3. Of a
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
    """Gives the share of words that both have, order set aside (Dice). Cost: linear."""
    draft_words, final_words = draft_key.split(" "), final_key.split(" ")
    shared = sum((Counter(draft_words) & Counter(final_words)).values())
    return 2 * shared / (len(draft_words) + len(final_words))


def common_words(draft_key: str, final_key: str) -> int:
    """Counts the words that the two share in order. Cost: n·m/64; order set aside for long texts."""
    draft_words, final_words = draft_key.split(" "), final_key.split(" ")
    if max(len(draft_key), len(final_key)) > LONG_TEXT:
        return sum((Counter(draft_words) & Counter(final_words)).values())
    return LCSseq.similarity(draft_words, final_words)


def pair_in_order(draft_keys: Sequence[str], final_keys: Sequence[str]) -> list[Link]:
    """Pairs two runs of segments as well as their order allows.

    Cost: n × m comparisons up to MAX_CELLS, near-linear beyond.
    """
    if not draft_keys or not final_keys:
        return []
    if len(draft_keys) == len(final_keys) == 1:
        score = likeness(draft_keys[0], final_keys[0])
        return [(0, 0, score)] if score >= LONE_FLOOR else []
    if len(draft_keys) * len(final_keys) > MAX_CELLS:
        links = _related(draft_keys, final_keys, FLOOR)
        return [links[place] for place in heaviest_chain(links)]
    return _best_path(draft_keys, final_keys)


def _related(draft_keys: Sequence[str], final_keys: Sequence[str], floor: float) -> list[Link]:
    """Pairs segments that share rare words and are at least `floor` alike, in any order. Cost: near-linear.

    A segment of common words alone ("That the report be noted" with another report, a hundred times) is looked up by
    its neighbouring words, two by two and then three by three.
    """
    indexes = [_FeatureIndex(final_keys, length) for length in (1, 2, 3)]
    links: list[Link] = []
    for place, key in enumerate(draft_keys):
        for index in indexes:
            votes = index.votes(key)
            best = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:4]
            scored = [(place, other, likeness(key, final_keys[other], floor)) for other, _ in best]
            links.extend(link for link in scored if link[2] >= floor)
            if votes:
                break
    return links


class _FeatureIndex:
    """Which of some keys hold a run of `length` words. Cost: linear, at the first question."""

    def __init__(self, keys: Sequence[str], length: int) -> None:
        self._keys, self._length = keys, length

    def votes(self, key: str) -> Counter[int]:
        """The places of the keys that share rare runs of words with `key`, with how many."""
        votes: Counter[int] = Counter()
        for run in sorted(self._runs(key)):
            holders = self._holders.get(run, ())
            if len(holders) <= RARE:
                votes.update(holders)
        return votes

    @cached_property
    def _holders(self) -> dict[tuple[str, ...], list[int]]:
        holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, key in enumerate(self._keys):
            for run in self._runs(key):
                holders[run].append(place)
        return dict(holders)

    def _runs(self, key: str) -> set[tuple[str, ...]]:
        words = key.split(" ")
        return set(zip(*(words[start:] for start in range(self._length)), strict=False))


def _best_path(draft_keys: Sequence[str], final_keys: Sequence[str]) -> list[Link]:
    """Finds Needleman and Wunsch's path over likeness, with a little extra for pairs that follow one another.

    Source: S. Needleman, C. Wunsch, J. Mol. Biol. 48 (1970); the extra keeps "Resolved." with the item it ends.
    """
    rows, columns = len(draft_keys), len(final_keys)
    scores = [[likeness(key, other, FLOOR) for other in final_keys] for key in draft_keys]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    taken = [[False] * (columns + 1) for _ in range(rows + 1)]
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            skip = max(best[i - 1][j], best[i][j - 1])
            score = scores[i - 1][j - 1]
            gain = best[i - 1][j - 1] + score - FLOOR + 0.01 + (0.05 if taken[i - 1][j - 1] else 0.0)
            taken[i][j] = score >= FLOOR and gain > skip
            best[i][j] = gain if taken[i][j] else skip
    links: list[Link] = []
    i, j = rows, columns
    while i and j:
        if taken[i][j]:
            links.append((i - 1, j - 1, scores[i - 1][j - 1]))
            i, j = i - 1, j - 1
        elif best[i - 1][j] >= best[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return links[::-1]


def pair_headings(
    groups: Sequence[Group],
    draft_keys: Sequence[str],
    final_keys: Sequence[str],
    draft_is_heading: Sequence[bool],
    final_is_heading: Sequence[bool],
) -> list[Group]:
    """Pairs the unmatched headings that stand right above a pair, on both sides."""
    draft_taken = {place for group in groups for place in group[0]}
    final_taken = {place for group in groups for place in group[1]}
    found: list[Group] = []
    for own, other, _ in groups:
        i, j = own[0] - 1, other[0] - 1
        if i < 0 or j < 0 or i in draft_taken or j in final_taken:
            continue
        if draft_is_heading[i] and final_is_heading[j] and draft_keys[own[0]].count(" ") + 1 >= DISTINCTIVE_WORDS_BELOW:
            draft_taken.add(i)
            final_taken.add(j)
            found.append(((i,), (j,), likeness(draft_keys[i], final_keys[j])))
    return found


def pair_between_matches(groups: Sequence[Group], draft_keys: Sequence[str], final_keys: Sequence[str]) -> list[Group]:
    """Pairs two short segments that share no word, alone between the same matches: "Granted" and "Refused".

    Cost: linear.
    """
    other_of = {
        own: other for owns, others, _ in groups for own, other in ((owns[0], others[0]), (owns[-1], others[-1]))
    }
    taken = {place for group in groups for place in group[1]}
    other_of |= {-1: -1, len(draft_keys): len(final_keys)}
    draft_taken = {place for group in groups for place in group[0]} | {-1, len(draft_keys)}
    found: list[Group] = []
    for i in range(len(draft_keys)):
        if i in draft_taken or not (i - 1 in draft_taken and i + 1 in draft_taken):
            continue
        j = other_of.get(i - 1, -2) + 1
        is_between = other_of.get(i + 1) == j + 1 and j >= 0 and j not in taken
        if is_between and max(draft_keys[i].count(" "), final_keys[j].count(" ")) < MOST_WORDS_BETWEEN:
            found.append(((i,), (j,), likeness(draft_keys[i], final_keys[j])))
    return found


def pair_nil_returns(
    groups: Sequence[Group],
    draft_keys: Sequence[str],
    final_keys: Sequence[str],
    nil_returns: NilReturns,
) -> list[Group]:
    """Pairs two unmatched segments below the same match that both say that there was nothing: "None.", "There were no".

    So it does two that stand alone there, of which one says so: what the other tells is told once. Cost: linear.
    """
    draft_taken = {place for group in groups for place in group[0]}
    final_taken = {place for group in groups for place in group[1]}
    found: list[Group] = []
    for own, other in ((-1, -1), *((owns[-1], others[-1]) for owns, others, _ in groups)):
        i, j = own + 1, other + 1
        if i >= len(draft_keys) or j >= len(final_keys) or i in draft_taken or j in final_taken:
            continue
        are_alone = _ends_at(draft_keys, i, draft_taken) and _ends_at(final_keys, j, final_taken)
        if nil_returns.are_alike(draft_keys[i], final_keys[j]) or (
            are_alone and nil_returns.is_one(draft_keys[i]) != nil_returns.is_one(final_keys[j])
        ):
            found.append(((i,), (j,), likeness(draft_keys[i], final_keys[j])))
    return found


def _ends_at(keys: Sequence[str], place: int, taken: Container[int]) -> bool:
    """Whether nothing unmatched stands below a segment."""
    return place + 1 == len(keys) or place + 1 in taken


def pair_moved(draft_keys: Sequence[str], final_keys: Sequence[str]) -> list[Link]:
    """Pairs the unmatched segments wherever they stand: equal wording first, then alike. Cost: near-linear."""
    links = _equal(draft_keys, final_keys)
    draft_left = _remaining(draft_keys, {link[0] for link in links})
    final_left = _remaining(final_keys, {link[1] for link in links})
    candidates = _related([draft_keys[i] for i in draft_left], [final_keys[j] for j in final_left], MOVED_FLOOR)
    taken_draft: set[int] = set()
    taken_final: set[int] = set()
    for i, j, score in sorted(candidates, key=lambda link: (-link[2], link[0], link[1])):
        if i not in taken_draft and j not in taken_final:
            taken_draft.add(i)
            taken_final.add(j)
            links.append((draft_left[i], final_left[j], score))
    return links


def pair_beside(
    groups: Sequence[Group],
    draft_keys: Sequence[str],
    final_keys: Sequence[str],
    draft_kinds: Sequence[object],
    final_kinds: Sequence[object],
) -> list[Group]:
    """Pairs the unmatched segments that stand right beside a pair on both sides and say the same: they moved with it.

    "Resolved:" above limbs that moved is too short to be looked for by itself. Input: `kinds` are parallel to `keys`;
    only segments of one kind are paired. Cost: linear.
    """
    draft_free = set(unpaired_places(len(draft_keys), [group[0] for group in groups]))
    final_free = set(unpaired_places(len(final_keys), [group[1] for group in groups]))
    found: list[Group] = []
    for own, other, _ in groups:
        for step, i, j in ((-1, own[0], other[0]), (1, own[-1], other[-1])):
            left, right = i + step, j + step
            while (
                left in draft_free
                and right in final_free
                and draft_keys[left] == final_keys[right] != ""
                and draft_kinds[left] is final_kinds[right]
            ):
                draft_free.discard(left)
                final_free.discard(right)
                found.append(((left,), (right,), 1.0))
                left, right = left + step, right + step
    return found


def unpaired_places(length: int, taken: Sequence[tuple[int, ...]]) -> list[int]:
    """Lists the positions below `length` that are in none of some pairs."""
    used = {place for places in taken for place in places}
    return [place for place in range(length) if place not in used]


def find_moved(
    groups: Sequence[Group],
    draft_keys: Sequence[str],
    draft_weights: Sequence[float],
    final_weights: Sequence[float],
) -> set[int]:
    """Lists the indices of the groups that moved: all but the heaviest run that keeps its order on both sides.

    Weight is the number of words, so that one short paragraph moved past a long one, not the reverse. Input: `weights`
    are parallel to `keys`, what a word of each segment weighs. Of equal weights the words decide, so that the result is
    the same when draft and final change places.
    """
    links = []
    for draft_places, final_places, _ in groups:
        key = " ".join(draft_keys[place] for place in draft_places)
        each = min(draft_weights[draft_places[0]], final_weights[final_places[0]])
        weight = (key.count(" ") + 1) * each + crc32(key.encode()) / 2**33
        links.append((draft_places[0], final_places[0], weight))
    kept = set(heaviest_chain(links))
    return {place for place in range(len(groups)) if place not in kept}


def _equal(draft_keys: Sequence[str], final_keys: Sequence[str]) -> list[Link]:
    places: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for place, key in enumerate(draft_keys):
        places[key][0].append(place)
    for place, key in enumerate(final_keys):
        places[key][1].append(place)
    return [
        (i, j, 1.0)
        for key, (left, right) in places.items()
        if key.count(" ") >= LEAST_WORDS - 1
        or (len(left) == len(right) == 1 and sum(map(is_word, key.split(" "))) >= LEAST_WORDS_ALONE)
        for i, j in zip(left, right, strict=False)
    ]


def _remaining(keys: Sequence[str], taken: set[int]) -> list[int]:
    return [place for place, key in enumerate(keys) if place not in taken and key.count(" ") >= LEAST_WORDS - 1]
