"""Small documents and edits for the tests of the stage annotate: a paragraph a line, words compared by difflib."""

from __future__ import annotations

from difflib import SequenceMatcher

from compare.text.tokens import Token, tokenise
from compare.values import Document, Edit, Minutes, Op, Outline, Role, Segment, SegmentKind, Span

_OPS = {"replace": Op.REPLACE, "insert": Op.INSERT, "delete": Op.DELETE}


def minutes_of(text: str) -> Minutes:
    """Minutes with a segment for each line; a line that begins with "Present" is the attendance list."""
    segments, roles, start = [], [], 0
    for line in text.split("\n"):
        if line.strip():
            segments.append(Segment(len(segments), SegmentKind.PARAGRAPH, (Span(start, start + len(line)),)))
            roles.append(Role.ATTENDANCE if line.startswith("Present") else Role.NARRATIVE)
        start += len(line) + 1
    outline = Outline((), (None,) * len(segments), tuple(roles), ())
    return Minutes(Document("test.txt", "text", "utf-8", "0" * 64, text, (0,)), tuple(segments), outline)


def edits_between(draft: str, final: str) -> list[Edit]:
    """The edits of words between two texts, all of one pair."""
    old, new = tokenise(draft), tokenise(final)
    matcher = SequenceMatcher(None, [token.key for token in old], [token.key for token in new], autojunk=False)
    return [
        Edit(_OPS[op], _span(old, i, j), _span(new, k, last), 0)
        for op, i, j, k, last in matcher.get_opcodes()
        if op != "equal"
    ]


def _span(tokens: list[Token], first: int, last: int) -> Span:
    if last > first:
        return Span(tokens[first].start, tokens[last - 1].end)
    place = tokens[first - 1].end if first else 0
    return Span(place, place)
