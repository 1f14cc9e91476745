"""Finds the persons of the attendance lists again where they stand without a title.

    Present: Councillors Ashby, Odell and R. Quince     →     "It was Odell who asked", "as Rhona Quince had said"

Built once for a comparison, from the attendance and apologies of both documents and from every title in them.
A name that is a common word as well ("Green", "Head") is found only in the middle of a sentence and with no other
capital after it: a "Green Paper" is nobody's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from compare.annotate.entities import TaggedText
from compare.annotate.entities.names import CAPITAL
from compare.annotate.lexicon import Lexicon
from compare.annotate.sentences import with_plain_marks
from compare.values import Entity, Minutes, Role, Span

_LISTS = frozenset({Role.ATTENDANCE, Role.APOLOGIES})
_TITLE = re.compile(
    r"\b(?:C(?:ouncillors?|llrs?)|M(?:rs?|s|iss|x|essrs)|Dr|Prof(?:essor)?|Ald(?:erm[ae]n)?|Bailie|Rev(?:d|erend)?)\.?\s{1,3}(?=[A-Z])"
)
_PEOPLE = re.compile(r"[,;:()/]| and | - | {3,}")
# A word in small letters that is no "van" or "ap": what holds one is a sentence, not a name.
_SMALL = re.compile(r"(?<![\w'-])[a-zß-ÿ][^\W\d_]{3,}")
_GAP = re.compile(r",? and |[,;] |\. ?| |-")
_REACH = 400  # characters read after a title; a list of forty names has some 400

_INITIALS = 2  # letters: no surname worth finding again is shorter than three
_LONGEST_NAME = 5  # capitals of one entry of a list: "Cllr Dr Mary Jane Odell"

# A word of the frequency list this common (occurrences of 600 thousand million) is an ordinary word as well as a
# name: Green, Head, Price, Brown have 30 million and more; Odell, Quince, Varga under half a million.
_COMMON = 5_000_000


class KnownNames:
    """The surnames of one comparison."""

    def __init__(self, names: frozenset[str], lexicon: Lexicon, given: frozenset[str], texts: tuple[str, ...]) -> None:
        labels = lexicon.labels
        self._labels = labels
        self._names = frozenset(name for name in names | given if name.casefold() not in labels)
        self._given, self._texts = given, texts
        self._small: dict[str, bool] = {}
        self._lexicon = lexicon
        self._common = frozenset(name for name in self._names if self._is_common(name.casefold()))

    def _is_common(self, key: str) -> bool:
        return self._lexicon.count(key) > _COMMON

    def add_to(self, flat: str, tagged: TaggedText) -> TaggedText:
        """Adds known persons to a tagged text where no entity stands yet. Cost: linear in the text."""
        if not self._names:
            return tagged
        ends = [entity.span.end for entity in tagged.entities]
        matches = list(CAPITAL.finditer(flat))
        found = []
        for number, match in enumerate(matches):
            name = match.group().removesuffix("'s")
            if name not in self._names or (name in self._common and self._is_word_here(flat, matches, number)):
                continue
            taken = bisect_right(ends, match.start())
            if taken < len(ends) and tagged.entities[taken].span.start < match.end():
                continue
            start = self._name_start(flat, matches, number, ends[taken - 1] if taken else 0)
            end = match.start() + len(name)
            value = " ".join(flat[start:end].replace(".", " ").split()).casefold()
            found.append(Entity("PERSON", Span(start, end), flat[start:end], value))
        if not found:
            return tagged
        return TaggedText(tuple(sorted((*tagged.entities, *found), key=lambda entity: entity.span)), tagged.grammar)

    def _is_word_here(self, flat: str, matches: list[re.Match[str]], number: int) -> bool:
        """Whether a name that is a word too is no name here: it opens the sentence, or another capital follows.

        A given name of the lists that neither document has in small letters is one even there: "Tim asked".
        """
        if not _may_be_word(flat, matches, number):
            return False
        name = matches[number].group().removesuffix("'s")
        return name not in self._given or _is_followed(matches, number) or self._stands_small(name.casefold())

    def _stands_small(self, key: str) -> bool:
        found = self._small.get(key)
        if found is None:
            found = self._small[key] = any(f" {key} " in text for text in self._texts)
        return found

    def _name_start(self, flat: str, matches: list[re.Match[str]], number: int, bound: int) -> int:
        """Returns where the given names or initials before a surname begin."""
        start = matches[number].start()
        for word in reversed(matches[max(0, number - 3) : number]):
            if word.start() < bound or flat[word.end() : start] not in (" ", ". ", "."):
                break
            key = word.group().casefold()
            if key in self._labels or (self._is_common(key) and not flat[: word.start()].strip(" \"'(-")):
                break  # "Later Odell said"
            start = word.start()
        return start


def _may_be_word(flat: str, matches: list[re.Match[str]], number: int) -> bool:
    return not flat[: matches[number].start()].strip(" \"'(-") or _is_followed(matches, number)


def _is_followed(matches: list[re.Match[str]], number: int) -> bool:
    """Whether another capital follows at once: a "Green Paper"."""
    return number + 1 < len(matches) and matches[number + 1].start() == matches[number].end() + 1


def known_names(draft: Minutes, final: Minutes, lexicon: Lexicon) -> KnownNames:
    """Returns the surnames of the persons that the documents list or give a title. Cost: linear in both."""
    listed = [entry for minutes in (draft, final) for entry in _listed(minutes)]
    names = (name for minutes in (draft, final) for name in _titled(minutes.document.text))
    months = frozenset(lexicon.months)
    given = frozenset(entry[0] for entry in listed if len(entry[0]) > _INITIALS and entry[0] not in months)
    return KnownNames(
        frozenset((*(entry[-1] for entry in listed), *names)),
        lexicon,
        given,
        (draft.document.text, final.document.text),
    )


# How the titles begin: looked for as plain text, five times as fast as a pattern that is tried at each capital.
_OPENERS = ("Cllr", "Councillor", "Mr", "Ms", "Miss", "Mx", "Messrs", "Dr", "Prof", "Ald", "Bailie", "Rev")


def _titles(text: str) -> Iterator[re.Match[str]]:
    for opener in _OPENERS:
        start = text.find(opener)
        while start >= 0:
            if match := _TITLE.match(text, start):
                yield match
            start = text.find(opener, start + 1)


def _titled(text: str) -> Iterator[str]:
    seen: set[str] = set()
    for match in _titles(text):
        many = match.group().rstrip(". \n\t").endswith(("ors", "lrs", "men", "essrs"))
        after = text[match.end() : match.end() + (_REACH if many else 60)]
        if after[:20] not in seen or many:
            seen.add(after[:20])
            yield from _surnames(with_plain_marks(after), many=many)


def _surnames(text: str, *, many: bool) -> Iterator[str]:
    """Returns the surnames at the beginning of a text: one name, or the list after a plural title."""
    place, last = 0, ""
    while match := CAPITAL.match(text, place):
        word = match.group().removesuffix("'s")
        if len(word) > _INITIALS and not word.isupper() and match.end() < len(text):
            last = word
        gap = _GAP.match(text, match.end())
        if gap is None or gap.group() not in (" ", ". ", ".", "-"):
            if last:
                yield last
            last = ""
            if gap is None or not many:
                return
        place = gap.end()
    if last:
        yield last


def _listed(minutes: Minutes) -> Iterator[tuple[str, str]]:
    """The given name and the surname of each entry of an attendance list that is two to five capitalised words."""
    for segment, role in zip(minutes.segments, minutes.outline.roles, strict=True):
        if role not in _LISTS:
            continue
        for piece in segment.pieces:
            for person in _PEOPLE.split(with_plain_marks(minutes.document.text[piece.start : piece.end])):
                words = [match.group() for match in CAPITAL.finditer(person)]
                if (
                    _SMALL.search(person) is None
                    and 1 < len(words) <= _LONGEST_NAME
                    and len(words[-1]) > _INITIALS
                    and person.rstrip(" .*").endswith(words[-1])
                    and not words[-1].isupper()
                ):
                    yield ("" if words[0].isupper() else words[0]), words[-1]
