"""Typography and layout that differ where the words do not: found, classed and set aside.

    draft   1.                 That Improving Lives …          sixteen no-break spaces
    final   1. That Improving Lives …
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from compare.diff.words import Cut
from compare.typography import Token, fold_key
from compare.values import Fold, FoldKind, Span

_QUOTES = frozenset("'\"`´‘’‚‛“”„‟′″«»ʼ＇＂")
_DASHES = frozenset("-‐‑‒–—―−﹘﹣－")
_MARKUP = re.compile(r"[*_#`\\<>~]|</?[A-Z0-9_]+>")
_LINE_ENDS = re.compile(r"[\r\n\f\v\x85\u2028\u2029]")
_BULLET = re.compile(r"^[^\w]*$|^[oO]$")


def fold_tokens(
    draft_text: str, final_text: str, draft: Sequence[Token], final: Sequence[Token], cuts: Sequence[Cut],
    draft_breaks: frozenset[int], final_breaks: frozenset[int],
) -> Iterator[Fold]:
    """The folds among the tokens that the cuts leave equal, and in the gaps between them.

    `breaks` are offsets at which a page break (or a paragraph's end, in a split) lies before a token.
    """
    i = j = 0
    for cut in [*cuts, Cut(len(draft), len(draft), len(final), len(final))]:
        follows = False
        for own, other in zip(draft[i : cut.i1], final[j : cut.j1], strict=True):
            if follows:
                gap = Span(draft[i - 1].end, own.start), Span(final[j - 1].end, other.start)
                yield from _fold_gap(draft_text, final_text, *gap, own.start in draft_breaks, other.start in final_breaks)
            written, rewritten = draft_text[own.start : own.end], final_text[other.start : other.end]
            if written != rewritten:
                yield Fold(class_of_word(written, rewritten), Span(own.start, own.end), Span(other.start, other.end))
            i, j, follows = i + 1, j + 1, True
        i, j = cut.i2, cut.j2


def class_of_word(draft: str, final: str) -> FoldKind:
    """What sets two writings of one word apart."""
    if draft.casefold() == final.casefold():
        return FoldKind.CASE
    differing = set(draft) ^ set(final)
    if differing & _QUOTES:
        return FoldKind.QUOTES
    if differing & _DASHES:
        return FoldKind.DASHES
    return FoldKind.MARKUP if differing & set("*_`") else FoldKind.SPACES


def class_of_gap(draft: str, final: str) -> FoldKind:
    """What sets two gaps apart: markdown marks, kinds of blanks, or lines."""
    if _MARKUP.findall(draft) != _MARKUP.findall(final):
        return FoldKind.MARKUP
    draft_blanks, final_blanks = _LINE_ENDS.sub(" ", draft), _LINE_ENDS.sub(" ", final)
    is_odd = set(draft_blanks) ^ set(final_blanks) - {" "}
    if not is_odd and (_LINE_ENDS.search(draft) or _LINE_ENDS.search(final)):
        return FoldKind.LINES
    return FoldKind.SPACES


def class_of_mark(draft: str, final: str) -> FoldKind:
    """What sets two list marks apart: the bullet, or the number."""
    if _BULLET.match(draft) and _BULLET.match(final):
        return FoldKind.BULLETS
    return FoldKind.BULLETS if mark_value(draft) == mark_value(final) else FoldKind.NUMBERING


def mark_value(mark: str) -> str:
    """A list mark without its brackets and stops: "(a)" and "a)" are both "a"."""
    return fold_key(mark).strip("()[].:- \u00a0*#_")


def _fold_gap(
    draft_text: str, final_text: str, draft: Span, final: Span, draft_breaks: bool, final_breaks: bool  # noqa: FBT001
) -> Iterator[Fold]:
    if draft_breaks != final_breaks:
        yield Fold(FoldKind.PAGE_BREAK, draft, final)
        return
    if draft_breaks:
        return
    written, rewritten = draft_text[draft.start : draft.end], final_text[final.start : final.end]
    if written != rewritten:
        yield Fold(class_of_gap(written, rewritten), draft, final)
