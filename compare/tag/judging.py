"""Which judge there is: one that asks the model of English, or one that knows counts alone."""

from __future__ import annotations

from compare.resources import models_path
from compare.tag.cases import Judge
from compare.tag.lexicon import Lexicon
from compare.tag.verdict import CountsJudge

CONTEXT = "en_context"  # the folder of the model of English


def load_judge(*, use_model: bool, lexicon: Lexicon) -> Judge:
    """The judge with the model of English where one came with the program, else the one with counts.

    Reads nothing yet. The first place that is judged raises ModelError for a model whose files are not whole.
    """
    folder = models_path(CONTEXT)
    if not use_model or not lexicon.is_complete or not folder.is_dir():
        return CountsJudge(lexicon)
    from compare.tag.by_context import ContextJudge  # noqa: PLC0415 - numpy comes with it

    return ContextJudge(lexicon, folder)
