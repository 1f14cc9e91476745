"""Votes: how many, who, and whether it was carried.

For 7, Against 3, Abstentions 1.   →   For 7, Against 4, Abstentions 1.
"""

from __future__ import annotations

from compare.rules._change import Change, holder
from compare.rules._rule import (
    ENTITIES,
    MISSPELLING,
    Claim,
    difference,
    is_lone_paragraph,
    one_sided,
    quoted,
    rule,
    sentence,
)
from compare.style.word_lists import WordLists
from compare.values import Role, Severity, Side, StructuralFact, Word

# These are words of a vote only with another such word beside them: "for the owner", "against the wall".
_COMMON = frozenset(("for", "against"))
# Keys are lost too, and shopping is carried: these count near a motion alone.
_CARRIED = frozenset(("carried", "lost", "defeated"))
_NEAR = 8  # words between "seconded by" and a name that belongs to it
_OTHER_VALUES = ("MONEY", "DATE", "TIME", "REFERENCE", "LAW", "PERCENT", "QUANTITY")


def _whole(fact: StructuralFact, _: WordLists) -> Claim | None:
    if not is_lone_paragraph(fact, Role.VOTE):
        return None
    return Claim(sentence(f"A record of voting: {one_sided(fact.draft, fact.final)}"))


@rule(
    "vote.changed",
    Severity.CRITICAL,
    deciders=(*ENTITIES, *MISSPELLING),
    source="Standing Orders Regulations, SI 1993/202 Sch. 2 para. 1 and SI 2014/165: votes and voters are recorded.",
    hits=(
        ("On a vote there were 7 votes for and 3 against.", "On a vote there were 7 votes for and 4 against."),
        ("The motion was put to the vote and was carried.", "The motion was put to the vote and was lost."),
        ("The motion was seconded by Councillor Ashby.", "The motion was seconded by Councillor Odell."),
        ("The amendment was carried unanimously.", "The amendment was carried."),
        ("Recorded vote: Cllr Ashby: for ☒ against ☐", "Recorded vote: Cllr Ashby: for ☐ against ☐"),
    ),
    misses=(
        ("The key was lost for two days.", "The key was mislaid for two days."),
        ("The clerk spoke for the shop.", "The clerk spoke against the shop."),
        ("The motion was carried by seven votes to two.", "The motion was carried by 7 votes to 2."),
    ),
    structure=_whole,
)
def vote(change: Change) -> Claim | None:
    """A vote's counts or names, the casting vote, carried or lost, the mover or the seconder."""
    if change.differs_in_signs and change.is_about_vote:
        return Claim(sentence(f"A tick, a cross or a box in the record of a vote differs: {difference(change)}"))
    if (
        not any(_may_be_of_vote(word, change) for word in change.changed)
        or change.doubled_side is not None
        or change.is_form_only
    ):
        return None
    if (
        change.is_misspelling
        or not change.is_about_vote
        or not (_differs_in_vote_words(change) or _differs_in_count(change) or _differs_in_name(change))
    ):
        return None
    if len(change.changed) > _NEAR:
        words = [word.text for word in change.changed if _is_vote_word(word, change)]
        named = f"the words of a vote differ: {quoted(' … '.join(dict.fromkeys(words)))}" if words else ""
        return Claim(sentence("The record of a vote differs", named))
    return Claim(sentence(f"The record of a vote differs: {difference(change)}"))


def _may_be_of_vote(word: Word, change: Change) -> bool:
    return word.text[:1].isupper() or _is_number(word, change) or _is_vote_word(word, change)


def _is_number(word: Word, change: Change) -> bool:
    return word.key[:1].isdigit() or change.word_lists.has("number_words", word.key)


def _is_vote_word(word: Word, change: Change) -> bool:
    return change.word_lists.has("vote_words", word.key)


def _differs_in_vote_words(change: Change) -> bool:
    words = {word.key for word in change.changed if _is_vote_word(word, change)}
    if words - _COMMON - _CARRIED or (words & _CARRIED and _is_about_motion(change)):
        return True
    words -= _CARRIED
    return bool(words) and (words == _COMMON or change.place.role is Role.VOTE) and _is_tally(change)


def _is_about_motion(change: Change) -> bool:
    return any(
        change.word_lists.has_phrase(name, change.nearby_text) for name in ("decision_subjects", "vote_contexts")
    )


def _is_tally(change: Change) -> bool:
    return change.place.role is Role.VOTE or any(word in change.nearby_text for word in ("vote", "voting", "abst"))


def _differs_in_count(change: Change) -> bool:
    """Whether a count differs: a number that is no sum, date or reference, in the words of a vote."""
    for side in Side:
        others = change.entities(side, *_OTHER_VALUES)
        for word in change.own_words(side):
            if _is_number(word, change) and not holder(word, others) and _is_near_vote_word(change, side):
                return True
    return False


def _is_near_vote_word(change: Change, side: Side) -> bool:
    """Whether a word of voting stands close by on that side."""
    reading = change.reading(side)
    near = (*reading.before[-_NEAR:], *reading.after[:_NEAR])
    return change.place.role is Role.VOTE or any(_is_vote_word(word, change) for word in near)


def _differs_in_name(change: Change) -> bool:
    """Whether a name differs beside "moved by", "seconded by", "for" or "against"."""
    named = [word for word in change.changed if word.text[:1].isupper()]
    if not named or not (
        change.entities(Side.DRAFT, "PERSON") or change.entities(Side.FINAL, "PERSON") or _follows_title(change)
    ):
        return False
    if change.place.role is Role.VOTE:
        return True
    near = {
        word.key for reading in (change.draft, change.final) for word in (*reading.before[-_NEAR:], *reading.after[:3])
    }
    return bool(near & change.word_lists.sets["mover_words"])


def _follows_title(change: Change) -> bool:
    return any(
        reading.before and change.word_lists.has("titles", reading.before[-1].key)
        for reading in (change.draft, change.final)
    )


RULES = (vote,)
