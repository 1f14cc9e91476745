"""Tells that two names are one: a body, a term or a person in short on one side and in full on the other.

the ICB                 →   the Integrated Care Board      explained above, or with these initials as no other
the Board of Trustees   →   the Board of Trustees of Fenwick Academy        both name it so, and none like it
AP to ring              →   Alan Pryce to ring             in the key, or alone in the attendance with these initials

A short name that fits two names of either document tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from compare.style.phrases import fold_blanks
from compare.values import Minutes, NameForm, Place, Reading, Word

_Name = tuple[str, ...]  # the words in small letters, without articles before them

_SHORT = re.compile(r"(?=(?:[a-z]*[A-Z]){2})[A-Za-z][A-Za-z&]{1,8}?(?=s?$)")  # ICB, DfE, EHCPs
_IN_BRACKETS = re.compile(r"\(\s*[\"'“‘]?(?:[Tt]he )?(?=(?:[a-z]*[A-Z]){2})([A-Za-z][A-Za-z&]{1,8}?)s?[\"'”’]?\s*\)")
_IN_KEY = re.compile(
    r"(?<![\w.])([A-Z][A-Za-z&]{1,8})\s*=\s*(?:the )?([A-Z][^=;\n|()]{2,80}?)\s*(?=[;\n|().]|$|, [A-Z]\w{0,8}\s*=)"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|&")
# A chain of capitals with the small words that a name holds.
_CHAIN = re.compile(r"[A-Z][\w'’-]*(?:(?:,? (?:and|&)|,| of(?: the)?| for(?: the)?| to| in| on)? [A-Z][\w'’-]*)+")
_LINKS = frozenset(("of", "for", "and", "&", "to", "the", "in", "on"))
_ARTICLES = frozenset(("the", "a", "an", "our", "this"))
_REACH = 120  # characters before a short form in brackets in which its name stands
_LONGEST = 12  # words of a name
_FEWEST_LETTERS = 3  # of a short form that nothing explains
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words that make a name one of a body ("Council"), and those before a person's ("Ms")."""

    bodies: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()


class ShortNames:
    """The names of two documents in short and in full. Each is read once, when an edit first needs it."""

    def __init__(self, draft: Minutes, final: Minutes, words: NameWords) -> None:
        self._sides = draft, final
        self._bodies, self._titles = words.bodies, words.titles
        self._rivals: dict[str, frozenset[_Name]] = {}

    def form_of(self, draft: Reading, final: Reading, place: Place) -> NameForm | None:
        """How it is known that an edit exchanges a name for the same one, if it does.

        Cost: that of its words; once, linear in the documents.
        """
        if max(len(draft.words), len(final.words)) > _LONGEST or not (draft.words or final.words):
            return None
        own, other = _short_form(draft.words), _short_form(final.words)
        if bool(own) != bool(other):
            return self._form_of_short(own or other, draft if other else final, place)
        is_part = not own and self._is_part(_extended(draft), _extended(final))
        return NameForm.FITTING if is_part else None

    def _form_of_short(self, short: str, reading: Reading, place: Place) -> NameForm | None:
        name = _bare(word.text for word in reading.words if word.is_word)
        if not name or any(any(map(str.isdigit, word)) for word in name):
            return None
        explained = self._explained.get(short)
        if explained:
            is_one = len(explained) == 1 and self._names(next(iter(explained)), name)
            return NameForm.EXPLAINED if is_one else None
        return NameForm.FITTING if self._fits(short, name, place) else None

    def _fits(self, short: str, name: _Name, place: Place) -> bool:
        """Whether a name has the initials of a short form that nothing explains, and no other has."""
        if (place.in_resolution and not self._stands(name)) or not _has_initials(short, name):
            return False
        people: set[_Name] = self._with_initials.get(short, set())
        is_known = people == {name} if people else len(short) >= _FEWEST_LETTERS
        return is_known and self._named_so(short) <= {name}

    def _names(self, full: _Name, name: _Name) -> bool:
        """Whether a name is the one that is explained, or says it in part: "Ms Okoro" for "Tessa Okoro"."""
        words = tuple(word for word in name if word not in self._titles)
        if not words or len(words) > len(full):
            return False
        if words == full:
            return True
        is_person = self._bodies.isdisjoint(full)
        if is_person:
            return (
                len(full) > 1
                and words[-1] == full[-1]
                and all(one[0] == two[0] for one, two in zip(words[:-1], full, strict=False))
                and self._is_alone(words[-1:], full)
            )
        is_name = len(words) >= _FEWEST_WORDS or words[-1] in self._bodies  # "the Team", "the Board"
        return is_name and full[-len(words) :] == words and self._is_alone(words, full)

    def _is_part(self, own: _Name, other: _Name) -> bool:
        """Whether one is the beginning or the end of the other, which both documents name, and of no third name."""
        short, full = sorted((own, other), key=len)
        if not short or len(short) == len(full) or self._bodies.isdisjoint(short) or self._bodies.isdisjoint(full):
            return False
        if not self._stands(full):
            return False
        if full[-len(short) :] == short:
            return self._is_alone(short, full)
        begins = full[: len(short)] == short and full[len(short)] in _LINKS
        return begins and all(full[: len(chain)] == chain or chain[: len(short)] != short for chain in self._chains)

    def _is_alone(self, short: _Name, full: _Name) -> bool:
        """Whether no other name of the documents ends as the full one does."""
        return all(
            chain[-len(short) :] != short or _ends_with(full, chain) or _ends_with(chain, full)
            for chain in self._chains
        )

    def _stands(self, name: _Name) -> bool:
        """Whether both documents name it in full."""
        return all(" ".join(name) in text for text in self._folded)

    def _named_so(self, short: str) -> frozenset[_Name]:
        """The names of the documents with these initials."""
        found = self._rivals.get(short)
        if found is None:
            found = self._rivals[short] = frozenset(
                part for chain in self._chains for part in _ends(chain) if _has_initials(short, part)
            )
        return found

    @cached_property
    def _folded(self) -> tuple[str, str]:
        draft, final = (" ".join(_WORD.findall(fold_blanks(minutes.document.text))) for minutes in self._sides)
        return draft, final

    @cached_property
    def _chains(self) -> frozenset[_Name]:
        return frozenset(
            _bare(_WORD.findall(" ".join(match.group().split())))
            for minutes in self._sides
            for match in _CHAIN.finditer(" ".join(minutes.document.text.split(" ")))
        )

    @cached_property
    def _explained(self) -> dict[str, set[_Name]]:
        """For each short form what the documents say that it stands for."""
        found: dict[str, set[_Name]] = {}
        for minutes in self._sides:
            for short, name in _explanations(minutes.document.text):
                found.setdefault(short, set()).add(tuple(word for word in name if word not in self._titles))
        return found

    @cached_property
    def _with_initials(self) -> dict[str, set[_Name]]:
        """The people whom the record of attendance names, by their initials."""
        found: dict[str, set[_Name]] = {}
        for minutes in self._sides:
            for person in minutes.outline.roll.people:
                if len(person.name) >= _FEWEST_WORDS:
                    found.setdefault("".join(word[0] for word in person.name).upper(), set()).add(person.name)
        return found


def _short_form(words: Sequence[Word]) -> str:
    """The short form that is all of an edit's words, an article and the ending of a possessive aside."""
    texts = [word.text for word in words if word.text.casefold() not in _ARTICLES and word.text not in "()"]
    if len(texts) != 1:
        return ""
    bare = re.sub(r"['’]s?$", "", texts[0])
    match = _SHORT.match(bare)
    return match.group() if match else ""


def _bare(texts: Iterable[str]) -> _Name:
    """The words of a name in small letters, without articles before it and the ending of a possessive."""
    words = [re.sub(r"'s?$", "", text.casefold().replace("’", "'")) for text in texts]
    while words and words[0] in _ARTICLES | _LINKS:
        del words[0]
    while words and words[-1] in _LINKS:
        del words[-1]
    return tuple(words)


def _extended(reading: Reading) -> _Name:
    """The words of an edit with the capitals before and behind them."""
    before, after = list(reading.before), list(reading.after)
    first, last = len(before), 0
    while first and (_is_capital(before[first - 1]) or _is_link(before, first - 1, -1)):
        first -= 1
    while last < len(after) and (_is_capital(after[last]) or _is_link(after, last, 1)):
        last += 1
    own = [word for word in reading.words if word.is_word]
    if not all(_is_capital(word) or word.key in _LINKS or word.key in _ARTICLES for word in own):
        return ()
    return _bare(word.text for word in (*before[first:], *own, *after[:last]))


def _is_capital(word: Word) -> bool:
    return word.is_word and word.text[:1].isupper()


def _is_link(words: Sequence[Word], place: int, step: int) -> bool:
    """Whether a small word stands between two capitals."""
    return words[place].key in _LINKS and 0 <= place + step < len(words) and _is_capital(words[place + step])


def _has_initials(short: str, name: _Name) -> bool:
    """Whether the letters are those with which the words begin; those of small words may be left out."""
    letters = short.replace("&", "").casefold()
    places = {0}
    for word in name:
        parts = [part for part in re.split(r"['’-]", word) if part]
        if word in _LINKS or not parts:
            places |= {at + 1 for at in places if letters[at : at + 1] == word[:1]}
            continue
        whole = "".join(part[0] for part in parts)
        places = {at + size for at in places for size in (1, len(whole)) if letters[at : at + size] == whole[:size]}
    return len(letters) in places


def _ends(chain: _Name) -> Iterator[_Name]:
    """The names with which a chain ends; of a long one, such as a page in capitals, those of its last words."""
    for start in range(max(0, len(chain) - _LONGEST), len(chain)):
        if chain[start] not in _LINKS:
            yield chain[start:]


def _ends_with(one: _Name, other: _Name) -> bool:
    return one[-len(other) :] == other


def _explanations(text: str) -> Iterator[tuple[str, _Name]]:
    """Each short form with the name before it that has its initials, or behind it in a key."""
    for match in _IN_BRACKETS.finditer(text):
        words = [
            word.casefold().replace("’", "'")
            for word in _WORD.findall(text[max(0, match.start() - _REACH) : match.start()])
        ]
        for size in range(1, min(len(words), _LONGEST) + 1):
            name = tuple(words[-size:])
            if name[0] not in _LINKS and _has_initials(match[1], name):
                yield match[1], name
                break
    for match in _IN_KEY.finditer(text):
        yield match[1], _bare(_WORD.findall(match[2]))
