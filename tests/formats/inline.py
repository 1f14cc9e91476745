"""The words within a paragraph of a source: how they look, and what stands among them that is no letter.

    The rent was **£40**{_}a year.{note: Since 2019.}       bold words, a no-break space, a footnote

Within the words: **bold**, ''italic'', __underlined__, ~~struck~~, ^^raised^^, {_} a no-break space, {-} a no-break
hyphen, {soft} a soft hyphen, {tab}, {br}, {note: a footnote}, {date: words} the date of the file as a field,
{control: words} a content control, {line: 20} a line of so many underscores to write on, {column} the next column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(r"\*\*|''|__|~~|\^\^|\{(?P<name>[a-z_-]+)(?::\s*(?P<words>[^}]*))?\}")
_LOOKS = {"**": "b", "''": "i", "__": "u", "~~": "s", "^^": "r"}
_CHARACTERS = {"_": "\xa0", "-": "\u2011", "soft": "\u00ad", "tab": "\t", "br": "\n"}


class Words(NamedTuple):
    """Words that look alike: `look` holds b, i, u, s, r; `role` is "", "note", "date", "control", "page" or "pages"."""

    text: str
    look: str = ""
    role: str = ""


def read_words(text: str) -> Iterator[Words]:
    """The words of a paragraph, piece by piece."""
    look = ""
    last = 0
    for token in _TOKEN.finditer(text):
        if token.start() > last:
            yield Words(text[last : token.start()], look)
        last = token.end()
        name = token["name"]
        if name is None:
            mark = _LOOKS[token.group()]
            look = look.replace(mark, "") if mark in look else look + mark
        elif name in _CHARACTERS:
            yield Words(_CHARACTERS[name], look)
        elif name == "column":
            yield Words("", look, name)
        elif name == "line":
            yield Words("_" * int(token["words"]), look)
        else:
            yield Words(token["words"] or "", look, name)
    if look:
        raise ValueError(f"{look!r} stays open in {text!r}")
    if last < len(text):
        yield Words(text[last:], look)
