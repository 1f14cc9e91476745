"""Compares two files, two texts or the bytes of two files: what `compare` exports to Python programs.

    compare_files("draft.docx", "final.pdf", scope="29")
    compare_texts("The panel head it.", "The panel heard it.", use_model=False)
    compare_bytes(upload, published, draft_name="draft.docx", final_name="final.pdf")

All three take the same settings; `compare_files` explains them.
"""

from __future__ import annotations

import os
from pathlib import Path

from compare.annotate import load_engines
from compare.errors import UsageError
from compare.pipeline import compare_documents, read_minutes
from compare.read import document_from_bytes, document_from_text, read_document
from compare.rules import ALL
from compare.style.house_style import HouseStyle, load_house_style
from compare.values import Comparison, Document, Minutes, Tracked

_PATH = (str, os.PathLike)
_OPTIONAL_PATH = (*_PATH, type(None))


def compare_files(
    draft: str | os.PathLike[str],
    final: str | os.PathLike[str],
    *,
    scope: str = "auto",
    profile: str | os.PathLike[str] | None = None,
    use_model: bool = True,
    model: str | os.PathLike[str] | None = None,
    tracked: str = "accept",
) -> Comparison:
    """Compares two files; "-" is standard input, for one of them.

    Text, Markdown, Word, PDF, OpenDocument, Rich Text and saved web pages are recognised by their content.
    `tracked` is "accept" or "reject": documents with tracked changes are read as if all were accepted, or none.
    `scope` is "auto", "whole", or the numbers of the items to compare ("29" or "7,8"). `profile` is a house style
    (TOML). `model` is another spaCy pipeline than the built-in one: the name of an installed one, or its folder.
    Without `use_model`, rules and patterns decide alone.

    Raises: CompareError, of the kind that says what could not be done; TypeError for an argument of another type.
    """
    _check_type("draft", draft, _PATH, "a path")
    _check_type("final", final, _PATH, "a path")
    _check_settings(scope, profile, model, tracked, use_model=use_model)
    draft, final = os.fspath(draft), os.fspath(final)
    if draft == final == "-":
        raise UsageError("-", "standard input can be one document only", "Give one of the two as a file.")
    documents = (read_document(path, Tracked(tracked)) for path in (draft, final))
    return _compare(*documents, scope=scope, profile=profile, use_model=use_model, model=model)


def compare_texts(
    draft: str,
    final: str,
    *,
    scope: str = "auto",
    profile: str | os.PathLike[str] | None = None,
    use_model: bool = True,
    model: str | os.PathLike[str] | None = None,
) -> Comparison:
    """Compares two texts; the settings are those of `compare_files`."""
    _check_type("draft", draft, str, "text (str)")
    _check_type("final", final, str, "text (str)")
    _check_settings(scope, profile, model, Tracked.ACCEPT, use_model=use_model)
    documents = (document_from_text(text, name) for text, name in ((draft, "draft"), (final, "final")))
    return _compare(*documents, scope=scope, profile=profile, use_model=use_model, model=model)


def compare_bytes(
    draft: bytes,
    final: bytes,
    *,
    draft_name: str = "draft",
    final_name: str = "final",
    scope: str = "auto",
    profile: str | os.PathLike[str] | None = None,
    use_model: bool = True,
    model: str | os.PathLike[str] | None = None,
    tracked: str = "accept",
) -> Comparison:
    """Compares the contents of two files, as an upload or a database holds them.

    The names stand in the report and in errors; the format is recognised by the content, as for files. The settings
    are those of `compare_files`.
    """
    _check_type("draft", draft, bytes, "bytes")
    _check_type("final", final, bytes, "bytes")
    _check_type("draft_name", draft_name, str, "text (str)")
    _check_type("final_name", final_name, str, "text (str)")
    _check_settings(scope, profile, model, tracked, use_model=use_model)
    documents = (
        document_from_bytes(data, name, Tracked(tracked)) for data, name in ((draft, draft_name), (final, final_name))
    )
    return _compare(*documents, scope=scope, profile=profile, use_model=use_model, model=model)


def read_minutes_file(
    path: str | os.PathLike[str], *, profile: str | os.PathLike[str] | None = None, tracked: str = "accept"
) -> Minutes:
    """Reads one document as `compare_files` does and gives its segments and outline."""
    _check_type("path", path, _PATH, "a path")
    _check_settings("auto", profile, None, tracked, use_model=False)
    return read_minutes(read_document(os.fspath(path), Tracked(tracked)), _load_style(profile))


def _check_settings(scope: object, profile: object, model: object, tracked: object, *, use_model: object) -> None:
    _check_type("scope", scope, str, "text (str)")
    _check_type("profile", profile, _OPTIONAL_PATH, "a path or None")
    _check_type("model", model, _OPTIONAL_PATH, "a name, a path or None")
    _check_type("tracked", tracked, str, "text (str)")
    _check_type("use_model", use_model, bool, "True or False")
    if not all(number.strip() for number in str(scope).split(",")):
        cause, remedy = f"{scope!r} names no items", "Give auto, whole, or numbers such as 7 or 7,8."
        raise UsageError("scope", cause, remedy, setting="scope")
    if tracked not in list(Tracked):
        cause = f"{tracked!r} is no way to read tracked changes"
        raise UsageError("tracked", cause, "Give accept or reject.", setting="tracked")
    if model is not None and not use_model:
        cause = "it cannot be used together with use_model=False"
        raise UsageError("model", cause, "Leave out one of the two.", setting="model")
    if model is not None and not str(model).strip():
        remedy = "Give the name of an installed spaCy pipeline or a folder."
        raise UsageError("model", "it names no pipeline", remedy, setting="model")


def _check_type(argument: str, value: object, wanted: type | tuple[type, ...], described: str) -> None:
    if not isinstance(value, wanted):
        raise TypeError(f"{argument} must be {described}, not {type(value).__name__}")
    if isinstance(value, os.PathLike) and not isinstance(value.__fspath__(), str):
        raise TypeError(f"{argument} must be {described} in text (str), not in bytes")


def _compare(
    draft: Document,
    final: Document,
    *,
    scope: str,
    profile: str | os.PathLike[str] | None,
    use_model: bool,
    model: str | os.PathLike[str] | None,
) -> Comparison:
    style = _load_style(profile)
    engines = load_engines(use_model=use_model, style=style, model=None if model is None else os.fspath(model))
    return compare_documents(draft, final, scope=scope, style=style, engines=engines)


def _load_style(profile: str | os.PathLike[str] | None) -> HouseStyle:
    return load_house_style(Path(profile) if profile is not None else None, {rule.id for rule in ALL})
