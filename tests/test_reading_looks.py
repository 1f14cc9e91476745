"""However the minutes are printed, they are the minutes: the nine house styles in the looks that bodies give them.

`formats/printing.py` prints a source as Word does, in text objects that cut words and numbers, with hanging indents of
1 cm; here each look is compared with the plain text and with the Word file of the same source.
"""

from __future__ import annotations

import re
from functools import cache

import pytest
from formats.laws import NAMES, REFERENCE, compare_formats, findings, minutes_of, strikes_lost, without_hyphens
from formats.printing import Look, print_source
from formats.source import SOURCES, read_source
from pdfs.drawn import compared
from pdfs.drawn import minutes_of as minutes_of_bytes

from compare.text.tokens import wording_key
from compare.values import Minutes, SegmentKind

LOOKS = {
    "word": Look(),
    "arial 12": Look(size=12, hang=35.4),
    "tables without lines": Look(has_lines=False),
    "cells in the middle": Look(has_lines=False, is_middle=True),
    "leaders": Look(has_leaders=True),
    "a page an item": Look(is_page_an_item=True),
    "page number close": Look(has_heads=False, number_gap=2),
    "every line numbered": Look(numbers_every=1),
    "every fifth line numbered": Look(numbers_every=5),
    "watermark": Look(has_watermark=True),
    "wide": Look(margin=54, after=3, size=10, has_lines=True, is_middle=True),
    "narrow": Look(margin=110, after=9, has_heads=False),
}
# A page of tables has one line number in all: a "5" beside the text that nothing shows to count lines.
_OPEN = ("school-governors", "every fifth line numbered")
CASES = [pytest.param(name, look, id=f"{name}/{look}") for name in NAMES for look in LOOKS if (name, look) != _OPEN]


@cache
def looking(name: str, look: str) -> Minutes:
    """The minutes printed in a look, read."""
    return minutes_of_bytes(print_source(read_source(SOURCES / f"{name}.minutes"), LOOKS[look]))


def printed_words(minutes: Minutes) -> list[str]:
    """The words of the minutes in order, marks and all, without inner hyphens, bullets and what the page prints."""
    text = minutes.document.text
    spans = [
        span
        for segment in minutes.segments
        if segment.kind is not SegmentKind.FURNITURE
        for span in (segment.mark, *segment.pieces)
        if span
    ]
    words = " ".join(without_hyphens(wording_key(text[span.start : span.end])) for span in spans)
    return [word for word in re.findall(r"\w+", words) if word != "o"]


@pytest.mark.parametrize(("name", "look"), CASES)
@pytest.mark.slow
def test_a_look_never_makes_a_finding(name: str, look: str) -> None:
    """The printed minutes, the plain text and the Word file are the same minutes."""
    file = looking(name, look)
    assert findings(compared(minutes_of(name, "plain.txt"), file)) == strikes_lost(name, "plain.txt", "writer.pdf")
    assert findings(compared(file, minutes_of(name, REFERENCE))) == []


@pytest.mark.parametrize(("name", "look"), CASES)
@pytest.mark.slow
def test_a_look_changes_no_word(name: str, look: str) -> None:
    """All words of the minutes, and no others, are read in their order; none of them is taken for furniture."""
    assert printed_words(looking(name, look)) == printed_words(minutes_of(name, REFERENCE))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("draft", "final"), [("word", "wide"), ("a page an item", "narrow"), ("narrow", "arial 12")])
@pytest.mark.slow
def test_two_looks_are_the_same_minutes(name: str, draft: str, final: str) -> None:
    """Two prints of one source, wrapped and paged otherwise, have no finding."""
    assert findings(compared(looking(name, draft), looking(name, final))) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.slow
def test_changes_are_found_through_every_look(name: str) -> None:
    """The twelve seeded changes of a source are found in two printed looks as they are found in texts."""
    edited = read_source(SOURCES / f"{name}.minutes", is_edited=True)
    texts = {finding[:3] for finding in findings(compare_formats(name, "edited.txt", "plain.txt"))}
    for look in ("word", "tables without lines"):
        draft = minutes_of_bytes(print_source(edited, LOOKS[look]))
        assert texts <= {finding[:3] for finding in findings(compared(draft, looking(name, look)))}
