"""Reads text and markdown: the decoded file is the document, character by character, with its line ends."""

from __future__ import annotations

import re
from hashlib import sha256

from compare.errors import UnreadableError
from compare.read.decode import decode
from compare.text.comments import comments_in
from compare.values import Document, Doubt, Formatting, Span

_MARKDOWN = (".md", ".markdown", ".mkd")
_LINE_END = re.compile(r"\r\n|\r|\n")
# Tab, line ends and form feed (a page break of text from a PDF) are layout; other control characters are not text.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# The share of control characters from which a file is data, not text. Real minutes have 0 to 0.001.
_DATA = 0.05
# Strikethrough in markdown, at most a long paragraph. Source: GitHub Flavored Markdown, "Strikethrough".
_STRUCK = re.compile(r"(?<!~)~~(?=[^\s~])(?P<words>(?:[^~\n]|~(?!~)|\n(?![ \t]*\n)){1,5000}?)(?<=[^\s~])~~(?!~)")
# The same in tags, which markdown takes as they are.
_STRUCK_IN_TAGS = re.compile(r"(?i)<(?P<tag>del|s|strike)\b[^<>\n]{0,200}>(?P<words>[^<]{1,5000}+)</(?P=tag)>")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_NOTHING_VISIBLE = re.compile(r"[\s\ufeff\u200b-\u200d\u2060\u00ad]*\Z")


def document_from_text_file(data: bytes, name: str, source: str) -> Document:
    """Reads a text or markdown file; `source` is its path, for errors. Raises: UnreadableError."""
    text, encoding = decode(data, source)
    return _build(text, name, source, encoding, data)


def document_from_text(text: str, name: str) -> Document:
    """Makes a document of a text in memory; it is markdown if `name` ends in .md.

    Raises: UnreadableError when it is empty, holds a NUL or half of a character.
    """
    half = _SURROGATE.search(text)
    if half is not None:
        raise UnreadableError(name, f"character {half.start()} is half of a character", "Decode the text anew.")
    return _build(text, name, name, "utf-8", text.encode("utf-8"))


def _build(text: str, name: str, place: str, encoding: str, data: bytes) -> Document:
    if _NOTHING_VISIBLE.match(text):
        raise UnreadableError(place, "the document is empty", "Check that it was saved with its text.")
    lost = _losses(text)
    return Document(
        name=name,
        format="markdown" if name.lower().endswith(_MARKDOWN) else "text",
        encoding=encoding,
        sha256=sha256(data).hexdigest(),
        text=text,
        line_starts=(0, *(end.end() for end in _LINE_END.finditer(text))),
        formatting=_struck(text),
        left_out=(*_controls(text, place), *lost),
        doubts=tuple((what, Doubt.UNREAD) for what, _ in lost),
        comments=comments_in(text),
    )


def _struck(text: str) -> tuple[tuple[Span, Formatting], ...]:
    """The spans that markdown strikes through: between two pairs of tildes, and in tags."""
    patterns = [pattern for mark, pattern in (("~~", _STRUCK), ("</", _STRUCK_IN_TAGS)) if mark in text]
    spans = sorted(match.span("words") for pattern in patterns for match in pattern.finditer(text))
    apart = [span for place, span in enumerate(spans) if not place or span[0] >= spans[place - 1][1]]
    return tuple((Span(*span), Formatting.STRUCK) for span in apart)


def _controls(text: str, place: str) -> tuple[tuple[str, str], ...]:
    first = _CONTROL.search(text)
    if first is None:
        return ()
    count = sum(1 for _ in _CONTROL.finditer(text))
    if "\x00" in text or count > len(text) * _DATA:
        raise UnreadableError(
            place, "this is not a text but binary data", "Save as plain text (.txt, UTF-8) and compare that."
        )
    line = sum(1 for _ in _LINE_END.finditer(text, 0, first.start())) + 1
    return ((_counted(count, "control character"), f"they print nothing; the first is on line {line}"),)


def _losses(text: str) -> tuple[tuple[str, str], ...]:
    count = text.count("\ufffd")
    return ((_counted(count, "lost character"), "the file shows \ufffd where they stood"),) if count else ()


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
