"""The sample pair: the five differences its README names, and none beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from compare import compare_files
from compare.values import Comparison, Gate, ScopeKind, Severity, Side

SAMPLE = Path(__file__).parent.parent / "samples" / "rotherham-2022-09-06"
DRAFT, FINAL = SAMPLE / "draft.txt", SAMPLE / "final.txt"

DIFFERENCES = {
    ("slip.end-stop", None, "."),
    ("slip.doubled-word", "that", None),
    ("slip.real-word", "head", "heard"),
    ("slip.real-word", "were", "where"),
    ("resolution.header-missing", None, "**Resolved:**"),
}


def _told(comparison: Comparison) -> list[tuple[str, str | None, str | None]]:
    return [
        (finding.rule, finding.draft.text if finding.draft else None, finding.final.text if finding.final else None)
        for finding in comparison.findings
        if finding.severity is not Severity.COSMETIC
    ]


@pytest.mark.parametrize("use_model", [False, True], ids=["no model", "default"])
def test_the_pair_has_its_five_differences(*, use_model: bool) -> None:
    """All five stand under item 29, accuse the draft, and call for a signature; the rest is out of scope."""
    comparison = compare_files(DRAFT, FINAL, use_model=use_model)
    assert len(comparison.findings) == len(DIFFERENCES)
    assert set(_told(comparison)) == DIFFERENCES
    assert {finding.suspect for finding in comparison.findings} == {Side.DRAFT}
    assert {finding.item.number for finding in comparison.findings if finding.item} == {"29"}
    assert comparison.gate is Gate.SIGN_OFF
    assert (comparison.scope.kind, comparison.scope.final_items) == (ScopeKind.EXTRACT, ("29",))
    for path, account in zip((DRAFT, FINAL), comparison.accounts, strict=True):
        assert account.total == len(path.read_bytes().decode())


DOCUMENTS = Path(__file__).parent / "sample_documents"
PAIRS = [
    (DOCUMENTS / "draft.docx", DOCUMENTS / "final.docx"),
    (DOCUMENTS / "draft.pdf", DOCUMENTS / "final.pdf"),
    (DOCUMENTS / "draft.docx", DOCUMENTS / "final.pdf"),
    (DOCUMENTS / "draft.pdf", DOCUMENTS / "final.docx"),
    (DRAFT, DOCUMENTS / "final.pdf"),
    (DRAFT, DOCUMENTS / "final.docx"),
    (DOCUMENTS / "draft.docx", FINAL),
]


@pytest.mark.parametrize(("draft", "final"), PAIRS, ids=lambda path: path.name)
def test_the_pair_as_documents(draft: Path, final: Path) -> None:
    """Saved as Word documents, PDFs or either and a text, the pair has the same five differences, and no others."""
    comparison = compare_files(draft, final, use_model=False)
    told = {tuple((words or "").strip("*") or None for words in found) for found in _told(comparison)}
    assert told == {tuple((words or "").strip("*") or None for words in found) for found in DIFFERENCES}
    assert len(_told(comparison)) == len(DIFFERENCES)
    assert {finding.suspect for finding in comparison.findings if finding.severity is not Severity.COSMETIC} == {
        Side.DRAFT
    }
    assert comparison.scope.final_items == ("29",)
    for finding in comparison.findings:
        for passage, path in ((finding.draft, draft), (finding.final, final)):
            assert passage is None or (passage.page is not None) is (path.suffix == ".pdf")


def test_the_swapped_pair_has_the_same_five() -> None:
    """Sides and suspects change places, and slips about to be published are major."""
    comparison = compare_files(FINAL, DRAFT, use_model=False)
    assert {(rule, final, draft) for rule, draft, final in _told(comparison)} == DIFFERENCES
    assert {finding.suspect for finding in comparison.findings} == {Side.FINAL}
    assert {finding.severity for finding in comparison.findings} == {Severity.MAJOR}
    assert comparison.scope.draft_items == ("29",)


@pytest.mark.parametrize("path", [DRAFT, FINAL], ids=["draft", "final"])
def test_each_text_agrees_with_itself(path: Path) -> None:
    """A document compared with itself has nothing to tell."""
    comparison = compare_files(path, path, use_model=False)
    assert (comparison.findings, comparison.folds) == ((), ())
    assert comparison.gate is Gate.PUBLISH
