"""Furniture is innocent: whatever line of the minutes is changed, in whatever two formats, a finding names the word.

source       The motion was carried by 3 votes to 1        any word of any line that is body
draft        writer.pdf, chromium.pdf, writer.odt …         as any program wrote the minutes
final        The motion was wharf by 3 votes to 1           as a PDF, a Word file, a text: a finding says "wharf"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from formats.inline import Words, read_words
from formats.laws import NAMES, formats_of, minutes_of
from formats.plain import write_markdown, write_text
from formats.printing import Look, print_source
from formats.source import SOURCES, Block, Box, Cell, Control, Para, Source, Table, read_source
from formats.word import write_word
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfs.drawn import compared
from pdfs.drawn import minutes_of as minutes_of_bytes

from compare.values import Minutes, Severity

LOOKS = {
    "word.pdf": Look(),
    "bare.pdf": Look(has_heads=False, number_gap=2),
    "item.pdf": Look(is_page_an_item=True),
    "foot.pdf": Look(is_page_an_item=True, sunk=2),
    "rows.pdf": Look(has_lines=False, has_heads=False, size=10),
    "watermark.pdf": Look(has_watermark=True, size=12),
}
WRITTEN = (*LOOKS, "plain.txt", "plain.md", "own.docx")
_WORD = re.compile(r"[^\W\d_]{2,}|\d+")
# The tenth set of minutes: one application a page, every page alike.
LICENSING = "licensing"
PREMISES = (
    ("The Anchor, Quay Street", "Mr Tobias Farrell", "midnight", "5 for, 2 against", "Granted"),
    ("Harbour Stores, Mill Lane", "Mrs Ines Okoro", "10.30 pm", "6 for, 1 against", "Granted"),
    ("The Net Loft, West Pier", "Combe Players", "11.00 pm", "5 for, 2 against", "Granted"),
    ("Station Buffet, Hill Road", "Ms Greta Lindqvist", "9.00 pm", "3 for, 4 against", "Refused"),
    ("The Ropewalk, Chapel Row", "Messrs Dunn & Hale", "1.00 am", "6 for, 1 against", "Granted"),
)
# The beginning of words, and the first of numbers, that no source has.
_OTHER_WORD, _OTHER_NUMBER = "wharfy", 8647


class Place(NamedTuple):
    """A word of a source: the number of its text among all texts, and where it stands in it."""

    text: int
    start: int
    end: int


@cache
def source_of(name: str) -> Source:
    """A source, read once."""
    return _licensing() if name == LICENSING else read_source(SOURCES / f"{name}.minutes")


def _licensing() -> Source:
    """Minutes of a licensing panel: under each application the same lines, filled in."""
    rows = [("title", "COMBE LICENSING PANEL"), ("centre", "Minutes of the meeting held on 4 May 2023 at 2.00 pm")]
    for number, (place, applicant, hours, votes, outcome) in enumerate(PREMISES):
        rows += [
            ("para", f"**Application 2{number}/043{number}/LIC – {place}**"),
            ("para", f"Applicant: {applicant}"),
            ("para", f"Hours asked for: until {hours}"),
            ("para", "The officer described the premises and said what the neighbours and the police had written."),
            ("para", "The applicant was heard and answered questions. The panel withdrew, and came back."),
            ("para", f"Votes: {votes}"),
            ("para", outcome),
        ]
    page = {"about": "Licensing Panel", "saved": "2023-05-05T10:00:00", "font": "Arial 11", "title": "14", "after": "6"}
    page |= {"header": "Combe Town Council – Licensing Panel", "footer": "{tab}Page {page} of {pages}"}
    paras = tuple(Para(kind, tuple(read_words(words))) for kind, words in rows)
    return Source(LICENSING, page, {}, paras)


@cache
def places_of(name: str) -> tuple[Place, ...]:
    """Every word of the body of a source: headings, paragraphs, cells, notes; none struck out, no mark alone."""
    return tuple(
        Place(number, word.start(), word.end())
        for number, (words, look) in enumerate(_texts(source_of(name).blocks))
        if "s" not in look and re.search(r"[^\W\d]", words)
        for word in _WORD.finditer(words)
    )


def changed(name: str, places: Sequence[Place]) -> tuple[Source, list[str]]:
    """The source with other words at some places, one in a text, and those words: each has its own."""
    by_text = {place.text: place for place in places}
    counted = count()
    said: list[str] = []

    def change(para: Para) -> Para:
        return replace(para, words=tuple(change_words(words, by_text.get(next(counted))) for words in para.words))

    def change_words(words: Words, place: Place | None) -> Words:
        if place is None:
            return words
        old = words.text[place.start : place.end]
        new = str(_OTHER_NUMBER + len(said)) if old.isdigit() else _OTHER_WORD + chr(ord("a") + len(said) % 26)
        said.append(new.title() if old[0].isupper() else new)
        return words._replace(text=words.text[: place.start] + said[-1] + words.text[place.end :])

    def change_row(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(replace(cell, paras=tuple(map(change, cell.paras))) for cell in row)

    blocks: list[Block] = []
    for block in source_of(name).blocks:
        if isinstance(block, Para):
            blocks.append(change(block))
        elif isinstance(block, Box | Control):
            blocks.append(replace(block, paras=tuple(map(change, block.paras))))
        elif isinstance(block, Table):
            blocks.append(replace(block, rows=tuple(map(change_row, block.rows))))
        else:
            blocks.append(block)
    return replace(source_of(name), blocks=tuple(blocks)), said


def _texts(blocks: tuple[Block, ...]) -> Iterator[tuple[str, str]]:
    """The texts of all pieces of words, in the order of `changed`, each with its look."""
    for block in blocks:
        if isinstance(block, Para):
            yield from ((words.text, words.look) for words in block.words)
        elif isinstance(block, Box | Control):
            yield from _texts(block.paras)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from _texts(cell.paras)


def written(source: Source, kind: str) -> Minutes:
    """The minutes as one of our own writers writes them, read."""
    if kind in LOOKS:
        return minutes_of_bytes(print_source(source, LOOKS[kind]))
    if kind == "own.docx":
        with TemporaryDirectory() as folder:
            path = Path(folder) / kind
            write_word(source, path)
            return minutes_of_bytes(path.read_bytes(), kind)
    write = write_markdown if kind.endswith(".md") else write_text
    return minutes_of_bytes(write(source).encode(), kind)


@cache
def as_it_is(name: str, kind: str) -> Minutes:
    """The unchanged minutes, as another program wrote them or as we do."""
    is_own = kind in LOOKS or name == LICENSING
    return written(source_of(name), kind) if is_own else minutes_of(name, kind)


def unnamed(said: Sequence[str], draft: Minutes, final: Minutes) -> list[str]:
    """Which of these words no finding from minor up has on its final's side, or, exchanged, none on its draft's.

    A mark such as CONFIRMED weighs less in the draft: there, any finding will do.
    """
    there = [one.final for one in compared(draft, final).findings if one.severity.rank <= Severity.MINOR.rank]
    back = [one.draft for one in compared(final, draft).findings]
    named, named_back = (" ".join(side.text for side in sides if side) for sides in (there, back))
    return [word for word in said if word not in named or word not in named_back]


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, Place, str, str]:
    """A set of minutes, a word of it, the format of the draft and that of the changed final."""
    name = draw(st.sampled_from((*NAMES, LICENSING, LICENSING, LICENSING)))
    place = draw(st.sampled_from(places_of(name)))
    drafts = WRITTEN if name == LICENSING else (*formats_of(name), *LOOKS)
    return name, place, draw(st.sampled_from(drafts)), draw(st.sampled_from(WRITTEN))


@given(cases())
@settings(max_examples=40, deadline=None)
@pytest.mark.slow
def test_furniture_is_innocent(case: tuple[str, Place, str, str]) -> None:
    """Any word of the body, changed in the final, is named by a finding, whatever the two formats; and so exchanged."""
    name, place, draft, final = case
    source, said = changed(name, [place])
    assert unnamed(said, as_it_is(name, draft), written(source, final)) == []


@pytest.mark.parametrize("name", [*NAMES, LICENSING])
@pytest.mark.slow
def test_every_line_of_the_body_is_compared_in_print(name: str) -> None:
    """The longest word of each paragraph, cell and item, changed in every sixth of them at a time, is named."""
    longest: dict[int, Place] = {}
    for place in places_of(name):
        known = longest.get(place.text)
        if known is None or place.end - place.start > known.end - known.start:
            longest[place.text] = place
    lines = list(longest.values())
    missing = []
    for first in range(6):
        source, said = changed(name, lines[first::6])
        missing += unnamed(said, as_it_is(name, "word.pdf"), written(source, "word.pdf"))
    assert missing == []


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.slow
def test_every_line_of_a_page_an_application_is_compared(look: str) -> None:
    """Where every page is alike, each of its lines is compared all the same: one after the other, on one page alone."""
    per_page = 7
    last = {_para_of(place): place for place in places_of(LICENSING)}
    missing = []
    for place in [last[para] for para in range(2 + per_page * 2, 2 + per_page * 3)]:
        source, said = changed(LICENSING, [place])
        missing += unnamed(said, as_it_is(LICENSING, look), written(source, look))
    assert missing == []


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("other", ["plain.txt", "own.docx", "item.pdf"])
@pytest.mark.slow
def test_a_page_an_application_has_no_finding_in_any_format(look: str, other: str) -> None:
    """The minutes of applications printed page by page are those of the text and of the Word file."""
    found = compared(as_it_is(LICENSING, look), as_it_is(LICENSING, other)).findings
    assert [one.reason for one in found if one.severity.rank <= Severity.MINOR.rank] == []


@pytest.mark.parametrize("kind", ["word.pdf", "foot.pdf", "plain.txt", "own.docx"])
@pytest.mark.parametrize("other", ["/variation", "/LI C"])
def test_the_reference_of_an_item_is_compared_to_its_end(kind: str, other: str) -> None:
    """Whatever the end of "22/0432/LIC" at the head of an item becomes, a number or no number, it is a finding."""
    source = source_of(LICENSING)

    def without_name(block: Block) -> Block:
        if not isinstance(block, Para):
            return block
        words = (one._replace(text=one.text.replace("Application ", "").replace(" –", "")) for one in block.words)
        return replace(block, words=tuple(words))

    def end_otherwise(block: Block) -> Block:
        if not isinstance(block, Para):
            return block
        words = (one._replace(text=one.text.replace("22/0432/LIC", f"22/0432{other}")) for one in block.words)
        return replace(block, words=tuple(words))

    numbered = replace(source, blocks=tuple(map(without_name, source.blocks)))
    final = replace(numbered, blocks=tuple(map(end_otherwise, numbered.blocks)))
    findings = compared(written(numbered, kind), written(final, kind)).findings
    assert any(one.severity.rank <= Severity.MAJOR.rank for one in findings)


def _para_of(place: Place) -> int:
    """Which paragraph of the licensing minutes a word stands in: each but a bold one is one piece of words."""
    sizes = [len(block.words) for block in source_of(LICENSING).blocks if isinstance(block, Para)]
    return next(number for number in range(len(sizes)) if place.text < sum(sizes[: number + 1]))
