r"""Zips written byte by byte, so that they can say what no program would write.

PK\x03\x04 … size 10, name minutes.xml … (50 MB)      a header that lies about what follows it
PK\x01\x02 … PK\x01\x02 …                              two entries in the directory for the same bytes
2 GB of blanks in 2 MB                                 one packed piece, again and again
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

STORED, DEFLATED, BZIP2 = 0, 8, 12
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a zip. What is `None` is stated truly."""

    name: str
    data: bytes = b""
    packed: bytes | None = None
    method: int = DEFLATED
    size: int | None = None
    local_name: str | None = None
    flags: int = 0
    is_listed_only: bool = False  # its bytes are those of the entry before it


def pack(entries: Iterable[Entry]) -> bytes:
    """The zip of these entries, with their lies."""
    body, directory = bytearray(), bytearray()
    count = start = 0
    for entry in entries:
        packed = entry.packed
        if packed is None:
            packed = deflate(entry.data) if entry.method == DEFLATED else entry.data
        facts = struct.pack(
            "<HHHHHIII",
            *(20, entry.flags, entry.method, 0, 33),
            *(zlib.crc32(entry.data), len(packed), len(entry.data) if entry.size is None else entry.size),
        )
        name = entry.name.encode()
        if not entry.is_listed_only:
            start = len(body)
            local = name if entry.local_name is None else entry.local_name.encode()
            body += b"PK\x03\x04" + facts + struct.pack("<HH", len(local), 0) + local + packed
        directory += b"PK\x01\x02\x14\x00" + facts + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, start) + name
        count += 1
    listed = min(count, 0xFFFF)
    return bytes(body + directory) + struct.pack(
        "<4sHHHHIIH", b"PK\x05\x06", 0, 0, listed, listed, len(directory), len(body), 0
    )


def pack_parts(parts: Mapping[str, bytes]) -> bytes:
    """An honest zip."""
    return pack(Entry(name, data) for name, data in parts.items())


def deflate(data: bytes) -> bytes:
    """The bytes as a zip packs them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def deflate_bomb(head: bytes, filler: bytes, size: int, tail: bytes = b"") -> bytes:
    """What unpacks to `head`, at least `size` bytes of `filler`, and `tail`. Cost: that of packing 1 MB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    piece = packer.compress(filler * (_PIECE // len(filler))) + packer.flush(zlib.Z_FULL_FLUSH)
    return packed + piece * (size // _PIECE + 1) + packer.compress(tail) + packer.flush()
