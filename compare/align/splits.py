"""Finds splits and merges: one paragraph of one document that stands as several in the other.

draft  The Chair thanked officers. Members asked about cost.
final  The Chair thanked officers. ¶ Members asked about cost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from compare.align.similar_pairs import LONG_TEXT, Group, common_words, likeness
from compare.text.common_subsequence import match_in_order
from compare.text.tokens import is_word

# Share of a neighbour's words that its whole must hold, for the neighbour to be a part of it. Unrelated English
# sentences share a third of their words with a long paragraph in order; half would still let those in.
CONTAINED = 0.65

# Words of a sentence that passed from one paragraph to the next, at least: fewer may be alike by chance.
FEWEST_SHIFTED = 4

# Words of a segment that is looked for in parts, the fewest parts, and the share of the words that both have in order
# (0–1): a list of four bullets of which one is lost keeps three quarters.
FEWEST_OF_WHOLE, FEWEST_PARTS, WHOLE = 6, 2, 0.7
# The same share where each part is held by the whole, and where it is but for one word in ten: of three limbs one may
# be lost, or figures be exchanged.
WHOLE_OF_HELD, WHOLE_OF_SAME, SAME_PART = 0.5, 0.4, 0.9

# Words from which a paragraph runs on over whole items: minutes pasted without their line ends; a long speech has 300.
# Where one side has several times the segments of the other, pages run on.
# A paragraph at one of its ends may stand half in the next: the least share of it (0–1) that still counts.
RUN_ON, PAGE_OF_WORDS, SEVERAL_TIMES, STRADDLES = 400, 120, 3, 0.25

# A whole never takes in more than so many parts on one side; ten bullets made from one sentence occur.
MAX_PARTS = 40


def absorb_neighbours(groups: Sequence[Group], draft_keys: Sequence[str], final_keys: Sequence[str]) -> list[Group]:
    """Adds to each group the unmatched segments beside it that are parts of the same whole."""
    draft_free = _free(len(draft_keys), [group[0] for group in groups])
    final_free = _free(len(final_keys), [group[1] for group in groups])
    grown = []
    for draft_places, final_places, score in groups:
        group: Group = (draft_places, final_places, score)
        if len(draft_places) == 1:
            group = _grow(group, final_keys, final_free, draft_keys[draft_places[0]])
        if len(group[1]) == 1:
            flipped = _grow((group[1], group[0], group[2]), draft_keys, draft_free, final_keys[group[1][0]])
            group = (flipped[1], flipped[0], flipped[2])
        grown.append(group)
    return grown


def pair_wholes(
    draft_keys: Sequence[str], final_keys: Sequence[str], draft_marks: Sequence[str], final_marks: Sequence[str]
) -> list[Group]:
    """Finds segments that have exactly the words of several in a row on the other side. Cost: linear.

    Input: `marks` are parallel to `keys`, the keys of list marks. A whole may have them among its words: "(a) the shed
    be sold; and (b) the key be kept" on one line, and on two.
    """
    return [
        *((whole, parts, 1.0) for whole, parts in _exact_parts(draft_keys, final_keys, final_marks)),
        *((parts, whole, 1.0) for whole, parts in _exact_parts(final_keys, draft_keys, draft_marks)),
    ]


def pair_lone_whole(draft_keys: Sequence[str], final_keys: Sequence[str]) -> list[Group]:
    """Finds the parts of the one segment that a gap has on one side: "Actions: paint the gate; mend the fence".

    Marks and list marks differ, and words of the parts may. Parts that have little to do with it are left out.
    Cost: n·m/64 in the words of the gap.
    """
    if len(draft_keys) == 1 < len(final_keys):
        return [((0,), parts, score) for parts, score in _parts_of(draft_keys[0], final_keys)]
    if len(final_keys) == 1 < len(draft_keys):
        return [(parts, (0,), score) for parts, score in _parts_of(final_keys[0], draft_keys)]
    return []


def pair_run_on(draft_keys: Sequence[str], final_keys: Sequence[str]) -> list[Group]:
    """Finds what a paragraph that runs on over whole items holds of the other side: minutes that lost their line ends.

    Both sides may be cut at other places, so several may answer to several. Nothing where no paragraph is that long.
    Cost: n·m/64 in the words of the gap, near-linear beyond what the matcher takes.
    """
    own, others = [_words(key) for key in draft_keys], [_words(key) for key in final_keys]
    fewer, more = sorted((len(own), len(others)))
    longest_part = max(map(len, (*own, *others)), default=0)
    if more == 1 or longest_part < (PAGE_OF_WORDS if more >= SEVERAL_TIMES * fewer else RUN_ON):
        return []
    shared: Counter[tuple[int, int]] = Counter()
    places, counterparts = _places_of_words(own), _places_of_words(others)
    for i, j in match_in_order([word for part in own for word in part], [word for part in others for word in part]):
        shared[places[i], counterparts[j]] += 1
    groups: list[Group] = []
    for rows, columns in _ranges(_answering(shared, own, others)):
        held = sum(count for (i, j), count in shared.items() if i in rows and j in columns)
        longest = max(sum(len(own[i]) for i in rows), sum(len(others[j]) for j in columns))
        is_run_on = max(*(len(own[i]) for i in rows), *(len(others[j]) for j in columns)) >= PAGE_OF_WORDS
        if is_run_on and (len(rows), len(columns)) != (1, 1) and held >= CONTAINED * longest:
            groups.append((tuple(rows), tuple(columns), held / longest))
    return groups


def _places_of_words(parts: Sequence[Sequence[str]]) -> list[int]:
    return [place for place, part in enumerate(parts) for _ in part]


def _answering(
    shared: Counter[tuple[int, int]], own: Sequence[Sequence[str]], others: Sequence[Sequence[str]]
) -> list[tuple[int, int]]:
    """Gives the pairs of segments that answer each other: the shorter has a good share of its words in the longer."""
    return sorted(
        (i, j)
        for (i, j), count in shared.items()
        if count >= max(FEWEST_SHIFTED, STRADDLES * min(len(own[i]), len(others[j])))
    )


def _ranges(links: Sequence[tuple[int, int]]) -> list[tuple[range, range]]:
    """Joins links that share a segment: the ranges of both sides that hold the same words."""
    found: list[tuple[range, range]] = []
    for i, j in links:
        if found and (i < found[-1][0].stop or j < found[-1][1].stop):
            rows, columns = found[-1]
            found[-1] = (
                range(min(rows.start, i), max(rows.stop, i + 1)),
                range(min(columns.start, j), max(columns.stop, j + 1)),
            )
        else:
            found.append((range(i, i + 1), range(j, j + 1)))
    return found


def _parts_of(whole: str, keys: Sequence[str]) -> list[tuple[tuple[int, ...], float]]:
    words = _words(whole)
    if len(words) < FEWEST_OF_WHOLE or len(whole) > LONG_TEXT:
        return []
    parts = [_words(key) for key in keys[:MAX_PARTS]]
    held = [
        place for place, part in enumerate(parts) if part and LCSseq.similarity(words, part) >= CONTAINED * len(part)
    ]
    if len(held) < FEWEST_PARTS:
        return []
    run = tuple(range(held[0], held[-1] + 1))
    shared = LCSseq.similarity(words, [word for place in run for word in parts[place]])
    longest = max(len(words), sum(len(parts[place]) for place in run))
    are_same = all(LCSseq.similarity(words, parts[place]) >= SAME_PART * len(parts[place]) for place in run)
    floor = (WHOLE_OF_SAME if are_same else WHOLE_OF_HELD) if len(held) == len(run) else WHOLE
    if shared < floor * longest or max(len(parts[place]) for place in run) >= WHOLE * len(words):
        return []
    return [(run, shared / longest)]


def _words(key: str) -> list[str]:
    return [word for word in key.split(" ") if is_word(word)]


def rejoin_shifted(groups: Sequence[Group], draft_keys: Sequence[str], final_keys: Sequence[str]) -> list[Group]:
    """Joins neighbouring groups where only the break between their paragraphs shifted.

    A sentence that ended one paragraph and begins the next is no change of wording; words of it may be.
    """
    joined: list[Group] = []
    for group in groups:
        last = joined[-1] if joined else None
        if (
            last
            and last[2] < 1 > group[2]
            and last[0][-1] + 1 == group[0][0]
            and last[1][-1] + 1 == group[1][0]
            and _has_shifted(last, group, draft_keys, final_keys)
        ):
            own, others = last[0] + group[0], last[1] + group[1]
            joined[-1] = (own, others, likeness(_key(draft_keys, own), _key(final_keys, others)))
        else:
            joined.append(group)
    return joined


def _has_shifted(first: Group, second: Group, draft_keys: Sequence[str], final_keys: Sequence[str]) -> bool:
    """Whether the words that one of two pairs lacks on one side stand in the other pair, on that side."""
    left, right = (_key(draft_keys, group[0]) for group in (first, second))
    other_left, other_right = (_key(final_keys, group[1]) for group in (first, second))
    if f"{left} {right}" == f"{other_left} {other_right}":
        return True
    gained, lost = left.count(" ") - other_left.count(" "), other_right.count(" ") - right.count(" ")
    shifted = min(abs(gained), abs(lost))
    if shifted < FEWEST_SHIFTED or (gained > 0) != (lost > 0):
        return False
    apart = common_words(left, other_left) + common_words(right, other_right)
    return common_words(f"{left} {right}", f"{other_left} {other_right}") - apart >= CONTAINED * shifted


def _key(keys: Sequence[str], places: Sequence[int]) -> str:
    return " ".join(keys[place] for place in places)


def _free(length: int, taken: Sequence[tuple[int, ...]]) -> list[bool]:
    free = [True] * length
    for places in taken:
        for place in places:
            free[place] = False
    return free


def _grow(group: Group, keys: Sequence[str], free: list[bool], whole: str) -> Group:
    """Adds free neighbours, before and after the second side, while the whole holds them and likeness grows."""
    anchor, places, score = group
    while len(places) < MAX_PARTS:
        for candidate, joined in ((places[-1] + 1, "after"), (places[0] - 1, "before")):
            if not (0 <= candidate < len(keys) and free[candidate] and keys[candidate]):
                continue
            parts = (*places, candidate) if joined == "after" else (candidate, *places)
            before, after = _key(keys, places), _key(keys, parts)
            length = keys[candidate].count(" ") + 1
            gained = common_words(whole, after) - common_words(whole, before)
            likeness_after = likeness(whole, after)
            if gained >= CONTAINED * length and likeness_after > score:
                free[candidate] = False
                places, score = parts, likeness_after
                break
        else:
            break
    return anchor, places, score


def _exact_parts(
    wholes: Sequence[str], parts: Sequence[str], marks: Sequence[str]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    starts: dict[str, list[int]] = {}
    for place, key in enumerate(parts):
        starts.setdefault(key.partition(" ")[0], []).append(place)
    found: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    used = -1
    for place, whole in enumerate(wholes):
        for start in starts.get(whole.partition(" ")[0], [])[:MAX_PARTS]:
            end, length = start, -1
            while end < len(parts) and length < len(whole):
                marked = f"{marks[end]} {parts[end]}" if marks[end] and end > start else parts[end]
                part = marked if whole.startswith(marked, length + 1) else parts[end]
                if not whole.startswith(part, length + 1):
                    break
                length += len(part) + 1
                end += 1
            if start > used and length == len(whole) and end - start > 1:
                found.append(((place,), tuple(range(start, end))))
                used = end - 1
                break
    return found
