"""The README shows what the program does: its report is the real one, its commands and example run."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from compare.cli import main
from compare.style.house_style import load_house_style

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"


def _blocks(language: str) -> list[str]:
    """The blocks of the README in a language, without the last line end."""
    return re.findall(rf"```{language}\n(.*?)\n```", README.read_text("utf-8"), re.DOTALL)


def test_the_report_shown_is_the_report_given(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first command gives the report below "It prints:", at 80 columns; --update-golden rewrites it."""
    _, _, arguments = _blocks("sh")[0].partition(" && .venv/bin/compare ")
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    assert main(arguments.split()) == 1
    report = capsys.readouterr().out
    text = README.read_text("utf-8")
    shown = re.search(r"It prints:\n\n```text\n(.*?)```", text, re.DOTALL)
    assert shown
    if _scrubbed(shown[1]) != _scrubbed(report) and request.config.getoption("--update-golden"):
        README.write_text(text[: shown.start(1)] + report + text[shown.end(1) :], "utf-8")
        return
    assert _scrubbed(shown[1]) == _scrubbed(report)


def _scrubbed(report: str) -> str:
    return re.sub(r"(rules\s)[0-9a-f]{12}(?=;)", r"\g<1>000000000000", report)


def test_the_commands_stand_as_one_line_each() -> None:
    """One command sets up and compares the sample pair, one sets up and runs the tests, as `.ci/run` does."""
    commands = _blocks("sh")
    assert len(commands) == 2
    assert all("\n" not in command and command.startswith("python3 -m venv .venv && ") for command in commands)
    assert commands[0].endswith("samples/rotherham-2022-09-06/draft.txt samples/rotherham-2022-09-06/final.txt")
    test_command = (ROOT / ".ci" / "run").read_text("utf-8")
    for part in ('-c constraints.txt -e ".[test]"', "-m pytest"):
        assert part in commands[1]
        assert part in test_command


def test_the_windows_command_is_the_same() -> None:
    """The command for PowerShell is the first command with the names of Windows."""
    (windows,) = _blocks("powershell")
    plain = windows.replace(";", " &&").replace("\\", "/").replace("/Scripts/", "/bin/").replace("py -m", "python3 -m")
    assert plain == _blocks("sh")[0]


def test_the_house_style_is_one(tmp_path: Path) -> None:
    """The house style shown is read without an error, and its lines take effect."""
    (tmp_path / "house.toml").write_text(_blocks("toml")[0], "utf-8")
    style = load_house_style(tmp_path / "house.toml", {"wording.function"})
    assert style.name == "Ashcombe Town Council"


def test_the_python_example_runs() -> None:
    """The example from Python prints a finding of the rule it is about."""
    (example,) = _blocks("python")
    output = io.StringIO()
    with redirect_stdout(output):
        exec(example, {})  # noqa: S102  (the project's own documentation)
    assert "slip.real-word" in output.getvalue()


def test_every_option_and_command_is_named(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What --help offers, the README explains."""
    monkeypatch.setenv("COLUMNS", "200")
    main(["--help"])
    offered = set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) - {"--help"}
    text = README.read_text("utf-8")
    assert [option for option in sorted(offered) if option not in text] == []
    assert all(f"compare {command}" in text for command in ("rules", "explain"))
