"""One short name for all that decides: the program's modules, the pattern files and the trained models.

    compare 0.1.0; model en_minutes 0.1.0; rules 5f0c2a91d3e7; house style default

Two reports with the same fingerprint were judged by the same code and data, whatever the version numbers say. A
checkout and an installed copy have the same one, on every system.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

from compare.style.resources import models_path

_LENGTH = 12  # hexadecimal digits: 48 bits, as many as a finding's id

# Modules that read the command line or write reports: they make no finding.
_UNDECIDING = ("__main__.py", "cli.py", "report/")


@cache
def rules_fingerprint() -> str:
    """The fingerprint of this copy of the program. Cost: 5 to 10 ms, once in a process."""
    return fingerprint_of(Path(__file__).resolve().parents[1], models_path())


def fingerprint_of(package: Path, models: Path) -> str:
    """The first 12 hexadecimal digits of a SHA-256 over names and contents; line ends do not count.

    Trained models enter by their recorded checksums, not by their 100 MB.
    """
    digest = hashlib.sha256()
    code = (name for name in _files(package, ".py") if not name.startswith(_UNDECIDING))
    patterns = (f"patterns/{name}" for name in _files(models / "patterns", ".toml"))
    for folder, names in ((package, code), (models, (*patterns, "checksums.sha256"))):
        for name in names:
            content = folder.joinpath(name).read_bytes().replace(b"\r\n", b"\n")
            digest.update(f"{name} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()[:_LENGTH]


def _files(folder: Path, suffix: str) -> list[str]:
    """Every file in the folder whose name ends so, as its path below the folder with "/" between, sorted."""
    found = []
    for parent, _, names in os.walk(folder):
        below = os.path.relpath(parent, folder).replace(os.sep, "/")
        found += [f"{below}/{name}".removeprefix("./") for name in names if name.endswith(suffix)]
    return sorted(found)
