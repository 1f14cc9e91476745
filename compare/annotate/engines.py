"""The engines of a comparison, loaded together: the tagger, the lexicon and the judge.

engines = load_engines(use_model=False, style=style)
engines.tagger     "Cllr Z. Ashby" is a person
engines.lexicon    "recieved" is no word of English
engines.judge      in "voices were head" the draft is wrong
"""

from __future__ import annotations

from dataclasses import dataclass, field

from compare.annotate.entities import Tagger
from compare.annotate.entities.entity_tables import entity_tables
from compare.annotate.entities.patterns import PatternTagger
from compare.annotate.entities.whole_figures import FigureTerms, figure_terms
from compare.annotate.lexicon import Lexicon, load_lexicon
from compare.annotate.same_sentence import SmallWords, small_words
from compare.annotate.short_names import NameWords
from compare.annotate.suspect import Judge
from compare.annotate.suspect.by_counts import CountsJudge
from compare.annotate.suspect.by_model import ModelJudge
from compare.style.denials import Denials
from compare.style.house_style import HouseStyle
from compare.style.phrases import single_words
from compare.style.resources import default_model, models_path
from compare.style.word_lists import word_lists_of
from compare.values import NotCompared

MODEL_OF_ENGLISH = "en_context"  # the folder of the model that judges which side is wrong


@dataclass(frozen=True, slots=True)
class Engines:
    """What finds names and values (tagger), what knows words (lexicon), and what finds the wrong side (judge).

    `not_compared` names what a model would have looked at, where none was used. `terms` are what may stand behind a
    figure: "per day", "plus VAT"; `denials` with which words something is denied, `small_words` which words
    do not count where sentences are compared, `name_words` which make a name one of a body or stand before a person's.
    """

    tagger: Tagger
    lexicon: Lexicon
    judge: Judge
    not_compared: tuple[NotCompared, ...] = ()
    terms: FigureTerms = field(default_factory=FigureTerms)
    denials: Denials = field(default_factory=Denials)
    small_words: SmallWords = field(default_factory=SmallWords)
    name_words: NameWords = field(default_factory=NameWords)


def load_engines(*, use_model: bool, style: HouseStyle, model: str | None = None) -> Engines:
    """Returns the engines of one house style; with `use_model` the spaCy pipeline and the model of English.

    `model` names another spaCy pipeline than the one that comes with the program. May be used for many comparisons.

    Raises: ModelError where a pipeline that should be used cannot be.
    """
    lexicon = load_lexicon(style)
    tagger = load_tagger(use_model=use_model, style=style, model=model)
    judge = load_judge(use_model=use_model, lexicon=lexicon)
    without = _without_model(tagger, judge, use_model=use_model)
    lists = word_lists_of(style)
    names = NameWords(
        lists.sets["organisation_words"] | single_words(style.minutes["body_words"]), lists.sets["titles"]
    )
    return Engines(tagger, lexicon, judge, without, figure_terms(style), lists.denials, small_words(lists), names)


def _without_model(tagger: Tagger, judge: Judge, *, use_model: bool) -> tuple[NotCompared, ...]:
    why = "no trained model is installed" if use_model else "--no-model was given"
    if tagger.model is None:
        what = "names and grammar by a language model"
        return (NotCompared(None, what, f"{why}; patterns and word counts were used"),)
    if not judge.has_model:
        what = "which side of a change is wrong, by a model of English"
        return (NotCompared(None, what, f"{why}; word counts were used"),)
    return ()


def load_tagger(*, use_model: bool, style: HouseStyle, model: str | None = None) -> Tagger:
    """Returns the pattern tagger, or with `use_model` the spaCy pipeline: only then is spaCy imported.

    `model` is another pipeline than the one that comes with the program, by name or folder. Where none is asked for and
    none came, the patterns work alone.

    Raises: ModelError where a pipeline that should be used cannot be.
    """
    if use_model and (model is not None or default_model() is not None):
        from compare.annotate.entities.spacy_tagger import spacy_tagger  # noqa: PLC0415 - a second and 110 MB, only with the model

        return spacy_tagger(style, model)
    return PatternTagger(entity_tables(style))


def load_judge(*, use_model: bool, lexicon: Lexicon) -> Judge:
    """Returns the judge with the model of English where one came with the program, else the one with counts.

    Reads nothing yet. The first place that is judged raises ModelError for a model whose files are not whole.
    """
    folder = models_path(MODEL_OF_ENGLISH)
    if not use_model or not lexicon.is_complete or not folder.is_dir():
        return CountsJudge(lexicon)
    return ModelJudge(lexicon, folder)
