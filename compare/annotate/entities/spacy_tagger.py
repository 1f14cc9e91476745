"""The spaCy pipeline as a tagger: names by statistics, values by patterns, the grammar of each word.

Importing spaCy takes most of a second and a hundred megabytes; so this module is imported when it is asked for, never
before.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from spacy.tokens import Doc

from compare.annotate.entities.component import COMPONENT, MinutesEntities
from compare.annotate.entities.patterns import PatternTagger
from compare.annotate.entities.spacy_pipeline import load_pipeline
from compare.annotate.entities.tagger import Grammar, TaggedText
from compare.annotate.entities.word_forms import WordForms, word_forms
from compare.style.house_style import HouseStyle
from compare.style.resources import default_model

_BATCH = 256  # texts; below 64 the pipeline's overhead shows, above 1,000 nothing is gained


def spacy_tagger(style: HouseStyle, model: str | None = None) -> SpacyTagger:
    """The tagger of a house style, built once a process for all comparisons whose patterns and pipeline are the same.

    Raises: ModelError for a pipeline that cannot be used.
    """
    return _built(word_forms(style), model, default_model())


@lru_cache(maxsize=4)
def _built(forms: WordForms, model: str | None, default: Path | None) -> SpacyTagger:
    del default  # another default is another pipeline
    return SpacyTagger(forms, model)


class SpacyTagger:
    """Tags with a trained spaCy pipeline that ends in the patterns of a house style."""

    def __init__(self, forms: WordForms, model: str | None = None) -> None:
        self._nlp = load_pipeline(model)
        component = self._nlp.get_pipe(COMPONENT)
        if isinstance(component, MinutesEntities):
            component.patterns = PatternTagger(forms)

    @property
    def name(self) -> str:
        """What the provenance prints."""
        return self.model

    @property
    def model(self) -> str:
        """The pipeline's name and version: "en_minutes 0.1.0"."""
        meta = self._nlp.meta
        return f"{meta['lang']}_{str(meta['name']).removeprefix(meta['lang'] + '_')} {meta['version']}"

    def tag(self, texts: Sequence[str]) -> list[TaggedText]:
        """The entities of each text, and the grammar of its words."""
        return [_tagged(doc) for doc in self._nlp.pipe(texts, batch_size=_BATCH)]


def _tagged(doc: Doc) -> TaggedText:
    has_lemmas = doc.has_annotation("LEMMA")
    grammar = {
        token.idx: Grammar(token.lemma_ if has_lemmas else token.lower_, token.pos_, str(token.morph))
        for token in doc
        if token.pos  # a pipeline of names alone says nothing of the words
    }
    return TaggedText(doc._.minutes_entities, grammar)
