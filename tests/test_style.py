"""The code keeps to its own rules: style, types, and who may import whom. A tool that is missing is a failure."""

from __future__ import annotations

import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["-m", "ruff", "check", "--no-cache", "."], id="ruff check"),
        pytest.param(["-m", "ruff", "format", "--no-cache", "--check", "."], id="ruff format"),
        pytest.param(["-m", "mypy"], id="mypy", marks=pytest.mark.slow),
        pytest.param(
            ["-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-cache"], id="lint-imports"
        ),
    ],
)
def test_a_tool_has_nothing_to_say(command: list[str]) -> None:
    """Each tool, asked about the whole project, finds nothing."""
    run = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


# Modules, both ends counted. Each is one more file to open before a reader is where things happen.
LONGEST_CHAIN = 21


def test_chains_of_imports_stay_short() -> None:
    """The longest chain of imports has no more modules than it had; where one was shortened, the figure comes down."""
    graph = grimp.build_graph("compare")
    for importer, imported in (("compare", "compare.api"), ("compare.values.result", "compare.report.to_json")):
        graph.remove_import(importer=importer, imported=imported)  # loaded when it is called: see pyproject.toml
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    chains: dict[str, list[str]] = {}
    for module in TopologicalSorter(imports).static_order():
        chains[module] = [module, *max((chains[imported] for imported in imports[module]), key=len, default=[])]
    longest = max(chains.values(), key=len)
    assert len(longest) <= LONGEST_CHAIN, " -> ".join(longest)
