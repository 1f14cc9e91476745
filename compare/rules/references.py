"""References: which minute, application, appendix, Act or regulation is meant.

in accordance with minute 31   →   in accordance with minute 13
"""

from __future__ import annotations

from compare.rules._change import Change, holder, holders, value_of
from compare.rules._rule import ENTITIES, Claim, both_sides, difference, only_in, quoted, rule, sentence
from compare.values import Entity, Severity, Side, Word

_LABELS = ("REFERENCE", "LAW")


@rule(
    "reference.changed",
    Severity.MAJOR,
    deciders=ENTITIES,
    source="A later reader finds the paper by its reference alone: National Archives, Records Management Guide 3.",
    hits=(
        ("Costs were set out in Appendix 2 to the paper.", "Costs were set out in Appendix 3 to the paper."),
        (
            "The Board looked at planning application 24/0112/FUL again.",
            "The Board looked at planning application 24/0121/FUL again.",
        ),
        ("The duty arises under the Care Act 2014 alone.", "The duty arises under the Care Act 2012 alone."),
        (
            "The clerk showed [the plan](https://ashcombe.example/plans/7) of the hall.",
            "The clerk showed [the plan](https://ashcombe.example/plans/9) of the hall.",
        ),
    ),
    misses=(
        ("The survey found 16 damp homes.", "The survey found 61 damp homes."),
        ("Costs were set out in Appendix 2 to the paper.", "Costs were laid out in Appendix 2 to the paper."),
    ),
)
def reference(change: Change) -> Claim | None:
    """The number of a minute, application, appendix or report, the name of an Act, or where a link leads, differs."""
    if change.is_link:
        return Claim(sentence(_link(change)))
    if change.labels.isdisjoint(_LABELS) or change.is_reported_whole or change.is_form_only or not change.changed:
        return None
    draft, final = _touched(change, Side.DRAFT), _touched(change, Side.FINAL)
    removed = [entity for entity in draft if _value(entity) not in set(map(_value, final))]
    added = [entity for entity in final if _value(entity) not in set(map(_value, draft))]
    if (not removed and not added) or (not (removed and added) and not _is_main_difference(change)):
        return None
    severity = Severity.CRITICAL if change.place.in_resolution else None
    if removed and added:
        reason = both_sides("The reference", removed[0].text, added[0].text)
    else:
        reason = f"A reference differs: {difference(change)}"
    return Claim(sentence(reason), severity=severity)


def _value(entity: Entity) -> str:
    return value_of(entity).replace(" ", "")


def _touched(change: Change, side: Side) -> list[Entity]:
    """The references of one side that hold a word that the other side has not."""
    words = change.own_words(side)
    entities = change.entities(side, *_LABELS)
    if not words and change.lone_side is not None:
        return list(entities)
    # "Appendix A" and "Minute 24(a)" hold no article, the name of an Act may.
    return [
        entity
        for entity in holders(words, entities)
        if entity.label == "REFERENCE" or any(_is_naming(change, word) for word in words if holder(word, [entity]))
    ]


def _is_naming(change: Change, word: Word) -> bool:
    return word.text[0].isupper() or not change.word_lists.has("function_words", word.key)


def _link(change: Change) -> str:
    addresses = [change.reading(side).text.strip().strip("[]()<>") for side in Side]
    if all(addresses):
        own, other = _apart(*addresses)
        return f"The link leads elsewhere: {quoted(own)} in the draft, {quoted(other)} in the final"
    side = Side.DRAFT if addresses[0] else Side.FINAL
    return f"The link to {only_in(side, addresses[0] or addresses[1])}"


def _apart(own: str, other: str) -> tuple[str, str]:
    """Shortens two addresses to the part that differs: "…/04/03/plan.html"; short ones stay whole."""
    same = next((place for place, pair in enumerate(zip(own, other, strict=False)) if pair[0] != pair[1]), len(own))
    start = max(own.rfind("/", 0, same), 0)
    return (f"…{own[start:]}", f"…{other[start:]}") if start > len("https://") else (own, other)


# Words of both sides together, up to which a reference on one side alone is what differs. Unit: words.
_FEW = 6


def _is_main_difference(change: Change) -> bool:
    """Whether a reference that one side alone has is most of what differs, and not part of an added passage."""
    if change.lone_side is not None:
        return len(change.changed) <= _FEW or change.place.in_resolution
    return len(change.changed) <= _FEW and any(any(map(str.isdigit, word.key)) for word in change.changed)


RULES = (reference,)
