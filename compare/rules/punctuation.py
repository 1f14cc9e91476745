"""Punctuation: the words are the same, the marks are not.

The Chair, and the clerk spoke.   →   The Chair and the clerk spoke.
"""

from __future__ import annotations

from compare.rules._change import Change
from compare.rules._rule import ADDED_VERDICT, Claim, difference, rule, sentence
from compare.values import Severity


@rule(
    "punctuation.changed",
    Severity.MINOR,
    deciders=ADDED_VERDICT,
    source="A comma can move a condition from one limb to another: Parliamentary Counsel, Drafting Guidance.",
    hits=(
        ("The Chair, and the clerk spoke.", "The Chair and the clerk spoke."),
        ("The parent's views were sought.", "The parents' views were sought."),
        ("The pond was deep; it was cold.", "The pond was deep, it was cold."),
    ),
    misses=(
        ("The Chair and the clerk spoke.", "The Chair and a clerk spoke."),
        ("The pond was “deep” and cold.", 'The pond was "deep" and cold.'),
        ("The pond was deep: ☒ yes ☐ no.", "The pond was deep: ☐ yes ☒ no."),
    ),
)
def punctuation(change: Change) -> Claim | None:
    """Only marks differ: a comma, a semicolon, a bracket, an apostrophe or a hyphen inside a word."""
    if (not change.is_marks_only and not change.is_same_letters) or change.differs_in_signs:
        return None
    noun = "punctuation"
    if change.changed and len(change.draft_words) != len(change.final_words):
        noun = "cut of the same letters into words"
    return Claim(sentence(f"The {noun} differs: {difference(change)}"))


RULES = (punctuation,)
