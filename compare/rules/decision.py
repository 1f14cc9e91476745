"""Decisions: one outcome exchanged for another.

That application 24/0112/FUL be refused.   →   That application 24/0112/FUL be approved.
Payments were approved.                    →   Payments were refused.
"""

from __future__ import annotations

from compare.rules._change import Change, words_of
from compare.rules._rule import Claim, both_sides, difference, rule, sentence
from compare.rules._word_classes import is_noun_here
from compare.values import Role, Severity, Side, Word

_DECIDING = frozenset((Role.RESOLUTION, Role.HEADER))
_VOTED = frozenset(("carry", "lose"))  # whether a motion was carried is for the rule of votes
# Of the decisive families, those whose verbs speakers use of what they think: "was noted", "were supported".
_OPINIONS = frozenset(("note", "agree", "support", "oppose", "accept", "confirm", "delegate", "carry", "lose"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "not", "unanimously"))
_CARRIERS = frozenset(("put", "given", "the"))  # of an outcome's noun: "put on hold", "given the go-ahead"
_NEAR = 12  # words between what was voted on and its outcome


@rule(
    "decision.outcome",
    Severity.CRITICAL,
    source="A decision is the act that minutes exist to prove: Local Government Act 1972, Sch. 12 para. 41.",
    hits=(
        ("Resolved: That application 24/0112/FUL be refused.", "Resolved: That application 24/0112/FUL be approved."),
        ("The Committee deferred the application for a barn.", "The Committee approved the application for a barn."),
        ("Recommended: That the budget for the pool be set.", "Resolved: That the budget for the pool be set."),
        ("The motion to close the depot was rejected.", "The motion to close the depot was accepted."),
        ("Payments were approved.", "Payments were refused."),
        ("The appeal was dismissed.", "The appeal was allowed."),
        ("Consent was given for work on the oak.", "Consent was withheld for work on the oak."),
        ("Having heard both, the panel dismissed the appeal.", "Having heard both, the panel allowed the appeal."),
        ("The decision on the depot was called in.", "The decision on the depot was confirmed."),
        ("The complaint was upheld in part.", "The complaint was upheld in full."),
        ("The application was put off.", "The application was turned down."),
    ),
    misses=(
        ("After a long talk the issue was resolved.", "After a long talk the issue was discussed."),
        ("Resolved: That the report be approve.", "Resolved: That the report be approved."),
        ("Mrs Odell noted that the hall was cold.", "Mrs Odell remarked that the hall was cold."),
        ("Mr Pell said his claim was refused.", "Mr Pell said his claim was approved."),
        ("The clerk was given the keys.", "The clerk was handed the keys."),
        ("Dogs were allowed in the park.", "Dogs were blocked in the park."),
        ("The bid was turned down.", "The bid was refused."),
    ),
)
def outcome(change: Change) -> Claim | None:
    """One outcome in the place of another: approved, refused, deferred, noted, agreed, upheld in part, withheld."""
    if change.sentence_side is not None:
        return None
    if _differs_in_extent(change):
        return Claim(sentence(f"How far it was decided differs: {difference(change)}"))
    if change.keys.isdisjoint(change.word_lists.outcome_words):
        return None
    removed, added = _outcomes(change, Side.DRAFT), _outcomes(change, Side.FINAL)
    lost, won = removed.keys() - added.keys(), added.keys() - removed.keys()
    if not lost or not won or lost | won <= _VOTED or _are_same_outcomes(change, lost, won):
        return None
    before = next((Side.DRAFT, word) for family, word in removed.items() if family in lost)
    after = next((Side.FINAL, word) for family, word in added.items() if family in won)
    if not (_is_turned_round(change, lost, won, before, after) or _decides_in_words(change, lost | won, before, after)):
        return None
    return Claim(sentence(both_sides("The outcome", before[1].text, after[1].text)))


_OnSide = tuple[Side, Word]


def _are_same_outcomes(change: Change, lost: set[str], won: set[str]) -> bool:
    """Whether a plain verb stands for a formal one of the same outcome: "turned down" for "refused"."""
    formal = change.word_lists.plain_outcomes
    return all(one in formal.get(other, ()) or other in formal.get(one, ()) for one in lost for other in won)


def _outcomes(change: Change, side: Side) -> dict[str, Word]:
    """The outcomes among the words that only one side has; "the grant to the hall" is a sum, no outcome."""
    found: dict[str, Word] = {}
    for word in change.own_words(side):
        family = change.outcome(side, word)
        if family and not (change.word_lists.has("decision_things", word.key) and is_noun_here(change, side, word)):
            found.setdefault(family, word)
    if not found.keys().isdisjoint(change.word_lists.plain_outcomes):
        found.pop("give", None)  # "was given the go-ahead"
    return found


def _is_turned_round(change: Change, lost: set[str], won: set[str], before: _OnSide, after: _OnSide) -> bool:
    """Whether what went ahead was stopped, or the reverse, as the minutes themselves report it: "was given, withheld".

    "He said that his claim was refused" is his report. "The keys were given to the clerk" is no outcome, unless the
    other side has a plain one, or it stands beside what is voted on.
    """
    lists = change.word_lists
    let, stopped = lists.sets["outcomes_for"], lists.sets["outcomes_against"]
    if not ((lost <= let and won <= stopped) or (lost <= stopped and won <= let)):
        return False
    said = [
        family
        for side, word in (before, after)
        if (family := change.outcome(side, word)) in lists.decisive - _OPINIONS and not _is_common(change, side, word)
    ]
    if not said or (len(said) == 1 and said[0] in lists.plain_outcomes):  # "chairs were thrown out", "given away"
        return _is_beside_subject(change)
    return all(_is_said_of_matter(change, side, word) for side, word in (before, after)) and not _is_reported(change)


def _is_said_of_matter(change: Change, side: Side, word: Word) -> bool:
    """Whether an outcome is what a sentence or label says of its subject: "were refused", "Outcome: refused".

    Or what a body did with one: "the panel dismissed the appeal".
    """
    before = [key for key in change.previous_keys(side, word) if key not in _CARRIERS]
    if before and f"{before[-1]}_{word.key}" in change.word_lists.outcomes:
        before.pop()  # "through" of "waved through"
    if not before or before[-1] in _BE or before[-1] in (":", "-", "|"):
        return True
    is_of_body = change.word_lists.has_phrase("deciding_bodies", before[-1])
    return is_of_body or any(change.word_lists.has("voted_things", key) for key in change.next_keys(side, word)[:4])


def _is_reported(change: Change) -> bool:
    """Whether somebody says so in the sentence: before the outcome stands "said", "asked whether"."""
    reading = change.draft
    start = reading.span.start - reading.sentence.start
    return any(change.word_lists.has("reporting_verbs", key) for key in words_of(reading.sentence_text[:start]))


def _is_common(change: Change, side: Side, word: Word) -> bool:
    common = change.word_lists.sets["common_outcomes"]
    return word.key in common or f"{word.key}_{next(iter(change.next_keys(side, word)), '')}" in common


def _is_beside_subject(change: Change) -> bool:
    """Whether what is voted on stands just before the outcome."""
    reading = change.draft
    start = reading.span.start - reading.sentence.start
    near = words_of(reading.sentence_text[:start])[-_NEAR:]
    return any(change.word_lists.has("voted_things", key) for key in near)


def _decides_in_words(change: Change, families: set[str], before: _OnSide, after: _OnSide) -> bool:
    return not any(_is_common(change, side, word) for side, word in (before, after)) and _decides(change, families)


def _differs_in_extent(change: Change) -> bool:
    """Whether "in full" stands for "in part" behind an outcome."""
    if not change.exchanged or not all(change.word_lists.has("outcome_extents", word.key) for word in change.exchanged):
        return False
    leaders = change.draft.before[-2:]
    return any(change.word_lists.outcomes.get(word.key) in change.word_lists.decisive for word in leaders)


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
