"""The format never makes a finding: nine sets of minutes, each as many programs write them, are the same minutes."""

from __future__ import annotations

from itertools import combinations

import pytest
from formats.laws import (
    NAMES,
    REFERENCE,
    RENDERED,
    all_files,
    bodies_of,
    compare_formats,
    findings,
    formats_of,
    furniture_of,
    heads_of,
    marks_of,
    minutes_of,
    outline_of,
    printed_heads_of,
    printed_marks_of,
    strikes_lost,
    table_heads_of,
    without_hyphens,
    words_of,
)
from formats.plain import write_markdown, write_text
from formats.source import SOURCES, read_source

_FILES = [pytest.param(name, file, id=f"{name}/{file}") for name, file in all_files()]
_OTHERS = [param for param in _FILES if param.values[1] != REFERENCE]
_PAIRS = [
    pytest.param(name, draft, final, id=f"{name}/{draft}~{final}")
    for name in NAMES
    for draft, final in combinations(formats_of(name), 2)
]
_EDITED = [
    pytest.param(name, draft, final, id=f"{name}/{draft}~{final}")
    for name in NAMES
    for draft in ("edited.docx", "edited.pdf", "edited.odt")
    for final in ("writer.html", "writer.rtf", "writer.pdf")
]


@pytest.mark.parametrize("name", NAMES)
def test_files_are_of_their_sources(name: str) -> None:
    """The texts that are kept are those that the sources give now; the other files must have the same words."""
    source = read_source(SOURCES / f"{name}.minutes")
    edited = read_source(SOURCES / f"{name}.minutes", is_edited=True)
    assert (RENDERED / name / "plain.txt").read_text("utf-8") == write_text(source)
    assert (RENDERED / name / "plain.md").read_text("utf-8") == write_markdown(source)
    assert (RENDERED / name / "edited.txt").read_text("utf-8") == write_text(edited)


@pytest.mark.parametrize(("name", "file"), _OTHERS)
@pytest.mark.slow
def test_words_are_the_same_in_every_format(name: str, file: str) -> None:
    """All words of the minutes stand in every file, in the same order; so they are the same in every two.

    A hyphen that stands at the end of a printed line may belong to the word or not: there, words are the same with or
    without it, as they are to the comparison.
    """
    own, reference = words_of(minutes_of(name, file)), words_of(minutes_of(name, REFERENCE))
    if file.endswith(".pdf"):
        own, reference = without_hyphens(own), without_hyphens(reference)
    assert own == reference


@pytest.mark.parametrize(("name", "file"), _OTHERS)
def test_outline_is_the_same_in_every_format(name: str, file: str) -> None:
    """Items, decisions, attendance and the date of the meeting are found alike."""
    assert outline_of(minutes_of(name, file)) == outline_of(minutes_of(name, REFERENCE))


@pytest.mark.parametrize(("name", "file"), _OTHERS)
def test_list_marks_are_the_same_in_every_format(name: str, file: str) -> None:
    """What a program counts or draws before a paragraph is read as it is printed, whatever brackets it prints."""
    assert marks_of(minutes_of(name, file)) == printed_marks_of(name, file)


@pytest.mark.parametrize(("name", "file"), _FILES)
def test_running_heads_are_furniture(name: str, file: str) -> None:
    """Every running head of the source belongs to the page, none stands among the minutes, and nothing else does."""
    minutes, heads = minutes_of(name, file), heads_of(name, file)
    known = {part for head in heads for part in (" ".join(head), *head)}
    found = furniture_of(minutes)
    own = {*furniture_of(minutes_of(name, "plain.txt")), *table_heads_of(name, file)}
    assert [text for text in found if text not in known and text not in own] == []
    assert [text for text in bodies_of(minutes) if text in {" ".join(head) for head in heads}] == []
    printed = [part for head in printed_heads_of(name, file) for part in head]
    assert [part for part in printed if not any(part in text for text in found)] == []


@pytest.mark.parametrize(("name", "draft", "final"), _PAIRS)
@pytest.mark.slow
def test_the_format_never_makes_a_finding(name: str, draft: str, final: str) -> None:
    """Two files of the same minutes, compared: nothing is found but words that one of the formats cannot strike out."""
    assert findings(compare_formats(name, draft, final)) == strikes_lost(name, draft, final)


# A limb and the paragraph below it that went together are one finding.
_NEIGHBOURS = {"school-governors": 1}


@pytest.mark.parametrize("name", NAMES)
def test_every_seeded_edit_is_found_in_texts(name: str) -> None:
    """In plain texts each of the twelve changes leaves a finding: the measure for the other formats is none."""
    found = findings(compare_formats(name, "edited.txt", "plain.txt"))
    assert len(read_source(SOURCES / f"{name}.minutes").edits) == 12
    assert len(found) >= 12 - _NEIGHBOURS.get(name, 0)


@pytest.mark.parametrize(("name", "draft", "final"), _EDITED)
@pytest.mark.slow
def test_seeded_edits_give_the_same_findings_in_every_format(name: str, draft: str, final: str) -> None:
    """An edited document compared with the original of another format has the findings of the texts, and no more."""
    found = findings(compare_formats(name, draft, final))
    assert found == findings(compare_formats(name, "edited.txt", "plain.txt"))
