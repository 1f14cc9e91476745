"""Annotates every edit with its words, its sentence, the entities it touches, and which side looks wrong.

Edits inside one name, date or sum become one edit: a date that changed, not two words.

    draft   held on [14] [June] 2022          draft   held on [14 June] 2022
    final   held on [15] [July] 2022    →     final   held on [15 July] 2022

    engines = load_engines(use_model=False, style=style)
    annotated = annotate_edits(edits, places, draft, final, engines)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from compare.annotate.engines import Engines, load_engines, load_judge, load_tagger
from compare.annotate.entities import Grammar, TaggedText, Tagger
from compare.annotate.entities.attendance_names import KnownNames, known_names
from compare.annotate.lexicon import Lexicon, load_lexicon
from compare.annotate.merging import MergedEdit, Sides, Tagged, merge_edits
from compare.annotate.readings import ReadingMaker, with_elsewhere
from compare.annotate.sentences import DocumentSentences, Sentence
from compare.annotate.short_names import ShortNames
from compare.annotate.suspect import Judge, ReadingPair, SentenceAround
from compare.values import AnnotatedEdit, Edit, Minutes, Place, Reading, Span

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

    `places` has one place for each edit. The tagger and the judge are called once, for all sentences.
    Cost: linear in the sentences that hold edits; the whole documents are read only when a word is unknown.
    """
    if not edits:
        return ()
    short = engines.lexicon.before_number
    sides = DocumentSentences(draft, short), DocumentSentences(final, short)
    located = [
        MergedEdit(edit, (edit,), place, _sentences_of(edit, sides)) for edit, place in zip(edits, places, strict=True)
    ]
    tagged = _tag_sentences(located, engines, known_names(draft, final, engines.lexicon))
    merged = merge_edits(located, tagged, sides, engines.denials, engines.small_words)
    readings = with_elsewhere(_read_edits(merged, tagged, sides, engines.lexicon), (draft, final))
    verdicts = engines.judge.judge(
        [ReadingPair(*pair, *map(_around, one.sentences, pair)) for one, pair in zip(merged, readings, strict=True)]
    )
    names = ShortNames(draft, final, engines.name_words)
    return tuple(
        AnnotatedEdit(one.edit, *pair, one.place, verdict, one.parts, same_name=names.form_of(*pair, one.place))
        for one, pair, verdict in zip(merged, readings, verdicts, strict=True)
    )


def _sentences_of(edit: Edit, sides: Sides) -> tuple[Sentence, Sentence]:
    """Returns the sentences of an edit.

    Words that open a sentence on one side alone are missing before the next sentence of the other, not behind its last.
    """
    draft, final = sides[0].sentence_at(edit.draft), sides[1].sentence_at(edit.final)
    if len(edit.draft) and not len(edit.final) and draft.opens_with(edit.draft):
        return draft, sides[1].next_sentence(final, edit.final)
    if len(edit.final) and not len(edit.draft) and final.opens_with(edit.final):
        return sides[0].next_sentence(draft, edit.draft), final
    return draft, final


def _tag_sentences(edits: Iterable[MergedEdit], engines: Engines, names: KnownNames) -> Tagged:
    """Tags each distinct sentence once, makes its figures whole, and adds the names that the documents list."""
    texts = list(dict.fromkeys(sentence.flat for one in edits for sentence in one.sentences))
    tagged = {}
    for text, found in zip(texts, engines.tagger.tag(texts), strict=True):
        named = names.add_to(text, found)
        tagged[text] = replace(named, entities=engines.terms.whole(named.entities, text))
    return tagged


def _read_edits(
    edits: Iterable[MergedEdit], tagged: Tagged, sides: Sides, lexicon: Lexicon
) -> list[tuple[Reading, Reading]]:
    maker = ReadingMaker(lexicon)
    return [
        (
            maker.reading(sides[0], draft, tagged[draft.flat], _inside(edit.draft, draft), own),
            maker.reading(sides[1], final, tagged[final.flat], _inside(edit.final, final), other),
        )
        for edit, _, _, (draft, final), (own, other) in edits
    ]


def _inside(span: Span, sentence: Sentence) -> Span:
    """Returns the place of missing words in the sentence that lacks them."""
    start = max(span.start, sentence.span.start)
    return span if len(span) else Span(start, start)


def _around(sentence: Sentence, reading: Reading) -> SentenceAround:
    """Returns the sentence before and after the words of an edit, cut at whole words."""
    start = reading.words[0].span.start if reading.words else reading.span.start
    end = reading.words[-1].span.end if reading.words else reading.span.end
    return SentenceAround(sentence.flat[: start - sentence.span.start], sentence.flat[end - sentence.span.start :])
