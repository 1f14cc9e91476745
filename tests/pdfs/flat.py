"""Flat OpenDocument from a short notation, for documents whose every paragraph a test knows.

Sheet(width, height, head="PLANNING COMMITTEE", foot="Page {page} of {pages}", first_head="")
Par("**Resolved:** That ~~the plan~~ __a plan__ be noted.[^Minute 12.]", mark="1.", style="numbered")
Table((("7.", "Apologies", "KC"),), widths=(1, 10, 2), is_ruled=True)
Columns(("Cllr Ash", "Cllr Birch"))
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
)
_RUNS = (
    (r"\*\*(.+?)\*\*", "b"),
    (r"__(.+?)__", "u"),
    (r"~~(.+?)~~", "s"),
    (r"//(.+?)//", "i"),
    (r"\^(\w+)\^", "up"),
)


@dataclass(frozen=True)
class Sheet:
    """The page: its size and margins in cm, what it prints at head and foot."""

    width: float = 14.8
    height: float = 21.0
    margin: float = 2.0
    head: str = ""
    foot: str = ""
    first_head: str | None = None  # another head on the first page
    left_head: str | None = None  # another head on even pages
    font: str = "Liberation Serif"
    size: float = 11.0
    gap: float = 0.2  # between paragraphs, in cm
    is_justified: bool = True
    is_hyphenated: bool = False


@dataclass(frozen=True)
class Par:
    """A paragraph. Styles: plain, title, heading, numbered, nested, bullet, quote, centred."""

    words: str
    style: str = "plain"
    mark: str = ""
    starts_page: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of cells; a cell is a paragraph, or several."""

    rows: tuple[tuple[str | tuple[str, ...], ...], ...]
    widths: tuple[int, ...]
    is_ruled: bool = True
    heads: int = 0  # rows that are printed anew on each page


@dataclass(frozen=True)
class Columns:
    """Paragraphs in two columns."""

    words: tuple[str, ...]


Part = Par | Table | Columns


@dataclass(frozen=True)
class Printed:
    """A document: its sheet and its parts."""

    sheet: Sheet
    parts: Sequence[Part] = field(default_factory=tuple)


def plain(words: str) -> str:
    """The words of a paragraph without the notation."""
    words = re.sub(r"\[\^.+?\]", "", words)
    for pattern, _ in _RUNS:
        words = re.sub(pattern, r"\1", words)
    return words


def flat_document(printed: Printed) -> str:
    """A whole document."""
    sheet = printed.sheet
    body = "".join(_part(part, number) for number, part in enumerate(printed.parts))
    tables = "".join(
        _table_styles(part, number) for number, part in enumerate(printed.parts) if isinstance(part, Table)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_NAMES} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:font-face-decls><style:font-face style:name='{sheet.font}' svg:font-family=\"'{sheet.font}'\"/>"
        f"</office:font-face-decls><office:styles>{''.join(_styles(sheet))}</office:styles>"
        f"<office:automatic-styles>{_page_layout(sheet)}{tables}{_COLUMNS}</office:automatic-styles>"
        f"<office:master-styles>{_master(sheet)}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


_COLUMNS = (
    '<style:style style:name="Cols" style:family="section"><style:section-properties>'
    '<style:columns fo:column-count="2" fo:column-gap="1cm"/></style:section-properties></style:style>'
)


def _styles(sheet: Sheet) -> Iterator[str]:
    align = "justify" if sheet.is_justified else "start"
    hyphens = str(sheet.is_hyphenated).lower()
    yield (
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"/>'
        f'<style:text-properties style:font-name="{sheet.font}" fo:font-size="{sheet.size}pt" fo:language="en" '
        f'fo:country="GB" fo:hyphenate="{hyphens}" fo:hyphenation-remain-char-count="2" '
        'fo:hyphenation-push-char-count="2"/></style:default-style>'
    )
    hang = 'fo:margin-left="{0}cm" fo:text-indent="-{1}cm"'
    looks = {
        "plain": (f'fo:text-align="{align}"', ""),
        "title": ('fo:text-align="center"', 'fo:font-size="16pt" fo:font-weight="bold"'),
        "heading": (hang.format(1, 1), 'fo:font-weight="bold"'),
        "numbered": (f'fo:text-align="{align}" ' + hang.format(1, 1), ""),
        "nested": (f'fo:text-align="{align}" ' + hang.format(2, 1), ""),
        "bullet": (hang.format(1.6, 0.6), ""),
        "quote": (f'fo:text-align="{align}" fo:margin-left="2cm" fo:margin-right="2cm"', ""),
        "centred": ('fo:text-align="center"', ""),
        "cell": ("", ""),
        "foot": ('fo:text-align="center"', 'fo:font-size="9pt"'),
    }
    for name, (paragraph, text) in looks.items():
        gap = 0 if name in ("cell", "foot") else sheet.gap
        tab = {"nested": 2, "bullet": 1.6}.get(name, 1)
        tabs = f'<style:tab-stops><style:tab-stop style:position="{tab}cm"/></style:tab-stops>'
        tabs = tabs if name in ("heading", "numbered", "nested", "bullet") else ""
        yield (
            f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties '
            f'fo:margin-top="0cm" fo:margin-bottom="{gap}cm" {paragraph}>{tabs}</style:paragraph-properties>'
            f"<style:text-properties {text}/></style:style>"
            f'<style:style style:name="{name}-new" style:family="paragraph" style:parent-style-name="{name}">'
            '<style:paragraph-properties fo:break-before="page"/></style:style>'
        )
    for name, look in {
        "b": 'fo:font-weight="bold"',
        "i": 'fo:font-style="italic"',
        "u": 'style:text-underline-style="solid" style:text-underline-width="auto"',
        "s": 'style:text-line-through-style="solid" style:text-line-through-type="single"',
        "up": 'style:text-position="super 58%"',
    }.items():
        yield f'<style:style style:name="{name}" style:family="text"><style:text-properties {look}/></style:style>'
    yield (
        '<style:style style:name="note" style:family="paragraph"><style:text-properties fo:font-size="8.5pt"/>'
        '</style:style><text:notes-configuration text:note-class="footnote" text:default-style-name="note" '
        'text:start-numbering-at="document"/>'
    )


def _page_layout(sheet: Sheet) -> str:
    return (
        f'<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="{sheet.width}cm" '
        f'fo:page-height="{sheet.height}cm" fo:margin-left="{sheet.margin}cm" fo:margin-right="{sheet.margin}cm" '
        f'fo:margin-top="{sheet.margin / 2}cm" fo:margin-bottom="{sheet.margin / 2}cm"/>'
        '<style:header-style><style:header-footer-properties fo:min-height="0.5cm" fo:margin-bottom="0.6cm"/>'
        '</style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.5cm" '
        'fo:margin-top="0.6cm"/></style:footer-style></style:page-layout>'
    )


def _master(sheet: Sheet) -> str:
    def holds(tag: str, words: str | None) -> str:
        return (
            ""
            if words is None
            else f'<style:{tag}><text:p text:style-name="foot">{_runs(words)}</text:p></style:{tag}>'
        )

    return (
        '<style:master-page style:name="Standard" style:page-layout-name="page">'
        + holds("header", sheet.head or None)
        + holds("header-left", sheet.left_head)
        + holds("header-first", sheet.first_head)
        + holds("footer", sheet.foot or None)
        + "</style:master-page>"
    )


def _part(part: Part, number: int) -> str:
    if isinstance(part, Par):
        style = part.style + "-new" * part.starts_page
        mark = f"{escape(part.mark)}<text:tab/>" if part.mark else ""
        return f'<text:p text:style-name="{style}">{mark}{_runs(part.words)}</text:p>'
    if isinstance(part, Columns):
        inner = "".join(f'<text:p text:style-name="cell">{_runs(words)}</text:p>' for words in part.words)
        return f'<text:section text:style-name="Cols" text:name="C{number}">{inner}</text:section>'
    columns = "".join(
        f'<table:table-column table:style-name="T{number}.{place}"/>' for place in range(len(part.widths))
    )
    rows = [f"<table:table-row>{''.join(_cell(cell, number) for cell in row)}</table:table-row>" for row in part.rows]
    heads = f"<table:table-header-rows>{''.join(rows[: part.heads])}</table:table-header-rows>" if part.heads else ""
    return (
        f'<table:table table:name="T{number}" table:style-name="T{number}">{columns}{heads}'
        f"{''.join(rows[part.heads :])}</table:table>"
    )


def _cell(cell: str | tuple[str, ...], number: int) -> str:
    paragraphs = (cell,) if isinstance(cell, str) else cell
    inner = "".join(f'<text:p text:style-name="cell">{_runs(words)}</text:p>' for words in paragraphs)
    return f'<table:table-cell table:style-name="T{number}.cell" office:value-type="string">{inner}</table:table-cell>'


def _table_styles(table: Table, number: int) -> str:
    border = "0.5pt solid #000000" if table.is_ruled else "none"
    columns = "".join(
        f'<style:style style:name="T{number}.{place}" style:family="table-column">'
        f'<style:table-column-properties style:rel-column-width="{width * 1000}*"/></style:style>'
        for place, width in enumerate(table.widths)
    )
    return (
        f'<style:style style:name="T{number}" style:family="table"><style:table-properties table:align="margins"/>'
        f'</style:style>{columns}<style:style style:name="T{number}.cell" style:family="table-cell">'
        f'<style:table-cell-properties fo:padding="0.1cm" fo:border="{border}"/></style:style>'
    )


def _runs(words: str) -> str:
    text = escape(words)
    text = re.sub(r"\[\^(.+?)\]", _note, text)
    for pattern, style in _RUNS:
        text = re.sub(pattern, rf'<text:span text:style-name="{style}">\1</text:span>', text)
    text = text.replace("{page}", "<text:page-number/>").replace("{pages}", "<text:page-count/>")
    return text.replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")


def _note(match: re.Match[str]) -> str:
    return (
        '<text:note text:note-class="footnote"><text:note-citation/><text:note-body>'
        f'<text:p text:style-name="note">{match.group(1)}</text:p></text:note-body></text:note>'
    )
