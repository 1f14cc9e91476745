"""Gives the words and keys of a segment, whatever pieces a page break cut it into."""

from __future__ import annotations

from collections.abc import Iterable

from compare.text.tokens import Token, tokenise, wording_key
from compare.values import Document, Segment


def segment_tokens(document: Document, segment: Segment) -> list[Token]:
    """Gives all tokens of a segment's pieces, in order; its mark is not among them."""
    if len(segment.pieces) == 1:
        piece = segment.pieces[0]
        return tokenise(document.text, piece.start, piece.end)
    return [token for piece in segment.pieces for token in tokenise(document.text, piece.start, piece.end)]


def segment_text(document: Document, segment: Segment) -> str:
    """Gives the words of a segment as written, its pieces joined by a blank."""
    return " ".join(document.text[piece.start : piece.end] for piece in segment.pieces)


def segment_keys(document: Document, segments: Iterable[Segment]) -> list[str]:
    """Gives one key a segment: equal for segments that differ in typography and layout alone.

    Cost: linear in the distinct text; the key of a paragraph that recurs to the letter is made once.
    """
    known: dict[str, str] = {}
    keys = []
    for segment in segments:
        text = segment_text(document, segment)
        key = known.get(text)
        if key is None:
            key = known[text] = wording_key(text)
        keys.append(key)
    return keys


def mark_text(document: Document, segment: Segment) -> str:
    """Gives a segment's number or bullet as written, "" when it has none."""
    return document.text[segment.mark.start : segment.mark.end] if segment.mark else ""
