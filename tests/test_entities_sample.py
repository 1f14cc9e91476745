"""Names and values of the sample pair, as patterns find them alone and as the trained pipeline does."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from compare.annotate import load_tagger
from compare.style.house_style import default_house_style
from tests.marked_text import Marks, found_in

SAMPLE = Path(__file__).parent.parent / "samples" / "rotherham-2022-09-06"

# What each document names, and how often it does, wherever those letters stand.
NAMED = (
    ("PERSON", "Nathan Heath"),
    ("PERSON", "Helen Sweaton"),
    ("BODY", "Rotherham Parents Carers Forum"),
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
def _by_pipeline() -> Callable[[str], Marks]:
    """What the rules are given with the trained pipeline."""
    tagger = load_tagger(use_model=True, style=default_house_style())
    assert tagger.model is not None, "the trained pipeline is missing"
    return cache(lambda line: [(entity.label, entity.text) for entity in tagger.tag([line])[0].entities])


def _missing(read: Callable[[str], Marks], name: str, expected: tuple[tuple[str, str], ...]) -> list[str]:
    """The lines of a document in which one of the expected names is not found as often as it stands."""
    lines = (SAMPLE / name).read_text("utf-8").splitlines()
    return [
        f"{label} {text}: {line}"
        for line in lines
        for label, text in expected
        if text in line and _times(read(line), label, text) < line.count(text)
    ]


def _times(said: Marks, label: str, text: str) -> int:
    """How often a name is found, by itself or as part of a longer one of its kind ("DfE Safety Valve")."""
    return sum(text in one for kind, one in said if kind == label)


@pytest.mark.parametrize(("name", "expected"), [("draft.txt", NAMED), ("final.txt", (*NAMED, *ONLY_IN_FINAL))])
def test_names_of_the_sample(name: str, expected: tuple[tuple[str, str], ...]) -> None:
    """Patterns alone find each with its bounds; with statistics beside them none is lost."""
    text = (SAMPLE / name).read_text("utf-8")
    assert all(one in text for _, one in expected)
    assert not _missing(found_in, name, expected)
    assert not _missing(_by_pipeline(), name, expected)
