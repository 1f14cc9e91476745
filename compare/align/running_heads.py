"""Matches the running heads of both documents that say different things.

    Parks Committee – 6 September 2022 – 3     Parks Committee – 13 September 2022 – 2     another date
    Parks Committee – 6 September 2022 – 3     Minutes of the Parks Committee, page 1       nothing to compare
    Parks Committee | Page 3                   Licensing Board | 3 of 9                     another body

Heads that say the same, on one line or on two, are page furniture on both sides, and stay apart. Those that are left
are matched by their words; where these are too different, by what they name: a day, a body, anything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from compare.values import MatchedBy, Minutes, Pair, Relation, RunningHead

# The most distinct heads of a document that are matched; a page of a web site has more lines, and no running heads.
_MOST = 100
# In percent of the words: two lines of one design differ in a date or a name.
_ALIKE = 50.0


class _Match(NamedTuple):
    draft: RunningHead
    final: RunningHead
    score: float


def match_running_heads(alignment: Sequence[Pair], draft: Minutes, final: Minutes) -> tuple[Pair, ...]:
    """Joins the pairs of two running heads that say different things into one; its relation stays furniture.

    Cost: quadratic in the distinct heads, of which at most a hundred count.
    """
    matches = {match.final.segments[0]: match for match in _matches(draft, final)}
    joined = {match.draft.segments[0] for match in matches.values()}
    pairs = []
    for pair in alignment:
        is_furniture = pair.relation is Relation.FURNITURE
        match = matches.get(pair.final[0]) if is_furniture and pair.final else None
        if match is not None:
            score = round(match.score / 100, 3)
            pairs.append(replace(pair, draft=match.draft.segments[:1], score=score, matched_by=MatchedBy.FUZZY))
        elif not (is_furniture and joined.intersection(pair.draft)):
            pairs.append(pair)
    return tuple(pairs)


def _unlike(draft: Minutes, final: Minutes) -> tuple[list[RunningHead], list[RunningHead]]:
    """The heads of each document that the other has neither as they are nor in several lines."""
    own, other = ([*_heads_of_pages(minutes)][:_MOST] for minutes in (draft, final))
    keys, keys_there = ({head.key for head in heads} for heads in (own, other))
    alike = keys & keys_there
    for whole, parts in ((keys, keys_there), (keys_there, keys)):
        for key in whole - alike:
            lines = _lines_of(key.split(), parts)
            alike |= {key, *lines} if lines else set()
    said, said_there = (f" {' | '.join(head.key for head in heads)} " for heads in (own, other))
    for heads, there, elsewhere in ((own, other, said_there), (other, own, said)):
        for head in heads:  # a head that names the same body or day and says less
            if (head.names_body or head.dates) and f" {head.key} " in elsewhere:
                alike |= {head.key, *(one.key for one in there if f" {head.key} " in f" {one.key} ")}
    return [head for head in own if head.key not in alike], [head for head in other if head.key not in alike]


def _heads_of_pages(minutes: Minutes) -> Iterator[RunningHead]:
    """The heads that pages print: a web page has none, and a text shows them only where they recur."""
    if minutes.outline.is_web_page:
        return
    is_stated = bool(minutes.document.paragraphs)
    yield from (head for head in minutes.outline.running_heads if head.key and (is_stated or len(head.segments) > 1))


def _lines_of(words: list[str], keys: set[str]) -> list[str]:
    """The heads of another document that say these words one after the other; none if they do not."""
    reached: dict[int, list[str]] = {0: []}
    for end in range(1, len(words) + 1):
        for start in [place for place in reached if place < end]:
            key = " ".join(words[start:end])
            if key in keys:
                reached[end] = [*reached[start], key]
                break
    return reached.get(len(words), [])


def _matches(draft: Minutes, final: Minutes) -> list[_Match]:
    """The heads that say different things, the most similar first, then by what they name."""
    own, other = _unlike(draft, final)
    found = _take_alike(own, other)
    said = {head.key for head in own if _is_said(head, draft, final)}
    said_there = {head.key for head in other if _is_said(head, final, draft)}
    for kind in (_is_dated, _names_body):
        here, there = [head for head in own if kind(head)], [head for head in other if kind(head)]
        taken = [
            _Match(left, right, 0.0)
            for left, right in zip(here, there, strict=False)
            if not (left.key in said and right.key in said_there)
        ]
        _take_out(taken, own, other)
        found += taken
    # The head of a table, which a page repeats, stands in the text of the other document: it is no running head.
    unsaid, unsaid_there = (
        [head for head in heads if head.key not in keys] for heads, keys in ((own, said), (other, said_there))
    )
    return found + [_Match(left, right, 0.0) for left, right in zip(unsaid, unsaid_there, strict=False)]


def _take_out(matches: Sequence[_Match], own: list[RunningHead], other: list[RunningHead]) -> None:
    for match in matches:
        own.remove(match.draft)
        other.remove(match.final)


def _take_alike(own: list[RunningHead], other: list[RunningHead]) -> list[_Match]:
    """The most similar heads first; ties in the order of the documents. Takes them out of both lists."""
    if not own or not other:
        return []
    scores = process.cdist([head.key for head in own], [head.key for head in other], scorer=_of_words)
    ranked = sorted(
        (-float(scores[i][j]), i, j) for i in range(len(own)) for j in range(len(other)) if scores[i][j] >= _ALIKE
    )
    found: dict[int, tuple[int, float]] = {}
    for score, i, j in ranked:
        if i not in found and j not in {place for place, _ in found.values()}:
            found[i] = j, -score
    matches = [_Match(own[i], other[j], score) for i, (j, score) in sorted(found.items())]
    _take_out(matches, own, other)
    return matches


def _of_words(own: str, other: str, **_: object) -> float:
    """How many of the words of two lines are the same in the same order, in percent."""
    return float(ratio(own.split(), other.split()))


def _is_dated(head: RunningHead) -> bool:
    return bool(head.dates)


def _names_body(head: RunningHead) -> bool:
    return head.names_body


def _is_said(head: RunningHead, own: Minutes, other: Minutes) -> bool:
    """Whether the other document has a head, or its words alone, in one place of its text."""
    whole = own.keys[head.segments[0]]
    return any(head.key in key or whole in key for key in other.keys)
