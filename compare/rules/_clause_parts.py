"""Cuts a passage into phrases, verbs with their auxiliaries, pronouns and joints, as its clauses are made of them.

    The fee was not paid by Mr Hale.   →   phrase “fee” · verb “pay”, passive, not · phrase “hale mr” tied with “by”

What is a verb shows by the auxiliaries before it and by its past, on either side of the two that are compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from typing import NamedTuple

from compare.style.word_lists import WordLists
from compare.text.tokens import QUOTE, Token, is_word, tokenise

_BE = frozenset(("be", "am", "is", "are", "was", "were", "been", "being"))
_HAVE = frozenset(("have", "has", "had", "having"))
_DO = frozenset(("do", "does", "did"))
_AUXILIARIES = _BE | _HAVE | _DO
_MODALS = {"would": "will", "could": "can", "might": "may", "cannot": "can", "wo": "will", "ca": "can", "sha": "shall"}
_NEGATIONS = frozenset(("not", "never"))
_RELATIVES = frozenset(("who", "whom", "which"))
_SUBJECT_RELATIVES = frozenset(("who", "which"))
_POSSESSIVES = frozenset(("my", "our", "your", "his", "her", "its", "their", "whose"))
_STOPS = frozenset((".", ";", ":", "?", "!", "...", "|"))
_ASIDES = frozenset((",", "(", ")", "[", "]", "-", "&"))
_PARTICIPLES = ("ed", "en")
_BEFORE_ARTICLES = frozenset(("all", "both", "half"))
_DEMONSTRATIVES = frozenset(("this", "that", "these", "those"))


class Item(NamedTuple):
    """A phrase, a verb, a mark or another joint of a passage."""

    kind: str  # "phrase", "verb", "pronoun", "relative", "joint", "stop", "link"
    key: str = ""
    words: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    is_passive: bool = False
    is_bare: bool = False  # a past or participle without an auxiliary
    is_saying: bool = False  # a verb of saying in the past: "complained a resident"
    is_person: str = ""  # "he" or "she" by the title
    is_time: bool = False
    may_open: bool = False  # tied with a preposition that opens a clause as well: "before the river rose"


class _Everything(Container[str]):
    """Holds whatever is asked for."""

    def __contains__(self, stem: object) -> bool:
        return True


# Where the verbs are not known yet, any word may be one.
EVERY_VERB: Container[str] = _Everything()


def forms_of(key: str, verbs: Container[str], lists: WordLists) -> tuple[str, ...]:
    """What a word counts as: a verb as its stem, "couldn't" as "can" and "not", other words as they are."""
    bare = "can" if key == "cannot" else key.removesuffix("n't")
    if bare != key:
        return _MODALS.get(bare, bare), "not"
    if lists.has("modals", key):
        return (_MODALS.get(key, key),)
    stem = lists.stems.of(key)
    return (stem if stem in verbs else key.removesuffix("'s").removesuffix("'"),)


class _Group(NamedTuple):
    """The auxiliaries before a verb, up to the token `end`."""

    end: int
    form: tuple[str, ...]
    is_be: bool
    is_have: bool


class PartReader:
    """Goes through the tokens of a passage once and gathers them into phrases, verbs and joints."""

    def __init__(self, text: str, lists: WordLists, verbs: frozenset[str], without: frozenset[str]) -> None:
        self._text, self._lists, self._verbs = text, lists, verbs
        self._tokens: Sequence[Token] = [
            token for token in tokenise(text) if not without or without.isdisjoint(forms_of(token.key, verbs, lists))
        ]
        self.possessives: Counter[str] = Counter()
        self.adverbs: Counter[str] = Counter()
        self._found: list[Item] = []
        self._words: list[str] = []  # of the phrase that is being gathered
        self._keys: list[str] = []
        self._link = ""
        self._is_open = False  # "of" goes on with the phrase before it

    def verbs(self) -> frozenset[str]:
        """The stems that stand behind an auxiliary as verbs do, or are a past."""
        found = set()
        for place, _token in enumerate(self._tokens):
            if self._is_auxiliary(place) and not self._is_auxiliary(at := self._behind_adverbs(place + 1)):
                if at < len(self._tokens) and self._can_be_verb(place, at):
                    found.add(self._stem(at))
            elif (self._is_past(place) and not self._is_named(place)) or self._is_told_of(place):
                found.add(self._stem(place))
        return frozenset(found)

    def items(self) -> list[Item]:
        """The passage as phrases, verbs and joints, in order."""
        place = 0
        while place < len(self._tokens):
            place = self._next(place)
        self._end_phrase()
        return _without_inversion(self._found)

    def _next(self, place: int) -> int:
        """Takes what stands at a place; gives the place behind it."""
        if not is_word(self._tokens[place].key):
            self._take_mark(self._tokens[place].key)
        elif self._is_joint(place):
            self._add(Item(self._kind_of_joint(place), self._tokens[place].key))
        elif self._begins_verb(place):
            return self._take_verb(place)
        elif self._tokens[place].key in self._lists.sets["clause_links"] and self._is_at(place + 1, "of"):
            self._take_preposition(place)  # "because of"
            return place + 2
        elif not self._take_small_word(place):
            self._take_word(place)
        return place + 1

    def _take_mark(self, key: str) -> None:
        if key in _STOPS:
            self._add(Item("stop", key))
        elif key in _ASIDES or (key == QUOTE and not self._words):
            self._add(Item("joint", key))

    def _is_joint(self, place: int) -> bool:
        key = self._tokens[place].key
        if key == "that":
            return self._is_relative(place) or not self._is_time_at(place + 1)
        return key in _RELATIVES or key in self._lists.sets["joining_words"]

    def _kind_of_joint(self, place: int) -> str:
        key = self._tokens[place].key
        return "relative" if key in _RELATIVES or (key == "that" and self._is_relative(place)) else "joint"

    def _take_small_word(self, place: int) -> bool:
        """Takes a word that is no part of a phrase; gives whether it was one."""
        lists, key = self._lists, self._tokens[place].key
        if key in lists.pronoun_persons and not lists.has("titles", key) and not self._is_possessive(place):
            may_open = lists.has("clause_prepositions", self._link)
            self._add(Item("pronoun", lists.pronoun_persons[key], form=(self._link,), may_open=may_open))
            self._link = ""
        elif self._is_particle(place) or (self._is_free_adverb(key) and not self._opens_clause(place)):
            self.adverbs[key] += 1
        elif key in lists.sets["prepositions"]:
            self._take_preposition(place)
        elif key == "then" and self._link:
            self._take_word(place)
            self._end_phrase()  # "since then borrowing had risen"
        elif key in lists.sets["clause_links"]:
            self._add(Item("link", key))
        elif lists.has("determiners", key) or key in _DEMONSTRATIVES:
            self._begin_phrase()
            self._words += ["no"] * (key == "no")
            self.possessives.update([key] if key in _POSSESSIVES else ())
        else:
            return key in lists.sets["joining_adverbs"]
        return True

    # Phrases.

    def _take_word(self, place: int) -> None:
        key, lists = self._tokens[place].key, self._lists
        begins = lists.has("titles", key) or (key in lists.sets["time_modifiers"] and self._is_time_at(place + 1))
        if begins and self._words and not (self._keys and lists.has("titles", self._keys[-1])):
            self._begin_phrase()
        self._words.append(key.removesuffix("'s").removesuffix("'"))
        self._keys.append(key)

    def _begin_phrase(self) -> None:
        """Ends the phrase before an article: another begins, unless "of" ties the two."""
        if not self._is_open and not (self._words and _BEFORE_ARTICLES.issuperset(self._words)):
            link, has_words = self._link, bool(self._words)
            self._end_phrase()
            self._link = "" if has_words else link
        self._is_open = False

    def _take_preposition(self, place: int) -> None:
        key = self._tokens[place].key
        if key == "of" and self._words:
            self._is_open = True
            return
        if key == "of" and self._found and self._found[-1].kind == "phrase":
            item = self._found.pop()
            self._words, self._link, self._is_open = list(item.words), item.key, True
            return
        link = self._link if not self._words else ""
        self._end_phrase()
        self._link = f"{link} {key}".strip()

    def _end_phrase(self) -> None:
        if self._words:
            persons = self._lists.pronoun_persons
            self._found.append(
                Item(
                    "phrase",
                    self._link,
                    tuple(sorted(self._words)),
                    is_person=next((persons[key] for key in self._keys if key in persons), ""),
                    is_time=all(map(self._is_time, self._keys)),
                    may_open=self._lists.has("clause_prepositions", self._link),
                )
            )
            self._link = ""
        self._words, self._keys, self._is_open = [], [], False

    def _add(self, item: Item) -> None:
        self._end_phrase()
        if item.kind == "relative":
            item, self._link = item._replace(form=(self._link,)), ""
        self._found.append(item)

    # Verbs.

    def _begins_verb(self, place: int) -> bool:
        key = self._tokens[place].key
        if key == "to":
            return self._is_infinitive(place)
        if self._is_auxiliary(place) or (key in _NEGATIONS and self._is_auxiliary(self._behind_adverbs(place + 1))):
            return not self._is_named(place)
        return self._stem(place) in self._verbs and self._is_finite(place)

    def _is_infinitive(self, place: int) -> bool:
        at = self._behind_adverbs(place + 1)
        if at >= len(self._tokens):
            return False
        key = self._tokens[at].key
        return key in ("be", "have", "do") or (
            self._stem(at) in self._verbs and key.islower() and not self._is_past(at)
        )

    def _is_finite(self, place: int) -> bool:
        """Whether a word that is a verb elsewhere is one here: not behind an article, not before an auxiliary."""
        if self._is_named(place) or self._text[self._tokens[place].start].isupper():
            return False
        if self._is_past(place) or self._is_told_of(place):
            return True
        if self._tokens[place].key.endswith("ing"):
            return bool(self._found) and self._found[-1].kind != "phrase" and not self._link
        after = self._behind_adverbs(place + 1)
        return not (after < len(self._tokens) and self._is_auxiliary(after)) and not self._link

    def _take_verb(self, place: int) -> int:
        """Takes auxiliaries, what denies, and the verb behind them."""
        self._end_phrase()
        link, self._link = self._link, ""
        group = self._group_at(place)
        at, form = group.end, list(group.form)
        if at < len(self._tokens) and self._is_main_verb(at, group, alone=at == place):
            is_going = self._tokens[at].key.endswith("ing")
            form += ["going on"] * (is_going and group.is_be)
            is_bare = at == place and self._is_participle(at) and not is_going
            is_passive = group.is_be and not is_going
            is_saying = at == place and self._tokens[at].key in self._lists.sets["reported_speech"]
            verb = Item("verb", link, (self._stem(at),), tuple(sorted(form)), is_passive, is_bare, is_saying)
            self._found.append(verb)
            return at + 1
        bare = "be" if group.is_be else "have" if group.is_have else "do"
        self._found.append(Item("verb", link, (bare,), tuple(sorted(form))))
        return at

    def _group_at(self, place: int) -> _Group:
        """The auxiliaries at a place, with what denies and the adverbs among them."""
        form: list[str] = []
        is_be = is_have = False
        while place < len(self._tokens):
            key = self._tokens[place].key
            bare = "can" if key == "cannot" else key.removesuffix("n't")
            form += ["not"] * (bare != key or key in _NEGATIONS)
            if key == "to" and (is_have or is_be or self._is_infinitive(place)):
                form.append("have to" if is_have else "be to" if is_be else "to")
                is_be = is_have = False
            elif bare in _BE:
                form += ["going on"] * (is_be and key == "being")
                is_be = True
            elif bare in _HAVE:
                is_have = True
            elif self._lists.has("modals", key) or bare in _MODALS:
                form.append(_MODALS.get(bare, bare))
            elif self._is_adverb(key) and key not in _NEGATIONS:
                self.adverbs[key] += 1
            elif bare not in _DO and key not in _NEGATIONS:
                break
            place += 1
        return _Group(place, tuple(form), is_be, is_have)

    def _is_main_verb(self, at: int, group: _Group, *, alone: bool) -> bool:
        if alone:
            return True
        key = self._tokens[at].key
        if self._text[self._tokens[at].start].isupper() or not is_word(key) or self._lists.has("function_words", key):
            return False
        if group.is_be or group.is_have:
            return self._stem(at) in self._verbs and self._is_participle(at)
        return self._stem(at) in self._verbs or (bool(group.form) and not self._lists.has("titles", key))

    def _can_be_verb(self, auxiliary: int, at: int) -> bool:
        """Whether the word at a place is the verb of an auxiliary."""
        key = self._tokens[at].key
        if not is_word(key) or self._text[self._tokens[at].start].isupper() or self._lists.has("function_words", key):
            return False
        bare = self._tokens[auxiliary].key.removesuffix("n't")
        return self._is_participle(at) if bare in _BE | _HAVE else not self._lists.has("determiners", key)

    def _is_participle(self, at: int) -> bool:
        key = self._tokens[at].key
        return (
            key.endswith((*_PARTICIPLES, "ing")) or self._lists.stems.irregular.get(key) in self._lists.tenses.presents
        )

    def _is_past(self, at: int) -> bool:
        key = self._tokens[at].key
        if key in _AUXILIARIES or self._lists.has("modals", key) or self._lists.has("function_words", key):
            return False
        if key.endswith("ed") and len(key) >= len("used"):
            return key not in self._lists.sets["no_past_in_ed"]
        root = self._lists.stems.irregular.get(key, key)
        return root != key and root in self._lists.tenses.presents and not key.endswith("ing")

    def _is_told_of(self, place: int) -> bool:
        """Whether a word is the verb, in the present, of "who" or "which": "the stove, which smokes badly"."""
        token = self._tokens[place]
        before = next((near for near in range(place - 1, -1, -1) if not self._is_adverb(self._tokens[near].key)), None)
        if before is None or self._tokens[before].key not in _SUBJECT_RELATIVES or not _is_third_person(token.key):
            return False
        is_object = before > 0 and self._tokens[before - 1].key in self._lists.sets["prepositions"]
        if is_object or not self._text[token.start].islower() or self._lists.has("function_words", token.key):
            return False
        after = self._tokens[place + 1].key if place + 1 < len(self._tokens) else "."
        if self._is_auxiliary(place + 1):
            return not self._is_participle(place + 2) if place + 2 < len(self._tokens) else True
        # "which members found": behind a verb stands a mark, an adverb, a small word, and seldom a plain word
        return not is_word(after) or self._is_adverb(after) or self._lists.has("function_words", after)

    def _opens_clause(self, place: int) -> bool:
        """Whether an adverb opens a clause here: "once the frost has gone", not "once a year"."""
        if self._tokens[place].key not in self._lists.sets["clause_links"] or place + 1 >= len(self._tokens):
            return False
        after, lists = self._tokens[place + 1].key, self._lists
        is_subject = lists.has("determiners", after) or after in lists.pronoun_persons
        return is_subject and not self._is_time_at(place + 2)

    def _is_named(self, place: int) -> bool:
        """Whether an article, a possessive or a preposition before a word makes it a noun, an adjective or a name."""
        if not place:
            return False
        before = self._tokens[place - 1].key
        return self._lists.has("determiners", before) or before.endswith("'s") or self._lists.has("titles", before)

    def _is_auxiliary(self, place: int) -> bool:
        if place >= len(self._tokens):
            return False
        key = self._tokens[place].key
        bare = key.removesuffix("n't")
        if self._text[self._tokens[place].start].isupper() and place and key in ("will", "may", "might"):
            return False
        return bare in _AUXILIARIES or self._lists.has("modals", key) or key == "cannot"

    def _behind_adverbs(self, place: int) -> int:
        while place < len(self._tokens) and self._is_adverb(self._tokens[place].key):
            place += 1
        return place

    # Small words.

    def _is_adverb(self, key: str) -> bool:
        lists = self._lists
        return key in _NEGATIONS or self._is_free_adverb(key) or key in lists.sets["joining_adverbs"]

    def _is_free_adverb(self, key: str) -> bool:
        lists = self._lists
        if key in lists.sets["free_adverbs"]:
            return True
        return key.endswith("ly") and len(key) > len("early") and key not in lists.sets["fixed_adverbs"]

    def _is_particle(self, place: int) -> bool:
        """Whether the word belongs to the verb before it: "put up", but not "out of"."""
        key = self._tokens[place].key
        if self._words or not self._found or self._found[-1].kind != "verb" or self._link:
            return False
        return key in self._lists.sets["particles"] and not self._is_at(place + 1, "of")

    def _is_at(self, place: int, key: str) -> bool:
        return place < len(self._tokens) and self._tokens[place].key == key

    def _is_time_at(self, place: int) -> bool:
        return place < len(self._tokens) and self._is_time(self._tokens[place].key)

    def _is_time(self, key: str) -> bool:
        lists = self._lists
        is_named = key.title() in lists.senses.calendar or any(map(str.isdigit, key))
        return is_named or lists.has("time_nouns", key) or lists.has("time_modifiers", key)

    def _is_relative(self, place: int) -> bool:
        """Whether "that" is "which": behind a noun and before a verb."""
        return bool(self._words) and self._is_auxiliary(self._behind_adverbs(place + 1))

    def _is_possessive(self, place: int) -> bool:
        """Whether "her" stands before its noun."""
        after = self._tokens[place + 1].key if place + 1 < len(self._tokens) else "."
        return self._tokens[place].key == "her" and is_word(after) and not self._lists.has("function_words", after)

    def _stem(self, place: int) -> str:
        return self._lists.stems.of(self._tokens[place].key)


def _is_third_person(key: str) -> bool:
    return key.endswith("s") and not key.endswith(("ss", "'s", "us"))


def _without_inversion(items: Sequence[Item]) -> list[Item]:
    """The items with the auxiliary of a question at its verb: "will the road be open"."""
    found: list[Item] = []
    for item in items:
        if (
            item.kind == "verb"
            and len(found) > 1
            and found[-1].kind in ("phrase", "pronoun")
            and found[-2].kind == "verb"
            and found[-2].words == ("do",)
            and not item.is_bare
        ):
            form = tuple(sorted((*item.form, *found[-2].form)))
            found[-2:] = [found[-1], item._replace(form=form)]
        else:
            found.append(item)
    return found
