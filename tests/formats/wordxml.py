"""The parts of a Word document for which python-docx has no words: numberings, footnotes, fields, boxes, controls."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from .counting import level_of
from .inline import Words
from .source import Source

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_TWIPS_PER_CM = 567
# Word draws its bullets with fonts of symbols; the characters lie in the private area of Unicode.
_BULLETS = {"•": ("\uf0b7", "Symbol"), "o": ("o", "Courier New"), "▪": ("\uf0a7", "Wingdings"), "–": ("–", "")}
_CHARACTERS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\u2011": "<w:noBreakHyphen/>", "\u00ad": "<w:softHyphen/>"}
_SHAPES = (
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
)


def text_xml(text: str) -> str:
    """The words of a run: tabs, line breaks and special hyphens are elements of their own."""
    xml, plain = "", ""
    for character in text:
        if character in _CHARACTERS:
            xml += _plain_xml(plain) + _CHARACTERS[character]
            plain = ""
        else:
            plain += character
    return xml + _plain_xml(plain)


def _plain_xml(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""


def run_xml(words: Words, *, is_bold: bool = False) -> str:
    """A run with its look."""
    looks = words.look + "b" * is_bold
    props = "".join(
        xml
        for look, xml in (
            ("b", "<w:b/>"),
            ("i", "<w:i/>"),
            ("s", "<w:strike/>"),
            ("u", '<w:u w:val="single"/>'),
            ("r", '<w:vertAlign w:val="superscript"/>'),
        )
        if look in looks
    )
    return f"<w:r>{f'<w:rPr>{props}</w:rPr>' if props else ''}{text_xml(words.text)}</w:r>"


def field_xml(code: str, shown: Words) -> str:
    """A field with the words it showed when the document was saved."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run_xml(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def note_xml(number: int) -> str:
    """The mark of a footnote in the text."""
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def control_xml(inner: str, title: str) -> str:
    """A content control around runs or paragraphs."""
    return f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(title)}/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def elements(xml: str, around: str = "w:p") -> list[Any]:
    """The elements that a piece of XML makes, to be put into a paragraph or a body."""
    return list(parse_xml(f"<{around} {nsdecls('w')} {_SHAPES}>{xml}</{around}>"))


def box_xml(paragraphs: str) -> str:
    """A text box as Word writes it: once as a shape, and once more for programs that know no shapes."""
    content = f"<w:txbxContent>{paragraphs}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="45720" distB="45720" distL="114300" distR="114300" simplePos="0" relativeHeight="2" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>240000</wp:posOffset></wp:positionV>'
        '<wp:extent cx="5400000" cy="1000000"/><wp:wrapTopAndBottom/><wp:docPr id="7" name="Text Box 7"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="1000000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/>'
        f"</a:solidFill></a:ln></wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr><a:spAutoFit/></wps:bodyPr>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        '<v:rect id="Box7" style="width:425pt;height:79pt"><v:textbox>'
        f"{content}</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def numbering_xml(source: Source) -> tuple[str, dict[str, int]]:
    """The numberings of a document, and the number of each list's first instance."""
    xml = f"<w:numbering {nsdecls('w')}>"
    ids = {name: place for place, name in enumerate(source.lists, 1)}
    for name, place in ids.items():
        xml += f'<w:abstractNum w:abstractNumId="{place}"><w:multiLevelType w:val="multilevel"/>'
        xml += "".join(_level_xml(source, name, depth) for depth in range(1, len(source.lists[name]) + 1))
        xml += "</w:abstractNum>"
    xml += "".join(f'<w:num w:numId="{place}"><w:abstractNumId w:val="{place}"/></w:num>' for place in ids.values())
    return xml + "</w:numbering>", ids


def restart_xml(abstract: int, instance: int, depth: int) -> str:
    """An instance of a numbering that starts again at one."""
    return (
        f'<w:num {nsdecls("w")} w:numId="{instance}"><w:abstractNumId w:val="{abstract}"/>'
        f'<w:lvlOverride w:ilvl="{depth - 1}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )


def _level_xml(source: Source, name: str, depth: int) -> str:
    level = level_of(source.lists[name][depth - 1], depth)
    text, font = _BULLETS.get(level.text, (level.text, "")) if level.format == "bullet" else (level.text, "")
    is_clause = source.clauses == name
    left, hanging = (1.25 + 1.25 * (level.text[1:3] == "%3"), 1.25) if is_clause else (0.65 + 0.75 * depth, 0.75)
    style = f'<w:pStyle w:val="Heading{depth}"/>' if is_clause and depth <= source.linked else ""
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:hint="default"/></w:rPr>' if font else ""
    return (
        f'<w:lvl w:ilvl="{depth - 1}"><w:start w:val="{source.starts[name] if depth == 1 else 1}"/>'
        f'<w:numFmt w:val="{level.format}"/>{style}<w:lvlText w:val={quoteattr(text)}/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left * _TWIPS_PER_CM:.0f}" w:hanging="{hanging * _TWIPS_PER_CM:.0f}"/></w:pPr>'
        f"{fonts}</w:lvl>"
    )


def add_footnotes(document: Any, notes: list[str]) -> None:  # noqa: ANN401 (python-docx has no types)
    """The part of the package that holds the footnotes."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{element}/></w:r></w:p></w:footnote>'
        for kind, number, element in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    body = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{mark}'
        f"<w:r>{text_xml(' ' + note)}</w:r></w:p></w:footnote>"
        for number, note in enumerate(notes, 1)
    )
    blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes xmlns:w="{_W}">{separators}{body}'
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, f"{blob}</w:footnotes>".encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
