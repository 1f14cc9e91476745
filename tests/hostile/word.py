"""Hostile and broken Word documents.

<w:document> … 2 GB of blanks … </w:document>       in a file of 2 MB
<w:sdt> in <w:sdt> in <w:sdt> …                      as deep as the parser goes
<w:start w:val="2147483647"/> in roman numbers       and in letters, and in words
<w:basedOn> in a ring, <w:numStyleLink> in a ring
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hostile.case import Case, lazy
from hostile.packing import pack_parts

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_V = "urn:schemas-microsoft-com:vml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
NAMES = f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="{_MC}" xmlns:m="{_M}" xmlns:v="{_V}"'
MAIN = "word/document.xml"
LINKS = "word/_rels/document.xml.rels"
TYPES = (
    f'<Types xmlns="{_PACKAGE}content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
).encode()
SENTENCE = "Resolved: That the rents of Thornby be kept."
SHOWN = "Thornby"  # what a report says of it
# What unreadable Word documents are called in one word or another.
DAMAGED, TYPE, LARGE = "damaged", "declares a document type", "unpacks to more"


def paragraph(text: str = SENTENCE, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p>{properties and f'<w:pPr>{properties}</w:pPr>'}<w:r><w:t>{text}</w:t></w:r></w:p>"


def document(body: str) -> str:
    """The main part."""
    return f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"


def links(targets: Mapping[str, str], *, mode: str = "") -> bytes:
    """The relationships of a part: kinds by what they lead to."""
    listed = "".join(
        f'<Relationship Id="r{place}" Type="{_R}/{kind}" Target="{target}"{mode}/>'
        for place, (target, kind) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}relationships">{listed}</Relationships>'.encode()


def parts(body: str, **others: str) -> dict[str, bytes]:
    """The parts of a document, `others` by their kind: styles, numbering, comments."""
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": links({MAIN: "officeDocument"}),
        MAIN: document(body).encode(),
        LINKS: links({f"{kind}.xml": kind for kind in others}),
        **{f"word/{kind}.xml": f"<w:{kind} {NAMES}>{inner}</w:{kind}>".encode() for kind, inner in others.items()},
    }


def made(body: str, **others: str) -> bytes:
    """A document with this body."""
    return pack_parts(parts(body, **others))


def changed(changes: Mapping[str, bytes | None], **others: str) -> bytes:
    """A document of one sentence with some parts changed, added, or taken away (`None`)."""
    found = {**parts(paragraph(), **others), **changes}
    return pack_parts({name: data for name, data in found.items() if data is not None})


def read(file: str, make: Callable[[], bytes], *shows: str) -> Case:
    """A document that is read, and of which the report shows this."""
    return Case(f"{file}.docx", lazy(make), shows=shows)


def refused(file: str, make: Callable[[], bytes], words: str) -> Case:
    """A document that is refused in these words."""
    return Case(f"{file}.docx", lazy(make), refused=words)
