"""The encoding of a web page: what it says of itself, as browsers understand that, and only where it can be true.

<meta charset="iso-8859-1"> … 92 …          Windows-1252, as every browser reads that label: a curly apostrophe
<meta charset="iso-8859-1"> … E2 80 99 …    valid UTF-8 all the same: the label is an old one, and loses
Content-Type: text/html; charset=unicode    UTF-16, in a web archive of an old browser
<meta charset="utf-8"> … 92 … E2 80 99 …    damaged: shown as browsers show it, with \ufffd for what is lost
(no label) … 92 …                           guessed as a plain text would be
"""

from __future__ import annotations

import re

from compare.errors import UnreadableError
from compare.read.decode import decode
from compare.read.detect import utf_16_byte_order
from compare.read.html.markup import cut_pictures

# Bytes from the start among which a page names its encoding. Browsers look at 1,024 and then anywhere.
_HEAD = 16_384
_UTF_8_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_META = re.compile(rb"(?i)<meta\b[^>]{0,1000}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})")
_XML = re.compile(rb"(?i)\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})")

# Labels and the codecs by which browsers read them. Source: WHATWG, Encoding Standard, "Names and labels".
_CODECS = {
    **dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8"), "utf-8"),
    **dict.fromkeys(
        (
            "ascii",
            "us-ascii",
            "ansi_x3.4-1968",
            "latin1",
            "latin-1",
            "l1",
            "cp819",
            "ibm819",
            "iso-ir-100",
            "csisolatin1",
        ),
        "cp1252",
    ),
    **dict.fromkeys(("unicode", "utf-16", "utf-16le", "ucs-2", "iso-10646-ucs-2", "csunicode"), "utf-16-le"),
    **dict.fromkeys(("utf-16be", "unicodefffe"), "utf-16-be"),
    **dict.fromkeys(("macintosh", "mac", "x-mac-roman", "csmacintosh"), "mac_roman"),
    **dict.fromkeys(("gbk", "gb2312", "gb_2312-80", "x-gbk", "chinese", "gb18030"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "ms_kanji", "windows-31j", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "korean", "ks_c_5601-1987", "ksc5601", "windows-949"), "cp949"),
    **dict.fromkeys(("koi8-r", "koi8", "koi"), "koi8_r"),
    **dict.fromkeys(("euc-jp", "x-euc-jp"), "euc_jp"),
    **dict.fromkeys(("dos-874", "tis-620", "windows-874", "iso-8859-11"), "cp874"),
    **dict.fromkeys(("koi8-u", "koi8-ru"), "koi8_u"),
}
_NUMBERED = re.compile(r"(?:windows-|x-cp|cp|iso[-_]?8859[-_]?)(\d{1,4})(?::\d{4})?")
_WINDOWS = frozenset(range(1250, 1259))
# Parts of ISO 8859; browsers read 1 and 9 as the pages of Windows that hold them.
_ISO_PARTS = {
    1: "cp1252",
    9: "cp1254",
    **{part: f"iso8859_{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
}
# What Windows-1252 makes of the bytes 80 to 9F; five of them are controls, as in browsers.
_WINDOWS_1252 = {
    byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


def decode_page(data: bytes, source: str, stated: str | None = None) -> tuple[str, str]:
    """The text of a page and the name of its encoding; `stated` is the label that came with it from outside.

    Characters that cannot be read become U+FFFD, as in a browser. Raises: UnreadableError when UTF-16 is damaged,
    TooLargeError.
    """
    data = cut_pictures(data, source)
    if data.startswith(_WIDE_MARKS) or utf_16_byte_order(data) is not None:
        return decode(data, source)
    body = data.removeprefix(_UTF_8_MARK)
    codec = "utf-8" if len(body) < len(data) else _codec(stated) or _codec(_label_inside(body))
    try:
        return body.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decode_otherwise(body, source, codec)


def _decode_otherwise(data: bytes, source: str, codec: str | None) -> tuple[str, str]:
    """A page that is not UTF-8."""
    if codec not in (None, "utf-8", "utf-16-le", "utf-16-be"):
        try:
            return data.decode(codec), codec.replace("_", "-")
        except UnicodeDecodeError:
            if codec == "cp1252":
                return data.decode("latin-1").translate(_WINDOWS_1252), "cp1252"
    try:
        return decode(data, source)
    except UnreadableError:
        return data.decode("utf-8", "replace"), "utf-8"


def _label_inside(data: bytes) -> str | None:
    """The encoding that a page names in its own head."""
    head = data[:_HEAD]
    match = _XML.match(head) or _META.search(_COMMENT.sub(b"", head))
    return match[1].decode("ascii", "replace") if match else None


def _codec(label: str | None) -> str | None:
    """The codec that a label stands for in browsers; `None` for one that they do not know."""
    if label is None:
        return None
    name = label.strip().strip("\"'").lower()
    if name in _CODECS:
        return _CODECS[name]
    numbered = _NUMBERED.fullmatch(name)
    if numbered is None:
        return None
    number = int(numbered[1])
    if name.startswith("iso"):
        return _ISO_PARTS.get(number)
    return f"cp{number}" if number in _WINDOWS or number == 866 else None  # noqa: PLR2004 (a page of code, by its name)
