"""Word documents that are hostile as zips: bombs, lies about sizes and names, cut off anywhere."""

from __future__ import annotations

from functools import partial

from hostile.packing import BZIP2, STORED, Entry, deflate, deflate_bomb, pack, pack_parts
from hostile.word import (
    DAMAGED,
    LARGE,
    LINKS,
    MAIN,
    NAMES,
    SHOWN,
    changed,
    document,
    links,
    made,
    paragraph,
    parts,
    read,
    refused,
)


def _bombed() -> bytes:
    head, _, tail = document(paragraph() + "|").partition("|")
    packed = deflate_bomb(head.encode(), b" ", 2_000_000_000, tail.encode())
    whole = {name: Entry(name, data) for name, data in parts("").items()}
    return pack([*whole.values(), Entry(MAIN, packed=packed, size=0xFFFFFFFE)])


def _bombed_headers() -> bytes:
    header = f"<w:hdr {NAMES}>{' ' * (2 << 20)}</w:hdr>".encode()
    packed = deflate(header)
    names = [f"header{place}.xml" for place in range(60)]
    whole = {**parts(paragraph()), LINKS: links(dict.fromkeys(names, "header"))}
    return pack(
        [
            *(Entry(name, data) for name, data in whole.items()),
            *(Entry(f"word/{name}", header, packed) for name in names),
        ]
    )


def _zip_in_itself(depth: int) -> bytes:
    inner = b"nothing"
    for _ in range(depth):
        inner = pack(Entry(f"{place}.docx", inner) for place in range(10))
    return inner


def _lying(size: int) -> bytes:
    whole = parts(paragraph() * 1000)
    return pack(Entry(name, data, size=size if name == MAIN else None) for name, data in whole.items())


def _many_entries(count: int) -> bytes:
    whole = [Entry(name, data) for name, data in parts(paragraph()).items()]
    return pack([*whole, *(Entry(f"{place:x}", packed=b"", method=STORED) for place in range(count))])


def _overlapping() -> bytes:
    whole = [Entry(name, data) for name, data in parts(paragraph()).items()]
    return pack([*whole, *(Entry(f"x{place}", whole[-1].data, is_listed_only=True) for place in range(100))])


def _strange_names() -> bytes:
    names = ("/etc/passwd", "../../outside.txt", "..\\..\\outside.txt", "C:\\outside.txt", "a\x00b", "\ud7ff" * 100)
    return pack_parts({**parts(paragraph()), **dict.fromkeys(names, b"nothing")})


def _twice() -> bytes:
    whole = parts(paragraph())
    return pack([*(Entry(name, data) for name, data in whole.items()), Entry(MAIN, whole[MAIN])])


def _flagged(**lie: object) -> bytes:
    return pack(
        Entry(name, data, **(lie if name == MAIN else {}))  # type: ignore[arg-type]
        for name, data in parts(paragraph()).items()
    )


def _cut(numerator: int, denominator: int) -> bytes:
    whole = made(paragraph() * 100, styles="<w:style/>")
    return whole[: len(whole) * numerator // denominator]


_ZIPS = (
    refused("one-part-of-2-gb", _bombed, LARGE),
    refused("sixty-parts-of-2-mb", _bombed_headers, LARGE),
    refused("zips-in-zips", partial(_zip_in_itself, 5), "not read"),
    refused("part-is-a-zip", lambda: changed({MAIN: _zip_in_itself(1)}), DAMAGED),
    refused("says-it-is-small", partial(_lying, 100), DAMAGED),
    read("says-it-is-huge", partial(_lying, 0xFFFFFFF0), SHOWN),
    refused("100000-entries", partial(_many_entries, 100_000), "too many files"),
    refused("900000-entries", partial(_many_entries, 900_000), "too many files"),
    refused("entries-share-bytes", _overlapping, "as no word processor packs it"),
    read("names-outside", _strange_names, SHOWN),
    read("main-part-twice", _twice, SHOWN),
    refused("two-names", lambda: _flagged(local_name="word/other.xml"), DAMAGED),
    refused("entry-encrypted", lambda: _flagged(flags=1), "encrypted"),
    refused("packed-otherwise", lambda: _flagged(method=BZIP2), "as no word processor packs it"),
    refused("packed-unknown", lambda: _flagged(method=99), "as no word processor packs it"),
    refused("cut-early", partial(_cut, 1, 10), DAMAGED),
    refused("cut-in-the-middle", partial(_cut, 1, 2), DAMAGED),
    refused("cut-at-the-end", partial(_cut, 99, 100), DAMAGED),
    refused("no-entries", lambda: pack(()), "not read"),
)

CASES = (*_ZIPS,)
