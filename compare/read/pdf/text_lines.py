r"""Builds the text lines of a page from PDFium's characters: splits at column gaps, and into runs of one format.

    Name            Present          one line of PDFium, a wide gap: two cells of a row, two lines here
    Name │ Present                   a narrow gap with a vertical ruling in it: the same
    Mover:-  Cllr Ash                two typed spaces: no gap
    a   line   set   flush           wide spaces, all alike: no gap
    Present: Councillors Ash,        bold, then plain: one line of two runs
    the Committee.3                  a small "3" above the line: a run of its own, a footnote mark
    10.That                          drawn separately with nothing between: a space is added
    the deci\ufffesion                 PDFium's sign for "-" at the end of a line before a letter

Cost: ten calls for a line in one format, two for each word of others; 0.3 microseconds a call.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median, median_low
from typing import NamedTuple

from compare.read.pdf.characters import PageCharacters, PdfiumLine, to_plain_characters
from compare.read.pdf.page import Ruling, TextLine, TextRun, can_be_list_mark

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
_GLUED = re.compile(r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]{1,2}|[•▪●○■➢✓\uf0b7\uf0a7\uf0d8\uf0fc])(?=\w)")
_SMALL_LARGE = re.compile(r"[a-z](?=[A-Z])")
# In font sizes: the letters of one word are closer than this.
_NARROW_TAB = 0.12
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
_FIRST_WORD = re.compile(r"(\S+)\s*")
# The share of the page's height at the top and the bottom in which artifact marks are read.
_EDGE = 0.18


def _split_at_gaps(
    characters: PageCharacters, pdfium_line: PdfiumLine, verticals: Sequence[Ruling], edges: tuple[float, float, float]
) -> tuple[list[CharacterRange], bool]:
    """Splits a PDFium line at column gaps; also returns whether the file draws it as one text object.

    `edges` are the left and right edge of the line and its baseline.
    """
    start, end = pdfium_line.start, pdfium_line.end
    left, right, baseline = edges
    size = pdfium_line.size * (_OCR_FACTOR if characters.is_ocr else 1)
    crossed = [
        vertical.position
        for vertical in verticals
        if left < vertical.position < right and vertical.start <= baseline <= vertical.end
    ]
    count = characters.count_rectangles(start, end)
    if crossed:
        is_plain = False
    elif count <= 1:
        is_row = not characters.has_space_characters and end - start < _SHORT
        is_plain = not is_row and right - left < _LOOSE * size * (end - start)
    else:
        is_plain = not _has_gaps(characters, (start, end), count, size)
    return [(start, end)] if is_plain else _split_words(characters, (start, end), size, crossed), count <= 1


def _has_gaps(characters: PageCharacters, char_range: CharacterRange, count: int, size: float) -> bool:
    """Whether a line has a wide gap, other than the one after its list mark."""
    sides = characters.extents(count)
    least = (_TAB if characters.has_space_characters else _GAP) * size
    wide = [place for place, (before, after) in enumerate(pairwise(sides)) if after[0] - before[1] > least]
    return bool(wide) and not (wide == [0] and can_be_list_mark(characters.text[slice(*char_range)].split(None, 1)[0]))


def _split_words(
    characters: PageCharacters, char_range: CharacterRange, size: float, verticals: Sequence[float]
) -> list[CharacterRange]:
    words = [match.span() for match in _WORD.finditer(characters.text, *char_range)]
    ends = [(characters.origin(start)[0], characters.right(end - 1)) for start, end in words]
    gaps = [after[0] - before[1] for before, after in pairwise(ends)]
    usual_gap = median_low(gaps) if len(gaps) > 1 else _SPACE * size
    if usual_gap > _WIDEST * size and not (len(gaps) >= _MANY and max(gaps) < _EVEN * min(gaps)):
        usual_gap = _SPACE * size  # every gap is a column gap; but even gaps are those of a justified line
    ranges = [words[0]]
    for place, gap in enumerate(gaps):
        spaces = slice(words[place][1], words[place + 1][0])
        is_edge = _is_edge(characters, spaces, gap, size, usual_gap)
        is_ruled = any(ends[place][1] - 1 < vertical < ends[place + 1][0] + 1 for vertical in verticals)
        if is_ruled or (is_edge and not (place == 0 and can_be_list_mark(characters.text[slice(*words[0])]))):
            ranges.append(words[place + 1])
        else:
            ranges[-1] = (ranges[-1][0], words[place + 1][1])
    return ranges


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


def _glued_mark(characters: PageCharacters, char_range: CharacterRange) -> int | None:
    """Finds where the words begin after a list mark that fills its indent: "10.That", drawn separately."""
    match = _GLUED.match(characters.text, *char_range)
    if match is None or match.end() >= char_range[1]:
        return None
    is_drawn_apart = characters.text_object(match.end() - 1) != characters.text_object(match.end())
    return match.end() if is_drawn_apart else None


def _narrow_tab(characters: PageCharacters, char_range: CharacterRange, size: float) -> int | None:
    """Finds where words begin after a tab that is too narrow for PDFium: "FerrersChairman"."""
    for match in _SMALL_LARGE.finditer(characters.text, *char_range):
        if characters.origin(match.end())[0] - characters.right(match.start()) > _NARROW_TAB * size:
            return match.end()
    return None


def split_into_runs(
    text: str, changes: Sequence[FormatChange], end: int, glued: int | None = None
) -> tuple[TextRun, ...]:
    """Splits a line into runs at its format changes; adds a space before the words glued to a list mark."""
    ends = [*(change.start for change in changes[1:]), end]
    runs = []
    for change, stop in zip(changes, ends, strict=True):
        if change.start >= stop:
            continue
        words = text[change.start : stop]
        if glued is not None and change.start <= glued < stop:
            words = f"{words[: glued - change.start]} {words[glued - change.start :]}"
        runs.append(TextRun(to_plain_characters(words), change.formatting, change.is_raised))
    return tuple(runs)


def _find_format_changes(
    characters: PageCharacters, char_range: CharacterRange, baseline: float, size: float
) -> list[FormatChange]:
    """Finds the words at which the format changes, and the raised marks within words."""
    text = characters.text
    changes = [FormatChange(char_range[0], characters.formatting(char_range[0]))]
    last_word = char_range[0], char_range[0]
    text_object, formatting = 0, changes[0].formatting
    for word in _WORD.finditer(text, *char_range):
        start, end = word.span()
        here = characters.text_object(start)
        if here != text_object:
            text_object, formatting = here, characters.formatting_of(here)
            if formatting != changes[-1].formatting:
                changes.append(FormatChange(_place_of_change(characters, last_word, changes[-1], start), formatting))
        last = text[end - 1]
        if last in _NOTE_SIGNS or (not last.isalpha() and _NOTE_END.search(text, start, end)):
            raised = _raised(characters, (start, end), last_word, baseline, size)
            if raised is not None:
                changes += [FormatChange(raised[0], formatting, is_raised=True), FormatChange(raised[1], formatting)]
        last_word = start, end
    return changes


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
    glued: int | None = None  # offset of the words that are glued to a list mark


def read_lines(characters: PageCharacters, verticals: Sequence[Ruling]) -> list[MeasuredLine]:
    """Reads the lines of a page in the order of the file."""
    found: list[MeasuredLine] = []
    for pdfium_line in characters.pdfium_lines:
        left, baseline = characters.origin(pdfium_line.start)
        right = characters.right(pdfium_line.end - 1)
        if not characters.text[pdfium_line.end - 1].isascii() and right < _last_but_one(characters, pdfium_line):
            found.append(_read_disordered(characters, pdfium_line))
            continue
        if pdfium_line.rotation == characters.rotation:
            ranges, is_whole = _split_at_gaps(characters, pdfium_line, verticals, (left, right, baseline))
        else:
            ranges, is_whole = [(pdfium_line.start, pdfium_line.end)], True
        if len(ranges) == 1:
            found.append(_read_line(characters, pdfium_line, ranges[0], (left, right, baseline), is_whole=is_whole))
            continue
        for char_range in ranges:
            left, baseline = characters.origin(char_range[0])
            edges = left, characters.right(char_range[1] - 1), baseline
            item = _read_line(characters, pdfium_line, char_range, edges, is_whole=is_whole)
            found.append(item._replace(line=item.line._replace(starts_cell=char_range != ranges[0])))
    return found


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
    glued: int | None = None


def _read_line(
    characters: PageCharacters,
    pdfium_line: PdfiumLine,
    char_range: CharacterRange,
    edges: tuple[float, float, float],
    *,
    is_whole: bool,
) -> MeasuredLine:
    start, end = char_range
    left, right, baseline = edges
    if is_whole:
        text = to_plain_characters(characters.text[start:end])
        words = _LineWords((TextRun(text, characters.formatting(start)),), (), baseline, pdfium_line.size)
    else:
        words = _read_words(characters, char_range)
        text = "".join([run.text for run in words.runs])
    first_word, hang = _first_word(characters, char_range, (left, right), words.glued)
    is_edge = not _EDGE < words.baseline / characters.extent[1] < 1 - _EDGE
    line = TextLine(
        text,
        words.runs,
        *_sound_places(left, right, words.baseline, words.size, first_word, hang),
        pdfium_line.ends_hyphenated and end == pdfium_line.end,
        is_edge and characters.is_artifact(start),
        pdfium_line.rotation != characters.rotation,
    )
    return MeasuredLine(start, end, words.changes, line, words.glued)


def _read_words(characters: PageCharacters, char_range: CharacterRange) -> _LineWords:
    """Reads the words of a line that the file draws as several text objects."""
    # The longest word has the font size of the line; the first can be a raised mark.
    longest = max(characters.text[slice(*char_range)].split(), key=len)
    anchor = characters.text.index(longest, *char_range)
    baseline, size = characters.origin(anchor)[1], characters.size(anchor)
    changes = _find_format_changes(characters, char_range, baseline, size)
    glued = _glued_mark(characters, char_range)
    parted = _narrow_tab(characters, char_range, size) if glued is None else glued
    return _LineWords(split_into_runs(characters.text, changes, char_range[1], parted), changes, baseline, size, glued)


_Places = tuple[float, float, float, float, float, float]


def _sound_places(left: float, right: float, baseline: float, size: float, first_word: float, hang: float) -> _Places:
    """The positions of a line, replaced if a damaged file has impossible ones."""
    if _FAR > left > -_FAR and _FAR > right > -_FAR and _FAR > baseline > -_FAR and _FAR > size > 0:
        return left, right, baseline, size, first_word, hang
    return 0.0, 1.0, 0.0, 1.0, 1.0, 0.0


def _first_word(
    characters: PageCharacters, char_range: CharacterRange, edges: tuple[float, float], glued: int | None
) -> tuple[float, float]:
    """The width of the first word, and the left edge of the second if the first can be a list mark."""
    left, right = edges
    if glued is not None:
        return characters.right(glued - 1) - left, characters.origin(glued)[0]
    first = _FIRST_WORD.match(characters.text, *char_range)
    if first is None or first.end() == char_range[1]:
        return right - left, 0.0
    wide = characters.right(first.end(1) - 1) - left
    if not can_be_list_mark(first.group(1)):
        return wide, 0.0
    return wide, characters.origin(first.end())[0]
