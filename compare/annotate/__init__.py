"""What the words of an edit are, and which side the language accuses.

tagger = load_tagger(use_model=False, style=style)
lexicon = load_lexicon(style)
judge = load_judge(use_model=False, lexicon=lexicon)
tagged = tag_edits(edits, places, draft, final, tagger, lexicon, judge)
"""

from __future__ import annotations

from compare.annotate.edits import tag_edits
from compare.annotate.entities.patterns import PatternTagger
from compare.annotate.entities.tagger import Grammar, TaggedText, Tagger
from compare.annotate.entities.word_forms import word_forms
from compare.annotate.lexicon.words import Lexicon, load_lexicon
from compare.annotate.suspect.judge import Judge
from compare.annotate.suspect.loading import load_judge
from compare.style.house_style import HouseStyle
from compare.style.resources import default_model

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
        from compare.annotate.entities.spacy_tagger import spacy_tagger  # noqa: PLC0415 - a second and 110 MB, only when asked for

        return spacy_tagger(style, model)
    return PatternTagger(word_forms(style))
