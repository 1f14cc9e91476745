"""Which entities an edit's words are part of, and whether two sides' values agree."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from compare.text.tokens import fold_key
from compare.values import Entity, Word

REFERENCES = frozenset(("REFERENCE", "LAW"))
VALUE_LABELS = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "NUMBER", "VOTE", "REFERENCE", "LAW"))


def values_of(entities: tuple[Entity, ...]) -> list[str]:
    """What the dates, sums, numbers and references among them mean, in order."""
    return [entity.value or fold_key(entity.text) for entity in entities if entity.label in VALUE_LABELS]


_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")


def first_figure(text: str) -> Decimal | None:
    """The first number in figures, as a number: 7 for "7.00 pm" and for "7pm"."""
    match = _FIGURE.search(text)
    return Decimal(match.group().replace(",", "")) if match else None


def is_value(word: Word, entities: tuple[Entity, ...]) -> bool:
    """Whether a word is part of a date, a sum, a number or a reference."""
    return is_inside(word, [entity for entity in entities if entity.label in VALUE_LABELS])


def is_inside(word: Word, entities: Sequence[Entity]) -> bool:
    """Whether an entity covers the whole of a word: of "4-2-1", a number that is "4" covers too little."""
    entity = holder(word, entities)
    return entity is not None and word.span.end <= entity.span.end


def holder(word: Word, entities: Sequence[Entity]) -> Entity | None:
    """The entity that a word begins in. Shapes: entities in order and apart. Cost: logarithmic."""
    place = bisect_right(entities, word.span.start, key=lambda entity: entity.span.start) - 1
    if place < 0 or word.span.start >= entities[place].span.end:
        return None
    return entities[place]


def holders(words: Sequence[Word], entities: Sequence[Entity]) -> list[Entity]:
    """The entities that one of the words is part of, in order. Cost: linear in the words."""
    held = {entity.span: entity for word in words if (entity := holder(word, entities))}
    return list(held.values())
