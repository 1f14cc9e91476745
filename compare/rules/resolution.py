"""Resolutions: the header that announces one, its limbs, and every word of it.

Resolved:                          1. That the shed be sold.
1. That the shed be sold.
"""

from __future__ import annotations

from compare.rules._change import Change
from compare.rules._rule import (
    ADDED_VERDICT,
    HEADERS,
    ONE_SIDED,
    Claim,
    difference,
    quoted,
    rule,
    sentence,
    structural_rule,
)
from compare.style.word_lists import WordLists
from compare.values import FactKind, Relation, Severity, Side, StructuralFact

_LOST = "label lines are often lost when a web page is saved, so look at the source"


def _header_alone(fact: StructuralFact, _: WordLists) -> Claim | None:
    if fact.kind is not FactKind.HEADER:
        return None
    lacks = Side.FINAL if fact.draft.text.strip() else Side.DRAFT
    return Claim(_missing(fact.draft.text.strip() or fact.final.text.strip(), lacks), lacks, 0.9)


@rule(
    "resolution.header-missing",
    Severity.MAJOR,
    source="samples/rotherham-2022-09-06, item 29: the header above six limbs stands in the final only.",
    hits=(
        (
            "4. Sheds\n\nThe clerk spoke.\n\n1. That the shed be sold.\n\n2. That the key be kept.",
            "4. Sheds\n\nThe clerk spoke.\n\nResolved:\n\n1. That the shed be sold.\n\n2. That the key be kept.",
        ),
        (
            "4. Sheds\n\nThe clerk spoke.\n\nResolved: - That the shed be sold.",
            "4. Sheds\n\nThe clerk spoke.\n\nThat the shed be sold.",
        ),
        (
            "4. Sheds\n\nThe clerk spoke.\n\nResolved: - That the shed be sold.",
            "4. Sheds\n\nThe clerk spoke.\n\nThe shed be sold.",
        ),
        (
            "4. Sheds\n\nThe clerk spoke.\n\nIt was RESOLVED that the shed be sold.",
            "4. Sheds\n\nThe clerk spoke.\n\nThat the shed be sold.",
        ),
        (
            "4. Sheds\n\nThe clerk spoke.\n\nAGREED that the shed be sold.",
            "4. Sheds\n\nThe clerk spoke.\n\nThat the shed be sold.",
        ),
        (
            "4. Sheds\n\nThe clerk spoke.\n\nTo sell the shed.",
            "4. Sheds\n\nThe clerk spoke.\n\nResolved – To sell the shed.",
        ),
    ),
    misses=(
        (
            "4. Sheds\n\nThe clerk spoke.\n\nResolved: - That the shed be sold.",
            "4. Sheds\n\nThe clerk spoke.\n\nResolved: That the shed be sold.",
        ),
        ("After a talk the clerk resolved the issue.", "After a talk the clerk settled the issue."),
    ),
    structure=_header_alone,
    deciders=HEADERS,
)
def header_missing(change: Change) -> Claim | None:
    """The words that announce a resolution ("Resolved:", "RECOMMENDED –") stand on one side only."""
    side = change.lone_side
    if side is None:
        return None
    reading = change.reading(side)
    words = [word.key for word in reading.words if word.is_word]
    allowed = change.word_lists.header_words
    if not all(key in allowed or key == "that" for key in words):
        return None
    is_label = change.place.in_resolution and reading.words[-1].key == ":"  # "Decision:"
    if not is_label and not any(key in change.word_lists.outcomes for key in words):
        return None
    if not (change.place.in_header or _announces(change, side)):
        return None
    return Claim(_missing(reading.text.strip(), side.other), side.other, 0.9)


def _announces(change: Change, side: Side) -> bool:
    """Whether the words begin their sentence, with a colon or a dash after them or "That" to follow."""
    reading = change.reading(side)
    if reading.before and reading.before[-1].key not in (".", ":", "?", "!"):
        return False
    marks = {word.key for word in (*reading.words, *reading.after[:1]) if not word.is_word}
    return bool(marks & {":", "-"}) or any(word.key in ("that", "to") for word in (*reading.words, *reading.after[:1]))


def _missing(header: str, lacks: Side) -> str:
    return sentence(f"The resolution's header {quoted(header)} is missing in the {lacks}", _LOST)


_ABOVE = "4. Sheds\n\nThe clerk spoke of the sheds.\n\nThe crew had looked at the boiler.\n\nResolved:\n\n"
_THREE = _ABOVE + "1. That the shed be sold.\n\n2. That the old boiler go.\n\n3. That thanks be given."
_TWO = _ABOVE + "1. That the shed be sold.\n\n2. That thanks be given."


@structural_rule(
    "resolution.limb-removed",
    Severity.CRITICAL,
    source="The resolution is the act: a limb that is left out was not resolved.",
    hits=(
        (_THREE, _TWO),
        (
            _ABOVE + "(a) That the shed be sold.\n\n(b) That the old boiler be scrapped.",
            _ABOVE + "(a) That the shed be sold.",
        ),
    ),
    misses=(
        ("4. Sheds\n\nThe shed was sold.\n\nThe old boiler was scrapped.", "4. Sheds\n\nThe shed was sold."),
        (
            _ABOVE + "1. That the shed be sold.\n\n2. That the key be kept.",
            _ABOVE + "(a) That the shed be sold.\n\n(b) That the key be kept.",
        ),
    ),
    deciders=ONE_SIDED,
)
def limb_removed(fact: StructuralFact, word_lists: WordLists) -> Claim | None:
    """A limb of a resolution, a whole one, or an entry of a list of decisions, that stands in the draft only."""
    return _limb(fact, Relation.REMOVED, word_lists)


@structural_rule(
    "resolution.limb-added",
    Severity.CRITICAL,
    source="The resolution is the act: a limb that is put in binds as the others do.",
    hits=(
        (_TWO, _THREE),
        (
            _ABOVE + "(a) That the shed be sold.",
            _ABOVE + "(a) That the shed be sold.\n\n(b) That the old boiler be scrapped.",
        ),
    ),
    misses=(
        ("4. Sheds\n\nThe shed was sold.", "4. Sheds\n\nThe shed was sold.\n\nThe old boiler was scrapped."),
        (
            _ABOVE + "1. That the shed be sold.\n\n2. That the key be kept.",
            _ABOVE + "1. That the shed be sold.\n\n2. That the keys be kept.",
        ),
    ),
    deciders=ONE_SIDED,
)
def limb_added(fact: StructuralFact, word_lists: WordLists) -> Claim | None:
    """A limb of a resolution, a whole one, or an entry of a list of decisions, that stands in the final only."""
    return _limb(fact, Relation.ADDED, word_lists)


def _limb(fact: StructuralFact, relation: Relation, word_lists: WordLists) -> Claim | None:
    if fact.relation is not relation or fact.kind not in (FactKind.LIMB, FactKind.PARAGRAPH):
        return None
    is_led = bool(fact.lead) and word_lists.has_phrase("limb_leads", fact.lead)
    if fact.kind is FactKind.PARAGRAPH and not fact.place.in_resolution and not is_led:
        return None
    reading, side = (fact.draft, Side.DRAFT) if relation is Relation.REMOVED else (fact.final, Side.FINAL)
    what = (
        "A part of the resolution"
        if fact.kind is FactKind.LIMB or fact.place.in_resolution
        else "An entry of what was decided"
    )
    return Claim(sentence(f"{what} stands in the {side} only: {quoted(reading.text)}"))


@rule(
    "resolution.wording",
    Severity.CRITICAL,
    deciders=ADDED_VERDICT,
    source="The resolution is the act: another word may be another act.",
    hits=(
        ("4. Sheds\n\nResolved: That the large shed be sold.", "4. Sheds\n\nResolved: That the small shed be sold."),
        (
            "4. Sheds\n\nResolved: That the shed be sold and the key kept.",
            "4. Sheds\n\nResolved: That the shed be sold with the key kept.",
        ),
        ("4. Sheds\n\nResolved: That the clerk purchase a shed.", "4. Sheds\n\nResolved: That the clerk buy a shed."),
    ),
    misses=(
        ("4. Sheds\n\nThe large shed was sold.", "4. Sheds\n\nThe small shed was sold."),
        (
            "4. Sheds\n\nResolved: That the shed, and the key, be sold.",
            "4. Sheds\n\nResolved: That the shed and the key be sold.",
        ),
    ),
)
def wording(change: Change) -> Claim | None:
    """Any other difference in the wording of a resolution that is no slip, no inflection and no matter of form.

    Major where only its construction or the formality of a word differs.
    """
    if not change.place.in_resolution or not (change.changed or change.differs_in_signs):
        return None
    if change.is_same_construction or change.is_mandative_should:
        reason = f"The same is resolved in another construction: {difference(change)}"
        return Claim(sentence(reason), severity=Severity.MAJOR)  # "that the shed be sold", "to sell the shed"
    if change.same_sense and change.same_sense.is_formal:
        return Claim(sentence(f"The same sense in other words: {difference(change)}"), severity=Severity.MAJOR)
    return Claim(sentence(f"The wording of the resolution differs: {difference(change)}"))


RULES = (header_missing, limb_removed, limb_added)
WORDING = (wording,)
