"""Finds the letters that differ inside a replaced word: hea[r]d."""

from __future__ import annotations

from functools import cache

from diff_match_patch import diff_match_patch

from compare.values import Span

# Share of letters two words must have in common for their differing letters to help the eye; below, the whole word
# is shown. Unit: 0–1 of the longer word.
ALIKE = 0.5

# Longest word whose letters are compared. English words end at 30 letters, web addresses do not; cost is quadratic.
MAX_LETTERS = 200


def differing_letters(draft: str, final: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Finds the letters of each word that the other lacks, as ranges within the word; none when too unlike."""
    if max(len(draft), len(final)) > MAX_LETTERS or not draft or not final:
        return (), ()
    draft_spans: list[Span] = []
    final_spans: list[Span] = []
    draft_at = final_at = shared = 0
    for op, letters in _engine().diff_main(draft, final, False):  # noqa: FBT003  (the library's own signature)
        if op == 0:
            shared += len(letters)
            draft_at, final_at = draft_at + len(letters), final_at + len(letters)
        elif op < 0:
            draft_spans.append(Span(draft_at, draft_at + len(letters)))
            draft_at += len(letters)
        else:
            final_spans.append(Span(final_at, final_at + len(letters)))
            final_at += len(letters)
    if shared < ALIKE * max(len(draft), len(final)):
        return (), ()
    return tuple(draft_spans), tuple(final_spans)


@cache
def _engine() -> diff_match_patch:
    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # a time-out would make the result depend on the machine
    return engine
