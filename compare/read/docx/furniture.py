"""What the pages of a Word document print around its text: headers, footers, watermarks.

three sections with one header               its words once
a header for first pages, not switched on    not printed, not read
"Page 2 of 9"                                as Word worked it out last
DRAFT across the page                        a shape in the header: its word
"""

from __future__ import annotations

from collections.abc import Iterator

from compare.read.common.extract import Entry, Run
from compare.read.docx.blocks import BlockReader, Row
from compare.read.docx.names import Element, R, W, is_on
from compare.read.docx.package import Package
from compare.read.docx.text_part import Story
from compare.values import SegmentKind


def read_furniture(package: Package, story: Story) -> Iterator[Entry]:
    """The paragraphs of the headers, then of the footers, that are printed; each different text once."""
    seen = set[tuple[str, str]]()
    for name in ("header", "footer"):
        for root in _printed(package, name):
            story.tallies.count_formatting(root)
            found: list[Entry | Row] = []
            BlockReader(story.of_part(root), found.append).read(root)
            for runs, mark in (line for block in found for line in _lines(block)):
                key = mark, "".join(run.text for run in runs).strip()
                if key not in seen:
                    seen.add(key)
                    yield Entry(runs, SegmentKind.FURNITURE, mark)


def _printed(package: Package, name: str) -> Iterator[Element]:
    """The headers or footers that some page has, in the order of the sections, each once."""
    has_even = is_on(package.named.get("settings"), "evenAndOddHeaders")
    known: dict[str, str | None] = {}
    printed: dict[str, None] = {}
    for section in package.sections:
        known |= {
            link.get(f"{W}type", "default"): link.get(f"{R}id") for link in section.iterchildren(f"{W}{name}Reference")
        }
        kinds = ("first" if is_on(section, "titlePg") else "", "default", "even" if has_even else "")
        printed |= dict.fromkeys(link for kind in kinds if (link := known.get(kind)) is not None)
    passed: list[Element] = []
    for link in printed:
        root = package.linked.get(link)
        if root is not None and not any(root is other for other in passed):
            passed.append(root)
            yield root


def _lines(block: Entry | Row) -> Iterator[tuple[list[Run], str]]:
    """The runs and the mark of a paragraph; those of a row on one line."""
    if isinstance(block, Entry):
        yield list(block.runs), block.mark
        return
    runs: list[Run] = []
    for cell in block.cells:
        for inner in cell:
            for line, mark in _lines(inner):
                runs += [*([Run("\t")] if runs else []), *([Run(f"{mark} ")] if mark else []), *line]
    yield runs, ""
