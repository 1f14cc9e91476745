"""Punctuation: the words are the same, the marks are not.

The Chair, and the clerk spoke.   →   The Chair and the clerk spoke.
"""

from __future__ import annotations

from compare.rules._change import Change
from compare.rules._rule import ADDED_VERDICT, Claim, difference, rule, sentence
from compare.style.word_lists import WordLists
from compare.text.tokens import fold_key
from compare.values import Reading, Severity, Word


@rule(
    "punctuation.changed",
    Severity.MINOR,
    deciders=ADDED_VERDICT,
    source="A comma can move a condition from one limb to another: Parliamentary Counsel, Drafting Guidance.",
    hits=(
        ("The Chair, and the clerk spoke.", "The Chair and the clerk spoke."),
        ("The parent's views were sought.", "The parents' views were sought."),
        ("The pond was deep; it was cold.", "The pond was deep, it was cold."),
        ("The pond was deep.", "The pond was deep?"),
        ("The crew re-covered the pond.", "The crew recovered the pond."),
    ),
    misses=(
        ("The Chair and the clerk spoke.", "The Chair and a clerk spoke."),
        ("The crew reopened the path.", "The crew re-opened another path."),
        ("The pond (drained in May) was deep.", "The pond (drained in May?) was deep."),
        ("The pond was “deep” and cold.", 'The pond was "deep" and cold.'),
        ("The pond was deep: ☒ yes ☐ no.", "The pond was deep: ☐ yes ☒ no."),
    ),
)
def punctuation(change: Change) -> Claim | None:
    """Only marks differ: a comma, a semicolon, a bracket, an apostrophe or a hyphen inside a word.

    Major where a statement became a question, and where the hyphen makes another word: resigned, re-signed.
    """
    if (not change.is_marks_only and not change.is_same_letters) or change.differs_in_signs:
        return None
    noun = "punctuation"
    if change.changed and len(change.draft_words) != len(change.final_words):
        noun = "cut of the same letters into words"
    if change.word_lists.is_other_word(*("".join(word.key for word in words) for words in _words(change))):
        return Claim(sentence(f"The hyphen makes another word: {difference(change)}"), severity=Severity.MAJOR)
    severity = Severity.MAJOR if _turns_statement(change) else Severity.COSMETIC if _is_behind_label(change) else None
    return Claim(sentence(f"The {noun} differs: {difference(change)}"), severity=severity)


def _words(change: Change) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    return change.draft_words, change.final_words


def _is_behind_label(change: Change) -> bool:
    """Whether a colon behind the first words of a line became a dash, or the reverse: "Gloves: two"."""
    keys = change.draft.keys, change.final.keys
    return set(keys) == {(":",), ("-",)} and 0 < len(change.draft.before) <= _LABEL


def _turns_statement(change: Change) -> bool:
    """Whether a question mark came or went at the end of a sentence that is not worded as a question."""
    if "?" not in change.marks:
        return False
    return not any(_is_worded_as_question(reading, change.word_lists) for reading in (change.draft, change.final))


def _is_worded_as_question(reading: Reading, word_lists: WordLists) -> bool:
    words = fold_key(reading.sentence_text).split()
    opens_clause = [True, *(word[-1:] in _CLAUSE_ENDS for word in words)]
    bare = [word.strip(_AROUND) for word in words]
    return any(
        word_lists.has("asking_words", word) or (opens and word_lists.has("question_openers", word))
        for word, opens in zip(bare, opens_clause, strict=False)
    )


_LABEL = 4  # words
_CLAUSE_ENDS = frozenset(",;:-")
_AROUND = "*_\"'()[],;:.?!"


RULES = (punctuation,)
