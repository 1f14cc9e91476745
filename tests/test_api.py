"""Tests of `compare` as Python programs use it: what it exports, what it refuses, and that it is typed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import compare
from compare import Comparison, Severity, compare_bytes, compare_files, compare_texts
from compare.cli import main
from compare.errors import CompareError, ScopeError, UnreadableError, UsageError

ROOT = Path(__file__).parent.parent
DRAFT = "7. Allotments\n\nThe voices of the tenants were head at the meeting of the panel.\n"
FINAL = DRAFT.replace("head", "heard")
FILES = ROOT / "tests" / "sample_documents"


def _loaded_by(code: str) -> set[str]:
    """The modules that a new Python has loaded after `code`."""
    code = f"import sys\n{code}\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_import_is_cheap() -> None:
    """`import compare` loads no other module of the program; an error or a severity loads no stage."""
    assert {name for name in _loaded_by("import compare") if name.startswith("compare")} == {"compare"}
    loaded = _loaded_by("from compare import CompareError, Severity, Comparison, Finding")
    assert not {"compare.pipeline", "compare.report", "spacy", "rapidfuzz"} & loaded


def test_every_exported_name_is_there() -> None:
    """Each name of `__all__` can be imported and is listed by dir(); another name is an AttributeError."""
    for name in compare.__all__:
        assert getattr(compare, name) is not None
        assert name in dir(compare)
    with pytest.raises(AttributeError, match="no attribute 'compare_folders'"):
        _ = compare.compare_folders


def test_bytes_compare_as_files_do() -> None:
    """The contents of two files give the comparison of the files, under the given names."""
    draft, final = FILES / "draft.docx", FILES / "final.pdf"
    from_files = compare_files(draft, final, use_model=False)
    from_bytes = compare_bytes(
        draft.read_bytes(), final.read_bytes(), draft_name="draft.docx", final_name="final.pdf", use_model=False
    )
    assert from_bytes == from_files


def test_bytes_without_names() -> None:
    """Without names, the two documents are called draft and final, in the result and in errors."""
    comparison = compare_bytes(DRAFT.encode(), FINAL.encode(), use_model=False)
    assert (comparison.draft.name, comparison.final.name) == ("draft", "final")
    with pytest.raises(UnreadableError, match=r"^final: the document is empty"):
        compare_bytes(DRAFT.encode(), b"")


def test_to_json_is_the_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`to_json` gives what --format json writes, at each severity."""
    (tmp_path / "draft.txt").write_bytes(DRAFT.encode())
    (tmp_path / "final.txt").write_bytes(FINAL.encode())
    files = [str(tmp_path / "draft.txt"), str(tmp_path / "final.txt")]
    comparison = compare_files(*files, use_model=False)
    for show in Severity:
        main([*files, "--no-model", "--format", "json", "--show", show])
        assert capsys.readouterr().out == comparison.to_json(show)
    assert comparison.to_json() == comparison.to_json("minor")
    with pytest.raises(UsageError, match=r"^show: 'all' is no severity. Give critical, major, minor, cosmetic"):
        comparison.to_json("all")
    with pytest.raises(TypeError, match=r"^show must be text \(str\), not int"):
        comparison.to_json(3)  # type: ignore[arg-type]


Call = Callable[[], Comparison]
WRONG_TYPES: list[tuple[Call, str]] = [
    (lambda: compare_files(3, "final.txt"), "draft must be a path, not int"),
    (lambda: compare_files("draft.txt", b"final.txt"), "final must be a path, not bytes"),
    (lambda: compare_files("a", "b", scope=29), "scope must be text (str), not int"),
    (lambda: compare_files("a", "b", scope=None), "scope must be text (str), not NoneType"),
    (lambda: compare_files("a", "b", profile=1), "profile must be a path or None, not int"),
    (lambda: compare_files("a", "b", model=True), "model must be a name, a path or None, not bool"),
    (lambda: compare_files("a", "b", use_model="no"), "use_model must be True or False, not str"),
    (lambda: compare_files("a", "b", tracked=True), "tracked must be text (str), not bool"),
    (lambda: compare_texts(b"a", "b"), "draft must be text (str), not bytes"),
    (lambda: compare_texts("a", None), "final must be text (str), not NoneType"),
    (lambda: compare_bytes("a", b"b"), "draft must be bytes, not str"),
    (
        lambda: compare_bytes(b"a", b"b", final_name=Path("b")),
        f"final_name must be text (str), not {type(Path()).__name__}",
    ),
]


@pytest.mark.parametrize(("call", "message"), WRONG_TYPES, ids=[message for _, message in WRONG_TYPES])
def test_wrong_types(call: Call, message: str) -> None:
    """An argument of a wrong type is a TypeError that names it, before any file is opened."""
    with pytest.raises(TypeError) as caught:
        call()
    assert str(caught.value) == message


SETTINGS = [
    ({"scope": "7,,8"}, UsageError, "scope", ["--scope", "7,,8"]),
    ({"scope": "999"}, ScopeError, "scope 999", ["--scope", "999"]),
    ({"tracked": "both"}, UsageError, "tracked", None),
    ({"model": "en_parish", "use_model": False}, UsageError, "model", ["--model", "en_parish", "--no-model"]),
    ({"model": " "}, UsageError, "model", ["--model", " "]),
]


@pytest.mark.parametrize(("settings", "kind", "place", "options"), SETTINGS)
def test_errors_speak_of_arguments(
    settings: dict[str, object],
    kind: type[CompareError],
    place: str,
    options: list[str] | None,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The library names its argument (`scope`), the command line its option (`--scope`), and each only its own."""
    (tmp_path / "draft.txt").write_text(DRAFT)
    path = os.fspath(tmp_path / "draft.txt")
    with pytest.raises(kind) as caught:
        compare_files(path, path, **settings)
    assert (caught.value.place, caught.value.setting) == (place, place.partition(" ")[0])
    assert "--" not in str(caught.value)
    if options is not None:
        assert main([path, path, *options]) == 2
        shown = capsys.readouterr().err
        assert shown.startswith(f"--{place}: ")
        assert "use_model" not in shown


def test_strangers_are_refused_in_both_spellings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two documents with little in common: the remedy is spelled for Python, or for the command line."""
    draft = "".join(f"The bowling green and the pavilion were mown on day {place}.\n\n" for place in range(40))
    final = "".join(f"Members heard about school budget line number {place} instead.\n\n" for place in range(40))
    with pytest.raises(ScopeError, match='scope="whole" compares them all the same'):
        compare_texts(draft, final, use_model=False)
    (tmp_path / "a.txt").write_text(draft)
    (tmp_path / "b.txt").write_text(final)
    assert main([str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--no-model"]) == 2
    assert "; --scope whole compares them all the same." in capsys.readouterr().err


SCRIPT = """
from pathlib import Path

from compare import (
    Comparison, CompareError, Finding, Severity, compare_bytes, compare_files, compare_texts
)


def grave(comparison: Comparison) -> list[Finding]:
    return [finding for finding in comparison.findings if finding.severity in {Severity.CRITICAL, Severity.MAJOR}]


def report(draft: Path, final: Path) -> str:
    try:
        comparison = compare_files(draft, final, scope="29", tracked="reject")
    except CompareError as error:
        return f"{error.place} {error.cause} {error.remedy}"
    counts: dict[str, int] = comparison.counts
    for finding in grave(comparison):
        if finding.draft is not None and finding.item is not None:
            print(finding.draft.text, finding.item.number, finding.reason, counts)
    return comparison.to_json(show="critical")


twice = compare_texts("a", "b", use_model=False), compare_bytes(b"a", b"b", final_name="b.txt")
"""


@pytest.mark.slow
def test_a_users_script_is_typed(tmp_path: Path) -> None:
    """A script that uses every exported name passes mypy --strict, and a wrong argument in it does not."""
    good, bad = tmp_path / "good.py", tmp_path / "bad.py"
    good.write_text(SCRIPT)
    bad.write_text('import compare\n\ncompare.compare_texts("a", "b", scope=29)\ncompare.compare_folders("a", "b")\n')
    environment = {**os.environ, "MYPYPATH": str(ROOT)}
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--follow-imports=silent",
        "--config-file=",
        str(good),
        str(bad),
    ]
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert [line.partition(": error: ")[2] for line in run.stdout.splitlines()[:-1]] == [
        'Argument "scope" to "compare_texts" has incompatible type "int"; expected "str"  [arg-type]',
        'Module has no attribute "compare_folders"; maybe "compare_files"?  [attr-defined]',
    ], run.stdout + run.stderr


def test_the_typing_mark_is_shipped() -> None:
    """The package carries `py.typed`, without which type checkers ignore its types."""
    assert (Path(compare.__file__).parent / "py.typed").is_file()


def test_the_page_names_what_is_exported() -> None:
    """docs/python.md names every exported name and every error."""
    page = (ROOT / "docs" / "python.md").read_text("utf-8")
    errors = [kind.__name__ for kind in CompareError.__subclasses__()]
    assert [name for name in (*compare.__all__, *errors) if f"`{name}" not in page and name != "__version__"] == []


def test_report_of_a_short_pair() -> None:
    """The smallest use: two texts, one finding, and its severity compares as text."""
    comparison = compare_texts(DRAFT, FINAL, use_model=False)
    (finding,) = comparison.findings
    assert (finding.rule, finding.severity == "minor") == ("slip.real-word", True)
    assert json.loads(comparison.to_json())["findings"][0]["rule"] == finding.rule
