"""Where the data of `models/` lies: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def models_path(*parts: str) -> Path:
    """A file or folder of `models/`, wherever this copy of the program runs from."""
    inside = _PACKAGE / "models"
    root = inside if inside.is_dir() else _PACKAGE.parent / "models"
    return root.joinpath(*parts)
