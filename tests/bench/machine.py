"""What the figures were measured on: they mean nothing without it."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import subprocess
from pathlib import Path

from .tables import Table

_LIBRARIES = ("spacy", "rapidfuzz", "diff-match-patch", "symspellpy", "typer", "rich")
_ROOT = Path(__file__).resolve().parents[2]


def describe_machine() -> Table:
    """Processor, cores, memory, system, Python, this program's commit and its libraries."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    rows = (
        ("processor", _processor()),
        ("cores, memory", f"{os.cpu_count()}, {memory:.0f} GB"),
        ("system", platform.platform()),
        ("Python", f"{platform.python_implementation()} {platform.python_version()}"),
        ("compare", _commit()),
        *((name, _version(name)) for name in _LIBRARIES),
    )
    return Table("Machine and versions", ("what", "which"), rows, worded=2)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def _commit() -> str:
    answer = subprocess.run(
        ["git", "-C", str(_ROOT), "describe", "--always", "--dirty"],  # noqa: S607 - the git of the path
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.stdout.strip() or "not a checkout"


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"
