"""Finds the fewest words of the draft around a place that no other place of its agenda item has.

    … the voices were [head] and … the voices were [head] once more …        "head and", "head once"

Only the draft is looked at, so the answer is the same whatever the final says, and whichever places are asked about.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from compare.text.tokens import is_word, segment_tokens, wording_key
from compare.values import Minutes, Span

# Words to either side that are tried, one after the other, until they occur once. Unit: words.
_REACHES = (0, 1, 2, 3, 4, 6, 8)

_QUOTE = "'"  # a key may end with one: carers', and the last word of 'two homes'
_OPENING_MARKS = " *_~`\\<"  # markup before a word is no word, and cut off from its word it would look like one
_SHORT_ITEM = 50_000  # characters: up to here it is quicker to search an item for a word than to count all words
_LONG_SEGMENT = 5_000  # characters: up to here the words before a place are counted from the segment's beginning
_EDGE = "¶"  # stands before the first and after the last word of a segment

_Place = tuple[int, int]  # a segment, and a position among its words


class ItemWords:
    """The words of one agenda item of the draft. Only segments that share a rare word with a question are looked at.

    Cost: linear in the item's words, once; then the places of the rarest word of each question.
    """

    def __init__(self, draft: Minutes, segments: Iterable[int]) -> None:
        self._draft = draft
        self._members = tuple(segments)
        self._starts: dict[int, int] = {}
        parts, length = [], 0
        for index in self._members:  # with two blanks between words, a search for " that " finds both of " that  that "
            self._starts[index] = length
            parts.append(f" {_EDGE}  {draft.keys[index].replace(' ', '  ')}  {_EDGE} ")
            length += len(parts[-1])
        self._text = "".join(parts)
        self._segments: dict[int, _SegmentWords] = {}
        self._known: dict[tuple[int, tuple[str, ...]], list[_Place]] = {}

    def surroundings(self, segment: int, span: Span, words: str) -> tuple[str, ...]:
        """The fewest words before and after `span`, which begins in `segment`, that no other place with its words has.

        `words` are its keys. Empty where they occur once. Where every place has the same words around it, its ordinal
        comes third.
        """
        if any(self._occurs_once(word) for word in words.split(" ") if is_word(word)):
            return ()
        own = self._words_of(segment)
        first, last = own.positions_of(span, len(words.split()) if len(span) else 0)
        if len(self._text) <= _SHORT_ITEM:
            return self._surroundings_in_text(own, self._starts.get(segment, 0), first, last)
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

    def _surroundings_in_text(self, own: _SegmentWords, start: int, first: int, last: int) -> tuple[str, ...]:
        """As `surroundings`, of a short item: the whole of it is searched for the words, each time with more around."""
        low, high, count, window = first, last, 0, ""
        for reach in _REACHES[first == last :]:
            low, high = max(0, first - reach), min(len(own.words), last + reach)
            window = f" {'  '.join(own.words[low:high])} "
            count = self._text.count(window)
            if count <= 1:
                break
        if count <= 1 and (low, high) == (first, last):
            return ()
        around = (" ".join(own.words[low:first]), " ".join(own.words[last:high]))
        before = start + sum(len(word) + 2 for word in own.words[:low])
        return around if count <= 1 else (*around, str(self._text.count(window, 0, before)))

    def _occurs_once(self, word: str) -> bool:
        if len(self._text) <= _SHORT_ITEM:
            return self._text.count(f" {word} ") == 1
        return self._counts[word.rstrip(_QUOTE)] == 1

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(word.rstrip(_QUOTE) for word in self._text.split())

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        """The segments that have a word."""
        holders: dict[str, list[int]] = {}
        for index in self._members:
            for word in dict.fromkeys(self._draft.keys[index].split(" ")):
                holders.setdefault(word.rstrip(_QUOTE), []).append(index)
        return holders

    def _words_of(self, segment: int) -> _SegmentWords:
        if segment not in self._segments:
            self._segments[segment] = _SegmentWords(self._draft, segment)
        return self._segments[segment]

    def _occurrences(self, offset: int, words: tuple[str, ...], within: Sequence[_Place]) -> list[_Place]:
        """The places of the word `offset` of `words`, wherever all of these stand.

        `within` are the places found with fewer words around; empty at the first question.
        """
        if (offset, words) not in self._known:
            counted = (word for word in words if is_word(word) and word.rstrip(_QUOTE) in self._counts)
            rarest = min(counted, key=lambda word: self._counts[word.rstrip(_QUOTE)], default=None)
            candidates: Iterable[_Place] = within
            if rarest is not None and (not within or self._counts[rarest.rstrip(_QUOTE)] < len(within)):
                at = offset - words.index(rarest)
                candidates = (
                    (segment, position + at)
                    for segment in self._holders.get(rarest.rstrip(_QUOTE), ())
                    for position in self._words_of(segment).places_of(rarest)
                )
            elif not within:  # marks alone, looked at without words around them
                candidates = (
                    (segment, position)
                    for segment in dict.fromkeys(index for held in self._holders.values() for index in held)
                    for position in self._words_of(segment).places_of(words[offset] if words else _EDGE)
                )
            wanted = list(words)
            self._known[offset, words] = sorted(
                (segment, at)
                for segment, at in candidates
                if at >= offset and self._words_of(segment).words[at - offset : at - offset + len(wanted)] == wanted
            )
        return self._known[offset, words]


class _SegmentWords:
    """The words of one segment, an edge before and after them, and where each stands.

    A short segment takes them from its key; of a long one the tokens are kept, so that each place costs no more.
    """

    def __init__(self, draft: Minutes, segment: int) -> None:
        self._document, self._segment = draft.document, draft.segments[segment]
        self._starts: list[int] | None = None
        words: Iterable[str] = draft.keys[segment].split(" ")
        if self._segment.end - self._segment.start > _LONG_SEGMENT:
            tokens = segment_tokens(draft.document, self._segment)
            self._starts = [token.start for token in tokens]
            words = (token.key for token in tokens)
        self.words = [_EDGE, *words, _EDGE]

    def places_of(self, word: str) -> Sequence[int]:
        """The positions of a word."""
        if self._starts is None:
            return [place for place, other in enumerate(self.words) if other == word]
        return self._places.get(word, ())

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            places.setdefault(word, []).append(place)
        return places

    def positions_of(self, span: Span, words: int) -> tuple[int, int]:
        """The positions [first, last) of the words of `span`, of which there are `words`, that are the segment's."""
        if self._starts is not None:
            return 1 + bisect_left(self._starts, span.start), 1 + bisect_left(self._starts, span.end)
        before = [
            self._document.text[piece.start : min(piece.end, span.start)]
            for piece in self._segment.pieces
            if piece.start < span.start
        ]
        first = 1 + len(wording_key(" ".join(before).rstrip(_OPENING_MARKS)).split())
        return min(first, len(self.words) - 1), min(first + words, len(self.words) - 1)
