"""Finds the sentences that say the same in another construction, whatever edits the comparison of words made of them.

draft   [] The fee was paid [by Mr Hale] in May.           one retelling, and no name that came or went
final   [Mr Hale paid the fee] in May.

draft   The key[, which] had been found[,] was returned.   one sentence, two sentences
final   The key had been found[. It] was returned.

draft   [The fee of £200 was] paid [by Mr Hale].           retold, and a sum with it: the sum is told
final   [Mr Hale] paid [the fee of £300].
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from compare.annotate.same_sentence import is_row
from compare.rules._borrowed_words import borrow_words
from compare.rules._clause_parts import EVERY_VERB, forms_of
from compare.rules._clauses import stems_of_verbs
from compare.rules._reported_speech import is_reported_alike
from compare.rules._retelling import judge_retelling
from compare.style.word_lists import WordLists
from compare.text.tokens import QUOTE, is_word, tokenise
from compare.values import AnnotatedEdit, Minutes, Pair, Place, Reading, Retelling, Role, SegmentKind, Side, Span

# Changed words of a side beyond which a passage is no sentence that was put together another way.
_MOST_WORDS = 150
# Words of each side that may differ besides, and stand together: "£200", "did not".
_MOST_OTHERS = 4

_REACH = 1_000  # characters around the edits in which their sentences end

_APART = frozenset((Role.HEADING, Role.FURNITURE))
_OF_PEOPLE = frozenset((Role.ATTENDANCE, Role.APOLOGIES))  # who came is compared person by person
_RECORDS = frozenset((Role.RESOLUTION, Role.HEADER, Role.VOTE, Role.INTEREST))
_CUTS = frozenset((".", ",", ";", ":", "-", QUOTE))
_STATING = frozenset(("is", "are", "will"))
_RELATING = frozenset(("who", "whom", "which", "that", "having", "being", "when"))
_BEING = frozenset(("is", "are", "was", "were", "been", "being", "be"))
# fmt: off
_LIGHT = frozenset([
    "a", "an", "the", "this", "that", "these", "those", "who", "whom", "which", "whose", "my", "our", "your",
    "his", "its", "their", "am", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "having",
    "do", "does", "did", "there",
])
# fmt: on


class Retold(NamedTuple):
    """Edits [start, end) that together are one retelling; `others` are those of them with words that differ besides."""

    start: int
    end: int
    retelling: Retelling
    others: tuple[int, ...]


def find_retold(
    edits: Sequence[AnnotatedEdit],
    documents: tuple[Minutes, Minutes],
    alignment: Sequence[Pair],
    lists: WordLists,
) -> list[Retold]:
    """The retellings among some edits, in order. Cost: linear in the sentences that hold them."""
    found = []
    for start, end in _clusters(edits):
        pair = alignment[edits[start].edit.pair]
        role = edits[start].place.role
        retold = (
            None
            if role in _APART or _is_of_rows(pair, documents) or is_row(edits[start].draft.sentence_text)
            else _judge(edits[start:end], _Sides.of(pair, documents), lists)
        )
        if retold is not None and (role not in _OF_PEOPLE or retold[0] is Retelling.TURNED):
            retelling, others = retold
            found.append(Retold(start, end, retelling, tuple(start + place for place in others)))
    return found


def _clusters(edits: Sequence[AnnotatedEdit]) -> Iterable[tuple[int, int]]:
    """Runs of edits of one pair, each of which shares a sentence with the one before it."""
    start = 0
    for place in range(1, len(edits) + 1):
        if place == len(edits) or not _are_together(edits[place - 1], edits[place]):
            yield start, place
            start = place


def _are_together(one: AnnotatedEdit, other: AnnotatedEdit) -> bool:
    if one.edit.pair != other.edit.pair:
        return False
    spans = (one.draft.sentence, other.draft.sentence), (one.final.sentence, other.final.sentence)
    return any(first.start < second.end and second.start < first.end for first, second in spans)


def _is_of_rows(pair: Pair, documents: tuple[Minutes, Minutes]) -> bool:
    sides = zip(documents, (pair.draft, pair.final), strict=True)
    return any(minutes.segments[place].kind is SegmentKind.TABLE_ROW for minutes, places in sides for place in places)


class _Sides(NamedTuple):
    """The texts of both documents, and where the paragraphs that are set against each other begin and end."""

    texts: tuple[str, str]
    spans: tuple[Span, Span]

    @staticmethod
    def of(pair: Pair, documents: tuple[Minutes, Minutes]) -> _Sides:
        """The sides of a pair of segments."""
        draft, final = (
            Span(minutes.segments[places[0]].start, minutes.segments[places[-1]].end)
            for minutes, places in zip(documents, (pair.draft, pair.final), strict=True)
        )
        return _Sides((documents[0].document.text, documents[1].document.text), (draft, final))


def _judge(edits: Sequence[AnnotatedEdit], sides: _Sides, lists: WordLists) -> tuple[Retelling, Sequence[int]] | None:
    """What the edits of some sentences together are, and which of them say something else besides."""
    announced = _judge_label(edits, sides, lists) or _judge_circumstance(edits, sides)
    is_recut = _is_recut(edits, lists)
    if announced is not None:
        return announced
    draft, final = _passages(edits, sides)
    if is_reported_alike(draft, final, lists):
        return Retelling.SAME, ()
    if not _may_be_retold(edits, lists, is_recut=is_recut):
        return None
    verbs = stems_of_verbs(draft, lists) | stems_of_verbs(final, lists)
    is_moved = _are_moved(edits, verbs, lists) or _is_of_voice(edits)
    others = _others([_matter(edits, side, verbs, lists) for side in Side])
    if not is_moved and not is_recut:
        return None
    if not others or all(others <= _forms(text, verbs, lists) for text in (draft, final)):
        verdict = judge_retelling(draft, final, lists)
        return (verdict, ()) if verdict is Retelling.SAME or (verdict and is_moved) else None
    if not _counts_each_word(edits[0].place):
        draft, others = borrow_words(draft, final, others, verbs, lists)
    telling = [
        place
        for place, edit in enumerate(edits)
        if any(not others.isdisjoint(_matter([edit], side, verbs, lists)) for side in Side)
    ]
    is_one = len(edits) > 1 and all(_runs_of(others, text, verbs, lists) <= 1 for text in (draft, final))
    may_be_same = not others or (is_one and bool(telling))
    is_same = may_be_same and judge_retelling(draft, final, lists, others) is Retelling.SAME
    return (Retelling.SAME, telling) if is_same else None


def _may_be_retold(edits: Sequence[AnnotatedEdit], lists: WordLists, *, is_recut: bool) -> bool:
    """Whether the words of some edits are few enough, and alike enough, to be one retelling."""
    bags = [_matter(edits, side, EVERY_VERB, lists) for side in Side]
    if max(map(Counter.total, bags)) > _MOST_WORDS or len(_others(bags)) > 2 * _MOST_OTHERS:
        return False
    return is_recut or bool(bags[0] & bags[1]) or _is_of_voice(edits)


def _counts_each_word(place: Place) -> bool:
    """Whether an act is recorded here, so that other words of the same sense are looked at."""
    return place.in_resolution or place.in_header or place.role in _RECORDS


# What came first, and what then: as a phrase, "After a vote, …", or as a clause, "There was a vote, after which …".
_AFTER = re.compile(r"(?i)[*_\s]*(?:after|following|upon|on)\b\s+")
_THERE_WAS = re.compile(r"(?i)[*_\s]*there (?:was|were|had been|followed)\b\s+")
_AND_THEN = re.compile(
    r"(?i)(?:[,;]\s*|\s+)(?:(?:after|following|upon) which|whereupon|and then|and so|and|then)(?: then)?,?\s+"
    r"|\.\s+(?:then,? )?"
)


def _judge_circumstance(edits: Sequence[AnnotatedEdit], sides: _Sides) -> tuple[Retelling, Sequence[int]] | None:
    """What came first told as a phrase on one side and as a clause on the other: the same."""
    keys = {word.key for edit in edits for side in Side for word in _reading(edit, side).words}
    is_same = "there" in keys and _is_circumstance_retold(*_passages(edits, sides))
    return (Retelling.SAME, ()) if is_same else None


def _is_circumstance_retold(draft: str, final: str) -> bool:
    for phrase, clause in ((draft, final), (final, draft)):
        after, there = _AFTER.match(phrase), _THERE_WAS.match(clause)
        if after is None or there is None:
            continue
        told = _bare(phrase[after.end() :])
        rest = clause[there.end() :]
        return any(
            _bare(f"{rest[: joint.start()]} {rest[joint.end() :]}") == told for joint in _AND_THEN.finditer(rest)
        )
    return False


def _bare(text: str) -> list[str]:
    return [token.key for token in tokenise(text) if is_word(token.key)]


def _judge_label(
    edits: Sequence[AnnotatedEdit], sides: _Sides, lists: WordLists
) -> tuple[Retelling, Sequence[int]] | None:
    """A label with its entry that became a sentence, or the reverse: "Venue: the hall", "The venue is the hall".

    The sentence may have the verb and the preposition more; what else differs is told.
    """
    words = [[word for edit in edits for word in _reading(edit, side).words] for side in Side]
    labels = [any(word.key == ":" for word in side) for side in words]
    if labels[0] == labels[1] or edits[0].place.in_resolution or max(map(len, words)) > _MOST_WORDS:
        return None
    told = {word.key for word in words[labels.index(False)]}
    if told.isdisjoint(_STATING) or not told.isdisjoint(_CUTS - {",", "."}):
        return None
    matter = [Counter(_without_ordinal(word.key) for word in side if word.is_word) for side in words]
    others = frozenset((matter[0] - matter[1]) + (matter[1] - matter[0])) - lists.sets["announcing_words"]
    if not others:
        return Retelling.SAME, ()
    verbs: frozenset[str] = frozenset()
    is_one = all(_runs_of(others, text, verbs, lists) <= 1 for text in _passages(edits, sides))
    telling = [
        place
        for place, edit in enumerate(edits)
        if any(_without_ordinal(word.key) in others for side in Side for word in _reading(edit, side).words)
    ]
    return (Retelling.SAME, telling) if is_one and len(edits) > 1 else None


def _without_ordinal(key: str) -> str:
    """The number of a day: "1" for "1st"."""
    return key.rstrip("stndrh") if key[:1].isdigit() else key


def _others(bags: Sequence[Counter[str]]) -> frozenset[str]:
    """The words of one side that the other has not, or not so often."""
    return frozenset((bags[0] - bags[1]) + (bags[1] - bags[0]))


def _are_moved(edits: Sequence[AnnotatedEdit], verbs: Container[str], lists: WordLists) -> bool:
    """Whether a word of matter stands elsewhere: not where one became another form of itself, "date" for "dated"."""
    found: tuple[set[str], set[str]] = (set(), set())
    for edit in edits:
        own, other = (tuple(_matter([edit], side, verbs, lists).elements()) for side in Side)
        is_single = len(own) == 1 == len(other)
        if own != other or not is_single:
            found[0].update(own)
            found[1].update(other)
    return not found[0].isdisjoint(found[1])


def _is_recut(edits: Sequence[AnnotatedEdit], lists: WordLists) -> bool:
    """Whether marks and small words together may cut the sentence another way: ", which" became ". It"."""
    keys = {word.key for edit in edits for side in Side for word in _reading(edit, side).words}
    is_both = any(edit.draft.words and edit.final.words for edit in edits)
    return is_both and not keys.isdisjoint(_CUTS) and any(_joins(key, lists) for key in keys)


def _joins(key: str, lists: WordLists) -> bool:
    is_pronoun = key in lists.pronoun_persons and not lists.has("titles", key)
    return is_pronoun or key in lists.sets["joining_words"] or key in _RELATING


def _is_of_voice(edits: Sequence[AnnotatedEdit]) -> bool:
    """Whether what makes a passive came or went: "was thanked by", "thanked"."""
    keys = {word.key for edit in edits for side in Side for word in _reading(edit, side).words}
    return "by" in keys and not _BEING.isdisjoint(keys)


def _reading(edit: AnnotatedEdit, side: Side) -> Reading:
    return edit.draft if side is Side.DRAFT else edit.final


def _passages(edits: Sequence[AnnotatedEdit], sides: _Sides) -> tuple[str, str]:
    """The sentences of some edits on each side, with as many words before the first edit and behind the last.

    Where ". The" became ", the", one sentence of one side is two of the other.
    """
    readings = [[_reading(edit, side) for edit in edits] for side in Side]
    heads, tails = [], []
    for text, span, own in zip(sides.texts, sides.spans, readings, strict=True):
        first, last = own[0].span.start, max(reading.span.end for reading in own)
        start = max(span.start, min(reading.sentence.start for reading in own))
        end = min(span.end, max(reading.sentence.end for reading in own))
        heads.append((tokenise(text, max(span.start, first - _REACH), first), len(tokenise(text, start, first))))
        tails.append((tokenise(text, last, min(span.end, last + _REACH)), len(tokenise(text, last, end))))
    before, behind = (max(count for _, count in ends) for ends in (heads, tails))
    found = []
    for place, (text, own) in enumerate(zip(sides.texts, readings, strict=True)):
        head, tail = heads[place][0][-before:] if before else [], tails[place][0][:behind]
        start = head[0].start if head else own[0].span.start
        end = tail[-1].end if tail else max(reading.span.end for reading in own)
        found.append(text[start:end])
    return found[0], found[1]


def _matter(edits: Sequence[AnnotatedEdit], side: Side, verbs: Container[str], lists: WordLists) -> Counter[str]:
    """The changed words of a side but for those that another construction brings along, with their number."""
    return Counter(
        form
        for edit in edits
        for word in _reading(edit, side).words
        if word.is_word and not _is_light(word.key, lists)
        for form in forms_of(word.key, verbs, lists)
    )


def _is_light(key: str, lists: WordLists) -> bool:
    return (
        key in _LIGHT
        or key in lists.sets["joining_words"]
        or key in lists.sets["joining_adverbs"]
        or key in lists.links_alike
        or key in lists.sets["prepositions"]
        or (key in lists.pronoun_persons and not lists.has("titles", key))
    )


def _forms(text: str, verbs: Container[str], lists: WordLists) -> frozenset[str]:
    return frozenset(form for token in tokenise(text) for form in forms_of(token.key, verbs, lists))


def _runs_of(forms: frozenset[str], text: str, verbs: Container[str], lists: WordLists) -> int:
    """Counts the runs of words of a passage that are among some forms."""
    words = [not forms.isdisjoint(forms_of(token.key, verbs, lists)) for token in tokenise(text) if is_word(token.key)]
    return sum(is_other for is_other, _ in groupby(words))
