"""Reads a sentence as clauses: which verb, who does it, what it is done to, and the phrases that hang on it.

    The fee was paid by Mr Hale in May.     pay:  by whom “mr hale”, to what “fee”, in “may”
    Mr Hale paid the fee in May.            pay:  the same
    The key, which was lost, was found.     lose: to what the key, by “which”;  find: to what “key”

No grammar of English: the words of the closed classes, the auxiliaries and the order of the rest show the verbs, and
which phrase stands before or behind them. A sentence that is read wrongly is so on both sides, or does not match its
other side, and then nothing is said of the two. Cost: linear in the words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from compare.rules._clause_parts import Item, PartReader
from compare.style.word_lists import WordLists

# The places of a phrase in its clause: who does it, what it is done to, when; a preposition is a place of its own.
DOER, DONE_TO, WHEN = "doer", "done to", "when"

_SEXED = frozenset(("he", "she"))
_NEAREST = 2  # phrases before "who" or "which" of which one is meant
_THAT_REACH = 2  # joints before a clause, among which "that" opens what is said: "that, because …"


class Phrase(NamedTuple):
    """The words of matter of a phrase, sorted."""

    words: tuple[str, ...]


class Pronoun(NamedTuple):
    """A place that names nobody: "he", "which", or a verb without a subject. `may_be` are the phrases it can mean."""

    key: str
    may_be: frozenset[tuple[str, ...]]


Filler = Phrase | Pronoun


@dataclass
class Clause:
    """One verb with the places around it. `form` says what bears on the verb: "will", "not", "to", being done."""

    verb: str
    form: tuple[str, ...]
    opens_with: str = ""  # "before", "because"
    is_passive: bool = False
    places: dict[str, list[Filler]] = field(default_factory=dict)
    order: list[tuple[str, Filler]] = field(default_factory=list)
    lists: Counter[str] = field(default_factory=Counter)  # how many lists a place is filled with

    def add(self, place: str, filler: Filler, *, goes_on: bool = False) -> None:
        """Puts a phrase into a place; `goes_on`: it is a member of the list that the phrase before it is in."""
        self.places.setdefault(place, []).append(filler)
        self.order.append((place, filler))
        self.lists[place] += not goes_on

    def set_doer(self, filler: Filler) -> None:
        """Names who does it, in the place of a subject that was not told."""
        self.places[DOER] = [filler]
        self.order = [(place, one) for place, one in self.order if place != DOER] + [(DOER, filler)]
        self.lists[DOER] = 1

    def strand(self, preposition: str) -> None:
        """Gives what is done to the place of a preposition left behind its verb: "the boiler was looked at by …"."""
        if preposition and DONE_TO in self.places:
            self.places[preposition] = self.places.pop(DONE_TO)
            self.order = [(preposition if place == DONE_TO else place, one) for place, one in self.order]
            self.lists[preposition] += self.lists.pop(DONE_TO)

    @property
    def is_ordered(self) -> bool:
        """Whether a place is filled twice, so that the order tells: "by the crew and the path by the warden"."""
        return any(count > 1 for count in self.lists.values())


class Clauses(NamedTuple):
    """A passage as clauses; `adverbs`, `phrases` and `possessives` ("his") are all of them, with their number."""

    clauses: tuple[Clause, ...]
    adverbs: Counter[str]
    phrases: Counter[tuple[str, ...]]
    possessives: Counter[str]


def stems_of_verbs(text: str, lists: WordLists) -> frozenset[str]:
    """The stems of the words that must be verbs, by the auxiliaries before them or by their past. Cost: linear."""
    return PartReader(text, lists, frozenset(), frozenset()).verbs()


def read_clauses(text: str, lists: WordLists, verbs: frozenset[str], without: frozenset[str] = frozenset()) -> Clauses:
    """The clauses of a passage, with the stems that are verbs in it or in its other side.

    `without` are forms of words that are passed over. Cost: linear.
    """
    reader = PartReader(text, lists, verbs, without)
    items = reader.items()
    return Clauses(
        tuple(_Builder(lists.links_alike).build(items)),
        reader.adverbs,
        Counter(item.words for item in items if item.kind == "phrase"),
        reader.possessives,
    )


class _Builder:
    """Makes clauses of the items: a phrase before a verb is its subject, one behind it what it is done to."""

    def __init__(self, links_alike: Mapping[str, str]) -> None:
        self._alike = links_alike
        self._clauses: list[Clause] = []
        self._last: Clause | None = None
        self._queue: list[Item] = []
        self._seen: list[Item] = []  # phrases so far, those of prepositions too
        self._subject: list[Filler] = []
        self._held: list[Item] = []  # what stands before a clause with "which", and has its verb behind it
        self._is_inverted = False  # whether the subject of the last verb may stand behind it: ", said Mr Pell."
        self._opening: Clause | None = None  # a clause such as "because it rained" whose main clause is still to come

    def build(self, items: Sequence[Item]) -> list[Clause]:
        """The clauses in the order of their verbs."""
        everyone = frozenset(item.words for item in items if item.kind == "phrase")
        for item in items:
            if item.kind == "verb":
                self._take_verb(item, everyone)
            elif item.kind == "stop":
                self._end_sentence()
            elif item.kind == "relative":
                self._open_relative(item)
            else:
                self._queue.append(item)
                if item.kind == "phrase":
                    self._seen.append(item)
        self._end_sentence()
        self._share_doers()
        return self._clauses

    def _open_relative(self, item: Item) -> None:
        start = next((at for at, one in enumerate(self._queue) if one.key == "that"), len(self._queue))
        if self._last is None:
            start = 0
        self._put_behind(self._queue[:start])
        self._held += self._queue[start:]  # "said that the stove, which smokes, was swept"
        self._queue = [item]

    def _take_verb(self, verb: Item, everyone: frozenset[tuple[str, ...]]) -> None:
        behind, before = self._divide(verb)
        self._put_behind(behind)
        if self._held and "to" not in verb.form and all(item.kind in ("joint", "link") for item in before):
            before, self._held = [*self._held, *before], []
        link = next((item.key for item in before if item.kind == "link"), verb.key)  # "on being put"
        clause = Clause(verb.words[0], verb.form, self._alike.get(link, link), verb.is_passive)
        clause.is_passive = verb.is_passive or self._goes_on_passive(verb, before)
        subject = DONE_TO if clause.is_passive else DOER
        relative = next((item for item in before if item.kind == "relative"), None)
        named = [item for item in before if item.kind in ("phrase", "pronoun") and not _link_of(item)]
        tied = [item for item in before if item.kind in ("phrase", "pronoun") and _link_of(item)]
        if not named and tied and relative is None and tied[0].may_open:
            link = _link_of(tied[0])
            clause.opens_with = self._alike.get(link, link)
            named, tied = [tied[0]], tied[1:]
        fillers: list[Filler] = [self._filler(item) for item in named if not _says_when(item)]
        if relative is not None and relative.form == ("",) and not fillers:
            fillers = [Pronoun("who", frozenset(item.words for item in self._before(before)[-_NEAREST:]))]
        self._is_inverted = verb.is_saying and not fillers and [item.key for item in before[-1:]] == [","]
        fillers = fillers or [self._elided(everyone)]
        for place, filler in enumerate(fillers):
            clause.add(subject, filler, goes_on=place > 0)
        for item in named:
            if _says_when(item):
                clause.add(WHEN, Phrase(item.words))
        for item in tied:
            clause.add(_place_of(item), self._filler(item))
        self._tie(clause, behind, is_main="to" not in verb.form and relative is None)
        if "to" not in verb.form and relative is None:
            self._subject = fillers
        self._clauses.append(clause)
        self._last, self._queue = clause, []

    def _tie(self, clause: Clause, before: Sequence[Item], *, is_main: bool) -> None:
        """Ties a clause that opens with "because" to the clause that it hangs on: the one before it, or the next.

        It hangs on the next where it stands first, or first in what is said: "said that, because it rained, …".
        """
        if not clause.opens_with:
            if self._opening is not None and is_main:
                self._opening.opens_with += f" {clause.verb}"
                self._opening = None
        elif self._last is None or any(item.key == "that" for item in before[-_THAT_REACH:]):
            self._close_opening()
            self._opening = clause
        else:
            clause.opens_with += f" {self._last.verb}"

    def _close_opening(self) -> None:
        """Leaves a clause without a main clause to the verb before it."""
        if self._opening is None:
            return
        place = next(at for at, clause in enumerate(self._clauses) if clause is self._opening)
        if place:
            self._opening.opens_with += f" {self._clauses[place - 1].verb}"
        self._opening = None

    def _goes_on_passive(self, verb: Item, before: Sequence[Item]) -> bool:
        """Whether the verb shares its auxiliary with the one before it: "was proposed by A and seconded by B"."""
        is_bare = verb.is_bare and all(item.kind == "joint" for item in before)
        return is_bare and self._last is not None and self._last.is_passive

    def _divide(self, verb: Item) -> tuple[list[Item], list[Item]]:
        """What of the queue stands behind the verb before, and what is the beginning of this clause."""
        if self._last is None:
            return [], self._queue
        if "to" in verb.form:
            return self._queue, []
        kinds = [item.kind for item in self._queue]
        joints = [place for place, kind in enumerate(kinds) if kind in ("joint", "relative", "link")]
        if not joints:
            opening = next((place for place, item in enumerate(self._queue) if item.may_open), len(kinds))
            if opening == len(kinds) > 0 and not verb.is_bare and _may_be_subject(self._queue[-1]):
                opening -= 1  # "on being put to the meeting the motion was carried"
            return self._queue[:opening], self._queue[opening:]
        return self._queue[: joints[-1]], self._queue[joints[-1] :]

    def _before(self, own: Sequence[Item]) -> list[Item]:
        """The phrases before this clause."""
        phrases = sum(item.kind == "phrase" for item in own)
        return self._seen[: len(self._seen) - phrases]

    def _put_behind(self, items: Iterable[Item]) -> None:
        """Puts what stands behind a verb into its places; a member of a list goes where the one before it did."""
        clause = self._last
        if clause is None:
            return
        place, is_joined = "", False
        for item in items:
            if item.kind not in ("phrase", "pronoun"):
                is_joined = item.kind == "joint"
                continue
            link = _link_of(item)
            if clause.is_passive and not item.is_time and link.split()[-1:] == ["by"]:
                place = DOER
                clause.strand(link.removesuffix("by").strip())
            elif link or not (is_joined and place):
                place = _place_of(item) or (WHEN if item.is_time else DONE_TO)
            clause.add(place, self._filler(item), goes_on=is_joined and not link)
            is_joined = False

    def _end_sentence(self) -> None:
        self._queue = [*self._held, *self._queue]
        if self._last is None and any(item.kind == "phrase" for item in self._queue):
            self._last = Clause("", ())
            self._clauses.append(self._last)
        phrases = [item for item in self._queue if item.kind == "phrase"]
        if self._is_inverted and self._last is not None and len(phrases) == 1 == len(self._queue):
            self._last.set_doer(self._filler(phrases[0]))
        else:
            self._put_behind(self._queue)
        self._is_inverted = False
        self._close_opening()
        self._last, self._queue, self._held = None, [], []

    def _filler(self, item: Item) -> Filler:
        if item.kind == "phrase":
            return Phrase(item.words)
        is_sexed = item.key in _SEXED
        fitting = [seen for seen in self._seen if not is_sexed or seen.is_person in ("", item.key)]
        return Pronoun(item.key, frozenset(seen.words for seen in fitting))

    def _elided(self, everyone: frozenset[tuple[str, ...]]) -> Pronoun:
        """The subject that a verb shares with the one before it; of the first verb, whatever follows."""
        if self._last is None:
            return Pronoun("", everyone)
        nearest = [item.words for item in self._seen[-1:]]
        shared = [
            words
            for filler in self._subject
            for words in ((filler.words,) if isinstance(filler, Phrase) else filler.may_be)
        ]
        return Pronoun("", frozenset((*nearest, *shared)))

    def _share_doers(self) -> None:
        """Of "was swept and was mended by the crew", the crew may have done both."""
        doers: list[Filler] = []
        for clause in reversed(self._clauses):
            if not clause.is_passive:
                doers = []
            elif DOER in clause.places:
                doers = clause.places[DOER]
            elif doers:
                may_be = frozenset(filler.words for filler in doers if isinstance(filler, Phrase))
                clause.add(DOER, Pronoun("", may_be))


def _link_of(item: Item) -> str:
    return item.key if item.kind == "phrase" else item.form[0]


def _place_of(item: Item) -> str:
    """The preposition of a phrase; "in May" fills another place than "in the barn"."""
    link = _link_of(item)
    return f"{link} {WHEN}" if link and item.is_time else link


def _may_be_subject(item: Item) -> bool:
    return item.kind in ("phrase", "pronoun") and not _link_of(item) and not item.is_time


def _says_when(item: Item) -> bool:
    return item.kind == "phrase" and not item.key and item.is_time
