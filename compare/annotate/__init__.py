"""Annotates every edit with its words, its sentence, the entities it touches, and which side looks wrong.

Edits inside one name, date or sum become one edit: a date that changed, not two words.

    draft   held on [14] [June] 2022          draft   held on [14 June] 2022
    final   held on [15] [July] 2022    →     final   held on [15 July] 2022

    engines = load_engines(use_model=False, style=style)
    annotated = annotate_edits(edits, places, draft, final, engines)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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


def annotate_edits(
    edits: Sequence[Edit],
    places: Sequence[Place],
    draft: Minutes,
    final: Minutes,
    engines: Engines,
) -> tuple[AnnotatedEdit, ...]:
    """Returns the edits with what a rule may ask of them, in order; edits inside one name, date or sum become one.

    `places` has one place for each edit. The tagger and the judge are asked once, for all sentences.
    Cost: linear in the sentences that hold edits; the whole documents are read only when a word is unknown.
    """
    if not edits:
        return ()
    sides = DocumentSentences(draft), DocumentSentences(final)
    sentences = [(sides[0].sentence_at(edit.draft), sides[1].sentence_at(edit.final)) for edit in edits]
    tagged = _tag_sentences(
        [sentence for pair in sentences for sentence in pair],
        engines.tagger,
        known_names(draft, final, engines.lexicon),
    )
    merged = merge_edits(
        edits,
        places,
        [entities_at(pair[0], tagged[pair[0].flat], edit.draft) for edit, pair in zip(edits, sentences, strict=True)],
        [entities_at(pair[1], tagged[pair[1].flat], edit.final) for edit, pair in zip(edits, sentences, strict=True)],
        lambda one, other: sides[0].is_blank(one.draft, other.draft) and sides[1].is_blank(one.final, other.final),
    )
    texts = draft.document.text, final.document.text
    merged = [one if len(one.parts) == 1 else one._replace(edit=_trimmed(one.edit, *texts)) for one in merged]
    of_edit = dict(zip(edits, sentences, strict=True))
    held = [of_edit[one.parts[0]] for one in merged]
    maker = ReadingMaker(engines.lexicon)
    readings = [
        (
            maker.reading(sides[0], in_draft, tagged[in_draft.flat], one.edit.draft),
            maker.reading(sides[1], in_final, tagged[in_final.flat], one.edit.final),
        )
        for one, (in_draft, in_final) in zip(merged, held, strict=True)
    ]
    marked = with_elsewhere(readings, (draft, final))
    verdicts = engines.judge.judge(
        [
            ReadingPair(*pair, *(_around(sentence, reading) for sentence, reading in zip(both, pair, strict=True)))
            for both, pair in zip(held, marked, strict=True)
        ]
    )
    return tuple(
        AnnotatedEdit(one.edit, *pair, one.place, verdict, one.parts)
        for one, pair, verdict in zip(merged, marked, verdicts, strict=True)
    )


def _trimmed(edit: Edit, draft: str, final: str) -> Edit:
    """Returns the edit without blanks at its ends, which come from a first or last part that has one side only."""
    return replace(edit, draft=_without_blanks(edit.draft, draft), final=_without_blanks(edit.final, final))


def _without_blanks(span: Span, text: str) -> Span:
    words = text[span.start : span.end]
    start = span.end - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _around(sentence: Sentence, reading: Reading) -> SentenceAround:
    """Returns the sentence before and after the words of an edit, cut at whole words."""
    start = reading.words[0].span.start if reading.words else reading.span.start
    end = reading.words[-1].span.end if reading.words else reading.span.end
    return SentenceAround(sentence.flat[: start - sentence.span.start], sentence.flat[end - sentence.span.start :])


def _tag_sentences(sentences: Iterable[Sentence], tagger: Tagger, names: KnownNames) -> dict[str, TaggedText]:
    """Tags each distinct text once, and adds the names that the documents list."""
    texts = list(dict.fromkeys(sentence.flat for sentence in sentences))
    return {text: names.add_to(text, tagged) for text, tagged in zip(texts, tagger.tag(texts), strict=True)}


Beside = Callable[[Edit, Edit], bool]


class MergedEdit(NamedTuple):
    """An edit, the edits that the diff cut it into (one, mostly), and where it stands."""

    edit: Edit
    parts: tuple[Edit, ...]
    place: Place


def merge_edits(
    edits: Sequence[Edit],
    places: Sequence[Place],
    draft: Sequence[tuple[Entity, ...]],
    final: Sequence[tuple[Entity, ...]],
    are_beside: Beside,
) -> list[MergedEdit]:
    """Joins neighbouring edits that lie inside one entity on both sides; each keeps its first place.

    `draft` and `final` hold the entities that each edit touches (an empty side: stands strictly inside). Of edits that
    stand side by side on both sides (`are_beside`), one entity on one side is enough: "every two years", "every year".
    """
    merged: list[MergedEdit] = []
    for number, edit in enumerate(edits):
        if (
            merged
            and merged[-1].edit.pair == edit.pair
            and _are_of_one(
                _share(draft[number - 1], draft[number], merged[-1].edit.draft, edit.draft),
                _share(final[number - 1], final[number], merged[-1].edit.final, edit.final),
                merged[-1].edit,
                edit,
                are_beside,
            )
        ):
            joined, parts, place = merged[-1]
            merged[-1] = MergedEdit(_joined(joined, edit), (*parts, edit), place)
        else:
            merged.append(MergedEdit(edit, (edit,), places[number]))
    return merged


def _are_of_one(in_draft: bool, in_final: bool, one: Edit, other: Edit, are_beside: Beside) -> bool:  # noqa: FBT001 - the two sides
    return (in_draft and in_final) or ((in_draft or in_final) and are_beside(one, other))


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
