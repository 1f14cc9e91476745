"""The promises of the comparison, as laws over made-up minutes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from laws_of_findings import assert_contexts_are_slices, assert_edits_and_findings_cover_each_other, is_about_people
from making import changed_minutes, minutes, paragraphs, typography, word_edits

from compare import compare_texts
from compare.text.tokens import is_word, segment_tokens, tokenise
from compare.values import Comparison, Fold, FoldKind, Minutes, Pair, Relation, Severity, Side, Span

_ROOT = Path(__file__).resolve().parent.parent
_SAMPLE = _ROOT / "samples" / "rotherham-2022-09-06"

settings.register_profile("laws", deadline=None, max_examples=60)
settings.load_profile("laws")


def _compare(draft: str, final: str) -> Comparison:
    return compare_texts(draft, final, use_model=False, scope="whole")


def _keys(side: Minutes, places: tuple[int, ...]) -> list[tuple[int, int, str]]:
    return [token for place in places for token in segment_tokens(side.document, side.segments[place])]


def _assert_edits_lead_to_final(comparison: Comparison) -> None:
    """Every pair's draft words, with the pair's edits applied, are its final words."""
    for place, pair in enumerate(comparison.alignment):
        if not pair.draft or not pair.final:
            continue
        edits = [edit for edit in comparison.edits if edit.pair == place]
        edits += _folded_list_punctuation(comparison, pair)
        kept = _outside(_keys(comparison.draft_minutes, pair.draft), [edit.draft for edit in edits])
        assert kept == _outside(_keys(comparison.final_minutes, pair.final), [edit.final for edit in edits])


def _folded_list_punctuation(comparison: Comparison, pair: Pair) -> list[Fold]:
    """The joints and marks of list entries, and numbers of pages, that were folded instead of edited."""
    ranges = [
        Span(minutes.segments[places[0]].start, minutes.segments[places[-1]].end)
        for minutes, places in ((comparison.draft_minutes, pair.draft), (comparison.final_minutes, pair.final))
    ]
    return [
        fold
        for fold in comparison.folds
        if fold.kind in (FoldKind.NUMBERING, FoldKind.BULLETS, FoldKind.PAGE_BREAK)
        and all(
            whole.start <= span.start and span.end <= whole.end
            for whole, span in zip(ranges, (fold.draft, fold.final), strict=True)
        )
    ]


def _outside(tokens: list[tuple[int, int, str]], spans: list[Span]) -> list[list[str]]:
    """The words between the spans, run by run."""
    cuts = sorted(spans)
    runs: list[list[str]] = [[] for _ in range(len(cuts) + 1)]
    for start, end, key in tokens:
        if not any(span.start <= start and end <= span.end for span in cuts):
            runs[sum(span.start <= start and span.end <= start for span in cuts)].append(key)
    return runs


def _assert_everything_told(comparison: Comparison) -> None:
    """Every word that stands on one side only is inside a finding, a fold, or text set aside by name."""
    for side, document, passages in (
        (Side.DRAFT, comparison.draft_minutes, [(f.draft, f.rule) for f in comparison.findings]),
        (Side.FINAL, comparison.final_minutes, [(f.final, f.rule) for f in comparison.findings]),
    ):
        told = [Span(p.start, p.end) for p, _ in passages if p]
        named = {edit for finding in comparison.findings if is_about_people(finding) for edit in finding.edits}
        told += [fold.draft if side is Side.DRAFT else fold.final for fold in comparison.folds]
        for edit in comparison.edits:
            span = edit.draft if side is Side.DRAFT else edit.final
            assert not len(span) or edit in named or any(t.start <= span.start and span.end <= t.end for t in told), (
                side,
                edit,
            )
        for pair in comparison.alignment:
            places = pair.draft if side is Side.DRAFT else pair.final
            if pair.relation in (Relation.ADDED, Relation.REMOVED):
                for start, end, _ in _keys(document, places):
                    assert any(t.start <= start and end <= t.end for t in told)


@given(changed_minutes())
@pytest.mark.slow
def test_nothing_is_lost(pair: tuple[str, str]) -> None:
    """The edits applied to the draft give the final, every change is told, every segment is in one pair."""
    comparison = _compare(*pair)
    _assert_edits_lead_to_final(comparison)
    _assert_everything_told(comparison)
    for count, places in (
        (len(comparison.draft_minutes.segments), [p for pair in comparison.alignment for p in pair.draft]),
        (len(comparison.final_minutes.segments), [p for pair in comparison.alignment for p in pair.final]),
    ):
        assert sorted(places) == list(range(count))


@given(changed_minutes())
@pytest.mark.slow
def test_edits_and_findings_cover_each_other(pair: tuple[str, str]) -> None:
    """Every edit is named by exactly one finding, which spans its edits and stands in their pair."""
    comparison = _compare(*pair)
    assert_edits_and_findings_cover_each_other(comparison)
    assert_contexts_are_slices(comparison)


@given(changed_minutes())
@pytest.mark.slow
def test_accounts_add_up(pair: tuple[str, str]) -> None:
    """Every character of both documents is in exactly one account."""
    comparison = _compare(*pair)
    assert [account.total for account in comparison.accounts] == [len(text) for text in pair]


@given(minutes)
def test_nothing_is_invented(text: str) -> None:
    """A document compared with itself has no finding and no fold, and all of it is unchanged."""
    comparison = _compare(text, text)
    assert not comparison.findings
    assert not comparison.folds
    assert comparison.accounts[0].unchanged + comparison.accounts[0].furniture == len(text)


@given(changed_minutes())
@pytest.mark.slow
def test_the_swapped_pair_has_the_same_findings(pair: tuple[str, str]) -> None:
    """Exchanging the documents exchanges the sides of every finding, and the suspect follows."""
    there, back = _compare(*pair), _compare(*pair[::-1])
    other = {Side.DRAFT: Side.FINAL, Side.FINAL: Side.DRAFT, None: None}
    assert Counter(_shape(f.draft, f.final, f.suspect) for f in there.findings) == Counter(
        _shape(f.final, f.draft, other[f.suspect]) for f in back.findings
    )


def _shape(draft: object, final: object, suspect: Side | None) -> tuple[object, object, Side | None]:
    return getattr(draft, "text", None), getattr(final, "text", None), suspect


@given(st.data())
def test_typography_alone_is_cosmetic(data: st.DataObject) -> None:
    """Quotes, blanks, dashes, bold, line ends and the case of headings never make a finding above cosmetic."""
    text = data.draw(minutes)
    comparison = _compare(text, data.draw(typography(text)))
    assert [f for f in comparison.findings if f.severity is not Severity.COSMETIC] == []


@given(st.data())
def test_unchanged_words_are_never_shown_as_changed(data: st.DataObject) -> None:
    """The words of all replaced runs together are not more than twice those a best match leaves unmatched, plus ten."""
    text = data.draw(paragraphs)
    after = data.draw(word_edits(text))
    comparison = _compare(text, after)
    shown = sum(
        is_word(token.key) for finding in comparison.findings if finding.draft for token in tokenise(finding.draft.text)
    )
    gone = Counter(t.key for t in tokenise(text)) - Counter(t.key for t in tokenise(after))
    assert shown <= 2 * sum(gone.values()) + 10


@pytest.mark.slow
def test_same_bytes_in_same_bytes_out() -> None:
    """Two runs with different hash seeds print the same JSON."""
    command = [sys.executable, "-m", "compare", "draft.txt", "final.txt", "--format", "json", "--show", "cosmetic"]
    outputs = {
        subprocess.run(
            [*command, "--no-model"],
            cwd=_SAMPLE,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(_ROOT)},
            capture_output=True,
            check=False,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert json.loads(outputs.pop())["schema"] == "compare/comparison/1"
