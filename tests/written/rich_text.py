r"""A Rich Text file from paragraphs, as Word and Writer write it.

rich("Minutes", r"\ls1 That the fence be mended.", lists=list_level("Action %1:"))
"""

from __future__ import annotations

_FORMATS = {"decimal": 0, "upperRoman": 1, "lowerRoman": 2, "upperLetter": 3, "lowerLetter": 4, "none": 255}


def rich(*paragraphs: str, lists: str = "", head: str = "") -> bytes:
    """A file of these paragraphs, which may begin with control words; `lists` is its list 1."""
    table = (
        r"{\*\listtable{\list\listtemplateid1" + lists + r"{\listname ;}\listid7}}"
        r"{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}}"
        if lists
        else ""
    )
    running = rf"{{\header \pard {escaped(head)}\par}}" if head else ""
    body = "".join(
        paragraph if paragraph.startswith(r"\trowd") else rf"\pard\plain {paragraph}\par" + "\n"
        for paragraph in paragraphs
    )
    fonts = r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset2 Wingdings;}}"
    return (r"{\rtf1\ansi\ansicpg1252\uc1\deff0" + fonts + table + running + body + "}").encode("ascii")


def escaped(words: str) -> str:
    """Words as Rich Text writes them."""
    return "".join(
        f"\\{letter}" if letter in "\\{}" else letter if ord(letter) < 128 else rf"\u{ord(letter)}\'3f"
        for letter in words
    )


def list_level(label: str, number_format: str = "decimal", start: int = 1) -> str:
    """The only level of a list, whose label has %1 where the number stands."""
    shown = label.replace("%1", "\0")
    letters = "".join(r"\'00" if letter == "\0" else escaped(letter) for letter in shown)
    numbers = rf"\'{shown.index(chr(0)) + 1:02x}" if "\0" in shown else ""
    kind = _FORMATS[number_format]
    return (
        rf"{{\listlevel\levelnfc{kind}\levelnfcn{kind}\levelfollow0\levelstartat{start}"
        rf"{{\leveltext\'{len(shown):02x}{letters};}}{{\levelnumbers{numbers};}}}}"
    )


def row(*cells: str) -> str:
    """A row of a table."""
    edges = "".join(rf"\cellx{2000 * number}" for number in range(1, len(cells) + 1))
    inner = "".join(rf"\pard\intbl {cell}\cell " for cell in cells)
    return rf"\trowd{edges} {inner}\row" + "\n"
