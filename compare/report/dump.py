"""Renders what the stages made of the minutes, for people who look for a mistake of the program.

    compare --dump segments draft.txt

    draft.txt (text): segments 33
    no.  kind       role        item  characters  place   words
    1    heading    narrative   29    0-87        line 1  29. ROTHERHAM LOCAL AREA SPECIAL EDUCATION …
    2    paragraph  narrative   29    89-303      line 3  Consideration was given to a report …

Segments are numbered from 1, as in the reports' "paragraph 12" and in the JSON's `alignment`. What comes from a
document is one escaped line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from compare.report.unsafe_characters import escape_in_one_line
from compare.values import Comparison, Minutes, Pair, Segment, Span

# Characters. Of a segment the first words show which it is; of a cell, any text from a document is cut.
_WORDS_SHOWN, _WIDEST_CELL = 60, 30


def dump_segments(minutes: Minutes) -> str:
    """One line a segment: number, kind, role, item, characters (of each piece), place, first words."""
    headings = ("no.", "kind", "role", "item", "characters", "place", "words")
    rows = [_segment_row(minutes, segment) for segment in minutes.segments]
    return f"{_title(minutes)}: segments {len(rows):,}\n{_table(headings, rows)}"


def dump_outline(minutes: Minutes) -> str:
    """The facts about the whole document, then one line for each item and each resolution, in order."""
    outline = minutes.outline
    facts = (
        ("title", outline.title),
        ("body", outline.body),
        ("meeting date", outline.meeting_date),
        ("status", outline.status),
        ("web page of one item", "yes" if outline.is_web_page else "no"),
    )
    lines = [f"{name}: {_cut(value, _WORDS_SHOWN) if value else '-'}" for name, value in facts]
    starts = [
        (minutes.segments[item.first].start, _item_row(minutes, place)) for place, item in enumerate(outline.items)
    ]
    starts += [
        (resolution.span.start, _resolution_row(minutes, place)) for place, resolution in enumerate(outline.resolutions)
    ]
    rows = [row for _, row in sorted(starts, key=lambda start: start[0])]
    counts = f"items {len(outline.items):,}, resolutions {len(outline.resolutions):,}"
    table = _table(("part", "item", "segments", "characters", "place", "words"), rows)
    return "\n".join([f"{_title(minutes)}: {counts}", *lines, table])


def dump_alignment(comparison: Comparison) -> str:
    """One line a pair: the segments of each side, relation, score, how it was found, and the first words."""
    headings = ("draft", "final", "relation", "score", "matched by", "words")
    rows = [_pair_row(comparison, pair) for pair in comparison.alignment]
    scope = comparison.scope
    draft_items, final_items = (
        _cut(", ".join(items) or "-", _WORDS_SHOWN) for items in (scope.draft_items, scope.final_items)
    )
    names = f"{_title(comparison.draft_minutes)}, {_title(comparison.final_minutes)}"
    covered = (
        f"scope: {scope.kind} ({scope.confidence:.2f}), items of the draft {draft_items}, of the final {final_items}"
    )
    return f"{names}: pairs {len(rows):,}\n{covered}\n{_table(headings, rows)}"


def _title(minutes: Minutes) -> str:
    return f"{_cut(minutes.document.name, _WORDS_SHOWN)} ({minutes.document.format})"


def _segment_row(minutes: Minutes, segment: Segment) -> tuple[str, ...]:
    outline = minutes.outline
    item = outline.item_of[segment.index]
    kind = f"{segment.kind} {segment.level}" if segment.level else str(segment.kind)
    return (
        str(segment.index + 1),
        kind,
        str(outline.roles[segment.index]),
        "" if item is None else outline.items[item].number or "-",
        "+".join(_characters(piece) for piece in segment.pieces),
        _place(minutes, segment.start),
        _first_words(minutes, segment.start, segment.end),
    )


def _item_row(minutes: Minutes, place: int) -> tuple[str, ...]:
    item = minutes.outline.items[place]
    first, last = minutes.segments[item.first], minutes.segments[item.last - 1]
    part = "item (exempt)" if place in minutes.outline.exempt else "item"
    return (
        part,
        item.number or "-",
        f"{item.first + 1}-{item.last}",
        _characters(Span(first.start, last.end)),
        _place(minutes, first.start),
        _cut(item.title, _WORDS_SHOWN),
    )


def _resolution_row(minutes: Minutes, place: int) -> tuple[str, ...]:
    resolution = minutes.outline.resolutions[place]
    span, header = resolution.span, resolution.header
    first = minutes.segment_at(span.start)
    last = max(bisect_left(minutes.segments, span.end, key=lambda segment: segment.start) - 1, first)
    item = minutes.outline.item_of[first]
    limbs = f"; limbs {', '.join(str(limb + 1) for limb in resolution.limbs)}" if resolution.limbs else ""
    words = f'header "{_first_words(minutes, header.start, header.end)}"' if header else "no header"
    return (
        "resolution",
        "" if item is None else minutes.outline.items[item].number or "-",
        f"{first + 1}-{last + 1}",
        _characters(span),
        _place(minutes, span.start),
        f"{words}{limbs}",
    )


def _pair_row(comparison: Comparison, pair: Pair) -> tuple[str, ...]:
    minutes, index = (
        (comparison.draft_minutes, pair.draft[0]) if pair.draft else (comparison.final_minutes, pair.final[0])
    )
    segment = minutes.segments[index]
    return (
        _numbers(pair.draft),
        _numbers(pair.final),
        str(pair.relation),
        f"{pair.score:.2f}",
        str(pair.matched_by),
        _first_words(minutes, segment.start, segment.end),
    )


def _numbers(indices: Iterable[int]) -> str:
    return "+".join(str(index + 1) for index in indices)


def _characters(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _place(minutes: Minutes, offset: int) -> str:
    page = minutes.document.page_at(offset)
    if page is not None:
        return f"page {page}"
    return "" if minutes.document.paragraphs else f"line {minutes.document.line_at(offset)}"


def _first_words(minutes: Minutes, start: int, end: int) -> str:
    return _cut(minutes.document.text[start : min(end, start + 4 * _WORDS_SHOWN)], _WORDS_SHOWN)


def _cut(text: str, length: int) -> str:
    shown = escape_in_one_line(text)
    return shown if len(shown) <= length else f"{shown[: length - 1]}…"


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Columns under their headings, each as wide as its widest cell; the last is not padded."""
    lines = [headings, *([*(_cut(cell, _WIDEST_CELL) for cell in cells), last] for *cells, last in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)][:-1]
    return "".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[-1]]).rstrip() + "\n"
        for line in lines
    )
