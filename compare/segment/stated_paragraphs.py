"""The lines of a document whose format states its paragraphs: one line for each, however long, and nothing wrapped.

    [heading 2] 29. Sports ground            a heading, because the format says so …
    [heading 1] Resolved:                    … unless its words can be none, whatever its style
    [bold] 30. Play areas                    a heading by its looks, as in a text
    [list, "(a)"] the grant                  its mark is certain; no neighbour has to confirm it

What the format does not state is found as in a text: typed numbers, titles in bold or capitals, places to sign.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare.segment.furniture import marked_lines
from compare.segment.lines import Line
from compare.segment.marks import Mark, MarkStyle, bullet_mark, number_mark
from compare.segment.markup import MarkupKind, is_tabbed_row
from compare.style.house_style import HouseStyle
from compare.values import Document, Paragraph, SegmentKind

_TEXT_KINDS = {SegmentKind.FURNITURE: MarkupKind.FURNITURE, SegmentKind.TABLE_ROW: MarkupKind.ROW}


def stated_lines(document: Document) -> list[Line]:
    """A line for each paragraph; a line end within one is a blank of it. Cost: linear."""
    text = document.text
    return [
        Line(
            paragraph.span.start,
            paragraph.span.end,
            text[paragraph.span.start : paragraph.span.end].replace("\n", " "),
            paragraph.indent,
            0,
            blank_before=True,
            page_before=False,
            hard_break=True,
            at_margin=False,
            quote=None,
            stated=paragraph,
        )
        for paragraph in document.paragraphs
    ]


def stated_kinds(lines: Sequence[Line]) -> list[MarkupKind]:
    """The kind of every line; cells that tabs keep apart are a row, though the format has no table."""
    return [
        MarkupKind.ROW
        if line.stated and line.stated.kind is SegmentKind.PARAGRAPH and "\t" in line.text and is_tabbed_row(line.text)
        else _TEXT_KINDS.get(line.stated.kind if line.stated else SegmentKind.PARAGRAPH, MarkupKind.TEXT)
        for line in lines
    ]


def stated_furniture(lines: Sequence[Line], style: HouseStyle) -> list[bool]:
    """Which lines belong to the page: those the reader knows, and those that say so by their own words.

    A lone number is a cell of a table here, not the number of a page: the reader knows where pages end.
    """
    by_words = marked_lines(lines, style)
    return [
        said or (line.stated is not None and line.stated.kind is SegmentKind.FURNITURE)
        for said, line in zip(by_words, lines, strict=True)
    ]


def stated_mark(line: Line) -> Mark | None:
    """The mark that the format itself counts or draws."""
    stated = line.stated
    if stated is None or stated.mark is None:
        return None
    printed = line.text[: len(stated.mark)]
    body = len(printed) + 1
    mark = bullet_mark(printed) or number_mark(printed)
    if mark is None or mark.end < len(printed):
        style = MarkStyle.REFERENCE if any(map(str.isdigit, printed)) else MarkStyle.BULLET
        mark = Mark(0, len(printed), body, style, printed.rstrip(".):"), "")
    return mark._replace(start=0, end=len(printed), body=body)


def is_stated(line: Line, kind: SegmentKind) -> bool:
    """Whether the document's format says of a line what it is."""
    return line.stated is not None and line.stated.kind is kind


def stated_level(line: Line) -> int:
    """The level that the format gives a heading or list item; 0 where it gives none."""
    stated: Paragraph | None = line.stated
    return stated.level if stated else 0
