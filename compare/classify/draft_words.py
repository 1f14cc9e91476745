"""Finds the fewest words of the draft around a place that no other place of its agenda item has.

    … the voices were [head] and … the voices were [head] once more …        "head and", "head once"

Only the draft is looked at, so the answer is the same whatever the final says, and whichever places are asked about.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from compare.text.tokens import is_word, segment_tokens
from compare.values import Minutes, Span

# Words to either side that are tried, one after the other, until they occur once. Unit: words.
_REACHES = (0, 1, 2, 3, 4, 6, 8)

_QUOTE = "'"  # a key may end with one: carers', and the last word of 'two homes'
_EDGE = "¶"  # stands before the first and after the last word of a segment

_Place = tuple[int, int]  # a segment, and a position among its words


class ItemWords:
    """The words of one agenda item of the draft. Only segments that share a rare word with a question are tokenised.

    Cost: linear in the item's words, once; then the places of the rarest word of each question.
    """

    def __init__(self, draft: Minutes, segments: Iterable[int]) -> None:
        self._draft = draft
        self._holders: dict[str, list[int]] = {}  # the segments that have a word
        self._counts: Counter[str] = Counter()
        for index in segments:
            words = [word.rstrip(_QUOTE) for word in draft.keys[index].split(" ")]
            self._counts.update(words)
            for word in dict.fromkeys(words):
                self._holders.setdefault(word, []).append(index)
        self._segments: dict[int, _SegmentWords] = {}
        self._known: dict[tuple[int, tuple[str, ...]], list[_Place]] = {}

    def surroundings(self, segment: int, span: Span, words: str) -> tuple[str, ...]:
        """The fewest words before and after `span`, which begins in `segment`, that no other place with its words has.

        `words` are its keys. Empty where they occur once. Where every place has the same words around it, its ordinal
        comes third.
        """
        if any(self._counts[word.rstrip(_QUOTE)] == 1 for word in words.split(" ") if is_word(word)):
            return ()
        own = self._words_of(segment)
        first, last = own.positions_of(span)
        places: list[_Place] = []
        low, high = first, last
        for reach in _REACHES[first == last :]:
            low, high = max(0, first - reach), min(len(own.words), last + reach)
            places = self._occurrences(first - low, tuple(own.words[low:high]), places)
            if len(places) <= 1:
                break
        if len(places) <= 1 and (low, high) == (first, last):
            return ()
        around = (" ".join(own.words[low:first]), " ".join(own.words[last:high]))
        return around if len(places) <= 1 else (*around, str(bisect_left(places, (segment, first))))

    def _words_of(self, segment: int) -> _SegmentWords:
        if segment not in self._segments:
            self._segments[segment] = _SegmentWords(self._draft, segment)
        return self._segments[segment]

    def _occurrences(self, offset: int, words: tuple[str, ...], within: Sequence[_Place]) -> list[_Place]:
        """The places of the word `offset` of `words`, wherever all of these stand.

        `within` are the places found with fewer words around; empty at the first question.
        """
        if (offset, words) not in self._known:
            counted = (word for word in words if is_word(word) and word in self._counts)
            rarest = min(counted, key=lambda word: self._counts[word], default=None)
            candidates: Iterable[_Place] = within
            if rarest is not None and (not within or self._counts[rarest] < len(within)):
                at = offset - words.index(rarest)
                candidates = (
                    (segment, position + at)
                    for segment in self._holders.get(rarest, ())
                    for position in self._words_of(segment).positions.get(rarest, ())
                )
            elif not within:  # marks alone, looked at without words around them
                candidates = (
                    (segment, position)
                    for segment in dict.fromkeys(index for held in self._holders.values() for index in held)
                    for position in self._words_of(segment).positions.get(words[offset] if words else _EDGE, ())
                )
            wanted = list(words)
            self._known[offset, words] = sorted(
                (segment, at)
                for segment, at in candidates
                if at >= offset and self._words_of(segment).words[at - offset : at - offset + len(wanted)] == wanted
            )
        return self._known[offset, words]


class _SegmentWords:
    """The words of one segment, an edge before and after them, and where each stands."""

    def __init__(self, draft: Minutes, segment: int) -> None:
        tokens = segment_tokens(draft.document, draft.segments[segment])
        self._starts = [token.start for token in tokens]
        self.words = [_EDGE, *(token.key for token in tokens), _EDGE]
        self.positions: dict[str, list[int]] = {}
        for position, word in enumerate(self.words):
            self.positions.setdefault(word, []).append(position)

    def positions_of(self, span: Span) -> tuple[int, int]:
        """The positions [first, last) of the words of `span` that are the segment's."""
        return 1 + bisect_left(self._starts, span.start), 1 + bisect_left(self._starts, span.end)
