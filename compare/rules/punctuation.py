"""Punctuation: the words are the same, the marks are not."""

from __future__ import annotations

from compare.rules._change import Change
from compare.rules._markup import struck_out
from compare.rules._rule import Claim, rule
from compare.rules._say import difference, quoted, sentence
from compare.values import Severity, Side


@rule(
    "punctuation.changed",
    Severity.MINOR,
    source="A comma can move a condition from one limb to another: Parliamentary Counsel, Drafting Guidance.",
    hits=(
        ("The Chair, and the clerk spoke.", "The Chair and the clerk spoke."),
        ("The parent's views were sought.", "The parents' views were sought."),
        ("The pond was deep; it was cold.", "The pond was deep, it was cold."),
    ),
    misses=(
        ("The Chair and the clerk spoke.", "The Chair and a clerk spoke."),
        ("The pond was “deep” and cold.", 'The pond was "deep" and cold.'),
    ),
)
def changed(change: Change) -> Claim | None:
    """Only marks differ: a comma, a semicolon, a bracket, an apostrophe or a hyphen inside a word."""
    if not change.is_marks_only and not change.is_same_letters:
        return None
    if change.is_marks_only and set(change.marks) == {"~"}:
        side = Side.FINAL if change.final.words else Side.DRAFT
        words, is_opening = struck_out(change.reading(side))
        said = f"Words are struck out in the {side.value} only, {quoted(words)}"
        return Claim(sentence(said), severity=Severity.MAJOR if is_opening else Severity.COSMETIC)  # told once
    noun = "punctuation"
    if change.changed and len(change.draft_words) != len(change.final_words):
        noun = "cut of the same letters into words"
    return Claim(sentence(f"The {noun} differs: {difference(change)}"))


RULES = (changed,)
