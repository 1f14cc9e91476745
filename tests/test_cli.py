"""Tests of the command line: exit codes, one-line errors, and nothing left behind. Logic is tested below it."""

from __future__ import annotations

import errno
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from compare import __version__
from compare.cli import main
from compare.report.registry import REPORTS, Report
from compare.rules import ALL, Rule
from compare.values import Comparison

WORDS = """7. Allotments

The voices of the tenants were {} at the meeting of the panel.

Resolved: That the rents be kept.
"""
DRAFT, FINAL = WORDS.format("head"), WORDS.format("heard")


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with draft.txt and final.txt, which is the working folder; the terminal has 80 columns."""
    (tmp_path / "draft.txt").write_bytes(DRAFT.encode())
    (tmp_path / "final.txt").write_bytes(FINAL.encode())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


@pytest.fixture
def built(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """In place of the library: a comparison built by hand. Holds what the library was asked."""
    asked: dict[str, object] = {}

    def answer(draft: str, final: str, **settings: object) -> Comparison:
        asked.update(settings, draft=draft, final=final)
        return comparison

    monkeypatch.setattr("compare.compare_files", answer)
    return asked


def _start(*arguments: str, **settings: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "compare", *arguments], capture_output=True, check=False, **settings)


def test_a_pair(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two files that differ by a slip: a report on standard output, nothing on standard error, exit code 1."""
    assert main(["draft.txt", "final.txt", "--no-model"]) == 1
    out, err = capsys.readouterr()
    assert "[-head-]" in out
    assert "{+heard+}" in out
    assert err == ""
    assert sorted(path.name for path in pair.iterdir()) == ["draft.txt", "final.txt"]


@pytest.mark.usefixtures("pair")
def test_a_document_with_itself(capsys: pytest.CaptureFixture[str]) -> None:
    """A document compared with itself has no finding: exit code 0."""
    assert main(["draft.txt", "draft.txt", "--no-model", "--fail-on", "cosmetic"]) == 0
    first, _, third, *_ = capsys.readouterr().out.splitlines()
    assert first.startswith("Both files are the same, byte for byte")
    assert third == "PUBLISH: no difference of substance found"


@pytest.mark.usefixtures("pair")
def test_json_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    """--format json writes one JSON object."""
    assert main(["--format", "json", "--no-model", "draft.txt", "final.txt"]) == 1
    report = json.loads(capsys.readouterr().out)
    assert [finding["rule"] for finding in report["findings"]] == ["slip.real-word"]


def test_standard_input(pair: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A dash in the place of one document reads it from standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((pair / "draft.txt").read_bytes())))
    assert main(["-", "final.txt", "--no-model"]) == 1
    assert "standard input compared with final.txt" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("fail_on", "expected"), [("critical", 1), ("major", 1), ("minor", 1), ("cosmetic", 1), ("never", 0)]
)
@pytest.mark.usefixtures("built")
def test_fail_on(fail_on: str, expected: int) -> None:
    """The exit code is 1 where a finding is as grave as --fail-on, and 0 with never."""
    assert main(["a", "b", "--fail-on", fail_on]) == expected


@pytest.mark.parametrize(("fail_on", "expected"), [("critical", 0), ("major", 0), ("minor", 1), ("cosmetic", 1)])
@pytest.mark.usefixtures("pair")
def test_fail_on_a_minor_slip(fail_on: str, expected: int) -> None:
    """A minor slip passes where only graver findings count."""
    assert main(["draft.txt", "final.txt", "--no-model", "--fail-on", fail_on]) == expected


def test_options_reach_the_library(built: dict[str, object]) -> None:
    """Each option of the command line is an argument of the library."""
    main(["a", "b", "--scope", "29", "--profile", "p.toml", "--no-model", "--tracked", "reject"])
    asked = {"draft": "a", "final": "b", "scope": "29", "profile": Path("p.toml"), "use_model": False, "model": None}
    assert built == {**asked, "tracked": "reject"}
    main(["a", "b", "--model", "en_parish"])
    assert (built["use_model"], built["model"]) == (True, "en_parish")


@pytest.mark.parametrize("arguments", [["./rules", "b"], ["--", "rules", "b"], ["--no-model", "rules", "b"]])
def test_a_draft_called_like_a_command(built: dict[str, object], arguments: list[str]) -> None:
    """A file called rules can be compared: with its folder, after --, or after an option."""
    main(arguments)
    assert str(built["draft"]).endswith("rules")


def test_a_draft_called_like_a_command_to_come(
    pair: Path, built: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    """A word that will be a command is one now, unless a file has that name."""
    assert main(["check", "final.txt"]) == 2
    assert capsys.readouterr().err.startswith("check: this command is not part of version ")
    (pair / "check").write_text(DRAFT)
    assert main(["check", "final.txt"]) == 1
    assert built["draft"] == "check"


BAD_INPUTS = [
    pytest.param(["missing.txt", "final.txt"], "missing.txt: there is no such file. ", id="missing draft"),
    pytest.param(["draft.txt", "missing.txt"], "missing.txt: there is no such file. ", id="missing final"),
    pytest.param([".", "final.txt"], ".: this is a folder. ", id="folder"),
    pytest.param(["empty.txt", "final.txt"], "empty.txt: the document is empty. ", id="empty"),
    pytest.param(["blank.txt", "final.txt"], "blank.txt: the document is empty. ", id="blank"),
    pytest.param(["binary.txt", "final.txt"], "binary.txt: this is not a text but binary data. ", id="binary"),
    pytest.param(["draft.txt", "final.docx"], "final.docx: the file is damaged or was cut off. ", id="docx"),
    pytest.param(["draft.txt", "final.pdf"], "final.pdf: ", id="pdf"),
    pytest.param(["odd.txt", "final.txt"], "odd.txt: byte 4 cannot be read as text. ", id="undecodable"),
    pytest.param(["huge.txt", "final.txt"], "huge.txt: larger than 100 MB, the bound for one document. ", id="huge"),
    pytest.param(["https://x.example/y", "final.txt"], "https://x.example/y: web addresses are not read. ", id="url"),
    pytest.param(["two\nlines\x1b[2J", "final.txt"], "two\\x0alines\\x1b[2J: there is no such file. ", id="odd name"),
    pytest.param(["-", "-"], "-: standard input can be one document only. ", id="both standard input"),
    pytest.param([], "compare: missing argument 'DRAFT'. ", id="nothing"),
    pytest.param(["draft.txt"], "compare: missing argument 'FINAL'. ", id="one document"),
    pytest.param(["--dump", "alignment", "draft.txt"], "compare: missing argument 'FINAL'. ", id="dump of a pair"),
    pytest.param(["--dump", "edits", "draft.txt"], "compare: invalid value for '--dump': ", id="unknown dump"),
    pytest.param(["draft.txt", "final.txt", "x"], "compare: got unexpected extra argument (x). ", id="three documents"),
    pytest.param(["draft.txt", "final.txt", "--frob"], "compare: no such option: --frob. ", id="unknown option"),
    pytest.param(["draft.txt", "final.txt", "--baseline", "b"], "compare: no such option: --baseline", id="not yet"),
    pytest.param(
        ["draft.txt", "final.txt", "--format", "html"], "compare: invalid value for '--format': ", id="format"
    ),
    pytest.param(
        ["draft.txt", "final.txt", "--tracked", "both"], "compare: invalid value for '--tracked': ", id="tracked"
    ),
    pytest.param(["draft.txt", "final.txt", "--show", "all"], "compare: invalid value for '--show': ", id="show"),
    pytest.param(
        ["draft.txt", "final.txt", "--fail-on", "x"], "compare: invalid value for '--fail-on': ", id="fail-on"
    ),
    pytest.param(["draft.txt", "final.txt", "--scope", ""], "--scope: ", id="no scope"),
    pytest.param(["draft.txt", "final.txt", "--scope", "7,,8"], "--scope: ", id="half a scope"),
    pytest.param(["draft.txt", "final.txt", "--scope", "999"], "--scope 999: ", id="unknown item"),
    pytest.param(
        ["draft.txt", "final.txt", "--profile", "no.toml"], "no.toml: the profile cannot be read ", id="profile"
    ),
    pytest.param(["draft.txt", "final.txt", "--profile", "bad.toml"], "bad.toml", id="bad profile"),
    pytest.param(["draft.txt", "final.txt", "--output", "."], ".: this is a folder. ", id="output folder"),
    pytest.param(["draft.txt", "final.txt", "--output", "no/x"], "no/x: its folder does not exist. ", id="no folder"),
    pytest.param(["draft.txt", "final.txt", "--output", "final.txt"], "final.txt: the report would ", id="own input"),
    pytest.param(["draft.txt", "final.txt", "--output", "link.txt"], "link.txt: the report would ", id="link to input"),
    pytest.param(
        ["draft.txt", "final.txt", "--profile", "bad.toml", "--output", "bad.toml"],
        "bad.toml: the report would ",
        id="own profile",
    ),
    pytest.param(["", "final.txt"], '"": no file can have this name. ', id="no name"),
    pytest.param(["audit", "final.txt"], "audit: this command is not part of version ", id="command to come"),
    pytest.param(["rules", "final.txt"], "compare: got unexpected extra argument (final.txt). ", id="rules of a file"),
    pytest.param(["explain"], "compare: missing argument 'RULE'. ", id="explain nothing"),
    pytest.param(
        ["explain", "slip.reel-word"], "slip.reel-word: there is no such rule. Did you mean slip.real-word", id="x"
    ),
    pytest.param(["explain", "zzzzz"], "zzzzz: there is no such rule. See compare rules ", id="explain nonsense"),
]


@pytest.mark.parametrize(("arguments", "message"), BAD_INPUTS)
def test_bad_input(pair: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    """What cannot be done is one line with place, cause and remedy on standard error, exit code 2, and no report."""
    (pair / "empty.txt").write_bytes(b"")
    (pair / "blank.txt").write_bytes(b" \n\n")
    (pair / "binary.txt").write_bytes(b"\x00\x01\x02")
    (pair / "odd.txt").write_bytes(b"abc \x81 def")
    (pair / "final.docx").write_bytes(b"PK\x03\x04 word/")
    (pair / "final.pdf").write_bytes(b"%PDF-1.4\n")
    (pair / "bad.toml").write_text("[severities]\n'slip.real-word' = 'dreadful'\n")
    (pair / "link.txt").symlink_to("final.txt")
    with (pair / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    before = sorted(pair.iterdir())
    takes_report = "DRAFT" not in message and arguments[:1] not in (["rules"], ["explain"], ["audit"], ["-"], [])
    arguments = [*arguments, *(["--output", "report.txt"] if takes_report and "--output" not in arguments else [])]
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(message), err
    assert err.count("\n") == 1
    assert err.endswith((".\n", "?\n"))
    assert sorted(pair.iterdir()) == before
    assert (pair / "final.txt").read_text() == FINAL


def test_output(pair: Path, built: dict[str, object], capsys: pytest.CaptureFixture[str]) -> None:
    """--output writes the report to a file, without colour; the verdict and the place go to standard error."""
    target = pair / "report.txt"
    assert main(["draft.txt", "final.txt", "--output", str(target)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(r"HOLD: .*; written to .*report\.txt\n", err)
    assert target.read_text("utf-8").startswith("HOLD: ")
    assert sorted(path.name for path in pair.iterdir()) == ["draft.txt", "final.txt", "report.txt"]
    assert built["draft"] == "draft.txt"


@pytest.mark.usefixtures("built")
def test_output_replaces_a_report(pair: Path) -> None:
    """An older report is replaced, through a link too, and keeps its permissions."""
    target = pair / "report.txt"
    target.write_text("old")
    target.chmod(0o640)
    (pair / "link.txt").symlink_to("report.txt")
    assert main(["draft.txt", "final.txt", "--output", "link.txt"]) == 1
    assert target.read_text("utf-8").startswith("HOLD: ")
    assert target.stat().st_mode & 0o777 == 0o640
    assert (pair / "link.txt").is_symlink()


@pytest.mark.usefixtures("built")
def test_output_obeys_the_umask(pair: Path) -> None:
    """A new report has the permissions of any new file, and the process keeps its umask."""
    before = os.umask(0o027)
    try:
        assert main(["draft.txt", "final.txt", "--output", "report.txt"]) == 1
    finally:
        assert os.umask(before) == 0o027
    assert (pair / "report.txt").stat().st_mode & 0o777 == 0o640


@pytest.mark.usefixtures("built")
def test_a_report_that_needs_a_file(
    pair: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A report that no terminal can show is refused without --output, and its bytes are written as they are."""
    report = Report("json", (".bin",), needs_file=True, render=lambda *_: b"\x00\r\n\xff", description="bytes")
    monkeypatch.setitem(REPORTS, "json", report)
    assert main(["draft.txt", "final.txt", "--format", "json"]) == 2
    assert capsys.readouterr().err.startswith("--format json: this report needs a file. ")
    assert main(["draft.txt", "final.txt", "--format", "json", "--output", "report.bin"]) == 1
    assert (pair / "report.bin").read_bytes() == b"\x00\r\n\xff"


@pytest.mark.usefixtures("built")
def test_output_to_a_dash(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A dash is standard output, as it is standard input for a document."""
    assert main(["draft.txt", "final.txt", "--output", "-"]) == 1
    assert capsys.readouterr().out.startswith("HOLD: ")
    assert len(list(pair.iterdir())) == 2


@pytest.mark.usefixtures("built", "pair")
def test_output_to_a_device() -> None:
    """A device is written to and stays a device."""
    assert main(["draft.txt", "final.txt", "--output", os.devnull]) == 1
    assert Path(os.devnull).is_char_device()


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("name", ["a-link-in-a-circle", "x" * 300])
def test_a_place_that_no_file_can_have(pair: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Links in a circle and a name too long for the disk are refused in one line, before any work is done."""
    circle = pair / "a-link-in-a-circle"
    circle.symlink_to(pair / "and-back")
    (pair / "and-back").symlink_to(circle)
    assert main(["draft.txt", "final.txt", "--no-model", "--output", name]) == 2
    assert capsys.readouterr().err.endswith("or choose another place.\n")


class _FullDisk(io.BytesIO):
    """A standard output on a disk without room."""

    def write(self, _: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_a_full_disk_under_the_short_answers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], argument: str
) -> None:
    """The version and the help page, too, say in one line that they could not be written."""
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(_FullDisk(), write_through=True))
    assert main([argument]) == 2
    shown = capsys.readouterr().err
    assert shown.startswith("standard output: ")
    assert shown.count("\n") == 1


def test_a_full_disk(pair: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A report that cannot be finished leaves the old one as it was, and no half."""

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (pair / "report.txt").write_text("old")
    monkeypatch.setattr(Path, "replace", fail)
    assert main(["draft.txt", "final.txt", "--output", "report.txt"]) == 2
    assert capsys.readouterr().err.startswith("report.txt: no space left on device. ")
    assert (pair / "report.txt").read_text() == "old"
    assert len(list(pair.iterdir())) == 3


@pytest.mark.usefixtures("pair")
def test_interruption(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C ends the program with 130 and without a word."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("compare.compare_files", interrupt)
    assert main(["draft.txt", "final.txt"]) == 130
    out, err = capsys.readouterr()
    assert (out, err.strip()) == ("", "")


@pytest.mark.usefixtures("pair")
def test_a_bug_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no error of the user's is not dressed up as one, nor as a difference: exit code 2."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("compare.compare_files", fail)
    assert main(["draft.txt", "final.txt"]) == 2
    assert capsys.readouterr().err.rstrip().endswith("ZeroDivisionError")


def test_help(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """--help shows usage, every option and the commands of this version, and exits 0."""
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Usage: compare [OPTIONS] DRAFT [FINAL]\n")
    for word in ("--format", "--output", "--scope", "--fail-on", "--show", "--profile", "--no-model", "--version"):
        assert word in out
    assert "\n  rules " in out
    assert "\n  explain " in out
    assert "pair" not in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["segments", "draft.txt"], "The voices of the tenants were head at"),
        (["segments", "draft.txt", "final.txt"], "The voices of the tenants were heard at"),
        (["outline", "final.txt"], "items 1, resolutions 1"),
        (["alignment", "draft.txt", "final.txt"], "2      2      changed   "),
    ],
)
@pytest.mark.usefixtures("pair")
def test_dump(capsys: pytest.CaptureFixture[str], arguments: list[str], words: str) -> None:
    """--dump prints how the documents were read or aligned, of one document too, and exits 0."""
    assert main(["--dump", *arguments]) == 0
    out, err = capsys.readouterr()
    assert words in out
    assert err == ""


def test_dump_to_a_file(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--dump writes to the file of --output, takes a house style, and reports a missing file as any command does."""
    (pair / "house.toml").write_text('[minutes]\nresolution_headers = ["It was settled"]\n')
    (pair / "draft.txt").write_text(DRAFT.replace("Resolved: That", "It was settled: that"))
    arguments = ["--dump", "outline", "--output", "dump.txt"]
    assert main([*arguments, "draft.txt"]) == 0
    assert "resolutions 0\n" in (pair / "dump.txt").read_text("utf-8")
    assert main([*arguments, "--profile", "house.toml", "draft.txt"]) == 0
    assert "resolutions 1\n" in (pair / "dump.txt").read_text("utf-8")
    assert main([*arguments, "missing.txt"]) == 2
    assert capsys.readouterr().err.startswith("missing.txt: there is no such file. ")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """--version prints the version and exits 0."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"compare {__version__}\n"


def test_rules(capsys: pytest.CaptureFixture[str]) -> None:
    """`compare rules` lists every rule with its severity."""
    assert main(["rules"]) == 0
    out = capsys.readouterr().out
    for rule in ALL:
        assert f"\n{rule.id} " in f"\n{out}"


def test_rules_as_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    """`compare rules --markdown` gives each rule a heading, its description and its examples."""
    assert main(["rules", "--markdown"]) == 0
    out = capsys.readouterr().out
    for rule in ALL:
        assert f"### `{rule.id}`\n\n{rule.severity}. {rule.description}\n" in out


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_explain(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, rule: Rule) -> None:
    """`compare explain` prints a rule's description, examples, source and place in the code."""
    monkeypatch.setenv("COLUMNS", "120")
    assert main(["explain", rule.id]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{rule.id} ({rule.severity})\n")
    words = " ".join(out.split())
    for text in (rule.description, rule.source, *(place.line for place in rule.where), *rule.hits[0]):
        assert " ".join(text.replace("\n\n", " ¶ ").split()) in words


def test_nothing_heavy_is_imported() -> None:
    """The command line itself loads no engine, no model and no report."""
    code = "import sys, compare.cli; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"spacy", "thinc", "numpy", "pydantic", "rich", "rapidfuzz", "diff_match_patch", "charset_normalizer"}
    assert not heavy & set(loaded)
    assert "typer" in loaded


def test_utf8_in_a_c_locale(pair: Path) -> None:
    """Reports and errors are UTF-8 where the locale knows only ASCII."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    (pair / "draft.txt").write_text(DRAFT.replace("tenants", "tenants’ café"), "utf-8")
    run = _start("draft.txt", "final.txt", "--no-model", cwd=pair, env=environment)
    assert run.returncode == 1, run.stderr
    assert "café" in run.stdout.decode("utf-8")


def test_a_closed_pipe_is_quiet(pair: Path) -> None:
    """A reader that has seen enough (compare … | head -1) is no error."""
    reader, writer = os.pipe()
    os.close(reader)
    run = subprocess.run(
        [sys.executable, "-m", "compare", "draft.txt", "final.txt", "--no-model", "--show", "cosmetic"],
        stdout=writer,
        stderr=subprocess.PIPE,
        cwd=pair,
        check=False,
    )
    os.close(writer)
    assert (run.returncode, run.stderr) == (1, b"")


def test_ctrl_c_while_waiting(pair: Path) -> None:
    """A real interrupt, while standard input is awaited, ends with 130 and no traceback.

    The child restores the signal: one that is started in the background inherits that it is ignored.
    """
    restore = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    run = "import runpy; runpy.run_module('compare', run_name='__main__', alter_sys=True)"
    with subprocess.Popen(
        [sys.executable, "-c", f"{restore}; {run}", "-", "final.txt"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=pair,
    ) as process:
        _wait_until_reading(process.pid)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err.strip()) == (130, b"", b"")


def _wait_until_reading(process: int) -> None:
    """Waits until the process sleeps in a read of its standard input."""
    calls = Path(f"/proc/{process}/wchan")
    for _ in range(300):
        time.sleep(0.05)
        if "pipe" in calls.read_text():
            return


def test_two_names(pair: Path) -> None:
    """The program is installed as compare and, since ImageMagick has a compare too, as minutes-compare."""
    scripts = Path(sys.executable).parent
    for name in ("compare", "minutes-compare"):
        run = subprocess.run([scripts / name, "--version"], capture_output=True, text=True, check=False, cwd=pair)
        assert (run.returncode, run.stdout) == (0, f"compare {__version__}\n")
