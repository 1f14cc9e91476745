"""The one way to the pipeline that is measured: that of the program, or another one by name or folder."""

from __future__ import annotations

import spacy
from spacy.language import Language

from compare.annotate.entities.component import COMPONENT
from compare.annotate.entities.spacy_tagger import load_pipeline as load_trained
from compare.style.resources import default_model

PATTERNS = COMPONENT  # the component that finds entities by patterns


def load_pipeline(name: str | None = None) -> Language:
    """The pipeline that `compare` loads by default, or the one named; both end with the patterns.

    Where the program came without a trained model, a blank pipeline with the patterns alone.
    """
    if name or default_model():
        return load_trained(name)
    nlp = spacy.blank("en")
    nlp.add_pipe(PATTERNS)
    return nlp


def title_of(nlp: Language) -> str:
    """What was measured, for the notes of a table."""
    language, name = nlp.meta["lang"], str(nlp.meta["name"])
    return f"{language}_{name.removeprefix(f'{language}_')} {nlp.meta['version']}: {', '.join(nlp.pipe_names)}"
