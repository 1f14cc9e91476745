"""Decisions: one outcome exchanged for another.

That application 24/0112/FUL be refused.   →   That application 24/0112/FUL be approved.
"""

from __future__ import annotations

from compare.rules._change import Change
from compare.rules._rule import Claim, both_sides, rule, sentence
from compare.rules._word_classes import is_noun_here
from compare.values import Role, Severity, Side, Word

_DECIDING = frozenset((Role.RESOLUTION, Role.HEADER))
_VOTED = frozenset(("carry", "lose"))  # whether a motion was carried is for the rule of votes


@rule(
    "decision.outcome",
    Severity.CRITICAL,
    source="A decision is the act that minutes exist to prove: Local Government Act 1972, Sch. 12 para. 41.",
    hits=(
        ("Resolved: That application 24/0112/FUL be refused.", "Resolved: That application 24/0112/FUL be approved."),
        ("The Committee deferred the application for a barn.", "The Committee approved the application for a barn."),
        ("Recommended: That the budget for the pool be set.", "Resolved: That the budget for the pool be set."),
        ("The motion to close the depot was rejected.", "The motion to close the depot was accepted."),
    ),
    misses=(
        ("After a long talk the issue was resolved.", "After a long talk the issue was discussed."),
        ("Resolved: That the report be approve.", "Resolved: That the report be approved."),
        ("Mrs Odell noted that the hall was cold.", "Mrs Odell remarked that the hall was cold."),
    ),
)
def outcome(change: Change) -> Claim | None:
    """One outcome in the place of another: approved, refused, deferred, noted, agreed, resolved, recommended."""
    families = change.word_lists.outcomes
    if change.keys.isdisjoint(families.keys()) or change.sentence_side is not None:
        return None
    removed, added = _outcomes(change, Side.DRAFT), _outcomes(change, Side.FINAL)
    lost, won = removed.keys() - added.keys(), added.keys() - removed.keys()
    if not lost or not won or lost | won <= _VOTED or not _decides(change, lost | won):
        return None
    before = next(word for family, word in removed.items() if family in lost)
    after = next(word for family, word in added.items() if family in won)
    return Claim(sentence(both_sides("The outcome", before.text, after.text)))


def _outcomes(change: Change, side: Side) -> dict[str, Word]:
    """The outcomes among the words that only one side has; "the grant to the hall" is a sum, no outcome."""
    families = change.word_lists.outcomes
    return {
        families[word.key]: word
        for word in change.own_words(side)
        if word.key in families
        and not (change.word_lists.has("decision_things", word.key) and is_noun_here(change, side, word))
    }


def _decides(change: Change, families: set[str]) -> bool:
    """Whether the outcomes are of a decision here: "the issue was resolved" in a narrative is not."""
    place = change.place
    if place.in_resolution or place.in_header or place.role in _DECIDING:
        return True
    if not families & change.word_lists.decisive:
        return False
    if change.is_rewritten and not families <= change.word_lists.decisive:
        return False  # in a rewritten passage, "agreed" was not exchanged for "considered"
    return (
        change.is_about_vote
        or change.word_lists.has_phrase("decision_subjects", change.nearby_text)
        or change.word_lists.has_phrase("deciding_bodies", change.nearby_text)
        or any(_is_formula(change, word.key) for word in change.added + change.removed)
        or _is_above_list(change)
    )


def _is_above_list(change: Change) -> bool:
    """Whether the outcome stands above what it was given to: "The following were approved: Admissions; Charging."."""
    return all(reading.after[:1] and reading.after[0].key == ":" for reading in (change.draft, change.final))


def _is_formula(change: Change, key: str) -> bool:
    return f"it was {key} that" in change.nearby_text or f"it was {key} to" in change.nearby_text


RULES = (outcome,)
