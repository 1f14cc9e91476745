r"""Builds the text lines of a page from PDFium's characters: splits at column gaps, and into runs of one format.

    Name            Present          one line of PDFium, a wide gap: two cells of a row, two lines here
    Name │ Present                   a narrow gap with a vertical ruling in it: the same
    Mover:-  Cllr Ash                two typed spaces: no gap
    a   line   set   flush           wide spaces, all alike: no gap
    Present: Councillors Ash,        bold, then plain: one line of two runs
    the Committee.3                  a small "3" above the line: a run of its own, a footnote mark
    10.That                          a list number and its words, drawn apart and close together: a space is added
    the 4ᵗʰof May                    a raised ending ends its word: "the 4th of May"
    18.11.1                          "18." and "11.1" drawn apart, but touching: one number
    18:05   Granted                  "Granted" stands half a line lower, in the next cell: two lines here

Cost: ten calls for a line in one format, two for each word of others; 0.3 microseconds a call.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median, median_low
from typing import NamedTuple

from compare.read.pdf.characters import Box, PageCharacters, PdfiumLine, to_plain_characters
from compare.read.pdf.line_numbers import LineNumber, find_number
from compare.read.pdf.page import Ruling, TextLine, TextRun, can_be_list_mark
from compare.read.pdf.unseen import UnseenText
from compare.read.pdf.vote_grids import find_vote_cells

_WORD = re.compile(r"\S+")

# In font sizes (em). A space is 0.25 wide, in justified lines up to 0.6.
_GAP = 0.65
# The narrowest tab, where the file has a space character between all other words.
_TAB = 0.35
_SPACE = 0.28
_WIDEST = 0.75
# This number of gaps that differ by less than this factor are even: a justified line.
_MANY = 3
_EVEN = 1.3
# How many times wider than the other gaps of its line a column gap is.
_STANDS_OUT = 2.2
_TAB_STANDS_OUT = 1.6
# Characters are 0.4 to 0.55 wide on average: a line in one text object that is looser may contain gaps.
_LOOSE = 0.54
# The factor for all these widths in OCR text, whose characters have no widths of their own.
_OCR_FACTOR = 2.5
# Characters: in a file without space characters, a row of short cells can be one text object too.
_SHORT = 60

CharacterRange = tuple[int, int]
# Start and end of a word, and the text object that draws its first character.
_Word = tuple[int, int, int]
# A list mark before a letter: sure if a bracket or a stop ends it; "10.10Jubilee" could be "10am", "b.T" "J.Smith".
_BULLETS = r"[•▪●○■➢✓\uf0b7\uf0a7\uf0d8\uf0fc]"
_SURE_MARK = re.compile(
    rf"(?:\((?:\d+(?:[./]\d+)*|[a-z]|[ivxlIVXL]+)\)|(?:\d+(?:[./]\d+)*|[ivxl]{{2,}})[.):]+|[a-zA-Z]\)|{_BULLETS})"
    r"(?=[^\W\d_])|\d+(?:[./]\d+)+(?=[A-Z][a-z])"
)
# Where a gap that is narrower than a space can part a word: after a mark, beside a figure, before a capital letter.
_MAY_PART = re.compile(r"[a-z](?=[A-Z])|\d(?=[^\W\d_])|[^\W\d_](?=\d)|[.):;](?=[^\W\d_])")
# The ending of an ordinal number, before a letter: a raised one ends its word.
_ORDINAL = re.compile(r"\d\u2060?(st|nd|rd|th)(?=[^\W\d_])")
_MARK_BEFORE_FIGURE = re.compile(r"\(?\d+(?:\.\d+)*[.)](?=\d)")
# In font sizes: two objects that are further apart are two words, if the letters beside them are closer by this.
# PDFium generates a space only from 0.12 to 0.16 on, depending on the letters.
_NARROW_TAB = 0.05
# In font sizes: rows are further apart than the parts of one line. A raised or lowered mark can be as far, if it is
# smaller or touches the line, not higher than this, and not further from its side.
_SAME_ROW = 0.35
# Points: baselines that differ by less are the same in any font size.
_LEVEL = 0.05
_MARK_SIZE = 0.95
_HIGHEST_MARK = 0.75
_BESIDE = 1.0
_NOTE = re.compile(r"\d{1,3}|[ivx]{1,4}|[*†‡§]+")
_NOTE_END = re.compile(r"(\d{1,3}|[*†‡§]+)[^\w\s]*$")
_NOTE_SIGNS = frozenset("ivx0123456789*†‡§")
# The largest font size of a raised mark, times the line's, and its least height above the baseline in font sizes.
_SMALLER = 0.85
_RAISED = 0.15
# The factor by which OCR misjudges the font size of a word.
_GUESS = 1.5
# In font sizes: words that are closer than this are one word.
_TOUCHING = 0.1
# Points: a page is at most 14,400 wide.
_FAR = 1e6
_LETTER = re.compile(r"[^\W_]")
_FIRST_WORD = re.compile(r"(\S+)\s*")
# The share of the page's height at the top and the bottom in which artifact marks are read.
_EDGE = 0.18


def _split_at_gaps(
    characters: PageCharacters,
    pdfium_line: PdfiumLine,
    verticals: Sequence[Ruling],
    edges: tuple[float, float, float],
    *,
    is_mixed: bool,
    cells: Sequence[int],
) -> tuple[list[CharacterRange], bool]:
    """Splits a PDFium line into rows, and at column gaps; also returns whether the file draws it as one text object.

    `edges` are the left and right edge of the line and its baseline; `cells` the characters with which a cell of a grid
    begins.
    """
    start, end = pdfium_line.start, pdfium_line.end
    left, right, baseline = edges
    size = pdfium_line.size * (_OCR_FACTOR if characters.is_ocr else 1)
    crossed = [
        vertical.position
        for vertical in verticals
        if left < vertical.position < right and vertical.start <= baseline <= vertical.end
    ]
    begun = cells[bisect_left(cells, start) : bisect_left(cells, end)]
    if begun:
        return _split_words(characters, (start, end), size, crossed, begun), False
    count = characters.count_rectangles(start, end) if is_mixed else 1
    if count <= 1:
        is_row = not characters.has_space_characters and end - start < _SHORT
        is_plain = not crossed and not is_row and right - left < _LOOSE * size * (end - start)
    else:
        boxes = characters.rectangles(count)
        bottoms = [bottom for _, bottom, _, _ in boxes]
        if max(bottoms) - min(bottoms) > _SAME_ROW * size:
            rows = _split_rows(characters, (start, end))
            if len(rows) > 1:
                return [part for row in rows for part in _split_words(characters, row, size, crossed)], False
        is_plain = not crossed and not _has_gaps(characters, (start, end), boxes, size)
    return [(start, end)] if is_plain else _split_words(characters, (start, end), size, crossed), count <= 1


class _Level(NamedTuple):
    """A word, or as much of it as one text object draws, with its baseline and font size; the row of several."""

    start: int
    end: int
    baseline: float
    size: float


def _split_rows(characters: PageCharacters, char_range: CharacterRange) -> list[CharacterRange]:
    """Splits a PDFium line that holds several rows of the page; raised and lowered marks stay in theirs.

    PDFium takes words that are half a line apart, in cells side by side, for one line.
    """
    parts = _parts(characters, char_range)
    baselines = [characters.origin(start)[1] for start, _ in parts]
    if max(baselines) - min(baselines) < _LEVEL:
        return [char_range]
    rows: list[_Level] = []
    for (start, end), baseline in zip(parts, baselines, strict=True):
        level = _Level(start, end, baseline, characters.size(start))
        before = rows[-1] if rows else None
        if before is None or not _is_one_row(characters, before, level):
            rows.append(level)
        elif level.size > before.size:  # the row begins with a raised mark
            rows[-1] = level._replace(start=before.start)
        else:
            rows[-1] = before._replace(end=level.end)
    return [(row.start, row.end) for row in rows]


def _parts(characters: PageCharacters, char_range: CharacterRange) -> list[CharacterRange]:
    """The words of a line, in as many parts as text objects draw them."""
    parts = []
    for word in _WORD.finditer(characters.text, *char_range):
        start, end = word.span()
        if characters.text_object(start) == characters.text_object(end - 1):
            parts.append((start, end))
        else:
            inner = [place for place in range(start + 1, end) if _begins_object(characters, place)]
            parts += pairwise((start, *inner, end))
    return parts


def _is_one_row(characters: PageCharacters, before: _Level, level: _Level) -> bool:
    smaller, larger = sorted((before.size, level.size))
    apart = abs(level.baseline - before.baseline)
    if apart <= _SAME_ROW * smaller:
        return True
    gap = characters.origin(level.start)[0] - characters.right(before.end - 1)
    is_mark = smaller < _MARK_SIZE * larger or gap < _TOUCHING * larger
    return is_mark and apart < _HIGHEST_MARK * larger and abs(gap) < _BESIDE * larger


def _has_gaps(characters: PageCharacters, char_range: CharacterRange, boxes: Sequence[Box], size: float) -> bool:
    """Whether a line has a wide gap, other than the one after its list mark."""
    least = (_TAB if characters.has_space_characters else _GAP) * size
    wide = [place for place, (before, after) in enumerate(pairwise(boxes)) if after[0] - before[2] > least]
    return bool(wide) and not (wide == [0] and _begins_item(characters.text[slice(*char_range)]))


def _begins_item(words: str) -> bool:
    """Whether the first word can be a list mark of the others; figures alone number columns."""
    return can_be_list_mark(words.split(None, 1)[0]) and not "".join(words.split()).isdigit()


def _split_words(
    characters: PageCharacters,
    char_range: CharacterRange,
    size: float,
    verticals: Sequence[float],
    cells: Sequence[int] = (),
) -> list[CharacterRange]:
    words = [match.span() for match in _WORD.finditer(characters.text, *char_range)]
    if cells:
        words = [part for word in words for part in _cut(word, cells)]
    ends = characters.sides(words)
    gaps = [after[0] - before[1] for before, after in pairwise(ends)]
    if not verticals and not cells and max(gaps, default=0.0) <= _TAB * size:
        return [(words[0][0], words[-1][1])]
    usual_gap = median_low(gaps) if len(gaps) > 1 else _SPACE * size
    if usual_gap > _WIDEST * size and not (len(gaps) >= _MANY and max(gaps) < _EVEN * min(gaps)):
        usual_gap = _SPACE * size  # every gap is a column gap; but even gaps are those of a justified line
    ranges = [words[0]]
    for place, gap in enumerate(gaps):
        spaces = slice(words[place][1], words[place + 1][0])
        is_edge = gap > _TAB * size and _is_edge(characters, spaces, gap, size, usual_gap)
        is_ruled = any(ends[place][1] - 1 < vertical < ends[place + 1][0] + 1 for vertical in verticals)
        is_begun = bool(cells) and words[place + 1][0] in cells
        if is_ruled or is_begun or (is_edge and not (place == 0 and _begins_item(characters.text[slice(*char_range)]))):
            ranges.append(words[place + 1])
        else:
            ranges[-1] = (ranges[-1][0], words[place + 1][1])
    return ranges


def _cut(word: CharacterRange, places: Sequence[int]) -> list[CharacterRange]:
    """Cuts a word at the places within it."""
    start, end = word
    return list(pairwise((start, *places[bisect_right(places, start) : bisect_left(places, end)], end)))


def _is_edge(characters: PageCharacters, spaces: slice, gap: float, size: float, usual_gap: float) -> bool:
    """Whether a gap is wider than its spaces and the other gaps of its line explain."""
    count = spaces.stop - spaces.start
    if gap - (count - 1) * _SPACE * size > max(_GAP * size, _STANDS_OUT * usual_gap):
        return True
    is_tab = count == 1 and characters.has_space_characters and gap > max(_TAB * size, _TAB_STANDS_OUT * usual_gap)
    return is_tab and characters.is_generated(spaces.start)


class FormatChange(NamedTuple):
    """The position in a line at which a format begins."""

    start: int
    formatting: int
    is_raised: bool = False


def _missing_spaces(
    characters: PageCharacters, char_range: CharacterRange, size: float, cut: Sequence[CharacterRange]
) -> tuple[int, ...]:
    """Finds where a space is missing within words that the file draws as several objects."""
    if not cut:
        return ()
    start = char_range[0]
    mark = _glued_mark(characters, char_range, size) if cut[0][0] == start else None
    if mark is not None:
        start = mark
    missing = [
        match.end()
        for first, end in cut
        for match in _MAY_PART.finditer(characters.text, max(start, first), end)
        if _is_drawn_apart(characters, match.end(), size)
    ]
    missing += [
        match.end()
        for first, end in cut
        for match in _ORDINAL.finditer(characters.text, max(start, first), end)
        if _is_raised_ending(characters, match.span(1), size)
    ]
    return tuple(sorted({*missing} if mark is None else {mark, *missing}))


def _is_raised_ending(characters: PageCharacters, ending: CharacterRange, size: float) -> bool:
    """Whether letters are drawn by themselves, above the line on which the next word stands."""
    first, last = ending
    if not _begins_object(characters, first) or not _begins_object(characters, last):
        return False
    return characters.origin(first)[1] - characters.origin(last)[1] > _RAISED * size


def _glued_mark(characters: PageCharacters, char_range: CharacterRange, size: float) -> int | None:
    """Finds where the words begin after a list mark that fills its indent: "10.That"."""
    start, end = char_range
    match = _SURE_MARK.match(characters.text, start, end)
    if match is not None:
        place = match.end()
        is_letter_by_letter = _begins_object(characters, place - 1) and (
            place + 1 < end and _begins_object(characters, place + 1)
        )
        if _begins_object(characters, place) and not is_letter_by_letter:
            return place
        return place if _is_drawn_apart(characters, place, size) else None
    match = _MARK_BEFORE_FIGURE.match(characters.text, start, end)
    return match.end() if match is not None and _is_drawn_apart(characters, match.end(), size) else None


def _begins_object(characters: PageCharacters, place: int) -> bool:
    return characters.text_object(place - 1) != characters.text_object(place)


def _is_drawn_apart(characters: PageCharacters, place: int, size: float) -> bool:
    """Whether an object begins here after a gap that is wider than those between the letters beside it."""
    if not _begins_object(characters, place):
        return False
    (left, baseline), before = characters.origin(place), characters.origin(place - 1)[1]
    is_level = abs(baseline - before) < _RAISED * size
    gap = left - characters.right(place - 1)
    if not is_level or not _NARROW_TAB * size < gap < _GAP * size:
        return False
    text = characters.text
    beside = [near for near in (place - 1, place + 1) if len("".join(text[max(0, near - 1) : near + 1].split())) > 1]
    return gap - max((_gap(characters, near) for near in beside), default=_NARROW_TAB * size) > _NARROW_TAB * size


def _gap(characters: PageCharacters, place: int) -> float:
    """The gap before a character."""
    return characters.origin(place)[0] - characters.right(place - 1)


def split_into_runs(
    text: str, changes: Sequence[FormatChange], end: int, missing: Sequence[int] = ()
) -> tuple[TextRun, ...]:
    """Splits a line into runs at its format changes, and adds the missing spaces."""
    ends = [*(change.start for change in changes[1:]), end]
    runs = []
    for change, stop in zip(changes, ends, strict=True):
        if change.start < stop:
            edges = (change.start, *(place for place in missing if change.start <= place < stop), stop)
            words = " ".join([text[before:after] for before, after in pairwise(edges)])
            runs.append(TextRun(to_plain_characters(words), change.formatting, change.is_raised))
    return tuple(runs)


def _clipped(characters: PageCharacters, words: Sequence[_Word], char_range: CharacterRange) -> Sequence[_Word]:
    """The words of a part of a line, which can begin and end within words."""
    first, last = char_range
    if words[0][0] == first and words[-1][1] == last:
        return words
    return [
        (start, min(end, last), here) if start >= first else (first, min(end, last), characters.text_object(first))
        for start, end, here in words
        if end > first and start < last
    ]


def _find_format_changes(
    characters: PageCharacters, words: Sequence[_Word], baseline: float, size: float
) -> tuple[list[FormatChange], list[CharacterRange]]:
    """Finds the words at which the format changes, and the raised marks within words.

    Also returns the words within which another text object begins.
    """
    text = characters.text
    first = words[0][0]
    changes = [FormatChange(first, characters.formatting(first))]
    last_word = first, first
    text_object, formatting = 0, changes[0].formatting
    cut: list[CharacterRange] = []
    for start, end, here in words:
        if here != text_object:
            if text_object and characters.text_object(last_word[1] - 1) != text_object:
                cut.append(last_word)
            text_object, formatting = here, characters.formatting_of(here)
            if formatting != changes[-1].formatting:
                changes.append(FormatChange(_place_of_change(characters, last_word, changes[-1], start), formatting))
        last = text[end - 1]
        if last in _NOTE_SIGNS or (not last.isalpha() and _NOTE_END.search(text, start, end)):
            raised = _raised(characters, (start, end), last_word, baseline, size)
            if raised is not None:
                changes += [FormatChange(raised[0], formatting, is_raised=True), FormatChange(raised[1], formatting)]
        last_word = start, end
    if characters.text_object(last_word[1] - 1) != text_object:
        cut.append(last_word)
    return changes, cut


def _place_of_change(characters: PageCharacters, last_word: tuple[int, int], change: FormatChange, start: int) -> int:
    """Finds where the format changes: at the start of a word, or within the word before it."""
    if last_word[1] == last_word[0] or characters.formatting(last_word[1] - 1) == change.formatting:
        return start
    inside = (
        index
        for index in range(max(last_word[0], change.start), last_word[1])
        if characters.formatting(index) != change.formatting
    )
    return next(inside, start)


def _raised(
    characters: PageCharacters, word: CharacterRange, last_word: CharacterRange, baseline: float, size: float
) -> CharacterRange | None:
    """Finds a raised footnote mark: a word, or the end of one. In "Page 2" that is raised as a whole, "2" is none."""
    start, end = word
    match = _NOTE_END.search(characters.text, start, end)
    if match:
        first, last = match.span(1)
    elif characters.text_object(start) != characters.text_object(end - 1):
        last = first = end
        while first > start and characters.text_object(first - 1) == characters.text_object(end - 1):
            first -= 1
    else:
        return None
    before = first if first > start else last_word[1]
    if before > last_word[0] and characters.text_object(first) == characters.text_object(before - 1):
        return None
    if not _NOTE.fullmatch(characters.text[first:last]):
        return None
    is_small = characters.size(first) < _SMALLER * size
    is_high = characters.origin(first)[1] > baseline + _RAISED * size
    return (first, last) if is_high and (is_small or first > start) else None


class MeasuredLine(NamedTuple):
    """A text line with its range of characters and its format changes."""

    start: int
    end: int
    changes: Sequence[FormatChange]
    line: TextLine
    missing: tuple[int, ...] = ()  # offsets at which a space is missing


def read_lines(
    characters: PageCharacters, verticals: Sequence[Ruling], unseen: UnseenText, line_numbers: Sequence[LineNumber] = ()
) -> list[MeasuredLine]:
    """Reads the lines of a page in the order of the file, but words that nobody sees, and the line numbers given."""
    found: list[MeasuredLine] = []
    width, height = characters.extent
    cells = find_vote_cells(characters, verticals)
    seen = _seen_lines(characters, unseen)
    for pdfium_line, words in _unnumbered(characters, seen, line_numbers) if line_numbers else seen:
        left, baseline = characters.origin(pdfium_line.start)
        right = characters.right(pdfium_line.end - 1)
        if right <= 0 or left >= width or baseline >= height or baseline + pdfium_line.size <= 0:
            unseen.words += characters.text[pdfium_line.start : pdfium_line.end].split()
            continue
        if not characters.text[pdfium_line.end - 1].isascii() and right < _last_but_one(characters, pdfium_line):
            found.append(_read_disordered(characters, pdfium_line))
            continue
        if pdfium_line.rotation == characters.rotation:
            edges = left, right, baseline
            ranges, is_whole = _split_at_gaps(
                characters, pdfium_line, verticals, edges, is_mixed=bool(words), cells=cells
            )
        else:
            ranges, is_whole = [(pdfium_line.start, pdfium_line.end)], True
        if len(ranges) == 1:
            found.append(
                _read_line(characters, pdfium_line, ranges[0], (left, right, baseline), () if is_whole else words)
            )
            continue
        for char_range in ranges:
            left, own_baseline = characters.origin(char_range[0])
            edges = left, characters.right(char_range[1] - 1), own_baseline
            part = pdfium_line
            if own_baseline != baseline:  # a watermark that crosses the line, which PDFium reads as its end
                rotation, size = characters.rotation_and_size(char_range[0])
                part = pdfium_line._replace(rotation=rotation, size=size)
            item = _read_line(characters, part, char_range, edges, () if is_whole else words)
            found.append(item._replace(line=item.line._replace(starts_cell=char_range != ranges[0])))
    return found


def _seen_lines(characters: PageCharacters, unseen: UnseenText) -> Iterator[tuple[PdfiumLine, list[_Word]]]:
    """Yields the PDFium lines without words that nobody sees; with its words, if several objects draw a line."""
    for pdfium_line in characters.pdfium_lines:
        start, end = pdfium_line.start, pdfium_line.end
        text_object = characters.text_object(start)
        is_unseen = unseen.is_unseen(start, text_object)
        words: list[_Word] = []
        if text_object != characters.text_object(end - 1):
            words = _read_objects(characters, (start, end))
            is_unseen = is_unseen or any(
                unseen.is_white(start) for before, (start, _, here) in pairwise(words) if here != before[2]
            )
        if not is_unseen:
            yield pdfium_line, words
            continue
        for first, last in _seen_parts(characters, (start, end), unseen):
            ends_hyphenated = pdfium_line.ends_hyphenated and last == end
            yield pdfium_line._replace(start=first, end=last, ends_hyphenated=ends_hyphenated), words


def _unnumbered(
    characters: PageCharacters, lines: Iterable[tuple[PdfiumLine, list[_Word]]], line_numbers: Sequence[LineNumber]
) -> Iterator[tuple[PdfiumLine, list[_Word]]]:
    """Yields PDFium lines without the numbers that count the lines of the page."""
    left = list(line_numbers)
    for pdfium_line, words in lines:
        start, end = pdfium_line.start, pdfium_line.end
        number = find_number(left, characters.text[start:end], characters.origin(start), pdfium_line.size)
        if number is None:
            yield pdfium_line, words
            continue
        left.remove(number)
        rest = _WORD.search(characters.text, start + len(str(number.value)), end)
        if rest is not None:
            first = rest.start()
            size = characters.size(first)
            yield pdfium_line._replace(start=first, size=size), [word for word in words if word[0] >= first]


def _read_objects(characters: PageCharacters, char_range: CharacterRange) -> list[_Word]:
    spans = [match.span() for match in _WORD.finditer(characters.text, *char_range)]
    return [(start, end, characters.text_object(start)) for start, end in spans]


def _seen_parts(characters: PageCharacters, char_range: CharacterRange, unseen: UnseenText) -> list[CharacterRange]:
    """The parts of a line that a reader sees; the words of the others are kept as unseen."""
    seen: list[CharacterRange] = []
    for word in _WORD.finditer(characters.text, *char_range):
        start, end = word.span()
        if _LETTER.search(word.group()) and unseen.is_unseen(start, characters.text_object(start)):
            unseen.words.append(word.group())
        elif seen and characters.text[seen[-1][1] : start].isspace():
            seen[-1] = seen[-1][0], end
        else:
            seen.append((start, end))
    return seen


def _last_but_one(characters: PageCharacters, pdfium_line: PdfiumLine) -> float:
    """The left edge of the last word but one; far left in a line of one word."""
    words = list(_WORD.finditer(characters.text, pdfium_line.start, pdfium_line.end))
    return characters.origin(words[-2].start())[0] if len(words) > 1 else -_FAR


def _read_disordered(characters: PageCharacters, pdfium_line: PdfiumLine) -> MeasuredLine:
    """Reads a line whose last characters belong in its middle: Writer draws "⅔" from another font at the end."""
    words = sorted(
        (characters.origin(match.start())[0], characters.right(match.end() - 1), *match.span())
        for match in _WORD.finditer(characters.text, pdfium_line.start, pdfium_line.end)
    )
    runs: list[TextRun] = []
    edge = words[0][0]
    for left, right, start, end in words:
        space = " " if runs and left - edge > _TOUCHING * pdfium_line.size else ""
        runs.append(TextRun(space + to_plain_characters(characters.text[start:end]), characters.formatting(start)))
        edge = right
    baseline = characters.origin(pdfium_line.start)[1]
    text = "".join(run.text for run in runs)
    places = _sound_places(words[0][0], edge, baseline, pdfium_line.size, words[0][1] - words[0][0], 0.0)
    line = TextLine(
        text,
        tuple(runs),
        *places,
        ends_hyphenated=pdfium_line.ends_hyphenated,
        is_rotated=pdfium_line.rotation != characters.rotation,
    )
    return MeasuredLine(pdfium_line.start, pdfium_line.end, (), line)


def even_sizes(characters: PageCharacters, found: Sequence[MeasuredLine]) -> list[MeasuredLine]:
    """Gives the lines of an OCR page one font size: OCR guesses a size for every word."""
    if not characters.is_ocr:
        return list(found)
    size = median(item.line.size for item in found)
    return [
        item._replace(line=item.line._replace(size=size)) if 1 / _GUESS < item.line.size / size < _GUESS else item
        for item in found
    ]


class _LineWords(NamedTuple):
    """The words of a line, with the baseline and font size of most of them."""

    runs: tuple[TextRun, ...]
    changes: Sequence[FormatChange]
    baseline: float
    size: float
    missing: tuple[int, ...] = ()  # offsets at which a space is missing


def _read_line(
    characters: PageCharacters,
    pdfium_line: PdfiumLine,
    char_range: CharacterRange,
    edges: tuple[float, float, float],
    words_of_line: Sequence[_Word],
) -> MeasuredLine:
    start, end = char_range
    left, right, baseline = edges
    if not words_of_line:
        text = to_plain_characters(characters.text[start:end])
        words = _LineWords((TextRun(text, characters.formatting(start)),), (), baseline, pdfium_line.size)
    else:
        words = _read_words(characters, char_range, words_of_line)
        text = "".join([run.text for run in words.runs])
    first_word, hang = _first_word(characters, char_range, (left, right), words.missing)
    is_edge = not _EDGE < words.baseline / characters.extent[1] < 1 - _EDGE
    line = TextLine(
        text,
        words.runs,
        *_sound_places(left, right, words.baseline, words.size, first_word, hang),
        pdfium_line.ends_hyphenated and end == pdfium_line.end,
        is_edge and characters.is_artifact(start),
        pdfium_line.rotation != characters.rotation,
    )
    return MeasuredLine(start, end, words.changes, line, words.missing)


def _read_words(characters: PageCharacters, char_range: CharacterRange, words: Sequence[_Word]) -> _LineWords:
    """Reads the words of a line that the file draws as several text objects."""
    # The longest word has the font size of the line; the first can be a raised mark.
    longest = max(characters.text[slice(*char_range)].split(), key=len)
    anchor = characters.text.index(longest, *char_range)
    baseline, size = characters.origin(anchor)[1], characters.size(anchor)
    changes, cut = _find_format_changes(characters, _clipped(characters, words, char_range), baseline, size)
    missing = _missing_spaces(characters, char_range, size, cut)
    runs = split_into_runs(characters.text, changes, char_range[1], missing)
    return _LineWords(runs, changes, baseline, size, missing)


_Places = tuple[float, float, float, float, float, float]


def _sound_places(left: float, right: float, baseline: float, size: float, first_word: float, hang: float) -> _Places:
    """The positions of a line, replaced if a damaged file has impossible ones."""
    if _FAR > left > -_FAR and _FAR > right > -_FAR and _FAR > baseline > -_FAR and _FAR > size > 0:
        return left, right, baseline, size, first_word, hang
    return 0.0, 1.0, 0.0, 1.0, 1.0, 0.0


def _first_word(
    characters: PageCharacters, char_range: CharacterRange, edges: tuple[float, float], missing: Sequence[int]
) -> tuple[float, float]:
    """The width of the first word, and the left edge of the second if the first can be a list mark."""
    left, right = edges
    start, end = char_range
    first = _FIRST_WORD.match(characters.text, start, end)
    if first is None:
        return right - left, 0.0
    last, after = first.end(1), first.end()
    if missing and missing[0] < last:
        last = after = missing[0]
    if after == end:
        return right - left, 0.0
    wide = characters.right(last - 1) - left
    if not can_be_list_mark(characters.text[start:last]):
        return wide, 0.0
    return wide, characters.origin(after)[0]
