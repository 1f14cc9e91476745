"""Annotates edits: what their words are, which names and values they touch, and which side looks wrong.

engines = load_engines(use_model=False, style=style)
annotated = annotate_edits(edits, places, draft, final, engines)
"""

from __future__ import annotations

from compare.annotate.edits import annotate_edits
from compare.annotate.engines import Engines, load_engines, load_judge, load_tagger
from compare.annotate.entities.tagger import Grammar, TaggedText, Tagger
from compare.annotate.lexicon.words import Lexicon, load_lexicon
from compare.annotate.suspect.judge import Judge

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
