"""What holds between the edits, the findings and the alignment of every comparison."""

from __future__ import annotations

from collections import Counter

from compare.values import Comparison, Finding, Passage, Relation, Span

# What furniture shows, which is in no pair that is compared.
_OF_THE_PAGE = ("status.draft-mark", "source.truncated", "source.page-data")


def assert_edits_and_findings_cover_each_other(comparison: Comparison) -> None:
    """Every edit is named by one finding; every finding of wording spans its edits, every other has pairs.

    Two facts have neither: marks that a page prints (draft or confirmed, a cut-off source), as no pair holds those.
    A finding about people spans their names: commas and titles changed around them, perhaps in two lists.
    """
    named = Counter(edit for finding in comparison.findings for edit in finding.edits)
    assert named == Counter(comparison.edits)
    for finding in comparison.findings:
        assert finding.edits or finding.pairs or finding.rule in _OF_THE_PAGE, finding
        assert {edit.pair for edit in finding.edits} <= set(finding.pairs)
        if is_about_people(finding):
            assert finding.draft or finding.final, finding
        elif finding.edits:
            _assert_spans(finding.draft, [edit.draft for edit in finding.edits], comparison.draft_minutes.document.text)
            _assert_spans(finding.final, [edit.final for edit in finding.edits], comparison.final_minutes.document.text)
        else:
            assert all(_is_possible(comparison, finding, pair) for pair in finding.pairs)
    in_findings = {pair for finding in comparison.findings for pair in finding.pairs}
    wordless = {fold.draft for fold in comparison.folds} | {fold.final for fold in comparison.folds}
    for place, pair in enumerate(comparison.alignment):
        if pair.relation in (Relation.ADDED, Relation.REMOVED, Relation.MOVED):
            (minutes, side) = (
                (comparison.draft_minutes, pair.draft) if pair.draft else (comparison.final_minutes, pair.final)
            )
            assert place in in_findings or minutes.segments[side[0]].span in wordless, pair


def is_about_people(finding: Finding) -> bool:
    """Whether a finding is about the people of a record of attendance or of a vote, several edits together."""
    is_of_people = finding.rule.startswith(("attendance.", "vote.")) or finding.rule == "role.changed"
    return is_of_people and (len(finding.edits), len(finding.pairs)) != (1, 1)


def assert_contexts_are_slices(comparison: Comparison) -> None:
    """What is shown around a change stands so in the document, blanks aside: no two words are joined."""
    sides = (
        (comparison.draft_minutes, [finding.draft_context for finding in comparison.findings]),
        (comparison.final_minutes, [finding.final_context for finding in comparison.findings]),
    )
    for minutes, contexts in sides:
        words = " ".join(minutes.document.text.split())
        for context in contexts:
            assert context is None or all(piece.strip() in words for piece in context.text.split("…")), context


def _assert_spans(passage: Passage | None, spans: list[Span], text: str) -> None:
    low, high = min(span.start for span in spans), max(span.end for span in spans)
    words = text[low:high]
    low, high = high - len(words.lstrip()), low + len(words.rstrip())
    assert ((passage.start, passage.end) if passage else None) == ((low, high) if low < high else None)


def _is_possible(comparison: Comparison, finding: Finding, pair: int) -> bool:
    """Whether a fact about whole segments can be about this pair: both have the same silent side."""
    segments = comparison.alignment[pair]
    return (finding.draft is None or bool(segments.draft)) and (finding.final is None or bool(segments.final))
