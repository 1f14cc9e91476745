"""What is left when the parts are there: what the folder says of itself, and the checksums of all trained files.

    python -m context.finish MODELS VERSION

Writes MODELS/en_context/meta.json and MODELS/checksums.sha256.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Annotated

import typer

FOLDERS = ("en_context", "en_minutes")


def meta(version: str) -> dict[str, object]:
    """What the folder says of itself."""
    return {
        "name": "en_context",
        "version": version,
        "description": "How well a word fits where it stands, and when that makes one of two readings wrong.",
        "license": "MIT; with the attributions of models/README.md",
    }


def checksums(models: Path) -> str:
    """A line for each trained file, as sha256sum writes and reads them."""
    files = sorted(path for name in FOLDERS for path in (models / name).rglob("*") if path.is_file())
    return "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(models).as_posix()}\n" for path in files
    )


def main(models: Annotated[Path, typer.Argument()], version: Annotated[str, typer.Argument()]) -> None:
    """Finish the trained folders in MODELS."""
    text = json.dumps(meta(version), indent=2) + "\n"
    (models / "en_context" / "meta.json").write_text(text, encoding="utf-8")
    (models / "checksums.sha256").write_text(checksums(models), encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
