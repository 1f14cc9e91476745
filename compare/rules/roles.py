"""Offices: in what capacity someone acted.

the Assistant Director said   →   the Director said
"""

from __future__ import annotations

from compare.rules._change import Change, holders
from compare.rules._people import clauses_about_people, is_post_alone
from compare.rules._records import gives_office, gives_power
from compare.rules._rule import ENTITIES, PEOPLE, Claim, both_sides, difference, rule, sentence
from compare.style.word_lists import WordLists
from compare.text.tokens import fold_key
from compare.values import FactKind, Reading, Severity, Side, StructuralFact, Word

_REACH = 3  # words between a modifier and its office: "Assistant" … "Director"


def _post(fact: StructuralFact, word_lists: WordLists) -> Claim | None:
    """The post of somebody in the record of attendance, where it is not as what the person was there."""
    if fact.kind is not FactKind.PERSON or not is_post_alone(fact, word_lists):
        return None
    return Claim(sentence(*clauses_about_people(fact)))


@rule(
    "role.changed",
    Severity.MAJOR,
    deciders=(*ENTITIES, *PEOPLE),
    source="A delegated power belongs to the office, not to the person: Local Government Act 1972, s. 101.",
    hits=(
        ("The Vice-Chair thanked the wardens.", "The Chair thanked the wardens."),
        ("The Assistant Director spoke of the costs.", "The Director spoke of the costs."),
        ("An officer asked how the pump worked.", "A member asked how the pump worked."),
        ("Mr Odell stood down as secretary in May.", "Mr Odell stood down as treasurer in May."),
        (
            "In attendance: Ines Varga (Finance Officer), Tom Odell.\n\nThe clerk spoke.",
            "In attendance: Ines Varga (Estates Officer), Tom Odell.\n\nThe clerk spoke.",
        ),
    ),
    misses=(
        ("The Chairman thanked the wardens.", "The Chair thanked the wardens."),
        ("The senior wardens were thanked.", "The young wardens were thanked."),
    ),
    structure=_post,
)
def role(change: Change) -> Claim | None:
    """One office for another, or "Vice-" put before it or left out; critical where it is filled or empowered."""
    if change.is_reported_whole or change.is_form_only or not change.changed:
        return None
    severity = Severity.CRITICAL if _is_given(change) else None
    if _is_modified(change):
        return Claim(sentence(f"The office differs: {difference(change)}"), severity=severity)
    removed, added = _offices(change, Side.DRAFT), _offices(change, Side.FINAL)
    if not (removed and added) and gives_power(change) and _are_capitals(change):
        return Claim(sentence(f"The office differs: {difference(change)}"), severity=severity)
    if not removed or not added or set(removed) & set(added):
        return None
    return Claim(sentence(both_sides("The office", removed[0], added[0])), severity=severity)


def _is_given(change: Change) -> bool:
    """Whether the office is filled, given up or given a power, or a resolution speaks of it."""
    return change.place.in_resolution or gives_power(change) or gives_office(change)


def _are_capitals(change: Change) -> bool:
    """Whether both sides name something by capitals: "the Treasurer", "the Harbour Master"."""
    return all(
        words and all(word.text[:1].isupper() for word in words if not change.word_lists.is_function_word(word))
        for words in (change.removed, change.added)
    )


def _offices(change: Change, side: Side) -> list[str]:
    """The offices of one side that hold a word that the other side has not."""
    words = change.own_words(side)
    named = [fold_key(entity.text) for entity in holders(words, change.entities(side, "ROLE"))]
    roles = change.word_lists.sets["roles"]
    return named or [word.key for word in words if _singular(word.key) in roles and _is_office_word(word)]


def _is_office_word(word: Word) -> bool:
    """Whether the word can be an office: not "to chair the panel", nor "the principal aim"."""
    return word.text[:1].isupper() or word.pos not in ("VERB", "ADJ")


def _singular(key: str) -> str:
    return key.removesuffix("'s").removesuffix("'").removesuffix("s")


def _is_modified(change: Change) -> bool:
    """Whether only a modifier before an office was added or removed."""
    side = change.lone_side
    if side is None:
        return False
    words = change.draft_words or change.final_words
    modifiers = change.word_lists.sets["role_modifiers"]
    return all(word.key in modifiers or word.key == "-" for word in words) and _office_follows(
        change.reading(side), change
    )


def _office_follows(reading: Reading, change: Change) -> bool:
    following: tuple[Word, ...] = reading.after[:_REACH]
    return any(_singular(word.key) in change.word_lists.sets["roles"] for word in following)


RULES = (role,)
