"""The tools that people use today, each run as its users run it, its output read back as hunks.

None of them is needed: one that is not installed is named in the table, with how to get it.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .hunks import Hunk, Range, Text, hunk_of_characters, hunks_of_pieces, hunks_of_steps

_CHILD = Path(__file__).with_name("peer_child.py")
_MARKS = ("\x01", "\x02", "\x03", "\x04")  # begin and end of deleted, begin and end of inserted words; in no text
_MARKED = re.compile("\x01([^\x02]*)\x02|\x03([^\x04]*)\x04|([^\x01\x03]+)")


@dataclass(frozen=True, slots=True)
class Peer:
    """One tool: how to get it, its version here (`None`: not installed), how to run it, how to read its output."""

    name: str
    install: str
    version: str | None
    command: Callable[[Path, Path], list[str]]
    read: Callable[[str, Text, Text], list[Hunk]]


def find_peers(python: str) -> tuple[Peer, ...]:
    """All peers, with what is installed here. `python` is the interpreter that has the libraries."""
    return (
        Peer("wdiff", "apt-get install wdiff", _program_version("wdiff"), _wdiff, _read_marked),
        Peer("dwdiff", "apt-get install dwdiff", _program_version("dwdiff"), _dwdiff, _read_marked),
        Peer("git --word-diff", "apt-get install git", _program_version("git"), _git, _read_porcelain),
        _library(python, "fast-diff-match-patch", _read_counted),
        _library(python, "diff-match-patch", _read_steps),
        _library(python, "redlines", _read_steps),
        _library(python, "difflib", _read_steps),
    )


def _library(python: str, name: str, read: Callable[[str, Text, Text], list[Hunk]]) -> Peer:
    def command(draft: Path, final: Path) -> list[str]:
        return [python, "-I", str(_CHILD), name, str(draft), str(final)]

    needs = f"pip install {name}{' typing-extensions' if name == 'redlines' else ''}"  # which it does not say it needs
    return Peer(name, needs, _library_version(python, name), command, read)


def _program_version(name: str) -> str | None:
    if shutil.which(name) is None:
        return None
    words = subprocess.run([name, "--version"], capture_output=True, text=True, check=False).stdout.split()
    return next((word for word in words if re.match(r"\d+\.\d", word)), "?")


def _library_version(python: str, name: str) -> str | None:
    source = (
        "import platform; print(platform.python_version())"
        if name == "difflib"
        else f"import importlib.metadata as m; print(m.version({name!r}))"
    )
    answer = subprocess.run([python, "-c", source], capture_output=True, text=True, check=False)
    return answer.stdout.strip() or None


def _wdiff(draft: Path, final: Path) -> list[str]:
    options = [part for flag, mark in zip("wxyz", _MARKS, strict=True) for part in (f"-{flag}", mark)]
    return ["wdiff", *options, str(draft), str(final)]


def _dwdiff(draft: Path, final: Path) -> list[str]:
    return ["dwdiff", "--no-profile", *_wdiff(draft, final)[1:]]


def _git(draft: Path, final: Path) -> list[str]:
    return ["git", "diff", "--no-index", "--word-diff=porcelain", "-U10000000", str(draft), str(final)]


def _read_marked(output: str, _draft: Text, _final: Text) -> list[Hunk]:
    pieces = (
        ("-", gone) if gone else ("+", come) if come else ("=", both) for gone, come, both in _MARKED.findall(output)
    )
    return hunks_of_pieces(pieces)


def _read_porcelain(output: str, _draft: Text, _final: Text) -> list[Hunk]:
    _, _, body = output.partition("\n@@")
    lines = body.split("\n")[1:]
    return hunks_of_pieces(
        ("=" if line[0] == " " else line[0], line[1:]) for line in lines if line and line[0] in " +-"
    )


def _read_steps(output: str, _draft: Text, _final: Text) -> list[Hunk]:
    return hunks_of_pieces((op, text) for op, text in json.loads(output))


def _read_counted(output: str, draft: Text, final: Text) -> list[Hunk]:
    spans = hunks_of_steps((op, length) for op, length in json.loads(output))
    nothing = Range(0, 0)
    return [hunk_of_characters(draft, final, span.draft or nothing, span.final or nothing) for span in spans]
