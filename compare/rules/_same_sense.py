"""Whether a change says the same in other words: each word that differs has its match, and nothing else differs.

    [informed] members that   →   [told] members that                    a word for a word
    [offered his thanks to]   →   [thanked]                              a phrase for a word
    the clerk [was told by Mr Pell]   →   [Mr Pell informed] the clerk   the same, in the other voice
    [was accepted]            →   [was noted]                            no: they are in no group together

The words are those of `models/patterns/synonyms.toml`. Small words that leave the sense as it is (articles, "that") may
differ beside them; a denial, a duty, a figure or a word without a match makes it another sense, and so does another
order of the words, unless it is that of the other voice. (The same words in another construction: `_retelling.py`.)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from compare.style.synonyms import Synonym
from compare.style.word_lists import WordLists
from compare.values import Reading, Word

_REACH = 7  # unchanged words on each side of an edit that may be part of a phrase: "[gave] members an update"
_MOST_CHANGED = 30  # changed words of both sides; more are a passage worded anew
_MOST_FOUND = 60  # phrases of each side that are set against each other
_LOOK_BACK = 3  # words before a verb among which "was" makes it passive: "was also told"

_BE = frozenset(("am", "is", "are", "was", "were", "be", "been", "being"))
_HAVE = frozenset(("has", "have", "had"))
_WILL = frozenset(("will", "would", "shall", "should"))
_BETWEEN = frozenset(("also", "then", "now", "all", "both", "again", "first", "not", "been", "being", "to"))
# What ends the doer after "by", or begins the clause that a verb stands in.
_STOPS = frozenset(
    (
        *("that", "which", "who", "whom", "whose", "and", "or", "but", "when", "where", "while", "because", "although"),
        *("at", "in", "on", "for", "to", "from", "with", "as", "about", "during", "after", "before", "until", "if"),
    )
)
_MARKS = frozenset((",", ";", ":", ".", "(", ")", "-", "?", "!"))
_KEPT = frozenset(("whose", "own", "where", "how", "why", "again", "same"))  # small words that are part of the order
# Verbs of which what is given or who is given it may be the subject: "was given to them", "they were given".
_GIVING = frozenset(("give", "offer", "show", "send", "hand", "award", "promise", "teach", "lend", "grant"))
_LONGEST_ASIDE = 8  # words of "the works, residents were informed, would begin"


class SameSense(NamedTuple):
    """How a change says the same: `is_formal` where all its matches hold in a resolution too."""

    is_formal: bool


class _Match(NamedTuple):
    """A word or phrase of each side that are of one group, or two forms of one word."""

    draft: tuple[int, int]
    final: tuple[int, int]
    is_formal: bool
    is_form: bool = False  # two forms of one word
    is_turned: bool = False  # one of them passive, the other not

    def of(self, number: int) -> tuple[int, int]:
        """The places of the draft's words (0) or the final's (1)."""
        return self.final if number else self.draft


def find_same_sense(
    draft: Reading, final: Reading, own_words: tuple[Sequence[Word], Sequence[Word]], lists: WordLists
) -> SameSense | None:
    """How the change says the same, `None` where it may not. `own_words` are those that only one side has.

    Cost: linear in the words of the change.
    """
    changed = len(own_words[0]) + len(own_words[1])
    if not changed or changed > _MOST_CHANGED or any(map(_has_figure, (*own_words[0], *own_words[1]))):
        return None
    before = _common(draft.before[::-1], final.before[::-1])
    after = _common(draft.after, final.after)
    own, other = (
        _Side(reading, words, before, after, lists) for reading, words in zip((draft, final), own_words, strict=True)
    )
    return _Comparison(own, other, lists).result()


def _has_figure(word: Word) -> bool:
    return any(map(str.isdigit, word.key))


def _common(one: Sequence[Word], other: Sequence[Word]) -> int:
    """How many words the two have alike from their beginning."""
    count = 0
    for first, second in zip(islice(one, _REACH), other, strict=False):
        if first.key != second.key:
            break
        count += 1
    return count


@dataclass(frozen=True)
class _Side:
    """One side of a change with the unchanged words around it that both sides have."""

    reading: Reading
    own: Sequence[Word]
    before: int
    after: int
    lists: WordLists

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The sentence near the change; of it the sides have `first` up to `last` in common or changed."""
        return (*self.reading.before, *self.reading.words, *self.reading.after)

    @cached_property
    def first(self) -> int:
        """The first of the words that both sides have before the change, or the change itself."""
        return len(self.reading.before) - self.before

    @cached_property
    def last(self) -> int:
        """The place after the words that both sides have after the change."""
        return len(self.reading.before) + len(self.reading.words) + self.after

    @cached_property
    def changed(self) -> frozenset[int]:
        """The places of the words that only this side has."""
        spans = {word.span for word in self.own}
        low = len(self.reading.before)
        return frozenset(
            place for place in range(low, low + len(self.reading.words)) if self.words[place].span in spans
        )

    @cached_property
    def found(self) -> list[Synonym]:
        """The words and phrases of the table at the change; those that explain most of it first."""
        low, high = len(self.reading.before), len(self.reading.before) + len(self.reading.words)
        shown = self.words[self.first : self.last]
        placed = (
            unit._replace(start=unit.start + self.first, end=unit.end + self.first)
            for unit in self.lists.synonyms.find(shown)
        )
        touching = [
            unit
            for unit in placed
            if (unit.start <= high and unit.end >= low if low == high else unit.start < high and unit.end > low)
        ]
        touching.sort(key=lambda unit: (-self.covered(unit.start, unit.end), unit.start))
        return touching[:_MOST_FOUND]

    def covered(self, start: int, end: int) -> int:
        """How many of the changed words a phrase explains."""
        return sum(place in self.changed for place in range(start, end))

    def kept(self, start: int, end: int) -> Counter[str]:
        """The unchanged words of a phrase, articles and forms of "be" left out: these `voice` looks at."""
        return Counter(
            word.key
            for place, word in enumerate(self.words[start:end], start)
            if place not in self.changed and word.key not in _BE and not self.lists.has("determiners", word.key)
        )

    def voice(self, start: int) -> str:
        """Whether a form of "be" makes the verb passive or lasting: "was told", "was telling"."""
        if self.words[start].key in _BE:
            return ""  # part of the phrase: "was grateful for"
        low = max(0, start - _LOOK_BACK)
        for place in range(start - 1, low - 1, -1):
            key = self.words[place].key
            if key in _BE:
                if not self.words[start].key.endswith("ing"):
                    return "passive"
                return "" if _is_future(self.words[max(0, place - 1) : place]) else "lasting"
            if key not in _BETWEEN and not key.endswith("ly"):
                break
        return ""


def _is_future(words: Sequence[Word]) -> bool:
    return any(word.key in _WILL for word in words)


class _Comparison:
    def __init__(self, draft: _Side, final: _Side, lists: WordLists) -> None:
        self._sides = draft, final
        self._lists = lists
        self._matches = self._find_matches()
        self._rest = [
            [
                place
                for place in sorted(side.changed)
                if not any(start <= place < end for start, end in (match.of(number) for match in self._matches))
            ]
            for number, side in enumerate(self._sides)
        ]

    def result(self) -> SameSense | None:
        """How the sides say the same, `None` where they may not."""
        rest = [[side.words[place] for place in places] for side, places in zip(self._sides, self._rest, strict=True)]
        if not all(self._lists.is_function_word(word) for words in rest for word in words):
            return None
        is_reworded = not all(match.is_form for match in self._matches)
        if is_reworded and self._is_same_order(rest):
            return SameSense(all(match.is_formal for match in self._matches))
        if self._is_lasting_future(rest) or self._is_other_order(rest):
            return SameSense(is_formal=False)
        return None

    def _is_same_order(self, rest: Sequence[Sequence[Word]]) -> bool:
        """Whether a word stands for another, and all else is the same or may differ."""
        if any(match.is_turned for match in self._matches):
            return False
        if any(rest) and not self._lists.senses.are_light(*([word.key for word in words] for words in rest)):
            return False
        return self._order(0) == self._order(1)

    def _is_lasting_future(self, rest: Sequence[Sequence[Word]]) -> bool:
        """Whether "will be looking" stands for "will look"."""
        side = self._sides[0 if rest[0] else 1]
        places = self._rest[0 if rest[0] else 1]
        if [[word.key for word in words] for words in rest] not in ([["be"], []], [[], ["be"]]):
            return False
        verb, before = side.words[places[0] + 1 : places[0] + 2], side.words[places[0] - 1 : places[0]]
        is_future = any(word.key in _WILL for word in before)
        return len(self._matches) == 1 and is_future and any(word.key.endswith("ing") for word in verb)

    def _find_matches(self) -> list[_Match]:
        draft, final = self._sides
        found = [
            (
                self._is_turned(one, other),
                -draft.covered(one.start, one.end) - final.covered(other.start, other.end),
                one,
                other,
            )
            for one in draft.found
            for other in final.found
            if one.keys != other.keys and one.groups & other.groups and self._have_same_rest(one, other)
        ]
        found.sort(key=lambda each: (*each[:2], *self._from_start(each[2], each[3])))
        matches: list[_Match] = []
        for is_turned, _, one, other in found:
            match = _Match(
                (one.start, one.end),
                (other.start, other.end),
                any(group.is_formal for group in one.groups & other.groups),
                is_turned=is_turned,
            )
            if not any(_overlap(match, taken) for taken in matches):
                matches.append(match)
        return matches + list(self._forms(matches))

    def _from_start(self, one: Synonym, other: Synonym) -> tuple[int, int]:
        """How far from the beginning two phrases stand; the same whichever document is the draft."""
        places = one.start - self._sides[0].first, other.start - self._sides[1].first
        return sum(places), min(places)

    def _have_same_rest(self, one: Synonym, other: Synonym) -> bool:
        """Whether two phrases have the same unchanged words: "gave [] an update", "provided an update"."""
        draft, final = self._sides
        explained = draft.covered(one.start, one.end) + final.covered(other.start, other.end)
        return explained > 0 and draft.kept(one.start, one.end) == final.kept(other.start, other.end)

    def _is_turned(self, one: Synonym, other: Synonym) -> bool:
        """Whether of two verbs of one sense only one is passive, or lasts: "told", "was informed"."""
        is_verb = any(group.part == "verbs" for group in one.groups & other.groups)
        return is_verb and self._sides[0].voice(one.start) != self._sides[1].voice(other.start)

    def _forms(self, matches: Sequence[_Match]) -> Iterator[_Match]:
        """Changed words that are two forms of one word, beside those of one group: "gave", "were given"."""
        free = [
            [
                place
                for place in sorted(side.changed)
                if not self._lists.is_function_word(side.words[place])
                and side.words[place].key not in self._lists.force
                and not any(start <= place < end for start, end in (match.of(number) for match in matches))
            ]
            for number, side in enumerate(self._sides)
        ]
        synonyms = self._lists.synonyms
        for place in free[0]:
            bases = set(synonyms.bases(self._sides[0].words[place]))
            for other in free[1]:
                if not bases.isdisjoint(synonyms.bases(self._sides[1].words[other])):
                    free[1].remove(other)
                    yield _Match((place, place + 1), (other, other + 1), is_formal=True, is_form=True)
                    break

    def _order(self, number: int) -> tuple[str, ...]:
        """The words of a side in their order, each match as one sign; without the small words that may differ."""
        return tuple(symbol for symbol in self._symbols(number) if symbol not in _MARKS and self._is_ordered(symbol))

    def _is_ordered(self, symbol: str) -> bool:
        return symbol in _KEPT or symbol not in self._lists.senses.light

    def _symbols(self, number: int, *, is_whole: bool = False) -> tuple[str, ...]:
        """The words and marks of a side; a match is the sign "=1". `is_whole`: with the changed words of grammar."""
        side = self._sides[number]
        starts = {match.of(number)[0]: (place, match.of(number)[1]) for place, match in enumerate(self._matches)}
        rest = set() if is_whole else set(self._rest[number])
        symbols, place = [], side.first
        while place < side.last:
            if place in starts:
                sign, place = starts[place]
                symbols.append(f"={sign}")
                continue
            if place not in rest:
                symbols.append(side.words[place].key)
            place += 1
        return tuple(symbols)

    # Another order of the words.

    def _is_other_order(self, rest: Sequence[Sequence[Word]]) -> bool:
        """Whether one side is the other in another voice, or with the report put in as an aside."""
        leftover = [[word.key for word in words] for words in rest]
        for number in (0, 1):
            plain = self._core(self._symbols(1 - number, is_whole=True))
            own = self._core(self._symbols(number, is_whole=True))
            for turned, used in self._turned(number):
                if own != plain and self._core(turned) == plain:
                    spare = [[key for key in keys if key not in used] for keys in leftover]
                    if not any(spare) or self._lists.senses.are_light(*spare):
                        return True
        return False

    def _core(self, symbols: Sequence[str]) -> tuple[str, ...]:
        return tuple(
            symbol for symbol in symbols if symbol not in _MARKS and symbol not in _BE and self._is_ordered(symbol)
        )

    def _turned(self, number: int) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
        """The words of a side in each other order that says the same, and the small words that this order needs."""
        symbols = self._symbols(number, is_whole=True)
        for place, symbol in enumerate(symbols):
            if symbol in _BE:
                yield from self._active(symbols, place, number)
        yield from self._without_aside(symbols, number)
        yield from self._with_plain_subject(symbols)

    def _active(
        self, symbols: tuple[str, ...], be: int, number: int
    ) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
        """The passive with "was" at `be` as an active: "B was thanked by A" as "A thanked B"."""
        verb = be + 1
        while verb < len(symbols) and (symbols[verb] in _BETWEEN or symbols[verb].endswith("ly")):
            verb += 1
        if verb >= len(symbols) or symbols[verb] in _MARKS:
            return
        start = next(
            (place + 1 for place in range(be - 1, -1, -1) if symbols[place] in _MARKS or symbols[place] in _STOPS), 0
        )
        subject = tuple(symbol for symbol in symbols[start:be] if symbol not in _HAVE)
        head, adverbs = symbols[:start], symbols[be + 1 : verb]
        for small in ("by", "to"):
            place = next((at for at in range(verb + 1, len(symbols)) if symbols[at] == small), None)
            if place is None or (small == "to" and not self._is_giving(symbols[verb], number)):
                continue
            end = next((at for at in range(place + 1, len(symbols)) if _ends_phrase(symbols[at])), len(symbols))
            moved, between, tail = symbols[place + 1 : end], symbols[verb + 1 : place], symbols[end:]
            if moved:
                used = _BE | _HAVE | {small}
                yield (*head, *moved, *adverbs, symbols[verb], *subject, *between, *tail), used

    def _is_giving(self, symbol: str, number: int) -> bool:
        """Whether the verb has a thing given and one who is given it."""
        words = self._behind(symbol, number)
        bases = (
            self._lists.synonyms.bases(words[0]) if words else (symbol, self._lists.stems.irregular.get(symbol, symbol))
        )
        return not _GIVING.isdisjoint(bases)

    def _without_aside(self, symbols: tuple[str, ...], number: int) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
        """The report that stands as an aside put first: "the works, residents were told, would start"."""
        commas = [place for place, symbol in enumerate(symbols) if symbol == ","]
        for first, comma in enumerate(commas):
            end = commas[first + 1] if first + 1 < len(commas) else None
            if end is None:
                end = next((at for at in range(comma + 1, len(symbols)) if symbols[at] == "."), len(symbols))
            aside = symbols[comma + 1 : end]
            if 1 < len(aside) <= _LONGEST_ASIDE and any(self._is_report(symbol, number) for symbol in aside):
                yield (*aside, *symbols[:comma], *symbols[end + 1 :]), frozenset(("that",))

    def _with_plain_subject(self, symbols: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
        """The subject put before its verb: "there followed a talk on bees" as "a talk on bees followed"."""
        for place, symbol in enumerate(symbols[:-1]):
            if symbol == "there":
                end = next((at for at in range(place + 1, len(symbols)) if symbols[at] in _MARKS), len(symbols))
                yield (*symbols[:place], *symbols[place + 2 : end], symbols[place + 1], *symbols[end:]), frozenset()

    def _is_report(self, symbol: str, number: int) -> bool:
        return any(self._lists.has("reported_speech", word.key) for word in self._behind(symbol, number))

    def _behind(self, symbol: str, number: int) -> tuple[Word, ...]:
        """The words that a match's sign stands for; none for the sign of a word."""
        if not symbol.startswith("="):
            return ()
        return self._sides[number].words[slice(*self._matches[int(symbol[1:])].of(number))]


def _ends_phrase(symbol: str) -> bool:
    return symbol in _MARKS or symbol in _STOPS


def _overlap(one: _Match, other: _Match) -> bool:
    return any(one.of(side)[0] < other.of(side)[1] and other.of(side)[0] < one.of(side)[1] for side in (0, 1))
