"""Finds the entities of an edit on both sides: a date that one side's words touch has its counterpart on the other.

draft   held on [3 June 2025]                  the edit has no words here; the date is its counterpart
final   held on [Tuesday] 3 June 2025          the edit touches one date
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from compare.annotate.entities import TaggedText
from compare.annotate.readings import entities_at
from compare.annotate.sentences import DocumentSentences, Sentence
from compare.text.tokens import Token
from compare.values import Edit, Entity, Span

# Whose value shows only in the whole: of names and references each side is asked for itself.
_FIGURES = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "NUMBER", "VOTE"))

_Sides = tuple[DocumentSentences, DocumentSentences]
_Entities = tuple[tuple[Entity, ...], tuple[Entity, ...]]


def whole_entities(
    edit: Edit, sentences: tuple[Sentence, Sentence], tagged: Mapping[str, TaggedText], sides: _Sides
) -> _Entities:
    """Returns the entities that an edit touches on each side, and the counterparts of its figures.

    Cost: that of `entities_at`; where a figure reaches beyond the edit, of the words around it.
    """
    spans = edit.draft, edit.final
    touched = [
        entities_at(sentence, tagged[sentence.flat], span) for sentence, span in zip(sentences, spans, strict=True)
    ]
    reaching = [_reach(span, entities) for span, entities in zip(spans, touched, strict=True)]
    if reaching == [*spans]:
        return with_halves_of_day(touched[0], touched[1])
    around = [
        _around(side.tokens_around(sentence, span), span)
        for side, sentence, span in zip(sides, sentences, spans, strict=True)
    ]
    # What one side's figure holds beyond the edit stands unchanged in the other.
    before = _shared([token.key for token in around[0][0]][::-1], [token.key for token in around[1][0]][::-1])
    after = _shared([token.key for token in around[0][1]], [token.key for token in around[1][1]])
    found = []
    for own, other in ((0, 1), (1, 0)):
        span = _counterpart(reaching[other], around[other], around[own], spans[own], (before, after))
        figures = tuple(
            entity
            for entity in entities_at(sentences[own], tagged[sentences[own].flat], span)
            if entity.label in _FIGURES and entity not in touched[own]
        )
        found.append(tuple(sorted((*touched[own], *figures), key=lambda entity: entity.span.start)))
    return with_halves_of_day(found[0], found[1])


def with_halves_of_day(own: tuple[Entity, ...], other: tuple[Entity, ...]) -> _Entities:
    """Returns the entities of both sides, a time that may be of either half of the day in the one that they name.

    "Half past seven" is 07:30 beside "7.30 am", and 19:30 beside "7.30 pm".
    """
    return _with_halves(own, other), _with_halves(other, own)


def _with_halves(own: tuple[Entity, ...], other: tuple[Entity, ...]) -> tuple[Entity, ...]:
    if not any(entity.value and "|" in entity.value for entity in own):
        return own
    named = {entity.value for entity in other if entity.label == "TIME"}
    return tuple(
        replace(entity, value=next((one for one in entity.value.split("|") if one in named), entity.value))
        if entity.label == "TIME" and entity.value
        else entity
        for entity in own
    )


def _reach(span: Span, entities: Sequence[Entity]) -> Span:
    """Returns the range from the first to the last word of the edit and of the figures that it touches."""
    figures = [entity.span for entity in entities if entity.label in _FIGURES]
    if not figures:
        return span
    return Span(min(span.start, figures[0].start), max(span.end, figures[-1].end))


def _around(tokens: Sequence[Token], span: Span) -> tuple[list[Token], list[Token]]:
    before = [token for token in tokens if token.end <= span.start]
    return before, [token for token in tokens if token.start >= span.end]


def _shared(own: Sequence[str], other: Sequence[str]) -> int:
    """Counts the tokens with which both begin."""
    count = 0
    for one, two in zip(own, other, strict=False):
        if one != two:
            break
        count += 1
    return count


def _counterpart(
    reach: Span,
    reached: tuple[list[Token], list[Token]],
    around: tuple[list[Token], list[Token]],
    span: Span,
    shared: tuple[int, int],
) -> Span:
    """Returns the range of one side that corresponds to what the other side's figures reach."""
    before = sum(token.start >= reach.start for token in reached[0])
    after = sum(token.end <= reach.end for token in reached[1])
    before, after = min(before, shared[0]), min(after, shared[1])
    start = around[0][-before].start if before else span.start
    end = around[1][after - 1].end if after else span.end
    return Span(start, end)
