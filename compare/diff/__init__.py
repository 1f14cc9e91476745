"""Finds the words that changed in every pair, and folds what differs in typography, layout or numbering alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import diff_match_patch
import rapidfuzz

from compare.diff.counted_labels import fold_counted_labels
from compare.diff.folds import (
    Break,
    Breaks,
    class_of_gap,
    class_of_mark,
    fold_list_punctuation,
    fold_tokens,
    inline_marks,
    is_divided_word,
    is_masked_address,
    is_target_of_link,
    list_joints,
    without_mark,
)
from compare.diff.letters import differing_letters
from compare.diff.page_numbers import fold_page_numbers
from compare.diff.relaid import cut_relaid
from compare.diff.words import MAX_CELLS, Cut, cut_words
from compare.text.tokens import Token, mark_span, mark_text, segment_tokens
from compare.values import Edit, Fold, FoldKind, Minutes, NotCompared, Op, Pair, Relation, Side, Span

__all__ = ["ENGINES", "Differences", "diff_pairs"]

# What did the matching, for the record of a comparison: (name, version).
ENGINES = (("diff-match-patch", diff_match_patch.__version__), ("rapidfuzz", rapidfuzz.__version__))


@dataclass(frozen=True, slots=True)
class Differences:
    """The edits and folds of all pairs, in the order of the pairs; `edit.pair` is an index into the alignment.

    `not_compared` names the pairs so long that not every word was compared with every other.
    """

    edits: tuple[Edit, ...]
    folds: tuple[Fold, ...]
    not_compared: tuple[NotCompared, ...] = ()


def diff_pairs(draft: Minutes, final: Minutes, alignment: Sequence[Pair]) -> Differences:
    """Compares the two sides of every pair that has both. Cost: linear in the text of changed pairs."""
    edits: list[Edit] = []
    folds: list[Fold] = []
    bounded: list[NotCompared] = []
    for index, pair in enumerate(alignment):
        if not pair.draft or not pair.final:
            continue
        if not _is_written_alike(draft, final, pair):
            found, folded = _diff_pair(draft, final, pair, index)
            edits.extend(found)
            folds.extend(folded)
            bounded.extend([_bounded(pair)] if _is_over_bound(draft, final, pair) else ())
        if pair.relation is not Relation.FURNITURE:
            folds.extend(_fold_frame(draft, final, pair))
    punctuation, edits = fold_list_punctuation(edits, draft, final, alignment)
    numbers, edits = fold_counted_labels(edits, draft, final)
    pages, edits = fold_page_numbers(edits, draft, final, alignment)
    return Differences(tuple(edits), (*folds, *punctuation, *numbers, *pages), tuple(bounded))


# Formats in which the address of a link stands among the words.
_WRITTEN_AS_TYPED = ("text", "markdown")


def _is_written_alike(draft: Minutes, final: Minutes, pair: Pair) -> bool:
    if len(pair.draft) > 1 or len(pair.final) > 1:
        return False
    own, other = draft.segments[pair.draft[0]], final.segments[pair.final[0]]
    if len(own.pieces) != 1 or len(other.pieces) != 1:
        return False
    piece, counterpart = own.pieces[0], other.pieces[0]
    return draft.document.text[piece.start : piece.end] == final.document.text[counterpart.start : counterpart.end]


def _bounded(pair: Pair) -> NotCompared:
    return NotCompared(
        Side.DRAFT,
        f"every word of paragraph {pair.draft[0] + 1} with every other",
        "it is too long; words that occur once were matched first, and a cut may not be the shortest",
    )


def _is_over_bound(draft: Minutes, final: Minutes, pair: Pair) -> bool:
    own = sum(draft.keys[place].count(" ") + 1 for place in pair.draft)
    other = sum(final.keys[place].count(" ") + 1 for place in pair.final)
    return own * other > MAX_CELLS


def _diff_pair(draft: Minutes, final: Minutes, pair: Pair, index: int) -> tuple[list[Edit], list[Fold]]:
    is_head = pair.relation is Relation.FURNITURE
    breaks: tuple[Breaks, Breaks] = ({}, {})
    if is_head:
        own, other = _head_tokens(draft, final, pair)
    else:
        (own, own_breaks), (other, other_breaks) = _tokens(draft, pair.draft), _tokens(final, pair.final)
        breaks = own_breaks, other_breaks
        marks = (
            mark_text(draft.document, draft.segments[pair.draft[0]]),
            mark_text(final.document, final.segments[pair.final[0]]),
        )
        if bool(marks[0]) != bool(marks[1]):
            own, other = without_mark(own, marks[1]), without_mark(other, marks[0])
    draft_keys, final_keys = [token.key for token in own], [token.key for token in other]
    cuts = [] if draft_keys == final_keys else cut_words(draft_keys, final_keys)
    relaid = cut_relaid(draft, final, pair, (own, other), cuts)
    cuts = list(relaid.cuts)
    starts = draft.segments[pair.draft[0]].pieces[0].start, final.segments[pair.final[0]].pieces[0].start
    texts = draft.document.text, final.document.text
    edits: list[Edit] = []
    folds = list(fold_tokens(texts, own, other, cuts, breaks))
    if not is_head:
        folds.extend(_fold_gaps(texts, _around(draft, pair.draft, own), _around(final, pair.final, other)))
    prints_links = draft.document.format in _WRITTEN_AS_TYPED, final.document.format in _WRITTEN_AS_TYPED
    inline = inline_marks(draft, final, pair, (own, other), cuts) if not is_head else {}
    joints = list_joints(draft, final, pair, (own, other), cuts) if not is_head else frozenset()
    for cut in cuts:
        edit = _edit(cut, own, other, starts, index)
        if cut in inline:
            folds.append(inline[cut])
            continue
        if cut in joints or cut in relaid.layout:
            folds.append(Fold(FoldKind.BULLETS, edit.draft, edit.final))
            continue
        written = texts[0][edit.draft.start : edit.draft.end], texts[1][edit.final.start : edit.final.end]
        if is_divided_word(*written):
            folds.append(Fold(FoldKind.LINES, edit.draft, edit.final))
        elif is_masked_address(*written) or is_target_of_link(texts, edit, prints_links=prints_links):
            folds.append(Fold(FoldKind.MARKUP, edit.draft, edit.final))
        else:
            edits.append(_with_letters(edit, *texts) if _is_one_word(cut) else edit)
    return edits, folds


def _around(minutes: Minutes, places: Sequence[int], tokens: Sequence[Token]) -> tuple[Span, Span]:
    """Gives the ranges before a segment's first word and after its last: hashes, stars, blanks."""
    start, end = minutes.segments[places[0]].pieces[0].start, minutes.segments[places[-1]].end
    first, last = (tokens[0].start, tokens[-1].end) if tokens else (end, end)
    return Span(start, max(start, first)), Span(min(last, end), end)


def _fold_gaps(texts: tuple[str, str], own: Sequence[Span], other: Sequence[Span]) -> Iterator[Fold]:
    for draft, final in zip(own, other, strict=True):
        written, rewritten = texts[0][draft.start : draft.end], texts[1][final.start : final.end]
        if written != rewritten:
            yield Fold(class_of_gap(written, rewritten), draft, final)


def _tokens(minutes: Minutes, places: Sequence[int]) -> tuple[list[Token], Breaks]:
    """Gives all tokens of some segments, and the offsets of those with which a new piece or segment begins."""
    tokens: list[Token] = []
    breaks: dict[int, Break] = {}
    for place in places:
        segment = minutes.segments[place]
        found = segment_tokens(minutes.document, segment)
        tokens.extend(found)
        for number, piece in enumerate(segment.pieces):
            first = next((token.start for token in found if token.start >= piece.start), None)
            if first is not None:
                breaks[first] = Break.PAGE if number else Break.PARAGRAPH
    if tokens:
        breaks.pop(tokens[0].start, None)
    return tokens, breaks


def _head_tokens(draft: Minutes, final: Minutes, pair: Pair) -> tuple[list[Token], list[Token]]:
    """Gives the words of two running heads that are compared: a date with a date, a day of the week with another."""
    sides = ((draft, pair.draft[0]), (final, pair.final[0]))
    heads = [
        next(head for head in minutes.outline.running_heads if head.segments[0] == index) for minutes, index in sides
    ]
    are_dated, have_weekdays = all(head.dates for head in heads), all(head.weekdays for head in heads)
    starts = [
        {
            word.start
            for word in head.words
            if (are_dated or word not in head.dates) and (have_weekdays or word not in head.weekdays)
        }
        for head in heads
    ]
    own, other = (
        [token for token in segment_tokens(minutes.document, minutes.segments[index]) if token.start in compared]
        for (minutes, index), compared in zip(sides, starts, strict=True)
    )
    return own, other


def _edit(cut: Cut, own: Sequence[Token], other: Sequence[Token], starts: tuple[int, int], index: int) -> Edit:
    draft = _span(own, cut.i1, cut.i2, starts[0])
    final = _span(other, cut.j1, cut.j2, starts[1])
    op = Op.INSERT if cut.i1 == cut.i2 else Op.DELETE if cut.j1 == cut.j2 else Op.REPLACE
    return Edit(op, draft, final, index, rewritten=cut.rewritten)


def _span(tokens: Sequence[Token], first: int, last: int, start: int) -> Span:
    if first < last:
        return Span(tokens[first].start, tokens[last - 1].end)
    place = tokens[first - 1].end if first else start
    return Span(place, place)


def _is_one_word(cut: Cut) -> bool:
    return cut.i2 - cut.i1 == 1 == cut.j2 - cut.j1


def _with_letters(edit: Edit, draft_text: str, final_text: str) -> Edit:
    draft, final = edit.draft, edit.final
    own, other = differing_letters(draft_text[draft.start : draft.end], final_text[final.start : final.end])
    return Edit(
        edit.op,
        draft,
        final,
        edit.pair,
        tuple(Span(draft.start + span.start, draft.start + span.end) for span in own),
        tuple(Span(final.start + span.start, final.start + span.end) for span in other),
        edit.rewritten,
    )


def _fold_frame(draft: Minutes, final: Minutes, pair: Pair) -> Iterator[Fold]:
    """Folds what differs around the words of a pair: its list mark, and the lines after it."""
    own, other = draft.segments[pair.draft[0]], final.segments[pair.final[0]]
    written, rewritten = mark_text(draft.document, own), mark_text(final.document, other)
    if written != rewritten:
        yield Fold(class_of_mark(written, rewritten), mark_span(own), mark_span(other))
    elif own.mark and other.mark:
        gaps = Span(own.mark.end, own.pieces[0].start), Span(other.mark.end, other.pieces[0].start)
        yield from _fold_frame_gap(draft, final, *gaps)
    if pair.relation is not Relation.MOVED:
        yield from _fold_frame_gap(draft, final, _gap_after(draft, pair.draft[-1]), _gap_after(final, pair.final[-1]))


def _gap_after(minutes: Minutes, index: int) -> Span:
    start = minutes.segments[index].end
    following = minutes.segments[index + 1].start if index + 1 < len(minutes.segments) else len(minutes.document.text)
    return Span(start, max(start, following))


def _fold_frame_gap(draft: Minutes, final: Minutes, own: Span, other: Span) -> Iterator[Fold]:
    yield from _fold_gaps((draft.document.text, final.document.text), (own,), (other,))
