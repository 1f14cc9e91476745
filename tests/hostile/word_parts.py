"""Word documents whose parts lead to each other, to nothing, or out of the file; styles and lists in rings."""

from __future__ import annotations

from functools import partial

from hostile.case import Case, Trap, lazy
from hostile.packing import STORED, Entry, deflate_bomb, pack, pack_parts
from hostile.word import (
    LINKS,
    MAIN,
    NAMES,
    SENTENCE,
    SHOWN,
    TYPES,
    changed,
    links,
    made,
    paragraph,
    parts,
    read,
    refused,
)

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _many_links(count: int, target: str) -> bytes:
    names = dict.fromkeys((target.format(place) for place in range(count)), "header")
    names |= {"header.xml": "header"}
    more = [Entry(f"word/x{place}", method=STORED) for place in range(4_900)]
    whole = {**parts(paragraph()), LINKS: links(names), "word/header.xml": f"<w:hdr {NAMES}/>".encode()}
    return pack([*(Entry(name, data) for name, data in whole.items()), *more])


def _many_headers() -> bytes:
    count = 2_000
    headers = {f"header{place}.xml": "header" for place in range(count)}
    one = f"<w:hdr {NAMES}>{paragraph('Thornby')}</w:hdr>".encode()
    sections = "".join(
        paragraph("x", f'<w:sectPr><w:headerReference w:type="default" r:id="r{place}"/></w:sectPr>')
        for place in range(count)
    )
    whole = {**parts(sections), LINKS: links(headers), **{f"word/{name}": one for name in headers}}
    return pack_parts(whole)


def _outside(trap: Trap, mode: str) -> bytes:
    targets = {f"{trap.address}styles.xml": "styles", trap.secret.as_uri(): "header", f"{trap.secret}": "numbering"}
    return changed({LINKS: links(targets, mode=mode)})


def _huge_picture() -> bytes:
    head = b"\x89PNG\r\n\x1a\n"
    packed = deflate_bomb(head, b"\x00" * 64, 1_000_000_000)
    whole = {**parts(paragraph()), LINKS: links({"media/image1.png": "image"})}
    entries = [Entry(name, data) for name, data in whole.items()]
    return pack([*entries, Entry("word/media/image1.png", packed=packed, size=1_000_000_000)])


_PACKAGES = (
    refused("no-main-part", lambda: changed({MAIN: None}), "not read"),
    read("no-links", lambda: changed({LINKS: None, "_rels/.rels": None}), SHOWN),
    read("no-types", lambda: changed({"[Content_Types].xml": None}), SHOWN),
    read(
        "wrong-types",
        lambda: changed({"[Content_Types].xml": TYPES.replace(b"application/xml", b"image/png")}),
        SHOWN,
    ),
    read("types-are-no-xml", lambda: changed({"[Content_Types].xml": b"\x00\x01"}), SHOWN),
    read(
        "links-to-nothing",
        lambda: changed({LINKS: links({"../NULL": "styles", "": "numbering", "%00": "header"})}),
        SHOWN,
    ),
    read(
        "link-to-itself",
        lambda: changed({LINKS: links({"document.xml": "header", "./document.xml": "styles"})}),
        SHOWN,
    ),
    read("links-to-other-kinds", lambda: changed({LINKS: links({"../_rels/.rels": "styles"})}), SHOWN),
    Case("links-outside.docx", partial(_outside, mode=' TargetMode="External"'), shows=(SHOWN,)),
    Case("links-outside-said-inside.docx", partial(_outside, mode=""), shows=(SHOWN,)),
    read("50000-links-to-nothing", partial(_many_links, 50_000, "missing{}.xml"), SHOWN),
    read("50000-links-to-one", partial(_many_links, 50_000, "a{}/../header.xml"), SHOWN),
    read("2000-headers", _many_headers),
    read("huge-picture", _huge_picture, SHOWN),
    Case("encrypted.docx", lazy(lambda: _OLD_OFFICE + bytes(1000) + _ENCRYPTED + bytes(1000)), refused="encrypted"),
    Case("old.doc", lazy(lambda: _OLD_OFFICE + bytes(100_000)), refused="old Word documents are not read"),
    Case("old-under-new-name.docx", lazy(lambda: _OLD_OFFICE + bytes(100_000)), refused="old Word documents"),
)


def _style(name: str, based_on: str) -> str:
    stated = f'<w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/>'
    return f'<w:style w:type="paragraph" w:styleId="{name}">{stated}</w:style>'


def _styled(count: int) -> bytes:
    """A ring of styles, and paragraphs in each of them."""
    styles = "".join(_style(f"s{place}", f"s{(place + 1) % count}") for place in range(count))
    body = "".join(paragraph(SENTENCE, f'<w:pStyle w:val="s{place}"/>') for place in range(0, count, 100))
    return made(body, styles=styles)


def _numbered(level: str, *, number: str = "1", ilvl: str = "0", times: int = 3, more: str = "") -> bytes:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>{more}'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/></w:num>'
    )
    placed = f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{number}"/></w:numPr>'
    return made(paragraph(SENTENCE, placed) * times, numbering=numbering)


def _level(style: str, start: str, text: str = "%1.") -> str:
    return f'<w:start w:val="{start}"/><w:numFmt w:val="{style}"/><w:lvlText w:val="{text}"/>'


def _linked_lists() -> bytes:
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{place}"><w:numStyleLink w:val="l{1 - place}"/></w:abstractNum>'
        f'<w:num w:numId="{place + 1}"><w:abstractNumId w:val="{place}"/></w:num>'
        for place in (0, 1)
    )
    styles = "".join(
        f'<w:style w:type="numbering" w:styleId="l{place}">'
        f'<w:pPr><w:numPr><w:numId w:val="{place + 1}"/></w:numPr></w:pPr></w:style>'
        for place in (0, 1)
    )
    return made(paragraph(SENTENCE, '<w:numPr><w:numId w:val="1"/></w:numPr>'), numbering=numbering, styles=styles)


_LARGEST = "2147483647"
_COUNTS = ("upperRoman", "lowerLetter", "cardinalText", "ordinalText", "chicago", "ordinal", "decimalZero")

_NUMBERS = (
    *(read(f"ring-of-{count}-styles", partial(_styled, count), SHOWN) for count in (1, 2, 20_000)),
    read("ring-of-lists", _linked_lists, SHOWN),
    *(read(f"counts-from-{_LARGEST}-{style}", partial(_numbered, _level(style, _LARGEST)), SHOWN) for style in _COUNTS),
    *(
        read(f"counts-from-{name}", partial(_numbered, _level("upperRoman", start)), SHOWN)
        for name, start in (("below-0", "-5"), ("far-too-much", "9" * 400), ("infinity", "1.e400"), ("words", "one"))
    ),
    *(
        read(f"level-{name}", partial(_numbered, _level("decimal", "1"), ilvl=level), SHOWN)
        for name, level in (("200", "200"), ("below-0", "-1"), ("infinity", "1.e400"), ("far-too-much", "9" * 400))
    ),
    read("list-number-infinite", partial(_numbered, _level("decimal", "1"), number="1.e400"), SHOWN),
    read("number-of-blanks", partial(_numbered, _level("decimal", "1", "&#x200B;" * 1_000_000), times=3_000)),
    read("number-of-a-megabyte", partial(_numbered, _level("bullet", "1", "x" * 1_000_000), times=3_000)),
)

CASES = (*_PACKAGES, *_NUMBERS)
