"""Sense: a small word, or one of two contraries, that turns the sense of a sentence.

The survey was done before the works.   →   The survey was done after the works.
"""

from __future__ import annotations

from compare.rules._change import Change
from compare.rules._rule import RETELLING, Claim, difference, only_in, quoted, rule, sentence
from compare.rules._senses import Turn, is_beside_fact, turned_sense
from compare.values import Retelling, Severity, Side


@rule(
    "sense.opposed",
    Severity.MAJOR,
    deciders=(("which words turn the sense", turned_sense), ("whether a fact depends on them", is_beside_fact)),
    source="Quirk et al., A Comprehensive Grammar of the English Language (1985), 5.10-5.25, 9, 13.5; Cruse, Lexical "
    "Semantics (1986), ch. 9-11.",
    hits=(
        ("The survey was done before the works.", "The survey was done after the works."),
        ("The rent went up by 4% in the year.", "The rent went up to 4% in the year."),
        ("Replies were due by 4 May 2025.", "Replies were due after 4 May 2025."),
        ("The crew left after the speech.", "The crew departed before the speech."),
        ("All but two of the trees were felled.", "All two of the trees were felled."),
        ("Either party could end the lease.", "Each party could end the lease."),
        ("The fee was cut because of the rain.", "The fee was cut despite the rain."),
        ("The event was put off.", "The event was put on."),
        ("The number of visits increased.", "The number of visits decreased."),
        ("The grounds budget was underspent.", "The grounds budget was overspent."),
        ("Staff only may park by the hall.", "Staff may park by the hall."),
        (
            "4. Sheds\n\nResolved: That the shed be sold and the key kept.",
            "4. Sheds\n\nResolved: That the shed be sold or the key kept.",
        ),
    ),
    misses=(
        ("After the talk the crew left.", "Following the talk the crew left."),
        ("Over 50 people came to the fair.", "More than 50 people came to the fair."),
        ("They walked by the river.", "They walked from the river."),
        ("The shop was open until dusk.", "The shop was open till dusk."),
        ("The new path is different from the old one.", "The new path is different to the old one."),
        ("The letter came form the school.", "The letter came from the school."),
        ("The crew left after the speech.", "The crew departed after the speech."),
    ),
)
def opposed(change: Change) -> Claim | None:
    """One word for its contrary: before/after, all/some, by/to a figure; or only, all but … put in or left out."""
    turn = turned_sense(change)
    if turn is None:
        return None
    severity = Severity.CRITICAL if is_beside_fact(change, turn) else None
    return Claim(sentence(_reason(change, turn)), severity=severity)


def _reason(change: Change, turn: Turn) -> str:
    if turn.draft is None or turn.final is None:
        side, unit = (Side.DRAFT, turn.draft) if turn.draft else (Side.FINAL, turn.final)
        return only_in(side, unit.text) if unit else difference(change)
    own, other = turn.draft.text, turn.final.text
    return f"{quoted(own)} in the draft, {quoted(other)} in the final: the sense is turned"


@rule(
    "sense.doer",
    Severity.MAJOR,
    deciders=RETELLING,
    source="Quirk et al., 3.63-3.78: the active's subject is the passive's agent. Who did what to whom is the record.",
    hits=(
        ("The warden thanked the crew for the path.", "The warden was thanked by the crew for the path."),
        (
            "The barn was swept by the crew and the path by the warden.",
            "The barn was swept by the warden and the path by the crew.",
        ),
        ("The path led from the mill to the church.", "The path led from the church to the mill."),
        ("The pond was cleaned before the path was swept.", "The path was swept before the pond was cleaned."),
    ),
    misses=(
        ("The warden thanked the crew for the path.", "The crew was thanked by the warden for the path."),
        ("The path led from the mill to the church in May.", "In May the path led from the mill to the church."),
    ),
)
def doer(change: Change) -> Claim | None:
    """The same words in other places: who did it, to whom, what came first. Critical in a resolution or at a vote."""
    if change.tagged.retelling is not Retelling.TURNED:
        return None
    is_grave = change.place.in_resolution or change.place.in_header or change.is_about_vote
    severity = Severity.CRITICAL if is_grave else None
    return Claim(sentence(f"The same words stand in other places: {difference(change)}"), severity=severity)


RULES = (opposed, doer)
