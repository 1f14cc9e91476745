"""Declarations of interest: that one was made, of what kind, and whether the member left.

Councillor Pell declared a personal interest.   →   Councillor Pell declared a pecuniary interest.
"""

from __future__ import annotations

from compare.rules._change import Change
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
    is_declared = change.place.role is Role.INTEREST
    is_near = is_declared or change.word_lists.has_phrase("interest_contexts", change.nearby_text)
    if not any(_matters(word, change) if is_declared else _concerns(word, change) for word in change.changed) and not (
        is_near and (change.is_reference or turned_sense(change))
    ):
        return None
    if change.doubled_side is not None or change.is_form_only or change.is_link:
        return None
    if not is_near:
        return None
    return Claim(sentence(f"A declaration of interest differs: {difference(change)}"))


def _concerns(word: Word, change: Change) -> bool:
    return change.word_lists.has("interest_words", word.key) or word.text[:1].isupper()


def _matters(word: Word, change: Change) -> bool:
    """Any word of substance: "recieved" for "received" is none, and neither is "the"."""
    if word.text[:1].isupper() or not word.key[:1].isalpha() or change.word_lists.has("interest_words", word.key):
        return True
    return word.known and change.verdict is None and not change.word_lists.has("function_words", word.key)


RULES = (interest,)
