"""Makes one edit of several in a row: the passage from the first to the last, with the unchanged words between them.

draft   [Mrs Bray closed] the meeting [].       one edit of two parts; what did not change between them is not marked
final   [] The meeting [was closed].
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from compare.text.tokens import Token, is_word, tokenise
from compare.values import AnnotatedEdit, Edit, Op, Reading, Span, Word


def as_passage(edits: Sequence[AnnotatedEdit], texts: tuple[str, str]) -> AnnotatedEdit:
    """One edit for several of one pair, in their order. Cost: linear in the passage."""
    draft = _reading(texts[0], [edit.draft for edit in edits])
    final = _reading(texts[1], [edit.final for edit in edits])
    op = Op.REPLACE if len(draft.span) and len(final.span) else Op.INSERT if len(final.span) else Op.DELETE
    parts = tuple(part for edit in edits for part in (edit.parts or (edit.edit,)))
    draft_letters: list[Span] = []
    final_letters: list[Span] = []
    for edit in edits:
        draft_letters += edit.edit.draft_letters or ((edit.draft.span,) if len(edit.draft.span) else ())
        final_letters += edit.edit.final_letters or ((edit.final.span,) if len(edit.final.span) else ())
    joined = Edit(
        op,
        draft.span,
        final.span,
        edits[0].edit.pair,
        tuple(draft_letters),
        tuple(final_letters),
        any(edit.edit.rewritten for edit in edits),
    )
    return replace(edits[0], edit=joined, draft=draft, final=final, verdict=None, parts=parts, same_name=None)


def _reading(text: str, readings: Sequence[Reading]) -> Reading:
    """One reading of a document from the first to the last, with the unchanged words between them."""
    first, last = readings[0], readings[-1]
    low, high = first.span.start, max(reading.span.end for reading in readings)
    low, high = _without_blanks(text, low, high)
    words = list(first.words)
    for before, after in pairwise(readings):
        words += [_word(token, text) for token in tokenise(text, before.span.end, after.span.start)]
        words += after.words
    entities = {entity.span: entity for reading in readings for entity in reading.entities}
    return replace(
        first,
        span=Span(low, high),
        text=text[low:high],
        words=tuple(words),
        after=last.after,
        entities=tuple(entities[span] for span in sorted(entities, key=lambda span: span.start)),
    )


def _without_blanks(text: str, low: int, high: int) -> tuple[int, int]:
    words = text[low:high]
    start = high - len(words.lstrip())
    return start, start + len(words.strip())


def _word(token: Token, text: str) -> Word:
    span = Span(token.start, token.end)
    return Word(span, text[token.start : token.end], token.key, token.key, is_word=is_word(token.key))
