"""What the words of an edit are, and which side the language accuses.

tagger = load_tagger(use_model=False, style=style)
lexicon = load_lexicon(style)
tagged = tag_edits(edits, places, draft, final, tagger, lexicon)
"""

from __future__ import annotations

from compare.housestyle import HouseStyle
from compare.tag.lexicon import Lexicon, load_lexicon
from compare.tag.patterns import PatternTagger
from compare.tag.stage import tag_edits
from compare.tag.tagger import Grammar, TaggedText, Tagger
from compare.tag.wordforms import word_forms

__all__ = ["Grammar", "Lexicon", "TaggedText", "Tagger", "load_lexicon", "load_tagger", "tag_edits"]


def load_tagger(*, use_model: bool, style: HouseStyle) -> Tagger:
    """The pattern tagger, or with `use_model` the spaCy pipeline: only then is spaCy imported."""
    if not use_model:
        return PatternTagger(word_forms(style))
    from compare.tag.with_spacy import spacy_tagger  # noqa: PLC0415 - a second and 110 MB, only when asked for

    return spacy_tagger(style)
