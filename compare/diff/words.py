"""Finds which runs of tokens changed in one pair, and cuts them where a person would.

draft   It highlighted that that the reforms …      a doubled word: either may go, the second is reported
final   It highlighted that the reforms …
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from compare.text.common_subsequence import match_in_order
from compare.text.tokens import is_word, letters_of

# Cells of a pair's n × m that are matched exactly (5,000 words a side: 25 million bits, some milliseconds). A longer
# paragraph is first divided at words that occur once on both sides.
MAX_CELLS = 25_000_000

# Inside a replaced run, words at least so alike (0–1, of their letters) are matched: "the Chair" → "a Vice-Chair" is
# two edits. At 0.5, "to" would match "at" in "up to" → "at least". A run as alike as ONE_WORD (0–1) as a whole is one
# word written apart: "has not" → "hasn't".
LEAST_ALIKENESS = 0.6
ONE_WORD = 0.8
MAX_RUN = 16  # tokens of a run whose words are matched; beyond, a person sees one rewritten passage

# A rewritten passage is several edits that are reported as one. Three with two thirds of the words changed are too
# scattered to be read one by one; two are two edits, unless all that separates them is a "the" in a dozen words. Two
# unchanged words in a row part it: they are not marked as changed.
MOST_WORDS_BETWEEN = 1  # unchanged words between one edit of it and the next
FEWEST_EDITS = 3  # edits that make a rewritten passage
MOST_TOKENS_BETWEEN = 2  # unchanged tokens between one edit of it and the next
MOST_KEPT_SHARE = 0.34  # share of its tokens that are kept (0–1); with more, the edits are reported one by one
MOST_KEPT_SHARE_OF_TWO = 0.15  # the same where it has fewer edits than FEWEST_EDITS
SHORTEST_REWRITE = 6  # tokens of its longer side; it must have more

# Unchanged tokens over which words can change places; further apart, one was moved.
MOST_TOKENS_CROSSED = 4

_ENDS = frozenset(".!?;:")


class Cut(NamedTuple):
    """Draft tokens [i1, i2) became final tokens [j1, j2); one of the two may be empty."""

    i1: int
    i2: int
    j1: int
    j2: int
    rewritten: bool = False


def cut_words(draft: list[str], final: list[str]) -> list[Cut]:
    """Compares two token sequences and gives the cuts in order; they do not overlap.

    Input: keys of tokens. Cost: n·m/64 up to MAX_CELLS, near-linear beyond. The same cuts, sides exchanged, when
    draft and final are exchanged: ties are broken by the texts, not by which comes first.
    """
    if draft > final:
        return [Cut(cut.j1, cut.j2, cut.i1, cut.i2, cut.rewritten) for cut in cut_words(final, draft)]
    cuts = _raw_cuts(draft, final)
    cuts = [_slide(cut, draft, final, cuts, place) for place, cut in enumerate(cuts)]
    cuts = _uncross(cuts, draft, final)
    cuts = [part for cut in _join(cuts) for part in _cut_inside(cut, draft, final)]
    if len(cuts) > 1 and _share_kept(cuts, len(draft), len(final)) < MOST_KEPT_SHARE:
        return [_as_one(run) for run in _runs(cuts, draft, len(draft))]
    return _join_scattered(cuts, draft)


def _share_kept(cuts: Sequence[Cut], draft_length: int, final_length: int) -> float:
    """Gives the share of both texts' tokens that no cut touches (Dice), 0–1."""
    kept = draft_length - sum(cut.i2 - cut.i1 for cut in cuts)
    return 2 * kept / (draft_length + final_length)


def _raw_cuts(draft: Sequence[str], final: Sequence[str]) -> list[Cut]:
    cuts = []
    i = j = 0
    for a, b in [*match_in_order(draft, final, MAX_CELLS), (len(draft), len(final))]:
        if i < a or j < b:
            cuts.append(Cut(i, a, j, b))
        i, j = a + 1, b + 1
    return cuts


def _slide(cut: Cut, draft: Sequence[str], final: Sequence[str], cuts: Sequence[Cut], place: int) -> Cut:
    """Moves a one-sided cut among equal neighbours to where it begins and ends as a sentence or clause does."""
    if cut.i1 < cut.i2 and cut.j1 < cut.j2:
        return cut
    is_insert = cut.i1 == cut.i2
    tokens = final if is_insert else draft
    start, end = (cut.j1, cut.j2) if is_insert else (cut.i1, cut.i2)
    before = cuts[place - 1] if place else Cut(0, 0, 0, 0)
    after = cuts[place + 1] if place + 1 < len(cuts) else Cut(len(draft), len(draft), len(final), len(final))
    room_before = (cut.j1 - before.j2) if is_insert else (cut.i1 - before.i2)
    room_after = (after.j1 - cut.j2) if is_insert else (after.i1 - cut.i2)
    shift = _best_shift(tokens, start, end, room_before - (1 if place else 0), room_after)
    if is_insert:
        return Cut(cut.i1 + shift, cut.i2 + shift, start + shift, end + shift)
    return Cut(start + shift, end + shift, cut.j1 + shift, cut.j2 + shift)


def _best_shift(tokens: Sequence[str], start: int, end: int, room_before: int, room_after: int) -> int:
    low = 0
    while -low < room_before and tokens[start + low - 1] == tokens[end + low - 1]:
        low -= 1
    high = 0
    while high < room_after and tokens[start + high] == tokens[end + high]:
        high += 1
    return max(range(low, high + 1), key=lambda shift: (_fit(tokens, start + shift, end + shift), shift))


def _fit(tokens: Sequence[str], start: int, end: int) -> int:
    """Scores how naturally a run begins and ends: a sentence best, then a clause with its comma, then words alone."""
    begins_sentence = start == 0 or tokens[start - 1] in _ENDS
    ends_sentence = tokens[end - 1] in _ENDS
    if begins_sentence and (ends_sentence or end == len(tokens)):
        return 4
    if begins_sentence or ends_sentence:
        return 1
    if start and tokens[start - 1] == "," == tokens[end - 1]:
        return 3
    return 2 if is_word(tokens[start]) else 0


def _uncross(cuts: Sequence[Cut], draft: Sequence[str], final: Sequence[str]) -> list[Cut]:
    """Replaces neighbouring cuts of words that changed places by two exchanges.

    draft   proposed Mr Crisp, seconded Miss Bunn
    final   proposed Miss Bunn, seconded Mr Crisp

    Keeping "Mr Crisp" in place keeps no more words than keeping ", seconded", and reads worse.
    """
    kept: list[Cut] = []
    for cut in cuts:
        last = kept[-1] if kept else None
        if last and _is_crossed(last, cut) and cut.i2 - last.i1 == cut.j2 - last.j1:
            places = range(cut.i2 - last.i1)
            equal = [draft[last.i1 + place] == final[last.j1 + place] for place in places]
            if sum(equal) >= cut.i1 - last.i2:
                kept[-1:] = [
                    Cut(last.i1 + place, last.i1 + place + 1, last.j1 + place, last.j1 + place + 1)
                    for place in places
                    if not equal[place]
                ]
                continue
        kept.append(cut)
    return kept


def _is_crossed(first: Cut, second: Cut) -> bool:
    """Whether one cut only inserts and the next only deletes, or the reverse, few tokens apart."""
    one, other = (first.i1 == first.i2, first.j1 == first.j2), (second.i1 == second.i2, second.j1 == second.j2)
    return any(one) and any(other) and one != other and second.i1 - first.i2 <= MOST_TOKENS_CROSSED


def _join(cuts: Sequence[Cut]) -> list[Cut]:
    """Joins cuts that touch after they were moved."""
    joined: list[Cut] = []
    for cut in cuts:
        if joined and joined[-1].i2 == cut.i1 and joined[-1].j2 == cut.j1:
            last = joined.pop()
            joined.append(Cut(last.i1, cut.i2, last.j1, cut.j2))
        else:
            joined.append(cut)
    return joined


def _cut_inside(cut: Cut, draft: Sequence[str], final: Sequence[str]) -> list[Cut]:
    """Cuts a replaced run where words inside it match."""
    rows, columns = cut.i2 - cut.i1, cut.j2 - cut.j1
    if not rows or not columns or rows == columns == 1 or rows > MAX_RUN or columns > MAX_RUN:
        return [cut]
    if _is_one_word(draft[cut.i1 : cut.i2], final[cut.j1 : cut.j2]):
        return [cut]
    links = _alike_path(draft[cut.i1 : cut.i2], final[cut.j1 : cut.j2])
    parts = []
    i, j = 0, 0
    for a, b in [*links, (rows, columns)]:
        if i < a or j < b:
            parts.append(Cut(cut.i1 + i, cut.i1 + a, cut.j1 + j, cut.j1 + b))
        if a < rows:
            parts.append(Cut(cut.i1 + a, cut.i1 + a + 1, cut.j1 + b, cut.j1 + b + 1))
        i, j = a + 1, b + 1
    return parts


def _is_one_word(draft: Sequence[str], final: Sequence[str]) -> bool:
    """Whether the letters of two runs make the same word or nearly: "cost-of-living", "cost of living"."""
    own, other = letters_of("".join(draft)), letters_of("".join(final))
    if sum(map(is_word, draft)) == sum(map(is_word, final)) or not own or not other:
        return False
    return Indel.normalized_similarity(own, other) >= ONE_WORD


def _alike_path(draft: Sequence[str], final: Sequence[str]) -> list[tuple[int, int]]:
    rows, columns = len(draft), len(final)
    scores = [[_alikeness(word, other) for other in final] for word in draft]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows):
        for j in range(columns):
            taken = best[i][j] + scores[i][j] if scores[i][j] else 0.0
            best[i + 1][j + 1] = max(best[i][j + 1], best[i + 1][j], taken)
    links = []
    i, j = rows, columns
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            links.append((i, j))
    return links[::-1]


def _alikeness(draft: str, final: str) -> float:
    """Gives 0 where two words do not match, else LEAST_ALIKENESS to 1. A mark matches a mark, never a word."""
    if is_word(draft) != is_word(final):
        return 0.0
    if not is_word(draft):
        return LEAST_ALIKENESS
    score = Indel.normalized_similarity(draft, final)
    return score if score >= LEAST_ALIKENESS and min(len(draft), len(final)) > 1 else 0.0


def _join_scattered(cuts: Sequence[Cut], draft: Sequence[str]) -> list[Cut]:
    """Joins cuts that stand close together to one rewritten passage, where few words between them were kept."""
    gathered: list[Cut] = []
    for run in _runs(cuts, draft, MOST_TOKENS_BETWEEN):
        gathered.extend([_as_one(run)] if _is_rewritten(run) else run)
    return gathered


def _is_rewritten(run: Sequence[Cut]) -> bool:
    if len(run) <= 1:
        return False
    size = max(run[-1].i2 - run[0].i1, run[-1].j2 - run[0].j1)
    kept = size - sum(max(cut.i2 - cut.i1, cut.j2 - cut.j1) for cut in run)
    share = MOST_KEPT_SHARE if len(run) >= FEWEST_EDITS else MOST_KEPT_SHARE_OF_TWO
    return kept < share * size and size > SHORTEST_REWRITE


def _runs(cuts: Sequence[Cut], draft: Sequence[str], most_tokens: int) -> list[list[Cut]]:
    """Gathers cuts with few unchanged tokens between one and the next, and one word among them at most."""
    runs: list[list[Cut]] = []
    for cut in cuts:
        kept = draft[runs[-1][-1].i2 : cut.i1] if runs else ()
        if runs and len(kept) <= most_tokens and sum(map(is_word, kept)) <= MOST_WORDS_BETWEEN:
            runs[-1].append(cut)
        else:
            runs.append([cut])
    return runs


def _as_one(run: Sequence[Cut]) -> Cut:
    return run[0] if len(run) == 1 else Cut(run[0].i1, run[-1].i2, run[0].j1, run[-1].j2, rewritten=True)
