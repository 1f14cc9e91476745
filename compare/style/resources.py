"""Finds the data of `models/`: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def models_path(*parts: str) -> Path:
    """Gives a file or folder of `models/`, wherever this copy of the program runs from."""
    inside = _PACKAGE / "models"
    root = inside if inside.is_dir() else _PACKAGE.parent / "models"
    return root.joinpath(*parts)


def default_model() -> Path | None:
    """Gives the trained pipeline that comes with the program; `None` where this copy has none.

    A folder that is there and holds no pipeline is not "none": whoever loads it says what is wrong with it.
    """
    folder = models_path("en_minutes")
    return folder if folder.is_dir() else None
