"""Attacks by XML, for any element that is the outermost one of a part.

<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">     a billion laughs
<!ENTITY a SYSTEM "file:///…">                   the text of another file
<a><a><a><a> … 100,000 times                     a parser that calls itself
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hostile.case import Trap

# What a document type declares, by the name of the attack; text where `&x;` stands is what is after.
DECLARED: dict[str, Callable[[Trap], str]] = {
    "laughs": lambda _: "[" + "".join(_laughs()) + "]",
    "quadratic": lambda _: f'[<!ENTITY x "{"a" * 100_000}">]',
    "file": lambda trap: f'[<!ENTITY x SYSTEM "{trap.secret.as_uri()}">]',
    "address": lambda trap: f'[<!ENTITY x SYSTEM "{trap.address}entity">]',
    "external": lambda trap: f'SYSTEM "{trap.address}type.dtd" [<!ENTITY x "y">]',
    "parameter": lambda trap: f'[<!ENTITY % p SYSTEM "{trap.secret.as_uri()}"> %p; <!ENTITY x "y">]',
}


def _laughs() -> Iterator[str]:
    yield '<!ENTITY l0 "lol">'
    for level in range(1, 10):
        yield f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">'
    yield '<!ENTITY x "&l9;">'


def with_type(xml: str, root: str, declared: str, *, codec: str = "utf-8", before: str = "") -> bytes:
    """The XML of a part with a document type before its outermost element, in an encoding that it names."""
    return f'<?xml version="1.0" encoding="{codec}"?>{before}<!DOCTYPE {root} {declared}>{xml}'.encode(codec)


def nested(opening: str, closing: str, times: int, inside: str) -> str:
    """The same element in itself."""
    return opening * times + inside + closing * times
