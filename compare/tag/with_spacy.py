"""The spaCy pipeline: the same patterns as a component, and a trained model where one is installed.

Importing spaCy takes most of a second and a hundred megabytes; so this module is imported when it is asked for, never
before.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import spacy
from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as SpacySpan
from spacy.util import filter_spans

from compare.housestyle import HouseStyle, default_house_style
from compare.resources import models_path
from compare.tag.patterns import PatternTagger
from compare.tag.tagger import Grammar, TaggedText
from compare.tag.wordforms import WordForms, word_forms
from compare.values import Entity, Span

_COMPONENT = "minutes_entities"
_MODEL = "en_minutes"
_BATCH = 256  # texts; below 64 the pipeline's overhead shows, above 1,000 nothing is gained


class MinutesEntities:
    """A pipeline component that sets `doc.ents` from the patterns of a house style."""

    def __init__(self, patterns: PatternTagger) -> None:
        self.patterns = patterns

    def __call__(self, doc: Doc) -> Doc:
        """The document with its entities; those of a statistical component stay where no pattern speaks."""
        if not Doc.has_extension("values"):
            Doc.set_extension("values", default=None)
        found = self.patterns.entities(doc.text)
        doc._.values = {(entity.span.start, entity.span.end): entity for entity in found}
        spans = [
            span
            for entity in found
            if (span := doc.char_span(entity.span.start, entity.span.end, label=entity.label, alignment_mode="expand"))
        ]
        doc.ents = filter_spans([*spans, *_statistical(doc, spans)])
        return doc


def _statistical(doc: Doc, spans: list[SpacySpan]) -> list[SpacySpan]:
    taken = {token.i for span in spans for token in span}
    return [entity for entity in doc.ents if not any(token.i in taken for token in entity)]


@Language.factory(_COMPONENT)
def make_minutes_entities(nlp: Language, name: str) -> MinutesEntities:
    """The component with the default house style; `SpacyTagger` puts the profile's in its place."""
    del nlp, name
    return MinutesEntities(PatternTagger(word_forms(default_house_style())))


def spacy_tagger(style: HouseStyle) -> SpacyTagger:
    """The tagger of a house style, built once a process for all comparisons whose patterns are the same."""
    return _built(word_forms(style))


@lru_cache(maxsize=4)
def _built(forms: WordForms) -> SpacyTagger:
    return SpacyTagger(forms)


class SpacyTagger:
    """Tags with a spaCy pipeline."""

    def __init__(self, forms: WordForms) -> None:
        folder = models_path(_MODEL)
        self._is_trained = folder.is_dir()
        self._nlp = spacy.load(folder) if self._is_trained else spacy.blank("en")
        component = self._nlp.add_pipe(_COMPONENT, last=True)
        if isinstance(component, MinutesEntities):
            component.patterns = PatternTagger(forms)

    @property
    def name(self) -> str:
        """What the provenance prints."""
        if self._is_trained:
            return f"{self._nlp.meta['name']} {self._nlp.meta['version']}"
        return f"en (spaCy {'.'.join(spacy_version.split('.')[:2])}, patterns)"

    def tag(self, texts: Sequence[str]) -> list[TaggedText]:
        """The entities of each text, and the grammar of its words where the model is trained."""
        return [self._tagged(doc) for doc in self._nlp.pipe(texts, batch_size=_BATCH)]

    def _tagged(self, doc: Doc) -> TaggedText:
        by_pattern: dict[tuple[int, int], Entity] = doc._.values
        from_model = [
            Entity(span.label_, Span(span.start_char, span.end_char), span.text)
            for span in doc.ents
            if not any(span.start_char < end and start < span.end_char for start, end in by_pattern)
        ]
        entities = sorted((*by_pattern.values(), *from_model), key=lambda entity: entity.span)
        grammar = (
            {token.idx: Grammar(token.lemma_, token.pos_, str(token.morph)) for token in doc if not token.is_space}
            if self._is_trained
            else {}
        )
        return TaggedText(tuple(entities), grammar)
