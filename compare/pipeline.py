"""The one place that knows the order of the stages.

file → read → segment → outline → scope → align → diff → tag → classify → report
"""

from __future__ import annotations

from collections.abc import Sequence

from compare import __version__
from compare.accounts import account_for, unanswered
from compare.align import align_segments
from compare.annotate import Engines, annotate_edits, load_engines
from compare.classify import classify, fold_findings
from compare.diff import ENGINES, diff_pairs
from compare.outline import outline_minutes
from compare.outline.places import place_edits
from compare.rules import rules_fingerprint
from compare.scope import find_scope
from compare.segment import segment_document
from compare.structure.formatting import compare_dress
from compare.structure.segments import find_structures
from compare.structure.status_marks import take_out_marks
from compare.structure.table_cells import compare_cells
from compare.style.house_style import HouseStyle
from compare.text.common_subsequence import MAX_CELLS
from compare.text.segment_text import segment_keys
from compare.values import (
    Accounts,
    Comparison,
    Document,
    Finding,
    Fold,
    FoldKind,
    Gate,
    Minutes,
    NotCompared,
    Pair,
    Provenance,
    Severity,
    Side,
    Source,
    Span,
)


def compare_documents(
    draft: Document, final: Document, *, scope: str, style: HouseStyle, use_model: bool, model: str | None = None
) -> Comparison:
    """The comparison of two documents, whole.

    `scope` is "auto", "whole" or numbers of items; `model` a spaCy pipeline, by name or folder, in place of the one
    that comes with the program. Cost: near-linear in the text.
    Raises: ScopeError for an unknown item, and for two documents with little in common; ModelError for a pipeline that
    cannot be used.
    """
    own, other = read_minutes(draft, style), read_minutes(final, style)
    covered = find_scope(own, other, scope)
    aligned = align_segments(own, other, covered, style)
    alignment = aligned.pairs
    differences = diff_pairs(own, other, alignment)
    structures = find_structures(own, other, alignment)
    marks, edits = take_out_marks(differences.edits, own, other, alignment)
    dressing = compare_dress(own, other, alignment, differences.edits)
    cells = compare_cells(own, other, alignment, differences.edits)
    engines = load_engines(use_model=use_model, style=style, model=model)
    tagged = annotate_edits(edits, place_edits(edits, own, other, alignment), own, other, engines)
    facts = (*structures.changes, *marks, *dressing.changes, *cells)
    findings = classify(tagged, facts, own, other, alignment, style)
    folds = _folds((*differences.folds, *dressing.folds), structures.folds, structures.renumbered)
    return Comparison(
        draft=_source(own),
        final=_source(other),
        scope=covered,
        gate=decide_gate(findings),
        accounts=_accounts(own, other, alignment, findings, folds),
        findings=findings,
        folds=folds,
        fold_findings=fold_findings(folds, own, other),
        alignment=alignment,
        edits=differences.edits,
        not_compared=(
            *_left_out(draft, final),
            *aligned.not_compared,
            *_bounds(own, other, alignment, differences.bounded),
            *_weaker_roads(engines, use_model=use_model),
        ),
        provenance=_provenance(engines, style),
        draft_minutes=own,
        final_minutes=other,
    )


def read_minutes(document: Document, style: HouseStyle) -> Minutes:
    """A document cut into segments, with its outline."""
    segments = segment_document(document, style)
    outline = outline_minutes(document, segments, style)
    return Minutes(document, segments, outline, tuple(segment_keys(document, segments)))


def decide_gate(findings: Sequence[Finding]) -> Gate:
    """Any critical finding holds publication; any major one, or a slip that the final has, asks for a signature."""
    if any(finding.severity is Severity.CRITICAL for finding in findings):
        return Gate.HOLD
    if any(
        finding.severity is Severity.MAJOR or (finding.rule.startswith("slip.") and finding.suspect is Side.FINAL)
        for finding in findings
    ):
        return Gate.SIGN_OFF
    return Gate.PUBLISH


def _folds(found: Sequence[Fold], wordless: Sequence[Fold], renumbered: frozenset[Span]) -> tuple[Fold, ...]:
    kept = [fold for fold in found if fold.kind is not FoldKind.NUMBERING or fold.draft not in renumbered]
    return tuple(sorted((*kept, *wordless), key=lambda fold: (fold.final, fold.draft, fold.kind)))


def _accounts(
    draft: Minutes,
    final: Minutes,
    alignment: Sequence[Pair],
    findings: Sequence[Finding],
    folds: Sequence[Fold],
) -> Accounts:
    # A cosmetic finding (the same date in another form) is set aside like a fold; a graver one was edited.
    graver = [edit for finding in findings if finding.severity is not Severity.COSMETIC for edit in finding.edits]
    cosmetic = [edit for finding in findings if finding.severity is Severity.COSMETIC for edit in finding.edits]
    return Accounts(
        account_for(
            draft,
            unanswered(alignment, draft=True),
            [edit.draft for edit in graver],
            [fold.draft for fold in folds] + [edit.draft for edit in cosmetic],
        ),
        account_for(
            final,
            unanswered(alignment, draft=False),
            [edit.final for edit in graver],
            [fold.final for fold in folds] + [edit.final for edit in cosmetic],
        ),
    )


def _source(minutes: Minutes) -> Source:
    document, outline = minutes.document, minutes.outline
    return Source(
        document.name,
        document.sha256,
        document.format,
        len(document.text),
        outline.title,
        outline.meeting_date,
        outline.status,
    )


def _left_out(draft: Document, final: Document) -> list[NotCompared]:
    return [
        NotCompared(side, what, why)
        for side, document in ((Side.DRAFT, draft), (Side.FINAL, final))
        for what, why in document.left_out
    ]


def _bounds(draft: Minutes, final: Minutes, alignment: Sequence[Pair], bounded: Sequence[int]) -> list[NotCompared]:
    """What was too large to be matched in every way: nothing is lost, but a cut may not be the shortest."""
    notes = []
    if len(draft.segments) * len(final.segments) > MAX_CELLS:
        notes.append(
            NotCompared(
                None,
                "every paragraph with every other",
                "there are too many; those that occur once were matched first, the rest in their order",
            )
        )
    for index in bounded:
        segment = draft.segments[alignment[index].draft[0]]
        notes.append(
            NotCompared(
                Side.DRAFT,
                f"every word of paragraph {segment.index + 1} with every other",
                "it is too long; words that occur once were matched first, and a cut may not be the shortest",
            )
        )
    return notes


def _weaker_roads(engines: Engines, *, use_model: bool) -> list[NotCompared]:
    why = "no trained model is installed" if use_model else "--no-model was given"
    notes = []
    if engines.tagger.model is None:
        what = "names and grammar by a language model"
        notes.append(NotCompared(None, what, f"{why}; patterns and word counts were used"))
    elif not engines.judge.has_model:
        what = "which side of a change is wrong, by a model of English"
        notes.append(NotCompared(None, what, f"{why}; word counts were used"))
    return notes


def _provenance(engines: Engines, style: HouseStyle) -> Provenance:
    named = ("tagger", engines.tagger.name), ("judge", engines.judge.name)
    return Provenance(__version__, engines.tagger.model, rules_fingerprint(), style.label, (*ENGINES, *named))
