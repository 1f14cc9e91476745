"""The styles of a Word document: python-docx's template, thinned out and set as the minutes are printed."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from .source import Source

_KEPT_STYLES = {
    "normal",
    "title",
    "heading 1",
    "heading 2",
    "heading 3",
    "list paragraph",
    "table grid",
    "normal table",
}
_KEPT_STYLES |= {"header", "footer", "default paragraph font", "no list"}
_DROPPED_PARTS = ("/thumbnail", "/stylesWithEffects", "/customXml")
# Cm on each side of A4, as Word has it.
_MARGIN = "2.54"
# Points below a paragraph.
_AFTER = "6"


def take_out_extras(document: Any) -> None:  # noqa: ANN401 (python-docx has no types)
    """Leaves of python-docx's template what the minutes use: a tenth of it."""
    _drop_styles(document)
    _drop_parts(document)


def _drop_styles(document: Any) -> None:  # noqa: ANN401
    """Takes out the styles of python-docx's template that no minutes use: nine tenths of the file."""
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        name = style.find(qn("w:name")).get(qn("w:val"))
        if name.lower() not in _KEPT_STYLES:
            styles.remove(style)
        else:
            for link in (*style.findall(qn("w:link")), *style.findall(qn("w:next"))):
                style.remove(link)


def _drop_parts(document: Any) -> None:  # noqa: ANN401
    """Takes out what the template carries beside the document: a picture of it, styles for old programs."""
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_DROPPED_PARTS)]:
            del rels[key]


def set_page(section: Any, page: dict[str, str]) -> None:  # noqa: ANN401
    """A4 with margins."""
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    margin = Cm(float(page.get("margin", _MARGIN)))
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin


def set_styles(document: Any, source: Source) -> None:  # noqa: ANN401
    """Fonts, sizes and distances."""
    page = source.page
    font, _, size = page["font"].rpartition(" ")
    head_sizes = [float(one) for one in page.get("heads", f"{size} {size}").split()]
    _set_style(document.styles["Normal"], font, float(size), after=float(page.get("after", _AFTER)))
    _set_style(document.styles["Title"], font, float(page.get("title", "16")), is_bold=True, after=6)
    for level, head_size in enumerate(head_sizes, 1):
        style = document.styles[f"Heading {level}"]
        _set_style(style, font, head_size, is_bold=True, after=4)
        style.paragraph_format.space_before = Pt(10)
    document.styles["List Paragraph"].paragraph_format.space_after = Pt(float(page.get("after", _AFTER)) / 2)
    _set_apparatus(document, page, font, float(size))


def _set_apparatus(document: Any, page: dict[str, str], font: str, size: float) -> None:  # noqa: ANN401
    """The styles of running heads and notes."""
    width = 21 - 2 * float(page.get("margin", _MARGIN))
    for name in ("Header", "Footer"):
        style = document.styles[name]
        _set_style(style, font, size, after=0)
        style.paragraph_format.tab_stops.clear_all()
        style.paragraph_format.tab_stops.add_tab_stop(Cm(width / 2), WD_TAB_ALIGNMENT.CENTER)
        style.paragraph_format.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)
    note = document.styles.add_style("FootnoteText", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style = document.styles["Normal"]
    note.font.size = Pt(size - 2)
    document.styles.add_style("FootnoteReference", WD_STYLE_TYPE.CHARACTER).font.superscript = True


def count_headings(document: Any, source: Source, lists: dict[str, int]) -> None:  # noqa: ANN401
    """Lets the styles of headings count the clauses; from the second level on they are set like paragraphs."""
    font, _, size = source.page["font"].rpartition(" ")
    for level in range(1, source.linked + 1):
        style = document.styles[f"Heading {level}"]
        if level > 1:
            _set_style(style, font, float(size), is_bold=False, after=float(source.page.get("after", _AFTER)))
            style.paragraph_format.keep_with_next = style.paragraph_format.keep_together = False
        numbers = style.element.get_or_add_pPr().get_or_add_numPr()
        numbers.get_or_add_ilvl().val = level - 1
        numbers.get_or_add_numId().val = lists[source.clauses]


def _set_style(style: Any, font: str, size: float, *, is_bold: bool | None = None, after: float) -> None:  # noqa: ANN401
    style.font.name, style.font.size, style.font.bold = font, Pt(size), is_bold
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().rFonts
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), font)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.line_spacing = 1.0
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)
