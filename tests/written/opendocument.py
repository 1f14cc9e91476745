"""An OpenDocument text in one file, from pieces of XML.

flat(p("Minutes"), numbered("L", "That the fence be mended.", "That the gate be painted."), styles=list_style("L", "1"))
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_PATHS = {
    "office": "office",
    "text": "text",
    "style": "style",
    "table": "table",
    "draw": "drawing",
    "fo": "xsl-fo-compatible",
    "svg": "svg-compatible",
    "form": "form",
    "meta": "meta",
}
_SPACES = " ".join(
    [
        *(f'xmlns:{name}="{_OASIS}:{path}:1.0"' for name, path in _PATHS.items()),
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
        'xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"',
    ]
)


def flat(*body: str, styles: str = "", common: str = "", head: str = "", foot: str = "", changes: str = "") -> bytes:
    """A text of these paragraphs, lists and tables; `head` and `foot` are the words of its running heads."""
    running = (f"<style:header>{p(head)}</style:header>" if head else "") + (
        f"<style:footer>{p(foot)}</style:footer>" if foot else ""
    )
    tracked = f"<text:tracked-changes>{changes}</text:tracked-changes>" if changes else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f'<office:styles><style:style style:name="Standard" style:family="paragraph"/>{common}</office:styles>'
        '<office:automatic-styles><style:page-layout style:name="A4"/>'
        f"{styles}</office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">'
        f"{running}</style:master-page></office:master-styles>"
        f"<office:body><office:text>{tracked}{''.join(body)}</office:text></office:body></office:document>"
    ).encode()


def p(content: str, style: str = "Standard") -> str:
    """A paragraph of words, or of XML."""
    inner = content if "<" in content else escape(content)
    return f"<text:p text:style-name={quoteattr(style)}>{inner}</text:p>"


def heading(content: str, level: int = 1) -> str:
    """A heading."""
    return f'<text:h text:style-name="Standard" text:outline-level="{level}">{content}</text:h>'


def list_style(name: str, number_format: str, prefix: str = "", suffix: str = "", more: str = "") -> str:
    """A style of lists of one level."""
    return (
        f'<text:list-style style:name="{name}"><text:list-level-style-number text:level="1" '
        f'style:num-format="{number_format}" style:num-prefix={quoteattr(prefix)} style:num-suffix={quoteattr(suffix)} '
        f"{more}/></text:list-style>"
    )


def item(content: str, more: str = "") -> str:
    """An item of a list, of words or of paragraphs."""
    inner = content if content.startswith(("<text:p", "<text:list")) else p(content)
    return f"<text:list-item {more}>{inner}</text:list-item>"


def numbered(style: str, *items: str, more: str = "") -> str:
    """A list in a style, of words or of items."""
    inner = "".join(one if one.startswith("<text:list-item") else item(one) for one in items)
    return f'<text:list text:style-name="{style}" {more}>{inner}</text:list>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells, each of words or of paragraphs."""
    cells = (
        "".join(
            f"<table:table-cell>{cell if cell.startswith('<text:') else p(cell)}</table:table-cell>" for cell in row
        )
        for row in rows
    )
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    inner = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    return f'<table:table table:name="T">{columns}{inner}</table:table>'


def change(number: int, kind: str, removed: str = "") -> str:
    """What is known of a tracked change: "insertion", or "deletion" of these paragraphs or lists."""
    who = "<dc:creator>A. Clerk</dc:creator><dc:date>2023-05-09T10:00:00</dc:date>"
    who = f"<office:change-info>{who}</office:change-info>"
    return f'<text:changed-region text:id="ct{number}"><text:{kind}>{who}{removed}</text:{kind}></text:changed-region>'


def deleted(number: int) -> str:
    """The place of a deletion."""
    return f'<text:change text:change-id="ct{number}"/>'


def inserted(number: int, content: str) -> str:
    """Words that were put in."""
    return f'<text:change-start text:change-id="ct{number}"/>{content}<text:change-end text:change-id="ct{number}"/>'
