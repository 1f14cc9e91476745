"""Annotates every edit with its words, its sentence, the entities it touches, and the side the language accuses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from compare.annotate.engines import Engines
from compare.annotate.entities.attendance_names import KnownNames, known_names
from compare.annotate.entities.tagger import TaggedText, Tagger
from compare.annotate.merging import merge_edits
from compare.annotate.readings import (
    ReadingMaker,
    Sentence,
    Side,
    entities_at,
    with_elsewhere,
)
from compare.annotate.suspect.judge import Around, Case
from compare.values import Edit, Minutes, Place, Reading, Span, TaggedEdit


def annotate_edits(
    edits: Sequence[Edit],
    places: Sequence[Place],
    draft: Minutes,
    final: Minutes,
    engines: Engines,
) -> tuple[TaggedEdit, ...]:
    """The edits with all that a rule may ask of them, in order; edits inside one name, date or sum are made one.

    `places` has one place for each edit. The tagger and the judge are asked once, for all sentences.
    Cost: linear in the sentences that hold edits; the whole documents are read only when a word is unknown.
    """
    if not edits:
        return ()
    sides = Side(draft), Side(final)
    sentences = [(sides[0].sentence_at(edit.draft), sides[1].sentence_at(edit.final)) for edit in edits]
    tagged = _tag_sentences(
        [sentence for pair in sentences for sentence in pair],
        engines.tagger,
        known_names(draft, final, engines.lexicon),
    )
    together = merge_edits(
        edits,
        places,
        [entities_at(pair[0], tagged[pair[0].flat], edit.draft) for edit, pair in zip(edits, sentences, strict=True)],
        [entities_at(pair[1], tagged[pair[1].flat], edit.final) for edit, pair in zip(edits, sentences, strict=True)],
        lambda one, other: sides[0].is_blank(one.draft, other.draft) and sides[1].is_blank(one.final, other.final),
    )
    texts = draft.document.text, final.document.text
    merged = [one if len(one.parts) == 1 else one._replace(edit=_trimmed(one.edit, *texts)) for one in together]
    maker = ReadingMaker(engines.lexicon)
    held = dict(zip(edits, sentences, strict=True))
    readings = []
    for edit, parts, _ in merged:
        in_draft, in_final = held[parts[0]]
        readings.append(
            (
                maker.reading(sides[0], in_draft, tagged[in_draft.flat], edit.draft),
                maker.reading(sides[1], in_final, tagged[in_final.flat], edit.final),
            )
        )
    marked = with_elsewhere(readings, (draft, final))
    around = [
        tuple(_around(sentence, reading) for sentence, reading in zip(held[one.parts[0]], pair, strict=True))
        for one, pair in zip(merged, marked, strict=True)
    ]
    verdicts = engines.judge.judge([Case(*pair, *texts) for pair, texts in zip(marked, around, strict=True)])
    return tuple(
        TaggedEdit(one.edit, *pair, one.place, verdict, one.parts)
        for one, pair, verdict in zip(merged, marked, verdicts, strict=True)
    )


def _trimmed(edit: Edit, draft: str, final: str) -> Edit:
    """The edit without the blanks at its ends: an absent side of its first or last part stands before or after one."""
    return replace(edit, draft=_without_blanks(edit.draft, draft), final=_without_blanks(edit.final, final))


def _without_blanks(span: Span, text: str) -> Span:
    words = text[span.start : span.end]
    start = span.end - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _around(sentence: Sentence, reading: Reading) -> Around:
    """The sentence before and after the words of an edit: whole words, where the edit begins inside one."""
    start = reading.words[0].span.start if reading.words else reading.span.start
    end = reading.words[-1].span.end if reading.words else reading.span.end
    return Around(sentence.flat[: start - sentence.span.start], sentence.flat[end - sentence.span.start :])


def _tag_sentences(sentences: Iterable[Sentence], tagger: Tagger, names: KnownNames) -> dict[str, TaggedText]:
    """What the tagger says of each distinct text, with known names added: a formula repeated is tagged once."""
    texts = list(dict.fromkeys(sentence.flat for sentence in sentences))
    return {text: names.added_to(text, answer) for text, answer in zip(texts, tagger.tag(texts), strict=True)}
