"""Word documents that are hostile by their XML: entities, depth, damage, other encodings."""

from __future__ import annotations

from functools import partial

from hostile.case import Case, Trap, lazy
from hostile.markup import DECLARED, nested, with_type
from hostile.packing import pack_parts
from hostile.word import (
    DAMAGED,
    LINKS,
    MAIN,
    NAMES,
    SENTENCE,
    SHOWN,
    TYPE,
    changed,
    document,
    made,
    paragraph,
    parts,
    read,
    refused,
)


def _declared(attack: str, part: str, trap: Trap, **encoding: str) -> bytes:
    others = {"styles": "", "numbering": ""}
    found = parts(paragraph("&x;" * 10), **others)
    xml = found[part].decode()
    root = xml[1:].partition(" ")[0]
    found[part] = with_type(xml, root, DECLARED[attack](trap), **encoding)
    return pack_parts(found)


def _typed(file: str, attack: str, part: str, **encoding: str) -> Case:
    return Case(f"{file}.docx", partial(_declared, attack, part, **encoding), refused=TYPE)


def _including(trap: Trap) -> bytes:
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{trap.secret.as_uri()}" parse="text"/>'
    sheet = f'<?xml-stylesheet type="text/xsl" href="{trap.address}sheet.xsl"?>'
    return changed({MAIN: (sheet + document(paragraph() + paragraph(include))).encode()})


_TABLE = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")
_BOX = (
    "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>",
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
)
_CONTROL = ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")
_CHOICE = ("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>")
_MATHS = ("<m:d><m:e>", "</m:e></m:d>")


def _deep_in_run(opening: str, closing: str, times: int) -> bytes:
    return made(f"<w:p><w:r>{nested(opening, closing, times, f'<w:t>{SENTENCE}</w:t>')}</w:r></w:p>")


def _deep(pair: tuple[str, str], times: int, inside: str = "") -> bytes:
    return made(paragraph() + nested(*pair, times, inside or paragraph("Deep down.")))


def _deep_maths() -> bytes:
    inside = nested(*_MATHS, 1000, "<m:r><m:t>x</m:t></m:r>")
    return made(f"{paragraph()}<w:p><m:oMath>{inside}</m:oMath></w:p>")


def _deep_fields() -> bytes:
    """Every field asks the elements around it, and there are many of both."""
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    return made(paragraph() + f"<w:p>{nested('<w:ins>', '</w:ins>', 240, field * 20_000)}</w:p>")


_SURROGATE = document(paragraph("|")).encode().replace(b"|", b"half: \xed\xa0\x80")

_XML = (
    *(_typed(f"{attack}-in-text", attack, MAIN) for attack in DECLARED),
    *(_typed(f"file-in-{part}", "file", f"word/{part}.xml") for part in ("styles", "numbering")),
    _typed("file-in-links", "file", LINKS),
    _typed("address-in-links-of-the-package", "address", "_rels/.rels"),
    _typed("file-in-utf-16", "file", MAIN, codec="utf-16"),
    _typed("file-behind-comments", "file", MAIN, before="<!-- - -->" * 10_000 + "<?a b?>" * 10_000),
    Case("file-in-utf-7.docx", partial(_declared, "file", MAIN, codec="utf-7"), refused="an encoding that no word"),
    Case("included.docx", _including, shows=(SHOWN,)),
    refused("100000-elements-deep", partial(_deep, ("<w:x>", "</w:x>"), 100_000), DAMAGED),
    refused("not-closed", lambda: changed({MAIN: document(paragraph()).encode()[:-20]}), DAMAGED),
    refused("not-xml", lambda: changed({MAIN: b"The Chair opened the meeting."}), DAMAGED),
    refused("empty-part", lambda: changed({MAIN: b""}), DAMAGED),
    refused("other-root", lambda: changed({MAIN: b"<a/>"}), DAMAGED),
    refused("no-body", lambda: changed({MAIN: f"<w:document {NAMES}/>".encode()}), DAMAGED),
    refused("control-characters", lambda: made(paragraph("bell: &#7;")), DAMAGED),
    refused("half-characters", lambda: changed({MAIN: _SURROGATE}), DAMAGED),
    refused("half-references", lambda: made(paragraph("half: &#xD800;")), DAMAGED),
    read("in-utf-16", lambda: changed({MAIN: document(paragraph()).encode("utf-16")}), SHOWN),
    *(
        read(f"deep-{name}", partial(_deep, pair, times))
        for name, pair, times in (
            ("tables", _TABLE, 80),
            ("boxes", _BOX, 40),
            ("controls", _CONTROL, 120),
            ("changes", ("<w:ins>", "</w:ins>"), 240),
            ("choices", _CHOICE, 120),
        )
    ),
    *(
        Case(f"deepest-{name}.docx", lazy(partial(_deep, pair, times)), may_be_refused=True)
        for name, pair, times in (
            ("tables", _TABLE, 650),
            ("boxes", _BOX, 320),
            ("controls", _CONTROL, 1000),
            ("changes", ("<w:ins>", "</w:ins>"), 2000),
            ("choices", _CHOICE, 1000),
        )
    ),
    Case("deepest-choices-in-run.docx", lazy(partial(_deep_in_run, *_CHOICE, 1000)), may_be_refused=True),
    Case("deepest-formula.docx", lazy(_deep_maths), may_be_refused=True),
    read("fields-in-depth", _deep_fields),
)

CASES = (*_XML,)
