"""Tests of the dumps: aligned lines, one for each segment, item, resolution or pair, and nothing in them obeyed."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from compare import Comparison
from compare.pipeline import read_minutes
from compare.read import document_from_text
from compare.report.dump import dump_alignment, dump_outline, dump_segments
from compare.style.house_style import default_house_style
from compare.values import Minutes

MINUTES = """# ASH PARISH COUNCIL

Minutes of the meeting held on 6 May 2021.

1. Rents

The rents had been reviewed in the spring.

**Resolved:**

1. That the rents be kept.

2. That the tenants be thanked.
"""


def _minutes(text: str) -> Minutes:
    return read_minutes(document_from_text(text, "draft.txt"), default_house_style())


def test_segments_golden(check_golden: Callable[[str, str], None]) -> None:
    """One line a segment: number, kind with its level, role, item, characters, place, first words."""
    check_golden("dump-segments.txt", dump_segments(_minutes(MINUTES)))


def test_outline_golden(check_golden: Callable[[str, str], None]) -> None:
    """What is known of the whole document, then its items and resolutions with their header and limbs."""
    check_golden("dump-outline.txt", dump_outline(_minutes(MINUTES)))


def test_alignment_golden(comparison: Comparison, check_golden: Callable[[str, str], None]) -> None:
    """The scope, then one line a pair, with the numbers of its segments on each side."""
    check_golden("dump-alignment.txt", dump_alignment(comparison))


def test_a_document_is_shown_and_not_obeyed() -> None:
    """Escape sequences, marks of direction and odd line ends stay one escaped line; long texts are cut."""
    words = "\x1b[2J\u202e\u2028 and very much more of the same" * 40
    minutes = _minutes(MINUTES.replace("The rents had", words).replace("1. Rents", f"1. {words}"))
    minutes = dataclasses.replace(minutes, document=dataclasses.replace(minutes.document, name=words))
    for dump in (dump_segments(minutes), dump_outline(minutes)):
        assert "\\x1b[2J" in dump
        assert dump.replace("\n", "").isprintable()
        assert max(map(len, dump.splitlines())) < 200


def test_one_line_a_segment() -> None:
    """Each segment has its line, under headings of the same columns."""
    minutes = _minutes(MINUTES)
    title, headings, *lines = dump_segments(minutes).splitlines()
    assert title == f"draft.txt (text): segments {len(minutes.segments)}"
    assert [line.split()[0] for line in lines] == [str(number) for number in range(1, len(minutes.segments) + 1)]
    assert {line[headings.index("words") - 1] for line in lines} == {" "}
