"""References: which minute, application, appendix, Act or regulation is meant.

in accordance with minute 31   →   in accordance with minute 13
"""

from __future__ import annotations

from compare.rules._change import Change
from compare.rules._entities import holders
from compare.rules._rule import Claim, rule
from compare.rules._say import difference, quoted, sentence
from compare.typography import fold_key
from compare.values import Entity, Severity, Side

_LABELS = ("REFERENCE", "LAW")


@rule(
    "reference.changed",
    Severity.MAJOR,
    source="A later reader finds the paper by its reference alone: National Archives, Records Management Guide 3.",
    hits=(
        ("Costs were set out in Appendix 2 to the paper.", "Costs were set out in Appendix 3 to the paper."),
        (
            "The Board looked at planning application 24/0112/FUL again.",
            "The Board looked at planning application 24/0121/FUL again.",
        ),
        ("The duty arises under the Care Act 2014 alone.", "The duty arises under the Care Act 2012 alone."),
    ),
    misses=(
        ("The survey found 16 damp homes.", "The survey found 61 damp homes."),
        ("Costs were set out in Appendix 2 to the paper.", "Costs were laid out in Appendix 2 to the paper."),
    ),
)
def reference(change: Change) -> Claim | None:
    """The number of a minute, application, appendix or report, or the name of an Act, with another value."""
    if change.labels.isdisjoint(_LABELS) or change.is_aside or change.is_form or not change.changed:
        return None
    draft, final = _touched(change, Side.DRAFT), _touched(change, Side.FINAL)
    gone = [entity for entity in draft if _value(entity) not in set(map(_value, final))]
    came = [entity for entity in final if _value(entity) not in set(map(_value, draft))]
    if (not gone and not came) or (not (gone and came) and change.lone_side is None and not _has_figure(change)):
        return None
    severity = Severity.CRITICAL if change.place.in_resolution else None
    if gone and came:
        said = f"The reference differs: {quoted(gone[0].text)} in the draft, {quoted(came[0].text)} in the final"
    else:
        said = f"A reference differs: {difference(change)}"
    return Claim(sentence(said), severity=severity)


def _value(entity: Entity) -> str:
    return (entity.value or fold_key(entity.text)).replace(" ", "")


def _touched(change: Change, side: Side) -> list[Entity]:
    """The references of one side that hold a word that the other side has not."""
    words = change.gone if side is Side.DRAFT else change.came
    entities = change.entities(side, *_LABELS)
    if not words and change.lone_side is not None:
        return list(entities)
    # "Appendix A" is no article.
    telling = [
        word for word in words if word.text[0].isupper() or not change.vocabulary.has("function_words", word.key)
    ]
    return holders(telling, entities)


def _has_figure(change: Change) -> bool:
    return any(character.isdigit() for word in change.changed for character in word.key)


RULES = (reference,)
