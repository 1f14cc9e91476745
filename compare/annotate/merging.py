"""Joins the edits of one sentence that are one change: inside one date, one step of tense, one denial, one order.

draft   held on [14] [June] 2022                draft   it [will] be mended and [is] sound
final   held on [15] [July] 2022                final   it [would] be mended and [was] sound

draft   had [not] identified [any] fault
final   had identified [no] fault

draft   it was agreed [unanimously]
final   it was [unanimously] agreed

draft   [There] were [13 members] present       draft   the scouts got [£5], the guides [£6]
final   [Thirteen members] were present         final   the scouts got [£6], the guides [£5]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from compare.annotate.counterparts import whole_entities, with_halves_of_day
from compare.annotate.entities import TaggedText
from compare.annotate.same_sentence import FIGURES, SentencePair, SmallWords, is_figure, is_row, is_turned_round
from compare.annotate.sentences import DocumentSentences, Sentence
from compare.style.denials import Denials
from compare.style.manners import is_same_manner
from compare.text.tokens import is_word, tokenise
from compare.values import Edit, Entity, Op, Place, Span

_LONGEST_SENTENCE = 1200  # characters
_LONGEST = 400  # characters of an edit, both sides together: a longer passage is no step of tense
_FARTHEST = 200  # characters between two words that were exchanged for each other

Sides = tuple[DocumentSentences, DocumentSentences]
Tagged = Mapping[str, TaggedText]  # by the flat text of a sentence
Entities = tuple[tuple[Entity, ...], tuple[Entity, ...]]  # of the draft and of the final


class MergedEdit(NamedTuple):
    """An edit, the edits of the diff that it consists of (mostly one), its place, its sentence and entities a side."""

    edit: Edit
    parts: tuple[Edit, ...]
    place: Place
    sentences: tuple[Sentence, Sentence]
    entities: Entities = ((), ())


def merge_edits(
    edits: Iterable[MergedEdit], tagged: Tagged, sides: Sides, denials: Denials, small: SmallWords
) -> list[MergedEdit]:
    """Joins the edits that are one change; the joined edit keeps the first place and sentences. Cost: linear."""
    inside = _merge_turned(_merge_inside(edits, tagged, sides), tagged, sides, small)
    return [
        one if len(one.parts) == 1 else _as_one(one, tagged, sides) for one in _merge_wordings(inside, sides, denials)
    ]


def _merge_inside(edits: Iterable[MergedEdit], tagged: Tagged, sides: Sides) -> list[MergedEdit]:
    """Joins neighbouring edits that lie inside one entity."""
    merged: list[MergedEdit] = []
    before: Entities = (), ()
    for one in edits:
        entities = whole_entities(one.edit, one.sentences, tagged, sides)
        if merged and _lie_in_one(merged[-1].edit, one.edit, before, entities, sides):
            last = merged[-1]
            whole = _joined(last.edit, one.edit)
            both = whole_entities(whole, one.sentences, tagged, sides)
            merged[-1] = last._replace(edit=whole, parts=(*last.parts, one.edit), entities=both)
        else:
            merged.append(one._replace(entities=entities))
        before = entities
    return merged


def _merge_turned(edits: Sequence[MergedEdit], tagged: Tagged, sides: Sides, small: SmallWords) -> list[MergedEdit]:
    """Joins all edits of a sentence that was turned round a figure, and says the same."""
    joined: list[MergedEdit] = []
    for _, group in groupby(edits, key=lambda one: (one.edit.pair, one.sentences)):
        found = list(group)
        is_turned = False
        if len(found) > 1 and (_moves_figure(found, sides) or _is_of_vote(found)):
            pair, votes_alone = _sentence_pair(found[0].sentences, tagged), found[0].place.in_resolution
            is_turned = is_turned_round(pair, small, votes_alone=votes_alone) or (
                _is_alone(found) and is_turned_round(pair, small, any_value=True, votes_alone=votes_alone)
            )
        joined += [_as_whole(found)] if is_turned else found
    return joined


def _moves_figure(edits: Sequence[MergedEdit], sides: Sides) -> bool:
    """Whether figures went here and came there, or changed their order."""
    values: list[tuple[list[str | None], list[str | None]]] = []
    for place, one in enumerate(edits):
        if place and _touch(edits[place - 1].edit, one.edit, sides):  # "7.00 pm", "7pm": one figure, two edits
            for both, entities in zip(values[-1], one.entities, strict=True):
                both += [value for value in _figures_of(entities) if value not in both]
        else:
            values.append((_figures_of(one.entities[0]), _figures_of(one.entities[1])))
    if any(len(own) != len(other) for own, other in values):
        return True
    totals = [Counter(value for pair in values for value in pair[side]) for side in (0, 1)]
    return any(own != other for own, other in values) and totals[0] == totals[1]


def _touch(one: Edit, other: Edit, sides: Sides) -> bool:
    """Whether nothing but blanks stands between two edits, in both documents."""
    return sides[0].is_blank(one.draft, other.draft) and sides[1].is_blank(one.final, other.final)


def _is_of_vote(edits: Sequence[MergedEdit]) -> bool:
    """Whether the edits tell a vote that both sides have."""
    return all(any(entity.label == "VOTE" for one in edits for entity in one.entities[side]) for side in (0, 1))


def _is_alone(edits: Sequence[MergedEdit]) -> bool:
    """Whether one figure went and one came: it may be another, and the sentence be turned round it."""
    return all(sum(len(_figures_of(one.entities[side])) for one in edits) == 1 for side in (0, 1))


def _figures_of(entities: Iterable[Entity]) -> list[str | None]:
    return [entity.value for entity in entities if entity.label in FIGURES]


def _sentence_pair(sentences: tuple[Sentence, Sentence], tagged: Tagged) -> SentencePair:
    draft, final = (sentence.flat for sentence in sentences)
    return SentencePair((draft, final), with_halves_of_day(tagged[draft].entities, tagged[final].entities))


def _merge_wordings(edits: Sequence[MergedEdit], sides: Sides, denials: Denials) -> list[MergedEdit]:
    """Joins the edits of one sentence that put it into another tense, and those that say one thing in other words."""
    joined: list[MergedEdit] = []
    steps: list[int] = []  # of tense, one for each joined edit
    for one in edits:
        joined.append(one)
        steps.append(0 if one.place.in_resolution else denials.tenses.step(*_keys(one, sides)))
        count = 2 if steps[-1] and steps[-2:-1] == steps[-1:] and _is_one_sentence(joined[-2:]) else 0
        count = count or _length_of_denial(joined, sides, denials) or _length_of_manner(joined, sides)
        count = count or _length_of_exchange(joined, sides, denials)
        if count:
            joined[-count:] = [_as_whole(joined[-count:])]
            steps[-count:] = steps[-1:]
    return joined


def _is_one_sentence(edits: Sequence[MergedEdit]) -> bool:
    first = edits[0]
    return all(one.edit.pair == first.edit.pair and one.sentences == first.sentences for one in edits)


def _length_of_denial(edits: Sequence[MergedEdit], sides: Sides, denials: Denials) -> int:
    """Counts the last edits that together are one denial in other words, 0 where they are none."""
    for count in (2, 3):
        last = edits[-count:]
        if len(last) == count and _is_one_sentence(last) and not last[0].place.in_resolution:
            keys = [_keys(one, sides) for one in last]
            draft, final = ([key for one in keys for key in one[side]] for side in (0, 1))
            if denials.holds_any(draft, final) and denials.is_same(draft, final, _words_of(last[0].sentences)):
                return count
    return 0


def _words_of(sentences: tuple[Sentence, Sentence]) -> tuple[list[str], list[str]]:
    """The words of both sentences; none of one so long that it must not be read whole for each of its edits."""
    draft, final = (
        [token.key for token in tokenise(one.text)] if len(one.text) <= _LONGEST_SENTENCE else [] for one in sentences
    )
    return draft, final


def _length_of_manner(edits: Sequence[MergedEdit], sides: Sides) -> int:
    """Counts the last edits that together are the same words of a vote in another order, 0 where they are none."""
    last = edits[-2:]
    if len(last) < len(("gone", "new")) or not _is_one_sentence(last):
        return 0
    keys = [_keys(one, sides) for one in last]
    draft, final = ([key for one in keys for key in one[side]] for side in (0, 1))
    return len(last) if is_same_manner(draft, final) else 0


def _length_of_exchange(edits: Sequence[MergedEdit], sides: Sides, denials: Denials) -> int:
    """Counts the last edits that together put two words or figures in the place of each other, 0 where none do.

    Small words, verbs of duty and denials are judged where they stand: "must open it … may watch".
    """
    last = edits[-2:]
    if len(last) < len(("one", "other")) or not _is_one_sentence(last):
        return 0
    if last[1].edit.draft.start - last[0].edit.draft.end > _FARTHEST:
        return 0
    (own, other), (others, owns) = (_keys(one, sides) for one in last)
    moved = own or other
    if own == owns and other == others and not (own and other):  # a figure that stands in another column
        return len(last) if any(map(is_figure, moved)) and _is_row(last[0].sentences) else 0
    is_exchange = own == owns and other == others and own != other
    return len(last) if is_exchange and _has_matter(own, denials) and _has_matter(other, denials) else 0


def _has_matter(keys: Sequence[str], denials: Denials) -> bool:
    return any(is_word(key) and key not in denials.passed and key not in denials.words for key in keys)


def _is_row(sentences: tuple[Sentence, Sentence]) -> bool:
    return all(is_row(sentence.flat) for sentence in sentences)


def _as_whole(edits: Sequence[MergedEdit]) -> MergedEdit:
    parts = tuple(part for one in edits for part in one.parts)
    whole = edits[0].edit
    for one in edits[1:]:
        whole = _joined(whole, one.edit)
    return edits[0]._replace(edit=whole, parts=parts)


def _keys(one: MergedEdit, sides: Sides) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Returns the words of an edit on each side, without what lies between its parts; none of a long passage."""
    if len(one.edit.draft) + len(one.edit.final) > _LONGEST:
        return (), ()
    draft, final = sides[0].text, sides[1].text
    return (
        tuple(token.key for part in one.parts for token in tokenise(draft, part.draft.start, part.draft.end)),
        tuple(token.key for part in one.parts for token in tokenise(final, part.final.start, part.final.end)),
    )


def _as_one(one: MergedEdit, tagged: Tagged, sides: Sides) -> MergedEdit:
    edit = _trimmed(one.edit, sides)
    return one._replace(edit=edit, entities=whole_entities(edit, one.sentences, tagged, sides))


def _lie_in_one(one: Edit, other: Edit, before: Entities, after: Entities, sides: Sides) -> bool:
    """Whether two edits of one pair lie inside one entity on both sides.

    For edits side by side in both documents one entity on one side is enough: "every two years", "every year".
    """
    if one.pair != other.pair:
        return False
    in_draft = _share(before[0], after[0], one.draft, other.draft, sides[0])
    in_final = _share(before[1], after[1], one.final, other.final, sides[1])
    return (in_draft and in_final) or ((in_draft or in_final) and _touch(one, other, sides))


def _share(
    before: tuple[Entity, ...], after: tuple[Entity, ...], one: Span, other: Span, side: DocumentSentences
) -> bool:
    """Whether one entity contains both ranges. Only the last that the first edit touches can.

    The brackets of "(£500)" are missing beside "£500" of the other side: a blank may part the first from it.
    """
    if not before or not after or before[-1].span != after[0].span:
        return False
    entity = after[0].span
    begins = entity.start <= one.start or (not len(one) and side.is_blank(one, entity))
    return begins and other.end <= entity.end


def _joined(first: Edit, last: Edit) -> Edit:
    draft = Span(first.draft.start, max(first.draft.end, last.draft.end))
    final = Span(first.final.start, max(first.final.end, last.final.end))
    op = Op.REPLACE if len(draft) and len(final) else Op.INSERT if len(final) else Op.DELETE
    return Edit(
        op,
        draft,
        final,
        first.pair,
        (*_letters(first.draft_letters, first.draft), *_letters(last.draft_letters, last.draft)),
        (*_letters(first.final_letters, first.final), *_letters(last.final_letters, last.final)),
        first.rewritten or last.rewritten,
    )


def _letters(letters: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """The letters of an edit that differ; all of a passage of which the diff names none."""
    return letters or ((span,) if len(span) else ())


def _trimmed(edit: Edit, sides: Sides) -> Edit:
    """Returns the edit without blanks at its ends, which come from a first or last part that has one side only."""
    draft, final = _without_blanks(edit.draft, sides[0].text), _without_blanks(edit.final, sides[1].text)
    return replace(edit, draft=draft, final=final)


def _without_blanks(span: Span, text: str) -> Span:
    words = text[span.start : span.end]
    start = span.end - len(words.lstrip())
    return Span(start, start + len(words.strip()))
