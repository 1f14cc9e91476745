"""Declarations of interest: that one was made, of what kind, and whether the member left.

Councillor Pell declared a personal interest.   →   Councillor Pell declared a pecuniary interest.
"""

from __future__ import annotations

import re

from compare.rules._change import Change, words_of
from compare.rules._records import tells_part
from compare.rules._rule import VERDICT, Claim, difference, is_lone_paragraph, one_sided, rule, sentence
from compare.rules._senses import turned_sense
from compare.style.word_lists import WordLists
from compare.values import Role, Severity, StructuralFact, Word


def _whole(fact: StructuralFact, _: WordLists) -> Claim | None:
    if not is_lone_paragraph(fact, Role.INTEREST):
        return None
    return Claim(sentence(f"In the declarations of interest, {one_sided(fact.draft, fact.final)}"))


@rule(
    "interest.changed",
    Severity.CRITICAL,
    deciders=VERDICT,
    source="Localism Act 2011, ss. 31 and 34: to take part with an undeclared pecuniary interest is an offence.",
    hits=(
        (
            "Councillor Pell declared a personal interest in the mill.",
            "Councillor Pell declared a pecuniary interest in the mill.",
        ),
        ("Having declared an interest, Mrs Odell withdrew.", "Having declared an interest, Mrs Odell remained."),
        (
            "Having declared an interest, Councillor Pell left the room before the vote.",
            "Having declared an interest, Councillor Pell left the room after the vote.",
        ),
        ("Mrs Orme declared an interest in item 6.", "Mrs Orme declared an interest in item 9."),
        (
            "Declarations of interest\n\nMrs Orme rents the barn of item 6.",
            "Declarations of interest\n\nMrs Orme rents the barn of item 9.",
        ),
        ("She sat in the public seats for the rest of the item.", "She kept her place for the rest of the item."),
    ),
    misses=(
        ("There was much interest in the fair.", "There was some interest in the fair."),
        ("Cllr Pell declared a personal interest.", "Councillor Pell declared a personal interest."),
        (
            "Having declared an interest, Mrs Odell left before the vote.",
            "Having declared an interest, Mrs Odell left prior to the vote.",
        ),
    ),
    structure=_whole,
)
def interest(change: Change) -> Claim | None:
    """A declaration of interest, its kind, who made it, or whether the member withdrew or stayed."""
    if change.doubled_side is not None or change.is_form_only or change.is_link or change.is_same_sense:
        return None
    if change.is_misspelling:
        return None
    is_declared = change.place.role is Role.INTEREST and not _is_reminder(change)
    is_near = is_declared or change.word_lists.has_phrase("interest_contexts", change.nearby_text)
    if is_near and (
        change.is_reference
        or turned_sense(change)
        or any(_matters(word, change) if is_declared else _concerns(word, change) for word in change.changed)
    ):
        return Claim(sentence(f"A declaration of interest differs: {difference(change)}"))
    if tells_part(change):
        return Claim(sentence(f"Who took part differs: {difference(change)}"))
    return None


def _is_reminder(change: Change) -> bool:
    """Whether both sentences ask for declarations, and make none."""
    return all(change.word_lists.has_phrase("interest_reminders", text) for text in change.nearby_text.split("\n", 1))


def _concerns(word: Word, change: Change) -> bool:
    return change.word_lists.has("interest_words", word.key) or word.text[:1].isupper()


def _matters(word: Word, change: Change) -> bool:
    """Any word of substance: "recieved" for "received" is none, and neither is "the"."""
    if word.text[:1].isupper() or not word.key[:1].isalpha() or change.word_lists.has("interest_words", word.key):
        return True
    is_of_matter = word.known and change.verdict is None and not change.word_lists.has("function_words", word.key)
    return is_of_matter and not _is_said_by_noun(word, change)


def _is_said_by_noun(word: Word, change: Change) -> bool:
    """Whether the sentences have a verb and its noun for one another: "was discussed", "during discussion"."""
    return any(
        _is_noun_of(word.key, other) or _is_noun_of(other, word.key)
        for other in words_of(change.nearby_text)
        if other[:_SAME_ROOT] == word.key[:_SAME_ROOT]
    )


def _is_noun_of(noun: str, verb: str) -> bool:
    root = _VERB_ENDING.sub("", verb)
    return noun != verb and any(noun == root + ending for ending in _NOUN_ENDINGS)


_SAME_ROOT = 4  # letters
_VERB_ENDING = re.compile(r"(?:ed|ing|es|s|e)$")
_NOUN_ENDINGS = ("ion", "ation", "ment", "al")


RULES = (interest,)
