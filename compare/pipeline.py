"""Knows the order of the stages; no other module does.

    bytes → read → segment → outline → scope → align → diff → structure → annotate → classify → report

Each line of `compare_minutes` is one stage, in the folder of that name. `compare/api.py` reads before; the
command line writes the report after.
"""

from __future__ import annotations

from compare import __version__
from compare.accounts import account_for_both
from compare.align import align_segments
from compare.annotate import Engines, annotate_edits
from compare.classify import classify, fold_findings
from compare.classify.gate import decide_gate
from compare.diff import ENGINES, diff_pairs
from compare.outline import outline_minutes
from compare.scope import find_scope
from compare.segment import segment_document
from compare.structure import find_structure
from compare.structure.unseen_words import differing_comments, differing_pictures
from compare.style.fingerprint import rules_fingerprint
from compare.style.house_style import HouseStyle
from compare.style.word_lists import word_lists_of
from compare.text.tokens import segment_keys
from compare.values import Comparison, Document, Minutes, NotCompared, Provenance, Side, Source


def compare_documents(
    draft: Document, final: Document, *, scope: str, style: HouseStyle, engines: Engines
) -> Comparison:
    """The comparison of two documents, whole.

    `scope` is "auto", "whole" or numbers of items. `engines` may serve many comparisons. Cost: near-linear in the text.
    Raises: ScopeError for an unknown item, and for two documents with little in common; ModelError for a pipeline that
    fails at work.
    """
    return compare_minutes(
        read_minutes(draft, style), read_minutes(final, style), scope=scope, style=style, engines=engines
    )


def read_minutes(document: Document, style: HouseStyle) -> Minutes:
    """A document cut into segments, with its outline."""
    segments = segment_document(document, style)
    outline = outline_minutes(document, segments, style)
    return Minutes(document, segments, outline, tuple(segment_keys(document, segments)))


def compare_minutes(draft: Minutes, final: Minutes, *, scope: str, style: HouseStyle, engines: Engines) -> Comparison:
    """The comparison of two documents whose outline is known; the rest as `compare_documents`."""
    covered = find_scope(draft, final, scope)
    alignment = align_segments(draft, final, covered, style)
    differences = diff_pairs(draft, final, alignment.pairs)
    structure = find_structure(draft, final, alignment.pairs, differences, word_lists_of(style))
    annotated = annotate_edits(structure.edits, structure.places, draft, final, engines)
    findings = classify(annotated, structure.facts, draft, final, alignment.pairs, style)
    not_compared = (
        *_left_out(Side.DRAFT, draft),
        *_left_out(Side.FINAL, final),
        *differing_comments(draft.document, final.document),
        *differing_pictures(draft.document, final.document),
        *alignment.not_compared,
        *differences.not_compared,
        *engines.not_compared,
    )
    decision = decide_gate(findings, draft, final, covered, not_compared)
    return Comparison(
        draft=Source.of(draft),
        final=Source.of(final),
        scope=covered,
        gate=decision.gate,
        gate_reasons=decision.reasons,
        gate_headline=decision.headline,
        accounts=account_for_both(draft, final, alignment.pairs, findings, structure.folds),
        findings=findings,
        folds=structure.folds,
        fold_findings=fold_findings(structure.folds, draft, final),
        alignment=alignment.pairs,
        edits=differences.edits,
        not_compared=not_compared,
        provenance=Provenance(
            compare=__version__,
            model=engines.tagger.model,
            rules=rules_fingerprint(),
            profile=style.label,
            engines=(*ENGINES, ("tagger", engines.tagger.name), ("judge", engines.judge.name)),
        ),
        draft_minutes=draft,
        final_minutes=final,
    )


def _left_out(side: Side, minutes: Minutes) -> tuple[NotCompared, ...]:
    return tuple(NotCompared(side, what, why, doubt) for what, why, doubt in minutes.document.not_compared)
