"""Annotates every edit with its words, its sentence, the entities it touches, and which side looks wrong.

Edits inside one name, date or sum become one edit: a date that changed, not two words.

    draft   held on [14] [June] 2022          draft   held on [14 June] 2022
    final   held on [15] [July] 2022    →     final   held on [15 July] 2022

    engines = load_engines(use_model=False, style=style)
    annotated = annotate_edits(edits, places, draft, final, engines)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from compare.annotate.engines import Engines, load_engines, load_judge, load_tagger
from compare.annotate.entities import Grammar, TaggedText, Tagger
from compare.annotate.entities.attendance_names import KnownNames, known_names
from compare.annotate.lexicon import Lexicon, load_lexicon
from compare.annotate.readings import ReadingMaker, entities_at, with_elsewhere
from compare.annotate.sentences import DocumentSentences, Sentence
from compare.annotate.suspect import Judge, ReadingPair, SentenceAround
from compare.values import AnnotatedEdit, Edit, Entity, Minutes, Op, Place, Reading, Span

__all__ = [
    "Engines",
    "Grammar",
    "Judge",
    "Lexicon",
    "TaggedText",
    "Tagger",
    "annotate_edits",
    "load_engines",
    "load_judge",
    "load_lexicon",
    "load_tagger",
]


class _MergedEdit(NamedTuple):
    """An edit, the edits of the diff that it consists of (mostly one), its place, and its sentence on each side."""

    edit: Edit
    parts: tuple[Edit, ...]
    place: Place
    sentences: tuple[Sentence, Sentence]


_Sides = tuple[DocumentSentences, DocumentSentences]
_Tagged = Mapping[str, TaggedText]  # by the flat text of a sentence
_Entities = tuple[tuple[Entity, ...], tuple[Entity, ...]]  # of the draft and of the final


def annotate_edits(
    edits: Sequence[Edit],
    places: Sequence[Place],
    draft: Minutes,
    final: Minutes,
    engines: Engines,
) -> tuple[AnnotatedEdit, ...]:
    """Returns the edits with what a rule may ask of them, in order; edits inside one name, date or sum become one.

    `places` has one place for each edit. The tagger and the judge are called once, for all sentences.
    Cost: linear in the sentences that hold edits; the whole documents are read only when a word is unknown.
    """
    if not edits:
        return ()
    short = engines.lexicon.before_number
    sides = DocumentSentences(draft, short), DocumentSentences(final, short)
    located = [
        _MergedEdit(edit, (edit,), place, (sides[0].sentence_at(edit.draft), sides[1].sentence_at(edit.final)))
        for edit, place in zip(edits, places, strict=True)
    ]
    tagged = _tag_sentences(located, engines.tagger, known_names(draft, final, engines.lexicon))
    merged = _merge_edits(located, tagged, sides)
    readings = with_elsewhere(_read_edits(merged, tagged, sides, engines.lexicon), (draft, final))
    verdicts = engines.judge.judge(
        [ReadingPair(*pair, *map(_around, one.sentences, pair)) for one, pair in zip(merged, readings, strict=True)]
    )
    return tuple(
        AnnotatedEdit(one.edit, *pair, one.place, verdict, one.parts)
        for one, pair, verdict in zip(merged, readings, verdicts, strict=True)
    )


def _tag_sentences(edits: Iterable[_MergedEdit], tagger: Tagger, names: KnownNames) -> _Tagged:
    """Tags each distinct sentence once, and adds the names that the documents list."""
    texts = list(dict.fromkeys(sentence.flat for one in edits for sentence in one.sentences))
    return {text: names.add_to(text, tagged) for text, tagged in zip(texts, tagger.tag(texts), strict=True)}


def _read_edits(
    edits: Iterable[_MergedEdit], tagged: _Tagged, sides: _Sides, lexicon: Lexicon
) -> list[tuple[Reading, Reading]]:
    maker = ReadingMaker(lexicon)
    return [
        (
            maker.reading(sides[0], draft, tagged[draft.flat], edit.draft),
            maker.reading(sides[1], final, tagged[final.flat], edit.final),
        )
        for edit, _, _, (draft, final) in edits
    ]


def _around(sentence: Sentence, reading: Reading) -> SentenceAround:
    """Returns the sentence before and after the words of an edit, cut at whole words."""
    start = reading.words[0].span.start if reading.words else reading.span.start
    end = reading.words[-1].span.end if reading.words else reading.span.end
    return SentenceAround(sentence.flat[: start - sentence.span.start], sentence.flat[end - sentence.span.start :])


def _merge_edits(edits: Iterable[_MergedEdit], tagged: _Tagged, sides: _Sides) -> list[_MergedEdit]:
    """Joins neighbouring edits that lie inside one entity; the joined edit keeps the first place and sentences."""
    merged: list[_MergedEdit] = []
    before: _Entities = (), ()
    for one in edits:
        draft, final = one.sentences
        entities = (
            entities_at(draft, tagged[draft.flat], one.edit.draft),
            entities_at(final, tagged[final.flat], one.edit.final),
        )
        if merged and _lie_in_one(merged[-1].edit, one.edit, before, entities, sides):
            last = merged[-1]
            merged[-1] = last._replace(edit=_joined(last.edit, one.edit), parts=(*last.parts, one.edit))
        else:
            merged.append(one)
        before = entities
    return [one if len(one.parts) == 1 else one._replace(edit=_trimmed(one.edit, sides)) for one in merged]


def _lie_in_one(one: Edit, other: Edit, before: _Entities, after: _Entities, sides: _Sides) -> bool:
    """Whether two edits of one pair lie inside one entity on both sides.

    For edits side by side in both documents one entity on one side is enough: "every two years", "every year".
    """
    if one.pair != other.pair:
        return False
    in_draft = _share(before[0], after[0], one.draft, other.draft)
    in_final = _share(before[1], after[1], one.final, other.final)
    return (in_draft and in_final) or (
        (in_draft or in_final)
        and sides[0].is_blank(one.draft, other.draft)
        and sides[1].is_blank(one.final, other.final)
    )


def _share(before: tuple[Entity, ...], after: tuple[Entity, ...], one: Span, other: Span) -> bool:
    """Whether one entity contains both ranges. Only the last that the first edit touches can."""
    if not before or not after or before[-1].span != after[0].span:
        return False
    entity = after[0].span
    return entity.start <= one.start and other.end <= entity.end


def _joined(first: Edit, last: Edit) -> Edit:
    draft = Span(first.draft.start, max(first.draft.end, last.draft.end))
    final = Span(first.final.start, max(first.final.end, last.final.end))
    op = Op.REPLACE if len(draft) and len(final) else Op.INSERT if len(final) else Op.DELETE
    return Edit(
        op,
        draft,
        final,
        first.pair,
        (*first.draft_letters, *last.draft_letters),
        (*first.final_letters, *last.final_letters),
        first.rewritten or last.rewritten,
    )


def _trimmed(edit: Edit, sides: _Sides) -> Edit:
    """Returns the edit without blanks at its ends, which come from a first or last part that has one side only."""
    draft, final = _without_blanks(edit.draft, sides[0].text), _without_blanks(edit.final, sides[1].text)
    return replace(edit, draft=draft, final=final)


def _without_blanks(span: Span, text: str) -> Span:
    words = text[span.start : span.end]
    start = span.end - len(words.lstrip())
    return Span(start, start + len(words.strip()))
