"""The code keeps to its own rules: style, types, and who may import whom. A tool that is missing is a failure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["-m", "ruff", "check", "--no-cache", "."], id="ruff check"),
        pytest.param(["-m", "ruff", "format", "--no-cache", "--check", "."], id="ruff format"),
        pytest.param(["-m", "mypy"], id="mypy"),
        pytest.param(
            ["-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"], id="lint-imports"
        ),
    ],
)
def test_a_tool_has_nothing_to_say(command: list[str]) -> None:
    """Each tool, asked about the whole project, finds nothing."""
    run = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_modules_are_short() -> None:
    """No module grows past 300 lines: beyond that there is a second idea in it."""
    long = {
        path.name: lines
        for path in (ROOT / "compare").rglob("*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > 300 and path.name != "values.py"
    }
    assert long == {}
