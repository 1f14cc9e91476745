"""Paragraphs of minutes with their entities, as a reader marked them; what the marks mean is in the README.

`own.jsonl` and `uk.jsonl` carry their text. `pairs.jsonl` does not: it says where a paragraph stands in the folder of
corrected minutes, and a paragraph that reads otherwise than when it was marked is refused, never measured on.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

FOLDER = Path(__file__).parent
INLINE = ("own.jsonl", "uk.jsonl")
STANDOFF = "pairs.jsonl"
LABELS = (
    "PERSON",
    "ORG",
    "LOC",
    "DATE",
    "TIME",
    "MONEY",
    "PERCENT",
    "QUANTITY",
    "ROLE",
    "BODY",
    "LAW",
    "REFERENCE",
    "VOTE",
)

Part = Literal["dev", "test"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A marked stretch [start, end) of a paragraph.

    Unit: Unicode code points, counted from the paragraph's first.
    """

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """A paragraph and the entities in it, in the order of the text; they never overlap."""

    id: str
    text: str
    entities: tuple[Entity, ...]


def paragraphs(part: Part, data: Path | None) -> list[Annotated]:
    """The paragraphs of one part, those of `pairs.jsonl` only where the data folder is given.

    Patterns may be tuned on "dev"; "test" is for measuring alone.

    Raises: ValueError where a paragraph in the data folder is not the one that was marked.
    """
    found = [
        _annotated(record, record["text"])
        for name in INLINE
        for record in records(FOLDER / name)
        if record["part"] == part
    ]
    if data is not None:
        found += [
            _annotated(record, resolved(record, data / "pairs"))
            for record in records(FOLDER / STANDOFF)
            if record["part"] == part
        ]
    return found


def records(path: Path) -> list[dict[str, Any]]:
    """The lines of one file of annotations, as they are written."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def resolved(record: dict[str, Any], pairs: Path) -> str:
    """The text a standoff record speaks of.

    Bytes are decoded without translating line ends: offsets count every character of the file.
    """
    path = pairs / record["document"] / f"{record['side']}.md"
    text: str = path.read_bytes().decode("utf-8")[record["start"] : record["end"]]
    if hashlib.sha256(text.encode("utf-8")).hexdigest() != record["sha256"]:
        raise ValueError(f"{path}: characters {record['start']} to {record['end']} are not those that were marked.")
    return text


def _annotated(record: dict[str, Any], text: str) -> Annotated:
    return Annotated(record["id"], text, tuple(Entity(*entity) for entity in record["entities"]))
