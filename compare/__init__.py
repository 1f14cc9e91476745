"""Compares draft minutes with final minutes and says which differences matter.

From Python:

    from compare import compare_files

    comparison = compare_files("draft.txt", "final.txt")
    for finding in comparison.findings:
        print(finding.severity, finding.rule, finding.reason)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from compare.values import Comparison, Document

__version__ = "0.1.0"

__all__ = ["__version__", "compare_files", "compare_texts"]


def compare_files(
    draft: str | Path,
    final: str | Path,
    *,
    scope: str = "auto",
    profile: str | Path | None = None,
    use_model: bool = True,
    model: str | Path | None = None,
    tracked: str = "accept",
) -> Comparison:
    """The comparison of two files; "-" is standard input, for one of them.

    Text, markdown, Word, PDF, OpenDocument, Rich Text and saved web pages are told by their content. Where changes were
    tracked in a document, `tracked` says whether it is read as if they were all accepted ("accept") or not ("reject").
    `scope` is "auto", "whole", or the numbers of the items to compare ("29" or "7,8"). `profile` is a house style
    (TOML). `model` is another spaCy pipeline than the one that comes with the program: the name of an installed one, or
    its folder. Without `use_model`, rules and patterns decide alone.

    Raises: CompareError, of the kind that says what could not be done.
    """
    from compare.errors import UsageError
    from compare.read import read_document
    from compare.values import Tracked

    if str(draft) == "-" and str(final) == "-":
        raise UsageError("-", "standard input can be one document only", "Give one of the two as a file.")
    _check_settings(scope, use_model=use_model, model=model)
    if tracked not in list(Tracked):
        raise UsageError("--tracked", f"{tracked!r} is no way to read tracked changes", "Give accept or reject.")
    read = Tracked(tracked)
    return _compare(read_document(str(draft), read), read_document(str(final), read), scope, profile, use_model, model)


def compare_texts(
    draft: str,
    final: str,
    *,
    scope: str = "auto",
    profile: str | Path | None = None,
    use_model: bool = True,
    model: str | Path | None = None,
) -> Comparison:
    """The comparison of two texts held in memory; the rest as `compare_files`."""
    from compare.read import document_from_text

    _check_settings(scope, use_model=use_model, model=model)
    return _compare(
        document_from_text(draft, "draft"), document_from_text(final, "final"), scope, profile, use_model, model
    )


def _check_settings(scope: str, *, use_model: bool, model: str | Path | None) -> None:
    from compare.errors import UsageError

    if not all(number.strip() for number in scope.split(",")):
        raise UsageError("--scope", f"{scope!r} names no items", "Give auto, whole, or numbers such as 7 or 7,8.")
    if model is not None and not use_model:
        raise UsageError("--model", "it cannot be used together with --no-model", "Leave out one of the two.")
    if model is not None and not str(model).strip():
        raise UsageError("--model", "it names no pipeline", "Give the name of an installed spaCy pipeline or a folder.")


def _compare(
    draft: Document,
    final: Document,
    scope: str,
    profile: str | Path | None,
    use_model: bool,  # noqa: FBT001 - what the doors were asked, handed on
    model: str | Path | None,
) -> Comparison:
    from pathlib import Path

    from compare.pipeline import compare_documents
    from compare.rules import ALL
    from compare.style.house_style import load_house_style

    style = load_house_style(Path(profile) if profile is not None else None, {rule.id for rule in ALL})
    return compare_documents(
        draft,
        final,
        scope=scope,
        style=style,
        use_model=use_model,
        model=None if model is None else str(model),
    )
