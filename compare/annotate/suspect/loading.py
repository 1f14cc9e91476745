"""Which judge there is: one that asks the model of English, or one that knows counts alone."""

from __future__ import annotations

from compare.annotate.lexicon.words import Lexicon
from compare.annotate.suspect.by_counts import CountsJudge
from compare.annotate.suspect.judge import Judge
from compare.style.resources import models_path

CONTEXT = "en_context"  # the folder of the model of English


def load_judge(*, use_model: bool, lexicon: Lexicon) -> Judge:
    """The judge with the model of English where one came with the program, else the one with counts.

    Reads nothing yet. The first place that is judged raises ModelError for a model whose files are not whole.
    """
    folder = models_path(CONTEXT)
    if not use_model or not lexicon.is_complete or not folder.is_dir():
        return CountsJudge(lexicon)
    from compare.annotate.suspect.by_context import ContextJudge  # noqa: PLC0415 - numpy comes with it

    return ContextJudge(lexicon, folder)
