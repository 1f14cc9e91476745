"""ARCHITECTURE.md, the README, the contract of layers and the code say the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
FLOW = re.compile(r"^ {4}\w+ → read → .*$", re.MULTILINE)


def _places() -> list[str]:
    return sorted(set(re.findall(r"`((?:compare|tests|models|docs|samples)/[\w./-]*|[\w-]+\.(?:md|toml))`", PAGE)))


@pytest.mark.parametrize("place", _places())
def test_every_place_it_names_exists(place: str) -> None:
    """Files and folders that the page names are there: in the flow, and in the lists of where to add what."""
    assert (ROOT / place).exists()


def test_every_list_of_where_to_add_names_files() -> None:
    """A rule, a format, a report and a command each have a numbered list, each step of which names a file."""
    lists = dict(re.findall(r"^### (a \w+)\n\n((?:\d\. .*\n(?: {3}.*\n)*)+)", PAGE, re.MULTILINE))
    assert list(lists) == ["a rule", "a format", "a report", "a command"]
    for steps in lists.values():
        numbered = re.findall(r"^(\d)\. (.*(?:\n {3}.*)*)", steps, re.MULTILINE)
        assert [number for number, _ in numbered] == [str(place) for place in range(1, len(numbered) + 1)]
        assert all(re.search(r"`[^`]*(?:/|\.md|\.toml|RULES|REPORTS)[^`]*`", step) for _, step in numbered), numbered


def test_every_part_of_the_package_has_a_line() -> None:
    """Each folder and module at the top of the package is named in one of the two tables."""
    parts = {
        f"compare/{path.name}{'/' if path.is_dir() else ''}"
        for path in (ROOT / "compare").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    named = set(re.findall(r"^\| `(compare/[\w./]+)`", PAGE, re.MULTILINE)) | {"compare/pipeline.py"}
    assert parts - named == {"compare/__init__.py", "compare/__main__.py"}
    assert named <= parts


def test_the_flow_is_told_once() -> None:
    """README, architecture and pipeline print the same flow, and each of its stages is a folder with its function."""
    flows = {
        name: FLOW.findall((ROOT / name).read_text("utf-8"))
        for name in ("ARCHITECTURE.md", "README.md", "compare/pipeline.py")
    }
    assert len({line for lines in flows.values() for line in lines}) == 1, flows
    assert all(len(lines) == 1 for lines in flows.values()), flows
    stages = flows["README.md"][0].split(" → ")[1:]
    rows = re.findall(r"^\| `compare/(\w+)/` \| `(\w+)` \|", PAGE, re.MULTILINE)
    assert [stage for stage, _ in rows] == stages
    for stage, function in rows:
        sources = (ROOT / "compare" / stage).glob("*.py")
        assert any(re.search(rf"^(?:def )?{function}\b", source.read_text("utf-8"), re.MULTILINE) for source in sources)


def test_the_layers_name_every_part() -> None:
    """The contract of layers has a line for each part of the package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    in_contract = {part.strip() for layer in layers for part in layer.split("|")}
    named = set(re.findall(r"`compare/(\w+)(?:\.py|/)`", PAGE))
    assert named <= in_contract
    assert in_contract - named <= {"__main__"}
