"""Tests of the documentation: it names what there is, and what it shows is so."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from compare import __version__
from compare.cli import FailOn, main
from compare.report.registry import REPORTS
from compare.report.rules_page import rules_as_markdown
from compare.values import FoldKind, Severity

ROOT = Path(__file__).parent.parent
DOCS = [*sorted((ROOT / "docs").glob("*.md")), *sorted(ROOT.glob("*.md"))]
SCHEMA = json.loads((ROOT / "compare/report/comparison-1.schema.json").read_text("utf-8"))


def test_the_json_page_names_every_member() -> None:
    """Each member of the report and of a finding stands in docs/json.md, and each severity and side account too."""
    page = (ROOT / "docs/json.md").read_text("utf-8")
    members = [
        *SCHEMA["properties"],
        *SCHEMA["$defs"]["finding"]["properties"],
        *SCHEMA["$defs"]["passage"]["properties"],
        *SCHEMA["$defs"]["account"]["properties"],
    ]
    assert [member for member in members if f"`{member}`" not in page] == []


def test_the_schema_knows_every_value() -> None:
    """The schema's lists of words are the program's own."""
    finding = SCHEMA["$defs"]["finding"]["properties"]
    assert finding["severity"]["enum"] == [severity.value for severity in Severity]
    assert SCHEMA["properties"]["folded"]["propertyNames"]["enum"] == [kind.value for kind in FoldKind]


def test_the_readme_offers_the_reports_there_are() -> None:
    """The README's line of `--format` names each report of the registry, in its order."""
    assert f"--format {'|'.join(REPORTS)} " in (ROOT / "README.md").read_text("utf-8")


def test_the_rules_page_is_fresh() -> None:
    """docs/rules.md is what `compare rules --markdown` writes."""
    assert (ROOT / "docs/rules.md").read_text("utf-8") == rules_as_markdown()


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the project leads to one."""
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_changelog_begins_with_this_version() -> None:
    """The version on top of the changelog is the program's."""
    (version, *_) = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert version == __version__


def test_help_offers_what_there_is(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Every format and severity can be read off --help."""
    monkeypatch.setenv("COLUMNS", "200")
    main(["--help"])
    words = " ".join(capsys.readouterr().out.split())
    for choices in (REPORTS, FailOn, Severity):
        assert f"[{'|'.join(choices)}]" in words


def test_pins_cover_the_dependencies() -> None:
    """constraints.txt pins each direct dependency exactly, and holds names and versions only."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line)] == []
    pinned = {re.sub(r"[-_.]+", "-", line.partition("==")[0]).lower() for line in lines}
    wanted = [
        *project["dependencies"],
        *(line for extra in project["optional-dependencies"].values() for line in extra),
    ]
    names = {re.match(r"[A-Za-z0-9-]+", line)[0].lower() for line in wanted}
    assert names - {project["name"]} <= pinned
