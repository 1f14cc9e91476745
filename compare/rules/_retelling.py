"""Judges whether two passages say the same of the same people and things, in another construction.

    The fee was paid by Mr Hale.   →   Mr Hale paid the fee.         the same
    The fee was paid by Mr Hale.   →   Mr Hale was paid the fee.     the same words, another sense
    The fee was paid by Mr Hale.   →   Mr Hale sent the fee.         no retelling: other words

The words of matter of both must be the same, with whatever denies or binds them. Then the clauses are set against each
other, verb by verb: who does it, what it is done to, and what hangs on it. A pronoun may stand for a phrase that it can
mean. Cost: linear in the words; nothing is said of a passage with very many verbs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import groupby

from compare.rules._clauses import DOER, Clause, Clauses, Filler, Phrase, Pronoun, read_clauses, stems_of_verbs
from compare.style.word_lists import WordLists
from compare.text.tokens import QUOTE, fold_key, is_word, tokenise
from compare.values import Retelling

_LONGEST = 2_000  # characters of a passage; a longer one is no sentence
_MOST_CLAUSES = 14  # verbs of a passage
_LONGEST_MEMBER = 5  # words of a member of a list that may stand at another place of it
_JOINTS = frozenset((",", "and", "&", "or"))
_ORDERING = frozenset(
    ("first", "firstly", "second", "secondly", "third", "thirdly", "then", "next", "finally", "respectively")
)
_FIRST_PERSONS = frozenset(("i", "we", "you"))
_PERSONS = _FIRST_PERSONS | {"he", "she", "they"}


def judge_retelling(
    draft: str, final: str, lists: WordLists, without: frozenset[str] = frozenset()
) -> Retelling | None:
    """Whether two passages say the same, or another thing with the same words; `None` where their words differ.

    `without` are forms of words that are set aside on both sides: what else differs is asked.
    """
    if max(len(draft), len(final)) > _LONGEST:
        return None
    verbs = stems_of_verbs(draft, lists) | stems_of_verbs(final, lists)
    own, other = (read_clauses(text, lists, verbs, without) for text in (draft, final))
    if max(len(own.clauses), len(other.clauses)) > _MOST_CLAUSES or not _have_same_verbs(own, other):
        return None
    is_spoken = is_quoted(draft) != is_quoted(final)
    answers = _Answers(is_spoken=is_spoken)
    is_same = (
        (own.possessives == other.possessives or is_spoken)
        and own.phrases.keys() == other.phrases.keys()
        and answers.answer(own.clauses, other.clauses)
    )
    if is_same and (_are_verbs_in_order(own, other) or not _is_order_meant(draft, lists)):
        return Retelling.SAME if _keep_company(draft, final, lists) else Retelling.TURNED
    is_one_clause = max(len(own.clauses), len(other.clauses)) <= 1
    if is_one_clause and _are_lists_reordered(draft, final, lists) and not _is_order_meant(draft, lists):
        return Retelling.SAME if _keep_company(draft, final, lists) else Retelling.TURNED
    is_turned = _words_of(own) == _words_of(other) and (
        (own.possessives == other.possessives and _shape(own.clauses) == _shape(other.clauses))
        or answers.have_other_doer(own.clauses, other.clauses)
    )
    return Retelling.TURNED if is_turned else None


def _keep_company(draft: str, final: str, lists: WordLists) -> bool:
    """Whether words that belong together do so in both: who holds which office, and what is whose.

    the Chair, Mr Bell, thanked the Clerk, Mrs Hay   →   the Chair, Mrs Hay, thanked the Clerk, Mr Bell
    the owner of the dog met the warden              →   the dog of the owner met the warden
    """
    own, other = ([token.key for token in tokenise(text)] for text in (draft, final))
    if _IN_TURN in own and _content(own, lists) != _content(other, lists):
        return False
    owned, others = _owned(own, lists), _owned(other, lists)
    if any((owner, thing) in others for thing, owner in owned):
        return False
    holders, other_holders = _holders(own, lists), _holders(other, lists)
    return all(
        other_holders.get(office, name) == name or other_holders[office] not in holders.values()
        for office, name in holders.items()
    )


_IN_TURN = "respectively"
_LONGEST_NAME = 3  # words of a name beside an office: "the Clerk, Mrs Jane Hay"


def _content(keys: Sequence[str], lists: WordLists) -> list[str]:
    return [key for key in keys if is_word(key) and not lists.has("function_words", key)]


def _owned(keys: Sequence[str], lists: WordLists) -> set[tuple[str, str]]:
    """The words before and after each "of", articles left out."""
    words = [key for key in keys if not lists.has("determiners", key)]
    return {(words[place - 1], words[place + 1]) for place in range(1, len(words) - 1) if words[place] == "of"}


def _holders(keys: Sequence[str], lists: WordLists) -> dict[str, tuple[str, ...]]:
    """The words between commas behind an office: "the Chair, Mr Bell,"."""
    found: dict[str, tuple[str, ...]] = {}
    for place in range(len(keys) - 1):
        if lists.has("roles", keys[place]) and keys[place + 1] == ",":
            name = keys[place + 2 : place + 2 + _LONGEST_NAME]
            end = next((at for at, key in enumerate(name) if not is_word(key)), len(name))
            found[keys[place]] = tuple(name[:end])
    return found


def _are_verbs_in_order(own: Clauses, other: Clauses) -> bool:
    return [clause.verb for clause in own.clauses] == [clause.verb for clause in other.clauses]


def _is_order_meant(text: str, lists: WordLists) -> bool:
    """Whether a passage says that the order of what it names is one of rank or of time."""
    folded = fold_key(text)
    return lists.has_phrase("ordered_lists", folded) or not _ORDERING.isdisjoint(folded.split())


def is_quoted(text: str) -> bool:
    """Whether words of somebody stand in quotation marks."""
    return any(token.key == QUOTE for token in tokenise(text))


def _are_lists_reordered(draft: str, final: str, lists: WordLists) -> bool:
    """Whether all that differs is the order of the members of one list: "tools, compost and seeds"."""
    own, other = ([token.key for token in tokenise(text)] for text in (draft, final))
    start = next((place for place, (one, two) in enumerate(zip(own, other, strict=False)) if one != two), 0)
    rest = zip(reversed(own[start:]), reversed(other[start:]), strict=False)
    end = next((place for place, (one, two) in enumerate(rest) if one != two), 0)
    follower = own[len(own) - end] if end else "."
    if is_word(follower) and not lists.has("prepositions", follower):
        return False  # "from Mrs Vane and Mr Kerr took the Chair"
    members = [_members(keys[start : len(keys) - end]) for keys in (own, other)]
    is_list = len(members[0]) > 1 and all(0 < len(member) <= _LONGEST_MEMBER for member in members[0])
    return is_list and sorted(members[0]) == sorted(members[1])


def _members(keys: Sequence[str]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for is_joint, run in groupby(keys, _JOINTS.__contains__):
        if not is_joint:
            words = tuple(run)
            if any(any(map(str.isdigit, word)) or not is_word(word) for word in words):
                return []
            found.append(words)
    return found


def _have_same_verbs(own: Clauses, other: Clauses) -> bool:
    """Whether both have the same verbs, with what bears on them, and the same adverbs."""
    verbs = [Counter((clause.verb, clause.form) for clause in side.clauses) for side in (own, other)]
    return verbs[0] == verbs[1] and own.adverbs == other.adverbs


def _words_of(clauses: Clauses) -> Counter[str]:
    words: Counter[str] = Counter()
    for phrase, count in clauses.phrases.items():
        words.update(phrase * count)
    return words


def _key(clause: Clause) -> tuple[str, tuple[str, ...], str]:
    return clause.verb, clause.form, clause.opens_with


class _Answers:
    """Sets the clauses of one side against those of the other."""

    def __init__(self, *, is_spoken: bool) -> None:
        self._is_spoken = is_spoken  # direct speech on one side: "I" is "he"

    def answer(self, own: Sequence[Clause], other: Sequence[Clause]) -> bool:
        """Whether each clause of one side says what one of the other says."""
        left: defaultdict[tuple[str, tuple[str, ...], str], list[Clause]] = defaultdict(list)
        for clause in other:
            left[_key(clause)].append(clause)
        for clause in own:
            candidates = left[_key(clause)]
            match = next((each for each in candidates if self._agree(clause, each)), None)
            if match is None:
                return False
            candidates.remove(match)
        return True

    def have_other_doer(self, own: Sequence[Clause], other: Sequence[Clause]) -> bool:
        """Whether somebody else does what is done once on each side: "whose motion was seconded", "who seconded"."""
        sides = [Counter(clause.verb for clause in clauses) for clauses in (own, other)]
        return any(
            one.verb == two.verb and sides[0][one.verb] == 1 == sides[1][one.verb] and not self._may_be_one(mine, yours)
            for one in own
            for two in other
            if (mine := one.places.get(DOER)) and (yours := two.places.get(DOER))
        )

    def _agree(self, one: Clause, other: Clause) -> bool:
        if (one.is_ordered or other.is_ordered) and _told(one) != _told(other):
            return False
        places = one.places | other.places
        return all(self._may_be_one(one.places.get(place, ()), other.places.get(place, ())) for place in places)

    def _may_be_one(self, own: Sequence[Filler], others: Sequence[Filler]) -> bool:
        """Whether what stands in one place of two clauses can be the same."""
        phrases, counterparts = (
            Counter(filler.words for filler in side if isinstance(filler, Phrase)) for side in (own, others)
        )
        alone, other_alone = phrases - counterparts, counterparts - phrases
        mine = [filler for filler in own if isinstance(filler, Pronoun)]
        theirs = [filler for filler in others if isinstance(filler, Pronoun)]
        if bool(mine) == bool(theirs):
            pairs = zip(mine, theirs, strict=False)
            return not alone and not other_alone and all(self._can_meet(one, other) for one, other in pairs)
        pronouns, lost, named = (mine, alone, other_alone) if mine else (theirs, other_alone, alone)
        return not lost and all(any(words in pronoun.may_be for pronoun in pronouns) for words in named)

    def _can_meet(self, one: Pronoun, other: Pronoun) -> bool:
        if one.key == other.key:
            return True
        if one.key in _PERSONS and other.key in _PERSONS:
            return self._is_spoken and not _FIRST_PERSONS.isdisjoint((one.key, other.key))
        return not one.may_be.isdisjoint(other.may_be)


def _told(clause: Clause) -> list[tuple[str, tuple[str, ...]]]:
    """The phrases of a clause in their order, but for the one who does it: the voice says where that stands."""
    is_free = clause.lists[DOER] <= 1
    return [
        (place, filler.words)
        for place, filler in clause.order
        if isinstance(filler, Phrase) and not (is_free and place == DOER)
    ]


def _shape(clauses: Sequence[Clause]) -> Counter[str]:
    """Which places are filled, whatever by: the same where phrases only changed places."""
    shape: Counter[str] = Counter()
    for clause in clauses:
        shape[clause.opens_with.partition(" ")[0]] += bool(clause.opens_with)
        for place, fillers in clause.places.items():
            shape[place] += sum(isinstance(filler, Phrase) for filler in fillers)
    return +shape
