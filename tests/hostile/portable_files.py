"""Hostile PDF files: trees of pages, tables of places, passwords, bombs, and what stands on a page."""

from __future__ import annotations

import hashlib
from functools import partial

from hostile.case import Case, Trap, lazy
from hostile.portable import (
    A4,
    DAMAGED,
    NOTE,
    SENTENCE,
    SHOWN,
    bomb,
    either,
    file,
    one_page,
    packed,
    read,
    refused,
    say,
    stream,
)

_BOUNDS, _EMPTY = "within the bounds of memory and time", "the document is empty"
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    other = 0
    for place in range(256):
        other = (other + state[place] + key[place % len(key)]) % 256
        state[place], state[other] = state[other], state[place]
    place = other = 0
    found = bytearray()
    for byte in data:
        place = (place + 1) % 256
        other = (other + state[place]) % 256
        state[place], state[other] = state[other], state[place]
        found.append(byte ^ state[(state[place] + state[other]) % 256])
    return bytes(found)


def _locked(user: bytes, owner: bytes) -> bytes:
    """Encrypted with 40 bits. Source: ISO 32000-1, 7.6.3, algorithms 1 to 4."""
    mark = bytes(range(16))
    allowed = (-44 & 0xFFFFFFFF).to_bytes(4, "little")
    owner_key = hashlib.md5((owner + _PADDING)[:32], usedforsecurity=False).digest()[:5]
    owned = _rc4(owner_key, (user + _PADDING)[:32])
    key = hashlib.md5((user + _PADDING)[:32] + owned + allowed + mark, usedforsecurity=False).digest()[:5]
    content = say(SENTENCE).encode()
    own_key = hashlib.md5(key + (4).to_bytes(3, "little") + bytes(2), usedforsecurity=False).digest()[:10]
    whole = one_page(stream(_rc4(own_key, content)))
    declared = f"<< /Filter /Standard /V 1 /R 2 /P -44 /O <{owned.hex()}> /U <{_rc4(key, _PADDING).hex()}> >>"
    name = f"<{mark.hex()}>"
    return whole.replace(b"/Root 1 0 R", f"/Root 1 0 R /Encrypt {declared} /ID [{name} {name}]".encode())


def _pages(count: int, *, declared: int | None = None) -> bytes:
    content = say(SENTENCE)
    kids = " ".join(f"{number} 0 R" for number in range(5, 5 + count))
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox {A4} /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>"
    return file(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {count if declared is None else declared} >>",
            stream(content.encode()),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            *[page] * count,
        ]
    )


def _tree(kids: str, count: str = "1") -> bytes:
    return file(
        ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {count} /Parent 2 0 R >>"]
    )


def _deep_tree(depth: int) -> bytes:
    middle = [
        f"<< /Type /Pages /Kids [{number + 1} 0 R] /Count 1 /Parent {number - 1} 0 R >>" for number in range(2, depth)
    ]
    last = f"<< /Type /Page /Parent {depth - 1} 0 R /MediaBox {A4} >>"
    return file(["<< /Type /Catalog /Pages 2 0 R >>", *middle, last])


def _doubling(depth: int) -> bytes:
    """Each drawing draws the next one twice."""
    forms = [
        stream(
            b"/Fm Do /Fm Do" if number < depth - 1 else say("x").encode(),
            f"/Type /XObject /Subtype /Form /BBox {A4} "
            f"/Resources << /Font << /F1 5 0 R >> /XObject << /Fm {number + 7} 0 R >> >>",
        )
        for number in range(depth)
    ]
    return one_page(say(SENTENCE) + "/Fm Do", more=forms, resources="/XObject << /Fm 6 0 R >>")


def _ring_of_forms() -> bytes:
    form = stream(b"/Fm Do", f"/Type /XObject /Subtype /Form /BBox {A4} /Resources << /XObject << /Fm 6 0 R >> >>")
    return one_page(say(SENTENCE) + "/Fm Do", more=[form], resources="/XObject << /Fm 6 0 R >>")


def _rings() -> bytes:
    """Outlines, annotations, threads and fields that lead to themselves."""
    item = "<< /Title (x) /Parent 6 0 R /First 6 0 R /Last 6 0 R /Next 6 0 R /Prev 6 0 R /Count 1 >>"
    note = f"{NOTE} /T (A. Clerk) /Popup 7 0 R /IRT 7 0 R /Parent 7 0 R >>"
    field = "<< /FT /Tx /T (f) /Kids [8 0 R] /Parent 8 0 R /V 8 0 R >>"
    return one_page(
        say(SENTENCE),
        page="/Annots [7 0 R 7 0 R 8 0 R 3 0 R]",
        more=[item, note, field],
        catalogue="/Outlines 6 0 R /AcroForm << /Fields [8 0 R] >> /Names << /EmbeddedFiles << /Kids [6 0 R] >> >>",
    )


def _prev(where: str) -> bytes:
    whole = one_page(say(SENTENCE))
    return whole.replace(b"/Root 1 0 R", f"/Root 1 0 R /Prev {where}".encode())


def _prev_itself() -> bytes:
    whole = one_page(say(SENTENCE))
    place = whole.rindex(b"xref\n0")
    return whole.replace(b"/Root 1 0 R", f"/Root 1 0 R /Prev {place:5}".encode())


def _objects_in_a_bomb() -> bytes:
    body = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    place = len(body)
    body += b"3 0 obj\n" + bomb(b"2 0 ", b" ", 1_000_000_000, "/Type /ObjStm /N 1 /First 4") + b"\nendobj\n"
    start = len(body)
    rows = bytes([0, 0, 0, 0, 1]) + b"".join(
        bytes([kind]) + where.to_bytes(3, "big") + bytes([place_in])
        for kind, where, place_in in ((1, 9, 0), (2, 3, 0), (1, place, 0), (1, start, 0))
    )
    declared = "/Type /XRef /Size 5 /W [1 3 1] /Root 1 0 R"
    return body + b"4 0 obj\n" + stream(rows, declared) + f"\nendobj\nstartxref\n{start}\n%%EOF\n".encode()


def _letters(table: bytes) -> bytes:
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>"
    return one_page(say(SENTENCE).replace("/F1", "/F2"), more=[font, table], resources="").replace(
        b"/F1 5 0 R", b"/F1 5 0 R /F2 6 0 R"
    )


_GARBAGE = (
    b"/CIDInit begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
    b"1 beginbfrange <00> <FF> <D800> endbfrange endcmap"
)
_RANGES = b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"


def _picture(content: str, size: int) -> bytes:
    image = bomb(
        b"",
        b"\x00",
        size,
        "/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /ColorSpace /DeviceGray /BitsPerComponent 8",
    )
    return one_page(content + "q 595 0 0 842 0 0 cm /Im Do Q", more=[image], resources="/XObject << /Im 6 0 R >>")


def _embedded_font(size: int) -> bytes:
    font = "<< /Type /Font /Subtype /TrueType /BaseFont /Bomb /FontDescriptor 7 0 R >>"
    about = "<< /Type /FontDescriptor /FontName /Bomb /Flags 4 /FontFile2 8 0 R >>"
    whole = one_page(
        say(SENTENCE) + say("x").replace("/F1", "/F2"), more=[font, about, bomb(b"\x00\x01\x00\x00", b"\x00", size)]
    )
    return whole.replace(b"/F1 5 0 R", b"/F1 5 0 R /F2 6 0 R")


def _scattered(count: int) -> str:
    return "".join(f"1 0 0 1 {place * 7 % 500 + 20} {place * 13 % 800 + 20} Tm (w) Tj\n" for place in range(count))


def _reaching(trap: Trap) -> bytes:
    actions = f"/OpenAction << /S /Launch /F ({trap.secret}) >> /AA << /WC << /S /URI /URI ({trap.address}close) >> >>"
    elsewhere = f"/F << /FS /URL /F ({trap.address}picture) >>"
    reference = stream(b"", f"/Type /XObject /Subtype /Image /Width 9 /Height 9 {elsewhere}")
    form = stream(b"", f"/Type /XObject /Subtype /Form /BBox {A4} /Ref << /F ({trap.secret}) /Page 0 >>")
    return one_page(
        say(SENTENCE) + "/Im Do /Fm Do",
        more=[reference, form],
        catalogue=actions,
        resources="/XObject << /Im 6 0 R /Fm 7 0 R >>",
    )


def _cut(share: float) -> bytes:
    whole = _pages(30)
    return whole[: int(len(whole) * share)]


_FORM = "/AcroForm << /XFA [(template) 6 0 R] /Fields [] >> /NeedsRendering true"
_PICTURE_ONLY = "q 500 0 0 700 50 70 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q"
_BOXES = {
    "of-nothing": "[0 0 0 0]",
    "below-0": "[595 842 0 0]",
    "far": "[-1e38 -1e38 1e38 1e38]",
    "of-words": "[(a) (b) /c null]",
    "missing": "null",
    "huge": "[0 0 99999999 99999999]",
}

CASES = (
    refused("10000-pages", partial(_pages, 10_000), "more than 3,000"),
    read("says-billion-pages", partial(_pages, 1, declared=1_000_000_000)),
    either("says-no-pages", partial(_pages, 2, declared=0)),
    either("says-pages-below-0", partial(_pages, 2, declared=-1)),
    refused("pages-hold-themselves", partial(_tree, "2 0 R"), DAMAGED),
    refused("pages-hold-the-catalogue", partial(_tree, "1 0 R 2 0 R", "2"), DAMAGED),
    refused("pages-that-are-not-there", partial(_tree, "9 0 R"), DAMAGED),
    either("deep-pages", partial(_deep_tree, 20_000)),
    refused("text-of-1-gb", lambda: one_page(bomb(b"BT /F1 11 Tf 72 700 Td ", b"(x) Tj ", 1_000_000_000)), _BOUNDS),
    either("blanks-of-1-gb", lambda: one_page(bomb(say(SENTENCE).encode(), b" ", 1_000_000_000))),
    refused("objects-of-1-gb", _objects_in_a_bomb, _BOUNDS),
    refused("picture-of-1-gb", partial(_picture, "", 1_000_000_000), "picture"),
    read("picture-of-1-gb-beside-words", partial(_picture, say(SENTENCE), 1_000_000_000), "1 picture"),
    either("letters-of-1-gb", lambda: _letters(bomb(_RANGES, b" ", 1_000_000_000))),
    either(
        "letters-in-million-ranges",
        lambda: _letters(packed(_RANGES + b"100 beginbfrange\n<0000> <FFFF> <0000>\n" * 300_000)),
    ),
    either("letters-that-are-garbage", lambda: _letters(packed(_GARBAGE))),
    either("letters-that-are-no-table", lambda: _letters(stream(bytes(range(256)) * 100))),
    either("font-of-1-gb", partial(_embedded_font, 1_000_000_000)),
    either("packed-a-thousand-times", lambda: one_page(stream(b"x" * 100, f"/Filter [{'/FlateDecode ' * 1000}]"))),
    either("drawings-doubled", partial(_doubling, 40)),
    read("drawings-in-a-ring", _ring_of_forms),
    read("rings", _rings),
    *(
        either(f"prev-{name}", partial(_prev, where))
        for name, where in (("nowhere", "99999999"), ("below-0", "-1"), ("start", "0"), ("words", "(x)"))
    ),
    read("prev-itself", _prev_itself),
    *(refused(f"cut-at-{int(share * 100)}", partial(_cut, share), DAMAGED) for share in (0.01, 0.3, 0.9, 0.99)),
    read("no-table-of-places", lambda: one_page(say(SENTENCE)).replace(b"startxref\n", b"startxref\n9")),
    refused("locked", partial(_locked, b"secret", b"secret"), "encrypted"),
    read("locked-against-changes", partial(_locked, b"", b"owner")),
    refused("page-without-content", lambda: one_page(say(SENTENCE)).replace(b"/Contents 4 0 R", b""), _EMPTY),
    refused("page-of-a-picture", lambda: one_page(_PICTURE_ONLY), "picture"),
    refused(
        "content-is-no-stream",
        lambda: one_page("x").replace(b"/Contents 4 0 R", b"/Contents [1 0 R [3 0 R] (x)]"),
        _EMPTY,
    ),
    either("5000-words-at-their-places", lambda: one_page(f"BT /F1 9 Tf {_scattered(5_000)} ET {say(SENTENCE)}")),
    either(
        "1000000-words",
        lambda: one_page(packed((say(SENTENCE) + "BT /F1 9 Tf 20 20 Td " + "(w) Tj " * 1_000_000 + "ET").encode())),
    ),
    either(
        "200000-lines",
        lambda: one_page(
            packed((say(SENTENCE) + "".join(f"{n % 600} 0 m 50 {n % 800} l S\n" for n in range(200_000))).encode())
        ),
    ),
    either("100000-states-deep", lambda: one_page("q " * 100_000 + say(SENTENCE))),
    either("arrays-deep", lambda: one_page("[" * 100_000 + say(SENTENCE))),
    either("dictionaries-deep", lambda: one_page(say(SENTENCE), page=f"/X {'<< /A ' * 50_000}1{' >>' * 50_000}")),
    either(
        "100000-annotations",
        lambda: one_page(
            say(SENTENCE),
            page=f"/Annots [{'6 0 R ' * 100_000}]",
            more=["<< /Type /Annot /Subtype /Text /Contents (note) /T (A. Clerk) /Rect [0 0 9 9] >>"],
        ),
    ),
    Case(
        "author-of-600-kb.pdf",
        lazy(
            lambda: one_page(
                say(SENTENCE),
                page="/Annots [6 0 R]",
                more=[f"<< /Type /Annot /Subtype /Text /Contents (note) /T ({'clerk ' * 100_000}) /Rect [0 0 9 9] >>"],
            )
        ),
        hides=("clerk " * 200,),
    ),
    *(either(f"box-{name}", lambda box=box: one_page(say(SENTENCE), box=box)) for name, box in _BOXES.items()),
    *(
        read(f"turned-{angle}", lambda angle=angle: one_page(say(SENTENCE), page=f"/Rotate {angle}"))
        for angle in ("90", "-90", "45", "99999999999", "(x)")
    ),
    either("type-below-0", lambda: one_page(say(SENTENCE, size=-11) + say("x", size=0) + say("y", size=99999999))),
    either(
        "odd-numbers",
        lambda: one_page(
            say(SENTENCE)
            + "BT /F1 1e400 Tf 1e39 -1e39 Td (far) Tj 0 0 0 0 0 0 Tm (flat) Tj 1e38 Tc 1e38 Tw 1e38 Tz (x) Tj ET"
        ),
    ),
    refused(
        "form-of-adobe-reader",
        lambda: one_page(say("Please wait"), catalogue=_FORM, more=[stream(b"<template/>")]),
        "XFA",
    ),
    Case("reaching-out.pdf", _reaching, shows=(SHOWN,)),
    refused("only-its-name", lambda: b"%PDF-1.7", DAMAGED),
    refused("only-its-name-and-end", lambda: b"%PDF-1.7\n%%EOF", DAMAGED),
    refused("noise", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 1_000 + b"%%EOF", DAMAGED),
)
