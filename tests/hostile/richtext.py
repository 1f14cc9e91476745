r"""Hostile and broken Rich Text files.

{{{{{{ … 1,000,000 times               and as many that close
\bin4000000000, \bin-1                 data that is not there
\u99999999 \u-1 \u55296                no characters
{\listtext a\b b\b0 a\b b\b0 …         one number in a million pieces
{\leveltext\'20\'00\'00\'00 …}          a shape that a number may have in very many ways
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from hostile.case import Case, lazy
from hostile.markup import nested

SENTENCE = "Resolved: That the rents of Thornby be kept."
SHOWN = "Thornby"
_CUT = "cut off"


def made(body: str, head: str = "") -> bytes:
    """A file with this body."""
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{head}\\pard {SENTENCE}\\par {body}}}".encode("latin-1")


def _read(file: str, make: Callable[[], bytes], *shows: str) -> Case:
    return Case(f"{file}.rtf", lazy(make), shows=(SHOWN, *shows))


def _refused(file: str, make: Callable[[], bytes], words: str) -> Case:
    return Case(f"{file}.rtf", lazy(make), refused=words)


def _either(file: str, make: Callable[[], bytes]) -> Case:
    return Case(f"{file}.rtf", lazy(make), may_be_refused=True)


def _alike_shapes() -> bytes:
    """Numbers that nearly have the shape of a level: in how many ways, no one should try out."""
    places = "".join(f"\\'0{place}" for place in range(9))
    level = f"{{\\listlevel\\levelnfc0\\levelstartat1{{\\leveltext\\'ff{places * 20};}}{{\\levelnumbers;}}}}"
    head = f"{{\\*\\listtable{{\\list{level * 9}\\listid1}}}}{{\\*\\listoverridetable{{\\listoverride\\listid1\\ls1}}}}"
    return made(f"\\pard\\ls1\\ilvl0{{\\listtext {'a' * 400}!\\tab}}{SENTENCE}\\par " * 3, head)


def _levels(count: int) -> bytes:
    level = "{\\listlevel\\levelnfc1\\levelstartat2147483647{\\leveltext\\'02\\'00.;}{\\levelnumbers\\'01;}}"
    head = (
        f"{{\\*\\listtable{{\\list{level * count}\\listid1}}}}"
        "{\\*\\listoverridetable{\\listoverride\\listid1\\ls1}}"
    )
    items = "".join(f"\\pard\\ls1\\ilvl{level}{SENTENCE}\\par " for level in (0, 8, 200, -1, 2147483647))
    return made(items, head)


def _points() -> bytes:
    odd = "".join(f"\\u{point}?" for point in (0, -1, 55296, 56320, 65535, 65536, 1114111, 1114112, 9999999999, -99999))
    return made(f"{odd} \\uc-5\\u8217 \\uc1000000\\u8217 swallowed\\par \\uc0\\u8217 x\\par ")


def _odd_words() -> bytes:
    names = (
        "s",
        "ls",
        "ilvl",
        "li",
        "fi",
        "itap",
        "cs",
        "f",
        "outlinelevel",
        "ansicpg",
        "pca",
        "deff",
        "fs",
        "up",
        "ftnstart",
    )
    words = "".join(f"\\{name}{value} x\\par " for name in names for value in ("", 9999999999, -9999999999))
    symbols = "\\'zz\\'\\\x00\\\xff\\*\\*\\*\\:\\|"
    return made(f"{words}{symbols}\\{'a' * 1000}123 \\par ")


_RESOLVED = f"\\pard {SENTENCE}\\par "

CASES = (
    _refused("million-braces", lambda: b"{\\rtf1 " + b"{" * 1_000_000 + b"x" + b"}" * 1_000_001, "nests more than"),
    _refused("million-braces-open", lambda: b"{\\rtf1 " + b"{" * 1_000_000, "nests more than"),
    _read("million-braces-closed", lambda: made("}" * 1_000_000)),
    _read("100000-empty-groups", lambda: made("{}" * 100_000)),
    _refused("not-closed", lambda: made("")[:-1], _CUT),
    _refused("only-its-name", lambda: b"{\\rtf", _CUT),
    _refused("closed-at-once", lambda: b"{\\rtf1}", "empty"),
    _refused("cut-in-a-word", lambda: made("\\pard x")[:40], _CUT),
    _refused("binary-without-end", lambda: made("{\\pict\\bin4000000000 x}"), _CUT),
    _refused("binary-without-end-in-text", lambda: made("\\bin9999999999 x"), _CUT),
    _read("binary-below-0", lambda: made("\\bin-1 x\\par {\\pict\\bin-4000000000 x}" + _RESOLVED)),
    _read("binary-with-braces", lambda: made("{\\pict\\bin4 }}}}}" + _RESOLVED), "1 image"),
    _read("code-points", _points),
    _read("odd-words", _odd_words),
    _read("picture-of-50-mb", lambda: made("{\\pict\\pngblip " + "89504e47" * 6_250_000 + "}"), "1 image"),
    _read("deep-groups", lambda: made(nested("{\\b x", "}", 4_000, "y"))),
    _read("deep-notes", lambda: made(nested("{\\footnote x", "\\par}", 1_500, "y"))),
    _either("deep-boxes", lambda: made(nested("{\\shp{\\*\\shpinst{\\shptxt x", "\\par}}}", 1_000, "y"))),
    _read("deep-tables", lambda: made("".join(f"\\pard\\intbl\\itap{depth} x\\nestcell " for depth in range(5_000)))),
    _read("tables-without-end", lambda: made("\\pard\\intbl\\itap1000000000 x\\nestcell\\nestrow\\row " + _RESOLVED)),
    _read("headers-in-headers", lambda: made(nested("{\\header x", "\\par}", 1_000, "y"))),
    _read("30000-levels", partial(_levels, 30_000)),
    _read("alike-shapes", _alike_shapes),
    _read("number-in-pieces", lambda: made("{\\listtext " + "aaaa\\b bbbb\\b0 " * 60_000 + "}" + _RESOLVED)),
    _read("fonts-in-pieces", lambda: made(_RESOLVED, "{\\fonttbl" + "aaaa{}" * 100_000 + ";}")),
    _read("styles-in-pieces", lambda: made(_RESOLVED, "{\\stylesheet" + "aaaa{}" * 100_000 + ";}")),
    _read(
        "author-in-pieces",
        lambda: made("{\\atnauthor " + "aaaa\\b bbbb\\b0 " * 60_000 + "}{\\annotation x}" + _RESOLVED),
    ),
    _read(
        "30000-fonts", lambda: made(_RESOLVED, "{\\fonttbl" + "".join(f"{{\\f{n} a;}}" for n in range(30_000)) + "}")
    ),
    _read(
        "20000-changes",
        lambda: made(
            "".join(f"{{\\revised\\revauth{n} x}}" for n in range(20_000)),
            "{\\*\\revtbl" + "".join(f"{{A. Clerk {n};}}" for n in range(20_000)) + "}",
        ),
        "20,000 tracked changes by",
    ),
    _either("60000-code-points", lambda: made("\\u8217?" * 60_000)),
    _either("60000-bytes", lambda: made("\\'92" * 60_000)),
    _either("50000-empty-paragraphs", lambda: made("\\par\n" * 50_000)),
    _either("20000-cells", lambda: made("\\trowd\\intbl " + "x\\cell " * 20_000 + "\\row")),
    _either("110000-notes", lambda: made("x{\\footnote y}" * 110_000)),
    _either("300000-pages", lambda: made("\\page " * 300_000)),
)
