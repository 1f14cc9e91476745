"""Files that are not what their names say.

minutes.docx, a picture        minutes.pdf, an old Word document         minutes.rtf, nothing
"""

from __future__ import annotations

from hostile.case import Case, constant
from hostile.packing import pack_parts

_PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
_TEXT = b"Resolved: That the rents of Thornby be kept.\n"

CASES = (
    *(
        Case(f"picture.{suffix}", constant(_PNG), refused="images are not read")
        for suffix in ("docx", "pdf", "html", "txt")
    ),
    *(
        Case(f"nothing.{suffix}", constant(b""), refused="the document is empty")
        for suffix in ("docx", "odt", "pdf", "rtf", "html", "mhtml", "txt")
    ),
    *(
        Case(f"text.{suffix}", constant(_TEXT), refused="its content is none")
        for suffix in ("docx", "odt", "pdf", "rtf")
    ),
    Case("text.html", constant(_TEXT), shows=("Thornby",)),
    Case("text.mhtml", constant(_TEXT), may_be_refused=True),
    Case("data.txt", constant(bytes(range(256)) * 100), refused="binary data"),
    Case("data.docx", constant(bytes(range(256)) * 100), refused="its content is none"),
    Case("zeros.pdf", constant(bytes(1_000_000)), refused="its content is none"),
    Case("sheet.docx", constant(pack_parts({"xl/workbook.xml": b"<a/>"})), refused="spreadsheets are not read"),
    Case(
        "book.odt",
        constant(pack_parts({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<a/>"})),
        refused="e-books are not read",
    ),
    Case("many-names-in-one.docx", constant(b"%PDF-1.7 {\\rtf1 <html> PK\x03\x04"), may_be_refused=True),
    Case("-dash.docx", constant(_PNG), refused="images are not read"),
)
