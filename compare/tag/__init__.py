"""What the words of an edit are, and which side the language accuses.

tagger = load_tagger(use_model=False, style=style)
lexicon = load_lexicon(style)
judge = load_judge(use_model=False, lexicon=lexicon)
tagged = tag_edits(edits, places, draft, final, tagger, lexicon, judge)
"""

from __future__ import annotations

from compare.housestyle import HouseStyle
from compare.resources import default_model
from compare.tag.cases import Judge
from compare.tag.judging import load_judge
from compare.tag.lexicon import Lexicon, load_lexicon
from compare.tag.patterns import PatternTagger
from compare.tag.stage import tag_edits
from compare.tag.tagger import Grammar, TaggedText, Tagger
from compare.tag.wordforms import word_forms

__all__ = [
    "Grammar",
    "Judge",
    "Lexicon",
    "TaggedText",
    "Tagger",
    "load_judge",
    "load_lexicon",
    "load_tagger",
    "tag_edits",
]


def load_tagger(*, use_model: bool, style: HouseStyle, model: str | None = None) -> Tagger:
    """The pattern tagger, or with `use_model` the spaCy pipeline: only then is spaCy imported.

    `model` is another pipeline than the one that comes with the program, by name or folder. Where none is asked for and
    none came, the patterns work alone.

    Raises: ModelError where a pipeline that should be used cannot be.
    """
    if use_model and (model is not None or default_model() is not None):
        from compare.tag.with_spacy import spacy_tagger  # noqa: PLC0415 - a second and 110 MB, only when asked for

        return spacy_tagger(style, model)
    return PatternTagger(word_forms(style))
