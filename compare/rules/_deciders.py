"""What decides with a rule, beside its own function: `compare explain` names each with its line.

slip.real-word     the rule; which side is wrong, by the model of English or by counts; how near two words are
name.person        the rule; which words are names, by patterns and the trained pipeline; which of two is misspelt
"""

from __future__ import annotations

from compare.annotate.entities.candidates import join_names
from compare.annotate.entities.patterns import PatternTagger
from compare.annotate.lexicon.misspellings import are_near, misspelt_side
from compare.annotate.suspect.by_counts import CountsJudge
from compare.annotate.suspect.by_model import ModelJudge
from compare.rules._rule import Decider, with_suspect

VERDICT: tuple[Decider, ...] = (
    ("which side is wrong, by the model of English", ModelJudge.judge),
    ("which side is wrong, by counts of words (--no-model)", CountsJudge.judge),
)
# Where the rule itself names no side, and takes over the verdict's.
ADDED_VERDICT: tuple[Decider, ...] = (*VERDICT, ("whether the rule takes over that verdict", with_suspect))
NEARNESS: tuple[Decider, ...] = (("how near two words are", are_near),)
MISSPELLING: tuple[Decider, ...] = (("which of two words is misspelt", misspelt_side), *NEARNESS)
ENTITIES: tuple[Decider, ...] = (
    ("names and values, by patterns", PatternTagger.find),
    ("names by the trained pipeline, beside those of patterns", join_names),
)
