"""Decodes bytes to text, exactly: no character is guessed, replaced or dropped, except a byte order mark.

What comes in:

    43 68 69 6C 64 72 65 6E E2 80 99 73     UTF-8, the usual case
    43 68 69 6C 64 72 65 6E 92 73           Windows-1252: a curly apostrophe typed in Word, saved as "plain text"
    43 68 69 6C 64 72 65 6E D5 73           Mac Roman: the same from an old Macintosh
    … E2 80 99 … E2 80 [end]                UTF-8 cut in mid-character: an error that names the byte, not mojibake
"""

from __future__ import annotations

from compare.errors import UnreadableError
from compare.read.detect import utf_16_byte_order

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_WESTERN = ["cp1252", "latin_1", "mac_roman"]
# What people type beyond ASCII in English. A guess counts only if it yields such characters: every byte is a
# character in Mac Roman, so that a damaged file would always "decode".
_TYPED = frozenset("‘’“”–—…•£€\xa0")
_LAST_ASCII = 0x7F
_REMEDY = "Open it in the program that made it and save it as plain text in UTF-8."


def decode(data: bytes, source: str) -> tuple[str, str]:
    """Decodes a text. Returns it with the name of its encoding.

    Raises: UnreadableError with the first byte that is no text.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decode_as(codec, data[len(mark) :], len(mark), source), codec
    order = utf_16_byte_order(data)
    if order is not None:
        return _decode_as(order, data, 0, source), order
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        is_cut = error.end == len(data) and error.end - error.start > 1 and "end of data" in error.reason
        if is_cut or _is_damaged_utf_8(data):
            raise _undecodable(source, error.start, "UTF-8") from None
    return _decode_western(data, source)


def _decode_as(codec: str, data: bytes, offset: int, source: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise _undecodable(source, offset + error.start, codec.upper()) from None


def _is_damaged_utf_8(data: bytes) -> bool:
    """Whether most of what is not ASCII is valid UTF-8; in Windows-1252 hardly any of it is."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    good = sum(1 for character in text if ord(character) > _LAST_ASCII) - damaged
    return good > damaged


def _decode_western(data: bytes, source: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 (50 ms that UTF-8 files do not pay)

    best = from_bytes(data, cp_isolation=_WESTERN, preemptive_behaviour=False).best()
    codec = "mac_roman" if best is not None and best.encoding == "mac_roman" else "cp1252"
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise _undecodable(source, error.start, "text") from None
    beyond_ascii = {character for character in set(text) if ord(character) > _LAST_ASCII}
    if (best is None and beyond_ascii - _TYPED) or (codec == "mac_roman" and not beyond_ascii & _TYPED):
        raise _undecodable(source, next(place for place, byte in enumerate(data) if byte > _LAST_ASCII), "text")
    return text, codec.replace("_", "-")


def _undecodable(source: str, offset: int, codec: str) -> UnreadableError:
    return UnreadableError(source, f"byte {offset} cannot be read as {codec}", _REMEDY)
