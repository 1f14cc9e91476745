"""The one way to the pipeline that is measured: that of the program, or another one by name or folder."""

from __future__ import annotations

import importlib

import spacy
from spacy.language import Language

from compare.resources import models_path

PATTERNS = "minutes_entities"  # the component that finds entities by patterns
_MODEL = "en_minutes"


def load_pipeline(name: str | None = None) -> Language:
    """The pipeline that `compare` loads by default, or the one named, as it is.

    Without a trained model the default is a blank pipeline with the patterns alone.
    """
    importlib.import_module("compare.tag.with_spacy")  # makes the component of the patterns known to spaCy
    if name:
        return spacy.load(name)
    folder = models_path(_MODEL)
    nlp = spacy.load(folder) if folder.is_dir() else spacy.blank("en")
    if PATTERNS not in nlp.pipe_names:
        nlp.add_pipe(PATTERNS, last=True)
    return nlp


def title_of(nlp: Language) -> str:
    """What was measured, for the notes of a table."""
    name = f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}" if nlp.meta.get("name") else "blank"
    return f"{name}: {', '.join(nlp.pipe_names)}"
