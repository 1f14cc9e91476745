"""Hostile and broken PDF files, written object by object.

/Kids [the tree itself]                  pages without end
/Fm1 draws /Fm2 twice, which draws /Fm3 twice …       2^40 drawings in 5 KB
/Prev 0, /Prev at itself                 tables of places that lead in a ring
a stream of 4 KB that unpacks to 1 GB    as text, as objects, as a picture, as a table of letters
/V 2 /R 3                                a password, worked out as the standard says
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence

from hostile.case import Case, lazy
from hostile.packing import deflate_bomb

SENTENCE = "Resolved: That the rents of Thornby be kept."
SHOWN = "Thornby"
A4 = "[0 0 595 842]"
NOTE = "<< /Type /Annot /Subtype /Text /Contents (note) /Rect [0 0 9 9]"
DEFEATED = "within the bounds of memory and time"
DAMAGED = "damaged"


def stream(data: bytes, declared: str = "") -> bytes:
    """A stream as it stands in a file."""
    return f"<< {declared} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def packed(data: bytes, declared: str = "") -> bytes:
    """A stream, packed."""
    return stream(zlib.compress(data), f"/Filter /FlateDecode {declared}")


def bomb(head: bytes, filler: bytes, size: int, declared: str = "") -> bytes:
    """A stream that unpacks to `size` bytes."""
    return stream(b"\x78\xda" + deflate_bomb(head, filler, size) + bytes(4), f"/Filter /FlateDecode {declared}")


def say(words: str, x: int = 72, y: int = 700, size: int = 11) -> str:
    """Words at a place."""
    return f"BT /F1 {size} Tf {x} {y} Td ({words}) Tj ET\n"


def file(objects: Sequence[bytes | str], *, more: str = "", root: int = 1, prev: str = "") -> bytes:
    """A file of these objects, numbered from 1."""
    body = bytearray(b"%PDF-1.7\n")
    places = []
    for number, whole in enumerate(objects, 1):
        places.append(len(body))
        body += (
            f"{number} 0 obj\n".encode()
            + (whole.encode("latin-1") if isinstance(whole, str) else whole)
            + b"\nendobj\n"
        )
    start = len(body)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root {root} 0 R {more} {prev.format(start=start)} >>"
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return bytes(body) + f"trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n".encode()


def one_page(
    content: bytes | str,
    *,
    page: str = "",
    more: Sequence[bytes | str] = (),
    catalogue: str = "",
    box: str = A4,
    resources: str = "",
) -> bytes:
    """A file of one page; `more` are objects from number 6."""
    inside = f"/Resources << /Font << /F1 5 0 R >> {resources} >>"
    data = stream(content.encode("latin-1")) if isinstance(content, str) else content
    return file(
        [
            f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents 4 0 R {inside} {page} >>",
            data,
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            *more,
        ]
    )


def read(name: str, make: Callable[[], bytes], *shows: str) -> Case:
    """A file that is read, and of which the report shows this."""
    return Case(f"{name}.pdf", lazy(make), shows=(SHOWN, *shows))


def refused(name: str, make: Callable[[], bytes], words: str) -> Case:
    """A file that is refused in these words."""
    return Case(f"{name}.pdf", lazy(make), refused=words)


def either(name: str, make: Callable[[], bytes]) -> Case:
    """A file that may be read or refused."""
    return Case(f"{name}.pdf", lazy(make), may_be_refused=True)
