r"""Escapes the characters that a terminal or an editor would obey instead of showing them.

    minutes with ESC [2J in them     \x1b[2J      does not clear the reader's screen
    the sum with U+202E before it    \u202e       is not read backwards

The JSON report escapes them as JSON does, so that the parsed text stays equal.
"""

from __future__ import annotations

import re

# C0 and C1 controls; the marks that turn the direction of writing (the Unicode Standard, section 23.2: U+061C,
# U+200E-F, U+202A-E, U+2066-9); the separators of lines and paragraphs; halves of surrogate pairs, which no UTF-8 has.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_LAST_C1 = 0x9F
_BLANKS = re.compile(r"\s+")


def escape_unsafe(text: str) -> str:
    r"""The text as one harmless line: control characters, line ends too, are written out (\x1b, \u202e)."""
    return text if text.isprintable() else _UNSAFE.sub(_escape, text)


def escape_in_one_line(text: str) -> str:
    """The text as one harmless line: each stretch of blanks is one, control characters are written out."""
    return escape_unsafe(_BLANKS.sub(" ", text))


def escape_unsafe_in_json(encoded: str) -> str:
    r"""JSON without line ends, in which these characters are \u escapes. They can stand in strings only."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", encoded)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code:02x}" if code <= _LAST_C1 else f"\\u{code:04x}"
