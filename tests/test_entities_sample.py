"""Names and values of the sample pair, as patterns tell them alone and as the whole pipeline does."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from compare.style.resources import default_model
from tests.telling import Told, told

SAMPLE = Path(__file__).parent.parent / "samples" / "rotherham-2022-09-06"

# What each document names, and how often it does, wherever those letters stand.
NAMED = (
    ("PERSON", "Nathan Heath"),
    ("PERSON", "Helen Sweaton"),
    ("ORG", "Rotherham Parents Carers Forum"),
    ("ORG", "Ofsted"),
    ("ORG", "RMBC"),
    ("ORG", "DfE"),
    ("QUANTITY", "18 weeks"),
)
ONLY_IN_FINAL = (
    ("DATE", "Tuesday 6 September 2022"),
    ("LAW", "Children Act 1989"),
    ("PERSON", "Cooksey"),
    ("PERSON", "Andrews"),
    ("PERSON", "Z. Collingham"),
)


@cache
def _by_pipeline() -> Callable[[str], Told]:
    """The trained pipeline where this checkout has one, and the patterns of its last component where it has none."""
    model = default_model()
    if model is None:
        return told
    import spacy  # noqa: PLC0415 - asked for by one test

    import compare.annotate.entities.component  # noqa: F401, PLC0415 - its component is registered by this

    nlp = spacy.load(model)
    return lambda line: [(entity.label_, entity.text) for entity in nlp(line).ents]


def _missing(read: Callable[[str], Told], name: str, expected: tuple[tuple[str, str], ...]) -> list[str]:
    """The lines of a document in which one of the expected names is not told as often as it stands."""
    lines = (SAMPLE / name).read_text("utf-8").splitlines()
    return [
        f"{label} {text}: {line}"
        for line in lines
        for label, text in expected
        if text in line and _times(read(line), label, text) < line.count(text)
    ]


def _times(said: Told, label: str, text: str) -> int:
    """How often a name is told, by itself or as part of a longer one of its kind ("DfE Safety Valve")."""
    return sum(text in one for kind, one in said if kind == label)


@pytest.mark.parametrize(("name", "expected"), [("draft.txt", NAMED), ("final.txt", (*NAMED, *ONLY_IN_FINAL))])
def test_names_of_the_sample(name: str, expected: tuple[tuple[str, str], ...]) -> None:
    """Patterns alone tell each with its bounds; with statistics beside them none is lost, each stands alone once."""
    text = (SAMPLE / name).read_text("utf-8")
    assert all(one in text for _, one in expected)
    assert not _missing(told, name, expected)
    read = _by_pipeline()
    assert not _missing(read, name, expected)
    assert set(expected) <= {one for line in text.splitlines() for one in read(line)}
